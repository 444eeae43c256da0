"""Reads a signed review back: what does not fit is refused with its cell, and the rest goes into the rule files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.authoring.rule_review import COLUMNS, CONCLUSIONS, FILLED, fingerprint, reviewed
from checker.authoring.thresholds import VERIFIED_SAID
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.values import BadValue, parse_date
from checker.cases.files import read_bytes
from checker.documents.editing import Editor, Plain
from checker.documents.source import read_source
from checker.mapping.workbook import Workbook, letters_of
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Basis, Rule
from checker.rulebook.shapes import BASIS_KEYS, RULE_KEYS

NEEDED = ("rule", "number", "print", "conclusion", "by", "on")


class Signed(NamedTuple):
    """One conclusion: of which basis of which rule, what it comes to, by whom and when."""

    rule: Rule
    number: int
    conclusion: str
    by: str
    on: date
    opinion: str

    @property
    def basis(self) -> Basis:
        """The basis that was reviewed."""
        return self.rule.basis[self.number - 1]

    def say(self, lang: str) -> str:
        """Return what was concluded, by whom and when."""
        zh = lang == "zh"
        said = CONCLUSIONS[self.conclusion].say(lang)
        was = VERIFIED_SAID[self.basis.verified] if zh else self.basis.verified
        end = f"（{self.opinion}）" if zh and self.opinion else f" ({self.opinion})" if self.opinion else ""
        head = f"{self.rule.id} {self.basis.say(lang)}"
        if zh:
            return f"{head}：{said}，{self.by} {self.on}，原为{was}{end}"
        return f"{head}: {said}, {self.by} {self.on}, was {was}{end}"


def read_review(path: Path, book: Rulebook, rules: Sequence[Rule]) -> list[Signed]:
    """Return the conclusions of a filled-in sheet; rows without one are left out. Raises InputError with all that does not fit."""
    return _Reading(path, book, rules).signed()


class _Reading:
    def __init__(self, path: Path, book: Rulebook, rules: Sequence[Rule]) -> None:
        self.path, self.book = path, book
        self.known = {(rule.id, number): (rule, basis) for rule, number, basis in reviewed(rules)}
        self.ids = {rule.id for rule in rules}
        self.problems: list[Problem] = []
        self.columns: dict[str, int] = {}
        self.workbook = Workbook(path, read_bytes(str(path)))
        self.sheet = ""

    def wrong(self, row: int, key: str, told: Text, hint: Text | None = None) -> None:
        """Note what does not fit, with its cell."""
        cell = f"{self.path} {self.sheet}!{letters_of(self.columns.get(key, 0) + 1)}{row}"
        self.problems.append(Problem("review", Place(cell), told, hint))

    def signed(self) -> list[Signed]:
        """Return what the sheet concludes."""
        found: list[Signed] = []
        seen: dict[tuple[str, int], int] = {}
        for row, cells in self._rows():
            if not any(cells.get(key) for key in FILLED):
                continue
            one = self._row(row, cells)
            if one is None:
                continue
            key = (one.rule.id, one.number)
            if key in seen:
                self.wrong(
                    row, "number", Text(f"和第 {seen[key]} 行是同一条依据", f"the same basis as in row {seen[key]}")
                )
            seen[key] = row
            found.append(one)
        if self.problems:
            raise InputError(self.problems)
        return found

    def _rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Yield the rows below the headings, by the keys of the columns."""
        words = {word: key for key, head in COLUMNS.items() for word in head}
        for sheet in self.workbook.sheets:
            for number, cells, _ in self.workbook.rows(sheet):
                texts = [cell.text.strip().replace("\n", "") for cell in cells]
                if not self.columns:
                    heads = {words[text]: at for at, text in enumerate(texts) if text in words}
                    if not all(key in heads for key in NEEDED):
                        break  # the headings stand in the first row of the sheet that has them
                    self.columns, self.sheet = heads, sheet.name
                    continue
                broken = [at for at, cell in enumerate(cells) if cell.kind in ("error", "formula")]
                if broken:
                    self.columns.setdefault("_", broken[0])
                    cell_ = Place(f"{self.path} {self.sheet}!{letters_of(broken[0] + 1)}{number}")
                    told = Text("公式没有结果，或结果是错误", "a formula without a result, or with an error for one")
                    self.problems.append(Problem("review", cell_, told))
                yield number, {key: texts[at] for key, at in self.columns.items() if at < len(texts)}
            if self.columns:
                return
        told = Text("找不到复核表的表头", "the headings of a review sheet are not there")
        hint = Text("用 checker rules review -o 写出的表", "take the sheet that checker rules review -o writes")
        raise InputError([Problem("review", Place(str(self.path)), told, hint)])

    def _row(self, row: int, cells: Mapping[str, str]) -> Signed | None:
        """Return what one row concludes, or nothing where something of it does not fit."""
        before = len(self.problems)
        ident, number = cells.get("rule", ""), cells.get("number", "")
        known = self.known.get((ident, int(number) if number.isascii() and number.isdigit() else 0))
        if ident not in self.ids:
            self.wrong(row, "rule", Text(f"没有规则“{ident}”", f"there is no rule {ident!r}"))
        elif known is None:
            told = Text(f"这条规则没有第“{number}”条依据", f"the rule has no basis no. {number!r}")
            self.wrong(row, "number", told)
        elif cells.get("print", "") != fingerprint(self.book, *known):
            told = Text("写表以后规则或依据改过", "the rule or its basis changed since the sheet was written")
            self.wrong(row, "print", told, Text("重新写一份复核表", "write the sheet anew"))
        said = cells.get("conclusion", "")
        conclusion = next((key for key, words in CONCLUSIONS.items() if said in (*words, key)), "")
        if not conclusion:
            choices = "、".join(each.zh for each in CONCLUSIONS.values())
            told = Text(f"没有“{said}”这种结论", f"there is no conclusion {said!r}")
            self.wrong(row, "conclusion", told, Text(f"选 {choices}", "choose one of the list"))
        if not cells.get("by"):
            self.wrong(row, "by", Text("没有签名", "not signed"))
        on = self._day(row, cells.get("on", ""))
        if conclusion == "disagree" and not cells.get("opinion"):
            self.wrong(row, "opinion", Text("不同意的要写意见", "who disagrees says why"))
        if known is None or on is None or len(self.problems) > before:
            return None
        return Signed(known[0], int(number), conclusion, cells["by"], on, cells.get("opinion", ""))

    def _day(self, row: int, text: str) -> date | None:
        if not text:
            self.wrong(row, "on", Text("没有写复核日期", "no day of review"))
            return None
        try:
            return parse_date(text)
        except BadValue as bad:
            self.wrong(row, "on", bad.message, bad.hint)
            return None


def changed_files(signed: Sequence[Signed]) -> dict[str, tuple[bytes, bytes]]:
    """Return the rule files with the reviews written into their bases, as they were and as they become; disagreements change none."""
    editors: dict[str, Editor] = {}
    before: dict[str, bytes] = {}
    for one in signed:
        if one.conclusion == "disagree":
            continue
        file = one.rule.file
        if file not in editors:
            before[file] = read_bytes(file)
            editors[file] = Editor(read_source(file, before[file]))
        _write(editors[file], one)
    return {file: (before[file], editor.text.encode()) for file, editor in editors.items()}


def _write(editor: Editor, one: Signed) -> None:
    """Put conclusion, name and day into the basis of a rule file, whichever language its keys have."""
    root = editor.source.root.value
    at = next(n for n, (key, _) in enumerate(root) if key.value in ("basis", RULE_KEYS["basis"]))
    entry = (at, one.number - 1) if root[at][1].kind == "list" else (at,)
    zh = str(root[at][0].value) != "basis"
    for key, value in (
        ("verified", Plain(VERIFIED_SAID[one.conclusion]) if zh else one.conclusion),
        ("verified_by", one.by),
        ("verified_on", Plain(one.on)),
    ):
        word = BASIS_KEYS[key] if zh else key
        entries = [str(pair.key.value) for pair in editor.at(entry).entries]
        if word in entries:
            editor.put((*entry, entries.index(word)), value)
        else:
            editor.insert(entry, word, value)
