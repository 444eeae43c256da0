"""The sheets that are read only: papers, indicators and what the overrun is made up of, what agrees."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.errors import Text
from checker.findings.presented import CasePage, PaperShown
from checker.findings.rows import COLUMNS
from checker.reports.sheets import Sheets
from checker.reports.workbook import UNIT_OF_MONEY, Ratio, money

NAMES = Text("需提供资料", "Papers"), Text("指标与构成", "Indicators"), Text("已核对", "Checked")
"""The names of the sheets behind the ledger and its details."""


def papers(sheets: Sheets) -> None:
    """Write 需提供资料: what settles which problem, and below it the routine papers that no problem rests on."""
    listed = [(case, paper) for case in sheets.shown.pages for paper in case.papers]
    routine = [(case, paper) for case in sheets.shown.pages for paper in case.routine]
    if not listed and not routine:
        return
    asked = any(paper.whom for _, paper in (*listed, *routine))
    titles = [COLUMNS["no"].say(sheets.lang), *sheets.unit_heads(), sheets.say("资料", "Document")]
    titles += [sheets.say("向谁索取", "Whom to ask")] if asked else []
    settles, attached = sheets.say("对应问题", "For"), sheets.say("已附（页码）", "Attached (page)")
    widths = [6, *([22, 7] if sheets.many else []), 84, *([22] if asked else []), 16, 18]
    page = sheets.page(NAMES[0].say(sheets.lang), widths)
    forms = [sheets.centre, *([None] * (len(widths) - 2)), sheets.book.empty]

    def table(papers: Sequence[tuple[CasePage, PaperShown]], filters: bool) -> None:
        page.heads([*titles, settles if papers is listed else "", attached], len(papers), filters=filters)
        for case, paper in papers:
            numbers = ", ".join(map(str, paper.problems)) if papers is listed else ""
            page.write(
                [paper.no, *sheets.unit(case), paper.text, *([paper.whom] if asked else []), numbers, None], forms
            )

    if listed:
        page.title(NAMES[0].say(sheets.lang))
        table(listed, True)
    if routine:
        told = Text(
            "报告没有提到，检查时一般要看；不算问题", "not mentioned by the report, usually looked at; no problem"
        )
        page.row += bool(listed)
        page.title(sheets.say("例行资料", "Routine papers"), told.say(sheets.lang))
        table(routine, not listed)


def indicators(sheets: Sheets) -> None:
    """Write 指标与构成: the indicators, and what the overrun is made up of."""
    pages = sheets.shown.pages
    if not any(page.indicators or page.bridge for page in pages):
        return
    unit = [22, 7] if sheets.many else []
    page = sheets.page(NAMES[1].say(sheets.lang), [*unit, 52, 20, 24, 50])
    if any(case.indicators for case in pages):
        page.title(sheets.say("指标", "Indicators"))
        rows = [(case, each) for case in pages for each in case.indicators]
        titles = (
            Text("指标", "Indicator"),
            Text("数值", "Value"),
            Text("分母", "Base"),
            Text("缺少什么", "What is missing"),
        )
        page.heads([*sheets.unit_heads(), *(each.say(sheets.lang) for each in titles)], len(rows))
        for case, each in rows:
            page.write(
                [*sheets.unit(case), each.name, Ratio(each.value), each.base, sheets.say("、", ", ").join(each.missing)]
            )
    bridges = [case for case in pages if case.bridge is not None]
    if bridges:
        page.row += page.row > 0
        page.title(sheets.say("超支的构成", "What the overrun is made up of"), UNIT_OF_MONEY.say(sheets.lang))
        parts = Text("构成", "Part"), Text("实际－年初预算", "Actual - initial budget"), Text("说明", "Note")
        page.heads([*sheets.unit_heads(), *(each.say(sheets.lang) for each in parts)], 0, filters=False)
    for case in bridges:
        bridge = case.bridge
        assert bridge is not None
        for step in bridge.steps:
            page.write([*sheets.unit(case), step.label.say(sheets.lang), money(step.amount, sheets.lang), ""])
        sums = sheets.shown.money(bridge.actual), sheets.shown.money(bridge.budget)
        told = sheets.say(f"实际 {sums[0]} － 年初预算 {sums[1]}", f"actual {sums[0]} - initial budget {sums[1]}")
        cells = [*sheets.unit(case), sheets.say("合计", "Total"), money(bridge.total, sheets.lang), told]
        page.write(cells, [sheets.book.bold] * len(cells))


def agreed(sheets: Sheets) -> None:
    """Write 已核对: what was checked and agrees."""
    rows = [(case, each) for case in sheets.shown.pages for each in case.agreed]
    if not rows:
        return
    page = sheets.page(NAMES[2].say(sheets.lang), [*([22, 7] if sheets.many else []), 70, 10, 60])
    outside = dict.fromkeys(case.outside for case in sheets.shown.pages if case.outside)
    page.title(sheets.say("已核对一致的", "Checked and met"), sheets.say("；", "; ").join(outside))
    titles = Text("核对了什么", "What was checked"), Text("处数", "Places"), Text("说明", "Note")
    page.heads([*sheets.unit_heads(), *(each.say(sheets.lang) for each in titles)], len(rows))
    for case, each in rows:
        page.write([*sheets.unit(case), each.title, each.places, each.note])
