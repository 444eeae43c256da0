"""The register of instruments: which are in force, which have ended and what took their place, and when that was last looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from checker.base.errors import Text
from checker.documents.node import Node
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Instrument

FILE = "instruments.yaml"
KEYS = {
    "instrument": "文件",
    "status": "状态",
    "from": "自",
    "to": "至",
    "replaced_by": "取代者",
    "checked": "核对日期",
    "note": "说明",
}
STATUS = {
    "in_force": Text("现行", "in force"),
    "replaced": Text("已被取代", "replaced"),
    "repealed": Text("已废止", "repealed"),
    "": Text("是否现行没有核对", "not checked whether in force"),
}
"""What an instrument may be; nothing where nobody looked."""
STATUS_WORDS = {word: status for status, name in STATUS.items() if status for word in (name.zh, status)}


def plain_name(name: str) -> str:
    """Return the name of an instrument without marks of quotation and blanks, for comparison."""
    return re.sub(r"[《》〈〉\s]", "", name).replace("(", "（").replace(")", "）")


def library_date(instruments: Mapping[str, Instrument]) -> date | None:
    """Return the day on which the register was last looked at: the date of the library; nothing where it has none."""
    return max((each.checked for each in instruments.values() if each.checked is not None), default=None)


def status_said(known: Instrument | None, lang: str) -> str:
    """Return whether an instrument is in force, by what took its place and when that was looked at."""
    zh = lang == "zh"
    said = STATUS[known.status if known is not None else ""].say(lang)
    if known is not None and known.replaced_by:
        said = (
            f"{known.end} 止，已被{known.replaced_by}取代"
            if zh
            else f"until {known.end}, replaced by {known.replaced_by}"
        )
    if known is not None and known.checked is not None:
        said += f"，{known.checked} 核对" if zh else f", checked {known.checked}"
    return said


def read_instruments(reader: FileReader) -> dict[str, Instrument]:
    """Return the register in one file by plain name; what is wrong is noted in the reader's problems."""
    found: dict[str, Instrument] = {}
    top = reader.mapping(reader.source.root, {"instruments": "文件清单"})
    entries = top.get("instruments")
    for entry in entries.value if entries is not None and entries.kind == "list" else ():
        made = _instrument(reader, entry)
        if made is not None:
            found[plain_name(made.name)] = made
    return found


def _instrument(reader: FileReader, entry: Node) -> Instrument | None:
    body = reader.mapping(entry, KEYS)
    name = reader.text(body.get("instrument"))
    if not name:
        told = Text("这一条没有写文件名称（instrument，文件）", "this entry names no instrument")
        reader.problem("instrument", entry, told, Text("加 文件: 《…》", "add instrument: 《…》"))
        return None
    start, end = reader.day(body.get("from")), reader.day(body.get("to"))
    replaced_by = reader.text(body.get("replaced_by"))
    status = reader.choice(body.get("status"), STATUS_WORDS, Text("状态", "status"), "")
    if not status and end is not None:
        status = "replaced" if replaced_by else "repealed"
    problem = _contradiction(status, end, replaced_by)
    if problem is not None:
        reader.problem("status", body.get("status") or entry, problem)
    checked = reader.day(body.get("checked"))
    return Instrument(name, start, end, replaced_by, reader.text(body.get("note")), status, checked)


def _contradiction(status: str, end: date | None, replaced_by: str) -> Text | None:
    """Return what of an entry does not go together."""
    if status == "replaced" and not (replaced_by and end):
        return Text(
            "已被取代的，要写取代者和失效日期", "what was replaced names what took its place, and the day it ended"
        )
    if status == "repealed" and (replaced_by or not end):
        return Text(
            "已废止的，写失效日期，不写取代者", "what was repealed has the day it ended and nothing in its place"
        )
    if status in ("in_force", "") and (end or replaced_by):
        return Text("现行的没有失效日期和取代者", "what is in force has not ended, and nothing took its place")
    return None
