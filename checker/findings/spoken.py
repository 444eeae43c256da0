"""Says an expression of the language to a reader: names in words, ÷ and ×, comparisons as sentences have them; not to be read back."""

from __future__ import annotations

from checker.language.across import for_each
from checker.language.formatter import Formatter, Leaf
from checker.language.operators import OPERATORS
from checker.language.scope import Scope, named
from checker.language.tree import (
    Across,
    Aggregate,
    Binary,
    DefinitionRef,
    Expr,
    FieldRef,
    ParameterRef,
    Path,
    Range,
    Test,
)
from checker.language.visitor import called
from checker.language.words import word

PRIMARY = 8
GATHERED = {
    "sum": ("{of}合计", "the sum of {of}"),
    "listed_sum": ("{of}合计", "the sum of {of}"),
    "count": ("{of}的个数", "the number of {of}"),
    "max": ("{of}的最大值", "the greatest {of}"),
    "min": ("{of}的最小值", "the least {of}"),
}
"""How what is gathered over several facts is said; any other function by its name."""


ELSEWHERE = {
    "peer_median": ("同类单位的中位数", "the median of its peers"),
    "peer_quantile": ("同类单位的 {share} 分位数", "the {share} quantile of its peers"),
    "peer_rank": ("在同类单位中的名次（{of}）", "the rank among its peers ({of})"),
    "peer_count": ("符合的同类单位数（{of}）", "the number of peers that meet ({of})"),
    "peer_sum": ("同类单位的合计（{of}）", "the sum over its peers ({of})"),
    "other_units": ("列着同样{keys}的其他单位数", "the number of other units that list the same {keys}"),
    "other_sum": ("其他单位同样{keys}的{of}合计", "the sum of {of} of other units with the same {keys}"),
    "other_years": ("本单位列着同样{keys}的其他年度数", "the number of other years of the unit with the same {keys}"),
    "last_year": ("上年案例的{of}", "{of} in the case of the year before"),
}
"""How what is asked of other cases is said."""


class Spoken(Formatter, never=(Test, Range, Path)):
    """Prints trees for a reader who knows no rules."""

    def __init__(self, lang: str, *, leaf: Leaf | None = None) -> None:
        super().__init__(lang, words=True, leaf=leaf)

    def sign(self, node: Binary) -> str:
        """Return the word or the sign between two sides."""
        known = OPERATORS.get(node.op)
        return (known.spoken[self.lang != "zh"] if known is not None else "") or super().sign(node)

    def _parameterref(self, node: ParameterRef, scope: Scope) -> tuple[str, int]:
        return super()._parameterref(node, scope)[0].replace("_", " "), PRIMARY

    def _qualified(self, node: FieldRef | DefinitionRef, last: str, scope: Scope) -> str:
        """Return the name in words, after that of the fact it belongs to where it is not the subject's own."""
        frame = self._frame(node.depth, scope)
        hops = self._hops(frame.entity, node.hops, scope, frame)
        return self.belongs(hops, self.name(node, scope))

    def belongs(self, owners: tuple[str, ...], name: str) -> str:
        """Return a name after those that it belongs to."""
        spoken = [owner.replace("_", " ") for owner in owners]
        return "的".join((*spoken, name)) if self.lang == "zh" else " of the ".join((name, *reversed(spoken)))

    def name(self, node: FieldRef | DefinitionRef, scope: Scope) -> str:
        """Return the name of a field or of a definition in words."""
        known = scope.vocabulary.entities[node.entity].fields.get(node.name)
        if known is not None:
            return known.name(self.lang)
        definition = scope.definitions[(node.entity, node.name)]
        return definition.zh if self.lang == "zh" else definition.name.replace("_", " ")

    def _binary(self, node: Binary, scope: Scope) -> tuple[str, int]:
        return super()._binary(for_each(node) or node, scope)

    def _across(self, node: Across, scope: Scope) -> tuple[str, int]:
        """Return what is asked of other cases, as a phrase."""
        zh = self.lang == "zh"
        inside = [self.format(argument, scope) for argument in node.arguments]
        of = inside[1:] if node.function == "other_sum" else inside
        words = {"of": inside[0], "share": inside[-1], "keys": ("、" if zh else ", ").join(of)}
        return ELSEWHERE[node.function][not zh].format(**words), PRIMARY

    def _aggregate(self, node: Aggregate, scope: Scope) -> tuple[str, int]:
        """Return what is gathered, as a phrase."""
        assert isinstance(node.path, Path)
        inner = scope.inside(named(self.opened(node.path, scope), node.alias))
        of = self.path(node.path, scope).replace("_", " ").replace(".", "的" if self.lang == "zh" else " ")
        body = node.body
        if isinstance(body, (FieldRef, DefinitionRef)) and body.depth == len(scope.frames) and not body.hops:
            of = self.belongs((of,), self.name(body, scope))
        elif body is not None:
            of = self.belongs((of,), self.format(body, inner))
        patterns = GATHERED.get(called(self, node).id)
        text = (
            patterns[self.lang != "zh"].format(of=of) if patterns else f"{word(called(self, node).id, self.lang)}({of})"
        )
        if node.condition is not None:
            only = self.format(node.condition, inner)
            if isinstance(node.condition, (FieldRef, DefinitionRef)):  # a flag by itself
                only += "为“是”的" if self.lang == "zh" else " is yes"
            text += f"（只计{only}）" if self.lang == "zh" else f" (only where {only})"
        return text, PRIMARY


def spoken(node: Expr, scope: Scope, lang: str, leaf: Leaf | None = None) -> str:
    """Return the text of a typed tree for a reader; *leaf* says what to print in place of a leaf."""
    return Spoken(lang, leaf=leaf).format(node, scope)
