"""Nothing that goes in is an internal error, an address of memory or a wait without end: each way by name, then many by chance."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile

import fuzz_inputs
import pytest
from broken_inputs import HEAD, RULE
from conftest import BOOK, ROOT, case_of, evaluate, typed

from checker.api import load_case
from checker.base.archive import unzipped
from checker.base.errors import InputError, suggest
from checker.base.files import builtin
from checker.base.telling import Silent
from checker.base.width import _RANGES, escaped, shortened
from checker.cases.reader import MANY, read_case
from checker.documents.source import read_source
from checker.language.parser import LEVELS
from checker.language.tokens import ExpressionError
from checker.rulebook.cache import load_rulebook

LINE = HEAD + "lines:\n  - {id: a, kind: 明细项目, name: 甲, %s}\n"
CLAIM = LINE % "actual: 1万元" + "stated:\n  - {id: ab, kind: 合计数, amount: 1万元, of: [{role: 加数, %s}]}\n"
SHAPES = {
    "推断是清单": LINE % "actual: {value: 1万元, inferred: [x]}",
    "推断是一组键": LINE % "actual: {value: 1万元, inferred: {a: b}}",
    "推算是清单": LINE % "actual: {value: 1万元, derived: []}",
    "完整是清单": HEAD + "lines: {complete: [], items: []}\n",
    "完整是一组键": HEAD + "lines: {complete: {}, items: []}\n",
    "出处是清单": LINE % "actual: {value: 1万元, source: [a, b]}",
    "出处是一组键": HEAD + "source: {a: b}\n",
    "出处是空的": LINE % "actual: {value: 1万元, source: ''}",
    "小数位数是清单": HEAD + "amounts: {unit: 万元, decimals: [2]}\n",
    "小数位数是上标": HEAD + "amounts: {unit: 万元, decimals: ²}\n",
    "单位是清单": HEAD + "amounts: {unit: [万元]}\n",
    "年度写无位数": HEAD.replace("2020", "20２０年年"),
    "转录里套清单": HEAD + "transcribed: [[a], {b: c}]\n",
    "未披露里套清单": HEAD + "not_disclosed: [[a], {b: c}]\n",
    "属于哪一项是清单": HEAD + "lines: [{id: a, kind: 明细项目}]\napprovals: [{line: [a], number: 甲1号}]\n",
    "路径是清单": CLAIM % "path: [a.actual]",
    "编号是一组键": LINE.replace("id: a", "id: {value: {a: b}}") % "is_it: 是",
    "材料是一组键": HEAD + "document: {a: b}\n",
    "值里套值": LINE % "actual: {value: {value: 1万元}}",
    "键是一组键": HEAD + "? {a: b}\n: c\n",
    "留空的清单": HEAD + "lines: [[], {}, ~, 留空]\n",
    "半个字符": HEAD + 'report_title: "\\uD800"\n',
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_wrong_shape_is_told_where_it_stands(name):
    with pytest.raises(InputError) as refused:
        read_case(read_source("case.yaml", SHAPES[name].encode()), BOOK.vocabulary)
    for problem in refused.value.problems:
        assert "0x" not in problem.render("zh") + problem.render("en")


EXPRESSIONS = {
    "三百项用或连起来": " 或 ".join(["是否应急"] * 300),
    "三百项相加": "实际支出" + " + 1元" * 300,
    "指数大得不合情理": "1e999999999999999999999 > 1",
    "五千位数": "1" * 5000 + " > 1",
    "五千位金额": "1" * 5000 + "元 > 实际支出",
    "半个字符": '项目名称 = "\\uD800"',
    "转义的控制字符": '项目名称 = "\\u001b[31m"',
    "匹配式里重复的重复": '项目名称 匹配 "(.*)*x"',
    "匹配式里重复的或": '项目名称 匹配 "(a|a)*x"',
    "匹配式里五个不定长": '项目名称 匹配 ".*.*.*.*.*x"',
    "匹配式里次数相乘": '项目名称 匹配 "(a{99}){99}"',
    "括号两千层": "(" * 2000 + "1" + ")" * 2000,
    "一千个非": "非 " * 1000 + "是否应急",
}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_an_expression_beyond_all_bounds_is_refused(name):
    with pytest.raises(ExpressionError) as refused:
        typed(EXPRESSIONS[name], "budget_line")
    assert len(refused.value.message.zh) < 300


def test_as_many_terms_as_are_allowed_are_judged_and_explained():
    facts = "lines: [{id: a, kind: 明细项目, name: 甲, actual: 5元, is_emergency: 否}]\n"
    assert evaluate(" 或 ".join(["是否应急"] * (LEVELS - 1)), facts, "budget_line") is False
    assert evaluate("实际支出" + " + 1元" * (LEVELS - 1), facts, "budget_line") == 500 + 100 * (LEVELS - 1)


@pytest.mark.parametrize(
    "pattern", ["(门户|政务)网站", "等(相关)?(费用|支出)", "^[^但除]*(无|没有)[^但]*$", "(?:第[一二三]号)+", r"\d{4}年"]
)
def test_a_pattern_that_ends_is_kept(pattern):
    typed(f'项目名称 匹配 "{pattern}"', "budget_line")


def test_a_path_to_a_line_never_suggests_a_claim():
    with pytest.raises(InputError) as refused:
        read_case(read_source("case.yaml", (CLAIM % "path: ac.actual").encode()), BOOK.vocabulary)
    (problem,) = refused.value.problems
    assert problem.hint is None or "ab" not in problem.hint.zh.replace("basic", "")


def test_a_parent_never_suggests_the_entry_itself():
    with pytest.raises(InputError) as refused:
        read_case(read_source("case.yaml", (LINE % "parent: b").replace("id: a,", "id: bb,").encode()), BOOK.vocabulary)
    assert refused.value.problems[0].hint is None


def test_what_is_no_name_is_compared_with_none():
    assert suggest("甲" * 3_000_000, ["甲乙"] * 1000) == []
    assert suggest("line1500x", [f"line{n}" for n in range(2000)])[0] == "line1500"


def test_a_file_with_endless_problems_is_given_up():
    text = HEAD + "lines:\n" + "  - {id: a, kind: 明细项目, nme: 甲}\n" * (MANY + 100)
    with pytest.raises(InputError) as refused:
        read_case(read_source("case.yaml", text.encode()), BOOK.vocabulary)
    assert len(refused.value.problems) == MANY + 1 and any(
        problem.code == "too-many" for problem in refused.value.problems
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("what", ["link", "folder", "pipe"])
def test_what_is_no_file_among_rules_and_cases_is_named(tmp_path, what):
    odd = tmp_path / "x.yaml"
    if what == "link":
        odd.symlink_to(tmp_path / "nowhere")
    elif what == "folder":
        odd.mkdir()
    else:
        os.mkfifo(odd)
    (tmp_path / "my-rule.yaml").write_text(RULE, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_rulebook([builtin("rules"), tmp_path])
    assert [problem.place.file for problem in refused.value.problems] == [str(odd)]
    from checker.cases.files import case_files

    with pytest.raises(InputError) as refused:
        case_files((str(tmp_path),), Silent())
    assert [problem.place.file for problem in refused.value.problems] == [str(odd)]


RULE_SHAPES = {
    "依据是文字": RULE.replace("  - {instrument: 《某办法》, article: 第一条, verified: text}\n", "  - 《某办法》\n"),
    "参数是一组键": RULE + "parameters: {a: b}\n",
    "参数取值是文字": RULE + "parameters: [{id: aa, type: money, values: 3万元, basis: {instrument: 甲}}]\n",
    "施行是清单": RULE + "in_force: [2020]\n",
    "级次是一组键": RULE + "levels: {a: b}\n",
    "其他读法里是文字": RULE + "readings: [甲]\n",
    "定义里是清单": RULE + "define: [[a]]\n",
    "要求是清单": RULE.replace("实际支出 <= 年初预算", "[a, b]"),
    "说明是一组键": RULE.replace('"{项目名称}超支"', "{a: b}"),
    "标题有控制字符": RULE.replace("title: 示例规则", 'title: "\\e[31m示例"'),
    "编号是清单": RULE.replace("id: my-rule", "id: [a]"),
    "对象是清单": RULE.replace("for: 支出项目", "for: [支出项目]"),
}


@pytest.mark.parametrize("name", RULE_SHAPES)
def test_a_rule_of_a_wrong_shape_is_told(name):
    with pytest.raises(InputError) as refused:
        fuzz_inputs.read_a_rule(RULE_SHAPES[name].encode())
    assert all("0x" not in p.render("zh") and "\x1b" not in p.render("zh") for p in refused.value.problems)


VOCABULARIES = {
    "枚举取值是文字": "enumerations: {a: {zh: 甲, values: 乙}}\n",
    "枚举是文字": "enumerations: {a: 乙}\n",
    "实体是清单": "entities: [a]\n",
    "字段是清单": "entities: {trip: {zh: 出差, parent: unit, collection: [trips], fields: [a]}}\n",
    "层级是文字": "entities: {trip: {zh: 出差, tree: a, fields: {id: {zh: 号}}}}\n",
    "自报数是文字": "entities: {trip: {zh: 出差, figure: a, fields: {id: {zh: 号}}}}\n",
    "自报数里没有栏": "entities: {trip: {zh: 出差, figure: {kind: a}, fields: {id: {zh: 号}}}}\n",
    "类型是清单": "entities: {trip: {zh: 出差, fields: {id: {zh: 号, type: [a]}}}}\n",
    "可负是词": "entities: {trip: {zh: 出差, fields: {id: {zh: 号}, days: {zh: 天数, type: count, negative: maybe}}}}\n",
    "日期可负": "entities: {trip: {zh: 出差, fields: {id: {zh: 号}, day: {zh: 日, type: date, negative: true}}}}\n",
    "最外层是清单": "- a\n",
    "标识是清单": "entities:\n  ? [a]\n  : b\n",
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_of_a_wrong_shape_is_told(name):
    with pytest.raises(InputError):
        fuzz_inputs.read_vocabulary(VOCABULARIES[name].encode())


def _bomb(path, size=40 * 1024 * 1024):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("pack.yaml", b"\0" * size)
    return path.read_bytes()


def test_a_zip_bomb_is_refused_from_its_directory(tmp_path, monkeypatch):
    data = _bomb(tmp_path / "bomb.zip")
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *a, **k: pytest.fail("it was unpacked"))
    assert unzipped(data, 1 << 30).flaw == "size"


def test_parts_that_lie_on_each_other_are_refused(tmp_path, monkeypatch):
    path = tmp_path / "over.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        made.writestr("a", b"a" * 1000)
        for name in "bcd":
            info = zipfile.ZipInfo(name)
            info.file_size = info.compress_size = 1000
            info.header_offset = info.CRC = 0
            made.filelist.append(info)
        made._didModify = True
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *a, **k: pytest.fail("it was unpacked"))
    assert unzipped(path.read_bytes(), 1 << 30).flaw == "size"


PIPES = [
    ("rules", "list"),
    ("run", "cases/2020.yaml"),
    ("vocabulary",),
    ("schema", "case"),
    ("run", "no-such-file.yaml"),
    ("--help",),
    ("rules", "show", "stated-sum"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("words", PIPES, ids=" ".join)
def test_a_reader_that_goes_away_is_no_error_and_no_result(words):
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-m", "checker", *words]
    done = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False, text=True)
    os.close(writing)
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr and "内部错误" not in done.stderr
    assert done.returncode in ((2,) if "no-such-file.yaml" in words else (141,))


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
def test_no_escape_in_a_name_reaches_the_terminal(tmp_path):
    bad = tmp_path / "a\x1b[31m.yaml"
    bad.write_text("name: 甲\n", encoding="utf-8")
    for words in (
        ["run", str(bad)],
        ["run", str(tmp_path / "\x1b]0;x\x07")],
        ["run", "--\x1b[31m"],
        ["\x1b[31m"],
        ["rules", "show", "\x1b[31m"],
    ):
        done = subprocess.run([sys.executable, "-m", "checker", *words], capture_output=True, cwd=ROOT, check=False)
        assert done.returncode == 2 and b"\x1b" not in done.stdout + done.stderr, words
    bad.write_bytes((ROOT / "cases" / "clean.yaml").read_bytes())
    marks = bad.with_name("a\u202eb\u200bc\u2066d\ufeff.yaml")
    marks.write_bytes(bad.read_bytes())
    empty = bad.with_name("e\u202e\u2067.jsonl")
    empty.write_text('{"a": 1}\nx', encoding="utf-8")
    live = [
        "watch",
        str(empty),
        "--case",
        str(marks),
        "--journal",
        str(tmp_path / "j"),
        "--output",
        str(tmp_path / "o"),
    ]
    for words in (
        ["run", str(marks), "--format", "json"],
        ["run", str(marks), "--all"],
        ["explain", "overrun-above-threshold", "--case", str(marks), "--subject", "basic"],
        ["score", str(marks), "--format", "json"],
        live,
    ):
        done = subprocess.run([sys.executable, "-m", "checker", *words], capture_output=True, cwd=ROOT, check=False)
        assert done.stdout + done.stderr and not set("\u202e\u200b\u2066\u2067\ufeff\x1b") & set(
            (done.stdout + done.stderr).decode()
        ), words
    for form in ("table", "markdown", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "checker", "run", str(bad), "--format", form],
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
        assert done.returncode in (0, 1) and b"\x1b" not in done.stdout + done.stderr, form


HIDDEN_ONES = "\x1b\x9b\xad\u061c\u180e\u200b\u200e\u200f\u2028\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufff9\U000e0041"
SEEN_ONES = "\t\u00a0\u200c\u200d\u3000\ufe0fé𠮷·—"


@pytest.mark.parametrize("sign", HIDDEN_ONES + SEEN_ONES, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_cannot_be_seen_is_refused_in_texts_of_a_case(sign):
    texts = [f'"甲\\U{ord(sign):08x}乙"'] + ([f'"甲{sign}乙"'] if sign.isprintable() or ord(sign) > 0xA0 else [])
    for text in texts:
        data = (HEAD + f"lines: [{{id: a, kind: 明细项目, name: {text}}}]\n").encode()
        if sign in SEEN_ONES:
            assert load_case("c.yaml", BOOK, data).facts["budget_line"][0].values["name"]
            continue
        with pytest.raises(InputError) as caught:
            load_case("c.yaml", BOOK, data)
        assert {problem.code for problem in caught.value.problems} == {"control"}
        assert all(sign not in problem.render(lang) for problem in caught.value.problems for lang in ("zh", "en"))


def test_what_can_be_printed_is_not_hidden():
    hidden = [chr(code) for first, last in _RANGES for code in range(first, last + 1)]
    assert not any(sign.isprintable() for sign in hidden)  # `escaped` passes over what can be printed
    assert escaped('"甲\u202e乙"') == '"甲\\u202e乙"' and escaped('"甲　乙"') == '"甲　乙"'


LONG = {
    "digits": lambda n: "9" * n,
    "letters": lambda n: "x" * n,
    "Chinese": lambda n: "年" * n,
    "words": lambda n: "ab " * (n // 3),
    "marks": lambda n: "，；/" * (n // 3),
    "quotes": lambda n: "'\"" * (n // 2),
}


@pytest.mark.parametrize("field", ["year", "jurisdiction", "establishment", "budget_level", "report_date", "budgett"])
@pytest.mark.parametrize("name", LONG)
def test_what_was_found_is_not_printed_whole(name, field):
    text = LONG[name](5_000)
    head = {"name": "甲", "jurisdiction": "430112", "year": "2020", "budget_level": "区县", "unit_kind": "机关"}
    with pytest.raises(InputError) as caught:
        load_case("c.json", BOOK, json.dumps({**head, field: text}).encode())
    for problem in caught.value.problems:
        for lang in ("zh", "en"):
            assert len(problem.render(lang)) < 1_200


def test_a_sentence_is_not_shortened_for_its_quotes():
    for sentence in (
        f"'a' is {'no such thing ' * 40}'b'",
        "the unit's rows " * 30 + "and the case's",
        f"“甲”{'和很多别的，' * 60}“乙”",
    ):
        assert shortened(sentence) == sentence


def test_many_inputs_by_chance_are_read_or_refused():
    done = fuzz_inputs.run(20_000, seed=1)
    print("\n" + "\n".join(fuzz_inputs.lines(done)))
    assert [each for each in done.findings if " s b" not in each] == []  # how long one takes is for the nightly run
    assert all(done.read[kind] or kind in ("bundle", "resealed") for kind in done.refused)


def test_damaged_tables_are_read_or_refused():
    pytest.importorskip("duckdb")
    done = fuzz_inputs.run_tables(3, seed=1)
    assert done.findings == []


@pytest.mark.parametrize(
    ("body", "offered"),
    [
        ("not_disclosed: [basic.actaul]\nlines: [{id: basic, kind: 明细项目}]\n", "basic.actual"),
        ("not_disclosed: [basik.actual]\nlines: [{id: basic, kind: 明细项目}]\n", "basic.actual"),
        ("not_disclosed: [budget_lines.actual]\nlines: []\n", "budget_line.actual"),
        ("not_disclosed: [actaul]\nlines: []\n", "actual"),
        ("lines: [{id: pay1, kind: 明细项目, parent: pay}, {id: pay2, kind: 明细项目, parent: pay1}]\n", ""),
        ("lines: [{id: a, kind: 明细项目, nmae: x}]\n", "name"),
        ("lines: [{id: a, kind: 明细项目, nmae: y, name: x}]\n", "already"),
        ("lines: []\nlinse: []\n", "already"),
    ],
)
def test_what_is_offered_can_stand_there(body, offered):
    with pytest.raises(InputError) as told:
        case_of(body)
    (problem,) = told.value.problems
    names = problem.hint.en.removeprefix("did you mean: ").split(", ") if problem.hint else []
    assert (names[0] == offered or offered in problem.hint.en) if offered else not names
    for name in names if offered and offered != "already" else ():  # and with each of them nothing is wrong
        wrong = re.search(r"basic\.actaul|basik\.actual|budget_lines\.actual|actaul|nmae", body)[0]
        value = "1元" if name in ("actual", "prior_actual") and "nmae" in body else "x"
        case_of(body.replace(wrong, name).replace(f"{name}: x", f"{name}: {value}"))
