"""The papers that settle what a case does not say: what each is, whom to ask for it, and from when on it can exist."""

from __future__ import annotations

from datetime import date

from checker.base.errors import Text
from checker.base.named import NamedTuple

WHOM = {
    "finance": Text("财务", "finance office"),
    "project": Text("项目单位", "project unit"),
    "procurement": Text("采购经办", "procurement officer"),
    "personnel": Text("人事", "personnel office"),
    "assets": Text("资产管理", "asset manager"),
    "office": Text("办公室", "general office"),
    "finance_bureau": Text("财政部门", "finance bureau"),
    "superior": Text("主管部门", "department in charge"),
}
"""Whom a paper may be asked of."""


class Paper(NamedTuple):
    """One document: what it is, the key of WHOM has it, and whether a line in the report answers it just as well (`question`).

    `month` and `day` are the first day of the following year on which it can exist; 0 where it always can.
    """

    zh: str
    en: str
    whom: str = ""
    question: bool = False
    month: int = 0
    day: int = 0

    def say(self, lang: str) -> str:
        """Return what it is."""
        return self.zh if lang == "zh" else self.en

    def there(self, year: int, day: date | None) -> bool:
        """Whether it can exist for a fiscal *year* on *day*; what has no day or year may."""
        return not self.month or not year or day is None or day >= date(year + 1, self.month, self.day)
