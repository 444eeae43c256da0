"""The file of a reading (`NAME.import.json`): every number of every document with its place, its status and the reason for it.

It is written anew from the same bytes byte for byte, and read back strictly: keys that it does not know are an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

import checker
from checker.base.errors import InputError, Problem, Text
from checker.base.errors import Place as Spot
from checker.intake import reading as model
from checker.intake.document import HOPS, Document, Note, Place
from checker.intake.document import Kind as FileKind
from checker.intake.reading import DraftFact, Evidence, Expected, Inferred, Proposal, Reading, Span, Understood, Unit
from checker.intake.standing import Standing, standing

FORMAT = "checker-import/1"
_SPANS = "\0spans"
"""Stands for the spans until they are written: no text of a document is between it and the beginning."""
KEYS: dict[str, tuple[str, ...]] = {
    "reading": ("format", "checker", "files", "spans", "facts", "proposals", "inferred", "expected"),
    "file": ("name", "sha256", "size", "kind", "pages", "notes", "stopped"),
    "note": ("place", "zh", "en"),
    "span": ("id", "file", "place", "chars", "text", "context", "value", "decimals", "unit", "kind", "status", "why"),
    "unit": ("text", "from", "place"),
    "why": ("zh", "en"),
    "fact": ("key", "entity", "parent", "texts"),
    "text": ("field", "text", "place"),
    "proposal": ("span", "fact", "field", "status", "grade", "evidence"),
    "evidence": ("name", "detail"),
    "inferred": ("fact", "field", "text", "place", "grade", "evidence", "derived"),
    "expected": ("fact", "field", "name", "place", "why"),
}
"""The keys of each part; none may be missing and there is no other."""
WORDS: dict[str, tuple[str, ...]] = {
    "status": get_args(model.Status),
    "grade": get_args(model.Grade),
    "span kind": get_args(model.Kind),
    "file kind": get_args(FileKind),
    "from": ("figure", "heading", "page"),
}
"""The words that may stand where only some words may."""


def written(reading: Reading) -> str:
    """Return the file of a reading as JSON, ending in a line feed."""
    found = standing(reading)
    known = reading.understood
    data = {
        "format": FORMAT,
        "checker": checker.__version__,
        "files": [
            {
                "name": each.name,
                "sha256": each.sha256,
                "size": each.size,
                "kind": each.kind,
                "pages": each.pages,
                "notes": list(map(_note, each.notes)),
                "stopped": list(map(_note, each.stopped)),
            }
            for each in reading.documents
        ],
        "spans": _SPANS,
        "facts": [
            {
                "key": key,
                "entity": entity,
                "parent": parent,
                "texts": [{"field": f, "text": t, "place": p.hops} for f, t, p in texts],
            }
            for key, entity, texts, parent in known.facts
        ],
        "proposals": [
            {**each._asdict(), "evidence": [one._asdict() for one in each.evidence]} for each in known.proposals
        ],
        "inferred": [
            {**each._asdict(), "place": each.place.hops, "evidence": [one._asdict() for one in each.evidence]}
            for each in known.inferred
        ],
        "expected": [
            {**each._asdict(), "name": each.name._asdict(), "place": each.place.hops, "why": each.why._asdict()}
            for each in known.expected
        ],
    }
    before, _, after = json.dumps(data, ensure_ascii=False, indent=1).partition(json.dumps(_SPANS))
    return "".join((before, "[", ",".join(_lines(reading, found)), "\n ]" if reading.spans else "]", after, "\n"))


def _lines(reading: Reading, found: Standing) -> Iterator[str]:
    """Yield the spans, each on a line of its own: there may be hundreds of thousands."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for each in reading.spans:
        unit, why = each.unit, found.why.get(each.id)
        yield "\n  " + encode(
            {
                "id": each.id,
                "file": each.file,
                "place": each.place.hops,
                "chars": [each.start, each.end],
                "text": each.text,
                "context": each.context,
                "value": each.value,
                "decimals": each.decimals,
                "unit": {"text": unit.text, "from": unit.origin, "place": unit.place.hops} if unit else None,
                "kind": each.kind,
                "status": found.of[each.id],
                "why": why._asdict() if why is not None else None,
            }
        )


def _note(note: Note) -> dict[str, Any]:
    return {"place": note.place.hops, "zh": note.text.zh, "en": note.text.en}


def parsed(text: str, file: str) -> Reading:
    """Return the reading in *text*; its documents have no blocks. Raises InputError, naming *file*, for anything else."""
    try:
        return _reading(json.loads(text))
    except (ValueError, TypeError, RecursionError) as error:
        told = Text(f"不是读出的结果（{FORMAT}）：{error}", f"this is no file of a reading ({FORMAT}): {error}")
        hint = Text(
            "用 checker import FILE --reading NAME.import.json 重新写一份",
            "write it anew: checker import FILE --reading NAME.import.json",
        )
        raise InputError([Problem("no-reading", Spot(file), told, hint)]) from None


def _take(data: Any, part: str) -> list[Any]:
    """Return the values of a part in the order of its keys."""
    if not isinstance(data, dict) or set(data) != set(KEYS[part]):
        wrong = sorted(set(data) ^ set(KEYS[part])) if isinstance(data, dict) else [str(data)[:40]]
        raise ValueError(f"{part}: {', '.join(wrong)}")
    return [data[key] for key in KEYS[part]]


def _reading(data: Any) -> Reading:
    form, _, files, spans, facts, proposals, inferred, expected = _take(data, "reading")
    if form != FORMAT:
        raise ValueError(f"format {form!r}")
    documents = tuple(map(_file, files))
    made = tuple(map(_span, spans))
    ids = {each.id for each in made}
    known = Understood(
        tuple(map(_fact, facts)),
        tuple(map(_proposal, proposals)),
        _context(spans),
        tuple(map(_inferred, inferred)),
        expected=tuple(map(_expected, expected)),
    )
    keys = {each.key for each in known.facts}
    for each in known.proposals:
        if each.span not in ids or each.fact not in keys:
            raise ValueError(f"proposal {each.span}, {each.fact}")
    if len(ids) < len(made) or any(not 0 < each.file <= len(documents) for each in made):
        raise ValueError("spans")
    return Reading(documents, made, known)


def _context(spans: Any) -> tuple[tuple[str, Text], ...]:
    return tuple(
        (each["id"], Text(*map(_text, _take(each["why"], "why")))) for each in spans if each["why"] is not None
    )


def _file(data: Any) -> Document:
    name, sha, size, kind, pages, notes, stopped = _take(data, "file")
    told = [
        tuple(Note(_place(p), Text(_text(zh), _text(en))) for p, zh, en in (_take(each, "note") for each in part))
        for part in (notes, stopped)
    ]
    return Document(
        _text(name), _text(sha), _whole(size), _word(kind, "file kind"), (), _whole(pages), told[0], told[1]
    )


def _span(data: Any) -> Span:
    key, file, place, chars, text, context, value, decimals, unit, kind, status, _ = _take(data, "span")
    _word(status, "status")
    at = _place(place)
    measure = None
    if unit is not None:
        word, origin, where = _take(unit, "unit")
        measure = Unit(_text(word), _word(origin, "from"), _place(where))
    start, end = chars
    return Span(
        _text(key),
        _whole(file),
        at,
        _whole(start),
        _whole(end),
        _text(text),
        _text(context),
        _text(value),
        _whole(decimals),
        measure,
        _word(kind, "span kind"),
    )


def _fact(data: Any) -> DraftFact:
    key, entity, parent, texts = _take(data, "fact")
    said = tuple((_text(f), _text(t), _place(p)) for f, t, p in (_take(each, "text") for each in texts))
    return DraftFact(_text(key), _text(entity), said, _text(parent))


def _evidence(data: Any) -> tuple[Evidence, ...]:
    return tuple(Evidence(*map(_text, _take(each, "evidence"))) for each in data)


def _proposal(data: Any) -> Proposal:
    span, fact, field, status, grade, evidence = _take(data, "proposal")
    return Proposal(
        _text(span), _text(fact), _text(field), _word(status, "status"), _word(grade, "grade"), _evidence(evidence)
    )


def _inferred(data: Any) -> Inferred:
    fact, field, text, place, grade, evidence, derived = _take(data, "inferred")
    return Inferred(
        _text(fact),
        _text(field),
        _text(text),
        _place(place),
        _word(grade, "grade"),
        _evidence(evidence),
        derived is True,
    )


def _expected(data: Any) -> Expected:
    fact, field, name, place, why = _take(data, "expected")
    told = [Text(*map(_text, _take(each, "why"))) for each in (name, why)]
    return Expected(_text(fact), _text(field), told[0], _place(place), told[1])


def _place(data: Any) -> Place:
    hops = []
    for name, where in data:
        if name not in HOPS or not isinstance(where, (int, str)):
            raise ValueError(f"place {name!r}")
        hops.append((name, where))
    return Place(tuple(hops))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"text {value!r}")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"whole number {value!r}")
    return value


def _word(value: Any, kind: str) -> Any:
    if value not in WORDS[kind]:
        raise ValueError(f"{kind} {value!r}")
    return value
