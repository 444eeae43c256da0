"""A case filled in by its form alone: every entity by one mechanism, judged anew after each change, undone, and told where it is wrong."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import BOOK

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("jinja2", reason="the extra serve is not installed")

from serve_tools import Window

from checker.api import load_case
from checker.authoring import casebook
from checker.authoring.casebook_sheets import workbook

CASE = """# a small case; its comments stay
name: 示例中心
jurisdiction: "430112"
level: 区县
unit_kind: 事业单位
year: 2020
amounts: {unit: 万元, decimals: 2}
transcribed: whole
establishment: {value: 18人, source: 第一节}

lines:
  - {id: total, kind: 总支出, name: 总支出}
  - {id: basic, kind: 基本支出, parent: total, name: 基本支出, initial_budget: 244.58, actual: 263.01}
  - {id: wages, kind: 支出构成, parent: basic, name: 工资, actual: 257.43}
  - {id: public, kind: 支出构成, parent: basic, name: 公用, actual: 5.58}
  - {id: project, kind: 项目支出, parent: total, name: 项目支出, initial_budget: 100, actual: 99.98}
  - id: daily
    kind: 明细项目
    parent: project
    name: 日常事务专项
    source: 二（2）
    initial_budget: 100
    actual: 99.98
    is_it: {value: 否, inferred: true, source: 名称为日常事务，推断}
  # what the report says itself
stated:
  - {id: rate, kind: 完成率, text: 完成率 99.98%, rate: 99.98%, of: [{role: 分子, path: daily.实际支出}, {role: 分母, path: daily.年初预算}]}
""".encode()
HEAD = {
    "name": "示例局",
    "fiscal_year": "2024",
    "jurisdiction": "望城区",
    "budget_level": "区县",
    "unit_kind": "机关",
    "kind": "department",
    "amounts": "万元",
}
VALUES = {
    "money": "3万元",
    "percent": "5%",
    "number": "5",
    "count": "5",
    "date": "2024-03-04",
    "text": "甲1号",
    "flag": "是",
    "year": "2024",
}


class Form:
    """Somebody at the form of one case."""

    def __init__(self, folder, data=CASE, name="a.yaml", window=None):
        self.path = folder / name
        if data is not None:
            self.path.write_bytes(data)
        self.window = window or Window(folder)
        row = re.search(r'data-fill="/row/(\w+)"><th scope="row"><a[^>]*>' + re.escape(name), self.window.get("/").text)
        self.go = f"/c/{row[1]}"
        self.version = self.window.version(f"{self.go}/form")

    def change(self, act, path=(), **data):
        answer = self.window.post(
            f"{self.go}/form/change", {"version": self.version, "act": act, "path": list(path), **data}
        )
        told = answer.json()
        self.version = told.get("version", self.version)
        return told

    def part(self, *path):
        return self.window.get(f"{self.go}/form/part?path={quote(json.dumps(path))}").text

    def undo(self):
        answer = self.window.post(f"{self.go}/form/undo", {"version": self.version})
        self.version = self.window.version(f"{self.go}/form")
        return answer

    def case(self):
        return load_case(self.path, BOOK)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One window for the tests that need none of their own: the rules are read once."""
    folder = tmp_path_factory.mktemp("cases")
    return folder, Window(folder), itertools.count()


@pytest.fixture
def form(shared):
    folder, window, number = shared
    return Form(folder, CASE, f"c{next(number)}.yaml", window)


def test_a_case_is_filled_in_from_nothing(shared):
    tmp_path, window, _ = shared
    wrong = window.post("/blank", {**HEAD, "jurisdiction": "火星区", "fiscal_year": "24", "name": " "})
    assert wrong.status == 422 and set(wrong.json()["fields"]) == {"jurisdiction", "fiscal_year", "name"}
    assert not list(tmp_path.glob("*-24*.yaml"))
    go = window.post("/blank", HEAD).json()["go"]
    assert window.get(go).status == 200
    form = Form(tmp_path, None, "示例局-2024.yaml", window)
    assert form.change("set", field="establishment", value="20人")["done"]
    item = {
        "f.id": "a",
        "f.kind": "明细项目",
        "f.parent": "project",
        "f.name": "某专项",
        "f.initial_budget": "60",
        "f.actual": "62.5",
    }
    assert "某专项" in form.change("add", entity="budget_line", **item)["list"]
    lines = "支出"
    assert form.change("add", (lines, "4"), entity="approval", **{"f.number": "财〔2024〕1号", "f.amount": "2.5万元"})[
        "done"
    ]
    assert form.change("add", entity="contract", **{"f.id": "ht-1", "f.subject_matter": "服务", "f.amount": "1.5"})[
        "done"
    ]
    assert form.change(
        "add", (lines, "4"), entity="payment", **{"f.amount": "1", "f.date": "2024-05-06", "f.contract": "ht-1"}
    )["done"]
    case = form.case()
    line = next(fact for fact in case.facts["budget_line"] if fact.id == "a")
    assert (line.values["actual"], case.root.values["establishment"]) == (62_500_000, 20)
    assert [fact.values["number"] for fact in line.related["approval"]] == ["财〔2024〕1号"]
    assert line.related["payment"][0].values["contract"].id == "ht-1"


@pytest.mark.parametrize("entity", [e.id for e in BOOK.vocabulary.entities.values() if e.parent == "unit"])
def test_an_entry_of_every_entity_is_added_and_taken_out_again(form, entity):
    vocabulary = BOOK.vocabulary
    before = form.path.read_bytes()
    known = vocabulary.entities[entity]
    given = {}
    for field in known.fields.values():
        if field.written and not field.ref and (field.required or field.id in known.key or not field.aliases):
            words = vocabulary.enumerations.get(field.type)
            given[f"f.{field.id}"] = words.name(next(iter(words.values)), "zh") if words else VALUES[field.type]
    told = form.change("add", entity=entity, **given)
    if "refused" in told:  # a claim and the like must hang together: each mistake is named, and nothing is written
        assert told["fields"] and form.path.read_bytes() == before
        needed = {"f." + name for name in known.fields if known.fields[name].required or name in known.key}
        kept = {k: v for k, v in given.items() if k in needed} | ({"f.amount": "3"} if known.figure else {})
        assert "done" in form.change("add", entity=entity, **kept)
    case = form.case()
    number = len(case.facts[entity]) - 1
    name = re.findall(
        r'data-list="' + entity + r'"[\s\S]*?data-path="([^"]*)"', form.window.get(f"{form.go}/form").text
    )
    path = [*json.loads(name[0].replace("&#34;", '"'))[:-1], str(number)]
    assert 'data-field="' in form.part(*path)
    told = form.change("remove", path, owner=[], entity=entity)
    assert told.get("done"), told
    assert form.undo().json()["done"] and len(form.case().facts[entity]) == number + 1
    assert form.undo().json()["done"] and form.path.read_bytes() == before
    assert form.undo().refused == "no-step"


def test_every_field_says_what_it_is_which_paper_holds_it_and_what_rests_on_it(form):
    part = form.part("lines", "5")
    assert (
        "看哪份资料" in part and "金额，如 12.5万元" in part and "form/uses?entity=budget_line&amp;field=actual" in part
    )
    told = form.window.get(f"{form.go}/form/uses?entity=budget_line&field=actual").json()
    assert told["all"] >= len(told["rows"]) > 3 and all(
        form.window.get(row["go"]).status == 200 for row in told["rows"][:2]
    )
    assert "年末人员名册" in form.window.get(f"{form.go}/form").text


def test_a_value_replaces_what_was_inferred_and_keeps_its_source(form):
    path = ("lines", "5")
    assert form.change("set", path, field="is_it", value="是")["done"]
    assert "is_it: {value: 是, source: " in form.path.read_text(encoding="utf-8")
    form.change("mark", path, field="is_it", kind="inferred", value="yes")
    assert "inferred: true}" in form.path.read_text(encoding="utf-8").split("is_it: {value: 是")[1].split("\n")[0]
    form.change("source", path, field="is_it", value="")
    form.change("mark", path, field="is_it", kind="inferred", value="")
    assert "    is_it: 是\n" in form.path.read_text(encoding="utf-8")
    form.change("set", path, field="is_it", value="")
    assert "is_it" not in form.part(*path).split("data-more")[0]


def test_a_mistake_is_told_at_its_field_and_nothing_is_written(form):
    before = form.path.read_bytes()
    told = form.change("set", ("lines", "5"), field="actual", value="九十九")
    assert list(told["fields"]) == ["actual"] and "不是金额" in told["fields"]["actual"]["zh"]
    told = form.change(
        "add",
        ("lines", "5"),
        entity="approval",
        **{"f.number": "望财〔2020〕1号", "f.amount": "3公斤", "f.date": "2020-13-01"},
    )
    assert set(told["fields"]) == {"amount", "date"}
    assert "指不到" in form.change("remove", ("lines", "5"), owner=[], entity="budget_line")["told"]["zh"]
    for text in ("a\u202eb", "\ud800", "x" * 5000):
        assert "refused" in form.change("set", ("lines", "5"), field="name", value=text)
    assert form.path.read_bytes() == before


def test_what_is_wrong_in_the_file_already_is_shown_in_its_place_and_can_be_put_right(shared):
    form = Form(shared[0], CASE.replace(b"    actual: 99.98", "    actual: 九十".encode()), "wrong.yaml", shared[1])
    page = form.window.get(f"{form.go}/form").text
    assert "1 处要改正" in page and "1 处有误" in page and "现在还不能检查" in page
    row = form.part("lines", "5").split('data-field="actual"')[1].split("</div>")[0]
    assert 'aria-invalid="true"' in row and "不是金额" in row
    assert form.change("set", field="retired", value="3人")["done"]  # other fields can be filled in meanwhile
    assert "现在还不能检查" not in form.change("set", ("lines", "5"), field="actual", value="99.98")["side"]


def test_an_entry_of_its_id_alone_is_not_added(form):
    before = form.path.read_bytes()
    assert form.change("add", entity="contract", **{"f.id": "contract-1"})["refused"] == "nothing-given"
    assert form.path.read_bytes() == before


def test_how_whole_a_list_is(form):
    path, text = ("lines", "5"), lambda: form.path.read_text(encoding="utf-8")
    for state, wanted in (("none", "approvals: 无"), ("open", "approvals: 待填"), ("blank", "approvals: 留空")):
        assert form.change("state", path, entity="approval", value=state)["done"] and wanted in text()
    assert form.change("state", path, entity="approval", value="absent")["done"] and "approvals" not in text()
    form.change("add", path, entity="approval", **{"f.number": "望财〔2020〕1号", "f.amount": "3万元"})
    for state in ("partial", "whole", "open", "unsaid"):
        assert form.change("state", path, entity="approval", value=state)["done"]
        assert f'<option value="{state}" selected>' in form.part(*path)
    assert form.change("state", path, entity="approval", value="none")["refused"] == "has-entries"
    fact = next(each for each in form.case().facts["budget_line"] if each.id == "daily")
    assert len(fact.related["approval"]) == 1


def test_two_windows_and_the_command_line_do_not_overwrite_each_other(form):
    old = form.version
    assert form.change("set", field="retired", value="3人")["done"]
    form.version = old
    assert form.change("set", field="retired", value="4人")["refused"] == "changed"
    form.version = form.window.version(f"{form.go}/form")
    form.path.write_bytes(form.path.read_bytes() + "# 命令行\n".encode())
    assert form.change("set", field="retired", value="4人")["refused"] == "changed"
    form.version = form.window.version(f"{form.go}/form")
    assert form.undo().refused == "no-step"  # what the command line wrote is not taken back
    assert form.path.read_text(encoding="utf-8").endswith("# 命令行\n")


def test_changes_are_taken_back_after_a_restart_and_the_file_keeps_its_form(tmp_path):
    data = CASE.replace(b"\n", b"\r\n").decode().encode("gb18030")
    form = Form(tmp_path, data)
    form.change("set", field="retired", value="3人")
    assert b"\r\nretired: 3" in form.path.read_bytes() and form.path.read_bytes().decode("gb18030")
    again = Form(tmp_path, None)
    assert again.undo().json()["done"] and again.path.read_bytes() == data


def test_a_workbook_is_not_changed_here_and_a_path_leads_nowhere_else(form, shared):
    unit = {
        "name": "示例局",
        "fiscal_year": "2024",
        "jurisdiction": "430112",
        "budget_level": "区县",
        "unit_kind": "机关",
    }
    made = casebook.form(BOOK.vocabulary, "department", unit, (), "万元", (), "zh")
    book = Form(shared[0], workbook(made, BOOK.vocabulary, "zh"), "b.xlsx", form.window)
    assert book.change("set", field="name", value="甲")["refused"] == "workbook"
    assert "在 Excel 里改" in book.window.get(f"{book.go}/form").text
    for path in (["x"], ["lines", "999"], ["lines", "-1"], ["name"], ["lines", "5", "actual"], ["lines", "x" * 50]):
        assert "refused" in form.change("set", path, field="name", value="甲")
    for data in (
        {"act": "nothing"},
        {"act": "set", "field": "no_such_field", "value": "1"},
        {"act": "head", "field": "amounts"},
    ):
        assert "refused" in form.change(data.pop("act"), (), **data)
    for query in ("path=1", "path=[1]", "path={}", "path=[[", "path=" + "[" * 900):
        assert form.window.get(f"{form.go}/form/part?{query}").status == 415


def test_no_text_of_a_case_becomes_markup(form):
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}</textarea>"
    text = form.path.read_text(encoding="utf-8").replace("name: 日常事务专项", "name: " + json.dumps(evil))
    text = text.replace("source: 二（2）", "source: " + json.dumps(evil)).replace(
        "transcribed: whole", f"transcribed: [{json.dumps(evil)}]"
    )
    wrong = text.replace("id: wages", "id: " + json.dumps(evil)) + json.dumps(evil) + ": 1\n"
    pages = []
    for each in (wrong, text):
        form.path.write_text(each, encoding="utf-8")
        form.version = form.window.version(f"{form.go}/form")
        pages += [form.window.get(f"{form.go}/{page}").text for page in ("form", "whatif", "findings")]
        pages.append(form.part("lines", "5"))
    told = form.change("set", ("lines", "5"), field="purpose", value=evil)
    pages += [told["fields"], told["side"]]
    assume = {"paths": ['["lines","5"]'], "fields": ["actual"], "values": ["1"]}
    pages.append(form.window.post(f"{form.go}/whatif/judge", assume).json()["html"])
    for page in pages:
        data = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, flags=re.S)
        assert not any("<" in each for each in data)
        assert "<script>alert" not in page and "<img src=x" not in page
    assert sum("&lt;script&gt;" in page for page in pages) >= 8


class Killed(BaseException):
    """The program was ended."""


def test_a_kill_at_any_write_of_the_form_loses_nothing_that_was_answered(tmp_path, monkeypatch):
    """Every rename is once the last thing that happens: what was answered is there, the file can be read, and all is taken back."""
    writes, dies = [0], -1
    replace = Path.replace

    def counted(self, target):
        writes[0] += 1
        if writes[0] == dies:
            raise Killed
        return replace(self, target)

    def session(window, name):
        form, answered = Form(tmp_path, CASE, name, window), []
        try:
            for value in ("250", "251"):
                assert "refused" not in form.change("set", ["lines", "1"], field="initial_budget", value=value)
                answered.append(value)
        except Killed:
            pass
        return answered

    monkeypatch.setattr(Path, "replace", counted)
    window = Window(tmp_path)
    session(window, "whole.yaml")
    total = writes[0]
    assert total == 4  # what the file said before, and the file
    for moment in range(1, total + 1):
        writes[0], dies = 0, moment
        answered = session(window, f"c{moment}.yaml")
        dies = -1
        form = Form(tmp_path, None, f"c{moment}.yaml", window)
        stands = re.search(rb"id: basic.*initial_budget: ([\d.]+)", form.path.read_bytes())[1].decode()
        assert stands == (answered[-1] if answered else "244.58"), moment
        assert "refused" not in form.change("set", ["lines", "1"], field="initial_budget", value="260")
        while form.undo().status == 200:
            pass
        assert form.path.read_bytes() == CASE, moment
