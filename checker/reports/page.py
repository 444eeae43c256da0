"""The parts of the HTML page that need no script, in one language: verdict, problems, figures, papers, and the annex for auditors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker import __version__
from checker.base.errors import Text
from checker.engines.outcome import OUTCOME_NAMES, OUTCOMES
from checker.findings.finding import Finding
from checker.findings.presented import Agreed, CasePage, Indicator, PaperShown, Presentation, ProblemShown
from checker.reports.charts import bridge_chart, budget_chart
from checker.reports.markup import Html, tag, text

UNITS = 200
"""Units spelled out; the list of items has those of all units."""
CARDS = 200
"""Problems of one unit spelled out; the list of items has them all."""
SENTENCES = 6
"""Sentences of a problem that stand open; the others are folded."""
LEFT_OUT = 3
"""Subjects of a rule that does not apply to them whose reasons are told; JSON has them all."""
TITLE = Text("预算支出检查报告", "Report on public expenditure")


def units(shown: Presentation) -> Html:
    """Return all that is said of each unit; of several, a table of them first, and each folded."""
    numbers = iter(range(sum(len(page.problems) for page in shown.pages)))
    numbered = [(at, page, [next(numbers) for _ in page.problems]) for at, page in enumerate(shown.pages)]
    spelled = numbered[:UNITS]
    if len(spelled) == 1:
        return text(*(_unit(shown, at, page, indexes) for at, page, indexes in spelled))
    folded = (
        tag(
            "details",
            tag("summary", tag("h2", page.heading)),
            _unit(shown, at, page, indexes),
            class_="unit",
            id=f"{shown.lang}-u{at}",
        )
        for at, page, indexes in spelled
    )
    return text(_overview(shown), *folded)


def _overview(shown: Presentation) -> Html:
    say = shown.say
    titles = list(dict.fromkeys(section.title for page in shown.pages for section in page.sections))
    heads = [say("单位", "Unit"), *titles, say(f"涉及金额（{shown.unit}）", f"At stake ({shown.unit})")]
    rows = []
    for at, page in enumerate(shown.pages):
        counts = {section.title: len(section.problems) for section in page.sections}
        name = tag("a", page.heading, href=f"#{shown.lang}-u{at}") if at < UNITS else page.heading
        cells = [tag("td", str(counts.get(title, "")), class_="n", data_label=title) for title in titles]
        cells.append(tag("td", shown.number(page.amount or None), class_="n", data_label=heads[-1]))
        rows.append(tag("tr", tag("th", name, scope="row"), *cells))
    told = say(f"共 {len(shown.pages)} 个单位", f"{len(shown.pages)} units")
    if len(shown.pages) > UNITS:
        told += say(
            f"，前 {UNITS} 个展开列示，其余的问题见逐项明细",
            f"; the first {UNITS} are spelled out, the items of the others are in the list",
        )
    return text(
        tag("p", shown.verdict, class_="verdict"),
        tag("h2", say("单位一览", "The units")),
        tag("p", told, class_="soft"),
        _table(heads, rows, "stack sorted"),
    )


def _unit(shown: Presentation, at: int, page: CasePage, indexes: Sequence[int]) -> Html:
    say, lang = shown.say, shown.lang
    head = [tag("h2", page.heading)] if len(shown.pages) == 1 else []
    tiles = [_tile(figure.name, figure.value, figure.note) for figure in page.figures]
    for number, section in enumerate(page.sections):
        count = say(f"{len(section.problems)} 项", str(len(section.problems)))
        name = tag("a", section.title, href=f"#{lang}-s{at}-{number}")
        tiles.append(_tile(name, count, shown.money(section.amount) if section.amount else ""))
    if page.places:
        name = tag("a", say("已核对一致", "Checked and met"), href=f"#{lang}-a{at}")
        tiles.append(_tile(name, say(f"{page.places} 处", str(page.places)), ""))
    parts = [
        *head,
        *(tag("p", note, class_="soft") for note in page.notes),
        tag("p", page.verdict, class_="verdict"),
        tag("ul", *tiles, class_="tiles"),
    ]
    index = dict(zip((problem.no for problem in page.problems), indexes))
    left = CARDS
    for number, section in enumerate(page.sections):
        members = section.problems[:left]
        left -= len(members)
        cards = [_card(shown, at, problem, index[problem.no]) for problem in members]
        parts += [tag("h3", section.title, id=f"{lang}-s{at}-{number}"), *cards]
        if len(members) < len(section.problems):
            rest = len(section.problems) - len(members)
            parts.append(
                tag("p", say(f"另有 {rest} 项，见逐项明细", f"{rest} more are in the list of items"), class_="soft")
            )
    if page.bridge is not None:
        parts.append(bridge_chart(shown, page.bridge))
    parts += [
        budget_chart(shown, page.lines),
        _indicators(shown, page.indicators),
        _papers(shown, at, page.papers),
        _routine(shown, page.routine),
        _agreed(shown, at, page.agreed),
        *([tag("p", page.outside, class_="soft")] if page.outside else []),
    ]
    return text(*parts)


def _tile(name: str, value: str, note: str) -> Html:
    small = [tag("span", note, class_="soft")] if note else []
    return tag("li", tag("span", name), tag("strong", value), *small)


def _card(shown: Presentation, at: int, problem: ProblemShown, index: int) -> Html:
    say = shown.say
    told = list(problem.sentences)
    body: list[str] = [tag("p", each) for each in told[:SENTENCES]]
    if len(told) > SENTENCES:
        rest = len(told) - SENTENCES
        more = tag("summary", say(f"另有 {rest} 句", f"{rest} more sentences"))
        body.append(tag("details", more, *(tag("p", each) for each in told[SENTENCES:])))
    body += [tag("p", problem.rolled)] if problem.rolled else []
    papers = [tag("a", str(no), href=f"#{shown.lang}-d{at}-{no}") for no in problem.papers]
    place = problem.items[0].sources if len(problem.items) == 1 else ()
    count = len(problem.items)
    rows = tag(
        "a",
        say(f"逐项明细 {count} 行", f"{count} {'rows' if count > 1 else 'row'} of items"),
        href="#list",
        data_problem=index,
    )
    fields = [
        _field(say("现象", "Found"), body),
        _field(say("依据", "Basis"), [tag("p", each) for each in problem.basis]),
        _field(say("出处", "Where"), [tag("p", each) for each in place]),
        _field(say("建议", "Advice"), [tag("p", each) for each in problem.advice]),
        _field(say("资料", "Papers"), [tag("p", *_joined(papers, say("、", ", ")))] if papers else []),
        _field(say("整改", "State"), [tag("p", problem.state)] if problem.state else []),
    ]
    head = tag(
        "header",
        tag("h4", tag("span", f"{problem.no}. ", class_="no"), problem.title),
        tag("p", problem.stake, class_="stake") if problem.stake else "",
        tag(
            "p",
            tag("span", problem.kind_name, class_=f"kind k-{problem.kind}"),
            " · ",
            say("程度：", "severity: "),
            problem.severity,
            tag("span", " · ", rows, class_="rows"),
            class_="soft",
        ),
    )
    name = f"p{at}-{problem.no}"
    return tag(
        "article", head, tag("dl", *fields), class_=f"card c-{problem.kind}", id=f"{shown.lang}-{name}", data_at=name
    )


def _field(name: str, parts: Sequence[str]) -> Html:
    return text(tag("dt", name), tag("dd", *parts)) if parts else Html()


def _joined(parts: Iterable[str], between: str) -> list[str]:
    found: list[str] = []
    for part in parts:
        found += [between, part] if found else [part]
    return found


def _indicators(shown: Presentation, indicators: Sequence[Indicator]) -> Html:
    say = shown.say
    known = [each for each in indicators if each.value]
    waiting = [each for each in indicators if not each.value]
    if not indicators:
        return Html()
    heads = [say("指标", "Indicator"), say("数值", "Value")]
    heads += [say("分母", "Base")] if any(each.base for each in known) else []
    rows = [
        tag(
            "tr",
            tag("th", each.name, scope="row"),
            tag("td", each.value, class_="n", data_label=heads[1]),
            *(tag("td", each.base, data_label=name) for name in heads[2:]),
        )
        for each in known
    ]
    parts: list[str] = [tag("h3", say("指标", "Indicators"))]
    parts += [_table(heads, rows, "short")] if rows else []
    if waiting:
        between = say("、", ", ")
        open_ = say("（缺 ", " (lacks "), say("）", ")")
        told = say("；", "; ").join(each.name + open_[0] + between.join(each.missing) + open_[1] for each in waiting)
        lead = say(f"算不出的 {len(waiting)} 项：", f"{len(waiting)} cannot be computed: ")
        parts.append(tag("p", lead + told, class_="soft"))
    return text(*parts)


def _papers(shown: Presentation, at: int, papers: Sequence[PaperShown]) -> Html:
    if not papers:
        return Html()
    say = shown.say
    heads = [say("序号", "No"), say("资料", "Document")]
    asked = any(paper.whom for paper in papers)
    heads += [say("向谁要", "From whom")] if asked else []
    heads.append(say("对应问题", "For problem"))
    rows = []
    for paper in papers:
        cells = [tag("td", str(paper.no), class_="n no"), tag("td", paper.text)]
        cells += [tag("td", paper.whom, data_label=heads[2])] if asked else []
        links = [tag("a", str(no), href=f"#{shown.lang}-p{at}-{no}") for no in paper.problems]
        cells.append(tag("td", tag("span", *_joined(links, say("、", ", "))), data_label=heads[-1]))
        rows.append(tag("tr", *cells, id=f"{shown.lang}-d{at}-{paper.no}"))
    return text(tag("h3", say("需提供资料", "To provide")), _table(heads, rows, "stack papers"))


def _routine(shown: Presentation, papers: Sequence[PaperShown]) -> Html:
    """Return the papers that a review asks for anyway: a list, without bases, and of no problem."""
    if not papers:
        return Html()
    lead = shown.say(
        "报告没有提到、检查时通常会要的资料；不是问题。",
        "What the report does not mention and a review usually asks for; no problem by itself.",
    )
    listed = (tag("li", paper.text, value=paper.no) for paper in papers)
    title = tag("h3", shown.say("例行资料", "Routine papers"))
    return text(title, tag("p", lead, class_="soft"), tag("ol", *listed, class_="routine"))


def _agreed(shown: Presentation, at: int, agreed: Sequence[Agreed]) -> Html:
    if not agreed:
        return Html()
    say = shown.say
    places = sum(each.places for each in agreed)
    noted = [each for each in agreed if each.note]
    title = tag("h3", say(f"已核对一致 {places} 处", f"Checked and met in {places} places"), id=f"{shown.lang}-a{at}")
    told = say("；", "; ").join(
        each.title + (say(f"（{each.places} 处）", f" ({each.places})") if each.places > 1 else "") for each in agreed
    )
    notes = [tag("li", each.title, say("：", ": "), each.note) for each in noted]
    return text(title, tag("p", told), tag("ul", *notes, class_="soft") if notes else Html())


def annex(shown: Presentation) -> Html:
    """Return what an auditor looks up of the run: the files with their SHA-256, the outcomes, the rules that were not asked."""
    say, report = shown.say, shown.report
    heads = (say("单位", "Unit"), say("文件", "File"), "SHA-256", say("数据项", "Facts"))
    files = [
        tag(
            "tr",
            tag("td", part.case.unit),
            tag("td", part.case.file, data_label=heads[1]),
            tag("td", tag("code", part.case.sha256), data_label=heads[2]),
            tag("td", str(part.case.facts), class_="n", data_label=heads[3]),
        )
        for part in report.cases[:UNITS]
    ]
    counts = report.ledger.counts
    outcomes = [
        tag("tr", tag("th", OUTCOME_NAMES[name].say(shown.lang), scope="row"), tag("td", str(counts[name]), class_="n"))
        for name in OUTCOMES
    ]
    outcomes.append(
        tag("tr", tag("th", say("合计", "Total"), scope="row"), tag("td", str(report.ledger.checks), class_="n"))
    )
    stakes = [
        tag(
            "tr",
            tag("td", report.rules[rule].title.say(shown.lang)),
            tag("td", tag("code", rule)),
            tag("td", shown.number(amount), class_="n"),
        )
        for rule, amount in sorted(report.stakes, key=lambda each: -each[1])
        if amount > 0
    ]
    parts: list[str] = [
        tag(
            "p",
            f"checker {__version__} · ",
            say("规则库 SHA-256 ", "rulebook SHA-256 "),
            tag("code", report.rulebook),
            class_="soft",
        ),
        _table(heads, files, "stack"),
        tag("h3", say("各种结论的数目", "Checks by outcome")),
        _table((say("结论", "Outcome"), say("数目", "Checks")), outcomes, "short"),
    ]
    if stakes:
        title = say(
            "各规则涉及的金额（同一笔钱可能被几条规则提到，不能相加）",
            "Money at stake by rule (rules may name the same money; do not add)",
        )
        parts += [tag("h3", title), _table((say("规则", "Rule"), say("编号", "Id"), shown.unit), stakes, "")]
    if left_out := _left_out(shown):
        parts.append(left_out)
    for name, left in (
        (say("本年度没有问的规则", "Rules not asked"), report.not_in_force),
        (say("不在材料范围的规则", "Rules outside the document"), report.outside),
    ):
        by_rule = dict.fromkeys((each.rule, each.reason.say(shown.lang)) for each in left)
        if by_rule:
            lines = (tag("li", tag("code", rule), say("：", ": "), reason) for rule, reason in by_rule)
            parts.append(tag("details", tag("summary", f"{name} {len(by_rule)}"), tag("ul", *lines)))
    return text(*parts)


def _left_out(shown: Presentation) -> Html:
    """Return by rule what it does not apply to: how much that is, and of the first few why."""
    say = shown.say
    by_rule: dict[str, list[Finding]] = {}
    for finding in shown.report.results:
        if finding.outcome == "not_applicable":
            by_rule.setdefault(finding.rule.id, []).append(finding)
    if not by_rule:
        return Html()
    lines = []
    for rule, members in by_rule.items():
        told = say("；", "; ").join(each.message.say(shown.lang) for each in members[:LEFT_OUT])
        more = len(members) - LEFT_OUT
        rest = say(f"；另有 {more} 项", f"; {more} more") if more > 0 else ""
        lines.append(tag("li", tag("code", rule), say("：", ": "), told + rest))
    count = sum(map(len, by_rule.values()))
    title = say(f"不适用的检查 {count} 项和原因", f"{count} checks that do not apply, and why")
    return tag("details", tag("summary", title), tag("ul", *lines))


def _table(heads: Sequence[str], rows: Sequence[str], kind: str) -> Html:
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    return tag("table", tag("thead", head), tag("tbody", *rows), class_=kind or None)
