"""Frozen values with slots, as `dataclass(frozen=True, slots=True)` makes them, made at a tenth of the cost.

A data class compiles six methods when its module is imported; a run that reads one case imports dozens. Here a class shares its
methods with all others but `__init__`, which is compiled when the first value is made. `dataclasses.fields`, `replace` and
`is_dataclass` take these classes as their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_NONE: Any = object()
"""No default."""
FEW = 40
"""Values of a class that are made before its `__init__` is compiled: of many classes a run makes no more."""


class Slot:
    """One field: its name and annotation, its default, and whether it is given, only by its name, compared and printed."""

    __slots__ = ("annotation", "compare", "default", "factory", "init", "kw_only", "name", "repr")

    def __init__(self, default: Any, factory: Any, init: bool, compare: bool, repr: bool, kw_only: bool) -> None:
        self.name = ""
        self.annotation: Any = None
        self.default, self.factory = default, factory
        self.init, self.compare, self.repr, self.kw_only = init, compare, repr, kw_only


def field(
    *,
    default: Any = _NONE,
    default_factory: Any = _NONE,
    init: bool = True,
    compare: bool = True,
    repr: bool = True,
    kw_only: bool = False,
) -> Any:
    """Say of a field what `dataclasses.field` says."""
    return Slot(default, default_factory, init, compare, repr, kw_only)


def slots_of(kind: Any) -> dict[str, Slot]:
    """Return the fields of a class of frozen values by name, those of its bases first."""
    found: dict[str, Slot] = kind._slots
    return found


def setters_of(kind: Any) -> dict[str, Callable[[Any, Any], None]]:
    """Return what sets each field of a class of frozen values; as `object.__setattr__`, which takes twice as long to find it."""
    known: dict[str, Callable[[Any, Any], None]] | None = vars(kind).get("_setters")
    if known is None:
        known = kind._setters = {name: getattr(kind, name).__set__ for name in slots_of(kind)}
    return known


def filled(kind: type[T], values: Iterable[Any]) -> T:
    """Return a *kind* with *values* in all its fields, in their order: its `__init__`, which fills in defaults, is passed by."""
    made = kind.__new__(kind)
    for put, value in zip(setters_of(kind).values(), values, strict=True):
        put(made, value)
    return made


def changed(value: T, **values: Any) -> T:
    """Return *value* with other values in some of its fields; as `dataclasses.replace`, which takes three times as long."""
    given = {name: getattr(value, name) for name, slot in slots_of(value).items() if slot.init}
    return type(value)(**{**given, **values})


class _Fields:
    """The fields as `dataclasses` knows them, made when somebody asks."""

    def __get__(self, value: object, kind: Any) -> Any:
        import dataclasses

        listed = []
        for slot in slots_of(kind).values():
            given: dict[str, Any] = {} if slot.default is _NONE else {"default": slot.default}
            given |= {} if slot.factory is _NONE else {"default_factory": slot.factory}
            told = dataclasses.field(
                init=slot.init, compare=slot.compare, repr=slot.repr, kw_only=slot.kw_only, **given
            )
            listed.append((slot.name, slot.annotation, told))
        twin: Any = dataclasses.make_dataclass(kind.__name__, listed)
        kind.__dataclass_fields__ = twin.__dataclass_fields__
        return twin.__dataclass_fields__


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """Return *kind* as a class of frozen values with slots; a class decorator."""
    own: dict[str, Slot] = {}
    members = dict(vars(kind))
    for name, annotation in members.get("__annotations__", {}).items():
        told = members.pop(name, _NONE)
        slot = own[name] = told if isinstance(told, Slot) else field(default=told)
        if isinstance(slot.default, (list, dict, set)):
            raise ValueError(f"{kind.__name__}.{name}: all values would share this default; give a default_factory")
        slot.name, slot.annotation = name, annotation
    inherited: dict[str, Slot] = {}
    for base in reversed(kind.__mro__[1:]):
        inherited |= vars(base).get("_slots", {})
    slots = {**inherited, **own}
    compared = [slot.name for slot in slots.values() if slot.compare]
    for name in ("__dict__", "__weakref__"):
        members.pop(name, None)
    members |= {
        "__slots__": tuple(name for name in own if name not in inherited),
        "__qualname__": kind.__qualname__,
        "__match_args__": tuple(slot.name for slot in slots.values() if slot.init and not slot.kw_only),
        "__dataclass_fields__": _Fields(),
        "_slots": slots,
        "_begun": 0,
        "_compared": staticmethod(attrgetter(*compared)) if compared else staticmethod(lambda value: ()),
    }
    for name, method in _SHARED.items():
        members.setdefault(name, method)
    again: Any = type(kind)
    made: type[T] = again(kind.__name__, kind.__bases__, members)
    return made


def _begin(self: Any, *given: Any, **named: Any) -> None:
    """Set the fields of the first values of a class one by one; the method that sets those of many is compiled when there are many."""
    kind: Any = next(each for each in type(self).__mro__ if vars(each).get("__init__") is _begin)
    kind._begun += 1
    slots, setters = slots_of(kind), setters_of(kind)
    values = {**dict(zip(kind.__match_args__, given)), **named}
    fits = len(values) == len(given) + len(named) and len(given) <= len(kind.__match_args__)
    known = all(name in slots and slots[name].init for name in named)
    full = all(name in values or slot.default is not _NONE or slot.factory is not _NONE for name, slot in slots.items())
    if kind._begun > FEW or not (fits and known and full):  # of what does not fit the compiled method says why
        kind.__init__ = _init(kind)
        self.__init__(*given, **named)
        return
    for name, slot in slots.items():
        if name in values:
            value = values[name]
        else:
            value = slot.factory() if slot.factory is not _NONE else slot.default
        setters[name](self, value)


def _init(kind: Any) -> Callable[..., None]:
    """Return the method that sets the fields of a value."""
    slots, names = slots_of(kind), {"_none": _NONE, **{f"_set_{name}": put for name, put in setters_of(kind).items()}}
    given: list[str] = []
    named: list[str] = []
    body = ["pass"]
    for name, slot in slots.items():
        default = f"_of_{name}"
        if slot.factory is not _NONE:
            names[default], worth, parameter = slot.factory, f"{default}()", f"{name}=_none"
            worth = f"{worth} if {name} is _none else {name}" if slot.init else worth
        else:
            names[default], worth = slot.default, name if slot.init else default
            parameter = name if slot.default is _NONE else f"{name}={default}"
        body.append(f"_set_{name}(self, {worth})")
        if slot.init:
            (named if slot.kw_only else given).append(parameter)
    parameters = ", ".join(["self", *given, *(["*", *named] if named else [])])
    exec(f"def __init__({parameters}):\n " + "\n ".join(body), names)
    made: Callable[..., None] = names["__init__"]
    return made


def _equal(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self is other or self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _repr(self: Any) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name, slot in self._slots.items() if slot.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self._slots]


def _restore(self: Any, state: list[Any]) -> None:
    for put, value in zip(setters_of(type(self)).values(), state, strict=True):
        put(self, value)


_SHARED: dict[str, Any] = {
    "__init__": _begin,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
