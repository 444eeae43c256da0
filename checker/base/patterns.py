"""Regular expressions, each compiled when it is first used: one run uses few of those that its modules hold.

What a pattern compiles to is kept from one run to the next (`base.cached`): compiling took a tenth of the time of a small case. An
entry is found by the very text and flags of the pattern, in a file of its own for every version of Python; the interpreter looks
through it before it takes it for a pattern, and whatever it refuses is compiled anew.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, AnyStr, Generic, cast

MOST = 500
"""Patterns that are kept; beyond that, those of the last run alone."""
_Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` makes a pattern of, besides its text: flags, code, groups, and the names of these both ways."""
_FAULTS = (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError, EOFError)
"""What may come of an entry that was made by something else, or of a Python whose compiler has another form."""


class _Kept:
    """The programs of the patterns of this run and of earlier ones, where they are kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[tuple[str | bytes, int], _Program] | None = None
        self.used: dict[tuple[str | bytes, int], _Program] = {}
        self.new = False

    def compiled(self, text: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """Return the pattern, by the program that is kept for it; raises one of `_FAULTS` where that cannot be."""
        if self.known is None:
            self.known = self._read()
        program = self.known.get((text, flags))
        if program is not None:
            with suppress(*_FAULTS):
                made = _made(text, program)
                self.used[text, flags] = program
                return made
        program = self.used[text, flags] = _program(text, flags)
        self.new = True
        return _made(text, program)

    def _read(self) -> dict[tuple[str | bytes, int], _Program]:
        from checker.base.cached import recalled

        body = recalled(self.path)
        with suppress(*_FAULTS):
            found = {} if body is None else marshal.loads(body)
            return found if isinstance(found, dict) else {}
        return {}

    def save(self) -> None:
        """Keep what this run compiled, if there was anything new."""
        if self.new:
            from checker.base.cached import put

            every = {**(self.known or {}), **self.used}
            put(self.path, marshal.dumps(every if len(every) <= MOST else self.used), "patterns-*", 4)


_kept: _Kept | None = None


def _program(text: str | bytes, flags: int) -> _Program:
    """Return what *text* compiles to, as `re` does it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(text, flags)
    names = parsed.state.groupdict
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, names, tuple(order)


def _made(text: AnyStr, program: _Program) -> re.Pattern[AnyStr]:
    """Return the pattern that a program makes."""
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, order = program
    return cast("re.Pattern[AnyStr]", _sre.compile(text, flags, array("I", code).tolist(), groups, names, order))


@contextmanager
def kept_patterns() -> Iterator[None]:
    """Keep in the block what patterns compile to, for the next run of this user; read when the first is used."""
    global _kept
    from checker.base.cached import cache_folder

    folder = cache_folder()
    if folder is not None and sys.implementation.name == "cpython":
        _kept = _Kept(
            folder / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}-{sys.platform}"
        )
    try:
        yield
    finally:
        if _kept is not None:
            _kept.save()
            _kept = None


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern *text*, compiled now."""
    global _kept
    flags = int(flags)
    if _kept is not None:
        with suppress(re.error):  # re says it better
            try:
                return _kept.compiled(text, flags)
            except _FAULTS:
                _kept = None  # whatever it holds, it is of no use
    return re.compile(text, flags)


class _Late(Generic[AnyStr]):
    """A pattern that is not compiled yet; once it is, what was used of it is kept here, as quick to find as before."""

    _pattern: re.Pattern[AnyStr]

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name == "_pattern":
            self._pattern = compiled(self._text, self._flags)
            return self._pattern
        found = getattr(self._pattern, name)
        setattr(self, name, found)
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern *text*, for a module to hold; a mistake in it shows when it is first used."""
    return cast("re.Pattern[AnyStr]", _Late(text, flags))
