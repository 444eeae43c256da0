"""One value of a case: what is written for a field or a list, with its source, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text, at_line, did_you_mean, suggest
from checker.base.patterns import pattern
from checker.base.values import BadValue
from checker.base.width import HIDDEN
from checker.cases.blanks import Blanks
from checker.cases.case import HEADINGS, Cell, Fact
from checker.cases.cells import FALSE_WORDS, NONE_WORDS, NOT_OF_ONE_KIND, TRUE_WORDS, typed
from checker.cases.marks import UNNAMED, reading_of
from checker.cases.unknown_keys import usual
from checker.cases.vocabulary import Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.documents.unfilled import UNFILLED

MANY = 2000
"""Problems of one file after which the rest of it is not looked at."""
HINTED = 20
"""Problems of one file that carry a "did you mean", which is the dearest part of telling one."""
_EMPTY = Text(
    "报告写“无”的写 无；报告没有写的，删去这一项",
    "write 无 where the report says “none”; leave it out where it is silent",
)
_MUST = Text("这一项必须写；还不知道的写 待填", "this has to be written; 待填 for what is not known yet")
_REST = pattern(r"\d{3}(?:\.\d+)?[^\d\s]{0,3}")
"""The second half of a figure with a thousands separator."""
VALUE_KEYS = {
    "value": "value",
    "值": "value",
    "source": "source",
    "出处": "source",
    "inferred": "inferred",
    "推断": "inferred",
    "derived": "derived",
    "推算": "derived",
    "unconfirmed": "unconfirmed",
    "待确认": "unconfirmed",
    "quote": "quote",
    "原句": "quote",
}


class ValueReader:
    """Reads values and collects what is wrong with them; after *most* problems (0: never) the rest is not looked at."""

    def __init__(self, source: Source, vocabulary: Vocabulary, *, most: int = MANY) -> None:
        self.source = source
        self.most = most
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []
        self.unit: str | None = None
        self.decimals: int | None = None
        self.inferred = False
        self.unfilled: list[tuple[str, str, int]] = []
        self.to_fill: list[tuple[Fact, str]] = []
        self.refused: set[tuple[int, str]] = set()
        """Fields, by fact, that are told to be wrong already."""
        self.blanks = Blanks()

    def once(self, node: Node, meanings: Mapping[str, str]) -> None:
        """Say which keys of a mapping mean the same as one before: the last would hold, and the first be passed over."""
        seen: dict[str, Node] = {}
        for key, _ in node.value:
            meaning = meanings.get(key.text)
            if meaning is not None and (first := seen.setdefault(meaning, key)) is not key:
                self.repeated(key, first)

    def repeated(self, key: Node, first: Node) -> None:
        """Say that *key* is the same as *first*."""
        self.problem(
            "repeated",
            key,
            Text(
                f"“{key.value}”和{at_line(first.line).zh}的“{first.value}”是同一项",
                f"{key.value!r} is the same field as {first.value!r} in {at_line(first.line).en}",
            ),
            Text("只留一处", "keep one of them"),
        )

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

    def _unknown(
        self,
        key: Node,
        known: list[str],
        within: Node | None = None,
        table: Mapping[str, tuple[str, Any]] | None = None,
        advice: Text | None = None,
    ) -> None:
        """Note an unknown key; a field that is stated *within* the same mapping already is no remedy, and is named as such.

        *advice* is what is known of the word itself, which counts for more than words that look like it.
        """
        if _REST.fullmatch(key.text):  # {金额: 8,000元}: a comma parts two fields there
            self.problem(
                "unknown-key",
                key,
                Text(f"“{key.text}”像是数的后一半", f"{key.text!r} looks like the second half of a figure"),
                Text(
                    '大括号里逗号分开两项：写 8000元，或加引号 "8,000元"',
                    'in braces a comma parts two fields: write 8000元, or "8,000元"',
                ),
            )
            return
        near = advice or self.near(key.text, known)
        named = usual(key.text, table) if table else None
        if (advice is None or named) and near is not None and within is not None and table:
            there = {id(table[each.text][1]): each for each, _ in within.value if each.text in table}
            first = named or suggest(key.text, known)[0]
            line = there.get(id(table[first][1])) if table[first][1] is not None else None
            if line is not None:
                near = Text(
                    f"像是“{first}”，而{at_line(line.line).zh}已经写了“{line.text}”：留一处",
                    f"this looks like {first!r}, and {at_line(line.line).en} states {line.text!r} already: keep one of them",
                )
            elif advice is None:
                free = [each for each in known if table[each][1] is None or id(table[each][1]) not in there]
                near = self.near(key.text, free)
        self.problem(
            "unknown-key",
            key,
            Text(f"不认识的键“{key.text}”", f"unknown key {key.text!r}"),
            near
            or Text(
                "只是说明的，删去或写成 # 注释；可用的键见 checker vocabulary；自己加的对象和字段，加 --rules 规则文件（它旁边的 vocabulary.yaml 一起读）",
                "what only explains is left out, or a # comment; see checker vocabulary for the keys there are; words of your own need --rules with the rule file beside their vocabulary.yaml",
            ),
        )

    def _source(self, node: Node, word: str = "出处") -> str:
        """Read where something was found: one line of text that can be printed."""
        if not node.is_scalar or not node.text.strip() or HIDDEN.search(node.text) or "\r" in node.text:
            self.problem(
                "source",
                node,
                Text(f"{word}要写一句话", f"a {'source' if word == '出处' else 'quote'} is one line of text"),
            )
            return ""
        return node.text

    def _cell(self, fact: Fact, field: Field, node: Node) -> Cell | None:
        """Read one field; returns nothing where it is stated none or wrong."""
        note, inferred, derived, unconfirmed, quote = fact.note, False, False, False, ""
        line, column = node.line, node.column
        if node.kind == "map":
            self.once(node, VALUE_KEYS)
            inner: Node | None = None
            for key, value in node.value:
                word = VALUE_KEYS.get(key.text)
                if word is None:
                    self._unknown(key, list(VALUE_KEYS))
                elif word == "value":
                    inner = value
                elif word == "source":
                    note = self._source(value)
                elif word == "quote":
                    quote = self._source(value, "原句")
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
                    unconfirmed = unconfirmed or word == "unconfirmed"
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
                self._empty(field, fact.owner is None and field.id in HEADINGS),
            )
            self.refused.add((id(fact), field.id))
            return None
        heading = fact.owner is None and field.id in HEADINGS
        if text in UNFILLED and (heading or not field.required):  # quoted as well: no document has that name
            self.unfilled.append((field.zh, field.name("en"), line))
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
                    0,
                    text,
                    nought.step,
                    self.unit or "",
                    nought.decimals,
                    line,
                    column,
                    note,
                    inferred,
                    derived,
                    unconfirmed,
                    quote,
                )
            fact.none.add(field.id)
            if heading:
                self._not_known(fact, field)
            return None
        reading = reading_of(field, text)
        if reading == "none":
            fact.none.add(field.id)
            return None
        if reading:  # it stands in another paper, or nobody knows: not read yet
            self.unfilled.append((f"{field.zh}“{text}”", f"{field.name('en')} {text!r}", line))
            self.to_fill.append((fact, field.id))
            return None
        try:
            value, figure = typed(field, text, self.vocabulary.enumerations, self.unit, self.decimals)
        except BadValue as bad:
            place = self.source.place(node, max(1, len(text)))
            lead = Text(f"{field.zh}：{bad.message.zh}", f"{field.name('en')}: {bad.message.en}")
            self.problems.append(Problem(f"bad-{field.type}", place, lead, bad.hint))
            self.refused.add((id(fact), field.id))
            return None
        if figure is None:
            return Cell(value, text, 0, "", 0, line, column, note, inferred, False, unconfirmed, quote)
        unit = figure.unit or field.unit
        return Cell(
            value, text, figure.step, unit, figure.decimals, line, column, note, inferred, derived, unconfirmed, quote
        )

    def _empty(self, field: Field, heading: bool) -> Text:
        """Return what to write where nothing stands."""
        if field.id == "id":
            return UNNAMED.hint
        if not field.required:
            return _EMPTY
        known = self.vocabulary.enumerations.get(field.type)
        if heading or known is None:
            return _MUST
        names = "、".join(each[0] for each in known.values.values())
        return Text(
            f"这一项必须写，可写：{names}；{NOT_OF_ONE_KIND.zh}",
            f"this has to be written: one of {', '.join(known.values)}; {NOT_OF_ONE_KIND.en}",
        )

    def _not_known(self, fact: Fact, field: Field) -> None:
        """Take a heading for not known: what depends on it is open (`Reach.doubts`)."""
        fact.none.add(field.id)
        fact.values.pop(field.id, None)  # a fragment's default
        fact.cells.pop(field.id, None)
