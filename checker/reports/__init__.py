"""One module a format, each with `render(report, options) -> str | bytes`; formats.py is the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.named import NamedTuple
from checker.findings.identity import Baseline
from checker.findings.report import Report
from checker.reports.formats import FORMATS


class Options(NamedTuple):
    """How to print: the language, whether every check is wanted, whether colour may be used, what fails the run.

    `columns` is the width of a line of text; `papers` adds what to provide, `statistics` prints the counts by rule instead.
    `baseline` holds the findings of an earlier run, if one was given: outcome and amount in fen by fingerprint.
    `template` is the file whose styles and page a Word document takes, "" for the one that is shipped.
    """

    lang: str = "zh"
    all: bool = False
    colour: bool = False
    fail_on: str = "low"
    baseline: Baseline | None = None
    columns: int = 100
    papers: bool = False
    statistics: bool = False
    template: str = ""

    def say(self, zh: str, en: str) -> str:
        """Return the sentence in the language of the report."""
        return zh if self.lang == "zh" else en


def render(name: str, report: Report, options: Options) -> str | bytes:
    """Return *report* in the format *name*."""
    function: Callable[[Report, Options], str | bytes] = import_module(FORMATS[name].module).render
    return function(report, options)


def pieces(name: str, report: Report, options: Options) -> bytes | Iterator[bytes]:
    """Return *report* in the format *name* for a file: piece by piece where the format is made so, as it is written."""
    chunks: Callable[[Report, Options], Iterator[str]] | None = getattr(
        import_module(FORMATS[name].module), "chunks", None
    )
    if chunks is not None:
        return map(str.encode, chunks(report, options))
    content = render(name, report, options)
    return content.encode() if isinstance(content, str) else content


def named_outputs(outputs: Sequence[str], form: str | None) -> list[tuple[str, str]]:
    """Return (format, file) of each output: FORMAT=FILE, else *form*, else by the suffix; "-" is standard output.

    Raises InputError for a suffix that names no format and for a file named twice.
    """
    if not outputs:
        return [(form or "table", "-")]
    found: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for output in outputs:
        name, target = _named(output)
        name = name or form or _by_suffix(target) or ("table" if target == "-" else "")
        if not name:
            told = Text(
                f"看不出“{target}”是什么格式", f"the name {target!r} does not say which format it is to be written in"
            )
            known = ", ".join(suffix for entry in FORMATS.values() for suffix in entry.suffixes)
            hint = did_you_mean(Path(target).suffix, [s for entry in FORMATS.values() for s in entry.suffixes]) or Text(
                f"用这些后缀之一：{known}；或写 格式=文件", f"use one of these suffixes: {known}; or write FORMAT=FILE"
            )
            problems.append(Problem("unknown-format", Place(output), told, hint))
        elif any(target == other for _, other in found):
            told = Text(
                f"“{target}”写了两次，后一份会盖掉前一份", f"{target!r} is named twice; one would overwrite the other"
            )
            problems.append(Problem("same-output", Place(output), told))
        else:
            found.append((name, target))
    if problems:
        raise InputError(problems)
    return found


def _named(output: str) -> tuple[str, str]:
    name, sign, target = output.partition("=")
    return (name, target) if sign and target and name in FORMATS else ("", output)


def _by_suffix(target: str) -> str:
    lowered = target.lower()
    fitting = [(len(s), name) for name, entry in FORMATS.items() for s in entry.suffixes if lowered.endswith(s)]
    return max(fitting)[1] if fitting else ""
