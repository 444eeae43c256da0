"""A batch cut into slices: which cases are judged together, under which plan; the unit of memory and of resuming."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cases.scope import documents_of
from checker.cases.vocabulary import Entity, Vocabulary
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.documents import Atom
from checker.tables.schema import relation_keys, state_column
from checker.tables.warehouse import name

FACT_BYTES = 2_000
"""Memory that judging one fact takes at most, in bytes, all statements of a slice counted (an estimate)."""
MOST_FACTS = 2_000_000


class Slice(NamedTuple):
    """Cases of one plan, in order."""

    number: int
    plan: Plan
    cases: tuple[int, ...]


def cut(
    connection: Any,
    book: Rulebook,
    selected: Callable[[str], bool],
    memory: int,
    whole: bool = False,
    same_unit: bool = False,
    others: Collection[str] = (),
) -> list[Slice]:
    """Cut all cases of the attached tables into slices, plans in the order of their first case; *whole*: a slice a plan.

    Raises InputError where a unit does not say its year, place, level and kind (or that it is not known), or, but for
    *same_unit*, is there twice. *others* are the rules that ask other cases.
    """
    root = book.vocabulary.root
    needed = ["fiscal_year", "jurisdiction", "budget_level", "unit_kind"]
    source, listed = name("all_" + root.id), ", ".join(map(name, needed))
    problems = _unplaced(connection, source, root, needed, same_unit) + _undocumented(
        connection, source, root, book.vocabulary
    )
    if problems:
        raise InputError(problems)
    by_signature: dict[Any, tuple[Plan, list[int]]] = {}
    signatures: dict[int, Any] = {}
    units = 0
    given = given_by(connection, book.vocabulary, source)
    grouped = (
        f"SELECT {listed}, _documents, array_agg(_case) FROM {source} GROUP BY {listed}, _documents ORDER BY MIN(_case)"
    )
    rows = connection.execute(grouped).fetchall()
    chosen = book.chosen(selected, others)
    later = {
        year: _later_years(connection, year, book.later_days(year, chosen)) for year in {int(r[0] or 0) for r in rows}
    }
    cut_by_day = list(_by_until(rows, later))
    headings = ((int(r[0] or 0), r[1] or "", r[2] or "", r[3] or "", r[6]) for r in cut_by_day)
    for (*_, told, numbers, _until), whole_plan in zip(
        cut_by_day, book.plans_for(headings, selected, others), strict=True
    ):
        documents, _ = documents_of(told, book.vocabulary)
        said = given if documents else said_by(connection, frozenset().union(*book.figures(whole_plan).values()))
        alike: dict[frozenset[Atom], list[int]] = {} if said else {frozenset(): numbers}
        for number in numbers if said else ():
            alike.setdefault(frozenset(said.get(number, ())), []).append(number)
        for atoms, cases in alike.items():
            plan = book.within(whole_plan, documents, atoms) if documents else book.mentioned(whole_plan, atoms)
            signature = signatures.get(id(plan))
            if signature is None:
                signature = signatures[id(plan)] = plan.signature()
            by_signature.setdefault(signature, (plan, []))[1].extend(cases)
        units += len(numbers)
    facts = facts_in(connection, book.vocabulary)
    per_slice = min(MOST_FACTS, max(1_000, memory // FACT_BYTES))
    size = max(1, units if whole else per_slice * units // max(1, facts))
    found: list[Slice] = []
    for plan, cases in by_signature.values():
        cases.sort()
        for start in range(0, len(cases), size):
            found.append(Slice(len(found), plan, tuple(cases[start : start + size])))
    return found


def _later_years(connection: Any, year: int, days: frozenset[Atom]) -> dict[int, int]:
    """Return the last year that one of these *days* lies in, of each case where that is after *year*."""
    known: dict[int, int] = {}
    for entity, field in sorted(days):
        asked = (
            f"SELECT _case, MAX(YEAR({name(field)})) FROM {name('all_' + entity)} "
            f"WHERE YEAR({name(field)}) > {year} GROUP BY _case"
        )
        for number, last in connection.execute(asked).fetchall():
            known[number] = max(last, known.get(number, 0))
    return known


def _by_until(rows: list[Any], later: dict[int, dict[int, int]]) -> Iterator[tuple[Any, ...]]:
    """Yield *rows* with the last year that days of their cases lie in, apart where it is not their own year."""
    for *headings, numbers in rows:
        found: dict[int, list[int]] = {}
        for number in numbers:
            found.setdefault(later[int(headings[0] or 0)].get(number, 0), []).append(number)
        for until, cases in found.items():
            yield (*headings, cases, until)


def facts_in(connection: Any, vocabulary: Vocabulary) -> int:
    """Return how many facts the attached tables hold."""
    asked = " UNION ALL ".join(f"SELECT COUNT(*) FROM {name('all_' + entity)}" for entity in vocabulary.entities)
    return sum(row[0] for row in connection.execute(asked).fetchall())


def given_by(connection: Any, vocabulary: Vocabulary, source: str) -> dict[int, set[Atom]]:
    """Return what each case that says which document it transcribes says something of, as `given_atoms` does."""
    told = f"SELECT _case, _not_disclosed FROM {source} WHERE _documents IS NOT NULL"
    known: dict[int, set[Atom]] = {
        number: {(entity, field) for entity, _, field in json.loads(hidden or "[]")}
        for number, hidden in connection.execute(told).fetchall()
    }
    for entity in vocabulary.entities.values() if known else ():
        tests = {
            (entity.id, field.id): f"{name(field.id)} IS NOT NULL OR COALESCE(_none, '') LIKE '% {field.id} %'"
            for field in entity.fields.values()
            if field.type != "figure" and field.default is None
        }
        keys = [key for key in relation_keys(entity, vocabulary) if key in vocabulary.entities]
        tests |= {(key, ""): f"{name(state_column(key))} IS NOT NULL" for key in keys}
        asked = ", ".join(f"BOOL_OR({test})" for test in tests.values())
        rows = connection.execute(
            f"SELECT _case, {asked} FROM {name('all_' + entity.id)} "
            f"WHERE _case IN (SELECT _case FROM {source} WHERE _documents IS NOT NULL) GROUP BY _case"
        )
        for number, *flags in rows.fetchall():
            known[number].add((entity.id, ""))
            known[number].update(atom for atom, flag in zip(tests, flags, strict=True) if flag)
    return known


def said_by(connection: Any, atoms: frozenset[Atom]) -> dict[int, set[Atom]]:
    """Return which of these fields each case says something of; only cases that say something of any."""
    known: dict[int, set[Atom]] = {}
    for entity in sorted({entity for entity, _ in atoms}):
        fields = sorted(field for each, field in atoms if each == entity)
        tests = [
            f"({name(f)} IS NOT NULL OR COALESCE(_none, '') LIKE '% {f} %' OR COALESCE(_hidden, '') LIKE '% {f} %')"
            for f in fields
        ]
        asked = ", ".join(f"BOOL_OR({test})" for test in tests)
        told = f"SELECT _case, {asked} FROM {name('all_' + entity)} WHERE {' OR '.join(tests)} GROUP BY _case"
        for number, *flags in connection.execute(told).fetchall():
            known.setdefault(number, set()).update((entity, f) for f, flag in zip(fields, flags, strict=True) if flag)
    return known


def _undocumented(connection: Any, source: str, root: Entity, vocabulary: Vocabulary) -> list[Problem]:
    """Return the kinds of document that do not exist, the first ten."""
    problems: list[Problem] = []
    told = connection.execute(
        f"SELECT _documents, MIN(_id) FROM {source} WHERE _documents IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    for text, unit in told.fetchall():
        for word in documents_of(text, vocabulary)[1]:
            known = vocabulary.enumerations.get("document_kind")
            message = Text(
                f"单位“{unit}”：没有“{word}”这种材料", f"the unit {unit!r}: there is no kind of document {word!r}"
            )
            problems.append(
                Problem("document", Place(root.id), message, did_you_mean(word, list(known.by_name) if known else []))
            )
    return problems[:10]


def _unplaced(connection: Any, source: str, root: Entity, needed: list[str], same_unit: bool) -> list[Problem]:
    """Return the units that no plan can be found for, or that are there twice; the first of each."""
    problems: list[Problem] = []
    stated = {field: f"COALESCE(_none, '') LIKE '% {field} %'" for field in needed}  # stated to be unknown
    lacks = [f"({name(field)} IS NULL AND NOT {test})" for field, test in stated.items()]
    unknown = " OR ".join(("_case IS NULL", *lacks))
    for ident, number, *flags in connection.execute(
        f"SELECT _id, _case, {', '.join(lacks)} FROM {source} WHERE {unknown} ORDER BY _case, _id LIMIT 10"
    ).fetchall():
        absent = [field for field, flag in zip(needed, flags, strict=True) if flag]
        zh, en = "、".join(root.fields[field].zh for field in absent), ", ".join(absent)
        told = Text(
            f"单位“{ident or number}”没有写{zh or '_case'}", f"the unit {ident or number!r} lacks {en or '_case'}"
        )
        problems.append(Problem("required", Place(root.id), told))
    for keys in (["_case"],) if same_unit else (["_case"], ["_id", "jurisdiction", "fiscal_year"]):
        for ident, many in connection.execute(
            f"SELECT MIN(_id), COUNT(*) FROM {source} GROUP BY {', '.join(map(name, keys))} HAVING COUNT(*) > 1 ORDER BY 1 LIMIT 10"
        ).fetchall():
            told = Text(f"单位“{ident}”重复，有 {many} 行", f"the unit {ident!r} is there twice, in {many} rows")
            hint = (
                Text(
                    "只留一个；确实要分开检查，写 --same-unit",
                    "keep one of them; to judge both all the same, write --same-unit",
                )
                if keys[0] == "_id"
                else None
            )
            problems.append(Problem("duplicate-unit", Place(root.id), told, hint))
    return problems
