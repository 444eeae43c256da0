"""By what a line of a workbook is known again: the address of each check it stands for, and digests that tell when one was changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from checker.base.named import NamedTuple


def digest(parts: Sequence[str]) -> str:
    """Return the fingerprint of a check: of its rule, jurisdiction, unit, year ("" in a series), kind and id of subject."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def joint(fingerprints: Iterable[str]) -> str:
    """Return the key of a line that stands for several checks: the same in whatever order they are named."""
    return "P" + hashlib.sha256("\n".join(sorted(set(fingerprints))).encode()).hexdigest()[:15]


class Address(NamedTuple):
    """Which check is meant, in the words of its case; `name` and `label` are how people call its unit and its subject."""

    rule: str
    jurisdiction: str
    unit: str
    year: str
    entity: str
    subject: str
    name: str
    label: str

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the check."""
        return digest(self[:6])
