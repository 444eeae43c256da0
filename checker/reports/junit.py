"""The report as JUnit XML, for CI servers: a suite a unit, a case a check that applies; what cannot be judged is skipped.

Keeps the schema of Jenkins (xunit plugin, junit-10.xsd). Fails stand as failures whatever `--fail-on` or a baseline says: those
decide the exit code, and a server that reads this file has its own threshold.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.base.width import visible
from checker.findings.finding import Finding
from checker.findings.report import CaseReport, Report
from checker.reports import Options


def render(report: Report, options: Options) -> str:
    """Return the XML; texts of a case cannot leave their place in it, and what XML cannot hold is shown as ⟨U+0000⟩."""
    root = Element("testsuites", name="checker")
    suites = [_suite(root, part, options) for part in report.cases]
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, part: CaseReport, options: Options) -> Element:
    results = [finding for finding in part.results if finding.outcome != "not_applicable"]
    counts = {
        name: str(sum(finding.outcome == outcome for finding in results))
        for name, outcome in (("failures", "fail"), ("errors", "error"), ("skipped", "undetermined"))
    }
    name = f"{part.case.unit} {part.case.year_text.say(options.lang)}"
    suite = SubElement(root, "testsuite", name=visible(name), tests=str(len(results)), file=visible(part.case.file))
    suite.attrib.update(counts)
    for finding in results:
        _case(suite, finding, options)
    draft = part.case.draft.say(options.lang).strip()
    notes = [*([draft] if draft else []), *(note.say(options.lang) for note in part.notes)]
    if notes:
        SubElement(suite, "system-out").text = visible("\n".join(notes))
    return suite


def _case(suite: Element, finding: Finding, options: Options) -> None:
    title = f"{finding.rule.title.say(options.lang)} · {finding.subject.name} [{finding.subject.id}]"
    case = SubElement(suite, "testcase", classname=visible(finding.rule.id), name=visible(title))
    told = finding.message.say(options.lang) or finding.outcome_name.say(options.lang)
    if finding.outcome == "undetermined":
        SubElement(case, "skipped", message=visible(told))
    elif finding.outcome in ("fail", "error"):
        kind = "failure" if finding.outcome == "fail" else "error"
        found = SubElement(case, kind, type=finding.severity or kind, message=visible(told))
        where = [f"{finding.case.file}:{spot.line}" for spot in finding.places[:1]]
        found.text = visible("\n".join([told, *finding.papers(options.lang), *where]))
    elif finding.waiver is not None:
        waiver = finding.waiver
        excused = options.say(
            f"{told}\n已豁免：{waiver.reason}；{waiver.document}；批准人 {waiver.approver}；到 {waiver.expires} 为止",
            f"{told}\nwaived: {waiver.reason}; {waiver.document}; approved by {waiver.approver}; until {waiver.expires}",
        )
        SubElement(case, "system-out").text = visible(excused)
