"""What is printed of a case besides its findings, and what its findings have in common: figures, places, what was worked out for one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property

from checker.base.errors import Text
from checker.cases.case import HEADINGS, Case, Cell, Fact
from checker.engines.outcome import Check
from checker.findings.data import LANGUAGES, Data
from checker.findings.figures import Shared, Spot, UsedFact
from checker.findings.remembered import Remembered, Traced
from checker.findings.shown import value_text
from checker.language.below import Field


def draft(unconfirmed: int, headings: Sequence[Text] = ()) -> Text:
    """Return what stands before everything else in a report on figures that nobody has confirmed; nothing where there is none.

    *headings* are those that nobody has confirmed: they decide which rules apply, so every finding rests on them.
    """
    if not unconfirmed:
        return Text("", "")
    figures = "figure" if unconfirmed == 1 else "figures"
    zh, en = f"草稿：{unconfirmed} 处数字待确认。", f"Draft: {unconfirmed} {figures} to confirm. "
    if headings:
        zh += f"{'、'.join(each.zh for each in headings)}也没有人确认，适用哪些规则看它，下面每一条都以此为前提。"
        names = ", ".join(each.en for each in headings)
        en += (
            f"Nobody has confirmed {names}, on which it depends which rules apply: every finding below rests on that. "
        )
    return Text(zh, en)


class CaseShown(Data):
    """What is printed of a case besides its findings; `year` is 0 and `jurisdiction` empty where they are not known.

    `unconfirmed` is how many of its figures nobody has confirmed, `unconfirmed_headings` which of the headings are among them.
    """

    file: str
    sha256: str
    unit: str
    code: str | None
    year: int
    jurisdiction: str
    documents: tuple[str, ...]
    report_title: str
    unconfirmed: int
    unconfirmed_headings: tuple[str, ...]
    _case: Case
    _remembered: Remembered
    _spots: dict[int, Spot]
    _figures: dict[tuple[int, str], UsedFact]
    _together: dict[tuple[tuple[object, str], ...], Shared]

    def __init__(self, case: Case, remembered: Remembered | None = None) -> None:
        super().__init__(
            file=case.file,
            sha256=case.sha256,
            unit=case.unit,
            code=case.root.values.get("code"),
            year=case.year,
            jurisdiction=case.jurisdiction,
            documents=case.documents,
            unconfirmed=case.unconfirmed,
            unconfirmed_headings=case.unconfirmed_headings(),
            report_title=str(case.root.values.get("report_title") or ""),
            _case=case,
            _remembered=remembered or Remembered(),
            _spots={},
            _figures={},
            _together={},
        )

    @cached_property
    def headings(self) -> Mapping[tuple[str, bool], Text]:
        """The headings as printed, by name and whether one that is not known is labelled with what it is."""
        case = self._case
        return {
            (name, labelled): Text(*(case.heading(name, lang, labelled) for lang in LANGUAGES))
            for name in HEADINGS
            for labelled in (False, True)
        }

    @cached_property
    def year_text(self) -> Text:
        """The fiscal year with its word in Chinese, as after a unit's name."""
        return Text(*(self._case.in_year(lang) for lang in LANGUAGES))

    @cached_property
    def facts(self) -> int:
        """How many facts it holds."""
        return self._case.count()

    def remembering(self, check: Check) -> AbstractContextManager[Traced]:
        """Return in what the judge of *check* knows what was worked out for the findings before it."""
        return self._remembered.of(self._case, check)

    def spot(self, cell: Cell) -> Spot:
        """Return where a figure stands; findings that read the same figure share it."""
        known = self._spots.get(id(cell))
        if known is None:
            known = self._spots[id(cell)] = Spot(cell.line, cell.column, cell.note, cell.quote)
        return known

    def figure(self, fact: Fact, name: str) -> UsedFact | None:
        """Return a field as a finding that read it prints it, shared by all of them; None for what is no figure of the report."""
        cell = fact.cells.get(name)
        if cell is None or name == "figure":
            return None
        known = self._figures.get((id(fact), name))
        if known is None:
            case = self._case
            known = self._figures[id(fact), name] = UsedFact(
                case.path(fact, name),
                Text(*(value_text(case, fact, name, lang) for lang in LANGUAGES)),
                cell.inferred,
                cell.derived,
                cell.line,
                cell.column,
                cell.note,
                cell.unconfirmed,
                cell.quote,
            )
        return known

    def shared(self, fields: tuple[Field, ...]) -> Shared:
        """Return the figures that many findings read together, the same for the same fields."""
        key = tuple((id(fact), name) for fact, name in fields)
        known = self._together.get(key)
        if known is None:
            figures = (self.figure(fact, name) for fact, name in fields)
            known = self._together[key] = Shared(facts=tuple(each for each in figures if each is not None))
        return known

    def lacking(self, paths: tuple[tuple[object, str], ...], make: Callable[[], tuple[str, ...]]) -> Shared:
        """Return what many findings lack together, named once."""
        known = self._together.get(paths)
        if known is None:
            known = self._together[paths] = Shared(missing=make())
        return known

    @property
    def draft(self) -> Text:
        """What stands before all else where figures are not confirmed; empty where all are."""
        return draft(self.unconfirmed, [self.heading_name(name) for name in self.unconfirmed_headings])

    def heading_name(self, name: str) -> Text:
        """Return what a heading is called."""
        field = self._case.vocabulary.root.fields[name]
        return Text(*(field.name(lang) for lang in LANGUAGES))

    def heading(self, name: str, lang: str, labelled: bool = False) -> str:
        """Return a heading of the case as printed; one that is not known says so, *labelled* with what it is."""
        return self.headings[name, labelled].say(lang)

    def __repr__(self) -> str:
        return f"<CaseShown {self.file}: {self.unit} {self.year or '?'}>"
