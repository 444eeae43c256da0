"""What people put into a cell that has nothing to say: marks, and words for “none”, “not known”, “see elsewhere” and “there is one”.

What an auditor would conclude of each, where a document, a name or a reason is wanted: `无` is none, and is read so; `待填` is not
known yet, `留空` a cell that the report leaves empty. Every other such text may be none or not known, or says that there is something
and not what: it is never a document, and which of the three it is only who writes the case can say. So it is refused, with what to write.
"""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.base.patterns import pattern
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
    pattern: str = ""
    """What no list could hold, of numbers and reasons only; in the expressions that every engine reads, without a backslash."""


def _made(*parts: str) -> frozenset[str]:
    """Return every word made of one word of each part; a part is words set apart by blanks, `_` for none."""
    words = [""]
    for part in parts:
        words = [lead + each.replace("_", "") for lead in words for each in part.split()]
    return frozenset(words)


_ACTS = "审批 报批 批复 批准 核准 备案 评审 审核 审定 签批 签字 盖章 公示 公开 取得 办理 下达 签订 批"
_PAPERS = "文件 文号 批文 批件 批准文件 审批文件 审批手续 批复文件 手续 材料 资料 依据 公函 文 编号 合同 发票 凭证 报告 记录 纪要"
_THERE = (
    "(?:附件|附表|附页|附录|附图|附后|后附|报告|总结|说明|台账|合同|正文|原文|备注|文件|材料|资料|清单|明细|表|凭证|账簿|账|档案|方案|系统|公示|网站)"
    "(?:中|内|里|第?[0-9０-９一二三四五六七八九十]{1,3}(?:部分|[页章节条项款段])?)?"
)

UNCLEAR = Mark(
    frozenset(("", "缺", "空", "空白", "n/a", "na", "nan", "nil", "ｎ／ａ", "ｎａ", "div/0")),
    Text("可以是没有，也可以是不知道", "may mean none, or not known"),
    Text("没有的写 无，还不知道的写 待填", "write 无 for none, 待填 for what is not known yet"),
    "ref|value|name|num|no?|false",  # #REF! and the other errors of a spreadsheet
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
    f"(?:具体|详细|有关|相关|主要)?(?:原因|情况|说明|理由|内容)?[：:，,]?请?(?:详见|参见|参阅|参照|另见|见)[^号〔，,。；;：:]{{0,8}}?{_THERE}"
    "|(?:如|同|见|详见)[上下前左右](?:[述文表项行栏列]|所述)?|(?:附件|附表)[0-9０-９一二三四五六七八九十]{0,2}(?:中?所?[列附述])?",
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
_DIGIT = "[0-9０-９]"
_NUMERAL = "[一二三四五六七八九十百〇零○]"
_BARE = f"(?:第|[nｎ][oｏ][.．:：]?|№)?(?:{_DIGIT}{{1,4}}|{_NUMERAL}{{1,4}})[号次期届]?"
"""A number that names neither who nor which year nor what: 012, 第1号, 15号, No.3; from five digits on it may be a serial number."""
_KIND = "(?:批复|批示|批文|批件|函|通知|通告|公告|纪要|决定|决议|意见|报告|请示|方案|计划|备案表|审批表|审批单|呈批件|签报|令|文件|办法|规定|细则|标准|合同|协议|证书?)"
_ANYONE = "(?:上级|主管|有关|相关|领导|财政|部门|单位|机关|我局|本局|局|党组|党委|支部|书记|局长|院长|校长|主任|办公|常委|常务|会议?|班子|集体|研究|正式|书面|口头|纸质|电子|的|已有?|有|同意|审批|批准|内部)"
UNNUMBERED = Mark(
    frozenset(),
    Text("没有写是哪一号，也不是文件的全名", "gives no number, and is no full name of a document"),
    Text(
        "写出文号、第几次会议纪要或文件全名，例如 望财预〔2020〕15号；没有的写 无，还不知道的写 待填",
        "write its number, such as 望财预〔2020〕15号, or its full name; 无 for none, 待填 for what is not known yet",
    ),
    f"{_ANYONE}*{_KIND}|{_BARE}(?:[,，、;；和及与]{_BARE})*|[0０]*|(?:19|20)[0-9]{{2}}(?:年度?)?"
    "|[0-9]{4}年[0-9]{1,2}月|[0-9]{4}[-年./][0-9]{1,2}[-月./][0-9]{1,2}日?|[0-9,，.]+[万亿]?元|[0-9.]+[%％]|共?[0-9]{1,3}[份个件张页条]"
    "|[^0-9０-９]*[〔（(【][0-9０-９XxＸ×*＊_年]*[〕）)】]?第?[-XxＸｘ×*＊_—□○]*号?|[^0-9０-９]*[XxＸｘ×*＊_□]+号",
)
"""What is the number of no paper although it stands there for one: a bare 1 or 第1号, a year, a date, an amount, a number left out; all but `numbered`."""
NUMBERED = (
    f"{_DIGIT}|第{_NUMERAL}|{_NUMERAL}[号次期届]|《[^》]{{2,}}》[^》]|关于.{{2,}}{_KIND}|[^ -~]{{3,}}{_KIND}[^一-龥]*$"
)
"""What the number of a paper holds, or its full name where it has none."""
OF_A_PAPER = ("文号", "备案号", "批复号", "批准号", "调整批复")
"""Ends of the names of fields that hold the number of a paper."""
OPEN = Mark(
    frozenset((*UNFILLED, BLANK, "blank")),
    Text("说的是还没有内容，这一项必须写", "says that there is no content yet, and this has to be written"),
    Text("补上，或删去这一条", "write it, or delete the entry"),
)
"""Reached only where a field has to be written: elsewhere these words are read for what they say."""
UNNAMED = Mark(
    frozenset(),
    Text("不是编号，指认不了这一条", "is no id, by which this entry could be called"),
    Text(
        "没有编号的，自己编一个，例如 1 或 c1；别处用它指认这一条",
        "where there is no number, make one up, such as 1 or c1: it is what other entries call this one by",
    ),
)
"""Any of the words, where an id is wanted: neither 无 nor 待填 would be one."""
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

REASONS = ("原因", "理由", "事由")
"""Ends of the names of fields that tell why; where nothing is told, none is."""
TEMPLATE = "_*＊×□"
"""Signs that a template leaves where something is to be written; what is left of them is a finding."""
_LEAD = pattern(
    "(?:(?:具体|详细|主要|有关|相关)?(?:原因|理由|情况|说明|用途)(?:为|是)?[：:，,]?)?(.*?)(?:原因|理由|情况)?"
)

UNCLEAR_WORDS = UNCLEAR.words | frozenset(("null", "none"))
_AT_LENGTH = {mark.told: pattern(f"(?s:{mark.pattern})") for mark in (*MARKS, UNNUMBERED) if mark.pattern}
_NUMBERED = pattern(f"(?s){NUMBERED}")


def unclear(text: str) -> bool:
    """Whether *text*, whatever it is to be, may mean none, zero, or not known."""
    return len(text) <= LONGEST and bare(text) in UNCLEAR_WORDS and not TICKS & {*text}


def bare(text: str) -> str:
    """Return what of *text* could say something: without blanks, the signs around it, and capitals."""
    return text.replace(" ", "").replace("\u3000", "").strip(SIGNS).lower()


def is_printed(field: Field) -> bool:
    """Whether the built-in rules ask what a report prints in *field*, a reason or a statement; see `reading_of`."""
    return field.id.isascii() and field.id != "id" and field.zh.endswith(STATES)


def is_number(field: Field) -> bool:
    """Whether *field* holds the number of a paper."""
    return field.zh.endswith(OF_A_PAPER)


def marks_of(field: Field) -> tuple[Mark, ...]:
    """Return the groups of texts that a text *field* does not take."""
    if is_number(field):
        return (*MARKS, UNNUMBERED)
    if field.id == "id" or not field.zh.endswith(STATES):
        return MARKS
    return tuple(mark for mark in MARKS if mark not in OF_A_STATE)


def at_length(field: Field) -> bool:
    """Whether *field* is one whose marks go by their patterns as well: a name may be 见山报告, and a reason may not."""
    return is_number(field) or field.zh.endswith(STATES)


def is_mark(text: str) -> bool:
    """Whether *text* is no content of any field that names a document, a person or a reason."""
    return len(text) <= LONGEST and bare(text) in ALL


def is_paper(text: str) -> bool:
    """Whether *text* may be the number of a paper."""
    said = bare(text)
    return not is_mark(text) and _NUMBERED.search(said) is not None and _long((*MARKS, UNNUMBERED), said) is None


def reading_of(field: Field, text: str) -> str:
    """Return how what a report prints in *field* is read: "none", "open" where it stands elsewhere or is not known, else "" for itself."""
    if field.type != "text" or not is_printed(field):
        return ""
    mark = mark_in(field, text)
    if mark is None and len(text) <= LONGEST:  # “具体原因不详” says what 不详 says
        inner = _LEAD.fullmatch(text.strip())
        mark = mark_in(field, inner[1]) if inner is not None and inner[1] else None
    if mark is None or mark is OPEN:
        return ""
    why = field.zh.endswith(REASONS)
    return "none" if mark is NOTHING or (mark is UNCLEAR and why) else "open"


def mark_in(field: Field, text: str) -> Mark | None:
    """Return what *text* is if it is no content for *field*, a text."""
    if field.type != "text":
        return None
    said = bare(text)
    if not said and is_printed(field) and any(sign in TEMPLATE for sign in text):
        return None
    if len(text) > LONGEST and not said:
        return UNCLEAR
    marks = marks_of(field)
    if said in ALL and len(text) <= LONGEST:
        found = next((mark for mark in marks if said in mark.words), None)
        if found is not None:
            return UNNAMED if field.id == "id" and found is not OPEN else found
    found = _long(marks, said) if at_length(field) else None
    if found is None and is_number(field) and _NUMBERED.search(said) is None:
        return UNNUMBERED
    return found


def _long(marks: tuple[Mark, ...], said: str) -> Mark | None:
    return next((mark for mark in marks if mark.pattern and _AT_LENGTH[mark.told].fullmatch(said)), None)


ALL: frozenset[str] = frozenset().union(*(mark.words for mark in MARKS))
LONGEST = 24
"""Signs and letters of the longest text that is looked up whole."""
