"""Documents confirmed in the terminal and checked in one go: what is asked, what is kept, what is replayed, how it ends."""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, ROOT
from intake_files import REPORT, compound, docx, paragraph, report_docx

import checker.cli.commands.import_documents as command
from checker.api import rule_packs
from checker.cli.main import main
from checker.intake.casefile import is_document
from checker.intake.decisions import read_decisions
from checker.intake.imported import case_of, import_documents
from checker.run import Request
from checker.run import run as judge

FORMS = ROOT.parent / "shared" / "forms"
PLACED = REPORT.replace("示例区档案局", "长沙市望城区档案局")


class Terminal:
    """Standard input that says it is a terminal."""

    def __getattr__(self, name):
        return getattr(sys.stdin, name)

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(command, "sys", type("S", (), {"stdin": Terminal()}))


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    body = "".join(paragraph(line) for line in PLACED.splitlines())
    Path("年报.docx").write_bytes(docx(body))
    return tmp_path


def run(*words, answers=None, code=None):
    text = None if answers is None else "\n".join(answers) + "\n"
    result = CliRunner().invoke(main, [*words, "--lang", "zh"], input=text)
    assert code is None or result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.output


def kept(path="年报.decisions.yaml"):
    return read_decisions(path, BOOK.vocabulary)[0]


def test_one_thing_is_asked_at_a_time_and_every_answer_is_kept(here, terminal):
    told = run(
        "import",
        "年报.docx",
        "--review",
        answers=["", "李会计", "", "e", "县里", "e", "区县", "名单", "x", "", "x", "不是", "q"],
        code=3,
    )
    assert "谁在确认" in told and "[1/" in told and "要确认" in told and "“" in told
    assert "没有“县里”这一种" in told and "搁置要写理由" in told
    made = kept()
    assert [(each.action, each.who) for each in made.made] == [
        ("accept", "李会计"),
        ("set", "李会计"),
        ("aside", "李会计"),
    ]
    assert made.made[1].value == "区县" and made.made[1].reason == "名单" and made.made[2].reason == "不是"
    assert made.documents[0][0] == "年报.docx" and "决定记在 年报.decisions.yaml" in told
    again = run("import", "年报.docx", "--review", "--by", "李会计", answers=["q"], code=3)
    assert "行政区划" not in again.partition("[1/")[2].partition("\n")[0]


def test_one_of_several_figures_is_chosen_by_its_number(here, terminal):
    title = "2024年度长沙市望城区档案局部门整体支出绩效自评报告"
    Path("说明.docx").write_bytes(docx(paragraph(title) + paragraph("基本支出实际支出264万元。")))
    both = ("import", "年报.docx", "说明.docx", "--review", "--by", "李")
    told = run(*both, answers=["3", "x", "7", "2", "q"], code=3)
    assert "1. 263.10万元  年报.docx ¶6“" in told and "2. 264万元  说明.docx ¶2“基本支出实际支出264万元”" in told
    assert "没有这个答法" in told and "没有这个号码" in told
    made = kept()
    assert [(each.action, each.printed.partition(" ‖ ")[0]) for each in made.made] == [("choose", "264万元")]
    assert "几处写的不同" not in run("import", "年报.docx", "说明.docx", code=3)
    run(*both, answers=["u", "x", "2", "是预计数", "q"], code=3)
    assert [each.action for each in kept().made] == ["aside"] and len(kept().withdrawn) == 1
    assert "几处写的不同" not in run("import", "年报.docx", "说明.docx", code=3)


def test_a_place_that_cannot_be_written_is_told_before_anything_is_asked(here, terminal):
    told = run("import", "年报.docx", "--review", "--decisions", "没有/a.decisions.yaml", answers=[""], code=2)
    assert "[no-folder]" in told and "[1/" not in told
    told = run("import", "年报.docx", "--review", "--decisions", "a.csv", answers=[""], code=2)
    assert "[output-ending]" in told


def test_the_last_answer_is_taken_back_and_stays_on_record(here, terminal):
    told = run("import", "年报.docx", "--review", "--by", "李", answers=["u", "", "u", "s", "q"], code=3)
    assert "没有可以撤回的" in told and "撤回了：" in told
    made = kept()
    assert not made.made and [each.decision.action for each in made.withdrawn] == ["accept"]
    assert made.withdrawn[0].who == "李" and made.withdrawn[0].when


def test_answers_that_are_none_are_asked_again_and_the_end_of_input_stops(here, terminal):
    told = run("import", "年报.docx", "--review", "--by", "李", answers=["?", "9", ""], code=3)
    assert told.count("没有这个答法") == 2 and [each.action for each in kept().made] == ["accept"]


def test_an_unread_figure_gets_a_field_or_is_set_aside(here, terminal):
    every = import_documents(["年报.docx"], rule_packs(), BOOK.vocabulary, "none.decisions.yaml").made.pending
    skipped = ["s"] * (len(every.items) - len(every.unread))
    answers = [
        *skipped,
        "",
        "e",
        "单位.没有",
        "e",
        "支出[基本支出].实际支出",
        "1万元",
        "",
        "e",
        "单位.退休人数",
        "x",
        "业务量",
        "q",
    ]
    told = run("import", "年报.docx", "--review", "--by", "李", answers=answers, code=3)
    assert "没有“没有”这个字段" in told or "没有这个字段" in told or "字段" in told
    assert "这一项现在从材料里读到了" in told or "这个数现在读作别的" in told or "没有" in told
    assert [each.action for each in kept().made] == ["aside"]


def test_what_is_left_unread_is_set_aside_together_each_with_the_reason(here, terminal):
    answers = ["s", "s", "s", "a", "", "a", "业务量", "q"]
    told = run("import", "年报.docx", "--review", "--by", "李", answers=answers, code=3)
    assert "为什么这 2 个都不采用" in told and "没有读懂（" not in told
    assert [(each.action, each.reason, each.printed) for each in kept().made] == [
        ("aside", "业务量", "23,566"),
        ("aside", "业务量", "8 万条"),
    ]


def test_without_a_terminal_nothing_is_asked(here):
    told = run("import", "年报.docx", "--review", answers=[""], code=2)
    assert "[no-terminal]" in told and not Path("年报.decisions.yaml").exists()
    assert "--review" in run("import", "年报.docx", "--by", "李", code=2)


def test_a_file_that_somebody_else_changed_is_left_as_it_is(here, terminal, monkeypatch):
    from checker.cli import review

    shown = review._Review._show

    def meanwhile(self, item, number, total):
        if number == 2:
            Path("年报.decisions.yaml").write_bytes(b"# somebody else\n")
        shown(self, item, number, total)

    monkeypatch.setattr(review._Review, "_show", meanwhile)
    told = run("import", "年报.docx", "--review", "--by", "李", answers=["", "", "q"], code=2)
    assert "[changed]" in told and Path("年报.decisions.yaml").read_bytes() == b"# somebody else\n"


def test_decisions_beside_the_draft_are_replayed_on_the_next_version(here, terminal):
    run(
        "import",
        "年报.docx",
        "-o",
        "案例.yaml",
        "--review",
        "--by",
        "李",
        answers=["", "", "", "x", "比例", "q"],
        code=3,
    )
    before = yaml.safe_load(Path("案例.yaml").read_text(encoding="utf-8"))
    assert len(kept("案例.decisions.yaml").made) == 4
    told = run("import", "年报.docx", "-o", "案例.yaml", "--force", code=3)
    assert "用了 4 条决定" in told and yaml.safe_load(Path("案例.yaml").read_text(encoding="utf-8")) == before
    changed = PLACED.replace("8 万条", "9 万条")
    Path("年报.docx").write_bytes(docx("".join(paragraph(line) for line in ("前言", *changed.splitlines()))))
    told = run("import", "年报.docx", "-o", "案例.yaml", "--force", code=3)
    assert "用了 3 条决定" in told and "决定对不上现在的材料，没有用（1）" in told and "23,566" in told
    report = run("run", "年报.docx", "--decisions", "案例.decisions.yaml")
    assert "用了 案例.decisions.yaml 里的 3 条决定" in report and "有 1 条决定对不上现在的材料" in report.replace(
        "\n", ""
    )


WRONG = {
    "an unknown key": ("    人:", "    谁:", "[unknown-key]"),
    "nobody": ('    人: "李"\n', "", "[required]"),
    "no file of decisions": (None, "decisions: [", "[yaml"),
    "not of this kind": (None, "单位名称: 某局\n", "[unknown-key]"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_of_decisions_stops_the_import(name, here, terminal):
    run("import", "年报.docx", "--review", "--by", "李", answers=["", "q"], code=3)
    one, other, code = WRONG[name]
    path = Path("年报.decisions.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(other if one is None else text.replace(one, other, 1), encoding="utf-8")
    for words in (("import", "年报.docx"), ("run", "年报.docx"), ("import", "年报.docx", "--review", "--by", "李")):
        told = run(*words, answers=["q"], code=2)
        assert code in told and "年报.decisions.yaml" in told


def test_a_document_is_checked_in_one_go(here):
    told = run("run", "年报.docx")
    assert "由 年报.docx 读出" in told and "草稿：" in told and "处数字待确认" in told and "没有读懂" in told
    result = CliRunner().invoke(main, ["run", "年报.docx", "--format", "json"])
    report = json.loads(result.output)
    assert report["cases"][0]["file"] == "年报.docx" and result.exit_code in (1, 3)
    quoted = [fact["source"] for each in report["checks"] for fact in each["facts"] if "quote" in fact["source"]]
    assert any(source["cell"] == "¶6" and "实际支出 263.10 万元" in source["quote"] for source in quoted)
    assert all(source["line"] is None for source in quoted)
    assert "第 0 行" not in told and "（第" not in told.partition("草稿")[0]


def test_the_explanation_shows_the_sentence_and_the_place(here):
    told = run("explain", "overrun-above-threshold", "--case", "年报.docx", "--subject", "basic")
    assert "年报.docx ¶6，原文“本年度基本支出预算 244.50 万元，实际支出 263.10 万元" in told


def test_what_was_confirmed_is_no_draft_any_more(here, terminal):
    items = import_documents(["年报.docx"], rule_packs(), BOOK.vocabulary, "none.decisions.yaml").made.pending.items
    answers = [word for each in items for word in ((["x", "业务量"]) if each.kind == "unread" else [""])]
    told = run("import", "年报.docx", "-o", "案例.yaml", "--review", "--by", "李", answers=answers, code=0)
    assert "要人确认（" not in told and "没有读懂（" not in told
    case = import_documents(["年报.docx"], rule_packs(), BOOK.vocabulary, "案例.decisions.yaml")
    assert case_of(case, "年报.docx", BOOK.vocabulary).unconfirmed == 0
    both = [
        run("run", "案例.yaml", "--format", "jsonl"),
        run("run", "年报.docx", "--decisions", "案例.decisions.yaml", "--format", "jsonl"),
    ]
    one, two = (
        [(e["rule"], e["subject"], e["outcome"], e["message"]) for e in map(json.loads, text.splitlines())]
        for text in both
    )
    assert one == two and "草稿" not in both[1]


def test_several_documents_are_one_case_and_a_case_beside_them_another(here):
    title = "2024年度长沙市望城区档案局部门整体支出绩效自评报告"
    Path("说明.docx").write_bytes(docx(paragraph(title) + paragraph("基本支出实际支出264万元。")))
    told = run("run", "年报.docx", "说明.docx", str(ROOT / "cases" / "clean.yaml"), "--all")
    assert "由 年报.docx、说明.docx 读出" in told and "2 个单位" in told
    assert "几处写的不同、没有采用的数字" in told
    assert "[twice]" in run("run", "年报.docx", "年报.docx", code=2)


def test_documents_of_two_units_are_told_apart(here):
    other = PLACED.replace("长沙市望城区档案局", "长沙市望城区图书馆")
    Path("别的.docx").write_bytes(docx("".join(paragraph(line) for line in other.splitlines())))
    for words in (("import", "年报.docx", "别的.docx"), ("run", "年报.docx", "别的.docx")):
        told = run(*words).replace("\n", "").replace("    ", "")
        assert "写的单位是“长沙市望城区图书馆”" in told
    Path("同一.docx").write_bytes(Path("年报.docx").read_bytes())
    assert "写的单位是" not in run("import", "年报.docx", "同一.docx")


def test_two_files_of_decisions_are_not_chosen_between(here, terminal):
    run("import", "年报.docx", "--review", "--by", "李", answers=["", "q"], code=3)
    Path("说明.txt").write_text("临聘人员 3 名。\n", encoding="utf-8")
    Path("说明.decisions.yaml").write_bytes(Path("年报.decisions.yaml").read_bytes())
    assert "[decisions]" in run("run", "年报.docx", "说明.txt", code=2)
    assert "条决定" in run("run", "年报.docx", "说明.txt", "--decisions", "年报.decisions.yaml")


BAD = {
    "an old Word file": (("旧.doc",), "[kind-doc]"),
    "a file that is not there": (("没有.docx",), "[no-file]"),
    "decisions that are not there": (("年报.docx", "--decisions", "没有.decisions.yaml"), "[unreadable]"),
    "decisions of a case": ((str(ROOT / "cases" / "clean.yaml"), "--decisions", "a.decisions.yaml"), "[usage]"),
    "a file that is none": (("乱.docx",), "[kind-unknown]"),
    "tables of a document": (("年报.docx", "--engine", "duckdb", "-o", "out"), "[usage]"),
    "evidence of a document": (("年报.docx", "--evidence", "e.zip"), "[usage]"),
    "an empty file": (("空.docx",), "[kind-empty]"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_checked_is_said(name, here):
    Path("旧.doc").write_bytes(compound("WordDocument"))
    Path("空.docx").write_bytes(b"")
    Path("乱.docx").write_bytes(b"\x00\x01")
    words, code = BAD[name]
    told = run("run", *words, code=2)
    assert code in told


def test_a_draft_does_not_take_the_place_of_decisions(here, terminal):
    run("import", "年报.docx", "--review", "--by", "李", answers=["", "q"], code=3)
    before = Path("年报.decisions.yaml").read_bytes()
    for path in ("年报.decisions.yaml", "别的.decisions.yaml"):
        assert "[output-ending]" in run("import", "年报.docx", "-o", path, "--force", code=2)
    assert Path("年报.decisions.yaml").read_bytes() == before and not Path("别的.decisions.yaml").exists()


def test_what_is_a_document_is_told_by_its_content(here, tmp_path):
    Path("年报").write_bytes(report_docx())
    Path("案例.yaml").write_bytes(report_docx())
    assert is_document("年报") and is_document("年报.docx") and not is_document("案例.yaml") and not is_document("-")
    assert not is_document(str(tmp_path)) and not is_document(str(ROOT / "cases" / "2020.yaml"))
    CliRunner().invoke(
        main,
        [
            "new-case",
            "我局.xlsx",
            "--name",
            "某局",
            "--year",
            "2024",
            "--jurisdiction",
            "430112",
            "--level",
            "区县",
            "--unit-kind",
            "机关",
        ],
    )
    assert Path("我局.xlsx").is_file() and not is_document("我局.xlsx")


def test_a_folder_of_cases_leaves_out_what_stands_beside_them(here, terminal):
    run(
        "import",
        "年报.docx",
        "-o",
        "案例.yaml",
        "--reading",
        "案例.import.json",
        "--review",
        "--by",
        "李",
        answers=["", "q"],
        code=3,
    )
    told = run("run", ".")
    assert "不是案例文件，没有读：" in told and "案例.decisions.yaml" in told and "案例.import.json" in told


def test_documents_left_out_do_not_stop_the_others(here):
    Path("坏.docx").write_bytes(b"PK\x03\x04broken")
    told = run("run", "坏.docx", str(ROOT / "cases" / "clean.yaml"), "--keep-going", code=2)
    assert "没有检查" in told and "坏.docx" in told
    result = judge(Request(("年报.docx",), engine="evaluator"), Quiet())
    assert result.code in (1, 3) and result.report.cases[0].case.unconfirmed


class Quiet:
    def say(self, text):
        pass

    def steps(self, items, label, total, least):
        yield from items


PAGES = {"zh": ("自评.docx", "从 Word 到签字的报告"), "en": ("report.docx", "From a Word document to a signed report")}


def section(lang):
    """Return the part of the page that says how a Word document becomes a report."""
    page = (ROOT / "docs" / f"import.{lang}.md").read_text(encoding="utf-8")
    return page.partition(f"## {PAGES[lang][1]}")[2].partition("\n## ")[0]


@pytest.mark.skipif(not FORMS.exists(), reason="../shared/forms is not there")
@pytest.mark.parametrize("lang", PAGES)
def test_the_steps_of_the_page_lead_from_word_to_a_report_without_typing_yaml(lang, here, terminal):
    commands = re.search("```console\n(.*?)```", section(lang), re.DOTALL)[1].splitlines()
    looked, reviewed, checked = (shlex.split(line.removeprefix("$ checker ")) for line in commands)
    Path(PAGES[lang][0]).write_bytes((FORMS / "wangcheng.docx").read_bytes())
    before = {path.name for path in here.iterdir()}
    told = run(*looked, code=3)
    assert "97 个数" in told and {path.name for path in here.iterdir()} == before  # nothing is written
    pending = import_documents([PAGES[lang][0]], rule_packs(), BOOK.vocabulary, "none.decisions.yaml").made.pending
    questions = len(pending.items)
    assert f"{questions} 次" in section("zh") and f"{questions} questions" in section("en")
    draft = run(*checked, code=1)
    assert f"草稿：{pending.figures} 处数字待确认" in csv_of(checked) and draft == ""
    answers = [word for item in pending.items for word in (["x", "业务量"] if item.kind == "unread" else [""])]
    told = run(*reviewed, answers=answers, code=0)
    assert f"用了 {questions} 条决定" in told and "没有读懂（" not in told
    run(*checked, code=1)
    for path in (word for word in checked if word.endswith((".docx", ".html", ".csv")) and word != PAGES[lang][0]):
        assert Path(path).stat().st_size > 1000
    assert "草稿" not in csv_of(checked) and "超预算 18.43 万元" in csv_of(checked)


def csv_of(words):
    """Return the list of findings that a command wrote."""
    return Path(next(word for word in words if word.endswith(".csv"))).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("lang", PAGES)
def test_the_file_by_hand_on_the_page_is_one(lang):
    text = re.search("```yaml\n(.*?)```", section(lang), re.DOTALL)[1]
    (decision,) = read_decisions("a.decisions.yaml", BOOK.vocabulary, text.encode())[0].made
    assert (decision.action, decision.value, decision.printed) == ("set", "99.98万元", "99.89万元")
