"""The findings as GitLab's code quality report: a JSON list that a merge request shows beside the lines of the file."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import Any

from checker.base.errors import CellLine
from checker.base.width import escaped, visible
from checker.findings.case_shown import CaseShown
from checker.findings.finding import Finding
from checker.findings.report import Report
from checker.reports import Options

SEVERITIES = {"high": "critical", "medium": "major", "low": "minor", "info": "info"}
"""The severity of what fails; what cannot be judged is info, an error of an engine a blocker."""


def render(report: Report, options: Options) -> str:
    """Return the list; a fingerprint stands in it once, as GitLab shows only the first of those alike."""
    drafts = [_draft(part.case, options) for part in report.cases if part.case.unconfirmed]
    issues = [*drafts, *(_issue(each, options) for each in report.findings())]
    return escaped(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


def _draft(case: CaseShown, options: Options) -> dict[str, Any]:
    """Return what stands first where figures of a case are not confirmed."""
    file = PurePath(case.file).as_posix()
    return {
        "description": visible(case.draft.say(options.lang).strip()),
        "check_name": "draft",
        "fingerprint": hashlib.sha256(f"draft\0{file}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": "info",
        "location": {"path": visible(file), "lines": {"begin": 1}},
    }


def _issue(finding: Finding, options: Options) -> dict[str, Any]:
    told = finding.message.say(options.lang) or finding.outcome_name.say(options.lang)
    if finding.outcome == "error":
        severity = "blocker"
    else:
        severity = SEVERITIES[finding.severity] if finding.outcome == "fail" else "info"
    line = next((spot.line for spot in finding.places), 1)
    if isinstance(line, CellLine):
        told, line = f"{line}: {told}", 1  # a sheet has no lines
    file = PurePath(finding.case.file).as_posix()
    key = f"{finding.fingerprint}\0{file}\0{finding.subject.id}"  # a unit may have several cases, where that is allowed
    return {
        "description": visible(told),
        "check_name": finding.rule.id,
        "fingerprint": hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": severity,
        "location": {"path": visible(file), "lines": {"begin": line}},
    }
