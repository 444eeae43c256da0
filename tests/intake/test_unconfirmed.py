"""Figures that nobody has confirmed: nothing is decided on them for good, and every format says so."""

from __future__ import annotations

import html
import io
import json
import pickle
import shutil
import subprocess
import zipfile

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT, case_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemas.sarif_fields import LOG

from checker.api import check
from checker.authoring.case_schema import report_schema
from checker.base.errors import InputError
from checker.cases.case import HEADINGS, Case
from checker.cases.reader import read_case
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.engines.double_entry import double_entry
from checker.engines.durable.engine import available
from checker.engines.evaluator import evaluate
from checker.reports import Options, pdf, render
from checker.reports.formats import FORMATS
from checker.tables.rows import rows_of

RULE = "overrun-above-threshold"
LINE = "amounts: {{unit: 万元, decimals: 2}}\nlines:\n  - {{id: roof, kind: 明细项目, name: 屋面维修, initial_budget: {}, actual: {}}}\n"
READ = "{{值: {}万元, 待确认: 是, 出处: 第2页 ¶15, 原句: “屋面维修支出 {} 万元”}}"


def unconfirmed(amount):
    return READ.format(amount, amount)


def judged(initial, actual, **more):
    return check([case_of(LINE.format(initial, actual), **more)], BOOK, selected=lambda rule: rule == RULE)


def outcome(initial, actual):
    (found,) = [each for each in judged(initial, actual).results if each.subject.id == "roof"]
    return found.outcome


TABLE = {
    "a fail stands on confirmed figures": ("100.00", "128.43", "fail"),
    "no fail on an unconfirmed spending": ("100.00", unconfirmed("128.43"), "undetermined"),
    "no fail on an unconfirmed budget": (unconfirmed("100.00"), "128.43", "undetermined"),
    "a pass stands on confirmed figures": ("100.00", "90.00", "pass"),
    "no pass on an unconfirmed spending": ("100.00", unconfirmed("90.00"), "undetermined"),
    "no pass on an unconfirmed budget": (unconfirmed("100.00"), "90.00", "undetermined"),
    "exempt by a budget of nothing": ("0.00", "90.00", "not_applicable"),
    "not exempt by an unconfirmed budget of nothing": (unconfirmed("0.00"), "90.00", "undetermined"),
    "no is a confirmation": ("100.00", "{值: 90.00万元, 待确认: 否}", "pass"),
}


@pytest.mark.parametrize("name", TABLE)
def test_nothing_is_decided_on_an_unconfirmed_figure(name):
    initial, actual, wanted = TABLE[name]
    assert outcome(initial, actual) == wanted


def test_what_is_open_says_that_nobody_has_confirmed_it():
    report = judged("100.00", unconfirmed("128.43"))
    (found,) = report.findings()
    assert found.message.say("zh") == "屋面维修：还没有人确认：实际支出"
    assert found.message.say("en") == "屋面维修: nobody has confirmed: actual"
    assert found.papers("zh") == ("对照材料确认实际支出",)
    told = "\n".join(found.explanation.say("zh"))
    assert "第2页 ¶15，原文““屋面维修支出 128.43 万元””，待确认" in told
    assert "待确认：屋面维修的实际支出（第2页 ¶15）" in told
    assert [(fact.unconfirmed, fact.quote) for fact in found.facts if fact.path.endswith("actual")] == [
        (True, "“屋面维修支出 128.43 万元”")
    ]


def test_a_mark_that_is_no_yes_or_no_is_refused():
    with pytest.raises(InputError) as error:
        case_of(LINE.format("100.00", "{值: 90.00万元, 待确认: 张三}"))
    assert [problem.code for problem in error.value.problems] == ["unconfirmed"]
    with pytest.raises(InputError) as error:
        case_of(LINE.format("100.00", '{值: 90.00万元, 原句: ["a"]}'))
    assert "原句要写一句话" in error.value.problems[0].message.zh


def test_a_sum_of_unconfirmed_parts_is_unconfirmed_and_counted_once():
    parts = "".join(
        f"  - {{id: p{n}, kind: 明细项目, name: 项目{n}, parent: project, initial_budget: 1, actual: {unconfirmed('2.00')}}}\n"
        for n in (1, 2)
    )
    case = case_of(
        "amounts: {unit: 万元, decimals: 2}\nlines:\n  - {id: project, kind: 项目支出, name: 项目支出}\n" + parts
    )
    project = next(fact for fact in case.facts["budget_line"] if fact.id == "project")
    assert project.cells["actual"].unconfirmed and case.unconfirmed == 2


MIXED = LINE.format("100.00", "128.43") + (
    f"  - {{id: door, kind: 明细项目, name: 大门, initial_budget: 10, actual: {unconfirmed('12.00')}}}\n"
)


def texts_of(name, content):
    """Return what a reader of a format sees, as one text."""
    if name in ("docx", "xlsx", "pdf"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "".join(
                archive.read(each).decode("utf-8", "replace") for each in archive.namelist() if "xml" in each
            )
    return content if isinstance(content, str) else content.decode("utf-8", "replace")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_says_that_it_is_a_draft(name, lang, monkeypatch):
    monkeypatch.setattr(
        pdf, "found", lambda: "soffice"
    )  # what is set as PDF is looked at, as an office starts too slowly here
    monkeypatch.setattr(pdf, "converted", lambda program, document: document)
    said = {"zh": "草稿：1 处数字待确认", "en": "Draft: 1 figure to confirm"}[lang]
    report = check([case_of(MIXED)], BOOK, lang=lang)
    text = texts_of(name, render(name, report, Options(lang=lang)))
    whole = texts_of(
        name, render(name, check([case_of(LINE.format("100.00", "128.43"))], BOOK, lang=lang), Options(lang=lang))
    )
    if name in ("json", "jsonl"):
        marked = '"draft": 1'
        assert marked in text and marked not in whole
    else:
        assert said in text.replace("&#xB7;", "·"), text[:500]
        assert said.split("：")[0].split(":")[0] + ("：" if lang == "zh" else ":") not in whole


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="no LibreOffice here")
def test_the_pdf_says_on_its_first_page_that_it_is_a_draft():
    report = check([case_of(MIXED)], BOOK)
    made = render("pdf", report, Options())
    told = subprocess.run(["pdftotext", "-l", "1", "-", "-"], input=made, capture_output=True, check=True)
    assert "草稿：1处数字待确认" in "".join(told.stdout.decode("utf-8").split())


HEADED = (
    ('jurisdiction: "430112"', "jurisdiction: {值: '430112', 待确认: 是}"),
    ("level: 区县", "level: {值: 区县, 待确认: 是}"),
    ("year: 2020", "year: {值: 2020, 待确认: 是}"),
)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_the_headings_that_nobody_confirmed(name, monkeypatch):
    """They decide which rules apply, so that every finding rests on them."""
    monkeypatch.setattr(pdf, "found", lambda: "soffice")
    monkeypatch.setattr(pdf, "converted", lambda program, document: document)
    head = HEAD
    for old, new in HEADED:
        assert old in head
        head = head.replace(old, new)
    case = case_of(LINE.format("100.00", "128.43"), head)
    assert case.unconfirmed_headings() == ("fiscal_year", "jurisdiction", "budget_level")
    for lang, said in (("zh", "预算年度、行政区划、预算级次也没有人确认"), ("en", "fiscal year, jurisdiction, ")):
        shown = texts_of(name, render(name, check([case], BOOK, lang=lang), Options(lang=lang)))
        if name == "json":
            jsonschema.Draft202012Validator(report_schema()).validate(json.loads(shown))
        if name in ("json", "jsonl"):
            assert '"draft_headings": ["fiscal_year", "jurisdiction", "budget_level"]' in " ".join(
                shown.split()
            ).replace("[ ", "[").replace(" ]", "]")
        else:
            assert said in shown or said in html.unescape(shown), shown[:400]


def test_json_and_sarif_keep_their_schemas():
    report = check([case_of(MIXED)], BOOK)
    data = json.loads(render("json", report, Options()))
    jsonschema.Draft202012Validator(report_schema()).validate(data)
    assert data["cases"][0]["unconfirmed"] == 1
    assert [problem["unconfirmed"] for problem in data["problems"] if "unconfirmed" in problem]
    sarif = json.loads(render("sarif", report, Options()))
    jsonschema.Draft202012Validator(LOG).validate(sarif)
    (told,) = sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "草稿：1 处数字待确认。"


def test_a_finding_that_stands_besides_says_that_it_rests_on_one():
    text = LINE.format("100.00", "128.43").replace(
        "actual: 128.43", f"actual: 128.43, adjusted_budget: {unconfirmed('101.00')}"
    )
    report = check([case_of(text)], BOOK)
    resting = [each for each in report.findings() if each.unconfirmed]
    assert resting
    for each in resting:
        zh = each.message.say("zh")
        assert "还没有人确认" in zh, zh
    again = pickle.loads(pickle.dumps(report))
    assert [each.unconfirmed for each in again.results] == [each.unconfirmed for each in report.results]


def test_a_draft_is_not_made_into_tables_or_a_workbook(tmp_path):
    with pytest.raises(InputError) as error:
        rows_of(case_of(MIXED), 1, {})
    assert error.value.problems[0].code == "draft"
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + MIXED, encoding="utf-8")
    result = CliRunner().invoke(main, ["new-case", str(tmp_path / "a.xlsx"), "--from", str(path), "--lang", "zh"])
    assert result.exit_code == 2 and "还没有人确认" in result.output and not (tmp_path / "a.xlsx").exists()


@pytest.mark.skipif(not available(), reason="durable-rules is not installed")
def test_the_second_engine_agrees_on_what_was_held_back():
    case = case_of(MIXED)
    checks = evaluate(BOOK.plan(case), case)
    entered, _ = double_entry(checks, strict=True)
    assert not [check for check in entered if check.outcome == "error"]
    assert [check.outcome for check in checks] == [check.outcome for check in entered]


TEXT = (ROOT / "cases" / "2020.yaml").read_text(encoding="utf-8")


def marked(case, chosen):
    """Return the outcomes of the case with some figures unconfirmed, and of the case without these figures."""
    figures = [
        (fact, name)
        for fact in case.each()
        for name, cell in sorted(fact.cells.items())
        if cell.text
        and cell.line
        and case.vocabulary.entities[fact.entity].fields[name].written
        and name not in HEADINGS  # they choose the rules: every report states them as its premise
    ]
    picked = [figures[number % len(figures)] for number in chosen]
    kept = {(id(fact), name): fact.cells[name] for fact, name in picked}
    for fact, name in picked:
        fact.cells[name] = fact.cells[name]._replace(unconfirmed=True, inferred=True)
    again = Case(
        case.file,
        case.sha256,
        case.vocabulary,
        case.root,
        case.facts,
        whole=case.whole,
        not_disclosed=case.not_disclosed,
        inferred=True,
        notes=(),
        lines=case.lines,
    )
    held = outcomes(again)
    without, _ = again.without_inferred(unconfirmed=True)
    for fact, name in picked:
        fact.cells[name] = kept[id(fact), name]
    case.root.case = case
    return held, outcomes(without)


def outcomes(case):
    return {
        (c.rule.id, c.subject.entity, c.subject.id): c.outcome for c in evaluate(BOOK.plan(case), case, traced=False)
    }


@settings(max_examples=5, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 500), min_size=1, max_size=4))
def test_an_unconfirmed_figure_decides_nothing_that_is_open_without_it(chosen):
    case = read_case(parse_text("2020.yaml", TEXT), BOOK.vocabulary)
    before = outcomes(case)
    held, without = marked(case, chosen)
    for key, found in held.items():
        if found != "undetermined" and key in without:
            assert found == before[key]
            assert without[key] == found, (key, found, without[key])


def test_a_figure_that_only_picks_what_is_added_up_decides_nothing_while_unconfirmed():
    text = TEXT.replace("{role: 分子, path: total.实际支出}", "{role: {值: 分子, 待确认: 是}, path: total.实际支出}")
    assert text != TEXT
    case = read_case(parse_text("2020.yaml", text), BOOK.vocabulary)
    (check,) = (
        each
        for each in evaluate(BOOK.plan(case), case)
        if (each.rule.id, each.subject.id) == ("stated-ratio", "completion-rate")
    )
    assert check.outcome == "undetermined" and check.marks == {"inferred", "unconfirmed"}
    assert [(each.name, each.why) for each in check.missing] == [("role", "unconfirmed")]
