"""What the columns `…__state` say of lists, held against the rows there are and against one another, as the loader has them.

SQL reads the columns; the evaluator works some of them out anew. Where they differ, so would the outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.errors import Problem, Text
from checker.cases.parents import LEVELS
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.schema import joins, relation_keys, state_column
from checker.tables.warehouse import name

_AGAIN = Text("用 checker pack 重新做表", "make the tables again with checker pack")
_ABSENT = Text("空着，而这张清单里有行", "is empty, and there are rows of that list")
_DIFFERS = Text(
    "和清单的行、和单位或上级写的状态不符", "is not what the rows of that list and the states of what is above say"
)


class StateTest(NamedTuple):
    """When a row says something wrong of a list, in SQL: `c` stands for the row, `joined` for what is joined to it."""

    column: str
    told: Text
    wrong: str
    joined: str


def state_tests(entity: Entity, vocabulary: Vocabulary) -> Iterator[StateTest]:
    """Yield the tests of the state columns of a table."""
    for key in relation_keys(entity, vocabulary):
        column, targets = state_column(key), joins(entity.id, key, vocabulary)
        state = f"c.{name(column)}"
        if entity.tree and key == entity.tree[2][0]:
            yield _tree(entity, column, vocabulary)
            continue
        other = vocabulary.entities[key]
        owned = other.parent == entity.id
        if owned or entity.parent is None:
            yield from _listed(entity, other, column, vocabulary, owned)
        else:
            field = targets[-1][1]
            unit = vocabulary.root
            told = f"_top LIKE '% {other.id} %'"
            base = f"u.{name(column)}"
            if other.parent != unit.id:
                base = f"CASE WHEN u.{told} THEN {base} WHEN n._case IS NOT NULL THEN 'partial' END"
            joined = (
                f"JOIN {name('all_' + unit.id)} u ON u._case = c._case LEFT JOIN (SELECT _case, BOOL_OR({name(field)} IS NULL "
                f"AND COALESCE(_none, '') NOT LIKE '% {field} %') AS unplaced FROM {name('all_' + other.id)} GROUP BY _case) n ON n._case = c._case"
            )
            wanted = f"CASE WHEN ({base}) IS NULL THEN NULL WHEN n.unplaced THEN 'partial' ELSE {base} END"
            differs = f"{state} IS DISTINCT FROM {wanted}"
            line = next((f.id for f in entity.fields.values() if f.ref and f.ref == other.parent), "")
            if line:  # whose line lists all of its own, none of which could belong elsewhere: `Linker._spoken_for`
                joined += f" LEFT JOIN {name('all_' + str(other.parent))} l ON l._fact = c.{name(line)}"
                spoken = f"{state} = 'complete' AND l.{name(column)} = 'complete' AND NOT COALESCE(n.unplaced, FALSE)"
                differs = f"({differs}) AND NOT COALESCE({spoken}, FALSE)"
            yield StateTest(column, _DIFFERS, differs, joined)


def _listed(entity: Entity, other: Entity, column: str, vocabulary: Vocabulary, owned: bool) -> Iterator[StateTest]:
    """Yield the tests of a list that belongs to a row, or, of a unit, that gathers the lists of its facts."""
    state, unit = f"c.{name(column)}", vocabulary.root
    if owned:
        at = "_case" if entity is unit else "_owner"
        own = "_case" if entity is unit else "_fact"
        there = f"LEFT JOIN (SELECT DISTINCT {at} AS at FROM {name('all_' + other.id)}) h ON h.at = c.{own}"
        yield StateTest(column, _ABSENT, f"{state} IS NULL AND h.at IS NOT NULL", there)
    if owned and entity is not unit and other.link:
        joined = f"JOIN {name('all_' + unit.id)} u ON u._case = c._case"
        differs = f"u._top LIKE '% {other.id} %' AND ({state} IS NULL OR ({state} = 'complete' AND u.{name(column)} = 'partial'))"
        yield StateTest(column, _DIFFERS, differs, joined)
    if not owned:
        above = str(other.parent)
        joined = (
            f"LEFT JOIN (SELECT _case, COUNT(*) AS rows, COUNT({name(column)}) AS said, COUNT(*) FILTER ({name(column)} = 'complete') AS whole "
            f"FROM {name('all_' + above)} GROUP BY _case) p ON p._case = c._case"
        )
        top = f"COALESCE(c._top LIKE '% {other.id} %', FALSE)" if other.link else "FALSE"
        wanted = (
            f"CASE WHEN COALESCE(p.said, 0) = 0 THEN NULL WHEN p.whole = p.rows AND c.{name(state_column(above))} = 'complete' "
            "THEN 'complete' ELSE 'partial' END"
        )
        wrong = f"CASE WHEN {top} THEN {state} IS NULL ELSE {state} IS DISTINCT FROM {wanted} END"
        yield StateTest(column, _DIFFERS, wrong, joined)


def _tree(entity: Entity, column: str, vocabulary: Vocabulary) -> StateTest:
    """Return the test of what a row says of its parts: what the unit says of all, unless some row may belong to any total."""
    up, source, state = name(entity.tree[0] if entity.tree else ""), name("all_" + entity.id), f"c.{name(column)}"
    listed = f"u.{name(state_column(entity.id))}"
    level = f"CASE kind {' '.join(f'WHEN {chr(39)}{kind}{chr(39)} THEN {at}' for kind, at in LEVELS.items())} END"
    if "kind" not in entity.fields:  # a tree without levels: nothing that leaves its parent open belongs to any
        level = "CAST(NULL AS INTEGER)"
    field = entity.tree[0] if entity.tree else ""
    # of the rows that leave their parent open, the lowest is what could belong to most
    stray = (
        f"(SELECT s._case, MIN(s.level) AS low, COUNT(*) FILTER (s.level = 0) AS items, MIN(s.level) FILTER (s.open) AS low_open, "
        f"COUNT(*) FILTER (s.level = 0 AND s.open) AS items_open "
        f"FROM (SELECT _case, {level} AS level, {up} AS up, _none, COALESCE(contains(_to_fill, ' {field} '), FALSE) AS open FROM {source}) s "
        f"JOIN (SELECT _case, MAX({level}) AS top FROM {source} GROUP BY _case) t ON t._case = s._case "
        f"WHERE s.up IS NULL AND COALESCE(s._none, '') NOT LIKE '% {field} %' AND s.level < COALESCE(t.top, 0) GROUP BY s._case)"
    )
    joined = (
        f"JOIN {name('all_' + vocabulary.root.id)} u ON u._case = c._case LEFT JOIN {stray} o ON o._case = c._case "
        f"LEFT JOIN (SELECT DISTINCT {up} AS up FROM {source} WHERE {up} IS NOT NULL) p ON p.up = c._fact"
    )
    own = level.replace("CASE kind", "CASE c.kind")
    lone = f"CASE WHEN c.{up} IS NULL AND COALESCE(c._none, '') NOT LIKE '% {field} %' THEN 1 ELSE 0 END"
    itself = f"CASE WHEN COALESCE(contains(c._to_fill, ' {field} '), FALSE) THEN 1 ELSE 0 END"
    among, open_ = (  # an item may be part of another
        f"o.low{kind} < COALESCE({own}, 0) OR (COALESCE({own}, 0) = 0 AND o.items{kind} > {alone})"
        for kind, alone in (("", lone), ("_open", itself))
    )
    wanted = (
        f"CASE WHEN (p.up IS NOT NULL AND ({among})) OR ({open_}) THEN 'partial' WHEN {listed} = 'complete' THEN 'complete' "
        f"WHEN {listed} IS NOT NULL AND p.up IS NOT NULL THEN 'partial' END"
    )
    return StateTest(column, _DIFFERS, f"{state} IS DISTINCT FROM {wanted}", joined)


def wrong_states(
    connection: Any, entity: Entity, vocabulary: Vocabulary, files: Mapping[str, str | Path] | None
) -> list[Problem]:
    """Return what the states of a table say wrongly; DuckDB only, whose rows have numbers that stand for one row each."""
    found = []
    columns = [state_column(key) for key in relation_keys(entity, vocabulary)]
    if not columns:
        return []
    trees = [state_column(entity.tree[2][0])] if entity.tree else []
    counted = ", ".join(f"COUNT({name(column)})" for column in columns)
    row = connection.execute(f"SELECT {counted} FROM {name('all_' + entity.id)}").fetchone()
    said = {column for column, many in zip(columns, row, strict=True) if many}
    for column, told, wrong, joined in state_tests(entity, vocabulary):
        if (
            column not in said
            and files is not None
            and column.removesuffix("__state") not in files
            and column not in trees
        ):
            continue  # neither a word on such a list nor a table of its rows
        if connection.execute(f"SELECT 1 FROM {name('all_' + entity.id)} c {joined} WHERE {wrong} LIMIT 1").fetchone():
            found.append(fault(connection, entity, files, "bad-state", (column,), told, wrong, _AGAIN, joined))
    return [problem for problem in found if problem is not None]
