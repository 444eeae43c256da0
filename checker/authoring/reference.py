"""The reference pages of the documentation, generated from the vocabulary and the words of the language."""

from __future__ import annotations

from checker.base.errors import Text
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.language.reference import SAMPLE, SECTIONS
from checker.language.words import FUNCTIONS, KEYWORDS, OPERATORS


def vocabulary_page(vocabulary: Vocabulary, lang: str) -> str:
    """Return the page of every entity, field and enumeration, as Markdown."""
    zh = lang == "zh"
    lines = [
        "# 词汇表" if zh else "# Vocabulary",
        "",
        "由 `rules/vocabulary.yaml` 生成。" if zh else "Generated from `rules/vocabulary.yaml`.",
        "",
    ]
    for entity in vocabulary.entities.values():
        keys = "、".join(entity.collection) if zh else ", ".join(entity.collection)
        lines.append(
            f"## {entity.zh} `{entity.id}`" + (f"（{'案例里写' if zh else 'in a case:'} {keys}）" if keys else "")
        )
        headers, rows = field_rows(vocabulary, entity, lang)
        table = [headers, ["---"] * len(headers), *rows]
        lines += ["", *("| " + " | ".join(cells) + " |" for cells in table)]
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


RESULTS = {"true": Text("成立", "true"), "false": Text("不成立", "false"), "unknown": Text("未知", "unknown")}


def words_page(lang: str) -> str:
    """Return every keyword, operator and function: its spellings, what it does, and examples with their results."""
    zh = lang == "zh"
    lead = (
        "例子说的是这个支出项目（造价、批复没有列示）："
        if zh
        else "The examples speak of this budget line (its cost and approvals are not given):"
    )
    lines = [lead, "", "```yaml", SAMPLE.rstrip("\n"), "```", ""]
    spellings = {**KEYWORDS, **OPERATORS, **FUNCTIONS}
    for title, entries in SECTIONS:
        lines += [f"### {title.say(lang)}", ""]
        for entry in entries:
            words = [word for meaning in entry.meanings for word in spellings[meaning]]
            lines += [" ".join(f"`{word}`" for word in dict.fromkeys(words)), "", entry.text.say(lang), "", "```text"]
            for shown in entry.shown:
                result = RESULTS[shown.result].say(lang) if shown.result in RESULTS else shown.result
                lines.append((shown.zh if zh else shown.en) + (f" → {result}" if result else ""))
            lines += ["```", ""]
    return "\n".join(lines)


TYPES = {
    "money": ("金额", "money"),
    "percent": ("百分比", "percent"),
    "number": ("数字", "number"),
    "count": ("整数", "count"),
    "date": ("日期", "date"),
    "text": ("文字", "text"),
    "flag": ("是否", "yes or no"),
    "year": ("年度", "year"),
    "figure": ("自报数", "stated figure"),
}


def type_name(vocabulary: Vocabulary, field: Field, lang: str) -> str:
    """Return what a field holds, in words."""
    if field.ref:
        target = vocabulary.entities[field.ref]
        return f"指向 {target.zh}" if lang == "zh" else f"refers to {target.id}"
    if field.type in vocabulary.enumerations:
        known = vocabulary.enumerations[field.type]
        return ("、" if lang == "zh" else ", ").join(known.name(value, lang) for value in known.values)
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


def example_value(vocabulary: Vocabulary, field: Field, lang: str) -> str:
    """Return what may be written in a case for *field*; nothing for one that is worked out from others."""
    if field.type in vocabulary.enumerations:
        known = vocabulary.enumerations[field.type]
        return known.name(next(iter(known.values)), lang)
    if field.ref:
        return "a1"
    own = {"jurisdiction": '"430112"', "path": "a1.actual"}.get(field.id)
    usual = {
        "money": "244.58万元",
        "percent": "98.5%",
        "number": f"12.5{field.unit}",
        "count": f"12{field.unit}",
        "date": "2020-03-11",
        "flag": "是" if lang == "zh" else "true",
        "year": "2020",
        "text": "……",
    }
    return own or usual.get(field.type, "")


def field_rows(vocabulary: Vocabulary, entity: Entity, lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the table of the fields of one entity: names, what it holds, what may be written, other headings."""
    zh = lang == "zh"
    rows = []
    for field in entity.fields.values():
        names = [field.zh, field.id] if zh else [field.id, field.zh]
        other = ("、" if zh else ", ").join(field.aliases)
        rows.append([*names, type_name(vocabulary, field, lang), example_value(vocabulary, field, lang), other])
    return (
        ["字段", "英文", "类型", "例如", "别名"] if zh else ["field", "Chinese", "type", "such as", "aliases"]
    ), rows
