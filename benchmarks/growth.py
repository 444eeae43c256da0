"""How the work of each rule grows with the facts: python benchmarks/growth.py [EXPONENT]. Nothing is asserted; read the table.

What the examples of every rule list is multiplied as in tests/judgement/test_growth.py, by ten and by forty, and the calls that judging
takes are counted: that is exact on any machine; then the same with what things list of their own, such as the payments of a line.
Prints the exponent of every rule from EXPONENT on (1.0), and how many lie below.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "judgement")]
from test_growth import (  # noqa: E402 - the test and the table count the same way
    EXAMPLES,
    FEW,
    MANY,
    MOST,
    grown,
    grown_below,
    steps,
)

from checker.base.errors import InputError  # noqa: E402


def main(least: float) -> None:
    """Print both tables, the steepest first."""
    for told, grow in (("what cases list", grown), ("what things in cases list of their own", grown_below)):
        print(f"{told}:")
        table(grow, least)


def table(grow: Callable[[dict, int], dict], least: float) -> None:
    """Print the exponents of all examples that *grow* multiplies."""
    found: list[tuple[float, str, str, int, int]] = []
    alone = 0
    for (rule, outcome), example in sorted(EXAMPLES.items()):
        try:
            (few, short), (many, long) = (steps(rule, example, times, grow) for times in (FEW, MANY))
        except InputError:  # copies that no case may hold
            alone += 1
            continue
        if many == few:
            alone += 1  # nothing in its example could be there twice
            continue
        found.append((math.log(long / short) / math.log(many / few), rule, outcome, few, many))
    print(f"{'exponent':>8}  {'facts':>9}  rule, outcome of the example")
    for exponent, rule, outcome, few, many in sorted(found, reverse=True):
        if exponent >= least:
            print(f"{exponent:8.2f}  {few:>4}→{many:<4}  {rule}, {outcome}")
    below = sum(exponent < least for exponent, *_ in found)
    steep = sum(exponent > MOST for exponent, *_ in found)
    print(
        f"{below} of {len(found)} examples below {least}, {steep} above {MOST}; {alone} list nothing that could be there twice"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
