"""The page: what it says, what cannot break out of it, its colours, and a browser that filters, sorts, switches and prints it."""

import base64
import json
import re
import shutil
import subprocess
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from browser import PROGRAM, Browser
from conftest import BOOK, ROOT, report_of
from test_formats import HOSTILE, NORMAL, hostile

from checker.api import check, load_case
from checker.findings.overview import LineShown
from checker.findings.presentation import presentation
from checker.reports import Options, render
from checker.reports.markup import tag, text

REPORT = check([load_case(str(ROOT / "cases" / "2020.yaml"), BOOK)], BOOK)
PAGE = render("html", REPORT, Options())
STYLE = (ROOT / "checker" / "reports" / "page.css").read_text(encoding="utf-8")
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no chromium here")


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(name for name, _ in attrs)))


class Words(HTMLParser):
    """The text of a page by the language that it is said in."""

    def __init__(self):
        super().__init__()
        self.open, self.said = [], {"zh": [], "en": []}

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(dict(attrs).get("class"))

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        for lang in self.said:
            if lang in self.open:
                self.said[lang].append(data)


def data(page):
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.S).group(1))


def problems(report, lang="zh"):
    return [problem for page in presentation(report, lang).pages for problem in page.problems]


def tags(page):
    parser = Tags()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_adds_no_tag_and_no_attribute(text):
    page = render("html", hostile(text), Options())
    assert tags(page) == tags(render("html", NORMAL, Options()))
    assert "\x1b" not in page and "\u202e" not in page
    assert len(data(page)["rows"]) == sum(len(problem.items) for problem in problems(NORMAL))


def test_nothing_is_fetched_and_nothing_runs_but_its_own_script():
    page = PAGE
    assert "default-src &#x27;none&#x27;" in page and "unsafe" not in page
    assert (
        not re.findall(r'(?:src|href)="(?!#)', page)
        and " style=" not in page
        and " on" not in re.sub(r">[^<]*<", "><", page.split("<script", 1)[0].split("</style>")[1])
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_that_the_presentation_says_is_on_the_page_in_its_language(lang):
    words = Words()
    words.feed(PAGE)
    said = "".join(words.said[lang])
    shown = presentation(REPORT, lang)
    page = shown.pages[0]
    wanted = [page.heading, page.verdict, *page.notes]
    for problem in page.problems:
        wanted += [problem.title, problem.stake, problem.rolled, *problem.sentences, *problem.basis, *problem.advice]
    wanted += [paper.text for paper in (*page.papers, *page.routine)]
    wanted += [part for figure in page.figures for part in (figure.name, figure.value, figure.note)]
    wanted += [part for each in page.indicators for part in (each.name, each.value, *each.missing)]
    wanted += [part for each in page.agreed for part in (each.title, each.note)]
    wanted += [step.label.say(lang) for step in page.bridge.steps] + [shown.number(page.bridge.total)]
    assert [each for each in wanted if each not in said] == []


def test_links_lead_somewhere_and_no_id_stands_twice():
    ids = re.findall(r' id="([^"]+)"', PAGE)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(ids)


def test_the_list_has_every_item_with_its_figures():
    made = data(PAGE)
    texts = made["strings"]

    def word(value):
        return texts[value[0] if isinstance(value, list) else value]

    shown = [item for problem in problems(REPORT) for item in problem.items]
    assert [word(row[1]) for row in made["rows"]] == [item.name for item in shown]
    for row, item in zip(made["rows"], shown, strict=True):
        figures = [word(value) for value in row[5]]
        for printed, value in zip(figures, item.figures.values()):
            if isinstance(value, Decimal):
                assert Decimal(printed.replace(",", "")) == value and (abs(value) < 1000 or "," in printed)
            else:
                assert printed == (value or "")
        assert [texts[line] for line in row[3][0]] == list(item.told)


def test_no_column_of_an_item_table_is_empty():
    for problem in problems(REPORT):
        for name in problem.columns:
            assert any(re.search(r"\d", str(item.figures[name])) for item in problem.items), (problem.title, name)


LINES = """transcribed: whole
amounts: {unit: 万元, decimals: 2}
lines:
  - {id: total, kind: 总支出, name: 总支出}
  - {id: basic, kind: 基本支出, parent: total, name: 基本支出, initial_budget: 100, actual: 120}
  - {id: wages, kind: 支出构成, parent: basic, name: 工资, actual: 120}
  - {id: project, kind: 项目支出, parent: total, name: 项目支出, actual: 80}
  - {id: roof, kind: 明细项目, parent: project, name: 屋面维修, initial_budget: 无, actual: 50}
  - {id: lamp, kind: 明细项目, parent: project, name: 路灯, actual: 30}
  - {id: road, kind: 明细项目, parent: project, name: 道路, initial_budget: 10}
"""


def test_the_chart_has_items_without_a_budget_and_its_legend_names_them():
    report = report_of(LINES, "stated-ratio")
    assert report.cases[0].lines.known == (
        LineShown("基本支出", 100_000_000, 120_000_000),
        LineShown("屋面维修", 0, 50_000_000),
        LineShown("路灯", None, 30_000_000),
    )
    assert report.cases[0].lines.unknown == 1
    page = render("html", report, Options())
    for name in (
        "超出年初预算",
        "年初没有预算",
        "没有列年初预算",
        "no initial budget",
        "initial budget not stated",
        "另有 1 项没有列实际支出",
    ):
        assert name in page


def test_an_element_escapes_what_is_not_one():
    assert tag("p", "<b>", tag("b", "&"), data_x='"', class_=None) == '<p data-x="&quot;">&lt;b&gt;<b>&amp;</b></p>'
    assert text("a\u202e", tag("br")) == "a⟨U+202E⟩<br/>"


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", range(3), ids=["light", "dark", "print"])
def test_contrast(theme):
    blocks = re.findall(r":root\{([^}]*)\}", STYLE)
    assert len(blocks) == 3
    colours = dict(pair.split(":") for pair in blocks[theme].removeprefix("--").split(";--"))

    def contrast(one, other):
        low, high = sorted((luminance(colours[one]), luminance(colours[other])))
        return (high + 0.05) / (low + 0.05)

    for name in ("fg", "soft", "accent", "over", "open"):
        for ground in ("bg", "panel"):
            assert contrast(name, ground) >= 4.5, (name, ground)  # WCAG 1.4.3 AA: text
    for name in ("within", "over", "zero", "unknown"):
        assert contrast(name, "bg") >= 3, name  # 1.4.11: parts of a chart, frames of controls
    used = set(re.findall(r"var\(--(\w+)\)", STYLE))
    assert used == set(colours) and not re.findall(r"#[0-9a-f]{3,6}\b", re.sub(r":root\{[^}]*\}", "", STYLE))


def opened(page, tmp_path, content=PAGE, width=1280):
    path = tmp_path / "r.html"
    path.write_text(content, encoding="utf-8")
    page.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 700)
    page.open(path)


def press(page, key, code):
    letter = {"text": "\r"} if key == "Enter" else {}
    page.call("Input.dispatchKeyEvent", type="keyDown", key=key, code=key, windowsVirtualKeyCode=code, **letter)
    page.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=code)


LISTED = "document.querySelectorAll('#rows [data-row]').length"


@pytest.mark.browser
@needs_browser
def test_filter_and_switch_in_a_browser(tmp_path):
    listed = problems(REPORT)
    items = sum(len(problem.items) for problem in listed)
    with Browser() as page:
        opened(page, tmp_path)
        assert page.run(LISTED) == min(100, items)
        page.run("document.getElementById('more').click()")
        assert page.run(LISTED) == min(200, items)
        page.run("var s=document.getElementById('kind'); s.value='query'; s.dispatchEvent(new Event('change'))")
        queries = sum(len(problem.items) for problem in listed if problem.kind == "query")
        assert page.run(LISTED) == queries
        told = page.run("document.body.innerText")
        assert "疑点" in told and "Established" not in told
        page.run("document.getElementById('lang').click()")
        told = page.run("document.body.innerText")
        assert "Established" in told and "可认定" not in told and page.run("document.documentElement.lang") == "en"
        assert page.run(LISTED) == queries and page.run("document.title").startswith("Report")
        unnamed = "[...document.querySelectorAll('button,input,select')].filter(e => !(e.innerText || e.textContent || e.getAttribute('aria-label') || (e.labels && e.labels.length))).length"
        assert page.run(unnamed) == 0
        assert page.messages == []


@pytest.mark.browser
@needs_browser
def test_a_problem_leads_to_its_rows_and_a_row_to_its_arithmetic(tmp_path):
    with Browser() as page:
        opened(page, tmp_path)
        for index, problem in enumerate(problems(REPORT)):
            page.run(f"document.querySelector('.zh [data-problem=\"{index}\"]').click()")
            assert page.run(LISTED) == len(problem.items)
            assert page.run("document.querySelectorAll('#rows .group').length") == 1
        assert page.run("document.getElementById('annex').open") is False
        page.run("document.querySelector('#rows .proof').click()")
        assert page.run("document.getElementById('annex').open") is True
        assert problems(REPORT)[-1].items[0].findings[0].rule.id in page.run(
            "document.getElementById('proofs').innerText"
        )
        page.run("document.getElementById('clear').click()")
        assert page.run(LISTED) == min(100, sum(len(problem.items) for problem in problems(REPORT)))


@pytest.mark.browser
@needs_browser
def test_the_keyboard_reaches_and_sorts_everything(tmp_path):
    largest = max(problems(REPORT), key=lambda problem: (problem.own or 0) * len(problem.items))
    actual = [item.figures["actual"] for item in largest.items if isinstance(item.figures["actual"], Decimal)]
    read = f"[...document.querySelector('[data-sort=\"{problems(REPORT).index(largest)} actual\"]').closest('table').tBodies[0].rows].map(r => r.cells[2] && r.cells[2].innerText).filter(Boolean)"
    with Browser() as page:
        opened(page, tmp_path)
        press(page, "Tab", 9)
        assert page.run("document.activeElement.className") == "skip"
        assert page.run("document.activeElement.getBoundingClientRect().left") >= 0
        reached, controls = (
            set(),
            page.run(
                "[...document.querySelectorAll('a,button,input,select,summary')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.id !== 'more').length"
            ),
        )
        for _ in range(controls + 5):
            reached.add(
                page.run(
                    "document.activeElement.outerHTML + [...document.querySelectorAll('*')].indexOf(document.activeElement)"
                )
            )
            press(page, "Tab", 9)
        assert len([one for one in reached if not one.startswith(("<body", "<html"))]) == controls
        page.run(f"document.querySelector('[data-sort=\"{problems(REPORT).index(largest)} actual\"]').focus()")
        assert page.run("getComputedStyle(document.activeElement).outlineStyle") != "none"
        for way, ordered in (
            ("descending", sorted(actual, reverse=True)),
            ("ascending", sorted(actual)),
            ("none", actual),
        ):
            press(page, "Enter", 13)
            assert page.run("document.activeElement.closest('th').getAttribute('aria-sort')") == way
            assert [Decimal(figure.replace(",", "")) for figure in page.run(read)] == ordered


@pytest.mark.browser
@needs_browser
def test_a_language_is_kept_when_the_page_is_loaded_again(tmp_path):
    with Browser() as page:
        opened(page, tmp_path)
        page.run("document.getElementById('lang').click(); window.old = true")
        page.call("Page.reload")
        for _ in range(200):
            if page.run("!window.old && document.readyState === 'complete'"):
                break
        assert page.run("document.documentElement.lang") == "en"


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_narrow_screen_needs_no_scrolling_sideways(tmp_path, lang):
    with Browser() as page:
        opened(page, tmp_path, render("html", REPORT, Options(lang)), 400)
        page.run("document.querySelector('#rows .proof').click()")
        assert page.run("document.documentElement.scrollWidth") <= 400
        beyond = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.skip') && e.getBoundingClientRect().right > 400.5).map(e => e.outerHTML.slice(0, 80))"
        assert page.run(beyond) == []


@pytest.mark.browser
@needs_browser
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="no pdfinfo here")
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_prints_on_four_sheets_upright(tmp_path, lang):
    with Browser() as page:
        opened(page, tmp_path, render("html", REPORT, Options(lang)))
        made = page.call("Page.printToPDF", preferCSSPageSize=True)["data"]
        page.call("Emulation.setEmulatedMedia", media="print")
        assert page.run("getComputedStyle(document.getElementById('annex')).display") == "none"
    path = tmp_path / "r.pdf"
    path.write_bytes(base64.b64decode(made))
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages: +(\d+)", told)[1]) <= 4
    wide, high = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", told).groups())
    assert abs(wide - 595) < 2 and abs(high - 842) < 2


@pytest.mark.browser
@needs_browser
def test_no_empty_list_is_printed(tmp_path):
    report = check([load_case(str(ROOT / "cases" / "examples" / "yuan-against-wan.yaml"), BOOK)], BOOK)
    assert {len(problem.items) for problem in problems(report)} == {1}
    with Browser() as page:
        shown = "getComputedStyle(document.querySelector('.items')).display"
        for content, found in ((render("html", report, Options()), "none"), (PAGE, "block")):
            opened(page, tmp_path, content)
            page.call("Emulation.setEmulatedMedia", media="print")
            assert page.run(shown) == found
            page.call("Emulation.setEmulatedMedia", media="")


@pytest.mark.browser
@needs_browser
def test_several_units_are_sorted_and_opened(tmp_path):
    names = ("2020.yaml", "clean.yaml", "examples/split-tender.yaml")
    report = check([load_case(str(ROOT / "cases" / name), BOOK) for name in names], BOOK)
    amounts = [page.amount for page in presentation(report, "zh").pages]
    assert len(set(amounts)) == 3
    with Browser() as page:
        opened(page, tmp_path, render("html", report, Options()))
        assert page.run("document.querySelectorAll('.zh details.unit[open]').length") == 0
        page.run("[...document.querySelectorAll('.zh table.sorted .sort')].pop().click()")
        seen = page.run(
            "[...document.querySelector('.zh table.sorted').tBodies[0].rows].map(r => r.cells[r.cells.length - 1].textContent)"
        )
        assert [int(Decimal(amount.replace(",", "") or 0) * 10**6) for amount in seen] == sorted(amounts, reverse=True)
        page.run("document.querySelector('.zh table.sorted tbody a').click()")
        assert page.run("document.querySelectorAll('.zh details.unit[open]').length") == 1
        page.run("var s=document.getElementById('unit'); s.value='0'; s.dispatchEvent(new Event('change'))")
        assert page.run(LISTED) == sum(len(p.items) for p in presentation(report, "zh").pages[0].problems)
        page.run("window.dispatchEvent(new Event('beforeprint'))")
        assert page.run("document.querySelectorAll('details.unit:not([open])').length") == 0
        assert page.messages == []


@pytest.mark.browser
@needs_browser
def test_hostile_texts_run_nothing_in_a_browser(tmp_path):
    with Browser() as page:
        for name in ("script", "end of script", "quotes", "separator", "long"):
            path = tmp_path / "r.html"
            path.write_text(render("html", hostile(HOSTILE[name]), Options()), encoding="utf-8")
            page.open(path)
            page.run("document.querySelector('#rows .proof').click()")
            assert page.run("document.scripts.length") == 2 and page.run("document.images.length") == 0
        assert page.messages == []
