"""The rules and parameters of the user's own: tried as they are typed, written into one folder of theirs, and nowhere else.

The folder is the first that `--rules` names, else one beside the cases (`.checker/rules`). What is saved holds at once for all
cases, so only what can be read and whose examples come out as they say is saved; what a file said before is kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from checker.authoring.examples import Result, run_examples
from checker.authoring.kinds import cannot_fail
from checker.base.errors import InputError, Problem, Text
from checker.base.files import builtin, read_member
from checker.base.outputs import unwritable, write_files
from checker.cases.files import OWN
from checker.documents.editing import Editor
from checker.documents.source import read_source
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import MANIFEST, PACKED, Manifest, Pack, Part, pack_of, packed, read_pack
from checker.rulebook.rule import Rule
from checker.rulebook.shapes import MANIFEST_KEYS
from checker.serve import refusals
from checker.serve.folder import Folder
from checker.serve.judging import Judge
from checker.serve.refusals import Refusal, Refused

PARAMETERS = "parameters/own.yaml"
"""The file of the parameters that are set on the page, within the folder."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 200_000
"""Characters of one rule."""
CHANGED = Refusal(
    "changed",
    409,
    Text("规则在别的窗口或编辑器里改过，没有保存", "the rule was changed elsewhere since; nothing was saved"),
    Text("另开一页看最新的内容，把您的改动再做一次", "look at it in another window and make your change again"),
)
NOT_READY = Refusal(
    "not-ready",
    422,
    Text("规则还有错，或有示例没有通过，没有保存", "the rule is wrong or an example differs; nothing was saved"),
    Text("按列出的改正再保存", "put right what is listed and save again"),
)
NO_ID = Refusal(
    "no-id",
    422,
    Text("编号要用小写字母、数字和 -", "the id is made of small letters, digits and -"),
    Text("例如 our-limit-on-training", "such as our-limit-on-training"),
)
NO_OWN = Refusal(
    "no-own", 409, Text("没有自己的版本", "there is no version of your own"), Text("刷新这一页", "load this page anew")
)


class Trial(NamedTuple):
    """What a text comes to: what is wrong with it, the rule it is, what its examples came to, the rules with it, and the file that it stands in."""

    problems: tuple[Problem, ...]
    rule: Rule | None = None
    results: tuple[Result, ...] = ()
    book: Rulebook | None = None
    file: str = ""

    @property
    def ready(self) -> bool:
        """Whether it may be saved."""
        good = all(each.holds and not each.problems and not cannot_fail(each) for each in self.results)
        return self.rule is not None and not self.problems and bool(self.results) and good


class Own:
    """The folder of the user's own rules."""

    def __init__(self, folder: Folder, judge: Judge) -> None:
        self.judge = judge
        given = next((Path(each) for each in judge.rules if Path(each).is_dir()), None)
        if given is not None and given.resolve() == builtin("rules").resolve():
            given = None
        self.given = given is not None
        self.root = given or folder.root / OWN / "rules"
        self.kept = folder.root / OWN / "history" / "rules"
        if not self.given:
            judge.own = self.root

    def part(self, ident: str) -> Part | None:
        """Return the file of one's own that holds a rule."""
        rule = self.judge.book.rules.get(ident)
        return next((part for part in self._parts() if rule is not None and part.shown == rule.file), None)

    def _parts(self) -> Sequence[Part]:
        return next((pack.parts for pack in self.judge.packs if pack.root == str(self.root)), ())

    @property
    def has_parts(self) -> bool:
        """Whether there is anything of one's own."""
        return bool(self._parts())

    def text(self, ident: str) -> tuple[str, str]:
        """Return the text of one's own version of a rule with its digest, or a copy to change with none; raises Refused."""
        part = self.part(ident)
        if part is not None:
            return part.data.decode("utf-8-sig", "replace"), digest(part.data)
        rule = self.judge.book.rules.get(ident)
        found = next(
            (p for pack in self.judge.packs for p in pack.parts if rule is not None and p.shown == rule.file), None
        )
        if found is None:
            raise Refused(refusals.NOT_FOUND)
        return copied(ident, found.data), ""

    def trial(self, text: str, ident: str = "") -> Trial:
        """Read a text as a rule on top of all others, in the place of one's own version of *ident*, and run its examples."""
        known = self.part(ident) if ident else None
        name = known.name if known is not None else "new.yaml"
        shown = known.shown if known is not None else str(self.root / name)
        try:
            part = Part(name, shown, text.encode())
        except UnicodeEncodeError:
            raise Refused(refusals.BODY) from None
        packs = self.with_part(part)
        try:
            book = assemble(packs, examples={shown})
        except InputError as error:
            own = sorted(error.problems, key=lambda each: each.place.file != shown)
            return Trial(tuple(own), file=shown)
        rule = next((each for each in book.rules.values() if each.file == shown), None)
        results = tuple(run_examples(book, rules=[rule])) if rule is not None else ()
        return Trial((), rule, results, book, shown)

    def with_part(self, part: Part) -> list[Pack]:
        """Return all packs with one file of one's own put in its place, or added."""
        packs = list(self.judge.packs)
        at = next((n for n, pack in enumerate(packs) if pack.root == str(self.root)), None)
        if at is None:
            return [*packs, Pack(str(self.root), (part,))]
        pack = packs[at]
        rest = tuple(each for each in pack.parts if each.name != part.name)
        packs[at] = pack._replace(parts=(*rest, part))
        return packs

    def save(self, text: str, ident: str, known: str) -> str:
        """Write a rule into the folder of one's own; returns its id. Raises Refused where it is not ready, or was changed."""
        trial = self.trial(text, ident)
        if not trial.ready or trial.rule is None:
            raise Refused(NOT_READY)
        if not is_id(trial.rule.id):
            raise Refused(NO_ID)
        part = self.part(ident) if ident else None
        path = Path(part.shown) if part is not None else self.root / f"{trial.rule.id}.yaml"
        self.write(path, text.encode(), known)
        return trial.rule.id

    def write(self, path: Path, data: bytes, known: str) -> None:
        """Write a file of one's own unless it is no longer what *known* was the digest of; what it said is kept. Raises Refused."""
        before = read_member(path) if path.is_file() else b""
        if (digest(before) if before else "") != known:
            raise Refused(CHANGED)
        try:
            if before:
                self.kept.mkdir(parents=True, exist_ok=True)
                stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
                write_files({str(self.kept / f"{path.stem}-{stamp}.txt"): before})
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(str(path), error) from None
        if data:
            write_files({str(path): data})
        else:
            path.unlink(missing_ok=True)
        self.judge.forget()

    def drop(self, ident: str, known: str) -> None:
        """Take one's own version of a rule out of the folder; it is kept aside. Raises Refused where others rest on it."""
        part = self.part(ident)
        if part is None:
            raise Refused(NO_OWN)
        packs = [
            pack._replace(parts=tuple(each for each in pack.parts if each is not part))
            if pack.root == str(self.root)
            else pack
            for pack in self.judge.packs
        ]
        assemble([pack for pack in packs if pack.parts])
        self.write(Path(part.shown), b"", known)

    def manifest(self) -> Manifest | None:
        """Return whose the folder says it is, where it says so."""
        return next((pack.manifest for pack in self.judge.packs if pack.root == str(self.root)), None)

    def packed(self, given: Mapping[str, str]) -> tuple[str, bytes]:
        """Return one file of all that is one's own, and its name; *given* says whose it is where the folder does not.

        Raises Refused where there is nothing, InputError where the manifest cannot stand or the rules cannot be read.
        """
        if not self._parts():
            raise Refused(NO_OWN)
        pack = read_pack(self.root)
        if pack.manifest is None:
            lines = [
                f"{key}: {json.dumps(given[key], ensure_ascii=False)}\n" for key in MANIFEST_KEYS if given.get(key)
            ]
            part = Part(MANIFEST, MANIFEST, "".join(lines).encode())
            pack = pack_of(pack.root, [*pack.parts, part])
        assert pack.manifest is not None and pack.manifest_part is not None
        below = [each for each in self.judge.packs if each.root != pack.root]
        alone = pack._replace(manifest=pack.manifest._replace(needs=()))  # what it needs may stand on another machine
        assemble([*below, alone], examples={each.shown for each in pack.parts})
        name = f"{pack.manifest.name}-{pack.manifest.version}{PACKED}"
        return name, packed(pack, pack.manifest_part)

    def is_own(self, rule: Rule) -> bool:
        """Whether a rule is of one's own folder."""
        return Path(rule.file).is_relative_to(self.root)


def is_id(text: str) -> bool:
    """Whether a text may be the id of a rule, and with it the name of a file."""
    return bool(_ID.fullmatch(text)) and len(text) <= 80


def copied(ident: str, data: bytes) -> str:
    """Return the text of a rule to change: it says that it replaces that one, whose definitions hold on under their names."""
    source = read_source("rule.yaml", data)
    editor = Editor(source)
    chinese = any(not key.text.isascii() for key, _ in source.root.value)
    for names in (("define", "定义"), ("parameters", "参数"), ("replaces", "取代")):
        at = next((n for n, (key, _) in enumerate(editor.data) if key in names), -1)
        if at >= 0:
            editor.remove((at,))
    return f"{'取代' if chinese else 'replaces'}: {ident}\n{editor.text}"


def digest(data: bytes) -> str:
    """Return what changes whenever a file does."""
    return hashlib.sha256(data).hexdigest()[:32]
