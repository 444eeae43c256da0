"""What the editor is told, as tables: a text with a mark where the cursor stands, and what can be written, is said, or is mended there."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from author_mistakes import MISTAKES, RIGHT
from conftest import ROOT

from checker.documents.source import read_source
from checker.documents.spots import Pair, spots
from checker.editor.actions import actions
from checker.editor.completion import completion
from checker.editor.definition import definition
from checker.editor.diagnostics import ERROR, diagnostics
from checker.editor.documents import Document, Position, Range
from checker.editor.formatting import formatting
from checker.editor.hover import hover
from checker.editor.inlay import hints
from checker.editor.mending import mended
from checker.editor.outline import outline
from checker.editor.parts import at
from checker.editor.rename import Refused, rename
from checker.editor.shelf import Shelf

SHELF = Shelf()
WHOLE = Range(Position(0, 0), Position(9999, 0))
HEAD = """编号: some-rule
标题: 单笔公务接待费超过3000元须有公函
依据: {文件: 《示例区公务接待管理办法》, 核对: 未核实}
定性: 疑点
严重程度: 低
对象: 公务接待
"""
TAIL = """
说明: "{来访单位}：{接待金额}"
整改: 补充公函
参数: [{编号: letter_limit, 名称: 公函限额, 类型: 金额, 值: 3000元, 依据: {文件: 《示例办法》}}]
"""
LINES = HEAD.replace("公务接待\n", "支出项目\n")
CASE = '单位名称: 甲\n行政区划: "430112"\n预算级次: 区县\n单位性质: 事业单位\n预算年度: 2020\n'


def view(text, name="some-rule.yaml", folder="/nowhere"):
    document = Document(f"{folder}/{name}", text, 1)
    SHELF.texts = {document.path: document}
    return SHELF.view(document)


def marked(text):
    """Return a text without its mark, and where that stood."""
    return text.replace("▮", ""), text.index("▮")


# ---- the outline is the tree that the checker reads


def _same(part, spot, path=""):
    if spot.kind == "scalar":
        assert part.kind in ("scalar", "empty", "key") and part.value == spot.value, (path, part.value, spot.value)
        assert part.kind == "empty" or (part.start, part.end) == (spot.start, spot.end), path
        return
    assert part.kind == spot.kind and len(part.entries) == len(spot.entries), path
    for mine, theirs in zip(part.entries, spot.entries, strict=True):
        if isinstance(theirs, Pair):
            _same(mine.key, theirs.key, path)
            _same(mine, theirs.value, f"{path}/{theirs.key.value}")
        else:
            _same(mine, theirs, path + "/-")


FILES = sorted([*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "cases").rglob("*.yaml")])


def test_the_outline_of_what_can_be_read_is_what_is_read():
    for path in [ROOT / "rules" / "vocabulary.yaml", *FILES[::5]]:
        source = read_source(str(path), path.read_bytes())
        _same(outline(source.text), spots(source), path.name)


def test_whatever_is_typed_has_an_outline():
    """Cut off anywhere, with anything put in or taken out: every part lies within the text, and every place is in a part."""
    draw = random.Random(1)
    for path in FILES[::40]:
        text = path.read_text(encoding="utf-8")[:3000]
        for _ in range(25):
            here = draw.randrange(len(text))
            broken = draw.choice(
                [
                    text[:here],
                    text[:here] + text[here + draw.randrange(9) :],
                    text[:here] + draw.choice("{}[]:\"'-#\n >|，&*\t") + text[here:],
                ]
            )
            root = outline(broken)
            assert all(0 <= part.start <= part.end <= len(broken) for part in root.walk())
            for offset in range(0, len(broken), 101):
                at(root, offset)


# ---- diagnostics


def test_a_rule_that_is_typed_letter_by_letter_is_never_a_crash():
    text = (
        LINES
        + "适用: 支出层次 = 明细项目 且 存在 批复 满足 (批复金额 > 公函限额)\n要求: 实际支出 不超过 年初预算"
        + TAIL.replace("{来访单位}：{接待金额}", "{项目名称}")
    )
    for end in range(1, len(text), 11):
        now = view(text[:end])
        found = diagnostics(now)
        completion(now, end, "zh")
        hover(now, end - 1, "zh")
        actions(now, WHOLE, "zh", found[:1])
        hints(now, WHOLE)
    assert [each for each in diagnostics(view(text)) if each.severity == ERROR] == []


def test_several_errors_of_a_file_are_told_at_once():
    text = (
        HEAD
        + "适用: 接待金颜 > 5 且 来访单位 > 3元\n要求 公函文号 已列示\n整改: 补充公函\n说明: “{接待金额}\n"
        + "涉及金额: 公函文号\n"
    )
    now = view(text)
    found = [(each.range.start.line, each.problem.code) for each in diagnostics(now) if each.severity == ERROR]
    assert [line for line, _ in found] == [6, 6, 7, 10]
    assert mended(now.document).left_out == {8}


def test_an_example_that_comes_to_something_else_is_told():
    text = (
        HEAD
        + "要求: 公函文号 已列示"
        + TAIL.replace("\n参数", "\n示例:\n  - {结论: 符合, 事实: {公务接待: [{id: a, 公函文号: 无}]}}\n参数")
    )
    told = [each for each in diagnostics(view(text)) if each.problem.code == "example-differs"]
    assert [(each.range.start.line, each.problem.message.en) for each in told] == [
        (10, "example: wanted met, came to not met")
    ]


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("c.yaml", CASE + "公务接待:\n  - {编号: a, 接待金额: 12}\n", 6, "bad-money"),
        ("c.yaml", CASE + "公务接代: []\n", 5, "unknown-key"),
        ("x.waivers.yaml", "豁免:\n  - {规则: no-such-rule, 单位: 甲}\n", 1, "no-rule"),
        ("vocabulary.yaml", "实体:\n  合同:\n    字段:\n      甲: {类型: 金鹅}\n", 3, "vocabulary"),
        (
            "parameters.yaml",
            "参数:\n  - {编号: a, 名称: 甲限, 类型: 金额, 值: 30, 依据: {文件: 《甲》}}\n",
            1,
            "bad-value",
        ),
        ("pack.yaml", "名称: a b\n版本: 一\n发布单位: 甲\n", 0, "manifest"),
        ("other.yaml", "services:\n  web: {image: x}\n  db: y\n", None, ""),
    ],
)
def test_every_kind_of_file_is_held_against_its_reader(name, text, line, code):
    found = [each for each in diagnostics(view(text, name)) if each.severity == ERROR]
    assert (
        (not found) if line is None else (line, code) in [(each.range.start.line, each.problem.code) for each in found]
    )


# ---- completion

OFFERED = [
    (HEAD + "要求: ▮" + TAIL, "rule", ["接待金额", "公函文号", "存在", "非"], ["公函限制", "明细项目"]),
    (HEAD + "要求: 接待金额▮" + TAIL, "rule", ["接待金额", "不超过", "不得超过", "已列示"], ["早于", "包含"]),
    (HEAD + "要求: 接待金额 超过 ▮" + TAIL, "rule", ["接待金额", "公函限额"], ["公函文号", "接待日期", "存在"]),
    (HEAD + "要求: 接待金额 超过 letter▮" + TAIL, "rule", [], ["接待金额"]),
    (HEAD + "要求: amou▮" + TAIL, "rule", ["接待金额"], ["公函文号"]),
    (HEAD + "要求: 接待日期 ▮" + TAIL, "rule", ["早于", "不晚于", "不得早于"], ["不超过", "包含"]),
    (HEAD + "要求: 公函文号 已▮" + TAIL, "rule", ["已列示"], ["不超过"]),
    (HEAD + "要求: 公函文号 已列示 ▮" + TAIL, "rule", ["且", "或"], ["不超过"]),
    (HEAD + "要求: 来访单位 ▮" + TAIL, "rule", ["包含", "匹配", "等于"], ["不超过"]),
    (LINES + "要求: 支出层次 = ▮" + TAIL, "rule", ["明细项目", "基本支出"], ["实际支出", "通过"]),
    (LINES + "要求: 支出层次 属于 (明细项目, ▮" + TAIL, "rule", ["基本支出"], ["实际支出"]),
    (LINES + "要求: 存在 ▮" + TAIL, "rule", ["批复", "付款"], ["实际支出"]),
    (LINES + "要求: 存在 批复 ▮" + TAIL, "rule", ["满足"], ["且"]),
    (LINES + "要求: 存在 批复 满足 (▮" + TAIL, "rule", ["批复金额", "实际支出"], ["接待金额"]),
    (LINES + "要求: 合计(付款.▮" + TAIL, "rule", ["付款金额"], ["实际支出"]),
    (LINES + "要求: 合计(付款.付款金额 其中 付款▮" + TAIL, "rule", ["付款日期"], ["批复日期"]),
    (HEAD + "▮", "rule", ["要求", "适用", "除非", "说明"], ["标题", "对象"]),
    (HEAD + "说明: “{▮", "rule", [], ["要求"]),
    (HEAD + '要求: 公函文号 已列示\n说明: "{来▮}"\n', "rule", ["来访单位"], ["要求"]),
    (HEAD.replace("核对: 未核实", "▮"), "rule", ["条款", "核对"], ["文件", "要求"]),
    (HEAD.replace("核对: 未核实", "核对: ▮"), "rule", ["原文", "转述"], ["是"]),
    (HEAD.replace("定性: 疑点", "定性: ▮"), "rule", ["违规", "差错", "指标"], ["高"]),
    (HEAD.replace("对象: 公务接待", "对象: 公▮"), "rule", ["公务接待"], ["合同"]),
    (HEAD.replace("对象: 公务接待", "对象: 公务接待 按 ▮"), "rule", ["来访单位"], ["合同"]),
    ("▮", "rule", ["编号", "标题", "单位名称"], []),
    ("id: a\nfor: budget_line\nrequire: kind = ▮\n", "rule", ["item", "basic"], ["明细项目"]),
    ("id: a\nfor: budget_line\nrequire: actual ▮\n", "rule", ["<=", "is given"], ["不超过"]),
    (CASE + "▮", "case", ["公务接待", "合同"], ["单位名称", "预算年度"]),
    (CASE.replace("预算级次: 区县", "预算级次: ▮"), "case", ["区县", "中央"], ["机关"]),
    (CASE + "公务接待:\n  - 编号: a\n    ▮\n", "case", ["接待金额", "公函文号"], ["接待编号", "实际支出"]),
    (CASE + "支出:\n  - {编号: a, 支出层次: ▮}\n", "case", ["明细项目"], ["通过"]),
    (CASE + "支出:\n  - {编号: l1, 项目名称: 门户}\n合同:\n  - {编号: a, 所属支出项目: ▮}\n", "case", ["l1"], []),
    ("豁免:\n  - 规则: overrun▮\n", "waivers", ["overrun-above-threshold"], ["stated-sum"]),
    ("豁免:\n  - ▮\n", "waivers", ["规则", "批准文号"], []),
    ("实体:\n  合同:\n    字段:\n      甲: {类型: ▮}\n", "vocabulary", ["金额", "指向 合同"], []),
]
NAMES = {"waivers": "a.waivers.yaml", "vocabulary": "vocabulary.yaml"}


@pytest.mark.parametrize(("text", "kind", "wanted", "unwanted"), OFFERED)
def test_what_fits_a_place_is_offered(text, kind, wanted, unwanted):
    text, offset = marked(text)
    now = view(text, NAMES.get(kind, "some.yaml"))
    assert now.kind == kind
    items = completion(now, offset, "zh")
    labels = [item.label for item in items]
    assert set(wanted) <= set(labels) and not set(unwanted) & set(labels), labels[:40]
    assert len(labels) == len(set(zip(labels, (item.kind for item in items), strict=True)))


def test_what_is_taken_from_the_list_can_be_read():
    """Each value offered behind a comparison makes a condition without errors."""
    text, offset = marked(HEAD + "要求: 接待金额 不超过 ▮" + TAIL)
    now = view(text)
    for item in completion(now, offset, "zh")[:5]:
        start, end = now.document.offset(item.edit.range.start), now.document.offset(item.edit.range.end)
        taken = text[:start] + item.edit.text.replace("$1", "1元") + text[end:]
        assert not [each for each in diagnostics(view(taken)) if each.severity == ERROR], item.label


# ---- hover, definition, inlay


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "要求: 接▮待金额 不超过 公函限额" + TAIL, "公务接待的字段，金额"),
        (HEAD + "要求: 接待金额 不▮超过 公函限额" + TAIL, "含本数"),
        (HEAD + "要求: 接待金额 不超过 公▮函限额" + TAIL, "3000元"),
        (HEAD + "要▮求: 公函文号 已列示" + TAIL, "要求什么"),
        (HEAD.replace("公务接待\n", "公▮务接待\n"), "属于单位"),
        (LINES + "要求: 支出层次 = 明▮细项目" + TAIL, "支出层次的取值"),
        (LINES + "要求: 存在 批▮复 满足 (批复金额 > 0元)" + TAIL, "属于支出项目"),
        (LINES + "要求: 存在 批复 满足 (批▮复金额 > 0元)" + TAIL, "批复的字段"),
        (HEAD + '说明: "{来▮访单位}"\n', "公务接待的字段，文字"),
        (CASE + "公务接待:\n  - {编号: a, 公▮函文号: 无}\n", "派出单位公函"),
        (CASE + "公▮务接待: []\n", "属于单位"),
    ],
)
def test_a_name_is_explained(text, said):
    text, offset = marked(text)
    found = hover(view(text), offset, "zh")
    assert found is not None and said in found.text


def test_a_hover_in_english():
    text, offset = marked("id: a\nfor: budget_line\nrequire: some review satisfies (review.le▮vel = second)\n")
    found = hover(view(text), offset, "en")
    assert found is not None and found.text.startswith("**level** · 评审级别") and "field of review" in found.text


def test_the_outcome_over_an_open_case_is_shown():
    text, offset = marked(HEAD + "要▮求: 接待金额 不超过 公函限额" + TAIL)
    now = view(text)
    case = Document(
        "/nowhere/case.yaml", CASE + "公务接待: {完整: 是, 明细: [{编号: a, 来访单位: 丙局, 接待金额: 4000.00元}]}\n"
    )
    SHELF.texts[case.path] = case
    found = hover(now, offset, "zh", SHELF.case_for(now))
    assert found is not None and "**甲 2020**：疑点 1" in found.text and "丙局：4,000.00元" in found.text


def test_where_a_name_is_written():
    text, offset = marked(HEAD + "要求: 接待金额 不超过 公▮函限额" + TAIL)
    now = view(text)
    there = definition(SHELF, now, offset)
    assert there is not None and there.path == now.document.path and there.range.start.line == 9
    text, offset = marked("豁免:\n  - 规则: overrun-above▮-threshold\n")
    there = definition(SHELF, view(text, "a.waivers.yaml"), offset)
    assert there is not None and Path(there.path).name == "overrun-above-threshold.yaml"
    text, offset = marked(LINES + "要求: 实▮际支出 不超过 年初预算" + TAIL)
    there = definition(SHELF, view(text), offset)
    assert there is not None and Path(there.path).name == "vocabulary.yaml"
    line = Path(there.path).read_text(encoding="utf-8").splitlines()[there.range.start.line]
    assert line.strip().startswith("actual:")


def test_names_are_shown_in_the_other_language():
    text = LINES + "要求: 存在 批复 满足 (批复金额 > 公函限额)" + TAIL
    shown = [each.text for each in hints(view(text), Range(Position(5, 0), Position(6, 99)))]
    assert shown == ["budget_line", "approval", "amount", "letter_limit"]


# ---- rename


@pytest.mark.parametrize(
    ("text", "new", "why"),
    [
        (HEAD + "要求: 接▮待金额 不超过 公函限额" + TAIL, "甲", "内置"),
        (HEAD + "要求: 接待金额 不超▮过 公函限额" + TAIL, "甲", "没有可以改名的"),
        (HEAD + "要求: 接待金额 不超过 公函▮限额" + TAIL, "接待金额", "已有别的意思"),
        (HEAD + "要求: 接待金额 不超过 公函▮限额" + TAIL, "甲 乙", "空格"),
        (HEAD + "要求: 接待金额 不超过 公函▮限额 且" + TAIL, "甲限额", "先改正错误"),
    ],
)
def test_what_is_not_renamed_is_refused_with_the_reason(text, new, why, tmp_path):
    text, offset = marked(text)
    path = tmp_path / "some-rule.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        rename(SHELF, view(text, folder=str(tmp_path)), offset, new)
    assert why in refused.value.told.zh and refused.value.told.en


# ---- mending


def test_a_rule_is_put_in_order():
    text = HEAD + "要求: 公函文号   已列示" + TAIL
    edits = formatting(view(text))
    assert [(each.range.start.line, each.text) for each in edits] == [(6, "要求: 公函文号 已列示\n")]
    broken_in_brackets = text.replace("类型: 金额, 值", "类型: 金额,\n值")
    assert [each.text for each in formatting(view(broken_in_brackets))] == ["要求: 公函文号 已列示\n"]
    refused = formatting(view(text.replace("已列示", "已列是")))
    assert "先改正" in refused.zh


def test_what_is_offered_for_the_mistakes_of_authors_mends_them():
    """Every action is tried: none leaves more errors, and the share of mistakes that one mends is printed (-s)."""
    offered = mends = 0
    names = [name for name in MISTAKES if MISTAKES[name][0] in RIGHT][::10]
    for name in names:
        old, new, _ = MISTAKES[name]
        text = RIGHT.replace(old, new, 1)
        now = view(text, "example-rule.yaml")
        errors = [each for each in diagnostics(now) if each.severity == ERROR]
        left = []
        for action in actions(now, WHOLE, "zh", errors):
            made = text
            for edit in sorted(action.edits, key=lambda each: each.range, reverse=True):
                start, end = now.document.offset(edit.range.start), now.document.offset(edit.range.end)
                made = made[:start] + edit.text + made[end:]
            assert made != text
            after = [each for each in diagnostics(view(made, "example-rule.yaml")) if each.severity == ERROR]
            if action.diagnostic.problem.code.startswith("expression:"):
                assert action.diagnostic.problem not in [each.problem for each in after], (name, action.title)
            left.append(len(after))
        offered += bool(left)
        mends += bool(left) and min(left) < len(errors)
    print(f"of {len(names)} mistakes {offered} are offered something, {mends} are mended by it")
    assert mends * 2 >= len(names)


def test_positions_count_as_the_protocol_does():
    document = Document("a.yaml", "键: 𠮷a𠮷\r\n𠮷: 1\n")
    for offset in range(len(document.text)):
        assert document.offset(document.position(offset)) == offset
    assert document.position(document.text.index("a")) == Position(0, 5)
    assert document.offset(Position(99, 0)) == len(document.text) and document.offset(Position(0, 99)) == 6
    assert re.sub(r"\r", "", document.text) == document.text
