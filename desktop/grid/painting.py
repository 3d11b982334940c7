"""Paints the cells in view straight from the model.

Qt's own painting asks a delegate cell by cell and the model role by role; a page is painted here in one
go, column by column, which is what keeps scrolling smooth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt

from desktop.domain.indicators import Indicator
from desktop.grid.cell_texts import CellTexts
from desktop.grid.columns import Emphasis
from desktop.grid.layout import rows_in
from desktop.grid.look import PADDING
from desktop.grid.marks import paint_mark
from desktop.grid.sparkline import Sparklines
from desktop.grid.strips import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QTableView

    from desktop.grid.cells_model import CellsModel
    from desktop.grid.dress import Dress
    from desktop.grid.frozen import FrozenColumns

_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ELLIPSIS = "…"
_FRAME = 2
_NOWHERE = (-1, -1)


class CellPainter:
    """Paints a view's cells; `current` is the place of the framed one."""

    def __init__(self, view: QTableView, dress: Dress, frozen: FrozenColumns) -> None:
        """Paint the cells of this view."""
        self._view, self._dress, self._frozen = view, dress, frozen
        self._texts = CellTexts(dress)
        self._sparklines = Sparklines()
        self.current = _NOWHERE

    def paint(self, model: CellsModel, painter: QPainter, area: QRect) -> None:
        """Paint the cells that an area of the view touches, the frozen columns over the others."""
        view, frozen = self._view, self._frozen
        rows = list(self._rows(model, area))
        if not rows:
            return
        if not frozen.offset:
            self._block(model, painter, rows, list(self._columns(area)))
            return
        painter.save()
        painter.setClipRect(area.intersected(area.adjusted(frozen.width - area.left(), 0, 0, 0)))
        others = [strip for strip in self._columns(area) if strip.number >= frozen.count]
        self._block(model, painter, rows, others, frozen.width)
        painter.restore()
        fixed = [Strip(n, frozen.left(n), view.columnWidth(n)) for n in range(frozen.count)]
        self._block(model, painter, rows, fixed)
        edge = QRect(frozen.width - _FRAME, rows[0].start, _FRAME, rows[-1].last - rows[0].start + 1)
        painter.fillRect(edge, self._dress.look.edge)

    def _rows(self, model: CellsModel, area: QRect) -> Iterator[Strip]:
        """The rows in view, without the banners above them."""
        for row in rows_in(self._view, area):
            banner = self._dress.measures.banner if row in model.banners else 0
            top = self._view.rowViewportPosition(row)
            yield Strip(row, top + banner, self._view.rowHeight(row) - banner)

    def _columns(self, area: QRect) -> Iterator[Strip]:
        first, last = self._view.columnAt(area.left()), self._view.columnAt(area.right())
        end = last + 1 if last >= 0 else self._view.horizontalHeader().count()
        for column in range(max(0, first), end):
            yield Strip(column, self._view.columnViewportPosition(column), self._view.columnWidth(column))

    def _block(
        self,
        model: CellsModel,
        painter: QPainter,
        rows: Sequence[Strip],
        columns: Sequence[Strip],
        left: int = 0,
    ) -> None:
        """Paint cells; of a column that begins left of the edge only a sign is shown, never a text's tail."""
        self._ground(model, painter, rows, columns)
        for column in columns:
            if column.start < left:
                self._cut(painter, rows, column, left)
            elif model.columns[column.number].drawn:
                self._curves(model, painter, rows, column)
            else:
                self._texts.paint(model, painter, rows, column)
        for place in ((row, column) for row in rows for column in columns):
            if (place[0].number, place[1].number) == self.current:
                self._frame(painter, *place)
        for row in rows:
            for column in columns:
                mark = model.mark(row.number, column.number)
                if mark is not None:
                    inside = _FRAME if (row.number, column.number) == self.current else 0
                    right, top = column.last - 1 - inside, row.start + inside
                    paint_mark(painter, right, top, mark, self._dress.look)

    def _ground(
        self, model: CellsModel, painter: QPainter, rows: Sequence[Strip], columns: Sequence[Strip]
    ) -> None:
        """The colours behind the texts: planned values, every other record, the selection, the lines."""
        look, top, height = self._dress.look, rows[0].start, rows[-1].last - rows[0].start + 1
        selected = self._view.selectionModel().selection().toList()
        for column in columns:
            tinted = model.columns[column.number].emphasis is Emphasis.TINTED
            painter.fillRect(column.start, top, column.extent, height, look.tint if tinted else look.base)
            for row in rows:
                if row.number % 2:
                    painter.fillRect(column.start, row.start, column.extent, row.extent, look.stripe)
            for area in selected:
                if area.left() <= column.number <= area.right():
                    chosen = [row for row in rows if area.top() <= row.number <= area.bottom()]
                    if chosen:
                        down = chosen[-1].last - chosen[0].start + 1
                        painter.fillRect(column.start, chosen[0].start, column.extent, down, look.selected)
            for row in rows:
                if (row.number, column.number) == self.current:
                    painter.fillRect(column.start, row.start, column.extent, row.extent, look.base)
            painter.fillRect(column.last, top, 1, height, look.line)
        left, width = columns[0].start, columns[-1].last - columns[0].start + 1
        for row in rows:
            painter.fillRect(left, row.last, width, 1, look.line)

    def _cut(self, painter: QPainter, rows: Sequence[Strip], column: Strip, left: int) -> None:
        """The sign that a column goes on beyond the edge, where there is room for it."""
        room = column.last - left - 2 * PADDING
        painter.setFont(self._view.font())
        painter.setPen(self._dress.look.muted)
        if room >= painter.fontMetrics().horizontalAdvance(_ELLIPSIS):
            for row in rows:
                painter.drawText(left + PADDING, row.start, room, row.extent, _MIDDLE, _ELLIPSIS)

    def _curves(self, model: CellsModel, painter: QPainter, rows: Sequence[Strip], column: Strip) -> None:
        """Each as high as the next, however high its row: they are there to be compared."""
        usual = self._dress.measures.row
        for row in rows:
            record = model.records[row.number]
            if isinstance(record, Indicator):
                cell = QRect(column.start, row.start, column.extent, min(row.extent, usual))
                self._sparklines.paint(painter, cell, record, self._dress.look)

    def _frame(self, painter: QPainter, row: Strip, column: Strip) -> None:
        """The frame of the current cell, inside its lines; a thin one while the keyboard is elsewhere."""
        colour, width, height = self._dress.look.outline, column.extent, row.extent
        thick = _FRAME if self._view.hasFocus() else 1
        painter.fillRect(column.start, row.start, width, thick, colour)
        painter.fillRect(column.start, row.last - thick + 1, width, thick, colour)
        painter.fillRect(column.start, row.start, thick, height, colour)
        painter.fillRect(column.last - thick + 1, row.start, thick, height, colour)
