"""Sums that a form promises, held against what is printed: one that closes is evidence, one that does not is never put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from checker.intake.forms.lines import Amount, Line
from checker.intake.forms.model import Band, Foot
from checker.intake.reading import Evidence

Amounts = Mapping[tuple[int, str], Amount]
"""The number of every cell, by the number of its line and the name of its column."""


def footing(band: Band, lines: Sequence[Line], amounts: Amounts) -> dict[str, list[Evidence]]:
    """Return for each span what the sums say in which it stands; `lines` are those of one table, over all its pages."""
    found: dict[str, list[Evidence]] = {}
    for foot in band.foots:
        if foot.axis == "column":
            for number, line in enumerate(lines):
                if any(
                    cell.text.strip() and (number, part) not in amounts
                    for part, cell in line.cells.items()
                    if part in foot.parts and _figures(cell.text)
                ):
                    continue  # a part that could not be read: whether it closes is not known
                parts = [amounts[number, part] for part in foot.parts if (number, part) in amounts]
                there = [part for part in foot.parts if (number, part) in amounts]
                _close(
                    found,
                    amounts.get((number, foot.total)),
                    parts,
                    f"{line.printed} {foot.total} = {' + '.join(there)}".strip(),
                )
            continue
        totals = [number for number, line in enumerate(lines) if line.label == foot.total]
        members = _members(foot, lines, totals)
        for column in band.columns if len(totals) == 1 and members else ():
            if any(
                _figures(lines[number].cells[column].text) and (number, column) not in amounts
                for number in members
                if column in lines[number].cells
            ):
                continue
            parts = [amounts[number, column] for number in members if (number, column) in amounts]
            _close(
                found, amounts.get((totals[0], column)), parts, f"{column} {foot.total} = {_said(foot, lines, members)}"
            )
    return found


def _said(foot: Foot, lines: Sequence[Line], members: Sequence[int]) -> str:
    """Return what a sum of rows is made of, as far as it is there."""
    return {"codes": "类级科目", "numbered": "一、二、三……", "below": "其下一、二、三……"}.get(
        foot.parts[0]
    ) or " + ".join(lines[n].label for n in members)


def _members(foot: Foot, lines: Sequence[Line], totals: Sequence[int]) -> list[int]:
    """Return the numbers of the lines that a sum is made of; none where a part is there twice."""
    if foot.parts == ("codes",):
        coded = {
            number: len(line.code) for number, line in enumerate(lines) if line.code.isascii() and line.code.isdigit()
        }
        return [number for number, length in coded.items() if length == 3]
    if foot.parts == ("numbered",):
        numbered = [number for number, line in enumerate(lines) if line.numbered]
        total = totals[0] if len(totals) == 1 else 0
        return [number for number in numbered if number < total] or numbered
    if foot.parts == ("below",):
        if len(totals) != 1:
            return []
        after = range(totals[0] + 1, len(lines))
        return list(takewhile(lambda number: lines[number].numbered, after))
    found: list[int] = []
    for part in foot.parts:
        own = [number for number, line in enumerate(lines) if line.label == part]
        if len(own) > 1:
            return []
        found += own
    return found


def _figures(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _close(found: dict[str, list[Evidence]], total: Amount | None, parts: Sequence[Amount], said: str) -> None:
    """Note whether a sum closes: exactly, within what its printed digits can have been rounded by, or not."""
    if total is None or not parts:
        return
    off = abs(total.value - sum((part.value for part in parts), Decimal(0)))
    room = sum((amount.step for amount in (total, *parts)), Decimal(0)) / 2
    if off == 0:
        told = Evidence("foots", said)
    elif off <= room and len(parts) > 1:
        told = Evidence("foots rounded", said)
    else:
        told = Evidence("does not foot", f"{said}：{total.span.text} ≠ {_sum_text(parts)}")
    for amount in (total, *parts):
        found.setdefault(amount.span.id, []).append(told)


def _sum_text(parts: Iterable[Amount]) -> str:
    return " + ".join(part.span.text for part in parts)
