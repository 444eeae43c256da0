"""The reference pages of the documentation, generated from the vocabulary and the words of the language."""

from __future__ import annotations

from checker.language.words import FUNCTIONS, KEYWORDS, OPERATORS
from checker.vocabulary import Vocabulary


def vocabulary_page(vocabulary: Vocabulary, lang: str) -> str:
    """Return the page of every entity, field and enumeration, as Markdown."""
    zh = lang == "zh"
    lines = ["# 词汇表" if zh else "# Vocabulary", "", "由 `rules/vocabulary.yaml` 生成。" if zh else "Generated from `rules/vocabulary.yaml`.", ""]  # fmt: skip
    for entity in vocabulary.entities.values():
        keys = "、".join(entity.collection) if zh else ", ".join(entity.collection)
        lines.append(
            f"## {entity.zh} `{entity.id}`" + (f"（{'案例里写' if zh else 'in a case:'} {keys}）" if keys else "")
        )
        lines += [
            "",
            "| 字段 | 英文 | 类型 | 别名 |" if zh else "| field | Chinese | type | aliases |",
            "|---|---|---|---|",
        ]
        for field in entity.fields.values():
            kind = f"→ {field.ref}" if field.ref else field.type
            names = (field.zh, f"`{field.id}`") if zh else (f"`{field.id}`", field.zh)
            lines.append(
                f"| {names[0]} | {names[1]} | {kind}{' ' + field.unit if field.unit else ''} | {'、'.join(field.aliases)} |"
            )
        lines.append("")
    lines += ["## 枚举" if zh else "## Enumerations", ""]
    for enumeration in vocabulary.enumerations.values():
        values = "、".join(f"{names[0]} `{value}`" for value, names in enumeration.values.items())
        lines.append(
            f"- {enumeration.zh} `{enumeration.id}`：{values}"
            if zh
            else f"- `{enumeration.id}` {enumeration.zh}: {values}"
        )
    return "\n".join(lines) + "\n"


def words_table(lang: str) -> str:
    """Return every keyword, operator and function with its spellings, as a Markdown table."""
    lines = ["| 写法 | 含义 |" if lang == "zh" else "| spellings | meaning |", "|---|---|"]
    for table in (KEYWORDS, OPERATORS, FUNCTIONS):
        for meaning, words in table.items():
            shown = " ".join(f"`{word}`" for word in words)
            lines.append(f"| {shown} | {meaning} |".replace("`|`", "`\\|`"))
    return "\n".join(lines) + "\n"
