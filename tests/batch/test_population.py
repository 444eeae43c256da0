"""Rules that compare units: the evaluator and DuckDB make the same figures of random populations, ties and missing values included."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

pytest.importorskip("duckdb")

from support.populations import PEERS, agree, rules_in, unit

NIGHTLY = os.environ.get("CHECKER_NIGHTLY") == "1"
RATIO = "running_actual / (in_service * 1元)"
RULES = {
    "p-median": ("unit", f"{PEERS.format(least=3)}\nrequire: {RATIO} <= 200% * peer_median({RATIO})"),
    "p-quantile": ("unit", f"{PEERS.format(least=2)}\nrequire: income < peer_quantile(income, 80%) + 1元"),
    "p-fence": (
        "unit",
        f"{PEERS.format(least=3)}\nrequire: income <= peer_quantile(income, 75%) + 1.5 * (peer_quantile(income, 75%) - peer_quantile(income, 25%))",
    ),
    "p-rank": ("unit", "peers: {by: province, at_least: 2, where: in_service > 1}\nrequire: peer_rank(income) > 3"),
    "p-count": ("unit", f"{PEERS.format(least=2)}\nwhen: cars > 2\nrequire: peer_count(cars > 2) >= 2"),
    "p-sum": ("unit", "peers: {by: [unit_kind], at_least: 2}\nrequire: income <= 50% * (income + peer_sum(income))"),
    "p-where": (
        "unit",
        f"peers: {{by: district, at_least: 2, where: cars > 0}}\nrequire: {RATIO} < 3 * peer_quantile({RATIO}, 50%) or income < peer_median(income)",
    ),
    "p-year": ("unit", "when: known(last_year(income))\nrequire: income <= 150% * last_year(income)"),
    "p-prior": ("unit", "when: prior_income is given\nrequire: prior_income ≈ last_year(income)"),
    "p-same": ("contract", "when: known(supplier)\nrequire: other_units(party(supplier)) = 0"),
    "p-twice": ("payment", "require: other_units(payee, amount, date) = 0 and other_years(payee, amount) = 0"),
    "p-split": (
        "contract",
        "amount: amount + other_sum(amount, supplier)\nrequire: amount + other_sum(amount, supplier) <= 3万元",
    ),
}


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    return rules_in(tmp_path_factory.mktemp("rules"), RULES)


def random_cases(draw: random.Random):
    """Return a population: few values, so that there are ties, and many of them missing."""
    cases = []
    given = draw.choice([0.5, 0.9, 1])
    for number in range(draw.randint(2, 30)):
        lines = []
        for field, unit_ in (
            ("income", "万元"),
            ("prior_income", "万元"),
            ("running_actual", "万元"),
            ("in_service", ""),
            ("cars", ""),
        ):
            if draw.random() < given:
                value = (
                    draw.choice([1, 1, 2, 3, 7, 0])
                    if not unit_
                    else draw.choice(["0.00", "1.00", "1.00", "1.01", "2.5", "-1.0"])
                )
                lines.append(f"{field}: {value}{unit_}")
        if draw.random() < 0.7:
            rows = [
                f"{{id: c{n}, supplier: {draw.choice(['甲有限公司', '甲（甲）有限责任公司', '甲甲有限公司', '乙公司', '无'])}, amount: {draw.choice(['1.00', '1.50', '2.00'])}万元}}"
                for n in range(draw.randint(0, 3))
            ]
            lines.append(f"contracts: [{', '.join(rows)}]")
        if draw.random() < 0.7:
            pays = [
                f"{{id: p{n}, payee: {draw.choice(['甲公司', '乙公司'])}, amount: {draw.choice(['1.00', '2.00'])}万元, date: 2020-0{draw.choice('12')}-01}}"
                for n in range(draw.randint(0, 2))
            ]
            lines.append(f"lines: [{{id: t, kind: 总支出, name: 总, payments: [{', '.join(pays)}]}}]")
        later = draw.random() < 0.25
        called = f"单位{draw.randrange(number + 1) if later else number}"
        cases.append(
            unit(
                number,
                "\n".join(lines) + "\n",
                kind=draw.choice(["事业单位", "事业单位", "行政单位"]),
                place=draw.choice(["430112"] * 5 + ["430111"]),
                year=2021 if later else 2020,
                called=called,
            )
        )
    return cases


@pytest.mark.parametrize("seed", range(400 if NIGHTLY else 3))
def test_evaluator_and_duckdb_agree_on_random_populations(asking, seed):
    outcomes = Counter(agree(asking, random_cases(random.Random(seed)), set(RULES)).values())
    assert len(outcomes) > 1
