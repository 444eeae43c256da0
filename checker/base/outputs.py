"""Writing what a command leaves behind: whole or not at all, never over an input, and through whatever is no regular file."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.named import NamedTuple
from checker.base.patterns import pattern

OWNED = {
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".xlsb", ".et", ".ods"), Text("Excel 工作簿", "an Excel workbook")),
    **dict.fromkeys((".docx", ".doc", ".wps", ".odt", ".rtf"), Text("Word 文档", "a Word document")),
    ".pdf": Text("PDF", "PDF"),
    **dict.fromkeys((".json", ".sarif"), Text("JSON", "JSON")),
    **dict.fromkeys((".jsonl", ".ndjson"), Text("JSON Lines", "JSON Lines")),
    **dict.fromkeys((".yaml", ".yml"), Text("YAML", "YAML")),
    **dict.fromkeys((".csv", ".tsv"), Text("表格文本", "a table as text")),
    **dict.fromkeys((".html", ".htm"), Text("网页", "a web page")),
    **dict.fromkeys((".md", ".markdown"), Text("Markdown", "Markdown")),
    **dict.fromkeys((".db", ".sqlite", ".sqlite3", ".duckdb"), Text("数据库", "a database")),
    ".xml": Text("XML", "XML"),
    ".parquet": Text("Parquet", "Parquet"),
    ".sql": Text("SQL", "SQL"),
    ".pack": Text("规则包", "a pack of rules"),
    **dict.fromkeys((".zip", ".gz"), Text("压缩包", "an archive")),
}
"""Endings that say what is in a file: under one of them nothing else may be written."""


READ = (".yaml", ".yml", ".json", ".jsonl", ".csv", ".tsv", ".txt", ".gz", ".xlsx", ".parquet", ".pack")
"""Endings of what is read from folders of cases, tables and rules."""
DRAFT = ".checker-"
"""How the name of a draft begins: a file that is being made beside its place."""
_DRAFT = pattern(r"\.checker-[a-z0-9_]{8}\.part")
LEFT = 24 * 3600
"""Seconds after which nobody is making a draft any more."""


class Target(NamedTuple):
    """Where a command is to write: the path as it was given, the endings that fit what it writes, whether it is a folder."""

    path: str
    endings: tuple[str, ...] = ()
    folder: bool = False


CASES = (".yaml", ".yml", ".json")
"""Endings of what is read from a folder of cases."""


def check_targets(
    targets: Sequence[Target],
    inputs: Iterable[str | Path],
    cases: Iterable[str | Path] = (),
    endings: tuple[str, ...] = CASES,
) -> None:
    """Refuse, before anything is done, targets that cannot be written or must not; *inputs* are files and folders.

    A target must not be an input nor lie among the inputs of a folder, whatever link leads to it, nor be named twice, nor
    end like a file of another kind. Nothing new may be put into the folders among *cases* under one of the *endings* that are
    read there ("" is every name): the next run, or this very one, would read it. Raises InputError with every problem.
    """
    read, folders = list(inputs), [Path(each) for each in cases if Path(each).is_dir()]
    problems: list[Problem] = []
    seen: list[Target] = []
    for target in targets:
        if target.path == "-":
            continue
        wrong = _ending(target) or (_folder(target) if target.folder else _file(target))
        if wrong is None and any(same(Path(target.path), Path(other.path)) for other in seen):
            wrong = Problem(
                "same-output",
                Place(target.path),
                Text("写了两次，后一份会盖掉前一份", "is named twice; one would overwrite the other"),
            )
        if wrong is None and (hit := _input(target, read)) is not None:
            told = Text(f"这是输入（{hit}），不覆盖", f"this is an input ({hit}); it is not overwritten")
            wrong = Problem("output-is-input", Place(target.path), told, Text("换一个文件名", "choose another name"))
        if wrong is None and any(_among(target, folder, endings) for folder in folders):
            told = Text(
                "写在案例文件夹里，下一次会当作案例来读",
                "this lies in the folder of cases: the next run would read it as one",
            )
            if endings is not CASES:
                told = Text(
                    "写在要读的文件夹里，会当作输入来读",
                    "this lies in the folder that is read: it would be read as an input",
                )
            wrong = Problem(
                "output-among-inputs", Place(target.path), told, Text("写到别的文件夹", "write it to another folder")
            )
        seen.append(target)
        if wrong is not None:
            problems.append(wrong)
    if problems:
        raise InputError(problems)


def same(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, there or not yet there, by whatever links; devices and pipes never do."""
    try:
        first, second = one.stat(), other.stat()
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
    return os.path.samestat(first, second) and (stat.S_ISREG(first.st_mode) or stat.S_ISDIR(first.st_mode))


def check_ours(folder: Path, names: Iterable[str], ours: Callable[[str, str], bool]) -> None:
    """Refuse to replace files of *folder* that this command did not write; *ours* is given the name and the text of each."""
    problems = []
    for name in names:
        path = folder / name
        if not path.exists():
            continue
        try:
            text = path.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            raise unwritable(str(path), error) from None
        if not ours(name, text.replace("\r\n", "\n")):
            told = Text(
                "这个文件不是这条命令写的，不覆盖", "this file was not written by this command; it is not overwritten"
            )
            problems.append(Problem("not-ours", Place(str(path)), told, Text("换一个文件夹", "choose another folder")))
    if problems:
        raise InputError(problems)


def check_list(path: Path, heading: Iterable[str]) -> None:
    """Refuse to replace a file that is no earlier list with this *heading*, as CSV; raises InputError."""
    if passes(path) or not path.is_file():
        return
    try:
        with path.open("rb") as file:
            start = file.read(200).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise unwritable(str(path), error) from None
    if start.strip() and start.splitlines()[0] != ",".join(heading).encode():
        told = Text(
            "这个文件不是以前剔出的清单，不覆盖", "this file is no earlier list of rejects; it is not overwritten"
        )
        raise InputError([Problem("not-ours", Place(str(path)), told, Text("换一个文件名", "choose another name"))])


Contents = Mapping[str, bytes | Iterable[bytes]] | Iterable[tuple[str, bytes | Iterable[bytes]]]
"""What goes to which file; pairs may be made one after the other, while the drafts of those before are written."""


def write_files(contents: Contents, was: Mapping[str, bytes] | None = None) -> None:
    """Write every file, each whole or not at all: all drafts are complete before the first takes its place.

    A link is followed, the mode of a file that is replaced is kept, and what is no regular file (a device, a pipe) is
    written through. What is made piece by piece goes to its draft as it is made. *was* says what a file must still hold, where somebody may have changed it since it was read.
    Raises InputError.
    """
    drafts: list[tuple[Path, Path]] = []
    through: list[tuple[str, bytes]] = []
    path = ""
    try:
        for path, data in contents.items() if isinstance(contents, Mapping) else contents:
            if passes(Path(path)):
                through.append((path, data if isinstance(data, bytes) else b"".join(data)))
            else:
                place = Path(os.path.realpath(path))
                if was is not None and path in was and place.read_bytes() != was[path]:
                    told = Text("读了以后又被改动，没有写", "it was changed since it was read; nothing was written")
                    raise InputError([Problem("changed", Place(path), told, Text("再运行一次", "run it again"))])
                drafts.append((_draft(place, data), place))
        for path, data in through:
            _through(path, data)
        for draft, place in tuple(drafts):
            path = str(place)
            draft.replace(place)
            drafts.remove((draft, place))
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from None
    finally:
        for draft, _ in drafts:
            with suppress(OSError):
                draft.unlink()


def write(path: str, text: str, was: str | None = None) -> None:
    """Write *text* whole or not at all; *was* is what the file must still hold."""
    write_files({path: text.encode()}, None if was is None else {path: was.encode()})


def unwritable(path: str, error: OSError | ValueError) -> InputError:
    """Return what to say of a place that cannot be written."""
    reason = getattr(error, "strerror", None) or str(error)
    return InputError([Problem("unwritable", Place(path), Text(f"写不了：{reason}", f"cannot be written: {reason}"))])


def _draft(place: Path, data: bytes | Iterable[bytes]) -> Path:
    """Write *data* beside *place* under a name that nobody has; returns it."""
    known = place.stat() if place.exists() else None
    if known is not None and stat.S_ISDIR(known.st_mode):
        raise IsADirectoryError(21, os.strerror(21))
    if known is not None and not os.access(place, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    import tempfile  # a run that only prints writes nothing

    _clear(place.parent)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=DRAFT, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            if known is not None:
                os.fsync(file.fileno())  # or a power cut could leave neither the old file nor the new
        _like(name, known)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


@cache
def _clear(folder: Path) -> None:
    """Once a run, delete the drafts that runs which were killed left in *folder*: nobody has written to them for a day."""
    now = time.time()
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _DRAFT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if now - entry.stat(follow_symlinks=False).st_mtime > LEFT:
                        Path(entry.path).unlink()


def _like(name: str, known: os.stat_result | None) -> None:
    """Give a draft the mode and owner of the file it replaces, or those that any new file has."""
    if known is None:
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        return
    if hasattr(os, "chown") and (known.st_uid, known.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):  # only root may give files away
            os.chown(name, known.st_uid, known.st_gid)
    Path(name).chmod(stat.S_IMODE(known.st_mode))


def passes(path: Path) -> bool:
    """Whether *path* is written through: a device, a pipe, what a shell opened (/dev/stdout, /dev/fd/3), or our own output."""
    try:
        found = path.stat()
    except OSError:
        return False
    if stat.S_ISDIR(found.st_mode):
        return False
    if not stat.S_ISREG(found.st_mode):
        return True
    return any(_descriptor(step) for step in _steps(path)) or _own(found) is not None


def _steps(path: Path) -> Iterator[Path]:
    """Yield *path* and where each link leads, one after the other."""
    for _ in range(40):
        here = Path(os.path.realpath(path.parent)) / path.name
        yield here
        if not here.is_symlink():
            return
        path = here.parent / here.readlink()


def _descriptor(path: Path) -> bool:
    parts = path.parent.parts
    return (parts[1:2] == ("proc",) and parts[-1] == "fd") or parts == ("/", "dev", "fd")


def _own(found: os.stat_result) -> int | None:
    """Return the descriptor of our own output that leads to the same regular file."""
    for number in (1, 2):
        with suppress(OSError):
            if os.path.samestat(found, os.fstat(number)):
                return number
    return None


def _through(path: str, data: bytes) -> None:
    """Write to what is there already: nothing is made, emptied or replaced, and a pipe waits for its reader."""
    number = _own(Path(path).stat())
    if number is not None:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        handle = os.dup(number)  # the shell's own position in the file holds
    else:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) or 0 :]


def _ending(target: Target) -> Problem | None:
    lowered = Path(target.path).name.lower()
    found = next((ending for ending in OWNED if lowered.endswith(ending)), None)
    if found is None or any(lowered.endswith(ending) for ending in target.endings):
        return None
    if not target.folder and Path(target.path).exists() and not Path(target.path).is_file():
        return None  # a pipe may have any name
    kind = OWNED[found]
    if target.folder:
        told = Text(
            f"这里要写一个文件夹，“{found}”是{kind.zh}的后缀",
            f"a folder is written here, and {found} is the ending of {kind.en}",
        )
        return Problem(
            "output-ending", Place(target.path), told, Text("换一个没有后缀的名称", "choose a name without an ending")
        )
    fitting = ", ".join(target.endings)
    told = Text(
        f"这里写的不是{kind.zh}，不能用后缀“{found}”",
        f"what is written here is not {kind.en}: it cannot end in {found}",
    )
    return Problem("output-ending", Place(target.path), told, Text(f"可用：{fitting}", f"use {fitting}"))


def _file(target: Target) -> Problem | None:
    """Return why no file can be written there, as far as that can be seen beforehand."""
    path = Path(target.path)

    def no(code: str, zh: str, en: str, hint: Text | None = None) -> Problem:
        return Problem(code, Place(target.path), Text(f"写不了：{zh}", f"cannot be written: {en}"), hint)

    if not target.path:
        return no("unwritable", "文件名是空的", "the name is empty")
    try:
        if path.is_dir() or target.path.endswith(("/", os.sep)):
            return no("is-folder", "这是文件夹", "this is a folder", Text("写一个文件名", "name a file"))
        folder = Path(os.path.realpath(path)).parent
        if Path(os.path.realpath(path)).is_symlink():
            return no("unwritable", "这个链接绕了一圈，没有指向文件", "this link leads round in a circle, to no file")
        if not path.exists() and not folder.is_dir():
            return no(
                "no-folder",
                f"没有文件夹 {folder}",
                f"there is no folder {folder}",
                Text("先建文件夹", "make the folder first"),
            )
        if path.exists() and not os.access(path, os.W_OK):
            return no("unwritable", "没有写的权限", "permission denied")
        if not passes(path) and not os.access(folder, os.W_OK):
            return no("unwritable", f"文件夹 {folder} 不许写", f"the folder {folder} is read-only")
    except (OSError, ValueError) as error:
        return unwritable(target.path, error).problems[0]
    return None


def _folder(target: Target) -> Problem | None:
    """Return why no folder can be there, as far as that can be seen beforehand."""
    path = Path(target.path)
    try:
        above = next((each for each in (path, *path.absolute().parents) if os.path.lexists(each)), path)
        if not above.is_dir():
            told = Text(f"{above} 不是文件夹", f"{above} is no folder")
            return Problem("no-folder", Place(target.path), told, Text("换一个名称", "choose another name"))
        if not os.access(above, os.W_OK):
            told = Text(f"写不了：文件夹 {above} 不许写", f"cannot be written: the folder {above} is read-only")
            return Problem("unwritable", Place(target.path), told)
    except (OSError, ValueError) as error:
        return unwritable(target.path, error).problems[0]
    return None


def _input(target: Target, inputs: Sequence[str | Path]) -> str | None:
    """Return the input that *target* is or lies among."""
    path = Path(target.path)
    for each in inputs:
        given = Path(each)
        if same(path, given):
            return str(each)
        if target.folder or not given.is_dir() or not path.is_file() or passes(path) or not _read(path):
            continue
        known = path.stat()
        if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(given)):
            return str(each)
        if known.st_nlink > 1 and (hit := next((p for p in given.rglob("*") if same(path, p)), None)) is not None:
            return str(hit)
    return None


def _read(path: Path) -> bool:
    return path.name.lower().endswith(READ) or os.path.realpath(path).lower().endswith(READ)


def _among(target: Target, folder: Path, endings: tuple[str, ...]) -> bool:
    path = Path(target.path)
    if not target.folder and (passes(path) or not path.name.lower().endswith(endings)):
        return False
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
