"""The page of figures: the document with every number marked, beside it what is to be looked at and the case as it stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.base import places
from checker.base.errors import InputError, Text
from checker.base.values import half_width
from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import UNIT
from checker.intake.decisions import Action, Item
from checker.intake.standing import standing
from checker.serve import pictures, refusals
from checker.serve.case_view import parts
from checker.serve.document_view import boxes, views
from checker.serve.folder import Entry
from checker.serve.refusals import Refused
from checker.serve.settling import NOT_READ, Asked, Settling, State
from checker.serve.web import Desk, choices, done, entered, field, language, person, remember, several

MOST = 400
"""Things to look at that are listed at once; as they are settled the others follow."""
HEADINGS = ("name", "fiscal_year", "jurisdiction", "budget_level", "unit_kind")
ASKED = {
    "name": Text("单位的全称是什么？", "What is the full name of the unit?"),
    "fiscal_year": Text("材料说的是哪个年度？", "Which fiscal year do the documents speak of?"),
    "jurisdiction": Text(
        "单位在哪个县区？写名称就行，例如 望城区", "Which county or district is it in? A name will do"
    ),
    "budget_level": Text("是哪一级的预算单位？", "At which budget level is it?"),
    "unit_kind": Text("单位是什么性质？", "What kind of unit is it?"),
}
"""What is asked for the headings that decide which rules apply."""
ACTIONS: tuple[Action, ...] = get_args(Action)
STATES = {
    "open": Text("待确认", "to confirm"),
    "conflict": Text("不一致", "differ"),
    "confirmed": Text("已确认", "confirmed"),
    "changed": Text("已改", "changed"),
    "aside": Text("已搁置", "set aside"),
    "sure": Text("", ""),
}
KINDS = {
    "conflict": Text("不一致", "Differ"),
    "confirm": Text("待确认", "To confirm"),
    "expected": Text("没找到", "Not found"),
    "unread": Text("没读懂", "Not understood"),
}
"""The filters of what is to be looked at."""
MARKS = {
    "ask": Text("待确认", "to confirm"),
    "bad": Text("不一致", "differ"),
    "unread": Text("没读懂", "not understood"),
    "used": Text("填进案例", "in the case"),
    "claim": Text("自报数、重复的数", "claims, said again"),
    "none": Text("不是本单位的数", "no figures of the unit"),
    "aside": Text("已搁置", "set aside"),
}
"""The classes of numbers in the document."""


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def page(request: Request) -> Response:
        return await run_in_threadpool(_page, desk, request)

    def changing(
        change: Callable[[Settling, Entry, Mapping[str, Any], str], State],
    ) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            data = await entered(request)
            return await run_in_threadpool(_changed, desk, request, data, change)

        return answered

    async def where(request: Request) -> Response:
        text, year = request.query_params.get("text", "")[:60], request.query_params.get("year", "")[:4]
        code, told, wrong = places.read(half_width(text).strip(), int(year) if year.isascii() and year.isdigit() else 0)
        said = told or (wrong[0] if wrong is not None else Text(code, code))
        hint = wrong[1] if wrong is not None and wrong[1] is not None else Text("", "")
        return done(code=code, told=said._asdict(), hint=hint._asdict())

    async def sheet(request: Request) -> Response:
        return await run_in_threadpool(_sheet_of, desk, request)

    return [
        Route("/c/{ident}/figures", page),
        Route("/c/{ident}/sheet/{file:int}/{page:int}.png", sheet),
        Route("/c/{ident}/decide", changing(_decide), methods=["POST"]),
        Route("/c/{ident}/undo", changing(lambda s, e, d, who: s.undo(e, field(d, "version"), who)), methods=["POST"]),
        Route("/c/{ident}/anew", changing(lambda s, e, d, _: s.anew(e, field(d, "version"))), methods=["POST"]),
        Route("/place", where),
    ]


def _page(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    with desk.judge.lock:
        try:
            state = desk.settling.state(entry)
        except InputError as error:
            return desk.page(
                request, "unsettled.html", entry=entry, problems=error.problems, unit=None, imported=True, tab="figures"
            )
        except Refused as refused:
            if refused.refusal is NOT_READ:
                return desk.page(request, "unread.html", entry=entry, unit=None, imported=False, tab="figures")
            raise
        return desk.page(
            request,
            "figures.html",
            imported=True,
            tab="figures",
            views=views(state.papers),
            boxes=boxes(state.papers),
            marks=marks(state),
            mark_names=MARKS,
            kinds_of_file=_file_kinds(),
            choices=choices(desk.judge.book.vocabulary, language(request, desk.lang)),
            addresses=_addresses(state, desk.judge.book.vocabulary),
            **_side(desk, request, entry, state),
        )


def _sheet_of(desk: Desk, request: Request) -> Response:
    """Answer with a page of a PDF as a picture."""
    entry = desk.folder.entry(request.path_params["ident"])
    number, sheet = int(request.path_params["file"]), int(request.path_params["page"])
    with desk.judge.lock:
        papers = desk.shelf.papers(entry)
    documents = papers.reading.documents if papers is not None else ()
    if (
        not 0 < number <= len(documents)
        or documents[number - 1].kind != "pdf"
        or not 0 < sheet <= documents[number - 1].pages
    ):
        raise Refused(refusals.NOT_FOUND)
    known = documents[number - 1]
    data = desk.folder.document(known.sha256, known.size)
    if data is None:
        raise Refused(refusals.NOT_FOUND)
    return Response(pictures.page(data, sheet), media_type="image/png")


def _file_kinds() -> Mapping[str, Text]:
    from checker.intake.summary import KINDS as FILES

    return FILES


def _side(desk: Desk, request: Request, entry: Entry, state: State) -> dict[str, Any]:
    """Return what the side of the page is made of, which is made anew after each decision."""
    judged = desk.judge.judged(entry)
    items = ordered(state)
    pending = state.confirmed.pending
    return {
        "entry": entry,
        "state": state,
        "version": state.version,
        "items": items[:MOST],
        "left": max(0, len(items) - MOST),
        "counts": {
            "conflict": len(pending.conflicts),
            "confirm": len(pending.confirm),
            "expected": len(pending.expected),
            "unread": len(pending.unread),
        },
        "kind_names": KINDS,
        "state_names": STATES,
        "total": len(state.papers.reading.spans),
        "unaccounted": len(pending.unread),
        "parts": list(parts(state, desk.judge.book.vocabulary)),
        "lost": state.confirmed.lost,
        "judged": judged,
        "unit": judged.head(language(request, desk.lang)),
        "undoable": bool(state.decisions.made),
        "field_name": lambda item: desk.judge.book.vocabulary.root.fields[item.field].name(
            language(request, desk.lang)
        ),
        "place_name": _place_name,
        "asked": ASKED,
        "worded": _worded(desk.judge.book.vocabulary, language(request, desk.lang)),
        "parts_type": lambda item: _type(state, desk.judge.book.vocabulary, item),
    }


def _worded(vocabulary: Vocabulary, lang: str) -> Callable[[str, str], str]:
    """Return what gives a value of a list in the language of the page, and any other as it is."""
    known = {type_: dict(each) for type_, each in choices(vocabulary, lang).items()}
    return lambda type_, value: known.get(type_, {}).get(value, value) if lang != "zh" else value


def _place_name(field_: str, value: str) -> str:
    """Return the full name of the place that a code stands for, behind it; nothing for any other field."""
    if field_ != "jurisdiction" or not places.is_code(value):
        return ""
    spans = places.table().get(value[:6], ())
    above = [
        places.table()[up][0].name
        for up in (value[:2] + "0000", value[:4] + "00")
        if up in places.table() and up != value[:6]
    ]
    return " " + "".join((*above, spans[-1].name)) if spans else ""


def _type(state: State, vocabulary: Vocabulary, item: Item) -> str:
    """Return the type of the field that something to look at is about; "" of a figure that nobody understood."""
    if not item.fact:
        return ""
    known = state.made.facts.get(item.fact, UNIT)
    return vocabulary.entities[known.entity].fields[item.field].type


def ordered(state: State) -> list[Item]:
    """Return what is to be looked at: the headings first, then what differs, then the rest as the documents have it."""
    heading = {name: number for number, name in enumerate(HEADINGS)}
    rank = {"conflict": 0, "confirm": 1, "expected": 1, "unread": 2}

    def key(item: Item) -> tuple[int, int]:
        if item.fact == "unit" and item.field in heading:
            return -1, heading[item.field]
        return rank[item.kind], 0

    return sorted(state.confirmed.pending.items, key=key)


def marks(state: State) -> dict[str, str]:
    """Return the class of every number."""
    known = standing(state.papers.reading)
    names = {"used": "used", "stated": "claim", "restated": "claim", "context": "none", "unread": "aside"}
    found = {span: names[status] for span, status in known.of.items()}
    kept = {each.span for proposals in state.made.proposals.values() for each in proposals}
    for (span, _, _), decision in state.fitted.by.items():
        if span and decision.action != "aside":
            found[span] = "used"
        elif span and span not in kept:
            found[span] = "aside"
    pending = state.confirmed.pending
    for item in pending.confirm:
        if item.span:
            found[item.span] = "ask"
    for item in pending.unread:
        found[item.span] = "unread"
    for item in pending.conflicts:
        found |= {each.span: "bad" for each in item.candidates}
    return found


def _addresses(state: State, vocabulary: Vocabulary) -> list[str]:
    """Return the address of every field that an unread figure may be."""
    found = []
    for fact in (
        UNIT,
        *(each for each in state.made.facts.values() if each.entity not in ("unit", "stated_figure", "operand")),
    ):
        for known in vocabulary.entities[fact.entity].fields.values():
            if (
                known.written
                and known.ref is None
                and known.type in ("money", "percent", "number", "count", "date", "year")
            ):
                found.append(state.addresses.of(fact.key, known.id))
    return found


def _decide(settling: Settling, entry: Entry, data: Mapping[str, Any], who: str) -> State:
    """Write one decision, or one about several unread figures at once."""
    action = field(data, "action")
    if action not in ACTIONS:
        raise Refused(refusals.BODY)
    known = next(each for each in ACTIONS if each == action)
    spans = several(data, "spans") or [field(data, "span")]
    address = field(data, "address").strip()
    asked = [
        Asked(known, span, field(data, "fact"), field(data, "field"), field(data, "value"), field(data, "reason"), who)
        for span in spans
    ]
    return settling.decide(entry, field(data, "version"), asked, address)


def _changed(
    desk: Desk,
    request: Request,
    data: Mapping[str, Any],
    change: Callable[[Settling, Entry, Mapping[str, Any], str], State],
) -> Response:
    """Change something and answer with the side of the page as it is then."""
    entry = desk.folder.entry(request.path_params["ident"])
    who = field(data, "who").strip() or person(request)
    with desk.judge.lock:
        state = change(desk.settling, entry, data, who)
        side = desk.part(request, "side.html", who=who, **_side(desk, request, entry, state))
        answer = done(version=state.version, side=side, marks=marks(state))
    if who and who != person(request):
        remember(answer, "checker_who", "".join(sign for sign in who if sign.isprintable())[:60])
    return answer
