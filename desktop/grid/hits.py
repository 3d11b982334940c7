"""The cells that a search has found, outlined and tinted where they are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPen

from desktop.grid.layout import rows_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from desktop.domain.cells import CellRef
    from desktop.grid.painted_table import PaintedTable

_OPACITY = 0.16


def paint_hits(view: PaintedTable, hits: Collection[CellRef], painter: QPainter, area: QRect) -> None:
    """Mark the hits that the area touches; the frozen columns stay over what is scrolled beneath them."""
    colour = view.dress.look.outline
    wash = QColor(colour)
    wash.setAlphaF(_OPACITY)
    pen = QPen(colour)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    for rect in _places(view, hits, area):
        painter.fillRect(rect, wash)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _places(view: PaintedTable, hits: Collection[CellRef], area: QRect) -> Iterator[QRect]:
    model = view.table_model
    if model is None:
        return
    edge = view.frozen.width if view.frozen.offset else 0
    for row in rows_in(view, area):
        banner = row in model.banners
        for column in range(len(model.columns)):
            if model.cell(row, column) not in hits:
                continue
            rect = view.dress.body(view.visualRect(model.index(row, column)), banner=banner)
            if column >= view.frozen.count:
                rect.setLeft(max(rect.left(), edge))
            if rect.isValid():
                yield rect
