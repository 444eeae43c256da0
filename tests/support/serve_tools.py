"""The page of `checker serve` asked without a socket, as a browser would ask it: one call of the application for each request."""

from __future__ import annotations

import asyncio
import json
import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from checker.serve.app import application
from checker.serve.guard import Activity, Keys

PORT = 8765
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self):
        return self.content.decode()

    def json(self):
        return json.loads(self.content)

    @property
    def refused(self):
        return self.json()["refused"]


def ask(app, method, path, headers, parts=(b"",)):
    """Ask an application once; *headers* are pairs, *parts* what arrives of the body, one after the other."""
    way, _, query = path.partition("?")
    sent, arriving = [], iter(parts)
    waiting = [next(arriving, None)]

    async def receive():
        part = waiting.pop()
        if part is None:
            return {"type": "http.disconnect"}
        waiting.append(next(arriving, None))
        return {"type": "http.request", "body": part, "more_body": waiting[0] is not None}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(way),
        "raw_path": way.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(key.lower().encode(), value.encode("latin-1")) for key, value in headers],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", PORT),
    }
    asyncio.run(app(scope, receive, send))
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"], {key.decode(): value.decode("latin-1") for key, value in start["headers"]}, body)


class Window:
    """A browser at the page of one folder; without *start* it has not used the start link."""

    def __init__(self, folder, start=True, password="", app=None, keys=None):
        self.stopped, self.cookie = [], ""
        self.keys = keys or Keys(PORT, (HOST, f"localhost:{PORT}"), password)
        self.app = app or application(folder, (), "zh", self.keys, Activity(), lambda: self.stopped.append(True))
        if start:
            answer = self.get(f"/start?token={self.keys.start}")
            assert answer.status == 303, answer.text
            self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def another(self):
        """Return another window of the same browser."""
        window = Window(None, start=False, app=self.app, keys=self.keys)
        window.cookie = self.cookie
        return window

    def headers(self, changing, changed):
        made = {"host": HOST, "cookie": self.cookie}
        if changing:
            made |= {"origin": ORIGIN, "sec-fetch-site": "same-origin", "x-checker": self.keys.page}
        made |= {key.replace("_", "-"): value for key, value in changed.items()}
        return [(key, value) for key, value in made.items() if value is not None]

    def get(self, path, **changed):
        return ask(self.app, "GET", path, self.headers(False, changed))

    def post(self, path, data, **changed):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        return ask(self.app, "POST", path, self.headers(True, {"content_type": "application/json", **changed}), (body,))

    def put(self, name, data, **changed):
        parts = (data,) if isinstance(data, bytes) else data
        return ask(self.app, "PUT", "/files", self.headers(True, {"x_name": quote(name), **changed}), parts)

    def take(self, *files):
        """Drop (name, bytes) and read them; returns the path of the case."""
        taken = [self.put(name, data).json() for name, data in files]
        assert all(each.get("done") for each in taken), taken
        made = self.post("/new", {"files": [t["sha256"] for t in taken], "names": [t["name"] for t in taken]}).json()
        assert made.get("done"), made
        return made["go"]

    def version(self, path):
        return re.search(r'data-version="(\w*)"', self.get(path).text)[1]
