"""Typography decides nothing: payee, supplier, unit and catalogue item written otherwise change no outcome, amount or grouping."""

from __future__ import annotations

import random
from itertools import product

import pytest
from conftest import BOOK, HEAD, report_of
from test_sql import by_sql

from checker.base.typography import FROM, TO, fold

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.mark.parametrize(
    "other",
    [
        "某区 数据中心(A-1)",
        "某区数据中心（Ａ－１）",
        "某区\u3000数据中心【a—1】",
        "某区\u00a0数据\u200b中心〔A‑1〕",
        "某区数据中心[ａ–１]",
    ],
)
def test_the_same_name_printed_otherwise_is_the_same(other: str) -> None:
    assert fold(other) == fold("某区数据中心(A-1)")


@pytest.mark.parametrize("other", ["某市数据中心(A-1)", "某区数据中心", "某区数据中心(A-2)", "某区数据中心(A一1)"])
def test_another_name_stays_another(other: str) -> None:
    assert fold(other) != fold("某区数据中心(A-1)")


def test_the_table_maps_one_character_to_one_or_none_and_folding_twice_is_folding_once() -> None:
    assert len(set(FROM)) == len(FROM)
    assert len(TO) < len(FROM)
    assert fold(TO) == TO
    assert fold(FROM) == TO


def test_duckdb_folds_as_python_does() -> None:
    duckdb = pytest.importorskip("duckdb")
    from checker.engines.sql import build as b

    sql = b.render(b.fold(b.column("t", "x")), "duckdb")
    chance = random.Random(19)
    letters = FROM + "某区一ÀİßΣ"
    texts = ["".join(chance.choices(letters, k=chance.randint(0, 12))) for _ in range(500)]
    connection = duckdb.connect()
    connection.execute("create table t (n int, x varchar)")
    connection.executemany("insert into t values (?, ?)", list(enumerate(texts)))
    assert [row[0] for row in connection.execute(f"select {sql} from t order by n").fetchall()] == [*map(fold, texts)]


def _printed_otherwise(text: str, chance: random.Random) -> str:
    made = text.replace("(", chance.choice("(（【〔[")).replace(")", chance.choice(")）】〕]"))
    made = "".join(chance.choice((c, c, c.translate(WIDE))) if c.isalnum() and c.isascii() else c for c in made)
    at = chance.randrange(1, len(made))
    return made[:at] + chance.choice(("", "\u3000", "\u00a0", "\u2009")) + made[at:]


def _text(unit: str, payee: str, items: tuple[str, str], kind: str) -> str:
    from json import dumps

    contracts = "".join(
        f"  - {{合同编号: c{n}, 所属支出项目: a, 采购品目: {dumps(item, ensure_ascii=False)}, 供应商: {dumps(payee, ensure_ascii=False)}, "
        f"采购类别: {kind}, 合同金额: 3000000.00元, 采购方式: 询价, 签订日期: 2021-05-10}}\n"
        for n, item in enumerate(items)
    )
    paid = f"{{付款日期: 2021-12-28, 付款金额: 60万元, 收款人: {dumps(payee, ensure_ascii=False)}}}"
    return (
        f"name: {dumps(unit, ensure_ascii=False)}\n"
        + HEAD.split("\n", 1)[1].replace("2020", "2021")
        + "transcribed: whole\n"
        f"lines:\n  - {{id: a, kind: 明细项目, name: 某专项, 实际支出: 600万元, 付款: [{paid}]}}\ncontracts:\n{contracts}"
    )


RULES = ("payee-is-not-the-unit", "contract-splitting", "works-splitting")
UNIT, ITEM = "某区数据中心(B区A-1)", "C0201 软件开发(定制)"


def _judged(text: str) -> list[tuple[str, str, int | None]]:
    """Return rule, outcome and amount of each check; fails where DuckDB judges otherwise or calls a group otherwise."""
    checks = report_of(text, *RULES, head="").checks
    case = checks[0].case
    found, _ = by_sql(BOOK, BOOK.plan(case, lambda rule: rule in RULES), [case])
    for check in checks:
        whole = check.subject is case.root and check.rule.entity != case.root.entity
        outcome, amount, _ = found.pop((0, check.rule.id, "" if whole else check.subject.id))
        assert outcome == check.outcome
        assert outcome not in ("fail", "undetermined") or amount == check.amount
    assert not found
    return sorted((check.rule.id, check.outcome, check.amount) for check in checks)


@pytest.mark.parametrize("seed", range(6))
def test_printing_names_otherwise_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)
    for kind, own in product(("服务", "工程"), (True, False)):
        payee = UNIT if own else "某科技(A)公司"
        plain = _judged(_text(UNIT, payee, (ITEM, ITEM), kind))
        unit, paid, one, two = (_printed_otherwise(each, chance) for each in (UNIT, payee, ITEM, ITEM))
        assert _judged(_text(unit, paid, (one, two), kind)) == plain
        told = {rule: outcome for rule, outcome, _ in plain}
        assert told["payee-is-not-the-unit"] == ("fail" if own else "pass")
        assert told["contract-splitting" if kind == "服务" else "works-splitting"] == "fail"


def test_another_item_and_another_payee_stay_others() -> None:
    told = _judged(_text(UNIT, "某市数据中心(B区A-1)", (ITEM, "C0202 软件开发(定制)"), "服务"))
    assert "fail" not in {outcome for _, outcome, _ in told}
    assert [rule for rule, _, _ in told].count("contract-splitting") == 2


def test_names_are_printed_as_they_were_written() -> None:
    unit = "某区\u3000数据中心（Ｂ区Ａ－１）"
    (found,) = report_of(_text(unit, UNIT, (ITEM, ITEM), "服务"), RULES[0], head="").checks
    assert found.case.unit == unit
    assert found.outcome == "fail"
