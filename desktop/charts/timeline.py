"""The timeline of a strand on the screen: one row for each milestone, readable in a narrow panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from desktop.charts.labels import elided
from desktop.charts.layout import kept_ticks
from desktop.charts.marks import pen
from desktop.charts.strand import strand_picture
from desktop.charts.theme import DASHED, LINE, THIN, theme_for

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.strand import Row, StrandPicture
    from desktop.charts.theme import Theme

__all__ = ["Timeline", "strand_picture"]

_WORDS_SHARE = 0.5
"""The share of the width that a milestone's words take; its dates have the rest."""
_MARGIN = 10.0
_MARKER = 4.5
_ROW_LEADING = 2.7
"""Heights of a line that a row takes: two lines and air."""
_HEAD_LEADING = 2.4
_LONGEST = "due 00/00/0000 · slipped 0000 days"
"""Where there is no room for as much in one line, what is said of the dates takes two."""
_JOINT = " · "


class Timeline(QAbstractScrollArea):
    """Shows a strand; the dates stay in sight above the rows while these scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_strand`."""
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName("Timeline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(240, 120)
        self._picture: StrandPicture | None = None

    @property
    def picture(self) -> StrandPicture | None:
        """What is shown; None before the first strand."""
        return self._picture

    def show_strand(self, picture: StrandPicture) -> None:
        """Draws a strand, and brings the chosen milestone into sight."""
        self._picture = picture
        self.setAccessibleName(f"Timeline of {picture.title}")
        self.setAccessibleDescription(picture.summary)
        self._fit()
        self._show_chosen()
        self.viewport().update()

    @property
    def _line(self) -> float:
        return QFontMetricsF(self.font()).height()

    @property
    def _head(self) -> float:
        return self._line * _HEAD_LEADING

    @property
    def _row_height(self) -> float:
        return self._line * (_ROW_LEADING + (1 if self._narrow else 0))

    @property
    def _narrow(self) -> bool:
        room = self.viewport().width() * (1 - _WORDS_SHARE) - _MARGIN
        return QFontMetricsF(self.font()).horizontalAdvance(_LONGEST) > room

    def _fit(self) -> None:
        rows = len(self._picture.rows) if self._picture is not None else 0
        room = self.viewport().height() - self._head
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(rows * self._row_height - room)))
        bar.setPageStep(max(1, round(room)))
        bar.setSingleStep(round(self._row_height))

    def _show_chosen(self) -> None:
        top = (self._picture.chosen if self._picture is not None else 0) * self._row_height
        bar = self.verticalScrollBar()
        lowest = top + self._row_height - bar.pageStep()
        bar.setValue(round(min(max(bar.value(), lowest), top)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the rows to the new height."""
        super().resizeEvent(event)
        self._fit()
        self._show_chosen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rows in sight, and above them the dates."""
        painter = QPainter(self.viewport())
        theme = theme_for(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(theme.ground))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self._picture, theme)
        painter.end()

    def _paint(self, painter: QPainter, picture: StrandPicture, theme: Theme) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        painter.setClipRect(QRectF(0, self._head, width, height - self._head))
        scrolled = self.verticalScrollBar().value()
        first = int(scrolled // self._row_height)
        count = int((height - self._head) // self._row_height) + 2
        for number, row in enumerate(picture.rows[first : first + count], start=first):
            top = self._head + number * self._row_height - scrolled
            self._paint_row(painter, theme, row, QRectF(0, top, width, self._row_height))
        painter.setClipping(False)
        self._paint_head(painter, theme, picture)

    def _paint_head(self, painter: QPainter, theme: Theme, picture: StrandPicture) -> None:
        metrics = QFontMetricsF(self.font())
        widths = [metrics.horizontalAdvance(label) for _, label in picture.ticks]
        places = [
            self._inside(self._x(date), width) for (date, _), width in zip(picture.ticks, widths, strict=True)
        ]
        kept = kept_ticks(list(zip(places, widths, strict=True)))
        painter.setFont(self.font())
        for number in kept:
            painter.setPen(QColor(theme.quiet))
            self._write_middle(painter, places[number], self._line * 1.2, picture.ticks[number][1])
        painter.setPen(pen(theme.quiet, THIN))
        for date, _ in picture.ticks:
            painter.drawLine(QLineF(self._x(date), self._head - 4, self._x(date), self._head))
        painter.drawLine(QLineF(0, self._head, self.viewport().width(), self._head))
        words = f"as at {picture.as_at:%d/%m/%Y}"
        painter.setPen(QColor(theme.target))
        self._write_middle(
            painter, self._inside(self._x(picture.as_at), metrics.horizontalAdvance(words)), 0, words
        )

    def _inside(self, x: float, width: float) -> float:
        """The middle of a text of a width that stands at x, or beside it where the edge is too near."""
        half = width / 2 + 2
        return min(max(x, half), self.viewport().width() - half)

    def _write_middle(self, painter: QPainter, x: float, top: float, text: str) -> None:
        painter.drawText(QRectF(x - 200, top, 400, self._line), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_row(self, painter: QPainter, theme: Theme, row: Row, box: QRectF) -> None:
        if row.chosen:
            painter.fillRect(box, QColor(theme.envelope))
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), QColor(theme.planned))
        as_at = self._x(self._picture.as_at) if self._picture is not None else 0.0
        painter.setPen(pen(theme.target, THIN, DASHED))
        painter.drawLine(QLineF(as_at, box.top(), as_at, box.bottom()))
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QLineF(0, box.bottom(), box.right(), box.bottom()))
        self._paint_words(painter, theme, row, box)
        self._paint_dates(painter, theme, row, box)

    def _paint_dates(self, painter: QPainter, theme: Theme, row: Row, box: QRectF) -> None:
        """The due dates on the upper line, what they say beneath their end."""
        lines = row.words.split(_JOINT) if self._narrow else [row.words]
        top = box.top() + (box.height() - (1 + len(lines)) * self._line) / 2
        self._paint_span(painter, theme, row, top + self._line / 2)
        painter.setFont(self.font())
        for number, line in enumerate(lines, start=1):
            place, words = self._beneath(row, line, box, top + number * self._line)
            # Wider than the words, so that the line of the as-at date ends well before them.
            painter.fillRect(
                place.adjusted(-2, 0, 2, 0), QColor(theme.envelope if row.chosen else theme.ground)
            )
            painter.setPen(QColor(theme.quiet))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _beneath(self, row: Row, words: str, box: QRectF, top: float) -> tuple[QRectF, str]:
        """Where words stand beneath the end of a row's dates, and as much of them as there is room for."""
        left = self._x(self._picture.start) if self._picture is not None else 0.0
        metrics = QFontMetricsF(self.font())
        shown = elided(words, box.width() - left, metrics.horizontalAdvance)
        width = metrics.horizontalAdvance(shown) + 4
        end = box.right() - 2 if row.latest is None else self._x(row.latest) + width / 2
        right = min(max(end, left + width), box.right() - 2)
        return QRectF(right - width, top, width, self._line), shown

    def _paint_span(self, painter: QPainter, theme: Theme, row: Row, middle: float) -> None:
        if row.first is None or row.latest is None:
            return
        colour = theme.error if row.late else theme.planned
        start, end = QPointF(self._x(row.first), middle), QPointF(self._x(row.latest), middle)
        painter.setPen(pen(colour, LINE))
        painter.drawLine(start, end)
        painter.setBrush(QColor(theme.ground))
        painter.drawEllipse(start, _MARKER, _MARKER)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(end, _MARKER, _MARKER)

    def _paint_words(self, painter: QPainter, theme: Theme, row: Row, box: QRectF) -> None:
        room = box.width() * _WORDS_SHARE - 2 * _MARGIN
        strong = QFont(self.font())
        strong.setBold(row.chosen)
        lines = (
            (f"{row.subject} {row.text}".strip(), strong, theme.text),
            (row.status, self.font(), theme.error if row.late else theme.quiet),
        )
        top = box.top() + (box.height() - 2 * self._line) / 2
        for text, font, colour in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = elided(text, room, QFontMetricsF(font).horizontalAdvance)
            painter.drawText(
                QRectF(_MARGIN, top, room + _MARGIN, self._line), Qt.AlignmentFlag.AlignVCenter, shown
            )
            top += self._line

    def _x(self, date: dt.date) -> float:
        """Where a date lies across."""
        if self._picture is None:
            return 0.0
        left = self.viewport().width() * _WORDS_SHARE + _MARGIN
        room = self.viewport().width() - left - _MARGIN
        span = (self._picture.end - self._picture.start).days
        return left + room * ((date - self._picture.start).days / span)

    def viewportEvent(self, event: QEvent) -> bool:
        """Says in a tool tip all that is said of the milestone under the mouse."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return bool(super().viewportEvent(event))
        row = self.row_at(event.pos())
        QToolTip.showText(event.globalPos(), row.full if row is not None else "", self)
        return True

    def row_at(self, spot: QPoint) -> Row | None:
        """The milestone at a place of the viewport; None above and beneath the rows."""
        if self._picture is None or spot.y() < self._head:
            return None
        number = int((spot.y() - self._head + self.verticalScrollBar().value()) // self._row_height)
        return self._picture.rows[number] if number < len(self._picture.rows) else None
