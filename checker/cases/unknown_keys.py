"""What to advise for a key of a case that is none: the usual word of ledgers, a unit behind it, or the place where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.base.errors import Text
from checker.base.patterns import pattern
from checker.base.values import half_width
from checker.cases.vocabulary import Entity, Vocabulary

Table = Mapping[str, tuple[str, Any]]
_UNIT = pattern(r"(.+?)\(?(?:单位[::])?(元|千元|万元|亿元|%)\)?")
USUAL = {
    "年初预算": ("预算金额", "预算总额", "预算额", "批复预算"),
    "实际支出": ("支出金额", "支出总额", "执行金额", "全年执行数", "预算执行数", "实际执行数", "实际支付"),
    "追加预算": ("追加数", "追加金额"),
    "上年结转": ("上年结余", "年初结转", "年初结余"),
    "年末结转": ("年末结余", "结转下年"),
    "批复日期": ("批复时间", "批准日期", "批准时间", "发文日期"),
    "付款日期": ("支付日期", "付款时间", "支付时间", "记账日期", "报销日期"),
    "付款金额": ("支付金额", "付款额", "报销金额"),
    "收款人": ("收款单位", "收款方", "收款人名称", "供应商", "供货商", "商户"),
    "付款摘要": ("用途", "事由", "款项用途"),
    "供应商": ("供货商", "乙方", "中标单位", "中标人", "中标供应商", "承包人", "承建单位"),
    "签订日期": ("签约日期", "签约时间", "合同签订日期", "签订时间", "合同日期"),
    "合同金额": ("合同价", "合同总额", "合同总价", "合同价款", "中标金额", "成交金额"),
    "合同标的": ("采购内容", "采购项目", "项目名称"),
    "在职人数": ("实有人数", "在编人数"),
}
"""What ledgers call a field, by its Chinese name; it is advised where the entry has that field."""


def usual(key: str, table: Table) -> str | None:
    """Return the name of the field of *table* that ledgers call *key*."""
    word = half_width(key).strip()
    return next((name for name, words in USUAL.items() if word in words and name in table), None)


def advice(
    key: str, entity: Entity, vocabulary: Vocabulary, table_of: Callable[[Vocabulary, Entity], Table]
) -> Text | None:
    """Return what to write for *key* of an *entity*; nothing where neither is known."""
    word, table = half_width(key).strip(), table_of(vocabulary, entity)
    if (with_unit := _UNIT.fullmatch(word)) and with_unit[1].rstrip("(") in table:
        name, unit = with_unit[1].rstrip("("), with_unit[2]
        return Text(
            f"写“{name}”，单位写在数的后面，例如 5{unit}",
            f"write {name!r}, and the unit behind the figure, such as 5{unit}",
        )
    if (name := usual(word, table)) is not None:
        return Text(f"您是不是想写：{name}", f"did you mean: {name}")
    homes = [
        other
        for other in vocabulary.entities.values()
        if other is not entity and any(word in (field.zh, field.id) for field in other.fields.values())
    ]
    homes.sort(key=lambda other: other.parent != entity.id)  # what stands below it comes first
    if not homes:
        return None
    zh = "、".join(other.zh for other in homes[:3])
    en = ", ".join(other.name("en") for other in homes[:3])
    return Text(
        f"“{word}”是{zh}的一栏：写在{zh}的一条里", f"{word!r} is a field of: {en}; write it in an entry of that kind"
    )
