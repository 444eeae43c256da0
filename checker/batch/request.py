"""What is asked of a batch, and what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text

SIZES = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


@dataclass(frozen=True)
class BatchRequest:
    """Which cases or tables a database judges, by which rules, where its folder of results goes.

    *engine* is duckdb, postgres or spark; *on* names the database or the master. *derive* findings and *sample* cases a slice are
    judged again by the evaluator. Without *output* nothing is kept. *few* lets the evaluator judge alone what is so little that it
    takes less time than planning statements.
    """

    paths: tuple[str, ...]
    rules: tuple[str, ...] = ()
    engine: str = "duckdb"
    output: str | None = None
    form: str = "parquet"
    memory: str = "4GB"
    derive: int = 1000
    sample: int = 20
    lang: str = "zh"
    fail_on: str = "low"
    on: str | None = None
    rejects: str | None = None
    same_unit: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    few: bool = True


class BatchResult(NamedTuple):
    """What a batch came to, in words, and the exit code."""

    text: str
    code: int


def memory_bytes(text: str) -> int:
    """Return an amount of memory such as 4GB in bytes; raises InputError."""
    match = re.fullmatch(r"(\d+)\s*([KMGT]?B)", text.strip(), re.IGNORECASE)
    if match is None or int(match[1]) * SIZES[match[2].upper()] < SIZES["MB"]:
        told = Text(f"内存上限不能是“{text}”", f"{text!r} is no amount of memory")
        hint = Text("写成 4GB 或 500MB，不少于 1MB", "write it as 4GB or 500MB, not less than 1MB")
        raise InputError([Problem("memory", Place("--memory"), told, hint)])
    return int(match[1]) * SIZES[match[2].upper()]
