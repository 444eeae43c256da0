"""Further members of each kind of j01 … j18 and of each point of the law, written apart from the rules by another reader.

What is right was written down before the cases were run. They are of the same form as those of test_judgement.
"""

from __future__ import annotations

import re

import pytest
from conftest import BOOK
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
            "详见总结",
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
            "见附表二",
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
]


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_what_an_auditor_concludes(case):
    concludes(case)


@pytest.mark.skipif(not duckdb_available(), reason="DuckDB is not installed (pip install checker[batch])")
def test_duckdb_concludes_the_same():
    """All cases at once; a wording more is no other case for a database, so every third of those will do."""
    from checker.batch.in_memory import second_verdicts

    checks = []
    for number, case in enumerate(CASES):
        if ":" in case.name and number % 3:
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
