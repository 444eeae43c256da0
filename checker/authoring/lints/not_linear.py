"""A rule whose work grows faster than the facts: what is listed elsewhere is looked through anew for every fact that asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.authoring.lints import Context, Lint, at, node_of
from checker.base.errors import Place, Problem, Text
from checker.cases.vocabulary import Vocabulary
from checker.documents.node import Node
from checker.language.equations import equation
from checker.language.formatter import format_expression
from checker.language.hanging import Hangings, hanging
from checker.language.scope import Definition, Frame, Scope, named
from checker.language.tree import Aggregate, Expr, Path, Quantifier, children
from checker.rulebook.rule import Rule

PARTS = {
    "when": "when",
    "unless": "unless",
    "require": "require",
    "amount": "amount",
    "severity": "severity",
    "nature_by": "nature",
    "as_of": "as_of",
}
"""The conditions and figures of a rule that are asked of every subject, each with its key in the file."""


class Steep(NamedTuple):
    """A quantifier or aggregate that many facts ask anew of the same members; `asker` is what they are."""

    node: Aggregate | Quantifier
    scope: Scope
    asker: str


def steep(node: Expr, scope: Scope, known: Hangings) -> Iterator[Steep]:
    """Yield what in *node* looks through the same facts anew for each of many that ask."""
    if not isinstance(node, (Aggregate, Quantifier)):
        for child in children(node):
            yield from steep(child, scope, known)
        return
    path, vocabulary, frames = node.path, scope.vocabulary, len(scope.frames)
    assert isinstance(path, Path)
    if _of_others(path, scope) and not _kept(node, scope, known) and not _looked_up(node, path, scope):
        yield Steep(node, scope, scope.frames[frames - 1].entity)
    target = vocabulary.entities[path.entity]
    inner = scope.inside(named(Frame(target.id, (target.zh, target.id, *target.aliases)), node.alias))
    for part in (node.body, node.condition if isinstance(node, Aggregate) else None):
        if part is not None:
            yield from steep(part, inner, known)


def _of_others(path: Path, scope: Scope) -> bool:
    """Whether several that ask may be shown the same facts: they are not listed at whoever asks."""
    innermost = len(scope.frames) - 1
    if path.depth < 0:
        first = scope.frames[0]
        return innermost > 0 or first.entity != scope.vocabulary.root.id or first.group is not None
    return path.depth < innermost or any(_leads_to_one(path, scope))


def _leads_to_one(path: Path, scope: Scope) -> Iterator[bool]:
    """Yield of each hop but the last whether it leads to one fact, which may be that of many."""
    vocabulary: Vocabulary = scope.vocabulary
    entity = vocabulary.root.id if path.depth < 0 else scope.frames[path.depth].entity
    for key in path.hops[:-1]:
        if key in ("^", "^^"):
            yield True
            entity = vocabulary.root.id if key == "^^" else vocabulary.entities[entity].parent or vocabulary.root.id
            continue
        relation = next((each for each in vocabulary.relations(entity).values() if each.key == key), None)
        yield relation is None or not relation.many
        entity = entity if relation is None else relation.target


def _kept(node: Aggregate | Quantifier, scope: Scope, known: Hangings) -> bool:
    """Whether what it comes to is remembered for all who ask, because nothing in it is told of them."""
    found = hanging(node, len(scope.frames), known)
    one = scope.frames[0].entity == scope.vocabulary.root.id and scope.frames[0].group is None
    return found.of_many and (one or not found.asker)


def _looked_up(node: Aggregate | Quantifier, path: Path, scope: Scope) -> bool:
    """Whether an equation finds the members that matter in a table, made once where they are listed."""
    return equation(node, len(scope.frames)) is not None and all(_leads_to_one(path, scope))


def _check(context: Context) -> Iterator[Problem]:
    vocabulary = context.book.vocabulary
    written: dict[str, dict[tuple[str, str], Definition]] = {}
    for each in context.book.definitions.values():  # by every spelling
        written.setdefault(each.rule, {})[each.entity, each.name] = each
    for rule in context.rules:
        known: Hangings = {}
        parts = [
            (at(rule, key), part, rule.scope)
            for name, key in PARTS.items()
            if (part := getattr(rule, name)) is not None
        ]
        for each in written.get(rule.id, {}).values():
            entity = vocabulary.entities[each.entity]
            frame = Frame(entity.id, (entity.zh, entity.id, *entity.aliases))
            parts.append((_at(rule, each), each.expr, context.book.scope(frame)))
        for place, part, scope in parts:
            for one in steep(part, scope, known):
                yield _told(vocabulary, one, place)


def _at(rule: Rule, definition: Definition) -> Place:
    """Return where a definition is written, among those of the rule."""
    assert rule.source is not None
    listed = node_of(rule, "define")
    items: list[Node] = listed.value if listed.kind == "list" else [listed]
    for item in items:
        if any(value.value in (definition.zh, definition.name) for _, value in item.value):
            return rule.source.place(item)
    return rule.source.place(listed)


def _told(vocabulary: Vocabulary, one: Steep, place: Place) -> Problem:
    path = one.node.path
    assert isinstance(path, Path)
    asker, member = vocabulary.entities[one.asker], vocabulary.entities[path.entity]
    zh, en = (format_expression(one.node, one.scope, lang) for lang in ("zh", "en"))
    told = Text(
        f"每个{asker.zh}都要把同一批{member.zh}从头看一遍，条数加倍，用时四倍：{zh}",
        f"for each {asker.name('en')} the same {member.name('en')} facts are looked through anew: twice as many take four times as long: {en}",
    )
    hint = Text(
        f"要找的写成等式，等号一边只说{member.zh}（例如 其中 编号 = …），程序按值去查；和{asker.zh}无关的，写成上级的定义，只算一次；"
        "按值汇总的用 分组。只会有几十条的，在规则文件里写一行 # lint not-linear: 理由",
        f"write what is looked for as an equation with one side about the {member.name('en')} alone (such as where id = …): it is looked up; "
        "what does not depend on who asks goes into a definition of what lists them; totals by a value take groups. Where there are never more "
        "than some dozens, say so in the rule's file: # lint not-linear: why",
    )
    return Problem("not-linear", place, told, hint)


LINT = Lint(
    "not-linear",
    Text("条数加倍，用时四倍", "twice the facts take four times as long"),
    Text(
        "一条支出的付款各自把这条支出的全部付款加一遍，一千笔付款就是一百万次。大单位的案例会慢到跑不完，成批检查也一样。"
        "自己名下的清单、只和上级有关的合计、等式查找都不会这样。",
        "Where each payment of a line adds up all payments of that line, a thousand payments take a million steps: a large case does not come to "
        "an end, nor does a batch. What is listed at the subject itself, totals that depend on the parent alone, and equations do not do that.",
    ),
    '对象: 付款\n要求: "合计(支出项目.付款 记作 别笔: 别笔.付款金额 其中 别笔.付款日期 <= 付款日期) <= 支出项目.实际支出"\n'
    '说明: "{付款金额}"\n英文说明: "{付款金额}"',
    '对象: 付款\n要求: 合计(支出项目.付款.付款金额) <= 支出项目.实际支出\n说明: "{付款金额}"\n英文说明: "{付款金额}"',
    _check,
)
