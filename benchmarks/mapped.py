"""A file of budget lines as a bureau publishes it, packed by ten lines of mapping: CPU time and memory by its size.

Usage: python benchmarks/mapped.py [LINES…]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

MAPPING = """\
amounts: {unit: 元, decimals: 2}
fixed: {jurisdiction: "430112", budget_level: 区县, unit_kind: 机关}
tables:
  - file: 支出明细.csv
    entity: 支出项目
    unit: {单位编码: code, 单位名称: name}
    year: 年度
    columns: {项目编码: id, 项目名称: name, 年初预算数: initial_budget, 支出决算数: actual, 是否信息化: is_it, 首次付款: first_payment_date}
    fixed: {kind: 明细项目}
    group_mark: ","
    skip_rows: {项目名称: [合计]}
    ignore: [序号, 备注]
    complete: true
"""
HEADINGS = "序号,单位编码,单位名称,年度,项目编码,项目名称,年初预算数,支出决算数,是否信息化,首次付款,备注\r\n"


def write_file(path: Path, lines: int, encoding: str = "gb18030") -> None:
    """Write a file of *lines* budget lines: units repeated in every row, codes that begin with 0, three years, rows of totals."""
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(HEADINGS)
        for number in range(lines):
            unit, year, own = number // 60, 2020 + number // 20 % 3, number % 20
            budget, spent = 1000 + 37 * own + unit, 990 + 41 * own + unit
            file.write(
                f"{number + 1},{unit:06d},望城区第{unit}预算单位,{year},{own:04d},“{own}号”专项资金,"
                f'"{budget:,}.50","{spent:,}.05",{"是" if own % 7 == 0 else "否"},{year}年{own % 12 + 1}月{own % 28 + 1}日,\r\n'
            )
            if own == 19:
                file.write(f",{unit:06d},望城区第{unit}预算单位,{year},,合计,,,,,\r\n")


def main() -> None:
    """Print one line for each size."""
    for lines in map(int, sys.argv[1:] or ("20000", "100000")):
        with TemporaryDirectory() as scratch:
            folder = Path(scratch) / "in"
            folder.mkdir()
            (folder / "tables.yaml").write_text(MAPPING, encoding="utf-8")
            write_file(folder / "支出明细.csv", lines)
            before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
            command = [
                sys.executable,
                "-m",
                "checker",
                "pack",
                "--map",
                str(folder / "tables.yaml"),
                "-o",
                f"{scratch}/out",
            ]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(
                f"{lines:>9,} lines: {time.monotonic() - started:6.1f} s, {cpu:6.1f} s of CPU, {lines / cpu:8,.0f} lines/s, at most {after.ru_maxrss / 1024:,.0f} MB"
            )


if __name__ == "__main__":
    main()
