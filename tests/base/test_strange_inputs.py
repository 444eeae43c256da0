"""Inputs and outputs that are not what they seem: what is told of them, and what is left alone."""

from __future__ import annotations

import pytest
from conftest import BOOK, HEAD

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, check_targets
from checker.cases.reader import read_case
from checker.documents.source import parse_text


def test_a_link_that_leads_round_in_a_circle_is_not_replaced(tmp_path):
    loop = tmp_path / "loop.md"
    loop.symlink_to("loop.md")
    with pytest.raises(InputError, match="round in a circle"):
        check_targets([Target(str(loop), (".md",))], [])
    assert loop.is_symlink()


def test_a_line_above_itself_is_told_to_be_that():
    text = HEAD + "lines:\n  - {id: a, kind: 明细项目, parent: a, name: 某专项}\n"
    with pytest.raises(InputError) as caught:
        read_case(parse_text("case.yaml", text), BOOK.vocabulary)
    assert [problem.code for problem in caught.value.problems] == ["circle"]


@pytest.mark.parametrize("column", [1, 50, 5_000_001], ids=["first", "near", "far"])
def test_of_a_very_long_line_only_what_surrounds_the_place_is_looked_at(column):
    line = "a\tb\u202ec" * 1_000_000
    shown = Problem("x", Place("f", 1, column, line, 3), Text("错", "wrong")).render("en").split("\n")
    left = column - 41 if column > 61 else 0
    assert shown[1] == "    " + line[left : left + 100].replace("\t", " ").replace("\u202e", "·")
    assert shown[2].index("^") == 4 + column - 1 - left


def test_the_lock_of_an_open_workbook_is_named(tmp_path):
    pytest.importorskip("duckdb")
    from test_mapping import LINES, pack

    files = {"a.csv": "单位,编号,名称,支出\n甲,1,x,1元\n", "~$a.xlsx": "x"}
    code, printed, _ = pack(tmp_path, LINES, files)
    assert code == 0 and "~$a.xlsx was not read" in printed
