"""The projection chart on the screen: planned points can be moved with the mouse and with the keys."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip

from desktop.charts.axes import dress_axes, fit_axes, label_periods, sides
from desktop.charts.frame import Frame
from desktop.charts.hand import Hand
from desktop.charts.labels import Box
from desktop.charts.layout import lay_out
from desktop.charts.legend_item import LegendItem
from desktop.charts.lettering import measure_in
from desktop.charts.overlay import Overlay
from desktop.charts.series import Series
from desktop.charts.theme import theme_for
from desktop.charts.wording import point_words
from desktop.domain.cells import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.hand import Move
    from desktop.charts.picture import Picture, Point

_GRASP = 12.0
"""How near to a point, in pixels, the mouse takes hold of it."""
_ABOVE, _BELOW = 28.0, 20.0
"""Pixels over and under the values, for markers and their labels."""
_LARGE_STEP = 10
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_DRESSED_ANEW = {QEvent.Type.PaletteChange, QEvent.Type.FontChange}


class ProjectionChart(pg.PlotWidget):  # type: ignore[misc, unused-ignore]
    """Shows a picture; says once, on release or key press, where a planned point is to be."""

    planned_moved = Signal(CellRef, float)
    point_chosen = Signal(CellRef)
    """The planned point that mouse or keys have taken up."""
    drag_changed = Signal(bool)
    """A point is on the move, and what the check says of it does not hold; or it has come to rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_indicator`."""
        super().__init__(parent, background=None, enableMenu=False)
        self.setObjectName("chart")
        self.setAccessibleName("Chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 180)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self._hand = Hand()
        self._moving = self._stepped = False
        self._frame: Frame | None = None
        self._series = Series(self.getPlotItem())
        self._overlay = Overlay(self.getViewBox())
        self._legend = LegendItem(self.getPlotItem())
        self._dress()
        self.getViewBox().sigResized.connect(self._redraw)

    @property
    def picture(self) -> Picture | None:
        """What is shown; None before the first picture."""
        return self._hand.picture

    @property
    def chosen(self) -> Point | None:
        """The planned point that the keys move; None where none is chosen."""
        return self._hand.chosen

    def show_indicator(self, picture: Picture) -> None:
        """Draws a picture; a drag that was under way is given up."""
        self._hand.take(picture)
        self._stepped = self._stepped and self._hand.chosen is not None
        self._move(False)
        self.setAccessibleName(f"Chart of {picture.title}")
        fit_axes(self.getPlotItem(), picture, self.font())
        self._describe()
        self._redraw()

    def spot_of(self, point: Point) -> tuple[int, int]:
        """The pixel of the widget where a point of the picture is drawn."""
        place = self.getViewBox().mapViewToScene(QPointF(point.date.toordinal(), point.value))
        pixel = self.mapFromScene(place)
        return pixel.x(), pixel.y()

    def _dress(self) -> None:
        self._theme = theme_for(self.palette())
        self.setBackground(self._theme.ground)
        dress_axes(self.getPlotItem(), self.font(), self._theme)
        self._series.dress(self._theme)

    def _redraw(self) -> None:
        """Draws the picture anew at the size there is, with the dragged point where it is."""
        picture = self._hand.shown
        if picture is None:
            return
        size, font = self.getViewBox().rect(), self.font()
        box = Box(left=0, top=0, width=size.width(), height=size.height())
        frame = Frame.around(picture, box, sides=sides(picture, font), above=_ABOVE, below=_BELOW)
        self._frame = frame
        self.getViewBox().setRange(xRange=frame.days, yRange=frame.values, padding=0, disableAutoRange=True)
        label_periods(self.getPlotItem(), picture, frame, font)
        self._series.show(picture, frame, self._theme)
        readout = self._hand.chosen if self._hand.dragging or self._stepped else None
        readout = None if readout is None else picture.point_at(readout.cell)
        layout = lay_out(picture, frame, partial(measure_in, font), values=False, readout=readout)
        self._overlay.show_layout(picture, layout, frame, font=font, theme=self._theme)
        self._legend.show_legend(picture, layout.left_out, width=self.width(), font=font, theme=self._theme)
        self._show_ring()

    def _show_ring(self) -> None:
        point, picture = self._hand.chosen, self._hand.shown
        if point is None or picture is None or self._frame is None or not self.hasFocus():
            self._overlay.show_ring(None)
            return
        there = picture.point_at(point.cell) or point
        self._overlay.show_ring(self._frame.spot(there.date, there.value))

    def _describe(self) -> None:
        """Tells assistive tools the chosen point before the whole chart."""
        picture, point = self._hand.picture, self._hand.chosen
        if picture is None:
            return
        lead = "" if point is None else f"{point_words(picture, point)}. Up and down arrows move it. "
        self.setAccessibleDescription(lead + picture.summary)

    def _chose(self) -> None:
        """Shows which point is chosen, and tells where that is in the table."""
        self._forget_step()
        self._describe()
        self._show_ring()
        if self._hand.chosen is not None:
            self.point_chosen.emit(self._hand.chosen.cell)

    def _forget_step(self) -> None:
        """Takes away the figure of a point that keys have moved."""
        if self._stepped:
            self._stepped = False
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
        """Takes hold of the planned point under the mouse."""
        point = self._movable_near(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if point is not None:
            self._hand.choose(point)
            self._chose()  # which may bring the picture anew, so that the point is grasped only then
            self._hand.grasp(self._hand.chosen or point)
            self._redraw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carries the point along, up and down only; without one, shows that a point can be taken."""
        if self._hand.dragging and self._frame is not None:
            low, high = self._frame.values
            top = self.getViewBox().mapToScene(QPointF(0, 0)).y()
            value = self._frame.value_at(self.mapToScene(event.position().toPoint()).y() - top)
            self._hand.carry(min(max(value, low), high))
            self._move(True)
            self._redraw()
        else:
            near = self._movable_near(event.position())
            self.setCursor(Qt.CursorShape.SizeVerCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go, and says where the point is to be if that is elsewhere."""
        if self._hand.dragging and event.button() is Qt.MouseButton.LeftButton:
            move = self._hand.drop()
            self._move(False)
            self._redraw()
            self._tell_move(move)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Is one press more."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls what the chart lies in: a chart that zooms by accident misleads."""
        event.ignore()

    def _movable_near(self, position: QPointF) -> Point | None:
        picture = self._hand.picture
        return None if picture is None else next(iter(self._near(picture.movable, position)), None)

    def _near(self, points: Iterable[Point], position: QPointF) -> list[Point]:
        """The points that the mouse can mean, the nearest first."""

        def distance(point: Point) -> float:
            x, y = self.spot_of(point)
            return math.hypot(position.x() - x, position.y() - y)

        return sorted((point for point in points if distance(point) <= _GRASP), key=distance)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a planned point, up and down move it, Esc gives a drag up."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._hand.dragging:
            self._hand.give_up()
            self._move(False)
            self._redraw()
        elif key in _TURNS and self._hand.turn(_TURNS[Qt.Key(key)]):
            self._chose()
        elif key in _STEPS and self._hand.chosen is not None and not self._hand.dragging:
            large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._stepped = True
            self._tell_move(self._hand.step(_STEPS[Qt.Key(key)] * (_LARGE_STEP if large else 1)))
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt calls it by this name
        """Tab goes from point to point, then on to the next widget."""
        if self.hasFocus() and self._hand.turn(1 if forward else -1):
            self._chose()
            return True
        return bool(super().focusNextPrevChild(forward))

    # The surroundings

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab chooses the first planned point, coming backwards the last."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._hand.choose(None)
            self._hand.turn(1 if event.reason() is Qt.FocusReason.TabFocusReason else -1)
            self._chose()
        self._describe()
        self._show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away; the chosen point stays chosen."""
        super().focusOutEvent(event)
        self._forget_step()
        self._overlay.show_ring(None)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the system from light to dark and back, and a change of type size."""
        super().changeEvent(event)
        if event.type() in _DRESSED_ANEW and hasattr(self, "_legend"):
            self._dress()
            if self._hand.picture is not None:
                fit_axes(self.getPlotItem(), self._hand.picture, self.font())
            self._redraw()

    def viewportEvent(self, event: QEvent) -> bool:
        """Says in a tool tip what stands under the mouse."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return bool(super().viewportEvent(event))
        QToolTip.showText(event.globalPos(), "\n".join(self._words_at(event.pos())), self)
        return True

    def _words_at(self, spot: QPoint) -> list[str]:
        picture = self._hand.picture
        if picture is None:
            return []
        near = [point_words(picture, point) for point in self._near(picture.points, QPointF(spot))]
        place = self.getViewBox().mapFromScene(self.mapToScene(spot))
        return (
            near
            or self._overlay.words_at(place.x(), place.y())
            or self._legend.words_at(self.mapToScene(spot))
        )

    def close(self) -> bool:
        """Closes as every widget does; pyqtgraph would take the plot apart under events still to come."""
        return bool(QGraphicsView.close(self))
