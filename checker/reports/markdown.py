"""The report as Markdown: what the terminal prints, with nothing left out but the single checks."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.base.values import EXACT
from checker.base.width import visible
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.presentation import presentation
from checker.findings.presented import CasePage, PaperShown, Presentation, ProblemShown
from checker.findings.report import Report
from checker.findings.rows import COLUMNS, MONEY
from checker.reports import Options
from checker.reports.lines import aside, figures, indicator, overrun

SPECIAL = re.compile(r"([\\`*_\[\]()|~>&<#])")
FEN = 6
"""Decimal places between 万元 and fen."""


def escape(text: str) -> str:
    """Return *text* so that Markdown and the HTML within it print it as it is, on one line."""
    shown = " ".join(visible(text).split())
    return SPECIAL.sub(lambda m: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(m.group(), "\\" + m.group()), shown)


def render(report: Report, options: Options) -> str:
    """Return the whole report."""
    shown = presentation(report, options.lang)
    lines = ["# " + shown.say("预算支出检查报告", "Report on expenditure"), ""]
    for page in shown.pages:
        lines += _page(page, shown)
    if len(shown.pages) > 1:
        lines += [escape(shown.verdict), ""]
    counts = report.ledger.counts
    lines += [
        "## " + shown.say("总账", "Ledger"),
        "",
        *_head([shown.say("结论", "Outcome"), shown.say("数目", "Count")], {1}),
    ]
    lines += [f"| {OUTCOME_NAMES[name].say(shown.lang)} | {counts[name]} |" for name in OUTCOMES]
    lines.append(f"| {shown.say('合计', 'Total')} | {report.ledger.checks} |")
    return "\n".join(lines) + "\n"


def _page(page: CasePage, shown: Presentation) -> list[str]:
    lines = ["## " + escape(page.heading), ""]
    for note in page.notes:
        lines += [shown.say("注意：", "Note: ") + escape(note), ""]
    lines += [escape(page.verdict), ""]
    lines += [escape(figures(page, shown)), ""] if page.figures else []
    for section in page.sections:
        lines += ["### " + escape(section.title), ""]
        for problem in section.problems:
            lines += _problem(problem, shown)
    made = [escape(text) for text in (overrun(page, shown),) if text]
    agreed = [escape(f"{each.title} {each.places}" + aside(each.note, shown)) for each in page.agreed]
    indicators = [
        escape(indicator(each, shown))
        if not each.missing
        else escape(f"{each.name}{shown.say('：缺 ', ': missing ')}{shown.say('、', ', ').join(each.missing)}")
        for each in page.indicators
    ]
    for title, entries in (
        (shown.say("超支构成", "How the overrun is made up"), made),
        (shown.say("已核对", "Checked and met"), agreed),
        (shown.say("指标", "Indicators"), indicators),
    ):
        if entries:
            lines += ["### " + title, "", *("- " + entry for entry in entries), ""]
    lines += [escape(page.outside), ""] if page.outside else []
    lines += _papers(shown.say("需提供资料", "To provide"), page.papers, shown)
    return lines + _papers(
        shown.say("例行资料（报告没有提到）", "Routine papers, which the report does not mention"), page.routine, shown
    )


def _problem(problem: ProblemShown, shown: Presentation) -> list[str]:
    lines = [f"#### {problem.no}. {problem.kind_name} · {escape(problem.title)}", ""]
    if problem.stake:
        lines += [escape(problem.stake), ""]
    if len(problem.items) > 1:
        lines += [*_items(problem, shown), ""]
    said = [*problem.sentences, *([problem.rolled] if problem.rolled else [])]
    lines += [*(f"- {escape(sentence)}" for sentence in said), ""]
    joint = shown.say("；", "; ")
    numbers = shown.say("、", ", ").join(map(str, problem.papers))
    for label, text in (
        (shown.say("依据", "Basis"), joint.join(problem.basis)),
        (shown.say("建议", "To do"), joint.join(problem.advice)),
        (shown.say("所需资料", "Papers"), numbers),
    ):
        if text:
            lines += [f"**{label}**{shown.say('：', ': ')}{escape(text)}", ""]
    return lines + ([escape(problem.state), ""] if problem.state else [])


def _items(problem: ProblemShown, shown: Presentation) -> list[str]:
    """Return a row an item; money in the unit of the language, and no column of which no item has a figure."""
    amounts = [name for name in ("own", "amount") if any(getattr(item, name) for item in problem.items)]
    names = ["subject", "severity", *problem.columns, *amounts, "message"]
    right = {at for at, name in enumerate(names) if name in (*MONEY, "ratio")}
    lines = _head([COLUMNS[name].say(shown.lang) for name in names], right)
    for item in problem.items:
        figures = [_figure(item.figures.get(name), shown) for name in problem.columns]
        money = [shown.money(getattr(item, name)) for name in amounts]
        told = shown.say("；", "; ").join(item.told)
        lines.append("| " + " | ".join(map(escape, [item.name, item.severity, *figures, *money, told])) + " |")
    return lines


def _figure(figure: Decimal | str | None, shown: Presentation) -> str:
    return shown.money(int(figure.scaleb(FEN, EXACT))) if isinstance(figure, Decimal) else figure or ""


def _papers(title: str, papers: tuple[PaperShown, ...], shown: Presentation) -> list[str]:
    if not papers:
        return []
    heads = [
        shown.say("序号", "No"),
        shown.say("资料", "Document"),
        shown.say("向谁要", "From"),
        shown.say("对应问题", "For"),
    ]
    lines = ["### " + title, "", *_head(heads, {0})]
    for paper in papers:
        numbers = shown.say("、", ", ").join(map(str, paper.problems))
        lines.append(f"| {paper.no} | {escape(paper.text)} | {escape(paper.whom)} | {numbers} |")
    return [*lines, ""]


def _head(names: list[str], right: set[int]) -> list[str]:
    marks = (" --: " if at in right else " --- " for at in range(len(names)))
    return ["| " + " | ".join(map(escape, names)) + " |", "|" + "|".join(marks) + "|"]
