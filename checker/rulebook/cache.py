"""Remembers a parsed rulebook between runs, as plain JSON in the user's cache folder: reading a hundred rules costs more than judging a case.

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
import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from checker import __version__
from checker.base.errors import Text
from checker.cases.papers import Paper
from checker.cases.vocabulary import Entity, Enumeration, Field, Vocabulary
from checker.language import tree
from checker.language.scope import Definition, Frame, Group, Scope
from checker.rulebook.book import Rulebook, parameter_names
from checker.rulebook.packs import Pack, read_pack, scores_of
from checker.rulebook.rule import (
    Aspect,
    Basis,
    Instrument,
    Parameter,
    ParameterValue,
    Reach,
    Reading,
    Rule,
    Template,
    Validity,
)

KEPT = 8
"""How many rulebooks are remembered; the one longest unused goes first."""
_FORMAT = b"checker-rulebook/1"
_MODULES = ("base", "documents", "cases", "language", "rulebook")
_EXPRESSIONS = [
    each
    for each in vars(tree).values()
    if isinstance(each, type) and issubclass(each, tree.Expr) and each is not tree.Expr
]
_TUPLES: list[Any] = [
    Text,
    Definition,
    Frame,
    Group,
    Basis,
    Instrument,
    Paper,
    Aspect,
    ParameterValue,
    Reach,
    Reading,
    Template,
    Validity,
]
_RECORDS: list[Any] = [Parameter, Enumeration, Field]
_RULE_FIELDS = [each.name for each in fields(Rule) if each.init and each.name not in ("scope", "source", "examples")]
_ENTITY_FIELDS = [each.name for each in fields(Entity) if each.name != "by_name"]


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
    path = folder / f"rulebook-{key_of(packs)}.json" if folder is not None else None
    if path is not None and (known := recall(path, packs)) is not None:
        return known
    from checker.rulebook.loader import assemble  # what reads rules is not even imported when they are remembered

    book = assemble(packs, examples=examples)
    if path is not None:
        keep(path, book)
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


def key_of(packs: Sequence[Pack]) -> str:
    """Return the digest of everything that a rulebook is made from."""
    digest = hashlib.sha256(_FORMAT)

    def put(*words: str | bytes) -> None:
        for word in words:
            data = word.encode("utf-8", "surrogateescape") if isinstance(word, str) else word
            digest.update(len(data).to_bytes(8, "big") + data)

    put(__version__, ".".join(map(str, sys.version_info[:3])))
    home = Path(__file__).parents[1]
    own = [*(file for module in _MODULES for file in (home / module).glob("*.py")), *home.glob("*.py")]
    for file in sorted(own):  # a checkout changes without a new version
        state = file.stat()
        put(file.name, f"{state.st_size} {state.st_mtime_ns}")
    for pack in packs:
        put(pack.root, repr(pack.manifest), str(len(pack.parts)))
        for part in pack.parts:
            put(part.name, part.shown, hashlib.sha256(part.data).digest())
    return digest.hexdigest()


def recall(path: Path, packs: Sequence[Pack]) -> Rulebook | None:
    """Return the rulebook remembered in *path*, or nothing when there is none that can be trusted."""
    try:
        if not _own_folder(path.parent):
            return None
        digest, _, body = _own_bytes(path).partition(b"\n")
        if digest.decode("ascii") != _digest(path, body):
            return None
        return _book(json.loads(body, object_pairs_hook=_made), packs)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None  # absent, damaged, or written by something else: the rules are read anew


def keep(path: Path, book: Rulebook) -> None:
    """Remember *book* in *path*, whole or not at all; where that cannot be done, nothing is said."""
    draft = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _own_folder(path.parent):
            return
        body = json.dumps(_document(book), ensure_ascii=False, separators=(",", ":")).encode()
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(_digest(path, body).encode() + b"\n" + body)
        Path(draft).replace(path)
        old = sorted(path.parent.glob("rulebook-*.json"), key=lambda each: each.stat().st_mtime_ns)
        for each in old[:-KEPT]:
            each.unlink(missing_ok=True)
    except (OSError, ValueError, TypeError, RecursionError):
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


def _coded(value: Any) -> Any:
    """Return *value* as plain data: every tuple, object, date and decimal a mapping with one key, its kind."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    coder = _CODERS.get(type(value))
    if coder is None:
        raise TypeError(type(value).__name__)
    return coder(value)


def _record(name: str, slots: Sequence[str]) -> Callable[[Any], Any]:
    return lambda value: {name: [_coded(getattr(value, slot)) for slot in slots]}


def _entity(value: Entity) -> Any:
    names = [[name, field.id] for name, field in value.by_name.items()]
    return {"Entity": [names, *(_coded(getattr(value, slot)) for slot in _ENTITY_FIELDS)]}


_CODERS: dict[type, Callable[[Any], Any]] = {
    tuple: lambda value: {"t": [_coded(each) for each in value]},
    dict: lambda value: {"m": [[_coded(k), _coded(v)] for k, v in value.items()]},
    frozenset: lambda value: {"f": sorted(value)},
    Decimal: lambda value: {"d": str(value)},
    date: lambda value: {"y": value.isoformat()},
    Entity: _entity,
}
_MAKERS: dict[str, Callable[[Any], Any]] = {
    "t": tuple,
    "m": dict,
    "f": frozenset,
    "d": Decimal,
    "y": date.fromisoformat,
    "Entity": lambda value: _made_entity(value),
}
for _each in _TUPLES:
    _CODERS[_each] = (lambda name: lambda value: {name: [_coded(each) for each in value]})(_each.__name__)
    _MAKERS[_each.__name__] = _each._make
for _each in _RECORDS:
    _CODERS[_each] = _record(_each.__name__, [slot.name for slot in fields(_each)])
    _MAKERS[_each.__name__] = (lambda kind: lambda value: kind(*value))(_each)


def _tree_coder(kind: type) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """Return how a tree node becomes plain data and back; where it stood in its file is left out."""
    slots = [slot.name for slot in fields(kind) if slot.name not in ("span", "type")]

    def code(value: Any) -> Any:
        return {kind.__name__: [value.type, *(_coded(getattr(value, slot)) for slot in slots)]}

    return code, lambda value: kind(*value[1:], type=value[0])


for _each in _EXPRESSIONS:
    _CODERS[_each], _MAKERS[_each.__name__] = _tree_coder(_each)


def _made(pairs: list[tuple[str, Any]]) -> Any:
    """Return what one mapping of the file stands for."""
    if len(pairs) == 1:
        maker = _MAKERS.get(pairs[0][0])
        if maker is not None and isinstance(pairs[0][1], (list, str)):
            return maker(pairs[0][1])
    return dict(pairs)


def _made_entity(value: list[Any]) -> Entity:
    named = dict(zip(_ENTITY_FIELDS, value[1:], strict=True))
    return Entity(**named, by_name={name: named["fields"][field] for name, field in value[0]})


def _document(book: Rulebook) -> dict[str, Any]:
    return {
        "entities": _coded(book.vocabulary.entities),
        "enumerations": _coded(book.vocabulary.enumerations),
        "layers": _coded(book.vocabulary.layers),
        "carries": _coded(book.vocabulary.carries),
        "parameters": _coded(book.parameters),
        "definitions": _coded(book.definitions),
        "names": _coded(book.names),
        "sha256": book.sha256,
        "instruments": _coded(book.instruments),
        "rules": [
            [_coded(rule.scope.frames), [_coded(getattr(rule, name)) for name in _RULE_FIELDS]]
            for rule in book.rules.values()
        ],
    }


def _book(found: dict[str, Any], packs: Sequence[Pack]) -> Rulebook:
    vocabulary = Vocabulary(found["entities"], found["enumerations"], found["layers"], found["carries"])
    parameters: dict[str, Parameter] = found["parameters"]
    definitions: dict[tuple[str, str], Definition] = found["definitions"]
    spellings = parameter_names(parameters)
    rules: dict[str, Rule] = {}
    for frames, values in found["rules"]:
        scope = Scope(vocabulary, frames, spellings, definitions)
        rule = Rule(**dict(zip(_RULE_FIELDS, values, strict=True)), scope=scope)
        rules[rule.id] = rule
    return Rulebook(
        vocabulary,
        rules,
        parameters,
        definitions,
        found["names"],
        found["sha256"],
        tuple(pack.root for pack in packs),
        found["instruments"],
        scores_of(packs),
    )
