"""Whether attached tables are what rules may rely on: every number, enumeration value, link and key; all faults at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.engines.warehouse import name
from checker.errors import InputError, Place, Problem, Text
from checker.tables.schema import FIGURES, LIMITS, relation_keys, state_column
from checker.vocabulary import Entity, Vocabulary

BLANKS = " \t\n\r\u00a0\u3000"
"""Characters of a text that says nothing; written out, since engines spell classes of characters differently."""


def check_tables(connection: Any, vocabulary: Vocabulary, present: Iterable[str] | None = None) -> None:
    """Raise InputError with everything that is wrong with the attached tables; *present* are those that hold anything."""
    import duckdb

    problems: list[Problem] = []
    for entity in (vocabulary.entities[ident] for ident in (vocabulary.entities if present is None else present)):
        try:
            problems += _keys(connection, entity)
            problems += _links(connection, entity, vocabulary)
            problems += _values(connection, entity, vocabulary)
        except duckdb.OutOfMemoryException:
            raise  # no fault of the table
        except duckdb.Error as wrong:
            first = str(wrong).splitlines()[0]
            told = Text(f"读不了这张表：{first}", f"this table cannot be read: {first}")
            problems.append(Problem("table", Place(entity.id), told))
    if problems:
        raise InputError(problems)


def _problem(code: str, entity: Entity, zh: str, en: str, many: int, sample: Any) -> Problem:
    told = Text(
        f"{entity.zh}：{many} 行{zh}，例如 {sample}", f"{entity.name('en')}: {many} rows {en}, such as {sample}"
    )
    return Problem(
        code, Place(entity.id), told, Text("用 checker pack 重新做表", "make the tables again with checker pack")
    )


def _keys(connection: Any, entity: Entity) -> list[Problem]:
    """Numbers of facts, and ids within a case, stand for one row each."""
    problems = []
    number = "_case" if entity.parent is None else "_fact"
    for keys in ([number], ["_case", "_id"]):
        listed, first = ", ".join(keys), keys[-1]
        double = connection.execute(
            f"SELECT COUNT(*), MIN({first}) FROM (SELECT {listed} FROM {name('all_' + entity.id)} GROUP BY {listed} "
            f"HAVING COUNT(*) > 1 OR {first} IS NULL)"
        ).fetchone()
        if double[0]:
            problems.append(
                _problem("duplicate-key", entity, f"的 {first} 重复或空缺", f"repeat or lack {first}", *double)
            )
    return problems


def _links(connection: Any, entity: Entity, vocabulary: Vocabulary) -> list[Problem]:
    """Every fact has its unit and its owner, in the same case, and references lead to a fact of that case."""
    links = [("_case", vocabulary.root.id, "_case")] if entity.parent else []
    if entity.parent and entity.parent != vocabulary.root.id:
        links.append(("_owner", entity.parent, "_fact"))
    links += [(f.id, f.ref, "_fact") for f in entity.fields.values() if f.ref]
    problems = []
    for column, target, theirs in links:
        needed = "" if column in entity.fields else f"c.{name(column)} IS NULL OR "
        same = "" if column == "_case" else " AND t._case = c._case"
        lost = connection.execute(
            f"SELECT COUNT(*), MIN(c._id) FROM {name('all_' + entity.id)} c LEFT JOIN {name('all_' + target)} t "
            f"ON t.{name(theirs)} = c.{name(column)}{same} "
            f"WHERE {needed}(c.{name(column)} IS NOT NULL AND t.{name(theirs)} IS NULL)"
        ).fetchone()
        if lost[0]:
            problems.append(
                _problem("orphan", entity, f"的 {column} 指不到任何一行", f"have a {column} that leads nowhere", *lost)
            )
    return problems


def _values(connection: Any, entity: Entity, vocabulary: Vocabulary) -> list[Problem]:
    """Figures are within their limits and say their last digit; enumerations and states have values that exist."""
    tests: list[tuple[str, str, str, str]] = []
    for field in entity.fields.values():
        column = name(field.id)
        if field.type in LIMITS:
            limit = LIMITS[field.type]
            tests.append(
                (
                    field.id,
                    f"{column} NOT BETWEEN -{limit} AND {limit}",
                    "的{}大得不合情理",
                    "have a {} too large to be real",
                )
            )
        if field.type in FIGURES:
            step = name(f"{field.id}__step")
            lacking = f"({column} IS NULL) <> ({step} IS NULL) OR {step} < 0"
            tests.append(
                (
                    field.id,
                    lacking,
                    "的{}没有写末位大小（__step）",
                    "have a {} without the size of its last digit (__step)",
                )
            )
        if field.type == "text":
            blank = f"REGEXP_REPLACE({column}, '^[{BLANKS}]*$', '') = ''"
            tests.append((field.id, blank, "的{}只有空白", "have a {} of blanks only; leave it empty"))
        if field.type in vocabulary.enumerations:
            values = ", ".join(f"'{value}'" for value in vocabulary.enumerations[field.type].values)
            tests.append(
                (
                    field.id,
                    f"{column} NOT IN ({values})",
                    f"的{{}}不是这些之一：{values}",
                    f"have a {{}} that is not one of {values}",
                )
            )
    for key in relation_keys(entity, vocabulary):
        state = f"{name(state_column(key))} NOT IN ('complete', 'partial')"
        tests.append(
            (state_column(key), state, "的{}不是 complete 或 partial", "have a {} that is neither complete nor partial")
        )
    if not tests:
        return []
    counted = ", ".join(f"COUNT(*) FILTER (WHERE {test}), MIN(_id) FILTER (WHERE {test})" for _, test, _, _ in tests)
    counts = connection.execute(f"SELECT {counted} FROM {name('all_' + entity.id)}").fetchone()
    return [
        _problem("bad-value", entity, zh.format(column), en.format(column), counts[2 * n], counts[2 * n + 1])
        for n, (column, _, zh, en) in enumerate(tests)
        if counts[2 * n]
    ]
