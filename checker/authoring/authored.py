"""Which rules an author means: files and folders given on the command line, read on top of the built-in rules."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import builtin
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import MANIFEST, VOCABULARY, Pack, read_pack
from checker.rulebook.rule import Rule


class Authored(NamedTuple):
    """A rulebook and those of its rules that were asked for."""

    book: Rulebook
    rules: tuple[Rule, ...]
    packs: tuple[Pack, ...]


def authored(paths: Sequence[str], layers: Sequence[str] = ()) -> Authored:
    """Read the built-in rules, *layers* and what *paths* name, examples included; nothing named means every rule.

    A path inside the built-in rules (or inside one of the *layers*) chooses among them; any other is one more layer.
    Raises InputError.
    """
    base = builtin("rules").resolve()
    places = [base, *(Path(layer).resolve() for layer in layers)]
    wanted: list[Path] = []
    for name in paths:
        path = Path(name).resolve()
        wanted.append(path)
        home = _home(path)
        if not any(home == place or home.is_relative_to(place) for place in places):
            places.append(home)
    _no_ids(paths, places)
    packs = [read_pack(shown(place)) for place in dict.fromkeys(places)]
    if len(packs) > 1 and packs[1].is_base:
        packs = packs[1:]
    inside = [any(path.is_relative_to(Path(pack.root).resolve()) for path in wanted) for pack in packs]
    book = assemble(packs, examples=True if not wanted else [n for n, there in enumerate(inside) if there])
    rules = [rule for rule in book.rules.values() if not wanted or any(_within(rule.file, path) for path in wanted)]
    if not rules:
        told = Text("这里没有规则", "there is no rule here")
        hint = Text("写规则文件或规则文件夹的位置", "name a rule file or a folder of rules")
        raise InputError([Problem("no-rule", Place(", ".join(paths) or "rules"), told, hint)])
    return Authored(book, tuple(rules), tuple(packs))


def _no_ids(paths: Sequence[str], places: Sequence[Path]) -> None:
    """Say which file it is where the id of a rule stands for its path."""
    problems = []
    for name in paths:
        if Path(name).exists() or Path(name).name != name:
            continue
        files = [shown(file) for place in places if place.is_dir() for file in place.rglob(f"{glob.escape(name)}.yaml")]
        if files:
            told = Text(f"“{name}”是规则编号，这里要写文件", f"{name!r} is the id of a rule; a file is wanted here")
            hint = Text(f"写 {files[0]}", f"write {files[0]}")
            problems.append(Problem("no-file", Place(name), told, hint))
    if problems:
        raise InputError(problems)


def _home(path: Path) -> Path:
    """Return the pack that a file lies in: the nearest folder above it with a manifest or a whole rulebook, else the file itself.

    A vocabulary of one's own beside it makes no pack of the folder: a rule file is read with it wherever it is read.
    """
    if path.is_file() and path.suffix == ".yaml":
        for folder in path.parents:
            words = folder / VOCABULARY
            if (folder / MANIFEST).is_file() or (words.is_file() and read_pack(words).is_base):
                return folder
    return path


def shown(place: Path) -> Path:
    """Return *place* as people write it: from the working directory where it lies inside that."""
    try:
        return place.relative_to(Path.cwd())
    except ValueError:
        return place


def _within(file: str, path: Path) -> bool:
    own = Path(file)
    ways = (own.resolve(), own.parent.resolve() / own.name)  # a link in a folder lies there, wherever it leads
    return any(way.is_relative_to(path) for way in ways) or file.startswith(str(path) + "/")
