"""How a rule file is laid out: the order of its entries, where expressions break, what belongs to which comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.rulebook.shapes import RULE_KEYS

LINE = 110
"""Columns after which an expression is broken."""
TOP = re.compile(r"^[^\s#\-][^:]*:", re.MULTILINE)


def broken(text: str) -> list[str]:
    """Return an expression in lines, each but the first beginning with a connective that stands outside all brackets."""
    depth, quoted, cuts = 0, False, [0]
    for at, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif not quoted:
            depth += (char in "([") - (char in ")]")
            if depth == 0 and text.startswith(
                (" 且 ", " 或 ", " and ", " or ", " 则 ", " 否则 ", " then ", " else "), at
            ):
                cuts.append(at + 1)
    return [text[one:two].strip() for one, two in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def scalar_text(text: str) -> str:
    """Return an expression as a YAML scalar on one line."""
    if re.search(r": |:$| #|^[-?&*!|>%@`\"'{\[]|[{}\[\]]|, ", text) is None or not re.search(
        r": |:$| #|^[-?&*!|>%@`\"'{\[]", text
    ):
        return text
    return "'" + text.replace("'", "''") + "'"


def chunks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the top-level entries of a file with the comments above each: (key, lines)."""
    current: list[str] = []
    waiting: list[str] = []
    key = ""
    for line in text.splitlines(keepends=True):
        if TOP.match(line):
            if key or current:
                yield key, "".join(current)
            key, current, waiting = line.split(":", 1)[0].strip(), [*waiting, line], []
        elif line.startswith("#"):
            waiting.append(line)  # a comment belongs to what follows it
        elif waiting and not line.strip():
            waiting.append(line)
        else:
            current += [*waiting, line]
            waiting = []
    if key or current:
        yield key, "".join(current)
    if waiting:
        yield "", "".join(waiting)


def in_order(text: str) -> str:
    """Return the top-level entries in the usual order; a comment at the head of the file stays there."""
    names = {zh: key for key, zh in RULE_KEYS.items()}
    found = list(chunks(text))
    head, tail = "", ""
    if found and found[0][0]:
        match = re.match(r"(?:#[^\n]*\n)+\n+", found[0][1])  # a comment with a blank line after it is about the file
        if match:
            head, found[0] = match[0], (found[0][0], found[0][1][match.end() :])
    if found and not found[-1][0]:
        tail = found.pop()[1]
    order = tuple(RULE_KEYS)
    if any(names.get(key, key) not in order for key, _ in found):
        return text  # what stands in brackets goes on at the beginning of a line
    ranked = sorted(found, key=lambda pair: order.index(names.get(pair[0], pair[0])))
    return head + "".join(part if part.endswith("\n") else part + "\n" for _, part in ranked) + tail


def tidy(text: str) -> str:
    """Return the text without blanks at line ends and with one line break at its end."""
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip("\n") + "\n"
