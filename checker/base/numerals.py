"""Chinese numerals: 三十二, 一百零五, 壹万贰仟, 二〇二〇; exact, and None for what is no single number."""

from __future__ import annotations

ONES = {
    **dict(zip("零一二三四五六七八九", range(10))),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10))),
    "○": 0,
    "两": 2,
}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
SIGNS = "".join([*ONES, *TENS, *MYRIADS])
"""Every character of a Chinese numeral."""


def digits(text: str) -> str:
    """Return the digits of a numeral that is written one by one, such as 二〇二〇; "" where there is another sign."""
    return "".join(str(ONES[each]) for each in text) if all(each in ONES for each in text) else ""


def whole(text: str) -> int | None:
    """Return the whole number that *text* says; None for 三五 (three or five), 百十 and whatever else is no single number."""
    total = section = number = 0
    last = 10**9  # multipliers of a section fall
    level = 10**12  # and so do those of the sections
    pending = False
    for each in text:
        if each in ONES:
            if pending and number:
                return None
            number, pending = ONES[each], True
        elif each in TENS:
            step = TENS[each]
            if step >= last or (pending and not number) or (not pending and step != 10):
                return None
            if not pending and section:
                return None
            section += (number if pending else 1) * step
            number, pending, last = 0, False, step
        elif each in MYRIADS:
            step = MYRIADS[each]
            section += number
            if step >= level or not section:
                return None
            total += section * step
            section = number = 0
            pending, last, level = False, 10**9, step
        else:
            return None
    return total + section + number if text else None


def spoken(text: str) -> str:
    """Return the decimal notation of a numeral, with 点 before its decimals; "" where it is no single number."""
    before, point, after = text.partition("点")
    value = whole(before)
    if value is None or (point and not digits(after)):
        return ""
    return f"{value}.{digits(after)}" if point else str(value)


def in_digits(text: str) -> str:
    """Return a figure that begins with Chinese numerals in digits (一百万元: 1000000元, 百分之十: 10%); else the text as it is."""
    share = text.startswith("百分之")
    rest = text.removeprefix("百分之")
    size = next((n for n, sign in enumerate(rest) if sign not in SIGNS and sign != "点"), len(rest))
    if rest[size:].startswith("元") and rest[size - 1 : size] in MYRIADS and size > 1:  # 一百万元 is 100万元
        size -= 1
    number = spoken(rest[:size])
    if not number or (share and size < len(rest)):
        return text
    return f"{number}%" if share else number + rest[size:]
