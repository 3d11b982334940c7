"""Overviews on paper: each divided into the pieces that fit a size, all of them painted as on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from desktop.charts import legend
from desktop.charts.marks import pen
from desktop.charts.portfolio_plot import TOLD_LEADING, paint_strand
from desktop.charts.small_chart import LINES, draw_small
from desktop.charts.switching import BASELINE, TARGETS
from desktop.charts.theme import LIGHT, THIN
from desktop.charts.timeline_plot import TimelinePlot
from desktop.charts.wording import NOTHING_CHANGES
from desktop.domain.periods import Kind
from desktop.projection.baseline import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFont, QPainter

    from desktop.charts.legend import Entry
    from desktop.charts.multiples import Multiples, Small
    from desktop.charts.portfolio import Bar, Portfolio
    from desktop.charts.strand import Row, StrandPicture

Sheet: TypeAlias = "Callable[[QPainter, QRectF], None]"
"""Paints one piece from the upper left corner of a rectangle, in the painter's font."""

_LETTERS = 40
"""How many average letters a small chart is wide at the least: one that is read at arm's length."""
_NAMES = 2
"""Lines of an indicator's name."""
_GAP = 8.0
_MOST_LINES = 12
"""Lines of a milestone's text; what is longer is cut with a sign."""
_SHAPES = {
    Shape.HELD: f"{NOTHING_CHANGES}, last value held",
    Shape.INDICATIVE: f"{NOTHING_CHANGES}, indicative",
    Shape.TREND: NOTHING_CHANGES,
}


def packed(heights: Iterable[float], room: float) -> tuple[range, ...]:
    """The places of what stands one beneath another, divided into runs that each fit a room.

    What is higher than the room is a run of its own; nothing makes one empty run.
    """
    starts, free, count = [0], room, 0
    for place, height in enumerate(heights):
        if height > free and place > starts[-1]:
            starts.append(place)
            free = room
        free -= height
        count = place + 1
    return tuple(range(start, end) for start, end in zip(starts, [*starts[1:], count], strict=True))


def multiples_sheets(found: Multiples, size: QSizeF, font: QFont) -> tuple[Sheet, ...]:
    """As many small charts on each as can be read, from left to right and from the top down; then the key."""
    metrics = QFontMetricsF(font)
    keys = _keys(found.smalls)
    lower = legend.height(keys, size.width(), font) + _GAP
    across = max(1, int(size.width() // (metrics.averageCharWidth() * _LETTERS)))
    down = max(1, int((size.height() - lower) // (metrics.height() * (LINES + _NAMES - 1))))
    box = QRectF(0, 0, size.width() / across, (size.height() - lower) / down)

    def sheet(smalls: Sequence[Small]) -> Sheet:
        def paint(painter: QPainter, rect: QRectF) -> None:
            for number, small in enumerate(smalls):
                row, column = divmod(number, across)
                place = box.translated(rect.topLeft())
                place.translate(column * box.width(), row * box.height())
                painter.setPen(pen(LIGHT.grid, THIN))
                painter.drawRect(place)
                draw_small(painter, small, place, names=_NAMES)
            foot = QRectF(rect.left(), rect.top() + size.height() - lower + _GAP, rect.width(), lower)
            legend.paint_legend(painter, keys, foot, font, LIGHT)

        return paint

    many = across * down
    starts = range(0, max(1, len(found.smalls)), many)
    return tuple(sheet(found.smalls[start : start + many]) for start in starts)


def _keys(smalls: Iterable[Small]) -> tuple[Entry, ...]:
    """The marks that some small chart has, once each: the values in the order of time, then the rest."""
    known = {entry for small in smalls for entry in legend.entries(small.picture)}
    kinds = [entry for kind in Kind for entry in known if entry.key == kind]
    shapes = [
        replace(entry, text=_SHAPES[shape])
        for shape in Shape
        for entry in known
        if entry.key == BASELINE and entry.shape is shape
    ]
    return (*kinds, *shapes, *(entry for entry in known if entry.key == TARGETS))


def portfolio_sheets(found: Portfolio, size: QSizeF, font: QFont) -> tuple[Sheet, ...]:
    """The strands one beneath another, each with its counts in words."""
    height = QFontMetricsF(font).height() * TOLD_LEADING

    def sheet(bars: Sequence[Bar]) -> Sheet:
        def paint(painter: QPainter, rect: QRectF) -> None:
            box = QRectF(rect.left(), rect.top(), rect.width(), height)
            for bar in bars:
                paint_strand(painter, LIGHT, bar, box, found.most, told=True)
                box.translate(0, height)

        return paint

    runs = packed([height] * len(found.bars), size.height())
    return tuple(sheet(found.bars[run.start : run.stop]) for run in runs)


def timeline_sheets(picture: StrandPicture, size: QSizeF, font: QFont) -> tuple[Sheet, ...]:
    """The milestones one beneath another, their texts in full, under the dates on each sheet."""
    plot = TimelinePlot(picture, size.width(), font, most=_MOST_LINES)
    heights = [plot.height_of(row) for row in picture.rows]

    def sheet(rows: Sequence[Row]) -> Sheet:
        def paint(painter: QPainter, rect: QRectF) -> None:
            painter.translate(rect.topLeft())
            plot.paint_head(painter, LIGHT)
            box = QRectF(0, plot.head, size.width(), 0)
            for row in rows:
                box.setHeight(plot.height_of(row))
                plot.paint_row(painter, LIGHT, row, box)
                box.translate(0, box.height())
            painter.translate(-rect.topLeft())

        return paint

    runs = packed(heights, size.height() - plot.head)
    return tuple(sheet(picture.rows[run.start : run.stop]) for run in runs)
