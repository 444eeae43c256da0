"""The workbook of a case as an officer gets it: A4 landscape, heads that stay, lists to choose from, only cells to fill in unlocked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from checker.authoring.casebook import Entry, Filled, Value
from checker.authoring.casebook_choices import HEADS, LAST, Choices
from checker.authoring.casebook_guide import guide
from checker.base.errors import Text
from checker.base.width import width
from checker.cases.vocabulary import Field, Vocabulary
from checker.intake.casebook.layout import (
    ALL,
    CHOICES,
    DECIMALS,
    DOCUMENT,
    EACH,
    GUIDE,
    ITEM,
    NOT_ALL,
    NOT_DISCLOSED,
    SHAPE,
    SOURCE,
    STATES,
    TITLE,
    TRANSCRIBED,
    UNIT,
    VALUE,
    WHOLE,
    Head,
    Layout,
    layouts,
    samples,
)
from checker.intake.casebook.reader import SHEETS
from checker.reports.workbook import Book

EMPTY = 12
"""Rows with borders below what is filled in, for whoever fills them in on paper."""
PAGE = 150
"""Characters that stand side by side on a sheet of A4."""
INPUT, LOCKED, GREY = "#FFFFFF", "#DDE7F0", "#9A9A9A"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPEN = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}
"""What stays allowed on a protected sheet; there is no password."""


def workbook(made: Filled, vocabulary: Vocabulary, lang: str) -> bytes:
    """Return the workbook with what is *made* filled in; the same input, the same bytes."""
    return _Writer(made, vocabulary, lang).write()


class _Writer(Choices):
    def __init__(self, made: Filled, vocabulary: Vocabulary, lang: str) -> None:
        super().__init__(
            vocabulary,
            [
                each
                for each in layouts(vocabulary)
                if not made.sheets or each.entity.parent is None or each.entity.id in made.sheets
            ],
            lang,
            "" if made.unit in EACH else made.unit,
        )
        self.made = made
        self.book = Book(lang, TITLE.say(lang))
        self.title = self.book.format(bold=True, font_size=14, border=0, text_wrap=False)
        self.note = self.book.format(border=0, font_color="#595959", text_wrap=False)
        self.head = self.book.format(bold=True, bg_color=LOCKED, align="center", valign="vcenter", locked=True)
        self.needed = self.book.format(bold=True, bg_color="#C9DAEA", align="center", valign="vcenter", locked=True)
        self.grey = self.book.format(font_color=GREY, italic=True, bg_color="#F2F2F2", locked=True)
        self.fixed = self.book.format(bg_color="#F2F2F2", locked=True)

    def write(self) -> bytes:
        names = [layout.name(self.lang) for layout in self.layouts]
        self._guide(names)
        for layout in self.layouts:
            self._unit(layout) if layout.entity.parent is None else self._sheet(layout)
        if self.choices:
            sheet = self.book.book.add_worksheet(CHOICES.say(self.lang))
            for column, words in enumerate(self.choices):
                for row, word in enumerate(words):
                    sheet.write_string(row, column, word)
            sheet.protect()
            sheet.hide()
        return self.book.bytes()

    # ---- sheets

    def _page(self, name: str, title: str, note: str) -> Any:
        sheet = self.book.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.set_footer(f"&L{name}&C第 &P 页，共 &N 页" if self.lang == "zh" else f"&L{name}&CPage &P of &N")
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, title, self.title)
        sheet.write_string(1, 0, note, self.note)
        bare = self.book.format(border=0, text_wrap=False, locked=True)
        for row, high in enumerate((22, 15, 18)):  # above the headings no column has borders
            sheet.set_row(row, high, bare)
        sheet.protect("", _OPEN)
        return sheet

    def _guide(self, names: Sequence[str]) -> None:
        unit = self.made.root.values.get("name", Value("")).text
        sheet = self._page(
            self.say(GUIDE),
            self.say(TITLE) + (f" · {unit}" if unit else ""),
            self.say(
                Text(
                    "填好后：checker run 这个文件；随时可以检查，没填完也可以",
                    "when filled in: checker run THIS-FILE; it can be checked at any time, half filled in as well",
                )
            ),
        )
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 104)
        sheet.fit_to_pages(1, 0)
        left = self.book.format(bold=True, bg_color=LOCKED, locked=True)
        lines = [*guide(self.made.unit), (Text(*SHEETS), Text("、".join(names), ", ".join(names)))]
        for row, (name, told) in enumerate(lines, 3):
            text = self.say(told)
            sheet.write_string(row, 0, self.say(name), left)
            sheet.write_string(row, 1, text, self.book.plain)
            needed = sum(max(1, -(-width(part) // 100)) for part in text.split("\n"))
            sheet.set_row(row, 14.5 * needed + 4)

    def _unit(self, layout: Layout) -> None:
        say = self.say
        note = Text(
            "空着＝报告没有写；无＝报告写没有；待填＝还没有填。带 * 的必填",
            "empty: the report is silent; none: it says there is none; to_fill: still to come. * is required",
        )
        sheet = self._page(layout.name(self.lang), f"{say(TITLE)} · {layout.name(self.lang)}", say(note))
        for column, wide in enumerate((34, 34, 40, 34)):
            sheet.set_column(column, column, wide)
        for column, text in enumerate((ITEM, VALUE, SHAPE, SOURCE)):
            sheet.write_string(HEADS - 1, column, say(text), self.head)
        sheet.freeze_panes(HEADS, 1)
        sheet.repeat_rows(HEADS - 1)
        sheet.fit_to_pages(1, 0)
        documents = self.vocabulary.enumerations.get("document_kind")
        kinds = [documents.name(each, self.lang) for each in documents.values] if documents else []
        made = self.made
        top: tuple[tuple[Text, str, list[str], Text], ...] = (
            (
                UNIT,
                made.unit,
                [],
                Text(
                    "写在这里，也写在各栏的表头上；换单位要另写一份（--amounts）",
                    "it stands in the headings as well; for another unit begin another workbook (--amounts)",
                ),
            ),
            (
                DECIMALS,
                made.decimals,
                [],
                Text("没有写单位的金额至少有几位小数", "decimals that plain amounts have at least"),
            ),
            (
                TRANSCRIBED,
                made.transcribed,
                [say(ALL), say(NOT_ALL)],
                Text("全部：报告没有写的就是没有披露", "whole: what the report does not say is not disclosed"),
            ),
            (
                DOCUMENT,
                made.documents,
                kinds,
                Text(
                    "录的是哪种材料，可以空着；几种的用顿号隔开",
                    "the kind of document, may stay empty; several with a 、 between",
                ),
            ),
            (
                NOT_DISCLOSED,
                made.not_disclosed,
                [],
                Text(
                    "明知没有披露的栏，如 调整预算；几栏的用顿号隔开",
                    "columns known not to be disclosed, such as 调整预算; several with a 、 between",
                ),
            ),
            (
                SOURCE,
                made.root.source,
                [],
                Text("整份报告的出处，可以空着", "the source of the whole report, may stay empty"),
            ),
        )
        row = HEADS
        for name, said, words, shape in top:
            locked = name in (UNIT, DECIMALS)
            sheet.write_string(row, 0, say(name), self.head)
            sheet.write_string(row, 1, said, self.fixed if locked else self._input(None))
            sheet.write_string(row, 2, say(shape), self.fixed)
            sheet.write_blank(row, 3, None, self.fixed)
            if words:
                self.offer(sheet, row, row, 1, words)
            self._tall(sheet, row, [said, say(shape)], [34, 40])
            row += 1
        for head in layout.heads:
            assert head.field is not None
            value = made.root.values.get(head.field.id)
            sheet.write_string(row, 0, head.text(self.amounts, self.lang), self.needed if head.required else self.head)
            self._value(sheet, row, 1, value, head.field, align="left")
            shape_ = self.shape(head.field)
            sheet.write_string(row, 2, shape_, self.fixed)
            source = value.source if value is not None else ""
            sheet.write_string(row, 3, source, self._input(None))
            self._tall(sheet, row, [value.text if value else "", shape_, source], [34, 40, 34])
            words = self.words(head.field)
            if words:
                self.offer(sheet, row, row, 1, words)
            row += 1

    def _sheet(self, layout: Layout) -> None:
        say, lang = self.say, self.lang
        unit = self.amounts or say(EACH)
        note = Text(
            f"每一项写一行，从第 {HEADS + 2} 行起；第 {HEADS + 1} 行是示例，不读。空着＝报告没有写，无＝写没有，待填＝还没有填。金额单位：{unit}",
            f"one entry a row, from row {HEADS + 2} on; row {HEADS + 1} is a sample and never read. Empty: the report is silent, none: it says none, to_fill: still to come. Amounts in {unit}",
        )
        sheet = self._page(layout.name(lang), layout.name(lang), say(note))
        if layout.whole:
            sheet.write_string(2, 0, say(WHOLE), self.head)
            sheet.write_string(2, 1, self.made.whole.get(layout.entity.id, ""), self._input(None))
            told = Text(
                "这张表是不是都列全了：是、否、不详（报告没有说）；没有这类事项的写 无，还不知道的 待填",
                "whether everything is in this list: yes, no, not said (the report does not say); none where there is none, to_fill where that is not known yet",
            )
            sheet.write_string(2, 2, say(told), self.note)
            self.offer(sheet, 2, 2, 1, [say(text) for text in STATES])
        rows = self.made.rows.get(layout.entity.id, [])
        sample = samples(self.vocabulary, layout, lang)
        taken = 0
        for column, head in enumerate(layout.heads):
            text = head.text(self.amounts, lang)
            wide = self._wide(head, text)
            taken += wide
            sheet.set_column(column, column, wide, self._input(head))
            shown = re.sub(r" ?(?=[（(][^（(]*$)", "\n", text, count=1) if width(text) > wide - 2 else text
            sheet.write_string(HEADS - 1, column, shown, self.needed if head.required else self.head)
            sheet.write_string(HEADS, column, sample[head.name(lang)], self.grey)
            words = (
                [say(text) for text in STATES] if head.kind == "list" else self.words(head.field) if head.field else []
            )
            if words:
                self.offer(sheet, HEADS + 1, LAST - 1, column, words)
            target = (
                head.field.ref
                if head.field is not None
                else head.child.id
                if head.kind == "owner" and head.child
                else None
            )
            if target is not None:
                self.refer(sheet, column, target)
        lead = next(
            (
                n
                for n, head in enumerate(layout.heads, 1)
                if head.field is not None and head.field.id == layout.entity.label
            ),
            2,
        )
        sheet.set_row(HEADS - 1, 44)
        sheet.freeze_panes(HEADS, min(lead, 4))
        sheet.repeat_rows(HEADS - 1)
        pages = -(-taken // PAGE)
        if pages > 1:
            sheet.repeat_columns(0, min(lead, 4) - 1)
            sheet.print_across()
        sheet.fit_to_pages(pages, 0)
        for number in range(max(len(rows), 1) + EMPTY):
            self._row(sheet, HEADS + 1 + number, layout, rows[number] if number < len(rows) else Entry())
        sheet.print_area(0, 0, HEADS + max(len(rows), 1) + EMPTY, len(layout.heads) - 1)
        sheet.autofilter(HEADS - 1, 0, HEADS + max(len(rows), 1) + EMPTY, len(layout.heads) - 1)

    def _row(self, sheet: Any, row: int, layout: Layout, entry: Entry) -> None:
        texts, wides = [], []
        for column, head in enumerate(layout.heads):
            text = ""
            if head.kind == "field" and head.field is not None:
                value = entry.values.get(head.field.id)
                text = value.text if value is not None else ""
                self._value(sheet, row, column, value, head.field)
                if value is not None:
                    self._note(sheet, row, column, value)
            else:
                if head.kind == "owner":
                    text = entry.owner
                elif head.kind == "list" and head.child is not None:
                    text = entry.lists.get(head.child.id, "")
                elif head.kind == "source":
                    text = entry.source
                self._text(sheet, row, column, text, self.fixed if head.kind == "mark" else self._input(head))
            texts.append(text)
            wides.append(self._wide(head, head.text(self.amounts, self.lang)))
        self._tall(sheet, row, texts, wides)

    # ---- cells

    def _value(self, sheet: Any, row: int, column: int, value: Value | None, field: Field, **given: Any) -> None:
        form = self._input(Head("field", "", "", field), **given)
        if value is None:
            sheet.write_blank(row, column, None, form)
        elif value.number is not None:
            sheet.write_number(row, column, value.number, self._figure(field, value.decimals, **given))
        elif field.type == "date" and _ISO.fullmatch(value.text) and (day := _day(value.text)) is not None:
            sheet.write_datetime(row, column, day, form)
        else:
            self._text(sheet, row, column, value.text, self._input(None) if field.type not in ("text", "ref") else form)
        if value is not None and field.entity == self.vocabulary.root.id:
            self._note(sheet, row, column, Value("", None, 0, "", value.inferred, value.derived))

    def _text(self, sheet: Any, row: int, column: int, text: str, form: Any) -> None:
        if text:
            sheet.write_string(row, column, text, form)
        else:
            sheet.write_blank(row, column, None, form)

    def _note(self, sheet: Any, row: int, column: int, value: Value) -> None:
        """Put beside a value where it was read, and whether it was inferred or derived."""
        zh = self.lang == "zh"
        lines = [f"{self.say(SOURCE)}{'：' if zh else ': '}{value.source}"] if value.source else []
        lines += ["推断" if zh else "inferred"] * value.inferred + ["推算" if zh else "derived"] * value.derived
        if lines:
            sheet.write_comment(row, column, "\n".join(lines), {"author": "", "x_scale": 1.6})

    def _input(self, head: Head | None, **given: Any) -> Any:
        """Return the format of cells that are filled in: codes and names stay as they are typed, days look like days."""
        kind = head.field.type if head is not None and head.field is not None else ""
        if head is not None and head.kind == "mark":
            return self.fixed
        if head is not None and head.field is not None and kind in ("money", "percent", "number", "count", "year"):
            return self._figure(head.field, -1, **given)
        form = {"date": "yyyy-mm-dd"}.get(kind, "@")
        return self.book.format(
            bg_color=INPUT, locked=False, num_format=form, **({"align": "left"} if kind == "date" else {})
        )

    def _figure(self, field: Field, decimals: int, **given: Any) -> Any:
        """Return the format of a figure: never fewer decimals than are typed, so that what is seen is what is read."""
        least = (
            int(self.made.decimals or 0)
            if field.type == "money" and self.amounts and self.made.decimals.isdigit()
            else 0
        )
        least = max(least, decimals)
        group = "#,##0" if field.type == "money" else "0"
        form = f"{group}.{'0' * least}{'#' * 6}" if least > 0 else "General"
        return self.book.format(bg_color=INPUT, locked=False, num_format=form, **{"align": "right", **given})

    def _wide(self, head: Head, text: str) -> int:
        if head.kind == "mark":
            return 6 if self.lang == "zh" else 11  # 列全, all listed stand above it
        kind = head.field.type if head.field is not None else ""
        if head.kind == "source":
            return 22
        if head.field is not None and kind == "text":
            return 12 if head.field.id in ("id", "code") else 22
        if kind == "ref" or head.kind == "owner":
            return 16
        return min(16, max(11, -(-width(text) // 2) + 2))

    def _tall(self, sheet: Any, row: int, texts: Sequence[str], wides: Sequence[float]) -> None:
        lines = 1
        for text, wide in zip(texts, wides, strict=True):
            lines = max(
                lines, sum(max(1, -(-width(part) // max(1, int(wide) - 2))) for part in text[:3000].split("\n"))
            )
        sheet.set_row(row, min(400, 14 * lines + 4))


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= 1901 else None
