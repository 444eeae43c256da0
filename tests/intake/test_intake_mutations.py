"""One digit of a document changes, and exactly one span of its reading; the whole is scripts/mutate_documents.py."""

from __future__ import annotations

from intake_mutations import MAKERS, reading, sources, wrong


def test_the_three_kinds_print_the_same_numbers():
    found = {kind: [(span.text, span.value) for span in reading(kind, sources())[1]] for kind in MAKERS}
    assert found["docx"] == found["xlsx"] == found["pdf"] and len(found["docx"]) == 16


def test_a_changed_digit_changes_one_span():
    assert wrong(36, 20240101) == []
