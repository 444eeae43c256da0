"""JSON Schemas of what people write, from the shapes that its readers hold it against: for editors that check while one types."""

from __future__ import annotations

from typing import Any

from checker.authoring.case_schema import DIALECT, case_schema
from checker.base.errors import Text
from checker.cases.vocabulary import Vocabulary
from checker.documents.shape import (
    Choice,
    Either,
    Expression,
    Facts,
    Flag,
    Free,
    Inner,
    Key,
    Kind,
    Many,
    Message,
    Named,
    Scalar,
    Shape,
    Subject,
)
from checker.engines.outcome import SEVERITY_ORDER
from checker.mapping.shapes import TOP_KEYS as TABLES_KEYS
from checker.records.followup import FOLLOWUP_KEYS
from checker.records.followup import TOP as FOLLOWUP_TOP
from checker.records.waivers import TOP as WAIVERS_TOP
from checker.records.waivers import WAIVER_KEYS
from checker.rulebook.shapes import MANIFEST_KEYS, PARAMETERS_KEYS, RULE_KEYS
from checker.rulebook.vocabulary_shapes import TOP_KEYS as VOCABULARY_KEYS
from checker.scores.shapes import SHEET_KEYS

Schema = dict[str, Any]
FLAGS = (True, False, "是", "否", "true", "false", "yes")
TEXT: Schema = {"type": "string", "minLength": 1}


class Schemas:
    """Makes schemas of shapes over one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def shape(self, shape: Shape) -> Schema:
        """Return a closed mapping whose keys are written in either language."""
        properties: Schema = {}
        for key in shape.entries.values():
            made = self.kind(key.kind)
            if key.help is not None:
                made = {**made, "description": f"{key.help.zh} / {key.help.en}"}
            properties[key.id] = properties[key.zh] = made
        body: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        groups = [(key,) for key in shape.required] + list(shape.one_of)
        if groups:
            body["allOf"] = [
                {"anyOf": [{"required": [word]} for key in group for word in (key, shape[key])]} for group in groups
            ]
        return body

    def kind(self, kind: Kind) -> Schema:
        """Return the schema of what stands under a key; an unknown kind is refused."""
        match kind:
            case Scalar():
                return _scalar(kind)
            case Flag():
                return {"enum": list(FLAGS)}
            case Choice(words, others):
                return {"enum": list(dict.fromkeys([*(word for pair in words for word in pair), *others]))}
            case Named(what):
                return {"enum": self.named(what)}
            case Expression(expected, values, pattern):
                text = {"type": "string", "pattern": pattern} if pattern else TEXT
                if expected in ("", "number") and not pattern:  # 5 is an expression
                    text = {"type": ["string", "number"], "minLength": 1}
                return text if values is None else {"anyOf": [self.kind(values), text]}
            case Message():
                return TEXT
            case Subject():
                groups = {"type": "string", "pattern": r"\s+by\s+|按"}
                return {"anyOf": [{"enum": self.named("entity")}, groups]}
            case Facts():
                return {"$ref": "#/$defs/facts"}
            case Many(of, alone, least):
                one = self.kind(of)
                listed: Schema = {"type": "array", "items": one}
                if alone or least:
                    listed["minItems"] = max(least, 1)
                return {"anyOf": [one, listed]} if alone else listed
            case Free(of):
                return {"type": "object", "additionalProperties": self.kind(of)}
            case Either(kinds):
                return {"anyOf": [self.kind(each) for each in kinds]}
            case Inner(shape):
                return self.shape(shape)
        raise TypeError(f"no schema of {kind!r}")

    def named(self, what: str) -> list[str]:
        """Return the words of an enumeration, or the names of all entities."""
        if what == "entity":
            return self.vocabulary.entity_names()
        words = list(self.vocabulary.enumerations[what].by_name)
        return list(dict.fromkeys([*SEVERITY_ORDER, *words])) if what == "severity" else words


def _scalar(kind: Scalar) -> Schema:
    made: Schema = {"type": kind.types[0] if len(kind.types) == 1 else list(kind.types)}
    if kind.pattern:
        made["pattern"] = kind.pattern
    if kind.least is not None:
        made["minLength" if kind.types == ("string",) else "minimum"] = kind.least
    if kind.most is not None:
        made["maxLength" if kind.types == ("string",) else "maximum"] = kind.most
    return made


def _titled(title: str, body: Schema) -> Schema:
    return {"$schema": DIALECT, "title": title, **body}


def _listed(top: tuple[str, str], entry: Shape) -> Shape:
    """Return the shape of a file that is one list of entries under the key *top*."""
    return Shape(Text("文件", "the file"), Key(*top, Many(Inner(entry)), required=True))


def waiver_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a file of waivers."""
    return _titled("豁免文件 / waivers", Schemas(vocabulary).shape(_listed(WAIVERS_TOP, WAIVER_KEYS)))


def followup_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a file of follow-up."""
    return _titled("整改记录 / follow-up", Schemas(vocabulary).shape(_listed(FOLLOWUP_TOP, FOLLOWUP_KEYS)))


def rule_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a rule file; its examples are checked like cases."""
    case = case_schema(vocabulary)
    facts = {key: value for key, value in case.items() if key not in ("$schema", "title", "$defs", "required", "allOf")}
    body = Schemas(vocabulary).shape(RULE_KEYS)
    return {**_titled("规则文件 / rule file", body), "$defs": {**case["$defs"], "facts": facts}}


def parameter_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a parameter file."""
    return _titled("参数文件 / parameter file", Schemas(vocabulary).shape(PARAMETERS_KEYS))


def pack_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of the manifest of a pack."""
    return _titled("规则包清单 / manifest of a pack", Schemas(vocabulary).shape(MANIFEST_KEYS))


def tables_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a mapping file for tables as people have them."""
    return _titled("映射文件 / mapping of tables", Schemas(vocabulary).shape(TABLES_KEYS))


def score_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a score sheet."""
    return _titled("计分表 / score sheet", Schemas(vocabulary).shape(SHEET_KEYS))


def vocabulary_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of a vocabulary file."""
    return _titled("词汇表 / vocabulary", Schemas(vocabulary).shape(VOCABULARY_KEYS))
