"""Evidence of a batch: the SHA-256 of its tables and of everything it left behind, and its rules, sealed as the bundle of a case is.

Tables of a nation are not copied: whoever judges again has them, and the bundle says whether they are the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from checker import __version__
from checker.base.errors import Text
from checker.base.telling import Telling
from checker.batch.request import BatchRequest
from checker.batch.results import digest, run_of
from checker.evidence import MANIFEST, packs_in, refused, rules_in, sealed, unsealed
from checker.rulebook.cache import rulebook_of
from checker.rulebook.packs import Pack
from checker.rulebook.selection import choice

FORMAT = "checker-evidence-batch/1"
RUN = "run.json"
COMPARED = ("ledger", "findings_hash", "disagreements")
"""What judging again must come to as well."""


class BatchBundle(NamedTuple):
    """What a bundle says: the version that made it, its rules, where the result was written, what run.json said, each file's SHA-256."""

    checker: str
    packs: tuple[Pack, ...]
    folder: str
    run: dict[str, Any]
    files: dict[str, str]


def bundle(folder: str, packs: Sequence[Pack]) -> bytes:
    """Return the bundle of the result in *folder*, judged by *packs*."""
    listed, parts = rules_in(packs)
    parts.append((RUN, (Path(folder) / RUN).read_bytes()))
    manifest = {
        "format": FORMAT,
        "checker": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "result": folder,
        "files": _files(Path(folder)),
        "rules": listed,
    }
    return sealed(manifest, parts)


def _files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): digest(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def opened(file: str, data: bytes) -> BatchBundle:
    """Return what a bundle says; raises InputError where it was altered or is not whole."""
    parts = unsealed(file, data)
    try:
        manifest = json.loads(parts[MANIFEST])
        run = json.loads(parts[RUN])
        if manifest["format"] != FORMAT or not all(isinstance(run[key], dict) for key in ("tables", "result")):
            raise ValueError(manifest["format"])
        run["inputs"], run["rules"], run["memory"]
        packs = packs_in(file, manifest, parts)
        return BatchBundle(str(manifest["checker"]), packs, str(manifest["result"]), run, dict(manifest["files"]))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise refused(
            file, "evidence", Text("清单 manifest.json 不完整", "its list manifest.json is not whole")
        ) from None


def altered_files(found: BatchBundle, file: str) -> Iterator[Text]:
    """Yield what is not in the result any more, or otherwise there than it was; the bundle itself, *file*, may lie there."""
    place = Path(found.folder)
    if not place.is_dir():
        yield Text(f"结果文件夹 {found.folder} 不在了", f"the folder of the result, {found.folder}, is gone")
        return
    now = {name: sha256 for name, sha256 in _files(place).items() if (place / name).resolve() != Path(file).resolve()}
    for name in sorted({*now, *found.files}):
        if name not in now:
            yield Text(f"结果里没有 {name} 了", f"{name} of the result is gone")
        elif name not in found.files:
            yield Text(f"结果里的 {name} 是后来加进去的", f"{name} was added to the result")
        elif now[name] != found.files[name]:
            yield Text(f"结果里的 {name} 被改动过", f"{name} of the result was altered")


def judged_again(found: BatchBundle, tables: str | None, tell: Telling) -> Iterator[Text]:
    """Judge the tables again by the rules of the bundle; yields what is otherwise than it was: tables, and what they came to."""
    from checker.batch.story import run_batch

    run = found.run
    book = rulebook_of(found.packs)
    with TemporaryDirectory(prefix="checker-") as place:
        again = Path(place) / "again"
        request = BatchRequest(
            (tables,) if tables is not None else tuple(run["inputs"]),
            output=str(again),
            memory=f"{run['memory']}B",
            derive=run["derive"],
            sample=run["sample"],
            rejects=str(Path(place) / "rejects.csv") if run.get("rejects") else None,
            same_unit=True,  # it refused twins, or took them
        )
        run_batch(request, book, choice(tuple(run["rules"]), ()), tell)
        now = run_of(again)
    for name in sorted({*run["tables"], *now["tables"]}):
        if run["tables"].get(name) != now["tables"].get(name):
            yield Text(f"{name} 不是检查过的那张表", f"{name} is not the table that was judged")
    for key in COMPARED:
        if run["result"].get(key) != now["result"].get(key):
            yield Text(f"再检查一遍，{key} 不同", f"judged again, {key} differs")
