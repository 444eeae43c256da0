"""Whether attached tables are what rules may rely on: every number, enumeration value, link and key; all faults at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from checker.engines.warehouse import name, with_state
from checker.errors import InputError, Place, Problem, Text
from checker.tables.schema import FIGURES, LIMITS, LISTS, SCALES, relation_keys, state_column, table
from checker.values import UNITS
from checker.vocabulary import Entity, Field, Vocabulary

MOST_DECIMALS = 10
"""The most decimals that a figure is printed with: 亿元 down to the fen."""
BLANKS = " \t\n\r\u00a0\u3000"
"""Characters of a text that says nothing; written out, since engines spell classes of characters differently."""


def check_tables(
    connection: Any, vocabulary: Vocabulary, present: Iterable[str] | None = None, on_duckdb: bool = True
) -> None:
    """Raise InputError with everything that is wrong with the attached tables; *present* are those that hold anything.

    *on_duckdb* says whether DuckDB is asked, which reads the rows of a table in their order.
    """
    import duckdb

    problems = [] if present is None else _absent(connection, vocabulary, set(present))
    for entity in (vocabulary.entities[ident] for ident in (vocabulary.entities if present is None else present)):
        try:
            problems += _keys(connection, entity, on_duckdb)
            problems += _links(connection, entity, vocabulary)
            problems += _values(connection, entity, vocabulary, on_duckdb)
            problems += _totals(connection, entity)
        except duckdb.OutOfMemoryException:
            raise  # no fault of the table
        except duckdb.Error as wrong:
            first = str(wrong).splitlines()[0]
            told = Text(f"读不了这张表：{first}", f"this table cannot be read: {first}")
            problems.append(Problem("table", Place(entity.id), told))
    if problems:
        raise InputError(problems)


def _absent(connection: Any, vocabulary: Vocabulary, present: set[str]) -> list[Problem]:
    """No table is lacking that a state speaks of: units would be judged as having none of it."""
    problems = []
    lacking = [entity for entity in vocabulary.entities if entity not in present]
    for missing, owner, many, first in with_state(connection, vocabulary, among=lacking):
        lost, own = vocabulary.entities[missing], vocabulary.entities[owner]
        told = Text(
            f"没有{lost.zh}的表（{missing}），而{own.zh}有 {many} 行的状态（…__state）说有这张清单，例如 {first}",
            f"there is no table of {lost.name('en')}s ({missing}), and {many} rows of {own.name('en')} have a state (…__state) that speaks of it, such as {first}",
        )
        hint = Text(f"补上 {missing} 的表；确实一项也没有的，放一个只有列名的表", f"add the table {missing}; where there are none at all, one of headings only")  # fmt: skip
        problems.append(Problem("no-table", Place(missing), told, hint))
    return problems


def _problem(code: str, entity: Entity, zh: str, en: str, many: int, sample: Any) -> Problem:
    told = Text(
        f"{entity.zh}：{many} 行{zh}，例如 {sample}", f"{entity.name('en')}: {many} rows {en}, such as {sample}"
    )
    return Problem(
        code, Place(entity.id), told, Text("用 checker pack 重新做表", "make the tables again with checker pack")
    )


def _keys(connection: Any, entity: Entity, on_duckdb: bool) -> list[Problem]:
    """Numbers of facts, and ids within a case, stand for one row each."""
    problems = []
    number = "_case" if entity.parent is None else "_fact"
    numbers, ids = _ascends(connection, entity, number) if on_duckdb else (False, False)
    for keys in ([number], ["_case", "_id"]):
        if on_duckdb and (numbers if keys == [number] else ids or _distinct(connection, entity)):
            continue
        listed, first = ", ".join(keys), keys[-1]
        double = connection.execute(
            f"SELECT COUNT(*), MIN({first}) FROM (SELECT {listed} FROM {name('all_' + entity.id)} GROUP BY {listed} "
            f"HAVING COUNT(*) > 1 OR {first} IS NULL)"
        ).fetchone()
        if double[0]:
            problems.append(
                _problem("duplicate-key", entity, f"的 {first} 重复或空缺", f"repeat or lack {first}", *double)
            )
    return problems


def _ascends(connection: Any, entity: Entity, number: str) -> tuple[bool, bool]:
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


def _links(connection: Any, entity: Entity, vocabulary: Vocabulary) -> list[Problem]:
    """Every fact has its unit and its owner, in the same case, and references lead to a fact of that case."""
    links = [("_case", vocabulary.root.id, "_case")] if entity.parent else []
    if entity.parent and entity.parent != vocabulary.root.id:
        links.append(("_owner", entity.parent, "_fact"))
    links += [(f.id, f.ref, "_fact") for f in entity.fields.values() if f.ref]
    problems = []
    for column, target, theirs in links:
        stated = f"{name(column)} IS NOT NULL" if column in entity.fields else "TRUE"
        # numbers of facts are unique: one key finds the row, and its case is compared then
        found = f"LEFT JOIN {name('all_' + target)} t ON t.{name(theirs)} = c.{name(column)} WHERE (t._case = c._case) IS NOT TRUE"
        source = f"FROM {name('all_' + entity.id)} WHERE {stated}"
        place = ", ".join(dict.fromkeys((name("_case"), name(column))))
        many = target in (vocabulary.root.id, entity.id)  # many facts have one unit, and many lines one parent
        once = f"SELECT {'DISTINCT ' if many else ''}{place} {source}"
        if not connection.execute(f"SELECT COUNT(*) FROM ({once}) c {found}").fetchone()[0]:
            continue
        lost = connection.execute(f"SELECT COUNT(*), MIN(c._id) FROM (SELECT * {source}) c {found}").fetchone()
        problems.append(
            _problem("orphan", entity, f"的 {column} 指不到任何一行", f"have a {column} that leads nowhere", *lost)
        )
    for field in (f for f in entity.fields.values() if f.ref):
        column, ident = name(field.id), name(f"{field.id}__id")
        # whose number leads nowhere was said above
        differ = f"c.{ident} IS DISTINCT FROM t._id AND (t._fact IS NOT NULL OR c.{column} IS NULL)"
        told = f"FROM {name('all_' + entity.id)} c LEFT JOIN {name('all_' + str(field.ref))} t ON t._fact = c.{column} WHERE {differ}"
        many, first = connection.execute(f"SELECT COUNT(*), MIN(c._id) {told}").fetchone()
        if many:
            problems.append(_problem("reference", entity, f"的 {field.id} 和 {field.id}__id 指的不是同一行", f"have a {field.id} and a {field.id}__id that name different rows", many, first))  # fmt: skip
    return problems


def _texts(entity: Entity, vocabulary: Vocabulary) -> list[Test]:
    """Return the tests of what only the evaluator would otherwise see: own ids, control characters, lists and notes."""
    columns = table(entity, vocabulary)
    signs = "'[' || chr(1) || '-' || chr(8) || chr(11) || '-' || chr(31) || chr(127) || '-' || chr(159) || ']'"
    texts = [c.name for c in columns if c.type == "VARCHAR" and not c.name.startswith(("_file", "_notes"))]
    tests = [
        Test(c, f"regexp_matches({name(c)}, {signs})", "的{}里有控制字符", "have a {} that holds a control character")
        for c in texts
    ]
    if entity.parent is None:
        own = f"COALESCE({', '.join(name(key) for key in entity.key)}, '')"
        keys = "、".join(entity.fields[key].zh for key in entity.key), " or ".join(entity.key)
        tests.append(Test("_id", f"COALESCE(_id, '') <> {own}", f"的 {{}} 不是它的{keys[0]}", f"have an {{}} that is not their {keys[1]}"))  # fmt: skip
    elif entity.key and entity.key[0] == "id":
        tests.append(Test("_id", "id <> _id", "的 {} 和 id 不同", "have an {} that differs from their id"))
    known = ", ".join(f"'{field}'" for field in entity.fields)
    for column in LISTS:
        strange = f"len(list_filter(string_split({column}, ' '), lambda x: x <> '' AND x NOT IN ({known}))) > 0"
        loose = f"{column} <> '' AND (NOT starts_with({column}, ' ') OR NOT ends_with({column}, ' '))"
        tests.append(Test(column, f"{strange} OR ({loose})", "的 {} 里有不认识的字段，或两端没有空格", "have a {} that names no field, or does not begin and end with a blank"))  # fmt: skip
    broken = "CASE WHEN json_valid(_notes) THEN json_type(_notes) <> 'OBJECT' ELSE _notes IS NOT NULL END"
    tests.append(Test("_notes", broken, "的 {} 不是 JSON 对象", "have {} that are no JSON object"))
    return tests


class Test(NamedTuple):
    """When a row is wrong, in SQL, and how that is said; {} stands for the column."""

    column: str
    wrong: str
    zh: str
    en: str


def _plain(field: Field) -> str:
    """Return whether a figure is absent altogether, or has a usual unit and decimals and is what those say; then no test fails."""
    value, step, unit, decimals = (name(f"{field.id}{end}") for end in ("", "__step", "__unit", "__decimals"))
    within = f"{value} BETWEEN -{LIMITS[field.type]} AND {LIMITS[field.type]}"
    one = 10 ** (SCALES[field.type] - (2 if field.type == "percent" else 0))
    known = [(unit_, UNITS[unit_], places) for unit_, places in (("万元", 2), ("元", 2), ("元", 0))]
    usual = (
        [
            (f"{decimals} = {places} AND {step} = {fen // 10**places} AND {unit} = '{each}'", fen // 10**places)
            for each, fen, places in known
        ]
        if field.type == "money"
        else [(f"{decimals} = {places} AND {step} = {one // 10**places}", one // 10**places) for places in (2, 1, 0)]
    )
    # conditions before results: DuckDB tests them on whole vectors, and results on the rows that are left
    first, *others = (f"WHEN {when} AND {value} % {last} = 0 AND {within} THEN TRUE" for when, last in usual)
    absent = f"WHEN {value} IS NULL THEN {step} IS NULL AND {unit} IS NULL AND {decimals} IS NULL"
    return f"CASE {' '.join((first, absent, *others))} ELSE FALSE END"


def plain_figures(entity: Entity) -> dict[str, list[Test]]:
    """Return the fields that are tested as plain figures first, each with the tests that say what is wrong."""
    fields = [f for f in entity.fields.values() if f.type in FIGURES and f.type != "figure"]
    return {field.id: _bounds(field) + _as_printed(field, name(f"{field.id}__step")) for field in fields}


def _bounds(field: Field) -> list[Test]:
    """Return the tests whether a figure is within its limits and says its last digit."""
    tests: list[Test] = []
    column, step = name(field.id), name(f"{field.id}__step")
    if field.type in LIMITS:
        outside = f"{column} NOT BETWEEN -{LIMITS[field.type]} AND {LIMITS[field.type]}"
        tests.append(Test(field.id, outside, "的{}大得不合情理", "have a {} too large to be real"))
    if field.type in FIGURES:
        lacking = f"({column} IS NULL) <> ({step} IS NULL) OR {step} < 0"
        tests.append(
            Test(
                field.id,
                lacking,
                "的{}没有写末位大小（__step）",
                "have a {} without the size of its last digit (__step)",
            )
        )
    return tests


def _as_printed(field: Field, step: str) -> list[Test]:
    """Return the tests whether a figure can be printed as its unit and decimals say: the evaluator reads it so."""
    column, unit, decimals, text = (name(f"{field.id}{end}") for end in ("", "__unit", "__decimals", "__text"))
    tens = " ".join(f"WHEN {n} THEN {10**n}" for n in range(MOST_DECIMALS + 1))
    one = str(10 ** (SCALES[field.type] - (2 if field.type == "percent" else 0)))
    tests: list[Test] = []
    if field.type == "money":
        known = ", ".join(f"'{each}'" for each in UNITS)
        worth = " ".join(f"WHEN '{each}' THEN {fen}" for each, fen in UNITS.items())
        one = f"CASE COALESCE({unit}, '元') {worth} END"
        tests.append(Test(field.id, f"{unit} NOT IN ({known})", f"的{{}}的单位不是{known}", f"have a {{}} in a unit that is not {known}"))  # fmt: skip
    # the last digit of a derived total is what those of its parts add up to, and it is not printed
    derived = f"COALESCE(_derived, '') LIKE '% {field.id} %'"
    differs = (
        f"CASE WHEN {derived} THEN FALSE WHEN {decimals} NOT BETWEEN 0 AND {MOST_DECIMALS} THEN TRUE "
        f"WHEN {step} > 0 THEN {step} * CASE {decimals} {tens} END <> {one} END"
    )
    finer = (
        f"CASE WHEN {text} IS NOT NULL OR {derived} THEN FALSE WHEN {decimals} IS NOT NULL AND {step} > 0 THEN {column} % {step} <> 0 "
        f"ELSE CAST({column} AS DECIMAL(38,0)) * CASE {decimals} {tens} END % {one} <> 0 END"
    )
    return [
        *tests,
        Test(field.id, differs, "的{}的末位大小（__step）和单位、小数位数不符", "have a {} whose last digit (__step) is not that of its unit and decimals"),
        Test(field.id, finer, "的{}比写明的末位还细", "have a {} that is finer than its last digit"),
    ]  # fmt: skip


def _totals(connection: Any, entity: Entity) -> list[Problem]:
    """No total is left out that its parts, all of them known, add up to: the evaluator would derive it, SQL would not."""
    fields = [field.id for field in entity.fields.values() if field.derive]
    if entity.tree is None or not fields:
        return []
    source, up, state = name("all_" + entity.id), name(entity.tree[0]), name(state_column(entity.tree[2][0]))
    tests = {f: f"w.{name(f)} IS NULL AND COALESCE(w._none, '') NOT LIKE '% {f} %'" for f in fields}
    owners = f"(SELECT DISTINCT {up} AS up FROM {source} WHERE {up} IS NOT NULL)"
    asked = ", ".join(f"BOOL_OR(w.{state} = 'complete' AND {test})" for test in tests.values())
    left_out = connection.execute(f"SELECT {asked} FROM {owners} p JOIN {source} w ON p.up = w._fact").fetchone()
    tests = {f: test for (f, test), lost in zip(tests.items(), left_out, strict=True) if lost}
    if tests:
        asked = ", ".join(f"COUNT({name(f)})" for f in tests)
        stated = connection.execute(f"SELECT {asked} FROM {source} WHERE {up} IS NOT NULL").fetchone()
        tests = {f: test for (f, test), many in zip(tests.items(), stated, strict=True) if many}
    if not tests:  # no total is left out of what the parts state
        return []
    counts = ", ".join(f"COUNT({name(f)}) AS {name(f)}" for f in tests)
    known = " OR ".join(f"({test} AND p.{name(f)} = p.parts)" for f, test in tests.items())
    lost = connection.execute(
        f"SELECT COUNT(*), MIN(w._id) FROM {source} w JOIN (SELECT {up}, COUNT(*) AS parts, {counts} FROM {source} "
        f"WHERE {up} IS NOT NULL GROUP BY {up}) p ON p.{up} = w._fact WHERE w.{state} = 'complete' AND ({known})"
    ).fetchone()
    if not lost[0]:
        return []
    told = Text(
        f"{entity.zh}：{lost[0]} 行没有写合计，而各分项都写了，例如 {lost[1]}",
        f"{entity.name('en')}: {lost[0]} rows leave out a total whose parts are all known, such as {lost[1]}",
    )
    hint = Text(
        "写上合计，在 _derived 里注明是推算的；或用 checker pack 从案例文件做表",
        "write the total and name it in _derived, or make the tables from case files with checker pack",
    )
    return [Problem("not-derived", Place(entity.id), told, hint)]


def _none_of(column: str, values: Iterable[str]) -> str:
    """Return that a text is none of *values*; comparisons one by one take half the time of NOT IN."""
    return " AND ".join(f"{column} <> '{value}'" for value in values)


def row_tests(entity: Entity, vocabulary: Vocabulary, on_duckdb: bool = True) -> list[Test]:
    """Return the tests of every row of a table but those of its plain figures (`plain_figures`)."""
    tests = _texts(entity, vocabulary) if on_duckdb else []
    plain = plain_figures(entity)
    for field in entity.fields.values():
        if field.id in plain:
            continue
        column, own = name(field.id), _bounds(field)
        if field.type == "text":
            blank = f"TRIM(BOTH '{BLANKS}' FROM {column}) = ''"
            own.append(Test(field.id, blank, "的{}只有空白", "have a {} of blanks only; leave it empty"))
            unsaid = f"TRIM({column}) IN ('留空', '待填')"
            own.append(Test(field.id, unsaid, "的{}写着“留空”或“待填”：表里空着，留空的写进 left_blank、left_blank_count 和 _not_disclosed", "have a {} that says 留空 or 待填: leave it empty and name what was left blank in left_blank, left_blank_count and _not_disclosed"))  # fmt: skip
        if field.type in vocabulary.enumerations:
            values = ", ".join(f"'{value}'" for value in vocabulary.enumerations[field.type].values)
            strange = _none_of(column, vocabulary.enumerations[field.type].values)
            own.append(
                Test(field.id, strange, f"的{{}}不是这些之一：{values}", f"have a {{}} that is not one of {values}")
            )
        tests += own
    for key in relation_keys(entity, vocabulary):
        state = _none_of(name(state_column(key)), ("complete", "partial"))
        tests.append(Test(state_column(key), state, "的{}不是 complete 或 partial", "have a {} that is neither complete nor partial"))  # fmt: skip
    return tests


def _values(connection: Any, entity: Entity, vocabulary: Vocabulary, on_duckdb: bool = True) -> list[Problem]:
    """Figures are within their limits and say their last digit; enumerations and states have values that exist.

    What nearly every figure is takes one test; the tests that say what is wrong are asked only where some figure is not that.
    """
    tests = row_tests(entity, vocabulary, on_duckdb)
    plain = plain_figures(entity)
    if not tests and not plain:
        return []
    source = name("all_" + entity.id)
    asked = [f"BOOL_OR({test.wrong})" for test in tests]
    asked += [f"NOT BOOL_AND({_plain(entity.fields[field])})" for field in plain]
    found = connection.execute(f"SELECT {', '.join(asked)} FROM {source}").fetchone()
    suspect = [test for test, wrong in zip(tests, found, strict=False) if wrong]
    for unusual, more in zip(found[len(tests) :], plain.values(), strict=True):
        suspect += more if unusual else []
    if not suspect:
        return []
    counted = ", ".join(f"COUNT(*) FILTER (WHERE {t.wrong}), MIN(_id) FILTER (WHERE {t.wrong})" for t in suspect)
    counts = connection.execute(f"SELECT {counted} FROM {source}").fetchone()
    return [
        _problem(
            "bad-value", entity, test.zh.format(test.column), test.en.format(test.column), counts[at], counts[at + 1]
        )
        for at, test in zip(range(0, len(counts), 2), suspect, strict=True)
        if counts[at]
    ]
