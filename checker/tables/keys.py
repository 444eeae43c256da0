"""Whether numbers of facts and ids stand for one row each, and whether links lead to a row of the same case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.base.errors import Problem, Text
from checker.base.values import FULL_WIDTH
from checker.cases.vocabulary import Entity, Vocabulary
from checker.tables.places_of_rows import fault
from checker.tables.repeated import Files
from checker.tables.warehouse import name

UNPLAIN = "[\\s\\x{3000}\\x{2212}\\x{2013}\\x{FF01}-\\x{FF5E}]"
"""Signs of an id that have another form, and blanks."""
AGAIN = Text("用 checker pack 重新做表", "make the tables again with checker pack")


class Key(NamedTuple):
    """Columns that stand for one row; what is wrong where they do not, and the join `d` that leaves such rows of `c` only."""

    columns: tuple[str, ...]
    told: Text
    joined: str


class Link(NamedTuple):
    """A column that leads to a row of another table, by a column there; the condition on `c` and `t`, joined by `joined`."""

    column: str
    target: str
    theirs: str
    stated: bool
    """Whether only rows that state it are asked."""
    joined: str

    @property
    def lost(self) -> str:
        """Numbers of facts are unique: one key finds the row, and its case is compared then."""
        found = "(t._case = c._case) IS NOT TRUE"
        return f"{found} AND c.{name(self.column)} IS NOT NULL" if self.stated else found


def keys_of(entity: Entity) -> Iterator[Key]:
    """Yield what stands for one row of the table of *entity*: its number, and its id within a case."""
    for columns in (("_case" if entity.parent is None else "_fact",), ("_case", "_id")):
        listed, last = ", ".join(columns), columns[-1]
        twice = (
            f"SELECT {listed} FROM {name('all_' + entity.id)} GROUP BY {listed} HAVING COUNT(*) > 1 OR {last} IS NULL"
        )
        alike = " AND ".join(f"d.{each} IS NOT DISTINCT FROM c.{each}" for each in columns)
        within = Text("在同一案例里", "within a case") if len(columns) > 1 else Text("", "in the table")
        told = Text(f"空着，或{within.zh}重复", f"is empty, or is there twice {within.en}")
        yield Key(columns, told, f"JOIN ({twice}) d ON {alike}")


def links_of(entity: Entity, vocabulary: Vocabulary) -> Iterator[Link]:
    """Yield what leads to the unit and the owner of a row, and to the facts it refers to."""
    links = [("_case", vocabulary.root.id, "_case")] if entity.parent else []
    if entity.parent and entity.parent != vocabulary.root.id:
        links.append(("_owner", entity.parent, "_fact"))
    links += [(f.id, f.ref, "_fact") for f in entity.fields.values() if f.ref]
    for column, target, theirs in links:
        joined = f"LEFT JOIN {name('all_' + target)} t ON t.{name(theirs)} = c.{name(column)}"
        yield Link(column, target, theirs, column in entity.fields, joined)


def differs(link: Link) -> str:
    """Return the condition under which the number and the id of a reference name different rows; a lost number is none of it."""
    column, ident = name(link.column), name(f"{link.column}__id")
    return f"c.{ident} IS DISTINCT FROM t._id AND (t._fact IS NOT NULL OR c.{column} IS NULL)"


def wrong_keys(connection: Any, entity: Entity, files: Files, on_duckdb: bool) -> list[Problem]:
    """Numbers of facts, and ids within a case, stand for one row each."""
    problems: list[Problem | None] = []
    number = "_case" if entity.parent is None else "_fact"
    numbers, ids = ascends(connection, entity, number) if on_duckdb else (False, False)
    for key in keys_of(entity):
        if on_duckdb and (numbers if key.columns == (number,) else ids or _distinct(connection, entity)):
            continue
        problems.append(
            fault(connection, entity, files, "duplicate-key", key.columns[-1:], key.told, "TRUE", AGAIN, key.joined)
        )
    if on_duckdb and not entity.repeatable and not any(problems):
        problems.append(_alike(connection, entity, files))
    return [problem for problem in problems if problem is not None]


def _alike(connection: Any, entity: Entity, files: Files) -> Problem | None:
    """No two ids of a case differ in width or blanks only, as a case file has it."""
    rows = name("all_" + entity.id)
    if not connection.execute(f"SELECT COUNT(*) FROM {rows} WHERE regexp_matches(_id, '{UNPLAIN}')").fetchone()[0]:
        return None
    wide, narrow = ("".join(map(chr, codes)) for codes in (FULL_WIDTH, FULL_WIDTH.values()))
    seen = f"regexp_replace(translate(_id, '{wide}', '{narrow.replace(chr(39), chr(39) * 2)}'), '\\s', '', 'g')"
    many = f"SELECT _case, {seen} AS seen FROM {rows} GROUP BY ALL HAVING COUNT(*) > 1"
    joined = f"JOIN (SELECT a._case, a._id FROM {rows} a JOIN ({many}) m ON m._case = a._case AND m.seen = {seen.replace('_id', 'a._id')}) d ON d._case = c._case AND d._id = c._id"
    told = Text("在同一案例里有两个只差全角半角或空格", "differ within a case in width or blanks only")
    hint = Text(
        "同一条只留一处；确是两条的，编号写得不同", "keep one of them; where they are two, give them different ids"
    )
    return fault(connection, entity, files, "alike-id", ("_id",), told, "TRUE", hint, joined)


def ascends(connection: Any, entity: Entity, number: str) -> tuple[bool, bool]:
    """Whether every row has a greater number than the one before, and whether its case and id are: then none is there twice.

    Much cheaper than counting. Ids ascend by length, then by code points, as those that are numbered do.
    """
    lagged = (
        f"SELECT {number} AS own, LAG({number}) OVER () AS before, row_number() OVER () AS line, _case AS case_, LAG(_case) OVER () AS case_before, "
        f"_id AS id, LAG(_id) OVER () AS id_before FROM {name('all_' + entity.id)}"
    )
    longer, later = "strlen(id) > strlen(id_before)", "strlen(id) = strlen(id_before) AND id > id_before"
    told = (
        "SELECT BOOL_AND((own > before OR (line = 1 AND own IS NOT NULL)) IS TRUE), BOOL_AND((case_ > case_before AND id IS NOT NULL "
        f"OR (line = 1 AND id IS NOT NULL) OR (case_ = case_before AND ({longer} OR {later}))) IS TRUE) FROM ({lagged})"
    )
    numbers, ids = connection.execute(told).fetchone()
    return numbers is True, ids is True


def _distinct(connection: Any, entity: Entity) -> bool:
    """Whether every row has an id and no two of a case have the same: equal ids have equal hashes, which are cheaper to count."""
    told = f"SELECT COUNT(*), COUNT(_id), COUNT(DISTINCT hash(_case, _id)) FROM {name('all_' + entity.id)}"
    return len(set(connection.execute(told).fetchone())) == 1


def wrong_links(connection: Any, entity: Entity, vocabulary: Vocabulary, files: Files, numbers: bool) -> list[Problem]:
    """Every fact has its unit and its owner, in the same case, and references lead to a fact of that case.

    Unless *numbers* stand for one row each, only the unit is looked for.
    """
    problems: list[Problem | None] = []
    links = [link for link in links_of(entity, vocabulary) if numbers or link.column == "_case"]
    for link in links:
        stated = f"{name(link.column)} IS NOT NULL" if link.stated else "TRUE"
        place = ", ".join(dict.fromkeys((name("_case"), name(link.column))))
        many = link.target in (vocabulary.root.id, entity.id)  # many facts have one unit, and many lines one parent
        once = f"SELECT {'DISTINCT ' if many else ''}{place} FROM {name('all_' + entity.id)} WHERE {stated}"
        if not connection.execute(f"SELECT COUNT(*) FROM ({once}) c {link.joined} WHERE {link.lost}").fetchone()[0]:
            continue
        aim = vocabulary.entities[link.target]
        told = (
            Text("不是任何一个单位的 _case", "is the _case of no unit")
            if link.column == "_case"
            else Text(f"指不到同一案例里的{aim.zh}", f"leads to no {aim.name('en')} of the same case")
        )
        problems.append(fault(connection, entity, files, "orphan", (link.column,), told, link.lost, AGAIN, link.joined))
    for link in (each for each in links if each.stated):
        differ = differs(link)
        if connection.execute(
            f"SELECT 1 FROM {name('all_' + entity.id)} c {link.joined} WHERE {differ} LIMIT 1"
        ).fetchone():
            told = Text("指的不是同一行", "name different rows")
            columns = (link.column, f"{link.column}__id")
            problems.append(fault(connection, entity, files, "reference", columns, told, differ, AGAIN, link.joined))
    return [problem for problem in problems if problem is not None]
