"""The findings as JSON Lines: each line is one check as in the JSON report, findings only, or every check with --all."""

from __future__ import annotations

import json

from checker.base.width import escaped
from checker.findings.report import Report
from checker.reports import Options
from checker.reports.json_report import check_entry


def render(report: Report, options: Options) -> str:
    """Return a line for each check that is wanted."""
    numbers = {id(check): problem.no for problem in report.problems for check in problem.checks}
    wanted = (check for check in report.checks if options.all or check.is_finding or check.outcome == "waived")
    return "".join(
        escaped(json.dumps(check_entry(check, numbers.get(id(check)), options), ensure_ascii=False, default=str)) + "\n"
        for check in wanted
    )
