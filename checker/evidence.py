"""Evidence bundles: everything a run was made from and what it concluded, in one zip file that can be judged again.

The last bytes of the file are the SHA-256 of the manifest and of all bytes before; the manifest holds the SHA-256 of
every part. A change is found and named. Who rewrites a bundle as a whole makes another bundle: only its own digest, noted
elsewhere (in a working paper), tells the two apart.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from checker import __version__
from checker.api import check, load_case
from checker.base.archive import Archive, unzipped, zipped
from checker.base.errors import InputError, Place, Problem, Text
from checker.cases.case import Case
from checker.documents.source import read_source
from checker.engines.durable.engine import available, not_installed
from checker.findings.report import Report
from checker.records.comparison import read_run
from checker.records.followup import read_followup
from checker.records.waivers import read_waivers
from checker.reports import Options, render
from checker.rulebook.cache import rulebook_of
from checker.rulebook.packs import Pack, Part, pack_of
from checker.rulebook.selection import choice

FORMAT = "checker-evidence/1"
MANIFEST = "manifest.json"
RESULTS = {"report.json": "json", "report.html": "html"}
"""What a run concluded, by part: the format it is rendered in, every check with its explanation in the JSON."""
FILES = ("cases", "waivers", "followup")
"""The folders of what people wrote, each a field of `Inputs`."""
LIMIT = 512 * 1024**2
"""The largest bundle, unpacked, in bytes."""
LANGUAGES = ("zh", "en")
ENGINES = ("auto", "evaluator", "durable")
"""The engines that a bundle can have been judged by."""
_SEAL = "manifest sha256 {manifest} bundle sha256 "


class Inputs(NamedTuple):
    """What a run was made from: rules, and cases, waivers and files of follow-up as (name, bytes); `as_of` is the day waivers must hold on."""

    packs: tuple[Pack, ...]
    cases: tuple[tuple[str, bytes], ...]
    waivers: tuple[tuple[str, bytes], ...] = ()
    followup: tuple[tuple[str, bytes], ...] = ()
    engine: str = "evaluator"
    lang: str = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: date | None = None


class Bundle(NamedTuple):
    """A bundle that was read and found unaltered: its digest, the version that made it, its inputs and its results."""

    file: str
    sha256: str
    checker: str
    inputs: Inputs
    results: Mapping[str, bytes]


class Replay(NamedTuple):
    """What judging a bundle again gave: the report, the parts whose bytes differ, and the checks that came out otherwise."""

    report: Report
    differing: tuple[str, ...]
    changed: tuple[tuple[str, str, str, str], ...]
    """Each as (rule, subject, outcome then, outcome now)."""


def bundle(inputs: Inputs, report: Report) -> bytes:
    """Return the bytes of the bundle of a run; the same run of the same version gives the same bytes."""
    parts: list[tuple[str, bytes]] = []
    named: dict[str, list[dict[str, str]]] = {folder: [] for folder in FILES}
    for folder, listed in named.items():
        for number, (file, data) in enumerate(getattr(inputs, folder), 1):
            name = f"{folder}/{number:04}-{_plain_name(file)}"
            listed.append({"part": name, "file": file})
            parts.append((name, data))
    packs, ruled = rules_in(inputs.packs)
    parts += ruled
    parts += rendered(report, inputs.lang).items()
    day = None if inputs.as_of is None else inputs.as_of.isoformat()
    manifest = {
        "format": FORMAT,
        "checker": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "rulebook": report.rulebook,
        "run": {
            "engine": inputs.engine,
            "lang": inputs.lang,
            "select": list(inputs.select),
            "ignore": list(inputs.ignore),
            "as_of": day,
        },
        **named,
        "rules": packs,
    }
    return sealed(manifest, parts)


def rules_in(packs: Sequence[Pack]) -> tuple[list[dict[str, Any]], list[tuple[str, bytes]]]:
    """Return what a manifest says of packs of rules, and their parts."""
    listed: list[dict[str, Any]] = []
    parts: list[tuple[str, bytes]] = []
    for number, pack in enumerate(packs, 1):
        own = [*pack.parts, *([pack.manifest_part] if pack.manifest_part is not None else [])]
        folder = f"rules/{number}"
        listed.append({"folder": folder, "parts": sorted(part.name for part in own)})
        parts += [(f"{folder}/{part.name}", part.data) for part in sorted(own)]
    return listed, parts


def sealed(manifest: dict[str, Any], parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a bundle of parts with its manifest, which gets the SHA-256 of each."""
    manifest["parts"] = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(parts)}
    first = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    seal = _SEAL.format(manifest=hashlib.sha256(first).hexdigest())
    data = zipped([(MANIFEST, first), *parts], seal + "0" * 64)[:-64]
    return data + hashlib.sha256(data).hexdigest().encode()


def rendered(report: Report, lang: str) -> dict[str, bytes]:
    """Return the results that a bundle holds of a report, by part."""
    found = {}
    for name, form in RESULTS.items():
        made = render(form, report, Options(lang, all=form == "json"))
        found[name] = made.encode() if isinstance(made, str) else made
    return found


def _plain_name(file: str) -> str:
    """Return a name for a part that every system can unpack; what the file was called stands in the manifest."""
    name = PurePosixPath(file.replace("\\", "/")).name
    return "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[-80:] or "_"


def format_of(data: bytes) -> str:
    """Return the format that the manifest of a bundle states, unaltered or not; nothing where it states none."""
    try:
        return str(json.loads(dict(unzipped(data, LIMIT).parts)[MANIFEST])["format"])
    except (LookupError, TypeError, ValueError, RecursionError):
        return ""


def unsealed(file: str, data: bytes) -> dict[str, bytes]:
    """Return the parts of a bundle; raises InputError that names every part that is not as it was made."""
    archive = unzipped(data, LIMIT)
    if archive.flaw == "size":
        raise refused(file, "evidence-size", Text("证据包太大", "the bundle is too large"))
    if archive.flaw and not data.startswith(b"PK"):
        raise refused(file, "evidence", Text("这不是证据包", "this is no evidence bundle"))
    altered = list(_altered(archive, data))
    if altered:
        hint = Text(
            "向出具的人重新索取；这份内容不能作为证据",
            "ask who made it for the bundle again; this content is no evidence",
        )
        raise InputError(
            [
                Problem("evidence-altered", Place(f"{file}/{name}" if name else file), told, hint)
                for name, told in altered
            ]
        )
    return dict(archive.parts)


def open_bundle(file: str, data: bytes) -> Bundle:
    """Return what a bundle holds; raises InputError that names every part that is not as it was made."""
    parts = unsealed(file, data)
    try:
        manifest = json.loads(parts[MANIFEST], parse_float=_no_float)
        if manifest["format"] != FORMAT or manifest["run"]["lang"] not in LANGUAGES:
            raise ValueError(manifest["format"])
        stated = json.loads(parts["report.json"], parse_float=_no_float)["checker"]
        if stated != manifest["checker"] or manifest["run"]["engine"] not in ENGINES:
            raise ValueError(stated)
        return Bundle(
            file,
            hashlib.sha256(data).hexdigest(),
            str(manifest["checker"]),
            _inputs(file, manifest, parts),
            {name: parts[name] for name in RESULTS},
        )
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise refused(
            file, "evidence", Text("清单 manifest.json 不完整", "its list manifest.json is not whole")
        ) from None


def _altered(archive: Archive, data: bytes) -> Iterator[tuple[str, Text]]:
    """Yield the name of each part that is not what was sealed, "" for the file as a whole, with what is wrong."""
    sealed = hashlib.sha256(data[:-64]).hexdigest().encode() == data[-64:]
    found = False
    for name in archive.damaged:
        found = True
        yield name, Text(f"“{name}”被改动过，读不出来", f"{name!r} was altered and cannot be read")
    for name, told in _unlike_manifest(archive):
        found = True
        yield name, told
    if not sealed and not found:
        yield (
            "",
            Text(
                "文件被改动过：改的是压缩包的目录或封印，不是其中的内容",
                "the file was altered: in the directory of the archive or the seal, not in the content",
            ),
        )


def _unlike_manifest(archive: Archive) -> Iterator[tuple[str, Text]]:
    """Yield each part that its manifest does not describe, the manifest itself first."""
    if archive.flaw or MANIFEST in archive.damaged:
        return
    parts = dict(archive.parts)
    own = parts.pop(MANIFEST, None)
    if own is None:
        yield (MANIFEST, Text("没有清单 manifest.json", "it has no manifest.json"))
        return
    if not archive.comment.startswith(_SEAL.format(manifest=hashlib.sha256(own).hexdigest())):
        yield MANIFEST, Text("清单 manifest.json 和封印不符", "its list manifest.json is not the one that was sealed")
        return
    try:
        hashes = dict(json.loads(own)["parts"])
    except (LookupError, TypeError, ValueError, RecursionError):
        return  # said by who reads the manifest
    if len(parts) + 1 < len(archive.parts):
        yield "", Text("有两个同名的部件", "two parts have one name")
    for name in sorted({*parts, *hashes} - set(archive.damaged)):
        if name not in parts:
            yield name, Text(f"“{name}”被拿掉了", f"{name!r} was taken out")
        elif name not in hashes:
            yield name, Text(f"“{name}”是后来加进去的", f"{name!r} was added")
        elif hashlib.sha256(parts[name]).hexdigest() != hashes[name]:
            yield name, Text(f"“{name}”被改动过", f"{name!r} was altered")


def _inputs(file: str, manifest: Mapping[str, Any], parts: Mapping[str, bytes]) -> Inputs:
    run = manifest["run"]
    named = {
        folder: tuple((_text(entry["file"]), parts[entry["part"]]) for entry in manifest[folder]) for folder in FILES
    }
    return Inputs(
        packs_in(file, manifest, parts),
        named["cases"],
        named["waivers"],
        named["followup"],
        _text(run["engine"]),
        _text(run["lang"]),
        tuple(map(_text, run["select"])),
        tuple(map(_text, run["ignore"])),
        None if run["as_of"] is None else date.fromisoformat(run["as_of"]),
    )


def packs_in(file: str, manifest: Mapping[str, Any], parts: Mapping[str, bytes]) -> tuple[Pack, ...]:
    """Return the packs of rules that a bundle holds."""
    packs = []
    for entry in manifest["rules"]:
        folder = entry["folder"]
        own = [Part(name, f"{file}/{folder}/{name}", parts[f"{folder}/{name}"]) for name in entry["parts"]]
        packs.append(pack_of(folder, own))
    return tuple(packs)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _no_float(text: str) -> Any:
    raise ValueError(text)


def refused(file: str, code: str, told: Text) -> InputError:
    """Return the error of a file that is no whole bundle."""
    hint = Text("用 checker run … --evidence 文件 制作", "make one with: checker run … --evidence FILE")
    return InputError([Problem(code, Place(file), told, hint)])


def judge(inputs: Inputs) -> Report:
    """Judge what a bundle was made from; raises InputError where this version cannot read it."""
    if inputs.engine == "auto" and not available():  # it was there when the bundle was made
        raise not_installed()
    book = rulebook_of(inputs.packs)
    cases: list[Case] = [load_case(file, book, data) for file, data in inputs.cases]
    return check(
        cases,
        book,
        engine=inputs.engine,
        selected=choice(inputs.select, inputs.ignore),
        lang=inputs.lang,
        waivers=[each for file, data in inputs.waivers for each in read_waivers(read_source(file, data), book)],
        as_of=inputs.as_of,
        followups=[each for file, data in inputs.followup for each in read_followup(read_source(file, data), book)],
    )


def replay(found: Bundle) -> Replay:
    """Judge a bundle again and compare the results with those it holds, byte for byte.

    Made by another version, the version that the results state is taken for this one's before they are compared. A page may
    look otherwise then; it is told as differing all the same, since nothing else says that it is what was concluded.
    """
    report = judge(found.inputs)
    now = rendered(report, found.inputs.lang)
    then = dict(found.results)
    if found.checker != __version__:
        line = '"checker": "{}"'
        old, new = (line.format(version).encode() for version in (found.checker, __version__))
        then["report.json"] = then["report.json"].replace(old, new, 1)
        line = '<p class="soft">checker {} · '
        old, new = (line.format(version).encode() for version in (found.checker, __version__))
        then["report.html"] = then["report.html"].replace(old, new)
    differing = tuple(name for name in then if then[name] != now[name])
    changed = _changed(found.file, then["report.json"], now["report.json"]) if "report.json" in differing else ()
    return Replay(report, differing, tuple(changed))


def _changed(file: str, then: bytes, now: bytes) -> Iterator[tuple[str, str, str, str]]:
    before, after = (
        {check.fingerprint: check for check in read_run(f"{file}/report.json", data).checks} for data in (then, now)
    )
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        shown = old or new
        if shown is not None and (old is None or new is None or (old.outcome, old.amount) != (new.outcome, new.amount)):
            yield (shown.rule, shown.subject, old.outcome if old else "", new.outcome if new else "")
