"""A finding: what one check came to, as data that formats print without the rulebook, the case or an engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import localcontext
from functools import cached_property
from typing import TypeVar

from checker.base.errors import Text
from checker.base.frozen import frozen
from checker.base.values import EXACT
from checker.engines.outcome import Check, FollowUp, Waiver, outcome_name
from checker.findings.case_shown import CaseShown
from checker.findings.data import LANGUAGES, Both, Data
from checker.findings.explain import Converted, finding_title, message
from checker.findings.figures import TOGETHER, Shared, Spot, UsedFact
from checker.findings.identity import fingerprint
from checker.findings.lacking import OF_ONE, Wanted, lacking, missing_names, wanted
from checker.findings.rule_shown import RuleShown
from checker.language.below import Below, printed
from checker.language.causes import Missing
from checker.records.states import state_text
from checker.rulebook.rule import Basis

T = TypeVar("T")
BUDGET = ("initial_budget", "adjusted_budget", "actual")
"""The figures of a budget line that the conventional list prints."""


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
    def lasting(self) -> bool:
        """Whether its subject is known again in another year: by a name of its own, or a kind; a number alone is given anew each year."""
        case, fact = self._check.case, self._check.subject
        entity, kinds = case.vocabulary.entities.get(fact.entity), case.vocabulary.enumerations
        if entity is None:  # a group, which is what its members agree in
            return True
        named = entity.label is not None and case.label(fact) != fact.id
        return self.of_unit or named or bool(entity.key and all(entity.fields[key].type in kinds for key in entity.key))

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
        if self.outcome == "not_applicable":
            return Both(self._left_out)

        def said(lang: str) -> str:
            converted: Converted = []
            with self.case.remembering(self._check) as traced:
                told = message(self._check, lang, self.unit, converted)
                if not converted:  # its explanation says the same once more
                    traced.told[lang] = told
            return told

        return Both(said)

    @cached_property
    def reason(self) -> Both[str]:
        """Why its rule does not ask about the subject; empty where it does."""

        def said(lang: str) -> str:
            if self.outcome != "not_applicable":
                return ""
            with self.case.remembering(self._check) as traced:
                from checker.findings.working import reason

                return reason(self._check, lang, traced)

        return Both(said)

    def _left_out(self, lang: str) -> str:
        parts = self.subject.name, self.outcome_name.say(lang), self.reason.say(lang)
        return "{}：{}，{}".format(*parts) if lang == "zh" else "{}: {}, {}".format(*parts)

    @cached_property
    def explanation(self) -> Both[tuple[str, ...]]:
        """The explanation, a line each: basis, rule, values put in, arithmetic, what is missing, verdict."""

        def said(lang: str) -> tuple[str, ...]:
            with self.case.remembering(self._check) as traced:
                from checker.findings.working import explanation

                return tuple(explanation(self._check, lang, traced))

        return Both(said)

    @cached_property
    def lacks(self) -> tuple[str | Shared, ...]:
        """How everything is addressed that is missing; what many findings lack together in one piece."""
        check = self._check
        if len(check.missing) < TOGETHER:
            return tuple(map(self._address, check.missing))
        mine = [each for each in check.missing if each.fact is check.subject]
        others = [each for each in check.missing if each.fact is not check.subject]
        if len(others) < TOGETHER:
            return tuple(map(self._address, (*mine, *others)))
        key = tuple((id(each.fact), f"{each.name} {each.why}") for each in others)
        return (*map(self._address, mine), self.case.lacking(key, lambda: tuple(map(self._address, others))))

    @property
    def missing(self) -> tuple[str, ...]:
        """How everything is addressed that is missing."""
        return tuple(each for part in self.lacks for each in (part.missing if isinstance(part, Shared) else (part,)))

    def _address(self, missing: Missing) -> str:
        if missing.fact is None or missing.why == "no_parameter":
            return f"parameters.{missing.name}"
        return self._check.case.path(missing.fact, missing.name)

    def passing(self) -> Finding:
        """Return the same finding, which keeps nothing that is worked out: for whoever goes through very many of them once."""
        copied = Finding.__new__(Finding)
        copied.__dict__.update(self.__dict__)
        return copied

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
        alike: dict[tuple[str, str, str], Wanted] = {}
        found: dict[Wanted, None] = {}
        for each in self._check.missing:
            if each.fact is None or each.why in OF_ONE:
                found[wanted(each, self._check)] = None
                continue
            key = each.fact.entity, each.name, each.why
            if key not in alike:
                alike[key] = wanted(each, self._check)
                found[alike[key]] = None
        return tuple(found)

    def papers(self, lang: str) -> tuple[str, ...]:
        """Return what to provide (where it cannot be judged) or to correct (where it fails), each once."""
        if self.outcome == "undetermined":
            return tuple(dict.fromkeys(each.text.say(lang) for each in self.wanted))
        return (self.rule.remedy.say(lang),) if self.outcome == "fail" else ()

    def _worded(self, make: Callable[[Check, str], T]) -> Both[T]:
        """Return what *make* says of the check, in both languages."""

        def said(lang: str) -> T:
            with self.case.remembering(self._check):
                return make(self._check, lang)

        return Both(said)

    @cached_property
    def read(self) -> tuple[UsedFact | Shared, ...]:
        """The figures that it read, in order; those that many findings read together in one piece."""
        found: dict[tuple[int, str], UsedFact | None] = {}
        pieces: list[UsedFact | Shared] = []
        with localcontext(EXACT), self.case.remembering(self._check) as traced:
            for field in traced.reading().fields:
                if isinstance(field, Below) and len(field.fields) >= TOGETHER:
                    shared = self.case.shared(field.fields)
                    if len(shared.facts) >= TOGETHER and shared not in pieces:
                        pieces.append(shared)
                    if len(shared.facts) >= TOGETHER:
                        continue
                for fact, name in field.fields if isinstance(field, Below) else (field,):
                    key = id(fact), name
                    if key not in found:
                        figure = found[key] = self.case.figure(fact, name)
                        if figure is not None:
                            pieces.append(figure)
        return tuple(pieces)

    @property
    def facts(self) -> tuple[UsedFact, ...]:
        """The figures that it read, each once."""
        figures = (each for piece in self.read for each in (piece.facts if isinstance(piece, Shared) else (piece,)))
        return tuple({each.path: each for each in figures}.values())

    @cached_property
    def places(self) -> tuple[Spot, ...]:
        """Where the figures stand that it read, the first `PLACES`, each once; the subject's own where it read none."""
        with localcontext(EXACT), self.case.remembering(self._check) as traced:
            found = tuple(map(self.case.spot, printed(traced.reading().fields)))
        subject = self._check.subject
        return found or ((Spot(subject.line, subject.column, subject.note),) if subject.line else ())

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
