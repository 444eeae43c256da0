"""Which rules are wanted: what is typed for them, and those left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.patterns import pattern
from checker.rulebook.book import Rulebook
from checker.rulebook.packs import Pack
from checker.rulebook.rule import Rule

_PARTED = pattern("[,，、]")
"""What parts the words of an option."""


def known_rule(book: Rulebook, rule: str) -> None:
    """Refuse the id of a rule that does not exist."""
    if rule not in book.rules:
        raise InputError(
            [
                Problem(
                    "no-rule",
                    Place("checker"),
                    Text(f"没有规则“{rule}”", f"there is no rule {rule!r}"),
                    did_you_mean(rule, list(book.rules)) or Text("看 checker rules list", "see checker rules list"),
                )
            ]
        )


def rule_ids(book: Rulebook, words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that options name, each once; an option may hold several words, parted by commas.

    A word is the id of a rule, else a category, else a problem (its name, or its title in either language), else how ids begin.
    One that is none of these is an error, and so is an option that names nothing: it would select everything.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for text in words:
        parts = [part.strip() for part in _PARTED.split(text)]
        if _named(book, text.strip()):  # a title may have such a mark in it
            parts = [text.strip()]
        if not any(parts):
            told, see = (
                Text("没有写是哪些规则", "no rule is named"),
                Text("看 checker rules list", "see checker rules list"),
            )
            problems.append(Problem("no-rule", Place("checker"), told, see))
        for part in filter(None, parts):
            fitting = _named(book, part) or [ident for ident in book.rules if ident.startswith(part)]
            if not fitting:
                told = Text(f"没有规则、类别或问题“{part}”", f"there is no rule, category or problem {part!r}")
                any_ = Text(
                    "可以写规则编号、编号的开头、类别、问题：看 checker rules list",
                    "write a rule, how its id begins, a category or a problem: see checker rules list",
                )
                problems.append(
                    Problem("no-rule", Place("checker"), told, did_you_mean(part, list(choices(book))) or any_)
                )
            found.update(dict.fromkeys(fitting))
    if problems:
        raise InputError(problems)
    return tuple(found)


def rules_of(book: Rulebook, packs: Sequence[Pack], names: Sequence[str]) -> tuple[str, ...]:
    """Return the rules of the packs of these names: that of the pack itself, its place as it was given, or the last part of that."""
    found: list[str] = []
    known = {
        name: pack
        for pack in packs
        for name in (Path(pack.root).stem, Path(pack.root).name, pack.root, pack.manifest.name if pack.manifest else "")
        if name
    }
    for name in names:
        pack = known.get(name) or known.get(name.rstrip("/"))
        files = {part.shown for part in pack.parts} if pack is not None else set()
        rules = [rule.id for rule in book.rules.values() if rule.file in files]
        if not rules:
            told = (
                Text(f"没有规则包“{name}”", f"there is no pack {name!r}")
                if pack is None
                else Text(f"规则包“{name}”里没有规则", f"the pack {name!r} holds no rule")
            )
            hint = did_you_mean(name, list(known)) or Text(
                "先用 --rules 写规则包的位置", "name its place with --rules first"
            )
            if pack is None and name in choices(book):
                hint = Text(f"这是规则或类别：写 --select {name}", f"that names rules: write --select {name}")
            raise InputError([Problem("no-pack", Place("--only"), told, hint)])
        found += rules
    return tuple(dict.fromkeys(found))


def choices(book: Rulebook) -> dict[str, Text]:
    """Return every word that names rules, each with what it names: ids, categories, problems with several rules."""
    ids = {rule.id: rule.title for rule in book.rules.values()}
    groups: dict[str, list[Rule]] = {}
    for rule in book.rules.values():
        for word in (rule.category, rule.problem):
            if word and word not in ids:
                groups.setdefault(word, []).append(rule)
    named = {word: Text(f"{len(rules)} 条规则", f"{len(rules)} rules") for word, rules in groups.items()}
    for rule in book.rules.values():
        if rule.problem in named and rule.problem_title is not None:
            named[rule.problem] = rule.problem_title
    return {**ids, **dict(sorted(named.items()))}


def choice(select: Sequence[str], ignore: Sequence[str]) -> Callable[[str], bool]:
    """Return which rules are used: those of *select* (all, where it is empty) without those of *ignore*."""
    return lambda rule: (not select or rule in select) and rule not in ignore


def _named(book: Rulebook, word: str) -> list[str]:
    """Return the rule of that id, else those of that category or problem."""
    return [word] if word in book.rules else [rule.id for rule in book.rules.values() if word and word in _names(rule)]


def _names(rule: Rule) -> tuple[str, ...]:
    """Return what names a rule together with others: its category, its problem and the titles of that."""
    title = rule.problem_title
    return (rule.category, rule.problem, *((title.zh, title.en) if title is not None else ()))
