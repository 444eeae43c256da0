"""What a spreadsheet shows for what it stores: number formats, read piece by piece; what is not understood is said, not guessed."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.base.errors import Text
from checker.intake.readers.days import Piece, dated

_EXACT = Context(prec=400)
_ACCOUNT = '_ * #,##0{0}_ ;_ * -#,##0{0}_ ;_ * "-"{1}_ ;_ @_ '
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    41: _ACCOUNT.format("", ""),
    42: _ACCOUNT.format("", "").replace("_ *", '_ "¥"*', 2),
    43: _ACCOUNT.format(".00", "??"),
    44: _ACCOUNT.format(".00", "??").replace("_ *", '_ "¥"*', 2),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""The formats that no workbook writes out, as a Chinese spreadsheet shows them."""
WIDE = 11
"""Characters that a general format shows of a number, with its point."""

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_(?P<room>.)|\*(?P<fill>.)|\[\$(?P<money>[^\]-]*)(?:-(?P<place>[^\]]*))?\]'
    r"|\[(?P<colour>black|blue|cyan|green|magenta|red|white|yellow|黑色?|蓝色?|青色?|绿色?|洋红色?|红色?|白色?|黄色?|(?:color|颜色) ?\d+)\]"
    r"|(?P<bracket>\[[^\]]*\])|(?P<general>General|G/通用格式)|(?P<half>AM/PM|A/P|上午/下午)|(?P<power>E[+-][0#?]+)"
    r"|(?P<date>y+|m+|d+|h+|s+|a{3,4}|b+|e+|g+)|(?P<digit>[0#?])|(?P<mark>[.,%/;@])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\[[<>=]")


class Display(NamedTuple):
    """What is shown: the text, whether it is a day or a time, whether more digits are stored than shown, and why it cannot be used."""

    text: str
    day: bool = False
    more: bool = False
    unread: Text | None = None


class Section(NamedTuple):
    """One section of a number format: words before and behind the digits, and how many of them it shows.

    `kind` is "digits", "general", "words" (no digits at all), "text", "day" or "" for what is not understood.
    """

    kind: str
    before: str = ""
    behind: str = ""
    whole: str = ""
    part: str = ""
    grouped: bool = False
    scaled: int = 0
    percent: int = 0
    pieces: tuple[Piece, ...] = ()
    sign: bool = False


def _unknown(code: str, digits: str) -> Text:
    return Text(
        f"数字格式“{code}”没有读懂（存的是 {digits}）",
        f"the number format {code!r} is not understood ({digits} is stored)",
    )


@lru_cache(4096)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the sections of a number format: for figures above 0, below 0, 0, and for texts."""
    groups: list[list[Piece]] = [[]]
    for found in _PIECE.finditer(code):
        kind = found.lastgroup or "plain"
        if kind == "place":
            kind = "money"
        if kind == "mark" and found[0] == ";":
            groups.append([])
        else:
            groups[-1].append((kind, found[0], found["place"] or ""))
    return tuple(_section(group) for group in groups[:4])


def _section(group: list[Piece]) -> Section:
    kinds = {kind for kind, _, _ in group}
    marks = {text for kind, text, _ in group if kind == "mark"}
    words = "".join(_word(piece) for piece in group)
    sign = re.search("[-−－–(（△▲负]", words) is not None
    system = any(place.upper() in ("F800", "F400") for kind, _, place in group if kind == "money")
    if any(len(place.rpartition("-")[2]) > 4 for kind, _, place in group if kind == "money" and not system):
        return Section("")  # another calendar, or other digits
    if "date" in kinds or "half" in kinds:
        odd = kinds & {"power", "general", "half"} or marks & {"@", "%"}
        long = [
            ("date", "yyyy", ""),
            ("quoted", '"年"', ""),
            ("date", "m", ""),
            ("quoted", '"月"', ""),
            ("date", "d", ""),
            ("quoted", '"日"', ""),
        ]
        if any(place.upper() == "F800" for _, _, place in group):
            return Section("day", pieces=tuple(long))
        return Section("" if odd else "day", pieces=tuple(group))
    if any(kind == "bracket" or (kind == "fill" and text[1:].isdigit()) for kind, text, _ in group) or re.search(
        r"\d", words
    ):
        return Section("")  # a condition, Chinese numerals, or words that pass for digits of the number
    if "power" in kinds or "/" in marks:
        return Section("")
    if "@" in marks:
        at = next(number for number, (kind, text, _) in enumerate(group) if kind == "mark" and text == "@")
        many = sum(text == "@" for kind, text, _ in group if kind == "mark") > 1 or kinds & {"digit", "general"}
        return Section("" if many else "text", _words(group[:at]), _words(group[at + 1 :]))
    core = [number for number, (kind, _, _) in enumerate(group) if kind in ("digit", "general")]
    if not core:
        return Section("words", words, sign=sign) if not marks else Section("")
    first, last = core[0], core[-1]
    if "general" in kinds:
        return Section(
            "general" if len(core) == 1 and not marks else "",
            _words(group[:first]),
            _words(group[last + 1 :]),
            sign=sign,
        )
    if first and group[first - 1][:2] == ("mark", "."):
        first -= 1
    while last + 1 < len(group) and group[last + 1][0] == "mark" and group[last + 1][1] in ".,":
        last += 1
    middle = group[first : last + 1]
    if any(kind not in ("digit", "mark") or text in "%@/" for kind, text, _ in middle):
        return Section("")  # words between the digits: 0!.00 shows a point that none is
    shape = "".join(text for _, text, _ in middle)
    match = re.fullmatch(r"([0#?,]*?)(,*)(?:(\.)([0#?]*)(,*))?", shape)
    if match is None or not re.search("[0#?]", shape):
        return Section("")
    whole = match[1].replace(",", "")
    outer = [*group[:first], *group[last + 1 :]]
    if any(kind == "mark" and text in ".," for kind, text, _ in outer):
        return Section("")
    percent = sum(text == "%" for kind, text, _ in outer if kind == "mark")
    scaled = len(match[2]) + len(match[5] or "")
    part = (match[3] or "") + (match[4] or "")
    return Section(
        "digits",
        _words(group[:first]),
        _words(group[last + 1 :]),
        whole,
        part,
        "," in match[1],
        scaled,
        percent,
        sign=sign,
    )


def _word(piece: Piece) -> str:
    """Return what a piece shows by itself."""
    kind, text, _ = piece
    if kind == "quoted":
        return text[1:-1]
    if kind == "escaped":
        return text[1:]
    if kind == "money":
        return text[2:-1].partition("-")[0]
    if kind == "room":
        return " "
    return text if kind == "plain" or (kind == "mark" and text == "%") else ""


def _words(pieces: list[Piece]) -> str:
    return "".join(map(_word, pieces))


def show(digits: str, code: str, late: bool = False) -> Display:
    """Return what a format shows of a number given in plain digits; *late* counts days from 1904."""
    if _CONDITION.search(code):
        return Display(digits, unread=_unknown(code, digits))  # which section is shown hangs on the condition
    sections = tuple(each for each in sections_of(code)[:3] if each.kind != "text") or sections_of(code)[:1]
    zero = not digits.strip("-0.")
    section = sections[
        2 if zero and len(sections) > 2 else 1 if digits.startswith("-") and not zero and len(sections) > 1 else 0
    ]
    if section.kind == "day":
        return _day(digits, section, code, late)
    if section.kind == "words":
        return _worded(digits, section)
    if section.kind == "general" or (section.kind == "text" and not (section.before + section.behind).strip()):
        shown, more = general(digits.lstrip("-") if section is not sections[0] else digits)
        told = (
            Text(f"以科学计数法显示（存的是 {digits}）", f"is shown in scientific notation ({digits} is stored)")
            if "E" in shown
            else None
        )
        return _signed(
            Display((section.before + shown + section.behind).strip(), more=more, unread=told),
            digits,
            section,
            sections,
        )
    if section.kind != "digits":
        return Display(digits, unread=_unknown(code, digits))
    return _numbered(digits, section, sections)


@lru_cache(4096)
def _simple(code: str) -> tuple[int, bool] | None:
    """Return how many decimals a format of digits and nothing else shows, and whether it groups; nothing for any other."""
    section = sections_of(code)[0] if not _CONDITION.search(code) and len(sections_of(code)) == 1 else Section("")
    plain = (
        section.kind == "digits"
        and not (section.before + section.behind).strip()
        and not section.scaled
        and not section.percent
    )
    if not plain or section.whole.lstrip("#?") != "0" or section.part.strip(".0"):
        return None
    return max(0, len(section.part) - 1), section.grouped


def brief(digits: str, code: str) -> str:
    """Return what `show` does where that is the digits themselves, with zeros and commas; "" where more is to be thought of."""
    if code == "General":
        return digits if len(digits) <= WIDE and "E" not in digits else ""
    simple = _simple(code)
    whole, _, part = digits.partition(".")
    if simple is None or len(part) > simple[0] or whole.startswith("-"):
        return ""
    whole = f"{int(whole):,}" if simple[1] else whole
    return f"{whole}.{part.ljust(simple[0], '0')}" if simple[0] else whole


def _signed(display: Display, digits: str, section: Section, sections: tuple[Section, ...]) -> Display:
    if digits.startswith("-") and section is not sections[0] and not section.sign and display.unread is None:
        told = Text(f"存的是 {digits}，显示时没有负号", f"stores {digits} and shows it without its sign")
        return display._replace(unread=told)
    return display


def _worded(digits: str, section: Section) -> Display:
    shown = section.before.strip()
    if not digits.strip("-0."):
        return Display(shown)
    told = Text(f"存的是 {digits}，格式不显示它", f"stores {digits}, which its format does not show")
    return Display(shown, unread=told)


def _numbered(digits: str, section: Section, sections: tuple[Section, ...]) -> Display:
    own = section is not sections[0]  # a section of its own shows figures without their sign
    most = len(section.part) - 1 if section.part else 0
    whole, _, part = digits.lstrip("-").partition(".")
    more = False
    if section.percent or section.scaled or len(part) > most:
        value = Decimal(digits).scaleb(2 * section.percent - 3 * section.scaled, _EXACT)
        rounded = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, _EXACT)
        whole, _, part = f"{abs(rounded):f}".partition(".")
        more = rounded != value
    part = part.ljust(most, "0")
    least = section.part.count("0")
    while len(part) > least and part.endswith("0"):
        part = part[:-1]
    whole = whole.lstrip("0").rjust(len(section.whole.lstrip("#?")), "0")
    bare = not whole
    if section.grouped and len(whole) > 3:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", whole)
    sign = "-" if digits.startswith("-") and not own else ""
    point = "." if section.part else ""
    text = f"{sign}{section.before}{whole}{point}{part}{section.behind}".strip()
    display = Display(text, more=more)
    if section.scaled:
        told = Text(
            f"存的是 {digits}，格式缩小后显示为 {text}", f"stores {digits}, and its format shows it divided: {text}"
        )
        display = display._replace(unread=told)
    elif bare and (part or digits.strip("-0.")):
        told = Text(
            f"存的是 {digits}，显示为“{text}”，没有整数位", f"stores {digits} and shows {text!r}, without a whole digit"
        )
        display = display._replace(unread=told)
    return _signed(display, digits, section, sections)


def general(digits: str) -> tuple[str, bool]:
    """Return what a general format shows in a cell that is wide enough, and whether more digits are stored."""
    sign, plain = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    if "E" in plain:
        return digits, False
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    if not part:
        return sign + whole, False
    if len(whole) + 1 + len(part) <= WIDE or len(whole) >= WIDE:
        return f"{sign}{whole}.{part}" if len(whole) < WIDE else _cut(sign, plain, 0), len(whole) >= WIDE
    if whole == "0" and part.startswith("0000"):
        return f"{sign}{Decimal(plain):.5E}", True
    return _cut(sign, plain, WIDE - 1 - len(whole)), True


def _cut(sign: str, plain: str, decimals: int) -> str:
    text = f"{Decimal(plain).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT):f}"
    return sign + (text.rstrip("0").rstrip(".") if "." in text else text)


def _day(digits: str, section: Section, code: str, late: bool) -> Display:
    text, flaw = dated(Decimal(digits), section.pieces, late)
    told = (
        Text(f"存的是 {digits}，不是可靠的日期", f"stores {digits}, which is no day to rely on")
        if flaw == "day"
        else None
    )
    return Display(text, day=True, unread=_unknown(code, text) if flaw == "format" else told)


def show_text(text: str, code: str) -> Display:
    """Return what a format shows of a text: itself, but for formats with a section for texts."""
    if "@" not in code and code.count(";") < 3:
        return Display(text)
    sections = sections_of(code)
    section = sections[3] if len(sections) > 3 else next((each for each in sections if each.kind == "text"), None)
    if section is None:
        return Display(text)
    if section.kind != "text":
        told = Text(f"是文字“{text}”，格式不这样显示", f"is the text {text!r}, which its format does not show so")
        return Display(text, unread=told) if text.strip() else Display(text)
    words = section.before.strip(), section.behind.strip()
    return Display(section.before.lstrip() + text + section.behind.rstrip() if any(words) else text)
