"""What is told of parties: on the screen, in a workbook in which an officer decides, and the decisions read back from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.parties import DECISIONS, party
from checker.base.values import BadValue, parse_date
from checker.base.width import visible
from checker.cases.files import read_bytes
from checker.mapping.workbook import Workbook, letters_of
from checker.rulebook.party_decisions import (
    KEYS,
    WHO_AND_WHY,
    PartyDecision,
    confirmed_by,
    one_name,
    says_nothing,
    unsaid,
)
from checker.units.alike import Proposal, Proposals
from checker.units.parties import Parties, Party

SHOWN = 15
"""Lines of each list that the screen shows."""
HEADER = "# 供应商、收款人名称认定：checker parties --decided 写入，用 --rules 加进检查。Decisions on names of parties, written by checker parties.\n"
"""How a file begins that was written here, and to which more may be added."""
SHEETS = {
    "proposed": Text("待认定", "Proposed"),
    "codes": Text("代码问题", "Codes"),
    "parties": Text("名称", "Parties"),
}
PROPOSED = {
    "one": Text("名称甲", "name A"),
    "one_said": Text("甲的代码和往来", "code and dealings of A"),
    "other": Text("名称乙", "name B"),
    "other_said": Text("乙的代码和往来", "code and dealings of B"),
    "why": Text("为什么提出", "why proposed"),
    "decision": Text("是否同一家", "one party?"),
    "by": Text("认定人", "decided by"),
    "on": Text("认定日期", "decided on"),
    "reason": Text("理由", "reason"),
    "key": Text("键（请勿改动）", "key (leave as it is)"),
}
"""The columns of the proposals; those from the decision on are filled in, the last is hidden."""
FILLED = ("decision", "by", "on", "reason")
NEEDED = frozenset(("one", "other", "key", *FILLED))
"""The columns without which nothing is read back."""
HALF = Text("没有把握的，这一行的黄格都留空", "leave all yellow cells of the row empty where it is not certain")
"""What to do with a row that is not certain."""
WIDTHS = (26, 24, 26, 24, 26, 9, 9, 12, 22, 0)
ANSWERS = {"same": Text("是", "yes"), "different": Text("否", "no")}
INTRO = Text(
    "程序只提出可能，不作认定。核对营业执照、合同或银行账户后，在黄色的格里选“是”或“否”，写明认定人、日期和理由；没有把握的留空。"
    "用 checker parties --decided 本文件 -o 名称认定.yaml 读回，检查时加 --rules 名称认定.yaml。",
    "These are proposals and decide nothing. Look at licences, contracts or bank accounts, then choose yes or no in the yellow cells, "
    "with who decided, when and why; leave empty what is not certain. Read back with checker parties --decided FILE -o parties.yaml, "
    "and check with --rules parties.yaml.",
)


class Told(NamedTuple):
    """All that is told of parties."""

    found: Parties
    proposed: Proposals

    def wrong(self) -> int:
        """Return how many things of codes do not go together."""
        return len(self.found.bad) + len(self.found.shared()) + len(self.found.divided())


def dealings(each: Party, found: Parties, lang: str) -> str:
    """Return what the units have to do with a party; contracts and payments are not added up: they may be the same money."""
    parts = [
        Text(f"{len(each.units)} 个单位", f"{len(each.units)} unit{'s' * (len(each.units) != 1)}").say(lang),
        *(
            f"{found.vocabulary.entities[kind].name(lang)} {tally.count:,}"
            + Text(f"，{yuan_said(tally.amount)} 元", f", {yuan_said(tally.amount)} yuan").say(lang)
            for kind, tally in each.tallies.items()
        ),
    ]
    return ("；" if lang == "zh" else "; ").join(parts)


def yuan_said(fen: int) -> str:
    """Return an amount in yuan."""
    return f"{'-' * (fen < 0)}{abs(fen) // 100:,}.{abs(fen) % 100:02}"


def code_lines(found: Parties, lang: str) -> Iterator[tuple[str, str, str]]:
    """Yield what does not go together in codes: what it is, whose, and where."""
    for bad in found.bad:
        yield bad.fault.say(lang), f"{bad.code} {bad.name} ({bad.unit})".strip(), str(bad.place)
    for code, several in found.shared():
        what = Text("一个代码有几个名称", "one code, several names").say(lang)
        names = "、".join(each.name for each in several) if lang == "zh" else ", ".join(each.name for each in several)
        yield what, f"{code} {names}", str(several[0].first)
    for each in found.divided():
        what = Text("一个名称有几个代码", "one name, several codes").say(lang)
        yield what, f"{each.name} {' '.join(sorted(each.codes))}", str(each.first)


def screen_lines(told: Told, lang: str) -> list[str]:
    """Return what the screen shows."""
    found, proposed = told
    spelled = sum(len(each.spellings) > 1 for each in found.known.values())
    lines = [
        Text(
            f"{len(found.known):,} 家供应商、收款人；{spelled:,} 家有几种写法，已归为一家",
            f"{len(found.known):,} suppliers and payees; {spelled:,} written in several ways, each taken as one",
        ).say(lang)
    ]
    codes = list(code_lines(found, lang))
    if codes:
        lines += ["", Text(f"代码问题 {len(codes):,} 处", f"{len(codes):,} things about codes").say(lang)]
        lines += [
            f"  {what}: {whose}  [{where}]" if lang == "en" else f"  {what}：{whose}  [{where}]"
            for what, whose, where in codes[:SHOWN]
        ]
        lines += _more(len(codes), lang)
    if found.nameless:
        lines.append(
            Text(f"  有代码没有名称的 {found.nameless:,} 处", f"  {found.nameless:,} codes without a name").say(lang)
        )
    if found.unjudged:
        lines.append(
            Text(
                f"  {found.unjudged:,} 处代码是旧代码、身份证号、遮盖过的或别的写法，没有核对，也不用来比较",
                f"  {found.unjudged:,} codes are older ones, of persons, masked or of another form, and were neither checked nor compared",
            ).say(lang)
        )
    if proposed.pairs:
        many = len(proposed.pairs)
        lines += [
            "",
            Text(
                f"可能是同一家的 {many:,} 对，待认定（程序不认定）",
                f"{many:,} pairs that may be one party, to be decided by a person",
            ).say(lang),
        ]
        lines += [f"  {each.one.name} / {each.other.name}  {why_said(each, lang)}" for each in proposed.pairs[:SHOWN]]
        lines += _more(many, lang)
    if proposed.crowds:
        lines.append(
            Text(
                f"  另有 {proposed.crowds:,} 组名称多于 8 个、只差一处，不逐对提出",
                f"  {proposed.crowds:,} more groups of over 8 names differ in one place only and are not proposed pair by pair",
            ).say(lang)
        )
    return [visible(line) for line in lines]


def why_said(each: Proposal, lang: str) -> str:
    """Return why two names are proposed."""
    return ("；" if lang == "zh" else "; ").join(why.say(lang) for why in each.reasons)


def _more(many: int, lang: str) -> list[str]:
    return (
        [Text(f"  …… 共 {many:,}，全部写到 -o 文件", f"  … {many:,} in all; -o writes them").say(lang)]
        if many > SHOWN
        else []
    )


def as_xlsx(told: Told, lang: str) -> bytes:
    """Return the workbook: what is proposed, with cells to fill in; what does not go together in codes; every party."""
    from checker.reports.workbook import Book, Page

    found, proposed = told
    made = Book(lang, Text("供应商、收款人名称", "Names of suppliers and payees").say(lang))
    text = made.format(num_format="@")
    page = Page(made, made.name(SHEETS["proposed"].say(lang)), WIDTHS)
    page.line(INTRO.say(lang))
    page.heads([head.say(lang) for head in PROPOSED.values()], len(proposed.pairs))
    first = page.row
    forms = [made.day if key == "on" else made.empty if key in FILLED else text for key in PROPOSED]
    for each in proposed.pairs:
        one, other = each.one, each.other
        cells = [
            *(cell for side in (one, other) for cell in (side.name, _of(side, found, lang))),
            why_said(each, lang),
            *("" for _ in FILLED),
            _key(one.name, other.name),
        ]
        page.write(cells, forms)
    column = list(PROPOSED).index("decision")
    listed = {"validate": "list", "source": [each.say(lang) for each in ANSWERS.values()]}
    page.sheet.data_validation(first, column, max(first, page.row - 1), column, listed)
    page = Page(made, made.name(SHEETS["codes"].say(lang)), (50, 60, 50))
    codes = list(code_lines(found, lang))
    page.heads(
        [
            Text("问题", "what").say(lang),
            Text("代码和名称", "code and names").say(lang),
            Text("位置", "where").say(lang),
        ],
        len(codes),
    )
    for line in codes:
        page.write(list(line), [text] * 3)
    page = Page(made, made.name(SHEETS["parties"].say(lang)), (36, 46, 24, 60))
    heads = (Text("名称", "name"), Text("各种写法", "spellings"), Text("信用代码", "codes"), Text("往来", "dealings"))
    page.heads([head.say(lang) for head in heads], len(found.known))
    for key in sorted(found.known, key=lambda key: (-found.known[key].count, key)):
        known = found.known[key]
        spelled = "\n".join(f"{name} ×{many}" for name, many in sorted(known.spellings.items()))
        page.write([known.name, spelled, " ".join(sorted(known.codes)), dealings(known, found, lang)], [text] * 4)
    return made.bytes()


def _of(each: Party, found: Parties, lang: str) -> str:
    return "\n".join(filter(None, (" ".join(sorted(each.codes)), dealings(each, found, lang))))


def _key(one: str, other: str) -> str:
    """Return what a line of proposals is known by: whoever changes a name, or cannot see what is in it, decides of something else."""
    return f"{party(one)}|{party(other)}"


# ---- read back


def read_decided(path: str) -> list[PartyDecision]:
    """Return what an officer decided in the workbook; rows left empty are left out. Raises InputError with all that does not fit."""
    return _Reading(path).decided()


class _Reading:
    def __init__(self, path: str) -> None:
        self.path = path
        self.book = Workbook(Path(path), read_bytes(path))
        self.problems: list[Problem] = []
        self.columns: dict[str, int] = {}
        self.sheet = ""

    def at(self, row: int, key: str) -> Place:
        """Return the place of a cell."""
        return Place(f"{self.path} {self.sheet}!{self.cell(row, key)}")

    def cell(self, row: int, key: str) -> str:
        """Return what a cell is called."""
        return f"{letters_of(self.columns.get(key, 0) + 1)}{row}"

    def wrong(self, row: int, key: str, told: Text, hint: Text | None = None) -> None:
        """Note what does not fit, with its cell."""
        self.problems.append(Problem("party-decision", self.at(row, key), told, hint))

    def decided(self) -> list[PartyDecision]:
        """Return the rows that say something."""
        found = [one for row, cells in self._rows() if (one := self._row(row, cells)) is not None]
        if self.problems:
            raise InputError(self.problems)
        return found

    def _rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        words = {word: key for key, head in PROPOSED.items() for word in head}
        for sheet in self.book.sheets:
            for number, cells, _ in self.book.rows(sheet):
                texts = [cell.text.strip().replace("\n", "") for cell in cells]
                if not self.columns:
                    heads = {words[text]: at for at, text in enumerate(texts) if text in words}
                    if heads.keys() >= NEEDED:
                        self.columns, self.sheet = heads, sheet.name
                    elif len(NEEDED & heads.keys()) > len(NEEDED) // 2:  # it is the sheet, and a heading was changed
                        raise self._lacking(sheet.name, number, heads)
                    continue
                here = {key: (texts[at], cells[at].kind) for key, at in self.columns.items() if at < len(texts)}
                for key, (_, kind) in here.items():
                    if kind in ("error", "formula"):
                        self.wrong(
                            number,
                            key,
                            Text("公式没有结果，或结果是错误", "a formula without a result, or with an error for one"),
                        )
                yield number, {key: text for key, (text, _) in here.items()}
            if self.columns:
                return
        told = Text("找不到认定表的表头", "the headings of a sheet of proposals are not there")
        hint = Text("用 checker parties -o 写出的表", "take the workbook that checker parties -o writes")
        raise InputError([Problem("party-decision", Place(self.path), told, hint)])

    def _lacking(self, sheet: str, row: int, heads: Mapping[str, int]) -> InputError:
        """Return what to tell of headings that are not there any more."""
        lacking = [PROPOSED[key] for key in PROPOSED if key in NEEDED and key not in heads]
        told = Text(
            f"表头缺 {'、'.join(f'“{each.zh}”' for each in lacking)}：改了名，或删了列",
            f"the headings lack {', '.join(repr(each.en) for each in lacking)}: renamed, or the column was deleted",
        )
        hint = Text("把表头改回原样", "put the headings back as they were")
        return InputError([Problem("party-decision", Place(f"{self.path} {sheet}!{row}:{row}"), told, hint)])

    def _row(self, row: int, cells: Mapping[str, str]) -> PartyDecision | None:
        """Return what one row decides, or nothing where it is empty or something of it does not fit."""
        filled = {key: cells.get(key, "") for key in FILLED}
        if not any(filled.values()):
            return None
        before = len(self.problems)
        if lacking := [key for key in FILLED if not filled[key]]:  # one thing is wrong with the row, and is told once
            named = [PROPOSED[key] for key in lacking]
            told = Text(
                f"这一行只填了一部分，没有写{'、'.join(f'“{each.zh}”' for each in named)}",
                f"this line is filled in half: {', '.join(repr(each.en) for each in named)} lacking",
            )
            self.wrong(row, lacking[0], told, HALF)
            return None
        answer = next((key for key, words in ANSWERS.items() if filled["decision"].lower() in words), "")
        if not answer:
            told = Text(f"“{filled['decision']}”不是“是”或“否”", f"{filled['decision']!r} is neither yes nor no")
            self.wrong(row, "decision", told, HALF)
        for key in ("by", "reason"):
            if says_nothing(filled[key]):
                self.wrong(row, key, unsaid(PROPOSED[key].zh, PROPOSED[key].en, filled[key]), WHO_AND_WHY)
        names = cells.get("one", ""), cells.get("other", "")
        self._named(row, names, cells.get("key", ""), same=answer == "same")
        day = self._day(row, filled["on"])
        if day is None or len(self.problems) > before:
            return None
        return PartyDecision(names, answer == "same", filled["by"], day, filled["reason"], self.at(row, "decision"))

    def _named(self, row: int, names: tuple[str, str], key: str, *, same: bool) -> None:
        """Hold the names of a row against its key: what was changed is told at its cell, both or the key at that of the key."""
        forms = [party(name) for name in names]
        if key == "|".join(forms):
            if forms[0] == forms[1]:
                self.wrong(row, "one", one_name(names, same=same))
            return
        was = key.split("|")
        kept = [len(was) == 2 and one == form for one, form in zip(was, forms, strict=False)]
        changed = "key" if not any(kept) else "other" if kept[0] else "one"
        if changed == "key":
            told = Text("键和这一行的两个名称都对不上", "the key fits neither name of this line")
        else:
            told = Text(
                f"和键（{self.cell(row, 'key')}）对不上：名称改动过，或有看不见的字符",
                f"does not fit the key ({self.cell(row, 'key')}): the name was changed, or holds characters that cannot be seen",
            )
        hint = Text(
            "恢复这一行的名称和键，或手写认定文件", "put back names and key of the line, or write the decision by hand"
        )
        self.wrong(row, changed, told, hint)

    def _day(self, row: int, text: str) -> date | None:
        try:
            return parse_date(text)
        except BadValue as bad:
            self.wrong(row, "on", bad.message, bad.hint)
            return None


def decisions_file(
    decided: Sequence[PartyDecision], known: Sequence[PartyDecision], was: str, lang: str
) -> tuple[str, int]:
    """Return the file *was* with what of *decided* is not *known* yet at its end, and how many that is; raises InputError for what contradicts."""
    problems: list[Problem] = []
    confirmed_by([*known, *decided], problems)
    if problems:
        raise InputError(problems)
    said = [_meant(each) for each in known]
    words = {key: KEYS[key] if lang == "zh" else key for key in KEYS}
    added: list[str] = []
    for each in decided:
        if _meant(each) not in said:
            said.append(_meant(each))
            lines = {
                "same" if each.same else "different": f"[{', '.join(map(_quoted, each.names))}]",
                "by": _quoted(each.by),
                "on": str(each.on),
                "reason": _quoted(each.reason),
            }
            added.append("  - " + "\n    ".join(f"{words[key]}: {text}" for key, text in lines.items()) + "\n")
    return (was or f"{HEADER}{DECISIONS[lang == 'zh']}:\n") + "".join(added), len(added)


def _meant(each: PartyDecision) -> tuple[frozenset[str], bool]:
    """Return what a decision says, by whomever."""
    return frozenset(map(party, each.names)), each.same


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
