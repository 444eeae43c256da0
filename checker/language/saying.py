"""What norms say around a comparison and a limit in one way only: A、B 均不得超过 C, A 与 B 之和, 上浮 10%, 不属于, 以上（不含）.

Part of the parser, which holds the grammar of one value and one comparison; what norms say in two ways is refused in `advising`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from checker.base.errors import Text
from checker.base.values import plain
from checker.language.advising import AFTERWARDS, Advising
from checker.language.operators import COMPARISONS, OPERATORS
from checker.language.tokens import ExpressionError, Token
from checker.language.tree import Binary, Expr, Literal, Unary

JOINTS = ("和", "与", "及", "以及", "同", "跟")
"""What stands between things that are spoken of together; 、 does, too."""
RANGE_JOINTS = ("和", "与", "至", "及", "—", "——", "–", "~", "～")
"""What may stand between the ends of a range instead of 到."""
EMPHASIS = ("均", "都", "一律", "只能", "各", "分别")
"""What stands before a requirement and says nothing of its own: every one that is named has to meet it."""
SUMS = ("之和", "总和", "合计数", "的和")
SAME = ("相等", "相同")
AGREEING = ("一致", "相符")
REACHED = ("满", "已满", "达", "届满")
GROWN = {"增长": 1, "增加": 1, "上升": 1, "提高": 1, "减少": -1, "下降": -1, "降低": -1, "压减": -1, "压缩": -1}
SHIFTED = {"上浮": 1, "上调": 1, "下浮": -1, "下调": -1}
INCLUDED = {"含": True, "含本数": True, "均含": True, "不含": False, "不含本数": False}
NEGATED = ("in", "between")


class Saying(Advising, ABC):
    """Reads what norms say; the parser gives it the values and comparisons that stand in it."""

    @abstractmethod
    def sum(self) -> Expr:
        """Return the value that comes next."""

    @abstractmethod
    def product(self) -> Expr:
        """Return the part of a sum that comes next."""

    @abstractmethod
    def compared(self, left: Expr, start: int) -> Expr | None:
        """Return what is said of *left*."""

    @abstractmethod
    def bounded(self, left: Expr, start: int) -> Expr:
        """Return what 在 says of *left*."""

    @abstractmethod
    def fail(self, wanted: str) -> None:
        """Refuse what comes next."""

    @abstractmethod
    def span(self, start: int) -> tuple[int, int]:
        """Return the stretch of text since the token *start*."""

    # ---- what is looked at

    def spoken(self, words: tuple[str, ...] | dict[str, int] | dict[str, bool], ahead: int = 0) -> bool:
        """Whether one of *words* comes next, which is no name of the vocabulary."""
        token = self.tokens[min(self.at + ahead, len(self.tokens) - 1)]
        return token.kind == "name" and token.text in words and token.text not in self.names

    def joint(self) -> bool:
        """Take what stands between things that are spoken of together."""
        found = self.token.text == "、" or self.spoken(JOINTS)
        self.at += found
        return found

    def joint_ahead(self, ends: tuple[str, ...]) -> bool:
        """Whether nothing but values that are joined stands before one of *ends*."""
        if not (self.token.text == "、" or self.spoken(JOINTS)):
            return False
        for token in self.tokens[self.at :]:
            if token.kind == "name" and token.text in ends and token.text not in self.names:
                return True
            value = token.kind in ("name", "number", "money", "percent", "date") or token.text in (".", "、", "+", "-")
            if not value:
                return False
        return False

    def emphasized(self) -> bool:
        """Take what emphasizes a requirement: 均, 一律."""
        start = self.at
        while self.spoken(EMPHASIS):
            self.at += 1
        return self.at > start

    # ---- values

    def summed(self, tree: Expr, start: int) -> Expr:
        """Return *tree*, or what it makes with the values it is named with: A、B 与 C 之和."""
        if not self.joint_ahead(SUMS):
            return tree
        while self.joint():
            tree = Binary("+", tree, self.product(), span=self.span(start))
        if not self.spoken(SUMS):
            self.fail("end")
        self.at += 1
        return tree

    def shifted(self, tree: Expr, start: int) -> Expr:
        """Return *tree*, or so much more or less than it: 上浮 10%."""
        percent = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if not self.spoken(SHIFTED) or percent.kind != "percent":
            return tree
        factor = 1 + SHIFTED[self.token.text] * percent.value
        self.at += 2
        return Binary("*", tree, Literal("percent", factor, span=(percent.start, percent.end)), span=self.span(start))

    def later(self, day: Expr) -> Expr:
        """Return *day*, or the day so long after it: 不晚于 竣工日期 后 1年."""
        period = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if self.token.text not in AFTERWARDS or self.token.text in self.names or period.kind not in ("days", "months"):
            return day
        self.at += 2
        span = (period.start, period.end)
        return Binary("+", day, Literal(period.kind, period.value, span=span), span=(day.span[0], period.end))

    # ---- comparisons

    def each_of(self, left: Expr, start: int) -> Expr | None:
        """Return what is said of several values that are named together: A、B 均不得超过 C; nothing where one is named."""
        if not self.joint_ahead(EMPHASIS):
            return None
        named = [(left, start)]
        while self.joint():
            begin = self.at
            named.append((self.sum(), begin))
        said = self.at
        found: Expr | None = None
        for value, begin in named:
            self.at = said
            tree = self.compared(value, begin)
            if tree is None:
                self.fail("comparison")
                raise AssertionError
            found = tree if found is None else Binary("and", found, tree, span=self.span(start))
        return found

    def said_of(self, left: Expr, start: int) -> Expr | None:
        """Return the comparison of *left* in words that no operator has; nothing where none comes next."""
        token, after = self.token, self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if token.text == "不" and token.kind == "name" and (after.value in NEGATED or after.value == "contains"):
            self.at += 1
            inner = self.compared(left, start)
            return None if inner is None else Unary("not", inner, span=self.span(start))
        if self.joint_ahead((*SAME, *AGREEING)):
            return self._same(left, start)
        if self.spoken(("于",)):
            self.at += 1
            return self.bounded(left, start)
        if self.spoken(REACHED) and after.kind in ("number", "money", "percent"):
            self.at += 1
            return Binary(">=", left, self.sum(), span=self.span(start))
        if self.spoken(("自", "从")):
            self._since(left, start)
        if self.spoken(("较",)) or (token.text in GROWN and isinstance(left, Binary) and left.op == "/"):
            self._grown(left)
        return None

    def _same(self, left: Expr, start: int) -> Expr:
        self.joint()
        right = self.sum()
        token = self.token
        self.at += 1
        if token.text in SAME:
            return Binary("=", left, right, span=self.span(start))
        one, two = self.said(left), self.said(right)
        raise ExpressionError(
            "two-meanings",
            (token.start, token.end),
            Text(f"“{token.text}”可以有两种意思", f"{token.text!r} may mean two things"),
            Text(
                f"同一个数，写 {one} = {two}；四舍五入的数加起来，写 {one} ≈ {two}",
                f"one figure: {one} = {two}; figures that were rounded and added up: {one} ~= {two}",
            ),
        )

    def _since(self, left: Expr, start: int) -> None:
        """Refuse 自 … 起 30日内 with the line that says it; whether the day itself counts, and days before it, is left open."""
        begin = self.at
        self.at += 1
        day = self.sum()
        while self.spoken(("起", "之日起", "之日", "日起", "之后", "后")):
            self.at += 1
        period = self.token
        if period.kind not in ("days", "months"):
            self.at = begin
            return
        told = f"{self.said(left)} 不晚于 {self.said(day)} + {period.text.removesuffix('内')}"
        raise ExpressionError(
            "syntax/comparison",
            (self.tokens[begin].start, period.end),
            Text("期间要加在日期上", "a period is added to the date"),
            Text(f"写 {told}", f"write {told}"),
        )

    def _grown(self, left: Expr) -> None:
        """Refuse A 比 B 增长 不超过 10% with the line that says it."""
        begin = self.at
        ratio = self.said(left)
        if self.token.text not in GROWN:
            self.at += 1
            ratio = f"{ratio} / {self.said(self.sum())}"
        elif isinstance(left, Binary):
            ratio = f"{self.said(left.left)} / {self.said(left.right)}"
        word, op, percent = (self.tokens[min(self.at + n, len(self.tokens) - 1)] for n in range(3))
        if word.text not in GROWN or op.kind != "operator" or op.value not in COMPARISONS or percent.kind != "percent":
            self.at = begin
            return
        sign = GROWN[word.text]
        known = OPERATORS[op.value if sign > 0 else str(COMPARISONS[op.value].flipped)]
        limit = f"{plain((1 + sign * percent.value) * 100, group=False)}%"
        raise ExpressionError(
            "syntax/comparison",
            (word.start, percent.end),
            Text(f"“{word.text}”要写成两数之比", "a growth is written as a ratio"),
            Text(f"写 {ratio} {known.printed[0]} {limit}", f"write {ratio} {known.printed[1]} {limit}"),
        )

    def included(self, op: str) -> str:
        """Return the comparison *op*, with or without the bound itself where norms say so in brackets: 以上（不含）."""
        inner = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        close = self.tokens[min(self.at + 2, len(self.tokens) - 1)]
        if self.token.text != "(" or inner.text not in INCLUDED or close.text != ")":
            return op
        self.at += 3
        return op if INCLUDED[inner.text] else op[0]

    def bound_again(self, tree: Binary, token: Token) -> None:
        """Take 以上 behind 达到, 以内 behind 不超过, and (不含) behind 超过; refuse 超过 … 以上, which says two things."""
        wanted = {"or_more": ">", "or_less": "<"}.get(str(token.value)) if token.kind == "keyword" else None
        if wanted is not None and tree.op[0] == wanted:
            if tree.op == wanted:
                left, right = self.said(tree.left), self.said(tree.right)
                raise ExpressionError(
                    "two-meanings",
                    (token.start, token.end),
                    Text(
                        f"“{OPERATORS[tree.op].words[1]}”不含本数，“{token.text}”含本数",
                        f"{token.text} takes the bound itself in, what stands before it does not",
                    ),
                    Text(
                        f"不含写 {left} {tree.op} {right}；含写 {left} {tree.op}= {right}",
                        f"without it: {left} {tree.op} {right}; with it: {left} {tree.op}= {right}",
                    ),
                )
            self.at += 1
        inner = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if self.token.text == "(" and INCLUDED.get(inner.text) is (len(tree.op) == 2) and tree.op[0] in "<>":
            self.included(tree.op)
