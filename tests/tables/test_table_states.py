"""What `…__state` says is held against the rows and against the other states, in every row, as the loader would have it."""

from __future__ import annotations

import csv
import os

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("sqlglot")

from conftest import BOOK, HEAD
from test_table_folder import CASE, read
from test_tables import ALL, EXAMPLES

from checker.api import check, load_case
from checker.authoring.examples import example_case
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.base.telling import Silent
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake.casefile import read_case_file
from checker.tables.attaching import attach
from checker.tables.folder import table_files
from checker.tables.packer import Packer
from checker.tables.packing import pack_cases
from checker.tables.row_faults import row_faults
from checker.tables.rows import case_of, case_text, rows_of
from checker.tables.states import state_tests, wrong_states
from checker.tables.warehouse import connect

WRONG = {
    "lines of a unit without a word": ("unit", "budget_line__state", ""),
    "contracts of a unit without a word": ("unit", "contract__state", ""),
    "claims of a unit without a word": ("unit", "stated_figure__state", ""),
    "payments of a unit without a word": ("unit", "payment__state", ""),
    "operands that no claim of the unit has": ("unit", "operand__state", "partial"),
    "operands that are not spoken of": ("unit", "operand__state", ""),
    "parts of a line without a word": ("budget_line", "sub_line__state", ""),
    "parts of a line that are not whole": ("budget_line", "sub_line__state", "partial"),
    "payments of a line without a word": ("budget_line", "payment__state", ""),
    "contracts of a line without a word": ("budget_line", "contract__state", ""),
    "contracts of a line that are not whole": ("budget_line", "contract__state", "partial"),
    "payments of a contract without a word": ("contract", "payment__state", ""),
    "payments of a contract that are not whole": ("contract", "payment__state", "partial"),
    "operands of a claim without a word": ("stated_figure", "operand__state", ""),
    "reviews of a line without a word": ("budget_line", "review__state", ""),
    "a word on supplements of no contract": ("unit", "supplement__state", "complete"),
}


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packed")
    files = []
    for number in range(2):
        files.append(str(folder / f"{number}.yaml"))
        (folder / f"{number}.yaml").write_text(HEAD.replace("示例单位", f"单位{number}") + CASE, encoding="utf-8")
    pack_cases(files, BOOK.vocabulary, folder / "t", "csv", Silent(), read_case_file)
    return folder / "t"


@pytest.mark.parametrize("name", WRONG)
def test_a_state_that_contradicts_rows_or_other_states_is_refused_where_it_stands(name, packed, tmp_path):
    entity, column, value = WRONG[name]
    for path in packed.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / f"{entity}.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    row = next(r for r in rows if r["_case"] == "1" and r[column] != value)
    row[column] = value
    with file.open("w", encoding="utf-8", newline="") as text:
        made = csv.DictWriter(text, list(rows[0]))
        made.writeheader()
        made.writerows(rows)
    files = table_files(tmp_path, BOOK.vocabulary)
    connection = connect()
    attach(connection, BOOK.vocabulary, files)
    told = [
        p.render("en")
        for e in files
        for p in wrong_states(connection, BOOK.vocabulary.entities[e], BOOK.vocabulary, files)
    ]
    assert any(
        f"{entity}.csv" in each and f"'{column}'" in each and f"row {rows.index(row) + 2} (case 1" in each
        for each in told
    ), told
    if name.startswith(("parts of a line that", "operands that no")):
        found = {(fault.table, fault.case, fault.column) for fault in row_faults(BOOK.vocabulary, files)}
        assert (entity, 1, column) in found and {case for _, case, _ in found} == {1}
        with pytest.raises(InputError) as caught:
            read(tmp_path)
        assert "bad-state" in {problem.code for problem in caught.value.problems}


def contradicted(*cases):
    """Return the states of loaded cases that the tables would refuse."""
    packer, connection = Packer(BOOK.vocabulary, same_unit=True), connect()
    for case in cases:
        packer.add(case)
    packer.load(connection)
    for entity in BOOK.vocabulary.entities:
        connection.execute(f'CREATE VIEW "all_{entity}" AS SELECT * FROM "{entity}"')
    found = []
    for entity in BOOK.vocabulary.entities.values():
        for column, _, wrong, joined in state_tests(entity, BOOK.vocabulary):
            asked = f'SELECT c._case, c._id, c."{column}" FROM "all_{entity.id}" c {joined} WHERE {wrong}'
            found += [(entity.id, column, *row) for row in connection.execute(asked).fetchall()]
    return found


def test_no_state_of_a_loaded_case_is_wrong():
    """Over the examples of all rules, in one pack: what the loader says is what SQL wants."""
    some = ALL[:: 1 if os.environ.get("CHECKER_NIGHTLY") else 5]
    assert len(some) > 200
    assert not contradicted(*(example_case(EXAMPLES, rule, example) for _, rule, example in some))


def test_a_contract_is_whole_whose_line_lists_all_its_payments():
    """Whatever other lines leave unsaid: what is not in the list was not paid under it."""
    paid = "{id: p, date: 2020-03-01, amount: 5万元, payee: 甲, contract: c}"
    lines = (
        f"- {{id: a, kind: 明细项目, name: 办公, payments: {{complete: true, items: [{paid}]}}}}",
        "- {id: b, kind: 明细项目, name: 印刷}",
    )
    contract = "contracts: [{id: c, line: a, amount: 5万元, category: 货物, method: 询价, supplier: 甲}]"
    case = load_case((HEAD + "lines:\n" + "\n".join(lines) + f"\n{contract}\n").encode(), BOOK)
    assert case.facts["contract"][0].states["payment"] == "complete" and case.root.states["payment"] == "partial"
    assert not contradicted(case)


def test_the_case_is_read_again_as_it_was(packed):
    assert len(read(packed)) == 2 and load_case(str(packed.parent / "0.yaml"), BOOK).root.states


PAID = "[{id: x1, date: 2020-08-14, amount: 30000.00元, payee: 甲店}]"
SAID = {"plain": "{}", **{word: f"{{{{complete: {word}, items: {{}}}}}}" for word in ("true", "false", "待填")}}
STATED = {
    f"{'whole' if top else 'not whole'}, lines {outer}, payments {inner}": HEAD
    + top
    + "lines: "
    + SAID[outer].format(
        f"[{{id: a, kind: 明细项目, name: 办公, actual: 50000.00元, payments: {SAID[inner].format(PAID)}}}]"
    )
    + "\n"
    for top in ("", "transcribed: whole\n")
    for outer in ("plain", "true", "false")
    for inner in SAID
}
STATED |= {
    f"payments at the top {word}": HEAD
    + "lines: [{id: a, kind: 明细项目, name: 办公, actual: 50000.00元}]\npayments: "
    + said.format(PAID.replace("{id: x1", "{line: a, id: x1"))
    for word, said in SAID.items()
}


def _states(case):
    """Return the state of every list of a case."""
    facts = [case.root, *(fact for own in case.facts.values() for fact in own)]
    return sorted(str((fact.entity, fact.id, sorted(fact.states.items()))) for fact in facts)


def _outcomes(case):
    return sorted(str((c.rule.id, c.subject.id, c.outcome, c.amount)) for c in check(case, BOOK).checks)


def _written_again(case):
    return read_case(parse_text("t.json", case_text(rows_of(case, 0, {}), BOOK.vocabulary)), BOOK.vocabulary)


@pytest.mark.parametrize("text", STATED.values(), ids=STATED)
def test_what_is_said_of_a_list_stands_in_the_case_file_made_of_tables(text):
    case = read_case(parse_text("t.yaml", text), BOOK.vocabulary)
    again = _written_again(case)
    assert _states(again) == _states(case) == _states(case_of(rows_of(case, 0, {}), BOOK.vocabulary))
    if "transcribed" not in text:
        assert _outcomes(again) == _outcomes(case)


def test_a_bundled_case_is_judged_alike_when_written_from_its_tables():
    for number, path in enumerate(sorted(builtin("cases").rglob("*.yaml"))):
        case = load_case(str(path), BOOK)
        again = _written_again(case)
        assert _states(again) == _states(case), path.name
        if number % 6 == 0:
            assert _outcomes(again) == _outcomes(case), path.name
