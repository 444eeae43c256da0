"""The presentation model: what it counts, orders and says is the same in both languages, and in words that its readers use."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import report_of

from checker import check, load_case, load_rules
from checker.findings.presentation import presentation
from checker.findings.presented import CasePage, PaperShown, Presentation
from checker.findings.report import Report
from checker.findings.sections import nothing_found

ROOT = Path(__file__).parents[2]
CASES = sorted(
    [ROOT / "cases" / "2020.yaml", ROOT / "cases" / "clean.yaml", *(ROOT / "cases" / "examples").glob("*.yaml")]
)
NAMES = [case.stem for case in CASES]
LANGUAGES = ("zh", "en")

EXPECTED = """
1 差错 “本年度预算支出完成率 134.71%”应为 234.71%（2,031.56万元÷865.58万元）
2 披露 没有列示调整预算数、年末结转和结余
3 披露 没有列出绩效指标、目标值和完成值
4 疑点 年初没有预算的支出 9 项，1,129.93万元
5 疑点 超出年初预算的支出 2 项，36.07万元
6 疑点 大额支出没有分项列示 3 项，756.72万元
7 疑点 项目支出里列支日常运转或人员经费 2 项
8 待核 信息化项目是否经过评审：9 项缺资料，暂不能判断
9 待核 较上年度在职人员增加 2 人：报告未提供上年在职人数
"""
"""What an auditor would write of the report of 2020, before any rule is looked at."""

UNIT = (
    r"自报数|自报种类|第二引擎|求值|引擎|指纹|哈希|规则编号|第 ?\d+ ?行|代入|complete:|transcribed:|SHA|sha256|hash|\.yaml|YAML|JSON"
    r"|derived twice|second engine|fingerprint|evaluat(e|or)d? to|stated.figure|undetermined|roll.up|\bline \d+\b(?!%)"
)
"""Words of the tool, which nobody in a unit reads: who signs a report does not know how it was made."""
AUDITOR = r"自报数|求值|代入|complete:|transcribed:|stated.figure|roll.up"
"""Words that an auditor has no use for either, in the annex where a digest and the checks of a rule have their place."""
ACCUSING = r"[：:] ?缺|违规使用|挪用|lacks? "
"""What accuses where a report is merely silent."""


@cache
def book() -> Any:
    return load_rules()


@cache
def report(path: Path) -> Report:
    return check(load_case(path, book()), book())


def shown(path: Path, lang: str) -> Presentation:
    return presentation(report(path), lang)


def said(page: CasePage) -> Iterator[str]:
    """Yield every text of a page that a unit reads, but what it quotes from its own report."""
    yield from (page.heading, page.verdict, page.outside, *page.notes)
    for figure in page.figures:
        yield from (figure.name, figure.value, figure.note)
    for section in page.sections:
        yield section.title
        for each in section.problems:
            yield from (each.kind_name, each.severity, each.title, each.stake, each.rolled, each.state)
            yield from (*each.sentences, *each.basis, *each.advice)
            for item in each.items:
                yield from (item.name, item.severity, *item.told, *item.sources)
    for paper in (*page.papers, *page.routine):
        yield from (paper.text, paper.whom)
    for indicator in page.indicators:
        yield from (indicator.name, indicator.value, indicator.base, *indicator.missing)
    for agreed in page.agreed:
        yield from (agreed.title, agreed.note)


def test_the_report_of_2020_says_what_an_auditor_would():
    (page,) = shown(CASES[0], "zh").pages
    problems = [problem for section in page.sections for problem in section.problems]
    told = [f"{problem.no} {problem.kind_name} {problem.title}" for problem in problems]
    assert told == EXPECTED.strip().splitlines()
    assert page.verdict.startswith(
        "报告有 1 处差错应当更正；2 处应当补充披露；4 项支出需要说明，涉及 1,166.00万元；2 项缺资料，暂不能判断。"
    )
    assert [(figure.name, figure.value) for figure in page.figures] == [
        ("年初预算", "865.58万元"),
        ("实际支出", "2,031.56万元"),
        ("完成率", "234.71%"),
        ("超出", "1,165.98万元"),
    ]
    unbudgeted = problems[3]
    assert len(unbudgeted.items) == 9 and unbudgeted.items[0].own == 646720000 and unbudgeted.items[-1].own == 450000
    assert "9 项报告未提供批复、调整预算" in unbudgeted.sentences
    assert problems[4].rolled == "项目支出 1,147.55万元、总支出 1,165.98万元，是所属各项之和，不另计"
    assert [item.name for item in problems[4].items] == ["基本支出", "信息系统维修维护"]
    assert not any("决算的批复" in paper.text for paper in (*page.papers, *page.routine)), "it cannot exist yet"
    assert len({paper.text for paper in (*page.papers, *page.routine)}) == len(page.papers) + len(page.routine)


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_sections_add_up_and_every_finding_stands_once(path: Path):
    found = report(path)
    for lang in LANGUAGES:
        (page,) = shown(path, lang).pages
        problems = [problem for section in page.sections for problem in section.problems]
        assert sum(problem.amount or 0 for problem in problems) == found.amount()
        assert [problem.no for problem in problems] == list(range(1, len(problems) + 1))
        for problem in problems:
            assert sum(item.amount or 0 for item in problem.items) <= (problem.amount or 0)
            owns = [item.own or 0 for item in problem.items]
            assert owns == sorted(owns, reverse=True)
        standing = [f for problem in problems for f in problem.group.findings] + list(page.part.routine)
        acting = [f for f in found.results if f.is_finding and not (f.rule.indicator and f.outcome == "undetermined")]
        assert sorted(f.fingerprint for f in standing) == sorted(f.fingerprint for f in acting)
        for problem in problems:  # whatever joins a problem, none is made worse or better by it
            leads = {f.fingerprint for f in problem.group.leads}
            assert leads
            for finding in problem.group.findings:
                established = finding.outcome == "fail" and finding.nature in ("breach", "contradiction")
                assert not established or problem.kind in ("breach", "contradiction")
                assert finding.outcome != "fail" or problem.group.outcome == "fail"


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_both_languages_say_the_same(path: Path):
    zh, en = (shown(path, lang).pages[0] for lang in LANGUAGES)

    def facts(page: CasePage) -> list[Any]:
        return [
            (
                p.no,
                p.key,
                p.kind,
                p.own,
                p.amount,
                p.papers,
                p.columns,
                bool(p.stake),
                len(p.sentences),
                len(p.advice),
                bool(p.rolled),
                [(i.own, i.amount, len(i.told), i.sources, [f.fingerprint for f in i.findings]) for i in p.items],
            )
            for section in page.sections
            for p in section.problems
        ]

    def papers(found: tuple[PaperShown, ...]) -> list[Any]:
        return [(paper.no, paper.problems, bool(paper.whom)) for paper in found]

    assert facts(zh) == facts(en)
    assert papers(zh.papers) == papers(en.papers) and papers(zh.routine) == papers(en.routine)
    assert [bool(figure.note) for figure in zh.figures] == [bool(figure.note) for figure in en.figures]
    assert [(i.value, len(i.missing)) for i in zh.indicators] == [(i.value, len(i.missing)) for i in en.indicators]
    for one, two in zip(titles(zh), titles(en), strict=True):
        assert numbers(one) == numbers(two)


def titles(page: CasePage) -> list[str]:
    return [problem.title for section in page.sections for problem in section.problems]


def numbers(text: str) -> list[Decimal]:
    """Return the percentages and counts of a text; amounts are in yuan in one language and in 万元 in the other."""
    money = [Decimal(n.replace(",", "")) * 10000 for n in re.findall(r"([\d,.]*\d)万元", text)]
    money += [Decimal(n.replace(",", "")) for n in re.findall(r"([\d,.]*\d)(?:元| yuan)", text)]
    return sorted([*money, *(Decimal(n.replace(",", "")) for n in re.findall(r"([\d,.]*\d)%", text))])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_readers_meet_no_word_of_the_tool(path: Path, lang: str):
    told = shown(path, lang)
    rules = set(told.report.rules)
    for text in said(told.pages[0]):
        assert not re.search(UNIT, text), text
        assert not re.search(ACCUSING, text), text
        assert not rules & set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text)), f"names a rule: {text}"
        if lang == "zh":
            own = re.sub(r"“[^”]*”", "", text)  # what is quoted stands as the report has it
            assert not ("万元" in own and re.search(r"\d元", own)), f"two units of money: {text}"
    for rule in told.audit.rules:
        assert not re.search(AUDITOR, f"{rule.title} {told.audit.second}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_a_paper_is_a_document(path: Path, lang: str):
    (page,) = shown(path, lang).pages
    for paper in (*page.papers, *page.routine):
        assert not re.match(r"(写|说明|补|改|核|say |state |write |whether )", paper.text), paper.text
        assert "写“" not in paper.text and "；" not in paper.text
        assert paper.whom
    assert [paper.no for paper in page.papers] == list(range(1, len(page.papers) + 1))


def test_the_order_of_rules_and_facts_changes_nothing(tmp_path: Path):
    import yaml

    path = CASES[0]
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    dice = random.Random(7)
    top = [line for line in data["lines"] if "parent" not in line]
    rest = [line for line in data["lines"] if "parent" in line]
    dice.shuffle(rest)
    data["lines"] = [*rest, *top]
    dice.shuffle(data["stated"])
    other = tmp_path / "2020.yaml"
    other.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for lang in LANGUAGES:
        one, two = shown(path, lang).pages[0], presentation(check(load_case(other, book()), book()), lang).pages[0]
        for first, second in zip(one.sections, two.sections, strict=True):
            for before, after in zip(first.problems, second.problems, strict=True):
                assert before.title == after.title and before.key == after.key
                assert before.sentences == after.sentences and before.advice == after.advice
                assert (before.own, before.amount, before.papers) == (after.own, after.amount, after.papers)
                assert [(i.name, i.own, i.told) for i in before.items] == [(i.name, i.own, i.told) for i in after.items]
        assert one.papers == two.papers and one.routine == two.routine


def test_one_unit_of_money_for_a_whole_report(tmp_path: Path):
    text = """
name: 甲
jurisdiction: "430112"
level: 区县
unit_kind: 事业单位
year: 2020
lines:
  - {id: a, kind: 明细项目, name: 某专项, initial_budget: 0元, actual: %s}
"""
    for amount, wanted in (("8000元", "8,000元"), ("123456.00元", "12.3456万元")):
        case = tmp_path / "case.yaml"
        case.write_text(text % amount, encoding="utf-8")
        problem = presentation(check(load_case(case, book()), book()), "zh").pages[0].sections[0].problems[0]
        assert wanted in problem.sentences[0] and wanted in problem.stake


def test_many_wrong_figures_are_one_sentence_in_the_order_of_people():
    """Eleven differences that do not come to what the report says: the second stands before the tenth, and the sentence has a verb."""
    wrong = "".join(
        f"  - {{id: x{n}, kind: 差额, text: 第{n}段写超出 {n} 万元, amount: {n}, of: "
        f"[{{role: 加数, path: a.实际支出}}, {{role: 加数, sign: 负, path: a.年初预算}}]}}\n"
        for n in range(1, 12)
    )
    line = "lines:\n  - {id: a, kind: 明细项目, name: 甲, initial_budget: 100, actual: 160}\n"
    made = report_of(f"amounts: {{unit: 万元, decimals: 2}}\n{line}stated:\n{wrong}", "stated-difference")
    (page,) = presentation(made, "zh").pages
    (problem,) = page.problems
    assert problem.title == "报告列出的数与复算 11 处不符"
    assert problem.sentences == (
        "报告列出的数与复算 11 处不符：第1段写超出 1 万元、第2段写超出 2 万元、第3段写超出 3 万元等",
    )


def test_points_of_a_score_are_no_money(tmp_path: Path):
    """分 is a point of a score here, and no hundredth of a yuan."""
    path = tmp_path / "case.yaml"
    path.write_text(
        'name: 甲\njurisdiction: "310107"\nlevel: 区县\nunit_kind: 机关\nyear: 2024\nlines: []\n自评总分: 78分\n'
        "自评等级: 合格\n自列优秀线: 90\n自列良好线: 75\n自列合格线: 60\n",
        encoding="utf-8",
    )
    told = [text for page in shown(path, "zh").pages for text in said(page) if "自评总分" in text]
    assert any(text.startswith("自评总分 78分，等级写为“合格”") for text in told), told


@pytest.mark.parametrize(
    ("outcomes", "zh", "en"),
    [
        ({"pass": 3}, "没有发现需要处理的问题", "Nothing to settle was found"),
        ({"pass": 3, "waived": 1}, "没有发现需要处理的问题，已豁免 1 项", "Nothing to settle was found; waived: 1"),
        ({"waived": 2}, "没有发现需要处理的问题，已豁免 2 项", "Nothing to settle was found; waived: 2"),
        ({"undetermined": 1}, "1 项检查缺资料，还没有判断", "1 check was not judged for want of papers"),
        (
            {"undetermined": 2, "pass": 1, "waived": 1},
            "2 项检查缺资料，还没有判断；其余没有发现需要处理的问题，已豁免 1 项",
            "2 checks were not judged for want of papers; nothing to settle was found in the others; waived: 1",
        ),
        ({"not_applicable": 4}, "没有一项检查适用，什么也没有核对", "No check applied: nothing was looked at"),
        ({}, "没有一项检查适用，什么也没有核对", "No check applied: nothing was looked at"),
    ],
)
def test_that_nothing_was_found_is_said_of_what_was_judged(outcomes, zh, en):
    assert nothing_found(outcomes) == (zh, en)


def test_what_is_open_is_no_problem_that_was_not_found():
    """Open checks that are no problem of their own stand in the headline of the case and in that of all units."""
    report = report_of("receptions: [{id: a, amount: 待填}]\n", "added-budget-share", "balance-identity")
    open_ = sum(check.outcome == "undetermined" for check in report.checks)
    assert open_ and not report.problems
    shown = presentation(report, "zh")
    assert shown.pages[0].verdict.startswith(f"{open_} 项检查缺资料，还没有判断") and "没有发现" not in shown.verdict


@pytest.mark.parametrize(("paid", "unit"), [("8000.01元", "元"), ("8000.00元", "万元"), ("0.80", "万元")])
def test_an_amount_with_fen_beside_amounts_in_wan_is_printed_in_yuan(paid, unit):
    body = f"""amounts: {{unit: 万元, decimals: 2}}
lines:
  - {{id: a, kind: 明细项目, name: 甲, initial_budget: 30.00, actual: {paid}}}
"""
    assert report_of(body, "overrun-above-threshold").unit == unit
