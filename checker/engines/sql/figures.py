"""The statements that make figures of others of what cases were asked: windows over integers, written in DuckDB's words.

A batch keeps what its cases were asked in tables `asked_N`, a row each; `figure_text` makes a figure of one of them, `beside_text` puts the
figures of one kind of subject beside each other. `translated` says a statement in the words of another database.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from checker.engines.population import shares
from checker.engines.sql.across import columns_of
from checker.engines.sql.asking import folded
from checker.engines.sql.build import column, render
from checker.language.across import FUNCTIONS
from checker.language.tree import Across
from checker.rulebook.rule import PEERS_BY, Peers, Rule
from checker.tables.warehouse import name

BLOCK = 10**18
"""What a remainder is multiplied by for the next digits of a ratio: three blocks of them tell all ratios of the tables apart."""
_CALLED = "what_it_is_called"
"""What stands in a statement for the folded id of the row r."""
UNIT = f"length({_CALLED}) || ':' || {_CALLED} || COALESCE(r.jurisdiction, '')"
"""Who a unit is, from year to year, of the row r."""
KNOWN = """r.fiscal_year IS NOT NULL AND (r."code" IS NOT NULL OR r."name" IS NOT NULL)"""
"""Whether unit and year of the row r are known."""
SAID = (("w", "BOOLEAN"), ("k", "VARCHAR"), ("n", "HUGEINT"), ("d", "HUGEINT"), ("low", "HUGEINT"), ("high", "HUGEINT"))
"""What one subject says where it is asked: whether it is a peer, what it is known by, its value as n over d, the interval of that."""
ASKED = (("_case", "INTEGER"), ("_fact", "BIGINT"), ("g", "VARCHAR"), *SAID, ("u", "VARCHAR"), ("y", "BIGINT"))
"""The columns of a table of what was asked: what peers have in common, what was said, who the unit is and of which year."""
_GIVEN = "what_was_given"
"""What stands in a statement for one that is in its database's own words already."""


def translated(text: str, dialect: str, given: str = "") -> str:
    """Return a statement of DuckDB in the words of *dialect*; *given* is one in those words that it reads from."""
    if dialect != "duckdb":
        from sqlglot import parse_one

        text = render(parse_one(text, read="duckdb"), dialect, pretty=False)
    if _CALLED in text:
        text = text.replace(_CALLED, render(folded(column("r", "_id")), dialect, pretty=False))
    return text.replace(_GIVEN, f"({given})")


def nothing_asked() -> str:
    """Return a SELECT of no row with the columns of a table of what was asked."""
    return f"SELECT {', '.join(f'CAST(NULL AS {kind}) AS {column}' for column, kind in ASKED)} WHERE false"


def kept_text(rule: Rule, figure: Across, root: str, said: str = "", twice: bool = True) -> str:
    """Return the SELECT that keeps what each subject of a figure was asked, with whose it is; the units are rows of *root*.

    *twice*: there may be two cases of one unit and year, so that peers are told apart. It reads *said*, a table with the columns SAID, or (`translated`) what `asked_text` yields.
    """
    whole = FUNCTIONS[figure.function].whole
    there = dict(SAID) if said else dict.fromkeys(("w", "n", "d", "low", "high") if whole else ("k", "n"))
    columns = [f"a.{column}" if column in there else f"CAST(NULL AS {kind}) AS {column}" for column, kind in SAID]
    group = (
        group_of(rule.peers) if rule.peers is not None and FUNCTIONS[figure.function].peers else "CAST(NULL AS VARCHAR)"
    )
    unit = "CAST(NULL AS VARCHAR)" if FUNCTIONS[figure.function].peers and not twice else UNIT
    return (
        f"SELECT a._case, a._fact, {group} AS g, {', '.join(columns)}, {unit} AS u, CAST(r.fiscal_year AS BIGINT) AS y "
        f"FROM {said or _GIVEN} AS a JOIN {root} AS r ON r._case = a._case WHERE {KNOWN}"
    )


def asked_alike(one: Across, two: Across) -> bool:
    """Whether two figures of one rule ask the same, and are made of one table."""
    if FUNCTIONS[one.function].peers and FUNCTIONS[two.function].peers:
        return one.arguments[0] == two.arguments[0]
    return (one.function == two.function or "other_sum" not in (one.function, two.function)) and (
        FUNCTIONS[one.function].whole == FUNCTIONS[two.function].whole and one.arguments == two.arguments
    )


def numbered(rules: Iterable[Rule]) -> dict[str, int]:
    """Return the number of the table that each figure is made of, by its key."""
    found: dict[str, int] = {}
    for rule in rules:
        for at, figure in enumerate(rule.figures):
            first = next((each for each in rule.figures[:at] if asked_alike(each, figure)), None)
            found[figure.key] = found[first.key] if first else max(found.values(), default=0) + 1
    return found


def group_of(peers: Peers) -> str:
    """Return the SQL of what the peers of a unit r have in common; unknown where a part is."""
    parts = ["CAST(r.fiscal_year AS VARCHAR)"]
    for each in peers.by:
        _, field, digits = PEERS_BY[each]
        column = f"NULLIF(CAST(r.{name(field)} AS VARCHAR), '')"
        parts.append(f"left({column}, {digits})" if digits else column)
    return " || '|' || ".join(parts)


def stored(figure: Across) -> list[str]:
    """Return the names of all columns of a figure: its ends and parts, how many others have it, how many lack it."""
    return [*columns_of(figure), f"~{figure.key} known", f"~{figure.key} missing"]


def beside_text(source: str, made: list[tuple[str, Across]]) -> str:
    """Return the SELECT of all figures beside the facts of *source*, a row each; *made* are tables and the figure in each."""
    listed = [f"{table}.{name(each)}" for table, figure in made for each in stored(figure)]
    joined = " ".join(f"LEFT JOIN {table} ON {table}._fact = e._fact" for table, _ in made)
    return f"SELECT e._fact, e._case, e._id, {', '.join(listed)} FROM {source} AS e {joined}"


def figure_text(rule: Rule, figure: Across, asked: str, twice: bool = True, placed: str = "") -> str:
    """Return the SELECT of one figure: `_fact`, and a column for each end and part of it, how many were asked, how many lack it.

    A figure of peers is made of the table *placed*, where several are made of the same.
    """
    if FUNCTIONS[figure.function].peers:
        return _of_peers(rule, figure, placed or f"({placed_text(figure, asked, twice)}) AS x")
    if figure.function == "last_year":
        parts = ["n", "d"] * 3 if figure.type == "ratio" else ["n", "low", "high"]
        if figure.type == "ratio":  # it is no interval
            parts[2:] = ["NULL"] * 4
        value = _named(figure, [part if part == "NULL" else f"b.{part}" for part in parts], "b.many", "0")
        once = ", ".join(f"CASE WHEN COUNT(*) = 1 THEN MAX({each}) END AS {each}" for each in ("n", "d", "low", "high"))
        return (
            f"SELECT a._fact, {value} FROM {asked} AS a LEFT JOIN (SELECT u, y, COUNT(*) AS many, {once} "
            f"FROM {asked} GROUP BY u, y) AS b ON b.u = a.u AND b.y = a.y - 1"
        )
    count, joins = _of_others(figure, asked)
    value = _named(figure, [f"CASE WHEN a.k IS NOT NULL THEN {count} END"] * 3, "l.units - 1", "0")
    return f"SELECT a._fact, {value} FROM {asked} AS a CROSS JOIN (SELECT COUNT(DISTINCT u) AS units FROM {asked}) AS l {joins}"


def _of_others(figure: Across, asked: str) -> tuple[str, str]:
    """Return what others list of the value of the row a, and the tables that say so."""
    if figure.function == "other_units":  # most values are listed once
        often = f"SELECT k FROM {asked} WHERE k IS NOT NULL GROUP BY k HAVING COUNT(*) > 1"
        units = f"SELECT k, COUNT(DISTINCT u) AS units FROM {asked} WHERE k IN ({often}) GROUP BY k"
        return "COALESCE(o.units, 1) - 1", f"LEFT JOIN ({units}) AS o ON o.k = a.k"
    if figure.function == "other_years":
        years = f"SELECT k, u, COUNT(DISTINCT y) AS years FROM {asked} GROUP BY k, u"
        return "w.years - 1", f"LEFT JOIN ({years}) AS w ON w.k = a.k AND w.u = a.u"
    each = _amounts(asked)
    total = f"SELECT k, y, SUM(total) AS total, SUM(unsure) AS unsure FROM {each} AS e GROUP BY k, y"
    # an amount that is not known is not zero, and of two cases of one unit nobody knows which holds
    return "CASE WHEN t.unsure = w.unsure THEN t.total - w.total END", (
        f"LEFT JOIN ({total}) AS t ON t.k = a.k AND t.y = a.y LEFT JOIN {each} AS w ON w.k = a.k AND w.u = a.u AND w.y = a.y"
    )


def _amounts(asked: str) -> str:
    """Return what each unit lists of each value in each year, and whether all of that is known and of one case."""
    return (
        "(SELECT k, u, y, COALESCE(SUM(n), 0) AS total, CAST(COUNT(*) > COUNT(n) OR COUNT(DISTINCT _case) > 1 AS INTEGER) AS unsure "
        f"FROM {asked} GROUP BY k, u, y)"
    )


def _named(figure: Across, parts: list[str], known: str, missing: str) -> str:
    """Return the columns of a figure, its ends and parts in order."""
    listed = [
        f"CAST({value} AS HUGEINT) AS {name(column)}" for value, column in zip(parts, columns_of(figure), strict=True)
    ]
    one, two = stored(figure)[-2:]
    counts = [
        f"CAST(COALESCE({many}, 0) AS BIGINT) AS {name(column)}" for many, column in ((known, one), (missing, two))
    ]
    return ", ".join([*listed, *counts])


def placed_text(figure: Across, asked: str, twice: bool = True) -> str:
    """Return the SELECT of what a figure of peers is made of: each unit, whether it is a peer, has a figure, and its place among those that have."""
    one = "COALESCE(w, FALSE) AND n IS NOT NULL AND d IS NOT NULL AS has"
    source = f"SELECT *, FALSE AS again, {one}, w IS NOT FALSE AS peer FROM {asked} WHERE g IS NOT NULL"
    if twice:  # a unit of two cases is one peer that lacks its figure
        window = "PARTITION BY g, u, w IS NOT FALSE"
        source = (
            f"SELECT _fact, g, n, d, peer, number > 1 AS again, has AND many = 1 AS has FROM (SELECT *, {one}, w IS NOT FALSE AS peer, "
            f"row_number() OVER ({window} ORDER BY _fact) AS number, COUNT(*) OVER ({window}) AS many FROM {asked} WHERE g IS NOT NULL) AS q"
        )
    place = f"CASE WHEN has THEN {_order(figure)} END" if _ranked(figure) else "0"
    return f"SELECT _fact, g, n, d, peer, has, again, {place} AS place FROM ({source}) AS q"


def shared(figures: Iterable[Across]) -> bool:
    """Whether several figures are made of the same order of the same units."""
    return sum(figure.function in ("peer_median", "peer_quantile") for figure in figures) > 1


def _ranked(figure: Across) -> bool:
    return figure.function not in ("peer_sum", "peer_count")


def _of_peers(rule: Rule, figure: Across, placed: str) -> str:
    """Return the SELECT of a figure of peers from what *placed* is; `c` how many others of each unit have it and lack it."""
    assert rule.peers is not None
    total = "" if _ranked(figure) else ", SUM(n) FILTER (WHERE has) AS total"
    base = (
        f"WITH p AS (SELECT * FROM {placed}), "
        "s AS (SELECT g, COUNT(*) FILTER (WHERE has) AS found, COUNT(*) FILTER (WHERE peer AND NOT has AND NOT again) AS lacking"
        f"{total} FROM p GROUP BY g), "
        "c AS (SELECT p.*, s.found - CAST(p.has AS INTEGER) AS many, "
        f"s.lacking - CAST(p.peer AND NOT p.has AS INTEGER) AS missing{', s.total' * (not _ranked(figure))} FROM p JOIN s ON s.g = p.g) "
    )
    enough = f"c.peer AND c.many >= {rule.peers.at_least}"
    if figure.function in ("peer_sum", "peer_count", "peer_rank"):
        value = "c.place" if _ranked(figure) else "COALESCE(c.total, 0) - (CASE WHEN c.has THEN c.n ELSE 0 END)"
        low, high = value, f"{value} + c.missing"
        if figure.function == "peer_sum":  # what is missing may be of any size
            low = high = f"CASE WHEN c.missing = 0 THEN {value} END"
        ends = [f"CASE WHEN {enough} THEN {each} END" for each in (value, low, high)]
        return base + f"SELECT c._fact, {_named(figure, ends, 'c.many', 'c.missing')} FROM c"
    share = shares([figure])[figure.key]
    every = "(c.many + c.missing)"
    ranks = {
        "m": _rank(share, "c.many"),
        "l": f"({_rank(share, every)} - c.missing)",
        "h": _rank(share, every),
    }
    joins = " ".join(
        f"LEFT JOIN p AS {alias} ON {enough} AND {alias}.g = c.g AND {rank} BETWEEN 1 AND c.many "
        f"AND {alias}.place = {rank} + CAST(c.place IS NOT NULL AND {rank} >= c.place AS INTEGER)"
        for alias, rank in ranks.items()
    )
    parts = ("n", "d") if figure.type == "ratio" else ("n",)
    values = [f"{a}.{p}" for a in ranks for p in parts]
    return base + f"SELECT c._fact, {_named(figure, values, 'c.many', 'c.missing')} FROM c {joins}"


def _rank(share: Fraction, many: str) -> str:
    """Return ⌈p×n⌉, at least one."""
    a, b = share.numerator, share.denominator
    return f"greatest(1, ({a} * {many} + {b - 1}) // {b})"


def _order(figure: Across) -> str:
    """Return the place of each peer among all, from the least; of a rank, from the greatest, where equals share one.

    Ratios are ordered by their whole part and two blocks of digits, which are exact integers.
    """
    keys = ["n"]
    if figure.arguments[0].type == "ratio":
        whole = "((n // d) - CAST((n % d) < 0 AS INTEGER))"  # downwards; databases divide towards zero
        rest = f"(n - {whole} * d)"
        next_ = f"(({rest} * {BLOCK}) // d)"
        last = f"(((({rest} * {BLOCK}) % d) * {BLOCK}) // d)"
        keys = [whole, next_, last]
    if figure.function == "peer_rank":
        return f"rank() OVER (PARTITION BY g, has ORDER BY {', '.join(f'{key} DESC' for key in keys)})"
    return f"row_number() OVER (PARTITION BY g, has ORDER BY {', '.join(keys)}, _fact)"
