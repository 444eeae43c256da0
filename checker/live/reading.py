"""What of the things that events change a rule reads: known of the rule alone, before any case is judged."""

from __future__ import annotations

from checker.language.memo import Definitions, ReadByDefinition, could_read
from checker.language.tree import Aggregate, DefinitionRef, Expr, FieldRef, Path, Quantifier, walk
from checker.live.rooms import SPENT
from checker.rulebook.rule import Rule

LISTS = frozenset(("approval", "review", "contract", "payment", "supplement"))
"""The collections of a line or of the unit to which events add."""
CHANGING = LISTS | {SPENT, "first_payment_date"}
"""What events can change of a line or of the unit."""


def changing(rule: Rule, definitions: Definitions, known: ReadByDefinition) -> frozenset[str]:
    """Return what of the things that events change a rule could read at all, wherever."""
    return could_read(told(rule), definitions, CHANGING, known)


def may_grow(rule: Rule, definitions: Definitions, known: ReadByDefinition) -> bool:
    """Whether what a rule reads of a subject may become more with what comes to a collection.

    A tracer looks at both sides of everything that may change, so that what it read is what the rule reads until something
    new is listed: of that it reads what conditions and figures of members say. Most ask what never changes of a member.
    """
    waiting = told(rule)
    seen: set[tuple[str, str]] = set()
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, (FieldRef, DefinitionRef)):
                key = node.entity, node.name
                if key in definitions and key not in seen:
                    seen.add(key)
                    waiting.append(definitions[key].expr)
            elif isinstance(node, Path):
                at = next((place for place, hop in enumerate(node.hops) if hop in LISTS), len(node.hops))
                if not CHANGING.isdisjoint(node.hops[at + 1 :]):
                    return True
            elif isinstance(node, (Aggregate, Quantifier)) and not LISTS.isdisjoint(getattr(node.path, "hops", ())):
                of_members = (node.body, node.condition) if isinstance(node, Aggregate) else (node.body,)
                if could_read(of_members, definitions, CHANGING, known):
                    return True
    return False


def told(rule: Rule) -> list[Expr]:
    """Return all trees of a rule: those that judge, and those of its words."""
    templates = [*rule.message.values(), *(text for reading in rule.readings for text in reading.text.values())]
    shown = [part[0] for text in templates for part in text.pieces if not isinstance(part, str)]
    parts = (rule.when, rule.unless, rule.require, rule.amount, rule.severity, rule.nature_by, rule.as_of)
    trees = [*parts, *shown, *(reading.condition for reading in rule.readings)]
    return [tree for tree in trees if tree is not None]
