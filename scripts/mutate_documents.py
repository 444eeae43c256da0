"""Changes one digit of a document as docx, xlsx and pdf many times: exactly one span of the reading may change each time.

python scripts/mutate_documents.py [TIMES] [SEED]; prints what is wrong, and how many changes were tried.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from intake_mutations import wrong  # noqa: E402


def main() -> int:
    """Try so many changes; the exit code is 1 where any changed more or less than one span."""
    times, seed = (int(each) for each in (*sys.argv[1:3], *("500", "1")[len(sys.argv) - 1 :]))
    found = wrong(times, seed)
    print("\n".join((*found, f"{times} changes, {len(found)} wrong")))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
