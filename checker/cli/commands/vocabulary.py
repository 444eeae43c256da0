"""checker vocabulary: the names a rule or case may use, in the terminal, and words of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.files import builtin
from checker.base.outputs import Target, check_targets, write_files
from checker.cli.commands import LANG, RULES, VOCABULARY_COMMANDS, Commands
from checker.cli.console import language


class _Words(Commands):
    """`checker vocabulary 合同` lists without saying so: what is no command is the name of something to list."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` before what names no command."""
        if not args or (args[0] not in self.table and args[0] not in ("-h", "--help")):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("vocabulary", cls=_Words, table=VOCABULARY_COMMANDS)
def vocabulary() -> None:
    """列出对象（实体）、字段、取值；加自己的字段和对象 / list entities, fields and values; add words of one's own."""


@click.command("list")
@click.argument("name", required=False)
@RULES
@LANG
def list_words(name: str | None, rules: tuple[str, ...], lang: str | None) -> int:
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
            hint = (
                _beside(name, rules)
                or did_you_mean(name, names)
                or Text("看 checker vocabulary", "see: checker vocabulary")
            )
            raise InputError([Problem("no-name", Place("checker vocabulary"), told, hint)])
    click.echo(tabulate(rows, headers, tablefmt="simple", disable_numparse=True))
    return 0


def _beside(name: str, rules: tuple[str, ...]) -> Text | None:
    """Return where a word is known: the vocabulary in the working folder, which nobody named."""
    from checker.api import load_rules
    from checker.rulebook.packs import VOCABULARY

    if rules or not Path(VOCABULARY).is_file():
        return None
    try:
        own = load_rules([Path(VOCABULARY)]).vocabulary
    except InputError:
        return None
    if own.entity_named(name) is None and name not in own.enumerations:
        return None
    return Text(
        f"这个文件夹的 {VOCABULARY} 里有：加 --rules {VOCABULARY}",
        f"{VOCABULARY} in this folder has it: add --rules {VOCABULARY}",
    )


@click.command("add")
@click.argument("entity", metavar="OBJECT")
@click.argument("field", metavar="FIELD")
@click.argument("kind", metavar="TYPE", required=False, default="")
@click.option("--paper", default="", metavar="TEXT", help="缺这个数时要提供什么资料 / document that settles it")
@click.option("--whom", default="", metavar="OFFICE", help="向谁要：财务、人事、采购经办…… / whom to ask for it")
@click.option("--alias", "aliases", multiple=True, metavar="WORD", help="案例里的另一种写法 / another heading in cases")
@click.option(
    "--parent", default="", metavar="OBJECT", help="新对象属于哪个对象，缺省是单位 / what a new object belongs to"
)
@click.option("--to", "place", default=".", metavar="DIR", help="写进这个文件夹的 vocabulary.yaml / folder to write to")
@RULES
@LANG
def add_word(
    entity: str,
    field: str,
    kind: str,
    paper: str,
    whom: str,
    aliases: tuple[str, ...],
    parent: str,
    place: str,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """加一个字段（没有的对象一并加上）：checker vocabulary add 合同 工资保证金 金额 / add a field, and its object where there is none.

    TYPE 是 金额、百分比、数字、整数、日期、文字、是否、年度，“指向 合同”，或可选的值（现金、保函） / one of these types, a reference, or the values to choose from.
    """
    from checker.authoring.own_words import Word, added, told

    tongue = language(lang)
    found = added(Word(entity, field, kind, paper, whom, aliases, parent), Path(place), [Path(each) for each in rules])
    if found.text.encode() != (found.was or b""):
        check_targets([Target(str(found.path), (".yaml",))], [str(builtin("rules"))])
        found.path.parent.mkdir(parents=True, exist_ok=True)
        write_files({str(found.path): found.text.encode()}, {} if found.was is None else {str(found.path): found.was})
    click.echo(told(found, tongue))
    return 0
