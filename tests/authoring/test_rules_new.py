"""checker rules new: from an author's answers to a rule file that passes checker rules test at once."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner

from checker.api import load_rules
from checker.authoring.new import Answers, written_rule
from checker.authoring.testing import examine
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.cli.main import main
from checker.language.formatter import format_expression
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, read_pack

BOOK = load_rules(examples=True)
BASE = read_pack(builtin("rules"))
NORM = Answers(
    id="my-rule",
    title="示例规范",
    instrument="《示例办法》",
    entity="支出项目",
    require="实际支出 <= 年初预算",
)
RULES = {
    "金额超过限额": {
        "entity": "公务接待",
        "when": "接待金额 超过 公函限额",
        "require": "公函文号 已列示",
        "parameters": (("公函限额", "3000元"),),
    },
    "比率": {"require": "实际支出 / 年初预算 不超过 超支线", "parameters": (("超支线", "110%"),)},
    "枚举": {"when": "支出层次 = 明细项目", "require": "用途 有交代"},
    "是否": {"require": "非 是否应急 或 偏差原因 已列示"},
    "日期": {"when": "首次付款日期 已列示", "require": "首次付款日期 <= 2020-12-31"},
    "关联的事实": {"require": "存在 批复 满足 (批复.批复金额 >= 追加预算)"},
    "每一个": {"require": "每个 付款 满足 (付款.付款金额 <= 年初预算)"},
    "合计": {"require": "合计(付款.付款金额) <= 实际支出"},
    "计数": {"entity": "合同", "require": "计数(补充合同) <= 补充次数", "parameters": (("补充次数", "2"),)},
    "单位": {"entity": "单位", "require": "在职人数 <= 编制人数"},
    "分组": {
        "entity": "合同 按 供应商, 采购品目",
        "require": "合计(合同.合同金额) <= 累计限额",
        "parameters": (("累计限额", "50万元"),),
    },
    "上级": {"when": "支出层次 = 明细项目", "require": "实际支出 <= 上级.实际支出"},
    "指向": {"entity": "付款", "require": "付款日期 >= 所属合同.签订日期"},
    "文字": {"require": "项目名称 不属于 ()".replace("不属于 ()", '包含 "专项"')},
    "勾稽": {"require": "年末结转 ≈ 调整预算 - 实际支出"},
    "若则": {"require": "若 是否应急 则 实际支出 <= 调整预算 否则 实际支出 <= 年初预算"},
    "除非": {"require": "实际支出 <= 年初预算", "unless": "是否应急"},
    "机关": {"when": "单位.单位性质 = 机关", "require": "实际支出 <= 年初预算"},
    "参公": {"entity": "单位", "unit_kinds": ("参公",), "require": "在职人数 <= 编制人数"},
    "天数": {
        "entity": "投资项目",
        "require": "决算编报日期 - 竣工日期 <= 编报天数",
        "parameters": (("编报天数", "90"),),
    },
}


def complaints(text, file="my-rule.yaml"):
    book = assemble([BASE, Pack(file, (Part(file, file, text.encode()),))], examples=[1])
    tested = examine(book, [book.rules["my-rule"]], mutate=True)
    return [c.problem.render("zh") for c in tested.complaints], tested.scores[0]


IN_BOTH = [(name, lang) for name in RULES for lang in ("zh", "en")]
IN_EITHER = [(name, ("zh", "en")[number % 2]) for number, name in enumerate(RULES)]
"""On an ordinary day: which facts are searched through does not depend on the language."""


@pytest.mark.parametrize(("name", "lang"), IN_BOTH if os.environ.get("CHECKER_NIGHTLY") else IN_EITHER)
def test_what_it_writes_passes_rules_test_and_notices_changes(name, lang):
    text, _ = written_rule(NORM._replace(**RULES[name], lang=lang), [BASE])
    told, score = complaints(text)
    assert not told, text + "\n".join(told)
    assert score.share >= 0.8, (float(score.share), [m.what.zh + m.after.zh for m in score.survivors])


BEYOND_SEARCH = {
    "accepted-before-final-payment": "a contract, its certificate and payments that make up its price, together, and an exception that has to be ruled out",
    "added-budget-share": "an addition and the approvals of three levels of lines",
    "addition-approved": "figures of a line and of its approvals at once",
    "amount-unit-plausible": "a ratio in a band far from 1",
    "approval-within-year": "figures of a line and of its approvals at once",
    "approved-before-spending": "payments and approvals in an order of days",
    "budget-published-in-time": "the last day of a reply that is published, on a working day",
    "central-city-transport": "a sum and the days it is paid for",
    "central-computer-price": "a price in a list of things",
    "central-lecture-fee": "a fee after tax, its hours and a title, together",
    "central-lodging-limit": "a place, a rank, days and a sum, together",
    "central-meal-allowance": "days, a sum and the name of a place, together",
    "central-office-machine-price": "a price in a list of things",
    "component-over-budget": "figures of a component and of the line it belongs to",
    "contract-splitting": "a limit that is known for one place only",
    "deviation-explained": "what is left of a text when its stock phrases are taken out",
    "final-published-in-time": "the last day of a reply that is published, on a working day",
    "goal-without-budget": "budget, carry-over and approvals all none at once",
    "growth-base-named": "a claim whose operands have their roles",
    "housing-fund-rate": "asked only where both rates are known: it is never open",
    "indicator-weight-structure": "four sums at once",
    "invoice-names-the-unit": "asked only where both texts are known: it is never open",
    "meeting-days": "the days of a meeting and those of coming and going",
    "meeting-people": "a number of people in a class of meetings",
    "meeting-rate": "a sum, its people and days, in a place whose rate is known",
    "missed-target-explained": "a target, a result and the direction they are read in, together",
    "no-borrowing": "asked only where the figure is known: it is never open",
    "no-fiscal-time-deposits": "asked only where the figure is known: it is never open",
    "no-guarantees": "asked only where the figure is known: it is never open",
    "offsetting-overrun": "two figures of different lines",
    "open-tender-retold-threshold": "a limit that is known for one place only",
    "open-tender-threshold": "a limit that is known for one place only",
    "overrun-above-threshold": "figures of a line, of its parts and of theirs",
    "overrun-hidden-in-total": "figures of a line and of its parts",
    "performance-bond-within-tenth": "an exception of procurement that has to be ruled out",
    "procedure-at-limit": "a limit that is known for one place only",
    "procedure-at-retold-limit": "a limit that is known for one place only",
    "procurement-plan-filed": "an exception of procurement that has to be ruled out",
    "procurement-parts-sum": "asked only where the figures are known: it is never open",
    "ratio-base-named": "a claim whose operands have their roles",
    "receivables-settled": "a date some years back",
    "review-expert-fee": "a fee, its hours and the kind of work, together",
    "round-sum-without-detail": "a remainder, and how a figure is printed",
    "same-payment-twice": "two payments alike in day, payee and amount",
    "single-source-announced": "an exception of procurement that has to be ruled out",
    "small-supplier-paid-in-time": "a delivery, its days and what is left unpaid",
    "spending-never-budgeted": "figures of a line, of its approvals and of the lines above",
    "spending-over-adjusted-budget": "figures of a line, of its approvals and of the lines above",
    "stated-growth": "a claim whose operands have their roles",
    "stated-increase": "a claim whose operands have their roles",
    "supplement-within-tenth": "a contract, its supplements and an approval",
    "three-public-line-within-budget": "an expense, its budget and the approvals of the line it is charged to",
    "three-public-never-budgeted": "an expense, its budget and the approvals of the line it is charged to",
    "three-public-within-budget": "expenses of several kinds, their lines and the approvals of those",
    "three-valid-bids": "an exception of procurement that has to be ruled out",
    "unbudgeted-share": "a share of two sums over lines",
    "unbudgeted-two-years": "figures of two years",
    "works-splitting": "a limit that is known for one place only",
}
"""What the search over small cases does not come upon, and why; `rules new` says aloud that it found none."""
RULES_THERE = [rule for rule in BOOK.rules.values() if not (rule.indicator or rule.figures or rule.id in BEYOND_SEARCH)]
SOME = RULES_THERE if os.environ.get("CHECKER_NIGHTLY") else RULES_THERE[::10]


@pytest.mark.parametrize("rule", SOME, ids=lambda rule: rule.id)
def test_it_finds_examples_for_the_conditions_of_every_built_in_rule(rule):
    """The norms that are there already, written anew from their conditions alone."""
    entity = BOOK.vocabulary.entities[rule.entity]
    subject = entity.zh
    if rule.group:
        subject += " 按 " + ", ".join(entity.fields[key].zh for key in rule.group.keys)
    say = lambda expr: "" if expr is None else format_expression(expr, rule.scope, "zh")  # noqa: E731
    answers = NORM._replace(entity=subject, when=say(rule.when), unless=say(rule.unless), require=say(rule.require))
    if rule.reach.jurisdiction:
        answers = answers._replace(jurisdiction=rule.reach.jurisdiction)
    text, _ = written_rule(answers, [BASE])
    told, _ = complaints(text)
    assert not told, text + "\n".join(told)


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, ["rules", "new", *arguments], **kwargs)


OPTIONS = [
    "--no-input",
    "--lang",
    "zh",
    "--title",
    "示例规范",
    "--id",
    "my-rule",
    "--instrument",
    "《示例办法》",
    "--for",
    "公务接待",
]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ([], "还缺 --require"),
        (["--require", "接待金额 <= 3000"], "给数字写上单位"),
        (["--require", "接待金钱 <= 3000元"], "接待金额"),
        (["--require", "接待金额 <= 限额"], "限额"),
        (["--require", "接待金额 <= 我的限额", "--parameter", "我的限额"], "名称=值"),
        (["--require", "接待金额 <= 我的限额", "--parameter", "接待金额=3元"], "已有别的意思"),
        (["--require", "接待金额 >= 3元 或 接待金额 < 3元"], "找不到让这条规则不符合的事实"),
        (["--require", "接待金额 <= 3元", "--jurisdiction", "长沙"], "行政区划代码"),
        (["--require", "接待金额 <= 3元", "--severity", "high"], "核对程度只支持到"),
        (["--require", "接待金额 <= 3元", "--for", "接待费"], "公务接待"),
    ],
)
def test_a_wrong_answer_is_said_and_nothing_is_written(more, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*OPTIONS, *more)
    assert result.exit_code == 2 and words in result.output, result.output
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_overwritten(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(*OPTIONS, "--require", "接待金额 <= 3000元").exit_code == 0
    before = (tmp_path / "my-rule.yaml").read_bytes()
    assert "已经存在" in run(*OPTIONS, "--require", "接待金额 <= 4000元").output
    assert (tmp_path / "my-rule.yaml").read_bytes() == before
    assert run(*OPTIONS, "--require", "接待金额 <= 4000元", "--force").exit_code == 0
    assert (tmp_path / "my-rule.yaml").read_bytes() != before


@pytest.fixture
def terminal(tmp_path, monkeypatch):
    """Return what runs `rules new` in an empty folder and types these lines, as in a terminal."""
    import sys

    import checker.cli.commands.rules_new as module

    class Terminal:
        """Standard input that says it is a terminal."""

        def __init__(self, stream):
            self.stream = stream

        def isatty(self):
            return True

        def __getattr__(self, name):
            return getattr(self.stream, name)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "sys", type("S", (), {"stdin": Terminal(sys.stdin)}))

    def typed(*lines, words=()):
        return CliRunner().invoke(main, ["rules", "new", "--lang", "zh", *words], input="\n".join(lines) + "\n")

    return typed


def test_it_asks_in_a_terminal_and_holds_each_answer_against_what_there_is(terminal, tmp_path):
    result = terminal(
        "接待须有公函",
        "stated-sum",  # a rule that is there
        "公函",
        "reception-letter",
        "《示例办法》",
        "第八条",
        "听说",
        "转述",
        "望城区局",
        "430112",
        "县区",
        "区县、乡镇",
        "机关、参公",
        "接待",
        "公务接待",
        "公函限额",
        "公函限额=3000元",
        "2020年13月1日",
        "2020年1月1日",
        "",
        "2020-01-01",
        "",
        "接待金额",  # no date
        "接待日期",
        "接待金钱 超过 公函限额",
        "接待金额 超过 公函限额",
        "",
        "是",
        "公函文号 已列示",
        "来访人数",
        "",
        "违章",
        "",
        "高",
        "中等",
        "",
        "补充公函",
    )
    assert result.exit_code == 0, result.output
    for said in (
        "可选：单位、支出项目",
        "可选：接待编号",
        "已是一条规则",
        "编号用小写字母",
        "可写：原文、转述、未核实",
        "没有“县区”，可写：中央、省级",
        "您是不是想写：公务接待",
        "要写成 名称=值",
        "没有“2020年13月1日”这一天",
        "您是不是想写：接待金额",
        "这条要求不会变",
        "定性没有“违章”，可写：差错、披露、违规、疑点",
        "最高到“中等”",
    ):
        assert said in result.output, (said, result.output)
    text = (tmp_path / "reception-letter.yaml").read_text(encoding="utf-8")
    for line in (
        "级次: [区县, 乡镇]",
        "单位性质: [机关, 参公]",
        "施行: {自: 2020-01-01}",
        "日期依据: 接待日期",
        "值: 3000元, 自: 2020-01-01",
    ):
        assert line in text, (line, text)
    assert not (tmp_path / "rules-new.draft").exists()
    assert CliRunner().invoke(main, ["rules", "test", "reception-letter.yaml"]).exit_code == 0


def test_answers_are_kept_until_the_rule_is_written_and_can_be_gone_back_to(terminal, tmp_path):
    begun = ["付款不迟", "late-payment", "《办法》", "", "", "", "", "", "支出项目", ""]
    result = terminal(*begun)  # and the line is cut
    assert "答案留在 rules-new.draft" in result.output
    rest = ["<", "<", "付款", "", "", "", "", "", "付款日期 不晚于 2020-12-31", "", "", "", "", ""]
    result = terminal("y", *rest)
    assert result.exit_code == 0, result.output
    assert "有没写完的草稿（付款不迟）" in result.output and not (tmp_path / "rules-new.draft").exists()
    assert "对象: 付款" in (tmp_path / "late-payment.yaml").read_text(encoding="utf-8")


def test_a_message_names_the_subject_and_its_figures():
    text, _ = written_rule(NORM._replace(**RULES["分组"]), [BASE])
    assert (
        '说明: "{合同.供应商}、{合同.采购品目}：合同的合同金额合计 {合计(合同.合同金额)}，累计限额 {累计限额}；示例规范"'
        in text
    )


def test_no_examples_no_rule():
    with pytest.raises(InputError):
        written_rule(NORM._replace(when="实际支出 > 年初预算 且 实际支出 < 年初预算"), [BASE])


def test_it_knows_the_words_beside_it_and_what_limits_measure(terminal, tmp_path):
    words = "实体:\n  办公室:\n    字段:\n      房间号: 文字\n      使用面积: 数字\n"
    (tmp_path / "vocabulary.yaml").write_text(words, encoding="utf-8")
    (tmp_path / "my-rule-1.yaml").write_text("", encoding="utf-8")
    result = terminal(
        "办公室不得超标准",
        "my-rule-1",  # a file that is there
        "",  # the next that is free
        "《示例办法》",
        "",
        "",
        "",
        "",
        "机关、参公",
        "办公室",
        "正职面积=30平尺",
        "正职面积=30平方米",
        "",
        "",
        "",
        "",
        "",
        "",
        "使用面积 均不得超过 正职面积",
        *[""] * 5,
    )
    assert result.exit_code == 0, result.output
    assert "my-rule-1.yaml，换一个编号" in result.output and "“30平尺”读不成数" in result.output
    assert "类型: 整数, 值: 30," in (tmp_path / "my-rule-2.yaml").read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["rules", "test", "my-rule-2.yaml", "--engine", "evaluator"]).exit_code == 0
