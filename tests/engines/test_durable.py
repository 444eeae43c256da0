"""The second book: durable-rules comes to the evaluator's verdicts, and nothing it does can cost a report."""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from dataclasses import replace
from decimal import localcontext

import pytest
from conftest import BOOK, ROOT, case_of, scope, typed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_language import CONDITION, line_facts

from checker.api import check, load_case, load_rules
from checker.authoring.examples import example_case
from checker.base.values import EXACT
from checker.engines.double_entry import double_entry, first_verdict
from checker.engines.durable import engine as durable
from checker.engines.durable import patterns
from checker.engines.durable import worker as durable_worker
from checker.engines.durable.engine import second_verdicts
from checker.engines.evaluator import evaluate
from checker.language.closures import Compiler
from checker.language.tokens import ExpressionError
from checker.rulebook.book import Plan

pytest.importorskip("durable_rules_engine", reason="durable-rules is not installed: it needs a C compiler")

NIGHTLY = bool(os.environ.get("CHECKER_NIGHTLY"))
CASE = load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)


def both(plan, case):
    """Return the verdicts of both books; a rule that is refused is left out."""
    checks = evaluate(plan, case)
    seconds = second_verdicts(checks)
    assert not any(second.crashed for second in seconds), [second.reason for second in seconds]
    return [
        (c.rule.id, c.subject.id, first_verdict(c), s.verdict)
        for c, s in zip(checks, seconds, strict=True)
        if s.verdict
    ]


def test_the_2020_case_is_derived_twice_and_nothing_disagrees():
    report = check([CASE], BOOK, engine="auto")
    assert report.ledger.counts["error"] == 0
    assert sum(report.ledger.second.values()) == report.ledger.checks
    assert report.ledger.second["independent"] > 0


def test_no_module_of_the_folder_where_a_user_works_is_run(tmp_path, monkeypatch):
    (tmp_path / "checker").mkdir()
    (tmp_path / "checker" / "__init__.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    checks = [c for c in evaluate(BOOK.plan(CASE), CASE, traced=False) if c.rule.id == "it-project-second-review"]
    assert [second.verdict for second in second_verdicts(checks)] == [first_verdict(c) for c in checks] != []


def test_all_rules_on_the_facts_of_other_rules():
    """tests/judgement/test_examples.py has every example of every rule; here each rule meets facts that were not made for it."""
    book = load_rules(examples=True)
    alone = [
        rule for rule in book.rules.values() if not rule.figures
    ]  # what other cases say the second book does not know
    chosen = [(rule, example) for rule in alone for example in rule.examples][
        :: 1 if os.environ.get("CHECKER_NIGHTLY") else 36
    ]
    made = [(rule, example, example_case(book, rule, example)) for rule, example in chosen]
    at = {id(case): (rule.id, example.name) for rule, example, case in made}
    checks = [check for _, _, case in made for check in evaluate(book.plan(case), case)]
    derived, _ = double_entry(checks, strict=True)  # in one go: the second book is a program of its own
    assert not [(at[id(c.case)], c.rule.id) for c in derived if c.outcome == "error"]
    assert len(derived) == len(checks) > 2000


def random_rules(texts):
    """Return rules about budget lines out of triples of conditions (when, unless, require)."""
    model = BOOK.rules["overrun-above-threshold"]
    for number, (when, unless, require) in enumerate(texts):
        try:
            parts = {
                "when": typed(when, "budget_line"),
                "unless": typed(unless, "budget_line"),
                "require": typed(require, "budget_line"),
            }
        except ExpressionError:
            continue
        yield replace(model, id=f"random-{number}", scope=scope("budget_line"), strict=None, amount=None, **parts)


SEEN: Counter[str] = Counter()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(CONDITION, CONDITION, CONDITION), min_size=3, max_size=6),
    st.lists(line_facts(), min_size=4, max_size=12),
    st.randoms(use_true_random=False),
)
def test_random_rules_and_facts(texts, facts, chance):
    lines = [
        f'  - {{id: l{n}, kind: {"明细项目" if n else "项目支出"}, {"parent: l0, " if n else ""}name: 甲{n}😀"引, {f}}}\n'
        for n, f in enumerate(facts)
    ]
    chance.shuffle(lines)
    case = case_of("lines:\n" + "".join(lines).replace('"引', "引"))
    plan = Plan(BOOK, 2020, "430112", "district", "public_institution", tuple(random_rules(texts)), ())
    for rule, subject, one, two in both(plan, case):
        assert one == two, (rule, subject)
        SEEN[one] += 1


def test_enough_verdicts_were_compared(capsys):
    """A fixed number besides what hypothesis chose: boundary integers, 15 % missing, several rules at once."""
    chance = random.Random(7)
    amounts = ["0元", "1元", "200万元", "2000000.01元", "1999999.99元", "92233720368547758元", "-3元", "无", None, None]
    texts = [
        ("是否信息化 且 造价 > 二审限额", "是否应急", "存在 评审 满足 (评审级别 = 二审 且 评审结论 = 通过)"),
        ("实际支出 > 0元", "否", "每个 评审 满足 (非 评审级别 = 二审 或 评审结论 = 通过)"),
        ("造价 >= 200万元 或 是否应急", "否", "不存在 评审 满足 (评审结论 = 不通过)"),
        ("支出层次 属于 (明细项目, 项目支出)", "造价 缺失", "实际支出 / 造价 <= 105% 且 实际支出 >= 0元"),
        ("若 是否应急 则 造价 > 0元 否则 实际支出 > 0元", "否", "造价 <= 200万元"),
    ]
    for _ in range(220 if NIGHTLY else 10):
        lines = []
        for number in range(100):
            parts = [f"id: l{number}, kind: 明细项目, name: 甲{number}"]
            for name in ("造价", "实际支出"):
                amount = chance.choice(amounts if name != "造价" else [a for a in amounts if a != "-3元"])
                parts += [f"{name}: {amount}"] if amount else []
            for name in ("是否信息化", "是否应急"):
                parts += [f"{name}: {chance.choice('是否')}"] if chance.random() < 0.85 else []
            reviews = chance.choice(
                [
                    None,
                    "[]",
                    "[{level: 二审, result: 通过}]",
                    "[{level: 一审, result: 在审}, {level: 二审}]",
                    "{complete: false, items: [{level: 二审, result: 不通过}]}",
                    "[{id: rNUM, result: 通过}]",
                ]
            )
            parts += ["reviews: " + reviews.replace("rNUM", f"r{number}")] if reviews else []
            lines.append("  - {" + ", ".join(parts) + "}\n")
        plan = Plan(BOOK, 2020, "430112", "district", "public_institution", tuple(random_rules(texts)), ())
        for rule, subject, one, two in both(plan, case_of("lines:\n" + "".join(lines))):
            assert one == two, (rule, subject)
            SEEN[one] += 1
    with capsys.disabled():
        print(f"\ndurable-rules: {sum(SEEN.values()):,} verdicts compared, none different")
    assert sum(SEEN.values()) >= (100_000 if NIGHTLY else 5_000)
    assert min(SEEN[outcome] for outcome in ("pass", "fail", "not_applicable", "undetermined")) > 200


def test_subjects_before_lookups_are_noticed():
    """The order of assertion matters to durable-rules: with subjects first, absence is concluded too soon."""
    lines = "".join(
        f"  - {{id: l{n}, kind: 明细项目, name: 甲, initial_budget: 0元, actual: 60万元, approvals: [{{number: 甲1号, date: 2021-01-05, amount: 60万元}}]}}\n"
        for n in range(20)
    )
    case = case_of("lines:\n" + lines)
    checks = evaluate(BOOK.plan(case, lambda rule: rule == "approval-within-year"), case)
    original = durable._asserted
    try:
        good = second_verdicts(checks)
        assert [s.verdict for s in good] == ["fail"] * 20
        reverse = durable._shard

        def subjects_first(*arguments, **more):
            shard, shared = reverse(*arguments, **more)
            return {**shard, "rows": sorted(shard["rows"], key=lambda row: "_l" in row)}, shared

        durable._shard = subjects_first
        bad = second_verdicts(checks)
        assert any(s.verdict != "fail" for s in bad)
    finally:
        durable._shard = reverse
        durable._asserted = original


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os, sys; sys.stdin.readline(); os.kill(os.getpid(), 11)", "exit -11"),
        ("import sys; sys.exit(3)", "exit 3"),
        ("print('not json', flush=True)", "exit 0"),
        ("import time; time.sleep(60)", "no answer within"),
    ],
    ids=["segfault", "gone", "nonsense", "hang"],
)
def test_a_broken_engine_leaves_a_complete_report(program, words, monkeypatch):
    monkeypatch.setattr(durable, "SECONDS", 1)
    checks = evaluate(BOOK.plan(CASE, lambda rule: rule.startswith("it-")), CASE)
    found, notes = double_entry(checks, command=(sys.executable, "-c", program))
    assert [c.outcome for c in found] == [c.outcome for c in checks] and not any(c.second for c in found)
    assert notes and any(words in note.en for note in notes[CASE.file])
    strict, _ = double_entry(checks, strict=True, command=(sys.executable, "-c", program))
    assert {c.outcome for c in strict} == {"error"}


def test_a_disagreement_is_an_error_with_both_derivations(monkeypatch):
    monkeypatch.setitem(patterns.NEGATED, "<=", "<=")  # a wrong compiler: what fails is taken for what holds
    report = check([CASE], BOOK, engine="auto", selected=lambda rule: rule == "staff-within-establishment")
    assert report.ledger.counts["error"] in (0, 1)
    monkeypatch.setattr(
        durable,
        "verdict_patterns",
        lambda program, when, unless, require, indicator, certain=None: patterns.verdict_patterns(
            program, when, unless, patterns.Not(require), indicator
        ),
    )
    report = check([CASE], BOOK, engine="auto", selected=lambda rule: rule == "staff-within-establishment")
    (wrong,) = report.checks
    assert wrong.outcome == "error" and report.exit_code() == 4
    assert "求值器“符合”，durable-rules“不符合”" in wrong.error.zh


def test_colliding_names_are_refused():
    assert durable.fnv1a("X039599") == durable.fnv1a("X222382")
    with pytest.raises(patterns.Refused):
        durable._no_collisions(["X039599", "X222382"])


@pytest.mark.parametrize("dated", [False, True])
def test_a_parameter_is_a_constant_only_of_a_rule_without_a_date(dated):
    """Whatever the closure of the parameter looks like: the rule says whether its value may differ from fact to fact."""
    compiler = Compiler(BOOK.definitions, lambda name: lambda s: 200_0000)
    program = patterns.Program(compiler, BOOK.vocabulary, "r", dated)
    atom = program.atoms(typed("造价 > 二审限额", "budget_line"))
    assert (atom.name, program.shared) == (("d:0", True) if dated else ("f:cost", False))
    assert program.atoms(typed("造价 > 2元", "budget_line")).name == "f:cost"


def test_the_boot_fact_and_the_tautology_are_there():
    joined = 0
    for each in evaluate(BOOK.plan(CASE), CASE)[:200]:
        if each.subject.entity == each.rule.entity:
            with localcontext(EXACT):
                shard, _ = durable._either(each.judge, "x", [(0, each.subject)])
            for rule in shard["rules"].values():
                for part in rule["all"][1:]:
                    (body,) = part.values()
                    assert body["$and"][-1] == {"_1": {"s": "_1"}}
                    joined += 1
    assert joined and "_boot" in durable_worker.judge.__code__.co_consts


def test_of_a_collection_without_facts_nothing_but_that_is_asked():
    case = case_of("lines: [{id: a, kind: 明细项目, name: 甲, cost: 3元}]\npayments: []\n")
    checks = evaluate(BOOK.plan(case, lambda rule: BOOK.rules[rule].entity == "payment"), case)
    assert checks and {each.outcome for each in checks} == {"not_applicable"}
    for each in checks:
        with localcontext(EXACT):
            shard, _ = durable._either(each.judge, "x", [(0, each.subject)])
        assert list(shard["rules"]) == ["x|not_applicable|0"]
    assert {each.verdict for each in second_verdicts(checks)} == {"not_applicable"}


def test_limits_refuse_before_c_is_called():
    many = " 且 ".join(f"(造价 = {n}元 或 实际支出 = {n}元)" for n in range(12))
    plan = Plan(BOOK, 2020, "430112", "district", "public_institution", tuple(random_rules([("是", "否", many)])), ())
    case = case_of("lines: [{id: a, kind: 明细项目, name: 甲, cost: 3元}]\n")
    _too_many(evaluate(plan, case))


def _too_many(checks):
    """Hold that a rule is refused as it is written, and derived with its alternatives worked out by the evaluator."""
    (one,) = checks
    with pytest.raises(patterns.Refused, match="combinations"), localcontext(EXACT):
        durable._shard(one.judge, one.rule.id, [(0, one.subject)])
    (second,) = second_verdicts(checks)
    assert second.verdict == one.outcome and not second.independent and not second.crashed


def test_more_joined_patterns_than_the_engine_takes_are_refused():
    """Sixty-six of them ended in error 303 when a fact was asserted."""
    same = " 且 ".join(["造价 = 造价"] * 4)
    texts = [(same, "造价 = 造价 且 造价 = 造价", "每个 下级 满足 (下级.造价 > 支出项目.造价)")]
    plan = Plan(BOOK, 2020, "430112", "district", "public_institution", tuple(random_rules(texts)), ())
    case = case_of("lines: [{id: a, kind: 明细项目, name: 甲, cost: 3元}]\n")
    _too_many(evaluate(plan, case))
