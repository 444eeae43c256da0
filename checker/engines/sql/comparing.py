"""The statements of rules that compare units, for who runs them by hand: what is asked, the figures of it, and where they stand.

`asked_N` keeps what the units of a plan are asked, `figure_N` what others give each of them, `beside_E` the figures of all facts of one
kind, `told_E` these facts with their figures: what judges them reads that in the place of E.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlglot import exp

from checker.base.errors import Text
from checker.engines.sql.asking import asked_text
from checker.engines.sql.build import NotCompilable, render
from checker.engines.sql.figures import beside_text, figure_text, kept_text, numbered, stored, translated
from checker.engines.sql.plan import Refused, SubjectStatement
from checker.language.across import FUNCTIONS
from checker.language.tree import Across
from checker.rulebook.book import Plan
from checker.tables.warehouse import name


class Step(NamedTuple):
    """One table or view, and what it holds."""

    told: Text
    text: str


class Comparing:
    """What is run before the rules of *plan* that compare units can be judged, in *dialect*."""

    def __init__(self, plan: Plan, dialect: str) -> None:
        self.plan = plan
        self.dialect = dialect
        self.refused: list[Refused] = []
        self.by_entity: dict[str, list[tuple[str, Across]]] = {}
        self._root = plan.book.vocabulary.root.id

    def steps(self) -> Iterator[Step]:
        """Yield the steps in order; a rule that SQL cannot ask goes to `refused`."""
        numbers = numbered(self.plan.rules)
        asked: set[int] = set()
        many = 0
        for rule in self.plan.rules:
            if rule.id in self.plan.open:
                continue
            try:
                given = [asked_text(self.plan, rule, figure, self.dialect) for figure in rule.figures]
            except NotCompilable as why:
                self.refused.append(Refused(rule, why.reason))
                continue
            for figure, text in zip(rule.figures, given, strict=True):
                number = numbers[figure.key]
                many += 1
                kept = translated(kept_text(rule, figure, name(self._root)), self.dialect, text)
                if number not in asked:
                    asked.add(number)
                    yield Step(
                        Text(
                            f"{rule.id}：每个单位的回答；别的年度、地方、单位性质按各自的参数另译，一并放进这张表",
                            f"{rule.id}: what each unit answers; units of another year, place or kind are compiled by theirs and put into this table as well",
                        ),
                        f"CREATE TABLE asked_{number} AS {kept}",
                    )
                made = translated(figure_text(rule, figure, f"asked_{number}"), self.dialect)
                yield Step(
                    Text(f"{rule.id}：别的案例给出的数", f"{rule.id}: the figure that others give"),
                    f"CREATE TABLE figure_{many} AS {made}",
                )
                entity = self._root if FUNCTIONS[figure.function].whole else rule.entity
                self.by_entity.setdefault(entity, []).append((f"figure_{many}", figure))
        for entity, figures in self.by_entity.items():
            text = translated(beside_text(name(entity), figures), self.dialect)
            yield Step(
                Text(f"{entity} 的全部数", f"all figures of {entity}"), f"CREATE TABLE beside_{entity} AS {text}"
            )
            listed = ", ".join(f"b.{name(column)}" for _, figure in figures for column in stored(figure))
            view = f"SELECT t.*, {listed} FROM {name(entity)} AS t LEFT JOIN beside_{entity} AS b ON b._fact = t._fact"
            yield Step(
                Text(f"带着这些数的 {entity}", f"{entity} with these figures"),
                f"CREATE VIEW told_{entity} AS {translated(view, self.dialect)}",
            )

    def judging(self, statement: SubjectStatement) -> str:
        """Return the text of a statement that reads the facts with their figures; its tree stays what it was."""
        return reading(statement, self.by_entity)


def reading(statement: SubjectStatement, told: Collection[str]) -> str:
    """Return the text of a statement that reads `told_E` for every kind of fact in *told*."""
    tables = {id(node): node for node in statement.select.find_all(exp.Table) if node.name in told}
    own = {key: node.this for key, node in tables.items()}
    try:
        for node in tables.values():
            node.set("this", exp.Identifier(this=f"told_{node.name}", quoted=True))
        return render(statement.select, statement.dialect)
    finally:
        for key, node in tables.items():
            node.set("this", own[key])
