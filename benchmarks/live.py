"""Times live checking: python benchmarks/live.py [COUNT…]. Processor time, memory and where the time goes; nothing is asserted."""

from __future__ import annotations

import contextlib
import cProfile
import io
import json
import os
import pstats
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = (
    ("live/watch.py", "__init__"),
    ("documents/source.py", "parse_text"),
    ("live/events.py", "read_event"),
    ("live/state.py", "apply"),
    ("live/docket.py", "settle"),
    ("live/docket.py", "_again"),
    ("live/docket.py", "_reword"),
    ("live/repeats.py", "refuse"),
    ("live/repeats.py", "book"),
    ("live/watch.py", "_tell"),
    ("live/journal.py", "commit"),
    ("live/journal.py", "_give"),
    ("live/watch.py", "finish"),
)
"""What is told of the time; what is called by another of them is part of it, too."""


def base(lines: int) -> dict:
    """Return a case of *lines* budget lines to begin with."""
    body = [
        {"id": "total", "kind": "总支出", "name": "总支出"},
        {"id": "p", "kind": "项目支出", "parent": "total", "name": "项目支出"},
    ]
    for number in range(lines):
        budget = f"{100 + number}万元" if number % 5 else "0万元"
        body.append(
            {
                "id": f"l{number}",
                "kind": "明细项目",
                "parent": "p",
                "name": f"项目{number}",
                "initial_budget": budget,
                "adjusted_budget": budget,
                "is_it": "否",
            }
        )
    return {
        "name": "示例单位",
        "jurisdiction": "430112",
        "level": "区县",
        "unit_kind": "事业单位",
        "year": 2020,
        "lines": body,
    }


def events(count: int, lines: int):
    """Yield *count* events of a year: payments that use up most of the budget, and what a line has a few of however many they are."""
    chance = random.Random(3)
    budget = sum(100 + number for number in range(lines)) * 10_000
    most = max(2, 2 * budget * 9 // 10 * 100 // count)
    kept = [
        (f"l{number % lines}", kind)
        for kind, each in (("approval", 3), ("contract", 1))
        for number in range(each * lines)
    ]
    kept += [(f"l{number}", "review") for number in range(0, lines, 5)]
    places = dict(
        zip(chance.sample(range(count), min(len(kept), count // 4)), chance.sample(kept, len(kept)), strict=False)
    )
    for number in range(count):
        line, kind = places.get(number) or (f"l{chance.randrange(lines)}", "payment")
        day = f"2020-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
        event = {"event": f"e{number}", "kind": kind, "line": line}
        fen = chance.randrange(1, most)
        if kind == "contract":
            event |= {
                "id": f"c{number}",
                "category": "货物",
                "method": "询价",
                "catalogue_item": "台式计算机",
                "sign_date": day,
            }
        else:
            event["date"] = day
        if kind == "review":
            event |= {"level": "二审", "result": "通过", "reviewer": "专家组", "date": "2020-01-02"}
        else:
            event["amount"] = f"{fen // 100}.{fen % 100:02}元"
        if kind == "approval":
            event["number"] = f"财预{number}号"
        yield event


def timed(command: list[str]) -> tuple[float, float, int]:
    """Run a command; returns the seconds of processor time and of the clock it took, and its largest memory in MB."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss // 1024


def where(folder: Path, count: int) -> None:
    """Print where the time of a run of *count* events goes, by what is called."""
    from checker.cli.main import main as run

    profile = cProfile.Profile()
    words = [
        "watch",
        str(folder / f"{count}.jsonl"),
        "--case",
        str(folder / "case.json"),
        "--journal",
        str(folder / "profile.db"),
    ]
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.suppress(SystemExit),
    ):
        profile.runcall(run, words)
    stats = pstats.Stats(profile)
    total = stats.total_tt
    for (file, _, name), (calls, _, _, cumulated, _) in stats.stats.items():
        if any(file.endswith(end) and name == wanted for end, wanted in PARTS):
            print(f"  {Path(file).stem}.{name:<12} {calls:>9,} calls {100 * cumulated / total:5.1f} %")


def main(counts: list[int]) -> None:
    """Time runs of *counts* events over a case of 50 lines, each in a process of its own."""
    before = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "case.json").write_text(json.dumps(base(50), ensure_ascii=False), encoding="utf-8")
        for count in counts:
            with (place / f"{count}.jsonl").open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(e, ensure_ascii=False) + "\n" for e in events(count, 50))
            command = [
                sys.executable,
                "-m",
                "checker",
                "watch",
                str(place / f"{count}.jsonl"),
                "--case",
                str(place / "case.json"),
            ]
            command += ["--journal", str(place / f"{count}.db"), "--output", str(place / f"{count}.out")]
            took, clock, memory = timed(command)
            more = (took - before[0]) / (count - before[1]) * 1e6
            print(
                f"{count:>9,} events: {took:7.1f} s of processor time ({clock:.0f} s by the clock), {count / took:6,.0f} events/s, "
                f"{memory} MB; {more:,.0f} µs for each more than before",
                flush=True,
            )
            before = (took, count)
        looked = counts[min(1, len(counts) - 1)]  # the largest would take long under a profiler
        print(f"where the time goes, {looked:,} events:")
        where(place, looked)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
