"""Files in the container of old Office programs (OLE): which kind it is, by the names in its directory, and what to do about those that are not read."""

from __future__ import annotations

from checker.base.errors import InputError
from checker.intake.readers.grid import refused

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def holds(data: bytes, stream: str) -> bool:
    """Whether the directory of a container names a stream or a storage."""
    return (stream + "\0").encode("utf-16-le") in data


def refusal(data: bytes, name: str) -> InputError:
    """Return what to say of a container that holds no workbook that is read."""
    if holds(data, "EncryptedPackage"):
        return refused(name, "encrypted", "是加密的文件（有打开密码）", "is encrypted (it asks for a password)", "在 Excel 或 WPS 里打开，去掉打开密码，另存一份", "open it in Excel or WPS, take the password away and save a copy")  # fmt: skip
    if holds(data, "WordDocument"):
        return refused(name, "workbook", "是 Word 文档（.doc、.wps），不是表格", "is a Word document (.doc, .wps) and no workbook", "在 Word 或 WPS 里打开，另存为 .docx", "open it in Word or WPS and save it as .docx")  # fmt: skip
    return refused(name, "workbook", "不是能读的 Excel 工作簿，或已损坏", "is no Excel workbook that can be read, or is damaged", "在 Excel 或 WPS 里打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")  # fmt: skip
