"""The program: `checker`, or `python -m checker`."""

from checker.base.collector import loading

with loading():
    from checker.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
