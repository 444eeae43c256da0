"""Files whose entries each name one check by rule, unit, year and subject: what waivers and follow-up states share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.base.typography import fold
from checker.cases.marks import NONE_WORDS
from checker.documents.node import Node
from checker.documents.shape import TEXT, YEAR, Key, Shape
from checker.documents.source import Source
from checker.engines.outcome import Check
from checker.rulebook.book import Rulebook
from checker.rulebook.reader import FileReader

ADDRESS = (
    Key("rule", "规则", TEXT, required=True),
    Key("unit", "单位", TEXT, required=True),
    Key("year", "年度", YEAR, required=True),
    Key("subject", "对象", TEXT, required=True),
)
"""The keys that say which check an entry speaks of; all are required."""
KEYS = {key.id: key.zh for key in ADDRESS}


class Entry(Protocol):
    """Anything that names a check; `unit` is its code or name, `subject` an id or a label."""

    @property
    def rule(self) -> str:
        """The id of the rule."""

    @property
    def unit(self) -> str:
        """The unit's code or name."""

    @property
    def year(self) -> int:
        """The fiscal year."""

    @property
    def subject(self) -> str:
        """The subject's id or label."""


Made = TypeVar("Made", bound=Entry)


class Draft(NamedTuple):
    """One entry as it was read: its node, the values of its keys as text and as nodes."""

    node: Node
    texts: Mapping[str, str]
    given: Mapping[str, Node]


def read_entries(
    source: Source,
    book: Rulebook,
    top: tuple[str, str],
    keys: Shape,
    make: Callable[[Draft, FileReader], Made | None],
) -> list[Made]:
    """Return the entries of the list under the key *top* (in English, in Chinese), each made by *make*.

    *keys* is the shape of an entry. Raises InputError with everything that is wrong with the file.
    """
    problems: list[Problem] = []
    reader = FileReader(source, book.vocabulary, problems)
    node = reader.mapping(source.root, {top[0]: top[1]}).get(top[0])
    found: list[Made] = []
    if node is None and not problems:
        told = Text(f"没有写“{top[1]}”", f"there is no key “{top[0]}”")
        reader.problem("required", source.root, told, Text(f"{top[1]}: [ … ]", f"{top[0]}: [ … ]"))
    elif node is not None and node.kind != "list":
        reader.problem("list", node, Text(f"“{top[1]}”下面要写一个清单", f"“{top[0]}” wants a list"))
    for entry in node.value if node is not None and node.kind == "list" else ():
        before = len(problems)
        given = reader.mapping(entry, keys)
        texts = {key: reader.text(value) for key, value in given.items()}
        lacking = [key for key in keys.required if not texts.get(key)]
        if lacking and len(problems) == before:
            zh = "、".join(keys[key] for key in lacking)
            reader.problem(
                "required",
                entry,
                Text(f"“{top[1]}”这一项缺少：{zh}", f"this entry of {top[0]} lacks: {', '.join(lacking)}"),
            )
        _address(texts, given, reader, book)
        made = make(Draft(entry, texts, given), reader)
        if made is not None and len(problems) == before:
            found.append(made)
    if problems:
        raise InputError(problems)
    return found


def _address(texts: dict[str, str], given: Mapping[str, Node], reader: FileReader, book: Rulebook) -> None:
    rule, year = texts.get("rule"), texts.get("year", "").removesuffix("年")
    if rule and rule not in book.rules and "state" not in texts:  # of earlier years rules may be gone: a run says so
        told = Text(f"没有规则“{rule}”", f"there is no rule {rule!r}")
        reader.problem("no-rule", given["rule"], told, did_you_mean(rule, list(book.rules)))
    if year in NONE_WORDS and "state" in texts:  # follow-up of a case whose year is not known; a waiver needs one
        year = "0"
    elif year and not (year.isascii() and year.isdigit() and len(year) == 4 and year != "0000"):
        reader.problem(
            "bad-year", given["year"], Text(f"“{year}”不是年度", f"{year!r} is not a year"), Text("2020", "2020")
        )
        year = ""
    texts["year"] = year


class Index:
    """Finds the checks that entries name, however many there are of both."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self.checks = checks
        self.by_rule: dict[tuple[str, int], list[int]] = {}
        for number, check in enumerate(checks):
            self.by_rule.setdefault((check.rule.id, check.case.year), []).append(number)

    def fitting(self, entry: Entry) -> list[int]:
        """Return the numbers of the checks that *entry* names."""
        return [n for n in self.by_rule.get((entry.rule, entry.year), ()) if _fits(entry, self.checks[n])]


def _fits(entry: Entry, check: Check) -> bool:
    case = check.case
    units = {fold(str(case.root.values.get(key))) for key in ("code", "name") if case.root.values.get(key)}
    return fold(entry.unit) in units and names(entry.subject, check.subject.id, case.label(check.subject))


def names(said: str, ident: str, label: str) -> bool:
    """Whether what an entry calls its subject is the id of a subject, or its label, however that is set."""
    return said == ident or fold(said) == fold(label)


def entry_lines(values: Mapping[str, str], keys: Mapping[str, str], said: str, lang: str) -> list[str]:
    """Return the lines of an entry in the language *lang*, its keys those of *values*; the comment says *said*."""
    lines: list[str] = []
    for key, value in values.items():
        plain = key in ("rule", "state", "day", "due", "expires")
        shown = (
            value or ("无" if lang == "zh" else "none")
            if key == "year"
            else value
            if plain and value
            else _quoted(value)
        )
        lines.append(f"{'- ' if not lines else '  '}{keys[key] if lang == 'zh' else key}: {shown}")
    return [lines[0], f"  # {_printable(' '.join(said.split())[:200])}", *lines[1:]]


def begun_with(head: str, top: tuple[str, str], entries: Iterable[Sequence[str]], lang: str) -> bytes:
    """Return a new file: comments, the key *top*, and the lines of each entry below it."""
    lines = [line + "\n" for entry in entries for line in entry]
    return (head + f"{top[1] if lang == 'zh' else top[0]}:\n" + "".join(lines)).encode()


def appended(source: Source, data: bytes, top: tuple[str, str], entries: Sequence[Sequence[str]]) -> bytes:
    """Return *data*, a file with a list under the key *top*, with *entries* at its end, each as its lines.

    Every byte of *data* stays where it is. Raises InputError where nothing can be put at its end: the list must be the
    last thing in the file and written line by line.
    """
    if not entries:
        return data
    root = source.root
    last = root.value[-1] if root.kind == "map" and root.value else None
    held = last[1].value if last is not None and last[1].kind == "list" else []
    first = source.lines[held[0].line - 1] if held else ""
    indent = first[: len(first) - len(first.lstrip())] if held else ""
    if not first.lstrip().startswith("- ") or any(line.rstrip() == "..." for line in source.lines):
        told = Text(
            f"接不下去：“{top[1]}”要在文件最后，一项一行用“- ”开头",
            f"nothing can be put at its end: “{top[0]}” must come last, each entry on lines of its own beginning with “- ”",
        )
        hint = Text(
            f"写成“{top[1]}:”，下面一项一行，后面不写别的",
            f"write “{top[0]}:” with a line to each entry below and nothing behind",
        )
        raise InputError([Problem("followup-form", source.place(root), told, hint)])
    end = "\r\n" if b"\r\n" in data else "\n"
    text = "".join(indent + line + end for entry in entries for line in entry)
    gap = "" if data.endswith(b"\n") else end
    return data + (gap + text).encode(
        source.encoding.removesuffix("-sig")
    )  # the mark of its start stands there already


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in plain) + '"'
