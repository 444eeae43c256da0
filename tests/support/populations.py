"""Made populations and rules that ask them, by the evaluator and by DuckDB."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import partial
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


RATIO = "running_actual / (in_service * 1元)"
RULES = {
    "p-median": ("unit", f"{PEERS.format(least=3)}\nrequire: {RATIO} <= 200% * peer_median({RATIO})"),
    "p-quantile": ("unit", f"{PEERS.format(least=2)}\nrequire: income < peer_quantile(income, 80%) + 1元"),
    "p-fence": (
        "unit",
        f"{PEERS.format(least=3)}\nrequire: income <= peer_quantile(income, 75%) + 1.5 * (peer_quantile(income, 75%) - peer_quantile(income, 25%))",
    ),
    "p-rank": ("unit", "peers: {by: province, at_least: 2, where: in_service > 1}\nrequire: peer_rank(income) > 3"),
    "p-count": ("unit", f"{PEERS.format(least=2)}\nwhen: cars > 2\nrequire: peer_count(cars > 2) >= 2"),
    "p-sum": ("unit", "peers: {by: [unit_kind], at_least: 2}\nrequire: income <= 50% * (income + peer_sum(income))"),
    "p-where": (
        "unit",
        f"peers: {{by: district, at_least: 2, where: cars > 0}}\nrequire: {RATIO} < 3 * peer_quantile({RATIO}, 50%) or income < peer_median(income)",
    ),
    "p-year": ("unit", "when: known(last_year(income))\nrequire: income <= 150% * last_year(income)"),
    "p-pace": ("unit", f"when: known(last_year({RATIO}))\nrequire: {RATIO} <= 150% * last_year({RATIO})"),
    "p-place": (
        "unit",
        f"{PEERS.format(least=2)}\nrequire: peer_rank({RATIO}) > 2 or cars <= peer_quantile(cars, 60%)",
    ),
    "p-weighed": (
        "unit",
        f"{PEERS.format(least=2)}\nrequire: peer_rank(income * 1.5) > 2 or income * 0.3 < peer_quantile(income * 0.3, 50%)",
    ),
    "p-prior": ("unit", "when: prior_income is given\nrequire: prior_income ≈ last_year(income)"),
    "p-same": ("contract", "when: known(supplier)\nrequire: other_units(party(supplier)) = 0"),
    "p-twice": ("payment", "require: other_units(payee, amount, date) = 0 and other_years(payee, amount) = 0"),
    "p-split": (
        "contract",
        "amount: amount + other_sum(amount, supplier)\nrequire: amount + other_sum(amount, supplier) <= 3万元",
    ),
}


def rules_in(folder: Path, rules: dict[str, tuple[str, str]]):
    """Return the built-in rules and these: the kind of subject and the lines of each, by its id."""
    folder.mkdir(exist_ok=True)
    for ident, (about, lines) in rules.items():
        (folder / f"{ident}.yaml").write_text(RULE.format(id=ident, about=about, lines=lines), encoding="utf-8")
    return load_rules(folder)


def unit(number: int, body: str = "", *, kind="事业单位", place="430112", year=2020, called: str | None = None):
    """Return the case of one unit of a population."""
    head = f'name: {called or f"单位{number}"}\njurisdiction: "{place}"\nlevel: 区县\nunit_kind: {kind}\nyear: {year}\n'
    return read_case(parse_text(f"u{number}.yaml", head + body), BOOK.vocabulary, closed=True)


def random_cases(draw: random.Random, least: int = 2):
    """Return a population: few values, so that there are ties, and many of them missing."""
    cases = []
    given = draw.choice([0.5, 0.9, 1])
    for number in range(draw.randint(least, 30)):
        lines = []
        for field, unit_ in (
            ("income", "万元"),
            ("prior_income", "万元"),
            ("running_actual", "万元"),
            ("in_service", ""),
            ("cars", ""),
        ):
            if draw.random() < given:
                value = (
                    draw.choice([1, 1, 2, 3, 7, 0])
                    if not unit_
                    else draw.choice(["0.00", "1.00", "1.00", "1.01", "2.5", "-1.0"])
                )
                said = f"{{value: {value}{unit_}, 推断: true}}" if draw.random() < 0.03 else f"{value}{unit_}"
                lines.append(f"{field}: {said}")
        if draw.random() < 0.7:
            rows = [
                f"{{id: c{n}, supplier: {draw.choice(['甲有限公司', '甲（甲）有限责任公司', '甲甲有限公司', '乙公司', '无'])}, {draw.choice(['amount: 1.00万元', 'amount: 1.50万元', 'amount: 2.00万元', '采购品目: 乙'])}}}"
                for n in range(draw.randint(0, 3))
            ]
            lines.append(f"contracts: [{', '.join(rows)}]")
        if draw.random() < 0.7:
            pays = [
                f"{{id: p{n}, payee: {draw.choice(['甲公司', '乙公司'])}, amount: {draw.choice(['1.00', '2.00'])}万元, date: 2020-0{draw.choice('12')}-01}}"
                for n in range(draw.randint(0, 2))
            ]
            lines.append(f"lines: [{{id: t, kind: 总支出, name: 总, payments: [{', '.join(pays)}]}}]")
        later = draw.random() < 0.25
        called = f"单位{draw.randrange(number + 1) if later else number}"
        if draw.random() < 0.05:  # of one unit there may be two cases, its name set otherwise
            called = draw.choice(["单位（０）", "单位(0)", "单位0", " 单位 0"])
        cases.append(
            unit(
                number,
                "\n".join(lines) + "\n",
                kind=draw.choice(["事业单位", "事业单位", "行政单位"]),
                place=draw.choice(["430112"] * 5 + ["430111"]),
                year=2021 if later else 2020,
                called=called,
            )
        )
    return cases


LINKED = "same-contract-in-two-units,prior-income-agrees,fixed-assets-per-head-outlier"
"""Built-in rules that ask other units, the year before and peers; `linked_cases` fails each of them."""


def linked_cases(folder: Path) -> Path:
    """Write case files of which the LINKED rules find something: fourteen units alike, of which one is there for two years."""
    folder.mkdir()
    for number in range(14):
        head = f'name: 单位{number}\njurisdiction: "430112"\nlevel: 区县\nunit_kind: 事业单位\nyear: 2020\n'
        assets = 9000 if number == 3 else 800
        body = f"income: {100 + number}万元\nin_service: 100\n固定资产总额: {assets}万元\n"
        if number in (1, 2):
            body += "contracts: [{id: c1, subject_matter: 采购一, supplier: 甲公司, amount: 12.34万元, 签订日期: 2020-03-04}]\n"
        if number in (4, 5):
            stated = "76万元" if number == 4 else "{value: 74万元, 推断: true}"
            body += f"prior_income: {stated}\n"
            (folder / f"{number}-earlier.yaml").write_text(
                head.replace("2020", "2019") + "income: 78万元\n", encoding="utf-8"
            )
        (folder / f"{number:02}.yaml").write_text(head + body, encoding="utf-8")
    return folder


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


def by_sql(book, cases, wanted, runner_of=None):
    """Return the same by DuckDB, or what *runner_of* makes of a connection to it, which works out the figures as well."""
    from checker.batch.in_memory import judge_packed
    from checker.batch.keepers import DuckKeeper
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

    runner = None
    if runner_of is not None:
        runner = runner_of(connection)
        runner.load()

    def show(numbers):
        listed = ", ".join(map(str, numbers)) or "NULL"
        for entity in book.vocabulary.entities:
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {name(entity)} AS SELECT {columns(figures, entity)} WHERE t._case IN ({listed})"
            )
        if runner is not None:
            runner.show(sorted(numbers), partial(columns, figures))

    figures = None
    made = Figures(connection, runner or DuckKeeper(connection), book, wanted.__contains__, show)
    made.work_out(7)
    figures = made
    found = {}
    plans = {}
    for number, case in enumerate(cases):
        plan = book.plan(case, wanted.__contains__)
        plans.setdefault(plan.signature(), (plan, []))[1].append(number)
    for plan, numbers in plans.values():
        show(numbers)
        compiled = compile_plan(plan, runner.dialect if runner else "duckdb")
        assert not compiled.refused
        for key, (outcome, _, _) in judge_packed(connection, book.vocabulary, compiled, runner).items():
            found[key] = outcome
    told = made.told(range(len(cases)))
    told = [told.get(number, {}) for number in range(len(cases))]
    connection.close()
    return found, told


def by_statements(execute, book, plan, dialect):
    """Return what the printed statements of a plan come to, run one after the other over tables named after the entities."""
    from checker.engines.sql.comparing import Comparing
    from checker.engines.sql.plan import compile_plan

    comparing = Comparing(plan, dialect)
    for step in comparing.steps():
        execute(step.text)
    compiled = compile_plan(plan, dialect)
    assert not compiled.refused and not comparing.refused
    found = {}
    for statement in compiled.statements:
        rows = execute(comparing.judging(statement))
        place = {column[0]: at for at, column in enumerate(rows.description)}
        for row in rows.fetchall():
            found |= {(row[place["_case"]], r.id, row[place["_id"]]): row[place[r.id]] for r in statement.rules}
    return found


def of_one_plan(draw):
    """Return a random population whose units are all under one plan, and say nothing that they only infer."""
    drawn = [case for case in random_cases(draw, least=25) if case.year == 2020 and not case.inferred]
    return [case for case in drawn if case.root.values["unit_kind"] == "public_institution"]


def plain(told):
    """Return figures so that equal ones compare equal: a ratio is brought to its lowest terms by crossing out."""

    def size(value):
        if value is None:
            return None
        over, under = as_ratio(value) if isinstance(value, tuple) else (value, 1)
        return Fraction(over) / Fraction(under)

    return {key: (*map(size, each[:3]), each.known, each.missing) for key, each in told.items()}


def agree(book, cases, wanted, second=by_sql):
    """Hold both derivations against each other; return the outcomes."""
    ours, mine = by_evaluator(book, cases, wanted)
    theirs, other = second(book, cases, wanted)
    for number, (one, two) in enumerate(zip(mine, other, strict=True)):
        assert plain(one) == plain(two), number
    # what stands without its inferences only the evaluator says, in a batch too
    keys = {key for key in ours.keys() | theirs.keys() if not cases[key[0]].inferred}
    differing = {key: (ours.get(key), theirs.get(key)) for key in keys if ours.get(key) != theirs.get(key)}
    wrong = {
        key: pair
        for key, pair in differing.items()
        if not (pair[1] is None and not key[2] and pair[0] == "not_applicable")
    }
    assert not wrong, wrong
    return {key: outcome for key, outcome in ours.items() if key in keys}
