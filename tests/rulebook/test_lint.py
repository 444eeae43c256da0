"""Every lint finds its wrong example and leaves its right one alone; pages are as the code makes them."""

from __future__ import annotations

import math
import os
import sys
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from conftest import HEAD, ROOT, typed

from checker.api import load_rules
from checker.authoring.grounded import Grounds
from checker.authoring.lint import lint, page, unanswered
from checker.authoring.lints import NAMES, Context, example_text, lints, vacuous_pass
from checker.authoring.solver import Solver
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.cases.reader import read_case
from checker.cli.main import main
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate
from checker.rulebook.instruments import plain_name
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, read_pack

BASE = read_pack(builtin("rules"))
BOOK = load_rules(examples=True)
SECOND = {"same-outcomes": "example-rule.yaml"}


def told(one, changed):
    """Return the codes of all lints over the example rule with *changed* lines."""
    parts = [Part("example-rule.yaml", "example-rule.yaml", example_text(changed).encode())]
    if one.id in SECOND:
        name = example_text(changed).splitlines()[0].split(": ")[1] + ".yaml"
        parts = [Part(name, name, example_text(changed).encode())]
        plain = changed.split("\n", 2)[2]
        parts.append(
            Part(
                "example-rule.yaml",
                "example-rule.yaml",
                example_text(lints(["same-outcomes"])[0].wrong.split("\n", 2)[2] if plain else "").encode(),
            )
        )
    book = assemble([BASE, Pack(".", tuple(parts))], examples=one.id in SECOND or (1,))
    own = [rule for rule in book.rules.values() if rule.file in {part.shown for part in parts}]
    as_of = date(2026, 11, 30) if one.id == "instrument-unchecked" else None
    return [problem.code for problem in lint(book, own, as_of=as_of)]


@pytest.mark.parametrize("one", lints(), ids=lambda one: one.id)
def test_a_lint_finds_its_wrong_example_and_not_its_right_one(one):
    assert one.id in told(one, one.wrong)
    assert told(one, one.right) == []


def test_instruments_are_held_against_a_day_that_is_named():
    """Never against the clock: without a day nothing is asked, a year to the day is not more than a year."""
    rules = list(BOOK.rules.values())
    said = lambda day: {p.message.en.rpartition(": ")[2] for p in lint(BOOK, rules, ["instrument-unchecked"], (), day)}  # noqa: E731
    assert not said(None)
    law = "《中华人民共和国预算法》"
    checked = BOOK.instruments[plain_name(law)].checked
    assert law not in said(checked + timedelta(days=365)) and law in said(checked + timedelta(days=366))
    assert "财行〔2016〕214号" in said(checked) and not any("本工具" in each for each in said(checked))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("status: 已被取代", "replaced names"),
        ("status: 已废止, to: 2020-01-01, replaced_by: 《乙办法》", "nothing in its place"),
        ("status: 现行, to: 2020-01-01", "has not ended"),
        ("status: 作废", "does not exist"),
    ],
)
def test_what_does_not_go_together_in_the_register_is_refused(entry, told):
    data = f"instruments:\n  - {{instrument: 《甲办法》, {entry}}}\n".encode()
    with pytest.raises(InputError) as error:
        assemble([BASE, Pack(".", (Part("instruments.yaml", "instruments.yaml", data),))])
    assert told in error.value.problems[0].message.en


def test_overlapping_values_are_refused_when_read():
    wrong = lints(["parameter-dates"])[0].wrong.replace("至: 2019-12-31", "至: 2021-12-31")
    with pytest.raises(InputError) as error:
        assemble([BASE, Pack(".", (Part("example-rule.yaml", "e.yaml", example_text(wrong).encode()),))])
    assert [p.code for p in error.value.problems] == ["overlap"]


@pytest.mark.parametrize("one", lints(), ids=lambda one: one.id)
def test_pages_are_current(one):
    """UPDATE_GOLDEN=1 writes them anew."""
    path = ROOT / "docs" / "lints" / f"{one.id}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(one), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(one)
    assert {p.stem for p in path.parent.glob("*.md")} == set(NAMES)


def test_select_ignore_and_explain(monkeypatch):
    """What all lints say of the built-in rules, tests/project/test_docs.py asks."""
    monkeypatch.setattr("checker.authoring.lint.lint", lambda book, rules, names, cases, *more: [])
    run = lambda *words: CliRunner().invoke(main, ["rules", "lint", *words, "--lang", "zh"])  # noqa: E731
    assert "14 种检查：没有可疑之处" in run("--ignore", "vacuous-pass").output
    assert "1 种检查" in run("--select", "file-name").output
    assert "您是不是想写：file-name" in run("--select", "file-nam").output
    assert "# always-true" in run("--explain", "always-true").output


CAN_PASS_BY_NOTHING = [
    # what is wrong with it, lines of a rule: each kind that the lint finds by form or by trying
    "适用: 存在 下级 满足 (下级.实际支出 > 下级.年初预算)\n要求: 实际支出 > 年初预算",
    "适用: 付款 已列示\n要求: 不存在 付款 满足 (付款.付款日期 > 2020-12-31)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 付款: [{付款日期: 2020-03-01, 付款金额: 1万元}]}]}}",
    "要求: 合计(付款.付款金额) <= 实际支出\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 实际支出: 1万元, 付款: []}]}}",
    "适用: 计数(下级) > 0\n要求: 每个 下级 满足 (下级.支出层次 != 总支出 或 下级.实际支出 <= 1万元)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: t, 支出层次: 项目支出}, {id: a, 支出层次: 明细项目, 上级项目: t}]}}",
    "要求: 实际支出 = 合计(下级.实际支出)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: t, 支出层次: 总支出}, {id: a, 支出层次: 明细项目, 上级项目: t, 实际支出: 1万元}]}}",
    "要求: 调整预算 缺失 或 实际支出 <= 调整预算\n示例:\n"
    "  - {结论: 符合, 事实: {transcribed: whole, 支出: [{id: t, 支出层次: 总支出, 实际支出: 1万元}]}}",
]
CAN_NOT = [
    "适用: 存在 付款 满足 (付款.付款日期 > 2019-12-31)\n要求: 不存在 付款 满足 (付款.付款日期 > 2020-12-31)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 付款: [{付款日期: 2020-03-01, 付款金额: 1万元}]}]}}",
    "要求: 实际支出 <= 年初预算 + 合计(批复.批复金额)\n示例:\n"
    "  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 年初预算: 1万元, 实际支出: 1万元, 批复: []}]}}",
    "要求: 调整预算 有交代\n示例:\n  - {结论: 符合, 事实: {支出: [{id: a, 支出层次: 明细项目, 调整预算: 无}]}}",
]


@pytest.mark.parametrize("changed", CAN_PASS_BY_NOTHING + CAN_NOT)
def test_what_can_be_met_by_nothing(changed):
    part = Part("example-rule.yaml", "example-rule.yaml", example_text(changed).encode())
    book = assemble([BASE, Pack(".", (part,))], examples=(1,))
    own = [rule for rule in book.rules.values() if rule.file == "example-rule.yaml"]
    found = [problem.code for problem in lint(book, own, ["vacuous-pass"])]
    assert found == (["vacuous-pass"] if changed in CAN_PASS_BY_NOTHING else [])


# (condition, can it be true, can it be false)
CONDITIONS = [
    ("实际支出 > 年初预算", True, True),
    ("实际支出 > 年初预算 且 实际支出 < 年初预算", False, True),
    ("实际支出 > 年初预算 或 实际支出 <= 年初预算", True, False),
    ("实际支出 > 3万元 且 实际支出 < 3万元", False, True),
    ("实际支出 >= 3万元 且 实际支出 <= 3万元", True, True),
    ("实际支出 > 3万元 且 实际支出 <= 30000元", False, True),
    ("造价 > 二审限额 且 造价 < 100万元", False, True),
    ("造价 > 二审限额 且 造价 < 300万元", True, True),
    ("实际支出 > 年初预算 且 年初预算 > 调整预算 且 调整预算 > 实际支出", True, True),
    ("实际支出 > 年初预算 且 年初预算 > 5元 且 实际支出 < 3元", False, True),
    ("支出层次 = 总支出 且 支出层次 = 明细项目", False, True),
    ("支出层次 != 总支出 且 支出层次 属于 (总支出)", False, True),
    ("支出层次 属于 (总支出, 基本支出, 项目支出, 支出构成, 明细项目)", True, False),
    ("支出层次 属于 (总支出, 基本支出)", True, True),
    ("是否应急 且 非 是否应急", False, True),
    ("计数(付款) >= 0", True, False),
    ("计数(付款) < 0", False, True),
    ("计数(付款) > 0", True, True),
    ("长度(项目名称) < 0", False, True),
    ('项目名称 = "甲" 且 项目名称 = "乙"', False, True),
    ('项目名称 = "甲" 且 项目名称 != "甲"', False, True),
    ('项目名称 != "甲" 且 项目名称 != "乙"', True, True),
    ("造价 已列示 且 造价 缺失", False, True),
    ("造价 缺失 且 造价 > 3元", False, True),
    ("造价 待填 且 造价 > 3元", False, True),
    ("造价 待填 且 造价 缺失", False, True),
    ("实际支出 缺失 且 实际支出 > 3元", True, True),
    ("首次付款日期 > 2020-06-01 且 首次付款日期 < 2020-05-01", False, True),
    ("首次付款日期 - 2020-01-01 > 30 且 首次付款日期 < 2020-01-15", False, True),
    ("实际支出 介于 5元 到 3元", False, True),
    ("实际支出 介于 3元 到 5元 且 实际支出 介于 6元 到 8元", False, True),
    ("实际支出 属于 ([1元..3元], > 10元) 且 实际支出 = 5元", False, True),
    ("若 是否应急 则 实际支出 > 5元 且 实际支出 < 3元 否则 实际支出 > 3元", True, True),
    ("实际支出 + 3元 > 实际支出", True, False),
    ("-实际支出 > 3元 且 实际支出 > 0元", False, True),
    ("实际支出 × 2 > 6元 且 实际支出 < 3元", False, True),
    ("实际支出 / 年初预算 > 105% 且 实际支出 / 年初预算 < 100%", False, True),
    ("存在 付款 满足 (付款.付款金额 > 3元) 且 非 存在 付款 满足 (付款.付款金额 > 3元)", False, True),
    ("单位.在职人数 >= 0", True, False),
]


@pytest.mark.parametrize(("text", "true", "false"), CONDITIONS, ids=[text for text, _, _ in CONDITIONS])
def test_what_can_hold(text, true, false):
    tree = typed(text, "budget_line", "boolean")
    solver = Solver(BOOK)
    assert solver.possible((tree, True)) is true
    assert solver.possible((tree, False)) is false


def test_what_an_example_reaches_is_possible():
    """The law: no outcome that facts do come to is ever called impossible."""
    from decimal import localcontext

    from checker.authoring.examples import run_examples
    from checker.base.values import EXACT

    solver, asked = Solver(BOOK), {}
    with localcontext(EXACT):
        for result in run_examples(BOOK):
            if result.check is None or result.check.subject.entity != result.rule.entity:
                continue
            for trace in result.check.judge.traces(result.check.subject).values():
                for one in trace.walk():
                    reached = id(one.node), one.value  # the book keeps its trees: most examples reach what others did
                    if one.node.type == "boolean" and one.value is not None and reached not in asked:
                        asked[reached] = one.node
                        assert solver.possible((one.node, one.value)), (result.rule.id, one.node)


GROUNDED = {
    "实际支出 <= 年初预算": True,
    "存在 付款 满足 (付款金额 > 0元)": True,
    "每个 付款 满足 (付款金额 > 0元)": False,  # of no payments
    "非 (每个 付款 满足 (付款金额 > 0元))": True,
    "合计(付款.付款金额) <= 年初预算": False,  # of no payments
    "最大(实际支出, 年初预算) <= 调整预算 且 每个 付款 满足 (付款金额 > 0元)": True,
    "实际支出 <= 年初预算 或 每个 付款 满足 (付款金额 > 0元)": False,
    "实际支出 <= 实际支出 + 0元": False,  # the same on both sides
    "调整预算 已列示": True,
    "调整预算 缺失": False,
    "非 (调整预算 缺失)": True,
    "若 是否应急 则 实际支出 <= 年初预算 否则 调整预算 缺失": False,
    "1元 <= 2元": False,
    "支出层次 属于 (基本支出, 明细项目)": True,
    "已知(实际支出) 或 实际支出 缺失": False,
}


@pytest.mark.parametrize("text", GROUNDED)
def test_what_always_rests_on_something_is_seen_by_its_form(text):
    assert Grounds(BOOK.definitions, frozenset()).grounded(typed(text, "budget_line")) is GROUNDED[text]


def test_a_rule_that_is_left_out_by_its_form_passes_nothing_without_evidence():
    figures = frozenset(entity.id for entity in BOOK.vocabulary.entities.values() if entity.figure)
    grounds = Grounds(BOOK.definitions, figures)
    rules = [rule for rule in BOOK.rules.values() if not rule.indicator]
    left_out = [rule for rule in rules if grounds.grounded(rule.require)]
    assert len(rules) / 3 < len(left_out) < len(rules)
    for rule in left_out[::16]:
        assert not any(vacuous_pass.met_by_nothing(Context(BOOK, (rule,)), rule)), rule.id


GROWING = {
    # what each payment of a line asks of the others, and whether twice as many take four times as long where it is found
    "合计(支出项目.付款 记作 别笔: 别笔.付款金额 其中 别笔.付款日期 <= 付款日期) <= 支出项目.实际支出": True,
    "不存在 支出项目.付款 记作 别笔 满足 (别笔.付款金额 > 付款金额 + 1亿元)": True,
    "每个 单位.支出项目 记作 某项 满足 (每个 某项.付款 记作 别笔 满足 (别笔.付款日期 <= 付款日期 或 别笔.付款金额 <= 1亿元))": True,
    "最大(支出项目.付款.付款金额) >= 付款金额": True,
    "合计(支出项目.付款.付款金额) <= 支出项目.实际支出": False,
    "计数(支出项目.付款 记作 别笔 其中 别笔.收款人 = 收款人) <= 1": False,
    "支出项目.实际支出 >= 付款金额 且 计数(单位.支出项目.付款) > 0": False,
}


def test_a_rule_that_is_called_linear_is_and_another_is_not():
    """The lint says by form what counting the calls says of growing facts."""
    texts = [
        example_text(f'编号: grows-{n}\n对象: 付款\n要求: "{text}"\n说明: "{{付款金额}}"\n英文说明: "{{付款金额}}"')
        for n, text in enumerate(GROWING)
    ]
    parts = [Part(f"grows-{n}.yaml", f"grows-{n}.yaml", text.encode()) for n, text in enumerate(texts)]
    book = assemble([BASE, Pack(".", tuple(parts))])
    own = [rule for rule in book.rules.values() if rule.id.startswith("grows-")]
    told = {problem.place.file for problem in lint(book, own, ["not-linear"])}
    for rule, steep in zip(own, GROWING.values(), strict=True):
        few, many = (calls(book, rule.id, payments) for payments in (20, 80))
        exponent = math.log(many / few) / math.log(4)
        assert (rule.file in told, exponent > 1.4) == (steep, steep), (rule.require, few, many)


def calls(book, rule, payments):
    """Return how many calls it takes to judge a line's payments by *rule*."""
    made = [
        f"{{id: p{n}, date: 2020-01-{n % 28 + 1:02}, amount: {n + 1}元, 收款人: 甲{n}公司}}" for n in range(payments)
    ]
    text = f"{HEAD}lines: [{{id: a, kind: 明细项目, 实际支出: 10元, 付款: [{', '.join(made)}]}}]\n"
    case = read_case(parse_text("case.yaml", text), book.vocabulary, closed=True)
    plan = book.plan_of(case, rule)
    evaluate(plan, case)  # what is compiled is kept
    count = 0

    def called(frame, event, argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        evaluate(plan, case)
    finally:
        sys.setprofile(before)
    return count


def test_a_reason_in_the_file_answers_a_lint():
    text = example_text(lints(["not-linear"])[0].wrong).replace("定性:", "# lint not-linear: 付款不过十几笔\n定性:")
    part = Part("example-rule.yaml", "example-rule.yaml", text.encode())
    book = assemble([BASE, Pack(".", (part,))])
    own = [rule for rule in book.rules.values() if rule.file == "example-rule.yaml"]
    problems = lint(book, own, ["not-linear", "missing-language"])
    assert [problem.code for problem in problems] == ["not-linear"]
    assert unanswered(problems, own) == [] and unanswered(problems, []) == problems
