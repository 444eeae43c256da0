"""Makes parameters of the thresholds that stand as numbers in a rule's conditions."""

from __future__ import annotations

import re

from checker.authoring.lints import node_of
from checker.authoring.lints.literal_threshold import thresholds
from checker.authoring.writing import flow, language_of
from checker.language.formatter import format_literal
from checker.language.tree import Literal
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part
from checker.rulebook.rule import Rule

LEADS = {"money": "限额", "percent": "比率线", "number": "数量线", "date": "日期线"}


def lifted(book: Rulebook, rule: Rule, packs: tuple[Pack, ...]) -> tuple[Rulebook, Rule, tuple[Pack, ...]]:
    """Return the rulebook in which every literal threshold of *rule* is a parameter of its file; raises InputError."""
    source = rule.source
    assert source is not None
    found: list[tuple[int, int, Literal]] = []
    for key in ("when", "unless", "require"):
        part = getattr(rule, key)
        if part is None:
            continue
        node = node_of(rule, key)
        start = sum(len(line) + 1 for line in source.lines[: node.line - 1]) + node.column - 1
        at = source.text.find(str(node.value), start - 1)
        if at < 0:
            continue  # a block over several lines: its text stands otherwise in the file
        found += [(at + literal.span[0], at + literal.span[1], literal) for literal in thresholds(part)]
    if not found:
        return book, rule, packs
    zh = language_of(source) == "zh"
    text = source.text
    entries: dict[tuple[str, str], tuple[str, str]] = {}
    for literal in (literal for _, _, literal in found):
        value = format_literal(literal.kind, literal.value)
        number = len(entries) + 1
        stem = re.sub(r"[^a-z0-9_]", "_", rule.id.lower())
        entries.setdefault(
            (literal.kind, value), (f"{stem}_{number}", f"{rule.title.zh[:8]}{LEADS[literal.kind]}{number}")
        )
    for start, end, literal in sorted(found, reverse=True, key=lambda one: one[0]):
        ident, name = entries[(literal.kind, format_literal(literal.kind, literal.value))]
        text = text[:start] + (name if zh else ident) + text[end:]
    lines = []
    for (kind, value), (ident, name) in entries.items():
        basis = {
            "instrument": rule.basis[0].instrument,
            "article": rule.basis[0].article,
            "verified": rule.basis[0].verified,
        }
        if zh:
            words = {"text": "原文", "secondary": "转述", "no": "未核实"}
            kinds = {"money": "金额", "percent": "百分比", "number": "数字", "date": "日期"}
            basis = {"文件": basis["instrument"], "条款": basis["article"], "核对": words[basis["verified"]]}
            body: dict[str, object] = {"编号": ident, "名称": name, "类型": kinds[kind], "值": value}
            basis_key = "依据"
        else:
            body = {"id": ident, "zh": name, "type": kind, "value": value}
            basis_key = "basis"
        body[basis_key] = {key: word for key, word in basis.items() if word}
        lines.append("  - " + flow(body))
    text = _with_parameters(text, lines, zh)
    layers = tuple(
        pack._replace(
            parts=tuple(Part(p.name, p.shown, text.encode()) if p.shown == rule.file else p for p in pack.parts)
        )
        for pack in packs
    )
    changed = assemble(layers, examples=[n for n, (a, b) in enumerate(zip(layers, packs, strict=True)) if a != b])
    return changed, changed.rules[rule.id], layers


def _with_parameters(text: str, lines: list[str], zh: bool) -> str:
    """Add parameter lines to the file: under the key that is there, else under a new one before the examples."""
    match = re.search(r"^(parameters|参数):[ \t]*\n", text, re.MULTILINE)
    if match:
        return text[: match.end()] + "\n".join(lines) + "\n" + text[match.end() :]
    inline = re.search(r"^(parameters|参数):[ \t]*\[(.*)\][ \t]*$", text, re.MULTILINE)
    if inline:
        more = ", ".join(line.removeprefix("  - ") for line in lines)
        return text[: inline.start(2)] + inline[2] + ", " + more + text[inline.end(2) :]
    block = ("参数:" if zh else "parameters:") + "\n" + "\n".join(lines) + "\n"
    examples = re.search(r"^(examples|示例):", text, re.MULTILINE)
    at = examples.start() if examples else len(text)
    return text[:at] + block + text[at:]
