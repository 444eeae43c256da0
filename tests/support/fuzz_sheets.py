"""Damages spreadsheets and reads them: `python tests/support/fuzz_sheets.py 2000 [SEED]` tries that many of each kind and prints the counts.

An exception other than InputError, from `read` or `count`, or more than two seconds of a processor, is a finding and makes the exit code 1.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for conftest, which knows the rooms

from sheet_files import ods, ods_cell, xls, xlsx

from checker.base.errors import InputError
from checker.intake.readers import csv as csv_reader
from checker.intake.readers import ods as ods_reader
from checker.intake.readers import xls as xls_reader
from checker.intake.readers import xlsx as xlsx_reader

SLOW = 2.0
SEEDS = {
    "xlsx": (
        xlsx_reader,
        xlsx(
            {
                "A1": "单位：万元",
                "A2": (1234.5, "#,##0.00"),
                "B2": "=SUM(A2)",
                "A3": (45291, 'yyyy"年"m"月"d"日"'),
                "B3": True,
                "A4": "430112000000000123",
                "C4": (0.9987, "0.0%"),
            },
            lambda book, sheet: sheet.merge_cells("A1:B1"),
        ),
    ),
    "xls": (
        xls_reader,
        xls(
            {
                (0, 0): "单位：万元",
                (1, 0): (1234.5, "#,##0.00"),
                (1, 1): 0.1,
                (2, 0): (45291, 'yyyy"年"m"月"d"日"'),
                (2, 1): True,
                (3, 0): ("error", 7),
                (3, 1): ("formula", 12.5, 0, "0.0"),
            },
            merged=[(0, 0, 0, 1)],
        ),
    ),
    "ods": (
        ods_reader,
        ods(
            [
                [ods_cell("单位：万元")],
                [
                    ods_cell("1,234.50", 1234.5),
                    ods_cell("99.9%", 0.9987, "percentage"),
                    ods_cell("2023年12月31日", "2023-12-31", "date"),
                ],
            ]
        ),
    ),
    "csv": (csv_reader, '单位：万元\n项目,金额\n甲,"1,234.50"\n乙,２３\n'.encode("gb18030")),
}


def bent(data: bytes, dice: random.Random) -> bytes:
    """Return bytes with some of them changed, cut out, doubled or put elsewhere."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        at = dice.randrange(len(out)) if out else 0
        kind = dice.randrange(6)
        if kind == 0 and out:
            out[at] ^= 1 << dice.randrange(8)
        elif kind == 1 and out:
            out[at : at + dice.randrange(1, 5)] = dice.randbytes(dice.randrange(1, 5))
        elif kind == 2:
            del out[at : at + dice.choice((1, 4, 64))]
        elif kind == 3:
            out[at:at] = out[at : at + dice.randrange(1, 80)]
        elif kind == 4:
            out[at : at + 4] = dice.choice(
                (b"\xff\xff\xff\xff", b"\0\0\0\0", b"9999", b"1e99", b"-1", b"NaN", b"&amp;")
            )
        elif dice.random() < 0.2:
            del out[at:]
    return bytes(out)


def damaged(data: bytes, dice: random.Random) -> bytes:
    """Return a damaged file; of an archive mostly the parts within, or nothing would come past its sums."""
    if not data.startswith(b"PK") or dice.random() < 0.2:
        return bent(data, dice)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = dice.choice(
            [name for name in parts if "sheet" in name or "content" in name or "styles" in name or dice.random() < 0.3]
            or parts
        )
        for name in old.namelist():
            if name != chosen or dice.random() > 0.03:
                new.writestr(name, bent(old.read(name), dice) if name == chosen else old.read(name))
    return out.getvalue()


def tried(kind: str, seed: int) -> str:
    """Return what became of one damaged file: "read", "refused", or what went wrong."""
    reader, data = SEEDS[kind]
    data = damaged(data, random.Random(f"{kind}/{seed}"))
    start = time.process_time()
    try:
        result = "read" if reader.read(data, f"f.{kind}").sha256 else ""
    except InputError:
        result = "refused"
    except Exception as wrong:
        return f"read: {type(wrong).__name__}: {wrong}"
    try:
        reader.count(data)
    except InputError:
        pass
    except Exception as wrong:
        return f"count: {type(wrong).__name__}: {wrong}"
    return result if time.process_time() - start < SLOW else "slow"


def main(many: int, first: int = 0) -> int:
    bad = 0
    for kind in SEEDS:
        counts = Counter(tried(kind, seed) for seed in range(first, first + many))
        print(kind, dict(counts))
        bad += sum(number for result, number in counts.items() if result not in ("read", "refused"))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:3])))
