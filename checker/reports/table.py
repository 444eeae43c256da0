"""The report on a terminal: what an officer can use tomorrow first, within 100 columns, aligned in Chinese.

Order (design 11): one line of verdict · the numbered problems · papers to provide · how the overrun is made up · what
agrees · indicators · the ledger. Every single check stands behind --all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.base.values import format_money
from checker.base.width import cut, width, wrap
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES, SEVERITY_ORDER
from checker.findings.counting import note, stake
from checker.findings.finding import Finding
from checker.findings.overview import Bridge
from checker.findings.problems import ProblemGroup
from checker.findings.report import CaseReport, Report
from checker.findings.sections import KIND_NAMES, SECTIONS, SEVERITIES
from checker.findings.states import states
from checker.reports import Options
from checker.reports.lines import COLUMNS, LISTED, bold, colour, indent, label, more, say
from checker.reports.open_items import open_items
from checker.rulebook.rule import VERIFIED

SHOWN = 3
"""Subjects spelled out under one rule of a problem; more than that stand in one list."""
AGREED = 8
"""Rules named among what agrees; the others are counted, unless something is to be noted of them."""


def render(report: Report, options: Options) -> str:
    """Return the whole report as text."""
    lines: list[str] = []
    for part in report.cases:
        lines += _case(report, part, options)
    lines += _ledger(report, options)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _case(report: Report, part: CaseReport, options: Options) -> list[str]:
    case = part.case
    bound = [case.heading(name, options.lang, True) for name in ("jurisdiction", "budget_level", "unit_kind")]
    head = " · ".join((case.unit, case.year_text.say(options.lang), *bound))
    lines = [bold(line, options) for line in wrap(head, COLUMNS)]
    for told in part.notes:
        lines.append(say(options, "注意：", "Note: ") + told.say(options.lang))
    lines += wrap(part.headline.say(options.lang), COLUMNS)
    lines.append("")
    for kinds, title in SECTIONS:
        members = [problem for problem in part.problems if problem.kind in kinds]
        if members:
            lines.append(bold(f"【{title.say(options.lang)}】", options))
            for problem in members:
                lines += _problem(problem, options)
            lines.append("")
    lines += _papers(report, part, options)
    if part.bridge is not None:
        lines += _bridge(part.bridge, options)
    lines += _agreed(part.results, options)
    lines += _indicators(part.results, options)
    lines += _others(part, options)
    if options.all:
        lines += _every(part.results, options)
    return lines


def _problem(problem: ProblemGroup, options: Options) -> list[str]:
    lang = options.lang
    money = stake(problem, lang)
    money = f"  {money}" if money else ""
    kind = KIND_NAMES[problem.nature if problem.kind not in ("undetermined", "error") else problem.kind].say(lang)
    head = f"{problem.no:>2}. {kind} | {problem.title.say(lang)}"
    lines = [colour(cut(head, COLUMNS - width(money)) + money, problem.kind, options)]
    ordered = sorted(problem.findings, key=lambda each: (each.rule.id, each.subject.line, each.subject.id))
    if problem.outcome == "undetermined":
        lines += open_items(ordered, options)
    else:
        by_rule: dict[str, list[Finding]] = {}
        for finding in ordered:
            by_rule.setdefault(finding.rule.id, []).append(finding)
        for members in by_rule.values():
            lines += _members(members, len(by_rule) > 1, options, bool(problem.amount))
    bases = dict.fromkeys(
        f"{b.say(lang)}{say(options, f'（{VERIFIED[b.verified].zh}）', f' ({VERIFIED[b.verified].en})')}"
        for finding in problem.findings
        for b in finding.basis
    )
    lines += indent(say(options, "依据：", "Basis: ") + say(options, "；", "; ").join(bases), options)
    return [*lines, *_states(problem, options)]


def _states(problem: ProblemGroup, options: Options) -> list[str]:
    told = states(problem, options.lang)
    return indent(told, options) if told else []


def _members(members: list[Finding], several: bool, options: Options, counts: bool) -> list[str]:
    """Print what one rule finds in a problem: a few in full, many as a list; where nothing of it *counts*, its head says so."""
    lang = options.lang
    lead = f"{members[0].rule.title.say(lang)}{say(options, '：', ': ')}" if several else ""
    rolled = [finding for finding in members if "roll_up" in finding.marks]
    rest = [finding for finding in members if "roll_up" not in finding.marks]
    lines: list[str] = []
    alike: dict[str, list[Finding]] = {}
    for finding in rest:  # what weighs little does not stand beside what weighs much
        alike.setdefault(finding.severity, []).append(finding)
    groups = [alike[severity] for severity in sorted(alike, key=SEVERITY_ORDER.index, reverse=True)]
    if members[0].outcome == "fail" and len(rest) <= SHOWN:
        for finding in rest:
            lines += indent(lead + _told(finding, options, counts), options)
    elif len(groups) == 1 or members[0].outcome != "fail":
        lines += indent(
            lead + say(options, f"{len(rest)} 项：", f"{len(rest)}: ") + _listed(rest, options, counts), options
        )
    else:
        lines += indent(lead + say(options, f"{len(rest)} 项", f"{len(rest)}"), options)
        for group in groups:
            weight = SEVERITIES[group[0].severity].say(lang) + say(options, "：", ": ")
            # each light one by itself: nobody should have to look for it among the others
            for part in [[one] for one in group] if group[0].severity in ("low", "info") else [group]:
                lines += indent(weight + _listed(part, options, counts), options, 6)
    for finding in rolled[:LISTED]:
        lines += indent(lead + _told(finding, options, counts), options)
    return lines


def _listed(findings: Sequence[Finding], options: Options, counts: bool) -> str:
    """Return subjects and their amounts in one line."""
    parts = [label(finding) + _own(finding, options.lang, counts) for finding in findings[:LISTED]]
    return say(options, "；", "; ").join(parts) + more(len(findings), options)


def _own(finding: Finding, lang: str, counts: bool) -> str:
    """Return the amount of one finding of a list, and why less than that counts."""
    why = note(finding, lang) if counts else ""
    told = f" {format_money(finding.own, lang=lang)}" if finding.own else ""
    return told + (f"（{why}）" if why and lang == "zh" else f" ({why})" if why else "")


def _told(finding: Finding, options: Options, counts: bool) -> str:
    """Return what was found, and why less than its amount counts."""
    why = note(finding, options.lang) if counts or "roll_up" in finding.marks else ""
    return finding.message.say(options.lang) + (say(options, "；", "; ") + why if why else "")


def _papers(report: Report, part: CaseReport, options: Options) -> list[str]:
    if len(report.cases) > 1 and part is not report.cases[-1]:
        return []
    papers = report.papers()
    if not papers:
        return []
    from tabulate import tabulate

    rows = []
    for number, found in enumerate(papers, 1):
        body = wrap(found.text, 72)
        settles = "、".join(map(str, found.problems)) if options.lang == "zh" else ", ".join(map(str, found.problems))
        rows.append([number, "\n".join(body), settles, found.subjects])
    headers = [
        say(options, "序号", "No"),
        say(options, "需提供或改正", "To provide or correct"),
        say(options, "对应", "For"),
        say(options, "对象数", "Subjects"),
    ]
    text = tabulate(
        rows, headers, tablefmt="simple", disable_numparse=True, colalign=("right", "left", "left", "right")
    )
    return [
        bold(
            say(options, "【需提供资料】（“对应”是上面的问题序号）", "【To provide】 (“For” names the problems above)"),
            options,
        ),
        *text.split("\n"),
        "",
    ]


def _bridge(bridge: Bridge, options: Options) -> list[str]:
    lang = options.lang
    lines = [
        bold(
            say(
                options,
                "【超支构成】（实际支出减年初预算）",
                "【How the overrun is made up】 (outturn less initial budget)",
            ),
            options,
        )
    ]
    pieces = []
    for index, step in enumerate(bridge.steps):
        amount = format_money(abs(step.amount), lang=lang)
        sign = ("- " if step.amount < 0 else "+ ") if index or step.amount < 0 else ""
        pieces.append(
            f"{sign}{amount}（{step.label.say(lang)}）" if lang == "zh" else f"{sign}{amount} ({step.label.say(lang)})"
        )
    total = format_money(bridge.total, lang=lang)
    budget, actual = format_money(bridge.budget, lang=lang), format_money(bridge.actual, lang=lang)
    from checker.base.values import format_ratio

    share = ""
    if bridge.budget > 0:
        rate = format_ratio(bridge.total, bridge.budget)
        share = say(options, f"，超出为年初预算的 {rate}", f"; {rate} of the initial budget")
    added_up = say(options, "（推算）", " (derived: the sum of its parts)")
    derived = say(options, "（推算）", " (derived)")
    figures = ("actual", "initial_budget")
    marks = [(added_up if f in bridge.added_up else derived) if f in bridge.derived else "" for f in figures]
    lines += indent(" ".join(pieces) + f" = {total}", options)
    base = say(
        options,
        f"合计实际 {actual}{marks[0]}，年初预算 {budget}{marks[1]}{share}",
        f"{actual}{marks[0]} spent in all against {budget}{marks[1]} budgeted{share}",
    )
    return [*lines, *indent(base, options), ""]


def _agreed(findings: Sequence[Finding], options: Options) -> list[str]:
    passed = [finding for finding in findings if finding.outcome == "pass" and not finding.rule.indicator]
    if not passed:
        return []
    lines = [bold(say(options, "【已核对】", "【Checked】"), options)]
    counted: dict[str, list[Finding]] = {}
    for finding in passed:
        counted.setdefault(finding.rule.id, []).append(finding)
    plain: list[str] = []
    noted: list[str] = []
    for members in counted.values():
        marks = Counter(mark for finding in members for mark in finding.marks if mark in ("within_rounding", "below"))
        notes = []
        if marks["within_rounding"]:
            notes.append(
                say(
                    options,
                    f"其中 {marks['within_rounding']} 处在四舍五入范围内",
                    f"{marks['within_rounding']} within rounding",
                )
            )
        if marks["below"]:
            labels = [label(finding) for finding in members if "below" in finding.marks]
            below = "、".join(labels[:LISTED]) + more(len(labels), options)
            notes.append(
                say(
                    options,
                    f"其中 {marks['below']} 项未达提示线：{below}",
                    f"{marks['below']} below the alert line: {below}",
                )
            )
        note = (
            f"（{'；'.join(notes)}）" if notes and options.lang == "zh" else f" ({'; '.join(notes)})" if notes else ""
        )
        (noted if note else plain).append(f"{members[0].rule.title.say(options.lang)} {len(members)}{note}")
    room = len(plain) if options.all or len(counted) <= AGREED else max(AGREED - len(noted), 0)
    pieces = [*noted, *plain[:room]]
    if rest := len(plain) - room:
        pieces.append(say(options, f"另有 {rest} 条规则（见 --all）", f"{rest} more rules (see --all)"))
    return [*lines, *indent(say(options, "；", "; ").join(pieces), options), ""]


def _indicators(findings: Sequence[Finding], options: Options) -> list[str]:
    """What can be computed, and how many cannot: what each of those lacks is in the score sheet and behind --all."""
    found = [finding for finding in findings if finding.rule.indicator and finding.outcome in ("pass", "undetermined")]
    if not found:
        return []
    colon = say(options, "：", ": ")
    lines = [bold(say(options, "【指标】", "【Indicators】"), options)]
    known = [
        f"{finding.rule.title.say(options.lang)}{colon}{finding.message.say(options.lang).rpartition(colon)[2]}"
        for finding in found
        if finding.outcome == "pass"
    ]
    if known:
        lines += indent(say(options, "；", "; ").join(known), options)
    waiting = [finding for finding in found if finding.outcome != "pass"]
    if waiting:
        names = list(dict.fromkeys(name for finding in waiting for name in finding.missing_names.say(options.lang)))
        told = say(options, "、", ", ").join(names[:3])
        more = len(names) > 3
        lines += indent(
            say(
                options,
                f"不能计算 {len(waiting)} 项，缺 {told}{f' 等 {len(names)} 项资料' if more else ''}：逐项见 checker score",
                f"{len(waiting)} cannot be computed, missing {told}{f' and {len(names) - 3} more' if more else ''}: see checker score",
            ),
            options,
        )
    return [*lines, ""]


def _others(part: CaseReport, options: Options) -> list[str]:
    others, beyond = part.not_in_force, part.outside_line
    lines = wrap(beyond.say(options.lang), COLUMNS) if beyond else []
    if beyond and options.all:
        for other in part.outside:
            lines += indent(f"{other.rule} | {other.reason.say(options.lang)}", options)
    if not others:
        return [*lines, ""] if lines else []
    reasons = Counter(other.reason.say(options.lang) for other in others)
    told = say(options, "；", "; ").join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
    return [
        *lines,
        *wrap(
            say(options, f"没有适用的规则 {len(others)} 条：{told}", f"Rules not applied: {len(others)} ({told})"),
            COLUMNS,
        ),
        "",
    ]


def _every(findings: Sequence[Finding], options: Options) -> list[str]:
    lines = [bold(say(options, "【全部检查】", "【Every check】"), options)]
    for finding in findings:
        lines.append(
            cut(
                f"{finding.outcome_name.say(options.lang)} | {finding.rule.id} | {finding.subject.path.say(options.lang)} {finding.subject.name}",
                COLUMNS,
            )
        )
        for line in finding.explanation.say(options.lang):
            lines += indent(line, options)
    return [*lines, ""]


def _ledger(report: Report, options: Options) -> list[str]:
    money = format_money(report.amount(), lang=options.lang)
    if len(report.cases) > 1 and report.amount():
        many = len(report.cases)
        return [
            say(
                options,
                f"{many} 个案例共涉及 {money}（同一笔钱只计一次）",
                f"{many} cases: {money} at stake in all, no yuan twice",
            ),
            *_outcomes(report, options),
        ]
    return _outcomes(report, options)


def _outcomes(report: Report, options: Options) -> list[str]:
    counts = report.ledger.counts
    told = " + ".join(
        f"{OUTCOME_NAMES[name].say(options.lang)} {counts[name]}"
        for name in OUTCOMES
        if counts[name] or name in ("pass", "fail")
    )
    lines = wrap(
        say(options, f"总账：检查 {report.ledger.checks} = {told}", f"Ledger: {report.ledger.checks} checks = {told}"),
        COLUMNS,
    )
    if not options.all:
        lines.append(
            say(
                options,
                "逐项结论、算式和出处：加 --all；某一项：checker explain 规则编号 --case 文件",
                "Every check with its arithmetic: --all; a single one: checker explain RULE --case FILE",
            )
        )
        return lines
    from tabulate import tabulate

    used = [name for name in OUTCOMES if counts[name]]
    rows = [
        [rule, *(counter[name] for name in used), sum(counter.values())]
        for rule, counter in report.ledger.by_rule.items()
    ]
    headers = [
        say(options, "规则", "Rule"),
        *(OUTCOME_NAMES[name].say(options.lang) for name in used),
        say(options, "合计", "Total"),
    ]
    return [*lines, *tabulate(rows, headers, tablefmt="simple").split("\n")]
