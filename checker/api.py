"""The public Python API, and the whole story of one case: read the rules, read the cases, judge, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from checker.base.errors import LANGUAGES, Text, chosen
from checker.base.files import builtin
from checker.cases.case import Case
from checker.cases.files import read_bytes
from checker.engines.evaluator import evaluate
from checker.engines.outcome import Check, FollowUp, Waiver
from checker.findings.report import Report
from checker.intake.casefile import read_case_file
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.cache import read_packs, rulebook_of
from checker.rulebook.packs import Pack

ENGINES = ("evaluator", "auto", "durable")
LISTED = 50
"""Files left out that a report names."""


def check(
    cases: Case | Iterable[Case],
    book: Rulebook,
    *,
    engine: str = "evaluator",
    selected: Callable[[str], bool] = lambda rule: True,
    lang: str = "zh",
    waivers: Sequence[Waiver] = (),
    as_of: date | None = None,
    followups: Sequence[FollowUp] = (),
    left_out: Sequence[str] = (),
) -> Report:
    """Check a case, or every one of several, against the rules in force for its year, place, level and kind of unit.

    *engine* is "evaluator", "auto" (durable-rules derives every check of a case of moderate size once more, where it is
    installed) or "durable" (it must, or the check is an error). *waivers* excuse what fails, as of *as_of* or the year's end.
    Several cases are asked of one another by the rules that compare units; one by itself is not judged by these.
    *followups* say what became of findings; they are shown and change no outcome, and those of earlier years are held against it. *left_out* names files that could not be
    read: every format of the report says so. Raises ValueError for an *engine* or a *lang* ("zh", "en") that there is not.
    """
    judged, notes = judge(
        [cases] if isinstance(cases, Case) else cases,
        book,
        engine=engine,
        selected=selected,
        lang=lang,
        waivers=waivers,
        as_of=as_of,
        followups=followups,
        left_out=left_out,
    )
    report = Report.of(book, judged, lang, notes)
    if not followups:
        return report
    from checker.findings.recorded import with_records

    return with_records(report, followups, as_of, book.rules)[0]


Judged = list[tuple[Case, Plan, list[Check]]]
"""Cases with the rules in force for them and what these came to."""


def judge(
    cases: Iterable[Case],
    book: Rulebook,
    *,
    engine: str = "evaluator",
    selected: Callable[[str], bool] = lambda rule: True,
    lang: str = "zh",
    waivers: Sequence[Waiver] = (),
    as_of: date | None = None,
    followups: Sequence[FollowUp] = (),
    left_out: Sequence[str] = (),
    places: bool = True,
) -> tuple[Judged, dict[str, tuple[Text, ...]]]:
    """Return what `check` makes its report of: one of any part of it may be made as well; for *places* see `evaluate`."""
    chosen("engine", engine, ENGINES)
    chosen("lang", lang, LANGUAGES)
    judged: Judged = []
    cases = tuple(cases)
    if len(cases) > 1:
        from checker.engines.population import population

        population(cases, book, selected)
    for case in cases:
        plan = book.plan(case, selected)
        judged.append((case, plan, evaluate(plan, case, places=places)))
    notes: dict[str, tuple[Text, ...]] = {}
    if engine != "evaluator":
        judged, notes = _second_book(judged, engine)
    if waivers:
        from checker.records.waivers import waive

        judged, notes = _annotated(judged, notes, lambda checks: waive(checks, waivers, as_of))
    if followups:
        from checker.records.followup import follow

        judged, notes = _annotated(judged, notes, lambda checks: follow(checks, followups))
    if left_out and judged:
        first = min(case.file for case, _, _ in judged)
        listed = "、".join(left_out[:LISTED]) + (" …" if len(left_out) > LISTED else "")
        told = Text(
            f"有 {len(left_out)} 个文件读不了，没有检查：{listed}",
            f"{len(left_out)} file(s) could not be read and were left out: {listed}",
        )
        notes = {**notes, first: (told, *notes.get(first, ()))}
    return judged, notes


def _annotated(
    judged: list[tuple[Case, Plan, list[Check]]],
    notes: dict[str, tuple[Text, ...]],
    change: Callable[[list[Check]], tuple[list[Check], list[tuple[Check | None, Text]]]],
) -> tuple[list[tuple[Case, Plan, list[Check]]], dict[str, tuple[Text, ...]]]:
    """Put to the checks what a file says of them; what is to be said of it stands with its case, or with the first."""
    changed, told = change([check_ for _, _, checks in judged for check_ in checks])
    for check_, note in told:
        file = check_.case.file if check_ is not None else min(case.file for case, _, _ in judged)
        notes = {**notes, file: (*notes.get(file, ()), note)}
    rest = iter(changed)
    return [(case, plan, [next(rest) for _ in checks]) for case, plan, checks in judged], notes


def _second_book(
    judged: list[tuple[Case, Plan, list[Check]]], engine: str
) -> tuple[list[tuple[Case, Plan, list[Check]]], dict[str, tuple[Text, ...]]]:
    """Have durable-rules derive every check again, all cases in one go; cases too large for it keep one derivation."""
    from checker.engines.durable.engine import FACT_LIMIT, available, not_installed

    if not available():
        if engine == "durable":
            raise not_installed()
        return judged, {}
    from checker.engines.double_entry import double_entry

    small = [entry for entry in judged if engine == "durable" or entry[0].count() <= FACT_LIMIT]
    entered, notes = double_entry([c for _, _, checks in small for c in checks], strict=engine == "durable")
    by_case: dict[int, list[Check]] = {}
    for check_ in entered:
        by_case.setdefault(id(check_.case), []).append(check_)
    return [(case, plan, by_case.get(id(case), checks)) for case, plan, checks in judged], notes


def load_rules(extra: str | PathLike[str] | Iterable[str | PathLike[str]] = (), *, examples: bool = False) -> Rulebook:
    """Return the built-in rules with those of the *extra* folder or folders on top; raises InputError.

    *examples* reads the examples in the rules as well, which only testing them needs.
    """
    folders = [extra] if isinstance(extra, (str, PathLike)) else extra
    return rulebook_of(rule_packs([Path(folder) for folder in folders]), examples=examples)


def rule_packs(extra: Sequence[Path] = ()) -> list[Pack]:
    """Return the built-in rules and the *extra* folders, read and not yet understood."""
    return read_packs([builtin("rules"), *extra])


def load_case(
    source: str | PathLike[str] | bytes | Mapping[str, Any],
    book: Rulebook,
    data: bytes | None = None,
    *,
    file: str = "",
) -> Case:
    """Return a case from a file (by its path), from the bytes of one, or from a dict; raises InputError with all that is wrong.

    A dict is written like a file: the same names, amounts as text with their unit or as int or Decimal, days as text or date;
    a float is refused. *file* names the case in reports where there is no path. *data* are the bytes of the file at *source*,
    where it was read already.
    """
    if isinstance(source, Mapping):
        from checker.documents.written import written

        name = file or "case.json"
        data = written(name, source)
    elif isinstance(source, (bytes, bytearray)):
        name, data = file or ("case.json" if source.lstrip()[:1] in (b"{", b"[") else "case.yaml"), bytes(source)
    else:
        name = file or fspath(source)
        data = read_bytes(fspath(source)) if data is None else data
    return read_case_file(name, data, book.vocabulary)
