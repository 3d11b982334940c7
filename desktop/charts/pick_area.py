"""A scroll area of equal items, one of which is picked with the mouse or the keys; Enter opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from desktop.charts.marks import pen
from desktop.charts.theme import LINE, theme_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.theme import Theme
    from desktop.domain.cells import CellRef

_Key = Qt.Key
_OPENS = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space}
_HELD = Qt.KeyboardModifier.KeypadModifier


class Item(Protocol):
    """What can be picked."""

    @property
    def cell(self) -> CellRef:
        """Where it leads to."""

    @property
    def words(self) -> str:
        """All that is said of it."""


class PickArea(QAbstractScrollArea):
    """Items from left to right and from the top down; what stands above them stays in sight.

    Those that follow say which they are, how large, and how each is painted.
    """

    cell_wanted = Signal(object)
    """The CellRef of the item that was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(240, 120)
        self._picked = 0
        self._about = ""

    # What those that follow say of their items

    @property
    def _items(self) -> Sequence[Item]:
        raise NotImplementedError

    @property
    def _row_height(self) -> float:
        raise NotImplementedError

    @property
    def _across(self) -> int:
        """How many items stand side by side."""
        return 1

    @property
    def _head(self) -> float:
        """The height of what stays in sight above the items."""
        return 0.0

    def _words_of(self, number: int) -> str:
        return self._items[number].words

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        raise NotImplementedError

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        """Paint what stays in sight; nothing where there is no such thing."""

    # What is picked

    @property
    def _count(self) -> int:
        return len(self._items)

    @property
    def picked(self) -> int:
        """The number of the item that is picked."""
        return self._picked

    def pick(self, number: int) -> None:
        """Pick an item and bring it into sight; beyond either end, the first or the last."""
        self._picked = min(max(number, 0), max(0, self._count - 1))
        self._show_picked()
        self._describe()
        self.viewport().update()

    def item_at(self, spot: QPointF) -> int | None:
        """The item at a place of the viewport; None where there is none."""
        if spot.y() < self._head:
            return None
        row = int((spot.y() - self._head + self.verticalScrollBar().value()) // self._row_height)
        column = int(spot.x() // (self.viewport().width() / self._across))
        number = row * self._across + column
        return number if 0 <= column < self._across and number < self._count else None

    def box_of(self, number: int) -> QRectF:
        """Where an item stands in the viewport, in sight or not."""
        row, column = divmod(number, self._across)
        width = self.viewport().width() / self._across
        top = self._head + row * self._row_height - self.verticalScrollBar().value()
        return QRectF(column * width, top, width, self._row_height)

    def _take(self, about: str, picked: int) -> None:
        """Take up other items: what is said of them all, and which is picked."""
        self._about = about
        self._fit()
        self.pick(picked)

    def _describe(self) -> None:
        said = self._words_of(self._picked) if self._count and self.hasFocus() else ""
        self.setAccessibleDescription("\n".join(filter(None, (said, self._about))))

    # Size and sight

    def _fit(self) -> None:
        rows = -(-self._count // self._across)
        room = self.viewport().height() - self._head
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(rows * self._row_height - room)))
        bar.setPageStep(max(1, round(room)))
        bar.setSingleStep(max(1, round(min(self._row_height, 60))))

    def _show_picked(self) -> None:
        top = self._picked // self._across * self._row_height
        bar = self.verticalScrollBar()
        lowest = top + self._row_height - bar.pageStep()
        bar.setValue(round(min(max(bar.value(), lowest), top)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the items to the new size."""
        super().resizeEvent(event)
        self._fit()
        self._show_picked()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_about"):
            self._fit()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the items in sight, and what stands above them."""
        painter = QPainter(self.viewport())
        theme = theme_for(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(theme.ground))
        if self._count:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            below = QRectF(self.viewport().rect()).adjusted(0, self._head, 0, 0)
            painter.setClipRect(below)
            for number in self._in_sight():
                self._paint_item(painter, theme, number, self.box_of(number))
            self._paint_picked(painter, theme)
            painter.setClipping(False)
            self._paint_head(painter, theme)
        painter.end()

    def _in_sight(self) -> Iterable[int]:
        room = max(0.0, self.viewport().height() - self._head)
        first = int(self.verticalScrollBar().value() // self._row_height)
        rows = int(room // self._row_height) + 2
        return range(first * self._across, min(self._count, (first + rows) * self._across))

    def _paint_picked(self, painter: QPainter, theme: Theme) -> None:
        """Frame the picked item while the keyboard is here."""
        if self.hasFocus():
            painter.setPen(pen(theme.focus, LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.box_of(self._picked).adjusted(2, 2, -2, -2))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page keys, Home and End pick; Enter or the space bar opens."""
        steps = self._steps()
        key = event.key()
        if event.modifiers() & ~_HELD or not self._count:
            event.ignore()
        elif key in steps:
            self.pick(steps[_Key(key)])
        elif key in _OPENS:
            self._open(self._picked)
        else:
            event.ignore()

    def _steps(self) -> dict[_Key, int]:
        """The item that each key goes to."""
        room = self.viewport().height() - self._head
        page = max(1, int(room // self._row_height)) * self._across
        by = {
            _Key.Key_Up: -self._across,
            _Key.Key_Down: self._across,
            _Key.Key_PageUp: -page,
            _Key.Key_PageDown: page,
        }
        if self._across > 1:
            by |= {_Key.Key_Left: -1, _Key.Key_Right: 1}
        there = {key: self._picked + step for key, step in by.items()}
        return there | {_Key.Key_Home: 0, _Key.Key_End: self._count - 1}

    def _open(self, number: int) -> None:
        self.cell_wanted.emit(self._items[number].cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the item under the mouse."""
        number = self.item_at(event.position())
        if number is not None:
            self.pick(number)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep to itself what it has dealt with."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the item under the mouse."""
        number = self.item_at(event.position())
        if number is not None:
            self._open(number)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tool tip all that is said of the item under the mouse."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return bool(super().viewportEvent(event))
        number = self.item_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), "" if number is None else self._words_of(number), self)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is picked."""
        super().focusInEvent(event)
        self._describe()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.viewport().update()
