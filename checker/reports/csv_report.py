"""The findings as CSV for a spreadsheet: UTF-8 with a byte-order mark, amounts in 万元, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from checker.findings.report import Report
from checker.findings.rows import COLUMNS, MONEY, each_row
from checker.reports import Options
from checker.reports.safe import cell


def render(report: Report, options: Options) -> str:
    """Return one line for each finding; figures are plain numbers, 未列 where the report does not state them."""
    return "".join(chunks(report, options))


def chunks(report: Report, options: Options) -> Iterator[str]:
    """Yield the lines one by one: of very many findings nothing is kept."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")

    def line(cells: Iterable[str]) -> str:
        stream.seek(0)
        stream.truncate()
        writer.writerow(cells)
        return stream.getvalue()

    unit = "（万元）" if options.lang == "zh" else " (万元)"
    heads = (title.say(options.lang) + (unit if name in MONEY else "") for name, title in COLUMNS.items())
    yield "\ufeff" + line(heads)
    for part in report.cases:  # a draft says so before its findings
        if draft := part.case.draft.say(options.lang).strip():
            first = {"unit": part.case.unit, "message": draft}
            yield line(cell(first.get(name, "")) for name in COLUMNS)
    for row in each_row(report, options.lang):
        yield line(row.text(name) if name in MONEY else cell(row.text(name)) for name in COLUMNS)
