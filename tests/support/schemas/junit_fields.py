"""What Jenkins reads of JUnit XML (the schema junit-10 of its xunit plugin): elements, their attributes and what may stand in them.

Compared with that schema element by element. `check` is closed: an element or attribute that the schema does not know is an error.
"""

from __future__ import annotations

TEXT = ("failure", "error", "skipped", "system-out", "system-err")
"""The elements that hold text and nothing else."""
ELEMENTS = {
    "testsuites": ({}, {"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"skipped", "file", "time", "timestamp", "hostname", "id", "package", "group", "log", "url"},
        {"testsuite", "testcase", "properties", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"classname", "time", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": ({}, {"type", "message"}, set()),
    "error": ({}, {"type", "message"}, set()),
    "skipped": ({}, {"type", "message"}, set()),
    "system-out": ({}, set(), set()),
    "system-err": ({}, set(), set()),
}
"""Each element: the attributes that it must have, those that it may have, and the elements that may stand in it."""


def check(element) -> None:
    """Refuse an element that the schema would refuse."""
    must, may, inside = ELEMENTS[element.tag]
    assert set(must) <= set(element.attrib) <= set(must) | may, (element.tag, element.attrib)
    for child in element:
        assert child.tag in inside, (element.tag, child.tag)
        check(child)
    text = [element.text, *(child.tail for child in element)]
    assert element.tag in TEXT or not any(part and part.strip() for part in text), element.tag
