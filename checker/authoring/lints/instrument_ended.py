"""A rule or value that still holds although the document it cites has ended."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Place, Problem, Text
from checker.rulebook.instruments import plain_name
from checker.rulebook.rule import Basis, Validity


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        yield from _ended(context, rule.basis, rule.validity, at(rule, "basis"))
    whole = len(context.rules) == len(context.book.rules)
    files = {rule.file for rule in context.rules}
    for parameter in context.book.parameters.values():
        if whole or parameter.file in files:
            for value in parameter.values:
                yield from _ended(context, value.basis, value.validity, Place(parameter.file, parameter.line))


def _ended(context: Context, basis: tuple[Basis, ...], whole: Validity, place: Place) -> Iterator[Problem]:
    for one in basis:
        validity = whole if one.validity == Validity() else one.validity
        known = context.book.instruments.get(plain_name(one.instrument))
        if known is None:
            continue
        last = max(validity.years) if validity.years else (validity.end.year if validity.end else None)
        first = min(validity.years) if validity.years else (validity.start.year if validity.start else None)
        if known.end is not None and (last is None or last > known.end.year):
            now = Text(
                f"，现为{known.replaced_by}" if known.replaced_by else "",
                f"; now {known.replaced_by}" if known.replaced_by else "",
            )
            told = Text(
                f"所引的{one.instrument}已于 {known.end} 失效{now.zh}",
                f"{one.instrument} cited here ended on {known.end}{now.en}",
            )
            hint = Text(
                f"改引现行文件，或写 施行: {{至: {known.end}}}",
                f"cite what is in force, or write in_force: {{to: {known.end}}}",
            )
            yield Problem("instrument-ended", place, told, hint)
        elif known.start is not None and first is not None and first < known.start.year:
            told = Text(
                f"所引的{one.instrument} {known.start} 才施行",
                f"{one.instrument} cited here began only on {known.start}",
            )
            hint = Text(f"写 施行: {{自: {known.start}}}", f"write in_force: {{from: {known.start}}}")
            yield Problem("instrument-ended", place, told, hint)


LINT = Lint(
    "instrument-ended",
    Text("引用的文件已失效", "a cited instrument that has ended"),
    Text(
        "按 rules/instruments.yaml 的登记：规则（或参数取值）的有效期超出所引文件的有效期。登记里没有的文件不作判断。",
        "By the register in rules/instruments.yaml: the rule (or value) holds longer than the document it cites. Documents not in the register are not judged.",
    ),
    "依据: {文件: 《保障中小企业款项支付条例》（2020年）, 英文: Regulations on payments to SMEs (2020), 核对: 未核实}",
    "依据: {文件: 《保障中小企业款项支付条例》（2020年）, 英文: Regulations on payments to SMEs (2020), 核对: 未核实}\n施行: {自: 2020-09-01, 至: 2025-05-31}",
    _check,
)
