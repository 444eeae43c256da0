"""What the columns of a table say of one another: printed texts and values, figures of claims, derived totals, what is hidden.

The evaluator reads some of them and works the others out; SQL reads the others. Where they differ, so would the outcomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import Problem, Text
from checker.base.values import UNITS, BadValue
from checker.cases.cells import NONE_WORDS, typed
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.tables.places_of_rows import fault, filled
from checker.tables.said import SHOWN, column_name, place_of, rows_told
from checker.tables.schema import SCALES, BadFit, scaled, state_column, table
from checker.tables.warehouse import name, quoted

Files = Mapping[str, str | Path] | None
_AGAIN = Text("用 checker pack 重新做表", "make the tables again with checker pack")


def wrong_facts(connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files) -> list[Problem]:
    """Return where columns of a table contradict one another; DuckDB only, whose rows have numbers that stand for one row each."""
    found = [
        *_circles(connection, entity, files),
        *_derived(connection, entity, files),
        *_figures(connection, entity, files),
        *_hidden(connection, entity, vocabulary, files),
        *_texts(connection, entity, vocabulary, files),
    ]
    return [problem for problem in found if problem is not None]


def _circles(connection: Any, entity: Entity, files: Files) -> list[Problem | None]:
    """No row is its own parent in the end. Of every circle some row has a parent that does not come before it: only those are followed."""
    if entity.tree is None:
        return []
    source, up = name("all_" + entity.id), name(entity.tree[0])
    if not connection.execute(f"SELECT 1 FROM {source} WHERE {up} >= _fact LIMIT 1").fetchone():
        return []
    chain = (
        f"(WITH RECURSIVE chain(first, here) AS (SELECT _fact, {up} FROM {source} WHERE {up} >= _fact UNION SELECT chain.first, t.{up} "
        f"FROM chain JOIN {source} t ON t._fact = chain.here WHERE t.{up} IS NOT NULL AND chain.here <> chain.first) "
        "SELECT DISTINCT first FROM chain WHERE here = first)"
    )
    told = Text("绕了一圈又指回自己", "leads back to the row itself")
    return [
        fault(
            connection,
            entity,
            files,
            "circle",
            (entity.tree[0],),
            told,
            "TRUE",
            None,
            f"JOIN {chain} s ON s.first = c._fact",
        )
    ]


def _derived(connection: Any, entity: Entity, files: Files) -> list[Problem | None]:
    """A total that is said to be derived is what its parts, all of them known, add up to; its last digit is theirs together."""
    source = name("all_" + entity.id)
    found: list[Problem | None] = []
    for field in (each for each in entity.fields.values() if each.derive):
        column, step = name(field.id), name(f"{field.id}__step")
        said = f"c._derived LIKE '% {field.id} %' AND c.{name(field.id + '__text')} IS NULL AND c.{column} IS NOT NULL"
        if entity.tree is None or not connection.execute(f"SELECT 1 FROM {source} c WHERE {said} LIMIT 1").fetchone():
            continue
        up, state = name(entity.tree[0]), name(state_column(entity.tree[2][0]))
        parts = (
            f"LEFT JOIN (SELECT {up} AS up, COUNT(*) AS parts, COUNT({column}) AS known, SUM({column}) AS total, SUM({step}) AS steps "
            f"FROM {source} WHERE {up} IS NOT NULL GROUP BY {up}) p ON p.up = c._fact"
        )
        right = f"p.parts = p.known AND c.{state} = 'complete' AND p.total = c.{column} AND p.steps = c.{step}"
        told = Text(
            "注明是推算的（_derived），却不是各分项之和", "is named in _derived and is not the sum of its parts"
        )
        found.append(
            fault(
                connection,
                entity,
                files,
                "not-derived",
                (field.id,),
                told,
                f"{said} AND ({right}) IS NOT TRUE",
                None,
                parts,
            )
        )
    return found


def _figures(connection: Any, entity: Entity, files: Files) -> list[Problem | None]:
    """The one figure of a claim or an operand, where it is there, is what its amount, rate, count or number says."""
    if entity.figure is None:
        return []
    spec, found = entity.figure, list[Problem | None]()
    value = name(spec["value"])
    sign = f"CASE WHEN c.{name(spec['sign'])} = 'minus' THEN -1 ELSE 1 END * " if "sign" in spec else ""
    for kind, slot in spec["slots"].items():
        scale = 10 ** (SCALES["figure"] - SCALES[kind])
        other = " AND c.kind IS DISTINCT FROM 'increase'" if "kind" in spec and kind == "percent" else ""
        wrong = (
            f"c.{name(slot)} IS NOT NULL{other} AND c.{value} <> {sign}CAST(c.{name(slot)} AS DECIMAL(38,0)) * {scale}"
        )
        told = Text("不是同一个数", "are different figures")
        found.append(fault(connection, entity, files, "bad-value", (spec["value"], slot), told, wrong, _AGAIN))
    return found


def _hidden(connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files) -> list[Problem | None]:
    """`_hidden` lists the fields that the unit's `_not_disclosed` names for the row."""
    root, own = name("all_" + vocabulary.root.id), name("all_" + entity.id)
    told_of = (
        f"SELECT EXISTS (FROM {root} WHERE _not_disclosed IS NOT NULL), EXISTS (FROM {own} WHERE _hidden IS NOT NULL)"
    )
    if not any(connection.execute(told_of).fetchone()):
        return []
    if connection.execute(f"SELECT EXISTS (FROM {root} WHERE {broken_hidden(vocabulary)})").fetchone()[0]:
        return []  # said of the unit
    named = (
        f"(SELECT _case, t[2] AS ident, t[3] AS field FROM (SELECT _case, UNNEST(from_json(_not_disclosed, '[[\"VARCHAR\"]]')) AS t "
        f"FROM {root}) WHERE t[1] = {quoted(entity.id)})"
    )
    wanted = (
        f"LEFT JOIN (SELECT r._case, r._fact, r._id, ' ' || string_agg(DISTINCT h.field, ' ' ORDER BY h.field) || ' ' AS fields "
        f"FROM {own} r JOIN {named} h ON h._case = r._case AND h.ident IN ('', r._id) GROUP BY 1, 2, 3) w "
        "ON w._case = c._case AND w._id IS NOT DISTINCT FROM c._id"
    )
    told = Text("和单位的 _not_disclosed 不符", "is not what _not_disclosed of the unit says")
    return [
        fault(
            connection,
            entity,
            files,
            "bad-value",
            ("_hidden",),
            told,
            "c._hidden IS DISTINCT FROM w.fields",
            _AGAIN,
            wanted,
        )
    ]


def broken_hidden(vocabulary: Vocabulary) -> str:
    """Return the condition under which `_not_disclosed` is no list of [entity, id, field]."""
    known = ", ".join(quoted(f"{e.id}.{f}") for e in vocabulary.entities.values() for f in e.fields)
    strange = (
        f"lambda t: t IS NULL OR len(t) <> 3 OR t[2] IS NULL OR COALESCE(t[1] || '.' || t[3], '') NOT IN ({known})"
    )
    listed = f"COALESCE(len(list_filter(from_json(_not_disclosed, '[[\"VARCHAR\"]]'), {strange})) > 0, TRUE)"
    return (
        "CASE WHEN _not_disclosed IS NULL THEN FALSE WHEN NOT json_valid(_not_disclosed) THEN TRUE "
        f"WHEN json_type(_not_disclosed) <> 'ARRAY' THEN TRUE ELSE {listed} END"
    )


# ---- printed texts


def _texts(connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files) -> list[Problem | None]:
    """A value is what its printed text says: SQL passes the usual spellings, and the loader reads the others."""
    columns = {column.name for column in table(entity, vocabulary)}
    fields = [field for field in entity.fields.values() if f"{field.id}__text" in columns and field.type in _FACTORS]
    if fields:
        there = filled(connection, entity, vocabulary)
        fields = [field for field in fields if f"{field.id}__text" in there]
    if not fields:
        return []
    tests = {field.id: _unusual(field) for field in fields}
    asked = ", ".join(f"BOOL_OR({test})" for test in tests.values())
    there = connection.execute(f"SELECT {asked} FROM {name('all_' + entity.id)} c").fetchone()
    return [
        _read(connection, entity, field, vocabulary, files, tests[field.id])
        for field, some in zip(fields, there, strict=True)
        if some
    ]


_FACTORS = {"money": 1, "percent": 10**8, "number": 10**6, "count": 1, "date": 0}
"""What a figure of each type is multiplied by to come to its integer; an amount by its unit."""


def _unusual(field: Field) -> str:
    """Return the condition under which a text is not plainly that of its value."""
    value, text = f"c.{name(field.id)}", f"c.{name(field.id + '__text')}"
    if field.type == "date":
        return f"{text} IS NOT NULL AND {value} IS NOT NULL AND strftime({value}, '%Y-%m-%d') <> {text}"
    digits = f"TRY_CAST(replace(regexp_extract({text}, '^[-0-9.,]+'), ',', '') AS DECIMAL(24,6))"
    factor = str(_FACTORS[field.type])
    if field.type == "money":
        unit = f"COALESCE(NULLIF(regexp_extract({text}, '[^-0-9.,]+$'), ''), c.{name(field.id + '__unit')})"
        factor = f"CASE {unit} {' '.join(f'WHEN {quoted(unit_)} THEN {fen}' for unit_, fen in UNITS.items())} END"
    equal = f"{digits} * CAST({factor} AS DECIMAL(11,0)) = {value}"
    return f"{text} IS NOT NULL AND {value} IS NOT NULL AND ({equal}) IS NOT TRUE"


def _read(
    connection: Any, entity: Entity, field: Field, vocabulary: Vocabulary, files: Files, unusual: str
) -> Problem | None:
    """Return where the loader reads another value in a text than the one beside it."""
    money = field.type == "money"
    units = f"c.{name(field.id + '__unit')}, c.{name(field.id + '__decimals')}" if money else "NULL, NULL"
    cursor = connection.execute(
        f"SELECT c._row, c._case, c._id, c.{name(field.id)}, c.{name(field.id + '__text')}, {units} FROM {name('rows_' + entity.id)} c "
        f"WHERE {unusual} ORDER BY c._row, c._case, c._id"
    )
    many = 0
    shown: list[tuple[Any, ...]] = []
    while rows := cursor.fetchmany(10_000):
        for row, case, ident, value, text, unit, decimals in rows:
            if not _says(field, text, value, unit, decimals, vocabulary):
                many += 1
                shown += [(row, case, ident, str(value), text)] if len(shown) < SHOWN else []
    if not many:
        return None
    told, rows_ = column_name(entity, field.id), rows_told(shown, many)
    message = Text(
        f"{told.zh}和印出的原文（{field.id}__text）不符，{many} 行：{rows_.zh}",
        f"{told.en} is not what its printed text ({field.id}__text) says, {many} row{'s' if many > 1 else ''}: {rows_.en}",
    )
    return Problem("bad-value", place_of(entity, files), message, _AGAIN)


def _says(field: Field, text: str, value: Any, unit: str | None, decimals: int | None, vocabulary: Vocabulary) -> bool:
    if text in NONE_WORDS:
        return bool(value == 0) and field.none_is_zero
    try:
        read, _ = typed(field, text, vocabulary.enumerations, unit if unit in UNITS else None, decimals)
        return bool((read if field.type == "date" else scaled(read, field.type)) == value)
    except (BadValue, BadFit):
        return False
