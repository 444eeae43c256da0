"""What the characters are called that nobody sees."""

from __future__ import annotations

from checker.base.errors import Text

INVISIBLE = {
    "\u00a0": Text("不换行空格", "no-break space"),
    "\u00ad": Text("软连字符", "soft hyphen"),
    "\u200b": Text("零宽空格", "zero-width space"),
    "\u200c": Text("零宽不连字", "zero-width non-joiner"),
    "\u200d": Text("零宽连字", "zero-width joiner"),
    "\u200e": Text("左至右标记", "left-to-right mark"),
    "\u200f": Text("右至左标记", "right-to-left mark"),
    "\u2060": Text("零宽连接符", "word joiner"),
    "\u3000": Text("全角空格", "full-width blank"),
    "\ufeff": Text("字节顺序标记", "byte order mark"),
}
"""What is called by a name where nobody sees it."""


def named(char: str) -> Text:
    """Return what an invisible character is called, with its code."""
    known = INVISIBLE.get(char, Text("控制字符", "control character"))
    return Text(f"{known.zh} U+{ord(char):04X}", f"{known.en} U+{ord(char):04X}")
