"""Puts an edited table of parameters on top of the packs: what changes, and the parameter file that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.api import rule_packs
from checker.authoring.lints.parameter_dates import gaps
from checker.authoring.thresholds import OWN, Change, change, file_text
from checker.authoring.thresholds_file import read_table
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import same
from checker.rulebook.book import Rulebook
from checker.rulebook.cache import rulebook_of
from checker.rulebook.packs import Pack, Part, pack_of, read_pack


class Imported(NamedTuple):
    """What an import comes to: the changes to what holds now, the rulebook with them, the file's new bytes and the old ones.

    `data` is None where the file need not be written.
    """

    changes: tuple[Change, ...]
    book: Rulebook
    data: bytes | None
    was: bytes | None


def imported(table: Path, extra: Sequence[Path], own: Path | None, lang: str) -> Imported:
    """Return what the table changes of the built-in rules with the *extra* folders and the file *own* on top.

    What is in *own* by an earlier import stays, unless the table says otherwise. Raises InputError for a table that is wrong,
    for values that overlap, and for a file that no import wrote.
    """
    was = None
    if own is not None and own.exists():
        was = own.read_bytes()
        if not was.startswith(OWN.encode()):
            told = Text(
                "这个文件不是导入时写出的，不改写", "this file was written by no import, and is not written anew"
            )
            raise InputError([Problem("not-ours", Place(str(own)), told, Text("换一个文件名", "choose another name"))])
    below = rule_packs([path for path in extra if own is None or not same(path, own)])
    return put(
        table,
        below,
        read_pack(own) if was is not None and own is not None else None,
        str(own or "parameters.yaml"),
        was,
        lang,
    )


def put(table: Path, below: Sequence[Pack], own: Pack | None, shown: str, was: bytes | None, lang: str) -> Imported:
    """Return what the table changes of the packs *below* with the file *shown* on top, which holds *was* (as the pack *own*); raises InputError."""
    base = rulebook_of(below)
    now = rulebook_of([*below, own]) if own is not None else base
    listed = {each.id: each for each in read_table(table, now.vocabulary, now.parameters)}
    changes = [found for each in listed.values() if (found := change(now.parameters.get(each.id), each)) is not None]
    wanted = {**now.parameters, **listed}
    own_changes = [
        found for each in wanted.values() if (found := change(base.parameters.get(each.id), each)) is not None
    ]
    text = file_text(own_changes, base, lang).encode() if own_changes else OWN.encode() + b"parameters: []\n"
    book = rulebook_of([*below, pack_of(shown, [Part(Path(shown).name, shown, text)])])
    for each in wanted.values():
        if change(book.parameters.get(each.id), each) is not None:
            raise AssertionError(f"the file would not say of {each.id} what the table says")
    return Imported(tuple(changes), book, None if text == was or (was is None and not changes) else text, was)


def gaps_of(found: Imported) -> Iterator[Problem]:
    """Yield a problem for each period in which a changed parameter would have no value."""
    for each in found.changes:
        yield from gaps(each.parameter)
