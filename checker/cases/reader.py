"""Source text → Case: strict, typed by the vocabulary, every problem of a file at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.base import places
from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.base.parties import DECISIONS
from checker.base.values import UNIT_WORDS, UNITS, half_width
from checker.cases.case import Case, Cell, Fact
from checker.cases.cells import FALSE_WORDS, NONE_WORDS, TRUE_WORDS
from checker.cases.codes import code_note
from checker.cases.days import odd_days, odd_note, slip
from checker.cases.links import Linker
from checker.cases.parents import LEFT_OUT, NO_UNIT_LEFT_OUT, called_no_unit, called_totals
from checker.cases.scope import DOCUMENT_KEYS, read_documents
from checker.cases.unknown_keys import advice
from checker.cases.valuereader import MANY, ValueReader
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.documents.unfilled import UNFILLED, unfilled_note

LIST_KEYS = {"complete": "complete", "完整": "complete", "items": "items", "明细": "items"}
CASE_KEYS = {
    "amounts": "amounts",
    "金额口径": "amounts",
    "transcribed": "transcribed",
    "转录": "transcribed",
    "not_disclosed": "not_disclosed",
    "未披露": "not_disclosed",
    "schema": "schema",
    "source": "source",
    "出处": "source",
    **dict.fromkeys(DOCUMENT_KEYS, "document"),
}
ID_WORD = "编号"
"""What every entry may call its id, whatever else its field is named."""
FACT_KEYS = {"source": "source", "出处": "source"}


def key_table(vocabulary: Vocabulary, entity: Entity) -> dict[str, tuple[str, Any]]:
    """Return what each key of a mapping of *entity* means, with its field or entity; built once an entity."""
    table = vocabulary.keys.get(entity.id)
    if table is not None:
        return table
    table = {}
    for word, meaning in (CASE_KEYS if entity.parent is None else FACT_KEYS).items():
        table[word] = (meaning, None)
    linked = entity.parent is None
    below = [e for e in vocabulary.entities.values() if e.parent == entity.id or (linked and e.link is not None)]
    for child in below:
        for word in child.collection:
            table.setdefault(word, ("collection", child))
    for field in entity.fields.values():  # own names first: an alias never hides them
        if field.written:
            table[field.id] = table[field.zh] = ("field", field)
    for field in entity.fields.values():
        for alias in field.aliases if field.written else ():
            table.setdefault(alias, ("field", field))
    if "id" in entity.fields:
        table.setdefault(ID_WORD, ("field", entity.fields["id"]))
    for child in below:  # what rules and tables call it, where that is not the name of something else
        for word in child.keys:
            table.setdefault(word, ("collection", child))
    if entity.link:
        field = Field(entity.link[0], entity.link[1], entity.id, "text")
        table[field.id] = table[field.zh] = ("link", field)
    vocabulary.keys[entity.id] = table
    return table


class CaseReader(ValueReader):
    """Reads one case; one instance a file. After *most* problems (0: never) the rest of it is not looked at."""

    def __init__(self, source: Source, vocabulary: Vocabulary, *, closed: bool = False, most: int = MANY) -> None:
        super().__init__(source, vocabulary, most=most)
        self.closed = closed
        self.left_open: set[str] = set()
        self.unsaid: list[tuple[Fact, Entity]] = []
        self.facts: dict[str, list[Fact]] = {}
        self.whole = False
        self.not_disclosed: Node | None = None
        self.documents: tuple[str, ...] = ()

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
        if [key.text in DECISIONS for key, _ in top.value] == [True]:
            self.problem(
                "party-decision",
                top,
                Text("这是名称认定，不是案例", "these are decisions on names of parties, and no case"),
                Text(
                    f"移到案例文件夹以外，检查时加 --rules {Path(self.source.file).name}",
                    f"move it out of the folder of cases, and check with --rules {Path(self.source.file).name}",
                ),
            )
            raise InputError(self.problems)
        for key, value in top.value:
            if key.text == "format" and value.is_scalar and value.text.startswith("checker-report/"):
                what = Text("这是检查报告，不是案例", "this is a report of a check, and no case")
                moved = Text(
                    "报告写到案例文件夹以外；比较两次检查用 checker diff",
                    "write reports outside the folder of the cases; checker diff compares two runs",
                )
                self.problem("case-shape", key, what, moved)
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
        if not self.whole:
            for fact, entity in self.unsaid:
                fact.states[entity.id] = "partial"
        linker = Linker(self, root)
        linker.link()
        for fact, wrong in called_totals(self.facts, self.vocabulary):
            self.problem("totals", _spot(fact.line, fact.column), wrong, LEFT_OUT)
        if (no_unit := called_no_unit(root)) is not None:
            self.problem("totals", _spot(root.line, root.column), no_unit, NO_UNIT_LEFT_OUT)
        if self.problems:
            raise InputError(self.problems)
        return Case(
            self.source.file,
            self.source.sha256,
            self.vocabulary,
            root,
            self.facts,
            whole=self.whole,
            not_disclosed=linker.not_disclosed | self.blanks.tell(root, self.vocabulary),
            inferred=self.inferred,
            notes=(
                *self.source.notes,
                *told,
                *linker.notes,
                *odd_note(year, odd.told, self.vocabulary),
                *code_note(self.facts, self.vocabulary),
                *unfilled_note(self.unfilled),
            ),
            lines=self.source.shown,
            top=frozenset(linker.top),
            documents=self.documents,
            left_open=frozenset(self.left_open),
            to_fill=frozenset((id(fact), name) for fact, name in self.to_fill) | linker.open_lists(),
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
                Text("金额口径: {单位: 万元, 小数位数: 2}", "amounts: {unit: 万元, decimals: 2}"),
            )
            return
        self.once(node, keys)
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

    def _fact(self, fact: Fact, entity: Entity, node: Node) -> dict[str, Node]:
        """Read the fields and collections of one fact; returns the keys that were there, right or wrong."""
        table = key_table(self.vocabulary, entity)
        values, cells = fact.values, fact.cells
        seen: dict[str, Node] = {}
        for key, value in node.value:
            known = table.get(key.text)
            if known is None:
                known = table.get(half_width(key.text).strip())
                if known is None:
                    self._unknown(key, list(table), node, table, advice(key.text, entity, self.vocabulary, key_table))
                    continue
            meaning, what = known
            mark = (
                what.id if meaning == "field" else f"{meaning} {what.id}" if isinstance(what, Entity) else f"{meaning} "
            )
            if mark in seen:
                self.repeated(key, seen[mark])
                continue
            seen[mark] = key
            if meaning == "field":
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
            self.once(node, LIST_KEYS)
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
            elif (
                flag is not None and flag.text in UNFILLED
            ):  # the entries are there; whether they are all is still to be said
                state, said = "partial", True
                self.unfilled.append(
                    (f"{entity.zh}是否列全", f"whether the list of {entity.name('en')} is whole", flag.line)
                )
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
