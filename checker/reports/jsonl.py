"""The findings as JSON Lines: each line is one check as in the JSON report, findings only, or every check with --all."""

from __future__ import annotations

import json

from checker.base.width import escaped
from checker.findings.document import entry
from checker.findings.report import Report
from checker.reports import Options


def render(report: Report, options: Options) -> str:
    """Return a line for each check that is wanted."""
    wanted = (each for each in report.results if options.all or each.is_finding or each.outcome == "waived")
    return "".join(
        escaped(json.dumps(entry(finding, options.lang, options.all), ensure_ascii=False, default=str)) + "\n"
        for finding in wanted
    )
