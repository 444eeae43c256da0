"""A finding: what one check came to, as data that formats print without the rulebook, the case or an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import localcontext
from functools import cached_property
from typing import TypeVar

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.base.values import EXACT
from checker.cases.case import HEADINGS, Case, Fact
from checker.engines.outcome import Check, FollowUp, Waiver, outcome_name
from checker.findings.data import LANGUAGES, Both, Data
from checker.findings.explain import finding_title, message, used_facts
from checker.findings.identity import fingerprint
from checker.findings.lacking import Wanted, lacking, missing_names, wanted
from checker.findings.shown import value_text
from checker.findings.working import explanation
from checker.language.formatter import format_expression
from checker.language.trace import Known
from checker.language.tree import Binary
from checker.records.states import state_text
from checker.rulebook.rule import Basis, Rule

T = TypeVar("T")
LATELY = 12
"""Judges whose knowledge is kept: more rules than one item is spoken of by."""
PLACES = 60
"""Places that are named of one finding: a total of a thousand parts names the first of them, its facts are all there."""
BUDGET = ("initial_budget", "adjusted_budget", "actual")
"""The figures of a budget line that the conventional list prints."""


@frozen
class RuleShown:
    """What is printed of a rule; `nature` is as what a fail of it stands, `basis` every instrument it names.

    `base` is what an indicator is reckoned on, `finding_title` is there where it says the same of every subject, `order` where its findings are an aspect of a problem.
    """

    id: str
    title: Text
    nature: str
    remedy: Text
    entity: str
    indicator: bool
    basis: tuple[Basis, ...]
    problem: str = ""
    order: int = 0
    base: Text | None = None
    problem_title: Text | None = None
    finding_title: Text | None = None

    @classmethod
    def of(cls, rule: Rule) -> RuleShown:
        """Return what is printed of *rule*."""
        return cls(
            rule.id,
            rule.title,
            rule.stands_as(rule.nature),
            rule.remedy,
            rule.entity,
            rule.indicator,
            rule.basis,
            rule.problem,
            rule.aspect.order,
            _base(rule),
            rule.problem_title,
            _plain(rule),
        )

    @property
    def verified(self) -> str:
        """How far the weakest basis was read."""
        return min((b.verified for b in self.basis), key=("no", "secondary", "text").index)


def _base(rule: Rule) -> Text | None:
    """Return what an indicator divides by, in words; nothing for one that is no ratio."""
    if not rule.indicator or not isinstance(rule.require, Binary) or rule.require.op != "/":
        return None
    named = [format_expression(rule.require.right, rule.scope, lang, words=True) for lang in LANGUAGES]
    if any("(" in text or "（" in text for text in named):  # what must be read as an expression is no name
        return None
    return Text(named[0].replace(" + ", "＋").replace(" - ", "－"), named[1].replace("_", " "))


def _plain(rule: Rule) -> Text | None:
    """Return the title of a finding that names no value, so that it fits any number of them."""
    pieces = [rule.finding_title[lang].pieces for lang in LANGUAGES if lang in rule.finding_title]
    if len(pieces) < 2 or not all(len(each) == 1 and isinstance(each[0], str) for each in pieces):
        return None
    return Text(*(str(each[0]) for each in pieces))


def draft(unconfirmed: int, headings: Sequence[Text] = ()) -> Text:
    """Return what stands before everything else in a report on figures that nobody has confirmed; nothing where there is none.

    *headings* are those that nobody has confirmed: they decide which rules apply, so every finding rests on them.
    """
    if not unconfirmed:
        return Text("", "")
    figures = "figure" if unconfirmed == 1 else "figures"
    zh, en = f"草稿：{unconfirmed} 处数字待确认。", f"Draft: {unconfirmed} {figures} to confirm. "
    if headings:
        zh += f"{'、'.join(each.zh for each in headings)}也没有人确认，适用哪些规则看它，下面每一条都以此为前提。"
        names = ", ".join(each.en for each in headings)
        en += (
            f"Nobody has confirmed {names}, on which it depends which rules apply: every finding below rests on that. "
        )
    return Text(zh, en)


class CaseShown(Data):
    """What is printed of a case besides its findings; `year` is 0 and `jurisdiction` empty where they are not known.

    `unconfirmed` is how many of its figures nobody has confirmed, `unconfirmed_headings` which of the headings are among them.
    """

    file: str
    sha256: str
    unit: str
    code: str | None
    year: int
    jurisdiction: str
    documents: tuple[str, ...]
    report_title: str
    unconfirmed: int
    unconfirmed_headings: tuple[str, ...]
    _case: Case
    _recent: list[tuple[object, Known]]

    def __init__(self, case: Case) -> None:
        super().__init__(
            file=case.file,
            sha256=case.sha256,
            unit=case.unit,
            code=case.root.values.get("code"),
            year=case.year,
            jurisdiction=case.jurisdiction,
            documents=case.documents,
            unconfirmed=case.unconfirmed,
            unconfirmed_headings=case.unconfirmed_headings(),
            report_title=str(case.root.values.get("report_title") or ""),
            _case=case,
            _recent=[],
        )

    @cached_property
    def headings(self) -> Mapping[tuple[str, bool], Text]:
        """The headings as printed, by name and whether one that is not known is labelled with what it is."""
        case = self._case
        return {
            (name, labelled): Text(*(case.heading(name, lang, labelled) for lang in LANGUAGES))
            for name in HEADINGS
            for labelled in (False, True)
        }

    @cached_property
    def year_text(self) -> Text:
        """The fiscal year with its word in Chinese, as after a unit's name."""
        return Text(*(self._case.in_year(lang) for lang in LANGUAGES))

    @cached_property
    def facts(self) -> int:
        """How many facts it holds."""
        return self._case.count()

    def known_to(self, judge: object) -> Known:
        """Return what is known of definitions to a judge that asked lately: findings are worded rule by rule, or item by item."""
        for at, (known_judge, known) in enumerate(self._recent):
            if known_judge is judge:
                if at:
                    self._recent.insert(0, self._recent.pop(at))
                return known
        self._recent[:] = [(judge, {}), *self._recent[: LATELY - 1]]
        return self._recent[0][1]

    @property
    def draft(self) -> Text:
        """What stands before all else where figures are not confirmed; empty where all are."""
        return draft(self.unconfirmed, [self.heading_name(name) for name in self.unconfirmed_headings])

    def heading_name(self, name: str) -> Text:
        """Return what a heading is called."""
        field = self._case.vocabulary.root.fields[name]
        return Text(*(field.name(lang) for lang in LANGUAGES))

    def heading(self, name: str, lang: str, labelled: bool = False) -> str:
        """Return a heading of the case as printed; one that is not known says so, *labelled* with what it is."""
        return self.headings[name, labelled].say(lang)

    def __repr__(self) -> str:
        return f"<CaseShown {self.file}: {self.unit} {self.year or '?'}>"


@frozen
class Subject:
    """What was checked: the kind and id of the fact, the name a reader knows it by, how it is addressed, where it stands."""

    entity: str
    id: str
    name: str
    path: Text
    line: int
    column: int


@frozen
class UsedFact:
    """One figure that a check read: how it is addressed, its value as printed, and where it was read."""

    path: str
    value: Text
    inferred: bool
    derived: bool
    line: int
    column: int
    note: str
    unconfirmed: bool = False
    quote: str = ""


@frozen
class Spot:
    """A place in the case file that a check read, with the note on its source in the report, and what is printed there."""

    line: int
    column: int
    note: str
    quote: str = ""

    @property
    def source(self) -> str:
        """Where it stands in the report, and the sentence or row as printed where the case has it."""
        return f"{self.note}“{self.quote}”" if self.quote else self.note


@frozen
class BudgetFigure:
    """One figure of a budget line in fen, None where it is not known; derived: not printed; added_up: the sum of its parts."""

    value: int | None
    derived: bool
    added_up: bool


class Finding(Data):
    """What one check came to, made once; frozen.

    What is cheap is there at once. Message, explanation, facts, places, papers and names are worked out when first asked for,
    while the engine's judge of the check is at hand, and kept. Pickling works out all that is still open, in both languages,
    and leaves the judge, the rule and the case behind: what is read back prints the same without any of them.

    `own` is the money at stake in fen, None where there is none or it is unknown; `amount` is what of it counts. `problem` is
    the number of the problem it belongs to, `unit` the unit of money of the report. `second`, `marks`, `waiver` and `followups` are those of the check.
    """

    rule: RuleShown
    case: CaseShown
    problem: int | None
    outcome: str
    severity: str
    own: int | None
    amount: int | None
    marks: frozenset[str]
    second: str
    waiver: Waiver | None
    followups: tuple[FollowUp, ...]
    unit: str
    _check: Check

    def __init__(self, check: Check, rule: RuleShown, case: CaseShown, problem: int | None, unit: str = "万元") -> None:
        amount = (
            check.counts if check.counts is not None or check.own is None else 0
        )  # what is met has nothing at stake
        super().__init__(
            rule=rule,
            case=case,
            problem=problem,
            outcome=check.outcome,
            severity=check.severity,
            own=check.own,
            amount=amount,
            marks=check.marks,
            second=check.second,
            waiver=check.waiver,
            followups=check.followups,
            unit=unit,
            _check=check,
        )

    @property
    def is_finding(self) -> bool:
        """Whether somebody has to act."""
        return self.outcome in ("fail", "undetermined", "error")

    @property
    def key(self) -> tuple[str, str, str]:
        """What orders findings: case file, rule, subject."""
        return (self.case.file, self.rule.id, self.subject.id)

    @cached_property
    def subject(self) -> Subject:
        """What was checked."""
        case, fact = self._check.case, self._check.subject
        path = Text(*(case.path(fact, lang=lang) for lang in LANGUAGES))
        return Subject(fact.entity, fact.id, case.label(fact), path, fact.line, fact.column)

    @cached_property
    def nature(self) -> str:
        """What it means where it fails: contradiction, disclosure, breach, query or indicator."""
        return self._check.nature

    @cached_property
    def outcome_name(self) -> Text:
        """The outcome in words that fit the rule's nature."""
        return Text(*(outcome_name(self._check, lang) for lang in LANGUAGES))

    @cached_property
    def basis(self) -> tuple[Basis, ...]:
        """The instruments that bind this unit and were in force."""
        return self._check.basis

    @cached_property
    def fingerprint(self) -> str:
        """The stable key: the same in every run over the same unit, year and subject."""
        return fingerprint(self._check)

    @cached_property
    def series(self) -> str:
        """The stable key over the years."""
        return fingerprint(self._check, series=True)

    @cached_property
    def of_unit(self) -> bool:
        """Whether it was found of the unit as a whole."""
        return self._check.subject is self._check.case.root

    @cached_property
    def title(self) -> Both[str]:
        """What was found, as the title of a problem that is about this alone; empty where the rule says none."""
        return self._worded(lambda check, lang: finding_title(check, lang, self.unit))

    @cached_property
    def message(self) -> Both[str]:
        """The one sentence that it says."""
        return self._worded(lambda check, lang: message(check, lang, self.unit))

    @cached_property
    def explanation(self) -> Both[tuple[str, ...]]:
        """The explanation, a line each: basis, rule, values put in, arithmetic, what is missing, verdict."""
        return self._worded(lambda check, lang: tuple(explanation(check, lang)))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """How everything is addressed that is missing."""
        case = self._check.case
        return tuple(
            f"parameters.{m.name}" if m.fact is None or m.why == "no_parameter" else case.path(m.fact, m.name)
            for m in self._check.missing
        )

    @cached_property
    def missing_names(self) -> Both[tuple[str, ...]]:
        """Everything that is missing, by name, each once."""
        check = self._check
        return Both(lambda lang: tuple(missing_names(check, lang)))

    @cached_property
    def lacking(self) -> Both[tuple[tuple[str, str], ...]]:
        """Everything that is missing, as what is said of it and its name, each once."""
        check = self._check
        return Both(lambda lang: tuple(lacking(check, lang)))

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """What would settle each thing that is missing."""
        return tuple(dict.fromkeys(wanted(missing, self._check) for missing in self._check.missing))

    def papers(self, lang: str) -> tuple[str, ...]:
        """Return what to provide (where it cannot be judged) or to correct (where it fails), each once."""
        if self.outcome == "undetermined":
            return tuple(dict.fromkeys(each.text.say(lang) for each in self.wanted))
        return (self.rule.remedy.say(lang),) if self.outcome == "fail" else ()

    def _worded(self, make: Callable[[Check, str], T]) -> Both[T]:
        """Return what *make* says of the check, in both languages."""

        def said(lang: str) -> T:
            with self._remembering():
                return make(self._check, lang)

        return Both(said)

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        """Keep what definitions come to from one finding of a rule and case to the next: the totals of a unit stand in many."""
        judge = self._check.judge
        if judge is None or judge.dated:  # a dated rule's parameters differ by subject
            yield
            return
        before = judge.tracer.known
        judge.tracer.known = self.case.known_to(judge)
        try:
            yield
        finally:
            judge.tracer.known = before

    @cached_property
    def _used(self) -> list[tuple[Fact, str]]:
        with localcontext(EXACT), self._remembering():
            return list(self._using())

    def _using(self) -> Iterator[tuple[Fact, str]]:
        """Yield the fields that it read, in order: of a total's parts there are as many as the case has lines."""
        check = self._check
        if check.judge is None or check.subject.entity.removesuffix("*") != check.rule.entity:
            return iter(())
        return used_facts(check.judge.traces(check.subject))

    @cached_property
    def facts(self) -> tuple[UsedFact, ...]:
        """The figures that it read, in order."""
        case = self._check.case
        found = []
        for fact, name in self._used:
            cell = fact.cells.get(name)
            if cell is not None and name != "figure":
                value = Text(*(value_text(case, fact, name, lang) for lang in LANGUAGES))
                path = case.path(fact, name)
                found.append(
                    UsedFact(
                        path,
                        value,
                        cell.inferred,
                        cell.derived,
                        cell.line,
                        cell.column,
                        cell.note,
                        cell.unconfirmed,
                        cell.quote,
                    )
                )
        return tuple(found)

    @cached_property
    def places(self) -> tuple[Spot, ...]:
        """Where the figures stand that it read, the first `PLACES`, each once; the subject's own where it read none."""
        with localcontext(EXACT), self._remembering():
            cells = (cell for fact, name in self._using() if (cell := fact.cells.get(name)) is not None and cell.line)
            spots = (Spot(cell.line, cell.column, cell.note, cell.quote) for cell in cells)
            found: dict[Spot, None] = {}
            for spot in spots:
                found[spot] = None
                if len(found) == PLACES:
                    break
        subject = self._check.subject
        return tuple(found) or ((Spot(subject.line, subject.column, subject.note),) if subject.line else ())

    @property
    def unconfirmed(self) -> bool:
        """Whether it rests on a figure that a program read and nobody has confirmed."""
        return "unconfirmed" in self.marks

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """How everything is addressed that a pass rests on, sorted; nothing for any other outcome."""
        path = self._check.case.path
        return tuple(sorted(path(r.fact, r.name) if r.fact else f"{r.name}[]" for r in self._check.rests_on))

    @cached_property
    def budget(self) -> Mapping[str, BudgetFigure] | None:
        """The figures of `BUDGET` by name where a budget line was checked; None for any other subject."""
        fact = self._check.subject
        if fact.entity != "budget_line":
            return None
        return {name: BudgetFigure(fact.values.get(name), fact.derived(name), fact.added_up(name)) for name in BUDGET}

    @cached_property
    def state(self) -> Text:
        """What became of it in words; empty where no file of follow-up speaks of it."""
        return Text(*(state_text(self._check, lang) for lang in LANGUAGES))

    def __repr__(self) -> str:
        return f"<Finding {self.rule.id} {self.subject.id}: {self.outcome}>"
