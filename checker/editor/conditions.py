"""What can come next in a condition: by the types of what stands before it, in the words of the law and the language of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.editor import describing
from checker.editor.expressions import (
    Moment,
    compared_type,
    in_aggregate,
    lexicon_of,
    moment,
    operand_type,
    quantified,
)
from checker.language.columns import COMPARING, NUMERIC
from checker.language.operators import FUNCTIONS, OPERATORS
from checker.language.scope import Frame, Scope, field_type
from checker.language.words import KEYWORDS, word
from checker.rulebook.book import Rulebook

_DATES = ("早于", "晚于", "迟于", "不早于", "不晚于", "不迟于")
_SHALL_NOT = {"zh": (("不得", "超过"), ("不得", "高于"), ("不得", "低于"), ("不得", "少于"))}
_SHALL_NOT_DATES = (("不得", "早于"), ("不得", "晚于"), ("不得", "迟于"))


class Offer(NamedTuple):
    """One thing that can come next, from the character *start* of the expression on."""

    start: int
    label: str
    insert: str
    kind: str
    detail: str
    doc: str
    rank: str
    snippet: bool = False


def offers(text: str, book: Rulebook, scope: Scope, expected: str, lang: str, said: str) -> Iterator[Offer]:
    """Return what can be written behind *text*, in the language *lang*; what is said of it is in *said*."""
    now = moment(text, len(text), lexicon_of(book.names), scope)
    return _Offers(text, now, book, expected, lang, said).all()


class _Offers:
    def __init__(self, text: str, now: Moment, book: Rulebook, expected: str, lang: str, said: str) -> None:
        self.text = text
        self.now = now
        self.book = book
        self.vocabulary = book.vocabulary
        self.lexicon = lexicon_of(book.names)
        self.expected = expected
        self.lang = lang
        self.said = said
        self.zh = lang == "zh"

    def offer(
        self,
        label: str,
        kind: str,
        detail: str = "",
        doc: str = "",
        rank: str = "5",
        insert: str = "",
        snippet: bool = False,
    ) -> Offer:
        return Offer(self.now.start, label, insert or label, kind, detail, doc, rank, snippet)

    def all(self) -> Iterator[Offer]:
        """Yield everything that can come."""
        now = self.now
        match now.wants:
            case "member":
                yield from self.members()
            case "relation":
                yield from self.relations(True)
            case "path":
                yield from self.relations(True)
                yield from self.values("")
            case "open":
                yield self.offer("(", "word", insert="($1)", snippet=True)
            case "given":
                yield from self.keywords("given", "missing", "stated")
            case "comparison":
                yield from self.operators(operand_type(now, self.text, self.lexicon), comparisons=True)
            case "value":
                kind = compared_type(now, self.text, self.lexicon)
                yield from self.values(kind)
            case "operator":
                yield from self.behind()
        chosen = self.expected.startswith("enum:") and not now.tokens
        if now.wants == "value" and now.word and not now.quoted and not chosen:
            yield from self.behind_word()

    # ---- values

    def values(self, kind: str) -> Iterator[Offer]:
        """Yield what has a value, of the type *kind* first: "" where anything may come."""
        if self.now.quoted:
            return
        if self.expected.startswith("enum:") and not self.now.tokens:
            yield from self.choosing()
            return
        if kind.startswith("enum:") or (not self.now.tokens and self.expected.startswith("enum:")):
            enumeration = self.vocabulary.enumerations.get((kind or self.expected)[5:])
            if enumeration is not None:
                for number, ident in enumerate(enumeration.values):
                    doc = describing.value(enumeration, ident, self.said)
                    name = enumeration.name(ident, self.lang)
                    yield self.offer(
                        name, "value", ident if self.zh else enumeration.values[ident][0], doc, f"0{number:03}"
                    )
        if kind == "boolean":
            yield from self.keywords("true", "false", rank="0")
        wanted = kind or (self.expected if not self.now.tokens and self.expected != "boolean" else "")
        yield from self.fields(wanted)
        yield from self.definitions(wanted)
        yield from self.parameters(wanted)
        if kind:
            yield from self.functions(wanted)
            return
        yield from self.functions("")
        for meaning in ("some", "every", "no"):
            name = word(meaning, self.lang)
            then = word("satisfies", self.lang)
            doc = describing.language_word(meaning, self.said)
            yield self.offer(name, "word", "", doc, "6", f"{name} $1 {then} ($2)", True)
        yield from self.keywords("not", rank="6")
        yield from self.choosing()
        yield from self.relations(False)

    def fits(self, found: str, wanted: str) -> bool:
        """Whether a value of one type can be held against one of another."""
        if wanted == "ratio":
            return found in ("percent", "ratio")
        return not wanted or found == wanted

    def choosing(self) -> Iterator[Offer]:
        """Yield what chooses between two values."""
        one, two, three = (word(each, self.lang) for each in ("if", "then", "else"))
        doc = describing.language_word("if", self.said)
        yield self.offer(one, "word", "", doc, "7", f"{one} $1 {two} $2 {three} $3", True)

    def rank(self, found: str, wanted: str, rank: str) -> str:
        """Return how early a value of one type is offered where another is wanted; "" where it is not: figures can be worked on."""
        if self.fits(found, wanted):
            return rank
        figures = (*NUMERIC, "ratio")
        return "8" if wanted in figures and found in figures else ""

    def fields(self, wanted: str) -> Iterator[Offer]:
        """Yield the fields that can be named here, those of the innermost fact first."""
        seen: set[str] = set()
        levels = self.now.scope.levels()
        several = len(levels) > 1
        for depth, (_, frame) in enumerate(levels):
            known = self.vocabulary.entities[frame.entity]
            keys = frame.group.keys if frame.group is not None else tuple(known.fields)
            for field in (known.fields[key] for key in keys):
                name, other = (field.zh, field.id) if self.zh else (field.id, field.zh)
                if several and (name in seen or self.ambiguous(name)):
                    name = f"{self.frame_name(frame)}.{name}"
                seen.add(name)
                kind = field_type(field, self.vocabulary)
                if kind.startswith("fact:"):
                    continue
                rank = self.rank(kind, wanted, "1")
                if not rank:
                    continue
                detail = f"{other} · {known.zh if self.zh else known.id}"
                yield self.offer(
                    name, "field", detail, describing.field(field, self.vocabulary, self.said), f"{rank}{depth}"
                )

    def frame_name(self, frame: Frame) -> str:
        """Return how the fact of a frame is called."""
        if frame.aliased:
            return frame.names[0]
        known = self.vocabulary.entities[frame.entity]
        return known.zh if self.zh else known.id

    def ambiguous(self, name: str) -> bool:
        """Whether a name is a field of several of the facts that can be spoken of."""
        found = 0
        for _, frame in self.now.scope.levels():
            known = self.vocabulary.entities[frame.entity]
            found += any(name in (field.id, field.zh) for field in known.fields.values())
        return found > 1

    def definitions(self, wanted: str) -> Iterator[Offer]:
        """Yield the definitions about the facts that can be spoken of."""
        entities = {frame.entity for _, frame in self.now.scope.levels() if frame.group is None}
        for definition in {id(each): each for each in self.book.definitions.values()}.values():
            if definition.entity not in entities:
                continue
            name, other = (definition.zh, definition.name) if self.zh else (definition.name, definition.zh)
            rank = self.rank(definition.expr.type, wanted, "2")
            if not rank:
                continue
            doc = describing.definition(definition, self.book, self.said)
            yield self.offer(name, "definition", other, doc, rank)

    def parameters(self, wanted: str) -> Iterator[Offer]:
        """Yield the parameters, with their values."""
        for parameter in self.book.parameters.values():
            if not self.fits(parameter.type, wanted):
                continue
            name = parameter.zh if self.zh else parameter.id
            doc = describing.parameter(parameter, self.book, self.said)
            yield self.offer(name, "parameter", describing.short_value(parameter), doc, "3")

    def functions(self, wanted: str) -> Iterator[Offer]:
        """Yield the functions, those that make what is wanted."""
        for known in FUNCTIONS.values():
            if wanted and known.gives not in ("", wanted) and not self.fits(known.gives, wanted):
                continue
            if wanted.startswith("enum:") or wanted == "boolean":
                return
            name = word(known.id, self.lang)
            doc = describing.language_word(known.id, self.said)
            yield self.offer(name, "function", "", doc, "5", f"{name}($1)", True)

    # ---- related facts

    def relations(self, many: bool) -> Iterator[Offer]:
        """Yield the related facts that can be named: several of them behind 存在, a single one before a dot."""
        seen: set[str] = set()
        root = self.vocabulary.root
        for _, frame in () if many else self.now.scope.levels():
            name = self.frame_name(frame)
            seen.add(name)
            yield self.offer(f"{name}.", "entity", frame.entity, rank="7")
        for depth, (number, frame) in enumerate(self.now.scope.levels()):
            if frame.group is not None:
                known = self.vocabulary.entities[frame.entity]
                if many:
                    yield self.offer(known.zh if self.zh else known.id, "entity", known.id, rank="1")
                continue
            for relation in self.vocabulary.relations(frame.entity).values():
                name = relation.zh if self.zh else relation.en
                if relation.many is not many or name in seen:
                    continue
                seen.add(name)
                target = self.vocabulary.entities[relation.target]
                outer = number == -1 and len(self.now.scope.frames) > 0
                label = f"{root.zh if self.zh else root.id}.{name}" if outer and many else name
                doc = describing.entity(target, self.vocabulary, self.said)
                detail = target.id if self.zh else target.zh
                if many:
                    yield self.offer(label, "entity", detail, doc, f"1{depth}")
                else:
                    yield self.offer(f"{label}.", "entity", detail, doc, "7")

    def members(self) -> Iterator[Offer]:
        """Yield what can stand behind a dot: the fields of the fact that is named before it, and what it is related to."""
        entity = self.target()
        if entity is None:
            return
        known = self.vocabulary.entities[entity]
        wanted = compared_type(
            self.now._replace(tokens=self.now.tokens[: -2 * len(self.now.path)]), self.text, self.lexicon
        )
        for field in known.fields.values():
            name, other = (field.zh, field.id) if self.zh else (field.id, field.zh)
            rank = "1" if self.fits(field_type(field, self.vocabulary), wanted) else "3"
            yield self.offer(name, "field", other, describing.field(field, self.vocabulary, self.said), rank)
        for definition in {id(each): each for each in self.book.definitions.values()}.values():
            if definition.entity == entity:
                name = definition.zh if self.zh else definition.name
                yield self.offer(name, "definition", "", describing.definition(definition, self.book, self.said), "2")
        seen: set[str] = set()
        for relation in self.vocabulary.relations(entity).values():
            name = relation.zh if self.zh else relation.en
            if name not in seen:
                seen.add(name)
                yield self.offer(name, "entity", relation.target, rank="4")

    def target(self) -> str | None:
        """Return the entity that the names before the dot lead to."""
        path = self.now.path
        for _, frame in self.now.scope.levels():
            entity = frame.entity
            rest = path[1:] if path[0] in frame.names else path
            for part in rest:
                relation = self.vocabulary.relations(entity).get(part)
                if relation is None:
                    break
                entity = relation.target
            else:
                return entity
        return None

    # ---- operators and keywords

    def behind(self) -> Iterator[Offer]:
        """Yield what can come behind a value: what compares and joins it by its type."""
        now = self.now
        if quantified(now.tokens):
            yield from self.keywords("satisfies", "as", rank="0")
            return
        if in_aggregate(now.tokens):
            yield from self.keywords("where", rank="0")
        kind = operand_type(now, self.text, self.lexicon)
        if kind in ("boolean", ""):
            yield from self.keywords("and", "or", rank="1")
        if any(token.kind == "keyword" and token.value == "if" for token in now.tokens):
            yield from self.keywords("then", "else", rank="1")
        if now.tokens[-1].kind == "name":
            yield from self.keywords("given", "missing", "stated", rank="3")
        if self.zh or kind != "boolean":
            yield from self.operators(kind)

    def behind_word(self) -> Iterator[Offer]:
        """Yield what can come behind the word that is being typed, where it is whole: Chinese has no blank between."""
        if self.now.word not in self.book.names or not self.zh:
            return
        whole = moment(self.text + " ", len(self.text) + 1, self.lexicon, self.now.scope)
        if whole.word:
            return
        inner = _Offers(self.text, whole._replace(start=len(self.text)), self.book, self.expected, self.lang, self.said)
        for each in inner.behind():
            yield each._replace(insert=" " + each.insert, rank="9" + each.rank)

    def operators(self, kind: str, comparisons: bool = False) -> Iterator[Offer]:
        """Yield the operators that a value of the type *kind* takes, in the words of the law."""
        for known in OPERATORS.values():
            if comparisons and known.kind not in COMPARING:
                continue
            if not _takes(known.kind, known.id, kind):
                continue
            doc = describing.language_word(known.id, self.said)
            words = [each for each in known.words if each.isascii() != self.zh and each not in ("<>", "==")]
            if self.zh:
                words = [each for each in words if each.isalpha() or known.id == "≈"]
            if known.kind == "order" and self.zh and kind:
                words = [each for each in words if (each in _DATES) is (kind == "date")]
            for number, each in enumerate(words):
                rank = {"order": "2", "equality": "3"}.get(known.kind, "4")
                yield self.offer(each, "operator", known.printed[1 - self.zh], doc, f"{rank}{number}")
        if not self.zh:
            if not comparisons and kind not in ("boolean",):
                yield from self.keywords("in", "between", rank="4")
            return
        if not comparisons and kind in (*NUMERIC, "ratio", "date", "percent", ""):
            for one, two in _SHALL_NOT_DATES if kind == "date" else _SHALL_NOT["zh"]:
                doc = describing.language_word("shall_not", self.said)
                yield self.offer(one + two, "operator", "", doc, "3")
            yield from self.keywords("between", "at", "shall", rank="4")
            if kind in (*NUMERIC, ""):
                yield from self.keywords("share", rank="5")
        if not comparisons and kind != "boolean":
            yield from self.keywords("in", rank="4")

    def keywords(self, *meanings: str, rank: str = "5") -> Iterator[Offer]:
        """Yield the canonical spelling of keywords."""
        for meaning in meanings:
            words = [each for each in KEYWORDS[meaning] if each.isascii() != self.zh]
            if words:
                doc = describing.language_word(meaning, self.said)
                name = (
                    f"is {words[0]}"
                    if meaning in ("given", "missing", "stated") and not self.zh and self.now.wants != "given"
                    else words[0]
                )
                yield self.offer(name, "word", "", doc, rank)


def _takes(kind: str, op: str, operand: str) -> bool:
    """Return whether an operator of one kind can follow a value of the type *operand*; anything where that is not known."""
    if not operand:
        return True
    if kind == "text":
        return operand in ("text", "texts")
    if operand == "boolean" or operand.startswith("enum:"):
        return kind == "equality"
    if operand in ("text", "texts"):
        return kind == "equality" or op == "+"
    if operand == "date":
        return kind in ("order", "equality") or op in ("+", "-")
    return True
