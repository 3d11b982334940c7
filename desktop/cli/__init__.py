"""The command line: the same engine without the window."""

from desktop.cli.entry import main

__all__ = ["main"]
