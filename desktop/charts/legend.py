"""The legend: what each mark of the picture means, in as many rows as the width asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.charts.marks import (
    baseline_pen,
    compared_pen,
    limit_pen,
    paint_band,
    paint_compared,
    paint_flag,
    paint_marker,
    paint_star,
    planned_pen,
)
from desktop.charts.switching import BAND, BASELINE, LIMITS, NOTES, TARGETS, comparator_key
from desktop.charts.wording import NOTHING_CHANGES
from desktop.domain.periods import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from PySide6.QtGui import QPainter, QPen

    from desktop.charts.picture import Picture
    from desktop.charts.switching import Key
    from desktop.charts.theme import Theme
    from desktop.projection.baseline import Shape

_LINE, _MARKER = 24.0, 14.0
"""Pixels across that a line and a marker take in the legend."""
_BESIDE = 5.0
_BETWEEN = 12.0
_LEADING = 1.5
_BRIEF = "+99"
_FAINT = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A mark and what it means: the key that switches it, and whether it is drawn.

    `shape` is the baseline's; `number` tells comparators apart.
    """

    key: Key
    text: str
    shown: bool = True
    shape: Shape | None = None
    number: int = 0


def entries(picture: Picture, hidden: Collection[Key] = ()) -> tuple[Entry, ...]:
    """The marks that the whole picture has, in the order of time; those that are hidden say so."""
    return tuple(replace(entry, shown=entry.key not in hidden) for entry in _entries(picture))


def _entries(picture: Picture) -> Iterator[Entry]:
    kinds = {point.kind for point in picture.points}
    for kind in Kind:
        if kind in kinds:
            yield Entry(key=kind.value, text=kind.value)
    if picture.projection is not None:
        yield Entry(key=BASELINE, text=NOTHING_CHANGES, shape=picture.projection.shape)
    if picture.promises:
        yield Entry(key=TARGETS, text="target")
    for number, comparator in enumerate(picture.comparators):
        yield Entry(key=comparator_key(comparator), text=comparator.name, number=number)
    if picture.band is not None:
        yield Entry(key=BAND, text=picture.band.text)
    if picture.annotations:
        yield Entry(key=NOTES, text="note")
    if picture.limits is not None:
        yield Entry(key=LIMITS, text="control limits")


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


def places(given: Sequence[Entry], box: QRectF, font: QFont) -> tuple[tuple[Entry, QRectF], ...]:
    """The entries with the room that each has, from the upper left corner of a box."""
    metrics = QFontMetricsF(font)
    line = metrics.height() * _LEADING
    found: list[tuple[Entry, QRectF]] = []
    for number, row in enumerate(rows(given, box.width(), font)):
        x = box.left()
        for entry in row:
            width = _needed(entry, metrics)
            found.append((entry, QRectF(x, box.top() + line * number, width, line)))
            x += width + _BETWEEN
    return tuple(found)


def paint_legend(painter: QPainter, given: Sequence[Entry], box: QRectF, font: QFont, theme: Theme) -> None:
    """The entries from the upper left corner of a box; what is hidden is struck out."""
    struck = QFont(font)
    struck.setStrikeOut(True)
    for entry, place in places(given, box, font):
        key = _key(entry)
        painter.setOpacity(1.0 if entry.shown else _FAINT)
        _paint_key(painter, theme, entry, QPointF(place.left() + key / 2, place.center().y()), font)
        painter.setOpacity(1.0)
        painter.setFont(font if entry.shown else struck)
        painter.setPen(QColor(theme.text if entry.shown else theme.quiet))
        text = place.adjusted(key + _BESIDE, 0, 1, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, entry.text)


def paint_remark(
    painter: QPainter, given: Sequence[Entry], said: Sequence[str], box: QRectF, font: QFont, theme: Theme
) -> None:
    """In what is left of the last row, the longest of some wordings that has room; nothing for none."""
    if not said:
        return
    metrics = QFontMetricsF(font)
    last = rows(given, box.width(), font)[-1]
    taken = sum(_needed(entry, metrics) + _BETWEEN for entry in last)
    room = box.width() - taken
    text = next((each for each in said if metrics.horizontalAdvance(each) <= room), said[-1])
    painter.setFont(font)
    painter.setPen(QColor(theme.quiet))
    line = metrics.height() * _LEADING
    place = QRectF(box.left() + taken, box.bottom() - line, box.width() - taken, line)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _key(entry: Entry) -> float:
    return _MARKER if entry.key in {Kind.OUTTURN, Kind.PROVISIONAL, TARGETS} else _LINE


def _needed(entry: Entry, metrics: QFontMetricsF) -> float:
    return _key(entry) + _BESIDE + metrics.horizontalAdvance(entry.text)


def _paint_key(painter: QPainter, theme: Theme, entry: Entry, spot: QPointF, font: QFont) -> None:
    key, half = entry.key, QPointF(_LINE / 2, 0)
    swatch = QRectF(spot.x() - _LINE / 2, spot.y() - _MARKER / 2, _LINE, _MARKER)
    if key == TARGETS:
        paint_star(painter, theme, spot, _MARKER)
    elif key == NOTES:
        paint_flag(painter, theme, swatch, font, "N")
    elif key == BAND:
        paint_band(painter, theme, swatch)
    else:
        made = _line_pen(theme, entry)
        if made is not None:
            painter.setPen(made)
            painter.drawLine(spot - half, spot + half)
        if key in set(Kind):
            paint_marker(painter, theme, Kind(key), spot)
        elif key not in {BASELINE, LIMITS}:
            paint_compared(painter, theme, spot)


def _line_pen(theme: Theme, entry: Entry) -> QPen | None:
    """The pen of the line that an entry's mark lies on; None where it has none in the legend."""
    if entry.shape is not None:
        return baseline_pen(theme, entry.shape)
    if entry.key == LIMITS:
        return limit_pen(theme)
    if entry.key in set(Kind):
        return None if Kind(entry.key).actual else planned_pen(theme)
    return compared_pen(theme, entry.number)
