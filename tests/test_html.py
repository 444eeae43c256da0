"""The page: what it holds, what cannot break out of it, and a browser that filters, switches and opens a finding."""

import json
import re
from html.parser import HTMLParser

import pytest
from browser import PROGRAM, Browser
from conftest import BOOK, ROOT
from test_formats import HOSTILE, NORMAL, hostile

from checker.api import check, load_case
from checker.reports import Options, render

REPORT = check([load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)], BOOK)
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no chromium here")


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(name for name, _ in attrs)))


def tags(page):
    parser = Tags()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_adds_no_tag_and_no_attribute(text):
    page = render("html", hostile(text), Options())
    assert tags(page) == tags(render("html", NORMAL, Options()))
    assert "\x1b" not in page and "\u202e" not in page
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.S).group(1))
    assert len(data["rows"]) == sum(1 for p in NORMAL.problems for _ in p.findings)


def test_nothing_is_fetched_and_nothing_runs_but_its_own_script():
    page = render("html", REPORT, Options())
    assert "default-src &#x27;none&#x27;" in page and "unsafe" not in page
    assert not re.findall(r'(?:src|href)="(?!#)', page) and " style=" not in page and " on" not in re.sub(r">[^<]*<", "><", page.split("<script", 1)[0].split("</style>")[1])  # fmt: skip


@pytest.mark.browser
@needs_browser
def test_filter_switch_and_open_in_a_browser(tmp_path):
    path = tmp_path / "r.html"
    path.write_text(render("html", REPORT, Options()), encoding="utf-8")
    findings = sum(len(problem.findings) for problem in REPORT.problems)
    with Browser() as page:
        page.open(path)
        listed = "document.querySelectorAll('#rows > tr:not(.detail)').length"
        assert page.run(listed) == min(100, findings)
        page.run("document.getElementById('more').click()")
        assert page.run(listed) == min(200, findings)
        choose = "var s=document.getElementById('kind'); s.value='query'; s.dispatchEvent(new Event('change'))"
        page.run(choose)
        queries = sum(len(p.findings) for p in REPORT.problems if p.kind == "query")
        assert page.run(listed) == queries
        assert "疑点" in page.run("document.body.innerText") and "Established" not in page.run(
            "document.body.innerText"
        )
        page.run("document.getElementById('lang').click()")
        told = page.run("document.body.innerText")
        assert "Established" in told and "可认定" not in told and page.run("document.documentElement.lang") == "en"
        page.run("document.querySelector('#rows button').click()")
        assert page.run("document.querySelector('#rows button').getAttribute('aria-expanded')") == "true"
        assert "Basis" in page.run("document.querySelector('tr.detail').innerText")
        page.run("document.querySelector('#rows button').click()")
        assert page.run("document.querySelectorAll('tr.detail').length") == 0
        unnamed = "[...document.querySelectorAll('button,input,select')].filter(e => !(e.innerText || e.getAttribute('aria-label') || (e.labels && e.labels.length))).length"
        assert page.run(unnamed) == 0
        assert page.messages == []


@pytest.mark.browser
@needs_browser
def test_hostile_texts_run_nothing_in_a_browser(tmp_path):
    with Browser() as page:
        for name in ("script", "end of script", "quotes", "separator", "long"):
            path = tmp_path / "r.html"
            path.write_text(render("html", hostile(HOSTILE[name]), Options()), encoding="utf-8")
            page.open(path)
            page.run("document.querySelector('#rows button').click()")
            assert page.run("document.scripts.length") == 2 and page.run("document.images.length") == 0
        assert page.messages == []
