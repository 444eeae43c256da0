"""The sentence of every finding of a batch: the evaluator judges what was found once more, of each case the rules of which something was found.

What it comes to must be what was found, each finding for itself; sentences stand beside the findings until they are written. A sentence
may name any parameter: cases of one slice share every value (`Plan.signature`), not only those on which a verdict depends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.base.frozen import changed
from checker.batch.double_entry import Disagreement, Verdict
from checker.batch.findings import fact_numbers, finding
from checker.batch.population import Figures, told_cases
from checker.batch.slices import Slice
from checker.cases.case import Case
from checker.engines.evaluator import evaluate
from checker.engines.outcome import Check
from checker.rulebook.book import Plan
from checker.tables.rows import Rows
from checker.tables.warehouse import quoted, read_parquet

AT_ONCE = 50
"""Cases whose findings are at hand together."""
MOST = 500_000
"""Findings that are worded in a run."""
WORDED = "worded"
"""The table that keeps the sentences."""
Wording = Callable[[Check], str]
"""Returns the sentence of what one check found."""
_Key = tuple[str, int | None]
_Found = dict[_Key, tuple[str, Verdict]]


def parts_of(folder: Path) -> list[Path]:
    """Return the files of findings that the slices of a run left, in order."""
    return sorted((folder / "slices").glob("*-findings.parquet"))


def many(connection: Any, folder: Path) -> int:
    """Return how many findings the slices of a run left."""
    return int(connection.execute(f"SELECT COUNT(*) FROM {read_parquet(parts_of(folder))}").fetchone()[0])


def put_into_words(
    connection: Any, folder: Path, slices: Sequence[Slice], others: Figures | None, words: Wording
) -> Iterator[list[str]]:
    """Put the sentence of every finding into the table `WORDED`; yields where the evaluator disagrees, slice by slice."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {WORDED} (_case INTEGER, rule VARCHAR, _fact BIGINT, message VARCHAR)"
    )
    for each in slices:
        path = folder / "slices" / f"{each.number:05d}-findings.parquet"
        listed = f"SELECT DISTINCT _case FROM read_parquet({quoted(str(path))}) ORDER BY 1"
        cases = [row[0] for row in connection.execute(listed).fetchall()]
        wrong: list[str] = []
        for start in range(0, len(cases), AT_ONCE):
            part = cases[start : start + AT_ONCE]
            found = _found(connection, path, part[0], part[-1])
            for number, rows, case in told_cases(connection, each.plan.book.vocabulary, others, part, AT_ONCE):
                wrong += _case(connection, each.plan, number, rows, case, found.pop(number), words)
        yield wrong


def _case(
    connection: Any, plan: Plan, number: int, rows: Rows, case: Case, left: _Found, words: Wording
) -> Iterator[str]:
    """Put what was found of one case into words; yields where the evaluator disagrees."""
    facts = fact_numbers(rows)
    said: list[tuple[int, str, int | None, str]] = []
    for check in evaluate(_only(plan, {rule for rule, _ in left}), case):
        if not check.is_finding:
            continue
        rule, outcome, severity, amount, subject, _, fact = finding(case, check, facts)
        mine = Verdict(outcome, amount, severity)
        known, theirs = left.pop((rule, fact), (subject, None))
        if theirs is None or not _same(mine, theirs):
            yield Disagreement(number, rule, known or "", theirs, mine).say()
        said.append((number, rule, fact, words(check)))
    for (rule, _), (known, theirs) in left.items():
        yield Disagreement(number, rule, known or "", theirs, None).say()
    if said:
        columns = [list(column) for column in zip(*said, strict=True)]
        connection.execute(
            f"INSERT INTO {WORDED} SELECT UNNEST(?::INTEGER[]), UNNEST(?::VARCHAR[]), UNNEST(?::BIGINT[]), UNNEST(?::VARCHAR[])",
            columns,
        )


def _found(connection: Any, path: Path, first: int, last: int) -> dict[int, _Found]:
    """Return what a slice found of the cases from *first* to *last*."""
    asked = (
        "SELECT _case, rule::VARCHAR, _fact, subject, outcome::VARCHAR, severity::VARCHAR, amount "
        f"FROM read_parquet({quoted(str(path))}) WHERE _case BETWEEN {first} AND {last}"
    )
    found: dict[int, _Found] = {}
    for number, rule, fact, subject, outcome, severity, amount in connection.execute(asked).fetchall():
        verdict = Verdict(outcome, None if amount is None else int(amount), severity)
        found.setdefault(number, {})[rule, fact] = subject, verdict
    return found


def _same(mine: Verdict, theirs: Verdict) -> bool:
    return mine == theirs or mine.outcome == theirs.outcome == "error"


def _only(plan: Plan, rules: set[str]) -> Plan:
    """Return *plan* with some of its rules, which are compiled once for all of its cases."""
    return changed(plan, rules=tuple(rule for rule in plan.rules if rule.id in rules))
