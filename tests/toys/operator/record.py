"""Toys of a test of texts, of arithmetic and of a function: what would stand in checker/language/operators.py."""

from __future__ import annotations

from checker.base.errors import Text
from checker.language.columns import COMPARE, SUM, Doc, Function, No, Operator, Shown
from checker.language.operators import FUNCTIONS, OPERATORS, joined, subtracted

NO = No("a toy has none")
OPERATORS["longer_than"] = Operator(
    id="longer_than",
    words=("longer_than", "长于"),
    kind="text",
    binds=COMPARE,
    printed=("长于", "longer_than"),
    legal=NO,
    sign="⊃",
    type_of=joined,
    value=lambda one, two: len(one) > len(two),
    ratio=NO,
    dates=NO,
    ends=NO,
    folds=False,
    total=True,
    negated=NO,
    flipped=NO,
    mutants=("contains",),
    sql="longer_than",
    doc=Doc(
        "texts",
        Text("一段文字比另一段长。", "Whether a text is longer than another."),
        (Shown("项目名称 长于 偏差原因", "budget_line.name longer_than deviation_reason", "true"),),
    ),
)
OPERATORS["plus_twice"] = Operator(
    id="plus_twice",
    words=("plus_twice", "⊕", "加两倍"),
    kind="arithmetic",
    binds=SUM,
    printed=("⊕", "plus_twice"),
    legal=NO,
    sign=NO,
    type_of=subtracted,
    value=lambda one, two: one + 2 * two,
    ratio=NO,
    dates=NO,
    ends=lambda one, two: (one[0] + 2 * two[0], one[1] + 2 * two[1]),
    folds=False,
    total=False,
    negated=NO,
    flipped=NO,
    mutants=("-",),
    sql="plus_twice",
    doc=Doc(
        "arithmetic",
        Text("加上另一个数的两倍。", "A figure and another one twice."),
        (Shown("实际支出 ⊕ 年初预算", "actual plus_twice initial_budget", "305万元"),),
    ),
)
FUNCTIONS["doubled"] = Function(
    id="doubled",
    words=("doubled", "加倍"),
    takes=("number",),
    many=False,
    same=False,
    gives="",
    value=lambda value: 2 * value,
    ends=lambda ends: (2 * ends[0][0], 2 * ends[0][1]),
    folds=False,
    least=NO,
    facts=False,
    mutants=(),
    sql="doubled",
    doc=Doc(
        "arithmetic",
        Text("一个数的两倍。", "A figure twice."),
        (Shown("加倍(实际支出)", "doubled(actual)", "210万元"),),
    ),
)
