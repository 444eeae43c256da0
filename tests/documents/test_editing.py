"""A value of a document is changed in its text: every other character, comment and line stays as it is."""

from __future__ import annotations

import difflib

import pytest
from conftest import ROOT

from checker.base.errors import InputError
from checker.documents.editing import Editor, Plain
from checker.documents.source import parse_text, read_source
from checker.documents.spots import Pair

CASES = [ROOT / "cases" / "2020.yaml", *sorted((ROOT / "cases" / "templates").glob("*.yaml"))[:2]]


def paths(spot, path=()):
    yield spot, path
    for number, entry in enumerate(spot.entries):
        yield from paths(entry.value if isinstance(entry, Pair) else entry, (*path, number))


def edited(file, text, act, *args):
    editor = Editor(parse_text(file, text))
    getattr(editor, act)(*args)
    return editor.text


def comments(text):
    return sorted(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_part_of_a_case_can_be_changed_and_nothing_else_changes(case):
    source = read_source(case.name, case.read_bytes())
    base = Editor(source)
    lines = source.text.split("\n")
    done = 0
    for spot, path in list(paths(base.root))[::9]:
        acts = [("put", path, Plain("12.5万元")), ("put", path, 'a: "b" #c {x}'), ("remove", path)] if path else []
        if spot.kind == "scalar" and path:
            acts.append(("put", path, [{"名称": "甲: 乙"}]))
        if spot.kind == "map":
            acts.append(("insert", path, "新键", [{"名称": "甲: 乙", "数": Plain("3")}]))
        if spot.kind == "list":
            acts += [("append", path, {"名称": "x"}), ("wrap", path, ("完整", Plain("否")), "明细")]
        for act in acts:
            editor = Editor(source)
            try:
                getattr(editor, act[0])(*act[1:])
            except InputError as error:  # refused whole, with what to do
                assert error.problems[0].code == "cannot-edit" and editor.text == source.text
                continue
            done += 1
            gone = source.text[spot.start : spot.last] if act[0] in ("put", "remove") else ""
            assert sorted([*comments(editor.text), *comments(gone)]) == comments(source.text)
            new = editor.text.split("\n")
            moves = difflib.SequenceMatcher(None, lines, new, autojunk=False).get_opcodes() if act[0] != "wrap" else []
            assert sum(kind != "equal" for kind, *_ in moves) <= 2, act
    assert done > 20


BLOCK = "a: 1  # one\nlist:   # what is listed\n  - {x: 1, y: [p, q]}\n  # between\n  - x: 2\n    y: |\n      two\n      lines\nend: z\n"


@pytest.mark.parametrize(
    ("act", "args", "wanted"),
    [
        ("put", ((0,), "b c"), BLOCK.replace("a: 1  #", 'a: "b c"  #')),
        ("put", ((1, 0, 0), Plain("3")), BLOCK.replace("{x: 1,", "{x: 3,")),
        ("put", ((2,), [{"k": Plain("v")}]), BLOCK.replace("end: z", "end:\n  - k: v")),
        ("remove", ((1, 0, 0),), BLOCK.replace("x: 1, y", "y")),
        ("remove", ((1, 0, 1),), BLOCK.replace(", y: [p, q]", "")),
        ("remove", ((1, 1, 0),), BLOCK.replace("- x: 2\n    y", "- y")),
        ("remove", ((1, 1, 1),), BLOCK.replace("\n    y: |\n      two\n      lines", "")),
        ("remove", ((1, 0),), BLOCK.replace("  - {x: 1, y: [p, q]}\n", "")),
        ("append", ((1, 0, 1), {"r": "s"}), BLOCK.replace("[p, q]", '[p, q, {r: "s"}]')),
        ("append", ((1,), {"r": Plain("s")}), BLOCK.replace("lines\nend", "lines\n  - r: s\nend")),
        ("insert", ((), "b", Plain("2")), BLOCK.replace("end: z\n", "end: z\nb: 2\n")),
        ("insert", ((1, 0), "b", Plain("2")), BLOCK.replace("q]}", "q], b: 2}")),
        ("wrap", ((1, 0, 1), ("w", Plain("是")), "i"), BLOCK.replace("[p, q]", "{w: 是, i: [p, q]}")),
    ],
)
def test_how_it_is_written(act, args, wanted):
    assert edited("a.yaml", BLOCK, act, *args) == wanted


def test_the_last_entry_leaves_the_list_to_be_filled_in():
    assert edited("a.yaml", "x: 1\nlist: # c\n  - a: 1\n", "remove", (1, 0)) == "x: 1\nlist: 待填\n"


def test_json_stays_json():
    text = '{\n  "a": "1",\n  "list": [{"x": true}]\n}\n'
    changed = edited("a.json", text, "put", (0,), Plain("12.5万元"))
    assert changed == text.replace('"1"', '"12.5万元"')
    added = edited("a.json", text, "append", (1,), {"x": Plain("是"), "y": "b"})
    assert added == text.replace("}]", '}, {"x": "是", "y": "b"}]')


@pytest.mark.parametrize(
    "value",
    [
        "无",
        "null",
        "~",
        "-1",
        "a: b",
        " x",
        "#",
        "- x",
        "{",
        "'",
        '"',
        "\\",
        "是: 否",
        "1_0",
        "：",
        "%",
        "@x",
        "\t",
        "x\ny",
    ],
)
def test_any_text_is_read_back_as_it_was_entered(value):
    for text, path in (("a: 1\n", (0,)), ("a: [1]\n", (0, 0)), ("- {b: 1}\n", (0, 0))):
        for each in (value, Plain(value)):
            editor = Editor(parse_text("a.yaml", text))
            editor.put(path, each)
            assert value in str(editor.data)[1:-1] or repr(value)[1:-1] in str(editor.data)
