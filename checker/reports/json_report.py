"""The report as JSON: a contract, described by its schema; the same input gives the same bytes."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from checker.base.width import escaped
from checker.findings.document import document
from checker.findings.report import Report
from checker.reports import Options


def render(report: Report, options: Options) -> str:
    """Return the report as JSON text."""
    data = document(report, options.lang, options.all)
    return escaped(json.dumps(data, ensure_ascii=False, indent=1, default=_plain)) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, (Decimal, date)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a report")
