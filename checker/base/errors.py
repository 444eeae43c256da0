"""Problems of an input, told to the officer at the desk: where, what was found, what to do.

Loaders collect every problem of a file and raise them together as one `InputError`; nothing else
that a user can cause is ever raised out of the package.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Sequence

from checker.base.named import NamedTuple

LONGEST = 2000
"""Characters of a message or a hint that are printed; of a longer one its beginning and its end."""


class Text(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """Return the sentence in *lang* ("zh" or "en")."""
        return self.en if lang == "en" else self.zh


LANGUAGES = ("zh", "en")


def chosen(name: str, value: object, choices: Sequence[str]) -> None:
    """Raise ValueError, naming the *choices*, where what a program passes for *name* is none of them."""
    if value not in choices:
        raise ValueError(f"{name} is one of {', '.join(map(repr, choices))}, not {value!r}")


class CellLine(int):
    """A line that is one cell of a workbook: its number among the cells that were read, printed as 支出项目!F6."""

    cell: str

    def __new__(cls, number: int, cell: str) -> CellLine:
        """Make the line of a *cell*."""
        made = super().__new__(cls, number)
        made.cell = cell
        return made

    def __reduce__(self) -> tuple[type[CellLine], tuple[int, str]]:
        """Return what makes the same line again, where a report is kept."""
        return CellLine, (int(self), self.cell)

    def __str__(self) -> str:
        """Print the cell: its number means nothing to whoever looks at the sheet."""
        return self.cell


def at_line(line: int) -> Text:
    """Return how a line is called within a sentence: 第 3 行, line 3, or the name of a cell."""
    return Text(line.cell, line.cell) if isinstance(line, CellLine) else Text(f"第 {line} 行", f"line {line}")


class Place(NamedTuple):
    """A spot in a file: lines and columns count from 1; `text` is the whole line, `width` what the caret marks."""

    file: str
    line: int = 0
    column: int = 0
    text: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Print as file:line:column, leaving out what is not known."""
        spot = (self.line,) if isinstance(self.line, CellLine) else (self.line, self.column)
        return ":".join([self.file, *(str(n) for n in spot if n)])


class Problem(NamedTuple):
    """One thing wrong with an input; `code` is stable, `hint` says what to do about it."""

    code: str
    place: Place
    message: Text
    hint: Text | None = None

    def render(self, lang: str) -> str:
        """Return the problem as printed: place and message, the line with a caret, the hint."""
        from checker.base.width import HIDDEN, clipped, shortened, visible, width

        where = visible(str(self.place)).replace("\n", "⟨U+000A⟩")
        lines = [f"{where}: {visible(clipped(shortened(self.message.say(lang)), LONGEST))} [{self.code}]"]
        if self.place.text and self.place.column:
            start, marked = self.place.column - 1, max(1, self.place.width)
            left = start - 40 if start > 60 else 0  # a very long line: show the part around the caret, look at no more
            shown = HIDDEN.sub("·", re.sub("[\t\n\r]", " ", self.place.text[left : left + 100]))
            start -= left
            lines.append("    " + shown)
            lines.append("    " + " " * width(shown[:start]) + "^" * max(1, width(shown[start : start + marked])))
        if self.hint:
            lead = "    → " if lang == "zh" else "    -> "
            lines.append(lead + visible(clipped(shortened(self.hint.say(lang)), LONGEST)))
        return "\n".join(lines)


class InputError(Exception):
    """The input cannot be used; `problems` holds everything that is wrong with it, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda p: (p.place.file, p.place.line, p.place.column, p.code))
        )
        super().__init__("\n".join(p.render("en") for p in self.problems[:20]))


def suggest(wrong: str, known: Sequence[str], count: int = 3) -> list[str]:
    """Return the names of *known* that *wrong* was most likely meant to be, best first."""
    import difflib

    if len(wrong) > LONG_NAME:  # no name: whatever it resembles, nobody misspelt that
        return []
    folded = {name.casefold(): name for name in known if len(name) <= LONG_NAME}
    if len(folded) > MANY_NAMES:
        folded = {name: folded[name] for name in _likely(wrong.casefold(), folded)}
    close = difflib.get_close_matches(wrong.casefold(), list(folded), n=2 * count, cutoff=0.6)
    close = sorted(close, key=lambda name: not _one_off(wrong.casefold(), name))[:count]
    if (
        not close and len(wrong) >= 2 and not wrong.isascii()
    ):  # Chinese names are short: half the characters are a good sign
        shared = sorted(
            ((len(set(wrong) & set(name)) / max(len(set(name)), len(set(wrong))), name) for name in folded),
            key=lambda pair: (-pair[0], pair[1]),
        )
        close = [name for score, name in shared[:count] if score >= 0.5]
    return [folded[name] for name in close]


LONG_NAME = 100
"""Characters beyond which a text is no misspelt name, and none is offered instead."""
MANY_NAMES = 100
"""Names that are compared one by one; of more only those that share most of their characters."""


def _likely(wrong: str, names: Iterable[str]) -> list[str]:
    """Return the names that share most characters with *wrong*, best first: cheap, so that a case of thousands has a hint."""
    from heapq import nlargest  # only where something is wrong

    letters = frozenset(wrong)
    size = len(wrong)
    return nlargest(MANY_NAMES, names, key=lambda name: len(letters.intersection(name)) - abs(len(name) - size))


def _one_off(wrong: str, name: str) -> bool:
    """Whether one character was taken for another, or two were exchanged: nearer than any longer or shorter name."""
    differ = [(a, b) for a, b in zip(wrong, name, strict=False) if a != b]
    if len(wrong) != len(name) or len(differ) > 2:
        return False
    return len(differ) < 2 or differ[0] == differ[-1][::-1]


REASONS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
}
"""What the machine says of a file, in Chinese: its own words are English."""


def reason_of(error: OSError) -> Text:
    """Return why the machine refused."""
    said = error.strerror or str(error)
    return Text(REASONS.get(error.errno or 0, said), said)


def unreadable(error: OSError) -> Text:
    """Return what to say of a file that cannot be read."""
    reason = reason_of(error)
    return Text(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")


def did_you_mean(wrong: str, known: Sequence[str]) -> Text | None:
    """Return a "did you mean" hint, or nothing when no name is near."""
    names = suggest(wrong, known)
    if not names:
        return None
    return Text("您是不是想写：" + "、".join(names), "did you mean: " + ", ".join(names))
