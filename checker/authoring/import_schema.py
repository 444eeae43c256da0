"""JSON Schema of the file of a reading (`NAME.import.json`), made of the keys by which it is read."""

from __future__ import annotations

from typing import Any

from checker.authoring.case_schema import DIALECT
from checker.intake.document import HOPS
from checker.intake.reading_file import FORMAT, KEYS, WORDS

_TEXT: dict[str, Any] = {"type": "string"}
_WHOLE: dict[str, Any] = {"type": "integer", "minimum": 0}
_HOP = {
    "type": "array",
    "prefixItems": [{"enum": list(HOPS)}, {"type": ["string", "integer"]}],
    "minItems": 2,
    "maxItems": 2,
}
_PLACE = {"description": "从文件往下到这一处 / the way down from the file", "type": "array", "items": _HOP}
_SHAPES: dict[str, dict[str, Any]] = {
    "format": {"const": FORMAT},
    "size": _WHOLE,
    "pages": _WHOLE,
    "decimals": _WHOLE,
    "place": _PLACE,
    "chars": {"type": "array", "items": _WHOLE, "minItems": 2, "maxItems": 2},
    "value": {"type": "string", "pattern": r"^(-?[0-9]+(\.[0-9]+)?)?$"},
    "status": {"enum": list(WORDS["status"])},
    "grade": {"enum": list(WORDS["grade"])},
    "from": {"enum": list(WORDS["from"])},
    "derived": {"type": "boolean"},
    "unit": {"anyOf": [{"$ref": "#/$defs/unit"}, {"type": "null"}]},
    "why": {"anyOf": [{"$ref": "#/$defs/why"}, {"type": "null"}]},
}
_LISTS = {
    "files": "file",
    "notes": "note",
    "stopped": "note",
    "spans": "span",
    "facts": "fact",
    "texts": "text",
    "proposals": "proposal",
    "evidence": "evidence",
    "inferred": "inferred",
    "expected": "expected",
}


def import_schema() -> dict[str, Any]:
    """Return the schema of the file of a reading."""
    made = {part: _part(part) for part in KEYS}
    return {"$schema": DIALECT, "title": "读出的结果 / reading of documents", **made.pop("reading"), "$defs": made}


def _part(part: str) -> dict[str, Any]:
    shapes: dict[str, Any] = {key: _shape(part, key) for key in KEYS[part]}
    return {"type": "object", "additionalProperties": False, "required": list(KEYS[part]), "properties": shapes}


def _shape(part: str, key: str) -> dict[str, Any]:
    if key in _LISTS:
        return {"type": "array", "items": {"$ref": f"#/$defs/{_LISTS[key]}"}}
    if (part, key) in (("expected", "name"), ("expected", "why")):
        return {"$ref": "#/$defs/why"}
    if key == "kind":
        return {"enum": list(WORDS[f"{part} kind"])}
    if (part, key) == ("span", "file"):
        return {"type": "integer", "minimum": 1}
    return _SHAPES.get(key, _TEXT)
