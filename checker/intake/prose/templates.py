"""Template sentences in running text: found word for word, their figures put where the form says, and what they say of each other as claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.values import UNITS
from checker.intake.forms.figures import row_key
from checker.intake.forms.model import UNIT, Form, Saying, Stated, Target
from checker.intake.forms.sentences import FALLS, OTHER, SIGNS
from checker.intake.prose.book import Operand, Spot, amount, foots
from checker.intake.prose.headings import ORGAN
from checker.intake.prose.names import same_unit
from checker.intake.prose.running import Mark, Run
from checker.intake.prose.state import Figure, State, Subject
from checker.intake.reading import Evidence, Repeat

NO_PLACE = Text("模板句里的数，案例里没有放它的地方", "a figure of a template sentence that a case has no place for")
_QUOTES = frozenset("“”\"'‘’「」『』")
_ENDS = frozenset("，。；：、！？（）")
_YEAR = re.compile(r"20\d\d(?=年)")
_OWN = re.compile(r"(?:20\d\d年(?:度)?|[本我](?:部门|单位|局|中心|委|办|院|校|镇|乡|街道)|年度|[（）])*")
"""What a sentence may call the unit besides its name."""


_NAME = re.compile(rf"[\u4e00-\u9fff]{{2,28}}{ORGAN}")
_PART = re.compile("下属|所属|二级|预算|拨款|收入|支出|经费|基金|资金|其中")
"""In what stands where the unit is named: something else is spoken of."""


class Said(NamedTuple):
    """A sentence of a form where it stands: from `start` to `end` of the run, with the figure and the word of change of each slot."""

    form: Form
    saying: Saying
    start: int
    end: int
    marks: dict[str, Mark]
    falls: dict[str, bool]
    name: str
    read: bool = False


class Templates:
    """The sentences of the forms that a document may follow."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self.sayings = [(form, saying) for form in forms for saying in form.sentences]

    def find(self, state: State, run: Run) -> list[Said]:
        """Return the sentences of a paragraph in order; of several that begin alike the longest.

        One that puts figures into fields begins a sentence; any other may begin a clause.
        """
        if not self.sayings or run.heading or not run.marks:
            return []
        text, at, marks = _skeleton(run)
        found: list[Said] = []
        behind = 0
        for start, opens in _starts(text, run.label):
            if start < behind:
                continue
            fitting = [
                said
                for form, saying in self.sayings
                if (opens or not saying.put) and (said := _fit(state, form, saying, text, at, marks, start)) is not None
            ]
            if fitting:
                found.append(max(fitting, key=lambda said: (said.end, len(said.marks))))
                behind = bisect_left(at, found[-1].end)
        return found

    def read(self, state: State, run: Run, said: Said, context: list[tuple[str, Text]]) -> Figure:
        """Put the figures of a sentence into the book; return the first of them, which what follows may speak of."""
        book, saying = state.book, said.saying
        why = [Evidence("sentence", said.form.title.zh)]
        if said.name:
            why.append(
                Evidence(
                    "doubt",
                    f"句子说的是“{said.name}”，单位名称没有认出 / the sentence names {said.name}, the unit is not known",
                )
            )
        spots: dict[str, Spot] = {}
        for slot, targets in saying.put.items():
            mark = said.marks.get(slot)
            for target in targets if mark is not None else ():
                assert mark is not None
                spot = _spot(state, said.form, target, mark)
                doubt = (
                    [Evidence("doubt", f"{target.doubt.zh} / {target.doubt.en}")] if target.doubt is not None else []
                )
                book.use(mark, spot, *why, *doubt, label=slot)
                spots.setdefault(slot, spot)
        for slot, table in saying.tables.items():
            if slot in said.marks:
                mark = said.marks[slot]
                text = run.raw[said.start : mark.after or mark.end]
                book.repeats.append(Repeat(mark.span.id, row_key(table), text))
        claimed: set[str] = set(spots)
        for claim in saying.claims:
            claimed |= _claim(state, run, said, claim, spots)
        context += [(mark.span.id, NO_PLACE) for slot, mark in said.marks.items() if slot not in claimed]
        first = next(iter(said.marks))
        spot_ = spots.get(first)
        subject = None
        if spot_ is not None and spot_.fact != UNIT:
            subject = Subject(book.facts[spot_.fact].entity, spot_.fact, first)
        return Figure(said.marks[first], first, spot_, subject)


def _skeleton(run: Run) -> tuple[str, list[int], dict[int, Mark]]:
    """Return the text with one sign for each figure and without quotation marks, where each sign stands in the run, and the figures."""
    by_start = {mark.start: mark for mark in run.marks if mark.kind}
    signs: list[str] = []
    at: list[int] = []
    marks: dict[int, Mark] = {}
    number = 0
    while number < len(run.text):
        mark = by_start.get(number)
        if mark is not None:
            marks[len(signs)] = mark
            signs.append(OTHER if mark.loose else SIGNS.get(mark.kind, OTHER))
            at.append(number)
            number = max(mark.after, mark.end, number + 1)
            continue
        if run.text[number] not in _QUOTES:
            signs.append(run.text[number])
            at.append(number)
        number += 1
    return "".join(signs), at, marks


def _starts(text: str, label: str) -> list[tuple[int, bool]]:
    """Return where clauses begin, and whether a sentence begins there."""
    first = len(label) if text.startswith(label) else 0
    found = [(first, True)]
    for number in range(first, len(text) - 1):
        if text[number] in "。！？":
            found.append((number + 1, True))
        elif text[number] in "，；：":
            found.append((number + 1, False))
    return found


def _fit(
    state: State, form: Form, saying: Saying, text: str, at: list[int], marks: dict[int, Mark], start: int
) -> Said | None:
    """Return a sentence that begins at *start*; nothing where it speaks of another year or another unit."""
    match = saying.pattern.match(text, start)
    if match is None or (match.end() < len(text) and text[match.end()] not in _ENDS):
        return None
    groups = match.groupdict()
    before = [match.span(name) for name in groups if name[0] == "b" and groups[name] is not None]
    opened = max(text.rfind(sign, 0, start) for sign in "。！？") + 1
    for year in _YEAR.finditer(text, opened, match.end()):
        prior = any(begin <= year.start() < end for begin, end in before)
        if not state.year or int(year[0]) != state.year - prior:
            return None
    name = next((_OWN.sub("", groups[name]) for name in groups if name[0] == "u" and groups[name]), "")
    if name and not (same_unit(name, state.unit) if state.unit else _NAME.fullmatch(name) and not _PART.search(name)):
        return None
    slots: dict[str, Mark] = {}
    falls: dict[str, bool] = {}
    for number, slot in enumerate(saying.slots, 1):
        if groups[f"s{number}"] is not None:
            slots[slot] = marks[match.start(f"s{number}")]
            falls[slot] = (groups.get(f"c{number}") or "").startswith(FALLS)
    if len({mark.span.id for mark in slots.values()}) < len(slots) or not slots:
        return None
    end = (
        at[match.end()]
        if match.end() < len(at)
        else at[-1] + 1 + (marks[len(at) - 1].after - at[-1] if len(at) - 1 in marks else 0)
    )
    return Said(form, saying, at[match.start()], end, slots, falls, "" if state.unit or not saying.put else name)


def _spot(state: State, form: Form, target: Target, mark: Mark) -> Spot:
    """Return the field that a figure goes into, its fact made where there is none."""
    return Spot(_fact(state, form, target.fact, mark), target.field)


def _fact(state: State, form: Form, name: str, mark: Mark) -> str:
    if name == UNIT:
        return UNIT
    kind = form.facts[name]
    texts = dict(kind.texts)
    place = mark.span.place
    if kind.entity == "three_public_line":
        return state.book.fact(kind.entity, texts["kind"], [("kind", texts["kind"], place)], UNIT)
    parent = _fact(state, form, kind.parent, mark) if kind.parent else ""
    said = [(field, text, place) for field, text in kind.texts]
    return state.book.fact(kind.entity, texts.get("name", name), said, parent)


def _operand(role: str, slot: str, said: Said, spots: dict[str, Spot]) -> Operand:
    return Operand(role, spots[slot]) if slot in spots else Operand(role, mark=said.marks[slot])


def _claim(state: State, run: Run, said: Said, claim: Stated, spots: dict[str, Spot]) -> set[str]:
    """Make a claim of a sentence; return the slots that stand in it, none where a part of it is not there."""
    book, marks = state.book, said.marks
    mark = marks.get(claim.figure)
    of = [slot for slot in claim.of if slot in marks]
    if mark is None or not of or (claim.kind != "sum" and len(of) < len(claim.of)):
        return set()
    last = max(
        marks[slot].after or marks[slot].end
        for slot in (claim.figure, *of, *([claim.other] if claim.other in marks else []))
    )
    text = run.raw[said.start : last]
    why = Evidence("sentence", said.form.title.zh)
    used = {claim.figure, *of}
    if claim.kind == "sum":
        if len(of) < 2:
            return set()
        closes = foots(mark, [marks[slot] for slot in of])
        reason = Evidence("foots" if closes else "open sum", mark.span.id)
        for slot in (claim.figure, *of):
            if slot in spots:
                book.support(spots[slot], reason)
        book.claim("sum", text, mark, [_operand("term", slot, said, spots) for slot in of], "stated", why, reason)
        return used
    part = _operand("numerator" if claim.kind == "ratio" else "term", of[0], said, spots)
    if claim.kind == "ratio":
        if claim.other:
            whole = _operand("denominator", claim.other, said, spots) if claim.other in marks else None
            used |= {claim.other}
        else:
            assert claim.whole is not None
            spot = _spot(state, said.form, claim.whole, mark) if _known(state, said.form, claim.whole) else None
            whole = Operand("denominator", spot) if spot is not None and spot in book.first else None
        if whole is None:
            return set()
        book.claim("ratio", text, mark, [part, whole], "stated", why)
        return used
    change = marks.get(claim.other)
    if change is None or change.kind != marks[of[0]].kind:
        return set()
    size = UNITS[marks[of[0]].unit] if change.kind == "money" else Decimal(1)
    sign = 1 if said.falls[claim.other] else -1
    was = amount(marks[of[0]])[1] + sign * amount(change)[1]
    if was <= 0:
        return set()
    how = f"{marks[of[0]].span.value}{'+' if sign > 0 else '-'}{change.span.value}"
    base = Operand("base", derived=f"{was / size:f}{marks[of[0]].unit}", how=how, since=change)
    book.claim("growth", text, mark, [part, base], "stated", why)
    return used | {claim.other}


def _known(state: State, form: Form, target: Target) -> bool:
    """Whether the fact of a target was read already: a share does not make its whole."""
    if target.fact == UNIT:
        return True
    texts = dict(form.facts[target.fact].texts)
    name = texts["kind"] if form.facts[target.fact].entity == "three_public_line" else texts.get("name", target.fact)
    return (form.facts[target.fact].entity, name) in state.book.names
