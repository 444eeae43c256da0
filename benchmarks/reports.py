"""Time and memory of the reports for many findings: python benchmarks/reports.py [items]; browser part where chromium is.

Work is CPU time of this process; XLSX is set against XlsxWriter writing the same number of equal cells by itself.
"""

from __future__ import annotations

import io
import resource
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from conftest import BOOK, case_of

from checker.api import check
from checker.findings.rows import COLUMNS, rows
from checker.reports import Options, render

RULES = ("overrun-above-threshold", "spending-over-adjusted-budget")


def timed(work):
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def bare_xlsx(found):
    """Write the cells of the list of findings with XlsxWriter and nothing else."""
    import xlsxwriter

    texts = [[row.text(name) for name in COLUMNS] for row in found]

    def work():
        book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True, "strings_to_formulas": False})
        page, form = book.add_worksheet(), book.add_format({"text_wrap": True, "border": 1})
        for number, row in enumerate(texts):
            for column, text in enumerate(row):
                page.write_string(number, column, text, form)
        book.close()

    return timed(work)[1]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000
    lines = "".join(
        f"  - {{id: i{n}, kind: 明细项目, name: 项目{n}, initial_budget: 100, actual: {130 + n % 900}.{n % 100:02}}}\n"
        for n in range(count)
    )
    case = case_of("amounts: {unit: 万元, decimals: 2}\nlines:\n" + lines)
    report, seconds = timed(lambda: check([case], BOOK, selected=lambda ident: ident in RULES))
    findings = sum(len(problem.findings) for problem in report.problems)
    print(f"{findings} findings; judged in {seconds:.1f} s; peak {peak()} MB")
    found = rows(report, "zh")
    for form in ("csv", "jsonl", "markdown", "sarif", "html", "xlsx"):
        content, seconds = timed(partial(render, form, report, Options()))
        print(f"{form:9} {seconds:6.1f} s {len(content) / 1e6:7.1f} MB; peak {peak()} MB", flush=True)
        if form == "html":
            page = content
    print(f"XlsxWriter alone, the same cells of the first sheet: {bare_xlsx(found):.1f} s")
    from browser import PROGRAM, Browser

    if PROGRAM is None:
        return
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        path = Path(folder) / "r.html"
        path.write_text(page, encoding="utf-8")
        browser.open(path)
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
                "another rule",
                "var r=document.getElementById('rule'); r.selectedIndex=1; r.dispatchEvent(new Event('change'))",
            ),
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
