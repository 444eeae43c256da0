"""New case files: the vocabulary's fields as a form in Chinese, part by part, filled in from top to bottom.

A value still to be filled in stands as 待填 and counts as not given, so that a form loads from the first minute on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.width import width
from checker.cases.vocabulary import Entity, Field, Vocabulary

TO_FILL = "待填"
_MARGIN = 34
"""Column at which comments begin, where what stands before them is shorter."""


class Row(NamedTuple):
    """One entry of a list: what is known of it already, and the fields to fill in."""

    given: tuple[tuple[str, str], ...]
    fields: tuple[str, ...]
    inside: tuple[Block, ...] = ()


class Block(NamedTuple):
    """A list of facts: with its rows written out, or (a register) 待填 with one sample row as a comment."""

    entity: str
    rows: tuple[Row, ...]
    register: bool = False


class Part(NamedTuple):
    """One section of the form: its title, a hint, fields of the unit and lists."""

    title: Text
    hint: str = ""
    fields: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


_MONEY = ("initial_budget", "added_budget", "adjusted_budget", "actual", "carry_in", "carry_out")
_ITEM = (
    "name",
    "initial_budget",
    "added_budget",
    "adjusted_budget",
    "actual",
    "carry_in",
    "carry_out",
    "deviation_reason",
    "is_it",
    "cost",
)
_APPROVALS = Block("approval", (Row((), ("number", "date", "amount", "kind", "approver")),), True)
_REVIEWS = Block("review", (Row((), ("level", "result", "date", "reviewer")),), True)
_CONTRACTS = Part(
    Text("采购和合同", "procurement and contracts"),
    "没有采购的写“无”",
    ("procurement_budget", "procurement_actual"),
    (
        Block(
            "contract",
            (
                Row(
                    (("id", "ht-1"),),
                    (
                        "subject_matter",
                        "line",
                        "supplier",
                        "catalogue_item",
                        "category",
                        "method",
                        "amount",
                        "sign_date",
                    ),
                ),
            ),
            True,
        ),
    ),
)
_SCORES = ("name", "target", "done", "weight", "score", "reason")


def _line(ident: str, kind: str, parent: str, name: str, fields: tuple[str, ...], *inside: Block) -> Row:
    given = [("id", ident), ("kind", kind), ("parent", parent), ("name", name)]
    return Row(tuple((key, value) for key, value in given if value), fields, inside)


_STATED = Part(
    Text("报告自己说的数", "figures the report states"),
    "合计、差额、完成率、增幅逐句照抄，由本工具复算；金额、比率、数量只留一个",
    (),
    (
        Block(
            "stated_figure",
            (
                Row(
                    (("id", "zb-1"),),
                    ("text", "kind", "amount", "rate", "count"),
                    (Block("operand", (Row((), ("role", "path")),)),),
                ),
            ),
            True,
        ),
    ),
)
DEPARTMENT = {
    "staff": Part(
        Text("人员", "staff"),
        "只计在职在编；雇员、临聘另列",
        ("establishment", "in_service", "prior_in_service", "government_employees", "temporary_staff"),
    ),
    "budget": Part(
        Text("预算执行", "budget execution"),
        "总额报告没有写的整行删去，由分项推算；明细项目有几个抄几段",
        ("income", "running_budget", "running_actual", "payment_progress", "planned_progress", "key_project_budget"),
        (
            Block(
                "budget_line",
                (
                    _line("total", "总支出", "", "总支出", (*_MONEY, "adjustment")),
                    _line("basic", "基本支出", "total", "基本支出", _MONEY),
                    _line("project", "项目支出", "total", "项目支出", _MONEY),
                    _line("item-1", "明细项目", "project", "", _ITEM, _APPROVALS, _REVIEWS),
                ),
            ),
        ),
    ),
    "three-public": Part(
        Text("三公经费", "the three public expenses"),
        "四项都没有的，把这一段换成“三公经费: 无”",
        (),
        (
            Block(
                "three_public_line",
                tuple(
                    Row((("kind", kind),), ("budget", "actual", "prior_budget", "prior_actual"))
                    for kind in ("因公出国", "公车购置", "公车运行", "公务接待")
                ),
            ),
        ),
    ),
    "procurement": _CONTRACTS,
    "assets": Part(
        Text("资产和车辆", "assets and cars"),
        "按年末资产报表原值",
        ("fixed_assets", "fixed_assets_in_use", "prior_fixed_assets", "cars", "car_quota"),
    ),
    "investment": Part(
        Text("政府投资和楼堂馆所", "government investment and buildings"),
        "",
        (),
        (
            Block(
                "investment",
                (
                    Row(
                        (("id", "tz-1"),),
                        (
                            "name",
                            "estimate",
                            "approved_estimate",
                            "final_account",
                            "is_building",
                            "approved_area",
                            "built_area",
                        ),
                    ),
                ),
                True,
            ),
        ),
    ),
    "results": Part(
        Text("履职产出", "results"),
        "没有台账的留着",
        (
            "planned_tasks",
            "completed_tasks",
            "timely_tasks",
            "qualified_tasks",
            "assigned_key_tasks",
            "completed_key_tasks",
        ),
    ),
    "publication": Part(
        Text("批复和公开", "approval and publication"),
        "",
        ("budget_reply_date", "budget_publication_date", "final_reply_date", "final_publication_date"),
    ),
    "self-score": Part(
        Text("自评得分", "self-evaluation"),
        "",
        ("reported_score", "reported_grade", "difficulties"),
        (Block("indicator", (Row((("id", "jx-1"),), ("level", *_SCORES)),), True),),
    ),
    "stated": _STATED,
}
PROJECT = {
    "project": Part(
        Text("项目预算执行", "the project's budget"),
        "一个项目一段；有几个项目抄几段",
        (),
        (
            Block(
                "budget_line",
                (
                    _line(
                        "item-1",
                        "明细项目",
                        "",
                        "",
                        (*_ITEM, "purpose", "first_year", "first_payment_date"),
                        _APPROVALS,
                        _REVIEWS,
                    ),
                ),
            ),
        ),
    ),
    "procurement": _CONTRACTS,
    "indicators": Part(
        Text("绩效指标", "performance indicators"),
        "每个三级指标一段；权重合计 100",
        (),
        (
            Block(
                "indicator",
                tuple(
                    Row((("id", f"jx-{n}"), ("level", level)), _SCORES)
                    for n, level in enumerate(("投入指标", "产出指标", "效益指标", "满意度指标"), 1)
                ),
            ),
        ),
    ),
    "self-score": Part(Text("自评得分", "self-evaluation"), "", ("reported_score", "reported_grade", "difficulties")),
    "stated": _STATED,
}
KINDS = {"department": DEPARTMENT, "project": PROJECT}
"""Each kind of self-evaluation with its parts, in the order in which they are filled in."""
TITLES = {
    "department": Text("部门整体支出绩效自评", "self-evaluation of a department"),
    "project": Text("项目支出绩效自评", "self-evaluation of a project"),
}


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
    known, root = KINDS[kind], vocabulary.root
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
    wanted = _chosen(KINDS[kind], parts, Text("部分", "part")) or list(KINDS[kind])
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
