"""Paints a cell: its text, its finding's mark, and the frame of the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from desktop.domain.findings import Severity
from desktop.domain.plan import StatusReading
from desktop.domain.values import Value
from desktop.grid.columns import Align, Emphasis
from desktop.grid.fitting import TextFitter
from desktop.grid.look import LEADING, MARK, PADDING, bold, look_of, measures_of

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QFont, QPalette
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.grid.columns import GridColumn
    from desktop.grid.model import Mark, TableModel

_ACROSS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}
_SYMBOL = 2
"""Characters of room before a status for its shape."""
_WIDEST = 60
"""Characters that a column fitted to its texts shows at most."""


class CellPainter(QStyledItemDelegate):
    """Paints cells straight from the model: the roles of Qt's own painting are never asked for."""

    def __init__(self, font: QFont, palette: QPalette, parent: QObject | None = None) -> None:
        """Paint in this font and these colours."""
        super().__init__(parent)
        self.current = (-1, -1)
        self.dress(font, palette, 1)

    def dress(self, font: QFont, palette: QPalette, lines: int) -> None:
        """Take up a font, a palette, and how many lines a row shows."""
        self.look = look_of(palette)
        self.lines = lines
        self.measures = measures_of(font, lines)
        self.plain, self.strong = TextFitter(font), TextFitter(bold(font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell, beneath the banner where its row has one."""
        model = cast("TableModel", index.model())
        row, column = index.row(), index.column()
        rect = self.body(option.rect, banner=row in model.banners)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, model.columns[column], selected=selected)
        self._text(painter, rect, model, row, column)
        mark = model.mark(row, column)
        if mark is not None:
            self._mark(painter, rect, mark)
        if self.current == (row, column):
            self._frame(painter, rect)

    def body(self, rect: QRect, *, banner: bool) -> QRect:
        """The part of a row's rectangle that is not its banner's."""
        return rect.adjusted(0, self.measures.banner, 0, 0) if banner else rect

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room that the whole text wants, up to a readable width."""
        del option
        model = cast("TableModel", index.model())
        text = model.text(index.row(), index.column())
        fitter = self._fitter(model.columns[index.column()])
        widest = max(map(fitter.metrics.horizontalAdvance, text.splitlines()), default=0)
        widest += self._symbol_room(model, index.row(), index.column())
        return QSize(min(widest, _WIDEST * self.measures.character) + 2 * PADDING + MARK, self.measures.row)

    def _ground(self, painter: QPainter, rect: QRect, column: GridColumn, *, selected: bool) -> None:
        look = self.look
        plain = look.tint if column.emphasis is Emphasis.TINTED else look.base
        painter.fillRect(rect, look.selected if selected else plain)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.line)

    def _text(self, painter: QPainter, rect: QRect, model: TableModel, row: int, column: int) -> None:
        text = model.text(row, column)
        if not text:
            return
        declared = model.columns[column]
        reading = model.reading(row, column)
        missing = isinstance(reading, Value) and reading.missing is not None
        painter.setPen(self.look.muted if missing or model.repeated(row, column) else self.look.text)
        room = rect.adjusted(PADDING, LEADING, -PADDING, -LEADING)
        fitter = self._fitter(declared)
        painter.setFont(fitter.font)
        if isinstance(reading, StatusReading) and reading.status is not None:
            room.setLeft(room.left() + self._symbol(painter, room, reading.status.mark[-1]))
        lines = fitter.fit(text, room.width(), declared.lines if self.lines > 1 else 1)
        down = Qt.AlignmentFlag.AlignTop if self.lines > 1 else Qt.AlignmentFlag.AlignVCenter
        flags = int(_ACROSS[declared.align] | down | Qt.TextFlag.TextSingleLine)
        for line in lines:
            painter.drawText(room, flags, line)
            room.translate(0, self.measures.line)

    def _symbol(self, painter: QPainter, room: QRect, symbol: str) -> int:
        down = Qt.AlignmentFlag.AlignTop if self.lines > 1 else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | down), symbol)
        return _SYMBOL * self.measures.character + 2

    def _symbol_room(self, model: TableModel, row: int, column: int) -> int:
        reading = model.reading(row, column)
        named = isinstance(reading, StatusReading) and reading.status is not None
        return _SYMBOL * self.measures.character + 2 if named else 0

    def _fitter(self, column: GridColumn) -> TextFitter:
        return self.strong if column.emphasis is Emphasis.STRONG else self.plain

    def _mark(self, painter: QPainter, rect: QRect, mark: Mark) -> None:
        """A square for an error, a corner for a query, a dot for advice; hollow where it is explained."""
        colour = self.look.severities[mark.severity]
        right, top = rect.right() - 1, rect.top()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, mark.severity is Severity.ADVICE)
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush if mark.explained else colour)
        if mark.severity is Severity.ERROR:
            painter.drawRect(QRect(right - MARK + 1, top + 1, MARK - 1, MARK - 1))
        elif mark.severity is Severity.QUERY:
            corner = (QPoint(right - MARK, top), QPoint(right, top), QPoint(right, top + MARK))
            painter.drawPolygon(QPolygon(list(corner)))
        else:
            painter.drawEllipse(QRect(right - MARK + 1, top + 2, MARK - 2, MARK - 2))
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        colour = self.look.outline
        for edge in (
            QRect(rect.left(), rect.top(), rect.width(), 2),
            QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
            QRect(rect.left(), rect.top(), 2, rect.height()),
            QRect(rect.right() - 1, rect.top(), 2, rect.height()),
        ):
            painter.fillRect(edge, colour)
