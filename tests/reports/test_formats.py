"""Every format of the same report, drawn as it is written; texts that try to break out; where outputs go."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT, case_of, report_of
from jsonschema import Draft202012Validator
from schemas import junit_fields
from schemas.sarif_fields import LOG, thing

from checker.api import check, load_case
from checker.base.errors import InputError
from checker.base.width import HIDDEN, visible
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.findings.rows import COLUMNS
from checker.records.waivers import read_waivers
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
    "command": "a::error file=x,line=1::b%0A::warning::c",
    "half a pair": "a\ud800b",
    "no character": "a\x00b\ufffec",
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


def test_what_many_findings_rest_on_is_told_once_and_nothing_is_lost():
    """Of a total each part's finding rests on all parts: data grow with the lines, and hold every figure and every lack."""

    def body(count):
        lines = "".join(
            f"  - {{id: i{n}, kind: 明细项目, parent: p, name: 项目{n}, "
            f"{'initial_budget: 100, ' if n % 3 else ''}actual: {130 + n}, source: 附表{n}}}\n"
            for n in range(count)
        )
        return CASE.partition("lines:")[0] + "lines:\n  - {id: p, kind: 项目支出, name: 项目支出}\n" + lines

    chosen = ("addition-approved", "offsetting-overrun")
    few, many = (report_of(body(count), *chosen) for count in (50, 100))
    for form in ("json", "jsonl"):
        assert len(render(form, many, Options())) < 2.2 * len(render(form, few, Options())), form
    found = json.loads(render("json", few, Options()))
    told = [json.loads(line) for line in render("jsonl", few, Options()).splitlines()]
    shared = {each["id"]: each for each in found["shared"]}
    assert [each for line in told for each in line.get("shares", [])] == list(shared.values()) != []
    by_key = {entry["fingerprint"]: entry for entry in told}
    used = set()
    for entry, finding in zip(found["checks"], few.results, strict=True):
        if finding.is_finding:
            assert by_key[entry["fingerprint"]]["shared"] == entry["shared"]
            used |= set(entry["shared"])
            pieces = [entry, *(shared[ident] for ident in entry["shared"])]
            assert {fact["path"] for each in pieces for fact in each["facts"]} == {f.path for f in finding.facts}
            assert {path for each in pieces for path in each["missing"]} == set(finding.missing)
            assert len(finding.facts) > 50 or finding.rule.id != "addition-approved"
    assert used == set(shared)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "name", [name for name, form in FORMATS.items() if not form.binary and name not in ("table", "json", "html")]
)
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
    tables = [
        [len(re.findall(r"(?<!\\)\|", line)) for line in block.split("\n")]
        for block in markdown.strip().split("\n\n")
        if block.startswith("|")
    ]
    assert tables and all(len(set(cells)) == 1 for cells in tables)
    _keeps_to_its_lines(report, len(findings))
    Draft202012Validator(LOG).validate(json.loads(render("sarif", report, Options())))


COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*),line=([0-9]+),title=([^,:]*)::(.*)")
"""What the runner of GitHub takes for an annotation: no property holds a mark that ends it."""


def _keeps_to_its_lines(report, count):
    """Hold what CI servers read against their forms: nothing of a case ends a line, a property, an element or a text."""
    suites = fromstring(render("junit", report, Options()))
    junit_fields.check(suites)
    assert len(suites.findall(".//failure")) + len(suites.findall(".//skipped")) == count
    *commands, last = render("github", report, Options()).split("\n")
    assert last == "" and len(commands) == count
    for command in commands:
        assert COMMAND.fullmatch(command) and not HIDDEN.search(command)
    issues = json.loads(render("gitlab", report, Options()))
    Draft202012Validator(ISSUES).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == count


TEXT = {"type": "string", "minLength": 1}
ISSUES = {
    "type": "array",
    "items": thing(
        "description check_name fingerprint severity location",
        description=TEXT,
        check_name=TEXT,
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=thing("path lines", path=TEXT, lines=thing("begin", begin={"type": "integer", "minimum": 1})),
    ),
}
"""GitLab's code quality report: the fields that its documentation asks of a tool, and no other."""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["2020", "clean"])
def test_what_ci_servers_read_of_a_real_report(name, lang):
    whole = check([load_case(str(ROOT / "cases" / f"{name}.yaml"), BOOK)], BOOK)
    counts = whole.ledger.counts
    suites = fromstring(render("junit", whole, Options(lang)))
    junit_fields.check(suites)
    (suite,) = suites
    assert len(suite.findall("testcase")) == whole.ledger.checks - counts["not_applicable"] == int(suite.get("tests"))
    for attribute, element, outcome in (
        ("failures", "failure", "fail"),
        ("skipped", "skipped", "undetermined"),
        ("errors", "error", "error"),
    ):
        assert int(suite.get(attribute)) == len(suite.findall(f"testcase/{element}")) == counts[outcome]
    names = [(case.get("classname"), case.get("name")) for case in suite.findall("testcase")]
    assert len(set(names)) == len(names), "a server keeps one of those alike"
    commands = [COMMAND.fullmatch(line) for line in render("github", whole, Options(lang)).split("\n")[:-1]]
    issues = json.loads(render("gitlab", whole, Options(lang)))
    Draft202012Validator(ISSUES).validate(issues)
    assert len(commands) == len(issues) == counts["fail"] + counts["undetermined"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    levels = [("error", "warning", "notice").index(command[1]) for command in commands]
    assert levels == sorted(levels), "GitHub shows the first ten of a level"


def test_what_is_skipped_says_what_is_missing_and_what_is_waived_passes_with_its_reason():
    open_ = report_of(CASE.replace("initial_budget: 100, actual: 128.43", "actual: 128.43"), "overrun-above-threshold")
    (skipped, *_) = fromstring(render("junit", open_, Options())).iter("skipped")
    assert "年初预算" in skipped.get("message")
    text = json.dumps({"豁免": [WAIVED]}, ensure_ascii=False)
    waivers = read_waivers(parse_text("waivers.json", text, is_json=True), BOOK)
    report = check(
        [case_of(CASE.replace("NAME", "屋面维修"))], BOOK, selected=lambda i: i == WAIVED["规则"], waivers=waivers
    )
    assert report.ledger.counts["waived"] == 1
    suites = fromstring(render("junit", report, Options()))
    (out,) = suites.findall(".//testcase/system-out")
    assert "抢修" in out.text and "2021-12-31" in out.text and not [*suites.iter("skipped")]
    assert int(suites.get("failures")) == report.ledger.counts["fail"]


WAIVED = {
    "规则": RULES[0],
    "单位": "示例单位",
    "年度": "2020",
    "对象": "roof",
    "理由": "抢修",
    "批准文号": "财预〔2020〕1号",
    "批准人": "张三",
    "有效期至": "2021-12-31",
}


def test_two_cases_of_one_unit_have_fingerprints_of_their_own():
    data = (HEAD + CASE).encode()
    cases = [load_case(data, BOOK, file=file) for file in ("first.yaml", "second.yaml")]
    issues = json.loads(render("gitlab", check(cases, BOOK, selected=lambda ident: ident in RULES), Options()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 2
    assert {issue["location"]["path"] for issue in issues} == {"first.yaml", "second.yaml"}


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
        (
            ("a.xml", "b.github.txt", "gl-code-quality-report.json", "c.gitlab.json", "d.json"),
            None,
            [
                ("junit", "a.xml"),
                ("github", "b.github.txt"),
                ("gitlab", "gl-code-quality-report.json"),
                ("gitlab", "c.gitlab.json"),
                ("json", "d.json"),
            ],
        ),
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
    names = [
        "r.xml",
        "r.github.txt",
        "r.gitlab.json",
        "r.html",
        "r.md",
        "r.csv",
        "r.jsonl",
        "r.sarif",
        "r.json",
        "r.txt",
    ]
    words = [word for name in names for word in ("-o", str(tmp_path / name))]
    result = CliRunner().invoke(main, ["run", str(ROOT / "cases" / "2020.yaml"), *words])
    assert result.exit_code == 1 and result.output == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_hidden_characters_are_shown():
    assert visible("a\u202eb\x00") == "a⟨U+202E⟩b⟨U+0000⟩" and visible("甲\t乙\n") == "甲\t乙\n"
    assert cell(" =1") == "' =1" and cell("a=1") == "a=1"
