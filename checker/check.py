"""The whole story, and the public Python API: read the rules, read the cases, judge, report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from checker.case import Case
from checker.casefile.reader import read_case
from checker.casefile.source import read_source
from checker.engines.evaluator import evaluate
from checker.errors import InputError, Place, Problem, Text
from checker.outcomes import Check
from checker.report import Report
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import load_rulebook


def check(
    cases: Iterable[Case],
    book: Rulebook,
    *,
    engine: str = "evaluator",
    selected: Callable[[str], bool] = lambda rule: True,
    lang: str = "zh",
) -> Report:
    """Check every case against the rules in force for its year, place, level and kind of unit.

    *engine* is "evaluator", "auto" (durable-rules derives every check of a case of moderate size once more, where it is
    installed) or "durable" (it must, or the check is an error).
    """
    judged = []
    notes: dict[str, tuple[Text, ...]] = {}
    for case in cases:
        plan = book.plan(case, selected)
        checks = evaluate(plan, case)
        if engine != "evaluator":
            checks, notes[case.file] = _second_book(case, checks, engine)
        judged.append((case, plan, checks))
    return Report.of(book, judged, lang, notes)


def _second_book(case: Case, checks: list[Check], engine: str) -> tuple[list[Check], tuple[Text, ...]]:
    from checker.engines.durable import FACT_LIMIT, available

    if not available():
        if engine == "durable":
            told = Text("没有安装 durable-rules", "durable-rules is not installed")
            hint = Text("pip install durable-rules（需要 C 编译器）", "pip install durable-rules (needs a C compiler)")
            raise InputError([Problem("no-engine", Place(case.file), told, hint)])
        return checks, ()
    if engine == "auto" and case.count() > FACT_LIMIT:
        return checks, ()
    from checker.engines.second import double_entry

    return double_entry(case, checks, strict=engine == "durable")


def load_rules(extra: Sequence[Path] = (), *, examples: bool = False) -> Rulebook:
    """Return the built-in rules with those of the *extra* folders on top; raises InputError."""
    return load_rulebook([builtin("rules"), *extra], examples=examples)


def load_case(path: str, book: Rulebook, data: bytes | None = None) -> Case:
    """Return the case in *path* (or in *data*, when it was read already); raises InputError."""
    return read_case(read_source(path, Path(path).read_bytes() if data is None else data), book.vocabulary)


def builtin(name: str) -> Path:
    """Return the folder of built-in *name* ("rules" or "cases"), from a wheel or from a checkout."""
    shipped = Path(__file__).parent / "builtin" / name
    return shipped if shipped.is_dir() else Path(__file__).parents[1] / name
