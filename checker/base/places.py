"""The places of GB/T 2260: which codes a case or a rule may state for its year, and which code a name stands for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from checker.base.errors import Text, suggest
from checker.base.named import NamedTuple

COVERED = 2015
"""The first year that the table covers; for an earlier one no code is held against its years."""
LENGTHS = (2, 4, 6, 9, 12)
"""Digits of a code: province, prefecture, county; a township and a village, of which only the county is checked."""


class Span(NamedTuple):
    """What a code was called, in which years; 0 for a year before or after what the table covers."""

    name: str
    first: int
    last: int

    def holds(self, year: int) -> bool:
        """Whether the code stood at any time of *year* (0: any): one withdrawn within a year is that year's still."""
        return not year or year < COVERED or (self.first <= year and (not self.last or year <= self.last))


@lru_cache(maxsize=1)
def _text() -> str:
    return "\n" + (Path(__file__).parent / "places.csv").read_text(encoding="utf-8").rstrip("\n") + "\n"


def _span(line: str) -> Span:
    _, name, first, last = line.split(",")
    return Span(name, int(first or 0), int(last or 0))


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[Span, ...]]:
    """Return every code of six digits with what it was called when."""
    found: dict[str, tuple[Span, ...]] = {}
    for line in _text().strip().splitlines():
        if line[0].isdigit():
            found[line[:6]] = (*found.get(line[:6], ()), _span(line))
    return found


@lru_cache(maxsize=256)
def _spans(code: str) -> tuple[Span, ...]:
    """Return what one code was called when: of the whole table a case asks for its own."""
    text, found = _text(), list[Span]()
    at = text.find(f"\n{code},")
    while at >= 0:
        end = text.index("\n", at + 1)
        found.append(_span(text[at + 1 : end]))
        at = text.find(f"\n{code},", end)
    return tuple(found)


@lru_cache(maxsize=1)
def _areas() -> frozenset[str]:
    """Return the first two and four digits of all codes."""
    return frozenset(code[:size] for code in table() for size in (2, 4))


def is_code(text: str) -> bool:
    """Whether *text* has the form of a code."""
    return text.isascii() and text.isdigit() and len(text) in LENGTHS


def wrong(code: str, year: int = 0) -> tuple[Text, Text | None] | None:
    """Return what is wrong with a code in *year* (0: in any), and what to write instead; nothing where there is such a place."""
    if len(code) < 6 or code[4:6] == "00" or code[:6].endswith("0000"):
        short = code[:6].removesuffix("00").removesuffix("00")
        return None if short in _areas() and set(code[6:]) <= {"0"} else _unknown(code)
    spans = _spans(code[:6])
    if not spans:  # of years before the table only the prefecture can be held against it
        return None if 0 < year < COVERED and code[:4] in _areas() else _unknown(code)
    if any(span.holds(year) for span in spans):
        return None
    span = spans[-1]
    if span.last and year > span.last:
        now = [
            f"{other} {each.name}"
            for other, spans in table().items()
            for each in spans
            if other[:4] == code[:4] and each.first in (span.last, span.last + 1)
        ]
        hint = Text("当年起用的：" + "、".join(now), "new in that year: " + ", ".join(now)) if now else None
        return Text(
            f"{code}（{span.name}）{span.last} 年已撤销，不是 {year} 年的行政区划",
            f"{code} ({span.name}) was withdrawn in {span.last}; it is no place of {year}",
        ), hint
    return Text(
        f"{code}（{span.name}）{span.first} 年才设立，不是 {year} 年的行政区划",
        f"{code} ({span.name}) was set up in {span.first}; it is no place of {year}",
    ), None


def _unknown(code: str) -> tuple[Text, Text | None]:
    home = next((code[:size] for size in (4, 2) if code[:size] in _areas()), "")
    told = Text(f"没有行政区划“{code}”（GB/T 2260）", f"there is no place {code!r} in GB/T 2260")
    if not home:
        return told, Text('写 GB/T 2260 代码，例如 "430112"（望城区）', 'write the GB/T 2260 code, such as "430112"')
    near = suggest(code[:6], [each for each in table() if each.startswith(home)], 2)
    shown = "、".join(f"{each} {table()[each][0].name}" for each in near)
    return told, Text(
        (f"您是不是想写：{shown}；" if near else "") + "没有代码的开发区，写所在县区或地市的代码",
        (f"did you mean: {shown}; " if near else "") + "for a zone without a code, that of its county or prefecture",
    )


def called(code: str) -> str:
    """Return the full name of a place before its code, such as 430112 湖南省长沙市望城区; the code alone where it has none."""
    names = [full for known, full, _ in _names() if known == code.ljust(6, "0")]
    return f"{code} {names[-1]}" if names else code


def within(code: str) -> str:
    """Return the digits with which every place in *code* begins: those of a province or prefecture without their zeros."""
    return code.removesuffix("00").removesuffix("00") if len(code) == 6 and code.endswith("00") else code


def named(name: str, year: int = 0) -> list[tuple[str, str]]:
    """Return the code and the full name of every place that *name* can mean in *year*: 望城区, 长沙市望城区 or with its province."""
    return [
        (code, full)
        for code, full, names in _names()
        if name in names and any(span.holds(year) and full.endswith(span.name) for span in table()[code])
    ]


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Return each name of each place: its code, its full name, and everything that may be written for it."""
    found = []
    for code, spans in table().items():
        above = [
            table()[up][0].name
            for up in (code[:2] + "0000", code[:4] + "00")
            if up in table() and up != code and table()[up][0].name not in ("市辖区", "县")
        ]
        for span in spans:
            written = {span.name, *("".join((each, span.name)) for each in above), "".join((*above, span.name))}
            found.append((code, "".join((*above, span.name)), frozenset(written)))
    return tuple(found)


def read(text: str, year: int = 0) -> tuple[str, Text | None, tuple[Text, Text | None] | None]:
    """Return the code that *text* states or names in *year*, what to tell of it, and what is wrong ("" for the code then)."""
    if is_code(text):
        bad = wrong(text, year)
        return ("" if bad else text), None, bad
    if text.isascii():
        return (
            "",
            None,
            (
                Text(f"“{text}”不是行政区划代码", f"{text!r} is not a code of a jurisdiction"),
                Text('写 GB/T 2260 代码，例如 "430112"（望城区）', 'write the GB/T 2260 code, such as "430112"'),
            ),
        )
    found = named(text, year)
    if len(found) == 1:
        code, full = found[0]
        return (
            code,
            Text(f"行政区划“{text}”读作 {code}（{full}）", f"the jurisdiction {text!r} is read as {code} ({full})"),
            None,
        )
    if found:
        listed = "、".join(f"{code} {full}" for code, full in found[:20]) + ("……" if len(found) > 20 else "")
        told = Text(f"叫“{text}”的行政区划有 {len(found)} 个", f"{len(found)} places are called {text!r}")
        return (
            "",
            None,
            (
                told,
                Text(f"写代码，或带上所在的市：{listed}", f"write the code, or the name with its prefecture: {listed}"),
            ),
        )
    if former := named(text):  # a place of other years
        return "", None, wrong(former[0][0], year)
    names = sorted({span.name for spans in table().values() for span in spans if span.holds(year)})
    near = suggest(text, names)
    told = Text(
        f"没有叫“{text}”的行政区划" + (f"（{year} 年）" if year else ""),
        f"no place is called {text!r}" + (f" in {year}" if year else ""),
    )
    hint = (
        Text("您是不是想写：" + "、".join(near), "did you mean: " + ", ".join(near))
        if near
        else Text('写 GB/T 2260 代码，例如 "430112"（望城区）', 'write the GB/T 2260 code, such as "430112"')
    )
    return "", None, (told, hint)
