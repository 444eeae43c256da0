"""What the cases of a batch say of one another, worked out by its engine: the second derivation of engines.population.

Values are asked slice by slice with the compiled expressions and kept as integers; windows over them make the figures of all
cases at once (engines.sql.figures), which stand beside the subjects' own columns when the rules are judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any

from checker.base.values import EXACT
from checker.batch.findings import fact_numbers
from checker.batch.keepers import Keeper
from checker.cases.case import Case, Elsewhere
from checker.cases.vocabulary import Vocabulary
from checker.engines.population import Population
from checker.engines.sql.across import asked_scale, scale_of
from checker.engines.sql.asking import asked_text
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.figures import (
    KNOWN,
    SAID,
    UNIT,
    beside_text,
    figure_text,
    group_of,
    kept_text,
    nothing_asked,
    numbered,
    placed_text,
    shared,
    stored,
    translated,
)
from checker.engines.sql.frames import Empty
from checker.language.across import FUNCTIONS
from checker.language.tree import Across
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import Rule
from checker.tables.case_rows import case_rows
from checker.tables.rows import Rows, case_of
from checker.tables.warehouse import name, quoted

AT_ONCE = 200_000
"""Cases that are asked at once: a statement asks one figure, and takes far less memory than one that judges."""
TOO_LARGE = 10**38
"""The least number that SQL cannot hold."""
HEADINGS = ("fiscal_year", "jurisdiction", "budget_level", "unit_kind")


class Figures:
    """The figures that the rules of a batch ask of other cases, in tables of *keeper*; *connection* reads the cases."""

    def __init__(
        self,
        connection: Any,
        keeper: Keeper,
        book: Rulebook,
        selected: Callable[[str], bool],
        show: Callable[[Sequence[int]], None],
    ) -> None:
        self.connection = connection
        self.keeper = keeper
        self.book = book
        self.show = show
        self.rules = [rule for rule in book.rules.values() if rule.figures and selected(rule.id)]
        self.root = book.vocabulary.root.id
        self.ready = False
        self.heard = False
        """Whether the evaluator worked the figures out, and no table holds them."""
        self.asked = frozenset(rule.id for rule in self.rules)
        self._evaluator = Population(book, selected)
        self._rules = {figure.key: rule for rule in self.rules for figure in rule.figures}
        self._twice = True
        self._orders: set[int] = set()
        """The tables of which the order was made."""
        self._lost: set[int] = set()
        """The tables for which a case said something too large for SQL."""
        self._numbers = numbered(self.rules)
        self._asked = {number: figure for figure in reversed([*self._all()]) for number in [self._numbers[figure.key]]}
        """What each table of what was asked is for: the first of the figures that are made of it."""
        self.by_entity: dict[str, list[Across]] = {}
        for figure in self._all():
            self.by_entity.setdefault(self._entity(figure), []).append(figure)

    def _entity(self, figure: Across) -> str:
        return self.root if FUNCTIONS[figure.function].whole else self._rules[figure.key].entity

    def work_out(self, size: int = AT_ONCE, empty: Empty = frozenset()) -> None:
        """Ask all cases, *size* of them at a time, and make a table of figures beside each kind of subject."""
        self._twice = self._of_two_cases()
        for number in self._asked:
            self.keeper.keep(f"asked_{number}", self._own(nothing_asked()))
        for texts, cases in self._alike(empty):
            for start in range(0, len(cases), size):
                self._ask(texts, cases[start : start + size])
        uses = Counter(self._numbers.values())
        for entity, figures in self.by_entity.items():
            made: list[tuple[str, Across]] = []
            for figure in figures:
                number, table = self._numbers[figure.key], f"figure_{len(made)}"
                text = figure_text(
                    self._rules[figure.key], figure, f"asked_{number}", self._twice, self._placed(number, figure)
                )
                if number in self._lost or not self.keeper.keep(table, self._own(text)):
                    self._by_evaluator(figure, table)
                uses[number] -= 1
                if not uses[number]:
                    self.keeper.forget(f"asked_{number}")
                    if number in self._orders:
                        self.keeper.forget(f"placed_{number}")
                made.append((table, figure))
            if not self.keeper.keep(f"beside_{entity}", self._own(beside_text(name(f"all_{entity}"), made))):
                raise AssertionError(f"figures outgrew SQL beside {entity} only")
            kinds = [("_fact", "BIGINT"), ("_case", "INTEGER"), ("_id", "VARCHAR")]
            kinds += [(column, "HUGEINT") for figure in figures for column in stored(figure)]
            self.keeper.hand_over(f"beside_{entity}", kinds)
            for table, _ in made:
                self.keeper.forget(table)
        self.ready = True

    def hear(self, numbers: Iterable[int]) -> None:
        """Let the evaluator work the figures out of all cases: where it judges them, and of few, that takes less than asking DuckDB."""
        for _, rows in case_rows(self.connection, self.book.vocabulary, numbers):
            self._evaluator.add(case_of(rows, self.book.vocabulary))
        self.heard = True

    def tell(self, case: Case) -> None:
        """Let a case know what the evaluator heard of the others."""
        self._evaluator.tell(case)

    def _placed(self, number: int, figure: Across) -> str:
        """Return the table of the order that a figure is made of, where several are made of the same; it is made once."""
        several = [each for each in self._all() if self._numbers[each.key] == number]
        if figure.function not in ("peer_median", "peer_quantile") or not shared(several) or number in self._lost:
            return ""
        table = f"placed_{number}"
        if number not in self._orders:
            if not self.keeper.keep(table, self._own(placed_text(figure, f"asked_{number}", self._twice))):
                self._lost.add(number)
                return ""
            self._orders.add(number)
        return table

    def _of_two_cases(self) -> bool:
        """Whether there are two cases of any unit and year."""
        text = f"SELECT 1 FROM {name('all_' + self.root)} AS r WHERE {KNOWN} GROUP BY {UNIT}, r.fiscal_year HAVING COUNT(*) > 1 LIMIT 1"
        dialect = "spark" if self.keeper.dialect == "spark" else "duckdb"  # what the connection of the batch speaks
        return self.connection.execute(translated(text, dialect)).fetchone() is not None

    def _own(self, text: str, given: str = "") -> str:
        return translated(text, self.keeper.dialect, given)

    def told(self, numbers: Sequence[int]) -> dict[int, dict[tuple[str, str], Elsewhere]]:
        """Return what others give some cases, each as the evaluator reads it."""
        found: dict[int, dict[tuple[str, str], Elsewhere]] = {}
        wanted = ", ".join(f"({number})" for number in numbers) or "(NULL)"
        for entity, figures in self.by_entity.items():
            listed = ", ".join(f"b.{name(column)}" for figure in figures for column in stored(figure))
            rows = self.connection.execute(
                f"SELECT b._case, b._id, {listed} FROM {beside(entity)} b "
                f"JOIN (VALUES {wanted}) AS w (wanted) ON b._case = w.wanted"
            )
            for number, ident, *values in rows.fetchall():
                at = 0
                for figure in figures:
                    many = len(stored(figure))
                    if values[at + many - 1] is not None:  # a rule that does not bind the unit asks it nothing
                        subject = "" if entity == self.root else ident
                        found.setdefault(number, {})[figure.key, subject] = elsewhere(figure, values[at : at + many])
                    at += many
        return found

    def _all(self) -> Iterator[Across]:
        for rule in self.rules:
            yield from rule.figures

    # ---- asking

    def _plans(self) -> Iterator[tuple[Plan, list[int]]]:
        """Yield the plans of the rules that ask, each with the cases it holds for; whose unit or year is not known is asked nothing."""
        ids = {rule.id for rule in self.rules}
        listed = ", ".join(map(name, HEADINGS))
        rows = self.connection.execute(
            f"SELECT {listed}, array_agg(_case) FROM {name('all_' + self.root)} r WHERE {KNOWN} GROUP BY {listed} ORDER BY MIN(_case)"
        ).fetchall()
        found: dict[int, tuple[Plan, list[int]]] = {}
        headings = ((int(year), place or "", level or "", kind or "", 0) for year, place, level, kind, _ in rows)
        for plan, (*_, numbers) in zip(self.book.plans_for(headings, ids.__contains__, ids), rows, strict=True):
            found.setdefault(id(plan), (plan, []))[1].extend(numbers)
        for plan, cases in found.values():
            yield plan, sorted(cases)

    def _alike(self, empty: Empty) -> Iterator[tuple[dict[int, str], list[int]]]:
        """Yield what is asked, by the number of its table, with the cases of all plans that ask the same; nothing: SQL cannot say it."""
        found: dict[tuple[tuple[int, str], ...], list[int]] = {}
        for plan, cases in self._plans():
            texts: dict[int, str] = {}
            for rule in plan.rules:
                if rule.id in plan.open:
                    continue
                for number, figure in self._of_rule(rule):
                    try:
                        texts[number] = asked_text(plan, rule, figure, self.keeper.dialect, empty)
                    except NotCompilable:
                        texts[number] = ""
            found.setdefault(tuple(sorted(texts.items())), []).extend(cases)
        for items, cases in found.items():
            yield dict(items), sorted(cases)

    def _ask(self, texts: dict[int, str], cases: list[int]) -> None:
        self.show(cases)
        listed = (f"SELECT _case FROM {name(e)} WHERE _inferred IS NOT NULL" for e in self.book.vocabulary.entities)
        inferred = {row[0] for row in self.connection.execute(" UNION ".join(listed)).fetchall()}
        if inferred:  # what they say without their inferences only the evaluator can tell
            self._note(inferred)
            self.show([number for number in cases if number not in inferred])
        for number, given in texts.items():
            figure = self._asked[number]
            kept = kept_text(self._rules[figure.key], figure, name("all_" + self.root), twice=self._twice)
            if not given or not self.keeper.add(f"asked_{number}", self._own(kept, given)):
                self._note([each for each in cases if each not in inferred], {figure.key})

    def _of_rule(self, rule: Rule) -> Iterator[tuple[int, Across]]:
        """Yield what is asked for a rule, with the number of its table."""
        return ((number, figure) for number, figure in self._asked.items() if self._rules[figure.key] is rule)

    def _note(self, cases: Collection[int], wanted: Collection[str] = ()) -> None:
        """Write down what the evaluator says that some cases answer, to all that is asked or what is *wanted* of it."""
        found: dict[int, list[tuple[Any, ...]]] = {}
        asked = {figure.key: table for table, figure in self._asked.items() if not wanted or figure.key in wanted}
        for number, rows in case_rows(self.connection, self.book.vocabulary, cases):
            facts = fact_numbers(rows)
            for figure, fact, where, value, keys in self._evaluator.values(case_of(rows, self.book.vocabulary)):
                if figure.key not in asked:
                    continue
                value, *ends = value if figure.function == "last_year" else (value, None, None)
                low, high = (_integers(end, asked_scale(figure))[0] for end in ends)
                key = None if keys is None else "".join(f"{len(str(each))}:{each}" for each in keys)
                place = number if fact.entity == self.root else facts[fact.entity, fact.id]
                numbers = *_integers(value, asked_scale(figure)), low, high
                if any(map(_too_large, numbers)):
                    self._lost.add(asked[figure.key])
                else:
                    found.setdefault(asked[figure.key], []).append((number, place, where, key, *numbers))
        for table, said in found.items():
            figure = self._asked[table]
            self.keeper.put("noted", (("_case", "INTEGER"), ("_fact", "BIGINT"), *SAID), said)
            text = kept_text(self._rules[figure.key], figure, name("all_" + self.root), "noted", self._twice)
            self.keeper.add(f"asked_{table}", self._own(text))
            self.keeper.forget("noted")

    def _by_evaluator(self, figure: Across, table: str) -> None:
        """Have the evaluator work out a figure that outgrew SQL."""
        vocabulary, rule = self.book.vocabulary, self._rules[figure.key]
        everyone = Population(self.book, {rule.id}.__contains__)
        numbers = [number for _, cases in self._plans() for number in cases]
        for _, rows in case_rows(self.connection, vocabulary, numbers):
            everyone.add(case_of(rows, vocabulary))
        made: list[tuple[Any, ...]] = []
        for number, rows in case_rows(self.connection, vocabulary, numbers):
            case, facts = case_of(rows, vocabulary), fact_numbers(rows)
            everyone.tell(case)
            for (key, subject), told in (case.across or {}).items():
                if key == figure.key:
                    made.append((facts[rule.entity, subject] if subject else number, *_row(figure, told)))
        kinds = (("_fact", "BIGINT"), *((column, "HUGEINT") for column in stored(figure)))
        self.keeper.put(table, kinds, made)


def _integers(value: Any, scale: int) -> tuple[int | None, int | None]:
    """Return a value as the integers that stand for it in the tables; one of more decimals than those have is too large."""
    if value is None:
        return None, None
    if isinstance(value, tuple):
        ratio = Fraction(value[0]) / Fraction(value[1])
        return ratio.numerator, ratio.denominator
    if isinstance(value, bool):
        return int(value), 1
    exact = Fraction(value) * 10**scale
    return exact.numerator if exact.denominator == 1 else TOO_LARGE, 1


def _too_large(number: int | None) -> bool:
    return number is not None and abs(number) >= TOO_LARGE


def beside(entity: str) -> str:
    """Return the name of the table that holds the figures of others beside each fact of *entity*."""
    return name(f"beside_{entity}")


def elsewhere(figure: Across, row: Sequence[Any]) -> Elsewhere:
    """Return a figure from its columns."""
    *values, known, missing = row
    ends: list[Any]
    if figure.type == "ratio":
        pairs = zip(values[::2], values[1::2], strict=True)
        ends = [None if over is None else (int(over), int(under)) for over, under in pairs]
    else:
        scale = scale_of(figure)
        ends = [
            None if value is None else int(value) if not scale else Decimal(int(value)).scaleb(-scale, EXACT)
            for value in values
        ]
    return Elsewhere(ends[0], ends[1], ends[2], int(known or 0), int(missing or 0))


def asking(connection: Any, book: Rulebook, selected: Callable[[str], bool], dialect: str = "duckdb") -> frozenset[str]:
    """Return the rules that are asked of other cases: none of a single one, those of peers where some unit has as many as they want."""
    root = name("all_" + book.vocabulary.root.id)
    many = connection.execute(f"SELECT COUNT(*) FROM {root}").fetchone()[0]
    rules = [rule for rule in book.rules.values() if many > 1 and rule.figures and selected(rule.id)]
    sizes: dict[tuple[str, ...], int] = {}
    for peers in {rule.peers.by: rule.peers for rule in rules if rule.peers is not None}.values():
        counted = f"SELECT COUNT(*) AS size FROM {root} r WHERE {KNOWN} AND {group_of(peers)} IS NOT NULL GROUP BY {group_of(peers)}"
        most = translated(f"SELECT COALESCE(MAX(size), 0) FROM ({counted}) AS c", dialect)
        sizes[peers.by] = connection.execute(most).fetchone()[0]
    return frozenset(rule.id for rule in rules if rule.peers is None or sizes[rule.peers.by] > rule.peers.at_least)


def columns(figures: Figures | None, entity: str) -> str:
    """Return the SQL of a view's columns and tables from *entity*, named t; with the figures beside it once they are there."""
    source = f"{name('all_' + entity)} t"
    if figures is None or not figures.ready or entity not in figures.by_entity:
        return f"t.* FROM {source}"
    listed = ", ".join(f"b.{name(column)}" for figure in figures.by_entity[entity] for column in stored(figure))
    return f"t.*, {listed} FROM {source} LEFT JOIN {beside(entity)} b ON b._fact = t._fact"


def told_cases(
    connection: Any, vocabulary: Vocabulary, figures: Figures | None, numbers: Sequence[int], at_once: int = 100
) -> Iterator[tuple[int, Rows, Case]]:
    """Yield cases with their rows, in order, which know what others give."""
    rows = case_rows(connection, vocabulary, sorted(set(numbers)), at_once)
    return knowing(vocabulary, figures, rows, at_once)


def knowing(
    vocabulary: Vocabulary, figures: Figures | None, cases: Iterable[tuple[int, Rows]], at_once: int = 100
) -> Iterator[tuple[int, Rows, Case]]:
    """Yield the cases of these rows, which know what others give; that is asked for *at_once* of them together."""
    waiting = iter(cases)
    while part := list(islice(waiting, at_once)):
        told = figures.told([number for number, _ in part]) if figures is not None and figures.ready else None
        for number, rows in part:
            case = case_of(rows, vocabulary)
            if figures is not None and told is not None:
                case.across, case.asked = told.get(number, {}), figures.asked
            elif figures is not None and figures.heard:
                figures.tell(case)
            yield number, rows, case


def put_beside(
    connection: Any, vocabulary: Vocabulary, rules: Iterable[Rule], cases: Iterable[tuple[int, Case]]
) -> None:
    """Put what cases were told already beside their facts, in the tables named after the entities."""
    asking = {rule.id: rule for rule in rules if rule.figures}
    by_entity: dict[str, dict[str, Across]] = {}
    for rule in asking.values():
        for figure in rule.figures:
            entity = vocabulary.root.id if FUNCTIONS[figure.function].whole else rule.entity
            by_entity.setdefault(entity, {})[figure.key] = figure
    known = [(number, case) for number, case in cases if case.across]
    for entity, figures in by_entity.items():
        columns = ", ".join(f"{name(column)} HUGEINT" for figure in figures.values() for column in stored(figure))
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {beside(entity)} (_case INTEGER, _id VARCHAR, {columns})")
        rows: dict[tuple[str, ...], list[str]] = {}
        """By the figures that a subject was told: most were told those of one rule, of the hundreds of columns."""
        for number, case in known:
            told = case.across or {}
            for fact in case.subjects(entity)[0]:
                subject = "" if entity == vocabulary.root.id else fact.id
                found = {key: each for key in figures if (each := told.get((key, subject))) is not None}
                if found:
                    row = [v for key, each in found.items() for v in _row(figures[key], each)]
                    figured = ", ".join("NULL" if value is None else str(value) for value in row)
                    rows.setdefault(tuple(found), []).append(f"({number}, {quoted(fact.id)}, {figured})")
        for keys, alike in rows.items():
            listed = ", ".join(name(column) for key in keys for column in stored(figures[key]))
            connection.execute(f"INSERT INTO {beside(entity)} (_case, _id, {listed}) VALUES {', '.join(alike)}")
        plain = name(f"plain_{entity}")
        connection.execute(f"ALTER TABLE {name(entity)} RENAME TO {plain}")
        connection.execute(
            f"CREATE TABLE {name(entity)} AS SELECT t.*, b.* EXCLUDE (_case, _id) FROM {plain} t "
            f"LEFT JOIN {beside(entity)} b ON b._case = t._case AND b._id = t._id"
        )


def _row(figure: Across, told: Elsewhere) -> list[int | None]:
    """Return a figure as its columns hold it; one that is too large is open."""
    made: list[int | None] = []
    for end in (told.value, told.low, told.high):
        over, under = _integers(end, scale_of(figure))
        made += [over, under] if figure.type == "ratio" else [over]
    if any(map(_too_large, made)):
        made = [None] * len(made)
    return [*made, told.known, told.missing]
