"""The lines and markers of the chart as pyqtgraph items, made once and fed again with each picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from desktop.charts.label_requests import MARKER, STAR
from desktop.charts.marks import (
    actual_pen,
    baseline_pen,
    marker,
    marker_colours,
    marker_size,
    pen,
    planned_pen,
    star,
)
from desktop.charts.theme import THIN
from desktop.domain.periods import Kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPen

    from desktop.charts.frame import Frame
    from desktop.charts.picture import Picture, Projection, Stroke
    from desktop.charts.theme import Theme


class Series:
    """Everything that is drawn at dates and values; the caller shows it in a frame."""

    def __init__(self, plot: pg.PlotItem) -> None:
        """Adds its items to a plot, from the ground up."""
        self._grid = _added(plot, pg.PlotDataItem(connect="pairs"))
        self._envelope = QGraphicsPathItem()
        plot.addItem(self._envelope, ignoreBounds=True)
        self._across = _added(plot, pg.PlotDataItem(connect="pairs"))
        self._baseline = _added(plot, pg.PlotDataItem(name="baseline", antialias=True))
        self._plan = _added(plot, pg.PlotDataItem(name="plan", connect="finite", antialias=True))
        self._measured = _added(plot, pg.PlotDataItem(name="measured", connect="finite", antialias=True))
        self._markers = {
            kind: _added(
                plot, pg.PlotDataItem(name=kind.value, pen=None, antialias=True, symbol=marker(kind))
            )
            for kind in Kind
        }
        self._targets = _added(plot, pg.PlotDataItem(name="target", pen=None, antialias=True, symbol=star()))

    def dress(self, theme: Theme) -> None:
        """Takes on the colours of a theme."""
        self._grid.setPen(_even(pen(theme.grid, THIN)))
        self._across.setPen(_even(pen(theme.target, THIN)))
        self._plan.setPen(_even(planned_pen(theme)))
        self._measured.setPen(_even(actual_pen(theme)))
        self._envelope.setPen(_even(pen(theme.ground, THIN)))
        self._envelope.setBrush(pg.mkBrush(theme.envelope))
        _dress_symbols(self._targets, 2 * STAR, pg.mkPen(theme.ground), theme.target)
        for kind, item in self._markers.items():
            outline, filling = marker_colours(theme, kind)
            _dress_symbols(item, 2 * MARKER, _even(outline), filling)

    def show(self, picture: Picture, frame: Frame, theme: Theme) -> None:
        """Draws a picture: grid and lines across reach from edge to edge of the frame."""
        left, right = frame.days
        _across(self._grid, left, right, [value for value, _ in picture.scale.ticks])
        undated = [promise.value for promise in picture.promises if promise.date is None]
        _across(self._across, left, right, undated)
        self._show_projection(picture.projection, theme)
        _feed(self._plan, _broken(picture.plan))
        _feed(self._measured, _broken(picture.measured))
        _feed(self._targets, [(each.date, each.value) for each in picture.promises if each.date is not None])
        size = marker_size(picture, frame)
        for kind, item in self._markers.items():
            if item.opts["symbolSize"] != size:
                item.setSymbolSize(size)
            _feed(item, [(point.date, point.value) for point in picture.points if point.kind is kind])

    def _show_projection(self, projection: Projection | None, theme: Theme) -> None:
        _feed(self._baseline, () if projection is None else projection.line)
        path = QPainterPath()
        if projection is not None:
            self._baseline.setPen(_even(baseline_pen(theme, projection.shape)))
            ring = (*projection.low, *reversed(projection.high))
            path.addPolygon(QPolygonF([QPointF(day.toordinal(), value) for day, value in ring]))
        self._envelope.setPath(path)


def _even(made: QPen) -> QPen:
    """The pen with the same width in pixels whatever the scale of the axes."""
    made.setCosmetic(True)
    return made


def _added(plot: pg.PlotItem, item: pg.PlotDataItem) -> pg.PlotDataItem:
    plot.addItem(item, ignoreBounds=True)
    return item


def _dress_symbols(item: pg.PlotDataItem, size: float, outline: object, filling: object) -> None:
    item.setSymbolSize(size)
    item.setSymbolPen(outline)
    item.setSymbolBrush(filling)


def _feed(item: pg.PlotDataItem, points: Sequence[tuple[dt.date | None, float]]) -> None:
    days = np.array([np.nan if day is None else day.toordinal() for day, _ in points], dtype=float)
    item.setData(days, np.array([value for _, value in points], dtype=float))


def _broken(strokes: Iterable[Stroke]) -> list[tuple[dt.date | None, float]]:
    """All strokes as one series, with a gap that is no number after each."""
    broken: list[tuple[dt.date | None, float]] = []
    for stroke in strokes:
        broken += [(point.date, point.value) for point in stroke]
        broken.append((None, float("nan")))
    return broken


def _across(item: pg.PlotDataItem, left: float, right: float, values: Sequence[float]) -> None:
    """A line from edge to edge at each value."""
    item.setData(np.tile([left, right], len(values)), np.repeat(np.array(values, dtype=float), 2))
