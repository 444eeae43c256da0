"""tables.yaml → Mapping: closed keys in Chinese or English, every problem of the file in one go."""

from __future__ import annotations

from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.base.values import half_width
from checker.cases.scope import read_documents
from checker.cases.vocabulary import Entity, Vocabulary
from checker.documents.node import Node
from checker.documents.source import Source
from checker.mapping.entries import EntryReader
from checker.mapping.model import PARENT, Amounts, Column, Mapping, TableMap
from checker.mapping.shapes import COMPLETE, DELIMITERS, ENCODINGS, TABLE_KEYS, TOP_KEYS

GROUP_MARKS = {",": ",", "，": ",", "逗号": ",", ".": ".", "'": "'", " ": " ", "空格": " ", "blank": " ", "": ""}


def read_mapping(source: Source, vocabulary: Vocabulary) -> Mapping:
    """Return what a mapping file says; raises InputError with everything that is wrong with it."""
    problems: list[Problem] = []
    reader = _MapReader(source, vocabulary, problems)
    made = reader.read()
    if problems or made is None:
        raise InputError(problems)
    return made


class _MapReader(EntryReader):
    """Reads one mapping file."""

    def read(self) -> Mapping | None:
        """Return the mapping as far as it could be read."""
        body = self.mapping(self.source.root, TOP_KEYS)
        amounts = self._amounts(body.get("amounts"))
        root = self.vocabulary.root
        fixed = self._fixed(body.get("fixed"), root, amounts)[0]
        top = [
            (Node("plain", key, 0, 0), _placeless(body[key]))
            for key in ("transcribed", "document", "not_disclosed")
            if key in body
        ]
        whole = "transcribed" in body and self.words(body["transcribed"]) in (("whole",), ("全部",), ("全文",))
        if "transcribed" in body and not whole:
            told = Text("转录只能写 whole（全文）", "transcribed can only be whole")
            self.problem(
                "transcribed", body["transcribed"], told, Text("不是全文的，删去这一行", "leave the line out otherwise")
            )
        if "document" in body:
            for node, told, hint in read_documents(body["document"], self.vocabulary)[1]:
                self.problem("document", node, told, hint)
        if "not_disclosed" in body:
            self._hidden(body["not_disclosed"])
        entries = body.get("tables")
        if entries is None:
            hint = Text(
                "例如 表格: [{文件: 支出.csv, 对象: 支出项目, 列: {…}}]",
                "such as tables: [{file: lines.csv, entity: budget_line, columns: {…}}]",
            )
            if body or not self.problems:
                self.problem(
                    "required", self.source.root, Text("没有写“表格”（tables）", "there is no key tables"), hint
                )
            return None
        if entries.kind != "list" or not entries.value:
            self.problem(
                "list-wanted",
                entries,
                Text("表格要写成清单（每张表以 - 开头）", "tables is a list; each table begins with -"),
            )
            return None
        tables = [made for entry in entries.value if (made := self._table(entry, amounts, fixed)) is not None]
        self._parents(tables)
        return Mapping(
            self.source,
            tuple(tables),
            self._listed(body.get("ignore")),
            self._listed(body.get("ignore_sheets")),
            amounts,
            tuple(top),
            whole,
        )

    def _hidden(self, node: Node) -> None:
        """Hold what is not disclosed against the vocabulary: fields, or fields of an entity; an id before the dot is for the units to know."""
        if node.kind != "list":
            self.problem(
                "not-disclosed",
                node,
                Text("not_disclosed 要写成清单", "not_disclosed is a list"),
                Text("例如 [goal]", "such as [goal]"),
            )
            return
        for entry in node.value:
            head, _, tail = entry.text.rpartition(".")
            named = self.vocabulary.entity_named(head) if head else None
            among = [named] if named is not None else [] if head else list(self.vocabulary.entities.values())
            if entry.is_scalar and (tail if not among else any(tail in each.by_name for each in among)):
                continue
            told = Text(
                f"not_disclosed：没有叫“{entry.text}”的字段", f"not_disclosed: there is no field called {entry.text!r}"
            )
            known = [f"{head}.{name}" if head else name for each in among for name in each.by_name]
            self.problem(
                "not-disclosed",
                entry,
                told,
                did_you_mean(entry.text, known)
                or Text("字段的名称见 checker vocabulary", "for the names of fields see checker vocabulary"),
            )

    def _parents(self, tables: list[TableMap]) -> None:
        """Every table whose rows belong to others has a table of those, which says their ids."""
        for table in tables:
            above = table.entity.parent
            if above in (None, self.vocabulary.root.id):
                continue
            owners = [other for other in tables if other.entity.id == above]
            entity = self.vocabulary.entities[str(above)]
            if not owners:
                told = Text(
                    f"{table.entity.zh}属于{entity.zh}，却没有{entity.zh}的表",
                    f"a {table.entity.name('en')} belongs to a {entity.name('en')}, of which there is no table",
                )
                self.problem(
                    "no-parent-table", table.node, told, Text(f"加上{entity.zh}的表", f"add the table of {entity.id}")
                )
            for other in owners if table.entity.link is None else ():
                if entity.key[0] not in [c.field.id for c in other.columns if not c.of_unit]:
                    told = Text(
                        f"{entity.zh}的表没有编号（{entity.key[0]}）",
                        f"the table of {entity.id} has no {entity.key[0]}",
                    )
                    self.problem("no-id", other.node, told)

    def _table(self, entry: Node, shared: Amounts, unit_fixed: dict[str, Node]) -> TableMap | None:
        before = len(self.problems)
        body = self.mapping(entry, TABLE_KEYS)
        if not body:
            return None
        self.lacking(entry, body, TABLE_KEYS)
        word = self.text(body.get("entity"))
        entity = self.vocabulary.entity_named(word)
        if word and entity is None:
            names = self.vocabulary.entity_names()
            told = Text(f"没有对象“{word}”", f"there is no entity {word!r}")
            hint = self.near(word, names) or Text(
                "可写：" + "、".join(e.zh for e in self.vocabulary.entities.values()),
                "one of: " + ", ".join(self.vocabulary.entities),
            )
            self.problem("unknown-entity", body["entity"], told, hint)
        if entity is None or "columns" not in body:
            return None
        amounts = self._amounts(body.get("amounts"), shared)
        columns = self._columns(body["columns"], entity, False, amounts)
        root = self.vocabulary.root
        of_root = entity is root
        if "unit" in body and of_root:
            self.problem(
                "unit",
                body["unit"],
                Text("单位的表，字段都写在“列”里", "in a table of units all fields go into columns"),
            )
        elif "unit" in body:
            columns += self._columns(body["unit"], root, True, amounts)
        own, theirs = self._fixed(body.get("fixed"), entity, amounts)
        if of_root:
            own, theirs = {}, own
        year = body.get("year")
        if year is not None:
            self._year(year, columns, theirs, of_root)
        parent = body.get("parent")
        nested = entity.parent not in (None, root.id)
        if parent is not None and not nested:
            told = Text(
                f"{entity.zh}直接属于单位，不用写“所属”",
                f"a {entity.name('en')} belongs to the unit itself: leave parent out",
            )
            hint = Text("上级项目写在“列”里", "a parent line is a field of columns")
            self.problem("parent", parent, told, hint)
        elif parent is not None:
            columns.append(Column(self.text(parent), PARENT, parent))
        elif nested:
            above = self.vocabulary.entities[str(entity.parent)]
            told = Text(
                f"没有写哪一列说明属于哪个{above.zh}（所属）",
                f"it is not said which column names the {above.name('en')} (parent)",
            )
            self.problem("required", entry, told, Text("例如 所属: 项目编码", "such as parent: line number"))
        self._twice(columns, own, theirs, of_root)
        known = {column.field.id for column in columns if column.of_unit or of_root}
        theirs = {**{key: value for key, value in unit_fixed.items() if key not in known}, **theirs}
        self._whose(entry, entity, columns, theirs)
        for f in entity.fields.values():
            if (
                f.required
                and not of_root
                and f.id not in own
                and f.id not in [c.field.id for c in columns if not c.of_unit]
            ):
                told = Text(
                    f"没有一列是“{f.zh}”（{f.id}），它必须有",
                    f"no column is {f.id}, which every {entity.name('en')} needs",
                )
                self.problem(
                    "required",
                    entry,
                    told,
                    Text(
                        f"每一行都相同的，写 固定值: {{{f.zh}: …}}",
                        f"what is the same in every row: fixed: {{{f.id}: …}}",
                    ),
                )
        made = TableMap(
            self.text(body.get("file")),
            entry,
            entity,
            tuple(columns),
            sheet=self.text(body.get("sheet")),
            header_row=self._row(body.get("header_row")),
            encoding=self.choice(_lower(body.get("encoding")), ENCODINGS, Text("编码", "the encoding"), ""),
            delimiter=self._mark(body.get("delimiter"), DELIMITERS, Text("分隔符", "the delimiter"), ""),
            decimal_mark=self._mark(
                body.get("decimal_mark"), {".": ".", ",": ","}, Text("小数点", "the decimal mark"), "."
            ),
            group_mark=self._mark(body.get("group_mark"), GROUP_MARKS, Text("千分号", "the group mark"), ""),
            amounts=amounts,
            fixed=own,
            unit_fixed=theirs,
            ignore=self._listed(body.get("ignore")),
            skip_rows=self._skips(body.get("skip_rows")),
            keep_rows=self._skips(body.get("keep_rows")) or {},
            fill_down=tuple(word for word, _ in self._listed(body.get("fill_down"))),
            none_words=frozenset(word for word, _ in self._listed(body.get("none"))),
            empty_words=frozenset(word for word, _ in self._listed(body.get("empty"))),
            complete=self.choice(body.get("complete"), COMPLETE, Text("完整", "complete"), ""),
            as_shown=self._flag(body.get("as_shown")),
        )
        if made.decimal_mark == made.group_mark:
            self.problem(
                "marks",
                body.get("group_mark", entry),
                Text("小数点和千分号是同一个字符", "the decimal mark and the group mark are the same"),
            )
        both = made.none_words & made.empty_words
        if both:
            self.problem(
                "words",
                body["empty"],
                Text(f"“{min(both)}”既写作无，又写作空", f"{min(both)!r} is given for none and for empty"),
            )
        return made if len(self.problems) == before else None

    def _year(self, node: Node, columns: list[Column], fixed: dict[str, Node], of_root: bool) -> None:
        """Take `year` for a fixed year where it is four digits, and for a heading otherwise."""
        field = self.vocabulary.root.fields["fiscal_year"]
        text = self.text(node)
        if len(half_width(text).strip().removesuffix("年")) == 4 and half_width(text)[:4].isdigit():
            fixed[field.id] = node
            self._given(node, field, Amounts())
        else:
            columns.append(Column(text, field, node, not of_root))

    def _whose(self, entry: Node, entity: Entity, columns: list[Column], fixed: dict[str, Node]) -> None:
        """Every table says of which unit and year its rows are."""
        root = self.vocabulary.root
        named = {c.field.id for c in columns if c.of_unit or entity is root} | set(fixed)
        if not named & set(root.key):
            told = Text(
                "没有写哪一列是单位的代码或名称", "it is not said which column names the unit (its code or name)"
            )
            self.problem("no-unit", entry, told, Text("例如 单位: {单位编码: code}", "such as unit: {unit code: code}"))
        if "fiscal_year" not in named:
            told = Text("没有写年度", "it is not said of which year the rows are")
            self.problem(
                "no-year", entry, told, Text("写 年度: 2020，或 年度: 表头", "write year: 2020, or year: HEADING")
            )

    def _twice(self, columns: list[Column], own: dict[str, Node], theirs: dict[str, Node], of_root: bool) -> None:
        """Refuse two columns for one field, and a fixed value beside a column of the table's own."""
        seen: dict[tuple[str, bool], Column] = {}
        for column in columns:
            key = (column.field.id, column.of_unit or of_root)
            first = seen.setdefault(key, column)
            if first is not column:
                told = Text(
                    f"“{first.heading}”和“{column.heading}”是同一个字段（{column.field.id}）",
                    f"{first.heading!r} and {column.heading!r} are the same field ({column.field.id})",
                )
                self.problem("repeated", column.node, told, Text("只留一处", "keep one of them"))
            if column.field.id in (theirs if key[1] else own):
                told = Text(
                    f"“{column.field.zh}”又有固定值，又有一列", f"{column.field.id} has a fixed value and a column"
                )
                self.problem("repeated", column.node, told, Text("只留一处", "keep one of them"))


def _lower(node: Node | None) -> Node | None:
    if node is None or not node.is_scalar:
        return node
    return Node(node.kind, node.text.lower().replace("_", "-"), node.line, node.column)


def _placeless(node: Node) -> Node:
    """Return *node* without its places, which in the case of a unit would be those of rows."""
    if node.kind == "list":
        return Node("list", [_placeless(each) for each in node.value], 0, 0)
    if node.kind == "map":
        return Node("map", [(_placeless(key), _placeless(value)) for key, value in node.value], 0, 0)
    return Node(node.kind, node.value, 0, 0)
