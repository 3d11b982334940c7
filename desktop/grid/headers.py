"""The headers of the grid: titles in two lines above, the sheet's row numbers at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from desktop.grid.columns import Align
from desktop.grid.look import LEADING, PADDING, bold, smaller

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFont, QPaintEvent

    from desktop.grid.model import TableModel
    from desktop.grid.painted_table import PaintedTable

_GRIP = 4
"""Pixels on either side of a border that take hold of it."""


class ColumnHeader(QHeaderView):
    """A title in bold, and beneath it small and grey the kind of value."""

    def __init__(self, view: PaintedTable) -> None:
        """Stand above a view's columns."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setResizeContentsPrecision(0)  # a column is fitted to the rows in view, never to all of them
        self.setMinimumSectionSize(28)

    def sizeHint(self) -> QSize:
        """Two lines where any column has two, else one."""
        return QSize(self.length(), self._height)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """The room that a title wants."""
        column = self._view.columns[section]
        title, kind = map(QFontMetrics, self._fonts())
        wide = max(title.horizontalAdvance(column.title), kind.horizontalAdvance(column.kind))
        return QSize(wide + 2 * PADDING + 1, self._height)

    @property
    def _height(self) -> int:
        title, kind = map(QFontMetrics, self._fonts())
        second = kind.lineSpacing() if any(column.kind for column in self._view.columns) else 2
        return title.lineSpacing() + second + 2 * LEADING

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title, the one of the current column on the colour of the selection."""
        column, look = self._view.columns[section], self._view.delegate.look
        current = self._view.currentIndex().column() == section
        painter.fillRect(rect, look.selected if current else look.header)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.line)
        right = column.align is Align.RIGHT
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        title, kind = self._fonts()
        room = rect.adjusted(PADDING, LEADING, -PADDING, -LEADING)
        if column.kind:
            painter.setFont(kind)
            painter.setPen(look.muted)
            painter.drawText(room, int(across | Qt.AlignmentFlag.AlignBottom), column.kind)
        painter.setFont(title)
        painter.setPen(look.text)
        down = Qt.AlignmentFlag.AlignTop if column.kind else Qt.AlignmentFlag.AlignVCenter
        shown = QFontMetrics(title).elidedText(column.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(across | down), shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the titles, and those of the frozen columns over them."""
        super().paintEvent(event)
        frozen = self._view.frozen
        if frozen.offset:
            painter = QPainter(self.viewport())
            for section in range(frozen.count):
                rect = QRect(frozen.left(section), 0, self.sectionSize(section), self.viewport().height())
                self.paintSection(painter, rect, section)
            edge = QRect(frozen.width - 2, 0, 2, self.viewport().height())
            painter.fillRect(edge, self._view.delegate.look.edge)
            painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Bring the pointer over a frozen title to where Qt thinks that title is."""
        frozen = self._view.frozen
        if isinstance(event, QMouseEvent) and frozen.offset and event.position().x() < frozen.width + _GRIP:
            moved = QPointF(event.position().x() - frozen.offset, event.position().y())
            event = QMouseEvent(
                event.type(),
                moved,
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
        return super().viewportEvent(event)

    def _fonts(self) -> tuple[QFont, QFont]:
        return bold(self._view.font()), smaller(self._view.font())


class RowHeader(QHeaderView):
    """The row numbers of the sheet, small and grey, beside the lower part of a row with a banner."""

    def __init__(self, view: PaintedTable) -> None:
        """Stand beside a view's rows."""
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the largest row number."""
        records = self._view.records
        widest = str(max(100, records[-1].row)) if records else "100"
        return QSize(QFontMetrics(smaller(self._view.font())).horizontalAdvance(widest) + 2 * PADDING, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one row number; the banner above it runs on from the view."""
        delegate = self._view.delegate
        banner = section in self._view.banners
        body = delegate.body(rect, banner=banner)
        current = self._view.currentIndex().row() == section
        painter.fillRect(rect, delegate.look.banner)
        painter.fillRect(body, delegate.look.selected if current else delegate.look.header)
        painter.fillRect(body.left(), body.bottom(), body.width(), 1, delegate.look.line)
        painter.fillRect(body.right(), body.top(), 1, body.height(), delegate.look.line)
        painter.setFont(smaller(self._view.font()))
        painter.setPen(delegate.look.text if current else delegate.look.muted)
        down = Qt.AlignmentFlag.AlignTop if delegate.lines > 1 else Qt.AlignmentFlag.AlignVCenter
        number = cast("TableModel", self._view.model()).records[section].row
        room = body.adjusted(0, LEADING, -PADDING // 2 - 2, -LEADING)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | down), str(number))
