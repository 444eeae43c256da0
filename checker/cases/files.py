"""Case files: which are meant by the names given, and reading them all."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean, unreadable
from checker.base.files import builtin, no_member
from checker.base.telling import Telling
from checker.cases.case import Case, twin
from checker.cases.vocabulary import Vocabulary

SUFFIXES = (".yaml", ".yml", ".json")
"""How the name of a case file that is a text ends."""
COMPANIONS = (".decisions.yaml", ".import.json", ".followup.yaml", ".waivers.yaml")
"""How files end that stand beside a case and are none: decisions, what was read, what became of findings, waivers."""
BOOK_SUFFIX = ".xlsx"
"""How the name of a case that is a workbook ends; a folder may hold workbooks that are none."""
BOOK_SHEETS = (("说明", "单位"), ("Read me", "unit"))
"""The first sheets of a workbook that is a case, in Chinese or English."""
OWN = ".checker"
"""The folder in which the page keeps documents; no case lies there."""
CaseFile = Callable[[str, bytes, Vocabulary], Case]
"""Reads one case from the name and the bytes of its file; raises InputError."""
READING = Text("读取", "reading")
MANY = 21
"""Files from which on it is shown how far the reading is."""


def printable(text: str) -> str:
    """Return *text* without what a terminal would act on."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def case_files(paths: Sequence[str], tell: Telling) -> list[str]:
    """Return the case files that *paths* name; a folder stands for those in it, in order. Raises InputError for all that is wrong."""
    found: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        if path == "-":
            found.append(path)
        elif "\0" in path:
            problems.append(Problem("no-file", Place(path), Text("没有这个文件", "there is no such file")))
        elif Path(path).is_dir():
            all_of_it = sorted(Path(path).rglob("*"))
            all_of_it = [p for p in all_of_it if OWN not in p.relative_to(path).parts]
            every = [p for p in all_of_it if "templates" not in p.relative_to(path).parts[:-1]]
            forms = [
                printable(str(p.relative_to(path)))
                for p in all_of_it
                if p not in every and p.suffix.lower() in (*SUFFIXES, BOOK_SUFFIX)
            ]
            if forms:
                listed = forms[:5] + ["…"] * (len(forms) > 5)
                name = printable(path)
                tell.say(
                    Text(
                        f"{name}: 模板，没有读：{'、'.join(listed)}",
                        f"{name}: templates, not read: {', '.join(listed)}",
                    )
                )
            kept = tuple(p for p in every if p.name.lower().endswith(COMPANIONS))
            inside = [str(p) for p in every if (p.suffix.lower() in SUFFIXES and p not in kept) or is_casebook(p)]
            others = [
                str(p.relative_to(path))
                for p in every
                if p.suffix.lower() != ".md" and str(p) not in inside and not p.is_dir()
            ]
            if inside and others:  # whoever put a case there under another name must hear of it
                shown = [printable(each) for each in others[:5]] + ["…"] * (len(others) > 5)
                name = printable(path)
                tell.say(
                    Text(
                        f"{name}: 不是案例文件，没有读：{'、'.join(shown)}",
                        f"{name}: no case files, not read: {', '.join(shown)}",
                    )
                )
            if not inside:
                problems.append(
                    Problem(
                        "empty-folder",
                        Place(path),
                        Text(
                            "文件夹里没有案例文件（.yaml、.json，或 checker new-case 写的工作簿）",
                            "no case file (.yaml, .json or a workbook of checker new-case) in this folder",
                        ),
                        _instead(others),
                    )
                )
            problems += [wrong for file in inside if (wrong := no_member(Path(file))) is not None]
            found += inside
        elif Path(path).is_file() or Path(path).is_fifo():  # a pipe that is named, as the shell's <(…) is, is read
            found.append(path)
        elif (shipped := shipped_case(path)) is not None:
            told = Text(
                f"这里没有 {path}，用的是随软件安装的 {shipped}",
                f"there is no {path} here; this is the one installed with the program, {shipped}",
            )
            tell.say(told)
            found.append(shipped)
        else:
            near = Path(path).parent
            names = [str(p) for p in near.iterdir() if p.suffix in SUFFIXES] if near.is_dir() else []
            problems.append(
                Problem(
                    "no-file",
                    Place(path),
                    Text("没有这个文件", "there is no such file"),
                    did_you_mean(path, names) or _ANOTHER,
                )
            )
    if problems:
        raise InputError(problems)
    return list(dict.fromkeys(found))


def is_casebook(path: Path) -> bool:
    """Whether a file is a workbook with the sheets of a case; not what its cells hold."""
    if path.suffix.lower() != BOOK_SUFFIX or path.name.startswith("~$") or not path.is_file():
        return False  # ~$: the lock of an open workbook
    names = _sheets(path)
    return any(names.issuperset(sheets) for sheets in BOOK_SHEETS)


def casebook_sheets(path: Path) -> bool:
    """Whether a file is a workbook with a sheet that only a case has: then it is one, whole or not."""
    return not {sheets[1] for sheets in BOOK_SHEETS}.isdisjoint(_sheets(path))


def _sheets(path: Path) -> set[str]:
    """Return the names of the sheets of a workbook; none of what is no workbook."""
    import zipfile  # a command over cases in YAML reads no archive
    import zlib

    try:
        with zipfile.ZipFile(path) as archive, archive.open("xl/workbook.xml") as file:
            text = file.read(1 << 20).decode("utf-8", "replace")
    except (OSError, LookupError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):
        return set()
    return set(re.findall(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"', text))


_ANOTHER = Text(
    "检查文件名和所在的文件夹；新案例用 checker new-case 写",
    "look at its name and at the folder you are in; checker new-case begins a new case",
)


def _instead(others: Sequence[str]) -> Text:
    """Return what to write for a folder without cases, by what is in it."""
    if any(name.lower().endswith((".csv", ".tsv", ".parquet", ".jsonl", ".gz")) for name in others):
        return Text(
            "是一个文件夹的表格的，只写这一个，加 --engine duckdb；是现成的表格的，先用 checker pack --map",
            "for a folder of tables name it alone, with --engine duckdb; of tables as people have them, first use checker pack --map",
        )
    return Text(
        "写案例文件，或案例所在的文件夹；新案例用 checker new-case 写",
        "name the case file, or the folder that it is in; checker new-case begins one",
    )


def shipped_case(path: str) -> str | None:
    """Return the built-in case that cases/NAME means outside a checkout."""
    parts = Path(path).parts
    if len(parts) < 2 or parts[0] != "cases" or ".." in parts or Path("cases").is_dir():
        return None
    found = builtin("cases").joinpath(*parts[1:])
    return str(found) if found.is_file() else None


def read_cases(
    files: Sequence[str],
    vocabulary: Vocabulary,
    tell: Telling,
    read: CaseFile,
    kept: dict[str, bytes] | None = None,
    left_out: dict[str, InputError] | None = None,
) -> list[Case]:
    """Read every file by *read*; problems of all files are told together, as InputError.

    What was read is put into *kept* where it is wanted, by the name of the file. With *left_out*, a file that cannot be read is
    put there and the others are returned, as long as there is one.
    """
    cases: list[Case] = []
    problems: list[Problem] = []
    for file in tell.steps(files, READING, len(files), MANY):
        try:
            data = read_bytes(file)
            if kept is not None:
                kept[file] = data
            cases.append(read(file, data, vocabulary))
        except InputError as error:
            problems += error.problems
            if left_out is not None:
                left_out[file] = error
    if problems and (left_out is None or not cases):
        raise InputError(problems)
    return cases


def no_twins(cases: Sequence[Case]) -> None:
    """Refuse two cases of one unit and year: what both state would be found, and counted, twice."""
    first: dict[tuple[str, str, int], Case] = {}
    problems: list[Problem] = []
    for case in cases:
        known = first.setdefault(case.identity, case) if case.identity is not None else case
        if known is not case:
            problems.append(twin(case, known.file))
    if problems:
        raise InputError(problems)


def read_bytes(file: str) -> bytes:
    """Return what a file holds, "-" being standard input; raises InputError where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except ValueError:  # a NUL in the name
        told = Text("文件名里有不能用的字符", "no file can have this name")
        raise InputError([Problem("no-file", Place(file), told)]) from None
    except OSError as error:
        told = unreadable(error)
        raise InputError([Problem("unreadable", Place(file), told)]) from None
