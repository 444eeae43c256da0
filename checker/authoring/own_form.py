"""The forms of case files with the words of one's own: fields of packs beside those of their object, own objects in a part of their own."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.case_parts import KINDS, Block, Part, Row
from checker.base.errors import Text
from checker.cases.vocabulary import Entity, Vocabulary

OWN = "own"
_TITLE = Text("自己规则的事项", "what one's own rules speak of")


def kinds(vocabulary: Vocabulary) -> dict[str, dict[str, Part]]:
    """Return each kind of form with its parts; what packs add to the built-in vocabulary has a place in all of them."""
    if len(vocabulary.layers) < 2 or vocabulary.layers[-1] == vocabulary.layers[0]:
        return KINDS
    return {kind: _with_own(vocabulary, parts) for kind, parts in KINDS.items()}


def _with_own(vocabulary: Vocabulary, parts: dict[str, Part]) -> dict[str, Part]:
    there: set[str] = set()
    made = {
        name: part._replace(blocks=tuple(_block(vocabulary, block, there) for block in part.blocks))
        for name, part in parts.items()
    }
    root = vocabulary.root
    blocks = tuple(
        _register(vocabulary, entity)
        for entity in vocabulary.children(root.id)
        if _own(vocabulary, entity) or (entity.id not in there and _fields(vocabulary, entity))
    )
    own = Part(_TITLE, "自己的规则要用，一项也没有的写“无”", _fields(vocabulary, root), blocks)
    return {**made, OWN: own} if own.fields or own.blocks else made


def _own(vocabulary: Vocabulary, entity: Entity) -> bool:
    return entity.id not in vocabulary.layers[0]


def _fields(vocabulary: Vocabulary, entity: Entity) -> tuple[str, ...]:
    """Return the fields that packs added to an entity of the built-in vocabulary."""
    known = vocabulary.layers[0]
    return tuple(f.id for f in entity.fields.values() if f.written and f.id not in known and f.zh not in known)


def _block(vocabulary: Vocabulary, block: Block, there: set[str]) -> Block:
    """Return a list of the form with the fields that were added to its object; of budget lines those of items alone."""
    there.add(block.entity)
    own = _fields(vocabulary, vocabulary.entities[block.entity])
    rows = []
    for row in block.rows:
        inside = tuple(_block(vocabulary, each, there) for each in row.inside)
        items = block.entity != "budget_line" or ("kind", "明细项目") in row.given
        rows.append(row._replace(fields=row.fields + own if items else row.fields, inside=inside))
    return block._replace(rows=tuple(rows))


def _register(vocabulary: Vocabulary, entity: Entity) -> Block:
    """Return the list of an own object, or of a built-in one that no part has, with one row to copy."""
    inside = tuple(_inside(vocabulary, entity))
    if not _own(vocabulary, entity):
        named = tuple(name for name in (*entity.key, *((entity.label,) if entity.label else ())) if name != "id")
        fields = tuple(dict.fromkeys((*named, *_fields(vocabulary, entity))))
        return Block(entity.id, (Row((("id", "1"),) if "id" in entity.key else (), fields, inside),), True)
    fields = tuple(f.id for f in entity.fields.values() if f.written and f.id not in entity.key)
    return Block(entity.id, (Row(tuple((key, "1") for key in entity.key), fields, inside),), True)


def _inside(vocabulary: Vocabulary, entity: Entity) -> Iterator[Block]:
    """Yield the lists of own objects that belong to *entity*."""
    for child in vocabulary.children(entity.id):
        if _own(vocabulary, child):
            yield _register(vocabulary, child)
