"""Stands before every page: only this machine, only its own pages, only who came by the start link (or knows the password).

Checks follow one another from the outside in: the Host, the path, where the request comes from, the session, the token of the
page, the size of what is sent. What fails one reaches no other code.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from html import escape
from http.cookies import CookieError, SimpleCookie
from typing import Any

from checker.serve import refusals
from checker.serve.refusals import Refusal, Refused

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

READING = ("GET", "HEAD")
CHANGING = ("POST", "PUT")
UPLOAD = 50 * 1024 * 1024
"""Bytes of one file."""
ENTERED = 1024 * 1024
"""Bytes of everything else that is sent."""
HEADER = b"x-checker"
"""The header in which a page hands its token back; a form of another site cannot set one."""
OPEN_PATHS = ("/start", "/login", "/static/")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
TRIES, PAUSE = 5, 60
"""Wrong passwords after which nobody is let in for so many seconds."""


@dataclass
class Keys:
    """The secrets of one start: the token of the start link, which works once, and those of the session and its pages."""

    port: int
    hosts: tuple[str, ...]
    password: str = ""
    start: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    page: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    wrong: list[float] = field(default_factory=list)

    @property
    def cookie(self) -> str:
        """The name of the cookie: browsers share cookies among the ports of a machine."""
        return f"checker_{self.port}"

    def use(self, token: str) -> None:
        """Take the token of the start link; it works once. Raises Refused."""
        if not self.start or not _equal(token, self.start):
            raise Refused(refusals.TOKEN)
        self.start = ""

    def enter(self, password: str) -> None:
        """Take a password; raises Refused for a wrong one, and for any while too many were wrong."""
        now = time.monotonic()
        self.wrong = [each for each in self.wrong if now - each < PAUSE]
        if len(self.wrong) >= TRIES:
            raise Refused(refusals.WAIT)
        if not self.password or not _equal(password, self.password):
            self.wrong.append(now)
            raise Refused(refusals.PASSWORD)
        self.wrong.clear()

    def set_cookie(self) -> str:
        """Return the header that gives a browser the session."""
        return f"{self.cookie}={self.session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200"


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(
        *(hashlib.sha256(each.encode("utf-8", "surrogatepass")).digest() for each in (one, other))
    )


class Activity:
    """When somebody last asked for something, and how many requests are being answered."""

    def __init__(self) -> None:
        self.last = time.monotonic()
        self.now = 0

    def idle(self) -> float:
        """Return the seconds since the last request; 0 while one is being answered."""
        return 0.0 if self.now else time.monotonic() - self.last


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: App, keys: Keys, activity: Activity) -> None:
        self.app = app
        self.keys = keys
        self.activity = activity

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no web sockets here
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await _tell(refusal, scope, send)
            return
        most = UPLOAD if scope["method"] == "PUT" else ENTERED
        too_large = refusals.TOO_LARGE if scope["method"] == "PUT" else refusals.LONG
        declared = _header(scope, b"content-length")
        if declared and (not declared.isascii() or not declared.isdigit() or int(declared[:19]) > most):
            await _tell(too_large, scope, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > most:
                raise Refused(too_large)
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message.get("headers", ())}
                message["headers"] = [*message.get("headers", ()), *(each for each in HEADERS if each[0] not in own)]
            await send(message)

        self.activity.now += 1
        try:
            await self.app(scope, counted, guarded)
        finally:
            self.activity.now -= 1
            self.activity.last = time.monotonic()

    def _refusal(self, scope: Scope) -> Refusal | None:
        """Return why a request is not answered, or nothing."""
        keys, method, path = self.keys, scope["method"], scope["path"]
        if len(_every(scope, b"host")) != 1 or _header(scope, b"host") not in keys.hosts:
            return refusals.HOST
        if method not in (*READING, *CHANGING):
            return refusals.METHOD
        if any(ord(sign) < 32 or sign == "\\" for sign in path) or ".." in path.split("/"):
            return refusals.PATH
        site = _header(scope, b"sec-fetch-site")
        if method in READING:
            if site not in ("", "same-origin", "none"):
                return refusals.CROSS_SITE
        else:
            origins = _every(scope, b"origin")
            if not origins:
                return refusals.NO_ORIGIN
            if origins != [f"http://{_header(scope, b'host')}"] or site not in ("", "same-origin"):
                return refusals.ORIGIN
        if path.startswith(OPEN_PATHS):
            return None
        if not _equal(self._cookie(scope), keys.session):
            return refusals.SESSION
        if method in CHANGING and not _equal(_header(scope, HEADER), keys.page):
            return refusals.CSRF
        return None

    def _cookie(self, scope: Scope) -> str:
        try:
            found = SimpleCookie("; ".join(_every(scope, b"cookie"))).get(self.keys.cookie)
        except CookieError:
            return ""
        return found.value if found is not None else ""


def _every(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _header(scope: Scope, name: bytes) -> str:
    return (_every(scope, name) or [""])[0]


async def _tell(refusal: Refusal, scope: Scope, send: Send) -> None:
    """Send a refusal by itself: no template, no session, no part of the application."""
    if scope["method"] in READING:
        parts = (refusal.told.zh, refusal.hint.zh, refusal.told.en, refusal.hint.en)
        told = "".join(f"<p>{escape(each)}</p>" for each in parts)
        kind, body = (
            "text/html",
            f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>checker</title>{told}',
        )
    else:
        kind, body = "application/json", json.dumps(as_data(refusal), ensure_ascii=False)
    headers = [(b"content-type", f"{kind}; charset=utf-8".encode()), (b"connection", b"close"), *HEADERS]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})


def as_data(refusal: Refusal) -> dict[str, Any]:
    """Return a refusal as the script of the page reads it."""
    return {
        "refused": refusal.code,
        "told": {"zh": refusal.told.zh, "en": refusal.told.en},
        "hint": {"zh": refusal.hint.zh, "en": refusal.hint.en},
    }
