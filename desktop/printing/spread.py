"""Divides an overview over pages, and paints each within a page that is already scaled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.printing.surround import paint_surround, surround
from desktop.printing.typography import BODY, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from desktop.printing.page import SpreadPage

_CONTINUED = " (continued)"


def spread_pages(page: SpreadPage) -> Iterator[SpreadPage]:
    """A page for each piece that fits; one that is divided already stays as it is."""
    if page.spread is None:
        yield page
        return
    # All pages are divided by the room of the one with the longest title.
    over = replace(page, title=page.title + _CONTINUED)
    pieces = page.spread(surround(over, page.status).body.size(), type_of(BODY))
    for number, piece in enumerate(pieces):
        yield replace(over if number else page, drawing=piece, spread=None)


def paint_spread(page: SpreadPage, painter: QPainter) -> None:
    """Set one page of an overview."""
    boxes = surround(page, page.status)
    paint_surround(page, page.status, painter, boxes)
    if page.drawing is not None:
        painter.setFont(type_of(BODY))
        page.drawing(painter, boxes.body)
