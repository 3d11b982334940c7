"""How a page divides: heading, chart, notes and figures, foot. One unit is a 96th of an inch on A4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.printing.page import Figures
from desktop.printing.typography import BODY, TITLE, height_of, type_of, width_of

if TYPE_CHECKING:
    from desktop.printing.page import ChartPage, Note

WIDTH, HEIGHT = 1123.0, 794.0
"""A4 landscape."""
GAP = 10.0
EDGE, _TOP, _FOOT = 56.0, 40.0, 44.0
"""The margin at the sides, above, and the height of the foot."""
_GUTTER = 32.0
_LEAST_CHART = 320.0
"""How high the chart is at the least: notes that would take more of it go over to another page."""
DISC = 16.0
"""The disc of a note's number."""
INDENT = DISC + 10.0
HEADING = 24.0
"""The words "Notes" and "Figures" with the space beneath."""
FIGURE_ROW = 18.0
_FIGURE_ROWS = 3
_FIGURE_PADDING = 18.0
_SHARE = 0.55
"""The most of the width that figures take beside notes; wider ones stand above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The boxes of a page; those of what it has not are empty."""

    title: QRectF
    subtitle: QRectF
    status: QRectF
    chart: QRectF
    figures: QRectF
    notes: QRectF
    foot: QRectF

    @property
    def rule(self) -> float:
        """Where the line under the heading runs."""
        return max(self.subtitle.bottom(), self.status.bottom()) + GAP * 0.7


def divide(page: ChartPage) -> Division:
    """The boxes of a page; its notes fit as `paginate` leaves them."""
    title, subtitle, status = _heading(page)
    top = max(subtitle.bottom(), status.bottom()) + 2 * GAP
    bottom = HEIGHT - _FOOT - GAP
    left, width = EDGE, WIDTH - 2 * EDGE
    beside = _beside(page.figures)
    figures_width = _figures_width(page.figures) if beside else width
    notes_width = width - figures_width - _GUTTER if beside and page.figures.values else width
    figures_height = figures_block(page.figures, figures_width)
    notes_height = notes_block(page.notes, notes_width)
    lower = max(figures_height, notes_height) if beside else figures_height + notes_height
    start = bottom - lower if page.drawing is not None else top
    notes_top = start if beside else start + figures_height
    figures_left = left + width - figures_width if page.notes else left
    return Division(
        title=title,
        subtitle=subtitle,
        status=status,
        chart=QRectF(left, top, width, max(0.0, start - top - 2 * GAP)),
        figures=QRectF(figures_left, start, figures_width, figures_height),
        notes=QRectF(left, notes_top, notes_width, notes_height),
        foot=QRectF(left, HEIGHT - _FOOT, width, _FOOT / 2),
    )


def room_for_notes(page: ChartPage) -> tuple[float, float]:
    """Width and height that the notes of a page may take."""
    boxes = divide(page)
    bottom = HEIGHT - _FOOT - GAP
    least = _LEAST_CHART if page.drawing is not None else 0.0
    above = 0.0 if _beside(page.figures) else boxes.figures.height()
    return boxes.notes.width(), bottom - boxes.chart.top() - least - above - 2 * GAP


def _heading(page: ChartPage) -> tuple[QRectF, QRectF, QRectF]:
    width = WIDTH - 2 * EDGE
    title = QRectF(EDGE, _TOP, width, height_of(page.title, type_of(TITLE, bold=True), width))
    strong = type_of(BODY, bold=True)
    status_width = min(width / 2, width_of(page.status, strong) + 2)
    subtitle_width = width - status_width - _GUTTER
    top = title.bottom() + GAP / 2
    beside = width_of(page.subtitle, type_of(BODY)) <= subtitle_width
    if not beside:  # then each has a line of its own
        status_width = subtitle_width = width
    subtitle = QRectF(EDGE, top, subtitle_width, height_of(page.subtitle, type_of(BODY), subtitle_width))
    top = top if beside else subtitle.bottom() + GAP / 4
    status = QRectF(
        WIDTH - EDGE - status_width, top, status_width, height_of(page.status, strong, status_width)
    )
    return title, subtitle, status


def _beside(figures: Figures) -> bool:
    return _figures_width(figures) <= (WIDTH - 2 * EDGE) * _SHARE


def figure_width(figures: Figures) -> float:
    """The width of one column of figures."""
    strong, plain = type_of(BODY, bold=True), type_of(BODY)
    words = [width_of(text, strong) for text in figures.headers]
    words += [width_of(text, plain) for text in (*figures.kinds, *figures.values)]
    return max(words, default=0.0) + _FIGURE_PADDING


def _figures_width(figures: Figures) -> float:
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
    return HEADING + lines * (_FIGURE_ROWS * FIGURE_ROW + GAP) if lines else 0.0


def note_height(note: Note, width: float) -> float:
    """The height of one note with the space beneath."""
    return max(DISC, height_of(note_words(note), type_of(BODY), width - INDENT)) + GAP * 0.6


def note_words(note: Note) -> str:
    """A note as it is set: after the number, the letter of its severity in words, then the text."""
    return f"{note.mark.capitalize()}: {note.text}" if note.mark else note.text


def notes_block(notes: tuple[Note, ...], width: float) -> float:
    """The height of the notes with their heading; nothing without notes."""
    return HEADING + sum(note_height(note, width) for note in notes) if notes else 0.0
