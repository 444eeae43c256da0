"""The workbook that a case is filled in as: its sheets and headings, and how it is read back, cell by cell."""
