"""Unified social credit codes of suppliers and payees held against their check character: what does not fit is told, and decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.base.credit_code import plain_code, wrong_code
from checker.base.errors import Text, at_line

if TYPE_CHECKING:
    from checker.cases.case import Fact
    from checker.cases.vocabulary import Vocabulary

_SHOWN = 3
ASIDE = Text(
    "核对证件，是不是抄错一位；不影响结论（按 GB 32100-2015 的校验算法，标准原文没有核对）",
    "Look at the licence, a character may be a slip; it decides nothing (check character as in GB 32100-2015, whose text was not read)",
)
"""What is to be done, and what the check goes by."""


def code_note(facts: Mapping[str, Sequence[Fact]], vocabulary: Vocabulary) -> tuple[Text, ...]:
    """Return what to tell of the codes in *facts*: one note for each field that holds any which cannot be right."""
    notes = []
    for entity, several in facts.items():
        for field in vocabulary.entities[entity].fields.values():
            if not field.code_of:
                continue
            wrong = []
            for fact in several:
                written = fact.values.get(field.id)
                if written is not None and (fault := wrong_code(plain_code(str(written)))) is not None:
                    wrong.append((fact, fault))
            if wrong:
                notes.append(_told(wrong, field.name("zh"), field.name("en"), field.code_of, field.id))
    return tuple(notes)


def _told(wrong: Sequence[tuple[Fact, Text]], zh: str, en: str, name: str, code: str) -> Text:
    said = []
    for fact, fault in wrong[:_SHOWN]:
        whose, cell = str(fact.values.get(name, "")), fact.cells.get(code)
        line = cell.line if cell is not None and cell.line else fact.line
        said.append(
            Text(
                f"{whose} {fact.values[code]}（{at_line(line).zh}，{fault.zh}）",
                f"{whose} {fact.values[code]} ({at_line(line).en}, {fault.en})",
            )
        )
    more = " …" if len(wrong) > _SHOWN else ""
    return Text(
        f"{len(wrong)} 个{zh}有误：{'；'.join(each.zh for each in said)}{more}。{ASIDE.zh}",
        f"{en} wrong, {len(wrong)}: {'; '.join(each.en for each in said)}{more}. {ASIDE.en}",
    )
