"""The workbook of a case on the command line: asked for, checked, in folders, packed, never written over."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from conftest import BOOK, ROOT
from test_casebook import DATA, edited, put

from checker.api import load_case
from checker.base.errors import InputError
from checker.base.telling import Silent
from checker.cases.files import case_files, is_casebook
from checker.cli.main import main

OPTIONS = (
    "--name",
    "示例单位",
    "--year",
    "2020",
    "--jurisdiction",
    "430112",
    "--level",
    "区县",
    "--unit-kind",
    "事业单位",
)


def run(*words: str, code: int | None = None, **given):
    result = CliRunner().invoke(main, list(words), **given)
    assert code is None or result.exit_code == code, result.output
    return result


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "我局.xlsx").write_bytes(DATA)
    return "我局.xlsx"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_commands_of_the_page_do_what_it_says(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "cases" / "2020.yaml", tmp_path)
    page = (ROOT / "docs" / f"case.{lang}.md").read_text(encoding="utf-8")
    lines = re.search(r"```console\n(.*?)```", page, re.DOTALL)[1].splitlines()
    for number, line in enumerate(lines):
        if line.startswith("$ "):
            words = shlex.split(line[2:])
            result = run(*words[1:], *(() if "--lang" in words else ("--lang", "zh")))
            assert result.exit_code == 0 if words[1] == "new-case" else result.exit_code in (0, 1, 3), result.output
            if lines[number + 1 : number + 2] and not lines[number + 1].startswith("$"):
                assert lines[number + 1] in result.output


def test_options_left_out_are_asked_for_at_a_terminal_only(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("new-case", "我局.xlsx", "--year", "2020", "--lang", "zh", code=2)
    assert (
        "没有写 --name、--jurisdiction、--level、--unit-kind" in result.output and not (tmp_path / "我局.xlsx").exists()
    )
    import checker.cli.commands.new_case as command

    class Terminal:
        def isatty(self):
            return True

    monkeypatch.setattr(command, "sys", type("S", (), {"stdin": Terminal(), "stderr": Terminal()}))
    answers = "示例单位\n望城\n430112\n县里\n区县\n机关\n"
    result = run("new-case", "我局.xlsx", "--year", "2020", "--lang", "zh", input=answers, code=0)
    assert (
        "单位全称" in result.output
        and "没有叫“望城”的行政区划" in result.output
        and "没有“县里”这一种" in result.output
    )
    assert load_case("我局.xlsx", BOOK).root.values["unit_kind"] == "administrative"
    assert sys.stdin is not None


def test_places_are_cells_in_every_format(book):
    run("new-case", book, "--from", str(ROOT / "cases" / "2020.yaml"), "--force", code=0)  # which has violations
    screen = run("run", book, "--all", "--lang", "zh").output
    assert "我局.xlsx 支出项目!" in screen and "第 支出" not in screen
    report = json.loads(run("run", book, "--format", "json").output)
    spots = [fact["source"] for check in report["checks"] for fact in check["facts"]]
    assert any(spot.get("cell", "").startswith("支出项目!") and spot["line"] is None for spot in spots)
    for form in ("html", "csv", "sarif", "junit", "github", "gitlab"):
        told = run("run", book, "--format", form).output
        assert "支出项目!" in told or "自报数!" in told, form
    sarif = json.loads(run("run", book, "--format", "sarif").output)
    assert "region" not in json.dumps(sarif["runs"][0]["results"])
    explained = run("explain", "overrun-above-threshold", "--case", book, "--lang", "zh")
    assert explained.exit_code in (0, 1) and "支出项目!" in explained.output, explained.output


def test_what_is_wrong_names_the_cell_and_shows_it(book):
    Path(book).write_bytes(edited(put("支出项目", "年初预算", 7, "约六十")))
    result = run("run", book, "--lang", "zh", code=2)
    assert "我局.xlsx:支出项目!F7: 年初预算：" in result.output and "年初预算: 约六十" in result.output


def test_folders_hold_workbooks_among_texts_and_leave_others_alone(book, tmp_path):
    (tmp_path / "other").mkdir()
    shutil.copy(ROOT / "cases" / "clean.yaml", tmp_path)
    other = openpyxl.Workbook()
    other.save(tmp_path / "报表.xlsx")
    (tmp_path / "~$我局.xlsx").write_bytes(b"lock")
    tell = Silent()
    found = case_files([str(tmp_path)], tell)
    assert [Path(each).name for each in found] == ["clean.yaml", "我局.xlsx"]
    assert "报表.xlsx" in tell.remarks[0].zh and is_casebook(tmp_path / "我局.xlsx")
    result = run("run", str(tmp_path), "--lang", "zh")
    assert result.exit_code in (0, 1, 3), result.output
    alone = tmp_path / "alone"
    alone.mkdir()
    other.save(alone / "报表.xlsx")
    with pytest.raises(InputError):
        case_files([str(alone)], tell)


def test_no_output_takes_the_place_of_a_workbook_that_is_read(book, tmp_path):
    before = (tmp_path / book).read_bytes()
    assert "output-is-input" in run("run", book, "-o", book, code=2).output
    assert "output-is-input" in run("run", str(tmp_path), "-o", str(tmp_path / book), code=2).output
    assert "没有改动" in run("new-case", book, *OPTIONS, "--lang", "zh", code=2).output
    assert (tmp_path / book).read_bytes() == before


def test_from_takes_no_option_that_the_case_states(book, tmp_path):
    result = run("new-case", "b.xlsx", "--from", book, "--year", "2020", "--lang", "zh", code=2)
    assert "--year" in result.output
    run("new-case", "b.xlsx", "--from", book, code=0)
    run("new-case", "c.yaml", "--from", book, code=2)
    again = openpyxl.load_workbook(io.BytesIO((tmp_path / "b.xlsx").read_bytes()))
    assert again.sheetnames[:3] == ["说明", "单位", "支出项目"]


def test_a_workbook_is_packed_like_a_text(book, tmp_path):
    pytest.importorskip("duckdb")
    run("pack", book, "-o", str(tmp_path / "tables"), "--format", "csv", code=0)
    assert "某专项" in (tmp_path / "tables" / "budget_line.csv").read_text(encoding="utf-8")
