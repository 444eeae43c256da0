"""The page as a program: started on a free port of this machine, asked over a real socket, stopped, killed."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from conftest import ROOT

pytest.importorskip("uvicorn", reason="the extra serve is not installed")
pytest.importorskip("starlette", reason="the extra serve is not installed")

CASE = (ROOT / "cases" / "clean.yaml").read_bytes()


class Browser:
    """What asks a server that was started, with the cookie and the token of its page."""

    def __init__(self, link):
        self.at = urlsplit(link)
        answer = self.ask("GET", f"{self.at.path}?{self.at.query}", {})
        self.headers = {"Cookie": answer[1]["set-cookie"].partition(";")[0]}
        page = self.ask("GET", "/")[2].decode()
        token = re.search(r'name="checker-page" content="([^"]+)"', page)[1]
        self.changing = {"Origin": f"http://{self.at.netloc}", "X-Checker": token}

    def ask(self, method, path, headers=None, body=None):
        link = http.client.HTTPConnection(self.at.hostname, self.at.port, timeout=30)
        try:
            link.request(method, path, body, self.headers if headers is None else headers)
            answer = link.getresponse()
            found = {key.lower(): value for key, value in answer.getheaders()}
            return answer.status, found, answer.read()
        finally:
            link.close()

    def change(self, method, path, body, **headers):
        return self.ask(method, path, {**self.headers, **self.changing, **headers}, body)

    def post(self, path, data):
        return self.change("POST", path, json.dumps(data), **{"Content-Type": "application/json"})

    def take(self, data):
        taken = json.loads(self.change("PUT", "/files", data, **{"X-Name": "a.yaml"})[2])
        return json.loads(self.post("/new", {"files": [taken["sha256"]], "names": ["a.yaml"]})[2])["go"]


@contextmanager
def started(folder, *options):
    """Start the program on a free port; yields the process and the start link that it prints."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "checker", "serve", str(folder), "--no-browser", "--port", str(port), *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "LC_ALL": "zh_CN.UTF-8"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=ROOT, text=True
    )
    try:
        told = ""
        while "token=" not in told:
            line = process.stdout.readline()
            assert line, process.stderr.read()
            told += line
        yield process, re.search(r"http://\S+", told)[0]
    finally:
        process.kill()
        process.wait(30)
        process.stdout.close()
        process.stderr.close()


def test_a_session_over_a_socket(tmp_path):
    with started(tmp_path) as (process, link):
        browser = Browser(link)
        assert browser.at.hostname == "127.0.0.1"
        status, headers, page = browser.ask("GET", "/")
        assert status == 200 and headers["content-security-policy"].startswith("default-src 'none'")
        assert "server" not in headers and "案例".encode() in page
        assert browser.ask("GET", f"{browser.at.path}?{browser.at.query}")[0] == 403  # once
        go = browser.take(CASE)
        status, headers, content = browser.ask("GET", f"{go}/report.docx")
        assert status == 200 and content.startswith(b"PK") and headers["content-disposition"].startswith("attachment")
        assert browser.ask("GET", "/", {**browser.headers, "Host": "evil.example"})[0] == 421
        assert (
            browser.change("POST", "/stop", "{}", **{"Content-Type": "application/json", "Origin": "http://evil"})[0]
            == 403
        )
        huge = http.client.HTTPConnection("127.0.0.1", browser.at.port, timeout=30)
        huge.putrequest("PUT", "/files")
        for name, value in {**browser.headers, **browser.changing, "Content-Length": str(1 << 30)}.items():
            huge.putheader(name, value)
        huge.endheaders(b"x")
        assert huge.getresponse().status == 413
        huge.close()
        with socket.create_connection(("127.0.0.1", browser.at.port), timeout=30) as raw:
            raw.sendall(f"GET / HTTP/1.1\r\nHost: {browser.at.netloc}\r\nHost: {browser.at.netloc}\r\n\r\n".encode())
            assert raw.recv(100).split()[1] in (b"400", b"421")
        assert browser.post("/stop", {})[0] == 200
        assert process.wait(30) == 0 and process.stderr.read() == ""


def test_nobody_outside_this_machine_is_listened_to(tmp_path):
    with started(tmp_path) as (_, link):
        port = urlsplit(link).port
        own = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
        for address in own - {"127.0.0.1", "127.0.1.1"}:
            with pytest.raises(OSError):
                socket.create_connection((address, port), timeout=2).close()


def test_what_was_written_survives_a_kill(tmp_path):
    with started(tmp_path) as (process, link):
        go = Browser(link).take(CASE)
        process.send_signal(signal.SIGKILL)
        process.wait(30)
    kept = next(tmp_path.glob("*.yaml"))
    assert kept.read_bytes() == CASE
    with started(tmp_path) as (_, link):
        status, _, page = Browser(link).ask("GET", f"{go}/findings")
        assert status == 200 and "查" in page.decode()


def test_a_second_start_takes_another_port(tmp_path):
    from checker.serve.server import bound

    with bound("127.0.0.1", 0) as one, bound("127.0.0.1", 0) as other:
        assert one.getsockname()[1] != other.getsockname()[1]
        assert {each.getsockname()[0] for each in (one, other)} == {"127.0.0.1"}


def test_the_first_page_imports_neither_readers_nor_editors(tmp_path):
    """Nor does the icon that old browsers ask for: what no page has is looked for in all of them."""
    script = (
        "import sys, pathlib; sys.path[:0] = sys.argv[2:]\n"
        "from serve_tools import Window\n"
        "window = Window(pathlib.Path(sys.argv[1]))\n"
        "assert [window.get(path).status for path in ('/', '/favicon.ico', '/rules', '/units')] == [200, 204, 200, 200]\n"
        "print([name for name in sys.modules if name.startswith(('checker.intake.importing', 'checker.intake.draft', 'checker.serve.figures', 'checker.serve.rule_edit', 'docx', 'lxml'))])"
    )
    paths = [str(ROOT), str(ROOT / "tests" / "support")]
    told = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), *paths], capture_output=True, text=True, cwd=ROOT
    )
    assert told.stdout.strip() == "[]", told.stderr
