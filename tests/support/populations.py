"""Made populations and rules that ask them, by the evaluator and by DuckDB."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from conftest import BOOK

from checker.api import load_rules
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate
from checker.engines.population import population
from checker.language.exact import as_ratio

RULE = """id: {id}
title: 甲
title_en: a
basis: {{instrument: 本工具的提示, verified: "no", en: a hint of this tool}}
nature: query
severity: low
for: {about}
{lines}
message: "{{unit.name}}"
message_en: "{{unit.name}}"
remedy: 乙
remedy_en: b
"""
PEERS = "peers: {{by: [district, unit_kind], at_least: {least}}}"


def rules_in(folder: Path, rules: dict[str, tuple[str, str]]):
    """Return the built-in rules and these: the kind of subject and the lines of each, by its id."""
    for ident, (about, lines) in rules.items():
        (folder / f"{ident}.yaml").write_text(RULE.format(id=ident, about=about, lines=lines), encoding="utf-8")
    return load_rules(folder)


def unit(number: int, body: str = "", *, kind="事业单位", place="430112", year=2020, called: str | None = None):
    """Return the case of one unit of a population."""
    head = f'name: {called or f"单位{number}"}\njurisdiction: "{place}"\nlevel: 区县\nunit_kind: {kind}\nyear: {year}\n'
    return read_case(parse_text(f"u{number}.yaml", head + body), BOOK.vocabulary, closed=True)


def by_evaluator(book, cases, wanted):
    """Return what the rules come to, by case, rule and subject, and what each case was told."""
    population(cases, book, wanted.__contains__)
    found = {}
    for number, case in enumerate(cases):
        plan = book.plan(case, wanted.__contains__)
        for check in evaluate(plan, case):
            whole = check.subject is case.root and check.rule.entity != case.root.entity
            found[number, check.rule.id, "" if whole else check.subject.id] = check.outcome
    return found, [case.across for case in cases]


def by_duckdb(book, cases, wanted):
    """Return the same by DuckDB, which works out the figures as well."""
    from checker.batch.in_memory import judge_packed
    from checker.batch.population import Figures, columns
    from checker.engines.sql.plan import compile_plan
    from checker.tables.packer import Packer
    from checker.tables.warehouse import connect, name

    packer = Packer(book.vocabulary, same_unit=True)
    for case in cases:
        packer.add(case)
    connection = connect(threads=1)
    packer.load(connection)
    for entity in book.vocabulary.entities:
        connection.execute(f"ALTER TABLE {name(entity)} RENAME TO {name('all_' + entity)}")

    def show(numbers):
        listed = ", ".join(map(str, numbers)) or "NULL"
        for entity in book.vocabulary.entities:
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {name(entity)} AS SELECT {columns(figures, entity)} WHERE t._case IN ({listed})"
            )

    figures = None
    made = Figures(connection, book, wanted.__contains__, show)
    made.work_out(7)
    figures = made
    found = {}
    plans = {}
    for number, case in enumerate(cases):
        plan = book.plan(case, wanted.__contains__)
        plans.setdefault(plan.signature(), (plan, []))[1].append(number)
    for plan, numbers in plans.values():
        show(numbers)
        compiled = compile_plan(plan, "duckdb")
        assert not compiled.refused
        for key, (outcome, _, _) in judge_packed(connection, book.vocabulary, compiled).items():
            found[key] = outcome
    told = [made.told(number) for number in range(len(cases))]
    connection.close()
    return found, told


def plain(told):
    """Return figures so that equal ones compare equal: a ratio is brought to its lowest terms by crossing out."""

    def size(value):
        if value is None:
            return None
        over, under = as_ratio(value) if isinstance(value, tuple) else (value, 1)
        return Fraction(over) / Fraction(under)

    return {key: (*map(size, each[:3]), each.known, each.missing) for key, each in told.items()}


def agree(book, cases, wanted):
    """Hold both derivations against each other; return the outcomes."""
    ours, mine = by_evaluator(book, cases, wanted)
    theirs, other = by_duckdb(book, cases, wanted)
    for number, (one, two) in enumerate(zip(mine, other, strict=True)):
        assert plain(one) == plain(two), number
    differing = {
        key: (ours.get(key), theirs.get(key)) for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)
    }
    wrong = {
        key: pair
        for key, pair in differing.items()
        if not (pair[1] is None and not key[2] and pair[0] == "not_applicable")
    }
    assert not wrong, wrong
    return ours
