"""The remembered statements of a batch: those that compiling makes, never of other rules, never when damaged or altered."""

from __future__ import annotations

import sys

import pytest
from conftest import case_of

from checker.base.files import builtin
from checker.batch import statements
from checker.engines.sql.plan import compile_texts
from checker.rulebook.cache import load_rulebook

pytest.importorskip("sqlglot")
RULES = ("overrun-above-threshold", "no-estimates", "parts-sum-to-total")
ASKED = ("duckdb", frozenset({"no-estimates"}), 0, True, frozenset())
CASE = case_of("lines: []")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKER_CACHE", "on")
    monkeypatch.setenv("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "checker"


def plan(*rules):
    """Return a plan of a few rules of a rulebook that was read, with nothing made of it yet."""
    found = load_rulebook([builtin("rules")]).plan(CASE, lambda rule: rule in (rules or RULES))
    found.statements.clear()
    return found


def told(made):
    return (
        [(s.entity, s.keys, [r.id for r in s.rules], dict(s.amounts), s.text, s.steps) for s in made.statements],
        [(r.rule.id, r.reason) for r in made.refused],
    )


def forbidden(*given):
    raise AssertionError("it was compiled")


def test_what_is_remembered_is_what_is_compiled(folder):
    wanted = told(compile_texts(plan(), *ASKED))
    assert told(statements.compiled(plan(), *ASKED, make=compile_texts)) == wanted and wanted[1]
    assert told(statements.compiled(plan(), *ASKED, make=forbidden)) == wanted
    for other in (("postgres", *ASKED[1:]), (*ASKED[:1], frozenset(), *ASKED[2:]), (*ASKED[:3], False, frozenset())):
        with pytest.raises(AssertionError, match="compiled"):
            statements.compiled(plan(), *other, make=forbidden)
    with pytest.raises(AssertionError, match="compiled"):  # fewer rules
        statements.compiled(plan(RULES[0]), *ASKED, make=forbidden)


def test_a_changed_rule_and_a_damaged_entry_are_compiled_anew(folder, monkeypatch):
    from checker.base.frozen import changed

    first = plan()
    statements.compiled(first, *ASKED, make=compile_texts)
    (entry,) = folder.glob("statements-*")
    rule = changed(first.rules[0], require=first.rules[1].require)
    with pytest.raises(AssertionError, match="compiled"):
        statements.compiled(changed(first, rules=(rule, *first.rules[1:])), *ASKED, make=forbidden)
    data = entry.read_bytes()
    for damaged in (data.replace(b"SELECT", b"DELETE", 1), data[:-9], b""):
        entry.write_bytes(damaged)
        with pytest.raises(AssertionError, match="compiled"):
            statements.compiled(plan(), *ASKED, make=forbidden)
    entry.write_bytes(data)
    statements.compiled(plan(), *ASKED, make=forbidden)
    monkeypatch.setenv("CHECKER_CACHE", "off")
    with pytest.raises(AssertionError, match="compiled"):
        statements.compiled(plan(), *ASKED, make=forbidden)
