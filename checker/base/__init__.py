"""Errors, exact values, files and outputs: what every room uses and what knows nothing of them."""
