"""What somebody decided of names of parties: which names are one party's and which are not, by whom and when, from a file beside rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from checker.base.errors import Place, Problem, Text
from checker.base.named import NamedTuple
from checker.base.parties import DECISIONS, Confirmed, party
from checker.cases.marks import is_mark
from checker.documents.node import Node
from checker.documents.shape import DATE, TEXT, WORDS, Key, Shape

if TYPE_CHECKING:  # who has the rules remembered reads none
    from checker.rulebook.reader import FileReader

KEYS = Shape(
    Text("认定", "the decision"),
    Key("same", "同一家", WORDS),
    Key("different", "不是同一家", WORDS),
    Key("by", "认定人", TEXT, required=True),
    Key("on", "认定日期", DATE, required=True),
    Key("reason", "理由", TEXT, required=True),
)
"""The keys of one decision: it says of two names or more that they are one party's, the first standing for all, or of two that they are not."""


class PartyDecision(NamedTuple):
    """One decision on names: as they were written, the first standing for the others; by whom, when and why."""

    names: tuple[str, ...]
    same: bool
    by: str
    on: date
    reason: str
    place: Place


def is_party_file(root: Node) -> bool:
    """Whether a file holds decisions on names of parties and nothing else."""
    return root.kind == "map" and len(root.value) == 1 and root.value[0][0].value in DECISIONS


def read_decisions(reader: FileReader) -> list[PartyDecision]:
    """Return the decisions in one file; what is wrong is noted in the reader's problems."""
    listed = reader.mapping(reader.source.root, {DECISIONS[0]: DECISIONS[1]}).get(DECISIONS[0])
    if listed is None or listed.kind != "list":
        told = Text("名称认定要写成清单（每条以 - 开头）", "parties is a list of decisions")
        reader.problem("list-wanted", listed or reader.source.root, told)
        return []
    return [made for entry in listed.value if (made := _decision(reader, entry)) is not None]


def _decision(reader: FileReader, entry: Node) -> PartyDecision | None:
    before = len(reader.problems)
    body = reader.mapping(entry, KEYS)
    if not body:
        return None
    reader.lacking(entry, body, KEYS)
    kinds = [key for key in ("same", "different") if key in body]
    if len(kinds) != 1:
        told = Text("写 同一家 或 不是同一家 中的一个", "write either same or different")
        reader.problem("party-decision", entry, told)
        return None
    kind = kinds[0]
    names, many = reader.words(body[kind]), {party(name) for name in reader.words(body[kind])}
    texts = {key: reader.text(body.get(key)) for key in ("by", "reason")}
    day = reader.day(body.get("on"))
    if (empty := next((name for name in names if says_nothing(name)), None)) is not None:
        reader.problem("party-decision", body[kind], Text(f"“{empty}”不是名称", f"{empty!r} is no name"))
    elif "" in many or (kind == "different" and len(names) != 2) or len(names) < 2:
        told = Text(
            "同一家写两个以上名称，不是同一家写两个", "same takes two names or more, different takes two, none empty"
        )
        reader.problem("party-decision", body[kind], told)
    elif len(many) == 1:
        reader.problem("party-decision", body[kind], one_name(names, same=kind == "same"))
    for key, text in texts.items():
        if key in body and says_nothing(text):
            told = unsaid(KEYS[key], key, text)
            reader.problem("party-decision", body[key], told, WHO_AND_WHY)
    if day is None or len(reader.problems) > before:
        return None
    place = reader.source.place(entry)
    return PartyDecision(names, kind == "same", texts["by"], day, texts["reason"], place)


def says_nothing(text: str) -> bool:
    """Whether *text* names nobody and gives no reason: a mark such as `/`, or no letter at all."""
    return is_mark(text) or not any(sign.isalpha() for sign in text)


WHO_AND_WHY = Text(
    "写出是谁认定的、看了什么；没有把握的不认定",
    "say who decided and what they looked at; do not decide where it is not certain",
)
"""What to write where a decision says nothing of who made it, or why."""


def unsaid(zh: str, en: str, text: str) -> Text:
    """Return what to tell of a part of a decision that is empty, or says nothing."""
    if not text:
        return Text(f"没有写“{zh}”", f"{en!r} is empty")
    return Text(f"“{text}”不是{zh}", f"{text!r} is no {en}")


def one_name(names: Sequence[str], *, same: bool) -> Text:
    """Return what to tell of a decision on spellings of one name: they are one, and cannot be told apart."""
    one, other = names[0], names[1]
    zh, en = f"“{one}”和“{other}”写法统一以后是同一个名称", f"{one!r} and {other!r} are spellings of one name"
    if same:
        return Text(f"{zh}，本来就归为一家，不用认定", f"{en}, which are one party without a decision")
    return Text(f"{zh}，分不开", f"{en} and cannot be told apart")


def confirmed_by(decisions: Sequence[PartyDecision], problems: list[Problem]) -> Confirmed:
    """Return the names that stand for others; decisions that contradict one another are added to the *problems*."""
    groups = united(each.names for each in decisions if each.same)
    stands = {name: group[0] for group in groups for name in group}
    for each in decisions:
        one, other = (party(name) for name in each.names[:2])
        if not each.same and stands.get(one, one) == stands.get(other, other):
            others = "、".join(str(e.place) for e in decisions if e.same and {one, other} & {*map(party, e.names)})
            told = Text(
                f"“{each.names[0]}”和“{each.names[1]}”这里认定不是同一家，别处（{others}）却认定是",
                f"{each.names[0]!r} and {each.names[1]!r} are said to be different parties here, and to be one at {others}",
            )
            hint = Text("留下对的，删去另一条", "keep the one that is right")
            problems.append(Problem("party-decision", each.place, told, hint))
    return tuple(sorted((name, first) for name, first in stands.items() if name != first))


def united(several: Iterable[Sequence[str]]) -> list[list[str]]:
    """Return the groups of names, in their one form, that hang together by being named together; the first named stands first."""
    of: dict[str, list[str]] = {}
    for names in several:
        for one, other in combinations(map(party, names), 2):
            first, second = of.setdefault(one, [one]), of.setdefault(other, [other])
            if first is not second:
                first += second
                of.update(dict.fromkeys(second, first))
    return [group for name, group in of.items() if group[0] == name]
