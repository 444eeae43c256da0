"""Writes into the READMEs what their commands print: a block ends in “…” where the output goes on.

python scripts/printed.py          # writes; tests/project/test_docs.py compares
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from checker.cli.main import main

ROOT = Path(__file__).parents[1]
SHOWN = 11
"""Lines of an output that a page shows."""
BLOCK = re.compile(r"```console\n\$ (checker .*)\n((?:.*\n)*?)```")


def printed(command: str) -> str:
    """Return the first lines that *command* prints, with … where more follow; run in the root of the repository.

    They are those of an installation without durable-rules, which is what the page tells to install.
    """
    words = shlex.split(command)[1:]
    result = CliRunner().invoke(main, [*words, *(["--engine", "evaluator"] if words[0] == "run" else [])])
    lines = result.stdout.rstrip("\n").split("\n")
    return "\n".join([*lines[:SHOWN], *(["…"] if len(lines) > SHOWN else [])]) + "\n"


def page(text: str) -> str:
    """Return a page with the outputs of the commands that stand alone in a block."""
    return BLOCK.sub(lambda found: f"```console\n$ {found[1]}\n{printed(found[1])}```", text)


if __name__ == "__main__":
    for name in ("README.md", "README.zh-CN.md"):
        path = ROOT / name
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
