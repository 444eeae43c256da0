"""The sections of a report, its line of verdict and the names of its classes: every format says the same."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.errors import Text
from checker.base.values import format_money
from checker.findings.data import LANGUAGES
from checker.findings.finding import Finding
from checker.findings.problems import ProblemGroup
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
SEVERITIES = {
    "high": Text("高", "high"),
    "medium": Text("中", "medium"),
    "low": Text("低", "low"),
    "info": Text("提示", "info"),
    "": Text("", ""),
}


def headline(problems: Sequence[ProblemGroup], findings: Sequence[Finding]) -> Text:
    """Return the one line of verdict on a case, whose every check is in *findings*."""
    parts: list[Text] = []
    for kinds, name in HEADS:
        members = [problem for problem in problems if problem.kind in kinds]
        if not members and "error" in kinds:
            continue
        zh, en = f"{name.zh} {len(members)} 项", f"{name.en} {len(members)}"
        if fen := sum(problem.amount or 0 for problem in members):
            zh, en = f"{zh}（涉及 {format_money(fen)}）", f"{en} ({format_money(fen, lang='en')})"
        parts.append(Text(zh, en))
    passes = sum(1 for each in findings if each.outcome == "pass" and not each.rule.indicator)
    if whole := sum(problem.amount or 0 for problem in problems):
        parts.append(Text(f"共涉及 {format_money(whole)}", f"{format_money(whole, lang='en')} at stake in all"))
    parts += [Text(f"已核对一致 {passes} 处", f"checked and met {passes}"), _second(findings)]
    return Text(*(" · ".join(part.say(lang) for part in parts) for lang in LANGUAGES))


def _second(findings: Sequence[Finding]) -> Text:
    """Say how many checks another engine derived as well, and how many of them all by itself."""
    independent = sum(1 for each in findings if each.second == "independent")
    shared = sum(1 for each in findings if each.second == "shared")
    both = independent + shared
    if not both:
        return Text("没有第二引擎复算", "not derived twice")
    return Text(
        f"第二引擎复算 {both} 处（独立 {independent}，算术共用 {shared}）",
        f"derived twice {both} (independent {independent}, shared arithmetic {shared})",
    )
