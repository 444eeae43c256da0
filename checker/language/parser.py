"""Tokens → tree, by recursive descent; one grammar for both languages.

expression  := "if" expression "then" expression "else" expression | disjunction
disjunction := conjunction ("or" conjunction)*
conjunction := negation ("and" negation)*
negation    := "not" negation | comparison
comparison  := sum [[应当 | 不得] operator sum | "between" sum "and" sum | "in" tests | "is" ("given" | "missing" | "stated" | "to_fill")
             | 在 sum 以上 | 在 sum 和 sum 之间]
sum         := product (("+" | "-") product)*
product     := sign (("*" | "/") sign | 的 percent | 占 sign 的比例)*
sign        := "-" sign | primary
primary     := literal | name | "(" expression ")" | function | aggregate
             | ("some" | "every" | "no") name ["as" word] "satisfies" "(" expression ")"
"""

from __future__ import annotations

from functools import lru_cache

from checker.base.errors import Text
from checker.language.across import FUNCTIONS as ACROSS
from checker.language.columns import COMPARE, PRODUCT, SUM
from checker.language.operators import AGGREGATES, COMPARISONS, OPERATORS
from checker.language.saying import EMPHASIS, RANGE_JOINTS, SHIFTED, Saying
from checker.language.tokens import ExpressionError, Lexicon, Token, tokenize
from checker.language.tree import (
    PRESENCE,
    Across,
    Aggregate,
    Between,
    Binary,
    Call,
    Expr,
    Given,
    If,
    In,
    Literal,
    Name,
    Quantifier,
    Range,
    Test,
    Unary,
    children,
)

FACTORS = 20
"""Most multiplications in one expression: a product of exact numbers must stay within the digits of exact arithmetic."""
DEPTH = 60
"""Deepest nesting of brackets and operators."""
LEVELS = 100
"""Deepest tree of an expression: so many terms may be joined by one operator."""
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


@lru_cache(maxsize=2048)  # the next rulebook of this process has nearly all expressions in common with the last
def parse(text: str, lexicon: Lexicon, skip: frozenset[tuple[int, str]] = frozenset(), strict: bool = False) -> Expr:
    """Return the tree of *text* with names not yet resolved; raises ExpressionError.

    *strict* refuses “and” beside “or” without brackets: what an author's rule means must not hang on which binds closer.
    """
    parser = _Parser(text, tokenize(text, lexicon, skip), lexicon.names, strict)
    if sum(token.kind == "operator" and token.value == "*" for token in parser.tokens) > FACTORS:
        told = Text(f"乘号超过 {FACTORS} 个", f"more than {FACTORS} multiplications")
        raise ExpressionError("too-long", (0, 1), told, Text("拆成几个定义", "split it into definitions"))
    if parser.token.kind == "end":
        raise ExpressionError("empty", (0, 1), Text("表达式是空的", "the expression is empty"))
    tree = _bounded(parser.expression())
    if parser.token.kind != "end":
        parser.fail("end")
    return tree


def _bounded(tree: Expr) -> Expr:
    """Refuse a tree that is deeper than what judges, explains and compiles it can follow; a chain is one level an operator."""
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > LEVELS:
            told = Text(f"用运算符连起来的超过 {LEVELS} 项", f"more than {LEVELS} terms are joined by operators")
            advice = Text("写成 属于 (…)，或拆成几个定义", "write in (…), or split it into definitions")
            raise ExpressionError("too-long", (0, 1), told, advice)
        level = [child for node in level for child in children(node)]
    return tree


class _Parser(Saying):
    def __init__(self, text: str, tokens: list[Token], names: frozenset[str], strict: bool = False) -> None:
        self.strict = strict
        self.text = text
        self.names = names
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def fail(self, wanted: str) -> None:
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
        token = self.token
        return token.kind == kind and token.value == value

    def binds(self, strength: int) -> bool:
        """Whether an operator that binds like this comes next."""
        return self.token.kind == "operator" and OPERATORS[self.token.value].binds == strength

    def take(self, kind: str, value: str) -> bool:
        if self.is_(kind, value):
            self.at += 1
            return True
        return False

    def expect(self, kind: str, value: str, wanted: str) -> None:
        if not self.take(kind, value):
            self.fail(wanted)

    def span(self, start: int) -> tuple[int, int]:
        return (self.tokens[start].start, self.tokens[max(start, self.at - 1)].end)

    def expression(self) -> Expr:
        self.depth += 1
        if self.depth > DEPTH:
            raise ExpressionError(
                "too-deep",
                (self.token.start, self.token.end),
                Text(f"括号或条件套了 {DEPTH} 层以上", f"nested more than {DEPTH} deep"),
                Text("拆成几个定义", "split it into definitions"),
            )
        start = self.at
        if self.take("keyword", "if"):
            condition = self.expression()
            self.expect("keyword", "then", "then")
            yes = self.expression()
            self.expect("keyword", "else", "else")
            tree: Expr = If(condition, yes, self.expression(), span=self.span(start))
        else:
            tree = self.disjunction()
        self.depth -= 1
        return tree

    def disjunction(self) -> Expr:
        start = self.at
        tree, ands = self.conjunction()
        parts = [(start, ands, self.at)]
        while self.take("keyword", "or"):
            begin = self.at
            part, ands = self.conjunction()
            parts.append((begin, ands, self.at))
            tree = Binary("or", tree, part, span=self.span(start))
        if self.strict and len(parts) > 1 and any(ands for _, ands, _ in parts):
            self.mixed(parts)
        return tree

    def conjunction(self) -> tuple[Expr, list[int]]:
        """Return what “and” joins, and the tokens that join it outside brackets."""
        start = self.at
        tree = self.negation()
        ands = []
        while self.take("keyword", "and"):
            ands.append(self.at - 1)
            tree = Binary("and", tree, self.negation(), span=self.span(start))
        return tree, ands

    def negation(self) -> Expr:
        start = self.at
        count = 0
        while self.take("keyword", "not"):
            count += 1
            if count > DEPTH:
                raise ExpressionError(
                    "too-deep", (self.token.start, self.token.end), Text("“非”太多了", "too many “not”")
                )
        tree = self.comparison()
        for _ in range(count):
            tree = Unary("not", tree, span=self.span(start))
        return tree

    def comparison(self) -> Expr:
        start = self.at
        left = self.sum()
        tree = self.each_of(left, start) or self.compared(left, start)
        if tree is None:
            return left
        token = self.token
        if self.binds(COMPARE):
            raise ExpressionError(
                "chained",
                (token.start, token.end),
                Text("一次只能比较两个值", "only two values can be compared at a time"),
                Text("用“且”连接两个比较，或用“介于…到…”", "join two comparisons by “and”, or use “between”"),
            )
        if isinstance(tree, Binary):
            self.bound_again(tree, token)
            self.left_over(tree, self.token)
        return tree

    def compared(self, left: Expr, start: int) -> Expr | None:
        """Return the comparison of *left* with what follows it; nothing where no comparison follows."""
        shall = self.emphasized()
        shall = self.take("keyword", "shall") or shall
        shall = self.emphasized() or shall
        if self.is_("keyword", "principle"):
            self.advise(start)
        said = self.said_of(left, start)
        if said is not None:
            return said
        op = self.comparing()
        if op:
            return Binary(op, left, self.later(self.sum()), span=self.span(start))
        if self.take("keyword", "between"):
            low = self.sum()
            if not self.joined("and"):
                self.fail("to")
            high = self.sum()
            self.take("keyword", "amid")
            return Between(left, low, high, span=self.span(start))
        if self.take("keyword", "at"):
            return self.bounded(left, start)
        if self.take("keyword", "in"):
            return In(left, self.tests(), span=self.span(start))
        if self.is_("keyword", "empty"):
            self.advise(start)
        stated = self.take("keyword", "is")
        if self.token.kind == "keyword" and self.token.value in PRESENCE:
            word = self.token.value
            self.at += 1
            return Given(left, word, span=self.span(start))
        if stated:
            self.fail("given")
        if shall:
            self.fail("comparison")
        return None

    def comparing(self) -> str:
        """Take the operator that comes next and return it: 不得超过 is the opposite of 超过, 是 between two values is =."""
        token = self.token
        if self.take("keyword", "shall_not"):
            if self.token.text == "是" and self.is_("keyword", "true"):
                self.at += 1
                return "!="
            known = OPERATORS.get(self.token.value) if self.token.kind == "operator" else None
            negative = self.token.text.startswith(("不", "至", "最"))
            if known is None or negative or not isinstance(known.negated, str):
                self.fail("order")
                raise AssertionError
            self.at += 1
            return known.negated
        if self.binds(COMPARE) or (token.kind == "function" and token.value in OPERATORS):
            self.at += 1
            return str(token.value)
        if token.text == "是" and self.is_("keyword", "true"):
            self.at += 1
            return "="
        return ""

    def joined(self, keyword: str) -> bool:
        """Take what stands between the two ends of a range."""
        if self.take("keyword", keyword) or self.take("keyword", "to"):
            return True
        if self.token.kind == "name" and self.token.text in RANGE_JOINTS:
            self.at += 1
            return True
        return False

    def bounded(self, left: Expr, start: int) -> Expr:
        """Return what 在 says of *left*: 以上, 以下 (both with the bound itself), or 之间 of two."""
        bound = self.sum()
        if self.joined("to"):
            high = self.sum()
            if self.spoken(("期间",)):
                self.at += 1
            else:
                self.expect("keyword", "amid", "amid")
            return Between(left, bound, high, span=self.span(start))
        if self.is_("keyword", "around"):
            self.advise(start, bound)
        if self.take("keyword", "or_more"):
            return Binary(self.included(">="), left, bound, span=self.span(start))
        self.expect("keyword", "or_less", "bound")
        return Binary(self.included("<="), left, bound, span=self.span(start))

    def tests(self) -> tuple[Expr, ...]:
        if self.is_("sign", "(") and not self.range_ahead():
            self.at += 1
            found = [self.test()]
            while self.take("sign", ","):
                found.append(self.test())
            self.expect("sign", ")", "more")
            return tuple(found)
        found = [self.test()]
        while self.token.text == "、" and self.take("sign", ","):  # 属于 公开招标、邀请招标
            found.append(self.test())
        return tuple(found)

    def range_ahead(self) -> bool:
        depth = 0
        for token in self.tokens[self.at :]:
            if token.kind == "sign":
                if token.value in "([":
                    depth += 1
                elif token.value in ")]":
                    depth -= 1
                    if depth == 0:
                        return False
                elif token.value == ".." and depth == 1:
                    return True
                elif token.value == "," and depth == 1:
                    return False
        return False

    def test(self) -> Expr:
        start = self.at
        token = self.token
        if token.kind == "operator" and token.value in COMPARISONS:
            self.at += 1
            return Test(token.value, self.sum(), span=self.span(start))
        opens_range = token.kind == "sign" and (token.value in "[]" or (token.value == "(" and self.range_ahead()))
        if opens_range:
            self.at += 1
            low = self.sum()
            self.expect("sign", "..", "dots")
            high = self.sum()
            close = self.token
            if close.kind != "sign" or close.value not in ("]", ")", "["):
                self.fail("range-end")
            self.at += 1
            return Range(low, high, token.value == "[", close.value == "]", span=self.span(start))
        tree = self.sum()
        return Test("=", tree, span=self.span(start))

    def sum(self) -> Expr:
        start = self.at
        tree = self.summed(self.product(), start)
        while self.binds(SUM):
            op = self.token.value
            self.at += 1
            tree = Binary(op, tree, self.product(), span=self.span(start))
        return tree

    def product(self) -> Expr:
        start = self.at
        tree = self.sign()
        while True:
            if self.binds(PRODUCT):
                op = self.token.value
                self.at += 1
                tree = Binary(op, tree, self.sign(), span=self.span(start))
            elif self.is_("keyword", "of"):
                tree = Binary("*", tree, self.portion(), span=self.span(start))
            elif self.take("keyword", "share"):
                whole = self.sign()
                self.shared(tree, whole)
                tree = Binary("/", tree, whole, span=self.span(start))
            elif self.spoken(SHIFTED):
                tree, before = self.shifted(tree, start), tree
                if tree is before:
                    return tree
            else:
                return tree

    def shared(self, part: Expr, whole: Expr) -> None:
        """Take 的比例 behind 占 …; before a comparison it may be left out."""
        if self.take("keyword", "share_of") or self.binds(COMPARE):
            return
        if self.token.text == "比" and self.tokens[self.at + 1].text in ("例", "重", "率"):
            self.at += 2
        elif self.is_("keyword", "of") and self.tokens[self.at + 1].kind == "percent":
            self.share_bounded(part, whole)
        elif not (self.spoken(EMPHASIS) or self.is_("keyword", "shall") or self.is_("keyword", "shall_not")):
            self.fail("share")

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
        self.expect("sign", "(", wanted)
        tree = self.expression()
        self.expect("sign", ")", "close")
        return tree

    def name(self) -> Name:
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
