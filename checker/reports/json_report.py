"""The report as JSON: a contract, described by the schema that `schema()` returns; the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from typing import Any

from checker import __version__
from checker.base.values import EXACT, format_money
from checker.base.width import escaped
from checker.cases.case import Fact
from checker.engines.outcome import OUTCOMES, Check
from checker.findings.explain import explanation, message, used_facts
from checker.findings.report import ProblemGroup, Report
from checker.findings.shown import value_text
from checker.reports import Options
from checker.reports.counted import counted, note


def render(report: Report, options: Options) -> str:
    """Return the report as JSON text."""
    return escaped(json.dumps(document(report, options), ensure_ascii=False, indent=1, default=_plain)) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, (Decimal, date)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a report")


def money(fen: int | None, lang: str) -> dict[str, Any] | None:
    """Return an amount as {fen, text}."""
    return None if fen is None else {"fen": int(fen), "text": format_money(fen, lang=lang)}


def document(report: Report, options: Options) -> dict[str, Any]:
    """Return the report as plain data."""
    numbers = {id(check): problem.no for problem in report.problems for check in problem.checks}
    return {
        "format": "checker-report/1",
        "checker": __version__,
        "rulebook": report.book.sha256,
        "lang": options.lang,
        "ledger": {"checks": report.ledger.checks, **report.ledger.counts, "rederived": dict(report.ledger.second), "by_rule": {rule: {name: counter[name] for name in OUTCOMES if counter[name]} for rule, counter in report.ledger.by_rule.items()}},
        "cases": [
            {"unit": case.unit, "code": case.root.values.get("code"), "year": case.year or None, "jurisdiction": case.jurisdiction or None, "file": case.file, "sha256": case.sha256, "facts": case.count(), "documents": list(case.documents), "notes": [n.say(options.lang) for n in (*case.notes, *report.notes.get(case.file, ()))]}
            for case in report.cases
        ],
        "totals": {kind: _total([p for p in report.problems if p.kind == kind], options.lang) for kind in ("query", "contradiction", "disclosure", "breach", "undetermined")} | {"all": _total(report.problems, options.lang)},
        "problems": [_problem(problem, options.lang) for problem in report.problems],
        "papers": [{"text": p.text, "problems": list(p.problems), "subjects": p.subjects} for p in report.papers()],
        "bridges": [
            {"file": b.case.file, "budget": money(b.budget, options.lang), "actual": money(b.actual, options.lang), "total": money(b.total, options.lang), "derived": [name for name in ("initial_budget", "actual") if b.derived(name)], "steps": [{"label": s.label.say(options.lang), "amount": money(s.amount, options.lang)} for s in b.steps]}
            for b in report.bridges()
        ],
        "not_in_force": [{"file": case.file, "rule": other.rule.id, "reason": other.reason.say(options.lang)} for case, other in report.not_in_force],
        "outside": [{"file": case.file, "rule": other.rule.id, "reason": other.reason.say(options.lang)} for case, other in report.outside],
        "checks": [check_entry(check, numbers.get(id(check)), options) for check in report.checks],
    }  # fmt: skip


def _total(problems: Sequence[ProblemGroup], lang: str) -> dict[str, Any]:
    return {"problems": len(problems), "amount": money(sum(p.amount or 0 for p in problems), lang)}


def _problem(problem: ProblemGroup, lang: str) -> dict[str, Any]:
    return {
        "no": problem.no,
        "key": problem.key,
        "title": problem.title.say(lang),
        "outcome": problem.outcome,
        "nature": problem.nature,
        "severity": problem.severity,
        "own": money(problem.own, lang),
        "amount": money(problem.amount, lang),
        "file": problem.case.file,
        "checks": [fingerprint(check) for check in problem.checks],
    }


def fingerprint(check: Check, *, series: bool = False) -> str:
    """Return the stable key of a check: rule, jurisdiction, unit, year (not in a series) and subject."""
    case = check.case
    unit = str(case.root.values.get("code") or case.root.values.get("name") or "")
    parts = [
        check.rule.id,
        case.jurisdiction,
        unit,
        "" if series else str(case.year or ""),
        check.subject.entity,
        check.subject.id,
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def known(check: Check, baseline: Mapping[str, tuple[str, int | None]]) -> bool:
    """Whether an earlier run found this already; what was open then and fails now is new, a larger amount is not."""
    before = baseline.get(fingerprint(check))
    return before is not None and (before[0] == check.outcome or check.outcome == "undetermined")


def baseline_state(check: Check, baseline: Mapping[str, tuple[str, int | None]]) -> str:
    """Return new, updated or unchanged, in SARIF's words: what a finding is against those of an earlier run."""
    if not known(check, baseline):
        return "new"
    return "unchanged" if baseline[fingerprint(check)] == (check.outcome, check.own) else "updated"


def check_entry(check: Check, problem: int | None, options: Options) -> dict[str, Any]:
    """Return one check as the contract has it; *problem* is the number of the problem it belongs to."""
    rule, case, lang = check.rule, check.case, options.lang
    entry: dict[str, Any] = {
        "rule": rule.id,
        "title": rule.title.say(lang),
        "unit": case.unit,
        "year": case.year or None,
        "file": case.file,
        "subject": {"entity": check.subject.entity.removesuffix("*"), "id": check.subject.id, "name": case.label(check.subject)},
        "outcome": check.outcome,
        "nature": check.nature,
        "severity": check.severity or None,
        "own": money(check.own, lang),
        "amount": money(counted(check), lang),
        "counting": note(check, lang),
        "marks": sorted(check.marks),
        "problem": problem,
        "message": "",
        "explanation": [],
        "facts": [],
        "rests_on": [],
        "missing": [case.path(m.fact, m.name) if m.fact is not None else f"parameters.{m.name}" for m in check.missing],
        "basis": [{"instrument": b.instrument, "article": b.article, "verified": b.verified, "reference": b.reference} for b in check.basis],
        "remedy": rule.remedy.say(lang) if check.outcome == "fail" else "",
        "fingerprint": fingerprint(check),
        "series": fingerprint(check, series=True),
        "waiver": None,
        "followup": [{"state": s.state, "day": s.day and s.day.isoformat(), "person": s.person, "note": s.note, "papers": s.papers, "place": str(s.place)} for s in check.followups],
    }  # fmt: skip
    if check.waiver is not None:
        entry["waiver"] = {"reason": check.waiver.reason, "document": check.waiver.document, "approver": check.waiver.approver, "expires": check.waiver.expires.isoformat(), "place": str(check.waiver.place)}  # fmt: skip
    for index, missing in enumerate(check.missing):
        if missing.why == "no_parameter":
            entry["missing"][index] = f"parameters.{missing.name}"
    if check.is_finding or check.outcome == "waived" or options.all or rule.indicator:
        entry["message"] = message(check, lang)
        entry["explanation"] = explanation(check, lang)
        entry["facts"] = _facts(check, lang)
        named = [case.path(read.fact, read.name) if read.fact else f"{read.name}[]" for read in check.rests_on]
        entry["rests_on"] = sorted(named)
    return entry


def _facts(check: Check, lang: str) -> list[dict[str, Any]]:
    if check.judge is None or check.subject.entity.removesuffix("*") != check.rule.entity:
        return []
    with localcontext(EXACT):
        used = used_facts(check.judge.traces(check.subject))
    return [_fact(check, fact, name, lang) for fact, name in used if name in fact.cells and name != "figure"]


def _fact(check: Check, fact: Fact, name: str, lang: str) -> dict[str, Any]:
    cell = fact.cells[name]
    return {
        "path": check.case.path(fact, name),
        "value": value_text(check.case, fact, name, lang),
        "inferred": cell.inferred,
        "derived": cell.derived,
        "source": {
            "file": check.case.file,
            "line": cell.line or None,
            "column": cell.column or None,
            "note": cell.note,
        },
    }
