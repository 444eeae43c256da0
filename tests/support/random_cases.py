"""Cases drawn at random: lines with approvals, payments, contracts and supplements, each fact there or not."""

from __future__ import annotations

import random

HEAD = """name: 某局
jurisdiction: "{place}"
level: {level}
unit_kind: {kind}
year: {year}
amounts: {{unit: 万元, decimals: 2}}
"""
MONEY = ("10.00", "20.00", "20.00", "30.00", "5.00", "19.99", "0.05", "100000.00元", "200000.00元")
PAID = ("10.00", "20.00", "20.00", "30.00", "19.99", "-5.00", "200000.00元")
GRANTED = ("10.00", "20.00", "30.00", "-5.00", "100000.00元", "待填")


class Drawn:
    """One case, by its number."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.year = self.of("2021", "2021", "2020", "2022", "2018")
        year = int(self.year)
        days = ("01-15", "03-01", "03-01", "06-01", "09-10", "12-31")
        self.days = (*(f"{year}-{day}" for day in days), f"{year + 1}-01-05", f"{year - 1}-12-20")
        self.contracts = self.of(0, 0, 1, 1, 2)
        self.lines = self.of("a", "ab", "ab")

    def of(self, *values):
        return self.chance.choice(values)

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def entry(self, *fields: tuple[str, str, float]) -> str:
        """Return a map of the fields that are there, each by its share of all cases."""
        return "{" + ", ".join(f"{key}: {value}" for key, value, share in fields if self.often(share)) + "}"

    def listed(self, entries: list[str]) -> str:
        told = "[" + ", ".join(entries) + "]"
        return told if self.often(0.8) else f"{{complete: {self.of('true', 'false')}, items: {told}}}"

    def contract(self, number: int) -> str:
        return self.entry(
            ("id", f"c{number}", 1),
            ("subject_matter", self.of("物业", "设备", "修缮"), 1),
            ("line", self.of(*self.lines), 0.7),
            ("amount", self.of(*MONEY), 0.9),
            ("budget", self.of(*MONEY), 0.3),
            ("sign_date", self.of(*self.days), 0.5),
            ("award_date", self.of(*self.days), 0.4),
            ("delivery_date", self.of(*self.days), 0.5),
            ("supplier", "甲", 0.5),
            ("supplier_is_sme", self.of("是", "否"), 0.5),
            ("category", self.of("货物", "服务", "工程"), 0.6),
            ("method", self.of("公开招标", "询价", "单一来源", "自行采购", "框架协议"), 0.5),
            ("retention", self.of("0.30", "1.00"), 0.3),
            ("settled_price", self.of(*MONEY), 0.3),
            (
                "supplements",
                self.of("无", "[{id: s, amount: 1.00}]", "[{id: s, amount: -1.00, same_subject: 是}]"),
                0.6,
            ),
        )

    def approval(self, line: str, number: int) -> str:
        return self.entry(
            ("id", f"{line}ap{number}", 1),
            ("number", f"{line}{self.of(1, 1, 2)}号", 0.9),
            ("date", self.of(*self.days), 0.9),
            ("amount", self.of(*GRANTED), 0.95),
            ("kind", self.of("追加", "调剂", "预备费", "其他批复"), 0.4),
        )

    def payment(self, line: str, number: int) -> str:
        return self.entry(
            ("id", f"{line}p{number}", 1),
            ("date", self.of(*self.days), 0.95),
            ("amount", self.of(*PAID), 0.97),
            ("payee", self.of("甲", "甲", "乙"), 0.9),
            ("contract", f"c{self.chance.randrange(self.contracts or 1)}", 0.5 if self.contracts else 0),
            ("economic_class", self.of("工资福利支出", "商品和服务支出", "待填"), 0.15),
            ("invoice_number", self.of('"1"', '"2"'), 0.1),
            ("summary", self.of("一季度", "二季度"), 0.1),
        )

    def item(self, line: str) -> str:
        return self.entry(
            ("id", line, 1),
            ("kind", "明细项目", 1),
            ("name", self.of("甲专项", "会议费", "补助资金", "信息系统运维"), 1),
            ("parent", "p", 0.9),
            ("initial_budget", self.of("0", "10.00", "20.00", "30.00", "无"), 0.8),
            ("adjusted_budget", self.of(*MONEY), 0.25),
            ("added_budget", self.of("10.00", "-5.00"), 0.2),
            ("actual", self.of("20.00", "30.00", "40.00", "40.00", "25.00", "0"), 0.95),
            ("carry_in", self.of("无", "10.00", "5.00"), 0.5),
            ("carry_out", self.of("无", "5.00"), 0.3),
            ("first_payment_date", self.of(*self.days), 0.3),
            ("is_emergency", self.of("是", "否"), 0.15),
            ("deviation_reason", self.of("据实结算", "涨价", "抢险"), 0.2),
            ("approvals", self.listed([self.approval(line, n) for n in range(self.of(0, 1, 1, 2, 3))]), 0.7),
            ("payments", self.listed([self.payment(line, n) for n in range(self.of(1, 2, 2, 3, 4))]), 0.75),
        )

    def text(self) -> str:
        place, level = self.of(("430112", "区县"), ("430112", "区县"), ("430100", "市本级"), ("430000", "省级"))
        told = [
            HEAD.format(
                place=place, level=level, kind=self.of("机关", "参公", "事业单位", "无"), year=self.year
            ).rstrip()
        ]
        told += ["transcribed: whole"] if self.often(0.6) else []
        if self.contracts:
            told += ["contracts:", *(f"  - {self.contract(n)}" for n in range(self.contracts))]
        if self.often(0.3):
            public = ("budget", self.of(*MONEY), 1), ("actual", self.of(*MONEY), 1)
            line = self.entry(("kind", "公务接待", 1), ("line", self.of("a", "g"), 0.7), *public)
            told.append(f"three_public: [{line}]")
        told.append("lines:")
        above = self.often(0.5)
        if above:
            fields = ("initial_budget", "60.00", 0.5), ("actual", "60.00", 0.5)
            told.append("  - " + self.entry(("id", "t", 1), ("kind", "总支出", 1), ("name", "总支出", 1), *fields))
        parent = ("parent", "t", 1 if above else 0)
        basic = ("initial_budget", "20.00", 1), ("actual", self.of("20.00", "21.50"), 1)
        told.append(
            "  - " + self.entry(("id", "g", 1), ("kind", "基本支出", 1), ("name", "基本支出", 1), parent, *basic)
        )
        project = (
            ("initial_budget", self.of(*MONEY), 0.4),
            ("adjusted_budget", self.of(*MONEY), 0.3),
            ("actual", self.of("30.00", "40.00", "50.00"), 0.4),
            ("approvals", f"[{{number: 丁1号, date: {self.of(*self.days)}, amount: {self.of(*MONEY)}}}]", 0.2),
        )
        told.append(
            "  - " + self.entry(("id", "p", 1), ("kind", "项目支出", 1), ("name", "项目支出", 1), parent, *project)
        )
        told += [f"  - {self.item(line)}" for line in self.lines]
        return "\n".join(told) + "\n"
