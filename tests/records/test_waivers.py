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
from checker.documents.source import parse_text, read_source
from checker.records.forms import KEY, WAIVERS
from checker.records.waivers import WAIVER_KEYS, read_waivers
from checker.reports import Options, render

RULES = ("overrun-above-threshold", "spending-over-adjusted-budget")
CASE = """amounts: {unit: 万元, decimals: 2}
lines:
  - {id: roof, kind: 明细项目, name: 屋面维修, initial_budget: 100, actual: 128.43}
  - {id: door, kind: 明细项目, name: 大门, initial_budget: 10, actual: 12}
"""
ENTRY = {
    "规则": RULES[0],
    "单位": "示例单位",
    "年度": "2020",
    "对象": "roof",
    "理由": "抢修",
    "批准文号": "财预〔2020〕1号",
    "批准人": "张三",
    "有效期至": "2021-12-31",
}


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
        ([{**ENTRY, "批准文号": "待填"}], {"no-approval"}),
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
        jsonschema.validate({"waivers": [entry]}, waiver_schema(BOOK.vocabulary))
        assert len(waivers(entry)) == 1
    for wrong in ({**ENTRY, "原因": "x"}, {"规则": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"waivers": [wrong]}, waiver_schema(BOOK.vocabulary))


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


FILLED = {"reason": "抢修", "document": "财预〔2020〕1号", "approver": "张三", "expires": "2021年12月31日"}


def listed(tmp_path, lang="zh", **cells):
    """Write the list of the case as a workbook, fill in its first line and return case, list and the cell of each column."""
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    case, path = tmp_path / "case.yaml", tmp_path / "豁免.xlsx"
    case.write_text(HEAD + CASE, encoding="utf-8")
    done = CliRunner().invoke(main, ["waivers", "new", str(path), str(case), "--lang", lang])
    assert done.exit_code == 0, done.output
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value in KEY for cell in row))
    places = {}
    for name, column in WAIVERS.columns.items():
        at = next(cell.column for cell in head if " ".join(cell.value.split()) in column.head)
        places[name] = sheet.cell(head[0].row + 1, at)
        places[name].value = {**FILLED, **cells}[name]
    book.save(path)
    return case, path, {name: cell.coordinate for name, cell in places.items()}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_list_is_written_filled_in_and_read_back(tmp_path, lang):
    case, path, _ = listed(tmp_path, lang)
    run = lambda *words: CliRunner().invoke(main, [*map(str, words), "--lang", lang])  # noqa: E731
    file = tmp_path / "waivers.yaml"
    for _ in range(2):  # the second time nothing is left to add
        done = run("waivers", "update", file, path)
        assert done.exit_code == 0, done.output
        (waiver,) = read_waivers(read_source(str(file), file.read_bytes()), BOOK)
    assert {name: str(getattr(waiver, name)) for name in FILLED} == {**FILLED, "expires": "2021-12-31"}
    assert run("waivers", "lint", file, case).exit_code == 0
    before = file.read_bytes()
    assert run("waivers", "new", path, case).exit_code == 2, "a list that is there is not written over"
    assert file.read_bytes() == before


WRONG_CELLS = {
    "no reason": ({"reason": None}, {"required": "reason"}),
    "nobody": ({"approver": None}, {"required": "approver"}),
    "no such day": ({"expires": "2021-02-30"}, {"cell": "expires"}),
    "expired before its year": ({"expires": "2019-12-31"}, {"cell": "expires"}),
    "a formula": ({"reason": "=1+1"}, {"cell": "reason"}),
    "a direction mark": ({"document": "1\u202e2"}, {"cell": "document"}),
    "too long": ({"approver": "长" * 101}, {"cell": "approver"}),
    "no paper": ({"document": "无"}, {"no-approval": "document"}),
    "a paper still to be filled in": ({"document": "待填"}, {"no-approval": "document"}),
    "a number for a reason": ({"reason": 5}, {"no-approval": "reason"}),
    "a number for somebody": ({"approver": 12}, {"no-approval": "approver"}),
}


@pytest.mark.parametrize("name", WRONG_CELLS)
def test_a_cell_of_a_list_that_does_not_fit_is_refused(tmp_path, name):
    change, told = WRONG_CELLS[name]
    _, path, places = listed(tmp_path, **change)
    file = tmp_path / "waivers.yaml"
    done = CliRunner().invoke(main, ["waivers", "update", str(file), str(path), "--lang", "zh"])
    ((code, cell),) = told.items()
    assert done.exit_code == 2 and f"豁免清单!{places[cell]}: " in done.output and f"[{code}]" in done.output
    assert not file.exists()


@pytest.mark.parametrize(("heading", "value", "code"), [("键（请勿改动）", None, "no-key"), ("对象", "乙", "moved")])
def test_what_is_filled_in_beside_another_key_is_refused(tmp_path, heading, value, code):
    openpyxl = pytest.importorskip("openpyxl")
    _, path, places = listed(tmp_path)
    book = openpyxl.load_workbook(path)
    (row,) = {cell.row for cell in map(book.worksheets[0].__getitem__, places.values())}
    at = next(cell for cell in book.worksheets[0][row - 1] if cell.value == heading)
    at.offset(1).value = value
    book.save(path)
    done = CliRunner().invoke(main, ["waivers", "update", str(tmp_path / "w.yaml"), str(path), "--lang", "zh"])
    assert done.exit_code == 2 and f"[{code}]" in done.output and not (tmp_path / "w.yaml").exists()


def test_a_waiver_that_says_something_else_is_refused(tmp_path):
    _, path, _ = listed(tmp_path, reason="水灾")
    file = tmp_path / "waivers.yaml"
    first = {**ENTRY, "有效期至": "2021-12-31"}
    rules = sorted(RULES)
    text = "豁免:\n" + "".join(
        f"- {json.dumps({**first, '规则': rule, '对象': subject}, ensure_ascii=False)}\n"
        for rule in rules
        for subject in ("roof", "door")
    )
    file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["waivers", "update", str(file), str(path), "--lang", "zh"])
    assert done.exit_code == 2 and "[repeated]" in done.output and file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_list_to_fill_in_as_yaml(tmp_path, lang):
    case, file = tmp_path / "case.yaml", tmp_path / "w.yaml"
    case.write_text(HEAD + CASE, encoding="utf-8")
    assert CliRunner().invoke(main, ["waivers", "new", str(file), str(case), "--lang", lang]).exit_code == 0
    text = file.read_text(encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_waivers(read_source(str(file), text.encode()), BOOK)
    assert {problem.code for problem in told.value.problems} == {"required"}
    keys = WAIVER_KEYS.values() if lang == "zh" else WAIVER_KEYS
    for key, value in zip(list(keys)[4:], FILLED.values()):
        text = text.replace(f'{key}: ""', f"{key}: {value}")
    assert read_waivers(read_source(str(file), text.encode()), BOOK)
