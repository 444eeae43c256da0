"""The command line: arguments in, exit code out; everything it does is done elsewhere."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from checker import __version__
from checker.base.collector import one_run
from checker.base.errors import InputError, Place, Problem, Text, reason_of
from checker.base.patterns import kept_patterns, pattern
from checker.base.width import clipped, visible
from checker.cli.commands import COMMANDS, GROUPS, Commands
from checker.cli.config import Config, find, read
from checker.cli.console import language
from checker.cli.words import english

CUT_OFF = 141
"""Exit code where the reader of the output went away, as of a program that SIGPIPE ended."""
ADDRESS = pattern(r"0x[0-9a-fA-F]{6,}")
EXTRAS = {"duckdb": "batch", "sqlglot": "batch", "pyspark": "spark", "psycopg": "postgres"}
"""Libraries that a command imports at its start, and the extra that brings each."""


class Group(Commands):
    """Turns every InputError into a message and exit code 2, and anything unforeseen into exit code 4."""

    configured: str | None = None
    """The language that the configuration names, once it is read."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command as the process that a shell starts."""
        with one_run(), kept_patterns():
            return super().__call__(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments; --help prints while it does."""
        with _told_apart():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        with _told_apart():
            return super().invoke(ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command; never show a traceback."""
        _open_streams()
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace", newline="\n")  # a GBK console prints what it can and never crashes
        kwargs["standalone_mode"] = False
        self.configured = None
        try:
            self._run(*args, **kwargs)
        except (BrokenPipeError, _Gone):  # nobody reads what is printed: no result was delivered
            _silence()
            sys.exit(CUT_OFF)

    def _run(self, *args: Any, **kwargs: Any) -> None:
        """Run the command and exit with its code; raises BrokenPipeError where nobody reads what it prints."""
        try:
            code = super().main(*args, **kwargs)
            sys.stdout.flush()  # here a closed pipe and a full disk can still be told from a result
        except click.exceptions.NoArgsIsHelpError as error:  # the help itself; nothing was asked for, and nothing done
            click.echo(error.ctx.get_help() if error.ctx is not None else "", err=True)
            sys.exit(2)
        except click.UsageError as error:
            from checker.cli.misuse import misused

            _say(misused(error), kwargs.get("args") or (args[0] if args else None), self.configured)
            sys.exit(2)
        except click.ClickException as error:
            words = io.StringIO()
            error.show(words)
            click.echo(visible(words.getvalue()), err=True, nl=False)
            sys.exit(2)
        except click.exceptions.Abort:
            click.echo("已中断 / interrupted", err=True)
            sys.exit(2)
        except InputError as error:
            _say(error, kwargs.get("args") or (args[0] if args else None), self.configured)
            sys.exit(2)
        except ModuleNotFoundError as missing:
            extra = EXTRAS.get((missing.name or "").split(".")[0])
            if extra is None:
                _internal(missing)
                sys.exit(4)
            _say(
                _not_installed(missing.name or "", extra),
                kwargs.get("args") or (args[0] if args else None),
                self.configured,
            )
            sys.exit(2)
        except (BrokenPipeError, _Gone):
            raise
        except OSError as error:  # a full disk, a closed output, a folder that went away
            _silence()
            _say(_refused(error), kwargs.get("args") or (args[0] if args else None), self.configured)
            sys.exit(2)
        except Exception as error:  # whatever it was, no result may be taken for one
            if _of_a_journal(error):
                told = _refused(OSError(5, str(error)))
                _say(told, kwargs.get("args") or (args[0] if args else None), self.configured)
                sys.exit(2)
            _internal(error)
            sys.exit(4)
        sys.exit(code if isinstance(code, int) else 0)


class _Gone(Exception):
    """Whoever read the output went away; as an OSError click would make it the exit code of a finding."""


@contextmanager
def _told_apart() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise _Gone from None
        raise


def _open_streams() -> None:
    """Keep the numbers of closed streams from being given to files, where what is printed would be written into them.

    Printing to a closed standard output is an error like that of a full disk; messages to a closed standard error are lost.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number < 2 else os.O_WRONLY)  # takes the lowest number that is free
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - opened for reading: a write fails


def _silence() -> None:
    """Let what is still to be flushed go nowhere, so that the interpreter ends without a word of its own."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _refused(error: OSError) -> InputError:
    """Return what to say of a read or write that the machine refused."""
    place = Place(str(error.filename) if error.filename else "checker")
    why = reason_of(error)
    told = Text(f"读写失败：{why.zh}", f"reading or writing failed: {why.en}")
    return InputError([Problem("machine", place, told)])


CHECKING = ("run", "overview", "batches", "watch", "replay")
"""The commands that check cases; what any other stopped at left nothing unchecked."""


def _say(error: InputError, arguments: Sequence[str] | None, configured: str | None) -> None:
    """Print every problem, in the language asked for."""
    words = arguments or sys.argv[1:]
    lang = language(_asked_language(words) or configured)
    for problem in error.problems[:200]:
        click.echo(problem.render(lang), err=True)
    count = len(error.problems)
    command = next((word for word in words if word in COMMANDS), "run")
    zh, en = ("没有进行检查", "nothing was checked") if command in CHECKING else ("没有执行", "nothing was done")
    told = Text(f"共 {count} 处问题，{zh}", f"{count} problem(s); {en}")
    click.echo(told.say(lang), err=True)


def _not_installed(module: str, extra: str) -> InputError:
    """Return what to say of a library that an extra brings."""
    told = Text(f"这个命令要用的 {module} 没有安装", f"{module}, which this command uses, is not installed")
    command = f'pip install "expenditure-checker[{extra}]"'
    return InputError([Problem("not-installed", Place("checker"), told, Text(command, command))])


def _of_a_journal(error: Exception) -> bool:
    """Whether *error* is of the journal of watch: locked by somebody, or the disk is full. Only watch loads the database."""
    database = sys.modules.get("sqlite3")
    return database is not None and isinstance(error, database.OperationalError)


def _internal(error: Exception) -> None:
    """Say that the program failed, on one line; with CHECKER_DEBUG, raise it."""
    told = "内部错误，结果不可用，请报告这个缺陷 / internal error, no result; please report"
    what = visible(clipped(ADDRESS.sub("0x…", str(error)), 500))
    click.echo(f"{told}: {type(error).__name__}: {what}", err=True)
    if os.environ.get("CHECKER_DEBUG"):
        raise error


def _asked_language(words: Sequence[str]) -> str | None:
    """Return what --lang says: an error may come before the command has read it."""
    for number, word in enumerate(words):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang":
            value = next(iter(words[number + 1 : number + 2]), "")
        if english(value) in ("zh", "en"):
            return english(value)
    return None


@click.group(cls=Group, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="checker")
@click.option("--config", "file", metavar="FILE", help="用这个配置文件 / use this configuration file")
@click.option("--no-config", is_flag=True, help="不用配置文件 / use no configuration file")
@click.pass_context
def main(ctx: click.Context, file: str | None, no_config: bool) -> None:
    """按规则检查单位的预算支出 / check a unit's expenditure against fiscal rules."""
    here = Path.cwd()
    path = None if no_config else Path(file) if file is not None else find(here)
    ctx.obj = Config() if path is None else read(path if path.is_absolute() else here / path, here)
    if isinstance(ctx.command, Group):
        ctx.command.configured = ctx.obj.language
    values = ctx.obj.defaults()
    ctx.default_map = {name: {**values, **dict.fromkeys(GROUPS.get(name, ()), values)} for name in COMMANDS}
