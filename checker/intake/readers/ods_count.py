"""The digits of an .ods counted a second way: by patterns on the bytes, without the tree of its elements."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter

from checker.intake.document import Digits, Place
from checker.intake.numbers import runs as runs_in

_TOKEN = re.compile(r"<(/?)([\w.:-]+)([^<>]*?)(/?)>|([^<]+)")
_NAME = re.compile(r'(?<!\S)table:name="([^"]*)"')
_ROWS = re.compile(r'table:number-rows-repeated="(\d+)"')
_COLUMNS = re.compile(r'table:number-columns-repeated="(\d+)"')
_ASIDE = ("office:annotation", "draw:", "table:shapes")


def runs_of(data: bytes) -> list[Digits]:
    """Return the runs of digits that each sheet shows, comments and shapes as well, without tracked changes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = re.sub(r"<!--.*?-->", "", archive.read("content.xml").decode("utf-8-sig"), flags=re.DOTALL)
    content = re.sub(r"<table:tracked-changes[\s>].*?</table:tracked-changes>", "", content, flags=re.DOTALL)
    found: list[Digits] = []
    runs: Counter[str] = Counter()
    text: list[str] = []
    rows = columns = 1
    level = aside = lines = 0
    for close, name, given, alone, plain in _TOKEN.findall(content):
        if plain:
            if lines and level == 1:
                text.append(html.unescape(plain))
        elif name == "table:table":
            level += -1 if close else 1
            if not close and level == 1:
                told = _NAME.search(given)
                runs = Counter()
                found.append(Digits(Place((("sheet", html.unescape(told[1]) if told else ""),)), runs))
        elif level != 1:
            continue
        elif name == "table:table-row" and not close:
            rows = _number(_ROWS, given)
        elif name in ("table:table-cell", "table:covered-table-cell") and not close:
            columns, text = _number(_COLUMNS, given), []
        elif name.startswith(_ASIDE) and not alone:
            aside += -1 if close else 1
        elif name in ("text:p", "text:h") and not alone:
            lines += -1 if close else 1
            if close:
                for run, many in runs_in(["".join(text)]).items():
                    runs[run] += many if aside else many * rows * columns
                text = []
        elif name in ("text:line-break", "text:tab", "text:s") and not close:
            text.append(" ")
    return found


def _number(pattern: re.Pattern[str], given: str) -> int:
    told = pattern.search(given)
    return int(told[1]) if told else 1
