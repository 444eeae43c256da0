"""Forms for new cases: what is written loads at once, says what is still to fill in, and never counts as anything else."""

from __future__ import annotations

import itertools
import json
import os
import re

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from conftest import BOOK, HEAD, ROOT, case_of, report_of

from checker.api import check
from checker.authoring.case_form import KINDS, new_case
from checker.authoring.case_schema import case_schema
from checker.cases.marks import is_number
from checker.cases.reader import read_case
from checker.cli.main import main
from checker.documents.source import parse_text

UNIT = {
    "name": "示例单位",
    "jurisdiction": "430112",
    "budget_level": "区县",
    "unit_kind": "事业单位",
    "fiscal_year": "2020",
}
OPTIONS = (
    "--name",
    "示例单位",
    "--year",
    "2020",
    "--jurisdiction",
    "430112",
    "--level",
    "区县",
    "--unit-kind",
    "事业单位",
)


def read(text: str):
    return read_case(parse_text("new.yaml", text), BOOK.vocabulary)


def filled(text: str) -> str:
    """Return the form with every sample row made part of it and every value filled in by its type."""
    text = re.sub(r"^( *[^\s:#]+): 待填 +# 没有的写 无；有的.*$", r"\1:", text, flags=re.MULTILINE)
    text = re.sub(r"^( *)#(  )", r"\1\2", text, flags=re.MULTILINE)
    names: dict[str, str] = {}
    for entity in BOOK.vocabulary.entities.values():
        for field in entity.fields.values():
            enumeration = BOOK.vocabulary.enumerations.get(field.type)
            values = {
                "money": "1.00",
                "percent": "1%",
                "number": "1",
                "count": "1",
                "date": "2020-03-01",
                "flag": "是",
                "year": "2020",
                "text": "某某",
            }
            if is_number(field):
                values["text"] = "某某1号"
            names[field.zh] = (
                next(iter(enumeration.values.values()))[0] if enumeration else values.get(field.type, "item-1")
            )
    names["角色"] = names["数据角色"]
    text = re.sub(r"^ +(自报金额|自报数量): 待填.*\n", "", text, flags=re.MULTILINE)
    text = text.replace("自报种类: 待填", "自报种类: 完成率")
    text = re.sub(
        r"^( +)- 数据角色: 待填.*\n +路径: 待填.*$",
        r"\1- {角色: 分子, 路径: 单位.在职人数}\n\1- {角色: 分母, 路径: 单位.编制人数}",
        text,
        flags=re.MULTILINE,
    )
    return re.sub(r"([^\s:#-]+): 待填", lambda m: f"{m[1]}: {names[m[1]]}", text)


@pytest.mark.parametrize("kind", KINDS)
def test_templates_are_what_the_vocabulary_makes(kind):
    """UPDATE_GOLDEN=1 writes them anew."""
    path = ROOT / "cases" / "templates" / f"{kind}.yaml"
    text = new_case(BOOK.vocabulary, kind, UNIT)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
    jsonschema.validate(json.loads(json.dumps(yaml.safe_load(text), default=str)), case_schema(BOOK.vocabulary))


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, parts in KINDS.items() for part in ("", *parts)])
def test_a_form_loads_at_once_and_accuses_nobody(kind, part):
    text = new_case(BOOK.vocabulary, kind, UNIT, [part] if part else [])
    case = read(text)
    assert text.count("待填 ") + text.count("待填\n") >= 3
    (note,) = case.notes
    assert "待填，当作还不知道" in note.zh and "still to fill in" in note.en
    report = check([case], BOOK)
    assert not report.ledger.counts["fail"] and not report.ledger.counts["error"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_loads_when_everything_is_filled_in(kind):
    text = new_case(BOOK.vocabulary, kind, UNIT)
    if "basic" not in text:  # the claim speaks of the staff, which this form does not ask for
        text = text.replace("金额口径", "在职人数: 1\n编制人数: 1\n金额口径")
    case = read(filled(text))
    assert not case.notes
    for name in ("contract", "indicator", "approval", "review", "stated_figure", "operand"):
        assert case.facts.get(name), name
    assert not check([case], BOOK).ledger.counts["error"]


def test_what_is_still_to_fill_in_is_neither_none_nor_disclosed_as_missing():
    whole = "transcribed: whole\n编制人数: 18\n%s"
    rule = "carry-over-disclosed"
    line = "lines:\n  - {id: t, kind: 总支出, name: 总支出, 年初预算: 1万元%s}\n"
    assert [c.outcome for c in report_of(whole % (line % ""), rule).checks] == ["fail"]
    assert [c.outcome for c in report_of(whole % (line % ", 年末结转: 待填"), rule).checks] == ["undetermined"]
    case = case_of("三公经费: 待填\n")
    assert case.root.states.get("three_public_line") is None and "三公经费（第 6 行）" in case.notes[0].zh
    quoted = case_of('report_title: "待填"\n')  # as in JSON: no document has that name
    assert "report_title" not in quoted.root.values and "待填" in quoted.notes[0].zh


@pytest.mark.parametrize(
    ("name", "told"),
    [("level", "预算级次"), ("unit_kind", "单位性质"), ("year", "预算年度"), ("jurisdiction", "行政区划")],
)
def test_a_heading_still_to_fill_in_is_not_known_and_is_said(name, told):
    text = re.sub(rf"^{name}: .*$", f"{name}: 待填", HEAD, flags=re.MULTILINE)
    case = case_of("编制人数: 3\n", text)
    assert case.root.values.get(name) is None
    assert "待填" in case.notes[0].zh and told in case.notes[0].zh


def test_only_the_parts_asked_for(tmp_path):
    path = tmp_path / "new.yaml"
    result = CliRunner().invoke(main, ["new-case", str(path), *OPTIONS, "--part", "staff,three-public", "--lang", "zh"])
    assert result.exit_code == 0 and "checker run" in result.output
    text = path.read_text(encoding="utf-8")
    assert "# 1. 人员" in text and "# 2. 三公经费" in text and "# 3." not in text and "合同" not in text
    again = CliRunner().invoke(main, ["new-case", str(path), *OPTIONS, "--lang", "zh"])
    assert again.exit_code == 2 and "没有改动" in again.output and path.read_text(encoding="utf-8") == text
    assert CliRunner().invoke(main, ["run", str(path), "--engine", "evaluator"]).exit_code in (0, 3)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--part", "staf"], "staff"),
        (["--kind", "departement"], "department"),
        (["--level", "区里"], "区县"),
        (["--unit-kind", "事业"], "事业单位"),
        (["--year", "20"], "不是年份"),
        (["--jurisdiction", "望城"], "望城区"),
        (["--jurisdiction", "043011"], "430112"),
        (["--name", " "], "空的"),
        (["--name", "甲\n乙"], "不能显示"),
    ],
)
def test_wrong_wishes_are_told_with_a_hint(options, words):
    given = dict(zip(OPTIONS[::2], OPTIONS[1::2])) | dict(zip(options[::2], options[1::2]))  # none of them twice
    result = CliRunner().invoke(main, ["new-case", *itertools.chain(*given.items()), "--lang", "zh"])
    assert result.exit_code == 2 and words in result.output


@pytest.mark.parametrize("name", ['甲: "乙" # 丙', "- 甲", "off", "{甲}", "010", "甲\\n"])
def test_any_name_is_read_back_as_it_was_given(name):
    assert read(new_case(BOOK.vocabulary, "project", {**UNIT, "name": name})).unit == name
