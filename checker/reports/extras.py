"""Imports a library that an extra brings, or says in both languages which extra to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text


def need(module: str, extra: str, form: str) -> Any:
    """Return *module*; raises InputError naming the *extra* where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        told = Text(f"写 {form} 要用的库没有安装", f"the library that writes {form} is not installed")
        command = f'pip install "expenditure-checker[{extra}]"'
        raise InputError([Problem("no-library", Place(form), told, Text(command, command))]) from None
