"""checker rules fmt: a rule file in canonical form, in Chinese or English, with every comment where it was.

The text is edited in place, never written anew: keys and expressions are replaced where they stand, and the top-level entries
are put in the usual order together with the comments above them. What comes out is read again and must be the same rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

import yaml

from checker.authoring.examples import example_case
from checker.authoring.layout import LINE, broken, in_order, scalar_text, tidy
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.width import width
from checker.cases.case import Case, Fact
from checker.cases.cells import FALSE_WORDS, TRUE_WORDS
from checker.cases.reader import CASE_KEYS, FACT_KEYS, LIST_KEYS
from checker.cases.valuereader import VALUE_KEYS
from checker.cases.vocabulary import Entity, Vocabulary
from checker.documents.shape import (
    Choice,
    Either,
    Expression,
    Facts,
    Flag,
    Free,
    Inner,
    Kind,
    Many,
    Message,
    Named,
    Scalar,
    Shape,
    Subject,
)
from checker.language.formatter import format_expression
from checker.language.parser import parse
from checker.language.scope import Frame, Scope
from checker.language.tokens import ExpressionError, Lexicon, Token, tokenize
from checker.language.types import check
from checker.language.words import LEGAL_WORDS
from checker.rulebook.book import Rulebook
from checker.rulebook.loader import assemble
from checker.rulebook.packs import Pack, Part
from checker.rulebook.rule import Example, Rule
from checker.rulebook.shapes import RULE_KEYS

WHOLE = ("全部", "whole", "全文")
Edit = tuple[int, int, str]


@lru_cache(maxsize=8)
def _lexicon(names: frozenset[str]) -> Lexicon:
    return Lexicon(names)


class Formatter:
    """Formats one rule file of a rulebook."""

    def __init__(self, book: Rulebook, rule: Rule, lang: str | None = None) -> None:
        assert rule.source is not None
        self.book = book
        self.rule = rule
        self.vocabulary: Vocabulary = book.vocabulary
        self.text = rule.source.text
        self.lexicon = _lexicon(book.names)
        self.lang = lang or ""
        """The language wanted; nothing leaves every word in its own."""
        self.edits: list[Edit] = []

    def formatted(self) -> str:
        """Return the text of the file in canonical form."""
        root: Any = yaml.compose(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.shape(root, RULE_KEYS, self.rule.scope)
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return tidy(in_order(text))

    # ---- keys and words

    def key(self, node: Any, table: Mapping[str, str]) -> str:
        """Write a key in the language wanted; return its English name."""
        word = str(node.value)
        name = word if word in table else next((k for k, zh in table.items() if zh == word), word)
        if name in table:
            self.put(node, table[name] if self.lang == "zh" else name)
        return name

    def put(self, node: Any, new: str, *, quoted: bool = False) -> None:
        """Replace a scalar by *new*, keeping its quotation marks where it has any."""
        if not self.lang and not quoted:
            return
        start, end = node.start_mark.index, node.end_mark.index
        old = self.text[start:end]
        if node.value == new:
            return
        if node.style == '"' or (quoted and old[:1] not in "'\""):
            new = '"' + new.replace("\\", "\\\\").replace('"', '\\"') + '"'
        elif node.style == "'":
            new = "'" + new.replace("'", "''") + "'"
        self.edits.append((start, end, new))

    def word(self, node: Any, table: Mapping[str, str]) -> None:
        """Write one of a closed set of words; *table* gives the Chinese of each English word."""
        back = {zh: en for en, zh in table.items()}
        en = node.value if node.value in table else back.get(node.value)
        if en is not None and self.lang:
            new = table[en] if self.lang == "zh" else en
            if new in ("no", "yes", "true", "false") and not node.style:
                self.edits.append((node.start_mark.index, node.end_mark.index, f"'{new}'"))
            elif node.value != new:
                self.edits.append((node.start_mark.index, node.end_mark.index, new))

    def enumeration(self, node: Any, name: str) -> None:
        """Write a value (or a list of values) of an enumeration."""
        known = self.vocabulary.enumerations[name]
        for one in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            value = known.by_name.get(str(one.value))
            if value is not None:
                self.put(one, known.name(value, self.lang))

    # ---- the entries of a rule

    def shape(self, node: Any, shape: Shape, scope: Scope) -> None:
        """Rewrite the keys of a mapping, and what stands under each by its kind."""
        if not isinstance(node, yaml.MappingNode):
            return
        body = [(self.key(key, shape), value) for key, value in node.value]
        about = next((value for name, value in body if name == shape.subject), None)
        entity = self.vocabulary.entity_named(str(about.value)) if about is not None else None
        if entity is not None:
            scope = replace(scope, frames=(Frame(entity.id, (entity.zh, entity.id, *entity.aliases)),))
        for name, value in body:
            if name in shape.entries:
                self.kind(value, shape.entries[name].kind, scope)

    def kind(self, node: Any, kind: Kind, scope: Scope) -> None:
        """Rewrite what stands under a key; a kind that nobody knows is refused."""
        match kind:
            case Scalar():
                return
            case Flag():
                self._flag(node)
            case Choice(words):
                self.word(node, dict(words))
            case Named("entity"):
                entity = self.vocabulary.entity_named(str(node.value))
                if entity is not None and self.lang:
                    self.put(node, entity.zh if self.lang == "zh" else entity.id)
            case Named(what):
                self.enumeration(node, what)
            case Expression(expected, values):
                if isinstance(values, Choice) and node.value in {word for pair in values.words for word in pair}:
                    self.kind(node, values, scope)
                else:
                    self.expression(node, scope, expected)
            case Message():
                self.template(node, scope)
            case Subject():
                self._subject(node)
            case Facts():
                self.facts(node, self.vocabulary.root)
            case Many(of):
                for entry in items(node):
                    self.kind(entry, of, scope)
            case Free(of):
                for _, value in node.value if isinstance(node, yaml.MappingNode) else ():
                    self.kind(value, of, scope)
            case Either(kinds):
                for each in kinds:
                    if isinstance(each, Inner) == isinstance(node, yaml.MappingNode):
                        self.kind(node, each, scope)
                        return
            case Inner(shape):
                self.shape(node, shape, scope)
            case _:
                raise TypeError(f"no layout of {kind!r}")

    def _flag(self, node: Any) -> None:
        if node.value in TRUE_WORDS or node.value in FALSE_WORDS:
            yes = node.value in TRUE_WORDS
            self.put(node, ("是" if yes else "否") if self.lang == "zh" else ("true" if yes else "false"))

    def _subject(self, node: Any) -> None:
        entity = self.vocabulary.entities[self.rule.entity]
        zh = self.lang == "zh"
        text = entity.zh if zh else entity.id
        if self.rule.group is not None:
            keys = [entity.fields[key].zh if zh else key for key in self.rule.group.keys]
            text += (" 按 " if zh else " by ") + ", ".join(keys)
        self.put(node, text)

    def expression(self, node: Any, scope: Scope, expected: str) -> None:
        """Rewrite an expression in the language wanted: on one line, or broken before its connectives where it is long."""
        new = self.said(str(node.value), scope, expected)
        if new is None:
            return
        start, end = node.start_mark.index, self._end(node)
        raw = self.text[start:end]
        line_start = self.text.rfind("\n", 0, start) + 1
        top = self.text[line_start] not in " -#" and "{" not in self.text[line_start:start]  # no block within braces
        folded = node.style in ("|", ">")
        if folded and "#" in raw.split("\n", 1)[0]:
            return  # a comment stands behind the mark of the block
        if top and width(self._rewritten(line_start, start) + new) > LINE and len(parts := broken(new)) > 1:
            written = ">-\n" + "\n".join("  " + part for part in parts)
        elif node.style in ("'", '"') and "\n" not in raw:
            if new != node.value:
                self.put(node, new, quoted=True)
            return
        else:
            written = scalar_text(new)
        if written != raw:
            self.edits.append((start, end, written))

    def _rewritten(self, first: int, last: int) -> str:
        """Return a stretch of the file as it will read: a key in the other language is of another width."""
        text = self.text[first:last]
        for start, end, new in sorted(self.edits, reverse=True):
            if first <= start and end <= last:
                text = text[: start - first] + new + text[end - first :]
        return text

    def _end(self, node: Any) -> int:
        """Return where a scalar ends, without the line break after a block."""
        end = int(node.end_mark.index)
        while node.style in ("|", ">") and end > node.start_mark.index and self.text[end - 1] in "\n \t":
            end -= 1
        return end

    def said(self, text: str, scope: Scope, expected: str = "") -> str | None:
        """Return an expression in canonical spelling; nothing where it cannot be read."""
        try:
            tree = check(parse(text, self.lexicon), scope, expected)
        except ExpressionError:
            return None
        own = "zh" if any("\u4e00" <= char <= "\u9fff" for char in re.sub(r'"[^"]*"', "", text)) else "en"
        words = any(_says(one, two) for one, two in pairwise(tokenize(text, self.lexicon)))
        new = format_expression(tree, scope, self.lang or own, words=words)  # who writes 超过 keeps 超过
        return new if check(parse(new, self.lexicon), scope, expected) == tree else None

    def template(self, node: Any, scope: Scope) -> None:
        """Rewrite the placeholders of a message."""
        start, end = node.start_mark.index, node.end_mark.index
        raw = self.text[start:end]

        def spoken(match: re.Match[str]) -> str:
            body, sign, unit = match[1].partition(":") if ":" in match[1] else match[1].partition("：")
            new = self.said(body, scope)
            if new is None or (node.style == '"' and '"' in new):
                return match[0]
            return "{" + new + (f":{unit}" if sign else "") + "}"

        new = re.sub(r"\{([^{}]*)\}", spoken, raw)
        if new != raw:
            self.edits.append((start, end, new))

    # ---- examples

    def facts(self, node: Any, entity: Entity) -> None:
        """Rewrite the keys and closed words of a case fragment."""
        if not isinstance(node, yaml.MappingNode):
            return
        for key, value in node.value:
            word = str(key.value)
            field = entity.by_name.get(word)
            child = next((e for e in self.vocabulary.entities.values() if word in e.keys), None)
            if field is not None:
                own = field.zh if self.lang == "zh" and field.id != "id" else field.id
                if entity.by_name.get(own) is field:
                    self.put(key, own)
                inner = value
                if isinstance(value, yaml.MappingNode):
                    inner = next((v for k, v in value.value if VALUE_KEYS.get(k.value) == "value"), value)
                    for k, v in value.value:
                        self.spelled(k, VALUE_KEYS)
                        if VALUE_KEYS.get(k.value) in ("inferred", "unconfirmed"):
                            self._flag(v)
                if field.type in self.vocabulary.enumerations:
                    self.enumeration(inner, field.type)
                elif field.type == "flag" and isinstance(inner, yaml.ScalarNode):
                    self._flag(inner)
            elif child is not None and child.collection:
                names = [n for n in child.collection if n.isascii() == (self.lang == "en")]
                if names and word not in names:
                    self.put(key, names[0])
                entries = value
                if isinstance(value, yaml.MappingNode):
                    for k, v in value.value:
                        if LIST_KEYS.get(k.value) == "items":
                            entries = v
                        self.spelled(k, LIST_KEYS)
                for one in entries.value if isinstance(entries, yaml.SequenceNode) else ():
                    self.facts(one, child)
            elif word in CASE_KEYS and entity is self.vocabulary.root:
                self.spelled(key, CASE_KEYS)
                if CASE_KEYS[word] == "transcribed" and value.value in WHOLE:
                    self.put(value, WHOLE[0] if self.lang == "zh" else WHOLE[1])
            elif word in FACT_KEYS:
                self.spelled(key, FACT_KEYS)

    def spelled(self, node: Any, table: dict[str, str]) -> None:
        """Write a key that has one spelling a language in *table* (spelling → meaning)."""
        meaning = table.get(node.value)
        names = [word for word, known in table.items() if known == meaning and word.isascii() == (self.lang == "en")]
        if names and node.value not in names:
            self.put(node, names[0])


def _says(before: Token, token: Token) -> bool:
    """Whether *token* compares in a word of the law; behind another comparison such a word is a value."""
    word = token.kind == "operator" and token.value in LEGAL_WORDS and not token.text.isascii() and len(token.text) > 1
    return word and before.kind != "operator" and before.text not in ("(", ",", "、")


def items(node: Any) -> list[Any]:
    """Return the entries of a list, or a single one as a list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def format_rule(book: Rulebook, rule: Rule, packs: tuple[Pack, ...], lang: str | None = None) -> str:
    """Return the file of *rule* in canonical form; raises InputError rather than change what it says."""
    return format_rules(book, [rule], packs, lang)[rule.id]


def format_rules(
    book: Rulebook, rules: Sequence[Rule], packs: tuple[Pack, ...], lang: str | None = None
) -> dict[str, str]:
    """Return the file of each of *rules* in canonical form; raises InputError rather than change what one of them says.

    What comes out is read together: to read all rules again for each of them took three quarters of the time.
    """
    texts = {rule.id: Formatter(book, rule, lang).formatted() for rule in rules}
    new = [rule for rule in rules if rule.source is not None and texts[rule.id] != rule.source.text]
    if not new:  # they are in order: read again, the same bytes say the same
        return texts
    other_book = _read({rule.file: texts[rule.id] for rule in new}, packs)
    defined = book.definitions == other_book.definitions
    for rule in new:
        other = other_book.rules[rule.id]
        same = defined and _same(book, rule, other_book, other)
        if not same or Formatter(other_book, other, lang).formatted() != texts[rule.id]:
            told = Text(
                "整理后意思会变，没有改动这个文件",
                "putting this file in order would change what it says; it was left alone",
            )
            hint = Text("请报告这个缺陷，附上文件", "please report this defect, with the file")
            raise InputError([Problem("format", Place(rule.file, 1), told, hint)])
    return texts


def _read(texts: Mapping[str, str], packs: tuple[Pack, ...]) -> Rulebook:
    """Return the rulebook with files replaced by *texts*."""
    layers = [
        pack._replace(
            parts=tuple(Part(p.name, p.shown, texts[p.shown].encode()) if p.shown in texts else p for p in pack.parts)
        )
        for pack in packs
    ]
    return assemble(layers, examples=texts.keys())


def _same(book: Rulebook, one: Rule, other_book: Rulebook, two: Rule) -> bool:
    """Whether two rules say the same, wherever their words stand; their messages and facts of examples too."""

    def plain(rule: Rule) -> Rule:
        return replace(rule, examples=(), line=0, file="", message={}, scope=one.scope)

    def example(known: Rulebook, rule: Rule, each: Example) -> tuple[Any, ...]:
        try:
            facts: Any = _facts(example_case(known, rule, each))
        except InputError as error:
            facts = [problem.code for problem in error.problems]
        facts += [len(each.others), *(str(times) for _, times in each.others)]
        said = each.value, each.amount, each.nature, each.severity
        return each.outcome, each.name, each.boundary, each.subject, each.year, each.rule, facts, said

    return (
        plain(one) == plain(two)
        and dict(one.message) == dict(two.message)
        and [example(book, one, e) for e in one.examples] == [example(other_book, two, e) for e in two.examples]
    )


def _facts(case: Case) -> list[Any]:
    """Return everything a case holds, without where it stood."""
    return [
        (
            fact.entity,
            fact.id,
            {
                name: value.id if isinstance(value, Fact) else value
                for name, value in fact.values.items()
                if name != "^link"
            },
            {name: (cell.inferred, cell.note) for name, cell in fact.cells.items()},
            sorted(fact.none),
            fact.states,
        )
        for fact in case.each()
    ]
