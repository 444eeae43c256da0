"""What people state of findings on the page: follow-up and waivers, each written at the end of its file; what stands there stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.base.errors import Text
from checker.base.files import read_member
from checker.base.values import BadValue, parse_date
from checker.documents.source import Source, read_source
from checker.engines.outcome import Check
from checker.findings.explain import message
from checker.findings.finding import Finding
from checker.records.entries import appended, entry_lines
from checker.records.followup import FOLLOWUP_KEYS, begun, read_followup, unit_of
from checker.records.followup import TOP as FOLLOWED
from checker.records.states import STATES
from checker.records.waiver_list import begun_waivers
from checker.records.waivers import TOP as WAIVED
from checker.records.waivers import WAIVER_KEYS, read_waivers
from checker.rulebook.book import Rulebook
from checker.serve import refusals
from checker.serve.folder import FOLLOWUP, WAIVERS
from checker.serve.judging import Judged
from checker.serve.refusals import Refusal, Refused
from checker.serve.web import Desk, done, entered, field, language, several

NO_FINDING = Refusal(
    "no-finding",
    409,
    Text("这一项问题已经不在了，没有保存", "this is no longer found; nothing was saved"),
    Text("刷新这一页", "load this page anew"),
)
NO_FAIL = Refusal(
    "no-fail",
    422,
    Text("只有“不符合”的可以豁免，无法判定的不能", "only what is not met can be waived, not what cannot be judged"),
    Text("缺资料的，记整改情况，或补上资料", "record follow-up, or provide what is missing"),
)
FOLLOW = ("state", "day", "due", "person", "note", "papers")
WAIVE = ("reason", "document", "approver", "expires")
DAYS = ("due", "day", "expires")


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    async def follow(request: Request) -> Response:
        data = await entered(request)
        given = {name: field(data, name).strip() for name in (*FOLLOW, "version")}
        return await run_in_threadpool(_follow, desk, request, given, several(data, "marks"))

    async def waive(request: Request) -> Response:
        data = await entered(request)
        given = {name: field(data, name).strip() for name in (*WAIVE, "version")}
        return await run_in_threadpool(_waive, desk, request, given, several(data, "marks"))

    return [
        Route("/c/{ident}/followup", follow, methods=["POST"]),
        Route("/c/{ident}/waive", waive, methods=["POST"]),
    ]


def with_mark(judged: Judged, mark: str) -> tuple[Finding, Check]:
    """Return the finding with a fingerprint, and its check; raises Refused where it is not found any more."""
    if judged.report is not None:
        for finding, checked in zip(judged.report.results, judged.report.checks, strict=True):
            if finding.is_finding and finding.fingerprint == mark:
                return finding, checked
    raise Refused(NO_FINDING)


def _follow(desk: Desk, request: Request, given: Mapping[str, str], marks: Sequence[str]) -> Response:
    if given["state"] not in STATES:
        raise Refused(refusals.BODY)
    lang = language(request, desk.lang)
    state = STATES[given["state"]].zh if lang == "zh" else given["state"]
    values = {"state": state, **{name: given[name] for name in FOLLOW[1:]}}

    def lines(checks: Iterable[Check]) -> list[list[str]]:
        return [_entry(checked, values, FOLLOWUP_KEYS, lang) for checked in checks]

    return _written(desk, request, given["version"], marks, FOLLOWUP, FOLLOWED, lines, begun, read_followup)


def _waive(desk: Desk, request: Request, given: Mapping[str, str], marks: Sequence[str]) -> Response:
    lang = language(request, desk.lang)

    def lines(checks: Iterable[Check]) -> list[list[str]]:
        failing = [checked for checked in checks if checked.outcome == "fail"]
        if not failing:
            raise Refused(NO_FAIL)
        return [_entry(checked, {name: given[name] for name in WAIVE}, WAIVER_KEYS, lang) for checked in failing]

    return _written(desk, request, given["version"], marks, WAIVERS, WAIVED, lines, begun_waivers, read_waivers)


def _written(
    desk: Desk,
    request: Request,
    known: str,
    marks: Sequence[str],
    ending: str,
    top: tuple[str, str],
    lines: Callable[[Iterable[Check]], list[list[str]]],
    begin: Callable[[Iterable[Sequence[str]], str], bytes],
    read: Callable[[Source, Rulebook], object],
) -> Response:
    """Write entries at the end of a file; what cannot be read back is told, and not written."""
    entry = desk.folder.entry(request.path_params["ident"])
    with desk.judge.lock:
        judged = desk.judge.judged(entry)
        checks = [with_mark(judged, mark)[1] for mark in dict.fromkeys(marks)]
        if not checks:
            raise Refused(refusals.BODY)
        path = entry.beside(ending)
        if path.is_file():
            old = read_member(path)
            data = appended(read_source(path.name, old), old, top, lines(checks))
        else:
            data = begin(lines(checks), language(request, desk.lang))
        read(read_source(path.name, data), desk.judge.book)
        stands = desk.folder.save(entry, known, {path: data})
    return done(version=stands, reload=True)


def _entry(checked: Check, given: Mapping[str, str], keys: Mapping[str, str], lang: str) -> list[str]:
    """Return the lines of an entry: days are read and written anew, texts are quoted."""
    case = checked.case
    values = {
        "rule": checked.rule.id,
        "unit": unit_of(case),
        "year": str(case.year or ""),
        "subject": checked.subject.id,
        **{name: _day(text) if name in DAYS else text for name, text in given.items() if text},
    }
    colon = "：" if lang == "zh" else ": "
    return entry_lines(values, keys, f"{checked.rule.title.say(lang)}{colon}{message(checked, lang)}", lang)


def _day(text: str) -> str:
    try:
        return parse_date(text).isoformat()
    except BadValue as bad:
        hint = bad.hint or Text("例如 2025-06-30", "such as 2025-06-30")
        raise Refused(Refusal("bad-date", 422, bad.message, hint)) from None
