"""Defaults of a folder: checker.toml, or [tool.checker] in pyproject.toml, found upward from the working directory.

A setting stands in for an option that the command line leaves out, and nothing else; `--verbose` says what was read and
from where. Paths are relative to the file they stand in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text, did_you_mean, unreadable
from checker.base.named import NamedTuple
from checker.base.patterns import pattern
from checker.base.values import half_width
from checker.cli.words import english

NAMES = ("checker.toml", "pyproject.toml")
"""The files looked for in each folder, in this order."""
KEYS = {
    "rules": Text("规则", "folders of rules on top of the built-in ones"),
    "jurisdiction": Text("行政区划", "the place that every case must be in"),
    "language": Text("语言", "zh or en"),
    "output": Text("输出", "reports to write, as for --output"),
    "fail-on": Text("退出码", "info, low, medium or high"),
    "waivers": Text("豁免", "files of waivers"),
    "followup": Text("整改", "files of follow-up"),
    "template": Text("模板", "the template of the Word report"),
}
"""The keys that a configuration may hold, each with its Chinese spelling and what it is."""
CHOICES = {"language": ("zh", "en"), "fail-on": ("info", "low", "medium", "high")}
LISTS = ("rules", "output", "waivers", "followup")
OPTIONS = {"language": "lang", "output": "outputs", "fail-on": "fail_on"}
"""The parameter of the commands that a key stands in for, where it is named otherwise."""
_AT = pattern(r" \(at line (\d+), column (\d+)\)$")


class Config(NamedTuple):
    """What was found: the file ("" for none), and values by key; paths as the working directory sees them."""

    file: str = ""
    values: Mapping[str, Any] = {}

    @property
    def language(self) -> str | None:
        """The language of what is printed, if it is set."""
        return self.values.get("language")

    def defaults(self) -> dict[str, Any]:
        """Return the defaults of options by the name of their parameter; `rules` are added to, not stood in for."""
        return {OPTIONS.get(key, key): value for key, value in self.values.items() if key != "rules"}

    def say(self) -> Text:
        """Return what was read and from where."""
        if not self.file:
            return Text("没有找到配置文件", "no configuration file was found")
        listed = [f"{key} = {', '.join(v) if isinstance(v, tuple) else v}" for key, v in self.values.items()]
        return Text(
            f"配置 {self.file}：" + ("；".join(listed) or "空"),
            f"configuration {self.file}: " + ("; ".join(listed) or "empty"),
        )


def find(start: Path) -> Path | None:
    """Return the nearest configuration at or above *start*: a checker.toml, or a pyproject.toml with [tool.checker]."""
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            try:
                if path.is_file() and (name == NAMES[0] or b"tool.checker" in path.read_bytes()):
                    return path
            except OSError:
                continue
    return None


def read(path: Path, folder: Path) -> Config:
    """Return the configuration in *path* as *folder* sees it; raises InputError with everything that is wrong with it."""
    import tomllib  # most runs have no configuration to read

    shown = _seen(path, folder)
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        document = tomllib.loads(text)
    except OSError as error:
        told = unreadable(error)
        raise InputError([Problem("unreadable", Place(shown), told)]) from None
    except UnicodeDecodeError:
        hint = Text("另存为 UTF-8", "save it as UTF-8")
        raise InputError(
            [Problem("encoding", Place(shown), Text("不是 UTF-8 编码", "this is not UTF-8"), hint)]
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError([_bad_toml(shown, text, str(error))]) from None
    if path.name == NAMES[1]:
        document = document.get("tool", {}).get("checker", {})
        if not isinstance(document, dict):
            document = {"tool.checker": document}
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    chinese = {text.zh: key for key, text in KEYS.items()}
    for written, value in document.items():
        key = written if written in KEYS else chinese.get(written)
        place = _place(shown, text, written)
        if key is None:
            near = did_you_mean(written, [*KEYS, *chinese]) or Text(
                "可写：" + "、".join(KEYS), "one of: " + ", ".join(KEYS)
            )
            problems.append(
                Problem("unknown-key", place, Text(f"不认识的键“{written}”", f"unknown key {written!r}"), near)
            )
        elif key in values:
            problems.append(Problem("repeated", place, Text(f"“{written}”写了两次", f"{written!r} is there twice")))
        else:
            bad, wanted = _wrong(key, value)
            if bad is not None:
                problems.append(Problem("config", place, bad, wanted))
            values[key] = _value(key, value, path.parent, folder) if bad is None else None
    if problems:
        raise InputError(problems)
    return Config(shown, values)


def _bad_toml(shown: str, text: str, told: str) -> Problem:
    at = _AT.search(told)
    lines = text.split("\n")
    line, column = (int(at.group(1)), int(at.group(2))) if at else (len(lines), 1)
    place = Place(shown, line, column, lines[line - 1] if line <= len(lines) else "")
    what = _AT.sub("", told).removesuffix(" (at end of document)")
    return Problem(
        "toml",
        place,
        Text(f"TOML 写法有误：{what}", f"this is no TOML: {what}"),
        Text('例如 language = "zh"；中文键要加引号："语言" = "zh"', 'such as: language = "zh"'),
    )


def _place(file: str, text: str, key: str) -> Place:
    """Return where a key stands: the parser of the standard library keeps no places."""
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(rf"\s*(?:\"{re.escape(key)}\"|'{re.escape(key)}'|{re.escape(key)})\s*=", line)
        if found is not None:
            at = len(line) - len(line.lstrip()) + 1
            return Place(file, number, at, line, len(key))
    return Place(file)


def _wrong(key: str, value: object) -> tuple[Text | None, Text | None]:
    """Return what is wrong with a value, and what to write instead; None where it will do."""
    if key == "jurisdiction" and isinstance(value, str):
        from checker.base import places  # most configurations name none

        _, _, bad = places.read(half_width(value).strip())
        return (
            (None, None)
            if bad is None
            else (Text(f"“{key}”（{KEYS[key].zh}）：{bad[0].zh}", f"{key!r}: {bad[0].en}"), bad[1])
        )
    return _shape(key, value), None


def _shape(key: str, value: object) -> Text | None:
    name = Text(f"“{key}”（{KEYS[key].zh}）", f"{key!r}")
    if key in LISTS:
        if isinstance(value, list) and all(isinstance(each, str) and each for each in value):
            return None
        return Text(f'{name.zh}要写成清单，例如 ["甲", "乙"]', f'{name.en} wants a list of texts, such as ["a", "b"]')
    if not isinstance(value, str):
        return Text(f'{name.zh}要写成带引号的文字，例如 "zh"', f'{name.en} wants a text in quotes, such as "zh"')
    if key in CHOICES and english(value) not in CHOICES[key]:
        return Text(
            f"{name.zh}没有“{value}”，可写：{'、'.join(CHOICES[key])}",
            f"{name.en} cannot be {value!r}; one of: {', '.join(CHOICES[key])}",
        )
    return None


def _value(key: str, value: Any, home: Path, folder: Path) -> Any:
    if key == "template":
        return _seen(home / value, folder)
    if key not in LISTS:
        return english(value) if key in CHOICES else value
    if key != "output":
        return tuple(_seen(home / each, folder) for each in value)
    made = []
    for each in value:
        form, sign, target = each.partition("=")
        form, target = (form, target) if sign else ("", each)
        made.append((f"{form}=" if form else "") + ("-" if target == "-" else _seen(home / target, folder)))
    return tuple(made)


def _seen(path: Path, folder: Path) -> str:
    """Return a path as one in *folder* would write it."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else os.path.normpath(path)
