"""The report as a Word document (python-docx): 预算绩效自查报告 with the working paper's fields, and no proposal of punishment."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from checker.base.errors import Text
from checker.base.width import visible
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.counting import stake
from checker.findings.report import CaseReport, Report
from checker.findings.rows import COLUMNS, MONEY, Row, rows
from checker.findings.sections import SECTIONS
from checker.findings.states import states
from checker.reports import Options
from checker.reports.extras import need

SHOWN = ("no", "kind", "subject", "initial", "adjusted", "actual", "difference", "ratio", "own", "amount", "message")
WIDTHS = {"zh": (11, 15, 38, 20, 20, 20, 22, 20, 20, 20, 51), "en": (11, 22, 36, 20, 20, 20, 22, 20, 20, 20, 46)}
SPELLED = 300
"""Findings with their arithmetic in the document; the rest stand in the table."""


def render(report: Report, options: Options) -> bytes:
    """Return the document."""
    library = need("docx", "docx", "DOCX")
    return Paper(library, report, options).write()


def _undated(data: bytes) -> bytes:
    """Return the archive with every member at one date, so that the same report gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


class Paper:
    """Writes one document."""

    def __init__(self, library: Any, report: Report, options: Options) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        self.report, self.options, self.lang = report, options, options.lang
        self.mm, self.qn = Mm, qn
        self.doc = library.Document()
        for name, font, size in (("Normal", "仿宋", 11), ("Title", "黑体", 20), ("Heading 1", "黑体", 15), ("Heading 2", "黑体", 13)):  # fmt: skip
            style = self.doc.styles[name]
            style.font.name, style.font.size = "Times New Roman", Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            fonts.set(qn("w:eastAsia"), font)  # else Word picks its own font for Chinese
            style.font.color.rgb = library.shared.RGBColor(0, 0, 0)
        section = self.doc.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(18)
        properties = self.doc.core_properties
        properties.created = properties.modified = datetime(2000, 1, 1)  # the same report, the same content
        properties.author, properties.title = "checker", "预算绩效自查报告"

    def say(self, zh: str, en: str) -> str:
        """Return the sentence in the document's language."""
        return zh if self.lang == "zh" else en

    def write(self) -> bytes:
        """Return the whole document."""
        self.doc.add_heading(self.say("预算绩效自查报告", "Self-review of the budget"), 0)
        found = rows(self.report, self.lang)
        for part in self.report.cases:
            self.case(part, [row for row in found if row.finding.case is part.case])
        self.papers()
        self.ledger()
        self.signatures()
        stream = io.BytesIO()
        self.doc.save(stream)
        return _undated(stream.getvalue())

    def line(self, text: str, style: str | None = None, *, leads: bool = False) -> None:
        """Add a paragraph; one that *leads* stays on the page of what follows it."""
        self.doc.add_paragraph(visible(text), style).paragraph_format.keep_with_next = leads or None

    def case(self, part: CaseReport, found: list[Row]) -> None:
        """Write the verdict on one case, its problems, and the arithmetic of each."""
        case = part.case
        self.doc.add_heading(visible(f"{case.unit} · {case.heading('fiscal_year', self.lang, True)}"), 1)
        self.line(self.say("编制依据：", "Prepared from: ") + f"{case.file}（SHA-256 {case.sha256}）")
        for note in part.notes:
            self.line(self.say("注意：", "Note: ") + note.say(self.lang))
        self.line(part.headline.say(self.lang))
        if part.outside_line:
            self.line(part.outside_line.say(self.lang))
        self.line(self.say("金额单位：万元", "Amounts in 万元 (10,000 yuan)"))
        for kinds, title in SECTIONS:
            members = [problem for problem in part.problems if problem.kind in kinds]
            if members:
                self.doc.add_heading(title.say(self.lang), 2)
            for problem in members:
                told = [row for row in found if row.no == problem.no]
                money = stake(problem, self.lang)
                money = self.say("，", ", ") + money if money else ""
                self.line(f"{problem.no}. {problem.title.say(self.lang)}{money}", leads=True)
                self.table(told)
                for label, values in ((Text("依据：", "Basis: "), {row.basis for row in told}), (Text("需提供或改正：", "To provide or correct: "), {paper for row in told for paper in row.papers})):  # fmt: skip
                    if values:
                        self.line(label.say(self.lang) + self.say("；", "; ").join(sorted(values)))
                followed = states(problem, self.lang)
                if followed:
                    self.line(followed)
        spelled = [row for row in found if row.finding.outcome == "fail"][:SPELLED]
        if spelled:
            self.doc.add_heading(self.say("附：算式和出处", "Annex: arithmetic and sources"), 2)
            for row in spelled:
                self.line(f"{row.no} · {row.subject} · {row.rule}")
                for text in row.finding.explanation.say(self.lang):
                    self.line(text.strip(), "List Bullet")

    def grid(self, heads: list[str], lines: list[list[str]], widths: tuple[int, ...], right: tuple[int, ...] = ()) -> None:  # fmt: skip
        """Add a table whose head repeats on every page; *widths* are in mm, columns *right* hold figures."""
        from docx.oxml import OxmlElement

        table = self.doc.add_table(rows=1 + len(lines), cols=len(heads))
        table.style, table.autofit = "Table Grid", False
        for column, width in enumerate(widths):
            table.columns[column].width = self.mm(width)  # LibreOffice and WPS read the grid, Word the cells
        flag = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(flag)
        for number, (row, texts) in enumerate(zip(table.rows, [heads, *lines])):
            for column, (cell, text) in enumerate(zip(row.cells, texts)):
                cell.width = self.mm(widths[column])
                paragraph = cell.paragraphs[0]
                form = paragraph.paragraph_format
                form.space_before, form.space_after, form.line_spacing = self.mm(0.8), self.mm(0.4), 1.0
                run = paragraph.add_run(visible(text))
                run.font.size, run.bold = self.mm(3.2), number == 0
                if column in right:
                    paragraph.alignment = 2
        self.doc.add_paragraph()

    def table(self, found: list[Row]) -> None:
        """Add the conventional columns of some findings."""
        heads = [COLUMNS[name].say(self.lang) for name in SHOWN]
        right = tuple(number for number, name in enumerate(SHOWN) if name in MONEY or name == "ratio")
        self.grid(heads, [[row.text(name) for name in SHOWN] for row in found], WIDTHS[self.lang], right)

    def papers(self) -> None:
        """Write the list of documents to provide."""
        papers = self.report.papers()
        if papers:
            self.doc.add_heading(self.say("需提供资料", "To provide"), 1)
            heads = [self.say("序号", "No"), self.say("资料", "Document"), self.say("对应问题", "For")]
            lines = [[str(n), p.text, ", ".join(map(str, p.problems))] for n, p in enumerate(papers, 1)]
            self.grid(heads, lines, (14, 190, 53))

    def ledger(self) -> None:
        """Write the outcomes counted."""
        self.doc.add_heading(self.say("总账", "Ledger"), 1)
        counts = self.report.ledger.counts
        heads = [*(OUTCOME_NAMES[name].say(self.lang) for name in OUTCOMES), self.say("合计", "Total")]
        self.grid(heads, [[*(str(counts[name]) for name in OUTCOMES), str(self.report.ledger.checks)]], (36,) * 7)

    def signatures(self) -> None:
        """Leave room for who prepared and who reviewed it, as a working paper has it."""
        heads = [self.say("编制人", "Prepared by"), self.say("编制日期", "Date"), self.say("复核人", "Reviewed by"), self.say("复核意见", "Review"), self.say("底稿索引", "Working paper")]  # fmt: skip
        self.grid(heads, [[""] * 5], (45, 40, 45, 87, 40))
