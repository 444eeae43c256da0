"""Names of files made from what cases hold: a pattern such as 报告/{单位}.docx, and names that every system can write.

A name that Windows cannot keep (its signs, its devices, its endings) is changed on every system alike, so that a folder can be
copied; whether two names are one is asked as Windows and macOS ask it, without regard to case and composition.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.patterns import pattern

WORDS = {
    "unit": "单位",
    "code": "代码",
    "year": "年度",
    "district": "区划",
    "kind": "性质",
    "file": "文件",
}
"""What may stand in braces, in English and in Chinese."""
LONGEST = 150
"""Bytes of a name in UTF-8: Windows and Linux take more, folders that are copied elsewhere may not."""
_DEVICES = pattern(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_REFUSED = pattern(r'[<>:"/\\|?*]')
_BRACES = pattern(r"\{([^{}]*)\}")


def is_pattern(target: str) -> bool:
    """Whether the name of an output stands for many files."""
    return _BRACES.search(target) is not None


def check_pattern(target: str) -> None:
    """Refuse a pattern with a word that there is not; raises InputError."""
    known = [each for pair in WORDS.items() for each in pair]
    for word in _BRACES.findall(target):
        if word.strip() not in known:
            told = Text(f"“{{{word}}}”不认得", f"{{{word}}} is not known")
            zh, en = "、".join(f"{{{each}}}" for each in WORDS.values()), ", ".join(f"{{{each}}}" for each in WORDS)
            hint = did_you_mean(word, known) or Text(f"可以写 {zh}", f"write one of {en}")
            raise InputError([Problem("pattern", Place(target), told, hint)])


def base_of(target: str) -> str:
    """Return the folder of a pattern that no word stands in: all its files lie below it."""
    parts = []
    for part in PurePath(target).parts[:-1]:
        if is_pattern(part):
            break
        parts.append(part)
    return str(PurePath(*parts)) if parts else "."


def filled(target: str, values: Mapping[str, str]) -> str:
    """Return the path that a pattern means for *values*, by the English words; only what fills it is changed."""
    base = PurePath(base_of(target))
    deep = len(base.parts)
    zh = {name: values[word] for word, name in WORDS.items()}

    def value(match: re.Match[str]) -> str:
        word = match[1].strip()
        return values[word] if word in values else zh[word]

    # an ending of ours stays; every other part is made safe as a whole, as a device is one with any ending
    parts = [safe(_BRACES.sub(value, part)) for part in PurePath(target).parts[deep:]]
    return str(base.joinpath(*parts))


def safe(text: str) -> str:
    """Return *text* as a name that Windows, macOS and Linux can write, as much of it as stands."""
    name = unicodedata.normalize("NFC", text)
    name = "".join(sign if sign.isprintable() else "_" for sign in name)
    name = _REFUSED.sub("_", name).strip(" ")
    if name.endswith("."):
        name = name.rstrip(". ") + "_"
    if not name or name[0] in ".-~" or _DEVICES.match(name):
        name = "_" + name
    if len(name.encode()) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 8:
        stem, dot, ending = name, "", ""
    mark = f"…{sha256(name.encode()).hexdigest()[:8]}{dot}{ending}"
    kept = stem.encode()[: LONGEST - len(mark.encode())].decode("utf-8", "ignore")
    return kept.rstrip(" .") + mark


def folded(path: str) -> str:
    """Return a path as systems compare it that do not tell case and composition apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
