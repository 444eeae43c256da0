"""Confidence factors of monetary-unit sampling: upper limits of a Poisson mean, worked out by whole numbers alone.

With k misstatements found, the factor at a risk r is the mean at which k or fewer would be found with probability r. It is given
in hundredths and rounded up, as tables print it: for risks of 5 and 10 % and up to 20 misstatements it is the table of confidence
factors of the AICPA's audit guide Audit Sampling (read in a reprint; tests/units/test_sample.py holds it against that).
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=4096)
def factor(found: int, risk: Fraction) -> Fraction:
    """Return the least number of hundredths at which *found* or fewer have a probability of *risk* at most."""
    low, high = 0, 100
    while not _enough(found, Fraction(high, 100), risk):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if _enough(found, Fraction(middle, 100), risk):
            high = middle
        else:
            low = middle
    return Fraction(high, 100)


def _enough(found: int, mean: Fraction, risk: Fraction) -> bool:
    """Whether e^-mean times the first terms of e^mean is *risk* at most; never told where it is not so.

    e^mean is at least any sum of its first terms, all of which are positive: as soon as these are enough, it is.
    """
    term, total = Fraction(1), Fraction(1)
    for number in range(1, found + 1):
        term *= mean / number
        total += term
    wanted = total / risk
    number = found
    while total < wanted:
        number += 1
        term *= mean / number
        total += term
        # what still follows is less than a series of halves of this term: it is not enough any more
        if number > 2 * mean and total + term < wanted:
            return False
    return True
