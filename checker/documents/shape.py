"""What may be written in a mapping, as data: its keys in both languages, what stands under each, and which there must be.

One shape gives what a reader accepts, the JSON Schema that an editor checks with, and the order and words that the formatter
writes. A kind that one of them does not know is refused there, never let through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.base.errors import Text
from checker.base.frozen import field, frozen


@frozen
class Kind:
    """What stands under a key."""


@frozen
class Scalar(Kind):
    """One value: its types in JSON, and a pattern that its text matches."""

    types: tuple[str, ...] = ("string",)
    pattern: str = ""
    least: int | None = None
    most: int | None = None


@frozen
class Flag(Kind):
    """Yes or no."""


@frozen
class Choice(Kind):
    """One of a few words: their English and Chinese spellings, and others that are read as well."""

    words: tuple[tuple[str, str], ...]
    others: tuple[str | bool, ...] = ()


@frozen
class Named(Kind):
    """A word that the vocabulary has: a value of the enumeration `what`, or an entity where that is "entity"."""

    what: str


@frozen
class Expression(Kind):
    """An expression of the rule language of the type `expected`; `values` are single words that it often is."""

    expected: str = ""
    values: Kind | None = None
    pattern: str = ""


@frozen
class Message(Kind):
    """A text for people with expressions in braces."""


@frozen
class Subject(Kind):
    """What is judged one by one: an entity, or groups of its facts by fields."""


@frozen
class Facts(Kind):
    """A fragment of a case."""


@frozen
class Many(Kind):
    """A list; where `alone` is set, one entry may stand without it."""

    of: Kind
    alone: bool = False
    least: int = 0


@frozen
class Free(Kind):
    """A mapping whose keys are the author's own."""

    of: Kind


@frozen
class Either(Kind):
    """One of several kinds."""

    kinds: tuple[Kind, ...]


@frozen
class Inner(Kind):
    """A mapping of another shape."""

    shape: Shape


@frozen
class Key:
    """One key: its English and Chinese spelling, what stands under it, whether it must be there, and what it is for."""

    id: str
    zh: str
    kind: Kind = field(default_factory=Scalar)
    required: bool = False
    help: Text | None = None


class Shape(Mapping[str, str]):
    """The keys of a mapping in the order in which they are written; as a mapping it gives the Chinese word of each English key.

    `what` names the mapping in messages, `one_of` holds groups of keys of which one must be there, `subject` is the key
    that names the entity which the expressions beside it speak of.
    """

    def __init__(self, what: Text, *keys: Key, one_of: tuple[tuple[str, ...], ...] = (), subject: str = "") -> None:
        self.what = what
        self.entries = {key.id: key for key in keys}
        self.one_of = one_of
        self.subject = subject
        assert len(self.entries) == len(keys)

    def __getitem__(self, key: str) -> str:
        return self.entries[key].zh

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that must be there."""
        return tuple(key.id for key in self.entries.values() if key.required)


TEXT = Scalar(least=1)
WORDS = Many(TEXT, alone=True)
DATE = Scalar(pattern=r"^(\d{4}-\d{1,2}-\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)$")
PLACE = Scalar(("string", "integer"), r"^(\d{2}|\d{4}|\d{6})$")
YEAR = Scalar(("integer", "string"))
COUNT = Scalar(("integer", "string"))
VALUE = Scalar(("string", "number"))
FLAG = Flag()
