"""The figures on the page: every number is shown once, decisions are kept and taken back, a kill at any write loses none of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import BOOK
from intake_files import REPORT, docx, paragraph, report_docx, run
from intake_pdf import Page as Sheet
from intake_pdf import pdf

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("jinja2", reason="the extra serve is not installed")

from click.testing import CliRunner
from serve_tools import Window

from checker.api import load_case
from checker.cli.main import main
from checker.intake.decisions import read_decisions
from checker.serve.shelf import sentence


@pytest.fixture
def window(tmp_path):
    return Window(tmp_path)


class Page:
    """The page of figures of one case."""

    def __init__(self, window, go=""):
        self.window = window
        self.go = go or window.take(("报告.docx", report_docx()))
        self.load()

    def load(self):
        answer = self.window.get(f"{self.go}/figures")
        assert answer.status == 200, answer.text
        self.text = answer.text
        self.version = re.search(r'data-version="(\w+)"', answer.text)[1]
        self.side(self.text)
        return self

    def side(self, text):
        names = ("kind", "span", "fact", "field", "type", "value", "printed")
        pattern = r'<li class="todo [^>]*' + " ".join(rf'data-{name}="([^"]*)"' for name in names)
        self.items = [dict(zip(names, found)) for found in re.findall(pattern, text)]
        self.told = re.search(r"(\d+) 个数，(\d+) 个没有着落</strong>；(\d+) 处要确认", text)

    def send(self, path, data, **changed):
        answer = self.window.post(f"{self.go}/{path}", {"version": self.version, "who": "王芳", **data}, **changed)
        if answer.status == 200:
            self.version = answer.json()["version"]
            self.marks = answer.json()["marks"]
            self.side(answer.json()["side"])
        return answer

    def unread(self):
        return next(item for item in self.items if item["kind"] == "unread")

    def decide(self, item, action, **more):
        about = {name: item[name] for name in ("span", "fact", "field")}
        return self.send("decide", {**about, "action": action, **more})

    def settle(self):
        """Decide everything that is open; returns how often."""
        for number in range(100):
            if not self.items:
                return number
            item = self.items[0]
            action = {"confirm": "accept", "unread": "aside", "expected": "set"}[item["kind"]]
            values = {"jurisdiction": "望城区", "budget_level": "区县", "unit_kind": "事业单位", "fiscal_year": "2024"}
            answer = self.decide(
                item, action, reason="工作量" if action == "aside" else "", value=values.get(item["field"], "")
            )
            assert answer.status == 200, answer.json()
        raise AssertionError("there is no end of it")


def decisions_of(folder):
    path = next(folder.glob("*.decisions.yaml"), None)
    return () if path is None else read_decisions(str(path), BOOK.vocabulary)[0].made


def test_every_number_of_the_document_stands_on_the_page_once(window, tmp_path):
    page = Page(window)
    spans = re.findall(r'<b class="f s-\w+" id="([\w.]+)"', page.text)
    assert len(spans) == len(set(spans)) == int(page.told[1]) > 30
    shown = re.sub(r"<[^>]+>", "", page.text.split('<div class="text">')[1].split("</article>")[0])
    for line in REPORT.splitlines():
        assert "".join(line.split()) in "".join(shown.split())


def test_a_report_is_confirmed_from_the_first_number_to_the_report(window, tmp_path):
    page = Page(window)
    assert page.items and {item["kind"] for item in page.items} <= {"confirm", "unread", "expected"}
    number = page.settle()
    assert page.told.groups()[1:] == ("0", "0") and len(decisions_of(tmp_path)) == number
    case = load_case(str(next(tmp_path.glob("*.yaml"))), BOOK)
    assert "待确认" not in next(tmp_path.glob("*.yaml")).read_text(encoding="utf-8")
    assert case.year == 2024 and case.jurisdiction == "430112"
    assert window.get(f"{page.go}/report.docx").content.startswith(b"PK")
    assert "全部核对完了" in page.load().text


def test_the_command_line_judges_what_the_page_shows(window, tmp_path):
    page = Page(window)
    page.settle()
    result = CliRunner().invoke(main, ["run", str(tmp_path), "--lang", "zh"])
    verdict = re.search(r'<p class="verdict" id="verdict">([^<]+)</p>', window.get(f"{page.go}/findings").text)[1]
    assert result.exit_code in (0, 1, 3) and verdict[:12] in result.output.replace("\n", "")


def test_every_decision_is_taken_back_in_turn(window, tmp_path):
    page = Page(window)
    case = next(path for path in tmp_path.glob("*.yaml"))
    texts = [case.read_bytes()]
    for _ in range(3):
        assert page.decide(page.unread(), "aside", reason="x").status == 200
        texts.append(case.read_bytes())
    assert len(set(texts)) == 4
    for text in reversed(texts[:-1]):
        assert page.send("undo", {}).status == 200 and case.read_bytes() == text
    assert page.send("undo", {}).json()["refused"] == "no-undo" and decisions_of(tmp_path) == ()
    assert "撤回" in next(tmp_path.glob("*.decisions.yaml")).read_text(encoding="utf-8")


CHANGES = {
    "a figure that is certain": ("budget_line", "actual", "300万元", "300万元"),
    "the name of a line": ("budget_line", "name", "档案数字化加工", "档案数字化加工"),
    "a field that the document does not print": ("budget_line", "adjusted_budget", "650万元", "650万元"),
    "the place by its name": ("unit", "jurisdiction", "长沙市望城区", '"430112"'),
    "a heading of a list": ("unit", "unit_kind", "机关", "机关"),
}


@pytest.mark.parametrize("name", CHANGES, ids=CHANGES.keys())
def test_any_field_can_be_changed(window, tmp_path, name):
    entity, field, value, written = CHANGES[name]
    page = Page(window)
    fact = "unit" if entity == "unit" else "line:3"
    span = re.search(rf'data-spans="([^" ]*)[^"]*" data-fact="{fact}" data-field="{field}"', page.text)
    answer = page.send(
        "decide", {"span": span[1] if span else "", "fact": fact, "field": field, "action": "set", "value": value}
    )
    assert answer.status == 200, answer.json()
    case = next(path for path in tmp_path.glob("*.yaml") if "decisions" not in path.name)
    assert written in case.read_text(encoding="utf-8") and "王芳" in case.read_text(encoding="utf-8")
    load_case(str(case), BOOK)


def test_an_unread_figure_becomes_a_field_or_is_set_aside_with_others(window, tmp_path):
    page = Page(window)
    unread = [item for item in page.items if item["kind"] == "unread"]
    assert len(unread) >= 2
    first = unread[0]
    assert page.decide(first, "set", address="单位.没有这一项", value="3").json()["refused"] == "no-field"
    assert (
        page.decide(first, "set", address=f"单位.{BOOK.vocabulary.root.fields['retired'].zh}", value="3人").status
        == 200
    )
    rest = [item["span"] for item in page.items if item["kind"] == "unread"]
    answer = page.send("decide", {"spans": rest, "fact": "", "field": "", "action": "aside", "reason": "工作量"})
    assert answer.status == 200 and int(page.told[2]) == 0 and len(decisions_of(tmp_path)) == len(rest) + 1
    assert {page.marks[span] for span in rest} == {"aside"}


REFUSED = {
    "without a name": ("accept", {"who": " "}, "no-name"),
    "setting aside without a reason": ("aside", {}, "no-reason"),
    "an amount without a unit": ("set", {"value": "12"}, "does-not-fit"),
    "nothing": ("set", {"value": ""}, "does-not-fit"),
    "what cannot be seen": ("set", {"value": "12\u202e万元"}, "does-not-fit"),
    "another action": ("delete", {}, "body"),
    "an old version": ("accept", {"version": "0" * 32}, "changed"),
    "a fact that there is not": ("accept", {"fact": "line:99"}, "no-item"),
    "a figure that there is not": ("aside", {"span": "n9.99", "fact": "", "field": "", "reason": "x"}, "no-item"),
}


@pytest.mark.parametrize("name", REFUSED, ids=REFUSED.keys())
def test_a_decision_that_cannot_stand_is_told_and_changes_nothing(window, tmp_path, name):
    action, changed, code = REFUSED[name]
    page = Page(window)
    item = next(item for item in page.items if item["kind"] == "confirm")
    if name == "an amount without a unit":
        item = {"span": "", "fact": "line:1", "field": "adjusted_budget"}
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.*") if path.is_file()}
    answer = page.decide(item, action, **changed)
    assert answer.json().get("refused") == code and all(answer.json()["told"].values())
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.*") if path.is_file()} == before


def test_a_place_that_several_have_is_asked_for(window):
    page = Page(window)
    answer = page.send(
        "decide", {"span": "", "fact": "unit", "field": "jurisdiction", "action": "set", "value": "鼓楼区"}
    )
    assert answer.status == 422 and "320106" in answer.json()["hint"]["zh"]
    told = window.get("/place?text=%E6%9C%9B%E5%9F%8E%E5%8C%BA&year=2024").json()
    assert told["code"] == "430112" and "长沙市望城区" in told["told"]["zh"]
    assert window.get("/place?text=%00&year=x").status == 200


def test_two_windows_do_not_overwrite_each_others_decisions(window, tmp_path):
    one = Page(window)
    other = Page(window.another(), one.go)
    assert one.decide(one.unread(), "aside", reason="甲").status == 200
    refused = other.decide(other.unread(), "aside", reason="乙")
    assert (refused.status, refused.json()["refused"]) == (409, "changed")
    assert [each.reason for each in decisions_of(tmp_path)] == ["甲"]
    assert other.load().decide(other.unread(), "aside", reason="乙").status == 200
    assert [each.reason for each in decisions_of(tmp_path)] == ["甲", "乙"]


def test_a_case_that_was_changed_by_hand_is_not_replaced(window, tmp_path):
    page = Page(window)
    case = next(tmp_path.glob("*.yaml"))
    by_hand = case.read_bytes() + "# 手工加的\n".encode()
    case.write_bytes(by_hand)
    page.load()
    assert "被手工改过" in page.text
    assert (
        page.decide(page.unread(), "aside", reason="x").json()["refused"] == "by-hand" and case.read_bytes() == by_hand
    )
    assert page.send("anew", {}).status == 200 and case.read_bytes() != by_hand
    assert (tmp_path / f"{case.name}.old-1").read_bytes() == by_hand
    assert page.decide(page.unread(), "aside", reason="x").status == 200


class Killed(BaseException):
    """The program was ended."""


def session(folder):
    """Decide a few things; returns how many decisions were answered with success."""
    window, confirmed = Window(folder), 0
    try:
        entries = re.findall(r'data-fill="/row/(\w+)"', window.get("/").text)
        page = Page(window, f"/c/{entries[0]}") if entries else Page(window)
        for _ in range(3):
            answer = page.decide(page.unread(), "aside", reason="x")
            confirmed += answer.status == 200
    except Killed:
        pass
    return confirmed


def test_a_kill_at_any_write_loses_nothing_that_was_confirmed(tmp_path, monkeypatch):
    """Every rename of a session is once the last thing that happens; the next start finds all that was answered, and goes on."""
    writes = [0]
    replace = Path.replace

    def counted(self, target):
        writes[0] += 1
        if writes[0] == dies:
            raise Killed
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", counted)
    dies = -1
    whole = tmp_path / "whole"
    whole.mkdir()
    assert session(whole) == 3
    total = writes[0]
    assert total >= 9
    for moment in range(1, total + 1):
        folder = tmp_path / str(moment)
        folder.mkdir()
        writes[0], dies = 0, moment
        confirmed = session(folder)
        dies = -1
        kept = len(decisions_of(folder))
        assert confirmed <= kept <= confirmed + 1, moment
        again = session(folder)
        assert again == 3 and len(decisions_of(folder)) == kept + 3, moment
        case = next(path for path in folder.glob("*.yaml") if "decisions" not in path.name)
        window = Window(folder)
        page = Page(window, "/c/" + re.search(r"/row/(\w+)", window.get("/").text)[1])
        assert "被手工改过" not in page.text and case.is_file()


def test_the_text_of_a_document_that_is_gone_is_not_needed(window, tmp_path):
    page = Page(window)
    for path in (tmp_path / ".checker").rglob("*"):
        if path.is_file() and path.parent.name in ("documents", "read"):
            path.unlink()
    fresh = Page(Window(tmp_path), page.go)
    assert "原文件不在这里" in fresh.text and fresh.told.groups() == page.told.groups()
    assert len(re.findall(r'<b class="f s-\w+" id="', fresh.text)) == int(page.told[1])
    assert fresh.decide(fresh.unread(), "aside", reason="x").status == 200
    window.put("报告.docx", report_docx())  # dropped again, its text is back
    assert "原文件不在这里" not in Page(Window(tmp_path), page.go).text


def test_a_reading_of_the_command_line_is_looked_at_on_the_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.docx").write_bytes(report_docx())
    made = CliRunner().invoke(main, ["import", "报告.docx", "-o", "局.yaml", "--reading", "局.import.json"])
    assert made.exit_code in (0, 3)
    window = Window(tmp_path)
    page = Page(window, "/c/" + re.search(r"/row/(\w+)", window.get("/").text)[1])
    assert "基本支出情况" in page.text and page.settle() > 0


def test_broken_files_beside_a_case_are_told_and_left(window, tmp_path):
    page = Page(window)
    page.decide(page.unread(), "aside", reason="x")
    path = next(tmp_path.glob("*.decisions.yaml"))
    path.write_text("格式: 1\n", encoding="utf-8")
    answer = window.get(f"{page.go}/figures")
    assert answer.status == 200 and "读不了" in answer.text and path.read_text(encoding="utf-8") == "格式: 1\n"
    next(tmp_path.glob("*.import.json")).write_text("{", encoding="utf-8")
    assert "读不了" in window.get(f"{page.go}/figures").text


def test_a_merged_cell_stands_once_and_every_cell_in_its_column(window):
    body = (
        "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>收入 5 万元</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>6</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    page = Page(window, window.take(("表.docx", docx(body + paragraph(run("完"))))))
    rows = [
        re.findall(r"<td[^>]*>", row) for row in re.findall(r"<tr>(.*?)</tr>", page.text.split('class="text"')[1], re.S)
    ]
    assert [len(row) for row in rows] == [2, 3] and 'colspan="2"' in rows[0][0]


@pytest.mark.parametrize(
    ("text", "start", "end", "wanted"),
    [
        ("甲。乙 5 元；丙。", 3, 8, ("", "")),
        ("甲。乙 5 元，丙。丁", 4, 7, ("乙 ", "，丙。")),
        ("5", 0, 1, ("", "")),
        ("x" * 1000 + "5" + "y" * 1000, 1000, 1001, None),
    ],
)
def test_the_sentence_around_a_figure(text, start, end, wanted):
    found = sentence(text, start, end)
    if wanted is None:
        assert all(len(each) < 130 for each in found)
    elif wanted != ("", "") or len(text) == 1:
        assert found == wanted


def test_a_page_of_a_pdf_is_a_picture_and_nothing_else_is(window, tmp_path):
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: no page was drawn")
    go = window.take(("页.pdf", pdf(Sheet().text(72, 100, "实际支出 5 万元"))), ("报告.docx", report_docx()))
    drawn = window.get(f"{go}/sheet/1/1.png")
    assert drawn.status == 200 and drawn.content.startswith(b"\x89PNG") and drawn.headers["content-type"] == "image/png"
    for path in ("sheet/1/2.png", "sheet/1/0.png", "sheet/2/1.png", "sheet/9/1.png", "sheet/1/x.png"):
        assert window.get(f"{go}/{path}").status == 404
    shown = window.get(f"{go}/figures").text
    assert re.search(r'data-picture="[^"]+/sheet/1/1\.png"', shown) and '"n1.1":[1,1,' in shown


def test_another_server_of_the_folder_is_waited_for(window, tmp_path, monkeypatch):
    from checker.live.lock import lock
    from checker.serve import folder

    page = Page(window)
    monkeypatch.setattr(folder, "WAITS", 2)
    with (tmp_path / ".checker" / "lock").open("ab") as held:
        assert lock(held)
        refused = page.decide(page.unread(), "aside", reason="x")
        assert (refused.status, refused.json()["refused"]) == (503, "busy") and decisions_of(tmp_path) == ()
    assert page.decide(page.unread(), "aside", reason="x").status == 200


def test_an_end_between_two_writes_is_mended_when_findings_are_looked_at(window, tmp_path):
    page = Page(window)
    case = next(tmp_path.glob("*.yaml"))
    before = case.read_bytes()
    item = next(item for item in page.items if item["kind"] == "confirm")
    assert page.decide(item, "accept").status == 200
    after = case.read_bytes()
    case.write_bytes(before)  # as if the program had been ended before it wrote the case
    assert Window(tmp_path).get(f"{page.go}/findings").status == 200 and case.read_bytes() == after


def test_it_stops_when_nobody_has_asked_for_long():
    import threading

    from checker.serve.guard import Activity
    from checker.serve.server import _watch

    class Server:
        should_exit = False

    activity, server = Activity(), Server()
    activity.last -= 100
    _watch(server, activity, threading.Event(), 0.01)
    assert server.should_exit
    activity.now = 1
    assert activity.idle() == 0


def changed_report(old, new):
    return docx("".join(paragraph(line.replace(old, new)) for line in REPORT.splitlines()))


def added(page, *files):
    taken = [page.window.put(name, data).json() for name, data in files]
    given = {"files": [each["sha256"] for each in taken], "names": [each["name"] for each in taken]}
    return page.window.post(f"{page.go}/add", {"version": page.version, **given})


def test_a_new_version_of_a_document_keeps_the_decisions_that_still_fit(window, tmp_path):
    page = Page(window)
    kind = next(item for item in page.items if item["kind"] == "confirm")
    assert page.decide(page.unread(), "aside", reason="x").status == page.decide(kind, "accept").status == 200
    assert added(page, ("报告.docx", changed_report("23,566", "23,567"))).json()["go"] == f"{page.go}/figures"
    page.load()
    assert "1 条以前的决定对不上" in page.text and "23,566" in page.text and "23,567" in page.text
    assert len(decisions_of(tmp_path)) == 2 and len(re.findall('<article class="paper">', page.text)) == 1
    assert "被手工改过" not in page.text and page.unread()["printed"].replace(" ", "") == "23,567"


def test_another_document_is_added_and_the_same_one_is_not_read_twice(window):
    page = Page(window)
    assert added(page, ("又一份.docx", report_docx())).status == 200
    assert len(re.findall('<article class="paper">', page.load().text)) == 1
    assert added(page, ("表.docx", docx(paragraph(run("公务接待费 3 万元。"))))).status == 200
    assert re.findall(r"<h2>([^<]+\.docx)", page.load().text) == ["报告.docx", "表.docx"]
    case = (Path(__file__).parents[2] / "cases" / "clean.yaml").read_bytes()
    assert added(page, ("a.yaml", case)).json()["refused"] == "no-document"
    assert added(page).json()["refused"] == "nothing"
    stale = Page(page.window.another(), page.go)
    assert page.decide(page.unread(), "aside", reason="x").status == 200
    assert added(stale, ("c.docx", docx(paragraph(run("完"))))).json()["refused"] == "changed"


def test_the_heading_and_verdict_beside_the_figures_are_those_of_the_report(window):
    page = Page(window)
    page.settle()
    findings = window.get(f"{page.go}/findings").text
    verdict = re.search(r'<p class="verdict" id="verdict">([^<]+)</p>', findings)[1]
    heading = re.search(r"<h1>([^<]+)</h1>", findings)[1]
    page.load()
    assert verdict in page.text and f"<h1>{heading}</h1>" in page.text


def test_a_choice_in_english_is_the_same_choice(window, tmp_path):
    page = Page(window)
    shown = window.get(f"{page.go}/figures", cookie=f"{window.cookie}; checker_lang=en").text
    choices = json.loads(re.search(r'id="choices">(.*?)</script>', shown, re.S)[1])
    assert ["区县", "district"] in choices["budget_level"] and "numbers unaccounted for" in shown
    item = next(item for item in page.items if item["field"] == "budget_level")
    assert page.decide(item, "set", value="district").status == 200
    page.settle()
    case = load_case(str(next(path for path in tmp_path.glob("*.yaml") if "decisions" not in path.name)), BOOK)
    assert case.root.values["budget_level"] == "district"


def test_what_a_form_expects_in_vain_is_filled_in_or_set_aside(window, tmp_path):
    lines = (
        "支出决算表,,,,,,,",
        "单位：万元,,,,,,,",
        "项目,,本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出",
        "功能分类科目编码,科目名称,,,,,,",
        "合计,,,,,,,",
        "201,一般公共服务支出,307.82,105.58,202.24,,,",
        "",
        "一般公共预算财政拨款支出决算表,,,,,,,",
        "单位：万元,,,,,,,",
        "项目,,合计,基本支出,项目支出,,,",
        "功能分类科目编码,科目名称,,,,,,",
        "201,一般公共服务支出,,,,,,",
    )
    page = Page(window, window.take(("表.csv", "\r\n".join(lines).encode("utf-8-sig"))))
    cell, whole = [item for item in page.items if item["kind"] == "expected" and item["fact"] != "unit"]
    assert (cell["field"], whole["fact"], whole["field"]) == ("actual", "", "final-accounts-05")
    assert "本年支出合计：这一格是空的" in page.text and "一般公共预算财政拨款支出决算表</strong>" in page.text
    assert page.decide(cell, "set", value="307.82万元").status == 200
    assert page.decide(whole, "set", value="1万元").status != 200  # a case has no field for a whole table
    assert page.decide(whole, "aside", reason="没有").status == 200
    assert not [item for item in page.items if item["kind"] == "expected" and item["fact"] != "unit"]
    case = next(path for path in tmp_path.glob("*.yaml") if ".decisions." not in path.name)
    assert "实际支出: {值: 307.82万元" in case.read_text(encoding="utf-8")
