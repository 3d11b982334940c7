"""How the page of a chart divides: chart, figures and notes. One unit is a 96th of an inch on A4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.printing.figures import HEADING, figures_block, figures_width
from desktop.printing.surround import GAP, surround
from desktop.printing.typography import BODY, height_of, type_of

if TYPE_CHECKING:
    from desktop.printing.page import ChartPage, Note
    from desktop.printing.surround import Surround

_GUTTER = 32.0
_LEAST_CHART = 320.0
"""How high the chart is at the least: notes that would take more of it go over to another page."""
_STEEPEST = 0.75
"""How high the chart is at the most, of its width: a taller one would make every change look steep."""
DISC = 16.0
"""The disc of a note's number."""
INDENT = DISC + 10.0
_SHARE = 0.55
"""The most of the width that figures take beside notes; wider ones stand above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The boxes of a page; those of what it has not are empty."""

    surround: Surround
    chart: QRectF
    figures: QRectF
    notes: QRectF


def divide(page: ChartPage) -> Division:
    """The boxes of a page; its notes fit as `paginate` leaves them."""
    around = surround(page, page.status)
    body = around.body
    beside = _beside(page, body.width())
    figures_wide = figures_width(page.figures) if beside else body.width()
    notes_wide = body.width() - figures_wide - _GUTTER if beside and page.figures.values else body.width()
    figures_high = figures_block(page.figures, figures_wide)
    notes_high = notes_block(page.notes, notes_wide)
    lower = max(figures_high, notes_high) if beside else figures_high + notes_high
    chart = QRectF(body.left(), body.top(), body.width(), 0.0)
    start = body.top()
    if page.drawing is not None:
        free = body.height() - lower - (2 * GAP if lower else 0.0)
        chart.setHeight(max(0.0, min(free, body.width() * _STEEPEST)))
        start = chart.bottom() + 2 * GAP
    notes_top = start if beside else start + figures_high
    figures_left = body.right() - figures_wide if page.notes else body.left()
    return Division(
        surround=around,
        chart=chart,
        figures=QRectF(figures_left, start, figures_wide, figures_high),
        notes=QRectF(body.left(), notes_top, notes_wide, notes_high),
    )


def room_for_notes(page: ChartPage) -> tuple[float, float]:
    """Width and height that the notes of a page may take."""
    boxes = divide(page)
    body = boxes.surround.body
    above = 0.0 if _beside(page, body.width()) else boxes.figures.height()
    chart = _LEAST_CHART + 2 * GAP if page.drawing is not None else 0.0
    return boxes.notes.width(), body.height() - chart - above


def _beside(page: ChartPage, width: float) -> bool:
    return figures_width(page.figures) <= width * _SHARE


def note_height(note: Note, width: float) -> float:
    """The height of one note with the space beneath."""
    return max(DISC, height_of(note_words(note), type_of(BODY), width - INDENT)) + GAP * 0.6


def note_words(note: Note) -> str:
    """A note as it is set: after the number, the letter of its severity in words, then the text."""
    return f"{note.mark.capitalize()}: {note.text}" if note.mark else note.text


def notes_block(notes: tuple[Note, ...], width: float) -> float:
    """The height of the notes with their heading; nothing without notes."""
    return HEADING + sum(note_height(note, width) for note in notes) if notes else 0.0
