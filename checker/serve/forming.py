"""Reads and changes a case through its form: what is entered must be readable, what was entered before can be taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import read_member
from checker.cases.case import Case
from checker.cases.reader import read_case
from checker.cases.vocabulary import Vocabulary
from checker.documents.source import Source, read_source
from checker.serve.folder import Entry, Folder, version
from checker.serve.form_edits import Change, Forms, entity_at, node_at
from checker.serve.form_view import Sheet, View
from checker.serve.history import History
from checker.serve.judging import Judge
from checker.serve.refusals import CHANGED, Refusal, Refused

WORKBOOK = Refusal(
    "workbook",
    409,
    Text("这个案例是 Excel 工作簿，不在页面上改", "this case is a workbook: it is not changed on the page"),
    Text(
        "在 Excel 里改，保存后刷新这一页",
        "change it in the spreadsheet, save it, and load this page anew",
    ),
)
NO_STEP = Refusal(
    "no-step",
    409,
    Text(
        "没有可撤回的改动，或文件在别处又改过", "there is nothing to take back, or the file was changed elsewhere since"
    ),
    Text("刷新这一页看最新的内容", "load this page anew"),
)
NO_CHARACTER = Refusal(
    "character",
    422,
    Text("里面有文件存不了的字符", "it holds characters that the file cannot keep"),
    Text("删去再保存", "delete them and save again"),
)


class Unfit(Exception):
    """Raised for a change after which the case would hold mistakes that it does not hold now: each with the field it stands at, "" for none."""

    def __init__(self, problems: Sequence[tuple[str, Problem]]) -> None:
        super().__init__(len(problems))
        self.problems = tuple(problems)


class Formed(NamedTuple):
    """A case as its form has it: the version of its files, its text, what is wrong with it, and its facts where it can be read."""

    version: str
    source: Source | None
    problems: tuple[Problem, ...]
    case: Case | None


class Forming:
    """The forms of the cases of one folder."""

    def __init__(self, folder: Folder, judge: Judge) -> None:
        self.folder = folder
        self.judge = judge
        self.history = History(folder)

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the rules."""
        return self.judge.book.vocabulary

    def formed(self, entry: Entry) -> Formed:
        """Return a case as it stands; raises Refused for a workbook."""
        known = version(entry)
        if entry.path.suffix.lower() == ".xlsx":
            raise Refused(WORKBOOK)
        try:
            source = read_source(entry.name, read_member(entry.path))
        except InputError as error:
            return Formed(known, None, error.problems, None)
        case, problems = self._read(source)
        return Formed(known, source, problems, case)

    def _read(self, source: Source) -> tuple[Case | None, tuple[Problem, ...]]:
        if source.root.kind != "map":
            return None, (Problem("case-shape", Place(source.file), Text("不是案例", "this is no case")),)
        try:
            return read_case(source, self.vocabulary), ()
        except InputError as error:
            return None, error.problems

    def changed(self, found: Formed, changes: Sequence[Change]) -> Source:
        """Return the text of a case with changes in it; raises Refused, InputError, Unfit."""
        if found.source is None:
            raise InputError(found.problems)
        forms = Forms(found.source, self.vocabulary)
        for change in changes:
            forms.change(change)
        source = forms.editor.source
        self._fit(found, source, changes)
        return source

    def _fit(self, found: Formed, source: Source, changes: Sequence[Change]) -> None:
        """Refuse mistakes that were not there before; a case that is being filled in may lack things as it did before."""
        before = Counter((each.code, each.place.text.strip()) for each in found.problems)
        _, problems = self._read(source)
        new = []
        for each in problems:
            key = (each.code, each.place.text.strip())
            before[key] -= 1
            if before[key] < 0:
                new.append(each)
        if not new:
            return
        named: dict[Problem, str] = {}
        for change in changes:
            for sheet in self._sheets(source, change, new):
                named |= {problem: shown.field.id for shown in sheet.fields for problem in shown.problems}
        if found.problems and not any(each in named for each in new):
            return  # what was wrong before hid it: it is told on the page, and this change is not what is wrong
        raise Unfit([(named.get(each, ""), each) for each in new])

    def _sheets(self, source: Source, change: Change, problems: Sequence[Problem]) -> list[Sheet]:
        try:
            entity = entity_at(source, change.path, self.vocabulary)
            sheet = View(source, self.vocabulary, problems).sheet(change.path, node_at(source, change.path)[0], entity)
        except Refused:
            return []
        if change.act != "add":
            return [sheet]
        return [each.sheets[-1] for each in sheet.lists if each.entity.id == change["entity"] and each.sheets]

    def save(self, entry: Entry, known: str, changes: Sequence[Change], told: Text, who: str) -> Formed:
        """Write changes into the file of the case; raises Refused where it was changed since *known*, or cannot be as wanted."""
        found = self.formed(entry)
        if found.version != known:
            raise Refused(CHANGED)
        source = self.changed(found, changes)
        before = read_member(entry.path)
        try:
            after = _bytes(source, before)
        except UnicodeEncodeError:
            raise Refused(NO_CHARACTER) from None
        if after == before:
            return found
        self.history.note(entry, before, after, told, who)
        self.folder.save(entry, known, {entry.path: after})
        return self.formed(entry)

    def undo(self, entry: Entry, known: str) -> Formed:
        """Put back what the file said before the last change; raises Refused."""
        if version(entry) != known:
            raise Refused(CHANGED)
        step = self.history.last(entry)
        if step is None:
            raise Refused(NO_STEP)
        self.folder.save(entry, known, {entry.path: step.before})
        self.history.drop(step)
        return self.formed(entry)


def _bytes(source: Source, before: bytes) -> bytes:
    """Return the text as the file had it: the same encoding, and the same ends of lines."""
    text = source.text.replace("\n", "\r\n") if b"\r\n" in before else source.text
    return text.encode(source.encoding)
