"""What a rule says of the problem its findings belong to: read, held against the other rules, and gathered."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from checker import check, load_case, load_rules
from checker.authoring.fmt import Formatter
from checker.base.errors import InputError

RULE = """id: {id}
title: 标题
title_en: Title
basis: {{instrument: 某文件, en: some document, verified: "no"}}
nature: {nature}
severity: low
{problem}
for: 支出项目
when: 支出层次 = 明细项目
require: {require}
message: 说明 {{实际支出}}
message_en: message {{实际支出}}
remedy: 整改
remedy_en: remedy
"""
LEAD = "problem: {of: lead-one, order: 1, lead: true}"
CASE = """
name: 某局
jurisdiction: "430112"
level: 区县
unit_kind: 事业单位
year: 2020
transcribed: whole
lines:
  - {id: a, kind: 明细项目, name: 甲, initial_budget: 10万元, actual: 20万元}
  - {id: b, kind: 明细项目, name: 乙, initial_budget: 10万元, actual: 5万元}
"""


def rules(folder: Path, *written: tuple[str, str, str, str]) -> Path:
    """Write rules (id, nature, problem, require) as a pack on top of the rulebook's own."""
    for ident, nature, problem, require in written:
        text = RULE.format(id=ident, nature=nature, problem=problem, require=require)
        (folder / f"{ident}.yaml").write_text(text, encoding="utf-8")
    return folder


OVER, ALWAYS, OPEN = "实际支出 ≤ 年初预算", "实际支出 < 1元", "追加预算 < 1元"
WRONG = {
    "a name that nobody leads": ("problem: {of: lead-oen, order: 2}", "problem-name", "lead-one"),
    "a name without a lead": ("problem: {of: [it-project-review, lead-one], order: 2}", "problem-name", "牵头"),
    "an order twice": ("problem: {of: lead-one, order: 1}", "problem-order", "lead-one"),
    "no order": ("problem: {of: lead-one}", "problem-order", "1"),
    "an order that is none": ("problem: {of: lead-one, order: 二}", "problem-order", "1"),
    "order zero": ("problem: {of: lead-one, order: 0}", "problem-order", "1"),
    "no name": ("problem: {order: 2}", "required", "of"),
    "a name twice": ("problem: {of: [lead-one, lead-one], order: 2}", "repeated", "两次"),
    "a lead of two": ("problem: {of: [lead-one, other], order: 2, lead: true}", "problem-lead", "other"),
    "a lead that is neither": ("problem: {of: lead-one, order: 2, lead: 也许}", "choice", "true"),
    "an unknown key": ("problem: {of: lead-one, order: 2, leads: true}", "unknown-key", "lead"),
}


@pytest.mark.parametrize(("problem", "code", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, problem: str, code: str, told: str):
    folder = rules(tmp_path, ("lead-one", "疑点", LEAD, OVER), ("other", "疑点", problem, OVER))
    with pytest.raises(InputError) as error:
        load_rules(folder)
    (found,) = [each for each in error.value.problems if each.code == code]
    assert found.place.file.endswith("other.yaml") and found.place.line == 7
    assert told in found.render("zh")


def test_a_rule_copied_from_a_pack_below_keeps_its_place(tmp_path: Path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, ident in ((first, "lead-one"), (second, "another")):
        folder.mkdir()
        rules(folder, (ident, "疑点", LEAD, OVER))
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    book = load_rules([first, second])
    (problem,) = [p for p in check([load_case(case, book)], book).problems if p.key == "lead-one"]
    assert [finding.rule.id for finding in problem.findings] == ["another", "lead-one"]


JOINED = {
    "on the same subject": ("疑点", "[lead-one, other]", OVER, [("lead-one", "query", 2)]),
    "on another subject too, where it is the last": ("疑点", "lead-one", ALWAYS, [("lead-one", "query", 3)]),
    "on another subject, of its own where it is not": (
        "疑点",
        "[lead-one, other]",
        ALWAYS,
        [("lead-one", "query", 2), ("other", "query", 1)],
    ),
    "what is to be disclosed joins a query": ("披露", "lead-one", OVER, [("lead-one", "query", 2)]),
    "what is established joins no query": (
        "差错",
        "lead-one",
        OVER,
        [("lead-one", "contradiction", 1), ("lead-one", "query", 1)],
    ),
    "what is open joins": ("差错", "lead-one", OPEN, [("lead-one", "query", 3)]),
}


@pytest.mark.parametrize(("nature", "of", "require", "wanted"), JOINED.values(), ids=JOINED)
def test_findings_join(tmp_path: Path, nature: str, of: str, require: str, wanted: list[tuple[str, str, int]]):
    joins = f"problem: {{of: {of}, order: 2}}"
    (tmp_path / "rules").mkdir()
    folder = rules(tmp_path / "rules", ("lead-one", "疑点", LEAD, OVER), ("other", nature, joins, require))
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    book = load_rules(folder)
    report = check(load_case(tmp_path / "case.yaml", book), book)
    found = [(p.key, p.kind, len(p.findings)) for p in report.problems if p.key in ("lead-one", "other")]
    assert sorted(found) == sorted(wanted)
    alone = check(load_case(tmp_path / "case.yaml", book), book, lang="en")
    assert [f.fingerprint for f in alone.results] == [f.fingerprint for f in report.results]


def test_what_fails_joins_nothing_that_is_open(tmp_path: Path):
    (tmp_path / "rules").mkdir()
    joins = "problem: {of: lead-one, order: 2}"
    folder = rules(tmp_path / "rules", ("lead-one", "疑点", LEAD, OPEN), ("other", "疑点", joins, OVER))
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    book = load_rules(folder)
    report = check(load_case(tmp_path / "case.yaml", book), book)
    kinds = sorted(p.kind for p in report.problems if p.key == "lead-one")
    assert kinds == ["query", "undetermined"]


def test_a_formatted_rule_keeps_its_problem():
    book = load_rules(examples=True)
    rule = book.rules["addition-approved"]
    zh = Formatter(book, rule, "zh").formatted()
    assert yaml.safe_load(zh)["事项"] == {"属于": ["spending-never-budgeted", "overrun"], "次序": 2}
    lead = Formatter(book, book.rules["spending-never-budgeted"], "zh").formatted()
    assert yaml.safe_load(lead)["事项"] == {"属于": "spending-never-budgeted", "次序": 1, "牵头": "是"}
    assert "年初没有预算" in yaml.safe_load(lead)["发现标题"]


def test_every_rule_says_what_it_found():
    told = [rule for rule in load_rules(ROOT / "rules").rules.values() if not rule.indicator]
    assert [rule.id for rule in told if len(rule.finding_title) != 2] == []
