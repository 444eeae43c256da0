"""A case, or a form for one, as the rows of the workbook that `checker new-case` writes; nothing of a case is left behind.

What a workbook cannot hold is refused, and what was written is read back and compared before it is given out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from checker.authoring.case_form import checked
from checker.authoring.case_parts import Block, Row
from checker.authoring.own_form import kinds
from checker.base.errors import InputError, Problem, Text
from checker.base.values import UNIT_WORDS, half_width
from checker.cases.case import Case, Fact
from checker.cases.cells import FALSE_WORDS, NONE_WORDS, TRUE_WORDS
from checker.cases.reader import LIST_KEYS, key_table
from checker.cases.valuereader import VALUE_KEYS
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.documents.unfilled import BLANK as BLANK_WORD
from checker.documents.unfilled import UNFILLED
from checker.intake.casebook.cells import MARKS
from checker.intake.casebook.layout import (
    ALL,
    BLANK,
    EACH,
    NO,
    NONE,
    NOT_ALL,
    TO_FILL,
    UNSAID,
    YES,
)

_PLAIN = re.compile(r"(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(\S*)", re.ASCII)
LEFT_BLANK = "left_blank"
"""The field in which the loader lists the cells that a report leaves empty; how many there are stands beside it."""
MOST_DIGITS = 15
"""A spreadsheet keeps so many digits; a longer number is written as text."""


@dataclass
class Value:
    """What a cell is to hold: a text, a number with its decimals, or a day; with a note on it."""

    text: str
    number: Decimal | None = None
    decimals: int = 0
    source: str = ""
    inferred: bool = False
    derived: bool = False


@dataclass
class Entry:
    """One row: values by the id of the field, its owner's id, its lists by the entity, its source."""

    values: dict[str, Value] = field(default_factory=dict)
    owner: str = ""
    lists: dict[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass
class Filled:
    """What the workbook is to hold: the head of the case, the unit's fields, and the rows of every sheet."""

    unit: str = "万元"
    decimals: str = "2"
    transcribed: str = ""
    documents: str = ""
    not_disclosed: str = ""
    root: Entry = field(default_factory=Entry)
    rows: dict[str, list[Entry]] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)
    sheets: frozenset[str] = frozenset()
    """The entities that get a sheet; all where it is empty."""


def form(
    vocabulary: Vocabulary,
    kind: str,
    unit: dict[str, str],
    parts: Sequence[str],
    amounts: str,
    documents: Sequence[str],
    lang: str,
) -> Filled:
    """Return a form to fill in, with the rows and fields of the form of this *kind* waiting; raises InputError."""
    wanted, names = checked(vocabulary, kind, unit, parts, documents)
    made = Filled(amounts, "0" if amounts == "元" else "2", NOT_ALL.say(lang))
    made.documents = "、".join(names) or ""
    blank = TO_FILL.say(lang)
    for name, text in unit.items():
        made.root.values[name] = value_of(vocabulary, vocabulary.root.fields[name], Node("plain", text, 0, 0), lang)
    shown = set()
    for name in wanted:
        part = kinds(vocabulary)[kind][name]
        made.root.values.update({each: Value(blank) for each in part.fields})
        for block in part.blocks:
            shown |= set(_block(vocabulary, made, block, "", lang))
    for entity in vocabulary.entities.values():
        if entity.parent is not None and (entity.parent == vocabulary.root.id or entity.link):
            made.whole.setdefault(entity.id, blank)
    if parts:
        made.sheets = frozenset(shown | {e.id for e in vocabulary.entities.values() if e.parent in shown})
    return made


def _block(vocabulary: Vocabulary, made: Filled, block: Block, owner: str, lang: str) -> list[str]:
    """Put the rows of a part of the form into their sheet; returns the entities that it fills in."""
    entity, found = vocabulary.entities[block.entity], [block.entity]
    for row in block.rows:
        entry = Entry(owner=owner)
        for inner in row.inside:
            found += _block(vocabulary, Filled(), inner, "", lang)
        if not block.register:
            _row(vocabulary, entity, row, entry, lang)
            made.rows.setdefault(entity.id, []).append(entry)
    return found


def _row(vocabulary: Vocabulary, entity: Entity, row: Row, entry: Entry, lang: str) -> None:
    for name in row.fields:
        entry.values[name] = Value(TO_FILL.say(lang))
    for name, text in row.given:
        entry.values[name] = value_of(vocabulary, entity.fields[name], Node("plain", text, 0, 0), lang)


def filled(source: Source, vocabulary: Vocabulary, lang: str) -> Filled:
    """Return the rows of the case in *source*, which was read already; raises InputError for what no workbook can hold."""
    return _Filler(source, vocabulary, lang).fill()


class _Filler:
    """Goes through the nodes of one case."""

    def __init__(self, source: Source, vocabulary: Vocabulary, lang: str) -> None:
        self.source, self.vocabulary, self.lang = source, vocabulary, lang
        self.problems: list[Problem] = []
        self.made = Filled("", "")
        self.made.unit = EACH.say(lang)
        self.made.transcribed = NOT_ALL.say(lang)

    def fill(self) -> Filled:
        self._fact(self.vocabulary.root, self.source.root, self.made.root)
        if self.problems:
            raise InputError(self.problems)
        return self.made

    def _refuse(self, node: Node, zh: str, en: str) -> None:
        self.problems.append(
            Problem(
                "no-cell",
                self.source.place(node),
                Text(zh, en),
                Text("这个案例留在文本文件里", "keep this case as a text"),
            )
        )

    def _fact(self, entity: Entity, node: Node, entry: Entry) -> None:
        table = key_table(self.vocabulary, entity)
        for key, value in node.value:
            meaning, what = table.get(key.text) or table[half_width(key.text).strip()]
            if meaning == "field":
                made = self._value(what, value)
                if made is not None:
                    entry.values[what.id] = made
            elif meaning == "source":
                entry.source = self._line(value)
            elif meaning == "link":
                entry.owner = self._line(value)
        ident = entry.values[entity.key[0]].text if entity.key and entity.key[0] in entry.values else ""
        for key, value in node.value:
            meaning, what = table.get(key.text) or table[half_width(key.text).strip()]
            if meaning == "collection":
                self._list(entity, what, value, entry, ident)
            elif meaning in ("amounts", "transcribed", "document", "not_disclosed"):
                self._head(meaning, value)

    def _line(self, node: Node) -> str:
        if node.text != node.text.strip() or "\n" in node.text:
            self._refuse(node, "前后有空格或有换行", "has blanks around it or line ends")
        return node.text

    def _head(self, meaning: str, node: Node) -> None:
        """Take what holds of the whole case."""
        if meaning == "amounts":
            for key, value in node.value:
                text = half_width(value.text)
                if key.text in ("unit", "单位"):
                    self.made.unit = UNIT_WORDS.get(text, text)
                else:
                    self.made.decimals = text
            return
        words = [child.text for child in node.value] if node.kind == "list" else [node.text]
        if any("\n" in word or "、" in word for word in words):
            self._refuse(node, "里面有顿号或换行", "holds a comma of lists or line ends")
        if meaning == "transcribed":
            whole = words in (["whole"], ["全部"], ["全文"])
            self.made.transcribed = ALL.say(self.lang) if whole else "、".join(words)
        elif meaning == "document":
            self.made.documents = "、".join(words)
        else:
            self.made.not_disclosed = "、".join(words)

    def _list(self, owner: Entity, child: Entity, node: Node, entry: Entry, ident: str) -> None:
        """Take the entries of a list, and what is said of how whole it is."""
        lang, flag, items = self.lang, "", node
        if node.kind == "map":
            for key, value in node.value:
                if LIST_KEYS[key.text] == "complete":
                    flag = (
                        TO_FILL.say(lang)
                        if value.text in UNFILLED
                        else NO.say(lang)
                        if value.text in FALSE_WORDS
                        else YES.say(lang)
                    )
                else:
                    items = value
        top = owner.parent is None
        if items.kind in ("plain", "text") and items.value in UNFILLED:
            flag = TO_FILL.say(lang)
        elif items.is_scalar and items.value in (BLANK_WORD, "blank"):
            flag = BLANK.say(lang)
        children: list[Node] = items.value if items.kind == "list" else []
        if not flag:
            unlinked = child.link is None and not top
            flag = NONE.say(lang) if not children else "" if unlinked else UNSAID.say(lang)
        known = self.made.whole if top else entry.lists
        if child.id in known:
            self._refuse(node, f"{child.zh}写了两处", f"{child.name('en')} is there twice")
        known[child.id] = flag
        if children and not top and not ident:
            self._refuse(node, f"{owner.zh}没有编号，归不到它名下", f"the {owner.name('en')} has no id to belong to")
        for each in children:
            made = Entry(owner="" if top else ident)
            self.made.rows.setdefault(child.id, []).append(made)
            self._fact(child, each, made)

    def _value(self, known: Field, node: Node) -> Value | None:
        source, inferred, derived = "", False, False
        if node.kind == "map":
            for key, value in node.value:
                word = VALUE_KEYS[key.text]
                if word == "source":
                    source = self._line(value)
                elif word == "unconfirmed" and value.text in TRUE_WORDS:
                    self._refuse(
                        key,
                        f"“{known.zh}”还没有人确认，先用 checker import --review 确认",
                        f"nobody has confirmed {known.name('en')}: first use checker import --review",
                    )
                elif word not in ("value", "quote"):
                    said = value.text in TRUE_WORDS
                    inferred, derived = (
                        inferred or (said and word == "inferred"),
                        derived or (said and word == "derived"),
                    )
            node = next(value for key, value in node.value if VALUE_KEYS[key.text] == "value")
        text = node.text
        marked = (
            (node.kind != "text" and text in NONE_WORDS)
            or text == "无"
            or text in UNFILLED
            or text in (BLANK_WORD, "blank")
        )
        literal = known.type == "text" and node.kind == "text" and text not in ("无", BLANK_WORD, *UNFILLED)
        if known.type in ("text", "ref") and (literal or not marked) and (text in MARKS or text != text.strip()):
            self._refuse(
                node,
                f"{known.zh}：“{text}”在工作簿里是别的意思，或前后有空格",
                f"{known.name('en')}: {text!r} means something else in a workbook, or has blanks around it",
            )
            return None
        made = value_of(
            self.vocabulary, known, Node("text" if literal else node.kind, text, node.line, node.column), self.lang
        )
        made.source, made.inferred, made.derived = source, inferred, derived
        return made


def value_of(vocabulary: Vocabulary, known: Field, node: Node, lang: str) -> Value:
    """Return what a cell of a field is to hold for a value as a case has it."""
    text = node.text
    if text in UNFILLED:
        return Value(TO_FILL.say(lang))
    if known.type != "text" or node.kind != "text":
        if (node.kind != "text" and text in NONE_WORDS) or text == "无":
            return Value(NONE.say(lang))
        if text == BLANK_WORD or (node.kind == "plain" and text == "blank"):
            return Value(BLANK.say(lang))
    enumeration = vocabulary.enumerations.get(known.type)
    if enumeration is not None:
        return Value(enumeration.name(enumeration.by_name[text], lang))
    if known.type == "flag":
        return Value(YES.say(lang) if text in TRUE_WORDS else NO.say(lang))
    if known.type in ("money", "percent", "number", "count", "year"):
        match = _PLAIN.fullmatch(half_width(text))
        unit = "%" if known.type == "percent" else "" if known.type == "money" else known.unit
        if match is not None and match[4] in ("", unit) and (match[4] or known.type != "percent"):
            digits = match[2].replace(",", "") + (f".{match[3]}" if match[3] else "")
            plain = digits.replace(".", "").lstrip("0")
            if len(plain) <= MOST_DIGITS and not (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
                return Value(text, Decimal(match[1] + digits), len(match[3] or ""))
    return Value(text)


def differences(one: Case, other: Case) -> list[str]:
    """Return in what two readings of a case differ: facts, figures, what is none, how whole each list is."""
    first, second = _told(one), _told(other)
    return [
        f"{key}: {first.get(key)!r} / {second.get(key)!r}"
        for key in sorted({*first, *second})
        if first.get(key) != second.get(key)
    ]


def _told(case: Case) -> dict[str, object]:
    found: dict[str, object] = {
        "whole": case.whole,
        "hidden": sorted(case.not_disclosed),
        "documents": sorted(case.documents),
        "open": sorted(case.left_open),
        "inferred": case.inferred,
        "to_fill": len(case.to_fill),
    }
    for fact in case.each():
        name = f"{fact.entity}[{fact.id}]"
        found[name] = fact.owner.id if fact.owner is not None else ""
        for key, value in fact.values.items():
            if (
                key != LEFT_BLANK
            ):  # names in the order in which they were read; what they name is compared as not disclosed
                found[f"{name}.{key}"] = value.id if isinstance(value, Fact) else value
        for key, cell in fact.cells.items():
            if key == LEFT_BLANK:
                continue
            shown = cell.value.id if isinstance(cell.value, Fact) else cell.value
            note = cell.note if cell.note != fact.note else ""
            found[f"{name}.{key} cell"] = (
                shown,
                cell.step,
                cell.unit,
                cell.decimals,
                note,
                cell.inferred,
                cell.derived,
            )
        found[f"{name} none"] = sorted(fact.none)
        found[f"{name} states"] = sorted(fact.states.items())
        found[f"{name} source"] = fact.note
    return found
