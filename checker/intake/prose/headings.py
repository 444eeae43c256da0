"""What a document says of itself: whose it is, of which year, what it is called and when it was signed."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from checker.base import places
from checker.intake.document import Place
from checker.intake.prose.running import Mark, Run
from checker.intake.reading import Evidence, Inferred, Proposal

ORGAN = r"(?:中心|局|委员会|委|办公室|办公厅|政府|部|院|厅|处|队|站|所|馆|学校|大学|学院|医院|协会|联合会|总工会|法院|检察院|办|会)"
"""How the name of a unit ends."""
_TITLE = re.compile(r"报告|决算|预算|说明|自评|公开")
_YEAR = re.compile(r"(20\d\d)年度?")
_KINDS = (
    (r"参照公务员法管理|参公", "参公"),
    (r"事业单位", "事业单位"),
    (r"行政单位|行政机关|政府工作部门|工作部门|组成部门", "机关"),
)


_TITLED = re.compile(
    rf"(?:关于)?(?:20\d\d年度?)?(?P<name>[\u4e00-\u9fff（）]{{3,30}}?{ORGAN})(?:20\d\d年度?)?(?:部门|单位|整体|项目|绩效|预算|决算|支出).{{0,40}}(?:报告|决算|预算|说明|公开)"
)


class Headings(NamedTuple):
    """The headings of a draft: texts of the unit, the figures of its year and date, and what follows from them."""

    name: str
    year: int
    title: str
    proposals: tuple[Proposal, ...]
    texts: tuple[tuple[str, str, Place], ...]
    inferred: tuple[Inferred, ...]
    several: tuple[str, ...] = ()
    """The units that it may be of, where nobody can tell which."""


def headings(runs: list[Run]) -> Headings:
    """Return what *runs* say of the document; what nobody can tell for sure is left out."""
    if not runs:
        return Headings("", 0, "", (), (), ())
    front = _front(runs)
    title = "".join(run.raw for run in front)
    year_mark, year = _year(front)
    name, place, several = _name(runs)
    proposals, texts, inferred = [], [], []
    if name:
        texts.append(("name", name, place))
    if year and _TITLE.search(title):
        texts.append(("report_title", title, front[0].places[0]))
    if year_mark is not None:
        proposals.append(
            Proposal(year_mark.span.id, "unit", "fiscal_year", "used", "read", (Evidence("title", title),))
        )
    for mark in _signed(runs):
        proposals.append(Proposal(mark.span.id, "unit", "report_date", "used", "read", (Evidence("signature", name),)))
    inferred += _placed(name, place)
    inferred += _kind(runs, name)
    return Headings(name, year, title, tuple(proposals), tuple(texts), tuple(inferred), several)


def titled(run: Run) -> str:
    """Return the unit whose report or account a paragraph is the title of; "" for what is no title with a unit and a year."""
    if (
        run.label
        or len(run.text) > 60
        or re.match("第.{1,3}(?:部分|章)", run.text)
        or not _YEAR.search(run.text)
        or re.search("[，。；：]", run.text)
    ):
        return ""
    found = _TITLED.fullmatch(run.text)
    return found["name"] if found is not None else ""


def same_unit(one: str, other: str) -> bool:
    """Whether two names may be those of one unit: one is the other, shortened (省人大办公厅, 江苏省人大常委会办公厅)."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(sign in rest for sign in short)


def _front(runs: list[Run]) -> list[Run]:
    """Return the lines of the title: those before the first heading or sentence."""
    front: list[Run] = []
    for run in runs[:6]:
        if run.label or re.search("[。，；：]", run.text) or len(run.text) > 60:
            break
        front.append(run)
        if re.search(r"(?:报告|决算|预算|说明|公开)$", run.text):
            break
    return front


def _year(front: list[Run]) -> tuple[Mark | None, int]:
    for run in front:
        for mark in run.marks:
            match = _YEAR.match(run.text, mark.start)
            if match and mark.kind == "":
                return mark, int(match[1])
    return None, 0


def _name(runs: list[Run]) -> tuple[str, Place, tuple[str, ...]]:
    """Return the name of the unit: as it is signed at the end, or as most sentences call it before the year; else all that it may be."""
    for before, run in zip(runs[-4:], runs[-3:]):
        signed = re.fullmatch(r"20\d\d年\d{1,2}月\d{1,2}日", run.text)
        if signed and re.fullmatch(rf"[\u4e00-\u9fff（）]{{4,30}}{ORGAN}", before.text):
            return before.raw, before.places[0], ()
    called: Counter[str] = Counter()
    where: dict[str, Place] = {}
    for run in runs:
        for match in re.finditer(
            rf"(?:^|[，。：、]|截至20\d\d年\d+月\d+日，)((?:[\u4e00-\u9fff（）]){{4,30}}?{ORGAN}){{1}}(?=20\d\d年度?|部门决算|部门预算)",
            run.text,
        ):
            called[match[1]] += 1
            where.setdefault(match[1], run.place(match.start(1)))
    best = called.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[1][1] == best[0][1]):
        return "", runs[0].places[0], tuple(called)
    return best[0][0], where[best[0][0]], ()


def _signed(runs: list[Run]) -> list[Mark]:
    for run in runs[-2:]:
        if (
            re.fullmatch(r"20\d\d年\d{1,2}月\d{1,2}日", run.text)
            and len(run.marks) == 1
            and run.marks[0].span.kind == "date"
        ):
            return [run.marks[0]]
    return []


def _placed(name: str, place: Place) -> list[Inferred]:
    """Return the jurisdiction and the level that the name of the unit tells, to be confirmed."""
    found: list[Inferred] = []
    match = re.match(
        r"(?:[\u4e00-\u9fff]{2,3}省)?(?:[\u4e00-\u9fff]{2,4}市)?[\u4e00-\u9fff]{1,5}?(?:区|县|旗|市)(?!级)",
        name.removeprefix("中共"),
    )
    if match is None:
        return found
    code, _, wrong = places.read(match[0], 0)
    if wrong is None:
        found.append(Inferred("unit", "jurisdiction", code, place, "confirm", (Evidence("name", match[0]),)))
        level = "区县" if not code.endswith("00") else "市本级" if not code.endswith("0000") else "省级"
        found.append(Inferred("unit", "budget_level", level, place, "confirm", (Evidence("name", match[0]),)))
    return found


def _kind(runs: list[Run], name: str) -> list[Inferred]:
    """Return what kind of unit its first sentences say it is: only where its name stands there and one kind is named."""
    for run in runs[:60] if name else ():
        for sentence in run.text.split("。"):
            said = (
                re.search(r"(?:是|为|属于?|系)(?!指)", sentence[sentence.find(name[-4:]) :])
                if name[-4:] in sentence
                else None
            )
            kinds = [kind for words, kind in _KINDS if said and re.search(words, sentence)]
            if len(kinds) == 1 and not re.search("包括|下属|所属|指", sentence):
                return [
                    Inferred("unit", "unit_kind", kinds[0], run.places[0], "confirm", (Evidence("word", kinds[0]),))
                ]
    return []
