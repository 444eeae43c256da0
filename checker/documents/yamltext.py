"""YAML → nodes, from the parser's events.

No anchors, tags or second documents, no key twice; every tab and full-width colon is named.
"""

from __future__ import annotations

import re
from typing import Any

from checker.base.errors import Place, Problem, Text
from checker.base.patterns import pattern
from checker.documents.node import Limits, Node, repeated_keys

_TAB = pattern(r"^[ ]*\t[\t ]*(?=\S)")
_NO_BLANK = r"^\s*(?:- )?[^\s:：\"'#{\[]+:[^\s:/]"
_ODD = pattern(r"^(\s*(?:- )?)([\u00a0\u3000]|[^\s:：\"'#{\[]+:[\u00a0\u3000\u2000-\u200d\u2060\ufeff])")
"""A line that begins with a blank that is none for YAML, or has one after the colon."""
_CUT = pattern(r"(?:\S[ \t]+|:[ \t]+)#[^\s#]")
_AFTER = pattern(r"[ \t]+#[^\s#]")
_WIDE = "[：，｛｝［］]"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

MESSAGES: tuple[tuple[str, Text, Text | None], ...] = (
    (
        "did not find expected node content",
        Text("这里缺一个值，或括号没有写完", "a value is missing here, or a bracket is not closed"),
        Text("补上值，或补上“]”“}”", "add the value, or the closing ] or }"),
    ),
    (
        "found unexpected end of stream",
        Text("引号或括号没有配对", "a quotation mark or bracket is never closed"),
        Text("从这里往前找没有配对的引号、括号", "look before this place for the one that is not closed"),
    ),
    (
        "mapping values are not allowed",
        Text("这里不该有冒号", "a colon has no place here"),
        Text("检查缩进；值里有“: ”的要加引号", "check the indentation; put a value that holds “: ” in quotes"),
    ),
    (
        "could not find expected ':'",
        Text("这一行缺冒号，或冒号后面缺空格", "a colon is missing in this line, or the blank after it"),
        Text("写成“键: 值”，冒号用半角，后面空一格", "write “key: value”, with a blank after the colon"),
    ),
    (
        "did not find expected key",
        Text("这里的缩进或括号不对", "the indentation or a bracket is wrong here"),
        Text(
            "同一层的行要对齐；花括号里用半角逗号隔开",
            "lines of one level must line up; separate with commas inside braces",
        ),
    ),
    (
        "did not find expected ',' or '}'",
        Text("花括号里缺逗号或“}”", "a comma or } is missing inside the braces"),
        Text("用半角逗号隔开各项，冒号后空一格", "separate the entries with commas, with a blank after each colon"),
    ),
    (
        "did not find expected ',' or ']'",
        Text("方括号里缺逗号或“]”", "a comma or ] is missing inside the brackets"),
        Text("用半角逗号隔开各项，最后补上“]”", "separate the entries with commas, and close with ]"),
    ),
    (
        "did not find expected '-' indicator",
        Text("清单的各条没有对齐", "the entries of this list do not line up"),
        Text("每条的 - 要在同一列", "put every - in the same column"),
    ),
    (
        "cannot start any token",
        Text("这个字符不能放在值的开头", "a value cannot begin with this character"),
        Text("给值加上引号", "put the value in quotes"),
    ),
    (
        "block sequence entries are not allowed",
        Text("这里不能开始一个清单", "a list cannot begin here"),
        Text("把 - 写到下一行，或检查缩进", "put the - on the next line, or check the indentation"),
    ),
    (
        "found undefined alias",
        Text("不能用 * 引用别处的内容", "references (*) are not allowed"),
        Text("把内容写出来，或给值加引号", "write the content out, or put the value in quotes"),
    ),
    (
        "found unknown escape",
        Text("双引号里的 \\ 写法不对", "a wrong \\ escape inside double quotes"),
        Text("改用单引号，或写两个 \\\\", "use single quotes, or write \\\\"),
    ),
    (
        "did not find expected <document start>",
        Text("文件开头之后又出现了最外层的内容", "content of the outermost level begins twice"),
        Text("检查这一行的缩进和冒号", "check the indentation and the colon of this line"),
    ),
)
TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on (PyYAML 6.0.4), before it hands out the first event: PyYAML's own parser then says where."""


def parse_yaml(file: str, text: str, limits: Limits) -> tuple[Node | None, list[Problem]]:
    """Return the root of *text* and everything that is wrong with it."""
    import yaml

    loader_class: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = text.split("\n")
    problems: list[Problem] = []
    if "\t" in text:
        for number, line in enumerate(lines, 1):
            match = _TAB.match(line)
            if match and not line[match.end() :].startswith("#"):
                column = line.index("\t") + 1
                problems.append(
                    Problem(
                        "tab",
                        Place(file, number, column, line),
                        Text("行首用了制表符（Tab）", "a tab stands in the indentation"),
                        Text("改成空格", "use blanks"),
                    )
                )
    root: Node | None = None
    for parser in dict.fromkeys((loader_class, yaml.SafeLoader)):
        loader = parser(text)
        try:
            root = _build(file, lines, loader, limits, problems)
            break
        except yaml.YAMLError as error:
            if getattr(error, "problem", "") == TOO_DEEP and not problems and parser is not yaml.SafeLoader:
                continue
            if not problems:
                problems.append(_syntax(file, lines, error))
            return None, problems
        finally:
            loader.dispose()
    if root is None and not problems:
        problems.append(
            Problem(
                "empty", Place(file), Text("文件里没有内容（只有注释）", "there is nothing in this file but comments")
            )
        )
    if root is not None:
        _wide_colons(file, lines, root, problems)
        if _CUT.search(text):
            _cut_texts(file, lines, root, problems)
    return root, problems


def _cut_texts(file: str, lines: list[str], root: Node, problems: list[Problem]) -> None:
    """Report texts that YAML cuts at “ #1”: what stands behind would be lost without a word; a comment has a blank after its #."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "map":
            waiting.extend(value for _, value in node.value)
        elif node.kind == "list":
            waiting.extend(node.value)
        elif node.kind in ("plain", "null") and 0 < node.line <= len(lines):
            line = lines[node.line - 1]
            at = node.column - 1
            if not line.startswith(node.value, at):
                continue  # it runs over several lines
            at += len(node.value)
            found = _AFTER.match(line, at)
            if found is None:
                continue
            lost = line[found.end() - 2 :].strip()
            told = Text(f"“{lost}”会被当作注释丢掉", f"{lost!r} would be lost as a comment")
            hint = Text(
                "是内容的，整个值加引号；是注释的，# 后面空一格",
                "put the whole value in quotes; where it is a comment, put a blank after the #",
            )
            problems.append(Problem("comment", Place(file, node.line, found.end() - 1, line), told, hint))


def _build(file: str, lines: list[str], loader: Any, limits: Limits, problems: list[Problem]) -> Node | None:
    """Build the tree from events, without recursion; what is refused is noted and stands as an empty value."""
    import yaml

    scalar, mapping, sequence, alias = (
        yaml.ScalarEvent,
        yaml.MappingStartEvent,
        yaml.SequenceStartEvent,
        yaml.AliasEvent,
    )
    map_end, list_end, document = yaml.MappingEndEvent, yaml.SequenceEndEvent, yaml.DocumentStartEvent
    ends = (yaml.StreamEndEvent,)
    stack: list[tuple[Node | None, Node | None]] = []
    current: Node | None = None
    key: Node | None = None
    root: Node | None = None
    documents = count = 0
    get_event = loader.get_event

    def refuse(code: str, mark: Any, message: Text, hint: Text) -> None:
        text = lines[mark.line] if mark.line < len(lines) else ""
        problems.append(Problem(code, Place(file, mark.line + 1, mark.column + 1, text), message, hint))

    def too_deep(mark: Any) -> None:
        told = Text(f"层次超过 {limits.depth} 层", f"nested more than {limits.depth} deep")
        refuse("too-deep", mark, told, Text("检查括号和缩进", "check brackets and indentation"))

    while True:
        event = get_event()
        kind = type(event)
        if kind is scalar or kind is mapping or kind is sequence or kind is alias:
            mark = event.start_mark
            count += 1
            if count > limits.nodes:
                refuse(
                    "too-much",
                    mark,
                    Text("内容太多", "there is too much in this file"),
                    Text("分成几个文件", "split it into several files"),
                )
                return None
            if event.anchor is not None:
                refuse(
                    "anchor",
                    mark,
                    Text("不能用 & 和 * 引用", "anchors (&) and references (*) are not allowed"),
                    Text("把内容写出来，或给值加引号", "write the content out, or put the value in quotes"),
                )
            line, column = mark.line + 1, mark.column + 1
            if kind is scalar:
                if event.tag is not None and event.tag != "!":
                    refuse(
                        "tag",
                        mark,
                        Text(f"不能用标记 {event.tag}", f"the tag {event.tag} is not allowed"),
                        Text("删去 ! 开头的标记，或给值加引号", "delete the tag, or put the value in quotes"),
                    )
                value = event.value
                if event.style:
                    made = Node("text", value, line, column)
                else:
                    made = Node("null" if value in _NULLS else "plain", value, line, column)
            elif kind is alias:
                made = Node("null", "", line, column)
            else:
                if event.tag is not None and event.tag != "!":
                    refuse(
                        "tag",
                        mark,
                        Text(f"不能用标记 {event.tag}", f"the tag {event.tag} is not allowed"),
                        Text("删去 ! 开头的标记", "delete the tag"),
                    )
                made = Node("map" if kind is mapping else "list", [], line, column)
            if current is None:
                root = made
            elif current.kind == "list":
                current.value.append(made)
            elif key is None:
                if kind is mapping or kind is sequence:
                    refuse(
                        "key",
                        mark,
                        Text("键只能是文字", "a key must be text"),
                        Text("写成“键: 值”", "write “key: value”"),
                    )
                elif made.value == "<<" and made.kind == "plain":
                    refuse(
                        "merge",
                        mark,
                        Text("不能用 << 合并", "merging (<<) is not allowed"),
                        Text("把内容写出来", "write the content out"),
                    )
                if kind is mapping or kind is sequence:
                    stack.append((current, made))
                    current, key = made, None
                    if len(stack) > limits.depth:
                        too_deep(mark)
                        return None
                else:
                    key = made
                continue
            else:
                current.value.append((key, made))
                key = None
            if kind is mapping or kind is sequence:
                if len(stack) >= limits.depth:
                    too_deep(mark)
                    return None
                stack.append((current, key))
                current, key = made, None
        elif kind is map_end or kind is list_end:
            if kind is map_end and current is not None:
                repeated_keys(file, lines, current.value, problems)
            current, key = stack.pop()
        elif kind is document:
            documents += 1
            if documents > 1:
                refuse(
                    "documents",
                    event.start_mark,
                    Text(
                        "一个文件只能有一个文档（--- 只能出现在开头）",
                        "a file holds one document (--- only at its beginning)",
                    ),
                    Text("分成几个文件", "split it into several files"),
                )
                return None
        elif kind in ends:
            return root


def _indent(lines: list[str], number: int) -> int:
    """Return the blanks that line *number* begins with; none for one past the end."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    return len(line) - len(line.lstrip(" "))


def _syntax(file: str, lines: list[str], error: Any) -> Problem:
    """Say a YAML error in the words of the office."""
    mark = getattr(error, "problem_mark", None)
    original = str(getattr(error, "problem", None) or error).split("\n")[0]
    number, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    number = min(number, len(lines))
    message, hint = Text("格式不对", "the format is wrong"), None
    for words, told, advice in MESSAGES:
        if words in original or words in str(error):
            message, hint = told, advice
            break
    context = getattr(error, "context_mark", None)
    opened = context.line + 1 if context is not None else number
    never_closed = "end of stream" in original or (
        "',' or '" in original and number > opened and _indent(lines, number) <= _indent(lines, opened)
    )
    if context is not None and never_closed:  # what was opened says more than where the parser stumbled
        number, column = context.line + 1, context.column + 1
    line = lines[number - 1][: column - 1] if 0 < number <= len(lines) else ""
    if "expected key" in original and re.search(r": \{[^{},:]*\}$", line):  # a text that begins with a placeholder
        hint = Text(
            '值以 { 开头的，整个加引号，例如 说明: "{项目名称}…"',
            'put a value that begins with { in quotes, such as message: "{name}…"',
        )
    first = context.line + 1 if context is not None else number
    for near in dict.fromkeys((number, number - 1, first)):
        line = lines[near - 1] if 0 < near <= len(lines) else ""
        wide = re.search(_WIDE, line.split("#")[0])
        if (
            wide
            and ":" not in line[: wide.start()].replace(": ", "")
            and (wide[0] != "：" or ": " not in line[: wide.start()])
        ):
            half = chr(ord(wide[0]) - 0xFEE0)
            message = Text(f"这里用了全角符号“{wide[0]}”", f"this is the full-width character {wide[0]!r}")
            hint = Text(f"改成半角的“{half}”，冒号后空一格", f"use the half-width {half!r}, with a blank after a colon")
            return Problem("full-width", Place(file, near, wide.start() + 1, line), message, hint)
        if odd := _odd(file, near, line):
            return odd
        tight = re.match(_NO_BLANK, line)
        if tight:
            hint = Text("冒号后面要空一格", "put a blank after the colon")
            return Problem(
                "no-blank",
                Place(file, near, tight.end() - 1, line),
                Text("冒号后面缺空格", "a blank is missing after the colon"),
                hint,
            )
    told = Text(message.zh + f"（{original}）", f"{message.en} ({original})")
    text = lines[number - 1] if 0 < number <= len(lines) else ""
    return Problem("yaml", Place(file, number, min(column, len(text) + 1), text), told, hint)


def _odd(file: str, number: int, line: str) -> Problem | None:
    """Return what to say of a line that begins with a blank that is none for YAML, or has one after the colon."""
    found = _ODD.match(line)
    if found is None:
        return None
    from checker.base.invisible import named

    char = found[2][-1]
    name = named(char)
    where = Text("行首", "at the beginning of this line") if len(found[2]) == 1 else Text("冒号后面", "after the colon")
    told = Text(f"{where.zh}是{name.zh}，不是普通空格", f"{where.en} stands a {name.en}, no plain blank")
    return Problem("no-blank", Place(file, number, found.end(), line), told, Text("改成普通空格", "use a plain blank"))


def _wide_colons(file: str, lines: list[str], root: Node, problems: list[Problem]) -> None:
    """Report “键：值” and “键:值” lines that YAML takes for plain text.

    They are taken so where the whole document is such a text, where a text runs over several lines, and where the value of
    a key begins on a later line. A colon inside a text that stands on the line of its key is a text.
    """
    waiting: list[tuple[Node, int]] = [(root, 0)]  # each node with the line of its key
    while waiting:
        node, key_line = waiting.pop()
        if node.kind == "map":
            waiting.extend((value, key.line) for key, value in node.value)
        elif node.kind == "list":
            waiting.extend((value, value.line) for value in node.value)
        elif node.kind == "plain" and (node is root or key_line < node.line or " " in node.value):
            first = node.line if node is root or key_line < node.line else node.line + 1
            last = node.line if node.value in lines[node.line - 1] else min(len(lines), node.line + 200)
            for number in range(first, last + 1):
                line = lines[number - 1]
                if number > node.line and node is not root and line[:1].strip():
                    break
                _suspicious(file, number, line, problems)


def _suspicious(file: str, number: int, line: str, problems: list[Problem]) -> None:
    """Add a problem for a line that looks like a key with a full-width colon, or without the blank after the colon."""
    wide = line.find("：")
    tight = re.match(_NO_BLANK, line)
    if odd := _odd(file, number, line):
        problems.append(odd)
    elif wide > 0:
        told = Text("这里用了全角冒号“：”", "this is the full-width colon “：”")
        hint = Text(
            "改成半角“:”，后面空一格；确是文字的，加引号",
            "use “:” with a blank after it; put it in quotes if it is text",
        )
        problems.append(Problem("full-width", Place(file, number, wide + 1, line), told, hint))
    elif tight:
        told = Text("冒号后面缺空格", "a blank is missing after the colon")
        hint = Text(
            "冒号后面要空一格；确是文字的，加引号", "put a blank after the colon; put it in quotes if it is text"
        )
        problems.append(Problem("no-blank", Place(file, number, tight.end() - 1, line), told, hint))
