"""Times whole processes and prints ratios of CPU time: python benchmarks/speed.py [rounds]. Nothing is asserted; read the numbers.

1. `checker run cases/2020.yaml` against `python -c "import click, yaml"`, with the remembered rulebook and without;
   the same with four times as many rules, and what one rule more costs (CPU time, the rest of the machine left out).
2. A generated case of 10,000 items (YAML) against PyYAML's C loader alone on the same file.
3. CPU time per check from 100 to 100,000 items (JSON), with the growth exponent; also for the rules that join reviews.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
RUN = [PYTHON, "-m", "checker", "run", "--engine", "evaluator"]


def generated(items: int, seed: int = 1) -> dict:
    """Return a case of *items* items: a long tail of amounts, overruns, reviews, approvals, 12 % of operands missing."""
    chance = random.Random(seed)
    lines = [
        {"id": "total", "kind": "总支出", "name": "总支出"},
        {"id": "project", "kind": "项目支出", "parent": "total", "name": "项目支出"},
    ]
    for number in range(items):
        budget = chance.randrange(0, 50_000)
        actual = int(budget * chance.choice((80, 95, 100, 102, 110)) / 100) + chance.randrange(100)
        line = {
            "id": f"item-{number}",
            "kind": "明细项目",
            "parent": "project",
            "name": f"某项目第{number}号",
            "source": f"第{number % 90}页",
        }
        line |= {"initial_budget": f"{budget / 100:.2f}万元", "actual": f"{actual / 100:.2f}万元"}
        if chance.random() < 0.88:
            line["adjusted_budget"] = f"{max(actual, budget) / 100:.2f}万元"
        if chance.random() < 0.88:
            line["is_it"] = chance.choice(("是", "否", "否"))
        if chance.random() < 0.88:
            line["cost"] = f"{chance.randrange(1, 500)}.00万元"
        line["reviews"] = [{"level": chance.choice(("一审", "二审")), "result": "通过", "date": "2020-03-11"}]
        lines.append(line)
    return {
        "name": "示例单位",
        "jurisdiction": "430112",
        "level": "区县",
        "unit_kind": "事业单位",
        "year": 2020,
        "lines": lines,
    }


def cpu(command: list[str], rounds: int) -> float:
    """Return the least CPU time of *command*: what it takes when nothing else is in the way."""
    times = []
    for _ in range(rounds):
        before = _children()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, check=False)
        if done.returncode not in (0, 1, 3):
            raise SystemExit(done.stderr.decode())  # what was refused was not measured
        times.append(_children() - before)
    return min(times)


def _children() -> float:
    """Return the CPU seconds of the processes that have ended so far."""
    try:
        import resource
    except ImportError:  # Windows
        now = os.times()
        return now.children_user + now.children_system
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def many_rules(folder: Path, times: int) -> int:
    """Write a pack that holds every built-in rule *times* - 1 times more, and return how many rules that adds."""
    written = 0
    for file in sorted((ROOT / "rules").rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        ident = re.search(r"^id: (\S+)$", text, re.MULTILINE)
        if ident is None or "nature:" not in text or re.search(r"^(define|parameters):", text, re.MULTILINE):
            continue
        for number in range(times - 1):
            name = f"{ident[1]}-{number}"
            copy = re.sub(r"^(id|refines): (\S+)$", rf"\1: \2-{number}", text, flags=re.MULTILINE)
            copy = re.sub(
                r"^(refines|problem\w*): .*\n", "", copy, flags=re.MULTILINE
            )  # one aspect of a problem is enough
            (folder / f"{name}.yaml").write_text(copy, encoding="utf-8")
            written += 1
    return written


def rules_cost(rounds: int, base: float) -> None:
    """Print what rules cost, remembered and read anew, against the *base* of importing click and yaml."""
    load = "from pathlib import Path; from checker.api import load_rules; load_rules([Path(p) for p in {!r}])"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "more"
        folder.mkdir()
        more = many_rules(folder, 4)
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(Path(place) / "cache")
        found: dict[tuple[str, bool], float] = {}
        for state in ("off", "on"):
            os.environ["CHECKER_CACHE"] = state
            for big in (False, True):
                extra = [str(folder)] if big else []
                options = ["--rules", str(folder)] if big else []
                run, empty = [*RUN, "cases/2020.yaml", *options], [PYTHON, "-c", load.format(extra)]
                twice = [*RUN[:4], "cases/2020.yaml", *options]
                cpu(run, 1)
                found["run " + state, big], found["load " + state, big] = cpu(run, rounds), cpu(empty, rounds)
                found["twice " + state, big] = cpu(twice, max(3, rounds // 3))
        for state, told in (("on", "remembered"), ("off", "read anew")):
            few, many = found["run " + state, False], found["run " + state, True]
            again = found["twice " + state, True] - found["twice " + state, False]
            grow = (found["load " + state, True] - found["load " + state, False]) / more * 1000
            print(
                f"   rules {told}: ratio {few / base:.2f} (limit 3), with {more} rules more {many / base:.2f}; "
                f"a rule more costs {grow:.2f} ms of loading (limit 1), {(many - few) / more * 1000:.2f} ms of the whole run "
                f"by the evaluator (limit 0.2), {again / more * 1000:.2f} ms derived twice (limit 0.2)"
            )
        os.environ.pop("CHECKER_CACHE")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    cpu([*RUN, "cases/2020.yaml"], 1)  # byte code is written once
    base = cpu([PYTHON, "-c", "import click, yaml"], rounds)
    run = cpu([*RUN, "cases/2020.yaml"], rounds)
    print(
        f"1. checker run cases/2020.yaml {run:.3f} s, import click, yaml {base:.3f} s: ratio {run / base:.2f} (limit 3.0)"
    )
    rules_cost(rounds, base)
    twice = cpu([PYTHON, "-m", "checker", "run", "cases/2020.yaml"], rounds)
    print(
        f"   derived twice where durable-rules is installed: {twice:.3f} s, {twice / run:.2f} times the evaluator alone (limit 2)"
    )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        import yaml

        path = place / "case.yaml"
        path.write_text(
            yaml.dump(generated(10_000), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        few = max(3, rounds // 3)
        load = cpu(
            [PYTHON, "-c", f"import yaml; yaml.load(open({str(path)!r}, encoding='utf-8'), Loader=yaml.CSafeLoader)"],
            few,
        )
        run = cpu([*RUN, str(path)], few)
        print(f"2. 10,000 items: checker {run:.2f} s, PyYAML C loader {load:.2f} s: ratio {run / load:.2f} (limit 2.5)")
        for label, extra in (
            ("all rules", []),
            ("rules that join reviews", ["--select", "it-project-first-review,it-project-second-review"]),
        ):
            times: dict[int, float] = {}
            for items in (100, 1_000, 10_000, 100_000):
                file = place / f"case-{items}.json"
                if not file.exists():
                    file.write_text(json.dumps(generated(items), ensure_ascii=False), encoding="utf-8")
                times[items] = cpu([*RUN, str(file), *extra], 3 if items < 100_000 else 1)
            start = cpu([*RUN, "cases/clean.yaml", *extra], 3)
            print(
                f"3. {label}: "
                + ", ".join(f"{n:,}: {t:.2f} s" for n, t in times.items())
                + f" (start-up {start:.2f} s)"
            )
            work = {n: t - start for n, t in times.items()}
            for low, high in ((1_000, 10_000), (10_000, 100_000)):
                print(
                    f"   growth exponent {low:,} → {high:,}: {math.log(work[high] / work[low]) / math.log(high / low):.3f}"
                )
            whole = math.log(times[100_000] / times[100]) / math.log(1000)
            print(
                f"   whole process 100 → 100,000: {whole:.3f}; per item at 100,000: {work[100_000] / 100_000 * 1e6:.0f} µs"
            )


if __name__ == "__main__":
    main()
