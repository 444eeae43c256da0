"""The report on a terminal: a verdict in words, each problem as a short block, and what else there is to ask for.

A block is at most four lines: what it is and its money, what was found, what settles it. `--all` leaves nothing out and
adds every check; `--papers` adds what to provide. Of several units each problem takes a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.base.values import format_money
from checker.base.width import cut, width, wrap
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.presentation import presentation
from checker.findings.presented import CasePage, Item, PaperShown, Presentation, ProblemShown
from checker.findings.report import Report
from checker.reports import Options
from checker.reports.lines import (
    LABEL,
    aligned,
    aside,
    bold,
    colour,
    ended,
    figures,
    indented,
    indicator,
    joined,
    labelled,
    listed,
    name,
    overrun,
)

if TYPE_CHECKING:
    from checker.findings.statistics import RuleCount

BLOCK = 4
"""Lines of a problem, where not everything is asked for."""
LONGEST = 3
"""Lines of what agrees."""
TITLED = 12
"""Columns of a title that a table of rules has room for, or it is none."""
TITLE = 2
"""Lines of the title of a problem."""


def render(report: Report, options: Options) -> str:
    """Return the whole report as text of the width that *options* name."""
    shown = presentation(report, options.lang)
    lines: list[str] = []
    if options.statistics:
        lines += _statistics(report, options)
    else:
        for page in shown.pages:
            lines += _page(page, shown, options)
    return "\n".join(line.rstrip() for line in (*lines, *_end(shown, options))) + "\n"


def _page(page: CasePage, shown: Presentation, options: Options) -> list[str]:
    several = len(shown.pages) > 1
    lines = [bold(line, options) for line in wrap(page.heading, options.columns)]
    for note in page.notes:
        lines += wrap(options.say("注意：", "Note: ") + note, options.columns)
    lines += wrap(page.verdict, options.columns)
    if page.figures and not several:
        lines += wrap(figures(page, shown), options.columns)
    for section in page.sections:
        lines += ["", bold(options.say(f"【{section.title}】", section.title), options)]
        for problem in section.problems:
            lines += _problem(problem, shown, options, 1 if several else BLOCK)
    if not several or options.all:
        lines += ["", *_beside(page, shown, options)]
    if options.papers:
        lines += _papers(options.say("需提供资料", "To provide"), page.papers, options)
        lines += _papers(
            options.say("例行资料（报告没有提到）", "Routine papers (not mentioned)"),
            page.routine,
            options,
        )
    if options.all:
        lines += _every(page, options)
    return [*lines, ""]


def _problem(problem: ProblemShown, shown: Presentation, options: Options, most: int) -> list[str]:
    """Return a problem as at most *most* lines, or as all that is said of it."""
    before = options.say("前面已计", "counted above") if problem.own else ""
    money = shown.money(problem.amount) if problem.amount else before
    number = f"{problem.no:>2} "
    lead, by = f"{number}{problem.kind_name} ", len(number)
    set_ = options._replace(columns=options.columns - (width(money) + 2 if money else 0))
    told = problem.title.removesuffix(options.say("，", ", ") + money) if money else problem.title
    title = indented(told, set_, width(lead), 0 if options.all else min(TITLE, most))
    plain = lead + title[0].strip()
    head = ended([plain, *title[1:]], money, options)
    kind = colour(lead.rstrip(), problem.kind, options) + " "
    head[0] = kind + bold(title[0].strip(), options) + head[0][len(plain) :]
    head[1:] = [bold(line, options) for line in head[1:]]
    if options.all:
        return [*head, *_whole(problem, options, by)]
    state = indented(problem.state, options, by, 1) if problem.state and most > 1 else []
    advice = indented(options.say("→ ", "-> ") + joined(problem.advice, options), options, by, 1)
    after = [*(advice if problem.advice and most > len(head) else []), *state]
    room = most - len(head) - len(after)
    return [*head, *(_found(problem, shown, options, by, room) if room > 0 else []), *after]


def _found(problem: ProblemShown, shown: Presentation, options: Options, by: int, room: int) -> list[str]:
    """Return what was found in at most *room* lines: the items with their amounts, then what else is said of them."""
    some = [problem.stake] if problem.amount and problem.explained else []
    rolled = [problem.rolled] if problem.rolled else []
    if len(problem.items) == 1 or not any(item.own for item in problem.items):
        rest = (sentence.removeprefix(problem.title).lstrip("：: ") for sentence in problem.sentences)
        said = [*some, *filter(None, rest), *rolled]
        return indented(joined(said, options), options, by, room) if said else []
    said = [*some, *(each for each in problem.sentences if not each.startswith(problem.title)), *rolled]
    count = len(problem.items)
    more = options.say(f"…等 {count} 项，见 --all", f" … {count} in all, see --all")
    names = [_item(item, shown) for item in problem.items]
    lines = listed("", names, lambda _: more, options, by, max(room - bool(said), 1))
    left = room - len(lines)
    return [*lines, *(indented(joined(said, options), options, by, left) if said and left > 0 else [])]


def _item(item: Item, shown: Presentation) -> str:
    return name(item.name) + (f" {shown.money(item.own)}" if item.own else "")


def _whole(problem: ProblemShown, options: Options, by: int) -> list[str]:
    """Return all that is said of a problem."""
    lines = indented(problem.stake, options, by) if problem.own and problem.explained else []
    if len(problem.items) > 1:
        for item in problem.items:
            told = joined(item.told, options)
            names = [part for part in (item.severity, "" if item.name in told else item.name) if part]
            lines += indented(options.say("：", ": ").join([*names, told]), options, by)
    else:
        for sentence in problem.sentences:
            lines += indented(sentence, options, by)
    lines += indented(problem.rolled, options, by) if problem.rolled else []
    for lead, texts in (
        (options.say("依据：", "Basis: "), problem.basis),
        (options.say("→ ", "-> "), problem.advice),
        ("", (problem.state,) if problem.state else ()),
    ):
        lines += indented(lead + joined(texts, options), options, by) if texts else []
    return lines


def _beside(page: CasePage, shown: Presentation, options: Options) -> list[str]:
    """Return what stands beside the problems: how an overrun is made up, what agrees, the indicators, what is out of reach."""
    lines: list[str] = []
    if made := overrun(page, shown):
        lines += labelled(options.say("超支构成", "Overrun"), made, options)
    if page.agreed:
        several = len(page.agreed)
        told = [f"{each.title} {each.places}" + aside(each.note, shown) for each in page.agreed]

        def more(count: int) -> str:
            rest = several - count
            return options.say(f"；另有 {rest} 条规则，见 --all", f"; {rest} more rules, see --all")

        label = options.say("已核对", "Agrees")
        most = 0 if options.all else LONGEST
        first, *rest = listed("", told, more, options, LABEL[options.lang], most)
        lines += [*labelled(label, first.strip(), options), *rest]
    if page.indicators:
        known = [indicator(each, shown) for each in page.indicators if not each.missing]
        waiting = [each for each in page.indicators if each.missing]
        if waiting:
            count = len(waiting)
            known.append(
                options.say(
                    f"另有 {count} 项缺资料，不能计算：逐项见 checker score",
                    f"{count} cannot be computed for want of papers: see checker score",
                )
            )
        lines += labelled(options.say("指标", "Indicators"), joined(known, options), options)
    if page.outside:
        lines += wrap(page.outside, options.columns)
    return lines


def _papers(title: str, papers: tuple[PaperShown, ...], options: Options) -> list[str]:
    """Return a list of papers, at the right the numbers of the problems that each settles."""
    if not papers:
        return []
    count = options.say(f"{len(papers)} 份", str(len(papers)))
    lines = ["", bold(options.say(f"【{title}】{count}", f"{title}: {count}"), options)]
    for paper in papers:
        numbers = options.say("、", ", ").join(map(str, paper.problems))
        right = options.say(f"对应问题 {numbers}", f"for {numbers}") if numbers else ""  # routine papers settle none
        whom = options.say(f"（{paper.whom}）", f" ({paper.whom})") if paper.whom else ""
        set_ = options._replace(columns=options.columns - width(right) - 2 * bool(right))
        first, *rest = indented(paper.text + whom, set_, 4)
        lines += ended([f"{paper.no:>2}  " + first[4:], *rest], right, options._replace(colour=False))
    return lines


def _every(page: CasePage, options: Options) -> list[str]:
    lines = []
    others = [*page.part.not_in_force, *page.part.outside]
    if others:
        title = options.say("没有适用的规则", "Rules not applied")
        lines += ["", bold(options.say(f"【{title}】", title), options)]
        for other in others:
            lines += indented(f"{other.rule} | {other.reason.say(options.lang)}", options)
    title = options.say("全部检查", "Every check")
    lines += ["", bold(options.say(f"【{title}】", title), options)]
    for finding in page.part.results:
        path = finding.subject.path.say(options.lang)
        told = f"{finding.outcome_name.say(options.lang)} | {finding.rule.id} | {path} {finding.subject.name}"
        lines.append(cut(told, options.columns))
        for line in finding.explanation.say(options.lang):
            lines += indented(line, options)
    return lines


def _statistics(report: Report, options: Options) -> list[str]:
    """Return a line a rule: what its checks came to and its money; of those that found nothing how many there are."""
    from checker.findings.statistics import statistics

    counted = statistics(report, options.lang)
    wanted = [each for each in counted if each.found or options.all]
    lines = _in_columns(wanted, report.unit, options) if wanted else []
    if rest := len(counted) - len(wanted):
        told = options.say(
            f"另有 {rest} 条规则没有发现问题（见 --all）", f"{rest} more rules found nothing (see --all)"
        )
        lines += wrap(told, options.columns)
    return [*lines, ""]


def _in_columns(counted: list[RuleCount], unit: str, options: Options) -> list[str]:
    """Return the counts as a table; where no room is left for the titles, each rule as a paragraph."""
    used = [
        outcome
        for outcome in OUTCOMES
        if any(each.counts[outcome] for each in counted) and (options.all or outcome != "not_applicable")
    ]
    names = {outcome: OUTCOME_NAMES[outcome].say(options.lang) for outcome in used}
    heads = [*(name.replace(" ", "\n", 1) for name in names.values()), options.say("计入金额", "Counted")]
    rows = [
        [*(str(each.counts[outcome] or "") for outcome in used), _money(each.amount, unit, options)] for each in counted
    ]
    taken = sum(max(width(line) for cell in column for line in cell.split("\n")) + 2 for column in zip(heads, *rows))
    room = options.columns - taken - max(width(each.rule) for each in counted) - 2
    if room >= TITLED:
        top = [head.split("\n") for head in heads]
        deep = max(map(len, top))
        above = [["", "", *("" if at < deep - len(head) else head[at - deep] for head in top)] for at in range(deep)]
        above[-1][:2] = [options.say("规则", "Rule"), options.say("标题", "Title")]
        body = [[each.rule, cut(each.title, room), *row] for each, row in zip(counted, rows)]
        lines = aligned([*above, *body], 2, deep)
        return [*(bold(line, options) for line in lines[:deep]), *lines[deep:]]
    lines = []
    for each in counted:
        told = [f"{name} {each.counts[outcome]}" for outcome, name in names.items() if each.counts[outcome]]
        amount = [_money(each.amount, unit, options)] if each.amount else []
        lines += [*(bold(line, options) for line in wrap(each.rule, options.columns)), *indented(each.title, options)]
        lines += indented(joined([*told, *amount], options), options)
    return lines


def _money(fen: int | None, unit: str, options: Options) -> str:
    return format_money(fen, unit, lang=options.lang) if fen else ""


def _end(shown: Presentation, options: Options) -> list[str]:
    """Return one verdict on all units, the ledger, and what more there is to ask for."""
    report = shown.report
    lines = wrap(shown.verdict, options.columns) if len(shown.pages) > 1 else []
    counts = report.ledger.counts
    told = " + ".join(
        f"{OUTCOME_NAMES[each].say(options.lang)} {counts[each]}"
        for each in OUTCOMES
        if counts[each] or each in ("pass", "fail")
    )
    checks = report.ledger.checks
    lines += wrap(options.say(f"总账：检查 {checks} = {told}", f"Ledger: {checks} checks = {told}"), options.columns)
    if options.all:
        lines += wrap(shown.audit.second, options.columns)
    more = _more(shown, options)
    return [*lines, *(wrap(options.say("另见：", "More: ") + joined(more, options), options.columns) if more else [])]


def _more(shown: Presentation, options: Options) -> list[str]:
    """Return which options print what is left out here, and how much that is."""
    found: list[str] = []
    asked, routine = (sum(len(getattr(page, which)) for page in shown.pages) for which in ("papers", "routine"))
    if (asked or routine) and not options.papers:
        parts = [
            *([options.say(f"要提供的资料 {asked} 份", f"{asked} papers to provide")] if asked else []),
            *([options.say(f"例行资料 {routine} 份", f"{routine} routine papers")] if routine else []),
        ]
        told = options.say("、", ", ").join(parts)
        found.append(options.say(f"{told}（--papers）", f"{told} (--papers)"))
    if not options.all:
        others = sum(len(page.part.not_in_force) + len(page.part.outside) for page in shown.pages)
        zh, en = (f"，没有适用的规则 {others} 条", f", {others} rules not applied") if others else ("", "")
        checks = shown.report.ledger.checks
        found.append(
            options.say(
                f"全部检查 {checks} 项的算式和出处{zh}（--all）", f"{checks} checks with their arithmetic{en} (--all)"
            )
        )
    return found
