"""Bytes to nodes: what is read, what is refused, where it points, and that nothing else is ever raised."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys

import pytest
import yaml
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.errors import InputError
from checker.documents.node import Limits, Node
from checker.documents.source import Source, parse_text, read_source

WIDE = Limits(depth=40)


def found(data: str | bytes, path: str = "case.yaml", limits: Limits = WIDE) -> list[tuple[str, int, int]]:
    """Return code, line and column of every problem; none when the document is read."""
    try:
        read_source(path, data.encode() if isinstance(data, str) else data, limits=limits)
    except InputError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message.zh and problem.message.en and problem.message.zh != problem.message.en
            assert problem.hint is None or (problem.hint.zh and problem.hint.en)
            assert problem.place.file == path and problem.render("zh") and problem.render("en")
        return [(p.code, p.place.line, p.place.column) for p in error.problems]
    return []


def tree(node: Node) -> tuple:
    """Return all there is to know of *node*, to compare."""
    value = node.value
    if node.kind == "map":
        value = [(tree(key), tree(item)) for key, item in value]
    elif node.kind == "list":
        value = [tree(item) for item in value]
    return node.kind, value, node.line, node.column


def flat(source: Source) -> list[tuple[str, str, int, int]]:
    """Return kind, value, line and column of every value of the outermost mapping."""
    return [(item.kind, item.value, item.line, item.column) for _, item in source.root.value]


@pytest.fixture(params=["C", "pure"])
def parser(request, monkeypatch):
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML without libyaml")
    return request.param


BYTES = {
    "nothing at all": (b"", [("empty", 0, 0)]),
    "blank": (b" \n\n", [("empty", 0, 0)]),
    "only a BOM": (b"\xef\xbb\xbf", [("empty", 0, 0)]),
    "only comments": ("# 案例\n# x\n".encode(), [("empty", 0, 0)]),
    "xlsx": (b"PK\x03\x04..xl/workbook.xml", [("binary", 0, 0)]),
    "docx": (b"PK\x03\x04..word/document.xml", [("binary", 0, 0)]),
    "zip": (b"PK\x03\x04..", [("binary", 0, 0)]),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1" + "Workbook".encode("utf-16-le"), [("binary", 0, 0)]),
    "pdf": (b"%PDF-1.7", [("binary", 0, 0)]),
    "picture": (b"\x89PNG\r\n", [("binary", 0, 0)]),
    "rtf": (b"{\\rtf1", [("binary", 0, 0)]),
    "UTF-16 little": ("单位: 甲".encode("utf-16"), [("utf-16", 0, 0)]),
    "UTF-16 big": (b"\xfe\xff\x00a", [("utf-16", 0, 0)]),
    "neither UTF-8 nor GBK": (b"a: 1\nname: \xff\xff\xfe\x81", [("encoding", 2, 0)]),
    "UTF-8 cut short": ("单位: 甲\n名称: 乙丙".encode()[:-1], [("encoding", 2, 6)]),
    "UTF-8 with one byte wrong": ("单位: 某某单位\nx: ".encode() + b"\xb0\xa1\n", [("encoding", 2, 4)]),
    "BOM, then GBK": (b"\xef\xbb\xbfa: 1\nb: \xb0\xa1\n", [("encoding", 2, 4)]),
    "NUL": (b"a: 1\nb: x\x00y\n", [("control", 2, 5)]),
    "two control characters": ("单位: \x01\nb: \x1b\n".encode(), [("control", 1, 5), ("control", 2, 4)]),
    "C1 control character": ("a: 单\x80".encode(), [("control", 1, 5)]),
    "NEL, a line break only to YAML": ("a: b\x85c: d".encode(), [("control", 1, 5)]),
    "line separator": ("a: b\u2028c: d".encode(), [("control", 1, 5)]),
    "BOM in the middle": ("a: 1\nb: \ufeffx".encode(), [("control", 2, 4)]),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_case(name, parser):
    data, wanted = BYTES[name]
    assert found(data) == wanted


@pytest.mark.parametrize(("name", "word"), [("xlsx", "Excel"), ("docx", "Word"), ("xls", "Excel"), ("pdf", "PDF")])
def test_office_files_are_named(name, word):
    with pytest.raises(InputError) as caught:
        read_source("case.yaml", BYTES[name][0])
    message = caught.value.problems[0].message
    others = {"Excel", "Word", "PDF"} - {word}
    assert word in message.zh and word in message.en and not any(other in message.en for other in others)


YAML = {
    "tabs": ("a:\n\tb: 1\n  \tc: 2\n", [("tab", 2, 1), ("tab", 3, 3)]),
    "tab inside brackets": ("a: [1,\n\t2]\n", [("tab", 2, 1)]),
    "full-width colon alone": ("单位：甲\n", [("full-width", 1, 3)]),
    "full-width colons": ("单位：甲\n年度：2020\n", [("full-width", 1, 3), ("full-width", 2, 3)]),
    "full-width colon after a good line": ("a: 1\n单位：甲\nb: 2\n", [("full-width", 2, 3)]),
    "full-width colon in a list entry": ("a:\n  - id: x\n    单位：甲\n", [("full-width", 3, 7)]),
    "full-width colon in a run-on line": ("a: 一\n  单位：甲\n", [("full-width", 2, 5)]),
    "full-width comma in braces": ("a: {b: 1，c: 2}\n", [("full-width", 1, 9)]),
    "full-width brace": ("a: ｛b: 1｝\n", [("full-width", 1, 4)]),
    "no blank after the colon": ("unit:万元\n", [("no-blank", 1, 5)]),
    "no blank between good lines": ("a: 1\nunit:万元\nb: 2\n", [("no-blank", 2, 5)]),
    "repeated keys": (
        "a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n",
        [("repeated-key", 2, 11), ("repeated-key", 3, 1), ("repeated-key", 4, 1)],
    ),
    "repeated key, once quoted": ("单位: 1\n'单位': 2\n", [("repeated-key", 2, 1)]),
    "key that is a list": ("? [a]\n: b\n", [("key", 1, 3)]),
    "key that is a mapping": ("x: 1\n? {c: d}\n: e\n", [("key", 2, 3)]),
    "anchors and aliases": ("a: &x 1\nb: *x\nc: [*x]\n", [("anchor", 1, 4), ("anchor", 2, 4), ("anchor", 3, 5)]),
    "alias of nothing": ("a: *x\n", [("anchor", 1, 4)]),
    "merge": ("a: {<<: {b: 1}}\n", [("merge", 1, 5)]),
    "tags": ("a: !!python/object:os.system x\nb: !foo [1]\nc: !!int 3\n", None),
    "two documents": ("a: 1\n---\nb: 2\n", [("documents", 2, 1)]),
    "mapping where none may be": ("a: 1\n  b: 2\n", [("yaml", 2, 4)]),
    "colon in a value": ("a: b: c\n", [("yaml", 1, 5)]),
    "at sign": ("a: @x\n", [("yaml", 1, 4)]),
    "backtick": ("a: `x\n", [("yaml", 1, 4)]),
    "per cent": ("a: %x\n", [("yaml", 1, 4)]),
    "unclosed double quote": ('a: "x\nb: 2\n', [("yaml", 1, 4)]),
    "unclosed single quote": ("a: 'x\nb: 2\n", [("yaml", 1, 4)]),
    "unclosed bracket": ("a: [1, 2\nb: 3\n", [("yaml", 1, 4)]),
    "comma left out in the middle": ("a: [1,\n  {b: 1}\n  {c: 2}]\n", [("yaml", 3, 3)]),
    "too deep, brackets": ("a: " + "[" * 60 + "]" * 60, [("too-deep", 1, 43)]),
    "too deep, 100,000 brackets": ("[" * 100_000, [("too-deep", 1, 41)]),
    "too deep, 100,000 dashes": ("- " * 100_000, [("too-deep", 1, 81)]),
    "too deep, by indentation": ("".join(" " * i + "a:\n" for i in range(500)), [("too-deep", 41, 41)]),
}


@pytest.mark.parametrize("name", YAML)
def test_yaml_that_is_refused(name, parser):
    text, wanted = YAML[name]
    if wanted is None:  # the mark of a tag stands where its value does
        assert [code for code, _, _ in found(text)] == ["tag", "tag", "tag"]
    else:
        assert found(text) == wanted


@pytest.mark.parametrize(
    "name", ["at sign", "unclosed double quote", "unclosed bracket", "colon in a value", "mapping where none may be"]
)
def test_syntax_errors_are_told_in_words_of_the_office(name):
    with pytest.raises(InputError) as caught:
        read_source("case.yaml", YAML[name][0].encode())
    (problem,) = caught.value.problems
    assert not problem.message.en.startswith("the format is wrong") and "(" in problem.message.en  # the parser's words


def test_both_places_of_a_repeated_key_are_named():
    with pytest.raises(InputError) as caught:
        parse_text("case.yaml", "x: 0\n单位: 1\n单位: 2\n")
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.text) == (3, "单位: 2")
    assert "2" in problem.message.zh and "line 2" in problem.message.en


def test_an_alias_bomb_stays_small(parser):
    text = "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(2000))
    assert len(found(text)) == 1 + 2000 * 10


@pytest.mark.parametrize("text", ["{" * 60, "? " * 60, "{" * 100_000, "? " * 100_000])
def test_keys_are_not_nested_too_deep(text):
    assert "too-deep" in [code for code, _, _ in found(text)]


VALID = """%YAML 1.1
---
# 案例
单位: 示例😀单位   # 说明
code: 010
answer: no
time: 12:30
rate: 1.10
date: 2020-01-01
none:
tilde: ~
quoted: "no"
single: '是'
list: [1, "二", {三: 3.0, four: null}]
block: |
  第一行：甲
folded: >-
  一
  二
nested:
  - id: a
  -
  - - b
url: http://x/y:z
"""


def test_scalars_stay_as_written(parser):
    kinds = {key.value: (item.kind, item.value) for key, item in parse_text("case.yaml", VALID).root.value}
    for name, value in (("code", "010"), ("answer", "no"), ("time", "12:30"), ("rate", "1.10"), ("date", "2020-01-01")):
        assert kinds[name] == ("plain", value)
    assert kinds["none"] == ("null", "") and kinds["tilde"] == ("null", "~")
    assert kinds["quoted"] == ("text", "no") and kinds["single"] == ("text", "是")
    assert kinds["block"] == ("text", "第一行：甲\n") and kinds["folded"] == ("text", "一 二")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "cases").rglob("*.yaml")) + sorted((ROOT / "rules").rglob("*.yaml"))[:20]
)
def test_both_parsers_agree(path, monkeypatch):
    data = path.read_bytes()
    fast = tree(read_source("x.yaml", data).root)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert tree(read_source("x.yaml", data).root) == fast


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_columns_count_characters(bom, parser):
    source = read_source("case.yaml", (bom + '{单位: 甲, 名称: "乙😀", 值: 3}\n').encode())
    assert flat(source) == [("plain", "甲", 1, 6), ("text", "乙😀", 1, 13), ("plain", "3", 1, 22)]
    assert [(key.line, key.column) for key, _ in source.root.value] == [(1, 2), (1, 9), (1, 19)]
    source = read_source("case.json", (bom + '{"单位": "甲😀",\n "值": 3}').encode())
    assert flat(source) == [("text", "甲😀", 1, 8), ("plain", "3", 2, 7)]


@pytest.mark.parametrize("path", ["case.yaml", "case.json"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(path, encoding, newline):
    data = newline.join(["{", '"单位": "某某单位",', '"年度": "二〇二〇"', "}", ""]).encode(encoding)
    source = read_source(path, data)
    assert flat(source) == [("text", "某某单位", 2, 7), ("text", "二〇二〇", 3, 7)]
    assert source.encoding == encoding and source.sha256 == hashlib.sha256(data).hexdigest()
    assert ["GBK" in note.zh and "GBK" in note.en for note in source.notes] == [True] * (encoding == "gb18030")


def test_place_shows_the_line():
    source = parse_text("case.yaml", "a: 1\n单位: 示例 # x\n")
    place = source.place(source.root.value[1][1])
    assert place == ("case.yaml", 2, 5, "单位: 示例 # x", 2)
    assert source.place(source.root.value[1][1], width=7).width == 7


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [("-", ' {"a": 1}', "text"), ("-", "a: 1", "plain"), ("X.JSON", '{"a": 1}', "text"), ("x.yaml", "{a: 1}", "plain")],
)
def test_what_is_json(path, text, kind):
    assert read_source(path, text.encode()).root.value[0][0].kind == kind


@pytest.mark.parametrize("path", ["case.yaml", "case.json"])
def test_limits(path):
    assert found(b"[1, 2, 3]", path, Limits(bytes=8)) == [("too-large", 0, 0)]
    assert found(b"[1, 2, 3]", path, Limits(nodes=4)) == []
    assert found(b"[1, 2, 3]", path, Limits(nodes=3)) == [("too-much" if path == "case.yaml" else "json", 1, 8)]
    assert found(b"[[[1]]]", path, Limits(depth=3)) == []
    assert found(b"[[[[1]]]]", path, Limits(depth=3))[0][1:] == (1, 4)


JSON = {
    "blank": ("", ("empty", 0, 0)),
    "a million brackets": ("[" * 1_000_000, ("json", 1, 41)),
    "deep mappings": ('{"a":' * 100_000, ("json", 1, 201)),
    "not finished": ('{"a": 1,\n "b": 2', ("json", 2, 7)),
    "comma at the end of a mapping": ('{"a": 1,}', ("json", 1, 9)),
    "comma at the end of a list": ("[1,\n2,\n]", ("json", 3, 1)),
    "comma missing": ('{"甲": 1 "b": 2}', ("json", 1, 9)),
    "two commas": ("[1,,2]", ("json", 1, 4)),
    "colon missing": ('{"a" 1}', ("json", 1, 6)),
    "value missing": ('{"a":}', ("json", 1, 6)),
    "key that is a number": ("{1: 2}", ("json", 1, 2)),
    "key without quotes": ("{a: 2}", ("json", 1, 2)),
    "single quotes": ("{'a': 1}", ("json", 1, 2)),
    "comment": ('{"a": 1 // x\n}', ("json", 1, 9)),
    "block comment": ("[1] /* x */", ("json", 1, 5)),
    "more after the end": ('{"a": 1} {"b": 2}', ("json", 1, 10)),
    "NaN": ('{"a": NaN}', ("json", 1, 7)),
    "minus Infinity": ("[-Infinity]", ("json", 1, 2)),
    "leading zero": ("[01]", ("json", 1, 2)),
    "hexadecimal": ("[0x10]", ("json", 1, 2)),
    "plus": ("[+1]", ("json", 1, 2)),
    "bare point": ("[1.]", ("json", 1, 2)),
    "underscore": ("[1_000]", ("json", 1, 3)),
    "full-width digit": ("[１]", ("json", 1, 2)),
    "Python words": ('{"a": True}', ("json", 1, 7)),
    "wrong escape": ('["a\\x"]', ("json", 1, 4)),
    "short escape": ('["\\u12"]', ("json", 1, 3)),
    "tab in a text": ('["a\tb"]', ("json", 1, 4)),
    "line break in a text": ('["a\nb"]', ("json", 1, 2)),
    "never closed": ('["a]', ("json", 1, 2)),
    "half a character": ('["\\ud800x"]', ("json", 1, 2)),
    "halves the wrong way round": ('["\\ude00\\ud83d"]', ("json", 1, 2)),
    "brackets that do not match": ("[1}", ("json", 1, 3)),
    "full-width colon": ('{"a"：1}', ("json", 1, 5)),
    "full-width comma": ('{"a":1，"b":2}', ("json", 1, 7)),
    "curly quotes": ('{"a":“b”}', ("json", 1, 6)),
    "special blank": ('{"a":\u30001}', ("json", 1, 6)),
    "repeated key": ('{"a": 1,\n"\\u0061": 2}', ("repeated-key", 2, 1)),
}


@pytest.mark.parametrize("name", JSON)
def test_json_that_is_refused(name):
    text, wanted = JSON[name]
    assert found(text, "case.json") == [wanted]


def test_all_repeated_keys_of_json_and_its_first_error():
    text = '{"x": {"b": 1, "b": 2}, "y": {"c": 1,\n"c": 2}, '
    assert found(text, "case.json") == [("repeated-key", 1, 16), ("repeated-key", 2, 1), ("json", 2, 9)]


def test_json_scalars_stay_as_written():
    source = parse_text("case.json", '[0.10, -0, 1E400, true, null, "\\u4e00\\n\\ud83d\\ude00"]', is_json=True)
    assert [(item.kind, item.value) for item in source.root.value] == [
        ("plain", "0.10"),
        ("plain", "-0"),
        ("plain", "1E400"),
        ("plain", "true"),
        ("null", "null"),
        ("text", "一\n😀"),
    ]


def test_json_does_not_pay_for_yaml():
    code = "import sys; from checker.documents.source import parse_text; parse_text('x', '[1]', is_json=True); "
    run = [sys.executable, "-c", code + "assert 'yaml' not in sys.modules"]
    subprocess.run(run, cwd=ROOT, check=True)


def plain(node: Node):
    """Return what json.loads would."""
    if node.kind == "map":
        return {key.value: plain(item) for key, item in node.value}
    if node.kind == "list":
        return [plain(item) for item in node.value]
    return node.value if node.kind == "text" else json.loads(node.value)


CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x7f\ufffe\uffff")
TEXTS = st.text(CHARACTERS, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2, "\t"]))
def test_json_agrees_with_the_standard_library(value, ascii_only, indent):
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert plain(read_source("case.json", text.encode()).root) == value


def check_positions(source: Source) -> None:
    """Every scalar of a JSON document begins where the node says."""
    waiting = [source.root]
    while waiting:
        node = waiting.pop()
        begins = source.lines[node.line - 1][node.column - 1 :]
        assert begins.startswith({"map": "{", "list": "[", "text": '"'}.get(node.kind) or node.value)
        if node.kind == "map":
            waiting += [part for pair in node.value for part in pair]
        elif node.kind == "list":
            waiting += node.value


@settings(max_examples=300, deadline=None)
@given(VALUES, st.integers(0, 200), st.integers(0, 3), st.text('[]{},:"\\ntru1e-. \n', max_size=3), st.booleans())
def test_json_is_refused_where_the_standard_library_refuses(value, at, cut, put, lines):
    text = json.dumps(value, ensure_ascii=False, indent=1 if lines else None)
    text = text[:at] + put + text[at + cut :]
    try:
        value = json.loads(text, parse_constant=lambda _: 1 / 0)
        good = True
    except (ValueError, ZeroDivisionError):
        good = False
    problems = found(text, "case.json")
    assert good is (not problems) or "\\u" in text or {code for code, _, _ in problems} == {"repeated-key"}
    if not problems:
        source = read_source("case.json", text.encode())
        assert plain(source.root) == value
        check_positions(source)


PIECES = st.sampled_from(
    [
        "\t",
        "：",
        "，",
        "\n",
        ": ",
        ":",
        "- ",
        "&a ",
        "*a",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "万",
        "? ",
        "!x ",
        "|\n",
        "<<: ",
        "#",
        "---\n",
        "\x85",
        "\u2028",
        "\ufeff",
        "\r",
        "\\",
        "%",
        "@",
    ]
)
EXAMPLE = (ROOT / "cases" / "clean.yaml").read_text(encoding="utf-8")[:1500]


def never_anything_else(data: bytes) -> None:
    for path in ("case.yaml", "case.json", "-"):
        for code, line, column in found(data, path):
            assert code and line >= 0 and column >= 0


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=60)
    | st.text(max_size=60).map(str.encode)
    | st.lists(PIECES, max_size=12).map(lambda parts: "".join(parts).encode())
)
def test_fuzz_bytes(data):
    never_anything_else(data)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(EXAMPLE)), st.integers(0, 9), PIECES | st.text(max_size=4))
def test_fuzz_a_valid_document(at, cut, put):
    never_anything_else((EXAMPLE[:at] + put + EXAMPLE[at + cut :]).encode())


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=30) | st.lists(PIECES, max_size=12).map("".join), st.booleans())
def test_fuzz_text_with_the_pure_parser(text, is_json):
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        try:
            parse_text("case", text, is_json=is_json)
        except InputError as error:
            assert error.problems


@pytest.mark.parametrize("is_json", [False, True])
def test_half_a_character_in_a_string(is_json):
    with pytest.raises(InputError) as caught:
        parse_text("case", '["\ud800"]', is_json=is_json)
    assert caught.value.problems[0].code == "control"
