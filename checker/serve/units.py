"""All units of the folder: a ranking with totals by district and rule, which fills while units are still being judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from checker.base import places
from checker.base.errors import Text
from checker.base.values import format_money
from checker.base.width import visible
from checker.engines.outcome import OUTCOME_NAMES
from checker.findings.problems import CLASSES
from checker.findings.sections import KIND_NAMES
from checker.records.comparison import KINDS, Change, Run, Seen, compare, read_run
from checker.reports import Options, render
from checker.serve.folder import version
from checker.serve.survey import Unit, by_year, unit_of
from checker.serve.web import Desk, language

UNASKED = "unasked"
TOLD = ("new", "worse", "changed", "open", "settled", "waived", "unseen", UNASKED)
"""What is told of the year before; what stays as it was is not."""
NAMES = {**KINDS, UNASKED: Text("上年还没有这条规范的检查", "Of norms that were not asked of the year before")}


class Turn(NamedTuple):
    """What became of a check: its rule and subject, and what it came to in either year."""

    rule: str
    title: str
    subject: str
    before: str
    after: str


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def page(request: Request) -> Response:
        await run_in_threadpool(desk.survey.start)
        return desk.page(request, "units.html", classes=[(name, KIND_NAMES[name]) for name in CLASSES])

    async def data(request: Request) -> Response:
        return await run_in_threadpool(_data, desk, request)

    async def unit(request: Request) -> Response:
        return await run_in_threadpool(_unit, desk, request)

    return [Route("/units", page), Route("/units/data", data), Route("/units/{ident}", unit)]


def _data(desk: Desk, request: Request) -> Response:
    """Answer with every unit that is known by now, of one year or all, and the totals of them: without a year, of the newest."""
    lang = language(request, desk.lang)
    known, total, working = desk.survey.known()
    years = sorted({unit.year for unit in known if unit.year}, reverse=True)
    asked = request.query_params.get("year", "")
    year = 0 if asked == "all" else int(asked) if asked in map(str, years) else years[0] if years else 0
    units = [unit for unit in known if not year or unit.year in (0, year)]
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
    histories = by_year(known)
    return JSONResponse(
        {
            "rows": [_row(unit, lang, _new(unit, histories)) for unit in units],
            "twice": _twice(units),
            "years": years,
            "year": year,
            "known": len(known),
            "total": total,
            "working": working,
            "rules": by_rule,
            "areas": by_area,
        }
    )


def _twice(units: Sequence[Unit]) -> list[str]:
    """Return the units that have several cases of one year, whose figures stand in the totals more than once."""
    found = Counter((unit.who, unit.year) for unit in units if unit.year)
    return sorted(f"{visible(who[0])} {year}" for (who, year), many in found.items() if many > 1)


def _unit(desk: Desk, request: Request) -> Response:
    """Answer with one unit: its years, and what became of its findings since the year before the newest."""
    lang = language(request, desk.lang)
    entry = desk.folder.entry(request.path_params["ident"])
    own = next((each for each in desk.survey.known()[0] if each.id == entry.id), None)
    with desk.judge.lock:
        own = own or unit_of(desk.judge, entry, version(entry))
        if own.problem[0]:
            return RedirectResponse(f"/c/{entry.id}/findings", 303)  # which says what is wrong with it
        known = [each for each in desk.survey.known()[0] if each.who == own.who and each.year] or [own]
        histories = by_year(known)
        years = sorted(known, key=lambda each: (-each.year, each.name))
        newest = histories.get(own.who, {}).get(years[0].year)
        before = histories.get(own.who, {}).get(years[0].year - 1)
        turns: list[tuple[str, list[Turn]]] = []
        if newest is not None and before is not None:
            old, new = (_run(desk, each, lang) for each in (before, newest))
            turns = _turns(old, new, lang) if old is not None and new is not None else []
        return desk.page(
            request,
            "unit.html",
            unit=own,
            area=_area(own.place[:6]),
            years=[(each, _money(each.amount, lang), _new(each, histories)) for each in years],
            classes=[(name, KIND_NAMES[name]) for name in CLASSES],
            turns=turns,
            compared=(before.year, newest.year) if before is not None and newest is not None else None,
            kinds=NAMES,
            twice=_twice(known),
        )


def _run(desk: Desk, unit: Unit, lang: str) -> Run | None:
    """Return the report on one year as two reports are compared; None where the case cannot be read any more."""
    report = desk.judge.judged(desk.folder.entry(unit.id), keep=False).report
    return None if report is None else read_run(unit.name, str(render("json", report, Options(lang))).encode())


def _turns(old: Run, new: Run, lang: str) -> list[tuple[str, list[Turn]]]:
    """Return the changes by kind; what a rule finds that was not asked of the year before is no change of the unit, and stands last."""
    asked = {each.rule for each in old.checks}
    found: dict[str, list[Turn]] = {kind: [] for kind in TOLD}
    for change in compare(old, new, "year").changes:
        kind = UNASKED if change.kind == "new" and change.shown.rule not in asked else change.kind
        if kind in found:
            found[kind].append(_turn(change, lang))
    return [(kind, turns) for kind, turns in found.items() if turns or kind == "new"]


def _turn(change: Change, lang: str) -> Turn:
    shown = change.shown
    sides = ["—" if each is None else _side(each, lang) for each in (change.before, change.after)]
    return Turn(shown.rule, shown.title, "" if shown.subject == shown.unit else shown.subject, *sides)


def _side(seen: Seen, lang: str) -> str:
    money = format_money(seen.amount, lang=lang) if seen.amount else ""
    return f"{OUTCOME_NAMES[seen.outcome].say(lang)} {money}".strip()


def _new(unit: Unit, years: Mapping[tuple[str, str], Mapping[int, Unit]]) -> int:
    """Return how many checks are not met since the year before; -1 where that year is not here."""
    own = years.get(unit.who, {})
    if own.get(unit.year) is not unit or unit.year - 1 not in own:
        return -1
    return unit.since(own[unit.year - 1])


def _row(unit: Unit, lang: str, new: int) -> list[Any]:
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
        new,
    ]


def _money(fen: int, lang: str) -> str:
    return format_money(fen, "万元", lang=lang) if fen else ""


def _area(code: str) -> str:
    known = places.table().get(code, ())
    return known[-1].name if known else code
