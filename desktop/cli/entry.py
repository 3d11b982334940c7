"""Chooses the command, and says by the exit status how it went."""

from __future__ import annotations

import gc
import io
import logging
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.cli.status import FAULT, INTERRUPTED, REFUSED, UNREAD
from desktop.domain.errors import InputRefused, MilepostError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.cli.parser import Parser

_COMMANDS = ("check", "show", "set", "return", "chart", "report-card", "compare", "merge", "new")
_BEFORE_QT = ("desktop.crash", "desktop.rules.verdicts", "desktop.workbook.workbook")
_HELP = {"-h", "--help"}
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window where none is named; gives the exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a worker of `check --jobs` begins here, and ends here
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        status = _run(words)
        print(end="", flush=True)  # a reader that has gone is noticed here, not while Python shuts down
    except MilepostError as error:
        print(f"milepost: {error}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _stop_speaking()
        return UNREAD
    except Exception:
        logging.getLogger("milepost").exception("unexpected error")
        print(
            "milepost: something went wrong in Milepost itself; the workbook is as it was. "
            "The details stand above.",
            file=sys.stderr,
        )
        return FAULT
    return status


def _run(words: Sequence[str]) -> int:
    known = bool(words) and words[0] in _COMMANDS
    if not known and _HELP & set(words):
        words = ["--help"]
    if known or {*_HELP, "--version"} & set(words[:1]):
        parser, commands = _parsers()
        chosen = commands[words[0]].parse_intermixed_args(words[1:]) if known else parser.parse_args(words)
        status: int = chosen.run(chosen)
        return status
    return _open_window(words)


def _open_window(words: Sequence[str]) -> int:
    if len(words) > 1 or (words and words[0].startswith("-")):
        *others, last = _COMMANDS
        raise InputRefused(
            f"“{words[0]}” is no command of Milepost. Its commands are {', '.join(others)} and {last}; "
            "“milepost FILE” opens one workbook in the window."
        )
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise InputRefused(
            "There is no screen here to open the window on. “milepost --help” lists what works without one."
        )
    load_before_qt()
    from desktop import app

    return app.run(Path(words[0]) if words else None)


def load_before_qt() -> None:
    """Load what knows nothing of Qt: once Qt is there, PySide reads the source of each further module.

    What is loaded stays, so that no rubbish is looked for until the application begins.
    """
    gc.disable()
    for name in _BEFORE_QT:
        import_module(name)


def _parsers() -> tuple[Parser, Mapping[str, Parser]]:
    """The parser of all, which lists the commands, and one for each: its options may stand anywhere."""
    from desktop.cli import (
        chart,
        check,
        compare,
        edit,
        give,
        merge,
        new,
        report_card,
        show,
    )  # none of them on the way to the window
    from desktop.cli.parser import Parser

    parser = Parser(
        prog="milepost",
        description="Plans and performance indicators in Excel workbooks, checked and charted.",
        epilog="milepost [FILE] opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Milepost {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in zip(
        _COMMANDS, (check, show, edit, give, chart, report_card, compare, merge, new), strict=True
    ):
        command = commands.add_parser(
            name, help=module.HELP, description=module.HELP.capitalize() + ".", allow_abbrev=False
        )
        module.declare(command)
        command.set_defaults(run=module.run)
    return parser, commands.choices


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends, whatever the machine is set to: other programs read what is said."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _stop_speaking() -> None:
    """Let Python find no broken pipe when it writes out what is left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
