"""The report as PDF: the Word document as LibreOffice sets it, with a profile and a folder of its own that are left behind by nobody."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checker.base.errors import InputError, Place, Problem, Text
from checker.findings.report import Report
from checker.reports import Options
from checker.reports import render as rendered

PROGRAMS = ("soffice", "libreoffice")
"""The names of the program, the first that is found being used."""
USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
"""Where it stands on systems whose search path does not know it."""
SECONDS = 180
"""How long it may take; a first start on a slow machine takes half a minute."""

_MADE = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)(\d{14})([^)]*\))")
_NUMBER = re.compile(rb"(<|/DocChecksum /)([0-9A-F]{32})(>|\s)")


def render(report: Report, options: Options) -> bytes:
    """Return the document; raises InputError where LibreOffice is not installed, or made nothing of it in time."""
    program = found()
    if program is None:
        raise InputError([_not_installed()])
    document = rendered("docx", report, options)
    assert isinstance(document, bytes)
    return converted(program, document)


def found() -> str | None:
    """Return the path of LibreOffice, None where there is none."""
    named = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    return named or next((path for path in USUAL if Path(path).is_file()), None)


def converted(program: str, document: bytes, seconds: int = SECONDS) -> bytes:
    """Return a Word document as PDF; raises InputError where *program* fails or takes more than *seconds*."""
    with tempfile.TemporaryDirectory(prefix="checker-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / "report.docx", folder / "report.pdf"
        source.write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # a LibreOffice that is open is left alone
        options = ["--headless", "--norestore", "--nologo", "--nodefault", "--convert-to", "pdf", "--outdir", name]
        status = _run([program, profile, *options, str(source)], seconds)
        if not made.is_file():
            raise InputError([_failed(status)])
        return undated(made.read_bytes())


def undated(data: bytes) -> bytes:
    """Return a PDF without the time and the random number of its making: the same document, the same bytes, none of them moved."""
    data = _MADE.sub(lambda found: found[1] + b"20000101000000" + found[3], data)
    end = max(data.rfind(b"trailer"), 0)
    body, trailer = data[:end], data[end:]
    digest = hashlib.sha256(body).hexdigest().upper().encode()
    return body + _NUMBER.sub(lambda found: found[1] + digest[: len(found[2])] + found[3], trailer)


def _run(command: list[str], seconds: int) -> str:
    """Run a program, ending it and what it started when its time is over; return what is to be told of it, "" if all went well."""
    own_group = sys.platform != "win32"
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=own_group,
    ) as process:
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return f"> {seconds} s"
        except BaseException:
            _end(process)
            raise
    return f"{code}" if code else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with what it started: the start script of LibreOffice leaves the office itself running."""
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)


def _not_installed() -> Problem:
    told = Text(
        "写 PDF 要用 LibreOffice，这台机器上没有找到",
        "PDF is written by LibreOffice, which was not found on this machine",
    )
    hint = Text(
        "安装 LibreOffice；或者写 -o 报告.docx，在 Word 或 WPS 里另存为 PDF",
        "install LibreOffice; or write -o report.docx and save it as PDF in Word or WPS",
    )
    return Problem("no-office", Place("PDF"), told, hint)


def _failed(status: str) -> Problem:
    why = Text(f"（{status}）", f" ({status})") if status else Text("", "")
    told = Text(f"LibreOffice 没有转出 PDF{why.zh}", f"LibreOffice made no PDF{why.en}")
    hint = Text(
        "写 -o 报告.docx，在 Word 或 WPS 里另存为 PDF", "write -o report.docx and save it as PDF in Word or WPS"
    )
    return Problem("office-failed", Place("PDF"), told, hint)
