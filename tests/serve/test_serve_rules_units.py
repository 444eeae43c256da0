"""Rules and the ranking of units on the page, the files that start it, and the script it runs."""

from __future__ import annotations

import re
import sys
import time

import pytest
from conftest import BOOK, ROOT

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("jinja2", reason="the extra serve is not installed")

from click.testing import CliRunner
from serve_tools import Window
from test_html import luminance

from checker.authoring.pages import rule_page
from checker.cli.main import main
from checker.serve import starting, survey
from checker.serve.pages_html import rendered
from checker.serve.server import Request

CASE = (ROOT / "cases" / "2020.yaml").read_text(encoding="utf-8")
SERVE = ROOT / "checker" / "serve"
STYLE = (SERVE / "static" / "app.css").read_text(encoding="utf-8")


def surveyed(window):
    window.get("/units")
    for _ in range(600):
        data = window.get("/units/data").json()
        if not data["working"]:
            return data
        time.sleep(0.05)
    raise AssertionError("there is no end of it")


@pytest.mark.parametrize("ends", [False, True], ids=["beside", "the program beside ends early"])
def test_many_units_are_judged_beside_the_page_and_come_to_the_same(tmp_path, monkeypatch, ends):
    small = (ROOT / "cases" / "clean.yaml").read_text(encoding="utf-8")
    for number in range(2):
        (tmp_path / f"u{number}.yaml").write_text(small, encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text("name: [", encoding="utf-8")
    few = surveyed(Window(tmp_path))["rows"]
    (tmp_path / ".checker" / "units.json").unlink()
    monkeypatch.setattr(survey, "FEW", 1)
    if ends:
        monkeypatch.setattr(survey.sys, "executable", str(tmp_path / "no-python"))
    window = Window(tmp_path)
    page = window.get("/").text
    assert surveyed(window)["rows"] == few and len(few) == 3
    for row in re.findall(r'data-fill="([^"]+)"', page):
        assert window.get(row).status == 200  # what is known is not judged once more
    assert "读不了" in "".join(window.get(row).text for row in re.findall(r'data-fill="([^"]+)"', page))
    (tmp_path / "u0.yaml").write_text(small + "# changed\n", encoding="utf-8")
    changed = re.findall(r'data-fill="([^"]+)"><th scope="row"><a[^>]*>u0', page)[0]
    assert window.get(changed).status in (200, 202)  # its turn comes


def test_every_rule_is_listed_with_its_articles(tmp_path):
    page = Window(tmp_path).get("/rules").text
    assert set(re.findall(r'href="/rules/([a-z0-9-]+)"', page)) == set(BOOK.rules)
    for rule in BOOK.rules.values():
        assert rule.title.zh in page


@pytest.mark.parametrize("rule", ["overrun-above-threshold", "stated-ratio", "it-project-second-review"])
def test_the_page_of_a_rule_says_all_that_the_written_page_says(tmp_path, rule):
    window = Window(tmp_path)
    shown = window.get(f"/rules/{rule}")
    assert shown.status == 200
    words = re.sub(r"<[^>]+>", "", shown.text)
    for line in rule_page(BOOK, BOOK.rules[rule], "zh").split("\n")[:12]:
        plain = re.sub(r"\[([^\]]+)\]\([^)]*\)|[`*#|]|^- ", r"\1", line).strip()
        assert plain.replace("&", "&amp;").replace("<", "&lt;") in words or not plain
    assert window.get("/rules/no-such-rule").status == 404


def test_markdown_of_a_page_cannot_make_an_element():
    made = rendered(
        "# <script>x</script>\n\n- **<b>** `<i>` [<u>](a-b.md)\n\n| <a> | b |\n|---|---|\n| c\\|d | e |\n\n```text\n<s>\n```\n<p>"
    )
    assert set(re.findall(r"<(\w+)", made)) == {
        "h1",
        "ul",
        "li",
        "strong",
        "code",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "pre",
        "p",
    }
    assert "<td>c|d</td>" in made and 'href="/rules/a-b"' in made


def test_what_a_rule_came_to_over_the_cases_at_hand(tmp_path):
    (tmp_path / "a.yaml").write_text(CASE, encoding="utf-8")
    found = Window(tmp_path).get("/rules/overrun-above-threshold/outcomes").json()
    assert found["cases"] == found["all"] == 1 and "不符合 3" in found["rows"][0]["told"]


def test_units_are_ranked_kept_and_judged_anew_when_a_file_changes(tmp_path):
    (tmp_path / "a.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text((ROOT / "cases" / "clean.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "c.yaml").write_text("支出: [", encoding="utf-8")
    window = Window(tmp_path)
    data = surveyed(window)
    assert data["total"] == 3 and [row[2] for row in data["rows"]] == ["a.yaml", "b.yaml", "c.yaml"]
    a, b, c = data["rows"]
    page = window.get(f"/c/{a[0]}/findings").text
    assert a[8] in page and sum(a[6]) == len(re.findall(r'<article class="card', page))
    assert sum(b[6]) == 0 and c[10] and a[4] == "430112" and a[5] == "望城区"
    assert [area[1:3] for area in data["areas"]] == [["", 1], ["望城区", 2]]
    assert ["overrun-above-threshold", BOOK.rules["overrun-above-threshold"].title.zh, 3] in data["rules"]
    kept = (tmp_path / ".checker" / "units.json").read_bytes()
    again = surveyed(Window(tmp_path))
    assert again == data and (tmp_path / ".checker" / "units.json").read_bytes() == kept
    (tmp_path / "b.yaml").write_text(CASE.replace("code:", "code:"), encoding="utf-8")
    assert sum(surveyed(Window(tmp_path))["rows"][1][6]) == sum(a[6])
    (tmp_path / ".checker" / "units.json").write_text("{", encoding="utf-8")
    assert len(surveyed(Window(tmp_path))["rows"]) == 3


def test_a_unit_beside_itself_a_year_before(tmp_path):
    """What is new, what is settled; a year of which there are two cases is compared with none."""
    earlier = CASE.replace("year: 2020", "year: 2019", 1)
    assert earlier != CASE
    (tmp_path / "new.yaml").write_text(CASE.replace("actual: 538.64", "actual: 700.00", 1), encoding="utf-8")
    (tmp_path / "old.yaml").write_text(earlier, encoding="utf-8")
    window = Window(tmp_path)
    newest = surveyed(window)
    assert newest["years"] == [2020, 2019] and newest["year"] == 2020 and newest["known"] == 2
    everything = {row[2]: row for row in window.get("/units/data?year=all").json()["rows"]}
    assert [row[2] for row in newest["rows"]] == ["new.yaml"] and len(everything) == 2
    assert everything["old.yaml"][11] == -1
    page = window.get(f"/units/{everything['new.yaml'][0]}").text
    assert "2020 年和 2019 年比" in page and "report.docx" in page
    told = {
        name: part.count("<strong>不符合")
        for name, part in re.findall(r"<summary><strong>([^<]+)(.*?)</details>", page, re.S)
    }
    assert told["新增"] + told.get("变重", 0) == everything["new.yaml"][11] == 4  # overrun, and sums that differ
    assert "179.00万元" in page  # 700 of 521
    assert told["上年还没有这条规范的检查"] > 3  # of a notice of 2020: no change of the unit
    (tmp_path / "twice.yaml").write_text(earlier, encoding="utf-8")
    again = {row[2]: row[11] for row in surveyed(window)["rows"]}
    assert again == {"new.yaml": -1}
    assert "不能比较" in window.get(f"/units/{everything['new.yaml'][0]}").text
    (tmp_path / "wrong.yaml").write_text("name: [", encoding="utf-8")
    wrong = next(row[0] for row in surveyed(window)["rows"] if row[10])
    assert window.get(f"/units/{wrong}").status == 303 and window.get("/units/nothing").status == 404


def test_files_that_start_it_by_double_click(tmp_path, monkeypatch):
    cases = tmp_path / '案例 "一" $x%'
    result = CliRunner().invoke(main, ["serve", str(cases), "--shortcut", str(tmp_path), "--lang", "zh"])
    assert result.exit_code == 0, result.output
    script = (tmp_path / starting.WINDOWS).read_text(encoding="utf-8")
    entry = (tmp_path / starting.LINUX).read_text(encoding="utf-8")
    served = []
    monkeypatch.setattr(starting, "serve", lambda request, say: served.append(request))
    exec(compile(script, "x", "exec"), {})
    assert served == [Request(cases.resolve())] and cases.is_dir()
    command = re.search(r"^Exec=(.*)$", entry, re.M)[1]
    assert sys.executable in command and "%%" in command and '\\\\"' in command and "Terminal=false" in entry


def test_what_goes_wrong_at_a_double_click_is_shown(tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(starting, "_show", told.append)
    (tmp_path / "file").write_text("x")
    starting.double_click(str(tmp_path / "file"))
    assert told and "Traceback" not in told[0]


@pytest.mark.parametrize("path", sorted((SERVE / "static").glob("*.js")), ids=lambda path: path.name)
def test_the_script_is_of_2019_and_makes_no_markup_of_its_own(path):
    text = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
    for newer in (  # of the library; the syntax is read by acorn in the tests of the browser
        r"\bBigInt\b",
        r"replaceAll|matchAll",
        r"\.at\(|findLast|\.hasOwn\(|allSettled|Promise\.any|toSorted|globalThis|WeakRef",
        r"structuredClone|replaceChildren|checkVisibility|requestSubmit|\.inert\b|AbortSignal\.timeout|popover",
    ):
        assert not re.search(newer, text), newer
    for bad in ("eval(", "new Function", "document.write", "insertAdjacentHTML", "http://", "https://", "localStorage"):
        assert bad not in text
    for given in re.findall(r"innerHTML = ([^;]+);", text):  # only what the server escaped
        assert re.fullmatch(r"await answer\.text\(\)|await get\(.*\)|answer\.(side|list|html)|html", given), given
    for given in re.findall(r"(?:const|let) html = ([^;]+);", text):
        assert given.startswith("await get("), given


def test_templates_have_no_style_or_script_of_their_own():
    for path in (SERVE / "templates").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"<style|\sstyle=|\son\w+=|javascript:|\|\s*safe|<script(?![^>]*(?:src=\"/static/|application/json))", text
        ), path.name
        assert not re.search(r"https?://", text), path.name


def test_every_sentence_of_a_template_is_in_both_languages():
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for path in (SERVE / "templates").glob("*.html"):
        text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert not chinese.search(text), (path.name, chinese.search(text))


@pytest.mark.parametrize("theme", range(2), ids=["light", "dark"])
def test_contrast_of_the_page(theme):
    colours = dict(
        pair.split(":") for pair in re.findall(r":root\{([^}]*)\}", STYLE)[theme].removeprefix("--").split(";--")
    )

    def contrast(one, other):
        low, high = sorted((luminance(colours[one]), luminance(colours[other])))
        return (high + 0.05) / (low + 0.05)

    for name in ("fg", "soft", "accent", "over", "open", "good"):
        for ground in ("bg", "panel"):
            assert contrast(name, ground) >= 4.5, (name, ground)
    for ground in ("used", "claim", "ask", "bad", "none"):
        assert contrast("fg", ground) >= 4.5, ground
    assert contrast("on", "accent") >= 4.5 and contrast("edge", "bg") >= 3
    assert set(re.findall(r"var\(--(\w+)\)", STYLE)) <= set(colours)
