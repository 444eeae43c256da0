"""Reads files that people name or keep in a folder: what is no file with content is told, and never waited for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text, unreadable

LARGEST = 256 * 1024 * 1024
"""Largest file that is read as a whole, in bytes; told before it is read."""
_KINDS = (
    (stat.S_ISDIR, Text("这是文件夹，不是文件", "this is a folder, not a file")),
    (stat.S_ISFIFO, Text("这是管道，不是文件", "this is a pipe, not a file")),
    (stat.S_ISSOCK, Text("这是套接字，不是文件", "this is a socket, not a file")),
    (stat.S_ISCHR, Text("这是设备，不是文件", "this is a device, not a file")),
    (stat.S_ISBLK, Text("这是设备，不是文件", "this is a device, not a file")),
)
_AS_IT_IS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""A pipe is not waited for, and no byte changed."""
_AWAY = Text("改个名称，或移出这个文件夹", "rename it, or take it out of this folder")


def no_member(path: Path) -> Problem | None:
    """Return why a name in a folder is no file that can be read, or nothing; a link to nothing and a pipe are none."""
    where = Place(str(path))
    try:
        state = path.stat()
    except OSError as error:
        told = unreadable(error)
        if path.is_symlink() and not path.exists():
            told = Text(
                f"这个链接指向的“{_target(path)}”不存在", f"this is a link to {_target(path)!r}, which is not there"
            )
        return Problem("unreadable", where, told, _AWAY)
    told_ = next((told for is_kind, told in _KINDS if is_kind(state.st_mode)), None)
    if told_ is not None:
        return Problem("no-file", where, told_, _AWAY)
    if state.st_size > LARGEST:
        size = LARGEST // (1024 * 1024)
        told = Text(f"文件超过 {size} MB", f"the file is larger than {size} MB")
        return Problem("too-large", where, told, _AWAY)
    return None


def read_member(file: str | Path) -> bytes:
    """Return what a file of a folder holds; raises InputError where it is none, cannot be read, or is too large."""
    data = _plain_file(str(file))
    if data is not None:
        return data
    path = Path(file)
    wrong = no_member(path)
    if wrong is not None:
        raise InputError([wrong])
    try:
        with path.open("rb", buffering=0) as stream:
            return stream.readall()
    except OSError as error:
        told = unreadable(error)
        raise InputError([Problem("unreadable", Place(str(path)), told, _AWAY)]) from None


def _plain_file(path: str) -> bytes | None:
    """Return what a plain file holds, by the fewest calls: a run reads hundreds of rules; None for anything that is to be looked at."""
    try:
        stream = os.open(path, os.O_RDONLY | _AS_IT_IS)
    except (OSError, ValueError):
        return None
    try:
        state = os.fstat(stream)
        if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST:
            return None
        data = os.read(stream, state.st_size + 1)
        return data if len(data) == state.st_size else None
    except OSError:
        return None
    finally:
        os.close(stream)


def _target(path: Path) -> str:
    try:
        return str(path.readlink())
    except OSError:
        return "?"


def builtin(name: str) -> Path:
    """Return the folder of built-in *name* ("rules" or "cases"), from a wheel or from a checkout."""
    shipped = Path(__file__).parents[1] / "builtin" / name
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / name
