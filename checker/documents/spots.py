"""Where everything stands in the text of a document: the tree of `Source`, with the first and the last character of each part."""

from __future__ import annotations

from typing import Any, NamedTuple

from checker.documents.source import Source


class Spot:
    """A value in the text, from the character *start* up to *end*; `entries` are pairs of a mapping, or the entries of a list.

    `flow` says that it is a list or a mapping in brackets, or stands within one.
    """

    __slots__ = ("column", "end", "entries", "flow", "kind", "start", "value")

    def __init__(self, kind: str, value: str, start: int, end: int, column: int, flow: bool) -> None:
        self.kind = kind
        self.value = value
        self.start = start
        self.end = end
        self.column = column
        self.flow = flow
        self.entries: list[Any] = []

    @property
    def last(self) -> int:
        """The end of what is written there: of a list or mapping without brackets, that of its last entry."""
        if self.flow or not self.entries:
            return self.end
        entry = self.entries[-1]
        found: int = entry.value.last if isinstance(entry, Pair) else entry.last
        return found


class Pair(NamedTuple):
    """A key and its value."""

    key: Spot
    value: Spot


def spots(source: Source) -> Spot:
    """Return the root of a document that was read, so that its text is known to be one."""
    import yaml

    text = source.text
    starts = [0]
    for number, sign in enumerate(text):
        if sign == "\n":
            starts.append(number + 1)
    starts.append(len(text) + 1)

    def at(mark: Any) -> int:
        return min(starts[int(mark.line)] + int(mark.column), len(text))

    root: Spot | None = None
    stack: list[Spot] = []
    keys: list[Spot | None] = []
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                done = stack.pop()
                keys.pop()
                done.end = at(event.end_mark) if done.flow else done.last
                continue
            if not isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                continue
            start, end = at(event.start_mark), at(event.end_mark)
            inside = bool(stack and stack[-1].flow)
            if isinstance(event, yaml.ScalarEvent):
                if event.style in ("|", ">"):
                    end = start + len(text[start:end].rstrip())
                made = Spot("scalar", event.value, start, end, start - text.rfind("\n", 0, start) - 1, inside)
            else:
                kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
                column = start - text.rfind("\n", 0, start) - 1
                made = Spot(kind, "", start, end, column, inside or bool(event.flow_style))
            if not stack:
                root = root or made
            elif stack[-1].kind == "list":
                stack[-1].entries.append(made)
            elif keys[-1] is None:
                keys[-1] = made
            else:
                stack[-1].entries.append(Pair(keys[-1], made))
                keys[-1] = None
            if made.kind != "scalar":
                stack.append(made)
                keys.append(None)
    finally:
        loader.dispose()
    assert root is not None
    return root


def found(root: Spot, path: tuple[int, ...]) -> Spot:
    """Return the part at *path*: the number of the pair in each mapping, of the entry in each list; raises IndexError."""
    for number in path:
        if number < 0:
            raise IndexError(number)
        entry = root.entries[number]
        root = entry.value if isinstance(entry, Pair) else entry
    return root
