"""The register of instruments: which documents are known to have ended, so that rules citing them can be questioned."""

from __future__ import annotations

import re

from checker.base.errors import Text
from checker.documents.node import Node
from checker.rulebook.reader import FileReader
from checker.rulebook.rule import Instrument

FILE = "instruments.yaml"
KEYS = {"instrument": "文件", "from": "自", "to": "至", "replaced_by": "取代者", "note": "说明"}


def plain_name(name: str) -> str:
    """Return the name of an instrument without marks of quotation and blanks, for comparison."""
    return re.sub(r"[《》〈〉\s]", "", name).replace("(", "（").replace(")", "）")


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
    return Instrument(name, start, end, reader.text(body.get("replaced_by")), reader.text(body.get("note")))
