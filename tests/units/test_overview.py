"""Many units together: every sum of the overview is that of the units' own reports, in every format; files of units are nobody else's."""

import csv
import io
import json
import re
import shutil
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from conftest import BOOK, PER_RULE, ROOT

from checker.api import check, load_case
from checker.base.naming import LONGEST, filled, folded, safe
from checker.base.values import format_money
from checker.cli.main import main
from checker.engines.population import population
from checker.findings.problems import CLASSES
from checker.reports.overview_words import share

CASES = ("hidden-overrun", "investment-over-estimate", "retired-counted", "split-tender", "self-score-too-high")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Five small cases, and all that is made of them by one command."""
    place = tmp_path_factory.mktemp("many")
    (place / "cases").mkdir()
    for name in CASES:
        shutil.copy(ROOT / "cases" / "examples" / f"{name}.yaml", place / "cases")
    outputs = [word for end in ("html", "xlsx", "json", "txt") for word in ("-o", f"{place}/all.{end}")]
    result = invoke("overview", place / "cases", *outputs, "-o", f"{place}/each/{{单位}}-{{年度}}.json", "--lang", "zh")
    assert result.exit_code == 1, result.output
    return place


def invoke(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@cache
def reports():
    """Return the report on each case by itself; rules that compare units have asked all of them."""
    cases = [load_case(ROOT / "cases" / "examples" / f"{name}.yaml", BOOK) for name in CASES]
    population(cases, BOOK)
    return [check(case, BOOK) for case in cases]


def test_every_sum_is_that_of_the_reports_of_the_units(folder):
    """In JSON, on the sheets, on the page and on the screen: by unit, class, rule, problem, district and kind of unit."""
    own = reports()
    whole = sum(report.amount() for report in own)
    by_class = {kind: sum(report.amount([kind]) for report in own) for kind in CLASSES}
    made = json.loads((folder / "all.json").read_text())
    assert whole > 0 and sum(amount > 0 for amount in by_class.values()) >= 2  # or nothing would be added up
    assert made["total"]["amount"] == whole
    for table in ("units", "districts", "kinds", "problems", "rules"):
        assert sum(each["amount"] or 0 for each in made[table]) == whole, table
    for table in ("units", "districts", "kinds"):
        for kind in CLASSES:
            assert sum(each["classes"].get(kind, {"amount": 0})["amount"] for each in made[table]) == by_class[kind]
    assert {each["file"].rpartition("/")[2]: each["amount"] for each in made["units"]} == {
        report.cases[0].case.file.rpartition("/")[2]: report.amount() for report in own
    }
    for outcome in ("pass", "fail", "undetermined", "not_applicable"):
        counted = sum(rule["outcomes"].get(outcome, 0) for rule in made["rules"])
        assert counted == sum(report.ledger.counts[outcome] for report in own)
    stakes = [dict(report.stakes) for report in own]  # of a rule by itself: what others name as well is not left out
    for rule in made["rules"]:
        assert (rule["own"] or 0) == sum(each.get(rule["rule"], 0) for each in stakes)
        assert (rule["own"] or 0) >= (rule["amount"] or 0)
    files = list((folder / "each").glob("*.json"))
    texts = [json.loads(path.read_text()) for path in files]
    assert len(files) == len(CASES)
    assert sum(e["amount"]["fen"] for t in texts for e in t["checks"] if e["amount"] and e["problem"]) == whole

    book = openpyxl.load_workbook(folder / "all.xlsx")
    for sheet, column in (("按单位", "涉及金额"), ("按规则", "计入金额")):
        rows = [row for row in book[sheet].iter_rows(values_only=True) if any(row)]
        head = next(row for row in rows if column in row)
        body = rows[rows.index(head) + 1 :]
        at = head.index(column)
        *lines, last = [round((row[at] or 0) * 1_000_000) for row in body]
        assert sum(lines) == last == whole, sheet
    ledger = list(book["整改台账"].iter_rows(values_only=True))
    head = next(row for row in ledger if "问题" in row)
    at = [re.sub(r"\s", "", str(each)) for each in head].index("计入金额（不重复）")
    counted = [row[at] or 0 for row in ledger[ledger.index(head) + 1 :]]
    assert sum(round(each * 1_000_000) for each in counted) == whole
    assert len(counted) == sum(len(report.problems) for report in own)

    printed = format_money(whole, "万元")
    page = (folder / "all.html").read_text()
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    at = [head.startswith("涉及金额") for head in data["heads"]].index(True)
    assert sum(int(row["keys"][at]) for row in data["rows"]) == whole and printed in page
    assert printed in (folder / "all.txt").read_text().replace("\n", "")


def test_each_unit_has_its_own_page_and_each_link_leads_to_one(folder):
    page = (folder / "all.html").read_text()
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    from urllib.parse import unquote

    found = {unquote(row["href"]) for row in data["rows"]}
    assert found == {f"all.units/{path.name}" for path in (folder / "all.units").glob("*.html")}
    assert len(found) == len(CASES)
    for report in reports():
        unit = report.cases[0].case.unit
        (path,) = (folder / name for name in found if unit in name)
        text = path.read_text()
        assert all(problem.title.zh in text or "&" in problem.title.zh for problem in report.problems)
        assert "../all.html" in text and "<script" not in text


def test_the_ledger_of_all_units_is_read_back(folder, tmp_path):
    book = openpyxl.load_workbook(folder / "all.xlsx")
    sheet = book["整改台账"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "问题" for cell in row))
    names = ["".join(str(cell.value).split()) for cell in head]
    line = sheet[head[0].row + 1]
    for name, value in (("整改情况", "已整改"), ("完成日期", "2026-05-01"), ("责任部门、责任人", "财务股")):
        line[names.index(name)].value = value
    book.save(tmp_path / "back.xlsx")
    result = invoke("followup", "update", tmp_path / "f.yaml", tmp_path / "back.xlsx", "--lang", "zh")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "f.yaml").read_text().count("已整改") >= 1


def test_what_is_new_since_a_baseline_and_what_is_settled(folder, tmp_path):
    """Against a run of the same cases nothing is new; against one of half of them all that the others hold is."""
    cases = folder / "cases"
    names = [f"{name}.yaml" for name in CASES]
    whole, half = tmp_path / "whole.json", tmp_path / "half.json"
    invoke("run", cases, "--engine", "evaluator", "-o", whole)
    invoke("run", *(cases / name for name in names[:2]), "--engine", "evaluator", "-o", half)
    new = {}
    for baseline in (whole, half):
        result = invoke("overview", cases, "--baseline", baseline, "-o", tmp_path / "o.json", "--lang", "zh")
        made = json.loads((tmp_path / "o.json").read_text())
        assert made["settled"] == made["unseen"] == 0
        assert made["total"]["new"] == sum(each["new"] for each in made["rules"])
        new[baseline] = made["total"]["new"], result.exit_code
        assert ("基线里没有" in "".join(note["zh"] for note in made["notes"])) is (baseline == half)
    others = [report for report in reports() if report.cases[0].case.file.rpartition("/")[2] not in names[:2]]
    assert new == {whole: (0, 0), half: (sum(len(report.findings()) for report in others), 1)}
    less = invoke("overview", *(cases / name for name in names[:2]), "--baseline", whole, "-o", tmp_path / "o.json")
    assert less.exit_code == 0
    assert json.loads((tmp_path / "o.json").read_text())["unseen"] == new[half][0]


def test_nothing_is_replaced_that_was_not_written_here(folder, tmp_path):
    """A file that people wrote, or changed after it was written, stays; so does everything else of that run."""
    case, pattern = folder / "cases" / "split-tender.yaml", f"{tmp_path}/out/{{单位}}.json"
    words = ("run", case, "--engine", "evaluator", "-o", pattern, "--lang", "zh")
    assert invoke(*words).exit_code == 1
    (made,) = (tmp_path / "out").glob("*.json")
    before = made.read_bytes()
    assert invoke(*words).exit_code == 1 and made.read_bytes() == before  # our own is written anew
    made.write_text("mine")
    refused = invoke(*words)
    assert refused.exit_code == 2 and "not-ours" in refused.output and made.read_text() == "mine"
    made.unlink()
    made.symlink_to(case)
    refused = invoke(*words)
    assert refused.exit_code == 2 and "not-ours" in refused.output and case.read_text().startswith("#")


def test_no_two_units_share_a_file(folder, tmp_path):
    refused = invoke("overview", folder / "cases", "-o", f"{tmp_path}/out/{{性质}}.json", "--lang", "zh")
    assert refused.exit_code == 2 and "same-output" in refused.output and "会写到同一个文件" in refused.output
    assert list(tmp_path.iterdir()) == []  # not even the folder
    unknown = invoke("overview", folder / "cases", "-o", f"{tmp_path}/{{单未}}.docx", "--lang", "zh")
    assert unknown.exit_code == 2 and "pattern" in unknown.output


def test_the_overview_is_not_written_over_or_among_its_cases(folder):
    case = folder / "cases" / "split-tender.yaml"
    for target in (f"{folder}/cases/each/{{单位}}.yaml", f"{folder}/cases/{{单位}}.json", f"{folder}/cases/o.json"):
        before = case.read_bytes()
        assert invoke("overview", folder / "cases", "-o", target).exit_code == 2
        assert case.read_bytes() == before


def test_twins_are_refused_and_files_left_out_are_said(folder, tmp_path):
    shutil.copytree(folder / "cases", tmp_path / "cases")
    shutil.copy(tmp_path / "cases" / "split-tender.yaml", tmp_path / "cases" / "again.yaml")
    assert "same-unit" in invoke("overview", tmp_path / "cases").output
    (tmp_path / "cases" / "again.yaml").write_text("name: [")
    assert invoke("overview", tmp_path / "cases").exit_code == 2
    told = invoke("overview", tmp_path / "cases", "--keep-going", "--lang", "zh")
    assert told.exit_code == 2 and "有 1 个文件读不了" in told.output and "预算支出检查总览" in told.output


def test_many_units_take_one_screen_and_all_of_them_where_it_is_asked_for(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("checker.run.MANY", len(CASES))
    brief = invoke("run", folder / "cases", "--engine", "evaluator", "--lang", "zh").output
    assert brief.startswith("预算支出检查总览") and len(brief.splitlines()) <= 50
    assert invoke("run", folder / "cases", "--engine", "evaluator", "--papers", "--lang", "zh").output.count("【") > 5


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("某局/某科", "某局_某科"),
        ("CON", "_CON"),
        ("con.docx", "_con.docx"),
        ("com1", "_com1"),
        ("condor", "condor"),
        ('a<b>:"|?*', "a_b______"),
        ("尾点.", "尾点_"),
        (" 空格 ", "空格"),
        ("", "_"),
        ("..", "_"),
        (".hidden", "_.hidden"),
        ("-rf", "_-rf"),
        ("a\nb\u202eb", "a_b_b"),
        ("e\u0301", "é"),
    ],
)
def test_a_name_is_one_that_every_system_writes(given, made):
    assert safe(given) == made


def test_a_long_name_keeps_its_ending_and_stays_apart_from_others():
    one, other = safe("很" * 99 + "一.docx"), safe("很" * 99 + "二.docx")
    assert one != other and one.endswith(".docx") and len(one.encode()) <= LONGEST
    values = dict.fromkeys(("unit", "code", "year", "district", "kind", "file"), "../../x")
    assert Path(filled("out/{单位}/{年度}.json", values)) == Path("out/_.._.._x/_.._.._x.json")
    assert folded("É.docx") == folded("e\u0301.DOCX") and folded("甲") != folded("乙")


def test_the_same_units_give_the_same_bytes(folder, tmp_path):
    invoke("overview", folder / "cases", "-o", tmp_path / "all.html", "-o", tmp_path / "all.xlsx", "--lang", "zh")
    assert (tmp_path / "all.html").read_bytes() == (folder / "all.html").read_bytes()
    assert (tmp_path / "all.xlsx").read_bytes() == (folder / "all.xlsx").read_bytes()
    assert openpyxl.load_workbook(io.BytesIO((tmp_path / "all.xlsx").read_bytes())).sheetnames[:4] == [
        "总览",
        "按单位",
        "按规则",
        "整改台账",
    ]


WAIVERS = """豁免:
- 规则: overrun-above-threshold
  单位: 示例区文化馆
  年度: 2020
  对象: show
  理由: 演出任务临时增加
  批准文号: 示财〔2020〕9号
  批准人: 李四
  有效期至: 2021-12-31
"""


@pytest.mark.database
def test_the_result_of_a_batch_is_held_against_the_reports_of_its_units(folder, tmp_path, monkeypatch):
    """By its own rules, from where its tables are now; an outcome that the two do not share makes the overview unusable.

    More findings than are put into words are told.
    """
    pytest.importorskip("duckdb")
    tables, result, rules = tmp_path / "tables", tmp_path / "result", ("--select", "over", "--lang", "zh")
    (tmp_path / "w.yaml").write_text(WAIVERS)
    invoke("pack", folder / "cases", "-o", tables)
    stated = ("--waivers", tmp_path / "w.yaml", "--overview", tmp_path / "stated.json")
    monkeypatch.setattr("checker.batch.story.MOST", 1)
    batch = invoke("run", tables, "-o", result, "--findings", "csv", *rules, *stated)
    assert "引擎 duckdb" in batch.output and batch.exit_code == 1, batch.output
    waived = [each["outcomes"].get("waived", 0) for each in json.loads((tmp_path / "stated.json").read_text())["rules"]]
    assert sum(waived) == 1
    text = (result / "findings.csv").read_bytes()
    assert "没有逐条写说明" in batch.output and b"message" not in text
    assert text.startswith(b"\xef\xbb\xbf_case,rule,") and b",20000000,200000.00," in text
    assert "实际支出不应明显超出年初预算".encode() in text

    plain = invoke("overview", folder / "cases", *rules, "-o", tmp_path / "plain.json")
    again = invoke("overview", result, "--lang", "zh", "-o", tmp_path / "batch.json")
    assert again.exit_code == plain.exit_code == 1
    assert (tmp_path / "batch.json").read_bytes() == (tmp_path / "plain.json").read_bytes()
    assert invoke("verify", result, tables).exit_code == 0

    tables.rename(tmp_path / "moved")
    lost = invoke("overview", result)
    assert lost.exit_code == 2 and "--tables" in lost.output
    file = result / "run.json"
    made = json.loads(file.read_text())
    counts = next(counts for counts in made["result"]["ledger"].values() if counts.get("pass"))
    counts["pass"] -= 1
    file.write_text(json.dumps(made))
    wrong = invoke("overview", result, "--tables", tmp_path / "moved", "--lang", "zh")
    assert wrong.exit_code == 4 and "结果不可用" in wrong.output
    made["rulebook"] = "0" * 64
    file.write_text(json.dumps(made))
    assert "other-rules" in invoke("overview", result, "--tables", tmp_path / "moved").output


@pytest.mark.database
def test_every_finding_of_a_batch_has_its_sentence(folder, tmp_path, monkeypatch):
    """That of its own report; one that the evaluator does not find makes the result unusable."""
    pytest.importorskip("duckdb")
    monkeypatch.setattr("checker.batch.evaluated.PER_RULE", PER_RULE)  # as people run it: no statements for five cases
    run = ("run", folder / "cases", "--engine", "duckdb", "--findings", "csv", "--lang", "zh", "-o")

    def listed(result):
        with (result / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    assert invoke(*run, tmp_path / "all").exit_code == 1
    rows = listed(tmp_path / "all")
    found = {(f.case.unit, f.rule.id, f.subject.id): f for report in reports() for f in report.findings()}
    assert len(rows) == len(found) > 50 and {row["outcome"] for row in rows} == {"fail", "undetermined"}
    for row in rows:
        own = [found.get((row["unit"], row["rule"], subject)) for subject in (row["subject"], row["unit"], "")]
        said = next(each for each in own if each is not None).message.say("zh")
        assert row["message"].startswith(said) and said, row  # behind it stands what is to be noted of the figures

    monkeypatch.setattr("checker.batch.messages.evaluate", lambda plan, case: [])
    told = invoke(*run, tmp_path / "wrong", "--select", "over")
    assert told.exit_code == 4 and "≠ evaluator —" in told.output


def test_the_list_of_findings_of_all_units_is_that_of_each(folder, tmp_path):
    invoke("overview", folder / "cases", "-o", tmp_path / "all.csv", "--lang", "zh")
    text = (tmp_path / "all.csv").read_text("utf-8")
    assert text.startswith("\ufeff序号") and text.count("\ufeff") == 1
    assert len(list(csv.reader(io.StringIO(text)))) == 1 + sum(len(p.findings) for r in reports() for p in r.problems)


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "{单位}.docx"),
        ("-o", "a.html"),
        ("--overview", "a.docx"),
        ("--format", "json"),
        ("--all",),
        ("--keep-going",),
        ("--evidence", "e.zip"),
        ("--template", "t.docx"),
        ("--decisions", "d.yaml"),
        ("--engine", "spark", "--on", "local[1]", "--overview", "a.html"),
    ],
)
def test_what_a_batch_cannot_write_is_refused_when_it_is_stated(folder, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    told = invoke("run", folder / "cases", "--engine", "duckdb", *words)
    assert told.exit_code == 2 and list(tmp_path.iterdir()) == []


def test_auto_judges_very_many_units_one_by_one(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("checker.cli.commands.choosing.MANY", len(CASES))
    told = invoke("run", folder / "cases", "-o", f"{tmp_path}/{{单位}}.json", "-o", "-", "--lang", "zh")
    assert "逐个单位" in told.output and "预算支出检查总览" in told.output and told.exit_code == 1
    assert len(list(tmp_path.glob("*.json"))) == len(CASES)
    whole = invoke("run", folder / "cases", "--engine", "evaluator", "-o", tmp_path / "all.json", "--lang", "zh")
    assert "逐个单位" not in whole.output and len(json.loads((tmp_path / "all.json").read_text())["cases"]) == len(
        CASES
    )


OVERSPENT = """
name: {name}
jurisdiction: "430102"
level: 区县
unit_kind: 事业单位
year: {year}
amounts: {{unit: 万元, decimals: 2}}
lines:
  - {{id: total, kind: 总支出, name: 总支出, initial_budget: {budget}, actual: {actual}}}
  - {{id: one, kind: 明细项目, name: 设备, parent: total, initial_budget: {budget}, actual: {actual}}}
"""
OVER, WITHIN = (100, 130), (130, 130)


def of_years(place, name, **years):
    """Write a case of one unit for each year; its item is over its budget or within it."""
    for year, (budget, actual) in years.items():
        (place / year).mkdir(exist_ok=True)
        text = OVERSPENT.format(name=name, year=year[1:], budget=budget, actual=actual)
        (place / year / f"{name}.yaml").write_text(text)


@pytest.mark.database
def test_what_fails_year_after_year_is_counted_and_a_year_between_ends_it(tmp_path):
    """甲 fails for three years; 乙 was within its budget the year before; nobody looked at 丙 then."""
    pytest.importorskip("duckdb")
    of_years(tmp_path, "甲", y2018=OVER, y2019=OVER, y2020=OVER)
    of_years(tmp_path, "乙", y2018=OVER, y2019=WITHIN, y2020=OVER)
    of_years(tmp_path, "丙", y2018=OVER, y2020=OVER)
    history, rule = tmp_path / "h.duckdb", "overrun-above-threshold"
    assert invoke("history", "add", tmp_path / "y2018", "--to", history, "--lang", "zh").output.startswith("记入 3 个")
    assert invoke("history", "add", tmp_path / "y2019", "--to", history, "--lang", "zh").output.startswith("记入 2 个")
    assert "没有重复记" in invoke("history", "add", tmp_path / "y2018", "--to", history, "--lang", "zh").output
    before = history.read_bytes()
    outputs = [word for end in ("json", "html", "xlsx", "txt") for word in ("-o", tmp_path / f"o.{end}")]
    invoke("overview", tmp_path / "y2020", "--history", history, "--lang", "zh", *outputs)
    assert history.read_bytes() == before
    made = json.loads((tmp_path / "o.json").read_text())
    found = {each["unit"]: (each["years"], each["same"]) for each in made["repeats"] if each["rule"] == rule}
    assert found == {"甲": (3, True)}
    own = {}
    for year in (2018, 2019, 2020):
        of = [check(load_case(path, BOOK), BOOK) for path in (tmp_path / f"y{year}").glob("*.yaml")]
        own[year] = len(of), sum(report.amount() for report in of)
    assert {each["year"]: (each["units"], each["amount"]) for each in made["years"]} == own and own[2018][1] > 0
    for end in ("html", "txt"):
        assert "连续 3 年" in (tmp_path / f"o.{end}").read_text()
    assert "历年" in openpyxl.load_workbook(tmp_path / "o.xlsx").sheetnames

    of_years(tmp_path, "乙", y2019=OVER)  # what is added last of a unit and year holds
    told = invoke("history", "add", tmp_path / "y2019", "--to", history, "--lang", "zh")
    assert told.output.startswith("记入 2 个单位年度，其中 2 个取代"), told.output
    invoke("overview", tmp_path / "y2020", "--history", history, "-o", tmp_path / "o.json")
    made = json.loads((tmp_path / "o.json").read_text())
    found = {each["unit"]: each["years"] for each in made["repeats"] if each["rule"] == rule}
    assert found == {"甲": 3, "乙": 3}


def test_a_unit_of_several_years_counts_once_and_so_does_what_it_repeats(tmp_path):
    """甲 fails for three years; 乙 too, but was within its budget in the fourth, and fails again for two."""
    rule = "overrun-above-threshold"
    place = tmp_path / "cases"
    place.mkdir()
    of_years(place, "甲", y2018=OVER, y2019=OVER, y2020=OVER)
    of_years(place, "乙", y2015=OVER, y2016=OVER, y2017=OVER, y2018=WITHIN, y2019=OVER, y2020=OVER)
    outputs = [word for end in ("json", "html", "xlsx", "txt") for word in ("-o", tmp_path / f"o.{end}")]
    invoke("overview", place, "--select", rule, "--lang", "zh", *outputs)
    made = json.loads((tmp_path / "o.json").read_text())
    told = [(each["unit"], each["year"], each["years"]) for each in made["repeats"]]
    assert told == [("乙", 2017, 3), ("甲", 2020, 3), ("乙", 2020, 2)]
    assert [(made[name][0]["units"], made[name][0]["cases"]) for name in ("districts", "kinds")] == [(2, 9), (2, 9)]
    assert [each["units_failed"] for each in made["rules"]] == [2] and {e["units"] for e in made["problems"]} == {2}
    said = "2 个单位（9 个案例）", "有 2 个单位、3 项，最长连续 3 年"
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx")["总览"]
    cells = "".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    for text in (cells, *((tmp_path / f"o.{end}").read_text() for end in ("html", "txt"))):
        assert all(each in text for each in said)


@pytest.mark.database
def test_what_was_added_last_holds_even_if_it_was_added_before(tmp_path):
    pytest.importorskip("duckdb")
    history, rule = tmp_path / "h.duckdb", "overrun-above-threshold"
    words = ("--to", history, "--lang", "zh")
    of_years(tmp_path, "甲", y2019=OVER, y2020=OVER)
    said, repeated = [], []
    for budget in (OVER, WITHIN, OVER, OVER, WITHIN, OVER):
        of_years(tmp_path, "甲", y2019=budget)
        said.append(invoke("history", "add", tmp_path / "y2019", *words).output)
        invoke("overview", tmp_path / "y2020", "--history", history, "--select", rule, "-o", tmp_path / "o.json")
        repeated.append(len(json.loads((tmp_path / "o.json").read_text())["repeats"]))
    assert repeated == [1, 0, 1, 1, 0, 1]
    assert ["没有重复记" in each for each in said] == [False, False, False, True, False, False], said


@pytest.mark.database
def test_a_waived_year_is_no_year_in_a_row_and_one_case_says_what_the_overview_says(tmp_path):
    """甲 fails for three years, of which an approval excuses the second; 乙 keeps its code under a new name."""
    pytest.importorskip("duckdb")
    rule, history, waived = "overrun-above-threshold", tmp_path / "h.duckdb", tmp_path / "w.yaml"
    of_years(tmp_path, "甲", y2018=OVER, y2019=OVER, y2020=OVER)
    for year, name in ((2018, "旧名"), (2019, "旧名"), (2020, "新名")):
        text = OVERSPENT.format(name=name, year=year, budget=100, actual=130)
        (tmp_path / f"y{year}" / "乙.yaml").write_text(text.replace("jurisdiction", "code: A1\njurisdiction", 1))
    entry = "- {{规则: overrun-above-threshold, 单位: 甲, 年度: 2019, 对象: {}, 理由: 追加, 批准文号: 财预〔2019〕1号, 批准人: 张三, 有效期至: 2020-12-31}}\n"
    waived.write_text("豁免:\n" + entry.format("one") + entry.format("total"))
    for year in (2018, 2019):
        came = invoke("history", "add", tmp_path / f"y{year}", "--to", history, "--waivers", waived, "--lang", "zh")
        assert came.exit_code == 0 and came.output.startswith("记入 2 个"), came.output
    words = ("--history", history, "--select", rule, "--lang", "zh")
    came = invoke(
        "overview", tmp_path / "y2020", *words, "-o", tmp_path / "o.json", "-o", tmp_path / "o.csv", "-o", "-"
    )
    made = json.loads((tmp_path / "o.json").read_text())
    assert [(each["unit"], each["years"]) for each in made["repeats"]] == [("新名", 3)]
    assert "历年用的规则不完全相同" in came.output  # the history holds all rules, this run one
    told = "2018—2020 年度连续 3 年查到"
    alone = {name: invoke("run", tmp_path / "y2020" / f"{name}.yaml", *words).output for name in ("甲", "乙")}
    assert told in alone["乙"] and "连续" not in alone["甲"]
    rows = list(csv.DictReader((tmp_path / "o.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {(row["单位"], told in row["以前年度"]) for row in rows} == {("新名", True), ("甲", False)}
    refused = invoke("run", tmp_path / "y2020" / "甲.yaml", *words, "--evidence", tmp_path / "e.zip")
    assert refused.exit_code == 2 and not (tmp_path / "e.zip").exists()


def test_years_of_one_unit_that_are_judged_together_are_years_in_a_row(tmp_path):
    of_years(tmp_path, "甲", y2018=OVER, y2019=OVER, y2020=OVER)
    words = ("--select", "overrun-above-threshold", "--lang", "zh", "-o", tmp_path / "o.json", "-o", "-")
    came = invoke("overview", *(tmp_path / f"y{year}" for year in (2018, 2019, 2020)), *words)
    made = json.loads((tmp_path / "o.json").read_text())
    assert [(each["year"], each["years"]) for each in made["repeats"]] == [(2020, 3)]  # of which 2018 and 2019 are part
    assert "最长连续 3 年" in came.output and made["years"] == []


def test_a_baseline_of_another_year_or_unit_is_told_as_one(tmp_path):
    """Of a year before everything is new by its nature: that is said, by one case and by an overview."""
    of_years(tmp_path, "甲", y2019=OVER, y2020=OVER)
    of_years(tmp_path, "乙", y2020=OVER)
    rule = ("--select", "overrun-above-threshold", "--lang", "zh")
    base = {"2019": tmp_path / "2019.json", "乙": tmp_path / "乙.json", "甲": tmp_path / "甲.json"}
    for path, case in zip(base.values(), ("y2019/甲", "y2020/乙", "y2020/甲"), strict=True):
        invoke("run", tmp_path / f"{case}.yaml", *rule, "-o", path)
    told = {"2019": "它有 甲 2019 年度的", "乙": "基线里没有 1 个单位年度的检查（如 甲 2020）", "甲": ""}
    for command in ("run", "overview"):
        for name, path in base.items():
            came = "".join(
                invoke(command, tmp_path / "y2020" / "甲.yaml", *rule, "--baseline", path).output.split("\n")
            )
            assert told[name] in came and ("基线里没有" in came) is bool(told[name]), (command, name)


PROMISE = "整改:\n- {{规则: overrun-above-threshold, 单位: 甲, 年度: {year}, 对象: one, 状态: {state}, 时限: {due}, 日期: 2020-03-01, 经办人: 李四}}\n"


@pytest.mark.parametrize(
    ("year", "state", "due", "told"),
    [
        (
            2019,
            "已整改",
            "2020-06-30",
            "2019 年度的问题写明已整改（2020-03-01，李四），2020 年度又查到（疑点；整改在这一年度之内",
        ),
        (2019, "待整改", "2020-06-30", "2019 年度的问题整改时限是 2020-06-30，2020 年度仍查到（疑点）"),
        (2020, "待整改", "2020-06-30", "2020 年度的问题整改时限是 2020-06-30"),
        (2020, "已整改", "2020-06-30", ""),
        (2019, "待整改", "2021-06-30", ""),
        (2019, "有异议", "2020-06-30", ""),
        (2021, "已整改", "2021-06-30", ""),
    ],
)
def test_what_was_said_to_be_corrected_and_is_found_again_is_told(tmp_path, year, state, due, told):
    of_years(tmp_path, "甲", y2020=OVER)
    said = tmp_path / "f.yaml"
    said.write_text(PROMISE.format(year=year, state=state, due=due))
    words = ("overview", tmp_path / "y2020", "--followup", said, "--lang", "zh", "--select", "overrun-above-threshold")
    came = invoke(*words, "-o", tmp_path / "o.json", "-o", tmp_path / "o.html", "-o", tmp_path / "o.xlsx", "-o", "-")
    made = json.loads((tmp_path / "o.json").read_text())
    assert [each["subject"] for each in made["unkept"]] == ["设备"] * bool(told), came.output
    assert told in (tmp_path / "o.html").read_text()
    assert "没有再出现" not in came.output  # it was found, whatever was said of it
    said = "".join(came.output.split("\n"))  # a long path is wrapped, and what follows it
    assert ("没有对上任何一项检查" in said) is (year > 2020)
    assert ("仍查到的" in openpyxl.load_workbook(tmp_path / "o.xlsx").sheetnames) is bool(told)
    (page,) = (tmp_path / "o.units").glob("*.html")
    assert told in page.read_text() and ("这次检查仍是" in page.read_text()) is ((year, state) == (2020, "已整改"))


@pytest.mark.database
def test_a_number_that_is_given_anew_each_year_is_not_the_same_item(tmp_path):
    """Payment p1 of one year is not that of another: the rule fails year after year, of the same item nothing is said."""
    pytest.importorskip("duckdb")
    for year in (2019, 2020):
        text = OVERSPENT.format(name="甲", year=year, budget=130, actual=130)
        paid = f"    payments: [{{id: p1, payee: 某人{year}, amount: {year}.00元, date: {year}-05-06, settlement: 现金, to_person: 否, economic_class: 商品和服务支出}}]\n"
        (tmp_path / f"{year}.yaml").write_text(text.rstrip().removesuffix("}") + ",\n" + paid.strip() + "}\n")
    rule = "cash-above-limit"
    history = tmp_path / "h.duckdb"
    first = invoke("history", "add", tmp_path / "2019.yaml", "--to", history, "--lang", "zh")
    assert first.exit_code == 0, first.output
    invoke(
        "overview", tmp_path / "2020.yaml", "--history", history, "-o", tmp_path / "o.json", "-o", tmp_path / "o.html"
    )
    found = [each for each in json.loads((tmp_path / "o.json").read_text())["repeats"] if each["rule"] == rule]
    assert [(each["years"], each["same"]) for each in found] == [(2, False)]
    (page,) = (tmp_path / "o.units").glob("*.html")
    assert "2019—2020 年度连续 2 年查到<" in page.read_text()


@pytest.mark.database
def test_a_file_that_is_no_history_stays_as_it_is(folder, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    other = tmp_path / "other.duckdb"
    connection = duckdb.connect(str(other))
    connection.execute("CREATE TABLE mine (a INTEGER)")
    connection.close()
    text = tmp_path / "text.duckdb"
    text.write_text("no database")
    case = folder / "cases" / "split-tender.yaml"
    for file in (other, text):
        before = file.read_bytes()
        assert "no-history" in invoke("history", "add", case, "--to", file).output
        assert "no-history" in invoke("overview", case, "--history", file).output
        assert file.read_bytes() == before
    assert "no-file" in invoke("overview", case, "--history", tmp_path / "none.duckdb").output
    assert not (tmp_path / "none.duckdb").exists()


@pytest.mark.parametrize(
    ("amount", "spent", "told"),
    [(25, 100, "25.00%"), (100, 100, "100.00%"), (101, 100, ""), (0, 100, ""), (5, 0, ""), (5, None, "")],
    ids=["a part", "all of it", "more than was spent", "nothing at stake", "nothing spent", "spending not known"],
)
def test_only_a_part_of_the_spending_is_told_as_a_share(amount, spent, told):
    assert share(amount, spent) == told
