"""What the evaluator judges of a batch: cases with inferences, rules that no SQL says, and slices of few checks.

Planning the statements of a rule costs as much as judging some hundreds of subjects by it, so a slice with fewer is judged without
them; the tracer derives as many findings once more as are derived twice elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from checker.batch.findings import KINDS, fact_numbers, finding
from checker.batch.population import Figures, knowing
from checker.batch.slices import Slice
from checker.cases.vocabulary import Vocabulary
from checker.engines.evaluator import evaluate
from checker.engines.outcome import Check
from checker.engines.sql.plan import KIND
from checker.rulebook.book import Plan
from checker.tables.case_rows import case_rows
from checker.tables.rows import Rows
from checker.tables.warehouse import name, quoted

PER_RULE = 250
"""Subjects a rule up to which the evaluator judges a slice in less time than DuckDB plans its statements (measured)."""
AT_ONCE = 100
"""Cases whose rows are read at once."""
_FIRST = ord("a")
_KINDS = ("INTEGER", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "DECIMAL(38,0)", "VARCHAR", "VARCHAR")
_UNNESTED = ", ".join(f"UNNEST(?::{kind}[])" for kind in _KINDS)


def of_few(connection: Any, slices: Iterable[Slice]) -> frozenset[int]:
    """Return the numbers of the slices with so few checks that the evaluator judges them."""
    return frozenset(each.number for each in slices if len(each.cases) <= PER_RULE and _is_few(connection, each))


def _is_few(connection: Any, each: Slice) -> bool:
    rules = Counter(rule.entity for rule in each.plan.rules)
    listed = ", ".join(map(str, each.cases))
    asked = " UNION ALL ".join(
        f"SELECT {many} * COUNT(*) FROM {name('all_' + entity)} WHERE _case IN ({listed})"
        for entity, many in rules.items()
    )
    checks = sum(row[0] for row in connection.execute(asked).fetchall()) if asked else 0
    return bool(checks <= PER_RULE * len(each.plan.rules))


class Ahead:
    """The rows of cases that are judged slice by slice, read for many slices at once: every reading asks all tables."""

    def __init__(self, connection: Any, vocabulary: Vocabulary, cases: Iterable[int]) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._cases = tuple(cases)
        self._rows: dict[int, Rows] = {}

    def rows(self, cases: Iterable[int]) -> Iterator[tuple[int, Rows]]:
        """Yield *cases* with their rows, which are then let go of."""
        for number in cases:
            if number not in self._rows:
                at = self._cases.index(number)
                self._rows = dict(
                    case_rows(self._connection, self._vocabulary, self._cases[at : at + AT_ONCE], AT_ONCE)
                )
            yield number, self._rows.pop(number)


class Record:
    """What every subject of a slice came to, gathered check by check, and written as a statement's result is."""

    def __init__(self, plan: Plan) -> None:
        self._rules: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for rule in plan.rules:
            self._rules.setdefault((rule.entity, rule.group.keys if rule.group else ()), []).append(rule.id)
        self._place = {ident: (subject, at) for subject, ids in self._rules.items() for at, ident in enumerate(ids)}
        self._rows: dict[tuple[str, tuple[str, ...]], dict[tuple[int, int | None, str], list[str]]] = {
            subject: {} for subject in self._rules
        }

    def note(self, number: int, check: Check, fact: int | None) -> None:
        """Keep what one check came to."""
        subject, at = self._place[check.rule.id]
        codes = self._rows[subject].setdefault((number, fact, check.subject.id), [" "] * len(self._rules[subject]))
        codes[at] = chr(_FIRST + KINDS.index(check.outcome))

    def selects(self, connection: Any) -> Iterator[tuple[str, str]]:
        """Yield what each kind of subject is called, and the SELECT of its rows, which holds until the next is asked for."""
        for subject, ids in sorted(self._rules.items()):
            rows = self._rows[subject]
            connection.execute(
                "CREATE OR REPLACE TEMP TABLE coded (_case INTEGER, _fact BIGINT, _id VARCHAR, code VARCHAR)"
            )
            columns = [*zip(*rows, strict=True)] or [(), (), ()]
            connection.execute(
                "INSERT INTO coded SELECT UNNEST(?::INTEGER[]), UNNEST(?::BIGINT[]), UNNEST(?::VARCHAR[]), UNNEST(?::VARCHAR[])",
                [*map(list, columns), ["".join(codes) for codes in rows.values()]],
            )
            told = ", ".join(
                f"kinds[ascii(code[{at}]) - {_FIRST - 1}]::{KIND} AS {name(ident)}" for at, ident in enumerate(ids, 1)
            )
            kinds = f"(SELECT [{', '.join(map(quoted, KINDS))}] AS kinds)"
            yield (
                "-".join((subject[0], *subject[1])),
                f"SELECT _case, _id, {told} FROM coded, {kinds} ORDER BY _fact, _case",
            )


def judge(
    connection: Any,
    plan: Plan,
    cases: Iterable[tuple[int, Rows]],
    others: Figures | None,
    ledger: dict[str, Counter[str]],
    record: Record | None = None,
    derive: int = 0,
) -> int:
    """Judge *cases*, each with its rows, by *plan*: findings are kept beside those of the statements, and *record*, if any, gets all else.

    Of the first *derive* findings, and what else is found in their cases, the tracer is asked as well; returns of how many.
    """
    vocabulary = plan.book.vocabulary
    derived = 0
    for number, rows, case in knowing(vocabulary, others, cases, AT_ONCE):
        facts = fact_numbers(rows)
        found: list[tuple[Any, ...]] = []
        traced = derived < derive
        for check in evaluate(plan, case, traced):
            ledger.setdefault(check.rule.id, Counter())[check.outcome] += 1
            if not check.is_finding and record is None:
                continue
            *verdict, subject, label, fact = finding(case, check, facts)
            if check.is_finding:
                found.append((number, fact, subject, *verdict, label, check.nature))
            if record is not None and subject is not None and not _stray(check):
                record.note(number, check, fact)
        derived += len(found) * traced
        if found:  # row by row takes a hundred times as long
            connection.execute(
                f"INSERT INTO kept SELECT {_UNNESTED}", [list(column) for column in zip(*found, strict=True)]
            )
    return derived


def _stray(check: Check) -> bool:
    """Whether a check is of a fact that belongs to no group, which no statement lists."""
    return check.rule.group is not None and check.subject.entity == check.rule.entity
