"""Chooses the command, and says by the exit status how it went.

Exit status: 0 fine; 1 findings of severity error; 2 the input can't be used; 3 a fault of Milepost.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.cli import chart, check, edit, give, show
from desktop.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, FINDINGS, REFUSED, FAULT = range(4)
_COMMANDS = {
    "check": check,
    "show": show,
    "set": edit,
    "return": give,
    "chart": chart,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window where none is named; gives the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if (words and words[0] in _COMMANDS) or {"-h", "--help", "--version"} & set(words[:1]):
            chosen = _parser().parse_args(words)
            status: int = chosen.run(chosen)
            return status
        return _open_window(words)
    except MilepostError as error:
        print(f"milepost: {error}", file=sys.stderr)
        return REFUSED
    except Exception:
        logging.getLogger("milepost").exception("unexpected error")
        print(
            "milepost: something went wrong in Milepost itself; the workbook is as it was. "
            "The details stand above.",
            file=sys.stderr,
        )
        return FAULT


def _open_window(words: Sequence[str]) -> int:
    from desktop import app

    parser = argparse.ArgumentParser(prog="milepost")
    parser.add_argument("file", nargs="?", type=Path)
    return app.run(parser.parse_args(words).file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="milepost",
        description="Plans and performance indicators in Excel workbooks, checked and charted.",
        epilog="milepost [FILE] opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Milepost {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in _COMMANDS.items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.declare(command)
        command.set_defaults(run=module.run)
    return parser
