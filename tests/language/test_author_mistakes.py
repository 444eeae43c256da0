"""What a rule author is told of typical mistakes: where, what, and as the last line what to write instead."""

from __future__ import annotations

import contextlib
import functools
import os
import re
from pathlib import Path

import pytest
from author_mistakes import MISTAKES, RIGHT
from conftest import ROOT
from test_language import SAME_TREE, TWO_WAYS

from checker.authoring.testing import examine
from checker.base.errors import InputError
from checker.base.files import builtin
from checker.base.invisible import INVISIBLE
from checker.language.parser import parse
from checker.language.tokens import ExpressionError, Lexicon
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part, read_pack

WHOLE = read_pack(Path("rules")) if Path("rules").is_dir() else read_pack(builtin("rules"))
NAMED = (
    "deviation-explained.yaml",
    "component-over-budget.yaml",
    "consistency/stated-sum.yaml",
    "overrun-above-threshold.yaml",
    "open-tender-threshold.yaml",
    "addition-approved.yaml",
    "approved-before-spending.yaml",
    "spending-never-budgeted.yaml",
    "offsetting-overrun.yaml",
)
BASE = WHOLE._replace(
    parts=tuple(
        part
        for part in WHOLE.parts
        if "/" not in part.name or part.name.startswith("parameters/") or part.name.endswith(NAMED)
    )
)
"""The rules that the mistakes speak of, with every word and parameter: each mistake reads them anew."""
CASCADES = {
    "定义和字段重名": "the definition is refused, so its name is unknown where it is used",
    "示例不是清单": "what hung under the key stands under another one",
    "示例的结论不对": "the outcome differs, and the kind of example it was meant to be is lacking",
}
"""Mistakes of which more than one thing is said, and why."""
FILE = "example-rule.yaml"
NOT_THERE_BEFORE = {
    "英文字段名拼错": "actual",
    "分组的字段写错": "供应商",
    "细化的规则不存在": "overrun-above-threshold",
}
"""Mistakes in a name that the right rule does not have, with the name that was meant."""
HEADS = {
    "zh": "# 写错了会看到什么\n\n下面每一种都由测试执行过：写错的地方，和 `checker rules test` 说的话。第一行是位置，最后一行是该怎么写。\n",
    "en": "# What you see when something is wrong\n\nEach of these was executed by a test: what was written, and what `checker rules test` says. The first line names the place, the last what to write instead.\n",
}


@functools.cache
def problems(text):
    try:
        book = assemble([BASE, Pack(FILE, (Part(FILE, FILE, text.encode()),))], examples=[1])
    except InputError as error:
        return list(error.problems)
    rule = next(rule for rule in book.rules.values() if rule.file == FILE)
    return [c.problem for c in examine(book, [rule], engines={}).complaints]


def wrong(name):
    old, new, _ = MISTAKES[name]
    assert RIGHT.count(old) >= 1, (name, old)
    return RIGHT.replace(old, new, 1)


def test_the_right_rule_is_right():
    assert problems(RIGHT) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_the_first_line_names_the_place_and_the_last_says_what_to_write(name):
    found = problems(wrong(name))
    assert found, "nothing is said"
    assert len(found) == 1 or name in CASCADES, [problem.render("zh") for problem in found]
    first = found[0]
    meant = re.search("您是不是想写：([^（]*)", first.render("zh"))
    if meant:  # what is proposed is what stood there
        right = NOT_THERE_BEFORE.get(name, MISTAKES[name][0])
        assert any(word in right for word in meant[1].split("、")), meant[1]
    for lang, arrow in (("zh", "→"), ("en", "->")):
        lines = first.render(lang).split("\n")
        assert re.match(rf"{FILE}:\d+:\d+: \S", lines[0]), lines[0]
        assert lines[-1].strip().startswith(arrow) and len(lines[-1].strip()) > 4, first.render(lang)
        assert "None" not in first.render(lang)


LEADS = ("", "实际支出 ", "年初预算 > ", "实际支出 / 年初预算 ")
"""What may stand before a line that says only the rest of a comparison."""


def test_what_is_to_be_written_reads():
    """Every whole line that is proposed for a condition; patterns with … and lists of units are none."""
    lexicon = Lexicon({*assemble([BASE]).names, "超支线", "起查额", "超支额"})

    def reads(line):
        for lead in LEADS:
            with contextlib.suppress(ExpressionError):
                return parse(lead + line, lexicon)
        return None

    told = [p.hint.zh for name in MISTAKES for p in problems(wrong(name))[:1] if p.code.startswith("expression")]
    lines = [line.strip() for hint in told for line in re.findall("(?:写成?|例如) ([^，；（。]+)", hint)]
    whole = [
        line
        for line in lines
        if not re.search("[…、%]$|…|元、|百分比", line) or line.endswith("0%") or line.endswith("5%")
    ]
    assert [line for line in whole if reads(line) is None] == []
    assert len(whole) >= 40


def test_there_are_many():
    accepted = len(SAME_TREE)
    refused = len(MISTAKES) + len(TWO_WAYS)
    print(
        f"{accepted + refused} spellings and mistakes: {accepted} accepted ({accepted / (accepted + refused):.0%}), the rest refused"
    )
    assert len(MISTAKES) >= 150


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_current(lang):
    """UPDATE_GOLDEN=1 writes it anew; read it when it changes."""
    parts = [HEADS[lang]]
    for name in MISTAKES:
        _, new, english = MISTAKES[name]
        shown = new.strip("\n") or ("（删去）" if lang == "zh" else "(left out)")
        parts.append(
            f"## {name if lang == 'zh' else english}\n\n```yaml\n{shown}\n```\n\n```text\n{problems(wrong(name))[0].render(lang)}\n```\n"
        )
    path = ROOT / "docs" / f"mistakes.{lang}.md"
    text = re.sub("[" + "".join(INVISIBLE) + "]", lambda found: f"⟨U+{ord(found[0]):04X}⟩", "\n".join(parts))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
