"""checker rules lint: runs the lints over rules, and writes the page of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checker.authoring.lints import NAMES, Context, Lint, lints
from checker.authoring.remembered import Remembered
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cases.case import Case
from checker.rulebook.book import Rulebook
from checker.rulebook.rule import Rule


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[str]:
    """Return the names of the lints to run; a name that does not exist raises InputError."""
    wanted = [name for word in select for name in word.split(",") if name]
    unwanted = [name for word in ignore for name in word.split(",") if name]
    for name in (*wanted, *unwanted):
        if name not in NAMES:
            told = Text(f"没有 lint“{name}”", f"there is no lint {name!r}")
            hint = did_you_mean(name, NAMES) or Text("有：" + "、".join(NAMES), "one of: " + ", ".join(NAMES))
            raise InputError([Problem("no-lint", Place("checker rules lint"), told, hint)])
    return [name for name in NAMES if (not wanted or name in wanted) and name not in unwanted]


def lint(
    book: Rulebook,
    rules: Sequence[Rule],
    names: Sequence[str] = NAMES,
    cases: Sequence[Case] = (),
    as_of: date | None = None,
    remembered: Remembered | None = None,
) -> list[Problem]:
    """Return what the lints say of *rules*, in file order.

    *as_of* is the day for those that need one; what is *remembered* of a rule is not tried again.
    """
    context = Context(book, rules, cases, as_of, remembered)
    found = [problem for one in lints(names) for problem in one.check(context)]
    return sorted(dict.fromkeys(found), key=lambda p: (p.place.file, p.place.line, p.place.column, p.code))


_ANSWER = re.compile(r"#\s*lint\s+([a-z-]+)\s*[:：]\s*\S")
"""A comment in a rule's file that says why a lint is no fault there: `# lint not-linear: why`."""


def unanswered(problems: Sequence[Problem], rules: Sequence[Rule]) -> list[Problem]:
    """Return *problems* but those that the file of their rule answers with a reason."""
    answers = {
        (rule.source.file, name)
        for rule in rules
        if rule.source is not None
        for name in _ANSWER.findall(rule.source.text)
    }
    return [problem for problem in problems if (problem.place.file, problem.code) not in answers]


def page(one: Lint) -> str:
    """Return the page of a lint, in both languages, as Markdown."""
    return f"""# {one.id}

{one.title.zh} · {one.title.en}

{one.why.zh}

{one.why.en}

错 / wrong:

```yaml
{one.wrong}
```

对 / right:

```yaml
{one.right}
```
"""
