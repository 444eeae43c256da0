"""HTML out of parts: every text is escaped and its hidden characters are shown, unless it is HTML already."""

from __future__ import annotations

from html import escape

from checker.base.width import visible

VOID = frozenset({"br", "input", "rect", "line"})
"""Elements without content."""


class Html(str):
    """Text that is HTML already, made by the functions of this module alone."""


def text(*parts: str) -> Html:
    """Return the parts one after another, texts escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(visible(part)) for part in parts))


def tag(name: str, *parts: str, **attributes: str | int | None) -> Html:
    """Return an element with its content; `class_` and `for_` lose the mark, `data_x` becomes data-x, None is left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{told}/>" if name in VOID else f"<{name}{told}>{text(*parts)}</{name}>")
