"""The tables of a vocabulary: one per entity, one row per fact, with which columns and how values stand in them.

Money is a BIGINT of fen; a percent, a number and a stated figure are integers scaled by a power of ten that is fixed for
their type (`SCALES`), so that a database adds and compares them exactly. Beside each figure stand the size of its last
printed digit in the same scale (`__step`), its printed text, unit and decimals. `_none`, `_hidden`, `_derived`,
`_inferred` and `_to_fill` list field ids between blanks. Facts and cases are numbered within a pack, so that joins are on integers.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.base.values import EXACT
from checker.cases.vocabulary import Entity, Field, Vocabulary

SCALES = {"money": 0, "count": 0, "year": 0, "percent": 10, "number": 6, "figure": 10}
"""Decimals of the integers that stand for each type of figure (a percent is the fraction it stands for)."""
LIMITS = {"money": 10**17, "count": 10**12, "year": 9999, "percent": 10**17, "number": 10**17, "figure": 10**27}
"""Largest size of those integers; 10^17 fen are a thousand times the yearly spending of the country."""
SQL_TYPES = {
    "money": "BIGINT",
    "count": "BIGINT",
    "year": "BIGINT",
    "percent": "BIGINT",
    "number": "BIGINT",
    "figure": "DECIMAL(38,0)",
    "date": "DATE",
    "flag": "BOOLEAN",
    "text": "VARCHAR",
}
FIGURES = ("money", "percent", "number", "figure")
"""Types whose last printed digit matters."""
LISTS = ("_none", "_hidden", "_derived", "_inferred", "_to_fill")
"""Columns that list field ids, each between two blanks; NULL where there is none."""


class Column(NamedTuple):
    """One column: its name and its type in SQL."""

    name: str
    type: str


class BadFit(ValueError):
    """A value that its column cannot hold exactly."""


def table(entity: Entity, vocabulary: Vocabulary) -> list[Column]:
    """Return the columns of the table of *entity*."""
    found = [Column("_case", "INTEGER"), Column("_fact", "BIGINT")]
    root = entity.parent is None
    if root:
        text = ("_file", "_sha256", "_read", "_not_disclosed", "_top", "_documents")
        found += [Column("_amounts", "VARCHAR"), *(Column(name, "VARCHAR") for name in text)]
    elif entity.parent != vocabulary.root.id:
        found.append(Column("_owner", "BIGINT"))
    found += [Column("_id", "VARCHAR"), *(Column(name, "VARCHAR") for name in LISTS), Column("_notes", "VARCHAR")]
    found += [Column(state_column(key), "VARCHAR") for key in relation_keys(entity, vocabulary)]
    for field in entity.fields.values():
        found += field_columns(entity, field)
    return found


def field_columns(entity: Entity, field: Field) -> list[Column]:
    """Return the columns that one field fills."""
    if field.ref:
        return [Column(field.id, "BIGINT"), Column(f"{field.id}__id", "VARCHAR")]
    kind = SQL_TYPES.get(field.type, "VARCHAR")
    found = [Column(field.id, kind)]
    if field.type in FIGURES:
        found.append(Column(f"{field.id}__step", kind))
        if field.type != "figure":
            found += [Column(f"{field.id}__unit", "VARCHAR"), Column(f"{field.id}__decimals", "SMALLINT")]
    if field.type in ("money", "percent", "number", "count", "date") or has_printed_text(entity, field):
        found.append(Column(f"{field.id}__text", "VARCHAR"))
    return found


def or_default(entity: Entity, column: str, sql: str) -> str:
    """Return the SQL of a column with what it is where nobody wrote it, as the loader has it."""
    field = entity.fields.get(column)
    return sql if field is None or field.default is None else f"COALESCE({sql}, {field.default})"


def has_printed_text(entity: Entity, field: Field) -> bool:
    """Whether the printed text is kept for its own sake: a natural key is made of it."""
    return field.id in entity.key and field.type not in ("text", "figure")


def state_column(key: str) -> str:
    """Return the column that says whether a fact's collection *key* is "complete" or "partial" (NULL: absent)."""
    return f"{key}__state"


def relation_keys(entity: Entity, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the keys under which a fact of *entity* keeps several others."""
    seen = set()
    for relation in vocabulary.relations(entity.id).values():
        if relation.many and relation.key not in seen:
            seen.add(relation.key)
            yield relation.key


def joins(entity: str, key: str, vocabulary: Vocabulary) -> list[tuple[str, str, str]]:
    """Return how relation *key* of *entity* is followed: (table of the others, their column, own column)."""
    own = vocabulary.entities[entity]
    if own.parent is None:
        return [(key, "_case", "_case")]
    if own.tree and key == own.tree[2][0]:
        return [(entity, own.tree[0], "_fact")]
    found = [(key, "_owner", "_fact")] if vocabulary.entities[key].parent == entity else []
    fields = vocabulary.entities[key].fields.values()
    return found + [(key, field.id, "_fact") for field in fields if field.ref == entity and key != entity]


def scaled(value: int | Decimal, kind: str) -> int:
    """Return *value* as the integer that stands for it in a column of type *kind*; raises BadFit where none does."""
    number = Decimal(value).scaleb(SCALES[kind], EXACT)
    if number != number.to_integral_value():
        raise BadFit(f"finer than 10^-{SCALES[kind]}")
    if abs(number) > LIMITS[kind]:
        raise BadFit("too large")
    return int(number)


def unscaled(number: int, kind: str) -> int | Decimal:
    """Return the value that the integer *number* stands for; the opposite of `scaled`."""
    value = Decimal(number).scaleb(-SCALES[kind], EXACT)
    return int(value) if SCALES[kind] == 0 else value
