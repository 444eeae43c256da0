"""A report from its document to the Word file in a real browser, once by mouse and once by keys alone; both languages, wide and narrow."""

from __future__ import annotations

import json
import time

import pytest
from browser import PROGRAM, Browser
from conftest import ROOT
from intake_files import report_docx
from test_serve_form import CASE
from test_serve_started import started

pytest.importorskip("uvicorn", reason="the extra serve is not installed")
pytest.importorskip("starlette", reason="the extra serve is not installed")
from checker.serve.own import copied

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason="no chromium here")]
KEYS = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40}
EDIT, LIMIT = "/rules/approved-before-spending/edit", "/thresholds/addition_alert_line"
OWN = "review-before-payment"
AXE = (ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
ACORN = (ROOT / "tests" / "vendor" / "acorn" / "acorn.js").read_text(encoding="utf-8")
LEFT = "document.querySelectorAll('.todo').length"
OPEN = "document.getElementById('ask').open"


class Person(Browser):
    """Somebody at the page."""

    def come(self, link):
        self.call("Page.navigate", url=link)
        self.until("document.readyState === 'complete' && location.pathname === '/'")

    def until(self, script, wanted=True):
        for _ in range(400):
            if self.run(script) == wanted:
                return
            time.sleep(0.02)
        raise AssertionError(f"{script}: {self.run(script)}")

    def loaded(self, path):
        self.until(f"document.readyState === 'complete' && location.pathname.endsWith('{path}')")

    def press(self, key):
        known = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS.get(key) or ord(key.upper())}
        text = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **known, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **known)

    def press_until(self, key, script):
        """Press as a person does: once more where a page that was still busy passed it over."""
        for _ in range(20):
            self.press(key)
            for _ in range(40):
                if self.run(script):
                    return
                time.sleep(0.02)
        raise AssertionError(f"{key}: {script}")

    def write(self, text):
        self.call("Input.insertText", text=text)
        self.until(
            f"document.activeElement.value.includes({json.dumps(text)})"
        )  # keys go another way, and may be first

    def click(self, selector):
        spot = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            "const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=spot[0], y=spot[1], button="left", clickCount=1)

    def choose(self, path):
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector="#pick")["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(path)])
        self.until("!document.getElementById('begin').hidden && document.activeElement.matches('[data-begin]')")

    def opened(self, path):
        """Open what a page keeps closed, as far as a person would."""
        if path == "/findings":
            self.run("document.querySelectorAll('details.items, details.follow').forEach(e => { e.open = true })")
        if path == "/form":
            self.run(
                "document.querySelectorAll('details.one, .ff details.about').forEach((e, n) => { e.open = n % 9 === 0 })"
            )
            self.until("document.querySelectorAll('details.one[open] > .inside.soft, [open] > [data-uses]').length", 0)

    def word(self):
        """Return whether the link to the Word report gives one, asked for as the browser does."""
        script = "(async () => { const a = await fetch(document.querySelector('a[href$=\"report.docx\"]').href); const b = new Uint8Array(await a.arrayBuffer()); return a.status === 200 && b[0] === 80 && b[1] === 75 })()"
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return found["result"]["value"]


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "报告.docx"
    path.write_bytes(report_docx())
    return path


def test_by_keys_alone(tmp_path, document):
    folder = tmp_path / "cases"
    folder.mkdir()
    with started(folder) as (_, link), Person() as person:
        person.come(link)
        person.choose(document)
        person.press("Enter")
        person.loaded("/figures")
        person.press("e")  # without a name nothing is decided
        person.until("document.activeElement.id", "who")
        assert not person.run(OPEN)
        person.write("王芳")
        person.press("Enter")
        left = person.run(LEFT)
        for value in ("望城区", None):  # the place, then the level from a list
            person.press_until("e", OPEN)
            if value:
                person.write(value)
            else:
                person.press("ArrowDown")
            person.press("Enter") if value else person.run("document.getElementById('ask-form').requestSubmit()")
            left -= 1
            person.until(LEFT, left)
        person.press("Enter")  # the kind of unit is accepted
        left -= 1
        person.until(LEFT, left)
        person.press("u")
        person.until(LEFT, left + 1)
        person.press("Enter")
        person.until(LEFT, left)
        while left:
            person.press_until("x", OPEN)
            person.write("工作量")
            person.press("Enter")
            left -= 1
            person.until(LEFT, left)
        assert "0 个没有着落" in person.run("document.getElementById('meter').innerText")
        person.until("document.activeElement.matches('.done a')")
        person.press("Enter")
        person.loaded("/findings")
        assert person.word() and person.messages == []


def test_by_mouse(tmp_path, document):
    folder = tmp_path / "cases"
    folder.mkdir()
    with started(folder) as (_, link), Person() as person:
        person.call("Emulation.setDeviceMetricsOverride", width=1280, height=860, deviceScaleFactor=1, mobile=False)
        person.come(link)
        person.choose(document)
        person.click("[data-begin]")
        person.loaded("/figures")
        person.click("#who")
        person.write("王芳")
        person.click(".f.s-used[data-span]")
        assert person.run("document.querySelectorAll('.field.now').length") == 1
        person.click(".chip[data-only=confirm]")
        before = person.run(LEFT)
        person.click(".todo.now [data-act=accept]")
        person.until(LEFT, before - 1)
        person.click("[data-rest]") if person.run("!!document.querySelector('[data-rest]')") else None
        person.until(OPEN)
        person.write("工作量")
        person.click("#ask-form .main")
        person.until("document.querySelectorAll('.todo.k-unread').length", 0)
        person.click(".tabs a:last-child")
        person.loaded("/findings")
        person.click("details.items > summary")
        person.run("document.querySelector('details[data-load]').open = true")
        person.until("!!document.querySelector('.why .lines p')")
        person.click("details.follow > summary")
        person.run("document.querySelector('[name=state]').value = 'corrected'")
        person.click(".follow [name=note]")
        person.write("已补批复")
        person.click(".follow form .main")
        person.until(
            "!!document.querySelector('.follow summary') && document.querySelector('.follow summary').innerText.includes('已整改')"
        )
        assert person.word() and next(folder.glob("*.followup.yaml")).read_text(encoding="utf-8").count("已补批复") >= 1
        other = person.run("document.querySelector('[lang=en].button').href")
        person.call("Page.navigate", url=other)
        person.until("document.documentElement ? document.documentElement.lang : ''", "en")
        person.until("document.readyState", "complete")
        shown = person.run("document.querySelector('.downloads').innerText")
        assert "Word (to sign)" in shown and person.messages == []
        person.call("Page.navigate", url=person.run("location.origin") + EDIT)
        person.until("document.querySelectorAll('#words li').length > 9")
        text = "document.getElementById('text')"
        person.run(f"{text}.focus(); {text}.setSelectionRange(0, 0)")
        person.call("Input.insertText", text="\nrequire: 年初预算且实际支")
        person.until("!document.getElementById('complete').hidden")
        person.press("Tab")
        assert person.run(
            f"document.activeElement === {text} && {text}.value.startsWith('\\nrequire: 年初预算且实际支出')"
        )


LINES = "document.querySelectorAll('[data-list=budget_line] details.one')"
ENTER = f"""(number, field, value) => {{ const c = {LINES}[number].querySelector(`[data-field=${{field}}] [data-value]`);
    c.value = value; c.dispatchEvent(new Event('change', {{bubbles: true}})) }}"""


def test_nothing_that_is_typed_into_a_form_is_lost_or_done_twice(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(CASE)
    with started(tmp_path) as (_, link), Person() as person:
        person.come(link)
        person.call("Page.navigate", url=person.run("document.querySelector('#cases a').href"))
        person.loaded("/findings")
        person.run("document.querySelector('.tabs a[href$=form]').click()")
        person.loaded("/form")
        many = f"{LINES}.length"
        assert person.run(many) == 6
        person.run("document.querySelector('[data-list=budget_line] [data-add]').click()")
        person.until("document.getElementById('adding').open")
        person.run(
            "document.querySelector('#adding [data-field=name] [data-value]').value = '新项目';"
            "document.querySelector('#adding [data-field=kind] select').selectedIndex = 3;"
            "for (let n = 0; n < 3; n++) document.getElementById('adding-form').requestSubmit()"  # Enter, thrice
        )
        person.until("document.getElementById('adding').open", False)
        assert person.run(many) == 7 and path.read_text(encoding="utf-8").count("新项目") == 1
        person.run(f"for (const e of {LINES}) e.open = true")
        person.until(f"[...{LINES}].filter(e => e.querySelector('[data-remove]')).length", 7)
        person.run(
            f"{{ const b = {LINES}[6].querySelector('[data-remove]'); b.click(); b.click(); ({ENTER})(5, 'actual', '77.77') }}"
        )
        person.until(many, 6)  # one alone is gone, and what meant another place by then is told and not written
        person.until("document.getElementById('notice').innerText.includes('再填一次')")
        assert "77.77" not in path.read_text(encoding="utf-8")
        person.run(f"for (const e of {LINES}) e.open = true")
        person.until(f"[...{LINES}].filter(e => e.querySelector('[data-remove]')).length", 6)
        person.run(f"({ENTER})(1, 'initial_budget', '245'); ({ENTER})(1, 'actual', '很多')")
        wrong = f"{LINES}[1].querySelector('.is-wrong[data-field=actual] [data-value]')"
        person.until(f"!!{wrong} && {wrong}.value === '很多'")  # though the fields were drawn anew meanwhile
        path.write_bytes(path.read_bytes() + b"# elsewhere\n")
        person.run(f"({ENTER})(1, 'initial_budget', '246')")
        person.until("document.getElementById('notice').innerText.includes('没有保存')")
        assert person.run(f"{LINES}[1].querySelector('[data-field=initial_budget] [data-value]').value") == "246"
        assert {each["entry"]["source"] for each in person.messages} == {"network"}  # what was refused, and no script
        person.messages.clear()
        person.click("h1")
        person.run("window.before = true; setTimeout(() => location.reload(), 0)")
        for _ in range(400):
            person.call("Target.getTargets")  # an answer brings what the page asked meanwhile
            asked = [each["type"] for each in person.messages if "type" in each]
            if asked:
                break
            time.sleep(0.02)
        assert asked == ["beforeunload"]
        person.call("Page.handleJavaScriptDialog", accept=True)
        person.until("!window.before && document.readyState === 'complete' && document.getElementById('notice').hidden")
        person.run("document.querySelector('.tabs a:last-child').click()")
        person.loaded("/findings")
        person.run("history.back()")
        person.loaded("/form")
        stale = (
            "[...document.querySelectorAll('[data-value]')].filter(c => c.value !== (c.dataset.was || c.value)).length"
        )
        assert person.run(stale) == 0 and person.run("document.body.dataset.version.length") == 32


def test_scripts_are_of_the_syntax_that_browsers_of_2019_read():
    with Person() as person:
        person.run(ACORN + ";0")
        for path in sorted((ROOT / "checker" / "serve" / "static").glob("*.js")):
            read = f"acorn.parse({json.dumps(path.read_text(encoding='utf-8'))}, {{ecmaVersion: 2019}}).body.length > 0"
            assert person.run(read), path
        newer = "(() => { try { acorn.parse('a?.b', {ecmaVersion: 2019}); return false } catch (e) { return true } })()"
        assert person.run(newer)


VIOLATIONS = "(async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(v => [v.id, v.impact, v.nodes.map(n => n.html.slice(0, 200))]))()"


@pytest.mark.parametrize(("width", "dark"), [(400, True), (1280, False)])
def test_nothing_is_wider_than_the_screen_and_axe_finds_nothing(tmp_path, document, width, dark):
    folder = tmp_path / "cases"
    folder.mkdir()
    own = folder / ".checker" / "rules" / f"{OWN}.yaml"  # its page has more than that of a built-in rule
    own.parent.mkdir(parents=True)
    built_in = next((ROOT / "rules").rglob(own.name)).read_bytes()
    own.write_text(copied(OWN, built_in), encoding="utf-8")
    with started(folder) as (_, link), Person() as person:
        person.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 700
        )
        person.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
        )
        person.come(link)
        person.choose(document)
        person.press("Enter")
        person.loaded("/figures")
        base = person.run("location.origin + location.pathname").replace("/figures", "")
        for lang in ("zh", "en") if width == 400 else ("zh",):
            for path in (
                "/figures",
                "/form",
                "/findings",
                "/whatif",
                "/",
                "/rules",
                "/units",
                "/units/UNIT",
                "/thresholds",
                "/own/new",
                f"/rules/{OWN}/edit",
                LIMIT,
            ):
                origin, own = person.run("location.origin"), path in ("/figures", "/form", "/findings", "/whatif")
                url = base + path if own else origin + path.replace("UNIT", base.rpartition("/")[2])
                back = "/" + url.split("/", 3)[3]
                person.call("Page.navigate", url=f"{person.run('location.origin')}/lang/{lang}?back={back}")
                person.until(f"document.readyState === 'complete' && location.pathname === '{back}'")
                assert person.run("document.documentElement.scrollWidth") <= width, (lang, path)
                unnamed = "[...document.querySelectorAll('button,input:not([type=hidden]),select,a')].filter(e => e.checkVisibility() && !(e.innerText || e.getAttribute('aria-label') || (e.hasAttribute('aria-labelledby') || (e.labels && e.labels.length && e.labels[0].textContent.trim())))).map(e => e.outerHTML)"
                assert person.run(unnamed) == [], (lang, path)
                headings = person.run("document.querySelectorAll('h1').length")
                assert headings == 1, (lang, path)
                if (lang == "en") == dark:
                    person.opened(path)
                    person.run(AXE + ";0")
                    found = person.call(
                        "Runtime.evaluate", expression=VIOLATIONS, awaitPromise=True, returnByValue=True
                    )
                    assert found["result"]["value"] == [], path
        assert person.messages == []
