"""The findings of a case as its report has them, with the sentences of its documents, what became of each, and the downloads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from checker.api import check
from checker.base.errors import InputError, Text
from checker.base.files import read_member
from checker.findings.finding import Finding
from checker.findings.presented import CasePage, Item, Presentation, ProblemShown
from checker.findings.rows import COLUMNS
from checker.records.states import STATES
from checker.reports import Options, render
from checker.reports.pdf import found as office
from checker.serve import refusals
from checker.serve.folder import FOLLOWUP, WAIVERS, Entry, file_name
from checker.serve.judging import Judged
from checker.serve.recording import with_mark
from checker.serve.refusals import Refusal, Refused
from checker.serve.web import Desk, language

if TYPE_CHECKING:
    from checker.serve.shelf import Quote

FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
}
"""The formats that are offered, with their media types."""
ITEMS = 40
"""Items of a problem that are spelled out; the downloads have them all."""
NO_REPORT = Refusal(
    "no-report",
    409,
    Text(
        "案例还读不了，或没有适用的规则，没有报告",
        "the case cannot be read yet, or no rule applies: there is no report",
    ),
    Text("先看案例的问题", "see what is wrong with the case first"),
)


class Group(NamedTuple):
    """A problem with its items as far as they are spelled out, the state that all its findings share, and their fingerprints; of those that fail, which alone can be waived, once more."""

    shown: ProblemShown
    items: tuple[Item, ...]
    more: int
    heads: tuple[str, ...]
    state: str
    marks: tuple[str, ...]
    failing: tuple[str, ...]


def routes(desk: Desk) -> list[Route]:
    """Return the routes of this part."""

    def threaded(answer: Callable[[Desk, Request], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            return await run_in_threadpool(answer, desk, request)

        return answered

    return [
        Route("/c/{ident}", threaded(_first)),
        Route("/c/{ident}/findings", threaded(_page)),
        Route("/c/{ident}/why/{mark}", threaded(_why)),
        Route("/c/{ident}/report.{form}", threaded(_report)),
        Route("/c/{ident}/evidence.zip", threaded(_evidence)),
        Route("/c/{ident}/case", threaded(_case)),
    ]


def _first(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    return RedirectResponse(f"/c/{entry.id}/{'figures' if entry.reading.is_file() else 'findings'}", 303)


def _page(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    with desk.judge.lock:
        if entry.reading.is_file():
            with suppress(InputError):  # the page of figures says what is wrong with the reading or the decisions
                desk.settling.state(entry)
        judged = desk.judge.judged(entry)
        lang = language(request, desk.lang)
        shown = judged.shown(lang)
        page = shown.pages[0] if shown is not None else None
        groups = _groups(shown, page) if shown is not None and page is not None else {}
        return desk.page(
            request,
            "findings.html",
            entry=entry,
            judged=judged,
            version=judged.version,
            shown=shown,
            unit=page,
            groups=groups,
            states=STATES,
            waived=[each for each in judged.report.results if each.outcome == "waived"] if judged.report else [],
            state_of=lambda problem: problem.state.partition("：" if lang == "zh" else ": ")[2],
            today=date.today().isoformat(),
            imported=entry.reading.is_file(),
            pdf=office() is not None,
            tab="findings",
        )


def _groups(shown: Presentation, page: CasePage) -> dict[int, Group]:
    found: dict[int, Group] = {}
    for problem in page.problems:
        heads = tuple(COLUMNS[name].say(shown.lang) for name in problem.columns)
        states = {finding.followups[-1].state if finding.followups else "" for finding in problem.group.findings}
        marks = tuple(finding.fingerprint for finding in problem.group.findings)
        found[problem.no] = Group(
            problem,
            problem.items[:ITEMS],
            max(0, len(problem.items) - ITEMS),
            heads,
            states.pop() if len(states) == 1 else "",
            marks,
            tuple(finding.fingerprint for finding in problem.group.findings if finding.outcome == "fail"),
        )
    return found


def _why(desk: Desk, request: Request) -> Response:
    """Answer with the arithmetic of one finding and the sentences of the documents that it rests on."""
    entry = desk.folder.entry(request.path_params["ident"])
    with desk.judge.lock:
        finding, _ = with_mark(desk.judge.judged(entry), request.path_params["mark"])
        lang = language(request, desk.lang)
        lines = finding.explanation.say(lang)
        told = _quotes(desk, entry, finding)
        return desk.page(request, "why.html", entry=entry, finding=finding, lines=lines, quotes=told)


def _quotes(desk: Desk, entry: Entry, finding: Finding) -> list[Quote]:
    if not entry.reading.is_file():
        return []
    from checker.serve.shelf import quotes

    try:
        papers = desk.shelf.papers(entry)
    except InputError:  # the page of figures says what is wrong with the reading
        return []
    facts = [(fact.note.partition("；")[0], fact.value.zh) for fact in finding.facts]
    return [] if papers is None else quotes(papers, facts)


def _report(desk: Desk, request: Request) -> Response:
    """Answer with the report in one format, as a file to keep."""
    form = request.path_params["form"]
    if form not in FORMS:
        raise Refused(refusals.NOT_FOUND)
    entry = desk.folder.entry(request.path_params["ident"])
    lang = language(request, desk.lang)
    with desk.judge.lock:
        judged = desk.judge.judged(entry)
        if judged.case is None or judged.report is None:
            raise Refused(NO_REPORT)
        report = check(judged.case, desk.judge.book, lang=lang, followups=judged.followups, waivers=judged.waivers)
        content = render(form, report, Options(lang))
    return file_answer(content, f"{_title(judged)}.{form}", FORMS[form])


def _title(judged: Judged) -> str:
    assert judged.case is not None
    return file_name(f"{judged.case.root.values.get('name') or 'checker'}-{judged.case.year or ''}-检查报告")


def _evidence(desk: Desk, request: Request) -> Response:
    """Answer with everything the report was made from, which `checker replay` judges again."""
    from checker.evidence import Inputs, bundle

    entry = desk.folder.entry(request.path_params["ident"])
    lang = language(request, desk.lang)
    with desk.judge.lock:
        judged = desk.judge.judged(entry)
        if judged.case is None or judged.report is None:
            raise Refused(NO_REPORT)
        report = check(judged.case, desk.judge.book, lang=lang, followups=judged.followups, waivers=judged.waivers)
        waivers, followup = (
            tuple((path.name, read_member(path)) for path in [entry.beside(ending)] if path.is_file())
            for ending in (WAIVERS, FOLLOWUP)
        )
        cases = ((entry.name, read_member(entry.path)),)
        inputs = Inputs(tuple(desk.judge.packs), cases, waivers, followup, lang=lang)
        content = bundle(inputs, report)
    return file_answer(content, f"{_title(judged)}.zip", "application/zip")


def _case(desk: Desk, request: Request) -> Response:
    entry = desk.folder.entry(request.path_params["ident"])
    return file_answer(read_member(entry.path), entry.path.name, "application/octet-stream")


def file_answer(content: str | bytes, name: str, kind: str) -> Response:
    """Return a file that the browser keeps and never shows within these pages."""
    data = content.encode() if isinstance(content, str) else content
    ending = name.rpartition(".")[2]
    told = f"attachment; filename=\"report.{ending}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=kind, headers={"content-disposition": told, "content-security-policy": "sandbox"})
