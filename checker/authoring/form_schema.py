"""JSON Schema of files of forms, for editors that complete and check while one types."""

from __future__ import annotations

from checker.authoring.case_schema import DIALECT
from checker.authoring.rule_schema import Schema, Schemas
from checker.cases.vocabulary import Vocabulary
from checker.intake.forms.shapes import FORM_KEYS


def form_schema(vocabulary: Vocabulary) -> Schema:
    """Return the JSON Schema of a file of a form."""
    return {"$schema": DIALECT, "title": "表 / form", **Schemas(vocabulary).shape(FORM_KEYS)}
