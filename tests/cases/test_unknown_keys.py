"""A key that is none: the usual words of ledgers, a unit behind the word, a field of something else."""

from __future__ import annotations

import pytest
from conftest import BOOK, HEAD

from checker.base.errors import InputError
from checker.cases.reader import key_table, read_case
from checker.cases.unknown_keys import USUAL
from checker.documents.source import parse_text

LINE = "支出: [{编号: a, 支出层次: 明细项目, 项目名称: 甲, %s: 5}]\n"
PAID = "支出: [{编号: a, 支出层次: 明细项目, 项目名称: 甲, 付款: [{付款编号: p, %s: 5}]}]\n"
CONTRACT = "合同: [{合同编号: c, %s: 5}]\n"
WANTED = [
    (LINE, "支出金额", "您是不是想写：实际支出"),
    (LINE, "上年结余", "您是不是想写：上年结转"),
    (LINE, "实际支出（万元）", "写“实际支出”，单位写在数的后面，例如 5万元"),
    (PAID, "支付时间", "您是不是想写：付款日期"),
    (PAID, "供应商", "您是不是想写：收款人"),
    (PAID, "合同标的", "“合同标的”是合同的一栏：写在合同的一条里"),
    (CONTRACT, "乙方", "您是不是想写：供应商"),
    (CONTRACT, "签约日期", "您是不是想写：签订日期"),
    (CONTRACT, "签订日期: 2020-01-01, 签约日期", "像是“签订日期”，而第 6 行已经写了“签订日期”：留一处"),
    ("%s: 5\n", "年初预算", "“年初预算”是支出项目的一栏：写在支出项目的一条里"),
    ("%s: 5\n", "联系人", "只是说明的，删去或写成 # 注释"),
]


@pytest.mark.parametrize(("text", "key", "wanted"), WANTED, ids=[key for _, key, _ in WANTED])
def test_a_common_word_is_answered_with_the_field_that_is_meant(text, key, wanted):
    with pytest.raises(InputError) as refused:
        read_case(parse_text("case.yaml", HEAD + text % key), BOOK.vocabulary)
    (problem,) = refused.value.problems
    assert problem.code == "unknown-key" and problem.hint is not None and problem.hint.zh.startswith(wanted)


def test_every_field_that_is_advised_is_one_and_no_word_for_it_is_a_key_there():
    tables = [key_table(BOOK.vocabulary, entity) for entity in BOOK.vocabulary.entities.values()]
    for name, words in USUAL.items():
        having = [table for table in tables if name in table]
        assert having and all(any(word not in table for table in having) for word in words), name
