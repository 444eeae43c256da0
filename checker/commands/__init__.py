"""One module a command; `COMMANDS` is the list, each imported only when it is asked for."""

from __future__ import annotations

import click

from checker.errors import Text

COMMANDS: dict[str, tuple[str, str, Text]] = {
    "run": ("run", "run", Text("检查案例文件或文件夹", "check case files or folders")),
    "explain": ("explain", "explain", Text("说明一条规则对一个案例是怎样判断的", "explain how a rule judges a case")),
    "watch": ("watch", "watch", Text("逐笔检查到来的付款、批复、评审、合同", "check events as they arrive")),
    "rules": ("rules", "rules_group", Text("查看、编写、检验规则", "look at, write and test rules")),
    "schema": ("schema", "schema", Text("输出 JSON Schema", "print a JSON Schema")),
    "completion": ("completion", "completion", Text("输出命令行补全脚本", "print the completion script for a shell")),
}
"""Each command: its module in this folder, the function there, and what --help says of it."""

RULES = click.option(
    "--rules", "rules", multiple=True, metavar="DIR", help="再加一个规则文件夹 / add a folder of rules"
)
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), help="输出语言 / language of the output")
