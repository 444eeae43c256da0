"""What holds of every workbook of a case: written and read back it is the same case, in whatever order and by whatever program.

Tried with every bundled and example case, the cases of test_judgement, every example of a rule that reads as a case of its
own, and cases made by hypothesis.
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from conftest import BOOK, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import cases, examples, texts
from test_judgement import CASES, HEAD

from checker.api import check
from checker.authoring.casebook import differences
from checker.authoring.casebook_file import written
from checker.base.errors import InputError
from checker.cases.reader import read_case
from checker.documents.source import parse_text, read_source
from checker.intake.casebook.reader import read_casebook

VOCABULARY = BOOK.vocabulary
BUNDLED = sorted([*(ROOT / "cases").glob("*.yaml"), *(ROOT / "cases" / "examples").glob("*.yaml")])


def findings(case):
    """Return what is found of a case: fingerprint, outcome, amount and message of every check."""
    report = check([case], BOOK)
    return [(f.fingerprint, f.outcome, f.amount, f.message) for f in report.results]


def same(source, lang="zh"):
    """Hold a case against its workbook; returns the workbook."""
    case = read_case(source, VOCABULARY)
    data = written(source, "我局.xlsx", VOCABULARY, lang)  # compares the facts itself
    again = read_casebook("我局.xlsx", data, VOCABULARY)
    assert not differences(case, again)
    assert sorted(findings(case), key=str) == sorted(findings(again), key=str)
    return data


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_case_in_a_workbook_is_the_same_case(path, lang):
    same(read_source(str(path), path.read_bytes()), lang)
