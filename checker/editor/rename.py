"""A parameter, a definition or a field of one's own under another name, in every file of its pack at once, or nowhere.

What comes of it is read before it is offered: every rule must still be read, and say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import Problem, Text
from checker.cases.vocabulary import Field
from checker.editor.documents import CASE, OTHER, WORDS, Document, Edit, Range
from checker.editor.here import here
from checker.editor.mending import mended
from checker.editor.naming import Meaning, Name, name_at, names
from checker.editor.shelf import Shelf, View, readable
from checker.language.formatter import format_expression
from checker.language.scope import Definition
from checker.language.words import ADVISED, FUNCTIONS, KEYWORDS, OPERATORS, spellings
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import attempted
from checker.rulebook.packs import Pack
from checker.rulebook.rule import Parameter, Rule

_ID = re.compile(r"[a-z][a-z0-9_]*")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z_“”（）][\u4e00-\u9fffA-Za-z0-9_“”（）]*")
_WORDS = {*spellings(KEYWORDS), *spellings(ADVISED), *spellings(OPERATORS), *spellings(FUNCTIONS)}
_REFERRING = ("none", "changed_by", "key", "label", "once", "field", "derive")
"""Keys of a vocabulary under which fields of the same entity are named."""
NOTHING = Text("这里没有可以改名的", "there is nothing to rename here")


class Refused(Exception):
    """A name that is not changed, and why."""

    def __init__(self, told: Text) -> None:
        super().__init__(told.en)
        self.told = told


class Spelling(NamedTuple):
    """The name that is to be changed, as it is spelt under the pointer."""

    name: Name
    meaning: Parameter | Field | Definition
    old: str


def prepare(shelf: Shelf, view: View, offset: int) -> tuple[Range, str]:
    """Return the stretch of the name at *offset* and the name; raises Refused where it is not one's own."""
    found = _spelling(shelf, view, offset)
    return view.document.range(found.name.start, found.name.end), found.old


def rename(shelf: Shelf, view: View, offset: int, new: str) -> dict[str, list[Edit]]:
    """Return the edits of every file, by its path; raises Refused."""
    found = _spelling(shelf, view, offset)
    new = new.strip()
    if new == found.old:
        return {}
    _fit(found, new, view.book)
    own = [pack for pack in view.packs if pack is not view.packs[0]]
    documents = [*_documents(shelf, view, own)]
    _sound(view, documents)
    spots: dict[str, list[tuple[int, int]]] = {}
    for document in documents:
        kind = document.kind(shelf.builtin.vocabulary)
        within = [*_within(view._replace(document=document, kind=kind), found)]
        if within:
            spots[document.path] = sorted(set(within))
        elif kind == OTHER and found.old in document.text:
            file = Path(document.path).name
            raise Refused(
                Text(
                    f"{file} 里写着“{found.old}”，请先在那里改",
                    f"{file} speaks of {found.old!r}; change it there first",
                )
            )
    by_path = {document.path: document for document in documents}
    texts = {path: _changed(by_path[path].text, listed, new) for path, listed in spots.items()}
    _same(view, own, texts, found, new)
    return {
        path: [Edit(by_path[path].range(start, end), new) for start, end in listed] for path, listed in spots.items()
    }


def _spelling(shelf: Shelf, view: View, offset: int) -> Spelling:
    name = name_at(view, offset)
    if name is None or not isinstance(name.meaning, (Parameter, Field, Definition)):
        raise Refused(NOTHING)
    meaning = name.meaning
    old = name.text
    known = {
        Parameter: lambda each: (each.id, each.zh),
        Field: lambda each: (each.id, each.zh),
        Definition: lambda each: (each.name, each.zh),
    }[type(meaning)](meaning)
    if old not in known:
        raise Refused(Text(f"“{old}”是别名，改它的本名 {known[1]}", f"{old!r} is an alias; rename {known[0]} itself"))
    if _builtin(shelf, view, meaning):
        raise Refused(
            Text(
                f"“{old}”是内置的，不能改名；自己的规则里可以另起一个",
                f"{old!r} is built in and keeps its name; make one of your own",
            )
        )
    return Spelling(name, meaning, old)


def _builtin(shelf: Shelf, view: View, meaning: Meaning) -> bool:
    built = shelf.builtin
    if isinstance(meaning, Field):
        known = built.vocabulary.entities.get(meaning.entity)
        return known is not None and meaning.id in known.fields
    if isinstance(meaning, Definition):
        return (meaning.entity, meaning.name) in built.definitions
    return isinstance(meaning, Parameter) and meaning.id in built.parameters


def _fit(found: Spelling, new: str, book: Rulebook) -> None:
    """Refuse a name that is none, or that means something already."""
    english = found.old.isascii()
    if not (_ID if english else _NAME).fullmatch(new):
        raise Refused(
            Text(
                "英文名称用小写字母、数字和下划线" if english else "名称不能有空格和符号，不能以数字开头",
                "a name is made of small letters, digits and underscores"
                if english
                else "a name holds no blanks or signs and begins with no digit",
            )
        )
    if new in book.names or new in _WORDS:
        raise Refused(Text(f"“{new}”已有别的意思", f"{new!r} already means something"))


def _documents(shelf: Shelf, view: View, own: list[Pack]) -> Iterator[Document]:
    """Yield every file of the packs of one's own, and the cases at hand."""
    seen: set[str] = set()
    for pack in own:
        if Path(pack.root).is_file() and Path(pack.root).suffix == ".pack":
            continue
        for part in pack.parts:
            document = shelf.document(Path(part.shown))
            if document is None:
                raise Refused(Text(f"读不了 {part.shown}", f"{part.shown} cannot be read"))
            if document.path not in seen:
                seen.add(document.path)
                yield document
    folder = Path(view.document.path).parent
    for path in [*map(Path, shelf.texts), *(folder.glob("*.yaml") if folder.is_dir() else ())]:
        document = shelf.document(path)
        if document is not None and document.path not in seen and document.kind(view.vocabulary) == CASE:
            seen.add(document.path)
            yield document


def _sound(view: View, documents: list[Document]) -> None:
    """Refuse where a file cannot be read as a whole: names in it would be passed over."""
    files = {document.path for document in documents}
    wrong: list[Problem] = [problem for problem in view.problems if problem.place.file in files]
    wrong += [problem for document in documents for problem in mended(document).problems]
    if wrong:
        first = wrong[0]
        told = f"{Path(first.place.file).name}:{int(first.place.line)}"
        raise Refused(
            Text(f"先改正错误再改名：{told} {first.message.zh}", f"mend this first: {told} {first.message.en}")
        )


def _within(view: View, found: Spelling) -> Iterator[tuple[int, int]]:
    """Yield where one file spells the name."""
    for name in names(view):
        if name.text == found.old and _is(name.meaning, found.meaning):
            yield name.start, name.end
    if view.kind != WORDS or not isinstance(found.meaning, Field):
        return
    for part in view.document.root.walk():
        if part.kind != "scalar" or part.value != found.old:
            continue
        place = here(part, view.kind, view.vocabulary)
        path = [each.key.value for each in part.above() if each.key is not None][::-1]
        entity = view.vocabulary.entity_named(path[1]) if len(path) > 1 else None
        listed = len(path) > 2 and path[0] in ("documents", "材料")
        owner = view.vocabulary.entity_named(path[2]) if listed else entity
        if owner is None or owner.id != found.meaning.entity:
            continue
        if listed or (place.key is not None and place.key.id in _REFERRING):
            yield part.source_of(0), part.source_of(0) + len(part.value)


def _is(one: Meaning, two: Parameter | Field | Definition) -> bool:
    if isinstance(one, Parameter) and isinstance(two, Parameter):
        return one.id == two.id
    if isinstance(one, Field) and isinstance(two, Field):
        return (one.entity, one.id) == (two.entity, two.id)
    if isinstance(one, Definition) and isinstance(two, Definition):
        return (one.entity, one.name) == (two.entity, two.name)
    return False


def _changed(text: str, spots: list[tuple[int, int]], new: str) -> str:
    for start, end in reversed(spots):
        text = text[:start] + new + text[end:]
    return text


def _same(view: View, own: list[Pack], texts: Mapping[str, str], found: Spelling, new: str) -> None:
    """Refuse where what comes of it cannot be read, or a rule would say something else."""
    packs = [
        pack._replace(
            parts=tuple(
                part._replace(data=readable(Document(part.shown, texts[part.shown]))) if part.shown in texts else part
                for part in pack.parts
            )
        )
        if pack in own
        else pack
        for pack in view.packs
    ]
    book, problems = attempted(packs, examples={view.document.path})
    if problems or book is None:
        first = problems[0]
        raise Refused(
            Text(f"改名以后读不了：{first.message.zh}", f"it could not be read after that: {first.message.en}")
        )
    files = {part.shown for pack in own for part in pack.parts}
    before = {rule.id: _said(rule) for rule in view.book.rules.values() if rule.file in files}
    after = {
        rule.id: tuple(_back(each, new, found.old) for each in _said(rule))
        for rule in book.rules.values()
        if rule.file in files
    }
    if before != after:
        raise Refused(
            Text(f"改成“{new}”以后，有的条件意思会变", f"some condition would say something else with {new!r}")
        )


def _back(text: str, new: str, old: str) -> str:
    return re.sub(re.escape(new), lambda _: old, text)


def _said(rule: Rule) -> tuple[str, ...]:
    """Return everything that a rule says, in both languages."""
    parts = (rule.when, rule.unless, rule.require, rule.strict, rule.amount, rule.as_of, rule.severity, rule.nature_by)
    pieces = [piece[0] for template in rule.message.values() for piece in template.pieces if not isinstance(piece, str)]
    return tuple(
        format_expression(expr, rule.scope, lang)
        for expr in (*parts, *pieces)
        if expr is not None
        for lang in ("zh", "en")
    )
