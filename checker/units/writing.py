"""What is written of many units: an overview in several formats, a page of each beside it, and reports under names made of theirs.

Each file is made as its unit is judged, and none is in place before all are whole. No two units share a file, and nothing is
replaced that was not written here before.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from importlib import import_module
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple
from urllib.parse import quote

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.frozen import changed
from checker.base.naming import base_of, check_pattern, filled, folded, safe
from checker.base.outputs import Target, write_files
from checker.base.own_files import OwnFiles
from checker.findings.identity import Earlier
from checker.findings.over_years import PastUnit
from checker.findings.recorded import Unkept
from checker.findings.report import CaseReport, Report
from checker.findings.unit_entry import UnitEntry, entry_of
from checker.findings.units_overview import Overview, overview
from checker.reports import Options, pieces
from checker.reports.formats import FORMATS
from checker.units.reading import COLLECTED

SCREEN = "-"


class Form(NamedTuple):
    """One format of the overview: its module, the endings of its files, whether it is bytes, whether it has pages beside it.

    One that is `streamed` has lines for each unit under one heading, written as the unit is judged.
    """

    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    pages: bool = False
    streamed: bool = False


FORMS = {
    "text": Form("checker.reports.overview_text", (".txt",)),
    "html": Form("checker.reports.overview_html", (".html", ".htm"), pages=True),
    "xlsx": Form("checker.reports.overview_xlsx", (".xlsx",), True),
    "json": Form("checker.reports.overview_json", (".json",)),
    "csv": Form("checker.reports.csv_report", (".csv",), streamed=True),
}
"""The formats of the overview; a module is imported only when its format is asked for."""


class Wanted(NamedTuple):
    """What is to be written: overviews and reports of each unit, as pairs of a format and a file, "-" or a pattern."""

    overviews: tuple[tuple[str, str], ...]
    reports: tuple[tuple[str, str], ...] = ()

    def targets(self) -> list[Target]:
        """Return where is written, for whoever refuses what must not be."""
        found = [Target(target, FORMS[form].suffixes) for form, target in self.overviews if target != SCREEN]
        found += [Target(each, folder=True) for each in self.folders()]
        return found

    def folders(self) -> list[str]:
        """Return the folders that many files are written into, each once."""
        pages = [pages_of(target) for form, target in self.overviews if FORMS[form].pages and target != SCREEN]
        return list(dict.fromkeys([*pages, *(base_of(pattern) for _, pattern in self.reports)]))


def overview_form(target: str) -> str:
    """Return the format of an overview by the name of its file; raises InputError for a name that says none."""
    found = [name for name, form in FORMS.items() if target.lower().endswith(form.suffixes)]
    if target == SCREEN:
        return "text"
    if found:
        return found[0]
    known = [suffix for form in FORMS.values() for suffix in form.suffixes]
    told = Text(f"总览不能写成“{target}”", f"an overview cannot be written as {target!r}")
    hint = did_you_mean(Path(target).suffix, known) or Text(
        f"用这些后缀之一：{'、'.join(known)}；每个单位一份的写 '报告/{{单位}}.docx'",
        f"use one of {', '.join(known)}; for a report of each unit write 'reports/{{unit}}.docx'",
    )
    raise InputError([Problem("unknown-format", Place(target), told, hint)])


def check_reports(reports: Iterable[tuple[str, str]]) -> None:
    """Refuse patterns that stand for no files; raises InputError."""
    for form, pattern in reports:
        check_pattern(pattern)
        if not pattern.lower().endswith(FORMATS[form].endings):
            told = Text(f"“{pattern}”的后缀不是 {form} 的", f"{pattern!r} does not end like {form}")
            raise InputError([Problem("unknown-format", Place(pattern), told)])


def pages_of(target: str) -> str:
    """Return the folder of the pages of units beside an overview."""
    path = Path(target)
    return str(path.with_name(f"{path.stem}.units"))


class Writing:
    """Takes the reports of units one by one and writes what is wanted of them; `overview` is there once all is written."""

    def __init__(
        self,
        wanted: Wanted,
        options: Options,
        baseline: Earlier | None = None,
        past: tuple[PastUnit, ...] = (),
    ) -> None:
        check_reports(wanted.reports)
        self.wanted, self.options, self.baseline, self.past = wanted, options, baseline, past
        self.units: list[UnitEntry] = []
        self.titles: dict[str, Text] = {}
        self.rulebook = ""
        self.owned = {folder: OwnFiles(folder) for folder in wanted.folders()}
        self.taken: dict[str, str] = {}
        self.keys: set[str] = set()
        self.made: list[Path] = []
        self.opened = ExitStack()
        self.streams: dict[str, IO[bytes]] = {}
        self.view: Overview | None = None

    @property
    def alone(self) -> bool:
        """Whether a file of each unit is wanted: then every report that is taken must speak of one unit."""
        streamed = any(FORMS[form].streamed for form, _ in self.wanted.overviews)
        return streamed or bool(self.wanted.folders())

    def write(
        self,
        reports: Iterable[Report],
        left_out: tuple[str, ...] = (),
        notes: Iterable[Text] = (),
        also: Iterable[tuple[str, bytes | Iterable[bytes]]] = (),
        unkept: Iterable[Unkept] = (),
        by: str = "",
    ) -> Overview:
        """Write everything, and what else is to be written (*also*), all or nothing; *notes* and *unkept* are asked for at the end.

        *by* tells the rules from those of other runs.
        """
        try:
            write_files(chain(also, self._files(reports, left_out, notes, unkept, by)))
        except BaseException:
            for folder in reversed(self.made):
                with suppress(OSError):
                    folder.rmdir()
            raise
        finally:
            self.opened.close()
        assert self.view is not None
        return self.view

    def screens(self) -> list[str]:
        """Return the overviews that belong on the screen."""
        assert self.view is not None
        return [
            str(_render(form, self.view, self.options, {}))
            for form, target in self.wanted.overviews
            if target == SCREEN
        ]

    def remarks(self) -> tuple[Text, ...]:
        """Return what is to be told of the files of earlier runs that were not written this time."""
        left = [str(Path(folder) / name) for folder, own in self.owned.items() for name in own.left]
        if not left:
            return ()
        listed = "、".join(left[:3]) + (" …" if len(left) > 3 else "")
        return (
            Text(
                f"上次写的 {len(left)} 个文件这次没有写，还在原处：{listed}",
                f"{len(left)} files of an earlier run were not written this time and are still there: {listed}",
            ),
        )

    def _files(
        self,
        reports: Iterable[Report],
        left_out: tuple[str, ...],
        notes: Iterable[Text],
        unkept: Iterable[Unkept],
        by: str,
    ) -> Iterator[tuple[str, bytes | Iterator[bytes]]]:
        pages: dict[str, dict[str, str]] = {}
        plain = self.options._replace(colour=False, columns=100)
        for number, report in enumerate(reports, 1):
            for part in report.cases:
                entry = self._entry(report, part)
                yield from self._of_unit(report, entry, plain, pages)
            if number % COLLECTED == 0:
                gc.collect()
        self.view = overview(
            self.units,
            self.titles,
            self.rulebook,
            baseline=self.baseline,
            left_out=left_out,
            notes=tuple(notes),
            past=self.past,
            unkept=tuple(unkept),
            by=by,
        )
        for form, target in self.wanted.overviews:
            if target in self.streams:
                yield target, _whole(self.streams[target])
            elif target != SCREEN:
                content = _render(form, self.view, plain, pages.get(target, {}))
                yield target, content.encode() if isinstance(content, str) else content
        for own in self.owned.values():
            self._folder(Path(own.path).parent)
            yield own.path, own.listed()

    def _of_unit(
        self, report: Report, entry: UnitEntry, plain: Options, pages: dict[str, dict[str, str]]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the files of one unit, whose report is *report*."""
        if self.alone and len(report.cases) != 1:
            raise AssertionError("a file of a unit is made of a report on that unit alone")
        words = {name: said.say(self.options.lang) for name, said in entry.words.items()}
        for form, pattern in self.wanted.reports:
            made = pieces(form, report, plain)
            data = made if isinstance(made, bytes) else b"".join(made)
            yield self._own(base_of(pattern), filled(pattern, words), data, entry)
        for form, target in self.wanted.overviews:
            if FORMS[form].streamed:
                self._lines(form, target, report, plain)
            if FORMS[form].pages and target != SCREEN:
                folder = pages_of(target)
                name = safe(f"{entry.unit}-{words['year']}-{entry.key}.html")
                page = _page(report, plain, f"../{Path(target).name}")
                pages.setdefault(target, {})[entry.key] = quote(f"{Path(folder).name}/{name}")
                yield self._own(folder, str(Path(folder) / name), page.encode(), entry)

    def _lines(self, form: str, target: str, report: Report, options: Options) -> None:
        """Put the lines of one unit behind those of the units before it, in a file that nobody else sees."""
        lines: Iterator[str] = import_module(FORMS[form].module).chunks(report, options)
        head = next(lines)
        if target not in self.streams:
            self.streams[target] = self.opened.enter_context(TemporaryFile())  # noqa: SIM115 - closed with all others
            self.streams[target].write(head.encode())
        for line in lines:
            self.streams[target].write(line.encode())

    def _entry(self, report: Report, part: CaseReport) -> UnitEntry:
        entry = entry_of(part, self.options.fail_on, self.baseline.findings if self.baseline else None)
        alike = 1
        while entry.key in self.keys:  # of tables, two cases may have no file to tell them apart
            alike += 1
            entry = changed(entry, key=f"{entry.key[:12]}-{alike}")
        self.keys.add(entry.key)
        self.units.append(entry)
        self.titles.update((rule, shown.title) for rule, shown in report.rules.items())
        self.rulebook = report.rulebook
        return entry

    def _own(self, folder: str, path: str, data: bytes, entry: UnitEntry) -> tuple[str, bytes]:
        """Return what goes to a file of one unit, once it is sure that it is no other's."""
        key = folded(path)
        if key in self.taken:
            raise InputError([_shared(path, self.taken[key], entry.unit)])
        self.taken[key] = entry.unit
        self.owned[folder].take(path, data)
        self._folder(Path(path).parent)
        return path, data

    def _folder(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self.made.append(each)


def _whole(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield all that was written to a file, from its beginning."""
    stream.seek(0)
    while block := stream.read(1 << 20):
        yield block


def _shared(path: str, one: str, other: str) -> Problem:
    told = Text(f"“{one}”和“{other}”会写到同一个文件", f"{one!r} and {other!r} would be written to the same file")
    hint = Text("文件名里加上 {年度}、{代码} 或 {文件}", "add {year}, {code} or {file} to the name")
    return Problem("same-output", Place(path), told, hint)


def _render(form: str, view: Overview, options: Options, pages: Mapping[str, str]) -> str | bytes:
    module: Any = import_module(FORMS[form].module)
    made: str | bytes = module.render(view, options, pages) if form != "text" else module.render(view, options)
    return made


def _page(report: Report, options: Options, back: str) -> str:
    from checker.reports.overview_html import unit_page

    return unit_page(report, options, back)
