"""The tables of groups in SQL: the facts of a kind that agree in the fields a rule groups them by."""

from __future__ import annotations

from typing import Any

from sqlglot import exp

from checker.engines.sql import build as b
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.frames import OWN, Statement, left_join
from checker.engines.sql.reading import table
from checker.tables.schema import state_column

MEMBERS = "groups_members"
"""The table of the facts of all groups, each with the number of its group."""


def group_tables(statement: Statement, entity: str, keys: tuple[str, ...]) -> None:
    """Make the tables of groups: `groups` (their keys and completeness) and `groups_members`."""
    vocabulary = statement.vocabulary
    known = vocabulary.entities[entity]

    def full(alias: str) -> Any:
        return b.both(*(b.known(b.column(alias, key)) for key in keys))

    def alike(alias: str, key: str) -> Any:
        return b.fold(b.column(alias, key)) if known.fields[key].fold else b.column(alias, key)

    def printed(key: str) -> Any:
        return exp.Min(this=b.ordered(b.column("c", key), statement.dialect))

    def agree() -> list[Any]:
        return [b.column("c", "_case"), *(alike("c", key) for key in keys)]

    def itself() -> list[Any]:
        return [
            b.named(b.column("c", "_case"), "_case"),
            b.named(exp.Min(this=b.column("c", "_fact")), "_fact"),
            *(b.named(printed(key) if known.fields[key].fold else b.column("c", key), key) for key in keys),
            *(
                b.named(exp.Max(this=b.column("c", f"{key}__step")), f"{key}__step")
                for key in keys
                if known.fields[key].type == "money"
            ),
            b.named(_group_id(known.fields, keys, statement.dialect), "_id"),
        ]

    own = exp.Select(expressions=itself())
    own.set("from_", exp.From(this=table(entity, "c")))
    own.set("where", exp.Where(this=full("c")))
    own.set("group", exp.Group(expressions=agree()))
    on_case = b.compare("=", b.column("c", "_case"), b.column("g", "_case"))
    equal = [b.compare("=", alike("c", key), alike("g", key)) for key in keys]
    could = [b.either(b.unknown(b.column("c", key)), one) for key, one in zip(keys, equal, strict=True)]
    strays = exp.Select(
        expressions=[b.named(b.column("g", "_fact"), "k1", quoted=False), b.named(b.count_all(), "c1", quoted=False)]
    )
    strays.set("from_", exp.From(this=table(OWN, "g")))
    strays.set("joins", [left_join(entity, "c", b.both(on_case, *could, b.negate(full("c"))), "")])
    strays.set("group", exp.Group(expressions=[b.column("g", "_fact")]))
    root = vocabulary.root.id
    complete = b.both(
        b.compare("=", b.column("u", state_column(entity)), b.text("complete")), b.unknown(b.column("x", "k1"))
    )
    groups = exp.Select(
        expressions=[
            exp.Column(this=exp.Star(), table=exp.Identifier(this="g", quoted=False)),
            b.named(b.case((complete, b.text("complete")), default=b.text("partial")), "members__state"),
        ]
    )
    groups.set("from_", exp.From(this=table(OWN, "g")))
    of_unit = b.compare("=", b.column("u", "_case"), b.column("g", "_case"))
    on_fact = b.compare("=", b.column("x", "k1"), b.column("g", "_fact"))
    groups.set("joins", [left_join(root, "u", of_unit), left_join("groups_strays", "x", on_fact)])
    members = exp.Select(
        expressions=[
            exp.Column(this=exp.Star(), table=exp.Identifier(this="c", quoted=False)),
            b.named(b.column("g", "_fact"), "_group"),
        ]
    )
    members.set("from_", exp.From(this=table(entity, "c")))
    members.set("joins", [left_join(OWN, "g", b.both(on_case, *equal), "")])
    statement.grouping = lambda: (entity, full("c"), agree())
    statement.itself = itself
    statement.tables = {OWN: own, "groups_strays": strays, "groups": groups, MEMBERS: members}


def found_with_the_groups(made: Any, name: str) -> Any:
    """Let the SELECT *made* of groups read from the groups themselves what it joined as the table *name*."""
    for select in made.find_all(exp.Select):
        joins = select.args.get("joins") or []
        aliases = {join.this.alias for join in joins if join.this.name == name}
        if aliases:
            select.set("joins", [join for join in joins if join.this.name != name])
            for column in select.find_all(exp.Column):
                if column.table in aliases:
                    column.args["table"] = b.word("s", False)
    return made


def _group_id(fields: dict[str, Any], keys: tuple[str, ...], dialect: str) -> Any:
    found: Any = None
    for key in keys:
        kind = fields[key].type
        if kind in ("percent", "number", "figure"):
            raise NotCompilable("按小数分组要逐案求值", "groups by decimal numbers are evaluated case by case")
        column = b.column("c", f"{key}__id" if fields[key].ref else key)
        if kind == "flag":
            column = b.case((column, b.text("True")), default=b.text("False"))
        text = b.cast(column, "VARCHAR")
        part = exp.Min(this=b.ordered(text, dialect)) if fields[key].fold else text
        if fields[key].ref:  # no text of what they agree in
            part = exp.Min(this=text)
        found = (
            part if found is None else exp.DPipe(this=exp.DPipe(this=found, expression=b.text("/")), expression=part)
        )
    return found
