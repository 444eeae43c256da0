"""A national year in one batch: how time and memory grow from a thousand units to 600,000, each with 60 items.

python benchmarks/nation.py [UNITS…]: makes the tables in chunks (DuckDB alone, bounded memory), runs `checker run … --memory 4GB` as
a process of its own, and the hand-written SQL of benchmarks/batch.py as another; prints wall, CPU and peak memory of each,
their ratio, and the growth exponent of CPU between sizes. The double entry is at its defaults and inside the figures.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import batch
import duckdb

ITEMS = 60
CHUNK = 20_000
MEMORY = "4GB"
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
    for name in ("unit", "budget_line", "review"):
        source = f"read_parquet('{parts}/*/{name}.parquet')"
        connection.execute(
            f"COPY (SELECT * FROM {source}) TO '{folder}/{name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )
    connection.close()
    shutil.rmtree(parts)


def watched(command: list[str]) -> tuple[float, float, int, str]:
    """Run a command; returns wall and CPU seconds, peak memory in MB and what it printed. A failure ends the benchmark."""
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    printed = running.stdout.read()
    _, status, used = os.wait4(running.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1, 3):
        sys.exit(f"{' '.join(command)}\n{printed}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, printed


BY_HAND = """
import sys
sys.path.insert(0, {here!r})
import batch, duckdb
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
connection.execute("SET memory_limit = '{memory}'")
batch.views(connection, {folder!r})
connection.execute("COPY (" + batch.by_hand() + ") TO '{out}' (FORMAT parquet, COMPRESSION zstd)")
"""


def measure(folder: Path, units: int) -> float:
    """Measure one size; returns the CPU seconds of the checker."""
    tables = folder / "tables"
    made = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import nation; nation.make(nation.Path({str(tables)!r}), {units})",
    ]
    subprocess.run(made, check=True)  # a process of its own: a child's peak memory begins with its parent's
    out = folder / "out"
    command = [
        sys.executable,
        "-m",
        "checker",
        "--no-config",
        "run",
        str(tables),
        "--engine",
        "duckdb",
        "--memory",
        MEMORY,
    ]
    wall, cpu, peak, printed = watched(
        [*command, "--select", ",".join(batch.VIOLATIONS), "--lang", "en", "-o", str(out)]
    )
    told = re.search(r"Ledger.*", printed) or re.search(r".*checks.*", printed)
    size = sum(file.stat().st_size for file in tables.iterdir()) // 2**20
    print(
        f"{units:>8,} units, {units * ITEMS:>11,} items ({size:,} MB): wall {wall:7.1f} s, CPU {cpu:7.1f} s, peak {peak:,} MB"
    )
    print(f"          {told.group().strip() if told else printed.splitlines()[0]}", flush=True)
    script = BY_HAND.format(
        here=str(Path(__file__).parent), folder=str(tables), memory=MEMORY, out=str(folder / "hand.parquet")
    )
    wall, hand, peak, _ = watched([sys.executable, "-c", script])
    print(
        f"          by hand: wall {wall:7.1f} s, CPU {hand:7.1f} s, peak {peak:,} MB; ratio of CPU {cpu / hand:.2f}",
        flush=True,
    )
    return cpu


def main() -> None:
    """Measure every size and print how time grows."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    times = []
    for units in sizes:
        with TemporaryDirectory() as folder:
            times.append(measure(Path(folder), units))
    for (small, fast), (large, slow) in zip(zip(sizes, times), list(zip(sizes, times))[1:]):
        print(f"{small:,} to {large:,} units: growth exponent {math.log(slow / fast) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
