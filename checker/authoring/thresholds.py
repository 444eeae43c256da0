"""Parameters as a table of one value a row, which people filter and edit in Excel: its columns, its rows, what changed."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from checker.authoring.writing import flow
from checker.base import places
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.width import cut, width
from checker.reports.workbook import Book, Page
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Basis, Parameter, ParameterValue, Reach
from checker.rulebook.shapes import BASIS_KEYS, PARAMETER_TYPES, VALUE_KEYS, VERIFIED_WORDS

COLUMNS = {
    "id": Text("编号", "id"),
    "zh": Text("名称", "name"),
    "type": Text("类型", "type"),
    "value": Text("值", "value"),
    "from": Text("自", "from"),
    "to": Text("至", "to"),
    "stated_for": Text("所见年度", "stated for"),
    "jurisdiction": Text("行政区划", "jurisdiction"),
    "levels": Text("级次", "levels"),
    "unit_kinds": Text("单位性质", "kinds of unit"),
    "instrument": Text("文件", "instrument"),
    "article": Text("条款", "article"),
    "verified": Text("核对", "verified"),
    "verified_by": Text("复核人", "verified by"),
    "verified_on": Text("复核日期", "verified on"),
    "reference": Text("参照", "reference"),
    "note": Text("说明", "note"),
    "en": Text("英文", "English"),
}
"""The columns: what a parameter, a value and its basis are made of, by the keys of a parameter file."""
WIDTHS = (24, 20, 10, 14, 12, 12, 12, 12, 14, 14, 44, 20, 10, 10, 12, 8, 30, 30)
SHEET = Text("参数", "Parameters")
SEVERAL = "、"
"""What stands between the levels, kinds of unit, years or texts of one cell."""
VERIFIED_SAID = {meant: word for word, meant in reversed(VERIFIED_WORDS.items()) if not word.isascii()}
"""How far a basis was read, by the first Chinese word for it."""
OWN = "# 由 checker parameters import 写出，再次导入时整个改写 / written by checker parameters import, and written anew by it\n"
"""The first line of a file that an import wrote."""
Row = dict[str, str]


def chosen(book: Rulebook, names: Iterable[str]) -> list[Parameter]:
    """Return the parameters whose id or Chinese name holds one of *names* (none: all); raises InputError for a name that none has."""
    wanted = list(names)
    found = [
        each
        for each in sorted(book.parameters.values(), key=lambda each: each.id)
        if not wanted or any(name in each.id or name in each.zh for name in wanted)
    ]
    known = [word for each in book.parameters.values() for word in (each.id, each.zh)]
    problems = [
        Problem(
            "no-parameter",
            Place("checker parameters"),
            Text(f"没有参数“{name}”", f"there is no parameter {name!r}"),
            did_you_mean(name, known) or Text("看 checker parameters list", "see: checker parameters list"),
        )
        for name in wanted
        if not any(name in word for word in known)
    ]
    if problems:
        raise InputError(problems)
    return found


def listed(
    book: Rulebook, parameters: Iterable[Parameter], year: int | None, jurisdiction: str, lang: str
) -> tuple[list[str], list[list[str]]]:
    """Return the headings and rows of a list of values, those only that hold in *year* and bind *jurisdiction* or a place in it."""
    zh = lang == "zh"
    heads = (
        ["参数", "编号", "值", "对象", "施行", "依据", "核对"]
        if zh
        else ["parameter", "id", "value", "for", "in force", "basis", "verified"]
    )
    lines = []
    for parameter in parameters:
        for value in parameter.values:
            if year is not None and not _in_year(value, year):
                continue
            if not concerns(value.reach, jurisdiction):
                continue
            text = value.text if width(value.text) <= 24 else cut(value.text, 24)
            lines.append(
                [
                    parameter.zh,
                    parameter.id,
                    text,
                    _whom(value, book, lang),
                    value.validity.say(lang),
                    ("；" if zh else "; ").join(cut(each.say(lang), 40) for each in value.basis),
                    "、".join(VERIFIED_SAID[each.verified] if zh else each.verified for each in value.basis),
                ]
            )
    return heads, lines


def concerns(reach: Reach, jurisdiction: str) -> bool:
    """Whether what binds *reach* binds the place of the code *jurisdiction* (none: any) or one in it."""
    asked = places.within(jurisdiction)
    return asked.startswith(reach.jurisdiction) or reach.jurisdiction.startswith(asked)


def named_places(book: Rulebook) -> Text:
    """Return the places that have values of their own, with their codes."""
    codes = sorted({v.reach.jurisdiction for each in book.parameters.values() for v in each.values} - {""})
    shown = [places.called(code) for code in codes]
    return Text("有自己的取值的地区：" + "、".join(shown), "places with values of their own: " + ", ".join(shown))


def _in_year(value: ParameterValue, year: int) -> bool:
    validity = value.validity
    if validity.years:
        return year in validity.years
    return (validity.start is None or validity.start.year <= year) and (
        validity.end is None or validity.end.year >= year
    )


def _whom(value: ParameterValue, book: Rulebook, lang: str) -> str:
    zh = lang == "zh"
    reach = value.reach
    place = ("全国" if zh else "everywhere") if not reach.jurisdiction else places.called(reach.jurisdiction)
    return " ".join(
        filter(
            None,
            [place, _names(book, "budget_level", reach.levels, zh), _names(book, "unit_kind", reach.unit_kinds, zh)],
        )
    )


def rows(book: Rulebook, chosen: Iterable[Parameter], lang: str) -> Iterator[Row]:
    """Yield a row for each value of the parameters *chosen*, a further one for each further basis; empty cells are left out."""
    zh = lang == "zh"
    for parameter in chosen:
        for value in parameter.values:
            head = {
                "id": parameter.id,
                "zh": parameter.zh,
                "type": PARAMETER_TYPES[parameter.type] if zh else parameter.type,
                "value": printed(value),
                "from": str(value.validity.start or ""),
                "to": str(value.validity.end or ""),
                "stated_for": SEVERAL.join(map(str, value.validity.years)),
                "jurisdiction": value.reach.jurisdiction,
                "levels": _names(book, "budget_level", value.reach.levels, zh),
                "unit_kinds": _names(book, "unit_kind", value.reach.unit_kinds, zh),
            }
            for basis in value.basis:
                row = {**head, **_basis(basis, lang)}
                yield {key: text for key, text in row.items() if text}


def printed(value: ParameterValue) -> str:
    """Return a value as a cell holds it: a list of texts with 、 between, or as JSON where a text of it holds that sign or a blank."""
    if not isinstance(value.value, tuple):
        return value.text
    plain = all(word == word.strip() and SEVERAL not in word and word[0] != "[" for word in value.value)
    return SEVERAL.join(value.value) if plain else json.dumps(value.value, ensure_ascii=False)


def _names(book: Rulebook, enumeration: str, values: Iterable[str], zh: bool) -> str:
    known = book.vocabulary.enumerations[enumeration].values
    return SEVERAL.join(known[value][0] if zh else value for value in values)


def _basis(basis: Basis, lang: str) -> Row:
    return {
        "instrument": basis.instrument,
        "article": basis.article,
        "verified": VERIFIED_SAID[basis.verified] if lang == "zh" else basis.verified,
        "verified_by": basis.verified_by,
        "verified_on": str(basis.verified_on or ""),
        "reference": ("是" if lang == "zh" else "true") if basis.reference else "",
        "note": basis.note,
        "en": basis.en,
    }


def as_csv(table: Iterable[Row], lang: str) -> bytes:
    """Return the table as CSV in UTF-8 with a byte order mark, which Excel needs."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([head.say(lang) for head in COLUMNS.values()])
    writer.writerows([row.get(key, "") for key in COLUMNS] for row in table)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(table: Iterable[Row], lang: str) -> bytes:
    """Return the table as a workbook whose cells are texts: nothing in it is rounded, and a code keeps its zeros."""
    book = Book(lang, SHEET.say(lang))
    page = Page(book, book.name(SHEET.say(lang)), WIDTHS)
    found = list(table)
    text = book.format(num_format="@")
    page.heads([head.say(lang) for head in COLUMNS.values()], len(found))
    for row in found:
        page.write([row.get(key, "") for key in COLUMNS], [text] * len(COLUMNS))
    for column in range(len(COLUMNS)):
        page.sheet.set_column(column, column, WIDTHS[column], text)  # a value that is added is a text as well
    return book.bytes()


class Change(NamedTuple):
    """What an import changes of one parameter: values that are new, values that are gone; `known` is False for a new parameter."""

    parameter: Parameter
    added: tuple[ParameterValue, ...]
    removed: tuple[ParameterValue, ...]
    known: bool = True


def change(before: Parameter | None, after: Parameter) -> Change | None:
    """Return what changed of a parameter; None where every value is as it was, in whatever order."""
    old = Counter(map(_said, before.values)) if before is not None else Counter[tuple[object, ...]]()
    new = Counter(map(_said, after.values))
    added = tuple(value for value in after.values if not old[_said(value)])
    removed = tuple(value for value in (before.values if before is not None else ()) if not new[_said(value)])
    if not added and not removed:
        return None
    return Change(after, added, removed, before is not None)


def _said(value: ParameterValue) -> tuple[object, ...]:
    return value.value, value.reach, value.validity, frozenset(value.basis)


def changes_text(changes: Iterable[Change], book: Rulebook, lang: str) -> str:
    """Return the changes as people read them: a parameter, then its values that come (+) and go (-)."""
    zh = lang == "zh"
    lines: list[str] = []
    for each in changes:
        new = "" if each.known else ("（新参数）" if zh else " (new)")
        lines.append(f"{each.parameter.zh} {each.parameter.id}{new}")
        lines += [
            f"  {sign} {value_text(value, book, lang)}"
            for sign, values in (("+", each.added), ("-", each.removed))
            for value in values
        ]
    return "\n".join(lines)


def value_text(value: ParameterValue, book: Rulebook, lang: str) -> str:
    """Return one value on one line: what it is, for whom, when, and by which instrument."""
    zh = lang == "zh"
    shown = value.text if len(value.text) <= 40 else value.text[:39] + "…"
    basis = ("；" if zh else "; ").join(each.say(lang) for each in value.basis)
    return "  ".join([shown, _whom(value, book, lang), value.validity.say(lang), basis])


def file_text(changes: Iterable[Change], below: Rulebook, lang: str) -> str:
    """Return a parameter file with the *changes* to the parameters of the packs below it."""
    zh = lang == "zh"
    lines = [OWN.rstrip("\n"), "参数:" if zh else "parameters:"]
    for each in changes:
        head: dict[str, str] = {"编号" if zh else "id": each.parameter.id}
        values = each.parameter.values
        if each.known and not each.removed:
            head["已有参数" if zh else "existing"] = "补充" if zh else "add"
            values = each.added
        elif each.known:
            head["已有参数" if zh else "existing"] = "替换" if zh else "replace"
        else:
            head["名称" if zh else "zh"] = each.parameter.zh
            kind = each.parameter.type
            head["类型" if zh else "type"] = PARAMETER_TYPES[kind] if zh else kind
        pairs = [f"{key}: {flow(text)}" for key, text in head.items()]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
        lines.append("    取值:" if zh else "    values:")
        lines += [f"      - {flow(_entry(value, below, zh))}" for value in values]
    return "\n".join(lines) + "\n"


def _entry(value: ParameterValue, book: Rulebook, zh: bool) -> dict[str, object]:
    def said(shape: Mapping[str, str], body: Mapping[str, object]) -> dict[str, object]:
        return {(shape[key] if zh else key): item for key, item in body.items() if item not in ("", [])}

    def names(enumeration: str, values: Iterable[str]) -> list[str]:
        known = book.vocabulary.enumerations[enumeration].values
        return [known[each][0] if zh else each for each in values]

    validity, reach = value.validity, value.reach
    bases = [said(BASIS_KEYS, _basis(basis, "zh" if zh else "en")) for basis in value.basis]
    return said(
        VALUE_KEYS,
        {
            "value": list(value.value) if isinstance(value.value, tuple) else value.text,
            "from": str(validity.start or ""),
            "to": str(validity.end or ""),
            "stated_for": list(map(str, validity.years)),
            "jurisdiction": reach.jurisdiction,
            "levels": names("budget_level", reach.levels),
            "unit_kinds": names("unit_kind", reach.unit_kinds),
            "basis": bases[0] if len(bases) == 1 else bases,
        },
    )
