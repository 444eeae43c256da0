"""One cell of a table as people have it → the text that a case would hold; what can be read in two ways is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from checker.base.errors import Text
from checker.base.values import COUNT_WORDS, EXACT, UNIT_WORDS, UNITS, BadValue, half_width
from checker.base.width import visible
from checker.cases.marks import (
    LACKING,
    NONE_WORDS,
    NOTHING,
    OPEN,
    UNCLEAR,
    UNNUMBERED,
    Mark,
    mark_in,
    reading_of,
    unclear,
)
from checker.cases.totals import BLANKS
from checker.cases.vocabulary import Vocabulary
from checker.documents.unfilled import UNFILLED
from checker.mapping.model import PARENT, Amounts, Column, TableMap
from checker.mapping.number_formats import Shown
from checker.mapping.refusals import DOUBTS, FIGURES, apart, bad, merged
from checker.mapping.stored_numbers import DIGITS, digits_of
from checker.mapping.workbook import Given

ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
_REST = "[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]"
_GARBLED = re.compile(f"\ufffd|锟斤拷|[\u00e3-\u00e9]{_REST}{{2}}|(?:[\u00c3-\u00df]{_REST}){{2}}")
"""What is left of characters that were read in a wrong encoding and stored so."""
YUAN = ("¥", "￥", "CNY", "RMB", "人民币")
"""How a number format shows that a number is an amount in yuan."""
IDENTS = ("id", "code", "^")
"""The fields of text by which rows are told apart."""
_NUMBER = re.compile(r"([+-]?)\s*([0-9.][0-9.,'\u00a0\u202f\u2009 ]*)?(.*)", re.DOTALL)
_PARTED = re.compile(r"[^\S \u00a0\u202f\u2009\u2002\u2003]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]")
"""What parts a cell into lines or cannot be seen: a figure on both sides of it may be one number or two."""
_TIME = re.compile(r"(.*?)[ T]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\+08:?00)?", re.ASCII)
"""A day with a time of that day; under another offset than that of Beijing (Z) it may be the day before."""
_ORDERED = re.compile(r"(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})", re.ASCII)
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+?\d{1,3}", re.ASCII)


class Converter:
    """Turns the cells of one column into texts of a case; `amounts` is the unit that holds for a plain figure in it.

    `told` counts what was done to cells beyond reading them, by a sentence about it.
    """

    def __init__(self, table: TableMap, column: Column, amounts: Amounts, vocabulary: Vocabulary) -> None:
        self.table = table
        self.column = column
        self.amounts = amounts
        self.kind = column.field.type if column.field is not PARENT else "text"
        self.told: dict[Text, int] = {}
        self.decimals: set[int] = set()
        self._by_kind: Callable[[str], str] = (
            self._figure if self.kind in FIGURES else self._date if self.kind == "date" else self._text
        )
        known = vocabulary.enumerations.get(self.kind)
        self.closed = self.kind == "flag" or known is not None
        self._known: dict[str, str] = {}

    def __call__(self, given: str | Given) -> str:
        """Return the text of a cell, "" for an empty one; raises BadValue."""
        if not isinstance(given, str) and given.span is not None:
            raise merged(self.kind, given.span)
        if isinstance(given, str):
            known = self._known.get(given)
            if known is None:
                known = self._read(given)
                if len(self._known) < 20_000:
                    self._known[given] = known
            return known
        if given.doubt and given.text.strip(BLANKS):
            self._doubted(given.doubt)
        if given.kind == "text":
            return self(given.text)
        return self._stored(given)

    def _doubted(self, doubt: str) -> None:
        """Raise BadValue for a cell whose value may not hold; a raised digit in a name makes no other figure of it."""
        name = self.kind == "text" and self.column.field.id not in IDENTS
        if doubt != "marked" or not name:
            told, hint = DOUBTS[doubt]
            raise BadValue(told, hint)

    def _read(self, cell: str) -> str:
        text = cell.strip(BLANKS)
        if text in self.column.values:
            return self.column.values[text]
        if not text or text in self.table.empty_words:
            return ""
        if text in self.table.none_words or text == "无":
            return "无"
        if len(text) > 2 and not text.strip("#"):
            raise bad(
                "是列太窄时显示的 ###，导出时丢了原来的内容",
                "is the ### of a column that was too narrow: what it held was lost in the export",
                "在原表里加宽这一列，重新导出",
                "widen the column in the workbook and export it again",
            )
        if unclear(text) or (text in NONE_WORDS and self.kind != "text"):
            raise bad(
                f"“{text}”可以是无，也可以是不知道",
                f"{text!r} may mean none, or not known",
                f'写明是哪一种：写作无: ["{text}"] 或 写作空: ["{text}"]',
                f'say which: none: ["{text}"], or empty: ["{text}"]',
            )
        if self.kind == "text" and reading_of(self.column.field, text) == "none":
            return "无"
        mark = mark_in(self.column.field, text) if self.kind == "text" and self.column.field is not PARENT else None
        other = not text.isprintable() or _GARBLED.search(text) or text.upper() in ERRORS  # told of any text
        if mark is OPEN and text in UNFILLED and self._may_be_open():
            return text
        if mark is not None and not (mark is UNNUMBERED and other):
            raise self._no_content(text, mark)
        if not text.isascii() and _GARBLED.search(text):
            raise bad(
                f"“{visible(text)}”是乱码，原来的字已经丢了",
                f"{text!r} was garbled by a wrong encoding: what stood there is lost",
                "从原系统重新导出，编码选 UTF-8 或 GBK",
                "export it again, in UTF-8 or GBK",
            )
        if text.upper() in ERRORS:
            raise bad(
                f"是表格软件的错误值 {text}",
                f"is the error {text} of a spreadsheet",
                "在原表里改正公式",
                "mend the formula",
            )
        if len(text) > 3 and text.startswith('="') and text.endswith('"'):
            text = text[2:-1]  # how a spreadsheet is told to leave 001 alone
        return self._by_kind(text)

    def _may_be_open(self) -> bool:
        """Whether a row may leave the field 待填: not what tells units and rows apart."""
        field = self.column.field
        return not (field.required or self.column.of_unit or field.id in ("id", "code", "name"))

    def _no_content(self, text: str, mark: Mark) -> BadValue:
        """Return what is wrong with a text that is no content, and what to write in the mapping where it comes often.

        What is not known, or stands elsewhere, is never none, nor a cell that the report leaves empty: only 待填.
        """
        field = self.column.field
        ways: list[tuple[str, str]] = []
        if mark in (UNCLEAR, NOTHING, LACKING, UNNUMBERED):
            ways.append((f'写作无: ["{text}"]', f'none: ["{text}"]'))
        if mark not in (NOTHING, LACKING) and mark is not OPEN and self._may_be_open():
            heading = " ".join(self.column.heading.split())
            ways.append(
                (
                    f'{heading}: {{字段: {field.zh}, 对照: {{"{text}": 待填}}}}',
                    f'{heading}: {{field: {field.id}, values: {{"{text}": to_fill}}}}',
                )
            )
        hint = mark.hint
        if ways:
            zh, en = " 或 ".join(way for way, _ in ways), ", or ".join(way for _, way in ways)
            hint = Text(
                f"{hint.zh}；整列都这样写的，在对照里写 {zh}",
                f"{hint.en}; where a whole column says so, write in the mapping {en}",
            )
        return BadValue(Text(f"“{text}”{mark.told.zh}", f"{text!r} {mark.told.en}"), hint)

    def _text(self, text: str) -> str:
        if self.kind in ("text", "ref"):
            if _SCIENTIFIC.fullmatch(text):
                raise bad(
                    f"“{text}”是科学计数法，编码的后几位已经丢了",
                    f"{text!r} is in scientific notation: the last digits of a code are lost",
                    "在原表里把这一列设成文本，重新导出",
                    "make the column text and export it again",
                )
            if text.startswith("'") and len(text) > 1 and text[1].isalnum():
                raise bad(f"“{text}”以撇号开头", f"{text!r} begins with an apostrophe", "删去撇号", "delete it")
            if "\n" in text or "\r" in text or "\t" in text:
                known = self.column.field.id in IDENTS or self.kind == "ref"
                text = " ".join(text.split()) if known else text.replace("\r\n", "\n").replace("\r", "\n")
            return text
        return "".join(text.split()) if self.closed else text

    def _figure(self, text: str) -> str:
        """Return a figure with its marks as a case has them, and its unit."""
        plain = half_width(text)
        if _PARTED.search(plain):
            raise apart(text)
        if plain[:1] in ("¥", "￥") and self.kind == "money":
            if self.amounts.unit not in ("", "元"):
                raise bad(
                    f"“{text}”写的是元，这一列的单位是{self.amounts.unit}",
                    f"{text!r} is in yuan, and its column in {self.amounts.unit}",
                )
            plain = plain[1:].lstrip() + ("" if self.amounts.unit else "元")
        match = _NUMBER.fullmatch(plain)
        assert match is not None
        sign, body, rest = match[1], match[2] or "", match[3].strip()
        digits = body.rstrip(" \u00a0\u202f\u2009")
        point, group = self.table.decimal_mark, self.table.group_mark
        if group and group in digits:
            whole = digits.split(point)[0]
            if not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole) or group in digits[len(whole) :]:
                raise bad(
                    f"“{text}”的千分号不在三位一组的地方",
                    f"{text!r} is not grouped by threes",
                    "核对原表",
                    "look at the table",
                )
            digits = digits.replace(group, "")
        if point != ".":
            if "." in digits:
                raise bad(
                    f"“{text}”里有“.”，而写明的小数点是“{point}”",
                    f"{text!r} holds “.”, and the decimal mark is {point!r}",
                )
            digits = digits.replace(point, ".")
        if (
            re.search(r"\s", digits)
            or (digits and rest[:1] in (*"0123456789.,'",))
            or (digits and re.search(r"\d", rest) and rest[:1] not in "eE")
        ):
            raise apart(text)
        if "," in digits:
            raise bad(
                f"“{text}”里的逗号是千分号还是小数点，没有写明",
                f"whether the comma in {text!r} groups or is a decimal mark is not declared",
                '写 千分号: "," 或 小数点: ","',
                'write group_mark: ",", or decimal_mark: ","',
            )
        return self._united(f"{sign}{digits}", rest, text)

    def _united(self, number: str, suffix: str, text: str) -> str:
        """Return a number with the unit that its column stands in, and with the decimals declared for that."""
        unit, decimals = self.amounts
        if self.kind not in ("money", "percent", "number"):
            return number + suffix
        own = UNIT_WORDS.get(suffix, suffix)
        if not suffix and unit and self.kind in ("money", "percent"):
            suffix = own = unit
        if decimals is not None and own == unit:
            whole, _, part = number.partition(".")
            number = f"{whole}.{part.ljust(decimals, '0')}" if decimals and len(part) < decimals else number
        self.decimals.add(len(number.partition(".")[2]))
        return number + suffix

    def _date(self, text: str) -> str:
        plain = half_width(text)
        timed = _TIME.fullmatch(plain)
        plain = timed[1].strip() if timed else plain
        if re.fullmatch(r"\d{8}", plain, re.ASCII):
            return f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
        ordered = _ORDERED.fullmatch(plain)
        if ordered is None or (len(ordered[1]) == 4 and self.column.date_order in ("", "ymd")):
            return plain
        order = self.column.date_order
        if not order or order == "ymd":
            raise bad(
                f"“{text}”的年月日次序看不出来",
                f"which part of {text!r} is the day is not plain",
                "写 日期顺序: 日月年（或 月日年），或把日期写成 2020-12-31",
                "write date_order: dmy (or mdy), or write dates as 2020-12-31",
            )
        if len(ordered[4]) != 4:
            raise bad(f"“{text}”的年份不是四位", f"the year of {text!r} has not four digits")
        day, month = (ordered[1], ordered[3]) if order == "dmy" else (ordered[3], ordered[1])
        return f"{ordered[4]}-{month}-{day}"

    def _stored(self, given: Given) -> str:
        """Return the text of a cell that a workbook stores as something else than text."""
        text, kind, shown = given.text, given.kind, given.shown
        if kind == "formula":
            raise bad(
                "公式没有保存结果",
                "is a formula whose result was not kept",
                "在表格软件里打开，重新保存",
                "open and save it in the spreadsheet",
            )
        if kind == "error":
            raise bad(
                f"是表格软件的错误值 {text}",
                f"is the error {text} of a spreadsheet",
                "在原表里改正公式",
                "mend the formula",
            )
        if kind == "bool":
            if self.kind == "flag" or text in self.column.values:
                return self.column.values.get(text, text)
            raise bad(
                f"这里要写{self.column.field.zh}，却是逻辑值",
                f"{self.column.field.name('en')} is wanted here, found true or false",
                "这一格是 TRUE 或 FALSE：改成这一列该写的内容",
                "the cell holds TRUE or FALSE: write what belongs in the column",
            )
        if kind == "date":
            if self.kind == "date" and text:
                return text
            if self.kind == "date":
                raise bad(
                    "是日期格式，存的数却不是哪一天（例如 20201231）",
                    "has a date format and stores a number of no day (such as 20201231)",
                    "写成 2020-12-31",
                    "write it as 2020-12-31",
                )
            raise bad(
                f"表格软件把这一格存成了日期（{text or '不存在的日期'}）",
                f"the spreadsheet has stored a date here ({text or 'one that does not exist'})",
                "在原表里改正",
                "mend it in the workbook",
            )
        digits, done = digits_of(text)
        if self.kind in ("text", "ref"):
            if (
                done or len(digits.partition(".")[0].lstrip("-")) > DIGITS
            ):  # a spreadsheet keeps 15 and writes 0 for the rest
                raise bad(
                    f"存成了数值，{digits} 的末几位已不可靠",
                    f"is stored as a number: the last digits of {digits} are not reliable",
                    "在原表里把这一列设成文本，重新填写",
                    "make the column text and write it again",
                )
            if not shown.plain or shown.prefix or shown.suffix or shown.percent:
                raise self._otherwise(digits, shown)
            digits = self._decimal(digits, shown)
            return digits.zfill(shown.digits) if shown.digits and not digits.startswith("-") else digits
        if done == "lost":
            raise bad(
                f"数字超过 15 位，{digits} 的末几位已不可靠",
                f"has more than 15 digits: the last of {digits} are not reliable",
                "写成文本",
                "write it as text",
            )
        if self.kind == "date":
            return self._date(digits) if re.fullmatch(r"\d{8}", digits) else self._no_date(digits)
        if not shown.plain or not self._shows(digits, shown):
            raise self._otherwise(digits, shown)
        if digits in self.column.values:
            return self.column.values[digits]
        if self.kind not in FIGURES:
            return digits
        if done == "noise":
            self._tell(
                "算出来的数带有二进制尾差，按表格软件显示的 15 位读",
                "computed numbers that end in binary noise were read to the 15 digits that the spreadsheet shows",
            )
        suffix = "" if shown.suffix in YUAN else shown.suffix
        if shown.percent:
            digits, suffix = f"{Decimal(digits).scaleb(2, EXACT):f}", "%"
        digits = self._decimal(digits, shown)
        return self._united(digits, suffix, text)

    def _shows(self, digits: str, shown: Shown) -> bool:
        """Whether what a format adds to the digits leaves the value as it is stored, in the unit of its column."""
        if shown.unsigned and digits.startswith("-"):
            return False
        words = [word for word in (shown.prefix, shown.suffix) if word]
        if shown.percent:
            return self.kind in ("percent", "number") and not words
        if self.kind == "money" and any(word in YUAN for word in words):
            return len(words) == 1 and self.amounts.unit in ("", "元")
        if shown.prefix:
            return False
        if self.kind == "money":
            return not words or (shown.suffix in UNITS and self.amounts.unit in ("", shown.suffix))
        if self.kind == "count":
            return not words or shown.suffix in COUNT_WORDS
        return self.kind in FIGURES or not words

    def _otherwise(self, digits: str, shown: Shown) -> BadValue:
        return bad(
            f"存的是 {digits}，格式“{shown.text}”显示成别的数",
            f"stores {digits}, and its format {shown.text!r} shows other digits",
            "改成普通的数字格式",
            "give it a plain format",
        )

    def _no_date(self, digits: str) -> str:
        raise bad(
            f"数值 {digits} 没有设成日期格式",
            f"the number {digits} has no date format",
            "在原表里把这一列设成日期",
            "make the column a date in the workbook",
        )

    def _decimal(self, digits: str, shown: Shown) -> str:
        """Return digits with at least the decimals that are shown, or with no more than those where the mapping asks for it."""
        whole, _, part = digits.partition(".")
        most = len(part) if shown.most is None else shown.most
        finer = len(part) > most and self.kind in FIGURES
        if finer and self.table.as_shown:
            self._tell("按显示的小数位数取舍", "were rounded to the decimals that are shown")
            return f"{Decimal(digits).quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP):f}"
        if finer:
            self._tell(
                "存的小数比显示的多，按存的读；要按显示的读，写 按显示: 是",
                "hold more decimals than are shown and were read as stored; to read what is shown write as_shown: true",
            )
        if finer and self.kind == "money" and self.amounts.unit in UNITS:
            fen = Decimal(digits) * UNITS[self.amounts.unit]
            if not shown.suffix and fen != fen.to_integral_value():
                raise bad(
                    f"存的是 {digits}，比 1 分还细，显示的小数少",
                    f"stores {digits}, finer than 1 fen, and shows fewer decimals",
                    "要按显示的读，写 按显示: 是；或在原表里写成印出的数",
                    "to read what is shown write as_shown: true; or write the figure as it is printed",
                )
        return f"{whole}.{part.ljust(shown.decimals, '0')}" if shown.decimals > len(part) else digits

    def _tell(self, zh: str, en: str) -> None:
        self.told[Text(zh, en)] = self.told.get(Text(zh, en), 0) + 1
