"""The rulebook: all rules, parameters and definitions, and what of them is in force for a case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from checker.base.errors import Text
from checker.base.frozen import changed, field, frozen
from checker.base.named import NamedTuple
from checker.base.parties import Confirmed
from checker.cases.case import HEADINGS, Case, Fact
from checker.cases.vocabulary import Vocabulary
from checker.language.closures import Compiler
from checker.language.exact import Closure
from checker.language.memo import Remembered
from checker.language.scope import Definition, Frame, Scope
from checker.language.tree import FieldRef
from checker.rulebook.documents import Atom, Coverage, figures, given_atoms, mentions
from checker.rulebook.packs import Part
from checker.rulebook.party_decisions import PartyDecision, confirmed_by
from checker.rulebook.rule import Instrument, Parameter, ParameterValue, Reach, Rule, Validity, whole


class NotInForce(NamedTuple):
    """A rule that does not apply to a case, and why."""

    rule: Rule
    reason: Text


@frozen
class Rulebook:
    """Everything read from the rule folders; knows no engine."""

    vocabulary: Vocabulary
    rules: dict[str, Rule]
    parameters: dict[str, Parameter]
    definitions: dict[tuple[str, str], Definition]
    names: frozenset[str]
    sha256: str
    folders: tuple[str, ...] = ()
    instruments: dict[str, Instrument] = field(default_factory=dict)
    scores: tuple[tuple[Part, str], ...] = ()
    """The score sheets in the packs, not read yet, each with the jurisdiction that bounds its pack."""
    decisions: tuple[PartyDecision, ...] = ()
    """What somebody decided of names of parties."""
    _plans: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    _figures: dict[str, frozenset[Atom]] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What rules read that name the documents they are asked of."""
    key: str = field(init=False, default="", compare=False, repr=False)
    """The digest of all that it was made from, where it stands as it was read and may be remembered."""

    def __repr__(self) -> str:
        return f"<Rulebook of {len(self.rules)} rules, {len(self.parameters)} parameters, {self.sha256[:12]}>"

    def scope(self, *frames: Frame) -> Scope:
        """Return the scope of an expression whose subject is the first of *frames*."""
        return Scope(
            self.vocabulary, frames, parameter_names(self.parameters), self.definitions, confirmed=self.confirmed
        )

    @property
    def confirmed(self) -> Confirmed:
        """The names of parties that somebody confirmed to be another's."""
        return confirmed_by(self.decisions, [])

    def plan(self, case: Case, selected: Callable[[str], bool] = lambda rule: True, *, scoped: bool = True) -> Plan:
        """Return what is in force for *case*: by its year, jurisdiction, level and kind of unit.

        Where the case says which document it transcribes, what that document cannot speak of is left out; not *scoped*, it
        is not, for facts that come from elsewhere than the document.
        """
        chosen = self.chosen(selected, case.asked)
        found = self._plan(case, chosen)
        if not scoped:
            return found
        if case.documents:
            return self.within(found, case.documents, given_atoms(case))
        return self.spoken_of(found, case)

    def chosen(self, selected: Callable[[str], bool], others: Collection[str] = ()) -> tuple[str, ...]:
        """Return the rules that are selected; of those that ask other cases of a run the *others* that were asked."""
        return tuple(
            name for name, rule in self.rules.items() if (not rule.figures or name in others) and selected(name)
        )

    def spoken_of(self, plan: Plan, case: Case) -> Plan:
        """Return *plan* without the rules that are asked of certain documents only, of which *case* says nothing now."""
        asked = self.figures(plan)
        return self.mentioned(plan, mentions(case, frozenset().union(*asked.values()))) if asked else plan

    def figures(self, plan: Plan) -> dict[str, frozenset[Atom]]:
        """Return what each rule of *plan* reads that names the documents it is asked of: others are asked where they say it."""
        key = ("figures", id(plan))
        known: dict[str, frozenset[Atom]] | None = self._plans.get(key)
        if known is None:
            known = self._plans[key] = {rule.id: self.figures_of(rule) for rule in plan.rules if rule.documents}
        return known

    def figures_of(self, rule: Rule) -> frozenset[Atom]:
        """Return what *rule* reads; of a rule of this book it is kept, and remembered with it."""
        if self.rules.get(rule.id) is not rule:
            return figures(rule, self.definitions, self.vocabulary)
        found = self._figures.get(rule.id)
        if found is None:
            found = self._figures[rule.id] = figures(rule, self.definitions, self.vocabulary)
        return found

    def named_by(self, rules: Iterable[Rule]) -> frozenset[str]:
        """Return the parameters that anything of *rules* names; all of them where that of a rule cannot be told."""
        found: set[str] = set()
        for rule in rules:
            key = ("named", id(rule))
            if key not in self._plans:  # the rule is kept with it, so that no other can have its number
                self._plans[key] = rule, rule.parameters_named(self.definitions)
            named = self._plans[key][1]
            if named is None:
                return frozenset(self.parameters)
            found |= named
        return frozenset(found)

    def mentioned(self, plan: Plan, said: frozenset[Atom]) -> Plan:
        """Return *plan* without the rules that are asked of certain documents only, where a case says nothing they read."""
        silent = tuple(sorted(rule for rule, atoms in self.figures(plan).items() if said.isdisjoint(atoms)))
        if not silent:
            return plan
        known: Plan | None = self._plans.get(("mentioned", id(plan), silent))
        if known is None:
            why = Text("案例没有提到", "not mentioned")
            others = tuple(NotInForce(self.rules[rule], why) for rule in silent)
            kept = tuple(rule for rule in plan.rules if rule.id not in silent)
            known = changed(plan, rules=kept, not_in_force=(*plan.not_in_force, *others), compiled=plan.compiled)
            self._plans[("mentioned", id(plan), silent)] = known
        return known

    def within(self, plan: Plan, documents: tuple[str, ...], given: frozenset[Atom]) -> Plan:
        """Return *plan* without the rules that documents of these kinds, with what is *given*, cannot speak of."""
        coverage = Coverage(self.vocabulary, documents, given)
        kept = tuple(rule for rule in plan.rules if coverage.asks(rule, self.definitions))
        names = {rule.id for rule in kept}
        key = ("within", id(plan), documents, tuple(sorted(names)))
        known = self._plans.get(key)
        if known is None:
            others = tuple(
                NotInForce(rule, coverage.reason(rule, self.definitions)) for rule in plan.rules if rule.id not in names
            )
            known = self._plans[key] = changed(plan, rules=kept, outside=others, compiled=plan.compiled)
        return known

    def forget(self, most: int) -> None:
        """Let go of what was worked out for a place, a year and a kind of unit, where more than *most* of it is kept."""
        if len(self._plans) > most:
            self._plans.clear()  # all of it: what is derived from a plan is known by that plan

    def plan_of(self, case: Case, *rules: str) -> Plan:
        """Return what of these *rules* is in force for *case*; the time does not depend on how many others there are."""
        return self._plan(case, rules)

    def _plan(self, case: Case, chosen: tuple[str, ...]) -> Plan:
        values = case.root.values
        level, kind = str(values.get("budget_level", "")), str(values.get("unit_kind", ""))
        return self._plan_for((case.year, case.jurisdiction, level, kind, self._last_year(case, chosen)), chosen)

    def _last_year(self, case: Case, chosen: tuple[str, ...]) -> int:
        """Return the year of *case*, or the last that a day lies in by which a rule goes that begins only after it."""
        days = (
            fact.values.get(name)
            for entity, name in self.later_days(case.year, chosen)
            for fact in case.facts.get(entity, ())
        )
        return max((day.year for day in days if isinstance(day, date)), default=case.year)

    def later_days(self, year: int, chosen: tuple[str, ...]) -> frozenset[Atom]:
        """Return the fields that hold the days of dated rules which begin after *year*: an entry of a later day is theirs."""
        key = ("later", year, chosen)
        known: frozenset[Atom] | None = self._plans.get(key)
        if known is None:
            rules = (self.rules[name] for name in chosen) if year else ()
            later = (rule for rule in rules if rule.validity.begins_after(year) and rule.as_of is not None)
            known = self._plans[key] = frozenset(
                (node.entity, node.name)
                for rule in later
                for node in whole((rule.as_of,), self.definitions)
                if isinstance(node, FieldRef)
            )
        return known

    def plan_for(
        self,
        year: int,
        jurisdiction: str,
        level: str,
        unit_kind: str,
        selected: Callable[[str], bool] = lambda rule: True,
        *,
        others: Collection[str] = (),
        until: int = 0,
    ) -> Plan:
        """Return what is in force in a year, for a place, a budget level and a kind of unit (0 or empty: not known).

        *others* are the rules that ask other cases of the run, and were asked; *until* is the last year that a day lies in by
        which a dated rule may go (see `later_days`).
        """
        chosen = self.chosen(selected, others)
        return self._plan_for((year, jurisdiction, level, unit_kind, max(year, until)), chosen)

    def plans_for(
        self,
        headings: Iterable[tuple[int, str, str, str, int]],
        selected: Callable[[str], bool],
        others: Collection[str] = (),
    ) -> Iterator[Plan]:
        """Yield the plan for each year, place, level, kind and last year of a day: of those that have one signature, that of the first.

        Of thousands of places few differ in what these rules read, and whom anything binds is asked of each much sooner than a
        plan is made.
        """
        chosen = self.chosen(selected, others)
        rules = [self.rules[ident] for ident in chosen]
        reaches = {rule.reach for rule in rules} | {basis.reach for rule in rules for basis in rule.basis}
        reaches |= {value.reach for name in self.named_by(rules) for value in self.parameters[name].values}
        alike: dict[Any, Plan] = {}
        signed: dict[Any, Plan] = {}
        for year, place, level, kind, until in headings:
            last = max(year, until)
            key = (year, last, *(reach.doubts(place, level, kind) for reach in reaches))
            if key not in alike:
                plan = self._plan_for((year, place, level, kind, last), chosen)
                alike[key] = signed.setdefault(plan.signature(), plan)
            yield alike[key]

    def _plan_for(self, key: tuple[int, str, str, str, int], chosen: tuple[str, ...]) -> Plan:
        known = self._plans.get((key, chosen))
        if known is None:
            known = self._plans[(key, chosen)] = self._make_plan(key, chosen)
        return known

    def _make_plan(self, key: tuple[int, str, str, str, int], chosen: Iterable[str]) -> Plan:
        year, place, level, kind, until = key
        in_force: list[Rule] = []
        others: list[NotInForce] = []
        open_: dict[str, tuple[str, ...]] = {}
        last = date(year, 12, 31) if year else None

        @cache
        def doubts_of(reach: Reach) -> tuple[str, ...] | None:
            return reach.doubts(place, level, kind)

        for ident in chosen:
            rule = self.rules[ident]
            doubts = doubts_of(rule.reach)
            bound = [found for basis in rule.basis if (found := doubts_of(basis.reach)) is not None]
            if place and not place.startswith(rule.reach.jurisdiction):
                others.append(
                    NotInForce(
                        rule,
                        Text(
                            f"只适用于行政区划 {rule.reach.jurisdiction}",
                            f"binds jurisdiction {rule.reach.jurisdiction} only",
                        ),
                    )
                )
            elif doubts is None:
                others.append(
                    NotInForce(rule, Text("不适用于这一级次或这类单位", "does not bind this level or kind of unit"))
                )
            elif rule.basis and not bound:
                others.append(NotInForce(rule, Text("依据不约束这个单位", "its basis does not bind this unit")))
            elif year and rule.as_of is not None and rule.validity.begins_after(until):
                period = f"（{rule.validity.say('zh')}）", f" ({rule.validity.say('en')})"
                told = Text(f"{year} 年度还没有施行{period[0]}", f"not in force yet in {year}{period[1]}")
                others.append(NotInForce(rule, told))
            elif year and rule.as_of is None and rule.validity.years and not rule.validity.holds(last, year):
                others.append(
                    NotInForce(
                        rule,
                        Text(
                            f"不知 {year} 年度是否有效（{rule.validity.say('zh')}）",
                            f"not known to be in force in {year} ({rule.validity.say('en')})",
                        ),
                    )
                )
            elif year and rule.as_of is None and not rule.validity.holds(last, year):
                others.append(
                    NotInForce(
                        rule,
                        Text(
                            f"{year} 年度不在有效期内（{rule.validity.say('zh')}）",
                            f"not in force in {year} ({rule.validity.say('en')})",
                        ),
                    )
                )
            else:
                in_force.append(rule)
                lacking = {*doubts, *(() if () in bound else (name for each in bound for name in each))}
                if not year and rule.as_of is None and rule.validity != Validity():
                    lacking.add("fiscal_year")
                if lacking:
                    open_[rule.id] = tuple(name for name in HEADINGS if name in lacking)
        memories: dict[Any, list[Remembered]] = self._plans.setdefault("memories", {})
        memory = memories.setdefault(
            key, []
        )  # the parameters are the same: what is compiled of one plan serves the others
        return Plan(self, year, place, level, kind, tuple(in_force), tuple(others), open=open_, memory=memory)


def parameter_names(parameters: dict[str, Parameter]) -> dict[str, tuple[str, str]]:
    """Return each spelling of each parameter with its id and type."""
    return {name: (p.id, p.type) for p in parameters.values() for name in (p.zh, p.id)}


@frozen
class Plan:
    """The rules and parameter values for one place, level, kind of unit and year."""

    book: Rulebook
    year: int
    jurisdiction: str
    level: str
    unit_kind: str
    rules: tuple[Rule, ...]
    not_in_force: tuple[NotInForce, ...]
    outside: tuple[NotInForce, ...] = ()
    """The rules that the document a case transcribes cannot speak of."""
    open: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules of which it is not known whether they bind, each with the unknown headings that decide it."""
    together: tuple[tuple[Plan, frozenset[str]], ...] = field(default=(), compare=False, repr=False)
    """All plans whose cases are judged in one, which differ in values of parameters, each with the rules asked under it; none: itself alone."""
    compiled: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What an engine made of each rule, kept so that a thousand cases under one plan are compiled once."""
    statements: dict[Any, Any] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What an engine for batches made of all its rules together; a plan of other rules begins anew."""
    memory: list[Remembered] = field(default_factory=list, compare=False, repr=False)
    """What its definitions came to for the case that is being judged: one, or none yet."""

    def __repr__(self) -> str:
        return f"<Plan for {self.year or '?'} {self.jurisdiction or '?'}: {len(self.rules)} rules>"

    def signature(self) -> tuple[Any, ...]:
        """Return what makes two plans the same: the year, the rules in force, and which values fit of each parameter they name."""
        reach = (self.jurisdiction, self.level, self.unit_kind)
        fitting = tuple(
            (name, tuple((n, d) for n, v in enumerate(values) if (d := v.reach.doubts(*reach)) is not None))
            for name in sorted(self.book.named_by(self.rules))
            for values in (self.book.parameters[name].values,)
        )
        return (self.year, tuple((rule.id, self.open.get(rule.id)) for rule in self.rules), fitting)

    @property
    def last(self) -> date | None:
        """The last day of the year, on which a rule without a date of its own is judged; None: the year is not known."""
        return date(self.year, 12, 31) if self.year else None

    def lacking(self, name: str, day: date | None, dated: bool) -> tuple[str, ...]:
        """Return the unknown headings that leave a parameter without a value on *day*; *dated*: the subject has the day."""
        values = self.book.parameters[name].values
        doubts = [(v, v.reach.doubts(self.jurisdiction, self.level, self.unit_kind)) for v in values]
        found = {h for v, d in doubts if day is None or v.validity.holds(day, self.year) for h in d or ()}
        if not self.year and not dated and any(d is not None for _, d in doubts):
            found.add("fiscal_year")
        return tuple(heading for heading in HEADINGS if heading in found)

    def parameter(self, name: str, day: date | None, rule: Rule | None = None) -> ParameterValue | None:
        """Return the value of a parameter on *day* (without one: if a single value covers all the time that *rule* bound)."""
        if day is None and rule is not None and self._bound_before(rule, name):
            return None
        return self.book.parameters[name].value(self.jurisdiction, self.level, self.unit_kind, day, self.year)

    def days(self, rule: Rule) -> tuple[date, ...]:
        """Return the days that stand for every value which a parameter of a dated rule may have had up to the year's end.

        What has no date may be of an earlier year. Before the first value of a parameter nothing was set yet, unless the rule bound
        by then: its value of those years is not known.
        """
        last = self.last
        found: set[date] = set()
        if last is None:
            return ()
        for name in rule.parameters_read(self.book.definitions):
            turns = self._turns(name)
            found.update(turns)
            if turns and (self._bound_before(rule, name) or any(v.validity.start is None for v in self._fitting(name))):
                found.add(min(turns) - timedelta(days=1))
        return tuple(sorted(found if found and not self.year else {*found, last}))

    def _fitting(self, name: str) -> list[ParameterValue]:
        """Return the values of a parameter that may be those of the plan."""
        reach = self.jurisdiction, self.level, self.unit_kind
        return [v for v in self.book.parameters[name].values if v.reach.doubts(*reach) is not None]

    def _turns(self, name: str) -> list[date]:
        """Return the days up to the year's end on which a parameter's values begin or end."""
        turns = [turn for v in self._fitting(name) for turn in v.validity.turns()]
        return [turn for turn in turns if self.last is None or turn <= self.last]

    def _bound_before(self, rule: Rule, name: str) -> bool:
        """Whether *rule* bound before the first value that is known of a parameter."""
        start = rule.validity.start
        return rule.as_of is not None and start is not None and start < min(self._turns(name), default=start)

    def compiler(
        self,
        rule: Rule,
        assumed: Callable[[Fact], date | None] = lambda fact: None,
        remembered: Remembered | None = None,
    ) -> tuple[Compiler, Callable[[Fact], date | None]]:
        """Return a compiler for the expressions of *rule*, and what gives the rule's date for a subject.

        *assumed* is the day taken for a subject that has none of its own. *remembered* keeps what definitions come to; not of
        a rule with a date of its own, whose parameters depend on the subject.
        """
        last = self.last
        if rule.as_of is None:

            def constant(name: str) -> Closure:
                found = self.parameter(name, last)
                value = None if found is None else found.value
                return lambda s: value

            compiler = remembered.compiler if remembered is not None else None
            if compiler is None:
                compiler = Compiler(self.book.definitions, constant, remembered)
                if remembered is not None:
                    remembered.compiler = compiler
            return compiler, lambda fact: last
        own = Compiler(self.book.definitions, lambda name: lambda s: None).compile(rule.as_of)

        def day(s: tuple[Fact, ...]) -> date | None:
            found: date | None = own(s)
            return assumed(s[0]) if found is None else found

        def dated(name: str) -> Closure:
            def value(s: tuple[Fact, ...]) -> Any:
                found = self.parameter(name, day(s[:1]), rule)
                return None if found is None else found.value

            return value

        return Compiler(self.book.definitions, dated), lambda fact: day((fact,))
