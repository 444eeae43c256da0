"""Options of `checker run` that do not go together, each refused with what to write instead."""

from __future__ import annotations

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.naming import is_pattern

ON = {
    "postgres": Text("postgresql://用户@主机/库名", "postgresql://user@host/database"),
    "spark": Text("local[2]", "local[2]"),
}
"""The engines that run elsewhere, with an example of where."""


def fits_together(paths: tuple[str, ...], engine: str, on: str | None, rejects: str | None) -> None:
    """Refuse options that do not go with the engine, and a run over nothing."""
    if on is None and engine in ON:
        raise usage(
            f"--engine {engine} 要用 --on 写明在哪里运行",
            f"--engine {engine} needs --on: where it is to run",
            Text(f"例如 --on {ON[engine].zh}", f"such as --on {ON[engine].en}"),
        )
    if on is not None and engine not in ON:
        raise usage(
            f"--on 只用于 --engine {' 或 '.join(ON)}，这里用的是 {engine}",
            f"--on goes with --engine {' or '.join(ON)}; the engine here is {engine}",
            Text(f"去掉 --on，或加上 --engine {next(iter(ON))}", f"leave --on out, or add --engine {next(iter(ON))}"),
        )
    if not paths and engine != "postgres":
        raise usage(
            "没有写要检查什么：案例文件、文件夹或表格",
            "nothing to check was named: case files, folders or tables",
            Text("例如 checker run cases/2020.yaml", "such as checker run cases/2020.yaml"),
        )
    if rejects is not None and engine not in ("duckdb", "postgres"):
        raise usage("--rejects 只用于 --engine duckdb 和 postgres", "--rejects goes with --engine duckdb or postgres")


def no_part_of_a_batch(engine: str, refused: list[str], outputs: tuple[str, ...], form: str | None) -> None:
    """Refuse what a batch would pass over: options that it has no part for, and outputs that are no folder."""
    if refused:
        listed = "、".join(refused), ", ".join(refused)
        kept = Text(
            "批量检查的证据包是 --engine duckdb 的结果文件夹的：写 -o 结果，豁免、基线、总览另做",
            "the evidence of a batch is of the folder of a result of --engine duckdb: write -o RESULT, and make waivers, baselines and overviews apart",
        )
        hint = kept if "--evidence" in refused else None
        raise usage(f"--engine {engine} 没有 {listed[0]}", f"--engine {engine} takes no {listed[1]}", hint)
    single = next((output for output in outputs if is_pattern(output)), None)
    if single is not None:
        raise usage(
            f"--engine {engine} 不写“{single}”：每个单位一份的，用 checker overview",
            f"--engine {engine} does not write {single!r}: for a report of each unit use checker overview",
        )
    if len(outputs) > 1 or form is not None:
        raise usage(
            f"--engine {engine} 只写一个文件夹，格式看 --findings；总览写 --overview",
            f"--engine {engine} writes one folder, its format is --findings; an overview is written by --overview",
        )


def usage(zh: str, en: str, hint: Text | None = None) -> InputError:
    """Return the error of options of `checker run` that do not go together."""
    return InputError([Problem("usage", Place("checker run"), Text(zh, en), hint)])
