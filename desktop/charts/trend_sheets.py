"""The milestone trend on paper: the lines on every sheet, and a part of the milestones that they are.

On the screen the picked line stands out; on paper each line bears at its end the number of its milestone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import broken
from desktop.charts.marks import pen
from desktop.charts.sheets import packed
from desktop.charts.theme import LIGHT, THIN
from desktop.charts.trend_list import course_height, paint_course
from desktop.charts.trend_plot import TrendPlot

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from desktop.charts.sheets import Sheet
    from desktop.charts.trend import Trend

_BESIDE, _ABOVE = 0.56, 0.42
"""The share of the width, or on an upright sheet of the height, that the lines take."""
_GAP = 12.0
_NUMBERS = 0.17
"""The share of the lines' width that the numbers at their ends take."""
_LEAD = "0000"
"""How wide the numbers in the list are."""
_MOST_LINES = 2


def trend_sheets(found: Trend, size: QSizeF, font: QFont) -> tuple[Sheet, ...]:
    """The lines, those of the milestones beside or beneath them stand out and bear their numbers."""
    plot, columns = _divided(size)
    lead = QFontMetricsF(font).horizontalAdvance(_LEAD)
    width = columns[0].width() - lead
    heights = [course_height(course, width, font, _MOST_LINES) for course in found.courses]
    runs = packed(heights, columns[0].height())

    def sheet(parts: Sequence[range]) -> Sheet:
        def paint(painter: QPainter, rect: QRectF) -> None:
            painter.translate(rect.topLeft())
            _paint_lines(painter, found, plot, font, range(parts[0].start, parts[-1].stop))
            for column, part in zip(columns, parts, strict=False):
                box = QRectF(column)
                for place in part:
                    box.setHeight(heights[place])
                    _paint_listed(painter, found, place, box, lead)
                    box.translate(0, box.height())
            painter.translate(-rect.topLeft())

        return paint

    starts = range(0, len(runs), len(columns))
    return tuple(sheet(runs[start : start + len(columns)]) for start in starts)


def _divided(size: QSizeF) -> tuple[QRectF, tuple[QRectF, ...]]:
    """The room of the lines, and that of the milestones: at the right, or in two columns beneath."""
    if size.width() > size.height():
        wide = size.width() * _BESIDE
        beside = QRectF(wide + _GAP, 0, size.width() - wide - _GAP, size.height())
        return QRectF(0, 0, wide, size.height()), (beside,)
    high = size.height() * _ABOVE
    column = QRectF(0, high + _GAP, (size.width() - _GAP) / 2, size.height() - high - _GAP)
    return QRectF(0, 0, size.width(), high), (column, column.translated(column.width() + _GAP, 0))


def _paint_listed(painter: QPainter, found: Trend, place: int, box: QRectF, lead: float) -> None:
    """A milestone of the list after its number."""
    paint_course(painter, LIGHT, found.courses[place], box.adjusted(lead, 0, 0, 0), most=_MOST_LINES)
    plain = QFont(painter.font())
    painter.setFont(_bold(plain))
    painter.setPen(QColor(LIGHT.text))
    number = QRectF(box.left(), box.top(), lead, box.height())
    painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(place + 1))
    painter.setFont(plain)


def _paint_lines(painter: QPainter, found: Trend, room: QRectF, font: QFont, listed: range) -> None:
    """All lines; where only some of them are listed, these stand out."""
    plot = TrendPlot(found, room.adjusted(0, 0, -room.width() * _NUMBERS, 0), QFontMetricsF(font))
    plot.paint(painter, LIGHT)
    if len(listed) < len(found.courses):
        for place in listed:
            plot.paint_picked(painter, LIGHT, place)
    painter.setFont(_bold(font))
    left = plot.box.right() + _GAP
    _paint_numbers(painter, found, plot, QRectF(left, 0, room.right() - left, room.bottom()), listed)
    painter.setFont(font)


def _paint_numbers(painter: QPainter, found: Trend, plot: TrendPlot, room: QRectF, listed: range) -> None:
    """At the end of each line the numbers of all milestones that are due on that day."""
    places: dict[dt.date, list[int]] = {}
    for place in listed:
        places.setdefault(found.courses[place].last, []).append(place + 1)
    metrics = QFontMetricsF(painter.font())
    told = [
        (plot.y(due), broken(ranged(numbers), room.width(), len(numbers), metrics.horizontalAdvance))
        for due, numbers in sorted(places.items(), reverse=True)
    ]
    asked = [(middle, len(lines) * metrics.height()) for middle, lines in told]
    end = plot.x(found.as_at) + _GAP
    for (middle, lines), (_, height), top in zip(told, asked, stacked(asked, room.bottom()), strict=True):
        painter.setPen(pen(LIGHT.quiet, THIN))
        painter.drawLine(QPointF(end, middle), QPointF(room.left() - 3, top + height / 2))
        painter.setPen(QColor(LIGHT.text))
        box = QRectF(room.left(), top, room.width(), metrics.height())
        for line in lines:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)
            box.translate(0, metrics.height())


def ranged(numbers: Iterable[int]) -> str:
    """Rising numbers in words, those that follow one another as "3–5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run))  # noqa: PLR2004 - two stand apart
        for run in runs
    )
    return ", ".join(told)


def stacked(asked: Sequence[tuple[float, float]], bottom: float) -> tuple[float, ...]:
    """The upper edges of labels that are to stand around heights, from the top down, so that none touches.

    Each is asked for by its middle and its height; those that would end below `bottom` are pushed up.
    """
    tops: list[float] = []
    least = 0.0
    for middle, height in asked:
        tops.append(max(middle - height / 2, least))
        least = tops[-1] + height
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = min(tops[number], bottom - asked[number][1])
        bottom = tops[number]
    return tuple(tops)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
