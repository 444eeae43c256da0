"""JSON Schemas: of case files, derived from the vocabulary (for editors), and of the JSON report (the contract)."""

from __future__ import annotations

from typing import Any

from checker.cases.case import HEADINGS
from checker.cases.reader import CASE_KEYS, FACT_KEYS, ID_WORD, LIST_KEYS
from checker.cases.valuereader import VALUE_KEYS
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.engines.outcome import OUTCOMES, SEVERITY_ORDER
from checker.records.comparison import FORMAT
from checker.rulebook.rule import NATURES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def case_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the schema of a case file; it allows what the loader reads, and says in both languages what each key is."""
    root = vocabulary.root
    definitions = {
        entity.id: _entity(vocabulary, entity) for entity in vocabulary.entities.values() if entity is not root
    }
    body = _entity(vocabulary, root)
    for entity in vocabulary.entities.values():
        for field in entity.fields.values():
            if field.written:
                definitions[f"{entity.id}.{field.id}"] = _field(vocabulary, field)
    text = {"type": "string"}
    amounts = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "unit": text,
            "单位": text,
            "decimals": {"type": "integer"},
            "小数": {"type": "integer"},
            "小数位数": {"type": "integer"},
        },
    }
    named = vocabulary.enumerations.get("document_kind")
    kinds: dict[str, Any] = {"enum": list(named.by_name) if named else []}
    shapes: dict[str, Any] = {
        "amounts": amounts,
        "transcribed": {"anyOf": [{"enum": ["whole", "全部", "全文"]}, {"type": "array", "items": text}]},
        "not_disclosed": {"type": "array", "items": text},
        "schema": text,
        "source": text,
        "document": {"anyOf": [kinds, {"type": "array", "items": kinds, "minItems": 1}]},
    }
    body["properties"].update({word: shapes[meaning] for word, meaning in CASE_KEYS.items()})
    return {"$schema": DIALECT, "title": "案例文件 / case file", **body, "$defs": definitions}


def _entity(vocabulary: Vocabulary, entity: Entity) -> dict[str, Any]:
    properties: dict[str, Any] = {word: {"type": "string"} for word in FACT_KEYS}
    for child in vocabulary.entities.values():
        if child.parent == entity.id or (entity.parent is None and child.link is not None):
            entries = {"type": "array", "items": {"$ref": f"#/$defs/{child.id}"}}
            partial = {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    word: entries if meaning == "items" else {"type": ["boolean", "string"]}
                    for word, meaning in LIST_KEYS.items()
                },
            }
            for word in child.keys:
                taken = entity.by_name.get(word) if word not in child.collection else None
                if taken is not None and taken.written:
                    continue
                properties[word] = {
                    "description": f"{child.zh} / {child.name('en')}",
                    "anyOf": [entries, partial, {"enum": ["无", "待填", "留空"]}, {"type": "null"}],
                }
    for field in entity.fields.values():
        if field.written:
            shape = {"$ref": f"#/$defs/{entity.id}.{field.id}"}
            for word in (field.id, field.zh, *field.aliases):
                properties.setdefault(word, shape)
    if "id" in entity.fields:
        properties.setdefault(ID_WORD, {"$ref": f"#/$defs/{entity.id}.id"})
    if entity.link:
        for word in entity.link:
            properties.setdefault(word, {"type": ["string", "number"]})
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _field(vocabulary: Vocabulary, field: Field) -> dict[str, Any]:
    enumeration = vocabulary.enumerations.get(field.type)
    value: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
    if enumeration is not None:
        value = {"enum": list(dict.fromkeys([*enumeration.by_name, "无", "待填", "留空"]))}
    elif field.type == "flag":
        value = {"enum": ["是", "否", True, False, "yes", "no", "无", "待填", "留空"]}
    wrapped: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": {}}
    for word, meaning in VALUE_KEYS.items():
        inferred = {"enum": [True, False, "是", "否"]}
        wrapped["properties"][word] = (
            value
            if meaning == "value"
            else inferred
            if meaning in ("inferred", "derived", "unconfirmed")
            else {"type": "string"}
        )
    unit = f"（{field.unit}）" if field.unit else ""
    return {"description": f"{field.zh}{unit} / {field.name('en')} [{field.type}]", "anyOf": [value, wrapped]}


def report_schema() -> dict[str, Any]:
    """Return the schema of the JSON report."""
    text = {"type": "string"}
    count = {"type": "integer", "minimum": 0}
    money = {
        "type": "object",
        "additionalProperties": False,
        "required": ["fen", "text"],
        "properties": {"fen": {"type": "integer"}, "text": text},
    }
    maybe_money = {"anyOf": [money, {"type": "null"}]}
    texts = {"type": "array", "items": text}
    severity = {"enum": [*SEVERITY_ORDER, None]}
    outcome = {"enum": list(OUTCOMES)}
    nature = {"enum": list(NATURES)}

    def record(properties: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}

    source = record(
        {"file": text, "line": {"type": ["integer", "null"]}, "column": {"type": ["integer", "null"]}, "note": text}
    )
    source["properties"] |= {"cell": text, "quote": text}  # of a workbook; of a case that was read from documents
    fact = record(
        {"path": text, "value": text, "inferred": {"type": "boolean"}, "derived": {"type": "boolean"}, "source": source}
    )
    fact["properties"]["unconfirmed"] = {"const": True}  # where a program read it and nobody has confirmed it
    basis = record(
        {
            "instrument": text,
            "article": text,
            "verified": {"enum": ["text", "secondary", "no"]},
            "reference": {"type": "boolean"},
        }
    )
    check = record(
        {
            "rule": text,
            "title": text,
            "unit": text,
            "year": {"type": ["integer", "null"]},
            "file": text,
            "subject": record({"entity": text, "id": text, "name": text}),
            "outcome": outcome,
            "nature": nature,
            "severity": severity,
            "own": maybe_money,
            "amount": maybe_money,
            "counting": text,
            "marks": texts,
            "problem": {"type": ["integer", "null"]},
            "message": text,
            "explanation": texts,
            "facts": {"type": "array", "items": fact},
            "rests_on": texts,
            "missing": texts,
            "shared": texts,
            "basis": {"type": "array", "items": basis},
            "remedy": text,
            "fingerprint": text,
            "series": text,
            "waiver": {
                "anyOf": [
                    record({"reason": text, "document": text, "approver": text, "expires": text, "place": text}),
                    {"type": "null"},
                ]
            },
            "followup": {
                "type": "array",
                "items": record(
                    {
                        "state": {"enum": ["open", "corrected", "accepted", "disputed"]},
                        "day": {"type": ["string", "null"]},
                        "due": {"type": ["string", "null"]},
                        "person": text,
                        "note": text,
                        "papers": text,
                        "place": text,
                    }
                ),
            },
        }
    )
    shared = record(
        {"id": text, "file": text, "facts": {"type": "array", "items": fact}, "missing": texts}
    )  # what many checks read or lack together; they name it
    rederived = record({"independent": count, "shared": count})
    ledger = record(
        {"checks": count, **dict.fromkeys(OUTCOMES, count), "rederived": rederived, "by_rule": {"type": "object"}}
    )
    case = record(
        {
            "unit": text,
            "code": {"type": ["string", "null"]},
            "year": {"type": ["integer", "null"]},
            "jurisdiction": {"type": ["string", "null"]},
            "file": text,
            "sha256": text,
            "facts": count,
            "documents": texts,
            "notes": texts,
        }
    )
    total = record({"problems": count, "amount": money})
    problem = record(
        {
            "no": count,
            "key": text,
            "title": text,
            "outcome": outcome,
            "nature": nature,
            "severity": severity,
            "own": maybe_money,
            "amount": maybe_money,
            "file": text,
            "checks": texts,
        }
    )
    routine = record({"file": text, "checks": texts})
    paper = record({"text": text, "whom": text, "problems": {"type": "array", "items": count}, "subjects": count})
    step = record({"label": text, "amount": money})
    bridge = record(
        {
            "file": text,
            "budget": money,
            "actual": money,
            "total": money,
            "derived": texts,
            "steps": {"type": "array", "items": step},
        }
    )
    kinds = ("query", "contradiction", "disclosure", "breach", "undetermined", "all")
    for part, mark in ((check, "draft"), (case, "unconfirmed")):  # only of a draft
        part["properties"][mark] = {"type": "integer", "minimum": 1}
        part["properties"][f"{mark}_headings"] = {"type": "array", "items": {"enum": list(HEADINGS)}, "minItems": 1}
    problem["properties"]["unconfirmed"] = {"const": True}
    body = record(
        {
            "format": {"const": FORMAT},
            "checker": text,
            "rulebook": text,
            "lang": {"enum": ["zh", "en"]},
            "ledger": ledger,
            "cases": {"type": "array", "items": case},
            "totals": record(dict.fromkeys(kinds, total)),
            "problems": {"type": "array", "items": problem},
            "routine": {"type": "array", "items": routine},
            "papers": {"type": "array", "items": paper},
            "bridges": {"type": "array", "items": bridge},
            "outside": {"type": "array", "items": record({"file": text, "rule": text, "reason": text})},
            "not_in_force": {"type": "array", "items": record({"file": text, "rule": text, "reason": text})},
            "checks": {"type": "array", "items": check},
            "shared": {"type": "array", "items": shared},
        }
    )
    return {"$schema": DIALECT, "title": "检查报告 / checker report", **body}
