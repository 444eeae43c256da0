"""Prints filled forms as a table for the terminal and as JSON (the same input gives the same bytes)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from checker import __version__
from checker.base.errors import Text
from checker.base.width import escaped, wrap
from checker.rulebook.rule import Basis
from checker.scores.form import SHEET, Amounts, Form, FormRow
from checker.scores.scoring import STATES, number
from checker.scores.words import CLOSING, HEADS, cited, money, points_cell, weak_lead

COLUMNS = 100
WIDTHS = {"zh": (6, 10, 16, 4, 8, 10, 32), "en": (8, 11, 16, 4, 8, 8, 34)}


def table(forms: Sequence[Form], lang: str) -> str:
    """Return the forms as text."""
    return "\n".join(_form(each, lang) for each in forms)


def _form(form: Form, lang: str) -> str:
    from tabulate import tabulate

    zh = lang == "zh"
    year = str(form.year) + (" 年度" if zh else "") if form.year else Text("年度不详", "year not known").say(lang)
    lines = [form.title.say(lang), f"{form.unit} · {year} · {form.place.say(lang)}"]
    lines += [
        f"{label.say(lang)}{'：' if zh else ': '}{text.say(lang)}"
        for label, text in form.head[:1]
        if form.kind != SHEET
    ]
    lines += [*_money(form, lang), ""]
    rows: list[list[str]] = []
    last: tuple[str, ...] = ()
    for row in form.all_rows:
        groups = tuple(group.say(lang) for group in row.groups)
        first = groups[0] if groups[:1] != last[:1] else ""
        second = groups[1] if groups != last else ""
        last = groups
        cells = [
            first,
            second,
            row.title.say(lang),
            _points(row.weight),
            _value(row, lang),
            points_cell(row, lang),
            "\n".join(_told(row, lang)),
        ]
        rows.append(
            [
                "\n".join(line for part in cell.split("\n") for line in wrap(part, width))
                for cell, width in zip(cells, WIDTHS[lang], strict=True)
            ]
        )
    lines.append(tabulate(rows, [head.say(lang) for head in HEADS], tablefmt="grid", disable_numparse=True))
    lines += ["", *wrap((f"总分：{form.total.zh}。" if zh else f"Total: {form.total.en}."), COLUMNS)]
    lines += [line for remark in form.remarks for line in wrap(remark.say(lang), COLUMNS)]
    needed = form.papers()
    if needed:
        lines += ["", "待定的，补列这些资料后可以计分：" if zh else "With these papers the rest can be scored:"]
        for paper, titles in needed:
            joined = ("、" if zh else ", ").join(title.say(lang) for title in titles)
            text = paper.say(lang)
            lines += ["  " + line for line in wrap(f"{text}（{joined}）" if zh else f"{text} ({joined})", COLUMNS - 2)]
    lines.append("")
    if form.note.say(lang):
        lines += wrap(("说明：" if zh else "Note: ") + form.note.say(lang) + ("。" if zh else "."), COLUMNS)
    lines += wrap(("依据：" if zh else "Basis: ") + cited(form.basis, lang), COLUMNS)
    if form.weak():
        lines += wrap(weak_lead(form, lang), COLUMNS)
    return "\n".join([*lines, CLOSING.say(lang), ""])


def _money(form: Form, lang: str) -> list[str]:
    """Return the block of money as lines, those only that state an amount."""
    zh = lang == "zh"
    names = (Text("年初预算数", "initial budget"), Text("全年预算数", "year's budget"), Text("全年执行数", "spent"))
    lines = []
    for each in form.money:
        known = [
            f"{name.say(lang)} {money(value)}" for name, value in zip(names, each[1:], strict=True) if value is not None
        ]
        if known:
            lines.append(f"{each.name.say(lang)}{'：' if zh else ': '}{('，' if zh else ', ').join(known)}")
    unit = Text("（万元）", "(万元 = 10,000 yuan)").say(lang)
    return (
        [f"{Text('项目资金' if form.head[0][0].zh == '项目名称' else '资金', 'Money').say(lang)}{unit}", *lines]
        if lines
        else []
    )


def _points(value: Fraction | None) -> str:
    return "" if value is None else number(value)


def _value(row: FormRow, lang: str) -> str:
    """Return what was reached, and the target before it where there is one."""
    target, value = row.target.say(lang), row.value.say(lang)
    return f"{value}\n/ {target}" if target else value


def _told(row: FormRow, lang: str) -> list[str]:
    """Return the formula with the figures put in, then why points are lost or cannot be given."""
    zh = lang == "zh"
    working = row.working.say(lang)
    return [
        *([row.formula.say(lang)] if row.formula.say(lang) else []),
        *([f"= {working}"] if working else []),
        ("标准：" if zh else "Standard: ") + row.standard.say(lang),
        ("→ " if zh else "-> ") + row.reason.say(lang),
    ]


def document(forms: Sequence[Form], rulebook: str, lang: str) -> dict[str, Any]:
    """Return the forms as plain data: points as {exact, text}, where exact is a fraction such as 5/2; amounts as {fen, text}."""
    return {
        "format": "checker-score/1",
        "checker": __version__,
        "rulebook": rulebook,
        "lang": lang,
        "sheets": [_document(each, lang) for each in forms if each.kind == SHEET],
        "self_evaluations": [_document(each, lang) for each in forms if each.kind != SHEET],
    }


def _document(form: Form, lang: str) -> dict[str, Any]:
    return {
        ("sheet" if form.kind == SHEET else form.kind): form.id,
        "title": form.title.say(lang),
        "unit": form.unit,
        "year": form.year or None,
        "jurisdiction": form.jurisdiction or None,
        "file": form.file,
        "sha256": form.sha256,
        "basis": [_basis(basis) for basis in form.basis],
        "note": form.note.say(lang),
        "head": [{"label": label.say(lang), "text": text.say(lang)} for label, text in form.head],
        "money": [_amounts(each, lang) for each in form.money],
        "execution": _row(form.execution, lang) if form.execution is not None else None,
        "rows": [_row(row, lang) for row in form.rows],
        "total": form.total.say(lang),
        "remarks": [remark.say(lang) for remark in form.remarks],
        "totals": {
            "points": _fraction(form.points),
            **{state: {"rows": form.count(state), "weight": _fraction(form.weight(state))} for state in STATES},
        },
    }


def _amounts(each: Amounts, lang: str) -> dict[str, Any]:
    names = ("initial_budget", "adjusted_budget", "actual")
    amounts = {
        name: None if fen is None else {"fen": fen, "text": money(fen)}
        for name, fen in zip(names, each[1:], strict=True)
    }
    return {"name": each.name.say(lang), **amounts, "rate": _fraction(each.rate)}


def _row(row: FormRow, lang: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "groups": [group.say(lang) for group in row.groups if group.zh],
        "indicator": row.indicator or None,
        "title": row.title.say(lang),
        "formula": row.formula.say(lang) or None,
        "state": row.state,
        "target": row.target.say(lang) or None,
        "value": row.value.say(lang) or None,
        "weight": _fraction(row.weight),
        "points": _fraction(row.points),
        "deducted": _fraction(row.deducted),
        "standard": row.standard.say(lang),
        "reason": row.reason.say(lang),
        "missing": [name.say(lang) for name in row.missing],
        "marks": sorted(row.marks),
        "verified": row.verified,
        "basis": [_basis(basis) for basis in row.basis],
    }


def _basis(basis: Basis) -> dict[str, Any]:
    return {"instrument": basis.instrument, "article": basis.article, "verified": basis.verified, "note": basis.note}


def _fraction(value: Fraction | None) -> dict[str, str] | None:
    return None if value is None else {"exact": str(value), "text": number(value)}


def as_json(forms: Sequence[Form], rulebook: str, lang: str) -> str:
    """Return the forms as JSON."""
    return escaped(json.dumps(document(forms, rulebook, lang), ensure_ascii=False, indent=1)) + "\n"
