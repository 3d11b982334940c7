"""A picture drawn on the screen: its series, labels and legend, at any size, in light and in dark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip

from desktop.charts.axes import dress_axes, fit_axes, label_periods, sides
from desktop.charts.frame import Frame, span
from desktop.charts.hand import Hand
from desktop.charts.label_requests import note_spot
from desktop.charts.labels import Box
from desktop.charts.layout import lay_out
from desktop.charts.legend import entries
from desktop.charts.legend_item import LegendItem
from desktop.charts.lettering import measure_in
from desktop.charts.overlay import Overlay, Underlay
from desktop.charts.picture import Annotation
from desktop.charts.series import Series
from desktop.charts.switching import AT_FIRST, without
from desktop.charts.theme import theme_for
from desktop.charts.zoom import Zoom

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from desktop.charts.hand import Stop
    from desktop.charts.labels import Spot
    from desktop.charts.legend import Entry
    from desktop.charts.picture import Picture, Point
    from desktop.charts.switching import Key
    from desktop.domain.cells import CellRef

_ABOVE, _BELOW = 28.0, 20.0
"""Pixels over and under the values, for markers and their labels."""
_UNDER, _OVER = -10, 100
_DRESSED_ANEW = {QEvent.Type.PaletteChange, QEvent.Type.FontChange}


class DrawnChart(pg.PlotWidget):  # type: ignore[misc, unused-ignore]
    """Draws what a hand holds; series can be switched off, and a part of the dates looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until there is a picture."""
        super().__init__(parent, background=None, enableMenu=False)
        self.setObjectName("chart")
        self.setAccessibleName("Chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 180)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self._hand = Hand()
        self._zoom = Zoom()
        self._whole: Picture | None = None
        self._hidden: frozenset[Key] = AT_FIRST
        self._readout: CellRef | None = None
        self._frame: Frame | None = None
        self._underlay = Underlay(self.getViewBox(), _UNDER)
        self._series = Series(self.getPlotItem())
        self._overlay = Overlay(self.getViewBox(), _OVER)
        self._legend = LegendItem(self.getPlotItem())
        self._dress()
        self.getViewBox().sigResized.connect(self._redraw)

    @property
    def picture(self) -> Picture | None:
        """What is shown, without what is switched off; None before the first picture."""
        return self._hand.picture

    @property
    def legend(self) -> tuple[Entry, ...]:
        """The series of the whole picture, each with whether it is shown."""
        return () if self._whole is None else entries(self._whole, self._hidden)

    def show_picture(self, picture: Picture) -> None:
        """Draws a picture; one of another indicator is shown whole."""
        if self._whole is None or self._whole.subject != picture.subject:
            self._zoom.undo()
        self._whole = picture
        self._take()

    def switch(self, key: Key) -> None:
        """Shows a series, or hides it."""
        self._hidden = self._hidden ^ {key}
        if self._whole is not None:
            self._take()

    def spot_of(self, point: Point) -> tuple[int, int]:
        """The pixel of the widget where a point of the picture is drawn."""
        place = self.getViewBox().mapViewToScene(QPointF(point.date.toordinal(), point.value))
        pixel = self.mapFromScene(place)
        return pixel.x(), pixel.y()

    # The dates in view

    @property
    def zoomed(self) -> bool:
        """Whether only a part of the dates is in view."""
        return self._zoom.on

    def zoom(self, *, inwards: bool, at: float | None = None) -> None:
        """Looks at fewer dates, or at more; around a day, what is chosen, or the middle."""
        if self.picture is not None:
            stop = self._hand.stop
            if at is None and stop is not None:
                at = float(stop.date.toordinal())
            self._zoom.step(span(self.picture), inwards=inwards, at=at)
            self._redraw()

    def look_aside(self, by: int) -> None:
        """Looks at later (1) or earlier (-1) dates."""
        if self.picture is not None:
            self._zoom.aside(span(self.picture), by)
            self._redraw()

    def reveal(self, date: dt.date) -> None:
        """Brings a date into view."""
        if self.picture is not None and self._frame is not None and not self._frame.shows(date):
            self._zoom.reveal(span(self.picture), float(date.toordinal()))
            self._redraw()

    def show_whole(self) -> None:
        """Looks at all the dates again."""
        self._zoom.undo()
        self._redraw()

    # The drawing

    def _take(self) -> None:
        """Takes up the whole picture without what is switched off."""
        if self._whole is not None:
            picture = without(self._whole, self._hidden)
            self._hand.take(picture)
            fit_axes(self.getPlotItem(), picture, self.font())
            self._redraw()

    def _dress(self) -> None:
        self._theme = theme_for(self.palette())
        self.setBackground(self._theme.ground)
        dress_axes(self.getPlotItem(), self.font(), self._theme)
        self._series.dress(self._theme)

    def _redraw(self) -> None:
        """Draws the picture anew at the size there is, with what is dragged where it is."""
        picture, whole = self._hand.shown, self._whole
        if picture is None or whole is None:
            return
        font, theme = self.font(), self._theme
        frame = self._framed(picture)
        self._frame = frame
        self.getViewBox().setRange(xRange=frame.days, yRange=frame.values, padding=0, disableAutoRange=True)
        label_periods(self.getPlotItem(), picture, frame, font)
        self._series.show(picture, frame, theme)
        readout = None if self._readout is None else picture.point_at(self._readout)
        layout = lay_out(picture, frame, partial(measure_in, font), values=False, readout=readout)
        self._underlay.take(picture, frame, font, theme)
        self._overlay.show_layout(picture, layout, frame, font=font, theme=theme)
        self._legend.show_legend(whole, self._hidden, width=self.width(), font=font, theme=theme)
        self._legend.remark(layout.left_out, zoomed=self.zoomed)
        self._show_ring()

    def _framed(self, picture: Picture) -> Frame:
        size = self.getViewBox().rect()
        box = Box(left=0, top=0, width=size.width(), height=size.height())
        return Frame.around(
            picture,
            box,
            sides=sides(picture, self.font()),
            above=_ABOVE,
            below=_BELOW,
            days=self._zoom.days(span(picture)),
        )

    def _show_ring(self) -> None:
        spot = self._spot_of_stop(self._hand.stop) if self.hasFocus() else None
        self._overlay.show_ring(spot)

    def _spot_of_stop(self, stop: Stop | None) -> Spot | None:
        """Where what is chosen is drawn now; None where nothing is, or it is out of view."""
        picture, frame = self._hand.shown, self._frame
        if stop is None or picture is None or frame is None or not frame.shows(stop.date):
            return None
        if isinstance(stop, Annotation):
            return self._overlay.middle_of(stop) or note_spot(stop, frame)
        there = picture.point_at(stop.cell) or stop
        return frame.spot(there.date, there.value)

    # The surroundings

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
        place = self._in_plot(QPointF(spot))
        return self._overlay.words_at(*place) or self._legend.words_at(self.mapToScene(spot))

    def _in_plot(self, spot: QPointF) -> Spot:
        """The pixel of the plot for one of the widget."""
        place = self.getViewBox().mapFromScene(self.mapToScene(spot.toPoint()))
        return place.x(), place.y()

    def close(self) -> bool:
        """Closes as every widget does; pyqtgraph would take the plot apart under events still to come."""
        return bool(QGraphicsView.close(self))
