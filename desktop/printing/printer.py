"""Pages on a printer: the very pages that the preview shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.printing.export import go_on, page_layout
from desktop.printing.page import Paper
from desktop.printing.paint import paint_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from desktop.printing.export import Told
    from desktop.printing.page import Page

_RESOLUTION = 600
"""Dots per inch; a printer takes the nearest that it has."""


def prepare(printer: QPrinter, pages: Sequence[Page], paper: Paper = Paper.A4) -> None:
    """Set a printer up for pages: its paper, how it lies, how many there are, and the name of the job."""
    printer.setResolution(_RESOLUTION)
    printer.setPageLayout(page_layout(paper, pages[0].orientation))
    printer.setFullPage(True)  # after the layout, which would undo it
    printer.setDocName(pages[0].title)
    printer.setFromTo(1, len(pages))


def print_pages(pages: Sequence[Page], printer: QPrinter, told: Told = go_on) -> None:
    """Paints pages, as `paginate` gives them, on a printer, each filling its sheet.

    Those from the first to the last that the printer is set to; the job is given up where `told` stops it.
    """
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    painter = QPainter(printer)
    for number, page in enumerate(chosen, start=1):
        if number > 1:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        paint_page(page, painter, QRectF(sheet))
        if not told(number, len(chosen)):
            printer.abort()
            break
    painter.end()
