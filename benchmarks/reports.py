"""Time and memory of the reports for many findings: python benchmarks/reports.py [items [formats]]; browser part where chromium is.

Each report is written by a process of its own, of which CPU seconds and peak memory (the judged case is part of it) are
printed; XLSX is set against a program that writes the same cells with XlsxWriter and nothing else.
"""

from __future__ import annotations

import io
import os
import resource
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from conftest import BOOK, case_of

from checker.api import check
from checker.reports import Options, pieces

RULES = ("overrun-above-threshold", "spending-over-adjusted-budget")


def apart(work, path):
    """Write what *work* comes to in a process of its own; its CPU seconds and peak memory in MB: nothing is worked out before."""
    child = os.fork()
    if not child:
        made = work()
        with path.open("wb") as file:
            file.writelines([made] if isinstance(made, bytes) else made)
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit("the report was not written")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def bare(content: bytes) -> bytes:
    """Write the cells of a workbook once more with XlsxWriter and nothing else, beginning with its cells as values."""
    import openpyxl
    import xlsxwriter

    read = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    sheets = [list(sheet.iter_rows(values_only=True)) for sheet in read]

    def work() -> bytes:
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        form = book.add_format({"text_wrap": True, "border": 1})
        for rows in sheets:
            page = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        page.write_string(number, column, value, form)
                    elif value is None:
                        page.write_blank(number, column, None, form)
                    else:
                        page.write_number(number, column, value, form)
        book.close()
        return stream.getvalue()

    return work


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000
    forms = sys.argv[2:] or ("csv", "json", "jsonl", "markdown", "sarif", "html", "docx", "xlsx")
    lines = "".join(
        f"  - {{id: i{n}, kind: 明细项目, name: 项目{n}, initial_budget: 100, actual: {130 + n % 900}.{n % 100:02}}}\n"
        for n in range(count)
    )
    case = case_of("amounts: {unit: 万元, decimals: 2}\nlines:\n" + lines)
    start = time.process_time()
    report = check([case], BOOK, selected=lambda ident: ident in RULES)
    listed = sum(len(problem.findings) for problem in report.problems)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(report.findings()):,} findings, {listed:,} of them of problems; judged in {time.process_time() - start:.1f} s of CPU; peak {memory} MB"
    )
    folder = Path(tempfile.mkdtemp())
    for form in forms:
        path = folder / f"r.{form}"
        seconds, memory = apart(partial(pieces, form, report, Options()), path)
        limit = "" if form == "xlsx" else " (goal 6 s, 300 MB)"
        size = path.stat().st_size / 1e6
        print(f"{form:9} {seconds:6.1f} s of CPU, {size:7.1f} MB; peak {memory} MB{limit}", flush=True)
        if form == "xlsx":
            alone, _ = apart(bare(path.read_bytes()), folder / "bare.xlsx")
            print(f"XlsxWriter alone, the same cells: {alone:.1f} s; XLSX is {seconds / alone:.2f} times that (goal 3)")
    from browser import PROGRAM, Browser

    if PROGRAM is None or "html" not in forms:
        return
    with Browser() as browser:
        browser.open(folder / "r.html")
        print(
            "page: ms to DOMContentLoaded:",
            browser.run("Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)"),
        )
        for told, script in (
            (
                "filter by kind",
                "var s=document.getElementById('kind'); s.value='query'; s.dispatchEvent(new Event('change'))",
            ),
            ("switch language", "document.getElementById('lang').click()"),
            (
                "first search",
                "document.getElementById('q').value='项目14'; var k=document.getElementById('kind'); k.value=''; k.dispatchEvent(new Event('change'))",
            ),
            (
                "second search",
                "document.getElementById('q').value='项目29'; var k=document.getElementById('kind'); k.dispatchEvent(new Event('change'))",
            ),
        ):
            milliseconds = browser.run(
                f"(function(){{var t=performance.now(); {script}; document.body.offsetHeight; return Math.round(performance.now()-t)}})()"
            )
            print(f"page: {told}: {milliseconds} ms; {browser.run('document.getElementById(`status`).textContent')}")


if __name__ == "__main__":
    main()
