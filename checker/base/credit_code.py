"""The unified social credit code of GB 32100-2015: eighteen characters, of which the last is worked out from the others."""

from __future__ import annotations

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


def code_fault(code: str) -> Text | None:
    """Return what is wrong with a plain *code*; None where its check character is right."""
    if len(code) != LENGTH:
        return Text(
            f"统一社会信用代码是 {LENGTH} 位，这里 {len(code)} 位",
            f"a unified social credit code has {LENGTH} characters, this one {len(code)}",
        )
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
