"""What an editor offers to mend a problem: the line that its advice names, put where it belongs, after it was tried.

Of an expression only what leaves fewer errors is offered, so that what is offered can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.places import named
from checker.editor.diagnostics import Diagnostic, diagnostics
from checker.editor.documents import Edit, Range
from checker.editor.expressions import lexicon_of, tokens_of
from checker.editor.here import FactOf, here, key_of, scope_at
from checker.editor.naming import Stretch, stretches
from checker.editor.parts import Part, at
from checker.editor.remedies import Remedy, remedy
from checker.editor.shelf import View
from checker.language.recovery import errors
from checker.language.tokens import Token

_BOUNDS = ("and", "or", "if", "then", "else", "where", "satisfies")
MOST = 5
"""Ways to mend one problem that are offered."""
_HALF = {"：": ": ", "，": ", ", "｛": "{", "｝": "}", "［": "[", "］": "]", "、": ", "}


class Action(NamedTuple):
    """One way to mend a problem."""

    title: str
    diagnostic: Diagnostic
    edits: tuple[Edit, ...]


def actions(view: View, wanted: Range, lang: str, found: Sequence[Diagnostic] | None = None) -> list[Action]:
    """Return what mends the problems that *wanted* touches; *found* are those of the file, where they are known."""
    offered: list[Action] = []
    for each in diagnostics(view) if found is None else found:
        if each.problem.hint is None or each.range.end < wanted.start or wanted.end < each.range.start:
            continue
        mend = _Mending(view, each, lang)
        ways: dict[tuple[Edit, ...], Action] = {}
        for title, edits in mend.ways():
            ways.setdefault(edits, Action(title, each, edits))
            if len(ways) >= MOST:
                break
        offered += ways.values()
    return offered


class _Mending:
    def __init__(self, view: View, each: Diagnostic, lang: str) -> None:
        self.view = view
        self.document = view.document
        self.each = each
        self.lang = lang
        self.start = self.document.offset(each.range.start)
        self.end = self.document.offset(each.range.end)
        assert each.problem.hint is not None
        self.hint: Text = each.problem.hint

    def said(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    def instead(self, start: int, end: int, text: str) -> tuple[Edit, ...]:
        return (Edit(self.document.range(start, end), text),)

    def ways(self) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield each way to mend it: how it is called, and the edits."""
        yield from self.typed()
        own = self.document.lang
        for lang in (own, "en" if own == "zh" else "zh"):
            written = remedy(self.hint, lang)
            if written.line:
                yield from self.line(written.line)
                return
            elif self.each.problem.code.startswith("expression:"):
                yield from self.expression(written, lang)
            else:
                yield from self.file(written)

    # ---- signs

    def typed(self) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield what a slip of the keyboard was meant to be."""
        code, text = self.each.problem.code, self.document.text
        char = text[self.start : self.start + 1]
        if code == "full-width" and char in _HALF:
            half = _HALF[char].rstrip() if text[self.start + 1 : self.start + 2] in ("", " ", "\n") else _HALF[char]
            yield (
                self.said(f"写半角的 {half.strip()}", f"Write {half.strip()}"),
                self.instead(self.start, self.start + 1, half),
            )
        elif code == "no-blank":
            colon = text.find(":", self.document.spot(self.each.range.start.line + 1, 1), self.start + 2)
            if char in "\u00a0\u3000\u200b\ufeff\u2003":
                yield self.said("写普通空格", "Write a plain blank"), self.instead(self.start, self.start + 1, " ")
            elif colon >= 0:
                yield (
                    self.said("冒号后面加空格", "Put a blank after the colon"),
                    self.instead(colon + 1, colon + 1, " "),
                )
        elif code == "tab":
            line = self.document.line(self.each.range.start.line)
            lead = line[: len(line) - len(line.lstrip())]
            first = self.document.starts[self.each.range.start.line]
            yield self.said("改成空格", "Use blanks"), self.instead(first, first + len(lead), lead.replace("\t", "  "))
        elif code == "control":
            yield (
                self.said("删去看不见的字符", "Delete the invisible character"),
                self.instead(self.start, self.start + 1, ""),
            )

    # ---- keys and lines

    def line(self, key: str) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield a key that is missing, put into the mapping that the problem is about."""
        edits = self.put(key, "")
        if edits:
            yield self.said(f"加一行 {key}: …", f"Add a line {key}: …"), edits

    def around(self, key: str) -> Part | None:
        """Return the mapping around the problem that can have a key: the whole file for one that is told of its first line."""
        part = at(self.document.root, self.start)
        for each in [part, *part.above()]:
            if each.kind != "map":
                continue
            kind = here(each, self.view.kind, self.view.vocabulary).kind
            shape = getattr(kind, "shape", None)
            inner = getattr(kind, "of", None)
            shape = shape or getattr(inner, "shape", None)
            if (shape is not None and key_of(shape, key) is not None) or isinstance(kind, FactOf):
                return each
        root = self.document.root
        return root if root.kind == "map" else None

    def put(self, key: str, value: str) -> tuple[Edit, ...]:
        """Return the edit that writes a key: its value where it is there, else a line of its own in the usual order."""
        part = self.around(key)
        if part is None:
            return ()
        kind = here(part, self.view.kind, self.view.vocabulary).kind
        shape = getattr(kind, "shape", None) or getattr(getattr(kind, "of", None), "shape", None)
        known = key_of(shape, key) if shape is not None else None
        there = part.get(key, *((known.id, known.zh) if known is not None else ()))
        if there is not None:
            gap = "" if there.kind != "empty" or self.document.text[there.start - 1 : there.start] == " " else " "
            return self.instead(there.start, there.end, gap + value) if value else ()
        if part.flow:
            last = part.end - (self.document.text[part.end - 1 : part.end] == "}")
            return self.instead(last, last, f"{', ' if part.entries else ''}{key}: {value}")
        before = part.entries[-1]
        if shape is not None and known is not None:
            order = list(shape.entries)
            earlier = [
                each
                for each in part.entries
                if each.key is not None
                and (own := key_of(shape, each.key.value)) is not None
                and order.index(own.id) < order.index(known.id)
            ]
            before = earlier[-1] if earlier else part.entries[0]
        end = self.document.text.find("\n", max(before.end, before.key.end if before.key is not None else 0))
        indent = " " * part.column
        if end < 0:
            end = len(self.document.text)
        return self.instead(end, end, f"\n{indent}{key}: {value}")

    def file(self, written: Remedy) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield what stands instead of a word of the file that is no expression."""
        part = at(self.document.root, self.start)
        code = self.each.problem.code
        near = self.hint.zh.startswith("您是不是想写")
        for word in written.instead:
            pairs = re.findall(r"(\w+): ([^,，]+)", word)
            if pairs and code not in ("mapping", "template") and all(self._is_key(key) for key, _ in pairs):
                edits = tuple(edit for key, value in pairs for edit in self.put(key, value.strip()))
                if edits and " 或 " not in word and " or " not in word:
                    yield self.said(f"写 {word}", f"Write {word}"), edits
                continue
            spot = self.spot_for(word, part, near)
            if spot is not None:
                yield self.said(f"写 {word}", f"Write {word}"), self.instead(*spot, word)
        yield from self.known(part)

    def spot_for(self, word: str, part: Part, near: bool) -> tuple[int, int] | None:
        """Return what a word of the advice stands instead of: the word that the message quotes, or the value itself."""
        code = self.each.problem.code
        quoted = re.findall(r"“([^”]+)”", self.each.problem.message.zh)
        if code == "template-unit" and quoted:
            found = re.search(rf"[:：]\s*({re.escape(quoted[-1])})\s*\}}", self.document.text[part.start : part.end])
            return (part.start + found.start(1), part.start + found.end(1)) if found is not None else None
        if code == "template":
            return _inner(part) if "{" in word and part.kind == "scalar" else None
        if code == "mapping":
            return _inner(part) if word.startswith("{") and part.kind == "scalar" else None
        if code in ("bad-date", "bad-value", "bad-money", "bad-percent"):
            return _inner(part) if re.fullmatch(r"[-\d.,%元万亿年月日]+", word) and part.kind == "scalar" else None
        if not near and code not in _WORDS:
            return None
        if re.search(r"[\s“”《（]", word):
            return None
        for name in reversed(quoted):
            for each in part.walk():
                for spot in (each.key, each):
                    if spot is not None and spot.kind in ("key", "scalar") and spot.value.strip() == name:
                        return None if spot.kind == "key" and word.isascii() and not name.isascii() else _inner(spot)
            if part.kind in ("key", "scalar") and name in part.value:
                first = part.source_of(part.value.rindex(name))
                return first, first + len(name)
        return _inner(part) if part.kind in ("key", "scalar") and not quoted else None

    def known(self, part: Part) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield what the kind of mistake itself says: a unit, quotes around a value, the code of a place, the parts of a basis."""
        code, hint, value = self.each.problem.code, self.hint.zh, part.value.strip()
        if part.kind == "scalar" and ("单位" in hint or "万元" in hint) and re.fullmatch(r"[\d.,]+", value):
            for unit in ("元", "万元"):
                yield self.said(f"写 {value}{unit}", f"Write {value}{unit}"), self.instead(*_inner(part), value + unit)
        if "加引号" in hint or "加上引号" in hint:
            line = self.document.line(self.each.range.start.line)
            found = re.match(r"(\s*(?:- )?[^\s:：\"'#{\[]+: +)([^\"'\s].*?)\s*$", line)
            if found is not None:
                first = self.document.starts[self.each.range.start.line] + found.start(2)
                quoted = '"' + found[2].replace("\\", "\\\\").replace('"', '\\"') + '"'
                yield (
                    self.said("整个值加引号", "Put the whole value in quotes"),
                    self.instead(first, first + len(found[2]), quoted),
                )
        if code == "jurisdiction" and not value.isascii():
            for place, full in named(value):
                shown = place if part.style else f'"{place}"'
                yield self.said(f"写 {place}（{full}）", f"Write {place} ({full})"), self.instead(*_inner(part), shown)
        if code == "mapping" and part.kind == "scalar" and (found := re.fullmatch(r"(《[^》]+》)(.*)", value)):
            zh = self.document.lang == "zh"
            words = [f"{'文件' if zh else 'instrument'}: {found[1]}"]
            words += [f"{'条款' if zh else 'article'}: {found[2].strip()}"] if found[2].strip() else []
            made = "{" + ", ".join(words) + "}"
            yield self.said(f"写 {made}", f"Write {made}"), self.instead(part.start, part.end, made)

    def _is_key(self, word: str) -> bool:
        part = at(self.document.root, self.start)
        for each in [part, *part.above()]:
            kind = here(each, self.view.kind, self.view.vocabulary).kind
            shape = getattr(kind, "shape", None) or getattr(getattr(kind, "of", None), "shape", None)
            if shape is not None and key_of(shape, word) is not None:
                return True
        return False

    # ---- expressions

    def stretch(self) -> Stretch | None:
        """Return the expression that the problem stands in."""
        part = at(self.document.root, self.start)
        found = here(part, self.view.kind, self.view.vocabulary)
        many = [*stretches(part, found)]
        index = part.index_of(self.start)
        return next((each for each in many if each.at <= index <= each.at + len(each.text)), many[0] if many else None)

    def expression(self, written: Remedy, lang: str) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield every text that can be put into the expression and leaves fewer errors in it."""
        stretch = self.stretch()
        if stretch is None:
            return
        lexicon = lexicon_of(self.view.book.names)
        scope = scope_at(stretch.part, self.view.book)
        text = stretch.text
        strict = self.view.packs[0].root != self.view.document.path and len(self.view.packs) > 1
        before = len(errors(text, lexicon, scope, stretch.expected, strict))
        first = max(0, stretch.part.index_of(self.start) - stretch.at)
        last = min(len(text), max(first, stretch.part.index_of(self.end) - stretch.at))
        tokens = tokens_of(text, lexicon)
        tried: set[str] = set()
        for candidate, spans in self.candidates(written, text, tokens, first, last):
            for one, two in spans:
                new = text[:one] + candidate + text[two:]
                if new in tried or not new.strip():
                    continue
                tried.add(new)
                left = len(errors(new, lexicon, scope, stretch.expected, strict))
                if left >= before or (two - one > last - first and not _keeps(candidate, text[one:two])):
                    continue
                start = stretch.part.source_of(stretch.at + one)
                end = stretch.part.source_of(stretch.at + two - 1) + 1 if two > one else start
                if two > one and not 0 <= end - start <= 2 * (two - one) + 80:
                    continue
                shown = self._escaped(stretch.part, candidate)
                if shown is None:
                    continue
                if one == two == len(text):
                    start = end = stretch.part.source_of(stretch.at + len(text) - 1) + 1
                said = candidate.strip() or text[one:two]
                title = (
                    self.said(f"写 {said}", f"Write {said}")
                    if candidate.strip()
                    else self.said(f"删去 {said}", f"Delete {said}")
                )
                yield title, self.instead(start, end, shown)
                break

    def _escaped(self, part: Part, text: str) -> str | None:
        """Return a text as it is written within the quotes of a value; nothing where it cannot stand there."""
        if part.style == '"':
            return text.replace("\\", "\\\\").replace('"', '\\"')
        if part.style == "'":
            return text.replace("'", "''")
        if part.style == "" and (": " in text or " #" in text or (part.flow and re.search(r"[,\[\]{}]", text))):
            return None
        return text

    def candidates(
        self, written: Remedy, text: str, tokens: list[Token], first: int, last: int
    ) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Yield texts, each with the stretches it may stand in place of, the likeliest first."""
        span = (first, last)
        condition = _condition(tokens, first, last, text)
        whole = (0, len(text))
        repeated = first
        while repeated < len(text) and text[repeated] == text[first : first + 1]:
            repeated += 1
        hint = self.hint.zh
        near = _left_part(tokens, first, last)
        for word in written.instead:
            operator = any(
                token.kind in ("operator", "keyword") for token in tokens_of(word, lexicon_of(self.view.book.names))
            )
            behind = (near, last) if near is not None else span
            order = (
                [condition, whole, behind, (first, repeated), span, (first, len(text))]
                if operator and " " in word
                else [span, (first, repeated), behind, condition, whole, (first, len(text))]
            )
            yield word, order
            wrong = text[first:last]
            if wrong and text.count(wrong) > 1 and not operator:
                yield text.replace(wrong, word), [whole]
            if operator and " " not in word:
                yield (
                    word,
                    [
                        (each.start, each.end)
                        for each in tokens
                        if each.kind == "operator" and condition[0] <= each.start < condition[1]
                    ],
                )
            if word.endswith("(…)"):
                head = word.removesuffix("(…)").rstrip()
                bracket = text.find("(", condition[0], condition[1])
                if bracket >= 0 and head.split()[1:2] and head.split()[1] in text:
                    yield f"{head} ", [(condition[0], bracket)]
                continue
            if word.isalpha():
                yield f" {word} ", [span, (first, repeated), (first, first)]
        for word in written.missing:
            yield word, [(len(text), len(text)), (first, first), (last, last)]
        if written.delete:
            yield "", [span, (first, repeated)]
        inside = [token for token in tokens if condition[0] <= token.start and token.end <= condition[1]]
        if "单位" in hint or "万元" in hint:
            for token in inside:
                if token.kind == "number":
                    for unit in ("元", "万元"):
                        yield token.text + unit, [(token.start, token.end)]
                    if token.end < len(text) and text[token.end] in "万亿":
                        yield (
                            f"{token.text}{text[token.end]}元",
                            [(token.start, token.end + 1), (token.start, token.end + 2)],
                        )
        if "百分比" in hint or "百分号" in hint or "%" in hint:
            for token in inside:
                if token.kind in ("number", "money"):
                    digits = re.match(r"[\d.,]+", token.text)
                    if digits is not None:
                        yield (
                            f"{digits[0]}%",
                            [
                                (token.start, token.end),
                                (max(0, token.start - 1), token.end),
                                (token.start, token.end + 1),
                            ],
                        )
        if "引号" in hint:
            for token in inside:
                if token.kind == "text" and len(token.text) > 2:
                    yield token.text[1:-1], [(token.start, token.end)]
        if "“且”" in hint:
            yield " 且 ", [span, (first, repeated), (first, first)]
            yield " 或 ", [span, (first, repeated), (first, first)]
        if "“非”" in hint:
            yield " 非 ", [span, (first, repeated)]


def _keeps(new: str, old: str) -> bool:
    """Whether a longer stretch is rewritten and not thrown away: most of its characters are in what comes of it."""
    return sum(char in new for char in old) * 3 >= len(old) * 2


def _inner(part: Part) -> tuple[int, int]:
    """Return where the text of a value or key stands, within its quotes."""
    if not part.pieces:
        return part.start, part.end
    return part.pieces[0].source, part.pieces[-1].source + part.pieces[-1].size


_WORDS = (
    "unknown-key",
    "choice",
    "unknown-entity",
    "no-rule",
    "vocabulary",
    "unknown-field",
    "enum",
    "unknown-name",
    "manifest",
    "unknown-value",
    "flag",
    "bad-enum",
)


def _condition(tokens: list[Token], first: int, last: int, text: str) -> tuple[int, int]:
    """Return the stretch of the condition around a stretch: up to what joins conditions, within its brackets."""
    number = next((n for n, token in enumerate(tokens) if token.end > first), len(tokens) - 1)
    depth, low = 0, number
    while low > 0:
        before = tokens[low - 1]
        depth += (before.text in (")", "]", "）")) - (before.text in ("(", "[", "（"))
        if depth < 0 or (depth == 0 and before.kind == "keyword" and before.value in _BOUNDS):
            break
        low -= 1
    depth, high = 0, number
    while high < len(tokens):
        here_ = tokens[high]
        depth += (here_.text in ("(", "[", "（")) - (here_.text in (")", "]", "）"))
        if high > number and (depth < 0 or (depth == 0 and here_.kind == "keyword" and here_.value in _BOUNDS)):
            break
        high += 1
    if not tokens:
        return 0, len(text)
    return tokens[low].start, max(tokens[min(high, len(tokens)) - 1].end, last)


def _left_part(tokens: list[Token], first: int, last: int) -> int | None:
    """Return where the name or word before a stretch begins, where one does: 付款日期 之前."""
    before = [token for token in tokens if token.end <= first]
    return before[-1].start if before else None
