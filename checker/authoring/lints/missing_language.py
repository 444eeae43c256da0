"""A title, message, remedy or citation in one language only."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text
from checker.rulebook.shapes import RULE_KEYS


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        assert rule.source is not None
        keys = {key.value for key, _ in rule.source.root.value}

        def there(key: str, keys: set[str] = keys) -> bool:
            return key in keys or RULE_KEYS[key] in keys

        for key in ("title", "message", "remedy", "problem_title", "finding_title", "limits"):
            for one, other in ((key, f"{key}_en"), (f"{key}_en", key)):
                if there(one) and not there(other):
                    told = Text(
                        f"有“{RULE_KEYS[one]}”，没有“{RULE_KEYS[other]}”（{other}）", f"there is {one}, but no {other}"
                    )
                    yield Problem(
                        "missing-language",
                        at(rule, one),
                        told,
                        Text(f"加一行 {RULE_KEYS[other]}: …", f"add a line {other}: …"),
                    )
        for basis in rule.basis:
            if not basis.en:
                told = Text(
                    f"依据{basis.instrument}没有英文名称（en，英文）",
                    f"the basis {basis.instrument} has no English name (en)",
                )
                yield Problem("missing-language", at(rule, "basis"), told, Text("加 英文: …", "add en: …"))


LINT = Lint(
    "missing-language",
    Text("只有一种语言", "one language only"),
    Text(
        "标题、说明、整改、依据要有中文和英文；缺的那种语言会用另一种代替。",
        "Titles, messages, remedies and citations exist in Chinese and English; where one is missing the other stands in.",
    ),
    "英文标题: （删去）",
    "英文标题: Spending must not exceed the budget",
    _check,
)
