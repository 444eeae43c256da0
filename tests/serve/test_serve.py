"""Who may ask the page of `checker serve` for what: a table of attacks, each refused or contained with a status and a message."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from importlib import import_module

import pytest
from conftest import ROOT
from intake_files import docx, paragraph, report_docx, run

pytest.importorskip("starlette", reason="the extra serve is not installed")
pytest.importorskip("jinja2", reason="the extra serve is not installed")

from serve_tools import HOST, ORIGIN, Window, ask

from checker.base.errors import InputError
from checker.documents.source import read_source
from checker.records.followup import read_followup
from checker.serve import refusals
from checker.serve.app import LATER
from checker.serve.folder import Folder, file_name
from checker.serve.guard import ENTERED, HEADERS, UPLOAD, Activity, Keys
from checker.serve.judging import Judge
from checker.serve.server import Request, checked, names
from checker.serve.web import Desk

CASE = (ROOT / "cases" / "2020.yaml").read_bytes()
EVERY = [each for each in vars(refusals).values() if isinstance(each, refusals.Refusal)]


@pytest.fixture
def window(tmp_path):
    return Window(tmp_path)


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


# name: (what is changed of an upload that would be taken, the refusal)
CHANGES = {
    "a foreign Host (DNS rebinding)": ({"host": "evil.example:8765"}, "host"),
    "the right Host with another port": ({"host": "127.0.0.1:80"}, "host"),
    "a Host without its port": ({"host": "127.0.0.1"}, "host"),
    "no Host": ({"host": None}, "host"),
    "a Host that begins as it should": ({"host": "127.0.0.1:8765.evil.example"}, "host"),
    "no Origin": ({"origin": None}, "no-origin"),
    "a foreign Origin": ({"origin": "https://evil.example"}, "origin"),
    "the Origin of another port": ({"origin": "http://127.0.0.1:9999"}, "origin"),
    "the Origin null (a sandbox, a file)": ({"origin": "null"}, "origin"),
    "https instead of http": ({"origin": f"https://{HOST}"}, "origin"),
    "Origin and Host of two names": ({"origin": "http://localhost:8765"}, "origin"),
    "a form of another site": ({"sec_fetch_site": "cross-site"}, "origin"),
    "a page of another port of this machine": ({"sec_fetch_site": "same-site"}, "origin"),
    "no cookie": ({"cookie": None}, "session"),
    "the cookie of an earlier start": ({"cookie": "checker_8765=" + "x" * 43}, "session"),
    "a cookie that is none": ({"cookie": "checker_8765; =;;"}, "session"),
    "no token of the page": ({"x_checker": None}, "csrf"),
    "the token of an earlier start": ({"x_checker": "x" * 43}, "csrf"),
    "a declared length beyond the limit": ({"content_length": str(UPLOAD + 1)}, "too-large"),
    "a length that is no number": ({"content_length": "-1"}, "too-large"),
}


@pytest.mark.parametrize("change", CHANGES, ids=CHANGES.keys())
def test_a_change_from_elsewhere_is_refused_and_leaves_nothing(window, tmp_path, change):
    changed, code = CHANGES[change]
    before = files(tmp_path)
    answer = window.put("a.docx", report_docx(), **changed)
    known = next(each for each in EVERY if each.code == code)
    assert (answer.status, answer.refused) == (known.status, code)
    assert answer.json()["told"] == {"zh": known.told.zh, "en": known.told.en} and files(tmp_path) == before
    assert window.put("a.docx", report_docx()).json()["done"]  # the same without the change is taken


def test_no_address_of_the_page_takes_what_another_page_can_send(window, tmp_path):
    """Every address of every module, those included that are imported when they are asked for."""
    desk = Desk(Folder(tmp_path), Judge(()), "zh", window.keys, Activity(), print)
    modules = [
        "cases",
        "findings",
        "form_pages",
        "recording",
        "rule_pages",
        "units",
        *(n for names in LATER for n in names),
    ]
    routes = [each for name in modules for each in import_module(f"checker.serve.{name}").routes(desk)]
    changing = [(path_of(each), method) for each in routes for method in each.methods if method in ("POST", "PUT")]
    assert len(changing) > 15 and len(routes) > 40
    before = files(tmp_path)
    for path, method in changing:
        for name in (
            "a foreign Origin",
            "no Origin",
            "a form of another site",
            "no cookie",
            "the token of an earlier start",
        ):
            changed, code = CHANGES[name]
            answer = ask(
                window.app,
                method,
                path,
                window.headers(True, {"content_type": "application/json", **changed}),
                (b"{}",),
            )
            assert answer.refused == code, (path, name)
        if method == "POST":  # what a form can send, even with the token
            answer = window.post(path, b"{}", content_type="text/plain")
            assert answer.status == 415, path
    for each in routes:
        assert window.get(path_of(each), sec_fetch_site="cross-site").status == 403
        assert window.get(path_of(each), cookie=None).status == 401
    assert files(tmp_path) == before


def path_of(route):
    """Return an address that a route answers."""
    return re.sub(r"\{\w+(:int)?\}", lambda found: "1" if found[1] else "abc", route.path)


READS = {
    "a foreign Host": ({"host": "evil.example"}, 421),
    "two Hosts": ({}, 421),
    "a link on another site": ({"sec_fetch_site": "cross-site"}, 403),
    "a frame or script of another port": ({"sec_fetch_site": "same-site"}, 403),
    "no session": ({"cookie": None}, 401),
    "the cookie of another port": ({"cookie": "checker_9999=x"}, 401),
}


@pytest.mark.parametrize("change", READS, ids=READS.keys())
def test_a_page_is_shown_to_nobody_else(window, change):
    changed, status = READS[change]
    if change == "two Hosts":
        answer = ask(window.app, "GET", "/", [("host", HOST), ("host", HOST), ("cookie", window.cookie)])
    else:
        answer = window.get("/", **changed)
    assert answer.status == status and "checker-page" not in answer.text and answer.text.count("<p>") == 4
    assert window.get("/").status == 200


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(window, method):
    answer = ask(window.app, method, "/", window.headers(True, {}))
    assert answer.status == 405


def test_the_start_link_works_once(tmp_path):
    window = Window(tmp_path, start=False)
    token = window.keys.start
    assert window.get("/start?token=wrong").status == 403
    assert window.get("/start").status == 403
    first = window.get(f"/start?token={token}")
    assert first.status == 303 and first.headers["location"] == "/"
    for word in ("HttpOnly", "SameSite=Strict", "Path=/"):
        assert word in first.headers["set-cookie"]
    again = window.get(f"/start?token={token}")
    assert again.status == 403 and "已经用过" in again.text and "set-cookie" not in again.headers
    assert token not in first.text + again.text


def test_every_answer_carries_the_headers_of_the_guard(window):
    go = window.take(("2020.yaml", CASE))
    paths = ["/", "/start?token=x", "/static/app.js", "/nothing", f"{go}/findings", "/lang/en?back=/", "/row/x"]
    for answer in [*map(window.get, paths), window.post("/who", {"who": "x"}), window.get("/", host="evil")]:
        for name, value in HEADERS:
            assert answer.headers.get(name.decode()) == value.decode(), name
        assert "access-control-allow-origin" not in answer.headers
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy


def test_a_download_is_a_file_and_runs_nothing(window):
    go = window.take(("2020.yaml", CASE))
    for form in ("docx", "xlsx", "html"):
        answer = window.get(f"{go}/report.{form}")
        assert answer.status == 200 and answer.headers["content-disposition"].startswith("attachment")
        assert (
            answer.headers["content-security-policy"] == "sandbox"
            and answer.headers["x-content-type-options"] == "nosniff"
        )


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nset-cookie: x=1"],
)
def test_the_switch_of_the_language_leads_nowhere_else(window, back):
    from urllib.parse import quote

    assert window.get(f"/lang/en?back={quote(back)}").headers["location"] == "/"


PATHS = [
    "/c/../../etc/passwd",
    "/c/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/c/..%5c..%5cwindows",
    "/static/../app.py",
    "/static/..%2fapp.py",
    "/static/%00app.js",
    "/c/2020.yaml",
    "/c/" + "0" * 16 + "/case",
    "/row/%2fetc%2fpasswd",
    "/c/x/report.exe",
    "/c/x/why/../../..",
]


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_folder(window, path):
    window.take(("2020.yaml", CASE))
    answer = window.get(path)
    assert answer.status in (400, 404) and "root:" not in answer.text


NAMES = [
    "../../evil.yaml",
    "..\\..\\evil.yaml",
    "/etc/cron.d/evil.yaml",
    "C:\\Windows\\evil.yaml",
    "con.yaml",
    ".hidden.yaml",
    "a\0b.yaml",
    "<script>alert(1)</script>.yaml",
    "x" * 400 + ".yaml",
    "报告\u202egnp.yaml",
    "-rf.yaml",
    "",
    "\n\r.yaml",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_the_name_of_a_file_is_text_and_never_a_path(tmp_path, name):
    folder = tmp_path / "in" / "side"
    folder.mkdir(parents=True)
    window = Window(folder)
    for each, data in ((name, CASE), (name.replace(".yaml", ".docx"), report_docx())):
        answer = window.put(each, data)
        if answer.status == 200:
            window.post("/new", {"files": [answer.json()["sha256"]], "names": [each]})
    assert all(path.startswith("in/side/") for path in files(tmp_path))
    for path in files(folder):
        assert re.fullmatch(
            r"[\w（）-]+(\.import\.json|\.yaml|\.json)?|\.checker/(documents|read|written)/[0-9a-f]{16,64}(\.json)?",
            path,
        ), path
    assert "<script>alert" not in window.get("/").text


@pytest.mark.parametrize(
    "wanted", ["../x", "con", "LPT1", "a/b", "", "...", "-", "a" * 300, "局\u202e", "é", "a b", "$(rm)", "ＣＯＮ"]
)
def test_a_made_name_is_a_name_everywhere(wanted):
    made = file_name(wanted)
    assert made and len(made) <= 61 and not made.startswith((".", "-", "_")) and made.upper() not in ("CON", "LPT1")
    assert re.fullmatch(r"[\w（）-]+", made)


def test_a_huge_stream_is_stopped_at_the_limit_and_not_kept(window, tmp_path):
    sent = []

    def endless():
        for _ in range(20_000):  # a gigabyte, if anybody read it
            sent.append(1)
            yield b"\0" * (1 << 20 if len(sent) < 60 else 1)

    answer = window.put("a.pdf", endless())
    assert (answer.status, answer.refused) == (413, "too-large") and len(sent) < 60
    assert files(tmp_path) == []


def test_what_is_entered_has_a_limit(window):
    assert window.post("/who", {"who": "x" * 5000}).status == 413
    assert window.post("/who", b'{"who":"' + b"x" * ENTERED + b'"}').status == 413
    deep = b'{"who":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert window.post("/who", deep).status == 415


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_what_a_plain_form_can_send_changes_nothing(window, kind):
    answer = window.post("/stop", {}, content_type=kind)
    who = window.post("/who", {"who": "x"}, content_type=kind)
    assert (who.status, who.refused) == (415, "body") and "set-cookie" not in who.headers
    assert answer.status == 415 and window.stopped == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"who": 1}', b'{"who": {"a": 1}}', b'{"who": null}', b"\xff"])
def test_what_is_no_form_of_the_page_is_refused(window, body):
    assert window.post("/who", body).status == 415


def bomb():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml .main+xml")
        archive.writestr("word/document.xml", b"0" * 300_000_000)
    return made.getvalue()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "a zip bomb": (bomb, "大得不正常"),
    "entities": (lambda: docx(paragraph(run("&b;")), prolog=LAUGHS), ""),
    "a program": (lambda: b"MZ" + b"\0" * 1000, "认不出"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "图片"),
    "an archive": (lambda: b"Rar!\x1a\x07\x00" + b"\0" * 100, "压缩包"),
    "nothing": (lambda: b"", "空"),
    "half a document": (lambda: report_docx()[: len(report_docx()) // 2], "损坏"),
}


@pytest.mark.parametrize("name", HOSTILE, ids=HOSTILE.keys())
def test_a_hostile_file_ends_only_itself(window, tmp_path, name):
    make, told = HOSTILE[name]
    data = make()
    answer = window.put("a.docx", data)
    if answer.status == 200:  # known by what it holds only when it is read
        answer = window.post("/new", {"files": [answer.json()["sha256"]], "names": ["a.docx"]})
    assert answer.status == 422 and told in answer.json()["told"]["zh"] and answer.json()["told"]["en"]
    assert not [path for path in files(tmp_path) if not path.startswith(".checker/documents/")]
    assert window.get("/").status == 200


class Words(HTMLParser):
    """The elements of a page, and the names of their attributes."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(name for name, _ in attrs)))


MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>&lt;</textarea></title>{{ 7*7 }}{% raw %}"


def elements(page):
    words = Words()
    words.feed(page)
    return {each for each in words.found if each[0] in ("script", "img", "iframe", "object", "svg", "style", "base")}


def test_markup_in_every_text_of_a_case_stays_text(window):
    case = re.sub(
        r"\b(name|text|source|report_title): ([^\n,{}\[\]\"]+?)(?=[,}\n])",
        lambda found: f"{found[1]}: {json.dumps(found[2] + MARKUP, ensure_ascii=False)}",
        CASE.decode(),
    )
    assert case.count("alert(1)") > 50
    plain, odd = (window.take((name, data)) for name, data in (("a.yaml", CASE), ("b.yaml", case.encode())))
    for page in ("findings",):
        shown = window.get(f"{odd}/{page}").text
        assert window.get(f"{odd}/{page}").status == 200 and "alert(1)" in shown
        assert elements(shown) == elements(window.get(f"{plain}/{page}").text)
        assert "<script>alert" not in shown and "onerror" in shown and "49" not in re.findall(r"\{\{.*?\}\}", shown)
    for mark in re.findall(r'data-load="([^"]+)"', shown)[:5]:
        assert elements(window.get(mark).text) == set()
    assert elements(window.get("/").text) <= {("script", ("src", "defer"))}


def test_markup_in_a_document_stays_text(window):
    data = docx(paragraph(run("基本支出" + MARKUP.replace("&", "&amp;").replace("<", "&lt;") + "实际支出263.01万元。")))
    go = window.take((MARKUP + ".docx", data))
    for path in ("/", f"{go}/findings", f"/row/{go[3:]}"):
        assert "<script>alert" not in window.get(path).text and "<img" not in window.get(path).text


def test_markup_in_follow_up_stays_text_and_is_read_back(window, tmp_path):
    go = window.take(("2020.yaml", CASE))
    page = window.get(f"{go}/findings").text
    marks = marks_of(page)[:3]
    odd = MARKUP + "\n状态: 待整改\n- x"
    given = {"version": window.version(f"{go}/findings"), "marks": marks, "state": "corrected", "day": "2021-06-30"}
    answer = window.post(f"{go}/followup", {**given, "person": odd[:60], "note": odd, "papers": odd})
    assert answer.json().get("done"), answer.json()
    written = next(tmp_path.glob("*.followup.yaml"))
    entries = read_followup(read_source(written.name, written.read_bytes()), window_book())
    assert (
        len(entries) == 3
        and {each.note for each in entries} == {odd}
        and {each.state for each in entries} == {"corrected"}
    )
    shown = window.get(f"{go}/findings").text
    assert "<script>alert" not in shown and "alert(1)" in shown
    hidden = window.post(
        f"{go}/followup", {**given, "version": window.version(f"{go}/findings"), "person": "甲", "note": "a\u202eb"}
    )
    assert hidden.status == 422 and "U+202E" in hidden.json()["told"]["zh"]


def marks_of(page):
    """Return the fingerprint of every finding on a page, each once."""
    return list(dict.fromkeys(re.findall(r'name="marks\[\]" value="([^"]+)"', page)))


def window_book():
    from conftest import BOOK

    return BOOK


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"day": "2021-06-30\n  x: y"}, 422),
        ({"day": ""}, 422),
        ({"day": "2021-02-30"}, 422),
        ({"state": "done"}, 415),
        ({"marks": []}, 415),
        ({"marks": ["x"]}, 409),
        ({"version": ""}, 409),
    ],
)
def test_follow_up_that_cannot_stand_is_told_and_not_written(window, tmp_path, changed, status):
    go = window.take(("2020.yaml", CASE))
    mark = re.search(r'name="marks\[\]" value="([^"]+)"', window.get(f"{go}/findings").text)[1]
    given = {"version": window.version(f"{go}/findings"), "marks": [mark], "state": "corrected", "day": "2021-06-30"}
    answer = window.post(f"{go}/followup", {**given, "person": "张三", **changed})
    assert answer.status == status and answer.json()["told"]["zh"] and not list(tmp_path.glob("*.followup.yaml"))


def test_two_windows_do_not_overwrite_each_other(window, tmp_path):
    go = window.take(("2020.yaml", CASE))
    other = window.another()
    page = window.get(f"{go}/findings").text
    marks = marks_of(page)[:2]
    stands = window.version(f"{go}/findings")
    assert other.version(f"{go}/findings") == stands
    given = {"version": stands, "state": "corrected", "day": "2021-06-30"}
    first = window.post(f"{go}/followup", {**given, "marks": marks[:1], "person": "甲"})
    second = other.post(f"{go}/followup", {**given, "marks": marks[1:], "person": "乙"})
    assert first.status == 200 and (second.status, second.refused) == (409, "changed")
    text = next(tmp_path.glob("*.followup.yaml")).read_text(encoding="utf-8")
    assert "甲" in text and "乙" not in text
    again = other.post(
        f"{go}/followup", {**given, "version": other.version(f"{go}/findings"), "marks": marks[1:], "person": "乙"}
    )
    text = next(tmp_path.glob("*.followup.yaml")).read_text(encoding="utf-8")
    assert again.status == 200 and "甲" in text and "乙" in text


def test_what_the_command_line_changes_is_seen(window, tmp_path):
    go = window.take(("2020.yaml", CASE))
    before = window.version(f"{go}/findings")
    path = next(tmp_path.glob("*.yaml"))
    path.write_bytes(path.read_bytes() + b"\n# x\n")
    assert window.version(f"{go}/findings") != before
    path.write_text("支出: [", encoding="utf-8")
    broken = window.get(f"{go}/findings")
    assert broken.status == 200 and "案例还不能检查" in broken.text
    assert window.get(f"{go}/report.docx").status == 409


def test_a_password_is_asked_where_other_machines_come_in(tmp_path):
    window = Window(tmp_path, start=False, password="correct horse battery")
    assert window.get("/").status == 401 and window.get("/login").status == 200
    for _ in range(5):
        assert window.post("/login", {"password": "guess"}).status == 403
    waiting = window.post("/login", {"password": "correct horse battery"})
    assert waiting.status == 429 and "set-cookie" not in waiting.headers
    window.keys.wrong.clear()
    assert window.post("/login", {"password": "x"}, origin="http://evil.example").refused == "origin"
    entered = window.post("/login", {"password": "correct horse battery"})
    window.cookie = entered.headers["set-cookie"].partition(";")[0]
    assert window.get("/").status == 200
    assert Window(tmp_path, start=False).get("/login").status == 404


SERVED = {
    "another machine without the option": ({"host": "192.168.1.5"}, "exposed"),
    "without a password": ({"host": "192.168.1.5", "exposed": True}, "password"),
    "with a short password": ({"host": "192.168.1.5", "exposed": True, "password": "short"}, "password"),
    "every address": ({"host": "0.0.0.0", "exposed": True, "password": "correct horse battery"}, "host"),
    "a name": ({"host": "evil.example", "exposed": True, "password": "correct horse battery"}, "host"),
}


@pytest.mark.parametrize("case", SERVED, ids=SERVED.keys())
def test_other_machines_are_let_in_only_by_option_and_password(tmp_path, case):
    given, code = SERVED[case]
    with pytest.raises(InputError) as error:
        checked(Request(tmp_path, **given))
    assert [each.code for each in error.value.problems] == [code]
    checked(Request(tmp_path, host="192.168.1.5", exposed=True, password="correct horse battery"))
    checked(Request(tmp_path))


def test_the_hosts_of_this_machine():
    assert names("127.0.0.1", 8765) == ("127.0.0.1:8765", "localhost:8765")
    assert names("192.168.1.5", 9000) == ("192.168.1.5:9000",)


def test_secrets_are_long_and_never_the_same():
    one, other = Keys(1, ()), Keys(1, ())
    found = {one.start, one.session, one.page, other.start, other.session, other.page}
    assert len(found) == 6 and all(len(each) >= 43 for each in found)


def test_a_document_is_kept_under_its_digest(window, tmp_path):
    data = report_docx()
    window.put("报告.docx", data)
    window.put("另一个名称.docx", data)
    assert files(tmp_path) == [f".checker/documents/{hashlib.sha256(data).hexdigest()}"]
    kept = tmp_path / ".checker" / "documents" / hashlib.sha256(data).hexdigest()
    kept.write_bytes(b"something else")  # what is no longer what it was called is not used
    assert Folder(tmp_path).document(kept.name) is None


def test_the_server_stops_when_it_is_told(window):
    assert window.post("/stop", {}).json()["done"] and window.stopped == [True]


@pytest.mark.parametrize("refusal", EVERY, ids=lambda each: each.code)
def test_every_refusal_says_what_to_do_in_both_languages(refusal):
    assert 400 <= refusal.status <= 500 and all((*refusal.told, *refusal.hint))
    assert not re.search(r"[a-z]{4,}", refusal.told.zh.replace("checker serve", "")) and refusal.told.en.isascii()


def test_an_error_of_the_program_shows_no_trace(window, monkeypatch, capsys):
    def fails(*_):
        raise ZeroDivisionError("263.01")

    monkeypatch.setattr(Folder, "entries", fails)
    answer = window.get("/")
    assert answer.status == 500 and "Traceback" not in answer.text and "263.01" not in answer.text
    assert "263.01" not in capsys.readouterr().err
    assert ORIGIN not in answer.text


def test_a_waiver_is_written_read_and_shown(window, tmp_path):
    go = window.take(("2020.yaml", CASE))
    page = window.get(f"{go}/findings").text
    form = re.search(rf'data-send="{go}/waive">(.*?)</form>', page, re.S)[1]
    marks = re.findall(r'value="([^"]+)"', form.split('<div class="fields">')[0])
    given = {
        "version": window.version(f"{go}/findings"),
        "marks": marks,
        "reason": MARKUP,
        "document": "示财〔2021〕1号",
    }
    lacking = window.post(f"{go}/waive", {**given, "approver": "", "expires": "2030-12-31"})
    assert lacking.status == 422 and not list(tmp_path.glob("*.waivers.yaml"))
    wrong = window.post(f"{go}/waive", {**given, "approver": "李", "expires": "2030-13-01\n- x"})
    assert wrong.status == 422 and wrong.refused == "bad-date"
    done = window.post(f"{go}/waive", {**given, "approver": "李", "expires": "2030-12-31"})
    assert done.status == 200, done.json()
    shown = window.get(f"{go}/findings").text
    assert f"已豁免 {len(marks)} 项" in shown and "示财〔2021〕1号" in shown and "<script>alert" not in shown
    again = window.post(
        f"{go}/waive", {**given, "version": window.version(f"{go}/findings"), "approver": "李", "expires": "2030-12-31"}
    )
    assert again.status == 409 and again.refused == "no-finding"  # waived already
    assert "示财〔2021〕1号" in window.get(f"{go}/report.html").text


def test_what_cannot_be_judged_cannot_be_waived(window):
    go = window.take(("2020.yaml", CASE))
    page = window.get(f"{go}/findings").text
    open_ = re.search(r'<article class="card c-undetermined".*?</article>', page, re.S)[0]
    mark = re.search(r'name="marks\[\]" value="([^"]+)"', open_)[1]
    given = {
        "version": window.version(f"{go}/findings"),
        "marks": [mark],
        "reason": "x",
        "document": "x",
        "approver": "x",
    }
    answer = window.post(f"{go}/waive", {**given, "expires": "2030-12-31"})
    assert answer.status in (409, 422) and answer.refused in ("no-fail", "no-finding")


@pytest.mark.parametrize(("told", "lines"), [(True, 0), (False, 1)])
def test_an_error_that_breaks_off_an_answer_is_told_once(told, lines, capsys):
    import asyncio

    from checker.serve.app import TOLD, _quiet

    async def breaks(scope, receive, send):
        if told:
            scope[TOLD] = True
        raise RuntimeError("a figure: 134.71")

    asyncio.run(_quiet(breaks)({"type": "http"}, None, None))
    said = capsys.readouterr().err
    assert len(said.splitlines()) == lines and "134.71" not in said
