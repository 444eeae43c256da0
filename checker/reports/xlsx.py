"""The findings as a workbook (XlsxWriter): 问题清单, 整改台账, 证据清单, 总账, 参数与依据, ready to filter, fill in and print."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from checker.base.errors import Text
from checker.base.width import visible
from checker.base.width import width as columns
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.report import Report
from checker.findings.rows import COLUMNS, MONEY, Row, rows
from checker.records.states import STATES
from checker.reports import Options
from checker.reports.extras import need
from checker.rulebook.rule import VERIFIED

LISTED = {
    "no": 6, "unit": 22, "year": 7, "problem": 26, "kind": 9, "severity": 7, "subject": 24, "initial": 12, "adjusted": 12, "actual": 12,
    "difference": 14, "ratio": 13, "own": 12, "amount": 12, "message": 46, "basis": 34, "source": 26, "papers": 34, "rule": 22, "fingerprint": 26,
}  # fmt: skip
"""The columns of the first sheet and their widths in characters."""
TO_FILL = (
    Text("单位说明", "Explanation of the unit"),
    Text("整改措施", "Measures"),
    Text("责任部门", "Department"),
    Text("完成时限", "Due"),
    Text("审计复核意见", "Auditor's review"),
    Text("底稿索引", "Working paper"),
)
CELL = 32_767
"""The most characters that a cell holds; what is cut says so."""
DIGITS = 15
"""A spreadsheet keeps so many digits of a number; a longer amount is written as text."""


def render(report: Report, options: Options) -> bytes:
    """Return the workbook; figures are numbers in 万元, and nothing in it is a formula."""
    library = need("xlsxwriter", "xlsx", "XLSX")
    stream = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = library.Workbook(stream, settings)
    book.set_properties({"title": "预算支出检查", "created": datetime(2000, 1, 1)})  # the same report, the same bytes
    sheets = Sheets(book, options.lang)
    found = rows(report, options.lang)
    sheets.findings(found)
    sheets.follow_up(found)
    sheets.papers(report)
    sheets.ledger(report)
    sheets.norms(report)
    book.close()
    return stream.getvalue()


class Sheets:
    """Writes the sheets of one workbook in one language."""

    def __init__(self, book: Any, lang: str) -> None:
        self.book = book
        self.lang = lang
        base = {"font_name": "宋体", "font_size": 10, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
        self.plain = book.add_format({**base, "text_wrap": True})
        self.empty = book.add_format({**base, "bg_color": "#FFFBE6", "text_wrap": True})
        self.head = book.add_format({**base, "bold": True, "bg_color": "#DDE7F0", "text_wrap": True, "align": "center"})
        self.formats: dict[int, Any] = {
            decimals: book.add_format({**base, "num_format": "#,##0." + "0" * decimals}) for decimals in range(2, 7)
        }
        self.right = book.add_format({**base, "align": "right"})
        self.title = book.add_format({"font_name": "宋体", "font_size": 14, "bold": True})

    def sheet(self, name: Text, note: Text, heads: Sequence[tuple[str, int]], count: int) -> Any:
        """Return a sheet with its title, a note, a frozen head, filters and a page that prints."""
        page = self.book.add_worksheet(name.say(self.lang))
        page.write_string(0, 0, f"{name.say(self.lang)}  {note.say(self.lang)}", self.title)
        for column, (text, width) in enumerate(heads):
            page.write_string(1, column, text, self.head)
            page.set_column(column, column, width)
        self.height(page, 1, heads)
        page.freeze_panes(2, 0)
        page.autofilter(1, 0, 1 + max(1, count), len(heads) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.repeat_rows(1)
        page.fit_to_pages(1, 0)
        page.set_footer("&P / &N")
        return page

    def text(self, page: Any, row: int, column: int, text: str, form: Any = None) -> None:
        """Write a text as a text, whatever it begins with."""
        shown = visible(text)
        if len(shown) > CELL:
            more = f"…（共 {len(shown)} 字）" if self.lang == "zh" else f"… ({len(shown)} characters)"
            shown = shown[: CELL - len(more)] + more
        page.write_string(row, column, shown, form or self.plain)

    def height(self, page: Any, row: int, texts: Iterable[tuple[str, int]]) -> None:
        """Make a row as high as its longest text needs: not every program does so when it opens the file."""
        lines = max(
            (-(-columns(text[:5000]) // max(1, wide - 1)) for text, wide in texts if len(text) * 2 > wide - 1),
            default=1,
        )
        page.set_row(row, min(400, max(1, lines) * 14 + 2))

    def value(self, page: Any, row: int, column: int, value: object) -> None:
        """Write an amount as a number, anything else as text."""
        if isinstance(value, Decimal):
            exponent = value.normalize().as_tuple().exponent
            decimals = max(2, -exponent if isinstance(exponent, int) else 2)
            if decimals in self.formats and len(value.as_tuple().digits) <= DIGITS:
                page.write_number(row, column, value, self.formats[decimals])
                return
            self.text(page, row, column, f"{value:f}", self.right)
            return
        self.text(page, row, column, "" if value is None else str(value), self.right)

    def findings(self, found: Sequence[Row]) -> None:
        """Write 问题清单."""
        heads = [(COLUMNS[name].say(self.lang), width) for name, width in LISTED.items()]
        heads += [(title.say(self.lang), 18) for title in TO_FILL]
        unit = Text("（金额单位：万元）", "(amounts in 万元 = 10,000 yuan)")
        page = self.sheet(Text("问题清单", "Findings"), unit, heads, len(found))
        page.set_paper(8)  # A3: the list is wide; what identifies a finding to the machine is not printed
        page.print_area(0, 0, max(2, len(found) + 1), list(LISTED).index("papers"))
        for number, row in enumerate(found, 2):
            texts = [row.text(name) for name in LISTED]
            self.height(page, number, zip(texts, LISTED.values()))
            for column, (name, text) in enumerate(zip(LISTED, texts)):
                if name in MONEY:
                    self.value(page, number, column, getattr(row, name))
                elif name == "no" or (name == "year" and isinstance(row.year, int)):
                    page.write_number(number, column, getattr(row, name), self.plain)
                else:
                    self.text(page, number, column, text, self.right if name == "ratio" else None)
            for column in range(len(LISTED), len(heads)):
                page.write_blank(number, column, None, self.empty)

    def follow_up(self, found: Sequence[Row]) -> None:
        """Write 整改台账: a line a problem and subject, with columns to fill in and a list of states."""
        names = (Text("序号", "No"), Text("被审计单位", "Unit"), Text("问题摘要", "Problem"), Text("具体描述", "What was found"),
                 COLUMNS["amount"], Text("问题定性依据", "Basis"), Text("整改建议", "Remedy"))  # fmt: skip
        blank = (Text("整改措施", "Measures"), Text("责任部门", "Department"), Text("责任人", "Person"), Text("完成时限", "Due"),
                 Text("整改情况", "State"), Text("证明材料", "Evidence"), Text("对账销号", "Closed"))  # fmt: skip
        heads = [(title.say(self.lang), width) for title, width in zip(names, (6, 22, 26, 46, 12, 34, 30))]
        heads += [(title.say(self.lang), 16) for title in blank]
        acted = [row for row in found if row.finding.outcome == "fail" or row.state]
        page = self.sheet(
            Text("整改台账", "Follow-up"), Text("（金额单位：万元）", "(amounts in 万元)"), heads, len(acted)
        )
        for number, row in enumerate(acted, 2):
            self.height(page, number, [(row.problem, 26), (row.message, 46), (row.basis, 34), (row.text("papers"), 30)])
            page.write_number(number, 0, row.no, self.plain)
            for column, text in ((1, row.unit), (2, row.problem), (3, row.message), (5, row.basis), (6, row.text("papers"))):  # fmt: skip
                self.text(page, number, column, text)
            self.value(page, number, 4, row.amount)
            known = row.finding.followups[-1] if row.finding.followups else None
            filled = ("", "", "", "", "", "", "")
            if known is not None:
                filled = (known.note, "", known.person, "", STATES[known.state].say(self.lang), known.papers, "")
            for column, text in enumerate(filled, len(names)):
                self.text(page, number, column, text, self.empty)
        states = [state.say(self.lang) for state in STATES.values()]
        state = len(names) + 4
        page.data_validation(2, state, max(2, len(acted) + 1), state, {"validate": "list", "source": states})

    def papers(self, report: Report) -> None:
        """Write 证据清单: what to attach, and what it settles."""
        papers = report.papers()
        titles = (Text("序号", "No"), Text("资料", "Document"), Text("对应问题", "For"), Text("对象数", "Subjects"), Text("已附（页码）", "Attached (page)"))  # fmt: skip
        heads = [(title.say(self.lang), width) for title, width in zip(titles, (6, 70, 20, 10, 18))]
        page = self.sheet(Text("证据清单", "To provide"), Text("", ""), heads, len(papers))
        for number, paper in enumerate(papers, 2):
            self.height(page, number, [(paper.text, 70), (", ".join(map(str, paper.problems)), 20)])
            page.write_number(number, 0, number - 1, self.plain)
            self.text(page, number, 1, paper.text)
            self.text(page, number, 2, ", ".join(map(str, paper.problems)))
            page.write_number(number, 3, paper.subjects, self.plain)
            page.write_blank(number, 4, None, self.empty)

    def ledger(self, report: Report) -> None:
        """Write 总账: outcomes counted for each rule; they add up to the checks."""
        titles = [Text("规则", "Rule"), Text("标题", "Title"), *(OUTCOME_NAMES[name] for name in OUTCOMES), Text("合计", "Total")]  # fmt: skip
        heads = [(title.say(self.lang), 30 if number < 2 else 12) for number, title in enumerate(titles)]
        told = [part.outside_line for part in report.cases if part.outside_line]
        note = Text(*("；".join(dict.fromkeys(line.say(lang) for line in told)) for lang in ("zh", "en")))
        page = self.sheet(Text("总账", "Ledger"), note, heads, len(report.ledger.by_rule) + 1)
        lines: list[tuple[str, str, Iterable[int]]] = [
            (rule, report.rules[rule].title.say(self.lang), [*(counter[n] for n in OUTCOMES), counter.total()])
            for rule, counter in report.ledger.by_rule.items()
        ]
        total = Text("合计", "Total").say(self.lang)
        lines.append((total, "", [*(report.ledger.counts[name] for name in OUTCOMES), report.ledger.checks]))
        for number, (rule, title, counts) in enumerate(lines, 2):
            self.text(page, number, 0, rule)
            self.text(page, number, 1, title)
            for column, count in enumerate(counts, 2):
                page.write_number(number, column, count, self.plain)

    def norms(self, report: Report) -> None:
        """Write 参数与依据: the basis of each rule that was used and how far it was read, and the hash of each case."""
        titles = (Text("规则", "Rule"), Text("标题", "Title"), Text("依据", "Basis"), Text("是否核对原文", "Whether its text was read"), Text("说明", "Note"))  # fmt: skip
        heads = [(title.say(self.lang), width) for title, width in zip(titles, (26, 34, 50, 22, 50))]
        used = [report.rules[rule] for rule in report.ledger.by_rule]
        lines = [(r.id, r.title.say(self.lang), b.say(self.lang), VERIFIED[b.verified].say(self.lang), b.note) for r in used for b in r.basis]  # fmt: skip
        for parameter in report.parameters:
            for known in parameter.values:
                told = "；".join(b.say(self.lang) for b in known.basis)
                read = "；".join(dict.fromkeys(VERIFIED[b.verified].say(self.lang) for b in known.basis))
                when = f"{known.reach.jurisdiction} {known.validity.say(self.lang)}".strip()
                lines.append((parameter.id, f"{parameter.zh} = {known.text}", told, read, when))
        lines += [
            ("", case.file, f"SHA-256 {case.sha256}", "", f"{case.unit} {case.heading('fiscal_year', self.lang, True)}")
            for case in (part.case for part in report.cases)
        ]
        lines.append(("", Text("规则库", "Rulebook").say(self.lang), f"SHA-256 {report.rulebook}", "", ""))
        page = self.sheet(Text("参数与依据", "Parameters and basis"), Text("", ""), heads, len(lines))
        for number, line in enumerate(lines, 2):
            self.height(page, number, [(text, wide) for text, (_, wide) in zip(line, heads)])
            for column, text in enumerate(line):
                self.text(page, number, column, text)
