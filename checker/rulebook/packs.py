"""Packs: a folder (or one packed file) with rules, parameters and vocabulary of its own, and a manifest that says whose.

A packed file is a zip archive whose manifest holds the SHA-256 of every part; one altered byte and it is refused.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from os.path import relpath
from pathlib import Path

from checker import __version__
from checker.base import places
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.files import read_member
from checker.base.named import NamedTuple
from checker.documents.node import Node
from checker.documents.source import Source, control_characters, read_source

MANIFEST = "pack.yaml"
PACKED = ".pack"
"""Suffix of a packed file."""
VOCABULARY = "vocabulary.yaml"
SCORES = "scores"
"""The folder of a pack that holds score sheets."""
FORMS = "forms"
"""The folder of a pack that holds forms of documents."""
PACK_LIMIT = 64 * 1024 * 1024
"""Largest packed file, and largest size of all its parts together, in bytes."""


class Part(NamedTuple):
    """One file of a pack: its name inside it, how it is shown to people, its bytes."""

    name: str
    shown: str
    data: bytes

    @property
    def is_scores(self) -> bool:
        """Whether this is a score sheet: those give points and no outcome, and are read by `checker.scores` alone."""
        return SCORES in self.name.split("/")[:-1]

    @property
    def is_form(self) -> bool:
        """Whether this is a form: those say how documents are read and decide nothing, and are read by `checker.intake` alone."""
        return FORMS in self.name.split("/")[:-1]


class Manifest(NamedTuple):
    """Who a pack is from and what it needs; `jurisdiction` bounds its rules, `needs` gives least versions by name."""

    name: str
    version: str
    jurisdiction: str = ""
    publisher: str = ""
    title: Text = Text("", "")
    needs: tuple[tuple[str, str], ...] = ()


class Pack(NamedTuple):
    """Everything read from one folder, packed file or single rule file."""

    root: str
    parts: tuple[Part, ...]
    manifest: Manifest | None = None
    manifest_part: Part | None = None

    def part(self, name: str) -> Part | None:
        """Return the part of this name."""
        return next((part for part in self.parts if part.name == name), None)

    @property
    def is_base(self) -> bool:
        """Whether this is a whole rulebook with a vocabulary of its own, to stand on no other."""
        part = self.part(VOCABULARY)
        if self.manifest is not None or part is None:
            return False
        try:
            root = read_source(part.shown, part.data).root
        except InputError:
            return False
        return any(
            key.text in ("root", "根")
            for top, entities in (root.value if root.kind == "map" else ())
            if top.text in ("entities", "实体") and entities.kind == "map"
            for _, entity in entities.value
            if entity.kind == "map"
            for key, _ in entity.value
        )


def scores_of(packs: Sequence[Pack]) -> tuple[tuple[Part, str], ...]:
    """Return the score sheets of *packs*, unread, each with the jurisdiction that bounds its pack."""
    return tuple(
        (p, pack.manifest.jurisdiction if pack.manifest else "") for pack in packs for p in pack.parts if p.is_scores
    )


def _inside(folder: str) -> Iterator[str]:
    """Yield everything below *folder*, files and folders, by its name inside it with slashes; no link to a folder is followed."""
    for above, folders, files in os.walk(folder):
        lead = relpath(above, folder).replace(os.sep, "/") + "/" if above != folder else ""
        yield from (lead + name for name in (*folders, *files))


def _suffix(name: str) -> str:
    """Return how a file's name ends, as `PurePath.suffix` does."""
    dot = name.rfind(".")
    return name[dot:] if name.rfind("/") + 1 < dot < len(name) - 1 else ""


def read_pack(path: Path) -> Pack:
    """Read a folder of rules, a packed file, or one rule file; raises InputError."""
    if path.is_dir():
        shown = str(path)
        inside = sorted(_inside(shown), key=lambda name: name.split("/"))
        named = [(name, suffix) for name in inside if (suffix := _suffix(name)).lower() in (".yaml", ".yml", ".json")]
        others = [name for name, suffix in named if suffix != ".yaml"]
        if others:  # a rule that is not read is a rule that nobody is held to
            told = Text(
                "规则文件的后缀须是 .yaml，这个文件不会被读", "rule files end in .yaml; this file would not be read"
            )
            hint = Text("改名为 .yaml，或移到别处", "rename it to .yaml, or move it elsewhere")
            raise InputError([Problem("rule-file", Place(str(path / name)), told, hint) for name in others])
        if not named:
            told = Text("规则文件夹里没有规则文件（.yaml）", "this folder of rules holds no rule file (.yaml)")
            hint = Text(
                "检查是不是写错了文件夹；新规则用 checker rules new 写",
                "look whether this is the folder you mean; checker rules new begins a rule",
            )
            raise InputError([Problem("empty-folder", Place(shown), told, hint)])
        parts: list[Part] = []
        problems: list[Problem] = []
        lead = str(path / "_")[:-1]  # joined as text: hundreds of paths take longer to make than their files to read
        for name, _ in named:
            file = lead + name.replace("/", os.sep)
            try:
                parts.append(Part(name, file, read_member(file)))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        return pack_of(shown, tuple(parts))
    if not path.is_file():
        near = path.parent if path.parent.is_dir() else Path()
        raise InputError(
            [
                Problem(
                    "no-folder",
                    Place(str(path)),
                    Text("没有这个规则文件夹或规则文件", "there is no such folder or file of rules"),
                    did_you_mean(
                        str(path), [str(p) for p in near.iterdir() if p.is_dir() or p.suffix in (".yaml", PACKED)]
                    )
                    or Text(
                        "写一个文件夹、规则文件（.yaml）或规则包（.pack）",
                        "name a folder, a rule file (.yaml) or a packed file (.pack)",
                    ),
                )
            ]
        )
    if path.suffix == ".yaml":
        return Pack(str(path), (Part(path.name, str(path), read_member(path)), *words_beside(path)))
    return _unpack(path)


SHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods")
"""Endings of workbooks, which people name where a pack is wanted: both are archives."""


def words_beside(path: Path) -> tuple[Part, ...]:
    """Return the vocabulary that a rule file by itself is written in: beside it, or at the top of the pack that it lies in."""
    top = next((folder for folder in path.parents if (folder / MANIFEST).is_file()), path.parent)
    for own in dict.fromkeys((path.parent / VOCABULARY, top / VOCABULARY)):
        if path.name != VOCABULARY and own.is_file():
            part = Part(VOCABULARY, str(own), read_member(own))
            return () if Pack(str(own), (part,)).is_base else (part,)
    return ()


def _unpack(path: Path) -> Pack:
    def refuse(code: str, told: Text, hint: Text, part: str = "") -> InputError:
        return InputError([Problem(code, Place(f"{path}/{part}" if part else str(path)), told, hint)])

    if path.suffix.lower() in SHEETS:
        told = Text("表格不是规则", "a workbook is no rule")
        hint = Text(
            f"认定好的名称表先读回：checker parties --decided {path} -o 名称认定.yaml，再写 --rules 名称认定.yaml；参数表用 checker parameters import",
            f"read decisions on names back first: checker parties --decided {path} -o parties.yaml, then --rules parties.yaml; a table of parameters goes into checker parameters import",
        )
        raise refuse("pack", told, hint)
    again = Text("向发布单位重新索取这个规则包", "ask its publisher for the pack again")
    try:
        from checker.base.archive import unzipped

        archive = unzipped(path.read_bytes(), PACK_LIMIT)
    except OSError as error:
        told = Text(f"读不了这个规则包：{error.strerror}", f"this pack cannot be read: {error.strerror}")
        raise refuse("pack", told, again) from None
    if archive.flaw == "size":
        raise refuse("pack-size", Text("规则包太大", "the pack is too large"), again)
    if archive.flaw or archive.damaged:
        name = next(iter(archive.damaged), "")
        told = Text(f"规则包已损坏{'：' + name if name else ''}", f"the pack is damaged{': ' + name if name else ''}")
        raise refuse("pack-altered", told, again, name)
    parts = tuple(Part(name, f"{path}/{name}", data) for name, data in archive.parts)
    names = [part.name for part in parts]
    if len(set(names)) != len(names) or MANIFEST not in names:
        told = Text(
            "这不是规则包：没有 pack.yaml，或有重复的部件",
            "this is no pack: pack.yaml is missing, or a part is there twice",
        )
        raise refuse("pack", told, Text("用 checker rules pack 制作", "make one with: checker rules pack"))
    manifest = next(part for part in parts if part.name == MANIFEST)
    if archive.comment != f"sha256 {hashlib.sha256(manifest.data).hexdigest()}":
        told = Text("清单 pack.yaml 被改动过", "the manifest pack.yaml was altered")
        raise refuse("pack-altered", told, again, MANIFEST)
    return pack_of(str(path), sorted(parts), packed=True)


def pack_of(shown: str, parts: Sequence[Part], *, packed: bool = False) -> Pack:
    """Return the pack that *parts* make, its manifest among them if it has one; raises InputError where they do not fit it."""
    own = next((part for part in parts if part.name == MANIFEST), None)
    rest = tuple(part for part in parts if part.name != MANIFEST)
    if own is None:
        return Pack(shown, rest)
    source = read_source(own.shown, own.data)
    problems: list[Problem] = [*control_characters(source)]
    manifest, hashes = _manifest(source, problems)
    if packed or hashes:
        problems += _altered(source, rest, hashes)
    if problems:
        raise InputError(problems)
    return Pack(shown, rest, manifest, own)


def _altered(source: Source, parts: Sequence[Part], hashes: dict[str, str]) -> list[Problem]:
    """Return a problem for every part that is not the one the manifest was made for."""
    found: list[Problem] = []
    there = {part.name: hashlib.sha256(part.data).hexdigest() for part in parts}
    shown = {part.name: part.shown for part in parts}
    again = Text(
        "向发布单位重新索取；自己改的，用 checker rules pack 重新打包",
        "ask its publisher for the pack again; after a change of your own, pack it anew with: checker rules pack",
    )
    for name in sorted({*there, *hashes}):
        if name not in there:
            told = Text(f"规则包缺少部件“{name}”", f"the part {name!r} of the pack is missing")
        elif name not in hashes:
            told = Text(f"规则包里多了部件“{name}”", f"the part {name!r} was added to the pack")
        elif there[name] != hashes[name]:
            told = Text(f"规则包的部件“{name}”被改动过", f"the part {name!r} of the pack was altered")
        else:
            continue
        found.append(Problem("pack-altered", Place(shown.get(name, source.file)), told, again))
    return found


def _place(part: Part) -> Place:
    source = read_source(part.shown, part.data)
    return source.place(source.root)


def _manifest(source: Source, problems: list[Problem]) -> tuple[Manifest, dict[str, str]]:
    from checker.rulebook.shapes import MANIFEST_KEYS  # the built-in rules have no manifest

    root = source.root

    def problem(node: Node, told: Text, hint: Text | None) -> None:
        problems.append(Problem("manifest", source.place(node), told, hint))

    chinese = {zh: key for key, zh in MANIFEST_KEYS.items()}
    body: dict[str, Node] = {}
    if root.kind != "map":
        problem(
            root,
            Text("pack.yaml 要写成“键: 值”", "pack.yaml is made of “key: value” lines"),
            Text("写 名称、版本、发布单位", "write name, version, publisher"),
        )
        return Manifest("", ""), {}
    for key, node in root.value:
        name = key.text if key.text in MANIFEST_KEYS else chinese.get(key.text)
        if name is None:
            problem(
                key,
                Text(f"不认识的键“{key.text}”", f"unknown key {key.text!r}"),
                did_you_mean(key.text, [*MANIFEST_KEYS, *chinese])
                or Text("可写：" + "、".join(chinese), "one of: " + ", ".join(MANIFEST_KEYS)),
            )
        elif name in body:
            told = Text(f"“{key.text}”写了两次", f"{key.text!r} is there twice")
            problem(key, told, Text("只留一处", "keep one"))
        else:
            body[name] = node

    def text(key: str) -> str:
        node = body.get(key)
        return node.text.strip() if node is not None and node.kind in ("plain", "text") else ""

    for key in MANIFEST_KEYS.required:
        if not text(key):
            told = Text(f"pack.yaml 没有写“{MANIFEST_KEYS[key]}”（{key}）", f"pack.yaml does not state its {key}")
            problem(root, told, Text(f"加一行 {MANIFEST_KEYS[key]}: …", f"add a line {key}: …"))
    name = text("name")
    if name and not all(c.isalnum() or c in "-_." for c in name):
        problem(
            body["name"],
            Text(f"规则包名称“{name}”有空格或符号", f"the name {name!r} holds blanks or signs"),
            Text("用字母、汉字、数字、- 和 _", "use letters, digits, - and _"),
        )
    if text("version") and not _version(text("version")):
        problem(
            body["version"],
            Text(f"版本“{text('version')}”不是数字", f"the version {text('version')!r} is not made of numbers"),
            Text("例如 1.0 或 2026.1", "such as 1.0 or 2026.1"),
        )
    place = text("jurisdiction")
    if place and not (place.isascii() and place.isdigit() and len(place) in (2, 4, 6)):
        problem(
            body["jurisdiction"],
            Text(f"“{place}”不是行政区划代码", f"{place!r} is not a code of a jurisdiction"),
            Text(
                '写 GB/T 2260 代码的前 2、4 或 6 位，例如 "4301"',
                'write the first 2, 4 or 6 digits of the GB/T 2260 code, such as "4301"',
            ),
        )
    elif place and (wrong := places.wrong(place)) is not None:
        problem(body["jurisdiction"], *wrong)
    needs: list[tuple[str, str]] = []
    if "needs" in body and body["needs"].kind == "map":
        needs = [(key.text, node.text) for key, node in body["needs"].value]
    elif "needs" in body:
        problem(
            body["needs"],
            Text("“需要”写成 {checker: 0.1, 另一个包: 1.0}", "needs is written {checker: 0.1, other-pack: 1.0}"),
            Text("写成“名称: 最低版本”", "write “name: least version”"),
        )
    hashes: dict[str, str] = {}
    if "parts" in body and body["parts"].kind == "map":
        hashes = {key.text: node.text for key, node in body["parts"].value}
    title = Text(text("title") or name, text("title_en") or text("title") or name)
    return Manifest(name, text("version"), place, text("publisher"), title, tuple(needs)), hashes


def _version(text: str) -> tuple[int, ...]:
    pieces = text.split(".")
    return tuple(map(int, pieces)) if all(p.isascii() and p.isdigit() and len(p) < 10 for p in pieces) else ()


def unmet_needs(packs: Sequence[Pack]) -> list[Problem]:
    """Return a problem for every need that nothing below a pack meets, and for two packs of one name."""
    found: list[Problem] = []
    known = {"checker": __version__}
    for pack in packs:
        manifest = pack.manifest
        if manifest is None:
            continue
        place = Place(pack.root) if pack.manifest_part is None else _place(pack.manifest_part)
        for name, least in manifest.needs:
            have = known.get(name)
            if have is None:
                told = Text(
                    f"规则包“{manifest.name}”需要“{name}”，但没有加载",
                    f"the pack {manifest.name!r} needs {name!r}, which is not loaded",
                )
                hint = did_you_mean(name, list(known)) or Text(
                    f"在它之前加 --rules {name} 的位置", f"put --rules with the place of {name} before it"
                )
                found.append(Problem("pack-needs", place, told, hint))
            elif _version(have.split("+")[0]) < _version(least):
                told = Text(
                    f"规则包“{manifest.name}”需要“{name}”{least} 以上，现在是 {have}",
                    f"the pack {manifest.name!r} needs {name} {least} or later, this is {have}",
                )
                found.append(Problem("pack-needs", place, told, Text(f"升级“{name}”", f"upgrade {name}")))
        if manifest.name in known:
            told = Text(f"规则包“{manifest.name}”加载了两次", f"the pack {manifest.name!r} is loaded twice")
            found.append(Problem("pack-twice", place, told, Text("只留一个 --rules", "keep one of the --rules")))
        known[manifest.name] = manifest.version
    return found


def packed(pack: Pack, manifest: Part) -> bytes:
    """Return the bytes of one packed file; the same parts always give the same bytes."""
    lines = [line for line in manifest.data.decode("utf-8-sig").splitlines() if line.strip()]
    kept, skipping = [], False
    for line in lines:  # an older list of parts is made anew
        if not line.startswith((" ", "\t")):
            skipping = line.startswith(("parts:", "部件:"))
        if not skipping:
            kept.append(line)
    kept += ["parts:", *(f"  {part.name}: {hashlib.sha256(part.data).hexdigest()}" for part in sorted(pack.parts))]
    data = ("\n".join(kept) + "\n").encode()
    everything = [(MANIFEST, data), *((part.name, part.data) for part in sorted(pack.parts))]
    from checker.base.archive import zipped

    return zipped(everything, f"sha256 {hashlib.sha256(data).hexdigest()}")
