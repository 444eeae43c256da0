"""Which file of a folder holds which table, and how it is written: by content, whatever its ending; nothing is passed over."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cases.vocabulary import Vocabulary

ENDINGS = (".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json", ".parquet", ".gz", ".xlsx", ".xls", ".et", ".ods")
"""Endings, in any case of letters, by which a file is taken for a table that somebody meant to have read."""
LEFT_BY_SYSTEMS = (".ds_store", "thumbs.db", "desktop.ini")
"""What file managers leave in every folder, in lower case; nobody put it there to be read."""
DELIMITERS = ",\t;|"
_READ = Text(
    "表格可以是 CSV、TSV、JSON Lines、JSON 或 Parquet，可用 gzip 压缩",
    "tables are CSV, TSV, JSON Lines, JSON or Parquet, which may be packed with gzip",
)


class Form(NamedTuple):
    """How a file is written: "parquet", "csv", "jsonl" or "json" (one list), what parts its cells, whether gzip packed it."""

    kind: str
    delimiter: str = ","
    packed: bool = False


def form_of(path: Path) -> Form:
    """Return how *path* is written, by its first bytes; raises InputError for what no table is written in."""

    def refuse(zh: str, en: str, hint: Text = _READ) -> InputError:
        return InputError([Problem("table-form", Place(str(path)), Text(zh, en), hint)])

    utf8 = Text("另存为“CSV UTF-8（逗号分隔）”", "save it as “CSV UTF-8 (comma delimited)”")
    again = Text("重新复制或导出", "copy or export it again")
    packed = False
    try:
        with path.open("rb") as file:
            start = file.read(1 << 16)
        if start.startswith(b"\x1f\x8b"):
            packed = True
            with gzip.open(path) as inside:
                start = inside.read(1 << 16)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise InputError([damaged(path)]) from None
    except OSError as wrong:
        told = getattr(wrong, "strerror", None) or str(wrong)
        raise refuse(f"读不了：{told}", f"cannot be read: {told}") from None
    if start.startswith(b"PAR1") and not packed:
        if len(start) < 12 or not _ends_as_parquet(path):
            raise refuse("是不完整的 Parquet 文件", "is an incomplete Parquet file", again)
        return Form("parquet")
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise refuse("是 Excel 工作簿或压缩包", "is an Excel workbook or an archive", utf8)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse("编码是 UTF-16", "is encoded as UTF-16", utf8)
    if b"\0" in start:
        raise refuse("不是表格", "is no table")
    try:
        text = start.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        if len(start) < 1 << 16 and wrong.reason == "unexpected end of data":
            raise refuse(
                "在一个字的中间断了，后面的内容丢了", "ends in the middle of a character: what followed is lost", again
            ) from None
        if len(start) < 1 << 16 or wrong.start < len(start) - 4:
            raise refuse("编码不是 UTF-8", "is not encoded as UTF-8", utf8) from None
        text = start[: wrong.start].decode("utf-8-sig")
    lead = text.lstrip()
    ending = path.name.lower().removesuffix(".gz").rpartition(".")[2]
    if not lead:
        if ending in ("jsonl", "ndjson"):
            return Form("jsonl", packed=packed)  # a table of no rows
        raise refuse(
            "是空文件",
            "is empty",
            Text("没有内容的表格也要有列名一行", "a table without rows needs its row of headings"),
        )
    if lead[0] == "[":
        return Form("json", packed=packed)
    if lead[0] == "{":
        return Form("jsonl", packed=packed)
    return Form("csv", _delimiter(text.splitlines()[0]), packed)


def damaged(path: Path) -> Problem:
    """Return what to say of a gzip file that cannot be unpacked to its end."""
    told = Text("是损坏或不完整的 gzip 文件", "is a damaged or incomplete gzip file")
    return Problem("table-form", Place(str(path)), told, Text("重新复制或导出", "copy or export it again"))


def _unpacked(path: Path) -> None:
    """Read a gzip file to its end, where its own sum of what it holds stands: DuckDB does not compare it."""
    try:
        with gzip.open(path) as inside:
            while inside.read(1 << 20):
                pass
    except (OSError, EOFError, zlib.error):
        raise InputError([damaged(path)]) from None


def _ends_as_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-4, 2)
        return file.read() == b"PAR1"


def _delimiter(heading: str) -> str:
    """Return what parts the cells of a row of headings: that with which one of them is _case, else what is there most."""
    for each in DELIMITERS:
        try:
            if "_case" in next(csv.reader([heading], delimiter=each), []):
                return each
        except csv.Error:
            continue
    return ","


def table_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the entity that each name of a table means: its id, plural, Chinese names and aliases, in lower case."""
    found: dict[str, str] = {}
    entities = vocabulary.entities.values()
    for entity in entities:
        found[entity.id] = entity.id
    for entity in entities:  # an id is never another's alias
        many = [entity.id + "s"] + ([entity.id[:-1] + "ies"] if entity.id.endswith("y") else [])
        for word in (*many, entity.zh, *entity.aliases, *entity.collection):
            for each in (word, word + "表"):
                found.setdefault(each.lower(), entity.id)
    return found


def stem_of(path: Path) -> str:
    """Return the name of a file without its endings, as `table_names` has it."""
    word = path.name.lower()
    while word.endswith(ENDINGS):
        word = word.rpartition(".")[0]
    return re.sub(r"[\s-]+", "_", word.strip())


def table_files(folder: Path, vocabulary: Vocabulary, parts: bool = False) -> dict[str, Path]:
    """Return the tables in *folder* by entity; empty when it holds none. With *parts* a table may be a folder `ENTITY.parquet`.

    Raises InputError for everything else that lies in a folder of tables: what is not read would be missed without a word.
    """
    if not folder.is_dir():
        return {}
    names = table_names(vocabulary)
    inside = [path for path in sorted(folder.iterdir()) if path.name.lower() not in LEFT_BY_SYSTEMS]
    tables = [path for path in inside if path.name.lower().endswith(ENDINGS) and not _is_case(path)]
    known = [path for path in tables if stem_of(path) in names]
    if not known and (not tables or any(_may_be_case(path) for path in inside)):
        return {}  # a folder of cases
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in inside:
        place = Place(str(path))
        if path not in known:
            problems.append(stray(path, path in tables, names))
        elif not path.is_file() and not (parts and path.is_dir() and path.name.lower().endswith(".parquet")):
            told = Text("不是文件", "is no file")
            problems.append(Problem("table-file", place, told, Text("一张表一个文件", "a table is one file")))
        elif (entity := names[stem_of(path)]) in found:
            told = Text(f"和 {found[entity].name} 是同一张表", f"is the same table as {found[entity].name}")
            problems.append(Problem("two-tables", place, told, Text("只留一个", "keep one of them")))
        else:
            found[entity] = path
            try:
                if path.is_file() and form_of(path).packed:
                    _unpacked(path)
            except InputError as wrong:
                problems += wrong.problems
    if problems:
        raise InputError(problems)
    return found


def stray(path: Path, is_table: bool, names: dict[str, str]) -> Problem:
    """Return what to say of a file in a folder of tables that holds none of them."""
    out = Text("移到别处", "move it elsewhere")
    if not is_table:
        told = Text(
            "放在表格的文件夹里，却不是表格，读不了", "lies in the folder of tables, is no table and is not read"
        )
        return Problem("not-a-table", Place(str(path)), told, out)
    told = Text(f"没有叫“{path.name}”的表，它不会被读", f"no table is called {path.name!r}; it would not be read")
    near = did_you_mean(
        stem_of(path), list(dict.fromkeys((*names.values(), *(each for each in names if not each.isascii()))))
    )
    hint = (
        Text(f"按对象命名（{near.zh}），或{out.zh}", f"name it after its entity ({near.en}), or {out.en}")
        if near
        else Text(
            f"按对象命名，例如 budget_line.csv 或 支出项目.csv，或{out.zh}",
            f"name it after its entity, such as budget_line.csv, or {out.en}",
        )
    )
    return Problem("unknown-table", Place(str(path)), told, hint)


def _may_be_case(path: Path) -> bool:
    return path.is_dir() or path.name.lower().endswith((".yaml", ".yml")) or _is_case(path)


def _is_case(path: Path) -> bool:
    """Whether a .json file is a case: one mapping, where a table is a list or has a mapping in every line."""
    if not path.name.lower().endswith(".json") or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(1 << 16).decode("utf-8-sig", "ignore").strip()
    except OSError:
        return True  # said when it is read
    return start.startswith("{") and '"_case"' not in start.partition("\n")[0]
