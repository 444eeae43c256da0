"""Values some of whose fields are worked out when they are first asked for: of what a file holds, one run reads a part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from checker.base.frozen import setters_of

T = TypeVar("T", bound="Later")


class Asked(Protocol):
    """What works out the fields that were put off, such as a mapping of callables by their names."""

    def get(self, name: str, /) -> Callable[[], Any] | None:
        """Return what works out a field; None for one that was not put off."""


class Later:
    """A frozen value with slots whose fields may be put off; nothing of it tells a field that was from one that was not."""

    __slots__ = ("_later",)
    _later: Asked

    if not TYPE_CHECKING:  # asked only of slots that are empty; a checker would take it for any name

        def __getattr__(self, name: str) -> Any:
            """Work out what was put off."""
            if name != "_later" and (make := getattr(self, "_later", {}).get(name)) is not None:
                object.__setattr__(self, name, make())
                return object.__getattribute__(self, name)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def put_off(kind: type[T], there: Mapping[str, Any], later: Asked) -> T:
    """Return a *kind* with the fields that are *there* and those that *later* gives."""
    made = kind.__new__(kind)
    setters = setters_of(kind)
    for name, value in there.items():
        setters[name](made, value)
    object.__setattr__(made, "_later", later)
    return made
