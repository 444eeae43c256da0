"""Several errors of one expression are told at once, each where it stands, and none that only follows from another."""

from __future__ import annotations

import pytest
from author_mistakes import RIGHT
from conftest import LEXICON, scope

from checker.language.recovery import errors

MISTAKES = {
    "实际支岀 / 年初预算 不超过 105% 且 年初预算 > 10000 且 支出层次 = 明细": ["实际支岀", "年初预算 > 10000", "明细"],
    "实际支出 > 且 年初预算 > 105% 且 造价 > 1元": ["且", "年初预算 > 105%"],
    "实际支岀 > 年初与算": ["实际支岀", "年初与算"],
    "a ! b 且 实际支出 > 5": ["!", "实际支出 > 5"],
    "存在 批覆 满足 (批覆.批复金额 > 1) 且 实际支出 > 5": ["批覆", "实际支出 > 5"],
    "每个 付款 满足 (付款日期 > 5元) 或 造价 = 无此": ["付款日期 > 5元", "无此"],
    "支出层次 属于 (明细项目, 丙丁, 甲) 且 实际支出 > 5": ["丙丁", "实际支出 > 5"],
    "实际支出 > 5 且 造价 > “没有写完 且 年初预算 > 5": ["“", "实际支出 > 5"],
    "(造价 > 1元 且 实际支出 > 5元": [""],
    "造价 > 1元) 且 实际支岀 > 5元": [")", "实际支岀"],
    "造价 > 1元，实际支岀 > 5元": ["，", "实际支岀"],
    "年初预算 > 0元 且 实际支出 > 1元": [],
    "": [""],
    "且": ["且", ""],
    "((": [""],
}


@pytest.mark.parametrize("text", MISTAKES)
def test_every_error_stands_where_it_is(text):
    found = errors(text, LEXICON, scope("budget_line"), "boolean")
    assert [text[slice(*error.span)] for error in found] == MISTAKES[text]


def test_no_prefix_of_an_expression_stops_it():
    """Whatever is half typed is an error or none, never a crash, and the first error is the one that reading raises."""
    whole = 'if is_it and (actual / initial_budget <= 105% or some review satisfies (level = second)) then cost in (1元, [2元..3元]) else name contains "x"'
    for end in range(len(whole)):
        errors(whole[:end], LEXICON, scope("budget_line"), "boolean", strict=True)
    for line in RIGHT.splitlines():
        _, _, body = line.partition(": ")
        for end in range(len(body)):
            errors(body[:end], LEXICON, scope("budget_line"))
