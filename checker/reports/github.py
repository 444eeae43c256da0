"""The findings as annotations of GitHub Actions: a workflow command a line, which the runner shows on the line of the file."""

from __future__ import annotations

from checker.base.errors import CellLine
from checker.base.width import visible
from checker.findings.finding import Finding
from checker.findings.report import Report
from checker.reports import Options

LEVELS = {"high": "error", "medium": "warning", "low": "notice", "info": "notice"}
"""The command for what fails, by severity; what cannot be judged is a notice, an error of an engine an error."""


def render(report: Report, options: Options) -> str:
    """Return a command for each finding, the gravest first: GitHub shows no more than ten of each level of a step."""
    drafts = [part.case for part in report.cases if part.case.unconfirmed]
    first = [
        f"::notice file={_property(case.file)}::{_data(case.draft.say(options.lang).strip())}\n" for case in drafts
    ]
    found = sorted(report.findings(), key=lambda finding: ("error", "warning", "notice").index(_level(finding)))
    return "".join(first) + "".join(_command(finding, options) + "\n" for finding in found)


def _level(finding: Finding) -> str:
    if finding.outcome == "error":
        return "error"
    return LEVELS[finding.severity] if finding.outcome == "fail" else "notice"


def _command(finding: Finding, options: Options) -> str:
    line = next((spot.line for spot in finding.places), 1)
    title = f"{finding.rule.title.say(options.lang)} [{finding.rule.id}]"
    told = finding.message.say(options.lang) or finding.outcome_name.say(options.lang)
    message = "\n".join([told, *finding.papers(options.lang)])
    where = {"file": finding.case.file, "line": str(line), "title": title}
    if isinstance(line, CellLine):
        message, where["line"] = f"{line}\n{message}", "1"  # a sheet has no lines
    listed = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_level(finding)} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Return a message that stays on its line; the runner turns the three escapes back."""
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Return a value that ends neither its property nor the list of them."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
