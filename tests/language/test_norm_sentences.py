"""Sentences of forty norms as an officer would say them: how many read as they stand, how many after the message was followed once."""

from __future__ import annotations

import functools

from norm_sentences import FIELDS, OTHERS, SENTENCES

from checker.api import rule_packs
from checker.documents.node import Node
from checker.documents.source import Source, read_source
from checker.language.scope import Frame, Scope
from checker.language.tokens import Lexicon
from checker.rulebook.reader import FileReader
from checker.rulebook.vocabulary_file import load_vocabulary


@functools.cache
def known():
    base = rule_packs()[0].part("vocabulary.yaml")
    lines = [f"      {word}: {kind}" for kind, words in FIELDS.items() for word in words.split()]
    own = "\n".join(["实体:", "  事项:", "    字段:", *lines]) + "\n"
    vocabulary = load_vocabulary([read_source(base.shown, base.data), read_source("v.yaml", own.encode())])
    return Scope(vocabulary, (Frame("事项", ("事项",)),), {}, {}), Lexicon(vocabulary.names())


def told(text):
    scope, lexicon = known()
    problems = []
    reader = FileReader(Source("", text, Node("plain", text, 1, 1), "utf-8", "", ()), scope.vocabulary, problems)
    reader.strict = True
    reader.expression(reader.source.root, scope, lexicon, "boolean")
    return problems


def measured(sentences):
    """Return the sentences that are refused, and those that are refused again after one message."""
    first = {name: told(text) for name, text, _ in sentences}
    refused = [(name, text, after) for name, text, after in sentences if first[name]]
    assert all(not first[name] for name, _, after in sentences if not after), [n for n, _, a in refused if not a]
    for name, _, _ in refused:  # each says where, and what to write
        assert first[name][0].place.column and first[name][0].hint is not None, name
    then = {name for name, _, after in refused if told(after)}
    print(
        f"{len(sentences)} norms: {len(sentences) - len(refused)} as said, {len(sentences) - len(then)} after one message"
    )
    return refused, then


def test_how_many_norms_read_as_they_are_said():
    refused, then = measured(SENTENCES)
    assert not then
    assert len(SENTENCES) >= 40 and len(refused) <= 12


def test_how_many_others_read_as_they_are_said():
    refused, then = measured(OTHERS)
    assert not then
    assert len(OTHERS) >= 40 and len(refused) <= 16
