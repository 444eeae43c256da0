"""The rows that were read, on disk until their units are known: of each only its unit and its place are kept in memory."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.mapping.cases import Held


class Staged:
    """A file of rows in the order in which they were read; 20 bytes of memory a row."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._mentions = array("l")
        self._starts = array("q", [0])

    def add(self, mention: int, held: Held) -> None:
        """Put a row aside; *mention* is the number of what it says of its unit."""
        data = json.dumps(held, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        self._file.write(data)
        self._mentions.append(mention)
        self._starts.append(self._starts[-1] + len(data))

    def lost(self, unit_of: Sequence[int]) -> Iterator[tuple[int, Held]]:
        """Yield the rows without a unit (-1), each with its mention, in the order in which they were read."""
        for number, mention in enumerate(self._mentions):
            if unit_of[mention] < 0:
                yield mention, self._read(number)

    def by_unit(self, unit_of: Sequence[int], units: int) -> Iterator[list[Held]]:
        """Yield the rows of each of so many *units*, in the order in which they were read; *unit_of* gives that of a mention."""
        ends = array("q", bytes(8 * (units + 1)))
        for mention in self._mentions:
            ends[unit_of[mention]] += 1  # those of no unit are counted behind the last, and never read
        place = 0
        for unit in range(units):
            place, ends[unit] = place + ends[unit], place
        rows = array("q", bytes(8 * place))
        for number, mention in enumerate(self._mentions):
            unit = unit_of[mention]
            if unit >= 0:
                rows[ends[unit]] = number
                ends[unit] += 1
        begin = 0
        for unit in range(units):
            yield [self._read(number) for number in rows[begin : ends[unit]]]
            begin = ends[unit]

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _read(self, number: int) -> Held:
        begin, end = self._starts[number], self._starts[number + 1]
        self._file.seek(begin)
        return Held(*json.loads(self._file.read(end - begin).decode("utf-8", "surrogatepass")))
