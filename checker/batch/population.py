"""What the cases of a batch say of one another, worked out by DuckDB: the second derivation of engines.population.

Values are asked slice by slice with the compiled expressions and kept as integers; windows over them make the figures of all
cases at once, which stand beside the subjects' own columns when the rules are judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from checker.base.values import EXACT
from checker.batch.findings import fact_numbers
from checker.cases.case import Case, Elsewhere
from checker.cases.vocabulary import Vocabulary
from checker.engines.population import Population, shares
from checker.engines.sql.across import columns_of, scale_of
from checker.engines.sql.asking import asked_text
from checker.engines.sql.frames import Empty
from checker.language.across import FUNCTIONS
from checker.language.tree import Across
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import PEERS_BY, Peers, Rule
from checker.tables.case_rows import case_rows
from checker.tables.rows import Rows, case_of
from checker.tables.warehouse import name, quoted

BLOCK = 10**18
"""What a remainder is multiplied by for the next digits of a ratio: three blocks of them tell all ratios of the tables apart."""
UNIT = "length(r._id) || ':' || r._id || COALESCE(r.jurisdiction, '')"
"""Who a unit is, from year to year, of the row r."""
KNOWN = """r.fiscal_year IS NOT NULL AND (r."code" IS NOT NULL OR r."name" IS NOT NULL)"""
"""Whether unit and year of the row r are known."""
HEADINGS = ("fiscal_year", "jurisdiction", "budget_level", "unit_kind")


class Figures:
    """The figures that the rules of a batch ask of other cases, in tables of *connection*."""

    def __init__(
        self, connection: Any, book: Rulebook, selected: Callable[[str], bool], show: Callable[[Sequence[int]], None]
    ) -> None:
        self.connection = connection
        self.book = book
        self.show = show
        self.rules = [rule for rule in book.rules.values() if rule.figures and selected(rule.id)]
        self.root = book.vocabulary.root.id
        self.ready = False
        self.heard = False
        """Whether the evaluator worked the figures out, and no table holds them."""
        self.asked = frozenset(rule.id for rule in self.rules)
        self._evaluator = Population(book, selected)
        self.by_entity: dict[str, list[Across]] = {}
        for rule in self.rules:
            for figure in rule.figures:
                self.by_entity.setdefault(self._entity(rule, figure), []).append(figure)

    def _entity(self, rule: Rule, figure: Across) -> str:
        return self.root if FUNCTIONS[figure.function].whole else rule.entity

    def work_out(self, size: int, empty: Empty = frozenset()) -> None:
        """Ask all cases, *size* of them at a time, and make a table of figures beside each kind of subject."""
        numbers = {figure.key: number for number, figure in enumerate(self._all(), 1)}
        for number in numbers.values():
            self.connection.execute(
                f"CREATE OR REPLACE TEMP TABLE asked_{number} "
                "(_case INTEGER, _fact BIGINT, g VARCHAR, w BOOLEAN, k VARCHAR, n HUGEINT, d HUGEINT, low HUGEINT, high HUGEINT, u VARCHAR, y BIGINT)"
            )
        for plan, cases in self._plans():
            for start in range(0, len(cases), size):
                self._ask(plan, cases[start : start + size], numbers, empty)
        wanted = {rule.id: rule for rule in self.rules}
        for entity, figures in self.by_entity.items():
            made = []
            for figure in figures:
                rule = wanted[figure.key.rpartition(" ")[0]]
                table = f"figure_{numbers[figure.key]}"
                self.connection.execute(
                    f"CREATE OR REPLACE TEMP TABLE {table} AS {self._figure(rule, figure, numbers[figure.key])}"
                )
                self.connection.execute(f"DROP TABLE asked_{numbers[figure.key]}")
                made.append((table, figure))
            self._beside(entity, made)
        self.ready = True

    def hear(self, numbers: Iterable[int]) -> None:
        """Let the evaluator work the figures out of all cases: where it judges them, and of few, that takes less than asking DuckDB."""
        for _, rows in case_rows(self.connection, self.book.vocabulary, numbers):
            self._evaluator.add(case_of(rows, self.book.vocabulary))
        self.heard = True

    def tell(self, case: Case) -> None:
        """Let a case know what the evaluator heard of the others."""
        self._evaluator.tell(case)

    def told(self, number: int) -> dict[tuple[str, str], Elsewhere]:
        """Return what others give one case, as the evaluator reads it."""
        found: dict[tuple[str, str], Elsewhere] = {}
        for entity, figures in self.by_entity.items():
            listed = ", ".join(name(column) for figure in figures for column in stored(figure))
            rows = self.connection.execute(f"SELECT _id, {listed} FROM {beside(entity)} WHERE _case = {number}")
            for ident, *values in rows.fetchall():
                at = 0
                for figure in figures:
                    many = len(stored(figure))
                    if values[at + many - 1] is not None:  # a rule that does not bind the unit asks it nothing
                        subject = "" if entity == self.root else ident
                        found[figure.key, subject] = elsewhere(figure, values[at : at + many])
                    at += many
        return found

    def _all(self) -> Iterator[Across]:
        for rule in self.rules:
            yield from rule.figures

    def _beside(self, entity: str, made: list[tuple[str, Across]]) -> None:
        """Join the figures of one kind of subject into one table, a row each."""
        listed = [f"{table}.{name(each)}" for table, figure in made for each in stored(figure)]
        joined = " ".join(f"LEFT JOIN {table} ON {table}._fact = e._fact" for table, _ in made)
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {beside(entity)} AS "
            f"SELECT e._fact, e._case, e._id, {', '.join(listed)} FROM {name('all_' + entity)} e {joined}"
        )
        for table, _ in made:
            self.connection.execute(f"DROP TABLE {table}")

    # ---- asking

    def _plans(self) -> Iterator[tuple[Plan, list[int]]]:
        """Yield the plans of the rules that ask, each with the cases it holds for; whose unit or year is not known is asked nothing."""
        ids = [rule.id for rule in self.rules]
        listed = ", ".join(map(name, HEADINGS))
        rows = self.connection.execute(
            f"SELECT {listed}, array_agg(_case) FROM {name('all_' + self.root)} r WHERE {KNOWN} GROUP BY {listed} ORDER BY MIN(_case)"
        ).fetchall()
        found: dict[Any, tuple[Plan, list[int]]] = {}
        for year, place, level, kind, numbers in rows:
            wanted = set(ids)
            headings = int(year), place or "", level or "", kind or ""
            plan = self.book.plan_for(*headings, wanted.__contains__, others=wanted)
            found.setdefault(plan.signature(), (plan, []))[1].extend(numbers)
        for plan, cases in found.values():
            yield plan, sorted(cases)

    def _ask(self, plan: Plan, cases: list[int], numbers: dict[str, int], empty: Empty) -> None:
        self.show(cases)
        listed = (f"SELECT _case FROM {name(e)} WHERE _inferred IS NOT NULL" for e in self.book.vocabulary.entities)
        inferred = {row[0] for row in self.connection.execute(" UNION ".join(listed)).fetchall()}
        if inferred:  # what they say without their inferences only the evaluator can tell
            for number, rows in case_rows(self.connection, self.book.vocabulary, inferred):
                self._note(number, case_of(rows, self.book.vocabulary), fact_numbers(rows), numbers)
            self.show([number for number in cases if number not in inferred])
        for rule in plan.rules:
            if rule.id in plan.open:
                continue
            for figure in rule.figures:
                text = asked_text(plan, rule, figure, "duckdb", empty)
                whole = FUNCTIONS[figure.function].whole
                columns = "a.w, NULL, a.n, a.d, a.low, a.high" if whole else "NULL, a.k, a.n, NULL, NULL, NULL"
                group = group_of(rule.peers) if rule.peers is not None and FUNCTIONS[figure.function].peers else "NULL"
                self.connection.execute(
                    f"INSERT INTO asked_{numbers[figure.key]} SELECT a._case, a._fact, {group}, {columns}, "
                    f"{UNIT}, r.fiscal_year FROM ({text}) a JOIN {name(self.root)} r ON r._case = a._case"
                )

    def _note(self, number: int, case: Case, facts: dict[tuple[str, str], int | None], numbers: dict[str, int]) -> None:
        """Write down what the evaluator says that one case answers."""
        rules = {figure.key: rule for rule in self.rules for figure in rule.figures}
        for figure, fact, where, value, keys in self._evaluator.values(case):
            rule, root = rules[figure.key], fact.entity == self.root
            value, *ends = value if figure.function == "last_year" else (value, None, None)
            over, under = _integers(figure, value)
            low, high = (_integers(figure, end)[0] for end in ends)
            key = None if keys is None else "".join(f"{len(str(each))}:{each}" for each in keys)
            place = number if root else facts[fact.entity, fact.id]
            peers = FUNCTIONS[figure.function].peers
            self.connection.execute(
                f"INSERT INTO asked_{numbers[figure.key]} SELECT ?, ?, {group_of(rule.peers) if peers and rule.peers else 'NULL'}, ?, ?, ?, ?, ?, ?, "
                f"{UNIT}, r.fiscal_year FROM {name('all_' + self.root)} r WHERE r._case = {number}",
                [number, place, where, key, over, under, low, high],
            )

    # ---- figures

    def _figure(self, rule: Rule, figure: Across, number: int) -> str:
        """Return the SELECT of one figure: `_fact`, and a column for each end and part of it, how many were asked, how many lack it."""
        asked = f"asked_{number}"
        if FUNCTIONS[figure.function].peers:
            return _of_peers(rule, figure, asked)
        if figure.function == "last_year":
            parts = ["n", "d"] * 3 if figure.type == "ratio" else ["n", "low", "high"]
            if figure.type == "ratio":  # it is no interval
                parts[2:] = ["NULL"] * 4
            value = _named(figure, [part if part == "NULL" else f"b.{part}" for part in parts], "b.many", "0")
            once = ", ".join(
                f"CASE WHEN COUNT(*) = 1 THEN any_value({each}) END AS {each}" for each in ("n", "d", "low", "high")
            )
            return (
                f"SELECT a._fact, {value} FROM {asked} a LEFT JOIN (SELECT u, y, COUNT(*) AS many, {once} "
                f"FROM {asked} GROUP BY u, y) b ON b.u = a.u AND b.y = a.y - 1"
            )
        counts = {
            "other_units": "o.units - 1",
            "other_years": "w.years - 1",
            "other_sum": "COALESCE(t.total, 0) - COALESCE(w.total, 0)",
        }
        found = f"CASE WHEN a.k IS NOT NULL THEN {counts[figure.function]} END"
        value = _named(figure, [found] * 3, "l.units - 1", "0")
        return (
            f"SELECT a._fact, {value} FROM {asked} a "
            f"CROSS JOIN (SELECT COUNT(DISTINCT u) AS units FROM {asked}) l "
            f"LEFT JOIN (SELECT k, COUNT(DISTINCT u) AS units FROM {asked} GROUP BY k) o ON o.k = a.k "
            f"LEFT JOIN (SELECT k, y, SUM(n) AS total FROM {asked} GROUP BY k, y) t ON t.k = a.k AND t.y = a.y "
            f"LEFT JOIN {_own_lists(figure, asked)} w ON w.k = a.k AND w.u = a.u{' AND w.y = a.y' * (figure.function == 'other_sum')}"
        )


def _own_lists(figure: Across, asked: str) -> str:
    """Return what each unit lists of each value: in how many years, or how much in the year."""
    if figure.function == "other_sum":
        return f"(SELECT k, u, y, SUM(n) AS total FROM {asked} GROUP BY k, u, y)"
    return f"(SELECT k, u, COUNT(DISTINCT y) AS years FROM {asked} GROUP BY k, u)"


def _named(figure: Across, parts: list[str], known: str, missing: str) -> str:
    """Return the columns of a figure, its ends and parts in order."""
    listed = [f"({value})::HUGEINT AS {name(column)}" for value, column in zip(parts, columns_of(figure), strict=True)]
    return ", ".join([*listed, *_counts(figure, known, missing)])


def _counts(figure: Across, known: str, missing: str) -> list[str]:
    one, two = stored(figure)[-2:]
    return [f"COALESCE({known}, 0)::BIGINT AS {name(one)}", f"COALESCE({missing}, 0)::BIGINT AS {name(two)}"]


def _of_peers(rule: Rule, figure: Across, asked: str) -> str:
    """Return the SELECT of a figure of peers.

    `v` are the peers with a figure, in order; `c` how many others of each unit have it and lack it.
    """
    assert rule.peers is not None
    base = (
        f"WITH p AS (SELECT *, w IS NOT FALSE AS peer, w IS TRUE AND n IS NOT NULL AND d IS NOT NULL AS has FROM {asked} WHERE g IS NOT NULL), "
        f"v AS (SELECT *, {_order()} FROM p WHERE has), "
        "g AS (SELECT g, COUNT(*) FILTER (WHERE has) AS found, COUNT(*) FILTER (WHERE peer AND NOT has) AS lacking, "
        "SUM(n) FILTER (WHERE has) AS total FROM p GROUP BY g), "
        "c AS (SELECT p._fact, p.g, p.n, p.d, p.peer, p.has, g.total, g.found - p.has::INT AS many, "
        "g.lacking - (p.peer AND NOT p.has)::INT AS missing, v.up, v.down "
        "FROM p JOIN g ON g.g = p.g LEFT JOIN v ON v._fact = p._fact) "
    )
    enough = f"c.peer AND c.many >= {rule.peers.at_least}"
    if figure.function in ("peer_sum", "peer_count", "peer_rank"):
        own = "(CASE WHEN c.has THEN c.n ELSE 0 END)"
        value, low, high = {
            "peer_sum": (f"COALESCE(c.total, 0) - {own}",) * 3,
            "peer_count": (f"COALESCE(c.total, 0) - {own}",) * 3,
            "peer_rank": ("c.down",) * 3,
        }[figure.function]
        if figure.function == "peer_sum":
            low = high = f"CASE WHEN c.missing = 0 THEN {value} END"
        else:
            high = f"{high} + c.missing"
        ends = [f"CASE WHEN {enough} THEN {each} END" for each in (value, low, high)]
        return base + f"SELECT c._fact, {_listed(figure, ends)} FROM c"
    share = shares([figure])[figure.key]
    every = "(c.many + c.missing)"
    ranks = {
        "m": _rank(share, "c.many"),
        "l": f"{_rank(share, every)} - c.missing",
        "h": _rank(share, every),
    }
    joins = " ".join(
        f"LEFT JOIN v {alias} ON {enough} AND {alias}.g = c.g AND {rank} BETWEEN 1 AND c.many "
        f"AND {alias}.up = {rank} + (c.up IS NOT NULL AND {rank} >= c.up)::INT"
        for alias, rank in ranks.items()
    )
    parts = ("n", "d") if figure.type == "ratio" else ("n",)
    return base + f"SELECT c._fact, {_listed(figure, [f'{a}.{p}' for a in ranks for p in parts])} FROM c {joins}"


def _listed(figure: Across, values: list[str]) -> str:
    """Return the columns of a figure of peers."""
    listed = [f"({value})::HUGEINT AS {name(column)}" for value, column in zip(values, columns_of(figure), strict=True)]
    return ", ".join([*listed, *_counts(figure, "c.many", "c.missing")])


def _rank(share: Fraction, many: str) -> str:
    """Return ⌈p×n⌉, at least one."""
    a, b = share.numerator, share.denominator
    return f"greatest(1, ({a} * {many} + {b - 1}) // {b})"


def _order() -> str:
    """Return the place of each peer among all in order of n/d, and its rank from the greatest, where equals share one.

    Ratios are ordered by their whole part and two blocks of digits, which are exact integers.
    """
    whole = f"({_floor('n', 'd')})"
    rest = f"(n - {whole} * d)"
    next_ = f"(({rest} * {BLOCK}) // d)"
    last = f"((({rest} * {BLOCK}) % d) * {BLOCK}) // d"
    keys = f"{whole}, {next_}, {last}"
    down = f"{whole} DESC, {next_} DESC, {last} DESC"
    return f"row_number() OVER (PARTITION BY g ORDER BY {keys}, _fact) AS up, rank() OVER (PARTITION BY g ORDER BY {down}) AS down"


def _floor(over: str, under: str) -> str:
    """Return the whole part of over/under, downwards; DuckDB divides towards zero."""
    return f"({over} // {under}) - (({over} % {under}) < 0)::INT"


def _integers(figure: Across, value: Any) -> tuple[int | None, int | None]:
    """Return a value as the integers that stand for it in the tables."""
    if value is None:
        return None, None
    if isinstance(value, tuple):
        ratio = Fraction(value[0]) / Fraction(value[1])
        return ratio.numerator, ratio.denominator
    if isinstance(value, bool):
        return int(value), 1
    return int(Fraction(value) * 10 ** scale_of(figure)), 1


def beside(entity: str) -> str:
    """Return the name of the table that holds the figures of others beside each fact of *entity*."""
    return name(f"beside_{entity}")


def stored(figure: Across) -> list[str]:
    """Return the names of all columns of a figure: its ends and parts, how many others have it, how many lack it."""
    return [*columns_of(figure), f"~{figure.key} known", f"~{figure.key} missing"]


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


def group_of(peers: Peers) -> str:
    """Return the SQL of what the peers of a unit r have in common; unknown where a part is."""
    parts = ["r.fiscal_year::VARCHAR"]
    for each in peers.by:
        _, field, digits = PEERS_BY[each]
        column = f"NULLIF(r.{name(field)}::VARCHAR, '')"
        parts.append(f"left({column}, {digits})" if digits else column)
    return " || '|' || ".join(parts)


def asking(connection: Any, book: Rulebook, selected: Callable[[str], bool]) -> frozenset[str]:
    """Return the rules that are asked of other cases: none of a single one, those of peers where some unit has as many as they want."""
    root = name("all_" + book.vocabulary.root.id)
    many = connection.execute(f"SELECT COUNT(*) FROM {root}").fetchone()[0]
    rules = [rule for rule in book.rules.values() if many > 1 and rule.figures and selected(rule.id)]
    sizes: dict[tuple[str, ...], int] = {}
    for peers in {rule.peers.by: rule.peers for rule in rules if rule.peers is not None}.values():
        counted = f"SELECT COUNT(*) AS size FROM {root} r WHERE {KNOWN} AND {group_of(peers)} IS NOT NULL GROUP BY {group_of(peers)}"
        sizes[peers.by] = connection.execute(f"SELECT COALESCE(MAX(size), 0) FROM ({counted})").fetchone()[0]
    return frozenset(rule.id for rule in rules if rule.peers is None or sizes[rule.peers.by] > rule.peers.at_least)


def columns(figures: Figures | None, entity: str) -> str:
    """Return the SQL of a view's columns and tables from *entity*, named t; with the figures beside it once they are there."""
    source = f"{name('all_' + entity)} t"
    if figures is None or not figures.ready or entity not in figures.by_entity:
        return f"t.* FROM {source}"
    return f"t.*, b.* EXCLUDE (_fact, _case, _id) FROM {source} LEFT JOIN {beside(entity)} b ON b._fact = t._fact"


def told_case(number: int, rows: Rows, vocabulary: Vocabulary, figures: Figures | None) -> Case:
    """Return a case from its rows, which knows what others give."""
    case = case_of(rows, vocabulary)
    if figures is not None and figures.ready:
        case.across, case.asked = figures.told(number), figures.asked
    elif figures is not None and figures.heard:
        figures.tell(case)
    return case


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
        widths = {key: len(stored(figure)) for key, figure in figures.items()}
        listed = [column for figure in figures.values() for column in stored(figure)]
        columns = ", ".join(f"{name(column)} HUGEINT" for column in listed)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {beside(entity)} (_case INTEGER, _id VARCHAR, {columns})")
        rows: list[str] = []
        for number, case in known:
            told = case.across or {}
            for fact in case.subjects(entity)[0]:
                subject = "" if entity == vocabulary.root.id else fact.id
                found = {key: told.get((key, subject)) for key in figures}
                if any(each is not None for each in found.values()):
                    row = [v for key, each in found.items() for v in _row(figures[key], widths[key], each)]
                    figured = ", ".join("NULL" if value is None else str(value) for value in row)
                    rows.append(f"({number}, {quoted(fact.id)}, {figured})")
        if rows:
            connection.execute(f"INSERT INTO {beside(entity)} VALUES {', '.join(rows)}")
        plain = name(f"plain_{entity}")
        connection.execute(f"ALTER TABLE {name(entity)} RENAME TO {plain}")
        connection.execute(
            f"CREATE TABLE {name(entity)} AS SELECT t.*, b.* EXCLUDE (_case, _id) FROM {plain} t "
            f"LEFT JOIN {beside(entity)} b ON b._case = t._case AND b._id = t._id"
        )


def _row(figure: Across, width: int, told: Elsewhere | None) -> list[int | None]:
    """Return a figure as its columns, *width* of them, hold it."""
    if told is None:
        return [None] * width
    made: list[int | None] = []
    for end in (told.value, told.low, told.high):
        over, under = _integers(figure, end)
        made += [over, under] if figure.type == "ratio" else [over]
    return [*made, told.known, told.missing]
