"""Forms as data: what a cell of a known table means stands in `rules/forms/*.yaml`, one file a form; unknown tables are read by their headings."""

from checker.intake.forms.describing import describe
from checker.intake.forms.evidence import EVIDENCE
from checker.intake.forms.loader import forms_of, read_forms
from checker.intake.forms.model import Form
from checker.intake.forms.understanding import understand

__all__ = ["EVIDENCE", "Form", "describe", "forms_of", "read_forms", "understand"]
