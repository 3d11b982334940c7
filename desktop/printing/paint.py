"""The one way a page is painted: on the screen, by the printer, into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.printing.measures import (
    DISC,
    EDGE,
    FIGURE_ROW,
    GAP,
    HEADING,
    HEIGHT,
    INDENT,
    WIDTH,
    divide,
    figure_lines,
    figure_width,
    note_height,
    note_words,
)
from desktop.printing.typography import ACCENT, BODY, INK, QUIET, RULE, SMALL, TITLE, type_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.printing.measures import Division
    from desktop.printing.page import ChartPage, Figures, Note

_NO_NUMBER = "–"
"""In the disc of a note that no flag on the chart belongs to."""
_RIGHT = Qt.AlignmentFlag.AlignRight


def paint_page(page: ChartPage, painter: QPainter, rect: QRectF) -> None:
    """Paints a page, as large as fits, into the middle of a rectangle of the painter's own units."""
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    painter.save()
    painter.translate(rect.center())
    painter.scale(scale, scale)
    painter.translate(-WIDTH / 2, -HEIGHT / 2)
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    boxes = divide(page)
    _heading(page, painter, boxes)
    if page.drawing is not None:
        painter.setFont(type_of(BODY))
        page.drawing(painter, boxes.chart)
        if page.notes or page.figures.values:
            _rule(painter, boxes.chart.bottom() + GAP, RULE, 1.0)
    _figures(page.figures, painter, boxes.figures)
    _notes(page.notes, painter, boxes.notes)
    _foot(page, painter, boxes.foot)
    painter.restore()


def _rule(painter: QPainter, y: float, colour: str, width: float) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLine(QLineF(EDGE, y, WIDTH - EDGE, y))


def _heading(page: ChartPage, painter: QPainter, boxes: Division) -> None:
    write(painter, boxes.title, page.title, type_of(TITLE, bold=True))
    write(painter, boxes.subtitle, page.subtitle, type_of(BODY), colour=QUIET)
    write(
        painter,
        boxes.status,
        page.status[:1].upper() + page.status[1:],
        type_of(BODY, bold=True),
        align=_RIGHT,
    )
    _rule(painter, boxes.rule, ACCENT, 2.0)


def _figures(figures: Figures, painter: QPainter, box: QRectF) -> None:
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
                cell = QRectF(box.left() + place * column, top + number * FIGURE_ROW, column - 4, FIGURE_ROW)
                write(painter, cell, text, font, colour=colour, align=_RIGHT)
        line = top + 2 * FIGURE_ROW - 2
        painter.setPen(QPen(QColor(RULE), 1.0))
        painter.drawLine(QLineF(box.left(), line, box.left() + column * len(part.values), line))
        top += len(rows) * FIGURE_ROW + GAP


def _notes(notes: tuple[Note, ...], painter: QPainter, box: QRectF) -> None:
    if not notes:
        return
    write(painter, box, "Notes", type_of(BODY, bold=True))
    top = box.top() + HEADING
    for note in notes:
        disc = QRectF(box.left(), top, DISC, DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(note.colour))
        painter.drawEllipse(disc)
        painter.setFont(type_of(SMALL, bold=True))
        painter.setPen(QColor("#ffffff"))
        painter.drawText(
            disc,
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip,
            _NO_NUMBER if note.number is None else str(note.number),
        )
        height = note_height(note, box.width())
        write(
            painter,
            QRectF(box.left() + INDENT, top, box.width() - INDENT, height),
            note_words(note),
            type_of(BODY),
        )
        top += height


def _foot(page: ChartPage, painter: QPainter, box: QRectF) -> None:
    _rule(painter, box.top() - GAP / 2, RULE, 1.0)
    write(painter, box, page.source, type_of(SMALL), colour=QUIET)
    write(painter, box, f"page {page.number} of {page.of}", type_of(SMALL), colour=QUIET, align=_RIGHT)
