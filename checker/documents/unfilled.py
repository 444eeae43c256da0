"""What a case still has to say: fields left at “待填” by whoever fills in a template. They count as not given, and are told."""

from __future__ import annotations

from collections.abc import Sequence

from checker.base.errors import Text, at_line

UNFILLED = frozenset(("待填", "to_fill"))
"""Plain words that stand where a value is still to be filled in."""
BLANK = "留空"
"""Stands where the report has a cell and leaves it empty: that is a finding of its own, unlike what is not given at all."""
_SHOWN = 12


def unfilled_note(places: Sequence[tuple[str, str, int]]) -> tuple[Text, ...]:
    """Return what to say about fields still to fill in, each (Chinese name, English name, line); nothing for none."""
    if not places:
        return ()
    zh = "、".join(f"{name}（{at_line(line).zh}）" if line else name for name, _, line in places[:_SHOWN])
    en = ", ".join(f"{name} ({at_line(line).en})" if line else name for _, name, line in places[:_SHOWN])
    more = len(places) - _SHOWN
    return (
        Text(
            f"还有 {len(places)} 处待填，当作还不知道：{zh}{f' 等，另有 {more} 处' if more > 0 else ''}",
            f"{len(places)} still to fill in, not known yet: {en}{f' and {more} more' if more > 0 else ''}",
        ),
    )
