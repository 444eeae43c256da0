"""What holds of every workbook of a case: written and read back it is the same case, in whatever order and by whatever program.

Tried with every bundled and example case, the cases of test_judgement, every example of a rule that reads as a case of its
own, and cases made by hypothesis.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import subprocess
from decimal import Decimal

import openpyxl
import pytest
from conftest import BOOK, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import examples
from support.no_content import without_content
from test_judgement import CASES, HEAD

from checker.api import check
from checker.authoring.casebook import differences
from checker.authoring.casebook_file import written
from checker.base.errors import InputError
from checker.cases.reader import read_case
from checker.documents.node import Node
from checker.documents.source import parse_text, read_source
from checker.intake.casebook.reader import read_casebook

VOCABULARY = BOOK.vocabulary
NIGHTLY = os.environ.get("CHECKER_NIGHTLY") == "1"
SAMPLE = 40
"""Cases of tests and examples of rules that are tried on an ordinary day; all of them under CHECKER_NIGHTLY=1."""
BUNDLED = sorted([*(ROOT / "cases").glob("*.yaml"), *(ROOT / "cases" / "examples").glob("*.yaml")])


def findings(case):
    """Return what is found of a case: fingerprint, outcome, amount and message (in whatever order it lists) of every check."""
    report = check([case], BOOK)
    return [(f.fingerprint, f.outcome, f.amount, "".join(sorted(f.message.say("zh")))) for f in report.results]


def same(source, lang="zh"):
    """Hold a case against its workbook; returns the workbook."""
    case = read_case(source, VOCABULARY)
    data = written(source, "我局.xlsx", VOCABULARY, lang)  # compares the facts itself
    again = read_casebook("我局.xlsx", data, VOCABULARY)
    assert not differences(case, again)
    assert sorted(findings(case), key=str) == sorted(findings(again), key=str)
    return data


@pytest.mark.parametrize(
    ("number", "path"), list(enumerate(BUNDLED)), ids=lambda each: each.stem if hasattr(each, "stem") else ""
)
def test_a_case_in_a_workbook_is_the_same_case(number, path):
    same(read_source(str(path), path.read_bytes()), ("zh", "en")[number % 2])


def fragments():
    """Yield the examples of rules that read as cases of their own once they have the headings of one."""
    headings = parse_text("head.yaml", HEAD).root.value
    known = {
        "name": "单位名称",
        "jurisdiction": "行政区划",
        "level": "预算级次",
        "unit_kind": "单位性质",
        "year": "预算年度",
    }
    for law in examples():
        node = law.root
        there = {key.text for key, _ in node.value} if node.kind == "map" else set()
        missing = [
            (k, v)
            for k, v in headings
            if k.text not in there
            and known.get(k.text) not in there
            and not (k.text == "level" and "budget_level" in there)
            and not (k.text == "year" and "fiscal_year" in there)
        ]
        yield law.name, Node("map", [*missing, *node.value], 1, 1)


def test_every_case_of_the_tests_and_every_example_of_a_rule_goes_through_a_workbook():
    """Facts only: `written` compares them. Refused are exactly the reasons without content that an example holds, each by its name."""
    tried, wrong, unread = 0, [], 0
    blank = parse_text("case.yaml", HEAD)
    several = [(case.name, parse_text(case.name, HEAD + case.text).root) for case in CASES]
    every = [*several, *fragments()]
    chosen = every if NIGHTLY else random.Random(23).sample(every, SAMPLE)
    if not NIGHTLY:  # the refused ones by day as well
        chosen += [(name, root) for name, root in every if without_content(root)]
    for number, (name, root) in enumerate(chosen):
        source = blank.part(root)
        try:
            read_case(source, VOCABULARY)
        except InputError:
            unread += 1
            continue
        tried += 1
        refused: set[tuple[str, str]] = set()
        try:
            written(source, "我局.xlsx", VOCABULARY, ("zh", "en")[number % 2])
        except InputError as error:
            refused = {(problem.code, quoted(problem.message.zh)) for problem in error.problems}
        if refused != {("unclear", text) for text in without_content(root)}:
            wrong.append((name, refused))
    assert tried > 0.8 * len(chosen), (tried, unread)
    assert not wrong, wrong


def quoted(message: str) -> str:
    """Return the text that a message quotes first, or all of it where it quotes none."""
    return message.partition("“")[2].partition("”")[0] or message


# ---- order


def reordered(data: bytes, seed: int) -> bytes:
    """Return the workbook with the rows and columns of its sheets of entries in another order."""
    dice = random.Random(seed)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets[2:]:
        if sheet.sheet_state != "visible" or sheet.max_row < 4:
            continue
        rows = [
            [(c.value, c.number_format, c.comment and c.comment.text) for c in row]
            for row in sheet.iter_rows(min_row=4)
        ]
        order = list(range(len(rows[0])))
        dice.shuffle(order)
        body = rows[1:]
        dice.shuffle(body)
        for at, cells in enumerate([rows[0], *body], 4):
            for column, pick in enumerate(order, 1):
                value, form, comment = cells[pick]
                cell = sheet.cell(at, column)
                cell.value, cell.number_format = value, form
                cell.comment = openpyxl.comments.Comment(comment, "") if comment else None
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_order_of_rows_and_columns_changes_nothing(path):
    source = read_source(str(path), path.read_bytes())
    case = read_case(source, VOCABULARY)
    again = read_casebook("我局.xlsx", reordered(written(source, "我局.xlsx", VOCABULARY, "zh"), 7), VOCABULARY)
    assert not [
        told for told in differences(case, again) if "#" not in told
    ]  # entries that may be repeated are numbered
    found, wanted = ({(f, o, a) for f, o, a, _ in findings(each)} for each in (again, case))
    assert found == wanted


# ---- another program


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office suite")
def test_saved_by_another_program_it_is_the_same_case(tmp_path):
    wanted = {}
    for path in BUNDLED:
        source = read_source(str(path), path.read_bytes())
        (tmp_path / f"{path.stem}.xlsx").write_bytes(written(source, "我局.xlsx", VOCABULARY, "zh"))
        wanted[path.stem] = read_case(source, VOCABULARY)
    out = tmp_path / "out"
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            out,
            *sorted(tmp_path.glob("*.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for stem, case in wanted.items():
        saved = out / f"{stem}.xlsx"
        again = read_casebook(str(saved), saved.read_bytes(), VOCABULARY)
        assert not differences(case, again), stem
        assert again.notes == case.notes


# ---- cases that nobody wrote

_WORDS = st.text("甲乙丙丁项目经费（）·0123456789-ab", min_size=1, max_size=12).map(lambda word: "某" + word)
_FIGURES = st.builds(lambda n, d: f"{Decimal(n).scaleb(-d):f}", st.integers(-(10**9), 10**9), st.integers(0, 4))
_UNITS = st.sampled_from(["", "", "", "万元", "元", "亿元"])


def _amount(figure: str, unit: str) -> str:
    return f"{Decimal(figure):.2f}元" if unit == "元" else figure + unit


_AMOUNTS = st.one_of(st.builds(_amount, _FIGURES, _UNITS), st.sampled_from(["无", "待填", "留空"]))
_FIELDS = [
    f for f in VOCABULARY.entities["budget_line"].fields.values() if f.type == "money" and f.written and f.negative
]


def _noted(value):
    return st.one_of(
        st.just(value),
        st.fixed_dictionaries(
            {"值": st.just(value)}, optional={"出处": _WORDS, "推断": st.just("是"), "推算": st.just("是")}
        ),
    )


@st.composite
def made_cases(draw):
    """Return a case as data: lines under a total, some with approvals and payments, contracts of them, and notes."""
    many = draw(st.integers(1, 5))
    lines = [{"编号": "total", "支出层次": "总支出", "项目名称": "总支出"}]
    for number in range(many):
        line = {"编号": f"{number:03}", "支出层次": "明细项目", "上级项目": "total", "项目名称": draw(_WORDS)}
        for field in draw(st.lists(st.sampled_from(_FIELDS), unique=True, max_size=5)):
            line[field.zh] = draw(_AMOUNTS.flatmap(_noted))
        if draw(st.booleans()):
            items = [
                {"文号": f"文{n}", "批复金额": draw(_FIGURES.filter(lambda f: not f.startswith("-")))}
                for n in range(draw(st.integers(0, 2)))
            ]
            shapes = [items, {"完整": draw(st.sampled_from(["是", "否"])), "明细": items}] + (
                [] if items else ["无", "待填", "留空"]
            )
            line["批复"] = draw(st.sampled_from(shapes))
        if draw(st.booleans()):
            line["出处"] = draw(_WORDS)
        lines.append(line)
    case = {
        "单位名称": draw(_WORDS),
        "行政区划": "430112",
        "预算级次": "区县",
        "单位性质": draw(st.sampled_from(["机关", "事业单位"])),
        "预算年度": "2020",
        "金额口径": {"单位": draw(st.sampled_from(["万元", "元", "亿元"])), "小数": str(draw(st.integers(0, 3)))},
        "支出": lines,
    }
    if draw(st.booleans()):
        case["转录"] = "全部"
    if draw(st.booleans()):
        case["付款"] = [
            {"支出项目编号": draw(st.sampled_from(lines))["编号"], "付款日期": f"2020-0{n + 1}-11", "付款金额": "1.50"}
            for n in range(draw(st.integers(0, 3)))
        ]
    if draw(st.booleans()):
        case["合同"] = [
            {
                "编号": f"{n:02}",
                "合同标的": draw(_WORDS),
                "所属支出项目": draw(st.sampled_from(lines))["编号"],
                "合同金额": "9.9",
            }
            for n in range(draw(st.integers(0, 2)))
        ]
    return case


@settings(max_examples=300 if NIGHTLY else 12, deadline=None, suppress_health_check=list(HealthCheck))
@given(made_cases(), st.sampled_from(["zh", "en"]))
def test_any_case_goes_through_a_workbook(data, lang):
    source = parse_text("case.json", json.dumps(data, ensure_ascii=False), is_json=True)
    try:
        read_case(source, VOCABULARY)
    except InputError:
        return  # such as an amount finer than a fen
    same(source, lang)
