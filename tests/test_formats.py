"""Every format of the same report, drawn as it is written; texts that try to break out; where outputs go."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT, case_of, report_of
from jsonschema import Draft202012Validator
from schemas.sarif_fields import LOG

from checker.api import check, load_case
from checker.base.errors import InputError
from checker.base.width import visible
from checker.cli.main import main
from checker.findings.rows import COLUMNS
from checker.reports import Options, named_outputs, render
from checker.reports.formats import FORMATS
from checker.reports.safe import cell

RULES = ("overrun-above-threshold", "spending-over-adjusted-budget", "adjusted-budget-shown", "stated-ratio")
CASE = """transcribed: whole
amounts: {unit: 万元, decimals: 2}
lines:
  - {id: total, kind: 总支出, name: 总支出, initial_budget: 100, actual: 128.43, source: 二（1）}
  - {id: roof, kind: 明细项目, parent: total, name: NAME, initial_budget: 100, actual: 128.43}
"""
NORMAL = report_of(CASE.replace("NAME", "屋面维修"), *RULES)
HOSTILE = {
    "formula": "=HYPERLINK(1)",
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "full-width": "＝1+1",
    "tab": "\t=1+1",
    "script": "<script>alert(1)</script>",
    "end of script": "</script><img src=x onerror=alert(1)>",
    "cdata": "]]><x>",
    "comment": "<!-- -->",
    "quotes": "\"' onmouseover=alert(1) x='",
    "control": "a\x07\x1b[31mb\x85",
    "direction": "a\u202etxt.exe\u2066",
    "markdown": "| a | [x](javascript:alert(1)) `b` ![](http://x)",
    "lines": "a\nb\r\nc",
    "long": "长" * 10_000,
    "placeholder": "{amount} %s {{x}}",
    "separator": "a\u2028b\u2029c",
}


def hostile(text: str):
    """Return a report on an item of that name, past the loader, which refuses some of these."""
    case = case_of(CASE)
    case.facts["budget_line"][1].values["name"] = text
    return check([case], BOOK, selected=lambda ident: ident in RULES)


def golden(name: str, text: str, update: bool) -> None:
    path = ROOT / "tests" / "golden" / name
    if update:
        path.write_text(text, encoding="utf-8", newline="")
    with path.open(encoding="utf-8", newline="") as stream:
        assert stream.read() == text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.binary and name not in ("table", "json", "html")])  # fmt: skip
def test_each_format_of_the_same_report(name, lang):
    import os

    text = render(name, NORMAL, Options(lang))
    assert isinstance(text, str)
    text = text.replace(NORMAL.rulebook, "RULEBOOK")  # a new rule elsewhere changes it
    golden(f"small.{lang}{FORMATS[name].suffixes[0]}", text, bool(os.environ.get("UPDATE_GOLDEN")))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_breaks_out_of_text_formats(text):
    report = hostile(text)
    findings = [c for c in report.checks if c.is_finding]
    assert findings
    for row in csv.reader(io.StringIO(render("csv", report, Options()).removeprefix("\ufeff"), newline="")):
        assert len(row) == len(COLUMNS)
        for field in row:
            assert not field.startswith(("=", "+", "@", "\t", "＝")) and "\x1b" not in field and "\u202e" not in field
            assert not field.startswith("-") or re.fullmatch(r"-[\d.]+", field)
    lines = render("jsonl", report, Options()).split("\n")
    assert len(lines) == len(findings) + 1 and all(json.loads(line) for line in lines[:-1])
    markdown = render("markdown", report, Options())
    assert "<" not in markdown and "\x1b" not in markdown and "\u202e" not in markdown
    cells = {len(re.findall(r"(?<!\\)\|", line)) for line in markdown.split("\n") if line.startswith("|")}
    assert cells <= {3, 4, 16}
    Draft202012Validator(LOG).validate(json.loads(render("sarif", report, Options())))


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_keeps_the_standard(lang, everything):
    from checker.api import check

    whole = check([load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)], BOOK)
    log = json.loads(render("sarif", whole, Options(lang, everything)))
    Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    kinds = {result["kind"] for result in run["results"]}
    assert kinds >= ({"pass", "fail", "open", "notApplicable", "review"} if everything else {"fail", "open", "review"})
    assert len(run["results"]) == sum(1 for c in whole.checks if everything or c.is_finding)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_points_at_the_line_of_the_figure():
    log = json.loads(render("sarif", NORMAL, Options()))
    lines = (HEAD + CASE).split("\n")
    for result in log["runs"][0]["results"]:
        line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
        subject = result["properties"]["subject"]
        assert subject == NORMAL.cases[0].case.unit or subject in lines[line - 1].replace("NAME", "屋面维修")


@pytest.mark.parametrize(
    ("outputs", "form", "expected"),
    [
        ((), None, [("table", "-")]),
        ((), "json", [("json", "-")]),
        (("a.md", "b.CSV", "c.sarif"), None, [("markdown", "a.md"), ("csv", "b.CSV"), ("sarif", "c.sarif")]),
        (("x.sarif.json",), None, [("sarif", "x.sarif.json")]),
        (("jsonl=x.txt", "-"), None, [("jsonl", "x.txt"), ("table", "-")]),
        (("x.out",), "json", [("json", "x.out")]),
        (("odd=name.md",), None, [("markdown", "odd=name.md")]),
    ],
)
def test_the_format_comes_from_the_name_or_the_suffix(outputs, form, expected):
    assert named_outputs(outputs, form) == expected


@pytest.mark.parametrize(("outputs", "code"), [(("x.xyz",), "unknown-format"), (("x.md", "x.md"), "same-output")])
def test_outputs_that_cannot_be(outputs, code):
    with pytest.raises(InputError) as told:
        named_outputs(outputs, None)
    assert [problem.code for problem in told.value.problems] == [code]


def test_several_outputs_in_one_run(tmp_path: Path):
    names = ["r.html", "r.md", "r.csv", "r.jsonl", "r.sarif", "r.json", "r.txt"]
    words = [word for name in names for word in ("-o", str(tmp_path / name))]
    result = CliRunner().invoke(main, ["run", str(ROOT / "cases" / "2020.yaml"), *words])
    assert result.exit_code == 1 and result.output == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_hidden_characters_are_shown():
    assert visible("a\u202eb\x00") == "a⟨U+202E⟩b⟨U+0000⟩" and visible("甲\t乙\n") == "甲\t乙\n"
    assert cell(" =1") == "' =1" and cell("a=1") == "a=1"
