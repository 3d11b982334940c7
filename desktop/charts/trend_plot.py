"""The milestone trend as lines: report dates across, due dates upwards."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from desktop.charts.labels import elided
from desktop.charts.layout import kept_ticks
from desktop.charts.marks import pen
from desktop.charts.strand import ticks_between
from desktop.charts.theme import DASHED, DOTTED, LINE, THIN
from desktop.charts.trend import UNKNOWN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetricsF, QPainter

    from desktop.charts.theme import Theme
    from desktop.charts.trend import Course, Trend

_MARGIN = 10.0
_MARKER = 4.0
_BENEATH = 9.0
"""Pixels between the lower edge and what stands beneath it."""
_ALONE = 0.5
"""Where the one report stands that there is, as a share of the room for reports."""
_REPORTS_ROOM = 2.0
"""How much more room a report has across than a date that was set nobody knows when."""
_PICKED = 2.5
_MONTH = 31


class TrendPlot:
    """A trend within a rectangle: where dates lie, and how lines and axes are painted."""

    def __init__(self, trend: Trend, rect: QRectF, metrics: QFontMetricsF) -> None:
        """Find room for the axes' own labels; what is left is for the lines."""
        self._trend = trend
        self._line = metrics.height()
        self._advance = metrics.horizontalAdvance
        left = self._advance("Sep 2000") + 2 * _MARGIN
        self.box = rect.adjusted(left, 1.5 * self._line, -2 * _MARGIN, -2 * self._line - _BENEATH)
        low, high = trend.due
        self._low, self._high = low.toordinal() - _MONTH, high.toordinal() + _MONTH
        share = trend.unknown / (trend.unknown + _REPORTS_ROOM * len(trend.reports))
        self.known = self.box.left() + self.box.width() * share
        """Where the dates of reports begin to be known."""

    def y(self, due: dt.date) -> float:
        """The height of a due date."""
        share = (due.toordinal() - self._low) / (self._high - self._low)
        return self.box.bottom() - share * self.box.height()

    def x(self, report: dt.date) -> float:
        """Where a report lies across."""
        first, last = self._trend.reports[0], self._trend.reports[-1]
        edge = 4 * _MARGIN
        left, room = self.known + edge, max(1.0, self.box.right() - self.known - 2 * edge)
        share = (report - first).days / (last - first).days if first < last else _ALONE
        return left + share * room

    def spots(self, course: Course) -> tuple[QPointF, ...]:
        """The points of a line: dates stated before the reports, evenly, then one for each report."""
        step = (self.known - self.box.left()) / max(1, self._trend.unknown)
        empty = self._trend.unknown - len(course.stated)
        before = (
            QPointF(self.box.left() + (number + 0.5) * step, self.y(date))
            for number, date in enumerate(course.stated, start=empty)
        )
        return (*before, *(QPointF(self.x(on), self.y(due)) for on, due in course.reported))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the axes and the lines."""
        self._paint_ground(painter, theme)
        self._paint_due_dates(painter, theme)
        self._paint_reports(painter, theme)
        alike = {(course.stated, course.reported): course for course in reversed(self._trend.courses)}
        for course in alike.values():  # what moved most is painted last
            self._paint_course(painter, theme, course, picked=False)

    def paint_picked(self, painter: QPainter, theme: Theme, number: int) -> None:
        """Paint one of the lines so that it stands out."""
        self._paint_course(painter, theme, self._trend.courses[number], picked=True)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        """The part whose report dates nobody knows, with the words that say so."""
        if self._trend.unknown:
            before = QRectF(self.box.topLeft(), QPointF(self.known, self.box.bottom()))
            painter.fillRect(before, QColor(theme.envelope))
            painter.setPen(QColor(theme.quiet))
            top = QRectF(
                before.left() + _MARGIN, self.box.top() - self._line - 2, self.box.width(), self._line
            )
            painter.drawText(
                top, Qt.AlignmentFlag.AlignVCenter, elided(f"Shaded: {UNKNOWN}", top.width(), self._advance)
            )

    def _paint_due_dates(self, painter: QPainter, theme: Theme) -> None:
        ticks = self._ticks()
        heights = [(-self.y(date), self._line) for date, _ in ticks]
        for number in kept_ticks(heights, gap=2.0):
            date, label = ticks[number]
            y = self.y(date)
            painter.setPen(pen(theme.grid, THIN))
            painter.drawLine(QLineF(self.box.left(), y, self.box.right(), y))
            painter.setPen(QColor(theme.quiet))
            place = QRectF(0, y - self._line / 2, self.box.left() - _MARGIN / 2, self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)

        place = QRectF(0, self.box.bottom() + _BENEATH, self.box.left() - _MARGIN / 2, self._line)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "reported")
        place.moveTop(self.box.top() - self._line - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "due")

    def _ticks(self) -> Sequence[tuple[dt.date, str]]:
        low, high = self._trend.due
        return ticks_between(low.replace(day=1), high)

    def _paint_reports(self, painter: QPainter, theme: Theme) -> None:
        """The days of the reports beneath, and the line under which a milestone is past its date."""
        painter.setPen(pen(theme.quiet, THIN))
        painter.drawLine(self.box.bottomLeft(), self.box.bottomRight())
        reports = self._trend.reports
        labels = [f"{on:%d/%m/%Y}" for on in reports]
        places = [(self.x(on), self._advance(label)) for on, label in zip(reports, labels, strict=True)]
        for number, (x, wide) in enumerate(places):
            painter.drawLine(QLineF(x, self.box.bottom(), x, self.box.bottom() + 4))
            if number in kept_ticks(places):
                place = QRectF(x - wide, self.box.bottom() + _BENEATH, 2 * wide, self._line)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, labels[number])
        self._paint_past(painter, theme)

    def _paint_past(self, painter: QPainter, theme: Theme) -> None:
        """Where a due date is the day of the report itself: what lies beneath is past its date."""
        painter.setPen(pen(theme.target, THIN, DASHED))
        reports = self._trend.reports
        if len(reports) > 1:
            for one, other in pairwise(reports):
                painter.drawLine(QLineF(self.x(one), self.y(one), self.x(other), self.y(other)))
        else:
            y = self.y(self._trend.as_at)
            painter.drawLine(QLineF(self.known, y, self.box.right(), y))
        painter.setPen(QColor(theme.target))
        words = f"as at {self._trend.as_at:%d/%m/%Y}: beneath the dashes is past"
        under = self.box.bottom() + _BENEATH + self._line
        top = QRectF(self.box.left(), under, self.box.width(), self._line)
        shown = elided(words, top.width(), self._advance)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_course(self, painter: QPainter, theme: Theme, course: Course, *, picked: bool) -> None:
        colour = theme.error if course.moved > 0 else theme.green if course.moved < 0 else theme.quiet
        spots = self.spots(course)
        stated = len(course.stated)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, (start, end) in enumerate(pairwise(spots)):
            width = _PICKED if picked else LINE if course.moved else THIN
            painter.setPen(pen(colour, width, DOTTED if number < stated else ()))
            painter.drawLine(start, end)
        painter.setPen(pen(colour, LINE if picked else THIN))
        size = _MARKER * (1.4 if picked else 0.8)
        for number, spot in enumerate(spots):
            painter.setBrush(QColor(theme.ground if number < stated else colour))
            painter.drawEllipse(spot, size, size)
