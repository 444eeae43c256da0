"""The same facts extracted back from each output file are equal, in every format and both languages."""

from __future__ import annotations

from collections import Counter

import pytest
from conftest import BOOK, ROOT, report_of
from extracted import HEAVY, READERS, expected
from hypothesis import HealthCheck, given, settings
from test_money import cases, written

from checker.api import check, load_case

CASES = sorted([*(ROOT / "cases").glob("*.yaml"), *(ROOT / "cases" / "examples").glob("*.yaml")])
LIBRARIES = {"xlsx": "xlsxwriter", "docx": "docx"}


def the_same(report, forms):
    """Assert that each format says what the presentation says, and that nothing it said before is gone."""
    for lang in ("zh", "en"):
        wanted = expected(report, lang)
        wanted["said"] = wanted["headline"]
        wanted["outcomes"] = Counter(
            (f.rule.id, f.subject.name, f.outcome)
            for f in report.results
            if f.outcome in ("fail", "error", "undetermined")
        )
        for form in forms:
            if form in LIBRARIES:
                pytest.importorskip(LIBRARIES[form])
            read, names = READERS[form]
            found = read(report, lang)
            assert set(found) == names, form
            for name, facts in found.items():
                assert facts == wanted[name], f"{name} in {form}, {lang}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_of_the_bundled_cases(path):
    the_same(check([load_case(str(path), BOOK)], BOOK), READERS)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_of_random_cases(body):
    the_same(report_of(written(body)), [form for form in READERS if form not in HEAVY])


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_of_random_cases_in_the_heavy_formats(body):
    the_same(report_of(written(body)), HEAVY)


def test_readers_see_a_fact_that_differs():
    """Each reader reads the file, not the model: of another report it tells other facts."""
    one, two = (check([load_case(str(ROOT / "cases" / name), BOOK)], BOOK) for name in ("2020.yaml", "clean.yaml"))
    for form, (read, names) in READERS.items():
        if form in LIBRARIES:
            pytest.importorskip(LIBRARIES[form])
        left, right = read(one), read(two)
        for name in names - {"notes"}:
            assert left[name] != right[name], f"{name} in {form}"
