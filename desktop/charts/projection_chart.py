"""The projection chart on the screen: planned points can be moved with the mouse and with the keys."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip

from desktop.charts.axes import dress_axes, fit_axes, label_periods, sides
from desktop.charts.frame import Frame
from desktop.charts.labels import Box
from desktop.charts.layout import gaps, lay_out
from desktop.charts.lettering import measure_in
from desktop.charts.overlay import Overlay
from desktop.charts.series import Series
from desktop.charts.theme import theme_for
from desktop.charts.wording import point_words
from desktop.domain.cells import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.picture import Picture, Point

_GRASP = 12.0
"""How near to a point, in pixels, the mouse takes hold of it."""
_ABOVE, _BELOW = 28.0, 20.0
"""Pixels over and under the values, for markers and their labels."""
_LARGE_STEP = 10
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ProjectionChart(pg.PlotWidget):  # type: ignore[misc, unused-ignore]
    """Shows a picture; says once, on release or key press, where a planned point was moved to.

    `crowded` gives the number of labels that find no room at the present size.
    """

    planned_moved = Signal(CellRef, float)
    crowded = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_indicator`."""
        super().__init__(parent, background=None, enableMenu=False)
        self.setObjectName("chart")
        self.setAccessibleName("Chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self._picture: Picture | None = None
        self._frame: Frame | None = None
        self._held: Point | None = None
        self._there: float | None = None
        self._chosen: CellRef | None = None
        self._series = Series(self.getPlotItem())
        self._overlay = Overlay(self.getViewBox())
        self._dress()
        self.getViewBox().sigResized.connect(self._redraw)

    @property
    def picture(self) -> Picture | None:
        """What is shown; None before the first picture."""
        return self._picture

    @property
    def chosen(self) -> Point | None:
        """The planned point that the keys move; None where none is chosen."""
        if self._picture is None or self._chosen is None:
            return None
        return self._picture.point_at(self._chosen)

    def show_indicator(self, picture: Picture) -> None:
        """Draws a picture; a drag that was under way is given up."""
        self._held = None
        self._picture = picture
        if self.chosen is None:
            self._chosen = None
        self.setAccessibleName(f"Chart of {picture.title}")
        fit_axes(self.getPlotItem(), picture, self.font())
        self._describe()
        self._redraw()

    def spot_of(self, point: Point) -> tuple[int, int]:
        """The pixel of the widget where a point is drawn; the picture must be shown."""
        box = self.getViewBox()
        place = box.mapViewToScene(pg.Point(point.date.toordinal(), point.value))
        pixel = self.mapFromScene(place)
        return pixel.x(), pixel.y()

    def _dress(self) -> None:
        self._theme = theme_for(self.palette())
        self.setBackground(self._theme.ground)
        dress_axes(self.getPlotItem(), self.font(), self._theme)
        self._series.dress(self._theme)

    def _redraw(self) -> None:
        picture = self._picture
        if picture is None:
            return
        held = self._held
        if held is not None and self._there is not None:
            picture = picture.moved(held, self._there)
            held = picture.point_at(held.cell)
        size = self.getViewBox().rect()
        box = Box(left=0, top=0, width=size.width(), height=size.height())
        font = self.font()
        frame = Frame.around(picture, box, sides=sides(picture, font), above=_ABOVE, below=_BELOW)
        self._frame = frame
        self.getViewBox().setRange(xRange=frame.days, yRange=frame.values, padding=0, disableAutoRange=True)
        label_periods(self.getPlotItem(), picture, frame, font)
        self._series.show(picture, frame, self._theme)
        layout = lay_out(picture, frame, partial(measure_in, font), values=False, readout=held)
        self._overlay.show_layout(
            picture, layout, size=QRectF(size), font=font, theme=self._theme, gaps=gaps(picture, frame)
        )
        self._show_ring(picture)
        self.crowded.emit(len(layout.left_out))

    def _show_ring(self, picture: Picture) -> None:
        point = picture.point_at(self._chosen) if self._chosen is not None and self.hasFocus() else None
        self._overlay.show_ring(self._frame.spot(point.date, point.value) if point and self._frame else None)

    def _describe(self) -> None:
        """Tells assistive tools the chosen point before the whole chart."""
        if self._picture is None:
            return
        point = self.chosen
        lead = f"{point_words(self._picture, point)}. Up and down arrows move it. " if point else ""
        self.setAccessibleDescription(lead + self._picture.summary)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the planned point under the mouse."""
        point = self._movable_near(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if point is None:
            event.ignore()
            return
        self._held, self._there = point, point.value
        self._choose(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carries the point along, up and down only; without one, shows that a point can be taken."""
        if self._held is None or self._picture is None:
            near = self._movable_near(event.position())
            self.setCursor(Qt.CursorShape.SizeVerCursor if near else Qt.CursorShape.ArrowCursor)
            return
        self._there = self._picture.snapped(self._value_at(event.position()))
        self._redraw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go, and says where the point is to be if it has moved."""
        held, there = self._held, self._there
        if held is None or there is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._held = None
        self._redraw()
        if there != held.value:
            self.planned_moved.emit(held.cell, there)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Is one press more, not a way to reset the view."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls what the chart lies in: a chart that zooms by accident misleads."""
        event.ignore()

    def _value_at(self, position: QPointF) -> float:
        """The value at a height, kept within what is in sight."""
        if self._frame is None:
            return 0.0
        low, high = self._frame.values
        view = self.getViewBox().mapSceneToView(self.mapToScene(position.toPoint()))
        return min(max(float(view.y()), low), high)

    def _movable_near(self, position: QPointF) -> Point | None:
        if self._picture is None:
            return None
        near = self._near(self._picture.movable, position)
        return near[0] if near else None

    def _near(self, points: Iterable[Point], position: QPointF) -> list[Point]:
        """The points that the mouse can mean, the nearest first."""

        def distance(point: Point) -> float:
            x, y = self.spot_of(point)
            return math.hypot(position.x() - x, position.y() - y)

        return sorted((point for point in points if distance(point) <= _GRASP), key=distance)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a planned point, up and down move it, Esc gives a drag up."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self._redraw()
        elif key in _TURNS and self._picture is not None and self._picture.movable:
            self._turn(_TURNS[key])
        elif key in _STEPS and self.chosen is not None:
            large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(_STEPS[key] * (_LARGE_STEP if large else 1))
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt calls it by this name
        """Tab goes from point to point, then on to the next widget."""
        if self._picture is not None and self.hasFocus() and self._turn(1 if forward else -1):
            return True
        return bool(super().focusNextPrevChild(forward))

    def _turn(self, by: int) -> bool:
        """Chooses the next planned point in a direction; False where there is none."""
        points = self._picture.movable if self._picture is not None else ()
        cells = [point.cell for point in points]
        first = 0 if by > 0 else len(cells) - 1
        number = cells.index(self._chosen) + by if self._chosen in cells else first
        if not 0 <= number < len(points):
            return False
        self._choose(points[number])
        return True

    def _choose(self, point: Point) -> None:
        self._chosen = point.cell
        self._describe()
        if self._picture is not None:
            self._show_ring(self._picture)

    def _step(self, by: int) -> None:
        point, picture = self.chosen, self._picture
        if point is None or picture is None:
            return
        value = picture.snapped(point.value + by * 10.0**-picture.decimals)
        if value != point.value:
            self.planned_moved.emit(point.cell, value)

    # The surroundings

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab chooses the first planned point, coming backwards the last."""
        super().focusInEvent(event)
        reason = event.reason()
        if reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._chosen = None
            self._turn(1 if reason is Qt.FocusReason.TabFocusReason else -1)
        elif self._picture is not None:
            self._show_ring(self._picture)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away; the chosen point stays chosen."""
        super().focusOutEvent(event)
        self._overlay.show_ring(None)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the system from light to dark and back, and a change of type size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_series"):
            self._dress()
            if self._picture is not None:
                fit_axes(self.getPlotItem(), self._picture, self.font())
            self._redraw()

    def close(self) -> bool:
        """Closes as every widget does; pyqtgraph would take the plot apart under events still to come."""
        return bool(QGraphicsView.close(self))

    def viewportEvent(self, event: QEvent) -> bool:
        """Says in a tool tip what stands under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return bool(super().viewportEvent(event))

    def _tell(self, event: QHelpEvent) -> None:
        picture = self._picture
        if picture is None:
            return
        near = self._near(picture.points, QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), "\n".join(point_words(picture, point) for point in near), self)
