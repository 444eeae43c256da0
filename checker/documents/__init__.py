"""Bytes to nodes with places: YAML and JSON texts."""
