"""checker rules new: asks what a norm says, and writes a rule with examples that passes `checker rules test` at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.outputs import Target
from checker.cli.commands import LANG, RULES
from checker.cli.console import deliver, guard, language

if TYPE_CHECKING:
    from checker.rulebook.book import Rulebook

QUESTIONS: tuple[tuple[str, str, Text, bool], ...] = (
    ("title", "--title", Text("标题（一句话说清规范）", "title (the norm in one sentence)"), True),
    ("id", "--id", Text("编号（英文，例如 reception-letter）", "id (such as reception-letter)"), True),
    ("instrument", "--instrument", Text("依据的文件名称", "the instrument it rests on"), True),
    ("article", "--article", Text("条款（没有就回车）", "article (Enter for none)"), False),
    (
        "verified",
        "--verified",
        Text("核对程度 text 读过原文 / secondary 转述 / no 未核实", "verified: text / secondary / no"),
        False,
    ),
    (
        "jurisdiction",
        "--jurisdiction",
        Text("行政区划代码（全国适用就回车）", "jurisdiction code (Enter for the whole country)"),
        False,
    ),
    ("entity", "--for", Text("对象（规则逐个检查什么）", "subject (what is checked one by one)"), True),
    ("when", "--when", Text("适用的条件（总是适用就回车）", "when it applies (Enter for always)"), False),
    ("require", "--require", Text("要求的条件", "what is required"), True),
    ("remedy", "--remedy", Text("整改（不符合时怎么办）", "remedy (what to do when it is not met)"), False),
)


@click.command("new")
@click.option("--title", help="标题 / title")
@click.option("--title-en", default="", help="英文标题 / English title")
@click.option("--id", "ident", help="编号 / id")
@click.option("--instrument", help="依据的文件 / instrument")
@click.option("--article", help="条款 / article")
@click.option("--verified", type=click.Choice(["text", "secondary", "no"]), help="核对程度 / how far the text was read")
@click.option("--jurisdiction", help="行政区划代码 / jurisdiction code")
@click.option("--from", "start", default="", metavar="DATE", help="施行日期 / in force from")
@click.option(
    "--nature",
    type=click.Choice(["contradiction", "disclosure", "breach", "query"]),
    default="query",
    show_default=True,
    help="定性 / nature",
)
@click.option("--severity", type=click.Choice(["high", "medium", "low", "info"]), help="严重程度 / severity")
@click.option("--for", "entity", help="对象 / subject")
@click.option("--when", help="适用 / when it applies")
@click.option("--unless", default="", help="除非 / exceptions")
@click.option("--require", help="要求 / what is required")
@click.option("--amount", default="", help="涉及金额 / amount at stake")
@click.option("--message", default="", help="说明，用 {字段} 显示数值 / message, {field} shows a value")
@click.option("--remedy", help="整改 / remedy")
@click.option("--parameter", multiple=True, metavar="NAME=VALUE", help="参数，例如 公函限额=3000元 / parameter")
@click.option("--keys", type=click.Choice(["zh", "en"]), help="规则文件用中文键还是英文键 / language of the keys")
@click.option("--output", "-o", metavar="FILE", help="默认：编号.yaml / default: ID.yaml")
@click.option("--force", is_flag=True, help="覆盖已有的文件 / overwrite a file that is there")
@click.option(
    "--schema", "schema_path", default="", metavar="PATH", help="编辑器用的 JSON Schema / JSON Schema for the editor"
)
@click.option("--no-input", is_flag=True, help="不提问 / ask nothing")
@RULES
@LANG
def new_rule(
    rules: tuple[str, ...],
    lang: str | None,
    no_input: bool,
    output: str | None,
    force: bool,
    keys: str | None,
    parameter: tuple[str, ...],
    schema_path: str,
    ident: str | None,
    **given: Any,
) -> int:
    """写一条新规则：规则、依据、参数和示例齐全，写出来就通过 rules test / write a new rule, complete with examples."""
    from checker.authoring.authored import shown
    from checker.authoring.new import Answers, written_rule
    from checker.base.files import builtin
    from checker.rulebook.loader import assemble
    from checker.rulebook.packs import read_pack

    tongue = language(lang)
    below = [read_pack(shown(place)) for place in (builtin("rules"), *map(Path, rules))]
    book = assemble(below)
    given["id"] = ident
    limits = [_parameter(word) for word in parameter]
    asking = not no_input and sys.stdin.isatty()
    if asking:
        _ask(given, limits, book, tongue)
    lacking = [flag for key, flag, _, needed in QUESTIONS if needed and not given.get(key)]
    if lacking:
        told = Text(f"还缺 {'、'.join(lacking)}", f"still missing: {', '.join(lacking)}")
        hint = Text("加上这些选项，或在终端里运行来逐项回答", "add these options, or run it in a terminal to be asked")
        raise InputError([Problem("missing-option", Place("checker rules new"), told, hint)])
    answers = Answers(
        **{key: value for key, value in given.items() if value},
        parameters=tuple(limits),
        lang=keys or tongue,
        schema=schema_path or _schema_near(Path(output or ".")),
    )
    if book.vocabulary.entity_named(answers.entity.split()[0]) is None:
        hint = did_you_mean(answers.entity, book.vocabulary.entity_names()) or Text(
            "看 docs/vocabulary.zh.md", "see docs/vocabulary.en.md"
        )
        told = Text(f"没有“{answers.entity}”这种对象", f"there is no entity {answers.entity!r}")
        raise InputError([Problem("unknown-entity", Place("--for"), told, hint)])
    target = output or f"{answers.id}.yaml"
    if target != "-" and Path(target).is_file() and not force:
        told = Text("文件已经存在，没有覆盖", "the file is there already; nothing was written")
        hint = Text("换一个编号或 -o 文件名；确要覆盖，加 --force", "choose another id or -o, or add --force")
        raise InputError([Problem("exists", Place(target), told, hint)])
    guard(output=[Target(target, (".yaml", ".yml"))], rules=()) if force else guard(
        output=[Target(target, (".yaml", ".yml"))]
    )
    text, rule = written_rule(answers, below)
    deliver(target, text)
    if target == "-":
        return 0
    count = len(rule.examples)
    click.echo(
        f"已写 {target}：{count} 个示例，用 checker rules test {target} 检验"
        if tongue == "zh"
        else f"wrote {target} with {count} examples; test it with: checker rules test {target}"
    )
    return 0


def _schema_near(target: Path) -> str:
    """Return the way to the rule schema that `checker schema --all` wrote beside the rules or above them, if there is one."""
    here = target.resolve() if target.is_dir() else target.resolve().parent
    for folder in (here, *here.parents):
        if (file := folder / "schema" / "rule.schema.json").is_file():
            return Path(os.path.relpath(file, here)).as_posix()
    return ""


def _parameter(word: str) -> tuple[str, str]:
    name, sign, value = word.replace("＝", "=").partition("=")
    if not sign or not name.strip() or not value.strip():
        told = Text(f"参数“{word}”要写成 名称=值", f"the parameter {word!r} is written NAME=VALUE")
        raise InputError(
            [
                Problem(
                    "parameter", Place("--parameter"), told, Text("例如 公函限额=3000元", "such as letter_limit=3000元")
                )
            ]
        )
    return name.strip(), value.strip()


def _ask(given: dict[str, Any], limits: list[tuple[str, str]], book: Rulebook, lang: str) -> None:
    """Ask for what was not given as an option."""
    zh = lang == "zh"
    for key, _, question, needed in QUESTIONS:
        if given.get(key) is not None:
            continue
        if key == "entity":
            names = [entity.name(lang) if not zh else entity.zh for entity in book.vocabulary.entities.values()]
            click.echo(("可选：" if zh else "one of: ") + ("、" if zh else ", ").join(names))
        if key == "when":
            entity = book.vocabulary.entity_named(str(given["entity"]).split()[0])
            if entity is not None:
                fields = [f.zh if zh else f.id for f in entity.fields.values()]
                click.echo(("字段：" if zh else "fields: ") + ("、" if zh else ", ").join(fields))
            while not limits or click.confirm("再加一个限额" if zh else "another limit", default=False):
                word = click.prompt(
                    "限额参数（名称=值，没有就回车）" if zh else "limit (NAME=VALUE, Enter for none)",
                    default="",
                    show_default=False,
                )
                if not word:
                    break
                limits.append(_parameter(word))
        answer = ""
        while not answer:
            answer = click.prompt(
                question.say(lang), default="no" if key == "verified" else "", show_default=key == "verified"
            )
            if not needed:
                break
        given[key] = answer
