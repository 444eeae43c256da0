"""A report is data: read back from a pickle in another process, without rules, every format prints the same."""

import csv
import io
import json
import os
import pickle
import pickletools
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import BOOK, ROOT

from checker.api import check, load_case
from checker.base.errors import Place
from checker.engines.outcome import FollowUp, Waiver
from checker.findings.data import Both
from checker.reports import Options, render
from checker.reports.formats import FORMATS

UNIT = "长沙市望城区数据资源中心"
WAIVER = Waiver(
    "adjusted-budget-shown", UNIT, 2020, UNIT, "已批", "望财〔2021〕1号", "王五", date(2021, 12, 31), Place("w.yaml", 2)
)
FOLLOWUP = FollowUp(
    "deviation-explained",
    UNIT,
    2020,
    "bonus",
    "corrected",
    date(2021, 3, 4),
    "张三",
    "已改",
    "附件一",
    Place("f.yaml", 3),
)
PROGRAM = """
import json, pickle, sys
from pathlib import Path
import checker
from checker.reports import Options, render
folder = Path(sys.argv[1])
report = pickle.loads((folder / "report").read_bytes())
for form, lang, every in json.loads(sys.argv[2]):
    try:
        made = render(form, report, Options(lang, every))
    except checker.base.errors.InputError:  # the library of this format is not installed
        continue
    (folder / f"{form}-{lang}-{every}").write_bytes(made if isinstance(made, bytes) else made.encode())
(folder / "code").write_text(str(report.exit_code()))
print(checker.__file__)
"""


def fresh():
    case = load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)
    return check([case], BOOK, waivers=[WAIVER], followups=[FOLLOWUP])


REPORT = fresh()


PRINTED = [
    (form, lang, every)
    for form in FORMATS
    for lang in ("zh", "en")
    for every in (False, True)
    if not every or form in ("table", "json", "sarif")
]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """Pickle a report and have another process print it, from a copy of the package that has no rules."""
    folder: Path = tmp_path_factory.mktemp("pickled")
    (folder / "report").write_bytes(pickle.dumps(fresh()))
    shutil.copytree(
        ROOT / "checker", folder / "copy" / "checker", ignore=shutil.ignore_patterns("builtin", "__pycache__")
    )
    environment = {**os.environ, "PYTHONPATH": str(folder / "copy"), "CHECKER_CACHE": "off"}
    command = [sys.executable, "-c", PROGRAM, str(folder), json.dumps(PRINTED)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    assert str(folder) in done.stdout  # it is the copy that was used
    return folder


@pytest.mark.parametrize(("form", "lang", "every"), PRINTED)
def test_a_pickled_report_prints_the_same_in_another_process_without_rules(elsewhere, form, lang, every):
    for library, name in (("xlsxwriter", "xlsx"), ("docx", "docx")):
        if form == name:
            pytest.importorskip(library)
    made = render(form, REPORT, Options(lang, every))
    assert (elsewhere / f"{form}-{lang}-{every}").read_bytes() == (made if isinstance(made, bytes) else made.encode())


def test_its_exit_code_is_the_same(elsewhere):
    assert (elsewhere / "code").read_text() == str(REPORT.exit_code()) == "1"


def test_what_is_read_back_holds_no_judge_rule_or_case():
    """Nothing of the engine, the rulebook or the case is in the pickle: these are named by module in it."""
    found = pickle.dumps(check([load_case(str(ROOT / "cases" / "clean.yaml"), BOOK)], BOOK))
    modules = {
        str(arg) for op, arg, _ in pickletools.genops(found) if "UNICODE" in op.name and str(arg).startswith("checker.")
    }
    assert modules <= {
        "checker.base.errors",
        "checker.base.places",
        "checker.engines.outcome",
        "checker.findings.data",
        "checker.findings.case_shown",
        "checker.findings.figures",
        "checker.findings.finding",
        "checker.findings.overview",
        "checker.findings.problems",
        "checker.findings.report",
        "checker.findings.rule_shown",
        "checker.rulebook.rule",
    }
    report = pickle.loads(found)
    assert not [
        name for each in (report, *report.cases, *report.results) for name in vars(each) if name.startswith("_")
    ]
    with pytest.raises(AttributeError, match="pickled"):
        _ = report.checks


def test_a_report_is_frozen_and_may_be_pickled_twice():
    report = pickle.loads(pickle.dumps(REPORT))
    again = pickle.loads(pickle.dumps(report))
    assert again.to_dict("en", every=True) == REPORT.to_dict("en", every=True)
    finding = again.results[0]
    for each, name in ((report, "lang"), (finding, "outcome"), (report.cases[0], "notes"), (finding.case, "unit")):
        with pytest.raises(AttributeError, match="frozen"):
            setattr(each, name, "x")
        with pytest.raises(AttributeError, match="frozen"):
            delattr(each, name)


def test_both_makes_each_language_once():
    asked = []
    both = Both(lambda lang: asked.append(lang) or lang.upper())
    assert (both.say("en"), both.say("en"), asked) == ("EN", "EN", ["en"])
    assert pickle.loads(pickle.dumps(both)) == both and asked == ["en", "zh"]
    assert repr(both) == "Both('ZH', 'EN')" and len({both, pickle.loads(pickle.dumps(both))}) == 1


def test_the_rows_and_the_dict_are_those_of_the_formats():
    lines = list(csv.DictReader(io.StringIO(render("csv", REPORT, Options("en")).removeprefix("\ufeff"))))
    rows = REPORT.to_rows("en")
    assert [row["fingerprint"] for row in rows] == [line["Fingerprint"] for line in lines]
    assert len(rows) == sum(len(problem.findings) for problem in REPORT.problems)
    assert sum(row["amount"] or 0 for row in rows) * 1_000_000 == REPORT.amount()
    for lang in ("zh", "en"):
        assert json.loads(render("json", REPORT, Options(lang))) == REPORT.to_dict(lang)


def test_findings_are_those_to_act_on():
    acting = REPORT.findings()
    assert {finding.outcome for finding in acting} == {"fail", "undetermined"} and len(acting) < len(REPORT.results)
    assert REPORT.findings(every=True) == list(REPORT.results) and len(REPORT.results) == REPORT.ledger.checks
    routine = {id(finding) for part in REPORT.cases for finding in part.routine}
    assert all(
        (finding.problem is None) == (id(finding) in routine) for finding in acting if not finding.rule.indicator
    )
