"""Running text: the paragraphs of a document joined where a line only wraps, squeezed, with the numbers where they stand.

Every character keeps the place it was read at, so what is said of a clause can be traced to its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.base.values import half_width
from checker.intake.document import Document, Paragraph, Place
from checker.intake.reading import Span

WRAPPED = ("text", "pdf", "ofd")
"""Kinds of documents whose paragraphs may be lines of the page."""
HEADING = re.compile(
    r"第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．]|\d{1,2}\.(?!\d)"
)
_TITLE = re.compile(r"[^，。；：,;:]{0,40}20\d\d年度?[^，。；：,;:]{2,40}(?:报告|说明|决算|预算|公开|自评)")
"""A whole title of a document: the text begins below it, though it ends no sentence."""
_FRONT = 4
_SIGNS = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？"}
_ENDS = "。！？!?；;：:"
_LINE = 30
"""Characters of a line of running text, where a reader has joined the lines already."""
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第?\s*\d{1,4}\s*页?)[-—–·\s]*(?:[/共]\s*\d+\s*页?)?")
MONEY = {"元": "元", "千元": "千元", "万元": "万元", "百万元": "百万元", "亿元": "亿元", "万": "万元", "亿": "亿元"}
_UNIT = re.compile(
    r"(?P<money>亿元|百万元|万元|千元|元(?![旦月])|[万亿](?=$|[，,。；;、：:）)（(\n]|以内|以上|以下|的|整))"
    r"|(?P<percent>[%％](?!点))|(?P<points>个百分点)"
    r"|(?P<count>人次|批次|台[（(]套[）)]|平方米|[人名个项辆台条次批家件户份宗套所])|(?P<score>分(?![之别为]))"
)


class Mark(NamedTuple):
    """A number in running text: its span, where it begins and ends there, its unit and where that ends.

    `kind` is "money", "percent", "points", "count", "score", "bare" (no unit), or "" for what is no figure (a year, a number of a
    paragraph, a code), "void" for one that has no single value. A 万 without 元 is money too, and `loose`. `shown` is what is printed, with its unit and without blanks.
    """

    span: Span
    start: int
    end: int
    kind: str
    unit: str
    after: int
    loose: bool = False
    shown: str = ""


class Run(NamedTuple):
    """One joined paragraph: `raw` as printed without blanks, `text` with its signs in one form. `label` is the number of a heading or list that it begins with; `sections` the headings it stands under."""

    text: str
    raw: str
    marks: tuple[Mark, ...]
    places: tuple[Place, ...]
    label: str
    heading: bool
    sections: tuple[str, ...]

    def place(self, at: int) -> Place:
        """Return the place of the character at *at*."""
        return self.places[min(at, len(self.places) - 1)]


def runs(document: Document, spans: Sequence[Span]) -> list[Run]:
    """Return the running text of *document* with the *spans* that stand in its paragraphs; tables have no running text."""
    by_place: dict[Place, list[Span]] = {}
    for span in spans:
        by_place.setdefault(span.place, []).append(span)
    lines = [block for block in document.blocks if isinstance(block, Paragraph) and _read(block)]
    joined = _joined(lines, document.kind in WRAPPED)
    found: list[Run] = []
    sections: tuple[str, ...] = ()
    for group in joined:
        run = _run(group, by_place, sections)
        if not run.text:
            continue
        if run.heading:
            sections = (*_above(sections, run), run.text)
        found.append(run._replace(sections=sections))
    return found


def _read(paragraph: Paragraph) -> bool:
    return (
        paragraph.state not in ("deleted", "hidden")
        and paragraph.kind in ("body", "heading", "box")
        and bool(paragraph.text.strip())
    )


def _joined(lines: list[Paragraph], wrapped: bool) -> list[list[Paragraph]]:
    """Put lines together that are one paragraph: a full line that does not end a sentence goes on in the next, over a page, too."""
    sizes = sorted(len(_squeezed(each)) for line in lines for each in line.text.split("\n"))
    full = min(sizes[len(sizes) * 9 // 10], _LINE) * 7 // 10 if sizes else 0
    groups: list[list[Paragraph]] = []
    for line in lines:
        if wrapped and _PAGE_NUMBER.fullmatch(line.text.strip()):
            continue
        last = groups[-1][-1] if groups else None
        goes_on = (
            wrapped
            and last is not None
            and last.kind == line.kind == "body"
            and last.label == line.label == ""
            and len(_squeezed(last.text.rstrip().split("\n")[-1])) >= max(full, 12)
            and last.text.rstrip()[-1] not in _ENDS
            and not HEADING.match(_squeezed(line.text))
            and not _titles(_squeezed(last.text))
            and not (len(groups) <= _FRONT and _TITLE.fullmatch("".join(_squeezed(each.text) for each in groups[-1])))
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _titles(text: str) -> bool:
    """Whether a numbered line is a heading: no sentence has begun in it, and no name of an item of the accounts."""
    return bool(HEADING.match(text)) and len(text) <= 40 and not re.search("[，。；：]|（[类款]）", text)


def _one_form(raw: str, spots: list[tuple[Span, int, int]]) -> str:
    """Return the text with commas, colons, brackets and percent signs in one form each, of the same length."""
    text = "".join(half_width(sign) if sign.isdigit() or sign == "％" else _SIGNS.get(sign, sign) for sign in raw)
    for _, start, end in spots:  # a comma within a number parts nothing
        text = text[:start] + half_width(raw[start:end]) + text[end:]
    return text


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _run(group: list[Paragraph], by_place: dict[Place, list[Span]], sections: tuple[str, ...]) -> Run:
    letters: list[str] = []
    places: list[Place] = []
    spots: list[tuple[Span, int, int]] = []
    for paragraph in group:
        at = []
        for sign in paragraph.text:
            at.append(len(letters))
            if not sign.isspace():
                letters.append(sign)
                places.append(paragraph.place)
        at.append(len(letters))
        for span in sorted(by_place.get(paragraph.place, ()), key=lambda each: each.start):
            spots.append((span, at[span.start], at[span.end]))
    raw = "".join(letters)
    text = _one_form(raw, spots)
    marks = tuple(
        mark._replace(shown=raw[mark.start : max(mark.end, mark.after)])
        for mark in (_mark(text, *spot) for spot in spots)
    )
    found = HEADING.match(text)
    label = group[0].label or (found[0] if found else "")
    heading = group[0].kind == "heading" or bool(
        label
        and len(text) <= 40
        and text[-1] not in "。；;，,：:"
        and not any(mark.kind not in ("", "bare") for mark in marks)
    )
    return Run(text, raw, marks, tuple(places), label, heading, sections)


def _mark(text: str, span: Span, start: int, end: int) -> Mark:
    if span.kind in ("year", "date", "ordinal", "code", "reference", "name"):
        return Mark(span, start, end, "", "", end)
    if not span.value:
        return Mark(span, start, end, "void", "", end)
    own = next((m for m in _UNIT.finditer(text, start, end + 6) if m.start() < end <= m.end()), None)
    match = own or _UNIT.match(text, end)
    if match is None or (match.lastgroup == "count" and _is_year(text, start, end)):
        return Mark(span, start, end, "bare", "", end)
    kind = str(match.lastgroup)
    unit = MONEY.get(match[0], match[0]) if kind == "money" else "%" if kind == "percent" else match[0]
    return Mark(span, start, end, kind, unit, max(match.end(), end), match[0] in ("万", "亿"))


def _is_year(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] == "年"


def _above(sections: tuple[str, ...], run: Run) -> tuple[str, ...]:
    """Return the headings that stand above a heading: those whose numbers are of another, earlier shape."""
    shape = _shape(run.label)
    shapes = [_shape(HEADING.match(each)[0] if HEADING.match(each) else "") for each in sections]  # type: ignore[index]
    return sections[: shapes.index(shape)] if shape in shapes else sections


def _shape(label: str) -> str:
    return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", label))
