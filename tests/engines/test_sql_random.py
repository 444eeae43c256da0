"""Random rules × random rows: the evaluator and DuckDB come to the same, three-valued logic, rounding and all."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

from conftest import BOOK, case_of, typed
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from test_sql import assert_same

from checker.engines.sql.plan import compile_plan
from checker.language.tokens import ExpressionError

ROUNDS = int(os.environ.get("AGREEMENT_ROUNDS", "25"))
MONEY = st.sampled_from(
    ["0元", "1元", "-3元", "1.05万元", "1万元", "105元", "100元", "0.01亿元", "1.0500万元", "900000000000000元"]
)
PRICE = MONEY.filter(lambda text: text[0] != "-")
DATES = st.sampled_from(["2019-12-31", "2020-01-01", "2020-06-30", "2020/2/29", "2021-03-01"])
TEXTS = st.sampled_from(["相关费用", "甲", "等费用", "据实结算", "a", "Z", "关", "项目2"])
FLAGS = st.sampled_from(["是", "否"])
NONE = st.sampled_from(["无", "待填"])


def maybe(values):
    """A value, stated none, still to fill in, or not given."""
    return st.one_of(values, values, values, NONE, st.none())


def record(**fields):
    return st.fixed_dictionaries({name: maybe(values) for name, values in fields.items()})


REVIEW = record(level=st.sampled_from(["一审", "二审"]), result=st.sampled_from(["通过", "不通过", "在审"]), date=DATES)
PAYMENT = record(amount=MONEY, date=DATES)
LINE = record(
    initial_budget=MONEY,
    actual=MONEY,
    adjusted_budget=MONEY,
    cost=PRICE,
    is_it=FLAGS,
    is_emergency=FLAGS,
    name=TEXTS,
    purpose=TEXTS,
    first_payment_date=DATES,
)
COLLECTION = st.sampled_from(["complete", "complete", "complete", "partial", "absent", "to_fill"])
CONTRACT = record(
    supplier=st.sampled_from(["甲", "乙"]),
    category=st.sampled_from(["货物", "服务"]),
    amount=PRICE,
    sign_date=DATES,
)
INDICATOR = record(
    target=st.sampled_from(["100", "12.5", "0", "-1"]), done=st.sampled_from(["100", "12.50", "0.000001"])
)


def entries(values, least=0, most=3):
    return st.tuples(COLLECTION, st.lists(values, min_size=least, max_size=most))


CASES = st.fixed_dictionaries(
    {
        "lines": st.lists(
            st.tuples(LINE, st.integers(-1, 3), entries(REVIEW), entries(PAYMENT)), min_size=1, max_size=5
        ),
        "contracts": entries(CONTRACT),
        "indicators": entries(INDICATOR),
        "whole": st.booleans(),
        "hidden": st.booleans(),
        "state": COLLECTION,
        "staff": maybe(st.sampled_from(["3人", "12人"])),
    }
)


def shown(fields, ident):
    inner = ", ".join(f'{key}: "{value}"' for key, value in fields.items() if value is not None)
    return "{" + f"id: {ident}" + (", " + inner if inner else "") + "}"


def written(kind, collection, prefix):
    state, values = collection
    if state == "absent":
        return ""
    if state == "to_fill":
        return f"{kind}: 待填"
    items = "[" + ", ".join(shown(value, f"{prefix}{n}") for n, value in enumerate(values)) + "]"
    return f"{kind}: {items}" if state == "complete" else f"{kind}: {{complete: false, items: {items}}}"


def build(made):
    """Return the case of one draw."""
    out = ["transcribed: whole"] if made["whole"] else []
    if made["hidden"]:
        out.append("not_disclosed: [调整预算, 造价]")
    if made["staff"]:
        out.append(f"in_service: {made['staff']}")
    rows = []
    for number, (fields, up, reviews, payments) in enumerate(made["lines"]):
        parts = [shown({"kind": "明细项目", **fields}, f"L{number}")[:-1]]
        if 0 <= up < number:
            parts.append(f"parent: L{up}")
        parts += [
            p for p in (written("reviews", reviews, f"R{number}"), written("payments", payments, f"P{number}")) if p
        ]
        rows.append(", ".join(parts) + "}")
    body = "[" + ", ".join(rows) + "]"
    out.append(
        {"complete": f"lines: {body}", "absent": "lines: []", "to_fill": "lines: 待填"}.get(
            made["state"], f"lines: {{complete: false, items: {body}}}"
        )
    )
    out += [written("contracts", made["contracts"], "C"), written("indicators", made["indicators"], "I")]
    return case_of("\n".join(line for line in out if line) + "\n")


AMOUNTS = (
    "年初预算",
    "实际支出",
    "调整预算",
    "造价",
    "200万元",
    "1元",
    "合计(付款.付款金额)",
    "合计(下级.实际支出)",
    "最大(付款.付款金额)",
    "合计(付款: 付款.付款金额 其中 付款.付款日期 <= 首次付款日期)",
    "二审限额",
    "预算外支出",
    "上级.实际支出",
)
LINEAR = (
    "年初预算",
    "实际支出",
    "造价",
    "合计(付款.付款金额)",
    "合计(下级.实际支出)",
    "1元",
    "合计(付款: 付款.付款金额 其中 付款.付款日期 > 2020-01-01)",
)
amount = st.recursive(
    st.sampled_from(AMOUNTS),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-"), inner),
        st.builds("({} × {})".format, inner, st.sampled_from(["5%", "105.5%", "3", "-2"])),
        st.builds("绝对值({})".format, inner),
        st.builds("{}({}, {})".format, st.sampled_from(["最大", "最小"]), inner, inner),
        st.builds("(若 {} 则 {} 否则 {})".format, st.sampled_from(["是否信息化", "是否应急"]), inner, inner),
    ),
    max_leaves=3,
)
linear = st.one_of(
    st.sampled_from(LINEAR),
    st.builds("({} {} {})".format, st.sampled_from(LINEAR), st.sampled_from("+-"), st.sampled_from(LINEAR)),
    st.builds("(-2 × {})".format, st.sampled_from(LINEAR)),
)
ratio = st.one_of(
    st.builds("{} / {}".format, amount, amount),
    st.builds("({} / {} - 100%)".format, amount, amount),
    st.builds("最大({} / {}, 5%)".format, amount, amount),
    st.builds("(-3 × ({} / {}))".format, amount, amount),
)
ORDER = st.sampled_from(["<", "<=", "=", "!=", ">=", ">"])
CHILD = st.sampled_from(
    [
        "评审.评审级别 = 二审",
        "评审.评审结论 属于 (通过, 在审)",
        "评审.评审日期 <= 首次付款日期",
        "评审.评审日期 已列示",
        "评审.评审日期 < 2020-06-30 或 是否信息化",
        "评审.支出项目.实际支出 > 年初预算",
        "在职人数 > 5 且 评审.评审级别 = 一审",
    ]
)
leaf = st.one_of(
    st.builds("{} {} {}".format, amount, ORDER, amount),
    st.builds("{} {} {}".format, ratio, ORDER, st.sampled_from(["5%", "105%", "-100%", "100% + 5%"])),
    st.builds("{} 介于 {} 到 {}".format, amount, amount, amount),
    st.builds("{} ≈ {}".format, linear, linear),
    st.builds("{} / {} ≈ {}".format, linear, linear, st.sampled_from(["105%", "100%", "-2%", "1.05"])),
    st.builds("{} {} 评审 满足 ({})".format, st.sampled_from(["存在", "每个", "不存在"]), st.just(""), CHILD),
    st.builds(
        "存在 下级 满足 (存在 下级.付款 满足 (付款.付款金额 > {}))".format,
        st.sampled_from(["1元", "支出项目.实际支出", "下级.实际支出"]),
    ),
    st.builds("计数(付款 其中 付款.付款金额 {} {}) {} 1".format, ORDER, amount, ORDER),
    st.builds(
        "{} {}".format,
        st.sampled_from(["实际支出", "造价", "项目名称", "评审", "首次付款日期", "上级.实际支出", "上级.评审"]),
        st.sampled_from(["已列示", "缺失", "有交代", "待填"]),
    ),
    st.sampled_from(
        [
            "是否信息化",
            "是否应急 = 是",
            '项目名称 包含 "关"',
            "项目名称 开头为 用途",
            '用途 结尾为 "费用"',
            '项目名称 匹配 "[0-9]$|^等"',
            "项目名称 < 用途",
            "长度(项目名称) > 1",
            "年份(首次付款日期) = 2020",
            "首次付款日期 - 2020-01-01 > 30",
            "首次付款日期 + 1个月 >= 2020-03-29 + 1日",
            "首次付款日期 - 1年 < 2019-06-30 - 1日",
            "首次付款日期 + 9000年 > 2020-01-01",
            "延后月(首次付款日期, 计数(评审)) > 2020-03-01",
            "项目名称 包含 套话",
            "长度(去除(项目名称, 套话)) > 1",
            '去除(用途, "关") = 项目名称',
            '去除(去除(用途, 标点和数字), 套话) = ""',
            "支出层次 属于 (明细项目, 总支出)",
            "末位(实际支出) > 1元",
            "在职人数 > 5",
            "最大(评审.评审日期) < 首次付款日期",
            '项目名称 属于 ("甲", "a")',
            "空值 = 实际支出",
            "合计(单位.支出项目.实际支出) > 1元",
        ]
    ),
)
condition = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds("({} 且 {})".format, inner, inner),
        st.builds("({} 或 {})".format, inner, inner),
        st.builds("非 ({})".format, inner),
        st.builds("(若 {} 则 {} 否则 {})".format, inner, inner, inner),
    ),
    max_leaves=4,
)


def rule(number, when, unless, require, money):
    """Return a made-up rule about budget lines."""
    base = BOOK.rules["spending-never-budgeted"]
    parts = {
        key: typed(value, "budget_line", "boolean")
        for key, value in (("when", when), ("unless", unless), ("require", require))
    }
    return replace(base, id=f"random-{number}", amount=typed(money, "budget_line", "money"), **parts)


def guarded(field):
    """Rules that speak of lines whose *field* is positive, and divide by it, or by that of another fact."""
    when = st.builds(
        "({} 且 {})".format, st.sampled_from([f"{field} > 0元", f"0元 < {field}", f"{field} > 1元"]), condition
    )
    under = st.sampled_from([field, field, f"上级.{field}", f"({field} - 1元)"])
    over = st.builds("{} / {} {} {}".format, amount, under, ORDER, st.sampled_from(["5%", "105%", "-100%"]))
    child = st.builds("存在 付款 满足 (付款.付款金额 / {} > 30%)".format, under)
    asked = st.one_of(over, over, child)
    return st.tuples(
        when, st.one_of(condition, asked), st.one_of(asked, st.builds("({} 或 {})".format, asked, condition)), amount
    )


GUARDED = st.sampled_from(["年初预算", "造价"]).flatmap(guarded)
RULES = st.lists(st.one_of(st.tuples(condition, condition, condition, amount), GUARDED), min_size=4, max_size=6)
DRAWN = settings(
    max_examples=ROUNDS,
    deadline=None,
    derandomize=not os.environ.get("AGREEMENT_ROUNDS"),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@DRAWN
@given(RULES, st.lists(CASES, min_size=3, max_size=6))
def test_random_rules_on_random_cases(texts, drawn):
    assert_same(BOOK, *made_up(texts, drawn))


def made_up(texts, drawn):
    """Return a plan of the rules drawn, and the cases."""
    cases = [build(made) for made in drawn]
    rules = []
    for number, parts in enumerate(texts):
        try:
            rules.append(rule(number, *parts))
        except ExpressionError as refused:  # hardly ever meant: equal to a percentage exactly, or above a number
            assert "ratio" in str(refused), refused
    plan = replace(BOOK.plan(cases[0]), rules=tuple(rules), compiled={})
    return plan, cases


EXAMPLE = case_of(
    "lines: [{id: a, kind: 明细项目, name: 甲, actual: 5元, initial_budget: 7元, cost: 2元}, {id: b, kind: 明细项目, name: 乙, actual: 9元}]\n"
)
DEEP = {
    "绝对值": "绝对值({} - 1元)",
    "最大": "最大({}, 造价)",
    "最小": "最小(年初预算, {} - 1元)",
    "若": "(若 {} > 1元 则 年初预算 否则 造价)",
    "混合": "最大(绝对值({} - 造价), 最小(年初预算, 2元))",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_deep_grows_evenly(name):
    """Twice as deep, no more than three times as much SQL; and it comes to what the evaluator says."""
    sizes = []
    for depth in (4, 8) if name == "混合" else (8, 16):
        text = "实际支出"
        for _ in range(depth):
            text = DEEP[name].replace("{}", text)
        made = rule(0, "是", "否", text + " > 3元", "实际支出")
        plan = replace(BOOK.plan(EXAMPLE), rules=(made,), compiled={})
        sizes.append(sum(len(each.text) for each in compile_plan(plan, "duckdb").statements))
        assert_same(BOOK, plan, [EXAMPLE])
    assert sizes[1] < 3 * sizes[0]
