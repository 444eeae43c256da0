"""Headings that are not known (year, place, level, kind of unit), and values worked out from printed ones (推算).

What may or may not bind is open, with the heading as what is missing; what binds whatever the heading is, is judged.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import redirect_stdout
from functools import cache
from io import StringIO

import click
import jsonschema
import pytest
from conftest import BOOK, HEAD, NIGHT, case_of, outcomes, report_of

from checker.api import check, load_case
from checker.authoring.case_schema import report_schema
from checker.batch import in_memory as sql_second
from checker.cases.case import HEADINGS
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.engines.double_entry import double_entry
from checker.findings.explain import message
from checker.findings.identity import fingerprint
from checker.records.followup import blank, read_followup
from checker.reports import Options, render
from checker.reports.formats import FORMATS
from checker.tables.rows import case_of as from_rows
from checker.tables.rows import rows_of

WRITTEN = {
    "fiscal_year": "year: 2020",
    "jurisdiction": 'jurisdiction: "430112"',
    "budget_level": "level: 区县",
    "unit_kind": "unit_kind: 事业单位",
}
FACTS = """amounts: {unit: 万元, decimals: 2}
three_public: [{kind: 公务接待, budget: 2.00, actual: 2.05}]
lines:
  - {id: total, kind: 总支出, name: 总支出, parent: 无, initial_budget: 100.00, actual: 140.00}
  - {id: a, kind: 明细项目, parent: total, name: 甲专项, initial_budget: 60.00, actual: 61.40, added_budget: 无}
contracts: [{id: c, supplier: 甲, subject_matter: 印刷服务, amount: 300.00, sign_date: 2020-03-01, line: a, method: 竞争性磋商}]
"""
UNKNOWN = [(heading, word) for heading in HEADINGS for word in ("无", "待填")]
COMMITTED = {"all": tuple(HEADINGS), **{heading: (heading,) for heading in HEADINGS}}


def without(*headings: str, word: str = "无") -> str:
    """Return the usual head with these headings not known."""
    head = HEAD
    for heading in headings:
        assert WRITTEN[heading] in head
        head = head.replace(WRITTEN[heading], f"{WRITTEN[heading].split(':')[0]}: {word}")
    return head


def run(*arguments: str) -> tuple[int, str]:
    """Return the exit code of a command, and what it printed."""
    printed = StringIO()
    with redirect_stdout(printed):
        code = click.Group.main(main, list(arguments), standalone_mode=False)
    return int(code or 0), printed.getvalue()


@cache
def report_without(*headings: str, word: str = "无"):
    """Return the report on the facts with these headings not known; no test changes it."""
    return report_of(FACTS, head=without(*headings, word=word))


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("headings", COMMITTED.values(), ids=COMMITTED)
def test_every_format_says_so(headings, form):
    if form == "pdf" and len(headings) == 1 and not NIGHT:
        pytest.skip("the page is held by html; a browser prints that of all headings, and by night each")
    report = report_without(*headings)
    for lang, told in (("zh", "不详"), ("en", "not known")):
        written = render(form, report, Options(lang, all=True))
        assert written
        if form == "table" and lang == "zh":
            assert "".join(written.splitlines()[:2]).count(told) == len(headings)
    assert not any(c.outcome == "error" for c in report.checks)


@pytest.mark.parametrize(("heading", "word"), UNKNOWN)
def test_what_depends_on_it_is_open_and_nothing_becomes_a_verdict(heading, word):
    known = {(c.rule.id, c.subject.id): c for c in report_without().checks}
    report = report_without(heading, word=word)
    asked = 0
    for each in report.checks:
        if each.outcome in ("fail", "pass"):
            before = known[(each.rule.id, each.subject.id)].outcome  # what holds anyway may have been asked of nobody
            assert before == each.outcome or (before, each.outcome) == ("not_applicable", "pass")
        if any(m.name == heading and m.fact is each.case.root for m in each.missing):
            asked += 1
    assert asked
    document = json.loads(render("json", report, Options("zh")))
    jsonschema.validate(document, report_schema())
    (case,) = document["cases"]
    assert (case["year"] is None) == (heading == "fiscal_year")
    assert (case["jurisdiction"] is None) == (heading == "jurisdiction")


def test_a_rule_for_some_kinds_is_open_and_one_for_all_is_judged():
    report = report_without("unit_kind")
    some = [c for c in report.checks if c.rule.reach.unit_kinds and c.outcome != "not_applicable"]
    assert some
    for each in some:
        assert each.outcome == "undetermined" and [m.name for m in each.missing] == ["unit_kind"]
    assert outcomes(FACTS, "three-public-line-within-budget", without("unit_kind"))["公务接待"] == "fail"


def test_a_rule_that_binds_no_kind_that_it_can_be_is_left_out():
    level = next(r for r in BOOK.rules.values() if r.reach.levels and "district" not in r.reach.levels)
    assert not report_of(FACTS, level.id, head=without("unit_kind")).checks


def test_a_parameter_that_the_place_chooses_names_the_place():
    head = without("jurisdiction").replace("year: 2020", "year: 2021")
    report = report_of(FACTS.replace("2020-03-01", "2021-03-01"), "open-tender-threshold", head=head)
    (found,) = report.checks
    whys = {m.name: m.why for m in found.missing}
    assert found.outcome == "undetermined" and whys["jurisdiction"] == "none"
    assert "no_parameter" not in whys.values()


def test_a_year_not_known_condemns_by_no_rule_that_has_a_beginning():
    report = report_without("fiscal_year")
    for each in report.checks:
        if each.outcome in ("fail", "pass") and each.rule.as_of is None:
            assert each.rule.validity.start is None and not each.rule.validity.years


def test_engines_agree():
    """All reports at once: for DuckDB each plan of all rules takes ten seconds."""
    checks = [check for headings in COMMITTED.values() for check in report_without(*headings).checks]
    twice, _ = double_entry(checks)
    assert [c.outcome for c in twice] == [c.outcome for c in checks]
    for each, second in zip(checks, sql_second.second_verdicts(checks), strict=True):
        assert second.verdict in (each.outcome, None), (each.rule.id, each.subject.id)


@pytest.mark.parametrize(("heading", "word"), UNKNOWN)
def test_tables_keep_it(heading, word):
    case = case_of(FACTS, without(heading, word=word))
    back = from_rows(rows_of(case, 0, {}), BOOK.vocabulary)
    assert back.root.none == case.root.none == {heading}
    assert [c.outcome for c in check([back], BOOK).checks] == [c.outcome for c in check([case], BOOK).checks]


SOME = "overrun-above-threshold,contract-splitting,three-public-line-within-budget,budget-published-in-time,small-supplier-paid-in-time"


def test_a_batch_judges_such_cases_as_the_evaluator_does(tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    for number, headings in enumerate([(), *COMMITTED.values()]):
        head = without(*headings).replace("示例单位", f"单位{number}")
        (folder / f"{number}.yaml").write_text(head + FACTS, encoding="utf-8")
    selected = [rule for rule in SOME.split(",") if rule in BOOK.rules]
    assert run("pack", str(folder), "-o", str(tmp_path / "t"))[0] == 0
    code, printed = run(
        "run",
        str(tmp_path / "t"),
        "--engine",
        "duckdb",
        "--select",
        ",".join(selected),
        "-o",
        str(tmp_path / "o"),
        "--lang",
        "zh",
    )
    result = json.loads((tmp_path / "o" / "run.json").read_text(encoding="utf-8"))["result"]
    cases = [load_case(str(path), BOOK) for path in sorted(folder.glob("*.yaml"))]
    report = check(cases, BOOK, selected=lambda rule: rule in selected)
    assert {rule: Counter(counts) for rule, counts in result["ledger"].items()} == report.ledger.by_rule
    assert not result["disagreements"] and code == report.exit_code() != 4
    assert "不详" in printed


def test_commands_do_not_fall_over(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(without(*HEADINGS, word="待填") + FACTS, encoding="utf-8")
    outputs = [
        word
        for name in ("a.xlsx", "a.docx", "a.html", "a.md", "a.json", "a.csv", "a.sarif", "a.jsonl")
        for word in ("-o", str(tmp_path / name))
    ]
    follow = tmp_path / "follow.yaml"
    follow.write_bytes(
        blank([c for c in check([load_case(str(path), BOOK)], BOOK).checks if c.is_finding], message, "en")
    )
    code, _ = run("run", str(path), *outputs, "--evidence", str(tmp_path / "e.zip"), "--followup", str(follow))
    assert code in (1, 3)
    assert run("replay", str(tmp_path / "e.zip"))[0] != 4
    assert run("run", str(path), "--followup", str(follow))[0] in (1, 3)
    assert run("diff", str(tmp_path / "a.json"), str(tmp_path / "a.json"))[0] == 0
    assert run("run", str(path), "--jurisdiction", "43")[0] in (1, 3)


def test_follow_up_is_kept_by_unit_without_a_year():
    report = report_without("fiscal_year")
    findings = [c for c in report.checks if c.is_finding][:3]
    text = blank(findings, message, "zh").decode()
    entries = read_followup(parse_text("follow.yaml", text), BOOK)
    assert [entry.year for entry in entries] == [0, 0, 0]
    assert len({fingerprint(c) for c in findings}) == len(findings)


GROWTH = """amounts: {unit: 万元, decimals: 2}
three_public: [{kind: 公务接待, budget: MARKED, actual: 2.05}]
"""


@pytest.mark.parametrize("word", ["推算", "derived"])
def test_what_follows_from_printed_figures_may_accuse_and_a_guess_may_not(word):
    rule = "three-public-line-within-budget"
    derived = GROWTH.replace("MARKED", f"{{value: 2.00, {word}: true}}")
    assert outcomes(derived, rule)["公务接待"] == "fail"
    assert outcomes(GROWTH.replace("MARKED", "{value: 2.00, 推断: true}"), rule)["公务接待"] == "undetermined"
    report = report_of(derived, rule)
    shown = json.loads(render("json", report, Options("zh")))["checks"][0]
    (budget,) = [fact for fact in shown["facts"] if fact["path"].endswith(".budget")]
    assert budget["derived"] and not budget["inferred"]
    assert any("推算" in line for line in shown["explanation"])


def test_what_was_worked_out_is_not_printed_in_the_report_and_survives_tables():
    case = case_of(
        "transcribed: whole\n" + GROWTH.replace("MARKED", "{value: 2.00, 推算: true, source: 上年数减去减少额}")
    )
    (fact,) = case.facts["three_public_line"]
    assert case.is_given(fact, "budget") is False and case.is_given(fact, "actual") is True
    back = from_rows(rows_of(case, 0, {}), BOOK.vocabulary)
    (other,) = back.facts["three_public_line"]
    assert (
        other.values["budget"] == 2_000_000
        and other.cells["budget"].derived
        and back.is_given(other, "budget") is False
    )
    assert other.cells["budget"].note == "上年数减去减少额"
    checks = [each for each in check([case], BOOK).checks if each.rule.entity == "three_public_line"]
    assert any(each.outcome != "not_applicable" for each in checks)
    for each, second in zip(checks, sql_second.second_verdicts(checks), strict=True):
        assert second.verdict in (each.outcome, None), each.rule.id


def test_a_text_is_never_worked_out():
    from checker.base.errors import InputError

    with pytest.raises(InputError, match="no figure"):
        case_of("lines: [{id: a, kind: 总支出, name: {value: 甲, 推算: true}}]\n")
