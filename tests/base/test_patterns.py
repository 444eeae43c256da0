"""Patterns that are kept from run to run are those that `re` compiles, and nothing that is damaged is taken for one."""

from __future__ import annotations

import marshal
import os
import re
import sys
from importlib import import_module

import pytest
from conftest import CACHE, ROOT

from checker.base import cached, patterns

TEXTS = ((r"(?P<year>\d{4})年|(?P<rest>[一-龥]+)(x)?", int(re.ASCII)), (r"total|SUM", int(re.I)), (rb"/(a)\s*(?=b)", 0))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKER_CACHE", "on")
    monkeypatch.setenv(CACHE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "checker"


def run(monkeypatch, texts=TEXTS):
    """Compile *texts* as one run of the program does; return the patterns and how many were worked out."""
    made = []
    with monkeypatch.context() as patch:
        own = patterns._program
        patch.setattr(patterns, "_program", lambda *asked: (made.append(asked), own(*asked))[1])
        with patterns.kept_patterns():
            return [patterns.compiled(text, flags) for text, flags in texts], len(made)


def test_a_second_run_compiles_nothing_and_has_the_same_patterns(folder, monkeypatch):
    assert run(monkeypatch)[1] == len(TEXTS)
    found, anew = run(monkeypatch)
    assert anew == 0 and (os.name == "nt" or not any(path.stat().st_mode & 0o077 for path in folder.iterdir()))
    for each, (text, flags) in zip(found, TEXTS, strict=True):
        meant = re.compile(text, flags)
        assert each == meant and each.groupindex == meant.groupindex
    assert found[0].search("2020年")["year"] == "2020" and found[2].search(b"/a  b")[1] == b"a"
    assert run(monkeypatch, [*TEXTS, ("later", 0)])[1] == 1


def test_every_pattern_of_a_module_is_kept_as_re_compiles_it():
    for file in sorted((ROOT / "checker").rglob("*.py")):
        if "from checker.base.patterns import pattern" in file.read_text(encoding="utf-8"):
            module = import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            for each in [each for each in vars(module).values() if type(each).__name__ == "_Late"]:
                kept = patterns._made(each._text, patterns._program(each._text, int(each._flags)))
                meant = re.compile(each._text, each._flags)
                assert kept == meant and kept.groupindex == meant.groupindex  # equal patterns have the same code


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no data",
        marshal.dumps({TEXTS[0]: (0, b"\xff" * 16, 3, {}, ())}),
        marshal.dumps({TEXTS[0]: 7}),
        marshal.dumps([]),
    ],
)
def test_what_is_no_pattern_is_compiled_anew(folder, monkeypatch, body):
    run(monkeypatch)
    (path,) = folder.iterdir()
    cached.put(path, body, "patterns-*", 4)  # with a right digest
    for anew in (len(TEXTS), 0):
        found, made = run(monkeypatch)
        assert found[0].search("2020年")["year"] == "2020" and made == anew
    path.write_bytes(b"0" * 64 + b"\n" + body)  # with a wrong one
    assert run(monkeypatch)[0][0].search("2020年")["year"] == "2020"


def test_a_mistake_is_told_as_re_tells_it_and_another_python_has_its_own(folder, monkeypatch):
    with patterns.kept_patterns(), pytest.raises(re.error, match="unterminated"):
        patterns.compiled("(")
    run(monkeypatch)
    monkeypatch.setattr(sys, "hexversion", 1)
    assert run(monkeypatch)[1] == len(TEXTS) and len(list(folder.iterdir())) == 2
    monkeypatch.setenv("CHECKER_CACHE", "off")
    assert run(monkeypatch) == ([re.compile(*each) for each in TEXTS], 0)
