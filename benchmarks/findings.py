"""A run with tens of thousands of findings, end to end: python benchmarks/findings.py [units] [lines of a unit] [formats].

Judging, wording and each format by themselves in CPU seconds, with the peak of memory; XLSX is set against XlsxWriter writing
the same number of cells by itself. The page is written to the folder that FOLDER names, for a browser to open.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from conftest import BOOK, HEAD, case_of
from reports import bare_xlsx

from checker.api import check
from checker.findings.presentation import presentation
from checker.findings.rows import rows
from checker.reports import Options, render

FORMATS = ("table", "csv", "markdown", "sarif", "junit", "html", "xlsx", "docx")
"""JSON and JSON Lines name every figure that each finding rests on, so that they grow with the square of a total's parts."""


def timed(what, work):
    start = time.process_time()
    result = work()
    seconds = time.process_time() - start
    size = f"{len(result) / 1e6:8.1f} MB" if isinstance(result, (str, bytes)) else " " * 11
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:14} {seconds:7.1f} s {size}; peak {peak} MB", flush=True)
    return result, seconds


def unit(number, lines):
    """Return the case of one unit: all its items under one total, a third of them without a budget."""
    parts = "".join(
        f"- {{id: i{n}, kind: 明细项目, name: 项目{n}, parent: p, initial_budget: {n % 3 * 50}, "
        f"actual: {30 + n % 900}.{(n + number) % 100:02}}}\n"
        for n in range(lines)
    )
    totals = "- {id: t, kind: 总支出, name: 总支出}\n- {id: p, kind: 项目支出, name: 项目支出, parent: t}\n"
    body = "amounts: {unit: 万元, decimals: 2}\nlines:\n" + totals + parts
    return case_of(body, HEAD.replace("示例单位", f"示例单位{number}"))


def main() -> None:
    units, lines = (int(sys.argv[n]) if len(sys.argv) > n else default for n, default in ((1, 40), (2, 750)))
    forms = sys.argv[3].split(",") if len(sys.argv) > 3 else FORMATS
    cases, _ = timed("read", lambda: [unit(number, lines) for number in range(units)])
    report, _ = timed("judge", lambda: check(cases, BOOK))
    print(f"{units} units of {lines} lines: {sum(len(p.findings) for p in report.problems)} findings")
    timed("wording", lambda: presentation(report, "zh"))
    taken = {}
    for form in forms:
        content, taken[form] = timed(form, partial(render, form, report, Options()))
        if (folder := os.environ.get("FOLDER")) and form in ("html", "xlsx", "docx"):
            data = content if isinstance(content, bytes) else content.encode()
            (Path(folder) / f"findings.{form}").write_bytes(data)
    if "xlsx" in taken:
        bare = bare_xlsx(rows(report, "zh"))
        print(f"XlsxWriter alone, the cells of the first sheet: {bare:.1f} s, {taken['xlsx'] / bare:.1f} times")


if __name__ == "__main__":
    main()
