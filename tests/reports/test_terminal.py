"""The report on a terminal: short, within its width, in one language, and saying where the rest is."""

from __future__ import annotations

import io
import re

import pytest
import yaml
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from conftest import BOOK, ROOT, report_of

from checker.api import check, load_case
from checker.base.errors import InputError
from checker.base.width import cut, width
from checker.cli import console
from checker.cli.main import main
from checker.engines.outcome import OUTCOMES
from checker.findings.presentation import presentation
from checker.findings.statistics import FOUND, statistics
from checker.reports import Options, render
from checker.reports.lines import NAME, indented, listed
from checker.rulebook.selection import choices, rule_ids

CASES = {
    path.stem: path
    for path in [*sorted((ROOT / "cases").glob("*.yaml")), *sorted((ROOT / "cases" / "examples").glob("*.yaml"))]
}
COLOUR = re.compile("\x1b\\[[0-9]*m")
CHINESE_MARKS = re.compile("[。，；：、（）【】]")
MANY = "transcribed: whole\nlines:\n" + "".join(
    f"  - {{id: a{n}, kind: 明细项目, name: 第{n}项设备购置, initial_budget: 0万元, actual: {n + 9}万元}}\n"
    for n in range(30)
)


@pytest.fixture(scope="module")
def reports():
    return {name: check(load_case(str(path), BOOK), BOOK) for name, path in CASES.items()}


@pytest.fixture(scope="module")
def together():
    return check([load_case(str(path), BOOK) for path in CASES.values()], BOOK)


def test_there_are_cases():
    assert len(CASES) > 10


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_of_2020_fits_on_a_screen(reports, lang):
    assert render("table", reports["2020"], Options(lang)).count("\n") <= 60


@pytest.mark.parametrize("columns", [40, 60, 100, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "told", [{}, {"all": True, "papers": True}, {"statistics": True}], ids=["short", "all", "counts"]
)
def test_no_line_is_wider_than_the_terminal(reports, lang, columns, told):
    for name, report in reports.items():
        plain = render("table", report, Options(lang, columns=columns, **told))
        assert [line for line in plain.split("\n") if width(line) > columns] == [], name
        coloured = render("table", report, Options(lang, columns=columns, colour=True, **told))
        assert [line.rstrip() for line in COLOUR.sub("", coloured).split("\n")] == plain.split("\n"), name
        assert "\x1b" not in plain and (COLOUR.search(coloured) or "statistics" in told)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_problem_takes_four_lines_and_its_money_ends_where_the_line_does(reports, lang):
    for name, report in reports.items():
        lines = render("table", report, Options(lang)).split("\n")
        shown = presentation(report, lang)
        problems = [problem for page in shown.pages for section in page.sections for problem in section.problems]
        heads = [f"{problem.no:>2} {problem.kind_name} " for problem in problems]
        for problem, head in zip(problems, heads, strict=True):
            (at,) = (number for number, line in enumerate(lines) if line.startswith(head))
            block = lines[at : at + 1]
            while lines[at + len(block)].startswith("   "):
                block.append(lines[at + len(block)])
            assert 2 <= len(block) <= 4, (name, block)
            if problem.amount:
                assert block[0].endswith("  " + shown.money(problem.amount)) and width(block[0]) == 100
            assert any(line.strip().startswith(("→", "->")) for line in block) or not problem.advice, (name, block)


def test_long_lists_say_how_many_there_are_and_where():
    report = report_of(MANY, "spending-never-budgeted")
    short, whole = (render("table", report, Options(all=every)) for every in (False, True))
    assert "…等 30 项，见 --all" in short and "第0项设备购置" not in short
    assert all(f"第{n}项设备购置" in whole for n in range(30))
    assert " … 30 in all, see --all" in render("table", report, Options("en"))


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("columns", [40, 41, 60, 100])
def test_a_list_takes_no_more_lines_than_it_is_given(columns, most):
    options = Options(columns=columns)
    for count in (1, 2, 5, 80):
        names = [f"第 {n} 项" + "某" * (n % 7) for n in range(count)]
        lines = listed(f"{count} 项：", names, lambda shown, count=count: f"…等 {count} 项，见 --all", options, 3, most)
        assert len(lines) <= most and all(width(line) <= columns for line in lines)
        assert lines[-1].endswith(("--all", names[-1]))


@pytest.mark.parametrize(
    "text",
    [
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        "某" * 90,
        "某局 100.00万元，" * 9,
    ],
)
def test_what_is_cut_keeps_its_blanks_and_says_so(text):
    lines = indented(text, Options(columns=40), 3, 2)
    assert len(lines) == 2 and lines[-1].endswith("…") and width(lines[-1]) <= 40
    begun = "".join(line.strip() for line in lines).removesuffix("…").strip().replace(" ", "")
    assert text.replace(" ", "").startswith(begun) and all(word in text for word in lines[1].rstrip("…").split())


def names_of(path):
    """Return the texts of a case, whole and as a list cuts them, longest first: what an English report quotes."""
    found = set()

    def walk(node):
        if isinstance(node, dict):
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)
        elif isinstance(node, str) and CHINESE_MARKS.search(node):
            found.update((node, cut(node, NAME)))

    walk(yaml.safe_load(path.read_text(encoding="utf-8")))
    return sorted(found, key=len, reverse=True)


@pytest.mark.parametrize("name", CASES)
def test_no_chinese_punctuation_stands_in_english(reports, name):
    text = render("table", reports[name], Options("en", papers=True, columns=100_000))
    text = re.sub("“[^“”]*(?:“[^“”]*”[^“”]*)*”", "", text)
    for quoted in names_of(CASES[name]):
        text = text.replace(quoted, "")
    assert [line for line in text.split("\n") if CHINESE_MARKS.search(line)] == []


@pytest.mark.parametrize("name", CASES)
def test_no_key_of_a_case_file_stands_in_chinese(reports, name):
    text = render("table", reports[name], Options(papers=True, all=True))
    assert not re.search(r"complete: ?true|transcribed|null|true|false", text)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_last_line_says_what_is_left_out(reports, lang):
    report = reports["2020"]
    (page,) = presentation(report, lang).pages
    assert page.papers and page.routine
    short = render("table", report, Options(lang)).rstrip("\n").split("\n")
    end = "".join(short[-2:])
    for told in ("--papers", "--all", f"{len(page.papers)} ", f"{len(page.routine)} ", str(report.ledger.checks)):
        assert told in end
    wide = Options(lang, papers=True, columns=100_000)
    papers = render("table", report, wide)
    assert all(paper.text in papers for paper in (*page.papers, *page.routine)) and "--papers" not in papers
    whole = render("table", report, wide._replace(all=True))
    assert "--all" not in whole and "--papers" not in whole
    assert whole.count(" | ") >= report.ledger.checks * 2


def test_several_units_are_a_block_each_and_one_verdict(together):
    shown = presentation(together, "zh")
    text = render("table", together, Options())
    blocks = text.split("\n\n")
    assert all(text.count(page.heading) == 1 for page in shown.pages)
    problems = [problem for page in shown.pages for section in page.sections for problem in section.problems]
    lines = text.split("\n")
    assert all(
        sum(line.startswith(f"{problem.no:>2} {problem.kind_name} ") for line in lines) == 1 for problem in problems
    )
    assert blocks[-1].startswith(f"{len(CASES)} 个单位：") and shown.money(together.amount()) in blocks[-1]
    assert not any(line.strip().startswith("→") for line in lines), "a line a problem"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_counts_by_rule_add_up(together, lang):
    counted = statistics(together, lang)
    for outcome in OUTCOMES:
        assert sum(each.counts[outcome] for each in counted) == together.ledger.counts[outcome]
    assert sum(each.amount or 0 for each in counted) == together.amount() > 0
    keys = [tuple(-each.counts[outcome] for outcome in FOUND) for each in counted]
    assert keys == sorted(keys) and len({each.rule for each in counted}) == len(counted)
    text = render("table", together, Options(lang, statistics=True))
    order = [text.index(each.rule + " ") for each in counted if each.found]
    assert order == sorted(order) and len(order) > 20
    assert not any(re.search(rf"^{each.rule}(?: |$)", text, re.MULTILINE) for each in counted if not each.found)
    whole = render("table", together, Options(lang, statistics=True, all=True))
    assert all(re.search(rf"^{each.rule}(?: |$)", whole, re.MULTILINE) for each in counted)


class Stream(io.StringIO):
    def __init__(self, watched):
        super().__init__()
        self.watched = watched

    def isatty(self):
        return self.watched


SCREENS = {
    "piped": (False, "auto", {"COLUMNS": "70"}, (False, 100)),
    "a terminal": (True, "auto", {"COLUMNS": "70"}, (True, 70)),
    "a narrow terminal": (True, "auto", {"COLUMNS": "12"}, (True, 40)),
    "a wide terminal": (True, "auto", {"COLUMNS": "240"}, (True, 120)),
    "NO_COLOR": (True, "auto", {"COLUMNS": "70", "NO_COLOR": "1"}, (False, 70)),
    "NO_COLOR that is empty": (True, "auto", {"COLUMNS": "70", "NO_COLOR": ""}, (True, 70)),
    "NO_COLOR before FORCE_COLOR": (False, "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, (False, 100)),
    "FORCE_COLOR": (False, "auto", {"COLUMNS": "70", "FORCE_COLOR": "1"}, (True, 70)),
    "FORCE_COLOR of nought": (False, "auto", {"FORCE_COLOR": "0"}, (False, 100)),
    "a dumb terminal": (True, "auto", {"COLUMNS": "70", "TERM": "dumb"}, (False, 70)),
    "always": (False, "always", {"COLUMNS": "70", "NO_COLOR": "1"}, (True, 70)),
    "never": (True, "never", {"COLUMNS": "70", "FORCE_COLOR": "1"}, (False, 70)),
}


@pytest.mark.parametrize("name", SCREENS)
def test_colours_and_width_come_from_the_terminal(name, monkeypatch):
    watched, color, environment, expected = SCREENS[name]
    for each in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for each, value in environment.items():
        monkeypatch.setenv(each, value)
    monkeypatch.setattr(console.sys, "stdout", Stream(watched))
    assert console.screen(color) == expected


def run(*arguments):
    return CliRunner().invoke(main, ["run", str(CASES["clean"]), "--engine", "evaluator", *arguments])


def test_the_command_prints_colours_papers_and_counts_where_they_are_asked_for():
    assert "\x1b[" not in run().output and "\x1b[1m" in run("--color", "always").output
    assert "\x1b[" not in run("--color", "never").output
    assert "没有发现问题" in run("--statistics").output and "已核对" not in run("--statistics").output
    for words, told in (
        (["--papers", "--format", "json"], "--papers 只用于 table"),
        (["--statistics", "--format", "sarif"], "--statistics 只用于 table"),
        (["--papers", "--statistics"], "不能和 --papers 一起用"),
        (["--papers", "--engine", "duckdb"], "没有 --papers"),
    ):
        result = run(*words, "--lang", "zh")
        assert result.exit_code == 2 and told in result.output, result.output


WORDS = {
    "an id": ("stated-sum", lambda rule: rule.id == "stated-sum"),
    "several": ("stated-sum, stated-ratio", lambda rule: rule.id in ("stated-sum", "stated-ratio")),
    "parted as in Chinese": (
        "stated-sum，stated-ratio、stated-count",
        lambda rule: rule.id in ("stated-sum", "stated-ratio", "stated-count"),
    ),
    "how ids begin": ("overrun-", lambda rule: rule.id.startswith("overrun-")),
    "a category": ("三公经费", lambda rule: rule.category == "三公经费"),
    "a problem": ("payments", lambda rule: rule.problem == "payments"),
    "the title of a problem": ("付款与合同、批复的先后和金额", lambda rule: rule.problem == "payments"),
    "the title of a problem in English": (
        "Payments against contracts and approvals",
        lambda rule: rule.problem == "payments",
    ),
    "of both kinds": ("stated-sum,政府采购", lambda rule: rule.id == "stated-sum" or rule.category == "政府采购"),
}


@pytest.mark.parametrize("name", WORDS)
def test_rules_are_named_by_id_beginning_category_and_problem(name):
    text, fits = WORDS[name]
    wanted = {rule.id for rule in BOOK.rules.values() if fits(rule)}
    found = rule_ids(BOOK, [text])
    assert set(found) == wanted and len(found) == len(wanted) > 0


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("stated-summ", "stated-sum"),
        ("三公经", "三公经费"),
        ("paymnts", "payments"),
        ("没有这个类别的", ""),
        ("", ""),
        (" , ", ""),
        ("stated-sum,nosuch-rule", ""),
    ],
)
def test_a_word_that_names_no_rule_is_an_error(text, near):
    with pytest.raises(InputError) as told:
        rule_ids(BOOK, [text])
    (problem,) = told.value.problems
    assert problem.code == "no-rule" and problem.hint is not None and near in problem.hint.say("zh")


def completed(arguments, begun):
    return [
        each.value for each in ShellComplete(main, {}, "checker", "_CHECKER_COMPLETE").get_completions(arguments, begun)
    ]


def test_a_shell_completes_rules_categories_and_problems():
    assert {*BOOK.rules} < {*choices(BOOK)}
    for option in ("--select", "--ignore"):
        assert completed(["run", "x.yaml", option], "three-public") == [
            each for each in choices(BOOK) if each.startswith("three-public")
        ]
        assert completed(["run", "x.yaml", option], "三") == ["三公经费"]
        assert completed(["run", option], "stated-sum,三") == ["stated-sum,三公经费"]
    for arguments in (["explain"], ["rules", "show"]):
        assert completed(arguments, "stated-r") == [each for each in BOOK.rules if each.startswith("stated-r")] != []
    assert completed(["run", "--rules", "nowhere", "--select"], "stated") == [], "no message into the prompt"


HINTS = {
    "no mapping file": (["pack", "--map", "nosuch.yaml", "-o", "OUT"], "没有这个映射文件", "docs/tables.zh.md"),
    "a mapping file that is misspelt": (
        ["pack", "--map", "TMP/table.yaml", "-o", "OUT"],
        "没有这个映射文件",
        "tables.yaml",
    ),
    "a folder for a mapping file": (["pack", "--map", "TMP", "-o", "OUT"], "--map 要写映射文件", "tables.yaml"),
    "rules that are not there": (["rules", "test", "nosuch"], "没有这个规则文件夹或规则文件", "规则文件（.yaml）"),
    "the id of a rule for its file": (["rules", "test", "stated-sum"], "是规则编号", "consistency/stated-sum.yaml"),
    "a folder without rules": (["rules", "test", "checker/cli"], "没有规则文件", "checker rules new"),
    "an empty file of rules": (["rules", "test", "TMP/empty.yaml"], "文件是空的", "checker rules new"),
    "a database that is not named": (["run", "x.yaml", "--engine", "postgres"], "要用 --on 写明", "postgresql://"),
    "a cluster that is not named": (["run", "x.yaml", "--engine", "spark"], "要用 --on 写明", "local[2]"),
    "a database for no engine": (
        ["run", "x.yaml", "--on", "local[2]"],
        "--on 只用于 --engine postgres 或 spark",
        "--engine postgres",
    ),
    "a case that is not there": (
        ["explain", "stated-sum", "--case", "nosuch.yaml"],
        "没有这个文件",
        "checker new-case",
    ),
    "a case that is misspelt": (
        ["explain", "stated-sum", "--case", "cases/clear.yaml"],
        "没有这个文件",
        "cases/clean.yaml",
    ),
}


@pytest.mark.parametrize("name", HINTS)
def test_a_hint_leads_on(name, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    words, told, hint = HINTS[name]
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "empty.yaml").write_text("", encoding="utf-8")
    (inside / "tables.yaml").write_text("x", encoding="utf-8")
    words = [word.replace("TMP", str(inside)).replace("OUT", str(tmp_path / "out")) for word in words]
    result = CliRunner().invoke(main, [*words, "--lang", "zh"])
    assert result.exit_code == 2 and told in result.output, result.output
    (line,) = (line for line in result.output.split("\n") if line.startswith("    → "))
    assert hint in line
