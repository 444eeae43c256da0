"""checker rules impact: which findings a change of a rule or a parameter adds and removes over a set of cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from checker.api import check
from checker.authoring.authored import shown
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.files import builtin
from checker.base.rates import parse_rates
from checker.base.values import (
    BadValue,
    format_money,
    parse_count,
    parse_date,
    parse_money,
    parse_number,
    parse_percent,
)
from checker.cases.case import Case
from checker.engines.outcome import Check, outcome_name
from checker.findings.explain import message
from checker.findings.identity import fingerprint
from checker.findings.report import Report
from checker.language.formatter import format_literal
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, read_pack

PARSE: dict[str, Callable[[str], Any]] = {
    "money": lambda text: parse_money(text).value,
    "percent": lambda text: parse_percent(text).value,
    "number": lambda text: parse_number(text).value,
    "count": lambda text: parse_count(text).value,
    "date": parse_date,
    "text": str,
    "texts": lambda text: _entries(text),
    "rates": lambda text: _table(text),
}
KINDS = {
    "added": Text("新增", "added"),
    "removed": Text("减少", "removed"),
    "changed": Text("变动", "changed"),
}


class Change(NamedTuple):
    """One check that comes to something else: how, and the check before and after (nothing where there was none)."""

    kind: str
    before: Check | None
    after: Check | None

    @property
    def check(self) -> Check:
        """The check to speak of: as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def amount(self) -> int:
        """By how much the money at stake changes, in fen."""
        return stake(self.after) - stake(self.before)


class Impact(NamedTuple):
    """What a change does: the reports before and after, the checks that differ, and how many findings stay."""

    old: Report
    new: Report
    changes: tuple[Change, ...]
    same: int


def stake(check: Check | None) -> int:
    """Return the money at stake in a finding that fails, in fen; nothing for any other."""
    return check.amount or 0 if check is not None and check.outcome == "fail" else 0


def impact(old: Rulebook, new: Rulebook, read: Callable[[Rulebook], Sequence[Case]], lang: str) -> Impact:
    """Judge the cases by both rulebooks and compare every check; *read* reads the cases by a rulebook's vocabulary."""
    return compared(*(check(read(book), book, lang=lang) for book in (old, new)))


def compared(old: Report, new: Report) -> Impact:
    """Return what differs between two reports on the same units."""
    before, after = ({fingerprint(c): c for c in report.checks} for report in (old, new))
    changes: list[Change] = []
    same = 0
    for key in sorted({*before, *after}):
        one, two = before.get(key), after.get(key)
        was, now = one is not None and one.is_finding, two is not None and two.is_finding
        if not was and not now:
            continue
        if was and now and one is not None and two is not None:
            if (one.outcome, one.amount, one.severity) == (two.outcome, two.amount, two.severity):
                same += 1
                continue
            changes.append(Change("changed", one, two))
        else:
            changes.append(Change("added" if now else "removed", one, two))
    order = list(KINDS)
    changes.sort(key=lambda c: (order.index(c.kind), c.check.case.file, c.check.rule.id, c.check.subject.id))
    return Impact(old, new, tuple(changes), same)


def rulebook_of(place: str, settings: Sequence[str] = ()) -> Rulebook:
    """Return the built-in rules with those in *place* on top (- for none) and parameters set; raises InputError.

    A rule file or pack in *place* stands in for the built-in rules of the same ids.
    """
    base = read_pack(shown(builtin("rules")))
    packs = [base]
    if place != "-":
        own = read_pack(Path(place))
        packs = [own] if own.is_base else _substituted(base, own)
    book = assemble(packs)
    return with_settings(book, settings) if settings else book


def _substituted(base: Pack, own: Pack) -> list[Pack]:
    """Return *base* with the rules that *own* has a version of in their stead, and the rest of *own* on top."""
    versions = {ident: part for part in own.parts if (ident := _rule_id(part))}
    known = {_rule_id(part) for part in base.parts}
    parts = tuple(
        part._replace(shown=versions[i].shown, data=versions[i].data) if (i := _rule_id(part)) in versions else part
        for part in base.parts
    )
    rest = tuple(part for part in own.parts if _rule_id(part) not in known or not _rule_id(part))
    return [base._replace(parts=parts), *([own._replace(parts=rest)] if rest else [])]


def _rule_id(part: Part) -> str:
    for line in part.data.decode("utf-8-sig", "replace").splitlines():
        key, sign, value = line.partition(":")
        if sign and key in ("id", "编号"):
            return value.split(" #")[0].strip().strip("'\"")
    return ""


def with_settings(book: Rulebook, settings: Sequence[str]) -> Rulebook:
    """Return *book* with every value of the named parameters replaced; raises InputError."""
    parameters = dict(book.parameters)
    problems: list[Problem] = []
    for word in settings:
        name, sign, text = word.replace("＝", "=").partition("=")
        known = next((p for p in parameters.values() if name.strip() in (p.id, p.zh)), None)
        place = Place("--set")
        if not sign or not text.strip():
            told = Text(f"“{word}”要写成 参数=值", f"{word!r} is written PARAMETER=VALUE")
            problems.append(
                Problem("setting", place, told, Text("例如 二审限额=300万元", "such as it_review_threshold=300万元"))
            )
        elif known is None:
            names = [n for p in parameters.values() for n in (p.zh, p.id)]
            told = Text(f"没有参数“{name.strip()}”", f"there is no parameter {name.strip()!r}")
            hint = did_you_mean(name.strip(), names) or Text(
                "有：" + "、".join(p.zh for p in parameters.values()), "there are: " + ", ".join(parameters)
            )
            problems.append(Problem("no-parameter", place, told, hint))
        else:
            try:
                value = PARSE[known.type](text.strip())
            except BadValue as bad:
                problems.append(Problem("bad-value", place, bad.message, bad.hint))
                continue
            values = tuple(v._replace(value=value, text=text.strip()) for v in known.values)
            parameters[known.id] = replace(known, values=values)
    if problems:
        raise InputError(problems)
    return replace(book, parameters=parameters, _plans={})


def impact_text(found: Impact, lang: str, limit: int = 200) -> str:
    """Return the changes as lines, with totals before and after."""
    zh = lang == "zh"
    lines: list[str] = []
    for change in found.changes[:limit]:
        one, two = change.before, change.after
        ways = [outcome_name(c, lang) if c is not None else ("没有检查" if zh else "no check") for c in (one, two)]
        money = [
            format_money(c.amount, lang=lang) if c is not None and c.amount is not None else "" for c in (one, two)
        ]
        mark = {"added": "+", "removed": "-", "changed": "~"}[change.kind]
        check_ = change.check
        lines.append(f"{mark} [{check_.rule.id}] {check_.case.unit} · {check_.case.label(check_.subject)}")
        turn = " → ".join(" ".join(word for word in pair if word) for pair in zip(ways, money, strict=True))
        lines.append(f"    {turn}")
        if change.kind != "removed":
            lines.append(f"    {message(check_, lang)}")
    if len(found.changes) > limit:
        rest = len(found.changes) - limit
        lines.append(f"…… 还有 {rest} 处" if zh else f"… and {rest} more")
    for kind, told in KINDS.items():
        own = [change for change in found.changes if change.kind == kind]
        amount = sum(change.amount for change in own)
        sign = "+" if amount > 0 else ""
        sum_ = f"{sign}{format_money(amount, lang=lang)}"
        lines.append(
            f"{told.zh} {len(own)} 处，涉及金额 {sum_}" if zh else f"{told.en}: {len(own)}, money at stake {sum_}"
        )
    lines.append(f"不变 {found.same} 处" if zh else f"unchanged: {found.same}")
    before, after = (
        report.amount(("contradiction", "disclosure", "breach", "query")) for report in (found.old, found.new)
    )
    one_, two_ = format_money(before, lang=lang), format_money(after, lang=lang)
    lines.append(
        f"全部问题的涉及金额（每笔只计一次）：{one_} → {two_}"
        if zh
        else f"money at stake in all problems (each sum once): {one_} → {two_}"
    )
    return "\n".join(lines) + "\n"


def _entries(text: str) -> tuple[str, ...]:
    return tuple(text.replace("，", ",").replace("、", ",").split(","))


def _table(text: str) -> tuple[str, ...]:
    parse_rates(_entries(text))
    return _entries(text)


def settings_text(book: Rulebook, settings: Sequence[str], lang: str) -> str:
    """Return what was set, with the values it stands in for."""
    lines = []
    for word in settings:
        name, _, text = word.replace("＝", "=").partition("=")
        known = next(p for p in book.parameters.values() if name.strip() in (p.id, p.zh))
        was = "、".join(
            dict.fromkeys(
                v.text if known.type in ("text", "texts", "rates") else format_literal(known.type, v.value)
                for v in known.values
            )
        )
        lines.append(
            f"假设 {known.zh} = {text.strip()}（原为 {was}）"
            if lang == "zh"
            else f"what if {known.id} = {text.strip()} (is {was})"
        )
    return "\n".join(lines) + "\n"
