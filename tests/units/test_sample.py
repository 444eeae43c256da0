"""Monetary-unit samples: factors as published, every yuan with the same chance, bounds worked out by hand, lists read back whole."""

import csv
import json
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, case_of

from checker.cli.main import main
from checker.units.poisson import factor
from checker.units.sample_files import _decoded
from checker.units.sample_items import money_field, population_of
from checker.units.sampling import Drawn, Found, Item, Plan, draw, evaluate, key_of, plan, sample_size

PUBLISHED = {
    5: "3.00 4.75 6.30 7.76 9.16 10.52 11.85 13.15 14.44 15.71 16.97 18.21 19.45 20.67 21.89 23.10 24.31 25.50 26.70 27.88 29.07",
    10: "2.31 3.89 5.33 6.69 8.00 9.28 10.54 11.78 13.00 14.21 15.41 16.60 17.79 18.96 20.13 21.30 22.46 23.61 24.76 25.91 27.05",
}
"""AICPA, Audit Sampling: confidence factors by risk of incorrect acceptance, for 0 to 20 misstatements (read in a reprint)."""
SURE = Fraction(95, 100)


@pytest.mark.parametrize("risk", PUBLISHED)
def test_factors_are_those_of_the_published_table(risk):
    assert [factor(found, Fraction(risk, 100)) for found in range(21)] == [*map(Fraction, PUBLISHED[risk].split())]


@pytest.mark.parametrize(("found", "risk"), [(0, "0.001"), (3, "0.15"), (12, "0.37"), (40, "0.01"), (200, "0.05")])
def test_a_factor_is_the_least_hundredth_that_is_enough(found, risk):
    """Held against the same probability in decimals of 200 digits."""
    known = factor(found, Fraction(risk))

    def probability(mean):
        with localcontext(prec=200):
            mean = Decimal(mean.numerator) / Decimal(mean.denominator)
            term = total = Decimal(1)
            for number in range(1, found + 1):
                term *= mean / number
                total += term
            return total * (-mean).exp()

    assert probability(known) <= Decimal(risk) < probability(known - Fraction(1, 100))


def test_a_size_is_the_factor_over_what_is_tolerable():
    assert sample_size(500_000_00, 15_000_00, 0, SURE) == 100  # 3.00 / 3 %
    assert sample_size(500_000_00, 15_000_01, 0, SURE) == 100 and sample_size(500_000_00, 14_999_99, 0, SURE) == 101
    assert sample_size(500_000_00, 25_000_00, 5_000_00, SURE) == 95  # one misstatement in 95 draws: 4.75 / 5 %


def items(*amounts):
    return [Item("f", "甲", 2020, "payment", f"p{n}", f"付款{n}", amount) for n, amount in enumerate(amounts)]


def test_every_fen_is_drawn_from_one_start_and_no_other():
    """Over all starts of an interval each item is drawn as often as it has fen: that is what the same chance means."""
    population = items(3, 5, 1, 12, 2, 7)
    for interval in (1, 4, 5, 30):
        starts = [Plan(SURE, 1, 0, 30, 6, 0, interval, 0, start) for start in range(1, interval + 1)]
        hits = {each.id: 0 for each in population}
        for made in starts:
            drawn = draw(population, made)
            assert all(each.certain == (each.item.amount >= interval) for each in drawn)
            assert {each.id for each in population if each.amount >= interval} <= {each.item.id for each in drawn}
            for each in drawn:
                hits[each.item.id] += each.hits
        assert hits == {each.id: each.amount for each in population}


def test_no_spreadsheet_takes_the_key_of_a_line_for_a_number():
    assert all(key_of(each)[0] == "k" for each in items(1, 2, 3))


def test_a_seed_gives_the_same_sample_and_the_population_is_part_of_it():
    population = items(*(1000 + 37 * n for n in range(400)))
    made = plan(population, 200_000, 0, SURE, 7)
    assert made == plan(population, 200_000, 0, SURE, 7) and made.size <= sum(e.hits for e in draw(population, made))
    starts = {plan(population, 200_000, 0, SURE, seed).start for seed in range(20)}
    assert len(starts) == 20 and all(1 <= start <= made.interval for start in starts)
    assert plan([*population[1:], population[0]], 200_000, 0, SURE, 7).start != made.start


def test_a_bound_is_what_is_worked_out_by_hand():
    """Interval 1,000 yuan at 95 %: 3.00 intervals, half of one found at 50 % and a tenth at 10 %, and 100 yuan known."""
    made = Plan(SURE, 400_000, 0, 10_000_000, 50, 100, 100_000, 1, 1)
    half, tenth, large, under, right = items(50_000, 10_000, 200_000, 40_000, 30_000)
    results = [
        Found(Drawn(tenth, 1, False), 9_000),
        Found(Drawn(half, 1, False), 25_000),
        Found(Drawn(large, 2, True), 190_000),
        Found(Drawn(under, 1, False), 50_000),
        Found(Drawn(right, 1, False), 30_000),
    ]
    came = evaluate(made, results)
    assert (came.known, came.projected, came.basic) == (10_000, 10_000 + 50_000 + 10_000, 300_000)
    assert came.increment == 37_500 + 5_500  # (1.75 - 1) of 50 %, (1.55 - 1) of 10 %: the largest first
    assert came.bound == 413_000 and not came.accepted and came.under == 25_000  # 10,000 too little of 40,000
    assert evaluate(made._replace(tolerable=413_000), results).accepted
    assert evaluate(made, results[4:]).bound == 300_000


LINES = """amounts: {unit: 万元, decimals: 2}
lines:
- {id: t, kind: 总支出, name: 总支出, actual: 100}
- {id: p, kind: 项目支出, name: 项目, parent: t, actual: 70}
- {id: b, kind: 基本支出, name: 基本, parent: t, actual: 30}
- {id: w, kind: 支出构成, name: 工资, parent: b, actual: 20}
- {id: g, kind: 支出构成, name: 公用, parent: b, actual: 10}
- {id: one, kind: 明细项目, name: 甲, parent: p, actual: 45}
- {id: two, kind: 明细项目, name: 乙, parent: p, actual: 25}
- {id: bad, kind: 明细项目, name: 退款, parent: p, actual: -1}
- {id: silent, kind: 明细项目, name: 没有列, parent: p}
"""


def test_every_yuan_of_the_lines_stands_in_the_population_once():
    case = case_of(LINES, HEAD)
    entity, field = money_field(BOOK.vocabulary, "支出项目", "金额")
    found = population_of([case], entity, field)
    assert {item.id: item.amount for item in found.items} == {"b": 30_000_000, "one": 45_000_000, "two": 25_000_000}
    assert (found.totals, found.negative, found.negative_amount, found.none, found.zero) == (4, 1, -1_000_000, 1, 0)


@pytest.fixture
def sampled(tmp_path):
    """A sample of one case, drawn and filled in: all as booked."""
    lines = "".join(
        f"- {{id: i{n}, kind: 明细项目, name: 项目{n}, parent: t, actual: {1 + n % 7}.5}}\n" for n in range(60)
    )
    head = "amounts: {unit: 万元, decimals: 2}\nlines:\n- {id: t, kind: 总支出, name: 总支出}\n"
    (tmp_path / "a.yaml").write_text(HEAD + head + lines)
    words = ("sample", tmp_path / "a.yaml", "--tolerable", "40万元", "--seed", "7", "-o", tmp_path / "s.csv")
    drawn = invoke(*words)
    assert drawn.exit_code == 0 and "种子 7" in drawn.output, drawn.output
    return tmp_path, words


def invoke(*words):
    return CliRunner().invoke(main, [*map(str, words), "--lang", "zh"])


def rewritten(path, change):
    heads, *rows = csv.reader(_decoded(path.read_bytes()).splitlines())
    rows = change(heads, rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])


def filled(heads, rows):
    booked, audited = heads.index("账面金额（元）"), heads.index("审定金额（元）")
    return [[*row[:audited], row[booked], *row[audited + 1 :]] for row in rows]


def test_a_sample_is_drawn_again_filled_in_and_evaluated(sampled):
    place, words = sampled
    before = (place / "s.csv").read_bytes(), (place / "s.sample.json").read_bytes()
    assert invoke(*words).exit_code == 0
    assert ((place / "s.csv").read_bytes(), (place / "s.sample.json").read_bytes()) == before
    assert before[0].startswith(b"\xef\xbb\xbf")
    rewritten(place / "s.csv", lambda heads, rows: filled(heads, rows)[::-1])  # lines may be sorted
    came = invoke("sample", "--evaluate", place / "s.csv")
    interval = json.loads(before[1])["plan"]["interval"]
    assert came.exit_code == 0 and f"{interval * 3 // 100:,}" in came.output and "没有超过" in came.output
    (place / "s.csv").write_bytes((place / "s.csv").read_text(encoding="utf-8").encode("gbk"))  # as Excel saves it
    assert invoke("sample", "--evaluate", place / "s.csv").output == came.output
    nothing_due = lambda heads, rows: [[*r[:7], "0", *r[8:]] for r in filled(heads, rows)]  # noqa: E731
    rewritten(place / "s.csv", nothing_due)
    assert invoke("sample", "--evaluate", place / "s.csv").exit_code == 1


SPOILED = {
    "an empty cell": lambda rows: [[*rows[0][:7], "", *rows[0][8:]], *rows[1:]],
    "a negative amount": lambda rows: [[*rows[0][:7], "-1", *rows[0][8:]], *rows[1:]],
    "a third decimal": lambda rows: [[*rows[0][:7], "1.005", *rows[0][8:]], *rows[1:]],
    "another amount": lambda rows: [[*rows[0][:5], "1.00", *rows[0][6:]], *rows[1:]],
    "a line too few": lambda rows: rows[1:],
    "a line twice": lambda rows: [rows[0], *rows],
    "a line of its own": lambda rows: [*rows, [*rows[0][:9], "0" * 16]],
}


@pytest.mark.parametrize("what", SPOILED)
def test_a_list_that_does_not_fit_its_plan_is_refused(sampled, what):
    place, _ = sampled
    rewritten(place / "s.csv", lambda heads, rows: SPOILED[what](filled(heads, rows)))
    came = invoke("sample", "--evaluate", place / "s.csv")
    assert came.exit_code == 2 and "[sample]" in came.output


def test_a_plan_that_was_changed_is_refused(sampled):
    place, _ = sampled
    rewritten(place / "s.csv", filled)
    made = json.loads((place / "s.sample.json").read_text())
    made["items"][0]["amount"] += 1
    (place / "s.sample.json").write_text(json.dumps(made))
    assert "不是抽样时写的计划" in invoke("sample", "--evaluate", place / "s.csv").output


@pytest.mark.parametrize(
    "words",
    [
        ("--tolerable", "40"),
        ("--tolerable", "4000万元"),
        ("--tolerable", "1万元", "--expected", "1万元"),
        ("--tolerable", "0元"),
        ("--tolerable", "1万元", "--expected", "-1万元"),
        ("--tolerable", "1万元", "--confidence", "100"),
        ("--tolerable", "1万元", "--of", "付款"),
        ("--tolerable", "1万元", "--by", "名称"),
        (),
    ],
)
def test_a_sample_that_makes_no_sense_is_refused(sampled, words):
    place, _ = sampled
    assert invoke("sample", place / "a.yaml", *words).exit_code == 2
