"""Remembers the statements that a plan was compiled to between runs, beside the rulebook: compiling costs most of a small batch.

An entry is found by all that it was made from: the rulebook as it was read, the modules that compile, the plan, the dialect and what is
asked of it. What is said of a remembered rulebook (`checker.rulebook.cache`) holds here as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import sqlglot

from checker.base.cached import cache_folder, put, recalled
from checker.base.errors import Text
from checker.engines.sql.frames import Empty
from checker.engines.sql.plan import Compiled, Refused, SubjectStatement
from checker.rulebook.book import Plan
from checker.rulebook.cache import modules_as_they_are

KEPT = 64
"""How many plans are remembered; the one longest unused goes first."""
_MODULES = ("engines", "engines/sql", "tables", "batch")


def compiled(
    plan: Plan, dialect: str, refuse: frozenset[str], most: int, lean: bool, empty: Empty, make: Callable[..., Compiled]
) -> Compiled:
    """Return what *make* (`compile_texts`) makes of *plan*, remembered or made anew."""
    key = dialect, refuse, most, lean, empty
    folder = cache_folder() if key not in plan.statements and _as_read(plan) else None
    if folder is None:
        return make(plan, *key)
    path = folder / f"statements-{_key(plan, key)}"
    known = _recall(path, plan, dialect, lean)
    if known is None:
        known = make(plan, *key)
        put(path, _coded(known), "statements-*", KEPT)
    plan.statements[key] = known
    return known


def _as_read(plan: Plan) -> bool:
    """Whether a plan is made of a rulebook as it was read, and of no rule that was changed since."""
    return bool(plan.book.key) and all(plan.book.rules.get(rule.id) is rule for rule in plan.rules)


def _key(plan: Plan, asked: tuple[str, frozenset[str], int, bool, Empty]) -> str:
    dialect, refuse, most, lean, empty = asked
    told = (
        str(getattr(sqlglot, "__version__", "")),
        plan.book.key,
        *modules_as_they_are(_MODULES),
        repr((plan.jurisdiction, plan.level, plan.unit_kind)),
        repr(plan.signature()),
        repr((dialect, sorted(refuse), most, lean, sorted(empty))),
    )
    digest = hashlib.sha256()
    for word in told:
        digest.update(len(word.encode()).to_bytes(8, "big") + word.encode())
    return digest.hexdigest()


def _coded(made: Compiled) -> bytes:
    statements = [
        [each.entity, each.keys, [rule.id for rule in each.rules], dict(each.amounts), each.stepped]
        for each in made.statements
    ]
    refused = [[each.rule.id, each.reason.zh, each.reason.en] for each in made.refused]
    return json.dumps([statements, refused], ensure_ascii=False).encode()


def _recall(path: Path, plan: Plan, dialect: str, lean: bool) -> Compiled | None:
    """Return what is remembered of *plan*, or nothing where there is nothing that can be trusted."""
    rules = {rule.id: rule for rule in plan.rules}
    try:
        body = recalled(path)
        if body is None:
            return None
        statements, refused = json.loads(bytes(body))
        return Compiled(
            plan,
            dialect,
            tuple(
                SubjectStatement(
                    entity,
                    tuple(keys),
                    tuple(rules[each] for each in ids),
                    None,
                    dialect,
                    lean,
                    amounts,
                    tuple((name, text) for name, text in stepped),
                )
                for entity, keys, ids, amounts, stepped in statements
            ),
            tuple(Refused(rules[each], Text(zh, en)) for each, zh, en in refused),
        )
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
