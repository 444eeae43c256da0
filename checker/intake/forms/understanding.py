"""The tables of a document → what their figures are: known forms by their files, other tables by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from checker.base.errors import Text
from checker.base.values import UNITS
from checker.cases.vocabulary import Vocabulary
from checker.intake.document import Cell, Document, Place
from checker.intake.forms.collecting import LEADS, Collected, short
from checker.intake.forms.expecting import Lack, empty, lacking, of_sets, told
from checker.intake.forms.figures import Tables
from checker.intake.forms.footing import footing
from checker.intake.forms.generic import read_unknown
from checker.intake.forms.lines import Amount, Line, amount_of, is_column_numbers, lines_of, units_of
from checker.intake.forms.model import UNIT, Band, Each, FactKind, Form, RowRule, Target
from checker.intake.forms.owner import apart
from checker.intake.forms.recognising import Region, Sheet, sheets_of
from checker.intake.forms.units import Said, said_below, same_unit, two_above
from checker.intake.forms.words import label, plain
from checker.intake.reading import Evidence, Expected, Grade, Span, Understood, Unit

HEADING = Text("表头、表名里的数", "part of the headings or the title of a form")
LABEL = Text("行名、科目编码或序号里的数", "part of the label, code or number of a row")
NOTE = re.compile(r"(?:附?注|备注|说明)\d*[:.、]")
"""How a row begins that is a note below a table."""
NUMBERS = Text("栏次", "the numbers of the columns")


def understand(document: Document, spans: Sequence[Span], vocabulary: Vocabulary, forms: Sequence[Form]) -> Understood:
    """Return what the figures in the tables of *document* are; *spans* are those of its texts. What nothing is said of stays unread."""
    found = Collected(spans)
    sheets, unknown = apart(*sheets_of(document, forms), found)
    tables = Tables(found)
    for sheet in sheets:
        _Reader(sheet, found, vocabulary, tables).read()
    tables.close()
    found.expected += of_sets(sheets, forms)
    for segment in unknown:
        read_unknown(segment, found, vocabulary)
    return found.understood()


class _Reader:
    """Reads one form of a document."""

    def __init__(self, sheet: Sheet, found: Collected, vocabulary: Vocabulary, tables: Tables) -> None:
        self.sheet = sheet
        self.tables = tables
        self.form = sheet.form
        self.found = found
        self.vocabulary = vocabulary
        self.said: dict[int, Said] = {}
        """The units that each region names below its head."""
        self.names: dict[str, tuple[str, Place]] = {}
        """The names of facts that a single cell gives, such as that of the project."""

    def read(self) -> None:
        """Read every band, then the sums, then what is proposed."""
        self._cells()
        read, lacks = 0, []
        for band in self.form.bands:
            lines: list[Line] = []
            for region in self.sheet.regions:
                if band in region.bands:
                    lines += lines_of(region, band, self.form.aliases)[1]
            if lines or any(band in region.bands for region in self.sheet.regions):
                some, lack = self._band(band, lines)
                read += some
                lacks += lack
        where = self.sheet.segments[0].grid.table.place
        if read:
            self.found.expected += [self._expected(each, where) for each in lacks]
        elif lacks:
            self.found.expected.append(empty(self.form, where))
        for region in self.sheet.regions:
            grid = region.segment.grid
            if not region.carried:
                self.found.context(
                    (cell for row in range(region.head.first, region.head.last + 1) for cell in grid.starting(row)),
                    HEADING,
                )
        for segment in self.sheet.segments:
            first = min(
                (r.head.first for r in self.sheet.regions if r.segment is segment and not r.carried),
                default=segment.first,
            )
            for row in range(segment.first, first):
                for cell in segment.grid.starting(row):
                    if not any(span.kind in ("money", "percent") for span in self.found.spans.get(cell.place, ())):
                        self.found.context([cell], HEADING)

    def _cells(self) -> None:
        """Read the single texts beside a label: the first cell with a text right of it, or that below where the row has none."""
        for segment in self.sheet.segments:
            grid = segment.grid
            for row in range(segment.first, segment.last + 1):
                for cell in grid.starting(row):
                    target = self.form.cells.get(label(cell.text))
                    if target is None:
                        continue
                    right = [each for each in grid.starting(row) if each.column > cell.column and each.text.strip()]
                    own = right[0] if right else None
                    if own is not None and label(own.text) in self.form.cells:
                        own = grid.at(row + max(1, cell.rows), cell.column)
                    if own is None or not own.text.strip() or own.state not in ("", "inserted"):
                        continue
                    text = " ".join(own.text.split())
                    if target.field == "name" and target.fact != UNIT:
                        self.names.setdefault(target.fact, (text, own.place))
                    else:
                        self._text(target, text, own)
                    self.found.context(
                        [own], Text(f"“{label(cell.text)}”里的数", f"part of the text of {label(cell.text)}")
                    )

    def _text(self, target: Target, text: str, cell: Cell) -> None:
        key = self._fact(target.fact)
        known = self.found.facts[key]
        if all(field != target.field for field, *_ in known.texts):
            self.found.facts[key] = known._replace(texts=(*known.texts, (target.field, text, cell.place)))

    def _fact(self, name: str) -> str:
        """Note a fact of the form, and those that it belongs to; return its key."""
        kind: FactKind = self.form.facts[name]
        if name == UNIT:
            return self.found.fact(UNIT, kind.entity, ())
        where = self.sheet.segments[0].grid.table.place
        parent = self._fact(kind.parent) if kind.parent else ""
        texts = tuple((field, text, where) for field, text in kind.texts)
        called = next((text for field, text in kind.texts if field == "name"), "")
        if name in self.names:
            called, own = self.names[name]
            texts = (*texts, ("name", called, own))
        lead = LEADS.get(kind.entity, kind.entity)
        if kind.entity == "three_public_line" or name in ("total", "basic", "project"):
            key = f"{lead}:{name}"
        elif kind.entity == "budget_line" and called:
            key = f"{lead}:{short(plain(called))}"
        else:  # two of them in one document are two
            key = f"{lead}:{name}:{short(where)}"
        return self.found.fact(key, kind.entity, texts, parent)

    def _expected(self, lack: Lack, where: Place) -> Expected:
        """Return what is said of a cell that is not there: as the field that it is, where it is one."""
        target = lack.rule.put.get(lack.column) if lack.rule is not None else None
        if target is None:
            return told(self.form, lack, where)
        said = told(self.form, lack, where)
        why = Text(f"{said.name.zh}：{lack.why.zh}", f"{said.name.en}: {lack.why.en}")
        return Expected(self._fact(target.fact), target.field, said.name, where, why)

    def _band(self, band: Band, lines: Sequence[Line]) -> tuple[int, list[Lack]]:
        """Read the rows of a band; return how many amounts it has, and what it lacks."""
        figures = self._figures(band)
        amounts: dict[tuple[int, str], Amount] = {}
        order: set[int] = set()
        for number, line in enumerate(lines):
            grid = line.region.segment.grid
            if line.row - line.region.first < 2:
                cells = grid.covering(line.row)
                if is_column_numbers(line, [cell.text for cell in cells if cell.text.strip()]):
                    self.found.context(cells, NUMBERS)
                    order.add(number)
                    continue
            self.found.context(filter(self._labels, line.marks), LABEL)
            for column, cell in line.cells.items():
                made = amount_of(cell, self.found.spans, column in figures)
                held = line.layout.units.get(column)
                if made is None:
                    continue
                if column in figures and not self.found.unit(made.span, held):
                    several = units_of(line.region) if held is None and made.span.unit is None else []
                    if len(several) > 1:
                        self.found.tell(two_above(grid.table.place, several))
                else:
                    amounts[number, column] = self._scaled(made, held)
        for number, column in [*amounts]:
            line = lines[number]
            held = line.layout.units.get(column)
            below = self._below(line.region)
            if column in figures and held is not None and not below.holds(line.row, held.text):
                self.found.tell(below.why(line.region.segment.grid.table.place, line.row, held.text))
                del amounts[number, column]
        kept = [line for number, line in enumerate(lines) if number not in order]
        renumbered = {number: at for at, number in enumerate(n for n in range(len(lines)) if n not in order)}
        own = {(renumbered[number], column): amount for (number, column), amount in amounts.items()}
        sums = footing(band, kept, own)
        self.tables.take(self.form, self.sheet.segments[0].title, band, kept, own, self.sheet.evidence)
        single = sum(1 for at in range(len(kept)) if any((at, column) in own for column in band.columns))
        facts = 0
        for at, line in enumerate(kept):
            rule = self._rule(band, line)
            if rule is not None and (rule.labels or single == 1):
                for column, target in rule.put.items():
                    self._put(line, column, target, own.get((at, column)), sums)
                for column in rule.ratios:
                    self._ratio(rule, line, column, own, at)
            elif rule is None and band.each is not None:
                facts += self._each(band.each, line, at, own, sums)
            if rule is None or rule.labels or single == 1:
                self._no_place(band, line, {column for column in figures if (at, column) not in own})
        return len(own) + facts, list(lacking(band, kept, own, facts))

    def _below(self, region: Region) -> Said:
        key = id(region)
        if key not in self.said:
            self.said[key] = said_below(region.segment.grid, region.first, region.last)
        return self.said[key]

    def _scaled(self, amount: Amount, table: Unit | None) -> Amount:
        """Return an amount in the unit of its table where its own cell has another: sums are of money, not of printed digits."""
        unit = amount.span.unit
        own = same_unit(unit.text) if unit is not None else ""
        if table is None or own in ("", table.text) or own not in UNITS or table.text not in UNITS:
            return amount
        size = Decimal(UNITS[own]) / UNITS[table.text]
        return amount._replace(value=amount.value * size, step=amount.step * size)

    def _labels(self, cell: Cell) -> bool:
        """Whether the numbers of a cell beside the figures are part of a label: a note, and a cell with an amount, says more."""
        amounts = any(span.kind in ("money", "percent") for span in self.found.spans.get(cell.place, ()))
        return not amounts and not NOTE.match(plain(cell.text))

    def _no_place(self, band: Band, line: Line, unsure: set[str]) -> None:
        """Say of the figures of a row that the form knows them and a case has no place for them, by row and column.

        What stands in one of the columns *unsure* is no amount that could be read, and stays unread.
        """
        own = line.cells.values()
        beside = [cell for cell in line.region.segment.grid.covering(line.row) if not any(cell is each for each in own)]
        if any(NOTE.match(plain(cell.text)) for cell in line.marks):
            return
        said = line.printed or " ".join("".join(cell.text.split()) for cell in beside if cell.text.strip())
        if not said and (band.label or band.left_of):
            return
        for column, cell in line.cells.items():
            if column in unsure:
                continue
            told = " · ".join(each for each in (self.form.title.zh, said, column.replace("/", " ")) if each)
            self.found.context([cell], Text(f"案例里没有放它的地方：{told}", f"no place in the case for it: {told}"))

    def _figures(self, band: Band) -> set[str]:
        """Return the columns whose cells are amounts of money: all but those that some rule puts elsewhere."""
        other: set[str] = set()
        rules = [target for rule in band.rows for target in rule.put.items()]
        for column, target in rules:
            entity = self.vocabulary.entities[self.form.facts[target.fact].entity]
            if entity.fields[target.field].type != "money":
                other.add(column)
        other |= {column for rule in band.rows for column in rule.ratios}
        if band.each is not None:
            fields = self.vocabulary.entities[band.each.entity].fields
            other |= {column for column, target in band.each.put.items() if fields[target.field].type != "money"}
        return set(band.columns) - other

    def _rule(self, band: Band, line: Line) -> RowRule | None:
        """Return the rule of a row: that of its label, or the one for tables without labels."""
        for rule in band.rows:
            if line.label in rule.labels if rule.labels else not band.label and not band.left_of:
                return rule
        return None

    def _grade(self, line: Line, sums: Sequence[Evidence], target: Target) -> tuple[Grade, list[Evidence]]:
        """Return how sure a figure stands where it does, and why."""
        names = {each.name for each in sums}
        evidence = [*self.sheet.evidence, *sums]
        if line.region.carried:
            evidence.append(Evidence("headings carried", line.region.head.grid.table.place.say("zh")))
        if target.doubt is not None:
            evidence.append(Evidence("doubt", f"{target.doubt.zh} / {target.doubt.en}"))
        closes = "foots" in names
        if "does not foot" in names or self.sheet.evidence or target.doubt is not None:
            return "confirm", evidence
        if line.region.carried:
            return ("read" if closes else "confirm"), evidence
        return ("certain" if closes else "read"), evidence

    def _put(
        self,
        line: Line,
        column: str,
        target: Target,
        amount: Amount | None,
        sums: dict[str, list[Evidence]],
        key: str = "",
        more: Sequence[Evidence] = (),
    ) -> None:
        """Propose the figure of a cell for a field of a fact: of that with this *key*, or of the form's own."""
        if amount is None:
            return
        grade, evidence = self._grade(line, sums.get(amount.span.id, ()), target)
        base = [Evidence("form", self.form.id), Evidence("row", line.printed), Evidence("column", column)]
        fact = key or self._fact(target.fact)
        self.found.propose(
            amount.span, fact, target.field, "used", "confirm" if more else grade, [*base, *evidence, *more]
        )

    def _ratio(self, rule: RowRule, line: Line, column: str, own: dict[tuple[int, str], Amount], at: int) -> None:
        """Propose a rate that the form works out as what the document says of its own figures."""
        amount, ratio = own.get((at, column)), rule.ratios[column]
        sources = {target[:2]: own.get((at, name)) for name, target in rule.put.items()}
        ends = [("numerator", ratio.numerator), ("denominator", ratio.denominator)]
        if (
            amount is None
            or not amount.span.unit
            or amount.span.unit.text != "%"
            or any(sources.get(end) is None for _, end in ends)
        ):
            return
        cell = line.cells[column]
        key = f"claim:{short(cell.place)}"
        text = f"{line.printed} {column} {amount.span.text}"
        self.found.fact(key, "stated_figure", (("kind", "ratio", cell.place), ("text", text, cell.place)))
        told = [Evidence("form", self.form.id), Evidence("row", line.printed), Evidence("column", column)]
        self.found.propose(amount.span, key, "rate", "stated", "read", told)
        for role, (fact, field) in ends:
            texts = (("role", role, cell.place), ("path", f"{self._fact(fact)}.{field}", cell.place))
            self.found.fact(f"operand:{short(cell.place)}.{role}", "operand", texts, key)

    def _each(
        self, each: Each, line: Line, at: int, own: dict[tuple[int, str], Amount], sums: dict[str, list[Evidence]]
    ) -> bool:
        """Read a row that is a fact of its own, such as an indicator; whether it is one."""
        if not line.label or not any(cell.text.strip() for cell in line.cells.values()):
            return False
        entity = self.vocabulary.entities[each.entity]
        place = line.marks[0].place
        key = f"{LEADS.get(each.entity, each.entity)}:{short((place, line.row))}"
        texts = [(str(entity.label), line.printed, place)]
        head, grid = line.region.head, line.region.segment.grid
        for column, field in each.texts.items():
            group = head.find([column], head.under(line.layout.band.under)).get(column)
            cell = grid.at(line.row, group[0]) if group else None
            text = " ".join(cell.text.split()) if cell is not None and cell.state in ("", "inserted") else ""
            known = self.vocabulary.enumerations.get(entity.fields[field].type)
            if known is not None:
                text = known.by_name.get(text.partition("（")[0].partition("(")[0].strip(), "")
            if cell is not None and text:
                texts.append((field, text, cell.place))
                self.found.context([cell], Text(f"“{column}”里的数", f"part of the text under {column}"))
        self.found.fact(key, each.entity, tuple(texts), self._fact(each.line) if each.line else "")
        pair = [
            (line.cells[c], own[at, c])
            for c, t in each.put.items()
            if f"{t.field}_text" in entity.fields and (at, c) in own
        ]
        differ = len(pair) == 2 and _apart(measure(*pair[0]), measure(*pair[1]))
        for column, target in each.put.items():
            said = f"{target.field}_text"
            more = [Evidence("units differ", column)] if differ and said in entity.fields else []
            if (at, column) in own:
                self._put(line, column, target, own[at, column], sums, key, more)
            elif said in entity.fields and column in line.cells:
                self._words(key, said, line.cells[column])
        return True

    def _words(self, key: str, field: str, cell: Cell) -> None:
        """Note what a cell says in words; numbers in it are part of that text."""
        text = " ".join(cell.text.split())
        if cell.unread is not None or not any(character.isalnum() for character in text):
            return
        known = self.found.facts[key]
        self.found.facts[key] = known._replace(texts=(*known.texts, (field, text, cell.place)))
        for span in self.found.spans.get(cell.place, ()):
            self.found.propose(
                span, key, field, "used", "read", [Evidence("form", self.form.id), Evidence("text", text)]
            )


def measure(cell: Cell, amount: Amount) -> str:
    """Return in what a number of a cell is measured, as printed behind it."""
    return plain(cell.text[amount.span.start :]).lstrip("0123456789.,")


def _apart(one: str, other: str) -> bool:
    """Whether two measures are not the same for sure: different words, or a percentage beside a bare number."""
    return one != other and bool((one and other) or "%" in (one, other))
