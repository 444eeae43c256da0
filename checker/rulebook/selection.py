"""Which rules are wanted: ids as they are typed, and those left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.rulebook.book import Rulebook


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
    """Return the ids of rules in options that may each hold several; one that does not exist is an error."""
    found = tuple(ident for word in words for ident in word.split(",") if ident)
    for ident in found:
        known_rule(book, ident)
    return found


def choice(select: Sequence[str], ignore: Sequence[str]) -> Callable[[str], bool]:
    """Return which rules are used: those of *select* (all, where it is empty) without those of *ignore*."""
    return lambda rule: (not select or rule in select) and rule not in ignore
