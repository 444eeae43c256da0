"""What to write instead, where the words around a place say it: part of the parser, which knows the tokens and where it stands."""

from __future__ import annotations

from checker.base.errors import Text, did_you_mean
from checker.base.values import plain
from checker.language.operators import OPERATORS
from checker.language.tokens import ExpressionError, Token
from checker.language.tree import Binary, Expr
from checker.language.words import FUNCTIONS, spellings

_FUNCTIONS = spellings(FUNCTIONS)
_BOUNDS = {"以上": "不低于", "以下": "不高于", "以内": "不超过", "之内": "不超过"}
"""What stands behind a limit in norms, with what stands before it in a condition; all of them hold the limit itself (Civil Code, Art. 1259)."""
AFTERWARDS = ("后", "之后", "以后")


class Advising:
    """Says what to write instead; the parser holds the tokens."""

    text: str
    names: frozenset[str]
    tokens: list[Token]
    at: int

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.at]

    def syntax_hint(self, token: Token, wanted: str) -> Text | None:
        """Return what to write instead, where the words around say it."""
        before = self.tokens[self.at - 1] if self.at else None
        if (said := self.norm_hint(token, before)) is not None:
            return said
        if token.text[:1] in "—–~" and token.kind == "name":
            return Text("减号写 -；一个范围写 介于 … 到 …", "a minus is -; a range is between … and …")
        if token.text in ("=", "≈") and before is None:
            return Text("比较的左边缺一个值", "the left side of the comparison is missing")
        if token.kind == "operator" and before is not None and before.kind == "operator":
            return Text("写成一个：≥（>=）、≤（<=）、=", "write one: >=, <= or =")
        if before is not None and before.value == "in" and token.text != "(":
            return Text('列出几种，例如 属于 ("甲", "乙")', 'list them, such as: in ("a", "b")')
        if token.kind != "name" or wanted in ("open", "body", "order", "comparison", "percent", "share", "amid"):
            return None
        if before is not None and before.kind == "name" and before.text in _FUNCTIONS and wanted == "end":
            told = f"{before.text}({self.path_at(self.at)})"
            return Text(f"写 {told}", f"write {told}")
        after = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if before is not None and after.text in _BOUNDS:
            told = f"{_BOUNDS[after.text]} {token.text}"
            return Text(f"写 {told}", f"write {told}")
        if token.text in ("和", "并", "与", "及", "同时", "并"):
            if wanted == "to":
                return Text("写成 介于 1万元 到 5万元", "write: between 1万元 and 5万元")
            return Text("写“且”（两个都要）或“或”（有一个就行）", "write “and” (both) or “or” (either)")
        if before is not None and before.kind == "number":
            if token.text in ("O", "o", "l", "I"):
                digit = "0" if token.text in "Oo" else "1"
                told = f"{before.text}{digit}"
                return Text(
                    f"“{token.text}”是字母；写数字 {told}", f"{token.text!r} is a letter; write the digits {told}"
                )
            return Text(
                f"金额的单位写 元、万元、亿元，例如 {before.text}万元；比率写 %",
                f"write money in 元, 万元 or 亿元, such as {before.text}万元; ratios with %",
            )
        if before is not None and before.end == token.start and before.kind == "name":
            near = did_you_mean(self.word(), sorted(self.names - {before.text, token.text}))
            if near is not None:
                return near
        return Text(
            "两个名称之间缺运算符（且、或、>、+ …），或这个名称不在词汇表里",
            "an operator is missing before this name, or the name is not in the vocabulary",
        )

    def norm_hint(self, token: Token, before: Token | None) -> Text | None:
        """Return the line for what norms say around a limit: 满 8年, 在 … 后 20日内, 不得 at the beginning."""
        after = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        rest = self.text[token.end :].strip()
        if token.text == "满" and after.kind in ("days", "months"):
            amid = next((n for n in range(self.at - 1, -1, -1) if self.tokens[n].text in ("在", "于")), None)
            if amid is not None:
                left = self.text[: self.tokens[amid].start].strip().removesuffix("应当").removesuffix("应").strip()
                told = f"{left} {{}} {self.piece(amid + 1, self.at)} + {after.text}"
                return Text(f"写 {told.format('不早于')}", f"write {told.format('>=')}")
        if token.text in ("满", "达") and before is not None and after.kind != "end":
            number = "".join(each for each in after.text if each.isdigit()) if after.kind == "months" else after.text
            return Text(f"写 不低于 {number}", f"write >= {number}")
        if token.text == "未" and before is None and rest.startswith("经"):
            return Text(
                "要有批准的，写 批复 已列示；没有批准就不许的，把要管的事写进“适用”",
                "an approval is asked for: approval is given; what is not allowed without one goes into when",
            )
        if token.text == "未" and before is None:
            return Text(
                "管哪些事，写进“适用”；要求里只写要做到什么",
                "which cases are meant goes into when; the requirement says only what is to be done",
            )
        if token.text.startswith("比") and before is not None and before.value == "share":
            lead = self.piece(0, self.at - 1)
            return Text(
                f"写明占哪个数，例如 {lead} 占 年初预算 的比例", f"say of what, such as {lead} / initial_budget"
            )
        if token.text.startswith("逾期"):
            return Text(
                "逾期写成晚于哪一天，例如 首次付款日期 晚于 2020-01-01 + 30日",
                "say after which day, such as first_payment_date > 2020-01-01 + 30 days",
            )
        if token.text in ("按季度", "按月", "按年", "每季度", "每月", "每年"):
            return Text(
                "一期一期地看，写每一条都要满足，例如 每个 付款 满足 (年份(付款日期) = 2020)",
                "look at each entry, such as every payment satisfies (year(payment.date) = 2020)",
            )
        if token.text in ("不含", "扣除", "剔除", "减去") and before is not None and after.kind == "name":
            told = f"{self.piece(self.at - 1, self.at)} - {after.text}"
            return Text(f"写 {told}", f"write {told}")
        if token.value == "has" and before is not None and before.text in ("只能", "应当", "应") and rest:
            return Text(f"写 = {rest}", f"write = {rest}")
        if token.text in ("不得", "禁止", "严禁") and before is None and rest:
            return Text(f"写 非 {rest}", f"write not {rest}")
        if token.text in AFTERWARDS and after.kind in ("days", "months"):
            amid = next((n for n in range(self.at - 1, -1, -1) if self.tokens[n].text in ("在", "于")), None)
            if amid is not None:
                left = self.text[: self.tokens[amid].start].strip().removesuffix("应当").removesuffix("应").strip()
                day = self.piece(amid + 1, self.at)
                period = after.text.removesuffix("内")
                return Text(f"写 {left} 不晚于 {day} + {period}", f"write {left} <= {day} + {period}")
        return None

    def path_at(self, at: int) -> str:
        """Return the dotted name that begins with the token *at*, as it is written."""
        last = at
        while self.tokens[last + 1].text == "." and self.tokens[last + 2].kind == "name":
            last += 2
        return self.text[self.tokens[at].start : self.tokens[last].end]

    def word(self) -> str:
        """Return the names around here that stand without a blank between them: one misspelt name was cut into them."""
        first = last = self.at
        while (
            first and self.tokens[first - 1].kind == "name" and self.tokens[first - 1].end == self.tokens[first].start
        ):
            first -= 1
        while self.tokens[last + 1].kind == "name" and self.tokens[last].end == self.tokens[last + 1].start:
            last += 1
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def said(self, node: Expr) -> str:
        """Return how *node* is written."""
        return self.text[node.span[0] : node.span[1]]

    def advise(self, start: int, bound: Expr | None = None) -> None:
        """Refuse a word that may mean two things, with the lines to choose from."""
        token = self.token
        left = self.text[self.tokens[start].start : self.tokens[max(start, self.at - 1)].end]
        if bound is not None:
            left, day = self.text[self.tokens[start].start : bound.span[0]].rstrip(), self.said(bound)
            left = left.removesuffix("在").removesuffix("于").rstrip()
            left = left.removesuffix("应当").removesuffix("应").rstrip()
            before = token.text[-1] == "前"
            one, two = ("早于", "不晚于") if before else ("晚于", "不早于")
            hint = Text(
                f"不含当天写 {left} {one} {day}；含当天写 {left} {two} {day}",
                f"without that day: {left} {'<' if before else '>'} {day}; with it: {left} {'<=' if before else '>='} {day}",
            )
            if self.tokens[self.at + 1].kind in ("days", "months"):
                period = self.tokens[self.at + 1].text.removesuffix("内")
                hint = Text(f"写 {left} 不晚于 {day} + {period}", f"write {left} <= {day} + {period}")
        elif token.value == "principle":
            rest = self.text[token.end :].strip()
            hint = Text(
                f"写 {left} {rest}；允许的例外写进“除非”", f"write {left} {rest}; what is let off goes into unless"
            )
        elif token.text == "为空":
            hint = Text(
                f"没有写的，写 {left} 缺失；写明没有的也算，写 非 {left} 已列示",
                f"not stated: {left} is missing; or stated as none as well: not {left} is given",
            )
        elif token.text == "不为空":
            hint = Text(
                f"写了数或文字的，写 {left} 已列示；写明没有的也算，写 {left} 有交代",
                f"a value is stated: {left} is given; or it is stated as none: {left} is stated",
            )
        else:  # 有, 没有: before a name
            name = self.path_at(self.at + 1) if self.tokens[self.at + 1].kind == "name" else "批复"
            if token.value == "has":
                hint = Text(
                    f"列了就行，写 {name} 已列示；要有符合条件的，写 存在 {name} 满足 (…)",
                    f"listed at all: {name} is given; one that fits: some {name} satisfies (…)",
                )
            else:
                hint = Text(
                    f"没有列，写 {name} 缺失；没有符合条件的，写 不存在 {name} 满足 (…)",
                    f"not listed: {name} is missing; none that fits: no {name} satisfies (…)",
                )
        told = Text(f"“{token.text}”可以有两种意思", f"{token.text!r} may mean two things")
        raise ExpressionError("two-meanings", (token.start, token.end), told, hint)

    def mixed(self, parts: list[tuple[int, list[int], int]]) -> None:
        """Refuse A 或 B 且 C: what binds closer is a rule of programmers, and norms are read either way.

        *parts* are what “or” joins: the first token, those of “and” in it, the one after the last.
        """
        said = [self.piece(start, end) for start, _, end in parts]
        said = [f"({text})" if ands else text for text, (_, ands, _) in zip(said, parts)]
        zh, en = " 或 ".join(said), " or ".join(said)
        at = next(number for number, (_, ands, _) in enumerate(parts) if ands)
        start, ands, end = parts[at]
        inner = ands[-1] if not at else ands[0]
        left, right, word = self.piece(start, inner), self.piece(inner + 1, end), self.tokens[inner].text
        rest = said[1:] if not at else said[:at]
        after = said[at + 1 :] if at else []

        def other(sign: str) -> str:
            if not at:  # A 且 (B 或 C)
                return f"{left} {word} ({f' {sign} '.join((right, *rest))})"
            return f" {sign} ".join((f"({f' {sign} '.join((*rest, left))}) {word} {right}", *after))

        raise ExpressionError(
            "two-meanings",
            (self.tokens[parts[0][0]].start, self.tokens[parts[-1][2] - 1].end),
            Text("“且”和“或”连着写，没有括号，可以有两种意思", "“and” and “or” without brackets may mean two things"),
            Text(f"写 {zh}；或者写 {other('或')}", f"write {en}; or {other('or')}"),
        )

    def piece(self, start: int, end: int) -> str:
        """Return the text from one token to before another."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def by_how_much(self, tree: Binary, token: Token) -> None:
        """Refuse 超过 年初预算 5%: by five per cent, or five per cent of it."""
        left, right, word = self.said(tree.left), self.said(tree.right), OPERATORS[tree.op].printed
        whole = f"{plain((1 + token.value) * 100, group=False)}%"
        raise ExpressionError(
            "two-meanings",
            (token.start, token.end),
            Text(f"“{right} {token.text}”可以有两种意思", f"“{right} {token.text}” may mean two things"),
            Text(
                f"比它多 {token.text}，写 {left} {word[0]} {right} × {whole}；它的 {token.text}，写 {left} {word[0]} {right} × {token.text}",
                f"{token.text} above it: {left} {word[1]} {right} * {whole}; {token.text} of it: {left} {word[1]} {right} * {token.text}",
            ),
        )

    def share_bounded(self, part: Expr, whole: Expr) -> None:
        """Refuse 占 B 的 30% 以上 with the line that says it."""
        percent, end = self.tokens[self.at + 1], self.tokens[min(self.at + 2, len(self.tokens) - 1)]
        sign = {"or_more": ("不低于", ">="), "or_less": ("不超过", "<=")}.get(str(end.value), ("=", "="))
        told = [f"{self.said(part)} / {self.said(whole)} {each} {percent.text}" for each in sign]
        raise ExpressionError(
            "syntax/share",
            (self.token.start, end.end),
            Text("占多少要写成比较", "a share is held against a percentage"),
            Text(f"写 {told[0]}", f"write {told[1]}"),
        )

    def left_over(self, tree: Binary, token: Token) -> None:
        """Refuse what norms put behind a comparison, with the lines that say it: 5%, 之后 30日, 、邀请招标."""
        if token.kind == "percent":
            self.by_how_much(tree, token)
        after = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        limits = self.tokens[self.at - 1], after
        if token.text in ("至", "到", "—", "——", "–", "~", "～") and all(each.kind == "percent" for each in limits):
            base = self.said(tree.right).removesuffix(limits[0].text).rstrip().removesuffix("的").rstrip()
            told = f"{self.said(tree.left)} 介于 {base} × {limits[0].text} 到 {base} × {limits[1].text}"
            raise ExpressionError(
                "syntax/end",
                (token.start, after.end),
                Text("一个范围要写两头", "a range has two ends"),
                Text(f"写 {told}", f"write {told.replace(' 介于 ', ' between ').replace(' 到 ', ' and ')}"),
            )
        if token.text == "、" and tree.op in ("=", "!="):
            last = self.at
            while self.tokens[last].text in ("、", "或", "和") and self.tokens[last + 1].kind in ("name", "text"):
                last += 2
            listed = [self.tokens[n].text for n in range(self.at + 1, last, 2)]
            told = f"{self.said(tree.left)} 属于 ({', '.join([self.said(tree.right), *listed])})"
            told = told if tree.op == "=" else f"非 {told}"
            raise ExpressionError(
                "syntax/end",
                (token.start, token.end),
                Text("等于只能写一个值", "only one value can be equal"),
                Text(f"写 {told}", f"write {told}"),
            )
