"""Chromium without a head, spoken to over a pipe in its own protocol; nothing but the standard library."""

import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
]


class Browser:
    """One page; `run` evaluates a script in it, `messages` holds what the page complained of."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp()
        (theirs, self.out), (self.inn, answers) = os.pipe(), os.pipe()

        def arrange():
            low, high = os.dup(theirs), os.dup(answers)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self.process = subprocess.Popen(
            [PROGRAM, *FLAGS, f"--user-data-dir={self.folder}"],
            close_fds=False,
            preexec_fn=arrange,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(answers)
        self.stream = os.fdopen(self.inn, "rb")
        self.number, self.session, self.messages = 0, None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        os.close(self.out)
        self.stream.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, **params):
        self.number += 1
        sent = {"id": self.number, "method": method, "params": params}
        if self.session:
            sent["sessionId"] = self.session
        os.write(self.out, json.dumps(sent).encode() + b"\0")
        while True:
            answer = json.loads(self._next())
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            if answer.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"):
                self.messages.append(answer["params"])

    def _next(self):
        found = bytearray()
        while (byte := self.stream.read(1)) != b"\0":
            assert byte, "the browser has gone"
            found += byte
        return bytes(found)

    def open(self, path):
        self.call("Page.navigate", url=path.as_uri())
        for _ in range(600):
            if self.run("document.readyState") == "complete" and self.run("location.href") != "about:blank":
                return
            time.sleep(0.05)
        raise AssertionError("the page did not load")

    def run(self, script):
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")
