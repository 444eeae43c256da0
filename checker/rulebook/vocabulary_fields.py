"""What a vocabulary says of one field, and the words that its entries are written in."""

from __future__ import annotations

import re
from datetime import date

from checker.base.errors import Place, Problem, Text, did_you_mean
from checker.cases.cells import FALSE_WORDS, TRUE_WORDS
from checker.cases.papers import WHOM, Paper
from checker.cases.vocabulary import BASIC_TYPES, Entity, Enumeration, Field
from checker.documents.node import Node
from checker.documents.shape import Shape
from checker.documents.source import Source, control_characters
from checker.rulebook.vocabulary_shapes import FIELD_KEYS, PAPER_KEYS, TEXT_KEYS

NONE_TYPES = ("money", "count", "number")
"""Types of a field whose “none” may be said to be 0."""
SIGNED = ("money", "percent", "count", "number")
"""Types of a field of which it may be said whether it can be below zero."""
OF_A_CHANGE = tuple("差增减变调净余盈亏损冲退赤追结")
"""Characters in the name of a figure that may be below zero: 结余, 增长率, 冲销, 退款."""
CODES = ("编号", "编码", "代码", "号码", "账号", "卡号")
"""How the name of a text ends that is one only as it is written."""
TYPE_WORDS = {
    "金额": "money",
    "百分比": "percent",
    "数字": "number",
    "整数": "count",
    "日期": "date",
    "文字": "text",
    "是否": "flag",
    "年度": "year",
}
REFERS = ("ref ", "引用 ", "指向 ", "指向", "引用")
"""How the type of a field begins that names another fact."""
LONGEST = 48
"""Bytes of a name: databases cut a column at 63, which has more to say than the name alone."""
_MAPPINGS = frozenset(("fields", "values", "entities", "enumerations", "documents"))
"""Keys of mappings, which say themselves that they want one."""
_ID = re.compile(r"[a-z][a-z0-9_]*|[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9_]*")


class WordReader:
    """Reads mappings, words and names of a vocabulary file; what is wrong is collected in `problems`."""

    def __init__(
        self,
        source: Source,
        entities: dict[str, Entity],
        enumerations: dict[str, Enumeration],
        problems: list[Problem],
        carries: dict[str, dict[str, tuple[str, ...]]],
        places: dict[tuple[str, str], Place] | None = None,
    ) -> None:
        self.carries = carries
        self.places = {} if places is None else places
        """Where each field and value was written that a file before this one has, by its entity or enumeration."""
        self.builtin: frozenset[tuple[str, str]] = frozenset()
        """Those of the lowest file: whoever names one of them again says what it holds, and leaves the rest as it is."""
        self.source = source
        self.entities = entities
        self.enumerations = enumerations
        self.problems = problems
        problems += control_characters(source)

    def problem(self, node: Node, zh: str, en: str, hint: Text | None = None) -> None:
        """Note one problem."""
        self.problems.append(Problem("vocabulary", self.source.place(node), Text(zh, en), hint))

    def mapping(self, node: Node, known: Shape) -> dict[str, Node]:
        """Return the entries of a mapping by their English keys; *known* says which there may be."""
        if node.kind != "map":
            self.problem(
                node, "这里要写“键: 值”", "a mapping is wanted here", Text("写成“键: 值”", "write “key: value”")
            )
            return {}
        chinese = {zh: key for key, zh in known.items()}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.text if key.text in known else chinese.get(key.text)
            if name is None:
                self.problem(
                    key,
                    f"不认识的键“{key.text}”",
                    f"unknown key {key.text!r}",
                    did_you_mean(key.text, [*known, *known.values()])
                    or Text("可写：" + "、".join(known.values()), "one of: " + ", ".join(known)),
                )
            elif name in found:
                self.problem(key, f"“{key.text}”写了两次", f"{key.text!r} is there twice", Text("只留一处", "keep one"))
            elif value.kind not in ("map", "list") and not value.text.strip() and name not in _MAPPINGS:
                told = f"“{key.text}”后面是空的", f"{key.text!r} is empty"
                self.problem(key, *told, Text("补上，或删去这一行", "write it, or leave the line out"))
            else:
                found[name] = value
        return found

    def words(self, node: Node | None) -> tuple[str, ...]:
        """Return one word or a list of them."""
        if node is None:
            return ()
        if node.kind == "list":
            return tuple(child.text for child in node.value)
        return (node.text,)

    def word(self, node: Node | None) -> str:
        """Return a single word; "" where there is none."""
        return "" if node is None or node.kind in ("map", "list") else node.text

    def flag(self, node: Node | None) -> bool:
        """Return yes or no; nothing is no."""
        word = self.word(node)
        if node is not None and word not in TRUE_WORDS and word not in FALSE_WORDS:
            told = f"这里写“是”或“否”，却是“{word}”", f"true or false is wanted here, not {word!r}"
            self.problem(node, *told, Text("没有的删去这一项", "leave it out where it is not so"))
        return word in TRUE_WORDS

    def text(self, node: Node | None) -> Text | None:
        """Return a text in both languages, if there is one."""
        if node is None:
            return None
        if node.kind != "map":
            return Text(node.text, node.text)
        found = self.mapping(node, TEXT_KEYS)
        zh, en = self.word(found.get("zh")), self.word(found.get("en"))
        return Text(zh or en, en or zh)

    def paper(self, node: Node | None) -> Paper | None:
        """Return a document that settles what is missing: its name in both languages, whom to ask, and from when on it is there."""
        if node is None or node.kind != "map":
            told = self.text(node)
            return None if told is None else Paper(*told)
        found = self.mapping(node, PAPER_KEYS)
        zh, en, word = (self.word(found.get(key)) for key in ("zh", "en", "whom"))
        words = {name: key for key, text in WHOM.items() for name in (key, text.zh)}
        if word and word not in words:
            names = Text("可写：" + "、".join(text.zh for text in WHOM.values()), "one of: " + ", ".join(WHOM))
            self.problem(found["whom"], f"没有“{word}”可问", f"there is no {word!r} to ask", names)
        month, day = self._first_day(found.get("not_before"))
        return Paper(
            zh or en, en or zh, words.get(word, ""), self.word(found.get("question")) in TRUE_WORDS, month, day
        )

    def _first_day(self, node: Node | None) -> tuple[int, int]:
        """Return the month and day that a paper is there from on."""
        if node is None:
            return 0, 0
        match = re.fullmatch(r"(\d\d)-(\d\d)", node.text)
        try:
            if match is not None:
                day = date(2001, int(match[1]), int(match[2]))
                return day.month, day.day
        except ValueError:
            pass
        self.problem(
            node,
            f"“{node.text}”不是月-日",
            f"{node.text!r} is not a month and day",
            Text("例如 06-01", "such as 06-01"),
        )
        return 0, 0

    def ident(self, node: Node) -> str:
        """Return the key of an entity, field or enumeration: a word without blanks and signs, since tables are named after it."""
        name = node.text
        if not _ID.fullmatch(name):
            self.problem(
                node,
                f"“{name}”要么是中文名称（不带空格和符号），要么用小写字母、数字和下划线",
                f"{name!r} must be a Chinese name without blanks or signs, or lower-case letters, digits and underscores",
                Text("例如 工资保证金，或 wage_bond", "such as 投标保证金, or wage_bond"),
            )
        elif len(name.encode()) > LONGEST:
            self.problem(
                node,
                f"“{name}”太长，名称最多 {LONGEST // 3} 个汉字",
                f"{name!r} is too long: a name has at most {LONGEST // 3} Chinese characters, {LONGEST} letters",
                Text("写短一些，全称写在“别名”里", "use a shorter one; the whole name can be an alias"),
            )
        return name

    def zh(self, body: dict[str, Node], node: Node, what: str) -> str:
        """Return the Chinese name, which *what* needs."""
        name = self.word(body.get("zh"))
        if not name and not what.isascii():
            return what
        if not name:
            self.problem(
                node,
                f"“{what}”没有写名称（zh，中文名称）",
                f"{what!r} has no Chinese name (zh)",
                Text("加一行 名称: …", "add a line zh: …"),
            )
        return name or what

    def _is_map(self, node: Node | None) -> bool:
        if node is not None and node.kind != "map":
            self.problem(
                node, "这里要写“键: 值”", "a mapping is wanted here", Text("写成“键: 值”", "write “key: value”")
            )
        return node is not None and node.kind == "map"


class FieldReader(WordReader):
    """Reads the fields of entities."""

    def field(self, entity: str, key: Node, node: Node) -> Field | None:
        """Read one field."""
        name = self.ident(key)
        short = node.kind in ("plain", "text", "list") and (node.kind == "list" or bool(node.text))
        if node.kind != "map" and not (short and not name.isascii()):
            self.problem(
                node,
                f"字段“{name}”要写成 {{名称: …, 类型: …}}",
                f"the field {name!r} is written {{zh: …, type: …}}",
                Text("例如 {名称: 公函文号, 类型: 文字}", "such as {zh: 公函文号, type: text}"),
            )
            return None
        body = {"type": node} if short else self.mapping(node, FIELD_KEYS)
        if "type" in body and body["type"].kind == "list":
            kind = self.inline_values(entity, name, body["type"])
        else:
            kind = self.word(body.get("type")) or "text"
            kind = TYPE_WORDS.get(kind, kind)
            kind = next((each.id for each in self.enumerations.values() if kind == each.zh), kind)
        ref = next((kind[len(lead) :].strip() for lead in REFERS if kind.startswith(lead)), None)
        if ref:
            ref = next((e.id for e in self.entities.values() if ref in (e.zh, *e.aliases)), ref)
        if not ref and kind not in BASIC_TYPES and kind not in self.enumerations:
            self.problem(
                body["type"],
                f"不认识的类型“{kind}”",
                f"unknown type {kind!r}",
                did_you_mean(kind, [*BASIC_TYPES, *TYPE_WORDS, *self.enumerations])
                or Text(
                    "可写：" + "、".join(TYPE_WORDS) + "、指向 合同，或一组可选的值 [甲, 乙]",
                    "one of: " + ", ".join(BASIC_TYPES) + ", ref contract, or an enumeration",
                ),
            )
            return None
        zh = self.zh(body, key, name)
        return Field(
            id=name,
            zh=zh,
            entity=entity,
            type="ref" if ref else kind,
            ref=ref,
            unit=self.word(body.get("unit")),
            aliases=self.words(body.get("aliases")),
            required=self.flag(body.get("required")),
            derive="derive" in body,
            exact=self.flag(body.get("exact")),
            computed=self.flag(body.get("computed")),
            paper=self.paper(body.get("paper")),
            default=self.default(body.get("default"), kind),
            none_is_zero=self.none_is_zero(body.get("none"), kind),
            none_as=self.none_as(body.get("none")),
            changed_by=self.words(body.get("changed_by")),
            fold=self.fold(body.get("fold"), kind, zh),
            negative=self.negative(body.get("negative"), kind, zh),
            code_of=self.word(body.get("code_of")),
        )

    def inline_values(self, entity: str, name: str, node: Node) -> str:
        """Read the words that a field may hold, written as a list in place of its type, and return what they are called."""
        known = self.entities.get(entity)
        ident = f"{known.zh if known is not None else entity}{name}"
        values: dict[str, tuple[str, ...]] = {self.ident(each): (each.text,) for each in node.value}
        if len(values) < max(1, len(node.value)):
            self.problem(
                node,
                f"“{name}”可选的值是空的，或写了两次",
                f"the values of {name!r} are none, or one is there twice",
                Text("写成 [甲, 乙]，每个一次", "write [甲, 乙], each once"),
            )
        if ident in self.enumerations and self.enumerations[ident].values != values:
            there = "、".join(self.enumerations[ident].values)
            self.problem(
                node,
                f"“{name}”已有另一组可选的值：{there}",
                f"{name!r} has other values already: {there}",
                Text("写一样的值，或换一个字段名", "write the same values, or choose another name"),
            )
        self.enumerations.setdefault(ident, Enumeration(ident, name, values, {word: word for word in values}))
        return ident

    def negative(self, node: Node | None, kind: str, zh: str) -> bool:
        """Read `negative: true` or `false`: whether a figure may be below zero.

        Where nothing is said no count may; what a pack adds may where its name tells of a change or a difference.
        """
        word = self.word(node)
        said = word in TRUE_WORDS
        if node is not None and (kind not in SIGNED or not (said or word in FALSE_WORDS)):
            self.problem(
                node,
                "“可负”只能写“是”或“否”，而且只用于金额、比率、整数和数字",
                "negative is true or false, and only for money, rates, counts and numbers",
                Text("写 可负: 否，或删去这一项", "write negative: false, or leave it out"),
            )
        if node is not None:
            return said
        return kind != "count" and (not self.builtin or kind not in SIGNED or any(sign in zh for sign in OF_A_CHANGE))

    def fold(self, node: Node | None, kind: str, zh: str) -> bool:
        """Read `fold: true` or `false`: typography decides nothing where texts of this field are compared.

        Where nothing is said, so it is for what a pack adds: people write one name in many ways. Codes are as they stand.
        """
        word = self.word(node)
        if node is not None and (kind != "text" or word not in (*TRUE_WORDS, *FALSE_WORDS)):
            told = Text("写 不计字形: 是，或删去这一项", "write fold: true, or leave it out")
            self.problem(
                node, "“不计字形”只能写“是”或“否”，而且只用于文字", "fold is true or false, and only for texts", told
            )
        if node is not None:
            return word in TRUE_WORDS
        return bool(self.builtin) and kind == "text" and not zh.endswith(CODES)

    def default(self, node: Node | None, kind: str) -> int | None:
        """Return what a count is where nobody wrote it."""
        word = self.word(node)
        if node is not None and not (kind == "count" and word.isascii() and word.isdigit()):
            told = Text("例如 {名称: 留空栏数, 类型: 整数, 缺省: 0}", "such as {zh: 留空栏数, type: count, default: 0}")
            self.problem(node, "只有整数可以有缺省值", "only a count can have a default", told)
            return None
        return int(word) if node is not None else None

    def none_is_zero(self, node: Node | None, kind: str) -> bool:
        """Read `none: 0`: what the report states as none is no money (or none of what is counted)."""
        if node is None or self.none_as(node):
            return False
        if self.word(node) != "0" or kind not in NONE_TYPES:
            self.problem(
                node,
                "“无”只能写 0 或另一个字段，而且只用于金额、整数和数字",
                "none can only be 0 or another field, and only for money, counts and numbers",
                Text("写 无: 0，或删去这一项", "write none: 0, or leave it out"),
            )
            return False
        return True

    def none_as(self, node: Node | None) -> str:
        """Read `none: initial_budget`: as a base the figure stated as none is that of another field of the same fact."""
        word = self.word(node)
        return word if _ID.fullmatch(word) else ""
