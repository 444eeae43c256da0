"""The real 2020 report: what must be found in it, to the fen, and what must not."""

from __future__ import annotations

import json
import random
from collections import Counter
from decimal import Decimal

import jsonschema
import pytest
import yaml
from conftest import BOOK, ROOT

from checker.api import check, load_case
from checker.authoring.case_schema import report_schema
from checker.base.width import width
from checker.cases.case import Fact
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.findings.explain import message
from checker.findings.working import explanation
from checker.reports import Options, render

PATH = ROOT / "cases" / "2020.yaml"
TEXT = PATH.read_text(encoding="utf-8")
NINE = {"weak-current", "experts", "planning", "covid", "review-fund", "portal", "work-fund", "infrastructure", "bonus"}
WAN = 1_000_000


def report_on(text: str):
    return check([read_case(parse_text("2020.yaml", text), BOOK.vocabulary)], BOOK)


REPORT = report_on(TEXT)


def found(rule: str, report=REPORT):
    return {c.subject.id: c for c in report.checks if c.rule.id == rule and c.outcome != "not_applicable"}


@pytest.mark.parametrize(
    ("line", "own", "rate", "rolled"),
    [
        ("basic", "18.43", "7.54%", False),
        ("project", "1147.55", "184.79%", True),
        ("total", "1165.98", "134.71%", True),
    ],
)
def test_overruns(line, own, rate, rolled):
    check_ = found("overrun-above-threshold")[line]
    assert check_.outcome == "fail"
    assert check_.own == int(Decimal(own) * WAN)
    assert ("roll_up" in check_.marks, check_.amount == 0) == (rolled, rolled)
    assert rate in message(check_, "zh") and rate in message(check_, "en")


def test_items_within_the_tolerance():
    checks = found("overrun-above-threshold")
    assert checks["daily"].outcome == checks["maintenance"].outcome == "pass"
    assert "below" in checks["maintenance"].marks and "below" not in checks["daily"].marks
    assert "未达提示线" in explanation(checks["maintenance"], "zh")[-1]
    assert found("spending-over-adjusted-budget")["maintenance"].outcome == "undetermined"


def test_bridge_adds_up():
    (bridge,) = REPORT.bridges()
    amounts = sorted(step.amount for step in bridge.steps)
    assert amounts == sorted(int(Decimal(a) * WAN) for a in ("18.43", "17.64", "-0.02", "1129.93"))
    assert bridge.total == sum(amounts) == int(Decimal("1165.98") * WAN)


def test_nothing_sums_to_more_than_the_overrun():
    # what each line spent beyond its budget; that one stayed 0.02 below its own makes it no less
    limit = int(Decimal("1166.00") * WAN)
    assert all((problem.amount or 0) <= limit for problem in REPORT.problems)
    assert REPORT.amount(("query", "breach", "contradiction", "disclosure", "undetermined")) <= limit


def test_nine_items_never_budgeted():
    failed = {k: c for k, c in found("spending-never-budgeted").items() if c.outcome == "fail"}
    assert set(failed) == NINE
    assert sum(c.amount for c in failed.values()) == int(Decimal("1129.93") * WAN)
    (problem,) = [p for p in REPORT.problems if p.key == "spending-never-budgeted"]
    assert problem.nature == "query" and problem.amount == int(Decimal("1129.93") * WAN)


def test_additions_are_open_until_approvals_are_stated():
    over = NINE | {"maintenance"}  # no alert line gates a rule of law
    assert {k: c.outcome for k, c in found("addition-approved").items()} == dict.fromkeys(over, "undetermined")
    none = found("addition-approved", report_on(TEXT + "approvals: []\n"))
    assert {k: c.outcome for k, c in none.items()} == dict.fromkeys(over, "fail")
    assert {c.nature for c in none.values()} == {"query"}  # the carry-over is not stated
    stated = found(
        "addition-approved",
        report_on(TEXT.replace("    actual: 228.18", "    carry_in: 无\n    actual: 228.18") + "approvals: []\n"),
    )
    assert {k for k, c in stated.items() if c.nature == "breach"} == {"planning"}
    assert {k: c.severity for k, c in none.items() if k in ("covid", "bonus", "infrastructure", "portal")} == {
        "covid": "low",
        "bonus": "low",
        "infrastructure": "high",
        "portal": "medium",
    }


def test_second_review_is_one_problem_and_names_what_decides_it():
    checks = found("it-project-second-review")
    assert {c.outcome for c in checks.values()} == {"undetermined"}
    assert set(checks) == (NINE | {"maintenance"}) - {
        "bonus"
    }  # 日常事务 and the bonus are inferred to be no IT projects
    problems = {c.rule.problem for c in checks.values()}
    assert len([p for p in REPORT.problems if p.key in problems]) == 1
    missing = {m.name for c in checks.values() for m in c.missing}
    assert missing == {"cost", "is_it", "review"}


def test_second_review_fails_once_everything_is_known():
    known = TEXT.replace(
        "is_it: {value: 是, inferred: true, source: 智慧政务基础设施属信息化，推断}", "is_it: 是\n    cost: 646.72"
    )
    checks = found("it-project-second-review", report_on(known + "reviews: []\n"))
    assert checks["infrastructure"].outcome == "fail"
    inferred = TEXT.replace("    actual: 646.72\n", "    actual: 646.72\n    cost: 646.72\n")
    check_ = found("it-project-second-review", report_on(inferred + "reviews: []\n"))["infrastructure"]
    assert check_.outcome == "undetermined" and {m.why for m in check_.missing} == {"inferred"}


def test_completion_rate_is_the_only_wrong_claim():
    outcomes = Counter()
    for rule in ("sum", "difference", "ratio", "growth", "count"):
        outcomes.update(c.outcome for c in found(f"stated-{rule}").values())
    outcomes.update(c.outcome for c in found("same-figure-twice").values())
    assert outcomes == {"pass": 25, "fail": 1, "undetermined": 1}
    wrong = found("stated-ratio")["completion-rate"]
    told = message(wrong, "zh")
    assert wrong.outcome == "fail" and "234.71%" in told and "134.71% 等于" in told and "年初预算" in told
    assert "by how much the base is exceeded" in message(wrong, "en")
    assert found("stated-difference")["staff-growth"].outcome == "undetermined"
    assert {found("stated-count")[k].outcome for k in ("nine-count", "seven-count")} == {"pass"}


def test_rounding_is_said():
    check_ = found("stated-sum")["basic-parts"]
    assert check_.outcome == "pass" and "within_rounding" in check_.marks
    assert any("四舍五入" in line for line in explanation(check_, "zh"))


def test_staffing_passes():
    assert [c.outcome for c in found("staff-within-establishment").values()] == ["pass"]


def test_the_table_is_at_most_fourteen_problems():
    for lang in ("zh", "en"):
        lines = render("table", REPORT, Options(lang)).split("\n")
        assert len(REPORT.problems) <= 14
        assert len(lines) <= (152 if lang == "zh" else 172), f"{len(lines)} lines"
        assert max(width(line) for line in lines) <= 100


def test_ledger_adds_up():
    counts = REPORT.ledger.counts
    assert sum(counts.values()) == REPORT.ledger.checks == len(REPORT.checks)
    others = {other.rule for other in REPORT.not_in_force}
    alone = {rule.id for rule in BOOK.rules.values() if not rule.figures}
    assert set(REPORT.ledger.by_rule) | others == alone  # no rule vanishes
    assert not set(REPORT.ledger.by_rule) & others


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_follows_its_schema(lang, everything):
    text = render("json", REPORT, Options(lang, everything))
    jsonschema.validate(json.loads(text), report_schema())
    assert text == render("json", report_on(TEXT), Options(lang, everything))


def test_fingerprints_are_unique():
    checks = REPORT.to_dict()["checks"]
    assert len({c["fingerprint"] for c in checks}) == len(checks)
    assert len({c["series"] for c in checks}) == len(checks)


def verdicts(report):
    return {(c.rule.id, c.subject.id): (c.outcome, c.amount, c.marks) for c in report.checks}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_items_changes_no_outcome(seed):
    data = yaml.load(TEXT, yaml.BaseLoader)
    chance = random.Random(seed)
    chance.shuffle(data["lines"])
    chance.shuffle(data["stated"])
    for claim in data["stated"]:
        chance.shuffle(claim["of"])
    keys = list(data)
    chance.shuffle(keys)
    shuffled = yaml.safe_dump({key: data[key] for key in keys}, allow_unicode=True, sort_keys=False)
    assert verdicts(report_on(shuffled)) == verdicts(REPORT)


def test_no_float_anywhere():
    """A figure is an integer, a Decimal or a pair of these, from the file to the report."""
    case = load_case(str(PATH), BOOK)

    def walk(value, seen):
        assert not isinstance(value, float), value
        if id(value) in seen:
            return
        seen.add(id(value))
        if isinstance(value, dict):
            for item in value.values():
                walk(item, seen)
        elif isinstance(value, (list, tuple, set, frozenset)):
            for item in value:
                walk(item, seen)
        elif isinstance(value, Fact):
            for name in Fact.__slots__:
                walk(getattr(value, name), seen)

    seen: set[int] = set()
    walk(case.root, seen)
    for check_ in REPORT.checks:
        walk([check_.amount, check_.own, check_.missing], seen)
        if check_.judge and check_.subject.entity == check_.rule.entity:
            from decimal import localcontext

            from checker.base.values import EXACT

            with localcontext(EXACT):
                for trace in check_.judge.traces(check_.subject).values():
                    for part in trace.walk():
                        walk([part.value, part.low, part.high], seen)
    walk(REPORT.to_dict(), set())
    for parameter in BOOK.parameters.values():
        walk([value.value for value in parameter.values], seen)


def test_every_printed_figure_is_in_the_case():
    """What the report prints is transcribed: each amount of the source stands in the case file."""
    for figure in [
        "244.58",
        "263.01",
        "18.43",
        "7.54%",
        "257.43",
        "5.57",
        "621",
        "1768.55",
        "99.98",
        "521",
        "538.64",
        "1129.93",
        "28.78",
        "88.20",
        "228.18",
        "646.72",
        "0.45",
        "134.71%",
        "25659",
        "2730",
        "13933",
        "8996",
    ]:
        assert figure in TEXT
    assert not any(
        word in line
        for line in TEXT.splitlines()
        if not line.startswith("#")
        for word in ("cost:", "approvals:", "reviews:", "adjusted_budget:")
    )


def test_explanations_exist_for_every_check_in_both_languages():
    for check_ in REPORT.checks:
        for lang in ("zh", "en"):
            lines = explanation(check_, lang)
            assert lines[-1].startswith("结论：" if lang == "zh" else "Verdict:"), lines
            assert "None" not in "".join(lines)


def test_the_clean_case_is_clean():
    report = check([load_case(str(ROOT / "cases" / "clean.yaml"), BOOK)], BOOK)
    assert report.exit_code() == 0 and not report.problems and report.ledger.counts["pass"] > 20


def test_what_is_not_mentioned_is_no_problem_and_names_every_record():
    (part,) = REPORT.cases
    routine = {id(finding) for finding in part.routine}
    assert all(finding.outcome == "undetermined" and finding.problem is None for finding in part.routine)
    members = [c for f, c in zip(REPORT.results, REPORT.checks, strict=True) if id(f) in routine]
    assert {c.subject for c in members} == {REPORT.checks[0].case.root}
    names = {m.name for c in members for m in c.missing}
    assert "contract" in names
    (partial,) = report_on(TEXT + "contracts: {complete: false, items: []}\n").cases
    assert not [finding for finding in partial.routine if finding.rule.entity == "contract"]
