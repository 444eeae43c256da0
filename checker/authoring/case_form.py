"""New case files: the vocabulary's fields as a form in Chinese, part by part, filled in from top to bottom.

A value still to be filled in stands as 待填 and counts as not given, so that a form loads from the first minute on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from checker.authoring.case_parts import KINDS, TITLES, Block, Row
from checker.authoring.own_form import kinds
from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.width import width
from checker.cases.vocabulary import Entity, Field, Vocabulary

TO_FILL = "待填"
_MARGIN = 34
"""Column at which comments begin, where what stands before them is shorter."""


def new_case(
    vocabulary: Vocabulary,
    kind: str,
    unit: dict[str, str],
    parts: Sequence[str] = (),
    amounts: str = "万元",
    documents: Sequence[str] = (),
) -> str:
    """Return the text of a new case file; *unit* holds the values of the unit's own fields by id.

    *documents* are the kinds of document it transcribes; without any, the line stands there as a comment. Raises InputError for a kind, part or value that does not exist.
    """
    wanted, names = checked(vocabulary, kind, unit, parts, documents)
    known, root = kinds(vocabulary)[kind], vocabulary.root
    lines = [
        f"# {TITLES[kind].zh}案例：自上而下填。报告有的数照抄；报告写“无”的填 无；报告没有写的，整行删去。",
        f"# 还没有填的留着“{TO_FILL}”，当作还不知道；填一项删一个。每个数都可以写出处：{{值: 10, 出处: 第3页}}。",
        "",
    ]
    for name, value in unit.items():
        field = root.fields[name]
        lines.append(_commented(f"{field.zh}: {_quoted(field, value)}", _hint(vocabulary, field, False)))
    lines.append(
        _commented(
            f"金额口径: {{单位: {amounts}, 小数位数: {0 if amounts == '元' else 2}}}", "没有写单位的金额按这个读"
        )
    )
    lines.append(_document(vocabulary, kind, names))
    lines.append("# 转录: 全文                      # 全文都录了以后，删去前面的 #：报告没有写的，就是没有披露")
    for number, name in enumerate(wanted, 1):
        part = known[name]
        lines += ["", f"# {number}. {part.title.zh}{'（' + part.hint + '）' if part.hint else ''}"]
        lines += [_commented(f"{root.fields[f].zh}: {TO_FILL}", _hint(vocabulary, root.fields[f])) for f in part.fields]
        for block in part.blocks:
            lines += _block(vocabulary, block, "")
    return "\n".join(lines) + "\n"


DOCUMENTS = {"department": "whole_evaluation", "project": "project_evaluation"}
"""The kind of document that each kind of self-evaluation is."""


def checked(
    vocabulary: Vocabulary, kind: str, unit: dict[str, str], parts: Sequence[str], documents: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return the parts that are wanted and the names of the documents; raises InputError for what does not exist."""
    _chosen(KINDS, [kind], Text("种类", "kind"))
    known_parts = kinds(vocabulary)[kind]
    wanted = _chosen(known_parts, parts, Text("部分", "part")) or list(known_parts)
    for name, value in unit.items():
        _valid(vocabulary, vocabulary.root.fields[name], value)
    known = vocabulary.enumerations["document_kind"]
    _chosen(known.by_name, documents, Text("材料种类", "kind of document"))
    return wanted, [known.name(known.by_name[word], "zh") for word in documents]


def _document(vocabulary: Vocabulary, kind: str, names: Sequence[str]) -> str:
    """Return the line that says which document the case transcribes."""
    if not names:
        known = vocabulary.enumerations["document_kind"]
        line = f"# 材料: {known.name(DOCUMENTS[kind], 'zh')}"
        return _commented(line, "只录了这一种材料的，删去前面的 #：材料里不会写的就不问")
    return _commented(f"材料: {names[0] if len(names) == 1 else '[' + ', '.join(names) + ']'}", "材料里不会写的不问")


def _chosen(known: Mapping[str, object], names: Sequence[str], what: Text) -> list[str]:
    for name in names:
        if name not in known:
            told = Text(f"没有“{name}”这个{what.zh}", f"there is no {what.en} {name!r}")
            hint = did_you_mean(name, list(known)) or Text("有：" + "、".join(known), "there are: " + ", ".join(known))
            raise InputError([Problem("no-part", Place("checker new-case"), told, hint)])
    return [name for name in known if name in names]


def _valid(vocabulary: Vocabulary, field: Field, value: str) -> None:
    """Refuse a value of the unit that the loader would refuse."""
    enumeration = vocabulary.enumerations.get(field.type)
    if enumeration is not None and value not in enumeration.by_name:
        told = Text(f"{field.zh}没有“{value}”这一种", f"{value!r} is no {field.name('en')}")
        hint = did_you_mean(value, list(enumeration.by_name)) or Text(
            "可写：" + "、".join(n[0] for n in enumeration.values.values()), "one of: " + ", ".join(enumeration.values)
        )
        raise InputError([Problem("choice", Place("checker new-case"), told, hint)])
    good = value.isascii() and value.isdigit()
    if field.type == "year" and not (good and "1949" <= value <= "2199" and len(value) == 4):
        told = Text(f"“{value}”不是年份", f"{value!r} is not a year")
        raise InputError([Problem("bad-year", Place("checker new-case"), told, Text("例如 2020", "such as 2020"))])
    if not value.strip() or not value.isprintable():
        told = Text(
            f"{field.zh}是空的，或有不能显示的字符",
            f"{field.name('en')} is empty or holds characters that cannot be shown",
        )
        raise InputError([Problem("empty", Place("checker new-case"), told, Text("写单位全称", "write the full name"))])


def _quoted(field: Field, value: str) -> str:
    """Return *value* as YAML reads it back; what is free text is quoted."""
    return json.dumps(value, ensure_ascii=False) if field.type == "text" else value


def _hint(vocabulary: Vocabulary, field: Field, paper: bool = True) -> str:
    """Return what may stand in a field, and which paper it is copied from."""
    enumeration = vocabulary.enumerations.get(field.type)
    shapes = {"percent": "写 %", "date": "例如 2020-06-30", "flag": "是 或 否", "year": "例如 2020"}
    shape = shapes.get(field.type, field.unit)
    if enumeration is not None:
        shape = " ".join(words[0] for words in enumeration.values.values())
    elif field.ref:
        shape = f"{vocabulary.entities[field.ref].zh}的编号"
    told = field.paper.zh if paper and field.paper else ""
    return "；".join(each for each in (shape, told) if each)


def _commented(text: str, hint: str) -> str:
    return text + " " * max(2, _MARGIN - width(text)) + "# " + hint if hint else text


def _block(vocabulary: Vocabulary, block: Block, indent: str) -> Iterator[str]:
    entity = vocabulary.entities[block.entity]
    key = entity.collection[-1]
    if not block.register:
        yield f"{indent}{key}:"
        for row in block.rows:
            yield from _row(vocabulary, entity, row, indent + "  ")
        return
    yield _commented(f"{indent}{key}: {TO_FILL}", "没有的写 无；有的删去“待填”，照下面每条一段，去掉前面的 #")
    for row in block.rows:
        for line in _row(vocabulary, entity, row, indent + "  "):
            yield indent + "#" + line.removeprefix(indent)


def _row(vocabulary: Vocabulary, entity: Entity, row: Row, indent: str) -> Iterator[str]:
    lead = "- "
    for name, value in row.given:
        field = entity.fields[name]
        yield indent + lead + f"{field.zh}: {value}"
        lead = "  "
    for name in row.fields:
        field = entity.fields[name]
        yield _commented(f"{indent}{lead}{field.zh}: {TO_FILL}", _hint(vocabulary, field))
        lead = "  "
    for block in row.inside:
        yield from _block(vocabulary, block, indent + "  ")
