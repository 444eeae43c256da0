"""Reads a parameter: its values with whom and when they bind, and what it does with one of its id in a pack below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.base.numerals import in_digits
from checker.base.patterns import pattern
from checker.base.rates import parse_rates
from checker.base.values import BadValue, parse_count, parse_date, parse_money, parse_number, parse_percent
from checker.documents.node import Node
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Parameter, ParameterValue, Validity
from checker.rulebook.shapes import EXISTING_WORDS, PARAMETER_KEYS, PARAMETER_TYPES, VALUE_KEYS


def read_parameter(reader: FileReader, node: Node, below: Mapping[str, Parameter]) -> Parameter | None:
    """Return one parameter with its values; *below* are those of the packs that this one stands on."""
    before = len(reader.problems)
    body = reader.mapping(node, PARAMETER_KEYS)
    if len(reader.problems) > before:
        return None
    ident = reader.text(body.get("id") or body.get("name"))
    existing = reader.choice(body.get("existing"), EXISTING_WORDS, Text("对已有参数", "existing"), "")
    first = below.get(ident) if existing else None
    types = {**{key: key for key in PARAMETER_TYPES}, **{zh: key for key, zh in PARAMETER_TYPES.items()}}
    kind = reader.choice(body.get("type"), types, Text("参数类型", "the type"), first.type if first else "number")
    if len(reader.problems) > before:
        return None
    if not ident or not ident.isascii() or not ident.replace("_", "a").isalnum():
        reader.problem(
            "parameter-id",
            node,
            Text(
                f"参数编号“{ident}”要用小写字母、数字和下划线",
                f"the id {ident!r} of a parameter is made of letters, digits and underscores",
            ),
        )
        return None
    if existing and not _stands(reader, body, ident, kind, first):
        return None
    zh = reader.text(body.get("zh")) or (first.zh if first else ident)
    values: list[ParameterValue] = []
    places: list[Node] = []
    if first is not None and existing == "add":
        values += first.values
        places += [node] * len(values)
    entries = body["values"].value if "values" in body and body["values"].kind == "list" else []
    if "value" in body:
        values += _value(reader, body, kind, body["value"])
        places += [node] * (len(values) - len(places))
    for entry in entries:
        found = reader.mapping(entry, VALUE_KEYS)
        if "value" not in found:
            reader.problem("parameter-value", entry, Text("这一条没有写值（value，值）", "this entry has no value"))
            continue
        read = _value(reader, {**{k: v for k, v in body.items() if k == "basis"}, **found}, kind, found["value"])
        values += read
        places += [entry] * len(read)
    if not values and len(reader.problems) > before:
        return None
    if not values:
        reader.problem("parameter-value", node, Text(f"参数“{zh}”没有取值", f"the parameter {ident} has no value"))
        return None
    _overlaps(reader, places, zh, ident, values)
    # rules of the pack below may name it: there it stays at home
    file, line = (first.file, first.line) if first is not None else (reader.source.file, node.line)
    if kind == "text" and not isinstance(values[0].value, str):
        kind = getattr(_figure(values[0].text), "kind", kind)
    return Parameter(ident, zh, "number" if kind == "count" else kind, tuple(values), file, line)


def _value(reader: FileReader, found: dict[str, Node], kind: str, node: Node) -> list[ParameterValue]:
    text = "、".join(reader.words(node))
    readers: dict[str, Callable[[str], Any]] = {
        "money": lambda t: parse_money(t).value,
        "percent": lambda t: parse_percent(t).value,
        "number": lambda t: parse_number(t).value,
        "count": lambda t: parse_count(t).value,
        "date": parse_date,
        "text": lambda t: t,
    }
    listed = kind in ("texts", "rates")
    written = "" if listed else reader.text(node)
    figure = _figure(written) if kind == "text" else None
    if figure is not None:
        told = Text(f"“{written}”是一个数，参数却是文字", f"{written!r} is a figure, and the parameter a text")
        reader.problem("parameter-text", node, told, figure.advice)
        kind, written = figure.kind, figure.value  # read on as what it is: its name is no other mistake
    plain = written if listed or kind == "text" else in_digits(written)
    span = _MEASURED.fullmatch(plain.strip()) if kind in ("count", "number") else None
    if span is not None and span[2] in _SPANS:
        told = Text(
            f"参数是一个数，“{written}”的“{span[2]}”不会带进条件：{span[1]} 会当作 {span[1]} 天、{span[1]} 个月或 {span[1]} 年，看条件怎么写",
            f"a parameter is a number: the {span[2]} of {written!r} would not reach the condition, which may take it for days or months",
        )
        advice = Text(
            "值只写数，单位写进名称，例如 名称 清退月数、值 12，条件写 延后月(收取日期, 清退月数)",
            "write the number alone and its unit into the name, such as months_to_return with the value 12, and months_after(date, months_to_return)",
        )
        reader.problem("parameter-span", node, told, advice)
        return []
    try:
        value: Any = reader.words(node) if listed else readers[kind](plain)
        if kind == "rates":
            parse_rates(value)
    except BadValue as bad:
        hint = (
            Text("给值写上单位，例如 3000元、200万元", "give the value a unit, such as 3000元 or 200万元")
            if kind == "money"
            else bad.hint
        )
        reader.problem("bad-value", node, bad.message, hint)
        value = None
    basis = reader.basis(found.get("basis"))
    if not basis:
        reader.problem("basis", node, Text("参数取值没有写依据（basis）", "the value of this parameter has no basis"))
    read = ParameterValue(value, text, reader.reach(found), reader.validity(found), basis)
    return [] if value is None else [read]


_MEASURED = pattern(
    r"([\d,.]+)\s*(平方米|平米|平方公里|㎡|公里|千米|米|吨|公斤|人|人次|次|天|日|周|个月|月|年|小时|辆|台|套|件|份|家|个|项)"
)
"""A number and what it is counted in."""
_SPANS = ("周", "个月", "月", "年", "小时")
"""Spans of time that are no days: a bare number of them says no longer what it counts."""


class Figure(NamedTuple):
    """A figure that stands where a text should: its kind, its value without what it is counted in, and what to write."""

    kind: str
    value: str
    advice: Text


def _figure(text: str) -> Figure | None:
    """Return the figure that the text of a parameter is; None for a text that is none."""
    plain = in_digits(text.strip())
    for kind, parse in (("money", parse_money), ("percent", parse_percent)):
        try:
            parse(plain)
        except BadValue:
            continue
        advice = Text(f"写 类型: {PARAMETER_TYPES[kind]}, 值: {plain}", f"write type: {kind}, value: {plain}")
        return Figure(kind, plain, advice)
    found = _MEASURED.fullmatch(plain)
    if found is None:
        return None
    advice = Text(
        f"写 类型: 数字, 值: {found[1]}；单位（{found[2]}）写进名称里",
        f"write type: number, value: {found[1]}; the unit ({found[2]}) goes into the name",
    )
    return Figure("number", found[1], advice)


def measured(text: str) -> str:
    """Return the bare number of a measure such as 9平方米; "" where *text* is none."""
    plain = in_digits(text.strip())
    found = _MEASURED.fullmatch(plain)
    return found[1] if found is not None and found[2] not in _SPANS else ""


def _stands(reader: FileReader, body: dict[str, Node], ident: str, kind: str, first: Parameter | None) -> bool:
    """Whether there is a parameter below, of the type that is said; a problem where there is not."""
    if first is None:
        told = Text(f"下面的规则包里没有参数“{ident}”", f"no pack below has the parameter {ident!r}")
        hint = Text("新的参数不写“已有参数”", "a new parameter has no “existing”")
        reader.problem("no-parameter", body["existing"], told, hint)
        return False
    if (kind if kind != "count" else "number") != first.type:
        told = Text(
            f"参数“{ident}”的类型是{PARAMETER_TYPES[first.type]}", f"the parameter {ident!r} is of type {first.type}"
        )
        reader.problem("type", body["type"], told, Text("照原来的类型写，或不写", "write that type, or none"))
        return False
    if "zh" in body and reader.text(body["zh"]) != first.zh:
        told = Text(f"参数“{ident}”的名称是“{first.zh}”", f"the parameter {ident!r} is called {first.zh!r}")
        reader.problem("name", body["zh"], told, Text("照原来的名称写，或不写", "write that name, or none"))
        return False
    return True


def _overlaps(reader: FileReader, places: list[Node], zh: str, ident: str, values: list[ParameterValue]) -> None:
    for index, one in enumerate(values):
        for later, two in enumerate(values[index + 1 :], index + 1):
            same = one.reach.jurisdiction == two.reach.jurisdiction
            levels = not one.reach.levels or not two.reach.levels or set(one.reach.levels) & set(two.reach.levels)
            kinds = (
                not one.reach.unit_kinds
                or not two.reach.unit_kinds
                or set(one.reach.unit_kinds) & set(two.reach.unit_kinds)
            )
            if same and levels and kinds and _periods_meet(one.validity, two.validity):
                reader.problem(
                    "overlap",
                    places[later],
                    Text(
                        f"参数“{zh}”有两个取值（{one.text}、{two.text}）同时有效",
                        f"two values of {ident} ({one.text}, {two.text}) hold at the same time",
                    ),
                )


def _periods_meet(one: Validity, two: Validity) -> bool:
    if one.years and two.years:
        return bool(set(one.years) & set(two.years))
    if one.years or two.years:
        years, other = (one.years, two) if one.years else (two.years, one)
        return any(other.holds(None, year) is not False for year in years)
    first, last = date.min, date.max
    return (one.start or first) <= (two.end or last) and (two.start or first) <= (one.end or last)
