"""Change a rule as text, or begin one in a form: problems where they stand and examples as they come out, while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checker.authoring.examples import Result
from checker.authoring.impact import KINDS as TURNS
from checker.authoring.new import Answers, written_rule
from checker.base.errors import Problem, Text
from checker.engines.outcome import OUTCOME_NAMES
from checker.rulebook.rule import NATURES
from checker.rulebook.shapes import MANIFEST_KEYS
from checker.serve import refusals
from checker.serve.affected import affected
from checker.serve.findings import file_answer
from checker.serve.naming import words_of
from checker.serve.own import LONGEST, NO_ID, Trial, is_id
from checker.serve.refusals import Refused
from checker.serve.web import Desk, done, entered, field, language

PROBLEMS = 60
"""Problems that are told at once."""
ASKED = (
    "id",
    "title",
    "instrument",
    "article",
    "entity",
    "when",
    "require",
    "nature",
    "start",
    "jurisdiction",
    "remedy",
)


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def page(request: Request) -> Response:
        return await run_in_threadpool(_page, desk, request)

    async def new(request: Request) -> Response:
        return await run_in_threadpool(_new, desk, request)

    async def words(request: Request) -> Response:
        return await run_in_threadpool(_words, desk, request)

    async def pack(request: Request) -> Response:
        return await run_in_threadpool(_pack, desk, request)

    def taking(answer: Callable[[Desk, Request, Mapping[str, Any]], Response]) -> Any:
        async def answered(request: Request) -> Response:
            return await run_in_threadpool(answer, desk, request, await entered(request, LONGEST))

        return answered

    return [
        Route("/own/new", new),
        Route("/own/begin", taking(_begin), methods=["POST"]),
        Route("/own/try", taking(_try), methods=["POST"]),
        Route("/own/impact", taking(_impact), methods=["POST"]),
        Route("/own/save", taking(_save), methods=["POST"]),
        Route("/own/words", words),
        Route("/own/pack", pack),
        Route("/own/drop", taking(_drop), methods=["POST"]),
        Route("/rules/{rule}/edit", page),
    ]


def _page(desk: Desk, request: Request) -> Response:
    ident = request.path_params["rule"]
    with desk.judge.lock:
        rule = desk.judge.book.rules.get(ident)
        if rule is None:
            raise Refused(refusals.NOT_FOUND)
        text, known = desk.own.text(ident)
        return desk.page(
            request,
            "rule_edit.html",
            rule=rule,
            ident=ident,
            text=text,
            known=known,
            own=desk.own,
            entity=rule.entity,
        )


def _words(desk: Desk, request: Request) -> Response:
    """Answer with the words that a rule about an entity may use."""
    with desk.judge.lock:
        book = desk.judge.book
        entity = book.vocabulary.entities.get(request.query_params.get("entity", ""))
        if entity is None:
            raise Refused(refusals.NOT_FOUND)
        return JSONResponse({"words": words_of(book, entity, language(request, desk.lang))})


def _new(desk: Desk, request: Request) -> Response:
    with desk.judge.lock:
        entities = [each for each in desk.judge.book.vocabulary.entities.values() if each.id != "operand"]
        return desk.page(
            request,
            "rule_new.html",
            entities=entities,
            natures=[n for n in NATURES if n != "indicator"],
            own=desk.own,
            nature_names=_natures(desk),
        )


def _pack(desk: Desk, request: Request) -> Response:
    """Answer with all rules and parameters of one's own in one file, for `--rules` of others."""
    asked = request.query_params
    given = {key: asked.get(key, "").strip()[:200] for key in MANIFEST_KEYS if key not in ("needs", "parts")}
    with desk.judge.lock:
        name, data = desk.own.packed(given)
    return file_answer(data, name, "application/octet-stream")


def _natures(desk: Desk) -> Mapping[str, Text]:
    known = desk.judge.book.vocabulary.enumerations["nature"]
    return {each: Text(known.name(each, "zh"), known.name(each, "en")) for each in known.values}


def _begin(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    """Write a whole rule from the answers of the form, with examples that test it, as a text to look at: nothing is saved."""
    lang = language(request, desk.lang)
    given: dict[str, Any] = {name: field(data, name).strip() for name in ASKED}
    if not is_id(given["id"]):
        raise Refused(NO_ID)
    if given["nature"] not in NATURES:
        raise Refused(refusals.BODY)
    parameters = tuple(
        (name, value)
        for name, value in [(field(data, "limit_name").strip(), field(data, "limit").strip())]
        if name and value
    )
    given["title"] = given["title"] or given["id"]
    with desk.judge.lock:
        packs = list(desk.judge.packs)
    text, _ = written_rule(Answers(**given, lang=lang, parameters=parameters), packs)
    return done(text=text)


def _told(problem: Problem, own: str) -> dict[str, Any]:
    """Return a problem as the script shows it: its line and column where it stands in the text that is typed."""
    here = problem.place.file == own
    hint = problem.hint or Text("", "")
    return {
        "line": int(problem.place.line) if here else 0,
        "column": problem.place.column if here else 0,
        "width": problem.place.width,
        "where": "" if here else str(problem.place),
        "told": problem.message._asdict(),
        "hint": hint._asdict(),
    }


def _example(result: Result) -> dict[str, Any]:
    place = result.rule.source.place(result.example.node) if result.rule.source is not None else None
    names = {
        **OUTCOME_NAMES,
        "none": Text("没有这个对象", "no such subject"),
        "error": Text("事实读不了", "facts cannot be read"),
        "not_in_force": Text("不在施行期", "not in force"),
    }
    wanted, found = (names.get(each, Text(each, each)) for each in (result.example.outcome, result.outcome))
    told = [each.message._asdict() for each in result.problems]
    told += [
        Text(f"{what.zh}要“{a.zh}”，得到“{b.zh}”", f"{what.en}: wanted {a.en}, came to {b.en}")._asdict()
        for what, a, b in result.unlike
    ]
    return {
        "name": result.example.name,
        "line": place.line if place is not None else 0,
        "wanted": wanted._asdict(),
        "found": found._asdict(),
        "holds": result.holds and not result.problems,
        "told": told,
    }


def _answered(trial: Trial) -> dict[str, Any]:
    return {
        "problems": [_told(each, trial.file) for each in trial.problems[:PROBLEMS]],
        "more": max(0, len(trial.problems) - PROBLEMS),
        "examples": [_example(each) for each in trial.results],
        "ready": trial.ready,
        "entity": trial.rule.entity if trial.rule is not None else "",
    }


def _try(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    with desk.judge.lock:
        return JSONResponse(_answered(desk.own.trial(field(data, "text"), field(data, "ident"))))


def _impact(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    """Answer with what a changed rule would find in the cases at hand, beside what is found now."""
    lang = language(request, desk.lang)
    with desk.judge.lock:
        trial = desk.own.trial(field(data, "text"), field(data, "ident"))
        if trial.book is None or trial.rule is None:
            return JSONResponse(_answered(trial))
    wanted = {trial.rule.id, field(data, "ident")}
    found = affected(desk, trial.book, wanted.__contains__, lang)
    return done(html=desk.part(request, "impact.html", kinds=TURNS, **found._asdict()))


def _save(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    with desk.judge.lock:
        ident = desk.own.save(field(data, "text"), field(data, "ident"), field(data, "known"))
    return done(go=f"/rules/{ident}")


def _drop(desk: Desk, request: Request, data: Mapping[str, Any]) -> Response:
    ident = field(data, "ident")
    with desk.judge.lock:
        desk.own.drop(ident, field(data, "known"))
        there = ident in desk.judge.book.rules
    return done(go=f"/rules/{ident}" if there else "/rules")
