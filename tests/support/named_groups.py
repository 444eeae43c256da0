"""Rules about groups by supplier or payee, and cases that write the same names in many ways."""

from __future__ import annotations

import random
from json import dumps
from pathlib import Path

from support.populations import rules_in, unit

RULES = {
    "g-paid": ("payment by payee", "amount: listed_sum(payment.amount)\nrequire: sum(payment.amount) < 3万元"),
    "g-bought": ("contract by supplier, catalogue_item", "require: count(contract) < 2"),
    "g-often": (
        "contract by supplier",
        'when: supplier contains "建设"\nrequire: every contract as c satisfies (count(contract where amount > c.amount) = 0)',
    ),
    "g-itself": (
        "contract by supplier",
        'require: every contract satisfies (party(contract.supplier) = party("华天建设有限公司"))',
    ),
}
DECIDED = (
    ("华天建设有限公司", "华天建筑有限公司"),
    ("华天建筑（有限公司）", "华天建没有限公司"),
    ("乙公司", "乙 （公司）厂"),
    ("O'Neil \\ Ltd", "O'Neil Ltd"),
)
SPELLINGS = (
    "华天建设有限公司",
    "华天建设有限责任公司",
    "华天（建设）有限公司",
    "华天 建筑有限公司",
    "华天建没有限公司",
    "华天建没有限责任公司",
    "乙公司",
    "乙公司厂",
    "Ｂ公司",
    "b公司",
    "O'Neil \\ Ltd",
    "O'Neil  LTD",
)


MERGED = (("甲公司", "乙公司"), ("乙公司", "甲甲有限公司"))
"""Names of `random_cases` that are decided to be one party's."""


def decide(folder: Path, *pairs: tuple[str, str]) -> None:
    """Write into *folder* that the names of each pair are one party's."""
    folder.mkdir(exist_ok=True)
    listed = "".join(
        f"  - {{同一家: {dumps([one, other], ensure_ascii=False)}, 认定人: 张三, 认定日期: 2026-11-30, 理由: 看过执照}}\n"
        for one, other in pairs
    )
    (folder / "names.yaml").write_text(f"名称认定:\n{listed}", encoding="utf-8")


def grouping(folder: Path, *, decided: bool):
    """Return the built-in rules and those by supplier or payee, with the decisions on names or without."""
    if decided:
        decide(folder, *DECIDED)
    return rules_in(folder, RULES)


def named_cases(draw: random.Random, many: int):
    """Return cases that name few parties in many ways, some payments without a payee, some contracts without an amount."""
    made = []
    for number in range(many):
        names = draw.sample(SPELLINGS, draw.randint(2, len(SPELLINGS)))

        def one(field: str, names: list[str] = names) -> str:
            return f"{field}: {dumps(draw.choice(names), ensure_ascii=False)}, " if draw.random() < 0.9 else ""

        pays = [
            f"{{id: p{n}, {one('payee')}amount: {draw.choice(['10000.00', '15000.00', '20000.00'])}元, date: 2020-01-0{n + 1}}}"
            for n in range(draw.randint(0, 5))
        ]
        rows = [
            f"{{id: c{n}, {one('supplier')}{draw.choice(['catalogue_item: 甲（一）, ', 'catalogue_item: 甲(一), ', ''])}amount: {draw.choice([1, 2])}0000.00元}}"
            for n in range(draw.randint(0, 4))
        ]
        body = f"transcribed: whole\nlines: [{{id: t, kind: 总支出, name: 总, payments: [{', '.join(pays)}]}}]\n"
        made.append(unit(number, body + f"contracts: [{', '.join(rows)}]\n"))
    return made
