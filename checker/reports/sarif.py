"""The report as SARIF 2.1.0 (OASIS), for CI: one run, every rule used, every check a result with its place in the case file."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.base.errors import CellLine
from checker.base.width import escaped
from checker.findings.counting import money, note
from checker.findings.figures import Spot
from checker.findings.finding import Finding
from checker.findings.identity import baseline_state
from checker.findings.report import Report
from checker.reports import Options
from checker.rulebook.rule import Basis

LOCATIONS = 10
"""Places of one result: of the sum of a thousand parts the first of them."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"high": "error", "medium": "warning", "low": "note", "info": "note", "": "note"}
KINDS = {
    "pass": "pass",
    "fail": "fail",
    "not_applicable": "notApplicable",
    "undetermined": "open",
    "waived": "fail",
    "error": "review",
}
"""The kind of a result (SARIF 3.27.9); a query that an auditor has to look at is review as well."""


def render(report: Report, options: Options) -> str:
    """Return the SARIF log; passes and what does not apply are left out unless every check is asked for."""
    rules = report.rules
    bases: dict[str, dict[Basis, None]] = {ident: {} for ident in rules}
    for finding in report.results:
        bases[finding.rule.id].update(dict.fromkeys(finding.basis))
    order = {ident: number for number, ident in enumerate(sorted(rules))}
    lang = options.lang
    driver = {
        "name": "checker",
        "version": __version__,
        "language": "zh-CN" if lang == "zh" else "en",
        "rules": [
            {
                "id": ident,
                "shortDescription": {"text": rules[ident].title.say(lang)},
                "help": {"text": rules[ident].remedy.say(lang) or rules[ident].title.say(lang)},
                "properties": {
                    "nature": rules[ident].nature,
                    "basis": [f"{b.instrument}{b.article}" for b in bases[ident]],
                    "verified": rules[ident].verified,
                },
            }
            for ident in order
        ],
    }
    wanted = [f for f in report.results if options.all or f.is_finding or f.outcome == "waived"]
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(part.case.file)}, "hashes": {"sha-256": part.case.sha256}}
            for part in report.cases
        ],
        "results": [_result(finding, order[finding.rule.id], options) for finding in wanted],
        "properties": {
            "rulebook": report.rulebook,
            "amount": money(report.amount(), lang),
            "ledger": {"checks": report.ledger.checks, **report.ledger.counts},
        },
    }
    told = [
        {
            "level": "warning",
            "message": {"text": part.case.draft.say(lang).strip()},
            "locations": [_whole(part.case.file)],
        }
        for part in report.cases
        if part.case.unconfirmed
    ]
    if told:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": told}]
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _whole(file: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(finding: Finding, index: int, options: Options) -> dict[str, Any]:
    lang = options.lang
    kind = KINDS[finding.outcome]
    if finding.outcome == "fail" and finding.nature == "query":
        kind = "review"
    text = finding.message.say(lang) or finding.outcome_name.say(lang)
    entry: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "kind": kind,
        "level": LEVELS[finding.severity] if kind == "fail" else "none",
        "message": {"text": text},
        "locations": [_location(finding, spot) for spot in finding.places[:1]] or [_whole(finding.case.file)],
        "partialFingerprints": {"checker/v1": finding.fingerprint, "checkerSeries/v1": finding.series},
        "properties": {
            "outcome": finding.outcome,
            "nature": finding.nature,
            "severity": finding.severity,
            "unit": finding.case.unit,
            "year": finding.case.year or None,
            "subject": finding.subject.name,
            "problem": finding.problem,
            "own": money(finding.own, lang),
            "amount": money(finding.amount, lang),
            **({"counting": why} if (why := note(finding, lang)) else {}),
            **({"followup": finding.followups[-1].state} if finding.followups else {}),
        },
    }
    if options.baseline is not None and finding.is_finding:
        entry["baselineState"] = baseline_state(finding, options.baseline)
    if finding.waiver is not None:
        waiver = finding.waiver
        told = {"document": waiver.document, "approver": waiver.approver, "expires": waiver.expires.isoformat()}
        entry["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": waiver.reason, "properties": told}
        ]
    related = [_location(finding, spot) for spot in finding.places[1:LOCATIONS]]
    if related:
        entry["relatedLocations"] = [{**location, "id": number} for number, location in enumerate(related, 1)]
    return entry


def _location(finding: Finding, spot: Spot) -> dict[str, Any]:
    if isinstance(spot.line, CellLine):  # a sheet has no lines
        return {
            "physicalLocation": {"artifactLocation": {"uri": _uri(finding.case.file)}},
            "logicalLocations": [{"name": spot.line.cell, "fullyQualifiedName": finding.subject.path.en}],
        }
    region = {"startLine": spot.line, **({"startColumn": spot.column} if spot.column else {})}
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(finding.case.file)}, "region": region},
        "logicalLocations": [{"fullyQualifiedName": finding.subject.path.en}],
    }
