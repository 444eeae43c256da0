"""Rules that compare units: the evaluator and DuckDB make the same figures of random populations, ties and missing values included."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

pytest.importorskip("duckdb")

from support.named_groups import MERGED, decide
from support.populations import (
    PEERS,
    RULES,
    agree,
    by_evaluator,
    by_sql,
    by_statements,
    of_one_plan,
    random_cases,
    rules_in,
    unit,
)

from checker.tables.packer import Packer
from checker.tables.warehouse import connect

NIGHTLY = os.environ.get("CHECKER_NIGHTLY") == "1"


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    decide(folder, *MERGED)
    return rules_in(folder, RULES)


POPULATIONS, VERDICTS = (400, 20_000) if NIGHTLY else (3, 200)
"""Populations drawn, and how many verdicts they come to at least; 400 came to 86,525."""


def test_evaluator_and_duckdb_agree_on_random_populations(asking):
    outcomes = Counter()
    for seed in range(POPULATIONS):
        outcomes += Counter(agree(asking, random_cases(random.Random(seed)), set(RULES)).values())
    assert outcomes.total() > VERDICTS and len(outcomes) == 4 and min(outcomes.values()) > 20, outcomes


def test_printed_statements_come_to_what_the_evaluator_says(asking):
    cases = of_one_plan(random.Random(5))
    ours, _ = by_evaluator(asking, cases, set(RULES))
    packer = Packer(asking.vocabulary, same_unit=True)
    for case in cases:
        packer.add(case)
    with connect() as connection:
        packer.load(connection)
        plan = asking.plan(cases[0], set(RULES).__contains__)
        theirs = by_statements(connection.execute, asking, plan, "duckdb")
    assert len(theirs) > 150 and theirs == {key: ours[key] for key in theirs}
    assert {key[1] for key in theirs} == set(RULES)


BIG = "income * in_service * cars * establishment"


def test_a_figure_too_large_for_sql_is_worked_out_by_the_evaluator_or_open(tmp_path):
    rule = {"p-big": ("unit", f"{PEERS.format(least=2)}\nrequire: {BIG} <= peer_median({BIG})")}
    book = rules_in(tmp_path / "rules", rule)
    drawn = enumerate([(9, 10**8), (8, 10**9), (7, 3), (6, 2)])
    cases = [unit(n, f"income: {i}亿元\nin_service: {k}\ncars: {k}\nestablishment: {k}\n") for n, (i, k) in drawn]
    told = [each["p-big 1", ""] for each in by_sql(book, cases, {"p-big"})[1]]
    assert [each.known for each in told] == [3] * 4
    # the median of 9亿元 × 10^24 and others is no number of 38 digits
    assert [each.value for each in told] == [7 * 27 * 10**10, 7 * 27 * 10**10, None, None]
