"""What stands in the entries of a mapping file: columns, fixed values, units, marks, lists of words."""

from __future__ import annotations

from checker.base.errors import Text, did_you_mean
from checker.base.values import COUNT_WORDS, UNIT_WORDS, UNITS, BadValue, half_width
from checker.cases.cells import FALSE_WORDS, TRUE_WORDS, typed
from checker.cases.vocabulary import Entity, Field
from checker.documents.node import Node
from checker.documents.unfilled import UNFILLED
from checker.mapping.model import DATE_ORDERS, SOURCE, Amounts, Column
from checker.mapping.shapes import AMOUNT_KEYS, COLUMN_KEYS
from checker.rulebook.reader import FileReader


class EntryReader(FileReader):
    """Reads single entries of a mapping; what is wrong with one is a problem at its place."""

    def _columns(self, node: Node, entity: Entity, of_unit: bool, amounts: Amounts) -> list[Column]:
        found: list[Column] = []
        if node.kind != "map":
            self.problem("mapping", node, Text("这里要写“表头: 字段”", "“heading: field” lines are wanted here"))
            return found
        for key, value in node.value:
            body = self.mapping(value, COLUMN_KEYS) if value.kind == "map" else {"field": value}
            if "field" not in body:
                if body:
                    self.problem(
                        "required", value, Text("没有写是哪个字段（字段）", "it is not said which field it is (field)")
                    )
                continue
            word = self.text(body["field"])
            field = _field(entity, word)
            if field is None:
                names = [name for f in entity.fields.values() if f.written for name in (f.id, f.zh)]
                told = Text(f"{entity.zh}没有字段“{word}”", f"{entity.name('en')} has no field {word!r}")
                self.problem(
                    "unknown-field",
                    body["field"],
                    told,
                    self.near(word, names)
                    or Text(
                        "可用的字段见 docs/vocabulary.zh.md；不读的列写在“忽略”里",
                        "the fields are in docs/vocabulary.en.md; columns that are not read go into ignore",
                    ),
                )
                continue
            own = Amounts()
            if "unit" in body or "decimals" in body:
                own = self._units(body, field)
            order = self.choice(
                body.get("date_order"),
                {**{k: k for k in DATE_ORDERS}, **{zh: k for k, zh in DATE_ORDERS.items()}},
                Text("日期顺序", "the order of dates"),
                "",
            )
            if order and field.type != "date":
                self.problem("date-order", body["date_order"], Text(f"“{field.zh}”不是日期", f"{field.id} is no date"))
            values = self._values(body.get("values"), field, amounts)
            found.append(Column(key.text, field, body["field"], of_unit, own, values, order))
        return found

    def _units(self, body: dict[str, Node], field: Field) -> Amounts:
        """Return the unit of a column and its decimals; the unit must be one that its field can stand in."""
        unit = self.text(body.get("unit"))
        unit = UNIT_WORDS.get(unit, unit)
        fitting = {"money": tuple(UNITS), "percent": ("%",), "count": COUNT_WORDS, "number": (field.unit or "分",)}.get(
            field.type, ()
        )
        if "unit" in body and unit not in fitting:
            told = Text(f"“{field.zh}”不能以“{unit}”为单位", f"{field.id} cannot stand in {unit!r}")
            self.problem(
                "unit",
                body["unit"],
                told,
                did_you_mean(unit, fitting)
                or (Text("可写：" + "、".join(fitting), "one of: " + ", ".join(fitting)) if fitting else None),
            )
        decimals = self._decimals(body.get("decimals"))
        if decimals is not None and field.type not in ("money", "percent", "number"):
            self.problem("decimals", body["decimals"], Text(f"“{field.zh}”没有小数", f"{field.id} has no decimals"))
        return Amounts(unit, decimals)

    def _amounts(self, node: Node | None, above: Amounts = Amounts()) -> Amounts:  # noqa: B008 - frozen
        if node is None:
            return above
        body = self.mapping(node, AMOUNT_KEYS)
        text = self.text(body.get("unit"))
        unit = UNIT_WORDS.get(text, text)
        if "unit" in body and unit not in UNITS:
            self.problem(
                "unit",
                body["unit"],
                Text(f"不认识的金额单位“{text}”", f"unknown unit of money {text!r}"),
                did_you_mean(text, list(UNITS)),
            )
        if body and not unit:
            self.problem(
                "required",
                node,
                Text("金额口径没有写单位", "amounts has no unit"),
                Text("例如 {单位: 元, 小数: 2}", "such as {unit: 元, decimals: 2}"),
            )
        return Amounts(unit, self._decimals(body.get("decimals")))

    def _decimals(self, node: Node | None) -> int | None:
        text = half_width(self.text(node))
        if node is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) == 1):
            self.problem(
                "decimals", node, Text(f"小数位数“{text}”要是 0 到 9", f"decimals must be 0 to 9, found {text!r}")
            )
            return None
        return int(text)

    def _row(self, node: Node | None) -> int:
        text = half_width(self.text(node))
        if node is None:
            return 1
        if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= 1000):
            self.problem(
                "header-row",
                node,
                Text(
                    f"表头行“{text}”要是行号，从 1 数起", f"header_row is the number of a row, from 1; found {text!r}"
                ),
            )
            return 1
        return int(text)

    def _mark(self, node: Node | None, table: dict[str, str], what: Text, default: str) -> str:
        """Return a mark, which in quotes may be a blank or a tab."""
        if node is not None and node.is_scalar and node.text in table:
            return table[node.text]
        return self.choice(node, table, what, default)

    def _flag(self, node: Node | None) -> bool:
        return bool(
            self.choice(
                node,
                {**dict.fromkeys(sorted(TRUE_WORDS), "1"), **dict.fromkeys(sorted(FALSE_WORDS), "")},
                Text("这里", "this"),
                "",
            )
        )

    def _listed(self, node: Node | None) -> tuple[tuple[str, Node], ...]:
        """Return a list of words, or one word, each with its place."""
        if node is None:
            return ()
        return tuple((self.text(each), each) for each in (node.value if node.kind == "list" else [node]))

    def _skips(self, node: Node | None) -> dict[str, tuple[str, ...]] | None:
        if node is None:
            return None
        if node.kind in ("plain", "text") and node.text in ("无", "none"):
            return {}
        if node.kind != "map":
            self.problem(
                "mapping",
                node,
                Text("这里要写“表头: [词]”", "“heading: [words]” is wanted here"),
                Text("例如 {项目名称: [合计, 小计]}；没有的写 {}", "such as {name: [合计, 小计]}; {} for none"),
            )
            return None
        return {key.text: tuple(word for word, _ in self._listed(value)) for key, value in node.value}

    def _values(self, node: Node | None, field: Field, amounts: Amounts) -> dict[str, str]:
        """Return what the words of a column stand for; each must be a value of the field."""
        if node is None:
            return {}
        if node.kind != "map":
            self.problem("mapping", node, Text("对照要写“表里的词: 值”", "values is “word: value”"))
            return {}
        for _, value in node.value:
            if not (value.is_scalar and value.text in UNFILLED and not field.required):  # not known yet
                self._given(value, field, amounts)
        return {key.text.strip(): self.text(value) for key, value in node.value}

    def _fixed(self, node: Node | None, entity: Entity, amounts: Amounts) -> tuple[dict[str, Node], dict[str, Node]]:
        """Return the fixed values of a table: of its own fields, and of the unit's (`unit.jurisdiction`)."""
        own: dict[str, Node] = {}
        theirs: dict[str, Node] = {}
        if node is None:
            return own, theirs
        if node.kind != "map":
            self.problem("mapping", node, Text("固定值要写“字段: 值”", "fixed is “field: value”"))
            return own, theirs
        root = self.vocabulary.root
        for key, value in node.value:
            head, dot, tail = key.text.partition(".")
            of_unit = bool(dot) and head in (root.id, root.zh) and entity is not root
            holder = root if of_unit else entity
            field = _field(holder, tail if of_unit else key.text)
            if field is None or field is SOURCE:
                names = [name for f in holder.fields.values() if f.written for name in (f.id, f.zh)]
                told = Text(f"{holder.zh}没有字段“{key.text}”", f"{holder.name('en')} has no field {key.text!r}")
                hint = self.near(tail or key.text, names)
                if not of_unit and _field(root, key.text) is not None:
                    hint = Text(
                        f"单位的字段写 {root.zh}.{key.text}，或写在最外层的固定值里",
                        f"a field of the unit is unit.{key.text}, or stands in fixed at the top",
                    )
                self.problem("unknown-field", key, told, hint)
                continue
            found = theirs if of_unit else own
            if field.id in found:
                self.problem("repeated", key, Text(f"“{key.text}”写了两次", f"{key.text!r} is there twice"))
            self._given(value, field, amounts)
            found[field.id] = value
        return own, theirs

    def _given(self, node: Node, field: Field, amounts: Amounts) -> None:
        """Say what is wrong with a value that the mapping itself gives to a field."""
        text = self.text(node)
        if text == "无" or not node.is_scalar:
            return
        if not text:
            self.problem("empty", node, Text(f"“{field.zh}”的值是空的", f"the value of {field.id} is empty"))
            return
        try:
            typed(field, text, self.vocabulary.enumerations, amounts.unit or None, amounts.decimals)
        except BadValue as bad:
            self.problem(
                f"bad-{field.type}",
                node,
                Text(f"{field.zh}：{bad.message.zh}", f"{field.name('en')}: {bad.message.en}"),
                bad.hint,
            )


def _field(entity: Entity, word: str) -> Field | None:
    """Return the field that a word means, by id, Chinese name or alias; what is worked out by the loader is none."""
    if word in (SOURCE.id, SOURCE.zh) and word not in entity.by_name:
        return SOURCE
    field = entity.by_name.get(word)
    return field if field is not None and field.written else None
