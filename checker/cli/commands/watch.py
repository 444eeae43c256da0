"""checker watch: payments, approvals, reviews and contracts as they arrive."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.collector import settled
from checker.base.errors import InputError, Place, Problem, Text
from checker.base.outputs import Target
from checker.base.width import visible
from checker.cli.commands import LANG, RULES
from checker.cli.console import cases_in, guard, language, live_line, refusal, second_reader

if TYPE_CHECKING:
    from checker.live.inputs import Input, Inputs, Line, Stream


class Interrupts:
    """While it is entered, an interrupt (Ctrl-C) ends the waiting for input at once, and a group of events only when it is done."""

    def __init__(self) -> None:
        self.busy = self.asked = False

    def __enter__(self) -> Interrupts:
        self.before = signal.getsignal(signal.SIGINT)
        if self.before is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._take)
        return self

    def __exit__(self, *rest: object) -> None:
        if self.before is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _take(self, *rest: Any) -> None:
        if not self.busy:
            raise KeyboardInterrupt
        self.asked = True

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Hold an interrupt back until the block is done."""
        self.busy = True
        yield
        self.busy = False
        if self.asked:
            raise KeyboardInterrupt


@contextmanager
def few_collections() -> Iterator[None]:
    """Leave what the start made out of garbage collections, and have these seldom: they took a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        with settled():
            yield
    finally:
        gc.set_threshold(*before)


@click.command()
@click.argument("events", metavar="EVENTS")
@click.option("--case", "path", required=True, metavar="FILE", help="年初的案例（预算）/ the case the year begins with")
@click.option("--journal", required=True, metavar="FILE", help="日志文件（SQLite）/ journal file")
@click.option("--output", "-o", metavar="FILE", help="发现写到文件（JSON Lines）/ write findings to a file")
@click.option("--rejects", metavar="FILE", help="收不了的行写到文件 / write refused lines to a file")
@click.option("--follow", is_flag=True, help="等文件继续增长 / wait for the file to grow")
@click.option("--all", "everything", is_flag=True, help="也显示无法判定的 / show what cannot be judged, too")
@click.option(
    "--engine",
    type=click.Choice(["evaluator", "durable"]),
    default="evaluator",
    show_default=True,
    help="durable：每个结论都复算 / derive every verdict twice",
)
@RULES
@LANG
def watch(
    events: str,
    path: str,
    journal: str,
    output: str | None,
    rejects: str | None,
    follow: bool,
    everything: bool,
    engine: str,
    rules: tuple[str, ...],
    lang: str | None,
) -> int:
    """逐笔检查到来的付款、批复、评审、合同（JSON Lines；- 为标准输入）/ check events as they arrive."""
    from checker.api import load_rules
    from checker.live.inputs import SUFFIXES, Inputs, Stream
    from checker.live.journal import Journal, Output
    from checker.live.watch import Watcher

    tongue = language(lang)
    lines = (".jsonl", ".ndjson", ".json", ".txt")
    guard(
        SUFFIXES,
        journal=[Target(journal, (".db", ".sqlite", ".sqlite3"))],
        output=[Target(output, lines)] if output is not None else (),
        rejects=[Target(rejects, lines)] if rejects is not None else (),
    )
    book = load_rules([Path(folder) for folder in rules])
    case, *others = cases_in((path,), book, tongue)
    if others:
        many = len(others) + 1
        several = Text(
            f"这个文件夹里有 {many} 个案例，watch 只接着一个往下查",
            f"this folder holds {many} cases: watch goes on from one",
        )
        raise InputError([Problem("many-cases", Place(path), several, Text("写出是哪一个文件", "name the file"))])
    if events != "-" and not Path(events).exists():
        raise InputError(
            [Problem("no-file", Place(events), Text("没有这个文件或文件夹", "there is no such file or folder"))]
        )
    book_ = Journal(journal, {"case": case.sha256, "rulebook": book.sha256, "lang": tongue})
    with ExitStack() as stack:
        stack.callback(book_.close)
        told, refused = Output(output, book_, "told"), Output(rejects, book_, "rejected")
        stack.callback(told.close)
        stack.callback(refused.close)
        watcher = Watcher(book, case, book_, tongue, second_reader() if engine == "durable" else None)
        stack.enter_context(few_collections())
        wanted = ("fail", "error", "undetermined") if everything else ("fail", "error")

        def say() -> None:
            shown = (
                live_line(entry, tongue)
                for entry in told.follow()
                if entry["outcome"] in wanted and (everything or not entry["roll_up"])
            )
            for out, lines in (
                (False, list(shown)),
                (True, [refusal(entry, tongue) for entry in refused.follow()]),
            ):
                if lines:  # one write a group
                    click.echo(visible("\n".join(lines)), err=out)

        def take(lines: list[Line], read: Input | None = None) -> None:
            with interrupts.whole():
                for line in lines:
                    watcher.handle(line)
                if read is not None:
                    book_.reached(read.name, read.bytes, read.lines, read.sha256)
                watcher.close()
                say()

        say()
        interrupts = Interrupts()
        stream = sys.stdin.buffer if events == "-" else None
        if stream is None and not (Path(events).is_file() or Path(events).is_dir()):  # a pipe or a device
            stream = Path(events).open("rb")  # noqa: SIM115 - read until the process ends
        source: Inputs | Stream = Stream(stream) if stream is not None else Inputs(events, book_.position, follow)
        with suppress(KeyboardInterrupt), interrupts:
            for group in source:
                if isinstance(group, list):
                    take(group)
                elif group is not None:
                    take(group[1], group[0])
        watcher.finish()
        say()
        alike = watcher.repeats.told()
        if alike is not None:
            click.echo(visible(alike.say(tongue)), err=True)
        for name in source.passed if isinstance(source, Inputs) else ():
            passed = Text(f"没有读（只读 {'、'.join(SUFFIXES)}）", f"not read (only {', '.join(SUFFIXES)} are)")
            click.echo(visible(f"{Path(events) / name}: {passed.say(tongue)}"), err=True)
        waiting = source.waiting()
        for name, number in waiting.items():
            unread = Text(
                "最后一行没有换行符，可能没写完，没有读；补上换行后再运行一次",
                "the last line has no line end and may be half written; it was not read: end the line and run again",
            )
            click.echo(visible(f"{name}:{number}: {unread.say(tongue)}"), err=True)
        outcomes = [entry["outcome"] for entry in watcher.open.values()]
        return 4 if "error" in outcomes else 1 if "fail" in outcomes else 3 if outcomes or waiting else 0
