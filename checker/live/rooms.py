"""How much room the sums of a check have: by how much all of them may grow while what decides it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from checker.language.causes import Trace
from checker.live.steady import Steady

SPENT = "actual"
GROWTHS = (1 << 60, *(1 << power for power in range(44, 0, -6)), 1)
"""The growths of a sum that are tried, in fen: from any to none."""


def growth_of(deciding: list[list[Trace]] | None, rooms: Mapping[int, int] | None, before: int = 0) -> int:
    """Return by how much every sum may grow without a change of what decides, to a factor of three; 0 where it is not known.

    *rooms* are the growths of sums for which none is looked for. The growth that was found *before* is tried first: a room
    is seldom much wider or narrower than the one it follows, and then no other need be tried.
    """
    reaches = [Steady(_moving, traces, rooms) for traces in deciding or ()]

    def holds(growth: int) -> bool:
        return any(reach.holds(growth) for reach in reaches)

    if holds(GROWTHS[0]):  # asked first, since most checks rest on nothing that spending changes
        return GROWTHS[0]
    if 0 < before < GROWTHS[0] and holds(before):
        return next((before * factor for factor in (64, 8) if holds(before * factor)), before)
    reaches = [reach for reach in reaches if reach.holds(1)]
    if not reaches:
        return 0
    growth = next(growth for growth in GROWTHS[1:] if growth == 1 or holds(growth))
    for factor in (8, 3):
        if holds(growth * factor):
            growth *= factor
    return growth


def _moving(trace: Trace) -> bool:
    """Whether a trace is the spending of a line, which payments add to."""
    return trace.used is not None and trace.used[1] == SPENT and trace.used[0].entity == "budget_line"
