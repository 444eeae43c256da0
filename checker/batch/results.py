"""What a batch leaves behind: one file of findings, the complete record, and what was run with which outcome."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from checker import __version__
from checker.base.errors import InputError, Place, Problem, Text
from checker.batch.messages import WORDED, parts_of
from checker.batch.run import Settings, Tally
from checker.batch.slices import FACT_BYTES, MOST_FACTS
from checker.rulebook.book import Rulebook
from checker.tables.warehouse import quoted, read_parquet

ENDINGS = {"csv": ".csv", "jsonl": ".jsonl", "duckdb": ".duckdb"}
FOLDER = "findings"


def identity(
    book: Rulebook,
    tables: dict[str, Any],
    rules: Iterable[str],
    settings: Settings,
    form: str,
    memory: int,
    engine: str = "duckdb",
    rejects: bool = False,
    folders: Sequence[str] = (),
    inputs: Sequence[str] = (),
) -> dict[str, Any]:
    """Return what makes two runs the same; its hash names them. *tables* says what was judged.

    *folders* are those that rules were read from beside the built-in ones, and *inputs* the cases or tables that were named, for
    whoever judges again; they do not name a run, what they hold does.
    """
    from importlib.metadata import version

    made: dict[str, Any] = {
        "checker": __version__,
        "duckdb": version("duckdb"),
        "sqlglot": version("sqlglot"),
        "rulebook": book.sha256,
        "rules": sorted(rules),
        "tables": tables,
        "format": form,
        "memory": memory,
        "engine": engine,
        "derive": settings.derive,
        "sample": settings.sample,
        "seed": settings.seed,
        "slices": [FACT_BYTES, MOST_FACTS],  # a run that was begun with other slices is not taken up
    }
    if rejects:
        made["rejects"] = True  # cases with bad lines were left out: whoever judges again leaves them out too
    made["run"] = sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()
    if folders:
        made["rule_folders"] = list(folders)
    if inputs:
        made["inputs"] = list(inputs)
    return made


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    found = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def begin(folder: Path, made: dict[str, Any]) -> bool:
    """Prepare *folder* for a run; returns whether it holds the beginning of this very run. Another run there is an error."""
    file = folder / "run.json"
    if file.exists():
        known = json.loads(file.read_text(encoding="utf-8"))
        if known.get("run") == made["run"]:
            return True
        changed = sorted(
            key for key in made if key not in ("run", "rule_folders", "inputs") and known.get(key) != made[key]
        )
        told = Text(
            f"这个文件夹里是另一次检查的结果（{'、'.join(changed)} 不同）",
            f"this folder holds the results of another run ({', '.join(changed)} differ)",
        )
        raise InputError(
            [Problem("other-run", Place(str(folder)), told, Text("换一个文件夹", "choose another folder"))]
        )
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        told = Text("这个文件夹不是空的", "this folder is not empty")
        raise InputError(
            [Problem("not-empty", Place(str(folder)), told, Text("换一个文件夹", "choose another folder"))]
        )
    write_json(file, made)
    return False


def finish(
    connection: Any,
    folder: Path,
    form: str,
    tally: Tally,
    made: dict[str, Any],
    book: Rulebook,
    *,
    worded: bool = False,
) -> tuple[str, str]:
    """Put what the slices left where a reader wants it and say what came of the run; *worded*: its sentences are at hand.

    Returns the name of the findings in *folder* (a folder of Parquet, a file in any other form) and the SQL that reads them.
    The record, and findings in Parquet, stay as the slices left them: they are written once, and any tool reads a folder.
    """
    slices = folder / "slices"
    named = FOLDER if form == "parquet" else f"findings{ENDINGS[form]}"
    if form != "parquet":
        _join(connection, parts_of(folder), folder / named, form, book, worded)
    for path in sorted(slices.glob("*.parquet")):
        number, label = path.stem.split("-", 1)
        if label != FOLDER or form == "parquet":
            target = folder / (FOLDER if label == FOLDER else f"record/{label}")
            target.mkdir(parents=True, exist_ok=True)
            path.replace(target / f"{number}.parquet")
    write_json(folder / "run.json", {**made, "result": came_to(tally)})
    parts = (folder / FOLDER).glob("*.parquet") if form == "parquet" else parts_of(folder)
    return named, read_parquet(parts)


def came_to(tally: Tally) -> dict[str, Any]:
    """Return what a run came to, for its run.json."""
    return {
        "ledger": {rule: dict(sorted(counts.items())) for rule, counts in sorted(tally.ledger.items())},
        "rederived": tally.rederived,
        "disagreements": tally.disagreements,
        "left_to_evaluator": tally.refused,
        "findings_hash": f"{tally.hash:016x}",
        **({"few": tally.few} if tally.few else {}),
        **({"worded": tally.worded} if tally.worded else {}),
    }


YUAN = (  # text by whole numbers: no amount of 38 digits is rounded
    "CASE WHEN amount < 0 THEN '-' ELSE '' END || abs(amount::HUGEINT) // 100 || '.' || "
    "lpad((abs(amount::HUGEINT) % 100)::VARCHAR, 2, '0')"
)
"""The SQL of an amount in yuan."""


def _join(connection: Any, parts: list[Path], target: Path, form: str, book: Rulebook, worded: bool) -> None:
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    source = f"SELECT * FROM {read_parquet(parts)}"
    if form == "csv":  # for a spreadsheet: what it is about in words, and money as people write it
        titles = ", ".join(f"({quoted(r.id)}, {quoted(r.title.zh)}, {quoted(r.title.en)})" for r in book.rules.values())
        own = ", ".join(f"{_harmless('f.' + each)} AS {each}" for each in ("code", "unit", "name"))
        said, sentences = "", ""
        if worded:
            said = f", {_harmless('w.message')} AS message"
            sentences = f"JOIN {WORDED} w ON w._case = f._case AND w.rule = f.rule::VARCHAR AND w._fact IS NOT DISTINCT FROM f._fact "
        source = (
            f"SELECT f.* EXCLUDE (amount) REPLACE ({own}), amount AS amount_fen, {YUAN} AS amount_yuan, title_zh, title_en{said} "
            f"FROM {read_parquet(parts)} f JOIN (VALUES {titles}) t (id, title_zh, title_en) ON f.rule::VARCHAR = t.id {sentences}"
            "ORDER BY f._case, f.rule::VARCHAR, f._fact NULLS FIRST"
        )
    if form == "duckdb":
        connection.execute(f"ATTACH {quoted(str(draft))} AS result")
        connection.execute(f"CREATE TABLE result.findings AS {source}")
        connection.execute("DETACH result")
    else:
        kind = {"csv": "FORMAT csv, HEADER", "jsonl": "FORMAT json"}
        connection.execute(f"COPY ({source}) TO {quoted(str(draft))} ({kind[form]})")
    if form == "csv":
        _marked(draft)
    draft.replace(target)


def _harmless(column: str) -> str:
    """Return the SQL of a text that a spreadsheet does not run; what findings are known by stays as it is."""
    starts = "^[=+@＝＋－＠\\t\\r-]"
    return f"CASE WHEN regexp_matches(ltrim({column}, ' '), '{starts}') THEN {quoted(chr(39))} || {column} ELSE {column} END"


def _marked(draft: Path) -> None:
    """Put the mark of UTF-8 before a file: without it Excel takes Chinese for another encoding."""
    marked = draft.with_name(draft.name + ".bom")
    with marked.open("wb") as out, draft.open("rb") as file:
        out.write(b"\xef\xbb\xbf")
        shutil.copyfileobj(file, out, 1 << 20)
    marked.replace(draft)


def write_json(path: Path, made: dict[str, Any]) -> None:
    """Write JSON so that a kill leaves the old file or the new one."""
    draft = path.with_name(path.name + ".part")
    draft.write_text(json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    draft.replace(path)


_RUN: dict[str, type] = {
    "checker": str,
    "rulebook": str,
    "rules": list,
    "tables": dict,
    "result": dict,
    "rule_folders": list,
    "inputs": list,
}
"""What run.json holds at least."""


def run_of(path: Path) -> dict[str, Any]:
    """Return what the run.json beside findings says was judged; nothing where there is none."""
    for folder in (path, path.parent) if path.is_dir() else (path.parent,):
        file = folder / "run.json"
        if not file.is_file():
            continue
        try:
            made = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(made, dict):
                made.setdefault("rule_folders", [])
                made.setdefault("inputs", [])
                whole = all(isinstance(made.get(key), kind) for key, kind in _RUN.items())
                if whole and all(
                    isinstance(each, str) for each in (*made["rules"], *made["rule_folders"], *made["inputs"])
                ):
                    return made
        except (OSError, ValueError):
            pass
        told = Text("不是一次做完的检查的记录", "is no account of a run that was completed")
        hint = Text("恢复检查时写的 run.json，或重新检查", "restore the run.json that the run wrote, or run it again")
        raise InputError([Problem("run", Place(str(file)), told, hint)])
    return {}


def other_bytes(made: dict[str, Any], path: Path) -> bool:
    """Whether a table is not the one that was judged."""
    known = made.get("tables", {}).get(path.name)
    return isinstance(known, str) and known != digest(path)
