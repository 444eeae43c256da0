"""The report as Markdown: verdict, numbered problems, papers to provide and the ledger, in the order of design 11."""

from __future__ import annotations

import re

from checker.base.width import visible
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.report import Report
from checker.findings.rows import COLUMNS, MONEY, Row, rows
from checker.findings.sections import SECTIONS
from checker.reports import Options

SHOWN = ("no", "problem", "kind", "subject", "initial", "adjusted", "actual", "difference", "ratio", "own", "amount", "message", "basis", "source", "papers")  # fmt: skip
SPECIAL = re.compile(r"([\\`*_\[\]()|~>&<])")


def escape(text: str) -> str:
    """Return *text* so that Markdown and the HTML within it print it as it is, on one line."""
    shown = " ".join(visible(text).split())
    return SPECIAL.sub(lambda m: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(m.group(), "\\" + m.group()), shown)


def render(report: Report, options: Options) -> str:
    """Return the whole report."""
    zh = options.lang == "zh"
    lines = ["# 预算支出检查报告" if zh else "# Report on expenditure", ""]
    found = rows(report, options.lang)
    for part in report.cases:
        case = part.case
        lines += [f"## {escape(case.unit)} · {case.heading('fiscal_year', options.lang, True)}", ""]
        for note in part.notes:
            lines += [("注意：" if zh else "Note: ") + escape(note.say(options.lang)), ""]
        lines += [part.headline.say(options.lang), ""]
        for kinds, title in SECTIONS:
            numbers = {problem.no for problem in part.problems if problem.kind in kinds}
            members = [row for row in found if row.no in numbers]
            if members:
                lines += [f"### {title.say(options.lang)}", "", "金额单位：万元" if zh else "Amounts in 万元 (10,000 yuan)", ""]  # fmt: skip
                lines += [*_table(members, options.lang), ""]
        lines += [escape(part.outside_line.say(options.lang)), ""] if part.outside_line else []
    papers = report.papers()
    if papers:
        lines += ["## 需提供资料" if zh else "## To provide", ""]
        lines += ["| 序号 | 资料 | 对应问题 |" if zh else "| No | Document | For |", "| --: | --- | --- |"]
        for number, entry in enumerate(papers, 1):
            lines.append(f"| {number} | {escape(entry.text)} | {', '.join(map(str, entry.problems))} |")
        lines.append("")
    counts = report.ledger.counts
    lines += ["## 总账" if zh else "## Ledger", "", "| 结论 | 数目 |" if zh else "| Outcome | Count |", "| --- | --: |"]
    lines += [f"| {OUTCOME_NAMES[name].say(options.lang)} | {counts[name]} |" for name in OUTCOMES]
    lines.append(f"| {'合计' if zh else 'Total'} | {report.ledger.checks} |")
    return "\n".join(lines) + "\n"


def _table(members: list[Row], lang: str) -> list[str]:
    shown = (*SHOWN, "state") if any(row.state for row in members) else SHOWN
    heads = [escape(COLUMNS[name].say(lang)) for name in shown]
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join(" --: " if n in MONEY else " --- " for n in shown) + "|"]
    lines += ["| " + " | ".join(escape(row.text(name)) for name in shown) + " |" for row in members]
    return lines
