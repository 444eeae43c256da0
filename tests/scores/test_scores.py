"""Score sheets: golden sheets as units fill them in, boundary tables, laws of scoring, and what is refused."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT, case_of
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.api import check
from checker.base.errors import InputError
from checker.cli.main import main
from checker.rulebook.packs import read_pack
from checker.scores.reader import load_sheets
from checker.scores.scoring import number, score, sheets_for

GOLDEN = ROOT / "tests" / "golden"
TOP = "id: own\ntitle: 自定计分表\nbasis: {instrument: 示例通知, verified: no}\nrows:\n"


def sheets(tmp_path, rows: str, top: str = TOP):
    """Return the sheet made of these rows, on top of the built-in rules; it also lies in *tmp_path*/own."""
    folder = tmp_path / "own"
    (folder / "scores").mkdir(parents=True, exist_ok=True)
    (folder / "scores" / "own.yaml").write_text(top + rows, encoding="utf-8")
    (part,) = read_pack(folder).parts
    return load_sheets(replace(BOOK, scores=((part, ""),)))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("sheets")


def scored(tmp_path, row: str, facts: str):
    """Return the only row of a sheet with *row*, for a case with *facts*."""
    case = case_of(facts)
    (one,) = score(BOOK.plan(case), case, sheets(tmp_path, "  - " + row + "\n")["own"]).rows
    return one


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "code"), [("2020", 3), ("clean", 0)])
def test_sheets_are_as_drawn(name, code, lang, monkeypatch):
    """UPDATE_GOLDEN=1 writes them anew; look at them."""
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["score", f"cases/{name}.yaml", "--lang", lang])
    path = GOLDEN / f"score-{name}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(result.output, encoding="utf-8")
    assert result.output == path.read_text(encoding="utf-8")
    assert result.exit_code == code


STAFF = "{indicator: staff-control-rate, weight: 5, deduct: {points: 0.5, per: 1%%, above: 100%%, each: %s}}"
EXECUTION = "{indicator: procurement-execution-rate, weight: 6, deduct: {points: 2, per: 5%, above: 100%, below: 100%, each: full}}"
CONTROL = "{indicator: budget-control-rate, weight: 5, steps: [{at_most: 0%, points: 5}, {at_most: 10%, points: 4}, {at_most: 20%, points: 3}, {at_most: 30%, points: 2}, {points: 0}]}"
TOTAL = "lines:\n  - {id: t, kind: 总支出, name: 总支出, 年初预算: 1000000元, 追加预算: %s元}\n"


@pytest.mark.parametrize(
    ("name", "row", "facts", "points"),
    [
        ("at the limit", STAFF % "full", "编制人数: 200人\n在职人数: 200人\n", "5"),
        ("below it", STAFF % "full", "编制人数: 200人\n在职人数: 1人\n", "5"),
        ("half a point over, full", STAFF % "full", "编制人数: 200人\n在职人数: 201人\n", "5"),
        ("half a point over, started", STAFF % "started", "编制人数: 200人\n在职人数: 201人\n", "9/2"),
        ("half a point over, pro rata", STAFF % "proportional", "编制人数: 200人\n在职人数: 201人\n", "19/4"),
        ("exactly one point, full", STAFF % "full", "编制人数: 200人\n在职人数: 202人\n", "9/2"),
        ("exactly one point, started", STAFF % "started", "编制人数: 200人\n在职人数: 202人\n", "9/2"),
        ("a third, pro rata, is exact", STAFF % "proportional", "编制人数: 300人\n在职人数: 301人\n", "29/6"),
        ("down to nothing", STAFF % "full", "编制人数: 100人\n在职人数: 110人\n", "0"),
        ("never under nothing", STAFF % "full", "编制人数: 1人\n在职人数: 99人\n", "0"),
        ("4.99 % short", EXECUTION, "采购预算: 10000元\n实际采购金额: 9501元\n", "6"),
        ("5 % short", EXECUTION, "采购预算: 10000元\n实际采购金额: 9500元\n", "4"),
        ("5 % over", EXECUTION, "采购预算: 10000元\n实际采购金额: 10500元\n", "4"),
        ("15 % over", EXECUTION, "采购预算: 10000元\n实际采购金额: 11500元\n", "0"),
        ("nothing added", CONTROL, TOTAL % "0", "5"),
        ("one fen added", CONTROL, TOTAL % "0.01", "4"),
        ("10 % added", CONTROL, TOTAL % "100000", "4"),
        ("10 % and one fen", CONTROL, TOTAL % "100000.01", "3"),
        ("30 % added", CONTROL, TOTAL % "300000", "2"),
        ("30 % and one fen", CONTROL, TOTAL % "300000.01", "0"),
        ("less than nothing added", CONTROL, TOTAL % "-5", "5"),
        (
            "a formula, cut at the weight",
            "{indicator: staff-control-rate, weight: 5, formula: 10 * (在职人数 / 编制人数)}",
            "编制人数: 2人\n在职人数: 2人\n",
            "5",
        ),
        (
            "a formula, exact",
            "{indicator: staff-control-rate, weight: 5, formula: 5 * (在职人数 / 编制人数)}",
            "编制人数: 3人\n在职人数: 1人\n",
            "5/3",
        ),
        (
            "a formula, never under nothing",
            "{indicator: staff-control-rate, weight: 5, formula: 1 - 在职人数 / 编制人数}",
            "编制人数: 1人\n在职人数: 3人\n",
            "0",
        ),
    ],
)
def test_points_at_the_boundaries(home, name, row, facts, points):
    assert scored(home, row, facts).points == Fraction(points)


YUEYANG = HEAD.replace("430112", "430600").replace("区县", "市本级")
LINES = """
在职人数: {staff}人
编制人数: 100人
重点项目支出: {key}元
lines:
  - {{id: t, kind: 总支出, name: 总支出, 年初预算: 1000000元, 预算变动数: {moved}元, 调整预算: 1000000元, 年末结转: {left}元, 上年结转: 50000元}}
  - {{id: p, kind: 项目支出, name: 项目支出, 年初预算: 100000元}}
三公经费:
  - {{三公类别: 公务接待, 三公支出: {spent}元, 三公预算: 10000元, 上年三公预算: {before}元}}
"""


@pytest.mark.parametrize(
    ("staff", "before", "key", "moved", "left", "spent", "points"),
    [
        (100, 10000, 90000, 0, "0", 10000, "5 5 5 3 3 6"),
        (101, 9901, 89999, "0.01", "0.01", 10099, "9/2 5 4 2 2 6"),
        (109, 9900, 79999, 100000, 50000, 10100, "1/2 9/2 3 2 2 5"),
        (110, 9100, 69999, "100000.01", "50000.01", 10599, "0 1/2 2 1 0 1"),
        (120, 9000, 60000, 300000, 60000, 20000, "0 0 2 1/2 0 0"),
        (99, 11000, 59999, "300000.01", 60000, 9000, "5 5 0 0 0 6"),
    ],
)
def test_the_sheet_of_yueyang_scores_as_its_form_prints(staff, before, key, moved, left, spent, points):
    """Municipal units of Yueyang only: its districts and the rest of Hunan keep the form of Hunan."""
    built_in = load_sheets(BOOK)
    case = case_of(LINES.format(staff=staff, before=before, key=key, moved=moved, left=left, spent=spent), YUEYANG)
    made = score(BOOK.plan(case), case, built_in["yueyang-department"])
    assert " ".join(str(row.points) for row in made.rows) == points
    nearest = [sheets_for(BOOK.plan(each), built_in.values())[0].id for each in (case, case_of("lines: []\n"))]
    assert nearest == ["yueyang-department", "hunan-department"]


def test_what_is_missing_is_named_and_not_deducted(home):
    one = scored(home, STAFF % "full", "在职人数: 12人\n")
    assert (one.state, one.points, one.deducted) == ("unscored", None, None)
    assert [missing.name for missing in one.check.missing] == ["establishment"]
    assert (
        scored(
            home, CONTROL, TOTAL % "0" + "  - {id: u, kind: 总支出, name: 又一总支出, 年初预算: 1元, 追加预算: 0元}\n"
        ).state
        == "unscored"
    )


def test_what_does_not_apply_scores_only_where_the_standard_says_so(home):
    row = "{indicator: building-area-rate, weight: 5, %s deduct: {points: 2, per: 5%%, above: 100%%, each: full}}"
    assert scored(home, row % "none: full,", "投资项目: 无\n").points == 5
    assert scored(home, row % "", "投资项目: 无\n").state == "not_applicable"
    assert scored(home, row % "none: full,", "").state == "unscored"  # whether there is any is not known


def test_a_parameter_that_is_not_known_here_gives_no_points(home):
    elsewhere = HEAD.replace("430112", "440100")
    case = case_of("编制人数: 2人\n在职人数: 2人\n", elsewhere)
    made = sheets(
        home,
        "  - {indicator: staff-control-rate, weight: 在职人员控制率分值, deduct: {points: 1, per: 1%, above: 100%, each: full}}\n",
    )
    (one,) = score(BOOK.plan(case), case, made["own"]).rows
    assert (one.state, one.weight) == ("unscored", None)


def test_points_that_rest_on_the_last_digit_or_an_inference_say_so(home):
    row = "{indicator: running-cost-control-rate, weight: 8, deduct: {points: 1, per: 1%, above: 100%, each: full}}"
    assert "borderline" in scored(home, row, "公用经费预算: 5.00万元\n公用经费决算: 5.05万元\n").marks
    assert not scored(home, row, "公用经费预算: 50000.00元\n公用经费决算: 50500.00元\n").marks
    inferred = scored(home, STAFF % "full", "编制人数: {value: 2人, inferred: true}\n在职人数: 2人\n")
    assert inferred.marks == {"inferred"}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["full", "started", "proportional"]),
    st.integers(1, 40),
    st.integers(1, 60),
    st.integers(1, 300),
    st.integers(1, 5000),
    st.integers(0, 8000),
    st.integers(0, 8000),
)
def test_laws_of_deduction(home, each, weight, points, per, places, one, two):
    """Never above the weight, never below 0, never more for a worse value; started ≤ pro rata ≤ full."""
    row = f"{{indicator: staff-control-rate, weight: {weight}, deduct: {{points: {points / 10}, per: {per / 10}%%, above: 100%%, each: %s}}}}"
    few, many = sorted((one, two))

    def given_points(how, staff):
        found = scored(home, row % how, f"编制人数: {places}人\n在职人数: {staff}人\n").points
        assert 0 <= found <= weight
        return found

    assert given_points(each, many) <= given_points(each, few)
    assert given_points("started", many) <= given_points("proportional", many) <= given_points("full", many)
    if many <= places:
        assert given_points(each, many) == weight


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=5, unique=True), st.integers(0, 500), st.integers(0, 500))
def test_laws_of_step_tables(home, limits, one, two):
    """A table whose points fall as the limits rise never gives more for more."""
    limits = sorted(limits)
    lines = ", ".join(f"{{at_most: {limit}%, points: {len(limits) - n}}}" for n, limit in enumerate(limits))
    row = f"{{indicator: staff-control-rate, weight: {len(limits)}, steps: [{lines}, {{points: 0}}]}}"
    few, many = sorted((one, two))
    points = [scored(home, row, f"编制人数: 100人\n在职人数: {staff}人\n").points for staff in (few, many)]
    assert len(limits) >= points[0] >= points[1] >= 0
    assert points[0] == sum(1 for limit in limits if few <= limit)


@given(st.fractions(min_value=-1000, max_value=1000))
def test_a_number_is_printed_exactly_or_says_that_it_is_not(value):
    text = number(value)
    shown = Fraction(text.lstrip("≈").replace(",", ""))
    assert abs(shown - value) <= Fraction(1, 200)
    assert (shown == value) is not text.startswith("≈")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("  - {indicator: staff-contrl-rate, weight: 5, formula: 5}\n", "staff-control-rate"),
        ("  - {indicator: staff-within-establishment, weight: 5, formula: 5}\n", "没有指标规则"),
        ("  - {indicator: staff-control-rate, weigth: 5, formula: 5}\n", "weight"),
        ("  - {indicator: staff-control-rate, weight: 0, formula: 5}\n", "大于 0"),
        ("  - {indicator: staff-control-rate, weight: 5万元, formula: 5}\n", "number"),
        ("  - {indicator: staff-control-rate, weight: 在职人数, formula: 5}\n", "只能写数和参数"),
        ("  - {indicator: staff-control-rate, weight: 5}\n", "要写且只写一种"),
        ("  - {indicator: staff-control-rate, weight: 5, formula: 5, steps: [{points: 0}]}\n", "要写且只写一种"),
        ("  - {indicator: staff-control-rate, weight: 5, formula: 5万元}\n", "得分要是数"),
        ("  - {indicator: staff-control-rate, weight: 5, deduct: {points: 1, per: 1%, each: full}}\n", "从哪里起扣"),
        ("  - {indicator: staff-control-rate, weight: 5, deduct: {points: 1, per: 1%, above: 1%}}\n", "计法"),
        (
            "  - {indicator: staff-control-rate, weight: 5, deduct: {points: 1, per: 0%, above: 1%, each: full}}\n",
            "大于 0",
        ),
        (
            "  - {indicator: staff-control-rate, weight: 5, deduct: {points: 1, per: 1万元, above: 1%, each: full}}\n",
            "money",
        ),
        (
            "  - {indicator: staff-control-rate, weight: 5, deduct: {points: 1, per: 1%, above: 90%, below: 100%, each: full}}\n",
            "高于",
        ),
        ("  - {indicator: staff-control-rate, weight: 5, steps: [{at_most: 1%, points: 5}]}\n", "最后一档不写界限"),
        (
            "  - {indicator: staff-control-rate, weight: 5, steps: [{at_most: 9%, points: 5}, {at_most: 5%, points: 3}, {points: 0}]}\n",
            "永远轮不到",
        ),
        (
            "  - {indicator: staff-control-rate, weight: 5, steps: [{at_most: 9%, points: 6}, {points: 0}]}\n",
            "0 和分值之间",
        ),
        (
            "  - {id: a, indicator: staff-control-rate, weight: 5, formula: 5}\n  - {id: a, indicator: key-task-rate, weight: 5, formula: 5}\n",
            "写了两次",
        ),
        ("  []\n", "没有指标"),
    ],
)
def test_a_wrong_sheet_is_refused_with_its_place(tmp_path, rows, words):
    with pytest.raises(InputError) as caught:
        sheets(tmp_path, rows)
    told = "\n".join(problem.render("zh") for problem in caught.value.problems)
    assert words in told and re.search(r"own\.yaml:\d+:\d+", told)


def test_all_problems_of_a_sheet_are_told_at_once(tmp_path):
    with pytest.raises(InputError) as caught:
        sheets(
            tmp_path,
            "  - {indicator: nothing, formula: 5}\n  - {indicator: key-task-rate, weight: x, formula: 5}\n",
            TOP.replace("basis", "bases"),
        )
    assert {"unknown-key", "required", "no-indicator", "expression:unknown-name"} <= {
        p.code for p in caught.value.problems
    }


def test_keys_may_be_chinese(tmp_path):
    text = "编号: own\n标题: 自定计分表\n依据: {文件: 示例通知, 核对: 未核实}\n指标:\n"
    rows = "  - {指标规则: staff-control-rate, 分值: 5, 扣分: {扣: 0.5, 每: 1%, 高于: 100%, 计法: 不足也算}}\n  - {指标规则: budget-control-rate, 分值: 5, 分档: [{不超过: 10%, 得分: 5}, {得分: 0}]}\n"
    made = sheets(tmp_path, rows, text)["own"]
    assert [row.id for row in made.rows] == ["staff-control-rate", "budget-control-rate"]


def test_scores_stand_outside_the_ledger(tmp_path):
    """A sheet adds no rule and no check, and the command finds the sheet of a pack."""
    sheets(tmp_path, "  - " + STAFF % "full" + "\n")
    from checker.api import load_rules

    book = load_rules([tmp_path / "own"])
    assert set(book.rules) == set(BOOK.rules)
    case = case_of("编制人数: 2人\n在职人数: 3人\n")
    assert check([case], book).ledger.counts == check([case], BOOK).ledger.counts


def test_the_json_is_exact_and_a_place_without_a_sheet_is_told(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + "编制人数: 18人\n在职人数: 20人\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["score", str(path), "--format", "json"])
    made = json.loads(result.output)
    row = next(row for row in made["sheets"][0]["rows"] if row["id"] == "staff-control")
    assert made["format"] == "checker-score/1" and result.exit_code == 3
    assert row["points"] == {"exact": "0", "text": "0"} and row["deducted"]["exact"] == "5"
    path.write_text(HEAD.replace("430112", "440100"), encoding="utf-8")
    result = CliRunner().invoke(main, ["score", str(path), "--lang", "zh"])
    assert result.exit_code == 2 and "没有适用于 440100" in result.output
    result = CliRunner().invoke(main, ["score", str(path), "--lang", "zh", "--sheet", "hunan-departmnt"])
    assert result.exit_code == 2 and "hunan-department" in result.output


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_documented_sheet_is_read(tmp_path, lang):
    text = (ROOT / f"docs/scores.{lang}.md").read_text(encoding="utf-8")
    (sheet,) = re.findall(r"```sheet\n(.*?)```", text, re.DOTALL)
    assert sheets(tmp_path, "", sheet)
