"""The report: checks gathered into numbered problems, amounts counted once, papers to provide, how an overrun is made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import localcontext
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.values import EXACT
from checker.cases.case import Case, Fact
from checker.engines.outcome import SEVERITY_ORDER, Check, Ledger
from checker.findings.explain import missing_name, paper
from checker.findings.stakes import at_stake, count, in_order, last_digits
from checker.language.causes import Missing
from checker.rulebook.book import NotInForce, Plan, Rulebook
from checker.rulebook.rule import NATURES

CLASSES = ("contradiction", "breach", "disclosure", "query", "undetermined", "error")
"""The order in which problems are printed: what is established, what is to be disclosed, what will be asked, what is open."""
NOT_MENTIONED = "not-mentioned"
"""The problem that gathers what a case says nothing of: one for a unit, however many rules wait for it."""
NOT_MENTIONED_TITLE = Text("没有提到、需要另外提供的资料", "Not mentioned, to be provided")


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Findings of one unit with one cause, numbered and counted once.

    `own` is the money at stake in it alone, in fen, None when there is none; `amount` is what of that no earlier problem counts.
    """

    no: int
    key: str
    title: Text
    outcome: str
    nature: str
    severity: str
    own: int | None
    amount: int | None
    checks: tuple[Check, ...]
    case: Case

    @property
    def kind(self) -> str:
        """The class it is printed under: its nature, or undetermined, or error."""
        return self.outcome if self.outcome in ("undetermined", "error") else self.nature


class Paper(NamedTuple):
    """One document to provide, and the numbers of the problems it settles."""

    text: str
    problems: tuple[int, ...]
    subjects: int


class Step(NamedTuple):
    """One part of an overrun: whose difference, how many items, how much (fen)."""

    label: Text
    amount: int


class Bridge(NamedTuple):
    """How the difference between spending and initial budget is made up; the steps add up to `total` exactly."""

    case: Case
    line: Fact
    budget: int
    actual: int
    total: int
    steps: tuple[Step, ...]

    def derived(self, field: str) -> bool:
        """Whether the report does not print *field* of the total, so that it is the sum of its parts (推算)."""
        return self.line.derived(field)


@dataclass(frozen=True)
class Report:
    """Everything a format prints; made once, never changed."""

    book: Rulebook
    cases: tuple[Case, ...]
    checks: tuple[Check, ...]
    not_in_force: tuple[tuple[Case, NotInForce], ...]
    ledger: Ledger
    problems: tuple[ProblemGroup, ...]
    lang: str
    notes: dict[str, tuple[Text, ...]]
    outside: tuple[tuple[Case, NotInForce], ...] = ()
    """The rules that were not asked, since the document that the case transcribes cannot speak of them."""

    @classmethod
    def of(
        cls,
        book: Rulebook,
        judged: Sequence[tuple[Case, Plan, Sequence[Check]]],
        lang: str,
        notes: dict[str, tuple[Text, ...]] | None = None,
    ) -> Report:
        """Gather the checks of every case; *notes* are what to say of a case's file besides."""
        judged = sorted(judged, key=lambda entry: entry[0].file)
        checks = [check for _, _, found in judged for check in found]  # an engine gives them by rule and subject
        cases = sorted((case for case, _, _ in judged), key=lambda case: case.file)
        others = [(case, other) for case, plan, _ in judged for other in plan.not_in_force]
        others.sort(key=lambda pair: (pair[0].file, pair[1].rule.id))
        beyond = [(case, other) for case, plan, _ in judged for other in plan.outside]
        beyond.sort(key=lambda pair: (pair[0].file, pair[1].rule.id))
        with localcontext(EXACT):
            problems, counted = _counted(_problems(checks))
        checks = [counted.get(id(check), check) for check in checks]
        return cls(
            book, tuple(cases), tuple(checks), tuple(others), Ledger(checks), problems, lang, notes or {}, tuple(beyond)
        )

    def outside_line(self, case: Case) -> Text | None:
        """Return the one line on the rules that the document of *case* cannot speak of; nothing where there are none."""
        count = sum(1 for owner, _ in self.outside if owner is case)
        if not count:
            return None
        words = case.vocabulary.enumerations["document_kind"]
        zh = "、".join(words.name(kind, "zh") for kind in case.documents)
        en = ", ".join(kind.replace("_", " ") for kind in case.documents)
        return Text(f"不在本材料（{zh}）范围 {count} 条", f"Outside this document ({en}): {count} rules")

    def amount(self, kinds: Sequence[str] = CLASSES) -> int:
        """Return the money at stake in the problems of *kinds* that no problem before them counts: over all kinds, all of it."""
        return sum(problem.amount or 0 for problem in self.problems if problem.kind in kinds)

    def papers(self) -> list[Paper]:
        """Return what to provide, each document once, and one line for all lists that nobody says to be whole."""
        found: dict[str, tuple[set[int], set[tuple[str, str]]]] = {}
        lists: dict[str, None] = {}
        asked: set[int] = set()
        for problem in self.problems:
            for check in problem.checks:
                if problem.outcome == "undetermined":
                    open_ = [m for m in check.missing if _list_asked(m, check)]
                    lists.update((_list_name(m, check, self.lang), None) for m in open_)
                    asked |= {problem.no} if open_ else set()
                    texts = {paper(missing, check, self.lang) for missing in check.missing if missing not in open_}
                elif problem.outcome == "fail":
                    texts = {check.rule.remedy.say(self.lang)}
                else:
                    continue
                for text in texts:
                    numbers, subjects = found.setdefault(text, (set(), set()))
                    numbers.add(problem.no)
                    subjects.add((check.case.file, check.subject.id))
        papers = [Paper(text, tuple(sorted(n)), len(s)) for text, (n, s) in found.items()]
        if lists:
            zh, en = "、".join(lists), ", ".join(lists)
            whole = Text(
                f"说明是否列全：{zh}（列全的写 complete: true，全文转录的写 transcribed: whole）",
                f"say whether these are all: {en} (complete: true; transcribed: whole for a whole report)",
            )
            papers.append(Paper(whole.say(self.lang), tuple(sorted(asked)), len(lists)))
        return sorted(papers, key=lambda paper: (paper.problems, paper.text))

    def bridges(self) -> list[Bridge]:
        """Return for each case how its total overrun is made up, where it can be computed."""
        return [bridge for case in self.cases if (bridge := overrun_bridge(case)) is not None]

    def exit_code(self, fail_on: str = "low", known: Callable[[Check], bool] = lambda check: False) -> int:
        """Return the exit code: the first that holds of 4, 1, 3, 0 (2 is for inputs that were never judged).

        Findings that are *known* from an earlier run do not count; an error always does.
        """
        if any(check.outcome == "error" for check in self.checks):
            return 4
        limit = SEVERITY_ORDER.index(fail_on)
        if any(c.outcome == "fail" and SEVERITY_ORDER.index(c.severity) >= limit and not known(c) for c in self.checks):
            return 1
        if any(check.outcome == "undetermined" and not known(check) for check in self.checks):
            return 3
        return 0


def _list_asked(missing: Missing, check: Check) -> bool:
    """Whether what is missing is no more than the word that a list is whole."""
    fact = missing.fact
    if fact is None or missing.why not in ("partial", "absent"):
        return False
    tree = check.case.vocabulary.entities[fact.entity].tree if fact.entity in check.case.vocabulary.entities else None
    return (missing.why == "partial" and fact is check.case.root) or (tree is not None and missing.name == tree[2][0])


def _list_name(missing: Missing, check: Check, lang: str) -> str:
    """Return the name of the list that may not be whole; the parts of a line are listed with all lines."""
    fact = missing.fact
    entity = None if fact is None else check.case.vocabulary.entities.get(fact.entity)
    parts = entity is not None and entity.tree is not None and missing.name == entity.tree[2][0]
    return entity.name(lang) if parts and entity is not None else missing_name(missing, check, lang)


def _problems(checks: Sequence[Check]) -> list[ProblemGroup]:
    groups: dict[tuple[str, str, str, str], list[Check]] = {}
    for check in checks:
        if not check.is_finding or (check.rule.indicator and check.outcome == "undetermined"):
            continue
        key = NOT_MENTIONED if _not_mentioned(check) else check.rule.problem
        groups.setdefault(
            (check.case.file, key, check.outcome, check.nature if check.outcome == "fail" else ""), []
        ).append(check)
    drafts: list[ProblemGroup] = []
    for (_, key, outcome, _), members in groups.items():
        severity = max((check.severity for check in members), key=SEVERITY_ORDER.index)
        nature = min((check.nature for check in members), key=list(NATURES).index)
        titles = {check.rule.problem_title for check in members} - {None}
        rules = {check.rule.id for check in members}
        title = next(iter(titles)) if titles and (len(rules) > 1 or outcome != "fail") else None
        if key == NOT_MENTIONED:
            title = NOT_MENTIONED_TITLE
        drafts.append(
            ProblemGroup(
                0,
                key,
                title or members[0].rule.title,
                outcome,
                nature,
                severity,
                at_stake(members),
                None,
                tuple(members),
                members[0].case,
            )
        )
    drafts.sort(
        key=lambda p: (p.case.file, CLASSES.index(p.kind), -SEVERITY_ORDER.index(p.severity), -(p.own or 0), p.key)
    )
    return [replace(draft, no=number) for number, draft in enumerate(drafts, 1)]


def _counted(problems: Sequence[ProblemGroup]) -> tuple[tuple[ProblemGroup, ...], dict[int, Check]]:
    """Return the problems with what of their money counts, and by the identity of each check what stands for it."""
    by_case: dict[int, list[Check]] = {}
    for problem in problems:
        by_case.setdefault(id(problem.case), []).extend(in_order(problem.checks))
    found: dict[int, Check] = {}
    for checks in by_case.values():
        for check, came in zip(checks, count(checks[0].case, checks)):
            marks, amount = check.marks, check.amount
            if came.amount and "roll_up" in marks:  # its parts add up to it, but nothing is claimed on them
                marks, amount = marks - {"roll_up"}, check.own
            if came.roll_up:
                marks, amount = marks | {"roll_up"}, 0 if check.outcome == "fail" else amount
            elif came.amount < came.most:
                marks |= {"counted"}
            elif came.amount < (check.own or 0):
                marks |= {"capped"}
            counts = None if check.own is None else came.amount
            found[id(check)] = check._replace(amount=amount, marks=marks, counts=counts)
    made = []
    for problem in problems:
        members = tuple(found[id(check)] for check in problem.checks)
        amount = None if problem.own is None else sum(check.counts or 0 for check in members)
        alone = at_stake(check for check in members if check.counts or "roll_up" not in check.marks)
        own = None if problem.own is None else alone or 0
        made.append(replace(problem, own=own, amount=amount, checks=members))
    return tuple(made), found


def _not_mentioned(check: Check) -> bool:
    """Whether a check waits for nothing but what the case does not mention at all.

    Of an excerpt that holds for every subject: what no line shows is asked for once, not line by line, and so is what some lines
    show and others do not, as long as it is not even known whether a rule applies to them. Where money is at stake it stays a
    problem of its own.
    """
    case = check.case
    if check.outcome != "undetermined" or not check.missing:
        return False
    if check.subject is case.root:
        return all(
            m.fact is check.subject and (m.why in ("absent", "not_given") or (m.why == "partial" and not case.whole))
            for m in check.missing
        )
    if case.whole or check.own:
        return False
    return all(_nowhere(m, check) for m in check.missing) or (
        _may_not_apply(check) and all(_of_a_line(m, check) or _nowhere(m, check) for m in check.missing)
    )


def _may_not_apply(check: Check) -> bool:
    """Whether it is not known if a rule applies at all."""
    with localcontext(EXACT):
        return check.judge.when is not None and check.judge.when((check.subject,)) is None


def _of_a_line(missing: Missing, check: Check) -> bool:
    """Whether what is missing is a column that the excerpt does not show of a line: lines differ in their columns."""
    entity = check.case.vocabulary.entities.get(missing.fact.entity) if missing.fact is not None else None
    return missing.why == "not_given" and entity is not None and entity.tree is not None


def _nowhere(missing: Missing, check: Check) -> bool:
    """Whether no fact of a case shows what is missing of one."""
    fact, case = missing.fact, check.case
    if fact is None or fact.entity not in case.vocabulary.entities:
        return False
    if missing.why == "not_given":
        known = (other.cells.get(missing.name) for other in case.facts.get(fact.entity, ()))
        return not any(cell is not None and not cell.derived for cell in known)
    if _list_asked(missing, check):
        return True
    return missing.why == "absent" and not case.facts.get(missing.name)


def overrun_bridge(case: Case) -> Bridge | None:
    """Return how the total's overrun is made up of the lines whose own difference explains it."""
    top = next((f for f in case.facts.get("budget_line", ()) if f.values.get("kind") == "total"), None)
    if top is None:
        return None
    total = _difference(top)
    if total is None or total <= 0:
        return None
    steps: list[Step] = []
    unbudgeted: list[Fact] = []
    rounded = 0

    def descend(line: Fact) -> None:
        nonlocal rounded
        parts = line.related.get("sub_line", [])
        differences = [_difference(part) for part in parts]
        whole = _difference(line)
        known = bool(parts) and line.states.get("sub_line") == "complete" and None not in differences
        rest = (whole or 0) - sum(difference or 0 for difference in differences)
        if known and whole is not None and 2 * abs(rest) <= last_digits([line, *parts], ("initial_budget", "actual")):
            rounded += rest
            for part in parts:
                descend(part)
        elif _budget(line) == 0:
            unbudgeted.append(line)
        elif whole:
            steps.append(Step(Text(case.label(line), case.label(line)), whole))

    descend(top)
    if unbudgeted:
        amount = sum(_difference(line) or 0 for line in unbudgeted)
        count = len(unbudgeted)
        steps.append(Step(Text(f"年初没有预算的 {count} 项", f"{count} items without an initial budget"), amount))
    if rounded:
        steps.append(Step(Text("四舍五入的差", "rounding"), rounded))
    if sum(step.amount for step in steps) != total:
        return None
    steps.sort(key=lambda step: -step.amount if step.amount < 0 else 0)
    return Bridge(case, top, _budget(top) or 0, top.values["actual"], total, tuple(steps))


def _difference(line: Fact) -> int | None:
    actual, budget = line.values.get("actual"), _budget(line)
    return None if actual is None or budget is None else int(actual) - budget


def _budget(line: Fact) -> int | None:
    """Return the initial budget of a line; one that is stated as none is no money."""
    known = line.values.get("initial_budget")
    return 0 if known is None and "initial_budget" in line.none else None if known is None else int(known)
