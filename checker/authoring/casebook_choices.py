"""What the cells of the workbook of a case offer to choose from: words, and the entries of another sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.base.errors import Text
from checker.cases.vocabulary import Field, Vocabulary
from checker.intake.casebook.layout import CHOICES, EACH, NO, NONE, TO_FILL, YES, Layout
from checker.mapping.workbook import letters_of

LAST = 2000
"""The last row that is unlocked and has lists to choose from."""
HEADS = 4
"""The row of the headings, counted from 1; the row that is never read is below it."""
INLINE = 255
"""Characters of a list that a cell may carry itself; a longer one stands on a sheet of its own."""


class Choices:
    """Offers words in cells; those too long for a cell are gathered in `choices`, for a sheet of their own."""

    def __init__(self, vocabulary: Vocabulary, layouts: Sequence[Layout], lang: str, amounts: str) -> None:
        self.vocabulary, self.layouts, self.lang, self.amounts = vocabulary, layouts, lang, amounts
        self.choices: list[list[str]] = []

    def say(self, text: Text) -> str:
        """Return *text* in the language of the workbook."""
        return text.say(self.lang)

    def words(self, field: Field | None) -> list[str]:
        """Return what may be written in a field that has few values."""
        if field is None:
            return []
        rest = [self.say(NONE), self.say(TO_FILL)]
        if field.type == "flag":
            return [self.say(YES), self.say(NO), *rest]
        known = self.vocabulary.enumerations.get(field.type)
        return [known.name(each, self.lang) for each in known.values] + rest if known is not None else []

    def offer(self, sheet: Any, first: int, last: int, column: int, words: list[str]) -> None:
        """Offer words in cells; others may be written all the same, and are read or refused by name."""
        source: Any = words
        if len(",".join(words)) > INLINE:
            if words not in self.choices:
                self.choices.append(words)
            letter = letters_of(self.choices.index(words) + 1)
            source = f"='{self.say(CHOICES)}'!${letter}$1:${letter}${len(words)}"
        sheet.data_validation(
            first,
            column,
            last,
            column,
            {
                "validate": "list",
                "source": source,
                "error_type": "warning",
                **self._warning(
                    Text("不在列表里", "not in the list"),
                    Text(
                        "可以从列表里选，也可以写别的写法；检查时认不出的会指出来",
                        "choose from the list, or write it otherwise: what is not known is told when the case is checked",
                    ),
                ),
            },
        )

    def refer(self, sheet: Any, column: int, target: str) -> None:
        """Offer the names (or ids) that stand in another sheet."""
        layout = next((each for each in self.layouts if each.entity.id == target), None)
        if layout is None:
            return
        entity = layout.entity
        wanted = (
            entity.label
            if entity.label and entity.fields[entity.label].type == "text" and entity.figure is None
            else entity.key[0]
        )
        at = next(
            number for number, head in enumerate(layout.heads, 1) if head.field is not None and head.field.id == wanted
        )
        letter, name = letters_of(at), layout.name(self.lang)
        source = f"='{name}'!${letter}${HEADS + 2}:${letter}${LAST}"
        sheet.data_validation(
            HEADS + 1,
            column,
            LAST - 1,
            column,
            {
                "validate": "list",
                "source": source,
                "error_type": "warning",
                **self._warning(
                    Text("表里没有", "not in that sheet"),
                    Text(
                        f"写“{name}”表里的编号，或只有一项叫的名称",
                        f"write an id of the sheet {name!r}, or a name that one entry only has",
                    ),
                ),
            },
        )

    def _warning(self, title: Text, told: Text) -> dict[str, str]:
        return {"error_title": self.say(title), "error_message": self.say(told)}

    def shape(self, field: Field) -> str:
        """Return what may stand in a field of the unit, and which paper it is copied from."""
        lang = self.lang
        words = self.words(field)[:-2]
        shapes = {
            "date": Text("例如 2020-06-30", "such as 2020-06-30"),
            "year": Text("例如 2020", "such as 2020"),
            "percent": Text("写 %", "in %"),
        }
        told = ("、" if lang == "zh" else ", ").join(words) or (
            shapes[field.type].say(lang) if field.type in shapes else field.unit
        )
        if field.type == "money":
            told = self.amounts or self.say(EACH)
        paper = field.paper.say(lang) if field.paper is not None else ""
        return ("；" if lang == "zh" else "; ").join(each for each in (told, paper) if each)
