"""Times live checking: python benchmarks/live.py. Events per second, growth of time per event, memory; nothing is asserted."""

from __future__ import annotations

import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


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


def main() -> None:
    times = {}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "case.json").write_text(json.dumps(base(50), ensure_ascii=False), encoding="utf-8")
        for count in (1_000, 10_000, 100_000):
            file = place / f"{count}.jsonl"
            file.write_text(
                "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in events(count, 50)), encoding="utf-8"
            )
            command = [sys.executable, "-m", "checker", "watch", str(file), "--case", str(place / "case.json")]
            command += ["--journal", str(place / f"{count}.db"), "--output", str(place / f"{count}.out")]
            begun = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, check=False)
            times[count] = time.perf_counter() - begun
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(
                f"{count:>7,} events: {times[count]:.2f} s, {count / times[count]:,.0f} events/s, largest process so far {memory} MB"
            )
    print(f"growth exponent of the time 1,000 → 100,000: {math.log(times[100_000] / times[1_000]) / math.log(100):.3f}")


if __name__ == "__main__":
    main()
