"""checker rules new: asks what a norm says, and writes a rule with examples that passes `checker rules test` at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.base.outputs import Target
from checker.cli.commands import LANG, RULES
from checker.cli.console import deliver, guard, language
from checker.cli.words import Words

if TYPE_CHECKING:
    from checker.rulebook.book import Rulebook

NEEDED = {
    "title": "--title",
    "id": "--id",
    "instrument": "--instrument",
    "entity": "--for",
    "require": "--require",
}
"""What a rule cannot do without, with the options that state it."""
NATURES = ["contradiction", "disclosure", "breach", "query"]
DRAFT = "rules-new.draft"
"""Where the answers are kept until the rule is written."""


@click.command("new")
@click.option("--title", help="标题 / title")
@click.option("--title-en", default="", help="英文标题 / English title")
@click.option("--id", "ident", help="编号 / id")
@click.option("--instrument", help="依据的文件 / instrument")
@click.option("--article", help="条款 / article")
@click.option("--verified", type=Words(["text", "secondary", "no"]), help="核对程度 / how far the text was read")
@click.option("--jurisdiction", help="行政区划代码 / jurisdiction code")
@click.option("--level", "levels", multiple=True, metavar="LEVEL", help="预算级次，可以写几次 / budget level")
@click.option("--unit-kind", "unit_kinds", multiple=True, metavar="KIND", help="单位性质，可以写几次 / kind of unit")
@click.option("--from", "start", default="", metavar="DATE", help="施行日期 / in force from")
@click.option("--to", "end", default="", metavar="DATE", help="失效日期 / in force to")
@click.option("--as-of", "as_of", default="", metavar="FIELD", help="日期依据 / the date that decides what held")
@click.option(
    "--nature",
    type=Words(NATURES),
    help="定性，缺省 query / nature, default query",
)
@click.option("--severity", type=Words(["high", "medium", "low", "info"]), help="严重程度 / severity")
@click.option("--for", "entity", help="对象 / subject")
@click.option("--when", help="适用 / when it applies")
@click.option("--unless", default="", help="除非 / exceptions")
@click.option("--require", help="要求 / what is required")
@click.option("--amount", default="", help="涉及金额 / amount at stake")
@click.option("--message", default="", help="说明，用 {字段} 显示数值 / message, {field} shows a value")
@click.option("--remedy", help="整改 / remedy")
@click.option(
    "--parameter",
    multiple=True,
    metavar="NAME=VALUE",
    help="参数，例如 公函限额=3000元@2020-01-01（起）/ limit, with the day from which it holds",
)
@click.option("--keys", type=Words(["zh", "en"]), help="规则文件用中文键还是英文键 / language of the keys")
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
    from checker.rulebook.packs import Pack, read_pack, words_beside

    tongue = language(lang)
    below = [read_pack(shown(place)) for place in (builtin("rules"), *map(Path, rules))]
    folder = Path(output).parent if output not in (None, "-") else Path()
    roots = [Path(pack.root).resolve() for pack in below]
    beside = words_beside(folder / DRAFT)  # the rule will be read with the words beside it
    below += [
        Pack(part.shown, (part,)) for part in beside if not any(map(Path(part.shown).resolve().is_relative_to, roots))
    ]
    book = assemble(below)
    given |= {"id": ident, "limits": [_parameter(word) for word in parameter]}
    given |= {key: list(given[key]) for key in ("levels", "unit_kinds")}
    draft = folder / DRAFT
    asked = not no_input and sys.stdin.isatty()
    if asked:
        _ask(given, book, tongue, draft, lambda name: not (output or force) and (folder / f"{name}.yaml").is_file())
    lacking = [flag for key, flag in NEEDED.items() if not given.get(key)]
    if lacking:
        told = Text(f"还缺 {'、'.join(lacking)}", f"still missing: {', '.join(lacking)}")
        hint = Text("加上这些选项，或在终端里运行来逐项回答", "add these options, or run it in a terminal to be asked")
        raise InputError([Problem("missing-option", Place("checker rules new"), told, hint)])
    keys = keys or tongue
    for key, enumeration in (("levels", "budget_level"), ("unit_kinds", "unit_kind")):
        known = book.vocabulary.enumerations[enumeration]
        given[key] = tuple(known.name(known.by_name.get(w, w), keys) if w in known.by_name else w for w in given[key])
    answers = Answers(
        **{key: value for key, value in given.items() if value and key != "limits"},
        parameters=tuple(tuple(each) for each in given["limits"]),
        lang=keys,
        schema=schema_path or _schema_near(Path(output or ".")),
    )
    if book.vocabulary.entity_named(answers.entity.split()[0]) is None:
        hint = did_you_mean(answers.entity, book.vocabulary.entity_names()) or Text(
            f"没有的对象先加：checker vocabulary add {answers.entity} 字段 类型",
            f"add it first: checker vocabulary add {answers.entity} FIELD TYPE",
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
    if asked:
        draft.unlink(missing_ok=True)
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


def _parameter(word: str) -> list[str]:
    """Return a limit as its name, its value and the day from which it holds ("" where none is said)."""
    name, sign, rest = word.replace("＝", "=").partition("=")
    value, _, start = rest.partition("@")
    if not sign or not name.strip() or not value.strip():
        told = Text(f"参数“{word}”要写成 名称=值", f"the parameter {word!r} is written NAME=VALUE")
        hint = Text("例如 公函限额=3000元", "such as letter_limit=3000元")
        raise InputError([Problem("parameter", Place("--parameter"), told, hint)])
    return [name.strip(), value.strip(), start.strip()]


def _ask(given: dict[str, Any], book: Rulebook, lang: str, draft: Path, there: Callable[[str], bool]) -> None:
    """Ask for what was not given as an option; a draft that is there is gone on with."""
    from checker.authoring.interview import Interview, keep, kept

    def ask(question: str, before: str) -> str:
        return str(click.prompt(question, default=before, show_default=bool(before)))

    resumed = kept(draft)
    if resumed:
        lead = Text(
            f"有没写完的草稿（{resumed.get('title', '')}），接着写",
            f"there is a draft ({resumed.get('title', '')}); go on with it",
        )
        resumed = resumed if click.confirm(lead.say(lang), default=True) else None
    try:
        Interview(book, given, lang, ask, click.echo, lambda answers: keep(draft, answers), there).run(resumed)
    except click.Abort:
        click.echo()
        told = Text(f"答案留在 {draft}，再运行就接着问", f"the answers are in {draft}; run it again to go on")
        if draft.is_file():
            click.echo(told.say(lang), err=True)
        raise
