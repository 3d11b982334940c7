"""The timeline as rows beneath a head of dates, painted at any width: on the screen and on paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import broken, elided
from desktop.charts.layout import kept_ticks
from desktop.charts.marks import pen
from desktop.charts.strand import ticks_between
from desktop.charts.theme import DASHED, LINE, THIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from desktop.charts.strand import Row, StrandPicture
    from desktop.charts.theme import Theme

_WORDS_SHARE = 0.5
"""The share of the width that a milestone's words take; its dates have the rest."""
_MARGIN = 10.0
_MARKER = 4.5
_AIR = 0.7
"""Heights of a line that a row leaves free above and beneath its words."""
_HEAD_LEADING = 2.4
_LONGEST = "due 00/00/0000 · slipped 0000 days"
"""Where there is no room for as much in one line, what is said of the dates takes two."""
_JOINT = " · "
_NO_DATES = "no due dates to show"


class TimelinePlot:
    """A timeline of a width, in a type: where dates lie, how high rows are, and how all of it is painted.

    `days` are the first and the last in view, all without them; of a milestone's text and of its status
    up to `most` lines each are shown.
    """

    def __init__(
        self,
        picture: StrandPicture,
        width: float,
        font: QFont,
        days: tuple[float, float] | None = None,
        *,
        most: int = 1,
    ) -> None:
        """Find where the dates begin."""
        self._picture, self._width, self._font, self._most = picture, width, font, most
        self._days = days or whole_days(picture)
        self._line = QFontMetricsF(font).height()
        self._left = width * _WORDS_SHARE + _MARGIN

    @property
    def head(self) -> float:
        """The height of the dates above the rows."""
        return head_height(self._font)

    @property
    def ticks(self) -> tuple[tuple[dt.date, str], ...]:
        """The months that are named above the rows."""
        first, last = (dt.date.fromordinal(round(day)) for day in self._days)
        return ticks_between(first, last) if self._picture.dated else ()

    def shows(self, date: dt.date) -> bool:
        """Whether a date is in view."""
        first, last = self._days
        return self._picture.dated and first <= date.toordinal() <= last

    def height_of(self, row: Row) -> float:
        """How high a row is with all of its lines."""
        beneath = 2 if is_narrow(self._width, self._font) else 1
        lines = len(self._text(row, self._font)) + len(self._status(row))
        return self._line * (max(lines, 1 + beneath) + _AIR)

    def paint_head(self, painter: QPainter, theme: Theme, remark: str = "") -> None:
        """Paint the dates from the upper left corner, and beside them a remark."""
        metrics, ticks = QFontMetricsF(self._font), self.ticks
        widths = [metrics.horizontalAdvance(label) for _, label in ticks]
        places = [self._inside(self._x(date), width) for (date, _), width in zip(ticks, widths, strict=True)]
        painter.setFont(self._font)
        painter.setPen(QColor(theme.quiet))
        for number in kept_ticks(list(zip(places, widths, strict=True))):
            self._write_middle(painter, places[number], self._line * 1.2, ticks[number][1])
        painter.setPen(pen(theme.quiet, THIN))
        for date, _ in ticks:
            painter.drawLine(QLineF(self._x(date), self.head - 4, self._x(date), self.head))
        painter.drawLine(QLineF(0, self.head, self._width, self.head))
        painter.setPen(QColor(theme.quiet))
        room = self._left - 2 * _MARGIN
        shown = elided(remark, room, metrics.horizontalAdvance)
        painter.drawText(QRectF(_MARGIN, 0, room, self._line), Qt.AlignmentFlag.AlignVCenter, shown)
        x, words = self._as_at
        painter.setPen(QColor(theme.target if self._picture.dated else theme.quiet))
        self._write_middle(painter, self._inside(x, metrics.horizontalAdvance(words)), 0, words)

    @property
    def _as_at(self) -> tuple[float, str]:
        """Where the as-at date is written and its words, at the edge with an arrow if it lies beyond."""
        date, (first, last) = self._picture.as_at, self._days
        words = f"as at {date:%d/%m/%Y}"
        if not self._picture.dated:
            return (self._left + self._width) / 2, _NO_DATES
        if date.toordinal() > last:
            return self._width, f"{words} →"
        if date.toordinal() < first:
            half = QFontMetricsF(self._font).horizontalAdvance(words) / 2
            return self._left + half, f"← {words}"
        return self._x(date), words

    def paint_row(
        self, painter: QPainter, theme: Theme, row: Row, box: QRectF, *, picked: bool = False
    ) -> None:
        """Paint a milestone's words and its dates into a box that begins at the left edge."""
        if picked:
            painter.fillRect(box, QColor(theme.envelope))
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), QColor(theme.planned))
        if self.shows(self._picture.as_at):
            as_at = self._x(self._picture.as_at)
            painter.setPen(pen(theme.target, THIN, DASHED))
            painter.drawLine(QLineF(as_at, box.top(), as_at, box.bottom()))
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QLineF(0, box.bottom(), box.right(), box.bottom()))
        self._paint_words(painter, theme, row, box, picked=picked)
        self._paint_dates(painter, theme, row, box, picked=picked)

    def _inside(self, x: float, width: float) -> float:
        """The middle of a text of a width that stands at x, or beside it where the edge is too near."""
        half = width / 2 + 2
        return min(max(x, half), self._width - half)

    def _write_middle(self, painter: QPainter, x: float, top: float, text: str) -> None:
        painter.drawText(QRectF(x - 200, top, 400, self._line), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_dates(self, painter: QPainter, theme: Theme, row: Row, box: QRectF, *, picked: bool) -> None:
        """The due dates on the upper line, what they say beneath their end."""
        lines = row.words.split(_JOINT) if is_narrow(self._width, self._font) else [row.words]
        top = box.top() + (box.height() - (1 + len(lines)) * self._line) / 2
        self._paint_span(painter, theme, row, top + self._line / 2)
        painter.setFont(self._font)
        for number, line in enumerate(lines, start=1):
            place, words = self._beneath(row, line, box, top + number * self._line)
            # Wider than the words, so that the line of the as-at date ends well before them.
            ground = theme.envelope if picked else theme.ground
            painter.fillRect(place.adjusted(-2, 0, 2, 0), QColor(ground))
            painter.setPen(QColor(theme.quiet))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _beneath(self, row: Row, words: str, box: QRectF, top: float) -> tuple[QRectF, str]:
        """Where words stand beneath the end of a row's dates, and as much of them as there is room for."""
        metrics = QFontMetricsF(self._font)
        shown = elided(words, box.width() - self._left, metrics.horizontalAdvance)
        width = metrics.horizontalAdvance(shown) + 4
        end = box.right() - 2 if row.latest is None else self._x(row.latest) + width / 2
        right = min(max(end, self._left + width), box.right() - 2)
        return QRectF(right - width, top, width, self._line), shown

    def _paint_span(self, painter: QPainter, theme: Theme, row: Row, middle: float) -> None:
        """A line from the first due date to the latest, as far as it is in view, a ring at each in view."""
        if row.first is None or row.latest is None:
            return
        colour = theme.error if row.late else theme.planned
        left, right = self._left - _MARKER, self._width
        start, end = (min(max(self._x(date), left), right) for date in (row.first, row.latest))
        painter.setPen(pen(colour, LINE))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        for date, ground in ((row.first, theme.ground), (row.latest, colour)):
            if self.shows(date):
                painter.setBrush(QColor(ground))
                painter.drawEllipse(QPointF(self._x(date), middle), _MARKER, _MARKER)

    def _paint_words(self, painter: QPainter, theme: Theme, row: Row, box: QRectF, *, picked: bool) -> None:
        strong = QFont(self._font)
        strong.setBold(picked)
        quiet = theme.error if row.late else theme.quiet
        lines = [(text, strong, theme.text) for text in self._text(row, strong)]
        lines += [(text, self._font, quiet) for text in self._status(row)]
        top = box.top() + (box.height() - len(lines) * self._line) / 2
        for text, font, colour in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRectF(_MARGIN, top, self._room + _MARGIN, self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            top += self._line

    @property
    def _room(self) -> float:
        """How wide a milestone's words may be."""
        return self._width * _WORDS_SHARE - 2 * _MARGIN

    def _text(self, row: Row, font: QFont) -> Sequence[str]:
        """A milestone's name and text in its lines."""
        text = f"{row.subject} {row.text}".strip()
        return broken(text, self._room, self._most, QFontMetricsF(font).horizontalAdvance)

    def _status(self, row: Row) -> Sequence[str]:
        """How a milestone stands, in its lines."""
        return broken(row.status, self._room, self._most, QFontMetricsF(self._font).horizontalAdvance)

    def _x(self, date: dt.date) -> float:
        """Where a date lies across, in view or not."""
        first, last = self._days
        room = self._width - self._left - _MARGIN
        return self._left + room * ((date.toordinal() - first) / (last - first))


def whole_days(picture: StrandPicture) -> tuple[float, float]:
    """The first and the last day of a timeline."""
    return picture.start.toordinal(), picture.end.toordinal()


def is_narrow(width: float, font: QFont) -> bool:
    """Whether what is said of a row's dates takes two lines at a width."""
    return QFontMetricsF(font).horizontalAdvance(_LONGEST) > width * (1 - _WORDS_SHARE) - _MARGIN


def head_height(font: QFont) -> float:
    """The height of the dates above the rows."""
    return QFontMetricsF(font).height() * _HEAD_LEADING


def row_height(width: float, font: QFont) -> float:
    """How high a row is that shows one line of its text."""
    return QFontMetricsF(font).height() * ((3 if is_narrow(width, font) else 2) + _AIR)
