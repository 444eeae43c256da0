"""Cases as tables and back: the same values, the same outcomes."""

from __future__ import annotations

import pytest
from conftest import BOOK, ROOT, case_of

from checker.api import check, load_case, load_rules
from checker.authoring.examples import example_case
from checker.base.errors import InputError
from checker.cases.case import Fact
from checker.tables.rows import case_of as from_rows
from checker.tables.rows import printed, rows_of
from checker.tables.schema import table

EXAMPLES = load_rules(examples=True)
ALONE = [rule for rule in EXAMPLES.rules.values() if not rule.figures]
"""Rules that judge a case by itself; tests/batch/test_population.py has those that look at the others."""
ALL = [(f"{rule.id}-{n}", rule, e) for rule in ALONE for n, e in enumerate(rule.examples)]


def contents(case):
    """Return everything a rule can read of *case*."""
    found = []
    for fact in case.each():
        values = {k: v.id if isinstance(v, Fact) else v for k, v in fact.values.items() if not k.startswith("^")}
        cells = {
            k: (c.step, c.unit, c.decimals, c.inferred, c.derived, c.note or fact.note) for k, c in fact.cells.items()
        }
        given = {f: case.is_given(fact, f) for f in case.vocabulary.entities[fact.entity].fields}
        found.append((fact.entity, fact.id, fact.owner and fact.owner.id, values, cells, fact.none, fact.states, given))
    return sorted(found, key=lambda row: row[:2])


def verdicts(case, book, rules=()):
    report = check([case], book, selected=lambda rule: not rules or rule in rules)
    return [(c.rule.id, c.subject.id, c.outcome, c.severity, c.amount, c.marks) for c in report.checks]


def assert_round_trip(case, book=BOOK, rules=()):
    """Everything that a rule can read comes back; so do the verdicts of *rules*, or of all."""
    back = from_rows(rows_of(case, 7, {"budget_line": 1000}), book.vocabulary)
    assert contents(back) == contents(case)
    assert verdicts(back, book, rules) == verdicts(case, book, rules)


@pytest.mark.parametrize("name", ["2020.yaml", "clean.yaml"])
def test_cases_survive_tables(name):
    assert_round_trip(load_case(str(ROOT / "cases" / name), BOOK))


@pytest.mark.parametrize(("rule", "example"), [row[1:] for row in ALL], ids=[row[0] for row in ALL])
def test_examples_survive_tables(rule, example):
    """The first example of a rule is judged by all rules, the others by their own: what they all read is the same."""
    rules = () if example is rule.examples[0] else (rule.id, example.rule)
    assert_round_trip(example_case(EXAMPLES, rule, example), EXAMPLES, rules)


@pytest.mark.parametrize(
    "text",
    [
        "amounts: {unit: 万元, decimals: 2}\nlines:\n- {id: a, kind: 总支出, 实际支出: 8, payments: [{date: 2020/3/1, amount: 8}]}\n",
        "contracts: [{id: c}]\nlines:\n- {id: a, kind: 总支出, payments: [{id: p, contract: c, amount: 1元}]}\n",
        "contracts: [{id: c}]\nlines: [{id: a, kind: 总支出}]\npayments: [{line: a, id: p, contract: c, amount: 1元}]\n",
        "lines:\n- {id: a, kind: 总支出, reviews: {complete: false, items: []}}\n- {id: b, kind: 总支出}\nreviews: []\n",
        "lines: {complete: false, items: []}\nreviews: []\nnot_disclosed: [造价, unit.在职人数]\n",
        "contracts: 留空\n在职人数: 留空\nlines: [{id: a, kind: 明细项目, approvals: 留空, payments: 待填, 造价: 留空, carry_in: 留空}]\n",
        "transcribed: whole\napprovals: 留空\nindicators: 留空\nlines: [{id: a, kind: 总支出}]\n",
        "lines: 留空\ncontracts: [{id: c, supplements: 留空}]\nstated: [{id: s, kind: 合计数, text: 共5万元, amount: 5万元, of: 留空}]\n",
        "transcribed: whole\nlines:\n- {id: a, kind: 总支出, 名称: 无, 造价: {value: 1.50万元, inferred: true, source: 猜}}\n",
        "indicators: [{name: 甲, target: 12.50, done: 无}]\nthree_public: []\n",
    ],
    ids=[
        "case-wide unit",
        "nested payments",
        "payments at the top",
        "mixed",
        "hidden",
        "lists left blank",
        "left blank in a whole report",
        "no lines",
        "inferred",
        "numbers",
    ],
)
def test_what_is_easily_lost(text):
    assert_round_trip(case_of(text))


def test_a_figure_too_large_for_a_table_is_said():
    case = case_of("lines: [{id: a, kind: 总支出, 实际支出: 90000000000000000元}]\n")
    with pytest.raises(InputError) as caught:
        rows_of(case, 0, {})
    assert "does not fit into a table" in caught.value.problems[0].render("en")


def test_figures_without_printed_text_are_printed_from_unit_and_decimals():
    line = BOOK.vocabulary.entities["budget_line"].fields["actual"]
    rate = BOOK.vocabulary.entities["stated_figure"].fields["rate"]
    assert printed(line, 24458_0000, {"actual__unit": "万元", "actual__decimals": 2}) == "244.58万元"
    assert printed(line, 12345, {}) == "123.45元"
    assert printed(rate, 13471000000, {"rate__decimals": 2}) == "134.71%"


def test_every_field_of_the_vocabulary_has_a_column():
    for entity in BOOK.vocabulary.entities.values():
        names = [column.name for column in table(entity, BOOK.vocabulary)]
        assert len(names) == len(set(names)) and set(entity.fields) <= set(names)
