"""Reads mappings of rule and parameter files: keys in Chinese or English, every problem with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from checker.base import places
from checker.base.errors import Place, Problem, Text, did_you_mean
from checker.base.values import UNITS, BadValue, parse_date
from checker.base.width import HIDDEN
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.shape import Shape
from checker.documents.source import Source, control_characters
from checker.language.hints import advice
from checker.language.parser import parse
from checker.language.recovery import errors
from checker.language.scope import Scope
from checker.language.tokens import ExpressionError, Lexicon
from checker.language.tree import Expr
from checker.language.types import check
from checker.rulebook.rule import VERIFIED, Basis, Reach, Template, Validity
from checker.rulebook.shapes import (
    BASIS_KEYS,
    VERIFIED_WORDS,
)

HINTED = 200
"""Problems of a rulebook that carry a "did you mean": as many as are printed."""
FEW = 12
"""Keys that are listed where an unknown one is near to none of them."""


def _choices(table: dict[str, str]) -> Text:
    """List the words of *table*, to each reader those of one language."""
    zh = [word for word in table if not word.isascii()] or list(table)
    en = [word for word in table if word.isascii()] or list(table)
    return Text("可写：" + "、".join(zh), "one of: " + ", ".join(en))


MEANT = {
    **dict.fromkeys(("当", "条件", "适用条件", "适用范围", "前提", "如果"), "适用"),
    **dict.fromkeys(("例外", "除外", "例外情形", "但书", "不适用"), "除非"),
    **dict.fromkeys(("规定", "标准", "应当", "必须", "检查"), "要求"),
    **dict.fromkeys(("处理", "处理建议", "建议", "措施", "整改建议"), "整改"),
    **dict.fromkeys(("生效", "有效期", "施行日期", "实施", "期限"), "施行"),
    **dict.fromkeys(("名称", "题目", "规则名称", "规则"), "标题"),
    **dict.fromkeys(("主体", "检查对象", "范围"), "对象"),
    **dict.fromkeys(("金额", "问题金额"), "涉及金额"),
    **dict.fromkeys(("描述", "提示", "问题描述", "消息"), "说明"),
    **dict.fromkeys(("程度", "级别", "严重性"), "严重程度"),
    **dict.fromkeys(("性质", "问题性质"), "定性"),
    **dict.fromkeys(("地区", "区划", "行政区域"), "行政区划"),
    **dict.fromkeys(("案例", "例子", "测试"), "示例"),
    **dict.fromkeys(("法规", "规范", "文号"), "依据"),
    **dict.fromkeys(("从", "起", "开始", "起始"), "自"),
    **dict.fromkeys(("到", "止", "结束", "终止"), "至"),
    **dict.fromkeys(("数值", "取值", "限额"), "值"),
}
"""Words that authors write for a key, with the key that is meant, where a mapping has it."""


class FileReader:
    """Reads one rule or parameter file; problems are collected in `problems`."""

    def __init__(
        self, source: Source, vocabulary: Vocabulary, problems: list[Problem], failed: set[str] | None = None
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.problems = problems
        problems += control_characters(source)
        self.failed = set() if failed is None else failed
        """Names of parameters and definitions that could not be read: what uses them is not wrong for that."""
        self.meant: set[str] = set()
        """Keys that an unknown key was most likely meant to be."""
        self.strict = False
        """Whether conditions must tell “and” from “or” by brackets: those of packs that stand on others."""

    def problem(self, code: str, node: Node, message: Text, hint: Text | None = None, width: int | None = None) -> None:
        """Note one problem at *node*."""
        self.problems.append(Problem(code, self.source.place(node, width), message, hint))

    def near(self, wrong: str, known: Iterable[str]) -> Text | None:
        """Return a "did you mean" hint, for the first problems only: it is the dearest part of telling one."""
        return did_you_mean(wrong, list(known)) if len(self.problems) < HINTED else None

    def mapping(self, node: Node, keys: Mapping[str, str]) -> dict[str, Node]:
        """Return the values of *node* by their English keys; unknown and repeated ones are problems."""
        if node.kind != "map":
            period = node.is_scalar and {"from", "to"} <= set(keys) and "instrument" not in keys
            hint = Text(f"写 {{自: {node.text}}}", f"write {{from: {node.text}}}") if period else None
            self.problem("mapping", node, Text("这里要写“键: 值”", "“key: value” lines are wanted here"), hint)
            return {}
        chinese = {zh: key for key, zh in keys.items()}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.text if key.text in keys else chinese.get(key.text)
            if name is None:
                meant = MEANT.get(key.text, "")
                near = Text(f"写 {meant}", f"write {chinese[meant]}") if meant in chinese else None
                near = near or self.near(key.text, [*keys, *keys.values()])
                if near is not None:
                    self.meant |= {word for word in (*keys, *keys.values()) if word in near.zh}
                elif len(keys) <= FEW:
                    near = Text("可写：" + "、".join(keys.values()), "one of: " + ", ".join(keys))
                self.problem("unknown-key", key, Text(f"不认识的键“{key.text}”", f"unknown key {key.text!r}"), near)
            elif name in found:
                self.problem("repeated", key, Text(f"“{key.text}”写了两次", f"{key.text!r} is there twice"))
            else:
                found[name] = value
        return found

    def lacking(self, node: Node, body: dict[str, Node], shape: Shape) -> None:
        """Say which keys *node*, a mapping of *shape* read as *body*, must have and has not."""
        for key in shape.required:
            if key not in body and not {key, shape[key]} & self.meant:
                told = Text(f"{shape.what.zh}没有写“{shape[key]}”（{key}）", f"{shape.what.en} has no {key}")
                self.problem("required", node, told, Text(f"加一行 {shape[key]}: …", f"add a line {key}: …"))

    def text(self, node: Node | None) -> str:
        """Return a scalar's text; an empty one for nothing."""
        if node is None:
            return ""
        if node.kind in ("map", "list"):
            self.problem("scalar", node, Text("这里只写一个值", "a single value is wanted here"))
            return ""
        return node.text.strip()

    def words(self, node: Node | None) -> tuple[str, ...]:
        """Return a list of texts, or one text as a list of one; a text in quotes may be a blank."""
        if node is None:
            return ()
        if node.kind != "list":
            return (self.text(node),)
        return tuple(self.text(child) or (child.text if child.kind == "text" else "") for child in node.value)

    def choice(self, node: Node | None, table: dict[str, str], what: Text, default: str) -> str:
        """Return what a word of *table* stands for."""
        if node is None:
            return default
        word = self.text(node)
        if word not in table:
            self.problem(
                "choice",
                node,
                Text(f"{what.zh}没有“{word}”这一种", f"{what.en} {word!r} does not exist"),
                self.near(word, table) or _choices(table),
            )
            return default
        return table[word]

    def day(self, node: Node | None) -> date | None:
        """Return a date."""
        if node is None:
            return None
        try:
            return parse_date(self.text(node))
        except BadValue as bad:
            self.problem("bad-date", node, bad.message, bad.hint)
            return None

    def validity(self, found: dict[str, Node]) -> Validity:
        """Return when something holds, from the keys from, to and stated_for."""
        years: list[int] = []
        for word in self.words(found.get("stated_for")):
            if len(word) == 4 and word.isascii() and word.isdigit():
                years.append(int(word))
            else:
                self.problem("bad-year", found["stated_for"], Text(f"“{word}”不是年份", f"{word!r} is not a year"))
        start, end = self.day(found.get("from")), self.day(found.get("to"))
        if start and end and end < start:
            self.problem("period", found["to"], Text("“至”早于“自”", "it ends before it begins"))
        return Validity(start, end, tuple(years))

    def reach(self, found: dict[str, Node]) -> Reach:
        """Return whom something binds."""
        place = self.text(found.get("jurisdiction"))
        if place and not (place.isascii() and place.isdigit() and len(place) in (2, 4, 6)):
            self.problem(
                "jurisdiction",
                found["jurisdiction"],
                Text(f"“{place}”不是行政区划代码", f"{place!r} is not a code of a jurisdiction"),
                Text(
                    '写 GB/T 2260 代码的前 2、4 或 6 位，例如 "4301"；全国适用则不写',
                    'write the first 2, 4 or 6 digits of the GB/T 2260 code, such as "4301"; leave it out for the whole country',
                ),
            )
        elif place and (wrong := places.wrong(place)) is not None:
            self.problem("jurisdiction", found["jurisdiction"], *wrong)
        return Reach(
            place, self._enum(found.get("levels"), "budget_level"), self._enum(found.get("unit_kinds"), "unit_kind")
        )

    def documents(self, node: Node | None) -> tuple[str, ...]:
        """Return the kinds of document that a rule is asked of."""
        return self._enum(node, "document_kind") if node is not None else ()

    def _enum(self, node: Node | None, name: str) -> tuple[str, ...]:
        enumeration = self.vocabulary.enumerations[name]
        found: list[str] = []
        for word in self.words(node):
            value = enumeration.by_name.get(word)
            if value is None:
                assert node is not None
                self.problem(
                    "choice",
                    node,
                    Text(f"{enumeration.zh}没有“{word}”", f"{enumeration.id} has no value {word!r}"),
                    self.near(word, enumeration.by_name),
                )
            else:
                found.append(value)
        return tuple(found)

    def basis(self, node: Node | None) -> tuple[Basis, ...]:
        """Return the instruments something rests on."""
        if node is None:
            return ()
        found: list[Basis] = []
        for entry in node.value if node.kind == "list" else [node]:
            body = self.mapping(entry, BASIS_KEYS)
            if not body:
                continue
            instrument = self.text(body.get("instrument"))
            if not instrument:
                self.problem(
                    "basis", entry, Text("依据没有写文件名称（instrument，文件）", "the basis names no instrument")
                )
            verified = self.choice(body.get("verified"), VERIFIED_WORDS, Text("核对程度", "verification"), "no")
            reference = self.text(body.get("reference")) in ("true", "是", "yes")
            found.append(
                Basis(
                    instrument,
                    self.text(body.get("article")),
                    verified if verified in VERIFIED else "no",
                    reference,
                    self.text(body.get("note")),
                    self.text(body.get("en")),
                    self.reach(body),
                    self.validity(body),
                    self.text(body.get("verified_by")),
                    self.day(body.get("verified_on")),
                )
            )
        return tuple(found)

    def expression(self, node: Node | None, scope: Scope, lexicon: Lexicon, expected: str = "") -> Expr | None:
        """Return the checked tree of an expression."""
        if node is None:
            return None
        if node.kind in ("map", "list"):
            self.problem("scalar", node, Text("这里要写一个表达式", "an expression is wanted here"))
            return None
        return self.checked(node, node.text, 0, scope, lexicon, expected)

    def checked(self, node: Node, text: str, offset: int, scope: Scope, lexicon: Lexicon, expected: str) -> Expr | None:
        """Return the checked tree of *text*, which stands *offset* characters into *node*."""
        try:
            return check(parse(text, lexicon, strict=self.strict), scope, expected)
        except ExpressionError:
            for number, error in enumerate(errors(text, lexicon, scope, expected, self.strict)):
                if not self._told(error, not number, node, text, offset, scope, lexicon, expected):
                    break
            return None

    def _told(
        self,
        error: ExpressionError,
        first: bool,
        node: Node,
        text: str,
        offset: int,
        scope: Scope,
        lexicon: Lexicon,
        expected: str,
    ) -> bool:
        """Note one error of an expression; return whether what stands behind it is told, too."""
        start, end = error.span
        if error.code == "bad-character" and HIDDEN.match(text, start):
            return True  # said of the file as a whole
        place = expression_place(self.source, node, start + offset, max(1, end - start))
        if error.code == "unknown-name" and any(name in text for name in self.failed):
            return False  # what the name stands for is wrong elsewhere, and said there
        if expected == "enum:severity" and re.fullmatch(
            r"\w+", text.strip()
        ):  # one word, in whatever pieces it was read
            told = Text(f"严重程度没有“{text.strip()}”这一种", f"severity {text.strip()!r} does not exist")
            self.problem("choice", node, told, Text("写 高、中等、低 或 提示", "write high, medium, low or info"))
            return False
        hint = other_cut(text, scope, lexicon, expected) if error.hint is None and first else None
        if expected == "enum:severity":
            hint = error.hint or Text("写 高、中等、低 或 提示", "write high, medium, low or info")
        cut = hint is not None and error.hint is None and expected != "enum:severity"
        hint = hint or advice(error, text)
        self.problems.append(Problem("expression:" + error.code, place, error.message, hint))
        return not cut  # cut otherwise, nothing else may be wrong

    def template(self, node: Node | None, scope: Scope, lexicon: Lexicon) -> Template | None:
        """Return a message with its placeholders checked."""
        if node is None:
            return None
        text = self.text(node)
        if "｛" in text or "｝" in text:
            told = Text("说明里用了全角花括号，显示不出数值", "full-width braces in a message show no value")
            half = text.replace("｛", "{").replace("｝", "}")
            self.problem("template", node, told, Text(f"写 {half}", f"write {half}"))
            return None
        pieces: list[str | tuple[Expr, str]] = []
        at = 0
        while at < len(text):
            opening = text.find("{", at)
            if opening < 0:
                pieces.append(text[at:])
                break
            closing = text.find("}", opening)
            if closing < 0:
                self.problem("template", node, Text("“{”没有配对的“}”", "a “{” is never closed"))
                return None
            if opening > at:
                pieces.append(text[at:opening])
            inside = text[opening + 1 : closing]
            if "{" in inside:
                told = Text(f"“{{{inside.split('{')[0]}”没有配对的“}}”", f"“{{{inside.split('{')[0]}” is never closed")
                self.problem("template", node, told)
                return None
            body, _, unit = inside.partition(":") if ":" in inside else inside.partition("：")
            if unit.strip() and unit.strip() not in (*UNITS, "%"):
                told = Text(f"不认识的单位“{unit.strip()}”", f"unknown unit {unit.strip()!r}")
                hint = Text(
                    "可写：元、万元、亿元，例如 {实际支出:万元}", "one of 元, 万元, 亿元, such as {actual:万元}"
                )
                self.problem("template-unit", node, told, hint)
            expr = self.checked(node, body, opening + 1, scope, lexicon, "")
            if expr is not None:
                pieces.append((expr, unit.strip()))
            at = closing + 1
        return Template(tuple(pieces))


def expression_place(source: Source, node: Node, offset: int, width: int) -> Place:
    """Return where the character *offset* of the text of *node* stands in its file."""
    value = node.text
    lines = source.shown
    line = lines[node.line - 1] if node.line <= len(lines) else ""
    if value and line.find(value, node.column - 1) >= 0:
        column = line.find(value, node.column - 1) + 1 + offset
        return Place(source.file, node.line, column, line, width)
    piece = value[offset : offset + width].split("\n")[0]
    nth = value[:offset].count(piece) if piece else 0
    for number in range(node.line, min(len(lines), node.line + 60)):  # a block: the same words, lines broken otherwise
        line, at = lines[number], -1
        while piece and (at := line.find(piece, at + 1)) >= 0:
            if nth == 0:
                return Place(source.file, number + 1, at + 1, line, len(piece))
            nth -= 1
    return source.place(node)


def other_cut(text: str, scope: Scope, lexicon: Lexicon, expected: str) -> Text | None:
    """Return how else the Chinese of *text* could be cut so that it makes sense, with blanks, as "did you mean"."""
    from checker.language.tokens import tokenize

    try:
        tokens = tokenize(text, lexicon)
    except ExpressionError:
        return None
    tried = 0
    for token in tokens:
        if token.kind not in ("name", "keyword", "operator") or token.text.isascii():
            continue
        words = [
            w for w in lexicon.table.get(token.text[0], ()) if len(w) < len(token.text) and token.text.startswith(w)
        ]
        skip = frozenset({(token.start, token.text)})
        for shorter in words:
            tried += 1
            if tried > 40:
                return None
            try:
                check(parse(text, lexicon, skip), scope, expected)
            except ExpressionError:
                skip |= {(token.start, shorter)}
                continue
            spaced = " ".join(t.text for t in tokenize(text, lexicon, skip) if t.kind != "end")
            return Text(f"您是不是想写：{spaced}", f"did you mean: {spaced}")
    return None
