"""The findings as JSON Lines: each line is one check as in the JSON report, findings only, or every check with --all.

What a check has in common with many others stands in the first line that names it, under `shares`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.base.width import escaped
from checker.findings.document import Told, entry
from checker.findings.report import Report
from checker.reports import Options


def render(report: Report, options: Options) -> str:
    """Return a line for each check that is wanted."""
    return "".join(chunks(report, options))


def chunks(report: Report, options: Options) -> Iterator[str]:
    """Yield the lines one by one: of very many findings nothing is kept."""
    common = Told(options.lang)
    for finding in report.results:
        if options.all or finding.is_finding or finding.outcome == "waived":
            data = entry(finding.passing(), common, options.all)
            if new := common.take():
                data["shares"] = new
            yield escaped(json.dumps(data, ensure_ascii=False, default=str)) + "\n"
