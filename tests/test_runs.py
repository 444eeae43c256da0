"""A run of several files: one unit and year once, what cannot be read left out only when asked, no case that was not meant."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner
from conftest import ROOT, case_of

from checker.cli import main

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


@pytest.mark.parametrize(
    "change", [("year: 2020", "year: 2021"), ('"430112"', '"430104"'), ("示例区档案馆", "示例区图书馆")]
)
def test_another_year_place_or_name_is_another_case(folder, change):
    text = CLEAN.read_text(encoding="utf-8")
    assert change[0] in text
    (folder / "b.yaml").write_text(text.replace(*change), encoding="utf-8")
    assert "[same-unit]" not in run("run", folder).stderr


@pytest.mark.parametrize("bad", [b"name: \xff\xfe\x81", b"year: [", b"", "name: 甲\n".encode(), None], ids=["bytes", "yaml", "empty", "lacking", "link"])  # fmt: skip
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
