"""What is said of money at stake: what of it counts, and why the rest does not; every format says the same."""

from __future__ import annotations

from typing import Any

from checker.base.values import format_money
from checker.findings.finding import Finding
from checker.findings.problems import ProblemGroup


def money(fen: int | None, lang: str) -> dict[str, Any] | None:
    """Return an amount as {fen, text}."""
    return None if fen is None else {"fen": int(fen), "text": format_money(fen, lang=lang)}


def note(finding: Finding, lang: str) -> str:
    """Return why less than the amount of a finding counts; nothing where all of it does."""
    zh, own, amount, marks = lang == "zh", finding.own or 0, finding.amount or 0, finding.marks
    if "roll_up" in marks and not amount:
        return "等于其分项之和，不重复计入" if zh else "the sum of its parts, not counted again"
    if "counted" in marks and not amount:
        return "这笔钱别处已计，不重复计入" if zh else "this money is counted elsewhere, not counted again"
    told = (
        f"计入 {format_money(amount, finding.unit)}"
        if zh
        else f"{format_money(amount, finding.unit, lang=lang)} of it counts"
    )
    if "counted" in marks:
        rest = format_money(own - amount, finding.unit, lang=lang)
        return f"{told}，其余 {rest} 别处已计，不重复计入" if zh else f"{told}, the other {rest} are counted elsewhere"
    if "capped" in marks:
        return f"{told}（不超过该项目的实际支出）" if zh else f"{told} (no more than the line has spent)"
    return ""


def stake(problem: ProblemGroup, lang: str) -> str:
    """Return the money of a problem: what counts, and what it speaks of besides; nothing where it names none."""
    own, amount = problem.own or 0, problem.amount or 0
    if own <= 0:
        return ""
    zh, unit = lang == "zh", problem.findings[0].unit
    whole = format_money(own, unit, lang=lang)
    if not amount:
        return f"{whole} 前面已计，不重复计入" if zh else f"{whole}, counted above"
    told = f"涉及 {format_money(amount, unit)}" if zh else f"{format_money(amount, unit, lang=lang)} at stake"
    why = [] if amount == own else [f"本项共 {whole}，其余前面已计" if zh else f"of {whole}"]
    if capped(problem):
        why.append("计入数不超过该项目的实际支出" if zh else "no more counts than the line has spent")
    if not why:
        return told
    return f"{told}（{'；'.join(why)}）" if zh else f"{told} ({'; '.join(why)})"


def capped(problem: ProblemGroup) -> bool:
    """Whether less counts than a problem speaks of because its line has spent no more."""
    return any("capped" in finding.marks for finding in problem.findings)
