"""The page on which a case is filled in: every field of the vocabulary by one mechanism, judged anew after each change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checker.authoring.case_form import checked, new_case
from checker.authoring.case_parts import KINDS
from checker.base import places
from checker.base.errors import InputError, Text
from checker.base.outputs import write_files
from checker.base.values import UNITS, half_width
from checker.cases.case import HEADINGS
from checker.cases.cells import FALSE_WORDS, TRUE_WORDS
from checker.cases.papers import WHOM
from checker.cases.vocabulary import Entity, Field
from checker.serve import refusals
from checker.serve.folder import Entry
from checker.serve.form_edits import STATES, Change, entity_at, node_at
from checker.serve.form_view import MAIN, Listed, Sheet, View
from checker.serve.forming import Formed, Unfit
from checker.serve.guard import as_data
from checker.serve.refusals import Refusal, Refused
from checker.serve.web import Desk, choices, done, entered, field, language, person, several

MOST = 200
"""Entries of a list that are on the page at once."""
RULES = 12
"""Rules that are named at a field; the rest are counted."""
ACTS = {
    "set": Text("填写", "entered"),
    "source": Text("出处", "source"),
    "mark": Text("标记", "marked"),
    "confirm": Text("确认", "confirmed"),
    "add": Text("增加", "added"),
    "remove": Text("删去", "taken out"),
    "state": Text("是否列全", "whether all are listed"),
    "head": Text("整个案例", "the whole case"),
}


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    def threaded(answer: Callable[[Desk, Request], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            return await run_in_threadpool(answer, desk, request)

        return answered

    def changing(
        change: Callable[[Desk, Request, Mapping[str, Any]], Response],
    ) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            return await run_in_threadpool(change, desk, request, await entered(request))

        return answered

    return [
        Route("/c/{ident}/form", threaded(_page)),
        Route("/c/{ident}/form/part", threaded(_part)),
        Route("/c/{ident}/form/blank", threaded(_blank)),
        Route("/c/{ident}/form/field", threaded(_field)),
        Route("/c/{ident}/form/uses", threaded(_uses)),
        Route("/c/{ident}/form/change", changing(_change), methods=["POST"]),
        Route("/c/{ident}/form/undo", changing(_undo), methods=["POST"]),
        Route("/blank", changing(_begin), methods=["POST"]),
    ]


def _page(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    with desk.judge.lock:
        if entry.reading.is_file():
            with suppress(
                InputError, Refused
            ):  # the page of figures says what is wrong with the reading or the decisions
                desk.settling.state(entry)
        try:
            found = desk.forming.formed(entry)
        except Refused as refused:
            judged = desk.judge.judged(entry)
            unit = judged.head(language(request, desk.lang))
            return desk.page(request, "form_closed.html", refusal=refused.refusal, unit=unit, **_about(entry))
        unit = desk.judge.judged(entry).head(language(request, desk.lang))
        if found.source is None or found.source.root.kind != "map":
            return desk.page(
                request, "form_closed.html", refusal=None, problems=found.problems, unit=unit, **_about(entry)
            )
        view = View(found.source, desk.judge.book.vocabulary, found.problems)
        sheet = view.sheet((), found.source.root, desk.judge.book.vocabulary.root)
        return desk.page(
            request,
            "form.html",
            unit=unit,
            head=view.head(),
            sheet=sheet,
            **_about(entry),
            **_tools(desk, request, found),
            **_side(desk, request, entry, found, view),
        )


def _about(entry: Entry) -> dict[str, Any]:
    return {"entry": entry, "imported": entry.reading.is_file(), "tab": "form"}


def _tools(desk: Desk, request: Request, found: Formed) -> dict[str, Any]:
    """Return what the parts of a form need to be drawn."""
    lang = language(request, desk.lang)
    known = choices(desk.judge.book.vocabulary, lang)
    return {
        "choices": known,
        "refs": lambda shown: _refs(desk, found, shown),
        "kind_of": lambda shown: _kind(known, shown),
        "shape": lambda shown: _shape(desk, shown),
        "list_states": STATES,
        "most": MOST,
        "as_path": lambda path: json.dumps(list(path), ensure_ascii=False),
        "whom": WHOM,
        "ident_of": _ident,
        "word": lambda shown, value: _word(desk, shown, value),
    }


def _ident(path: Sequence[str], name: str) -> str:
    """Return the id that a control has on the page."""
    return "f" + hashlib.sha256(json.dumps([*path, name]).encode()).hexdigest()[:12]


def _word(desk: Desk, shown: Field, value: str) -> str:
    """Return a value as the list of choices has it, whatever name of it the case wrote."""
    known = desk.judge.book.vocabulary.enumerations.get(shown.type)
    if known is not None and value in known.by_name:
        return known.name(known.by_name[value], "zh")
    if shown.type == "flag":
        return "是" if value in TRUE_WORDS else "否" if value in FALSE_WORDS else value
    return value


def _kind(known: Mapping[str, Any], shown: Field) -> str:
    if shown.type == "ref":
        return "ref"
    return "choice" if shown.type in known else "text"


def _shape(desk: Desk, shown: Field) -> Text:
    """Return how a value is written."""
    entity = desk.judge.book.vocabulary.entities.get(shown.ref or "")
    told = {
        "money": Text(
            "金额，如 12.5万元；不写单位的按案例的金额口径",
            "an amount such as 12.5万元; without a unit, in that of the case",
        ),
        "percent": Text("比率，写 %", "a rate, with %"),
        "number": Text(
            f"数{'，单位 ' + shown.unit if shown.unit else ''}", f"a number{' in ' + shown.unit if shown.unit else ''}"
        ),
        "count": Text(
            f"整数{'，单位 ' + shown.unit if shown.unit else ''}",
            f"a whole number{' of ' + shown.unit if shown.unit else ''}",
        ),
        "date": Text("日期，如 2020-06-30", "a day such as 2020-06-30"),
        "year": Text("年度，如 2020", "a year such as 2020"),
        "flag": Text("是或否", "yes or no"),
        "text": Text("文字，照原文写", "a text, as the report has it"),
        "ref": Text(f"{entity.zh if entity else ''}的编号", f"the id of a {entity.name('en') if entity else ''}"),
    }
    return told.get(shown.type, Text("从列出的里面选", "one of those that are listed"))


def _refs(desk: Desk, found: Formed, shown: Field) -> list[tuple[str, str]]:
    """Return the ids of the facts that a field may name, each with what it is called."""
    entity = desk.judge.book.vocabulary.entities.get(shown.ref or "")
    if found.case is None or entity is None:
        return []
    facts = found.case.facts.get(entity.id, [])
    return [(fact.id, found.case.label(fact)) for fact in facts[:1000] if fact.id]


def _side(desk: Desk, request: Request, entry: Entry, found: Formed, view: View | None = None) -> dict[str, Any]:
    """Return the verdict beside the form: what the case comes to now, or what keeps it from being judged."""
    lang = language(request, desk.lang)
    judged = desk.judge.judged(entry)
    shown = judged.shown(lang)
    step = desk.forming.history.last(entry)
    return {
        "version": found.version,
        "judged": judged,
        "shown": shown,
        "page_of": shown.pages[0] if shown is not None else None,
        "step": step,
        "wrong": found.problems,
        "elsewhere": view.left() if view is not None else [],
    }


def _way(request: Request) -> tuple[str, ...]:
    """Return the path that a request names; raises Refused."""
    try:
        path = json.loads(request.query_params.get("path", "[]"))
    except (ValueError, RecursionError):
        raise Refused(refusals.BODY) from None
    if not isinstance(path, list) or not all(isinstance(each, str) for each in path):
        raise Refused(refusals.BODY)
    return tuple(path)


def _read(desk: Desk, request: Request) -> tuple[Entry, Formed]:
    entry = desk.folder.entry(request.path_params["ident"])
    found = desk.forming.formed(entry)
    if found.source is None:
        raise InputError(found.problems)
    return entry, found


def _sheet(desk: Desk, found: Formed, path: Sequence[str]) -> Sheet:
    assert found.source is not None
    vocabulary = desk.judge.book.vocabulary
    node, _ = node_at(found.source, path)
    return View(found.source, vocabulary, found.problems).sheet(
        tuple(path), node, entity_at(found.source, path, vocabulary)
    )


def _part(desk: Desk, request: Request) -> Response:
    """Answer with one fact of the form: its fields and its lists; or with more entries of one list."""
    with desk.judge.lock:
        entry, found = _read(desk, request)
        sheet = _sheet(desk, found, _way(request))
        ident = request.query_params.get("list", "")
        begin = request.query_params.get("from", "0")
        if ident:
            listed = _list_of(sheet, ident)
            first = int(begin) if begin.isascii() and begin.isdigit() and len(begin) < 8 else 0
            return desk.page(
                request,
                "form_list.html",
                sheet=sheet,
                listed=listed,
                first=first,
                entry=entry,
                **_tools(desk, request, found),
            )
        return desk.page(request, "form_part.html", sheet=sheet, entry=entry, **_tools(desk, request, found))


def _list_of(sheet: Sheet, ident: str) -> Listed:
    listed = next((each for each in sheet.lists if each.entity.id == ident), None)
    if listed is None:
        raise Refused(refusals.NOT_FOUND)
    return listed


def _blank(desk: Desk, request: Request) -> Response:
    """Answer with the fields of an entry that is to be added."""
    with desk.judge.lock:
        entry, found = _read(desk, request)
        vocabulary = desk.judge.book.vocabulary
        child = vocabulary.entities.get(request.query_params.get("entity", ""))
        if child is None or child.parent is None:
            raise Refused(refusals.NOT_FOUND)
        fields = [each for each in child.fields.values() if each.written]
        first = [each for each in fields if each.required or each.id in MAIN or each.id in child.key]
        given = {child.key[0]: _free_id(found, child)} if child.key == ("id",) else {}
        return desk.page(
            request,
            "form_blank.html",
            entity=child,
            first=first,
            rest=[each for each in fields if each not in first],
            given=given,
            entry=entry,
            **_tools(desk, request, found),
        )


def _field(desk: Desk, request: Request) -> Response:
    """Answer with a field that a fact does not have yet."""
    with desk.judge.lock:
        entry, found = _read(desk, request)
        assert found.source is not None
        path = _way(request)
        entity = entity_at(found.source, path, desk.judge.book.vocabulary)
        shown = entity.fields.get(request.query_params.get("field", ""))
        if shown is None or not shown.written:
            raise Refused(refusals.NOT_FOUND)
        tools = _tools(desk, request, found)
        return desk.page(request, "form_field_new.html", f=shown, path=path, entity=entity, entry=entry, **tools)


def _free_id(found: Formed, entity: Entity) -> str:
    """Return an id that nothing in the case has."""
    assert found.source is not None
    stem = entity.id.replace("_", "-")
    return next(each for n in range(1, 10**6) if (each := f"{stem}-{n}") not in found.source.text)


def _uses(desk: Desk, request: Request) -> Response:
    """Answer with the rules that rest on a field."""
    lang = language(request, desk.lang)
    with desk.judge.lock:
        rules = desk.uses.of(request.query_params.get("entity", ""), request.query_params.get("field", ""))
        rows = [{"go": f"/rules/{rule.id}", "title": rule.title.say(lang)} for rule in rules[:RULES]]
        return JSONResponse({"rows": rows, "all": len(rules)})


def change_of(data: Mapping[str, Any]) -> Change:
    """Return the change that was sent."""
    rest = {name: each for name, each in data.items() if isinstance(each, str) and name not in ("act", "version")}
    return Change(field(data, "act"), several(data, "path"), rest)


def unfit(error: Unfit) -> Response:
    """Return what is said of a change that would not be readable: each mistake at its field."""
    first = error.problems[0][1]
    told = as_data(Refusal("unfit", 422, first.message, first.hint or Text("", "")))
    at: dict[str, dict[str, str]] = {}
    for name, each in error.problems:
        hint = each.hint or Text("", "")
        said = Text(*(f"{m}{' → ' + h if h else ''}" for m, h in zip(each.message, hint, strict=True)))
        known = at.get(name)
        at[name] = (
            {"zh": said.zh, "en": said.en}
            if known is None
            else {k: f"{known[k]}；{v}" for k, v in said._asdict().items()}
        )
    return JSONResponse({**told, "fields": at}, 422)


def _change(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    change = change_of(data)
    with desk.judge.lock:
        try:
            found = desk.forming.save(
                entry, field(data, "version"), [change], ACTS.get(change.act, Text("", "")), person(request)
            )
        except Unfit as error:
            return unfit(error)
        return _answer(desk, request, entry, found, change, several(data, "owner"))


def _begin(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    """Make a case that is filled in by form alone: its headings, and every part that was chosen still to be filled in."""
    kind, amounts = field(data, "kind"), field(data, "amounts")
    unit = {name: field(data, name).strip() for name in ("name", *HEADINGS)}
    if kind not in KINDS or amounts not in UNITS:
        raise Refused(refusals.BODY)
    at: dict[str, dict[str, str]] = {}
    year = unit["fiscal_year"]
    code, _, wrong = places.read(
        half_width(unit["jurisdiction"]), int(year) if year.isascii() and year.isdigit() else 0
    )
    if wrong is not None:
        at["jurisdiction"] = (wrong[0] if wrong[1] is None else Text(*map(" → ".join, zip(*wrong))))._asdict()  # type: ignore[arg-type]
    with desk.judge.lock:
        vocabulary = desk.judge.book.vocabulary
        for name, text in unit.items():
            try:
                checked(vocabulary, kind, {name: text} if name != "jurisdiction" else {}, several(data, "parts"), ())
            except InputError as error:
                at[name] = error.problems[0].message._asdict()
        if at:
            first = next(iter(at.values()))
            return JSONResponse({"refused": "unfit", "told": first, "hint": {"zh": "", "en": ""}, "fields": at}, 422)
        text = new_case(vocabulary, kind, {**unit, "jurisdiction": code}, several(data, "parts"), amounts)
    path = desk.folder.free_name(f"{unit['name']}-{year}", ".yaml")
    write_files({str(path): text.encode()})
    made = next(entry for entry in desk.folder.entries() if entry.name == path.name)
    return done(go=f"/c/{made.id}/form")


def _undo(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    with desk.judge.lock:
        desk.forming.undo(entry, field(data, "version"))
        return done(reload=True)


def _answer(
    desk: Desk, request: Request, entry: Entry, found: Formed, change: Change, owner: Sequence[str]
) -> Response:
    """Answer with the part of the form that was changed, and the verdict; *owner* is the fact whose list an entry was taken from."""
    tools = _tools(desk, request, found)
    assert found.source is not None
    path = change.path
    told: dict[str, Any] = {}
    if change.act in ("add", "state", "remove"):
        sheet = _sheet(desk, found, owner if change.act == "remove" else path)
        listed = next((each for each in sheet.lists if each.entity.id == change["entity"]), None)
        if listed is not None:
            told["list"] = desk.part(
                request, "form_list.html", sheet=sheet, listed=listed, first=0, entry=entry, **tools
            )
    elif change.act != "head":
        sheet = _sheet(desk, found, path)
        told["fields"] = desk.part(request, "form_fields.html", sheet=sheet, entry=entry, **tools)
        told["title"] = sheet.title
    view = View(found.source, desk.judge.book.vocabulary, found.problems)
    view.sheet((), found.source.root, desk.judge.book.vocabulary.root)
    side = desk.part(request, "form_side.html", entry=entry, **_side(desk, request, entry, found, view))
    return done(version=found.version, side=side, **told)
