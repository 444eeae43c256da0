"""JSON (RFC 8259) → nodes, with positions; numbers stay text, nothing beyond the standard is accepted."""

from __future__ import annotations

import re

from checker.base.errors import Place, Problem, Text
from checker.base.patterns import pattern
from checker.documents.node import Limits, Node, position, repeated_keys

_STRING = r'"([^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+)"'  # *+ never goes back
_TOKEN = pattern(
    r"[ \t\n\r]*(?:([{}\[\],:])|"
    + _STRING
    + r"|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![0-9A-Za-z.+-])"
    r"|(true|false|null)(?![0-9A-Za-z]))"
)  # groups: 1 a sign, 2 a string, 3 a number, 4 a word
_ENTRY = pattern(r"[ \t\n\r]*,[ \t\n\r]*" + _STRING + r"[ \t\n\r]*:")
_FIRST_ENTRY = pattern(r"[ \t\n\r]*" + _STRING + r"[ \t\n\r]*:")
_BLANK = pattern(r"[ \t\n\r]*")
_GOOD_STRING = pattern(_STRING[:-1])  # as far as nothing is wrong with it
_OTHER_WORDS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null", "NULL": "null"}


class _Wrong(Exception):
    def __init__(self, at: int, message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.at, self.message, self.hint = at, message, hint


def parse_json(file: str, text: str, limits: Limits) -> tuple[Node | None, list[Problem]]:
    """Return the root of *text* and everything that is wrong with it; never raises."""
    problems: list[Problem] = []
    lines = text.split("\n")
    try:
        return _parse(file, text, limits, lines, problems), problems
    except _Wrong as wrong:
        line, column = position(text, wrong.at)
        place = Place(file, line, column, lines[line - 1])
        return None, [*problems, Problem("json", place, wrong.message, wrong.hint)]


def _parse(file: str, text: str, limits: Limits, lines: list[str], problems: list[Problem]) -> Node:
    """Build the tree token by token, without recursion; the first thing that is no JSON raises _Wrong."""
    token, entry, first_entry = _TOKEN.match, _ENTRY.match, _FIRST_ENTRY.match
    stack: list[tuple[Node | None, Node | None]] = []
    current: Node | None = None
    key: Node | None = None
    root: Node | None = None
    wants = "value"  # value, key, colon, more (a comma or the end), first (a value or ]), first key (a key or }), end
    at = count = begun = 0  # begun: where the line begins
    line = 1
    next_line = text.find("\n")

    while True:
        if current is not None and current.kind == "map" and wants in ("more", "first key"):
            match = entry(text, at) if wants == "more" else first_entry(text, at)
            if match is not None:  # a key with its colon in one go: most of a document
                start = match.start(1) - 1
                while -1 < next_line < start:
                    line, begun = line + 1, next_line + 1
                    next_line = text.find("\n", begun)
                count += 1
                string = match[1]
                key = Node("text", _unescape(string, start) if "\\" in string else string, line, start - begun + 1)
                at = match.end()
                wants = "value"
        match = token(text, at)
        if match is None:
            at = _end(_BLANK.match(text, at))
            if at == len(text):
                break
            raise _explain(text, at)
        group = match.lastindex
        start = match.start(group or 0) - (group == 2)
        at = match.end()
        while -1 < next_line < start:
            line, begun = line + 1, next_line + 1
            next_line = text.find("\n", begun)
        found = match[group or 0]
        if wants == "end":
            raise _Wrong(start, Text("JSON 结束后还有内容", "there is more after the end of the JSON"))
        if group == 1 and found in ",:":
            if found == ":" and wants == "colon":
                wants = "value"
            elif found == "," and wants == "more":
                wants = "key" if current is not None and current.kind == "map" else "value"
            else:
                raise _Wrong(
                    start,
                    Text(f"这里不该有“{found}”", f"{found!r} has no place here"),
                    Text("看前面是否多了或少了什么", "look for something missing or one too many before it"),
                )
            continue
        if group == 1 and found in "]}":
            opened = current
            fits = opened is not None and (opened.kind == "map") == (found == "}")
            if opened is None or not fits or wants not in ("more", "first", "first key"):
                raise _Wrong(
                    start,
                    Text(f"这里不该有“{found}”", f"{found!r} has no place here"),
                    Text("最后一项后面不要逗号，括号要配对", "no comma after the last entry; brackets must match"),
                )
            if opened.kind == "map":
                repeated_keys(file, lines, opened.value, problems)
            current, key = stack.pop()
            wants = "more" if current is not None else "end"
            continue
        count += 1
        if count > limits.nodes:
            raise _Wrong(start, Text("内容太多", "there is too much in this file"))
        column = start - begun + 1
        if wants in ("key", "first key"):
            if group != 2:
                raise _Wrong(start, Text("这里要写带双引号的键", "a key in double quotes is wanted here"))
            key = Node("text", _unescape(found, start), line, column)
            wants = "colon"
            continue
        if wants not in ("value", "first"):
            raise _Wrong(start, Text("这里缺逗号或冒号", "a comma or a colon is missing here"))
        if group == 2:
            made = Node("text", _unescape(found, start) if "\\" in found else found, line, column)
        elif group == 1:
            made = Node("map" if found == "{" else "list", [], line, column)
        else:
            made = Node("null" if found == "null" else "plain", found, line, column)
        if current is None:
            root = made
        elif current.kind == "map":
            current.value.append((key, made))
        else:
            current.value.append(made)
        if group != 1:
            wants = "more" if current is not None else "end"
            continue
        if len(stack) >= limits.depth:
            raise _Wrong(start, Text(f"括号套了 {limits.depth} 层以上", f"nested more than {limits.depth} deep"))
        stack.append((current, key))
        current = made
        wants = "first key" if found == "{" else "first"
    if root is None or wants != "end":
        raise _Wrong(
            max(0, len(text) - 1), Text("JSON 没有写完，缺“}”或“]”", "the JSON is not finished: a } or ] is missing")
        )
    return root


def _end(match: re.Match[str] | None) -> int:
    assert match is not None  # the pattern matches nothing, too
    return match.end()


def _unescape(text: str, at: int) -> str:
    if "\\" not in text:
        return text
    import json

    found = str(json.loads(f'"{text}"'))
    if any("\ud800" <= char <= "\udfff" for char in found):
        raise _Wrong(at, Text("文字里有不完整的 \\u 字符", "a \\u escape is half a character"))
    return found


def _explain(text: str, at: int) -> _Wrong:
    """Return what is wrong where no token begins."""
    rest = text[at : at + 20]
    if rest.startswith('"'):
        end = _end(_GOOD_STRING.match(text, at))
        if text[end : end + 1] == "\\":
            shown = text[end : end + 2]
            return _Wrong(
                end,
                Text(f"文字里的“{shown}”不是 JSON 的写法", f"{shown} is no escape of JSON"),
                Text("反斜杠要写两个：\\\\", "write a backslash twice: \\\\"),
            )
        if text[end : end + 1] == "\t":
            return _Wrong(
                end,
                Text("文字里有制表符（Tab）", "a tab stands inside this text"),
                Text("写成 \\t 或改成空格", "write \\t or use blanks"),
            )
        return _Wrong(
            at,
            Text(
                "引号没有配对，或文字里有换行、错误的 \\ 写法",
                "this text is never closed, or holds a line break or a wrong \\ escape",
            ),
        )
    if rest.startswith("'"):
        return _Wrong(at, Text("JSON 的文字用双引号", "JSON puts text in double quotes"))
    if rest.startswith(("//", "/*", "#")):
        return _Wrong(
            at, Text("JSON 里不能写注释", "JSON has no comments"), Text("需要注释就用 YAML", "use YAML for comments")
        )
    if rest[0] in "“”，：｛｝［］":
        return _Wrong(
            at,
            Text(f"这里用了全角符号“{rest[0]}”", f"this is the full-width character {rest[0]!r}"),
            Text("改成半角（英文）符号", "use the half-width one"),
        )
    if rest[0] in "\u00a0\u3000\u2002\u2003\u2009\u200b\u202f\ufeff":
        return _Wrong(
            at,
            Text(f"这里有特殊的空格 U+{ord(rest[0]):04X}", f"this is the special blank U+{ord(rest[0]):04X}"),
            Text("改成普通空格", "use an ordinary blank"),
        )
    word = re.match(r"[A-Za-z]+", rest)
    if word and word[0] in _OTHER_WORDS:
        right = _OTHER_WORDS[word[0]]
        return _Wrong(at, Text(f"JSON 里写 {right}，不写 {word[0]}", f"JSON writes {right}, not {word[0]}"))
    if re.match(r"-?(NaN|Infinity)", rest):
        return _Wrong(at, Text("JSON 没有 NaN 或 Infinity", "JSON has neither NaN nor Infinity"))
    return _Wrong(
        at,
        Text(f"看不懂“{rest[:12]}”", f"cannot read {rest[:12]!r}"),
        Text(
            "文字要加双引号，数字不要写单位或前导零",
            "put text in double quotes; numbers have no unit and no leading zero",
        ),
    )
