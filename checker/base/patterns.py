"""Regular expressions of modules, each compiled when it is first used: one run uses few of those that its modules hold."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Late(Generic[AnyStr]):
    """A pattern that is not compiled yet; once it is, what was used of it is kept here, as quick to find as before."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)  # re keeps what it has compiled
        setattr(self, name, found)
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern *text*, for a module to hold; a mistake in it shows when it is first used."""
    return cast("re.Pattern[AnyStr]", _Late(text, int(flags)))
