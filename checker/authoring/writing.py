"""Writes examples as YAML: flow style, one example a line or two, keys in the language of the rule file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.authoring.synthesis import Found
from checker.base.errors import InputError, Problem, Text
from checker.base.outputs import write
from checker.documents.source import Source
from checker.rulebook.rule import Example, Rule

_PLAIN = re.compile(r"[\w一-鿿（）《》〔〕“”、，。·/+.%-]+(?: [\w一-鿿（）《》〔〕“”、，。·/+.%-]+)*")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "~", "-", "?"}
OUTCOME_WORDS = {
    "fail": "不符合",
    "pass": "符合",
    "undetermined": "无法判定",
    "not_applicable": "不适用",
    "not_in_force": "未施行",
}


def scalar(text: str) -> str:
    """Return *text* as a YAML scalar, quoted only where it must be."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and text[0] not in "-+.%?" and not text.isdigit():
        return text
    if text.isdigit() and (len(text) == 1 or text[0] != "0"):
        return text if len(text) != 6 else f'"{text}"'
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def flow(value: Any) -> str:
    """Return *value* (dict, list or scalar) in YAML's flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(str(key))}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(str(value))


def language_of(source: Source) -> str:
    """Return the language of a rule file's keys: that of its first."""
    root = source.root
    first = str(root.value[0][0].value) if root.kind == "map" and root.value else "id"
    return "en" if first.isascii() else "zh"


def example_lines(
    found: Found, name: str, lang: str, fragment: dict[str, Any], *, boundary: bool, year: int | None, value: str = ""
) -> list[str]:
    """Return one example as the lines of a rule file."""
    zh = lang == "zh"
    word = OUTCOME_WORDS[found.outcome] if zh else found.outcome
    if value:
        word = "已计算" if zh else "value"
    head = f"{'结论' if zh else 'outcome'}: {word}"
    lines = [f"  - {head}", f"    {'名称' if zh else 'name'}: {scalar(name)}"]
    if boundary:
        lines.append("    边界: 是" if zh else "    boundary: true")
    if year is not None:
        lines.append(f"    {'年度' if zh else 'year'}: {year}")
    if value:
        lines.append(f"    {'取值' if zh else 'value'}: {value}")
    if found.subject:
        lines.append(f"    {'对象' if zh else 'subject'}: {scalar(found.subject)}")
    lines.append(f"    {'事实' if zh else 'facts'}:")
    for key, item in fragment.items():
        if isinstance(item, list) and item:
            lines.append(f"      {key}:")
            lines += [f"        - {flow(entry)}" for entry in item]
        else:
            lines.append(f"      {key}: {flow(item)}")
    if not fragment:
        lines[-1] += " {}"
    return lines


def corrected(rule: Rule, changes: Sequence[tuple[Example, str]]) -> None:
    """Write other outcomes into the examples of a rule file, in the place of those that stand there."""
    source = rule.source
    assert source is not None
    lines = _text(rule, source).split("\n")
    for example, outcome in changes:
        node = next(value for key, value in example.node.value if key.text in ("outcome", "结论"))
        word = outcome if node.text.isascii() else OUTCOME_WORDS[outcome]
        line, at = lines[node.line - 1], node.column - 1
        at += 0 if line.startswith(node.text, at) else 1  # it is quoted
        assert line.startswith(node.text, at)
        lines[node.line - 1] = line[:at] + word + line[at + len(node.text) :]
    write(rule.file, "\n".join(lines))


def _text(rule: Rule, source: Source) -> str:
    """Return what stands in a rule file now, which corrections may have changed since it was read; no line was added."""
    now = Path(rule.file)
    return now.read_bytes().decode("utf-8-sig") if now.is_file() else source.text


def append_examples(rule: Rule, lines: list[str]) -> None:
    """Add example lines at the end of a rule file's examples; raises InputError where they do not stand last."""
    source = rule.source
    assert source is not None
    keys = [key for key, _ in source.root.value]
    text = _text(rule, source).rstrip("\n")
    own = [index for index, key in enumerate(keys) if key.value in ("examples", "示例")]
    if own and own[0] != len(keys) - 1:
        node = keys[own[0]]
        told = Text("示例不在文件的最后，没有写入", "the examples do not stand last in the file; nothing was written")
        hint = Text("先用 checker rules fmt 整理", "put the file in order with checker rules fmt first")
        raise InputError([Problem("example-place", source.place(node), told, hint)])
    if not own:
        text += "\n示例:" if language_of(source) == "zh" else "\nexamples:"
    nodes = source.root.value[own[0]][1].value if own else []
    indent = " " * (nodes[0].column - 3) if nodes and isinstance(nodes, list) and nodes[0].kind == "map" else "  "
    body = [indent + line[2:] for line in lines]
    write(rule.file, "\n".join([text, *body]) + "\n")
