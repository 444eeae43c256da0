"""checker rules: look at the rules, and for their authors, write and test them."""

from __future__ import annotations

import click

from checker.cli.commands import RULES_COMMANDS, Commands


@click.group("rules", cls=Commands, table=RULES_COMMANDS)
def rules_group() -> None:
    """查看、编写、检验规则 / look at, write and test rules."""
