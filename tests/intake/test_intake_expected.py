"""What a form expects and a document does not print: named, written 待填, filled in or set aside with a reason, and told no longer when it comes."""

from __future__ import annotations

import pytest
from conftest import BOOK
from intake_forms import document, table
from test_forms import FORMS, SPENT, evaluation, expenditure, read, summary, three_public_over
from test_intake_tables import reading

from checker.intake.decision_file import read_decisions, written
from checker.intake.decisions import Decisions, confirmed
from checker.intake.draft import draft
from checker.intake.importing import understood

UNIT = ("单位：万元",)
EMPTY = [""] * 12


def lacks(*blocks):
    """Return what is expected in vain: "field or place: why", in Chinese."""
    return [
        f"{each.fact.split(':')[0]}.{each.field}: {each.why.zh}" if each.fact else f"{each.name.zh}: {each.why.zh}"
        for each in read(*blocks)[2].expected
    ]


def without(blocks, *labels):
    """Return the table of *blocks* with the cells of a label, and those right of it in its half, blank."""
    *above, made = blocks
    gone = {(c.row, c.column + n) for c in made.cells if c.text in labels for n in range(3)}
    return [
        *above,
        made._replace(cells=tuple(c._replace(text="") if (c.row, c.column) in gone else c for c in made.cells)),
    ]


CASES = {
    "all is there": (summary(), []),
    "a total is blank": (
        expenditure([["合计", None, "", "", "", "", "", ""], *SPENT[1:]]),
        ["line.actual: 支出决算表 · 合计 · 本年支出合计：这一格是空的"],
    ),
    "columns that a unit need not have are not asked for": (expenditure(SPENT), []),
    "a total has no row": (
        expenditure(SPENT[1:]),
        ["line.actual: 支出决算表 · 合计 · 本年支出合计：表里应有这一行，没有找到"],
    ),
    "no unit, so nothing is read": (expenditure(SPENT, above=("支出决算表",)), ["支出决算表: 表里一个数也没有读出"]),
    "one total of the four": (
        without(summary(), "总计"),
        [
            "unit.total_income: 收入支出决算总表 · 总计 · 决算数：表里应有这一行，没有找到",
            "unit.total_expenditure: 收入支出决算总表 · 总计 · 决算数：表里应有这一行，没有找到",
        ],
    ),
    "an empty table is told of once": (
        three_public_over(EMPTY),
        ["财政拨款“三公”经费支出决算表: 表里一个数也没有读出"],
    ),
    "a zero is a figure": (three_public_over(["0.00"] * 12), []),
    "a total of the three public expenses is a dash": (
        three_public_over(["—", *["1.00"] * 5, "—", *["1.00"] * 5]),
        [
            "three_public.budget: 财政拨款“三公”经费支出决算表 · 预算数 合计：这一格是空的",
            "three_public.actual: 财政拨款“三公”经费支出决算表 · 决算数 合计：这一格是空的",
        ],
    ),
    "a total that was not read": (
        three_public_over(["约3", *["1.00"] * 11]),
        ["three_public.budget: 财政拨款“三公”经费支出决算表 · 预算数 合计：这一格有字，没有读成一个数（单位、写法）"],
    ),
    "an empty table of a fund that most units do not have": (
        table(
            [
                ["项目", None, "年初结转和结余", "本年收入", "本年支出", None, None, "年末结转和结余"],
                ["功能分类科目编码", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^"],
                ["合计", None, "", "", "", "", "", ""],
            ],
            above=("政府性基金预算财政拨款收入支出决算表", *UNIT),
        ),
        [],
    ),
    "a budget at the beginning of the year is blank": (
        table(evaluation(budget="")),
        ["line.initial_budget: 项目支出绩效自评表 · 年度资金总额 · 年初预算数：这一格是空的"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_form_expects_in_vain_is_named(name):
    blocks, wanted = CASES[name]
    assert lacks(blocks) == wanted


def test_the_rest_of_a_set_is_expected_where_most_of_it_is_there():
    of_set = [form for form in FORMS if form.set == "部门决算公开"]
    assert len(of_set) == 9
    few = [summary(number=2), expenditure(SPENT)]
    assert lacks(*few) == []
    from checker.intake.forms.expecting import of_sets
    from checker.intake.forms.recognising import Sheet

    most = [Sheet(form, [], [], ()) for form in of_set[:5]]
    assert [each.name.zh for each in of_sets(most, FORMS)] == [form.title.zh for form in of_set[5:]]
    assert of_sets(most[:4], FORMS) == []


def test_another_document_that_prints_it_ends_the_question():
    without_total = document(*expenditure(SPENT[1:]), name="03.pdf")
    whole = document(*summary(), name="01.pdf")._replace(sha256="1" * 64)
    from test_intake_tables import BY

    alone = understood([without_total], BOOK.vocabulary, BY)
    assert [(e.fact, e.field) for e in alone.understood.expected] == [("line:1", "actual")]
    assert understood([without_total, whole], BOOK.vocabulary, BY).understood.expected == ()


@pytest.fixture
def lacking():
    return reading(*expenditure(SPENT[1:]), *three_public_over(EMPTY))


def test_it_is_to_fill_in_until_somebody_decides(lacking, tmp_path):
    vocabulary = BOOK.vocabulary
    items = [each for each in confirmed(lacking, vocabulary).pending.expected if not each.needed]
    assert [(each.address, each.sentence) for each in items] == [
        ("支出[总支出].实际支出", ""),
        ("", "应有而没有找到：财政拨款“三公”经费支出决算表"),
    ]
    assert "实际支出: 待填" in draft(lacking, vocabulary) and "# 应有而没有找到：支出决算表 · 合计" in draft(
        lacking, vocabulary
    )
    said = ("王会计", "2025-03-01 09:00")
    filled = items[0].decision("set", *said, value="307.82万元")
    aside = [each.decision("aside", *said, reason="本年没有") for each in items]
    for made, left in (((filled,), 1), ((aside[0],), 1), ((aside[1],), 1), ((filled, aside[1]), 0), (tuple(aside), 0)):
        file = tmp_path / "a.decisions.yaml"
        file.write_bytes(written(Decisions(made)))
        held = read_decisions(str(file), vocabulary)[0]
        found = confirmed(lacking, vocabulary, held)
        assert not found.lost and len([e for e in found.pending.expected if not e.needed]) == left, made
        assert ("实际支出: 待填" in found.text) == (filled not in made and aside[0] not in made)
    there = reading(*expenditure(SPENT), *three_public_over(["0.00"] * 12))
    lost = confirmed(there, vocabulary, Decisions(tuple(aside))).lost
    assert [each.why.zh for each in lost] == ["材料里已经不缺这一项"] * 2


def test_headings_that_decide_the_rules_are_never_set_aside(lacking):
    heads = [each for each in confirmed(lacking, BOOK.vocabulary).pending.expected if each.needed]
    made = tuple(each.decision("aside", "王会计", "2025-03-01 09:00", reason="不知道") for each in heads)
    found = confirmed(lacking, BOOK.vocabulary, Decisions(made))
    assert len(found.lost) == len(heads) == 4 and len([e for e in found.pending.expected if e.needed]) == 4
