"""Tests of texts and calls of functions, held against the values that their records take: part of the type checker."""

from __future__ import annotations

from dataclasses import replace

from checker.base.errors import Text
from checker.language import across
from checker.language.algebra import check_pattern
from checker.language.columns import NUMERIC, No, Operator
from checker.language.operators import OPERATORS
from checker.language.scope import Scope
from checker.language.settling import Settling, name_of
from checker.language.tokens import ExpressionError
from checker.language.tree import Across, Binary, Call, Expr, FieldRef, Literal, Name, walk
from checker.language.visitor import called

TAKEN = {
    "text": ("text",),
    "texts": ("text", "texts"),
    "rates": ("rates",),
    "date": ("date",),
    "number": NUMERIC,
    "whole": ("number",),
    "ordered": (*NUMERIC, "ratio", "date"),
    "any": (),
}
"""The types that each kind of value of a function may have."""


KINDS_OF_VALUES = {
    "figure": Text("一个数", "a figure"),
    "amount": Text("一个数（不能是比率）", "a figure (no ratio)"),
    "condition": Text("一个条件", "a condition"),
    "share": Text("一个百分比", "a percentage"),
    "key": Text("对象自己的一个字段", "a field of the subject"),
}
"""What each kind of value of a function that looks into other cases is called."""


def own_field(node: Expr) -> bool:
    """Whether *node* is a field of the subject itself, or the party that one names."""
    if isinstance(node, Call) and node.function == "party":
        node = node.arguments[0]
    return isinstance(node, FieldRef) and node.depth == 0 and not node.hops


def unlike(kind: str) -> str:
    """Return what an error is about where a value of another type is wanted."""
    return f"wanted-{kind}" if kind in ("boolean", "money", "date", "text", "number", "enum:severity") else "wanted"


class Calling(Settling):
    """The part of the type checker that knows functions; names are resolved by the class that adds it."""

    def text_test(self, node: Expr, known: Operator, left: Expr, right: Expr, scope: Scope) -> Expr:
        """Return the typed test of two texts, written between them or as a function."""
        one, two = self.check(left, scope), self.check(right, scope)
        if known.type_of(one.type, two.type) is None:
            blamed, typed = (left, one) if one.type not in ("text", "null") else (right, two)
            found = name_of(typed.type, scope)
            raise self.wrong(
                "wanted-text", blamed, f"这里要文字，却是{found.zh}", f"text is wanted here, this is {found.en}"
            )
        if known.id == "matches":
            if not isinstance(two, Literal) or two.kind != "text":
                raise self.wrong(
                    "pattern", right, "“匹配”后面要写死的文字", "the pattern of “matches” must be a literal text"
                )
            check_pattern(two)
        return Binary(known.id, one, two, span=node.span, type="boolean")

    def _call(self, node: Call, scope: Scope, expected: str) -> Expr:
        if node.function in OPERATORS and OPERATORS[node.function].kind == "text":  # a test written as a function
            self.arity(node, 2)
            return self.text_test(node, OPERATORS[node.function], node.arguments[0], node.arguments[1], scope)
        known = called(self, node)
        if isinstance(known.takes, No) and known.id == "listed_sum":
            raise self.wrong(
                "listed-sum",
                node,
                "已列合计的对象是关联的事实，例如 已列合计(批复.批复金额)",
                "listed_sum adds up related facts, as in listed_sum(approval.amount)",
            )
        if not known.many and not isinstance(known.takes, No):
            self.arity(node, len(known.takes))
        if isinstance(known.takes, No) or not node.arguments:
            raise self.wrong(
                "count",
                node,
                "计数的对象是关联的事实，例如 计数(评审)",
                "count counts related facts, as in count(review)",
            )
        for argument in node.arguments:
            if known.id == "months_after" and isinstance(argument, Literal) and argument.kind == "days":
                days = f"{argument.value:f}"
                raise self.wrong(
                    "days-for-months",
                    argument,
                    f"延后月 要几个月，却写了 {days} 日",
                    f"months_after wants months, found {days} days",
                    Text(f"写 日期 + {days}日，或 日期 + …个月", f"write the date + {days} days, or + … months"),
                )
            if known.id in ("year_start", "year_end") and isinstance(argument, Literal) and argument.kind == "number":
                self.year(argument)
        arguments = tuple(self.check(argument, scope) for argument in node.arguments)
        if known.same:
            return replace(node, arguments=arguments, type=self.of_one_kind(node, known.takes[0], arguments))
        for kind, written, argument in zip(known.takes, node.arguments, arguments, strict=True):
            if argument.type not in (*TAKEN[kind], "null") and kind != "any":
                one = {"texts": "text", "whole": "number"}.get(kind, kind)
                needs, found = name_of(one, scope), name_of(argument.type, scope)
                raise self.wrong(
                    unlike(one),
                    written,
                    f"这里要{needs.zh}，却是{found.zh}",
                    f"{needs.en} is wanted here, this is {found.en}",
                )
        if known.id == "last_digit" and not isinstance(arguments[0], FieldRef):
            raise self.wrong(
                "last-digit", node.arguments[0], "末位只能取报告里的一个数", "last_digit takes a figure of the report"
            )
        if known.id == "date":
            return self.date(node, arguments[0])
        confirmed = scope.confirmed if known.id == "party" else ()
        return replace(node, arguments=arguments, confirmed=confirmed, type=known.gives or arguments[0].type)

    def year(self, node: Literal) -> None:
        """Refuse a number that no year is: its days would never be known."""
        if not 1949 <= node.value <= 2199 or node.value != int(node.value):
            raise self.wrong(
                "year",
                node,
                f"“{node.value:f}”不是年份",
                f"{node.value:f} is not a year",
                Text("例如 2020；案例那一年的写 预算年度", "such as 2020; the case's own is fiscal_year"),
            )

    def of_itself(self, node: Expr, name: Name, scope: Scope) -> ExpressionError:
        """Return the error for a sum of one value of the subject: whoever writes it means the values of many."""
        vocabulary, frame = scope.vocabulary, scope.frames[0]
        known, field = vocabulary.entities[frame.entity], name.parts[-1]
        whole = Text("", "")
        if known.id in vocabulary.relations(vocabulary.root.id):
            root = vocabulary.root
            whole = Text(
                f"要加全单位的，写 合计({root.zh}.{known.zh}.{field})；按什么分别加，对象写 {known.zh} 按 …（见“分组”）",
                f"for the sum of the whole unit write sum({root.id}.{known.id}.{field}); to sum by something write for: {known.id} by …",
            )
        told = Text(
            f"“{field}”在这里只有一个值，合计还是它自己",
            f"{field!r} is one value here: its sum is itself",
        )
        return ExpressionError("sum-of-one", node.span, told, whole if whole.zh else None)

    def _across(self, node: Across, scope: Scope, expected: str) -> Expr:
        if not scope.beyond:
            raise self.wrong(
                "beyond",
                node,
                "别的案例的数只能写在规则自己的条件、金额和说明里，不能写在定义里、清单的条件里或另一个这样的函数里",
                "figures of other cases stand in a rule's own conditions, amount and messages, not in a definition, in a condition on a list or in another such function",
            )
        known = across.FUNCTIONS[node.function]
        if known.many and len(node.arguments) < len(known.takes):
            self.arity(Call(node.function, node.arguments, span=node.span), len(known.takes))
        if not known.many:
            self.arity(Call(node.function, node.arguments, span=node.span), len(known.takes))
        kinds = [*known.takes, *known.takes[-1:] * (len(node.arguments) - len(known.takes))]
        inner = replace(scope, beyond=False)
        arguments = tuple(self.check(argument, inner) for argument in node.arguments)
        for kind, written, argument in zip(kinds, node.arguments, arguments, strict=True):
            if argument.type not in across.TAKEN[kind] or (kind == "key" and not own_field(argument)):
                raise self.wrong(
                    "across-value",
                    written,
                    f"这里要{KINDS_OF_VALUES[kind].zh}，却是{name_of(argument.type, scope).zh}",
                    f"{KINDS_OF_VALUES[kind].en} is wanted here, this is {name_of(argument.type, scope).en}",
                )
            if kind == "share" and not (isinstance(argument, Literal) and 0 < argument.value < 1):
                raise self.wrong(
                    "quantile",
                    written,
                    "分位写成 0% 到 100% 之间的百分比，例如 95%",
                    "a quantile is a literal percentage between 0% and 100%, such as 95%",
                )
        return replace(node, arguments=arguments, type=known.gives or arguments[0].type)

    def held_apart(self, node: Binary) -> Expr:
        """Return a comparison as it reads at the ends of the figures of peers in it; refuses one that has no such reading."""
        if not any(across.spread(part) for part in walk(node)):
            return node
        found = across.bounded(node)
        if found is None:
            raise self.wrong(
                "peers-compared",
                node,
                "同类单位的数只能用大于、小于比，旁边只能加减，或乘以写明的数和百分比",
                "a figure of peers is compared by size only, beside it sums, differences and products with literal numbers",
            )
        return found

    def of_one_kind(self, node: Call, wanted: str, arguments: tuple[Expr, ...]) -> str:
        """Return the type of values that are all of one kind; a ratio takes plain numbers along where they are only compared."""
        kinds = {argument.type for argument in arguments} - {"null"}
        if kinds <= {"ratio", "percent", "number"} and "ratio" in kinds and "ratio" in TAKEN[wanted]:
            kinds = {"ratio"}
        if len(kinds) > 1 or not kinds <= set(TAKEN[wanted]):
            raise self.wrong("one-kind", node, "这几个值要是同一种数", "these must be numbers of one kind")
        return kinds.pop() if kinds else "null"

    def date(self, node: Call, argument: Expr) -> Expr:
        """Return the constant that a text written as a date stands for."""
        if not isinstance(argument, Literal) or not argument.value:
            raise self.wrong("literal-date", node.arguments[0], "日期(…)里要写死的日期", "date(…) takes a literal date")
        from checker.base.values import BadValue, parse_date

        try:
            return Literal("date", parse_date(argument.value), span=node.span, type="date")
        except BadValue as bad:
            raise ExpressionError("bad-value", argument.span, bad.message, bad.hint) from None

    def arity(self, node: Call, count: int) -> None:
        """Refuse more or fewer values than a function takes."""
        if len(node.arguments) != count:
            raise self.wrong(
                "arity",
                node,
                f"这个函数要 {count} 个参数，却有 {len(node.arguments)} 个",
                f"this function takes {count} arguments, found {len(node.arguments)}",
            )
