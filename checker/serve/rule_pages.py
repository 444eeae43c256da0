"""The rules in a browser: all of them by topic and article, one with its examples and with what it came to over the cases at hand."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checker.api import check
from checker.authoring.pages import rule_page
from checker.base.errors import InputError
from checker.engines.outcome import OUTCOME_NAMES, Waiver
from checker.rulebook.loader import assemble
from checker.rulebook.rule import Rule, nature_said
from checker.serve import refusals
from checker.serve.pages_html import rendered
from checker.serve.refusals import Refused
from checker.serve.web import Desk, language

SHOWN = ("fail", "undetermined", "waived", "pass")
"""The outcomes that are counted over the cases at hand."""
MOST = 60
"""Cases that a rule is looked up in."""


class Line(NamedTuple):
    """One rule in the list."""

    rule: Rule
    nature: str
    articles: tuple[str, ...]
    own: bool


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def listed(request: Request) -> Response:
        return await run_in_threadpool(_listed, desk, request)

    async def one(request: Request) -> Response:
        return await run_in_threadpool(_one, desk, request)

    async def outcomes(request: Request) -> Response:
        return await run_in_threadpool(_outcomes, desk, request)

    return [
        Route("/rules", listed),
        Route("/rules/{rule}", one),
        Route("/rules/{rule}/outcomes", outcomes),
    ]


def _listed(desk: Desk, request: Request) -> Response:
    lang = language(request, desk.lang)
    with desk.judge.lock:
        rules = desk.judge.book.rules.values()
        lines = [
            Line(
                rule,
                nature_said(rule, lang),
                tuple(dict.fromkeys(each.say(lang) for each in rule.basis)),
                desk.own.is_own(rule),
            )
            for rule in rules
        ]
        topics: dict[str, list[Line]] = {}
        for line in sorted(lines, key=lambda line: (line.rule.category, line.rule.id)):
            topics.setdefault(line.rule.category or "—", []).append(line)
        return desk.page(
            request,
            "rules.html",
            topics=topics,
            total=len(lines),
            own_rules=sum(line.own for line in lines),
            own_root=str(desk.own.root),
            has_own=desk.own.has_parts,
            manifest=desk.own.manifest(),
        )


def _rule(desk: Desk, request: Request) -> Rule:
    found = desk.judge.book.rules.get(request.path_params["rule"])
    if found is None:
        raise Refused(refusals.NOT_FOUND)
    return found


def _one(desk: Desk, request: Request) -> Response:
    with desk.judge.lock:
        rule = _rule(desk, request)
        whole = assemble(desk.judge.packs, examples={rule.file})  # of all others the examples are not read
        content = rendered(rule_page(whole, whole.rules[rule.id], language(request, desk.lang)))
        return desk.page(request, "rule.html", rule=rule, content=content, own=desk.own.is_own(rule))


def _outcomes(desk: Desk, request: Request) -> Response:
    """Answer with what a rule came to over the cases at hand, a row a case in which it was asked."""
    lang = language(request, desk.lang)
    rows = []
    entries = desk.folder.entries()
    for entry in entries[:MOST]:
        with desk.judge.lock:  # a page may be answered between two cases
            rule = _rule(desk, request)
            case, waivers = desk.judge.case(entry), tuple[Waiver, ...]()
            if case is None:
                continue
            with suppress(InputError):  # the page of findings says what is wrong with them
                waivers = desk.judge.waivers(entry)
            desk.judge.book.forget(desk.judge.plans)
            report = check(case, desk.judge.book, selected={rule.id}.__contains__, waivers=waivers)
            counts: Mapping[str, int] = report.ledger.by_rule.get(rule.id, {})
            told = [f"{OUTCOME_NAMES[name].say(lang)} {counts[name]}" for name in SHOWN if counts.get(name)]
            if told:
                title = f"{case.unit} {case.year or ''}".strip()
                rows.append({"go": f"/c/{entry.id}/findings", "title": title, "told": told})
    return JSONResponse({"rows": rows, "cases": min(len(entries), MOST), "all": len(entries)})
