"""Whose a table is: what stands above it as 部门：…; a document may hold the tables of several units, and they are never mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.base.errors import Text
from checker.intake.document import Note
from checker.intake.forms.collecting import Collected
from checker.intake.forms.recognising import Segment, Sheet
from checker.intake.forms.words import plain

_OWNER = re.compile(
    r"(?<!主管)(?:编制|填报|公开|预算|决算|汇总)?(?:部门|单位)(?:名称)?(?:\((?:公章|盖章)\))?:"
    r"(?P<name>[\u4e00-\u9fff()]{3,30}?)(?=$|金额|单位|编制|填报|公开|\d)"
)
_WHOLE = re.compile(r"\((?:部门)?汇总\)|\(公章\)|\(盖章\)")


def owner_in(texts: Iterable[str]) -> str:
    """Return the unit that texts above a table name, "" for none."""
    for text in texts:
        for line in text.splitlines():
            found = _OWNER.search(plain(line))
            name = _WHOLE.sub("", found["name"]) if found else ""
            if name and "元" not in name:
                return name
    return ""


def same_owner(one: str, other: str) -> bool:
    """Whether two names are those of one unit: the same, or with the place before it left out; a unit alone (本级) is not its department."""
    return one.endswith(other) or other.endswith(one)


def owner_of(segment: Segment, first: int) -> str:
    """Return the unit that a part of a table names above row *first*, or before the table."""
    rows = ("".join(cell.text for cell in segment.grid.starting(row)) for row in range(segment.first, first))
    return owner_in([*rows, *(text for _, text in reversed(segment.above))])


def another(name: str) -> Text:
    """Return what is said of a table of another unit."""
    return Text(f"另一个单位（{name}）的表，没有采用", f"a table of another unit, {name}, not used")


def apart(sheets: Sequence[Sheet], unknown: Sequence[Segment], found: Collected) -> tuple[list[Sheet], list[Segment]]:
    """Return the tables of the unit whose table stands first; the others are told, and their figures are none of the unit."""
    parts: list[tuple[int, int, Sheet | Segment, str, list[Segment]]] = []
    for sheet in sheets:
        segment = sheet.segments[0]
        head = min((r.head.first for r in sheet.regions if r.segment is segment), default=segment.first)
        parts.append((segment.number, segment.first, sheet, owner_of(segment, head), sheet.segments))
    for segment in unknown:
        rows = min(segment.first + 4, segment.last + 1)
        parts.append((segment.number, segment.first, segment, owner_of(segment, rows), [segment]))
    main = last = ""
    kept: list[Sheet | Segment] = []
    for _, _, part, name, segments in sorted(parts, key=lambda each: each[:2]):
        last = name or last
        main = main or last
        if same_owner(main, last):
            kept.append(part)
            continue
        why = another(last)
        for segment in segments:
            found.notes.append(Note(segment.grid.table.place, why))
            for row in range(segment.first, segment.last + 1):
                found.context(segment.grid.starting(row), why)
    return [each for each in sheets if any(each is one for one in kept)], [
        each for each in unknown if any(each is one for one in kept)
    ]
