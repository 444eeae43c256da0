"""Files of tables as views of DuckDB: read from Parquet, CSV or JSON Lines, with the columns that the vocabulary wants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.tables.columns import bad_cells, first_row, heading_of, same_headings, wrong_columns
from checker.tables.csv_faults import csv_faults, repeated_headings
from checker.tables.folder import form_of
from checker.tables.schema import or_default, table
from checker.tables.unit_columns import unit_column
from checker.tables.warehouse import name, quoted, set_aside

SMALL = 250_000
"""The bytes of a file that is read once and held: every question asked of a view makes the whole of it anew."""


def attach(connection: Any, vocabulary: Vocabulary, files: dict[str, Path], numbered: bool = True) -> None:
    """Make a view `all_ENTITY` of every table, of a small one a table; raises InputError for files that are not what the vocabulary says.

    A view `rows_ENTITY` has the number of each row beside it, as `_row` (the headings are row 1); NULL where the files are not
    those that somebody gave (*numbered* false). It is read only to say which rows are wrong.
    """
    import duckdb

    problems: list[Problem] = []
    lacking: list[tuple[Entity, list[Field]]] = []
    absent = ""
    for entity in vocabulary.entities.values():
        columns = table(entity, vocabulary)
        path = files.get(entity.id)
        if path is None:
            nothing = ", ".join(f"NULL::{c.type} AS {name(c.name)}" for c in columns)
            nowhere = ", ".join(f"{name(c.name)} {c.type}" for c in columns)
            absent += (
                f"CREATE TEMP TABLE {name('all_' + entity.id)} ({nowhere});"
                f"CREATE VIEW {name('rows_' + entity.id)} AS SELECT {nothing}, NULL::BIGINT AS _row WHERE false;"
            )
            if entity.parent is None:
                told = Text(f"没有{entity.zh}的表（{entity.id}）", f"there is no table of units ({entity.id})")
                where = next((str(each.parent) for each in files.values()), entity.id)
                problems.append(Problem("no-table", Place(where), told))
            continue
        try:
            if double := repeated_headings(path):
                problems += double
                continue
            source = _source(connection, path, columns)
            headings = {row[0]: row[1] for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
            in_units = [u for u in (unit_column(entity, h) for h, kind in headings.items() if kind == "VARCHAR") if u]
            spoken = {unit.heading for unit in in_units}
            found = {heading_of(entity, h): (h, kind) for h, kind in headings.items() if h not in spoken}
            problems += same_headings(entity, path, [h for h in headings if h not in spoken])
            made = {column: sql for unit in in_units for column, sql in unit.columns().items()}
            twice = sorted(column for column in made if column in found)
            for column in twice + sorted(u.heading for u in in_units if [v.field for v in in_units].count(u.field) > 1):
                told = Text(f"“{column}”这一列有两处", f"the column {column!r} is there twice")
                problems.append(Problem("two-columns", Place(str(path)), told, Text("只留一个", "keep one of them")))
            kinds = {column: kind for column, (_, kind) in found.items()} | dict.fromkeys(made, "VARCHAR")
            problems += wrong_columns(entity, path, columns, kinds)
            texts = [
                c
                for c in columns
                if found.get(c.name, ("", ""))[1] in ("VARCHAR", *(["DATE"] if c.type == "DATE" else []))
            ]
            problems += bad_cells(connection, entity, path, source, texts, found, in_units, numbered)
            if problems:
                continue
            empty = _empty_columns(connection, path)
            bare = [
                f
                for f in entity.fields.values()
                if f.ref and f.id in found and (f"{f.id}__id" not in found or found[f"{f.id}__id"][0] in empty)
            ]
            if any(found[field.id][0] not in empty for field in bare):
                lacking.append((entity, bare))
            shown = {
                c.name: f"CAST({name(found[c.name][0])} AS {c.type})"
                if c.name in found and found[c.name][0] not in empty
                else made.get(c.name, f"NULL::{c.type}")
                for c in columns
            }
            wanted = ", ".join(f"{or_default(entity, column, sql)} AS {name(column)}" for column, sql in shown.items())
            zeros = _stated_none(connection, entity, source, found, empty)
            wanted = f"* REPLACE ({', '.join(zeros)}) FROM (SELECT {wanted}" if zeros else wanted
            ending = ")" if zeros else ""
            connection.execute(f"CREATE VIEW {name('all_' + entity.id)} AS SELECT {wanted} FROM {source}{ending}")
            row = f"row_number() OVER () + {first_row(path) - 1}" if numbered else "NULL::BIGINT"
            connection.execute(
                f"CREATE VIEW {name('rows_' + entity.id)} AS SELECT {wanted}, {row} AS _row FROM {source}{ending}"
            )
        except duckdb.OutOfMemoryException:
            raise  # no fault of the table
        except duckdb.Error as wrong:
            first = str(wrong).splitlines()[0]
            told = Text(f"读不了这张表：{first}", f"this table cannot be read: {first}")
            problems += csv_faults(path) or [Problem("table", Place(str(path)), told)]
    if problems:
        raise InputError(problems)
    connection.execute(absent or "SELECT 1")  # at once: of most entities there is no table
    for entity, fields in lacking:
        _derive_ids(connection, entity, fields)
    for ident, path in files.items():
        if path.stat().st_size <= SMALL:
            _hold(connection, "all_" + ident)


def _hold(connection: Any, view: str) -> None:
    """Read what a view shows into a table of its name; one that cannot be read stays, for whoever asks for its rows to say so."""
    import duckdb

    draft = name("held_" + view)
    try:
        connection.execute(f"CREATE TEMP TABLE {draft} AS FROM {name(view)}")
    except duckdb.Error:
        return
    set_aside(connection, view, "read_" + view)
    connection.execute(f"ALTER TABLE {draft} RENAME TO {name(view)}")


def _derive_ids(connection: Any, entity: Entity, fields: list[Field]) -> None:
    """Make the ids that references lead to of their numbers, where a table has the numbers only."""
    made, joined = [], ""
    for place, field in enumerate(fields):
        target = name(f"given_all_{entity.id}" if field.ref == entity.id else f"all_{field.ref}")
        made.append(f"t{place}._id AS {name(field.id + '__id')}")
        joined += f" LEFT JOIN {target} t{place} ON t{place}._fact = c.{name(field.id)}"
    for view in (f"all_{entity.id}", f"rows_{entity.id}"):
        given = name(f"given_{view}")
        set_aside(connection, view, f"given_{view}")
        connection.execute(f"CREATE VIEW {name(view)} AS SELECT c.* REPLACE ({', '.join(made)}) FROM {given} c{joined}")


def _empty_columns(connection: Any, path: Path) -> set[str]:
    """Return the columns of a Parquet file that hold nothing, by its own account: they need not be read at all."""
    if form_of(path).kind != "parquet":
        return set()
    told = connection.execute(
        f"SELECT path_in_schema FROM parquet_metadata({quoted(str(path))}) GROUP BY 1 "
        "HAVING BOOL_AND(stats_null_count IS NOT NULL AND stats_null_count = num_values)"
    )
    return {row[0] for row in told.fetchall()}


def _stated_none(
    connection: Any, entity: Entity, source: str, found: dict[str, tuple[str, str]], empty: set[str]
) -> list[str]:
    """Return the columns to read as 0 where `_none` names a field whose “none” is no money; only where some row does."""
    heading = found.get("_none", ("", ""))[0]
    fields = [field.id for field in entity.fields.values() if field.none_is_zero]
    if not heading or heading in empty or not fields:
        return []
    asked = ", ".join(f"COALESCE(BOOL_OR({name(heading)} LIKE '% {field} %'), FALSE)" for field in fields)
    named = connection.execute(f"SELECT {asked} FROM {source}").fetchone()
    return [
        nought(column, field)
        for field, there in zip(fields, named, strict=True)
        if there
        for column in (field, f"{field}__step")
    ]


def nought(column: str, field: str) -> str:
    """Return the SQL of *column* as 0 where it is empty and `_none` names *field*."""
    return f"CASE WHEN {name(column)} IS NULL AND _none LIKE '% {field} %' THEN 0 ELSE {name(column)} END AS {name(column)}"


def _source(connection: Any, path: Path, columns: list[Any]) -> str:
    form = form_of(path)
    if form.kind == "parquet":
        return f"read_parquet({quoted(str(path))}, hive_partitioning=false)"
    if form.kind == "csv":
        return csv_source(path)
    how = f"format='{'array' if form.kind == 'json' else 'newline_delimited'}', compression='{'gzip' if form.packed else 'none'}'"
    # named columns alone are read: a key that nobody named would be passed over
    keys = f"SELECT json_keys(json) AS keys, json_type(json, '$.*') AS kinds FROM read_json_objects({quoted(str(path))}, {how}, maximum_object_size=67108864)"
    many = "list_filter(list_zip(keys, kinds), lambda k: k[2] IN ('OBJECT', 'ARRAY') AND NOT starts_with(k[1], '_'))"
    twice, found, within = connection.execute(
        f"SELECT COUNT(*) FILTER (len(keys) <> len(list_distinct(keys))), list_distinct(flatten(list(keys))), list_distinct(flatten(list({many}))) FROM ({keys})"
    ).fetchone()
    if twice:
        told = Text(f"{twice} 行里同一个键写了两次", f"{twice} rows have a key twice")
        raise InputError([Problem("repeated-key", Place(str(path)), told, Text("只留一处", "keep one of them"))])
    if within:
        listed = ", ".join(sorted({key for key, _ in within}))
        told = Text(f"{listed} 里是清单或对象，不是单个的值", f"{listed} holds a list or an object, no single value")
        hint = Text(
            "每个键写一个值；下级的清单写在它自己的表里", "write one value for a key; lists go into tables of their own"
        )
        raise InputError([Problem("not-single", Place(str(path)), told, hint)])
    if not found:
        nothing = ", ".join(f"NULL::{c.type} AS {name(c.name)}" for c in columns)
        return f"(SELECT {nothing} WHERE false)"
    types = ", ".join(f"{quoted(key)}: 'VARCHAR'" for key in found)
    return f"read_json({quoted(str(path))}, {how}, columns={{{types}}}, maximum_object_size=67108864)"


def csv_source(path: Path) -> str:
    """Return the SQL that reads a CSV file, every cell as text; nothing but its delimiter is guessed."""
    form = form_of(path)
    how = f"delim={quoted(form.delimiter)}, compression='{'gzip' if form.packed else 'none'}'"
    return (
        f"read_csv({quoted(str(path))}, header=true, all_varchar=true, nullstr='', quote='\"', escape='\"', {how}, skip=0, "
        "comment='', null_padding=false, ignore_errors=false, hive_partitioning=false, strict_mode=true)"
    )
