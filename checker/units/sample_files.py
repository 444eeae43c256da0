"""A sample as people work with it: a list to fill in (CSV), and beside it the plan that it was drawn by, which is read with it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from checker import __version__
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.files import read_member
from checker.base.values import format_money
from checker.reports.safe import cell
from checker.units.sampling import Drawn, Estimate, Found, Item, Plan, key_of

FORMAT = "checker-sample/1"
HEADS = {
    "no": Text("序号", "No"),
    "unit": Text("单位", "Unit"),
    "year": Text("年度", "Year"),
    "name": Text("对象", "Item"),
    "id": Text("编号", "Id"),
    "amount": Text("账面金额（元）", "Amount (yuan)"),
    "certain": Text("必查", "Certain"),
    "audited": Text("审定金额（元）", "Audited amount (yuan)"),
    "note": Text("说明", "Remarks"),
    "key": Text("键（请勿改动）", "Key (leave as it is)"),
}
_YUAN = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")


def plan_file(file: str) -> str:
    """Return where the plan of a list lies."""
    return str(Path(file).with_suffix(".sample.json"))


def as_list(drawn: Sequence[Drawn], lang: str) -> bytes:
    """Return the list of a sample to fill in."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head.say(lang) for head in HEADS.values())
    yes = Text("是", "yes").say(lang)
    for number, each in enumerate(drawn, 1):
        item = each.item
        texts = [str(number), cell(item.unit), str(item.year or ""), cell(item.name), cell(item.id)]
        writer.writerow([*texts, yuan(item.amount), yes if each.certain else "", "", "", key_of(item)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def as_plan(made: Plan, drawn: Sequence[Drawn], of: Mapping[str, Any]) -> bytes:
    """Return the plan of a sample: whoever draws by it again comes to the same items."""
    fields = {**made._asdict(), "confidence": str(made.confidence)}
    items = [
        {**each.item._asdict(), "key": key_of(each.item), "hits": each.hits, "certain": each.certain} for each in drawn
    ]
    told = {"format": FORMAT, "checker": __version__, **of, "plan": fields, "items": items}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def read_sample(file: str) -> tuple[Plan, tuple[Found, ...]]:
    """Return a sample that was filled in, with its plan; raises InputError with every line that does not fit."""
    made, drawn = _plan(plan_file(file))
    try:
        rows = list(csv.reader(io.StringIO(_decoded(read_member(Path(file)))), strict=True))
    except (UnicodeDecodeError, csv.Error):
        told = Text("不是 UTF-8 或 GBK 的 CSV", "this is no CSV in UTF-8 or GBK")
        hint = Text("在表格程序里另存为“CSV UTF-8”", "save it as “CSV UTF-8”")
        raise InputError([Problem("sample", Place(file), told, hint)]) from None
    heads = rows[0] if rows else []
    at = {name: next((n for n, head in enumerate(heads) if head.strip() in said), -1) for name, said in HEADS.items()}
    problems: list[Problem] = []
    for name in ("amount", "audited", "key"):
        if at[name] < 0:
            told = Text(f"没有“{HEADS[name].zh}”这一列", f"the column {HEADS[name].en!r} is missing")
            problems.append(Problem("sample", Place(file, 1), told))
    if problems:
        raise InputError(problems)
    found: dict[str, Found] = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(text.strip() for text in row):
            continue
        row = [*row, *[""] * (len(heads) - len(row))]
        place, key = Place(file, number), row[at["key"]].strip()
        if key not in drawn or key in found:
            told = Text("这一行不在样本里，或者有两行", "this line is not in the sample, or is there twice")
            problems.append(Problem("sample", place, told))
            continue
        booked, audited = _fen(row[at["amount"]]), _fen(row[at["audited"]])
        if booked != drawn[key].item.amount:
            told = Text("账面金额被改动过", "the amount was changed")
            problems.append(
                Problem("sample", place, told, Text(yuan(drawn[key].item.amount), yuan(drawn[key].item.amount)))
            )
        elif audited is None or audited < 0:
            shown = row[at["audited"]].strip()
            told = Text(f"审定金额“{shown}”不是金额", f"the audited amount {shown!r} is no amount")
            hint = Text(
                "写元，最多两位小数；没有差错的照写账面金额，不该付的写 0",
                "in yuan with two decimals at most; the amount itself where nothing is wrong, 0 where nothing was due",
            )
            problems.append(Problem("sample", place, told, hint))
        else:
            found[key] = Found(drawn[key], audited)
    missing = [each.item for key, each in drawn.items() if key not in found]
    if missing and not problems:
        told = Text(
            f"样本里有 {len(missing)} 项没有：{missing[0].unit} {missing[0].name}",
            f"{len(missing)} items of the sample are missing: {missing[0].unit} {missing[0].name}",
        )
        problems.append(Problem("sample", Place(file), told))
    if problems:
        raise InputError(problems)
    return made, tuple(found[key] for key in drawn)


def _plan(file: str) -> tuple[Plan, dict[str, Drawn]]:
    try:
        told = json.loads(read_member(Path(file)), parse_float=_no_float)
        given = told["plan"]
        if told["format"] != FORMAT:
            raise ValueError
        made = Plan(Fraction(given["confidence"]), *(int(given[name]) for name in Plan._fields[1:]))
        drawn = {}
        for each in told["items"]:
            item = Item(*(each[name] for name in Item._fields))
            if each["key"] not in (key_of(item), key_of(item)[1:]) or each["certain"] != (item.amount >= made.interval):
                raise ValueError
            drawn[each["key"]] = Drawn(item, each["hits"], each["certain"])
        if not 0 < made.risk < 1 or made.interval < 1 or len(drawn) != len(told["items"]):
            raise ValueError
    except (ValueError, KeyError, TypeError, ZeroDivisionError):
        told_ = Text(
            "不是抽样时写的计划，或者被改动过", "this is not the plan that the sample was drawn by, or it was changed"
        )
        raise InputError([Problem("sample", Place(file), told_, Text("恢复原来的文件", "restore the file"))]) from None
    return made, drawn


def _decoded(data: bytes) -> str:
    """Return the text of a list; Excel saves what it was given in UTF-8 in the code page of the machine."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _no_float(text: str) -> Any:
    raise ValueError(text)


def yuan(fen: int) -> str:
    """Return an amount in yuan with two decimals, as a plain number."""
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02}"


def _fen(text: str) -> int | None:
    match = _YUAN.fullmatch(text.strip().lstrip("¥￥"))
    if match is None:
        return None
    sign, whole, part = match.groups()
    fen = int(whole.replace(",", "")) * 100 + int((part or "").ljust(2, "0"))
    return -fen if sign else fen


def plan_told(made: Plan, drawn: Sequence[Drawn], lang: str) -> list[str]:
    """Return how a sample was come by, with its arithmetic."""
    from checker.units.poisson import factor

    zh, certain = lang == "zh", sum(each.certain for each in drawn)
    first = factor(0, made.risk)
    size, interval = f"{made.size:,}", _money(made.interval, lang)
    whole, most = _money(made.population, lang), _money(made.tolerable, lang)
    if not made.expected:
        worked = (
            f"样本量：{_plain(first)} × {whole} ÷ {most}，进位取整 = {size}"
            if zh
            else f"size: {_plain(first)} x {whole} / {most}, rounded up = {size}"
        )
    else:
        hits = -(-made.size * made.expected // made.population)
        factor_ = _plain(factor(hits, made.risk))
        worked = (
            f"样本量：预计错报 {_money(made.expected, lang)}，按抽到 {hits} 个错报，系数 {factor_} × {whole} ÷ {most}，进位取整 = {size}"
            if zh
            else f"size: {_money(made.expected, lang)} expected, {hits} misstatements found, factor {factor_} x {whole} / {most}, rounded up = {size}"
        )
    lines = [
        f"总体 {made.items:,} 项 {whole}，可信赖程度 {_percent(made.confidence)}，可容忍错报 {most}"
        if zh
        else f"population {made.items:,} items, {whole}; confidence {_percent(made.confidence)}; tolerable misstatement {most}",
        worked,
        f"抽样间隔：{whole} ÷ {size}，舍去分以下 = {interval}；随机起点 {_money(made.start, lang)}（种子 {made.seed}）"
        if zh
        else f"interval: {whole} / {size}, rounded down to the fen = {interval}; random start {_money(made.start, lang)} (seed {made.seed})",
        f"抽出 {len(drawn):,} 项，其中金额达到间隔、必查的 {certain:,} 项"
        if zh
        else f"{len(drawn):,} items drawn, {certain:,} of them of an interval or more and looked at for certain",
    ]
    return [*lines, SOURCE.say(lang)]


SOURCE = Text(
    "系数是泊松分布均值的上限，用整数精确算出、进到百分位，和 AICPA《Audit Sampling》指南的信赖系数表相同（风险 5%、10%，0 到 20 个错报，据转载核对）",
    "factors are upper limits of a Poisson mean, worked out exactly and rounded up to hundredths; the same as the table of confidence factors of the AICPA guide Audit Sampling (risks of 5 and 10 %, 0 to 20 misstatements, compared with a reprint)",
)


def estimate_told(made: Plan, came: Estimate, lang: str) -> list[str]:
    """Return what a sample says of the population, with its arithmetic."""
    zh = lang == "zh"
    lines = []
    for found, taint, projected, grows in came.steps:
        item = found.drawn.item
        lines.append(
            f"{item.unit} {item.name or item.id}：错报 {_money(item.amount - found.audited, lang)}，占 {_percent(taint)}，× 间隔 = {_money(projected, lang)}；系数增量 {_plain(grows)}"
            if zh
            else f"{item.unit} {item.name or item.id}: {_money(item.amount - found.audited, lang)} too much, {_percent(taint)} x interval = {_money(projected, lang)}; factor grows by {_plain(grows)}"
        )
    bound, most = _money(came.bound, lang), _money(made.tolerable, lang)
    lines += (
        [
            f"多列：必查项目里查出 {_money(came.known, lang)}；连同推断的合计 {_money(came.projected, lang)}",
            f"多列的上限 = {_money(came.projected, lang)} + 基本精确度 {_money(came.basic, lang)} + 增量 {_money(came.increment, lang)}，合计（进到分）{bound}",
            f"少列：推断 {_money(came.under, lang)}（货币单元抽样对少列不给上限）",
            f"结论：以 {_percent(made.confidence)} 的可信赖程度，多列不超过 {bound}，"
            + (
                f"没有超过可容忍错报 {most}"
                if came.accepted
                else f"超过可容忍错报 {most}，不能接受：扩大检查，或请单位更正"
            ),
        ]
        if zh
        else [
            f"overstatement: {_money(came.known, lang)} found in items looked at for certain; {_money(came.projected, lang)} with what is projected",
            f"bound = {_money(came.projected, lang)} + basic precision {_money(came.basic, lang)} + increments {_money(came.increment, lang)}, together, rounded up to the fen, {bound}",
            f"understatement: {_money(came.under, lang)} projected (this kind of sample does not bound it)",
            f"with a confidence of {_percent(made.confidence)}, no more than {bound} is overstated, "
            + (
                f"within the tolerable {most}"
                if came.accepted
                else f"beyond the tolerable {most}: look at more, or have the unit correct it"
            ),
        ]
    )
    return lines


def _money(fen: int, lang: str) -> str:
    return format_money(fen, "元", 2, lang) if lang == "zh" else format_money(fen, lang=lang)


def _plain(number: Fraction) -> str:
    hundredths = number * 100
    return f"{int(hundredths) // 100}.{int(hundredths) % 100:02}"


def _percent(part: Fraction) -> str:
    from checker.base.values import format_ratio

    return format_ratio(part.numerator, part.denominator)
