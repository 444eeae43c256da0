"""The unified social credit code of GB 32100-2015: eighteen characters, of which the last is worked out from the others."""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.base.values import half_width

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of a code in the order of their values; I, O, S, V and Z, which look like digits and others, are none of them."""
WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
"""By how much each of the first seventeen characters counts."""
LENGTH = 18


def plain_code(text: str) -> str:
    """Return a code as it is compared: half-width capitals without blanks and hyphens."""
    return "".join(half_width(text).upper().replace("-", "").split())


def check_sign(first: str) -> str:
    """Return the eighteenth character that goes with the *first* seventeen."""
    total = sum(SIGNS.index(sign) * weight for sign, weight in zip(first, WEIGHTS, strict=True))
    return SIGNS[-total % 31]


OTHER_LENGTHS = frozenset((9, 13, 15, 20))
"""Lengths of older numbers: of an organisation, of its registration, of taxpayers. What they are is not judged."""
_SHAPE = re.compile("[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}")
_PERSON = re.compile("[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]")
SHAPE, PERSON = _SHAPE.pattern, _PERSON.pattern
"""What a code looks like, the place of its register in digits; and the number of a person's identity card, which has as many characters."""


def is_code(code: str) -> bool:
    """Whether a plain *code* is meant to be one: nothing that is masked, older, a person's or of another form is judged."""
    return _SHAPE.fullmatch(code) is not None and _PERSON.fullmatch(code) is None


def wrong_code(code: str) -> Text | None:
    """Return what is wrong with a plain *code* that is meant to be one; None where its check character is right, or it is none."""
    if not is_code(code):
        return None
    strange = "".join(sorted({sign for sign in code if sign not in SIGNS}))
    if strange:
        return Text(
            f"统一社会信用代码里没有“{strange}”这样的字符",
            f"a unified social credit code has no {strange!r}",
        )
    wanted = check_sign(code[:-1])
    if code[-1] != wanted:
        return Text(
            f"校验位不符：前 17 位算出的是 {wanted}，写的是 {code[-1]}，至少有一位写错",
            f"the check character does not fit: the first 17 give {wanted}, the last is {code[-1]}; at least one is wrong",
        )
    return None


def code_fault(code: str) -> Text | None:
    """Return what is wrong with what stands for a code in a register, its length as well; None of what is not judged."""
    if len(code) != LENGTH and len(code) not in OTHER_LENGTHS and re.fullmatch("[0-9A-Z]+", code):
        return Text(
            f"统一社会信用代码是 {LENGTH} 位，这里 {len(code)} 位",
            f"a unified social credit code has {LENGTH} characters, this one {len(code)}",
        )
    return wrong_code(code)
