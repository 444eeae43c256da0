"""Remembers between runs what was worked out about one rule and depends on nothing but its file and what all rules share.

What is remembered is found by the SHA-256 of the rule's file, of every other file that rules share (vocabulary, parameters,
rules that define words), of the checker's own modules and of the engines that took part: one changed byte is worked out anew.
It is kept, and mistrusted, as a remembered rulebook is (`rulebook.cache`); whoever uses it says so, and `CHECKER_CACHE=off`
does without. Only what was in order is remembered: a doubt or a disagreement is found anew in every run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from checker.base.cached import cache_folder, put, recalled
from checker.rulebook.book import Rulebook
from checker.rulebook.cache import key_of
from checker.rulebook.packs import Pack
from checker.rulebook.rule import Rule

MOST = 4000
"""Rules that are remembered; those that were not asked for longest go first."""
_MODULES = (
    "authoring",
    "base",
    "batch",
    "cases",
    "documents",
    "engines",
    "engines/durable",
    "engines/sql",
    "language",
    "rulebook",
    "tables",
)
_SHARED = ("definitions", "定义", "parameters", "参数")
"""Keys of a rule file whose words other rules may use."""


class Remembered:
    """What is known of the rules of one book; `kind` says of what sort, *engines* what took part besides the checker."""

    def __init__(self, kind: str, book: Rulebook, packs: Sequence[Pack], engines: Iterable[str] = ()) -> None:
        self.folder = cache_folder()
        self.kind = kind
        self.book = book
        self.packs = packs
        self.engines = tuple(engines)
        self.used = 0
        """How many rules were not worked out anew."""

    @cached_property
    def shared(self) -> str:
        """The digest of everything that all rules share."""
        own = {rule.file for rule in self.book.rules.values() if not _shares(rule)}
        packs = [
            pack._replace(parts=tuple(part for part in pack.parts if part.shown not in own)) for pack in self.packs
        ]
        return key_of(packs, _MODULES) + "".join(_version(name) for name in self.engines)

    @cached_property
    def _known(self) -> dict[str, Any]:
        if self.folder is None:
            return {}
        body = recalled(self.folder / f"{self.kind}-rules")
        try:
            found = json.loads(bytes(body)) if body is not None else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def key(self, rule: Rule) -> str:
        """Return the digest of what is asked of *rule*: everything shared, its file, and files its examples speak of."""
        digest = hashlib.sha256(self.shared.encode())
        others = sorted({each.rule for each in rule.examples if each.rule in self.book.rules})
        for one in (rule, *(self.book.rules[name] for name in others)):
            assert one.source is not None
            digest.update(
                f"{one.id}\0{one.file}\0{len(one.source.text)}\0{one.source.text}".encode("utf-8", "surrogatepass")
            )
        return digest.hexdigest()

    def of(
        self,
        rules: Sequence[Rule],
        work: Callable[[Sequence[Rule]], dict[str, Any]],
        wanted: Callable[[Rule], Any] = lambda rule: True,
    ) -> None:
        """Let *work* find out about those of *rules* of which it is not known that they come to what is *wanted*.

        What *work* returns, by the id of the rule, is remembered; what it leaves out is not. Values are plain data, as JSON keeps
        them.
        """
        keys = {rule.id: self.key(rule) for rule in rules} if self.folder is not None else {}
        left = [rule for rule in rules if rule.id not in keys or self._known.get(keys[rule.id]) != wanted(rule)]
        self.used = len(rules) - len(left)
        new = work(left) if left else {}
        if self.folder is not None and new:
            asked = set(keys.values())
            entry = {key: value for key, value in self._known.items() if key not in asked}
            entry |= {key: self._known[key] for key in keys.values() if key in self._known}
            entry |= {keys[rule]: value for rule, value in new.items()}
            body = json.dumps(dict(list(entry.items())[-MOST:]), ensure_ascii=False).encode()
            put(self.folder / f"{self.kind}-rules", body, f"{self.kind}-rules", 1)


def _shares(rule: Rule) -> bool:
    source = rule.source
    return source is None or any(key.value in _SHARED for key, _ in source.root.value)


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f" {name} {version(name)}"
    except PackageNotFoundError:
        return f" {name}"
