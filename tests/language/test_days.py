"""Days in years that cannot be, or seldom are: case files, mapped tables, packed tables and events judge them alike."""

from __future__ import annotations

import csv
import datetime

import pytest

pytest.importorskip("duckdb")

from conftest import BOOK
from hypothesis import given, settings
from hypothesis import strategies as st
from test_batch import SOME, run
from test_mapping import TOP, pack, rejects

from checker.base.errors import InputError
from checker.cases.days import BEHIND, FIRST, LATE, SPENT
from checker.cases.reader import read_case
from checker.documents.source import parse_text

LISTS = {
    "payment": "lines: [{id: a, kind: 明细项目}]\npayments: [{line: a, amount: 1元, date: DAY}]\n",
    "budget_line": "lines: [{id: a, kind: 明细项目, first_payment_date: DAY}]\n",
    "contract": "contracts: [{id: c, sign_date: DAY}]\n",
    "unit": "report_date: DAY\n",
}
YEAR = 2021
DAYS = {
    "the year itself": ("2021-06-30", "", ""),
    "the next January": ("2022-01-05", "", "payment budget_line"),
    "the December before": ("2020-12-31", "", "payment budget_line"),
    "two years behind": ("2023-12-31", "", "payment budget_line"),
    "three years behind": ("2024-01-01", "", "payment budget_line contract unit"),
    "digits turned round": ("2012-06-30", "", "payment budget_line"),
    "the last that can be": ("2041-12-31", "", "payment budget_line contract unit"),
    "the first that cannot": ("2042-01-01", "bad", ""),
    "another century": ("2121-06-30", "bad", ""),
    "the far end": ("9999-12-31", "bad", ""),
    "before the republic": ("1948-12-31", "bad", ""),
    "where a spreadsheet begins": ("1900-01-01", "bad", ""),
    "the first of the republic": ("1949-10-01", "", "payment budget_line"),
}


def case(entity, day):
    text = f'name: 甲\njurisdiction: "430112"\nbudget_level: 区县\nunit_kind: 机关\nyear: {YEAR}\n'.replace(
        "year:", "fiscal_year:"
    )
    return text + LISTS[entity].replace("DAY", day)


@pytest.mark.parametrize("entity", LISTS)
@pytest.mark.parametrize("name", DAYS)
def test_a_case_takes_tells_or_refuses_a_day(name, entity):
    day, wrong, told = DAYS[name]
    source = parse_text("x.yaml", case(entity, day))
    if wrong:
        with pytest.raises(InputError) as caught:
            read_case(source, BOOK.vocabulary)
        (problem,) = caught.value.problems
        assert problem.code == "bad-date" and day in problem.render("en") and problem.place.line >= 5
        return
    notes = [note.en for note in read_case(source, BOOK.vocabulary).notes]
    assert [day in note for note in notes] == [True] * (entity in told.split())


@given(st.dates(min_value=datetime.date(1, 1, 1)), st.integers(1949, 2199), st.sampled_from(sorted(LISTS)))
@settings(max_examples=60, deadline=None)
def test_what_is_taken_depends_on_the_year_alone(day, year, entity):
    text = case(entity, day.isoformat()).replace(f"fiscal_year: {YEAR}", f"fiscal_year: {year}")
    source = parse_text("x.yaml", text)
    if FIRST <= day.year <= year + BEHIND:
        spent = entity in {each for each, _ in SPENT}
        expected = day.year != year if spent else day.year > year + LATE
        assert bool(read_case(source, BOOK.vocabulary).notes) == expected
    else:
        with pytest.raises(InputError):
            read_case(source, BOOK.vocabulary)


def test_mapped_tables_judge_as_case_files_do(tmp_path):
    """Every day of DAYS as the payment of a unit of its own: bad ones are rejected, odd ones counted."""
    units = dict(enumerate(DAYS.values()))
    lines = "单位,编号,名称\n" + "".join(f"u{n},a,x\n" for n in units)
    paid = "单位,编号,日期,金额\n" + "".join(f"u{n},a,{day},1元\n" for n, (day, _, _) in units.items())
    mapping = "- {file: a.csv, entity: 支出项目, unit: {单位: name}, columns: {编号: id, 名称: name}, fixed: {kind: 明细项目}}\n"
    mapping += "- {file: p.csv, entity: 付款, unit: {单位: name}, parent: 编号, columns: {日期: date, 金额: amount}}\n"
    code, printed, _ = pack(
        tmp_path, mapping, {"a.csv": lines, "p.csv": paid}, "--rejects", str(tmp_path / "r.csv"), top=TOP
    )
    bad = {day for day, wrong, _ in units.values() if wrong}
    assert code == 2 and {row["value"] for row in rejects(tmp_path / "r.csv")} == bad
    assert {row["column"] for row in rejects(tmp_path / "r.csv")} == {"日期"}
    odd = sum("payment" in told for _, _, told in units.values())
    assert f"{odd} with a date in another year than that of the case (such as u" in printed


@pytest.mark.parametrize("entity", ["payment", "contract", "unit"])
def test_packed_tables_judge_as_case_files_do(entity, tmp_path, capfd):
    for number in range(len(DAYS)):
        text = case(entity, f"{YEAR}-06-30").replace("name: 甲", f"name: u{number}")
        (tmp_path / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    run("pack", *(str(path) for path in sorted(tmp_path.glob("*.yaml"))), "-o", str(tmp_path / "t"), "--format", "csv")
    file = tmp_path / "t" / f"{entity}.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    column = {"payment": "date", "contract": "sign_date", "unit": "report_date"}[entity]
    for row, (day, _, _) in zip(rows, DAYS.values(), strict=True):
        row[column] = row[f"{column}__text"] = day
        row["_id"] = row["_id"].replace(f"{YEAR}-06-30", day)
    with file.open("w", encoding="utf-8", newline="") as text:
        made = csv.DictWriter(text, list(rows[0]))
        made.writeheader()
        made.writerows(rows)
    words = ("run", str(tmp_path / "t"), "--engine", "duckdb", *SOME, "--lang", "en")
    with pytest.raises(InputError) as caught:
        run(*words)
    bad = [day for day, wrong, _ in DAYS.values() if wrong]
    (problem,) = caught.value.problems
    assert f"{len(bad)} rows" in problem.render("en") and all(day in problem.render("en") for day in bad)
    code, printed = run(*words, "--rejects", str(tmp_path / "bad.csv"))
    assert code == 2 and f"{len(DAYS)} cases in = {len(DAYS) - len(bad)} judged + {len(bad)} rejected" in printed
    odd = sum(entity in told for _, _, told in DAYS.values())
    assert f"{odd} with a {column.replace('_', ' ')} in another year" in capfd.readouterr().err
