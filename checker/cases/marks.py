"""What people put into a cell that has nothing to say: marks, and words for “none”, “not known”, “see elsewhere” and “there is one”.

What an auditor would conclude of each, where a document, a name or a reason is wanted: `无` is none, and is read so; `待填` is not
known yet, `留空` a cell that the report leaves empty. Every other such text may be none or not known, or says that there is something
and not what: it is never a document, and which of the three it is only who writes the case can say. So it is refused, with what to write.
"""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.cases.vocabulary import Field
from checker.documents.unfilled import BLANK, UNFILLED

NONE_WORDS = frozenset(("无", "null", "~", "none", "None", "NULL", "没有"))
SIGNS = "/\\|-－—–―─_.。·…,，、;；:：*＊×✕√✓○●□■?？!！~～()（）[]【】{}<>《》〈〉“”\"'‘’「」+=#&^@%$ \t\n\r\u00a0\u3000"
"""Signs of which alone no text is made; those around a word are not part of it."""


TICKS = frozenset("×✕√✓○●□■")
"""Signs that mean yes or no in a form, and not that nothing is known."""


class Mark(NamedTuple):
    """A group of such texts: what is wrong with them, and what to write."""

    words: frozenset[str]
    told: Text
    hint: Text


def _made(*parts: str) -> frozenset[str]:
    """Return every word made of one word of each part; a part is words set apart by blanks, `_` for none."""
    words = [""]
    for part in parts:
        words = [lead + each.replace("_", "") for lead in words for each in part.split()]
    return frozenset(words)


_ACTS = "审批 报批 批复 批准 核准 备案 评审 审核 审定 签批 签字 盖章 公示 公开 取得 办理 下达 签订 批"
_PAPERS = "文件 文号 批文 批件 批准文件 审批文件 审批手续 批复文件 手续 材料 资料 依据 公函 文 编号 合同 发票 凭证 报告 记录 纪要"

UNCLEAR = Mark(
    frozenset(("", "缺", "空", "空白", "n/a", "na", "nan", "nil", "ｎ／ａ", "ｎａ")),
    Text("可以是没有，也可以是不知道", "may mean none, or not known"),
    Text("没有的写 无，还不知道的写 待填", "write 无 for none, 待填 for what is not known yet"),
)
UNKNOWN = Mark(
    _made(
        "不详 未知 不明 不清 不清楚 不知 不知道 不确定 待补 待补充 待定 待查 待查实 待核 待核实 待核对 待确认 待录 待录入 待填写 待完善 待提供 "
        "待补录 暂缺 暂空 缺失 未提供 未填 未填写 未填报 未录入 未见 未查到 未找到 tbd unknown pending todo"
    ),
    Text("是还不知道，不是内容", "says that it is not known, and is no content"),
    Text("还不知道的写 待填", "write 待填 for what is not known yet"),
)
NOTHING = Mark(
    _made("暂无 尚无 均无 皆无 全无 没有 无此项 无此文件 无需 不需要 不适用 不涉及 未涉及")
    | _made("无 没有 暂无 尚无 均无 未见 未取得 未附 未提供", _PAPERS)
    | _made("未取得 未附 未提供 未见", _ACTS)
    | frozenset(word.lower() for word in NONE_WORDS if word != "~"),
    Text("是没有，不是内容", "says that there is none, and is no content"),
    Text("没有的写 无", "write 无 for none"),
)
ELSEWHERE = Mark(
    _made(
        "见附件 详见附件 见附表 详见附表 见附页 附件 另附 附后 后附 见后 见正文 见原文 见备注 见说明 见上 见下 同上 同前 同左 略 从略"
    )
    | _made("见 详见", "附件 附表", "1 2 3 4 5 一 二 三 四 五"),
    Text("指到别处，不是内容", "points elsewhere, and is no content"),
    Text("写出那里写的名称或文号；还没有看到的写 待填", "write what stands there; 待填 where nobody has looked yet"),
)
LACKING = Mark(
    _made("未 尚未 暂未 并未 未经 没有 没 无 待 等待 正在 拟", _ACTS) | _made(_ACTS, "中"),
    Text("是没有办，不是文件", "says that it was not done, and is no document"),
    Text(
        "没有的写 无；字段要的是办理情况的，在词汇表里做成枚举，或把字段叫做“…情况”",
        "write 无 for none; where the field is to tell a state, make it an enumeration, or name the field …情况",
    ),
)
CLAIMED = Mark(
    _made("有 是 已有 yes true 齐全 具备 会议研究 会议通过")
    | _made("已 已经 均已 经", _ACTS)
    | _made("_ 已 口头 电话 领导", "同意 批准"),
    Text("只说有，没有说是哪一份", "says that there is one, and not which"),
    Text("写出名称或文号；还不知道的写 待填", "write its name or number; 待填 where it is not known yet"),
)
OPEN = Mark(
    frozenset((*UNFILLED, BLANK, "blank")),
    Text("说的是还没有内容，这一项必须写", "says that there is no content yet, and this has to be written"),
    Text("补上，或删去这一条", "write it, or delete the entry"),
)
"""Reached only where a field has to be written: elsewhere these words are read for what they say."""
MARKS = (OPEN, UNCLEAR, UNKNOWN, NOTHING, ELSEWHERE, LACKING, CLAIMED)
OF_A_STATE = (LACKING, CLAIMED)
"""What may well be said by a field that tells how things stand, or why."""
STATES = (
    "情况",
    "状态",
    "状况",
    "结果",
    "结论",
    "意见",
    "原因",
    "理由",
    "说明",
    "用途",
    "目标",
    "问题",
    "备注",
    "内容",
    "事由",
    "原文",
    "进度",
    "评价",
    "描述",
    "方式",
    "类型",
    "类别",
    "性质",
    "种类",
    "做法",
    "阶段",
    "环节",
)
"""Ends of the names of fields that tell a state or a reason."""

UNCLEAR_WORDS = UNCLEAR.words | frozenset(("null", "none"))


def unclear(text: str) -> bool:
    """Whether *text*, whatever it is to be, may mean none, zero, or not known."""
    return len(text) <= LONGEST and bare(text) in UNCLEAR_WORDS and not TICKS & {*text}


def bare(text: str) -> str:
    """Return what of *text* could say something: without blanks, the signs around it, and capitals."""
    return text.replace(" ", "").replace("\u3000", "").strip(SIGNS).lower()


def marks_of(field: Field) -> tuple[Mark, ...]:
    """Return the groups of texts that a text *field* does not take; an id may be any word that is one."""
    free = field.id == "id" or field.zh.endswith(STATES)
    if (
        free and field.id.isascii() and field.id != "id"
    ):  # the built-in rules ask what the report prints there: 原因 “/” is a finding
        return (OPEN,)
    return tuple(mark for mark in MARKS if mark not in OF_A_STATE or not free)


def is_mark(text: str) -> bool:
    """Whether *text* is no content of any field that names a document, a person or a reason."""
    return len(text) <= LONGEST and bare(text) in ALL


def mark_in(field: Field, text: str) -> Mark | None:
    """Return what *text* is if it is no content for *field*, a text."""
    if field.type != "text":
        return None
    if len(text) > LONGEST:
        return None if text.strip(SIGNS) else UNCLEAR
    said = bare(text)
    if said not in ALL:
        return None
    return next((mark for mark in marks_of(field) if said in mark.words), None)


ALL: frozenset[str] = frozenset().union(*(mark.words for mark in MARKS))
LONGEST = 24
"""Signs and letters of the longest text that is looked up whole."""
