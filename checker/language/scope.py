"""What the names of an expression can mean: fields, relations, parameters, definitions and enumeration values."""

from __future__ import annotations

from checker.base.errors import Text, did_you_mean
from checker.base.frozen import field, frozen
from checker.base.later import Later
from checker.base.named import NamedTuple
from checker.base.numerals import in_digits, spoken
from checker.base.parties import Confirmed
from checker.base.values import half_width
from checker.cases.vocabulary import Field, Relation, Vocabulary
from checker.language.tokens import ExpressionError
from checker.language.tree import DefinitionRef, EnumValue, Expr, FieldRef, Name, ParameterRef, Path

FIELD_TYPES = {"count": "number", "year": "number", "flag": "boolean"}
"""Types of the vocabulary that the language knows under another name."""


def field_type(known: Field, vocabulary: Vocabulary) -> str:
    """Return the type that a field has in an expression."""
    if known.ref:
        return f"fact:{known.ref}"
    if known.type in vocabulary.enumerations:
        return f"enum:{known.type}"
    return FIELD_TYPES.get(known.type, known.type)


_START, _END = Text("年初日", "year_start"), Text("年末日", "year_end")
_YEARS = {
    **dict.fromkeys(("年初", "本年初", "当年初", "年度初"), _START),
    **dict.fromkeys(("年末", "年底", "本年末", "当年末", "年度末", "本年底"), _END),
}
"""What people call the first and the last day of a year, and the function that gives it."""


class Group(NamedTuple):
    """The subject of a group rule: facts of `entity` that agree in `keys`."""

    entity: str
    keys: tuple[str, ...]


class Frame(NamedTuple):
    """One level of a scope: an entity and the names by which it can be pointed at."""

    entity: str
    names: tuple[str, ...]
    group: Group | None = None
    aliased: bool = False


def named(frame: Frame, alias: str) -> Frame:
    """Return *frame* under an *alias* alone, so that its own name is free for a fact inside."""
    return frame._replace(names=(alias,), aliased=True) if alias else frame


@frozen
class Definition(Later):
    """A named expression about an entity; `rule` says where it is written, `layer` how many packs lie below that one."""

    name: str
    zh: str
    entity: str
    expr: Expr
    rule: str = ""
    layer: int = 0


@frozen
class Scope:
    """Everything a name is looked up in; frames run from the subject inwards, the unit is always reachable."""

    vocabulary: Vocabulary
    frames: tuple[Frame, ...]
    parameters: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Each spelling of a parameter: (canonical id, type)."""
    definitions: dict[tuple[str, str], Definition] = field(default_factory=dict)
    """Each (entity, spelling) of a definition."""
    beyond: bool = False
    """Whether an expression may look into other cases: that of a rule about its subject, and nothing inside a list."""
    confirmed: Confirmed = ()
    """The names of parties that somebody confirmed to be another's."""

    def inside(self, frame: Frame) -> Scope:
        """Return the scope inside a quantifier or aggregate over *frame*."""
        return Scope(
            self.vocabulary, (*self.frames, frame), self.parameters, self.definitions, confirmed=self.confirmed
        )

    def levels(self) -> list[tuple[int, Frame]]:
        """Return the frames from the innermost outwards, the unit (depth -1) last."""
        found = [(depth, self.frames[depth]) for depth in range(len(self.frames) - 1, -1, -1)]
        root = self.vocabulary.root
        if not self.frames or self.frames[0].entity != root.id or self.frames[0].group:
            found.append((-1, Frame(root.id, (root.id, root.zh, *root.aliases))))
        return found

    def known_names(self) -> list[str]:
        """Return every name that could stand here, for "did you mean"."""
        names: list[str] = []
        for _, frame in self.levels():
            entity = self.vocabulary.entities[frame.entity]
            if frame.group:
                names += [n for key in frame.group.keys for n in (entity.fields[key].zh, key)]
                continue
            names += [n for known in entity.fields.values() for n in (known.zh, known.id)]
            names += list(self.vocabulary.relations(frame.entity))
        names += list(self.parameters)
        names += [name for _, name in self.definitions]
        names += [name for enumeration in self.vocabulary.enumerations.values() for name in enumeration.by_name]
        return list(dict.fromkeys(names))

    def _of(self, depth: int, frame: Frame, hops: tuple[str, ...], entity: str, part: str, name: Name) -> Expr | None:
        """Return what *part* is on one fact: a field or a definition."""
        known = self.vocabulary.entities[entity]
        if (
            frame.group
            and not hops
            and part not in [n for key in frame.group.keys for n in (known.fields[key].zh, key)]
        ):
            return None
        found = known.by_name.get(part)
        if found is not None and part not in (found.id, found.zh):  # an alias of one may be the name of another
            found = next((f for f in known.fields.values() if part in (f.id, f.zh)), None)
        if found is not None:
            return FieldRef(
                depth, hops, entity, found.id, found.fold, span=name.span, type=field_type(found, self.vocabulary)
            )
        definition = self.definitions.get((entity, part))
        if definition is not None and not frame.group:
            return DefinitionRef(depth, hops, entity, definition.name, span=name.span, type=definition.expr.type)
        return None

    def resolve(self, name: Name, expected: str = "") -> Expr:
        """Return what *name* stands for; raises ExpressionError when it is nothing, or more than one thing."""
        parts = tuple(half_width(part) for part in name.parts)
        if len(parts) == 1:
            return self._bare(name, parts[0], expected)
        for depth, frame in self.levels():
            if parts[0] in frame.names and (start := self._along(depth, frame, parts[1:], name)):
                return start
        for depth, frame in self.levels():
            if not frame.group and parts[0] in self.vocabulary.relations(frame.entity):
                start = self._along(depth, frame, parts, name)
                if start:
                    return start
        raise self.unknown(name, ".".join(parts))

    def _along(self, depth: int, frame: Frame, parts: tuple[str, ...], name: Name) -> Expr | None:
        hops: tuple[str, ...] = ()
        entity = frame.entity
        for part in parts[:-1]:
            relation = self.vocabulary.relations(entity).get(part)
            if relation is None:
                return None
            if relation.many:
                self._there(entity, parts, name)
                raise ExpressionError(
                    "many",
                    name.span,
                    Text(
                        f"“{part}”可能有多条，不能直接取值",
                        f"there may be several {relation.en}; a single value cannot be taken",
                    ),
                    Text(
                        f"用 存在 {relation.zh} 满足 (…) 或 合计({relation.zh}.…)",
                        f"use: some {relation.en} satisfies (…), or sum({relation.en}.…)",
                    ),
                )
            hops += (relation.key,)
            entity = relation.target
        return self._of(depth, frame, hops, entity, parts[-1], name)

    def _there(self, entity: str, parts: tuple[str, ...], name: Name) -> None:
        """Refuse a path whose last part is no field of what it leads to: that it may have several values is not what is wrong."""
        for part in parts[:-1]:
            relation = self.vocabulary.relations(entity).get(part)
            if relation is None:
                return
            entity = relation.target
        known, field = self.vocabulary.entities[entity], parts[-1]
        if field in known.by_name or field in self.vocabulary.relations(entity) or (entity, field) in self.definitions:
            return
        told = Text(f"{known.zh}没有字段“{field}”", f"{known.id} has no field {field!r}")
        hint = did_you_mean(field, list(known.by_name)) or Text(
            f"看 checker vocabulary {known.zh}", f"see checker vocabulary {known.id}"
        )
        raise ExpressionError("unknown-name", name.span, told, hint)

    def _bare(self, name: Name, part: str, expected: str) -> Expr:
        found: list[tuple[int, Frame, Expr]] = []
        for depth, frame in self.levels():
            expr = self._of(depth, frame, (), frame.entity, part, name)
            if expr is not None:
                found.append((depth, frame, expr))
        if len(found) > 1:  # what has a name of its own is meant by that name
            found = [each for each in found if not each[1].aliased] or found
        enumeration = (
            self.vocabulary.enumerations.get(expected.removeprefix("enum:")) if expected.startswith("enum:") else None
        )
        if enumeration and part in enumeration.by_name and not any(e.type == expected for _, _, e in found):
            return EnumValue(enumeration.id, enumeration.by_name[part], span=name.span, type=expected)
        if len(found) > 1:
            ways = [f"{frame.names[0]}.{part}" for _, frame, _ in found]
            same = found[0][1].names[0]
            advice = (
                Text(f"写明是哪一个：{'、'.join(ways)}", f"say which: {', '.join(ways)}")
                if len(set(ways)) == len(ways)
                else Text(
                    f"里外都是{same}，给里面的取个名称，例如 存在 {same} 记作 另一条 满足 (另一条.{part} = {part})",
                    f"both are a {same}: give the inner one a name, as in some {same} as other satisfies (other.{part} = {part})",
                )
            )
            told = Text(f"“{part}”有几种可能", f"{part!r} could be several things")
            raise ExpressionError("ambiguous", name.span, told, advice)
        if found:
            if part in self.parameters:
                raise ExpressionError(
                    "ambiguous",
                    name.span,
                    Text(f"“{part}”既是字段又是参数", f"{part!r} is both a field and a parameter"),
                    Text("给参数换一个名称", "rename the parameter"),
                )
            return found[0][2]
        if part in self.parameters:
            ident, kind = self.parameters[part]
            return ParameterRef(ident, span=name.span, type=kind)
        if any(part in enumeration.by_name for enumeration in self.vocabulary.enumerations.values()):
            return Name(name.parts, span=name.span, type="?")
        raise self.unknown(name, part)

    def unknown(self, name: Name, part: str) -> ExpressionError:
        """Return the error for a name that stands for nothing here."""
        for _, frame in self.levels():
            if part in self.vocabulary.relations(frame.entity):
                told = Text(f"“{part}”是关联的事实，不是一个值", f"{part!r} is a relation, not a value")
                hint = Text(f"写出要它的哪个字段，例如 {part}.…", f"say which field of it, as in {part}.…")
                return ExpressionError("unknown-name", name.span, told, hint)
        owner = next(
            (
                e
                for e in self.vocabulary.entities.values()
                if part in e.fields or any(part == f.zh for f in e.fields.values())
            ),
            None,
        )
        if owner is not None and owner.id not in {frame.entity for _, frame in self.levels()}:
            told = Text(
                f"“{part}”是“{owner.zh}”的字段，不是这里的",
                f"{part!r} is a field of {owner.id}, not of what is checked here",
            )
            hint = Text(
                f"对象写 {owner.zh}；或写 存在 {owner.zh} 满足 (…)、合计({owner.zh}.{part})",
                f"write for: {owner.id}; or: some {owner.id} satisfies (…), sum({owner.id}.{part})",
            )
            return ExpressionError("unknown-name", name.span, told, hint)
        if part in _YEARS:
            told = Text(f"“{part}”没有写是哪一年的", f"{part!r} does not say of which year")
            hint = Text(f"写 {_YEARS[part].zh}(预算年度)", f"write {_YEARS[part].en}(fiscal_year)")
            return ExpressionError("unknown-name", name.span, told, hint)
        if number := spoken(part):
            money = in_digits(f"{part}元")
            told = Text(f"“{part}”没有写单位", f"{part!r} has no unit")
            hint = Text(f"金额写 {money}，个数写 {number}", f"money: {money}; a number: {number}")
            return ExpressionError("unknown-name", name.span, told, hint)
        return ExpressionError(
            "unknown-name",
            name.span,
            Text(f"不认识的名称“{part}”", f"unknown name {part!r}"),
            did_you_mean(part.split(".")[-1], self.known_names()),
        )

    def path(self, name: Name) -> tuple[Path, str | None, Frame]:
        """Return the path that *name* leads along, the field after it if there is one, and the frame it opens."""
        parts = tuple(half_width(part) for part in name.parts)
        for depth, frame in self.levels():
            if depth == -1 and len(self.frames) > 0:
                continue
            found = self._path(depth, frame, parts, name)
            if found:
                return found
        for depth, frame in self.levels():
            if len(parts) > 1 and parts[0] in frame.names:
                found = self._path(depth, frame, parts[1:], name)
                if found:
                    return found
        relations = [r for _, f in self.levels() if not f.group for r in self.vocabulary.relations(f.entity)]
        root = self.vocabulary.root
        hint = did_you_mean(parts[0], relations) or did_you_mean(parts[-1], list(self._fields_below()))
        if parts[0] in self.vocabulary.relations(root.id):
            hint = Text(
                f"要看全单位的，写 {root.zh}.{parts[0]}", f"for those of the whole unit write {root.id}.{parts[0]}"
            )
        if (way := self._field_of(parts)) is not None:
            hint = Text(f"写它是谁的：{way.zh}", f"say whose it is: {way.en}")
        raise ExpressionError(
            "unknown-relation",
            name.span,
            Text(f"从这里到不了“{'.'.join(parts)}”", f"{'.'.join(parts)!r} cannot be reached from here"),
            hint,
        )

    def _field_of(self, parts: tuple[str, ...]) -> Text | None:
        """Return the path to what is written as a field alone: whoever adds up allowances means those of the entries."""
        return self._fields_below().get(parts[0]) if len(parts) == 1 else None

    def _fields_below(self) -> dict[str, Text]:
        """Return the path to every field of the facts that can be added up from here, by its names."""
        found: dict[str, Text] = {}
        for _, frame in self.levels():
            known = self.vocabulary.entities[frame.entity]
            relations = (
                [Relation("members", known.id, True, known.zh, known.id)]
                if frame.group
                else [each for each in self.vocabulary.relations(frame.entity).values() if each.many]
            )
            for relation in relations:
                for known_field in self.vocabulary.entities[relation.target].fields.values():
                    way = Text(f"{relation.zh}.{known_field.zh}", f"{relation.en}.{known_field.id}")
                    found.setdefault(known_field.id, way)
                    found.setdefault(known_field.zh, way)
        return found

    def _path(
        self, depth: int, frame: Frame, parts: tuple[str, ...], name: Name
    ) -> tuple[Path, str | None, Frame] | None:
        entity = frame.entity
        hops: tuple[str, ...] = ()
        names: tuple[str, ...] = ()
        many = False
        for index, part in enumerate(parts):
            relation: Relation | None
            if frame.group and not hops:
                known = self.vocabulary.entities[entity]
                relation = (
                    Relation("members", entity, True, known.zh, known.id)
                    if part in (known.id, known.zh, *known.aliases)
                    else None
                )
            else:
                relation = self.vocabulary.relations(entity).get(part)
            if relation is None:
                if many and index == len(parts) - 1:
                    return Path(depth, hops, entity, span=name.span), part, Frame(entity, names)
                return None
            hops += (relation.key,)
            names = (relation.zh, relation.en)
            entity = relation.target
            many = many or relation.many
        if not many:
            return None
        return Path(depth, hops, entity, span=name.span), None, Frame(entity, names)
