"""rules/forms/*.yaml → forms; closed keys in Chinese or English, every problem of every file in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from checker.base.errors import InputError, Problem, Text
from checker.base.files import read_member
from checker.cases.vocabulary import Entity, Field, Vocabulary
from checker.documents.node import Node
from checker.documents.source import read_source
from checker.intake.forms.model import (
    UNIT,
    Band,
    Each,
    Expects,
    FactKind,
    Figures,
    Foot,
    Form,
    Prescribed,
    Ratio,
    RowRule,
    Same,
    Target,
)
from checker.intake.forms.sentence_reader import SentenceReader
from checker.intake.forms.shapes import (
    BAND_KEYS,
    EACH_KEYS,
    FACT_KEYS,
    FIGURES_KEYS,
    FOOT_KEYS,
    FORM_KEYS,
    ID,
    INSTRUMENT_KEYS,
    PARTS,
    RATIO_KEYS,
    ROW_KEYS,
    SAME_KEYS,
    SPLITS,
    TARGET_KEYS,
)
from checker.intake.forms.words import heading, label
from checker.rulebook.packs import Pack
from checker.rulebook.reader import FileReader
from checker.rulebook.shapes import VERIFIED_WORDS

_ID = re.compile(ID)
FIGURES = ("money", "percent", "number", "count")


def read_forms(paths: Iterable[Path], vocabulary: Vocabulary) -> tuple[Form, ...]:
    """Return the forms of files and folders of forms, by id; raises InputError with everything that is wrong with any of them."""
    problems: list[Problem] = []
    given: list[tuple[str, bytes]] = []
    for file in (file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])):
        try:
            given.append((str(file), read_member(file)))
        except InputError as wrong:
            problems += wrong.problems
    return _forms(given, vocabulary, problems)


def forms_of(packs: Iterable[Pack], vocabulary: Vocabulary) -> tuple[Form, ...]:
    """Return the forms that rule packs bring along in their folders `forms`; raises InputError like `read_forms`."""
    return _forms([(part.shown, part.data) for pack in packs for part in pack.parts if part.is_form], vocabulary, [])


def _forms(given: Iterable[tuple[str, bytes]], vocabulary: Vocabulary, problems: list[Problem]) -> tuple[Form, ...]:
    found: dict[str, Form] = {}
    for file, data in given:
        try:
            source = read_source(file, data)
        except InputError as wrong:
            problems += wrong.problems
            continue
        reader = _FormReader(source, vocabulary, problems)
        made = reader.form()
        if made is not None and made.id in found:
            told = Text(f"“{made.id}”已在 {found[made.id].file} 里", f"{made.id!r} is in {found[made.id].file} already")
            reader.problem("form-id", source.root, told, Text("换一个编号", "choose another id"))
        elif made is not None:
            found[made.id] = made
    if problems:
        raise InputError(problems)
    return tuple(found[ident] for ident in sorted(found))


class _FormReader(FileReader):
    """Reads the file of one form."""

    def form(self) -> Form | None:
        """Return the form; nothing where it has problems, which are noted."""
        before = len(self.problems)
        body = self.mapping(self.source.root, FORM_KEYS)
        if body:
            self.lacking(self.source.root, body, FORM_KEYS)
            for key in ("fingerprint", "bands") if "sentences" not in body else ():
                if not {key, FORM_KEYS[key]} & {*body, *self.meant}:
                    told = Text(
                        f"没有写“{FORM_KEYS[key]}”（{key}），也没有写“句式”", f"there are neither {key} nor sentences"
                    )
                    self.problem("required", self.source.root, told)
        ident = self.text(body.get("form"))
        if "form" in body and not _ID.fullmatch(ident):
            told = Text(
                f"编号“{ident}”只能用小写字母、数字和短横",
                f"the id {ident!r} is made of small letters, digits and dashes",
            )
            self.problem("form-id", body["form"], told)
        kinds = self.documents(body.get("document"))
        self.aliases: dict[str, str] = {}
        for name, node in self._pairs(body.get("aliases")):
            self.aliases |= {heading(word): heading(name.text) for word in self.words(node)}
        self.facts: dict[str, FactKind] = self._given_facts()
        for name, node in self._pairs(body.get("facts")):
            self._fact(name, node)
        prescribed = self._instrument(body.get("instrument"))
        fingerprint = tuple(self._headings(row) for row in self._list(body.get("fingerprint")))
        bands = tuple(self._band(node) for node in self._list(body.get("bands")))
        cells = {
            label(key.text): made
            for key, node in self._pairs(body.get("cells"))
            if (made := self._target(node, ("text",))) is not None
        }
        sayings = SentenceReader(self, self._target).sentences(self._list(body.get("sentences")))
        if len(self.problems) > before:
            return None
        return Form(
            ident,
            self.source.file,
            Text(self.text(body["title"]), self.text(body.get("title_en")) or ident),
            tuple(map(heading, self.words(body["titles"]))),
            kinds[0],
            prescribed,
            fingerprint,
            self.aliases,
            self.facts,
            bands,
            cells,
            sayings,
            self.text(body.get("set")),
        )

    def _given_facts(self) -> dict[str, FactKind]:
        """Return the facts that every form may name: the unit, the lines of the three levels, the kinds of the three public expenses."""
        given = {UNIT: FactKind(UNIT, self.vocabulary.root.id)}
        levels = self.vocabulary.enumerations["line_kind"].values
        for key, parent in (("total", ""), ("basic", "total"), ("project", "total")):
            given[key] = FactKind(key, "budget_line", (("kind", key), ("name", levels[key][0])), parent)
        for key in self.vocabulary.enumerations["three_public_kind"].values:
            given[key] = FactKind(key, "three_public_line", (("kind", key),))
        return given

    def _pairs(self, node: Node | None) -> list[tuple[Node, Node]]:
        if node is None:
            return []
        if node.kind != "map":
            self.problem("mapping", node, Text("这里要写“键: 值”", "“key: value” lines are wanted here"))
            return []
        return list(node.value)

    def _list(self, node: Node | None) -> list[Node]:
        if node is None:
            return []
        if node.kind != "list" or not node.value:
            self.problem("list-wanted", node, Text("这里要写清单（每项以 - 开头）", "a list is wanted here"))
            return []
        return list(node.value)

    def _headings(self, node: Node | None) -> tuple[str, ...]:
        """Return headings as they are compared, other spellings put right; parts of a path are parted by a slash."""
        return tuple("/".join(self._same(part) for part in word.split("/")) for word in self.words(node))

    def _same(self, word: str) -> str:
        plain = heading(word)
        return self.aliases.get(plain, plain)

    def _instrument(self, node: Node | None) -> Prescribed:
        body = self.mapping(node, INSTRUMENT_KEYS) if node is not None else {}
        if node is not None:
            self.lacking(node, body, INSTRUMENT_KEYS)
        verified = self.choice(body.get("verified"), VERIFIED_WORDS, Text("核对", "verified"), "no")
        return Prescribed(
            self.text(body.get("name")), self.text(body.get("number")), verified, self.text(body.get("note"))
        )

    def _fact(self, key: Node, node: Node) -> None:
        body = self.mapping(node, FACT_KEYS)
        entity = self._entity(body.get("entity"), node)
        if key.text in self.facts:
            self.problem("form-fact", key, Text(f"“{key.text}”是已有的对象", f"{key.text!r} is a fact already"))
        parent = self.text(body.get("parent"))
        if parent and parent not in self.facts:
            self.problem(
                "form-fact",
                body["parent"],
                Text(f"没有对象“{parent}”", f"there is no fact {parent!r}"),
                self.near(parent, self.facts),
            )
        if entity is None:
            return
        texts = tuple(self._said(entity, name, value) for name, value in self._pairs(body.get("texts")))
        self.facts[key.text] = FactKind(key.text, entity.id, tuple(filter(None, texts)), parent)

    def _said(self, entity: Entity, name: Node, value: Node) -> tuple[str, str] | None:
        """Return a text that a fact always has: of a closed list the value itself."""
        found = self._field(entity, name)
        if found is None:
            return None
        known = self.vocabulary.enumerations.get(found.type)
        word = self.text(value)
        if known is not None and word not in known.by_name:
            told = Text(f"{known.zh}没有“{word}”", f"{known.id} has no value {word!r}")
            self.problem("choice", value, told, self.near(word, known.by_name))
        return found.id, known.by_name.get(word, word) if known is not None else word

    def _entity(self, node: Node | None, above: Node) -> Entity | None:
        name = self.text(node)
        entity = self.vocabulary.entity_named(name)
        if entity is None:
            self.problem(
                "form-entity",
                node or above,
                Text(f"没有“{name}”这种对象", f"there is no entity {name!r}"),
                self.near(name, self.vocabulary.entity_names()),
            )
        return entity

    def _field(self, entity: Entity, node: Node, name: str = "") -> Field | None:
        word = name or node.text
        found = entity.by_name.get(word)
        if found is None or not found.written:
            self.problem(
                "form-field",
                node,
                Text(f"{entity.zh}没有字段“{word}”", f"{entity.id} has no field {word!r}"),
                self.near(word, entity.by_name),
            )
            return None
        return found

    def _target(self, node: Node, types: tuple[str, ...] = FIGURES, entity: Entity | None = None) -> Target | None:
        """Return where a figure goes, written fact.field, or field alone within each row's own fact."""
        body = self.mapping(node, TARGET_KEYS) if node.kind == "map" else {"field": node}
        word = self.text(body.get("field"))
        fact, _, name = word.rpartition(".")
        if entity is None and fact not in self.facts:
            told = Text(
                f"“{word}”要写成 对象.字段，没有对象“{fact}”", f"{word!r} is not fact.field: there is no fact {fact!r}"
            )
            self.problem("form-fact", node, told, self.near(fact, self.facts))
            return None
        owner = entity or self.vocabulary.entities[self.facts[fact].entity]
        found = self._field(owner, body.get("field") or node, name)
        if found is None:
            return None
        if found.type not in types:
            told = Text(
                f"“{found.zh}”不是{'数' if types == FIGURES else '文字'}",
                f"{found.id} is no {'figure' if types == FIGURES else 'text'}",
            )
            self.problem("form-field", node, told)
        doubt = (
            Text(self.text(body["confirm"]), self.text(body.get("confirm_en")) or self.text(body["confirm"]))
            if "confirm" in body
            else None
        )
        return Target("" if entity is not None else fact, found.id, doubt)

    def _band(self, node: Node) -> Band:
        body = self.mapping(node, BAND_KEYS)
        self.lacking(node, body, BAND_KEYS)
        columns = self._headings(body.get("columns"))
        rows = tuple(self._row(each, columns) for each in self._list(body.get("rows")))
        each = self._each(body["each"], columns) if "each" in body else None
        foots = tuple(made for one in self._list(body.get("foots")) if (made := self._foot(one, columns)) is not None)
        expects = self._expects(body["expects"], body, columns, rows, each, foots) if "expects" in body else ()
        under, left_of = (
            self._same(self.text(body.get("under"))),
            "/".join(map(self._same, self.text(body.get("left_of")).split("/"))),
        )
        return Band(
            self._headings(body.get("head")),
            under,
            self._same(self.text(body.get("label"))),
            left_of,
            self._headings(body.get("codes")),
            self._headings(body.get("ordinals")),
            columns,
            rows,
            each,
            foots,
            self._side(body.get("side")),
            self._figures(body["figures"], columns) if "figures" in body else None,
            expects,
        )

    def _expects(
        self,
        node: Node,
        body: dict[str, Node],
        columns: tuple[str, ...],
        rows: Iterable[RowRule],
        each: Each | None,
        foots: Iterable[Foot],
    ) -> tuple[Expects, ...]:
        """Return what a filled-in table has: columns where its rows have no labels, else rows that the form speaks of."""
        if not (self.text(body.get("label")) or self.text(body.get("left_of"))):
            return (Expects("", self._columns(node, columns)),)
        known = {word for rule in rows for word in rule.labels} | {foot.total for foot in foots if foot.axis == "row"}
        known |= {each.name} if each is not None else set()
        given = node.value if node.kind == "map" else [(one, None) for one in self._entries(node)]
        found: list[Expects] = []
        for key, value in given:
            word = self._same_label(self.text(key))
            if word not in known:
                told = Text(f"“应有”里的“{word}”不是这个表头带的行", f"{word!r} is none of the rows of the band")
                self.problem("form-expects", key, told, self.near(word, known))
            found.append(Expects(word, self._columns(value, columns) if value is not None else ()))
        return tuple(found)

    def _columns(self, node: Node, columns: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._column(entry, columns) for entry in self._entries(node))

    def _entries(self, node: Node) -> list[Node]:
        return list(node.value) if node.kind == "list" else [node]

    def _figures(self, node: Node, columns: tuple[str, ...]) -> Figures:
        """Return how a whole table is read: nothing has to be written where the defaults do, `figures: {}`."""
        body = self.mapping(node, FIGURES_KEYS) if node.value else {}
        named = body.get("table")
        tables: tuple[tuple[str, str], ...] = ()
        if named is not None and named.kind == "map":
            tables = tuple((heading(key.text), self.text(value)) for key, value in self._pairs(named))
        elif named is not None:
            tables = (("", self.text(named)),)
        split = self.choice(body.get("split"), SPLITS, Text("分法", "split"), "rows") if "split" in body else "rows"
        levels = self._headings(body.get("levels")) if "levels" in body else ()
        same: list[Same] = []
        for each in self._list(body.get("same")):
            given = self.mapping(each, SAME_KEYS)
            self.lacking(each, given, SAME_KEYS)
            column = self._column(given["column"], columns) if "column" in given else ""
            row = self._same_label(self.text(given["row"])) if "row" in given else ""
            same.append(Same(self.text(given.get("table")), column, row))
        return Figures(tables, split, levels, tuple(same))

    def _side(self, node: Node | None) -> int:
        word = self.text(node)
        if word and word not in ("1", "2", "3", "4"):
            self.problem("form-side", node or self.source.root, Text("第几组写 1 到 4", "side is a number from 1 to 4"))
        return int(word) if word in ("1", "2", "3", "4") else 0

    def _column(self, node: Node, columns: tuple[str, ...]) -> str:
        name = "/".join(self._same(part) for part in node.text.split("/"))
        if name not in columns:
            self.problem(
                "form-column",
                node,
                Text(f"数据栏里没有“{node.text}”", f"{node.text!r} is none of the columns"),
                self.near(node.text, columns),
            )
        return name

    def _row(self, node: Node, columns: tuple[str, ...]) -> RowRule:
        body = self.mapping(node, ROW_KEYS)
        put = {
            self._column(key, columns): made
            for key, value in self._pairs(body.get("put"))
            if (made := self._target(value)) is not None
        }
        ratios: dict[str, Ratio] = {}
        for key, value in self._pairs(body.get("ratios")):
            given = self.mapping(value, RATIO_KEYS)
            ends = [self._target(given[end]) for end in RATIO_KEYS if end in given]
            if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
                ratios[self._column(key, columns)] = Ratio(ends[0][:2], ends[1][:2])
            else:
                self.problem(
                    "form-ratio", value, Text("比率要写分子和分母", "a ratio has a numerator and a denominator")
                )
        return RowRule(tuple(self._same_label(word) for word in self.words(body.get("label"))), put, ratios)

    def _same_label(self, word: str) -> str:
        return "/".join(self.aliases.get(label(part), label(part)) for part in word.split("/"))

    def _each(self, node: Node, columns: tuple[str, ...]) -> Each | None:
        body = self.mapping(node, EACH_KEYS)
        entity = self._entity(body.get("entity"), node)
        if entity is None:
            return None
        put = {
            self._column(key, columns): made
            for key, value in self._pairs(body.get("put"))
            if (made := self._target(value, FIGURES, entity)) is not None
        }
        texts = {
            self._same(key.text): found.id
            for key, value in self._pairs(body.get("texts"))
            if (found := self._field(entity, value)) is not None
        }
        line = self.text(body.get("line"))
        if line and line not in self.facts:
            self.problem(
                "form-fact",
                body["line"],
                Text(f"没有对象“{line}”", f"there is no fact {line!r}"),
                self.near(line, self.facts),
            )
        return Each(entity.id, self._same(self.text(body.get("name"))), texts, put, line)

    def _foot(self, node: Node, columns: tuple[str, ...]) -> Foot | None:
        body = self.mapping(node, FOOT_KEYS)
        axis: Literal["column", "row"] = "column" if "column" in body else "row"
        if ("column" in body) == ("row" in body) or "of" not in body:
            self.problem(
                "form-foot", node, Text("合计关系写 栏合计 或 行合计，和 各项", "a sum has column or row, and of")
            )
            return None
        if axis == "column":
            return Foot(axis, self._column(body[axis], columns), self._columns(body["of"], columns))
        parts = self.words(body["of"])
        if len(parts) == 1 and parts[0] in PARTS:
            return Foot(axis, self._same_label(self.text(body[axis])), (PARTS[parts[0]],))
        return Foot(axis, self._same_label(self.text(body[axis])), tuple(map(self._same_label, parts)))
