"""How a report card divides: standing, chart, then parts with their headings at the side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.printing.surround import GAP, surround
from desktop.printing.typography import BODY, SMALL, height_of, type_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop.printing.page import CardPage, Line, Part
    from desktop.printing.surround import Surround

SIDE = 150.0
"""How wide the column of headings is, the space beside it included."""
PADDING = 8.0
CURVE = 20.0
"""The words above the chart with the space beneath."""
_CHART, _LEAST_CHART, _MOST_CHART = 300.0, 220.0, 360.0
"""How high the chart is where texts go on, and between what it gives way to have all on one page."""
_EDGES: dict[int, tuple[float, ...]] = {1: (0.0, 1.0), 3: (0.0, 0.5, 0.72, 1.0)}
"""Where the cells of a line begin and end, as shares of its width, by their number."""
_BETWEEN_CELLS = 12.0
_BETWEEN_LINES = 5.0
BETWEEN_PARTS = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDivision:
    """The boxes of a report card; on a page that goes on, all but `parts` are empty."""

    surround: Surround
    standing: QRectF
    chart: QRectF
    parts: QRectF


def divide_card(page: CardPage) -> CardDivision:
    """The boxes of a page; its parts fit as `paginate` leaves them."""
    around = surround(page, "")
    body = around.body
    left, width, top = body.left(), body.width(), body.top()
    standing = chart = QRectF(left, top, width, 0.0)
    if page.drawing is not None:
        standing = QRectF(left, top - GAP / 2, width, standing_height(page, width))
        start = standing.bottom() + GAP + CURVE
        needed = sum(part_height(part, width) for part in page.parts)
        free = body.bottom() - start - GAP - needed
        high = _CHART if free < _LEAST_CHART else min(free, _MOST_CHART)
        chart = QRectF(left, start, width, high)
        top = chart.bottom() + GAP
    parts = QRectF(left, top, width, body.bottom() - top)
    return CardDivision(surround=around, standing=standing, chart=chart, parts=parts)


def standing_height(page: CardPage, width: float) -> float:
    """The height of the two boxes that hold the status and the direction of travel."""
    strong = type_of(BODY, bold=True)
    words = max(height_of(text, strong, room - 2 * PADDING) for text, room in standing_words(page, width))
    return words + height_of("S", type_of(SMALL), width) + 2 * PADDING


def standing_words(page: CardPage, width: float) -> tuple[tuple[str, float], tuple[str, float]]:
    """The status and the direction of travel, each with the width of its box."""
    share = (width - GAP) * 0.62
    return (page.status, share), (page.travel, width - GAP - share)


def line_font(line: Line) -> QFont:
    """The letters that a line is set in."""
    return type_of(BODY, bold=line.strong)


def cells_of(line: Line, box: QRectF) -> tuple[tuple[str, QRectF], ...]:
    """The cells of a line with the boxes that they are set in."""
    edges = pairwise(_EDGES[len(line.cells)])
    return tuple(
        (
            text,
            QRectF(
                box.left() + start * box.width(),
                box.top(),
                (end - start) * box.width() - (_BETWEEN_CELLS if end < 1 else 0.0),
                box.height(),
            ),
        )
        for text, (start, end) in zip(line.cells, edges, strict=True)
    )


def line_height(line: Line, width: float) -> float:
    """The height of a line with the space beneath."""
    cells = cells_of(line, QRectF(0, 0, width, 0))
    return max(height_of(text, line_font(line), cell.width()) for text, cell in cells) + _BETWEEN_LINES


def side_height(part: Part) -> float:
    """The height of what stands at the side of a part."""
    width = SIDE - GAP
    remark = height_of(part.remark, type_of(SMALL), width) if part.remark else 0.0
    return height_of(part.heading, type_of(BODY, bold=True), width) + remark + _BETWEEN_LINES


def part_height(part: Part, width: float) -> float:
    """The height of a part with the space beneath; `width` is that of the page's body."""
    lines = sum(line_height(line, width - SIDE) for line in part.lines)
    return max(lines, side_height(part)) + BETWEEN_PARTS
