"""A table of a document that no form knows → a file of a form to begin with, which loads and reads that table as it is.

Headings, codes, labels and sums are taken from the table; every amount becomes a figure of the table. What a figure means for the
unit (its income, its budget) is left to people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from checker.base.errors import Text
from checker.cases.vocabulary import Vocabulary
from checker.intake.document import Document
from checker.intake.forms.grid import Grid, Head
from checker.intake.forms.model import UNIT, Form
from checker.intake.forms.recognising import Segment, sheets_of
from checker.intake.forms.words import TOP_NUMBERED, heading, is_title, label, plain, with_years, years_apart

LOOKED_AT = 16
"""Rows from the top of a table in which its head is looked for."""
NOTHING = Text("没有认不出的带数字的表，不用写", "there is no table with figures that is not known already")
_TOTALS = re.compile(r"(?:本年)?(?:收入|支出|资金)?(?:合计|总计|小计)")
_CODES = re.compile(r"编码|代码|^类$|^款$|^项$")
_ORDINALS = re.compile(r"序号|行次|^编号$")
_KINDS = (
    ("三公", "three_public_statement"),
    ("自评", "project_evaluation"),
    ("预算", "budget_publication"),
    ("采购", "procurement_statement"),
    ("资产", "asset_statement"),
)
_YEAR = re.compile(r"^.*?20\d\d年度?")


class Proposed(NamedTuple):
    """A band as it is proposed: the rows of its head, its columns, and the rows of figures below."""

    head: Head
    first: int
    last: int
    labels: tuple[int, ...]
    codes: tuple[int, ...]
    ordinals: tuple[int, ...]
    figures: tuple[int, ...]
    under: str = ""
    side: int = 0


def describe(document: Document, vocabulary: Vocabulary, forms: Sequence[Form], ident: str = "") -> tuple[str, Text]:
    """Return a proposal in YAML for the first table with figures that no form of *forms* knows, and what to say of it; "" for none."""
    for segment in sheets_of(document, forms)[1]:
        bands = _bands(segment)
        if bands:
            where = segment.grid.table.place
            told = Text(
                f"照 {where.say('zh') or document.name} 写的初稿：核对每一行，写明合计、各栏填到哪里，再放进规则包的 forms/",
                f"proposed from {where.say('en') or document.name}: look at every line, say where totals and columns go, "
                "then put it into forms/ of a pack of rules",
            )
            return _file(segment, bands, vocabulary, ident), told
    return "", NOTHING


def _file(segment: Segment, bands: Sequence[Proposed], vocabulary: Vocabulary, ident: str) -> str:
    title = _title(segment, bands[0].head.first)
    named = title if "算" in title else f"{title} {' '.join(_path(bands[0].head, c) for c in bands[0].figures)}"
    kind = next((kind for word, kind in _KINDS if word in named), "final_accounts")
    prints = list(dict.fromkeys(_fingerprint(segment.grid, row) for band in bands for row in _rows(band.head)))
    ident = ident if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", ident) else "new-form"
    cells = _cells(segment, bands, vocabulary)
    lines = [
        "# 从一张填好的表生成的初稿，每个数先当作表内的数。核对各行；合计和各栏是单位的什么数，写在“rows”里：",
        "# Proposed from a filled-in table, its amounts as figures of the table. Say under rows what totals and columns are:",
        "#   rows:",
        f"#     - {{label: 合计, put: {{{_quoted(_path(bands[0].head, bands[0].figures[0]))}: total.actual}}}}",
        f"form: {ident}",
        f"title: {_quoted(title)}",
        f"titles: [{_quoted(title)}]",
        f"document: {kind}",
        "instrument: {name: 规定这张表的文件没有写明, verified: no, note: 版式读自一份填好的表}",
        "fingerprint:",
        *(f"  - [{', '.join(map(_quoted, row))}]" for row in prints),
        *(["cells:", *(f"  {_quoted(name)}: {UNIT}.{field}" for name, field in cells)] if cells else []),
        "bands:",
    ]
    names: list[str] = []
    for band in bands:
        names.append(_name(title, band, len(bands) > 1, names))
        lines += _band(segment.grid, band, names[-1])
    return "\n".join(lines) + "\n"


def _title(segment: Segment, top: int) -> str:
    """Return the title of a table, without year: of the rows above its head, before it, or the name of its sheet."""
    rows = [cell.text for row in range(segment.first, top) for cell in segment.grid.starting(row) if cell.text.strip()]
    near = [text for _, text in reversed(segment.above)]
    given = [line for text in (*rows, *near, segment.grid.table.name) for line in text.splitlines() if line.strip()]
    found = next((line for line in given if is_title(line)), "") or segment.grid.table.name.strip() or "没有表名的表"
    return _YEAR.sub("", plain(found)) or plain(found)


def _rows(head: Head) -> list[int]:
    return [row for row in range(head.first, head.last + 1) if _fingerprint(head.grid, row)]


def _fingerprint(grid: Grid, row: int) -> tuple[str, ...]:
    """Return the fixed texts of a row of a head, if there are several."""
    texts = [cell.text for cell in grid.covering(row)]
    years = years_apart(map(plain, texts))
    said = [with_years(heading(text), years) for text in texts]
    fixed = tuple(text for text in said if text and "/" not in text and not re.search(r"20\d\d", text))
    return fixed if len(fixed) > 1 else ()


def _bands(segment: Segment) -> list[Proposed]:
    """Return the bands of a table, from the top down; none for a table without figures under a head."""
    grid = segment.grid
    found: list[Proposed] = []
    row = segment.first
    while row <= segment.last:
        top, first = _head(grid, row, segment.last)
        if not first:
            break
        last = next((below - 1 for below in range(first + 1, segment.last + 1) if _is_head(grid, below)), segment.last)
        found += _beside(Head(grid, top, first - 1, {}), first, last)
        row = last + 1
    return found


def _head(grid: Grid, row: int, last: int) -> tuple[int, int]:
    """Return the first row of a head from *row* on, and the first row of figures below it; zeros for none."""
    first = next(
        (
            at
            for at in range(row + 1, min(last, row + LOOKED_AT) + 1)
            if any(_amount(c.text) for c in grid.starting(at))
        ),
        0,
    )
    if not first:
        return 0, 0
    tops = [at for at in range(row, first) if len(_fingerprint(grid, at)) and not _unit_line(grid, at)]
    return (tops[0], first) if tops else (0, 0)


def _unit_line(grid: Grid, row: int) -> bool:
    return any("单位:" in plain(cell.text) or "部门:" in plain(cell.text) for cell in grid.starting(row))


def _is_head(grid: Grid, row: int) -> bool:
    """Whether another head begins in a row: several texts, none of them a figure, above rows with figures."""
    cells = [cell for cell in grid.starting(row) if cell.text.strip()]
    right = [cell for cell in cells if cell.column > 1]
    return len(cells) >= 3 and len(right) >= 2 and not any(any(c.isdigit() for c in cell.text) for cell in cells)


def _beside(head: Head, first: int, last: int) -> list[Proposed]:
    """Return the bands under one head: another begins where a label or a code follows a figure."""
    grid = head.grid
    kinds = {column: _kind(head, column, first, last) for column in range(1, grid.columns + 1)}
    groups: list[list[int]] = [[]]
    figures = False
    for column, kind in kinds.items():
        if figures and kind in ("label", "code", "ordinal"):
            groups.append([])
            figures = False
        figures = figures or kind == "figure"
        groups[-1].append(column)
    found: list[Proposed] = []
    for columns in groups:
        own = {kind: tuple(c for c in columns if kinds[c] == kind) for kind in ("label", "code", "ordinal", "figure")}
        if own["figure"]:
            found.append(Proposed(head, first, last, own["label"], own["code"], own["ordinal"], own["figure"]))
    if len(found) < 2:
        return found
    tops = [head.paths[band.figures[0]][:1] for band in found]
    if len(set(tops)) == len(tops) and all(
        head.paths[c][:1] == top for band, top in zip(found, tops, strict=True) for c in (*band.labels, *band.figures)
    ):
        return [band._replace(under=top[0]) for band, top in zip(found, tops, strict=True)]
    return [band._replace(side=number) for number, band in enumerate(found, 1)][:4]


def _kind(head: Head, column: int, first: int, last: int) -> str:
    """Return what a column holds: codes and ordinals by their heading, figures and labels by what stands there."""
    path = head.paths[column]
    texts = [
        cell.text
        for row in range(first, last + 1)
        if (cell := head.grid.at(row, column)) is not None and cell.column == column and cell.text.strip()
    ]
    if path and (_CODES.search(path[-1]) or any(_CODES.search(part) and "/" not in part for part in path[:-1])):
        return "code"
    if path and _ORDINALS.search(path[-1]):
        return "ordinal"
    if texts and all(_amount(text) or not any(c.isalnum() for c in text) for text in texts):
        return "figure" if path and all("/" not in part for part in path) else ""
    if not texts and path:  # nothing is filled in: a column of figures as those beside it
        return "figure" if column > 1 and all("/" not in part for part in path) else ""
    return "label" if texts and column <= head.grid.columns else ""


def _amount(text: str) -> bool:
    return _value(text) is not None


def _value(text: str) -> Decimal | None:
    said = plain(text).replace(",", "")
    try:
        return Decimal(said) if re.fullmatch(r"-?\d+(?:\.\d+)?", said) else None
    except InvalidOperation:
        return None


def _path(head: Head, column: int) -> str:
    return "/".join(dict.fromkeys(head.paths[column]))


def _name(title: str, band: Proposed, several: bool, taken: Sequence[str]) -> str:
    """Return what the part of a table under one head is called: by what stands above it, or by its number."""
    path = band.head.paths[(*band.codes, *band.labels, *band.figures)[0]]
    part = band.under or (path[0] if band.side and path[1:] else str(band.side or ""))
    name = f"{title}（{part}）" if several and part else title
    return name if name not in taken else f"{title}（{len(taken) + 1}）"


def _band(grid: Grid, band: Proposed, name: str) -> list[str]:
    head = band.head
    own = [text for row in _rows(head) for text in _fingerprint(grid, row)]
    if band.under:
        own = [_fingerprint(grid, head.first)[0], *[text for text in own if text == band.under], *own]
    names = list(dict.fromkeys(_path(head, column) for column in band.figures))
    lines = [f"  - head: [{', '.join(map(_quoted, dict.fromkeys(own)))}]"]
    if band.under:
        lines.append(f"    under: {_quoted(band.under)}")
    if band.side:
        lines.append(f"    side: {band.side}")
    named = [column for column in band.labels if head.paths[column]]
    if named:
        lines.append(f"    label: {_quoted(head.paths[named[-1]][-1])}")
    elif band.labels:
        lines.append(f"    left_of: {_quoted(names[0])}")
    for key, columns in (("codes", band.codes), ("ordinals", band.ordinals)):
        words = dict.fromkeys(head.paths[column][-1] for column in columns if head.paths[column])
        if words:
            lines.append(f"    {key}: [{', '.join(map(_quoted, words))}]")
    lines.append(f"    columns: [{', '.join(map(_quoted, names))}]")
    lines.append(f"    figures: {{table: {_quoted(name)}}}")
    foots = [*_across(grid, band), *_down(grid, band)]
    return [*lines, *(["    foots:", *(f"      - {{{foot}}}" for foot in foots)] if foots else [])]


def _across(grid: Grid, band: Proposed) -> list[str]:
    """Return the sum of columns that closes in every row: the first column is what the others add up to."""
    if len(band.figures) < 2:
        return []
    closed = 0
    for row in range(band.first, band.last + 1):
        values = [_value(cell.text) if (cell := grid.at(row, c)) is not None else None for c in band.figures]
        if values[0] is None:
            continue
        parts = [value for value in values[1:] if value is not None]
        if not parts or abs(values[0] - sum(parts)) > Decimal("0.02"):
            return []
        closed += 1
    names = list(dict.fromkeys(_path(band.head, column) for column in band.figures))
    return [f"column: {_quoted(names[0])}, of: [{', '.join(map(_quoted, names[1:]))}]"] if closed else []


def _down(grid: Grid, band: Proposed) -> list[str]:
    """Return the sum of rows that the labels promise: 合计 of the highest codes, or of the rows 一、二、三."""
    if not band.labels:
        return []
    marks = [
        cell.text
        for row in range(band.first, band.last + 1)
        for column in band.labels
        if (cell := grid.at(row, column)) is not None and cell.row == row and cell.text.strip()
    ]
    codes = [
        plain(cell.text)
        for row in range(band.first, band.last + 1)
        for column in band.codes
        if (cell := grid.at(row, column)) is not None
    ]
    total = next((label(mark) for mark in (*marks, *codes) if _TOTALS.fullmatch(label(mark))), "")
    if total and any(code.isdigit() for code in codes):
        return [f"row: {_quoted(total)}, of: codes"]
    if total and any(TOP_NUMBERED.match(plain(mark)) for mark in marks):
        return [f"row: {_quoted(total)}, of: numbered"]
    parts = [label(mark) for mark in dict.fromkeys(marks) if label(mark) != total]
    return [f"row: {_quoted(total)}, of: [{', '.join(map(_quoted, parts))}]"] if total and parts else []


def _cells(segment: Segment, bands: Sequence[Proposed], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the single cells beside a label that is the name of a text of the unit."""
    fields = {label(name): field for name, field in vocabulary.root.by_name.items() if field.type == "text"}
    found: dict[str, str] = {}
    for row in range(segment.first, bands[0].head.first):
        for cell in segment.grid.starting(row):
            said = label(cell.text)
            if said in fields and segment.grid.at(row, cell.column + max(1, cell.columns)) is not None:
                found.setdefault(said, fields[said].id)
    return list(found.items())


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
