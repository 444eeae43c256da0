"""Live checking: payments, approvals, reviews and contracts judged as they arrive."""
