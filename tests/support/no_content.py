"""Words in place of a reason that say nothing: examples of rules hold them as a report printed them, and a table refuses them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.documents.node import Node

NO_CONTENT = frozenset(
    ("见自评报告第三部分", "参见绩效自评表第二节", "具体原因详见附件2", "见附件1", "****", "N/A", "/")
)
"""They point elsewhere, or may mean none as well as not known: whoever fills in a table is asked which."""


def without_content(node: Node) -> frozenset[str]:
    """Return which of them stand in the text of a case."""
    return NO_CONTENT & frozenset(_texts(node))


def _texts(node: Node) -> Iterator[str]:
    if node.kind == "map":
        for _, value in node.value:
            yield from _texts(value)
    elif node.kind == "list":
        for value in node.value:
            yield from _texts(value)
    else:
        yield node.text
