"""Typography decides nothing: payee, supplier, unit and catalogue item written otherwise change no outcome, amount or grouping."""

from __future__ import annotations

import random

import pytest

from checker.typography import FROM, TO, fold

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.mark.parametrize(
    "other",
    ["某区 数据中心(A-1)", "某区数据中心（Ａ－１）", "某区\u3000数据中心【a—1】", "某区\u00a0数据\u200b中心〔A‑1〕", "某区数据中心[ａ–１]"],
)  # fmt: skip
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
    from checker.engines import sql_build as b

    sql = b.render(b.fold(b.column("t", "x")), "duckdb")
    chance = random.Random(19)
    letters = FROM + "某区一ÀİßΣ"
    texts = ["".join(chance.choices(letters, k=chance.randint(0, 12))) for _ in range(500)]
    connection = duckdb.connect()
    connection.execute("create table t (n int, x varchar)")
    connection.executemany("insert into t values (?, ?)", list(enumerate(texts)))
    assert [row[0] for row in connection.execute(f"select {sql} from t order by n").fetchall()] == [*map(fold, texts)]
