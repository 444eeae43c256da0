"""A folder's defaults: found upward, closed, said when asked, and never stronger than the command line."""

from __future__ import annotations

import json
import shlex
import shutil

import pytest
import yaml
from click.testing import CliRunner
from conftest import ROOT, own_rule
from test_docs import blocks

from checker.cli.main import main
from checker.records.forms import KEY, LEDGER, WAIVERS

CASE = (ROOT / "cases/2020.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder with a case two levels down, which is the working directory."""
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    (below / "case.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(below)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


def test_the_nearest_file_above_holds(folder):
    (folder / "checker.toml").write_text('language = "en"\n')
    assert "error to correct" in run("run", "case.yaml").output
    (folder / "a/pyproject.toml").write_text('[project]\nname = "x"\n')
    assert "error to correct" in run("run", "case.yaml").output, "a pyproject.toml without [tool.checker] is none"
    (folder / "a/pyproject.toml").write_text('[tool.checker]\nlanguage = "zh"\n')
    assert "可认定" in run("run", "case.yaml").output
    (folder / "a/b/checker.toml").write_text('"语言" = "en"\n')
    assert "error to correct" in run("run", "case.yaml").output
    assert "可认定" in run("run", "case.yaml", "--lang", "zh").output
    assert "可认定" in run("--no-config", "run", "case.yaml").output
    assert "可认定" in run("--config", "../pyproject.toml", "run", "case.yaml").output


def test_it_reaches_every_command_and_every_message(folder):
    (folder / "checker.toml").write_text('language = "en"\n')
    assert "must" in run("rules", "list").output
    assert "there is no such file" in run("run", "nowhere.yaml").output
    assert "没有这个文件" in run("run", "nowhere.yaml", "--lang", "zh").output


def test_verbose_says_what_holds(folder):
    done = run("run", "case.yaml", "--verbose")
    assert "没有找到配置文件" in done.stderr
    (folder / "checker.toml").write_text('fail-on = "high"\noutput = ["-"]\n')
    done = run("run", "case.yaml", "--verbose")
    assert "fail-on = high" in done.stderr and str(folder / "checker.toml") in done.stderr
    assert "fail-on = high" in run("rules", "list", "--verbose").stderr
    assert run("run", "case.yaml").stderr == ""


def test_paths_are_relative_to_the_file(folder):
    (folder / "rules").mkdir()
    (folder / "rules/own.yaml").write_text(
        (ROOT / "rules/national/carry-over/carry-over-disclosed.yaml")
        .read_text(encoding="utf-8")
        .replace("id: carry-over-disclosed", "id: own"),
        encoding="utf-8",
    )
    (folder / "checker.toml").write_text('rules = ["rules"]\noutput = ["report.json", "markdown=out/r.txt"]\n')
    (folder / "out").mkdir()
    assert run("run", "case.yaml").exit_code == 1
    assert "own" in json.loads((folder / "report.json").read_text(encoding="utf-8"))["ledger"]["by_rule"]
    assert (folder / "out/r.txt").read_text(encoding="utf-8").startswith("# ")
    assert "own" in run("rules", "show", "own").output


def test_what_is_asked_for_on_the_command_line_is_what_one_gets(folder):
    (folder / "checker.toml").write_text('output = ["r.html"]\n')
    assert json.loads(run("run", "case.yaml", "--format", "json").stdout)["format"] == "checker-report/2"
    assert not (folder / "r.html").exists()
    assert run("run", "case.yaml", "-o", "x.md").exit_code == 1
    assert (folder / "a/b/x.md").exists() and not (folder / "r.html").exists()


def test_fail_on_and_waivers_stand_in_for_their_options(folder):
    assert run("run", "case.yaml", "--select", "overrun-above-threshold").exit_code == 1
    (folder / "checker.toml").write_text('fail-on = "high"\n')
    assert run("run", "case.yaml", "--select", "overrun-above-threshold").exit_code == 0
    assert run("run", "case.yaml", "--select", "overrun-above-threshold", "--fail-on", "low").exit_code == 1
    (folder / "checker.toml").write_text('waivers = ["w.yaml"]\n')
    assert run("run", "case.yaml").exit_code == 2


def test_a_case_of_another_place_is_refused(folder):
    (folder / "checker.toml").write_text('jurisdiction = "4301"\n')
    assert run("run", "case.yaml").exit_code == 1
    (folder / "checker.toml").write_text('jurisdiction = "4401"\n')
    done = run("run", "case.yaml")
    assert done.exit_code == 2 and "case.yaml:8:" in done.output and "应属于 4401" in done.output
    assert run("run", "case.yaml", "--jurisdiction", "43").exit_code == 1
    told = run("run", ".", "--engine", "duckdb", "--select", "spending-never-budgeted")
    assert "不核对行政区划" in told.output, "a batch does not do it, and says so"


WRONG = {
    "unknown key": ('langauge = "en"', "unknown-key", "language"),
    "key twice": ('language = "en"\n"语言" = "zh"', "repeated", "语言"),
    "unknown choice": ('fail-on = "hihg"', "config", "medium"),
    "number for text": ("jurisdiction = 4301", "config", "引号"),
    "no jurisdiction": ('jurisdiction = "长沙"', "config", "没有叫“长沙”的行政区划"),
    "a jurisdiction of several": ('jurisdiction = "鼓楼区"', "config", "320302 江苏省徐州市鼓楼区"),
    "a code of no place": ('jurisdiction = "043011"', "config", "没有行政区划“043011”"),
    "text for list": ('rules = "rules"', "config", "清单"),
    "empty name": ('rules = [""]', "config", "清单"),
    "no TOML": ("language = zh", "toml", "Invalid value"),
    "Chinese key without quotes": ('语言 = "zh"', "toml", "加引号"),
    "not closed": ('rules = ["a"', "toml", "TOML"),
    "a float": ("language = 1.5", "config", "引号"),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("file", ["checker.toml", "pyproject.toml"])
def test_what_is_wrong_is_told_with_its_place(name, file, folder):
    text, code, word = WRONG[name]
    head = "[tool.checker]\n" if file == "pyproject.toml" else ""
    (folder / file).write_text(head + text + "\n", encoding="utf-8")
    done = run("run", "case.yaml")
    assert done.exit_code == 2 and f"[{code}]" in done.output and word in done.output, done.output
    line = text.count("\n") + 1 + bool(head)
    assert f"{file}:{line}:" in done.output or f"{file}:{line + 1}:" in done.output
    assert run("--no-config", "run", "case.yaml").exit_code == 1


def test_bytes_that_are_no_text_and_a_file_that_is_not_there(folder):
    (folder / "checker.toml").write_bytes(b"language = '\xff\xfe'")
    assert "[encoding]" in run("run", "case.yaml").output
    assert "[unreadable]" in run("--config", "nowhere.toml", "run", "case.yaml").output
    (folder / "checker.toml").write_bytes("﻿language = 'en'\r\n".encode())
    assert "error to correct" in run("run", "case.yaml").output


def _fill_in(path):
    """Fill in the first line of a ledger, or of a list of waivers, as the page says."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path)
    form, sheet = next((form, sheet) for sheet in book for form in (LEDGER, WAIVERS) if sheet.title in form.sheet)
    head = next(row for row in sheet.iter_rows() if any(cell.value in KEY for cell in row))
    given = {"state": "已整改", "day": "2021年3月5日", "expires": "2021-12-31", "document": "望财函〔2021〕3号"}
    for name, column in form.columns.items():
        cell = next(
            cell for cell in head if "".join(str(cell.value).split()) in ["".join(word.split()) for word in column.head]
        )
        if name not in ("due", "closed"):
            sheet.cell(cell.row + 1, cell.column).value = given.get(name, "财务科")
    book.save(path)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_on_what_comes_after_the_report(lang, tmp_path, monkeypatch):
    """Its commands are typed in their order, its workbooks filled in; its configuration and its entry of follow-up are read."""
    pytest.importorskip("xlsxwriter")
    path = f"docs/after-the-report.{lang}.md"
    (tmp_path / "cases").mkdir()
    shutil.copy(ROOT / "cases/2020.yaml", tmp_path / "cases")
    monkeypatch.chdir(tmp_path)
    commands = [line[2:] for block in blocks(path, "console") for line in block.splitlines()]
    assert len(commands) == 13
    for command in commands:
        program, *arguments = shlex.split(command)
        if arguments[1] == "update" and arguments[-1 if lang == "zh" else 3].endswith(".xlsx"):
            _fill_in(tmp_path / arguments[3])
        done = run(*arguments)
        assert program == "checker" and done.exit_code in (
            (0,) if "--baseline" in command or "replay" in command else (0, 1, 3)
        ), done.output
    kept = (tmp_path / ("整改.yaml" if lang == "zh" else "followup.yaml")).read_text(encoding="utf-8")
    assert "2021-03-05" in kept and "财务科" in kept
    assert "财务科" in (tmp_path / "waivers.yaml").read_text(encoding="utf-8")
    (entry,) = (block for block in blocks(path, "yaml") if "stated-ratio" in block)
    (tmp_path / "f.yaml").write_text(entry, encoding="utf-8")
    told = run("run", "cases/2020.yaml", "--followup", "f.yaml", "--lang", lang).output
    assert ("写明已整改" if lang == "zh" else "stated as corrected") in told
    (settings,) = blocks(path, "toml")
    (tmp_path / "checker.toml").write_text(settings, encoding="utf-8")
    for name in ("本局规则", "our-rules"):
        own_rule(tmp_path / name)
    (tmp_path / "waivers.yaml").write_text("豁免: []\n", encoding="utf-8")
    for name in ("整改.yaml", "followup.yaml"):
        (tmp_path / name).write_text(entry, encoding="utf-8")
    assert run("run", "cases/2020.yaml").exit_code == 1
    assert (tmp_path / ("报告.html" if lang == "zh" else "report.html")).exists()


def test_the_hooks_for_pre_commit_are_commands_of_the_checker(tmp_path, monkeypatch):
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks} == {"checker", "checker-rules"}
    monkeypatch.chdir(ROOT)
    given = {"checker": "cases/clean.yaml", "checker-rules": "rules/national/budget/overrun-above-threshold.yaml"}
    for hook in hooks:
        program, *arguments = shlex.split(hook["entry"])
        assert program == "checker" and hook["language"] == "python"
        assert run(*arguments, given[hook["id"]]).exit_code == 0
