"""A command line that was written wrongly, as a problem in both languages: click tells it in English only."""

from __future__ import annotations

import re

import click

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean
from checker.cli.words import Words

INSTEAD = {
    "--nature": Text(
        "规则用 --select、--ignore 选（编号、类别、问题）；按定性分开的，看报告的各节，或表格格式的“定性”一栏",
        "choose rules with --select and --ignore (id, category, problem); the natures are the sections of the report and a column of its tables",
    ),
    "--severity": Text(
        "从哪一级起算不通过，用 --fail-on；规则用 --select、--ignore 选",
        "--fail-on says from which severity on a run fails; choose rules with --select and --ignore",
    ),
}
"""What to use where a filter is asked for that a run does not have."""


def misused(error: click.UsageError) -> InputError:
    """Return what is wrong with a command line, and what to write instead."""
    ctx = error.ctx
    path = ctx.command_path if ctx is not None else "checker"
    see = Text(f"看 {path} --help", f"see {path} --help")
    told, hint = _told(error, path)
    return InputError([Problem("usage", Place(path), told, hint or see)])


def _told(error: click.UsageError, path: str) -> tuple[Text, Text | None]:
    known = [option for each in error.ctx.command.params for option in each.opts] if error.ctx is not None else []
    if isinstance(error, click.NoSuchOption):
        name = error.option_name
        elsewhere = INSTEAD.get(name) if "--select" in known else None
        return Text(f"没有选项“{name}”", f"there is no option {name!r}"), elsewhere or did_you_mean(name, known)
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        return Text(
            f"选项 {name} 后面没有写值，或写了不该写的值", f"the option {name} lacks its value, or takes none"
        ), None
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = _name(error.param)
        return Text(f"没有写 {name}", f"{name} is missing"), None
    if isinstance(error, click.BadParameter) and error.param is not None:
        kind, name = error.param.type, _name(error.param)
        if isinstance(kind, click.Choice):
            words = [str(word) for word in kind.choices]
            known_zh = kind.told() if isinstance(kind, Words) else words
            found = re.match(r"'(.*)' is not one of", error.message, re.DOTALL)
            value = found[1] if found else ""
            told = Text(f"{name} 不能写“{value}”", f"{name} cannot be {value!r}")
            return told, Text("可用：" + "、".join(known_zh), "one of: " + ", ".join(words))
        if isinstance(kind, (click.types.IntParamType, click.IntRange)):
            least = getattr(kind, "min", None)
            told = Text(f"{name} 要写整数", f"{name} is a whole number")
            if least is not None:
                told = Text(f"{name} 要写不小于 {least} 的整数", f"{name} is a whole number not below {least}")
            return told, None
    extra = error.message.partition("extra argument")[2].lstrip("s").strip(" ()")
    if extra:
        return Text(f"多写了“{extra}”", f"{extra!r} is one too many"), None
    return Text(f"命令写错了：{error.format_message()}", f"the command is wrong: {error.format_message()}"), None


def _name(parameter: click.Parameter) -> str:
    """Return what --help calls a parameter: its longest option, or the word for an argument."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return str(parameter.metavar or parameter.human_readable_name)
