"""Files whose entries each name one check by rule, unit, year and subject: what waivers and follow-up states share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.cases.cells import NONE_WORDS
from checker.documents.node import Node
from checker.documents.source import Source
from checker.engines.outcome import Check
from checker.rulebook.book import Rulebook
from checker.rulebook.reader import FileReader

KEYS = {"rule": "规则", "unit": "单位", "year": "年度", "subject": "对象"}
"""The keys that say which check an entry speaks of; all are required."""


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
    source: Source, book: Rulebook, top: tuple[str, str], keys: Mapping[str, str], optional: Sequence[str],
    make: Callable[[Draft, FileReader], Made | None],
) -> list[Made]:  # fmt: skip
    """Return the entries of the list under the key *top* (in English, in Chinese), each made by *make*.

    *keys* gives the Chinese word of every key, *optional* those that may be left out. Raises InputError with everything
    that is wrong with the file.
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
        given = reader.mapping(entry, dict(keys))
        texts = {key: reader.text(value) for key, value in given.items()}
        lacking = [key for key in keys if key not in optional and not texts.get(key)]
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
    if rule and rule not in book.rules:
        told = Text(f"没有规则“{rule}”", f"there is no rule {rule!r}")
        reader.problem("no-rule", given["rule"], told, did_you_mean(rule, list(book.rules)))
    if year in NONE_WORDS and "state" in texts:  # follow-up of a case whose year is not known; a waiver needs one
        year = "0"
    elif year and not (year.isascii() and year.isdigit() and len(year) == 4 and year != "0000"):
        reader.problem("bad-year", given["year"], Text(f"“{year}”不是年度", f"{year!r} is not a year"), Text("2020", "2020"))  # fmt: skip
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
    units = {str(case.root.values.get(key)) for key in ("code", "name") if case.root.values.get(key)}
    return entry.unit in units and entry.subject in (check.subject.id, case.label(check.subject))
