"""All units of the folder: a ranking with totals by district and rule, which fills while units are still being judged."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checker.base import places
from checker.base.values import format_money
from checker.base.width import visible
from checker.findings.problems import CLASSES
from checker.findings.sections import KIND_NAMES
from checker.serve.survey import Unit
from checker.serve.web import Desk, language


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def page(request: Request) -> Response:
        await run_in_threadpool(desk.survey.start)
        return desk.page(request, "units.html", classes=[(name, KIND_NAMES[name]) for name in CLASSES])

    async def data(request: Request) -> Response:
        return await run_in_threadpool(_data, desk, request)

    return [Route("/units", page), Route("/units/data", data)]


def _data(desk: Desk, request: Request) -> Response:
    """Answer with every unit that is known by now, and the totals of them."""
    lang = language(request, desk.lang)
    units, total, working = desk.survey.known()
    rules = Counter[str]()
    areas: dict[str, list[int]] = {}
    for unit in units:
        rules.update(unit.rules)
        sums = areas.setdefault(unit.place[:6], [0, 0, 0])
        sums[0] += 1
        sums[1] += sum(unit.classes.values())
        sums[2] += unit.amount
    with desk.judge.lock:
        book = desk.judge.book.rules
        by_rule = [[rule, book[rule].title.say(lang), count] for rule, count in rules.most_common(40) if rule in book]
    by_area = [
        [code, _area(code), *sums[:2], _money(sums[2], lang), str(sums[2])] for code, sums in sorted(areas.items())
    ]
    return JSONResponse(
        {
            "rows": [_row(unit, lang) for unit in units],
            "total": total,
            "working": working,
            "rules": by_rule,
            "areas": by_area,
        }
    )


def _row(unit: Unit, lang: str) -> list[Any]:
    """Return a unit as the script lists it; money is a text, in fen to sort by and as printed."""
    return [
        unit.id,
        visible(unit.unit),
        visible(unit.name),
        unit.year,
        unit.place[:6],
        _area(unit.place[:6]),
        [unit.classes.get(name, 0) for name in CLASSES],
        str(unit.amount),
        _money(unit.amount, lang),
        unit.met,
        visible(unit.problem[lang != "zh"]),
    ]


def _money(fen: int, lang: str) -> str:
    return format_money(fen, "万元", lang=lang) if fen else ""


def _area(code: str) -> str:
    known = places.table().get(code, ())
    return known[-1].name if known else code
