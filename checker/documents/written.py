"""Writes plain data (dicts, lists, numbers, dates) as a JSON document, exactly, so that it is read like a file."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Number
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text

DEEPEST = 100
"""Lists and dicts within one another; what goes deeper most likely holds itself."""


def written(file: str, data: Mapping[str, Any]) -> bytes:
    """Return *data* as JSON, a line for each entry; raises InputError that names everything that cannot be part of a case."""
    problems: list[Problem] = []
    text = _value(data, "", file, problems)
    if problems:
        raise InputError(problems)
    return text.encode()


def _value(value: Any, path: str, file: str, problems: list[Problem], depth: int = 1) -> str:
    """Return one value as JSON; *path* says where in the data it stands."""
    indent = " " * depth
    if depth > DEEPEST:
        _refuse(file, path, Text("层次太深", "is nested too deeply"), None, problems)
    elif isinstance(value, Mapping):
        parts = []
        for key, each in value.items():
            inner = f"{path}.{key}" if path else str(key)
            if not isinstance(key, str):
                told = Text(f"名称 {key!r} 不是文字", f"has the name {key!r}, which is no text")
                _refuse(file, path, told, None, problems)
            parts.append(f"{indent}{_text(str(key))}: {_value(each, inner, file, problems, depth + 1)}")
        return "{\n" + ",\n".join(parts) + "\n" + indent[1:] + "}" if parts else "{}"
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        parts = [indent + _value(each, f"{path}[{n}]", file, problems, depth + 1) for n, each in enumerate(value)]
        return "[\n" + ",\n".join(parts) + "\n" + indent[1:] + "]" if parts else "[]"
    elif value is None or isinstance(value, (bool, str)):
        return "null" if value is None else _text(value) if isinstance(value, str) else json.dumps(value)
    elif isinstance(value, Integral):
        return str(int(value))
    elif isinstance(value, Decimal) and value.is_finite():
        return f"{value:f}"
    elif isinstance(value, date) and not isinstance(value, datetime):
        return _text(value.isoformat())
    else:
        exact = Text(
            '金额写成文字（"12.30万元"）或 Decimal；没有列示的写 None',
            'write amounts as text ("12.30万元") or Decimal, and None for what is not given',
        )
        kind = type(value).__name__
        shown = f"{reprlib.repr(value)} " if isinstance(value, (Number, bytes, date)) else ""  # else maybe an address
        told = Text(f"{shown}({kind}) 不能写进案例", f"is {shown}({kind}), which cannot be part of a case")
        _refuse(file, path, told, exact if isinstance(value, (float, Decimal)) else None, problems)
    return "null"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _refuse(file: str, path: str, told: Text, hint: Text | None, problems: list[Problem]) -> None:
    where = path or "data"
    problems.append(Problem("bad-data", Place(file), Text(f"{where}：{told.zh}", f"{where} {told.en}"), hint))
