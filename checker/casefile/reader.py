"""Source text → Case: strict, typed by the vocabulary, every problem of a file at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker import places
from checker.case import HEADINGS, Case, Cell, Fact
from checker.casefile.blanks import Blanks
from checker.casefile.cells import FALSE_WORDS, NONE_WORDS, TRUE_WORDS, typed
from checker.casefile.days import odd_days, odd_note, slip
from checker.casefile.documents import DOCUMENT_KEYS, read_documents
from checker.casefile.links import Linker
from checker.casefile.source import Node, Source
from checker.casefile.unfilled import UNFILLED, unfilled_note
from checker.errors import InputError, Place, Problem, Text, did_you_mean, suggest
from checker.text import HIDDEN
from checker.values import UNIT_WORDS, UNITS, BadValue, half_width
from checker.vocabulary import Entity, Field, Vocabulary

MANY = 2000
"""Problems of one file after which the rest of it is not looked at."""
HINTED = 20
"""Problems of one file that carry a "did you mean", which is the dearest part of telling one."""
VALUE_KEYS = {
    "value": "value", "值": "value", "source": "source", "出处": "source", "inferred": "inferred", "推断": "inferred",
    "derived": "derived", "推算": "derived",
}  # fmt: skip
LIST_KEYS = {"complete": "complete", "完整": "complete", "items": "items", "明细": "items"}
CASE_KEYS = {
    "amounts": "amounts", "金额口径": "amounts", "transcribed": "transcribed", "转录": "transcribed",
    "not_disclosed": "not_disclosed", "未披露": "not_disclosed", "schema": "schema", "source": "source", "出处": "source",
    **dict.fromkeys(DOCUMENT_KEYS, "document"),
}  # fmt: skip
FACT_KEYS = {"source": "source", "出处": "source"}


class CaseReader:
    """Reads one case; one instance a file. After *most* problems (0: never) the rest of it is not looked at."""

    def __init__(self, source: Source, vocabulary: Vocabulary, *, closed: bool = False, most: int = MANY) -> None:
        self.source = source
        self.most = most
        self.vocabulary = vocabulary
        self.closed = closed
        self.left_open: set[str] = set()
        self.unsaid: list[tuple[Fact, Entity]] = []
        self.problems: list[Problem] = []
        self.facts: dict[str, list[Fact]] = {}
        self.unit: str | None = None
        self.decimals: int | None = None
        self.inferred = False
        self.unfilled: list[tuple[str, str, int]] = []
        self.to_fill: list[tuple[Fact, str]] = []
        self.whole = False
        self.not_disclosed: Node | None = None
        self.documents: tuple[str, ...] = ()
        self.blanks = Blanks()

    def problem(self, code: str, node: Node, message: Text, hint: Text | None = None) -> None:
        """Note one problem at *node*; raises InputError with all of them where there are too many to go on."""
        self.problems.append(Problem(code, self.source.place(node), message, hint))
        if self.most and len(self.problems) >= self.most:
            last = max(problem.place.line for problem in self.problems)
            told = Text(
                f"问题超过 {self.most} 处，后面的没有再看",
                f"more than {self.most} problems; what follows was not looked at",
            )
            wanted = Text(
                "先改正前面的；也许文件的格式整个不对", "mend the first ones; perhaps the whole file has another form"
            )
            raise InputError([*self.problems, Problem("too-many", Place(self.source.file, last), told, wanted)])

    def near(self, wrong: str, known: Iterable[str]) -> Text | None:
        """Return a "did you mean" hint, for the first problems of a file only: it is the dearest part of telling one."""
        return did_you_mean(wrong, list(known)) if len(self.problems) < HINTED else None

    def read(self, defaults: dict[str, Any] | None = None) -> Case:
        """Return the case; raises InputError with all problems of the file."""
        top = self.source.root
        root = Fact(self.vocabulary.root.id, None, top.line, top.column)
        if top.kind != "map":
            self.problem(
                "case-shape",
                top,
                Text("案例文件的最外层要是“键: 值”", "the outermost level of a case file must be “key: value” lines"),
                Text("从 cases/templates/ 里的模板开始填", "start from a template in cases/templates/"),
            )
            raise InputError(self.problems)
        for key, value in defaults.items() if defaults else ():
            root.values[key] = value
            root.cells[key] = Cell(value)
        for key, node in top.value:  # how amounts are written must be known before any amount is read
            if CASE_KEYS.get(key.text) == "amounts":
                self._amounts(node)
        seen = self._fact(root, self.vocabulary.root, top)
        for field in self.vocabulary.root.fields.values():
            if field.required and field.id not in root.values and field.id not in seen:
                self.problem(
                    "required",
                    top,
                    Text(
                        f"案例没有写“{field.zh}”（{field.id}）",
                        f"the case does not state its {field.name('en')} ({field.id})",
                    ),
                    self._example(field),
                )
        told = self._place(root)
        year: int = root.values.get("fiscal_year") or 0
        odd = odd_days(year, {root.entity: [root], **self.facts}, self.vocabulary)
        for field, cell in odd.slips:
            self.slip(field, cell, year)
        if not self.whole or self.unfilled:
            for fact, entity in self.unsaid:
                fact.states[entity.id] = "partial"
        linker = Linker(self, root)
        linker.link()
        if self.problems:
            raise InputError(self.problems)
        return Case(
            self.source.file,
            self.source.sha256,
            self.vocabulary,
            root,
            self.facts,
            whole=self.whole and not self.unfilled,
            not_disclosed=linker.not_disclosed | self.blanks.tell(root, self.vocabulary),
            inferred=self.inferred,
            notes=(
                *self.source.notes,
                *told,
                *odd_note(year, odd.told, self.vocabulary),
                *unfilled_note(self.unfilled),
            ),
            lines=self.source.shown,
            top=frozenset(linker.top),
            documents=self.documents,
            left_open=frozenset(self.left_open),
            to_fill=frozenset((id(fact), name) for fact, name in self.to_fill),
        )

    def slip(self, field: Field, cell: Cell, year: int) -> None:
        """Note a day or year that no report of *year* can mean."""
        wrong, hint = slip(year)
        told = Text(f"{field.zh}“{cell.text}”{wrong.zh}", f"{field.name('en')} {cell.text!r} {wrong.en}")
        self.problem(f"bad-{field.type}", _spot(cell.line, cell.column), told, hint)

    def _place(self, root: Fact) -> tuple[Text, ...]:
        """Hold the jurisdiction against GB/T 2260 in the year of the case; returns what to tell of one that is named."""
        stated = root.values.get("jurisdiction")
        if stated is None:
            return ()
        cell = root.cells["jurisdiction"]
        code, told, wrong = places.read(half_width(stated).strip(), root.values.get("fiscal_year", 0))
        if wrong is not None:
            self.problem("jurisdiction", _spot(cell.line, cell.column), *wrong)
        elif code != stated:
            root.values["jurisdiction"] = code
            root.cells["jurisdiction"] = cell._replace(value=code, text=code)
        return (told,) if told is not None else ()

    def _example(self, field: Field) -> Text | None:
        enumeration = self.vocabulary.enumerations.get(field.type)
        if enumeration:
            names = "、".join(names[0] for names in enumeration.values.values())
            return Text(f"可写：{names}", f"one of: {', '.join(enumeration.values)}")
        sample = {"jurisdiction": '"430112"', "fiscal_year": "2020"}.get(field.id)
        return Text(f"例如 {field.id}: {sample}", f"such as {field.id}: {sample}") if sample else None

    def _amounts(self, node: Node) -> None:
        keys = {"unit": "unit", "单位": "unit", "decimals": "decimals", "小数": "decimals", "小数位数": "decimals"}
        if node.kind != "map":
            self.problem(
                "amounts",
                node,
                Text("amounts 要写单位和小数位数", "amounts needs a unit and the number of decimals"),
                Text("amounts: {unit: 万元, decimals: 2}", "amounts: {unit: 万元, decimals: 2}"),
            )
            return
        for key, value in node.value:
            name = keys.get(key.text)
            text = half_width(value.text)
            if name is None:
                self._unknown(key, list(keys))
            elif name == "unit":
                unit = UNIT_WORDS.get(text, text)
                if unit in UNITS:
                    self.unit = unit
                else:
                    self.problem(
                        "unit",
                        value,
                        Text(f"不认识的金额单位“{text}”", f"unknown unit of money {text!r}"),
                        did_you_mean(text, list(UNITS)),
                    )
            elif text.isascii() and text.isdigit() and len(text) == 1:
                self.decimals = int(text)
            else:
                self.problem(
                    "decimals", value, Text(f"小数位数“{text}”要是 0 到 9", f"decimals must be 0 to 9, found {text!r}")
                )

    def _unknown(self, key: Node, known: list[str], within: Node | None = None, table: Mapping[str, tuple[str, Any]] | None = None) -> None:  # fmt: skip
        """Note an unknown key; a field that is stated *within* the same mapping already is no remedy, and is named as such."""
        near = self.near(key.text, known)
        if near is not None and within is not None and table:
            there = {id(table[each.text][1]): each for each, _ in within.value if each.text in table}
            first = suggest(key.text, known)[0]
            line = there.get(id(table[first][1])) if table[first][1] is not None else None
            if line is not None:
                near = Text(
                    f"像是“{first}”，而第 {line.line} 行已经写了“{line.text}”：留一处",
                    f"this looks like {first!r}, and line {line.line} states {line.text!r} already: keep one of them",
                )
            else:
                free = [each for each in known if table[each][1] is None or id(table[each][1]) not in there]
                near = self.near(key.text, free)
        self.problem(
            "unknown-key",
            key,
            Text(f"不认识的键“{key.text}”", f"unknown key {key.text!r}"),
            near or Text("可用的键见 docs/vocabulary.zh.md", "the keys that exist are in docs/vocabulary.en.md"),
        )

    def _key_table(self, entity: Entity) -> dict[str, tuple[str, Any]]:
        """Return what each key of a mapping of *entity* means; built once an entity."""
        table = self.vocabulary.keys.get(entity.id)
        if table is not None:
            return table
        table = {}
        for word, meaning in (CASE_KEYS if entity.parent is None else FACT_KEYS).items():
            table[word] = (meaning, None)
        for child in self.vocabulary.entities.values():
            nested = child.parent == entity.id
            linked = entity.parent is None and child.link is not None
            if nested or linked:
                for word in child.collection:
                    table.setdefault(word, ("collection", child))
        for field in entity.fields.values():  # own names first: an alias never hides them
            if field.written:
                table[field.id] = table[field.zh] = ("field", field)
        for field in entity.fields.values():
            for alias in field.aliases if field.written else ():
                table.setdefault(alias, ("field", field))
        if entity.link:
            field = Field(entity.link[0], entity.link[1], entity.id, "text")
            table[field.id] = table[field.zh] = ("link", field)
        self.vocabulary.keys[entity.id] = table
        return table

    def _fact(self, fact: Fact, entity: Entity, node: Node) -> dict[str, Node]:
        """Read the fields and collections of one fact; returns the keys that were there, right or wrong."""
        table = self._key_table(entity)
        values, cells = fact.values, fact.cells
        seen: dict[str, Node] = {}
        for key, value in node.value:
            known = table.get(key.text)
            if known is None:
                known = table.get(half_width(key.text).strip())
                if known is None:
                    self._unknown(key, list(table), node, table)
                    continue
            meaning, what = known
            if meaning == "field":
                if what.id in seen:
                    first = seen[what.id]
                    self.problem(
                        "repeated",
                        key,
                        Text(
                            f"“{key.value}”和第 {first.line} 行的“{first.value}”是同一项",
                            f"{key.value!r} is the same field as {first.value!r} in line {first.line}",
                        ),
                        Text("只留一处", "keep one of them"),
                    )
                    continue
                seen[what.id] = key
                cell = self._cell(fact, what, value)
                if cell is not None:
                    values[what.id] = cell.value
                    cells[what.id] = cell
            elif meaning == "collection":
                self._collection(fact, what, value, key)
            elif meaning == "source":
                fact.note = self._source(value)
            elif meaning == "link":
                fact.values["^link"] = (value.text, value)
            elif meaning == "document":
                self.documents, wrong = read_documents(value, self.vocabulary)
                self.problems += [Problem("document", self.source.place(n), t, h) for n, t, h in wrong]
            elif meaning == "transcribed":
                self._transcribed(value)
            elif meaning == "not_disclosed":
                self.not_disclosed = value
        return seen

    def _source(self, node: Node) -> str:
        """Read where something was found: one line of text that can be printed."""
        if not node.is_scalar or not node.text.strip() or HIDDEN.search(node.text) or "\r" in node.text:
            self.problem("source", node, Text("出处要写一句话", "a source is one line of text"))
            return ""
        return node.text

    def _transcribed(self, node: Node) -> None:
        words = [node.text] if node.kind != "list" else [child.text for child in node.value]
        if words in (["whole"], ["全部"], ["全文"]):
            self.whole = True
        elif node.kind != "list" or not all(child.is_scalar for child in node.value):
            self.problem(
                "transcribed",
                node,
                Text(
                    f"transcribed 写 whole（全文已录）或所录章节的清单，不是“{node.text}”",
                    f"transcribed is “whole” or a list of the sections read, not {node.text!r}",
                ),
            )

    def _collection(self, fact: Fact, entity: Entity, node: Node, key: Node) -> None:
        """Read the children of *fact* that are *entity*."""
        if node.kind in ("plain", "text") and node.value in UNFILLED:
            self.unfilled.append((entity.zh, entity.name("en"), node.line))
            self.to_fill.append((fact, entity.id))
            return
        if self.blanks.take(node, fact, "", entity.zh):
            return
        state, said = "complete", self.closed
        if node.kind == "map":
            found: dict[str, Node] = {}
            for name, value in node.value:
                word = LIST_KEYS.get(name.text)
                if word is None:
                    self._unknown(name, list(LIST_KEYS))
                else:
                    found[word] = value
            flag = found.get("complete")
            said = said or flag is not None
            if flag is not None and flag.text in FALSE_WORDS:
                state = "partial"
                self.left_open.add(entity.id)
            elif flag is not None and flag.text not in TRUE_WORDS:
                self.problem("complete", flag, Text("complete 写 true 或 false", "complete is true or false"))
            items = found.get("items")
            if items is None:
                self.problem("items", node, Text("缺少 items（明细）", "items is missing"))
                return
            node = items
        if node.kind in ("plain", "null", "text") and node.value in NONE_WORDS:
            children: list[Node] = []
        elif node.kind == "list":
            children = node.value
        else:
            self.problem(
                "list-wanted",
                node if node.kind != "null" else key,
                Text(
                    f"“{key.value}”要写成清单（每条以 - 开头），没有就写 []",
                    f"{key.value!r} is a list (each entry begins with -); write [] for none",
                ),
            )
            return
        if children and not said and not (entity.figure and entity.parent != self.vocabulary.root.id):
            self.unsaid.append((fact, entity))  # a claim names what it is made of: nothing else belongs to it
        known = fact.states.get(entity.id)
        fact.states[entity.id] = "partial" if "partial" in (state, known) else state
        entries = fact.related.setdefault(entity.id, [])
        everywhere = self.facts.setdefault(entity.id, [])
        for child in children:
            if child.kind != "map":
                self.problem(
                    "entry",
                    child,
                    Text(
                        f"“{key.value}”的每一条要写成“键: 值”",
                        f"each entry of {key.value!r} is a group of “key: value” lines",
                    ),
                )
                continue
            made = Fact(entity.id, fact, child.line, child.column)
            seen = self._fact(made, entity, child)
            entries.append(made)
            everywhere.append(made)
            for field in entity.fields.values():
                if field.required and field.id not in seen:
                    self.problem(
                        "required",
                        child,
                        Text(
                            f"这一条没有写“{field.zh}”（{field.id}）",
                            f"this entry does not state its {field.name('en')} ({field.id})",
                        ),
                        self._example(field),
                    )

    def _cell(self, fact: Fact, field: Field, node: Node) -> Cell | None:
        """Read one field; returns nothing where it is stated none or wrong."""
        note, inferred, derived = fact.note, False, False
        line, column = node.line, node.column
        if node.kind == "map":
            inner: Node | None = None
            for key, value in node.value:
                word = VALUE_KEYS.get(key.text)
                if word is None:
                    self._unknown(key, list(VALUE_KEYS))
                elif word == "value":
                    inner = value
                elif word == "source":
                    note = self._source(value)
                elif value.text not in (*TRUE_WORDS, *FALSE_WORDS):
                    self.problem(word, value, Text(f"{key.value} 写 true 或 false", f"{key.value} is true or false"))
                elif word == "derived" and field.type not in ("money", "percent", "number", "count"):
                    told = Text(f"“{field.zh}”不是数，推算不出", f"{field.name('en')} is no figure to be derived")
                    self.problem(
                        word, key, told, Text("写 推断: true，或者不写", "write inferred: true, or leave it out")
                    )
                elif word == "derived":
                    derived = value.text in TRUE_WORDS
                elif value.text in TRUE_WORDS:
                    inferred = self.inferred = True
            if inner is None:
                self.problem(
                    "value", node, Text(f"“{field.zh}”缺少 value（值）", f"the value of {field.name('en')} is missing")
                )
                return None
            node = inner
        if node.kind in ("map", "list"):
            self.problem("scalar", node, Text(f"“{field.zh}”只能写一个值", f"{field.name('en')} takes a single value"))
            return None
        text = node.value
        control = HIDDEN.search(text) if not text.isprintable() else None
        if control:  # an escape sequence must not reach a terminal or a report
            code = f"U+{ord(control[0]):04X}"
            what = Text("控制", "control") if control[0] < "\xa0" else Text("看不见的", "invisible")
            told = Text(
                f"“{field.zh}”里有{what.zh}字符 {code}", f"{field.name('en')} holds the {what.en} character {code}"
            )
            self.problem("control", node, told, Text("删去这个字符", "delete it"))
            return None
        if not text.strip():  # nothing, or blanks in quotes: a document number of no characters would count as given
            self.problem(
                "empty",
                node,
                Text(f"“{field.zh}”后面是空的", f"{field.name('en')} is empty"),
                Text(
                    "报告写“无”的写 无；报告没有写的，整行删去",
                    "write 无 where the report says “none”; leave the line out where it is silent",
                ),
            )
            return None
        heading = fact.owner is None and field.id in HEADINGS
        if text in UNFILLED and (node.kind == "plain" or field.type != "text") and (heading or not field.required):
            self.unfilled.append((field.zh, field.name("en"), line))  # quoted, it may be what a text says
            self.to_fill.append((fact, field.id))
            if heading:
                self._not_known(fact, field)
            return None
        if not field.required and self.blanks.take(node, fact, field.id, field.zh):
            return None
        if (node.kind != "text" and text in NONE_WORDS) or text == "无":
            if field.none_is_zero:  # no money is an amount: 0 in every rule, as printed by the case
                nought = typed(
                    field,
                    "0" if field.type != "money" or self.unit else "0.00元",
                    self.vocabulary.enumerations,
                    self.unit,
                    self.decimals,
                )[1]
                assert nought is not None
                return Cell(
                    0, text, nought.step, self.unit or "", nought.decimals, line, column, note, inferred, derived
                )
            fact.none.add(field.id)
            if heading:
                self._not_known(fact, field)
            return None
        try:
            value, figure = typed(field, text, self.vocabulary.enumerations, self.unit, self.decimals)
        except BadValue as bad:
            place = self.source.place(node, max(1, len(text)))
            lead = Text(f"{field.zh}：{bad.message.zh}", f"{field.name('en')}: {bad.message.en}")
            self.problems.append(Problem(f"bad-{field.type}", place, lead, bad.hint))
            return None
        if figure is None:
            return Cell(value, text, 0, "", 0, line, column, note, inferred)
        unit = figure.unit or field.unit
        return Cell(value, text, figure.step, unit, figure.decimals, line, column, note, inferred, derived)

    def _not_known(self, fact: Fact, field: Field) -> None:
        """Take a heading for not known: what depends on it is open (`Reach.doubts`)."""
        fact.none.add(field.id)
        fact.values.pop(field.id, None)  # a fragment's default
        fact.cells.pop(field.id, None)


def _spot(line: int, column: int) -> Node:
    return Node("plain", "", line, column)


def read_case(
    source: Source, vocabulary: Vocabulary, *, defaults: dict[str, Any] | None = None, closed: bool = False
) -> Case:
    """Read a case from *source*; *defaults* fills fields of the unit that a fragment leaves out.

    A list is all there is where it says so, or where the whole report was transcribed; in a *closed* world (a rule's example,
    rows that carry the state of every list) wherever it does not say otherwise.
    """
    return CaseReader(source, vocabulary, closed=closed).read(defaults)
