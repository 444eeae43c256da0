"""How long the editor waits for each answer, over the whole built-in library: CPU milliseconds, the median, of twenty the slowest but one, and the worst.

    python benchmarks/editor.py [EVERY]     # every EVERYth rule (1)

Each rule file is opened as its author would change it: one letter added, so that nothing is remembered, then asked at places over the whole
file. Nothing is written.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.base import collector
from checker.base.files import builtin
from checker.editor.actions import actions
from checker.editor.completion import completion
from checker.editor.definition import definition
from checker.editor.diagnostics import diagnostics
from checker.editor.documents import Document, Position, Range
from checker.editor.formatting import formatting
from checker.editor.hover import hover
from checker.editor.inlay import hints
from checker.editor.rename import Refused, rename
from checker.editor.shelf import Shelf

PLACES = 12
"""Places of each file that are asked about."""
WHOLE = Range(Position(0, 0), Position(100_000, 0))
took: dict[str, list[float]] = {}


def timed(what: str, do: Callable[..., Any], *given: Any) -> Any:
    """Do something and note how long it took."""
    began = time.process_time()
    try:
        return do(*given)
    except Refused:
        return None
    finally:
        took.setdefault(what, []).append(1000 * (time.process_time() - began))


def one(shelf: Shelf, path: Path, text: str) -> None:
    """Ask everything about one file."""
    document = Document(str(path), text, 1)
    shelf.texts = {document.path: document}
    view = timed("read anew", shelf.view, document)
    timed("diagnostics", diagnostics, view)
    size = len(text)
    for number in range(PLACES):
        at = size * (2 * number + 1) // (2 * PLACES)
        timed("completion", completion, view, at, "zh")
        timed("hover", hover, view, at, "zh", CASE)
        timed("definition", definition, shelf, view, at)
        timed("rename", rename, shelf, view, at, "another_name")
    timed("inlay hints", hints, view, WHOLE)
    timed("formatting", formatting, view)
    wrong = text.replace("\nrequire: ", "\nrequire: actaul > 5 and ", 1)
    document = Document(str(path), wrong, 2)
    shelf.texts = {document.path: document}
    view = timed("read anew", shelf.view, document)
    found = timed("diagnostics", diagnostics, view)
    timed("code actions", actions, view, WHOLE, "zh", [each for each in found if each.severity == 1][:3])


if __name__ == "__main__":
    began = time.process_time()
    shelf = Shelf()
    print(f"start: {1000 * (time.process_time() - began):.0f} ms for {len(shelf.builtin.rules)} rules")
    given = shelf.document(builtin("cases") / "2020.yaml")
    assert given is not None
    CASE = shelf.view(given).case
    rules = [Path(rule.file) for rule in shelf.builtin.rules.values()]
    files = rules[:: int(sys.argv[1]) if len(sys.argv) > 1 else 1]
    collector.keep()
    gc.disable()  # as the server does, which looks for garbage when nobody asks
    for path in files:
        gc.collect()
        one(shelf, path, path.read_text(encoding="utf-8") + "# .\n")
    for path in sorted((builtin("rules") / "parameters").glob("*.yaml")):
        one(shelf, path, path.read_text(encoding="utf-8").replace("id: ", "id: x", 1))
    for what, values in took.items():
        values.sort()
        middle, late = values[len(values) // 2], values[min(len(values) - 1, len(values) * 19 // 20)]
        print(f"{what:14} {len(values):6} answers  median {middle:6.1f}  95 % {late:6.1f}  worst {values[-1]:6.1f} ms")
