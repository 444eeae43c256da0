"""Credit codes in tables held against their check character, as `cases.codes` does those of a case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.credit_code import PERSON, SHAPE, SIGNS, WEIGHTS
from checker.base.errors import Text
from checker.cases.codes import ASIDE
from checker.cases.vocabulary import Entity
from checker.tables.said import place_of
from checker.tables.warehouse import name, quoted

STRANGE = "".join(sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if sign not in SIGNS)
"""Letters that no code has."""


def wrong_in(column: str) -> str:
    """Return when the plain code *column* is meant to be one and cannot be right, in DuckDB's words."""
    total = " + ".join(
        f"(strpos({quoted(SIGNS)}, substr({column}, {place}, 1)) - 1) * {weight}"
        for place, weight in enumerate((*WEIGHTS, 1), 1)
    )
    return (
        f"regexp_full_match({column}, {quoted(SHAPE)}) AND NOT regexp_full_match({column}, {quoted(PERSON)}) "
        f"AND (regexp_matches({column}, '[{STRANGE}]') OR ({total}) % 31 <> 0)"
    )


def code_notes(connection: Any, entity: Entity, files: Mapping[str, str | Path] | None) -> list[Text]:
    """Return what to tell of the codes in a table; what is not in half-width characters is not judged."""
    notes = []
    for field in entity.fields.values():
        if not field.code_of:
            continue
        plain = f"upper(regexp_replace({name(field.id)}, '[ -]', '', 'g'))"
        rows = f"SELECT {plain} AS code FROM {name('all_' + entity.id)} WHERE length({name(field.id)}) >= 18"
        asked = f"SELECT COUNT(*), MIN(code) FROM ({rows}) WHERE {wrong_in('code')}"
        many, first = connection.execute(asked).fetchone()
        if many:
            where = place_of(entity, files).file
            notes.append(
                Text(
                    f"{where}：{many} 个{field.zh}校验位不符或有不该有的字符，例如 {first}。{ASIDE.zh}",
                    f"{where}: {many} {field.name('en')} whose check character does not fit, or with a character that none has, such as {first}. {ASIDE.en}",
                )
            )
    return notes
