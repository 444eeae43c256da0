"""The numbers of a document as spans: every run of digits belongs to exactly one, and nothing is repaired.

A number that is written so that two readings are possible (`1, 537.4`, a range, 80余万) is one span without a value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.base import numerals
from checker.base.errors import Text
from checker.intake.document import Digits, Document, Hop, Note, Place, Table
from checker.intake.number_patterns import LABEL, LOOKS, LOW, SMALL, TOKENS, plain
from checker.intake.number_words import COUNTED, FOREIGN, MEASURED, SCALES
from checker.intake.reading import Kind, Span, Unit

RUN = re.compile(f"[0-9０-９]+|[{SMALL}]+|[{LOW}]+")
"""A run of digits, as the law of completeness counts it."""
_ASCII = str.maketrans("０１２３４５６７８９" + SMALL + LOW, "0123456789" * 3)
_COUNTED = re.compile(f"(?:{'|'.join(SCALES)})?(?:{'|'.join(COUNTED)})")
_OTHER = re.compile(
    f"(?:{'|'.join(SCALES)})?(?:{'|'.join((*MEASURED, *FOREIGN))})|(?:{'|'.join(SCALES)})?元/.+|{'|'.join(SCALES)}"
)
_MONEY = re.compile(f"(?:{'|'.join(SCALES)})?元")
_BARE = re.compile(r"(?P<sign>-)?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?", re.ASCII)
"""A cell that is one number and nothing else: most are, and what the patterns of all numbers would say of it is known."""
_WORTH = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "": 1}
_BEFORE_SIGN = " \n(（[【:,;，、；：<>≤≥=为率计差额增减少长降达|"
_SENTENCE = re.compile("[。；！？;!?]|\n\n")
_LONGEST = 120
_FIGURES: frozenset[str] = frozenset({"money", "percent", "count", "number"})


class _Found(NamedTuple):
    """A number in a text: where, what it is, its value, and its unit with the characters where that stands."""

    start: int
    end: int
    kind: Kind
    value: str = ""
    unit: str = ""


def spans(document: Document, number_of_file: int) -> list[Span]:
    """Return every number of *document* in order; a cell that cannot be read has spans without a value."""
    made: list[Span] = []
    for place, text, row, cell, sure in _texts(document):
        for found in numbers(text, cell):
            start, end, kind, value, unit = found
            value = value if sure else ""
            made.append(
                Span(
                    f"n{number_of_file}.{len(made) + 1}",
                    number_of_file,
                    place,
                    start,
                    end,
                    text[start:end],
                    row or _sentence(text, start, end),
                    value,
                    len(value.partition(".")[2]),
                    Unit(unit, "figure", place) if unit else None,
                    kind,
                )
            )
    return made


def _texts(document: Document) -> Iterator[tuple[Place, str, str, bool, bool]]:
    """Yield each text: place, text, the row it stands in, whether it is a cell, whether it can be read for sure."""
    for block in document.blocks:
        if not isinstance(block, Table):
            yield block.place, block.text, "", False, True
            continue
        rows: dict[int, list[str]] = {}
        for cell in block.cells:
            if cell.text.strip():
                rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
        said = {row: _short(" | ".join(texts)) for row, texts in rows.items()}
        for cell in block.cells:
            yield cell.place, cell.text, said.get(cell.row, ""), True, cell.unread is None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a number, without line breaks, and only its part near the number where it is long."""
    left, right = max(0, start - _LONGEST // 2), min(len(text), end + _LONGEST // 2)
    begin = max((found.end() for found in _SENTENCE.finditer(text, left, start)), default=left)
    after = _SENTENCE.search(text, end, right)
    finish = after.start() if after else right
    said = " ".join(re.sub(r"(?<![ -~])\s*\n\s*|\s*\n\s*(?![ -~])", "", text[begin:finish]).split())
    return ("…" if begin == left > 0 else "") + said + ("…" if after is None and right < len(text) else "")


def numbers(text: str, cell: bool = False) -> list[_Found]:
    """Return the numbers of one text in order; in a *cell* a number in brackets may be below zero, so it has no value."""
    if cell and (bare := _BARE.fullmatch(text)) is not None:
        whole, rest = bare["whole"].replace(",", ""), bare["rest"] or ""
        if rest or len(whole) == 1 or (whole[0] != "0" and len(whole) < 15):  # else it may be a code
            return [_Found(0, len(text), "number", f"{bare['sign'] or ''}{whole.lstrip('0') or '0'}{rest}")]
    flat = plain(text)
    found: list[_Found] = []
    at = 0
    label = LABEL.match(flat)
    if label and not (cell and label.end() == len(flat.rstrip()) and flat.strip().startswith("(")):
        start = len(flat) - len(flat.lstrip())
        found.append(_Found(start, label.end(), "ordinal"))
        at = label.end()
    for match in TOKENS.finditer(flat, at):
        one = _found(match, flat, cell)
        if one is not None:
            found.append(one)
    return found


def _found(match: re.Match[str], flat: str, cell: bool) -> _Found | None:
    """Return what a match says; None for words that are no figure."""
    look, (start, end) = _look(match), match.span()
    shown = match[0]
    lead = len(shown) - len(shown.lstrip())
    start += lead
    whole = cell and flat.strip() == shown.strip()
    if look == "number":
        return _number(match, flat, start, cell)
    if look == "spelled":
        return _spelled(match, start, end)
    if look == "combined":
        return _combined(match, start, end)
    if look == "range":
        return _Found(start, end, _kind_of_range(shown))
    if look == "share":
        said = match["part"].replace(",", "")
        value = said if said[0] in "0123456789" else numerals.spoken(said)
        return _Found(start, end, "percent" if shown[0] == "百" else "number", value, shown[:3])
    if look == "year":
        return _Found(start, end, "year", shown.strip()[:4])
    if look == "spelledyear":
        return _Found(start, end, "year", numerals.digits(shown[:4]))
    if look == "ordinal" and whole and shown.startswith("("):
        return _Found(start, end, "number")
    kinds: dict[str, Kind] = {
        "years": "year",
        "coins": "money",
        "phone": "code",
        "standard": "code",
        "science": "number",
        "ratio": "number",
        "small": "name",
        "code": "code",
        "reference": "reference",
        "ordinal": "ordinal",
        "date": "date",
        "name": "name",
    }
    if look == "said" or (look == "code" and not RUN.search(shown)):
        return None
    return _Found(start, end, kinds[look])


def _look(match: re.Match[str]) -> str:
    return next(name for name in LOOKS if match[f"is_{name}"] is not None)


def _number(match: re.Match[str], flat: str, start: int, cell: bool) -> _Found:
    """Return a plain number: its value only where its digits, its sign and its surroundings allow one reading."""
    end = match.end()
    unit = re.sub(r"\s", "", match["unit"] or "")
    about = match["about"] or ""
    if about.strip()[:-1]:  # 200万余元: the scale stands before the word
        unit = about.strip()[0] + unit
    kind = _kind(unit)
    if match["yuan"]:
        kind, unit = ("money", unit) if unit else ("money", "¥")
    digits = (match["digits"] or "").replace(",", "")
    sign = match["sign"] or ""
    clear = bool(digits) and not about and _signed(sign, flat, match.start(), cell)
    clear = clear and not _touches(flat, match, kind == "count" and unit[-1:] not in SCALES)
    bracketed = flat[start - 1 : start] == "(" and flat[end : end + 1] == ")" and not unit
    if bracketed or (not unit and re.match(r"\s?[-−](?![-\d])", flat[end : end + 3])):
        clear = False
    if not unit and len(digits) > 1 and digits.isdigit() and (digits[0] == "0" or len(digits) >= (15 if cell else 11)):
        return _Found(start, end, "code")
    if not clear:
        return _Found(start, end, kind, "", unit)
    before, point, after = digits.partition(".")
    value = ("-" if sign.strip() in ("-", "负") else "") + (before.lstrip("0") or "0") + point + after
    return _Found(start, end, kind, value, unit)


def _signed(sign: str, flat: str, start: int, cell: bool) -> bool:
    """Whether the sign of a number is certain: a dash after a word may be a dash, an arrow or a triangle is no sign."""
    mark = sign.strip()
    if not mark or mark == "负":
        return True
    if mark not in "+-" or sign != mark:
        return False
    return cell if start == 0 else flat[start - 1] in _BEFORE_SIGN


def _touches(flat: str, match: re.Match[str], counted: bool) -> bool:
    """Whether digits, or digits and a mark between digits, stand directly at a number: it may be a piece of a longer one.

    What is *counted* ends with its word: 32批次286人次 are two numbers.
    """
    before, after = flat[max(0, match.start() - 2) : match.start()], flat[match.end() : match.end() + 2]
    behind = not counted and re.match(r"[,.'’·]?[0-9]", after) is not None
    return behind or re.search(r"[0-9][,.'’·]?$", before) is not None


def _kind(unit: str) -> Kind:
    if unit == "%":
        return "percent"
    if _MONEY.fullmatch(unit):
        return "money"
    return "count" if unit and not _OTHER.fullmatch(unit) and _COUNTED.match(unit) else "number"


def _kind_of_range(shown: str) -> Kind:
    if "%" in shown:
        return "percent"
    unit = re.sub(r"[\s\d.,]", "", re.split(r"[-~—–至到]", shown)[-1])
    return _kind(unit)


def _combined(match: re.Match[str], start: int, end: int) -> _Found:
    """Return 1亿2345万元 as 123450000 元: the parts are exact, and each is less than one of the part before."""
    first, second = _WORTH[match["first"]], _WORTH[match["second"] or ""]
    low = int(match["low"]) * second
    unit = match["whole"]
    kind = _kind(unit)
    if second >= first or low >= first or match["low"].startswith("0") or (not match["second"] and low * 10 < first):
        return _Found(start, end, kind, "", unit)
    return _Found(start, end, kind, str(int(match["high"]) * first + low), unit)


def _spelled(match: re.Match[str], start: int, end: int) -> _Found | None:
    """Return a number in Chinese numerals; 一 before a measure word is no figure (一个, 一项), before a unit of money it is."""
    said, unit = match["numeral"], re.sub(r"\s", "", match["words"])
    kind = _kind(unit)
    if said == "一" and kind != "money":
        return None
    scale = said[-1] if said[-1] in "万亿" and len(said) > 1 and not set("万亿") & set(said[:-1]) else ""
    if scale:
        said, unit = said[:-1], scale + unit
    return _Found(start, end, kind, "" if match["some"] else numerals.spoken(said), unit)


def runs(texts: Sequence[str]) -> Counter[str]:
    """Return how often each run of digits stands in *texts*, in ASCII digits."""
    joined = "\n".join(texts)
    return Counter(RUN.findall(joined) if joined.isascii() else (run.translate(_ASCII) for run in RUN.findall(joined)))


def held(document: Document, counted: Sequence[Digits]) -> Document:
    """Return *document*, stopped at every part where the second way of counting found other digits."""
    stopped = list(document.stopped)
    lengths = {len(part.place.hops) for part in counted}
    texts: dict[tuple[Hop, ...], list[str]] = {}
    for place, text in document.counted():
        for length in lengths:
            if length <= len(place.hops):
                texts.setdefault(place.hops[:length], []).append(text)
    for part in counted:
        hops = part.place.hops
        if part.place in document.recognised:  # a picture holds no digits to count a second time
            continue
        own = runs(texts.get(hops, ()))
        if own != part.runs:
            more, fewer = sorted((own - part.runs).elements()), sorted((part.runs - own).elements())
            stopped.append(Note(part.place, _differs(more, fewer)))
    return document._replace(stopped=tuple(stopped))


def _differs(more: list[str], fewer: list[str]) -> Text:
    shown = [", ".join(each[:8]) + (" …" if len(each) > 8 else "") for each in (more, fewer)]
    return Text(
        f"两种读法读出的数字不同，这一部分的数字都不采用（第一种多出：{shown[0] or '无'}；第二种多出：{shown[1] or '无'}）",
        f"two ways of reading found different digits, so no figure of this part is used (only the first: {shown[0] or 'none'}; only the second: {shown[1] or 'none'})",
    )
