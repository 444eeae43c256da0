"""The words of the language: every keyword, operator and function in Chinese and English."""

from __future__ import annotations

from checker.language import across, operators
from checker.language.tree import unknown

KEYWORDS: dict[str, tuple[str, ...]] = {
    "and": ("and", "且", "并且"),
    "or": ("or", "或", "或者"),
    "not": ("not", "非"),
    "if": ("if", "若", "如果"),
    "then": ("then", "则"),
    "else": ("else", "否则"),
    "between": ("between", "介于"),
    "to": ("到",),
    "in": ("in", "属于"),
    "some": ("some", "存在"),
    "every": ("every", "每个"),
    "no": ("no", "不存在"),
    "satisfies": ("satisfies", "满足"),
    "where": ("where", "其中"),
    "as": ("as", "记作"),
    "is": ("is",),
    "given": ("given", "已列示"),
    "missing": ("missing", "缺失"),
    "stated": ("stated", "有交代"),
    "to_fill": ("to_fill", "待填"),
    "true": ("true", "是"),
    "false": ("false", "否"),
    "null": ("null", "空值"),
    "at": ("在", "控制在"),
    "or_more": ("以上",),
    "or_less": ("以下", "以内", "之内"),
    "amid": ("之间",),
    "shall": ("应当", "应该", "必须", "应", "须"),
    "shall_not": ("不得", "不应当", "不应该", "不应", "不能", "不可", "不准", "不许", "禁止", "严禁", "没有", "未"),
    "share": ("占",),
    "share_of": ("的比例", "的比重", "的比率"),
    "of": ("的",),
}
"""Each keyword with its spellings, the canonical English and Chinese ones first."""
ADVISED: dict[str, tuple[str, ...]] = {
    "around": ("之前", "以前", "之后", "以后"),
    "empty": ("为空", "不为空"),
    "has": ("有",),
    "principle": ("原则上",),
}
"""Words of norms that may mean two things: each is refused with the lines to choose from."""

OPERATORS = {known.id: known.words for known in operators.OPERATORS.values()}
"""Each operator with its spellings."""
LEGAL_WORDS = {known.id: known.legal for known in operators.OPERATORS.values() if isinstance(known.legal, str)}
"""What the formatter writes for a comparison sign when asked for words."""
FUNCTIONS = {
    **{known.id: known.words for known in operators.FUNCTIONS.values()},
    **{known.id: known.words for known in operators.OPERATORS.values() if known.kind == "text"},
    "not": KEYWORDS["not"],
    **{known.id: known.words for known in across.FUNCTIONS.values()},
}
"""Each function with its spellings; a function's name is one only before an opening bracket. Tests of texts are written either way."""

LOGIC = ("and", "or")
SIGNED = ("not", "neg")
"""What stands before its one operand."""
QUANTIFIERS = ("some", "every", "no")
SIGNS = ("(", ")", "[", "]", ",", ":", "..", ".")


def spellings(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what each spelling of *table* stands for."""
    return {word: meaning for meaning, words in table.items() for word in words}


def word(meaning: str, lang: str) -> str:
    """Return the canonical spelling of a keyword, operator or function in *lang*."""
    words = KEYWORDS.get(meaning) or FUNCTIONS.get(meaning) or OPERATORS.get(meaning)
    if words is None:
        raise unknown("the vocabulary of the language", meaning)
    if lang == "en":
        return words[0]
    return next((text for text in words if not text.isascii()), words[0])
