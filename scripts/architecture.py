"""Draws the rooms of the program and their imports into docs/architecture.*.md, from the code.

    python scripts/architecture.py          # writes; tests/project/test_docs.py compares

An arrow that follows from others (a to b, b to c) is left out; all of them are counted.
"""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
DRAWING = re.compile(r"(<!-- drawn by scripts/architecture.py -->\n).*?(<!-- end -->)", re.DOTALL)


def rooms() -> list[str]:
    """Return the rooms from the top down, as the contract on imports names them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return [name.strip() for layer in layers for name in layer.split("|") if not name.startswith("__")]


def arrows() -> set[tuple[str, str]]:
    """Return which room imports which."""
    found = set()
    for path in sorted((ROOT / "checker").rglob("*.py")):
        own = path.relative_to(ROOT / "checker").with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("checker."):
                other = str(node.module).split(".")[1]
                if other != own and not own.startswith("__"):
                    found.add((own, other))
    return found


def needed(every: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the arrows that do not follow from others."""
    below: dict[str, set[str]] = {}
    for one, other in every:
        below.setdefault(one, set()).add(other)

    def reach(room: str) -> set[str]:
        direct = below.get(room, set())
        return direct.union(*(reach(each) for each in direct))

    return sorted(
        (one, other) for one, other in every if not any(other in reach(each) for each in below[one] - {other})
    )


def redrawn(text: str) -> str:
    """Return a page with its drawing made anew."""
    every = arrows()
    lines = ["```mermaid", "flowchart TD", *(f"    {one} --> {other}" for one, other in needed(every)), "```"]
    lines.append(f"\n{len(rooms())} rooms, {len(every)} arrows\n")
    return DRAWING.sub(lambda found: found[1] + "\n".join(lines) + found[2], text)


if __name__ == "__main__":
    for path in sorted((ROOT / "docs").glob("architecture.*.md")):
        path.write_text(redrawn(path.read_text(encoding="utf-8")), encoding="utf-8")
