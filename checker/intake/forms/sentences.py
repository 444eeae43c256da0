"""Template sentences of forms: what a sentence says, word for word, with slots for its figures → a pattern.

In `says`, {name} is an amount, {name%} a rate, {name#} a number of people or things; [ ] may be left out; ( | ) are alternatives; <单位>, <本年>, <上年> are words for the unit and its years;
± is a word of rising or falling; … are words without a figure. All else stands as it is written, quotation marks apart.
"""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.intake.forms.words import plain

SIGNS = {"money": "\ue101", "percent": "\ue102", "count": "\ue103"}
"""What stands in a text in place of a figure, by its kind."""
OTHER = "\ue104"
"""What stands in place of a figure of another kind."""
FALLS = ("减少", "下降", "降低", "压减", "减支", "降")
_CHANGE = "(?:增加|增长|上升|提高|增支|减少|下降|降低|压减|减支)(?:了|额|率)?"
_YEAR = "(?:20\\d\\d年(?:度)?)"
_WORDS = {
    "<单位>": "[^，。；：\ue100-\ue10f]{0,40}?",
    "<本年>": f"(?:{_YEAR}|本年度?|全年|当年|年度)",
    "<上年>": f"(?:{_YEAR}|上一?年度?|去年)(?:同期)?(?:决算数?|预算数?|预算执行数)?",
}
_FULL = str.maketrans(",:;()", "，：；（）")
_TOKEN = re.compile(r"\{(?P<slot>[^{}]+)\}|(?P<word><[^<>]+>)|(?P<sign>[\[\]()|±…])|(?P<text>[^{}<>\[\]()|±…]+)")
_PARTS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", "…": "[^。；\ue100-\ue10f]{0,80}?"}


def plainly(text: str) -> str:
    """Return the words of a template as they stand in a text: signs in their full width, no quotation marks and blanks."""
    return plain(text).translate(_FULL)


def slots_of(says: str) -> list[str]:
    """Return the names of the slots of a sentence in order, with the sign of their kind."""
    return [found["slot"] for found in _TOKEN.finditer(says) if found["slot"]]


def kind_of(slot: str) -> str:
    """Return the kind of figure that a slot takes."""
    return {"%": "percent", "#": "count"}.get(slot[-1:], "money")


def pattern_of(says: str) -> re.Pattern[str] | Text:
    """Return the pattern of a sentence, or what is wrong with it.

    Group `s1` is the first slot, `c1` the word of change before it; `u…` are names of the unit, `b…` words for the year before.
    """
    made: list[str] = []
    at = number = named = 0
    change = False
    for found in _TOKEN.finditer(says):
        if found.start() != at:
            break
        at = found.end()
        if found["slot"]:
            number += 1
            made.append(f"(?P<s{number}>{SIGNS[kind_of(found['slot'])]})")
            change = False
        elif found["word"] in ("<上年>", "<单位>"):
            named += 1
            lead = "b" if found["word"] == "<上年>" else "u"
            made.append(f"(?P<{lead}{named}>{_WORDS[found['word']]})")
        elif found["word"]:
            if found["word"] not in _WORDS:
                return Text(f"没有“{found['word']}”这种词", f"there is no word {found['word']!r}")
            made.append(_WORDS[found["word"]])
        elif found["sign"] == "±":
            made.append(f"(?P<c{number + 1}>{_CHANGE})")
            change = True
        elif found["sign"]:
            made.append(_PARTS[found["sign"]])
        else:
            made.append(re.escape(plainly(found["text"])))
    wrong = Text(
        "句式写法不对：括号成对，± 后面是数", "the sentence is not well formed: brackets in pairs, a figure behind ±"
    )
    if at != len(says) or not number or change:
        return wrong
    try:
        return re.compile("".join(made))
    except re.error:
        return wrong
