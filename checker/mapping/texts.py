"""Tables written as text: which encoding and delimiter, found or declared and always told; records one by one, bad ones as well."""

from __future__ import annotations

import codecs
import csv
import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from checker.base.errors import InputError, Place, Problem, Text, unreadable
from checker.tables.folder import damaged

LONGEST = 200
"""Most lines that one record may span; a quote that is not closed by then is a fault of its first line."""
BLOCK = 1 << 20
_AGAIN = Text("重新复制或导出", "copy or export it again")
NAMES = {
    "utf-8-sig": Text("UTF-8", "UTF-8"),
    "gb18030": Text("GBK（GB18030）", "GBK (GB18030)"),
    "utf-16": Text("UTF-16", "UTF-16"),
    "utf-16-le": Text("UTF-16", "UTF-16"),
    "utf-16-be": Text("UTF-16", "UTF-16"),
    "big5": Text("Big5", "Big5"),
}
DELIMITERS = {
    ",": Text("逗号", "commas"),
    "\t": Text("制表符", "tabs"),
    ";": Text("分号", "semicolons"),
    "|": Text("竖线", "bars"),
}
_HAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d\u2026]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_UTF_8_HAN = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]")


class Record(NamedTuple):
    """One record of a table: the number of its first line or row from 1, its cells, and what is wrong with it as a whole."""

    row: int
    cells: list[str]
    fault: Text | None = None


def opened(path: Path) -> IO[bytes]:
    """Open a file, unpacking gzip; raises OSError."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return cast(IO[bytes], gzip.open(path)) if packed else path.open("rb")


def encoding_of(path: Path, declared: str) -> str:
    """Return the codec of a text file, from its first bytes, from what it decodes as, or as *declared*.

    Raises InputError where that is in doubt: what reads as two encodings, or as none, is for the mapping to declare.
    """

    def refuse(zh: str, en: str, code: str = "encoding") -> InputError:
        hint = Text(
            "在映射文件里写 编码: gbk（或 utf-8、utf-16、big5），和文件一致；写错了的改掉",
            "declare in the mapping what the file is in: encoding: gbk (or utf-8, utf-16, big5)",
        )
        return InputError([Problem(code, Place(str(path)), Text(zh, en), hint)])

    try:
        with opened(path) as file:
            return encoding_in(file, declared, refuse)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise InputError([damaged(path)]) from None
    except OSError as wrong:
        raise refuse(f"读不了：{wrong.strerror}", f"cannot be read: {wrong.strerror}", "unreadable") from None


def encoding_in(file: IO[bytes], declared: str, refuse: Callable[[str, str], InputError]) -> str:
    """Return the codec of a text, as `encoding_of` does of a file; what *refuse* makes of two sentences is raised."""
    start = file.read(BLOCK)
    mark = {b"\xef\xbb": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}.get(start[:2], "")
    if mark == "utf-8-sig" and start[2:3] != b"\xbf":
        mark = ""
    if mark and declared and mark != declared and not (mark == "utf-16" and declared.startswith("utf-16")):
        raise refuse(
            f"写明的编码是 {NAMES[declared].zh}，文件开头却是 {NAMES[mark].zh} 的标记",
            f"{NAMES[declared].en} is declared, and the file begins with the mark of {NAMES[mark].en}",
        )
    if mark:
        return mark
    if declared:
        file.seek(0)
        found = _plainly(file, declared)
        if found and found != declared:
            raise refuse(
                f"写明的编码是 {NAMES[declared].zh}，字节却是 {NAMES[found].zh} 的",
                f"{NAMES[declared].en} is declared, and the bytes are those of {NAMES[found].en}",
            )
        return declared
    if b"\0" in start:
        raise refuse(
            "看不出编码：可能是没有标记的 UTF-16，也可能不是表格",
            "the encoding is not plain: UTF-16 without a mark, or no table at all",
        )
    utf_8 = codecs.getincrementaldecoder("utf-8")()
    gbk = codecs.getincrementaldecoder("gb18030")()
    good = {"utf-8-sig": True, "gb18030": True}
    foreign = han = private = han_bytes = foreign_bytes = 0
    block = start
    while block:
        nearly = file.read(BLOCK)
        foreign_bytes += len(block) - len(block.translate(None, bytes(range(128, 256))))
        han_bytes += sum(len(found) for found in _UTF_8_HAN.findall(block))
        if good["utf-8-sig"]:
            try:
                text = utf_8.decode(block)
                foreign += sum(1 for sign in text if not sign.isascii()) if not text.isascii() else 0
                han += len(_HAN.findall(text)) if not text.isascii() else 0
            except UnicodeDecodeError:
                good["utf-8-sig"] = False
        if good["gb18030"] and foreign_bytes:
            try:
                private += len(_PRIVATE.findall(gbk.decode(block)))
            except UnicodeDecodeError:
                good["gb18030"] = False
        elif not foreign_bytes:
            gbk.decode(block)
        block = nearly
    cut, cut_gbk = (
        bool(utf_8.getstate()[0]),
        bool(gbk.getstate()[0]),
    )  # within a character, which is said where it is read
    if good["utf-8-sig"] and not cut:
        good["gb18030"] &= not cut_gbk
        if foreign and good["gb18030"] and not private and 2 * han < foreign:
            raise refuse(
                "按 UTF-8 和按 GBK 都读得通，看不出是哪一种", "reads as UTF-8 and as GBK: it is not plain which it is"
            )
        return "utf-8-sig"
    if 2 * han_bytes > foreign_bytes or (good["utf-8-sig"] and not good["gb18030"]):
        return "utf-8-sig"  # damaged: each bad line is told
    if not good["gb18030"] or private:
        raise refuse("编码既不是 UTF-8，也不像 GBK", "the encoding is neither UTF-8 nor, it seems, GBK")
    return "gb18030"


def _plainly(file: IO[bytes], declared: str) -> str:
    """Return the encoding in which a file that is declared to be in another must be: it is that plainly, or not the declared one."""
    if declared.startswith("utf-16"):
        return ""
    fits = dict.fromkeys(("utf-8-sig", "gb18030", "big5"), True)
    readers = {each: codecs.getincrementaldecoder(each)() for each in fits}
    han = foreign = 0
    while True:
        block = file.read(BLOCK)
        for each, reader in readers.items():
            try:
                text = reader.decode(block, not block and each != declared) if fits[each] else ""
            except UnicodeDecodeError:
                fits[each] = False
                continue
            if each == "utf-8-sig" and not text.isascii():
                foreign += sum(1 for sign in text if not sign.isascii())
                han += len(_HAN.findall(text))
        if not block or not any(fits.values()):
            break
    if fits["utf-8-sig"] and foreign:
        return "utf-8-sig" if 2 * han >= foreign else ""
    return "gb18030" if not fits[declared] and fits["gb18030"] else ""


def lines_of(path: Path, encoding: str) -> Iterator[str]:
    """Yield the lines of a text file with their ends; bytes that its encoding does not have stay as surrogates."""
    errors = "strict" if encoding.startswith("utf-16") else "surrogateescape"
    reader = codecs.getincrementaldecoder(encoding)(errors)
    try:
        with opened(path) as raw:
            rest = ""
            while block := raw.read(BLOCK):
                lines = lines_in(rest + reader.decode(block))
                rest = lines.pop()
                yield from lines
        if reader.getstate()[0]:  # bytes of a character that never ended
            told = Text(
                "在一个字的中间断了，后面的内容丢了", "ends in the middle of a character: what followed is lost"
            )
            raise InputError([Problem("cut-off", Place(str(path)), told, _AGAIN)])
        if rest:
            yield rest
    except UnicodeError:
        told = Text("文件不是写明的编码", "the file is not in the encoding declared")
        raise InputError([Problem("encoding", Place(str(path)), told)]) from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise InputError([damaged(path)]) from None
    except OSError as wrong:
        told = unreadable(wrong)
        raise InputError([Problem("unreadable", Place(str(path)), told)]) from None


_END = re.compile("\r\n|\n|\r")


def lines_in(text: str) -> list[str]:
    """Cut a text behind each end of line; the last piece is what may go on in the next block."""
    cut, start = [], 0
    for end in _END.finditer(text):
        if end.end() == len(text) and end[0] == "\r":
            break  # the other half of the end may follow
        cut.append(text[start : end.end()])
        start = end.end()
    cut.append(text[start:])
    return cut


def records_of(lines: Iterator[str], delimiter: str) -> Iterator[Record]:
    """Yield every record; of a faulty one only the first line, so that the next begins behind it."""
    waiting: list[str] = []
    number = 0
    while True:
        line = waiting.pop() if waiting else next(lines, None)
        if line is None:
            return
        number += 1
        if _stray(line):
            shown = line.encode("utf-8", "replace").decode()
            yield Record(
                number,
                [shown.rstrip("\r\n")],
                Text("有这种编码里没有的字节", "holds bytes that its encoding does not have"),
            )
            continue
        if '"' not in line:
            yield Record(number, line.rstrip("\r\n").split(delimiter))
            continue
        held, cells, fault = [line], *_quoted(line, delimiter)
        while fault == "open" and len(held) < LONGEST:
            more = waiting.pop() if waiting else next(lines, None)
            if more is None:
                break
            if _stray(more):
                waiting.append(more)
                break
            held.append(more)
            cells, fault = _quoted("".join(held), delimiter)
        if not fault:
            yield Record(number, cells)
            number += len(held) - 1
            continue
        waiting += reversed(held[1:])
        told = (
            Text("引号没有合上", "a quote is not closed")
            if fault == "open"
            else Text(f"引号不对：{fault}", f"the quotes are wrong: {fault}")
        )
        yield Record(number, [line.rstrip("\r\n")], told)


def _stray(line: str) -> bool:
    """Whether a line holds bytes that its encoding does not have."""
    return not line.isascii() and any("\udc80" <= sign <= "\udcff" for sign in line)


def _quoted(text: str, delimiter: str) -> tuple[list[str], str]:
    """Return the cells of a record with quotes, and what is wrong with it; "open" where a quote is not closed."""
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as wrong:
        return [], "open" if "unexpected end" in str(wrong) else str(wrong)
    return (rows[0], "") if len(rows) == 1 else ([], "open" if not rows else "several records")
