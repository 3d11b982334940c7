"""The widths of a view's columns: as declared, or as an officer likes them for tables with such headers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from desktop.document.column_shapes import ColumnShapes
from desktop.grid.layout import column_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

    from desktop.grid.cells_model import CellsModel

WHOLE = 100
LEAST_ZOOM, MOST_ZOOM = 50, 200
"""Per cent of the window's font."""


def zoomed(font: QFont, percent: int) -> QFont:
    """The font in another size."""
    larger = QFont(font)
    if font.pixelSize() > 0:
        larger.setPixelSize(max(1, font.pixelSize() * percent // WHOLE))
    else:
        larger.setPointSizeF(font.pointSizeF() * percent / WHOLE)
    return larger


class ColumnLayout:
    """Lays the columns of a view out, and keeps what an officer makes of them; `zoom` is in per cent."""

    def __init__(self, view: QTableView) -> None:
        """Lay the columns of this view out."""
        self._view = view
        self._laying_out = False
        self.shapes = ColumnShapes()
        self._sheets = ColumnShapes()
        self.zoom = WHOLE

    def lay_out(self, model: CellsModel, least: Sequence[int], character: int) -> None:
        """Give each column its chosen width, or its share of the room, at least what it needs."""
        chosen = self._of(model).of(model.signature).widths
        room = self._view.viewport().width()
        declared = column_widths(model.columns, least, character=character, room=room)
        self._laying_out = True
        for column, width in enumerate(declared):
            kept = chosen.get(model.places[column])
            self._view.setColumnWidth(column, width if kept is None else kept * self.zoom // WHOLE)
        self._laying_out = False

    def keep_widths(self, model: CellsModel) -> bool:
        """Keep the widths as they are now, unless it was the layout that made them so: False then."""
        if self._laying_out:
            return False
        shapes = self._of(model)
        shape = shapes.of(model.signature)
        seen = {
            model.places[column]: -(-self._view.columnWidth(column) * WHOLE // self.zoom)
            for column in range(len(model.columns))
        }
        shapes.keep(model.signature, replace(shape, widths={**shape.widths, **seen}))
        return True

    def forget_widths(self, model: CellsModel) -> None:
        """Go back to the declared widths."""
        shapes = self._of(model)
        shapes.keep(model.signature, replace(shapes.of(model.signature), widths={}))

    def hide(self, model: CellsModel, hidden: frozenset[int]) -> None:
        """Hide these columns, by their places among all, and show the others."""
        self.shapes.keep(model.signature, replace(self.shapes.of(model.signature), hidden=hidden))
        model.hide(hidden)

    def take_up(self, model: CellsModel) -> None:
        """Hide what was hidden of tables with these headers."""
        model.hide(self._of(model).of(model.signature).hidden)

    def _of(self, model: CellsModel) -> ColumnShapes:
        """Where its shape is kept; that of a whole sheet only as long as the view lives."""
        return self.shapes if model.arrangeable else self._sheets
