"""The report: every finding of a run, gathered into numbered problems with their money counted once, as data that formats print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from decimal import localcontext
from functools import cached_property
from typing import Any

from checker.base.errors import LANGUAGES, Text, chosen
from checker.base.named import NamedTuple
from checker.base.values import EXACT
from checker.cases.case import Case
from checker.cases.papers import WHOM
from checker.engines.outcome import SEVERITY_ORDER, Check, Ledger
from checker.findings.case_shown import CaseShown
from checker.findings.data import Data
from checker.findings.finding import Finding
from checker.findings.overview import Bridge, Lines, Whole, budget_lines, overrun_bridge, whole_of
from checker.findings.papers import papers_of, routine_of
from checker.findings.problems import CLASSES, ProblemGroup, counted, gathered
from checker.findings.remembered import Remembered
from checker.findings.rule_shown import RuleShown
from checker.findings.sections import verdict
from checker.findings.shown import unit_of
from checker.findings.stakes import at_stake
from checker.rulebook.book import NotInForce, Plan, Rulebook
from checker.rulebook.rule import Parameter


class Paper(NamedTuple):
    """One document to provide, whom to ask for it, the numbers of the problems it settles, and for how many subjects."""

    text: str
    whom: str
    problems: tuple[int, ...]
    subjects: int


def noted(report: Report, notes: Sequence[Text]) -> Report:
    """Return a report on one case with more to say of it."""
    (part,) = report.cases
    return noted_by_file(report, {part.case.file: notes})


def noted_by_file(
    report: Report, notes: Mapping[str, Sequence[Text]], earlier: Mapping[str, Text] | None = None
) -> Report:
    """Return a report with more to say of the cases of some files; of a file with several cases it stands with the first.

    *earlier* is what earlier years say of findings, by fingerprint.
    """
    rest = {file: tuple(told) for file, told in notes.items() if told}
    if not rest and not earlier:
        return report
    said = dict(report.earlier)
    for key, more in (earlier or {}).items():
        said[key] = more if key not in said else Text(f"{said[key].zh}；{more.zh}", f"{said[key].en}; {more.en}")
    all_ = {**report.notes, **{file: (*report.notes.get(file, ()), *told) for file, told in rest.items()}}
    parts = []
    for part in report.cases:
        told = rest.pop(part.case.file, ())
        parts.append(CaseReport(**{**part.__dict__, "notes": (*part.notes, *told)}) if told else part)
    return Report(**{**report.__dict__, "cases": tuple(parts), "notes": all_, "earlier": said})


def stakes(checks: Iterable[Check]) -> dict[str, int]:
    """Return the money at stake in what each rule finds, by itself, in fen; rules that name none are left out."""
    by_rule: dict[str, list[Check]] = {}
    for check in checks:
        if check.outcome in ("fail", "undetermined") and check.own:
            by_rule.setdefault(check.rule.id, []).append(check)
    return {rule: at_stake(own) or 0 for rule, own in by_rule.items()}


class NotAsked(NamedTuple):
    """A rule that a case was not asked, and why."""

    file: str
    rule: str
    reason: Text


class CaseReport(Data):
    """What a report says of one case: its notes, findings and problems, and the rules it was not asked.

    `results` has a finding for each check of it. `routine` are those that wait for nothing but what its report does not mention
    and gives no sign of: no problem, and asked for once (例行资料). `outside` are the rules that the document it transcribes cannot speak of.
    """

    case: CaseShown
    notes: tuple[Text, ...]
    results: tuple[Finding, ...]
    problems: tuple[ProblemGroup, ...]
    routine: tuple[Finding, ...]
    not_in_force: tuple[NotAsked, ...]
    outside: tuple[NotAsked, ...]
    headline: Text
    outside_line: Text | None
    _case: Case

    @cached_property
    def bridge(self) -> Bridge | None:
        """How its total overrun is made up, where it can be computed."""
        return overrun_bridge(self._case)

    @cached_property
    def whole(self) -> Whole | None:
        """What the unit as a whole was given and has spent."""
        return whole_of(self._case)

    @cached_property
    def lines(self) -> Lines:
        """What each of its budget lines without parts was given and has spent."""
        return budget_lines(self._case)

    @cached_property
    def stakes(self) -> Mapping[str, int]:
        """The money at stake in what each rule finds, by itself, in fen; rules may name the same money."""
        return stakes(finding._check for finding in self.results)

    def __repr__(self) -> str:
        return f"<CaseReport {self.case.file}: {len(self.results)} checks, {len(self.problems)} problems>"


class Report(Data):
    """Everything a format prints; made once, frozen.

    `results` has a finding for each check, `problems` those to act on by problem, `cases` all that is said of each case.
    `checks` are the engine's own, with the judges that explain them; they are there until the report is pickled. Pickling works
    out what is still open of every finding, in both languages, and what is read back prints the same without any rules.
    `unit` is the unit of money that it prints in Chinese, `rulebook` is the SHA-256 of the rules, `rules` those that were asked, `parameters` all of them.
    `earlier` is what earlier years say of findings, by their fingerprint.
    """

    rulebook: str
    lang: str
    cases: tuple[CaseReport, ...]
    results: tuple[Finding, ...]
    problems: tuple[ProblemGroup, ...]
    ledger: Ledger
    unit: str
    notes: Mapping[str, tuple[Text, ...]]
    not_in_force: tuple[NotAsked, ...]
    outside: tuple[NotAsked, ...]
    rules: Mapping[str, RuleShown]
    parameters: tuple[Parameter, ...]
    earlier: Mapping[str, Text]
    _checks: tuple[Check, ...]

    @classmethod
    def of(
        cls,
        book: Rulebook,
        judged: Sequence[tuple[Case, Plan, Sequence[Check]]],
        lang: str,
        notes: Mapping[str, tuple[Text, ...]] | None = None,
    ) -> Report:
        """Gather the checks of every case; *notes* are what to say of a case's file besides."""
        judged = sorted(judged, key=lambda entry: entry[0].file)
        notes = notes or {}
        checks = [check for _, _, found in judged for check in found]  # an engine gives them by rule and subject
        with localcontext(EXACT), ExitStack() as awake:
            for memory in {id(m): m for _, plan, _ in judged for m in plan.memory}.values():
                awake.enter_context(memory.awake())  # of a total each part asks for what the others claim
            sifted = gathered(checks)
            drafts, final = counted(sifted.drafts)
        routine = [id(check) for check in sifted.routine]
        checks = [final.get(id(check), check) for check in checks]
        numbers = {id(check): draft.no for draft in drafts for check in draft.checks}
        rules = {check.rule.id: check.rule for check in checks}
        shown = {ident: RuleShown.of(rule) for ident, rule in sorted(rules.items())}
        remembered = Remembered()
        cases = {id(case): CaseShown(case, remembered) for case, _, _ in judged}
        unit = unit_of(case for case, _, _ in judged)
        made = {
            id(check): Finding(check, shown[check.rule.id], cases[id(check.case)], numbers.get(id(check)), unit)
            for check in checks
        }
        unmentioned = {id(made[each]) for each in routine}
        of_case: dict[int, tuple[list[Finding], list[ProblemGroup]]] = {key: ([], []) for key in cases}
        for check in checks:
            of_case[id(check.case)][0].append(made[id(check)])
        groups = [draft.finished(made, cases[id(draft.case)]) for draft in drafts]
        for draft, group in zip(drafts, groups):
            of_case[id(draft.case)][1].append(group)
        parts = []
        for case, plan, _ in judged:
            results, problems = of_case[id(case)]
            parts.append(
                CaseReport(
                    case=cases[id(case)],
                    notes=(*case.notes, *notes.get(case.file, ())),
                    results=tuple(results),
                    problems=tuple(problems),
                    routine=tuple(finding for finding in results if id(finding) in unmentioned),
                    not_in_force=_not_asked(case, plan.not_in_force),
                    outside=_not_asked(case, plan.outside),
                    headline=_headline(
                        cases[id(case)],
                        verdict(problems, results, _routine_papers(problems, results, unmentioned), unit),
                    ),
                    outside_line=_outside_line(case, len(plan.outside)),
                    _case=case,
                )
            )
        return cls(
            rulebook=book.sha256,
            lang=lang,
            cases=tuple(parts),
            results=tuple(made.values()),
            problems=tuple(groups),
            ledger=Ledger(checks),
            unit=unit,
            notes=notes,
            not_in_force=tuple(each for part in parts for each in part.not_in_force),
            outside=tuple(each for part in parts for each in part.outside),
            rules=shown,
            parameters=tuple(sorted(book.parameters.values(), key=lambda each: each.id)),
            earlier={},
            _checks=tuple(checks),
        )

    @property
    def checks(self) -> tuple[Check, ...]:
        """The engine's checks; raises AttributeError for a report that was read back from a pickle, which has findings alone."""
        if "_checks" not in self.__dict__:
            raise AttributeError("this report was pickled: it has its findings (results), and no checks any more")
        return self._checks

    @cached_property
    def stakes(self) -> tuple[tuple[str, int], ...]:
        """The money at stake in what each rule finds, by itself, in fen; rules may name the same money."""
        return tuple(stakes(self._checks).items())

    def findings(self, every: bool = False) -> list[Finding]:
        """Return what somebody has to act on (fails, what cannot be judged, errors), or the finding of *every* check."""
        return [finding for finding in self.results if every or finding.is_finding]

    def amount(self, kinds: Sequence[str] = CLASSES) -> int:
        """Return the money at stake in the problems of *kinds* that no problem before them counts: over all kinds, all of it."""
        return sum(problem.amount or 0 for problem in self.problems if problem.kind in kinds)

    def papers(self, lang: str = "") -> list[Paper]:
        """Return the documents to provide over all units, each once, by the first problem that each settles."""
        lang = lang or self.lang
        return [
            Paper(
                found.text.say(lang), WHOM[found.whom].say(lang) if found.whom else "", found.problems, found.subjects
            )
            for found in papers_of(self.problems, (finding for part in self.cases for finding in part.routine))
        ]

    def bridges(self) -> list[Bridge]:
        """Return for each case how its total overrun is made up, where it can be computed."""
        return [part.bridge for part in self.cases if part.bridge is not None]

    def exit_code(self, fail_on: str = "low", known: Callable[[Finding], bool] = lambda finding: False) -> int:
        """Return the exit code: the first that holds of 4, 1, 3, 0 (2 is for inputs that were never judged).

        Findings that are *known* from an earlier run do not count; an error always does. Raises ValueError for a severity that
        there is not.
        """
        return exit_code(self.results, fail_on, known)

    def to_dict(self, lang: str = "", every: bool = False) -> dict[str, Any]:
        """Return the report as the JSON report has it; amounts are {fen, text}, and *every* explains passes as well."""
        from checker.findings.document import document

        chosen("lang", lang or self.lang, LANGUAGES)
        return document(self, lang or self.lang, every)

    def to_rows(self, lang: str = "") -> list[dict[str, Any]]:
        """Return the conventional list of findings: a dict for each, by the names of its columns.

        Amounts are Decimal in 万元; None where the subject has no such figure, and the text 未列 where the case does not state it.
        """
        from checker.findings.rows import COLUMNS, rows

        chosen("lang", lang or self.lang, LANGUAGES)
        return [{name: getattr(row, name) for name in COLUMNS} for row in rows(self, lang or self.lang)]

    def __repr__(self) -> str:
        told = ", ".join(f"{count} {name}" for name, count in self.ledger.counts.items() if count)
        files = ", ".join(part.case.file for part in self.cases[:3]) + (" …" if len(self.cases) > 3 else "")
        return f"<Report on {files or 'no case'}: {self.ledger.checks} checks ({told}), {len(self.problems)} problems>"


def exit_code(
    results: Sequence[Finding], fail_on: str = "low", known: Callable[[Finding], bool] = lambda finding: False
) -> int:
    """Return the exit code that *results* stand for, as `Report.exit_code` says it."""
    chosen("fail_on", fail_on, SEVERITY_ORDER)
    if any(finding.outcome == "error" for finding in results):
        return 4
    limit = SEVERITY_ORDER.index(fail_on)
    failed = (f for f in results if f.outcome == "fail" and SEVERITY_ORDER.index(f.severity) >= limit)
    if any(not known(finding) for finding in failed):
        return 1
    if any(finding.outcome == "undetermined" and not known(finding) for finding in results):
        return 3
    return 0


def _headline(case: CaseShown, found: Text) -> Text:
    return Text(case.draft.zh + found.zh, case.draft.en + found.en)


def _routine_papers(problems: Sequence[ProblemGroup], results: Sequence[Finding], unmentioned: set[int]) -> int:
    """Return how many papers a case does not mention and gives no sign of."""
    routine = [finding for finding in results if id(finding) in unmentioned]
    return len(routine_of(routine, papers_of(problems, routine)))


def _not_asked(case: Case, others: Sequence[NotInForce]) -> tuple[NotAsked, ...]:
    return tuple(sorted(NotAsked(case.file, other.rule.id, other.reason) for other in others))


def _outside_line(case: Case, count: int) -> Text | None:
    """Return the one line on the rules that the document of a case cannot speak of; nothing where there are none."""
    if not count:
        return None
    words = case.vocabulary.enumerations["document_kind"]
    zh = "、".join(words.name(kind, "zh") for kind in case.documents)
    en = ", ".join(kind.replace("_", " ") for kind in case.documents)
    return Text(f"不在本材料（{zh}）范围 {count} 条", f"Outside this document ({en}): {count} rules")
