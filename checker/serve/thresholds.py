"""Limits, rates and periods as a table that is filtered and edited, with days and basis; what is changed goes into one's own folder."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.authoring.impact import KINDS
from checker.authoring.thresholds import COLUMNS, as_csv, changes_text, rows
from checker.authoring.thresholds import chosen as parameters_of
from checker.authoring.thresholds_import import Imported, gaps_of, put
from checker.base.errors import InputError, Problem, Text
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, pack_of
from checker.rulebook.rule import Parameter
from checker.rulebook.shapes import PARAMETER_TYPES
from checker.serve import refusals
from checker.serve.affected import affected
from checker.serve.own import LONGEST, PARAMETERS, digest
from checker.serve.refusals import Refusal, Refused
from checker.serve.web import Desk, done, entered, field, language, several

MOST = 200
"""Rows of one parameter."""
EDITED = (
    "value",
    "from",
    "to",
    "stated_for",
    "jurisdiction",
    "levels",
    "unit_kinds",
    "instrument",
    "article",
    "verified",
    "reference",
    "note",
    "en",
)
SHOWN_COLUMNS = ("value", "from", "to", "jurisdiction", "levels", "unit_kinds", "instrument", "article", "verified")
NO_CHANGE = Refusal(
    "no-change",
    422,
    Text("和现在的一样，没有改动", "it says what holds already"),
    Text("改一格再保存", "change a cell first"),
)


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def listed(request: Request) -> Response:
        return await run_in_threadpool(_listed, desk, request)

    async def one(request: Request) -> Response:
        return await run_in_threadpool(_one, desk, request)

    async def tried(request: Request) -> Response:
        return await run_in_threadpool(_tried, desk, request, await entered(request, LONGEST))

    async def save(request: Request) -> Response:
        return await run_in_threadpool(_save, desk, request, await entered(request, LONGEST))

    return [
        Route("/thresholds", listed),
        Route("/thresholds/{parameter}", one),
        Route("/thresholds/{parameter}/try", tried, methods=["POST"]),
        Route("/thresholds/{parameter}/save", save, methods=["POST"]),
    ]


def _listed(desk: Desk, request: Request) -> Response:
    lang = language(request, desk.lang)
    with desk.judge.lock:
        book = desk.judge.book
        found = [(each, list(rows(book, [each], lang)), _used(desk, each)) for each in parameters_of(book, ())]
        own = str(desk.own.root)
        return desk.page(
            request,
            "thresholds.html",
            found=found,
            columns=COLUMNS,
            shown=SHOWN_COLUMNS,
            own=own,
            folder=desk.own,
            types=PARAMETER_TYPES,
        )


def _used(desk: Desk, parameter: Parameter) -> list[tuple[str, Text]]:
    return [(rule.id, rule.title) for rule in desk.uses.of_parameter(parameter.id)]


def _parameter(desk: Desk, request: Request) -> Parameter:
    found = desk.judge.book.parameters.get(request.path_params["parameter"])
    if found is None:
        raise Refused(refusals.NOT_FOUND)
    return found


def _one(desk: Desk, request: Request) -> Response:
    lang = language(request, desk.lang)
    with desk.judge.lock:
        parameter = _parameter(desk, request)
        table = [{key: row.get(key, "") for key in EDITED} for row in rows(desk.judge.book, [parameter], lang)]
        was = _was(desk)
        return desk.page(
            request,
            "threshold.html",
            parameter=parameter,
            table=table,
            columns=COLUMNS,
            edited=EDITED,
            known="" if was is None else digest(was),
            used=_used(desk, parameter),
            folder=desk.own,
            types=PARAMETER_TYPES,
        )


def _path(desk: Desk) -> Path:
    return desk.own.root / PARAMETERS


def _was(desk: Desk) -> bytes | None:
    return _path(desk).read_bytes() if _path(desk).is_file() else None


def _below(desk: Desk) -> list[Pack]:
    """Return all packs without the file of the parameters that are set here."""
    shown, found = str(_path(desk)), []
    for pack in desk.judge.packs:
        parts = tuple(part for part in pack.parts if part.shown != shown)
        if parts:
            found.append(pack._replace(parts=parts))
    return found


def _imported(desk: Desk, request: Request, data: Mapping[str, Any]) -> Imported:
    """Return what the edited rows come to; raises InputError with every cell that is wrong."""
    parameter, lang = _parameter(desk, request), language(request, desk.lang)
    table = [{"id": parameter.id, **row} for row in _rows(several(data, "rows"))]
    was = _was(desk)
    shown = str(_path(desk))
    own = pack_of(shown, [Part("own.yaml", shown, was)]) if was is not None else None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        try:
            path.write_bytes(as_csv(table, lang))
        except UnicodeEncodeError:
            raise Refused(refusals.BODY) from None
        return put(path, _below(desk), own, shown, was, lang)


def _rows(texts: Sequence[str]) -> list[dict[str, str]]:
    found = []
    for text in texts[:MOST]:
        try:
            row = json.loads(text)
        except (ValueError, RecursionError):
            raise Refused(refusals.BODY) from None
        if not isinstance(row, dict) or not all(key in EDITED and isinstance(each, str) for key, each in row.items()):
            raise Refused(refusals.BODY)
        if any(each.strip() for each in row.values()):
            found.append({key: " ".join(each.split()) for key, each in row.items()})
    return found


def _wrong(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return problems by the row they stand in, counted from 0; -1 where none is meant."""
    return [
        {
            "row": each.place.line - 2 if each.place.line else -1,
            "told": each.message._asdict(),
            "hint": (each.hint or Text("", ""))._asdict(),
        }
        for each in problems[:40]
    ]


def _tried(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    """Answer with what would change: values that come and go, gaps, and findings over the cases at hand."""
    lang = language(request, desk.lang)
    with desk.judge.lock:
        try:
            found = _imported(desk, request, data)
        except InputError as error:
            return done(wrong=_wrong(error.problems))
        told = changes_text(found.changes, found.book, lang)
        rules = {each for each, _ in _used(desk, _parameter(desk, request))}
    seen = affected(desk, found.book, rules.__contains__, lang)._asdict() if found.changes else {}
    html = desk.part(request, "threshold_found.html", told=told, gaps=list(gaps_of(found)), kinds=KINDS, **seen)
    return done(html=html, wrong=[])


def _save(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    with desk.judge.lock:
        try:
            found = _imported(desk, request, data)
        except InputError as error:
            return done(wrong=_wrong(error.problems))
        if found.data is None or not found.changes:
            raise Refused(NO_CHANGE)
        part = Part(PARAMETERS, str(_path(desk)), found.data)
        assemble(desk.own.with_part(part))  # as the folder will be read
        desk.own.write(_path(desk), found.data, field(data, "known"))
    return done(go="/thresholds")
