"""The program: `checker`, or `python -m checker`."""

from checker.base.collector import loading

with loading(for_good=True):
    from checker.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
