"""The pages of rules, which are written as Markdown, as HTML: headings, lists, tables, blocks, links to other rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from checker.reports.markup import Html, tag, text

_INLINE = re.compile(r"\*\*(?P<strong>.+?)\*\*|`(?P<code>[^`]+)`|\[(?P<name>[^\]]+)\]\((?P<rule>[a-z0-9-]+)\.md\)")


def rendered(page: str) -> Markup:
    """Return a page as HTML; what is no mark of these pages stays text."""
    return Markup(text(*_blocks(page.split("\n"))))


def _blocks(lines: list[str]) -> Iterator[Html]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith("```"):
            end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith("```")), len(lines))
            yield tag("pre", "\n".join(lines[at + 1 : end]))
            at = end + 1
            continue
        for lead, make in (("- ", _list), ("|", _table)):
            if line.startswith(lead):
                end = next((n for n in range(at, len(lines)) if not lines[n].startswith(lead)), len(lines))
                yield make(lines[at:end])
                at = end
                break
        else:
            if line.startswith("#"):
                level = len(line) - len(line.lstrip("#"))
                yield tag(f"h{min(level, 4)}", *_inline(line.lstrip("# ")))
            elif line:
                yield tag("p", *_inline(line))
            at += 1


def _list(lines: list[str]) -> Html:
    return tag("ul", *(tag("li", *_inline(line[2:])) for line in lines))


def _table(lines: list[str]) -> Html:
    rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    head, *body = [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", *_inline(cell)) for cell in head))),
        tag("tbody", *(tag("tr", *(tag("td", *_inline(cell)) for cell in row)) for row in body)),
    )


def _inline(line: str) -> Iterator[str]:
    at = 0
    for found in _INLINE.finditer(line):
        yield line[at : found.start()]
        if found["strong"]:
            yield tag("strong", found["strong"])
        elif found["code"]:
            yield tag("code", found["code"])
        else:
            yield tag("a", found["name"], href=f"/rules/{found['rule']}")
        at = found.end()
    yield line[at:]
