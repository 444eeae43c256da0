"""A run of several files: one unit and year once, what cannot be read left out only when asked, no case that was not meant."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner
from conftest import ROOT, case_of

from checker.cli.main import main

CLEAN = ROOT / "cases" / "clean.yaml"


def run(*words):
    return CliRunner().invoke(main, ["--no-config", *map(str, words)])


@pytest.fixture
def folder(tmp_path):
    shutil.copy(CLEAN, tmp_path / "a.yaml")
    return tmp_path


def test_two_files_of_one_unit_and_year_are_refused_unless_asked_for(folder):
    shutil.copy(CLEAN, folder / "b.yaml")
    done = run("run", folder, "--lang", "en")
    assert done.exit_code == 2 and "[same-unit]" in done.stderr and str(folder / "a.yaml") in done.stderr
    assert run("run", folder, "--same-unit").exit_code == run("run", folder / "a.yaml").exit_code


TWINS = {
    "score": lambda folder: ("score", folder / "a.yaml", folder / "b.yaml"),
    "followup update": lambda folder: (
        "followup",
        "update",
        folder / "f" / "f.yaml",
        folder / "a.yaml",
        folder / "b.yaml",
    ),
    "pack": lambda folder: ("pack", folder / "a.yaml", folder / "b.yaml", "-o", folder / "t"),
    "duckdb": lambda folder: (
        "run",
        folder / "a.yaml",
        folder / "b.yaml",
        "--engine",
        "duckdb",
        "--sample",
        "0",
        "--select",
        "overrun-above-threshold",
    ),
}


@pytest.mark.parametrize("command", TWINS)
def test_every_command_that_judges_several_cases_refuses_two_of_one_unit_and_year(folder, command):
    if command in ("pack", "duckdb"):
        pytest.importorskip("duckdb")
    (folder / "f").mkdir()
    shutil.copy(CLEAN, folder / "b.yaml")
    words = TWINS[command](folder)
    done = run(*words)
    assert done.exit_code == 2 and "[same-unit]" in done.stderr and "a.yaml" in done.stderr and not done.stdout
    assert run(*words, "--same-unit").exit_code in (0, 3)
    if command == "pack":  # the tables, too, are judged only when that is asked for
        of = ("run", folder / "t", "--engine", "duckdb", "--sample", "0", "--select", "overrun-above-threshold")
        assert run(*of).exit_code == 2 and "--same-unit" in run(*of).stderr
        assert run(*of, "--same-unit").exit_code == 0


@pytest.mark.parametrize(
    ("place", "code", "told"),
    [
        ("望城区", 0, "读作 430112"),
        ("湖南省", 0, "读作 430000"),
        ("长沙市", 0, "读作 430100"),
        ("430000", 0, ""),
        ("430100", 0, ""),
        ("43", 0, ""),
        ("430104", 2, "应属于 430104"),
        ("043011", 2, "没有行政区划“043011”"),
        ("鼓楼区", 2, "320302 江苏省徐州市鼓楼区"),
        ("朝阳", 2, "朝阳区"),
        ("430112x", 2, "不是行政区划代码"),
    ],
)
def test_the_place_of_a_run_is_checked_and_may_be_named(folder, place, code, told):
    done = run("run", folder / "a.yaml", "--jurisdiction", place)
    assert done.exit_code == code and told in done.stderr, done.stderr


@pytest.mark.parametrize(
    "change", [("year: 2020", "year: 2021"), ('"430112"', '"430104"'), ("示例区档案馆", "示例区图书馆")]
)
def test_another_year_place_or_name_is_another_case(folder, change):
    text = CLEAN.read_text(encoding="utf-8")
    assert change[0] in text
    (folder / "b.yaml").write_text(text.replace(*change), encoding="utf-8")
    assert "[same-unit]" not in run("run", folder).stderr


@pytest.mark.parametrize(
    "bad",
    [b"name: \xff\xfe\x81", b"year: [", b"", "name: 甲\n".encode(), None],
    ids=["bytes", "yaml", "empty", "lacking", "link"],
)
def test_the_others_are_judged_with_keep_going_and_what_was_left_out_is_said(folder, bad):
    if bad is not None:
        (folder / "bad.yaml").write_bytes(bad)
    else:
        (folder / "bad.json").write_bytes(b"{")
    name = str(next(folder.glob("bad.*")))
    alone = run("run", folder)
    assert alone.exit_code == 2 and not alone.stdout
    for form in ("table", "markdown", "json", "html"):
        done = run("run", folder, "--keep-going", "--format", form)
        assert done.exit_code == 2 and name in done.stderr
        assert "1 个文件读不了" in (json.loads(done.stdout)["cases"][0]["notes"][0] if form == "json" else done.stdout)
    only = run("run", name, "--keep-going")
    assert only.exit_code == 2 and not only.stdout


def test_nothing_is_left_out_of_a_bundle(folder):
    assert run("run", folder, "--keep-going", "--evidence", folder / "e.zip").exit_code == 2
    assert not (folder / "e.zip").exists()


def test_the_case_installed_with_the_program_is_never_taken_in_silence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("run", "cases/clean.yaml")
    assert done.exit_code == 0 and "这里没有 cases/clean.yaml" in done.stderr
    assert run("run", "cases/other.yaml").exit_code == 2
    (tmp_path / "cases").mkdir()
    assert run("run", "cases/clean.yaml").exit_code == 2


@pytest.mark.parametrize(
    "spelt", ["1万元", "10000元", "10,000.00元", "１万元", "0.0001亿元", "1.00万元", "1,000,000分"]
)
@pytest.mark.parametrize("day", ["2020-05-01", "2020年5月1日", "2020/5/1"])
def test_a_payment_keeps_its_id_however_it_is_spelt(spelt, day):
    case = case_of(f'lines: [{{id: a, kind: 明细项目, name: 甲, payments: [{{date: "{day}", amount: "{spelt}"}}]}}]\n')
    assert [fact.id for fact in case.facts["payment"]] == ["a/2020-05-01/1万元"]
