"""A rules-based compliance checker for public expenditure."""

__version__ = "0.1.0"
