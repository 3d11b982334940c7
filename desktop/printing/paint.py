"""The one way a page is painted: on the screen, by the printer, into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from desktop.printing.card_paint import paint_card
from desktop.printing.figures import HEADING, paint_figures
from desktop.printing.measures import DISC, INDENT, divide, note_height, note_words
from desktop.printing.page import CardPage, ChartPage, SpreadPage
from desktop.printing.spread import paint_spread
from desktop.printing.surround import GAP, paint_surround, rule
from desktop.printing.typography import BODY, SMALL, type_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.printing.page import Note, Page

_NO_FLAG = "–"
"""In the disc of a note that no flag on the chart belongs to."""
_PAPER = "#ffffff"
_WIDER = 5.0
"""By how much an officer's flag is wider than a disc: it holds a letter and a number."""


def paint_page(page: Page, painter: QPainter, rect: QRectF) -> None:
    """Paints a page, as large as fits, into the middle of a rectangle of the painter's own units."""
    width, height = page.width, page.height
    scale = min(rect.width() / width, rect.height() / height)
    painter.save()
    painter.translate(rect.center())
    painter.scale(scale, scale)
    painter.translate(-width / 2, -height / 2)
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    if isinstance(page, ChartPage):
        _chart_page(page, painter)
    elif isinstance(page, CardPage):
        paint_card(page, painter)
    elif isinstance(page, SpreadPage):
        paint_spread(page, painter)
    painter.restore()


def _chart_page(page: ChartPage, painter: QPainter) -> None:
    boxes = divide(page)
    paint_surround(page, page.status, painter, boxes.surround)
    if page.drawing is not None:
        painter.setFont(type_of(BODY))
        page.drawing(painter, boxes.chart)
        if page.notes or page.figures.values:
            rule(painter, boxes.chart.bottom() + GAP, boxes.chart)
    paint_figures(page.figures, painter, boxes.figures)
    _notes(page.notes, painter, boxes.notes)


def _notes(notes: tuple[Note, ...], painter: QPainter, box: QRectF) -> None:
    if not notes:
        return
    write(painter, box, "Notes", type_of(BODY, bold=True))
    top = box.top() + HEADING
    for note in notes:
        _disc(note, painter, QRectF(box.left(), top, DISC, DISC))
        height = note_height(note, box.width())
        words = QRectF(box.left() + INDENT, top, box.width() - INDENT, height)
        write(painter, words, note_words(note), type_of(BODY))
        top += height


def _disc(note: Note, painter: QPainter, disc: QRectF) -> None:
    """A finding's flag is round and filled, an officer's own square and open, as on the chart."""
    painter.setPen(QColor(note.colour) if note.own else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_PAPER if note.own else note.colour))
    if note.own:
        disc = disc.adjusted(0, 0, _WIDER, 0)
        painter.drawRect(disc)
    else:
        painter.drawEllipse(disc)
    painter.setFont(type_of(SMALL, bold=True))
    painter.setPen(QColor(note.colour if note.own else _PAPER))
    painter.drawText(
        disc,
        Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip,
        note.flag or _NO_FLAG,
    )
