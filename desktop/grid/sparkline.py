"""An indicator in the room of a cell: what was measured as a solid line, what is planned as a dashed one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from desktop.domain.indicators import NOISE
from desktop.domain.values import figure
from desktop.projection.actuals import actuals, figures
from desktop.projection.trajectory import planned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtCore import QRect, QSize

    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.grid.look import Look

_WIDTH = 1.5
_DASHES = (3.0, 2.0)
_DOT = 2.0
_AIR = 5.0
"""Pixels between the line and the edges of its cell."""
_MOST_KEPT = 2_000

_Points = tuple[tuple["dt.date", float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Dates and values in date order: the actual ones, and the planned ones from the last actual on."""

    actual: _Points
    planned: _Points
    words: str


def curve_of(indicator: Indicator) -> Curve:
    """The curve of an indicator; a planned value for a date that was measured already is left out."""
    known, plans = actuals(indicator), planned(indicator)
    ahead = tuple(value for value in plans if not known or value.period.end > known[-1].period.end)
    start = figures(known[-1:]) if ahead else ()
    return Curve(
        actual=figures(known), planned=(*start, *figures(ahead)), words=_words(indicator, known, ahead)
    )


def _words(indicator: Indicator, known: Sequence[IndicatorValue], ahead: Sequence[IndicatorValue]) -> str:
    told = [
        *(f"{_figure(value, indicator)} in {value.period.label}" for value in known),
        *(f"{_figure(value, indicator)} planned {value.period.label}" for value in ahead),
    ]
    if not told:
        return "no value that can be read as a number"
    if len(told) == 1:
        return f"one value, {told[0]}"
    values = (*known, *ahead)
    change = (values[-1].value.number or 0.0) - (values[0].value.number or 0.0)
    way = "level" if abs(change) <= NOISE else "rising" if change > 0 else "falling"
    return f"from {told[0]} to {told[-1]}, {way}"


def _figure(value: IndicatorValue, indicator: Indicator) -> str:
    return figure(value.value.number or 0.0, indicator.decimals)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A curve as it is drawn in a cell of one size, from the cell's top left corner."""

    indicator: Indicator
    size: QSize
    actual: QPainterPath
    planned: QPainterPath
    dot: QPointF | None


class Sparklines:
    """Paints curves, and keeps how each was drawn until its record or its cell's size is another."""

    def __init__(self) -> None:
        """Paint none yet."""
        self._kept: dict[int, _Drawn] = {}

    def paint(self, painter: QPainter, cell: QRect, indicator: Indicator, look: Look) -> None:
        """Paint an indicator's curve into its cell."""
        drawn = self._drawn(indicator, cell.size())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(cell.topLeft())
        pen = QPen(look.outline, _WIDTH)
        painter.setPen(pen)
        painter.drawPath(drawn.actual)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawPath(drawn.planned)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.outline)
        if drawn.dot is not None:
            painter.drawEllipse(drawn.dot, _DOT, _DOT)
        painter.restore()

    def _drawn(self, indicator: Indicator, size: QSize) -> _Drawn:
        found = self._kept.get(id(indicator))
        if found is None or found.indicator is not indicator or found.size != size:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[id(indicator)] = _draw(indicator, size)
        return found


def _draw(indicator: Indicator, size: QSize) -> _Drawn:
    curve = curve_of(indicator)
    points = (*curve.actual, *curve.planned)
    if not points:
        return _Drawn(indicator, size, QPainterPath(), QPainterPath(), None)
    days = [day.toordinal() for day, _ in points]
    numbers = [number for _, number in points]
    left, bottom = min(days), min(numbers)
    across = (size.width() - 2 * _AIR) / (max(days) - left or 1)
    height = size.height() - 2 * _AIR
    rise = max(numbers) - bottom
    up = height / rise if rise > NOISE else 0.0
    floor = size.height() - _AIR - (0.0 if up else height / 2)  # a level line stands in the middle

    def place(day: dt.date, number: float) -> QPointF:
        return QPointF(_AIR + (day.toordinal() - left) * across, floor - (number - bottom) * up)

    actual = [place(*point) for point in curve.actual]
    plan = [place(*point) for point in curve.planned]
    return _Drawn(indicator, size, _path(actual), _path(plan), (actual or plan)[-1])


def _path(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    return path
