"""What SELECTs read: their columns from a stage instead of the tables, and a wide table's from a narrow one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Any

from sqlglot import exp

from checker.engines.sql import build as b

STAGE, STAGED = "t", "v"
"""The alias of a stage, and the one under which a column of a stage that is still to be made is named."""
_OF_AGGREGATES = re.compile(r"[ck]\d+")
"""The names of the columns of an aggregate."""


def renamed(roots: list[Any]) -> list[Any]:
    """Let every column in *roots* be read from a stage; returns the columns of the first one, alias and name joined.

    An alias has no underscore, so that no two columns come to one name.
    """
    read: dict[str, Any] = {}
    seen: dict[int, Any] = {}
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen[id(node)] = node
        if isinstance(node, exp.Column):
            alias, name = node.table, node.name
            if alias != STAGED:
                joined = f"{alias}_{name}"
                read.setdefault(joined, b.named(b.column(alias, name), joined))
                node.args["this"] = b.word(joined)
            node.args["table"] = b.word(STAGE, False)
            continue
        for part in node.args.values():
            waiting += [
                each for each in (part if isinstance(part, list) else [part]) if isinstance(each, exp.Expression)
            ]
    return [read[name] for name in sorted(read)]


def table(name: str, alias: str) -> Any:
    """Return a table under an alias."""
    found = exp.Table(this=exp.Identifier(this=name, quoted=True))
    found.set("alias", exp.TableAlias(this=exp.Identifier(this=alias, quoted=False)))
    return found


def _named_in(select: Any) -> tuple[list[Any], dict[str, set[str]]]:
    """Return the tables that *select* names, and the columns that are read by each alias."""
    tables: list[Any] = []
    read: dict[str, set[str]] = {}
    seen: set[int] = set()
    waiting = [select]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, exp.Column):
            read.setdefault(node.table, set()).add(node.name)
            continue
        if isinstance(node, exp.Table):
            tables.append(node)
            continue
        for part in node.args.values():
            waiting += [
                each for each in (part if isinstance(part, list) else [part]) if isinstance(each, exp.Expression)
            ]
    return tables, read


def _read_of(name: str, selects: list[tuple[str, Any]]) -> tuple[list[Any], list[str]]:
    """Return where *selects* name a table, and which of its columns they read, in order."""
    tables: list[Any] = []
    columns: set[str] = set()
    for _, select in selects:
        named, read = _named_in(select)
        own = [each for each in named if each.name == name]
        tables += own
        for each in own:
            columns |= read.get(each.alias, set())
    return tables, sorted(columns)


def only_by_group(needed: Mapping[str, Any], itself: Iterable[Any]) -> Any:
    """Return the aggregate that the groups themselves can hold beside what they are *itself*; None where there is none.

    It is the only one of *needed* by group, needs no other and is needed by none: to find each group again by its number took
    as long as to make them.
    """
    by_group = [block for block in needed.values() if block.grouped_by]
    if len(by_group) != 1:
        return None
    (only,) = by_group
    others = any(other.columns for other in only.needs.values())
    asked = any(only.name in block.needs for block in needed.values())
    clash = any(_OF_AGGREGATES.fullmatch(column.alias) for column in itself)
    return None if others or asked or clash else only


def only_read(selects: list[tuple[str, Any]], name: str) -> list[tuple[str, Any]]:
    """Return *selects* with the table *name* holding what is read of it; it holds all columns of another table and one more."""
    named, read = _read_of(name, selects)
    if not named:
        return [each for each in selects if each[0] != name]
    made = next(select for each, select in selects if each == name)
    every, more = made.expressions
    columns = [column for column in read if column != more.alias]
    made.set("expressions", [*(b.named(b.column(every.table, column), column) for column in columns), more])
    return selects


def narrow(selects: list[tuple[str, Any]], wide: str, entities: Container[str], often: int) -> list[tuple[str, Any]]:
    """Return a table of the columns of the table *wide* that *selects* read, and let them read it, where they name it *often*.

    No entity has its name.
    """
    tables, columns = _read_of(wide, selects)
    if len(tables) < often:
        return []
    name = f"{wide}_0"
    while name in entities:
        name += "_"
    for each in tables:
        each.args["this"] = b.word(name)
    made = exp.Select(expressions=[b.named(b.column("u", column), column) for column in columns])
    made.set("from_", exp.From(this=table(wide, "u")))
    return [(name, made)]
