"""The words of the language: every keyword, operator and function in Chinese and English."""

from __future__ import annotations

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
    "true": ("true", "是"),
    "false": ("false", "否"),
    "null": ("null", "空值"),
    "at": ("在",),
    "or_more": ("以上",),
    "or_less": ("以下", "以内"),
}
"""Each keyword with its spellings, the canonical English and Chinese ones first."""

OPERATORS: dict[str, tuple[str, ...]] = {
    "=": ("=", "==", "等于"),
    "!=": ("!=", "<>", "≠", "不等于"),
    "<=": ("<=", "≤", "不超过", "不高于", "不多于"),
    ">=": (">=", "≥", "不低于", "不少于"),
    "<": ("<", "不满", "低于", "少于"),
    ">": (">", "超过", "高于", "多于"),
    "≈": ("≈", "~=", "勾稽一致"),
    "+": ("+", "加"),
    "-": ("-", "减"),
    "*": ("*", "×", "乘以"),
    "/": ("/", "÷", "比"),
    "contains": ("contains", "包含"),
    "starts_with": ("starts_with", "开头为"),
    "ends_with": ("ends_with", "结尾为"),
    "matches": ("matches", "匹配"),
}
"""Each operator with its spellings. Bounds as 民法典 第1259条 gives them: 超过 and 不满 exclude the number itself."""

LEGAL_WORDS = {">": "超过", "<": "不满", "<=": "不超过", ">=": "不低于"}
"""What the formatter writes for a comparison sign when asked for words."""

FUNCTIONS: dict[str, tuple[str, ...]] = {
    "sum": ("sum", "合计"),
    "listed_sum": ("listed_sum", "已列合计"),
    "count": ("count", "计数"),
    "min": ("min", "最小"),
    "max": ("max", "最大"),
    "without": ("without", "去除"),
    "length": ("length", "string_length", "长度"),
    "contains": ("contains", "包含"),
    "starts_with": ("starts_with", "开头为"),
    "ends_with": ("ends_with", "结尾为"),
    "matches": ("matches", "匹配"),
    "year": ("year", "年份"),
    "date": ("date", "日期"),
    "string": ("string", "文本"),
    "abs": ("abs", "绝对值"),
    "modulo": ("modulo", "余数"),
    "last_digit": ("last_digit", "末位"),
    "known": ("known", "已知"),
    "settled": ("settled", "已定"),
    "printed": ("printed", "按列示"),
    "not": ("not", "非"),
}
"""Each function with its spellings; a function's name is one only before an opening bracket."""

LOGIC = ("and", "or")
SIGNED = ("not", "neg")
"""What stands before its one operand."""
QUANTIFIERS = ("some", "every", "no")
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
AGGREGATES = ("sum", "listed_sum", "count", "min", "max")
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
