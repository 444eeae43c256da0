"""What follows from claims: worked out where a table of them leaves it out, refused where it says otherwise."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("duckdb")

from conftest import BOOK
from test_claims import HEAD, UNKNOWN, WORDED

from checker.base.errors import InputError
from checker.base.telling import Silent
from checker.intake.casefile import read_case_file
from checker.tables.attaching import attach
from checker.tables.checks import check_tables
from checker.tables.claims import derived_columns
from checker.tables.packing import pack_cases
from checker.tables.warehouse import connect

CASE = """name: 某局
jurisdiction: "430112"
level: 区县
unit_kind: 机关
year: 2021
transcribed: whole
amounts: {unit: 万元, decimals: 2}
lines:
  - {id: a, kind: 明细项目, name: 某专项, initial_budget: 10.00, adjusted_budget: 12.00, actual: 11.00, prior_actual: 14.67}
stated:
  - {id: rate, kind: 完成率, text: 预算完成率91.67%, rate: 91.67%, of: [{role: 分子, path: a.实际支出}, {role: 分母, path: a.年初预算}]}
  - {id: fall, kind: 增长率, text: 比上年下降25.02%, rate: 25.02%, of: [{role: 加数, path: a.实际支出}, {role: 基数, path: a.上年支出}]}
  - {id: grown, kind: increase, text: 比上年增加3.67万元，增长33.36%, amount: 3.67, rate: 33.36%, of: [{role: 加数, amount: 14.67}, {role: 基数, path: a.实际支出}]}
"""
CLAIM = BOOK.vocabulary.entities["stated_figure"]
COLUMNS = derived_columns(CLAIM, BOOK.vocabulary)


def changed(folder, entity, change):
    """Write the table of *entity* again, each row through *change*."""
    path = folder / f"{entity}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows, names = list(reader), list(reader.fieldnames)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(change(row) for row in rows)


def read(folder, entity="stated_figure", **where):
    """Return the rows of a table that rules will read; raises InputError with what is wrong with the folder."""
    files = {path.stem: path for path in folder.iterdir()}
    with connect() as connection:
        attach(connection, BOOK.vocabulary, files)
        check_tables(connection, BOOK.vocabulary, files, **where)
        found = connection.execute(f"SELECT * FROM all_{entity} ORDER BY _fact")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    pack_cases([str(tmp_path / "case.yaml")], BOOK.vocabulary, tmp_path / "t", "csv", Silent(), read_case_file)
    return tmp_path / "t"


def test_the_case_has_every_column_that_follows_from_a_claim(folder):
    told = {column for row in read(folder) for column in COLUMNS if row[column] is not None}
    assert {"figure", "as_read", "change", "other_base", "other_base_kind", "direction"} <= told


@pytest.mark.parametrize("entity", ["stated_figure", "operand"])
def test_what_a_table_leaves_out_is_worked_out(folder, entity):
    whole = read(folder, entity)
    columns = ["_none", *derived_columns(BOOK.vocabulary.entities[entity], BOOK.vocabulary)]
    changed(folder, entity, lambda row: {**row, **dict.fromkeys(columns, "")})
    assert read(folder, entity) == whole


@pytest.mark.parametrize("column", [c for c in COLUMNS if not c.endswith(("_text", "_unit", "_decimals"))])
def test_what_does_not_follow_is_refused(folder, column):
    wrong = {"direction": "apart", "other_base_kind": "approved", "other_base_open": "true"}
    changed(folder, "stated_figure", lambda row: {**row, column: wrong.get(column, "4200000000")})
    with pytest.raises(InputError) as refused:
        read(folder)
    told = "\n".join(problem.render("zh") for problem in refused.value.problems)
    if column == "direction":  # written by whoever made the table: the loader itself holds it against the text
        assert "变化方向" in told
    else:
        assert column.split("__")[0] in told and "stated_figure" in told


@pytest.fixture(scope="module")
def worded(tmp_path_factory):
    """A folder of tables with a unit for each claim that says more than its figure."""
    path = tmp_path_factory.mktemp("worded")
    texts = [text for _, _, text in (WORDED | UNKNOWN).values()]
    for number, text in enumerate(texts):
        (path / f"{number:03}.yaml").write_text(HEAD.replace("某局", f"某局{number}") + text, encoding="utf-8")
    pack_cases(
        [str(each) for each in sorted(path.iterdir())], BOOK.vocabulary, path / "t", "csv", Silent(), read_case_file
    )
    return path / "t"


@pytest.mark.parametrize("entity", ["stated_figure", "operand"])
def test_what_words_make_of_a_figure_is_worked_out_from_tables(worded, entity):
    """Bounds, approximations, excesses and bases still to fill in: with the columns left out, the tables come to the same."""
    whole = read(worded, entity)
    kept = (worded / f"{entity}.csv").read_bytes()
    columns = ["_none", *derived_columns(BOOK.vocabulary.entities[entity], BOOK.vocabulary)]
    changed(worded, entity, lambda row: {**row, **dict.fromkeys(columns, "")})
    assert read(worded, entity) == whole
    (worded / f"{entity}.csv").write_bytes(kept)
    if entity == "stated_figure":
        assert {"as_ratio", "worded", "other_base_open"} <= {c for row in whole for c in COLUMNS if row[c] is not None}


@pytest.mark.parametrize(
    ("entity", "listed", "told"),
    [
        ("budget_line", " actual ", "待填"),
        ("budget_line", " nothing ", "_to_fill"),
        ("budget_line", "carry_in", "_to_fill"),
    ],
)
def test_what_is_to_fill_in_is_a_field_without_a_value(folder, entity, listed, told):
    changed(folder, entity, lambda row: {**row, "_to_fill": listed})
    with pytest.raises(InputError) as refused:
        read(folder, entity)
    assert told in "\n".join(problem.render("zh") for problem in refused.value.problems)


def test_tables_keep_what_is_to_fill_in(worded):
    """A base that is still to be filled in keeps a rate open in a table, too; where the table no longer says so, it does not."""
    still = {row["_case"] for row in read(worded) if row["other_base_open"]}
    changed(worded, "budget_line", lambda row: {**row, "_to_fill": ""})
    with pytest.raises(InputError) as refused:
        read(worded)
    assert "other_base_open" in "\n".join(problem.render("zh") for problem in refused.value.problems)
    changed(worded, "stated_figure", lambda row: {**row, **dict.fromkeys(COLUMNS, "")})
    assert {row["_case"] for row in read(worded) if row["other_base_open"]} < still


@pytest.mark.parametrize("where", [{"codes_only": True}, {"on_duckdb": False}], ids=["a database", "Spark"])
@pytest.mark.parametrize("entity", ["stated_figure", "operand"])
def test_what_cannot_be_filled_in_is_refused_where_tables_are_judged_as_they_stand(folder, entity, where):
    assert read(folder, entity, **where) == read(folder, entity)
    columns = derived_columns(BOOK.vocabulary.entities[entity], BOOK.vocabulary)
    changed(folder, entity, lambda row: {**row, **dict.fromkeys(columns, "")})
    with pytest.raises(InputError) as refused:
        read(folder, entity, **where)
    assert any(
        "is empty and would have to be worked out" in p.message.en and "checker pack" in p.hint.en
        for p in refused.value.problems
    )


@pytest.mark.parametrize("where", [{"codes_only": True}, {"on_duckdb": False}], ids=["a database", "Spark"])
def test_what_does_not_follow_from_a_claim_is_refused_wherever_it_stands(folder, where):
    changed(folder, "stated_figure", lambda row: {**row, "figure": "1"} if row["_id"] == "rate" else row)
    with pytest.raises(InputError, match="bad-value"):
        read(folder, **where)
