"""Remembers a parsed rulebook between runs, as plain data in the user's cache folder: reading a hundred rules costs more than judging a case.

What is remembered is found by the SHA-256 of everything it was made from: every file of every pack by name, place and
content, the version of the checker and the state of its own modules. One changed byte is another entry. An entry
carries a digest over its key and its content; one that is damaged, altered, moved from another key or not the user's
own is not used, and the rules are read anew. The digest is no secret: what this user, or a program that runs as this user,
writes there is believed, as are the program's own files; nobody else's is, be it by a link, another owner or a folder that
others can write. Nothing is ever told about the cache, since nothing depends on it;
`CHECKER_CACHE=off` does without.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from checker import __version__
from checker.rulebook.book import Rulebook
from checker.rulebook.codec import coded, decoded
from checker.rulebook.packs import Pack, read_pack

KEPT = 8
"""How many rulebooks are remembered; the one longest unused goes first."""
_FORMAT = b"checker-rulebook/2"
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


def cache_folder() -> Path | None:
    """Return where this user's cached rulebooks lie; nothing when there is no such place or it is switched off."""
    if os.environ.get("CHECKER_CACHE", "").lower() in ("off", "0", "no"):
        return None
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    given = os.environ.get(name, "")
    try:
        base = Path(given) if given and Path(given).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return base / "checker"


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


def recalled(path: Path) -> bytes | None:
    """Return what was kept in *path*, or nothing when that is absent, damaged, altered or not this user's own."""
    try:
        if not _own_folder(path.parent):
            return None
        digest, _, body = _own_bytes(path).partition(b"\n")
        return body if digest.decode("ascii") == _digest(path, body) else None
    except (OSError, MemoryError, ValueError):
        return None


def keep(path: Path, book: Rulebook) -> None:
    """Remember *book* in *path*, whole or not at all; where that cannot be done, nothing is said."""
    with suppress(ValueError, TypeError, RecursionError):
        put(path, coded(book), "rulebook-*", KEPT)


def put(path: Path, body: bytes, kind: str, kept: int) -> None:
    """Keep *body* in *path*, whole or not at all, and of the entries named like *kind* the latest; failing that, say nothing."""
    import tempfile  # most runs keep nothing

    draft = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _own_folder(path.parent):
            return
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(_digest(path, body).encode() + b"\n" + body)
        Path(draft).replace(path)
        old = sorted(path.parent.glob(kind), key=lambda each: each.stat().st_mtime_ns)
        for each in old[:-kept]:
            each.unlink(missing_ok=True)
    except OSError:
        if draft:
            Path(draft).unlink(missing_ok=True)


def _digest(path: Path, body: bytes) -> str:
    """Return the digest of an entry: of its key and its content, so that no entry can stand in for another."""
    return hashlib.sha256(_FORMAT + path.name.encode() + b"\0" + body).hexdigest()


def _own_folder(path: Path) -> bool:
    """Whether *path* is a folder itself, no link to one, belongs to this user and can be written by nobody else."""
    state = path.lstat()
    return stat.S_ISDIR(state.st_mode) and _own(state)


def _own_bytes(path: Path) -> bytes:
    """Return what a file of this user holds; raises OSError for a link, a pipe, and what others own or can write.

    What is looked at is the file that was opened, whatever takes its name meanwhile.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        state = os.fstat(stream.fileno())
        if not stat.S_ISREG(state.st_mode) or not _own(state):
            raise PermissionError(path)
        return stream.read()


def _own(state: os.stat_result) -> bool:
    """Whether what has this state belongs to this user and can be written by nobody else; Windows keeps profiles apart."""
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)
