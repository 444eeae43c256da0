"""What is missing to judge a check: its name, what is said of it, and the paper that would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from checker.base.errors import Text
from checker.base.named import NamedTuple
from checker.cases.case import Case, Fact
from checker.cases.papers import Paper
from checker.cases.vocabulary import Vocabulary
from checker.engines.outcome import Check
from checker.findings.shown import value_text
from checker.language.causes import Missing

SHOWN = 6
"""How many names of missing things a sentence has; of the rest it says how many there are."""
SAID = {
    "": Text("报告未提供", "the report does not provide"),
    "question": Text("报告没有写明", "the report does not say"),
    "none": Text("报告写明没有", "stated as none:"),
    "partial": Text("没有列全：", "not listed in full:"),
    "empty": Text("没有", "there is no"),
    "inferred": Text("只是推断，没有书面依据：", "only inferred, without a document:"),
    "unconfirmed": Text("还没有人确认：", "nobody has confirmed:"),
    "no_parameter": Text("没有核实", "not verified:"),
    "unlisted": Text("金额表里认不出", "not recognised in the table of amounts:"),
    "last_digit": Text("末位四舍五入可以改变结论，需要", "the last digit decides; needed:"),
    "coarse": Text("列示的不够细，需要", "not in the detail that would decide; needed:"),
    "peers": Text("不足以比较：", "not enough to compare:"),
    "earlier": Text("这次检查里没有", "not in this run:"),
    "alone": Text("需要一起检查", "to be judged together with"),
}
"""What is said of what is missing, by why it is; the empty word stands for all others."""
WHY = {
    "not_given": Text("没有列示", "not given"),
    "none": Text("报告写“无”", "stated as none"),
    "not_disclosed": Text("报告没有披露", "not disclosed"),
    "absent": Text("没有列示", "not given"),
    "partial": Text("没有列全", "not complete"),
    "zero": Text("分母为零或不是正数", "the denominator is zero or not positive"),
    "no_parameter": Text("这一年度、地区没有核实的取值", "no verified value for this year and place"),
    "unlisted": Text(
        "不是以金额表里的一个名称开头，或写了几个名称",
        "does not begin with a name of the table of amounts, or holds several",
    ),
    "inferred": Text("只是推断，要有书面依据", "only inferred; needs a document"),
    "unconfirmed": Text("从材料里读出，还没有人确认", "read from the document, nobody has confirmed it"),
    "empty": Text("一条也没有", "there is none"),
    "unspread": Text("没有写分到哪几项、各多少", "not said which lines it was given to, and how much to each"),
    "coarse": Text("列示的不够细，还不能判断", "given, but not in the detail that would decide"),
    "last_digit": Text("末位四舍五入可以改变结论，要准确到分的数", "the last digit decides; an exact amount is needed"),
    "peers": Text(
        "有数的同类单位太少，或者缺数的几家可以改变结论",
        "too few peers have the figure, or those that lack it could turn the outcome",
    ),
    "earlier": Text(
        "没有上一年度的案例，或那里没有这个数", "there is no case of the year before, or it lacks the figure"
    ),
    "alone": Text("要和别的案例一起检查", "it is judged together with other cases"),
}
OTHERS = {
    "peers": Text("同类单位的数", "figures of the peers"),
    "earlier": Text("上一年度案例的数", "the figure in the case of the year before"),
    "alone": Text("其他单位或年度的案例", "cases of other units or years"),
}
"""What is missing in other cases, by why it is."""


class Wanted(NamedTuple):
    """What would settle something that is missing: a document, whom to ask for it (a key of WHOM), whether it can be there yet.

    `listed` names the list where only the word is missing that it is whole; `advice` is set where no document settles it, and
    `text` says what to do.
    """

    text: Text
    listed: Text | None = None
    whom: str = ""
    advice: bool = False
    there: bool = True


def base_name(operand: Fact, case: Case, lang: str) -> str:
    """Return which figure an operand is, when it is the base of a rate."""
    if operand.values.get("role") not in ("denominator", "base") or "figure" not in operand.follows:
        return ""
    fact, name = operand.follows["figure"]
    field = case.vocabulary.entities[fact.entity].fields[name]
    return f"{case.label(fact)}的{field.zh}" if lang == "zh" else f"{field.name('en')} of {case.label(fact)}"


def missing_name(missing: Missing, check: Check, lang: str) -> str:
    """Return what is missing, by name."""
    vocabulary: Vocabulary = check.judge.plan.book.vocabulary
    if missing.why == "no_parameter":
        parameter = check.judge.plan.book.parameters[missing.name]
        return f"参数“{parameter.zh}”的取值" if lang == "zh" else f"the value of {parameter.id}"
    if missing.why in OTHERS:
        return OTHERS[missing.why].say(lang)
    if missing.fact is None:
        return WHY[missing.why].say(lang)
    entity = vocabulary.entities.get(missing.fact.entity.removesuffix("*"))
    if entity is not None and missing.name in entity.fields:
        return entity.fields[missing.name].name(lang)
    if missing.name == "members" and entity is not None:
        if _whole_group(missing):
            return entity.name(lang)
        return f"{entity.zh}的归属" if lang == "zh" else f"where each {entity.name('en')} belongs"
    if entity is not None and entity.tree and missing.name == entity.tree[2][0]:
        return "分项" if lang == "zh" else "parts"
    relation = vocabulary.relations(entity.id).get(missing.name) if entity is not None else None
    if relation is None:
        relation = (
            next((r for r in vocabulary.relations(entity.id).values() if r.key == missing.name), None)
            if entity
            else None
        )
    if relation is not None:
        target = vocabulary.entities[relation.target]
        return relation.zh if lang == "zh" else target.name("en")
    named = vocabulary.entity_named(missing.name)
    return named.name(lang) if named else missing.name


def missing_names(check: Check, lang: str) -> list[str]:
    """Return everything that is missing, by name, each once; another fact's field says whose it is."""
    return list(dict.fromkeys(_name(missing, check, lang) for missing in check.missing))


def _name(missing: Missing, check: Check, lang: str) -> str:
    name, zh = missing_name(missing, check, lang), lang == "zh"
    if missing.why == "zero" and missing.fact is not None:
        return _no_base(missing.fact, missing.name, name, check, lang)
    if missing.why == "last_digit":
        name = f"{name}（准确到分）" if zh else f"{name} (to the fen)"
    if missing.why == "coarse" and missing.fact is not None and isinstance(missing.fact.values.get(missing.name), date):
        name = f"{name}前后的放假安排" if zh else f"the holidays around the {name}"
    elif missing.why == "coarse":
        name = f"{name}的逐项明细" if zh else f"{name} in detail"
    if missing.fact is not None and missing.fact is not check.subject and missing.fact.owner is not None:
        owner = check.case.label(missing.fact)
        name = f"{owner}的{name}" if zh else f"{name} of {owner}"
    if missing.why == "unspread":
        name = f"{name}怎样分到各项" if zh else f"how the {name} was shared out"
    return name


def lacking(check: Check, lang: str) -> list[tuple[str, str]]:
    """Return everything that is missing as what is said of it ("报告未提供") and its name, each once."""
    found: dict[tuple[str, str], None] = {}
    for missing in check.missing:
        said = _said(missing, check).say(lang)
        found[said, _name(missing, check, lang)] = None
    return list(found)


def lacking_text(check: Check, lang: str) -> str:
    """Return everything that is missing in one sentence."""
    return lacking_said(lacking(check, lang), lang)


def lacking_said(pairs: Iterable[tuple[str, str]], lang: str) -> str:
    """Return what is missing, as `lacking` has it, in one sentence; of a long list the first names and how many there are."""
    by_word: dict[str, dict[str, None]] = {}
    for word, name in pairs:
        by_word.setdefault(word, {})[name] = None
    return ("；" if lang == "zh" else "; ").join(_said_of(word, list(names), lang) for word, names in by_word.items())


def _said_of(said: str, names: Sequence[str], lang: str) -> str:
    """Return what is said of things that are missing with their names."""
    zh = lang == "zh"
    told = ("、" if zh else ", ").join(names[:SHOWN])
    if len(names) > SHOWN:
        told += f"等 {len(names)} 项" if zh else f" and {len(names) - SHOWN} more"
    return told if not said else f"{said}{told}" if zh else f"{said} {told}"


def _said(missing: Missing, check: Check) -> Text:
    """Return what is said of one thing that is missing; nothing where its name says it all."""
    if missing.why == "zero":
        return Text("", "")
    if list_asked(missing, check) and missing.why == "partial":
        return Text("报告没有写明是否列全：", "the report does not say whether these are all:")
    known = _paper_of(missing, check)
    if missing.why in SAID:
        return SAID[missing.why]
    flag = missing_name(missing, check, "zh").startswith("是否")
    return SAID["question"] if flag or (known is not None and known.question) else SAID[""]


def _no_base(fact: Fact, field: str, name: str, check: Check, lang: str) -> str:
    """Return which figure is the base of no rate, and why: zero, below zero, or not to be told from zero as it is printed."""
    cell, zh = fact.cells.get(field), lang == "zh"
    if field == "figure":
        if named := base_name(fact, check.case, lang):
            name = named
        elif "role" in fact.values:
            role = check.case.vocabulary.enumerations["operand_role"]
            printed = value_text(check.case, fact, field, lang) if cell is not None else ""
            name = f"{role.name(str(fact.values.get('role', '')), lang)} {printed}".rstrip()
    elif fact is not check.subject and fact.owner is not None:
        owner = check.case.label(fact)
        name = f"{owner}的{name}" if zh else f"{name} of {owner}"
    if cell is not None and cell.value < 0:
        return f"{name}为负数，不能作分母" if zh else f"{name} is negative and no base of a rate"
    if cell is not None and cell.value > 0:
        return f"{name}小到可能是零，不能作分母" if zh else f"{name} is as good as zero and no base of a rate"
    return f"{name}为零，没有比率" if zh else f"{name} is zero and gives no rate"


def list_asked(missing: Missing, check: Check) -> bool:
    """Whether what is missing is no more than the word that a list is whole."""
    fact = missing.fact
    if fact is None or missing.why not in ("partial", "absent"):
        return False
    tree = check.case.vocabulary.entities[fact.entity].tree if fact.entity in check.case.vocabulary.entities else None
    if missing.why == "partial" and _whole_group(missing):
        return True
    return (missing.why == "partial" and fact is check.case.root) or (tree is not None and missing.name == tree[2][0])


def _whole_group(missing: Missing) -> bool:
    """Whether what is missing of a group is that its list is whole: every entry there says which group it belongs to."""
    fact = missing.fact
    return (
        fact is not None and missing.name == "members" and fact.entity.endswith("*") and not fact.related.get("stray")
    )


OF_ONE = ("zero", "partial")
"""Why something is missing, where what would settle it depends on of which fact it is, not only on its kind."""


def wanted(missing: Missing, check: Check) -> Wanted:
    """Return what would settle one thing that is missing."""
    if list_asked(missing, check):
        return Wanted(_both(paper, missing, check), _both(_list_name, missing, check))
    known = _paper_of(missing, check)
    text = _both(paper, missing, check)
    if missing.why in ("zero", "no_parameter", "unlisted", "none", "empty", "unconfirmed", *OTHERS) or (
        known is not None and known.question
    ):
        return Wanted(text, advice=True)
    there = known is None or known.there(check.case.year, check.case.root.values.get("report_date"))
    return Wanted(text, whom="finance" if known is None else known.whom, there=there)


def paper(missing: Missing, check: Check, lang: str) -> str:
    """Return the document that would settle a missing fact, or what to do where none does."""
    name, zh = missing_name(missing, check, lang), lang == "zh"
    if missing.why == "no_parameter":
        return f"核实{name}" if zh else f"verify {name}"
    if missing.why in OTHERS:
        return f"把{name}一起检查" if zh else f"judge together with {name}"
    if missing.why == "zero" and missing.fact is not None:
        name = _no_base(missing.fact, missing.name, name, check, lang)
        return f"{name}：改列金额" if zh else f"{name}: state the amounts"
    if missing.why == "unlisted":
        return (
            f"{name}：以表里的一个名称开头（前面可以写省名，如 陕西省西安市），几处的分开列；表里没有的，核实标准"
            if zh
            else f"{name}: begin it with one name of the table (the province may stand before it, as in 陕西省西安市), "
            "several in entries of their own; where the table lacks it, verify the standard"
        )
    if missing.why == "unconfirmed":
        return f"对照材料确认{name}" if zh else f"confirm the {name} against the document"
    if missing.why == "none":
        return f"核对{name}是否确实没有" if zh else f"check whether there is really no {name}"
    if missing.why == "last_digit":
        return f"{name}准确到分的数" if zh else f"the exact amount of the {name}, to the fen"
    if missing.why == "unspread":
        return f"{name}分到各项的数（指标分解表）" if zh else f"how the {name} was shared out among the lines"
    known = _paper_of(missing, check)
    if known is None:
        return name
    if known.question:
        return f"写明{known.zh}" if zh else f"say {known.en}"
    return known.say(lang)


def _paper_of(missing: Missing, check: Check) -> Paper | None:
    """Return the paper that the vocabulary declares for what is missing."""
    vocabulary = check.judge.plan.book.vocabulary
    entity = vocabulary.entities.get(missing.fact.entity.removesuffix("*")) if missing.fact else None
    if entity is not None and missing.name in entity.fields:
        known: Paper | None = entity.fields[missing.name].paper
        return known
    named = vocabulary.entities.get(missing.name)
    return named.paper if named else None


def _both(make: Callable[[Missing, Check, str], str], missing: Missing, check: Check) -> Text:
    return Text(make(missing, check, "zh"), make(missing, check, "en"))


def _list_name(missing: Missing, check: Check, lang: str) -> str:
    """Return the name of the list that may not be whole; the parts of a line are listed with all lines."""
    fact = missing.fact
    entity = None if fact is None else check.case.vocabulary.entities.get(fact.entity)
    parts = entity is not None and entity.tree is not None and missing.name == entity.tree[2][0]
    return entity.name(lang) if parts and entity is not None else missing_name(missing, check, lang)
