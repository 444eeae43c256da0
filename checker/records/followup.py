"""Follow-up (整改): a file that says for each finding whether it is open, corrected, accepted or disputed, since when and by whom.

Only people change what stands in it: a run reads it, and `added` writes new findings at its end, after every byte that is
there. Entries for one check follow each other; the last one holds. A state never changes an outcome: what is stated as
corrected and is still found is said to be just that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from checker.base.errors import Place, Text
from checker.cases.case import Case
from checker.cases.marks import CLAIMED, ELSEWHERE, LACKING, OPEN, UNCLEAR, UNKNOWN, bare
from checker.documents.shape import DATE, TEXT, Choice, Key, Shape
from checker.documents.source import Source
from checker.engines.outcome import Check, FollowUp, outcome_name
from checker.records.entries import ADDRESS, KEYS, Draft, Index, appended, begun_with, entry_lines, read_entries
from checker.records.states import STATES
from checker.rulebook.book import Rulebook
from checker.rulebook.reader import FileReader

TOP = ("followup", "整改")
FOLLOWUP_KEYS = Shape(
    Text("整改记录", "the entry"),
    *ADDRESS,
    Key("state", "状态", Choice(tuple((state, text.zh) for state, text in STATES.items())), required=True),
    Key("due", "时限", DATE),
    Key("day", "日期", DATE),
    Key("person", "经办人", TEXT),
    Key("note", "说明", TEXT),
    Key("papers", "材料", TEXT),
)
"""The keys of one entry; day and person may be left out while it is open, due, note and papers always."""
SAYS_NOTHING = {
    "note": UNCLEAR.words | UNKNOWN.words | ELSEWHERE.words | OPEN.words,
    "papers": UNCLEAR.words | UNKNOWN.words | ELSEWHERE.words | OPEN.words | LACKING.words | CLAIMED.words,
}
"""What is no remark and no evidence of anything that was done, by the key of an entry; “none” is said to be none."""
SAY_SO = Text("写出内容；没有的写 无，或者不写", "write what there is; write 无 for none, or leave it out")
Say = Callable[[Check, str], str]
"""How a check reads in a language."""


def read_followup(source: Source, book: Rulebook) -> tuple[FollowUp, ...]:
    """Return the entries of a file in their order; raises InputError with everything that is wrong with it."""
    words = {word: state for state, text in STATES.items() for word in (state, text.zh)}
    last: dict[tuple[str, ...], FollowUp] = {}

    def make(draft: Draft, reader: FileReader) -> FollowUp | None:
        before, texts = len(reader.problems), draft.texts
        state = reader.choice(draft.given.get("state"), words, Text("状态", "the state"), "")
        day = reader.day(draft.given["day"]) if texts.get("day") else None
        due = reader.day(draft.given["due"]) if texts.get("due") else None
        lacking = [key for key in ("day", "person") if not texts.get(key)]
        if state not in ("", "open") and lacking:
            zh = "、".join(FOLLOWUP_KEYS[key] for key in lacking)
            told = Text(
                f"“{STATES[state].zh}”要写明{zh}", f"an entry that is {state} must state its {' and '.join(lacking)}"
            )
            reader.problem("required", draft.node, told)
        for name in SAYS_NOTHING if state not in ("", "open") else ():
            if texts.get(name) and (nothing := unsaid(name, texts[name])) is not None:
                reader.problem("says-nothing", draft.given[name], nothing, SAY_SO)
        if len(reader.problems) > before or not all(texts.get(key) for key in KEYS):
            return None
        key = tuple(texts[key] for key in KEYS)
        known = last.get(key)
        if known is not None and known.day is not None and (day is None or day < known.day):
            told = Text(
                f"日期早于同一项在第 {known.place.line} 行的 {known.day}，最后写的一条才算数",
                f"its day is before {known.day}, which line {known.place.line} states for the same check; the last entry is the one that holds",
            )
            reader.problem("order", draft.node, told)
        last[key] = FollowUp(
            texts["rule"],
            texts["unit"],
            int(texts["year"]),
            texts["subject"],
            state,
            day,
            texts.get("person", ""),
            texts.get("note", ""),
            texts.get("papers", ""),
            Place(source.file, draft.node.line, draft.node.column),
            due,
        )
        return last[key]

    return tuple(read_entries(source, book, TOP, FOLLOWUP_KEYS, make))


def unsaid(name: str, text: str) -> Text | None:
    """Return why the remark or the evidence of what was done says nothing; None where it may say something."""
    if bare(bare(text).rstrip("0123456789０１２３４５６７８９")) not in SAYS_NOTHING[name]:  # “见附件2” as “见附件”
        return None
    return Text(f"“{text}”不是{FOLLOWUP_KEYS[name]}", f"{text!r} says nothing as {name}")


def follow(
    checks: Sequence[Check], followups: Sequence[FollowUp]
) -> tuple[list[Check], list[tuple[Check | None, Text]]]:
    """Return the checks with what stands of each, and what to say of entries that fit several checks or contradict theirs.

    What fits none of them is told by `checker.findings.recorded`, which knows why.
    """
    index, changed = Index(checks), list(checks)
    notes: list[tuple[Check | None, Text]] = []
    for entry in followups:
        fitting = index.fitting(entry)
        if len(fitting) == 1:
            check = changed[fitting[0]]
            changed[fitting[0]] = check._replace(followups=(*check.followups, entry))
        elif fitting:
            told = Text(
                f"对上了 {len(fitting)} 项检查，没有采用；对象要写编号",
                f"fits {len(fitting)} checks and was not used; name the subject by its id",
            )
            notes.append((checks[fitting[0]], noted(entry, told)))
    for check in changed:
        contradiction = _contradicted(check) if check.followups else None
        if contradiction is not None:
            notes.append((check, noted(check.followups[-1], contradiction)))
    return changed, notes


def _contradicted(check: Check) -> Text | None:
    """Return what to say where the last entry and the outcome do not go together."""
    state, outcome = check.followups[-1].state, Text(*(outcome_name(check, lang) for lang in ("zh", "en")))
    if state == "corrected" and check.is_finding:
        return Text(f"写明已整改，这次检查仍是“{outcome.zh}”", f"stated as corrected, and still “{outcome.en}”")
    if state in ("open", "disputed") and not check.is_finding:
        return Text(f"这次检查是“{outcome.zh}”，可以改写状态", f"now “{outcome.en}”; its state can be written anew")
    return None


def noted(entry: FollowUp, what: Text) -> Text:
    """Return *what* is to be said of an entry, led by what it speaks of and where it stands."""
    state = STATES[entry.state]
    return Text(
        f"整改 {entry.rule} · {entry.subject}（{state.zh}；{entry.place}）：{what.zh}",
        f"follow-up {entry.rule} · {entry.subject} ({state.en}; {entry.place}): {what.en}",
    )


def added(source: Source, data: bytes, checks: Iterable[Check], say: Say, lang: str) -> bytes:
    """Return *data*, a file of followups, with an open entry for each finding of *checks* at its end; *say* puts a check into words."""
    return appended(source, data, TOP, [_entry(check, say, lang) for check in checks])


def blank(checks: Iterable[Check], say: Say, lang: str) -> bytes:
    """Return a new file with an open entry for each finding; *say* puts a check into words."""
    return begun([_entry(check, say, lang) for check in checks], lang)


def begun(entries: Iterable[Sequence[str]], lang: str) -> bytes:
    """Return a new file of followups that holds *entries*, the lines of each."""
    states = "、".join(f"{text.zh}" for text in STATES.values()) if lang == "zh" else ", ".join(STATES)
    head = (
        f"# 每个问题的整改情况。状态写：{states}。除待整改外，要写日期和经办人；时限、说明和材料可写可不写。\n# 再次检查不会改动这里已有的内容，新的问题接在后面；同一项写了几条的，最后一条算数。\n"
        if lang == "zh"
        else f"# What becomes of each finding. state is one of: {states}. Unless it is open, state day and person; due, note and papers may be left out.\n# Checking again changes nothing here: new findings go to the end. Of several entries for one check the last one holds.\n"
    )
    return begun_with(head, TOP, entries, lang)


def _entry(check: Check, say: Say, lang: str) -> list[str]:
    """Return the lines of an open entry; its comment says in words what was found."""
    case = check.case
    said = f"{check.rule.title.say(lang)}{'：' if lang == 'zh' else ': '}{say(check, lang)}"
    where = {"rule": check.rule.id, "unit": unit_of(case), "year": str(case.year or ""), "subject": check.subject.id}
    return entry_lines({**where, "state": STATES["open"].zh if lang == "zh" else "open"}, FOLLOWUP_KEYS, said, lang)


def unit_of(case: Case) -> str:
    """Return what an entry calls a unit: its code, or its name."""
    return str(case.root.values.get("code") or case.root.values.get("name") or "")
