"""checker waivers: look after the file of waivers."""

from __future__ import annotations

import click

from checker.cli.commands import WAIVERS_COMMANDS, Commands


@click.group("waivers", cls=Commands, table=WAIVERS_COMMANDS)
def waivers_group() -> None:
    """检查豁免文件 / look after the file of waivers."""
