"""The print preview, which paints the very pages that the printer gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintPreviewDialog

from desktop.printing.export import page_layout
from desktop.printing.page import Paper
from desktop.printing.paginate import paginate
from desktop.printing.paint import paint_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from desktop.printing.page import ChartPage

_RESOLUTION = 600
"""Dots per inch; a printer takes the nearest that it has."""


def preview(
    pages: Iterable[ChartPage], parent: QWidget | None = None, paper: Paper = Paper.A4
) -> QPrintPreviewDialog:
    """The dialog, ready to be shown; printing goes on from there."""
    ordered = paginate(pages)
    dialog = QPrintPreviewDialog(parent)  # owns its printer; one from here would be gone too soon
    prepare(dialog.printer(), ordered[0].title, paper)
    dialog.setObjectName("printPreview")
    dialog.setWindowTitle("Print preview")
    dialog.paintRequested.connect(lambda target: print_pages(ordered, target))
    return dialog


def prepare(printer: QPrinter, name: str, paper: Paper = Paper.A4) -> None:
    """Set a printer up for pages: its paper, landscape, and the name that the job goes by."""
    printer.setResolution(_RESOLUTION)
    printer.setPageLayout(page_layout(paper))
    printer.setFullPage(True)  # after the layout, which would undo it
    printer.setDocName(name)


def print_pages(pages: Iterable[ChartPage], printer: QPrinter) -> None:
    """Paints pages, as `paginate` gives them, on a printer, each filling its sheet."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        paint_page(page, painter, QRectF(sheet))
    painter.end()
