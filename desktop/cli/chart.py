"""milepost chart: the annotated chart of an indicator, or of all, as PDF, SVG or PNG."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.parser import one_of
from desktop.cli.words import as_at_from, declare_as_at
from desktop.domain.errors import InputRefused
from desktop.domain.library import normal_code
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.domain.indicators import Indicator

HELP = "draw the annotated chart of an indicator on a page"
_PAPERS = ("A4", "A3")


def declare(command: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    command.add_argument("file", type=Path, metavar="FILE")
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--indicator", metavar="CODE")
    which.add_argument("--all", action="store_true", help="every indicator, a page each")
    command.add_argument(
        "--paper", type=one_of("--paper", _PAPERS), default="A4", metavar="PAPER", help=" or ".join(_PAPERS)
    )
    declare_as_at(command)
    command.add_argument(
        "--out", type=Path, required=True, metavar="PATH", help="a name ending in .pdf, .svg or .png"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the charts."""
    as_at = as_at_from(chosen.as_at)
    workbook = Workbook.open(chosen.file)
    indicators = _chosen(workbook.contents.indicators, None if chosen.all else chosen.indicator, chosen.file)
    if sys.platform == "linux":
        # Drawing text needs an application object, but no screen. Elsewhere that one would find no fonts.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app
    from desktop.printing.export import write_pages
    from desktop.printing.page import Paper
    from desktop.ui.chart_pages import chart_pages

    app.application()
    findings = check(workbook.contents, as_at)
    now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
    pages = chart_pages(workbook, findings, indicators, as_at=as_at, printed=now)
    title = workbook.package.path.stem if len(indicators) > 1 else ""
    places = write_pages(pages, chosen.out, Paper(chosen.paper), title=title)
    for written in places:
        print(f"{written}: written")
    return 0


def _chosen(indicators: Sequence[Indicator], code: str | None, file: Path) -> Sequence[Indicator]:
    if not indicators:
        raise InputRefused(f"{file.name}: no indicators were found, so there is no chart to draw.")
    if code is None:
        return indicators
    for indicator in indicators:
        if normal_code(indicator.code) == normal_code(code):
            return [indicator]
    known = ", ".join(dict.fromkeys(indicator.code for indicator in indicators))
    raise InputRefused(f"{file.name} has no indicator {code}. It has: {known}.")
