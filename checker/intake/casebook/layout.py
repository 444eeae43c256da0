"""The sheets and headings of the workbook of a case, derived from the vocabulary; what writes and what reads it share them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checker.base.errors import Text
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.mapping.headings import folded

GUIDE = Text("说明", "Read me")
CHOICES = Text("选项", "choices")
"""The sheet that holds long lists of choices; nothing of it is read."""
TITLE = Text("案例工作簿", "Case workbook")
"""How the first cell of the first two sheets begins: by it a workbook of ours is known."""
WHOLE = Text("列全", "all listed")
"""The cell of a sheet, and the columns of an entry, that say whether a list is whole."""
SAMPLE = Text("示例", "sample")
"""Stands in the first column of the row that is never read."""
MARK = Text("行", "row")
SOURCE = Text("出处", "source")
ITEM, VALUE, SHAPE = Text("项目", "item"), Text("填写", "value"), Text("单位、写法", "unit, how to write it")
UNIT = Text("金额单位", "unit of amounts")
DECIMALS = Text("金额小数位数", "decimals of amounts")
TRANSCRIBED = Text("转录", "transcribed")
DOCUMENT = Text("材料", "document")
NOT_DISCLOSED = Text("未披露", "not disclosed")
SPECIAL = (UNIT, DECIMALS, TRANSCRIBED, DOCUMENT, NOT_DISCLOSED, SOURCE)
"""Rows of the sheet of the unit that are no fields."""
EACH = Text("逐格写明", "in each cell")
"""Stands for the unit of amounts where every amount names its own."""
YES, NO, UNSAID = Text("是", "yes"), Text("否", "no"), Text("不详", "not said")
NONE, TO_FILL, BLANK = Text("无", "none"), Text("待填", "to_fill"), Text("留空", "blank")
HIDDEN = Text("未披露", "not_disclosed")
"""Stands in a cell whose figure the report does not disclose; 未列 is the same."""
ALL, NOT_ALL = Text("全部", "whole"), Text("没有全录", "not whole")
STATES = (YES, NO, UNSAID, NONE, TO_FILL, BLANK)
"""What may be said of a list."""
REQUIRED = " *"
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_UNIT = re.compile(r"(.+?)\(([^()]*)\)")


@dataclass(frozen=True, eq=False)
class Head:
    """One column: what stands in it (mark, owner, field, list, source), with its field or the entity of its list."""

    kind: str
    zh: str
    en: str
    field: Field | None = None
    child: Entity | None = None
    required: bool = False
    aliases: tuple[str, ...] = ()

    def name(self, lang: str) -> str:
        """Return the heading without unit and mark."""
        return self.en if lang == "en" else self.zh

    def unit(self, amounts: str, lang: str) -> str:
        """Return the unit that plain figures in the column stand in, in brackets; *amounts* is that of money, "" for none."""
        if self.field is None:
            return ""
        unit = self.field.unit
        if self.field.type == "money":
            unit = amounts or ("写明单位" if lang == "zh" else "with its unit")
        elif self.field.type == "percent":
            unit = "%"
        if not unit:
            return ""
        return f"（{unit}）" if lang == "zh" else f" ({unit})"

    def text(self, amounts: str, lang: str) -> str:
        """Return the heading as it is printed."""
        return self.name(lang) + self.unit(amounts, lang) + (REQUIRED if self.required else "")


class Layout(NamedTuple):
    """One sheet: the facts of an entity, one in a row (the unit's: one field in a row)."""

    entity: Entity
    zh: str
    en: str
    heads: tuple[Head, ...]
    whole: bool
    """Whether a cell says that its list is whole; of what only stands within others each of those says so."""

    def name(self, lang: str) -> str:
        """Return the name of the sheet."""
        return self.en if lang == "en" else self.zh


def layouts(vocabulary: Vocabulary) -> list[Layout]:
    """Return the sheet of the unit, then one for every entity, in the order of the vocabulary."""
    root = vocabulary.root
    found = [Layout(root, sheet_name(root.zh), sheet_name(root.name("en")), tuple(_fields(root)), False)]
    names = {name.lower() for text in (GUIDE, CHOICES) for name in text} | {found[0].zh, found[0].en}
    for entity in vocabulary.entities.values():
        if entity.parent is None:
            continue
        zh, en = (_free(sheet_name(entity.name(lang)), names) for lang in ("zh", "en"))
        found.append(
            Layout(
                entity, zh, en, tuple(_heads(vocabulary, entity)), entity.parent == root.id or entity.link is not None
            )
        )
    return found


def sheet_name(wanted: str) -> str:
    """Return a name that a sheet may have."""
    return _NO_NAME.sub(" ", wanted).strip()[:28] or "-"


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name.lower() in taken:
        number += 1
        name = f"{wanted[:25]} {number}"
    taken.add(name.lower())
    return name


def _heads(vocabulary: Vocabulary, entity: Entity) -> Iterator[Head]:
    yield Head("mark", MARK.zh, MARK.en)
    if entity.parent is not None and entity.parent != vocabulary.root.id:
        owner = vocabulary.entities[entity.parent]
        key = owner.fields[owner.key[0]]
        zh, en = (entity.link[1], entity.link[0]) if entity.link else (key.zh, f"{owner.name('en')} {key.name('en')}")
        yield Head("owner", zh, en.replace("_", " "), child=owner, required=True)
    yield from _fields(entity)
    for child in vocabulary.children(entity.id):
        yield Head("list", child.zh + WHOLE.zh, f"{child.name('en')} {WHOLE.en}", child=child)
    yield Head("source", SOURCE.zh, SOURCE.en)


def _fields(entity: Entity) -> Iterator[Head]:
    for field in entity.fields.values():
        if field.written:
            needed = field.required or (entity.required_key and field.id == entity.key[0])
            yield Head("field", field.zh, field.name("en"), field, required=needed, aliases=(field.id, *field.aliases))


def table_of(heads: tuple[Head, ...]) -> dict[str, Head]:
    """Return the headings by every folded name: a name of its own hides an alias of another."""
    found = {folded(name): head for head in heads for name in (head.zh, head.en)}
    for head in heads:
        for name in head.aliases:
            found.setdefault(folded(name), head)
    return found


def read_heading(text: str, table: dict[str, Head]) -> tuple[Head | None, str]:
    """Return the column that a heading means, none for an unknown one, and the unit that it names in brackets."""
    plain = folded(text).rstrip("*")
    if plain in table:
        return table[plain], ""
    match = _UNIT.fullmatch(plain)
    return (table.get(match[1]), match[2]) if match is not None else (None, "")


def samples(vocabulary: Vocabulary, layout: Layout, lang: str) -> dict[str, str]:
    """Return the texts of the row that is never read, by heading: made up, and the same for every workbook of a language."""
    made = {}
    shapes = {
        "money": "12.34",
        "percent": "56.78",
        "number": "90",
        "count": "3",
        "date": "2020-06-30",
        "flag": YES.say(lang),
        "year": "2020",
        "ref": SAMPLE.say(lang) + "-1",
    }
    for head in layout.heads:
        name = head.name(lang)
        if head.kind == "mark":
            made[name] = SAMPLE.say(lang)
        elif head.kind == "owner":
            made[name] = SAMPLE.say(lang) + "-1"
        elif head.kind == "list":
            made[name] = YES.say(lang)
        elif head.kind == "source":
            made[name] = Text("第 2 页表 1", "page 2, table 1").say(lang)
        elif head.field is not None:
            known = vocabulary.enumerations.get(head.field.type)
            shown = known.name(next(iter(known.values)), lang) if known else shapes.get(head.field.type, "")
            made[name] = shown or (
                SAMPLE.say(lang)
                + ("-1" if head.field.id == "id" else head.name(lang) if lang == "zh" else " " + head.name(lang))
            )
    return made
