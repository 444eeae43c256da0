"""One writer at a time: a lock on an open file, which the system takes back when the process ends, however it ends."""

from __future__ import annotations

import sys
from typing import BinaryIO

FAR = 1 << 40
"""The byte that is locked on Windows, where nobody may read a locked byte: far behind the last."""

if sys.platform == "win32":
    import msvcrt

    def lock(file: BinaryIO) -> bool:
        """Lock an open file until it is closed; returns whether nobody else holds it."""
        at = file.tell()
        file.seek(FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(at)
        return True

else:
    import fcntl

    def lock(file: BinaryIO) -> bool:
        """Lock an open file until it is closed; returns whether nobody else holds it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # not the locks of SQLite, which are of another kind
        except BlockingIOError:
            return False
        return True
