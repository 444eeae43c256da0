"""How the rows of a table are named in a message: number in the file, case, id and cell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Place, Text
from checker.cases.vocabulary import Entity

SHOWN = 5
"""Rows of one fault that are named; of the others the number is told."""


def column_name(entity: Entity, column: str) -> Text:
    """Return how a column is called in a message: its name, with the Chinese name of its field."""
    field = entity.fields.get(column)
    return Text(f"“{column}”（{field.zh}）" if field else f"“{column}”", f"{column!r}")


def place_of(entity: Entity, files: Mapping[str, str | Path] | None) -> Place:
    """Return the file of a table, as whoever gave it called it."""
    return Place(str((files or {}).get(entity.id, entity.id)))


def rows_told(found: list[tuple[Any, ...]], many: int) -> Text:
    """Return rows as they are told: each with its number in the file (none where rows have no order), case, id and cell."""
    zh, en = [], []
    for row, case, ident, *cells in found:
        who = [each for each in (f"案例 {case}" if case is not None else "", ident or "") if each]
        who_en = [each for each in (f"case {case}" if case is not None else "", ident or "") if each]
        about = f"（{'，'.join(who)}）" if who else ""
        about_en = f" ({', '.join(who_en)})" if who_en else ""
        shown = "" if row is not None or not cells else "："
        shown += "、".join("空" if cell is None else f"“{cell}”" for cell in cells)
        shown_en = ", ".join("empty" if cell is None else repr(cell) for cell in cells)
        zh.append((f"第 {row} 行{about}" if row is not None else about[1:-1]) + shown)
        en.append((f"row {row}{about_en}" if row is not None else about_en[2:-1]) + (f" {shown_en}" if cells else ""))
    more = many - len(found)
    if more > 0:
        zh.append(f"另有 {more} 行")
        en.append(f"{more} more")
    return Text("；".join(zh), "; ".join(en))
