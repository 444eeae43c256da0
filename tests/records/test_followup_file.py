"""Follow-up: states are kept by people, shown in every report, contradicted aloud, and never overwritten by a run."""

from __future__ import annotations

import json

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import BOOK, case_of
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.api import check
from checker.authoring.case_schema import report_schema
from checker.authoring.rule_schema import followup_schema
from checker.base.errors import InputError
from checker.cli.main import main
from checker.documents.source import parse_text, read_source
from checker.findings.explain import message
from checker.records.followup import added, blank, read_followup
from checker.reports import Options, render
from checker.reports.formats import FORMATS

RULE = "overrun-above-threshold"
HEAD = 'name: 示例单位\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\namounts: {unit: 万元, decimals: 2}\n'
LINES = """lines:
  - {id: roof, kind: 明细项目, name: 屋面维修, initial_budget: 100, actual: 128.43}
  - {id: door, kind: 明细项目, name: 大门, initial_budget: 10, actual: 12}
  - {id: wall, kind: 明细项目, name: 围墙, initial_budget: 10, actual: 10}
"""
ENTRY = {
    "规则": RULE,
    "单位": "示例单位",
    "年度": 2020,
    "对象": "roof",
    "状态": "已整改",
    "日期": "2021-03-01",
    "经办人": "张三",
    "说明": "已追加预算",
    "材料": "批复",
}


def followups(*entries):
    return read_followup(parse_text("整改.json", json.dumps({"整改": entries}, ensure_ascii=False), is_json=True), BOOK)


def judged(*entries):
    return check([case_of(LINES, HEAD)], BOOK, selected=lambda i: i == RULE, followups=followups(*entries))


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


TOLD = {
    "corrected and still found": ({}, "写明已整改，这次检查仍是“疑点”"),
    "open and met now": ({"对象": "wall", "状态": "待整改"}, "可以改写状态"),
    "accepted": ({"状态": "已认可"}, ""),
    "disputed": ({"状态": "有异议"}, ""),
    "by its label": ({"对象": "屋面维修", "状态": "有异议"}, ""),
    "no such subject": ({"对象": "窗"}, "没有对上"),
    "another unit": ({"单位": "别的单位"}, "没有对上"),
    "another year": ({"年度": 2021}, "没有对上"),
    "a rule that is gone": ({"规则": "overrun"}, "没有加载这条规则"),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_a_state_does(name):
    change, told = TOLD[name]
    report = judged({**ENTRY, **change})
    assert {c.subject.id: c.outcome for c in report.checks} == {"roof": "fail", "door": "fail", "wall": "pass"}
    notes = [note.zh for found in report.notes.values() for note in found]
    assert (told in notes[0]) if told else not notes


WRONG = {
    "unknown state": ({"状态": "已经改了"}, "choice"),
    "corrected without a day": ({"日期": ""}, "required"),
    "corrected by nobody": ({"经办人": ""}, "required"),
    "no subject": ({"对象": ""}, "required"),
    "unknown key": ({"备注": "x"}, "unknown-key"),
    "no year": ({"年度": "去年"}, "bad-year"),
    "a remark that says nothing": ({"说明": "不详"}, "says-nothing"),
    "a stroke for evidence": ({"材料": "/"}, "says-nothing"),
    "evidence that stands elsewhere": ({"材料": "见附件2"}, "says-nothing"),
    "evidence that is only claimed": ({"材料": "齐全"}, "says-nothing"),
    "no such day": ({"日期": "2021-02-30"}, "bad-date"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_an_entry_is_told(name):
    change, code = WRONG[name]
    entry = {**ENTRY, **change}
    with pytest.raises(InputError) as error:
        followups(entry)
    assert [problem.code for problem in error.value.problems] == [code]


def test_none_and_what_is_still_open_are_said():
    said = {**ENTRY, "说明": "无", "材料": "附件2 会议纪要"}
    to_come = {**ENTRY, "对象": "door", "状态": "待整改", "日期": "", "说明": "待补充", "材料": "见附件2"}
    found = followups(said, to_come, {**said, "说明": "已公示", "材料": "无"})
    assert [(e.note, e.papers) for e in found] == [("无", "附件2 会议纪要"), ("待补充", "见附件2"), ("已公示", "无")]


def test_the_last_entry_holds_and_the_order_of_days_is_kept():
    earlier = {**ENTRY, "状态": "有异议", "日期": "2021-01-01"}
    (roof,) = [c for c in judged(earlier, ENTRY).checks if c.subject.id == "roof"]
    assert [s.state for s in roof.followups] == ["disputed", "corrected"]
    with pytest.raises(InputError) as error:
        followups(ENTRY, earlier)
    assert [problem.code for problem in error.value.problems] == ["order"]


@pytest.mark.parametrize(
    "name", [name for name in FORMATS if name not in ("pdf", "github", "gitlab")]
)  # PDF is the Word document; who reviews code is shown what is wrong and where
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_shows_the_state(name, lang):
    shown = render(name, judged(ENTRY), Options(lang))
    if isinstance(shown, bytes):
        import io
        import re
        import zipfile

        archive = zipfile.ZipFile(io.BytesIO(shown))
        shown = re.sub(
            "<[^>]+>", "", "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml"))
        )
    words = ("corrected",) if name in ("json", "jsonl", "sarif") or lang == "en" else ("已整改",)
    assert all(word in shown for word in words), name
    assert name in ("sarif", "junit") or "张三" in shown


def test_the_schemas_know_it():
    jsonschema.validate({"整改": [ENTRY]}, followup_schema(BOOK.vocabulary))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"整改": [{**ENTRY, "状态": "x"}]}, followup_schema(BOOK.vocabulary))
    jsonschema.validate(json.loads(render("json", judged(ENTRY), Options("zh"))), report_schema())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_is_begun_added_to_and_never_changed(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    case, file = tmp_path / "case.yaml", tmp_path / "整改.yaml"
    case.write_text(HEAD + LINES.replace("128.43", "100"), encoding="utf-8")
    assert run("followup", "update", "整改.yaml", "case.yaml", "--lang", lang).exit_code == 0
    begun = file.read_text(encoding="utf-8")
    assert "door" in begun and f"{RULE}" in begun
    edited = begun.replace("状态: 待整改", "状态: 有异议\n  日期: 2021-01-01\n  经办人: 李四  # 电话说的", 1)
    edited = edited.replace("state: open", "state: disputed\n  day: 2021-01-01\n  person: 李四", 1).rstrip("\n")
    file.write_text(edited, encoding="utf-8")
    case.write_text(HEAD + LINES, encoding="utf-8")
    done = run("followup", "update", "整改.yaml", "case.yaml", "--lang", lang)
    after = file.read_text(encoding="utf-8")
    assert after.startswith(edited) and after.count('"roof"') > edited.count('"roof"'), done.output
    run("followup", "update", "整改.yaml", "case.yaml")
    run("run", "case.yaml", "--followup", "整改.yaml")
    assert file.read_text(encoding="utf-8") == after
    shown = run("followup", "show", "整改.yaml", "case.yaml", "--state", "disputed", "--lang", lang)
    assert shown.exit_code == 0 and shown.output.count("李四") == 1


SAVED = {
    "plainly": lambda text: text.encode(),
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "as Windows ends lines": lambda text: text.replace("\n", "\r\n").encode(),
    "in GBK": lambda text: text.encode("gb18030"),
    "all of it": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "without a last line end": lambda text: text.replace("\n", "\r\n").encode().rstrip(),
}


@pytest.mark.parametrize("name", SAVED)
def test_entries_are_added_in_the_form_that_the_file_has(name):
    text = "整改:\n- " + json.dumps({**ENTRY, "对象": "yard"}, ensure_ascii=False) + "\n"
    data = SAVED[name](text)
    source = read_source("整改.yaml", data)
    checks = [check for check in judged().checks if check.rule.id == RULE and check.outcome == "fail"]
    after = added(source, data, checks, message, "zh")
    assert after.startswith(data) and after.count(b"\xef\xbb\xbf") == data.count(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r\n" not in data
    assert len(read_followup(read_source("整改.yaml", after), BOOK)) == 1 + len(checks)


FORMS = {
    "flow style": "整改: []\n",
    "something after it": None,
    "the end of the document after it": "整改:\n- " + json.dumps(ENTRY, ensure_ascii=False) + "\n...\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_file_that_nothing_can_be_put_to_is_left_alone(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = FORMS[name] or "整改: [" + json.dumps(ENTRY, ensure_ascii=False) + "]\n"
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(HEAD + LINES, encoding="utf-8")
    done = run("followup", "update", "f.yaml", "case.yaml", "--lang", "zh")
    assert done.exit_code == 2 and "接不下去" in done.output
    assert (tmp_path / "f.yaml").read_text(encoding="utf-8") == text


HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_whatever_a_subject_is_called_its_entry_is_read_back(name):
    """What `update` writes is valid, names the same check, and stands behind what was there."""
    try:
        case = case_of(
            "lines: " + json.dumps([{"id": name, "kind": "明细项目", "name": name, "initial_budget": 1, "actual": 9}]),
            HEAD,
        )
    except InputError:
        return  # no case may hold such a name
    checks = check([case], BOOK, selected=lambda i: i == RULE).checks
    for lang in ("zh", "en"):
        made = blank(checks, message, lang)
        source = read_source("f.yaml", made)
        (entry,) = read_followup(source, BOOK)
        assert entry.subject == checks[0].subject.id.strip()
        more = added(source, made, checks, message, lang)
        assert more.startswith(made) and len(read_followup(read_source("f.yaml", more), BOOK)) == 2
