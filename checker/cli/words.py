"""Options that take one of a few words: the English word, or the Chinese one that rules and reports print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

_SAID: Mapping[str, tuple[str, ...]] = {
    "contradiction": ("差错",),
    "disclosure": ("披露",),
    "breach": ("违规",),
    "query": ("疑点",),
    "indicator": ("指标",),
    "open": ("待整改",),
    "corrected": ("已整改",),
    "accepted": ("已认可",),
    "disputed": ("有异议",),
    "high": ("高",),
    "medium": ("中等", "中"),
    "low": ("低",),
    "info": ("提示",),
    "text": ("原文",),
    "secondary": ("转述",),
    "no": ("未核实", "否"),
    "zh": ("中文",),
    "en": ("英文",),
    "auto": ("自动",),
    "always": ("总是",),
    "never": ("从不",),
    "run": ("检查",),
    "year": ("年度",),
}
"""The Chinese words for each English one; written out, since what prints them elsewhere takes long to import."""


class Words(click.Choice[str]):
    """A choice of words that may be written in Chinese as well; what the command gets is the English one."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(list(words))
        self.zh = {said: word for word in self.choices for said in _SAID.get(word, ())}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the English word for *value*."""
        return super().convert(self.zh.get(value, value), param, ctx)

    def told(self) -> list[str]:
        """Return every word with the first Chinese one beside it."""
        return [f"{word}（{_SAID[word][0]}）" if word in _SAID else word for word in self.choices]


def english(word: str) -> str:
    """Return the English word for one that may be Chinese."""
    return next((known for known, said in _SAID.items() if word in said), word)
