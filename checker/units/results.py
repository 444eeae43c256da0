"""The result of a batch, judged once more unit by unit: its money is counted by the evaluator, its outcomes are held against that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.telling import Telling
from checker.findings.unit_entry import UnitEntry

LISTED = 20
"""Disagreements that are told one by one."""


class Batch:
    """What a batch left behind says of itself: what it judged, by which rules, and how many checks came to what."""

    def __init__(self, folder: str, made: dict[str, Any]) -> None:
        self.folder = folder
        self.made = made
        self.disagreements = 0

    @property
    def rules(self) -> tuple[str, ...]:
        """The folders of rules beside the built-in ones."""
        return tuple(self.made["rule_folders"])

    @property
    def selected(self) -> frozenset[str]:
        """The rules that were asked."""
        return frozenset(self.made["rules"])

    def paths(self, tables: str | None) -> tuple[str, ...]:
        """Return the cases or tables that were judged, or *tables* where they lie elsewhere now; raises InputError."""
        paths = (tables,) if tables is not None else tuple(self.made["inputs"])
        gone = [path for path in paths if not Path(path).exists()]
        if not paths or gone:
            told = Text(
                f"检查过的表格或案例不在{f' {gone[0]}' if gone else '记录里'}",
                f"what was judged is not {f'at {gone[0]}' if gone else 'named in it'}",
            )
            hint = Text("写 --tables 指明在哪里", "say with --tables where it is")
            raise InputError([Problem("no-table", Place(self.folder), told, hint)])
        return paths

    def check_rules(self, sha256: str) -> None:
        """Refuse other rules than those that judged; raises InputError."""
        if self.made["rulebook"] == sha256:
            return
        told = Text("这些结果是用别的规则检查出来的", "these findings were judged by other rules")
        listed = " ".join(f"--rules {folder}" for folder in self.rules)
        version = self.made["checker"]
        hint = Text(
            f"用检查时的软件版本（{version}）和规则：{listed or '没有另加规则'}",
            f"use the version ({version}) and the rules of that run: {listed or 'none were added'}",
        )
        raise InputError([Problem("other-rules", Place(self.folder), told, hint)])

    def check_tables(self, files: dict[str, Path], tell: Telling) -> None:
        """Tell which tables are not those that were judged, byte for byte: what is judged decides."""
        from checker.batch.results import other_bytes

        for path in files.values():
            if other_bytes(self.made, path):
                tell.say(
                    Text(
                        f"{path.name} 和检查时的字节不同",
                        f"{path.name} is not, byte for byte, the table that was judged",
                    )
                )

    def differing(self, units: Sequence[UnitEntry], asked: frozenset[str]) -> Iterator[Text]:
        """Yield where the outcomes of *units* are not those that the batch counted, of the rules that were *asked*."""
        ours: dict[str, dict[str, int]] = {}
        for unit in units:
            for each in unit.rules:
                counts = ours.setdefault(each.rule, {})
                for outcome, count in each.outcomes.items():
                    counted = "fail" if outcome == "waived" else outcome  # a waiver excuses what failed
                    counts[counted] = counts.get(counted, 0) + count
        theirs = self.made["result"]["ledger"]
        for rule in sorted((ours.keys() | theirs.keys()) & asked):
            mine = {name: count for name, count in ours.get(rule, {}).items() if count}
            other = {name: count for name, count in theirs.get(rule, {}).items() if count}
            if "waived" in other:
                other["fail"] = other.get("fail", 0) + other.pop("waived")
            if mine != other:
                self.disagreements += 1
                if self.disagreements <= LISTED:
                    yield Text(
                        f"结果不可用：{rule} 批量检查得 {_told(other)}，求值器得 {_told(mine)}",
                        f"do not use the result: {rule} came to {_told(other)} in the batch, to {_told(mine)} by the evaluator",
                    )


def batch_in(paths: Sequence[str]) -> Batch | None:
    """Return the batch whose result *paths* name; nothing for anything else. Raises InputError for one that was not completed."""
    if len(paths) != 1 or not (Path(paths[0]) / "run.json").is_file():
        return None
    from checker.batch.results import run_of

    return Batch(paths[0], run_of(Path(paths[0])))


def _told(counts: dict[str, int]) -> str:
    return " ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "0"
