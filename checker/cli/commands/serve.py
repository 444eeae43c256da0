"""checker serve: the page for people without a terminal, on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import click

from checker.cli.commands import LANG, RULES
from checker.cli.console import language


@click.command()
@click.argument("folder", required=False, default=".", metavar="[FOLDER]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="端口，缺省 8765，占用时另选 / port; default 8765, or one that is free",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="在哪个地址上等待 / the address to listen on",
)
@click.option(
    "--expose",
    is_flag=True,
    help="允许别的机器进来，要有口令，不加密 / let other machines in: takes a password, and nothing is encrypted",
)
@click.option(
    "--idle",
    type=click.IntRange(0),
    default=120,
    show_default=True,
    help="多少分钟没有人用就停，0 为不停 / minutes without use after which it stops, 0 for never",
)
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只印链接 / print the link and open no browser")
@click.option(
    "--shortcut",
    metavar="DIR",
    help="在这个文件夹写双击启动的文件，不启动 / write the files that start it by double click into this folder, and start nothing",
)
@RULES
@LANG
def serve(
    folder: str,
    port: int,
    host: str,
    expose: bool,
    idle: int,
    no_browser: bool,
    shortcut: str | None,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """在浏览器里核对材料、看问题、出报告（本机网页）/ check papers, see findings and get the report in a browser, on this machine."""
    from checker.serve.server import Request
    from checker.serve.server import serve as started

    tongue = language(lang)
    if shortcut is not None:
        from checker.serve.starting import shortcuts

        made = shortcuts(Path(shortcut), Path(folder).resolve())
        click.echo(("已写 " if tongue == "zh" else "written: ") + ("、" if tongue == "zh" else ", ").join(made))
        return 0
    password = os.environ.get("CHECKER_SERVE_PASSWORD", "")
    request = Request(Path(folder), rules, tongue, host, port, expose, password, not no_browser, idle)
    started(request, lambda told: click.echo(told.say(tongue)))
    return 0
