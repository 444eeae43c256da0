"""Counts the digits of a Word document a second time: by regular expressions over the raw XML, without a tree and without the reader."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter

from checker.intake.document import Digits, Place
from checker.intake.refusing import DAMAGE, damaged

_TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<data>.*?)\]\]>|<(?P<close>/?)(?P<tag>[^\s<>/!?]+)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|(?P<text>[^<]+)",
    re.DOTALL,
)
_PARTS = re.compile(r"\.(?:main|footnotes|endnotes|header|footer|comments)\+xml$")
_OVERRIDE = re.compile(r"<(?:\w+:)?Override\b[^>]*>")
_STYLE = re.compile(r"<(?:\w+:)?style\b([^>]*)>(.*?)</(?:\w+:)?style>", re.DOTALL)
_VALUE = re.compile(r"""\b(?:\w+:)?val\s*=\s*["']([^"']*)["']""")
_FAR = re.compile(r"""val\s*=\s*["'](-?)0*(?:[4-9]|[1-9]\d+)["']""")
_RUNS = re.compile("[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[₀-₉]+")
_FULL = {0xFF10 + each: 0x30 + each for each in range(10)}
_UP = {0x30 + each: ord("⁰¹²³⁴⁵⁶⁷⁸⁹"[each]) for each in range(10)}
_DOWN = {0x30 + each: 0x2080 + each for each in range(10)}
_PLAIN = {code: plain for table in (_UP, _DOWN) for plain, code in table.items()}


def count(data: bytes) -> list[Digits]:
    """Return the runs of digits of all parts that hold text, one count for the whole file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = _decoded(archive.read("[Content_Types].xml"))
            there = set(archive.namelist())
            named = [
                _attribute(each, "PartName").lstrip("/")
                for each in _OVERRIDE.findall(listed)
                if _PARTS.search(_attribute(each, "ContentType"))
            ]
            parts = [_decoded(archive.read(each)) for each in named if each in there and "/glossary/" not in each]
            styles = _styles(_decoded(archive.read("word/styles.xml"))) if "word/styles.xml" in there else {}
    except DAMAGE:
        raise damaged("", "第二遍读不出来", "it cannot be read a second time") from None
    runs: Counter[str] = Counter()
    for part in parts:
        for text in _Machine(styles).texts(part):
            runs.update(run.translate(_PLAIN) for run in _RUNS.findall(text.translate(_FULL)))
    return [Digits(Place(()), runs)]


def _decoded(data: bytes) -> str:
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""(?:^|[\s:]){name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return html.unescape(found[1] or found[2] or "") if found else ""


def _off(rest: str) -> bool:
    return bool((value := _VALUE.search(rest)) and value[1] in ("0", "false", "off", "none"))


def _styles(text: str) -> dict[str, dict[str, str]]:
    """Return what styles of characters and paragraphs themselves set: hidden, struck, raised."""
    found = {}
    for head, body in _STYLE.findall(text):
        marks: dict[str, str] = {}
        for tag, rest in re.findall(r"<(?:\w+:)?(vanish|specVanish|strike|dstrike|vertAlign|position)\b([^>]*)>", body):
            _mark(marks, tag, rest)
        found[_attribute(head, "styleId")] = marks
    return found


def _mark(marks: dict[str, str], tag: str, rest: str) -> None:
    if tag == "vertAlign":
        marks["raised"] = (_VALUE.search(rest) or ["", ""])[1]
    elif tag == "position":
        far = _FAR.search(rest)
        if far and "raised" not in marks:
            marks["raised"] = "subscript" if far[1] else "superscript"
    else:
        marks["hidden" if "anish" in tag else "struck"] = "" if _off(rest) else "yes"


class _Machine:
    """Walks over the tags of a part with a few counters; text of each state is gathered by itself."""

    def __init__(self, styles: dict[str, dict[str, str]]) -> None:
        self.styles = styles
        self.out: list[str] = []
        self.buffers: list[dict[str, list[str]]] = [{}]
        self.last = [""]
        self.gone = self.skipped = 0
        self.alternatives: list[bool] = []
        self.fields: list[list[bool]] = [[]]
        self.style: list[dict[str, str]] = [{}]
        self.run: list[dict[str, str]] = [{}]

    def texts(self, part: str) -> list[str]:
        """Return the texts of a part, in no order that matters."""
        inside = properties = paragraph = joined = False
        for token in _TOKEN.finditer(part):
            if token["tag"] is None:
                text = token["data"] if token["data"] is not None else html.unescape(token["text"] or "")
                if inside and not self.skipped:
                    self._add(text)
                continue
            tag, closing = token["tag"].rpartition(":")[2], bool(token["close"])
            empty = token["rest"].endswith("/")
            if tag in ("Choice", "Fallback", "AlternateContent"):
                self._alternative(tag, closing, empty)
            elif self.skipped:
                continue
            elif tag in ("t", "delText"):
                inside = not closing and not empty
                if inside and token["tag"].startswith("m:"):
                    self._add(" ")
            elif tag == "rPr":
                properties = not closing and not empty
            elif tag == "pPr":
                paragraph = not closing and not empty
            elif tag in ("del", "moveFrom") and not properties and not paragraph:
                self.gone += 0 if empty else -1 if closing else 1
            elif tag == "del" and paragraph and properties:
                joined = True
            elif paragraph and tag == "pStyle":
                self.style[-1] = self.styles.get(_attribute(token["rest"], "val"), {})
            elif properties and not paragraph:
                self._property(tag, token["rest"])
            elif tag == "r" and not closing:
                self.run[-1] = {}
            elif tag in ("footnoteReference", "endnoteReference"):
                self.run[-1]["raised"] = "superscript"
            elif tag == "fldChar":
                self._field(_attribute(token["rest"], "fldCharType"))
            elif tag in ("tab", "ptab", "br", "cr", "noBreakHyphen") and not paragraph and not closing:
                self._add(" ")
            elif tag == "sym":
                self._symbol(token["rest"])
            elif tag == "txbxContent":
                self._box(closing)
            elif tag == "p" and (closing or empty):
                if not joined:
                    self._flush()
                joined = False
                if closing:
                    self.style[-1] = {}
            elif tag in ("tbl", "tc", "comment", "footnote", "endnote"):
                self._flush()
        self._flush()
        return self.out

    def _property(self, tag: str, rest: str) -> None:
        if tag in ("vanish", "specVanish", "strike", "dstrike", "vertAlign", "position"):
            _mark(self.run[-1], tag, rest)
        elif tag == "rStyle":
            self.run[-1] = {**self.styles.get(_attribute(rest, "val"), {}), **self.run[-1]}

    def _alternative(self, tag: str, closing: bool, empty: bool) -> None:
        """Of the forms of the same thing take the first."""
        if tag == "AlternateContent":
            if closing and self.alternatives:
                self.alternatives.pop()
            elif not closing and not empty:
                self.alternatives.append(False)
        elif empty or not self.alternatives:
            return
        elif closing:
            self.skipped -= self.skipped > 0
        elif self.skipped or self.alternatives[-1]:
            self.skipped += 1
        else:
            self.alternatives[-1] = True

    def _field(self, kind: str) -> None:
        fields = self.fields[-1]
        if kind == "begin":
            fields.append(False)
        elif fields and kind == "separate":
            fields[-1] = True
        elif fields and kind == "end":
            fields.pop()

    def _symbol(self, rest: str) -> None:
        found = re.fullmatch("(?:[fF]0|00)?(3[0-9])", _attribute(rest, "char"))
        self._add(chr(int(found[1], 16)) if found and _attribute(rest, "font").lower() == "symbol" else "x")

    def _add(self, text: str) -> None:
        marks = {**self.style[-1], **self.run[-1]}
        raised = marks.get("raised")
        if raised in ("superscript", "subscript"):
            text = text.translate(_UP if raised == "superscript" else _DOWN)
        state = "shown"
        if self.gone or marks.get("struck"):
            state = "gone"
        elif marks.get("hidden") or not all(self.fields[-1]):
            state = "hidden"
        buffer = self.buffers[-1].setdefault(state, [])
        if state != self.last[-1] and state != "shown":
            buffer.append(" ")
        buffer.append(text)
        self.last[-1] = state

    def _box(self, closing: bool) -> None:
        """Gather the text of a text box by itself, then go on with the paragraph that it hangs on."""
        stacks: tuple[list[object], ...] = (self.buffers, self.last, self.fields, self.style, self.run)  # type: ignore[assignment]
        if closing and len(self.buffers) > 1:
            self._flush()
            for stack in stacks:
                stack.pop()
        elif not closing:
            for stack, fresh in zip(stacks, ({}, "", [], {}, {})):
                stack.append(fresh)

    def _flush(self) -> None:
        self.out += ["".join(each) for each in self.buffers[-1].values()]
        self.buffers[-1] = {}
        self.last[-1] = ""
