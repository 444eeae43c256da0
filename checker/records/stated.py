"""The files that people state of checks in, read when a run names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.cases.files import read_bytes
from checker.documents.source import Source, read_source
from checker.engines.outcome import FollowUp, Waiver
from checker.rulebook.book import Rulebook


def read_waiver_files(files: Sequence[str], book: Rulebook, kept: dict[str, bytes] | None = None) -> tuple[Waiver, ...]:
    """Return the waivers of all files; their bytes are put into *kept* where it is wanted, by the name of the file."""
    if not files:
        return ()
    from checker.records.waivers import read_waivers

    return tuple(waiver for source in _sources(files, kept) for waiver in read_waivers(source, book))


def read_followup_files(
    files: Sequence[str], book: Rulebook, kept: dict[str, bytes] | None = None
) -> tuple[FollowUp, ...]:
    """Return what the files of follow-up say; *kept* as for waivers."""
    if not files:
        return ()
    from checker.records.followup import read_followup

    return tuple(entry for source in _sources(files, kept) for entry in read_followup(source, book))


def _sources(files: Sequence[str], kept: dict[str, bytes] | None) -> Iterator[Source]:
    for file in files:
        data = read_bytes(file)
        if kept is not None:
            kept[file] = data
        yield read_source(file, data)
