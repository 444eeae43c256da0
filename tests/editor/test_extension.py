"""The extension for VS Code: its own tests, without a network, and its words as the table of the language has them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from checker import __version__

sys.path.insert(0, str(ROOT / "scripts"))
from editor_grammar import PLACE, grammar

EXTENSION = ROOT / "editors" / "vscode"


def test_the_words_that_are_coloured_are_those_of_the_language():
    """scripts/editor_grammar.py writes it anew."""
    assert PLACE.read_text(encoding="utf-8") == grammar()


def test_the_extension_is_of_the_version_and_licence_of_the_checker():
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    assert manifest["version"] == __version__.split("+")[0] and manifest["license"] == "Apache-2.0"
    assert (EXTENSION / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_the_server_takes_the_settings_of_the_extension():
    """What options.js sends is what the server reads."""
    pytest.importorskip("pygls", reason="pygls is not installed: the settings of the server were not read")
    from checker.editor.server import Server

    told = {"language": "en", "rules": ["/a"], "case": "/b.yaml", "inlayHints": False}
    server = Server((), None)
    server.configure(told, "zh-cn")
    assert (server.lang, server.folders, server.case, server.inlay) == ("en", ("/a",), "/b.yaml", False)
    server.configure({"rules": []})
    assert server.folders == ()


def test_the_tests_of_the_extension():
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the tests of the extension were not run")
    version = int(subprocess.run([node, "--version"], capture_output=True, text=True).stdout[1:].split(".")[0])
    if version < 20:
        pytest.skip(f"node {version} has no test runner to speak of: the tests of the extension were not run")
    run = subprocess.run([node, "--test", "test/"], cwd=EXTENSION, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
