"""The sheets of a workbook that are for auditors: where each finding comes from, all outcomes, the norms and parameters with their digests."""

from __future__ import annotations

from typing import Any

from checker.base.errors import Text
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.presented import Presentation
from checker.findings.rows import COLUMNS
from checker.reports.workbook import Book, Page
from checker.rulebook.rule import VERIFIED

WORDS = 20
"""Words that the sheet names of a list: all of them would fill a page."""


def write_audit(book: Book, shown: Presentation) -> None:
    """Write 审计索引 (where there are findings), 总账 and 参数与依据."""
    _index(book, shown)
    _outcomes(book, shown)
    _norms(book, shown)


def _index(book: Book, shown: Presentation) -> None:
    """Write by which rule each finding was made, on what basis, from where, and its fingerprint."""
    names = ("no", "unit", "year", "rule", "subject", "outcome", "basis", "source", "place", "fingerprint")
    rows = [row for page in shown.pages for part in page.sections for problem in part.problems for row in problem.rows]
    if not rows:
        return
    title = shown.say("审计索引", "Audit index")
    page = Page(book, book.name(title), [6, 22, 7, 30, 30, 10, 44, 30, 30, 27])
    page.title(
        title,
        shown.say(
            "供审计：每一项检查结果用的规则、依据、出处和指纹",
            "For auditors: the rule, basis, place and fingerprint of each finding",
        ),
    )
    page.heads([COLUMNS[each].say(shown.lang) for each in names], len(rows))
    for row in rows:
        page.write([getattr(row, name) for name in names])


def _outcomes(book: Book, shown: Presentation) -> None:
    """Write the outcomes counted for each rule; they add up to the checks."""
    report, name = shown.report, shown.say("总账", "Outcomes")
    titles = [
        Text("规则", "Rule"),
        Text("标题", "Title"),
        *(OUTCOME_NAMES[each] for each in OUTCOMES),
        Text("合计", "Total"),
    ]
    page = Page(book, book.name(name), [34, 50, *([11] * (len(OUTCOMES) + 1))])
    page.title(
        name,
        shown.say(
            "供审计：每条规则检查了几处，结论各是多少",
            "For auditors: how often each rule was asked, and what came of it",
        ),
    )
    page.heads([each.say(shown.lang) for each in titles], len(report.ledger.by_rule) + 1)
    for rule, counter in report.ledger.by_rule.items():
        counts = [*(counter[each] for each in OUTCOMES), counter.total()]
        page.write([rule, report.rules[rule].title.say(shown.lang), *counts])
    cells: list[Any] = [
        shown.say("合计", "Total"),
        "",
        *(report.ledger.counts[each] for each in OUTCOMES),
        report.ledger.checks,
    ]
    page.write(cells, [book.bold] * len(cells))


def _norms(book: Book, shown: Presentation) -> None:
    """Write the basis of each rule that was used and how far it was read, every parameter, and the digest of each case."""
    report, lang, name = shown.report, shown.lang, shown.say("参数与依据", "Parameters and basis")
    titles = (
        Text("规则", "Rule"),
        Text("标题", "Title"),
        Text("依据", "Basis"),
        Text("是否核对原文", "Whether its text was read"),
        Text("说明", "Note"),
    )
    used = [report.rules[rule] for rule in report.ledger.by_rule]
    lines = [
        [r.id, r.title.say(lang), b.say(lang), VERIFIED[b.verified].say(lang), b.note] for r in used for b in r.basis
    ]
    for parameter in report.parameters:
        for known in parameter.values:
            told = "；".join(b.say(lang) for b in known.basis)
            read = "；".join(dict.fromkeys(VERIFIED[b.verified].say(lang) for b in known.basis))
            when = f"{known.reach.jurisdiction} {known.validity.say(lang)}".strip()
            lines.append(
                [parameter.id, f"{parameter.zh} = {_listed(known.value, known.text, shown)}", told, read, when]
            )
    for part in report.cases:
        when = f"{part.case.unit} {part.case.heading('fiscal_year', lang, True)}"
        lines.append(["", part.case.file, f"SHA-256 {part.case.sha256}", "", when])
    lines.append(["", shown.say("规则库", "Rulebook"), f"SHA-256 {report.rulebook}", "", ""])
    page = Page(book, book.name(name), [28, 38, 60, 18, 44])
    page.title(
        name,
        shown.say(
            "供审计：用到的规则和参数的依据，案例和规则库的校验值",
            "For auditors: the basis of the rules and parameters that were used, and the digests of cases and rulebook",
        ),
    )
    page.heads([each.say(lang) for each in titles], len(lines))
    for line in lines:
        page.write(line)


def _listed(value: Any, text: str, shown: Presentation) -> str:
    """Return a value as it is written; of a long list of words the first, and how many they are."""
    if not isinstance(value, tuple) or len(value) <= WORDS or not all(isinstance(each, str) for each in value):
        return text
    first, many = shown.say("、", ", ").join(value[:WORDS]), len(value)
    return shown.say(f"{first}等 {many} 个，全部见规则库", f"{first} … {many} in all, see the rulebook")
