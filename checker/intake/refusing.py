"""What is said of a file that cannot be read: why, and what to do about it; used by the kinds and by every reader."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib

from checker.base.errors import InputError, Place, Problem, Text

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
)
"""What the zip reader raises for damage, whichever byte was hit; memory that runs out is not damage."""
_ADDRESS = re.compile(" at 0x[0-9a-f]+")
AGAIN = Text(
    "请出具人用 WPS 或 Word、Excel 打开，另存一份再试",
    "have it opened in WPS, Word or Excel and saved anew, then try again",
)
"""What to do about a damaged file."""


def reason(error: BaseException) -> str:
    """Return what a library said of a file in one line, the same in every run: the kind of the error and its words."""
    said = "".join(sign for sign in _ADDRESS.sub("", str(error)) if sign.isprintable()).strip()[:80]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def refused(code: str, name: str, told: Text, hint: Text | None = None) -> InputError:
    """Return the error that names the file *name*, what is wrong with it and what to do."""
    return InputError([Problem(code, Place(name), told, hint)])


def damaged(name: str, zh: str, en: str) -> InputError:
    """Return the error for a file of a known kind that is broken; *zh* and *en* say where."""
    return refused("damaged", name, Text(f"文件损坏：{zh}", f"the file is damaged: {en}"), AGAIN)


def hostile(name: str, zh: str, en: str) -> InputError:
    """Return the error for a file that is no ordinary document: it would take too much memory, or reaches outside itself."""
    hint = Text("不要再打开它，问清来源", "do not open it; find out where it comes from")
    return refused("hostile", name, Text(f"不是正常的文件，没有读：{zh}", f"no ordinary file, not read: {en}"), hint)
