"""The DuckDB engine against general rule engines and Polars, three rules on the same data; outcomes are compared before any time counts.

python benchmarks/engines.py [UNITS] [ITEMS]: prints CPU microseconds per subject (an item of a budget, judged by three
rules) and ratios of one run. Needed for it alone: pip install zen-engine clipspy regopy durable-rules cel-python polars;
what is absent is named and left out. The rules are written here for it (`ASKED`): those that come with the checker ask more from year to
year, and their figures are taken as printed to the fen. Every side reads the Parquet files of benchmarks/batch.py and says of every check
whether it is a fail, a pass, undetermined or not applicable; who differs from the checker in one check, in the SQL
of DuckDB, ends the program. Slow engines judge the first units only, so that their ratio is one of CPU per subject. The
rules are put to each engine in the way that is quick there: as ordered decisions in one expression per case, or as one
production per way to an outcome. Reading, conversion and set-up of a rule base count on every side, imports on none.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import duckdb
from batch import generate, views

from checker.api import load_rules
from checker.batch.findings import findings_of
from checker.batch.run import Batch, Settings
from checker.batch.slices import cut
from checker.engines.sql.plan import compile_plan
from checker.rulebook.book import Rulebook
from checker.tables import folder as table_folder
from checker.tables import warehouse
from checker.tables.attaching import attach

ASKED = {
    "large-it-project-reviewed": (
        "kind = item and is_it and cost > 200万元",
        "",
        "some review satisfies (review.level = second and review.result = passed)",
    ),
    "spent-well-over-initial": (
        "kind != component and initial_budget > 0元",
        "kind = item and initial_budget missing",
        "actual <= initial_budget * 105%",
    ),
    "spent-over-adjusted": (
        "kind != component",
        "adjusted_budget missing and actual <= initial_budget",
        "actual <= adjusted_budget",
    ),
}
"""The three rules: when they apply, except when, and what they require."""
RULES = tuple(ASKED)
NOT, OPEN, FAIL, PASS = "not_applicable", "undetermined", "fail", "pass"
LIMIT = 200_000_000
"""Above it, in fen, a project needs the second review."""
Row = dict
Outcomes = Iterator[tuple[int, str, str]]

# An ordered decision per rule: the first line whose atoms all hold says the outcome. An atom is (field, test, operand).
SECOND = [
    ([("kind", "!=", "item")], NOT),
    ([("is_it", "given", 0), ("is_it", "==", False)], NOT),
    ([("cost", "given", 0), ("cost", "<=", LIMIT)], NOT),
    ([("reviews", "passed", 0)], PASS),
    ([("is_it", "absent", 0)], OPEN),
    ([("cost", "absent", 0)], OPEN),
    ([("complete", "==", False)], OPEN),
    ([("reviews", "doubtful", 0)], OPEN),
    ([], FAIL),
]
OVERRUN = [
    ([("kind", "==", "component")], NOT),
    ([("initial_budget", "absent", 0), ("kind", "==", "item"), ("whole", "==", True)], NOT),
    ([("initial_budget", "absent", 0)], OPEN),
    ([("initial_budget", "<=", 0)], NOT),
    ([("actual", "absent", 0)], OPEN),
    ([("actual", "above", ("initial_budget", 105))], FAIL),
    ([], PASS),
]
ADJUSTED = [
    ([("kind", "==", "component")], NOT),
    ([("adjusted_budget", "given", 0), ("actual", "absent", 0)], OPEN),
    ([("adjusted_budget", "given", 0), ("actual", "above", ("adjusted_budget", 100))], FAIL),
    ([("adjusted_budget", "given", 0)], PASS),
    ([("whole", "==", False)], OPEN),
    ([("actual", "absent", 0)], OPEN),
    ([("initial_budget", "absent", 0)], OPEN),
    ([("actual", "above", ("initial_budget", 100))], OPEN),
    ([], NOT),
]
DECISIONS = dict(zip(RULES, (SECOND, OVERRUN, ADJUSTED), strict=True))

# The same for production systems: every line by itself, and no two lines for one subject.
IS_ITEM, MAYBE_IT = ("kind", "==", "item"), (("is_it", "==", True), ("is_it", "absent", 0))
MAYBE_LARGE = (("cost", ">", LIMIT), ("cost", "absent", 0))
CERTAIN = [IS_ITEM, MAYBE_IT[0], MAYBE_LARGE[0]]
MAYBE = [[IS_ITEM, it, large] for it in MAYBE_IT for large in MAYBE_LARGE]
LINE = ("kind", "!=", "component")
NO_INITIAL, NO_ACTUAL, NO_ADJUSTED = ((field, "absent", 0) for field in ("initial_budget", "actual", "adjusted_budget"))
INITIAL, ACTUAL, ADJUSTED_GIVEN = ((field, "given", 0) for field in ("initial_budget", "actual", "adjusted_budget"))
WHOLE, PART = ("whole", "==", True), ("whole", "==", False)
PRODUCTIONS = {
    RULES[0]: [
        ([("kind", "!=", "item")], NOT),
        ([IS_ITEM, ("is_it", "==", False)], NOT),
        *(([IS_ITEM, it, ("cost", "<=", LIMIT)], NOT) for it in MAYBE_IT),
        *(([*each, ("reviews", "passed", 0)], PASS) for each in MAYBE),
        *(([*each, ("reviews", "not passed", 0)], OPEN) for each in MAYBE if each != CERTAIN),
        ([*CERTAIN, ("complete", "==", False), ("reviews", "not passed", 0)], OPEN),
        ([*CERTAIN, ("complete", "==", True), ("reviews", "not passed", 0), ("reviews", "doubtful", 0)], OPEN),
        ([*CERTAIN, ("complete", "==", True), ("reviews", "not passed", 0), ("reviews", "not doubtful", 0)], FAIL),
    ],
    RULES[1]: [
        ([("kind", "==", "component")], NOT),
        ([IS_ITEM, NO_INITIAL, WHOLE], NOT),
        ([IS_ITEM, NO_INITIAL, PART], OPEN),
        ([LINE, ("kind", "!=", "item"), NO_INITIAL], OPEN),
        ([LINE, ("initial_budget", "<=", 0)], NOT),
        ([LINE, ("initial_budget", ">", 0), NO_ACTUAL], OPEN),
        ([LINE, ("initial_budget", ">", 0), ACTUAL, ("actual", "above", ("initial_budget", 105))], FAIL),
        ([LINE, ("initial_budget", ">", 0), ACTUAL, ("actual", "within", ("initial_budget", 105))], PASS),
    ],
    RULES[2]: [
        ([("kind", "==", "component")], NOT),
        ([LINE, ADJUSTED_GIVEN, NO_ACTUAL], OPEN),
        ([LINE, ADJUSTED_GIVEN, ACTUAL, ("actual", "above", ("adjusted_budget", 100))], FAIL),
        ([LINE, ADJUSTED_GIVEN, ACTUAL, ("actual", "within", ("adjusted_budget", 100))], PASS),
        ([LINE, NO_ADJUSTED, PART], OPEN),
        ([LINE, NO_ADJUSTED, WHOLE, NO_ACTUAL], OPEN),
        ([LINE, NO_ADJUSTED, WHOLE, ACTUAL, NO_INITIAL], OPEN),
        ([LINE, NO_ADJUSTED, WHOLE, ACTUAL, INITIAL, ("actual", "above", ("initial_budget", 100))], OPEN),
        ([LINE, NO_ADJUSTED, WHOLE, ACTUAL, INITIAL, ("actual", "within", ("initial_budget", 100))], NOT),
    ],
}


def pack(folder: Path) -> Path:
    """Write the three rules as an author would."""
    folder.mkdir()
    for ident, (when, unless, require) in ASKED.items():
        parts = {"when": when, "unless": unless, "require": require}
        lines = [f"{key}: {text}" for key, text in parts.items() if text]
        head = [f"id: {ident}", f"title: {ident}", "basis: {instrument: 《示例办法》, verified: 'no'}", "nature: query"]
        rest = ["severity: low", "for: budget_line", *lines, f"message: {ident}", "remedy: 说明原因"]
        (folder / f"{ident}.yaml").write_text("\n".join([*head, *rest]) + "\n", encoding="utf-8")
    return folder


def cpu() -> float:
    """Return the CPU seconds of this process and its children, all threads."""
    return time.process_time() + sum(os.times()[2:4])


def cases(folder: Path, units: int) -> Iterator[list[Row]]:
    """Return the subjects of each of the first *units*; what is missing is None."""
    fields = ("n", "kind", "is_it", "cost", "initial_budget", "actual", "adjusted_budget", "whole", "complete")
    connection = duckdb.connect()
    reviews: dict[int, list[dict[str, str | None]]] = {}
    chosen = f"WHERE _case < {units}"
    for owner, level, result in connection.execute(
        f"SELECT _owner, level, result FROM '{folder}/review.parquet' {chosen}"
    ).fetchall():
        reviews.setdefault(owner, []).append({"level": level, "result": result})
    found = connection.execute(
        "SELECT _case, _fact, kind, is_it, cost::BIGINT, initial_budget::BIGINT, actual::BIGINT, adjusted_budget::BIGINT, "
        "COALESCE(_read = 'whole', false), COALESCE(review__state = 'complete', false) "
        f"FROM (FROM '{folder}/budget_line.parquet' {chosen}) JOIN (SELECT _case, _read FROM '{folder}/unit.parquet') "
        "USING (_case) ORDER BY _fact"
    )
    case: list[Row] = []
    last = None
    for number, *values in found.fetchall():
        if number != last and case:
            yield case
            case = []
        last = number
        case.append({**dict(zip(fields, values, strict=True)), "reviews": reviews.get(values[0], [])})
    yield case


def stated(row: Row) -> Row:
    """Return *row* without what is missing, in its reviews, too."""
    kept = {name: value for name, value in row.items() if value is not None}
    kept["reviews"] = [{k: v for k, v in each.items() if v is not None} for each in row["reviews"]]
    return kept


def ternary(decision: list, atom: Callable, both: str) -> str:
    """Return an ordered decision as one expression of conditions and alternatives."""
    text = f"'{decision[-1][1]}'"
    for atoms, outcome in reversed(decision[:-1]):
        text = f"{both.join(atom(*each) for each in atoms)} ? '{outcome}' : {text}"
    return text


def constant(value: object) -> str:
    """Return a constant as zen, CEL and Rego write it."""
    return json.dumps(value)


def zen_atom(of: str, field: str, test: str, operand: object) -> str:
    """Return an atom in zen's expression language; *of* leads to the subject."""
    if field == "reviews":
        result = "#.result == 'passed'" if test == "passed" else "#.result == null"
        return f"some({of}reviews, #.level == 'second' and {result})"
    if test in ("absent", "given"):
        return f"{of}{field} {'==' if test == 'absent' else '!='} null"
    if test == "above":
        return f"{of}{field} * 100 > {of}{operand[0]} * {operand[1]}"
    return f"{of}{field} {test} {constant(operand)}"


def zen(folder: Path, units: int) -> Outcomes:
    """zen-engine: one compiled expression that judges all subjects of a case."""
    from zen import compile_expression

    def atom(field: str, test: str, operand: object) -> str:
        return zen_atom("#.", field, test, operand)

    told = ", ".join(ternary(each, atom, " and ") for each in DECISIONS.values())
    expression = compile_expression(f"map(lines, [{told}])")
    for case in cases(folder, units):
        for row, outcomes in zip(case, expression.evaluate({"lines": case}), strict=True):
            yield from ((row["n"], rule, outcome) for rule, outcome in zip(RULES, outcomes, strict=True))


def zen_graph(folder: Path, units: int) -> Outcomes:
    """zen-engine as its editor stores rules: a decision graph whose one node says the outcomes of every subject of a case."""
    from zen import ZenEngine

    def atom(field: str, test: str, operand: object) -> str:
        return zen_atom("", field, test, operand)

    told = [
        {"id": rule, "key": f"r{number}", "value": ternary(decision, atom, " and ")}
        for number, (rule, decision) in enumerate(DECISIONS.items())
    ]
    content = {"expressions": told, "executionMode": "loop", "inputField": "lines", "outputPath": "lines"}
    places = {"position": {"x": 0, "y": 0}}
    graph = {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "i", "type": "inputNode", "name": "i", **places},
            {"id": "e", "type": "expressionNode", "name": "e", "content": content, **places},
            {"id": "o", "type": "outputNode", "name": "o", **places},
        ],
        "edges": [{"id": f"{a}{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in (("i", "e"), ("e", "o"))],
    }
    decision = ZenEngine().create_decision(json.dumps(graph))
    for case in cases(folder, units):
        answer = decision.evaluate({"lines": case})["result"]["lines"]
        for row, outcomes in zip(case, answer, strict=True):
            yield from ((row["n"], rule, outcomes[f"r{number}"]) for number, rule in enumerate(RULES))


def cel(folder: Path, units: int) -> Outcomes:
    """cel-python: one compiled program that judges a subject."""
    import celpy
    from celpy.adapter import json_to_cel

    def atom(field: str, test: str, operand: object) -> str:
        if field == "reviews":
            result = "has(r.result) && r.result == 'passed'" if test == "passed" else "!has(r.result)"
            return f"s.reviews.exists(r, r.level == 'second' && {result})"
        if test in ("absent", "given"):
            return f"{'!' if test == 'absent' else ''}has(s.{field})"
        if test == "above":
            return f"s.{field} * 100 > s.{operand[0]} * {operand[1]}"
        return f"s.{field} {test} {constant(operand)}"

    environment = celpy.Environment()
    told = ", ".join(ternary(each, atom, " && ") for each in DECISIONS.values())
    program = environment.program(environment.compile(f"[{told}]"))
    for case in cases(folder, units):
        for row in case:
            outcomes = program.evaluate({"s": json_to_cel(stated(row))})
            yield from ((row["n"], rule, str(outcome)) for rule, outcome in zip(RULES, outcomes, strict=True))


def rego(folder: Path, units: int) -> Outcomes:
    """regopy: a function per rule, one query per case."""
    import regopy

    def atom(field: str, test: str, operand: object) -> str:
        if field == "reviews":
            return f"{test}(s)"
        if test in ("absent", "given"):
            return f"s.{field} {'==' if test == 'absent' else '!='} null"
        if test == "above":
            return f"s.{field} * 100 > s.{operand[0]} * {operand[1]}"
        return f"s.{field} {test} {constant(operand)}"

    text = [
        "package m",
        "import rego.v1",
        'passed(s) if { some r in s.reviews; r.level == "second"; r.result == "passed" }',
        'doubtful(s) if { some r in s.reviews; r.level == "second"; r.result == null }',
    ]
    for number, decision in enumerate(DECISIONS.values()):
        head = f"f{number}(s) :="
        for atoms, outcome in decision:
            text.append(f'{head} "{outcome}" if {{ {"; ".join(atom(*each) for each in atoms) or "true"} }}')
            head = "else :="
    text.append("out := [[f0(s), f1(s), f2(s)] | some s in input.lines]")
    interpreter = regopy.Interpreter()
    interpreter.add_module("m", "\n".join(text))
    for case in cases(folder, units):
        interpreter.set_input({"lines": case})
        output = interpreter.query("x = data.m.out")  # kept: its bindings die with it
        answer = json.loads(str(output.binding("x")))
        for row, outcomes in zip(case, answer, strict=True):
            yield from ((row["n"], rule, outcome) for rule, outcome in zip(RULES, outcomes, strict=True))


def clips_engine(folder: Path, units: int) -> Outcomes:
    """clipspy: a production per way to an outcome, working memory cleared after each case, a new environment every 100."""
    import clips

    slots = ("n", "kind", "is_it", "cost", "initial_budget", "adjusted_budget", "whole", "complete", "actual")
    found: list[tuple[int, str, str]] = []

    def outcome_is(number: int, rule: str, outcome: str) -> None:
        found.append((number, str(rule), str(outcome)))

    def production(title: str, rule: str, atoms: list, outcome: str) -> str:
        tests: dict[str, list[str]] = {}
        reviews = ""
        for field, test, operand in atoms:
            if field == "reviews":
                result = "passed" if test.endswith("passed") else "nil"
                pattern = f"(review (owner ?n) (level second) (result {result}))"
                reviews += f" ({'not' if test.startswith('not') else 'exists'} {pattern})"
                continue
            value = str(operand).upper() if isinstance(operand, bool) else operand
            if test in ("above", "within"):
                other, percent = operand
                tests.setdefault(other, [])
                sign = ">" if test == "above" else "<="
                text = f":({sign} (* ?{field} 100) (* ?{other} {percent}))"
            else:
                text = {
                    "absent": "nil",
                    "given": "~nil",
                    "==": value,
                    "!=": f"~{value}",
                    ">": f":(and (integerp ?{field}) (> ?{field} {value}))",
                    "<=": f":(and (integerp ?{field}) (<= ?{field} {value}))",
                }[test]
            tests.setdefault(field, []).append(text)
        shown = " ".join(f"({s} {'&'.join([f'?{s}', *tests[s]])})" for s in slots if s in tests)
        return f"(defrule {title} (line (n ?n) {shown}){reviews} => (outcome_is ?n {rule} {outcome}))"

    def environment() -> object:
        made = clips.Environment()
        made.define_function(outcome_is)
        made.build("(deftemplate review (slot owner) (slot level) (slot result))")
        made.build(f"(deftemplate line {' '.join(f'(slot {each})' for each in slots)})")
        for rule, ways in PRODUCTIONS.items():
            for number, (atoms, outcome) in enumerate(ways):
                made.build(production(f"{rule}-{number}", rule, atoms, outcome))
        return made

    nil, second = clips.Symbol("nil"), clips.Symbol
    for count, case in enumerate(cases(folder, units)):
        if count % 100 == 0:
            engine = environment()
            line, review = engine.find_template("line"), engine.find_template("review")
        engine.reset()
        for row in case:
            for each in row["reviews"]:
                values = {k: nil if v is None else second(v) for k, v in each.items()}
                review.assert_fact(owner=row["n"], **values)
            values = {k: nil if row[k] is None else row[k] for k in slots}
            line.assert_fact(**{**values, "kind": second(row["kind"])})
        engine.run()
        yield from found
        found.clear()


def durable(folder: Path, units: int) -> Outcomes:
    """durable-rules: its C module (no host, no threads), a production per way to an outcome, a state per case."""
    import durable_rules_engine as engine

    def condition(field: str, test: str, operand: object) -> dict:
        if test in ("above", "within"):
            # arithmetic is possible on the right only; a whole number of fen is above n % of another one where it is above its floor
            other = {"$m": operand[0]}
            if operand[1] != 100:
                other = {"$div": {"$l": {"$mul": {"$l": other, "$r": operand[1]}}, "$r": 100}}
            return {"$gt" if test == "above" else "$lte": {field: other}}
        if test == "==":
            return {field: operand}
        return {
            "absent": {"$nex": {field: 1}},
            "given": {"$ex": {field: 1}},
            "!=": {"$neq": {field: operand}},
            ">": {"$gt": {field: operand}},
            "<=": {"$lte": {field: operand}},
        }[test]

    def handle(rule: str) -> int:
        rules = {"boot": {"all": [{"s": {"boot": 1}}]}}
        for number, (atoms, outcome) in enumerate(PRODUCTIONS[rule]):
            own = [condition(*each) for each in atoms if each[0] != "reviews"]
            patterns = [{"s": {"$and": [{"line": 1}, {"one": 1}, *own]}}]
            for at, (_, test, _) in enumerate(each for each in atoms if each[0] == "reviews"):
                result = {"result": "passed"} if test.endswith("passed") else {"$nex": {"result": 1}}
                body = [{"review": 1}, {"level": "second"}, result, {"owner": {"s": "n"}}, {"one": {"s": "one"}}]
                patterns.append({f"x{at}{'$not' if test.startswith('not') else ''}": {"$and": body}})
            rules[f"{rule}|{outcome}|{number}"] = {"all": patterns}
        return engine.create_ruleset(rule, json.dumps(rules))

    def facts(case: list[Row], rule: str) -> Iterator[Row]:
        yield {"boot": 1}
        if rule == RULES[0]:  # reviews first: that there is none is said as soon as a line is there
            for row in case:
                for each in stated(row)["reviews"]:
                    yield {**each, "review": 1, "one": 1, "owner": row["n"]}
        for row in case:
            yield {**{k: v for k, v in row.items() if v is not None and k != "reviews"}, "line": 1, "one": 1}

    # a rule base each: more of them together outgrow the 64 levels of its matcher
    handles = {rule: handle(rule) for rule in PRODUCTIONS}
    for case in cases(folder, units):
        for rule, at in handles.items():
            for number, fact in enumerate(facts(case, rule)):
                code, offset = engine.assert_fact(at, json.dumps({**fact, "id": f"#{number}"}))
                answer = engine.start_action_for_state(at, offset) if code == 0 else None
                message = answer[1] if answer else None
                while message:
                    ((title, matched),) = json.loads(message).items()
                    if title != "boot":
                        yield matched["s"]["n"], *title.split("|")[:2]
                    message = engine.complete_and_start_action(at, offset)
            engine.delete_state(at, "0")
    for at in handles.values():
        engine.delete_ruleset(at)


def polars(folder: Path, units: int) -> object:
    """Polars: one lazy frame, from Parquet to Parquet, as our own engine leaves its record."""
    import polars as pl

    def atom(field: str, test: str, operand: object) -> object:
        column = pl.col(test) if field == "reviews" else pl.col(field)
        if field == "reviews":
            return column.fill_null(False)
        if test in ("absent", "given"):
            return column.is_null() if test == "absent" else column.is_not_null()
        if test == "above":
            return column * 100 > pl.col(operand[0]) * operand[1]
        return {"==": column.eq, "!=": column.ne, "<=": column.le}[test](operand)

    def decided(decision: list) -> object:
        chain = pl
        for atoms, outcome in decision[:-1]:
            chain = chain.when(*(atom(*each) for each in atoms)).then(pl.lit(outcome))
        return chain.otherwise(pl.lit(decision[-1][1]))

    second = pl.col("level") == "second"
    reviews = (
        pl.scan_parquet(folder / "review.parquet")
        .group_by("_owner")
        .agg(
            passed=(second & (pl.col("result") == "passed")).any(), doubtful=(second & pl.col("result").is_null()).any()
        )
    )
    whole = pl.scan_parquet(folder / "unit.parquet").select(
        "_case", whole=(pl.col("_read") == "whole").fill_null(False)
    )
    figures = ("cost", "initial_budget", "actual", "adjusted_budget")
    frame = (
        pl.scan_parquet(folder / "budget_line.parquet")
        .filter(pl.col("_case") < units)
        .select(
            "_case",
            "_fact",
            "_id",
            "kind",
            "is_it",
            *(pl.col(each).cast(pl.Int64) for each in figures),
            complete=(pl.col("review__state") == "complete").fill_null(False),
        )
        .join(whole, on="_case", how="left")
        .join(reviews, left_on="_fact", right_on="_owner", how="left")
        .select("_case", "_id", n=pl.col("_fact"), **{rule: decided(each) for rule, each in DECISIONS.items()})
        .collect()
    )
    frame.write_parquet(folder / "polars-record.parquet")
    bad = frame.unpivot(on=list(RULES), index=["_case", "_id"], variable_name="rule", value_name="outcome")
    bad.filter(pl.col("outcome").is_in([FAIL, OPEN])).write_parquet(folder / "polars-findings.parquet")
    return frame


def checker(book: Rulebook, folder: Path, output: Path) -> None:
    """Judge every subject by the checker's own engine: tables to findings and record, nothing derived twice."""
    connection = warehouse.connect()
    files = table_folder.table_files(folder, book.vocabulary)
    attach(connection, book.vocabulary, files)
    slices = cut(connection, book, lambda rule: rule in RULES, 4 * 10**9)
    for _ in Batch(connection, book, Settings(output, derive=0, sample=0)).run(slices):
        pass
    connection.close()


def checker_alone(book: Rulebook, folder: Path) -> None:
    """Judge every subject and keep the findings, as the other engines do: no record, no digest, no order, no files."""
    connection = warehouse.connect()
    views(connection, folder, book=book)
    plan = book.plan_for(2020, "430112", "district", "public_institution", lambda rule: rule in RULES)
    batch = Batch(connection, book, Settings(folder))
    batch.prepare()
    for statement in compile_plan(plan, "duckdb", lean=True).statements:
        batch.make("wide", statement)
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE findings AS {findings_of('wide', statement, book.vocabulary)}"
        )
    connection.close()


ENGINES: dict[str, tuple[Callable, int, int]] = {
    "zen-engine (one expression)": (zen, 2_500, 10),
    "zen-engine (decision graph)": (zen_graph, 1_000, 10),
    "clipspy": (clips_engine, 500, 20),
    "durable-rules": (durable, 500, 20),
    "cel-python": (cel, 20, 20),
    "regopy": (rego, 100, 20),
    "polars": (polars, 10**9, 0),
}
"""How each is run, on how many units at most, and how many times our CPU it should need at least (0: not a rule engine)."""


def agreed(name: str, told: object, ours: Path, units: int) -> list[tuple]:
    """Return how many checks came to what; ends the program where *told* is not what the checker left in *ours*."""
    connection = duckdb.connect()
    record = f"(SELECT * FROM '{ours}/slices/*-budget_line.parquet' WHERE _case < {units})"
    columns = ", ".join(f'"{rule}"' for rule in RULES)
    mine = f"SELECT _case, _id, rule, outcome FROM (UNPIVOT {record} ON {columns} INTO NAME rule VALUE outcome)"
    if name == "polars":
        theirs = f"SELECT _case, _id, rule, outcome FROM (UNPIVOT '{told}' ON {columns} INTO NAME rule VALUE outcome)"
    else:
        with (ours / "told.csv").open("w", encoding="utf-8") as file:
            file.writelines(f"{n},{rule},{outcome}\n" for n, rule, outcome in told)
        lines = f"'{ours.parent}/tables/budget_line.parquet'"
        given = f"read_csv('{ours}/told.csv', header=false, names=['n', 'rule', 'outcome'])"
        theirs = f"SELECT _case, _id, rule, outcome FROM {given} t JOIN {lines} s ON s._fact = t.n"
    found = f"SELECT _case, subject, rule::VARCHAR, outcome::VARCHAR FROM '{ours}/slices/*-findings.parquet' WHERE _case < {units}"
    acted = f"SELECT * FROM ({theirs}) WHERE outcome IN ('{FAIL}', '{OPEN}')"
    wrong = []
    for say, a, b in (
        ("finding of the checker alone", found, acted),
        (f"finding of {name} alone", acted, found),
        ("outcome of the checker alone", mine, theirs),
        (f"outcome of {name} alone", theirs, mine),
    ):
        wrong += [(say, *row) for row in connection.execute(f"({a}) EXCEPT ALL ({b}) ORDER BY ALL LIMIT 5").fetchall()]
    counted = connection.execute(f"SELECT COUNT(*) FROM ({found})").fetchone()[0]
    if wrong or not counted:
        sys.exit("\n".join([f"{name} differs, no time counts:", *map(str, wrong or ["no findings at all"])]))
    return connection.execute(f"SELECT outcome, COUNT(*) FROM ({mine}) GROUP BY 1 ORDER BY 1").fetchall()


def sharpen(tables: Path) -> None:
    """Add what tells right rules from nearly right ones: spending at 105 % and at 106 %, reviews rejected or without a result.

    Figures are printed to the fen, and nothing is stated as none, which the other engines are told nothing of.
    """
    changes = {
        "review": {"result": "CASE hash(_fact) % 10 WHEN 0 THEN NULL WHEN 1 THEN 'rejected' ELSE result END"},
        "budget_line": {
            "actual": "CASE WHEN initial_budget % 1000000 = 0 AND actual IS NOT NULL AND hash(_fact) % 20 < 2 "
            "THEN initial_budget / 100 * (105 + hash(_fact) % 20) ELSE actual END",
            "_none": "NULL",
        },
    }
    connection = duckdb.connect()
    for entity, columns in changes.items():
        path, draft = tables / f"{entity}.parquet", tables / "draft"
        kinds = dict(connection.execute(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{path}')").fetchall())
        for name in kinds:
            figure, _, what = name.rpartition("__")
            if what in ("step", "unit") and f"{figure}__decimals" in kinds:
                columns[name] = f"CASE WHEN {figure} IS NOT NULL THEN {'0' if what == 'step' else repr('元')} END"
        made = ", ".join(f"CAST({value} AS {kinds[name]}) AS {name}" for name, value in columns.items())
        connection.execute(
            f"COPY (SELECT * REPLACE ({made}) FROM '{path}') TO '{draft}' (FORMAT parquet, COMPRESSION zstd)"
        )
        draft.replace(path)


def compare(folder: Path, units: int, items: int) -> None:
    """Run every engine that is installed and print the ratios."""
    book = load_rules(pack(folder / "pack"))
    tables = folder / "tables"
    generate(tables, units, items)
    sharpen(tables)
    whole, alone = [], []
    for number in range(3):
        start = cpu()
        checker(book, tables, folder / f"ours{number}")
        whole.append(cpu() - start)
        start = cpu()
        checker_alone(book, tables)
        alone.append(cpu() - start)
    own, all_of_it = (median(times) / (units * items) * 1e6 for times in (alone, whole))
    print(
        f"checker, DuckDB engine: {units * items:,} subjects, {len(RULES)} rules, from Parquet to findings {own:.2f} µs CPU a subject; "
        f"with the record, digest, order and files of a run {all_of_it:.2f} µs"
    )
    short = []
    for name, (judge, most, goal) in ENGINES.items():
        many = min(units, most)
        try:
            told = judge(tables, 1)
            told = told if name == "polars" else list(told)  # warm: imports count on no side
        except ImportError as error:
            print(f"{name}: not installed, left out ({error})")
            continue
        took = []
        start = cpu()
        if name != "polars":
            for _ in cases(tables, many):
                pass
        reading = f", of which {(cpu() - start) / (many * items) * 1e6:.2f} reading," if name != "polars" else ""
        for _ in range(3):
            start = cpu()
            told = judge(tables, many)
            told = told if name == "polars" else list(told)
            took.append(cpu() - start)
            counts = agreed(
                name, tables / "polars-record.parquet" if name == "polars" else told, folder / "ours0", many
            )
        each = median(took) / (many * items) * 1e6
        wanted = (
            f" (goal {goal}: {'kept' if each / own >= goal else 'MISSED'})" if goal else " (no rule engine, no goal)"
        )
        if goal and each / own < goal:
            short.append(name)
        print(
            f"{name}: {many * items:,} subjects, all outcomes the same ({', '.join(f'{o} {c:,}' for o, c in counts)}), "
            f"CPU {median(took):.2f} s: {each:.2f} µs a subject{reading or ','} {each / own:.1f} times the checker's{wanted}; {each / all_of_it:.1f} times a whole run",
            flush=True,
        )
    if short:
        print(f"goal missed: {', '.join(short)}")


if __name__ == "__main__":
    size = tuple(int(word) for word in sys.argv[1:]) if len(sys.argv) == 3 else (25_000, 40)
    with TemporaryDirectory() as scratch:
        compare(Path(scratch), *size)
