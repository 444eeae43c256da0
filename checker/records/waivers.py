"""Waivers: a file of findings that an approving document excuses; counted and shown, never silent (design 7).

A waiver names one rule, one unit, one year and one subject. It excuses a `fail` and nothing else: what cannot be judged
stays open. It holds on a day that is stated, or on 31 December of the case's year, never on today's date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from checker.base.errors import Place, Text
from checker.cases.case import Case
from checker.cases.marks import is_mark, is_paper
from checker.documents.shape import DATE, TEXT, Key, Shape
from checker.documents.source import Source
from checker.engines.outcome import Check, Waiver
from checker.records.entries import ADDRESS, Draft, Index, read_entries
from checker.records.forms import WAIVERS
from checker.rulebook.book import Rulebook
from checker.rulebook.reader import FileReader

TOP = ("waivers", "豁免")
"""The key of the list, in English and in Chinese."""
WAIVER_KEYS = Shape(
    Text("豁免", "the waiver"),
    *ADDRESS,
    Key("reason", "理由", TEXT, required=True),
    Key("document", "批准文号", TEXT, required=True),
    Key("approver", "批准人", TEXT, required=True),
    Key("expires", "有效期至", DATE, required=True),
)
"""The keys of one waiver; all are required."""
SOON = timedelta(days=90)
"""A waiver that ends within this time after the day in question is told."""

UNFIT = Text("没有批准文件的，不能豁免", "what no document approves cannot be waived")


def unfit(name: str, text: str) -> Text | None:
    """Return why a text is no reason, document or approver at all; None where it may be one."""
    head = WAIVERS.columns[name].head
    if not is_paper(text) if name == "document" else is_mark(text) or not any(sign.isalpha() for sign in text):
        return Text(f"“{text}”不是{head.zh}", f"{text!r} is no {head.en.lower()}")
    return None


def read_waivers(source: Source, book: Rulebook) -> tuple[Waiver, ...]:
    """Return the waivers of a file; raises InputError with everything that is wrong with it."""
    seen: dict[tuple[str, str, str, str], int] = {}

    def make(draft: Draft, reader: FileReader) -> Waiver | None:
        texts = draft.texts
        expires = reader.day(draft.given.get("expires")) if texts.get("expires") else None
        if expires is None or not all(texts.get(key) for key in WAIVER_KEYS):
            return None
        for name in ("reason", "document", "approver"):
            if (told := unfit(name, texts[name])) is not None:
                reader.problem("no-approval", draft.given[name], told, UNFIT)
                return None
        key = (texts["rule"], texts["unit"], texts["year"], texts["subject"])
        if key in seen:
            told = Text(f"和第 {seen[key]} 行的豁免重复", f"the same as the waiver on line {seen[key]}")
            reader.problem("repeated", draft.node, told)
            return None
        seen[key] = draft.node.line
        return Waiver(
            texts["rule"],
            texts["unit"],
            int(texts["year"]),
            texts["subject"],
            texts["reason"],
            texts["document"],
            texts["approver"],
            expires,
            Place(source.file, draft.node.line, draft.node.column),
        )

    return tuple(read_entries(source, book, TOP, WAIVER_KEYS, make))


def day_of(case: Case, as_of: date | None) -> date | None:
    """Return the day on which waivers of a case are held against their expiry; None where its year is not known."""
    return as_of or (date(case.year, 12, 31) if case.year else None)


def ends_soon(waiver: Waiver, day: date) -> bool:
    """Tell whether a waiver still holds on a day and ends within `SOON` after it, the last day included."""
    return timedelta(0) <= waiver.expires - day <= SOON


def waive(
    checks: Sequence[Check], waivers: Sequence[Waiver], as_of: date | None = None
) -> tuple[list[Check], list[tuple[Check | None, Text]]]:
    """Return the checks with those that are excused as `waived`, and what to say of each waiver.

    A note stands with the check it speaks of, or with None where the waiver fits no check.
    """
    notes: list[tuple[Check | None, Text]] = []
    index = Index(checks)
    changed = list(checks)
    for waiver in waivers:
        fitting = index.fitting(waiver)
        if not fitting:
            notes.append((None, _told(waiver, Text("没有对上任何一项检查", "fits no check"))))
        elif len(fitting) > 1:
            told = Text(
                f"对上了 {len(fitting)} 项检查，没有采用；对象要写编号",
                f"fits {len(fitting)} checks and was not used; name the subject by its id",
            )
            notes.append((checks[fitting[0]], _told(waiver, told)))
        else:
            notes.append((checks[fitting[0]], _told(waiver, _apply(waiver, fitting[0], changed, as_of))))
    return changed, notes


def _apply(waiver: Waiver, number: int, changed: list[Check], as_of: date | None) -> Text:
    check, day = changed[number], day_of(changed[number].case, as_of)
    if day is None:
        return Text("案例的年度不详，没有采用", "the year of the case is not known, so it was not used")
    if waiver.expires < day:
        return Text(
            f"已于 {waiver.expires} 过期（按 {day} 计），没有采用",
            f"expired on {waiver.expires} (as of {day}) and was not used",
        )
    if check.outcome != "fail":
        return Text(
            "这一项没有不符合，用不着豁免；无法判定的不能豁免",
            "nothing failed there; what cannot be judged cannot be waived",
        )
    changed[number] = check._replace(outcome="waived", waiver=waiver)
    if ends_soon(waiver, day):
        return Text(
            f"已采用；{waiver.expires} 到期，在 {SOON.days} 天之内（按 {day} 计）",
            f"used; it ends on {waiver.expires}, within {SOON.days} days of {day}",
        )
    return Text(f"已采用；有效期至 {waiver.expires}", f"used; it holds until {waiver.expires}")


def _told(waiver: Waiver, what: Text) -> Text:
    return Text(
        f"豁免 {waiver.rule} · {waiver.subject}（{waiver.document}，{waiver.approver}；{waiver.place}）：{what.zh}",
        f"waiver {waiver.rule} · {waiver.subject} ({waiver.document}, {waiver.approver}; {waiver.place}): {what.en}",
    )
