"""Changes one value, entry or key in the text of a document and leaves every other character, comment and line as it is.

After each change the text is read anew and held against what was meant: a change that would touch anything else is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.documents.node import Node
from checker.documents.source import Source, parse_text
from checker.documents.spots import Pair, Spot, found, spots

Value = str | Mapping[str, "Value"] | list["Value"]
"""What is written: a text (a `Plain` where it is no quoted one), a mapping or a list."""
Path = tuple[int, ...]
_WORD = re.compile(r"\w[\w.%/（）()-]*")
_NULLS = frozenset(("~", "null", "Null", "NULL"))


class Plain(str):
    """A word that stands without quotes: a number, a word of an enumeration, 无, 待填."""

    __slots__ = ()


class Editor:
    """The text of one document while it is changed; `text` is what it has become."""

    def __init__(self, source: Source) -> None:
        self.file = source.file
        self.json = source.file.lower().endswith(".json")
        self._read(source)

    def _read(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.root = spots(source)
        self.data = plain(source.root)

    def at(self, path: Path) -> Spot:
        """Return the part at *path*; raises IndexError."""
        return found(self.root, path)

    # ---- changes

    def put(self, path: Path, value: Value) -> None:
        """Replace a value."""
        spot = self.at(path)
        data = self._copy()
        parent, last = _within(data, path)
        parent[last] = (parent[last][0], _data(value)) if isinstance(parent[last], tuple) else _data(value)
        self._apply(self._put(path, spot, value), data)

    def insert(self, path: Path, key: str, value: Value) -> None:
        """Give a mapping one key more, behind its single values and before its lists."""
        spot = self.at(path)
        data = self._copy()
        number = len(spot.entries)
        while number and not self.json and not spot.flow and not self._single(spot.entries[number - 1].value):
            number -= 1
        number = number or len(spot.entries)
        _part(data, path).insert(number, (key, _data(value)))
        if spot.flow:
            text = self._flow_entry(spot, f"{self._key(key)}: {self._flow(value)}")
        else:
            at = self._line_end(spot.entries[number - 1].value.last)
            lines = self._pair(key, value, spot.column)
            text = self.text[:at] + "\n" + lines + self.text[at:]
        self._apply(text, data)

    def remove(self, path: Path) -> None:
        """Take a key of a mapping or an entry of a list away; the last entry of a list leaves it to be filled in."""
        parent = self.at(path[:-1])
        data = self._copy()
        inside = _part(data, path[:-1])
        if parent.kind == "list" and len(parent.entries) == 1:
            self.put(path[:-1], Plain("待填"))
            return
        del inside[path[-1]]
        self._apply(self._cut(parent, path[-1]), data)

    def append(self, path: Path, value: Mapping[str, Value]) -> None:
        """Give a list one entry more; a single value (无, 待填) that stands there becomes the list."""
        spot = self.at(path)
        if spot.kind != "list" or not spot.entries:
            self.put(path, [value])
            return
        data = self._copy()
        _part(data, path).append(_data(value))
        if spot.flow:
            text = self._flow_entry(spot, self._flow(value))
        else:
            at = self._line_end(spot.last)
            text = self.text[:at] + "\n" + self._items([value], spot.column) + self.text[at:]
        self._apply(text, data)

    def wrap(self, path: Path, first: tuple[str, Value], key: str) -> None:
        """Put a list into a mapping, with a key before it."""
        spot = self.at(path)
        data = self._copy()
        parent, last = _within(data, path)
        known = parent[last][1]
        parent[last] = (parent[last][0], [(first[0], _data(first[1])), (key, known)])
        head, tail = f"{self._key(first[0])}: {self._flow(first[1])}", f"{self._key(key)}: "
        if spot.flow or spot.kind == "scalar":
            body = self.text[spot.start : spot.end]
            text = self.text[: spot.start] + "{" + head + ", " + tail + body + "}" + self.text[spot.end :]
        else:
            owner = self.at(path[:-1]).column
            base = " " * (owner + 2)
            begin, end = self.text.rfind("\n", 0, spot.start) + 1, self._line_end(spot.last)
            lines = self.text[begin:end].split("\n")
            shift = max(0, owner + 2 - spot.column)
            moved = "\n".join(" " * shift + line if line.strip() else line for line in lines)
            text = self.text[:begin] + f"{base}{head}\n{base}{tail.rstrip()}\n{moved}" + self.text[end:]
        self._apply(text, data)

    # ---- how they are written

    def _put(self, path: Path, spot: Spot, value: Value) -> str:
        outer = self.at(path[:-1])
        if spot.flow or outer.flow or self.json or not _long(value):
            told = self._flow(value)
            begin, end = spot.start, spot.end
            if spot.kind != "scalar" and not spot.flow:  # lines below the key go, the value stands behind it
                begin, end = self._behind_key(path), self._line_end(spot.last)
                told = " " + told
            elif begin and self.text[begin - 1] == ":":
                told = " " + told
            return self.text[:begin] + told + self.text[end:]
        below = self._items(list(value), outer.column + 2)
        if spot.kind != "scalar" and not spot.flow:
            begin, end = self._behind_key(path), self._line_end(spot.last)
            return self.text[:begin] + "\n" + below + self.text[end:]
        at = self._line_end(spot.end)
        rest = self.text[spot.end : at]
        return self.text[: spot.start].rstrip(" ") + rest.rstrip() + "\n" + below + self.text[at:]

    def _behind_key(self, path: Path) -> int:
        """Return where the value of a pair may begin: behind the colon of its key."""
        pair = self.at(path[:-1]).entries[path[-1]]
        if not isinstance(pair, Pair):
            raise self._refused()
        return self.text.index(":", pair.key.end) + 1

    def _cut(self, parent: Spot, number: int) -> str:
        entries = [(e.key.start, e.value.last) if isinstance(e, Pair) else (e.start, e.last) for e in parent.entries]
        start, end = entries[number]
        if parent.flow:
            if len(entries) == 1:
                return self.text[:start] + self.text[end:]
            if number + 1 < len(entries):
                return self.text[:start] + self.text[entries[number + 1][0] :]
            return self.text[: entries[number - 1][1]] + self.text[end:]
        begin, finish = self.text.rfind("\n", 0, start) + 1, self._line_end(end)
        before = self.text[begin:start]
        if parent.kind == "list":
            if not re.fullmatch(r" *- +", before):
                raise self._refused()
        elif before.strip():  # the first key of an entry: the next one takes its place behind the dash
            if len(entries) == 1:
                raise self._refused()
            after = entries[1][0]
            between = self.text[finish + 1 : self.text.rfind("\n", 0, after) + 1]
            return self.text[:begin] + between + before + self.text[after:]
        return self.text[:begin] + self.text[min(finish + 1, len(self.text)) :]

    def _flow_entry(self, spot: Spot, told: str) -> str:
        if not spot.entries:
            return self.text[: spot.start + 1] + told + self.text[spot.end - 1 :]
        last = spot.entries[-1]
        at = last.value.last if isinstance(last, Pair) else last.last
        return self.text[:at] + ", " + told + self.text[at:]

    def _single(self, spot: Spot) -> bool:
        """Whether a value takes a line or so: no list of facts."""
        return spot.kind == "scalar" or (
            spot.kind == "map" and all(pair.value.kind == "scalar" for pair in spot.entries)
        )

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _pair(self, key: str, value: Value, column: int) -> str:
        lead = " " * column + self._key(key) + ":"
        if isinstance(value, list) and _long(value):
            return f"{lead}\n{self._items(value, column + 2)}"
        return f"{lead} {self._flow(value)}"

    def _pairs(self, value: Mapping[str, Value], column: int) -> str:
        return "\n".join(self._pair(key, each, column) for key, each in value.items())

    def _items(self, values: list[Value], column: int) -> str:
        lines = []
        for each in values:
            if isinstance(each, Mapping) and each:
                lines.append(" " * column + "- " + self._pairs(each, column + 2).lstrip(" "))
            else:
                lines.append(" " * column + "- " + self._flow(each))
        return "\n".join(lines)

    def _flow(self, value: Value) -> str:
        if isinstance(value, str):
            return self._scalar(value)
        if isinstance(value, Mapping):
            return "{" + ", ".join(f"{self._key(key)}: {self._flow(each)}" for key, each in value.items()) + "}"
        return "[" + ", ".join(self._flow(each) for each in value) + "]"

    def _scalar(self, text: str) -> str:
        if (
            not self.json
            and isinstance(text, Plain)
            and _WORD.fullmatch(text)
            and text not in _NULLS
            and text[0] != "-"
        ):
            return str(text)
        if self.json and text in ("true", "false", "null"):
            return str(text)
        return json.dumps(str(text), ensure_ascii=False)

    def _key(self, key: str) -> str:
        return json.dumps(key, ensure_ascii=False) if self.json else key

    # ---- what came of it

    def _copy(self) -> Any:
        return _copied(self.data)

    def _apply(self, text: str, wanted: Any) -> None:
        """Take a changed text if it says what was meant, and nothing else."""
        try:
            source = parse_text(
                self.file, text, is_json=self.json, encoding=self.source.encoding, notes=self.source.notes
            )
        except InputError:
            raise self._refused() from None
        if _ordered(plain(source.root)) != _ordered(wanted):
            raise self._refused()
        self._read(source)

    def _refused(self) -> InputError:
        told = Text(
            "这里的写法太特别，不能在页面上改",
            "what stands here is written in a way that cannot be changed on the page",
        )
        hint = Text("用文本编辑器改这个文件，再刷新", "change the file with a text editor, then load the page anew")
        return InputError([Problem("cannot-edit", Place(self.file), told, hint)])


def plain(node: Node) -> Any:
    """Return what a document says, without places and quotes: a list of pairs, a list, or a text."""
    if node.kind == "map":
        return [(key.text, plain(value)) for key, value in node.value]
    if node.kind == "list":
        return _List(plain(each) for each in node.value)
    return node.value


def _long(value: Value) -> bool:
    """Whether it takes lines of its own: a list of facts."""
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


class _List(list[Any]):
    """The entries of a list, told apart from the pairs of a mapping."""


def _data(value: Value) -> Any:
    if isinstance(value, Mapping):
        return [(key, _data(each)) for key, each in value.items()]
    if isinstance(value, list):
        return _List(_data(each) for each in value)
    return str(value)


def _copied(data: Any) -> Any:
    if isinstance(data, _List):
        return _List(_copied(each) for each in data)
    return [(key, _copied(each)) for key, each in data] if isinstance(data, list) else data


def _part(data: Any, path: Path) -> Any:
    for number in path:
        entry = data[number]
        data = entry[1] if isinstance(entry, tuple) else entry
    return data


def _within(data: Any, path: Path) -> tuple[Any, int]:
    return _part(data, path[:-1]), path[-1]


def _ordered(data: Any) -> Any:
    """Return data to compare: an empty mapping and an empty list differ, the text that quotes hide does not."""
    if isinstance(data, _List):
        return ("list", [_ordered(each) for each in data])
    return ("map", [(key, _ordered(each)) for key, each in data]) if isinstance(data, list) else data
