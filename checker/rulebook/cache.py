"""Remembers a parsed rulebook between runs, as plain data in the user's cache folder: reading a hundred rules costs more than judging a case.

What is remembered is found by the SHA-256 of everything it was made from: every file of every pack by name, place and
content, the version of the checker and the state of its own modules. One changed byte is another entry; which entries are
believed at all is said in `base.cached`.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from checker import __version__
from checker.base.cached import cache_folder, put, recalled
from checker.rulebook.book import Rulebook
from checker.rulebook.codec import coded, decoded
from checker.rulebook.packs import Pack, read_pack

KEPT = 8
"""How many rulebooks are remembered; the one longest unused goes first."""
_FORMAT = b"checker-rulebook/3"
_MODULES = ("base", "documents", "cases", "language", "rulebook")


def load_rulebook(places: Sequence[Path], *, examples: bool = False) -> Rulebook:
    """Read the rules of *places*: folders, packed files or rule files, the built-in ones first, later ones on top.

    Examples are read only when asked for (they double the work). Raises InputError with everything wrong in any file.
    Without examples the rules have no `source`: what was parsed before is remembered without its text.
    """
    return rulebook_of(read_packs(places), examples=examples)


def read_packs(places: Sequence[Path]) -> list[Pack]:
    """Read the packs that a rulebook is made of; a whole rulebook of its own stands on no other."""
    packs = [read_pack(place) for place in places]
    return packs[1:] if len(packs) > 1 and packs[1].is_base else packs


def rulebook_of(packs: Sequence[Pack], *, examples: bool = False) -> Rulebook:
    """Return the rulebook that *packs* make, remembered or read anew; see `load_rulebook`."""
    folder = None if examples else cache_folder()
    key = key_of(packs) if folder is not None else ""
    path = folder / f"rulebook-{key}" if folder is not None else None
    book = recall(path, packs) if path is not None else None
    if book is None:
        from checker.rulebook.loader import assemble  # what reads rules is not even imported when they are remembered

        book = assemble(packs, examples=examples)
        if path is not None:
            keep(path, book)
    object.__setattr__(book, "key", key)
    return book


def key_of(packs: Sequence[Pack], modules: Sequence[str] = _MODULES) -> str:
    """Return the digest of everything that a rulebook is made from, or of what other *modules* make of the packs."""
    digest = hashlib.sha256(_FORMAT)

    def put(*words: str | bytes) -> None:
        for word in words:
            data = word.encode("utf-8", "surrogateescape") if isinstance(word, str) else word
            digest.update(len(data).to_bytes(8, "big") + data)

    put(__version__, sys.implementation.name, ".".join(map(str, sys.version_info[:3])))
    for word in modules_as_they_are((*modules, "")):
        put(word)
    for pack in packs:
        put(pack.root, repr(pack.manifest), str(len(pack.parts)))
        for part in pack.parts:
            put(part.name, part.shown, hashlib.sha256(part.data).digest())
    return digest.hexdigest()


def modules_as_they_are(folders: Sequence[str]) -> Iterator[str]:
    """Yield the name, size and times of every module in *folders* of the checker: a checkout changes without a new version.

    An installer may give all builds one time, but that of the entry is the system's.
    """
    home = Path(__file__).parents[1]
    for folder in folders:
        with os.scandir(home / folder) as inside:
            own = sorted((each.name, each.stat()) for each in inside if each.name.endswith(".py"))
        for name, state in own:
            yield name
            yield f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


def recall(path: Path, packs: Sequence[Pack]) -> Rulebook | None:
    """Return the rulebook remembered in *path*, or nothing when there is none that can be trusted."""
    try:
        body = recalled(path)
        return None if body is None else decoded(body, packs)
    except (EOFError, MemoryError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None  # written by something else: the rules are read anew


def keep(path: Path, book: Rulebook) -> None:
    """Remember *book* in *path*, whole or not at all; where that cannot be done, nothing is said."""
    with suppress(ValueError, TypeError, RecursionError):
        put(path, coded(book), "rulebook-*", KEPT)
