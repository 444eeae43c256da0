"""The program beside the page that judges many units: cases on its standard input, a line for each on its standard output."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

from checker.serve.folder import Entry
from checker.serve.judging import Judge
from checker.serve.survey import unit_of

PLANS = 90
"""What is kept of the rules for a place, a year and a kind of unit: more than the page keeps, since all of it goes with this program."""


def main() -> None:
    """Judge what is asked for, one case after the other; it ends when nobody reads any more."""
    asked = json.loads(sys.stdin.buffer.read())
    judge = Judge(asked["rules"], PLANS)
    judge.own = Path(asked["own"]) if asked["own"] else None
    for ident, name, path, stem, stands in asked["cases"]:
        with suppress(OSError):  # a file that has gone meanwhile
            made = unit_of(judge, Entry(ident, name, Path(path), Path(stem)), stands)
            sys.stdout.buffer.write(json.dumps(made._asdict()).encode() + b"\n")
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
