"""What `--engine auto` takes, by what is to be judged and how much of it there is, and why in one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.base.errors import InputError, Text
from checker.base.naming import is_pattern
from checker.cases.files import OWN, SUFFIXES

MANY = 200
"""Case files from which on units are judged one by one: a report on all of them would not fit into memory."""
TABLES = (".parquet", ".csv", ".tsv", ".jsonl", ".json", ".gz")
"""How the names of tables end."""


def by_size(paths: Sequence[str], outputs: Sequence[str], form: str | None, whole: bool) -> tuple[str, Text] | None:
    """Return "duckdb" for tables or "units" for more cases than fit into one report, and why; None for the evaluator.

    *outputs* and *form* are what was asked for on the command line; *whole* says that something needs one report on all.
    """
    if len(paths) == 1 and _only_tables(Path(paths[0])):
        told = Text(
            f"引擎 duckdb：{paths[0]} 是表格，不是案例文件", f"engine duckdb: {paths[0]} holds tables and no case files"
        )
        return "duckdb", told
    single = any(not is_pattern(output) and output not in ("-", "table=-") for output in outputs)
    if whole or single or (form not in (None, "table") and not all(map(is_pattern, outputs or ("-",)))):
        return None
    count = sum(_cases(Path(path)) for path in paths)
    if count < MANY:
        return None
    told = Text(
        f"引擎 evaluator，逐个单位：{count:,} 个案例文件（{MANY} 个以上不放在一份报告里）",
        f"engine evaluator, unit by unit: {count:,} case files ({MANY} or more are not put into one report)",
    )
    return "units", told


def _only_tables(folder: Path) -> bool:
    if not folder.is_dir() or _cases(folder, (".yaml", ".yml", ".xlsx")):
        return False
    inside = [path for path in folder.iterdir() if path.name.lower().endswith(TABLES)]
    if not inside or any(path.suffix.lower() == ".json" for path in inside):  # a list in JSON may be a case
        return False
    from checker.api import load_rules
    from checker.tables.packing import tables_in

    try:
        return bool(tables_in((str(folder),), load_rules().vocabulary))
    except InputError:  # what to do with tables of other names is said where the folder is read
        return False


def _cases(path: Path, suffixes: tuple[str, ...] = SUFFIXES) -> int:
    if not path.is_dir():
        return 1
    found = (each for each in path.rglob("*") if each.suffix.lower() in suffixes)
    return sum(OWN not in each.relative_to(path).parts for each in found)
