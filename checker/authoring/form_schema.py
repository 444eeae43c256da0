"""JSON Schema of files of forms, for editors that complete and check while one types."""

from __future__ import annotations

from typing import Any

from checker.authoring.case_schema import DIALECT
from checker.cases.vocabulary import Vocabulary
from checker.intake.forms.loader import (
    BAND_KEYS,
    EACH_KEYS,
    FACT_KEYS,
    FOOT_KEYS,
    FORM_KEYS,
    INSTRUMENT_KEYS,
    RATIO_KEYS,
    REQUIRED,
    ROW_KEYS,
    TARGET_KEYS,
)
from checker.rulebook.shapes import VERIFIED_WORDS

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
WORDS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}


def _closed(keys: dict[str, str], kinds: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """Return a closed mapping whose keys may be written in either language."""
    properties = {name: kinds.get(key, TEXT) for key, zh in keys.items() for name in (key, zh)}
    needed = [{"anyOf": [{"required": [key]}, {"required": [keys[key]]}]} for key in required]
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"allOf": needed} if needed else {}),
    }


def form_schema(vocabulary: Vocabulary) -> Schema:
    """Return the JSON Schema of a file of a form."""
    kinds = vocabulary.enumerations["document_kind"].by_name
    entities: Schema = {"enum": vocabulary.entity_names()}
    target: Schema = {"anyOf": [TEXT, _closed(TARGET_KEYS, {}, ("field",))]}
    put: Schema = {"type": "object", "additionalProperties": target}
    texts: Schema = {"type": "object", "additionalProperties": TEXT}
    ratios: Schema = {"type": "object", "additionalProperties": _closed(RATIO_KEYS, {}, ("numerator", "denominator"))}
    row = _closed(ROW_KEYS, {"label": WORDS, "put": put, "ratios": ratios})
    each = _closed(EACH_KEYS, {"entity": entities, "texts": texts, "put": put}, ("entity", "name"))
    foot = _closed(FOOT_KEYS, {"of": WORDS}, ("of",))
    band = _closed(
        BAND_KEYS,
        {
            "head": WORDS,
            "codes": WORDS,
            "ordinals": WORDS,
            "columns": WORDS,
            "side": {"enum": [1, 2, 3, 4]},
            "rows": {"type": "array", "items": row},
            "each": each,
            "foots": {"type": "array", "items": foot},
        },
        ("head", "columns"),
    )
    instrument = _closed(
        INSTRUMENT_KEYS, {"verified": {"enum": [*sorted(VERIFIED_WORDS), False]}}, ("name", "verified")
    )
    top = _closed(
        FORM_KEYS,
        {
            "form": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
            "titles": WORDS,
            "document": {"enum": sorted(kinds)},
            "instrument": instrument,
            "fingerprint": {"type": "array", "items": WORDS, "minItems": 1},
            "aliases": {"type": "object", "additionalProperties": WORDS},
            "facts": {
                "type": "object",
                "additionalProperties": _closed(FACT_KEYS, {"entity": entities, "texts": texts}, ("entity",)),
            },
            "bands": {"type": "array", "items": band, "minItems": 1},
            "cells": {"type": "object", "additionalProperties": TEXT},
        },
        REQUIRED,
    )
    return {"$schema": DIALECT, "title": "表 / form", **top}
