"""The type checker: names are resolved and every operator is held against its operands, before any case is judged."""

from __future__ import annotations

from dataclasses import replace

from checker.base.errors import Text
from checker.base.values import plain
from checker.language.algebra import implausible
from checker.language.arithmetic import Arithmetic
from checker.language.calling import unlike
from checker.language.columns import NUMERIC
from checker.language.operators import COMPARISONS, OPERATORS
from checker.language.scope import Scope, named
from checker.language.settling import name_of
from checker.language.tokens import ExpressionError
from checker.language.tree import (
    Aggregate,
    Between,
    Binary,
    Bounded,
    Call,
    DefinitionRef,
    EnumValue,
    Expr,
    FieldRef,
    Given,
    If,
    In,
    Literal,
    Name,
    ParameterRef,
    Path,
    Quantifier,
    Range,
    Surely,
    Test,
    Unary,
    unknown,
)
from checker.language.visitor import Visitor, called, said
from checker.language.words import LOGIC, QUANTIFIERS


def _apart(one: str, two: str) -> str:
    """Return what an error is about where two types cannot be compared."""
    if (one, two) == ("money", "percent"):
        return "money-with-percent"
    if {one, two} == {"date", "text"}:
        return "date-with-text"
    if one in ("boolean", "text"):
        return f"{one}-with"
    return "with-text" if two == "text" else "apart"


def check(tree: Expr, scope: Scope, expected: str = "") -> Expr:
    """Return the typed tree; raises the first ExpressionError. *expected* is the type wanted, when there is one."""
    checker = _Checker()
    typed = checker.check(tree, scope, expected)
    if typed.type == "?":
        typed = checker.settle(typed, expected, scope)
    if expected and typed.type not in (expected, "null"):
        wanted, found = name_of(expected, scope), name_of(typed.type, scope)
        raise ExpressionError(
            "type/" + unlike(expected),
            tree.span,
            Text(f"这里要{wanted.zh}，却是{found.zh}", f"{wanted.en} is wanted here, this is {found.en}"),
        )
    return typed


class _Checker(
    Arithmetic, Visitor, never=(FieldRef, DefinitionRef, ParameterRef, EnumValue, Test, Range, Path, Surely, Bounded)
):
    def check(self, node: Expr, scope: Scope, expected: str = "") -> Expr:
        typed: Expr = self.method_of(node)(self, node, scope, expected)
        return typed

    # ---- leaves

    def _literal(self, node: Literal, scope: Scope, expected: str) -> Expr:
        if node.kind == "days":  # 30日 by itself is how many days lie between two dates
            return replace(node, kind="number", type="number")
        if node.kind == "months":
            months, years = int(node.value), int(node.value) // 12
            bare = (
                (f"{months}", f"{months}")
                if months % 12
                else (f"{years}（年）或 {months}（月）", f"{years} (years) or {months}")
            )
            raise self.wrong(
                "bare-months",
                node,
                "几个月、几年只能加在日期上，或从日期里减",
                "months and years can only be added to a date or taken from one",
                Text(
                    f"日期写成 签订日期 + {months}个月；字段本身是几个月、几年的，写 {bare[0]}",
                    f"a date: sign_date + {months} months; a field that is a number of months or years: {bare[1]}",
                ),
            )
        return replace(node, type=node.kind)

    def _name(self, node: Name, scope: Scope, expected: str) -> Expr:
        found = scope.resolve(node, expected)
        if found.type.startswith("fact:"):
            raise self.wrong(
                "fact",
                node,
                f"“{node.parts[-1]}”是一项事实，不是一个值",
                f"{node.parts[-1]!r} is a fact, not a value",
                Text(
                    f"写出要它的哪个字段，例如 {node.parts[-1]}.…", f"say which field of it, as in {node.parts[-1]}.…"
                ),
            )
        return found

    # ---- logic

    def truth(self, node: Expr, scope: Scope) -> Expr:
        typed = self.check(node, scope, "boolean")
        if typed.type not in ("boolean", "null"):
            found = name_of(typed.type, scope)
            raise self.wrong(
                "condition", node, f"这里要一个条件，却是{found.zh}", f"a condition is wanted here, this is {found.en}"
            )
        return typed

    def _unary(self, node: Unary, scope: Scope, expected: str) -> Expr:
        if node.op == "not":
            return replace(node, operand=self.truth(node.operand, scope), type="boolean")
        if node.op != "neg":
            raise unknown(self, node)
        operand = self.check(node.operand, scope)
        if operand.type not in (*NUMERIC, "ratio", "null"):
            found = name_of(operand.type, scope)
            raise self.wrong(
                "sign",
                node.operand,
                f"负号后面要数字，却是{found.zh}",
                f"a number must follow the sign, this is {found.en}",
            )
        return replace(node, operand=operand, type=operand.type)

    def _binary(self, node: Binary, scope: Scope, expected: str) -> Expr:
        if node.op in LOGIC:
            return self.logic(node, scope)
        known = said(self, node)
        if known.kind in ("order", "equality"):
            left, right = self.pair(node.left, node.right, scope)
            self.comparable(node, left, right, node.op, scope)
            typed = replace(node, left=left, right=right, type="boolean")
            return self.held_apart(typed) if scope.beyond else typed
        if known.kind == "reconciliation":
            return self.approximate(node, known, scope)
        if known.kind == "text":
            return self.text_test(node, known, node.left, node.right, scope)
        return self.arithmetic(node, known, scope)

    def logic(self, node: Binary, scope: Scope) -> Expr:
        sides: list[Expr] = []
        settled = node.op == "or"
        for side, other in ((node.left, node.right), (node.right, node.left)):
            if (
                isinstance(side, Literal)
                and isinstance(other, Literal)
                and other.kind == "boolean"
                and other.value is settled
            ):
                sides.append(
                    replace(side, kind="null", value=None, type="null")
                    if side.kind != "boolean"
                    else self.truth(side, scope)
                )
            else:
                if side is node.right:
                    self.one_of_several(node, scope)
                sides.append(self.truth(side, scope))
        return replace(node, left=sides[0], right=sides[1], type="boolean")

    def bare_number(self, node: Expr) -> None:
        """Refuse a ratio held against a number that is no share: 105 is 10,500 %."""
        if isinstance(node, Literal) and node.value not in (0, 1):
            share, whole = plain(node.value * 100, group=False), plain(node.value, group=False)
            raise self.wrong(
                "ratio-number",
                node,
                f"比率和数字 {whole} 相比：{whole} 就是 {share}%",
                f"a ratio is held against {whole}, which is {share}%",
                Text(f"写 {share}%，或者 {whole}%", f"write {share}%, or {whole}%"),
            )

    def one_of_several(self, node: Binary, scope: Scope) -> None:
        """Refuse 采购类别 = 货物 或 服务: the second value is a condition by itself."""
        last = node.left
        while isinstance(last, Binary) and last.op in LOGIC:
            last = last.right
        if not isinstance(node.right, Name) or not isinstance(last, Binary) or last.op not in ("=", "!="):
            return
        first = self.check(last, scope)
        assert isinstance(first, Binary)
        if (
            not isinstance(last.left, Name)
            or not isinstance(last.right, Name)
            or not first.left.type.startswith("enum:")
        ):
            return
        known = scope.vocabulary.enumerations[first.left.type[5:]].by_name
        if node.right.parts[-1] in known:
            field, values = ".".join(last.left.parts), f"({last.right.parts[-1]}, {node.right.parts[-1]})"
            no = ("", "") if last.op == "=" else ("非 ", "not ")
            raise self.wrong(
                "wanted-boolean",
                node.right,
                f"“{node.right.parts[-1]}”是一个取值，不是条件",
                f"{node.right.parts[-1]!r} is a value, no condition",
                Text(f"写 {no[0]}{field} 属于 {values}", f"write {no[1]}{field} in {values}"),
            )

    def comparable(self, node: Expr, left: Expr, right: Expr, op: str, scope: Scope) -> None:
        one, two = left.type, right.type
        known = COMPARISONS[op]
        ordered = known.kind == "order"
        fits = (
            one == two
            or "null" in (one, two)
            or ({one, two} <= {"ratio", "percent", "number"} and "ratio" in (one, two))
        )
        if (
            fits
            and ordered
            and (one.startswith("enum:") or one in ("boolean", "texts", "rates") or two.startswith("enum:"))
        ):
            raise self.wrong(
                "no-order", node, "这类值没有大小之分，只能用 = 或 ≠", "such values have no order; use = or !="
            )
        if known.type_of(one, two) is not None:
            if (doubt := implausible(left, right, op)) is None:
                if {one, two} == {"ratio", "number"}:
                    self.bare_number(left if one == "number" else right)
                return
            told, advice = doubt
            raise self.wrong("implausible", node, told.zh, told.en, advice)
        a, b = name_of(one, scope), name_of(two, scope)
        hint = None
        if {one, two} == {"money", "number"}:
            hint = Text("给数字写上单位，例如 0元、200万元", "give the number a unit, such as 0元 or 200万元")
        elif {one, two} == {"percent", "number"} and any(isinstance(side, Binary) for side in (left, right)):
            hint = self.as_ratio(node) or Text(
                "写成两数之比和百分比比，例如 计数(批复) / 编制人数 不超过 30%",
                "hold the ratio of the two against the percentage, such as count(approval) / establishment <= 30%",
            )
        elif {one, two} == {"percent", "number"} or {one, two} == {"ratio", "money"}:
            hint = Text("写成百分比，例如 105%", "write a percentage, such as 105%")
        elif "text" in (one, two) and (one.startswith("enum:") or two.startswith("enum:")):
            hint = Text("枚举值不加引号", "an enumeration value has no quotes")
        elif "texts" in (one, two):
            hint = Text("用“属于”或“包含”", "use “in” or “contains”")
        raise self.wrong(
            _apart(one, two), node, f"不能拿{a.zh}和{b.zh}比较", f"{a.en} cannot be compared with {b.en}", hint
        )

    def as_ratio(self, node: Expr) -> Text | None:
        """Return the line for a count that is held against a share of another: 数量 不超过 编制数 的 80%."""
        if not (isinstance(node, Binary) and isinstance(node.left, Name) and isinstance(node.right, Binary)):
            return None
        whole, share = node.right.left, node.right.right
        if not (
            isinstance(whole, Name) and isinstance(share, Literal) and share.kind == "percent" and node.right.op == "*"
        ):
            return None
        one, two = ".".join(node.left.parts), ".".join(whole.parts)
        limit, sign = f"{plain(share.value * 100, group=False)}%", OPERATORS[node.op].printed
        return Text(f"写 {one} / {two} {sign[0]} {limit}", f"write {one} / {two} {sign[1]} {limit}")

    def _between(self, node: Between, scope: Scope, expected: str) -> Expr:
        operand, low = self.pair(node.operand, node.low, scope)
        high = self.check(node.high, scope)
        self.comparable(node.low, operand, low, "<=", scope)
        self.comparable(node.high, operand, high, "<=", scope)
        return replace(node, operand=operand, low=low, high=high, type="boolean")

    def _in(self, node: In, scope: Scope, expected: str) -> Expr:
        operand = self.check(node.operand, scope)
        tests: list[Expr] = []
        for test in node.tests:
            if isinstance(test, Range):
                low, high = self.check(test.low, scope), self.check(test.high, scope)
                self.comparable(test, operand, low, "<=", scope)
                self.comparable(test, operand, high, "<=", scope)
                tests.append(replace(test, low=low, high=high, type="boolean"))
            elif not isinstance(test, Test):
                raise unknown(self, test)
            else:
                right = self.settle_against(self.beside(test.right, operand, scope), operand, test.right, scope)
                if not (said(self, test).id == "=" and operand.type in ("text", "null") and right.type == "texts"):
                    self.comparable(test, operand, right, test.op, scope)
                tests.append(replace(test, right=right, type="boolean"))
        return replace(node, operand=operand, tests=tuple(tests), type="boolean")

    def _given(self, node: Given, scope: Scope, expected: str) -> Expr:
        if not isinstance(node.operand, Name):
            raise self.wrong(
                "given",
                node.operand,
                "只有字段或关联的事实可以说“已列示”“缺失”",
                "only a field or related facts can be given or missing",
            )
        try:
            found = scope.resolve(node.operand)
        except ExpressionError as failed:
            try:
                found = replace(scope.path(node.operand)[0], type="path")
            except ExpressionError:
                raise failed from None
        if found.type == "?" or isinstance(found, (DefinitionRef, ParameterRef, EnumValue)):
            raise self.wrong(
                "given",
                node.operand,
                "只有字段或关联的事实可以说“已列示”“缺失”",
                "only a field or related facts can be given or missing",
            )
        return replace(node, operand=found, type="boolean")

    def _if(self, node: If, scope: Scope, expected: str) -> Expr:
        condition = self.truth(node.condition, scope)
        yes, no = self.check(node.yes, scope, expected), self.check(node.no, scope, expected)
        if "?" in (yes.type, no.type):
            wanted = expected or (yes.type if yes.type != "?" else no.type)
            yes, no = self.settle(yes, wanted, scope), self.settle(no, wanted, scope)
        kinds = {yes.type, no.type} - {"null"}
        if kinds <= {"ratio", "percent", "number"} and "ratio" in kinds:
            kinds = {"ratio"}
        if len(kinds) > 1:
            a, b = name_of(yes.type, scope), name_of(no.type, scope)
            raise self.wrong(
                "branches",
                node,
                f"“则”后面是{a.zh}，“否则”后面是{b.zh}，要同一种",
                f"“then” gives {a.en}, “else” gives {b.en}; they must be of one kind",
            )
        return replace(node, condition=condition, yes=yes, no=no, type=kinds.pop() if kinds else "null")

    # ---- related facts

    def _quantifier(self, node: Quantifier, scope: Scope, expected: str) -> Expr:
        if node.kind not in QUANTIFIERS:
            raise unknown(self, node)
        assert isinstance(node.path, Name)
        path, field, frame = scope.path(node.path)
        if field is not None:
            raise self.wrong("relation", node.path, f"“{field}”不是关联的事实", f"{field!r} is not a relation")
        body = self.truth(node.body, scope.inside(named(frame, node.alias)))
        return replace(node, path=path, body=body, type="boolean")

    def _aggregate(self, node: Aggregate, scope: Scope, expected: str) -> Expr:
        assert isinstance(node.path, Name)
        called(self, node)
        try:
            path, field, frame = scope.path(node.path)
        except ExpressionError:
            if node.body is None and node.condition is None and node.function not in ("count", "listed_sum"):
                try:
                    alone = self.check(node.path, scope)
                except ExpressionError:
                    alone = None
                if node.function == "sum" and isinstance(alone, FieldRef):
                    raise self.of_itself(node, node.path, scope) from None
                if alone is not None and alone.type in (*NUMERIC, "ratio", "date"):
                    return Call(node.function, (alone,), span=node.span, type=alone.type)
            raise
        frame = named(frame, node.alias)
        inner = scope.inside(frame)
        body = node.body
        if field is not None:
            if body is not None:
                raise self.wrong(
                    "before-colon", node.path, "冒号前面只写关联的事实", "only the relation stands before the colon"
                )
            body = Name((frame.names[0], field), span=node.path.span)
        condition = self.truth(node.condition, inner) if node.condition is not None else None
        if node.function == "count":
            if body is not None:
                raise self.wrong(
                    "count",
                    node.path,
                    f"计数的对象是关联的事实，不是字段“{field}”",
                    f"count counts related facts, not the field {field!r}",
                )
            return replace(node, path=path, body=None, condition=condition, type="number")
        if body is None:
            raise self.wrong(
                "which-field",
                node.path,
                "写出要哪个字段，例如 付款.付款金额",
                "say which field, such as payment.amount",
            )
        typed = self.check(body, inner)
        if typed.type not in (NUMERIC if node.function in ("sum", "listed_sum") else (*NUMERIC, "date")):
            raise self.wrong(
                "summed",
                body,
                f"{name_of(typed.type, scope).zh}不能这样汇总",
                f"{name_of(typed.type, scope).en} cannot be aggregated like this",
            )
        return replace(node, path=path, body=typed, condition=condition, type=typed.type)
