"""The legend: what each mark of the picture means, in as many rows as the width asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.charts.marks import baseline_pen, paint_marker, paint_star, planned_pen
from desktop.charts.theme import theme_for
from desktop.charts.wording import NOTHING_CHANGES, left_out
from desktop.domain.periods import Kind
from desktop.projection.baseline import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from desktop.charts.picture import Picture
    from desktop.charts.theme import Theme

_KEY = 28.0
"""Pixels across that a mark takes in the legend."""
_BESIDE = 6.0
_BETWEEN = 18.0
_LEADING = 1.5
Mark: TypeAlias = Kind | Shape | None
"""A kind of value, a shape of the baseline, or None for a target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A mark and what it means; a remark has words alone."""

    text: str
    mark: Mark = None
    remark: bool = False


def entries(picture: Picture, crowded: int = 0) -> tuple[Entry, ...]:
    """The marks that the picture has, in the order of time; then how many labels found no room."""
    return tuple(_entries(picture, crowded))


def _entries(picture: Picture, crowded: int) -> Iterator[Entry]:
    kinds = {point.kind for point in picture.points}
    for kind in Kind:
        if kind in kinds:
            yield Entry(text=kind.value, mark=kind)
    if picture.projection is not None:
        yield Entry(text=NOTHING_CHANGES, mark=picture.projection.shape)
    if picture.promises:
        yield Entry(text="target")
    if crowded:
        yield Entry(text=left_out(crowded), remark=True)


def rows(given: Sequence[Entry], width: float, font: QFont) -> tuple[tuple[Entry, ...], ...]:
    """The entries broken into rows that fit a width; a row has at least one."""
    metrics = QFontMetricsF(font)
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
            if not entry.remark:
                _paint_key(painter, theme, entry.mark, QPointF(x + _KEY / 2, middle))
            text = QRectF(x + _key(entry), middle - line / 2, metrics.horizontalAdvance(entry.text) + 1, line)
            painter.setPen(QColor(theme.text))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, entry.text)
            x += _needed(entry, metrics) + _BETWEEN


def _key(entry: Entry) -> float:
    return 0.0 if entry.remark else _KEY + _BESIDE


def _needed(entry: Entry, metrics: QFontMetricsF) -> float:
    return _key(entry) + metrics.horizontalAdvance(entry.text)


def _paint_key(painter: QPainter, theme: Theme, mark: Mark, spot: QPointF) -> None:
    half = QPointF(_KEY / 2, 0)
    if mark is None:
        paint_star(painter, theme, spot)
    elif isinstance(mark, Shape):
        painter.setPen(baseline_pen(theme, mark))
        painter.drawLine(spot - half, spot + half)
    else:
        if not mark.actual:
            painter.setPen(planned_pen(theme))
            painter.drawLine(spot - half, spot + half)
        paint_marker(painter, theme, mark, spot)


class Legend(QWidget):
    """The legend beneath the chart on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_entries`."""
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, given: tuple[Entry, ...]) -> None:
        """Draws these from now on."""
        if given != self._entries:
            self._entries = given
            self.setAccessibleName("Legend: " + ", ".join(entry.text for entry in given))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow legend is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the rows take at a width."""
        return round(height(self._entries, width, self.font()))

    def sizeHint(self) -> QSize:
        """All entries in one row."""
        metrics = QFontMetricsF(self.font())
        width = sum(_needed(entry, metrics) + _BETWEEN for entry in self._entries)
        return QSize(round(width), self.heightForWidth(round(width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The same painting as on paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, self._entries, QRectF(self.rect()), self.font(), theme_for(self.palette()))
        painter.end()
