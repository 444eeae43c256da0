"""A folder of documents → a draft for each unit: one file is one unit, a sub-folder is one unit with several files.

What is done and has not changed is not done again: beside the drafts stands a record of what they were made from. A file that
cannot be read is named and stops nothing; a draft that somebody changed is never replaced.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import NONE, Decisions
from checker.intake.decision_file import SUFFIX, beside, read_decisions
from checker.intake.decisions import Confirmed, confirmed
from checker.intake.document import Document
from checker.intake.importing import Way, understood
from checker.intake.isolated import read_apart
from checker.intake.numbers import held
from checker.intake.reading import Reading
from checker.intake.reading_file import written
from checker.intake.standing import GRADES, STATUSES, standing

RECORD, TABLE = "checker-import.json", "checker-import.csv"
"""What stands beside the drafts: what they were made from, and the table of all of them."""
FORMAT = "checker-import-folder/1"
_OF_PROGRAMS = ("thumbs.db", "desktop.ini")
RESULTS = {
    "failed": Text("读不了", "not read"),
    "partial": Text("有文件读不了", "some files not read"),
    "empty": Text("里面没有数", "no number in it"),
    "open": Text("要人看", "to be looked at"),
    "complete": Text("完成", "complete"),
}
"""What became of a unit, the worst first."""
COLUMNS = {
    "name": Text("单位或文件", "unit or file"),
    "result": Text("结果", "result"),
    "files": Text("文件数", "files"),
    "numbers": Text("数", "numbers"),
    "used": Text("填进草稿", "in the draft"),
    "stated": Text("自报数", "claims"),
    "restated": Text("重复", "said again"),
    "context": Text("不是本单位的数", "no figures of the unit"),
    "unread": Text("没有读懂", "not understood"),
    "certain": Text("有两处印证", "borne out twice"),
    "read": Text("有明确的字样", "by an explicit word"),
    "confirm": Text("要人确认", "to be confirmed"),
    "conflicts": Text("互相矛盾", "contradictions"),
    "expected": Text("应有而没有找到", "expected, not found"),
    "stopped": Text("没有采用的部分", "parts not used"),
    "problems": Text("问题", "problems"),
}


class Task(NamedTuple):
    """A unit to be read: its name below the folder, and its files."""

    name: str
    files: tuple[Path, ...]


class Row(NamedTuple):
    """What became of a unit: a word of `RESULTS`, how many files, the counts of its numbers, what could not be read."""

    name: str
    result: str
    files: int
    counts: dict[str, int]
    problems: tuple[tuple[str, str], ...] = ()
    again: bool = False
    """Whether it was done before and is as it was; no part of the record."""

    def cells(self, lang: str) -> list[str]:
        """Return the row as it is written: a cell that a spreadsheet would reckon with is a text."""
        told = "；".join(Text(*each).say(lang) for each in self.problems)
        counts = [str(self.counts.get(key, "")) for key in (*list(COLUMNS)[3:-1],)]
        return [_text(each) for each in (self.name, RESULTS[self.result].say(lang), str(self.files), *counts, told)]


def _text(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def tasks_in(folder: Path) -> list[Task]:
    """Return the units of a folder in order: each of its own files, and every folder below with the files right in it.

    Hidden files and what programs leave behind (~$报告.docx) are no documents.
    """
    found: list[Task] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        own = [
            Path(here) / name
            for name in sorted(names)
            if not name.startswith((".", "~$"))
            and name.lower() not in _OF_PROGRAMS
            and not name.lower().endswith((SUFFIX, ".import.json"))
        ]
        at = Path(here).relative_to(folder)
        if at == Path():
            found += [Task(each.name, (each,)) for each in own]
        elif own:
            found.append(Task(at.as_posix(), tuple(own)))
    return sorted(found)


class Folder:
    """Reads the units of a folder into another; `key` stands for the rules and the program that drafts depend on."""

    def __init__(
        self,
        out: Path,
        vocabulary: Vocabulary,
        ways: Sequence[Way],
        key: str,
        lang: str,
        force: bool = False,
        large: bool = False,
    ) -> None:
        self.out = out
        self.vocabulary = vocabulary
        self.ways = ways
        self.key = key
        self.lang = lang
        self.force = force
        self.large = large
        self.done: dict[str, Any] = self._record()
        self.before = frozenset(self.done)

    def _record(self) -> dict[str, Any]:
        """Return what was done before; a record that is none, or of other rules, is that nothing was."""
        try:
            data = json.loads((self.out / RECORD).read_bytes())
            known = data["done"] if data["format"] == FORMAT else {}
            return {
                str(name): {part: dict(each[part]) for part in ("files", "drafts", "row")} | {"key": str(each["key"])}
                for name, each in known.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}

    def rows(self, tasks: Sequence[Task], jobs: int) -> Iterator[Row]:
        """Yield what became of each unit, in order; *jobs* files are read at a time, and no more is kept than these."""
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            waiting: list[tuple[Task, Future[_Content]]] = []
            for task in tasks:
                waiting.append((task, pool.submit(_content, task, self._same(task), self.large)))
                if len(waiting) > jobs:
                    first, content = waiting.pop(0)
                    yield self._row(first, content.result())
            for first, content in waiting:
                yield self._row(first, content.result())

    def _same(self, task: Task) -> dict[str, str] | None:
        """Return the digests of the files of a unit that was done by the same rules and whose draft is there."""
        known = self.done.get(task.name)
        if known is None or known["key"] != self._key(task) or not all(path.is_file() for path in self._drafts(task)):
            return None
        return dict(known["files"])

    def _decisions(self, task: Task) -> Path:
        return Path(beside(str(self._drafts(task)[0])))

    def _key(self, task: Task) -> str:
        """Return what the draft of a unit depends on besides its files: rules, program, and what people decided."""
        try:
            return f"{self.key}/{_digest(self._decisions(task).read_bytes())}"
        except OSError:
            return self.key

    def _decided(self, task: Task, problems: list[Problem]) -> Decisions:
        """Return what people decided about the draft of a unit; a file that is wrong is told, and decides nothing."""
        path = self._decisions(task)
        if not path.is_file():
            return NONE
        try:
            return read_decisions(str(path), self.vocabulary)[0]
        except InputError as error:
            problems += error.problems
            return NONE

    def _drafts(self, task: Task) -> tuple[Path, Path]:
        return self.out / f"{task.name}.yaml", self.out / f"{task.name}.import.json"

    def _row(self, task: Task, content: _Content) -> Row:
        if content.documents is None:
            return Row(**{**self.done[task.name]["row"], "again": True})
        problems = [*content.problems]
        row = Row(task.name, "failed", len(task.files), {})
        files: dict[Path, bytes] = {}
        if content.documents:
            reading = understood(content.documents, self.vocabulary, self.ways)
            case, found = self._drafts(task)
            decided = confirmed(reading, self.vocabulary, self._decided(task, problems))
            made = {
                case: (_missing(content.problems) + decided.text).encode(),
                found: written(reading).encode(),
            }
            changed = self._changed(task, made)
            if changed is None:
                files = made
                row = row._replace(counts=_counts(reading, decided), result=_result(reading, problems, decided))
            else:
                problems.append(changed)
        row = row._replace(problems=tuple((_said(each, "zh"), _said(each, "en")) for each in problems))
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.done[task.name] = {
            "key": "" if problems else self._key(task),
            "files": content.digests,
            "drafts": {path.relative_to(self.out).as_posix(): _digest(data) for path, data in files.items()}
            or self.done.get(task.name, {}).get("drafts", {}),
            "row": {k: v for k, v in row._asdict().items() if k != "again"},
        }
        write_files({**{str(path): data for path, data in files.items()}, str(self.out / RECORD): self._recorded()})
        return row

    def _recorded(self) -> bytes:
        return (json.dumps({"format": FORMAT, "done": self.done}, ensure_ascii=False, sort_keys=True) + "\n").encode()

    def _changed(self, task: Task, made: dict[Path, bytes]) -> Problem | None:
        """Return what is wrong where a draft is there that is not as it was written: somebody worked on it."""
        written_before = self.done.get(task.name, {}).get("drafts", {})
        for path, data in made.items():
            if self.force or not path.is_file():
                continue
            there = path.read_bytes()
            if there != data and _digest(there) != written_before.get(path.relative_to(self.out).as_posix()):
                told = Text("草稿被改动过，没有重写", "the draft was changed by somebody; it was not written anew")
                hint = Text("改名留存，或加 --force", "keep it under another name, or add --force")
                return Problem("exists", Place(str(path)), told, hint)
        return None

    def gone(self, tasks: Iterable[Task]) -> list[str]:
        """Return the units that were done before and are not there any more; their drafts stay, the record forgets them."""
        left = sorted(self.before - {task.name for task in tasks})
        for name in left:
            self.done.pop(name, None)
        return left

    def close(self, rows: Sequence[Row]) -> None:
        """Write the table of all units."""
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow([each.say(self.lang) for each in COLUMNS.values()])
        table.writerows(row.cells(self.lang) for row in rows)
        write_files(
            {
                str(self.out / TABLE): b"\xef\xbb\xbf" + text.getvalue().encode(),
                str(self.out / RECORD): self._recorded(),
            }
        )


class _Content(NamedTuple):
    """What was read of the files of a unit; `documents` is None where they are as they were when it was done before."""

    documents: tuple[Document, ...] | None
    digests: dict[str, str]
    problems: tuple[Problem, ...]


def _content(task: Task, known: dict[str, str] | None, large: bool) -> _Content:
    """Read the files of a unit, each in a process of its own, tables of any length if *large*; what cannot be read is a problem."""
    given: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for path in task.files:
        try:
            given[path] = read_member(path)
        except InputError as error:
            problems += error.problems
    digests = {path.name: _digest(data) for path, data in given.items()}
    if not problems and digests == known:
        return _Content(None, digests, ())
    documents: list[Document] = []
    for path, data in given.items():
        try:
            documents.append(held(*read_apart(data, path.name, large=large)))
        except InputError as error:
            problems += error.problems
    return _Content(tuple(documents), digests, tuple(problems))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _missing(problems: Sequence[Problem]) -> str:
    """Return what a draft says first of files that could not be read."""
    return "".join(f"# 这个文件没有读进来：{' '.join(_said(each, 'zh').split())}\n" for each in problems)


def _said(problem: Problem, lang: str) -> str:
    hint = problem.hint.say(lang) if problem.hint is not None else ""
    arrow = " → " if hint else ""
    return f"{Path(problem.place.file).name}: {problem.message.say(lang)}{arrow}{hint}"


def _counts(reading: Reading, decided: Confirmed) -> dict[str, int]:
    """Return where the numbers went, and how many things are still to be looked at."""
    found, pending = standing(reading), decided.pending
    return {
        "numbers": len(reading.spans),
        **{status: found.statuses[status] for status in STATUSES},
        **{grade: found.grades[grade] for grade in GRADES},
        "confirm": len(pending.confirm),
        "conflicts": len(pending.conflicts),
        "expected": len(pending.expected),
        "stopped": found.stopped,
    }


def _result(reading: Reading, problems: Sequence[Problem], decided: Confirmed) -> str:
    if problems:
        return "partial"
    if not reading.spans:
        return "empty"
    return "open" if decided.pending.items or decided.lost else "complete"
