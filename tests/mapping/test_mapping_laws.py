"""The law of the round trip: cases, written as a table as people have them and packed by a mapping, give the same findings."""

from __future__ import annotations

import datetime
import os
import random
from collections import Counter, defaultdict

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

import duckdb
from conftest import BOOK
from hypothesis import given
from hypothesis import strategies as st
from support.no_content import NO_CONTENT
from test_batch import SOME, run
from test_mapping import cases
from test_tables import ALL, EXAMPLES, contents, verdicts

from checker.authoring.examples import example_case
from checker.base.errors import InputError
from checker.cases.case import Cell
from checker.documents.source import read_source
from checker.mapping.cases import Held
from checker.mapping.packing import pack
from checker.mapping.reader import read_mapping
from checker.mapping.staged import Staged
from checker.tables.packer import Packer, export
from checker.tables.rows import printed, rows_of
from checker.tables.warehouse import connect

STYLES = [
    ("csv", "utf-8-sig", ",", "\r\n"),
    ("csv", "gb18030", ";", "\n"),
    ("txt", "utf-16", "\t", "\r\n"),
    ("csv", "gb18030", ",", "\r\n"),
    ("xlsx", "", "", ""),
]
"""How the tables are written: ending, encoding, delimiter, ends of lines."""


def states(case):
    """Return the state of the lists of each entity, or nothing where a table cannot say it: it has one for all of a unit's facts."""
    found = {}
    for entity in case.vocabulary.entities.values():
        if entity.parent is None:
            continue
        own = case.root.states.get(entity.id)
        above = case.facts.get(entity.parent, []) if entity.parent != "unit" else [case.root]
        said = {fact.states.get(entity.id) for fact in above} if above else {own}
        if len(said) > 1 or (own not in said and entity.parent != "stated_figure"):
            return None
        found[entity.id] = said.pop()
        if found[entity.id] and not above:
            return None
        if (found[entity.id] == "partial" and not case.facts.get(entity.id)) or (
            entity.link
            and found[entity.id]
            and entity.id not in case.top
            and case.facts.get(entity.id)
            and own != found[entity.id]
        ):
            return None
    return found


def plain(case):
    """Whether a table can say all that the case says: no inferences, notes, nor hidden fields of single facts; a year and a place."""
    if case.inferred or not case.year or not case.jurisdiction or states(case) is None:
        return False
    for fact in case.each():
        if fact.note or any(cell.note or (cell.derived and cell.text) for cell in fact.cells.values()):
            return False
    if any(name in BOOK.vocabulary.entities for _, name in case.to_fill):
        return False  # a list still to be filled in is no row of any table
    blank = case.root.cells.get("left_blank_count")
    return (
        not any(ident for _, ident, _ in case.not_disclosed)
        and (blank is None or blank.derived)
        and "left_blank" not in case.root.values
    )


def coded(case, number):
    """Give a unit a code of its own, so that many cases fit into one table."""
    case.root.values["code"] = code = f"{number:05d}"
    case.root.cells["code"] = Cell(code, code)
    case.root.none.discard("code")
    case.root.id = code
    return case


def cell(entity, field, row, fact, style, dice):
    """Return a value as somebody might write it."""
    if field.id in fact.none or (field.none_is_zero and row.get(f"{field.id}__text") == "无"):
        return "无"
    if field.id in (row.get("_to_fill") or "").split():
        return "待填"
    added = fact.added_up(field.id)
    value = row.get(f"{field.id}__id" if field.ref else field.id)
    if value is None or added:
        return ""
    if field.type == "money":
        text = printed(field, value, {k: v for k, v in row.items() if k != f"{field.id}__text"})
        digits = text.rstrip("亿千百万元角分")
        whole, dot, part = digits.partition(".")
        return (
            f"{int(whole):,}{dot}{part}{text[len(digits) :]}"
            if style[1] == "gb18030" and not whole.startswith("-")
            else text
        )
    if field.type == "date":
        return dice.choice(
            [
                value.isoformat(),
                f"{value.year}年{value.month}月{value.day}日",
                value.strftime("%Y/%m/%d"),
                value.strftime("%Y%m%d"),
                f"{value.year}.{value.month}.{value.day}",
            ]
        )
    known = BOOK.vocabulary.enumerations.get(field.type)
    if known is not None:
        return dice.choice([value, *known.values[value]])
    return printed(field, value, row)


def write(path, style, lines):
    if style[0] == "xlsx":
        import xlsxwriter

        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("表")
            day = book.add_format({"num_format": "yyyy/m/d"})
            for at, line in enumerate(lines):
                for column, text in enumerate(line):
                    if at and len(text) == 10 and text[4] == "-" and text.replace("-", "").isdigit():
                        sheet.write_datetime(at, column, datetime.datetime.fromisoformat(text), day)
                    elif at and text.isascii() and text.isdigit() and (text == "0" or text[0] != "0") and len(text) < 8:
                        sheet.write_number(at, column, int(text))
                    elif text:
                        sheet.write_string(at, column, text)
        return
    quote = lambda text: '"' + text.replace('"', '""') + '"' if set(text) & {style[2], '"', "\n", "\r"} else text  # noqa: E731
    text = "".join(style[2].join(map(quote, line)) + style[3] for line in lines)
    path.write_bytes(text.encode(style[1]))


def as_people_have_it(group, folder, style, shared, dice):
    """Write cases of one kind as a table for each entity with Chinese headings, and the mapping that reads them."""
    whole, documents, hidden, amounts, told, _ = shared
    vocabulary = BOOK.vocabulary
    mapping = ["transcribed: whole"] if whole else []
    mapping += [f"document: [{', '.join(documents)}]"] if documents else []
    mapping += [f"not_disclosed: [{', '.join(f'{entity}.{field}' for entity, _, field in hidden)}]"] if hidden else []
    mapping += (
        [f"金额口径: {{单位: {amounts[0]}" + (f", 小数: {amounts[1]}" if amounts[1:] else "") + "}"] if amounts else []
    )
    mapping.append("表格:")
    for entity in vocabulary.entities.values():
        state = dict(told).get(entity.id)
        if entity.parent and not state:
            continue
        fields = [f for f in entity.fields.values() if f.written]
        rows = []
        for case, made in group:
            facts = [case.root] if entity.parent is None else case.facts.get(entity.id, [])
            for fact, row in zip(facts, made.get(entity.id, []), strict=True):
                parent = [fact.owner.id] if entity.parent not in (None, "unit") else []
                whose = [] if entity.parent is None else [case.root.id, str(case.year)]
                rows.append(whose + parent + [cell(entity, f, row, fact, style, dice) for f in fields])
        skipped = 0 if entity.parent is None else 2 + (entity.parent != "unit")
        used = [
            at for at, _ in enumerate(fields) if any(line[at + skipped] for line in rows) or fields[at].required
        ] or [0]
        order = list(used)
        dice.shuffle(order)
        heads = ["单位编码", "年份"][: 2 if skipped else 0] + ["属于"] * (skipped == 3)
        name = f"{entity.zh}.{style[0]}"
        write(
            folder / name,
            style,
            [[*heads, *(fields[at].zh for at in order)]]
            + [line[:skipped] + [line[at + skipped] for at in order] for line in rows],
        )
        columns = ", ".join(f"{fields[at].zh}: {dice.choice([fields[at].id, fields[at].zh])}" for at in order)
        mapping += [
            f"- {{文件: {name}, 对象: {entity.zh}, 列: {{{columns}}}, 略过行: {{}}"
            + (', 千分号: ","' if style[1] == "gb18030" else "")
        ]
        mapping[-1] += ", 单位: {单位编码: code}, 年度: 年份" if skipped else ""
        mapping[-1] += ", 所属: 属于" if skipped == 3 else ""
        mapping[-1] += {"complete": ", 完整: 全部单位}", "partial": ", 完整: 否}", None: "}"}[state]
    (folder / "tables.yaml").write_text("\n".join(mapping) + "\n", encoding="utf-8")


def shared_by(case, rows):
    unit = rows["unit"][0]
    hidden = tuple(sorted(case.not_disclosed))
    return (
        case.whole,
        tuple(case.documents),
        hidden,
        tuple((unit["_amounts"] or "").split()),
        tuple(states(case).items()),
        case.year,
    )


def groups(every):
    """Return cases with their rows, by what is the same of all cases of a mapping."""
    found = defaultdict(list)
    for number, case in enumerate(every):
        if plain(case):
            rows = rows_of(coded(case, number), number, {})
            found[shared_by(case, rows)].append((case, rows))
    return found


def packed(group, shared, style, folder, seed):
    """Pack a group as people have it; returns the folder of tables."""
    folder.mkdir(parents=True)
    as_people_have_it(group, folder, style, shared, random.Random(seed))
    path, out = folder / "tables.yaml", folder.with_name(folder.name + "-out")
    mapping = read_mapping(read_source(str(path), path.read_bytes()), BOOK.vocabulary)
    pack(mapping, folder, BOOK.vocabulary, out, "parquet", None, "en")
    return out


def every_group():
    """Return the groups of all examples of all rules, largest first."""
    found = groups([example_case(EXAMPLES, rule, example) for _, rule, example in ALL])
    assert sum(map(len, found.values())) > 0.9 * len(ALL), "nearly every example can be written as a table"
    return sorted(found.items(), key=lambda pair: -len(pair[1]))


def refused(case):
    """Return the reasons of a case that a table has to name otherwise: they may mean none, or not known."""
    return NO_CONTENT & {value for fact in case.each() for value in fact.values.values() if isinstance(value, str)}


def test_examples_of_all_rules_survive_tables_as_people_have_them(tmp_path):
    found = every_group()
    step = 1 if os.environ.get("CHECKER_NIGHTLY") else 20
    unclear = [(shared, pair) for shared, group in found for pair in group if refused(pair[0])]
    assert unclear
    for number, (shared, pair) in enumerate(unclear):
        with pytest.raises(InputError) as told:
            packed([pair], shared, STYLES[number % len(STYLES)], tmp_path / f"refused{number}", number)
        assert [problem.code for problem in told.value.problems] == ["bad-text"]
        assert all(repr(text) in str(told.value) for text in refused(pair[0]))
    for number, (shared, group) in list(enumerate(found))[::step]:
        group = [pair for pair in group if not refused(pair[0])]
        group = group if step == 1 else group[:20]
        back = cases(packed(group, shared, STYLES[number % len(STYLES)], tmp_path / str(number), number))
        assert len(back) == len(group)
        for case, _ in group:
            other = back[case.root.id, case.year]
            for one, two in zip(contents(other), contents(case), strict=True):
                assert one == two
            assert verdicts(other, EXAMPLES) == verdicts(case, EXAMPLES)


def findings(tables, out):
    assert run("run", str(tables), "--engine", "duckdb", *SOME, "-o", str(out))[0] in (0, 1, 3)
    columns = "rule, unit, COALESCE(subject, ''), outcome, severity, amount::BIGINT"
    return Counter(duckdb.sql(f"SELECT {columns} FROM '{out}/findings/*.parquet'").fetchall())


def test_a_run_over_mapped_tables_finds_what_one_over_the_cases_finds(tmp_path):
    shared, group = every_group()[0]
    group = group[:30]
    packer, connection = Packer(BOOK.vocabulary), connect()
    for case, _ in group:
        packer.add(case)
    packer.load(connection)
    export(connection, BOOK.vocabulary, tmp_path / "own", "parquet")
    mapped = packed(group, shared, STYLES[3], tmp_path / "mapped", 1)
    wanted = findings(tmp_path / "own", tmp_path / "o1")
    assert sum(wanted.values()) > 20 and findings(mapped, tmp_path / "o2") == wanted


@given(st.lists(st.integers(0, 4), max_size=30), st.lists(st.integers(-1, 3), min_size=5, max_size=5))
def test_rows_put_aside_come_back_by_unit_in_their_order(tmp_path_factory, mentions, unit_of):
    rows = [
        (mention, Held(0, number, ["甲\n\ud800", str(number)], {"1": "x"})) for number, mention in enumerate(mentions)
    ]
    staged = Staged(tmp_path_factory.mktemp("staged") / "rows.jsonl")
    try:
        for mention, held in rows:
            staged.add(mention, held)
        wanted = [[held for mention, held in rows if unit_of[mention] == unit] for unit in range(4)]
        assert list(staged.by_unit(unit_of, 4)) == wanted
        assert list(staged.lost(unit_of)) == [(mention, held) for mention, held in rows if unit_of[mention] < 0]
    finally:
        staged.close()
