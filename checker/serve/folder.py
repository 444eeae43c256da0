"""The folder that the page and the command line share: its cases by ids that are no paths, the documents, names for new files.

A case is NAME.yaml (or .yml, .json, or a workbook of `checker new-case`); beside it lie what was read (NAME.import.json), what was decided,
and what became of findings. Documents lie below `.checker/documents`, each under the SHA-256 of its bytes: no name that
somebody sends ever becomes a path.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
import unicodedata
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import Text
from checker.base.files import read_member
from checker.base.outputs import unwritable, write_files
from checker.cases.files import COMPANIONS, OWN, is_casebook
from checker.live.lock import lock
from checker.serve.refusals import CHANGED, NOT_FOUND, Refusal, Refused

DECISIONS, READING, FOLLOWUP, WAIVERS = COMPANIONS
"""What the names of the files beside a case end in."""
ENDINGS = (".yaml", ".yml", ".json", ".xlsx")
LONGEST = 60
"""Characters of a name that is made for a file."""
MOST_FILES, MOST_BYTES = 2000, 4 * 1024**3
"""Documents that are kept, and their bytes together."""
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)$")
WAITS = 250
"""Times that the lock of the folder is tried, five seconds in all."""
BUSY = Refusal(
    "busy",
    503,
    Text("别的程序正在写这个文件夹，没有保存", "another program is writing into this folder; nothing was saved"),
    Text("过几秒再做一次", "do it again in a few seconds"),
)
FULL = Refusal(
    "full",
    507,
    Text(
        "收下的文件太多，先清理文件夹里的 .checker/documents",
        "too many documents are kept: clear .checker/documents in the folder",
    ),
    Text("移走不再用的案例和文件", "move away what is no longer used"),
)


class Entry(NamedTuple):
    """One case: its id, its name below the folder, the file of the case, and the stem of the files beside it."""

    id: str
    name: str
    path: Path
    stem: Path

    def beside(self, ending: str) -> Path:
        """Return the file beside the case that ends so."""
        return self.stem.with_name(self.stem.name + ending)

    @property
    def reading(self) -> Path:
        """The file of what was read."""
        return self.beside(READING)

    @property
    def followup(self) -> Path:
        """The file of what became of findings."""
        return self.beside(FOLLOWUP)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that what is shown of the case depends on."""
        return (self.path, *(self.beside(each) for each in COMPANIONS))


class Folder:
    """The cases below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self.documents = self.root / OWN / "documents"
        self._seen: dict[str, Entry] = {}

    def entries(self) -> list[Entry]:
        """Return every case, by name."""
        found: dict[str, Entry] = {}
        for path in self._files():
            name = path.name
            if name.endswith(READING):
                stem = path.with_name(name.removesuffix(READING))
                found.setdefault(str(stem), self._entry(stem.with_name(stem.name + ".yaml"), stem))
            elif not name.endswith(COMPANIONS) and path.suffix.lower() in ENDINGS:
                if path.suffix.lower() == ".xlsx" and not is_casebook(path):
                    continue
                stem = path.with_suffix("")
                known = found.get(str(stem))
                if known is None or not known.path.is_file():
                    found[str(stem)] = self._entry(path, stem)
                elif known.path != path:  # two cases of one name: each has files beside it under its whole name
                    found[str(path)] = self._entry(path, path)
        return sorted(found.values(), key=lambda entry: entry.name)

    def entry(self, ident: str) -> Entry:
        """Return the case with an id; raises Refused where there is none."""
        known = self._seen.get(ident)
        if known is None or not (known.path.is_file() or known.reading.is_file()):
            self._seen = {entry.id: entry for entry in self.entries()}
            known = self._seen.get(ident)
        if known is None:
            raise Refused(NOT_FOUND)
        return known

    def _entry(self, path: Path, stem: Path) -> Entry:
        name = path.relative_to(self.root).as_posix()
        return Entry(hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16], name, path, stem)

    def _files(self) -> Iterator[Path]:
        for at, folders, names in os.walk(self.root):
            folders[:] = sorted(each for each in folders if not each.startswith(".") and each != "templates")
            for name in sorted(names):
                path = Path(at, name)
                if not name.startswith((".", "~$")) and path.is_file():
                    yield path

    def free_name(self, wanted: str, ending: str) -> Path:
        """Return a path for a new case, named after *wanted* as far as a name of a file can be."""
        name = file_name(wanted)
        for number in range(1, 10_000):
            stem = self.root / (name if number == 1 else f"{name}-{number}")
            taken = [stem.with_name(stem.name + each) for each in (*ENDINGS, *COMPANIONS)]
            if not any(path.exists() or path.is_symlink() for path in taken):
                return stem.with_name(stem.name + ending)
        raise Refused(FULL)

    def save(self, entry: Entry, known: str, contents: dict[Path, bytes]) -> str:
        """Write files of a case, all or none, unless it was changed since *known*; returns the version that stands then.

        Raises Refused where it was changed; another server of this folder waits meanwhile.
        """
        with self._alone():
            if version(entry) != known:
                raise Refused(CHANGED)
            write_files({str(path): data for path, data in contents.items()})
            return version(entry)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the lock of the folder, which ends with the program, however it ends."""
        (self.root / OWN).mkdir(exist_ok=True)
        with (self.root / OWN / "lock").open("ab") as file:
            for _ in range(WAITS):
                if lock(file):
                    yield
                    return
                time.sleep(0.02)
        raise Refused(BUSY)

    async def take(self, parts: AsyncIterator[bytes]) -> str:
        """Keep a document as it arrives; returns the SHA-256 under which it lies."""
        try:
            self.documents.mkdir(parents=True, exist_ok=True)
            self._room()
            draft = self.documents / f"{os.urandom(8).hex()}.part"
            digest = hashlib.sha256()
            try:
                with draft.open("xb") as file:
                    async for part in parts:
                        digest.update(part)
                        file.write(part)
                draft.replace(self.documents / digest.hexdigest())
            finally:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(str(self.documents), error) from None
        return digest.hexdigest()

    def _room(self) -> None:
        for each in self.documents.glob("*.part"):  # what a kill left behind
            with suppress(OSError):
                if time.time() - each.stat().st_mtime > 3600:
                    each.unlink()
        held = [each.stat().st_size for each in self.documents.iterdir() if each.is_file()]
        if len(held) >= MOST_FILES or sum(held) >= MOST_BYTES:
            raise Refused(FULL)

    def document(self, sha256: str, size: int = -1) -> bytes | None:
        """Return the bytes of a document by their SHA-256, from where documents are kept or from beside the cases; None where it is gone."""
        if not re.fullmatch("[0-9a-f]{64}", sha256):
            return None
        kept = self.documents / sha256
        if kept.is_file():
            data = read_member(kept)
            return data if hashlib.sha256(data).hexdigest() == sha256 else None
        for path in self._files():
            with suppress(OSError):
                if path.stat().st_size == size and hashlib.sha256(data := read_member(path)).hexdigest() == sha256:
                    return data
        return None


def file_name(wanted: str) -> str:
    """Return a name that every system takes for a file: letters, digits and dashes, nothing that means anything to a shell."""
    text = unicodedata.normalize("NFC", wanted)
    kept = "".join(sign if sign.isalnum() or sign in "-_（）" else "-" for sign in text)
    kept = re.sub("-{2,}", "-", kept).strip("-_")[:LONGEST].strip("-_")
    return kept + "-" if _RESERVED.match(kept) else kept or "case"


def version(entry: Entry) -> str:
    """Return what changes whenever a file of the case does: a window that knows another one may not write."""
    digest = hashlib.sha256()
    for path in entry.files:
        data = path.read_bytes() if path.is_file() else None
        digest.update(b"-" if data is None else hashlib.sha256(data).digest())
    return digest.hexdigest()[:32]
