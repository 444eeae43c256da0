"""The whole story of an overview: cases one after the other, each judged as its own report has it, summed up and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from checker.api import judge, rule_packs
from checker.base.collector import by_hand, settled
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.telling import Telling
from checker.base.typography import fold
from checker.cases.case import Case
from checker.cases.files import read_bytes
from checker.engines.outcome import FollowUp, Waiver
from checker.engines.population import Population
from checker.findings.identity import Earlier
from checker.findings.over_years import PastUnit, by_owner, rules_key, with_past
from checker.findings.recorded import Recorded, names_of, shared
from checker.findings.report import Report, noted_by_file
from checker.findings.units_overview import Overview
from checker.records.stated import read_followup_files, read_waiver_files
from checker.reports import Options
from checker.rulebook.book import Rulebook
from checker.rulebook.cache import rulebook_of
from checker.rulebook.rule import Rule
from checker.rulebook.selection import choice, rule_ids
from checker.units.reading import Cases, cases_of
from checker.units.results import batch_in
from checker.units.writing import Wanted, Writing

CHECKING = Text("检查", "checking")


class Request(NamedTuple):
    """What is looked at, by which rules, and what is to be written of it; *tables* says where those of a batch lie now."""

    paths: tuple[str, ...]
    wanted: Wanted
    rules: tuple[str, ...] = ()
    lang: str = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    everything: bool = False
    colour: bool = False
    columns: int = 100
    fail_on: str = "low"
    waivers: tuple[str, ...] = ()
    as_of: date | None = None
    followup: tuple[str, ...] = ()
    baseline: str | None = None
    same_unit: bool = False
    keep_going: bool = False
    template: str = ""
    tables: str | None = None
    history: str | None = None


class Surveyed(NamedTuple):
    """What came of it: the overview, what belongs on the screen, what is told below it, files not read, the exit code."""

    view: Overview
    screens: tuple[str, ...]
    remarks: tuple[Text, ...]
    left_out: dict[str, InputError]
    code: int


def survey(request: Request, tell: Telling) -> Surveyed:
    """Judge every unit and write what is wanted; raises InputError with everything that is wrong, before anything is written."""
    batch = batch_in(request.paths)
    folders = request.rules or (batch.rules if batch is not None else ())
    book = rulebook_of(rule_packs([Path(folder) for folder in folders]))
    if batch is not None:
        batch.check_rules(book.sha256)
    wanted = rule_ids(book, request.select) or (tuple(batch.selected) if batch is not None else ())
    selected = choice(wanted, rule_ids(book, request.ignore))
    past = past_in(request.history)
    waived, recorded = read_waiver_files(request.waivers, book), read_followup_files(request.followup, book)
    said = Said(waived, recorded, request.as_of, book.rules, past)
    options = Options(
        request.lang,
        request.everything,
        request.colour,
        request.fail_on,
        columns=request.columns,
        template=request.template,
    )
    writing = Writing(request.wanted, options, baseline_of(request.baseline), past)
    paths = request.paths if batch is None else batch.paths(request.tables)
    with ExitStack() as stack, settled(), by_hand():
        everyone = Population(book, selected)
        cases = cases_of(
            paths,
            book.vocabulary,
            tell,
            stack,
            same_unit=request.same_unit or batch is not None,  # a batch has refused twins, or taken them
            keep_going=request.keep_going,
            batch=batch,
            asked=everyone if everyone else None,
        )
        said.records.shared = shared(cases.names)
        elsewhere = batch is not None and batch.made.get("engine", "duckdb") != "duckdb"  # there, nobody asked
        others = everyone if everyone and len(cases) > 1 and not elsewhere else None
        reports = judged(cases, book, selected, request.lang, said, tell, others)
        asked = frozenset(filter(selected, book.rules))
        notes = chain(said.unused(), () if batch is None else batch.differing(writing.units, asked & batch.selected))
        by = rules_key(book.sha256, book.rules, selected)
        view = writing.write(reports, tuple(cases.left_out), notes, unkept=said.records.unkept, by=by)
    code = 4 if batch is not None and batch.disagreements else view.exit_code()
    return Surveyed(view, tuple(writing.screens()), writing.remarks(), cases.left_out, code)


def past_in(history: str | None) -> tuple[PastUnit, ...]:
    """Return what a history keeps; nothing where none is named."""
    if history is None:
        return ()
    from checker.units.history import read

    return read(history)


def baseline_of(file: str | None) -> Earlier | None:
    """Return an earlier run; nothing where none is named."""
    if file is None:
        return None
    from checker.records.comparison import read_run

    run = read_run(file, read_bytes(file))
    return Earlier(file, run.findings, run.years)


class Said:
    """What people state of checks: of each case what speaks of it; what speaks of none is told at the end."""

    def __init__(
        self,
        waivers: Sequence[Waiver],
        followups: Sequence[FollowUp],
        as_of: date | None,
        loaded: Mapping[str, Rule],
        past: Sequence[PastUnit] = (),
    ) -> None:
        self.waivers, self.followups, self.as_of = waivers, followups, as_of
        self.records = Recorded(followups, as_of, loaded)
        self.past = by_owner(past) if past else None
        self.used: set[int] = set()

    def of(self, case: Case) -> tuple[list[Waiver], list[FollowUp]]:
        """Return the waivers and the entries of follow-up of one case."""
        code, name = (str(case.root.values.get(key) or "") for key in ("code", "name"))
        units = names_of(code, name, self.records.shared)
        found = (
            [each for each in several if fold(each.unit) in units and each.year == case.year]
            for several in (self.waivers, self.followups)
        )
        waivers, followups = found
        self.used |= {id(each) for each in (*waivers, *followups)}
        return waivers, followups  # type: ignore[return-value]

    def over_years(self, report: Report) -> Report:
        """Return the report of one case with what earlier years and what was said in them add to it."""
        if self.past is not None:
            report = with_past(report, self.past)
        (part,) = report.cases
        told = self.records.of(part)[1]
        return noted_by_file(report, {part.case.file: told}, self.records.earlier)

    def unused(self) -> Iterator[Text]:
        """Yield what is to be said of those that speak of no case, and of the records of earlier years, once all cases were judged."""
        from checker.records.waivers import waive

        for _, note in waive((), [each for each in self.waivers if id(each) not in self.used], self.as_of)[1]:
            yield note
        yield from self.records.told()


def judged(
    cases: Cases,
    book: Rulebook,
    selected: Callable[[str], bool],
    lang: str,
    said: Said,
    tell: Telling,
    others: Population | None = None,
) -> Iterator[Report]:
    """Yield the report of each case, which knows what the *others* give; raises InputError where no rule holds for any of them."""
    checks = 0
    for case in tell.steps(cases, CHECKING, len(cases), 2):
        if others is not None:
            others.tell(case)
        waivers, followups = said.of(case)
        entries, notes = judge([case], book, selected=selected, waivers=waivers, as_of=said.as_of, followups=followups)
        report = Report.of(book, entries, lang, notes)
        checks += len(report.results)
        yield said.over_years(report)
    if not checks:
        told = Text("没有一条规则适用于这些案例，什么也没有检查", "no rule applies to these cases: nothing was checked")
        raise InputError([Problem("nothing-checked", Place(""), told)])
