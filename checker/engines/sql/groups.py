"""The tables of groups in SQL: the facts of a kind that agree in the fields a rule groups them by."""

from __future__ import annotations

from typing import Any

from sqlglot import exp

from checker.base.parties import Confirmed
from checker.engines.sql import build as b
from checker.engines.sql.build import NotCompilable
from checker.engines.sql.frames import OWN, Statement, left_join
from checker.engines.sql.reading import table
from checker.tables.schema import state_column

FORM, MANY = "__party", "__many"
"""Endings of columns: the one form of a party's name, and how many facts of a group write the name as this one does."""
SELDOM = 9_999_999_999
"""From which the number is taken, so that what is left of it has as many digits for all."""
STANDS = 4_000_000_000
"""What a spelling of the name that was decided to stand for the others counts more: no case has as many facts."""
MEMBERS = "groups_members"
"""The table of the facts of all groups, each with the number of its group."""
NAMED = "groups_named"
"""The facts of a kind that names parties, each with the one form of a name, and how often its group writes it so."""


def group_tables(statement: Statement, entity: str, keys: tuple[str, ...], confirmed: Confirmed) -> None:
    """Make the tables of groups: `groups` (their keys and completeness) and `groups_members`."""
    vocabulary = statement.vocabulary
    known = vocabulary.entities[entity]
    parties = [key for key in keys if key in known.parties]
    tables = _named(entity, keys, parties, known.fields, confirmed) if parties else {}
    source = NAMED if parties else entity
    folding = {*parties, *(key for key in keys if known.fields[key].fold)}

    def full(alias: str) -> Any:
        return b.both(*(b.known(b.column(alias, key)) for key in keys))

    def alike(alias: str, key: str) -> Any:
        if key in parties:
            return b.column(alias, key + FORM)
        return b.fold(b.column(alias, key)) if known.fields[key].fold else b.column(alias, key)

    def printed(key: str) -> Any:
        if key in parties:
            return _oftenest(key, statement.dialect)
        return exp.Min(this=b.ordered(b.column("c", key), statement.dialect))

    def agree() -> list[Any]:
        return [b.column("c", "_case"), *(alike("c", key) for key in keys)]

    def itself() -> list[Any]:
        return [
            b.named(b.column("c", "_case"), "_case"),
            b.named(exp.Min(this=b.column("c", "_fact")), "_fact"),
            *(b.named(printed(key) if key in folding else b.column("c", key), key) for key in keys),
            *(b.named(alike("c", key), key + FORM) for key in parties),
            *(
                b.named(exp.Max(this=b.column("c", f"{key}__step")), f"{key}__step")
                for key in keys
                if known.fields[key].type == "money"
            ),
            b.named(_group_id(known.fields, keys, parties, statement.dialect), "_id"),
        ]

    own = exp.Select(expressions=itself())
    own.set("from_", exp.From(this=table(source, "c")))
    own.set("where", exp.Where(this=full("c")))
    own.set("group", exp.Group(expressions=agree()))
    on_case = b.compare("=", b.column("c", "_case"), b.column("g", "_case"))
    equal = [b.compare("=", alike("c", key), alike("g", key)) for key in keys]
    could = [b.either(b.unknown(b.column("c", key)), one) for key, one in zip(keys, equal, strict=True)]
    strays = exp.Select(
        expressions=[b.named(b.column("g", "_fact"), "k1", quoted=False), b.named(b.count_all(), "c1", quoted=False)]
    )
    strays.set("from_", exp.From(this=table(OWN, "g")))
    strays.set("joins", [left_join(source, "c", b.both(on_case, *could, b.negate(full("c"))), "")])
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
    members.set("from_", exp.From(this=table(source, "c")))
    members.set("joins", [left_join(OWN, "g", b.both(on_case, *equal), "")])
    statement.grouping = lambda: (source, full("c"), agree())
    statement.itself = itself
    statement.tables = {**tables, OWN: own, "groups_strays": strays, "groups": groups, MEMBERS: members}


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


def _named(
    entity: str, keys: tuple[str, ...], parties: list[str], fields: dict[str, Any], confirmed: Confirmed
) -> dict[str, Any]:
    """Return the tables of facts with the one form of each name of a party, and how many of a group write it as they do."""
    formed = exp.Select(
        expressions=[
            exp.Column(this=exp.Star(), table=exp.Identifier(this="c", quoted=False)),
            *(b.named(b.one_party(b.party(b.column("c", key)), confirmed), key + FORM) for key in parties),
        ]
    )
    formed.set("from_", exp.From(this=table(entity, "c")))

    def alike(key: str) -> Any:
        if key in parties:
            return b.column("c", key + FORM)
        return b.fold(b.column("c", key)) if fields[key].fold else b.column("c", key)

    def many(party: str) -> Any:
        together = [b.column("c", "_case"), *map(alike, keys), b.column("c", party)]
        often = exp.Window(this=b.count_all(), partition_by=together)
        if not confirmed:
            return often
        stands = b.compare("=", b.party(b.column("c", party)), b.column("c", party + FORM))
        return exp.Add(this=often, expression=b.case((stands, b.integer(STANDS)), default=b.integer(0)))

    counted = exp.Select(
        expressions=[
            exp.Column(this=exp.Star(), table=exp.Identifier(this="c", quoted=False)),
            *(b.named(many(key), key + MANY) for key in parties),
        ]
    )
    counted.set("from_", exp.From(this=table("groups_formed", "c")))
    return {"groups_formed": formed, NAMED: counted}


def _oftenest(key: str, dialect: str) -> Any:
    """Return the name that a group is called by: the least of “how seldom, name”."""
    seldom = b.cast(exp.Sub(this=b.integer(SELDOM), expression=b.column("c", key + MANY)), "VARCHAR")
    least = exp.Min(this=b.ordered(exp.DPipe(this=seldom, expression=b.column("c", key)), dialect))
    return exp.Substring(this=least, start=b.integer(len(str(SELDOM)) + 1))


def _group_id(fields: dict[str, Any], keys: tuple[str, ...], parties: list[str], dialect: str) -> Any:
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
        if key in parties:  # known by its one form, however many write it otherwise
            part = b.column("c", key + FORM)
        found = (
            part if found is None else exp.DPipe(this=exp.DPipe(this=found, expression=b.text("/")), expression=part)
        )
    return found
