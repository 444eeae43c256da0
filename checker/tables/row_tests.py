"""What a row of a table may not say, in SQL: texts, figures and their last digits, enumerations, states."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from checker.base.values import UNITS
from checker.base.width import HIDDEN_RE2
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.tables.facts import broken_hidden
from checker.tables.schema import FIGURES, LIMITS, LISTS, SCALES, relation_keys, state_column, table
from checker.tables.text_marks import no_content, pattern_of_none
from checker.tables.warehouse import name

MOST_DECIMALS = 10
"""The most decimals that a figure is printed with: 亿元 down to the fen."""
BLANKS = " \t\n\r\u00a0\u3000"
"""Characters of a text that says nothing; written out, since engines spell classes of characters differently."""


def _texts(entity: Entity, vocabulary: Vocabulary) -> list[Test]:
    """Return the tests of what only the evaluator would otherwise see: own ids, control characters, lists and notes."""
    columns = table(entity, vocabulary)
    texts = [c.name for c in columns if c.type == "VARCHAR" and not c.name.startswith(("_file", "_notes"))]
    closed = {f.id: f.id for f in entity.fields.values() if f.type in vocabulary.enumerations}
    closed |= {(state := state_column(key)): state for key in relation_keys(entity, vocabulary)}
    closed |= {f"{field}__unit": field for field in plain_figures(entity)}
    tests = [
        Test(
            c,
            f"regexp_matches({name(c)}, '{HIDDEN_RE2}')",
            "里有控制字符或看不见的字符",
            "holds a control or invisible character",
            alike=f"regexp_matches(v, '{HIDDEN_RE2}')",
            pattern=HIDDEN_RE2,
            closed=closed.get(c, ""),
        )
        for c in texts
    ]
    if entity.parent is None:
        own = f"COALESCE({', '.join(name(key) for key in entity.key)}, '')"
        keys = "、".join(entity.fields[key].zh for key in entity.key), " or ".join(entity.key)
        tests.append(
            Test(
                "_id",
                f"COALESCE(_id, '') <> {own}",
                f"不是这个单位的{keys[0]}",
                f"is not the {keys[1]} of the unit",
                True,
            )
        )
    tests += _headings(vocabulary) if entity.parent is None else []
    for field in (each for each in entity.fields.values() if each.required):
        lacks = f"{name(field.id)} IS NULL AND COALESCE(_none, '') NOT LIKE '% {field.id} %'"
        tests.append(Test(field.id, lacks, "没有写", "is empty", True))
    both = " OR ".join(
        f"({name(f.id)} {'<> 0' if f.none_is_zero else 'IS NOT NULL'} AND contains(_none, ' {f.id} '))"
        for f in entity.fields.values()
    )
    tests.append(
        Test("_none", f"_none IS NOT NULL AND ({both})", "里写着无的字段却有值", "names a field that has a value")
    )
    known = ", ".join(f"'{field}'" for field in entity.fields)
    lists = ", ".join([known, *(f"'{key}'" for key in relation_keys(entity, vocabulary))])
    filled = " OR ".join(
        f"({name(f.id)} IS NOT NULL AND contains(_to_fill, ' {f.id} ') AND NOT contains(COALESCE(_derived, ''), ' {f.id} '))"
        for f in entity.fields.values()
    )
    tests.append(
        Test(
            "_to_fill",
            f"_to_fill IS NOT NULL AND ({filled})",
            "里写着待填的字段却有值",
            "names a field that has a value",
        )
    )
    for column in LISTS:
        allowed = lists if column == "_to_fill" else known
        strange = f"len(list_filter(string_split({column}, ' '), lambda x: x <> '' AND x NOT IN ({allowed}))) > 0"
        loose = f"{column} <> '' AND (NOT starts_with({column}, ' ') OR NOT ends_with({column}, ' '))"
        tests.append(
            Test(
                column,
                f"{strange} OR ({loose})",
                "里有不认识的字段，或两端没有空格",
                "names a field that does not exist, or does not begin and end with a blank",
            )
        )
    broken = "CASE WHEN json_valid(_notes) THEN json_type(_notes) <> 'OBJECT' ELSE _notes IS NOT NULL END"
    tests.append(Test("_notes", broken, "不是 JSON 对象", "is no JSON object"))
    # CASE, since the functions of JSON raise an error for a text that is none
    odd = (
        f"len(list_filter(json_keys(_notes), lambda k: k NOT IN ('', {known}))) > 0 OR len(list_filter(json_type(_notes, '$.*'), lambda t: t <> 'VARCHAR')) > 0 "
        f"OR len(list_filter(json_extract_string(_notes, '$.*'), lambda n: regexp_matches(n, '{HIDDEN_RE2}') OR trim(n, '{BLANKS}') = '')) > 0"
    )
    tests.append(
        Test(
            "_notes",
            f"CASE WHEN json_valid(_notes) AND json_type(_notes) = 'OBJECT' THEN {odd} ELSE FALSE END",
            "里有不认识的字段，或出处不是一句话",
            "names a field that does not exist, or a source that is no line of text",
        )
    )
    return tests


def _headings(vocabulary: Vocabulary) -> list[Test]:
    """Return the tests of what a table of units says of whole cases."""
    units = "|".join(UNITS)
    tops = ", ".join(f"'{each.id}'" for each in vocabulary.entities.values() if each.link)
    strange = f"len(list_filter(string_split(_top, ' '), lambda x: x <> '' AND x NOT IN ({tops}))) > 0"
    return [
        Test("_read", "_read <> 'whole'", "只能写 whole 或空着", "is neither whole nor empty"),
        Test(
            "_amounts",
            f"NOT regexp_full_match(_amounts, '({units})( [0-9])?')",
            "不是单位和小数位数，例如“万元 2”",
            "is no unit and number of decimals, such as 万元 2",
        ),
        Test("_documents", "trim(translate(_documents, ',，、', '   ')) = ''", "是空的", "names nothing"),
        Test("_top", strange, "里有不认识的清单", "names a list that does not exist"),
        Test(
            "_not_disclosed",
            broken_hidden(vocabulary),
            "不是 [[对象, 编号, 字段], …] 这样的清单",
            "is no list of [entity, id, field]",
        ),
    ]


class Test(NamedTuple):
    """When a row is wrong, in SQL, and how that is said of its column."""

    column: str
    wrong: str
    zh: str
    en: str
    empty: bool = False
    """Whether a row may be wrong whose column is empty."""
    alike: str = ""
    """The same of a text `v`, where several columns are asked one thing: DuckDB takes longer to read its pattern than a short table."""
    closed: str = ""
    """The column or plain figure that holds one of a few values or fails by itself: then alone this is worth asking of a long table."""
    pattern: str = ""
    """What is found in a wrong text, where that is all the test: the patterns of a column are looked for together in a long table."""


def worth_asking(entity: Entity, vocabulary: Vocabulary, there: Container[str], on_duckdb: bool = True) -> Asked:
    """Return the tests of a table but those that ask of columns which hold nothing; of *there* those that hold something are."""
    rows = [test for test in row_tests(entity, vocabulary, on_duckdb) if test.empty or test.column in there]
    figures = {
        field: tests
        for field, tests in plain_figures(entity).items()
        if any(f"{field}{end}" in there for end in ("", "__step", "__unit", "__decimals"))
    }
    return Asked(rows, figures)


class Asked(NamedTuple):
    """The tests of every row of a table, and those of its plain figures by field."""

    rows: list[Test]
    figures: dict[str, list[Test]]


def plainly(field: Field) -> str:
    """Return whether a figure is absent altogether, or has a usual unit and decimals and is what those say; then no test fails.

    Its last digit is the size that these say, or none where it is exact.
    """
    value, step, unit, decimals = (name(f"{field.id}{end}") for end in ("", "__step", "__unit", "__decimals"))
    within = f"{value} BETWEEN {-LIMITS[field.type] if field.negative else 0} AND {LIMITS[field.type]}"
    one = 10 ** (SCALES[field.type] - (2 if field.type == "percent" else 0))
    known = [(unit_, UNITS[unit_], places) for unit_, places in (("万元", 2), ("元", 2), ("元", 0))]
    usual = (
        [
            (f"{decimals} = {places} AND {step} IN (0, {fen // 10**places}) AND {unit} = '{each}'", fen // 10**places)
            for each, fen, places in known
        ]
        if field.type == "money"
        else [
            (f"{decimals} = {places} AND {step} IN (0, {one // 10**places})", one // 10**places)
            for places in (2, 1, 0)
            if one >= 10**places
        ]
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
        tests.append(Test(field.id, outside, "大得不合情理", "is too large to be real"))
    if not field.negative:
        tests.append(Test(field.id, f"{column} < 0", "小于 0，不会是负数", "is below zero, which it cannot be"))
    if field.type in FIGURES:
        lacking = f"({column} IS NULL) <> ({step} IS NULL) OR {step} < 0"
        tests.append(
            Test(
                field.id,
                lacking,
                "没有写末位大小（__step），或末位大小没有数",
                "does not go with the size of its last digit (__step)",
                True,
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
        tests.append(
            Test(
                field.id,
                f"{unit} NOT IN ({known})",
                f"的单位不是这些之一：{', '.join(UNITS)}",
                f"is in a unit that is not one of {', '.join(UNITS)}",
            )
        )
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
        Test(
            field.id,
            differs,
            "的末位大小（__step）和单位、小数位数不符",
            "has a last digit (__step) that is not that of its unit and decimals",
        ),
        Test(field.id, finer, "比写明的末位还细", "is finer than its last digit"),
    ]


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
        if field.type == "year":
            own = [Test(field.id, f"{column} NOT BETWEEN 1949 AND 2199", "不是年份", "is no year")]
        if field.type == "text":
            own.append(
                Test(
                    field.id,
                    no_content(field, column, on_duckdb),
                    "写着“/”“不详”“未审批”“待填”这类没有内容的话：没有的空着并写进 _none，不知道的空着，报告留空的写进 left_blank、left_blank_count 和 _not_disclosed",
                    "says what is no content, such as / or 不详: leave it empty; name what the report says is none in _none, "
                    "and what it leaves blank in left_blank, left_blank_count and _not_disclosed",
                    alike=no_content(field, "v", on_duckdb) if on_duckdb else "",
                    pattern=pattern_of_none(field) if on_duckdb else "",
                )
            )
        if field.type in vocabulary.enumerations:
            values = ", ".join(vocabulary.enumerations[field.type].values)
            strange = _none_of(column, vocabulary.enumerations[field.type].values)
            own.append(Test(field.id, strange, f"不是这些之一（{values}）", f"is not one of ({values})"))
        tests += own
    for key in relation_keys(entity, vocabulary):
        state = _none_of(name(state_column(key)), ("complete", "partial"))
        tests.append(Test(state_column(key), state, "不是 complete 或 partial", "is neither complete nor partial"))
    return tests
