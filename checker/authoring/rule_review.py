"""checker rules review: the sheet that a lawyer goes through and signs, one basis of a rule a row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from checker.authoring.pages import formula_lines, used_parameters
from checker.authoring.testing import NAMES
from checker.authoring.thresholds import VERIFIED_SAID, value_text
from checker.base.errors import Text
from checker.reports.workbook import Book, Page
from checker.rulebook.book import Rulebook
from checker.rulebook.instruments import plain_name, status_said
from checker.rulebook.rule import Basis, Rule, nature_said

COLUMNS = {
    "rule": Text("规则编号", "rule"),
    "number": Text("第几条依据", "basis no."),
    "title": Text("规则", "title"),
    "norm": Text("规范", "norm"),
    "read": Text("读到什么程度", "how far read"),
    "judges": Text("规则怎样判断", "how the rule judges"),
    "examples": Text("示例", "examples"),
    "questions": Text("请复核", "questions"),
    "print": Text("校验码", "fingerprint"),
    "conclusion": Text("复核结论", "conclusion"),
    "by": Text("复核人（签名）", "reviewed by"),
    "on": Text("复核日期", "reviewed on"),
    "opinion": Text("意见", "opinion"),
}
"""The columns; those from the conclusion on are filled in by who reviews."""
FILLED = ("conclusion", "by", "on", "opinion")
WIDTHS = (22, 7, 26, 30, 22, 46, 40, 40, 12, 12, 12, 12, 30)
SHEET = Text("复核", "Review")
CONCLUSIONS = {
    "text": Text("与原文一致", "agrees with the text"),
    "secondary": Text("只见转述", "retold only"),
    "no": Text("没有核实", "not verified"),
    "disagree": Text("不同意", "disagree"),
}
"""What a review may come to: how far the basis counts as read, or that the rule does not say what the norm says."""
ASKED = {
    "text": Text(
        "读自转载或非官方法规库：和官方文本一致吗？仍然有效吗？",
        "Read in a copy or an unofficial repository: does it agree with the official text, and is it still in force?",
    ),
    "secondary": Text(
        "只见转述：原文是哪一条、数额是否如此？施行日期？",
        "Read as retold only: which article is it, is the figure right, and from which day?",
    ),
    "no": Text("依据没有核实：有没有规范可以依据？", "The basis was not verified: is there a norm at all?"),
}
AND = Text("规则的范围、例外和定性是否与规范相符？", "Do scope, exceptions and nature of the rule agree with the norm?")


def reviewed(rules: Iterable[Rule]) -> Iterator[tuple[Rule, int, Basis]]:
    """Yield every basis that is an instrument, with its number in its rule; hints of this program are none."""
    for rule in rules:
        yield from ((rule, number, basis) for number, basis in enumerate(rule.basis, 1) if not basis.own)


def fingerprint(book: Rulebook, rule: Rule, basis: Basis) -> str:
    """Return a short hash of what was reviewed: the norm cited, and how the rule judges with which values."""
    cited = f"{basis.instrument}\0{basis.article}\0{judges(book, rule, 'zh')}"
    return hashlib.sha256(cited.encode()).hexdigest()[:10]


def judges(book: Rulebook, rule: Rule, lang: str) -> str:
    """Return how a rule judges, in words: its nature, conditions, definitions, and the values of its parameters."""
    mark = "：" if lang == "zh" else ": "
    lines = [Text("定性", "Nature").say(lang) + mark + nature_said(rule, lang), *formula_lines(book, rule, lang)]
    for parameter in used_parameters(book, rule):
        lines += [f"{parameter.zh}{mark}{value_text(value, book, lang)}" for value in parameter.values]
    if rule.limits:
        lines.append(Text("局限", "Limits").say(lang) + mark + rule.limits.say(lang))
    return "\n".join(lines)


def rows(book: Rulebook, rules: Iterable[Rule], lang: str) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the sheet, without what is to be filled in; *rules* are read with their examples."""
    for rule, number, basis in reviewed(rules):
        note = [VERIFIED_SAID[basis.verified] if lang == "zh" else basis.verified, basis.note if lang == "zh" else ""]
        note.append(status_said(book.instruments.get(plain_name(basis.instrument)), lang))
        yield {
            "rule": rule.id,
            "number": str(number),
            "title": rule.title.say(lang),
            "norm": basis.say(lang),
            "read": "\n".join(filter(None, note)),
            "judges": judges(book, rule, lang),
            "examples": "\n".join(f"{NAMES[each.outcome].say(lang)}：{each.name}" for each in rule.examples),
            "questions": f"{ASKED[basis.verified].say(lang)}\n{AND.say(lang)}",
            "print": fingerprint(book, rule, basis),
        }


def as_xlsx(book: Rulebook, rules: Iterable[Rule], lang: str) -> bytes:
    """Return the sheet as a workbook; what is to be filled in is coloured, conclusions are offered."""
    made = Book(lang, SHEET.say(lang))
    page = Page(made, made.name(SHEET.say(lang)), WIDTHS)
    found = list(rows(book, rules, lang))
    page.heads([head.say(lang) for head in COLUMNS.values()], len(found))
    text = made.format(num_format="@")
    forms = [made.empty if key in FILLED else text for key in COLUMNS]
    first = page.row
    for row in found:
        page.write([row.get(key, "") for key in COLUMNS], forms)
    column = list(COLUMNS).index("conclusion")
    listed = {"validate": "list", "source": [each.say(lang) for each in CONCLUSIONS.values()]}
    page.sheet.data_validation(first, column, max(first, page.row - 1), column, listed)
    return made.bytes()
