"""The public Python API: cheap to import, cases from paths, bytes and dicts, short to print, typed."""

import json
import subprocess
import sys
from collections import OrderedDict
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from conftest import BOOK, ROOT

import checker
from checker import Report, check, load_case, load_rules
from checker.base.errors import InputError
from checker.documents.written import written

FILE = ROOT / "cases" / "2020.yaml"
CASE = {
    "name": "示例单位",
    "jurisdiction": "430112",
    "level": "区县",
    "unit_kind": "事业单位",
    "year": 2020,
    "lines": [
        {
            "id": "a",
            "kind": "明细项目",
            "name": "屋面",
            "initial_budget": "100.00万元",
            "actual": "128.43万元",
            "is_it": False,
            "payments": [{"date": "2020-03-11", "amount": "1.20万元"}],
            "carry_in": None,
        }
    ],
}


def python(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


def test_importing_the_package_imports_nothing_of_it():
    told = python("import sys, checker; print([m for m in sys.modules if m.startswith('checker.')])")
    assert told == "[]"


@pytest.mark.parametrize(
    "before",
    ["", "import checker.api", "from checker.api import check as c", "import checker.run, checker.findings.report"],
)
def test_the_names_are_functions_whatever_was_imported_before(before):
    told = python(
        f"{before}\nfrom checker import check, load_case, load_rules, Report\nprint(check.__name__, load_case.__name__, load_rules.__name__, Report.__name__)"
    )
    assert told == "check load_case load_rules Report"


def test_the_names_are_listed_and_others_are_told():
    assert {"check", "load_case", "load_rules", "Report"} <= set(dir(checker)) & set(checker.__all__)
    with pytest.raises(AttributeError, match="'checker' has no attribute 'chekc'"):
        _ = checker.chekc


def test_a_case_is_the_same_by_path_by_bytes_and_as_a_dict():
    data = yaml.load(FILE.read_text(encoding="utf-8"), yaml.BaseLoader)  # every scalar as it stands there
    reports = [
        check(load_case(source, BOOK, file="c"), BOOK)
        for source in (FILE, str(FILE), FILE.read_bytes(), bytearray(FILE.read_bytes()), data)
    ]
    found = [[(f.fingerprint, f.outcome, f.own, f.amount) for f in report.results] for report in reports]
    assert all(each == found[0] for each in found) and len(found[0]) > 1000


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (CASE, "case.json"),
        (json.dumps(CASE).encode(), "case.json"),
        (yaml.safe_dump(CASE, allow_unicode=True).encode(), "case.yaml"),
    ],
)
def test_a_case_without_a_path_has_a_name(data, name):
    assert load_case(data, BOOK).file == name and load_case(data, BOOK, file="own").file == "own"


@pytest.mark.parametrize(
    ("amount", "fen"),
    [
        ("128.43万元", 128_430_000),
        (Decimal("1284300.00"), 128_430_000),
        (Decimal("1.2843E+6"), 128_430_000),
        (1284300, 128_430_000),
    ],
)
def test_amounts_of_a_dict_are_exact(amount, fen):
    line = {**CASE["lines"][0], "actual": amount}
    plain = {**CASE, "amounts": {"unit": "元", "decimals": 0}, "lines": [OrderedDict(line)]}
    (fact,) = load_case(plain, BOOK).facts["budget_line"]
    assert fact.values["actual"] == fen


def test_days_of_a_dict_may_be_dates():
    line = {**CASE["lines"][0], "payments": ({"date": date(2020, 3, 11), "amount": "1.20万元"},)}
    dated, plain = load_case({**CASE, "lines": [line]}, BOOK), load_case(CASE, BOOK)
    days = [case.facts["payment"][0].values["date"] for case in (dated, plain)]
    assert days == [date(2020, 3, 11)] * 2


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1.5, "lines[0].actual is 1.5 (float)"),
        (float("nan"), "lines[0].actual is nan (float)"),
        (Decimal("NaN"), "lines[0].actual is Decimal('NaN') (Decimal)"),
        (Decimal("Infinity"), "(Decimal)"),
        (Fraction(1, 3), "(Fraction)"),
        (1j, "(complex)"),
        (b"1", "(bytes)"),
        ({1, 2}, "(set)"),
        (datetime(2020, 3, 11, 12), "(datetime)"),
        ({1: "a"}, "has the name 1, which is no text"),
        (object(), "(object)"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_what_cannot_be_part_of_a_case_is_told_with_its_place(value, told):
    line = {**CASE["lines"][0], "actual": value, "cost": 0.1}
    with pytest.raises(InputError) as error:
        load_case({**CASE, "lines": [line]}, BOOK)
    problems = error.value.problems
    assert {p.code for p in problems} == {"bad-data"} and any(told in p.message.en for p in problems)
    assert not any("0x" in p.message.en for p in problems)
    assert any("lines[0].cost" in p.message.en for p in problems)  # all of it in one go


def test_a_dict_that_holds_itself_is_refused():
    loop = dict(CASE)
    loop["lines"] = [loop]
    with pytest.raises(InputError, match="nested too deeply"):
        load_case(loop, BOOK)


@pytest.mark.parametrize("text", ["a\nb", '"', "\\", "\u2028", "1e5", "null", "长" * 100, "\U0001f600"])
def test_texts_of_a_dict_are_written_as_they_are(text):
    assert json.loads(written("x", {"a": text, text: [text, {}, []]})) == {"a": text, text: [text, {}, []]}


def test_a_file_that_is_not_there_is_told():
    for path in ("nowhere.yaml", Path("nowhere.yaml"), str(ROOT)):
        with pytest.raises(InputError):
            load_case(path, BOOK)


def test_rules_of_ones_own_stand_on_top(tmp_path):
    from conftest import own_rule

    own_rule(tmp_path / "own")
    alone = [load_rules(extra) for extra in (tmp_path / "own", str(tmp_path / "own"), [tmp_path / "own"])]
    assert all(set(book.rules) == {*BOOK.rules, "own-0"} for book in alone)


def test_what_is_printed_by_itself_is_short():
    case = load_case(FILE, BOOK)
    report = check(case, BOOK)
    assert isinstance(report, Report)
    some = [
        report,
        BOOK,
        case,
        report.checks[0],
        report.results[0],
        report.cases[0],
        report.cases[0].case,
        report.problems[0],
    ]
    some += [BOOK.plan(case), next(iter(BOOK.rules.values()))]
    for each in some:
        assert len(repr(each)) < 200, repr(each)[:300]
    assert str(case) == f"<Case {FILE}: 长沙市望城区数据资源中心 2020, 107 facts>"


def test_one_case_and_several_give_the_same():
    case = load_case(FILE, BOOK)
    assert check(case, BOOK).to_dict() == check([case], BOOK).to_dict() == check(iter([case]), BOOK).to_dict()


@pytest.mark.parametrize(
    ("name", "call", "told"),
    [
        (
            "a severity",
            lambda case, report: report.exit_code("huge"),
            "fail_on is one of 'info', 'low', 'medium', 'high', not 'huge'",
        ),
        (
            "the language of a check",
            lambda case, report: check(case, BOOK, lang="fr"),
            "lang is one of 'zh', 'en', not 'fr'",
        ),
        (
            "the language of a dict",
            lambda case, report: report.to_dict(lang="fr"),
            "lang is one of 'zh', 'en', not 'fr'",
        ),
        ("the language of rows", lambda case, report: report.to_rows("fr"), "lang is one of 'zh', 'en', not 'fr'"),
        (
            "no language at all",
            lambda case, report: check(case, BOOK, lang=None),
            "lang is one of 'zh', 'en', not None",
        ),
        (
            "an engine",
            lambda case, report: check(case, BOOK, engine="abacus"),
            "engine is one of 'evaluator', 'auto', 'durable', not 'abacus'",
        ),
    ],
)
def test_words_that_there_are_not_are_refused_with_those_that_there_are(name, call, told):
    case = load_case(CASE, BOOK)
    with pytest.raises(ValueError) as error:
        call(case, check(case, BOOK))
    assert str(error.value) == told


def test_the_package_says_that_it_is_typed():
    assert (ROOT / "checker" / "py.typed").read_bytes() == b""
