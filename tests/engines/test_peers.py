"""What cases of a run give one another, by the numbers: peers, ranks of quantiles, ties, missing figures, lists, years."""

from __future__ import annotations

import os
import random
from fractions import Fraction

import pytest
from conftest import BOOK, case_of, scope
from support.populations import PEERS, RULE, RULES, by_evaluator, random_cases, rules_in, unit

from checker.api import load_rules
from checker.base.errors import InputError
from checker.engines.double_entry import double_entry
from checker.engines.evaluator import evaluate
from checker.engines.population import Population, population, rank_of
from checker.findings.explain import message
from checker.findings.working import explanation
from checker.language.parser import parse
from checker.language.tokens import ExpressionError, Lexicon
from checker.language.tree import Across, Bounded, walk
from checker.language.types import check

WIDE = PEERS.format(least=2)


@pytest.mark.parametrize(
    ("share", "many", "rank"),
    [("0.5", 1, 1), ("0.5", 4, 2), ("0.5", 5, 3), ("0.95", 20, 19), ("0.95", 21, 20), ("0.95", 1, 1), ("0.01", 50, 1)],
)
def test_the_rank_of_a_quantile_is_the_least_that_covers_its_share(share, many, rank):
    assert rank_of(Fraction(share), many) == rank
    assert Fraction(rank, many) >= Fraction(share) > Fraction(rank - 1, many)


def told(tmp_path, lines, *cases):
    """Return what one rule comes to for each case's unit, and the figures it was told."""
    book = rules_in(tmp_path, {"p-one": ("unit", lines)})
    found, figures = by_evaluator(book, list(cases), {"p-one"})
    return [found.get((number, "p-one", case.root.id)) for number, case in enumerate(cases)], figures


def incomes(*values, **more):
    return [unit(n, f"income: {v}万元\n" if v is not None else "", **more) for n, v in enumerate(values)]


def test_a_unit_is_not_its_own_peer(tmp_path):
    outcomes, figures = told(tmp_path, f"{WIDE}\nrequire: income <= peer_quantile(income, 99%)", *incomes(1, 2, 3, 9))
    assert outcomes == ["pass", "pass", "pass", "fail"]
    assert [figures[n]["p-one 1", ""].value // 1_000_000 for n in range(4)] == [9, 9, 9, 3]
    assert {figures[n]["p-one 1", ""].known for n in range(4)} == {3}


def test_ties_are_no_ranks_apart(tmp_path):
    outcomes, figures = told(tmp_path, f"{WIDE}\nrequire: peer_rank(income) > 1", *incomes(5, 5, 1))
    assert [figures[n]["p-one 1", ""].value for n in range(3)] == [1, 1, 3]
    assert outcomes == ["fail", "fail", "pass"]


def test_missing_peers_that_could_turn_it_leave_it_open(tmp_path):
    rule = f"{WIDE}\nrequire: income <= 2 * peer_median(income)"
    assert told(tmp_path, rule, *incomes(30, 10, 10, 10, 10))[0][0] == "fail"
    assert told(tmp_path, rule, *incomes(30, 10, 10, 10, 10, None))[0][0] == "fail"  # whatever it is, the median is 10
    assert told(tmp_path, rule, *incomes(30, 10, 10, 40, 40, None, None))[0][0] == "undetermined"
    assert told(tmp_path, rule, *incomes(5, 10, 10, 40, 40, None, None))[0][0] == "pass"
    assert told(tmp_path, rule, *incomes(30, 10, None))[0][0] == "undetermined"  # one peer is too few
    assert told(tmp_path, rule, *incomes(30, 10))[0][0] is None  # and where nobody can have two, nobody is asked


def test_peers_are_alike_in_year_place_and_kind(tmp_path):
    mine = incomes(30, 10, 10)
    others = [
        *incomes(99, 99, 99, kind="行政单位"),
        *incomes(99, 99, 99, place="430111"),
        *incomes(99, 99, 99, year=2019),
    ]
    outcomes, figures = told(tmp_path, f"{WIDE}\nrequire: income <= 2 * peer_median(income)", *mine, *others)
    assert outcomes[0] == "fail" and figures[0]["p-one 1", ""].known == 2


def test_a_condition_chooses_peers_and_an_unknown_one_counts_as_missing(tmp_path):
    rule = "peers: {by: district, at_least: 2, where: cars > 0}\nwhen: cars > 0\nrequire: income <= 2 * peer_median(income)"
    cases = [
        unit(n, f"income: {v}万元\n{'' if c is None else f'cars: {c}'}\n")
        for n, (v, c) in enumerate([(30, 1), (10, 1), (10, 1), (99, 0), (99, 0), (99, None)])
    ]
    outcomes, figures = told(tmp_path, rule, *cases)
    assert outcomes == ["fail", "pass", "pass", "not_applicable", "not_applicable", "undetermined"]
    assert figures[0]["p-one 1", ""][3:] == (2, 1)


def test_a_figure_that_was_only_inferred_is_missing(tmp_path):
    cases = incomes(30, 10, 10)
    cases.append(
        case_of(
            "income: {value: 10万元, 推断: true}\n",
            "name: 单位9\njurisdiction: '430112'\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\n",
        )
    )
    _, figures = told(tmp_path, f"{WIDE}\nrequire: income <= 2 * peer_median(income)", *cases)
    assert figures[0]["p-one 1", ""][3:] == (2, 1)


def test_the_last_digit_of_the_year_before_counts(tmp_path):
    rule = "when: known(last_year(fiscal_year))\nrequire: prior_income ≈ last_year(income)"

    def outcome(stated, printed):
        cases = [unit(0, f"prior_income: {stated}\n"), unit(1, f"income: {printed}\n", year=2019, called="单位0")]
        return told(tmp_path, rule, *cases)[0][0]

    assert outcome("12.35万元", "123456.78元") == "pass"
    assert outcome("12.34万元", "123456.78元") == "fail"
    assert outcome("123456.78元", "12.3万元") == "pass"


def test_texts_are_the_same_whatever_their_width_and_a_unit_counts_once(tmp_path):
    book = rules_in(
        tmp_path, {"p-one": ("contract", "require: other_units(supplier) = 0\namount: other_sum(amount, supplier)")}
    )

    def contracts(*names):
        listed = ", ".join(f"{{id: c{n}, supplier: {name}, amount: 1万元}}" for n, name in enumerate(names))
        return f"contracts: [{listed}]\n"

    cases = [
        unit(0, contracts("甲公司（长沙）", "乙")),
        unit(1, contracts("甲公司(长沙)", "甲公司(长沙)")),
        unit(2, contracts("丙")),
    ]
    found, figures = by_evaluator(book, cases, {"p-one"})
    assert found == {
        (0, "p-one", "c0"): "fail",
        (0, "p-one", "c1"): "pass",
        (1, "p-one", "c0"): "fail",
        (1, "p-one", "c1"): "fail",
        (2, "p-one", "c0"): "pass",
    }
    assert figures[0]["p-one 2", "c0"].value == 2_000_000 and figures[0]["p-one 1", "c0"].value == 1


def test_a_unit_of_two_cases_is_one_peer_that_lacks_its_figure(tmp_path):
    """Nobody knows which of both holds; an auditor counts neither, and a unit is not its own peer in another case."""
    cases = incomes(30, 10, 10, 10)
    cases += [unit(4, "income: 99万元\n", called="单位3"), unit(5, "income: 98万元\n", called=" 单位０ ")]
    _, figures = told(tmp_path, f"{WIDE}\nrequire: income <= 2 * peer_median(income)", *cases)
    assert [figures[n]["p-one 1", ""][3:] for n in range(6)] == [(2, 1), (1, 2), (1, 2), (2, 1), (2, 1), (2, 1)]
    assert figures[0]["p-one 1", ""].value == 10 * 1_000_000 and figures[1]["p-one 1", ""].value is None


def test_a_name_set_otherwise_is_no_other_unit(tmp_path):
    """A contract of two years, listed in both by one unit, is no contract of two units."""
    listed = "contracts: [{id: c, supplier: 甲公司, amount: 1万元}]\n"
    cases = [unit(0, listed, called="甲局（本级）"), unit(1, listed, year=2021, called="甲局(本级)")]
    book = rules_in(
        tmp_path, {"p-one": ("contract", "require: other_units(supplier) = 0 and other_years(supplier) = 1")}
    )
    assert set(by_evaluator(book, cases, {"p-one"})[0].values()) == {"pass"}


def test_what_others_list_without_an_amount_is_not_zero(tmp_path):
    rule = {"p-one": ("contract", "require: amount + other_sum(amount, supplier) <= 3万元")}
    book = rules_in(tmp_path, rule)

    def of(*units):
        cases = [
            unit(n, f"contracts: [{{id: c, supplier: 甲公司{amount and f', amount: {amount}万元'}}}]\n", called=called)
            for n, (called, amount) in enumerate(units)
        ]
        return by_evaluator(book, cases, {"p-one"})[0][0, "p-one", "c"]

    assert of(("甲", "1.00"), ("乙", "2.00")) == "pass" and of(("甲", "1.00"), ("乙", "2.01")) == "fail"
    assert of(("甲", "1.00"), ("乙", "1.00"), ("丙", "")) == "undetermined"
    assert of(("甲", "1.00"), ("乙", "1.50"), ("乙", "1.50")) == "undetermined"  # one sum, stated in two cases?
    assert of(("甲", "1.00"), ("甲", "9.00")) == "pass"  # the unit itself is no other


@pytest.mark.parametrize("seed", range(100 if os.environ.get("CHECKER_NIGHTLY") == "1" else 3))
def test_a_figure_taken_from_another_unit_lets_nothing_pass(tmp_path, seed):
    """Whatever another unit does not say could have been said: what is met without it was met with it, and what fails failed."""
    rules = {rule: body for rule, body in RULES.items() if body[0] == "unit"}
    book = rules_in(tmp_path, rules)
    draw = random.Random(seed)
    before = random_cases(random.Random(seed), least=12)
    lacking = random_cases(random.Random(seed), least=12)
    chosen = draw.sample(range(len(before)), 3)
    for number in chosen:
        lacking[number].root.values.pop(draw.choice(["income", "running_actual", "in_service", "cars"]), None)
    one, two = (by_evaluator(book, cases, set(rules))[0] for cases in (before, lacking))
    told = {key: (one.get(key), outcome) for key, outcome in two.items() if key[0] not in chosen}
    assert len(told) > 50
    assert not {key: pair for key, pair in told.items() if pair[1] in ("pass", "fail") and pair[0] != pair[1]}


def test_a_case_by_itself_is_asked_nothing_and_its_plan_is_that_of_before(tmp_path):
    book = rules_in(tmp_path, {"p-one": ("unit", f"{WIDE}\nrequire: income <= peer_median(income)")})
    (case,) = incomes(1)
    assert "p-one" not in {rule.id for rule in book.plan(case).rules}
    assert not Population(BOOK, lambda rule: not BOOK.rules[rule].figures)


def test_what_the_second_book_cannot_derive_is_told_and_no_error(tmp_path):
    book = rules_in(tmp_path, {"p-one": ("unit", f"{WIDE}\nrequire: income <= peer_median(income)")})
    cases = incomes(9, 1, 1)
    population(cases, book)
    checks = [check for case in cases for check in evaluate(book.plan(case), case) if check.rule.id == "p-one"]
    found, notes = double_entry(checks, strict=True, command=("no-such-program",))
    assert [each.outcome for each in found] == [each.outcome for each in checks] and found[0].outcome == "fail"
    assert (
        found[0].error is None and all("要看别的案例" in note.zh for told in notes.values() for note in told) and notes
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_finding_says_on_how_many_peers_it_stands(tmp_path, lang):
    book = rules_in(
        tmp_path,
        {
            "p-one": (
                "unit",
                f"{WIDE}\nrequire: income / (in_service * 1元) <= 2 * peer_median(income / (in_service * 1元))",
            )
        },
    )
    cases = [unit(n, f"income: {v}万元\nin_service: 10\n") for n, v in enumerate([30, 10, 10, 10])]
    cases.append(unit(7, "in_service: 3\n"))
    by_evaluator(book, cases, {"p-one"})
    (found,) = evaluate(book.plan(cases[0], {"p-one"}.__contains__), cases[0])
    lines = "\n".join(explanation(found, lang))
    said = message(found, lang)
    if lang == "zh":
        assert said.endswith("与 3 家同类单位相比，另有 1 家没有这个数")
        assert "= 30万元 ÷ 10人 = 30,000.00元；不超过 2 × 同类单位的中位数 = 2 × 10,000.00元 = 20,000.00元" in lines
        assert "同类单位的中位数 = 10,000.00元（3 家同类单位，另有 1 家没有这个数）" in lines
    else:
        assert said.endswith("compared with 3 peers, 1 more lack the figure")
        assert "the median of its peers = 10,000 yuan (3 peers, 1 more lack the figure)" in lines


LEXICON = Lexicon(BOOK.names)


def read(text):
    return check(
        parse(text, LEXICON), scope("unit").__class__(BOOK.vocabulary, scope("unit").frames, beyond=True), "boolean"
    )


def test_a_comparison_is_read_at_both_ends_and_negative_factors_turn_them():
    tree = read("收入总计 - 2 × 同类中位数(收入总计) 不超过 -1 × 同类分位数(收入总计, 25%)")
    assert isinstance(tree, Bounded)
    ends = [[node.end for node in _across(side)] for side in (tree.least, tree.most)]
    assert ends == [["low", "high"], ["high", "low"]]


def _across(node):
    return [part for part in walk(node) if isinstance(part, Across)]


@pytest.mark.parametrize(
    "text",
    [
        "income = peer_median(income)",
        "income / peer_median(income) > 2",
        "income * peer_count(cars > 0) > 1元",
        "peer_median(peer_median(income)) > 1元",
        "peer_quantile(income, 100%) > 1元",
        "peer_count(income) > 1",
        "other_units(1元) > 1",
        "every contract satisfies (contract.amount < peer_median(income))",
    ],
)
def test_what_has_no_reading_is_refused(text):
    with pytest.raises(ExpressionError):
        read(text)


@pytest.mark.parametrize(
    ("about", "lines", "said"),
    [
        ("unit", "require: income <= peer_median(income)", "peers is lacking"),
        ("unit", f"{WIDE}\nrequire: income > 0元", "compares with none"),
        ("unit", f"{WIDE}\nrequire: peer_median(income) between 1元 and 2元", "compared by size"),
        ("contract", f"{WIDE}\nrequire: amount <= peer_median(unit.income)", "for: unit"),
        ("unit", "peers: {by: [shape], at_least: 1}\nrequire: income <= peer_median(income)", "not chosen by"),
    ],
)
def test_a_rule_that_compares_wrongly_is_refused(tmp_path, about, lines, said):
    with pytest.raises(InputError) as caught:
        rules_in(tmp_path, {"p-one": (about, lines)})
    assert any(said in problem.message.en for problem in caught.value.problems), caught.value.problems


def test_standing_out_is_never_more_than_a_query(tmp_path):
    lines = f"{WIDE}\nrequire: income <= peer_median(income)"
    wrong = RULE.format(id="p-one", about="unit", lines=lines).replace("nature: query", "nature: breach")
    (tmp_path / "p-one.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError, match="a query and nothing more"):
        load_rules(tmp_path)
