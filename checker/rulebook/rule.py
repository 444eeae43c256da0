"""What a rule, a parameter and a basis are: frozen values, no reading, no judging."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from checker.base.errors import Text
from checker.base.frozen import field, frozen, slots_of
from checker.base.later import Later
from checker.base.named import NamedTuple
from checker.cases.days import SPENT
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.language.scope import Definition, Group, Scope
from checker.language.tree import Across, DefinitionRef, Expr, FieldRef, ParameterRef, walk

NATURES = {
    "contradiction": Text("差错", "contradiction"),
    "disclosure": Text("披露", "disclosure"),
    "breach": Text("违规", "breach"),
    "query": Text("疑点", "query"),
    "indicator": Text("指标", "indicator"),
}
"""What a fail of a rule means, in the order in which problems are printed."""
SEVERITIES = ("high", "medium", "low", "info")
VERIFIED = {
    "text": Text("已核对原文", "text read"),
    "secondary": Text("依据为转述，未见原文", "quoted elsewhere, text not seen"),
    "no": Text("依据未核实", "basis not verified"),
}
HIGHEST = {"text": "high", "secondary": "medium", "no": "low"}
"""The highest severity that a basis can carry."""


class Validity(NamedTuple):
    """When a rule or a value holds: from a day to a day, or only in the years it is stated for."""

    start: date | None = None
    end: date | None = None
    years: tuple[int, ...] = ()

    def holds(self, day: date | None, year: int) -> bool | None:
        """Whether it holds on *day*; without a day, whether it holds all through *year* (None: not known)."""
        if day is None and not year:
            return True if self == Validity() else None
        if self.years:
            return (day.year if day else year) in self.years
        if day is not None:
            return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
        first, last = date(year, 1, 1), date(year, 12, 31)
        if (self.start is None or self.start <= first) and (self.end is None or last <= self.end):
            return True
        if (self.start is not None and self.start > last) or (self.end is not None and self.end < first):
            return False
        return None

    def begins_after(self, year: int) -> bool:
        """Whether it holds on no day of *year* or before it."""
        return self.start.year > year if self.start is not None else bool(self.years) and min(self.years) > year

    def held_until(self, year: int) -> bool | None:
        """Whether it held on whatever day up to the end of *year* may be meant (None: on some, or the year is not known)."""
        if not year or self == Validity():
            return None if self != Validity() else True
        if self.begins_after(year):
            return False
        ends = self.end is not None and self.end < date(year, 12, 31)
        return None if self.start is not None or self.years or ends else True

    def turns(self) -> list[date]:
        """Return the days on which it begins or has just ended."""
        found = [date(year, 1, 1) for each in self.years for year in (each, each + 1)]
        if self.start is not None:
            found.append(self.start)
        if self.end is not None and self.end < date.max:
            found.append(self.end + timedelta(days=1))
        return found

    def say(self, lang: str) -> str:
        """Return the period as printed."""
        if self.years:
            years = "、".join(map(str, self.years)) if lang == "zh" else ", ".join(map(str, self.years))
            return f"仅见于 {years} 年度" if lang == "zh" else f"stated for {years} only"
        if self.start is None and self.end is None:
            return "一直适用" if lang == "zh" else "always"
        start, end = self.start or "", self.end or ""
        return f"{start} 至 {end or '今'}" if lang == "zh" else f"{start} to {end or 'now'}"


class Reach(NamedTuple):
    """Whom a rule or a value binds: a jurisdiction (prefix of the GB/T 2260 code), budget levels, kinds of unit."""

    jurisdiction: str = ""
    levels: tuple[str, ...] = ()
    unit_kinds: tuple[str, ...] = ()

    def covers(self, jurisdiction: str, level: str, kind: str) -> bool:
        """Whether a unit of this place, level and kind is bound."""
        return (
            jurisdiction.startswith(self.jurisdiction)
            and (not self.levels or level in self.levels)
            and (not self.unit_kinds or kind in self.unit_kinds)
        )

    def doubts(self, jurisdiction: str, level: str, kind: str) -> tuple[str, ...] | None:
        """Return the unknown headings that decide whether a unit is bound: none where it is, None where it is not."""
        open_: list[str] = []
        for heading, stated, bound in (
            ("jurisdiction", jurisdiction, not self.jurisdiction or jurisdiction.startswith(self.jurisdiction)),
            ("budget_level", level, not self.levels or level in self.levels),
            ("unit_kind", kind, not self.unit_kinds or kind in self.unit_kinds),
        ):
            if not bound and stated:
                return None
            if not bound:
                open_.append(heading)
        return tuple(open_)


class Basis(NamedTuple):
    """One instrument a rule rests on, how far its text was read, and whom and when it binds."""

    instrument: str
    article: str = ""
    verified: str = "no"
    reference: bool = False
    note: str = ""
    en: str = ""
    reach: Reach = Reach()
    validity: Validity = Validity()
    verified_by: str = ""
    verified_on: date | None = None

    @property
    def own(self) -> bool:
        """Whether it is no instrument but a hint of this program, which says so of itself."""
        return self.instrument.startswith("本工具的")

    def say(self, lang: str) -> str:
        """Return the citation as printed; in English the translation, where one is given."""
        lead = {"zh": "参照", "en": "cf. "}[lang] if self.reference else ""
        return f"{lead}{self.en}" if lang == "en" and self.en else f"{lead}{self.instrument}{self.article}"


class ParameterValue(NamedTuple):
    """One value of a parameter, with whom and when it binds."""

    value: Any
    text: str
    reach: Reach
    validity: Validity
    basis: tuple[Basis, ...]


@frozen
class Parameter(Later):
    """A number (or list of texts) set by a norm; which value holds depends on place, level, kind of unit and date."""

    id: str
    zh: str
    type: str
    values: tuple[ParameterValue, ...]
    file: str
    line: int

    def value(self, jurisdiction: str, level: str, kind: str, day: date | None, year: int) -> ParameterValue | None:
        """Return the value in force, the longest jurisdiction first; nothing when it is not known."""
        fitting = [v for v in self.values if v.reach.covers(jurisdiction, level, kind)]
        if day is None and any(v.validity.years for v in fitting):
            return None  # known for the years it is stated for only
        if (
            day is None
        ):  # what has no date may be of an earlier year, of none later: only a value that never changed is known
            turns = {date.min, *(t for v in fitting for t in v.validity.turns() if not year or t.year <= year)}
            ever = [v for turn in sorted(turns) if (v := self.value(jurisdiction, level, kind, turn, year)) is not None]
            return ever[-1] if ever and all(v.value == ever[-1].value for v in ever) else None
        held = [v for v in fitting if v.validity.holds(day, year)]
        found = max(held, key=lambda v: len(v.reach.jurisdiction)) if held else None
        if found is None or (jurisdiction and level and kind):
            return found
        # another value, which an unknown heading may choose instead, leaves it open
        near = len(found.reach.jurisdiction)
        others = (v for v in self.values if v.value != found.value and len(v.reach.jurisdiction) >= near)
        open_ = any(v.reach.doubts(jurisdiction, level, kind) and v.validity.holds(day, year) for v in others)
        return None if open_ else found


class Instrument(NamedTuple):
    """One document: the days it was in force, what took its place, and when somebody last looked whether it still stands."""

    name: str
    start: date | None
    end: date | None
    replaced_by: str = ""
    note: str = ""
    status: str = ""
    checked: date | None = None


class Template(NamedTuple):
    """A message: text, and between its pieces expressions with the unit they are printed in."""

    pieces: tuple[str | tuple[Expr, str], ...]


class Reading(NamedTuple):
    """Another reading that a contradicting figure may fit: a condition and how to say it, by language."""

    condition: Expr
    text: dict[str, Template]


class Aspect(NamedTuple):
    """Which problems a rule's findings are an aspect of: the first whose lead is there on the same subject, else the last.

    A `lead` opens the problem and gives it its kind and title. `order` is where its sentence stands in the problem; 0 where the
    rule names a problem and nothing more.
    """

    of: tuple[str, ...]
    order: int = 0
    lead: bool = False


NO_ASPECT = Aspect(())


PEERS_BY = {
    "district": ("县区", "jurisdiction", 6),
    "city": ("市州", "jurisdiction", 4),
    "province": ("省", "jurisdiction", 2),
    "budget_level": ("预算级次", "budget_level", 0),
    "unit_kind": ("单位性质", "unit_kind", 0),
    "unit_level": ("预算单位层级", "unit_level", 0),
}
"""What peers may have in common beside the year: its Chinese word, the field of the unit, and how many digits of its code (0: all)."""


class Peers(NamedTuple):
    """Which other units a rule compares with: those alike in `by` that meet `where`; with fewer than `at_least` figures it is open."""

    by: tuple[str, ...]
    at_least: int
    where: Expr | None = None


class Example(NamedTuple):
    """One example of a rule: the outcome wanted and the fragment of a case that must give it.

    `value` is what an indicator must come to, `rule` another rule that the example speaks of. `amount`, `nature` and
    `severity` are what a fail must say besides, where the example states them.
    """

    outcome: str
    name: str
    node: Node
    facts: Node
    boundary: bool = False
    subject: str = ""
    year: int | None = None
    jurisdiction: str = ""
    value: Expr | None = None
    rule: str = ""
    amount: Expr | None = None
    nature: Expr | None = None
    severity: Expr | None = None
    others: tuple[tuple[Node, int], ...] = ()
    """The facts of other cases of the run, where the rule looks into them, and of how many units they are."""


def whole(parts: Iterable[Expr | None], definitions: Mapping[tuple[str, str], Definition]) -> Iterator[Expr]:
    """Yield all that *parts* are made of, and what the definitions they name are made of."""
    waiting = [expr for expr in parts if expr is not None]
    while waiting:
        for node in walk(waiting.pop()):
            yield node
            if isinstance(node, DefinitionRef):
                waiting.append(definitions[(node.entity, node.name)].expr)


WITHOUT_PARAMETERS = frozenset({"basis", "reach", "validity", "scope", "source", "examples", "_certain"})
"""The fields of a rule that hold no expression which is asked of a case; all others are looked through."""


@frozen
class Rule(Later):
    """One norm, as written in one file, with its expressions checked against the vocabulary.

    `nature` is what a fail means; where that depends on the subject (`nature_by`), it is the mildest that can be meant,
    which also stands where the condition is unknown.
    """

    id: str
    title: Text
    nature: str
    severity: Expr
    basis: tuple[Basis, ...]
    reach: Reach
    validity: Validity
    entity: str
    scope: Scope
    require: Expr
    remedy: Text
    when: Expr | None = None
    unless: Expr | None = None
    strict: Expr | None = None
    as_of: Expr | None = None
    amount: Expr | None = None
    group: Group | None = None
    nature_by: Expr | None = None
    aspect: Aspect = NO_ASPECT
    problem_title: Text | None = None
    finding_title: dict[str, Template] = field(default_factory=dict)
    message: dict[str, Template] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    category: str = ""
    limits: Text | None = None
    refines: str = ""
    peers: Peers | None = None
    figures: tuple[Across, ...] = ()
    """What it asks of other cases of the run, each once; a rule that asks nothing judges a case by itself."""
    documents: tuple[str, ...] = ()
    """The kinds of document it is asked of, where it says so itself; else what its expressions read decides."""
    file: str = ""
    line: int = 0
    source: Source | None = field(default=None, compare=False, repr=False)
    examples: tuple[Example, ...] = ()
    _certain: list[tuple[Any, Any, Expr | None]] = field(init=False, default_factory=list, compare=False, repr=False)
    """What `certain` returned last, and for which definitions and vocabulary."""

    def __repr__(self) -> str:
        return f"<Rule {self.id}>"

    @property
    def problem(self) -> str:
        """The problem that its findings make where they join no other."""
        return self.aspect.of[-1] if self.aspect.of else self.id

    @property
    def joins(self) -> bool:
        """Whether its findings join the problems of others."""
        return self.aspect.order > 0 and not self.aspect.lead

    def binds_undated(self, year: int) -> bool | None:
        """Whether a rule with a date of its own binds what has none in a case of *year* (None: the date would say).

        Money of the year is spent in it; all else, such as a contract, may be of an earlier year, and is judged by the law of
        its day.
        """
        spent = isinstance(self.as_of, FieldRef) and (self.entity, self.as_of.name) in SPENT and not self.as_of.depth
        return self.validity.holds(None, year) if spent else self.validity.held_until(year)

    @property
    def indicator(self) -> bool:
        """Whether the rule gives a value and no verdict (then `require` holds the value)."""
        return self.nature == "indicator"

    def parameters_read(
        self, definitions: Mapping[tuple[str, str], Definition], stakes: bool = False
    ) -> frozenset[str]:
        """Return the parameters on which the verdict depends; with *stakes*, those of amount, severity and nature, too."""
        found: set[str] = set()
        parts = [
            self.when,
            self.unless,
            self.require,
            *((self.amount, self.severity, self.nature_by) if stakes else ()),
        ]
        for node in whole(parts, definitions):
            if isinstance(node, ParameterRef):
                found.add(node.name)
        return frozenset(found)

    def parameters_named(self, definitions: Mapping[tuple[str, str], Definition]) -> frozenset[str] | None:
        """Return the parameters that anything of the rule names, its messages and readings too; None: it cannot be told."""
        found: set[str] = set()
        waiting: list[Any] = [getattr(self, name) for name in slots_of(type(self)) if name not in WITHOUT_PARAMETERS]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Expr):
                found.update(node.name for node in whole((part,), definitions) if isinstance(node, ParameterRef))
            elif isinstance(part, Mapping):
                waiting += part.values()
            elif isinstance(part, (tuple, list)):
                waiting += part
            elif part is not None and not isinstance(part, (str, int)):
                return None
        return frozenset(found)

    def certain(self, definitions: Mapping[tuple[str, str], Definition], vocabulary: Vocabulary) -> Expr | None:
        """Return when the rule is violated whatever was rounded off; nothing where no rounded figure has a part in it.

        Each plan that the rule is in force in asks it: reading the rule anew took half the time of compiling it.
        """
        if self.indicator:
            return None
        for known, words, found in self._certain:
            if known is definitions and words is vocabulary:
                return found
        from checker.language.certain import violation  # most runs remember it

        made = violation(self.when, self.unless, self.require, definitions, vocabulary)
        self._certain[:] = [(definitions, vocabulary, made)]
        return made

    def stands_as(self, nature: str) -> str:
        """Return as what a fail of *nature* stands: a breach whose basis was not read, or is only cited as 参照, as a query."""
        leading = [basis for basis in self.basis if not basis.reference]
        read = bool(leading) and all(basis.verified == "text" for basis in leading)
        return "query" if nature == "breach" and not read else nature

    @property
    def verified(self) -> str:
        """How far the weakest basis was read."""
        return min((b.verified for b in self.basis), key=("no", "secondary", "text").index)


def nature_said(rule: Rule, lang: str) -> str:
    """Return what a fail of *rule* means, in words; where it depends on the subject, the condition."""
    if rule.nature_by is None:
        return NATURES[rule.nature].say(lang)
    from checker.language.formatter import format_expression

    return format_expression(rule.nature_by, rule.scope, lang, words=True)
