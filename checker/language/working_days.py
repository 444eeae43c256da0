"""What to write for a limit in working days, with which nobody is accused or let off by a holiday that no rule knows.

So many working days are no fewer calendar days, and end, whatever the holidays, within a span that can be stated: what lies
between is left open (空值) for whoever has the calendar of that year.
"""

from __future__ import annotations

from checker.base.errors import Text
from checker.base.patterns import pattern

HOLIDAYS = ((20, 15), (100, 30))
"""To so many working days, at most how many weekdays holidays take out meanwhile.

Of any two months 12, in 2020 where the Spring Festival was lengthened most; of a year some 20, with exchanged days.
"""
_SAID = pattern(
    r"(.+?)\s*(?:应当|应|须)?\s*(不超过|不得超过|不晚于|不得晚于|≤|<=|至多|最多|不少于|不得少于|不低于|≥|>=|至少|最少)\s*(?:(.+?)\s*[+后]\s*)?(\d{1,3})\s*个?工作日内?"
)
_SINCE = pattern(
    r"(.+?)\s*(?:应当|应|须)?\s*[在自于]\s*(.+?)\s*(?:起|之日起|之后|以后|后)\s*(\d{1,3})\s*个?工作日之?内?"
)
_SEVERAL = pattern("[且或]|满足|则|否则")
_LEAST = ("不少", "不得少", "不低", "≥", ">=", "至少", "最少")


def span(days: int) -> int:
    """Return within how many calendar days so many working days have passed, whatever the weekday and the holidays."""
    weekdays = days + next(holidays for most, holidays in HOLIDAYS if days <= most + 1)
    return weekdays + 2 * -(-weekdays // 5)


def advice(text: str) -> Text | None:
    """Return the line for one comparison with a limit in working days; None where *text* says more than that."""
    said = None if _SEVERAL.search(text) else _SAID.fullmatch(text.strip())
    since = None if said or _SEVERAL.search(text) else _SINCE.fullmatch(text.strip())
    if said is not None:
        left, sign, day, number = said.groups()
    elif since is not None:
        left, day, number = since.groups()
        sign = "<="
    else:
        return None
    days = int(number)
    if not 0 < days <= HOLIDAYS[-1][0]:
        return None
    between = f"{left} - {day}" if day else left
    least = sign.startswith(_LEAST)
    zh, en = (
        (
            f"{between} >= {span(days)} {words[0]} ({between} >= {days} {words[1]} {words[2]})"
            if least
            else f"{between} <= {days} {words[0]} ({between} < {span(days + 1)} {words[1]} {words[2]})"
        )
        for words in (("或", "且", "空值"), ("or", "and", "null"))
    )
    return Text(
        f"写 {zh}；节假日怎么放不知道，两数之间的留着待核",
        f"write {en}: how the holidays fall is not known, and what lies between is left open",
    )
