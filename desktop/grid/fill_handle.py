"""The handle at the corner of a selection: dragged, it fills the cells that it is dragged over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal

from desktop.grid.fill import Fill, Way
from desktop.grid.fill_label import FillLabel
from desktop.grid.fill_ranges import beside
from desktop.grid.overlay import handle_of, paint_handle, paint_left, paint_outline

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter

    from desktop.grid.blocks import Block
    from desktop.grid.selecting import SelectingTable

_GRIP = 2
"""Pixels around the handle that take hold of it too."""
_TICK = 60
"""Milliseconds between two steps while the pointer is held beyond the edge."""


class FillHandle(QObject):
    """Follows the pointer over a view. `filled` carries the Fill that is wanted.

    `given_up` carries what a drag inwards keeps of the selection, and what it leaves to be emptied.
    """

    filled = Signal(object)
    given_up = Signal(object, object)

    def __init__(self, view: SelectingTable) -> None:
        """Stand at the corner of this view's selection."""
        super().__init__(view)
        self._view = view
        self._fill: Fill | None = None
        self._left: Block | None = None
        self._source: Block | None = None
        self._label = FillLabel(view.viewport())
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._follow)
        self._pointer = QPoint()
        self._stood = QRect()
        view.selection_changed.connect(self._repaint)
        self._control = False
        view.viewport().setMouseTracking(True)

    @property
    def place(self) -> QRect:
        """Where the handle stands in the viewport; empty where there is none."""
        model, blocks = self._view.table_model, self._view.blocks
        if model is None or model.reason or len(blocks) != 1:
            return QRect()
        return handle_of(self._view, blocks[0])

    def paint(self, painter: QPainter) -> None:
        """Draw the handle, and around what it would fill."""
        place = self._stood = self.place
        if not place.isEmpty():
            paint_handle(self._view, painter, place)
        if self._fill is not None:
            paint_outline(self._view, painter, self._fill.target, Qt.PenStyle.SolidLine)
        if self._left is not None:
            paint_left(self._view, painter, self._left)

    def _repaint(self) -> None:
        """Paint anew where it stood and where it stands: it reaches beyond the cells that Qt repaints."""
        for place in (self._stood, self.place):
            self._view.viewport().update(place.adjusted(-_GRIP, -_GRIP, _GRIP, _GRIP))

    def _held_at(self, event: QMouseEvent) -> bool:
        place = self.place
        grip = place.adjusted(-_GRIP, -_GRIP, _GRIP, _GRIP)
        return not place.isEmpty() and grip.contains(event.position().toPoint())

    def takes_hold(self, event: QMouseEvent) -> bool:
        """Begin a drag where the button was pressed on the handle; False where it was not."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._held_at(event):
            return False
        self._view.setFocus()  # what is still being typed is done first
        self._source = self._view.blocks[0]
        return True

    def moves(self, event: QMouseEvent) -> bool:
        """Follow the pointer while the handle is dragged; False while it is not."""
        if self._source is None:
            if not event.buttons():
                over = Qt.CursorShape.CrossCursor if self._held_at(event) else Qt.CursorShape.ArrowCursor
                self._view.viewport().setCursor(over)
            return False
        self._pointer = event.position().toPoint()
        self._control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        beyond = not self._view.viewport().rect().contains(self._pointer)
        if beyond and not self._timer.isActive():
            self._timer.start()
        elif not beyond:
            self._timer.stop()
        self._follow()
        return True

    def _follow(self) -> None:
        """Reach as far as the pointer, and bring into view where that is."""
        view, source, model = self._view, self._source, self._view.table_model
        if source is None or model is None:
            return
        if self._timer.isActive():
            self._scroll()
        area = view.viewport().rect()
        near = QPoint(
            max(area.left(), min(area.right(), self._pointer.x())),
            max(area.top(), min(area.bottom(), self._pointer.y())),
        )
        target = self._reached(source, near)
        self._fill = Fill(source, target, self._way) if target != source else None
        self._left = _left(view, source, near) if self._fill is None else None
        if self._fill is not None:
            self._label.say(model, self._fill, near)
        elif self._left is not None:
            self._label.say_words("Clear", near)
        else:
            self._label.hide()
        view.viewport().update()

    @property
    def _way(self) -> Way:
        return Way.TURNED if self._control else Way.BY_ITSELF

    def _scroll(self) -> None:
        area = self._view.viewport().rect()
        for bar, at, first, last in (
            (self._view.verticalScrollBar(), self._pointer.y(), area.top(), area.bottom()),
            (self._view.horizontalScrollBar(), self._pointer.x(), area.left(), area.right()),
        ):
            bar.setValue(bar.value() + min(0, at - first) + max(0, at - last))

    def _reached(self, source: Block, point: QPoint) -> Block:
        """The selection with what lies between it and a point, down or across, whichever is further."""
        index = self._view.indexAt(point)
        row = index.row() if index.isValid() else len(self._view.records) - 1
        column = index.column() if index.isValid() else len(self._view.columns) - 1
        down = max(source.top - row, row - source.bottom, 0)
        across = max(source.left - column, column - source.right, 0)
        if down and down * self._view.dress.measures.row >= across * self._view.columnWidth(source.right):
            return source._replace(top=min(source.top, row), bottom=max(source.bottom, row))
        return source._replace(left=min(source.left, column), right=max(source.right, column))

    def lets_go(self, event: QMouseEvent) -> bool:
        """End a drag and fill what it reached; False where there was none."""
        if self._source is None or event.button() is not Qt.MouseButton.LeftButton:
            return False
        self._control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        source, fill, left = self._source, self._fill, self._left
        self._end()
        if fill is not None:
            self.filled.emit(fill._replace(way=self._way))
        elif left is not None:
            self.given_up.emit(_kept(source, left), left)
        return True

    def leaves(self) -> bool:
        """Give a drag up; False where there is none."""
        held = self._source is not None
        self._end()
        return held

    def _end(self) -> None:
        self._source = self._fill = self._left = None
        self._timer.stop()
        self._label.hide()
        self._view.viewport().update()

    def fills_beside(self, event: QMouseEvent) -> bool:
        """Fill down beside a filled column when the handle is double-clicked; False where it is not."""
        model = self._view.table_model
        if model is None or event.button() is not Qt.MouseButton.LeftButton or not self._held_at(event):
            return False
        self._end()
        fill = beside(model, self._view.blocks[0])
        if fill is not None:
            self.filled.emit(fill)
        return True


def _left(view: SelectingTable, source: Block, point: QPoint) -> Block | None:
    """The rows or columns of a selection beyond a point within it, whichever are more; None for none."""
    index = view.indexAt(point)
    if not index.isValid() or not source.holds(index.row(), index.column()):
        return None
    rows, columns = source.bottom - index.row(), source.right - index.column()
    if not rows and not columns:
        return None
    if rows * view.dress.measures.row >= columns * view.columnWidth(source.right):
        return source._replace(top=index.row() + 1)
    return source._replace(left=index.column() + 1)


def _kept(source: Block, left: Block) -> Block:
    """What is kept of a selection where its last rows or columns are left."""
    if left.top > source.top:
        return source._replace(bottom=left.top - 1)
    return source._replace(right=left.left - 1)
