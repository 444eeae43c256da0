"""Which tables of a document are which form: by title and fixed texts, continued over pages; a table is cut where another title stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.intake.document import Document, Paragraph, Place, Table
from checker.intake.forms.grid import Grid, Head, head_at
from checker.intake.forms.model import Band, Form
from checker.intake.forms.units import paragraph_texts
from checker.intake.forms.words import heading, is_title, label, plain, title_in, with_years, years_apart
from checker.intake.reading import Evidence

OTHER = "表"
"""The title of a table that has one which is that of no form."""
LOOKED_AT = 16
"""Rows of a table in which its fixed texts are looked for."""
_NOTHING = re.compile(r"(?:第?[\d/共页-]*页?|续表?|.{0,40}单位.{0,40}|公开\d*表|部门.{0,40})?", re.DOTALL)
"""What may stand between the parts of a table that goes on: numbers of pages, 续表, 单位：万元."""


class Segment(NamedTuple):
    """Rows of a table that belong together, what stands above them, and the title there (folded, "" for none, OTHER for an unknown one)."""

    grid: Grid
    number: int
    first: int
    last: int
    title: str
    above: tuple[tuple[Place, str], ...]


class Region(NamedTuple):
    """Rows under one head, which stands in the segment `home`: the same, or that of a page before (then `carried`).

    `origin` is where the form begins: the segment and the first row of its head.
    """

    segment: Segment
    home: Segment
    origin: tuple[Segment, int]
    head: Head
    bands: tuple[Band, ...]
    first: int
    last: int

    @property
    def carried(self) -> bool:
        """Whether the head stands on a page before."""
        return self.home is not self.segment


class Sheet(NamedTuple):
    """A form as it was found: its regions in order, and what was found out in recognising it."""

    form: Form
    segments: list[Segment]
    regions: list[Region]
    evidence: tuple[Evidence, ...]


def segments_of(document: Document, titles: Sequence[str]) -> list[Segment]:
    """Return the tables of a document, each cut where a known title stands in it."""
    found: list[Segment] = []
    between: list[Paragraph] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between.append(block)
            continue
        number += 1
        if block.state == "":
            found += _cut(block, number, between, titles)
        between = []
    return found


def _page(place: Place) -> object:
    return dict(place.hops).get("page")


def _near(between: Sequence[Paragraph], page: object) -> list[Paragraph]:
    """Return the paragraphs above a table: of its page, or of the page before where the table begins its own.

    What ends a page is a title with what belongs to it (公开表六, 单位：万元): at most the last four paragraphs.
    """
    own = [each for each in between if _page(each.place) == page]
    if not isinstance(page, int) or not all(_says_nothing(each) for each in own):
        return own
    before = [each for each in between if _page(each.place) == page - 1 and each.kind not in ("header", "footer")]
    return [*before[-4:], *own]


def _says_nothing(paragraph: Paragraph) -> bool:
    return paragraph.kind in ("header", "footer") or _NOTHING.fullmatch(plain(paragraph.text)) is not None


def _title(near: Sequence[tuple[Place, str]], titles: Sequence[str]) -> str:
    """Return the lowest title above a table; one that goes over two lines is one of the known ones."""
    texts = [text for _, text in near]
    for at in range(len(texts) - 1, -1, -1):
        over = title_in("".join(texts[at : at + 2]), titles) if at + 1 < len(texts) else ""
        found = title_in(texts[at], titles) or over or (OTHER if is_title(texts[at]) else "")
        if found:
            return found
    return ""


def _cut(table: Table, number: int, between: Sequence[Paragraph], titles: Sequence[str]) -> list[Segment]:
    grid = Grid(table)
    near = paragraph_texts(_near(between, _page(table.place)))
    starts: list[tuple[int, str]] = []
    for row in range(1, table.rows + 1):
        cells = [cell for cell in grid.starting(row) if cell.text.strip()]
        title = next((said for cell in cells if (said := title_in(cell.text, titles))), "") if len(cells) <= 3 else ""
        if title:
            starts.append((row, title))
    found: list[Segment] = []
    if not starts or starts[0][0] > 1:
        title = _title(near, titles)
        if title in ("", OTHER) and len(starts) < 2:
            title = title_in(table.name, titles) or title
        if starts and (not title or title == starts[0][1]) and starts[0][0] <= 3:
            starts[0] = (1, starts[0][1])  # what stands above the title, such as 附件1
        else:
            starts.insert(0, (1, title))
    for at, (row, title) in enumerate(starts):
        last = starts[at + 1][0] - 1 if at + 1 < len(starts) else table.rows
        found.append(Segment(grid, number, row, last, title, tuple(near) if at == 0 else ()))
    return found


def _rows_of(segment: Segment) -> list[list[str]]:
    """Return the headings that may stand in each of the first rows, as they are compared."""
    rows: list[list[str]] = []
    for row in range(segment.first, min(segment.last, segment.first + LOOKED_AT) + 1):
        texts = [cell.text for cell in segment.grid.covering(row)]
        years = years_apart(map(plain, texts))
        rows.append([with_years(heading(text), years) for text in texts])
    return rows


def fits(rows: Sequence[Sequence[str]], form: Form) -> bool:
    """Whether every row of fixed texts of a form stands in one of *rows*, in its order left to right."""
    for wanted in form.fingerprint:
        for row in rows:
            rest = iter([form.aliases.get(each, each) for each in row])
            if all(text in rest for text in wanted):
                break
        else:
            return False
    return True


def _regions(segment: Segment, form: Form) -> list[Region]:
    """Return the regions of a segment: from every head to the next one."""
    words = form.words()
    heads: list[tuple[Head, tuple[Band, ...]]] = []
    row = segment.first
    while row <= segment.last:
        texts = {form.aliases.get(heading(cell.text), heading(cell.text)) for cell in segment.grid.starting(row)}
        years = years_apart(map(plain, texts))
        texts |= {form.aliases.get(each, each) for each in (with_years(text, years) for text in texts)}
        bands = [band for band in form.bands if band.head[0] in texts]
        head = head_at(segment.grid, row, segment.last, words, form.aliases) if bands else None
        chosen = tuple(band for band in bands if head is not None and set(band.head) <= head.texts)
        if head is not None and chosen:
            heads.append((head, chosen))
            row = head.last
        row += 1
    return [
        Region(
            segment,
            segment,
            (segment, head.first),
            head,
            bands,
            head.last + 1,
            heads[at + 1][0].first - 1 if at + 1 < len(heads) else segment.last,
        )
        for at, (head, bands) in enumerate(heads)
    ]


def sheets_of(document: Document, forms: Sequence[Form]) -> tuple[list[Sheet], list[Segment]]:
    """Return the forms that a document holds, and the parts of tables that are none."""
    forms = [form for form in forms if form.bands]  # others are sentences
    titles = sorted({title for form in forms for title in form.titles})
    sheets: list[Sheet] = []
    unknown: list[Segment] = []
    goes_on: Sheet | None = None
    between: dict[int, list[Paragraph]] = _between(document)
    for segment in segments_of(document, titles):
        rows = _rows_of(segment)
        fitting = [form for form in forms if fits(rows, form)]
        named = [form for form in fitting if segment.title in form.titles]
        before = goes_on if goes_on is not None and _follows(goes_on, segment, between) else None
        goes_on = None
        again = before is not None and before.form in fitting and _again(before, segment)
        if before is not None and again and (regions := _regions(segment, before.form)):
            before.segments.append(segment)
            origin = before.regions[0].origin
            before.regions.extend(region._replace(origin=origin) for region in regions)
            goes_on = before
        elif segment.title and len(named) == 1 and (regions := _regions(segment, named[0])):
            goes_on = Sheet(named[0], [segment], regions, ())
            sheets.append(goes_on)
        elif (
            not segment.title
            and before is not None
            and before.form in fitting
            and (regions := _regions(segment, before.form))
        ):
            before.segments.append(segment)
            origin = before.regions[0].origin
            before.regions.extend(region._replace(origin=origin) for region in regions)
            goes_on = before
        elif not segment.title and len(fitting) == 1 and (regions := _regions(segment, fitting[0])):
            told = Evidence("no title", fitting[0].id)
            goes_on = Sheet(fitting[0], [segment], regions, (told,))
            sheets.append(goes_on)
        elif not segment.title and not fitting and before is not None:
            last = before.regions[-1]
            before.segments.append(segment)
            before.regions.append(
                Region(segment, last.home, last.origin, last.head, last.bands, segment.first, segment.last)
            )
            goes_on = before
        else:
            unknown.append(segment)
    return sheets, unknown


def _between(document: Document) -> dict[int, list[Paragraph]]:
    """Return the paragraphs before each table, by its number."""
    found: dict[int, list[Paragraph]] = {1: []}
    number = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found[number].append(block)
        else:
            number += 1
            found[number] = []
    return found


def _follows(sheet: Sheet, segment: Segment, between: dict[int, list[Paragraph]]) -> bool:
    """Whether a part of a table goes on from a sheet: the next table, on another page, as many columns, nothing said between."""
    last = sheet.segments[-1]
    page = _page(segment.grid.table.place)
    return (
        segment.number == last.number + 1
        and segment.first == 1
        and last.last == last.grid.rows
        and segment.grid.columns == last.grid.columns
        and ((page is not None and page != _page(last.grid.table.place)) or _continued(segment, between))
        and all(
            _says_nothing(each) or (segment.title and title_in(each.text, (segment.title,)))
            for each in between[segment.number]
        )
    )


def _continued(segment: Segment, between: dict[int, list[Paragraph]]) -> bool:
    """Whether a table says above itself that it goes on: 支出决算表（续表）."""
    return any("续" in plain(each.text) and title_in(each.text, (segment.title,)) for each in between[segment.number])


def _totals(segment: Segment, form: Form) -> bool:
    """Whether a row of a segment is a total of the sums of its form."""
    wanted = {foot.total for band in form.bands for foot in band.foots if foot.axis == "row"}
    cells = (cell for row in range(segment.first, segment.last + 1) for cell in segment.grid.starting(row))
    return any(form.aliases.get(said, said) in wanted for said in (label(cell.text) for cell in cells))


def _again(sheet: Sheet, segment: Segment) -> bool:
    """Whether the next page, which fits its form, prints title and head of a sheet again and goes on with it: there is one total, here or there."""
    form = sheet.form
    return (
        bool(segment.title)
        and segment.title == sheet.segments[0].title
        and not (_totals(segment, form) and any(_totals(each, form) for each in sheet.segments))
    )
