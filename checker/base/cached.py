"""Entries in this user's cache folder: what one run worked out and the next would work out alike.

An entry carries a digest over its name and its content; one that is damaged, altered, moved from another name or not the user's
own is not used, and what it held is worked out anew. The digest is no secret: what this user, or a program that runs as this
user, writes there is believed, as are the program's own files; nobody else's is, be it by a link, another owner or a folder that
others can write. Nothing is ever told about the cache, since nothing depends on it; `CHECKER_CACHE=off` does without.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from pathlib import Path

_FORMAT = b"checker-rulebook/2"
_SIZE = 64
"""Signs of a digest, which stands in the first line of an entry."""


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


def recalled(path: Path) -> memoryview | None:
    """Return what was kept in *path*, or nothing when that is absent, damaged, altered or not this user's own."""
    try:
        if not _own_folder(path.parent):
            return None
        whole = memoryview(_own_bytes(path))
        digest, end, body = bytes(whole[:_SIZE]), whole[_SIZE : _SIZE + 1], whole[_SIZE + 1 :]
        return body if bytes(end) == b"\n" and digest.decode("ascii") == _digest(path, body) else None
    except (OSError, MemoryError, ValueError):
        return None


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


def _digest(path: Path, body: bytes | memoryview) -> str:
    """Return the digest of an entry: of its key and its content, so that no entry can stand in for another."""
    digest = hashlib.sha256(_FORMAT + path.name.encode() + b"\0")
    digest.update(body)
    return digest.hexdigest()


def _own_folder(path: Path) -> bool:
    """Whether *path* is a folder itself, no link to one, belongs to this user and can be written by nobody else."""
    state = path.lstat()
    return stat.S_ISDIR(state.st_mode) and _own(state)


def _own_bytes(path: Path) -> bytes:
    """Return what a file of this user holds; raises OSError for a link, a pipe, and what others own or can write.

    What is looked at is the file that was opened, whatever takes its name meanwhile.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as stream:
        state = os.fstat(stream.fileno())
        if not stat.S_ISREG(state.st_mode) or not _own(state):
            raise PermissionError(path)
        return stream.read()


def _own(state: os.stat_result) -> bool:
    """Whether what has this state belongs to this user and can be written by nobody else; Windows keeps profiles apart."""
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)
