"""The sections of a report and its line of verdict: what is established, to be disclosed, asked and open, and the money of each."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.errors import Text
from checker.base.values import format_money
from checker.engines.outcome import Check
from checker.findings.report import ProblemGroup
from checker.reports import Options
from checker.rulebook.rule import NATURES

KIND_NAMES = {**NATURES, "undetermined": Text("待核", "open"), "error": Text("错误", "error")}
SECTIONS = (
    (("error",), Text("引擎错误（结果不可用）", "Engine errors (do not use the result)")),
    (("contradiction", "breach"), Text("可认定", "Established")),
    (("disclosure",), Text("应补充披露", "To be disclosed")),
    (("query",), Text("疑点", "Queries")),
    (("undetermined",), Text("待核", "Open: cannot be judged yet")),
)
HEADS = (
    (("error",), Text("引擎错误", "engine errors")),
    (("contradiction", "breach"), Text("可认定", "established")),
    (("disclosure",), Text("应补充披露", "to be disclosed")),
    (("query",), Text("疑点", "queries")),
    (("undetermined",), Text("待核", "open")),
)
"""What the line of verdict counts, in the order of the sections; the money of each is what no section before it counts."""


def headline(problems: Sequence[ProblemGroup], checks: Sequence[Check], options: Options) -> str:
    """Return the one line of verdict on a case."""
    parts = []
    for kinds, name in HEADS:
        members = [problem for problem in problems if problem.kind in kinds]
        if not members and "error" in kinds:
            continue
        fen = sum(problem.amount or 0 for problem in members)
        money = format_money(fen, lang=options.lang) if fen else ""
        told = options.say(f"{name.zh} {len(members)} 项", f"{name.en} {len(members)}")
        parts.append(told + (options.say(f"（涉及 {money}）", f" ({money})") if money else ""))
    passes = sum(1 for check in checks if check.outcome == "pass" and not check.rule.indicator)
    whole = sum(problem.amount or 0 for problem in problems)
    if whole:
        money = format_money(whole, lang=options.lang)
        parts.append(options.say(f"共涉及 {money}", f"{money} at stake in all"))
    parts += [options.say(f"已核对一致 {passes} 处", f"checked and met {passes}"), _second(checks, options)]
    return " · ".join(parts)


def _second(checks: Sequence[Check], options: Options) -> str:
    """Say how many checks another engine derived as well, and how many of them all by itself."""
    independent = sum(1 for check in checks if check.second == "independent")
    shared = sum(1 for check in checks if check.second == "shared")
    if not independent + shared:
        return options.say("没有第二引擎复算", "not derived twice")
    zh = f"第二引擎复算 {independent + shared} 处（独立 {independent}，算术共用 {shared}）"
    return options.say(
        zh, f"derived twice {independent + shared} (independent {independent}, shared arithmetic {shared})"
    )
