"""The ledger as a workbook: written, filled in, read back; what does not fit is refused with its cell, and nothing is written."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from datetime import date, datetime

import pytest
from click.testing import CliRunner
from conftest import BOOK, case_of

from checker.api import check
from checker.base.errors import InputError
from checker.cli.main import main
from checker.documents.source import parse_text, read_source
from checker.records.followup import read_followup
from checker.records.forms import DETAILS, KEY, KEYS, LEDGER
from checker.records.ledger import read_ledger
from checker.reports import Options, render

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")

HEAD = 'name: 示例单位\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\namounts: {unit: 万元, decimals: 2}\n'
LINES = """lines:
  - {id: roof, kind: 明细项目, name: 屋面维修, initial_budget: 100, actual: 128.43}
  - {id: door, kind: 明细项目, name: 大门, initial_budget: 10, actual: 12}
  - {id: wall, kind: 明细项目, name: 围墙, initial_budget: 10, actual: 15}
"""
RULES = ("overrun-above-threshold", "carry-over-disclosed")
OVERRUN = RULES[0]
DONE = {"state": "已整改", "day": "2021-03-05", "person": "张三"}


def report(lines=LINES, head=HEAD, **given):
    return check([case_of(lines, head)], BOOK, selected=lambda ident: ident in RULES, **given)


class Ledger:
    """A workbook in the hands of somebody with openpyxl; rows are counted from 0 among the lines of its sheet."""

    def __init__(self, path, lang="zh", made=None):
        self.path = path
        path.write_bytes(render("xlsx", made or report(), Options(lang)))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.book = openpyxl.load_workbook(path)
        self.sheets = {form.sheet: self.book[form.sheet.say(lang)] for form in (LEDGER, DETAILS)}

    def head(self, form=LEDGER):
        sheet = self.sheets[form.sheet]
        row = next(row for row in sheet.iter_rows() if any(cell.value in KEY for cell in row))
        return row[0].row, {"".join(str(cell.value).split()): cell.column for cell in row}

    def cell(self, name, line=0, form=LEDGER):
        row, columns = self.head(form)
        head = KEY if name == "key" else form.columns[name].head
        column = next(number for text, number in columns.items() if text in ["".join(each.split()) for each in head])
        rows = [
            at
            for at in range(row + 1, self.sheets[form.sheet].max_row + 1)
            if self.sheets[form.sheet].cell(at, max(columns.values())).value
        ]
        return self.sheets[form.sheet].cell(rows[line], column)

    def fill(self, line=0, form=LEDGER, **values):
        for name, value in values.items():
            self.cell(name, line, form).value = value
        return self

    def save(self):
        self.book.save(self.path)
        return str(self.path)


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "整改台账.xlsx")


def entries(text):
    return read_followup(read_source("整改.yaml", text if isinstance(text, bytes) else text.encode()), BOOK)


def taken(file, known=()):
    found = read_ledger(file, known, "zh")
    lines = "整改:\n" + "".join(line + "\n" for entry in found.entries for line in entry)
    return entries(lines) if found.entries else ()


def said(found):
    return {(e.rule, e.subject): (e.state, e.due, e.day, e.person, e.note, e.papers) for e in found}


def run(*arguments):
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_a_line_speaks_for_every_finding_of_its_problem_and_a_detail_for_itself(ledger):
    ledger.fill(**DONE, note="已追加预算", papers="批复")
    problem = ledger.sheets[LEDGER.sheet].cell(ledger.cell("state").row, 1).value
    made = next(p for p in report().problems if p.no == problem)
    assert len(made.findings) > 1
    own = {ledger.cell("key", n, DETAILS).value: n for n in range(20) if _line(ledger, n)}
    first, second = (finding.fingerprint for finding in made.findings[:2])
    ledger.fill(own[first], DETAILS, state="有异议", day=date(2021, 4, 1), person="李四")
    ledger.fill(own[second], DETAILS, papers="另附合同")
    found = said(taken(ledger.save()))
    assert len(found) == len(made.findings)
    by_print = {f.fingerprint: found[f.rule.id, f.subject.id] for f in made.findings}
    assert by_print.pop(first) == ("disputed", None, date(2021, 4, 1), "李四", "", "")
    assert by_print.pop(second) == ("corrected", None, date(2021, 3, 5), "张三", "已追加预算", "另附合同")
    assert all(
        each == ("corrected", None, date(2021, 3, 5), "张三", "已追加预算", "批复") for each in by_print.values()
    )


def _line(ledger, number):
    try:
        return ledger.cell("key", number, DETAILS)
    except IndexError:
        return None


DAYS = {
    "as a day": datetime(2021, 3, 5),
    "in Chinese": "2021年3月5日",
    "with strokes": "2021-3-5",
    "with slashes": "2021/03/05",
    "with points": "2021.3.5",
    "a serial number without its format": 44260,
    "eight digits": 20210305,
    "full width": "２０２１－３－５",
}


@pytest.mark.parametrize("given", DAYS.values(), ids=DAYS)
def test_days_as_people_type_them(ledger, given):
    ledger.fill(**{**DONE, "day": given})
    cell = ledger.cell("day")
    if isinstance(given, int):
        cell.number_format = "General"
    assert {each.day for each in taken(ledger.save())} == {date(2021, 3, 5)}


def key_of_another(ledger):
    ledger.fill(1, key=ledger.cell("key").value, **DONE).fill(**{**DONE, "state": "有异议"})


def cut(ledger):
    ledger.save()
    ledger.path.write_bytes(ledger.path.read_bytes()[:-900])


def encrypted(ledger):
    ledger.path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


def document(ledger):
    docx = pytest.importorskip("docx")
    docx.Document().save(ledger.path)


def delete_head(ledger):
    ledger.fill(**DONE).sheets[LEDGER.sheet].delete_rows(ledger.head()[0])


def copied(ledger):
    ledger.book.copy_worksheet(ledger.sheets[LEDGER.sheet])


def merged(ledger):
    one, two = ledger.fill(**DONE).cell("state"), ledger.cell("state", 1)
    ledger.sheets[LEDGER.sheet].merge_cells(f"{one.coordinate}:{two.coordinate}")


def head_changed(ledger):
    row, columns = ledger.head()
    ledger.fill(**DONE).sheets[LEDGER.sheet].cell(row, columns["完成日期"]).value = "日期"


def own_line(ledger):
    cell = ledger.cell("state")
    ledger.sheets[LEDGER.sheet].cell(ledger.sheets[LEDGER.sheet].max_row + 2, cell.column).value = "已整改"


def keys_touched(ledger):
    sheet = next(sheet for sheet in ledger.book if sheet.title in KEYS)
    sheet.cell(3, 8).value = "gate"


def without_keys(ledger):
    del ledger.book[KEYS.zh]


def error_value(ledger):
    ledger.fill(**{**DONE, "note": "#REF!"}).cell("note").data_type = "e"


WRONG = {
    "unknown state": (lambda x: x.fill(**{**DONE, "state": "改好了"}), {"cell": "state"}),
    "a number for a state": (lambda x: x.fill(**{**DONE, "state": 1}), {"cell": "state"}),
    "a formula": (lambda x: x.fill(**{**DONE, "state": '=IF(1,"已整改","")'}), {"cell": "state"}),
    "an error value": (error_value, {"cell": "note"}),
    "a day that does not exist": (lambda x: x.fill(**{**DONE, "day": "2021-02-30"}), {"cell": "day"}),
    "no day at all": (lambda x: x.fill(**{**DONE, "day": "三月"}), {"cell": "day"}),
    "a day before the year of the case": (lambda x: x.fill(**{**DONE, "day": "2019-03-05"}), {"cell": "day"}),
    "a day in a far year": (lambda x: x.fill(**{**DONE, "day": "2201-03-05"}), {"cell": "day"}),
    "a number that is no day": (lambda x: x.fill(**{**DONE, "day": 3.5}), {"cell": "day"}),
    "text too long": (lambda x: x.fill(**DONE, note="长" * 1001), {"cell": "note"}),
    "an invisible character": (lambda x: x.fill(**DONE, note="a\u202eb"), {"cell": "note"}),
    "a day where a text is wanted": (lambda x: x.fill(**{**DONE, "papers": datetime(2020, 1, 1)}), {"cell": "papers"}),
    "a yes where a text is wanted": (lambda x: x.fill(**{**DONE, "papers": True}), {"cell": "papers"}),
    "merged over lines": (merged, {"cell": "state"}),
    "nobody": (lambda x: x.fill(state="已整改", day="2021-03-05"), {"required": "person"}),
    "no name for a person": (lambda x: x.fill(**{**DONE, "person": "无"}), {"required": "person"}),
    "a number for a person": (lambda x: x.fill(**{**DONE, "person": 5}), {"required": "person"}),
    "a remark that says nothing": (lambda x: x.fill(**DONE, note="不详"), {"says-nothing": "note"}),
    "evidence that stands elsewhere": (lambda x: x.fill(**{**DONE, "papers": "见附件2"}), {"says-nothing": "papers"}),
    "no day": (lambda x: x.fill(state="有异议", person="张三"), {"required": "day"}),
    "closed before anything": (lambda x: x.fill(closed="已销号"), {"order": "closed"}),
    "closed and disputed": (lambda x: x.fill(**{**DONE, "state": "有异议"}, closed="是"), {"order": "closed"}),
    "a key changed": (lambda x: x.fill(**DONE).fill(key="P1"), {"unknown-key": "key"}),
    "a key twice, states that differ": (key_of_another, {"repeated": ("state", 1)}),
    "a line copied over another": (
        lambda x: x.fill(1, key=x.cell("key").value, **DONE).fill(**DONE),
        {"repeated": ("state", 1)},
    ),
    "a state in a line of one's own": (own_line, {"no-key": None}),
    "the headings deleted": (delete_head, {"heading": None}),
    "a heading changed": (head_changed, {"heading": None}),
    "a sheet renamed": (lambda x: setattr(x.sheets[LEDGER.sheet], "title", "台账"), {"no-sheet": None}),
    "the details renamed": (lambda x: setattr(x.sheets[DETAILS.sheet], "title", "Sheet2"), {"no-sheet": None}),
    "two ledgers in one file": (copied, {"two-ledgers": None}),
    "the keys altered": (keys_touched, {"keys-changed": None}),
    "the keys deleted": (without_keys, {"no-keys": None}),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_refused_with_its_cell(name, ledger):
    change, told = WRONG[name]
    change(ledger)
    with pytest.raises(InputError) as error:
        taken(ledger.save())
    problems = error.value.problems
    assert {problem.code for problem in problems} <= set(told) and problems
    for code, cell in told.items():
        if cell is not None:
            where = ledger.cell(*((cell, 0) if isinstance(cell, str) else cell)).coordinate
            assert next(str(p.place) for p in problems if p.code == code).endswith(f"整改台账!{where}"), problems


FILES = {
    "cut off": (cut, "已损坏"),
    "with a password": (encrypted, "加了密码"),
    "an old workbook": (lambda x: x.path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 900), "旧版工作簿"),
    "a table as text": (
        lambda x: x.path.write_text("序号,整改情况\n1,已整改\n", encoding="utf-8"),
        "不是 Excel 工作簿",
    ),
    "a Word document by another name": (document, "Word"),
    "nothing": (lambda x: x.path.write_bytes(b""), "不是 Excel 工作簿"),
    "another workbook": (lambda x: openpyxl.Workbook().save(x.path), "没有隐藏的工作表"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_ledger_is_refused(name, ledger):
    change, told = FILES[name]
    change(ledger)
    with pytest.raises(InputError) as error:
        taken(str(ledger.path))
    assert told in error.value.problems[0].message.zh, error.value.problems


def test_everything_wrong_is_said_at_once_and_nothing_written(ledger, tmp_path):
    ledger.fill(state="x", day="y", person="\u202e", due="2019-01-01").fill(1, state="已整改")
    file = tmp_path / "整改.yaml"
    file.write_text("整改:\n- " + json.dumps(ENTRY, ensure_ascii=False) + "\n", encoding="utf-8")
    before = file.read_bytes()
    done = run("followup", "update", file, ledger.save(), "--lang", "zh")
    assert done.exit_code == 2 and file.read_bytes() == before
    for name in ("state", "day", "person", "due"):
        assert f"整改台账!{ledger.cell(name).coordinate}:" in done.output
    for name in ("day", "person"):
        assert f"整改台账!{ledger.cell(name, 1).coordinate}:" in done.output


ENTRY = {
    "规则": OVERRUN,
    "单位": "示例单位",
    "年度": 2020,
    "对象": "屋面维修",
    "状态": "有异议",
    "日期": "2021-02-01",
    "经办人": "王五",
}


def test_the_file_of_follow_up_decides_what_may_follow(ledger):
    known = entries("整改:\n- " + json.dumps(ENTRY, ensure_ascii=False) + "\n")
    ledger.fill(**{**DONE, "day": "2021-01-31"}).fill(1, **{**DONE, "day": "2021-01-31"})
    with pytest.raises(InputError) as error:
        taken(ledger.save(), known)
    assert [problem.code for problem in error.value.problems] == ["order"]
    ledger.fill(**DONE).fill(1, **DONE)
    found = taken(ledger.save(), known)
    assert ("屋面维修" in {e.subject for e in found}) and len(found) == len({(e.rule, e.subject) for e in found})
    other = entries("整改:\n- " + json.dumps({**ENTRY, "年度": 2019}, ensure_ascii=False) + "\n")
    with pytest.raises(InputError) as error:
        taken(str(ledger.path), other)
    assert [problem.code for problem in error.value.problems] == ["another-unit"]


def test_lines_may_be_sorted_filtered_added_and_deleted(ledger):
    sheet = ledger.fill(**DONE).sheets[LEDGER.sheet]
    plain = said(taken(ledger.save()))
    first, second = ledger.cell("key").row, ledger.cell("key", 1).row
    for column in range(1, sheet.max_column + 1):
        one, two = sheet.cell(first, column), sheet.cell(second, column)
        one.value, two.value = two.value, one.value
    sheet.insert_rows(first)
    sheet.cell(first, 4).value = "本单位自己加的一行"
    sheet.append([None, "填报人：张三", None, None, None, None, None, None, "2021年4月"])
    sheet.row_dimensions[second + 1].hidden = True
    found = read_ledger(ledger.save(), (), "zh")
    assert said(taken(str(ledger.path))) == plain
    assert len(found.notes) == 2 and "被隐藏" in found.notes[0].zh and "没有键" in found.notes[1].zh
    sheet.delete_rows(second + 1)
    assert not taken(ledger.save())


def test_states_of_either_language_are_read_in_a_ledger_of_either(tmp_path):
    ledger = Ledger(tmp_path / "ledger.xlsx", "en")
    ledger.fill(**DONE).fill(1, **{**DONE, "state": "disputed"})
    assert {each.state for each in taken(ledger.save())} == {"corrected", "disputed"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("office", [False, pytest.param(True, marks=pytest.mark.office)])
def test_written_filled_in_and_read_back_it_is_equal(tmp_path, office, lang):
    """What a report shows of follow-up is what its ledger gives back, through an office program as well."""
    if office and shutil.which("soffice") is None:
        pytest.skip("no LibreOffice here")
    ledger = Ledger(tmp_path / "t.xlsx", lang)
    ledger.fill(**DONE, note="第一行\n第二行 =1+1", papers="〔2021〕3号", due=date(2021, 6, 30), closed="是")
    ledger.fill(1, state="待整改", due="2021年6月30日", person="财务科")
    first = taken(ledger.save())
    assert {each.state for each in first} == {"corrected", "open"}
    again = Ledger(tmp_path / "u.xlsx", lang, report(followups=first))
    again.save()
    if office:
        (tmp_path / "out").mkdir()
        home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
        subprocess.run(
            ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(again.path)],
            check=True,
            timeout=120,
            capture_output=True,
        )
        shutil.copy(tmp_path / "out" / "u.xlsx", again.path)
    assert said(taken(str(again.path))) == said(first)
    assert not taken(str(again.path), first), "what is there already is not written again"


def test_findings_that_differ_come_back_as_details(tmp_path):
    known = entries("整改:\n- " + json.dumps(ENTRY, ensure_ascii=False) + "\n")
    ledger = Ledger(tmp_path / "t.xlsx", made=report(followups=known))
    assert said(taken(ledger.save())) == {(OVERRUN, "roof"): said(known)[OVERRUN, "屋面维修"]}
    assert not taken(str(ledger.path), known)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_adds_and_keeps_every_byte(tmp_path, monkeypatch, lang):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.yaml").write_text(HEAD + LINES, encoding="utf-8")
    options = ("--lang", lang)
    assert run("followup", "update", "f.yaml", "case.yaml", *options).exit_code == 0
    edited = (tmp_path / "f.yaml").read_text(encoding="utf-8").replace("\n", "\r\n").replace("大门", "大门 电话说的")
    (tmp_path / "f.yaml").write_bytes(edited.encode("gb18030"))
    run("run", "case.yaml", "--followup", "f.yaml", "-o", "t.xlsx", *options)
    before = (tmp_path / "f.yaml").read_bytes()
    ledger = Ledger.__new__(Ledger)
    ledger.path = tmp_path / "t.xlsx"
    ledger.book = openpyxl.load_workbook(ledger.path)
    ledger.sheets = {form.sheet: ledger.book[form.sheet.say(lang)] for form in (LEDGER, DETAILS)}
    ledger.fill(**DONE, due="2021-06-30").save()
    done = run("followup", "update", "f.yaml", "t.xlsx", *options)
    after = (tmp_path / "f.yaml").read_bytes()
    assert done.exit_code == 0 and after.startswith(before) and len(after) > len(before), done.output
    assert after.count(b"\n") == after.count(b"\r\n")
    again = run("followup", "update", "f.yaml", "t.xlsx", "case.yaml", *options)
    assert again.exit_code == 0 and (tmp_path / "f.yaml").read_bytes() == after
    told = run("run", "case.yaml", "--followup", "f.yaml", "--format", "json").output
    states = [e["followup"][-1] for e in json.loads(told[told.index("{") :])["checks"] if e["followup"]]
    assert {"corrected", "open"} == {s["state"] for s in states} and "2021-06-30" in {s["due"] for s in states}
    assert run("followup", "update", "f.yaml", "t.xlsx", "t.xlsx").exit_code == 2


def test_a_run_over_many_units_is_read_back_as_one_ledger(tmp_path):
    cases = [case_of(LINES, HEAD.replace("示例单位", f"第{n}单位")) for n in range(3)]
    for number, case in enumerate(cases):
        case.file = f"{number}.yaml"
    made = check(cases, BOOK, selected=lambda ident: ident in RULES)
    ledger = Ledger(tmp_path / "t.xlsx", made=made)
    ledger.fill(**DONE)
    assert len({each.unit for each in taken(ledger.save())}) == 1
    assert ledger.book.sheetnames[0] == "索引" and sum("单位" in s.title for s in ledger.book) == 3


def test_due_is_a_key_of_the_file():
    (one,) = read_followup(
        parse_text("f.json", json.dumps({"followup": [{**ENTRY, "due": "2021-06-30"}]}), is_json=True), BOOK
    )
    assert one.due == date(2021, 6, 30)
    shown = check([case_of(LINES, HEAD)], BOOK, selected=lambda i: i == OVERRUN, followups=[one._replace(state="open")])
    assert any("2021-06-30" in f.state.zh and "due 2021-06-30" in f.state.en for f in shown.results)
