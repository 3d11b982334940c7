"""The timeline of a strand or a plan on the screen: a row for each milestone, readable in a narrow panel."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.labels import elided
from desktop.charts.layout import kept_ticks
from desktop.charts.marks import pen
from desktop.charts.pick_area import PickArea
from desktop.charts.strand import strand_picture, ticks_between
from desktop.charts.theme import DASHED, LINE, THIN
from desktop.charts.zoom import Zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.charts.strand import Row, StrandPicture
    from desktop.charts.theme import Theme
    from desktop.domain.cells import CellRef

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
_ZOOMED = "some of the dates: 0 shows all"
_Key = Qt.Key
_TYPED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_ZOOMS = {_Key.Key_Plus: True, _Key.Key_Equal: True, _Key.Key_Minus: False, _Key.Key_Underscore: False}
_TURNS = {_Key.Key_Left: -1, _Key.Key_Right: 1}


class Timeline(PickArea):
    """Shows a strand or a whole plan; the dates stay in sight above the rows while these scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_strand`."""
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName("Timeline")
        self._picture: StrandPicture | None = None
        self._zoom = Zoom()

    @property
    def picture(self) -> StrandPicture | None:
        """What is shown; None before the first strand."""
        return self._picture

    def show_strand(self, picture: StrandPicture) -> None:
        """Draws a strand, and brings the chosen milestone into sight; another strand is shown whole."""
        if self._picture is not None and self._picture.title != picture.title:
            self._zoom.undo()
        self._picture = picture
        self.setAccessibleName(f"Timeline of {picture.title}")
        self._take(picture.summary, picture.chosen)

    # The items

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

    @property
    def _rows(self) -> Sequence[Row]:
        return self._picture.rows if self._picture is not None else ()

    @property
    def _count(self) -> int:
        return len(self._rows)

    def _cell_of(self, number: int) -> CellRef:
        return self._rows[number].cell

    def _words_of(self, number: int) -> str:
        return self._rows[number].full

    # The dates in view

    @property
    def zoomed(self) -> bool:
        """Whether only a part of the dates is in view."""
        return self._zoom.on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus look nearer and farther, left and right aside, 0 shows all; the rest as ever."""
        key = event.key()
        if event.modifiers() & ~_TYPED or self._picture is None:
            super().keyPressEvent(event)
        elif key in _ZOOMS:
            self.zoom(inwards=_ZOOMS[_Key(key)])
        elif key in _TURNS and self.zoomed:
            self._zoom.aside(self._whole, _TURNS[_Key(key)])
            self.viewport().update()
        elif key in {_Key.Key_0, _Key.Key_Escape} and self.zoomed:
            self._zoom.undo()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel looks nearer or farther; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(inwards=event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom(self, *, inwards: bool) -> None:
        """Looks at fewer dates, or at more, around the date of what is picked."""
        if self._picture is not None:
            date = (self._rows[self.picked].latest if self._count else None) or self._picture.as_at
            self._zoom.step(self._whole, inwards=inwards, at=float(date.toordinal()))
            self.viewport().update()

    @property
    def _whole(self) -> tuple[float, float]:
        picture = self._picture
        return (0.0, 1.0) if picture is None else (picture.start.toordinal(), picture.end.toordinal())

    @property
    def _days(self) -> tuple[float, float]:
        """The first and the last day in view."""
        return self._zoom.days(self._whole)

    @property
    def _ticks(self) -> tuple[tuple[dt.date, str], ...]:
        first, last = (dt.date.fromordinal(round(day)) for day in self._days)
        return ticks_between(first, last)

    def _shows(self, date: dt.date) -> bool:
        first, last = self._days
        return first <= date.toordinal() <= last

    # The drawing

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        picture = self._picture
        if picture is None:
            return
        metrics, ticks = QFontMetricsF(self.font()), self._ticks
        widths = [metrics.horizontalAdvance(label) for _, label in ticks]
        places = [self._inside(self._x(date), width) for (date, _), width in zip(ticks, widths, strict=True)]
        painter.setFont(self.font())
        painter.setPen(QColor(theme.quiet))
        for number in kept_ticks(list(zip(places, widths, strict=True))):
            self._write_middle(painter, places[number], self._line * 1.2, ticks[number][1])
        painter.setPen(pen(theme.quiet, THIN))
        for date, _ in ticks:
            painter.drawLine(QLineF(self._x(date), self._head - 4, self._x(date), self._head))
        painter.drawLine(QLineF(0, self._head, self.viewport().width(), self._head))
        if self.zoomed:
            painter.setPen(QColor(theme.quiet))
            room = self._left - 2 * _MARGIN
            painter.drawText(
                QRectF(_MARGIN, 0, room, self._line),
                Qt.AlignmentFlag.AlignVCenter,
                elided(_ZOOMED, room, metrics.horizontalAdvance),
            )
        if self._shows(picture.as_at):
            words = f"as at {picture.as_at:%d/%m/%Y}"
            painter.setPen(QColor(theme.target))
            wide = metrics.horizontalAdvance(words)
            self._write_middle(painter, self._inside(self._x(picture.as_at), wide), 0, words)

    def _inside(self, x: float, width: float) -> float:
        """The middle of a text of a width that stands at x, or beside it where the edge is too near."""
        half = width / 2 + 2
        return min(max(x, half), self.viewport().width() - half)

    def _write_middle(self, painter: QPainter, x: float, top: float, text: str) -> None:
        painter.drawText(QRectF(x - 200, top, 400, self._line), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_item(self, painter: QPainter, theme: Theme, number: int, box: QRectF) -> None:
        row, picked = self._rows[number], number == self.picked
        if picked:
            painter.fillRect(box, QColor(theme.envelope))
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), QColor(theme.planned))
        if self._picture is not None and self._shows(self._picture.as_at):
            as_at = self._x(self._picture.as_at)
            painter.setPen(pen(theme.target, THIN, DASHED))
            painter.drawLine(QLineF(as_at, box.top(), as_at, box.bottom()))
        painter.setPen(pen(theme.grid, THIN))
        painter.drawLine(QLineF(0, box.bottom(), box.right(), box.bottom()))
        self._paint_words(painter, theme, row, box, picked=picked)
        self._paint_dates(painter, theme, row, box, picked=picked)

    def _paint_dates(self, painter: QPainter, theme: Theme, row: Row, box: QRectF, *, picked: bool) -> None:
        """The due dates on the upper line, what they say beneath their end."""
        lines = row.words.split(_JOINT) if self._narrow else [row.words]
        top = box.top() + (box.height() - (1 + len(lines)) * self._line) / 2
        self._paint_span(painter, theme, row, top + self._line / 2)
        painter.setFont(self.font())
        for number, line in enumerate(lines, start=1):
            place, words = self._beneath(row, line, box, top + number * self._line)
            # Wider than the words, so that the line of the as-at date ends well before them.
            ground = theme.envelope if picked else theme.ground
            painter.fillRect(place.adjusted(-2, 0, 2, 0), QColor(ground))
            painter.setPen(QColor(theme.quiet))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _beneath(self, row: Row, words: str, box: QRectF, top: float) -> tuple[QRectF, str]:
        """Where words stand beneath the end of a row's dates, and as much of them as there is room for."""
        left = self._left
        metrics = QFontMetricsF(self.font())
        shown = elided(words, box.width() - left, metrics.horizontalAdvance)
        width = metrics.horizontalAdvance(shown) + 4
        end = box.right() - 2 if row.latest is None else self._x(row.latest) + width / 2
        right = min(max(end, left + width), box.right() - 2)
        return QRectF(right - width, top, width, self._line), shown

    def _paint_span(self, painter: QPainter, theme: Theme, row: Row, middle: float) -> None:
        """A line from the first due date to the latest, as far as it is in view, a ring at each in view."""
        if row.first is None or row.latest is None:
            return
        colour = theme.error if row.late else theme.planned
        left, right = self._left - _MARKER, float(self.viewport().width())
        start, end = (min(max(self._x(date), left), right) for date in (row.first, row.latest))
        painter.setPen(pen(colour, LINE))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        for date, ground in ((row.first, theme.ground), (row.latest, colour)):
            if self._shows(date):
                painter.setBrush(QColor(ground))
                painter.drawEllipse(QPointF(self._x(date), middle), _MARKER, _MARKER)

    def _paint_words(self, painter: QPainter, theme: Theme, row: Row, box: QRectF, *, picked: bool) -> None:
        room = box.width() * _WORDS_SHARE - 2 * _MARGIN
        strong = QFont(self.font())
        strong.setBold(picked)
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

    @property
    def _left(self) -> float:
        """Where the dates begin."""
        return self.viewport().width() * _WORDS_SHARE + _MARGIN

    def _x(self, date: dt.date) -> float:
        """Where a date lies across, in view or not."""
        first, last = self._days
        room = self.viewport().width() - self._left - _MARGIN
        return self._left + room * ((date.toordinal() - first) / (last - first))
