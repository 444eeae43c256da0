"""One module a kind of file, each with `read(data, name) -> Document` and `count(data) -> Digits`; kinds.py is the list."""
