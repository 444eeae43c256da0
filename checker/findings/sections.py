"""The sections of a report, its line of verdict and the names of its classes: every format says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

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
SEVERITIES = {
    "high": Text("高", "high"),
    "medium": Text("中", "medium"),
    "low": Text("低", "low"),
    "info": Text("提示", "info"),
    "": Text("", ""),
}


def nothing_found(outcomes: Mapping[str, int]) -> Text:
    """Return what is to be said where no problem is listed: that nothing was found only where nothing was left open; *outcomes* count the checks."""
    met, left, waived = (outcomes.get(name, 0) for name in ("pass", "undetermined", "waived"))
    excused = Text(f"，已豁免 {waived} 项", f"; waived: {waived}") if waived else Text("", "")
    if left:
        rest = (
            Text("；其余没有发现需要处理的问题", "; nothing to settle was found in the others") if met else Text("", "")
        )
        return Text(
            f"{left} 项检查缺资料，还没有判断{rest.zh}{excused.zh}",
            f"{left} {'check was' if left == 1 else 'checks were'} not judged for want of papers{rest.en}{excused.en}",
        )
    if not met and not waived:
        return Text("没有一项检查适用，什么也没有核对", "No check applied: nothing was looked at")
    return Text(f"没有发现需要处理的问题{excused.zh}", f"Nothing to settle was found{excused.en}")


def verdict(problems: Sequence[ProblemGroup], findings: Sequence[Finding], routine: int, unit: str) -> Text:
    """Return what is to be said of a case in words: what to correct, to disclose, to explain, and what cannot be judged yet.

    Every check of the case is in *findings*; *routine* papers are not mentioned by it, *unit* is the unit of money.
    """
    return Text(*(_verdict(problems, findings, routine, unit, lang) for lang in LANGUAGES))


def _verdict(problems: Sequence[ProblemGroup], findings: Sequence[Finding], routine: int, unit: str, lang: str) -> str:
    zh, parts = lang == "zh", []
    sums: list[int] = []

    def put(kind: str, one: str, many: str, text: str) -> None:
        members = [problem for problem in problems if problem.kind == kind]
        if not members:
            return
        count, fen = len(members), sum(problem.amount or 0 for problem in members)
        sums.extend([fen] if fen else [])
        money = format_money(fen, unit, lang=lang) if fen else ""
        said = text.format(n=count) if zh else f"{count} {one if count == 1 else many}"
        parts.append(said + (f"，涉及 {money}" if zh else f" ({money})") * bool(fen))

    put(
        "error",
        "check failed to run, do not use the result",
        "checks failed to run, do not use the result",
        "{n} 项检查出错，结果不可用",
    )
    put("contradiction", "error to correct", "errors to correct", "{n} 处差错应当更正")
    put("breach", "breach to settle", "breaches to settle", "{n} 项违规应当纠正")
    put("disclosure", "matter to disclose", "matters to disclose", "{n} 处应当补充披露")
    spent = all(f.rule.entity == "budget_line" for p in problems if p.kind == "query" for f in p.leads)
    put("query", "query to explain", "queries to explain", "{n} 项支出需要说明" if spent else "{n} 项需要说明")
    put(
        "undetermined",
        "matter that cannot be judged yet",
        "matters that cannot be judged yet",
        "{n} 项缺资料，暂不能判断",
    )
    agreed = sum(1 for each in findings if each.outcome == "pass" and not each.rule.indicator)
    none = nothing_found(Counter(each.outcome for each in findings)).say(lang)
    if zh:
        text = ("报告有 " if problems and problems[0].kind != "error" else "") + "；".join(parts) if parts else none
        if len(sums) > 1:
            text += f"；合计涉及 {format_money(sum(sums), unit)}"
        tail = [f"已核对一致 {agreed} 处"] if agreed else []
        tail += [f"另有例行资料 {routine} 份没有提到"] if routine else []
        return f"{text}。" + ("，".join(tail) + "。" if tail else "")
    text = "; ".join(parts) if parts else none
    if len(sums) > 1:
        text += f"; {format_money(sum(sums), unit, lang=lang)} in all"
    tail = [f"checked and met: {agreed}"] if agreed else []
    tail += [f"routine papers not mentioned: {routine}"] if routine else []
    said = "; ".join(tail)
    return f"{text}." + (f" {said[0].upper()}{said[1:]}." if said else "")


def second_engine(findings: Sequence[Finding]) -> Text:
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
