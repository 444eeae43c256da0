"""The source report read by the grammar of prose, against the case that a person transcribed from it."""

from collections import Counter

import pytest
from conftest import BOOK, ROOT

from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake.decisions import Decisions, pending
from checker.intake.draft import draft
from checker.intake.numbers import spans
from checker.intake.prose import understand
from checker.intake.readers.text import read as read_text
from checker.intake.reading import Reading

REPORT = ROOT.parent / "shared" / "reports" / "wangcheng-data-centre-2020.txt"
needs_report = pytest.mark.skipif(not REPORT.exists(), reason="../shared/reports is not there")
NOT_READ = {"is_it", "is_emergency", "deviation_reason", "goal"}
"""Judgements and reasons, which are no figures: whoever confirms the draft writes them."""


@pytest.fixture(scope="module")
def reading():
    data = REPORT.read_bytes()
    document = read_text(data, REPORT.name)
    found = tuple(spans(document, 1))
    return Reading((document,), found, understand(document, found, BOOK.vocabulary))


def case_of(text):
    return read_case(parse_text("draft.yaml", text), BOOK.vocabulary)


def confirmed(reading):
    items = pending(reading, BOOK.vocabulary).confirm
    return Decisions(tuple(item.decision("accept", "王会计", "2021-03-01") for item in items if not item.span))


def names(case):
    return {fact.id: fact.values.get("name", fact.id) for fact in case.facts.get("budget_line", ())}


def fields(case):
    """Every field as (thing, field) → value and unit; a line is known by its name, a parent by its own."""
    found = {}
    for fact in (case.root, *case.facts.get("budget_line", ())):
        thing = "unit" if fact is case.root else fact.values["name"]
        for field, cell in fact.cells.items():
            if field in ("id", "left_blank_count") or field in NOT_READ or (cell.derived and not cell.text):
                continue
            value = fact.values[field]
            if field == "parent":
                value = value.values["name"]
            found[thing, field] = (
                value,
                cell.unit if case.vocabulary.entities[fact.entity].fields[field].type == "money" else "",
            )
    return found


def claims(case):
    """Every claim as kind, figure and operands."""
    known = names(case)
    held = {fact.id: fact for fact in case.facts["stated_figure"]}

    def path(text):
        key, _, field = text.partition(".")
        if key in held:
            return str(held[key].values["figure"])
        unit = case.vocabulary.root.fields
        entity = unit if key in ("单位", "unit") else case.vocabulary.entities["budget_line"].fields
        field = next((f.id for f in entity.values() if field in (f.zh, f.id, *f.aliases)), field)
        return f"{known.get(key, 'unit')}.{field}"

    def operand(fact):
        values = fact.values
        return values["role"], values.get("sign"), path(values["path"]) if "path" in values else str(values["figure"])

    return Counter(
        (
            fact.values["kind"],
            str(fact.values["figure"]),
            tuple(sorted(map(str, map(operand, fact.related["operand"])))),
        )
        for fact in case.facts["stated_figure"]
    )


@needs_report
def test_the_confirmed_draft_holds_what_a_person_transcribed_and_nothing_else(reading):
    drafted = case_of(draft(reading, BOOK.vocabulary, confirmed(reading)))
    person = case_of((ROOT / "cases" / "2020.yaml").read_text(encoding="utf-8"))
    ours, theirs = fields(drafted), fields(person)
    assert {key: (ours[key], theirs.get(key)) for key in ours if ours[key] != theirs.get(key)} == {}
    assert sorted(set(theirs) - set(ours)) == []
    assert claims(drafted) - claims(person) == Counter()
    assert claims(person) - claims(drafted) == Counter()
    assert sum(claims(drafted).values()) == 27


@needs_report
def test_every_number_of_the_report_has_one_status(reading):
    used = {each.span for each in reading.understood.proposals}
    context = {span for span, _ in reading.understood.context}
    assert used & context == set()
    unread = [span.text for span in reading.spans if span.id not in used | context]
    assert ["".join(text.split()) for text in unread] == ["80余万人", "8万条", "1.03万", "3.7万条", "23566条", "24小时"]


@needs_report
def test_the_nine_budgets_of_nothing_are_proposed_to_be_confirmed(reading):
    proposed = [each for each in reading.understood.inferred if each.field == "initial_budget"]
    assert len(proposed) == 9
    assert {each.grade for each in proposed} == {"confirm"}
    assert {each.text for each in proposed} == {"0万元"}
    assert sum("年初未批示预算" in str(each.evidence) for each in proposed) == 7
    unconfirmed = case_of(draft(reading, BOOK.vocabulary))
    inferred = [
        fact
        for fact in unconfirmed.facts["budget_line"]
        if "initial_budget" in fact.cells and fact.cells["initial_budget"].inferred
    ]
    assert len(inferred) == 9
