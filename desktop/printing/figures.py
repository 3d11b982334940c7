"""The table of figures: how much room it takes, and how it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.printing.page import Figures
from desktop.printing.surround import GAP
from desktop.printing.typography import BODY, INK, QUIET, RULE, SMALL, type_of, width_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

HEADING = 24.0
"""The words "Notes" and "Figures" with the space beneath."""
_ROW = 18.0
_ROWS = 3
_PADDING = 18.0


def figure_width(figures: Figures) -> float:
    """The width of one column of figures."""
    strong, plain = type_of(BODY, bold=True), type_of(BODY)
    words = [width_of(text, strong) for text in figures.headers]
    words += [width_of(text, plain) for text in (*figures.kinds, *figures.values)]
    return max(words, default=0.0) + _PADDING


def figures_width(figures: Figures) -> float:
    """The width of the whole table in one line."""
    return len(figures.values) * figure_width(figures)


def figure_lines(figures: Figures, width: float) -> tuple[Figures, ...]:
    """The table of figures, broken into pieces that fit a width."""
    columns = max(1, int(width / figure_width(figures) + 1e-6))
    return tuple(
        Figures(
            headers=figures.headers[start : start + columns],
            kinds=figures.kinds[start : start + columns],
            values=figures.values[start : start + columns],
        )
        for start in range(0, len(figures.values), columns)
    )


def figures_block(figures: Figures, width: float) -> float:
    """The height of the table of figures with its heading; nothing without figures."""
    lines = len(figure_lines(figures, width))
    return HEADING + lines * (_ROWS * _ROW + GAP) if lines else 0.0


def paint_figures(figures: Figures, painter: QPainter, box: QRectF) -> None:
    """Set the table into its box; nothing without figures."""
    if not figures.values:
        return
    write(painter, box, "Figures", type_of(BODY, bold=True))
    column = figure_width(figures)
    top = box.top() + HEADING
    for part in figure_lines(figures, box.width()):
        rows = (
            (part.headers, type_of(BODY, bold=True), INK),
            (part.kinds, type_of(SMALL), QUIET),
            (part.values, type_of(BODY), INK),
        )
        for number, (words, font, colour) in enumerate(rows):
            for place, text in enumerate(words):
                cell = QRectF(box.left() + place * column, top + number * _ROW, column - 4, _ROW)
                write(painter, cell, text, font, colour=colour, align=Qt.AlignmentFlag.AlignRight)
        line = top + 2 * _ROW - 2
        painter.setPen(QPen(QColor(RULE), 1.0))
        painter.drawLine(QLineF(box.left(), line, box.left() + column * len(part.values), line))
        top += _ROWS * _ROW + GAP
