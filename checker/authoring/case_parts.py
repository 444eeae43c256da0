"""What the forms of case files ask for: the parts of each kind of self-evaluation with their fields and lists, as data."""

from __future__ import annotations

from typing import NamedTuple

from checker.base.errors import Text


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
