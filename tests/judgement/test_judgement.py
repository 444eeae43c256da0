"""Small cases and what an auditor concludes of each: who is accused of what and of how much, and who must not be.

One group a kind of fault that the product once had (j01 … j18), each with further members, among them the wrong side: what
must still be found. Expected is what the norms say, not what comes out; what is not built yet is a strict xfail that names who
builds it, so that the mark has to go once it holds. Rules are named only where a case is about one rule.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

import pytest
from conftest import BOOK

from checker.api import check
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.evaluator import Judge, evaluate
from checker.engines.outcome import Check
from checker.findings.explain import message
from checker.findings.lacking import missing_names
from checker.findings.report import Report
from checker.reports import Options, render
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, read_pack

HEAD = """name: 某局
jurisdiction: "430112"
level: 区县
unit_kind: 机关
year: 2021
report_date: 2022-01-20
amounts: {unit: 万元, decimals: 2}
"""


def whole(text: str, head: str = HEAD) -> str:
    """Return a case with its head, whose amounts are left out where the case says its own."""
    own = text.startswith(("amounts:", "金额口径:"))
    return (re.sub("amounts: .*\n", "", head) if own else head) + text


TOTALS = """transcribed: whole
lines:
  - {id: total, kind: 总支出, name: 总支出}
  - {id: p, kind: 项目支出, parent: total, name: 项目支出}
"""
WAN = 1_000_000
ACCUSING = ("breach", "query", "contradiction")


def item(**fields: str) -> str:
    """Return a line 某专项 of the project expenditure."""
    told = {"id": "a", "kind": "明细项目", "parent": "p", "name": "某专项", **fields}
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}\n"


def paid(*payments: tuple[str, str]) -> str:
    """Return the payments of these days and amounts."""
    return (
        "[" + ", ".join(f"{{id: p{n}, date: {d}, amount: {a}, payee: 甲}}" for n, (d, a) in enumerate(payments)) + "]"
    )


def approved(*papers: tuple[str, str]) -> str:
    """Return the approvals of these days and amounts, each with a number."""
    return "[" + ", ".join(f"{{number: 甲{n}号, date: {d}, amount: {a}}}" for n, (d, a) in enumerate(papers)) + "]"


def years(signed: str, delivered: str, sum_: str, day: str) -> str:
    """Return a contract signed and delivered on these days, of which so much was paid on a day."""
    return YEARS % (signed, delivered, sum_, day, sum_)


class Case(NamedTuple):
    """A case and what is right of it.

    `none` are natures (or rules) that accuse nobody, `found` what must be found: nature (or rule), subject, amount in 万元 and
    severity, each of them None where it does not matter; `header` the amount of all queries and breaches; `open_` subjects
    with something that stays open; `unmet` rules that must not be met.
    """

    name: str
    text: str
    none: tuple[str, ...] = ()
    found: tuple[tuple[str, str, str | None, str | None], ...] = ()
    header: str | None = None
    open_: tuple[str, ...] = ()
    unmet: tuple[tuple[str, str], ...] = ()
    allowed: tuple[str, ...] = ()
    """Subjects that may be accused all the same."""


NOTHING = ("breach", "query")
ZERO = {"initial_budget": "0", "actual": "50.00"}
MISSING = {**ZERO, "carry_in": "无", "carry_out": "无"}
LINED = TOTALS + item(initial_budget="10.00", actual="10.00", carry_in="无", carry_out="无", approvals="[]")
PAPERED = TOTALS.replace(
    "name: 项目支出}", "name: 项目支出, approvals: [{number: 乙1号, date: 2021-02-01, amount: %s}]}"
)
PLAIN = {"carry_in": "无", "carry_out": "无", "approvals": "无"}
SHARED = "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, parent: 无, initial_budget: %s, actual: %s, carry_in: 无, approvals: 无}\n"
ITEM_A = item(initial_budget="30.00", actual="30.00", **PLAIN)
GRAND = """transcribed: whole
lines:
  - {id: t, kind: 总支出, name: 总支出, initial_budget: 200.00, actual: 190.00}
  - {id: g, kind: 基本支出, parent: t, name: 基本支出, %sactual: 100.00}
  - {id: p, kind: 项目支出, parent: t, name: 项目支出, actual: %s}
"""
CARS = "transcribed: whole\nlines: []\nthree_public: [{kind: 公车购置, budget: 36.00, actual: 35.00, %s}]\n"
PARTS = "lines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 100.00}\n"
SPLIT = """transcribed: whole
lines:
  - {id: t, kind: 总支出, name: 总支出, actual: 100.00}
  - {id: b, kind: 基本支出, parent: t, actual: 40.00, name: 基本支出}
  - {id: p, kind: 项目支出, parent: t, actual: 60.00, name: 项目支出}
  - {id: c1, kind: 支出构成, parent: t, actual: 40.00, name: 工资福利支出}
  - {id: c2, kind: 支出构成, parent: t, actual: 60.00, name: 商品和服务支出}
"""
SUPPLIED = """transcribed: whole
contracts:
  - {id: c, subject_matter: 设备, amount: 100.00, line: a, supplier_is_sme: 是, delivery_date: 2021-05-01, supplements: 无}
lines:
  - {id: a, kind: 明细项目, parent: 无, name: 某专项, initial_budget: 100.00, actual: 20.00, payments: %s}
"""
RATED = """lines:
  - {id: t, kind: 总支出, name: 总支出, initial_budget: 10.00, actual: 12.00, approvals: [{number: 甲1号, date: 2021-02-01, amount: 2.00}]}
stated:
  - {id: r, kind: 完成率, text: 支出%s%s, rate: %s, of: [{role: 分子, path: t.actual}, {role: 分母, path: t.initial_budget}]}
"""
BOUGHT = """transcribed: whole
contracts: [{id: c, %ssubject_matter: 物资, amount: 2500000.00元, budget: 2600000.00元, category: 货物, method: 单一来源, method_approval: 无, start_date: 2021-02-01, sign_date: 2021-02-03, supplements: 无}]
lines:
  - {id: a, kind: 明细项目, parent: 无, name: 某专项, initial_budget: 260.00, actual: 250.00, is_emergency: %s}
  - {id: b, kind: 明细项目, parent: 无, name: 乙专项, initial_budget: 260.00, actual: 250.00}
"""
HOSTED = """transcribed: whole
三公经费: [{kind: 公务接待, line: a, budget: 2.00, actual: 5.00}]
lines:
  - {id: a, kind: 明细项目, parent: 无, name: 公用经费, initial_budget: 2.00, actual: 5.00, carry_in: 无, carry_out: 无, first_payment_date: %s, approvals: [{number: 甲1号, date: %s, amount: %s}]}
"""
EXPLAINED = """transcribed: whole
lines:
  - {id: a, kind: 明细项目, parent: 无, name: 某专项, initial_budget: 10.00, adjusted_budget: 10.00, actual: 5.00, deviation_reason: "%s"}
"""
MOVED = "stated: [{id: s, kind: %s, text: %s, %s, of: [{role: %s}, {role: %s}]}]\n"
YEARS = """transcribed: whole
contracts: [{id: c, line: a, subject_matter: 设备, amount: 100.00, supplier_is_sme: 是, sign_date: %s, delivery_date: %s, payment_term: 无, supplements: 无}]
lines:
  - {id: a, kind: 明细项目, parent: 无, name: 某专项, initial_budget: 110.00, actual: %s, approvals: 无, payments: [{id: p1, date: %s, amount: %s, payee: 甲, contract: c}]}
"""
CASES = [
    # ---- j01: money carried over from last year is budgeted
    Case(
        "j01 carried over, used",
        TOTALS
        + item(
            initial_budget="0",
            carry_in="50",
            actual="50",
            carry_out="无",
            approvals="无",
            first_payment_date="2021-03-01",
        ),
        NOTHING,
    ),
    Case(
        "j01 carried over and budgeted",
        TOTALS
        + item(
            initial_budget="20",
            carry_in="30",
            actual="50",
            carry_out="无",
            approvals="无",
            first_payment_date="2021-03-01",
        ),
        NOTHING,
    ),
    Case(
        "j01 carried over, more spent",
        TOTALS
        + item(
            initial_budget="0",
            carry_in="30.00",
            actual="50.00",
            carry_out="无",
            approvals="无",
            first_payment_date="2021-03-01",
        ),
        found=(("breach", "a", "20.00", None),),
        header="20.00",
    ),
    Case(
        "j01 carry-over not stated",
        TOTALS + item(**ZERO, approvals="无", first_payment_date="2021-03-01"),
        ("breach",),
        (("query", "a", "50.00", None),),
        "50.00",
    ),
    Case(
        "j01 no carry-over, no approval, 4.8 % over",
        TOTALS
        + item(
            initial_budget="100.00",
            carry_in="无",
            actual="104.80",
            carry_out="无",
            approvals="无",
            first_payment_date="2021-03-01",
        ),
        found=(("breach", "a", "4.80", None),),
        header="4.80",
    ),
    # ---- j02: each payment is held against what was approved by its day
    Case(
        "j02 two approvals, two payments",
        TOTALS
        + item(
            initial_budget="0",
            actual="50",
            first_payment_date="2021-03-01",
            approvals=approved(("2021-02-01", "30"), ("2021-07-01", "20")),
            payments=paid(("2021-03-01", "30"), ("2021-08-01", "20")),
        ),
        NOTHING,
    ),
    Case(
        "j02 approved on the day",
        TOTALS
        + item(
            initial_budget="0",
            actual="50",
            approvals=approved(("2021-03-01", "50")),
            payments=paid(("2021-03-01", "50")),
        ),
        NOTHING,
    ),
    Case(
        "j02 the second approval is late",
        TOTALS
        + item(
            initial_budget="0",
            actual="50",
            carry_in="无",
            approvals=approved(("2021-02-01", "30"), ("2021-09-01", "20")),
            payments=paid(("2021-03-01", "30"), ("2021-08-01", "20")),
        ),
        ("breach",),
        (("query", "a", "20.00", "medium"),),
        "20.00",
    ),
    Case(
        "j02 approved 600 for 646.72",
        TOTALS
        + item(
            initial_budget="0",
            actual="646.72",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-02-01", "600.00")),
            payments=paid(("2021-03-01", "646.72")),
        ),
        found=(("breach", "a", "46.72", None),),
        header="46.72",
    ),
    Case(
        "j02 approved later, payments not listed",
        TOTALS
        + item(
            initial_budget="0",
            actual="50",
            carry_in="无",
            first_payment_date="2021-03-01",
            approvals=approved(("2021-06-01", "50")),
        ),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j02 approvals never mentioned",
        "lines:\n" + item(parent="无", **ZERO, first_payment_date="2021-03-01"),
        ("breach",),
        open_=("a",),
    ),
    # ---- j03: short by less than the last digit
    Case(
        "j03 short by the last digit",
        TOTALS + item(**ZERO, first_payment_date="2021-03-01", approvals=approved(("2021-02-01", "49.99"))),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j03 short by two digits",
        TOTALS
        + item(
            **ZERO,
            carry_in="无",
            carry_out="无",
            first_payment_date="2021-03-01",
            approvals=approved(("2021-02-01", "49.98")),
        ),
        found=(("breach", "a", "0.02", None),),
        header="0.02",
    ),
    Case(
        "j03 short by a fen, printed to the fen",
        TOTALS
        + item(
            initial_budget="0",
            actual="500000.00元",
            carry_in="无",
            carry_out="无",
            first_payment_date="2021-03-01",
            approvals=approved(("2021-02-01", "499999.99元")),
        ),
        found=(("breach", "a", "0.000001", None),),
        header="0.000001",
    ),
    # ---- j04: paid before it was approved
    Case(
        "j04 paid before the approval",
        TOTALS + item(**ZERO, approvals=approved(("2021-06-01", "50")), payments=paid(("2021-03-01", "50"))),
        ("breach",),
        (("query", "a", "50.00", "medium"),),
        "50.00",
    ),
    Case(
        "j04 half paid before the approval",
        TOTALS
        + item(
            **ZERO, approvals=approved(("2021-06-01", "50")), payments=paid(("2021-03-01", "30"), ("2021-07-01", "20"))
        ),
        ("breach",),
        (("query", "a", "30.00", "medium"),),
        "30.00",
    ),
    Case(
        "j04 an emergency approved afterwards",
        TOTALS
        + item(
            **ZERO, is_emergency="是", approvals=approved(("2021-06-01", "50")), payments=paid(("2021-03-01", "50"))
        ),
        ("breach",),
    ),
    Case(
        "j04 approved the day before",
        TOTALS + item(**ZERO, approvals=approved(("2021-02-28", "50")), payments=paid(("2021-03-01", "50"))),
        NOTHING,
    ),
    # ---- j05, j06: the adjusted budget
    Case(
        "j05 adjusted budget on every item",
        TOTALS + item(initial_budget="10", adjusted_budget="12", actual="11"),
        ("adjusted-budget-shown",),
    ),
    Case(
        "j05 adjusted budget nowhere",
        TOTALS + item(initial_budget="10", actual="11"),
        found=(("disclosure", "某局", None, None),),
    ),
    Case(
        "j06 a rate right on the adjusted budget",
        "transcribed: whole\nlines:\n  - {id: total, kind: 总支出, name: 总支出, initial_budget: 10, adjusted_budget: 12, actual: 11}\nstated:\n  - {id: r, kind: 完成率, text: 预算完成率91.67%, rate: 91.67%, of: [{role: 分子, path: total.实际支出}, {role: 分母, path: total.年初预算}]}\n",
        ("contradiction",),
    ),
    Case(
        "j05 every item says it was not adjusted",
        TOTALS
        + item(initial_budget="10", adjusted_budget="无", actual="10")
        + item(id="b", name="乙专项", initial_budget="5", adjusted_budget="无", actual="5"),
        ("adjusted-budget-shown",),
    ),
    Case(
        "j05 not adjusted, but an addition was approved",
        TOTALS
        + item(
            initial_budget="10.00",
            adjusted_budget="无",
            actual="12.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-02-01", "2.00")),
        ),
        NOTHING,
    ),
    Case(
        "j06 a rate right on the adjusted budget of one item and the initial one of another",
        TOTALS
        + item(initial_budget="10", adjusted_budget="12", actual="11")
        + item(id="b", name="乙专项", initial_budget="20", adjusted_budget="无", actual="20")
        + "stated:\n  - {id: r, kind: 完成率, text: 执行率96.88%, rate: 96.88%, of: [{role: 分子, path: a.实际支出}, {role: 分子, path: b.实际支出}, {role: 分母, path: a.年初预算}, {role: 分母, path: b.年初预算}]}\n",
        ("contradiction",),
    ),
    Case(
        "j06 a rate right on neither, one item not adjusted",
        TOTALS
        + item(initial_budget="10", adjusted_budget="12", actual="11")
        + item(id="b", name="乙专项", initial_budget="20", adjusted_budget="无", actual="20")
        + "stated:\n  - {id: r, kind: 完成率, text: 执行率98.00%, rate: 98.00%, of: [{role: 分子, path: a.实际支出}, {role: 分子, path: b.实际支出}, {role: 分母, path: a.年初预算}, {role: 分母, path: b.年初预算}]}\n",
        found=(("contradiction", "r", None, None),),
    ),
    Case(
        "j06 a rate right on no base",
        "transcribed: whole\nlines:\n  - {id: total, kind: 总支出, name: 总支出, initial_budget: 10, adjusted_budget: 12, actual: 11}\nstated:\n  - {id: r, kind: 完成率, text: 预算完成率93.00%, rate: 93.00%, of: [{role: 分子, path: total.实际支出}, {role: 分母, path: total.年初预算}]}\n",
        found=(("contradiction", "r", None, None),),
    ),
    # ---- j07: over by less than the last digit
    Case(
        "j07 over by the last digit",
        TOTALS + item(initial_budget="10", adjusted_budget="10.00", actual="10.01"),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j07 exactly the budget",
        TOTALS + item(initial_budget="10.00", adjusted_budget="10.00", actual="10.00"),
        NOTHING,
    ),
    Case(
        "j07 over by two digits",
        TOTALS
        + item(
            initial_budget="10.00",
            adjusted_budget="10.00",
            actual="10.02",
            carry_in="无",
            carry_out="无",
            approvals="无",
        ),
        found=((None, "a", "0.02", None),),
    ),
    Case(
        "j07 over by a digit, printed to the fen",
        TOTALS
        + item(
            initial_budget="100000.00元",
            adjusted_budget="100000.00元",
            actual="100100.00元",
            carry_in="无",
            carry_out="无",
            approvals="无",
        ),
        found=((None, "a", "0.01", None),),
    ),
    # ---- j08, j09, j12: what nobody printed, and lists that are not whole
    Case(
        "j08 a parent that is not given",
        "lines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100, actual: 100}\n"
        + item(id="k0", initial_budget="50", actual="50")
        + item(id="k1", parent="待填", name="乙专项", initial_budget="50", actual="50"),
        ("contradiction",),
    ),
    Case(
        "j08 parents given, parts short",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100, actual: 100}\n"
        + item(id="k0", initial_budget="50", actual="50")
        + item(id="k1", name="乙专项", initial_budget="40", actual="50"),
        found=(("contradiction", "p", None, None),),
    ),
    Case(
        "j09 a total nobody printed",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100}\n"
        + item(initial_budget="100", actual="50"),
        unmet=(("parts-sum-to-total", "p"),),
    ),
    Case(
        "j09 a total nobody printed, in an excerpt",
        "lines:\n  - {id: p, kind: 项目支出, name: 项目支出}\n" + item(initial_budget="100", actual="50"),
        unmet=(("parts-sum-to-total", "p"), ("budget-parts-sum-to-total", "p")),
    ),
    Case(
        "j09 a subtotal nobody printed, the total wrong",
        "transcribed: whole\nlines:\n  - {id: t, kind: 总支出, name: 总支出, actual: 100}\n  - {id: b, kind: 基本支出, parent: t, name: 基本支出, actual: 40}\n  - {id: p, kind: 项目支出, parent: t, name: 项目支出}\n"
        + item(actual="50"),
        found=(("parts-sum-to-total", "t", None, None),),
    ),
    Case(
        "j12 an excerpt",
        "lines:\n  - {id: total, kind: 总支出, name: 本年支出, actual: 799.12}\n"
        + item(parent="total", name="会议专项", initial_budget="7.50", actual="25.36"),
        (*ACCUSING,),
        allowed=("a",),
    ),
    Case(
        "j12 a whole report that prints no initial budget",
        "transcribed: whole\nlines:\n" + item(parent="无", actual="50.00", carry_in="0", carry_out="0", approvals="无"),
        NOTHING,
        open_=("a",),
        unmet=(("addition-approved", "a"), ("spending-never-budgeted", "a"), ("overrun-above-threshold", "a")),
    ),
    Case(
        "j12 a whole report that prints it for others",
        "transcribed: whole\nlines:\n"
        + item(parent="无", actual="50.00", carry_in="0", carry_out="0", approvals="无")
        + item(id="b", parent="无", name="乙专项", initial_budget="20.00", actual="20.00"),
        found=(("breach", "a", "50.00", None),),
        header="50.00",
    ),
    Case(
        "j16 an approval whose number is still to be found",
        TOTALS
        + item(**ZERO, carry_in="无", carry_out="无", approvals="[{number: 待填, date: 2021-02-01, amount: 50}]"),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j16 an approval whose date is still to be found",
        TOTALS
        + item(
            **ZERO,
            carry_in="无",
            carry_out="无",
            approvals="[{number: 甲1号, date: 待填, amount: 50}]",
            payments=paid(("2021-03-01", "50.00")),
        ),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j16 an approval that prints no amount",
        TOTALS + item(**ZERO, carry_in="无", carry_out="无", approvals="[{number: 甲1号, date: 2021-02-01}]"),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j16 in an excerpt the parent's approval prints no amount",
        "lines:\n  - {id: p, kind: 项目支出, name: 项目支出, approvals: [{number: 甲1号, date: 2021-02-01}]}\n"
        + item(initial_budget="10.00", actual="15.00", carry_in="无", carry_out="无", approvals="无"),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j16 the total's approval, three levels up",
        "transcribed: whole\nlines:\n  - {id: total, kind: 总支出, name: 总支出, approvals: [{number: 甲1号, date: 2021-02-01, amount: 5.00}]}\n  - {id: p, kind: 项目支出, parent: total, name: 项目支出}\n"
        + item(id="d", name="大专项")
        + item(parent="d", initial_budget="10.00", actual="15.00", carry_in="无", carry_out="无", approvals="无"),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "j16 the parent's approval covers a part",
        TOTALS.replace(
            "name: 项目支出}", "name: 项目支出, approvals: [{number: 甲1号, date: 2021-02-01, amount: 4.00}]}"
        )
        + item(initial_budget="10.00", actual="15.00", carry_in="无", carry_out="无", approvals="无"),
        found=(("addition-approved", "a", "1.00", None),),
    ),
    Case(
        "j06 a rate right with the line's own approvals, its items silent",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 10.00, actual: 12.00, approvals: [{number: 甲1号, date: 2021-02-01, amount: 5.00}]}\n"
        + item(initial_budget="10.00", actual="12.00")
        + "stated:\n  - {id: r, kind: 完成率, text: 预算完成率80%, rate: 80.00%, of: [{role: 分子, path: p.实际支出}, {role: 分母, path: p.年初预算}]}\n",
        ("contradiction",),
    ),
    Case(
        "j16 an approval without a number, and too small",
        TOTALS
        + item(**ZERO, carry_in="无", carry_out="无", approvals="[{number: 待填, date: 2021-02-01, amount: 20.00}]"),
        found=(("query", "a", "30.00", None),),
    ),
    Case(
        "j12 an excerpt whose payments exceed the contract",
        "contracts:\n  - {id: c, subject_matter: 食材, amount: 100.00, supplements: 无}\nlines:\n"
        + item(
            parent="无",
            actual="120.00",
            payments="[{id: p1, contract: c, date: 2021-05-01, amount: 101.00, payee: 甲}]",
        ),
        found=(("payments-within-contract", "c", "1.00", None),),
    ),
    Case(
        "j12 an excerpt whose payments are within the contract",
        "contracts:\n  - {id: c, subject_matter: 食材, amount: 100.00, supplements: 无}\nlines:\n"
        + item(
            parent="无",
            actual="120.00",
            payments="[{id: p1, contract: c, date: 2021-05-01, amount: 100.00, payee: 甲}]",
        ),
        ("payments-within-contract",),
        unmet=(("payments-within-contract", "c"),),
    ),
    # ---- j13, j14, j15: what a text says
    Case(
        "j13 a decline in words",
        "stated:\n  - {id: d, kind: 增长率, text: 公务接待费下降25.0%, rate: 25.0%, of: [{role: term, amount: 3.00}, {role: base, amount: 4.00}]}\n",
        ("contradiction",),
    ),
    Case(
        "j13 a growth that was a decline",
        "stated:\n  - {id: d, kind: 增长率, text: 公务接待费增长25.0%, rate: 25.0%, of: [{role: term, amount: 3.00}, {role: base, amount: 4.00}]}\n",
        found=(("contradiction", "d", None, None),),
    ),
    Case(
        "j14 printed more coarsely",
        "lines:\n"
        + item(parent="无", initial_budget="748.30", actual="748.30")
        + "stated:\n  - {id: s1, kind: 同一数, text: 748万元, amount: 748万元, of: [{role: base, path: a.actual}]}\n  - {id: s2, kind: 同一数, text: 0.07亿元, amount: 0.07亿元, of: [{role: base, path: a.actual}]}\n",
        ("contradiction",),
    ),
    Case(
        "j14 as finely, another figure",
        "lines:\n"
        + item(parent="无", initial_budget="748.30", actual="748.30")
        + "stated:\n  - {id: s1, kind: 同一数, text: 748.31万元, amount: 748.31, of: [{role: base, path: a.actual}]}\n",
        found=(("contradiction", "s1", None, None),),
    ),
    Case(
        "j14 more coarsely, another figure",
        "lines:\n"
        + item(parent="无", initial_budget="748.30", actual="748.30")
        + "stated:\n  - {id: s1, kind: 同一数, text: 0.08亿元, amount: 0.08亿元, of: [{role: base, path: a.actual}]}\n",
        found=(("contradiction", "s1", None, None),),
    ),
    Case(
        "j15 terms in the case's own unit",
        "stated:\n  - {id: s, kind: 合计数, text: 三项合计89.80万元, amount: 89.80, of: [{role: term, amount: 30万元}, {role: term, amount: 30万元}, {role: term, amount: 29.99万元}]}\n",
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "j15 terms that add up",
        "stated:\n  - {id: s, kind: 合计数, text: 三项合计89.80万元, amount: 89.80, of: [{role: term, amount: 30万元}, {role: term, amount: 30万元}, {role: term, amount: 29.80万元}]}\n",
        ("contradiction",),
    ),
    # ---- j16: additions that were approved are not asked again
    Case(
        "j16 approved in the year",
        TOTALS
        + item(
            initial_budget="60",
            added_budget="65",
            adjusted_budget="125",
            actual="121.40",
            deviation_reason="新增展位27个，增加租金61.40万元",
            first_payment_date="2021-06-20",
            approvals="[{number: 财预〔2021〕17号, date: 2021-05-18, amount: 65, kind: 追加}]",
        )
        + item(
            id="b",
            name="乙专项",
            initial_budget="0",
            added_budget="100",
            adjusted_budget="100",
            actual="74.30",
            deviation_reason="年中新增冷链检测点3处",
            first_payment_date="2021-09-10",
            approvals="[{number: 财预〔2021〕36号, date: 2021-08-25, amount: 100, kind: 追加}]",
        ),
        NOTHING,
    ),
    Case(
        "j16 one approval without a number",
        TOTALS
        + item(
            initial_budget="0",
            added_budget="100",
            adjusted_budget="100",
            actual="74.30",
            carry_in="无",
            carry_out="无",
            deviation_reason="年中新增冷链检测点3处",
            first_payment_date="2021-09-10",
            approvals="[{number: 无, date: 2021-08-25, amount: 100, kind: 追加}]",
        ),
        found=((None, "a", "74.30", None),),
        header="74.30",
    ),
    Case(
        "j16 approved, and more spent",
        TOTALS
        + item(
            initial_budget="60",
            added_budget="65",
            adjusted_budget="125",
            actual="131.40",
            carry_in="无",
            carry_out="无",
            first_payment_date="2021-06-20",
            approvals="[{number: 财预〔2021〕17号, date: 2021-05-18, amount: 65, kind: 追加}]",
        ),
        found=(("breach", "a", "6.40", None),),
        header="6.40",
    ),
    Case(
        "j16 approved after the first payment",
        TOTALS
        + item(
            initial_budget="0",
            added_budget="100",
            adjusted_budget="100",
            actual="74.30",
            payments=paid(("2021-07-10", "74.30")),
            approvals="[{number: 财预〔2021〕36号, date: 2021-08-25, amount: 100, kind: 追加}]",
        ),
        ("breach",),
        (("query", "a", "74.30", "medium"),),
        "74.30",
    ),
    Case(
        "j16 an approved cut below what was spent",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="9.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-4.00")),
        ),
        ("breach",),
        (("addition-approved", "a", "3.00", None),),
        "3.00",
    ),
    Case(
        "j16 an approved cut, spent within what is left",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="6.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-4.00")),
        ),
        NOTHING,
    ),
    Case(
        "j16 an approved cut, and beyond the initial budget",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="11.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-4.00")),
        ),
        found=(("breach", "a", "5.00", None),),
        header="5.00",
    ),
    Case(
        "j16 an addition taken back in part",
        TOTALS
        + item(
            initial_budget="10.00",
            actual="13.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "5.00"), ("2021-09-01", "-3.00")),
        ),
        ("breach",),
        (("addition-approved", "a", "1.00", None),),
        "1.00",
    ),
    Case(
        "j16 a cut of which a part has a paper",
        TOTALS
        + item(
            initial_budget="10.00",
            adjusted_budget="6.00",
            actual="6.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-0.01")),
        ),
        found=(("adjustment-approved", "a", "3.99", None),),
        header="3.99",
    ),
    Case(
        "j16 a cut by two papers",
        TOTALS
        + item(
            initial_budget="10.00",
            adjusted_budget="6.00",
            actual="6.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-1.00"), ("2021-05-01", "-3.00")),
        ),
        NOTHING,
    ),
    Case(
        "j16 the total's paper covers a part of what was never budgeted",
        TOTALS.replace(
            "name: 项目支出}", "name: 项目支出, approvals: [{number: 甲1号, date: 2021-02-01, amount: 30.00}]}"
        )
        + item(**ZERO, carry_in="无", carry_out="无", approvals="无"),
        found=(("spending-never-budgeted", "a", "20.00", None), ("breach", "a", "20.00", None)),
        header="20.00",
    ),
    Case(
        "j07 the adjusted budget only on the total, exceeded",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, adjusted_budget: 100.00, actual: 103.00, carry_in: 无, approvals: []}\n"
        + item(actual="103.00", carry_in="无", approvals="[]"),
        found=(("spending-over-adjusted-budget", "p", "3.00", None),),
        header="3.00",
    ),
    Case(
        "j06 an approval that prints no amount may make the rate right",
        TOTALS
        + item(initial_budget="10.00", actual="12.00", approvals="[{number: 甲1号, date: 2021-02-01, kind: 追加}]")
        + "stated:\n  - {id: r, kind: 完成率, text: 预算完成率80%, rate: 80.00%, of: [{role: 分子, path: a.实际支出}, {role: 分母, path: a.年初预算}]}\n",
        ("contradiction",),
        open_=("r",),
    ),
    Case(
        "j06 the total's approval prints no amount",
        TOTALS.replace("name: 项目支出}", "name: 项目支出, approvals: [{number: 甲1号, date: 2021-02-01}]}")
        + item(initial_budget="10.00", actual="12.00")
        + "stated:\n  - {id: r, kind: 完成率, text: 预算完成率80%, rate: 80.00%, of: [{role: 分子, path: p.实际支出}, {role: 分母, path: p.年初预算}]}\n",
        ("contradiction",),
        open_=("r",),
    ),
    Case(
        "j07 a total over by 3 %, its items without any budget",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 103.00, carry_in: 无, approvals: []}\n"
        + item(actual="103.00", approvals="[]"),
        found=(("breach", "p", "3.00", "low"),),
        header="3.00",
    ),
    Case(
        "j07 the same, the papers of an item cover it",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 103.00, carry_in: 无}\n"
        + item(actual="103.00", approvals=approved(("2021-02-01", "3.00"))),
        ACCUSING,
    ),
    Case(
        "j07 the same, the carry-over of an item covers it",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 103.00, approvals: []}\n"
        + item(actual="103.00", carry_in="3.00", approvals="[]"),
        ACCUSING,
    ),
    Case(
        "j07 the same, by the last digit",
        "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 100.01, carry_in: 无, approvals: []}\n"
        + item(actual="100.01", approvals="[]"),
        ACCUSING,
    ),
    Case(
        "j07 the same in an excerpt",
        "lines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 100.00, actual: 103.00, carry_in: 无, approvals: []}\n"
        + item(actual="103.00", approvals="[]"),
        ACCUSING,
        open_=("p",),
    ),
    Case(
        "j07 a component within the total that is over",
        "transcribed: whole\nlines:\n  - {id: b, kind: 基本支出, name: 基本支出, initial_budget: 100.00, adjusted_budget: 100.00, actual: 103.00, carry_in: 无, approvals: []}\n  - {id: g, kind: 支出构成, name: 工资福利, parent: b, initial_budget: 100.00, adjusted_budget: 100.00, actual: 103.00}\n",
        found=(("spending-over-adjusted-budget", "b", "3.00", None),),
        header="3.00",
    ),
    Case(
        "j16 a paper that prints no amount beside an addition that is enough",
        TOTALS
        + item(
            initial_budget="50",
            carry_in="无",
            actual="80.3",
            approvals="[{number: 甲1号, date: 2021-02-01, amount: 30.3, kind: 追加预算}, {number: 甲2号, date: 2021-03-01, kind: 调剂}]",
        ),
        ACCUSING,
        unmet=(("addition-approved", "a"), ("overrun-above-threshold", "a")),
        open_=("a",),
    ),
    Case(
        "j01 an opening balance below zero takes nothing away",
        TOTALS + item(initial_budget="100.3", carry_in="-5", adjusted_budget="100.3", actual="100.3", approvals="[]"),
        ("breach", "query"),
    ),
    # ---- j17: a report that claims to have no problems
    Case(
        "j17 no total line",
        "difficulties: 我校运转正常，暂无问题\nlines:\n"
        + item(parent="无", name="生均公用经费", initial_budget="239.00", actual="87.06"),
        found=(("no-problems-claimed", "某局", None, "low"),),
    ),
    Case(
        "j17 a total without figures",
        "difficulties: 本年度暂无问题。\ntranscribed: whole\nlines:\n  - {id: total, kind: 总支出, name: 总支出}\n"
        + item(parent="total", initial_budget="100.00", actual="30.00"),
        found=(("no-problems-claimed", "某局", None, "low"),),
    ),
    Case(
        "j17 overrun by a tenth",
        "difficulties: 目前未发现重大问题\nlines:\n" + item(parent="无", initial_budget="100.00", actual="110.00"),
        found=(("no-problems-claimed", "某局", None, "low"),),
    ),
    Case(
        "j17 executed as budgeted",
        "difficulties: 运转正常，暂无问题\ntranscribed: whole\nlines:\n"
        + item(parent="无", initial_budget="100.00", actual="98.00"),
        ("no-problems-claimed",),
    ),
    Case(
        "j17 a problem is named",
        "difficulties: 暂无大的问题，但资金执行偏慢\ntranscribed: whole\nlines:\n"
        + item(parent="无", initial_budget="100.00", actual="30.00"),
        ("no-problems-claimed",),
    ),
    Case(
        "j17 nothing to hold it against",
        "difficulties: 暂无问题\ntranscribed: whole\nlines: []\n",
        ("no-problems-claimed",),
        unmet=(("no-problems-claimed", "某局"),),
    ),
    # ---- 三公 money on a budget line is counted there, once
    Case(
        "three public on a line, once",
        LINED + "three_public: [{kind: 公务接待, line: a, budget: 0, actual: 5.00}]\n",
        header="5.00",
    ),
    Case(
        "three public on a line, with the printed total",
        LINED
        + "three_public: [{kind: 公务接待, line: a, budget: 0, actual: 5.00}, {kind: 三公合计, budget: 0, actual: 5.00}]\n",
        header="5.00",
    ),
    Case(
        "three public on a line, another kind on none",
        LINED
        + "three_public: [{kind: 公务接待, line: a, budget: 0, actual: 5.00}, {kind: 公车运行, budget: 1.00, actual: 4.00}]\n",
        header="8.00",
    ),
    Case(
        "three public on a line, another kind saved",
        LINED
        + "three_public: [{kind: 公务接待, line: a, budget: 0, actual: 5.00}, {kind: 公车运行, budget: 6.00, actual: 4.00}]\n",
        header="5.00",
    ),
    Case(
        "three public on a line that was never budgeted",
        TOTALS
        + item(initial_budget="0", actual="10.00", carry_in="无", carry_out="无", approvals="[]")
        + "three_public: [{kind: 公务接待, line: a, budget: 待填, actual: 5.00}, {kind: 三公合计, budget: 0, actual: 5.00}]\n",
        header="10.00",
    ),
    # ---- an emergency that the report names, or that is not ruled out
    Case(
        "emergency named in the reason",
        TOTALS + item(**MISSING, approvals="[]", deviation_reason="突发事件（新冠疫情防控）产生，据实结算"),
        ("breach",),
        (("addition-approved", "a", "50.00", "low"),),
        "50.00",
    ),
    Case(
        "emergency still to be found out",
        TOTALS + item(**MISSING, approvals="[]", is_emergency="待填"),
        ("breach",),
        (("addition-approved", "a", "50.00", None),),
        "50.00",
    ),
    Case(
        "emergency not spoken of in an excerpt",
        "lines:\n" + item(**{**MISSING, "parent": "无"}, approvals="[]"),
        ("breach",),
        (("addition-approved", "a", "50.00", None),),
        "50.00",
    ),
    Case(
        "emergency ruled out though its words are used",
        TOTALS + item(**MISSING, approvals="[]", is_emergency="否", deviation_reason="抢险以外的工程款"),
        found=(("breach", "a", "50.00", None),),
    ),
    Case(
        "emergency beyond the adjusted budget",
        TOTALS
        + item(
            initial_budget="10",
            adjusted_budget="10",
            carry_in="无",
            actual="50.00",
            approvals="[]",
            deviation_reason="抢险救灾",
        ),
        ("breach",),
        (("spending-over-adjusted-budget", "a", "40.00", "low"),),
    ),
    # ---- an approval of another year
    Case(
        "an approval dated last year",
        TOTALS + item(**MISSING, approvals="[{number: 甲1号, date: 2020-11-01, amount: 50}]"),
        NOTHING,
        open_=("a",),
    ),
    Case(
        "an approval dated last year, for this one",
        TOTALS + item(**MISSING, approvals="[{number: 甲1号, date: 2020-11-01, amount: 50, budget_year: 2021}]"),
        NOTHING,
    ),
    Case(
        "an approval of last year's money",
        TOTALS + item(**MISSING, approvals="[{number: 甲1号, date: 2020-11-01, amount: 50, budget_year: 2020}]"),
        found=(("breach", "a", "50.00", None),),
    ),
    Case(
        "an approval dated after the year",
        TOTALS + item(**MISSING, approvals="[{number: 甲1号, date: 2022-03-01, amount: 50}]"),
        ("breach", "addition-approved"),
        (("approval-within-year", "a", "50.00", None),),
        "50.00",
        unmet=(("addition-approved", "a"),),
    ),
    # ---- papers at a total that are not those of its items
    Case(
        "another paper at the total",
        PAPERED % "20.00" + item(**MISSING, approvals="[{number: 甲1号, date: 2021-02-01, amount: 30.00}]"),
        NOTHING,
        open_=("a",),
    ),
    # ---- payments against what there was on their day
    Case(
        "paid more than there was, some of it back",
        TOTALS
        + item(
            initial_budget="100.00",
            carry_in="无",
            carry_out="无",
            actual="100.00",
            approvals="[]",
            payments=paid(("2021-03-01", "130.00"), ("2021-09-01", "-30.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "30.00", None),),
        "30.00",
    ),
    Case(
        "paid more than the accounts say",
        TOTALS
        + item(
            initial_budget="50.00",
            carry_in="无",
            carry_out="无",
            actual="50.00",
            approvals="[]",
            payments=paid(("2021-03-01", "30.00"), ("2021-09-01", "25.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "5.00", None),),
        "5.00",
    ),
    Case(
        "each payment before its approval",
        TOTALS
        + item(
            **MISSING,
            approvals=approved(("2021-04-01", "30.00"), ("2021-09-01", "20.00")),
            payments=paid(("2021-03-01", "30.00"), ("2021-08-01", "20.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "50.00", None),),
        "50.00",
    ),
    Case(
        "two payments of a day, two papers of a day",
        TOTALS
        + item(
            **{**MISSING, "actual": "25.00"},
            approvals=approved(("2021-06-01", "10.00"), ("2021-06-01", "20.00")),
            payments=paid(("2021-03-01", "15.00"), ("2021-03-01", "10.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "25.00", None),),
        "25.00",
    ),
    Case(
        "one late payment of those that are listed",
        TOTALS
        + item(
            **MISSING,
            approvals=approved(("2021-06-01", "50.00")),
            payments="{complete: false, items: [{id: p1, date: 2021-03-01, amount: 30.00, payee: 甲}]}",
        ),
        ("breach",),
        (("approved-before-spending", "a", "30.00", None),),
        "30.00",
    ),
    Case(
        "paid within what there was, papers not spoken of",
        "lines:\n"
        + item(
            parent="无",
            initial_budget="100.00",
            actual="100.00",
            payments=paid(("2021-03-01", "60.00"), ("2021-09-01", "40.00")),
        ),
        ("approved-before-spending",),
        unmet=(("approved-before-spending", "a"),),
    ),
    Case(
        "approvals listed in part",
        TOTALS
        + item(**MISSING, approvals="{complete: false, items: [{number: 甲1号, date: 2021-02-01, amount: 30.00}]}"),
        NOTHING,
        open_=("a",),
        unmet=(("spending-never-budgeted", "a"), ("unbudgeted-share", "某局")),
    ),
    # ---- a price for one, known of several together
    Case("two cars, on average within the limit", CARS % "数量: 2", NOTHING, open_=("公车购置",)),
    Case(
        "two cars, the dearest above the limit",
        CARS % "数量: 2, 最高单价: 20.00",
        ("breach",),
        (("car-purchase-price", "公车购置", "2.00", None),),
    ),
    Case("two cars, the dearest within the limit", CARS % "数量: 2, 最高单价: 17.80", ACCUSING),
    # ---- a transfer paper that does not cover the overrun
    Case(
        "an overrun that is another's saving, half of it transferred",
        TOTALS
        + item(
            initial_budget="100.00",
            carry_in="无",
            actual="120.00",
            approvals="[{number: 甲1号, date: 2021-02-01, amount: 10.00, kind: 调剂}]",
        )
        + item(id="b", name="乙专项", initial_budget="50.00", carry_in="无", actual="30.00", approvals="[]"),
        found=(("offsetting-overrun", "a", "10.00", None),),
    ),
    Case(
        "an overrun that is another's saving, transferred",
        TOTALS
        + item(
            initial_budget="100.00",
            carry_in="无",
            actual="120.00",
            first_payment_date="2021-03-01",
            approvals="[{number: 甲1号, date: 2021-02-01, amount: 20.00, kind: 调剂}]",
        )
        + item(id="b", name="乙专项", initial_budget="50.00", carry_in="无", actual="30.00", approvals="[]"),
        ("breach", "offsetting-overrun", "addition-approved"),
    ),
    # ---- parts of a total, in an excerpt and split twice
    Case(
        "parts above their printed total, in an excerpt",
        PARTS
        + item(initial_budget="60.00", actual="60.00")
        + item(id="b", name="乙专项", initial_budget="60.00", actual="60.00"),
        ("contradiction",),
        open_=("p",),
    ),
    Case(
        "parts below their printed total, in an excerpt",
        PARTS
        + item(initial_budget="60.00", actual="60.00")
        + item(id="b", name="乙专项", initial_budget="30.00", actual="30.00"),
        ("contradiction",),
        open_=("p",),
    ),
    Case("a total by item and by component", SPLIT, ("contradiction",)),
    Case(
        "a total by item and by component, an item short",
        SPLIT.replace("60.00, name: 项", "50.00, name: 项"),
        found=(("parts-sum-to-total", "t", None, None),),
    ),
    Case(
        "a total nobody printed, by item and by component",
        SPLIT.replace("actual: 100.00", "actual: 无").replace(", actual: 无", ""),
        unmet=(("parts-sum-to-total", "t"),),
    ),
    # ---- a small supplier whose contract's line lists no payment
    Case("a small supplier never paid", SUPPLIED % "[]", found=(("small-supplier-paid-in-time", "c", "100.00", None),)),
    Case(
        "a small supplier paid late in part",
        SUPPLIED % "[{id: p1, date: 2021-09-01, amount: 20.00, payee: 甲, contract: c}]",
        found=(("small-supplier-paid-in-time", "c", "100.00", None),),
    ),
    Case(
        "a small supplier, payments that name no contract",
        SUPPLIED % "[{id: p1, date: 2021-05-09, amount: 20.00, payee: 甲}]",
        ("small-supplier-paid-in-time",),
        unmet=(("small-supplier-paid-in-time", "c"),),
    ),
    Case(
        "no problems by the conclusion",
        "conclusion: 总体较好，未发现存在问题\n" + TOTALS + item(initial_budget="100.00", actual="30.00"),
        found=(("no-problems-claimed", "某局", None, "low"),),
    ),
    Case(
        "no problems by the conclusion, one named elsewhere",
        "conclusion: 未发现问题\ndifficulties: 执行偏慢\n" + TOTALS + item(initial_budget="100.00", actual="30.00"),
        ("no-problems-claimed",),
    ),
    # ---- a ratio on the initial budget and the approvals that an excerpt lists
    Case("a rate right with the approvals of an excerpt", RATED % ("", "100.00%", "100.00%"), ("contradiction",)),
    Case(
        "a rate right with its approvals, another field still to fill in",
        "report_title: 待填\ntranscribed: whole\n" + RATED % ("", "100.00%", "100.00%"),
        ("contradiction",),
    ),
    Case(
        "a rate that approvals not listed may make right",
        RATED % ("", "90.00%", "90.00%"),
        ("contradiction",),
        open_=("r",),
    ),
    Case(
        "a rate that no approval of a whole list makes right",
        "transcribed: whole\n" + RATED % ("", "90.00%", "90.00%"),
        found=(("contradiction", "r", None, None),),
    ),
    Case(
        "a rate said to be on the initial budget, in an excerpt",
        RATED % ("为年初预算的", "100.00%", "100.00%"),
        found=(("contradiction", "r", None, None),),
    ),
    Case(
        "a growth right with the approvals of an excerpt",
        RATED.replace("完成率, text", "增长率, text")
        .replace("role: 分子", "role: 加数")
        .replace("role: 分母", "role: 基数")
        % ("", "0.00%", "0.00%"),
        ("contradiction",),
    ),
    # ---- disasters and epidemics by their ordinary names; offices and ordinary work named after emergencies
    *(
        Case(
            f"an emergency named {reason}",
            TOTALS + item(**MISSING, approvals="[]", deviation_reason=reason),
            ("breach",),
            (("addition-approved", "a", "50.00", "low"),),
            "50.00",
        )
        for reason in (
            "强降雨引发泥石流，抢通道路",
            "台风登陆，水毁道路修复",
            "高致病性禽流感扑杀补偿",
            "山火扑救租用直升机",
            "低温雨雪冰冻，除冰保畅",
            "新冠病毒核酸筛查",
            "应急管理局启动地震应急响应",
            "启动防汛抗旱应急预案，堰塞湖排险",
        )
    ),
    *(
        Case(
            f"no emergency: {reason}",
            TOTALS + item(**MISSING, approvals="[]", deviation_reason=reason),
            found=(("breach", "a", "50.00", "medium"),),
        )
        for reason in (
            "区应急局办公楼租金",
            "突发事件应急预案修编",
            "应急演练服务费增加",
            "动物防疫站改造",
            "应急值守人员劳务费",
            "地震局搬迁",
            "教学楼抗震加固",
            "消防救援大队食堂改造",
            "办案成绩滑坡后的培训",
        )
    ),
    # ---- a contract that may be that of the emergency line
    Case("a contract whose line is still to fill in", BOUGHT % ("line: 待填, ", "是"), NOTHING, open_=("c",)),
    Case("a contract of no line, the report being silent", BOUGHT % ("", "是"), NOTHING, open_=("c",)),
    Case(
        "a contract whose line is still to fill in, no emergency among the lines: a query until it is",
        BOUGHT % ("line: 待填, ", "否"),
        found=(("open-tender-threshold", "c", "250.00", "medium"),),
    ),
    Case(
        "a contract of another line than the emergency",
        BOUGHT % ("line: b, ", "是"),
        found=(("open-tender-threshold", "c", "250.00", "high"),),
    ),
    Case(
        "a contract that is said to be of no line",
        BOUGHT % ("line: 无, ", "是"),
        found=(("open-tender-threshold", "c", "250.00", "high"),),
    ),
    Case("a contract of the emergency line", BOUGHT % ("line: a, ", "是"), NOTHING),
    Case(
        "purchases below the limit by themselves, the line of one still to fill in",
        "transcribed: whole\nlines:\n"
        + item(parent="无", initial_budget="300.00", actual="240.00")
        + "contracts:\n"
        + "".join(
            f"  - {{id: c{n}, line: {line}, subject_matter: 设备, catalogue_item: 空调, amount: 120.00, category: 货物, method: 询价, method_approval: 无, sign_date: 2021-05-0{n}}}\n"
            for n, line in ((1, "a"), (2, "待填"))
        ),
        ("contract-splitting",),
    ),
    # ---- a contract of an earlier year
    Case(
        "paid within a contract of an earlier year",
        years("2019-05-01", "无", "95.00", "2021-06-01"),
        NOTHING,
        unmet=(("payments-within-contract", "c"),),
    ),
    Case(
        "paid within a contract of an unknown day",
        years("待填", "无", "95.00", "2021-06-01"),
        NOTHING,
        unmet=(("payments-within-contract", "c"),),
    ),
    Case(
        "paid beyond a contract of an earlier year in this one",
        years("2019-05-01", "无", "105.00", "2021-06-01"),
        found=(("payments-within-contract", "c", "5.00", None),),
    ),
    Case(
        "paid beyond a contract of this year",
        years("2021-01-01", "无", "105.00", "2021-06-01"),
        found=(("payments-within-contract", "c", "5.00", None),),
    ),
    Case(
        "a small supplier's contract of an earlier year, paid in part",
        years("2020-05-01", "2021-01-10", "40.00", "2021-01-20"),
        NOTHING,
        open_=("c",),
        unmet=(("small-supplier-paid-in-time", "c"),),
    ),
    Case(
        "a small supplier's delivery in an earlier year, paid in part",
        years("待填", "2020-12-20", "40.00", "2021-01-10"),
        NOTHING,
        unmet=(("small-supplier-paid-in-time", "c"),),
    ),
    Case(
        "a small supplier's contract of an earlier year, paid late in part",
        years("2020-05-01", "2021-01-10", "40.00", "2021-06-20"),
        found=(("small-supplier-paid-in-time", "c", "40.00", None),),
    ),
    Case(
        "a small supplier's contract of this year, paid in part",
        years("2021-01-02", "2021-01-10", "40.00", "2021-01-20"),
        found=(("small-supplier-paid-in-time", "c", "60.00", None),),
    ),
    # ---- 三公 money that an approval of its line covers
    Case("three public covered by the line's approval", HOSTED % ("2021-06-01", "2021-02-01", "3.00"), NOTHING),
    Case(
        "three public not quite covered",
        HOSTED % ("2021-06-01", "2021-02-01", "2.90"),
        found=(("three-public-line-within-budget", "公务接待", "3.00", None),),
    ),
    Case(
        "three public approved after the first payment",
        HOSTED % ("2021-01-10", "2021-02-01", "3.00"),
        ("three-public-line-within-budget",),
        open_=("公务接待",),
        unmet=(("three-public-line-within-budget", "公务接待"),),
    ),
    Case(
        "three public whose approval has no number yet",
        (HOSTED % ("2021-06-01", "2021-02-01", "3.00")).replace("number: 甲1号, ", ""),
        NOTHING,
        unmet=(("three-public-line-within-budget", "公务接待"),),
    ),
    Case(
        "three public covered, with the total printed",
        (HOSTED % ("2021-06-01", "2021-02-01", "3.00")).replace(
            "三公经费: [", "三公经费: [{kind: 三公合计, budget: 2.00, actual: 5.00}, "
        ),
        NOTHING,
    ),
    Case(
        "three public, another kind over that no approval covers",
        (HOSTED % ("2021-06-01", "2021-02-01", "3.00")).replace(
            "三公经费: [", "三公经费: [{kind: 公车运行, budget: 2.00, actual: 2.50}, "
        ),
        found=(("three-public-line-within-budget", "公车运行", "0.50", None),),
        header="0.50",
    ),
    Case(
        "a car never budgeted, approved on its line",
        TOTALS
        + item(
            initial_budget="0",
            actual="17.50",
            carry_in="无",
            carry_out="无",
            first_payment_date="2021-06-01",
            approvals=approved(("2021-02-01", "17.50")),
        )
        + "three_public: [{kind: 公车购置, line: a, budget: 0, actual: 17.50, quantity: 1}]\n",
        NOTHING,
    ),
    Case(
        "a car never budgeted, of no line",
        TOTALS
        + item(
            initial_budget="0",
            actual="17.50",
            carry_in="无",
            carry_out="无",
            first_payment_date="2021-06-01",
            approvals=approved(("2021-02-01", "17.50")),
        )
        + "three_public: [{kind: 公车购置, line: 无, budget: 0, actual: 17.50, quantity: 1}]\n",
        found=(("three-public-never-budgeted", "公车购置", "17.50", None),),
    ),
    # ---- the price of a car without its tax
    Case(
        "a car by its net price",
        "three_public: [{kind: 公车购置, budget: 20.00, actual: 19.50, quantity: 1, price_before_tax: 18.10}]\n",
        found=(("car-purchase-price", "公车购置", "0.10", None),),
    ),
    Case(
        "a car by its net price, exactly the limit",
        "three_public: [{kind: 公车购置, budget: 20.00, actual: 19.50, quantity: 1, price_before_tax: 180000.00元}]\n",
        ("car-purchase-price",),
    ),
    Case(
        "a car whose net price is not known",
        "three_public: [{kind: 公车购置, budget: 20.00, actual: 19.70, quantity: 1}]\n",
        found=(("car-purchase-price", "公车购置", "1.70", None),),
    ),
    # ---- reasons that say nothing, in words that sound like one
    *(
        Case(f"no reason: {reason}", EXPLAINED % reason, found=(("deviation-explained", "a", None, "low"),))
        for reason in (
            "按照实际工作需要据实结算",
            "根据实际情况调整",
            "业务工作需要",
            "严格按照上级文件规定执行",
            "预算执行存在偏差",
            "实际工作开展情况",
            "根据工作实际，与年初预算存在差异",
            "受各方面因素影响",
            "按上级文件精神执行",
            "本单位业务开展需要",
            "财政原因",
            "因上级政策原因未执行",
            "单位自身原因",
            "内部原因、外部原因",
        )
    ),
    *(
        Case(f"a reason elsewhere: {reason}", EXPLAINED % reason, open_=("a",))
        for reason in ("见自评报告第三部分", "参见绩效自评表第二节")
    ),
    *(
        Case(f"a reason: {reason}", EXPLAINED % reason, ("deviation-explained",))
        for reason in (
            "按进度支付",
            "政策变化",
            "疫情影响",
            "天气原因",
            "财政原因：库款不足缓拨",
            "年中有追加",
            "工作任务增加",
            "项目未完工，跨年实施",
            "人员调整",
            "上级资金年底才到位",
            "疫情影响，培训未开展",
            "政策变化",
            "第三方审计未完成",
            "机构合并",
            "预算调整",
            "业务量下降",
        )
    ),
    # ---- differences whose figures are nobody's, and differences in percentage points
    Case(
        "overspent, by bare figures in either order",
        MOVED % ("差额", "超支5.00万元", "amount: 5.00", "加数, amount: 95.00", "加数, sign: 负, amount: 100.00"),
        ("contradiction",),
    ),
    Case(
        "above the budget, by bare figures",
        MOVED
        % ("差额", "比年初预算多5.00万元", "amount: 5.00", "加数, amount: 95.00", "加数, sign: 负, amount: 100.00"),
        ("contradiction",),
    ),
    Case(
        "overspent, by bare figures of another size",
        MOVED % ("差额", "超支5.00万元", "amount: 5.00", "加数, amount: 95.00", "加数, sign: 负, amount: 101.00"),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "more than last year, by figures that say less",
        MOVED % ("差额", "比上年增加5.00万元", "amount: 5.00", "加数, amount: 95.00", "加数, sign: 负, amount: 100.00"),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "a share up by points",
        MOVED % ("差额", "占比提高5个百分点", "rate: 5%", "加数, rate: 35%", "加数, sign: 负, rate: 30%"),
        ("contradiction",),
    ),
    Case(
        "a share down by points",
        MOVED % ("差额", "执行率下降2.50个百分点", "rate: 2.50%", "加数, rate: 90.00%", "加数, sign: 负, rate: 92.50%"),
        ("contradiction",),
    ),
    Case(
        "a share up by points, by figures that say down",
        MOVED % ("差额", "占比提高5个百分点", "rate: 5%", "加数, rate: 30%", "加数, sign: 负, rate: 35%"),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "a share up by other points",
        MOVED % ("差额", "占比提高5个百分点", "rate: 5%", "加数, rate: 37%", "加数, sign: 负, rate: 30%"),
        found=(("contradiction", "s", None, None),),
    ),
    Case(
        "points written as a rate of growth",
        MOVED % ("增长率", "占比提高5个百分点", "rate: 5%", "加数, rate: 35%", "基数, rate: 30%"),
        ("contradiction",),
        open_=("s",),
    ),
    Case(
        "a rate of growth beside points",
        MOVED % ("增长率", "支出增长5%，占比提高3个百分点", "rate: 5%", "加数, amount: 120.00", "基数, amount: 100.00"),
        found=(("contradiction", "s", None, None),),
    ),
    # ---- an item without a budget of its own, below a line that has one
    Case(
        "below a budget, what the line above has left covers it",
        SHARED % ("100.00", "100.00") + ITEM_A + item(id="b", name="乙专项", actual="70.00", **PLAIN),
        NOTHING,
    ),
    Case(
        "below a budget, the line above exceeded",
        SHARED % ("80.00", "100.00") + ITEM_A + item(id="b", name="乙专项", actual="70.00", **PLAIN),
        ("spending-never-budgeted",),
        (("breach", "p", "20.00", None),),
        "20.00",
    ),
    Case(
        "below a budget, two items share what is left and exceed it",
        SHARED % ("80.00", "110.00")
        + ITEM_A
        + item(id="b", name="乙专项", actual="40.00", **PLAIN)
        + item(id="c", name="丙专项", actual="40.00", **PLAIN),
        found=(("breach", "p", "30.00", None),),
        header="30.00",
    ),
    Case(
        "below a budget that is all given to another item",
        SHARED % ("100.00", "170.00")
        + item(initial_budget="100.00", actual="100.00", **PLAIN)
        + item(id="b", name="乙专项", actual="70.00", **PLAIN),
        found=(("breach", "b", "70.00", None),),
        header="70.00",
    ),
    Case(
        "below a budget that is all given to an item which saved",
        SHARED % ("100.00", "100.00")
        + item(initial_budget="100.00", actual="30.00", **PLAIN)
        + item(id="b", name="乙专项", actual="70.00", **PLAIN),
        found=(("breach", "b", "70.00", None),),
        header="70.00",
    ),
    Case(
        "below a budget, zero printed",
        SHARED % ("100.00", "100.00")
        + ITEM_A
        + item(id="b", name="乙专项", initial_budget="0", actual="70.00", **PLAIN),
        found=(("breach", "b", "70.00", None),),
        header="70.00",
    ),
    Case(
        "sub-items of a budgeted item",
        TOTALS
        + item(initial_budget="100.00", actual="100.00", **PLAIN)
        + item(id="a1", parent="a", name="子一", actual="60.00", **PLAIN)
        + item(id="a2", parent="a", name="子二", actual="40.00", **PLAIN),
        NOTHING,
    ),
    Case(
        "sub-items of a budgeted item that is exceeded",
        TOTALS
        + item(initial_budget="100.00", actual="110.00", **PLAIN)
        + item(id="a1", parent="a", name="子一", actual="60.00", **PLAIN)
        + item(id="a2", parent="a", name="子二", actual="50.00", **PLAIN),
        found=(("breach", "a", "10.00", None),),
        header="10.00",
    ),
    Case(
        "one sub-item of a budgeted item printed",
        TOTALS
        + item(initial_budget="100.00", actual="100.00", **PLAIN)
        + item(id="a1", parent="a", name="子一", initial_budget="30.00", actual="30.00", **PLAIN)
        + item(id="a2", parent="a", name="子二", actual="70.00", **PLAIN),
        NOTHING,
    ),
    Case(
        "a project whose budget follows from the total",
        GRAND % ("initial_budget: 100.00, ", "90.00") + ITEM_A + item(id="c", name="丙专项", actual="60.00", **PLAIN),
        NOTHING,
    ),
    Case(
        "a project of which nothing follows from the total",
        GRAND % ("", "90.00") + ITEM_A + item(id="c", name="丙专项", actual="60.00", **PLAIN),
        found=(("breach", "c", "60.00", None),),
    ),
    Case(
        "below a budget in an excerpt",
        SHARED.replace("transcribed: whole\n", "") % ("100.00", "100.00")
        + ITEM_A
        + item(id="b", name="乙专项", actual="70.00", **PLAIN),
        NOTHING,
        open_=("b",),
    ),
    # ---- a transfer stated to have no number
    Case(
        "a transfer without a number",
        TOTALS
        + item(
            initial_budget="100.00",
            actual="120.00",
            carry_in="无",
            carry_out="无",
            approvals="[{number: 无, date: 2021-02-01, amount: 20.00, kind: 调剂}]",
        ),
        ("breach",),
        (("addition-approved", "a", "20.00", "medium"),),
        "20.00",
    ),
    Case(
        "a transfer without a number, and more spent",
        TOTALS
        + item(
            initial_budget="100.00",
            actual="150.00",
            carry_in="无",
            carry_out="无",
            approvals="[{number: 无, date: 2021-02-01, amount: 20.00, kind: 调剂}]",
        ),
        found=(("breach", "a", "30.00", None),),
    ),
    Case(
        "an addition without a number",
        TOTALS
        + item(
            initial_budget="100.00",
            actual="120.00",
            carry_in="无",
            carry_out="无",
            approvals="[{number: 无, date: 2021-02-01, amount: 20.00, kind: 追加}]",
        ),
        found=(("breach", "a", "20.00", None),),
        header="20.00",
    ),
    # ---- the adjusted budget against the approvals
    Case(
        "approvals beyond the adjusted budget",
        TOTALS
        + item(
            initial_budget="50.00",
            adjusted_budget="60.00",
            added_budget="20.00",
            actual="70.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-02-01", "20.00")),
            first_payment_date="2021-03-01",
        ),
        ("breach",),
        (("spending-over-adjusted-budget", "a", "10.00", None), ("adjusted-budget-adds-up", "a", None, "low")),
        "10.00",
    ),
    Case(
        "approvals that make the adjusted budget",
        TOTALS
        + item(
            initial_budget="50.00",
            adjusted_budget="60.00",
            added_budget="10.00",
            actual="70.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-02-01", "10.00")),
            first_payment_date="2021-03-01",
        ),
        ("adjusted-budget-adds-up",),
        (("breach", "a", "10.00", None),),
        "10.00",
    ),
    Case(
        "an item whose three figures do not add up",
        TOTALS
        + item(
            initial_budget="50.00",
            adjusted_budget="60.00",
            added_budget="20.00",
            actual="55.00",
            carry_in="无",
            carry_out="无",
        ),
        ("breach",),
        (("adjusted-budget-adds-up", "a", None, "low"),),
    ),
    Case(
        "an item whose three figures add up with its transfers",
        TOTALS
        + item(
            initial_budget="50.00",
            adjusted_budget="60.00",
            added_budget="20.00",
            actual="55.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-02-01", "20.00"), ("2021-03-01", "-10.00")),
            first_payment_date="2021-04-01",
        ),
        ("adjusted-budget-adds-up", "breach"),
    ),
    # ---- cuts, payments and additions in time
    Case(
        "paid after a cut, added later",
        TOTALS
        + item(
            initial_budget="50.00",
            actual="50.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-20.00"), ("2021-09-01", "20.00")),
            payments=paid(("2021-06-01", "50.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "20.00", "medium"),),
        "20.00",
    ),
    Case(
        "paid after a cut, added later in part",
        TOTALS
        + item(
            initial_budget="50.00",
            actual="40.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-20.00"), ("2021-09-01", "10.00")),
            payments=paid(("2021-06-01", "40.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "10.00", "medium"),),
        "10.00",
    ),
    Case(
        "paid before a cut, added later",
        TOTALS
        + item(
            initial_budget="50.00",
            actual="50.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-20.00"), ("2021-09-01", "20.00")),
            payments=paid(("2021-02-01", "50.00")),
        ),
        NOTHING,
    ),
    Case(
        "paid within what a cut left",
        TOTALS
        + item(
            initial_budget="50.00",
            actual="50.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-03-01", "-20.00"), ("2021-09-01", "20.00")),
            payments=paid(("2021-06-01", "30.00"), ("2021-10-01", "20.00")),
        ),
        NOTHING,
    ),
    Case(
        "overpaid, refunded, approved",
        TOTALS
        + item(
            initial_budget="20.00",
            actual="50.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-06-01", "30.00")),
            payments=paid(("2021-02-01", "30.00"), ("2021-02-10", "-10.00"), ("2021-07-01", "30.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "10.00", "medium"),),
        "10.00",
    ),
    Case(
        "overpaid, refunded in part, approved",
        TOTALS
        + item(
            initial_budget="20.00",
            actual="50.00",
            carry_in="无",
            carry_out="无",
            approvals=approved(("2021-06-01", "30.00")),
            payments=paid(("2021-02-01", "50.00"), ("2021-03-01", "-20.00"), ("2021-07-01", "20.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "30.00", "medium"),),
        "30.00",
    ),
    Case(
        "refunded and paid again, always within",
        TOTALS
        + item(
            initial_budget="50.00",
            actual="50.00",
            carry_in="无",
            carry_out="无",
            approvals="[]",
            payments=paid(("2021-02-01", "50.00"), ("2021-03-01", "-20.00"), ("2021-07-01", "20.00")),
        ),
        NOTHING,
    ),
    # ---- a first payment that the listed payments do not hold
    Case(
        "first paid before the payments that are listed and the approval",
        TOTALS
        + item(
            **MISSING,
            first_payment_date="2021-01-10",
            approvals=approved(("2021-02-01", "50.00")),
            payments=paid(("2021-03-01", "50.00")),
        ),
        NOTHING,
        open_=("a",),
        unmet=(("approved-before-spending", "a"),),
    ),
    Case(
        "first paid on the day of the first payment that is listed",
        TOTALS
        + item(
            **MISSING,
            first_payment_date="2021-03-01",
            approvals=approved(("2021-02-01", "50.00")),
            payments=paid(("2021-03-01", "50.00")),
        ),
        NOTHING,
    ),
    Case(
        "first paid earlier than listed, the listed ones late all the same",
        TOTALS
        + item(
            **MISSING,
            first_payment_date="2021-01-10",
            approvals=approved(("2021-06-01", "50.00")),
            payments=paid(("2021-03-01", "50.00")),
        ),
        ("breach",),
        (("approved-before-spending", "a", "50.00", None),),
        "50.00",
    ),
    # ---- beyond the adjusted budget, which may hold the carry-over
    Case(
        "beyond the adjusted budget and the carry-over",
        TOTALS
        + item(
            initial_budget="60.00",
            adjusted_budget="60.00",
            carry_in="10.00",
            carry_out="无",
            actual="75.00",
            approvals="无",
        ),
        found=(("spending-over-adjusted-budget", "a", None, None), ("breach", "a", "5.00", None)),
        header="5.00",
    ),
    Case(
        "beyond the adjusted budget that holds the carry-over",
        TOTALS
        + item(
            initial_budget="60.00",
            adjusted_budget="60.00",
            adjusted_holds_carry_in="是",
            carry_in="10.00",
            carry_out="无",
            actual="75.00",
            approvals="无",
        ),
        found=(("breach", "a", None, None),),
        header="15.00",
    ),
    Case(
        "beyond the adjusted budget, within the carry-over",
        TOTALS
        + item(
            initial_budget="60.00",
            adjusted_budget="60.00",
            carry_in="10.00",
            carry_out="无",
            actual="70.00",
            approvals="无",
        ),
        NOTHING,
        open_=("a",),
    ),
]


def judged(text: str, book=BOOK, head: str = HEAD) -> Report:
    return check([read_case(parse_text("case.yaml", whole(text, head)), book.vocabulary)], book)


def fails(report: Report, word: str | None) -> list[Check]:
    """Return what is not met, of a nature or a rule; of any accusing nature without a word. Roll-ups are no accusation."""
    wanted = ACCUSING if word is None else (word,)
    failed = [c for c in report.checks if c.outcome == "fail" and "roll_up" not in c.marks]
    return [c for c in failed if c.nature in wanted or c.rule.id in wanted]


def shown(found: Iterable[Check]) -> list[str]:
    return [f"{c.rule.id} {c.subject.id} {c.nature} {c.severity} {c.amount}" for c in found]


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_what_an_auditor_concludes(case):
    report = judged(case.text)
    assert not [c for c in report.checks if c.outcome == "error"]
    for word in case.none:
        told = [c for c in fails(report, word) if c.subject.id not in case.allowed]
        assert not told, shown(told)
    for word, subject, amount, severity in case.found:
        told = [c for c in fails(report, word) if c.subject.id == subject]
        assert told, f"nothing found of {subject}: {shown(fails(report, None))}"
        if amount is not None:
            fen = int(Decimal(amount) * WAN)
            assert fen in {c.amount for c in told}, shown(told)
            assert max(c.amount or 0 for c in told) == fen, shown(told)
        if severity is not None:
            assert {c.severity for c in told} == {severity}, shown(told)
    if case.header is not None:
        assert report.amount(("query", "breach")) == int(Decimal(case.header) * WAN)
    for subject in case.open_:
        assert [c for c in report.checks if c.outcome == "undetermined" and c.subject.id == subject]
    for rule, subject in case.unmet:
        assert {c.outcome for c in report.checks if c.rule.id == rule and c.subject.id == subject} <= {
            "not_applicable",
            "undetermined",
            "fail",
        }


def test_a_cut_whose_paper_has_no_number_yet_leaves_open_whether_more_was_spent():
    papers = "[{number: 待填, date: 2021-03-01, amount: -4.00}]"
    report = judged(
        TOTALS + item(initial_budget="10.00", carry_in="无", carry_out="无", actual="9.00", approvals=papers)
    )
    assert not fails(report, "addition-approved")
    assert [
        c
        for c in report.checks
        if c.rule.id == "addition-approved" and c.outcome == "undetermined" and c.subject.id == "a"
    ]


def test_a_payment_after_a_cut_whose_paper_has_no_number_yet_is_open():
    papers = "[{number: 待填, date: 2021-03-01, amount: -20.00}, {number: 甲1号, date: 2021-09-01, amount: 20.00}]"
    told = {**PLAIN, "approvals": papers, "payments": paid(("2021-06-01", "50.00"))}
    report = judged(TOTALS + item(initial_budget="50.00", actual="50.00", **told))
    assert {c.outcome for c in report.checks if c.rule.id == "approved-before-spending" and c.subject.id == "a"} == {
        "undetermined"
    }


SAME = [
    (
        "one paper under two ids",
        "",
        "[{id: x, number: 甲1号, date: 2021-02-01, amount: 30.00}, {id: y, number: 甲１号, date: 2021-02-01, amount: 30.00}]",
        "line 12 again|there already",
    ),
    (
        "one paper in other brackets",
        "",
        "[{number: 甲(2021)1号, date: 2021-02-01, amount: 30.00}, {number: 甲（2021）1号, date: 2021-02-01, amount: 30.00}]",
        "line 12 again|there already",
    ),
    (
        "one paper at the total as well",
        "30.00",
        "[{number: 乙１号, date: 2021-02-01, amount: 30.00}]",
        "listed at a part",
    ),
    (
        "one paper of which the total has more",
        "40.00",
        "[{number: 乙1号, date: 2021-02-01, amount: 30.00}]",
        "listed at a part",
    ),
    (
        "one paper, two amounts",
        "",
        "[{id: x, number: 甲1号, date: 2021-02-01, amount: 30.00}, {id: y, number: 甲1号, date: 2021-02-01, amount: 20.00}]",
        "",
    ),
    ("one paper of which the total has less", "20.00", "[{number: 乙1号, date: 2021-02-01, amount: 30.00}]", ""),
    ("one paper for two items", "", "[{number: 甲1号, date: 2021-02-01, amount: 50.00}]", ""),
]


@pytest.mark.parametrize(("above", "papers", "told"), [each[1:] for each in SAME], ids=[each[0] for each in SAME])
def test_no_approval_is_counted_twice(above, papers, told):
    text = (PAPERED % above if above else TOTALS) + item(**MISSING, approvals=papers)
    text += item(id="b", name="乙专项", **MISSING, approvals="[{number: 甲1号, date: 2021-02-01, amount: 50.00}]")
    if not told:
        judged(text)
        return
    with pytest.raises(InputError, match=told):
        judged(text)


LOOSENED = """编号: loosened
标题: 上限放宽
依据: {文件: 《测试》, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 合同
要求: 合同金额 不超过 试验上限
日期依据: 签订日期
说明: "合同金额 {合同金额}"
整改: 无
参数:
  - 编号: loosened_1
    名称: 试验上限
    类型: 金额
    取值:
      - {值: 10万元, 自: 2010-01-01, 至: 2018-12-31, 依据: {文件: 《测试》}}
      - {值: 50万元, 自: 2019-01-01, 依据: {文件: 《测试》}}
"""


@pytest.mark.parametrize(
    ("contract", "right"),
    [
        ("合同金额: 20万元", "undetermined"),
        ("合同金额: 20万元, 签订日期: 2018-05-01", "fail"),
        ("合同金额: 20万元, 签订日期: 2019-05-01", "pass"),
        ("合同金额: 5万元", "pass"),
        ("合同金额: 60万元", "fail"),
    ],
)
def test_j10_a_date_that_chooses_the_value(contract, right):
    book = assemble(
        [read_pack(builtin("rules")), Pack(".", (Part("loosened.yaml", "loosened.yaml", LOOSENED.encode()),))]
    )
    report = judged(f"合同:\n  - {{合同编号: h1, 合同标的: 某, {contract}}}\n", book)
    assert {c.outcome for c in report.checks if c.rule.id == "loosened" and c.subject.id == "h1"} == {right}


def test_j11_none_and_zero_are_one_thing():
    def told(budget: str) -> list[str]:
        text = (
            TOTALS
            + item(initial_budget="100", actual="100")
            + item(id="b", name="乙专项", initial_budget=budget, actual="61.40")
        )
        report = judged(text)
        bridges = [(b.total, [(s.label.zh, s.amount) for s in b.steps]) for b in report.bridges()]
        return [*sorted(f"{c.rule.id} {c.subject.id} {c.outcome} {c.amount}" for c in report.checks), str(bridges)]

    assert told("无") == told("0")


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html", "jsonl", "sarif"])
def test_j18_a_heading_that_is_not_known(form):
    head = HEAD.replace("unit_kind: 机关", "unit_kind: 无").replace("2021", "2018")
    report = judged("three_public: [{kind: 公务接待, budget: 2.00, actual: 2.05}]\n", head=head)
    assert render(form, report, Options("zh"))
    assert fails(report, "query")


def test_a_finding_names_whom_it_speaks_of_though_the_case_states_no_name():
    report = judged(
        "contracts:\n  - {id: c1, amount: 100.00, budget: 95.00, sign_date: 2021-02-01, method: 公开招标}\n"
    )
    (found,) = fails(report, "contract-within-procurement-budget")
    assert message(found, "zh").startswith("c1合同金额 100.00万元") and message(found, "en").startswith("c1")


def test_a_pass_names_what_it_rests_on():
    report = judged(TOTALS + item(initial_budget="100.00", actual="98.00"))
    document = json.loads(render("json", report, Options("zh", True)))
    (entry,) = [c for c in document["checks"] if c["rule"] == "overrun-above-threshold" and c["subject"]["id"] == "a"]
    assert entry["outcome"] == "pass" and entry["rests_on"] == ["lines[a].actual", "lines[a].initial_budget"]
    assert all(not c["rests_on"] for c in document["checks"] if c["outcome"] != "pass")


def test_a_truncated_decline_is_told_to_be_one():
    figures = ("增长率", "下降16.66%", "rate: 16.66%", "加数, amount: 2500000.00元", "基数, amount: 3000000.00元")
    (found,) = fails(judged(MOVED % figures), "stated-growth")
    assert "截去尾数" in message(found, "zh")


def test_nothing_is_remembered_once_a_case_is_judged(monkeypatch):
    """Facts may change before they are judged again (watch): what definitions came to goes, also where judging breaks off."""
    case = read_case(parse_text("case.yaml", HEAD + LINED), BOOK.vocabulary)
    plan = BOOK.plan(case)

    def kept() -> int:
        (memory,) = plan.memory
        return 0 if memory.asleep and not any(memory._tables.values()) else 1

    assert evaluate(plan, case) and not kept()
    line = case.facts["budget_line"][-1]
    before = line.values["actual"]
    monkeypatch.setattr(Judge, "weighed", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        evaluate(plan, case)
    assert not kept() and all(judge.tracer.shared is None for judge in plan.compiled.values())
    monkeypatch.undo()
    line.values["actual"] = before + 5 * WAN
    line.cells["actual"] = line.cells["actual"]._replace(value=before + 5 * WAN)
    found = {c.rule.id: c.own for c in evaluate(plan, case) if c.subject is line}
    assert found["addition-approved"] == 5 * WAN


def lacking(text: str, rule: str, subject: str = "a") -> list[str]:
    """Return what a rule says is missing of *subject*; it must be open."""
    (found,) = [c for c in judged(text).checks if c.rule.id == rule and c.subject.id == subject]
    assert found.outcome == "undetermined"
    return missing_names(found, "zh")


SPENT = {"initial_budget": "60.00", "actual": "70.00", "carry_in": "无", "carry_out": "无", "approvals": "无"}
GRANTED = "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, initial_budget: 60.00, actual: 70.00, carry_in: %s, approvals: %s}\n"
NAMED = [
    (
        "money of the total, not shared out",
        GRANTED % ("无", "[{number: 甲1号, date: 2021-02-01, amount: 10.00}]"),
        ["p/甲1号/2021-02-01的批复金额怎样分到各项"],
    ),
    ("a carry-over of the total, not shared out", GRANTED % ("10.00", "无"), ["项目支出的上年结转怎样分到各项"]),
    (
        "both together",
        GRANTED % ("4.00", "[{number: 甲1号, date: 2021-02-01, amount: 6.00}]"),
        ["p/甲1号/2021-02-01的批复金额怎样分到各项", "项目支出的上年结转怎样分到各项"],
    ),
    (
        "the number of the total's paper",
        GRANTED % ("无", "[{number: 待填, date: 2021-02-01, amount: 10.00}]"),
        ["p/2021-02-01的文号"],
    ),
    ("the date of the total's paper", GRANTED % ("无", "[{number: 甲1号, amount: 10.00}]"), ["p/甲1号的批复日期"]),
    ("its amount", GRANTED % ("无", "[{number: 甲1号, date: 2021-02-01}]"), ["p/甲1号/2021-02-01的批复金额"]),
]


@pytest.mark.parametrize(("above", "names"), [each[1:] for each in NAMED], ids=[each[0] for each in NAMED])
@pytest.mark.parametrize("rule", ["addition-approved", "overrun-above-threshold"])
def test_an_open_question_names_what_would_settle_it(above, names, rule):
    assert lacking(above + item(**SPENT), rule) == names


def test_what_was_granted_above_and_falls_short_is_still_found():
    above = GRANTED % ("4.00", "[{number: 甲1号, date: 2021-02-01, amount: 5.90}]")
    assert [c.subject.id for c in fails(judged(above + item(**SPENT)), "addition-approved")] == ["a"]


def test_the_last_digit_alone_is_named_where_it_alone_decides():
    text = TOTALS + item(initial_budget="10", actual="11", carry_in="无", carry_out="无", approvals="无")
    head = HEAD.replace("decimals: 2", "decimals: 0")
    found = [c for c in judged(text, head=head).checks if c.rule.id == "overrun-above-threshold"]
    assert {m.why for c in found for m in c.missing} == {"last_digit"}
    assert all("borderline" in c.marks for c in found)


SCORED = "document: 项目自评\nindicators: {complete: true, items: [{name: 指标, weight: 10, %s}]}\n"
INDICATORS = [
    ("satisfaction above its target", "level: 满意度指标, target: 90, done: 95, score: 10", {}),
    (
        "satisfaction below its target, explained",
        "level: 满意度指标, target: 90, done: 85, score: 9, reason: 道路施工扰民",
        {},
    ),
    ("in words only", "level: 效益指标, target_text: 明显改善, done_text: 有所改善, score: 9", {}),
    ("above its target, scored in full", "level: 效益指标, target: 50, done: 52, score: 10", {}),
    (
        "above its target, points lost",
        "level: 效益指标, target: 50, done: 52, score: 9",
        {"missed-target-explained": {"direction"}},
    ),
    (
        "below its target, direction not stated",
        "level: 产出指标, target: 50, done: 25, score: 9",
        {"missed-target-explained": {"direction"}, "quantified-score-proportional": {"direction"}},
    ),
    (
        "a miss without a reason",
        "level: 产出指标, direction: 正向指标, target: 50, done: 48, score: 9",
        {"missed-target-explained": {"reason"}},
    ),
]


@pytest.mark.parametrize(("told", "asked"), [each[1:] for each in INDICATORS], ids=[each[0] for each in INDICATORS])
def test_an_indicator_is_asked_only_what_its_kind_needs(told, asked):
    report = judged(SCORED % told)
    checks = [c for c in report.checks if c.subject.entity == "indicator"]
    assert {c.rule.id: {m.name for m in c.missing} for c in checks if c.outcome == "undetermined"} == asked
    assert not [c for c in checks if c.outcome == "fail"]


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("level: 满意度指标, target: 90, done: 89, score: 9.9, reason: 无", "missed-target-explained"),
        (
            "level: 满意度指标, direction: 反向指标, target: 3, done: 5, score: 10, reason: 无",
            "missed-target-explained",
        ),
        ("level: 投入指标, target: 100, done: 50, score: 10, reason: 尾款未付", "quantified-score-proportional"),
    ],
)
def test_an_indicator_that_misses_is_still_found(told, rule):
    assert fails(judged(SCORED % told), rule)


COMPONENT = "lines:\n  - {id: t, kind: 总支出, name: 支出合计, initial_budget: 4800.00, adjusted_budget: %s, actual: 4800.00, carry_in: 0, carry_out: 0}\n  - {id: f, kind: 支出构成, parent: t, name: 城乡社区支出, initial_budget: 4300.00, %s}\n"


@pytest.mark.parametrize("head", ["", "transcribed: whole\n"], ids=["excerpt", "whole"])
@pytest.mark.parametrize(
    ("adjusted", "told", "right"),
    [
        ("5000.00", "actual: 4500.00", "undetermined"),  # all that the total rose by may have gone there
        ("4999.90", "actual: 4500.00", "fail"),
        ("4800.00", "actual: 4300.05", "fail"),  # the total did not rise
        ("5000.00", "adjusted_budget: 4400.00, actual: 4500.00", "fail"),  # it has an adjusted budget of its own
        ("5000.00", "adjusted_budget: 4500.00, actual: 4500.00", "pass"),
    ],
)
def test_a_component_shares_in_what_its_total_rose_by(head, adjusted, told, right):
    report = judged(head + COMPONENT % (adjusted, told))
    (found,) = [c for c in report.checks if c.rule.id == "component-over-budget" and c.subject.id == "f"]
    assert found.outcome == right


def test_a_component_is_not_asked_for_a_carry_over():
    report = judged(COMPONENT % ("4800.00", "actual: 4300.00"))
    carried = ("carry-over-not-negative", "carry-over-within-budget", "opening-equals-closing")
    assert {c.outcome for c in report.checks if c.rule.id in carried and c.subject.id == "f"} == {"not_applicable"}
    assert fails(judged(COMPONENT % ("4800.00", "actual: 4300.00, carry_out: -0.01")), "carry-over-not-negative")


NIL = "lines:\n  - {id: t, kind: 总支出, name: 支出合计, initial_budget: 100.00, actual: 90.00, carry_in: %s, carry_out: 10.00}\n"


@pytest.mark.parametrize(
    ("total", "told", "right"),
    [
        ("0", "carry_out: 5.00, actual: 1.00", "not_applicable"),
        ("3.00", "carry_out: 5.00, actual: 1.00", "undetermined"),
        ("0", "carry_in: 3.00, carry_out: 5.00, actual: 1.00", "fail"),
    ],
)
def test_what_a_total_shows_as_nil_is_not_asked_of_its_parts(total, told, right):
    text = NIL % total + f"  - {{id: a, kind: 明细项目, parent: t, name: 某专项, initial_budget: 10.00, {told}}}\n"
    (found,) = [c for c in judged(text).checks if c.rule.id == "carried-two-years" and c.subject.id == "a"]
    assert found.outcome == right


@pytest.mark.parametrize(
    ("method", "right"),
    [("电子卖场", "not_applicable"), ("自行采购", "not_applicable"), ("公开招标", "undetermined")],
)
def test_an_order_of_the_mall_has_no_award(method, right):
    text = f"contracts:\n  - {{id: h, subject_matter: 纸, amount: 9.50, sign_date: 2021-05-06, method: {method}}}\n"
    (found,) = [c for c in judged(text).checks if c.rule.id == "contract-not-before-award" and c.subject.id == "h"]
    assert found.outcome == right
    text = text.replace("sign_date", "award_date: 2021-06-01, sign_date")
    assert fails(judged(text), "contract-not-before-award")


SHARED = "transcribed: whole\nlines:\n  - {id: p, kind: 项目支出, name: 项目支出, parent: %s, initial_budget: %s, actual: 100.00, carry_in: 无, approvals: []}\n  - {id: a, kind: 明细项目, name: 甲, parent: p, initial_budget: 30.00, actual: 30.00, carry_in: 无, approvals: []}\n"
PART = "  - {id: m, kind: 明细项目, name: 乙, parent: %s, actual: 70.00, carry_in: 无, approvals: []}\n  - {id: c, kind: 明细项目, name: 丙, parent: m, actual: 70.00, carry_in: 无, approvals: []}\n"


@pytest.mark.parametrize(
    ("left", "parent", "right"),
    [
        ("100.00", "p", "not_applicable"),  # the total gives them the 70 that it has left
        ("100.00", "''", "undetermined"),  # they may belong to the total that has 70 left
        ("待填", "''", "undetermined"),
        ("30.00", "无", "fail"),
        ("100.00", "无", "fail"),  # the total's money is not theirs
    ],
)
def test_a_part_is_not_accused_where_its_line_may_belong_to_a_total_with_money_left(left, parent, right):
    text = SHARED % ("无", left) + (PART % parent).replace(" parent: '',", "")
    (found,) = [c for c in judged(text).checks if c.rule.id == "addition-approved" and c.subject.id == "c"]
    assert found.outcome == right


@pytest.mark.parametrize(
    ("paid", "back", "amount"),
    [("130.00", "-10.00", 10), ("120.10", "-0.10", Decimal("0.10")), ("120.00", "0.00", None)],
)
def test_what_was_paid_too_much_and_came_back_in_part_is_found(paid, back, amount):
    told = f"payments: [{{id: q0, date: 2021-03-01, amount: {paid}}}, {{id: q1, date: 2021-09-01, amount: {back}}}]"
    line = f"lines:\n  - {{id: a, kind: 明细项目, name: 甲, parent: 无, initial_budget: 100.00, actual: 120.00, carry_in: 无, approvals: [], {told}}}\n"
    report = judged("transcribed: whole\n" + line)
    assert [c.amount for c in fails(report, "approved-before-spending")] == ([] if amount is None else [amount * WAN])
    assert [c.amount for c in fails(report, "addition-approved")] == [20 * WAN]
