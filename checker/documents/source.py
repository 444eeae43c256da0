"""Bytes → a tree of nodes with positions: YAML or JSON, strict, every scalar kept as the text that was written.

PyYAML's `safe_load` reads `010` as 8 and `no` as false and keeps the last of two equal keys without a word; here
nothing is typed before the vocabulary says what it is. The tree is built from parser events, without recursion.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from checker.base.errors import InputError, Place, Problem, Text
from checker.base.invisible import named
from checker.base.patterns import pattern
from checker.base.width import HIDDEN
from checker.documents.node import LIMITS, Limits, Node, position
from checker.documents.yamltext import parse_yaml


class Source:
    """A document that was read: its text, its root node, how it was encoded and the SHA-256 of its bytes."""

    def __init__(self, file: str, text: str, root: Node, encoding: str, sha256: str, notes: tuple[Text, ...]) -> None:
        self.file = file
        self.text = text
        self.root = root
        self.encoding = encoding
        self.sha256 = sha256
        self.notes = notes
        self._lines: list[str] | None = None
        self._shown: list[str] | None = None

    @property
    def shown(self) -> list[str]:
        """The lines of the text as a report shows them, cut when first asked for; nobody changes the list."""
        if self._shown is None:
            self._shown = self.text.splitlines()
        return self._shown

    @property
    def lines(self) -> list[str]:
        """The lines of the text, cut when first asked for."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def place(self, node: Node, width: int | None = None) -> Place:
        """Return where *node* stands, with the text of its line."""
        text = self.lines[node.line - 1].rstrip("\r") if 0 < node.line <= len(self.lines) else ""
        length = len(node.value) if isinstance(node.value, str) and "\n" not in node.value else 1
        return Place(self.file, node.line, node.column, text, width or max(1, length))

    def part(self, node: Node) -> Source:
        """Return a document that is only *node* of this one."""
        found = Source(self.file, self.text, node, self.encoding, self.sha256, self.notes)
        found._lines, found._shown = self._lines, self.shown
        return found


_MAGIC = (
    (b"PK\x03\x04", Text("Excel 或 Word 文件（或压缩包）", "an Excel or Word file (or a zip archive)")),
    (b"\xd0\xcf\x11\xe0", Text("旧版 Excel 或 Word 文件", "an old Excel or Word file")),
    (b"%PDF", Text("PDF 文件", "a PDF file")),
    (b"\x1f\x8b", Text("压缩文件", "a compressed file")),
    (b"Rar!", Text("压缩文件", "a compressed file")),
    (b"7z\xbc\xaf", Text("压缩文件", "a compressed file")),
    (b"{\\rtf", Text("RTF 文档", "an RTF document")),
    (b"\x89PNG", Text("图片", "a picture")),
    (b"\xff\xd8\xff", Text("图片", "a picture")),
)
_INSIDE = (  # what an office file holds by name; zip names stand plain, those of the old formats in UTF-16
    (b"PK\x03\x04", b"xl/", Text("Excel 文件", "an Excel file")),
    (b"PK\x03\x04", b"word/", Text("Word 文件", "a Word file")),
    (b"\xd0\xcf\x11\xe0", "Workbook".encode("utf-16-le"), Text("旧版 Excel 文件", "an old Excel file")),
    (b"\xd0\xcf\x11\xe0", "WordDocument".encode("utf-16-le"), Text("旧版 Word 文件", "an old Word file")),
)
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_BAD = pattern(f"[{_CONTROL}]")
_BAD_YAML = pattern(f"[{_CONTROL}\x80-\x9f\u2028\u2029\ufeff]")  # YAML breaks lines at some, forbids the others
_UTF_8_HAN = pattern(rb"[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]")
_SHOWN = 20  # stray characters named one by one


def read_source(path: str, data: bytes, *, limits: Limits = LIMITS) -> Source:
    """Read a YAML or JSON document; raises InputError with everything that can be told at once."""
    text, encoding, notes = decode(path, data, limits)
    is_json = path.lower().endswith(".json") or (path == "-" and text.lstrip()[:1] in ("{", "["))
    return parse_text(
        path,
        text,
        is_json=is_json,
        limits=limits,
        encoding=encoding,
        notes=notes,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def decode(path: str, data: bytes, limits: Limits) -> tuple[str, str, tuple[Text, ...]]:
    """Return the text of *data*, its encoding and what to say about that."""

    def refuse(code: str, message: Text, hint: Text | None = None, at: Place | None = None) -> InputError:
        return InputError([Problem(code, at or Place(path), message, hint)])

    if len(data) > limits.bytes:
        size = limits.bytes // (1024 * 1024)
        raise refuse(
            "too-large",
            Text(f"文件超过 {size} MB", f"the file is larger than {size} MB"),
            Text("分成几个文件", "split it into several files"),
        )
    if not data.strip():
        raise refuse(
            "empty",
            Text("文件是空的", "the file is empty"),
            Text(
                "案例从 checker new-case 写出的文件开始，规则从 checker rules new 写出的文件开始",
                "begin a case with what checker new-case writes, a rule with what checker rules new writes",
            ),
        )
    for magic, name in _MAGIC:
        if data.startswith(magic):
            name = next((told for start, holds, told in _INSIDE if start == magic and holds in data), name)
            raise refuse(
                "binary",
                Text(f"这是{name.zh}，不是案例文件", f"this is {name.en}, not a case file"),
                Text("案例文件是文本文件（.yaml 或 .json）", "a case file is a text file (.yaml or .json)"),
            )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(
            "utf-16",
            Text("文件的编码是 UTF-16", "the file is encoded as UTF-16"),
            Text("用记事本“另存为”，编码选 UTF-8", "save it again as UTF-8"),
        )
    notes: tuple[Text, ...] = ()
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig" or _is_damaged_utf_8(data):
            at = error.start + len(data) - len(error.object)
            before = data[:at].decode("utf-8-sig")
            shown = before.rpartition("\n")[2] + data[at:].partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
            raise refuse(
                "encoding",
                Text("这个 UTF-8 文件里有损坏的字符", "this UTF-8 file holds a damaged character"),
                Text(
                    "从这里删去乱码并改正，另存为 UTF-8",
                    "delete what is unreadable here, write it again and save as UTF-8",
                ),
                Place(path, *position(before, len(before)), shown),
            ) from None
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            line = data.count(b"\n", 0, error.start) + 1
            raise refuse(
                "encoding",
                Text("文件既不是 UTF-8 也不是 GBK 编码", "the file is neither UTF-8 nor GBK"),
                Text("用记事本“另存为”，编码选 UTF-8", "save it again as UTF-8"),
                Place(path, line),
            ) from None
        encoding = "gb18030"
        notes = (
            Text(
                "文件按 GBK（GB18030）编码读取；如有乱码，请另存为 UTF-8",
                "read as GBK (GB18030); save as UTF-8 if characters look wrong",
            ),
        )
    return text, encoding, notes


def _is_damaged_utf_8(data: bytes) -> bool:
    """Return whether most of what is not ASCII reads as UTF-8: GBK text hardly ever does, damaged UTF-8 always."""
    foreign = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return 2 * sum(len(found) for found in _UTF_8_HAN.findall(data)) > foreign


def _refuse_stray(file: str, text: str, is_json: bool) -> None:
    """Raise InputError when *text* holds characters that no one sees or that cannot be printed."""
    pattern = _BAD if is_json else _BAD_YAML
    if pattern.search(text) is None:
        return
    problems = []
    for bad, _ in zip(pattern.finditer(text), range(_SHOWN)):
        line, column = position(text, bad.start())
        code = f"U+{ord(bad[0]):04X}"
        if bad[0] in "\u2028\u2029\ufeff":
            message = Text(f"文件里有看不见的字符 {code}", f"the file holds the invisible character {code}")
        else:
            message = Text(f"文件里有控制字符 {code}", f"the file holds the control character {code}")
        hint = Text("删去这个字符；文件可能已损坏", "delete it; the file may be damaged")
        problems.append(Problem("control", Place(file, line, column), message, hint))
    raise InputError(problems)


def control_characters(source: Source) -> Iterator[Problem]:
    """Yield a problem for each text that holds a control character, which only an escape can bring here."""
    waiting = [source.root]
    while waiting:
        node = waiting.pop()
        if node.kind == "list":
            waiting += node.value
        elif node.kind == "map":
            waiting += [each for pair in node.value for each in pair]
        elif not node.value.isprintable() and (found := HIDDEN.search(node.value)):
            name = named(found[0])
            told = Text(f"这里有看不见的{name.zh}", f"an invisible character stands here: {name.en}")
            yield Problem("control", _at(source, node, found[0]), told, Text("删去这个字符", "delete it"))


def _at(source: Source, node: Node, char: str) -> Place:
    """Return where *char* stands in the text of *node*; the text itself where it was written as an escape."""
    whole = source.place(node)
    column = whole.text.find(char, whole.column - 1)
    return whole if column < 0 else Place(whole.file, whole.line, column + 1, whole.text)


def parse_text(
    file: str,
    text: str,
    *,
    is_json: bool = False,
    limits: Limits = LIMITS,
    encoding: str = "utf-8",
    notes: tuple[Text, ...] = (),
    sha256: str = "",
) -> Source:
    """Return the document in *text*; raises InputError like read_source."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_stray(file, text, is_json)
    if is_json:
        from checker.documents.jsontext import parse_json

        root, found = parse_json(file, text, limits)
    else:
        root, found = parse_yaml(file, text, limits)
    if found or root is None:
        raise InputError(found)
    return Source(file, text, root, encoding, sha256 or hashlib.sha256(text.encode()).hexdigest(), notes)
