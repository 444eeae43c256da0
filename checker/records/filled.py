"""Reads a workbook that people have filled in: its lines by their keys, and every cell that does not fit with its place.

Lines may have been sorted, filtered, added and deleted. What is read is never guessed: a sheet, a heading or a key that was
changed is a problem, and so is a cell that holds something else than its column is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean, unreadable
from checker.base.values import BadValue
from checker.base.width import visible
from checker.mapping.workbook import Given, Sheet, Workbook, letters_of
from checker.records.filled_cells import WORDS, value_of
from checker.records.forms import KEY, KEY_HEADS, KEYS, KEYS_ALONE, KEYS_FORMAT, Form
from checker.records.keys import Address, joint

LOOKED_AT = 20
"""Rows in which the headings are looked for."""


class Cell(NamedTuple):
    """What one cell says, a text on one line or a day; `place` names file, sheet and cell."""

    value: str | date
    place: Place


class Line(NamedTuple):
    """One line of a sheet: the row's place, the checks it stands for, and the cells that say something, by column."""

    place: Place
    key: str
    addresses: tuple[Address, ...]
    cells: Mapping[str, Cell]
    blanks: Mapping[str, Place]

    def text(self, name: str) -> str:
        """Return the text of a cell; nothing where it is empty."""
        cell = self.cells.get(name)
        return cell.value if cell is not None and isinstance(cell.value, str) else ""

    def day(self, name: str) -> date | None:
        """Return the day of a cell; None where it is empty."""
        cell = self.cells.get(name)
        return cell.value if cell is not None and isinstance(cell.value, date) else None

    def at(self, name: str) -> Place:
        """Return the place of a cell, empty or not."""
        return self.cells[name].place if name in self.cells else self.blanks.get(name, self.place)


class Filled:
    """A workbook with its keys; what is wrong with it is gathered in `problems`, what is to be told in `notes`."""

    def __init__(self, file: str) -> None:
        """Open the workbook; raises InputError for a file that is none, or has no keys."""
        self.file = file
        self.problems: list[Problem] = []
        self.notes: list[Text] = []
        self.book = _opened(file)
        self.alone = False
        """Whether the workbook was written without details."""
        self.keys = self._keys()
        self.marked = [sheet for sheet in self.book.sheets if sheet.name not in KEYS and self._head(sheet) is not None]

    def place(self, sheet: str, column: int = 0, row: int = 0) -> Place:
        """Return the place of a sheet, a row or a cell; columns count from 1."""
        cell = f"!{letters_of(column) if column else ''}{row}" if row else ""
        return Place(f"{self.file} {sheet}{cell}")

    def wrong(self, code: str, place: Place, told: Text, hint: Text | None = None) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, place, told, hint))

    def known(self) -> frozenset[str]:
        """Return the fingerprints that the workbook speaks of."""
        return frozenset(address.fingerprint for several in self.keys.values() for address in several)

    def _keys(self) -> dict[str, tuple[Address, ...]]:
        sheet = next((each for each in self.book.sheets if each.name in KEYS), None)
        anew = Text(
            "请用检查程序重新写出工作簿，照抄已填的内容",
            "have the checker write the workbook anew, and copy what was filled in",
        )
        if sheet is None:
            told = Text(
                f"没有隐藏的工作表“{KEYS.zh}”，认不出每一行是哪个问题",
                f"the hidden sheet {KEYS.en!r} is missing: which line is which problem is not known",
            )
            raise InputError(
                [
                    Problem(
                        "no-keys",
                        Place(self.file),
                        told,
                        Text(
                            "要整个工作簿，不能只复制一个工作表；" + anew.zh,
                            "give the whole workbook and no copy of one sheet; " + anew.en,
                        ),
                    )
                ]
            )
        found: dict[str, list[Address]] = {}
        broken: list[int] = []
        form = ""
        for number, cells, _ in self.book.rows(sheet):
            texts = [cell.text for cell in cells] + [""] * len(KEY_HEADS)
            if number == 1:
                form, self.alone = texts[0], texts[1] == KEYS_ALONE
            elif number > 2:
                address = Address(*texts[2 : len(KEY_HEADS)])
                found.setdefault(texts[0], []).append(address)
                broken += [number] if address.fingerprint != texts[1] else []
        if form != KEYS_FORMAT or not found:
            told = Text(
                f"隐藏的工作表“{sheet.name}”不是检查程序写的",
                f"the hidden sheet {sheet.name!r} was not written by the checker",
            )
            raise InputError([Problem("no-keys", self.place(sheet.name), told, anew)])
        for key, several in found.items():
            fingerprints = [address.fingerprint for address in several]
            if key != joint(fingerprints) and [key] != fingerprints:
                broken.append(0)
        if broken:
            told = Text(f"隐藏的工作表“{sheet.name}”被改动过", f"the hidden sheet {sheet.name!r} was changed")
            raise InputError([Problem("keys-changed", self.place(sheet.name, 0, min(broken)), told, anew)])
        return {key: tuple(several) for key, several in found.items()}

    def _head(self, sheet: Sheet) -> tuple[int, list[str]] | None:
        """Return the row of the headings of a sheet, and these without blanks; None for a sheet that has no key."""
        for number, cells, _ in self.book.rows(sheet):
            texts = ["".join(cell.text.split()) for cell in cells]
            if any(text in _squeezed(KEY) for text in texts):
                return number, texts
            if number >= LOOKED_AT:
                return None
        return None

    def lines(self, form: Form, forms: tuple[Form, ...], one: bool) -> list[Line]:
        """Return the lines of a sheet that have a key, in their order; *forms* are all that the workbook may hold.

        *one* says that a line is of one check and its key a fingerprint. Of two lines of one key that say the same, one is
        returned.
        """
        sheet = self._sheet(form, forms)
        if sheet is None:
            return []
        head = self._head(sheet)
        if head is None:
            told = Text(
                f"前 {LOOKED_AT} 行里没有表头（“{KEY.zh}”等）",
                f"no headings ({KEY.en!r} and the others) in its first {LOOKED_AT} rows",
            )
            self.wrong(
                "heading", self.place(sheet.name), told, Text("恢复原来的表头", "put back the headings that were there")
            )
            return []
        columns = self._columns(form, sheet, *head)
        if columns is None:
            return []
        at, key_at = columns
        found: dict[str, Line] = {}
        copied: list[tuple[Line, Line]] = []
        hidden: list[int] = []
        left: list[int] = []
        label = () if form.label is None else _squeezed(form.label)
        named = next((column for column, text in enumerate(head[1]) if text in label), None)
        single = {address.fingerprint: (address,) for several in self.keys.values() for address in several}
        for number, cells, unseen in self.book.rows(sheet):
            if number <= head[0]:
                continue
            cells += [Given("")] * (max(key_at, *at.values()) + 1 - len(cells))
            key = cells[key_at].text.strip()
            taken = {name: cells[column] for name, column in at.items()}
            if not key and cells[key_at].span is None:
                given = [name for name, each in taken.items() if each.text.strip()]
                about = "state" if "state" in taken else given[0] if len(given) > 1 else ""
                if about and ("state" not in taken or taken["state"].text.strip() in WORDS):
                    told = Text(
                        "这一行没有键，不知道填的是哪个问题",
                        "this line has no key: which problem it speaks of is not known",
                    )
                    self.wrong(
                        "no-key",
                        self.place(sheet.name, at[about] + 1, number),
                        told,
                        Text(
                            f"填在原来的行里；自己加的行不要填{form.columns[about].head.zh}",
                            f"fill in the line that was there; leave {form.columns[about].head.en} empty in lines of your own",
                        ),
                    )
                elif any(each.text.strip() or each.kind == "formula" for each in taken.values()):
                    left.append(number)
                continue
            addresses = single.get(key) if one else self.keys.get(key)
            if addresses is None:
                told = Text(f"没有键“{key}”", f"there is no key {key!r}")
                hint = Text(
                    "键不能改动；恢复原来的键，或删去这一行",
                    "keys must not be changed: put back the one that was there, or delete the line",
                )
                self.wrong("unknown-key", self.place(sheet.name, key_at + 1, number), told, hint)
                continue
            year = int(addresses[0].year) if addresses[0].year else 0
            line = self._line(sheet, number, key, addresses, taken, at, form, year)
            if named is not None and line.cells:
                self._goes_with(sheet, number, named, cells, addresses[0])
            hidden += [number] if unseen and line.cells else []
            before = found.get(key)
            if before is None:
                found[key] = line
            elif not line.cells:
                continue
            elif _says(before) == _says(line):
                copied.append((before, line))
            elif not before.cells:
                found[key] = line
            else:
                told = Text(
                    f"和第 {before.place.file.rpartition('!')[2]} 行是同一个键，填的却不同",
                    f"has the key of row {before.place.file.rpartition('!')[2]} and says something else",
                )
                differing = next(
                    name
                    for name in form.columns
                    if before.text(name) != line.text(name) or before.day(name) != line.day(name)
                )
                self.wrong("repeated", line.at(differing), told, Text("删去其中一行", "delete one of the two lines"))
        if set(single if one else self.keys) - set(found):
            for (
                before,
                line,
            ) in copied:  # a line copied over another: what was filled in there would be lost without a word
                told = Text(
                    f"和第 {before.place.file.rpartition('!')[2]} 行是同一个键，另有一行的键不见了",
                    f"has the key of row {before.place.file.rpartition('!')[2]}, and the key of another line is gone",
                )
                hint = Text(
                    "不要整行复制；从新写的工作簿取回原来的行，或删去其中一行",
                    "do not copy whole lines: take the line back from a workbook written anew, or delete one of the two",
                )
                self.wrong("repeated", line.at(next(iter(form.columns))), told, hint)
        self._tell(sheet, hidden, left)
        return list(found.values())

    def _goes_with(self, sheet: Sheet, number: int, column: int, cells: list[Given], address: Address) -> None:
        """Refuse a line that names another subject than its key stands for: a part of the columns was sorted, or moved."""
        said = cells[column].text if column < len(cells) else ""
        if "".join(said.split()) in ("", "".join(visible(address.label).split())):
            return
        told = Text(
            f"这一行写的是“{said}”，键却是“{address.label}”的",
            f"this line names {said!r}, and its key stands for {address.label!r}",
        )
        hint = Text(
            "排序、移动要整行一起；从新写的清单取回原来的行",
            "sort and move whole lines: take the line back from a list written anew",
        )
        self.wrong("moved", self.place(sheet.name, column + 1, number), told, hint)

    def _tell(self, sheet: Sheet, hidden: list[int], left: list[int]) -> None:
        for numbers, zh, en in (
            (hidden, "行被隐藏或筛掉了，填的内容照样采用", "hidden or filtered out, and read all the same"),
            (left, "行没有键，没有采用", "without a key, and not taken"),
        ):
            if numbers:
                named = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
                self.notes.append(
                    Text(f"{self.file} {sheet.name}：第 {named} {zh}", f"{self.file} {sheet.name}: rows {named}: {en}")
                )

    def _sheet(self, form: Form, forms: tuple[Form, ...]) -> Sheet | None:
        named = [sheet for sheet in self.book.sheets if sheet.name in form.sheet]
        others = {name for each in forms for name in each.sheet}
        strays = [sheet.name for sheet in self.marked if sheet.name not in others]
        if not named:
            names = [sheet.name for sheet in self.book.sheets if sheet.name not in KEYS]
            told = Text(f"没有工作表“{form.sheet.zh}”", f"there is no sheet {form.sheet.en!r}")
            hint = (
                Text(
                    f"把“{strays[0]}”改回原来的名称“{form.sheet.zh}”",
                    f"call the sheet {strays[0]!r} {form.sheet.en!r} again",
                )
                if strays
                else did_you_mean(form.sheet.zh, names)
                or Text("有：" + "、".join(names), "there are: " + ", ".join(names))
            )
            self.wrong("no-sheet", Place(self.file), told, hint)
            return None
        there = all(any(sheet.name in each.sheet for sheet in self.book.sheets) for each in forms)
        twice = [sheet.name for sheet in named[1:]] + (strays if form is forms[0] and there else [])
        for name in twice:
            told = Text(
                f"一个文件里有两份：“{named[0].name}”和“{name}”",
                f"one file holds two of them: {named[0].name!r} and {name!r}",
            )
            self.wrong("two-ledgers", self.place(name), told, Text("只留一份", "keep one of them"))
        return named[0]

    def _columns(self, form: Form, sheet: Sheet, row: int, texts: list[str]) -> tuple[dict[str, int], int] | None:
        found: dict[str, int] = {}
        whole = True
        for name, head in (*((name, column.head) for name, column in form.columns.items()), ("key", KEY)):
            places = [number for number, text in enumerate(texts) if text in _squeezed(head)]
            if len(places) == 1:
                found[name] = places[0]
                continue
            whole = False
            told = (
                Text(f"没有表头“{head.zh}”", f"the heading {head.en!r} is missing")
                if not places
                else Text(
                    f"表头“{head.zh}”有 {len(places)} 个", f"the heading {head.en!r} is there {len(places)} times"
                )
            )
            self.wrong(
                "heading",
                self.place(sheet.name, 0, row),
                told,
                Text("恢复原来的表头", "put back the headings that were there"),
            )
        return (found, found.pop("key")) if whole else None

    def _line(
        self,
        sheet: Sheet,
        number: int,
        key: str,
        addresses: tuple[Address, ...],
        taken: dict[str, Given],
        at: dict[str, int],
        form: Form,
        year: int,
    ) -> Line:
        cells: dict[str, Cell] = {}
        blanks: dict[str, Place] = {}
        for name, given in taken.items():
            place = self.place(sheet.name, at[name] + 1, number)
            try:
                value = value_of(given, form.columns[name], year)
            except BadValue as bad:
                self.wrong("cell", place, bad.message, bad.hint)
                value = None
            if value:
                cells[name] = Cell(value, place)
            else:
                blanks[name] = place
        return Line(self.place(sheet.name, 0, number), key, addresses, cells, blanks)


def _squeezed(text: Text) -> tuple[str, ...]:
    return tuple("".join(each.split()) for each in text)


def _says(line: Line) -> dict[str, str | date]:
    return {name: cell.value for name, cell in line.cells.items()}


def _opened(file: str) -> Workbook:
    def refuse(zh: str, en: str, hint: Text) -> InputError:
        return InputError([Problem("workbook", Place(file), Text(zh, en), hint)])

    again = Text("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in a spreadsheet program and save it as .xlsx")
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise InputError([Problem("unreadable", Place(file), unreadable(error))]) from None
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refuse(
                "工作簿加了密码",
                "the workbook has a password",
                Text("去掉密码再存一次", "save it without the password"),
            )
        raise refuse("是旧版工作簿（.xls、.et）", "is an old workbook (.xls, .et)", again)
    if not data.startswith(b"PK\x03\x04"):
        raise refuse("不是 Excel 工作簿（.xlsx）", "is no Excel workbook (.xlsx)", again)
    book = Workbook(Path(file))
    if not book.sheets:
        raise refuse(
            "里面没有工作表，可能是 Word 文档改了名称",
            "holds no sheet; it may be a Word document by another name",
            again,
        )
    return book


def all_lines(lines: list[Line]) -> Iterator[tuple[Address, Line]]:
    """Yield each check that lines speak of, with its line."""
    for line in lines:
        for address in line.addresses:
            yield address, line
