"""Holds a pack's new names against the rules below it: a name that changes how an existing rule is cut is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.errors import Problem, Text
from checker.language.scope import Definition
from checker.language.tokens import ExpressionError, Lexicon, tokenize
from checker.rulebook.definitions import Draft
from checker.rulebook.reader import expression_place
from checker.rulebook.rule import Parameter
from checker.vocabulary import Vocabulary

EXPRESSIONS = ("when", "unless", "require", "value", "strict", "amount", "as_of")


def changed_cuts(
    folders: Sequence[Path],
    drafts: Sequence[Draft],
    vocabulary: Vocabulary,
    parameters: dict[str, Parameter],
    definitions: dict[tuple[str, str], Definition],
) -> list[Problem]:
    """Return a problem for every rule whose words a name of a later folder would cut otherwise (design 6)."""
    if len(folders) < 2:
        return []
    homes = {draft.id: draft.reader.source.file for draft in drafts}
    found: list[Problem] = []
    full = _lexicon(folders, vocabulary, parameters, definitions, homes)
    for index in range(len(folders) - 1):
        known = _lexicon(folders[: index + 1], vocabulary, parameters, definitions, homes)
        for draft in drafts:
            if _home(draft.reader.source.file, folders) != index:
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


def _home(file: str, folders: Sequence[Path]) -> int:
    """Return which folder a file was read from; the last that holds it."""
    return max((i for i, folder in enumerate(folders) if Path(file).is_relative_to(folder)), default=0)


def _lexicon(
    folders: Sequence[Path],
    vocabulary: Vocabulary,
    parameters: dict[str, Parameter],
    definitions: dict[tuple[str, str], Definition],
    homes: dict[str, str],
) -> Lexicon:
    def within(file: str) -> bool:
        return any(Path(file).is_relative_to(folder) for folder in folders)

    names = vocabulary.names()
    names |= {name for p in parameters.values() if within(p.file) for name in (p.id, p.zh)}
    names |= {name for d in definitions.values() if within(homes.get(d.rule, "")) for name in (d.name, d.zh)}
    return Lexicon(names)


def _first_change(text: str, known: Lexicon, full: Lexicon) -> str | None:
    try:
        before = [token.text for token in tokenize(text, known)]
        after = [token.text for token in tokenize(text, full)]
    except ExpressionError:
        return None  # the expression itself is wrong, and said to be
    return next((new for old, new in zip(before, after, strict=False) if old != new), None)
