"""Tuples with named fields, as `typing.NamedTuple` makes them, made at a seventh of the cost.

A named tuple compiles its constructor when its module is imported; a run that reads one case imports dozens of them. Here a class
shares its methods with all others, and its constructor with all of as many fields: their names are put in its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

try:
    from _collections import _tuplegetter  # type: ignore[import-not-found]
except ImportError:  # not CPython

    def _tuplegetter(number: int, doc: str) -> Any:
        return property(itemgetter(number), doc=doc)


_BY_NUMBER: dict[int, CodeType] = {}
"""The constructor of a class of as many fields as the key says."""
_GETTERS: list[Any] = []
"""What gives each field: the same serve all classes."""
_TUPLE = {"_tuple_new": tuple.__new__}


def _new(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> Any:
    """Return the constructor of a class; *defaults* are those of its last fields."""
    code = _BY_NUMBER.get(len(fields))
    if code is None:
        given = "".join(f"_{at}, " for at in range(len(fields)))
        names: dict[str, Any] = {}
        exec(f"def __new__(_cls, {given}): return _tuple_new(_cls, ({given}))", names)
        code = _BY_NUMBER[len(fields)] = names["__new__"].__code__
    return FunctionType(code.replace(co_varnames=("_cls", *fields)), _TUPLE, "__new__", defaults)


def _getters(number: int) -> list[Any]:
    while len(_GETTERS) < number:
        _GETTERS.append(_tuplegetter(len(_GETTERS), f"Alias for field number {len(_GETTERS)}"))
    return _GETTERS[:number]


def _make(cls: Any, values: Iterable[Any]) -> Any:
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **values: Any) -> Any:
    made = self._make(map(values.pop, self._fields, self))
    if values:
        raise ValueError(f"Got unexpected field names: {list(values)!r}")
    return made


def _repr(self: Any) -> str:
    told = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
    return f"{type(self).__name__}({told})"


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self))


def _arguments(self: Any) -> tuple[Any, ...]:
    return tuple(self)


_SHARED: dict[str, Any] = {
    "__slots__": (),
    "__repr__": _repr,
    "__getnewargs__": _arguments,
    "__replace__": _replace,
    "_make": classmethod(_make),
    "_replace": _replace,
    "_asdict": _asdict,
}


class _Named(type):
    """What `class …(NamedTuple)` asks for its class: a plain one, derived from `tuple`."""

    def __new__(cls, name: str, bases: tuple[Any, ...], members: dict[str, Any]) -> Any:
        fields = tuple(members.get("__annotations__", {}))
        defaults = {each: members.pop(each) for each in fields if each in members}
        if tuple(defaults) != fields[len(fields) - len(defaults) :]:
            raise TypeError(f"{name}: a field without a default follows one with a default")
        own = {
            "__new__": _new(fields, tuple(defaults.values())),
            "__match_args__": fields,
            "_fields": fields,
            "_field_defaults": defaults,
        }
        return type(name, (tuple,), {**_SHARED, **members, **dict(zip(fields, _getters(len(fields)))), **own})


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})
