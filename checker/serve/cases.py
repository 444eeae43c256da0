"""The list of cases: which there are, and what each comes to."""

from __future__ import annotations

from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.authoring.case_parts import KINDS as KINDS_OF_FORM
from checker.authoring.case_parts import TITLES
from checker.base.errors import Text
from checker.base.values import format_money
from checker.findings.problems import CLASSES
from checker.findings.sections import KIND_NAMES
from checker.serve.folder import Entry
from checker.serve.web import Desk, choices, language


class Line(NamedTuple):
    """A case in the list: what is known of it without judging it."""

    entry: Entry
    imported: bool


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def listed(request: Request) -> Response:
        await run_in_threadpool(desk.survey.look)
        lines = [Line(entry, entry.reading.is_file()) for entry in await run_in_threadpool(desk.folder.entries)]
        with desk.judge.lock:
            lists = choices(desk.judge.book.vocabulary, language(request, desk.lang))
        return desk.page(
            request,
            "cases.html",
            lines=lines,
            folder=str(desk.folder.root),
            choices=lists,
            forms=KINDS_OF_FORM,
            titles=TITLES,
        )

    async def row(request: Request) -> Response:
        return await run_in_threadpool(_row, desk, request)

    return [Route("/", listed), Route("/row/{ident}", row)]


def _row(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    unit = desk.survey.of(entry)
    if unit is None:
        return Response(status_code=202)  # ask again
    lang = language(request, desk.lang)
    found = [(KIND_NAMES[name], unit.classes[name]) for name in CLASSES if unit.classes.get(name)]
    amount = format_money(unit.amount, "万元", lang=lang) if unit.amount else ""
    problem = Text(*unit.problem)
    return desk.page(
        request,
        "row.html",
        entry=entry,
        unit=unit,
        found=found,
        amount=amount,
        problem=problem,
        imported=entry.reading.is_file(),
    )
