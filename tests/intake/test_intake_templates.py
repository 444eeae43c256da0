"""Template sentences of forms as data: read word for word, for the unit and the year of the document only; all else is left to the grammar."""

from __future__ import annotations

from functools import partial

import pytest
from conftest import BOOK
from intake_forms import table
from prose_tools import document, told
from test_forms import FORMS

from checker.base.errors import InputError
from checker.intake.forms import read_forms
from checker.intake.forms import understand as of_forms
from checker.intake.importing import understood
from checker.intake.numbers import spans
from checker.intake.prose import understand
from checker.intake.reading import Reading

FINAL, PLAN = "2024年度部门决算", "2025年部门预算"
SIGNED = ("示例区档案局", "2025年1月25日")


def read(*paragraphs, forms=FORMS):
    made = document(*paragraphs)
    found = tuple(spans(made, 1))
    return Reading((made,), found, understand(made, found, BOOK.vocabulary, forms))


# fmt: off
SENTENCES = [
    ("totals of all money, with a fall", FINAL, ("示例区档案局2024年度收入支出总计310.00万元。与2023年度相比，收入支出总计减少10.00万元，下降3.13%。",),
     {"310.00万元": "unit.total_expenditure & unit.total_income", "10.00万元": "operand", "3.13%": "growth(unit.total_income, =320.00万元)"}),
    ("totals of appropriations are not those of all money", FINAL, ("2024年度财政拨款收入支出总计300.00万元。与2023年度相比，财政拨款收入支出总计增加20.00万元，增长7.14%。",),
     {"300.00万元": "operand", "20.00万元": "operand", "7.14%": "growth(300.00万元, =280.00万元)"}),
    ("a rise from nothing says nothing", FINAL, ("2024年度财政拨款收入支出总计307.82万元。与2023年度相比，财政拨款收入支出总计增加307.82万元，增长100.00%。",),
     {}),
    ("totals of another unit", FINAL, ("示例区图书馆2024年度收入支出总计310.00万元。与2023年度相比，收入支出总计减少10.00万元，下降3.13%。",),
     {}),
    ("totals of a unit below", FINAL, ("示例区档案局下属中心2024年度收入支出总计310.00万元。与2023年度相比，收入支出总计减少10.00万元，下降3.13%。",),
     {}),
    ("totals of another year", FINAL, ("示例区档案局2023年度收入支出总计310.00万元。与2022年度相比，收入支出总计减少10.00万元，下降3.13%。",),
     {"310.00万元": "unread", "10.00万元": "unread", "3.13%": "unread"}),
    ("compared with two years ago", FINAL, ("示例区档案局2024年度财政拨款收入支出总计310.00万元。与2022年度相比，财政拨款收入支出总计减少10.00万元，下降3.13%。",),
     {"10.00万元": "unread", "3.13%": "unread"}),
    ("the three public expenses by kind", FINAL, ("“三公”经费财政拨款支出预算为20.00万元，支出决算为12.50万元。", "2024年度“三公”经费财政拨款支出决算中，公务接待费支出决算3.50万元，占28.00%，因公出国（境）费支出决算0万元，占0%，公务用车购置费及运行维护费支出决算9.00万元，占72.00%。其中："),
     {"20.00万元": "three_public_total.budget", "12.50万元": "three_public_total.actual", "3.50万元": "reception.actual", "28.00%": "ratio(reception.actual, three_public_total.actual)", "0万元": "abroad.actual", "0%": "ratio(abroad.actual, three_public_total.actual)", "9.00万元": "cars_together.actual", "72.00%": "ratio(cars_together.actual, three_public_total.actual)"}),
    ("shares of a total that is not said", FINAL, ("2024年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占0%，公务用车购置及运行维护费支出决算9.00万元，占72.00%，公务接待费支出决算3.50万元，占28.00%。",),
     {"3.50万元": "reception.actual", "0万元": "abroad.actual", "9.00万元": "cars_together.actual"}),
    ("cars bought and cars kept", FINAL, ("3、公务用车购置费及运行维护费支出决算为9.00万元，其中：公务用车购置费2.00万元，更新公务用车1辆。公务用车运行维护费7.00万元，主要是燃油费支出，截止2024年12月31日，我单位开支财政拨款的公务用车保有量为3辆。",),
     {"9.00万元": "cars_together.actual", "2.00万元": "car_purchase.actual", "7.00万元": "car_running.actual", "3辆": "unit.cars"}),
    ("one fund: parts of its spending", FINAL, ("2024年度政府性基金预算财政拨款收入51.00万元；年初结转和结余0万元；支出50.00万元，其中基本支出1.00万元，项目支出49.00万元；年末结转和结余1.50万元。",),
     {"50.00万元": "sum(1.00万元, 49.00万元)", "1.00万元": "operand", "49.00万元": "operand"}),
    ("objectives of projects", FINAL, ("编报绩效目标的2024年度项目4个，涉及预算金额598.42万元。",), {}),
    ("totals planned", PLAN, ("2025年收入、支出预算总计13649.07万元，与上年相比收、支预算总计各增加844.15万元，增长6.59%。",),
     {"13649.07万元": "unit.total_expenditure? & unit.total_income?", "844.15万元": "operand", "6.59%": "growth(unit.total_income, =12804.92万元)"}),
    ("the three public expenses planned by kind", PLAN, ("2.公务用车购置及运行费预算支出183.6万元。其中：", "(1)公务用车购置费预算支出0万元。", "3.公务接待费1.00万元，与上年预算数持平。"),
     {"183.6万元": "cars_together.budget", "0万元": "car_purchase.budget", "1.00万元": "reception.budget"}),
    ("a sentence of accounts in an evaluation is no template", "2024年度部门整体支出绩效自评报告", ("开支会议费2.30万元。",), {"2.30万元": "unread"}),
]
# fmt: on


@pytest.mark.parametrize(
    ("title", "paragraphs", "wanted"), [each[1:] for each in SENTENCES], ids=[e[0] for e in SENTENCES]
)
def test_a_template_sentence_is_read_as_its_form_says(title, paragraphs, wanted):
    said = told(read(title, *paragraphs, *SIGNED))
    assert {key: value for key, value in said.items() if "年" not in key} == wanted


def test_a_unit_that_nobody_signs_is_asked_for():
    said = told(
        read(
            FINAL,
            "示例区档案局2024年度开支会议费2.30万元。示例区档案局2024年度收入支出总计310.00万元。与2023年度相比，收入支出总计减少10.00万元，下降3.13%。",
        )
    )
    assert (
        said["310.00万元"] == "unit.total_expenditure? & unit.total_income?"
        or said["310.00万元"] == "unit.total_expenditure & unit.total_income"
    )


def test_without_the_sentences_the_grammar_reads_as_before():
    text = "“三公”经费财政拨款支出决算中，公务接待费支出决算3.50万元，占28.00%。"
    assert told(read(FINAL, text, forms=())) == told(read(FINAL, text, forms=[f for f in FORMS if not f.sentences]))


MADE = """
form: made
title: 样句
titles: [样句]
document: final_accounts
instrument: {name: 样句通知, verified: no}
sentences:
  - says: "<单位>共支出{合计}，其中甲{甲}，乙{乙}，甲占{占比%}"
    put: {合计: total.actual}
    claims: [{sum: 合计, of: [甲, 乙]}, {ratio: 占比%, of: 甲, whole: 合计}]
"""


def test_a_sentence_of_one_s_own(tmp_path):
    file = tmp_path / "made.yaml"
    file.write_text(MADE, encoding="utf-8")
    forms = read_forms([file], BOOK.vocabulary)
    for part, sure in (("4.00", ""), ("5.00", "?")):
        text = f"本部门共支出10.00万元，其中甲{part}万元，乙6.00万元，甲占40%。"
        said = told(read(FINAL, text, forms=forms))
        assert said["10.00万元"] == f"sum({part}万元, 6.00万元) & 总支出.actual{sure}"
        assert said["40%"] == f"ratio({part}万元, 总支出.actual)"


WRONG = {
    "a bracket that is open": ("，其中甲", "[，其中甲", "form-sentence"),
    "a word that is not there": ("<单位>", "<部门>", "form-sentence"),
    "a change without a figure": ('{占比%}"', '{占比%}±"', "form-sentence"),
    "no figure at all": ("共支出{合计}，其中甲{甲}，乙{乙}，甲占{占比%}", "共支出", "form-sentence"),
    "a slot that is not there": ("合计: total", "总计: total", "form-sentence"),
    "a claim of a slot that is not there": ("of: [甲, 乙]", "of: [甲, 丙]", "form-sentence"),
    "a share without its whole": (", whole: 合计", "", "form-sentence"),
    "an amount as a number of people": ("合计: total.actual", "合计: unit.cars", "form-field"),
    "a field that is not there": ("total.actual", "total.actually", "form-field"),
    "neither tables nor sentences": ("sentences:", "sentence:", "unknown-key"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_sentence_is_told(name, tmp_path):
    old, new, code = WRONG[name]
    assert old in MADE
    file = tmp_path / "made.yaml"
    file.write_text(MADE.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as wrong:
        read_forms([file], BOOK.vocabulary)
    assert code in {problem.code for problem in wrong.value.problems}
    assert all(p.message.zh and p.message.en for p in wrong.value.problems)


def test_a_sentence_is_held_against_the_table_that_prints_its_figure():
    """The rest of the year before is in the 总计 of the table, and not in what its rows add up to."""
    rows = [
        ["收入", None, "支出", None, None, None, None],
        [
            "项目",
            "决算数",
            "项目",
            "合计",
            "一般公共预算财政拨款",
            "政府性基金预算财政拨款",
            "国有资本经营预算财政拨款",
        ],
        ["一、一般公共预算财政拨款", "290.00", "一、一般公共服务支出", "300.00", "300.00", "", ""],
        ["本年收入合计", "290.00", "本年支出合计", "300.00", "300.00", "", ""],
        ["年初财政拨款结转和结余", "10.00", "年末财政拨款结转和结余", "", "", "", ""],
        ["总计", "300.00", "总计", "300.00", "300.00", "", ""],
    ]
    blocks = table(rows, above=("财政拨款收入支出决算总表", "单位：万元"))
    by = (partial(of_forms, forms=FORMS), partial(understand, forms=FORMS))
    for printed, wanted in (("300.00", ("restated", "certain")), ("3.00", ("stated", "confirm"))):
        text = f"2024年度财政拨款收入支出总计{printed}万元。"
        made = document(FINAL, text, kind="pdf")
        reading = understood([made._replace(blocks=(*made.blocks, *blocks))], BOOK.vocabulary, by)
        (span,) = [s for s in reading.spans if s.text == f"{printed}万元"]
        (said,) = [p for p in reading.understood.proposals if p.span == span.id]
        assert (said.status, said.grade) == wanted
    alone = understood([document(FINAL, text)], BOOK.vocabulary, by)
    assert not alone.understood.proposals or all(p.field == "fiscal_year" for p in alone.understood.proposals)
