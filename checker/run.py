"""One run as the command `run` makes it: read the rules and cases, judge, excuse and follow, write the reports.

A page, a notebook or a test calls `run` with a `Request`; nothing here prints or ends the process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.api import Judged, judge, rule_packs
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.frozen import frozen
from checker.base.named import NamedTuple
from checker.base.naming import is_pattern
from checker.base.outputs import write_files
from checker.base.places import within
from checker.base.telling import Telling
from checker.cases.case import Case
from checker.cases.files import case_files, no_twins, read_bytes, read_cases
from checker.engines.outcome import FollowUp, Waiver
from checker.findings.identity import Earlier, known
from checker.findings.report import Report, noted_by_file
from checker.intake.casefile import apart, read_case_file
from checker.records.stated import read_followup_files, read_waiver_files
from checker.reports import Options, pieces, render
from checker.reports.formats import FORMATS
from checker.rulebook.book import Rulebook
from checker.rulebook.cache import rulebook_of
from checker.rulebook.packs import Pack
from checker.rulebook.selection import choice, rule_ids

if TYPE_CHECKING:
    from checker.findings.over_years import PastUnit
    from checker.findings.recorded import Unkept

MANY = 10
"""Units from which on the screen shows the overview, and their reports only where everything is asked for."""
SCREEN = "-"
"""The target of an output that is not written to a file."""


@frozen
class Request:
    """What is to be judged, by which rules, and what is to be written.

    *outputs* are pairs of a format and a file, "-" or the pattern of a file of each unit; *overviews* are files of the overview.
    """

    paths: tuple[str, ...]
    rules: tuple[str, ...] = ()
    engine: str = "auto"
    lang: str = "zh"
    outputs: tuple[tuple[str, str], ...] = (("table", SCREEN),)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    everything: bool = False
    colour: bool = False
    fail_on: str = "low"
    waivers: tuple[str, ...] = ()
    as_of: date | None = None
    followup: tuple[str, ...] = ()
    baseline: str | None = None
    evidence: str | None = None
    jurisdiction: str | None = None
    keep_going: bool = False
    same_unit: bool = False
    columns: int = 100
    papers: bool = False
    statistics: bool = False
    template: str = ""
    decisions: str = ""
    overviews: tuple[tuple[str, str], ...] = ()
    history: str | None = None


class Result(NamedTuple):
    """What came of a run: the report, what belongs on the screen and is told below it, files not read, and the exit code."""

    report: Report
    screen: tuple[str | bytes, ...]
    remarks: tuple[Text, ...]
    left_out: dict[str, InputError]
    code: int


class _Read:
    """The inputs as they were read; the bytes of each kind are kept where evidence is wanted."""

    def __init__(self) -> None:
        self.cases: list[Case] = []
        self.case_bytes: dict[str, bytes] = {}
        self.waiver_bytes: dict[str, bytes] = {}
        self.followup_bytes: dict[str, bytes] = {}
        self.left_out: dict[str, InputError] = {}
        self.open = False
        """Whether a document has figures that nobody has looked at."""
        self.waivers: tuple[Waiver, ...] = ()
        self.followups: tuple[FollowUp, ...] = ()
        self.earlier: Earlier | None = None
        self.past: tuple[PastUnit, ...] = ()


def run(request: Request, tell: Telling) -> Result:
    """Judge the cases of *request* and write its files; raises InputError with everything that is wrong, before anything is written."""
    packs = rule_packs([Path(folder) for folder in request.rules])
    book = rulebook_of(packs)
    selected, ignored = rule_ids(book, request.select), rule_ids(book, request.ignore)
    read = _read(request, packs, book, tell)
    judged, notes = judge(
        read.cases,
        book,
        engine=request.engine,
        selected=choice(selected, ignored),
        lang=request.lang,
        waivers=read.waivers,
        as_of=request.as_of,
        followups=read.followups,
        left_out=tuple(read.left_out),
        places=any(FORMATS[name].places for name, _ in request.outputs),
    )
    report = Report.of(book, judged, request.lang, notes)
    broken: tuple[Unkept, ...] = ()
    if read.past:
        from checker.findings.over_years import by_owner, with_past

        report = with_past(report, by_owner(read.past))
    if read.followups:
        from checker.findings.recorded import with_records

        report, broken = with_records(report, read.followups, request.as_of, book.rules)
    notes = dict(report.notes)
    alone = _alone(request, book, selected, ignored, read)
    if not report.results:
        told = Text("没有一条规则适用于这些案例，什么也没有检查", "no rule applies to these cases: nothing was checked")
        hint = alone or Text(
            "看 checker rules list，检查年度和行政区划", "see checker rules list; check the year and the jurisdiction"
        )
        raise InputError([Problem("nothing-checked", Place(", ".join(request.paths)), told, hint)])
    bundle = None if request.evidence is None else _bundle(request, packs, read, selected, ignored, report)
    screen, notices = _write(request, _Made(book, judged, notes, report, broken), bundle, read, tell)
    if read.earlier is None:
        code, remarks = report.exit_code(request.fail_on), notices
    else:
        code, remarks = _against(request, report, read.earlier)
        remarks = (*notices, *remarks)
    remarks = (*remarks, alone) if alone is not None else remarks
    if read.open and code == 0:  # what nobody has looked at was not checked
        code = 3
    return Result(report, screen, remarks, read.left_out, 2 if read.left_out else code)


def _alone(
    request: Request, book: Rulebook, selected: tuple[str, ...], ignored: tuple[str, ...], read: _Read
) -> Text | None:
    """Return what is to be told of rules that compare units, of which there are too few, where everything is asked for."""
    if not (request.everything or request.select):
        return None
    wanted = choice(selected, ignored)
    asked = frozenset().union(*(case.asked for case in read.cases))
    many = sum(bool(rule.figures) and wanted(name) and name not in asked for name, rule in book.rules.items())
    told = Text(
        f"有 {many} 条规则要和别的案例比，这里同类的案例太少，没有问；把更多单位的案例放在一起检查",
        f"{many} rules compare with other cases, of which there are too few alike here, and were not asked; judge the cases of more units together",
    )
    return told if many else None


def _read(request: Request, packs: Sequence[Pack], book: Rulebook, tell: Telling) -> _Read:
    """Read the cases and what people state of their checks; documents among them are those of one unit."""
    read, keeping = _Read(), request.evidence is not None
    documents, others = apart(request.paths)
    if request.decisions and not documents:
        told = Text("--decisions 只用于材料（Word、Excel、PDF 等）", "--decisions is for documents (Word, Excel, PDF)")
        raise InputError([Problem("usage", Place(request.decisions), told)])
    if documents:
        _import(request, documents, packs, book, read, bool(others))
    if others or not documents:
        read.cases += read_cases(
            case_files(others, tell),
            book.vocabulary,
            tell,
            read_case_file,
            read.case_bytes if keeping else None,
            read.left_out if request.keep_going else None,
        )
    if not request.same_unit:
        no_twins(read.cases)
    for file in read.left_out:
        read.case_bytes.pop(file, None)
    if request.jurisdiction is not None:
        _inside(read.cases, request.jurisdiction)
    if request.baseline is not None:
        from checker.records.comparison import read_run

        before = read_run(request.baseline, read_bytes(request.baseline))
        read.earlier = Earlier(request.baseline, before.findings, before.years)
    if request.history is not None:
        from checker.units.history import read as read_history

        if keeping:
            told = Text(
                "证据包里没有历史：--history 和 --evidence 不能一起用",
                "a bundle holds no history: no --history with --evidence",
            )
            raise InputError([Problem("usage", Place(request.history), told)])
        read.past = read_history(request.history)
    read.waivers = read_waiver_files(request.waivers, book, read.waiver_bytes)
    read.followups = read_followup_files(request.followup, book, read.followup_bytes)
    return read


def _import(
    request: Request, documents: Sequence[str], packs: Sequence[Pack], book: Rulebook, read: _Read, more: bool
) -> None:
    """Make one case of documents; with --keep-going and *more* to judge, those that cannot be read are left out."""
    from checker.intake.imported import case_of, decisions_beside, import_documents

    if request.evidence is not None:
        told = Text("证据包里要有案例文件，材料不行", "a bundle of evidence holds case files, no documents")
        hint = Text("先用 checker import -o 案例.yaml，再检查它", "first checker import -o case.yaml, then check that")
        raise InputError([Problem("usage", Place(documents[0]), told, hint)])
    try:
        path = decisions_beside(documents, request.decisions)
        imported = import_documents(documents, packs, book.vocabulary, path, needed=bool(request.decisions))
        read.cases.append(case_of(imported, documents[0], book.vocabulary))
        read.open = bool(imported.made.pending.items or imported.made.lost)
    except InputError as error:
        if not (request.keep_going and more):
            raise
        read.left_out[documents[0]] = error


def _inside(cases: Sequence[Case], jurisdiction: str) -> None:
    """Refuse cases of another place: other rules would hold for them."""
    problems = []
    prefix = within(jurisdiction)
    for case in cases:
        if case.jurisdiction and not case.jurisdiction.startswith(prefix):  # one not known may be any
            cell = case.root.cells["jurisdiction"]
            told = Text(
                f"这个案例的行政区划是 {case.jurisdiction}，应属于 {jurisdiction}",
                f"this case is of {case.jurisdiction}, which is not in {jurisdiction}",
            )
            hint = Text(
                "改正行政区划；确要检查别处的单位，写 --jurisdiction 或改配置",
                "correct it; for a unit elsewhere change --jurisdiction or the configuration",
            )
            problems.append(Problem("jurisdiction", Place(case.file, cell.line, cell.column), told, hint))
    if problems:
        raise InputError(problems)


class _Made(NamedTuple):
    """What was judged, and the report on all of it."""

    book: Rulebook
    judged: Judged
    notes: dict[str, tuple[Text, ...]]
    report: Report
    unkept: tuple[Unkept, ...]

    def alone(self, lang: str) -> Iterator[Report]:
        """Yield the report on each case by itself, in the order of the report on all."""
        for entry in sorted(self.judged, key=lambda each: each[0].file):
            report = Report.of(self.book, [entry], lang, self.notes)
            yield noted_by_file(report, {}, self.report.earlier)


def _write(
    request: Request, made: _Made, bundle: bytes | None, read: _Read, tell: Telling
) -> tuple[tuple[str | bytes, ...], tuple[Text, ...]]:
    """Write every file of the run, all or none; return what belongs on the screen, and what is to be told below it."""
    options = Options(
        request.lang,
        request.everything,
        False,
        request.fail_on,
        None if read.earlier is None else read.earlier.findings,
        papers=request.papers,
        statistics=request.statistics,
        template=request.template,
    )
    whole = [(name, target) for name, target in request.outputs if not is_pattern(target)]
    files: dict[str, bytes | Iterator[bytes]] = {
        target: pieces(name, made.report, options) for name, target in whole if target != SCREEN
    }
    if bundle is not None and request.evidence is not None:
        files[request.evidence] = bundle
    shown = options._replace(colour=request.colour, columns=request.columns)
    summed, told = _many(request, made, read, files, shown)
    if bundle is not None:
        digest = hashlib.sha256(bundle).hexdigest()
        tell.say(
            Text(
                f"证据包 {request.evidence}，SHA-256（记在底稿上）：{digest}",
                f"evidence {request.evidence}, SHA-256 (note it in the working paper): {digest}",
            )
        )
    screens = (
        summed if name == "table" and summed else render(name, made.report, shown)
        for name, target in whole
        if target == SCREEN
    )
    return tuple(screens), told


def _many(
    request: Request, made: _Made, read: _Read, files: dict[str, bytes | Iterator[bytes]], options: Options
) -> tuple[str, tuple[Text, ...]]:
    """Write *files*, and what is wanted of many units; return what the screen shows of them, "" for their reports, and what is told."""
    patterns = tuple(each for each in request.outputs if is_pattern(each[1]))
    brief = len(made.report.cases) >= MANY and not (request.everything or request.papers or request.statistics)
    if not (patterns or request.overviews or brief):
        write_files(files)
        return "", ()
    from checker.findings.over_years import rules_key
    from checker.units.writing import Wanted, Writing

    screens = (("text", SCREEN),) if brief else ()
    writing = Writing(Wanted((*request.overviews, *screens), patterns), options, read.earlier, read.past)
    chosen = choice(rule_ids(made.book, request.select), rule_ids(made.book, request.ignore))
    by = rules_key(made.book.sha256, made.book.rules, chosen)
    reports = made.alone(request.lang) if writing.alone else [made.report]
    writing.write(reports, tuple(read.left_out), (), files.items(), made.unkept, by)
    return "".join(writing.screens()), writing.remarks()


def _bundle(
    request: Request,
    packs: Sequence[Pack],
    read: _Read,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    report: Report,
) -> bytes:
    from checker.engines.durable.engine import available
    from checker.evidence import Inputs, bundle

    used = "evaluator" if request.engine == "auto" and not available() else request.engine
    cases, waivers, followup = (
        tuple(files.items()) for files in (read.case_bytes, read.waiver_bytes, read.followup_bytes)
    )
    return bundle(
        Inputs(tuple(packs), cases, waivers, followup, used, request.lang, selected, ignored, request.as_of), report
    )


def _against(request: Request, report: Report, baseline: Earlier) -> tuple[int, tuple[Text, ...]]:
    """Return the exit code, which only what is new against the baseline decides, and how many there are of each."""
    from checker.records.comparison import strangers

    now, earlier = report.findings(), baseline.findings
    unknown = (part for part in report.cases if not any(each.fingerprint in earlier for each in part.results))
    lacking = strangers(baseline.years, ((part.case.unit, part.case.year) for part in unknown))
    arisen = sum(not known(each, earlier) for each in now)
    told = Text(
        f"与基线 {request.baseline} 相比：新问题 {arisen} 项，基线里已有 {len(now) - arisen} 项（仍然列出，不影响退出码）",
        f"against the baseline {request.baseline}: {arisen} new, {len(now) - arisen} there before (still shown, without effect on the exit code)",
    )
    return report.exit_code(request.fail_on, lambda each: known(each, earlier)), (
        told,
        *(() if lacking is None else (lacking,)),
    )
