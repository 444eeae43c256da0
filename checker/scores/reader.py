"""scores/*.yaml of the packs → sheets; closed keys in Chinese or English, every problem of every file in one go."""

from __future__ import annotations

from checker.base.errors import InputError, Problem, Text, did_you_mean
from checker.documents.node import Node
from checker.documents.source import read_source
from checker.language.algebra import constant
from checker.language.scope import Scope
from checker.language.tokens import Lexicon
from checker.language.tree import Expr, Literal
from checker.rulebook.book import Rulebook
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Rule, Validity
from checker.rulebook.shapes import VALID_KEYS
from checker.scores.shapes import DEDUCT_KEYS, EACH, ROW_KEYS, SHEET_KEYS, STEP_KEYS
from checker.scores.sheet import Deduct, Formula, Method, Row, Sheet, Step, Steps

OPERATORS = {"at_most": "<=", "under": "<", "at_least": ">=", "over": ">"}
METHODS = ("deduct", "steps", "formula")
_SCORE_TYPES = ("number", "percent", "ratio")


def load_sheets(book: Rulebook) -> dict[str, Sheet]:
    """Return the score sheets of the rulebook's packs, by id; raises InputError with all that is wrong in any."""
    problems: list[Problem] = []
    lexicon = Lexicon(book.names)
    found: dict[str, Sheet] = {}
    for part, home in book.scores:
        try:
            source = read_source(part.shown, part.data)
        except InputError as error:
            problems += error.problems
            continue
        reader = FileReader(source, book.vocabulary, problems)
        sheet = _sheet(reader, book, lexicon)
        if sheet is None:
            continue
        if not sheet.reach.jurisdiction.startswith(home):
            told = Text(f"规则包只管行政区划 {home}", f"the pack is for jurisdiction {home}")
            hint = Text(f'写 行政区划: "{home}"', f'write jurisdiction: "{home}"')
            reader.problem("pack-jurisdiction", source.root, told, hint)
        if sheet.id in found:
            told = Text(
                f"计分表“{sheet.id}”已在 {found[sheet.id].file} 里",
                f"the sheet {sheet.id!r} is already in {found[sheet.id].file}",
            )
            reader.problem("duplicate-sheet", source.root, told, Text("换一个编号", "choose another id"))
        found[sheet.id] = sheet
    if problems:
        raise InputError(problems)
    return found


def _sheet(reader: FileReader, book: Rulebook, lexicon: Lexicon) -> Sheet | None:
    before = len(reader.problems)
    root = reader.source.root
    body = reader.mapping(root, SHEET_KEYS)
    if body:
        reader.lacking(root, body, SHEET_KEYS)
    rows: list[Row] = []
    entries = body.get("rows")
    if entries is not None and entries.kind != "list":
        told = Text("指标要写成清单（每条以 - 开头）", "rows is a list")
        reader.problem(
            "list-wanted",
            entries,
            told,
            Text("写成 - {编号: …, 指标规则: …, 分值: …}", "write - {id: …, indicator: …, weight: …}"),
        )
    for entry in entries.value if entries is not None and entries.kind == "list" else ():
        row = _row(reader, entry, book, lexicon)
        if row is not None and any(row.id == other.id for other in rows):
            told = Text(f"指标“{row.id}”写了两次", f"the row {row.id!r} is there twice")
            reader.problem("duplicate-row", entry, told, Text("只留一处", "keep one"))
        elif row is not None:
            rows.append(row)
    if entries is not None and not rows and len(reader.problems) == before:
        told = Text("计分表没有指标", "the sheet has no rows")
        reader.problem("required", entries, told, Text("至少写一个指标", "write at least one"))
    validity = reader.validity(reader.mapping(body["in_force"], VALID_KEYS)) if "in_force" in body else Validity()
    sheet = Sheet(
        reader.text(body.get("id")),
        _both(reader, body, "title"),
        _both(reader, body, "note"),
        reader.basis(body.get("basis")),
        reader.reach(body),
        validity,
        tuple(rows),
        reader.source.file,
    )
    return sheet if len(reader.problems) == before else None


def _both(reader: FileReader, body: dict[str, Node], key: str) -> Text:
    zh, en = reader.text(body.get(key)), reader.text(body.get(f"{key}_en"))
    return Text(zh or en, en or zh)


def _row(reader: FileReader, entry: Node, book: Rulebook, lexicon: Lexicon) -> Row | None:
    before = len(reader.problems)
    body = reader.mapping(entry, ROW_KEYS)
    if not body:
        return None
    reader.lacking(entry, body, ROW_KEYS)
    rule = _indicator(reader, body.get("indicator"), book)
    chosen = [key for key in METHODS if key in body]
    if len(chosen) != 1:
        told = Text("扣分、分档、算式要写且只写一种", "write one of deduct, steps and formula")
        reader.problem(
            "one-method",
            body[chosen[1]] if chosen else entry,
            told,
            Text(
                "例如 扣分: {扣: 0.5, 每: 1%, 高于: 100%, 计法: 足}",
                "such as deduct: {points: 0.5, per: 1%, above: 100%, each: full}",
            ),
        )
    if rule is None or len(chosen) != 1:
        return None
    maker = _Maker(reader, book.scope(), lexicon, rule)
    weight = maker.constant(body.get("weight"), ("number",))
    if isinstance(weight, Literal) and weight.value <= 0:
        reader.problem(
            "weight", body["weight"], Text("分值要大于 0", "the weight must be above 0"), Text("例如 5", "such as 5")
        )
    method = getattr(maker, chosen[0])(body[chosen[0]], weight)
    zh, en = reader.words(body.get("group")), reader.words(body.get("group_en"))
    if en and len(en) != len(zh):
        told = Text("层级和英文层级的个数不同", "group and group_en differ in length")
        reader.problem("group", body["group_en"], told, Text("一一对应地写", "write one for each"))
    none = reader.choice(body.get("none"), {"full": "full", "满分": "full"}, Text("不适用时", "none"), "")
    if weight is None or method is None or len(reader.problems) > before:
        return None
    groups = tuple(Text(one, two) for one, two in zip(zh, en or zh, strict=True))
    basis = reader.basis(body.get("basis"))
    return Row(reader.text(body.get("id")) or rule.id, groups, rule, weight, method, none, basis)


def _indicator(reader: FileReader, node: Node | None, book: Rulebook) -> Rule | None:
    name = reader.text(node)
    if node is None or not name:
        return None
    rule = book.rules.get(name)
    known = [ident for ident, other in book.rules.items() if other.indicator]
    if rule is None or not rule.indicator:
        told = Text(f"没有指标规则“{name}”", f"there is no indicator {name!r}")
        reader.problem(
            "no-indicator",
            node,
            told,
            did_you_mean(name, known) or Text("看 checker rules list", "see checker rules list"),
        )
        return None
    if rule.group is not None or rule.as_of is not None:
        told = Text(
            f"“{name}”是分组的或另有日期的指标，不能计分",
            f"{name!r} is about groups or has a date of its own, and cannot be scored",
        )
        reader.problem("no-indicator", node, told, Text("换一个指标", "choose another indicator"))
        return None
    return rule


class _Maker:
    """Reads the method of one row; limits are held against the type of the indicator's value."""

    def __init__(self, reader: FileReader, scope: Scope, lexicon: Lexicon, rule: Rule) -> None:
        self.reader = reader
        self.scope = scope
        self.lexicon = lexicon
        self.rule = rule
        kind = rule.require.type
        self.kinds = ("percent", "number", "ratio") if kind == "ratio" else (kind,)

    def constant(self, node: Node | None, kinds: tuple[str, ...]) -> Expr | None:
        """Return an expression that is the same in every case of one place and year: numbers and parameters."""
        if node is None:
            return None
        expr = self.reader.expression(node, self.scope, self.lexicon)
        if expr is None:
            return None
        if not constant(expr):
            told = Text("这里只能写数和参数", "only numbers and parameters may stand here")
            self.reader.problem(
                "not-constant", node, told, Text("例如 100%，或一个参数", "such as 100%, or a parameter")
            )
            return None
        if expr.type not in kinds:
            told = Text(
                f"这里要写 {'、'.join(kinds)}，却是 {expr.type}",
                f"{' or '.join(kinds)} is wanted here, found {expr.type}",
            )
            hint = Text(
                "和指标取值的种类一致；比率写 %", "of the same kind as the indicator's value; write % for a rate"
            )
            self.reader.problem("type", node, told, hint)
            return None
        return expr

    def deduct(self, node: Node, weight: Expr | None) -> Method | None:
        """Read {points, per, above, below, each}."""
        body = self.reader.mapping(node, DEDUCT_KEYS)
        self.reader.lacking(node, body, DEDUCT_KEYS)
        if "above" not in body and "below" not in body:
            told = Text("扣分没有写从哪里起扣（高于、低于）", "deduct does not say from where (above, below)")
            self.reader.problem("required", node, told, Text("例如 高于: 100%", "such as above: 100%"))
            return None
        points, per = self.constant(body.get("points"), ("number",)), self.constant(body.get("per"), self.kinds)
        above, below = self.constant(body.get("above"), self.kinds), self.constant(body.get("below"), self.kinds)
        each = self.reader.choice(body.get("each"), EACH, Text("计法", "each"), "full")
        for name, expr in (("points", points), ("per", per)):
            if isinstance(expr, Literal) and expr.value <= 0:
                told = Text(f"“{DEDUCT_KEYS[name]}”要大于 0", f"{name} must be above 0")
                self.reader.problem("not-positive", body[name], told, Text("例如 0.5，1%", "such as 0.5, 1%"))
        if isinstance(above, Literal) and isinstance(below, Literal) and above.value < below.value:
            told = Text("“高于”比“低于”还小", "above is less than below")
            self.reader.problem("order", body["above"], told, Text("两者之间得满分", "full marks lie between the two"))
        return None if points is None or per is None else Deduct(points, per, above, below, each)

    def steps(self, node: Node, weight: Expr | None) -> Method | None:
        """Read a step table: one limit a line, in order, the last line without one."""
        before = len(self.reader.problems)
        lines: list[Step] = []
        entries = node.value if node.kind == "list" else []
        for number, entry in enumerate(entries):
            body = self.reader.mapping(entry, STEP_KEYS)
            limits = [key for key in OPERATORS if key in body]
            last = number == len(entries) - 1
            if len(limits) != (0 if last else 1):
                told = Text(
                    "最后一档不写界限，其余每档写一个界限", "every line but the last has one limit, the last has none"
                )
                self.reader.problem(
                    "limit",
                    entry,
                    told,
                    Text(
                        "例如 {不超过: 10%, 得分: 4}，最后 {得分: 0}",
                        "such as {at_most: 10%, points: 4}, at last {points: 0}",
                    ),
                )
                continue
            self.reader.lacking(entry, body, STEP_KEYS)
            points = self.constant(body.get("points"), ("number",))
            limit = self.constant(body[limits[0]], self.kinds) if limits else None
            if points is None or (limits and limit is None):
                continue
            if isinstance(points, Literal) and (
                points.value < 0 or (isinstance(weight, Literal) and points.value > weight.value)
            ):
                told = Text("得分要在 0 和分值之间", "points lie between 0 and the weight")
                self.reader.problem(
                    "points", body["points"], told, Text("改正得分或分值", "correct the points or the weight")
                )
            step = Step(OPERATORS[limits[0]] if limits else "", limit, points)
            self._in_order(lines, step, entry)
            lines.append(step)
        if not entries:
            told = Text("分档要写成清单", "steps is a list")
            self.reader.problem(
                "list-wanted", node, told, Text("写成 - {不超过: 10%, 得分: 4}", "write - {at_most: 10%, points: 4}")
            )
        return Steps(tuple(lines)) if len(self.reader.problems) == before else None

    def _in_order(self, lines: list[Step], step: Step, entry: Node) -> None:
        """Refuse a line that an earlier one hides."""
        for known in lines:
            if known.limit is None or step.limit is None or known.op[0] != step.op[0]:
                continue
            if isinstance(known.limit, Literal) and isinstance(step.limit, Literal):
                rising = known.op[0] == "<"
                hidden = known.limit.value > step.limit.value if rising else known.limit.value < step.limit.value
                same = known.limit.value == step.limit.value and not (len(step.op) > len(known.op))
                if hidden or same:
                    told = Text(
                        "这一档永远轮不到：前面的一档已经包括它", "this line never holds: an earlier one covers it"
                    )
                    self.reader.problem(
                        "order", entry, told, Text("按界限从窄到宽写", "write the limits from narrow to wide")
                    )
                    return

    def formula(self, node: Node, weight: Expr | None) -> Method | None:
        """Read an expression of points about the indicator's own subject."""
        expr = self.reader.expression(node, self.rule.scope, self.lexicon)
        if expr is not None and expr.type not in _SCORE_TYPES:
            told = Text(f"得分要是数，却是 {expr.type}", f"points are a number, this is {expr.type}")
            self.reader.problem(
                "type", node, told, Text("例如 10 * (实际支出 / 调整预算)", "such as 10 * (actual / adjusted_budget)")
            )
            return None
        return None if expr is None else Formula(expr)
