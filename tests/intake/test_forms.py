"""Forms as data: made tables with one trap each, read exactly; the laws of reading; files of forms and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_forms import document, table

from checker.authoring.form_schema import form_schema
from checker.base.errors import InputError, Text
from checker.documents.source import read_source
from checker.intake.forms import EVIDENCE, describe, read_forms, understand
from checker.intake.numbers import spans
from checker.rulebook.vocabulary_file import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = load_vocabulary([read_source("v", (ROOT / "rules" / "vocabulary.yaml").read_bytes())])
FORMS = read_forms([ROOT / "rules" / "forms"], VOCABULARY)


def read(*blocks, forms=FORMS):
    """Return what is used or stated as {printed @ place: "fact.field grade"}, and the contexts by printed number."""
    made = document(*blocks)
    own = spans(made, 1)
    found = understand(made, own, VOCABULARY, forms)
    by_id = {span.id: span for span in own}
    assert len({span for span, _ in found.context}) == len(found.context)
    assert not {span for span, _ in found.context} & {p.span for p in found.proposals}
    facts = {fact.key: fact for fact in found.facts}
    assert all(p.fact in facts for p in found.proposals)
    assert all(fact.parent in facts for fact in found.facts if fact.parent)
    assert all(e.name in {*EVIDENCE, "same as"} for p in found.proposals for e in p.evidence)
    return made, own, found, by_id


def said(*blocks, forms=FORMS):
    """Return the used figures as lines of "printed fact.field grade", facts by their name or key; those of whole tables apart."""
    _, _, found, by_id = read(*blocks, forms=forms)
    facts = {fact.key: fact for fact in found.facts}

    def name(key):
        entity = facts[key].entity
        texts = {field: text for field, text, _ in facts[key].texts}
        kind = VOCABULARY.enumerations["three_public_kind"].values.get(texts.get("kind"), ("",))[0]
        return texts.get("name") or (kind if entity == "three_public_line" else entity)

    return [
        f"{by_id[p.span].text} {name(p.fact)}.{p.field} {p.grade}"
        for p in found.proposals
        if p.status == "used" and facts[p.fact].entity != "account_figure"
    ]


def figures(*blocks, forms=FORMS):
    """Return the figures of whole tables as "table | row | column | printed grade < the row and column of their total"."""
    _, _, found, by_id = read(*blocks, forms=forms)
    facts = {fact.key: fact for fact in found.facts if fact.entity == "account_figure"}
    texts = {key: {field: text for field, text, _ in fact.texts} for key, fact in facts.items()}
    printed = {key: [] for key in facts}
    for p in found.proposals:
        if p.fact in facts:
            printed[p.fact].append(f"{by_id[p.span].text} {p.grade}")

    def line(key):
        own, up = texts[key], texts.get(facts[key].parent)
        above = f" < {up['name']} {up['column']} {own['split'][3:]}" if up else ""
        return f"{own['table']} | {own['name']} | {own['column']} | {' / '.join(printed[key]) or '-'}{above}"

    return [line(key) for key in facts]


def unread(*blocks):
    """Return the printed numbers that nothing is said of."""
    _, own, found, _ = read(*blocks)
    told = {span for span, _ in found.context} | {p.span for p in found.proposals}
    return [span.text for span in own if span.id not in told]


UNIT_LINE = ("单位：万元",)


def evaluation(
    budget="521",
    adjusted="538.64",
    spent="530.12",
    score="9.84",
    more=(),
    title="项目支出绩效自评表",
    unit="项目资金（万元）",
):
    return [
        [title, None, None, None, None, None, None, None, None],
        ["（2023年度）", None, None, None, None, None, None, None, None],
        ["项目名称", None, "智慧城市运行维护", None, None, None, None, None, None],
        ["主管部门", None, "数据资源中心", None, None, "实施单位", "数据资源中心", None, None],
        [unit, None, "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["^", "^", "年度资金总额", budget, adjusted, spent, "10", "98.42%", score],
        ["^", "^", "其中：当年财政拨款", budget, "526.14", "517.62", "", "", ""],
        ["^", "^", "上年结转资金", "", "12.50", "12.50", "", "", ""],
        ["^", "^", "其他资金", "-", "-", "-", "", "", ""],
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            "偏差原因分析及改进措施",
            None,
        ],
        ["产出指标", "数量指标", "运维系统数量", "≥12个", "12", "15", "15", "", None],
        ["^", "质量指标", "系统可用率", "≥99.5%", "99.87%", "15", "15", "", None],
        ["^", "时效指标", "完成时限", "12月底前", "12月20日", "20", "20", "", None],
        ["效益指标", "社会效益", "办事群众等候时间", "≤5分钟", "明显缩短", "40", "38.5", "统计口径有变化", None],
        *more,
        ["总分", None, None, "", "", "100", "98.34", "", None],
    ]


MONEY = [
    "521 智慧城市运行维护.initial_budget certain",
    "538.64 智慧城市运行维护.adjusted_budget certain",
    "530.12 智慧城市运行维护.actual certain",
    "10 预算执行率.weight read",
    "9.84 预算执行率.score read",
]
INDICATORS = [
    "12个 运维系统数量.target read",
    "12 运维系统数量.done read",
    "15 运维系统数量.weight read",
    "15 运维系统数量.score read",
    "99.5% 系统可用率.target read",
    "99.87% 系统可用率.done read",
    "15 系统可用率.weight read",
    "15 系统可用率.score read",
    "12月 完成时限.target_text read",
    "12月20日 完成时限.done_text read",
    "20 完成时限.weight read",
    "20 完成时限.score read",
    "5分钟 办事群众等候时间.target_text read",
    "40 办事群众等候时间.weight read",
    "38.5 办事群众等候时间.score read",
]
TOTAL = ["98.34 unit.reported_score confirm"]


def expenditure(rows, head=None, above=("支出决算表", "单位：万元"), **more):
    top = head or [
        ["项目", None, "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
        ["功能分类科目编码", "科目名称", "^", "^", "^", "^", "^", "^"],
    ]
    return table([*top, *rows], above=above, **more)


SPENT = [
    ["合计", None, "307.82", "105.58", "202.24", "", "", ""],
    ["201", "一般公共服务支出", "264.87", "62.63", "202.24", "", "", ""],
    ["2013901", "行政运行", "264.87", "62.63", "202.24", "", "", ""],
    ["208", "社会保障和就业支出", "42.95", "42.95", "", "", "", ""],
]
SPENT_READ = ["307.82 总支出.actual certain", "105.58 基本支出.actual certain", "202.24 项目支出.actual certain"]


UNKNOWN = [["项目名称", "年初预算数", "决算数"], ["系统运维", "60", "66"]]


def summary(
    income="307.82", spent="300.00", above=("收入支出决算总表", "公开01表", "金额单位：万元"), order=False, number=1
):
    def row(*cells):
        return list(cells) if order else [cells[0], cells[2], cells[3], cells[5]]

    return table(
        [
            row("收入", None, None, "支出", None, None) if order else ["收入", None, "支出", None],
            row("项目", "行次", "决算数", "项目", "行次", "决算数"),
            *([["栏次", "", "1", "栏次", "", "2"]] if order else []),
            row("一、一般公共预算财政拨款收入", "1", "300.00", "一、一般公共服务支出", "31", spent),
            row("八、其他收入", "8", "7.82", "二、外交支出", "32", ""),
            row("本年收入合计", "27", income, "本年支出合计", "58", spent),
            row("使用非财政拨款结余", "28", "", "结余分配", "59", ""),
            row("年初结转和结余", "29", "2.18", "年末结转和结余", "60", "10.00"),
            row("总计", "30", "310.00", "总计", "61", "310.00"),
        ],
        above=above,
        number=number,
    )


SUMMARY_READ = [
    "307.82 unit.income certain",
    "2.18 总支出.carry_in certain",
    "310.00 unit.total_income certain",
    "300.00 总支出.actual certain",
    "10.00 总支出.carry_out certain",
    "310.00 unit.total_expenditure certain",
]


def three_public_beside(values, above=("财政拨款“三公”经费支出决算表", "单位：万元")):
    """One row of figures, budget and account under every kind."""
    return table(
        [
            ["财政拨款“三公”经费", *[None] * 11],
            ["合计", None, "因公出国（境）费", None, "公务用车购置及运行维护费", *[None] * 5, "公务接待费", None],
            ["^", None, "^", None, "小计", None, "公务用车购置费", None, "公务用车运行维护费", None, "^", None],
            ["预算数", "决算数"] * 6,
            values,
        ],
        above=above,
    )


def three_public_over(values, more=()):
    """The kinds under budget and account, with the numbers of the columns."""
    kinds = ["合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费"]
    return table(
        [
            ["预算数", *[None] * 5, "决算数", *[None] * 5],
            [*kinds, *kinds],
            ["^", "^", "小计", "公务用车购置费", "公务用车运行费", "^"] * 2,
            [str(n) for n in range(1, 13)],
            values,
            *more,
        ],
        above=("财政拨款“三公”经费支出决算表", "公开07表", "单位：万元"),
    )


THREE = ["15.50", "0.00", "12.00", "0.00", "12.00", "3.50", "13.27", "0.00", "11.02", "0.00", "11.02", "2.25"]
THREE_READ = [
    "15.50 三公合计.budget certain",
    "0.00 因公出国.budget certain",
    "12.00 公车购置及运行.budget certain",
    "0.00 公车购置.budget certain",
    "12.00 公车运行.budget certain",
    "3.50 公务接待.budget certain",
    "13.27 三公合计.actual certain",
    "0.00 因公出国.actual certain",
    "11.02 公车购置及运行.actual certain",
    "0.00 公车购置.actual certain",
    "11.02 公车运行.actual certain",
    "2.25 公务接待.actual certain",
]
BESIDE = [each for pair in zip(THREE[:6], THREE[6:], strict=True) for each in pair]
CODED = [
    ["项目", None, None, None, "支出预算", None, None],
    ["功能分类科目编码", None, None, "功能分类科目名称", "合计", "基本支出", "项目支出"],
    ["类", "款", "项", "^", "^", "^", "^"],
]
CODES = [
    ["201", "", "", "一般公共服务支出", "521", "400", "121"],
    ["201", "13", "", "商贸事务", "521", "400", "121"],
    ["201", "13", "01", "行政运行", "521", "400", "121"],
    ["208", "", "", "社会保障和就业支出", "208", "208", ""],
    ["合计", None, None, None, "729", "608", "121"],
]


def budget(above=("2025年部门支出预算总表", "编制部门：某局 单位：元"), rows=CODES):
    return table([*CODED, *rows], above=above)


TRAPS = {
    "heading bands change inside the sheet: 99.5 % is no budget": (
        [table(evaluation())],
        [*MONEY, *TOTAL, *INDICATORS],
    ),
    "no unit in the head: money stays unread, indicators do not": (
        [table(evaluation(unit="项目资金"))],
        ["10 预算执行率.weight read", "9.84 预算执行率.score read", *TOTAL, *INDICATORS],
    ),
    "one part of the money is off: nothing is put right": (
        [table(evaluation(spent="530.42"))],
        [*MONEY[:2], "530.42 智慧城市运行维护.actual confirm", *MONEY[3:], *TOTAL, *INDICATORS],
    ),
    "a sum that closes within rounding only makes nothing certain": (
        [table(evaluation(spent="530.11"))],
        [*MONEY[:2], "530.11 智慧城市运行维护.actual read", *MONEY[3:], *TOTAL, *INDICATORS],
    ),
    "percent against a bare number": (
        [table(evaluation(more=[["满意度指标", "满意度", "群众满意度", "≥95%", "98", "10", "10", "", None]]))],
        [
            *MONEY,
            *TOTAL,
            *INDICATORS,
            "95% 群众满意度.target confirm",
            "98 群众满意度.done confirm",
            "10 群众满意度.weight read",
            "10 群众满意度.score read",
        ],
    ),
    "money as a target is a text": (
        [table(evaluation(more=[["成本指标", "成本", "总成本", "≤90万元", "90", "10", "10", "", None]]))],
        [
            *MONEY,
            *TOTAL,
            *INDICATORS,
            "90万元 总成本.target_text read",
            "90 总成本.done read",
            "10 总成本.weight read",
            "10 总成本.score read",
        ],
    ),
    "the total of a project's columns": ([expenditure(SPENT)], SPENT_READ),
    "a total that does not foot across": (
        [expenditure([["合计", None, "308.82", "105.58", "202.24", "", "", ""], *SPENT[1:]])],
        ["308.82 总支出.actual confirm", "105.58 基本支出.actual confirm", "202.24 项目支出.actual confirm"],
    ),
    "rounded parts close within their last digits": (
        [
            expenditure(
                [
                    ["合计", None, "307.8", "105.5", "202.2", "", "", ""],
                    ["201", "一般公共服务支出", "307.8", "105.5", "202.2", "", "", ""],
                ]
            )
        ],
        ["307.8 总支出.actual certain", "105.5 基本支出.actual certain", "202.2 项目支出.actual certain"],
    ),
    "a third kind of expenditure is a line of its own": (
        [expenditure([["合计", None, "310", "105", "202", "", "3", ""]])],
        [
            "310 总支出.actual certain",
            "105 基本支出.actual certain",
            "202 项目支出.actual certain",
            "3 经营支出.actual certain",
        ],
    ),
    "the title decides between two tables of like columns": (
        [
            table(
                [
                    ["项目", None, "合计", "基本支出", "项目支出"],
                    ["功能分类科目编码", "科目名称", "^", "^", "^"],
                    ["合计", None, "3", "1", "2"],
                ],
                above=("一般公共预算财政拨款支出决算表", "单位：万元"),
            )
        ],
        [],
    ),
    "a longer title is another form": ([expenditure(SPENT, above=("非财政拨款支出决算表", "单位：万元"))], []),
    "no title: known by its headings, to be confirmed": (
        [expenditure(SPENT, above=("单位：万元",))],
        [each.replace("certain", "confirm") for each in SPENT_READ],
    ),
    "no unit anywhere": ([expenditure(SPENT, above=("支出决算表",))], []),
    "two units above": ([expenditure(SPENT, above=("支出决算表", "单位：万元", "单位：元"))], []),
    "a foreign unit": ([expenditure(SPENT, above=("支出决算表", "单位：万美元"))], []),
    "the unit of the column goes before that of the page": (
        [
            expenditure(
                SPENT,
                head=[
                    [
                        "项目",
                        None,
                        "本年支出合计（元）",
                        "基本支出",
                        "项目支出",
                        "上缴上级支出",
                        "经营支出",
                        "对附属单位补助支出",
                    ],
                    ["功能分类科目编码", "科目名称", "^", "^", "^", "^", "^", "^"],
                ],
            )
        ],
        SPENT_READ,
    ),
    "a page goes on without headings, and the sums close": (
        [
            expenditure(SPENT[1:3]),
            expenditure([SPENT[3], SPENT[0]], head=[["2089999", "其他", "", "", "", "", "", ""]], above=(), page=2),
        ],
        [each.replace("certain", "read") for each in SPENT_READ],
    ),
    "a page that goes on with another number of columns": (
        [expenditure(SPENT[1:3]), table([["合计", None, "307.82", "105.58", "202.24"]], page=2)],
        [],
    ),
    "a text between two pages ends the table": (
        [expenditure(SPENT[1:3]), table([SPENT[0]], page=2, above=("二、关于支出的说明如下，本年支出有所增加",))],
        [],
    ),
    "the next page repeats its headings": (
        [expenditure(SPENT[1:3]), expenditure([SPENT[3], SPENT[0]], above=(), page=2)],
        SPENT_READ,
    ),
    "the next page says another unit": (
        [
            expenditure(SPENT[1:3]),
            expenditure(
                [SPENT[3], SPENT[0]], head=[["2089999", "其他", "", "", "", "", "", ""]], above=("单位：元",), page=2
            ),
        ],
        [],
    ),
    "income and expenditure side by side": ([summary()], SUMMARY_READ),
    "numbers of rows and columns are none of the figures": ([summary(order=True)], SUMMARY_READ),
    "budget and account beside each other": (
        [three_public_beside(BESIDE)],
        [each for pair in zip(THREE_READ[:6], THREE_READ[6:], strict=True) for each in pair],
    ),
    "kinds under budget and account, row of column numbers": ([three_public_over(THREE)], THREE_READ),
    "a second row of figures in a table of one row": (
        [three_public_over(THREE, more=[THREE])],
        [],
    ),
    "521 and 208 are money in one column, codes in another": (
        [budget()],
        [
            "729 总支出.initial_budget certain",
            "608 基本支出.initial_budget certain",
            "121 项目支出.initial_budget certain",
        ],
    ),
    "a figure that two columns share": (
        [expenditure([["合计", None, "307.82", "307.82", None, "", "", ""]])],
        ["307.82 总支出.actual read"],
    ),
    "two numbers in one cell": (
        [expenditure([["合计", None, "307.82 105.58", "105.58", "202.24", "", "", ""]])],
        ["105.58 基本支出.actual read", "202.24 项目支出.actual read"],
    ),
    "words beside the figure": (
        [expenditure([["合计", None, "约307.82", "105.58", "202.24", "", "", ""]])],
        ["105.58 基本支出.actual read", "202.24 项目支出.actual read"],
    ),
    "two totals that differ": (
        [expenditure(SPENT[:1]), summary(spent="307.80", number=2)],
        [],
    ),
    "a table of contents is no table of figures": (
        [table([["目录"], ["1. 2025年部门支出预算总表"], ["2. 2025年部门收入预算总表"]])],
        [],
    ),
    "a title inside the table begins another form": (
        [
            table(
                [
                    ["支出决算表", *[None] * 7],
                    ["单位：万元", *[None] * 7],
                    *[
                        [
                            "项目",
                            None,
                            "本年支出合计",
                            "基本支出",
                            "项目支出",
                            "上缴上级支出",
                            "经营支出",
                            "对附属单位补助支出",
                        ],
                        ["功能分类科目编码", "科目名称", "^", "^", "^", "^", "^", "^"],
                    ],
                    *SPENT,
                    ["收入决算表", *[None] * 7],
                    ["单位：万元", *[None] * 7],
                    ["项目", None, "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "其他收入"],
                    ["功能分类科目编码", "科目名称", "^", "^", "^", "^", "^", "^"],
                    ["合计", None, "307.82", "300", "", "", "", "7.82"],
                ]
            )
        ],
        [*sorted([]), "307.82 unit.income certain", *SPENT_READ],
    ),
    "an unknown table is read by its headings, to be confirmed": (
        [
            table(
                [
                    ["项目名称", "年初预算数", "调整预算数", "决算数", "备注"],
                    ["总支出", "100", "120", "110", ""],
                    ["系统运维", "60", "70", "66", "3台"],
                ],
                above=UNIT_LINE,
            )
        ],
        [
            "100 总支出.initial_budget confirm",
            "120 总支出.adjusted_budget confirm",
            "110 总支出.actual confirm",
            "60 系统运维.initial_budget confirm",
            "70 系统运维.adjusted_budget confirm",
            "66 系统运维.actual confirm",
        ],
    ),
    "a row in the middle says another unit": (
        [table([*UNKNOWN, ["单位：元", "", ""], ["网络安全", "30000", "25000"]], above=UNIT_LINE)],
        ["60 系统运维.initial_budget confirm", "66 系统运维.actual confirm"],
    ),
    "a row in the middle says the same unit": (
        [table([*UNKNOWN, ["（单位：万元）"], ["网络安全", "3", "2"]], above=UNIT_LINE)],
        [
            "60 系统运维.initial_budget confirm",
            "66 系统运维.actual confirm",
            "3 网络安全.initial_budget confirm",
            "2 网络安全.actual confirm",
        ],
    ),
    "a note below an unknown table says another unit": (
        [table([*UNKNOWN, ["注：本表金额单位为元。", "", ""]], above=UNIT_LINE)],
        [],
    ),
    "a note below a form says another unit": ([expenditure([*SPENT, ["注：本表以“元”为金额单位", *[None] * 7]])], []),
    "a note below a form says its unit": (
        [expenditure([*SPENT, ["注：本表以“万元”为金额单位（保留两位小数）。", *[None] * 7]])],
        SPENT_READ,
    ),
    "a form goes on in another unit": (
        [expenditure([*SPENT[:2], ["单位：元", *[None] * 7], *SPENT[2:]])],
        SPENT_READ,
    ),
    "a table with other headings begins in the same sheet": (
        [
            table(
                [*UNKNOWN, ["", "", ""], ["项目名称", "调整预算数", "决算数"], ["网络安全", "3", "2"]], above=UNIT_LINE
            )
        ],
        ["60 系统运维.initial_budget confirm", "66 系统运维.actual confirm"],
    ),
    "the same headings are printed again": (
        [table([*UNKNOWN, UNKNOWN[0], ["网络安全", "3", "2"]], above=UNIT_LINE)],
        [
            "60 系统运维.initial_budget confirm",
            "66 系统运维.actual confirm",
            "3 网络安全.initial_budget confirm",
            "2 网络安全.actual confirm",
        ],
    ),
    "a table with other headings has its own unit": (
        [
            table(
                [*UNKNOWN, ["单位：元", "", ""], ["项目名称", "调整预算数", "决算数"], ["网络安全", "30000", "20000"]],
                above=UNIT_LINE,
            )
        ],
        [
            "60 系统运维.initial_budget confirm",
            "66 系统运维.actual confirm",
            "30000 网络安全.adjusted_budget confirm",
            "20000 网络安全.actual confirm",
        ],
    ),
    "headings of two rows, one with the unit of two columns": (
        [
            table(
                [
                    ["序号", "支出类型", "预算（万元）", None, "执行率"],
                    ["^", "^", "年初预算数", "调整预算数", "^"],
                    ["1", "基本支出", "600", "640", "99%"],
                    ["2", "项目支出", "380", "460", "98%"],
                ],
            )
        ],
        [
            "600 基本支出.initial_budget confirm",
            "640 基本支出.adjusted_budget confirm",
            "380 项目支出.initial_budget confirm",
            "460 项目支出.adjusted_budget confirm",
        ],
    ),
    "a part of an item is no item": (
        [table([*UNKNOWN, ["其中：软件升级", "20", "22"]], above=UNIT_LINE)],
        ["60 系统运维.initial_budget confirm", "66 系统运维.actual confirm"],
    ),
    "sums of items are no items": (
        [
            table(
                [*UNKNOWN, *([word, "60", "66"] for word in ("共计", "累计", "总额", "以上汇总", "两项之和"))],
                above=UNIT_LINE,
            )
        ],
        ["60 系统运维.initial_budget confirm", "66 系统运维.actual confirm"],
    ),
    "an unknown table without a unit": ([table([["项目名称", "年初预算数"], ["系统运维", "60"]])], []),
    "an unknown table with two columns of one heading": (
        [table([["项目名称", "决算数", "决算数"], ["系统运维", "60", "61"]], above=UNIT_LINE)],
        [],
    ),
    "three years of which two are named": (
        [
            table(
                [
                    ["部门整体支出绩效评价基础数据表", None, None, None],
                    ["财政供养人员情况", "编制数", "2018年实际在职人数", "控制率"],
                    ["^", "143", "136", "95.10%"],
                    ["经费控制情况（万元）", "2017年决算数", "2018年预算数", "2018年决算数"],
                    ["三公经费", "29.08", "63.46", "44.29"],
                    ["1、公务用车购置和维护经费", "11.86", "41.46", "39.30"],
                    ["其中：公车购置", "", "29.46", "29.46"],
                    ["公车运行维护", "11.86", "12.00", "9.84"],
                    ["2、出国经费", "", "", ""],
                    ["3、公务接待", "17.22", "22.00", "4.99"],
                ]
            )
        ],
        [
            "143 unit.establishment read",
            "136 unit.in_service read",
            "29.08 三公合计.prior_actual certain",
            "63.46 三公合计.budget certain",
            "44.29 三公合计.actual certain",
            "11.86 公车购置及运行.prior_actual certain",
            "41.46 公车购置及运行.budget certain",
            "39.30 公车购置及运行.actual certain",
            "29.46 公车购置.budget certain",
            "29.46 公车购置.actual certain",
            "11.86 公车运行.prior_actual certain",
            "12.00 公车运行.budget certain",
            "9.84 公车运行.actual certain",
            "17.22 公务接待.prior_actual certain",
            "22.00 公务接待.budget certain",
            "4.99 公务接待.actual certain",
        ],
    ),
}
TRAPS["two totals that differ"] = (
    TRAPS["two totals that differ"][0],
    [
        "307.82 unit.income certain",
        "2.18 总支出.carry_in certain",
        "310.00 unit.total_income certain",
        "307.80 总支出.actual confirm",
        "10.00 总支出.carry_out confirm",
        "310.00 unit.total_expenditure confirm",
        "307.82 总支出.actual confirm",
        "105.58 基本支出.actual certain",
        "202.24 项目支出.actual certain",
    ],
)


@pytest.mark.parametrize("name", TRAPS)
def test_a_made_table_is_read_exactly(name):
    blocks, wanted = TRAPS[name]
    assert sorted(said(*blocks)) == sorted(wanted)


NOTES = {
    "a row in the middle says another unit": ["row 3 of the table says 元, the head 万元"],
    "a row in the middle says the same unit": [],
    "a note below an unknown table says another unit": ["row 3 of the table says 元, the head 万元"],
    "a note below a form says another unit": ["says 元, the head 万元"],
    "a form goes on in another unit": ["row 5 of the table says 元, the head 万元"],
    "two units above": ["several units of money stand above the table: 万元 (page 1 ¶101), 元 (page 1 ¶102)"],
}


@pytest.mark.parametrize("name", NOTES)
def test_why_rows_of_another_unit_are_not_used_is_told_once(name):
    told = [note.text.en for note in read(*TRAPS[name][0])[2].notes]
    assert len(told) == len(NOTES[name]) and all(part in note for part, note in zip(NOTES[name], told)), told


SHEETS = {
    "evaluation": lambda: [table(evaluation())],
    "summary": lambda: [summary()],
    "expenditure": lambda: [expenditure(SPENT)],
    "three public": lambda: [three_public_over(THREE)],
    "budget": lambda: [budget()],
}


def placed(blocks):
    """Return what is said of every number by its place, so that readings can be compared."""
    _, own, found, _ = read(*blocks)
    told = {span: why.zh for span, why in found.context}
    for p in found.proposals:
        told[p.span] = f"{told.get(p.span, '')}{p.fact}.{p.field} {p.status}"
    return {(*span.place.hops, ("start", span.start)): (span.value, told.get(span.id)) for span in own}


def changed(blocks, place, text):
    """Return the blocks with another text in the cell at *place*."""
    found = []
    for block in (each for group in blocks for each in (group if isinstance(group, list) else [group])):
        cells = getattr(block, "cells", None)
        if cells is not None:
            block = block._replace(cells=tuple(c._replace(text=text) if c.place == place else c for c in cells))
        found.append(block)
    return found


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_one_changed_digit_changes_one_value(data):
    blocks = SHEETS[data.draw(st.sampled_from(sorted(SHEETS)))]()
    made = document(*blocks)
    proposed = {p.span for p in understand(made, spans(made, 1), VOCABULARY, FORMS).proposals}
    used = [s for s in spans(made, 1) if s.id in proposed and s.value]
    span = data.draw(st.sampled_from(used))
    at = data.draw(st.sampled_from([n for n in range(span.start, span.end) if span.text[n - span.start].isdigit()]))
    cell = next(c for b in made.blocks for c in getattr(b, "cells", ()) if c.place == span.place)
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != cell.text[at]]))
    before = placed(blocks)
    after = placed(changed(blocks, span.place, cell.text[:at] + digit + cell.text[at + 1 :]))
    assert before.keys() == after.keys()
    assert [key for key in before if before[key] != after[key]] == [(*span.place.hops, ("start", span.start))]
    assert before[(*span.place.hops, ("start", span.start))][1] == after[(*span.place.hops, ("start", span.start))][1]


@pytest.mark.parametrize("name", ["expenditure", "summary", "three public", "budget"])
def test_without_its_unit_no_amount_is_read(name):
    blocks = [
        b
        for group in SHEETS[name]()
        for b in group
        if not (hasattr(b, "label") and "单位" in b.text and "：" in b.text)
    ]
    assert len(blocks) < len([b for group in SHEETS[name]() for b in group])
    assert said(*blocks) == []


@given(st.integers(0, 4), st.integers(100, 99999))
@settings(max_examples=30, deadline=None)
def test_another_row_changes_only_that_row(at, cents):
    printed = f"{cents // 100}.{cents % 100:02}"
    more = [*SPENT[:at], ["2080505", "机关事业单位基本养老保险缴费支出", printed, printed, "", "", "", ""], *SPENT[at:]]
    before, after = ([said(expenditure(rows)), read(expenditure(rows))[2]] for rows in (SPENT, more))
    assert before[0] == after[0]
    assert len(after[1].context) == len(before[1].context) + 1


def test_the_order_of_documents_changes_nothing():
    """Each document is read by itself, in the same way after any other."""
    every = [document(*blocks(), name=name) for name, blocks in SHEETS.items()]
    once = [understand(d, spans(d, 1), VOCABULARY, FORMS) for d in every]
    for turn in range(1, len(every)):
        rotated = every[turn:] + every[:turn]
        again = [understand(d, spans(d, 1), VOCABULARY, FORMS) for d in rotated]
        assert again[-turn:] + again[:-turn] == once
        assert [understand(d, spans(d, 1), VOCABULARY, FORMS[turn:] + FORMS[:turn]) for d in every] == once


def test_what_stands_beside_the_form_stays_unread():
    """A note below, a figure in an unknown column, a hidden row: nothing is said of them, and nothing is lost of the rest."""
    noted = [*SPENT, ["注：另有35.2万元由上级支付", *[None] * 7]]
    assert unread(expenditure(noted)) == ["35.2万元"]
    assert said(expenditure(noted)) == said(expenditure(SPENT))
    block = expenditure(SPENT)
    sheet = block[-1]
    hidden = [
        *block[:-1],
        sheet._replace(cells=tuple(c._replace(state="hidden") if c.row == 3 else c for c in sheet.cells)),
    ]  # the row of the total
    assert said(hidden) == []
    told = [
        *block[:-1],
        sheet._replace(
            cells=tuple(c._replace(unread=Text("读不出", "unread")) if c.row == 3 else c for c in sheet.cells)
        ),
    ]
    assert said(told) == []
    assert said([*block[:-1], sheet._replace(state="hidden")]) == []


def test_what_has_no_place_is_named_by_form_row_and_column():
    rows = ["其中：会议费", "3.50"]
    _, _, found, by_id = read(
        table([["收入", None], ["项目名称", "金额"], ["收入总计", "9.00"], rows], above=("收入预算总表", "单位：万元"))
    )
    told = {(by_id[span].text, why.zh) for span, why in found.context}
    assert ("3.50", "案例里没有放它的地方：收入预算总表 · 其中：会议费 · 金额") in told
    _, _, found, by_id = read(expenditure(SPENT))
    assert ("2013901", "行名、科目编码或序号里的数") in {(by_id[span].text, why.zh) for span, why in found.context}


def test_a_rate_of_the_form_is_a_claim_about_two_of_its_figures():
    _, _, found, by_id = read(table(evaluation()))
    claim = next(fact for fact in found.facts if fact.entity == "stated_figure")
    assert [(f, t) for f, t, _ in claim.texts] == [("kind", "ratio"), ("text", "年度资金总额 执行率 98.42%")]
    item = next(
        f.key for f in found.facts if f.entity == "budget_line" and ("kind", "item") in [x[:2] for x in f.texts]
    )
    operands = [{f: t for f, t, _ in fact.texts} for fact in found.facts if fact.parent == claim.key]
    assert operands == [
        {"role": "numerator", "path": f"{item}.actual"},
        {"role": "denominator", "path": f"{item}.adjusted_budget"},
    ]
    assert [(by_id[p.span].text, p.field, p.status) for p in found.proposals if p.fact == claim.key] == [
        ("98.42%", "rate", "stated")
    ]


def test_a_unit_that_the_cells_take_from_elsewhere_is_said_with_its_place():
    _, _, found, _ = read(expenditure(SPENT))
    assert {unit.text for _, unit in found.units} == {"万元"}
    assert {unit.place.say("zh") for _, unit in found.units} == {"第1页 ¶101"}
    _, _, found, _ = read(table(evaluation()))
    assert {(unit.text, unit.origin) for _, unit in found.units} == {("万元", "heading")}


FORM = """
form: made
title: 样表
title_en: A made form
titles: [样表]
document: final_accounts
instrument: {name: 样表通知, verified: no}
fingerprint: [[项目, 预算, 决算]]
aliases: {决算: [决算额]}
facts:
  printing: {entity: budget_line, texts: {kind: 支出构成, name: 印刷费}, parent: basic}
bands:
  - head: [项目, 预算, 决算]
    label: 项目
    columns: [预算, 决算]
    rows:
      - {label: 合计, put: {预算: total.initial_budget, 决算: total.actual}}
      - {label: 印刷费, put: {决算: {field: printing.actual, confirm: 口径不明, confirm_en: its scope is not said}}}
    foots:
      - {row: 合计, of: numbered}
"""
CHINESE = """
编号: made
名称: 样表
英文名称: A made form
表名: [样表]
材料: 部门决算
文件: {名称: 样表通知, 核对: 未核实}
特征: [[项目, 预算, 决算]]
写法: {决算: [决算额]}
对象:
  printing: {种类: 支出项目, 内容: {支出层次: 支出构成, 项目名称: 印刷费}, 上级: basic}
表头带:
  - 表头: [项目, 预算, 决算]
    项目栏: 项目
    数据栏: [预算, 决算]
    行:
      - {项目: 合计, 填入: {预算: total.年初预算, 决算: total.实际支出}}
      - {项目: 印刷费, 填入: {决算: {字段: printing.实际支出, 待核: 口径不明, 英文待核: its scope is not said}}}
    合计关系:
      - {行合计: 合计, 各项: 序号}
"""


def loaded(tmp_path, text):
    file = tmp_path / "made.yaml"
    file.write_text(text, encoding="utf-8")
    return read_forms([file], VOCABULARY)


def test_a_form_in_chinese_is_the_same_form(tmp_path):
    one, other = loaded(tmp_path, FORM)[0], loaded(tmp_path, CHINESE)[0]
    assert one == other
    rows = [["项目", "预算", "决算额"], ["合计", "30", "20"], ["一、印刷费", "10", "5"], ["二、水费", "20", "15"]]
    wanted = ["30 总支出.initial_budget certain", "20 总支出.actual certain", "5 印刷费.actual confirm"]
    assert said(table(rows, above=("样表", "单位：元")), forms=(one,)) == wanted


WRONG = {
    "an unknown key": ("titles: [样表]", "titels: [样表]", ["unknown-key"]),
    "an id with blanks": ("form: made", "form: Made Form", ["form-id"]),
    "no kind of document": ("document: final_accounts", "document: newspaper", ["choice"]),
    "an instrument that says not how far it was read": ("verified: no", "note: x", ["required"]),
    "a column that is not there": ("决算: total.actual", "实际: total.actual", ["form-column"]),
    "a fact that is not there": ("total.initial_budget", "sum.initial_budget", ["form-fact"]),
    "a field that is not there": ("total.initial_budget", "total.budgets", ["form-field"]),
    "a text as the place of a figure": ("total.initial_budget", "total.goal", ["form-field"]),
    "an entity that is not there": ("entity: budget_line", "entity: line_of_budget", ["form-entity", "form-fact"]),
    "a level that is not there": ("kind: 支出构成", "kind: 构成", ["choice"]),
    "a parent that is not there": ("parent: basic", "parent: base", ["form-fact"]),
    "a sum of nothing": ("of: numbered", "on: numbered", ["unknown-key", "form-foot"]),
    "bands that are no list": ("bands:\n  - head", "bands:\n    head", ["list-wanted"]),
    "a band without a head": ("  - head: [项目, 预算, 决算]", "  - under: 项目", ["required"]),
    "a text without bands": ("bands:", "band:", ["unknown-key"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_form_is_told_with_its_line(name, tmp_path):
    old, new, codes = WRONG[name]
    assert old in FORM
    with pytest.raises(InputError) as wrong:
        loaded(tmp_path, FORM.replace(old, new, 1))
    assert sorted({p.code for p in wrong.value.problems}) == sorted(set(codes))
    assert all(p.place.file.endswith("made.yaml") and p.message.zh and p.message.en for p in wrong.value.problems)


def test_all_problems_of_a_form_come_at_once(tmp_path):
    text = FORM.replace("document: final_accounts", "document: newspaper").replace("total.actual", "sum.actual")
    with pytest.raises(InputError) as wrong:
        loaded(tmp_path, text.replace("confirm:", "doubt:"))
    assert {p.code for p in wrong.value.problems} == {"choice", "form-fact", "unknown-key"}


def test_two_files_with_one_id(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(FORM, encoding="utf-8")
    with pytest.raises(InputError, match="already"):
        read_forms([tmp_path], VOCABULARY)


def test_files_of_forms_follow_the_published_schema():
    schema = form_schema(VOCABULARY)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    of_forms = validator(schema)
    for text in (FORM, CHINESE, *(p.read_text(encoding="utf-8") for p in (ROOT / "rules" / "forms").glob("*.yaml"))):
        of_forms.validate(json.loads(json.dumps(yaml.safe_load(text))))
    for name in ("an unknown key", "an id with blanks", "no kind of document", "an entity that is not there"):
        old, new, _ = WRONG[name]
        with pytest.raises(jsonschema.ValidationError):
            of_forms.validate(yaml.safe_load(FORM.replace(old, new, 1)))


def test_every_form_says_how_far_its_instrument_was_read():
    assert len(FORMS) == len(list((ROOT / "rules" / "forms").glob("*.yaml")))
    for form in FORMS:
        assert form.prescribed.name and form.prescribed.note and form.title.zh and form.title.en != form.id
        assert form.prescribed.verified != "text"  # of none was the instrument itself read
        assert Path(form.file).stem == form.id


def test_forms_are_no_rules():
    """A pack carries forms beside its rules, and no rule, digest or finding depends on them."""
    from checker import load_rules
    from checker.intake.forms import forms_of
    from checker.rulebook.packs import read_pack

    pack = read_pack(ROOT / "rules")
    assert forms_of([pack], VOCABULARY) == FORMS
    assert not any(rule.file.startswith(str(ROOT / "rules" / "forms")) for rule in load_rules().rules.values())


SUMMED = [
    ["项目", "预算数", "决算数"],
    ["合计", "30.00", "20.00"],
    ["一、印刷费", "10.00", "5.00"],
    ["二、差旅费", "20.00", "15.00"],
]
DESCRIBED = {
    "labels and two columns of figures": (
        [["某市项目表", None, None], ["单位：万元", None, None], *SUMMED],
        [
            "某市项目表 | 合计 | 预算数 | 30.00 certain",
            "某市项目表 | 合计 | 决算数 | 20.00 certain",
            "某市项目表 | 印刷费 | 预算数 | 10.00 certain < 合计 预算数 row",
            "某市项目表 | 印刷费 | 决算数 | 5.00 certain < 合计 决算数 row",
            "某市项目表 | 差旅费 | 预算数 | 20.00 certain < 合计 预算数 row",
            "某市项目表 | 差旅费 | 决算数 | 15.00 certain < 合计 决算数 row",
        ],
    ),
    "codes, a total of columns, 合计 where the codes stand, a year in the title": (
        [
            ["某厅2023年度部门支出总表", None, None, None, None],
            ["部门：某厅 单位：元", None, None, None, None],
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["合计", "", "120", "100", "20"],
            ["201", "一般公共服务支出", "80", "70", "10"],
            ["221", "住房保障支出", "40", "30", "10"],
        ],
        [
            "部门支出总表 | 合计 | 合计 | 120 certain",
            "部门支出总表 | 合计 | 基本支出 | 100 certain < 合计 合计 column",
            "部门支出总表 | 合计 | 项目支出 | 20 certain < 合计 合计 column",
            "部门支出总表 | 一般公共服务支出 | 合计 | 80 certain < 合计 合计 row",
            "部门支出总表 | 一般公共服务支出 | 基本支出 | 70 certain < 一般公共服务支出 合计 column",
            "部门支出总表 | 一般公共服务支出 | 项目支出 | 10 certain < 一般公共服务支出 合计 column",
            "部门支出总表 | 住房保障支出 | 合计 | 40 certain < 合计 合计 row",
            "部门支出总表 | 住房保障支出 | 基本支出 | 30 certain < 住房保障支出 合计 column",
            "部门支出总表 | 住房保障支出 | 项目支出 | 10 certain < 住房保障支出 合计 column",
        ],
    ),
    "income and expenditure side by side, without merged cells": (
        [
            ["某省部门收支总表", "", "", ""],
            ["单位：万元", "", "", ""],
            ["收入", "", "支出", ""],
            ["项目", "预算数", "项目", "预算数"],
            ["一、财政拨款收入", "100.00", "一、教育支出", "80.00"],
            ["二、事业收入", "20.00", "二、卫生健康支出", "40.00"],
            ["本年收入合计", "120.00", "本年支出合计", "120.00"],
        ],
        [
            "某省部门收支总表（收入） | 财政拨款收入 | 预算数 | 100.00 certain < 本年收入合计 预算数 row",
            "某省部门收支总表（收入） | 事业收入 | 预算数 | 20.00 certain < 本年收入合计 预算数 row",
            "某省部门收支总表（收入） | 本年收入合计 | 预算数 | 120.00 certain",
            "某省部门收支总表（支出） | 教育支出 | 预算数 | 80.00 certain < 本年支出合计 预算数 row",
            "某省部门收支总表（支出） | 卫生健康支出 | 预算数 | 40.00 certain < 本年支出合计 预算数 row",
            "某省部门收支总表（支出） | 本年支出合计 | 预算数 | 120.00 certain",
        ],
    ),
    "two heads one below the other": (
        [
            ["某县经费情况表", None, None],
            ["单位：万元", None, None],
            ["来源", "上年数", "本年数"],
            ["合计", "3.00", "4.00"],
            ["上级", "1.00", "1.50"],
            ["本级", "2.00", "2.50"],
            ["用途", "计划", "实际"],
            ["合计", "7.00", "8.00"],
            ["设备", "7.00", "8.00"],
        ],
        [
            "某县经费情况表 | 合计 | 上年数 | 3.00 certain",
            "某县经费情况表 | 合计 | 本年数 | 4.00 certain",
            "某县经费情况表 | 上级 | 上年数 | 1.00 certain < 合计 上年数 row",
            "某县经费情况表 | 上级 | 本年数 | 1.50 certain < 合计 本年数 row",
            "某县经费情况表 | 本级 | 上年数 | 2.00 certain < 合计 上年数 row",
            "某县经费情况表 | 本级 | 本年数 | 2.50 certain < 合计 本年数 row",
            "某县经费情况表（2） | 合计 | 计划 | 7.00 certain",
            "某县经费情况表（2） | 合计 | 实际 | 8.00 certain",
            "某县经费情况表（2） | 设备 | 计划 | 7.00 certain < 合计 计划 row",
            "某县经费情况表（2） | 设备 | 实际 | 8.00 certain < 合计 实际 row",
        ],
    ),
}


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_proposed_form_loads_and_reads_its_table(name, tmp_path):
    rows, wanted = DESCRIBED[name]
    text, told = describe(document(table(rows)), VOCABULARY, FORMS, "our-form")
    forms = loaded(tmp_path, text)
    assert [form.id for form in forms] == ["our-form"] and "第1页 表1" in told.zh
    assert figures(table(rows), forms=forms) == wanted
    assert describe(document(table(rows)), VOCABULARY, forms)[0] == ""  # it is known now


def test_a_form_that_was_proposed_is_filled_in(tmp_path):
    rows = [["某市项目表", None, None], ["单位：万元", None, None], *SUMMED]
    text, _ = describe(document(table(rows)), VOCABULARY, FORMS)
    row = (
        '    rows:\n      - {label: 合计, put: {"预算数": total.initial_budget, "决算数": total.actual}}\n    columns:'
    )
    filled = text.replace("    columns:", row, 1)
    wanted = ["30.00 总支出.initial_budget certain", "20.00 总支出.actual certain"]
    assert said(table(rows), forms=loaded(tmp_path, filled)) == wanted


def test_nothing_is_proposed_for_what_is_known_or_has_no_figures():
    assert describe(document(table([["项目", "说明"], ["一", "二"]])), VOCABULARY, FORMS)[0] == ""
    assert describe(document(expenditure(SPENT)), VOCABULARY, FORMS)[0] == ""


def test_reasons_are_told_in_both_languages():
    for text in EVIDENCE.values():
        assert "{}" in text.zh and "{}" in text.en


@pytest.mark.parametrize(("printed", "left"), {"300①": "300", "3,00": "3,00", "30%": "30%", "100/95": "100/95"}.items())
def test_what_cannot_be_read_in_a_place_of_a_form_is_unread_and_no_figure_without_a_place(printed, left):
    rows = [*SPENT[:2], ["2013901", "行政运行", printed, "62.63", "202.24", "", "", ""]]
    _, own, found, _ = read(expenditure(rows))
    held = {each.span for each in found.proposals} | {span for span, _ in found.context}
    assert [span.text for span in own if span.id not in held and span.kind != "ordinal"] == [left]
