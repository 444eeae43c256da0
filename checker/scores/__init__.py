"""Score sheets: a file kind of their own that gives points to indicators; no outcome, outside the ledger."""
