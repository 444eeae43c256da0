"""What findings are made of: frozen values, some of them worked out when first asked for, that can be pickled as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

LANGUAGES = ("zh", "en")
T = TypeVar("T")


class Both(Generic[T]):
    """One thing in both languages, each made when first asked for; pickled, it holds both and no longer how to make them."""

    __slots__ = ("_make", "_said")

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make: Callable[[str], T] = make
        self._said: dict[str, T] = {}

    def say(self, lang: str) -> T:
        """Return it in *lang* ("zh" or "en")."""
        lang = "en" if lang == "en" else "zh"
        if lang not in self._said:
            self._said[lang] = self._make(lang)
        return self._said[lang]

    def __reduce__(self) -> tuple[Any, ...]:
        return _said, tuple(self.say(lang) for lang in LANGUAGES)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Both) and all(self.say(lang) == other.say(lang) for lang in LANGUAGES)

    def __hash__(self) -> int:
        return hash(self.say("zh"))

    def __repr__(self) -> str:
        return f"Both({self.say('zh')!r}, {self.say('en')!r})"


def _said(zh: T, en: T) -> Both[T]:
    return Both({"zh": zh, "en": en}.__getitem__)


class Data:
    """A frozen value whose cached properties are worked out when first asked for, from what it keeps under names with an underscore.

    Pickling works out all of them and leaves out what they were made from: what is read back is data alone.
    """

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be deleted")

    def __getstate__(self) -> dict[str, Any]:
        made = [
            name
            for kind in type(self).__mro__
            for name, each in vars(kind).items()
            if isinstance(each, cached_property)
        ]
        return {name: getattr(self, name) for name in (*self.__dict__, *made) if not name.startswith("_")}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        self.__dict__.update(state)
