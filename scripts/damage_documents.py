"""Damages documents of one kind many times and reads each: whatever comes of it, it is a document or a message, never an internal error.

python scripts/damage_documents.py KIND [TIMES] [FILE…]; without FILE the documents of the tests. Prints how often each happened.
"""

from __future__ import annotations

import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "support")]

import intake_ofd  # noqa: E402
from intake_files import REPORT, report_docx  # noqa: E402
from intake_pdf import Page, pdf  # noqa: E402

from checker.base.errors import InputError  # noqa: E402
from checker.intake.kinds import read  # noqa: E402
from checker.intake.numbers import held, spans  # noqa: E402

ROWS = [["项目", "合计", "基本支出"], ["行政运行", "1,434.89", "1,434.89"], ["其他支出", "5.00", "5.00"]]
PAGES = (
    Page().text(60, 60, "部门决算").text(60, 90, "单位：万元").table(60, 100, ROWS),
    Page().text(60, 100, "支出257.43万元").raw("/Part Do"),
)
OFD_PAGE = intake_ofd.text(20, 20, "支出257.43万元") + intake_ofd.table(20, 30, ROWS, (40, 40, 40))
OWN = {
    "docx": (report_docx(),),
    "text": (REPORT.encode(), REPORT.encode("gb18030"), REPORT.encode("utf-16")),
    "pdf": (
        pdf(*PAGES, packed=False, extra="/Part 10 0 R"),
        pdf(*PAGES, extra="/Part 10 0 R"),
        pdf(*PAGES, packed=False, broken=True),
    ),
    "ofd": (intake_ofd.ofd(OFD_PAGE, OFD_PAGE, template=intake_ofd.text(20, 280, "第1页")),),
}
PIECES = (
    b"<",
    b">",
    b"</w:p>",
    b"<w:p>",
    b"<w:tbl>",
    b"&#0;",
    b"<!DOCTYPE a>",
    b"\x00",
    b"\xff",
    b"9" * 50,
    b'w:val="99999999999"',
    b"<w:fldChar/>",
    b" 2 0 R ",
    b" 10 0 R ",
    b"<< /Kids [2 0 R] >>",
    b"endobj",
    b"\nstream\n",
    b"-99999999999.9",
    b'DeltaX="g 99999999 1"',
    b"nan",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return *data* with bytes changed, left out, put in or cut off, a few times over."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(made) or 1)
        way = chance.randrange(5)
        if way == 0:
            made[at : at + 1] = bytes([chance.randrange(256)])
        elif way == 1:
            del made[at : at + chance.choice((1, 4, 100))]
        elif way == 2:
            made[at:at] = chance.choice(PIECES)
        elif way == 3:
            other = chance.randrange(len(made) or 1)
            made[at:at] = made[other : other + chance.choice((1, 10, 200))]
        elif chance.random() < 0.2:
            del made[at:]
    return bytes(made)


def within(data: bytes, chance: random.Random) -> bytes:
    """Return a zip file with one of its parts damaged, so that what is read is the damage and not a broken archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            content = old.read(name)
            if name != hit or chance.random() > 0.02:
                new.writestr(name, damaged(content, chance) if name == hit else content)
    return stream.getvalue()


def main() -> int:
    """Damage and read; the exit code is 1 where an internal error came up."""
    kind, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    sources = tuple(Path(name).read_bytes() for name in sys.argv[3:]) or OWN[kind]
    seen: Counter[str] = Counter()
    longest, begun = 0, time.monotonic()
    for number in range(times):
        chance = random.Random(number)
        source = chance.choice(sources)
        data = within(source, chance) if source[:2] == b"PK" and number % 2 else damaged(source, chance)
        start = time.monotonic()
        try:
            document = held(*read(data, "a"))
            spans(document, 1)
            seen["stopped" if document.stopped else "read"] += 1
        except InputError as error:
            seen[error.problems[0].code] += 1
        except Exception:
            seen["internal error"] += 1
            print(f"number {number}\n{traceback.format_exc()}")
        longest = max(longest, round((time.monotonic() - start) * 1000))
    print(f"{kind}: {times} damaged files in {time.monotonic() - begun:.0f} s, the longest {longest} ms")
    print(", ".join(f"{what} {count}" for what, count in seen.most_common()))
    return 1 if seen["internal error"] else 0


if __name__ == "__main__":
    sys.exit(main())
