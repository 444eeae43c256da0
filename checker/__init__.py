"""A rules-based compliance checker for public expenditure.

    from checker import check, load_case, load_rules

    rules = load_rules()
    report = check(load_case("cases/2020.yaml", rules), rules)
    report.findings(), report.to_rows(), report.to_dict()

Importing the package is cheap: what these names need is imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import check, load_case, load_rules
    from checker.findings.report import Report

__version__ = "0.2.0"
__all__ = ["Report", "__version__", "check", "load_case", "load_rules"]
_PUBLIC = {
    "Report": "checker.findings.report",
    "check": "checker.api",
    "load_case": "checker.api",
    "load_rules": "checker.api",
}
"""The public names, each with the module that has it."""


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_PUBLIC[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
