"""Rules and parameters are changed on the page into one's own folder: tried as they are typed, saved only when they hold."""

from __future__ import annotations

import json
import re

import pytest
from conftest import ROOT

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("jinja2", reason="the extra serve is not installed")

from html import unescape
from urllib.parse import quote, urlencode

from serve_tools import Window

from checker.api import load_rules
from checker.rulebook.packs import read_pack

CASE = (ROOT / "cases" / "2020.yaml").read_bytes()
RULE = "review-before-payment"  # of few examples


@pytest.fixture
def window(tmp_path):
    return Window(tmp_path)


def text_of(window, rule):
    page = window.get(f"/rules/{rule}/edit").text
    return unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)[1]), re.search(
        r'data-known="(\w*)"', page
    )[1]


def test_a_built_in_rule_is_changed_tried_saved_and_dropped(tmp_path, window):
    go = window.take(("2020.yaml", CASE))
    rule = "carry-over-not-negative"  # which has definitions
    text, known = text_of(window, rule)
    assert text.startswith(f"replaces: {rule}\n") and "\ndefine:" not in text and known == ""
    tried = window.post("/own/try", {"text": text, "ident": rule}).json()
    assert tried["ready"] and tried["problems"] == [] and len(tried["examples"]) > 5
    wrong = text.replace("年末结转 已列示", "年末结专 已列示", 1)
    told = window.post("/own/try", {"text": wrong, "ident": rule}).json()
    line = wrong.split("\n").index(next(each for each in wrong.split("\n") if "年末结专" in each)) + 1
    assert (
        not told["ready"]
        and told["problems"][0]["line"] == line
        and "应有年末结转" in told["problems"][0]["hint"]["zh"]
    )
    differs = text.replace("outcome: fail", "outcome: pass", 1)
    told = window.post("/own/try", {"text": differs, "ident": rule}).json()
    bad = [each for each in told["examples"] if not each["holds"]]
    assert not told["ready"] and len(bad) == 1 and differs.split("\n")[bad[0]["line"] - 1].strip() == "- outcome: pass"
    for each in (wrong, differs, "", "a: [", "\t", text.replace("examples:", "# examples:")):
        assert window.post("/own/save", {"text": each, "ident": rule, "known": ""}).refused == "not-ready"
    assert not (tmp_path / ".checker" / "rules").exists()
    new = text.replace("title: 年末结转不应为负数", "title: 结转不为负")
    assert window.post("/own/save", {"text": new, "ident": rule, "known": ""}).json()["go"] == f"/rules/{rule}"
    assert "结转不为负" in window.get("/rules").text and "自己的版本" in window.get(f"/rules/{rule}").text
    assert (
        load_rules(tmp_path / ".checker" / "rules").rules[rule].title.zh == "结转不为负"
    )  # as the command line reads it
    assert window.get(f"{go}/findings").status == 200
    again, known = text_of(window, rule)
    assert again == new and known
    assert window.post("/own/save", {"text": text, "ident": rule, "known": ""}).refused == "changed"  # another window
    assert window.post("/own/drop", {"ident": rule, "known": known}).json()["done"]
    assert "结转不为负" not in window.get("/rules").text
    kept = list((tmp_path / ".checker" / "history" / "rules").glob("*.txt"))
    assert [each.read_text(encoding="utf-8") for each in kept] == [new]


def test_a_rule_is_begun_in_a_form_and_its_findings_are_seen_before_it_holds(tmp_path, window):
    window.take(("2020.yaml", CASE))
    answers = {
        "id": "our-large-item",
        "title": "大额明细项目应当有绩效目标",
        "instrument": "《示例办法》",
        "article": "第三条",
        "entity": "支出项目",
        "when": "支出层次 = 明细项目 且 实际支出 > 大额线",
        "require": "年度目标 已列示",
        "nature": "query",
        "start": "",
        "jurisdiction": "",
        "remedy": "",
        "limit_name": "大额线",
        "limit": "500万元",
    }
    assert window.post("/own/begin", {**answers, "id": "../evil"}).refused == "no-id"
    assert window.post("/own/begin", {**answers, "nature": "x"}).refused == "body"
    assert "refused" in window.post("/own/begin", {**answers, "require": "绩效目 已列示"}).json()
    got = window.post("/own/begin", answers).json()
    assert "text" in got, got
    text = got["text"]
    assert "示例:" in text and not (tmp_path / ".checker" / "rules").exists()
    html = window.post("/own/impact", {"text": text, "ident": ""}).json()["html"]
    assert "新增" in html and "看了 1 个案例" in html
    assert window.post("/own/save", {"text": text, "ident": "", "known": ""}).json()["go"] == "/rules/our-large-item"
    assert (tmp_path / ".checker" / "rules" / "our-large-item.yaml").read_text(encoding="utf-8") == text
    twice = window.post("/own/save", {"text": text, "ident": "", "known": ""})
    assert twice.status in (409, 422)


def test_thresholds_are_filtered_edited_tried_and_saved(tmp_path, window):
    window.take(("2020.yaml", CASE))
    listed = window.get("/thresholds").text
    name = re.search(r'href="/thresholds/(\w*line\w*|\w+)"', listed)[1]
    page = window.get(f"/thresholds/{name}").text
    rows = json.loads(page.split('id="table">')[1].split("</script>")[0])["rows"]

    def ask(what, changed, **more):
        return window.post(
            f"/thresholds/{name}/{what}", {"rows": [json.dumps(each) for each in changed], **more}
        ).json()

    assert "和现在的一样" in ask("try", rows)["html"]
    assert ask("save", rows, known="")["refused"] == "no-change"
    wrong = [{**rows[0], "value": "很多", "from": "2020-13-01"}, *rows[1:]]
    told = ask("try", wrong)["wrong"]
    assert {each["row"] for each in told} == {0} and len(told) >= 2
    assert ask("save", wrong, known="")["wrong"] == told and not (tmp_path / ".checker" / "rules").exists()
    later = {**rows[-1], "from": "2031-01-01", "to": "", "stated_for": "", "article": "第九条"}
    ended = [{**each, "to": each["to"] or "2030-12-31"} for each in rows]
    found = ask("try", [*ended, later])
    assert found["wrong"] == [] and "2031-01-01" in found["html"]
    for bad in (["x"], ["[1]"], [json.dumps({"id": "other"})], ["{" * 2000]):
        assert window.post(f"/thresholds/{name}/try", {"rows": bad}).refused == "body"
    assert ask("save", [*ended, later], known="")["go"] == "/thresholds"
    assert ask("save", rows, known="")["refused"] == "changed"  # another window
    book = load_rules(tmp_path / ".checker" / "rules")
    assert any(str(value.validity.start) == "2031-01-01" for value in book.parameters[name].values)
    assert "2031-01-01" in window.get(f"/thresholds/{name}").text


def test_rules_that_are_given_are_where_changes_go(tmp_path):
    from serve_tools import HOST, PORT

    from checker.serve.app import application
    from checker.serve.guard import Activity, Keys

    rules, cases = tmp_path / "ours", tmp_path / "cases"
    rules.mkdir(), cases.mkdir()
    text, _ = text_of(Window(cases), "approved-before-spending")
    (rules / "a.yaml").write_text(text, encoding="utf-8")
    keys = Keys(PORT, (HOST,), "")
    window = Window(cases, app=application(cases, (str(rules),), "zh", keys, Activity(), lambda: None), keys=keys)
    again, known = text_of(window, "approved-before-spending")
    assert again == text and known
    new = text.replace("title: ", "title: 我局：")
    assert window.post("/own/save", {"text": new, "ident": "approved-before-spending", "known": known}).json()["done"]
    assert (rules / "a.yaml").read_text(encoding="utf-8") == new and not (cases / ".checker" / "rules").exists()


def test_ones_own_rules_are_packed_and_what_cannot_be_is_told(tmp_path, window):
    assert (
        window.get("/own/pack?name=a&version=1&publisher=x").status == 409 and "规则包" not in window.get("/rules").text
    )
    text, _ = text_of(window, RULE)
    assert window.post("/own/save", {"text": text, "ident": RULE, "known": ""}).json()["done"]
    assert 'action="/own/pack"' in window.get("/rules").text
    for wrong in (
        "",
        "name=a b&version=1&publisher=x",
        "name=a&version=x&publisher=x",
        "name=..%2Fa&version=1&publisher=x",
    ):
        answer = window.get(f"/own/pack?{wrong}")
        assert answer.status == 422 and "content-disposition" not in answer.headers, wrong
    answer = window.get("/own/pack?" + urlencode({"name": "我局", "version": "1.0", "publisher": '局"：{\\<b>'}))
    assert answer.status == 200 and quote("我局-1.0.pack") in answer.headers["content-disposition"]
    file = tmp_path / "我局-1.0.pack"
    file.write_bytes(answer.content)
    pack = read_pack(file)
    assert pack.manifest.publisher == '局"：{\\<b>' and [part.data.decode() for part in pack.parts] == [text]
    assert load_rules(file).rules[RULE].title == load_rules().rules[RULE].title


def test_words_for_completion_are_those_that_a_rule_may_use(window):
    words = window.get("/own/words?entity=budget_line").json()["words"]
    by = {(zh, owner): told for zh, _, owner, told in words}
    assert len(by) == len(words)
    assert by["实际支出", ""].startswith("字段 · 金额") and by["批复日期", "批复"].startswith("字段 · 日期")
    assert by["明细项目", ""] == "取值 · 支出层次" and ("且", "") in by and ("要求", ":") in by and ("下级", "") in by
    assert any(told.startswith("参数") for told in by.values()) and any(told.startswith("定义") for told in by.values())
    assert window.get("/own/words?entity=x").status == 404
    english = window.get("/own/words?entity=budget_line", cookie=window.cookie + "; checker_lang=en").json()["words"]
    assert next(each[3] for each in english if each[:3] == ["实际支出", "actual", ""]) == "field · amount"


def test_markup_in_a_rule_of_ones_own_stays_text(tmp_path, window):
    from test_serve import MARKUP, elements

    go = window.take(("2020.yaml", CASE))
    pages = (
        "/rules",
        f"/rules/{RULE}",
        f"/rules/{RULE}/edit",
        f"{go}/whatif",
        "/thresholds",
        f"/units/{go[3:]}",
        f"{go}/findings",
    )
    plain = [elements(window.get(page).text) for page in pages]
    text, _ = text_of(window, RULE)
    odd = re.sub(
        r"(?m)^((?:finding_)?title|category|limits|remedy): .*",
        lambda m: f"{m[1]}: {json.dumps(MARKUP.replace('{', '('))}",
        text,
    )
    assert odd.count("alert(1)") >= 4
    saved = window.post("/own/save", {"text": odd, "ident": RULE, "known": ""}).json()
    assert saved.get("done"), window.post("/own/try", {"text": odd, "ident": RULE}).json()["problems"]
    for page, before in zip(pages, plain, strict=True):
        shown = window.get(page).text
        assert elements(shown) == before and "<script>alert" not in shown and "<img" not in shown, page
    many = {"paths": ["[]"] * 61, "fields": ["name"] * 61, "values": ["x"] * 61}
    assert window.post(f"{go}/whatif/judge", many).refused == "long"


def test_a_limit_names_every_rule_that_says_something_else_where_it_is_another():
    """Also those that read it for an amount, a severity or a word alone; held against the findings with the limit changed."""
    from checker.api import check, load_case
    from checker.authoring.impact import compared, with_settings
    from checker.serve.uses import Uses

    book = load_rules()
    uses, case = Uses(book), load_case(str(ROOT / "cases" / "2020.yaml"), book)
    known = check(case, book)
    for name in ("larger_amount", "large_amount", "overrun_alert_line"):
        kind = book.parameters[name].type
        other = with_settings(book, [f"{name}={'1元' if kind == 'money' else '1%'}"])
        turned = {each.check.rule.id for each in compared(known, check(case, other)).changes}
        assert turned and turned <= {rule.id for rule in uses.of_parameter(name)}, name
    told = {rule.id for rule in uses.of_parameter("larger_amount")}
    assert told > {r.id for r in book.rules.values() if "larger_amount" in r.parameters_read(book.definitions)}
