"""Which files a mapping reads: every file of the folder, and every sheet of its workbooks, is read or ignored by name."""

from __future__ import annotations

import fnmatch
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean, unreadable
from checker.base.files import no_member
from checker.cases.vocabulary import Vocabulary
from checker.mapping.model import Mapping, TableMap
from checker.mapping.opened import Opened, opened
from checker.mapping.workbook import Workbook
from checker.tables.folder import LEFT_BY_SYSTEMS

_OTHERS = [
    (sign, kind)
    for kind, signs in (
        (
            Text("网页或 XML（有的系统导出时取名 .xls）", "a web page or XML (which some systems export as .xls)"),
            (b"<htm", b"<tabl", b"<!doc", b"<?xml", b"<head", b"<body", b"<meta"),
        ),
        (Text(" PDF", "a PDF"), (b"%pdf",)),
        (Text(" RTF", "RTF"), (b"{\\rtf",)),
    )
    for sign in signs
]
"""How files begin that are called tables and are none."""
SHOWN = 12
"""Names that a message lists."""


def files_of(mapping: Mapping, folder: Path) -> list[tuple[TableMap, Path]]:
    """Return which file each table of the mapping is read from; raises InputError for files that nobody mentions."""
    source = mapping.source
    problems: list[Problem] = []
    own = Path(source.file).resolve()
    inside = {
        str(path.relative_to(folder)).replace("\\", "/"): path
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }
    inside = {
        name: path
        for name, path in inside.items()
        if path.resolve() != own and path.name.lower() not in LEFT_BY_SYSTEMS and not path.name.startswith("~$")
    }
    used: set[str] = set()
    found: list[tuple[TableMap, Path]] = []
    for table in mapping.tables:
        names = [name for name in inside if _fits(name, table.file)]
        if not names:
            told = Text(f"{folder} 里没有文件“{table.file}”", f"there is no file {table.file!r} in {folder}")
            problems.append(Problem("no-file", source.place(table.node), told, did_you_mean(table.file, list(inside))))
        for name in names:
            used.add(name)
            wrong = no_member(inside[name])
            if wrong is not None:
                problems.append(wrong)
            found.append((table, inside[name]))
    for word, node in mapping.ignore:
        hits = [name for name in inside if _fits(name, word)]
        if not hits:
            told = Text(f"要忽略的文件“{word}”不在 {folder} 里", f"the file to ignore, {word!r}, is not in {folder}")
            problems.append(Problem("no-file", source.place(node), told, did_you_mean(word, list(inside))))
        for name in hits:
            if name in used:
                told = Text(f"“{name}”又要读，又要忽略", f"{name!r} is read and ignored")
                problems.append(Problem("ignore", source.place(node), told, Text("只留一处", "keep one of them")))
        used.update(hits)
    left = [name for name in inside if name not in used]
    for name in left[:SHOWN]:
        told = Text(
            "映射文件没有提到这个文件，它不会被读", "the mapping does not mention this file; it would not be read"
        )
        hint = Text(
            f"在映射文件里加上它的表，或写 忽略: [{name}]", f"add its table to the mapping, or ignore: [{name}]"
        )
        problems.append(Problem("file-not-mentioned", Place(str(inside[name])), told, hint))
    if len(left) > SHOWN:
        told = Text(f"另有 {len(left) - SHOWN} 个文件没有提到", f"{len(left) - SHOWN} more files are not mentioned")
        problems.append(Problem("file-not-mentioned", Place(str(folder)), told))
    if problems:
        raise InputError(problems)
    return found


def _fits(name: str, pattern: str) -> bool:
    return name == pattern or ("*" in pattern and fnmatch.fnmatchcase(name, pattern.replace("[", "[[]")))


def open_tables(mapping: Mapping, folder: Path, vocabulary: Vocabulary) -> list[Opened]:
    """Return every table of the mapping, opened; raises InputError with what is wrong with any of their headings."""
    problems: list[Problem] = []
    found: list[Opened] = []
    books: dict[Path, Workbook] = {}
    files = files_of(mapping, folder)
    for table, path in files:
        try:
            with path.open("rb") as file:
                start = file.read(8)
            other = next(
                (
                    kind
                    for sign, kind in _OTHERS
                    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(sign)
                ),
                None,
            )
            if other is not None:
                told = Text(f"内容不是表格，是{other.zh}", f"holds no table but {other.en}")
                hint = Text(
                    "在表格软件里打开，另存为 .xlsx 或 CSV", "open it in a spreadsheet and save it as .xlsx or CSV"
                )
                raise InputError([Problem("workbook", Place(str(path)), told, hint)])
            if start.startswith(b"\xd0\xcf\x11\xe0"):
                told = Text(
                    "是旧版工作簿（.xls、.et），或加了密码", "is an old Excel workbook (.xls, .et), or has a password"
                )
                hint = Text("另存为 .xlsx，不加密码", "save it as .xlsx without a password")
                raise InputError([Problem("workbook", Place(str(path)), told, hint)])
            if start.startswith(b"PK\x03\x04"):
                if path not in books:
                    books[path] = Workbook(path)
                sheet = books[path].sheet(table.sheet)
                same = [t for t, p in files if p == path and books[path].sheet(t.sheet) == sheet]
                found.append(opened(table, path, same, vocabulary, books[path]))
            else:
                if table.sheet:
                    told = Text("不是工作簿，没有工作表", "is no workbook and has no sheets")
                    raise InputError([Problem("workbook", Place(str(path)), told)])
                found.append(opened(table, path, [t for t, p in files if p == path], vocabulary, None))
        except InputError as wrong:
            problems += wrong.problems
        except OSError as wrong:
            told = unreadable(wrong)
            problems.append(Problem("unreadable", Place(str(path)), told))
    problems += _sheets_left(mapping, books, files)
    if problems:
        raise InputError(dict.fromkeys(problems))
    return found


def _sheets_left(mapping: Mapping, books: dict[Path, Workbook], files: list[tuple[TableMap, Path]]) -> list[Problem]:
    """Say which sheets nobody mentions."""
    problems = []
    for path, book in books.items():
        read = {t.sheet or book.sheets[0].name for t, p in files if p == path}
        ignored = {
            word.rpartition("/")[2]
            for word, _ in mapping.ignore_sheets
            if _fits(path.name, word.rpartition("/")[0])
            or str(path).replace("\\", "/").endswith("/" + word.rpartition("/")[0])
        }
        for sheet in book.sheets:
            if sheet.name not in read | ignored:
                hidden = Text("（隐藏的）", " (hidden)") if sheet.hidden else Text("", "")
                told = Text(
                    f"映射文件没有提到工作表“{sheet.name}”{hidden.zh}",
                    f"the mapping does not mention the sheet {sheet.name!r}{hidden.en}",
                )
                hint = Text(
                    f"加上它的表，或写 忽略工作表: [{path.name}/{sheet.name}]",
                    f"add its table, or ignore_sheets: [{path.name}/{sheet.name}]",
                )
                problems.append(Problem("sheet-not-mentioned", Place(str(path)), told, hint))
    return problems
