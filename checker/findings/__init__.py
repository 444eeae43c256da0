"""What a check says: explanation, amounts, the report."""
