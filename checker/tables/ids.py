"""Whether the id of every row is the one that its own columns say: its id, or the natural key of its entity."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.cases.case import Cell
from checker.cases.links import key_text
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.rows import printed
from checker.tables.said import SHOWN, column_name, place_of, rows_told
from checker.tables.schema import SCALES, unscaled
from checker.tables.warehouse import name, quoted

_HINT = Text("改成这一列的值，或用 checker pack 做表", "write what is wanted, or make the tables with checker pack")


def wrong_ids(
    connection: Any, entity: Entity, vocabulary: Vocabulary, files: Mapping[str, str | Path] | None
) -> list[Problem]:
    """Return what is wrong with the ids of a table; SQL passes what is plainly right, and the loader's own words decide the rest.

    The evaluator knows a fact by this id: with another one its findings would not be those of SQL.
    """
    if entity.parent is None or not entity.key:
        return []  # of a unit the values say it
    problems: list[Problem] = []
    own = entity.key[0] == "id"
    if own:
        told = Text("不是同一个编号", "are different ids")
        found = fault(
            connection,
            entity,
            files,
            "bad-value",
            ("_id", "id"),
            told,
            "c.id IS NOT NULL AND c.id IS DISTINCT FROM c._id",
        )
        problems += [found] if found is not None else []
    keys = [entity.fields[key] for key in entity.key if key != "id"]
    if not keys:
        return problems
    below = entity.parent != vocabulary.root.id
    joined = f" LEFT JOIN {name('all_' + str(entity.parent))} t ON t._fact = c._owner" if below else ""
    lead = "t._id || '/' || " if below else ""
    parts = ", ".join(_part(field, vocabulary) for field in keys)
    wanted = f"{lead}concat_ws('/', {parts})"
    given = "regexp_replace(c._id, '#[0-9]+$', '')" if entity.repeatable else "c._id"
    unsure = f"{'t._fact IS NOT NULL AND ' if below else ''}{'c.id IS NULL AND ' if own else ''}{given} IS DISTINCT FROM {wanted}"
    listed = ", ".join(f"c.{name(each)}" for field in keys for each in _columns(entity, field))
    owner = "t._id" if below else "NULL"
    cursor = (
        connection.execute(
            f"SELECT c._row, c._case, c._id, {owner}, {listed} FROM {name('rows_' + entity.id)} c{joined} WHERE {unsure} ORDER BY c._row, c._case, c._id"
        )
        if _any(connection, entity, joined, unsure)
        else None
    )
    many = 0
    shown: list[tuple[Any, ...]] = []
    while cursor is not None and (rows := cursor.fetchmany(10_000)):
        for row, case, ident, above, *cells in rows:
            right = (f"{above}/" if below else "") + _key(entity, keys, cells, vocabulary)
            stem, mark, number = str(ident).rpartition("#")
            if ident == right or (entity.repeatable and mark and stem == right and number.isdigit()):
                continue
            many += 1
            if len(shown) < SHOWN:
                shown.append((row, case, None, ident, right))
    if many:
        names = (
            "、".join(column_name(entity, field.id).zh for field in keys),
            ", ".join(repr(field.id) for field in keys),
        )
        rows_ = rows_told(shown, many)
        message = Text(
            f"“_id”和{'没有 id 时的' if own else ''}{names[0]}不符，{many} 行（是什么、应是什么）：{rows_.zh}",
            f"'_id' is not what {names[1]} say{' where there is no id' if own else ''}, {many} row{'s' if many > 1 else ''} (what it is, what is wanted): {rows_.en}",
        )
        problems.append(Problem("bad-value", place_of(entity, files), message, _HINT))
    return problems


def _any(connection: Any, entity: Entity, joined: str, wrong: str) -> bool:
    asked = f"SELECT 1 FROM {name('all_' + entity.id)} c{joined} WHERE {wrong} LIMIT 1"
    return connection.execute(asked).fetchone() is not None


def _columns(entity: Entity, field: Field) -> list[str]:
    """Return the columns that a part of a key is made of."""
    return [field.id, f"{field.id}__text"] if field.type == "year" else [field.id]


def _part(field: Field, vocabulary: Vocabulary) -> str:
    """Return the SQL of a part of a natural key where it is as usual; NULL where there is none."""
    column = f"c.{name(field.id)}"
    known = vocabulary.enumerations.get(field.type)
    if known is not None:
        cases = " ".join(f"WHEN {quoted(value)} THEN {quoted(known.name(value, 'zh'))}" for value in known.values)
        return f"CASE {column} {cases} END"
    if field.type == "date":
        return f"strftime({column}, '%Y-%m-%d')"
    if field.type == "money":
        digits = f"lpad(CAST(abs({column}) AS VARCHAR), 7, '0')"
        whole = f"left({digits}, length({digits}) - 6)"
        rest = f"rtrim(right({digits}, 6), '0')"
        return f"CASE WHEN {column} < 0 THEN '-' ELSE '' END || {whole} || CASE WHEN {rest} <> '' THEN '.' || {rest} ELSE '' END || '万元'"
    return f"CAST({column} AS VARCHAR)"


def _key(entity: Entity, keys: list[Field], cells: list[Any], vocabulary: Vocabulary) -> str:
    """Return the natural key of a row as the loader makes it of a case."""
    values = iter(cells)
    parts = []
    for field in keys:
        row = {column: next(values) for column in _columns(entity, field)}
        value = row[field.id]
        if value is None:
            continue
        if field.type in SCALES:
            value = unscaled(int(value), field.type)
        text = str(value) if field.type in SCALES else printed(field, value, row)
        parts.append(key_text(entity, field.id, Cell(value, text), vocabulary))
    return "/".join(parts)
