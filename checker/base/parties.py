"""Names of suppliers and payees as they are compared: written in several ways, they are one party."""

from __future__ import annotations

from bisect import bisect_left

from checker.base.typography import fold

DROPPED = "()"
"""Signs of a folded name that say nothing of who it is: 甲（长沙）有限公司 and 甲长沙有限公司."""
FORMS = (("有限责任公司", "有限公司"),)
"""Legal forms that are written in two ways (a limited company has either in its name), each with what stands for it."""

DECISIONS = ("parties", "名称认定")
"""The key of a list of decisions on names, in English and in Chinese: a file that holds this alone is one of decisions."""
Confirmed = tuple[tuple[str, str], ...]
"""Names that somebody confirmed to be another's, each in its one form with that of the name that stands for it; in their order."""


def party(name: str, confirmed: Confirmed = ()) -> str:
    """Return the form of a party's name that all its spellings have: width, blanks, brackets and the legal form apart.

    A name that was *confirmed* to be that of another party is the other's.
    """
    found = fold(name).translate(str.maketrans("", "", DROPPED))
    for long, short in FORMS:
        found = found.replace(long, short)
    at = bisect_left(confirmed, (found, ""))
    return confirmed[at][1] if at < len(confirmed) and confirmed[at][0] == found else found
