"""Whether attached tables are what rules may rely on: every number, enumeration value, link and key; all faults at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.engines.warehouse import name
from checker.errors import InputError, Place, Problem, Text
from checker.tables.schema import FIGURES, LIMITS, SCALES, relation_keys, state_column
from checker.values import UNITS
from checker.vocabulary import Entity, Field, Vocabulary

MOST_DECIMALS = 10
"""The most decimals that a figure is printed with: 亿元 down to the fen."""
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
            problems += _totals(connection, entity)
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


def _as_printed(field: Field, step: str) -> list[tuple[str, str, str, str]]:
    """Return the tests whether a figure can be printed as its unit and decimals say: the evaluator reads it so."""
    column, unit, decimals, text = (name(f"{field.id}{end}") for end in ("", "__unit", "__decimals", "__text"))
    tens = " ".join(f"WHEN {n} THEN {10**n}" for n in range(MOST_DECIMALS + 1))
    one, usual = str(10 ** (SCALES[field.type] - (2 if field.type == "percent" else 0))), ""
    tests: list[tuple[str, str, str, str]] = []
    if field.type == "money":
        known = ", ".join(f"'{each}'" for each in UNITS)
        worth = " ".join(f"WHEN '{each}' THEN {fen}" for each, fen in UNITS.items())
        one = f"CASE COALESCE({unit}, '元') {worth} END"
        usual = f"WHEN {unit} = '万元' AND {decimals} = 2 THEN {step} NOT IN (0, 10000) "  # nearly all: worked out once
        tests.append((field.id, f"CASE WHEN {unit} = '万元' THEN FALSE ELSE {unit} NOT IN ({known}) END", f"的{{}}的单位不是{known}", f"have a {{}} in a unit that is not {known}"))  # fmt: skip
    # the last digit of a derived total is what those of its parts add up to, and it is not printed
    derived = f"COALESCE(_derived, '') LIKE '% {field.id} %'"
    differs = (
        f"CASE WHEN {derived} THEN FALSE {usual}WHEN {decimals} NOT BETWEEN 0 AND {MOST_DECIMALS} THEN TRUE "
        f"WHEN {step} > 0 THEN {step} * CASE {decimals} {tens} END <> {one} END"
    )
    finer = (
        f"CASE WHEN {text} IS NOT NULL OR {derived} THEN FALSE WHEN {decimals} IS NOT NULL AND {step} > 0 THEN {column} % {step} <> 0 "
        f"ELSE CAST({column} AS DECIMAL(38,0)) * CASE {decimals} {tens} END % {one} <> 0 END"
    )
    return [
        *tests,
        (field.id, differs, "的{}的末位大小（__step）和单位、小数位数不符", "have a {} whose last digit (__step) is not that of its unit and decimals"),
        (field.id, finer, "的{}比写明的末位还细", "have a {} that is finer than its last digit"),
    ]  # fmt: skip


def _totals(connection: Any, entity: Entity) -> list[Problem]:
    """No total is left out that its parts, all of them known, add up to: the evaluator would derive it, SQL would not."""
    fields = [field.id for field in entity.fields.values() if field.derive]
    if entity.tree is None or not fields:
        return []
    source, up, state = name("all_" + entity.id), name(entity.tree[0]), name(state_column(entity.tree[2][0]))
    lacking = {f: f"w.{name(f)} IS NULL AND COALESCE(w._none, '') NOT LIKE '% {f} %'" for f in fields}
    counts = ", ".join(f"COUNT({name(f)}) AS {name(f)}" for f in fields)
    open_ = f"w.{state} = 'complete' AND ({' OR '.join(f'({test})' for test in lacking.values())})"
    known = " OR ".join(f"({test} AND p.{name(f)} = p.parts)" for f, test in lacking.items())
    lost = connection.execute(
        f"SELECT COUNT(*), MIN(w._id) FROM {source} w JOIN (SELECT {up}, COUNT(*) AS parts, {counts} FROM {source} "
        f"WHERE {up} IN (SELECT w._fact FROM {source} w WHERE {open_}) GROUP BY {up}) p ON p.{up} = w._fact "
        f"WHERE {open_} AND ({known})"
    ).fetchone()
    if not lost[0]:
        return []
    told = Text(
        f"{entity.zh}：{lost[0]} 行没有写合计，而各分项都写了，例如 {lost[1]}",
        f"{entity.name('en')}: {lost[0]} rows leave out a total whose parts are all known, such as {lost[1]}",
    )
    hint = Text(
        "写上合计，在 _derived 里注明是推算的；或用 checker pack 从案例文件做表",
        "write the total and name it in _derived, or make the tables from case files with checker pack",
    )
    return [Problem("not-derived", Place(entity.id), told, hint)]


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
            if field.type != "figure":
                tests += _as_printed(field, step)
        if field.type == "text":
            blank = f"TRIM(BOTH '{BLANKS}' FROM {column}) = ''"
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
    source = name("all_" + entity.id)
    asked = ", ".join(f"BOOL_OR({test})" for _, test, _, _ in tests)
    found = connection.execute(f"SELECT {asked} FROM {source}").fetchone()
    problems = []
    for (column, test, zh, en), wrong in zip(tests, found, strict=True):
        if wrong:  # which rows is asked only then: most tables are right
            counts = connection.execute(f"SELECT COUNT(*), MIN(_id) FROM {source} WHERE {test}").fetchone()
            problems.append(_problem("bad-value", entity, zh.format(column), en.format(column), *counts))
    return problems
