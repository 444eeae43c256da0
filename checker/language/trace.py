"""Traces a tree over a fact and keeps everything: every value with its interval, and why an unknown is unknown.

The specification in slow motion: it must come to the same value as the closures (a test holds it to that, and the
evaluator compares the two for every finding). Explanations, missing facts and borderline marks are read off a trace.
"""

from __future__ import annotations

from decimal import Decimal

from checker.cases.case import Fact
from checker.language.causes import Missing, Trace, field_causes
from checker.language.exact import hop, start
from checker.language.logic_traces import LogicTraces
from checker.language.member_traces import MemberTraces
from checker.language.tracing import Frames, Known, Reads, Shared, Step, Tracing, point
from checker.language.tree import (
    Binary,
    DefinitionRef,
    EnumValue,
    Expr,
    FieldRef,
    Literal,
    Name,
    ParameterRef,
    Path,
    Range,
    Test,
    Unary,
)
from checker.language.visitor import Visitor
from checker.language.words import LOGIC

__all__ = ["Known", "Reads", "Shared", "Tracer"]


class Tracer(LogicTraces, MemberTraces, Visitor, never=(Name, Test, Range, Path)):
    """Traces trees for one plan; here are constants, parameters, fields and definitions."""

    def certainly(self, node: Expr, s: Frames) -> Trace:
        """Return the trace of a condition read with intervals, whose parts stand in it many times: each is traced once."""
        before, self.parts = self.parts, {} if self.reads is None else None
        try:
            return self.trace(node, s)
        finally:
            self.parts = before

    def surely(self, node: Expr, s: Frames) -> bool | None:
        """Return what such a condition comes to, without tracing what no longer decides it."""
        before, self.parts = self.parts, {} if self.reads is None else None
        try:
            return self._truth(node, s)
        finally:
            self.parts = before

    def _truth(self, node: Expr, s: Frames) -> bool | None:
        if isinstance(node, Unary) and node.op == "not":
            inner = self._truth(node.operand, s)
            return None if inner is None else not inner
        if not isinstance(node, Binary) or node.op not in LOGIC:
            found: bool | None = self.trace(node, s).value
            return found
        settles = node.op == "or"
        one = self._truth(node.left, s)
        two = None if one is settles else self._truth(node.right, s)
        if one is settles or two is settles:
            return settles
        return None if one is None or two is None else not settles

    def _literal(self, node: Literal) -> Step:
        if node.kind == "null":  # each stands for an unknown of its own
            return lambda t, s: Trace(node, None, (Missing(None, "", "null"),))
        made = point(Trace(node, node.value))
        return lambda t, s: made

    def _enumvalue(self, node: EnumValue) -> Step:
        made = Trace(node, node.value)
        return lambda t, s: made

    def _parameterref(self, node: ParameterRef) -> Step:
        name = node.name

        def parameter(t: Tracing, s: Frames) -> Trace:
            value = t.parameter(name, s)
            if value is not None:
                return point(Trace(node, value))
            return Trace(node, value, t.lacking(name, s) or (Missing(s[0], name, "no_parameter"),))

        return parameter

    def _fieldref(self, node: FieldRef) -> Step:
        name, depth, hops = node.name, node.depth, node.hops

        def field(t: Tracing, s: Frames) -> Trace:
            fact: Fact | None = s[depth] if depth >= 0 else s[0].root
            for key in hops:
                before = fact
                fact = hop(fact, key)
                if fact is None:
                    return Trace(node, None, (Missing(before, key, "not_given"),))
            assert fact is not None
            if t.reads is not None and name in t.watched:
                t.reads[(id(fact), name)] = fact
            value = fact.values.get(name)
            if value is None:
                trace = Trace(node, None, field_causes(fact, name, t.shared and t.shared.causes))
            else:
                trace = Trace(node, value)
            trace.used = (fact, name)
            cell = fact.cells.get(name)
            if cell is not None:
                trace.unit, trace.decimals = cell.unit, cell.decimals
                if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
                    known = cell.value
                    step = 0 if t.zero_exact and known == 0 else cell.step
                    trace.low, trace.high = 2 * known - step, 2 * known + step
            return trace

        return field

    def _definitionref(self, node: DefinitionRef) -> Step:
        entity, name, depth, hops, kind = node.entity, node.name, node.depth, node.hops, node.type
        inner: Step | None = None  # known once it is asked: of what rules define, a case asks a part

        def defined(t: Tracing, s: Frames) -> Trace:
            nonlocal inner
            fact: Fact | None = start(s, depth)
            for key in hops:
                before = fact
                fact = hop(fact, key)
                if fact is None:
                    return Trace(node, None, (Missing(before, key, "not_given"),))
            assert fact is not None
            if inner is None:
                inner = t.step(t.definitions[(entity, name)].expr)
            if t.known is None:
                found = inner(t, (fact,))
            else:  # what a unit's sums rest on is asked for by every line
                found = t.once((entity, name, id(fact), t.zero_exact), fact, inner, (fact,))
            trace = Trace(node, found.value, found.causes, (found,))
            if found.unit and found.node.type == kind:
                trace.unit, trace.decimals = found.unit, found.decimals
            if found.low is not None:
                trace.low, trace.high = found.low, found.high
            return trace

        return defined
