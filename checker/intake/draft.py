"""The draft: a case in YAML, written from a reading and from what people decided about it.

It is generated anew each time and reads with the checker's own reader: what nobody confirmed is marked so (nothing fails or passes
on it alone), what has two readings is 待填, and claims that a person has to look at stand there as comments. Nothing that was read
is left out: figures that nobody could place are listed at the end.
"""

from __future__ import annotations

from collections import Counter

from checker.cases.vocabulary import Vocabulary
from checker.intake.decided import NONE, Decisions
from checker.intake.document import is_unread_column
from checker.intake.drafting import Drafting, Field, scalar
from checker.intake.fitting import fitted
from checker.intake.reading import DraftFact, Reading, Span

_HEADINGS = ("name", "jurisdiction", "budget_level", "unit_kind", "fiscal_year", "report_title", "report_date")
NEEDED = ("jurisdiction", "budget_level", "unit_kind", "fiscal_year")
"""The headings of a case without which it is not known which rules apply."""


def draft(reading: Reading, vocabulary: Vocabulary, decisions: Decisions = NONE) -> str:
    """Return the draft case of *reading* with Chinese keys, ending in a line feed; decisions that do not fit it are left out."""
    return text_of(Drafting(reading, vocabulary, fitted(reading, vocabulary, decisions)))


def text_of(made: Drafting) -> str:
    """Return the draft as a text."""
    lines = [*_lead(made), *_unit(made)]
    for entity in made.vocabulary.entities.values():
        facts = made.facts_of(entity.id)
        if facts and entity.id not in ("unit", "operand", "stated_figure"):
            lines += ["", f"{entity.collection[-1]}:"]
            if entity.id == "account_figure":  # tables are read whole, unless a page of them is not read at all
                whole = "否" if any(each.stopped for each in made.reading.documents) else "是"
                lines += [f"  完整: {whole}", "  明细:"]
            for fact in facts:
                lines += _entry(made, fact)
    lines += _claims(made)
    lines += _rest(made)
    return "\n".join(lines) + "\n"


def _lead(made: Drafting) -> list[str]:
    names = "、".join(document.name for document in made.reading.documents)
    lines = [f"# 由 checker import 从 {comment(names)} 读出的草稿。重新导入会重写这个文件：改动请记在决定里。"]
    if made.open:
        lines.append(f"# 还有 {made.open} 处要人确认：标“待确认”的、写着“待填”的、以“待确认”开头的。")
    lines.append("# 全文都录了的，加一行“转录: 全部”。")
    return [*lines, ""]


def comment(text: str) -> str:
    """Return a text as it may stand in a comment: in one line."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(text.split())


def _unit(made: Drafting) -> list[str]:
    root = made.vocabulary.root
    unit = made.facts.get("unit") or DraftFact("unit", "unit", ())
    fields = {field.id: field for field in made.fields(unit)}
    lines: list[str] = []
    for name in (*_HEADINGS, *(each for each in root.fields if each not in _HEADINGS)):
        found = fields.get(name)
        if found is not None:
            lines += _line(root.fields[name].zh, found)
        elif name in NEEDED:
            lines.append(f"{root.fields[name].zh}: 待填")
        if name == "report_date":
            lines += _amounts(made)
    return lines


def _amounts(made: Drafting) -> list[str]:
    """Return how the documents print money: the unit and the decimals of most of its figures."""
    money = [s for s in made.reading.spans if s.kind == "money" and s.unit and s.value and s.id in made.placed]
    if not money:
        return []
    unit = Counter(s.unit.text for s in money if s.unit).most_common(1)[0][0]
    decimals = Counter(s.decimals for s in money if s.unit and s.unit.text == unit and s.decimals).most_common(1)
    return [f"金额口径: {{单位: {unit}, 小数: {decimals[0][0] if decimals else 0}}}"]


def _line(key: str, field: Field) -> list[str]:
    notes = [f"# {comment(note)}" for note in field.notes]
    return [*notes, f"{key}: {field.written}"]


def _entry(made: Drafting, fact: DraftFact) -> list[str]:
    entity = made.vocabulary.entities[fact.entity]
    written: list[str] = []
    if "id" in entity.fields:
        written.append(f"{entity.fields['id'].zh}: {made.ids[fact.key]}")
    for name, text, _ in fact.texts:
        known = entity.fields[name]
        if (changed := made.changed(fact.key, name)) is not None:
            written += _line(known.zh, changed)
            continue
        values = made.vocabulary.enumerations.get(known.type)
        written.append(f"{known.zh}: {values.name(text, 'zh') if values else scalar(text)}")
    if entity.tree and fact.parent in made.ids:
        written.append(f"{entity.fields[entity.tree[0]].zh}: {made.ids[fact.parent]}")
    elif fact.entity == "account_figure":
        written.append(f"{entity.fields['parent'].zh}: 无")
    elif "line" in entity.fields and _is_a(entity.fields["line"].ref, made.facts.get(fact.parent)):
        written.append(f"{entity.fields['line'].zh}: {made.ids[fact.parent]}")
    fields = made.fields(fact, texts=False)
    if fact.entity == "account_figure":  # hundreds of them: a line each
        notes = [f"    # {comment(note)}" for field in fields for note in field.notes]
        every = [*written, *(f"{entity.fields[field.id].zh}: {field.written}" for field in fields)]
        return [*notes, f"    - {{{', '.join(every)}}}"]
    for field in fields:
        written += _line(entity.fields[field.id].zh, field)
    return [("  - " if number == 0 else "    ") + each for number, each in enumerate(written)]


def _is_a(entity: str | None, fact: DraftFact | None) -> bool:
    return fact is not None and fact.entity == entity


def _claims(made: Drafting) -> list[str]:
    claims = [claim for claim in made.facts_of("stated_figure") if not made.dropped(claim)]
    if not claims and not made.apart:
        return []
    stated: list[str] = []
    asked: list[str] = []
    for claim in claims:
        text, sure = made.claim(claim)
        if sure:
            stated.append(f"  - {text}")
        else:
            asked.append(f"  # 待确认：{comment(text)}")
    stated += [f"  - {text}" for text in made.apart]
    entity = made.vocabulary.entities["stated_figure"]
    return ["", f"{entity.collection[-1]}:", *stated, *asked] if stated else ["", *(each.strip() for each in asked)]


def _rest(made: Drafting) -> list[str]:
    lines: list[str] = []
    aside, rest = made.set_aside(), made.unread()
    columns = [
        f"# {made.source(number, note.place)} {comment(note.text.zh)}"
        for number, document in enumerate(made.reading.documents, 1)
        for note in document.notes
        if is_unread_column(note)
    ]
    if aside:
        lines += ["", f"# 搁置的数 {len(aside)} 个，上面都没有用："]
        lines += [f"# {_spot(made, span)}：{comment(by)}" for span, by in aside]
    if rest:
        lines += ["", f"# 没有读懂的数 {len(rest)} 个，上面都没有用："]
        lines += [f"# {_spot(made, span)}：{comment(span.context)[:80]}" for span in rest]
    if columns:
        lines += ["", f"# 没有读懂的列 {len(columns)} 列，上面都没有用，要用的自己补录：", *columns]
    return lines


def _spot(made: Drafting, span: Span) -> str:
    return f"{made.source(span.file, span.place)} {comment(span.text)}"
