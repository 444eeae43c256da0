"""checker import DIR --out DIR: a draft a unit, what is done is not done again, and one broken file stops nothing."""

from __future__ import annotations

import csv
import json

import pytest
from click.testing import CliRunner
from conftest import BOOK
from intake_files import compound, report_docx

from checker.cases.reader import read_case
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.intake import folder, kinds

TEXT = "2024年度示例局部门整体支出绩效自评报告\n基本支出年初预算10.00万元，实际支出9.00万元。\n"
MORE = "2024年度示例局部门整体支出绩效自评报告\n项目支出年初预算5.00万元，实际支出4.00万元。\n"


@pytest.fixture
def reads(monkeypatch):
    """Read in this process, and return the list of what was read."""
    seen = []

    def read(data, name, large=False):
        seen.append(name)
        return kinds.read(data, name)

    monkeypatch.setattr(folder, "read_apart", read)
    return seen


@pytest.fixture
def given(tmp_path):
    """A folder with two units of one file, one of two files, and what is no document."""
    documents = tmp_path / "材料"
    (documents / "乙局" / "附件").mkdir(parents=True)
    (documents / "甲局.txt").write_text(TEXT, encoding="utf-8")
    (documents / "年报.docx").write_bytes(report_docx())
    (documents / "乙局" / "一.txt").write_text(TEXT, encoding="utf-8")
    (documents / "乙局" / "二.txt").write_text(MORE, encoding="utf-8")
    (documents / "~$年报.docx").write_bytes(b"lock")
    (documents / ".hidden").write_bytes(b"x")
    (documents / "Thumbs.db").write_bytes(b"x")
    return documents


def run(given, *more, lang="zh"):
    out = given.parent / "草稿"
    result = CliRunner().invoke(main, ["import", str(given), "--out", str(out), "--lang", lang, *more])
    return result, out


def table(out):
    with (out / folder.TABLE).open(encoding="utf-8-sig", newline="") as file:
        return {row["单位或文件"]: row for row in csv.DictReader(file)}


def test_every_unit_has_a_draft_and_a_line_in_the_table(given, reads):
    result, out = run(given)
    assert result.exit_code == 3, result.output
    assert sorted(reads) == ["一.txt", "二.txt", "年报.docx", "甲局.txt"]
    assert set(table(out)) == {"甲局.txt", "年报.docx", "乙局"}
    assert table(out)["乙局"]["文件数"] == "2" and table(out)["乙局"]["填进草稿"] == "5"
    merged = read_case(parse_text("乙局.yaml", (out / "乙局.yaml").read_text(encoding="utf-8")), BOOK.vocabulary)
    assert {fact.values["name"] for fact in merged.facts["budget_line"]} >= {"基本支出", "项目支出"}
    assert "共 3 个：" in result.output and f"已写 {out / folder.TABLE}" in result.output
    for name in table(out):
        assert json.loads((out / f"{name}.import.json").read_text(encoding="utf-8"))["format"] == "checker-import/1"


def test_what_is_done_and_has_not_changed_is_not_read_again(given, reads):
    first, out = run(given)
    before, drafts = table(out), {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    reads.clear()
    again, _ = run(given)
    assert reads == [] and again.exit_code == first.exit_code
    assert table(out) == before and "3 个没有变，没有重读" in again.output
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == drafts
    (given / "乙局" / "二.txt").write_text(MORE.replace("4.00", "4.10"), encoding="utf-8")
    run(given)
    assert sorted(reads) == ["一.txt", "二.txt"] and "4.10万元" in (out / "乙局.yaml").read_text(encoding="utf-8")


def test_what_people_decided_about_a_unit_is_replayed(given, reads, monkeypatch):
    """The file of decisions beside a draft is that of `checker import … -o`; a draft is made anew when it changes."""
    _, out = run(given)
    reading = out.parent / "reading.json"
    assert CliRunner().invoke(main, ["import", str(given / "甲局.txt"), "--reading", str(reading)]).exit_code == 3
    monkeypatch.setattr("checker.cli.commands.import_documents._watched", lambda: None)
    answers = [
        "import",
        str(given / "甲局.txt"),
        "--review",
        "--by",
        "张三",
        "--decisions",
        str(out / "甲局.txt.decisions.yaml"),
    ]
    assert CliRunner().invoke(main, answers, input="e\n430112\nq\n").exit_code in (0, 3)
    reads.clear()
    result, _ = run(given)
    assert reads == ["甲局.txt"], result.output
    assert "张三" in (out / "甲局.txt.yaml").read_text(encoding="utf-8")
    reads.clear()
    run(given)
    assert reads == []
    (out / "甲局.txt.decisions.yaml").write_text("no: decisions\n", encoding="utf-8")
    wrong, _ = run(given)
    assert wrong.exit_code == 2 and "decisions.yaml" in wrong.output


def test_a_draft_that_is_gone_or_other_rules_are_read_again(given, reads, tmp_path):
    _, out = run(given)
    reads.clear()
    (out / "甲局.txt.yaml").unlink()
    run(given)
    assert reads == ["甲局.txt"]
    pack = tmp_path / "pack"
    (pack / "forms").mkdir(parents=True)
    (pack / "forms" / "x.yaml").write_text(
        "form: x\ntitle: 某表\ntitles: [某表]\ndocument: final_accounts\n"
        "instrument: {name: 某通知, verified: no}\nfingerprint: [[项目, 金额]]\n"
        "bands: [{head: [项目, 金额], label: 项目, columns: [金额]}]\n",
        encoding="utf-8",
    )
    reads.clear()
    run(given, "--rules", str(pack))
    assert len(reads) == 4


def test_a_draft_that_somebody_changed_is_kept(given, reads):
    _, out = run(given)
    draft = out / "甲局.txt.yaml"
    mine = draft.read_text(encoding="utf-8") + "# 我改过\n"
    draft.write_text(mine, encoding="utf-8")
    assert run(given)[0].exit_code == 3 and draft.read_text(encoding="utf-8") == mine  # nothing to write anew
    (given / "甲局.txt").write_text(TEXT.replace("9.00", "9.10"), encoding="utf-8")
    refused, _ = run(given)
    assert refused.exit_code == 2 and "草稿被改动过，没有重写" in refused.output
    assert draft.read_text(encoding="utf-8") == mine and table(out)["甲局.txt"]["结果"] == "读不了"
    assert run(given, "--force")[0].exit_code == 3 and "9.10万元" in draft.read_text(encoding="utf-8")


def test_a_broken_file_is_named_and_stops_nothing(given, reads):
    (given / "坏.xls").write_bytes(compound("WordDocument"))
    (given / "乙局" / "坏.doc").write_bytes(compound("WordDocument"))
    (given / "空.txt").write_text("没有数字的一页\n", encoding="utf-8")
    result, out = run(given)
    assert result.exit_code == 2 and result.output.count("另存为") == 2
    rows = table(out)
    assert {name: row["结果"] for name, row in rows.items()} == {
        "坏.xls": "读不了",
        "乙局": "有文件读不了",
        "空.txt": "里面没有数",
        "甲局.txt": rows["甲局.txt"]["结果"],
        "年报.docx": "要人看",
    }
    assert not (out / "坏.xls.yaml").exists()
    assert (out / "乙局.yaml").read_text(encoding="utf-8").startswith("# 这个文件没有读进来：坏.doc")
    reads.clear()
    run(given)
    assert sorted(reads) == ["一.txt", "二.txt", "坏.doc", "坏.xls"]  # what failed is tried again


def test_what_is_gone_is_told_once_and_its_draft_stays(given, reads):
    _, out = run(given)
    (given / "甲局.txt").unlink()
    result, _ = run(given)
    assert "以前读过、现在没有了，草稿还在：甲局.txt" in result.output and (out / "甲局.txt.yaml").is_file()
    assert "甲局.txt" not in run(given)[0].output


@pytest.mark.parametrize("record", ["", "[]", '{"format": "checker-import-folder/1", "done": {"甲局.txt": 5}}', "\x00"])
def test_a_record_that_is_none_means_that_nothing_was_done(given, reads, record):
    _, out = run(given)
    (out / folder.RECORD).write_text(record, encoding="utf-8")
    reads.clear()
    assert run(given)[0].exit_code == 3 and len(reads) == 4  # the drafts are what would be written again
    (out / folder.RECORD).write_text(record, encoding="utf-8")
    (out / "甲局.txt.yaml").write_text("某人写的\n", encoding="utf-8")
    assert run(given)[0].exit_code == 2 and (out / "甲局.txt.yaml").read_text(encoding="utf-8") == "某人写的\n"


def test_no_more_units_are_held_than_are_read_at_a_time(given, reads, tmp_path):
    tasks = [folder.Task(f"{number}.txt", (given / "甲局.txt",)) for number in range(12)]
    reader = folder.Folder(tmp_path, BOOK.vocabulary, (), "key", "zh")
    for done, row in enumerate(reader.rows(tasks, 2), 1):
        assert row.name == tasks[done - 1].name and len(reads) <= done + 3


def test_a_name_that_a_spreadsheet_would_reckon_with_is_a_text():
    row = folder.Row("=HYPERLINK(1)", "failed", 1, {}, (("+坏", "-bad"),))
    assert row.cells("zh")[0] == "'=HYPERLINK(1)" and row.cells("en")[-1] == "'-bad"


def test_a_folder_and_its_options_go_together(given, tmp_path):
    def code(*arguments):
        return CliRunner().invoke(main, ["import", *map(str, arguments)])

    assert "[folder]" in code(given).output
    assert "[folder]" in code(given, given / "甲局.txt", "--out", tmp_path / "o").output
    assert "[folder]" in code(given / "甲局.txt", "--out", tmp_path / "o").output
    assert "[options]" in code(given, "--out", tmp_path / "o", "-o", "a.yaml").output
    assert "[options]" in code(given, "--out", tmp_path / "o", "--describe").output
    assert "[output-among-inputs]" in code(given, "--out", given / "o").output
    assert not (tmp_path / "o").exists()


def test_a_form_is_proposed_on_the_command_line(tmp_path):
    rows = "某市项目支出表,,\n单位：万元,,\n项目,预算数,决算数\n合计,30.00,20.00\n一、印刷费,30.00,20.00\n"
    (tmp_path / "in").mkdir()
    file, form = tmp_path / "in" / "表.csv", tmp_path / "pack" / "forms" / "our-form.yaml"
    file.write_text(rows, encoding="utf-8")
    form.parent.mkdir(parents=True)

    def code(*arguments):
        return CliRunner().invoke(main, ["import", "--lang", "zh", *map(str, arguments)])

    assert code(file, "--describe", "-o", form).exit_code == 0 and "form: our-form" in form.read_text(encoding="utf-8")
    assert "[exists]" in code(file, "--describe", "-o", form).output
    assert "[one-file]" in code(file, file, "--describe").output
    case = tmp_path / "a.yaml"
    read = code(file, "--rules", form.parents[1], "-o", case)
    assert (
        read.exit_code == 3 and "没有读懂" not in read.output and "要确认" not in read.output
    )  # only headings are lacking
    assert case.read_text(encoding="utf-8").count("所在表: 某市项目支出表") == 4
    known = code(file, "--describe", "--rules", form.parents[1])
    assert known.exit_code == 3 and "没有认不出的" in known.output
