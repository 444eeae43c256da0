"""Documents of three kinds, as units write them: few papers, one screen, no false alarm, and what is wrong in a twin is found."""

from __future__ import annotations

import pytest
from conftest import BOOK, ROOT

from checker.api import check
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.findings.presentation import presentation
from checker.reports import Options, render

FOLDER = ROOT / "tests" / "judgement" / "documents"
LINES, PAPERS = 45, 8


def report_on(text: str):
    return check([read_case(parse_text("document.yaml", text), BOOK.vocabulary)], BOOK)


def read(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


NAMES = [
    "three-public-statement",
    "project-evaluation",
    "whole-evaluation-excerpt",
    "three-public",
    "project",
    "whole",
    "final-accounts",
    "project-plain",
    "whole-nil",
    "commerce-bureau",
    "school-guards",
    "culture-centre",
    "water-three-public",
    "road-upkeep",
    "education-excerpt",
]
ASKED = {"three-public": 0, "project": 2, "whole": 2}
"""Papers asked of the documents in Chinese, routine ones as well, exactly."""


@pytest.mark.parametrize("name", NAMES)
def test_a_document_in_order_raises_no_alarm(name):
    report = report_on(read(name))
    assert not [c.rule.id for c in report.checks if c.outcome in ("fail", "error")]
    asked = [paper.text for page in presentation(report, "zh").pages for paper in (*page.papers, *page.routine)]
    assert len(asked) <= PAPERS, asked
    assert len(asked) == ASKED.get(name, len(asked))
    assert len(render("table", report, Options("zh")).split("\n")) <= LINES
    judged = len(report.ledger.by_rule) + len(report.not_in_force) + len(report.outside)
    assert judged == len([rule for rule in BOOK.rules.values() if not rule.figures])  # no rule vanishes


@pytest.mark.parametrize(
    ("name", "right", "wrong", "rule"),
    [
        ("three-public-statement", "budget: 6.50, actual: 5.82", "budget: 6.50, actual: 6.82", "three-public-adds-up"),
        ("three-public-statement", "下降11.76%", "增长11.76%", "stated-growth"),
        (
            "three-public-statement",
            "budget: 2.00, actual: 1.50",
            "budget: 1.20, actual: 1.50",
            "three-public-line-within-budget",
        ),
        ("project-evaluation", "score: 48,", "score: 51,", "score-within-weight"),
        ("project-evaluation", "reported_score: 96.5", "reported_score: 98", "scores-add-up"),
        ("project-evaluation", "actual: 115.80", "actual: 135.80", "spending-over-adjusted-budget"),
        ("whole-evaluation-excerpt", "98.87%, of", "96.87%, of", "stated-ratio"),
        (
            "whole-evaluation-excerpt",
            "initial_budget: 110.00, actual: 108.60",
            "initial_budget: 90.00, actual: 108.60",
            "overrun-above-threshold",
        ),
        ("whole-evaluation-excerpt", "in_service: 44人", "in_service: 48人", "staff-within-establishment"),
        (
            "three-public",
            "三公合计, 三公预算: 5.80, 三公支出: 4.37",
            "三公合计, 三公预算: 5.80, 三公支出: 4.73",
            "three-public-adds-up",
        ),
        (
            "three-public",
            "公车购置及运行, 三公预算: 3.80, 三公支出: 3.15",
            "公车购置及运行, 三公预算: 3.80, 三公支出: 3.51",
            "three-public-cars-add-up",
        ),
        ("project", "上级资金: 60.00", "上级资金: 50.00", "funds-add-up"),
        ("project", "评价结论: 项目按计划完成", "评价结论: 留空  # ", "cell-left-blank"),
        ("whole", "年末结转: 4.65", "年末结转: -4.65", "carry-over-not-negative"),
        ("final-accounts", "actual: 320.00", "actual: 590.00", "component-over-budget"),
        ("final-accounts", "107.08%, of", "101.08%, of", "stated-ratio"),
        ("project-plain", "reported_score: 97.1", "reported_score: 98.1", "scores-add-up"),
        ("water-three-public", "决算数: 3.47, 上年", "决算数: 6.47, 上年", "three-public-line-within-budget"),
        ("water-three-public", "15.78%, 构成", "17.58%, 构成", "stated-increase"),
        ("road-upkeep", "执行数: 398.76, 到位", "执行数: 298.76, 到位", "execution-rate-score"),
        (
            "road-upkeep",
            "得分: 9, 偏离原因: 一个乡镇验收资料晚报",
            "得分: 9, 指标方向: 正向指标, 偏离原因: 无",
            "missed-target-explained",
        ),
        ("education-excerpt", "数量: 176人", "数量: 167人", "stated-product"),
        ("education-excerpt", "在职人数: 43人", "在职人数: 48人", "staff-within-establishment"),
        (
            "project-plain",
            "target: 90, done: 93, weight: 10, score: 10",
            "target: 90, done: 45, weight: 10, score: 10",
            "quantified-score-proportional",
        ),
        ("whole-nil", "in_service: 17", "in_service: 19", "staff-within-establishment"),
        ("whole-nil", "carry_out: 9.30", "carry_out: -9.30", "carry-over-not-negative"),
        (
            "commerce-bureau",
            "增长16.79%, amount: 1.36, rate: 16.79%",
            "增长14.38%, amount: 1.36, rate: 14.38%",
            "stated-increase",
        ),
        ("commerce-bureau", "cars: 2辆", "cars: 0辆", "car-running-without-cars"),
        ("school-guards", "weight: 10, score: 7", "weight: 10, score: 11", "score-within-weight"),
        ("culture-centre", "金额: 738.15", "金额: 738.51", "stated-sum"),
        ("culture-centre", "项目支出, 年初预算: 200.00", "项目支出, 年初预算: 180.00", "overrun-above-threshold"),
        ("whole", "支出总计: 668.20", "支出总计: 658.20", "income-equals-expenditure"),
    ],
)
def test_what_is_wrong_in_it_is_found(name, right, wrong, rule):
    text = read(name)
    assert right in text
    report = report_on(text.replace(right, wrong))
    failed = {c.rule.id for c in report.checks if c.outcome == "fail"}
    assert any(found.startswith(rule) for found in failed), failed


OTHERS = {
    "contract": "合同: [{合同编号: h1, 合同标的: 物业, 合同金额: 250.00, 签订日期: 2022-08-01}]\n",
    "none": "投资项目: 无\n",
    "hidden": "未披露: [编制人数]\n",
    "staff": "编制人数: 10人\n在职人数: 12人\n",
    "funds": "收入总计: 5.00\n支出总计: 6.00\n",
}
"""What documents do not usually say, said by the case."""


@pytest.mark.parametrize("said", ["", *OTHERS])
@pytest.mark.parametrize("name", [*NAMES, "no document"])
def test_tables_ask_the_same_of_a_document(name, said):
    """The plan of a batch is that of the case: by its document and by what it gives besides."""
    pytest.importorskip("duckdb")
    from checker.batch.slices import cut
    from checker.tables.packer import Packer
    from checker.tables.warehouse import connect

    text = read(name if name in NAMES else "whole")
    text = "\n".join(line for line in text.split("\n") if name in NAMES or not line.startswith("材料"))
    english = {"staff": ("establishment", "in_service"), "funds": ("total_income", "total_expenditure")}.get(said, ())
    keys = {*english} | {line.partition(":")[0] for line in OTHERS.get(said, "").split("\n") if line}
    text = "\n".join(line for line in text.split("\n") if line.partition(":")[0] not in keys)
    case = read_case(parse_text("document.yaml", text + "\n" + OTHERS.get(said, "")), BOOK.vocabulary)
    packer = Packer(BOOK.vocabulary)
    packer.add(case)
    connection = connect()
    packer.load(connection)
    for entity in BOOK.vocabulary.entities:
        connection.execute(f'ALTER TABLE "{entity}" RENAME TO "all_{entity}"')
    [whole] = cut(connection, BOOK, lambda rule: True, 10**9)
    assert [rule.id for rule in whole.plan.rules] == [rule.id for rule in BOOK.plan(case).rules]


def test_what_a_document_gives_besides_is_judged():
    text = read("three-public") + OTHERS["staff"] + OTHERS["contract"]
    report = report_on(text)
    asked = set(report.ledger.by_rule)
    assert "staff-within-establishment" in {c.rule.id for c in report.checks if c.outcome == "fail"}
    assert "open-tender-threshold" in asked  # its method is open, and it is asked for


def test_a_rule_of_certain_documents_waits_until_a_case_says_something_of_it():
    text = "\n".join(line for line in read("whole").split("\n") if not line.startswith("材料"))
    silent = "\n".join(line for line in text.split("\n") if not line.startswith(("收入总计", "支出总计")))
    rule = "income-equals-expenditure"
    assert rule in report_on(text).ledger.by_rule
    report = report_on(silent)
    assert rule not in report.ledger.by_rule
    assert rule in {other.rule for other in report.not_in_force}


def test_an_unknown_document_is_refused():
    from checker.base.errors import InputError

    with pytest.raises(InputError) as refused:
        report_on(read("three-public").replace("材料: 三公说明", "材料: 三功说明"))
    assert "三公说明" in refused.value.problems[0].hint.zh
