"""For authors of rules: stands above the engines, nothing below imports it."""
