"""milepost chart: the annotated chart of an indicator, or of all, as PDF, SVG or PNG."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.chosen import declare_chosen, indicators_from, ready_to_draw, write
from desktop.cli.parser import one_of
from desktop.cli.words import as_at_from
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse

HELP = "draw the annotated chart of an indicator on a page"
_SIDES = ("landscape", "portrait")


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    declare_chosen(command, "a page")
    command.add_argument(
        "--orientation",
        type=one_of("--orientation", _SIDES),
        default=_SIDES[0],
        metavar="SIDE",
        help=" or ".join(_SIDES),
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="a name ending in .pdf, .svg or .png"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the charts."""
    as_at = as_at_from(chosen.as_at)
    workbook = Workbook.open(chosen.file)
    indicators = indicators_from(workbook.contents.indicators, chosen, "chart")
    ready_to_draw()
    from desktop.printing.page import Orientation
    from desktop.ui.chart_pages import Wanted, chart_pages

    now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
    pages = chart_pages(
        workbook,
        check(workbook.contents, as_at),
        indicators,
        Wanted(orientation=Orientation(chosen.orientation)),
        as_at=as_at,
        printed=now,
    )
    write(pages, chosen, workbook.package.path.stem if len(indicators) > 1 else "")
    return 0
