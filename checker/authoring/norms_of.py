"""The rules as they stand on one day, for cases of any year: what the same facts come to under the norms of another time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from checker.base.errors import Text
from checker.rulebook.book import Rulebook
from checker.rulebook.instruments import plain_name
from checker.rulebook.rule import Basis, Instrument, Parameter, Rule, Validity


def as_of(book: Rulebook, day: date) -> Rulebook:
    """Return *book* with the rules, bases and values that hold on *day*, for every year; what does not hold then is left out."""
    rules = {rule.id: _rule(rule, day) for rule in book.rules.values() if _holds(rule.validity, day)}
    parameters = {each.id: _parameter(each, day) for each in book.parameters.values()}
    return replace(book, rules=rules, parameters=parameters, _plans={})


def _holds(validity: Validity, day: date) -> bool:
    return bool(validity.holds(day, day.year))


def _rule(rule: Rule, day: date) -> Rule:
    basis = tuple(each._replace(validity=Validity()) for each in rule.basis if _holds(each.validity, day))
    return replace(rule, validity=Validity(), basis=basis or rule.basis)


def _parameter(parameter: Parameter, day: date) -> Parameter:
    values = tuple(each._replace(validity=Validity()) for each in parameter.values if _holds(each.validity, day))
    return replace(parameter, values=values)


class Turn(NamedTuple):
    """An instrument that had ended by a day, and the rules that rest on it."""

    instrument: Instrument
    rules: tuple[str, ...]

    def say(self, lang: str) -> str:
        """Return what became of it, and which rules it touches."""
        one = self.instrument
        rules = "、".join(self.rules) if lang == "zh" else ", ".join(self.rules)
        if not one.replaced_by:
            return Text(f"{one.name} {one.end} 失效：{rules}", f"{one.name} ended on {one.end}: {rules}").say(lang)
        return Text(
            f"{one.name} {one.end} 止，由{one.replaced_by}取代：{rules}",
            f"{one.name} ended on {one.end}, replaced by {one.replaced_by}: {rules}",
        ).say(lang)


def turns(book: Rulebook, day: date) -> list[Turn]:
    """Return the instruments of the register that had ended before *day*, with the rules that cite them or use values that do."""
    found: dict[str, list[str]] = {}
    for rule_id, basis in _cited(book):
        known = book.instruments.get(plain_name(basis.instrument))
        if known is not None and known.end is not None and known.end < day:
            found.setdefault(plain_name(basis.instrument), []).append(rule_id)
    return [Turn(book.instruments[name], tuple(dict.fromkeys(rules))) for name, rules in found.items()]


def _cited(book: Rulebook) -> Iterator[tuple[str, Basis]]:
    for rule in book.rules.values():
        yield from ((rule.id, basis) for basis in rule.basis)
    for parameter in book.parameters.values():
        yield from ((parameter.id, basis) for value in parameter.values for basis in value.basis)


def turns_text(found: Iterable[Turn], day: date, lang: str) -> str:
    """Return the head of the comparison: of what day the norms are, and which instruments had ended by then."""
    lines = [Text(f"按 {day} 的规范再判一遍", f"judged once more by the norms of {day}").say(lang)]
    lines += ["  " + turn.say(lang) for turn in found]
    return "\n".join(lines) + "\n"
