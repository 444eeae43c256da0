"""Runs the benchmarks one after the other, prints what they print, and writes it into docs/speed.*.md: python benchmarks/page.py [PART…].

Every part runs in a process of its own, at the end of which stands what it took itself in CPU seconds. Only parts named are run (all by
default); those that are not keep the figures of the time before. The last line printed of a part that failed says so, and the
page keeps what it had. On a machine that does other work only ratios hold: its load stands at the head of each part.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent
PAGES = tuple(FOLDER.parent / "docs" / f"speed.{lang}.md" for lang in ("zh", "en"))
PARTS: dict[str, tuple[str, ...]] = {
    "speed": ("9",),
    "growth": (),
    "folders": (),
    "reports": (),
    "live": ("10000", "100000"),
    "batch": (),
    "twenty": (),
    "engines": (),
}
"""The parts with the words they are run with, in order."""


def machine() -> str:
    """Return what the figures were taken on."""
    told = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", told.read_text(encoding="utf-8")) if told.exists() else []
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    day = time.strftime("%Y-%m-%d")
    return f"{day}, Python {platform.python_version()}, {os.cpu_count()} × {names[0] if names else platform.machine()}{load}"


def run(part: str) -> str | None:
    """Run one part, and print its lines as they come; returns them, None where it failed."""
    head = machine()
    print(f"== {part}: {head}", flush=True)
    command = [sys.executable, str(FOLDER / f"{part}.py"), *PARTS[part]]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=FOLDER.parent) as child:
        assert child.stdout is not None
        for line in child.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if child.returncode:
        print(f"== {part} failed ({child.returncode}); the page keeps what it had", flush=True)
        return None
    print(f"== {part} took {took:.0f} CPU seconds", flush=True)
    return "\n".join([f"{part}: {head}; {took:.0f} CPU seconds", *lines])


def written(page: Path, part: str, told: str) -> None:
    """Put what a part printed into its place on a page."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {part} -->\n", f"<!-- /{part} -->"
    before, found, rest = text.partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise SystemExit(f"{page} has no place for {part}")
    page.write_text(f"{before}{begin}```text\n{told}\n```\n{end}{after}", encoding="utf-8")


def main(parts: list[str]) -> int:
    """Run *parts*; the number of those that failed."""
    failed = 0
    for part in parts or list(PARTS):
        told = run(part)
        failed += told is None
        for page in PAGES if told is not None else ():
            written(page, part, told)
    return failed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
