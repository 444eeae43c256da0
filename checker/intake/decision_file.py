"""The file of decisions (`NAME.decisions.yaml`): read strictly, with every problem and its line, and written whole.

It may be written by hand. Every entry says who decided and when; keys that are not known are errors. A file that changed since
it was read is never overwritten: two people may be at work.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.files import read_member
from checker.base.outputs import write_files
from checker.base.values import BadValue, parse_date
from checker.base.width import HIDDEN
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.documents.source import read_source
from checker.intake.decided import ACTIONS, Action, Decision, Decisions, Withdrawn, parsed, wrong_value
from checker.rulebook.reader import FileReader

FORMAT = "checker-decisions/1"
SUFFIX = ".decisions.yaml"
"""How the name of a file of decisions ends, beside a document or a draft."""
TOP = {"format": "格式", "documents": "文件", "decisions": "决定", "withdrawn": "撤回"}
DOCUMENT = {"name": "名称", "sha256": "sha256"}
ENTRY = {
    "action": "做法",
    "field": "字段",
    "value": "改为",
    "printed": "原文",
    "sentence": "所在句子",
    "number": "数",
    "who": "人",
    "when": "时间",
    "reason": "理由",
}
TAKEN_BACK = {**ENTRY, "by": "撤回人", "at": "撤回时间"}
WORDS: dict[str, Action] = {"接受": "accept", "选用": "choose", "改写": "set", "搁置": "aside"}
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?: ([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?")
_HEAD = f"""\
# 对 checker import 读出的数作的决定：由 --review 或网页写，也可以手写。
# 做法：{"、".join(WORDS)}；每条要有人、时间；搁置要有理由，改写要有改为。
"""


def beside(path: str) -> str:
    """Return the name of the file of decisions beside a draft or a document."""
    return str(Path(path).with_suffix("")) + SUFFIX


def read_decisions(path: str, vocabulary: Vocabulary, data: bytes | None = None) -> tuple[Decisions, bytes]:
    """Return the decisions in a file and its bytes (*data* where they were read already); raises InputError with all that is wrong."""
    data = read_member(Path(path)) if data is None else data
    return _Reader(path, data, vocabulary).decisions(), data


def write_decisions(path: str, decisions: Decisions, was: bytes | None = None) -> bytes:
    """Write *decisions* and return what was written; *was* is what the file must still hold, None where there must be none yet.

    Raises InputError, and writes nothing, where the file is not as it was.
    """
    target = Path(path)
    if was is None and target.exists():
        told = Text("已经有这个文件，没有写", "this file is there already; nothing was written")
        raise InputError(
            [Problem("changed", Place(path), told, Text("先读它，再加决定", "read it first, then add to it"))]
        )
    if was is not None and not target.exists():
        told = Text("读了以后被删去或改名，没有写", "it was deleted or renamed since it was read; nothing was written")
        raise InputError([Problem("changed", Place(path), told, Text("再运行一次", "run it again"))])
    made = written(decisions)
    write_files({path: made}, None if was is None else {path: was})
    return made


def written(decisions: Decisions) -> bytes:
    """Return the file of *decisions* with Chinese keys, ending in a line feed."""
    lines = [f"格式: {FORMAT}", "文件:" if decisions.documents else "文件: []"]
    lines += [f"  - {{名称: {_quoted(name)}, sha256: {_quoted(digest)}}}" for name, digest in decisions.documents]
    lines.append("决定:" if decisions.made else "决定: []")
    for decision in decisions.made:
        lines += _entry(decision, ())
    if decisions.withdrawn:
        lines.append("撤回:")
        for each in decisions.withdrawn:
            lines += _entry(each.decision, (("撤回人", each.who), ("撤回时间", each.when)))
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _entry(decision: Decision, more: Sequence[tuple[str, str]]) -> list[str]:
    word = next(zh for zh, action in WORDS.items() if action == decision.action)
    said = (
        ("field", decision.field),
        ("value", decision.value),
        ("printed", decision.printed),
        ("sentence", decision.sentence),
        ("number", decision.span),
        ("who", decision.who),
        ("when", decision.when),
        ("reason", decision.reason),
    )
    pairs = [("做法", word), *((ENTRY[key], _quoted(text)) for key, text in said if text)]
    pairs += [(key, _quoted(text)) for key, text in more]
    return [("  - " if number == 0 else "    ") + f"{key}: {text}" for number, (key, text) in enumerate(pairs)]


def _quoted(text: str) -> str:
    """Return a text in quotes, in one line; what cannot be seen is left out."""
    return json.dumps(HIDDEN.sub("", " ".join(text.split())), ensure_ascii=False)


class _Reader:
    """Reads one file; problems are told together."""

    def __init__(self, path: str, data: bytes, vocabulary: Vocabulary) -> None:
        self.problems: list[Problem] = []
        self.source = read_source(path, data)
        self.vocabulary = vocabulary
        self.reader = FileReader(self.source, vocabulary, self.problems)

    def decisions(self) -> Decisions:
        found = self.reader.mapping(self.source.root, TOP)
        if not self.problems:
            self._format(found.get("format"))
        documents = [self._document(node) for node in self._list(found.get("documents"), "documents")]
        made = [self._decision(node, ENTRY)[0] for node in self._list(found.get("decisions"), "decisions")]
        withdrawn = []
        for node in self._list(found.get("withdrawn"), "withdrawn"):
            decision, texts = self._decision(node, TAKEN_BACK)
            withdrawn.append(Withdrawn(decision, texts.get("by", ""), texts.get("at", "")))
        if self.problems:
            raise InputError(self.problems)
        return Decisions(tuple(made), tuple(withdrawn), tuple(documents))

    def _format(self, node: Node | None) -> None:
        if node is None or self.reader.text(node) != FORMAT:
            found = f"“{self.reader.text(node)}”" if node is not None else "没有写"
            told = Text(
                f"“格式”要写 {FORMAT}，{found}",
                f"the format is {FORMAT}, found {self.reader.text(node) or 'none'}",
            )
            hint = Text(f"第一行写 格式: {FORMAT}", f"begin with the line format: {FORMAT}")
            self.reader.problem("format", node or self.source.root, told, hint)

    def _list(self, node: Node | None, key: str) -> list[Node]:
        if node is None:
            if key != "withdrawn" and not self.problems:
                told = Text(f"没有写“{TOP[key]}”", f"there is no key {key}")
                self.reader.problem("required", self.source.root, told, Text(f"{TOP[key]}: []", f"{key}: []"))
            return []
        if node.kind == "list":
            return list(node.value)
        self.reader.problem("list", node, Text(f"“{TOP[key]}”下面要写一个清单", f"{key} wants a list"))
        return []

    def _document(self, node: Node) -> tuple[str, str]:
        found = self.reader.mapping(node, DOCUMENT)
        name, digest = self.reader.text(found.get("name")), self.reader.text(found.get("sha256"))
        if node.kind == "map" and not name:
            self.reader.problem("required", node, Text("没有写文件名称", "the name of the document is missing"))
        if node.kind == "map" and not re.fullmatch("[0-9a-f]{64}", digest):
            told = Text(
                f"sha256 要是 64 个十六进制数字，却写了“{digest[:20]}”",
                f"a sha256 has 64 hexadecimal digits, found {digest[:20]!r}",
            )
            self.reader.problem("sha256", found.get("sha256", node), told)
        return name, digest

    def _decision(self, node: Node, keys: dict[str, str]) -> tuple[Decision, dict[str, str]]:
        """Return one entry and its texts by key; what is wrong with it is noted."""
        before = len(self.problems)
        given = self.reader.mapping(node, keys)
        texts = {key: self.reader.text(value) for key, value in given.items()}
        action: Action = "accept"
        if len(self.problems) == before:
            needed = ["action", "who", "when", *(("by", "at") if "by" in keys else ())]
            word = texts.get("action", "")
            known = WORDS.get(word) or next((each for each in ACTIONS if each == word), None)
            if known is not None:
                action = known
                needed += {"set": ["value", "field"], "aside": ["reason"]}.get(action, ["field"])
            elif word:
                told = Text(f"没有“{word}”这种做法", f"there is no action {word!r}")
                hint = did_you_mean(word, [*WORDS, *ACTIONS])
                every = Text("可写：" + "、".join(WORDS), "one of: " + ", ".join(ACTIONS))
                self.reader.problem("choice", given["action"], told, hint or every)
            lacking = [key for key in needed if not texts.get(key)]
            if lacking:
                names = "、".join(keys[key] for key in lacking)
                told = Text(f"这一条缺少：{names}", f"this entry lacks: {', '.join(lacking)}")
                self.reader.problem("required", node, told, Text("每条决定都要写明", "every decision has them"))
            self._consistent(action, texts, given, node)
        return Decision(
            texts.get("number", ""),
            texts.get("field", ""),
            action,
            texts.get("value", ""),
            texts.get("reason", ""),
            texts.get("who", ""),
            texts.get("when", ""),
            texts.get("printed", ""),
            texts.get("sentence", ""),
        ), texts

    def _consistent(self, action: Action, texts: dict[str, str], given: dict[str, Node], node: Node) -> None:
        """Hold what an entry says against the vocabulary, the calendar and itself."""
        for key in ("when", "at"):
            if texts.get(key):
                self._time(texts[key], given[key])
        if action != "set" and texts.get("value"):
            told = Text("只有“改写”写“改为”", "only the action set has a value")
            self.reader.problem(
                "value", given["value"], told, Text("删去，或把做法改为“改写”", "delete it, or write action: set")
            )
        lacks = action == "aside" and (
            texts.get("field") or texts.get("sentence")
        )  # of what the documents do not print
        if action != "set" and not texts.get("printed") and not lacks:
            told = Text("没有写原文：不知道说的是哪个数", "printed is missing: which figure is meant is not known")
            self.reader.problem(
                "required", node, told, Text("照材料抄那个数", "copy the figure as the document prints it")
            )
        if not texts.get("field"):
            return
        found = parsed(texts["field"], self.vocabulary)
        if isinstance(found, Text):
            hint = Text("照 checker import 列出的写", "write it as checker import lists it")
            self.reader.problem("no-field", given["field"], found, hint)
        elif (
            action == "set" and texts.get("value") and (wrong := wrong_value(found[2], texts["value"], self.vocabulary))
        ):
            self.reader.problem(f"bad-{found[2].type}", given["value"], *wrong)

    def _time(self, text: str, node: Node) -> None:
        match = _TIME.fullmatch(text)
        try:
            good = match is not None and bool(parse_date(match[1]))
        except BadValue:
            good = False
        if not good:
            told = Text(f"“{text}”不是时间", f"{text!r} is no time")
            self.reader.problem("bad-date", node, told, Text("2025-03-01 14:05", "2025-03-01 14:05"))
