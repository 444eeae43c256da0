"""Self-evaluation forms as units fill them in: what stands in the workbook and the document is what the JSON says, and it adds up."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from fractions import Fraction

import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT, case_of
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.cli.main import main
from checker.scores.filling import filled
from checker.scores.form import PROJECT, SHEET, UNIT
from checker.scores.formats import render
from checker.scores.layout import form_layout, working_layout
from checker.scores.printing import document
from checker.scores.reader import load_sheets
from checker.scores.scoring import score, sheets_for
from checker.scores.self_evaluation import self_evaluations

FULL = """
lines:
  - {id: total, kind: 总支出, name: 总支出, 年初预算: 312.00万元, 调整预算: 318.50万元, 实际支出: 309.60万元}
  - {id: digital, kind: 明细项目, parent: total, name: 档案数字化, 年初预算: 30.00万元, 调整预算: 36.50万元, 实际支出: 29.20万元, 年度目标: 完成 30 万页, 偏差原因: 受疫情影响}
  - {id: repair, kind: 明细项目, parent: total, name: 库房改造, 年初预算: 62.00万元, 实际支出: 61.20万元}
绩效指标:
  - {id: a, 所属支出项目: digital, 指标名称: 预算执行率, 指标层级: 投入指标, 权重: 10, 得分: 9}
  - {id: b, 所属支出项目: digital, 指标名称: 数字化页数, 指标层级: 产出指标, 指标方向: 正向指标, 权重: 50, 目标值: 30, 完成值: 24.6, 得分: 40, 偏离原因: 第二批推迟}
  - {id: c, 所属支出项目: digital, 指标名称: 查档便利, 指标层级: 效益指标, 权重: 30, 目标说明: 可以网上查阅, 完成说明: 11月起可以}
  - {id: d, 所属支出项目: digital, 指标名称: 满意度, 指标层级: 满意度指标, 权重: 10, 目标值: 90, 完成值: 96, 得分: 10}
  - {id: e, 指标名称: 改造面积, 指标层级: 产出指标, 权重: 90, 目标值: 1200, 完成值: 1200, 得分: 88.5}
"""


def own_forms(case, projects=()):
    """Return the forms whose points the unit gave itself."""
    return self_evaluations(BOOK.plan(case), case, projects)


def forms_of(case, projects=()):
    """Return every form of a case, as the command makes them."""
    plan = BOOK.plan(case)
    sheets = sheets_for(plan, load_sheets(BOOK).values())
    return [filled(score(plan, case, sheet)) for sheet in sheets] + self_evaluations(plan, case, projects)


@pytest.fixture(scope="module")
def forms():
    return forms_of(case_of(FULL), ["repair"])


def of_project(forms, name):
    """Return the form of one project."""
    (found,) = (form for form in forms if form.kind == PROJECT and form.id == name)
    return found


def test_which_forms_a_case_has(forms):
    assert [(form.kind, form.id) for form in forms] == [
        (SHEET, "hunan-department"),
        (UNIT, "unit"),
        (PROJECT, "digital"),
        (PROJECT, "repair"),
    ]
    sole = "lines:\n  - {id: a, kind: 明细项目, name: 某专项, 调整预算: 10.00万元, 实际支出: 9.00万元}\n绩效指标:\n  - {指标名称: x, 权重: 90, 得分: 90}\n"
    assert [form.kind for form in own_forms(case_of(sole))] == [PROJECT]  # the document has one item and no total
    assert not own_forms(case_of("编制人数: 2人\n"))


def test_the_execution_of_the_budget_is_worked_out(forms):
    row = of_project(forms, "digital").execution
    assert (row.weight, row.points, row.deducted) == (10, 8, 2)
    assert row.working.zh == "29.2 ÷ 36.5万元 = 80%"
    assert row.reason.zh == "执行率 80%，扣 2 分；受疫情影响；材料自评 9 分，按执行率应为 8 分"
    unit = next(form for form in forms if form.kind == UNIT)
    assert unit.execution.weight == 10 and unit.execution.points == Fraction(
        "9.72"
    )  # two decimals, as forms print them
    empty = of_project(forms, "repair")
    assert (empty.execution.state, empty.execution.points) == ("unscored", None)
    assert empty.execution.reason.zh == "缺 全年预算数（调整预算数）"


LINE = "lines:\n  - {{id: a, kind: 明细项目, name: 某专项, {}}}\n绩效指标:\n  - {{指标名称: 预算执行率, 指标层级: 投入指标{}}}\n  - {{指标名称: x, 指标层级: 产出指标{}}}\n"


@pytest.mark.parametrize(
    ("name", "money", "execution", "other", "points", "reason"),
    [
        (
            "all of it spent",
            "调整预算: 10.00万元, 实际支出: 10.00万元",
            ", 权重: 20, 得分: 20",
            ", 权重: 80, 得分: 80",
            ("20", "80"),
            "",
        ),
        (
            "more spent than there was",
            "调整预算: 10.00万元, 实际支出: 30.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 0",
            ("10", "0"),
            "材料没有写偏差原因",
        ),
        (
            "money came back",
            "调整预算: 10.00万元, 实际支出: -1.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 90",
            ("0", "90"),
            "",
        ),
        (
            "a third, to two decimals",
            "调整预算: 3.00万元, 实际支出: 1.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 90",
            ("333/100", "90"),
            "",
        ),
        (
            "no budget at all",
            "调整预算: 0.00万元, 实际支出: 1.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 90",
            (None, "90"),
            "为零",
        ),
        (
            "the budget was not changed",
            "年初预算: 10.00万元, 调整预算: 无, 实际支出: 9.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 90",
            ("9", "90"),
            "",
        ),
        (
            "it says none but was changed",
            "年初预算: 10.00万元, 追加预算: 1.00万元, 调整预算: 无, 实际支出: 9.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 90",
            (None, "90"),
            "缺 全年预算数",
        ),
        ("no maximum", "调整预算: 10.00万元, 实际支出: 9.00万元", "", ", 得分: 90", (None, None), "缺 分值"),
        (
            "no points",
            "调整预算: 10.00万元, 实际支出: 9.00万元",
            ", 权重: 10",
            ", 权重: 90, 目标值: 4, 完成值: 3, 指标方向: 正向指标",
            ("9", None),
            "按完成比例为 67.5 分",
        ),
        (
            "more points than there are",
            "调整预算: 10.00万元, 实际支出: 9.00万元",
            ", 权重: 10",
            ", 权重: 90, 得分: 91",
            ("9", None),
            "不在 0 至 90 分之间",
        ),
    ],
)
def test_points_of_a_project(name, money, execution, other, points, reason):
    (form,) = own_forms(case_of(LINE.format(money, execution, other)))
    assert [row.points for row in form.all_rows] == [None if each is None else Fraction(each) for each in points]
    assert reason in "；".join(row.reason.zh for row in form.all_rows)


def test_the_total_says_what_is_open(forms):
    digital, repair = of_project(forms, "digital"), of_project(forms, "repair")
    assert digital.total.zh == "至少 58 分，满分 100，其中 30 分待定"
    assert digital.total.en == "at least 58 points of 100, of which 30 are open"
    assert repair.total.zh == "至少 0 分，满分 10，其中 10 分待定"
    unit = next(form for form in forms if form.kind == UNIT)
    assert unit.complete and unit.total.zh == "98.22 分，满分 100"


def test_what_does_not_add_up_is_remarked():
    text = (
        LINE.format("调整预算: 10.00万元, 实际支出: 9.00万元", ", 权重: 10", ", 权重: 80, 得分: 80") + "自评总分: 95\n"
    )
    (form,) = own_forms(case_of(text))
    assert [remark.zh for remark in form.remarks] == [
        "分值合计 90 分，不是 100 分",
        "材料写的自评总分是 95 分，各项之和是 89 分",
    ]


def test_points_add_up(forms):
    for form in forms:
        rows = form.all_rows
        assert form.points == sum(row.points for row in rows if row.points is not None)
        assert form.full == sum(row.weight for row in rows if row.weight is not None and row.state != "not_applicable")
        for row in rows:
            assert (row.points is None) is (row.state != "scored")
            assert row.points is None or (0 <= row.points <= row.weight and row.deducted == row.weight - row.points)
            assert row.points is not None or (row.reason.zh and row.reason.en)


FIELDS = re.findall(r"(?:年初预算|调整预算|实际支出|权重|得分|目标值|完成值|目标说明|指标方向|偏离原因): [^,}]+", FULL)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, len(FIELDS) - 1), min_size=1, max_size=6))
def test_taking_facts_away_never_raises_a_certain_score(taken):
    """What is not known any more is open: the least that a form can come to only falls, and so does every row's."""
    left = FULL
    for number in taken:
        left = left.replace(", " + FIELDS[number], "", 1)
    before = {(f.kind, f.id): f for f in own_forms(case_of(FULL), ["digital", "repair"])}
    after = {(f.kind, f.id): f for f in own_forms(case_of(left), ["digital", "repair"])}
    for key, form in after.items():
        assert form.points <= before[key].points
        known = {row.id: row.points for row in before[key].all_rows}
        assert all(row.points is None or row.points <= known[row.id] for row in form.all_rows)


STAFFED = "编制人数: 18人\n在职人数: 20人\n采购预算: 100.00万元\n实际采购金额: 90.00万元\n公用经费预算: 5.00万元\n公用经费决算: 5.20万元\n"


@pytest.mark.parametrize("taken", range(len(STAFFED.splitlines())))
def test_taking_facts_away_never_raises_the_score_of_a_sheet(taken):
    lines = STAFFED.splitlines(keepends=True)
    (before,), (after,) = forms_of(case_of(STAFFED)), forms_of(case_of("".join(lines[:taken] + lines[taken + 1 :])))
    assert after.points <= before.points and after.full == before.full and before.points > 0


def number_of(cell):
    """Return a number of a cell as the fraction it prints."""
    return None if cell is None else Fraction(str(cell))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook_holds_what_the_json_says(forms, lang):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", forms, "", lang)))
    told = document(forms, "", lang)
    told = [*told["sheets"], *told["self_evaluations"]]
    pages = [page for page in book.worksheets[1:] if page.title.split("-")[1] not in ("计分过程", "Working")]
    assert len(pages) == len(told) == len(forms)
    for page, form, one in zip(pages, forms, told, strict=True):
        weight, points = (4, 6) if form.kind == SHEET else (6, 7)
        titles = {row["title"]: row for row in one["rows"]}
        found = {line[2].value: line for line in page.iter_rows() if line[2].value in titles}
        assert set(found) == set(titles)
        for title, row in titles.items():
            cells = found[title]
            for column, value in ((weight, row["weight"]), (points, row["points"])):
                cell = cells[column - 1]
                if row["state"] == "not_applicable" and column == points:
                    assert isinstance(cell.value, str)
                elif value is None:
                    assert cell.value is None  # never 0
                else:
                    assert cell.data_type == "n" and abs(number_of(cell.value) - Fraction(value["exact"])) < Fraction(
                        1, 10**9
                    )
        for each in one["money"]:
            cells = next(line for line in page.iter_rows() if line[2].value == each["name"])
            for cell, name in zip(cells[3:6], ("initial_budget", "adjusted_budget", "actual"), strict=True):
                fen = each[name] and each[name]["fen"]
                assert (cell.value is None) if fen is None else (Fraction(str(cell.value)) * 1_000_000 == fen)
        assert any(cell.value == one["total"] for line in page.iter_rows() for cell in line)
    assert not [cell for page in book for line in page.iter_rows() for cell in line if cell.data_type == "f"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_document_holds_what_the_json_says(forms, lang):
    docx = pytest.importorskip("docx")
    tables = docx.Document(io.BytesIO(render("docx", forms, "", lang))).tables[::2]
    told = document(forms, "", lang)
    told = [*told["sheets"], *told["self_evaluations"]]
    assert len(tables) == len(told)
    for table, form, one in zip(tables, forms, told, strict=True):
        lines = [[cell.text for cell in row.cells] for row in table.rows]
        weight, points = (3, 5) if form.kind == SHEET else (5, 6)
        for row in one["rows"]:
            (cells,) = (line for line in lines if line[2] == row["title"])
            assert cells[weight] == (row["weight"]["text"] if row["weight"] else "")
            assert row["state"] == "not_applicable" or cells[points] == (row["points"]["text"] if row["points"] else "")
        for each in one["money"]:
            (cells,) = (line for line in lines if line[2] == each["name"])
            amounts = [
                each[name]["text"] if each[name] else "" for name in ("initial_budget", "adjusted_budget", "actual")
            ]
            assert cells[3:6] == amounts
        assert lines[-1][-1] == one["total"]


def numbers(told):
    """Return all of a document that no language changes."""
    if isinstance(told, dict):
        return {
            key: numbers(value)
            for key, value in told.items()
            if key
            in (
                "exact",
                "fen",
                "state",
                "verified",
                "weight",
                "points",
                "deducted",
                "rows",
                "money",
                "sheets",
                "self_evaluations",
                "execution",
                "totals",
                "scored",
                "unscored",
                "not_applicable",
                "initial_budget",
                "adjusted_budget",
                "actual",
                "rate",
                "marks",
            )
        }
    return [numbers(each) for each in told] if isinstance(told, list) else told


def test_both_languages_have_the_same_numbers(forms):
    zh, en = (numbers(document(forms, "", lang)) for lang in ("zh", "en"))
    assert zh == en and "exact" in json.dumps(zh)
    for form in forms:
        for layout in (form_layout, working_layout):
            grids = [
                [
                    (
                        c.row,
                        c.column,
                        c.look,
                        c.columns,
                        c.rows,
                        c.value if isinstance(c.value, (Fraction, Decimal)) else "",
                    )
                    for c in layout(form, lang).cells
                    if c.look != "note"
                ]
                for lang in ("zh", "en")
            ]
            assert grids[0] == grids[1]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_same_forms_give_the_same_bytes(forms, form):
    pytest.importorskip({"xlsx": "xlsxwriter", "docx": "docx"}[form])
    one, two = (render(form, forms, "", "zh") for _ in range(2))
    assert one == two
    dates = {member.date_time for member in zipfile.ZipFile(io.BytesIO(one)).infolist()}
    assert dates <= {(1980, 1, 1, 0, 0, 0)}


HOSTILE = [
    '=HYPERLINK("http://x","点")',
    "+1",
    "-2",
    "@sum",
    "＝1",
    "{=1}",
    "http://example.org",
    "<w:t>",
    "甲]]>",
    "a&b",
    "'1",
    "0" * 400,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_a_case_stay_texts(text):
    openpyxl, docx = pytest.importorskip("openpyxl"), pytest.importorskip("docx")
    quoted = json.dumps(text, ensure_ascii=False)
    body = f"lines:\n  - {{id: a, kind: 明细项目, name: {quoted}, 调整预算: 10.00万元, 实际支出: 9.00万元, 年度目标: {quoted}, 偏差原因: {quoted}}}\n绩效指标:\n  - {{指标名称: {quoted}, 权重: 90, 目标说明: {quoted}, 完成说明: {quoted}}}\n"
    made = own_forms(case_of(body))
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", made, "", "zh")))
    cells = [cell for page in book for line in page.iter_rows() for cell in line if cell.value == text]
    assert len(cells) >= 4 and {cell.data_type for cell in cells} == {"s"} and not any(cell.hyperlink for cell in cells)
    tables = docx.Document(io.BytesIO(render("docx", made, "", "zh"))).tables
    assert text in [cell.text for row in tables[0].rows for cell in row.cells]


def run(*args):
    return CliRunner().invoke(main, ["score", *map(str, args)])


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "json", "txt"])
def test_the_suffix_names_the_format(tmp_path, suffix, monkeypatch):
    monkeypatch.chdir(ROOT)
    target = tmp_path / f"自评表.{suffix}"
    result = run("cases/2020.yaml", "-o", target, "--lang", "zh")
    assert result.exit_code == 3 and not result.output
    assert (target.read_bytes()[:2] == b"PK") is (suffix in ("xlsx", "docx"))


@pytest.mark.parametrize(
    ("name", "args", "words"),
    [
        ("a workbook on the screen", ["--format", "xlsx"], "加上 -o"),
        ("a workbook under another ending", ["--format", "xlsx", "-o", "x.docx"], "x.docx"),
        ("a project that is not there", ["--project", "digitl"], "digital"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path, monkeypatch, name, args, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.yaml").write_text(HEAD + FULL, encoding="utf-8")
    result = run("case.yaml", *args, "--lang", "zh")
    assert result.exit_code == 2 and words in result.output and not list(tmp_path.glob("x.*"))


def test_a_case_with_indicators_needs_no_sheet_of_its_place(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(HEAD.replace("430112", "440100") + FULL, encoding="utf-8")
    made = json.loads(run(path, "--format", "json").output)
    assert not made["sheets"] and [next(iter(form)) for form in made["self_evaluations"]] == ["unit", "project"]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_heading_is_cut(forms, form, lang):
    """Every heading of a column fits into it: Chinese characters count two."""
    from checker.base.width import width

    for each in forms:
        layout = form_layout(each, lang)
        for cell in layout.cells:
            if cell.look == "label" and cell.row == layout.head and lang == "zh":
                assert width(cell.value) <= sum(layout.widths[cell.column : cell.column + cell.columns])


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdfinfo") is None, reason="no LibreOffice here")
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_forms_print_one_page_wide_on_a4(forms, form, tmp_path):
    pytest.importorskip({"xlsx": "xlsxwriter", "docx": "docx"}[form])
    source = tmp_path / f"forms.{form}"
    source.write_bytes(render(form, forms, "", "zh"))
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    told = subprocess.run(
        ["pdfinfo", "-l", "99", str(tmp_path / "forms.pdf")], check=True, capture_output=True, text=True
    ).stdout
    sizes = {
        tuple(sorted(round(float(side)) for side in pair)) for pair in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", told)
    }
    pages = int(re.search(r"Pages:\s+(\d+)", told).group(1))
    assert sizes == {(595, 842)}
    assert (
        2 * len(forms) <= pages <= 2 * len(forms) + 2
    )  # each form and its working on a page, and an index or a page run over


PLACES = [("420100", "20", "13.65", "湖北样式"), ("500107", "10", "6.83", "重庆样式"), ("430112", "10", "6.83", "")]


@pytest.mark.parametrize(("place", "weight", "points", "named"), PLACES)
def test_what_the_execution_counts_is_that_of_the_place(place, weight, points, named):
    """A form of Hubei gives it twenty points; where the unit states its own weight, that one counts."""
    body = """
lines: [{id: a, kind: 明细项目, name: 数字化, 调整预算: 104.00万元, 实际支出: 71.00万元}]
绩效指标: [{id: p, 所属支出项目: a, 指标名称: 页数, 指标层级: 产出指标, 权重: 50, 得分: 40}]
"""
    (form,) = own_forms(case_of(body, HEAD.replace("430112", place)))
    row = form.execution
    assert (row.weight, row.points) == (Decimal(weight), Fraction(points))
    assert f"（{weight}）" in row.standard.zh
    assert [b.instrument for b in row.basis if "样式" in b.instrument] == (
        [f"《{named}{KIND[named]}》"] if named else []
    )


KIND = {"湖北样式": "项目自评表", "重庆样式": "部门整体绩效自评表"}
