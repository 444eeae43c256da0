"""Holds a pack's new names against the rules below it: a name that changes how an existing rule is cut is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.base.errors import Problem, Text
from checker.cases.vocabulary import Vocabulary
from checker.language.scope import Definition
from checker.language.tokens import ExpressionError, Lexicon, tokenize
from checker.rulebook.definitions import Draft
from checker.rulebook.reader import expression_place
from checker.rulebook.rule import Parameter

EXPRESSIONS = ("when", "unless", "require", "value", "strict", "amount", "as_of")


def changed_cuts(
    roots: Sequence[str],
    drafts: Sequence[Draft],
    vocabulary: Vocabulary,
    parameters: dict[str, Parameter],
    definitions: dict[tuple[str, str], Definition],
) -> list[Problem]:
    """Return a problem for every rule whose words a name of a later pack would cut otherwise (design 6)."""
    if len(roots) < 2:
        return []
    found: list[Problem] = []

    def lexicon(layer: int) -> Lexicon:
        names = set(vocabulary.layers[min(layer, len(vocabulary.layers) - 1)])
        names |= {name for p in parameters.values() if _home(p.file, roots) <= layer for name in (p.id, p.zh)}
        names |= {name for d in definitions.values() if d.layer <= layer for name in (d.name, d.zh)}
        return Lexicon(names)

    full = lexicon(len(roots) - 1)
    for layer in range(len(roots) - 1):
        known = lexicon(layer)
        if known.names == full.names:
            continue
        for draft in drafts:
            if draft.layer != layer:
                continue
            for key in EXPRESSIONS:
                node = draft.body.get(key)
                if node is None or not isinstance(node.value, str):
                    continue
                name = _first_change(node.value, known, full)
                if name is None:
                    continue
                place = expression_place(draft.reader.source, node, max(0, node.value.find(name)), len(name))
                told = Text(
                    f"后加的名称“{name}”改变了规则“{draft.id}”的切分",
                    f"the new name {name!r} changes how the rule {draft.id!r} reads",
                )
                found.append(
                    Problem("cut", place, told, Text("给后加的名称换一个写法", "give the new name another spelling"))
                )
    return found


def _home(file: str, roots: Sequence[str]) -> int:
    """Return which pack a file was read from; the last that holds it."""
    return max((i for i, root in enumerate(roots) if Path(file).is_relative_to(root)), default=0)


def _first_change(text: str, known: Lexicon, full: Lexicon) -> str | None:
    try:
        before = [token.text for token in tokenize(text, known)]
        after = [token.text for token in tokenize(text, full)]
    except ExpressionError:
        return None  # the expression itself is wrong, and said to be
    return next((new for old, new in zip(before, after, strict=False) if old != new), None)
