"""Whether attached tables are what rules may rely on: every number, enumeration value, link and key; all faults at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Problem, Text
from checker.cases.parents import COMPONENT
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.claims import settle_claims
from checker.tables.codes import code_notes
from checker.tables.days import settle_days
from checker.tables.facts import wrong_facts
from checker.tables.ids import wrong_ids
from checker.tables.keys import AGAIN, wrong_keys, wrong_links
from checker.tables.packer import with_state
from checker.tables.places import settle_places
from checker.tables.places_of_rows import fault, filled, holds
from checker.tables.repeated import Files, repeated, repeated_above
from checker.tables.row_tests import Test, plainly, worth_asking
from checker.tables.said import place_of
from checker.tables.schema import state_column
from checker.tables.states import wrong_states
from checker.tables.summed import called_totals, summed_again
from checker.tables.warehouse import name, quoted

FEW = 100_000
"""Rows of a table that is sooner read twice than asked the same of each of its columns."""


def check_tables(
    connection: Any, vocabulary: Vocabulary, files: Files = None, on_duckdb: bool = True, codes_only: bool = False
) -> list[Text]:
    """Raise InputError with everything that is wrong with the attached tables; returns what is to be told of good ones.

    *files* are those that hold anything, as their owner calls them. *on_duckdb* says whether DuckDB is asked, which reads the rows
    of a table in their order; *codes_only*, whether what is judged stands where a place that is named cannot be given its code
    and what follows from claims cannot be filled in.
    """
    import duckdb

    problems = [] if files is None else _absent(connection, vocabulary, files)
    entities = [vocabulary.entities[ident] for ident in (vocabulary.entities if files is None else files)]
    notes: list[Text] = []

    def ask(entity: Entity, *tests: Callable[[], list[Problem]]) -> list[Problem]:
        try:
            return [problem for test in tests for problem in test()]
        except duckdb.OutOfMemoryException:
            raise  # no fault of the table
        except duckdb.Error as wrong:
            first = str(wrong).splitlines()[0]
            told = Text(f"读不了这张表：{first}", f"this table cannot be read: {first}")
            return [Problem("table", place_of(entity, files), told)]

    def day(entity: Entity) -> list[Problem]:
        wrong, told = settle_days(connection, entity, vocabulary, files)
        notes.extend((*told, *(code_notes(connection, entity, files) if on_duckdb else ())))
        return wrong

    for entity in entities:
        problems += ask(entity, lambda e=entity: wrong_keys(connection, e, files, on_duckdb))  # type: ignore[misc]
    lost = bool(problems)  # where numbers do not stand for one row each, whatever is joined by them is wrong, too
    for entity in [entity for entity in entities if holds(connection, entity)]:
        problems += ask(entity, lambda e=entity: wrong_links(connection, e, vocabulary, files, not lost))  # type: ignore[misc]
        if not lost:
            problems += ask(
                entity,
                lambda e=entity: wrong_ids(connection, e, vocabulary, files) if on_duckdb else [],  # type: ignore[misc]
                lambda e=entity: repeated(connection, e, files),  # type: ignore[misc]
                lambda e=entity: repeated_above(connection, e, vocabulary, files),  # type: ignore[misc]
                lambda e=entity: _totals(connection, e, files),  # type: ignore[misc]
                lambda e=entity: summed_again(connection, e, vocabulary, files),  # type: ignore[misc]
                lambda e=entity: called_totals(connection, e, vocabulary, files),  # type: ignore[misc]
                lambda e=entity: wrong_facts(connection, e, vocabulary, files) if on_duckdb else [],  # type: ignore[misc]
                lambda e=entity: wrong_states(connection, e, vocabulary, files) if on_duckdb else [],  # type: ignore[misc]
                lambda e=entity: day(e),  # type: ignore[misc]
            )
        problems += ask(entity, lambda e=entity: _values(connection, e, vocabulary, files, on_duckdb))  # type: ignore[misc]

    def place() -> list[Problem]:
        wrong, told = settle_places(connection, vocabulary, files, codes_only or not on_duckdb)
        notes.extend(told)
        return wrong

    problems += ask(vocabulary.root, place)
    if not problems:
        fill = on_duckdb and not codes_only  # else what is judged is not what could be filled in here
        problems += settle_claims(connection, vocabulary, files, fill, 100 if on_duckdb else 2_000)
    if problems:
        raise InputError(problems)
    return notes


def _absent(connection: Any, vocabulary: Vocabulary, files: Mapping[str, str | Path]) -> list[Problem]:
    """No table is lacking that a state speaks of: units would be judged as having none of it."""
    problems = []
    lacking = [entity for entity in vocabulary.entities if entity not in files]
    for missing, owner, key, _ in with_state(connection, vocabulary, among=lacking):
        lost, column = vocabulary.entities[missing], state_column(key)
        told = Text(
            f"说有{lost.zh}的清单，却没有这张表（{missing}）",
            f"speaks of {lost.name('en')}s, and there is no table of them ({missing})",
        )
        hint = Text(
            f"补上 {missing} 的表；确实一项也没有的，放一个只有列名的表",
            f"add the table {missing}; where there are none at all, one of headings only",
        )
        wrong = f"c.{name(column)} IS NOT NULL"
        found = fault(connection, vocabulary.entities[owner], files, "no-table", (column,), told, wrong, hint)
        problems += [found] if found is not None else []
    return problems


def _totals(connection: Any, entity: Entity, files: Files) -> list[Problem]:
    """No total is left out that its parts, all of them known, add up to: the evaluator would derive it, SQL would not."""
    fields = [field.id for field in entity.fields.values() if field.derive]
    if entity.tree is None or not fields:
        return []
    source, up, state = name("all_" + entity.id), name(entity.tree[0]), name(state_column(entity.tree[2][0]))
    tests = {f: f"w.{name(f)} IS NULL AND COALESCE(w._none, '') NOT LIKE '% {f} %'" for f in fields}
    owners = f"(SELECT DISTINCT {up} AS up FROM {source} WHERE {up} IS NOT NULL)"
    asked = ", ".join(f"BOOL_OR(w.{state} = 'complete' AND {test})" for test in tests.values())
    left_out = connection.execute(f"SELECT {asked} FROM {owners} p JOIN {source} w ON p.up = w._fact").fetchone()
    tests = {f: test for (f, test), lost in zip(tests.items(), left_out, strict=True) if lost}
    if tests:
        asked = ", ".join(f"COUNT({name(f)})" for f in tests)
        stated = connection.execute(f"SELECT {asked} FROM {source} WHERE {up} IS NOT NULL").fetchone()
        tests = {f: test for (f, test), many in zip(tests.items(), stated, strict=True) if many}
    if not tests:  # no total is left out of what the parts state
        return []
    hint = Text(
        "写上合计，在 _derived 里注明是推算的；或用 checker pack 从案例文件做表",
        "write the total and name it in _derived, or make the tables from case files with checker pack",
    )
    told = Text("没有写合计，而各分项都写了", "lacks a total whose parts are all known")
    problems = []
    for field, test in tests.items():
        parts = f"(SELECT {up} AS up, COUNT(*) AS parts, COUNT({name(field)}) AS known FROM {source} WHERE {up} IS NOT NULL GROUP BY {up} HAVING COUNT(DISTINCT kind = '{COMPONENT}') < 2)"
        wrong = f"c.{state} = 'complete' AND p.known = p.parts AND {test.replace('w.', 'c.')}"
        problems.append(
            fault(
                connection,
                entity,
                files,
                "not-derived",
                (field,),
                told,
                wrong,
                hint,
                f"JOIN {parts} p ON p.up = c._fact",
            )
        )
    return [problem for problem in problems if problem is not None]


def _values(
    connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files, on_duckdb: bool = True
) -> list[Problem]:
    """Figures are within their limits and say their last digit; enumerations and states have values that exist.

    What nearly every figure is takes one test; the tests that say what is wrong are asked only where some figure is not that.
    """
    there = filled(connection, entity, vocabulary)
    tests, plain = worth_asking(entity, vocabulary, there, on_duckdb)
    if not tests and not plain:
        return []
    source = name("all_" + entity.id)
    alike: dict[str, list[str]] = {}
    if there.get("_case", 0) <= FEW:
        for test in tests:
            if test.alike:
                alike.setdefault(test.alike, []).append(name(test.column))
    alone = [test for test in tests if test.alike not in alike]
    together: dict[str, list[Test]] = {}
    for test in alone:
        if not test.closed:
            together.setdefault(test.column if test.pattern else test.wrong, []).append(test)
    asked = [
        f"(SELECT BOOL_OR({wrong}) FROM (SELECT UNNEST([{', '.join(columns)}]) AS v FROM {source}))"
        for wrong, columns in alike.items()
    ]
    asked += [f"BOOL_OR({_any_of(each)})" for each in together.values()]
    asked += [f"NOT BOOL_AND({plainly(entity.fields[field])})" for field in plain]
    found = connection.execute(f"SELECT {', '.join(asked)} FROM {source}").fetchone()
    wrong = {each for each, some in zip(alike, found, strict=False) if some}
    failing = [each for each, some in zip(together.values(), found[len(alike) :], strict=False) if some]
    unusual = {id(test) for each in failing for test in each}
    figures = [field for field, some in zip(plain, found[len(alike) + len(together) :], strict=True) if some]
    open_ = {test.column for each in failing for test in each}.union(figures)
    suspect = [
        test
        for test in tests
        if (test.alike in wrong if test.alike in alike else id(test) in unusual or test.closed in open_)
    ]
    for field in figures:
        suspect += plain[field]
    if not suspect:
        return []
    counted = ", ".join(f"BOOL_OR({test.wrong})" for test in suspect)
    counts = connection.execute(f"SELECT {counted} FROM {source}").fetchone()
    told = [
        fault(connection, entity, files, "bad-value", (test.column,), Text(test.zh, test.en), f"({test.wrong})", AGAIN)
        for test, some in zip(suspect, counts, strict=True)
        if some
    ]
    return [problem for problem in told if problem is not None]


def _any_of(tests: list[Test]) -> str:
    """Return whether one of the tests of a column fails; their patterns are looked for at once."""
    if len(tests) == 1 or not tests[0].pattern:
        return tests[0].wrong
    return f"regexp_matches({name(tests[0].column)}, {quoted('|'.join(test.pattern for test in tests))})"
