"""Sheets of a workbook that people fill in and the checker reads back: their names, their columns and the keys of their lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.base.errors import Text


class Column(NamedTuple):
    """One column to fill in: its heading, what it holds ("state", "date" or "text"), the most characters of a text."""

    head: Text
    kind: str = "text"
    most: int = 1000


class Form(NamedTuple):
    """One sheet to fill in: its name and its columns, by the keys of the file that their cells go to."""

    sheet: Text
    columns: Mapping[str, Column]
    label: Text | None = None
    """The heading of the column that names what a line is about: it must go with the key."""


KEY = Text("键（请勿改动）", "Key (leave as it is)")
"""The heading of the column by which a line is known again; it is hidden, and sorted and filtered with its line."""
KEYS = Text("键", "Keys")
"""The name of the hidden sheet that says for each key which checks it stands for."""
KEYS_FORMAT = "checker-keys/1"
"""What stands in the first cell of that sheet."""
KEYS_ALONE = "ledger"
"""What stands beside it in a workbook that has no sheet of details."""
KEY_HEADS = ("key", "fingerprint", "rule", "jurisdiction", "unit", "year", "entity", "subject", "name", "label")
"""The headings of that sheet: the key, the fingerprint of a check, and its address."""
_STATE = {"state": Column(Text("整改情况", "State"), "state")}
_OF_ONE = {
    "day": Column(Text("完成日期", "Done on"), "date"),
    "person": Column(Text("责任部门、责任人", "Person in charge"), most=100),
    "note": Column(Text("整改措施、说明", "Measures, remarks")),
    "papers": Column(Text("证明材料", "Evidence")),
}
LEDGER = Form(
    Text("整改台账", "Follow-up"),
    {
        **_STATE,
        "due": Column(Text("完成时限", "Due"), "date"),
        **_OF_ONE,
        "closed": Column(Text("审计销号", "Closed by auditor")),
    },
)
"""A line a problem: what is stated of it goes to each of its findings."""
DETAILS = Form(Text("明细", "Details"), {**_STATE, **_OF_ONE})
"""A line a finding: what is stated here stands before what its problem's line says."""
WAIVERS = Form(
    Text("豁免清单", "Waivers"),
    {
        "reason": Column(Text("理由", "Reason")),
        "document": Column(Text("批准文号", "Document"), most=200),
        "approver": Column(Text("批准人", "Approver"), most=100),
        "expires": Column(Text("有效期至", "Expires"), "date"),
    },
    Text("对象", "Subject"),
)
"""A line a failure that could be waived."""
