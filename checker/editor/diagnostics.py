"""Everything that is wrong with an open file, each where it stands, with what to write instead: as the commands say it, but of all parts at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.authoring.examples import Result, run_examples
from checker.authoring.lint import lint, unanswered
from checker.base.errors import InputError, Place, Problem, Text
from checker.editor.documents import FOLLOWUP, OTHER, PACK, WAIVERS, Document, Range
from checker.editor.mending import mended, source_of
from checker.editor.shelf import View
from checker.engines.outcome import OUTCOME_NAMES
from checker.records.followup import read_followup
from checker.records.waivers import read_waivers
from checker.rulebook.packs import Part, pack_of
from checker.rulebook.rule import Rule

ERROR, WARNING, INFORMATION, HINT = 1, 2, 3, 4
LINTS = (
    "always-true",
    "always-false",
    "unmeetable-when",
    "unused-parameter",
    "parameter-dates",
    "instrument-ended",
    "message-without-value",
    "literal-threshold",
    "missing-language",
    "not-linear",
)
"""The lints that take no time; the others are for `checker rules lint`."""
MOST = 200
"""Problems of one file that are told."""


class Diagnostic(NamedTuple):
    """One thing wrong with a file: where, how grave, and the problem as the commands tell it."""

    range: Range
    severity: int
    problem: Problem

    def say(self, lang: str) -> str:
        """Return what is said of it, with what to do on a line of its own."""
        told = self.problem.message.say(lang)
        return told if self.problem.hint is None else f"{told}\n→ {self.problem.hint.say(lang)}"


def diagnostics(view: View) -> list[Diagnostic]:
    """Return what is wrong with the file of *view*, in the order of the file."""
    document = view.document
    if view.kind == OTHER or not document.text.strip():
        return []
    whole = mended(document)
    broken = bool(whole.left_out)
    found = [Diagnostic(_range(document, problem.place), ERROR, problem) for problem in whole.problems]
    for problem in _read(view):
        if broken and problem.code in ("required", "case-shape"):
            continue  # it may stand in a line that cannot be read
        if int(problem.place.line) in whole.left_out or (broken and _stands(problem, document, whole.left_out)):
            continue
        found.append(Diagnostic(_range(document, problem.place), ERROR, problem))
    rule = rule_of(view)
    if rule is not None and not broken:
        found += _examples(view, rule)
        if not found:
            found += _doubts(view, rule)
    unique = {(each.range, each.problem.code, each.problem.message): each for each in found}
    return sorted(unique.values(), key=lambda each: (each.range, each.severity))[:MOST]


def _stands(problem: Problem, document: Document, left_out: frozenset[int]) -> bool:
    """Whether a name that is not known stands in a line that cannot be read."""
    if problem.code not in ("expression:unknown-name", "no-rule"):
        return False
    names = re.findall("“([^”]+)”", problem.message.zh)
    return any(name in document.line(number - 1) for name in names for number in left_out)


def rule_of(view: View) -> Rule | None:
    """Return the rule that the file states, where it can be read."""
    return next((rule for rule in view.book.rules.values() if rule.file == view.document.path), None)


def _read(view: View) -> Iterator[Problem]:
    """Yield what its readers say of the file; of its pack what stands nowhere else."""
    document = view.document
    yield from (problem for problem in view.problems if problem.place.file == document.path)
    try:
        if view.kind == WAIVERS:
            read_waivers(source_of(document), view.book)
        elif view.kind == FOLLOWUP:
            read_followup(source_of(document), view.book)
        elif view.kind == PACK:
            pack_of(document.path, (Part("pack.yaml", document.path, mended(document).text.encode()),))
    except InputError as error:
        yield from error.problems


def _range(document: Document, place: Place) -> Range:
    """Return the stretch that a problem marks: what is at its place, of the whole file its first line."""
    if not place.line:
        return document.range(0, len(document.line(0)))
    start = document.spot(int(place.line), place.column)
    stop = document.spot(int(place.line), 1) + len(document.line(int(place.line) - 1))
    if start >= stop:  # behind the end of a line: its last character
        return document.range(max(start - 1, document.spot(int(place.line), 1)), stop)
    return document.range(start, min(start + max(1, place.width), stop))


def _examples(view: View, rule: Rule) -> Iterator[Diagnostic]:
    """Yield the examples of a rule that come to something else than they say."""
    for result in run_examples(view.book, rules=[rule]):
        for problem in result.problems:
            yield Diagnostic(_range(view.document, problem.place), ERROR, problem)
        if not result.holds and not result.problems and rule.source is not None:
            problem = Problem("example-differs", rule.source.place(result.example.node), _differs(result), _MEND)
            yield Diagnostic(_range(view.document, problem.place), WARNING, problem)


_MEND = Text("改正规则的条件，或改正这个示例", "mend the rule's condition, or this example")
_OTHERS = {"none": Text("没有这个对象", "no such subject"), "not_in_force": Text("未施行", "not in force")}


def _differs(result: Result) -> Text:
    if result.outcome == result.example.outcome:
        parts = [f"{what.zh}要“{one.zh}”，得到“{two.zh}”" for what, one, two in result.unlike]
        english = [f"{what.en}: wanted {one.en}, came to {two.en}" for what, one, two in result.unlike]
        if result.value is not None:
            parts.append("取值和示例写的不同")
            english.append("its value is not the one that the example states")
        return Text("示例：" + "；".join(parts), "example: " + "; ".join(english))
    one, two = (
        OUTCOME_NAMES.get(each) or _OTHERS.get(each, Text(each, each))
        for each in (result.example.outcome, result.outcome)
    )
    return Text(f"示例要“{one.zh}”，得到“{two.zh}”", f"example: wanted {one.en}, came to {two.en}")


def _doubts(view: View, rule: Rule) -> Iterator[Diagnostic]:
    """Yield what the quick lints doubt about a rule."""
    for problem in unanswered(lint(view.book, [rule], LINTS), [rule]):
        if problem.place.file == view.document.path:
            severity = HINT if problem.code == "missing-language" else INFORMATION
            yield Diagnostic(_range(view.document, problem.place), severity, problem)
