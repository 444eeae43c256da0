"""What prose says of its own figures: changes, rates of completion, shares, sums of groups."""

from __future__ import annotations

import re

from checker.base.values import UNITS
from checker.intake.prose.book import Operand, Spot, amount, foots
from checker.intake.prose.clauses import Piece, Sentence
from checker.intake.prose.names import Lead, line_of, people_field, three_public, total
from checker.intake.prose.running import Mark
from checker.intake.prose.state import Figure, Group, Pending, State, Subject
from checker.intake.prose.words import AGAINST, CHANGE, COMPLETED, COMPLETION, PRIOR, SHARE, TOTALS
from checker.intake.reading import Evidence

PRIORS = {
    "actual": "prior_actual",
    "initial_budget": "prior_budget",
    "budget": "prior_budget",
    "income": "prior_income",
    "in_service": "prior_in_service",
}
_FALLS = ("减少", "减幅", "下降", "降低", "降幅", "压减", "减支")
_BUDGETS = {"年初": "initial_budget", "全年": "adjusted_budget", "调整": "adjusted_budget", "调整后": "adjusted_budget"}
_ADJUSTED = re.compile("调整|全年预算|追加|追减|调增|调减")
_OVER = ("超预算", "超支")


def change(state: State, sentence: Sentence, piece: Piece, mark: Mark) -> bool:
    """Read an amount, a count or a rate by which something changed; returns whether the words are those of a change."""
    match = CHANGE.match(piece.lead)
    if match is None:
        return False
    before, word = match["before"], match["word"]
    against = AGAINST.search(before)
    if against:  # what follows in the sentence is compared with the same
        state.against = against["base"]
    base = state.against
    name = before[: against.start()] + before[against.end() :] if against else before
    figure = _changed(state, sentence, piece, name, mark, bool(base))
    if figure is None:
        return True
    spot, falls = figure.spot, word in _FALLS
    budget = word in _OVER or (bool(base) and not PRIOR.match(base) and "20" not in base)
    other = _base(state, spot, base, budget)
    pending = state.pending
    if other is None and not base and mark.kind == "percent" and pending is not None and pending.figure is figure:
        other, budget = pending.other, pending.budget  # 超预算18.43万元，增幅7.54%: against the same
    if spot is not None and budget:
        spot = Spot(spot.fact, "actual")
    words = Evidence("word", word)
    text = said(sentence, piece, figure.label)
    if mark.kind == "percent":
        if other is not None and spot is not None:
            state.book.claim("growth", text, mark, [Operand("term", spot), Operand("base", other)], "stated", words)
            _reckon(state, figure, other)
        elif pending is not None and pending.figure is figure and mark.span.value and base in ("", pending.against):
            text_was, how = _before(pending)
            operands = [_term(figure), Operand("base", derived=text_was, how=how, since=pending.mark)]
            state.book.claim("growth", text, mark, operands, "stated", words)
        return True
    state.pending = Pending(figure, mark, falls, base, budget, other) if figure.mark.kind == mark.kind else None
    if other is not None and spot is not None:
        operands = [Operand("term", spot), Operand("term", other, minus=True)]
        state.book.claim("difference", text, mark, operands, "stated", words)
    return True


def _changed(state: State, sentence: Sentence, piece: Piece, name: str, mark: Mark, compared: bool) -> Figure | None:
    """Return the figure that changed: the one named, or the last one of the same sentence."""
    lead = Lead(state, name, piece.start)
    masked = lead.text.removesuffix("的").removesuffix("，")
    if not masked or masked in ("决算数", "预算数", "支出决算", "支出决算数", "决算"):
        spoken = state.fresh or (compared and state.spoken == state.number - 1)
        again = state.pending is not None and state.pending.figure is state.last
        return state.last if spoken or again else None
    field = people_field(masked, mark.unit)
    if field:
        return Figure(mark, masked, Spot("unit", field), None)
    last = state.last
    plain = sentence.run.text[lead.start : lead.start + len(masked)]
    if last is not None and last.label and (plain == last.label or (last.label.endswith(plain) and len(plain) >= 4)):
        return last
    return None


def _base(state: State, spot: Spot | None, base: str, budget: bool) -> Spot | None:
    if spot is None or spot.fact.startswith("claim"):
        return None
    if budget:
        if spot.field not in ("actual", "initial_budget", "adjusted_budget", "budget"):
            return None
        if spot.fact.startswith("three"):
            return Spot(spot.fact, "budget")
        return Spot(spot.fact, state.budgets.get(spot.fact, "initial_budget"))
    if not base or not PRIOR.match(base) or not _year_before(state, base):
        return None
    field = PRIORS.get(spot.field)
    return Spot(spot.fact, field) if field else None


def _year_before(state: State, base: str) -> bool:
    return not base.startswith("20") or not state.year or int(base[:4]) == state.year - 1


def _before(pending: Pending) -> tuple[str, str]:
    """Return what a figure was before it changed, with its unit, and how that is reckoned."""
    figure, changed = pending.figure, pending.mark
    size = UNITS[figure.mark.unit]
    was = amount(figure.mark)[1] + (amount(changed)[1] if pending.falls else -amount(changed)[1])
    sign = "+" if pending.falls else "-"
    return f"{was / size:f}{figure.mark.unit}", f"{figure.mark.span.value}{sign}{changed.span.value}"


def _reckon(state: State, figure: Figure, other: Spot) -> None:
    """Note last year's figure, where it follows from this year's and the change."""
    pending = state.pending
    if (
        pending is not None
        and pending.figure is figure
        and figure.mark.kind == "money"
        and other.field.startswith("prior")
    ):
        text, how = _before(pending)
        state.book.reckon(other, text, how, pending.mark.span.place)


def _term(figure: Figure) -> Operand:
    return Operand("term", figure.spot) if figure.spot is not None else Operand("term", mark=figure.mark)


def completion(state: State, sentence: Sentence, piece: Piece, mark: Mark) -> bool:
    """Read a rate of completion: what was spent against the budget it names."""
    match = COMPLETED.match(piece.lead) or COMPLETION.match(piece.lead)
    if match is None:
        return False
    lead = Lead(state, match["label"], piece.start)
    label = sentence.run.text[lead.start : lead.start + len(lead.text)].removesuffix("的")
    subject = state.subject
    if label in ("", "预算", "支出", "预算支出", "部门预算支出"):
        if subject is None or label:
            subject = total(state.book, mark.span.place) if label or not state.fresh else None
            label = label or "总支出"
    else:
        known = state.book.known("budget_line", label)
        subject = line_of(state, label, lead.text, mark.span.place) if known or TOTALS.fullmatch(label) else None
        three = three_public(state, label, "actual", mark.span.place) if subject is None and not known else None
        subject = three[0] if three else subject
    if subject is None or subject.entity not in ("budget_line", "three_public_line"):
        return True
    base = _BUDGETS.get(match["base"] or match.groupdict().get("plain") or "") or state.budgets.get(subject.key, "")
    if not base and _ADJUSTED.search(sentence.run.text[sentence.start : sentence.end]):
        return True  # of which of the two budgets is not said
    base = base or "initial_budget"
    if subject.entity == "three_public_line":
        base = "budget"
    word = Evidence("word", "完成率" if "率" in match[0] else "完成预算的")
    operands = [Operand("numerator", Spot(subject.key, "actual")), Operand("denominator", Spot(subject.key, base))]
    state.book.claim("ratio", said(sentence, piece, "" if label else subject.label), mark, operands, "stated", word)
    return True


def share(state: State, sentence: Sentence, piece: Piece, mark: Mark) -> bool:
    """Read a share: the last figure as a part of what is named, or of the head of its group."""
    match = SHARE.search(piece.lead)
    if match is None:
        return False
    part = state.last
    if part is None or not state.fresh or match.start() > 0:
        return True
    whole = match["whole"]
    spot: Spot | None = None
    group = state.groups[-1] if state.groups else None
    head = group.head if group is not None and part in group.parts else None
    at = piece.start + match.start("whole")
    named = sentence.run.text[at : at + len(whole)].removesuffix("的")
    if not whole or (head is not None and len(named) >= 4 and head.label.endswith(named)):
        if head is None:
            return True
        denominator = Operand("denominator", head.spot) if head.spot else Operand("denominator", mark=head.mark)
    else:
        spot = _whole(state, sentence, piece.start + match.start("whole"), whole, part)
        if spot is None or spot not in state.book.first or spot == part.spot:
            return True
        denominator = Operand("denominator", spot)
    numerator = Operand("numerator", part.spot) if part.spot else Operand("numerator", mark=part.mark)
    state.book.claim(
        "ratio", said(sentence, piece, part.label), mark, [numerator, denominator], "stated", Evidence("word", "占")
    )
    return True


def _whole(state: State, sentence: Sentence, start: int, masked: str, part: Figure) -> Spot | None:
    text = sentence.run.text[start : start + len(masked)].removesuffix("的")
    if text in ("本年支出合计", "总支出", "支出合计", "本年支出"):
        return Spot(state.book.names.get(("budget_line", "总支出"), ""), "actual")
    if text in ("本年收入合计", "收入合计", "本年收入"):
        return Spot("unit", "income")
    if text in ("政府采购支出总额", "政府采购支出", "政府采购总额"):
        return Spot("unit", "procurement_actual")
    if "三公" in text and part.spot is not None and part.spot.fact.startswith("three"):
        return Spot(state.book.names.get(("three_public_line", "three_public_total"), ""), part.spot.field)
    return None


def close(state: State, group: Group) -> None:
    """End a group: what its parts add up to, and how many there are."""
    parts = [part for part in group.parts if group.head is None or part.mark.kind == group.head.mark.kind]
    members = [part.subject for part in parts if part.subject is not None and part.subject.entity == "budget_line"]
    for counted in group.counts:
        if members and len(members) == len(parts):
            state.members[counted.label] = members
            _count(state, counted.mark, counted.words, members)
    head = group.head
    if head is None and parts and group.counts and all(part.mark.kind == "count" for part in parts):
        head = Figure(group.counts[-1].mark, group.counts[-1].label, None, None)
    if (
        head is None
        or len(parts) < 2
        or (head.mark.kind == "count" and len({head.mark.unit, *(p.mark.unit for p in parts)}) > 1)
    ):
        return
    closes = foots(head.mark, [part.mark for part in parts])
    last = parts[-1].label
    if not closes and not last.startswith("其他") and not all(part.spot for part in (head, *parts)):
        return
    reason = Evidence("foots" if closes else "open sum", head.mark.span.id)
    for part in (head, *parts):
        if part.spot is not None:
            state.book.support(part.spot, reason)
    operands = [Operand("term", part.spot) if part.spot else Operand("term", mark=part.mark) for part in parts]
    text = f"{head.label}{head.mark.shown}，其中：" + "、".join(part.label + part.mark.shown for part in parts)
    spot = state.book.claim("sum", text, head.mark, operands, "stated", Evidence("word", "其中"), reason)
    for outer in state.groups:  # a subtotal stands for its parts in the sum above it
        outer.parts = [
            part._replace(spot=Spot(spot, "amount")) if part is head and head.spot is None else part
            for part in outer.parts
        ]


def _count(state: State, mark: Mark, words: str, members: list[Subject]) -> None:
    operands = [Operand("member", Spot(member.key, "")) for member in members]
    state.book.claim("count", words, mark, operands, "stated", Evidence("word", words))


def again(state: State, label: str, mark: Mark, words: str) -> bool:
    """Read a number of things that were counted before; returns whether they were."""
    members = state.members.get(label)
    if members is None:
        return False
    _count(state, mark, words, members)
    return True


def said(sentence: Sentence, piece: Piece, label: str) -> str:
    """Return what the report says with a figure, after the name of what it speaks of where that stands elsewhere."""
    assert piece.mark is not None
    words = sentence.raw(piece.start, piece.mark.after)
    text = words if label and label in words else label + words
    return f"“{text}" if text.count("”") > text.count("“") else text  # a label begins behind the mark


def said_before(state: State, label: str, mark: Mark) -> Figure | None:
    """Return an amount that says again what a line was said to have; nothing where it is none of its amounts, or several."""
    key = state.book.known("budget_line", label)
    spots = (
        [spot for spot, first in state.book.first.items() if spot.fact == key and amount(first) == amount(mark)]
        if key
        else []
    )
    if len(spots) != 1:
        return None
    name = next(text for field, text, _ in state.book.facts[key].texts if field == "name")
    state.book.restate(mark, spots[0], label, Evidence("name", name))
    return Figure(mark, name, spots[0], Subject("budget_line", key, name))
