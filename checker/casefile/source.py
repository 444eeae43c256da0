"""Temporary minimal reader."""
from __future__ import annotations
import hashlib
from typing import Any
from checker.errors import InputError, Place, Problem, Text

class Node:
    __slots__ = ("kind", "value", "line", "column")
    def __init__(self, kind: str, value: Any, line: int, column: int) -> None:
        self.kind = kind; self.value = value; self.line = line; self.column = column

class Source:
    def __init__(self, file, text, root, sha256):
        self.file=file; self.text=text; self.root=root; self.encoding="utf-8"; self.sha256=sha256; self.notes=()
        self._lines=None
    def place(self, node, width=None):
        if self._lines is None: self._lines=self.text.splitlines()
        t=self._lines[node.line-1] if 0<node.line<=len(self._lines) else ""
        return Place(self.file,node.line,node.column,t,width or max(1,len(node.value) if isinstance(node.value,str) else 1))

def read_source(path, data, **k):
    import yaml
    text=data.decode("utf-8-sig")
    loader=yaml.CSafeLoader(text)
    try:
        node=loader.get_single_node()
    except yaml.YAMLError as e:
        m=e.problem_mark
        raise InputError([Problem("yaml",Place(path,m.line+1,m.column+1),Text(str(e),str(e)))])
    def conv(n):
        m=n.start_mark
        if isinstance(n,yaml.ScalarNode):
            kind="plain" if n.style is None else "text"
            if n.style is None and n.value in ("","~","null"): kind="null"
            return Node(kind,n.value,m.line+1,m.column+1)
        if isinstance(n,yaml.SequenceNode):
            return Node("list",[conv(c) for c in n.value],m.line+1,m.column+1)
        return Node("map",[(conv(a),conv(b)) for a,b in n.value],m.line+1,m.column+1)
    return Source(path,text,conv(node),hashlib.sha256(data).hexdigest())
