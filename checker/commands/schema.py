"""checker schema: JSON Schemas for editors and for programs that read reports."""

from __future__ import annotations

import click


@click.command()
@click.argument("kind", type=click.Choice(["case", "report"]))
def schema(kind: str) -> int:
    """输出 JSON Schema：案例文件或 JSON 报告 / print the JSON Schema of case files or of the JSON report."""
    import json

    from checker.check import load_rules
    from checker.schema import case_schema, report_schema

    made = case_schema(load_rules().vocabulary) if kind == "case" else report_schema()
    click.echo(json.dumps(made, ensure_ascii=False, indent=1))
    return 0
