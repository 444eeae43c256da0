"""The reference pages of the documentation, generated from the vocabulary and the words of the language."""

from __future__ import annotations

from checker.language.words import FUNCTIONS, KEYWORDS, OPERATORS
from checker.vocabulary import Entity, Field, Vocabulary


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


TYPES = {
    "money": ("金额", "money"), "percent": ("百分比", "percent"), "number": ("数字", "number"), "count": ("整数", "count"),
    "date": ("日期", "date"), "text": ("文字", "text"), "flag": ("是否", "yes or no"), "year": ("年度", "year"), "figure": ("自报数", "stated figure"),
}  # fmt: skip


def type_name(vocabulary: Vocabulary, field: Field, lang: str) -> str:
    """Return what a field holds, in words."""
    if field.ref:
        target = vocabulary.entities[field.ref]
        return f"指向 {target.zh}" if lang == "zh" else f"refers to {target.id}"
    if field.type in vocabulary.enumerations:
        known = vocabulary.enumerations[field.type]
        return " | ".join(known.name(value, lang) for value in known.values)
    return TYPES[field.type][0 if lang == "zh" else 1]


def entity_rows(vocabulary: Vocabulary, lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the table of entities: name, what it belongs to, its key in a case."""
    zh = lang == "zh"
    rows = []
    for entity in vocabulary.entities.values():
        parent = vocabulary.entities[entity.parent] if entity.parent else None
        above = "" if parent is None else parent.zh if zh else parent.id
        keys = next((k for k in entity.collection if k.isascii() != zh), "")
        rows.append([entity.zh, entity.id, above, keys] if zh else [entity.id, entity.zh, above, keys])
    return (["对象", "英文", "属于", "案例里写"] if zh else ["entity", "Chinese", "belongs to", "in a case"]), rows


def field_rows(vocabulary: Vocabulary, entity: Entity, lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the table of the fields of one entity."""
    zh = lang == "zh"
    rows = []
    for field in entity.fields.values():
        kind = type_name(vocabulary, field, lang)
        rows.append(
            [field.zh, field.id, kind, "、".join(field.aliases)]
            if zh
            else [field.id, field.zh, kind, ", ".join(field.aliases)]
        )
    return (["字段", "英文", "类型", "别名"] if zh else ["field", "Chinese", "type", "aliases"]), rows
