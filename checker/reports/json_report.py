"""The report as JSON: a contract, described by its schema; the same input gives the same bytes. A check is a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from checker.base.width import escaped
from checker.findings.document import Told, entry, head
from checker.findings.report import Report
from checker.reports import Options


def render(report: Report, options: Options) -> str:
    """Return the report as JSON text."""
    return "".join(chunks(report, options))


def chunks(report: Report, options: Options) -> Iterator[str]:
    """Yield the report piece by piece: of very many findings nothing is kept."""
    common = Told(options.lang)
    text = json.dumps(head(report, options.lang), ensure_ascii=False, indent=1, default=_plain)
    yield escaped(text.removesuffix("\n}")) + ',\n "checks": ['
    yield from _lines(entry(finding.passing(), common, options.all) for finding in report.results)
    yield '],\n "shared": ['
    yield from _lines(common.take())
    yield "]\n}\n"


def _lines(entries: Any) -> Iterator[str]:
    sign = "\n  "
    for each in entries:
        yield sign + escaped(json.dumps(each, ensure_ascii=False, default=_plain))
        sign = ",\n  "
    if sign.startswith(","):
        yield "\n "


def _plain(value: Any) -> str:
    if isinstance(value, (Decimal, date)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a report")
