"""An instrument that rules rest on, of which nobody looked for a year whether it is still in force."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Place, Problem, Text
from checker.rulebook.instruments import plain_name
from checker.rulebook.rule import Basis

DAYS = 365
"""After how many days an instrument should be looked at again."""


def _check(context: Context) -> Iterator[Problem]:
    """Yield one problem an instrument, at the first rule or parameter that cites it; nothing without a day to hold it against."""
    if context.as_of is None:
        return
    seen: set[str] = set()
    for place, basis in _cited(context):
        name = plain_name(basis.instrument)
        if basis.own or name in seen:
            continue
        seen.add(name)
        known = context.book.instruments.get(name)
        hint = Text(
            "核对它是否现行、由什么取代，在 rules/instruments.yaml 里写核对日期",
            "look whether it is in force and what took its place, and write the day into rules/instruments.yaml (checked)",
        )
        if known is None or known.checked is None:
            told = Text(
                f"没有核对过是否现行：{basis.instrument}",
                f"nobody checked whether this is in force: {basis.instrument}",
            )
            yield Problem("instrument-unchecked", place, told, hint)
        elif (context.as_of - known.checked).days > DAYS:
            told = Text(
                f"{known.checked} 以后没有核对过：{basis.instrument}",
                f"not checked since {known.checked}: {basis.instrument}",
            )
            yield Problem("instrument-unchecked", place, told, hint)


def _cited(context: Context) -> Iterator[tuple[Place, Basis]]:
    for rule in context.rules:
        yield from ((at(rule, "basis"), basis) for basis in rule.basis)
    whole = len(context.rules) == len(context.book.rules)
    files = {rule.file for rule in context.rules}
    for parameter in context.book.parameters.values():
        if whole or parameter.file in files:
            place = Place(parameter.file, parameter.line)
            yield from ((place, basis) for value in parameter.values for basis in value.basis)


LINT = Lint(
    "instrument-unchecked",
    Text("一年以上没有核对的文件", "an instrument not looked at for a year"),
    Text(
        "按 rules/instruments.yaml 的登记：到 --as-of 那天，一年以上没有人核对所引的文件是否现行，或从来没有核对过。没有写 --as-of 的，这一种不查；从不用电脑上的日期。",
        "By the register in rules/instruments.yaml: on the day of --as-of nobody had looked for more than a year, or ever, whether the document cited is in force. Without --as-of it is not asked; the clock of the computer is never used.",
    ),
    "依据: {文件: 《示例办法》, 英文: Example Measures, 条款: 第一条, 核对: 未核实}",
    "依据: {文件: 《保障中小企业款项支付条例》（2020年）, 英文: Regulations on payments to SMEs (2020), 核对: 未核实}\n施行: {自: 2020-09-01, 至: 2025-05-31}",
    _check,
)
