"""Further members of each kind of j01 … j18 and of each point of the law, written apart from the rules by another reader.

What is right was written down before the cases were run. They are of the same form as those of test_judgement.
"""

from __future__ import annotations

import re

import pytest
from conftest import BOOK, NIGHT
from test_judgement import ACCUSING, HEAD, LOOSENED, NOTHING, TOTALS, Case, approved, fails, item, judged, paid, whole
from test_judgement import test_what_an_auditor_concludes as concludes

from checker.authoring.testing import duckdb_available
from checker.base.files import builtin
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.double_entry import first_verdict
from checker.engines.evaluator import evaluate
from checker.reports import Options, render
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, read_pack

NONE = {"carry_in": "无", "carry_out": "无"}
AMONG = "transcribed: whole\nlines:\n"


def total(ident: str, kind: str, **fields: str) -> str:
    """Return a line above others."""
    told = {"id": ident, "kind": kind, "name": kind, **fields}
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}\n"


def claim(kind: str, text: str, said: str, *of: str) -> str:
    """Return a claim whose figures are *said* and whose operands are *of*."""
    parts = ", ".join("{" + each + "}" for each in of)
    return f"stated:\n  - {{id: s, kind: {kind}, text: {text}, {said}, of: [{parts}]}}\n"


ZERO = {"initial_budget": "0", "actual": "50.00"}
KIND = "[{number: 甲1号, date: 2021-02-01, kind: %s, amount: 50.00}]"
PURCHASE = """transcribed: whole
contracts: [{id: c, line: a, subject_matter: 物资, amount: 250.00, %s, category: 货物, method: 单一来源, method_approval: 无, start_date: 2021-02-01, sign_date: 2021-02-03, supplements: 无}]
lines:
  - {id: a, kind: 明细项目, parent: 无, name: 某专项, initial_budget: 260.00, actual: 250.00, carry_in: 无, approvals: 无, is_emergency: 否}
"""

WORKS = """transcribed: whole
lines: []
contracts: [{id: c, line: 无, subject_matter: 改造施工, category: 工程, method: 公开招标, amount: 500.00, candidate_notice_start: 2021-04-01, candidate_notice_end: 2021-04-02, supplements: 无, %s}]
"""

CASES = [
    # ---- j01: carried over
    Case(
        "j01 in Chinese, initial and carried over",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲, 年初预算: 12.00, 上年结转: 3.00, 决算数: 15.00, 年末结转: 无, 批复: 无}\n",
        ACCUSING,
    ),
    Case(
        "j01 carried over in yuan",
        TOTALS + item(initial_budget="0元", carry_in="500000元", actual="50.00", carry_out="无", approvals="无"),
        NOTHING,
    ),
    Case(
        "j01 carried over on the line above only",
        AMONG
        + total("p", "项目支出", parent="无", carry_in="5.00", initial_budget="10.00", actual="15.00")
        + item(initial_budget="10.00", actual="15.00", approvals="无"),
        NOTHING,
    ),
    Case(
        "j01 carried over on another item",
        TOTALS
        + item(initial_budget="0", actual="50.00", approvals="[]", **NONE)
        + item(
            id="b",
            name="乙专项",
            initial_budget="0",
            carry_in="50.00",
            actual="0.00",
            carry_out="50.00",
            approvals="无",
        ),
        found=(("breach", "a", "50.00", "medium"), ("carried-two-years", "b", "50.00", None)),
        header="100.00",
    ),
    Case(
        "j01 carried over, an approval, and more spent",
        TOTALS
        + item(
            initial_budget="10.00",
            carry_in="5.00",
            actual="30.00",
            carry_out="无",
            approvals=approved(("2021-02-01", "10.00")),
        ),
        found=(("breach", "a", "5.00", "low"),),
        header="5.00",
    ),
    Case(
        "j01 carry-over still to be filled in",
        TOTALS + item(initial_budget="0", carry_in="待填", actual="50.00", approvals="无"),
        ("breach",),
        (("query", "a", "50.00", None),),
        "50.00",
    ),
    Case(
        "j01 more carried over than spent",
        TOTALS + item(initial_budget="0", carry_in="60.00", actual="50.00", carry_out="10.00", approvals="无"),
        ("breach", "contradiction", "addition-approved", "spending-never-budgeted"),
        (("carried-two-years", "a", "10.00", None),),
    ),
    # ---- j02: approvals held against payments in time
    Case(
        "j02 three papers, three payments, in yuan",
        TOTALS
        + item(
            initial_budget="200000.00元",
            actual="600000.00元",
            approvals="[{文号: 甲1号, 日期: 2021-04-01, 金额: 100000.00元}, {文号: 甲2号, 日期: 2021-06-01, 金额: 200000.00元}, {文号: 甲3号, 日期: 2021-11-01, 金额: 100000.00元}]",
            payments="[{id: p1, date: 2021-03-01, amount: 200000.00元, payee: 甲}, {id: p2, date: 2021-06-01, amount: 300000.00元, payee: 甲}, {id: p3, date: 2021-12-01, amount: 100000.00元, payee: 甲}]",
        ),
        ACCUSING,
    ),
    Case(
        "j02 the initial budget first, then the addition",
        TOTALS
        + item(
            initial_budget="20.00",
            actual="50.00",
            approvals=approved(("2021-05-01", "30.00")),
            payments=paid(("2021-02-01", "20.00"), ("2021-05-02", "30.00")),
        ),
        NOTHING,
    ),
    Case(
        "j02 a little more than the initial budget before the addition",
        TOTALS
        + item(
            initial_budget="20.00",
            actual="50.00",
            approvals=approved(("2021-05-01", "30.00")),
            payments=paid(("2021-02-01", "25.00"), ("2021-06-01", "25.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "5.00", "medium"),),
        "5.00",
    ),
    Case(
        "j02 approved first, paid beyond it for a time",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.00",
            **NONE,
            approvals=approved(("2021-02-01", "50.00")),
            payments=paid(("2021-03-01", "60.00"), ("2021-04-01", "-10.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "10.00", "medium"),),
        "10.00",
    ),
    Case(
        "j02 two papers before the first payment, paid beyond the first for a time",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="40.00",
            **NONE,
            approvals=approved(("2021-01-10", "10.00"), ("2021-01-20", "20.00")),
            payments=paid(("2021-02-01", "45.00"), ("2021-06-01", "-5.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "5.00", "medium"),),
        "5.00",
    ),
    Case(
        "j02 payments listed in part, all in time",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.00",
            approvals=approved(("2021-02-01", "30.00"), ("2021-07-01", "20.00")),
            payments="{complete: false, items: [{id: p1, date: 2021-03-01, amount: 30.00, payee: 甲}]}",
        ),
        ACCUSING,
        open_=("a",),
    ),
    # ---- j03: the last digit
    Case(
        "j03 short by the last digit of three figures",
        TOTALS + item(initial_budget="10.00", actual="50.00", **NONE, approvals=approved(("2021-02-01", "39.99"))),
        ACCUSING,
        open_=("a",),
    ),
    Case(
        "j03 short by a hundred yuan, approved to the yuan",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.00",
            **NONE,
            approvals="[{number: 甲1号, date: 2021-02-01, amount: 499900元}]",
        ),
        found=(("breach", "a", "0.01", "low"),),
        header="0.01",
    ),
    Case(
        "j03 ten papers whose last digits may be the rest",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.04",
            **NONE,
            approvals=approved(*[(f"2021-01-{d:02}", "5.00") for d in range(1, 11)]),
        ),
        ACCUSING,
        open_=("a",),
    ),
    Case(
        "j03 ten papers whose last digits cannot be the rest",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.40",
            **NONE,
            approvals=approved(*[(f"2021-01-{d:02}", "5.00") for d in range(1, 11)]),
        ),
        found=(("breach", "a", "0.40", "low"),),
        header="0.40",
    ),
    Case(
        "j03 short by ten thousand, in whole ten thousands",
        TOTALS
        + item(
            initial_budget="0万元",
            actual="50.00",
            **NONE,
            approvals="[{number: 甲1号, date: 2021-02-01, amount: 49.995}]",
        ),
        ACCUSING,
    ),
    # ---- j04: paid before approval
    Case(
        "j04 the initial budget covers a part",
        TOTALS
        + item(
            initial_budget="30.00",
            actual="50.00",
            **NONE,
            approvals=approved(("2021-06-01", "20.00")),
            payments=paid(("2021-02-01", "25.00"), ("2021-05-01", "25.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "20.00", "medium"),),
        "20.00",
    ),
    Case(
        "j04 late and missing",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.00",
            **NONE,
            approvals=approved(("2021-06-01", "30.00")),
            payments=paid(("2021-03-01", "50.00")),
        ),
        found=(("breach", "a", "20.00", "medium"), ("approved-before-spending", "a", "30.00", "medium")),
        header="30.00",  # the largest amount that is claimed of the line
    ),
    Case(
        "j04 the day of the payment still to be filled in",
        TOTALS
        + item(
            initial_budget="0",
            actual="50.00",
            **NONE,
            approvals=approved(("2021-06-01", "50.00")),
            payments="[{id: p1, date: 待填, amount: 50.00, payee: 甲}]",
        ),
        ACCUSING,
        open_=("a",),
    ),
    Case(
        "j04 the carry-over paid first",
        TOTALS
        + item(
            initial_budget="0",
            carry_in="20.00",
            carry_out="无",
            actual="50.00",
            approvals=approved(("2021-06-01", "30.00")),
            payments=paid(("2021-02-01", "20.00"), ("2021-06-02", "30.00")),
        ),
        ACCUSING,
    ),
    Case(
        "j04 in Chinese, an emergency in words",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲, 年初预算: 无, 上年结转: 无, 年末结转: 无, 决算数: 8.00, 偏差原因: 疫情防控急需, 批复: [{文号: 甲1号, 日期: 2021-06-01, 金额: 8.00}], 付款: [{付款编号: p1, 付款日期: 2021-02-01, 付款金额: 8.00, 收款人: 乙}]}\n",
        ("breach",),
        (("approved-before-spending", "a", "8.00", "low"),),
        "8.00",
    ),
    # ---- j05: the adjusted budget of every item
    Case(
        "j05 basic, component and items show it",
        AMONG
        + total("t", "总支出")
        + total("g", "基本支出", parent="t", initial_budget="50.00", adjusted_budget="52.00", actual="52.00")
        + total("p", "项目支出", parent="t")
        + item(initial_budget="10.00", adjusted_budget="12.00", actual="11.00")
        + item(id="b", name="乙", initial_budget="5.00", adjusted_budget="5.00", actual="5.00"),
        ("adjusted-budget-shown",),
    ),
    Case(
        "j05 one item of two says that it was not adjusted",
        TOTALS
        + item(initial_budget="10.00", adjusted_budget="12.00", actual="11.00")
        + item(
            id="b",
            name="乙",
            initial_budget="5.00",
            adjusted_budget="无",
            actual="5.00",
            approvals="无",
            added_budget="无",
        ),
        ("adjusted-budget-shown",),
    ),
    Case(
        "j05 one item of two shows nothing",
        TOTALS
        + item(initial_budget="10.00", adjusted_budget="12.00", actual="11.00")
        + item(id="b", name="乙", initial_budget="5.00", actual="5.00"),
        found=(("adjusted-budget-shown", "某局", None, None),),
    ),
    Case(
        "j05 one item still to be filled in",
        TOTALS
        + item(initial_budget="10.00", adjusted_budget="12.00", actual="11.00")
        + item(id="b", name="乙", initial_budget="5.00", adjusted_budget="待填", actual="5.00"),
        ("adjusted-budget-shown",),
    ),
    # ---- j06: the base of a rate
    Case(
        "j06 on initial and carried over, in Chinese",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲, 年初预算: 80.00, 上年结转: 20.00, 决算数: 95.00}\n"
        "自报数:\n  - {编号: s, 自报种类: 完成率, 原文: 预算执行率95%, 自报比率: 95%, 构成: [{角色: 分子, 路径: a.决算数}, {角色: 分母, 路径: a.年初预算}]}\n",
        ("contradiction",),
    ),
    Case(
        "j06 on initial and added, given by amounts",
        "lines:\n"
        + item(parent="无", initial_budget="80.00", added_budget="20.00", actual="95.00")
        + claim("比值", "完成95.00%", "rate: 95.00%", "role: 分子, amount: 95.00", "role: 分母, amount: 80.00"),
        ("contradiction",),
    ),
    Case(
        "j06 wrong on every base",
        "lines:\n"
        + item(
            parent="无",
            initial_budget="80.00",
            added_budget="20.00",
            carry_in="无",
            adjusted_budget="100.00",
            actual="95.00",
        )
        + claim(
            "比值", "完成97.00%", "rate: 97.00%", "role: 分子, path: a.actual", "role: 分母, path: a.initial_budget"
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "j06 the text says initial, the rate is on the adjusted budget",
        "lines:\n"
        + item(parent="无", initial_budget="80.00", adjusted_budget="100.00", actual="95.00")
        + claim(
            "比值",
            "占年初预算的95.00%",
            "rate: 95.00%",
            "role: 分子, path: a.actual",
            "role: 分母, path: a.initial_budget",
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "j06 a growth right on the adjusted budget",
        "lines:\n"
        + item(parent="无", initial_budget="80.00", adjusted_budget="100.00", actual="95.00")
        + claim(
            "增长率",
            "比预算减少5.00%",
            "rate: 5.00%",
            "role: 加数, path: a.actual",
            "role: 基数, path: a.initial_budget",
        ),
        ("contradiction",),
    ),
    # ---- j07: over by the last digit
    Case(
        "j07 two items, each over by the last digit",
        TOTALS
        + item(initial_budget="10.00", adjusted_budget="10.00", actual="10.01", **NONE, approvals="无")
        + item(id="b", name="乙", initial_budget="20.00", actual="20.01", **NONE, approvals="无"),
        ACCUSING,
        open_=("a",),
    ),
    Case(
        "j07 whole ten thousands, over by one",
        "金额口径: {单位: 万元, 小数位数: 0}\n"
        + TOTALS
        + item(initial_budget="10", adjusted_budget="10", actual="11", **NONE, approvals="无"),
        ACCUSING,
        open_=("a",),
    ),
    Case(
        "j07 whole ten thousands, over by three",
        "金额口径: {单位: 万元, 小数位数: 0}\n"
        + TOTALS
        + item(initial_budget="10", adjusted_budget="10", actual="13", **NONE, approvals="无"),
        found=(("breach", "a", "3", "low"),),
        header="3",
    ),
    Case(
        "j07 a contract paid beyond by the last digit",
        AMONG
        + item(
            parent="无",
            initial_budget="20.00",
            actual="10.01",
            payments="[{id: p1, date: 2021-03-01, amount: 10.01, payee: 甲, contract: c}]",
        )
        + "contracts: [{id: c, subject_matter: 物业, amount: 10.00, line: a, sign_date: 2021-01-05, supplements: 无}]\n",
        ("payments-within-contract",),
    ),
    Case(
        "j07 three public over by the last digit",
        "three_public: [{kind: 公务接待, budget: 2.00, actual: 2.01}]\n",
        ACCUSING,
        open_=("公务接待",),
    ),
    Case(
        "j07 a total over by 3 %, the items silent on approvals, the total has none",
        AMONG
        + total("p", "项目支出", initial_budget="100.00", actual="103.00", carry_in="无", approvals="无")
        + item(actual="103.00"),
        found=(("breach", "p", "3.00", "low"),),
        header="3.00",
    ),
    Case(
        "j07 a total over by 3 %, no paper anywhere",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="100.00", actual="103.00", carry_in="无", approvals="无")
        + item(actual="50.00", carry_in="无", approvals="无")
        + item(id="b", name="乙", actual="53.00", carry_in="无", approvals="无"),
        found=(("breach", "p", "3.00", "low"),),
        header="3.00",
    ),
    # ---- j08: parents
    Case(
        "j08 in Chinese, two parents still to be filled in",
        "转录: 全文\n支出:\n  - {编号: p, 支出层次: 项目支出, 项目名称: 项目支出, 上级项目: 无, 年初预算: 90.00, 决算数: 90.00}\n"
        "  - {编号: x, 支出层次: 明细项目, 上级项目: p, 项目名称: 甲, 年初预算: 30.00, 决算数: 30.00}\n"
        "  - {编号: y, 支出层次: 明细项目, 上级项目: 待填, 项目名称: 乙, 年初预算: 60.00, 决算数: 60.00}\n",
        ACCUSING,
    ),
    Case(
        "j08 a parent still to be filled in, which way ever the parts do not add up",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="90.00", actual="90.00")
        + item(initial_budget="30.00", actual="30.00")
        + item(id="b", name="乙", parent="待填", initial_budget="50.00", actual="50.00"),
        ACCUSING,
        open_=("p",),
        unmet=(("parts-sum-to-total", "p"),),
    ),
    Case(
        "j08 no item names a parent, two totals",
        AMONG
        + total("t", "总支出", parent="无", actual="100.00")
        + total("g", "基本支出", actual="40.00")
        + total("p", "项目支出", actual="60.00")
        + "  - {id: a, kind: 明细项目, name: 甲, actual: 25.00}\n  - {id: b, kind: 明细项目, name: 乙, actual: 35.00}\n",
        ("contradiction",),
    ),
    Case(
        "j08 three parts of a known total, one wrong",
        AMONG
        + total("t", "总支出", parent="无", actual="100.00")
        + total("g", "基本支出", parent="t", actual="40.00")
        + total("p", "项目支出", parent="t", actual="61.00"),
        found=(("contradiction", "t", None, None),),
    ),
    # ---- j09, j12: totals that nobody printed, excerpts
    Case(
        "j09 a printed budget, an actual that nobody printed, two parts",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="100.00")
        + item(initial_budget="60.00", actual="50.00")
        + item(id="b", name="乙", initial_budget="40.00", actual="30.00"),
        ("contradiction",),
        unmet=(("parts-sum-to-total", "p"),),
    ),
    Case(
        "j12 an excerpt in Chinese, a total and two of its items",
        "支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 本年支出, 年初预算: 700.00, 决算数: 650.00}\n  - {编号: x, 支出层次: 明细项目, 上级项目: t, 项目名称: 甲, 年初预算: 10.00, 决算数: 9.50}\n  - {编号: y, 支出层次: 明细项目, 上级项目: t, 项目名称: 乙, 年初预算: 20.00, 决算数: 20.00}\n",
        ACCUSING,
    ),
    Case(
        "j12 an excerpt whose only item is over, the total within",
        "lines:\n"
        + total("t", "总支出", initial_budget="800.00", actual="799.12")
        + item(parent="t", name="会议专项", initial_budget="7.50", actual="25.36"),
        ("breach", "contradiction"),
        found=(("overrun-above-threshold", "a", "17.86", None),),
        header="17.86",
    ),
    Case(
        "j12 an excerpt, said to be whole for its lines only",
        "lines: {complete: true, items: [{id: t, kind: 总支出, name: 总支出, actual: 100.00}, {id: g, kind: 基本支出, name: 基本支出, parent: t, actual: 40.00}, {id: p, kind: 项目支出, name: 项目支出, parent: t, actual: 50.00}]}\n",
        found=(("contradiction", "t", None, None),),
    ),
    # ---- j13: declines in words
    *(
        Case(
            f"j13 {text}",
            claim("增长率", text, "rate: 12.50%", "role: 加数, amount: 7.00", "role: 基数, amount: 8.00"),
            ("contradiction",),
        )
        for text in (
            "较上年减少12.50%",
            "同比压减12.50%",
            "同比下滑12.50%",
            "比上年缩减12.50%",
            "降幅12.50%",
            "同比降低了12.50%",
            "较上年度压缩12.50%",
            "负增长12.50%",
            "较2020年回落12.50%",
            "比上年节约12.50%",
            "同比少支12.50%",
            "较上年少12.50%",
            "同比递减12.50%",
            "比去年削减12.50%",
        )
    ),
    *(
        Case(
            f"j13 wrong: {text}",
            claim("增长率", text, "rate: 12.50%", "role: 加数, amount: 7.00", "role: 基数, amount: 8.00"),
            found=(("contradiction", "s", None, None),),
        )
        for text in (
            "较上年增加12.50%",
            "同比上升12.50%",
            "比上年提高12.50%",
            "增幅12.50%",
            "同比上涨12.50%",
            "较上年多支12.50%",
        )
    ),
    Case(
        "j13 increase and rate, declining",
        claim(
            "增减",
            "比上年减少1.00万元，下降12.50%",
            "amount: 1.00, rate: 12.50%",
            "role: 加数, amount: 7.00",
            "role: 基数, amount: 8.00",
        ),
        ("contradiction",),
    ),
    Case(
        "j13 increase and rate, the amount right and the rate wrong",
        claim(
            "增减",
            "比上年减少1.00万元，下降14.29%",
            "amount: 1.00, rate: 14.29%",
            "role: 加数, amount: 7.00",
            "role: 基数, amount: 8.00",
        ),
        found=(("contradiction", "s", None, None),),
    ),
    # ---- j14, j15: precisions and units
    *(
        Case(
            f"j14 {amount} for 748.30",
            "lines:\n"
            + item(parent="无", initial_budget="748.30", actual="748.30")
            + claim("同一数", amount, f"amount: {amount}", "role: base, path: a.actual"),
            ("contradiction",),
        )
        for amount in ("7483000元", "7483001.20元", "7483千元", "0.0748亿元", "748.3万元", "7.48百万元")
    ),
    *(
        Case(
            f"j14 wrong: {amount} for 748.30",
            "lines:\n"
            + item(parent="无", initial_budget="748.30", actual="748.30")
            + claim("同一数", amount, f"amount: {amount}", "role: base, path: a.actual"),
            found=(("contradiction", "s", None, None),),
        )
        for amount in ("7483100元", "7484千元", "0.0749亿元", "749万元", "747.30万元")
    ),
    Case(
        "j15 yuan terms, a total in ten thousands",
        claim(
            "合计数", "两项合计3.00万元", "amount: 3.00", "role: 加数, amount: 12345元", "role: 加数, amount: 17655元"
        ),
        ("contradiction",),
    ),
    Case(
        "j15 yuan terms, a total in ten thousands that is wrong",
        claim(
            "合计数", "两项合计3.10万元", "amount: 3.10", "role: 加数, amount: 12345元", "role: 加数, amount: 17655元"
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "j15 a whole number without decimals in the case's unit",
        claim("差额", "相差5万元", "amount: 5", "role: 加数, amount: 25", "role: 加数, sign: 负, amount: 20.30"),
        found=(("contradiction", "s", None, None),),
    ),
    # ---- j16: additions that were approved
    Case(
        "j16 approved by a transfer and the reserve fund",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="40.00",
            **NONE,
            first_payment_date="2021-09-20",
            approvals="[{number: 甲1号, date: 2021-03-01, amount: 10.00, kind: 调剂}, {number: 甲2号, date: 2021-08-01, amount: 20.00, kind: 动支预备费}]",
        ),
        NOTHING,
    ),
    Case(
        "j16 another paper that is none of budget",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="40.00",
            **NONE,
            approvals="[{number: 甲1号, date: 2021-03-01, amount: 30.00, kind: 其他批复}]",
        ),
        ("breach",),
        (("query", "a", "30.00", None),),
        "30.00",
    ),
    Case(
        "j16 in Chinese, adjusted equals approved, spent less",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲, 年初预算: 无, 追加预算: 33.00, 调整预算: 33.00, 决算数: 32.10, 首次付款日期: 2021-10-08, 批复: [{文号: 财预〔2021〕8号, 批复日期: 2021-09-30, 批复金额: 33.00, 批复类型: 追加}]}\n",
        ACCUSING,
    ),
    Case(
        "j16 approved for another, the item has none",
        TOTALS
        + item(initial_budget="0", actual="20.00", **NONE, approvals="[]")
        + item(
            id="b", name="乙", initial_budget="0", actual="20.00", **NONE, approvals=approved(("2021-02-01", "40.00"))
        ),
        found=(("breach", "a", "20.00", None),),
        header="20.00",
    ),
    Case(
        "j16 an overspent total, partly approved at the children",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="30.00", actual="60.00", **NONE, approvals="[]")
        + item(initial_budget="10.00", actual="30.00", **NONE, approvals=approved(("2021-02-01", "15.00")))
        + item(
            id="b",
            name="乙",
            initial_budget="20.00",
            actual="30.00",
            **NONE,
            approvals=approved(("2021-02-01", "10.00")),
        ),
        found=(("breach", "a", "5.00", "low"),),
        header="5.00",
    ),
    Case(
        "j16 an overspent total, the children's approvals listed in part",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="30.00", actual="60.00", **NONE)
        + item(
            initial_budget="10.00",
            actual="30.00",
            **NONE,
            approvals="{complete: false, items: [{number: 甲1号, date: 2021-02-01, amount: 15.00}]}",
        )
        + item(
            id="b",
            name="乙",
            initial_budget="20.00",
            actual="30.00",
            **NONE,
            approvals=approved(("2021-02-01", "10.00")),
        ),
        ("breach",),
        open_=("a",),
    ),
    # ---- j17: claims to have no problems
    *(
        Case(
            f"j17 {text}",
            f"difficulties: {text}\n" + AMONG + item(parent="无", initial_budget="100.00", actual="40.00"),
            found=(("no-problems-claimed", "某局", None, "low"),),
        )
        for text in (
            "无",
            "没有问题",
            "本单位不存在突出问题",
            "总体情况良好，无问题",
            "暂未发现问题。",
            "各项工作正常开展，没有存在的问题",
            "未发现重大问题和困难",
            "没有明显问题",
            "经自查，暂不存在问题",
            "目前没有什么问题",
            "未发生问题",
            "无明显不足",
            "暂无不足之处",
            "不存在任何问题",
            "基本没有问题",
            "无问题，继续保持",
            "预算执行情况较好，未发现异常",
            "暂时没有问题",
            "无重大问题",
        )
    ),
    *(
        Case(
            f"j17 a problem named: {text}",
            f"difficulties: {text}\n" + AMONG + item(parent="无", initial_budget="100.00", actual="40.00"),
            ("no-problems-claimed",),
        )
        for text in (
            "预算执行率偏低，下年改进",
            "没有解决的问题主要是资金到位晚",
            "问题不少，主要是项目推进慢",
            "无法按期完工的问题突出",
            "存在资金使用效率不高的问题",
            "未发现重大问题，但执行率低",
            "除执行进度慢外，没有其他问题",
            "没有专职财务人员，问题较多",
            "预算编制不够细，无法一一对应",
            "无专职人员的困难",
            "部分项目没有按进度支付",
            "资金闲置，未发现原因",
            "支出进度慢，其余无问题",
        )
    ),
    # ---- claims: increase, product, per head, order, zero, scores
    Case(
        "claim per student, in yuan",
        claim("生均", "生均1200元", "amount: 1200元", "role: 加数, amount: 60.00", "role: 乘数, count: 500"),
        ("contradiction",),
    ),
    Case(
        "claim per student, wrong",
        claim("生均", "生均1300元", "amount: 1300元", "role: 加数, amount: 60.00", "role: 乘数, count: 500"),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "claim quantity times standard",
        claim(
            "乘积",
            "每人120元，共50人，合计6000元",
            "amount: 6000元",
            "role: 乘数, count: 50",
            "role: 单价, amount: 120元",
        ),
        ("contradiction",),
    ),
    Case(
        "claim quantity times standard, wrong",
        claim(
            "乘积",
            "每人120元，共50人，合计0.65万元",
            "amount: 0.65",
            "role: 乘数, count: 50",
            "role: 单价, amount: 120元",
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "claim the smaller is said to be below",
        claim(
            "大小关系", "公务接待费低于预算", "relation: 低于", "role: 加数, amount: 1.20", "role: 基数, amount: 2.00"
        ),
        ("contradiction",),
    ),
    Case(
        "claim the larger is said to be below",
        claim(
            "大小关系", "公务接待费低于预算", "relation: 低于", "role: 加数, amount: 2.20", "role: 基数, amount: 2.00"
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "claim equal figures, one said not to exceed the other",
        claim("大小关系", "没有超过预算", "relation: 不超过", "role: 加数, amount: 2.00", "role: 基数, amount: 2.00"),
        ("contradiction",),
    ),
    Case(
        "claim growth on a base of zero",
        claim("增长率", "增长100%", "rate: 100%", "role: 加数, amount: 2.00", "role: 基数, amount: 0.00"),
        ("breach", "query"),
    ),
    Case(
        "claim increase with its rate",
        claim(
            "增减",
            "增加2.00万元，增长25.00%",
            "amount: 2.00, rate: 25.00%",
            "role: 加数, amount: 10.00",
            "role: 基数, amount: 8.00",
        ),
        ("contradiction",),
    ),
    Case(
        "claim increase whose rate is on the wrong side",
        claim(
            "增减",
            "增加2.00万元，增长20.00%",
            "amount: 2.00, rate: 20.00%",
            "role: 加数, amount: 10.00",
            "role: 基数, amount: 8.00",
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "claim growth cut at the last digit",
        claim("增长率", "增长8.15%", "rate: 8.15%", "role: 加数, amount: 1081.58", "role: 基数, amount: 1000.00"),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "claim growth rounded at the last digit",
        claim("增长率", "增长8.16%", "rate: 8.16%", "role: 加数, amount: 1081.58", "role: 基数, amount: 1000.00"),
        ("contradiction",),
    ),
    Case(
        "claim of scores that add up",
        claim(
            "合计数",
            "三项得分合计96.5分",
            "number: 96.5",
            "role: 加数, number: 10",
            "role: 加数, number: 46.5",
            "role: 加数, number: 40",
        ),
        ("contradiction",),
    ),
    Case(
        "claim of scores that do not add up",
        claim(
            "合计数",
            "三项得分合计96.5分",
            "number: 96.5",
            "role: 加数, number: 10",
            "role: 加数, number: 45.5",
            "role: 加数, number: 40",
        ),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "claim with an approximate figure",
        claim("合计数", "两项约30万元", "amount: 30万元", "role: 加数, amount: 12.34", "role: 加数, amount: 17.51"),
        ("contradiction",),
    ),
    Case(
        "claim of a share above a bound",
        claim(
            "比值", "占比超过六成，达60%以上", "rate: 60%", "role: 分子, amount: 65.00", "role: 分母, amount: 100.00"
        ),
        ("contradiction",),
    ),
    Case(
        "claim of a share above a bound, below it",
        claim("比值", "占比达60%以上", "rate: 60%", "role: 分子, amount: 55.00", "role: 分母, amount: 100.00"),
        found=(("contradiction", "s", None, None),),
    ),
    # ---- no vacuous pass
    Case(
        "vacuous the total itself is over, so are its items",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="30.00", actual="60.00", **NONE, approvals="无")
        + item(initial_budget="10.00", actual="30.00", **NONE, approvals="无")
        + item(id="b", name="乙", initial_budget="20.00", actual="30.00", **NONE, approvals="无"),
        found=(("breach", "a", "20.00", "medium"), ("breach", "b", "10.00", "medium")),
        header="30.00",
        unmet=(("overrun-hidden-in-total", "p"),),
    ),
    Case(
        "vacuous a small supplier delivered long ago, nothing paid",
        AMONG
        + item(parent="无", initial_budget="100.00", actual="0.00", payments="[]")
        + "contracts: [{id: c, subject_matter: 设备, amount: 10.00, line: a, supplier_is_sme: 是, sign_date: 2021-03-01, delivery_date: 2021-05-01, payment_term: 无, supplements: 无}]\n",
        found=(("small-supplier-paid-in-time", "c", "10.00", "medium"),),
        header="10.00",
    ),
    Case(
        "vacuous a small supplier delivered last week, nothing paid",
        AMONG
        + item(parent="无", initial_budget="100.00", actual="0.00", payments="[]")
        + "contracts: [{id: c, subject_matter: 设备, amount: 10.00, line: a, supplier_is_sme: 是, sign_date: 2021-12-01, delivery_date: 2022-01-10, payment_term: 无, supplements: 无}]\n",
        ("small-supplier-paid-in-time",),
        unmet=(("small-supplier-paid-in-time", "c"),),
    ),
    Case(
        "vacuous no line has a figure, no problems claimed",
        "difficulties: 暂无问题\n" + TOTALS,
        ACCUSING,
        unmet=(("no-problems-claimed", "某局"),),
    ),
    # ---- money once
    Case(
        "money a total and its two items, all over",
        AMONG
        + total("t", "总支出", parent="无", initial_budget="30.00", actual="60.00", **NONE, approvals="无")
        + total("p", "项目支出", parent="t", initial_budget="30.00", actual="60.00", **NONE, approvals="无")
        + item(initial_budget="10.00", actual="30.00", approvals="无")
        + item(id="b", name="乙", initial_budget="20.00", actual="30.00", approvals="无"),
        header="30.00",
    ),
    Case(
        "money a contract, its payments and its line",
        AMONG
        + item(
            parent="无",
            initial_budget="10.00",
            actual="25.00",
            **NONE,
            approvals="无",
            payments="[{id: p1, date: 2021-05-01, amount: 25.00, payee: 乙公司, contract: c}]",
        )
        + "contracts: [{id: c, subject_matter: 维修, amount: 20.00, line: a, supplier: 乙公司, sign_date: 2021-04-01, supplements: 无}]\n",
        header="15.00",
        found=(("payments-within-contract", "c", "5.00", None), ("breach", "a", "15.00", None)),
    ),
    Case(
        "money a contract of no line, over its own budget",
        "contracts: [{id: c, subject_matter: 维修, amount: 20.00, budget: 18.00, sign_date: 2021-04-01, method: 公开招标}]\n",
        header="2.00",
        found=(("contract-within-procurement-budget", "c", "2.00", None),),
    ),
    Case(
        "money two public expenses, their subtotal and total",
        "three_public: [{kind: 公务接待, budget: 1.00, actual: 3.00}, {kind: 公车购置及运行, budget: 2.00, actual: 3.00}, {kind: 公车运行, budget: 2.00, actual: 3.00}, {kind: 公车购置, budget: 0, actual: 0}, {kind: 三公合计, budget: 3.00, actual: 6.00}]\n",
        header="3.00",
    ),
    # ---- natures and severities
    Case(
        "nature a small sum without approval",
        TOTALS + item(initial_budget="0", actual="0.45", **NONE, approvals="[]"),
        found=(("breach", "a", "0.45", "low"),),
        header="0.45",
    ),
    Case(
        "nature a large sum without approval",
        TOTALS + item(initial_budget="100.00", actual="746.72", **NONE, approvals="[]"),
        found=(("addition-approved", "a", "646.72", "high"),),
        header="646.72",
    ),
    *(
        Case(
            f"nature an emergency: {reason}",
            TOTALS + item(initial_budget="0", actual="8.00", **NONE, approvals="[]", deviation_reason=reason),
            ("breach",),
            (("addition-approved", "a", "8.00", "low"),),
            "8.00",
        )
        for reason in (
            "防控新冠肺炎购置口罩、消毒液",
            "防汛抢险",
            "非洲猪瘟扑杀",
            "7月特大暴雨冲毁道路抢修",
            "隔离酒店费用",
            "集中隔离点运转",
            "大规模核酸检测",
            "煤矿瓦斯事故救援",
            "危化品泄漏处置",
            "校舍倒塌抢修",
            "断水断电抢修",
            "突发公共卫生事件处置",
            "森林火灾扑救",
            "冰雪灾害融雪剂",
            "堤坝出险加固抢护",
        )
    ),
    *(
        Case(
            f"nature no emergency: {reason}",
            TOTALS + item(initial_budget="0", actual="8.00", **NONE, approvals="[]", deviation_reason=reason),
            found=(("breach", "a", "8.00", "low"),),
        )
        for reason in (
            "应急管理局信息化建设",
            "应急广播系统维护",
            "急需更换办公家具",
            "新增人员工资",
            "国家森林防火宣传栏更新",
            "防灾减灾宣传周活动",
            "抢修车辆保险",
            "应急指挥中心装修",
            "消防演练和灭火器年检",
            "疾控中心办公楼物业费",
            "地质灾害防治规划编制",
            "气象灾害预警系统运维",
            "救灾物资储备库房租金",
            "应急救援培训班",
            "紧急会议会务费",
        )
    ),
    *(
        Case(
            f"reason is none: {reason}",
            AMONG
            + item(
                parent="无",
                initial_budget="10.00",
                adjusted_budget="10.00",
                actual="5.00",
                deviation_reason=f'"{reason}"',
            ),
            found=(("deviation-explained", "a", None, "low"),),
        )
        for reason in (
            "据实结算。",
            "按实际发生额列支",
            "因工作需要",
            "根据工作安排",
            "执行情况正常",
            "实际支出与预算有差异",
            "结合实际情况安排使用",
            "无",
            "/",
            "按规定支出",
            "按需支出",
            "根据业务实际需求",
            "客观原因造成",
        )
    ),
    *(
        Case(
            f"reason stands elsewhere or is not known: {reason}",
            AMONG
            + item(
                parent="无",
                initial_budget="10.00",
                adjusted_budget="10.00",
                actual="5.00",
                deviation_reason=f'"{reason}"',
            ),
            ("deviation-explained",),
            open_=("a",),
        )
        for reason in ("详见总结", "见附表二", "待补充", "不详")
    ),
    *(
        Case(
            f"reason is one: {reason}",
            AMONG
            + item(
                parent="无",
                initial_budget="10.00",
                adjusted_budget="10.00",
                actual="5.00",
                deviation_reason=f'"{reason}"',
            ),
            ("deviation-explained",),
        )
        for reason in (
            "招标节约",
            "突发事件（新冠疫情防控）产生，据实结算",
            "项目取消",
            "合同尾款次年支付",
            "用地未批",
            "中标价低于预算",
            "工期延误",
            "人员退休3人",
            "压减一般性支出",
            "会议改线上",
            "设备采购推迟",
            "厉行节约",
            "两次流标",
            "票据未到",
            "过紧日子",
        )
    ),
    # ---- text comparisons
    Case(
        "text the payee is the unit, in other brackets",
        AMONG
        + item(
            parent="无",
            initial_budget="10.00",
            actual="5.00",
            payments="[{id: p1, date: 2021-05-01, amount: 5.00, payee: '某 局'}]",
        ),
        found=(("payee-is-not-the-unit", "p1", None, None),),
    ),
    # ---- template text
    *(
        Case(
            f"template {field}: {text}",
            AMONG + item(parent="无", initial_budget="10.00", actual="9.50", **{field: f'"{text}"'}),
            found=(("no-template-text", "a", None, "low"),),
        )
        for field, text in (
            ("purpose", "用于XX项目建设"),
            ("goal", "完成××任务"),
            ("deviation_reason", "（请填写）"),
            ("purpose", "此处填写用途"),
            ("goal", "____"),
            ("purpose", "XXX专项"),
            ("goal", "完成X X工作"),
            ("purpose", "【填写说明】"),
            ("goal", "完成＊＊项"),
        )
    ),
    *(
        Case(
            f"no template {field}: {text}",
            AMONG + item(parent="无", initial_budget="10.00", actual="9.50", **{field: f'"{text}"'}),
            ("no-template-text",),
        )
        for field, text in (
            ("purpose", "MAXX设备维护"),
            ("goal", "完成3×4米展板制作"),
            ("purpose", "待填补的编外岗位招聘"),
            ("goal", "填写完成年报"),
            ("purpose", "XXL号工作服采购"),
            ("goal", "模板支架租赁"),
        )
    ),
    # ---- norms: whom they bind, from when, at which limits
    Case(
        "norm a works contract that was tendered, supplemented beyond a tenth",
        "contracts: [{id: c, subject_matter: 修缮, category: 工程, method: 公开招标, amount: 100.00, sign_date: 2021-03-01, supplements: [{id: s1, amount: 15.00, same_subject: 是}]}]\n",
        ("supplement-within-tenth",),
    ),
    Case(
        "norm supplements of exactly a tenth",
        "contracts: [{id: c, subject_matter: 打印纸, category: 货物, method: 询价, amount: 100.00, sign_date: 2021-03-01, supplements: [{id: s1, amount: 4.00, same_subject: 是}, {id: s2, amount: 6.00, same_subject: 是}]}]\n",
        ("supplement-within-tenth",),
    ),
    Case(
        "norm supplements beyond a tenth, the subject the same",
        "contracts: [{id: c, subject_matter: 打印纸, category: 货物, method: 询价, amount: 100.00, sign_date: 2021-03-01, supplements: [{id: s1, amount: 4.00, same_subject: 是}, {id: s2, amount: 8.00, same_subject: 是}]}]\n",
        found=(("supplement-within-tenth", "c", "2.00", "high"),),
    ),
    Case(
        "norm supplements beyond a tenth, another subject",
        "contracts: [{id: c, subject_matter: 打印纸, category: 货物, method: 询价, amount: 100.00, sign_date: 2021-03-01, supplements: [{id: s1, amount: 14.00, same_subject: 否}]}]\n",
        ("supplement-within-tenth",),
    ),
    Case(
        "norm supplements of a purchase below the limit",
        "contracts: [{id: c, subject_matter: 打印纸, category: 货物, method: 自行采购, amount: 10.00, sign_date: 2021-03-01, supplements: [{id: s1, amount: 4.00, same_subject: 是}]}]\n",
        ("supplement-within-tenth",),
    ),
    Case(
        "norm signed 45 days after the award",
        "contracts: [{id: c, subject_matter: 物业, category: 服务, method: 竞争性磋商, amount: 100.00, award_date: 2021-03-01, sign_date: 2021-04-15}]\n",
        ("breach",),
        (("contract-signed-in-time", "c", None, "medium"),),
    ),
    Case(
        "norm signed 45 days after an own purchase",
        "contracts: [{id: c, subject_matter: 物业, category: 服务, method: 自行采购, amount: 10.00, award_date: 2021-03-01, sign_date: 2021-04-15}]\n",
        ("contract-signed-in-time",),
    ),
    Case(
        "norm 199.99 by consultation, the budget 205",
        "contracts: [{id: c, subject_matter: 物业, category: 服务, method: 竞争性磋商, amount: 199.99, budget: 205.00, start_date: 2021-03-01, sign_date: 2021-04-01, method_approval: 无}]\n",
        found=(("open-tender-threshold", "c", None, "high"),),
    ),
    Case(
        "norm 199.99 by consultation, the budget not known",
        "contracts: [{id: c, subject_matter: 物业, category: 服务, method: 竞争性磋商, amount: 199.99, start_date: 2021-03-01, sign_date: 2021-04-01}]\n",
        ("open-tender-threshold",),
        open_=("c",),
    ),
    Case(
        "norm 250 of covid material from a single source",
        "contracts: [{id: c, subject_matter: 防疫物资, category: 货物, method: 单一来源, amount: 250.00, budget: 250.00, exempt: 是, start_date: 2021-02-01, sign_date: 2021-02-03, method_approval: 无}]\n",
        ("open-tender-threshold", "breach"),
    ),
    Case(
        "norm a meal for ten guests with three hosts",
        "receptions: [{id: r, date: 2021-05-01, visitors: 甲市, letter: 函1号, guests: 10人, hosts: 3人, meals: 1次}]\n",
        ACCUSING,
    ),
    Case(
        "norm a meal for ten guests with four hosts",
        "receptions: [{id: r, date: 2021-05-01, visitors: 甲市, letter: 函1号, guests: 10人, hosts: 4人, meals: 1次}]\n",
        ("breach",),
        (("reception-hosts", "r", None, "medium"),),
    ),
    Case(
        "norm a meal for twelve guests with four hosts",
        "receptions: [{id: r, date: 2021-05-01, visitors: 甲市, letter: 函1号, guests: 12人, hosts: 4人, meals: 1次}]\n",
        ACCUSING,
    ),
    Case(
        "norm a reception without a letter",
        "receptions: [{id: r, date: 2021-05-01, visitors: 甲市, letter: 无, guests: 3人, hosts: 1人, meals: 1次}]\n",
        ("breach",),
        (("reception-official-letter", "r", None, None),),
    ),
    Case(
        "norm a department that published after 21 days",
        "unit_level: 部门\nbudget_reply_date: 2021-02-01\nbudget_publication_date: 2021-02-22\n",
        found=(("budget-published-in-time", "某局", None, "medium"),),
    ),
    Case(
        "norm a department that published after 20 days",
        "unit_level: 部门\nbudget_reply_date: 2021-02-01\nbudget_publication_date: 2021-02-21\n",
        ("budget-published-in-time",),
    ),
    Case(
        "norm a unit whose level is not known, after 30 days",
        "budget_reply_date: 2020-08-01\nbudget_publication_date: 2020-09-10\n",
        ("budget-published-in-time",),
    ),
    Case(
        "norm a subordinate unit before October 2020",
        "unit_level: 所属单位\nfinal_reply_date: 2020-08-01\nfinal_publication_date: 2020-09-10\n",
        ("final-published-in-time",),
    ),
    Case(
        "norm an IT project above two million, only the second review",
        AMONG
        + item(
            parent="无",
            initial_budget="300.00",
            actual="260.00",
            is_it="是",
            reviews="[{level: 二审, result: 通过, date: 2021-02-01}]",
            cost="260.00",
        ),
        ("breach",),
        unmet=(("it-project-first-review", "a"),),
    ),
    # ---- documents
    Case(
        "document a statement of public expenses is asked nothing of approvals",
        "document: 三公说明\n转录: 全文\nthree_public: [{kind: 公务接待, budget: 2.00, actual: 1.20, batches: 5, persons: 40}, {kind: 公车运行, budget: 3.00, actual: 2.80, quantity: 1}]\ncars: 1辆\n",
        ACCUSING,
    ),
    Case(
        "document a project form over its adjusted budget",
        "document: 项目自评\nlines:\n"
        + item(parent="无", initial_budget="20.00", adjusted_budget="20.00", actual="26.00", carry_in="无"),
        found=(("spending-over-adjusted-budget", "a", "6.00", "low"),),
        header="6.00",
    ),
    Case(
        "document a budget publication has no spending to be asked of",
        "document: 预算公开\n转录: 全文\nlines:\n"
        + total("t", "总支出", parent="无", initial_budget="100.00")
        + total("g", "基本支出", parent="t", initial_budget="60.00")
        + total("p", "项目支出", parent="t", initial_budget="40.00"),
        ACCUSING,
    ),
    # ---- further wordings
    *(
        Case(
            f"j17 again {text}",
            f"difficulties: {text}\n" + AMONG + item(parent="无", initial_budget="100.00", actual="40.00"),
            found=(("no-problems-claimed", "某局", None, "low"),),
        )
        for text in (
            "暂无。",
            "（一）存在的主要问题：无。",
            "无存在问题",
            "本年度绩效目标全部完成，不存在问题",
            "经核查未发现存在问题",
            "预算执行良好，尚未发现问题",
            "未发现有问题",
            "没有突出的问题和困难",
            "暂未发现存在突出问题",
            "无需要说明的问题",
            "没有需要说明的问题",
            "没有需改进的问题",
            "未出现问题",
            "目前运转良好，无困难",
            "没有任何问题",
            "各项指标均达到预期，没有不足",
            "尚无问题",
            "未存在重大问题",
            "该项目不存在明显的问题",
            "基本不存在问题",
        )
    ),
    *(
        Case(
            f"j17 again a problem: {text}",
            f"difficulties: {text}\n" + AMONG + item(parent="无", initial_budget="100.00", actual="40.00"),
            ("no-problems-claimed",),
        )
        for text in (
            "资金无问题，人员不足",
            "无固定办公场所，影响工作开展",
            "经费不足",
            "没有形成长效机制",
            "无专项经费保障问题突出",
            "绩效目标不明确，无量化指标",
            "未发现问题的根源",
            "没有及时解决群众反映的问题",
            "部分指标无法量化的问题依然存在",
            "预算编制粗放，不存在细化",
            "无人员编制，工作困难",
            "群众困难多，无足够资金",
            "执行率不高。除此以外无问题",
            "虽无重大问题，然而进度偏慢",
        )
    ),
    *(
        Case(
            f"nature again an emergency: {reason}",
            TOTALS + item(initial_budget="0", actual="8.00", **NONE, approvals="[]", deviation_reason=reason),
            ("breach",),
            (("addition-approved", "a", "8.00", "low"),),
            "8.00",
        )
        for reason in (
            "因疫情新增防控支出",
            "受台风“杜苏芮”影响道路修复",
            "水库管涌抢险",
            "8·5山体滑坡搜救",
            "受新型冠状病毒影响增加消杀费",
            "突发洪涝",
            "地质灾害应急处置",
            "暴雪清障",
            "化工厂爆炸处置",
            "H7N9防控",
            "流感暴发处置",
            "燃气爆炸善后",
            "道路塌陷抢修",
            "严重旱情送水",
            "紧急转移安置群众",
            "房屋垮塌救助",
        )
    ),
    *(
        Case(
            f"nature again no emergency: {reason}",
            TOTALS + item(initial_budget="0", actual="8.00", **NONE, approvals="[]", deviation_reason=reason),
            found=(("breach", "a", "8.00", "low"),),
        )
        for reason in (
            "应急管理信息系统运维",
            "应急救援队伍装备更新",
            "灾害普查外业调查",
            "洪水风险图编制",
            "救灾仓库租金",
            "非典型案例汇编",
            "紧急医学救援基地建设",
            "消防救援站食堂",
            "动物疫病监测",
            "疫病防控示范区创建",
            "抗震节能改造",
            "防汛值班补助",
            "地震台站维护",
            "应急演练观摩",
            "森林火险监测",
            "突发事件应急预案编制",
        )
    ),
    *(
        Case(
            f"reason again none: {reason}",
            AMONG
            + item(
                parent="无",
                initial_budget="10.00",
                adjusted_budget="10.00",
                actual="5.00",
                deviation_reason=f'"{reason}"',
            ),
            found=(("deviation-explained", "a", None, "low"),),
        )
        for reason in (
            "根据实际需要支付",
            "按照财务制度据实报销",
            "资金结余",
            "未用完",
            "预算执行中存在差异",
            "按预算执行",
            "符合规定",
            "工作实际",
            "本项目资金按规定使用，据实列支",
            "无偏差",
            "不适用",
            "实际支出较少",
            "其他",
            "同预算",
            "按照相关文件要求执行",
            "业务实际发生额",
        )
    ),
    *(
        Case(
            f"reason again one: {reason}",
            AMONG
            + item(
                parent="无",
                initial_budget="10.00",
                adjusted_budget="10.00",
                actual="5.00",
                deviation_reason=f'"{reason}"',
            ),
            ("deviation-explained",),
        )
        for reason in (
            "采购结余",
            "质保金未付",
            "培训延期",
            "未招标",
            "系统未验收",
            "下达较晚",
            "财政收回",
            "政府采购节约资金",
            "学生人数减少",
            "审批滞后",
            "设计变更",
            "指标12月下达",
            "供应商破产",
            "雨季停工",
            "降价",
        )
    ),
    # ---- still to be filled in: nobody is accused by it and nothing is met; beside it what is found once it is filled in
    *(
        Case(
            f"to fill: the kind of an approval, {kind}",
            TOTALS + item(**ZERO, **NONE, approvals=KIND % kind),
            NOTHING if kind == "待填" else (),
            (("spending-never-budgeted", "a", "50", None),) if kind == "其他批复" else (),
            unmet=(("spending-never-budgeted", "a"), ("addition-approved", "a")),
        )
        for kind in ("待填", "其他批复")
    ),
    *(
        Case(
            f"to fill: a purchase, {told}",
            PURCHASE % told,
            ("open-tender-threshold",) if "待填" in told else (),
            (("open-tender-threshold", "c", None, "high"),) if "待填" not in told else (),
            open_=("c",),
        )
        for told in ("budget: 260.00, exempt: 待填", "budget: 待填, exempt: 否", "budget: 260.00, exempt: 否")
    ),
    *(
        Case(
            f"to fill: the text of a claim, {text}",
            AMONG
            + item(
                parent="无",
                initial_budget="100.00",
                adjusted_budget="无",
                actual="90.00",
                carry_in="无",
                approvals="无",
            )
            + claim("完成率", text, "rate: 95%", "role: 分子, path: a.actual", "role: 分母, path: a.initial_budget"),
            ("contradiction",) if text == "待填" else (),
            (("contradiction", "s", None, None),) if text != "待填" else (),
            unmet=(("stated-ratio", "s"),),
        )
        for text in ("待填", "完成率95%")
    ),
    *(
        Case(
            f"to fill: whether it was an emergency, {told}",
            TOTALS + item(**ZERO, **NONE, approvals="无", is_emergency=told),
            ("breach",) if told == "待填" else (),
            (("query" if told == "待填" else "breach", "a", "50", None),),
        )
        for told in ("待填", "否")
    ),
    Case(
        "to fill: the payments of what was approved before the first of them",
        TOTALS
        + item(
            **ZERO,
            **NONE,
            first_payment_date="2021-03-01",
            approvals=approved(("2021-02-01", "50.00")),
            payments="待填",
        ),
        NOTHING,
        unmet=(("approved-before-spending", "a"),),
    ),
    Case(
        "to fill: the parent of the only item, the total alone is not looked at",
        AMONG
        + total("p", "项目支出", parent="无", initial_budget="10.00", adjusted_budget="10.00", actual="12.00")
        + item(parent="待填", initial_budget="12.00", adjusted_budget="12.00", actual="12.00", approvals="无"),
        ("spending-over-adjusted-budget",),
    ),
]


# ---- an officer's cases for each point of the law, the verdict written down first

OFFICERS = [
    Case(
        "1 reserve fund covers a flood, paid after",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 无, 上年结转: 无, 决算数: 36.50, 年末结转: 无, 偏差原因: 6月洪水抢险, 批复: [{文号: 财预〔2021〕9号, 日期: 2021-06-20, 金额: 36.50, 批复类型: 动支预备费}], 付款: [{付款日期: 2021-06-25, 付款金额: 36.50, 收款人: 某公司}]}\n",
        none=ACCUSING,
    ),
    Case(
        "1 returned money brings it back within the budget",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 20.00, 上年结转: 无, 决算数: 20.00, 年末结转: 无, 批复: 无, 付款: [{付款日期: 2021-03-01, 付款金额: 20.00, 收款人: 某公司}, {付款日期: 2021-06-01, 付款金额: -2.00, 收款人: 某公司}, {付款日期: 2021-07-01, 付款金额: 2.00, 收款人: 某公司}]}\n",
        none=ACCUSING,
    ),
    Case(
        "1 approvals in part, three before four payments, the last short",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 上年结转: 2.00, 决算数: 42.00, 年末结转: 无, 批复: [{文号: 甲1号, 日期: 2021-03-01, 金额: 10.00}, {文号: 甲2号, 日期: 2021-05-01, 金额: 10.00}, {文号: 甲3号, 日期: 2021-12-20, 金额: 10.00}], 付款: [{付款日期: 2021-02-01, 付款金额: 12.00, 收款人: 乙}, {付款日期: 2021-04-01, 付款金额: 10.00, 收款人: 乙}, {付款日期: 2021-06-01, 付款金额: 10.00, 收款人: 乙}, {付款日期: 2021-12-01, 付款金额: 10.00, 收款人: 乙}]}\n",
        none=("breach",),
        found=(("approved-before-spending", "a", "10.00", "medium"),),
        header="10.00",
    ),
    Case(
        "1 approval on the day of the payment",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 无, 决算数: 5.00, 年末结转: 无, 批复: [{文号: 甲1号, 日期: 2021-06-01, 金额: 5.00}], 付款: [{付款日期: 2021-06-01, 付款金额: 5.00, 收款人: 乙}]}\n",
        none=ACCUSING,
    ),
    Case(
        "1 no approval, approvals not mentioned in an excerpt",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 30.00, 上年结转: 无, 决算数: 50.00}\n",
        none=("breach",),
        open_=("a",),
    ),
    Case(
        "1 only an adjusted budget is shown, kept",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 调整预算: 88.00, 上年结转: 无, 决算数: 86.20, 年末结转: 1.80, 批复: 无}\n",
        none=NOTHING,
    ),
    Case(
        "1 approval in yuan, spending in wan",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 无, 上年结转: 无, 决算数: 12.35, 年末结转: 无, 批复: [{文号: 甲1号, 日期: 2021-02-01, 金额: 123500元}], 首次付款日期: 2021-03-01}\n",
        none=ACCUSING,
    ),
    Case(
        "2 decimals none, parts off by one",
        "金额口径: {单位: 万元, 小数位数: 0}\n转录: 全文\n支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 决算数: 100}\n  - {编号: g, 支出层次: 基本支出, 上级项目: t, 项目名称: 基本支出, 决算数: 34}\n  - {编号: p, 支出层次: 项目支出, 上级项目: t, 项目名称: 项目支出, 决算数: 67}\n",
        none=("contradiction",),
    ),
    Case(
        "2 decimals none, parts off by three",
        "金额口径: {单位: 万元, 小数位数: 0}\n转录: 全文\n支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 决算数: 100}\n  - {编号: g, 支出层次: 基本支出, 上级项目: t, 项目名称: 基本支出, 决算数: 36}\n  - {编号: p, 支出层次: 项目支出, 上级项目: t, 项目名称: 项目支出, 决算数: 67}\n",
        found=(("contradiction", "t", None, None),),
    ),
    Case(
        "2 to the fen, one fen off",
        "金额口径: {单位: 元, 小数位数: 2}\n转录: 全文\n支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 决算数: 1000000.01}\n  - {编号: g, 支出层次: 基本支出, 上级项目: t, 项目名称: 基本支出, 决算数: 400000.00}\n  - {编号: p, 支出层次: 项目支出, 上级项目: t, 项目名称: 项目支出, 决算数: 600000.00}\n",
        found=(("contradiction", "t", None, None),),
    ),
    Case(
        "2 restated total, same precision, other digits",
        "支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 决算数: 812.35}\n自报数:\n  - {编号: s, 种类: 重复列示, 原文: 全年支出812.53万元, 自报金额: 812.53万元, 构成: [{角色: 基数, 路径: t.决算数}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "2 a sum of five rounded terms",
        "自报数:\n  - {编号: s, 种类: 合计数, 原文: 五项合计1.02亿元, 自报金额: 1.02亿元, 构成: [{角色: 加数, 金额: 2048.30}, {角色: 加数, 金额: 2048.40}, {角色: 加数, 金额: 2048.30}, {角色: 加数, 金额: 2048.40}, {角色: 加数, 金额: 2048.30}]}\n",
        none=("contradiction",),
    ),
    Case(
        "2 a rate that its figures may round to",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 300.00, 决算数: 200.00}\n自报数:\n  - {编号: s, 种类: 完成率, 原文: 完成66.66%, 自报比率: 66.66%, 构成: [{角色: 分子, 路径: a.决算数}, {角色: 分母, 路径: a.年初预算}]}\n",
        none=("contradiction",),
    ),
    Case(
        "3 a rate on budget plus carry-over, in words",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 80.00, 上年结转: 20.00, 决算数: 90.00}\n自报数:\n  - {编号: s, 种类: 完成率, 原文: 预算执行率90%, 自报比率: 90%, 构成: [{角色: 分子, 路径: a.决算数}, {角色: 分母, 路径: a.年初预算}]}\n",
        none=("contradiction",),
    ),
    Case(
        "3 a rise and its rate, the rate wrong",
        "自报数:\n  - {编号: s, 种类: 增减额和增减率, 原文: 比上年增加20.00万元，增长25.00%, 自报金额: 20.00, 自报比率: 25.00%, 构成: [{角色: 加数, 金额: 120.00}, {角色: 基数, 金额: 100.00}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "3 decline of 三公 with the rate on the decline",
        "自报数:\n  - {编号: s, 种类: 增减额和增减率, 原文: 较上年减少1.20万元，下降30%, 自报金额: 1.20, 自报比率: 30%, 构成: [{角色: 加数, 金额: 2.80}, {角色: 基数, 金额: 4.00}]}\n",
        none=ACCUSING,
    ),
    Case(
        "3 growth from a zero base",
        "自报数:\n  - {编号: s, 种类: 增长率, 原文: 出国费比上年增长100%, 自报比率: 100%, 构成: [{角色: 加数, 金额: 5.00}, {角色: 基数, 金额: 0.00}]}\n",
        unmet=(("stated-growth", "s"),),
    ),
    Case(
        "3 per head wrong by ten",
        "自报数:\n  - {编号: s, 种类: 生均, 原文: 生均公用经费65元, 自报金额: 65元, 构成: [{角色: 加数, 金额: 78.00万元}, {角色: 人数, 数量: 1200人}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "3 quantity times price, mixed units",
        "自报数:\n  - {编号: s, 种类: 乘积, 原文: 补助320人每人1500元共48万元, 自报金额: 48万元, 构成: [{角色: 人数, 数量: 320人}, {角色: 标准, 金额: 1500元}]}\n",
        none=ACCUSING,
    ),
    Case(
        "3 said not to exceed, in fact above",
        "自报数:\n  - {编号: s, 种类: 大小关系, 原文: 支出未超过预算, 比较关系: 不超过, 构成: [{角色: 加数, 金额: 12.50}, {角色: 基数, 金额: 12.00}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "3 rate of growth slowed",
        "自报数:\n  - {编号: s, 种类: 差额, 原文: 增速回落3个百分点, 自报比率: 3%, 构成: [{角色: 加数, 比率: 5%}, {角色: 加数, 比率: 8%, 正负: 负}]}\n",
        none=("contradiction",),
    ),
    Case(
        "4 a part of unknown parent may be the rest",
        "支出:\n  - {编号: p, 支出层次: 项目支出, 项目名称: 项目支出, 上级项目: 无, 年初预算: 90.00, 决算数: 90.00}\n  - {编号: a, 支出层次: 明细项目, 上级项目: p, 项目名称: 甲, 年初预算: 60.00, 决算数: 60.00}\n  - {编号: b, 支出层次: 明细项目, 项目名称: 乙, 年初预算: 30.00, 决算数: 30.00}\n",
        none=ACCUSING,
    ),
    Case(
        "4 an actual still to fill in, other sums stand",
        "转录: 全文\n支出:\n  - {编号: p, 支出层次: 项目支出, 项目名称: 项目支出, 上级项目: 无, 年初预算: 90.00, 决算数: 90.00}\n  - {编号: a, 支出层次: 明细项目, 上级项目: p, 项目名称: 甲, 年初预算: 60.00, 决算数: 待填}\n  - {编号: b, 支出层次: 明细项目, 上级项目: p, 项目名称: 乙, 年初预算: 20.00, 决算数: 30.00}\n",
        found=(("budget-parts-sum-to-total", "p", None, None),),
        unmet=(("parts-sum-to-total", "p"),),
    ),
    Case(
        "4 the list said to be whole in an excerpt",
        "支出: {完整: 是, 明细: [{编号: p, 支出层次: 项目支出, 项目名称: 项目支出, 决算数: 100.00}, {编号: a, 支出层次: 明细项目, 上级项目: p, 项目名称: 甲, 决算数: 60.00}]}\n",
        found=(("contradiction", "p", None, None),),
    ),
    Case(
        "4 last year derived, decline claimed wrongly",
        "三公经费: [{三公类别: 公务接待, 预算数: 3.00, 决算数: 2.00, 上年三公支出: {值: 2.50, 推算: 是, 出处: 2.00+0.50}}]\n自报数:\n  - {编号: s, 种类: 增长率, 原文: 公务接待比上年下降25%, 自报比率: 25%, 构成: [{角色: 加数, 路径: 公务接待.决算数}, {角色: 基数, 路径: 公务接待.上年三公支出}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "4 a list to be filled in",
        "转录: 全文\n合同: 待填\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 30.00, 上年结转: 无, 决算数: 30.00, 年末结转: 无, 批复: 无}\n",
        none=ACCUSING,
    ),
    Case("5 nothing but a name", "", none=ACCUSING),
    Case(
        "5 总体良好 says nothing, low execution",
        "存在的问题: 总体执行情况良好，暂无突出问题\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 100.00, 决算数: 41.00}\n",
        none=("breach", "contradiction"),
        found=(("no-problems-claimed", "某局", None, "low"),),
    ),
    Case(
        "5 small supplier unpaid for eight months",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 电脑, 合同金额: 20.00, 所属支出项目: a, 是否中小企业: 是, 验收日期: 2021-04-01, 补充合同: 无}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 100.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 80.00, 付款: []}\n",
        none=("breach",),
        found=(("small-supplier-paid-in-time", "h", "20.00", None),),
    ),
    Case(
        "5 small supplier paid within 30 days",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 电脑, 合同金额: 20.00, 所属支出项目: a, 是否中小企业: 是, 签订日期: 2021-03-01, 验收日期: 2021-04-01, 补充合同: 无}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 20.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 20.00, 付款: [{付款日期: 2021-04-20, 付款金额: 20.00, 收款人: 某公司, 所属合同: h}]}\n",
        none=ACCUSING,
    ),
    Case(
        "6 a contract and its line",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 运维, 合同金额: 10.00, 所属支出项目: a, 签订日期: 2021-02-01, 补充合同: 无}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 15.00, 付款: [{付款日期: 2021-03-01, 付款金额: 15.00, 收款人: 某公司, 所属合同: h}]}\n",
        found=(("breach", "a", "15.00", None), ("payments-within-contract", "h", "5.00", None)),
        header="15.00",
    ),
    Case(
        "6 three items over and their total",
        "转录: 全文\n支出:\n  - {编号: p, 支出层次: 项目支出, 上级项目: 无, 项目名称: 项目支出, 年初预算: 30.00, 上年结转: 无, 年末结转: 无, 决算数: 48.00, 批复: 无}\n  - {编号: a, 支出层次: 明细项目, 上级项目: p, 项目名称: 甲, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 决算数: 16.00, 批复: 无}\n  - {编号: b, 支出层次: 明细项目, 上级项目: p, 项目名称: 乙, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 决算数: 16.00, 批复: 无}\n  - {编号: c, 支出层次: 明细项目, 上级项目: p, 项目名称: 丙, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 决算数: 16.00, 批复: 无}\n",
        found=(("breach", "a", "6.00", None), ("breach", "b", "6.00", None)),
        header="18.00",
    ),
    Case(
        "6 reception over its budget is of no line",
        "转录: 全文\n三公经费: [{三公类别: 公务接待, 预算数: 2.00, 决算数: 3.50}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 决算数: 14.00, 批复: 无}\n",
        found=(("breach", "a", "4.00", None), ("three-public-line-within-budget", "公务接待", "1.50", None)),
        header="5.50",
    ),
    Case(
        "6 reception over is part of the line said",
        "转录: 全文\n三公经费: [{三公类别: 公务接待, 列支项目: a, 预算数: 2.00, 决算数: 3.50}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 决算数: 14.00, 批复: 无}\n",
        found=(("breach", "a", "4.00", None),),
        header="4.00",
    ),
    Case(
        "6 the cars' subtotal and its parts",
        "三公经费: {完整: 是, 明细: [{三公类别: 公车购置, 预算数: 0, 决算数: 16.00}, {三公类别: 公车运行, 预算数: 4.00, 决算数: 4.00}, {三公类别: 公车购置及运行, 预算数: 4.00, 决算数: 20.00}]}\n",
        none=("breach", "contradiction"),
        found=(("three-public-never-budgeted", "公车购置", "16.00", None),),
        header="16.00",
    ),
    Case(
        "6 two contracts of one line both over",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 运维, 合同金额: 10.00, 所属支出项目: a, 签订日期: 2021-02-01, 补充合同: 无}, {合同编号: k, 合同标的: 保洁, 合同金额: 10.00, 所属支出项目: a, 签订日期: 2021-02-01, 补充合同: 无}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 24.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 24.00, 付款: [{付款日期: 2021-03-01, 付款金额: 12.00, 收款人: 某公司, 所属合同: h}, {付款日期: 2021-04-01, 付款金额: 12.00, 收款人: 另公司, 所属合同: k}]}\n",
        none=("breach",),
        found=(("payments-within-contract", "h", "2.00", None), ("payments-within-contract", "k", "2.00", None)),
        header="4.00",
    ),
    Case(
        "6 spent nothing, claimed nothing",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 24.00, 上年结转: 无, 年末结转: 24.00, 批复: 无, 决算数: 0.00, 偏差原因: 选址未定}\n",
        none=ACCUSING,
    ),
    Case(
        "6 an item over, the total within",
        "转录: 全文\n支出:\n  - {编号: p, 支出层次: 项目支出, 上级项目: 无, 项目名称: 项目支出, 年初预算: 100.00, 上年结转: 无, 年末结转: 无, 决算数: 95.00, 批复: 无}\n  - {编号: a, 支出层次: 明细项目, 上级项目: p, 项目名称: 甲, 年初预算: 50.00, 上年结转: 无, 年末结转: 无, 决算数: 60.00, 批复: 无}\n  - {编号: b, 支出层次: 明细项目, 上级项目: p, 项目名称: 乙, 年初预算: 50.00, 上年结转: 无, 年末结转: 无, 决算数: 35.00, 批复: 无}\n",
        found=(("breach", "a", "10.00", None),),
        header="10.00",
    ),
    Case(
        "7 0.45 over is low",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 10.45, 偏差原因: 奖金}\n",
        found=(("breach", "a", "0.45", "low"),),
        header="0.45",
    ),
    Case(
        "7 600 without approval is high",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 610.00, 偏差原因: 新增工程}\n",
        found=(("breach", "a", "600.00", "high"),),
        header="600.00",
    ),
    Case(
        "7 sounds like an emergency: query, by amount",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 300.00, 偏差原因: 列车晚点旅客滞留安置}\n",
        none=("breach",),
        found=(("addition-approved", "a", "300.00", "high"),),
        header="300.00",
    ),
    Case(
        "7 said not to be an emergency",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 8.00, 是否应急: 否, 偏差原因: 抢险物资仓库租赁}\n",
        found=(("breach", "a", "8.00", None),),
        header="8.00",
    ),
    Case(
        "7 a named cause",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 调整预算: 10.00, 上年结转: 无, 年末结转: 5.00, 批复: 无, 决算数: 5.00, 偏差原因: 设备到货晚，尾款次年支付}\n",
        none=("breach", "query", "deviation-explained"),
    ),
    Case(
        "7 adjusted budget nowhere: a disclosure",
        "转录: 全文\n支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 年初预算: 100.00, 决算数: 100.00, 年末结转: 无}\n",
        none=ACCUSING,
        found=(("adjusted-budget-shown", "某局", None, None),),
    ),
    Case(
        "8 department, on the twentieth day",
        "预算单位层级: 部门\n预算批复日期: 2021-02-01\n预算公开日期: 2021-02-21\n",
        none=ACCUSING,
    ),
    Case(
        "8 single source of 260 without approval, 2021 Hunan",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 保安服务, 采购类别: 服务, 合同金额: 258.00, 采购预算金额: 260.00, 采购方式: 单一来源, 采购方式批准文号: 无, 采购开始日期: 2021-05-01, 签订日期: 2021-05-20, 补充合同: 无}]\n",
        found=(("open-tender-threshold", "h", None, "high"), ("breach", "h", "258.00", None)),
    ),
    Case(
        "8 supplement of 12 %, same subject",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 桌椅, 采购类别: 货物, 采购方式: 公开招标, 合同金额: 100.00, 签订日期: 2021-03-01, 补充合同: [{补充金额: 12.00, 标的是否相同: 是}]}]\n",
        found=(("supplement-within-tenth", "h", "2.00", None),),
    ),
    Case(
        "8 supplement of 12 %, another subject",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 桌椅, 采购类别: 货物, 采购方式: 公开招标, 合同金额: 100.00, 签订日期: 2021-03-01, 补充合同: [{补充金额: 12.00, 标的是否相同: 否}]}]\n",
        none=("breach", "supplement-within-tenth"),
    ),
    Case(
        "8 self-purchase of 8.00 signed 60 days after a quote",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 打印纸, 采购类别: 货物, 采购方式: 自行采购, 合同金额: 8.00, 中标通知日期: 2021-03-01, 签订日期: 2021-04-30, 补充合同: 无}]\n",
        none=("breach", "contract-signed-in-time", "procedure-at-limit", "open-tender-threshold"),
    ),
    Case(
        "8 open tender signed on the 31st day",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 服务器, 采购类别: 货物, 采购方式: 公开招标, 合同金额: 220.00, 采购预算金额: 230.00, 中标通知日期: 2021-03-01, 签订日期: 2021-04-01, 补充合同: 无}]\n",
        none=("breach",),
        found=(("contract-signed-in-time", "h", None, "medium"),),
    ),
    Case(
        "8 car of 19.00 may hold the tax",
        "转录: 全文\n支出: []\n三公经费: [{三公类别: 公车购置, 预算数: 19.00, 决算数: 19.00, 数量: 1}]\n",
        none=ACCUSING,
    ),
    Case(
        "8 car of 25.00",
        "转录: 全文\n支出: []\n三公经费: [{三公类别: 公车购置, 预算数: 25.00, 决算数: 25.00, 数量: 1}]\n",
        none=("breach",),
        found=(("car-purchase-price", "公车购置", None, None),),
    ),
    Case(
        "9 三公 statement",
        "材料: 三公说明\n三公经费: [{三公类别: 公务接待, 预算数: 3.00, 决算数: 2.10, 上年三公支出: 2.40, 批次: 12次, 人次: 96人次}, {三公类别: 公车运行, 预算数: 6.00, 决算数: 5.20, 上年三公支出: 5.90}]\n公务用车数量: 2辆\n",
        none=("breach", "query", "contradiction", "disclosure"),
    ),
    Case(
        "9 三公 statement, reception over",
        "材料: 三公说明\n三公经费: [{三公类别: 公务接待, 预算数: 3.00, 决算数: 3.10}]\n",
        none=("breach", "contradiction", "disclosure"),
        found=(("three-public-line-within-budget", "公务接待", "0.10", None),),
        header="0.10",
    ),
    Case(
        "9 project form, ten points for full execution",
        "材料: 项目自评\n支出: [{编号: a, 支出层次: 明细项目, 项目名称: 甲, 年初预算: 10.00, 调整预算: 10.00, 决算数: 10.00}]\n绩效指标: [{指标编号: z, 指标名称: 预算执行率, 指标层级: 预算执行率指标, 所属支出项目: a, 权重: 10, 得分: 10}]\n",
        none=ACCUSING,
    ),
    Case(
        "9 project form, ten points for half execution",
        "材料: 项目自评\n支出: [{编号: a, 支出层次: 明细项目, 项目名称: 甲, 年初预算: 10.00, 调整预算: 10.00, 决算数: 5.00, 偏差原因: 设备未到货}]\n绩效指标: [{指标编号: z, 指标名称: 预算执行率, 指标层级: 预算执行率指标, 所属支出项目: a, 权重: 10, 得分: 10}]\n",
        none=("breach", "contradiction"),
        found=(("execution-rate-score", "z", None, "low"),),
    ),
    Case(
        "9 income and expenditure totals differ",
        "材料: 决算说明\n收入总计: 500.00\n支出总计: 501.00\n",
        none=NOTHING,
        found=(("income-equals-expenditure", "某局", None, None),),
    ),
    Case(
        "9 funds in place do not add up",
        "材料: 项目自评\n支出: [{编号: a, 支出层次: 明细项目, 项目名称: 甲, 年初预算: 10.00, 调整预算: 10.00, 决算数: 10.00, 到位资金: 10.00, 上级资金: 6.00, 本级资金: 3.00, 其他资金: 无}]\n",
        none=NOTHING,
        found=(("funds-add-up", "a", None, None),),
    ),
    Case(
        "8 split purchase where one of two was approved otherwise",
        "转录: 全文\n合同: [{合同编号: h, 所属支出项目: a, 合同标的: 台式电脑, 采购品目: 计算机, 采购类别: 货物, 采购方式: 询价, 合同金额: 120.00, 签订日期: 2021-03-01, 采购方式批准文号: 湘财采〔2021〕5号, 补充合同: 无}, {合同编号: k, 所属支出项目: a, 合同标的: 台式电脑, 采购品目: 计算机, 采购类别: 货物, 采购方式: 询价, 合同金额: 110.00, 签订日期: 2021-04-01, 补充合同: 无}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 240.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 230.00}\n",
        none=("breach", "contract-splitting"),
    ),
    Case(
        "8 works of 80 within a project need no tender",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 院内道路维修, 采购类别: 工程, 采购方式: 竞争性磋商, 合同金额: 80.00, 签订日期: 2021-03-01, 补充合同: 无}]\n",
        none=("breach", "works-tendered", "open-tender-threshold"),
    ),
    Case(
        "8 order of the mall, nothing to sign in time",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 打印机, 采购类别: 货物, 采购方式: 网上超市, 合同金额: 3.00, 中标通知日期: 2021-03-01, 签订日期: 2021-05-30, 补充合同: 无}]\n",
        none=("breach", "contract-signed-in-time"),
    ),
    Case(
        "8 local computers of 5200 yuan",
        "转录: 全文\n资产购置: [{资产编号: z, 资产名称: 台式机, 资产类别: 台式机, 购置数量: 10, 购置金额: 52000元, 购置日期: 2021-03-01}]\n",
        none=ACCUSING,
    ),
    Case(
        "8 final account above the estimate, nothing reapproved",
        "投资项目: [{投资项目编号: i, 投资项目名称: 综合楼, 投资估算: 1000.00, 批复概算: 1050.00, 竣工决算: 1120.00, 概算调整批复: 无, 调整后概算: 无}]\n",
        found=(("final-within-approved-estimate", "i", "70.00", "high"),),
    ),
    Case(
        "8 estimate 10 % above exactly",
        "投资项目: [{投资项目编号: i, 投资项目名称: 综合楼, 投资估算: 1000.00, 批复概算: 1100.00, 超估算报告文号: 无}]\n",
        none=NOTHING,
    ),
    Case(
        "8 level of the unit not given, published late",
        "预算批复日期: 2021-02-01\n预算公开日期: 2021-06-01\n",
        none=("breach",),
        open_=("某局",),
        unmet=(("budget-published-in-time", "某局"),),
    ),
    Case(
        "2 in yuan with the fen, over by one fen",
        "金额口径: {单位: 元, 小数位数: 2}\n转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 100000.00, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 100000.01}\n",
        found=(("breach", "a", None, "low"),),
    ),
    Case(
        "2 in wan with four decimals",
        "金额口径: {单位: 万元, 小数位数: 4}\n转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.0000, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 10.0002}\n",
        found=(("breach", "a", None, "low"),),
    ),
    Case(
        "3 rate of the three 三公 kinds together",
        "三公经费: {完整: 是, 明细: [{三公类别: 公务接待, 预算数: 3.00, 决算数: 2.10}, {三公类别: 公车运行, 预算数: 6.00, 决算数: 5.20}]}\n自报数:\n  - {编号: s, 种类: 完成率, 原文: “三公”经费完成预算的81.11%, 自报比率: 81.11%, 构成: [{角色: 分子, 路径: 公务接待.决算数}, {角色: 分子, 路径: 公车运行.决算数}, {角色: 分母, 路径: 公务接待.预算数}, {角色: 分母, 路径: 公车运行.预算数}]}\n",
        none=ACCUSING,
    ),
    Case(
        "3 share of salaries of the total",
        "支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 决算数: 500.00}\n  - {编号: w, 支出层次: 支出构成, 上级项目: t, 项目名称: 工资福利支出, 决算数: 320.00}\n自报数:\n  - {编号: s, 种类: 比值, 原文: 工资福利支出占总支出的64%, 自报比率: 64%, 构成: [{角色: 分子, 路径: w.决算数}, {角色: 分母, 路径: t.决算数}]}\n",
        none=ACCUSING,
    ),
    Case(
        "3 balance by difference",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 80.00, 决算数: 75.00}\n自报数:\n  - {编号: s, 种类: 差额, 原文: 结余5.00万元, 自报金额: 5.00, 构成: [{角色: 加数, 路径: a.年初预算}, {角色: 加数, 路径: a.决算数, 正负: 负}]}\n",
        none=ACCUSING,
    ),
    Case(
        "3 overspending said where it was saved",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 80.00, 决算数: 75.00}\n自报数:\n  - {编号: s, 种类: 差额, 原文: 超支5.00万元, 自报金额: 5.00, 构成: [{角色: 加数, 路径: a.年初预算}, {角色: 加数, 路径: a.决算数, 正负: 负}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "5 balance identity with carry-over",
        "转录: 全文\n本年收入: 100.00\n支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 上年结转: 10.00, 决算数: 95.00, 年末结转: 15.00}\n",
        none=ACCUSING,
    ),
    Case(
        "5 balance broken",
        "转录: 全文\n本年收入: 100.00\n支出:\n  - {编号: t, 支出层次: 总支出, 项目名称: 总支出, 上年结转: 10.00, 决算数: 95.00, 年末结转: 10.00}\n",
        found=(("balance-identity", "t", None, "medium"),),
    ),
    Case(
        "1 carried over from the year before last",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 20.00, 决算数: 12.00, 年末结转: 8.00, 批复: 无, 首次付款日期: 2021-03-01}\n",
        none=("breach", "addition-approved", "spending-never-budgeted"),
        found=(("carried-two-years", "a", "8.00", "medium"),),
    ),
    Case(
        "1 approval of next January",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 无, 决算数: 12.00, 年末结转: 无, 批复: [{文号: 财预〔2022〕1号, 日期: 2022-01-10, 金额: 12.00, 指标年度: 2021}], 付款: [{付款日期: 2021-12-20, 付款金额: 12.00, 收款人: 乙}]}\n",
        none=("breach",),
        found=(("approved-before-spending", "a", "12.00", "medium"),),
        header="12.00",
    ),
    Case(
        "1 paid in advance within the budget, approval irrelevant",
        "转录: 全文\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 30.00, 上年结转: 无, 决算数: 25.00, 年末结转: 5.00, 批复: [{文号: 甲1号, 日期: 2021-11-01, 金额: 5.00}], 付款: [{付款日期: 2021-01-20, 付款金额: 25.00, 收款人: 乙}]}\n",
        none=("breach", "approved-before-spending", "addition-approved"),
    ),
    Case(
        "6 same contract over twice and unbudgeted",
        "转录: 全文\n合同: [{合同编号: h, 合同标的: 物业, 合同金额: 10.00, 所属支出项目: a, 签订日期: 2021-05-01, 补充合同: 无}]\n支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 0, 上年结转: 无, 年末结转: 无, 批复: 无, 决算数: 12.00, 付款: [{付款日期: 2021-03-01, 付款金额: 12.00, 收款人: 某公司, 所属合同: h}]}\n",
        found=(("breach", "a", "12.00", None),),
        header="12.00",
    ),
    Case(
        "7 car running costs without cars",
        "公务用车数量: 0辆\n三公经费: [{三公类别: 公车运行, 预算数: 2.00, 决算数: 1.80}]\n",
        none=("breach", "contradiction"),
        found=(("car-running-without-cars", "某局", "1.80", None),),
        header="1.80",
    ),
    Case(
        "4 carry-over not known: the query keeps it out",
        "支出:\n  - {编号: a, 支出层次: 明细项目, 上级项目: 无, 项目名称: 甲专项, 年初预算: 10.00, 决算数: 22.00, 批复: 无}\n",
        none=("breach",),
        found=(("addition-approved", "a", "12.00", None),),
        header="12.00",
    ),
    # ---- a third reader's: what was right was written down first
    Case(
        "6 among components alone: what moved is low, and asked once",
        AMONG
        + total("t", "总支出", parent="无", initial_budget="100.00", actual="100.00", carry_in="无", approvals="无")
        + "  - {id: c, kind: 支出构成, name: 商品和服务支出, parent: t, initial_budget: 30.00, actual: 40.00}\n"
        + "  - {id: d, kind: 支出构成, name: 资本性支出, parent: t, initial_budget: 70.00, actual: 60.00}\n",
        none=("breach", "overrun-hidden-in-total"),
        found=(("component-over-budget", "c", None, "low"),),
    ),
    Case(
        "6 among components and items: the item over is still asked about",
        AMONG
        + total("t", "总支出", parent="无", initial_budget="100.00", actual="100.00", carry_in="无", approvals="无")
        + "  - {id: c, kind: 支出构成, name: 商品和服务支出, parent: t, initial_budget: 30.00, actual: 40.00}\n"
        + "  - {id: a, kind: 明细项目, name: 甲专项, parent: t, initial_budget: 30.00, actual: 35.00, carry_in: 无, carry_out: 无, approvals: 无}\n",
        found=(("overrun-hidden-in-total", "t", "5.00", None),),
    ),
    *(
        Case(f"j10 candidates announced for two days, {told}", WORKS % day, none=none, found=found, open_=open_)
        for told, day, none, found, open_ in (
            ("no day known", "document_start: 待填, award_date: 待填, sign_date: 待填", ("breach",), (), ("c",)),
            (
                "of a year whose limit is not known",
                "document_start: 2016-05-03, sign_date: 2021-05-03",
                ("breach",),
                (),
                ("c",),
            ),
            ("of the year", "sign_date: 2021-05-03", (), (("candidates-announced-three-days", "c", None, None),), ()),
        )
    ),
    Case(
        "j02 a paper that gives no budget",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="30.00",
            first_payment_date="2021-06-01",
            approvals="[{number: 发改立项1号, date: 2021-05-01, kind: 其他批复, amount: 20.00}]",
            **NONE,
        ),
        found=(("query", "a", "20.00", None),),
        header="20.00",
    ),
    Case(
        "j02 last year's paper for last year",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="30.00",
            first_payment_date="2021-06-01",
            approvals="[{number: 甲1号, date: 2020-11-01, kind: 追加, budget_year: 2020, amount: 20.00}]",
            **NONE,
        ),
        found=(("breach", "a", "20.00", None),),
        header="20.00",
    ),
    Case(
        "j02 last year's paper for this year",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="30.00",
            first_payment_date="2021-06-01",
            approvals="[{number: 甲1号, date: 2020-12-20, kind: 追加, budget_year: 2021, amount: 20.00}]",
            **NONE,
        ),
        none=NOTHING,
    ),
    Case(
        "j04 paid ahead of the paper and refunded: what was ahead of it, once",
        TOTALS
        + item(
            initial_budget="0",
            actual="20.00",
            payments="[{id: x, date: 2021-03-01, amount: 30.00, payee: 甲}, {id: y, date: 2021-09-01, amount: -10.00, payee: 甲}]",
            approvals=approved(("2021-02-01", "20.00")),
            **NONE,
        ),
        none=("breach",),
        found=(("query", "a", "10.00", "medium"),),
        header="10.00",
    ),
    Case(
        "j07 a budget in 亿元, over within its digit",
        TOTALS + item(initial_budget="0.12亿元", actual="1230.00", approvals="无", **NONE),
        none=ACCUSING,
    ),
    Case(
        "j07 a budget in 亿元, over beyond its digit",
        TOTALS + item(initial_budget="0.12亿元", actual="1300.00", approvals="无", **NONE),
        found=(("breach", "a", "100.00", None),),
    ),
    Case(
        "j16 approved for a part of a part",
        AMONG
        + "".join(
            f"  - {{id: {one}, kind: {kind}, name: {one}, parent: {above}, initial_budget: 100.00, actual: 120.00, carry_in: 无, first_payment_date: 2021-05-01, approvals: {papers}}}\n"
            for one, kind, above, papers in (
                ("p", "项目支出", "无", "无"),
                ("b", "明细项目", "p", "无"),
                ("c", "明细项目", "b", approved(("2021-02-01", "20.00"))),
            )
        ),
        none=NOTHING,
    ),
]
CASES += OFFICERS
PLAIN_LINE = "transcribed: whole\nlines:\n  - {id: a, kind: 明细项目, parent: 无, name: %s, initial_budget: %s, actual: %s, carry_in: 无, carry_out: 无, approvals: 无, payments: %s}\n"


def listed(*entries: str, whole: bool = True) -> str:
    """Return payments to 甲 of 20.00 on one day, with what each of *entries* says otherwise."""
    told = [
        ", ".join(f"{key}: {value}" for key, value in (PAYMENT | {"id": f"p{n}"} | dict(_pairs(each))).items())
        for n, each in enumerate(entries)
    ]
    entries_ = "[" + ", ".join("{" + each + "}" for each in told) + "]"
    return entries_ if whole else f"{{complete: false, items: {entries_}}}"


def _pairs(text: str) -> list[list[str]]:
    return [each.split(": ", 1) for each in text.split(", ") if each]


PAYMENT = {"date": "2021-03-01", "amount": "20.00", "payee": "甲"}
TWICE, MADE_UP = "same-payment-twice", "payments-make-up-spending"
CONTRACTED = "contracts:\n  - {id: c, line: a, subject_matter: 物业, amount: %s, sign_date: 2021-01-05, supplier: 甲, supplements: 无}\n"
ANOTHER = (
    "  - {id: d, line: a, subject_matter: 保安, amount: 20.00, sign_date: 2021-01-05, supplier: 甲, supplements: 无}\n"
)
NESTED = (
    AMONG + "  - {id: a, kind: 明细项目, parent: 无, name: 甲, initial_budget: 30.00, actual: 30.00, approvals: 无}\n"
    "  - {id: x, kind: 明细项目, parent: a, name: 甲一, initial_budget: 20.00, actual: 20.00, approvals: 无, payments: "
    + listed("")
    + "}\n"
    "  - {id: y, kind: 明细项目, parent: a, name: 甲二, initial_budget: 10.00, actual: 10.00, approvals: 无}\n"
)
PAID = [
    Case(
        "paid: twice, one of them in yuan",
        PLAIN_LINE % ("某专项", "40.00", "40.00", listed("", "amount: 200000.00元")),
        ("breach", "contradiction"),
        ((TWICE, "p1", "20.00", "low"),),
        "20.00",
    ),
    Case(
        "paid: three times, two are one too many each",
        PLAIN_LINE % ("某专项", "60.00", "60.00", listed("", "", "")),
        ("breach",),
        ((TWICE, "p1", "20.00", "low"), (TWICE, "p2", "20.00", "low")),
        "40.00",
    ),
    Case(
        "paid: twice and over the budget by as much, once",
        PLAIN_LINE % ("某专项", "20.00", "40.00", listed("", "")),
        found=(("breach", "a", "20.00", None), (TWICE, "p1", "20.00", None)),
        header="20.00",
    ),
    Case(
        "paid: by two invoices, for two months, under two contracts",
        CONTRACTED % "20.00"
        + ANOTHER
        + PLAIN_LINE
        % (
            "某专项",
            "120.00",
            "120.00",
            listed(
                'invoice_number: "1"',
                'invoice_number: "2"',
                "date: 2021-04-01, summary: 3月",
                "date: 2021-04-01, summary: 4月",
                "date: 2021-05-01, contract: c",
                "date: 2021-05-01, contract: d",
            ),
        ),
        (*NOTHING, "contradiction"),
        allowed=("c",),
    ),
    Case(
        "paid: wages to the payroll account, a benefit to a village",
        PLAIN_LINE % ("耕地地力保护补贴", "40.00", "40.00", listed("payee: 甲村", "payee: 甲村")),
        (*NOTHING, "contradiction"),
    ),
    Case(
        "paid: twice, the second came back",
        PLAIN_LINE % ("某专项", "20.00", "20.00", listed("", "", "date: 2021-03-09, amount: -20.00")),
        ("breach", "contradiction", TWICE, MADE_UP),
    ),
    Case(
        "paid: what came back is still in the spending",
        PLAIN_LINE % ("某专项", "20.00", "20.00", listed("", "date: 2021-03-09, amount: -5.00")),
        ("breach",),
        ((MADE_UP, "a", "5.00", "low"),),
        "5.00",
    ),
    Case(
        "paid: less than was spent",
        PLAIN_LINE % ("某专项", "50.00", "50.00", listed("")),
        ("breach",),
        ((MADE_UP, "a", "30.00", "medium"),),
        "30.00",
    ),
    Case(
        "paid: listed in part",
        PLAIN_LINE % ("某专项", "50.00", "50.00", listed("", whole=False)),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "paid: listed in part, and all that was spent",
        PLAIN_LINE % ("某专项", "20.00", "20.00", listed("", whole=False)),
        NOTHING,
        unmet=((MADE_UP, "a"),),
    ),
    Case(
        "paid: to the fen, spent in ten thousands",
        PLAIN_LINE % ("某专项", "50.00", "33.33", listed("amount: 333333.33元")),
        NOTHING,
    ),
    Case(
        "paid: last year's part of the contract is listed as well",
        CONTRACTED % "90.00"
        + PLAIN_LINE % ("物业", "20.00", "20.00", listed("contract: c", "date: 2020-03-01, contract: c")),
        (MADE_UP, "spending-of-another-year", TWICE, "payments-within-contract"),
    ),
    Case("paid: by the parts of an item", NESTED, NOTHING),
    Case(
        "paid: twice by one invoice, the company named in two forms, wages or not",
        PLAIN_LINE
        % (
            "人员经费",
            "40.00",
            "40.00",
            listed('payee: 薪火有限公司, invoice_number: "7"', 'payee: 薪火有限责任公司, invoice_number: "No.7"'),
        ),
        ("breach",),
        ((TWICE, "p1", "20.00", "low"),),
        "20.00",
    ),
    Case(
        "paid: twice, the invoices are to be filled in",
        PLAIN_LINE % ("某专项", "40.00", "40.00", listed("invoice_number: 待填", "invoice_number: 待填")),
        NOTHING,
        unmet=((TWICE, "p1"),),
    ),
    Case(
        "paid: what came back makes nothing paid, and it is in the spending",
        PLAIN_LINE % ("某专项", "20.00", "20.00", listed("", "date: 2021-03-09, amount: -20.00")),
        ("breach",),
        ((MADE_UP, "a", "20.00", "medium"),),
        "20.00",
    ),
    Case(
        "paid: what came back next year is taken off this year's spending",
        PLAIN_LINE % ("某专项", "20.00", "15.00", listed("", "date: 2022-01-09, amount: -5.00")),
        ("breach",),
        ((MADE_UP, "a", "5.00", "low"),),
    ),
]
CASES += PAID


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_what_an_auditor_concludes(case):
    concludes(case)


@pytest.mark.database
@pytest.mark.skipif(not duckdb_available(), reason="DuckDB is not installed (pip install checker[batch])")
def test_duckdb_concludes_the_same():
    """All cases at once; by day every third will do, and of what only words another anew: that is no other case for a database."""
    from checker.batch.in_memory import second_verdicts

    checks = []
    for number, case in enumerate(CASES):
        if number % 3 and (":" in case.name or not NIGHT):
            continue
        root = parse_text("case.yaml", whole(case.text))
        read = read_case(root, BOOK.vocabulary)
        checks += evaluate(BOOK.plan(read), read, traced=False)
    seconds = [second.verdict for second in second_verdicts(checks)]
    assert sum(second is not None for second in seconds) > 0.9 * len(checks)
    wrong = [
        f"{check.case.file} {check.rule.id} {check.subject.id}: DuckDB {second}, evaluator {check.outcome}"
        for check, second in zip(checks, seconds, strict=True)
        if second is not None and second != first_verdict(check)
    ]
    assert not wrong, "\n".join(wrong[:20])


# ---- j10: a date that chooses the value, and is not there


@pytest.mark.parametrize(
    ("contract", "right"),
    [
        ("合同金额: 20万元, 签订日期: 待填", "undetermined"),
        ("合同金额: 20万元, 签订日期: 留空", "undetermined"),
        ("合同金额: 50万元, 签订日期: 待填", "undetermined"),
        ("合同金额: 10万元, 签订日期: 待填", "pass"),
        ("合同金额: 50.01万元, 签订日期: 待填", "fail"),
        ("合同金额: 20万元, 签订日期: 2009-12-31", "undetermined"),  # before any value
        ("合同金额: 20万元, 签订日期: 2018-12-31", "fail"),
        ("合同金额: 20万元, 签订日期: 2019-01-01", "pass"),
    ],
)
def test_j10_the_day_still_to_be_filled_in(contract, right):
    book = assemble(
        [read_pack(builtin("rules")), Pack(".", (Part("loosened.yaml", "loosened.yaml", LOOSENED.encode()),))]
    )
    report = judged(f"转录: 全文\n合同:\n  - {{合同编号: h1, 合同标的: 某, {contract}}}\n", book)
    (found,) = [c for c in report.checks if c.rule.id == "loosened" and c.subject.id == "h1"]
    assert found.outcome == right
    if right == "undetermined" and "2009" not in contract:
        assert [(m.fact.id, m.name) for m in found.missing] == [("h1", "sign_date")]


BOUGHT = "合同: [{合同编号: h, 合同标的: 保安服务, 采购类别: 服务, 合同金额: %s, 采购预算金额: 260.00, 采购方式: 询价, 采购方式批准文号: 无, %s补充合同: 无}]\n"


@pytest.mark.parametrize(
    ("amount", "day", "right"),
    [
        ("250.00", "", "undetermined"),
        ("250.00", "签订日期: 待填, ", "undetermined"),
        ("250.00", "签订日期: 2021-06-01, ", "fail"),
        ("250.00", "签订日期: 2023-06-01, ", "undetermined"),  # the value of that year was not found
        ("250.00", "采购开始日期: 2021-02-01, ", "fail"),
    ],
)
def test_j10_the_threshold_of_the_day(amount, day, right):
    report = judged(BOUGHT % (amount, day))
    assert {c.outcome for c in report.checks if c.rule.id == "open-tender-threshold" and c.subject.id == "h"} == {right}


CASH = "合同: [{合同编号: h, 合同标的: 物业服务, 采购类别: 服务, 采购方式: 公开招标, 合同金额: 50.00, 保证金是否收现金: 是%s}]\n"
LECTURE = "劳务报酬: [{劳务编号: l, 领款人: 张某, 劳务种类: 讲课, 是否本单位人员: 是, 是否为本单位授课: 是, 税前金额: 0.10%s}]\n"
INVOICE = "支出: [{编号: a, 支出层次: 明细项目, 项目名称: 办公, 付款: [{付款金额: 0.30, 收款人: 某店, 发票抬头: 某镇政府%s}]}]\n"


@pytest.mark.parametrize(
    ("rule", "text", "year", "day", "right"),
    [
        # no cash for bonds, from 2015-03-01: the law of the day on which the contract was made governs
        ("bonds-not-in-cash", CASH, 2021, "", "undetermined"),
        ("bonds-not-in-cash", CASH, 2021, "签订日期: 待填", "undetermined"),
        ("bonds-not-in-cash", CASH, 2021, "签订日期: 无", "undetermined"),
        ("bonds-not-in-cash", CASH, 2021, "签订日期: 2015-02-28", "not_applicable"),
        ("bonds-not-in-cash", CASH, 2021, "签订日期: 2015-03-01", "fail"),
        ("bonds-not-in-cash", CASH, 2014, "签订日期: 2015-03-01", "fail"),
        ("bonds-not-in-cash", CASH, 2014, "签订日期: 2014-12-31", None),
        ("bonds-not-in-cash", CASH, 2014, "", None),
        ("bonds-not-in-cash", CASH, 2014, "签订日期: 待填", None),
        # 2018-07-26: a lecture of an earlier year may be paid in this one
        ("own-staff-lecture-fee", LECTURE, 2021, "", "undetermined"),
        ("own-staff-lecture-fee", LECTURE, 2021, "劳务日期: 2018-07-25", "not_applicable"),
        ("own-staff-lecture-fee", LECTURE, 2021, "劳务日期: 2018-07-26", "fail"),
        # 2023-07-20: what a case of 2024 paid, it paid in 2024
        ("invoice-names-the-unit", INVOICE, 2024, "", "fail"),
        ("invoice-names-the-unit", INVOICE, 2024, "付款日期: 待填", "fail"),
        ("invoice-names-the-unit", INVOICE, 2023, "", "undetermined"),
        ("invoice-names-the-unit", INVOICE, 2022, "付款日期: 2023-07-20", "fail"),
        ("invoice-names-the-unit", INVOICE, 2022, "付款日期: 2023-07-19", "not_applicable"),
        ("invoice-names-the-unit", INVOICE, 2022, "", None),
    ],
)
def test_the_law_of_its_day_governs_an_entry(rule, text, year, day, right):
    head = HEAD.replace("2021", str(year))
    head = head.replace("区县", "省级").replace("430112", "430000") if text is LECTURE else head
    report = judged("转录: 全文\n" + text % (day and f", {day}"), head=head)
    found = [check for check in report.checks if check.rule.id == rule]
    assert [check.outcome for check in found] == ([right] if right else [])
    assert (rule in {each.rule for each in report.not_in_force}) == (right is None)
    if right == "undetermined":
        assert {m.name for m in found[0].missing} <= {"sign_date", "start_date", "date"} and found[0].missing


# ---- j11: none and zero are one thing, and neither is what is not known yet


@pytest.mark.parametrize(
    "text",
    [
        TOTALS + item(initial_budget="NIL", actual="61.40", **NONE, approvals="无"),
        TOTALS + item(initial_budget="NIL", carry_in="61.40", carry_out="无", actual="61.40", approvals="无"),
        TOTALS + item(initial_budget="10.00", adjusted_budget="10.00", carry_in="NIL", actual="12.00", approvals="无"),
        AMONG + total("t", "总支出", parent="无", initial_budget="NIL", actual="5.00", approvals="无", **NONE),
        "transcribed: whole\nlines: []\nthree_public: [{kind: 因公出国, budget: NIL, actual: 3.00}]\n",
        "transcribed: whole\nprocurement_budget: NIL\nprocurement_actual: 4.00\n",
    ],
    ids=["budget", "budget beside a carry-over", "carry-over", "a total", "三公", "procurement"],
)
def test_j11_none_and_zero_come_to_the_same_money(text):
    def told(word: str) -> list[str]:
        report = judged(text.replace("NIL", word))
        steps = [(b.total, [(s.label.zh, s.amount) for s in b.steps]) for b in report.bridges()]
        return [f"{c.rule.id} {c.subject.id} {c.outcome} {c.amount} {c.severity}" for c in report.checks] + [
            str(steps),
            str(report.amount(("query", "breach"))),
        ]

    assert told("无") == told("0") == told("0元") == told("0.00万元")
    assert told("待填") != told("无")
    assert not fails(judged(text.replace("NIL", "待填")), "breach")


# ---- j18: headings that are not known

LATE = "预算单位层级: 部门\n预算批复日期: 2021-02-01\n预算公开日期: 2021-05-01\n"
OVER = TOTALS + item(initial_budget="10.00", actual="22.00", **NONE, approvals="无")


@pytest.mark.parametrize("word", ["无", "待填"])
@pytest.mark.parametrize(
    ("heading", "text", "rule", "subject", "right"),
    [
        ("unit_kind", OVER, "addition-approved", "a", "fail"),  # binds every kind of unit
        ("level", OVER, "addition-approved", "a", "fail"),
        ("jurisdiction", OVER, "addition-approved", "a", "fail"),
        ("year", OVER, "addition-approved", "a", "undetermined"),  # the law is of 2015
        ("unit_kind", LATE, "budget-published-in-time", "某局", "fail"),
        ("unit_kind", "cars: 5辆\ncar_quota: 4辆\n", "cars-within-quota", "某局", "undetermined"),
        ("level", BOUGHT % ("250.00", "签订日期: 2021-06-01, "), "open-tender-threshold", "h", "undetermined"),
        ("jurisdiction", BOUGHT % ("250.00", "签订日期: 2021-06-01, "), "open-tender-threshold", "h", "undetermined"),
        ("jurisdiction", BOUGHT % ("190.00", "签订日期: 2021-06-01, "), "open-tender-threshold", "h", "undetermined"),
    ],
)
def test_j18_what_depends_on_a_heading_is_open_and_all_else_is_judged(word, heading, text, rule, subject, right):
    head = re.sub(rf"^{heading}: .*$", f"{heading}: {word}", HEAD, flags=re.MULTILINE)
    report = judged(text, head=head)
    assert not [c for c in report.checks if c.outcome == "error"]
    found = [c for c in report.checks if c.rule.id == rule and c.subject.id == subject]
    assert {c.outcome for c in found} == {right}
    if right == "undetermined":
        assert {"year": "fiscal_year", "level": "budget_level"}.get(heading, heading) in {
            m.name for c in found for m in c.missing
        }
    for form in ("table", "json"):
        assert render(form, report, Options("zh"))


# ---- wordings written before the lists were looked at

MAY_BE_EMERGENCIES, ORDINARY, NO_PROBLEMS, PROBLEMS = (
    [line.strip() for line in text.split("|")]
    for text in (
        "6月中旬强对流天气导致校舍屋顶损毁，抢修支出|为应对突如其来的新冠肺炎疫情，采购口罩、消毒液|高温干旱致人畜饮水困难，组织送水|冰雪灾害造成电力线路倒杆|群体性上访突发事件处置维稳|森林火险，扑火队伍临时征用车辆|省道边坡坍塌险情处置|地震波及危房鉴定和群众转移|密闭空间中毒窒息事件救援|饮用水源受污染，紧急启用备用水源|大面积停电抢修|白蚁危害致屋顶险情加固|外来务工人员返乡核查及隔离费用|草地贪夜蛾虫害应急防治|汛期水库除险|危桥封闭抢险加固|危化品运输车侧翻泄漏处置|高空坠物砸伤行人事件善后|低温雨雪冰冻天气道路除冰保畅|援鄂医疗队补助|紧急转移安置受灾群众|倒房重建补助|突发性地面沉降治理|电梯坠落事故调查处理|恐怖袭击事件处置|血吸虫急感病例处置|雷暴大风掀翻大棚|供水主管爆裂抢修|台风暴雨损坏路灯设施修复|防汛抢险物资消耗补充|突遇暴雨，地下车库进水排涝|受“利奇马”影响农房受损补助|连续强降水引发险工险段处置|冷空气突袭，路面结冰，撒盐防滑|高压线断落致人触电救治|食用菌中毒患者救治费用减免|持续高温少雨，人工增雨作业|输入性病例闭环管理|隔离场所租赁及餐费|社区封控期间保供物资|核酸采样队伍补助|疑似鼠疫病人排查|校车侧翻学生救治|幼儿园食源性疾病暴发处置|建筑工地脚手架垮塌救援|燃气闪爆善后|江面油船碰撞溢油回收|工业园浓烟扰民紧急监测|河流铊浓度异常应急监测|矿井突水|桥梁被洪水冲断，架设便桥|倒春寒冻死果苗补种|野猪伤人事件补偿|毒蜂袭人清除|尾矿库险情排除|上游水库泄洪转移群众安置费|疯狗伤人，狂犬疫苗采购|冰凌阻塞河道爆破|境外回国人员集中健康监测|武装押运枪支丢失处置|大规模网络攻击应急恢复|数据中心断电故障抢修|医院锅炉爆炸受损设备更换|火车脱轨救援|群众聚集讨薪劝返|旅游大巴坠崖救援|老旧房屋突然坍塌，临时安置租户|高致病性禽流感强制免疫|秋收连阴雨抢烘粮食|罕见暴雪压塌大棚救助|县医院停电，抢运呼吸机用油|雨后边坡失稳，临时支护|大风吹落广告牌砸车赔偿|突降冰雹，葡萄园绝收救助|因邻市疫情外溢，设卡查验|学生食堂疑似投毒案处置|水库大坝渗水加固|输油管线被挖断|冬泳爱好者落水打捞|山村泉眼干涸，水罐车送水|台阁古建筑雷击起火扑救|景区索道停运，疏运被困游客|非法集资受害人集体信访接返|河道死鱼打捞及水质化验|强震波及校舍，帐篷板房搭建|跨省转运阳性患者|居民楼煤气中毒抢救|工地深基坑塌方救人|蝗虫迁飞防控|校园周边持刀伤人事件后增设警力|雪天滞留旅客送餐|外省患者包机接返|变压器烧毁应急发电|高速团雾追尾救护|野火蔓延，扑救队伍给养|入春以来持续干热，启动人工消防蓄水|西北村泥石流预警转移村民食宿|强台风登陆前加固广告牌|变电站跳闸，启用发电机|电动车充电起火致群租房人员伤亡|红火蚁入侵防控|大桥墩台被撞，封航检测|境外疫情倒灌口岸卡点值守|储备冻猪肉投放平抑肉价|列车晚点旅客滞留安置|储罐区闪燃，启动消防泡沫|库区滑坡涌浪预警广播|高速公路连环相撞伤员转运|重大动物疫病，生猪集中掩埋",
        "应急管理局办公楼物业费上涨|应急预案编制增加章节|应急演练场次增加|人员增加，差旅费增加|新增展位27个，租金增加|年中新增信息系统维护|消防设施年检费用上涨|购置应急广播设备|防疫站人员工资晋级|开展防灾减灾宣传周活动|办公用房租金上涨|抗震支架安装|业务量增长|政府采购价格上涨|新录用公务员3名|急救知识培训增加|保险费率提高|风险评估费增加|地震局新增监测台站运维|提前支付下年物业费|救援队训练基地租赁费|电费单价上调|创建文明城市任务加重|公务用车维修|下乡扶贫次数增加|合同变更增加工程量|上级追加专项任务|抢抓工期，增加施工班组|紧急出口改造工程|洪山区办公点搬迁|急需更新老旧电脑|灾害保险年度保费|旱厕改造数量增加|冰雪运动进校园活动增加|年度体检人数增加|物业合同续签价格上涨|食堂承包费增加|网络线路租费提高|会议培训次数增多|绩效奖金标准提高|工会经费补提|办公设备更新换代|印刷宣传手册增加|业务用房装修扩大面积|专家评审费增加|年内新增编制5个|党建活动增加|法律顾问费增加|绿化养护面积增加|外聘讲师课时费上涨|系统等级保护测评|安全生产检查增加|防火宣传牌制作|救护车年检保险|灾情统计软件升级服务费|食堂冰柜购置|突出贡献人才奖励|抢占市场宣传推广|应急值班室改造装修|重建政务网站|公众责任险保费|意见征集活动|疾控中心编外人员工资|动物疫病防控中心办公费|传染病报告信息系统运维|救灾物资库租金|转移支付项目增加|禁毒宣传|历史遗留合同款支付|急诊科设备采购|机关大院绿化改造|新入职人员体检|文印费用增加|信息化项目运维单价上调|培训班增加两期|购买法律服务|物业服务面积扩大|离退休人员活动经费增加|干部教育网络课程采购|驻村工作队补贴|办公电话费|接待批次增加|购置打印机|租车次数增加|宣传栏更新|公务员招录考务费|文件印刷量大|职工食堂补贴|人才公寓租金|审计费用提高",
        "目前运行平稳，无存在问题|无突出问题|经自查，不存在问题|本单位各项工作有序，暂未发现存在的问题|总体情况良好，没有需要整改的问题|无任何问题需要说明|项目实施过程中未遇到困难和问题|暂无困难|没有存在的突出问题|经梳理，本部门不存在执行偏差问题|未见突出问题|暂未遇到问题|运行正常，未发现不足|无需要改进的地方|没有需要说明的事项|本年度绩效目标均已实现，无存在的问题|当前没有困难|无主要问题|无问题反馈",
        "资金使用规范，未出现违规违纪问题|没有发现违规问题|无专职财务人员，核算力量薄弱|没有建立项目库|未发现的隐患仍需排查|预算编制不够精细|资金支付进度慢，其他方面无问题|无明显问题，但支出进度偏慢|存在执行率偏低的问题|项目推进缓慢|暂无专业人员从事绩效工作|无法按期验收导致支出滞后|没有严格按照预算执行|无具体绩效目标|问题较多|除支付进度外，没有其他问题|没有及时支付|不存在虚报，但资金支付慢|无统一标准，考核困难|未完成支出进度|不存在资金管理方面的问题|未发现资金使用问题|我单位资金使用良好，未发现截留挪用等问题|未按序时进度支付|没有配备专职人员|个别项目无绩效目标|预算编制不细，无测算依据|未能及时验收|不重视绩效问题|没有解决好历史遗留问题|存在问题：一是编制不准|问题未得到根本解决|无法开展现场核查|未建立台账|未发挥效益|绩效指标设置不科学，没有量化|存在无预算支出问题|没有问题意识|资金下达晚|存在超预算问题|征拆困难|部分问题未整改|无主管部门指导|未形成合力，问题突出|项目库建设存在短板|没有及时发现问题|无人值守设备存在隐患|没有将问题整改到位",
    )
)


def reasoned(reasons: list[str]) -> dict[str, tuple[str, str]]:
    """Return the nature and severity of what was spent without any approval for each of these reasons."""
    lines = "".join(
        item(
            id=f"a{n}",
            name=f"项目{n}",
            parent="无",
            initial_budget="0",
            actual="500.00",
            **NONE,
            approvals="无",
            deviation_reason=f'"{text}"',
        )
        for n, text in enumerate(reasons)
    )
    case = read_case(parse_text("case.yaml", whole(AMONG + lines)), BOOK.vocabulary)
    found = evaluate(BOOK.plan_of(case, "addition-approved"), case, traced=False)
    return {reasons[int(c.subject.id[1:])]: (c.nature, c.severity) for c in found if c.outcome == "fail"}


def test_a_reason_that_may_be_an_emergency_is_no_breach():
    told = reasoned(MAY_BE_EMERGENCIES)
    assert not [text for text in MAY_BE_EMERGENCIES if told[text][0] != "query"]


def test_an_ordinary_reason_is_a_breach_by_its_amount():
    told = reasoned(ORDINARY)
    assert not [text for text in ORDINARY if told[text] != ("breach", "high")]


def test_claims_of_no_problems_are_heard_and_problems_are_not_taken_for_them():
    def outcome(text: str) -> str:
        told = f'difficulties: "{text}"\nlines:\n' + item(parent="无", initial_budget="100.00", actual="36.00")
        case = read_case(parse_text("case.yaml", whole(told)), BOOK.vocabulary)
        return evaluate(BOOK.plan_of(case, "no-problems-claimed"), case, traced=False)[0].outcome

    assert not [text for text in NO_PROBLEMS if outcome(text) != "fail"]
    assert not [text for text in PROBLEMS if outcome(text) == "fail"]


RATED = (
    "lines:\n"
    "  - {id: a, kind: 明细项目, parent: 无, name: 甲, initial_budget: 100.00, actual: 134.71, carry_in: 无, approvals: 无, added_budget: 无, adjusted_budget: 无}\n"
    "  - {id: b, kind: 明细项目, parent: 无, name: 乙, initial_budget: 80.00, actual: 75.00, prior_actual: 60.00, carry_in: 无, approvals: 无, added_budget: 无, adjusted_budget: 无}\n"
    "stated: [{id: s, kind: %s, text: %s, rate: %s%%, of: [{role: %s, path: %s.actual}, {role: %s, path: %s.%s}]}]\n"
)
RATIO, GROWTH = ("完成率", "分子", "分母", "initial_budget"), ("增长率", "加数", "基数", "prior_actual")


@pytest.mark.parametrize(
    ("kind", "line", "text", "rate", "right"),
    [
        (RATIO, "a", "超出年初预算34.71个百分点", "34.71", "pass"),
        (RATIO, "a", "溢支34.71%", "34.71", "pass"),
        (RATIO, "a", "较年初批复数上浮34.71%", "34.71", "pass"),
        (RATIO, "a", "预决算差异率34.71%", "34.71", "undetermined"),
        (RATIO, "b", "偏差率-6.25%", "-6.25", "undetermined"),
        (RATIO, "b", "预算偏离度6.25%", "6.25", "undetermined"),
        (RATIO, "b", "未完成支出进度6.25%", "6.25", "pass"),
        (RATIO, "b", "沉淀资金占预算6.25%", "6.25", "pass"),
        (GROWTH, "b", "是上年的1.25倍", "125", "undetermined"),
        (GROWTH, "b", "为上年同期的125%", "125", "undetermined"),
        (RATIO, "a", "完成率34.71%", "34.71", "fail"),
        (RATIO, "a", "占年初预算的34.71%", "34.71", "fail"),
        (RATIO, "a", "偏差率43.71%", "43.71", "fail"),
        (RATIO, "b", "完成预算6.25%", "6.25", "fail"),
        (RATIO, "b", "偏差率-2.65%", "-2.65", "fail"),
        (GROWTH, "b", "增长125%", "125", "fail"),
        (GROWTH, "b", "是上年的135%", "135", "fail"),
    ],
)
def test_a_rate_whose_words_name_no_kind_is_asked_about_where_it_fits_another(kind, line, text, rate, right):
    name, over, under, base = kind
    told = RATED % (name, text, rate, over, line, under, line, base)
    case = read_case(parse_text("case.yaml", whole(told)), BOOK.vocabulary)
    rule = "stated-ratio" if kind is RATIO else "stated-growth"
    (found,) = [c for c in evaluate(BOOK.plan_of(case, rule), case) if c.subject.id == "s"]
    assert found.outcome == right
    if right == "undetermined":
        assert {m.name for m in found.missing} == {"kind"}


@pytest.mark.parametrize("name", ["emergency_words", "emergency_roots", "ordinary_causes", "words_of_the_rest"])
def test_no_word_of_a_list_that_is_searched_for_holds_another(name):
    """A word that holds another is never what decides; which lists are searched for is told by how rules use them."""
    (value,) = BOOK.parameters[name].values
    words = value.value
    assert len(set(words)) == len(words)
    assert not [word for word in words if any(other in word for other in words if other != word)]
