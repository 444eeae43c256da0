"""Waivers excuse one failure until a day, are counted, shown and told; nothing else becomes quiet by them."""

import json
from datetime import date

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, case_of
from schemas.sarif_fields import LOG

from checker.api import check
from checker.authoring.case_schema import report_schema
from checker.authoring.rule_schema import waiver_schema
from checker.base.errors import InputError
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.records.waivers import read_waivers
from checker.reports import Options, render

RULES = ("overrun-above-threshold", "spending-over-adjusted-budget")
CASE = """amounts: {unit: 万元, decimals: 2}
lines:
  - {id: roof, kind: 明细项目, name: 屋面维修, initial_budget: 100, actual: 128.43}
  - {id: door, kind: 明细项目, name: 大门, initial_budget: 10, actual: 12}
"""
ENTRY = {"规则": RULES[0], "单位": "示例单位", "年度": "2020", "对象": "roof", "理由": "抢修", "批准文号": "财预〔2020〕1号", "批准人": "张三", "有效期至": "2021-12-31"}  # fmt: skip


def waivers(*entries):
    text = json.dumps({"豁免": entries}, ensure_ascii=False)
    return read_waivers(parse_text("waivers.json", text, is_json=True), BOOK)


def judged(*entries, as_of=None):
    return check([case_of(CASE)], BOOK, selected=lambda i: i in RULES, waivers=waivers(*entries), as_of=as_of)


def outcomes(report):
    return {c.subject.id: c.outcome for c in report.checks if c.rule.id == RULES[0]}


@pytest.mark.parametrize(
    ("change", "as_of", "outcome", "told"),
    [
        ({}, None, "waived", "有效期至 2021-12-31"),
        ({"对象": "屋面维修"}, None, "waived", "已采用"),
        ({"有效期至": "2020-12-31"}, None, "waived", "在 90 天之内"),
        ({"有效期至": "2020-12-30"}, None, "fail", "过期（按 2020-12-31 计）"),
        ({}, date(2022, 1, 1), "fail", "过期（按 2022-01-01 计）"),
        ({"年度": "2021"}, None, "fail", "没有对上"),
        ({"单位": "别的单位"}, None, "fail", "没有对上"),
        ({"对象": "窗"}, None, "fail", "没有对上"),
        ({"规则": RULES[1]}, None, "fail", "无法判定的不能豁免"),
    ],
)
def test_what_a_waiver_does(change, as_of, outcome, told):
    report = judged({**ENTRY, **change}, as_of=as_of)
    assert outcomes(report) == {"roof": outcome, "door": "fail"}
    (notes,) = report.notes.values()
    assert len(notes) == 1 and told in notes[0].zh
    assert report.ledger.counts["waived"] == (outcome == "waived")
    assert sum(report.ledger.counts.values()) == report.ledger.checks
    for form in ("table", "markdown", "html"):
        assert "豁免" in render(form, report, Options())


def test_an_excused_finding_no_longer_fails_the_run_and_leaves_no_amount():
    both = judged(ENTRY, {**ENTRY, "对象": "door"})
    assert both.exit_code() == 3 and both.amount(["query"]) == 0
    assert judged(ENTRY).exit_code() == 1


def test_machines_are_told_why():
    report = judged(ENTRY)
    document = json.loads(render("json", report, Options()))
    jsonschema.validate(document, report_schema())
    (entry,) = [c for c in document["checks"] if c["outcome"] == "waived"]
    assert entry["waiver"]["document"] == "财预〔2020〕1号" and "128.43" in entry["message"]
    log = json.loads(render("sarif", report, Options()))
    jsonschema.validate(log, LOG)
    (suppressed,) = [r for r in log["runs"][0]["results"] if "suppressions" in r]
    assert suppressed["kind"] == "fail" and suppressed["suppressions"][0]["justification"] == "抢修"


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ([{**ENTRY, "rule": "x"}], {"repeated"}),
        ([{**ENTRY, "原因": "x"}], {"unknown-key"}),
        ([{**ENTRY, "规则": "overrun-above-treshold"}], {"no-rule"}),
        ([{**ENTRY, "有效期至": "2020-13-01"}], {"bad-date"}),
        ([{**ENTRY, "年度": "去年"}], {"bad-year"}),
        ([{**ENTRY, "年度": "0000"}], {"bad-year"}),
        ([{key: value for key, value in ENTRY.items() if key != "批准文号"}], {"required"}),
        ([{**ENTRY, "批准人": ""}], {"required"}),
        ([ENTRY, ENTRY], {"repeated"}),
        (["x"], {"mapping"}),
    ],
)
def test_what_a_file_of_waivers_may_not_say(entries, codes):
    with pytest.raises(InputError) as told:
        waivers(*entries)
    assert {problem.code for problem in told.value.problems} == codes


def test_the_schema_takes_what_the_loader_takes():
    english = dict(
        zip(("rule", "unit", "year", "subject", "reason", "document", "approver", "expires"), ENTRY.values())
    )
    for entry in (ENTRY, english):
        jsonschema.validate({"waivers": [entry]}, waiver_schema())
        assert len(waivers(entry)) == 1
    for wrong in ({**ENTRY, "原因": "x"}, {"规则": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"waivers": [wrong]}, waiver_schema())


def test_lint_and_run(tmp_path):
    case, file = tmp_path / "case.yaml", tmp_path / "waivers.json"
    case.write_text(HEAD + CASE, encoding="utf-8")
    file.write_text(json.dumps({"豁免": [ENTRY]}, ensure_ascii=False), encoding="utf-8")
    run = lambda *words: CliRunner().invoke(main, [*words, "--lang", "zh"])  # noqa: E731
    assert run("waivers", "lint", str(file)).exit_code == 0
    assert run("waivers", "lint", str(file), "--as-of", "2022-01-01").exit_code == 1
    assert "已采用" in run("waivers", "lint", str(file), str(case)).output
    select = ("--select", RULES[0])
    assert "已豁免 1" in run("run", str(case), "--waivers", str(file), *select).output
    assert run("run", str(case), "--waivers", str(file), "--as-of", "soon", *select).exit_code == 2
    assert run("run", str(case), "--waivers", str(tmp_path / "none"), *select).exit_code == 2


@pytest.mark.parametrize(
    ("name", "expires", "as_of", "told", "code"),
    [
        ("the day itself", "2021-03-01", "2021-03-01", "到期", 0),
        ("ninety days", "2021-05-30", "2021-03-01", "到期", 0),
        ("ninety-one days", "2021-05-31", "2021-03-01", "", 0),
        ("the day after", "2021-02-28", "2021-03-01", "过期", 1),
        ("the year's end, soon", "2021-03-31", None, "到期", 0),
        ("the year's end, expired", "2020-12-30", None, "过期", 1),
        ("the last day there is", "9999-12-31", "9999-12-31", "到期", 0),
    ],
)
def test_lint_tells_what_ends_soon(tmp_path, name, expires, as_of, told, code):
    file = tmp_path / "waivers.json"
    entry = {**ENTRY, "年度": "2020", "有效期至": expires}
    file.write_text(json.dumps({"豁免": [entry]}, ensure_ascii=False), encoding="utf-8")
    words = ["waivers", "lint", str(file), "--lang", "zh", *(("--as-of", as_of) if as_of else ())]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, result.output
    assert (told in result.output) if told else ("期" not in result.output.replace("年度", ""))
