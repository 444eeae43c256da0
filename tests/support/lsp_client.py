"""A client of a language server: messages in and out of a subprocess, as an editor exchanges them."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from queue import Queue


class Client:
    """Starts `checker lsp` and speaks to it; what it sends unasked is kept in `told`."""

    def __init__(self, folder, *options, locale="zh-cn", snippets=True, settings=None, encodings=("utf-8", "utf-16")):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "checker", "lsp", "--stdio", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
        )
        self.folder = folder
        self.incoming = Queue()
        self.told = []
        self.number = 0
        threading.Thread(target=self._read, daemon=True).start()
        item = {"snippetSupport": snippets}
        self.begun = self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            locale=locale,
            initializationOptions=settings or {},
            capabilities={
                "general": {"positionEncodings": list(encodings)},
                "textDocument": {"completion": {"completionItem": item}, "rename": {"prepareSupport": True}},
            },
        )
        self.tell("initialized")

    def _read(self):
        stream = self.process.stdout
        while True:
            size = 0
            while (line := stream.readline().strip()) and line:
                name, _, value = line.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
            if not size:
                self.incoming.put(None)
                return
            self.incoming.put(json.loads(stream.read(size)))

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _next(self):
        message = self.incoming.get(timeout=60)
        if message is None:
            raise AssertionError(self.process.stderr.read().decode())
        return message

    def tell(self, method, **params):
        self._send({"method": method, "params": params})

    def ask(self, method, **params):
        """Return the answer; an error as what it says."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self.number and "method" not in message:
                return message["error"] if "error" in message else message["result"]
            self.told.append(message)

    def diagnostics(self, uri, version=None):
        """Return what is told of a file (of one version of it), waiting for it."""
        while True:
            for message in self.told:
                params = message.get("params") or {}
                wanted = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
                if wanted and version in (None, params.get("version")):
                    self.told.remove(message)
                    return params["diagnostics"]
            self.told.append(self._next())

    # ---- a file

    def open(self, path, text, version=1):
        self.tell(
            "textDocument/didOpen",
            textDocument={"uri": path.as_uri(), "languageId": "yaml", "version": version, "text": text},
        )

    def change(self, path, version, text, range_=None):
        change = {"text": text} if range_ is None else {"text": text, "range": range_}
        self.tell(
            "textDocument/didChange",
            textDocument={"uri": path.as_uri(), "version": version},
            contentChanges=[change],
        )

    def at(self, method, path, position, **more):
        line, character = position
        return self.ask(
            f"textDocument/{method}",
            textDocument={"uri": path.as_uri()},
            position={"line": line, "character": character},
            **more,
        )

    def close(self):
        """Return the exit code and what was said on the error output."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.stdin.close()
        code = self.process.wait(timeout=60)
        said = self.process.stderr.read().decode()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()
        return code, said


def units(text):
    """Return how many UTF-16 units a text has, which is what the protocol counts."""
    return len(text.encode("utf-16-le")) // 2


def spot(text, word, nth=0, behind=False):
    """Return the line and character of the *nth* occurrence of a word, or of its end."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(word, at + 1)
    at += len(word) * behind
    line = text.count("\n", 0, at)
    return line, units(text[text.rfind("\n", 0, at) + 1 : at])


def applied(text, edits):
    """Return a text with edits of the protocol made in it."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(position):
        line = lines[position["line"]] if position["line"] < len(lines) else ""
        at, size = 0, 0
        while size < position["character"]:
            size += units(line[at])
            at += 1
        return min(starts[min(position["line"], len(starts) - 1)] + at, len(text))

    found = sorted(edits, key=lambda each: offset(each["range"]["start"]), reverse=True)
    for each in found:
        text = text[: offset(each["range"]["start"])] + each["newText"] + text[offset(each["range"]["end"]) :]
    return text
