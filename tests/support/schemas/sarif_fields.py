"""A closed JSON Schema of the part of SARIF 2.1.0 (OASIS Standard) that a report uses, from the standard's field lists.

Compared with the schema that OASIS publishes (result, run, suppression and reporting descriptor, property by property). Each object lists what the section that defines it allows of what we write; an unknown or misspelt property is an error.
"""


def thing(required: str, **properties):
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


TEXT, LIST, BAG = {"type": "string"}, {"type": "array"}, {"type": "object"}
MESSAGE = thing("text", text={"type": "string", "minLength": 1})  # 3.11
ARTIFACT_LOCATION = thing("uri", uri={"type": "string", "format": "uri-reference", "pattern": r"^[!-~]+$"})  # 3.4
COUNT = {"type": "integer", "minimum": 1}
REGION = thing("startLine", startLine=COUNT, startColumn=COUNT)  # 3.30: counted from 1
LOCATION = thing(  # 3.28
    "physicalLocation",
    id={"type": "integer", "minimum": 0},
    physicalLocation=thing("artifactLocation", artifactLocation=ARTIFACT_LOCATION, region=REGION),  # 3.29
    logicalLocations={**LIST, "items": thing("fullyQualifiedName", fullyQualifiedName=TEXT)},  # 3.33
)
SUPPRESSION = thing(  # 3.35
    "kind",
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT,
    properties=BAG,
)
RESULT = {  # 3.27; 3.27.10: level shall be none where kind is not fail
    **thing(
        "ruleId ruleIndex kind level message locations partialFingerprints",
        ruleId=TEXT,
        ruleIndex={"type": "integer", "minimum": 0},
        kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        level={"enum": ["none", "note", "warning", "error"]},
        message=MESSAGE,
        locations={**LIST, "items": LOCATION},
        relatedLocations={**LIST, "uniqueItems": True, "items": LOCATION},
        partialFingerprints={"type": "object", "additionalProperties": TEXT},
        baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
        suppressions={**LIST, "uniqueItems": True, "items": SUPPRESSION},
        properties=BAG,
    ),
    "if": {"properties": {"kind": {"const": "fail"}}},
    "then": {"properties": {"level": {"enum": ["note", "warning", "error"]}}},
    "else": {"properties": {"level": {"const": "none"}}},
}
RULE = thing("id", id=TEXT, shortDescription=MESSAGE, help=MESSAGE, properties=BAG)  # 3.49
DRIVER = thing(
    "name rules", name=TEXT, version=TEXT, language={"pattern": "^[a-z]{2}(-[A-Z]{2})?$"}, rules={**LIST, "items": RULE}
)  # 3.19
ARTIFACT = thing(
    "location", location=ARTIFACT_LOCATION, hashes={"type": "object", "additionalProperties": TEXT}, encoding=TEXT
)  # 3.24
NOTIFICATION = thing(  # 3.58
    "message",
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={**LIST, "uniqueItems": True, "items": LOCATION},
)
INVOCATION = thing(  # 3.20
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications={**LIST, "items": NOTIFICATION},
)
RUN = thing(  # 3.14
    "tool results",
    tool=thing("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts={**LIST, "uniqueItems": True, "items": ARTIFACT},
    invocations={**LIST, "items": INVOCATION},
    results={**LIST, "items": RESULT},
    properties=BAG,
)
LOG = {**thing("version runs", version={"const": "2.1.0"}, runs={**LIST, "items": RUN}, **{"$schema": TEXT})}  # 3.13
