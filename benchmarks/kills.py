"""Kills `checker run --engine duckdb` with -9 at random moments; every taken-up run must end with the bytes of an undisturbed one.

python benchmarks/kills.py [TIMES] [SEED]: exit code 1 and the files that differ, if any do. A nightly check, not a timing.
"""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from batch import RULES, generate

UNITS, ITEMS = 6_000, 40


def command(tables: Path, folder: Path) -> list[str]:
    """Return the run that is killed: small memory makes several slices."""
    words = [
        "run",
        str(tables),
        "--engine",
        "duckdb",
        "--memory",
        "300MB",
        "--select",
        ",".join(RULES),
        "-o",
        str(folder),
    ]
    return [sys.executable, "-m", "checker", *words]


def bytes_of(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a result."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main(times: int, seed: int) -> int:
    """Kill *times* runs and compare what each leaves in the end."""
    chance = random.Random(seed)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    wrong = 0
    with TemporaryDirectory() as scratch:
        place = Path(scratch)
        generate(place / "tables", UNITS, ITEMS)
        start = time.monotonic()
        code = subprocess.run(command(place / "tables", place / "whole"), **quiet, check=False).returncode
        took = time.monotonic() - start
        whole = bytes_of(place / "whole")
        print(f"undisturbed: {took:.1f} s, exit code {code}, {len(whole)} files")
        if code not in (0, 1):  # a run that is refused leaves the same bytes however often it is killed
            print("the undisturbed run did not finish: nothing can be compared")
            return 1
        for turn in range(times):
            folder = place / f"killed{turn}"
            moments = []
            while True:
                process = subprocess.Popen(command(place / "tables", folder), **quiet)
                moment = chance.uniform(0, took)
                moments.append(moment)
                try:
                    process.wait(moment if len(moments) < 4 else None)
                    break  # it was done before its moment came
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
            found = bytes_of(folder)
            differ = sorted(name for name in whole.keys() | found.keys() if whole.get(name) != found.get(name))
            killed = ", ".join(f"{moment:.2f}" for moment in moments[: len(moments) - 1])
            print(f"{turn + 1}: killed after {killed or '–'} s: {differ or 'the same bytes'}", flush=True)
            wrong += bool(differ or process.returncode != code)
    print(f"{times - wrong} of {times} runs ended with the same bytes and exit code")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in (*sys.argv[1:], *("20", "2020")[len(sys.argv) - 1 :]))))
