"""Every broken input gets a message with its place, in both languages, and exit code 2; never a traceback."""

from __future__ import annotations

import os

import pytest
from broken_inputs import CASES, JSON_CASES, RULES
from conftest import BOOK, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.api import check
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.cases.reader import read_case
from checker.documents.source import read_source
from checker.reports import Options, render
from checker.rulebook.cache import load_rulebook

GOLDEN = ROOT / "tests" / "golden" / "broken-inputs.txt"


def case_problems(name: str, content: str | bytes):
    data = content.encode() if isinstance(content, str) else content
    try:
        read_case(read_source(name, data), BOOK.vocabulary)
    except InputError as error:
        return error.problems
    return ()


def rule_problems(folder, content: str):
    (folder / "my-rule.yaml").write_text(content, encoding="utf-8")
    try:
        load_rulebook([builtin("rules"), folder])
    except InputError as error:
        return error.problems
    return ()


def all_problems(tmp_path):
    for name, content in CASES.items():
        yield name, case_problems("case.yaml", content)
    for name, content in JSON_CASES.items():
        yield name, case_problems("case.json", content)
    for name, content in RULES.items():
        yield name, rule_problems(tmp_path, content)


def test_there_are_a_hundred_and_more():
    assert len(CASES) + len(JSON_CASES) + len(RULES) >= 150


def test_messages_are_as_drawn(tmp_path):
    """The golden file is what the officer sees; look at it when it changes (UPDATE_GOLDEN=1 writes it anew)."""
    drawn = []
    for name, problems in all_problems(tmp_path):
        assert problems, f"{name}: nothing was refused"
        drawn.append(f"=== {name}")
        shown = []
        for problem in problems:
            assert problem.message.zh and problem.message.en and problem.message.zh != problem.message.en, name
            both = "\n".join(problem.render(lang) for lang in ("zh", "en"))
            shown.append(both.replace(str(tmp_path), "RULES").replace(str(builtin("rules")), "BUILTIN"))
        own = [text for text in shown if not text.startswith("BUILTIN")]  # where the checkout stands changes the order
        drawn += (own + [text for text in shown if text not in own])[:4]
        if len(problems) > 4:
            drawn.append(f"... {len(problems)} in all")
    text = "\n".join(drawn) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [n for n in CASES if n not in ("引用炸弹",)])
def test_case_messages_have_a_place(name):
    for problem in case_problems("case.yaml", CASES[name]):
        content = CASES[name]
        text = content if isinstance(content, str) else ""
        assert problem.place.file == "case.yaml"
        if problem.place.line:
            assert problem.place.line <= text.count("\n") + 1
            assert problem.place.column <= max(map(len, text.split("\n"))) + 1


def test_all_problems_of_a_file_come_together():
    problems = case_problems("case.yaml", CASES["一个文件里几处错"])
    assert len(problems) == 4


def test_gbk_is_read_and_said():
    text = 'name: 示例单位\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\n'
    case = read_case(read_source("case.yaml", text.encode("gbk")), BOOK.vocabulary)
    assert case.unit == "示例单位" and "GBK" in case.notes[0].zh
    case = read_case(read_source("case.yaml", text.encode("utf-8-sig")), BOOK.vocabulary)
    assert case.unit == "示例单位" and not case.notes


def test_traps_of_yaml_are_no_traps():
    text = 'name: no\ncode: 010\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\nreport_title: 12:30\n'
    values = read_case(read_source("case.yaml", text.encode()), BOOK.vocabulary).root.values
    assert (values["name"], values["code"], values["report_title"]) == ("no", "010", "12:30")


VALID = (ROOT / "cases" / "clean.yaml").read_bytes()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_fuzz_bytes(data):
    for name in ("case.yaml", "case.json", "-"):
        case_problems(name, data)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, len(VALID) - 1),
    st.integers(0, 12),
    st.binary(max_size=6)
    | st.sampled_from(
        [b"\t", "：".encode(), b"\n", b": ", b"- ", b"&a ", b"*a", b"{", b"]", b"'", b'"', "万".encode()]
    ),
)
def test_fuzz_a_valid_case(at, cut, put):
    data = VALID[:at] + put + VALID[at + cut :]
    if not case_problems("case.yaml", data):  # what is read is judged and printed, whatever it says
        report = check([read_case(read_source("case.yaml", data), BOOK.vocabulary)], BOOK)
        assert not report.ledger.counts["error"]
        for form in ("table", "json"):
            assert render(form, report, Options("zh"))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(RULES)), st.integers(0, 400), st.integers(0, 6), st.text(max_size=4))
def test_fuzz_a_rule(tmp_path_factory, name, at, cut, put):
    folder = tmp_path_factory.mktemp("rules")
    text = RULES[name]
    rule_problems(folder, text[:at] + put + text[at + cut :])
