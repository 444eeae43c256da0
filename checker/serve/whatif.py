"""What if a figure or a parameter were another: the findings before and after, and nothing of it saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.api import check
from checker.authoring.impact import KINDS, Change, compared, with_settings
from checker.authoring.thresholds import value_text
from checker.base.errors import InputError, Text
from checker.base.values import format_money
from checker.cases.reader import read_case
from checker.cases.vocabulary import Entity
from checker.engines.outcome import Check, outcome_name
from checker.findings.explain import message
from checker.rulebook.rule import Parameter
from checker.serve import refusals
from checker.serve.form_edits import Change as Edit
from checker.serve.form_pages import unfit
from checker.serve.form_view import Sheet, View
from checker.serve.forming import Formed, Unfit
from checker.serve.judging import Judged
from checker.serve.refusals import Refusal, Refused
from checker.serve.web import Desk, done, entered, language, several

FACTS = 3000
"""Facts of a case that can be chosen from."""
MOST = 60
"""Assumptions at once: each is put into the text of the case."""
SHOWN = 200
"""Checks that differ and are spelled out."""
NOTHING = Refusal(
    "nothing-assumed",
    422,
    Text("还没有假设", "nothing is assumed yet"),
    Text("选一个数或一个限额，写上假设的值", "choose a figure or a parameter and enter a value"),
)


class Turn(NamedTuple):
    """A check that comes to something else: of which kind the change is, whose it is and what is checked, and how it was and would be."""

    kind: str
    unit: str
    rule: str
    title: str
    subject: str
    before: str
    after: str
    message: str


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def page(request: Request) -> Response:
        return await run_in_threadpool(_page, desk, request)

    async def judged(request: Request) -> Response:
        return await run_in_threadpool(_assumed, desk, request, await entered(request))

    return [Route("/c/{ident}/whatif", page), Route("/c/{ident}/whatif/judge", judged, methods=["POST"])]


def _page(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    lang = language(request, desk.lang)
    with desk.judge.lock:
        about: dict[str, Any] = {"entry": entry, "imported": entry.reading.is_file(), "tab": "whatif"}
        judged = desk.judge.judged(entry)
        unit = judged.head(lang)
        if judged.report is None or entry.path.suffix.lower() == ".xlsx":
            return desk.page(request, "whatif.html", ready=False, judged=judged, unit=unit, **about)
        found = desk.forming.formed(entry)
        return desk.page(
            request,
            "whatif.html",
            ready=True,
            judged=judged,
            unit=unit,
            facts=_facts(desk, found),
            fields={each.id: _fields(each, lang) for each in desk.judge.book.vocabulary.entities.values()},
            parameters=_parameters(desk, judged, lang),
            wanted=[request.query_params.get("path", "")[:2000], request.query_params.get("field", "")[:80]],
            **about,
        )


def _fields(entity: Entity, lang: str) -> list[list[str]]:
    return [[each.id, each.name(lang)] for each in entity.fields.values() if each.written]


def _facts(desk: Desk, found: Formed) -> list[list[Any]]:
    """Return the facts of a case: where each stands, what it is called, its kind, and its values by field."""
    assert found.source is not None
    vocabulary = desk.judge.book.vocabulary
    root = View(found.source, vocabulary, ()).sheet((), found.source.root, vocabulary.root)
    rows: list[list[Any]] = []

    def walk(sheet: Sheet, above: str) -> None:
        if len(rows) >= FACTS:
            return
        title = sheet.title or sheet.entity.zh
        name = title if not above else f"{above} / {title}"
        values = {each.field.id: each.value for each in sheet.fields}
        rows.append([json.dumps(list(sheet.path), ensure_ascii=False), name, sheet.entity.id, values])
        for listed in sheet.lists:
            for each in listed.sheets:
                walk(each, f"{above} / {title}" if above else listed.entity.zh if sheet is root else title)

    walk(root, "")
    return rows


def _parameters(desk: Desk, judged: Judged, lang: str) -> list[list[str]]:
    """Return the parameters on which the rules of this case rest, each with the values it has."""
    assert judged.report is not None and judged.case is not None
    book = desk.judge.book
    read = {name for rule in book.plan(judged.case).rules for name in rule.parameters_read(book.definitions)}
    return [
        [each.id, each.zh if lang == "zh" else each.id.replace("_", " "), _said(desk, each, lang)]
        for name in sorted(read)
        if (each := book.parameters[name])
    ]


def _said(desk: Desk, parameter: Parameter, lang: str) -> str:
    return "\n".join(value_text(each, desk.judge.book, lang) for each in parameter.values[:12])


def _assumed(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    """Judge the case with what is assumed, beside what stands, and answer with what differs."""
    entry = desk.folder.entry(request.path_params["ident"])
    lang = language(request, desk.lang)
    edits = [
        Edit("set", _path(path), {"field": name, "value": value})
        for path, name, value in zip(*(several(data, each) for each in ("paths", "fields", "values")))
    ]
    settings = [f"{name}={value}" for name, value in zip(several(data, "parameters"), several(data, "amounts"))]
    if not edits and not settings:
        raise Refused(NOTHING)
    if len(edits) + len(settings) > MOST:
        raise Refused(refusals.LONG)
    with desk.judge.lock:
        found = desk.forming.formed(entry)
        judged = desk.judge.judged(entry)
        if judged.case is None or found.source is None:
            raise InputError(found.problems)
        try:
            source = desk.forming.changed(found, edits)
        except Unfit as error:
            return unfit(error)
        book = with_settings(desk.judge.book, settings) if settings else desk.judge.book
        case = read_case(source, book.vocabulary)
        old = check(judged.case, desk.judge.book, lang=lang, waivers=judged.waivers, followups=judged.followups)
        new = check(case, book, lang=lang, waivers=judged.waivers, followups=judged.followups)
        impact = compared(old, new)
        html = desk.part(
            request,
            "whatif_found.html",
            turns=[turn(each, lang) for each in impact.changes[:SHOWN]],
            more=max(0, len(impact.changes) - SHOWN),
            same=impact.same,
            kinds=KINDS,
            verdicts=[report.cases[0].headline.say(lang) if report.cases else "" for report in (old, new)],
        )
    return done(html=html)


def _path(text: str) -> list[str]:
    try:
        path = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(refusals.BODY) from None
    if not isinstance(path, list) or not all(isinstance(each, str) for each in path):
        raise Refused(refusals.BODY)
    return path


def turn(change: Change, lang: str) -> Turn:
    """Return a change as it is shown."""
    checked = change.check
    told = message(checked, lang) if change.after is not None else ""
    return Turn(
        change.kind,
        f"{checked.case.unit} {checked.case.year or ''}".strip(),
        checked.rule.id,
        checked.rule.title.say(lang),
        checked.case.label(checked.subject),
        _come_to(change.before, lang),
        _come_to(change.after, lang),
        told,
    )


def _come_to(checked: Check | None, lang: str) -> str:
    if checked is None:
        return "没有检查" if lang == "zh" else "not checked"
    money = format_money(checked.amount, lang=lang) if checked.amount else ""
    return f"{outcome_name(checked, lang)} {money}".strip()
