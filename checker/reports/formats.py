"""The formats of a report: the name, the module and the suffixes of each; importing it loads none of them."""

from __future__ import annotations

from checker.base.named import NamedTuple


class Format(NamedTuple):
    """One format: the module that renders it, the suffixes by which its files are known, whether it is bytes.

    `also` are endings that its files may have where the format is named. `places` tells that it names where figures stand.
    """

    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    also: tuple[str, ...] = ()
    places: bool = True

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings under which this format may be written: any text may be called .txt."""
        return self.suffixes if self.binary else (*self.suffixes, *self.also, ".txt")


FORMATS = {
    "table": Format("checker.reports.table", (".txt",), places=False),
    "json": Format("checker.reports.json_report", (".json",)),
    "html": Format("checker.reports.html", (".html", ".htm")),
    "jsonl": Format("checker.reports.jsonl", (".jsonl", ".ndjson")),
    "csv": Format("checker.reports.csv_report", (".csv",)),
    "markdown": Format("checker.reports.markdown", (".md", ".markdown")),
    "sarif": Format("checker.reports.sarif", (".sarif", ".sarif.json")),
    "junit": Format("checker.reports.junit", (".junit.xml", ".xml")),
    "github": Format("checker.reports.github", (".github.txt",)),
    "gitlab": Format("checker.reports.gitlab", (".gitlab.json", "gl-code-quality-report.json"), also=(".json",)),
    "xlsx": Format("checker.reports.xlsx", (".xlsx",), True),
    "docx": Format("checker.reports.docx", (".docx",), True),
    "pdf": Format("checker.reports.pdf", (".pdf",), True),
}
"""Every format by name; a module is imported only when its format is asked for."""
