"""The findings of a batch in SQL: what is kept of each, what they are written with, and a hash that every engine comes to.

On DuckDB a finding is a row of integers and enumerated types until it is written: the names of units are looked up only then.
`told` holds what every finding of a rule has in common, and `kept` the findings that no statement says: those of the evaluator, of whole
collections, and of facts that belong to no group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from checker.cases.case import Case
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import OUTCOMES, SEVERITY_ORDER, Check
from checker.engines.sql.plan import GRAVITY, KIND, NATURE, SEVERITY, SubjectStatement, always, label_of, rolled_up
from checker.rulebook.rule import Rule
from checker.tables.rows import Rows
from checker.tables.warehouse import name, quoted

FINDINGS = ("fail", "undetermined", "error")
ACTED = f"({', '.join(map(quoted, FINDINGS))})"
KINDS = (*(each for each in OUTCOMES if each not in FINDINGS), *FINDINGS)
"""Outcomes in the order that DuckDB's type of them has: findings come last, so that one comparison of a byte finds them."""
KEPT = (
    f"_case INTEGER, _fact BIGINT, subject VARCHAR, rule rule_id, outcome {KIND}, severity {GRAVITY}, amount DECIMAL(38,0), "
    "name VARCHAR, meant VARCHAR"
)
"""Columns of a finding. `_fact` and `subject` are NULL for a whole collection; of a group, `_fact` is that of its first member."""
AT_HAND = 500_000
"""Outcomes that are counted here: to plan a count of each rule takes longer than to fetch them."""
TOLD = "rule rule_id, nature nature, entity entity, code BIGINT"


def told(rules: Iterable[Rule]) -> list[tuple[Any, ...]]:
    """Return what every finding of a rule has in common, a row a rule."""
    return [(rule.id, rule.stands_as(rule.nature), rule.entity, code(rule.id)) for rule in rules]


# ---- from a statement's result


def counted(connection: Any, wide: str, rules: Sequence[Rule]) -> dict[str, Counter[str]]:
    """Return how often each outcome of each rule stands in what a statement yielded."""
    listed = ", ".join(name(rule.id) for rule in rules)
    many = connection.execute(f"SELECT COUNT(*) FROM {wide}").fetchone()[0]
    if many * len(rules) <= AT_HAND:
        rows = connection.execute(f"SELECT {listed} FROM {wide}").fetchall()
        columns = zip(*rows, strict=True) if rows else ((),) * len(rules)
        return {rule.id: Counter(column) for rule, column in zip(rules, columns, strict=True)}
    found: dict[str, Counter[str]] = {rule.id: Counter() for rule in rules}
    asked = " UNION ALL ".join(
        f"SELECT {quoted(rule.id)}, outcome::VARCHAR, many FROM (SELECT {name(rule.id)} AS outcome, COUNT(*) AS many FROM {wide} GROUP BY 1)"
        for rule in rules
    )
    for rule, outcome, number in connection.execute(asked).fetchall():
        found[rule][outcome] += number
    return found


def findings_of(wide: str, statement: SubjectStatement, vocabulary: Vocabulary) -> str:
    """Return the SELECT of the findings of a statement that was run: those of `kept`, nature and entity."""
    rolled = rolled_up(statement.entity, statement.rules, vocabulary)
    label = "w._label" if label_of(statement.entity, statement.keys, vocabulary) else "NULL"
    return " UNION ALL ".join(
        _found(wide, rule, name(statement.amount_of(rule)), rule in rolled, label) for rule in statement.rules
    )


def _found(wide: str, rule: Rule, stated: str, rolled: bool, label: str) -> str:
    """Return the SELECT of the findings of one rule; a failing parent whose amount is just its failing parts' has 0 (design 11)."""
    own, amount = f"w.{name(rule.id)}", f"w.{stated}"
    parts = ""
    if rolled:
        folded = f"{own} = 'fail'::{KIND} AND w._parts AND p.{name(rule.id)} = {amount}"
        amount, parts = f"CASE WHEN {folded} THEN 0 ELSE {amount} END", f" LEFT JOIN {wide}_parts p ON p._up = w._fact"
    severity = quoted(always(rule)) if always(rule) else f"w.{name(rule.id + SEVERITY)}"
    return (
        f"SELECT w._case, w._fact, w._id, {quoted(rule.id)}::rule_id AS rule, {own} AS outcome, {severity}::{GRAVITY} AS severity, "
        f"{'NULL' if rule.amount is None else amount}::DECIMAL(38,0) AS amount, {label}::VARCHAR AS name, "
        f"{nature_sql(rule, own)}::nature AS nature, {quoted(rule.entity)}::entity AS entity FROM {wide} w{parts} "
        f"WHERE {own} >= {quoted(FINDINGS[0])}::{KIND}"
    )


def of_failing_parts(rule: str, amount: str) -> str:
    """Return the SQL of what the parts of a parent that fail a rule have at stake; unknown where one of them is."""
    fails = f"FILTER (WHERE {rule} = 'fail'::{KIND})"
    return f"CASE WHEN COUNT(*) {fails} = COUNT({amount}) {fails} THEN SUM({amount}) {fails} END AS {rule}"


def nature_sql(rule: Rule, outcome: str, of: str = "w.") -> str:
    """Return the SQL of the nature of a finding: only what fails can mean more than the mildest."""
    mildest = quoted(rule.stands_as(rule.nature))
    if rule.nature_by is None:
        return mildest
    meant = f"{of}{name(rule.id + NATURE)}"
    if rule.stands_as("breach") != "breach":
        meant = f"CASE {meant} WHEN 'breach' THEN {quoted(rule.stands_as('breach'))} ELSE {meant} END"
    return f"CASE WHEN {outcome} = 'fail' THEN {meant} ELSE {mildest} END"


def written(wides: Mapping[str, SubjectStatement], vocabulary: Vocabulary) -> str:
    """Return the SELECT of all findings, with their rule, unit and subject by name; `amount` in fen.

    They are those of the statements that were run into *wides*, and what is kept beside them.
    """
    kept = "SELECT k.* EXCLUDE (meant), COALESCE(k.meant::nature, r.nature) AS nature, r.entity FROM kept k JOIN told r ON r.rule = k.rule"
    found = [kept, *(findings_of(wide, each, vocabulary) for wide, each in wides.items() if each.rules)]
    return (
        "SELECT k._case, k.rule, k.nature, k.outcome, k.severity, k.amount, u.jurisdiction, u.code, u.name AS unit, "
        f"u.fiscal_year AS year, k.entity, k.subject, k.name, k._fact FROM ({' UNION ALL '.join(found)}) k "
        f"LEFT JOIN {name(vocabulary.root.id)} u ON u._case = k._case"
    )


# ---- from the evaluator


def fact_numbers(rows: Rows) -> dict[tuple[str, str], int | None]:
    """Return the numbers of the facts of one case by entity and id."""
    return {(entity, row["_id"]): row["_fact"] for entity, found in rows.items() for row in found}


def finding(case: Case, check: Check, facts: Mapping[tuple[str, str], int | None]) -> tuple[Any, ...]:
    """Return what the evaluator found: rule, outcome, severity, amount, subject, name and number of the subject.

    The nature stands apart: `check.nature`.
    """
    subject, entity = check.subject, check.rule.entity
    verdict = (check.rule.id, check.outcome, check.severity, check.amount)
    if subject is case.root and entity != case.root.entity:
        return *verdict, None, None, None
    if subject.entity != entity:  # a group
        assert check.rule.group is not None
        named = label_of(entity, check.rule.group.keys, case.vocabulary)
        return (
            *verdict,
            subject.id,
            named and subject.values[named],
            min(facts[entity, each.id] or 0 for each in subject.related["members"]),
        )
    label = subject.values.get(case.vocabulary.entities[entity].label or "")
    return *verdict, subject.id, label, facts[entity, subject.id]


# ---- the hash

PRIME = 2**31 - 1


def code(text: str) -> int:
    """Return a number below PRIME that stands for *text*."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big") % PRIME


def _codes(column: str, texts: Iterable[str]) -> str:
    return f"CAST(CASE {column} {' '.join(f'WHEN {quoted(text)} THEN {code(text)}' for text in texts)} ELSE 0 END AS BIGINT)"


_LARGE = 10**18
_SMALL = (  # 64 bits are divided much faster than 128, and a decimal of 18 digits becomes an integer without a division
    f"CASE WHEN k.amount BETWEEN {1 - _LARGE} AND {_LARGE - 1} THEN CAST(CAST(k.amount AS DECIMAL(18,0)) AS BIGINT) % {PRIME} "
    f"ELSE CAST(k.amount % {PRIME} AS BIGINT) END"
)
HASH = (
    f"CAST(((CAST(k._case AS BIGINT) * {code('case') % 2**20} + COALESCE(k._fact % {PRIME} + 1, 0) * {code('fact') % 2**20} + r.code) % {PRIME}) * "
    f"(({_codes('k.outcome', OUTCOMES)} + {_codes('k.severity', SEVERITY_ORDER)} + "
    f"COALESCE({_SMALL} * {code('amount') % 2**20}, {code('no amount')})) % {PRIME}) AS DECIMAL(38,0))"
)
"""Which check, times what came of it, each modulo a prime; `k` are findings and `r` is what is told of their rules. It takes no more
than 64 bits, so that every engine comes to the same number. The sum over all findings does not depend on their order, and two findings
that swap what came of them change it."""
