"""Frozen values: what `dataclass(frozen=True, slots=True)` would make of the same class, but for when it is made."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace
from dataclasses import field as data_field
from importlib import import_module

import pytest
from conftest import ROOT

from checker.base.frozen import changed, field, frozen
from checker.base.later import Later, put_off
from checker.base.named import NamedTuple


@frozen
class Base:
    """A base with fields that are given by name alone."""

    at: int = field(default=0, compare=False, repr=False, kw_only=True)


@frozen
class Pair(Base):
    """A value of every sort of field."""

    one: str
    two: tuple[int, ...] = ()
    seen: list[int] = field(default_factory=list)
    kept: dict[str, int] = field(init=False, default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataBase:
    at: int = data_field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Data(DataBase):
    one: str
    two: tuple[int, ...] = ()
    seen: list[int] = data_field(default_factory=list)
    kept: dict[str, int] = data_field(init=False, default_factory=dict, compare=False, repr=False)


def test_it_is_made_compared_and_printed_as_a_data_class_is():
    for given, named in ((("a",), {}), (("a", (1,)), {"at": 3}), (("a", (1,), [2]), {}), ((), {"one": "b"})):
        mine, theirs = Pair(*given, **named), Data(*given, **named)
        assert repr(mine) == repr(theirs).replace("Data(", "Pair(")
        assert [getattr(mine, name) for name in ("at", "one", "two", "seen", "kept")] == [
            getattr(theirs, name) for name in ("at", "one", "two", "seen", "kept")
        ]
    assert Pair("a", at=1) == Pair("a", at=2) and Pair("a") != Pair("b") and Pair("a") != Data("a")
    assert Pair("a").seen is not Pair("a").seen
    assert Pair.__match_args__ == Data.__match_args__
    for given in ((), ("a", (), [], {}), ("a", (), [], 1, 2)):
        with pytest.raises(TypeError):
            Pair(*given)


def test_a_default_that_all_values_would_share_is_refused():
    with pytest.raises(ValueError, match="default_factory"):
        frozen(type("Shared", (), {"__annotations__": {"listed": "list[int]"}, "listed": []}))


def test_it_cannot_be_changed_and_has_no_other_attributes():
    pair = Pair("a")
    for change in (lambda: setattr(pair, "one", "b"), lambda: setattr(pair, "new", 1), lambda: delattr(pair, "one")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert not hasattr(pair, "__dict__")


def test_dataclasses_take_it_as_their_own():
    assert is_dataclass(Pair) and [each.name for each in fields(Pair)] == [each.name for each in fields(Data)]
    assert [(f.init, f.compare, f.repr, f.kw_only) for f in fields(Pair)] == [
        (f.init, f.compare, f.repr, f.kw_only) for f in fields(Data)
    ]
    assert replace(Pair("a"), two=(1,)) == changed(Pair("a"), two=(1,)) == Pair("a", (1,))
    assert changed(Pair("a", at=4), one="b").at == 4


def test_it_can_be_copied_and_pickled():
    pair = Pair("a", (1,), at=7)
    for twin in (copy.deepcopy(pair), pickle.loads(pickle.dumps(pair))):
        assert twin == pair and twin.at == 7 and twin.kept == {}


@frozen
class Slow(Later):
    """A value of which a field may be put off."""

    name: str
    value: int


def test_what_was_put_off_is_made_once_and_cannot_be_told_from_what_was_not():
    asked = []
    slow = put_off(Slow, {"name": "a"}, {"value": lambda: asked.append(1) or 3})
    assert slow.name == "a" and not asked
    assert slow == Slow("a", 3) and slow.value == 3 and len(asked) == 1
    assert pickle.loads(pickle.dumps(slow)) == slow and repr(slow) == repr(Slow("a", 3))
    with pytest.raises(AttributeError, match="'Slow' object has no attribute 'other'"):
        slow.other  # noqa: B018


def test_every_pattern_that_a_module_holds_compiles():
    """They are compiled when they are first used: a mistake in one must not wait for the text that needs it."""
    held = []
    for file in sorted((ROOT / "checker").rglob("*.py")):
        if "from checker.base.patterns import pattern" in file.read_text(encoding="utf-8"):
            module = import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            held += [each for each in vars(module).values() if type(each).__name__ == "_Late"]
    assert len(held) > 40
    for each in held:
        assert isinstance(each.pattern, (str, bytes))  # asking for it compiles it


class Usual(typing.NamedTuple):
    """A tuple."""

    name: str
    value: int = 1

    @property
    def twice(self) -> int:
        return 2 * self.value


class Own(NamedTuple):
    """A tuple."""

    name: str
    value: int = 1

    @property
    def twice(self) -> int:
        return 2 * self.value


def test_tuples_with_names_are_those_of_typing():
    for kind in (Usual, Own):
        made = kind("a", value=2)
        assert isinstance(made, tuple) and made == ("a", 2) and made.twice == 4 and kind("a") == ("a", 1)
        assert made._replace(name="b") == ("b", 2) and made._asdict() == {"name": "a", "value": 2}
        assert kind._make(["a", 3]).value == 3 and kind._fields == kind.__match_args__ == ("name", "value")
        assert repr(made) == f"{kind.__name__}(name='a', value=2)" and kind._field_defaults == {"value": 1}
        assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == made and type(copy.copy(made)) is kind
        assert list(inspect.signature(kind).parameters) == ["name", "value"] and kind.__doc__ == "A tuple."
        for wrong in (
            kind,
            lambda kind=kind: kind("a", 1, 2),
            lambda kind=kind: kind("a", other=1),
            lambda kind=kind: kind._make("abc"),
        ):
            with pytest.raises(TypeError):
                wrong()
        with pytest.raises(ValueError, match="unexpected field"):
            made._replace(other=1)
        with pytest.raises(AttributeError):
            made.name = "b"
        with pytest.raises(AttributeError):
            made.other = "b"
    with pytest.raises(TypeError, match="without a default"):

        class Wrong(NamedTuple):
            name: str = ""
            value: int
