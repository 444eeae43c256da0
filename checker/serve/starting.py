"""Starting the page by double click: the files that do it, and what they run, without a terminal."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from checker.base.errors import InputError, Text
from checker.base.outputs import write_files
from checker.serve.server import Request, serve

WINDOWS, LINUX = "checker-serve.pyw", "checker-serve.desktop"
NAME = Text("预算支出检查", "Expenditure check")


def shortcuts(folder: Path, cases: Path) -> list[str]:
    """Write into *folder* the files that start the page over *cases*, for Windows and for Linux; returns their paths.

    Raises InputError where they cannot be written.
    """
    made = {str(folder / WINDOWS): windows(cases), str(folder / LINUX): linux(cases)}
    write_files({path: text.encode() for path, text in made.items()})
    with suppress(OSError):  # desktops start only what may be executed
        (folder / LINUX).chmod(0o755)
    return list(made)


def windows(cases: Path) -> str:
    """Return a script for Windows: the first line says which Python it is for, the name that no console opens."""
    python = Path(sys.executable)
    return (
        f"#!{python.with_name('pythonw.exe') if sys.platform == 'win32' else python}\n"
        f"# {NAME.zh} / {NAME.en}\n"
        f"from checker.serve.starting import double_click\n\ndouble_click({str(cases)!r})\n"
    )


def linux(cases: Path) -> str:
    """Return an entry for the desktops of Linux, as their specification has it."""
    command = " ".join(_word(each) for each in (sys.executable, "-P", "-m", "checker", "serve", str(cases)))
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.0\n"
        f"Name={NAME.en}\nName[zh_CN]={NAME.zh}\nExec={command}\nTerminal=false\nCategories=Office;\n"
    )


def _word(text: str) -> str:
    """Return an argument as the key Exec wants it."""
    inner = "".join(f"\\\\{sign}" if sign in '"`$\\' else sign for sign in text).replace("%", "%%")
    return f'"{inner}"'


def double_click(cases: str) -> None:
    """Serve a folder, which is made if need be, until it is stopped on the page; what goes wrong is shown in a window."""
    try:
        Path(cases).mkdir(parents=True, exist_ok=True)
        serve(Request(Path(cases)), lambda told: None)
    except InputError as error:
        _show("\n\n".join(problem.render("zh") for problem in error.problems))
    except OSError as error:
        _show(f"{cases}：{error.strerror}")


def _show(told: str) -> None:
    try:
        import tkinter
        from tkinter import messagebox
    except ImportError:  # Python without windows
        _write(told)
        return
    try:
        messagebox.showerror(NAME.zh, told)
    except tkinter.TclError:  # a machine without a screen
        _write(told)


def _write(told: str) -> None:
    """Say it on the terminal, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(told + "\n")
