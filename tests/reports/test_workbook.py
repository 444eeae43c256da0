"""The workbook of a report: its sheets, set on A4; figures that are numbers; one unit, several, many."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from conftest import BOOK, ROOT, case_of
from test_ledger import HEAD, LINES

from checker.api import check, load_case
from checker.findings.presentation import presentation
from checker.records.forms import DETAILS, LEDGER
from checker.reports import Options, render
from checker.reports.xlsx import MOST_SHEETS

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")
YEAR = check([load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)], BOOK)
CLEAN = check([load_case(str(ROOT / "cases" / "clean.yaml"), BOOK)], BOOK)


def units(count):
    cases = [case_of(LINES, HEAD.replace("示例单位", f"第{n}[单位]'/{'长' * 40}")) for n in range(count)]
    for number, case in enumerate(cases):
        case.file = f"{number:03}.yaml"
    return check(cases, BOOK, selected=lambda ident: ident in ("overrun-above-threshold", "carry-over-disclosed"))


REPORTS = {"2020": YEAR, "clean": CLEAN, "three": units(3), "many": units(MOST_SHEETS + 1)}


def opened(report, lang="zh"):
    return openpyxl.load_workbook(io.BytesIO(render("xlsx", report, Options(lang))))


def table(sheet, title):
    """Return the cells below a heading that begins with *title*."""
    head = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(title))
    return [sheet.cell(row, head.column) for row in range(head.row + 1, sheet.max_row + 1)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_sheet_fits_the_width_of_a4_and_none_is_empty(name, lang):
    book = opened(REPORTS[name], lang)
    for sheet in book:
        assert len(sheet.title) <= 31
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.paperSize == 9 and sheet.page_setup.orientation == "landscape"
            assert (
                sheet.page_setup.fitToWidth in (None, 1)
                and sheet.page_setup.fitToHeight == 0
                and sheet.sheet_properties.pageSetUpPr.fitToPage
            )
            assert sheet.max_row > 3
    hidden = [sheet for sheet in book if sheet.sheet_state != "visible"]
    assert len(hidden) == (name != "clean") and all(sheet.protection.sheet for sheet in hidden)
    assert (LEDGER.sheet.say(lang) in book.sheetnames) == (name != "clean")


def test_the_ledger_has_a_line_a_problem_and_the_details_a_line_a_finding():
    book, shown = opened(YEAR), presentation(YEAR, "zh")
    problems = [problem for part in shown.pages[0].sections for problem in part.problems]
    lines = [cell.value for cell in table(book[LEDGER.sheet.zh], "序号") if cell.value is not None]
    assert lines == [problem.no for problem in problems]
    amounts = [cell.value for cell in table(book[LEDGER.sheet.zh], "计入金额")]
    assert [None if p.amount is None else Decimal(p.amount) / 1_000_000 for p in problems] == [
        None if a is None else Decimal(str(a)) for a in amounts
    ]
    keys = [cell.value for cell in table(book[DETAILS.sheet.zh], "键") if cell.value]
    assert keys == [row.fingerprint for problem in problems for row in problem.rows]
    assert sorted(keys) == sorted({f.fingerprint for problem in problems for f in problem.group.findings})
    levels = {
        book[DETAILS.sheet.zh].row_dimensions[cell.row].outlineLevel
        for cell in table(book[DETAILS.sheet.zh], "键")
        if cell.value
    }
    assert levels == {1}, "the findings of a problem are a group below its line"


def test_ratios_are_the_printed_numbers_and_severities_are_coloured():
    book, shown = opened(YEAR), presentation(YEAR, "zh")
    cells = [cell for cell in table(book[DETAILS.sheet.zh], "比率") if isinstance(cell.value, float | int)]
    printed = [
        row.ratio
        for part in shown.pages[0].sections
        for p in part.problems
        for row in p.rows
        if row.ratio.endswith("%")
    ]
    assert [f"{Decimal(str(cell.value)) * 100:,.2f}%" for cell in cells] == printed and printed
    assert {cell.number_format for cell in cells} == {"#,##0.00%"}
    indicators = {cell.value: cell.number_format for cell in table(book["指标与构成"], "数值")}
    assert indicators[2.3471] == "#,##0.00%"
    colours = {cell.value: cell.fill.fgColor.rgb for cell in table(book[LEDGER.sheet.zh], "程度") if cell.value}
    assert len(set(colours.values())) == len(colours) >= 3


@pytest.mark.parametrize("form", [LEDGER, DETAILS], ids=["ledger", "details"])
def test_states_are_chosen_from_a_list(form):
    sheet = opened(YEAR)[form.sheet.zh]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.type == "list" and rule.formula1 == '"待整改,已整改,已认可,有异议"'
    cells = table(sheet, "整改情况")
    assert cells[0].coordinate in rule.sqref and cells[-1].coordinate in rule.sqref


@pytest.mark.parametrize("name", ["three", "many"])
def test_an_index_leads_to_the_units(name):
    report = REPORTS[name]
    book = opened(report)
    index = book["索引"]
    assert book.sheetnames[0] == "索引" and [cell.value for cell in table(index, "序号")] == list(
        range(1, len(report.cases) + 1)
    )
    links = [cell.hyperlink for cell in table(index, "单位") if cell.hyperlink]
    assert len(links) == (3 if name == "three" else 0)
    for link in links:
        assert link.location.rpartition("!")[0].strip("'") in book.sheetnames
    assert len({cell.value for cell in table(book[LEDGER.sheet.zh], "单位")}) == len(report.cases)
    counts = [cell.value for cell in table(index, "问题数")]
    assert counts == [sum(len(part.problems) for part in page.sections) for page in presentation(report, "zh").pages]


def test_more_keys_than_a_sheet_holds_are_refused(monkeypatch):
    """The library leaves out what lies below the last row: lines of the ledger would be read back as strangers'."""
    from checker.base.errors import InputError
    from checker.records.keys import Address
    from checker.reports.workbook import Book, write_keys

    monkeypatch.setattr("checker.reports.workbook.ROWS", 12)
    many = [(f"P{n}", Address("r", "43", "甲", "2020", "budget_line", str(n), "甲", str(n))) for n in range(11)]
    write_keys(Book("zh", "t"), many[:10])
    with pytest.raises(InputError, match=r"放不下|holds no more"):
        write_keys(Book("zh", "t"), many)
