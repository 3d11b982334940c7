"""The timeline of a strand or a plan on the screen: a row for each milestone, readable in a narrow panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.charts.pick_area import PickArea
from desktop.charts.strand import strand_picture
from desktop.charts.timeline_plot import TimelinePlot, head_height, row_height, whole_days
from desktop.charts.zoom import Zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.strand import Row, StrandPicture
    from desktop.charts.theme import Theme

__all__ = ["Timeline", "strand_picture"]

_ZOOMED = "some of the dates: 0 shows all"
_Key = Qt.Key
_TYPED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_ZOOMS = {_Key.Key_Plus: True, _Key.Key_Equal: True, _Key.Key_Minus: False, _Key.Key_Underscore: False}
_TURNS = {_Key.Key_Left: -1, _Key.Key_Right: 1}


class Timeline(PickArea):
    """Shows a strand or a whole plan; the dates stay in sight above the rows while these scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_strand`."""
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName("Timeline")
        self._picture: StrandPicture | None = None
        self._zoom = Zoom()

    @property
    def picture(self) -> StrandPicture | None:
        """What is shown; None before the first strand."""
        return self._picture

    def show_strand(self, picture: StrandPicture) -> None:
        """Draws a strand, and brings the chosen milestone into sight; another strand is shown whole."""
        if self._picture is not None and self._picture.title != picture.title:
            self._zoom.undo()
        self._picture = picture
        self.setAccessibleName(f"Timeline of {picture.title}")
        self._take(picture.summary, picture.chosen)

    # The items

    @property
    def _head(self) -> float:
        return head_height(self.font())

    @property
    def _row_height(self) -> float:
        return row_height(self.viewport().width(), self.font())

    @property
    def _items(self) -> Sequence[Row]:
        return self._picture.rows if self._picture is not None else ()

    def _words_of(self, number: int) -> str:
        return self._items[number].full

    # The dates in view

    @property
    def zoomed(self) -> bool:
        """Whether only a part of the dates is in view."""
        return self._zoom.on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus look nearer and farther, left and right aside, 0 shows all; the rest as ever."""
        key = event.key()
        if event.modifiers() & ~_TYPED or self._picture is None:
            super().keyPressEvent(event)
        elif key in _ZOOMS:
            self.zoom(inwards=_ZOOMS[_Key(key)])
        elif key in _TURNS and self.zoomed:
            self._zoom.aside(self._whole, _TURNS[_Key(key)])
            self.viewport().update()
        elif key in {_Key.Key_0, _Key.Key_Escape} and self.zoomed:
            self._zoom.undo()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel looks nearer or farther; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(inwards=event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom(self, *, inwards: bool) -> None:
        """Looks at fewer dates, or at more, around the date of what is picked."""
        if self._picture is not None and self._picture.dated:
            date = (self._items[self.picked].latest if self._count else None) or self._picture.as_at
            self._zoom.step(self._whole, inwards=inwards, at=float(date.toordinal()))
            self.viewport().update()

    @property
    def _whole(self) -> tuple[float, float]:
        return (0.0, 1.0) if self._picture is None else whole_days(self._picture)

    @property
    def _days(self) -> tuple[float, float]:
        """The first and the last day in view."""
        return self._zoom.days(self._whole)

    # The drawing

    def _plot(self, picture: StrandPicture) -> TimelinePlot:
        return TimelinePlot(picture, self.viewport().width(), self.font(), self._days)

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        if self._picture is not None:
            self._plot(self._picture).paint_head(painter, theme, _ZOOMED if self.zoomed else "")

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        if self._picture is not None:
            row, picked = self._items[number], number == self.picked
            self._plot(self._picture).paint_row(painter, theme, row, box, picked=picked)
