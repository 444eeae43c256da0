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
from checker.language.columns import COMPARE, PRODUCT, SUM
from checker.language.operators import COMPARISONS, OPERATORS
from checker.language.primaries import DEPTH, Primaries
from checker.language.saying import EMPHASIS, RANGE_JOINTS, SHIFTED
from checker.language.tokens import ExpressionError, Lexicon, tokenize
from checker.language.tree import (
    PRESENCE,
    Between,
    Binary,
    Expr,
    Given,
    If,
    In,
    Range,
    Test,
    Unary,
    children,
)

FACTORS = 20
"""Most multiplications in one expression: a product of exact numbers must stay within the digits of exact arithmetic."""
LEVELS = 100
"""Deepest tree of an expression: so many terms may be joined by one operator."""


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


class _Parser(Primaries):
    def binds(self, strength: int) -> bool:
        """Whether an operator that binds like this comes next."""
        return self.token.kind == "operator" and OPERATORS[self.token.value].binds == strength

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
