"""Reads each file in a process of its own, with limits of time and memory: what crashes or never ends is a message about one file.

The file goes in by standard input and the document comes out as JSON; neither shares memory with whoever asked.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from typing import Any

from checker.base.errors import InputError, Place, Problem, Text
from checker.intake.document import Digits, Document
from checker.intake.kinds import read
from checker.intake.packed import Misshapen, packed, unpacked
from checker.intake.readers.bounds import FORMS, LARGE
from checker.intake.readers.recognising import engine
from checker.intake.refusing import refused

SECONDS = 180
"""Longest time that a file may take."""
MEMORY = 2 * 1024**3
"""Address space of the process that reads, in bytes; where the system can limit it."""
RECOGNISING = 8
"""How many times the time and memory of a file it may take to recognize its characters."""
_HINT = Text("把文件拆小，或请出具人另存一份再试", "split the file, or have it saved anew")


def read_apart(
    data: bytes, name: str, seconds: int = SECONDS, recognise: bool = False, large: bool = False
) -> tuple[Document, list[Digits]]:
    """Return what `kinds.read` returns, read in another process; raises InputError.

    With *recognise*, pages that are pictures are read by the engine that is installed, which takes more time and memory; with *large* tables
    of any length are read.
    """
    seconds = seconds * RECOGNISING if recognise else seconds
    path = os.pathsep.join(each for each in sys.path if each)  # no folder of the documents: a zipfile.py may lie there
    command = [sys.executable, "-P", "-m", "checker.intake.isolated", name.replace("\0", ""), str(seconds)]
    command += [word for word, asked in (("recognise", recognise), ("large", large)) if asked]
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds + 5,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise _slow(name, seconds) from None
    except (OSError, UnicodeEncodeError) as error:
        told = Text(f"不能启动读文件的进程：{error}", f"the process that reads the file cannot be started: {error}")
        raise refused("no-process", name, told) from None
    try:
        answer = json.loads(done.stdout)
        if "problems" in answer:
            raise InputError([_problem(each) for each in answer["problems"]])
        return unpacked(answer)
    except (ValueError, Misshapen, KeyError, TypeError):
        if done.returncode in (-24, -9):  # SIGXCPU and SIGKILL: the limit of time, or the system ran out of memory
            raise _slow(name, seconds) from None
        told = Text(
            f"读这个文件的程序中断了（退出码 {done.returncode}），文件可能损坏或不正常",
            f"the program that reads the file broke off (exit code {done.returncode}); the file may be damaged or no ordinary one",
        )
        raise refused("crashed", name, told, _HINT) from None


def _slow(name: str, seconds: int) -> InputError:
    told = Text(
        f"超过了 {seconds} 秒或内存的限额，没有读完",
        f"it was not read within {seconds} seconds, or within the limit of memory",
    )
    return refused("too-slow", name, told, _HINT)


def _problem(data: Any) -> Problem:
    code, file, message, hint = data
    return Problem(
        str(code), Place(str(file)), Text(*map(str, message)), None if hint is None else Text(*map(str, hint))
    )


def _limit(seconds: int, memory: int) -> None:
    """Set the limits of this process, where the system has them; Windows has the wait of the parent only."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Read the file on standard input and write it as JSON; the arguments are its name and the seconds it may take."""
    gc.disable()  # what is read stays until it is written: collecting frees nothing
    name, seconds = sys.argv[1], int(sys.argv[2])
    recognise = "recognise" in sys.argv[3:]
    _limit(seconds, MEMORY * RECOGNISING if recognise else MEMORY)
    try:
        by = engine(name) if recognise else None
        answer: dict[str, Any] = packed(
            *read(sys.stdin.buffer.read(), name, by, LARGE if "large" in sys.argv[3:] else FORMS)
        )
    except InputError as error:
        answer = {"problems": [[each.code, each.place.file, each.message, each.hint] for each in error.problems]}
    except MemoryError:
        told = Text("读它要用的内存超过限额", "reading it takes more memory than the limit")
        answer = {"problems": [["too-much-memory", name, told, _HINT]]}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main()
