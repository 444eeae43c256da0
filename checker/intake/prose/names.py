"""Names of things in prose and the facts they stand for: lines of the budget, the three public expenses, fields of the unit."""

from __future__ import annotations

import re

from checker.intake.document import Place
from checker.intake.prose.book import Book, Spot, fold
from checker.intake.prose.clauses import Sentence
from checker.intake.prose.headings import ORGAN
from checker.intake.prose.running import HEADING
from checker.intake.prose.state import State, Subject
from checker.intake.prose.words import (
    CARS,
    COMPONENT,
    ITEM,
    LEADING,
    LEVELS,
    MANNER,
    MONEY_FIELDS,
    NOT_A_LINE,
    NOT_A_NAME,
    PART,
    THREE,
    TOTALS,
    UNIT_FIELDS,
)

THREE_FIELDS = {
    "actual": "actual",
    "initial_budget": "budget",
    "adjusted_budget": "budget",  # what tables and texts publish of these expenses is the budget of the whole year
    "prior_actual": "prior_actual",
    "prior_budget": "prior_budget",
}
_YEAR = re.compile(r"20\d\d(?=年)")
_UNIT_YEAR = re.compile(r"^.{0,40}?20\d\d年(?:度|末|底)?")
_THREE_TAIL = re.compile(r"(?:财政拨款)?(?:预算)?(?:支出)?$")


_CALLED = re.compile(rf"[\u4e00-\u9fff（）]{{2,28}}?{ORGAN}(?:本级|机关)?(?=20\d\d年|年度|本年|全年|$)")
_ALONE = re.compile(r"(?:区|县|市|省)?(?:局|委|部|厅|办|院|中心|机关|部门)(?:机关)?本级(?=20\d\d年|年度|本年|全年|$)")
"""The unit without those below it (局本级): not the whole that the document is of."""
_UNIT = re.compile(rf"[\u4e00-\u9fff（）]{{3,28}}{ORGAN}(?:本级|机关)?|{_ALONE.pattern}")
_BELOW = re.compile("^(?:下属|所属|下设)?(?:预算|事业|二级)*(?:单位|机构)?[：:]?")
_OWN = re.compile(r"[本我](?:部门|单位|局|中心|委|办|院|校|镇|乡|街道|机关|级|厅|部|处|站|所|队|馆)")


def same_unit(name: str, unit: str) -> bool:
    """Whether a sentence names the unit, by its whole name or with the place before it left out or added."""
    return unit.endswith(name) or name.endswith(unit)


def another_unit(state: State, lead: str, whole: bool = False) -> str:
    """Return the unit that the words before a figure begin with, where it is not that of the document; "" for none.

    Where *whole* is set a year has to follow the name. Where nobody can tell which of several units a document is of, it is of none.
    """
    if not state.unit and len(state.several) < 2:
        return ""
    words = re.sub("^(?:其中：?|截至|目前|，)+", "", lead)
    found = _CALLED.match(words) or _ALONE.match(words)
    if found is None or _OWN.match(words) or (whole and found.end() == len(words)):
        return ""
    return "" if state.unit and same_unit(found[0], state.unit) else found[0]


def section_unit(state: State, heading: str) -> str:
    """Return the unit that a heading is the name of, where it is not that of the document; "" for none."""
    words = _BELOW.sub("", re.sub(f"^(?:{HEADING.pattern})", "", heading))
    if not _UNIT.fullmatch(words) or _OWN.match(words):
        return ""
    return "" if state.unit and same_unit(words, state.unit) else words


class Lead:
    """The words before a figure, without what may stand before a name.

    `other`: they speak of another year than the document, or of another unit; `whole`: they say that they speak of a whole year.
    """

    def __init__(self, state: State, lead: str, start: int) -> None:
        cut = _UNIT_YEAR.match(lead)
        self.other = any(int(each[0]) != state.year for each in _YEAR.finditer(lead))
        self.other = self.other or bool(another_unit(state, lead))
        begin = cut.end() if cut else 0
        if state.unit and lead.startswith(state.unit, begin):
            begin += len(state.unit)
        while match := LEADING.match(lead[begin:]):
            begin += match.end()
        self.whole = re.search("本年度?|全年|年度|20\\d\\d年度?", lead[:begin]) is not None
        self.text = lead[begin:]
        self.start = start + begin

    def label(self, sentence: Sentence, size: int) -> str:
        """Return the first *size* characters as printed."""
        return sentence.raw(self.start, self.start + size).strip("“”\"'")


def three_public(state: State, label: str, role: str, place: Place) -> tuple[Subject, Spot] | None:
    """Return the three public expense of this name and its field for *role*."""
    plain = _THREE_TAIL.sub("", label.replace("(", "（").replace(")", "）"))
    kind = next((kind for words, kind in THREE if re.fullmatch(words, plain) or re.fullmatch(words, label)), "")
    if not kind or role not in THREE_FIELDS:
        return None
    key = state.book.fact("three_public_line", kind, [("kind", kind, place)], "unit")
    return Subject("three_public_line", key, label), Spot(key, THREE_FIELDS[role])


def line_of(
    state: State, label: str, masked: str, place: Place, parent: Subject | None = None, role: str = ""
) -> Subject | None:
    """Return the budget line of this name, made where it may be one; nothing where nobody can tell what kind it is."""
    book = state.book
    if label in LEVELS:
        key = book.fact("budget_line", label, [("name", label, place), ("kind", LEVELS[label], place)])
        return Subject("budget_line", key, label)
    if TOTALS.fullmatch(label) and label != "支出":
        return total(book, place)
    if not named(masked) or NOT_A_LINE.search(masked):
        return None
    exact = book.names.get(("budget_line", fold(label)))
    kind = _kind(book, masked, parent, bool(state.role))
    if exact is None and not kind:
        return None
    key = exact or book.fact("budget_line", label, [("name", label, place), ("kind", kind, place)])
    if parent is not None:
        book.adopt(key, parent.key)
    return Subject("budget_line", key, label)


def total(book: Book, place: Place) -> Subject:
    """Return the line of all spending."""
    key = book.fact("budget_line", "总支出", [("name", "总支出", place), ("kind", "total", place)])
    return Subject("budget_line", key, "总支出")


def named(masked: str) -> bool:
    """Whether a text may be a name: not too long, no verb or reason of a sentence in it."""
    return 2 <= len(masked) <= 60 and not NOT_A_NAME.search(masked) and not MANNER.match(masked)


def _kind(book: Book, masked: str, parent: Subject | None, published: bool) -> str:
    above = _line_kind(book, parent)
    if COMPONENT.search(masked):
        return "component"
    if above:
        plain = bool(ITEM.search(masked) or PART.search(masked)) or "\ue010" in masked
        kinds = {"project": "item", "basic": "component", "component": "component", "total": "component"}
        return kinds.get(above, "") if plain else ""
    if "支出" in masked[-2:] or "\ue010" in masked:
        return "component" if "\ue010" in masked or masked == "财政拨款支出" else ""
    return "item" if ITEM.search(masked) and not published else ""  # published accounts name what is no project, too


def _line_kind(book: Book, subject: Subject | None) -> str:
    if subject is None or subject.entity != "budget_line":
        return ""
    return next(text for field, text, _ in book.facts[subject.key].texts if field == "kind")


def money_fields(label: str, final: bool) -> tuple[str, ...]:
    """Return the fields of the unit that an amount of this name stands in; income only where accounts are final."""
    plain = label.replace("(", "（").replace(")", "）")
    for words, fields in MONEY_FIELDS:
        if re.fullmatch(words, plain):
            return fields if final or fields[0].startswith(("procurement", "fixed")) else ()
    return ()


def people_field(masked: str, unit: str) -> str:
    """Return the field of the unit that a count of this name stands in; "" for none."""
    if unit in ("人", "名"):
        return next((field for words, field in UNIT_FIELDS if re.fullmatch(words, masked)), "")
    return "cars" if unit == "辆" and CARS.fullmatch(masked) else ""
