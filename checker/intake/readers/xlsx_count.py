"""The digits of an .xlsx counted a second way: by patterns on the bytes of its parts, without the tree of their elements."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from collections import Counter
from decimal import Context, Decimal

from checker.intake.document import Digits, Place
from checker.intake.numbers import runs as runs_in

_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])((?:[^>\"]|\"[^\"]*\")*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</")
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</")
_READING = re.compile(rb"<(?:\w+:)?rPh[\s>].*?</(?:\w+:)?rPh>", re.DOTALL)
_ITEM = re.compile(rb"<(?:\w+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_KIND = re.compile(rb"""(?:^|\s)t\s*=\s*["']([^"']*)["']""")
_STYLE = re.compile(rb"""(?:^|\s)s\s*=\s*["']([^"']*)["']""")
_HEADER = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)(?:\s[^>]*)?>([^<]*)</")
_HIDDEN = re.compile(r'&&|&"[^"]*"|&K[0-9A-F]{6}|&K\d\d[+-]\d{3}|&[A-Z][+-]\d+|&\d+', re.IGNORECASE)
_SHORT = Context(prec=15)


def runs_of(data: bytes) -> list[Digits]:
    """Return the runs of digits that each sheet stores: texts, figures (15 digits), comments, text boxes, headers; no days."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each.replace("\\", "/").lstrip("/").lower(): each for each in archive.namelist()}

        def part(name: str) -> bytes:
            return archive.read(parts[name.lower()]) if name.lower() in parts else b""

        main = next((target for kind, target in _relations(part, "").values() if kind.endswith("officeDocument")), "")
        known = _relations(part, main)
        texts: list[str] = []
        days: list[bool] = []
        for kind, target in known.values():
            if kind.endswith("/sharedStrings"):
                texts = [_text(found) for found in _ITEM.findall(part(target))]
            elif kind.endswith("/styles"):
                days = _days(part(target))
        found = []
        for tag in re.findall(rb"<(?:\w+:)?sheet\s[^>]*>", part(main)):
            told = _attributes(tag)
            ident = next((value for key, value in told.items() if key.endswith(":id")), "")
            kind, target = known.get(ident, ("", ""))
            if kind.endswith("/worksheet"):
                runs = _sheet(part(target), texts, days)
                for near, other in _relations(part, target).values():
                    if near.endswith(("/comments", "/drawing")):
                        runs.update(runs_in([_beside(part(other), near.endswith("/drawing"))]))
                found.append(Digits(Place((("sheet", told.get("name", "")),)), runs))
        return found


def _attributes(tag: bytes) -> dict[str, str]:
    return {key.decode(): html.unescape((one or other).decode()) for key, one, other in _ATTRIBUTE.findall(tag)}


def _relations(part: object, owner: str) -> dict[str, tuple[str, str]]:
    assert callable(part)
    folder, name = posixpath.split(owner)
    found = {}
    for tag in _RELATION.findall(part(posixpath.join(folder, "_rels", name + ".rels"))):
        told = _attributes(tag)
        target = told.get("Target", "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if told.get("TargetMode") != "External":
            found[told.get("Id", "")] = (told.get("Type", ""), path)
    return found


def _text(content: bytes) -> str:
    joined = b"".join(_TEXT.findall(_READING.sub(b"", content))).decode()
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), html.unescape(joined))


def _beside(content: bytes, drawn: bool) -> str:
    """Return the texts of a part; what belongs together (runs of a paragraph, of a comment) is joined."""
    cut = rb"</(?:\w+:)?p>" if drawn else rb"</(?:\w+:)?comment>"
    return "\n".join(_text(piece) for piece in re.split(cut, content))


def _days(styles: bytes) -> list[bool]:
    """Return for each style of cells whether it shows days or times."""
    codes = {}
    for tag in re.findall(rb"<(?:\w+:)?numFmt\s[^>]*>", styles):
        told = _attributes(tag)
        codes[int(told["numFmtId"])] = told.get("formatCode", "")
    block = re.search(rb"<(?:\w+:)?cellXfs[\s>].*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    numbers = [
        int(_attributes(tag).get("numFmtId", "0"))
        for tag in re.findall(rb"<(?:\w+:)?xf\s[^>]*>", block[0] if block else b"")
    ]
    return [
        _is_day(codes[number])
        if number in codes
        else number in {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
        for number in numbers
    ]


def _is_day(code: str) -> bool:
    bare = re.sub(r'"[^"]*"|\\.|!.|_.|\*.|\[[^hms\]][^\]]*\]|General|E[+-]', "", code, flags=re.IGNORECASE)
    return re.search("[ymdhs]|上午|AM", bare.partition(";")[0], re.IGNORECASE) is not None


def _sheet(content: bytes, texts: list[str], days: list[bool]) -> Counter[str]:
    found: list[str] = []
    plain = re.compile(rb"-?(?:0|[1-9]\d*)(?:\.\d+)?").fullmatch
    for head, body in _CELL.findall(content):
        if not body:
            continue
        typed = _KIND.search(head)
        kind = typed[1] if typed is not None else b"n"
        if kind == b"inlineStr":
            found.append(_text(body))
            continue
        value = _VALUE.search(body)
        if value is None or kind in (b"b", b"e", b"d") or not value[1].strip():
            if kind == b"d" and value:
                found.append(value[1].decode())
            continue
        raw = value[1].strip()
        if kind == b"s":
            found.append(texts[int(raw)])
        elif kind == b"str":
            found.append(_text(b"<t>" + value[1] + b"</t>"))
        elif not days or not days[int(style[1]) if (style := _STYLE.search(head)) is not None else 0]:
            text = raw.decode()
            found.append(text if len(raw) <= 15 and plain(raw) else _long(text))
    found.append("\n".join(_HIDDEN.sub(" ", html.unescape(each.decode())) for each in _HEADER.findall(content)))
    return runs_in(found)


def _long(text: str) -> str:
    number = _SHORT.plus(Decimal(text))
    if abs(number.adjusted()) > 60:
        return str(number)
    written = f"{number:f}"
    whole = number % 1 == 0
    if len(written) > 15 and "." in written:
        return written.rstrip("0").rstrip(".")
    return written.partition(".")[0] if whole else written
