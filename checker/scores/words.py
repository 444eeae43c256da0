"""The words that every format of a form prints: headings, what an empty cell of points means, what a form rests on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from checker.base.errors import Text
from checker.base.values import EXACT, UNITS, plain
from checker.rulebook.rule import VERIFIED, Basis
from checker.scores.form import Form, FormRow
from checker.scores.scoring import number

HEADS = (
    Text("一级", "level 1"),
    Text("二级指标", "level 2"),
    Text("三级指标", "indicator"),
    Text("分值", "max"),
    Text("实际值", "value"),
    Text("得分", "points"),
    Text("算式、标准和扣分原因", "working, standard and reason"),
)
"""The columns on the terminal."""
OPEN = Text("待定", "open")
NOT_APPLICABLE = Text("不适用", "n/a")
CLOSING = Text(
    "得分只供填报参考，不是检查结论，不计入总账。",
    "Points are an aid to filling in the form: no outcome of a check, outside the ledger.",
)


def points_cell(row: FormRow, lang: str) -> str:
    """Return the points as text; of a row without any, why in a word."""
    if row.state == "unscored":
        return OPEN.say(lang)
    if row.state == "not_applicable":
        return NOT_APPLICABLE.say(lang)
    return "" if row.points is None else number(row.points)


def money(fen: int | None) -> str:
    """Return an amount in 万元, as the forms have it, with as many decimals as it needs and at least two."""
    if fen is None:
        return ""
    amount = wan(fen)
    exponent = amount.normalize(EXACT).as_tuple().exponent
    return plain(amount, max(2, -exponent if isinstance(exponent, int) else 2))


def wan(fen: int) -> Decimal:
    """Return an amount in 万元, exactly."""
    with localcontext(EXACT):
        return Decimal(fen) / UNITS["万元"]


def cited(bases: Sequence[Basis], lang: str) -> str:
    """Return what a form rests on, each text with how far it was read."""
    told = []
    for basis in bases:
        state = VERIFIED[basis.verified].say(lang)
        if lang == "zh":
            told.append(f"{basis.say(lang)}（{state}{f'，{basis.note}' if basis.note else ''}）")
        else:
            told.append(f"{basis.say(lang)} ({state})")
    return ("；" if lang == "zh" else "; ").join(told)


def weak_lead(form: Form, lang: str) -> str:
    """Return which rows have a weight or a standard that was read in no text."""
    titles = form.weak()
    if len(titles) == len(form.all_rows):
        return Text("各行的分值和计分标准都未核实原文。", "No row's weight or standard was read in its text.").say(lang)
    lead = Text("分值或计分标准未核实的：", "Rows whose weight or steps are not verified: ").say(lang)
    return lead + ("、" if lang == "zh" else ", ").join(title.say(lang) for title in titles)
