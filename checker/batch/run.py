"""Batches on DuckDB: every rule against every subject of every case, slice by slice, each slice kept once it is done.

A slice leaves three things: its findings, the complete record (one row per subject, a column per rule) and a small file
that says how many checks came to what. That file is written last and makes the slice done; a run that was killed goes on
behind the last done slice and ends with the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from checker.base.collector import settled
from checker.batch.double_entry import Verdict, compare_with_evaluator, sample
from checker.batch.evaluated import Ahead, Record, judge, of_few
from checker.batch.findings import ACTED, FINDINGS, HASH, KEPT, KINDS, TOLD, counted, of_failing_parts, told, written
from checker.batch.population import Figures, columns
from checker.batch.runners import DuckRunner, Runner, wide_columns
from checker.batch.slices import Slice
from checker.batch.statements import compiled
from checker.engines.outcome import OUTCOMES, SEVERITY_ORDER
from checker.engines.sql.build import render
from checker.engines.sql.plan import (
    GRAVITY,
    KIND,
    Compiled,
    SubjectStatement,
    compile_texts,
    highest,
    rolled_up,
    root_outcome,
)
from checker.rulebook.book import Plan, Rulebook
from checker.rulebook.rule import NATURES
from checker.tables.case_rows import case_rows
from checker.tables.warehouse import empty_lists, name, quoted


@dataclass
class Settings:
    """How a batch is run: where it writes, how many findings are derived twice, the size and seed of the sample.

    *few* lets the evaluator judge slices of few checks alone.
    """

    folder: Path
    derive: int = 1_000
    sample: int = 200
    seed: int = 2020
    few: bool = False


@dataclass
class Tally:
    """What became of a batch so far: outcomes by rule, checks derived twice, disagreements, rules left to the evaluator."""

    ledger: dict[str, Counter[str]] = field(default_factory=dict)
    rederived: int = 0
    derived_findings: int = 0
    disagreements: list[str] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)
    hash: int = 0
    few: int = 0
    """Cases of slices with so few checks that the evaluator judged them."""
    traced: int = 0
    """Their findings that its tracer came to as well."""
    worded: int = 0
    """Findings that the evaluator judged once more to put them into words."""

    def add(self, entry: dict[str, Any]) -> None:
        """Add what one slice left."""
        for rule, counts in entry["ledger"].items():
            self.ledger.setdefault(rule, Counter()).update(counts)
        self.rederived += entry["rederived"]
        self.derived_findings += entry["derived_findings"]
        self.disagreements += entry["disagreements"]
        self.refused.update(entry["refused"])
        self.hash = (self.hash + entry["hash"]) % 2**64
        self.few += entry.get("few", 0)
        self.traced += entry.get("traced", 0)

    def counts(self) -> Counter[str]:
        """Return the outcomes of all rules together."""
        total: Counter[str] = Counter(dict.fromkeys(OUTCOMES, 0))
        for counts in self.ledger.values():
            total.update(counts)
        return total


class Unaccepted(Exception):
    """A statement that the engine cannot plan."""


class Batch:
    """One run over attached tables; compiles each plan once."""

    lean = True
    """Whether statements are compiled for being read by this class, and not by people."""

    def __init__(self, connection: Any, book: Rulebook, settings: Settings, runner: Runner | None = None) -> None:
        self.connection = connection
        self.runner: Runner = runner or DuckRunner(connection)
        self.book = book
        self.settings = settings
        self._turned_down: dict[int, list[str]] = {}
        """The rules of a plan that the engine does not accept."""
        self.others: Figures | None = None
        """What cases say of one another, where rules ask it."""
        self._judged: dict[str, SubjectStatement] = {}
        """What was run into each table of the record of the slice at hand."""
        self._found: dict[str, SubjectStatement] = {}
        """The same with the rules alone of which something was found."""
        self._few: frozenset[int] = frozenset()
        """The slices that the evaluator judges."""
        self._ahead = Ahead(connection, book.vocabulary, ())

    def run(self, slices: list[Slice]) -> Iterator[Tally]:
        """Judge every slice that is not done yet; yields the tally after each."""
        tally = Tally()
        self.prepare()
        with settled():  # the rulebook stays: whoever collects dropped cases need not look through it each time
            if self.settings.few:
                self._few = of_few(self.connection, slices)
                few = (number for each in slices if each.number in self._few for number in each.cases)
                self._ahead = Ahead(self.connection, self.book.vocabulary, few)
            if self.others is not None and len(self._few) == len(slices):
                self.others.hear(number for each in slices for number in each.cases)
            elif self.others is not None:
                self.others.work_out(empty=self._empty)
            for each in slices:
                done = self._path("done", each, ".json")
                if not done.exists():
                    entry = self._judge(each, tally)
                    draft = done.with_suffix(".part")
                    draft.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")
                    draft.replace(done)
                tally.add(json.loads(done.read_text(encoding="utf-8")))
                yield tally

    def prepare(self) -> None:
        """Tell the connection of outcomes, and of what every finding of a rule has in common."""
        rules = sorted(self.book.rules.values(), key=lambda rule: rule.id)
        kinds = {
            KIND: KINDS,
            GRAVITY: SEVERITY_ORDER,
            "rule_id": [rule.id for rule in rules],  # in their order, which is that of the findings
            "nature": list(NATURES),
            "entity": list(self.book.vocabulary.entities),
        }
        for kind, values in kinds.items():
            self.connection.execute(f"CREATE TYPE {kind} AS ENUM ({', '.join(map(quoted, values))})")
        self.connection.execute(f"CREATE TEMP TABLE told ({TOLD})")
        rows = told(rules)
        asked = ", ".join(["(?, ?, ?, ?)"] * len(rows))  # row by row takes ten times as long
        if rows:
            self.connection.execute(f"INSERT INTO told VALUES {asked}", [value for row in rows for value in row])

    @cached_property
    def _empty(self) -> frozenset[tuple[str, str]]:
        """The columns of ids that list nothing in any case of the batch: most reports leave nothing to fill in."""
        return empty_lists(self.connection, [(each, f"all_{each}") for each in self.book.vocabulary.entities])

    def _path(self, kind: str, each: Slice, suffix: str) -> Path:
        folder = self.settings.folder / "slices"
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{each.number:05d}-{kind}{suffix}"

    # ---- one slice

    def _judge(self, each: Slice, tally: Tally) -> dict[str, Any]:
        if each.number in self._few:
            return self._few_checks(each, max(0, self.settings.derive - tally.derived_findings))
        try:
            return self._slice(each, tally)
        except Unaccepted:
            self._leave_out(each.plan)
            return self._slice(each, tally)

    def _few_checks(self, each: Slice, derive: int) -> dict[str, Any]:
        """Judge a slice of few checks by the evaluator alone, and the first *derive* findings by its tracer; what it leaves is the same."""
        self._forget()
        self._show(each)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE kept ({KEPT})")
        ledger: dict[str, Counter[str]] = {}
        record = Record(each.plan)
        cases = self._ahead.rows(each.cases)
        derived = judge(self.connection, each.plan, cases, self.others, ledger, record, derive)
        for label, select in record.selects(self.connection):
            self._copy(select, self._path(label, each, ".parquet"))
        self._leave(each)
        done = {"ledger": ledger, "hash": self._hash(ledger), "few": len(each.cases), "traced": derived}
        return {**done, "derived_findings": derived, "refused": {}, "rederived": 0, "disagreements": []}

    def _forget(self) -> None:
        """Let go of what was run for the slice before."""
        for table in self._judged:
            self.runner.drop(table)
            self.connection.execute(f"DROP TABLE IF EXISTS {table}_parts")
        self._judged, self._found = {}, {}

    def _leave(self, each: Slice) -> None:
        """Write the findings of the slice at hand, and name them."""
        path = self._path("findings", each, ".parquet")
        self._copy(f"{written(self._found, self.book.vocabulary)} ORDER BY k._case, k.rule, k._fact NULLS FIRST", path)
        self.connection.execute(f"CREATE OR REPLACE TEMP VIEW found AS FROM read_parquet({quoted(str(path))})")

    def _slice(self, each: Slice, tally: Tally) -> dict[str, Any]:
        self._forget()
        self._show(each)
        inferred = self._inferred(each)
        if inferred:
            self._show(each, without=inferred)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE kept ({KEPT})")
        ledger: dict[str, Counter[str]] = {}
        compiled = self._compile(each.plan)
        refused = {r.rule.id: [r.reason.zh, r.reason.en] for r in compiled.refused}
        by_slice: list[str] = []
        for number, statement in enumerate(compiled.statements):
            lost = self._statement(each, number, statement, compiled, ledger)
            by_slice += lost
        for rule in by_slice:
            refused[rule] = ["有的数太大，SQL 放不下", "some figures are too large for SQL"]
        rest = [] if not refused else [number for number in each.cases if number not in inferred]
        for plan, cases in ((self.some(each.plan, refused.__contains__), rest), (each.plan, sorted(inferred))):
            listed = case_rows(self.connection, self.book.vocabulary, cases)
            judge(self.connection, plan, listed, self.others, ledger, derive=self.settings.derive)
        self._show(each)  # what the evaluator found stands with its unit, too
        self._leave(each)
        derived = self._compare_sample(each, tally, set(refused), inferred)
        return {"ledger": ledger, "refused": refused, "hash": self._hash(ledger), **derived}

    def show_cases(self, cases: Sequence[int]) -> None:
        """Let the names of the tables stand for the rows of some cases."""
        self._show(Slice(-1, Plan(self.book, 0, "", "", "", (), ()), tuple(sorted(cases))))

    def _show(self, each: Slice, without: set[int] = frozenset()) -> None:  # type: ignore[assignment]
        """Let the names of the tables stand for the rows of one slice."""
        chosen = [number for number in each.cases if number not in without]
        low, high = (chosen[0], chosen[-1]) if chosen else (0, -1)
        limit = f"t._case BETWEEN {low} AND {high}"
        if high - low + 1 != len(chosen):
            self.connection.execute("CREATE OR REPLACE TEMP TABLE chosen (number INTEGER)")
            listed = ",".join(map(str, chosen))  # one text, which is read ten times as fast as a constant for each
            self.connection.execute("INSERT INTO chosen SELECT UNNEST(string_split(?, ','))::INTEGER", [listed])
            limit += " AND t._case IN (SELECT number FROM chosen)"
        for entity in self.book.vocabulary.entities:
            self.connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {name(entity)} AS SELECT {columns(self.others, entity)} WHERE {limit}"
            )
        self.runner.show(chosen, partial(columns, self.others))

    def _inferred(self, each: Slice) -> set[int]:
        """Return the cases that hold inferences: what stands without them only the evaluator can say."""
        parts = [f"SELECT _case FROM {name(e)} WHERE _inferred IS NOT NULL" for e in self.book.vocabulary.entities]
        return {row[0] for row in self.connection.execute(" UNION ".join(parts)).fetchall()}

    def _compile(self, plan: Plan) -> Compiled:
        """Compile a plan once."""
        bad = self._turned_down.get(id(plan), ())
        asked = self.runner.dialect, frozenset(bad), self.runner.most, self.lean, self._empty
        return compiled(plan, *asked, make=compile_texts)

    def _leave_out(self, plan: Plan) -> None:
        """Compile a plan without the rules that the engine does not accept, and name them."""
        bad = [
            rule.id
            for statement in self._compile(plan).statements
            if not self.runner.accepts(statement.text)
            for rule in statement.rules
            if not self.runner.accepts(self._alone(plan, {rule.id}).text)
        ]
        if bad:
            self._turned_down[id(plan)] = [*self._turned_down.get(id(plan), ()), *bad]

    def _alone(self, plan: Plan, rules: set[str]) -> SubjectStatement:
        """Return the statement of some rules of one kind of subject."""
        return compile_texts(_only(plan, rules), self.runner.dialect, lean=self.lean, empty=self._empty).statements[0]

    def _statement(
        self, each: Slice, number: int, statement: SubjectStatement, compiled: Compiled, ledger: dict[str, Counter[str]]
    ) -> list[str]:
        """Run one statement; returns the rules whose figures outgrew SQL, which it leaves out."""
        lost: list[str] = []
        wide = f"wide{number}"
        if not self.make(wide, statement):
            for rule in statement.rules:
                if not self.make(wide, self._alone(compiled.plan, {rule.id})):
                    lost.append(rule.id)
            kept = {rule.id for rule in statement.rules} - set(lost)
            if not kept:
                self.runner.drop(wide)
                return lost
            statement = self._alone(compiled.plan, kept)
            if not self.make(wide, statement):
                raise AssertionError(f"figures outgrew SQL in {statement.entity} only together")
        self._judged[wide] = statement
        self._collect(number, statement, ledger)
        self._record(each, wide, statement)
        return lost

    def _record(self, each: Slice, wide: str, statement: SubjectStatement) -> None:
        """Write what every subject of a statement came to."""
        columns = ", ".join(["_case", "_id", *(name(r.id) for r in statement.rules)])
        label = "-".join((statement.entity, *statement.keys))
        self._copy(f"SELECT {columns} FROM {wide} ORDER BY _fact", self._path(label, each, ".parquet"))

    def make(self, wide: str, statement: SubjectStatement) -> bool:
        """Run a statement, and add up the parts of every failing parent; False where a figure outgrew SQL.

        Raises Unaccepted where the engine cannot plan it: that is asked of what went wrong only, as planning costs most.
        """
        import duckdb

        *before, (_, last) = statement.steps
        try:
            if not self.runner.create(wide, last, wide_columns(statement, self.book.vocabulary), before):
                return False
        except Exception as wrong:
            if self.runner.accepts(statement.text):
                raise
            raise Unaccepted(str(wrong)) from wrong
        rolled = rolled_up(statement.entity, statement.rules, self.book.vocabulary)
        if rolled:
            fails = " OR ".join(f"{name(r.id)} = 'fail'::{KIND}" for r in rolled)
            sums = ", ".join(of_failing_parts(name(r.id), name(statement.amount_of(r))) for r in rolled)
            try:
                self.connection.execute(
                    f"CREATE OR REPLACE TEMP TABLE {wide}_parts AS SELECT _up, {sums} FROM {wide} "
                    f"WHERE _up IN (SELECT _fact FROM {wide} WHERE _parts AND ({fails})) GROUP BY _up"
                )
            except duckdb.OutOfRangeException:
                return False
        return True

    def _collect(self, number: int, statement: SubjectStatement, ledger: dict[str, Counter[str]]) -> None:
        """Count the outcomes of one statement, and keep the findings beside it."""
        entity = self.book.vocabulary.entities[statement.entity]
        execute = self.connection.execute
        wide, wides = f"wide{number}", statement.rules
        counts = counted(self.connection, wide, wides)
        for ident, outcomes in counts.items():
            ledger.setdefault(ident, Counter()).update(outcomes)
        listed = tuple(rule for rule in wides if any(counts[rule.id][outcome] for outcome in FINDINGS))
        self._found[wide] = replace(statement, rules=listed)
        beside = []
        if statement.keys:
            label = f"s.{name(entity.label)}" if entity.label else "NULL"
            strays = " OR ".join(f"s.{name(key)} IS NULL" for key in statement.keys)
            beside.append(
                f"SELECT s._case, s._fact, s._id, 'undetermined' AS outcome, {label} AS name FROM {name(entity.id)} s WHERE {strays}"
            )
        whole = root_outcome(statement.entity, self.book.vocabulary, bool(statement.keys))
        if whole is not None:
            self.runner.create(
                "whole", render(whole, self.runner.dialect), [("_case", "INTEGER"), ("outcome", "VARCHAR")]
            )
            beside.append("SELECT _case, NULL AS _fact, NULL AS _id, outcome, NULL AS name FROM whole")
        if not beside:
            return
        execute(f"CREATE OR REPLACE TEMP TABLE beside AS {' UNION ALL '.join(beside)}")
        for outcome, many in execute("SELECT outcome, COUNT(*) FROM beside GROUP BY 1").fetchall():
            for rule in wides:
                ledger.setdefault(rule.id, Counter())[outcome] += many
        named = ", ".join(f"({quoted(highest(r))}::{GRAVITY}, {quoted(r.id)}::rule_id)" for r in wides)
        execute(
            f"INSERT INTO kept SELECT b._case, b._fact, b._id, r.rule, b.outcome, severity, NULL, b.name, NULL "
            f"FROM beside b CROSS JOIN (VALUES {named}) r (severity, rule) WHERE b.outcome IN {ACTED}"
        )

    def _copy(self, select: str, path: Path) -> None:
        draft = path.with_name(path.name + ".part")
        # no Bloom filters: every group of rows holds nearly every rule, and units stand in order; more pressure saves nearly nothing
        options = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, WRITE_BLOOM_FILTER false"
        self.connection.execute(f"COPY ({select}) TO {quoted(str(draft))} ({options})")
        draft.replace(path)

    # ---- the evaluator's part

    def some(self, plan: Plan, wanted: Callable[[str], bool]) -> Plan:
        """Return *plan* with the rules that are wanted."""
        return _only(plan, {rule.id for rule in plan.rules if wanted(rule.id)})

    def _compare_sample(self, each: Slice, tally: Tally, refused: set[str], inferred: set[int]) -> dict[str, Any]:
        """Have the evaluator judge what was written again: findings up to the stated number, and a sample whatever it came to."""
        budget = self.settings.derive - tally.derived_findings
        chosen: set[int] = set()
        if budget > 0:
            listed = self.connection.execute(
                "SELECT _case, COUNT(*) FROM found WHERE _case IS NOT NULL GROUP BY _case ORDER BY _case"
            ).fetchall()
            for number, many in listed:
                if budget <= 0:
                    break
                if number not in inferred:
                    chosen.add(number)
                    budget -= many
        chosen |= sample(
            [c for c in each.cases if c not in inferred], self.settings.sample, self.settings.seed, each.number
        )
        plan = _only(each.plan, {rule.id for rule in each.plan.rules if rule.id not in refused})
        derived = compare_with_evaluator(self.connection, self.book, plan, self._verdicts, sorted(chosen), self.others)
        told = [disagreement.say() for disagreement in derived.disagreements]
        return {"rederived": derived.checks, "derived_findings": derived.findings, "disagreements": told}

    def _hash(self, ledger: dict[str, Counter[str]]) -> int:
        """Return the hash of what was written of the slice at hand; raises AssertionError unless it is what *ledger* counts."""
        summed = f"SELECT COUNT(*), COALESCE(SUM({HASH}), 0) FROM found k JOIN told r ON r.rule = k.rule"
        many, found = self.connection.execute(summed).fetchone()
        counted = sum(counts[outcome] for counts in ledger.values() for outcome in FINDINGS)
        if many != counted:
            raise AssertionError(f"{counted} findings were counted, {many} written")
        return int(found) % 2**64

    def _verdicts(self, cases: list[int]) -> dict[tuple[int, str, str], Verdict]:
        """Return what SQL said of some cases: the record, and of each finding what was kept; one that was lost is left out."""
        listed = ", ".join(f"({number})" for number in cases) or "(NULL)"
        wanted = f"JOIN (VALUES {listed}) AS w (wanted) ON t._case = w.wanted"  # a join skips what holds none of them
        rows = self.connection.execute(
            f"SELECT _case, rule, _fact, subject, outcome, severity, amount FROM found t {wanted}"
        )
        kept = {
            (number, rule, fact): (subject, Verdict(outcome, None if amount is None else int(amount), severity))
            for number, rule, fact, subject, outcome, severity, amount in rows.fetchall()
        }
        found: dict[tuple[int, str, str], Verdict] = {}
        for table, statement in self._judged.items():
            rules = [rule.id for rule in statement.rules]
            columns = ", ".join(map(name, ("_case", "_fact", "_id", *rules)))
            for number, fact, subject, *outcomes in self.connection.execute(
                f"SELECT {columns} FROM {table} t {wanted}"
            ).fetchall():
                for rule, outcome in zip(rules, outcomes, strict=True):
                    if outcome not in FINDINGS:
                        found[(number, rule, subject)] = Verdict(outcome, None, None)
                    elif (number, rule, fact) in kept:
                        found[(number, rule, subject)] = kept.pop((number, rule, fact))[1]
        for (number, rule, _), (subject, verdict) in kept.items():
            found[(number, rule, subject or "")] = verdict
        return found


def _only(plan: Plan, rules: set[str]) -> Plan:
    """Return *plan* with some of its rules; with all of them, itself, and what was made of them."""
    if all(rule.id in rules for rule in plan.rules):
        return plan
    return replace(plan, rules=tuple(rule for rule in plan.rules if rule.id in rules), compiled={})
