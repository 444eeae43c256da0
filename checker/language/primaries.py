"""The values of an expression that are read by themselves: literals, names, brackets, functions, quantifiers, a share behind 的.

Part of the parser, which holds how values are joined and compared.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from checker.base.errors import Text
from checker.language.across import FUNCTIONS as ACROSS
from checker.language.operators import AGGREGATES
from checker.language.saying import Saying
from checker.language.tokens import ExpressionError, Token
from checker.language.tree import Across, Aggregate, Call, Expr, Literal, Name, Quantifier, Unary

DEPTH = 60
"""Deepest nesting of brackets and operators."""
WANTED = {
    "end": Text("一个运算符或表达式的结尾", "an operator or the end of the expression"),
    "then": Text("“则”", "“then”"),
    "else": Text("“否则”", "“else”"),
    "to": Text("“到”", "“and”"),
    "bound": Text("“以上”“以下”或“以内”", "“以上”, “以下” or “以内”"),
    "given": Text("given、missing、stated 或 to_fill", "“given”, “missing”, “stated” or “to_fill”"),
    "more": Text("“,”或“)”", "“,” or “)”"),
    "dots": Text("“..”", "“..”"),
    "range-end": Text("“]”或“)”", "“]” or “)”"),
    "value": Text("一个值或名称", "a value or a name"),
    "satisfies": Text("“满足”", "“satisfies”"),
    "open": Text("“(”", "“(”"),
    "close": Text("“)”", "“)”"),
    "name": Text("一个名称", "a name"),
    "new-name": Text("一个还没有别的意思的名称", "a name that means nothing else"),
    "order": Text("“超过”“低于”“早于”这样的比较", "a comparison such as “>”"),
    "comparison": Text("一个比较，例如“不超过”", "a comparison, such as “<=”"),
    "percent": Text("百分比，例如 10%", "a percentage, such as 10%"),
    "share": Text("“的比例”", "“的比例”"),
    "amid": Text("“之间”", "“之间”"),
    "body": Text("“(”：满足后面的条件要用括号括起来", "“(”: what is to be satisfied stands in brackets"),
}
"""What the grammar can want next, by the end of the code of the error."""
_AFTER = {"(": "-open", ")": "-close", ",": "-comma", "满足": "-satisfies"}
"""Signs after which an expression that should have ended is advised on by itself."""
_LITERALS = ("number", "money", "percent", "date", "text", "days", "months")


class Primaries(Saying, ABC):
    """Reads what stands on its own; the parser gives it the expressions inside brackets."""

    def __init__(self, text: str, tokens: list[Token], names: frozenset[str], strict: bool = False) -> None:
        self.strict = strict
        self.text = text
        self.names = names
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    @abstractmethod
    def expression(self) -> Expr:
        """Return the whole expression that comes next."""

    def fail(self, wanted: str) -> None:
        """Refuse what comes next: something else was *wanted*."""
        token, text = self.token, WANTED[wanted]
        found = Text(f"“{token.text}”", f"{token.text!r}") if token.kind != "end" else Text("表达式结束了", "the end")
        hint = self.syntax_hint(token, wanted)
        raise ExpressionError(
            f"syntax/{wanted}{_AFTER.get(token.text, '') if wanted == 'end' else ''}",
            (token.start, max(token.end, token.start + 1)),
            Text(f"这里要{text.zh}，却是{found.zh}", f"{text.en} is wanted here, found {found.en}"),
            hint,
        )

    def is_(self, kind: str, value: str) -> bool:
        """Whether this token comes next."""
        token = self.token
        return token.kind == kind and token.value == value

    def take(self, kind: str, value: str) -> bool:
        """Take this token where it comes next, and say whether it did."""
        if self.is_(kind, value):
            self.at += 1
            return True
        return False

    def expect(self, kind: str, value: str, wanted: str) -> None:
        """Take this token, or say that something else was *wanted*."""
        if not self.take(kind, value):
            self.fail(wanted)

    def span(self, start: int) -> tuple[int, int]:
        """Return the stretch of text since the token *start*."""
        return (self.tokens[start].start, self.tokens[max(start, self.at - 1)].end)

    def portion(self) -> Expr:
        """Return the percentage behind 的."""
        before = self.tokens[self.at - 1]
        self.at += 1
        token = self.token
        if token.kind == "percent":
            self.at += 1
            return Literal("percent", token.value, span=(token.start, token.end))
        if token.kind == "name" and before.kind == "name":
            told = f"{before.text}.{token.text}"
            raise ExpressionError(
                "syntax/percent",
                (token.start, token.end),
                Text("“的”后面只能是百分比", "only a percentage can follow 的"),
                Text(f"写 {told}", f"write {told}"),
            )
        self.fail("percent")
        raise AssertionError

    def sign(self) -> Expr:
        """Return the value that comes next with its signs."""
        start = self.at
        count = 0
        while self.is_("operator", "-"):
            self.at += 1
            count += 1
            if count > DEPTH:
                raise ExpressionError(
                    "too-deep", (self.token.start, self.token.end), Text("负号太多了", "too many signs")
                )
        tree = self.primary()
        for _ in range(count):
            if isinstance(tree, Literal) and tree.kind in ("number", "money", "percent"):
                tree = Literal(tree.kind, -tree.value, span=self.span(start))
            else:
                tree = Unary("neg", tree, span=self.span(start))
        return tree

    def primary(self) -> Expr:
        """Return the value that comes next."""
        start = self.at
        token = self.token
        if token.kind in _LITERALS:
            self.at += 1
            return Literal(token.kind, token.value, span=self.span(start))
        if token.kind == "keyword" and token.value in ("true", "false", "null"):
            self.at += 1
            value = {"true": True, "false": False, "null": None}[token.value]
            return Literal("null" if value is None else "boolean", value, span=self.span(start))
        if token.kind == "keyword" and token.value in ("some", "every", "no"):
            self.at += 1
            path = self.name()
            alias = self.alias()
            if self.is_("keyword", "of") and self.tokens[self.at + 1].kind == "name":
                told = f"{token.text} {self.said(path)} 满足 ({self.path_at(self.at + 1)} …)"
                raise ExpressionError(
                    "syntax/satisfies",
                    (self.token.start, self.token.end),
                    Text("这里要“满足”，却是“的”", "“satisfies” is wanted here, found 的"),
                    Text(f"写成 {told}", f"write: {told}"),
                )
            self.expect("keyword", "satisfies", "satisfies")
            body = self.bracketed("body")
            return Quantifier(token.value, path, body, alias, span=self.span(start))
        if token.kind == "name":
            return self.name()
        if token.kind == "operator" and token.text in self.names:  # 比较关系 = 小于: no operator can stand here
            self.at += 1
            return Name((token.text,), span=self.span(start))
        if token.kind == "function":
            self.at += 1
            return self.call(token, start)
        if self.is_("sign", "("):
            return self.bracketed("open")
        if token.kind == "keyword" and token.value in ("not", "if"):
            return self.expression()
        if token.kind == "keyword" and (token.value == "has" or token.text == "没有"):
            self.advise(start)
        self.fail("value")
        raise AssertionError

    def bracketed(self, wanted: str) -> Expr:
        """Return the expression in the brackets that come next."""
        self.expect("sign", "(", wanted)
        tree = self.expression()
        self.expect("sign", ")", "close")
        return tree

    def name(self) -> Name:
        """Return the name that comes next, with what it leads to behind points."""
        start = self.at
        parts: list[str] = []
        while True:
            token = self.token
            if token.kind not in ("name", "keyword") or (token.kind == "keyword" and not parts):
                self.fail("name")
            parts.append(token.text)
            self.at += 1
            if not self.take("sign", "."):
                return Name(tuple(parts), span=self.span(start))

    def alias(self) -> str:
        """Return the name that `as` gives the fact inside; "" where there is none."""
        if not self.take("keyword", "as"):
            return ""
        token = self.token
        if token.kind != "name" or token.text in self.names:
            self.fail("new-name")
        self.at += 1
        return token.text

    def call(self, function: Token, start: int) -> Expr:
        """Return what is made of the arguments of *function*."""
        self.expect("sign", "(", "open")
        arguments: list[Expr] = []
        body: Expr | None = None
        condition: Expr | None = None
        alias = ""
        if not self.is_("sign", ")"):
            arguments.append(self.expression())
            if function.value in AGGREGATES and isinstance(arguments[0], Name):
                alias = self.alias()
            if function.value in AGGREGATES and self.take("sign", ":"):
                body = self.expression()
            if function.value in AGGREGATES and self.take("keyword", "where"):
                condition = self.expression()
            while body is None and condition is None and self.take("sign", ","):
                arguments.append(self.expression())
        self.expect("sign", ")", "close")
        span = self.span(start)
        single = arguments[0] if len(arguments) == 1 else None
        if function.value in AGGREGATES and isinstance(single, Name):
            return Aggregate(function.value, single, body, condition, alias, span=span)
        if body is not None or condition is not None or alias:
            raise ExpressionError(
                "aggregate",
                span,
                Text(
                    "合计、计数等的第一项要写关联事实的名称，例如 付款.付款金额",
                    "an aggregate begins with the name of related facts, such as payment.amount",
                ),
            )
        if function.value in ACROSS:
            return Across(function.value, tuple(arguments), span=span)
        return Call(function.value, tuple(arguments), span=span)
