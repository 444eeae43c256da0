"""The questions of `checker rules new`: each answer is held against what there is as it is given, kept, and can be gone back to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from checker.authoring.new import SEVERITY_ZH, VERIFIED_ZH, kind_of
from checker.base import places
from checker.base.errors import Problem, Text, did_you_mean
from checker.base.outputs import write_files
from checker.base.values import BadValue, half_width, parse_date
from checker.cases.vocabulary import Entity
from checker.documents.node import Node
from checker.documents.source import Source
from checker.language.scope import Frame, Group, Scope
from checker.language.tokens import Lexicon
from checker.language.tree import Literal
from checker.rulebook.book import Rulebook, parameter_names
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import HIGHEST, NATURES, SEVERITIES

BACK = ("<", "＜", "返回", "back")
NOTHING = ("-", "无", "none")
"""What takes an answer back that was given before, where none is needed."""
FORMAT = "checker-rules-new/1"


class Wrong(Exception):
    """An answer that cannot be taken, and what to say of it."""

    def __init__(self, *said: Problem | Text) -> None:
        self.said = said


class Step(NamedTuple):
    """One question: the answer it fills in, how it is put, and whether it must be answered."""

    key: str
    text: Text
    needed: bool = False


STEPS = (
    Step("title", Text("标题（一句话说清规范）", "title (the norm in one sentence)"), True),
    Step("id", Text("编号（英文，例如 reception-letter）", "id (such as reception-letter)"), True),
    Step("instrument", Text("依据的文件名称", "the instrument it rests on"), True),
    Step("article", Text("条款（没有就回车）", "article (Enter for none)")),
    Step("verified", Text("核对程度（回车是未核实）", "how far the text was read (Enter for no)")),
    Step(
        "jurisdiction",
        Text("行政区划，代码或名称（全国适用就回车）", "place, by code or name (Enter for the whole country)"),
    ),
    Step("levels", Text("预算级次，可以几个（都适用就回车）", "budget levels (Enter for all)")),
    Step("unit_kinds", Text("单位性质，可以几个（都适用就回车）", "kinds of unit (Enter for all)")),
    Step("entity", Text("对象（规则逐个检查什么）", "subject (what is checked one by one)"), True),
    Step("limits", Text("限额参数 名称=值（没有就回车）", "limit NAME=VALUE (Enter for none)")),
    Step("start", Text("施行日期（没有就回车）", "in force from (Enter for none)")),
    Step("end", Text("失效日期（没有就回车）", "in force to (Enter for none)")),
    Step(
        "as_of",
        Text(
            "日期依据：按对象的哪个日期看当时的规定（按年度末看就回车）",
            "the subject's date that decides what held (Enter for the end of the year)",
        ),
    ),
    Step("when", Text("适用的条件（总是适用就回车）", "when it applies (Enter for always)")),
    Step(
        "unless", Text("除非：规范自己写的例外（没有就回车）", "unless: exceptions of the norm itself (Enter for none)")
    ),
    Step("require", Text("要求的条件", "what is required"), True),
    Step("amount", Text("涉及金额（回车由条件推定）", "amount at stake (Enter to take it from the conditions)")),
    Step("nature", Text("定性（回车是疑点）", "nature (Enter for query)")),
    Step("severity", Text("严重程度（回车按核对程度）", "severity (Enter by how far the text was read)")),
    Step(
        "message",
        Text("说明，{字段} 显示数值（回车代拟）", "message, {field} shows a value (Enter to have it written)"),
    ),
    Step("remedy", Text("整改：不符合时怎么办（回车代拟）", "remedy: what to do (Enter to have it written)")),
)
"""The questions in the order in which they are put."""
DATED = Text("这个限额从哪天起（没有写就回车）", "in force from (Enter where it is not said)")


class Interview:
    """Puts the questions; *given* are the answers so far, which a draft holds from one to the next."""

    def __init__(
        self,
        book: Rulebook,
        given: dict[str, Any],
        lang: str,
        ask: Callable[[str, str], str],
        say: Callable[[str], None],
        keep: Callable[[Mapping[str, Any]], None] = lambda given: None,
        there: Callable[[str], bool] = lambda ident: False,
    ) -> None:
        self.book = book
        self.given = given
        self.lang = lang
        self.ask = ask
        self.say = say
        self.keep = keep
        self.there = there
        """Whether the file that a rule of this id would be written to is there already."""
        self.fixed = frozenset(key for key, value in given.items() if value)
        """What options say is not asked for."""
        self.answered: dict[str, None] = {}

    def run(self, resumed: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Ask for everything that is not answered; *resumed* are the answers of a draft."""
        answered = {key: value for key, value in (resumed or {}).items() if key not in self.fixed}
        self.given |= answered
        self.answered = dict.fromkeys(answered)
        steps = [step for step in STEPS if step.key not in self.fixed]
        at = next((n for n, step in enumerate(steps) if step.key not in answered), len(steps))
        self.say(Text("“<”回到上一题", "“<” goes back one question").say(self.lang))
        while at < len(steps):
            step = steps[at]
            if step.key == "as_of" and not self._dated():
                self.given["as_of"] = ""
                at += 1
                continue
            taken = self._limits(step) if step.key == "limits" else self._one(step)
            if taken:
                self._keep(step.key)
                at += 1
            else:
                at = max(at - 1, 0)
                if steps[at].key == "as_of" and not self._dated():
                    at -= 1
        return self.given

    def _keep(self, key: str) -> None:
        """Keep every answer so far; limits count as answered once there are no more."""
        self.answered |= {key: None} if key else {}
        self.keep({each: self.given[each] for each in (*self.answered, *(() if key else ("limits",)))})

    def _dated(self) -> bool:
        """Whether anything of the rule depends on a date."""
        limits = self.given.get("limits") or []
        return bool(self.given.get("start") or self.given.get("end") or any(each[2] for each in limits))

    def _one(self, step: Step) -> bool:
        """Ask one question until its answer can be taken; whether it was, or the author went back."""
        words = self._choices(step.key)
        if words:
            lead = Text("可选：", "one of: ").say(self.lang)
            self.say(lead + ("、" if self.lang == "zh" else ", ").join(words))
        before = self.given.get(step.key) or ""
        shown = "、".join(before) if isinstance(before, list) else before
        if step.key == "id" and not shown:  # nobody has to think of an English word
            shown = next(name for n in count(1) if not self._taken(name := f"my-rule-{n}"))
        while True:
            answer = self.ask(step.text.say(self.lang), shown).strip()
            if answer in BACK:
                return False
            if answer in NOTHING and not step.needed:
                answer = ""
            if not answer and step.needed:
                self.say(Text("这一项要回答", "an answer is needed here").say(self.lang))
                continue
            try:
                self.given[step.key] = self.checked(step.key, answer) if answer else ""
            except Wrong as wrong:
                self._tell(wrong)
                continue
            return True

    def _limits(self, step: Step) -> bool:
        """Ask for limits, each with the day from which it holds, until there are no more."""
        limits: list[list[str]] = self.given.setdefault("limits", [])
        while True:
            for name, value, start in limits:
                self.say(
                    f"  {name} = {value}"
                    + (f"（{start} 起）" if start and self.lang == "zh" else start and f" from {start}")
                )
            answer = self.ask(step.text.say(self.lang), "").strip()
            if answer in BACK:
                if not limits:
                    return False
                limits.pop()
                continue
            if not answer or answer in NOTHING:
                return True
            try:
                limit = self.limit(answer)
                while True:
                    day = self.ask(DATED.say(self.lang), "").strip()
                    try:
                        limit[2] = self.checked("start", day) if day and day not in BACK else ""
                        break
                    except Wrong as wrong:
                        self._tell(wrong)
            except Wrong as wrong:
                self._tell(wrong)
                continue
            if day not in BACK:
                limits.append(limit)
                self._keep("")

    def _tell(self, wrong: Wrong) -> None:
        for each in wrong.said:
            self.say(each.render(self.lang) if isinstance(each, Problem) else each.say(self.lang))

    # ---- what may be answered

    def _choices(self, key: str) -> list[str]:
        zh = self.lang == "zh"
        words = self.book.vocabulary
        if key == "verified":
            return list(VERIFIED_ZH.values()) if zh else list(VERIFIED_ZH)
        if key == "nature":
            return [text.zh if zh else name for name, text in NATURES.items() if name != "indicator"]
        if key == "severity":
            return [SEVERITY_ZH[each] if zh else each for each in self._severities()]
        if key in ("levels", "unit_kinds"):
            known = words.enumerations["budget_level" if key == "levels" else "unit_kind"]
            return [known.name(value, self.lang) for value in known.values]
        if key == "entity":
            return [each.zh if zh else each.id for each in words.entities.values()]
        entity = self._entity()
        if entity is not None and key in ("when", "require", "as_of"):
            wanted = [f for f in entity.fields.values() if key != "as_of" or f.type == "date"]
            limits = [each[0] for each in self.given.get("limits") or []] if key != "as_of" else []
            return [f.zh if zh else f.id for f in wanted] + limits
        return []

    def _severities(self) -> list[str]:
        return [*SEVERITIES[SEVERITIES.index(HIGHEST[self.given.get("verified") or "no"]) :]]

    def _entity(self) -> Entity | None:
        named = str(self.given.get("entity") or "")
        return self.book.vocabulary.entity_named(re.split(r"\s+(?:by|按)\s*|按", named, maxsplit=1)[0].strip())

    # ---- each answer held against what there is

    def checked(self, key: str, answer: str) -> Any:
        """Return an answer as it is kept; raises Wrong with what to say of it."""
        if key in ("when", "unless", "require", "amount", "as_of", "message"):
            return self._expression(key, answer)
        method = {
            "id": self._id,
            "verified": self._verified,
            "jurisdiction": self._jurisdiction,
            "levels": lambda text: self._several("budget_level", text),
            "unit_kinds": lambda text: self._several("unit_kind", text),
            "entity": self._subject,
            "start": self._day,
            "end": self._day,
            "nature": self._nature,
            "severity": self._severity,
        }.get(key)
        return answer if method is None else method(answer)

    def _id(self, text: str) -> str:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", text):
            raise Wrong(
                Text(
                    "编号用小写字母、数字和 -，例如 reception-letter",
                    "an id is made of a-z, 0-9 and -, such as reception-letter",
                )
            )
        if text in self.book.rules:
            raise Wrong(
                Text(
                    f"编号“{text}”已是一条规则：{self.book.rules[text].title.zh}",
                    f"{text!r} is a rule already: {self.book.rules[text].title.en}",
                )
            )
        if self.there(text):
            raise Wrong(Text(f"这里已有 {text}.yaml，换一个编号", f"{text}.yaml is there already: choose another id"))
        return text

    def _taken(self, ident: str) -> bool:
        return ident in self.book.rules or self.there(ident)

    def _of(self, what: Text, table: Mapping[str, str], text: str) -> str:
        """Return what *text* stands for among a few words in either language."""
        words = {**{word: word for word in table}, **{zh: word for word, zh in table.items()}}
        if text in words:
            return words[text]
        listed = ("、".join(table.values()), ", ".join(table))
        raise Wrong(Text(f"{what.zh}没有“{text}”，可写：{listed[0]}", f"{text!r} is no {what.en}; one of: {listed[1]}"))

    def _verified(self, text: str) -> str:
        return self._of(Text("核对程度", "verified"), VERIFIED_ZH, text)

    def _nature(self, text: str) -> str:
        known = {name: told.zh for name, told in NATURES.items() if name != "indicator"}
        found = self._of(Text("定性", "nature"), known, text)
        if found == "breach" and (self.given.get("verified") or "no") != "text":
            self.say(
                Text(
                    "注意：没有读过原文的依据，违规会按疑点报告",
                    "note: without the text read, a breach is reported as a query",
                ).say(self.lang)
            )
        return found

    def _severity(self, text: str) -> str:
        found = self._of(Text("严重程度", "severity"), SEVERITY_ZH, text)
        allowed = self._severities()
        if found not in allowed:
            zh = "、".join(SEVERITY_ZH[each] for each in allowed)
            raise Wrong(
                Text(
                    f"这样核对的依据最高到“{SEVERITY_ZH[allowed[0]]}”，可写：{zh}",
                    f"a basis read so far carries {', '.join(allowed)}",
                )
            )
        return found

    def _jurisdiction(self, text: str) -> str:
        plain = half_width(text).strip()
        if plain.isascii() and plain.isdigit() and len(plain) in (2, 4):
            bad = places.wrong(plain)
            code, told, wrong = plain, None, bad
        else:
            code, told, wrong = places.read(plain)
        if wrong is not None:
            raise Wrong(*(each for each in wrong if each is not None))
        if told is not None:
            self.say(told.say(self.lang))
        return code

    def _several(self, enumeration: str, text: str) -> list[str]:
        known = self.book.vocabulary.enumerations[enumeration]
        found = []
        for word in filter(None, re.split(r"[\s、,，]+", text)):
            if word not in known.by_name:
                raise Wrong(
                    Text(
                        f"没有“{word}”，可写：" + "、".join(n[0] for n in known.values.values()),
                        f"there is no {word!r}; one of: " + ", ".join(known.values),
                    )
                )
            found.append(known.by_name[word])
        return found

    def _day(self, text: str) -> str:
        try:
            return parse_date(text).isoformat()
        except BadValue as bad:
            raise Wrong(bad.message, *([bad.hint] if bad.hint else [])) from None

    def _subject(self, text: str) -> str:
        vocabulary = self.book.vocabulary
        head, *rest = re.split(r"\s+(?:by|按)\s*|按", text, maxsplit=1)
        entity = vocabulary.entity_named(text) or vocabulary.entity_named(head.strip())
        if entity is None:
            hint = did_you_mean(head.strip(), vocabulary.entity_names()) or Text(
                f"没有的对象先加：checker vocabulary add {head.strip()} 字段 类型",
                f"add it first: checker vocabulary add {head.strip()} FIELD TYPE",
            )
            raise Wrong(Text(f"没有“{head.strip()}”这种对象", f"there is no entity {head.strip()!r}"), hint)
        for word in re.split(r"[,，、]", rest[0]) if rest else ():
            if not any(word.strip() in (f.id, f.zh) for f in entity.fields.values()):
                names = [name for f in entity.fields.values() for name in (f.zh, f.id)]
                told = Text(f"{entity.zh}没有字段“{word.strip()}”", f"{entity.id} has no field {word.strip()!r}")
                raise Wrong(told, *filter(None, [did_you_mean(word.strip(), names)]))
        return text

    def limit(self, text: str) -> list[str]:
        """Return a limit as its name, its value and the day from which it holds (none yet)."""
        name, sign, value = (part.strip() for part in text.replace("＝", "=").partition("="))
        if not (sign and name and value):
            raise Wrong(
                Text(
                    f"“{text}”要写成 名称=值，例如 公函限额=3000元",
                    f"{text!r} is written NAME=VALUE, such as letter_limit=3000元",
                )
            )
        if name in self.book.names or name in parameter_names(self.book.parameters):
            raise Wrong(
                Text(f"“{name}”已有别的意思，换一个名称", f"{name!r} already means something; choose another name")
            )
        if any(name == each[0] for each in self.given.get("limits") or []):
            raise Wrong(Text(f"“{name}”写过了", f"{name!r} is there already"))
        if value[:1].isdigit() and kind_of(value) == "text":
            raise Wrong(
                Text(
                    f"“{value}”读不成数：写 30、30平方米、3000元、5% 或 2020-12-31",
                    f"{value!r} cannot be read as a figure: write 30, 3000元, 5% or 2020-12-31",
                )
            )
        return [name, value, ""]

    def _scope(self) -> tuple[Scope, Lexicon]:
        vocabulary, text = self.book.vocabulary, str(self.given.get("entity") or "")
        entity = self._entity()
        assert entity is not None
        group = None
        if vocabulary.entity_named(text) is None:
            keys = re.split(r"\s+(?:by|按)\s*|按", text, maxsplit=1)[1]
            names = {name: f.id for f in entity.fields.values() for name in (f.id, f.zh)}
            group = Group(entity.id, tuple(names[word.strip()] for word in re.split(r"[,，、]", keys)))
        limits = self.given.get("limits") or []
        own = {name: (name, kind.replace("count", "number")) for name, value, _ in limits for kind in [kind_of(value)]}
        frame = Frame(entity.id, (entity.zh, entity.id, *entity.aliases), group)
        scope = Scope(vocabulary, (frame,), {**parameter_names(self.book.parameters), **own}, self.book.definitions)
        return scope, Lexicon({*self.book.names, *own})

    def _expression(self, key: str, text: str) -> str:
        """Return a condition, an amount, a date or a message that reads well; every mistake is told at its place."""
        scope, lexicon = self._scope()
        problems: list[Problem] = []
        source = Source(Text("答案", "answer").say(self.lang), text, Node("plain", text, 1, 1), "utf-8", "", ())
        reader = FileReader(source, self.book.vocabulary, problems)
        reader.strict = True
        if key == "message":
            reader.template(source.root, scope, lexicon)
        else:
            found = reader.expression(
                source.root, scope, lexicon, {"amount": "money", "as_of": "date"}.get(key, "boolean")
            )
            if key == "require" and isinstance(found, Literal):
                raise Wrong(
                    Text(
                        "这条要求不会变，规则永远不会不符合", "this requirement is a constant: the rule can never fail"
                    )
                )
        if problems:
            raise Wrong(*problems)
        return text


def kept(path: Path) -> dict[str, Any] | None:
    """Return the answers of a draft; nothing where there is none that can be read."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    fits = isinstance(found, dict) and found.get("format") == FORMAT and isinstance(found.get("answers"), dict)
    known = {step.key for step in STEPS}
    return {key: value for key, value in found["answers"].items() if key in known} if fits else None


def keep(path: Path, given: Mapping[str, Any]) -> None:
    """Write the answers so far, all or nothing: whatever ends the program after it, they are there."""
    answers = {step.key: given[step.key] for step in STEPS if step.key in given}
    text = json.dumps({"format": FORMAT, "answers": answers}, ensure_ascii=False, indent=1) + "\n"
    was = {str(path): path.read_bytes()} if path.is_file() else {}
    write_files({str(path): text.encode()}, was)
