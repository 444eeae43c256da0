"""Definitions: named expressions of the rulebook, read in the order in which each needs the others."""

from __future__ import annotations

from checker.base.errors import Problem, Text, did_you_mean
from checker.base.named import NamedTuple
from checker.base.parties import Confirmed
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.language.parser import parse
from checker.language.scope import Definition, Frame, Group, Scope
from checker.language.tokens import ExpressionError, Lexicon
from checker.language.tree import Name, walk
from checker.rulebook.book import parameter_names
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Parameter
from checker.rulebook.shapes import DEFINE_KEYS


class Draft:
    """One rule file while it is being read; `layer` counts the packs below it."""

    def __init__(self, reader: FileReader, body: dict[str, Node], layer: int = 0) -> None:
        self.reader = reader
        self.layer = layer
        self.body = body
        self.id = reader.text(body.get("id"))
        self.entity = ""
        self.group: Group | None = None


class Waiting(NamedTuple):
    """One definition still to be read: where it stands, its names, and the entity it speaks of."""

    draft: Draft
    node: Node
    zh: str
    en: str
    entity: str


def frame_of(draft: Draft, vocabulary: Vocabulary) -> Frame:
    """Return the frame that a rule's subject opens."""
    entity = vocabulary.entities[draft.entity]
    return Frame(entity.id, (entity.zh, entity.id, *entity.aliases), draft.group)


def read_definitions(
    drafts: list[Draft],
    vocabulary: Vocabulary,
    parameters: dict[str, Parameter],
    names: set[str],
    problems: list[Problem],
    confirmed: Confirmed = (),
) -> tuple[dict[tuple[str, str], Definition], Lexicon]:
    """Read all definitions, in the order in which each needs the others; a circle is a problem."""
    waiting: list[Waiting] = []
    for draft in drafts:
        node = draft.body.get("define")
        if node is None:
            continue
        for entry in node.value if node.kind == "list" else [node]:
            body = draft.reader.mapping(entry, DEFINE_KEYS)
            zh, en = draft.reader.text(body.get("zh")), draft.reader.text(body.get("en"))
            if not zh or not en or "value" not in body:
                draft.reader.failed.update(word for word in (zh, en) if word)
                draft.reader.problem(
                    "definition", entry, Text("定义要写名称、英文名称和取值", "a definition needs zh, en and value")
                )
                continue
            if {zh, en} & names:
                draft.reader.problem(
                    "name-taken",
                    entry,
                    Text(f"名称“{zh}”或“{en}”已有别的意思", f"the name {zh!r} or {en!r} already means something"),
                )
                continue
            names |= {zh, en}
            entity = _entity(draft, body.get("for"), vocabulary)
            if entity is None:
                draft.reader.failed.update((zh, en))
                continue
            waiting.append(Waiting(draft, body["value"], zh, en, entity))
    lexicon = Lexicon(names)
    spellings = parameter_names(parameters)
    found: dict[tuple[str, str], Definition] = {}
    while waiting:
        later: list[Waiting] = []
        pending = {name for each in waiting for name in (each.zh, each.en)}
        for item in waiting:
            draft, node, zh, en, entity = item
            known = vocabulary.entities[entity]
            scope = Scope(
                vocabulary,
                (Frame(entity, (known.zh, known.id, *known.aliases)),),
                spellings,
                found,
                confirmed=confirmed,
            )
            if any(name in node.text for name in pending - {zh, en}) or _mentions(
                draft.reader, node, lexicon, {zh, en}
            ):
                later.append(item)
                continue
            expr = draft.reader.expression(node, scope, lexicon)
            if expr is not None:
                found[(entity, en)] = found[(entity, zh)] = Definition(en, zh, entity, expr, draft.id, draft.layer)
            else:
                draft.reader.failed.update((zh, en))
        if len(later) == len(waiting):
            for draft, node, zh, en, _ in later:
                draft.reader.failed.update((zh, en))
                draft.reader.problem(
                    "circle",
                    node,
                    Text(f"定义“{zh}”绕了一圈又用到自己", f"the definition {zh!r} uses itself in the end"),
                )
            break
        waiting = later
    return found, lexicon


def _entity(draft: Draft, node: Node | None, vocabulary: Vocabulary) -> str | None:
    """Return what a definition speaks of: the rule's own subject, unless it says otherwise."""
    if node is None:
        return draft.entity
    known = vocabulary.entity_named(draft.reader.text(node))
    if known is None:
        told = Text(f"没有“{draft.reader.text(node)}”这种对象", f"there is no entity {draft.reader.text(node)!r}")
        hint = did_you_mean(draft.reader.text(node), vocabulary.entity_names())
        draft.reader.problem("unknown-entity", node, told, hint)
        return None
    return known.id


def _mentions(reader: FileReader, node: Node, lexicon: Lexicon, names: set[str]) -> bool:
    try:
        tree = parse(node.text, lexicon)
    except ExpressionError:
        return False
    return any(isinstance(part, Name) and set(part.parts) & names for part in walk(tree))
