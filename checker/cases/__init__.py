"""The vocabulary, cases typed by it, and how their facts are linked."""
