"""Records of earlier years: met only where the check was asked and is met; what fails, is open or was not asked stands apart, everywhere alike."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner
from conftest import BOOK, case_of

from checker.api import check, load_case
from checker.base.errors import Place
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.engines.outcome import Waiver
from checker.findings.recorded import KINDS, Recorded
from checker.records.followup import read_followup

RULE = "overrun-above-threshold"
HEAD = 'name: 甲\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: {year}\namounts: {{unit: 万元, decimals: 2}}\n'
LINES = """lines:
  - {id: over, kind: 明细项目, name: 屋面, initial_budget: 100, actual: 130}
  - {id: met, kind: 明细项目, name: 围墙, initial_budget: 100, actual: 100}
  - {id: door, kind: 明细项目, name: 大门, actual: 100}
  - {id: twin1, kind: 明细项目, name: 同名, initial_budget: 100, actual: 130}
  - {id: twin2, kind: 明细项目, name: 同名, initial_budget: 100, actual: 100}
"""


def entry(subject="over", state="已整改", year=2019, day="2020-03-01", due="", rule=RULE, unit="甲"):
    dated = f", 日期: {day}, 经办人: 李四" if state != "待整改" else ""
    due = f", 时限: {due}" if due else ""
    return f"- {{规则: {rule}, 单位: {unit}, 年度: {year}, 对象: {subject}, 状态: {state}{dated}{due}}}\n"


def said(*entries):
    return read_followup(parse_text("f.yaml", "整改:\n" + "".join(entries)), BOOK)


def became(*entries, year=2020, as_of=None, waivers=(), selected=lambda rule: rule == RULE, lines=LINES):
    """Return kind and reason of each record, as a report on the case of *year* has them, and the notes of that report."""
    case = case_of(lines, HEAD.format(year=year))
    report = check(case, BOOK, selected=selected, followups=said(*entries), as_of=as_of, waivers=waivers)
    records = Recorded(said(*entries), as_of, BOOK.rules)
    notes = records.over(report)
    own = [note for found in report.notes.values() for note in found]
    assert all(note in own for note in notes)
    assert all(note.zh and note.en and "{" not in note.zh + note.en for note in notes)
    return records, "\n".join(note.zh for note in own)


WAIVER = Waiver(RULE, "甲", 2020, "over", "r", "d", "a", date(2021, 1, 1), Place("w.yaml", 1, 1))
TOLD = {
    "corrected, and found again": ([entry()], {}, "1 条这次又出现", True),
    "corrected in the year before, no doubt of the day": ([entry(day="2019-12-31")], {}, "1 条这次又出现", True),
    "corrected after the year": ([entry(day="2021-01-01")], {}, "之后，不算又出现", False),
    "corrected after the day asked for": ([entry()], {"as_of": date(2020, 2, 29)}, "之后，不算又出现", False),
    "a later day asked for makes the year no longer": (
        [entry(day="2021-03-01")],
        {"as_of": date(2022, 1, 1)},
        "之后，不算又出现",
        False,
    ),
    "due after the year": (
        [entry(state="待整改", due="2021-06-30")],
        {"as_of": date(2021, 12, 31)},
        "不算又出现",
        False,
    ),
    "due on the last day": ([entry(state="待整改", due="2020-12-31")], {}, "不算又出现", False),
    "due before": ([entry(state="待整改", due="2020-12-30")], {}, "1 条这次又出现", True),
    "open without a day": ([entry(state="待整改")], {}, "1 条这次又出现", False),
    "disputed": ([entry(state="有异议")], {}, "1 条这次又出现", False),
    "accepted": ([entry(state="已认可")], {}, "1 条这次又出现", False),
    "cannot be judged": ([entry("door")], {}, "1 条这次不能判断", False),
    "met": ([entry("met")], {}, "1 条这次没有再出现", False),
    "waived": ([entry()], {"waivers": [WAIVER]}, "1 条这次不符合、已豁免", False),
    "the subject is gone": ([entry("窗")], {}, "案例里没有这个对象", False),
    "two of its name": ([entry("同名")], {}, "名称对上几个对象", False),
    "another rule was asked": (
        [entry()],
        {"selected": lambda rule: rule == "zero-budget-spent"},
        "没有用这条规则",
        False,
    ),
    "a rule that is gone": ([entry(rule="overrun-above-treshold")], {}, "没有加载这条规则", False),
    "another unit": ([entry(unit="乙")], {}, "这次没有检查这个单位", False),
    "a case of the year before": ([entry(year=2021, day="2021-03-01")], {}, "没有检查这个单位的这一年度", False),
    "a record of no year": ([entry(year="无")], {}, "年度不详", False),
    "the latest of several years holds": (
        [entry(year=2018, day="2019-03-01"), entry(year=2019, state="待整改", due="2021-06-30")],
        {},
        "有 1 条：1 条这次查到",
        False,
    ),
    "the last of one year holds": (
        [entry(state="待整改", due="2020-06-30"), entry("屋面", day="2021-02-01")],
        {},
        "不算又出现",
        False,
    ),
    "what was said of this year takes nothing from it": (
        [entry(), entry(year=2020, state="待整改")],
        {},
        "1 条这次又出现",
        True,
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_became_of_a_record(name):
    entries, given, told, broken = TOLD[name]
    records, notes = became(*entries, **given)
    assert told in notes, notes
    assert [each.rule for each in records.unkept] == [RULE] * broken
    assert ("没有再出现" in notes) is (name == "met")
    assert ("又出现" in notes.replace("不算又出现", "")) is ("又出现" in told.replace("不算又出现", ""))


def test_each_record_is_counted_once_and_the_gravest_of_several_cases_holds():
    """2019: over, 2020: within, for the record of 2018; the sentence of all cases counts one record, and that it came again."""
    within = LINES.replace("actual: 130", "actual: 100")
    cases = [
        load_case((HEAD.format(year=2019) + LINES).encode(), BOOK, file="a.yaml"),
        load_case((HEAD.format(year=2020) + within).encode(), BOOK, file="b.yaml"),
    ]
    report = check(cases, BOOK, selected=lambda rule: rule == RULE)
    entries = said(entry(year=2018, day="2019-03-01"), entry("met", year=2018, day="2019-03-01"))
    records = Recorded(entries, None, BOOK.rules)
    for part in report.cases:
        records.of(part)
    (told,) = records.told()
    assert told.zh == "以前年度的整改记录有 2 条：1 条这次又出现；1 条这次没有再出现（查了、符合，不等于已经整改）"
    assert len(records.unkept) == 1 and records.unkept[0].year == 2019
    assert told.en.startswith("Records of follow-up of earlier years, 2: 1 found again; 1 met")


def test_a_name_in_other_width_is_the_same_and_one_that_two_units_have_is_no_ones(tmp_path):
    """What one of two units of a name was told is not held against the other; a code tells which is meant."""
    here = HEAD.format(year=2020).replace("甲", "甲（本级）") + LINES.replace("屋面", "屋面 维修")
    (tmp_path / "a.yaml").write_text(here)
    file = tmp_path / "f.yaml"
    file.write_text("整改:\n" + entry("屋面维修", unit="甲(本级)"))
    words = ["--followup", str(file), "--select", RULE, "--lang", "zh"]

    def told(command, *cases):
        came = CliRunner().invoke(main, [command, *(str(tmp_path / each) for each in cases), *words])
        return "".join(came.output.split())

    for command in ("run", "overview"):
        assert "2020年度又查到（疑点" in told(command, "a.yaml")
    (tmp_path / "b.yaml").write_text(here.replace("430112", "430602"))
    for command in ("run", "overview"):
        output = told(command, "a.yaml", "b.yaml")
        assert "几个单位是这个名称" in output and "又查到" not in output
    (tmp_path / "b.yaml").write_text(
        here.replace("430112", "430602").replace("jurisdiction", "code: A1\njurisdiction", 1)
    )
    file.write_text("整改:\n" + entry("屋面维修", unit="A1"))
    for command in ("run", "overview"):
        assert told(command, "a.yaml", "b.yaml").count("又查到（疑点") == 1


def test_one_case_and_the_overview_say_the_same(tmp_path):
    case, file = tmp_path / "2020.yaml", tmp_path / "f.yaml"
    case.write_text(HEAD.format(year=2020) + LINES)
    file.write_text("整改:\n" + entry() + entry("met") + entry("door") + entry("窗"))
    outputs = []
    for command in ("run", "overview"):
        words = [command, str(case), "--followup", str(file), "--select", RULE, "--lang", "zh"]
        came = CliRunner().invoke(main, words)
        outputs.append("".join(came.output.split()))
    for output in outputs:
        assert "以前年度的整改记录有4条：1条这次又出现" in output
        assert "1条这次不能判断" in output and "1条这次没有再出现" in output and "1条这次没有问到" in output
        assert "2019年度的问题写明已整改（2020-03-01，李四），2020年度又查到（疑点" in output
        assert "没有对上任何一项" not in output
    assert set(KINDS) == {"again", "waived", "later", "open", "met", "unasked"}
