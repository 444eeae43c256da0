"""The guides are executed from top to bottom in an empty folder; what they show is what the commands print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT

from checker.cli.main import main

STEP = re.compile(
    r"```yaml file=(?P<file>\S+)\n(?P<text>.*?)```"
    r"|```console\n(?P<console>.*?)```"
    r"|<!-- edit (?P<edit>\S+): (?P<old>.*?) => (?P<new>.*?) -->"
    r"|<!-- copy (?P<source>\S+) (?P<target>\S+) -->",
    re.DOTALL,
)


def executed(command):
    """Return what one command of the guide prints."""
    program, *words = shlex.split(command)
    if program == "cat":
        return Path(words[0]).read_text(encoding="utf-8")
    assert program == "checker"
    result = CliRunner().invoke(main, words)
    assert result.exit_code in (0, 1, 2, 3) and isinstance(result.exception, SystemExit | None), result.exception
    judges = words[0] in ("run", "diff") or words[:2] == ["rules", "impact"]
    assert not (judges and result.exit_code == 2), result.output  # the guide judges cases that it wrote: they are read
    return re.sub(r"[0-9a-f]{64}", "…", result.output)  # a checksum changes with the version of the tool


def session(text):
    """Return the guide with the output of every command as it is now; files are written and edited on the way."""
    parts, at = [], 0
    for step in STEP.finditer(text):
        parts.append(text[at : step.start()])
        at = step.end()
        if step["console"] is not None:
            commands = [line for line in step["console"].splitlines() if line.startswith("$ ")]
            blocks = [f"{line}\n{executed(line[2:])}".rstrip("\n") for line in commands]
            parts.append("```console\n" + "\n".join(blocks) + "\n```")
            continue
        parts.append(step[0])
        if step["file"]:
            path = Path(step["file"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
        elif step["edit"]:
            path = Path(step["edit"])
            before = path.read_text(encoding="utf-8")
            assert step["old"] in before, step["old"]
            path.write_text(before.replace(step["old"], step["new"], 1), encoding="utf-8")
        elif step["source"]:
            shutil.copy(step["source"], step["target"])
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("guide", ["first-rule", "parameters", "own-words"])
def test_the_guide_shows_what_happens(guide, lang, tmp_path, monkeypatch):
    """UPDATE_GOLDEN=1 writes the outputs anew; the engines that not everybody has are left out."""
    import checker.authoring.testing
    import checker.engines.durable.engine

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(checker.engines.durable.engine, "available", lambda: False)
    monkeypatch.setattr(checker.authoring.testing, "duckdb_available", lambda: False)
    path = ROOT / "docs" / f"{guide}.{lang}.md"
    text = path.read_text(encoding="utf-8")
    made = session(text)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_the_norm_of_the_guide_takes_at_most_twelve_lines_besides_its_examples():
    text = (ROOT / "docs" / "first-rule.zh.md").read_text(encoding="utf-8")
    rule = text[text.index("$ cat reception-letter.yaml") :].split("\n", 1)[1]
    lines = rule[: rule.index("示例:")].splitlines()
    assert lines[0].startswith("编号: ") and len(lines) <= 12
