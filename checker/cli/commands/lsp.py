"""checker lsp: the language server that editors start."""

from __future__ import annotations

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.cli.commands import LANG, RULES


@click.command()
@click.option(
    "--stdio", is_flag=True, help="标准输入输出，只有这一种 / standard input and output, the only way there is"
)
@RULES
@LANG
def lsp(stdio: bool, rules: tuple[str, ...], lang: str | None) -> int:
    """给编辑器用的语言服务：边写边指出错误、补全、改名（由编辑器启动）/ the language server for rules and cases; editors start it."""
    try:
        from checker.editor.server import serve
    except ImportError:
        told = Text("编辑器服务要用的 pygls 没有安装", "pygls, which the language server uses, is not installed")
        command = 'pip install "expenditure-checker[editor]"'
        raise InputError([Problem("no-library", Place("checker lsp"), told, Text(command, command))]) from None
    serve(rules, lang)
    return 0
