"""Every command with none of the extras installed, as the README's plain install leaves a machine."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT

EXTRAS = (
    "duckdb",
    "sqlglot",
    "xlsxwriter",
    "docx",
    "durable_rules_engine",
    "durable",
    "pyspark",
    "psycopg",
    "hypothesis",
    "jsonschema",
    "pytest",
    "starlette",
    "uvicorn",
    "jinja2",
    "pygls",
    "lsprotocol",
)
ALONE = f"""
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {EXTRAS!r}:
            raise ModuleNotFoundError("No module named " + repr(name), name=name)

import importlib.util
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name.split(".")[0] in {EXTRAS!r} else real(name, package)
sys.meta_path.insert(0, Absent())
from checker.__main__ import main
main()
"""
CASE = str(ROOT / "cases" / "clean.yaml")
RULE = str(ROOT / "rules" / "consistency" / "stated-sum.yaml")
WORKS = {
    "run": ["run", CASE],
    "run, several outputs": [
        "run",
        CASE,
        "-o",
        "a.html",
        "-o",
        "a.md",
        "-o",
        "a.csv",
        "-o",
        "a.jsonl",
        "-o",
        "a.sarif",
        "-o",
        "a.json",
    ],
    "run, a folder": ["run", str(ROOT / "cases")],
    "explain": ["explain", "stated-sum", "--case", CASE],
    "score": ["score", CASE],
    "new-case": [
        "new-case",
        "new.yaml",
        "--name",
        "示例局",
        "--year",
        "2024",
        "--jurisdiction",
        "430112",
        "--level",
        "区县",
        "--unit-kind",
        "参公",
    ],
    "rules list": ["rules", "list"],
    "rules show": ["rules", "show", "stated-sum"],
    "rules test": ["rules", "test", RULE, "--mutate", "--coverage"],
    "rules lint": ["rules", "lint", RULE],
    "rules fmt": ["rules", "fmt", "--check", RULE],
    "rules impact": ["rules", "impact", str(ROOT / "rules"), str(ROOT / "rules"), CASE],
    "vocabulary": ["vocabulary", "合同"],
    "schema": ["schema", "rule"],
    "completion": ["completion", "bash"],
}
WANTS = {
    "run on DuckDB": (["run", str(ROOT / "cases"), "--engine", "duckdb", "-o", "out"], "batch"),
    "run on PostgreSQL": (["run", CASE, "--engine", "postgres", "--on", "dbname=x", "-o", "out"], "batch"),
    "run on Spark": (["run", CASE, "--engine", "spark", "--on", "local[1]", "-o", "out"], "batch"),
    "pack": (["pack", CASE, "-o", "tables"], "batch"),
    "compile": (["compile", "stated-sum", "--dialect", "duckdb"], "batch"),
    "a workbook": (["run", CASE, "-o", "a.xlsx"], "xlsx"),
    "a document": (["run", CASE, "-o", "a.docx"], "docx"),
    "the page": (["serve", ".", "--no-browser"], "serve"),
    "the language server": (["lsp", "--stdio"], "editor"),
    "the second engine": (["run", CASE, "--engine", "durable"], "durable"),
}


def run(arguments, folder):
    return subprocess.run(
        [sys.executable, "-c", ALONE, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize("name", WORKS)
def test_it_works_without_extras(name, tmp_path):
    done = run(WORKS[name], tmp_path)
    assert done.returncode in (0, 1) and "internal error" not in done.stderr + done.stdout, done.stderr


@pytest.mark.parametrize("name", WANTS)
def test_what_needs_an_extra_names_it(name, tmp_path):
    arguments, extra = WANTS[name]
    done = run(arguments, tmp_path)
    assert done.returncode not in (0, 1) and "internal error" not in done.stderr, done.stderr
    assert f"[{extra}]" in done.stderr, done.stderr
