"""The changes of the built-in rules that no example notices: each is listed, with the reason why none can."""

from __future__ import annotations

import os

import pytest
from conftest import ROOT
from test_examples import TESTED

REASONS = {
    "A": ("案例读入时核对自报数各项的数据角色，另一种汇总或没有这个条件，读得进来的案例得数相同", "the loader checks the roles of a claim's operands: for any case that can be read both come to the same figure"),
    "B": ("相等的两个数一定勾稽一致，“或”的另一半已经包含", "equal figures always reconcile, so the other side of the “or” covers it"),
    "D": ("处置原值不是负数；不是负数的，加上它已经不够，减去更不够", "what was disposed of is not negative, and if adding it is not enough, taking it away is not either"),
    "E": ("人数是整数：10 人按三分之一也是 3 人，9 人、11 人两种算法的上限相同", "people are whole: a third of 10 allows 3 as well, and for 9 and 11 both ways allow the same"),
    "F": ("个数是整数，没有四舍五入，“≈”就是“=”", "counts are whole and never rounded: ≈ is ="),
    "G": ("提示线 50 万元是整数支出单位 10 万元的整倍数，少 1 分的数不是", "the line of 500,000 yuan is a multiple of the unit of 100,000, and one fen less is not"),
    "H": ("末位总是 1 分、1 角、1 元……的十倍数，没有比 10 万元少 1 分的", "the last digit stands for a power of ten: never for one fen less than 100,000 yuan"),
    "I": ("只有两数相等时不同，相等的两个数“≈”已经排除；金额是整分，比零大和比负一分大只差零", "they differ only where both figures are equal, which ≈ has excluded; amounts are whole fen: above zero and above minus one fen differ by zero alone"),
    "J": ("按调整预算取值的情形，适用条件已经排除", "the condition of the rule has excluded where the adjusted budget would be taken"),
    "K": ("词汇表标明这项金额写“无”就是零，“有交代”和“已列示”相同", "the vocabulary marks the amount none: 0, so “is stated” and “is given” are one"),
    "L": ("适用条件限定只有一项，最大和最小是同一个数", "the condition allows one item only: its greatest and least are the same"),
    "M": ("调整预算不知道时，右边的比较也不知道，整个条件仍是未知", "where the adjusted budget is not known, neither is the comparison beside it: the whole stays unknown"),
    "P": ("列示的批复覆盖了的，“或”的另一半已经包含；这一半只在批复没有列全时使结论未知", "what listed approvals cover is met by the other side of the “or”; this side only leaves the outcome open where not all are listed"),
}  # fmt: skip
EQUIVALENT = {
    ("addition-approved", "年初可用", "总是取“否则”"): "J",
    ("addition-approved", "适用", "> → >="): "I",
    ("addition-approved", "要求", "- → +"): "P",
    ("addition-approved", "要求", "<= → <"): "P",
    ("approved-before-spending", "付款列足", ">= → >"): "B",
    ("assets-grow-with-purchases", "要求", ">= → >"): "B",
    ("assets-grow-with-purchases", "要求", "+ → -"): "D",
    ("assets-on-the-books", "要求", "<= → <"): "B",
    ("carry-over-disclosed", "要求", "有交代 → 已列示"): "K",
    ("carry-over-within-budget", "要求", "< → <="): "B",
    ("carry-over-within-budget", "适用", "有交代 → 已列示"): "K",
    ("execution-rate-score", "项目执行率", "汇总 max → min"): "L",
    ("payments-within-contract", "要求", "<= → <"): "B",
    ("reception-hosts", "要求", "<= → <"): "E",
    ("reception-hosts", "要求", "陪餐分界人数 + 1"): "E",
    ("reception-hosts", "要求", "陪餐分界人数 - 1"): "E",
    ("round-sum-without-detail", "适用", "整数支出提示线 - 0.01元"): "G",
    ("round-sum-without-detail", "适用", "整数支出单位 - 0.01元"): "H",
    ("spending-never-budgeted", "确属预算外", "0元 - 0.01元"): "I",
    ("spending-never-budgeted", "确属预算外", "> → >="): "I",
    ("spending-over-adjusted-budget", "要求", "去掉左边的条件"): "M",
    ("stated-count", "要求", "= → ≈"): "F",
    ("stated-sum", "要求", "去掉“其中”的条件"): "A",
    ("unbudgeted-two-years", "适用", "有交代 → 已列示"): "K",
}
LEFT = [(score.rule.id, mutant) for score in TESTED.scores for mutant in score.survivors]


@pytest.mark.parametrize(("rule", "mutant"), LEFT, ids=lambda x: getattr(x, "part", x))
def test_no_example_could_notice_it(rule, mutant):
    assert (rule, mutant.part, mutant.what.zh) in EQUIVALENT, mutant.after.zh


def test_every_reason_is_needed():
    assert EQUIVALENT.keys() == {(rule, mutant.part, mutant.what.zh) for rule, mutant in LEFT}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_current(lang):
    """UPDATE_GOLDEN=1 writes it anew."""
    total = sum(score.mutants for score in TESTED.scores)
    share = f"{(total - len(LEFT)) / total:.2%}"
    if lang == "zh":
        parts = ["# 示例没有发现的改动", f"`checker rules test --mutate` 逐处改动内置规则，共 {total} 处，示例发现 {total - len(LEFT)} 处（{share}）。下面 {len(LEFT)} 处改了也不会改变任何结论。"]  # fmt: skip
        table = ["| 规则 | 改动 | 改后读作 | 理由 |", "|---|---|---|---|"]
    else:
        parts = ["# Changes that no example notices", f"`checker rules test --mutate` changes the built-in rules in {total} places, one at a time; the examples notice {total - len(LEFT)} ({share}). The {len(LEFT)} below change no outcome at all."]  # fmt: skip
        table = ["| Rule | Change | It then reads | Reason |", "|---|---|---|---|"]
    for rule, mutant in LEFT:
        reason = EQUIVALENT[rule, mutant.part, mutant.what.zh]
        table.append(f"| `{rule}` | {mutant.what.say(lang)} | {mutant.after.say(lang)} | {reason} |")
    reasons = [f"- **{key}** {text[lang == 'en']}" for key, text in REASONS.items()]
    text = "\n\n".join([*parts, "\n".join(reasons), "\n".join(table)]) + "\n"
    path = ROOT / "docs" / f"mutation-survivors.{lang}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
