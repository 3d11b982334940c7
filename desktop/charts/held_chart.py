"""A drawn chart that the mouse takes hold of: planned points and the flags of notes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal

from desktop.charts.annotations import on_day, on_point
from desktop.charts.drawn_chart import DrawnChart
from desktop.charts.wording import point_words, stop_words, values_on
from desktop.domain.cells import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.hand import Move
    from desktop.charts.picture import Annotation, Point

_GRASP = 12.0
"""How near to a point, in pixels, the mouse takes hold of it."""
_Modifier, _Cursor = Qt.KeyboardModifier, Qt.CursorShape


class HeldChart(DrawnChart):
    """Says once, on release, what is to become of a point or a note; what is chosen is told at once."""

    planned_moved = Signal(CellRef, float)
    point_chosen = Signal(CellRef)
    """The point that mouse or keys have taken up."""
    drag_changed = Signal(bool)
    """A point is on the move, and what the check says of it does not hold; or it has come to rest."""
    note_wanted = Signal(object)
    """A ChartNote yet to be written: on a value, or on a day."""
    note_opened = Signal(object)
    """The ChartNote that is to be changed."""
    note_removed = Signal(object)
    note_moved = Signal(object, int, int)
    """A ChartNote, and how far to the right and up from its place its flag is to be, in pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until there is a picture."""
        super().__init__(parent)
        self._moving = False
        self._grip = QPointF()

    @property
    def chosen(self) -> Point | None:
        """The point that is chosen; None where none is."""
        return self._hand.chosen

    @property
    def noted(self) -> Annotation | None:
        """The officer's note that is chosen; None where none is."""
        return self._hand.noted

    # What is chosen

    def _describe(self) -> None:
        """Tells assistive tools what is chosen before the whole chart."""
        picture, stop = self._hand.picture, self._hand.stop
        if picture is not None:
            lead = "" if stop is None else f"{stop_words(picture, stop)} "
            self.setAccessibleDescription(lead + picture.summary)

    def _chose(self) -> None:
        """Shows what is chosen, and tells where that is in the table."""
        self._forget_step()
        self._describe()
        stop = self._hand.stop
        if stop is not None:
            self.reveal(stop.date)
        self._show_ring()
        if self._hand.chosen is not None:
            self.point_chosen.emit(self._hand.chosen.cell)

    def _forget_step(self) -> None:
        """Takes away the figure of a point that was moved."""
        if self._readout is not None:
            self._readout = None
            self._redraw()

    def _move(self, moving: bool) -> None:
        if moving is not self._moving:
            self._moving = moving
            self.drag_changed.emit(moving)

    def _tell_move(self, move: Move | None) -> None:
        if move is not None:
            self.planned_moved.emit(*move)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the flag or the planned point under the mouse; on the legend, switches a series."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        spot = event.position()
        key = self._legend.key_at(self.mapToScene(spot.toPoint()))
        stop = self._overlay.annotation_at(*self._in_plot(spot)) or self._movable_near(spot)
        if key is not None:
            self.switch(key)
            self._describe()
        elif stop is not None:
            self._hand.choose(stop)
            self._chose()  # which may bring the picture anew, so that it is grasped only then
            self._hand.grasp(self._hand.stop or stop)
            self._grip = spot
            self._readout = None if self._hand.chosen is None else self._hand.chosen.cell
            self._redraw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carries along what is held, a point up and down only; without it, shows the values of a date."""
        spot = event.position()
        if self._hand.flag is not None:
            note, moved = self._hand.flag.note, (spot - self._grip).toPoint()
            self._hand.shift(note.right + moved.x(), note.up - moved.y())
            self._redraw()
        elif self._hand.dragging and self._frame is not None:
            low, high = self._frame.values
            self._hand.carry(min(max(self._frame.value_at(self._in_plot(spot)[1]), low), high))
            self._move(True)
            self._redraw()
        else:
            self._hover(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go, and says where the point or the flag is to be if that is elsewhere."""
        if not self._hand.dragging or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._hand.flag is not None:
            moved = self._hand.drop_flag()
            self._redraw()
            if moved is not None:
                self.note_moved.emit(moved[0].note, moved[1], moved[2])
            return
        move = self._hand.drop()
        self._move(False)
        self._forget_step()
        self._tell_move(move)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the note under the mouse, or asks for one there: on a value, or on a day at a height."""
        picture, frame, spot = self.picture, self._frame, event.position()
        if picture is None or frame is None or picture.empty:
            return
        x, y = self._in_plot(spot)
        written = self._overlay.annotation_at(x, y)
        near = next(iter(self._near(picture.points, spot)), None)
        if written is not None:
            self.note_opened.emit(written.note)
        elif near is not None:
            self.note_wanted.emit(on_point(picture, near))
        elif self._overlay.boundingRect().contains(QPointF(x, y)):
            self.note_wanted.emit(on_day(picture, frame.date_at(x), frame.value_at(y)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Looks nearer with Ctrl; else it is for what lies around: a zoom by accident misleads."""
        if event.modifiers() & _Modifier.ControlModifier and self._frame is not None:
            day = self._frame.date_at(self._in_plot(event.position())[0]).toordinal()
            self.zoom(inwards=event.angleDelta().y() > 0, at=float(day))
            event.accept()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Takes the crosshair away."""
        super().leaveEvent(event)
        self._overlay.show_cross(0, ())

    def _hover(self, spot: QPointF) -> None:
        """Shows that something can be taken, and the values of the date under the mouse."""
        legend = self._legend.key_at(self.mapToScene(spot.toPoint())) is not None
        flag = self._overlay.annotation_at(*self._in_plot(spot)) is not None
        point = self._movable_near(spot) is not None
        shape = _Cursor.SizeVerCursor if point else _Cursor.ArrowCursor
        shape = _Cursor.SizeAllCursor if flag else _Cursor.PointingHandCursor if legend else shape
        self.setCursor(shape)
        self._show_cross(spot, free=not flag)

    def _show_cross(self, spot: QPointF, *, free: bool) -> None:
        picture, frame = self.picture, self._frame
        x, y = self._in_plot(spot)
        if picture is None or frame is None:
            return
        dates = [date for date in picture.dates if frame.shows(date)]
        within = free and dates and self._overlay.boundingRect().contains(QPointF(x, y))
        near = min(dates, key=lambda date: abs(frame.x(date) - x)) if within else None
        if near is None or abs(frame.x(near) - x) > 2 * _GRASP:
            self._overlay.show_cross(0, ())
        else:
            self._overlay.show_cross(frame.x(near), values_on(picture, near))

    def _words_at(self, spot: QPoint) -> list[str]:
        picture = self._hand.picture
        near = [] if picture is None else self._near(picture.points, QPointF(spot))
        if picture is not None and near:
            return [point_words(picture, point) for point in near]
        return super()._words_at(spot)

    def _movable_near(self, position: QPointF) -> Point | None:
        picture = self._hand.picture
        return None if picture is None else next(iter(self._near(picture.movable, position)), None)

    def _near(self, points: Iterable[Point], position: QPointF) -> list[Point]:
        """The points that the mouse can mean, the nearest first."""

        def distance(point: Point) -> float:
            x, y = self.spot_of(point)
            return math.hypot(position.x() - x, position.y() - y)

        return sorted((point for point in points if distance(point) <= _GRASP), key=distance)
