"""Whose the rows are: what rows say of their unit and year, put together to units."""

from __future__ import annotations

from typing import Any, NamedTuple

from checker.base.errors import Text, did_you_mean
from checker.base.typography import fold, folded
from checker.base.values import BadValue
from checker.cases.cells import typed
from checker.cases.vocabulary import Vocabulary
from checker.mapping.rejects import Rejects, Spot

HINTED = 20
"""Unknown units for which a similar one is looked for."""


def differing(one: str, other: str) -> Text:
    """Return in what two codes differ that are alike but for how they are written."""
    zeros = fold(one) != fold(other)
    letters = one.lstrip("0") != other.lstrip("0")
    ways = ([Text("开头的 0", "leading zeros")] if zeros else []) + (
        [Text("大小写、全角半角或空格", "letter case, width or blanks")] if letters or not zeros else []
    )
    return Text("和".join(way.zh for way in ways), " and ".join(way.en for way in ways))


class Mention(NamedTuple):
    """What rows say of their unit: the year, its code and its folded name ("" where they do not say)."""

    year: int
    code: str
    name: str


class Stated(NamedTuple):
    """One field of a unit: its text and where it stands."""

    text: str
    spot: Spot


class Units:
    """The units of a run of tables: every way rows name one, and what they say of it."""

    def __init__(self, vocabulary: Vocabulary, has_roster: bool) -> None:
        self.vocabulary = vocabulary
        self.has_roster = has_roster
        self.numbers: dict[Mention, int] = {}
        self.values: list[dict[str, Stated]] = []
        self.mention_years: list[int] = []
        self.bad: set[int] = set()
        """Mentions of which some row was rejected."""
        self.roster: set[int] = set()
        self.unit_of: list[int] = []
        """The unit of each mention, -1 where there is none."""
        self.reasons: dict[int, tuple[Text, Text | None]] = {}
        self.merged: list[dict[str, Stated]] = []
        self.years: list[int] = []
        self.broken: set[int] = set()
        """Units of which something was rejected."""

    def mention(self, texts: dict[str, Stated], roster: bool, rejects: Rejects) -> int:
        """Return the number of what a row says of its unit, or -1 where it does not say whose it is; notes what disagrees."""
        try:
            year = int(typed(self.vocabulary.root.fields["fiscal_year"], texts["fiscal_year"].text, {}, None, None)[0])
        except (BadValue, KeyError):
            return -1
        code = texts["code"].text if "code" in texts else ""
        name = texts["name"].text if "name" in texts else ""
        code, name = "" if code == "无" else code, "" if name == "无" else name
        if not code and not name:
            return -1
        key = Mention(year, code, folded(name))
        number = self.numbers.setdefault(key, len(self.values))
        if number == len(self.values):
            self.values.append(dict(texts))
            self.mention_years.append(year)
        elif roster and number in self.roster:
            spot = next(iter(texts.values())).spot
            first = next(iter(self.values[number].values())).spot.row
            rejects.add(
                spot._replace(column=-1),
                "duplicate-unit",
                Text(
                    f"单位“{name or code}”{year} 年在第 {first} 行已有",
                    f"the unit {name or code!r} of {year} is in row {first} already",
                ),
                Text("只留一行", "keep one of them"),
                unit=f"{name or code} {year}",
            )
            self.bad.add(number)
        else:
            self._add(self.values[number], texts, number, rejects)
        if roster:
            self.roster.add(number)
        return number

    def _add(self, known: dict[str, Stated], texts: dict[str, Stated], number: int, rejects: Rejects) -> bool:
        """Add what another row says of a unit; returns whether it agrees."""
        good = True
        for field, stated in texts.items():
            first = known.get(field)
            if first is None:
                known[field] = stated
            elif first.text != stated.text and self._value(field, first.text) != self._value(field, stated.text):
                good = False
                self.bad.add(number)
                zh = self.vocabulary.root.fields[field].zh
                where = rejects.tables[first.spot.table].name
                told = Text(
                    f"{zh}“{stated.text}”和 {where} 第 {first.spot.row} 行的“{first.text}”不同",
                    f"{stated.text!r} differs from {first.text!r} in row {first.spot.row} of {where}",
                )
                rejects.add(
                    stated.spot,
                    "unit-differs",
                    told,
                    Text("同一单位同一年度的，各行要一样", "rows of one unit and year say the same"),
                    stated.text,
                    self.label(known),
                )
        return good

    def _alike(self, rejects: Rejects) -> None:
        """Reject codes of one year that differ in how they are written alone: leading zeros, case, width, blanks; a unit would be two."""
        found: dict[tuple[int, str], list[tuple[Mention, int]]] = {}
        for each, number in self.numbers.items():
            if each.code:
                found.setdefault((each.year, fold(each.code).lstrip("0")), []).append((each, number))
        for several in found.values():
            for each, number in several[1:]:
                other = next(
                    (
                        o
                        for o in several
                        if o[0].code != each.code and (not o[0].name or not each.name or o[0].name == each.name)
                    ),
                    None,
                )
                if other is None:
                    continue
                spot, first = self.values[number]["code"].spot, self.values[other[1]]["code"].spot
                where, how = rejects.tables[first.table].name, differing(each.code, other[0].code)
                told = Text(
                    f"单位代码“{each.code}”和 {where} 第 {first.row} 行的“{other[0].code}”只差{how.zh}",
                    f"the code {each.code!r} differs from {other[0].code!r} in row {first.row} of {where} in {how.en} only",
                )
                rejects.add(
                    spot,
                    "unit-differs",
                    told,
                    Text("是同一单位的，代码写成一样", "write the code of a unit in one way"),
                    each.code,
                    self.label(self.values[number]),
                )
                self.bad.update((number, other[1]))

    def _value(self, field: str, text: str) -> Any:
        known = self.vocabulary.root.fields[field]
        if known.fold:
            return folded(text)
        try:
            return typed(known, text, self.vocabulary.enumerations, None, None)[0]
        except BadValue:
            return text

    def label(self, values: dict[str, Stated]) -> str:
        """Return how a unit is called in what is told."""
        told = [values[field].text for field in ("name", "code", "fiscal_year") if field in values]
        return " ".join(told)

    def resolve(self, rejects: Rejects) -> None:
        """Find the unit of every mention; those that have none get a reason."""
        self._alike(rejects)
        names: dict[tuple[int, str], set[Mention]] = {}
        for each in self.numbers:
            if each.code and each.name:
                names.setdefault((each.year, each.name), set()).add(Mention(each.year, each.code, ""))
        keys: dict[Mention, int] = {}
        chosen: list[Mention | None] = []
        for each, number in self.numbers.items():
            found = {Mention(each.year, each.code, "")} if each.code else names.get((each.year, each.name), {each})
            if len(found) > 1:
                codes = "、".join(sorted(one.code for one in found))
                self.reasons[number] = (
                    Text(
                        f"叫这个名称的单位有 {len(found)} 个（{codes}）", f"{len(found)} units have this name ({codes})"
                    ),
                    Text("写上单位代码", "give the code of the unit"),
                )
            chosen.append(next(iter(found)) if len(found) == 1 else None)
        listed = {chosen[number] for number in self.roster}
        shown = [
            self.values[number][field].text
            for number in self.roster
            for field in ("code", "name")
            if field in self.values[number]
        ]
        for number, key in enumerate(chosen):
            if key is not None and self.has_roster and key not in listed:
                own = self.values[number]
                word = own["code"].text if "code" in own else own["name"].text
                near = did_you_mean(word, shown) if len(self.reasons) < HINTED else None
                self.reasons[number] = (
                    Text(f"单位的表里没有“{self.label(own)}”", f"the table of units has no {self.label(own)!r}"),
                    near or Text("核对代码、名称和年度", "look at the code, the name and the year"),
                )
                chosen[number] = key = None
            if key is None:
                self.unit_of.append(-1)
                continue
            unit = keys.setdefault(key, len(keys))
            self.unit_of.append(unit)
            if unit == len(self.merged):
                self.merged.append({})
                self.years.append(key.year)
        for number in sorted(range(len(chosen)), key=lambda each: each not in self.roster):
            unit = self.unit_of[number]
            if unit < 0:
                continue
            agrees = self._add(self.merged[unit], self.values[number], number, rejects)
            if not agrees or number in self.bad:
                self.broken.add(unit)
