"""A rule file that is not named after its rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from checker.authoring.lints import Context, Lint, at
from checker.base.errors import Problem, Text


def _check(context: Context) -> Iterator[Problem]:
    for rule in context.rules:
        if PurePosixPath(rule.file.replace("\\", "/")).stem != rule.id:
            told = Text(f"编号是“{rule.id}”，文件却叫 {rule.file}", f"the id is {rule.id!r}, the file {rule.file}")
            hint = Text(f"把文件改名为 {rule.id}.yaml", f"rename the file to {rule.id}.yaml")
            yield Problem("file-name", at(rule, "id"), told, hint)


LINT = Lint(
    "file-name",
    Text("文件名和编号不一致", "a file not named after its rule"),
    Text("按编号找文件，找不到。", "Who looks for the rule by its id does not find the file."),
    "编号: another-rule",
    "编号: example-rule",
    _check,
)
