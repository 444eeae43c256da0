"""The application: which page answers which address, inside the guard."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route, Router

from checker.base.errors import LANGUAGES, InputError
from checker.serve import cases, findings, form_pages, recording, refusals, rule_pages, units
from checker.serve.folder import Folder
from checker.serve.guard import Activity, App, Guard, Keys, Receive, Scope, Send
from checker.serve.judging import Judge
from checker.serve.refusals import Refused, of_input
from checker.serve.web import Desk, done, entered, field, remember

TOLD = "checker.told"
"""Set in the scope of a request whose error the terminal was told."""
LATER = (("figures",), ("whatif",), ("taking",), ("rule_edit", "thresholds"))
"""The pages of documents, of assumptions, what reads new documents, and the pages of those who write rules."""
Answer = Callable[[Request], Awaitable[Response]]
STATIC = {
    "app.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "complete.js": "text/javascript; charset=utf-8",
    "figures.js": "text/javascript; charset=utf-8",
    "form.js": "text/javascript; charset=utf-8",
    "rules.js": "text/javascript; charset=utf-8",
    "thresholds.js": "text/javascript; charset=utf-8",
    "units.js": "text/javascript; charset=utf-8",
    "whatif.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def application(
    folder: Path, rules: Sequence[str], lang: str, keys: Keys, activity: Activity, stop: Callable[[], None]
) -> App:
    """Return the guarded application over the cases of a folder."""
    desk = Desk(Folder(folder), Judge(rules), lang, keys, activity, stop)
    routes = [
        Route("/start", _start(desk)),
        Route("/login", _login(desk), methods=["GET", "POST"]),
        Route("/static/{name}", _static),
        Route("/favicon.ico", _no_icon),
        Route("/lang/{lang}", _lang(desk)),
        Route("/who", _who(desk), methods=["POST"]),
        Route("/stop", _stop(desk), methods=["POST"]),
        *cases.routes(desk),
        *findings.routes(desk),
        *form_pages.routes(desk),
        *recording.routes(desk),
        *rule_pages.routes(desk),
        *units.routes(desk),
    ]

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)
        return desk.refused(request, error.refusal)

    async def unusable(request: Request, error: Exception) -> Response:
        assert isinstance(error, InputError)
        return desk.refused(request, of_input(error))

    async def missing(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return desk.refused(request, refusals.METHOD if error.status_code == 405 else refusals.NOT_FOUND)

    async def broken(request: Request, error: Exception) -> Response:
        request.scope[TOLD] = True
        _tell(error)
        return desk.refused(request, refusals.BROKEN)

    handlers = {Refused: refused, InputError: unusable, HTTPException: missing, Exception: broken}
    app = Starlette(routes=routes, exception_handlers=handlers)
    for names in reversed(LATER):
        app.router.default = _later(desk, names, app.router.default)
    return Guard(_quiet(app), keys, activity)


def _later(desk: Desk, names: Sequence[str], otherwise: App) -> App:
    """Return pages whose modules are imported when an address is asked for that no other page has: they take a tenth of the memory."""
    made: list[App] = []

    async def later(scope: Scope, receive: Receive, send: Send) -> None:
        if not made:
            parts = [import_module(f"checker.serve.{name}") for name in names]
            made.append(Router([route for part in parts for route in part.routes(desk)], default=otherwise))
        await made[0](scope, receive, send)

    return later


def _quiet(app: App) -> App:
    """Tell an error that broke off an answer, and keep one that was told from being told again: Starlette raises both."""

    async def quiet(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except Exception as error:
            if TOLD not in scope:
                _tell(error)

    return quiet


def _tell(error: Exception) -> None:
    """Say on the terminal where the program failed: the place, never what stood there, which may be a figure."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    print(f"{type(error).__name__}: {Path(where.filename).name}:{where.lineno}", file=sys.stderr)


def _start(desk: Desk) -> Answer:
    async def start(request: Request) -> Response:
        response = RedirectResponse("/", 303)
        desk.keys.use(request.query_params.get("token", ""))
        response.headers["set-cookie"] = desk.keys.set_cookie()
        return response

    return start


def _login(desk: Desk) -> Answer:
    async def login(request: Request) -> Response:
        if not desk.keys.password:
            raise Refused(refusals.NOT_FOUND)
        if request.method == "GET":
            return desk.page(request, "login.html", page_token="")
        desk.keys.enter(field(await entered(request), "password"))
        response = done(go="/")
        response.headers["set-cookie"] = desk.keys.set_cookie()
        return response

    return login


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise Refused(refusals.NOT_FOUND)
    return FileResponse(Path(__file__).parent / "static" / name, media_type=STATIC[name])


async def _no_icon(request: Request) -> Response:
    return Response(status_code=204)  # asked for by browsers that show no SVG


def _lang(desk: Desk) -> Answer:
    async def lang(request: Request) -> Response:
        chosen, back = request.path_params["lang"], request.query_params.get("back", "/")
        if chosen not in LANGUAGES:
            raise Refused(refusals.NOT_FOUND)
        safe = back if back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() else "/"
        response = RedirectResponse(safe, 303)
        remember(response, "checker_lang", chosen)
        return response

    return lang


def _who(desk: Desk) -> Answer:
    async def who(request: Request) -> Response:
        response = done()
        name = field(await entered(request), "who").strip()[:60]
        remember(response, "checker_who", "".join(sign for sign in name if sign.isprintable()))
        return response

    return who


def _stop(desk: Desk) -> Answer:
    async def stop(request: Request) -> Response:
        await entered(request)
        await run_in_threadpool(desk.stop)
        return done()

    return stop
