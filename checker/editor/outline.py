"""Text → where everything stands, whatever state it is in: half typed, unclosed, badly indented.

Where a text is YAML that the checker reads, this is the tree that it reads (tests/editor holds it so for all built-in files). Where it
is none, a line that fits nowhere is taken for a key that is being typed, and what is never closed ends with its line.
"""

from __future__ import annotations

import re

from checker.base.patterns import pattern
from checker.documents.node import LIMITS
from checker.editor.parts import Part, Piece
from checker.editor.quoting import joined, unquoted

_KEY = pattern(
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[?:\-](?=\S))(?:[^:#\n]|:(?=\S)|(?<=\S)#)*?[ \t]*(?=:(?:[ \t]|$))", re.MULTILINE
)
"""A plain key, up to its colon."""
_LOOSE = pattern(r"[^\s:：\"'#{\[\-][^\s:：\"'#{\[]*(?=[:：])")
"""A key with a full-width colon, or no blank behind its colon."""
_PLAIN = pattern(r"(?:[^\n#]|(?<=\S)#)*")
_FLOW = pattern(r"(?:[^\n#,\[\]{}:]|(?<=[^\s])#|:(?=[^\s,\[\]{}]))*")
_BLANKS = pattern(r"[ \t]*")


def outline(text: str) -> Part:
    """Return the outermost part of *text*."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.size = len(text)
        self.pos = 0
        self.depth = 0

    def read(self) -> Part:
        if self.text.startswith("\ufeff"):
            self.pos = 1
        root = self.block(0) or Part("empty", self.pos, self.pos)
        while root.kind == "map" and self.line():  # what fits nowhere: a list behind the keys, a document mark
            before = self.pos
            more = self.block(0)
            if more is not None and more.kind == "map":
                for each in more.entries:
                    each.owner = root
                root.entries += more.entries
                root.end = max(root.end, more.end)
            if self.pos == before:
                self.skip()
        return root

    # ---- lines

    def line(self) -> bool:
        """Go to the first character of the next line that holds something; whether there is one."""
        while self.pos < self.size:
            begin = self.text.rfind("\n", 0, self.pos) + 1
            if self.text[begin : self.pos].strip(" \t\ufeff-"):  # within a line: what is left of it
                blank = _BLANKS.match(self.text, self.pos)
                first = blank.end() if blank else self.pos
                if first < self.size and self.text[first] not in "#\n\r":
                    return True
                self.skip()
                continue
            blank = _BLANKS.match(self.text, self.pos)
            first = blank.end() if blank else self.pos
            mark = self.text[first : first + 3]
            if (
                first < self.size
                and self.text[first] not in "#\n\r"
                and not (first == begin and mark in ("---", "..."))
            ):
                self.pos = first
                return True
            self.skip()
        return False

    def skip(self) -> None:
        """Go to the next line."""
        end = self.text.find("\n", self.pos)
        self.pos = self.size if end < 0 else end + 1

    def column(self, at: int) -> int:
        return at - (self.text.rfind("\n", 0, at) + 1)

    def dash(self, at: int) -> bool:
        """Whether an entry of a list begins at *at*."""
        return self.text[at : at + 1] == "-" and self.text[at + 1 : at + 2] in ("", " ", "\t", "\n", "\r")

    # ---- blocks

    def block(self, least: int) -> Part | None:
        """Read what begins on the next line, no further left than *least*; nothing where there is nothing."""
        if not self.line():
            return None
        at = self.pos
        column = self.column(at)
        if column < least or self.depth >= LIMITS.depth:
            return None
        return self.content(at, column, column)

    def content(self, at: int, column: int, parent: int) -> Part:
        """Read a list, a map or a value that begins at *at*; lines of a value stand right of *parent*."""
        self.depth += 1
        try:
            if self.dash(at):
                return self.listed(column)
            if self.key(at) is not None:
                return self.mapped(column)
            if parent == column:
                parent -= 1
            return self.value(at, parent)
        finally:
            self.depth -= 1

    def listed(self, column: int) -> Part:
        made = Part("list", self.pos, self.pos, column)
        while self.line() and self.column(self.pos) == column and self.dash(self.pos):
            dash = self.pos
            blank = _BLANKS.match(self.text, dash + 1)
            first = blank.end() if blank else dash + 1
            if first >= self.size or self.text[first] in "#\r\n":
                self.pos = dash + 1
                self.skip()
                entry = self.block(column + 1) or Part("empty", dash + 1, dash + 1, column + 1)
            else:
                self.pos = first
                entry = self.content(first, self.column(first), column)
            self.put(made, entry)
        return made

    def mapped(self, column: int) -> Part:
        made = Part("map", self.pos, self.pos, column)
        while self.line():
            at = self.pos
            here = self.column(at)
            if here < column or (here == column and self.dash(at)):
                break
            if here > column:  # fits nowhere
                self.skip()
                continue
            key = self.key(at) or self.loose(at)
            self.pos = key.end
            blank = _BLANKS.match(self.text, key.end)
            colon = blank.end() if blank else key.end
            if self.text[colon : colon + 1] in (":", "："):
                self.pos = colon + 1
                self.put(made, self.under(column), key)
            else:  # a key that is being typed
                self.put(made, Part("empty", key.end, key.end, column), key)
                self.skip()
        return made

    def under(self, column: int) -> Part:
        """Read the value of a key that stands in *column*; the colon was passed."""
        colon = self.pos
        blank = _BLANKS.match(self.text, colon)
        first = blank.end() if blank else colon
        if first < self.size and self.text[first] not in "#\r\n":
            self.pos = first
            return self.value(first, column)
        if self.text[first : first + 1] == "#" and first == colon:
            self.pos = first
            return self.value(first, column)
        self.pos = colon
        self.skip()
        before = self.pos
        if self.line():
            here = self.column(self.pos)
            if here == column and self.dash(self.pos):
                self.depth += 1
                found: Part | None = self.listed(column) if self.depth < LIMITS.depth else None
                self.depth -= 1
            else:
                found = self.block(column + 1) if here > column else None
            if found is not None:
                return found
        self.pos = before
        return Part("empty", min(first, self.size), min(first, self.size), column)

    def put(self, made: Part, entry: Part, key: Part | None = None) -> None:
        entry.owner = made
        entry.key = key
        if key is not None:
            key.owner = made
        made.entries.append(entry)
        made.end = max(made.end, entry.end, key.end if key is not None else 0)

    def key(self, at: int) -> Part | None:
        """Return the key that begins at *at*, if one does."""
        if self.text[at : at + 1] in ("'", '"'):
            saved = self.pos
            made = self.quoted(at)
            end, self.pos = made.end, saved
            blank = _BLANKS.match(self.text, end)
            colon = blank.end() if blank else end
            if "\n" in self.text[at:end] or self.text[colon : colon + 1] != ":":
                return None
            if self.text[colon + 1 : colon + 2] not in ("", " ", "\t", "\n", "\r"):
                return None
            made.kind = "key"
            return made
        match = _KEY.match(self.text, at)
        if match is None or match.end() == at:
            return None
        return self.plain_key(at, match[0])

    def loose(self, at: int) -> Part:
        """Return what is taken for a key at *at*: up to a colon of any kind, else what stands on the line."""
        match = _LOOSE.match(self.text, at)
        if match is None:
            match = _PLAIN.match(self.text, at)
        word = match[0] if match else ""
        return self.plain_key(at, word if word.strip() else self.text[at : at + 1])

    def plain_key(self, at: int, word: str) -> Part:
        word = word.rstrip()
        made = Part("key", at, at + len(word), self.column(at), word)
        made.pieces = (Piece(0, at, len(word)),)
        return made

    # ---- values

    def value(self, at: int, parent: int) -> Part:
        """Read one value that begins at *at*; lines that go on stand right of the column *parent*."""
        char = self.text[at]
        if char in "{[":
            return self.flow(at, parent)
        if char in "|>" and (match := re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?(?:\r?\n|$)").match(self.text, at)):
            return self.folded(at, match.end(), parent)
        if char in "'\"":
            made = self.quoted(at)
            if self.text[made.end - 1 : made.end] == char and made.end > at + 1:
                return made
        return self.plain(at, parent)

    def plain(self, at: int, parent: int) -> Part:
        match = _PLAIN.match(self.text, at)
        body = (match[0] if match else "").rstrip()
        made = Part("scalar", at, at + len(body), self.column(at))
        pieces = [Piece(0, at, len(body))]
        words = [body]
        self.pos = at
        self.skip()
        length = len(body)
        while not re.match(r"[ \t]*#", self.text[made.end : self.text.find("\n", made.end)]):
            begin = self.pos
            empty = 0
            while begin < self.size and not self.text[begin : (self.text.find("\n", begin) + 1 or self.size)].strip():
                begin = self.text.find("\n", begin) + 1 or self.size
                empty += 1
            blank = _BLANKS.match(self.text, begin)
            first = blank.end() if blank else begin
            if first >= self.size or first - begin <= parent or self.text[first] == "#":
                break
            if self.key(first) is not None or (first == begin and self.text[first : first + 3] in ("---", "...")):
                break
            match = _PLAIN.match(self.text, first)
            body = (match[0] if match else "").rstrip()
            if not body:
                break
            gap = "\n" * empty or " "
            length += len(gap)
            pieces.append(Piece(length, first, len(body)))
            words += [gap, body]
            length += len(body)
            made.end = first + len(body)
            self.pos = first
            self.skip()
        made.value = "".join(words)
        made.pieces = tuple(pieces)
        return made

    def quoted(self, at: int) -> Part:
        """Read a text in quotes; one that is never closed ends with its line."""
        sign = self.text[at]
        end = at + 1
        while end < self.size:
            if self.text[end] == "\\" and sign == '"':
                end += 2
                continue
            if self.text[end] == sign:
                if sign == "'" and self.text[end + 1 : end + 2] == "'":
                    end += 2
                    continue
                break
            end += 1
        closed = end < self.size
        if closed:
            lines = self.text[at:end].split("\n")
            closed = not any(re.match(r"[^\s:：\"'#{\[\-][^\s:：\"'#{\[]*: ", line) for line in lines[1:])
        if not closed:
            stop = self.text.find("\n", at)
            end = self.size if stop < 0 else stop
        made = Part("scalar", at, min(self.size, end + closed), self.column(at), style=sign)
        value, pieces = unquoted(self.text, at + 1, min(end, self.size), sign)
        made.value, made.pieces = value, pieces
        self.pos = made.end
        return made

    def folded(self, at: int, body: int, parent: int) -> Part:
        """Read a block behind | or >; its lines stand right of *parent*."""
        style, mark = self.text[at], self.text[at:body]
        lines: list[tuple[int, str]] = []
        begin, end, least = body, body, 0
        given = re.search(r"[1-9]", mark.split("#")[0])
        if given is not None:
            least = parent + int(given[0])
        while begin < self.size:
            stop = self.text.find("\n", begin)
            stop = self.size if stop < 0 else stop
            line = self.text[begin:stop].rstrip("\r")
            indent = len(line) - len(line.lstrip(" "))
            if line.strip():
                least = least or indent
                if indent <= parent or indent < least:
                    break
                end = begin + len(line.rstrip())
            lines.append((begin, line))
            begin = stop + 1
        self.pos = min(begin, self.size)
        while lines and not lines[-1][1].strip():
            lines.pop()
        made = Part("scalar", at, max(end, at + 1), self.column(at), style=style)
        value, pieces = joined(lines, least, style)
        if "-" not in mark.split("#")[0] and value:
            value += "\n"
        made.value, made.pieces = value, pieces
        return made

    # ---- brackets

    def flow(self, at: int, parent: int) -> Part:
        """Read a map or a list in brackets; one that is never closed ends where a line stands no further right than *parent*."""
        opened = self.text[at]
        made = Part("map" if opened == "{" else "list", at, at + 1, self.column(at))
        made.flow = True
        self.pos = at + 1
        self.depth += 1
        closing = "}" if opened == "{" else "]"
        while self.gap(parent) and self.depth < LIMITS.depth:
            char = self.text[self.pos]
            if char in "}]":
                if char == closing or self.depth == 1:
                    self.pos += 1
                made.end = self.pos
                break
            if char == ",":
                self.pos += 1
                made.end = self.pos
                continue
            before = self.pos
            self.flow_entry(made, parent)
            made.end = max(made.end, self.pos)
            if self.pos == before:
                self.pos += 1
        self.depth -= 1
        if made.end < self.pos:
            made.end = max(made.end, min(self.pos, len(self.text[: self.pos].rstrip())))
        return made

    def flow_entry(self, made: Part, parent: int) -> None:
        begin = self.pos
        entry = self.flow_value(parent)
        blank = _BLANKS.match(self.text, self.pos)
        colon = blank.end() if blank else self.pos
        if entry.kind in ("scalar", "empty") and self.text[colon : colon + 1] in (":", "：") and (made.kind == "map"):
            entry.kind = "key"
            self.pos = colon + 1
            blank = _BLANKS.match(self.text, self.pos)
            first = blank.end() if blank else self.pos
            if self.gap(parent) and self.text[self.pos] not in ",}]":
                value = self.flow_value(parent)
            else:
                at = min(first, self.pos)
                value = Part("empty", at, at, self.column(at))
                value.flow = True
            self.put(made, value, entry)
        elif made.kind == "map" and entry.kind == "scalar":
            entry.kind = "key"
            value = Part("empty", entry.end, entry.end, self.column(begin))
            value.flow = True
            self.put(made, value, entry)
        else:
            self.put(made, entry)

    def flow_value(self, parent: int) -> Part:
        at = self.pos
        char = self.text[at]
        if char in "{[":
            return self.flow(at, parent)
        if char in "'\"":
            made = self.quoted(at)
            made.flow = True
            return made
        match = _FLOW.match(self.text, at)
        body = (match[0] if match else "").rstrip()
        made = Part("scalar", at, at + len(body), self.column(at), body)
        made.flow = True
        pieces = [Piece(0, at, len(body))]
        self.pos = at + len(body)
        while body:  # a text over several lines
            saved = self.pos
            blank = _BLANKS.match(self.text, self.pos)
            if self.text[(blank.end() if blank else self.pos) :][:1] not in ("\n", "\r") or not self.gap(parent):
                self.pos = saved
                break
            if self.text[self.pos] in ",:{}[]'\"#":
                self.pos = saved
                break
            match = _FLOW.match(self.text, self.pos)
            more = (match[0] if match else "").rstrip()
            if not more:
                self.pos = saved
                break
            pieces.append(Piece(len(made.value) + 1, self.pos, len(more)))
            made.value += " " + more
            made.end = self.pos + len(more)
            self.pos = made.end
        made.pieces = tuple(pieces)
        return made

    def gap(self, parent: int) -> bool:
        """Pass blanks, line ends and comments within brackets; whether something stands behind that is still within."""
        while self.pos < self.size:
            char = self.text[self.pos]
            if char in " \t\r":
                self.pos += 1
            elif char == "#" and self.text[self.pos - 1] in " \t\n":
                end = self.text.find("\n", self.pos)
                self.pos = self.size if end < 0 else end
            elif char == "\n":
                blank = _BLANKS.match(self.text, self.pos + 1)
                first = blank.end() if blank else self.pos + 1
                here = self.text[first : first + 1]
                if here not in ("", "\n", "\r", "#") and first - self.pos - 1 <= parent and here not in "]}":
                    return False
                if here not in ("", "\n", "\r", "#") and self.dash(first):
                    return False
                self.pos += 1
            else:
                return True
        return False
