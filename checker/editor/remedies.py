"""The advice of a problem → what to write: the words after 写, 您是不是想写, 可写, 加一行, as candidates that are tried before they are offered."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.base.errors import Text

_LEAD = {
    "zh": re.compile(r"(?:写成一个：|写成|写作|写明是哪一个：|写数字|写|改写成|改成|改为|只写|用)[：\s]*(?=\S)"),
    "en": re.compile(
        r"(?:\bmoney: |\ba number: |\bwrite the digits |\bwrite one: |say which: |write:? |use:? |did you mean: )"
    ),
}
_NEAR = {"zh": re.compile(r"您是不是想写：(.+)$"), "en": re.compile(r"did you mean: (.+)$")}
_LISTED = {
    "zh": re.compile(r"^(?:可写|有|写)[：\s]*(.+、.+)$"),
    "en": re.compile(r"^(?:one of:?|there are:|write) (.+,.+)$"),
}
_LINE = {
    "zh": re.compile(r"加(?:一行)? (\S+): (.+?)(?:（|$)"),
    "en": re.compile(r"add (?:a line )?(\S+): (.+?)(?: \(|$)"),
}
_QUOTED = {"zh": re.compile(r"“([^”]+)”"), "en": re.compile(r"“([^”]+)”")}
_EXAMPLE = re.compile(r"[，,]?\s*(?:例如|such as|as in)\s.*$")
_OR = {"zh": re.compile(r"，?或者写?\s*|，或\s*|\s或\s|、"), "en": re.compile(r", or write: |, or |\sor\s|, ")}
_MISSING = {
    "zh": re.compile(r"补上(?:缺少的)?[“ ]*([^\s“”，]+)”?$|后面补上 (\S+)$"),
    "en": re.compile(r"add (?:the closing |a )?(\S+?)(?: after the text)?$"),
}
_ASIDE = re.compile(r"\s?[（(]((?:可写：|one of:? )[^）)]*)[）)]")
MOST = 8
"""Candidates of one problem."""


class Remedy(NamedTuple):
    """What an advice says to write: texts to put instead, texts that are missing, and the key of a line to add."""

    instead: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    line: str = ""
    delete: bool = False


def remedy(hint: Text, lang: str) -> Remedy:
    """Return what *hint* says to write, in the words of one language."""
    text = _ASIDE.sub(lambda found: f"{'；' if lang == 'zh' else '; '}{found[1]}", hint.say(lang))
    line = _LINE[lang].search(text)
    if line is not None:
        return Remedy(line=line[1])  # a value that stands there is an example
    near = _NEAR[lang].search(text)
    found: list[str] = []
    if near is not None:
        first, *_ = re.split("；|; ", near[1])
        found += [first, *_OR[lang].split(first)]
    missing: list[str] = []
    for part in re.split(r"；|; |[，,]\s?(?=\S{1,6}写 |a number: )", text):
        gap = _MISSING[lang].search(part)
        if gap is not None:
            missing.append(gap[1] or (gap[2] if gap.re.groups > 1 else ""))
        listed = _LISTED[lang].match(part)
        if listed is not None:
            words = re.split(r"、|，|\s或\s" if lang == "zh" else r", | or ", listed[1].removeprefix("one of "))
            found += [word.strip() for word in words]
        found += _after_lead(part, lang)
    delete = text.startswith(("删去它", "删去这个字符", "删去多余的", "delete it", "delete the"))
    whole = dict.fromkeys(word for word in found if word and _is_whole(word))
    return Remedy(tuple(whole)[:MOST], tuple(filter(None, missing)), "", delete)


def _after_lead(part: str, lang: str) -> list[str]:
    lead = next(iter(_LEAD[lang].finditer(part)), None)
    if lead is None:
        return []
    said = _EXAMPLE.sub("", part[lead.end() :]).strip()
    if not said or "…" in said.replace("(…)", ""):
        return []
    quoted = _QUOTED[lang].findall(said)
    pieces = [said, *_OR[lang].split(said), *quoted]
    return [piece.strip().strip("，,") for piece in pieces]


def _is_whole(word: str) -> bool:
    """Whether a candidate is something to write, and no pattern or part of one."""
    pairs = all(word.count(one) == word.count(two) for one, two in ("()", "[]", "{}", "“”", "《》"))
    return pairs and "…" not in word.replace("(…)", "") and word not in ("键: 值", "key: value")
