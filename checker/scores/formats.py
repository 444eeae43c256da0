"""The formats of forms: the endings of each and how it is written; the libraries of one are imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from checker.scores.form import Form

ENDINGS = {"table": (".txt",), "json": (".json", ".txt"), "xlsx": (".xlsx",), "docx": (".docx",)}
BINARY = ("xlsx", "docx")


def named(output: str | None) -> str:
    """Return the format that the suffix of a file asks for; the table where it asks for none."""
    for form in ("json", *BINARY):
        if (output or "").lower().endswith(f".{form}"):
            return form
    return "table"


def render(form: str, forms: Sequence[Form], rulebook: str, lang: str) -> bytes:
    """Return the forms in the format *form*; raises InputError where its library is not installed."""
    if form == "xlsx":
        from checker.scores import workbook

        return workbook.render(forms, lang)
    if form == "docx":
        from checker.scores import paper

        return paper.render(forms, lang)
    from checker.scores import printing

    made = printing.as_json(forms, rulebook, lang) if form == "json" else printing.table(forms, lang)
    return made.encode()
