"""Measures an import on real documents: for each document and form how many amounts there are, how many are placed, and what bears them out.

python scripts/measure_import.py FOLDER [--missing]; nothing of the documents is kept. "Amounts" are the cells of a known form under its
heads that print an amount, codes and labels left out. "Placed" are those that stand in a field of the draft or in a claim.
"Borne out" are the placed ones that stand in a sum that closes, or are printed again elsewhere; the rest has to be looked at by
hand (`--missing` lists those that are not placed or not borne out). "Lost" and "invented" are runs of digits that only the
second reader, or only the first, found.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.api import rule_packs  # noqa: E402
from checker.base.errors import InputError  # noqa: E402
from checker.intake.forms import forms_of  # noqa: E402
from checker.intake.forms.lines import amount_of, is_column_numbers, lines_of  # noqa: E402
from checker.intake.forms.recognising import Sheet, sheets_of  # noqa: E402
from checker.intake.importing import understood, ways  # noqa: E402
from checker.intake.kinds import read  # noqa: E402
from checker.intake.numbers import held, runs, spans  # noqa: E402
from checker.rulebook.cache import rulebook_of  # noqa: E402

CLOSES = {"foots", "foots rounded", "same as"}


def cells_of(sheet: Sheet, by_place: dict) -> list:
    """Return the spans of the cells of a form that print an amount."""
    found = {}
    for region in sheet.regions:
        grid = region.segment.grid
        beside: set[tuple[int, int]] = set()
        orders: set[int] = set()
        for band in region.bands:
            layout, lines = lines_of(region, band, sheet.form.aliases)
            for number, line in enumerate(lines):
                if number < 2 and is_column_numbers(line, [c.text for c in grid.covering(line.row) if c.text.strip()]):
                    orders.add(line.row)
            for column in (*layout.labels, *layout.codes, *layout.ordinals) if layout is not None else ():
                beside |= {(row, column) for row in range(region.first, region.last + 1)}
        for row in range(region.first, region.last + 1):
            for cell in grid.starting(row) if row not in orders else ():
                amount = amount_of(cell, by_place)
                if amount is not None and (row, cell.column) not in beside and amount.span.kind in ("money", "number"):
                    found[amount.span.id] = (amount.span, cell)
    return list(found.values())


def main() -> None:
    """Measure every file of a folder and print a table."""
    folder, listed = Path(sys.argv[1]), "--missing" in sys.argv
    packs = rule_packs([])
    vocabulary = rulebook_of(packs).vocabulary
    by, forms = ways(packs, vocabulary), forms_of(packs, vocabulary)
    every: Counter[str] = Counter()
    for path in sorted(each for each in folder.iterdir() if each.is_file() and each.suffix != ".md"):
        began = time.perf_counter()
        try:
            document, counted = read(path.read_bytes(), path.name)
        except InputError as error:
            print(f"{path.name}: {error.problems[0].message.en}")
            continue
        took = time.perf_counter() - began
        lost = invented = 0
        for part in counted:
            hops = part.place.hops
            own = runs([text for place, text in document.counted() if place.hops[: len(hops)] == hops])
            lost += (part.runs - own).total()
            invented += (own - part.runs).total()
        document = held(document, counted)
        reading = understood([document], vocabulary, by)
        evidence: dict[str, set[str]] = defaultdict(set)
        for each in reading.understood.proposals:
            evidence[each.span] |= {one.name for one in each.evidence} | {f"grade {each.grade}"}
        by_place = defaultdict(list)
        for span in spans(document, 1):
            by_place[span.place].append(span)
        print(
            f"\n{path.name}: {document.pages} pages, {len(reading.spans)} numbers, lost {lost}, invented {invented}, "
        )
        print(f"  {took:.2f} s to read, {len(document.stopped)} parts not used")
        every.update(lost=lost, invented=invented, documents=1)
        sheets, unknown = sheets_of(document, forms)
        for sheet in sheets:
            found = cells_of(sheet, by_place)
            placed = [span for span, _ in found if span.id in evidence]
            proved = [span for span in placed if evidence[span.id] & CLOSES]
            off = sum(1 for span in placed if "does not foot" in evidence[span.id])
            where = sheet.segments[0].grid.table.place.say("en")
            print(
                f"  {sheet.form.id:28} {where:18} amounts {len(found):4}  placed {len(placed):4}  "
                f"borne out {len(proved):4}  does not foot {off}"
            )
            every.update(amounts=len(found), placed=len(placed), proved=len(proved), off=off, tables=bool(found))
            every.update(foot=bool(proved) and not off)
            for span, cell in found if listed else ():
                if span.id not in evidence or not evidence[span.id] & CLOSES:
                    state = "placed, not borne out" if span.id in evidence else "not placed"
                    print(f"      {state}: {cell.place.say('en')} {span.text}: {span.context[:70]}")
        cells = [
            amount
            for segment in unknown
            for row in range(segment.first, segment.last + 1)
            for cell in segment.grid.starting(row)
            if (amount := amount_of(cell, by_place)) is not None and amount.span.decimals
        ]
        if cells:
            print(f"  tables of no form: {len(cells)} decimal figures")
            every.update(unknown=len(cells))
    print(
        f"\n{every['documents']} documents, {every['tables']} tables with amounts, of which {every['foot']} foot: "
        f"amounts {every['amounts']}, placed {every['placed']} "
        f"({every['placed'] / max(1, every['amounts']):.1%}), borne out {every['proved']}, "
        f"in sums that do not close {every['off']}, lost {every['lost']}, invented {every['invented']}; "
        f"decimal figures in tables of no form {every['unknown']}"
    )


if __name__ == "__main__":
    main()
