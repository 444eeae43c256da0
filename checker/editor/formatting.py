"""A rule file in canonical form, as `checker rules fmt` writes it, as edits of the lines that change."""

from __future__ import annotations

from difflib import SequenceMatcher

from checker.authoring.fmt import format_rule
from checker.base.errors import InputError, Text
from checker.editor.diagnostics import rule_of
from checker.editor.documents import RULE, Edit, Position, Range
from checker.editor.mending import mended
from checker.editor.shelf import View

NOT_YET = Text("先改正错误再整理", "mend what is wrong first, then it can be put in order")


def formatting(view: View) -> list[Edit] | Text:
    """Return the edits that put a rule file in order, or why it is left alone."""
    if view.kind != RULE:
        return []
    rule = rule_of(view)
    if rule is None or mended(view.document).left_out or view.problems:
        return NOT_YET
    try:
        text = format_rule(view.book, rule, view.packs)
    except InputError as error:
        return error.problems[0].message
    return edits(view.document.text, text)


def edits(old: str, new: str) -> list[Edit]:
    """Return the edits of whole lines that make *new* of *old*."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found = []
    for tag, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        last = Position(two, 0)
        if two == len(before) and before and not before[-1].endswith("\n"):
            last = Position(two - 1, sum(2 if char > "\uffff" else 1 for char in before[-1]))
            if one == two:
                found.append(Edit(Range(last, last), "\n" + "".join(after[three:four])))
                continue
        found.append(Edit(Range(Position(one, 0), last), "".join(after[three:four])))
    return found
