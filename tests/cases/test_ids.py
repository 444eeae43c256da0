"""Ids that typography alone tells apart are one: what they stand for would be there, and count, twice."""

from __future__ import annotations

import csv

import pytest
from conftest import BOOK, HEAD

from checker.base.errors import InputError
from checker.base.telling import Silent
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake.casefile import read_case_file

PAID = "lines:\n  - {id: a, kind: 明细项目, name: 专项, actual: 30万元, payments: [{id: %s, date: 2020-03-01, amount: 15万元}, {id: %s, date: 2020-03-01, amount: 15万元}]}\n"
ALIKE = {
    "in full width": ("V1", "Ｖ１"),
    "with a blank before": ("V1", '" V1"'),
    "with a blank within": ("记 12", "记12"),
    "with a wide blank": ("记12", '"记　12"'),
    "another dash": ("V–1", "V-1"),
}
OTHER = {"other numbers": ("V1", "V2"), "letters of another case": ("v1", "V1"), "leading zeros": ("V1", "V01")}


def read(one, other):
    return read_case(parse_text("case.yaml", HEAD + PAID % (one, other)), BOOK.vocabulary)


@pytest.mark.parametrize("name", ALIKE)
def test_ids_that_differ_in_typography_are_one(name):
    with pytest.raises(InputError) as refused:
        read(*ALIKE[name])
    (problem,) = refused.value.problems
    assert problem.code == "alike-id" and problem.place.line == 7 and "line 7" in problem.message.en


@pytest.mark.parametrize("numbers", [("1", "2"), ("1", "甲2号"), ("/", "不详")])
def test_a_number_that_is_refused_is_not_told_as_an_id_twice(numbers):
    papers = ", ".join(f'{{number: "{number}", date: 2020-02-01, amount: 5万元}}' for number in numbers)
    text = HEAD + f"lines:\n  - {{id: a, kind: 明细项目, name: 专项, actual: 30万元, approvals: [{papers}]}}\n"
    with pytest.raises(InputError) as refused:
        read_case(parse_text("case.yaml", text), BOOK.vocabulary)
    assert {problem.code for problem in refused.value.problems} == {"bad-text"}


@pytest.mark.parametrize("name", OTHER)
def test_ids_that_differ_otherwise_are_two(name):
    assert len(read(*OTHER[name]).facts["payment"]) == 2


@pytest.mark.parametrize("name", [*ALIKE, *OTHER])
def test_tables_have_it_as_cases(name, tmp_path):
    pytest.importorskip("duckdb")
    pytest.importorskip("sqlglot")
    from checker.tables.attaching import attach
    from checker.tables.checks import check_tables
    from checker.tables.folder import table_files
    from checker.tables.packing import pack_cases
    from checker.tables.warehouse import connect

    (tmp_path / "case.yaml").write_text(HEAD + PAID % ("V1", "V2"), encoding="utf-8")
    pack_cases([str(tmp_path / "case.yaml")], BOOK.vocabulary, tmp_path / "t", "csv", Silent(), read_case_file)
    file = tmp_path / "t" / "payment.csv"
    rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
    ids = [each.strip('"') for each in {**ALIKE, **OTHER}[name]]
    for row, ident in zip(rows[1:], ids, strict=True):
        row[:] = [cell.replace("V1", ident).replace("V2", ident) if cell[-2:] in ("V1", "V2") else cell for cell in row]
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    connection, files = connect(), table_files(tmp_path / "t", BOOK.vocabulary)
    attach(connection, BOOK.vocabulary, files)
    if name in OTHER:
        check_tables(connection, BOOK.vocabulary, files)
        return
    with pytest.raises(InputError) as refused:
        check_tables(connection, BOOK.vocabulary, files)
    assert "alike-id" in {problem.code for problem in refused.value.problems}
