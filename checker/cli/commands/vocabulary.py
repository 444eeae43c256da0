"""checker vocabulary: the names a rule or case may use, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cli.commands import LANG, RULES
from checker.cli.console import language


@click.command()
@click.argument("name", required=False)
@RULES
@LANG
def vocabulary(name: str | None, rules: tuple[str, ...], lang: str | None) -> int:
    """列出对象（实体），或一个对象的字段，或一个枚举的取值 / list the entities, or the fields of one, or the values of an enumeration."""
    from tabulate import tabulate

    from checker.api import load_rules
    from checker.authoring.reference import entity_rows, field_rows

    tongue = language(lang)
    known = load_rules([Path(folder) for folder in rules]).vocabulary
    if name is None:
        headers, rows = entity_rows(known, tongue)
    else:
        entity, enumeration = known.entity_named(name), known.enumerations.get(name)
        enumeration = enumeration or next((e for e in known.enumerations.values() if e.zh == name), None)
        if entity is not None:
            headers, rows = field_rows(known, entity, tongue)
        elif enumeration is not None:
            headers = ["取值", "英文", "别名"] if tongue == "zh" else ["value", "Chinese", "aliases"]
            rows = [
                [words[0], value, "、".join(words[1:])] if tongue == "zh" else [value, words[0], ", ".join(words[1:])]
                for value, words in enumeration.values.items()
            ]
        else:
            names = [*known.entity_names(), *known.enumerations, *(e.zh for e in known.enumerations.values())]
            told = Text(f"词汇表里没有“{name}”", f"there is no {name!r} in the vocabulary")
            hint = did_you_mean(name, names) or Text("看 checker vocabulary", "see: checker vocabulary")
            raise InputError([Problem("no-name", Place("checker vocabulary"), told, hint)])
    click.echo(tabulate(rows, headers, tablefmt="simple", disable_numparse=True))
    return 0
