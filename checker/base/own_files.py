"""Many files written below one folder: what was written before is known by its digest, and nothing else there is replaced.

A list of the files and their digests lies in the folder that cases are never read from. A file that is not in it, or that was
changed since, is somebody else's and is refused by name.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text

FOLDER = ".checker"
LIST = "written.json"
FORMAT = "checker-written/1"


class OwnFiles:
    """The files below *base*: which were written before, and which are written now."""

    def __init__(self, base: str) -> None:
        self.base = Path(base)
        self.before = self._known()
        self.now: dict[str, str] = {}

    @property
    def path(self) -> str:
        """Where the list lies."""
        return str(self.base / FOLDER / LIST)

    def take(self, path: str, data: bytes) -> None:
        """Note that *data* goes to *path*; raises InputError where a file is there that was not written by us, or was changed."""
        name = Path(os.path.relpath(path, self.base)).as_posix()
        place = Path(path)
        if os.path.lexists(place):
            known = self.before.get(name)
            same = place.is_file() and not place.is_symlink() and known == sha256(place.read_bytes()).hexdigest()
            if not same:
                raise InputError([_not_ours(path, known is not None)])
        self.now[name] = sha256(data).hexdigest()

    @property
    def left(self) -> list[str]:
        """The files of earlier runs that are still there and are not written this time."""
        return sorted(name for name in self.before if name not in self.now and (self.base / name).is_file())

    def listed(self) -> bytes:
        """Return the list as it is to be written."""
        kept = {name: self.before[name] for name in self.left}
        files = dict(sorted({**kept, **self.now}.items()))
        return (json.dumps({"format": FORMAT, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()

    def _known(self) -> dict[str, str]:
        try:
            text = Path(self.path).read_bytes()
        except OSError:
            return {}
        try:
            made: Any = json.loads(text)
            files = made["files"]
            if made["format"] == FORMAT and all(isinstance(each, str) for pair in files.items() for each in pair):
                return dict(files)
        except (ValueError, KeyError, TypeError, AttributeError):
            pass
        told = Text("不是以前写的文件清单", "is no list of the files that were written before")
        hint = Text("换一个文件夹", "choose another folder")
        raise InputError([Problem("not-ours", Place(self.path), told, hint)])


def _not_ours(path: str, changed: bool) -> Problem:
    told = (
        Text("写好以后又改过，不覆盖", "was changed after it was written; it is not overwritten")
        if changed
        else Text(
            "已有这个文件，不是这里写的，不覆盖", "is there already and was not written here; it is not overwritten"
        )
    )
    hint = Text("移走这个文件，或换一个文件夹", "move it away, or choose another folder")
    return Problem("not-ours", Place(path), told, hint)
