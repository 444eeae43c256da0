"""Names of suppliers and payees as they are compared: written in several ways, they are one party."""

from __future__ import annotations

from checker.base.typography import fold

DROPPED = "()"
"""Signs of a folded name that say nothing of who it is: 甲（长沙）有限公司 and 甲长沙有限公司."""
FORMS = (("有限责任公司", "有限公司"),)
"""Legal forms that are written in two ways (a limited company has either in its name), each with what stands for it."""


def party(name: str) -> str:
    """Return the form of a party's name that all its spellings have: width, blanks, brackets and the legal form apart."""
    found = fold(name).translate(str.maketrans("", "", DROPPED))
    for long, short in FORMS:
        found = found.replace(long, short)
    return found
