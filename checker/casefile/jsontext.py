"""JSON (RFC 8259) → nodes, with positions; numbers stay text, nothing beyond the standard is accepted."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.casefile.source import Limits, Node, repeated_keys
from checker.errors import Place, Problem, Text

_BLANK = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(
    r'([{}\[\],:])|"((?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"'
    r"|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![0-9A-Za-z.+-])|(true|false|null)(?![0-9A-Za-z])"
)


class _Wrong(Exception):
    def __init__(self, at: int, message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.at, self.message, self.hint = at, message, hint


def parse_json(file: str, text: str, limits: Limits) -> tuple[Node | None, list[Problem]]:
    """Return the root of *text* and everything that is wrong with it."""
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", text))
    problems: list[Problem] = []
    lines = text.split("\n")

    def spot(at: int) -> tuple[int, int]:
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1

    try:
        return _parse(file, text, limits, spot, lines, problems), problems
    except _Wrong as wrong:
        line, column = spot(wrong.at)
        place = Place(file, line, column, lines[line - 1] if line <= len(lines) else "")
        return None, [*problems, Problem("json", place, wrong.message, wrong.hint)]


def _parse(file: str, text: str, limits: Limits, spot, lines: list[str], problems: list[Problem]) -> Node:  # type: ignore[no-untyped-def]
    blank, token = _BLANK.match, _TOKEN.match
    stack: list[tuple[Node, Node | None]] = []
    current: Node | None = None
    key: Node | None = None
    root: Node | None = None
    wants = "value"  # value, key, colon, more (a comma or the end), first (a value or ]), first key (a key or })
    at = blank(text, 0).end()  # type: ignore[union-attr]
    count = 0
    size = len(text)
    while at < size:
        match = token(text, at)
        if match is None:
            raise _explain(text, at)
        sign, string, number, word = match.groups()
        if wants == "end":
            raise _Wrong(at, Text("JSON 结束后还有内容", "there is more after the end of the JSON"))
        if sign is not None and sign in ",:":
            if sign == ":" and wants == "colon":
                wants = "value"
            elif sign == "," and wants == "more":
                wants = "key" if current is not None and current.kind == "map" else "value"
            else:
                raise _Wrong(
                    at,
                    Text(f"这里不该有“{sign}”", f"{sign!r} has no place here"),
                    Text("看前面是否多了或少了什么", "look for something missing or one too many before it"),
                )
        elif sign is not None and sign in "]}":
            opened = current
            fits = opened is not None and (opened.kind == "map") == (sign == "}")
            if opened is None or not fits or wants not in ("more", "first", "first key"):
                raise _Wrong(
                    at,
                    Text(f"这里不该有“{sign}”", f"{sign!r} has no place here"),
                    Text("最后一项后面不要逗号，括号要配对", "no comma after the last entry; brackets must match"),
                )
            if opened.kind == "map":
                repeated_keys(file, lines, opened.value, problems)
            current, key = stack.pop()
            wants = "more" if current is not None else "end"
            if current is None:
                root = opened
        else:
            count += 1
            if count > limits.nodes:
                raise _Wrong(at, Text("内容太多", "there is too much in this file"))
            line, column = spot(at)
            if wants in ("key", "first key"):
                if string is None:
                    raise _Wrong(at, Text("这里要写带双引号的键", "a key in double quotes is wanted here"))
                key = Node("text", _unescape(string, at), line, column)
                wants = "colon"
            elif wants in ("value", "first"):
                if string is not None:
                    made = Node("text", _unescape(string, at), line, column)
                elif number is not None:
                    made = Node("plain", number, line, column)
                elif word is not None:
                    made = Node("null" if word == "null" else "plain", word, line, column)
                else:
                    made = Node("map" if sign == "{" else "list", [], line, column)
                if current is None:
                    root = made
                elif current.kind == "map":
                    current.value.append((key, made))
                else:
                    current.value.append(made)
                if sign is not None:
                    if len(stack) >= limits.depth:
                        raise _Wrong(
                            at, Text(f"括号套了 {limits.depth} 层以上", f"nested more than {limits.depth} deep")
                        )
                    stack.append((current, key))  # type: ignore[arg-type]
                    current = made
                    wants = "first key" if sign == "{" else "first"
                else:
                    wants = "more" if current is not None else "end"
            else:
                raise _Wrong(at, Text("这里缺逗号或冒号", "a comma or a colon is missing here"))
        at = blank(text, match.end()).end()  # type: ignore[union-attr]
    if root is None or wants != "end":
        raise _Wrong(
            max(0, size - 1), Text("JSON 没有写完，缺“}”或“]”", "the JSON is not finished: a } or ] is missing")
        )
    return root


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
    if rest[:1] in "“”，：｛｝［］":
        return _Wrong(
            at,
            Text(f"这里用了全角符号“{rest[0]}”", f"this is the full-width character {rest[0]!r}"),
            Text("改成半角（英文）符号", "use the half-width one"),
        )
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
