"""The grammar: from one figure to the next through a sentence, what each is called, what role its words give it, where it belongs."""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.intake.document import Note
from checker.intake.prose import relations
from checker.intake.prose.book import Spot
from checker.intake.prose.clauses import Piece, Sentence, sentences
from checker.intake.prose.counting import counted_head, three_count
from checker.intake.prose.names import (
    THREE_FIELDS,
    Lead,
    another_unit,
    line_of,
    money_fields,
    named,
    people_field,
    section_unit,
    three_public,
    total,
)
from checker.intake.prose.running import Mark, Run
from checker.intake.prose.state import Counted, Figure, Group, State, Subject
from checker.intake.prose.templates import Templates
from checker.intake.prose.words import (
    ABOUT,
    ACTUALLY,
    ADDED,
    AGAINST,
    BOUNDED,
    COUNTED,
    LEADING,
    PLAIN,
    ROLE,
    SCORED,
    WITHOUT_BUDGET,
)
from checker.intake.reading import Evidence

_OPENS = re.compile(
    r"^(?P<before>.{0,2}?)(?:其中|主要包括|包括|包含|分别为|分别是|主要用于以下方面)(?:包括|有|为|是|，)?(?P<rest>.*)$"
)
_KEEPS = re.compile(r"^(?:主要|因|由于|与|比|较|同比|按|据实|为|决算数|预算数|无|全部|其中)|持平$|\ue000项\ue001$")
_TEMPLATE = re.compile(r"(?:\ue000[类款]\ue001.{0,60}\ue000项\ue001|\ue000项\ue001)$")
_COPULA = re.compile(r"(?:共计|合计|总计|共|均)?(?:为|是|达到?)?$")
_IS = re.compile(r"均?(?:为|是|达到?)?$")
_WHOLE = {
    "支出合计": "actual",
    "年初结转和结余": "carry_in",
    "上年结转和结余": "carry_in",
    "年末结转和结余": "carry_out",
}
"""What final accounts print of all spending without a word for its role."""
_LEVEL = re.compile(r"(?:持平|一致|相同|相等)$")
"""Whole clauses that compare: what follows is compared with something else."""
_OF_FUND = re.compile("政府性基金|国有资本|财政拨款|一般公共预算")
_LEFT = re.compile("年末.{0,8}(?:结转|结余)$")
_FUND = re.compile("政府性基金|国有资本|专户|财政拨款")
THRESHOLD = Text("界限、标准，不是本单位的数", "a threshold, no figure of the unit")
_THRESHOLD_BEFORE = re.compile(
    r"(?:单价|限额|标准|造价|估算价|总价|金额)(?:在|为|达到?)?(?:超过|低于|不超过|不低于|大于|小于)?(?:人民币)?$"
)


class Grammar:
    """Reads runs one after the other into the book of its state; `context` are figures that are none of the unit."""

    def __init__(self, state: State, final: bool, templates: Templates) -> None:
        self.templates = templates
        self.state = state
        self.final = final
        self.context: list[tuple[str, Text]] = []
        self.notes: dict[str, Note] = {}
        self.other = ""
        """The unit whose report goes on, where it is another one."""

    def run(self, run: Run) -> None:
        """Read one paragraph; one under the name of another unit is that unit's."""
        state = self.state
        sections = (name for heading in run.sections if (name := section_unit(state, heading)))
        other = self.other or next(sections, "")
        if other:
            self.end_groups()
            state.section(True)
            for mark in run.marks:
                self.aside(mark, other)
            return
        goes_on = bool(state.groups) and not run.heading
        if not goes_on:
            self.end_groups()
            state.section(bool(run.label))
        said = self.templates.find(state, run)
        for sentence in sentences(run):
            for piece in sentence.pieces:
                at = piece.start if piece.mark is None else piece.mark.start
                while said and said[0].end <= at:
                    said.pop(0)
                if not said or at < said[0].start or state.elsewhere:
                    self.piece(sentence, piece)
                elif not said[0].read:
                    figure = self.templates.read(state, run, said[0], self.context)
                    said[0] = said[0]._replace(read=True)
                    self.last(figure)
            if not run.text.endswith("：") or sentence.end < len(run.text) - 1:
                self.end_groups()
            state.sentence()

    def heading(self) -> None:
        """Begin a section: nothing is spoken of any more."""
        self.end_groups()
        self.state.section(True)

    def end_groups(self, bracket: bool = False) -> None:
        """Close every group that is open, the innermost first; of a bracket that ends those that were opened in it."""
        state = self.state
        while state.groups and (not bracket or state.groups[-1].depth >= len(state.outside)):
            group = state.groups.pop()
            relations.close(state, group)
            for counted in group.counts:
                if counted.without is not None:
                    state.unbudgeted += [
                        (part.subject, counted.without, part.mark.unit)
                        for part in group.parts
                        if part.subject is not None
                    ]

    def piece(self, sentence: Sentence, piece: Piece) -> None:
        """Read one figure or one clause of words."""
        state = self.state
        if piece.mark is not None and self.elsewhere(piece):
            self.aside(piece.mark, state.elsewhere)
            state.last, state.fresh, state.subject = None, False, None
            return
        if piece.opens == "（":
            state.outside.append(state.last)
        elif piece.opens == "）" and state.outside:
            self.end_groups(bracket=True)
            state.last = state.outside.pop()
        if piece.opens == "；" and state.groups and not state.groups[-1].parts:
            state.groups.pop()  # 主要包括：办公费、印刷费；: names without figures
        if piece.mark is None:
            if piece.lead:
                self.words(sentence, piece)
            return
        mark = piece.mark
        if self.bounded(piece, mark):
            return
        if mark.kind == "percent":
            _ = (
                relations.completion(state, sentence, piece, mark)
                or relations.share(state, sentence, piece, mark)
                or relations.change(state, sentence, piece, mark)
            )
        elif mark.kind == "money":
            self.money(sentence, piece, mark)
        elif mark.kind == "count":
            self.count(sentence, piece, mark)
        elif mark.kind == "score" and state.overall and SCORED.match(piece.lead):
            state.book.use(mark, Spot("unit", "reported_score"), Evidence("word", piece.lead))

    def elsewhere(self, piece: Piece) -> bool:
        """Whether the paragraph speaks of another unit: from its name on, until the document's own is named."""
        state = self.state
        other = another_unit(state, piece.lead, whole=True)
        if other or (state.elsewhere and state.unit and state.unit in piece.lead):
            state.elsewhere = other
        return bool(state.elsewhere)

    def aside(self, mark: Mark, other: str) -> None:
        """Note that a figure is another unit's."""
        if mark.kind in ("money", "percent", "count", "score"):
            why = Text(f"另一个单位（{other}）的数，没有采用", f"a figure of another unit, {other}, not used")
            self.context.append((mark.span.id, why))
            self.notes.setdefault(other, Note(mark.span.place, why))

    def bounded(self, piece: Piece, mark: Mark) -> bool:
        """Whether words make a bound or an approximation of the figure; an amount that things are measured by is context."""
        behind = BOUNDED.match(piece.tail)
        before = ABOUT.search(piece.lead)
        if (
            mark.kind == "money"
            and (behind or (before and "的" in piece.tail))
            and (
                _THRESHOLD_BEFORE.search(piece.lead)
                or (behind and "的" in piece.tail)
                or (before and "的" in piece.tail)
            )
        ):
            self.context.append((mark.span.id, THRESHOLD))
            return True
        return bool(before or behind) and not (before and before[0] in ("超",) and "预算" in piece.lead)

    def words(self, sentence: Sentence, piece: Piece) -> None:
        """Read a clause without a figure: what it opens, compares with, or names."""
        state = self.state
        opened = _OPENS.match(piece.lead)
        if opened and not opened["rest"]:
            self.open(sentence)
            return
        against = AGAINST.search(piece.lead)
        if against and not _LEVEL.search(piece.lead):
            state.against = against["base"]
        without = WITHOUT_BUDGET.search(piece.lead)
        if without:
            state.without = (without[0], sentence.run.place(piece.start))
            return
        numbered = bool(sentence.run.label) and piece.start == len(sentence.run.label)
        if _TEMPLATE.search(piece.lead) and (numbered or "\ue000类\ue001" in piece.lead):
            lead = Lead(state, piece.lead, piece.start)
            subject = line_of(state, lead.label(sentence, len(lead.text)), lead.text, sentence.run.place(piece.start))
            state.subject = subject
            return
        if not _KEEPS.search(piece.lead) and not against and not (state.subject and state.subject.label.endswith("）")):
            state.subject = None

    def open(self, sentence: Sentence) -> None:
        """Open a group under the last figure, or under what was counted."""
        state = self.state
        since = state.counts[-1].number if state.counts else state.number - 1
        head = state.last if state.spoken >= since else None
        if head is None and not state.counts:
            return
        group = Group(head, list(state.counts), len(state.outside))
        inner = state.groups[-1] if state.groups else None
        if head is not None and head.spot is not None:
            group.role, group.owner = head.spot.field, head.subject
        elif inner is not None and head in inner.parts:
            group.role, group.owner = inner.role, inner.owner
        state.counts.clear()
        state.groups.append(group)

    def money(self, sentence: Sentence, piece: Piece, mark: Mark) -> None:
        """Read an amount."""
        state = self.state
        lead_text, start = piece.lead, piece.start
        opened = _OPENS.match(lead_text)
        if opened and (not opened["before"] or LEADING.fullmatch(opened["before"])):
            self.open(sentence)
            start += opened.start("rest")
            lead_text = opened["rest"]
        inner = piece._replace(lead=lead_text, start=start)
        if not lead_text and not piece.opens and state.counts:
            self.subtotal(mark)
            return
        if relations.change(state, sentence, inner, mark):
            return
        lead = Lead(state, lead_text, start)
        if lead.other or (mark.loose and not self.state.book.names):
            state.fresh = False
            return
        figure = self.roled(sentence, lead, mark) or self.plain(sentence, lead, mark)
        if figure is None:
            state.last, state.fresh = None, False
            return
        self.keep(figure)

    def keep(self, figure: Figure) -> None:
        """Note the last figure, and what it is a part of."""
        state = self.state
        self.last(figure)
        if figure.subject is not None:
            state.subject = figure.subject
        group = state.groups[-1] if state.groups else None
        if group is not None and group.head is not None and "支出" in group.head.label and _LEFT.search(figure.label):
            return  # 其中：基本支出…，项目支出…；年末结转和结余…: what is left is no part of what was spent
        if group is not None and (
            figure.spot is None or figure.spot.field == group.role or group.head is None or group.head.spot is None
        ):
            group.parts.append(figure)

    def last(self, figure: Figure) -> None:
        """Note the figure that what follows may speak of."""
        self.state.last, self.state.fresh, self.state.spoken = figure, True, self.state.number

    def subtotal(self, mark: Mark) -> None:
        """Read an amount behind a number of things: 共计9个1129.93万元."""
        state = self.state
        figure = Figure(mark, state.counts[-1].label, None, None)
        self.last(figure)
        if state.groups:
            state.groups[-1].parts.append(figure)

    def roled(self, sentence: Sentence, lead: Lead, mark: Mark) -> Figure | None:
        """Return an amount whose words give it a role, put into the field of the thing that it names or that is spoken of."""
        state = self.state
        actually = ACTUALLY.match(lead.text)
        if actually:
            subject = self.subject(sentence, lead, actually.start("label"), actually.end("label"), "actual", mark)
            return self.put(subject, "actual", mark, "实际") if subject else None
        for pattern, field in ROLE:
            match = pattern.match(lead.text)
            if match is None:
                continue
            end = match.end("label")
            subject = self.subject(sentence, lead, 0, end, field, mark)
            if subject is None:
                return self.of_unit(sentence, lead, mark)
            if field.endswith("budget") and field != "prior_budget":
                state.budgets[subject.key] = field if field == "adjusted_budget" else "initial_budget"
            return self.put(subject, field, mark, match["role"])
        return None

    def subject(self, sentence: Sentence, lead: Lead, begin: int, end: int, field: str, mark: Mark) -> Subject | None:
        """Return what the label before a role names; without a label, what is spoken of in the sentence."""
        state = self.state
        masked = lead.text[begin:end]
        label = sentence.raw(lead.start + begin, lead.start + end).strip("“”\"'")
        place = sentence.run.place(mark.start)
        if masked == "支出" and lead.whole and state.subject is None and not state.groups:
            return total(state.book, place)
        if not masked or masked in ("支出", "据实结算", "据实支付"):
            return state.subject if masked or not begin else None
        three = three_public(state, label, field, place)
        if three is not None:
            return three[0]
        group = state.groups[-1] if state.groups else None
        return line_of(
            state, label, masked, place, group.owner if group is not None and group.owner is not None else None
        )

    def put(self, subject: Subject, field: str, mark: Mark, word: str) -> Figure | None:
        """Put an amount into a field of what is spoken of."""
        name = THREE_FIELDS.get(field, "") if subject.entity == "three_public_line" else field
        if not name:
            return None
        spot = Spot(subject.key, name)
        self.state.book.use(mark, spot, Evidence("word", word), label=subject.label)
        return Figure(mark, subject.label, spot, subject)

    def of_unit(self, sentence: Sentence, lead: Lead, mark: Mark) -> Figure | None:
        """Return an amount that is one of the unit as a whole, or one that has a name and no field."""
        state = self.state
        label = lead.label(sentence, len(_IS.sub("", lead.text)))
        fields = money_fields(label, self.final)
        size = _COPULA.search(lead.text).start()  # type: ignore[union-attr]
        label = label if fields else lead.label(sentence, size)
        if not fields:
            return Figure(mark, label, None, None) if named(lead.text[:size]) else None
        for field in fields:
            state.book.use(mark, Spot("unit", field), Evidence("word", label))
        return Figure(mark, label, Spot("unit", fields[0]), None)

    def plain(self, sentence: Sentence, lead: Lead, mark: Mark) -> Figure | None:
        """Return an amount with a name and no role: a part of a group, something said before, or a total that needs no role."""
        state = self.state
        fund = _FUND.search(sentence.run.text[sentence.start : mark.start])  # of one fund, and not of all money
        whole = _WHOLE.get(_IS.sub("", lead.text)) if self.final and not state.groups and not fund else None
        if whole is not None:
            return self.put(total(state.book, mark.span.place), whole, mark, lead.text)
        match = PLAIN.match(lead.text)
        assert match is not None
        masked = match["label"]
        label = lead.label(sentence, len(masked))
        if not masked or not named(masked.strip("“”")):
            return self.of_unit(sentence, lead, mark)
        group = state.groups[-1] if state.groups else None
        if group is not None and group.owner is not None and _OF_FUND.search(group.owner.label):
            return Figure(mark, label, None, None)  # its 基本支出 is not that of all money
        known = relations.said_before(state, label, mark)
        if known is not None:
            return known
        if group is not None and group.role and group.owner is not None:
            part = self.part(label, masked, mark, group)
            if part is not None:
                return part
        item = re.search("\ue000类\ue001.*\ue000款\ue001.*\ue000项\ue001”?$", masked)
        if item and state.role == "initial_budget":  # a budget lists its items by name and amount alone
            subject = line_of(state, label, masked.strip("“”"), mark.span.place)
            if subject is not None:
                spot = Spot(subject.key, state.role)
                state.book.use(mark, spot, Evidence("document", "预算"), label=label)
                return Figure(mark, label, spot, subject)
        three = three_public(state, label, state.role, mark.span.place) if state.role and "三公" not in label else None
        if three is not None and label.endswith("支出") and self.final:
            self.state.book.use(mark, three[1], Evidence("document", state.role))
            return Figure(mark, label, three[1], three[0])
        return self.of_unit(sentence, lead, mark)

    def part(self, label: str, masked: str, mark: Mark, group: Group) -> Figure | None:
        """Return a part of a group, with the role of its head."""
        state, owner = self.state, group.owner
        assert owner is not None
        head = group.head
        reasons = [Evidence("group", head.mark.span.id if head else group.counts[-1].mark.span.id)]
        if owner.entity == "three_public_line":
            role = next((role for role, field in THREE_FIELDS.items() if field == group.role), "")
            three = three_public(state, label, role, mark.span.place)
            if three is None or three[0].key == owner.key:
                return None
            state.book.use(mark, three[1], *reasons)
            return Figure(mark, label, three[1], three[0])
        if owner.entity != "budget_line" or mark.loose:
            return None
        subject = line_of(state, label, masked, mark.span.place, owner, group.role)
        if subject is None or subject.key == owner.key:
            return None
        spot = Spot(subject.key, group.role)
        state.book.use(mark, spot, *reasons, label=label)
        return Figure(mark, label, spot, subject)

    def count(self, sentence: Sentence, piece: Piece, mark: Mark) -> None:
        """Read a number of people, cars or things."""
        state = self.state
        opened = _OPENS.match(piece.lead)
        text, start = piece.lead, piece.start
        if opened and (not opened["before"] or LEADING.fullmatch(opened["before"])):
            self.open(sentence)
            text, start = opened["rest"], start + opened.start("rest")
        if relations.change(state, sentence, piece._replace(lead=text, start=start), mark):
            return
        lead = Lead(state, text, start)
        if lead.other:
            return
        masked = lead.text[: _COPULA.search(lead.text).start()]  # type: ignore[union-attr]
        field = people_field(masked, mark.unit)
        label = lead.label(sentence, len(masked)) or piece.tail[:12]
        group = state.groups[-1] if state.groups else None
        whole = counted_head(group)
        if group is not None and whole is not None:
            if whole.unit == mark.unit:
                group.parts.append(Figure(mark, label, None, None))
            return
        spot = Spot("unit", field) if field else three_count(state, text, mark)
        if spot is not None:
            state.book.use(mark, spot, Evidence("word", label))
        elif mark.unit in ("个", "项") and COUNTED.search(masked):
            self.things(sentence, text, start, masked, mark)
            return
        self.last(Figure(mark, label, spot, None))

    def things(self, sentence: Sentence, text: str, start: int, masked: str, mark: Mark) -> None:
        """Read how many things of a name there are: they are named before, or in the group that opens next."""
        state = self.state
        label = masked.removesuffix("预算")
        words = sentence.raw(start, mark.after)
        if relations.again(state, label, mark, words):
            return
        without = state.without or ((ADDED.search(text)[0], mark.span.place) if ADDED.search(text) else None)  # type: ignore[index]
        state.without = None
        state.counts.append(Counted(mark, label, words, state.number, without))
