"""The report as plain data: the contract of the JSON report, described by its schema (checker schema report)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.base.errors import CellLine
from checker.engines.outcome import OUTCOMES
from checker.findings.case_shown import CaseShown
from checker.findings.counting import money, note
from checker.findings.figures import Shared, UsedFact
from checker.findings.finding import Finding
from checker.findings.problems import ProblemGroup
from checker.records.comparison import FORMAT

if TYPE_CHECKING:
    from checker.findings.report import Report


class Told:
    """What the checks of a report have in common, told once: each is numbered when a check first names it."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._numbers: dict[int, str] = {}
        self._told: list[tuple[str, str, Shared]] = []
        self._given = 0

    def name(self, file: str, shared: Shared) -> str:
        """Return the number of what checks of *file* have in common."""
        known = self._numbers.get(id(shared))
        if known is None:
            known = self._numbers[id(shared)] = f"s{len(self._told) + 1}"
            self._told.append((known, file, shared))
        return known

    def take(self) -> list[dict[str, Any]]:
        """Return what was named since it was taken last."""
        new, self._given = self._told[self._given :], len(self._told)
        return [
            {
                "id": ident,
                "file": file,
                "facts": [_fact(file, fact, self.lang) for fact in shared.facts],
                "missing": list(shared.missing),
            }
            for ident, file, shared in new
        ]


def document(report: Report, lang: str, every: bool = False) -> dict[str, Any]:
    """Return the report as plain data; where *every* check is wanted, a pass has its message, explanation and figures as well."""
    told = Told(lang)
    checks = [entry(finding, told, every) for finding in report.results]
    return {**head(report, lang), "checks": checks, "shared": told.take()}


def head(report: Report, lang: str) -> dict[str, Any]:
    """Return all of the report but its checks and what they have in common."""
    return {
        "format": FORMAT,
        "checker": __version__,
        "rulebook": report.rulebook,
        "lang": lang,
        "ledger": {
            "checks": report.ledger.checks,
            **report.ledger.counts,
            "rederived": dict(report.ledger.second),
            "by_rule": {
                rule: {name: counter[name] for name in OUTCOMES if counter[name]}
                for rule, counter in report.ledger.by_rule.items()
            },
        },
        "cases": [
            {
                "unit": part.case.unit,
                "code": part.case.code,
                "year": part.case.year or None,
                "jurisdiction": part.case.jurisdiction or None,
                "file": part.case.file,
                "sha256": part.case.sha256,
                "facts": part.case.facts,
                **({"unconfirmed": part.case.unconfirmed} if part.case.unconfirmed else {}),
                **_headings(part.case, "unconfirmed_headings"),
                "documents": list(part.case.documents),
                "notes": [n.say(lang) for n in part.notes],
            }
            for part in report.cases
        ],
        "totals": {
            kind: _total([p for p in report.problems if p.kind == kind], lang)
            for kind in ("query", "contradiction", "disclosure", "breach", "undetermined")
        }
        | {"all": _total(report.problems, lang)},
        "problems": [_problem(problem, lang) for problem in report.problems],
        "routine": [
            {"file": part.case.file, "checks": [finding.fingerprint for finding in part.routine]}
            for part in report.cases
            if part.routine
        ],
        "papers": [
            {"text": p.text, "whom": p.whom, "problems": list(p.problems), "subjects": p.subjects}
            for p in report.papers(lang)
        ],
        "bridges": [
            {
                "file": b.file,
                "budget": money(b.budget, lang),
                "actual": money(b.actual, lang),
                "total": money(b.total, lang),
                "derived": list(b.derived),
                "steps": [{"label": s.label.say(lang), "amount": money(s.amount, lang)} for s in b.steps],
            }
            for b in report.bridges()
        ],
        "not_in_force": [
            {"file": each.file, "rule": each.rule, "reason": each.reason.say(lang)} for each in report.not_in_force
        ],
        "outside": [{"file": each.file, "rule": each.rule, "reason": each.reason.say(lang)} for each in report.outside],
    }


def _headings(case: CaseShown, key: str) -> dict[str, list[str]]:
    """Return the headings that nobody has confirmed under *key*; nothing where there is none."""
    return {key: list(case.unconfirmed_headings)} if case.unconfirmed_headings else {}


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
        "checks": [finding.fingerprint for finding in problem.findings],
        **({"unconfirmed": True} if problem.unconfirmed else {}),
    }


def entry(finding: Finding, common: Told, every: bool = False) -> dict[str, Any]:
    """Return one check as the contract has it; what it has in common with many others stands in *common*, and it names it."""
    lang = common.lang
    rule, case, subject, waiver = finding.rule, finding.case, finding.subject, finding.waiver
    told = every or finding.is_finding or finding.outcome == "waived" or rule.indicator
    lacks, read = finding.lacks, finding.read if told else ()
    shared = [each for each in (*read, *lacks) if isinstance(each, Shared)]
    return {
        "rule": rule.id,
        "title": rule.title.say(lang),
        "unit": case.unit,
        "year": case.year or None,
        "file": case.file,
        "subject": {"entity": subject.entity.removesuffix("*"), "id": subject.id, "name": subject.name},
        "outcome": finding.outcome,
        "nature": finding.nature,
        "severity": finding.severity or None,
        "own": money(finding.own, lang),
        "amount": money(finding.amount, lang),
        "counting": note(finding, lang),
        "marks": sorted(finding.marks),
        **({"draft": case.unconfirmed} if case.unconfirmed else {}),
        **_headings(case, "draft_headings"),
        "problem": finding.problem,
        "message": finding.message.say(lang) if told or finding.outcome == "not_applicable" else "",
        "explanation": list(finding.explanation.say(lang)) if told else [],
        "facts": [_fact(case.file, each, lang) for each in read if not isinstance(each, Shared)],
        "rests_on": list(finding.rests_on) if told else [],
        "missing": [each for each in lacks if not isinstance(each, Shared)],
        "shared": [common.name(case.file, each) for each in shared],
        "basis": [
            {"instrument": b.instrument, "article": b.article, "verified": b.verified, "reference": b.reference}
            for b in finding.basis
        ],
        "remedy": rule.remedy.say(lang) if finding.outcome == "fail" else "",
        "fingerprint": finding.fingerprint,
        "series": finding.series,
        "waiver": None
        if waiver is None
        else {
            "reason": waiver.reason,
            "document": waiver.document,
            "approver": waiver.approver,
            "expires": waiver.expires.isoformat(),
            "place": str(waiver.place),
        },
        "followup": [
            {
                "state": s.state,
                "day": s.day and s.day.isoformat(),
                "due": s.due and s.due.isoformat(),
                "person": s.person,
                "note": s.note,
                "papers": s.papers,
                "place": str(s.place),
            }
            for s in finding.followups
        ],
    }


def _source(file: str, fact: UsedFact) -> dict[str, Any]:
    """Return where a figure was read: line and column of a text, or the cell of a workbook."""
    quote = {"quote": fact.quote} if fact.quote else {}
    if isinstance(fact.line, CellLine):
        return {"file": file, "line": None, "column": None, "cell": fact.line.cell, "note": fact.note, **quote}
    return {"file": file, "line": fact.line or None, "column": fact.column or None, "note": fact.note, **quote}


def _fact(file: str, fact: UsedFact, lang: str) -> dict[str, Any]:
    return {
        "path": fact.path,
        "value": fact.value.say(lang),
        "inferred": fact.inferred,
        "derived": fact.derived,
        **({"unconfirmed": True} if fact.unconfirmed else {}),
        "source": _source(file, fact),
    }
