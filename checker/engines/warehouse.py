"""Tables in DuckDB: written from cases, read from Parquet, CSV or JSON Lines, and turned back into rows of one case."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from checker.case import Case, twin
from checker.casefile.documents import DOCUMENT_KEYS
from checker.engines.csv_faults import csv_faults, repeated_headings
from checker.engines.table_folder import form_of
from checker.engines.table_said import SHOWN, rows_told
from checker.errors import InputError, Place, Problem, Text, did_you_mean
from checker.tables.rows import Rows, rows_of
from checker.tables.schema import FIGURES, SCALES, joins, or_default, relation_keys, state_column, table
from checker.vocabulary import Entity, Field, Vocabulary

if TYPE_CHECKING:
    from checker.engines.unit_columns import UnitColumn

INTEGERS = ("BIGINT", "INTEGER", "SMALLINT", "DECIMAL(38,0)")
WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
SLOW = "partial_aggregate_pushdown"
"""An optimizer of DuckDB that writes conditions of many rules out again and again: planning took five times as long."""
FORMATS = {"parquet": ".parquet", "csv": ".csv", "jsonl": ".jsonl"}


def connect(memory: str = "", threads: int = 0) -> Any:
    """Return a DuckDB connection of its own; an error that names the extra where it is not installed."""
    try:
        import duckdb
    except ImportError:
        told = Text("没有安装 duckdb", "duckdb is not installed")
        hint = Text("pip install 'expenditure-checker[batch]'", "pip install 'expenditure-checker[batch]'")
        raise InputError([Problem("no-engine", Place("checker"), told, hint)]) from None
    settings: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    if memory:
        settings["memory_limit"] = memory
    if threads:
        settings["threads"] = str(threads)
    try:
        connection = duckdb.connect(":memory:", config=settings)
        connection.execute("SET enable_progress_bar = false")  # it would stand in what is printed
        connection.execute("SET parquet_metadata_cache = true")  # every statement reads the same files
        if connection.execute("SELECT 1 FROM duckdb_optimizers() WHERE name = ?", [SLOW]).fetchone():
            connection.execute(f"SET disabled_optimizers = {quoted(SLOW)}")
        return connection
    except duckdb.Error as wrong:
        told = Text(f"不认识的内存上限“{memory}”", f"{memory!r} is no amount of memory")
        hint = Text("写成 4GB 或 500MB", "write it as 4GB or 500MB")
        raise InputError([Problem("memory", Place("--memory"), told, hint)]) from wrong


def quoted(text: str) -> str:
    """Return *text* as a constant of SQL."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """Return *text* as a name of SQL."""
    return '"' + text.replace('"', '""') + '"'


class Packer:
    """Writes cases into tables, one file a table; memory does not grow with the number of cases."""

    def __init__(self, vocabulary: Vocabulary, same_unit: bool = False) -> None:
        self.vocabulary = vocabulary
        self.same_unit = same_unit
        self.cases = 0
        self.first: dict[str, int] = {}
        self.seen: dict[tuple[str, str, int], str] = {}
        self._stack = ExitStack()
        self._folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="checker-")))
        self._drafts: dict[str, Any] = {}
        self._longest = 0
        """The most characters of a row."""

    def add(self, case: Case) -> None:
        """Add one case; raises InputError for a second report of one unit and year, or a figure that does not fit."""
        key = case.identity
        if key is not None and key in self.seen and not self.same_unit:
            raise InputError([twin(case, self.seen[key])])
        rows = rows_of(case, self.cases, dict(self.first))
        if key is not None:
            self.seen.setdefault(key, case.file)
        self.cases += 1
        for entity, found in rows.items():
            self.first[entity] = self.first.get(entity, 0) + len(found)
            draft = self._draft(entity)
            for row in found:
                text = json.dumps(row, ensure_ascii=False, default=_plain)
                self._longest = max(self._longest, len(text))
                draft.write(text + "\n")

    def _draft(self, entity: str) -> Any:
        if entity not in self._drafts:
            path = self._folder / f"{entity}.jsonl"
            self._drafts[entity] = self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        return self._drafts[entity]

    def export(self, folder: Path, form: str) -> None:
        """Write what was added into *folder*, from the drafts and not from tables in memory; then the drafts are gone."""
        connection = connect(threads=1)
        try:
            connection.execute(f"SET temp_directory = {quoted(str(self._folder / 'spill'))}")
            for entity in self.vocabulary.entities.values():
                self._draft(entity.id).flush()
                columns = [(c.name, c.type) for c in table(entity, self.vocabulary)]
                nothing = ", ".join(f"NULL::{kind} AS {name(column)}" for column, kind in columns)
                empty = f"(SELECT {nothing} WHERE false)"
                path = self._folder / f"{entity.id}.jsonl"
                source = read_json(path, columns, self._longest) if path.stat().st_size else empty
                connection.execute(f"CREATE VIEW {name(entity.id)} AS SELECT * FROM {source}")
            export(connection, self.vocabulary, folder, form, ordered=True)
        finally:
            connection.close()
            self.close()

    def load(self, connection: Any) -> None:
        """Put what was added into tables of *connection*, named after their entities; then the drafts are gone."""
        for draft in self._drafts.values():
            draft.flush()
        for entity in self.vocabulary.entities.values():
            columns = table(entity, self.vocabulary)
            listed = ", ".join(f"{name(c.name)} {c.type}" for c in columns)
            connection.execute(f"CREATE TABLE {name(entity.id)} ({listed})")
            path = self._folder / f"{entity.id}.jsonl"
            if path.exists():
                source = read_json(path, [(c.name, c.type) for c in columns], self._longest)
                connection.execute(f"INSERT INTO {name(entity.id)} SELECT * FROM {source}")
        self.close()

    def close(self) -> None:
        """Remove the drafts."""
        self._stack.close()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def read_json(path: Path, columns: list[tuple[str, str]], longest: int = 1 << 24) -> str:
    """Return the SQL that reads JSON Lines with these columns; large integers stay exact.

    Each thread takes twice the bytes of the *longest* row (in characters) for its buffer: not more than is needed.
    """
    most = max(4 * longest + 2, 1 << 20)
    types = ", ".join(f"{quoted(column)}: {quoted(kind)}" for column, kind in columns)
    return (
        f"read_json({quoted(str(path))}, format='newline_delimited', columns={{{types}}}, maximum_object_size={most})"
    )


def export(connection: Any, vocabulary: Vocabulary, folder: Path, form: str, ordered: bool = False) -> list[Path]:
    """Write every table that holds something, or that some state speaks of, into *folder*; returns the files.

    *ordered* tables hold their rows in the order of their numbers already, which is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    told = {each for each, *_ in with_state(connection, vocabulary, "")}
    for entity in vocabulary.entities.values():
        if entity.id not in told and connection.execute(f"SELECT 1 FROM {name(entity.id)} LIMIT 1").fetchone() is None:
            continue
        path = folder / f"{entity.id}{FORMATS[form]}"
        draft = path.with_name(path.name + ".part")
        options = {
            "parquet": "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880",
            "csv": "FORMAT csv, HEADER, FORCE_QUOTE *, NULLSTR ''",
            "jsonl": "FORMAT json",
        }[form]
        order = "" if ordered else f" ORDER BY {'_case' if entity.parent is None else '_fact'}"
        connection.execute(f"COPY (SELECT * FROM {name(entity.id)}{order}) TO {quoted(str(draft))} ({options})")
        draft.replace(path)
        written.append(path)
    return written


def with_state(
    connection: Any, vocabulary: Vocabulary, prefix: str = "all_", among: Iterable[str] | None = None
) -> Iterator[tuple[str, str, str, int]]:
    """Yield (table, what its rows belong to, key, how many) of the tables that some state speaks of.

    Only those of *among* are asked for, if it is given; *prefix* stands before the names of the tables.
    """
    wanted = set(vocabulary.entities if among is None else among)
    for entity in vocabulary.entities.values():
        aims = {key: [other for other, _, _ in joins(entity.id, key, vocabulary) if other in wanted] for key in relation_keys(entity, vocabulary)}  # fmt: skip
        keys = [key for key, targets in aims.items() if targets]
        if not keys:
            continue
        asked = ", ".join(f"COUNT({name(state_column(key))})" for key in keys)
        counts = connection.execute(f"SELECT {asked} FROM {name(prefix + entity.id)}").fetchone()
        for key, many in zip(keys, counts, strict=True):
            for target in aims[key] if many else ():
                yield target, entity.id, key, many


def attach(connection: Any, vocabulary: Vocabulary, files: dict[str, Path], numbered: bool = True) -> None:
    """Make a view `all_ENTITY` of every table; raises InputError for files that are not what the vocabulary says.

    A view `rows_ENTITY` has the number of each row beside it, as `_row` (the headings are row 1); NULL where the files are not
    those that somebody gave (*numbered* false). It is read only to say which rows are wrong.
    """
    import duckdb

    problems: list[Problem] = []
    lacking: list[tuple[Entity, list[Field]]] = []
    for entity in vocabulary.entities.values():
        columns = table(entity, vocabulary)
        path = files.get(entity.id)
        if path is None:
            nothing = ", ".join(f"NULL::{c.type} AS {name(c.name)}" for c in columns)
            connection.execute(f"CREATE VIEW {name('all_' + entity.id)} AS SELECT {nothing} WHERE false")
            connection.execute(
                f"CREATE VIEW {name('rows_' + entity.id)} AS SELECT {nothing}, NULL::BIGINT AS _row WHERE false"
            )
            if entity.parent is None:
                told = Text(f"没有{entity.zh}的表（{entity.id}）", f"there is no table of units ({entity.id})")
                where = next((str(each.parent) for each in files.values()), entity.id)
                problems.append(Problem("no-table", Place(where), told))
            continue
        from checker.engines.unit_columns import unit_column

        try:
            if double := repeated_headings(path):
                problems += double
                continue
            source = _source(connection, path, columns)
            headings = {row[0]: row[1] for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}
            in_units = [u for u in (unit_column(entity, h) for h, kind in headings.items() if kind == "VARCHAR") if u]
            spoken = {unit.heading for unit in in_units}
            found = {_heading(entity, h): (h, kind) for h, kind in headings.items() if h not in spoken}
            problems += _same_headings(entity, path, [h for h in headings if h not in spoken])
            made = {column: sql for unit in in_units for column, sql in unit.columns().items()}
            twice = sorted(column for column in made if column in found)
            for column in twice + sorted(u.heading for u in in_units if [v.field for v in in_units].count(u.field) > 1):
                told = Text(f"“{column}”这一列有两处", f"the column {column!r} is there twice")
                problems.append(Problem("two-columns", Place(str(path)), told, Text("只留一个", "keep one of them")))
            kinds = {column: kind for column, (_, kind) in found.items()} | dict.fromkeys(made, "VARCHAR")
            problems += wrong_columns(entity, path, columns, kinds)
            texts = [column for column in columns if found.get(column.name, ("", ""))[1] == "VARCHAR"]
            problems += bad_cells(connection, entity, path, source, texts, found, in_units, numbered)
            if problems:
                continue
            empty = _empty_columns(connection, path)
            bare = [f for f in entity.fields.values() if f.ref and f.id in found and (f"{f.id}__id" not in found or found[f"{f.id}__id"][0] in empty)]  # fmt: skip
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
    for entity, fields in lacking:
        _derive_ids(connection, entity, fields)


def _derive_ids(connection: Any, entity: Entity, fields: list[Field]) -> None:
    """Make the ids that references lead to of their numbers, where a table has the numbers only."""
    made, joined = [], ""
    for place, field in enumerate(fields):
        target = name(f"given_all_{entity.id}" if field.ref == entity.id else f"all_{field.ref}")
        made.append(f"t{place}._id AS {name(field.id + '__id')}")
        joined += f" LEFT JOIN {target} t{place} ON t{place}._fact = c.{name(field.id)}"
    for view in (f"all_{entity.id}", f"rows_{entity.id}"):
        given = name(f"given_{view}")
        connection.execute(f"ALTER VIEW {name(view)} RENAME TO {given}")
        connection.execute(f"CREATE VIEW {name(view)} AS SELECT c.* REPLACE ({', '.join(made)}) FROM {given} c{joined}")


def first_row(path: Path) -> int:
    """Return the number of the first row of a table: 2 below a row of headings."""
    return 2 if form_of(path).kind == "csv" else 1


def _empty_columns(connection: Any, path: Path) -> set[str]:
    """Return the columns of a Parquet file that hold nothing, by its own account: they need not be read at all."""
    if form_of(path).kind != "parquet":
        return set()
    told = connection.execute(
        f"SELECT path_in_schema FROM parquet_metadata({quoted(str(path))}) GROUP BY 1 "
        "HAVING BOOL_AND(stats_null_count IS NOT NULL AND stats_null_count = num_values)"
    )
    return {row[0] for row in told.fetchall()}


def _stated_none(connection: Any, entity: Entity, source: str, found: dict[str, tuple[str, str]], empty: set[str]) -> list[str]:  # fmt: skip
    """Return the columns to read as 0 where `_none` names a field whose “none” is no money; only where some row does."""
    heading = found.get("_none", ("", ""))[0]
    fields = [field.id for field in entity.fields.values() if field.none_is_zero]
    if not heading or heading in empty or not fields:
        return []
    asked = ", ".join(f"COALESCE(BOOL_OR({name(heading)} LIKE '% {field} %'), FALSE)" for field in fields)
    named = connection.execute(f"SELECT {asked} FROM {source}").fetchone()
    return [nought(column, field) for field, there in zip(fields, named, strict=True) if there for column in (field, f"{field}__step")]  # fmt: skip


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
    keys = f"SELECT json_keys(json) AS keys FROM read_json_objects({quoted(str(path))}, {how}, maximum_object_size=67108864)"
    twice, found = connection.execute(
        f"SELECT COUNT(*) FILTER (len(keys) <> len(list_distinct(keys))), list_distinct(flatten(list(keys))) FROM ({keys})"
    ).fetchone()
    if twice:
        told = Text(f"{twice} 行里同一个键写了两次", f"{twice} rows have a key twice")
        raise InputError([Problem("repeated-key", Place(str(path)), told, Text("只留一处", "keep one of them"))])
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


def _same_headings(entity: Entity, path: Path, headings: list[str]) -> list[Problem]:
    """Say which columns are there under two names: only one of them would be read."""
    first: dict[str, str] = {}
    problems = []
    for heading in headings:
        other = first.setdefault(_heading(entity, heading), heading)
        if other != heading:
            told = Text(f"“{other}”和“{heading}”是同一列", f"{other!r} and {heading!r} are the same column")
            problems.append(Problem("two-columns", Place(str(path)), told, Text("只留一个", "keep one of them")))
    return problems


def _heading(entity: Entity, heading: str) -> str:
    """Return the column that a heading means: its name, or a Chinese name or alias of its field."""
    if entity.parent is None and heading in DOCUMENT_KEYS:
        return "_documents"
    field, mark, rest = heading.partition("__")
    known = entity.by_name.get(field)
    return heading if known is None else known.id + mark + rest


def wrong_columns(entity: Entity, path: Path, columns: list[Any], found: dict[str, str]) -> list[Problem]:
    """Say which columns of a table are unknown, lacking, or of a kind that would be rounded."""
    known = {column.name: column.type for column in columns}
    problems = []
    for column, kind in found.items():
        if column not in known:
            told = Text(f"{entity.zh}没有“{column}”这一列", f"{entity.name('en')} has no column {column!r}")
            problems.append(Problem("unknown-column", Place(str(path)), told, did_you_mean(column, list(known))))
        elif known[column] in INTEGERS and not (kind in WHOLE or kind.endswith(",0)") or kind == "VARCHAR"):
            told = Text(f"“{column}”这一列是 {kind}，不是整数", f"the column {column!r} is {kind}, not an integer")
            hint = Text(
                "金额用整数分、比率用 10^-10 为单位；用 checker pack 做表",
                "money is in whole fen, rates in units of 10^-10: make tables with checker pack",
            )
            problems.append(Problem("not-integer", Place(str(path)), told, hint))
    needed = ["_case", "_fact", "_id", *(["_owner"] if "_owner" in known else [])]
    needed += [f"{f.id}__step" for f in entity.fields.values() if f.id in found and f"{f.id}__step" in known]
    for column in needed:
        if column not in found:
            told = Text(f"{entity.zh}缺少“{column}”这一列", f"{entity.name('en')} lacks the column {column!r}")
            hint = Text("用 checker pack 做表", "make tables with checker pack")
            problems.append(Problem("missing-column", Place(str(path)), told, hint))
    return problems


def cell_tests(entity: Entity, columns: list[Any], headings: Iterable[str]) -> dict[str, str]:
    """Return, by heading, the condition under which a text is not of its column's type."""
    types = {column.name: column.type for column in columns if column.type != "VARCHAR"}
    tests = {}
    for heading in headings:
        kind = types.get(_heading(entity, heading))
        if kind is not None:
            cell = name(heading)
            wrong = f"TRY_CAST({cell} AS {kind}) IS NULL"
            if kind in INTEGERS:
                wrong += f" OR NOT regexp_full_match({cell}, '-?[0-9]+')"
            tests[heading] = f"{cell} IS NOT NULL AND ({wrong})"
    return tests


def bad_cells(connection: Any, entity: Entity, path: Path, source: str, columns: list[Any], found: dict[str, tuple[str, str]], in_units: Sequence[UnitColumn] = (), numbered: bool = True) -> list[Problem]:  # fmt: skip
    """Say which cells of a table of texts are not of their column's type, with their rows (the heading is row 1)."""
    by_heading = {heading: column for column, (heading, _) in found.items()}
    tests = {by_heading[h]: test for h, test in cell_tests(entity, columns, by_heading).items()}
    found = {**found, **{unit.heading: (unit.heading, "VARCHAR") for unit in in_units}}
    tests.update((unit.heading, f"{name(unit.heading)} IS NOT NULL AND {unit.wrong()}") for unit in in_units)
    if not tests:
        return []
    counted = ", ".join(f"COUNT(*) FILTER ({test})" for test in tests.values())
    counts = connection.execute(f"SELECT {counted} FROM {source}").fetchone()
    problems = []
    for (column, test), many in zip(tests.items(), counts, strict=True):
        if many:
            first = first_row(path)
            row = f"row_number() OVER () + {first - 1}" if numbered else "NULL"
            rows = connection.execute(
                f"SELECT line, _case, _id, cell FROM (SELECT {row} AS line, _case, _id, {name(found[column][0])} AS cell, "
                f"{test} AS wrong FROM {source}) WHERE wrong ORDER BY line, _case, _id LIMIT {SHOWN}"
            ).fetchall()
            what, shown = _wanted(entity, column, columns), rows_told(rows, many)
            counted = f"{many} row{'s' if many > 1 else ''}"
            told = Text(f"“{column}”{what.zh}，{many} 行：{shown.zh}", f"{column!r} {what.en}, {counted}: {shown.en}")
            problems.append(Problem("bad-cell", Place(str(path)), told))
    return problems


def _wanted(entity: Entity, column: str, columns: list[Any]) -> Text:
    """Return what is wrong with a cell that is not of its column's type: what should stand there."""
    field = entity.fields.get(column)
    kind = {each.name: each.type for each in columns}.get(column, "")
    if kind == "DATE":
        return Text("不是日期（写成 2020-12-31）", "is no day (written 2020-12-31)")
    if kind == "BOOLEAN":
        return Text("不是 true 或 false", "is neither true nor false")
    if field is not None and field.type in FIGURES and field.type != "money":
        scale = SCALES[field.type]
        return Text(f"不是整数（以 10^-{scale} 为单位）", f"is no integer (in units of 10^-{scale})")
    if field is not None and field.type == "money" and kind:
        return Text("不是整数（金额以分为单位）", "is no integer (money is in fen)")
    return (
        Text("不是整数", "is no integer") if kind else Text("不是数字，或比分还细", "is no number, or finer than a fen")
    )


def case_rows(
    connection: Any, vocabulary: Vocabulary, numbers: Iterable[int], at_once: int = 100
) -> Iterator[tuple[int, Rows]]:
    """Yield the rows of each case in *numbers*, in order, *at_once* cases being read in one go; raises nothing."""
    wanted = sorted(set(numbers))
    for start in range(0, len(wanted), at_once):
        yield from _rows_of(connection, vocabulary, wanted[start : start + at_once])
        gc.collect()  # the facts of a case refer to one another, and commands run without the collector


def _rows_of(connection: Any, vocabulary: Vocabulary, wanted: list[int]) -> Iterable[tuple[int, Rows]]:
    listed = ", ".join(f"({number})" for number in wanted)
    rows: dict[int, Rows] = {number: {} for number in wanted}
    for entity in vocabulary.entities.values():
        order = "_case" if entity.parent is None else "_fact"
        # a join reads only the parts of a file that may hold these cases; a list of them would read all
        found = connection.execute(
            f"SELECT t.* FROM {name('all_' + entity.id)} t JOIN (VALUES {listed}) AS w (wanted) ON t._case = w.wanted ORDER BY {order}"
        )
        columns = [column[0] for column in found.description]
        figures = [f.id for f in entity.fields.values() if f.type in SCALES]
        for values in found.fetchall():
            row = dict(zip(columns, values, strict=True))
            row.update((f, int(row[f])) for f in figures if row[f] is not None)
            rows[row["_case"]].setdefault(entity.id, []).append(row)
    return rows.items()


def read_parquet(files: Iterable[Path]) -> str:
    """Return the SQL that reads Parquet files one after the other; named one by one, since a folder's name may look like a pattern."""
    listed = ", ".join(quoted(str(file)) for file in sorted(files))
    return f"read_parquet([{listed}], union_by_name=true, hive_partitioning=false)"
