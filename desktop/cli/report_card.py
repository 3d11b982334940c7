"""milepost report-card: an indicator's page for the board, with its story, its partners and its actions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.chosen import declare_chosen, indicators_from, ready_to_draw, write
from desktop.cli.words import as_at_from
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse

HELP = "set the report card of an indicator on a page: chart, story, partners, what works, actions"


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    declare_chosen(command, "a card")
    command.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="a name ending in .pdf, .svg or .png"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the report cards."""
    as_at = as_at_from(chosen.as_at)
    workbook = Workbook.open(chosen.file)
    indicators = indicators_from(workbook.contents.indicators, chosen, "report card")
    ready_to_draw()
    from desktop.ui.card_pages import card_pages

    now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
    pages = card_pages(workbook, indicators, as_at=as_at, printed=now)
    several = f"{workbook.package.path.stem}: report cards" if len(indicators) > 1 else ""
    write(pages, chosen, several or f"Report card: {pages[0].title}")
    return 0
