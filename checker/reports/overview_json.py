"""The overview of many units as JSON: amounts in fen as whole numbers, titles in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from checker import __version__
from checker.base.width import escaped
from checker.findings.unit_entry import Sum, UnitEntry
from checker.findings.units_overview import Group, Overview
from checker.reports import Options

FORMAT = "checker-overview/1"


def render(view: Overview, options: Options, pages: Mapping[str, str] | None = None) -> str:
    """Return the overview as JSON text; the same runs give the same bytes."""
    made = {
        "format": FORMAT,
        "checker": __version__,
        "rulebook": view.rulebook,
        "baseline": view.baseline or None,
        "settled": view.settled if view.baseline else None,
        "unseen": view.unseen if view.baseline else None,
        "left_out": list(view.left_out),
        "notes": [each._asdict() for each in view.notes],
        "total": _group(view.total),
        "districts": [_group(each) for each in view.districts],
        "kinds": [_group(each) for each in view.kinds],
        "rules": [
            {
                "rule": each.rule,
                "title": each.title._asdict(),
                "units_failed": each.failed,
                "units_open": each.open,
                "outcomes": dict(each.outcomes),
                "own": each.own,
                "amount": each.amount,
                "new": each.new if view.baseline else None,
            }
            for each in view.rules
        ],
        "problems": [
            {
                "problem": each.key,
                "kind": each.kind,
                "title": each.title._asdict(),
                "units": each.units,
                "count": each.count,
                "amount": each.amount,
                "new": each.new if view.baseline else None,
            }
            for each in view.problems
        ],
        "years": [
            {
                "year": each.year,
                "units": each.units,
                "classes": _classes(each.classes),
                "amount": each.amount,
                "spent": each.spent,
                "units_without_spending": each.silent,
            }
            for each in view.years
        ],
        "repeats": [
            {"unit": each.unit.unit, "year": each.unit.year, "rule": each.rule, "years": each.years, "same": each.same}
            for each in view.repeats
        ],
        "unkept": [
            {
                "unit": each.unit,
                "year": each.year,
                "rule": each.rule,
                "subject": each.subject,
                "said": {
                    "year": each.said.year,
                    "state": each.said.state,
                    "day": each.said.day and each.said.day.isoformat(),
                    "due": each.said.due and each.said.due.isoformat(),
                    "person": each.said.person,
                },
            }
            for each in view.unkept
        ],
        "units": [_unit(rank, each, (pages or {}).get(each.key)) for rank, each in enumerate(view.units, 1)],
    }
    return escaped(json.dumps(made, ensure_ascii=False, indent=1)) + "\n"


def _classes(classes: Mapping[str, Sum]) -> dict[str, Any]:
    return {kind: {"count": each.count, "amount": each.amount} for kind, each in classes.items()}


def _group(of: Group) -> dict[str, Any]:
    return {
        "name": of.name._asdict(),
        "units": of.units,
        "cases": of.cases,
        "units_established": of.found,
        "classes": _classes(of.classes),
        "amount": of.amount,
        "spent": of.spent,
        "units_without_spending": of.silent,
        "new": of.new,
    }


def _unit(rank: int, unit: UnitEntry, page: str | None) -> dict[str, Any]:
    return {
        "rank": rank,
        "unit": unit.unit,
        "code": unit.code or None,
        "year": unit.year or None,
        "district": unit.district or None,
        "kind": unit.kind._asdict(),
        "file": unit.file,
        "page": page,
        "classes": _classes(unit.classes),
        "amount": unit.amount,
        "spent": unit.spent,
        "new": unit.new,
        "verdict": unit.verdict._asdict(),
        "problems": [
            {
                "no": each.no,
                "problem": each.key,
                "kind": each.kind,
                "severity": each.severity,
                "title": each.title._asdict(),
                "own": each.own,
                "amount": each.amount,
                "new": each.new if unit.new is not None else None,
            }
            for each in unit.problems
        ],
    }
