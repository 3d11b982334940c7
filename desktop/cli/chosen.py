"""The indicators that a command is about, and the pages that it makes of them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop.cli.parser import one_of
from desktop.cli.words import declare_as_at
from desktop.domain.errors import InputRefused
from desktop.domain.library import normal_code

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.indicators import Indicator
    from desktop.printing.page import Page

_PAPERS = ("A4", "A3")


def declare_chosen(command: argparse.ArgumentParser, each: str) -> None:
    """Let the command take an indicator or all, its paper and the date to judge by."""
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--indicator", metavar="CODE")
    which.add_argument("--all", action="store_true", help=f"every indicator, {each} each")
    command.add_argument(
        "--paper", type=one_of("--paper", _PAPERS), default="A4", metavar="PAPER", help=" or ".join(_PAPERS)
    )
    declare_as_at(command)


def indicators_from(
    indicators: Sequence[Indicator], chosen: argparse.Namespace, what: str
) -> Sequence[Indicator]:
    """The indicators that are named; raises InputRefused where there is none, or none of that code."""
    file: Path = chosen.file
    if not indicators:
        raise InputRefused(
            f"{file.name}: no indicators were found, so there is no {what} to draw. "
            "Name a workbook that has a table of indicators."
        )
    if chosen.all:
        return indicators
    for indicator in indicators:
        if normal_code(indicator.code) == normal_code(chosen.indicator):
            return [indicator]
    known = ", ".join(dict.fromkeys(indicator.code for indicator in indicators))
    raise InputRefused(f"{file.name} has no indicator {chosen.indicator}. It has: {known}.")


def ready_to_draw() -> None:
    """Start what letters are drawn with, which needs no screen."""
    if sys.platform == "linux":
        # Drawing text needs an application object, but no screen. Elsewhere that one would find no fonts.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app

    app.application()


def write(pages: Sequence[Page], chosen: argparse.Namespace, title: str) -> None:
    """Write the pages, and say which files that made."""
    from desktop.printing.export import write_pages
    from desktop.printing.page import Paper

    for written in write_pages(pages, chosen.out, Paper(chosen.paper), title=title):
        print(f"{written}: written")
