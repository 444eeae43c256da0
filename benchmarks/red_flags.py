"""Red flags planted in a made population: which of them the rules that compare units find, and whom they flag besides.

Every kind of flag is planted in some units of a population that is otherwise drawn at random (seeded, with a tail: one unit in
thirty spends half as much again or twice as much as others). What stands out by its size is planted at 1.5, 2.5 and 4.2 times the usual: the first
is no more than the tail and is not to be found, as nobody would ask for it. One figure in twenty is left out. Printed by kind: planted, found (recall, over all and by size), open,
other units that are flagged, and how many of these are of the tail: they do stand out, nobody planted them; the rest are false alarms.

    python benchmarks/red_flags.py --units 3000 --planted 12
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict

from checker.api import load_rules
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.engines.evaluator import evaluate
from checker.engines.population import Population

PLACES = ("430102", "430103", "430104", "430105", "430111", "430112", "430121", "430181", "430182", "430202")
KINDS = ("事业单位", "行政单位")
PER_HEAD = {
    "reception-per-head-outlier": 1_500,
    "running-costs-per-head-outlier": 30_000,
    "asset-purchases-per-head-outlier": 5_000,
    "fixed-assets-per-head-outlier": 200_000,
    "meetings-per-head-outlier": 1_200,
    "labour-fees-per-head-outlier": 1_000,
}
"""Yuan for each person, as usual."""
SHARES = {
    "receivables-share-outlier": 4,
    "temporary-staff-share-outlier": 10,
    "round-payments-share-outlier": 12,
    "december-payments-share-outlier": 15,
    "cash-payments-share-outlier": 1,
    "single-source-share-outlier": 8,
    "fourth-quarter-share-outlier": 20,
    "carry-out-share-outlier": 8,
}
"""Percent, as usual."""
SUMS = {"three-public-share-outlier": ("reception-per-head-outlier", "car-running-per-car-outlier")}
"""What is not planted by itself, with what it is made up of: whoever stands out in that may in this."""
LEFT_OUT = (
    "临聘人数",
    "公务用车数量",
    "公用经费决算",
    "资产购置支出",
    "固定资产总额",
    "会议",
    "劳务报酬",
    "往来款",
    "上年固定资产总额",
)
"""Figures that some units leave out."""
SIZES = (1.5, 2.5, 4.2)
"""How many times the usual is planted of what stands out by its size."""
OTHERS = (
    "car-running-per-car-outlier",
    "budget-completion-outlier",
    "cash-just-under-limit-outlier",
    "unspent-two-years",
    "prior-income-agrees",
    "prior-staff-agrees",
    "prior-assets-agree",
    "opening-carry-in-agrees",
    "prior-spending-agrees",
    "same-contract-in-two-units",
    "same-payment-in-two-units",
    "same-payment-in-two-years",
    "same-letter-in-two-units",
    "same-lease-in-two-units",
)
FLAGS = (*PER_HEAD, *SHARES, *OTHERS)
SIZED = (*PER_HEAD, *SHARES, "car-running-per-car-outlier")
"""The kinds that stand out by their size."""


class Unit:
    """One unit over two years: its figures as drawn, and the flags planted in it."""

    def __init__(self, number: int, draw: random.Random) -> None:
        self.number = number
        self.place, self.kind = draw.choice(PLACES), draw.choice(KINDS)
        self.staff = draw.randint(20, 200)
        self.flags: set[str] = set()
        self.twin: Unit | None = None
        self.factor = {flag: self._usual(draw) for flag in FLAGS}
        self.odd = draw.randint(1, 99)
        self.size = SIZES[-1]

    def _usual(self, draw: random.Random) -> float:
        return draw.randint(70, 130) / 100 * (draw.choice((1.5, 2.0)) if draw.random() < 1 / 30 else 1)

    def written(self, year: int, missing: int) -> str:
        """Return the case of one year; of every hundred figures that may be left out so many are *missing*, none of a unit with a flag."""
        if self.flags:
            return self.text(year)
        draw = random.Random(f"{self.number} {year}")
        lines = self.text(year).splitlines(keepends=True)
        return "".join(each for each in lines if each.split(":")[0] not in LEFT_OUT or draw.randrange(100) >= missing)

    def of_tail(self, flag: str) -> bool:
        """Whether the unit stands out by the draw itself."""
        parts = SUMS.get(flag, (flag,))
        return any(self.factor[part] > 1.3 or part in self.flags for part in parts if part in self.factor)

    def per_head(self, flag: str) -> float:
        factor = self.size if flag in self.flags else self.factor[flag]
        return PER_HEAD[flag] * factor * self.staff

    def share(self, flag: str) -> float:
        factor = self.size if flag in self.flags else self.factor[flag]
        return min(95.0, SHARES[flag] * factor)

    def text(self, year: int) -> str:
        """Return the case of one year; what is planted in another unit of the same kind of flag is the same there."""
        flags, now = self.flags, year == 2020
        spent = self.staff * 200_000
        own = self.number

        def of(flag: str) -> int:
            """Return whose number stands in what two units share."""
            return self.twin.number if flag in flags and self.twin is not None else own

        completion = 90 * min(self.factor["budget-completion-outlier"], 1.1)
        if "budget-completion-outlier" in flags and now:
            completion = 20
        if "unspent-two-years" in flags:
            completion = 55
        budget = spent * 100 / completion
        before = {"income": spent * 1.01, "staff": self.staff, "assets": self.per_head("fixed-assets-per-head-outlier")}
        carry = spent * self.share("carry-out-share-outlier") / 100
        prior = {
            "income": before["income"] * (1.02 if "prior-income-agrees" in flags else 1),
            "staff": before["staff"] + ("prior-staff-agrees" in flags),
            "assets": before["assets"] * (1.02 if "prior-assets-agree" in flags else 1),
            "carry": carry * (0.5 if "opening-carry-in-agrees" in flags else 1),
            "spent": spent * (0.9 if "prior-spending-agrees" in flags else 1),
        }
        cars = self.staff // 10
        running = (
            cars
            * 20_000
            * (self.size if "car-running-per-car-outlier" in flags else self.factor["car-running-per-car-outlier"])
        )
        total = spent * 0.6
        round_ = round(total * self.share("round-payments-share-outlier") / 100 / 10_000) * 10_000
        december = total * self.share("december-payments-share-outlier") / 100
        cash = total * self.share("cash-payments-share-outlier") / 100
        twice = "same-payment-in-two-units"
        later = 1.23 if now else 0
        pays = [
            ("甲公司", round_, f"{year}-05-06", "转账"),
            (f"乙公司{own}", december + self.odd / 100 + later, f"{year}-12-07", "转账"),
            (f"丙公司{own}", cash + self.odd / 100 + later, f"{year}-06-07", "现金"),
            (f"丁公司{own}", total - round_ - december - cash + 0.37 + later, f"{year}-07-08", "转账"),
            (f"戊公司{of(twice)}", 23_456.78 + of(twice) + later, f"{year}-03-{1 + of(twice) % 28:02d}", "转账"),
            (
                f"己公司{own}",
                34_567.89 + own + (0 if "same-payment-in-two-years" in flags else year),
                f"{year}-04-05",
                "转账",
            ),
        ]
        near = 4 if "cash-just-under-limit-outlier" in flags else own % 7 // 6  # and of others one in seven has one
        pays += [(f"庚{own}-{n}", 900 + (own * 13 + n * 29) % 101, f"{year}-08-{10 + n}", "现金") for n in range(near)]
        rows = ", ".join(
            f"{{付款编号: p{n}, 收款人: {payee}, 付款金额: {amount:.2f}元, 付款日期: {day}, 结算方式: {way}}}"
            for n, (payee, amount, day, way) in enumerate(pays)
        )
        single = total * self.share("single-source-share-outlier") / 100
        shared = of("same-contract-in-two-units")
        letter, lease = of("same-letter-in-two-units"), of("same-lease-in-two-units")
        q4 = spent * self.share("fourth-quarter-share-outlier") / 100
        return f"""单位名称: 单位{own}
行政区划: "{self.place}"
预算级次: 区县
单位性质: {self.kind}
预算年度: {year}
转录: 全文
在职人数: {self.staff}人
上年在职人数: {prior["staff"] if now else self.staff}人
临聘人数: {round(self.staff * self.share("temporary-staff-share-outlier") / 100)}人
公务用车数量: {cars}辆
本年收入: {before["income"]:.2f}元
上年收入: {prior["income"]:.2f}元
支出总计: {spent:.2f}元
公用经费决算: {self.per_head("running-costs-per-head-outlier"):.2f}元
资产购置支出: {self.per_head("asset-purchases-per-head-outlier"):.2f}元
固定资产总额: {before["assets"]:.2f}元
上年固定资产总额: {prior["assets"]:.2f}元
三公经费:
  - {{三公类别: 公务接待, 三公支出: {self.per_head("reception-per-head-outlier"):.2f}元}}
  - {{三公类别: 公车运行, 三公支出: {running:.2f}元}}
会议: [{{会议编号: h1, 会议支出: {self.per_head("meetings-per-head-outlier"):.2f}元}}]
劳务报酬: [{{劳务编号: l1, 领款人: 某人{own}, 税前金额: {self.per_head("labour-fees-per-head-outlier"):.2f}元}}]
往来款: [{{往来编号: w1, 往来金额: {spent * self.share("receivables-share-outlier") / 100:.2f}元}}]
公务接待: [{{接待编号: j1, 来访单位: 某局, 接待日期: {year}-03-04, 公函文号: 函{letter}号, 接待金额: {1000 + letter}.00元}}]
房屋租赁: [{{租赁编号: z1, 租赁房屋: 五一路{lease}号, 租赁方向: 租入, 起租日期: 2019-01-01, 当年租金: {50_000 + lease}.00元}}]
合同:
  - {{合同编号: c1, 合同标的: 采购{shared}, 供应商: 供应商{shared}, 合同金额: {total - single:.2f}元, 签订日期: {year}-02-03, 采购方式: 公开招标}}
  - {{合同编号: c2, 合同标的: 专项{own}-{year}, 供应商: 单一{own}, 合同金额: {single:.2f}元, 签订日期: {year}-02-04, 采购方式: 单一来源}}
支出:
  - {{项目编号: t, 支出层次: 总支出, 项目名称: 总支出, 年初预算: {budget:.2f}元, 实际支出: {spent:.2f}元, 四季度支出: {q4:.2f}元, 年末结转: {carry:.2f}元, 上年结转: {prior["carry"] if now else carry:.2f}元, 上年支出: {prior["spent"] if now else spent:.2f}元, 付款: [{rows}]}}
"""


def drawn(units: int, planted: int, seed: int) -> list[Unit]:
    """Return a population with each kind of flag planted in *planted* units, no unit twice."""
    draw = random.Random(seed)
    found = [Unit(number, draw) for number in range(units)]
    free = draw.sample(found, planted * len(FLAGS))
    for flag in FLAGS:
        mine, free = free[:planted], free[planted:]
        for at, each in enumerate(mine):
            each.flags.add(flag)
            each.size = SIZES[at % len(SIZES)]
            if flag.startswith("same-") and flag.endswith("units"):  # pairs share one number
                pair = mine[at - at % 2]
                each.twin = pair
                if flag == "same-contract-in-two-units":
                    each.staff, each.factor, each.flags = pair.staff, pair.factor, {flag}
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--units", type=int, default=3_000)
    options.add_argument("--planted", type=int, default=12, help="units of each kind of flag (even)")
    options.add_argument("--missing", type=int, default=5, help="percent of the figures that are left out")
    options.add_argument("--seed", type=int, default=2020)
    chosen = options.parse_args()
    begun = time.process_time()
    book = load_rules()
    asking = {rule.id for rule in book.rules.values() if rule.figures}
    units = drawn(chosen.units, chosen.planted, chosen.seed)

    def cases():
        for unit in units:
            for year in (2019, 2020):
                name = f"{unit.number}-{year}.yaml"
                yield unit, read_case(parse_text(name, unit.written(year, chosen.missing)), book.vocabulary)

    everyone = Population(book, asking.__contains__)
    for _, case in cases():
        everyone.add(case)
    asked = time.process_time()
    failed: dict[str, set[int]] = defaultdict(set)
    open_: dict[str, set[int]] = defaultdict(set)
    verdicts: Counter[str] = Counter()
    for unit, case in cases():
        everyone.tell(case)
        for check in evaluate(book.plan(case, asking.__contains__), case):
            verdicts[check.outcome] += 1
            if check.outcome == "fail":
                failed[check.rule.id].add(unit.number)
            elif check.outcome == "undetermined":
                open_[check.rule.id].add(unit.number)
    done = time.process_time()
    sizes = "".join(f"{f'{size}x':>6}" for size in SIZES)
    print(f"{'kind':36} planted  found  recall{sizes}  open  others  of the tail  false alarms")
    for rule in sorted(asking):
        planted = {unit.number: unit.size for unit in units if rule in unit.flags}
        hits, others = failed[rule] & planted.keys(), failed[rule] - planted.keys()
        tail = {number for number in others if units[number].of_tail(rule)}
        by_size = ""
        for size in SIZES:
            mine = {number for number, each in planted.items() if each == size}
            sized = rule in SIZED and mine
            by_size += f"{f'{100 * len(hits & mine) // len(mine)}%' if sized else '':>6}"
        recall = f"{100 * len(hits) // len(planted)}%" if planted else "-"
        print(
            f"{rule:36} {len(planted):7} {len(hits):6} {recall:>7}{by_size} {len(open_[rule]):5} {len(others):7} {len(tail):12} {len(others - tail):13}"
        )
    print(", ".join(f"{name} {count:,}" for name, count in sorted(verdicts.items())))
    print(f"{chosen.units:,} units, two years: asked in {asked - begun:.0f} s, judged in {done - asked:.0f} s of CPU")


if __name__ == "__main__":
    main()
