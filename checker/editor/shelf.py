"""Which rules an open file stands among: the built-in ones, the folders of the settings, its own pack, and what is typed but not saved.

Files are read as the commands read them; none is ever written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Problem
from checker.base.files import builtin
from checker.cases.case import Case
from checker.cases.vocabulary import Vocabulary
from checker.editor.documents import CASE, FOLLOWUP, RULE, WAIVERS, Document
from checker.editor.mending import mended, read_case_text
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import attempted
from checker.rulebook.packs import MANIFEST, VOCABULARY, Pack, Part, read_pack, words_beside

BESIDE = 60
"""Files of a folder that are looked at for rules or a case."""
LARGE = 400_000
"""Characters of a file beside an open one that are looked at."""


class View(NamedTuple):
    """An open file with everything it stands among: the rulebook of what can be read, and all that is wrong anywhere."""

    document: Document
    kind: str
    book: Rulebook
    packs: tuple[Pack, ...]
    problems: tuple[Problem, ...]
    case: Case | None = None
    """The case itself, where the file is one that can be read."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that its rules and cases are written in."""
        return self.book.vocabulary


class Shelf:
    """The rules of one session of an editor; *texts* are the open files by their paths."""

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self.folders = tuple(folders)
        self.texts: dict[str, Document] = {}
        self.told: list[Problem] = []
        """What is wrong with the folders of the settings."""
        self._packs: dict[Path, tuple[object, Pack]] = {}
        self._views: dict[str, tuple[object, View]] = {}
        self._case: tuple[object, Case | None] | None = None
        self._saved_files: dict[str, tuple[object, Document | None]] = {}
        book, _ = attempted([self._read(builtin("rules"))])
        assert book is not None
        self.builtin = book

    # ---- packs

    def _read(self, place: Path) -> Pack:
        """Read a pack, anew where one of its files changed."""
        state = tuple(_states(place))
        known = self._packs.get(place)
        if known is None or known[0] != state:
            known = self._packs[place] = state, read_pack(place)
        return known[1]

    def _open(self, pack: Pack, root: Path) -> Pack:
        """Return *pack* with what is open in place of what is saved."""
        parts = []
        seen = set()
        for part in pack.parts:
            document = self.texts.get(part.shown)
            seen.add(part.shown)
            parts.append(part if document is None else part._replace(data=readable(document)))
        for path, document in self.texts.items():
            file = Path(path)
            if (
                path not in seen
                and root.is_dir()
                and file.suffix == ".yaml"
                and file.is_relative_to(root)
                and not file.exists()
            ):
                parts.append(Part(file.relative_to(root).as_posix(), path, readable(document)))
        return pack._replace(parts=tuple(parts))

    def layers(self, document: Document, kind: str) -> list[Pack]:
        """Return the packs that *document* stands among, the built-in one first."""
        base = builtin("rules")
        places = [base]
        self.told = []
        for folder in self.folders:
            place = Path(folder).resolve()
            if place != base.resolve() and place not in places:
                places.append(place)
        path = Path(document.path)
        home = self._home(path)
        own: list[Pack] = []
        if home not in places:
            if home.is_dir():
                places.append(home)
            elif kind in (CASE, WAIVERS, FOLLOWUP):
                own = [Pack(str(path.parent), words)] if (words := _words(path)) else []
                own += self._rules_beside(path) if kind != CASE else []
            else:
                own = [Pack(document.path, (Part(path.name, document.path, readable(document)), *_words(path)))]
        packs = []
        for place in places:
            try:
                packs.append(self._open(self._read(place), place))
            except InputError as error:
                self.told += error.problems
        packs += [self._open(pack, path.parent) for pack in own]
        return packs[1:] if len(packs) > 1 and packs[1].is_base else packs

    def _rules_beside(self, path: Path) -> Iterator[Pack]:
        """Yield the rules that lie beside a file in no pack, each with the words that it is written in."""
        for file in _beside(path):
            document = self.document(file)
            if document is not None and document.kind(self.builtin.vocabulary) == RULE:
                yield Pack(str(file), (Part(file.name, str(file), readable(document)), *_words(file)))

    def document(self, path: Path) -> Document | None:
        """Return a file as it is typed or saved; nothing where it cannot be read."""
        known = self.texts.get(str(path))
        if known is not None:
            return known
        state = _state(path)
        kept = self._saved_files.get(str(path))
        if kept is None or kept[0] != state:
            kept = self._saved_files[str(path)] = state, _read(path)
        return kept[1]

    # ---- views

    def view(self, document: Document) -> View:
        """Return everything that *document* stands among, worked out once for what is typed now."""
        key = (document.text, tuple((path, other.version) for path, other in self.texts.items()), self._saved(document))
        known = self._views.get(document.path)
        if known is None or known[0] != key:
            known = self._views[document.path] = key, self._view(document)
        return known[1]

    def latest(self, document: Document) -> View:
        """Return what was worked out last for this file, with its text of now: names change seldom while one types."""
        known = self._views.get(document.path)
        return self.view(document) if known is None else known[1]._replace(document=document)

    def forget(self, path: str) -> None:
        """Let go of a file that was closed."""
        self.texts.pop(path, None)
        self._views.pop(path, None)

    def _saved(self, document: Document) -> object:
        """Return what changes when a file of a pack is saved elsewhere."""
        path = Path(document.path)
        home = self._home(path)
        places = [Path(folder).resolve() for folder in self.folders]
        if home.is_dir() and home not in places:
            places.append(home)
        return tuple(tuple(_states(place)) for place in places), _state(path.parent / VOCABULARY)

    def _home(self, path: Path) -> Path:
        """Return the pack that a file lies in, as the commands see it; the file itself where it lies in none."""
        for place in (builtin("rules"), *(Path(folder).resolve() for folder in self.folders)):
            if path.is_relative_to(place):
                return place
        for folder in path.parents if path.is_absolute() else ():
            words = folder / VOCABULARY
            if (folder / MANIFEST).is_file() or (words.is_file() and _is_base(words, _state(words))):
                return folder
        return path

    def _view(self, document: Document) -> View:
        kind = document.kind(self.builtin.vocabulary)
        packs = self.layers(document, kind)
        book, problems = attempted(packs, examples={document.path})
        if book is None:  # the vocabulary itself cannot be read: the words of before still help
            known = self._views.get(document.path)
            book = known[1].book if known is not None else self.builtin
        made = View(document, kind, book, tuple(packs), tuple(problems))
        if kind == CASE:
            case, told = read_case_text(document, book)
            return made._replace(case=case, problems=(*problems, *told))
        return made

    # ---- the case that a rule is shown over

    def case_for(self, view: View, given: str = "") -> Case | None:
        """Return the case to show outcomes over: the one of the settings, else one that is open, else the only one beside."""
        path = Path(view.document.path)
        for file in self._candidates(path, given):
            document = self.document(file)
            if document is None or document.kind(view.vocabulary) != CASE:
                continue
            key = (document.text, view.vocabulary)
            if self._case is None or self._case[0] != key:
                self._case = key, read_case_text(document, view.book)[0]
            if self._case[1] is not None:
                return self._case[1]
        return None

    def _candidates(self, path: Path, given: str) -> Iterator[Path]:
        if given:
            place = Path(given)
            yield place if place.is_absolute() else path.parent / place
            return
        for each in reversed(self.texts):
            yield Path(each)
        beside = [
            file
            for file in _beside(path)
            if (document := self.document(file)) is not None and document.kind(self.builtin.vocabulary) == CASE
        ]
        if len(beside) == 1:
            yield beside[0]


@lru_cache(maxsize=64)
def _is_base(words: Path, state: object) -> bool:
    """Whether a vocabulary is one of a whole rulebook; *state* changes when its file does."""
    try:
        return read_pack(words).is_base
    except InputError:
        return False


def readable(document: Document) -> bytes:
    """Return the text of an open file as its readers take it: lines that are no YAML are left out of it."""
    return mended(document).text.encode("utf-8", "replace")


def _read(path: Path) -> Document | None:
    """Return a saved file; nothing where it cannot be read."""
    try:
        if path.stat().st_size > LARGE:
            return None
        return Document(str(path), path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None


def _words(path: Path) -> tuple[Part, ...]:
    try:
        return words_beside(path)
    except InputError:
        return ()


def _beside(path: Path) -> list[Path]:
    """Return the first files beside *path*."""
    try:
        found = sorted(
            each for each in path.parent.iterdir() if each.suffix == ".yaml" and each != path and each.is_file()
        )
    except OSError:
        return []
    return found[:BESIDE]


def _states(place: Path) -> Iterator[object]:
    """Yield what changes when a file below *place* does."""
    if place.is_file():
        yield _state(place)
        return
    for above, folders, files in os.walk(place):
        folders.sort()
        for name in sorted(files):
            if name.endswith((".yaml", ".yml", ".json")):
                yield _state(Path(above) / name)


def _state(path: Path) -> object:
    try:
        state = path.stat()
    except OSError:
        return None
    return str(path), state.st_mtime_ns, state.st_size


def texts_of(packs: Iterable[Pack]) -> Mapping[str, bytes]:
    """Return every file of *packs* by the name it is shown under."""
    return {part.shown: part.data for pack in packs for part in pack.parts}
