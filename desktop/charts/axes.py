"""The axes of the chart on the screen: round values on the left, the table's own periods beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from desktop.charts.label_requests import STAR
from desktop.charts.layout import kept_ticks
from desktop.charts.marks import pen
from desktop.charts.theme import THIN

if TYPE_CHECKING:
    import pyqtgraph as pg
    from PySide6.QtGui import QFont

    from desktop.charts.frame import Frame
    from desktop.charts.picture import Picture
    from desktop.charts.theme import Theme

_BESIDE = 10
_BENEATH = 10
_OVERHANG = 4.0
"""How far a label may stand out beyond the plot: the axis item paints that much further."""


def dress_axes(plot: pg.PlotItem, font: QFont, theme: Theme) -> None:
    """Takes on the type and the colours; the axis itself is left to the grid."""
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setStyle(tickFont=font, tickLength=0 if side == "left" else -4, hideOverlappingLabels=False)
        axis.setPen(pen(theme.ground if side == "left" else theme.quiet, THIN))
        axis.setTextPen(pen(theme.quiet))
    plot.layout.setContentsMargins(2, 2, _OVERHANG + 2, 2)
    plot.getAxis("bottom").setHeight(round(QFontMetricsF(font).height()) + _BENEATH)


def fit_axes(plot: pg.PlotItem, picture: Picture, font: QFont) -> None:
    """Makes room for the labels of a picture's values."""
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(label) for _, label in picture.scale.ticks), default=0.0)
    left = plot.getAxis("left")
    left.setWidth(round(widest) + _BESIDE)
    left.setTicks([[] if picture.empty else list(picture.scale.ticks)])


def sides(picture: Picture, font: QFont) -> float:
    """The margin at either side of the plot that lets the first and last period's label stand in full."""
    metrics = QFontMetricsF(font)
    ends = [metrics.horizontalAdvance(tick.label) for tick in (*picture.ticks[:1], *picture.ticks[-1:])]
    return max(2 * STAR + 8, *(end / 2 - _OVERHANG for end in ends)) if ends else 2 * STAR + 8


def label_periods(plot: pg.PlotItem, picture: Picture, frame: Frame, font: QFont) -> None:
    """Puts as many periods under the axis as can stand without touching; each has its tick."""
    metrics = QFontMetricsF(font)
    ticks = [tick for tick in picture.ticks if frame.shows(tick.date)]
    places = [(frame.x(tick.date), metrics.horizontalAdvance(tick.label)) for tick in ticks]
    kept = set(kept_ticks(places))
    plot.getAxis("bottom").setTicks(
        [[(tick.date.toordinal(), tick.label if number in kept else "") for number, tick in enumerate(ticks)]]
    )
