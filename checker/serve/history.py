"""What a case file said before each change that was made on its form, so that changes can be taken back, also after a restart."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Text
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.cases.files import OWN
from checker.serve.folder import Entry, Folder

KEPT = 200
"""Changes of one case that can be taken back."""


class Step(NamedTuple):
    """A change that was made: its file, what it was, and the bytes of the case before it."""

    path: Path
    told: Text
    when: str
    before: bytes


class History:
    """The changes of the cases of one folder."""

    def __init__(self, folder: Folder) -> None:
        self.root = folder.root / OWN / "history"

    def note(self, entry: Entry, before: bytes, after: bytes, told: Text, who: str) -> None:
        """Keep what the file says now; called before the change is written, so that no end of the program loses it."""
        folder = self.root / entry.id
        folder.mkdir(parents=True, exist_ok=True)
        steps = self._files(entry)
        number = int(steps[-1].stem) + 1 if steps else 1
        kept = {
            "after": _digest(after),
            "told": {"zh": told.zh, "en": told.en},
            "who": who,
            "when": datetime.now().strftime("%Y-%m-%d %H:%M"),
            "before": before.decode("latin-1"),
        }
        write_files({str(folder / f"{number:08d}.json"): json.dumps(kept).encode()})
        for old in steps[: max(0, len(steps) + 1 - KEPT)]:
            with suppress(OSError):
                old.unlink()

    def last(self, entry: Entry) -> Step | None:
        """Return the change that the file stands as after; None where nothing was changed here, or something since elsewhere."""
        if not entry.path.is_file():
            return None
        digest = _digest(read_member(entry.path))
        for path in reversed(self._files(entry)):
            with suppress(OSError, InputError, ValueError, KeyError, TypeError):
                kept = json.loads(read_member(path))
                if kept["after"] == digest:
                    told = Text(kept["told"]["zh"], kept["told"]["en"])
                    return Step(path, told, str(kept["when"]), kept["before"].encode("latin-1"))
        return None

    def drop(self, step: Step) -> None:
        """Forget a change that was taken back, and whatever was noted after it and never written."""
        for path in sorted(step.path.parent.glob("*.json")):
            if path.name >= step.path.name:
                with suppress(OSError):
                    path.unlink()

    def _files(self, entry: Entry) -> list[Path]:
        folder = self.root / entry.id
        return sorted(path for path in folder.glob("*.json") if path.stem.isdigit()) if folder.is_dir() else []


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
