"""The legend: what each mark of the picture means, in as many rows as the width asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

from desktop.charts.marks import baseline_pen, paint_marker, paint_star, planned_pen
from desktop.charts.wording import NOTHING_CHANGES, left_out
from desktop.domain.periods import Kind
from desktop.projection.baseline import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QPainter

    from desktop.charts.picture import Picture
    from desktop.charts.theme import Theme

_LINE, _MARKER = 24.0, 14.0
"""Pixels across that a line and a marker take in the legend."""
_BESIDE = 5.0
_BETWEEN = 12.0
_LEADING = 1.5
_BRIEF = "+99"
Mark: TypeAlias = Kind | Shape | None
"""A kind of value, a shape of the baseline, or None for a target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A mark and what it means."""

    text: str
    mark: Mark


def entries(picture: Picture) -> tuple[Entry, ...]:
    """The marks that the picture has, in the order of time."""
    return tuple(_entries(picture))


def _entries(picture: Picture) -> Iterator[Entry]:
    kinds = {point.kind for point in picture.points}
    for kind in Kind:
        if kind in kinds:
            yield Entry(text=kind.value, mark=kind)
    if picture.projection is not None:
        yield Entry(text=NOTHING_CHANGES, mark=picture.projection.shape)
    if picture.promises:
        yield Entry(text="target", mark=None)


def rows(given: Sequence[Entry], width: float, font: QFont) -> tuple[tuple[Entry, ...], ...]:
    """The entries broken into rows that fit a width; a row has at least one, and room for a brief remark."""
    metrics = QFontMetricsF(font)
    width -= metrics.horizontalAdvance(_BRIEF)
    broken: list[list[Entry]] = []
    room = 0.0
    for entry in given:
        needed = _needed(entry, metrics)
        if not broken or needed > room:
            broken.append([])
            room = width
        broken[-1].append(entry)
        room -= needed + _BETWEEN
    return tuple(tuple(row) for row in broken)


def height(given: Sequence[Entry], width: float, font: QFont) -> float:
    """How high the legend is at a width, in pixels."""
    return len(rows(given, width, font)) * QFontMetricsF(font).height() * _LEADING


def paint_legend(painter: QPainter, given: Sequence[Entry], box: QRectF, font: QFont, theme: Theme) -> None:
    """The entries from the upper left corner of a box."""
    metrics = QFontMetricsF(font)
    line = metrics.height() * _LEADING
    painter.setFont(font)
    for number, row in enumerate(rows(given, box.width(), font)):
        x, middle = box.left(), box.top() + line * (number + 0.5)
        for entry in row:
            start = x + _key(entry.mark) + _BESIDE
            _paint_key(painter, theme, entry.mark, QPointF(x + _key(entry.mark) / 2, middle))
            text = QRectF(start, middle - line / 2, metrics.horizontalAdvance(entry.text) + 1, line)
            painter.setPen(QColor(theme.text))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, entry.text)
            x += _needed(entry, metrics) + _BETWEEN


def paint_remark(
    painter: QPainter, given: Sequence[Entry], count: int, box: QRectF, font: QFont, theme: Theme
) -> None:
    """In what is left of the last row, that a number of labels found no room; nothing for none."""
    if not count:
        return
    metrics = QFontMetricsF(font)
    last = rows(given, box.width(), font)[-1]
    taken = sum(_needed(entry, metrics) + _BETWEEN for entry in last)
    room = box.width() - taken
    text = next((each for each in left_out(count) if metrics.horizontalAdvance(each) <= room), _BRIEF)
    painter.setFont(font)
    painter.setPen(QColor(theme.quiet))
    line = metrics.height() * _LEADING
    place = QRectF(box.left() + taken, box.bottom() - line, box.width() - taken, line)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _key(mark: Mark) -> float:
    drawn_through = isinstance(mark, Shape) or (mark is not None and not mark.actual)
    return _LINE if drawn_through else _MARKER


def _needed(entry: Entry, metrics: QFontMetricsF) -> float:
    return _key(entry.mark) + _BESIDE + metrics.horizontalAdvance(entry.text)


def _paint_key(painter: QPainter, theme: Theme, mark: Mark, spot: QPointF) -> None:
    half = QPointF(_LINE / 2, 0)
    if mark is None:
        paint_star(painter, theme, spot, _MARKER)
    elif isinstance(mark, Shape):
        painter.setPen(baseline_pen(theme, mark))
        painter.drawLine(spot - half, spot + half)
    else:
        if not mark.actual:
            painter.setPen(planned_pen(theme))
            painter.drawLine(spot - half, spot + half)
        paint_marker(painter, theme, mark, spot)
