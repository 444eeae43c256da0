"""Times what grows with the number of files: folders of cases, and documents to import, as whole processes in ratios of one run.

python benchmarks/folders.py [ROUNDS]: prints CPU seconds (children counted) of folders of 30 and 200 case files by the evaluator, with the
second book, as a batch (which leaves few checks to the evaluator) and on DuckDB (first run, and from the second on, when the SQL of its
plans is remembered), and of the bundled cases, beside what Python itself needs to begin (`import click, yaml`); then of `checker import` for a report of Word, a workbook of forms, and a list of entries of 3 MB, which is
refused, beside openpyxl reading the same workbook. What two engines find is compared before any time counts. Nothing is asserted.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from speed import ROOT, generated

sys.path.insert(0, str(ROOT / "tests" / "support"))
CHECKER = [sys.executable, "-m", "checker"]


def cpu(command: list[str], rounds: int, cache: Path, fits: tuple[int, ...] = (0, 1, 3)) -> float:
    """Return the median CPU seconds of a command with all its children; ends the program where it fails in another way."""
    found = []
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache), "CHECKER_CACHE": "on"}
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in fits:
            raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{done.stderr.decode()}")
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(found)


def cases(folder: Path, many: int) -> Path:
    """Write so many case files of twenty items each."""
    inside = folder / f"cases{many}"
    inside.mkdir()
    for number in range(many):
        case = {**generated(20, seed=number), "name": f"示例单位{number}"}
        (inside / f"{number:03d}.json").write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return inside


def workbook(path: Path, rows: int, columns: int) -> Path:
    """Write a sheet of figures as a program exports it."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("明细")
        sheet.write_row(0, 0, [f"第{column}栏" for column in range(columns)])
        for row in range(1, rows):
            sheet.write_row(row, 0, [(row * 7919 + column * 104729) % 10_000_000 / 100 for column in range(columns)])
    return path


def came_to(output: Path) -> tuple[object, object]:
    """Return what a batch counted, and the hash of its findings."""
    result = json.loads((output / "run.json").read_text(encoding="utf-8"))["result"]
    return result["ledger"], result["findings_hash"]


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache = folder / "cache"
        bare = cpu([sys.executable, "-c", "import click, yaml"], rounds, cache)
        print(f"python -c 'import click, yaml': {bare:.3f} s of CPU, the measure of the rest")

        def tell(what: str, seconds: float, beside: str = "") -> None:
            print(f"{what:58} {seconds:7.2f} s  {seconds / bare:6.1f} times{beside}", flush=True)

        one = [*CHECKER, "run", "cases/2020.yaml", "--statistics", "--engine"]
        cpu([*one, "evaluator"], 1, cache)  # the first run reads the rules
        alone = cpu([*one, "evaluator"], rounds, cache)
        tell("one case, evaluator", alone)
        try:
            both = cpu([*one, "durable"], rounds, cache)
            tell("one case, with the second book", both, f"; {both / alone:.2f} times the evaluator")
        except SystemExit:
            print("durable_rules is not installed: the second book is left out")
            both = 0.0
        for many in (30, 200):
            inside = cases(folder, many)
            listed = folder / "findings.csv"
            run = [*CHECKER, "run", str(inside), "--engine"]
            alone = cpu([*run, "evaluator", "-o", str(listed)], 1, cache)
            tell(f"{many} case files, evaluator", alone)
            if both:
                second = cpu(
                    [*run, "auto", "-o", str(listed)], 1, cache
                )  # asked to decide, it calls an error what looks elsewhere
                tell(f"{many} case files, with the second book", second, f"; {second / alone:.2f} times the evaluator")
            output, before = folder / f"out{many}", folder / f"before{many}"
            batch = [*run, "duckdb", "-o", str(output)]
            tell(f"{many} case files, batch", cpu(batch, 1, cache))
            for told in ("first run", "later runs"):
                output.rename(before)
                tell(f"{many} case files, DuckDB, {told}", cpu([*batch, "--derive", "1000"], 1, cache))
                if came_to(output) != came_to(before):
                    raise SystemExit("a batch, its statements and the remembered ones find something else")
                shutil.rmtree(before)
        tell("bundled cases, batch", cpu([*CHECKER, "run", "cases", "--engine", "duckdb"], 1, cache))
        from intake_files import report_docx

        report = folder / "report.docx"
        report.write_bytes(report_docx())
        forms, entries = workbook(folder / "forms.xlsx", 1_000, 12), workbook(folder / "entries.xlsx", 45_000, 10)
        tell("import: a report in Word", cpu([*CHECKER, "import", str(report)], rounds, cache))
        for what, path, fits in (
            (f"import: a sheet of 12,000 figures, {path_size(forms)}", forms, (3,)),
            (f"import: a list of 450,000 entries, {path_size(entries)}", entries, (2,)),
        ):
            reading = f"import openpyxl; [*openpyxl.load_workbook({str(path)!r}, read_only=True).worksheets[0].values]"
            other = cpu([sys.executable, "-c", reading], 1, cache)
            own = cpu([*CHECKER, "import", str(path)], rounds, cache, fits)
            tell(what, own, f"; openpyxl reads it in {other:.1f} s ({own / other:.2f} times)")


def path_size(path: Path) -> str:
    """Return the size of a file in MB."""
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
