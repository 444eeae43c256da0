"""checker rules review: a sheet to sign; what does not fit is refused with its cell, and what is signed goes into the basis."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from conftest import BOOK

from checker.authoring.lints import EXAMPLE
from checker.authoring.pages import articles_of, cited, index_page
from checker.authoring.rule_review import COLUMNS
from checker.cli.main import main

HEADS = list(COLUMNS)
SIGNED = {"conclusion": "与原文一致", "by": "张律师", "on": "2026-12-01"}


def run(*args, code=0):
    result = CliRunner().invoke(main, ["rules", "review", *map(str, args), "--lang", "zh"])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def sheet(tmp_path):
    """A rule of one's own with its sheet."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "example-rule.yaml").write_text(EXAMPLE, encoding="utf-8")
    run(tmp_path / "own", "-o", tmp_path / "复核.xlsx")
    return tmp_path / "复核.xlsx"


def filled(sheet: Path, row: int = 2, **cells: str) -> Path:
    book = openpyxl.load_workbook(sheet)
    for key, text in cells.items():
        book.active.cell(row, HEADS.index(key) + 1, text)
    path = sheet.with_name("签好.xlsx")
    book.save(path)
    return path


def test_the_sheet_holds_norm_rule_examples_and_questions(sheet):
    row = dict(zip(HEADS, (cell.value for cell in openpyxl.load_workbook(sheet).active[2])))
    assert (row["rule"], row["number"], row["norm"]) == ("example-rule", "1", "《示例办法》第一条")
    assert "实际支出 不超过 年初预算" in row["judges"] and "有没有规范" in row["questions"]
    assert row["read"].startswith("未核实") and row["conclusion"] is None


def test_what_was_signed_goes_into_the_basis_with_name_and_date(sheet):
    path, file = filled(sheet, **SIGNED), sheet.with_name("own") / "example-rule.yaml"
    before = file.read_text(encoding="utf-8")
    assert "与原文一致，张律师 2026-12-01，原为未核实" in run(file.parent, "--signed", path)
    assert file.read_text(encoding="utf-8") == before
    run(file.parent, "--signed", path, "--write")
    text = file.read_text(encoding="utf-8")
    assert text == before.replace("核对: 未核实", "核对: 原文").replace(
        "核对: 原文}", '核对: 原文, 复核人: "张律师", 复核日期: 2026-12-01}'
    )
    shown = CliRunner().invoke(main, ["rules", "show", "example-rule", "--rules", str(file.parent), "--lang", "zh"])
    assert "已核对原文" in shown.output


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"conclusion": "同意"}, "复核!J2: 没有“同意”这种结论"),
        ({"by": ""}, "复核!K2: 没有签名"),
        ({"on": "去年"}, "复核!L2: "),
        ({"on": ""}, "复核!L2: 没有写复核日期"),
        ({"conclusion": "不同意"}, "复核!M2: 不同意的要写意见"),
        ({"rule": "no-such-rule"}, "复核!A2: 没有规则“no-such-rule”"),
        ({"number": "2"}, "复核!B2: 这条规则没有第“2”条依据"),
        ({"print": "0000000000"}, "复核!I2: 写表以后规则或依据改过"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_cell(sheet, cells, told):
    path = filled(sheet, **{**SIGNED, **cells})
    assert told in run(sheet.with_name("own"), "--signed", path, "--write", code=2)
    assert "复核人" not in (sheet.with_name("own") / "example-rule.yaml").read_text(encoding="utf-8")


def test_a_rule_that_changed_since_has_to_be_looked_at_anew(sheet):
    file = sheet.with_name("own") / "example-rule.yaml"
    file.write_text(EXAMPLE.replace("实际支出 <= 年初预算", "实际支出 < 年初预算"), encoding="utf-8")
    assert "写表以后规则或依据改过" in run(file.parent, "--signed", filled(sheet, **SIGNED), code=2)


def test_another_workbook_is_no_review(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["规则编号", "意见"])
    book.save(tmp_path / "别的.xlsx")
    assert "找不到复核表的表头" in run("--signed", tmp_path / "别的.xlsx", code=2)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_index_covers_every_article_that_a_rule_or_its_limits_rest_on(lang):
    """Each article by itself, and under it every rule that cites it."""
    text = index_page(BOOK, lang)
    blocks = dict(block.split("\n", 1) for block in text.split("\n## ")[1:])
    for rule in BOOK.rules.values():
        for basis in cited(BOOK, rule):
            block = blocks[basis.instrument] if lang == "zh" else text
            for article in articles_of(basis.article):
                lines = [line for line in block.splitlines() if f"({rule.id}.md)" in line]
                if lang == "zh":
                    assert any(line.startswith(f"- {article}：" if article else "- [") for line in lines), (
                        rule.id,
                        article,
                    )
                assert lines, rule.id
    assert articles_of("第三条、第十条、第二十一条") == ["第三条", "第十条", "第二十一条"]
    assert articles_of("国办发〔2019〕55号第四条") == ["国办发〔2019〕55号第四条"]


def test_every_instrument_that_is_cited_stands_in_the_register():
    from checker.rulebook.instruments import plain_name

    bases = {basis for rule in BOOK.rules.values() for basis in cited(BOOK, rule) if not basis.own}
    assert {b.instrument for b in bases if plain_name(b.instrument) not in BOOK.instruments} == set()
