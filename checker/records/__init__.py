"""Waivers, follow-up and the comparison of two runs."""
