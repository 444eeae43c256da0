"""Prints values as the documents print them: amounts in their unit, enumerations by name, what is not there as not stated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from checker.base.errors import Text
from checker.base.values import UNITS, format_money, format_percent, format_ratio, plain
from checker.cases.case import Case, Fact
from checker.engines.evaluator import Judge
from checker.language.exact import as_ratio
from checker.rulebook.rule import VERIFIED, Basis

LISTED = 12
"""How many texts of a list are printed; a long list is named by its first ones."""
NOT_STATED = Text("未列", "not stated")
STATED_NONE = Text("无", "none")


def unit_of(cases: Iterable[Case]) -> str:
    """Return the unit of money for a whole report: 万元, and 元 where no amount comes to 1万元, or one beside amounts in 万元 has fen (0.800001万元)."""
    units: set[str] = set()
    large = fen = False
    for case in cases:
        for fact in (case.root, *case.each()):
            for cell in fact.cells.values():
                if cell.unit not in UNITS or cell.value is None:
                    continue
                units.add(cell.unit)
                large = large or abs(cell.value) >= UNITS["万元"]
                fen = fen or (cell.unit == "元" and bool(cell.value % UNITS["元"]) and not cell.derived)
    return "万元" if large and not (fen and "万元" in units) else "元"


def show(
    value: Any, kind: str, lang: str, unit: str = "", decimals: int | None = None, judge: Judge | None = None
) -> str:
    """Print a value of the language; *unit* and *decimals* say how the figure itself was printed."""
    if value is None:
        return NOT_STATED.say(lang)
    if kind == "money" or (kind == "figure" and unit in UNITS):
        return format_money(value, unit, decimals if unit else None, lang)
    if kind == "percent" or (kind == "figure" and unit == "%"):
        return format_percent(value, decimals if unit == "%" else None)
    if kind == "ratio":
        pair = as_ratio(value)
        assert pair is not None
        if unit in UNITS:  # an amount for each one of something
            return format_money(_rounded(Fraction(pair[0]) * 100 / Fraction(pair[1])), unit, 2, lang)
        return format_ratio(*pair)
    if kind == "boolean":
        return {"zh": {True: "是", False: "否"}, "en": {True: "yes", False: "no"}}[lang][bool(value)]
    if kind.startswith("enum:") and judge is not None:
        return judge.plan.book.vocabulary.enumerations[kind[5:]].name(value, lang)
    if kind in ("number", "figure"):
        return plain(value) + (unit if lang == "zh" else "")
    if isinstance(value, tuple):
        return _listed_texts(value, lang)
    return value.isoformat() if isinstance(value, date) else str(value)


def _rounded(fen: Fraction) -> int:
    """Return whole fen, half up; for display only."""
    return (2 * fen.numerator + fen.denominator) // (2 * fen.denominator)


def _listed_texts(texts: tuple[str, ...], lang: str) -> str:
    """Return a list of texts; of a long one its first few and how many there are."""
    if len(texts) <= LISTED:
        return "、".join(texts)
    first = "、".join(texts[:LISTED])
    return f"{first}等 {len(texts)} 项" if lang == "zh" else f"{first} and so on, {len(texts)} in all"


def value_text(case: Case, fact: Fact, name: str, lang: str) -> str:
    """Print one field of a fact."""
    cell = fact.cells[name]
    field = case.vocabulary.entities[fact.entity].fields[name]
    value = cell.value
    if field.type == "money":
        return format_money(value, cell.unit or "万元", cell.decimals, lang)
    if field.type == "percent":
        return format_percent(value, cell.decimals)
    if field.type in ("count", "number"):
        return plain(value) + (cell.unit or field.unit if lang == "zh" else "")
    if field.type == "figure":
        return show(value, "figure", lang, cell.unit, cell.decimals)
    if field.type in case.vocabulary.enumerations:
        return case.vocabulary.enumerations[field.type].name(value, lang)
    if field.type == "flag":
        return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
    return value.isoformat() if isinstance(value, date) else cell.text or str(value)


def cited(basis: Basis, lang: str) -> str:
    """Return a citation with the word whether its text was read; a hint of this program has no text to read."""
    if basis.own:
        return basis.say(lang)
    read = VERIFIED[basis.verified].say(lang)
    return f"{basis.say(lang)}（{read}）" if lang == "zh" else f"{basis.say(lang)} ({read})"
