"""checker diff: what became of findings between two runs, and that nothing but a check made again settles one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT

from checker.base.errors import InputError
from checker.cli.main import main
from checker.records.comparison import compare, read_run

HEAD = 'name: 甲局\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 参公\nyear: %d\ntranscribed: whole\n'
OVER = "lines:\n  - {id: a, kind: 明细项目, name: 某专项, 年初预算: 100万元, 实际支出: %s}\n"


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def report(tmp_path, monkeypatch):
    """Return a function that checks a case and returns the name of its JSON report."""
    monkeypatch.chdir(tmp_path)

    def made(name, text, *options):
        (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
        done = run("run", "case.yaml", "--engine", "evaluator", "--format", "json", "-o", f"{name}.json", *options)
        assert done.exit_code in (0, 1, 3), done.output
        return f"{name}.json"

    return made


def kinds(old, new, rule="overrun-above-threshold", by=""):
    found = compare(read_run(str(old), Path(old).read_bytes()), read_run(str(new), Path(new).read_bytes()), by)
    return [change.kind for change in found.changes if change.shown.rule == rule], found


SPENT, MORE, LESS = (HEAD % 2020 + OVER % amount for amount in ("130万元", "150万元", "99万元"))
UNKNOWN = (
    HEAD.replace("transcribed: whole\n", "") % 2020
    + "lines:\n  complete: true\n  items:\n  - {id: a, kind: 明细项目, name: 某专项, 年初预算: 100万元}\n"
)
GONE = HEAD % 2020 + "lines: []\n"
BECAME = {
    "the same": (SPENT, SPENT, "unchanged", 0),
    "a larger amount": (SPENT, MORE, "changed", 0),
    "corrected": (SPENT, LESS, "settled", 0),
    "arisen": (LESS, SPENT, "new", 1),
    "no longer known": (SPENT, UNKNOWN, "open", 0),
    "known to fail now": (UNKNOWN, SPENT, "worse", 1),
    "the item is gone": (SPENT, GONE, "unseen", 0),
}


@pytest.mark.parametrize("name", BECAME)
def test_what_becomes_of_a_finding(name, report):
    before, after, kind, code = BECAME[name]
    old, new = report("old", before), report("new", after)
    found, comparison = kinds(old, new)
    assert found == [kind]
    alone = comparison._replace(
        changes=tuple(c for c in comparison.changes if c.shown.rule == "overrun-above-threshold")
    )
    assert alone.exit_code() == code


def test_a_rule_that_was_not_run_settles_nothing(report):
    old, new = report("old", SPENT), report("new", SPENT, "--select", "staff-within-establishment")
    assert kinds(old, new)[0] == ["unseen"]


def test_years_are_compared_by_series(report):
    old, new = report("old", SPENT), report("new", SPENT.replace("year: 2020", "year: 2021"))
    found, comparison = kinds(old, new)
    assert found == ["unchanged"] and comparison.by == "year"
    assert kinds(old, new, by="run")[0] == ["new", "unseen"]


def test_every_finding_of_both_is_told_once(report):
    old, new = report("old", SPENT), report("new", UNKNOWN)
    before, after = (read_run(str(file), Path(file).read_bytes()) for file in (old, new))
    told = [change.shown.fingerprint for change in compare(before, after).changes]
    findings = {c.fingerprint for side in (before, after) for c in side.checks if c.outcome in ("fail", "undetermined")}
    assert set(told) == findings and len(told) == len(findings)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_is_as_drawn(lang, report):
    old, new = (
        report("old", SPENT, "--select", "overrun-above-threshold,addition-approved"),
        report("new", MORE, "--select", "overrun-above-threshold,addition-approved"),
    )
    done = run("diff", old, new, "--all", "--lang", lang)
    lines = done.output.splitlines()
    assert done.exit_code == 0, done.output
    if lang == "zh":
        assert lines[0] == "old.json → new.json（同一年度的两次检查）"
        told = "".join(done.output.split())
        assert "某专项：不符合30.00万元→不符合50.00万元" in told and "[overrun-above-threshold]" in told
    else:
        assert lines[0] == "old.json -> new.json (two runs of the same year)" and "500,000 yuan" in done.output


def test_json_and_the_real_case(report, tmp_path):
    for name in ("one", "two"):
        run("run", str(ROOT / "cases" / "2020.yaml"), "--engine", "evaluator", "--format", "json", "-o", f"{name}.json")
    done = run("diff", "one.json", "two.json", "--format", "json")
    counts = json.loads(done.output)["counts"]
    assert done.exit_code == 0 and counts["unchanged"] > 100 and sum(counts.values()) == counts["unchanged"]


def mangled(change):
    document = {
        "format": "checker-report/1",
        "rulebook": "",
        "checks": [
            {
                "fingerprint": "f",
                "series": "s",
                "rule": "r",
                "title": "t",
                "unit": "u",
                "year": 2020,
                "subject": {"name": "n"},
                "outcome": "fail",
                "severity": "low",
                "amount": {"fen": 5},
            }
        ],
    }
    change(document)
    return json.dumps(document).encode()


WRONG = {
    "no JSON": b"\xff{",
    "deep": b"[" * 100_000,
    "another format": mangled(lambda d: d.update(format="checker-report/3")),
    "no checks": mangled(lambda d: d.pop("checks")),
    "checks are a text": mangled(lambda d: d.update(checks="x")),
    "a check is a text": mangled(lambda d: d.update(checks=["x"])),
    "no outcome": mangled(lambda d: d["checks"][0].pop("outcome")),
    "unknown outcome": mangled(lambda d: d["checks"][0].update(outcome="fine")),
    "a float": mangled(lambda d: d["checks"][0]["amount"].update(fen=5.5)),
    "a truth for an amount": mangled(lambda d: d["checks"][0]["amount"].update(fen=True)),
    "twice": mangled(lambda d: d["checks"].append(d["checks"][0])),
    "a key twice": mangled(lambda d: None).replace(b'"checks"', b'"checks": [], "checks"', 1),
    "no number": mangled(lambda d: None).replace(b'"rulebook"', b'"x": NaN, "rulebook"', 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_report_is_said(name):
    with pytest.raises(InputError) as caught:
        read_run("old.json", WRONG[name])
    (problem,) = caught.value.problems
    assert problem.code == "no-report" and problem.hint is not None


def test_both_files_are_said_at_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("diff", "a.json", "b.json", "--lang", "en")
    assert done.exit_code == 2 and "a.json" in done.output and "b.json" in done.output


def test_only_what_is_new_decides_the_exit_code(report):
    old = report("old", SPENT)
    assert run("run", "case.yaml", "--engine", "evaluator").exit_code == 1
    again = run("run", "case.yaml", "--engine", "evaluator", "--baseline", old, "--lang", "en")
    assert again.exit_code == 0 and "某专项" in again.output and ": 0 new," in again.output.replace("\n", " ")
    report("more", SPENT.replace("transcribed: whole\n", "transcribed: whole\n编制人数: 3人\n在职人数: 5人\n"))
    more = run("run", "case.yaml", "--engine", "evaluator", "--baseline", old, "--lang", "zh")
    assert more.exit_code == 1 and "新问题 1 项" in more.output


def test_what_was_open_and_fails_now_is_new(report):
    old = report("old", UNKNOWN, "--select", "overrun-above-threshold")
    report("new", SPENT)
    select = ("--engine", "evaluator", "--select", "overrun-above-threshold")
    assert run("run", "case.yaml", *select, "--baseline", old).exit_code == 1
    report("back", UNKNOWN)
    assert run("run", "case.yaml", *select, "--baseline", "new.json").exit_code == 0


def test_sarif_says_what_a_finding_is_against_the_baseline(report):
    old = report("old", SPENT)
    report("new", MORE.replace("transcribed: whole\n", "transcribed: whole\n编制人数: 3人\n在职人数: 5人\n"))
    done = run(
        "run",
        "case.yaml",
        "--engine",
        "evaluator",
        "--baseline",
        old,
        "-o",
        "ci.sarif",
        "--select",
        "overrun-above-threshold,staff-within-establishment",
    )
    results = json.loads(Path("ci.sarif").read_text(encoding="utf-8"))
    states = {r["ruleId"]: r["baselineState"] for r in results["runs"][0]["results"]}
    assert done.exit_code == 1 and states == {"overrun-above-threshold": "updated", "staff-within-establishment": "new"}


def test_a_baseline_that_is_no_report_stops_the_run(report):
    report("old", SPENT)
    done = run("run", "case.yaml", "--baseline", "case.yaml", "--lang", "en")
    assert done.exit_code == 2 and "case.yaml" in done.output and "no JSON" in done.output
