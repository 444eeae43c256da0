"""Waivers: a file of findings that an approving document excuses; counted and shown, never silent (design 7).

A waiver names one rule, one unit, one year and one subject. It excuses a `fail` and nothing else: what cannot be judged
stays open. It holds on a day that is stated, or on 31 December of the case's year, never on today's date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from checker.case import Case
from checker.casefile.source import Node, Source
from checker.errors import InputError, Place, Problem, Text, did_you_mean
from checker.outcomes import Check, Waiver
from checker.rulebook.book import Rulebook
from checker.rulebook.reader import FileReader

WAIVER_KEYS = {
    "rule": "规则",
    "unit": "单位",
    "year": "年度",
    "subject": "对象",
    "reason": "理由",
    "document": "批准文号",
    "approver": "批准人",
    "expires": "有效期至",
}
"""The keys of one waiver; all are required."""
TOP = {"waivers": "豁免"}
SOON = timedelta(days=90)
"""A waiver that ends within this time after the day in question is told."""


def read_waivers(source: Source, book: Rulebook) -> tuple[Waiver, ...]:
    """Return the waivers of a file; raises InputError with everything that is wrong with it."""
    problems: list[Problem] = []
    reader = FileReader(source, book.vocabulary, problems)
    node = reader.mapping(source.root, TOP).get("waivers")
    found: list[Waiver] = []
    if node is None and not problems:
        told = Text("没有写“豁免”", "there is no key “waivers”")
        reader.problem("required", source.root, told, Text("豁免: [ … ]", "waivers: [ … ]"))
    elif node is not None and node.kind != "list":
        reader.problem("list", node, Text("“豁免”下面要写一个清单", "“waivers” wants a list"))
    elif node is not None:
        seen: dict[tuple[str, str, int, str], int] = {}
        for entry in node.value:
            waiver = _waiver(entry, reader, book)
            if waiver is None:
                continue
            key = (waiver.rule, waiver.unit, waiver.year, waiver.subject)
            if key in seen:
                told = Text(f"和第 {seen[key]} 行的豁免重复", f"the same as the waiver on line {seen[key]}")
                reader.problem("repeated", entry, told)
            else:
                seen[key] = entry.line
                found.append(waiver)
    if problems:
        raise InputError(problems)
    return tuple(found)


def _waiver(node: Node, reader: FileReader, book: Rulebook) -> Waiver | None:
    before = len(reader.problems)
    given = reader.mapping(node, WAIVER_KEYS)
    texts = {key: reader.text(value) for key, value in given.items()}
    lacking = [key for key in WAIVER_KEYS if not texts.get(key)]
    if lacking and len(reader.problems) == before:
        zh = "、".join(WAIVER_KEYS[key] for key in lacking)
        reader.problem("required", node, Text(f"豁免缺少：{zh}", f"the waiver lacks: {', '.join(lacking)}"))
    if texts.get("rule") and texts["rule"] not in book.rules:
        told = Text(f"没有规则“{texts['rule']}”", f"there is no rule {texts['rule']!r}")
        reader.problem("no-rule", given["rule"], told, did_you_mean(texts["rule"], list(book.rules)))
    year = texts.get("year", "").removesuffix("年")
    if year and not (year.isascii() and year.isdigit() and len(year) == 4 and year != "0000"):
        reader.problem("bad-year", given["year"], Text(f"“{year}”不是年度", f"{year!r} is not a year"), Text("2020", "2020"))  # fmt: skip
    expires = reader.day(given.get("expires")) if texts.get("expires") else None
    if len(reader.problems) > before or expires is None:
        return None
    return Waiver(
        texts["rule"], texts["unit"], int(year), texts["subject"], texts["reason"], texts["document"], texts["approver"],
        expires, Place(reader.source.file, node.line, node.column),
    )  # fmt: skip


def day_of(case: Case, as_of: date | None) -> date:
    """Return the day on which waivers of a case are held against their expiry."""
    return as_of or date(case.year, 12, 31)


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
    by_rule: dict[tuple[str, int], list[int]] = {}
    for number, check in enumerate(checks):
        by_rule.setdefault((check.rule.id, check.case.year), []).append(number)
    changed = list(checks)
    for waiver in waivers:
        fitting = [n for n in by_rule.get((waiver.rule, waiver.year), ()) if _fits(waiver, checks[n])]
        if not fitting:
            notes.append((None, _told(waiver, Text("没有对上任何一项检查", "fits no check"))))
        elif len(fitting) > 1:
            told = Text(f"对上了 {len(fitting)} 项检查，没有采用；对象要写编号", f"fits {len(fitting)} checks and was not used; name the subject by its id")  # fmt: skip
            notes.append((checks[fitting[0]], _told(waiver, told)))
        else:
            notes.append((checks[fitting[0]], _told(waiver, _apply(waiver, fitting[0], changed, as_of))))
    return changed, notes


def _fits(waiver: Waiver, check: Check) -> bool:
    case = check.case
    units = {str(case.root.values.get(key)) for key in ("code", "name") if case.root.values.get(key)}
    return waiver.unit in units and waiver.subject in (check.subject.id, case.label(check.subject))


def _apply(waiver: Waiver, number: int, changed: list[Check], as_of: date | None) -> Text:
    check, day = changed[number], day_of(changed[number].case, as_of)
    if waiver.expires < day:
        return Text(f"已于 {waiver.expires} 过期（按 {day} 计），没有采用", f"expired on {waiver.expires} (as of {day}) and was not used")  # fmt: skip
    if check.outcome != "fail":
        return Text("这一项没有不符合，用不着豁免；无法判定的不能豁免", "nothing failed there; what cannot be judged cannot be waived")  # fmt: skip
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
