"""Expressions of rules: parsed, typed, evaluated with what they rest on."""
