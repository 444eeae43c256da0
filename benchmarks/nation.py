"""A national year in one batch: how time and memory grow from a thousand units to 600,000, each with 60 items.

python benchmarks/nation.py [UNITS…] [--turns N]: makes the tables in chunks (DuckDB alone, bounded memory), runs `checker run … --memory 4GB` as
a process of its own, and the hand-written SQL of benchmarks/batch.py, which leaves the same columns of the same findings in the same
order, as two others: one statement for everything, and one per 25,000 units for who has little memory. The findings are compared by
number and hash. Both are run N times in turn (3), since a machine's speed changes by the minute. Printed are wall, CPU and peak memory of
each; the ratio of the mean CPU of the whole run to that of the cheaper plan by hand, beside that of each turn and that of the least; what
the runs spent on what the plan by hand does not do (table checks, record, double entry), and the ratio without it; and the growth
exponent of CPU between sizes.
"""

from __future__ import annotations

import argparse
import math
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import NamedTuple

import batch
import duckdb

from checker.batch.findings import HASH, code

ITEMS = 60
CHUNK = 20_000
MEMORY = "4GB"
SLICE = 25_000
"""How many units a statement by hand takes at a time: about as many as a slice of the checker."""
SIZES = (1_000, 10_000, 60_000, 600_000)


def make(folder: Path, units: int) -> None:
    """Write the tables of *units* units: chunk by chunk, then joined in order, so that memory does not grow with them."""
    parts = folder / "parts"
    for number, start in enumerate(range(0, units, CHUNK)):
        batch.generate(parts / f"{number:04}", min(CHUNK, units - start), ITEMS, start)
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET memory_limit = '2GB'")
    connection.execute("SET threads = 1")
    for name in ("unit", "budget_line", "review", "approval"):
        source = f"read_parquet('{parts}/*/{name}.parquet')"
        connection.execute(
            f"COPY (SELECT * FROM {source}) TO '{folder}/{name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )
    connection.close()
    shutil.rmtree(parts)


def watched(command: list[str], codes: tuple[int, ...]) -> tuple[float, float, int, str]:
    """Run a command; returns wall and CPU seconds, peak memory in MB and what it printed.

    An exit code that is not one of *codes* ends the benchmark, unless memory was not enough.
    """
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    printed = running.stdout.read()
    _, status, used = os.wait4(running.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in codes and "OutOfMemory" not in printed:
        sys.exit(f"{' '.join(command)}\n{printed}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, printed


RUN = """
import sys, time
from functools import wraps
from checker.cli.main import main
from checker.batch import run as batch
from checker.tables import checks as table_checks
spent = dict.fromkeys(("check_tables", "_compare_sample", "_record"), 0.0)
def timed(owner, name):
    real = getattr(owner, name)
    @wraps(real)
    def measured(*args, **more):
        start = time.process_time()
        try:
            return real(*args, **more)
        finally:
            spent[name] += time.process_time() - start
    setattr(owner, name, measured)
timed(table_checks, "check_tables"), timed(batch.Batch, "_compare_sample"), timed(batch.Batch, "_record")
try:
    main()
finally:
    print("apart", *spent.values())
"""
BY_HAND = """
import sys
sys.path.insert(0, {here!r})
import batch, duckdb
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
connection.execute("SET memory_limit = '{memory}'")
connection.execute("SET parquet_metadata_cache = true")
for part, low in enumerate(range(0, {units}, {many})):
    batch.views(connection, {folder!r}, f"_case BETWEEN {{low}} AND {{low + {many} - 1}}" if {many} < {units} else "true")
    connection.execute("COPY (" + batch.by_hand(True) + f") TO '{out}{{part:05}}.parquet' (FORMAT parquet, COMPRESSION zstd)")
"""


def sums(pattern: str) -> tuple[int, str]:
    """Return how many findings there are in files, and their hash as run.json has it."""
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    codes = ", ".join(f"('{rule}', {code(rule)})" for rule in batch.VIOLATIONS)
    many, found = connection.execute(
        f"SELECT COUNT(*), SUM({HASH}) FROM '{pattern}' k JOIN (VALUES {codes}) r (rule, code) ON r.rule = k.rule"
    ).fetchone()
    return many, f"{int(found) % 2**64:016x}"


class Ours(NamedTuple):
    """One whole run of the checker: CPU seconds, and those of table checks, double entry and record in them."""

    cpu: float
    apart: tuple[float, ...]


def checked(tables: Path, out: Path) -> Ours:
    """Run the checker over the tables and print what that took."""
    shutil.rmtree(out, ignore_errors=True)
    words = f"--no-config run {tables} --engine duckdb --memory {MEMORY} --lang en -o {out} --select"
    command = [sys.executable, "-c", RUN, *words.split(), ",".join(batch.VIOLATIONS)]
    wall, cpu, peak, printed = watched(command, (0, 1, 3))
    print(f"  checker run: wall {wall:.1f} s, CPU {cpu:.1f} s, peak {peak:,} MB")
    print(*(f"    {line}" for line in printed.splitlines() if " checks" in line), sep="\n", flush=True)
    apart = re.findall(r"^apart (.*)$", printed, re.MULTILINE)[0].split()
    return Ours(cpu, tuple(map(float, apart)))


def by_hand(tables: Path, place: str, units: int, many: int) -> float | None:
    """Run the plan by hand, *many* units a statement; returns its CPU seconds, None where memory was not enough."""
    here = str(Path(__file__).parent)
    script = BY_HAND.format(here=here, folder=str(tables), memory=MEMORY, out=place, units=units, many=many)
    wall, cpu, peak, told = watched([sys.executable, "-c", script], (0,))
    parts = "one statement" if many == units else f"{many:,} units a statement"
    print(f"  by hand, {parts}: wall {wall:.1f} s, CPU {cpu:.1f} s, peak {peak:,} MB", flush=True)
    if "OutOfMemory" not in told:
        return cpu
    print(f"    it does not fit into {MEMORY} and was given up")
    return None


def measure(folder: Path, units: int, turns: int) -> float:
    """Measure one size, both plans in turn; returns the mean CPU seconds of the checker."""
    tables, out = folder / "tables", folder / "out"
    here = str(Path(__file__).parent)
    made = (
        f"import sys; sys.path.insert(0, {here!r}); import nation; nation.make(nation.Path({str(tables)!r}), {units})"
    )
    subprocess.run(
        [sys.executable, "-c", made], check=True
    )  # a process of its own: a child's peak memory begins with its parent's
    size = sum(file.stat().st_size for file in tables.iterdir()) // 2**20
    print(f"{units:,} units, {units * ITEMS:,} items ({size:,} MB)")
    ours: list[Ours] = []
    hand: list[float] = []
    once = found = 0
    for turn in range(turns):
        ours.append(checked(tables, out))
        ways = (min(units, SLICE), units) if turn == 0 else (min(units, SLICE),)
        for many in dict.fromkeys(ways):
            place = str(folder / f"by-hand-{many}-")
            took = by_hand(tables, place, units, many)
            if took is None:
                continue
            if many == ways[0]:
                hand.append(took)
            else:
                once = took
            found, mark = sums(f"{out}/findings/*.parquet")
            if (found, mark) != sums(f"{place}*.parquet") or mark not in (out / "run.json").read_text(encoding="utf-8"):
                sys.exit("the findings differ")
    if once and once < min(hand):  # the cheaper plan is the one to be measured against
        hand = [once] * turns
    cpu, theirs = mean(each.cpu for each in ours), mean(hand)
    apart = [mean(each.apart[part] for each in ours) for part in range(3)]
    told = ", ".join(f"{what} {took:.1f} s" for what, took in zip(("table checks", "double entry", "record"), apart))
    each_turn = ", ".join(f"{mine.cpu / other:.2f}" for mine, other in zip(ours, hand))
    print(
        f"  {found:,} findings, the same. Mean CPU of {turns} turns: {cpu:.1f} / {theirs:.1f} s = {cpu / theirs:.2f} "
        f"(by turn {each_turn}; least {min(ours).cpu / min(hand):.2f}); apart from it {told}: {(cpu - sum(apart)) / theirs:.2f}",
        flush=True,
    )
    return cpu


def main() -> None:
    """Measure every size and print how time grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", metavar="UNITS", nargs="*", type=int, default=SIZES)
    parser.add_argument("--turns", metavar="N", type=int, default=3)
    given = parser.parse_args()
    sizes = given.sizes
    times = []
    for units in sizes:
        with TemporaryDirectory() as folder:
            times.append(measure(Path(folder), units, given.turns))
    for (small, fast), (large, slow) in zip(zip(sizes, times), list(zip(sizes, times))[1:]):
        print(f"{small:,} to {large:,} units: growth exponent {math.log(slow / fast) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
