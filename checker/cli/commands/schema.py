"""checker schema: JSON Schemas for editors and for programs that read reports."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target, check_ours, write_files
from checker.cases.vocabulary import Vocabulary
from checker.cli.commands import RULES
from checker.cli.console import guard

KINDS = (
    "case",
    "rule",
    "parameter",
    "pack",
    "report",
    "waiver",
    "followup",
    "tables",
    "score",
    "vocabulary",
    "form",
    "import",
)


def made(kind: str, rules: Sequence[str] = ()) -> dict[str, Any]:
    """Return the schema of one kind of file; the words of the packs in *rules* are known to it."""
    from checker.api import load_rules
    from checker.authoring.case_schema import case_schema, report_schema
    from checker.authoring.form_schema import form_schema
    from checker.authoring.import_schema import import_schema
    from checker.authoring.rule_schema import (
        followup_schema,
        pack_schema,
        parameter_schema,
        rule_schema,
        score_schema,
        tables_schema,
        vocabulary_schema,
        waiver_schema,
    )

    makers: dict[str, Callable[[Vocabulary], dict[str, Any]]] = {
        "case": case_schema,
        "rule": rule_schema,
        "parameter": parameter_schema,
        "pack": pack_schema,
        "report": lambda _: report_schema(),
        "waiver": waiver_schema,
        "followup": followup_schema,
        "tables": tables_schema,
        "score": score_schema,
        "vocabulary": vocabulary_schema,
        "form": form_schema,
        "import": lambda _: import_schema(),
    }
    return makers[kind](load_rules([Path(folder) for folder in rules]).vocabulary)


@click.command()
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option("--all", "folder", metavar="DIR", help="全部写进文件夹 / write all of them into a folder")
@RULES
def schema(kind: str | None, folder: str | None, rules: tuple[str, ...]) -> int:
    """输出 JSON Schema：案例、规则、参数、规则包文件，或 JSON 报告 / print the JSON Schema of a kind of file."""
    if folder is not None:
        guard(folder=[Target(folder, folder=True)])
        schemas = {f"{name}.schema.json": made(name, rules) for name in KINDS}
        check_ours(Path(folder), schemas, lambda name, text: f'"title": "{schemas[name]["title"]}"' in text)
        Path(folder).mkdir(parents=True, exist_ok=True)
        written = {
            str(Path(folder) / name): json.dumps(each, ensure_ascii=False, indent=1) + "\n"
            for name, each in schemas.items()
        }
        write_files({name: text.encode() for name, text in written.items()})
        click.echo("\n".join(written))
        return 0
    if kind is None:
        told = Text("要写是哪一种：" + "、".join(KINDS), "say which kind: " + ", ".join(KINDS))
        raise InputError(
            [
                Problem(
                    "usage",
                    Place("checker schema"),
                    told,
                    Text("例如 checker schema rule", "such as: checker schema rule"),
                )
            ]
        )
    click.echo(json.dumps(made(kind, rules), ensure_ascii=False, indent=1))
    return 0
