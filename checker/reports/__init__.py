"""One module a format, each with `render(report, options) -> str`; the folder is the list of formats."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from checker.report import Report

FORMATS = {"table": "checker.reports.table", "json": "checker.reports.json_report"}
"""Every format and its module, imported only when it is asked for."""


class Options(NamedTuple):
    """How to print: the language, whether every check is wanted, whether colour may be used, what fails the run."""

    lang: str = "zh"
    all: bool = False
    colour: bool = False
    fail_on: str = "low"


def render(name: str, report: Report, options: Options) -> str:
    """Return *report* in the format *name*."""
    function: Callable[[Report, Options], str] = import_module(FORMATS[name]).render
    return function(report, options)
