"""The report as SARIF 2.1.0 (OASIS), for CI: one run, every rule used, every check a result with its place in the case file."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.base.width import escaped
from checker.engines.outcome import Check, outcome_name
from checker.findings.explain import message
from checker.findings.report import Report
from checker.reports import Options
from checker.reports.counted import counted, note
from checker.reports.json_report import baseline_state, fingerprint, money
from checker.reports.rows import places
from checker.rulebook.rule import Basis

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"high": "error", "medium": "warning", "low": "note", "info": "note", "": "note"}
KINDS = {"pass": "pass", "fail": "fail", "not_applicable": "notApplicable", "undetermined": "open", "waived": "fail", "error": "review"}  # fmt: skip
"""The kind of a result (SARIF 3.27.9); a query that an auditor has to look at is review as well."""


def render(report: Report, options: Options) -> str:
    """Return the SARIF log; passes and what does not apply are left out unless every check is asked for."""
    rules = {check.rule.id: check.rule for check in report.checks}
    bases: dict[str, dict[Basis, None]] = {ident: {} for ident in rules}
    for check in report.checks:
        bases[check.rule.id].update(dict.fromkeys(check.basis))
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
                    "nature": rules[ident].stands_as(rules[ident].nature),
                    "basis": [f"{b.instrument}{b.article}" for b in bases[ident]],
                    "verified": rules[ident].verified,
                },
            }
            for ident in order
        ],
    }
    wanted = [c for c in report.checks if options.all or c.is_finding or c.outcome == "waived"]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(case.file)}, "hashes": {"sha-256": case.sha256}}
            for case in report.cases
        ],
        "results": [_result(check, order[check.rule.id], options) for check in wanted],
        "properties": {"rulebook": report.book.sha256, "amount": money(report.amount(), lang), "ledger": {"checks": report.ledger.checks, **report.ledger.counts}},
    }  # fmt: skip
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(check: Check, index: int, options: Options) -> dict[str, Any]:
    lang = options.lang
    kind = KINDS[check.outcome]
    if check.outcome == "fail" and check.nature == "query":
        kind = "review"
    text = message(check, lang) or outcome_name(check, lang)
    entry: dict[str, Any] = {
        "ruleId": check.rule.id,
        "ruleIndex": index,
        "kind": kind,
        "level": LEVELS[check.severity] if kind == "fail" else "none",
        "message": {"text": text},
        "locations": [_location(check, line, column) for line, column, _ in places(check)[:1]]
        or [{"physicalLocation": {"artifactLocation": {"uri": _uri(check.case.file)}}}],
        "partialFingerprints": {"checker/v1": fingerprint(check), "checkerSeries/v1": fingerprint(check, series=True)},
        "properties": {
            "outcome": check.outcome,
            "nature": check.nature,
            "severity": check.severity,
            "unit": check.case.unit,
            "year": check.case.year or None,
            "subject": check.case.label(check.subject),
            "own": money(check.own, lang),
            "amount": money(counted(check), lang),
            **({"counting": why} if (why := note(check, lang)) else {}),
            **({"followup": check.followups[-1].state} if check.followups else {}),
        },
    }
    if options.baseline is not None and check.is_finding:
        entry["baselineState"] = baseline_state(check, options.baseline)
    if check.waiver is not None:
        waiver = check.waiver
        told = {"document": waiver.document, "approver": waiver.approver, "expires": waiver.expires.isoformat()}
        entry["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": waiver.reason, "properties": told}
        ]
    related = [_location(check, line, column) for line, column, _ in places(check)[1:]]
    if related:
        entry["relatedLocations"] = [{**location, "id": number} for number, location in enumerate(related, 1)]
    return entry


def _location(check: Check, line: int, column: int) -> dict[str, Any]:
    region = {"startLine": line, **({"startColumn": column} if column else {})}
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(check.case.file)}, "region": region},
        "logicalLocations": [{"fullyQualifiedName": check.case.path(check.subject)}],
    }
