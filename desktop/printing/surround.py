"""What surrounds the body of every page: the heading above and the foot beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.printing.typography import (
    ACCENT,
    BODY,
    QUIET,
    RULE,
    SMALL,
    TITLE,
    height_of,
    type_of,
    width_of,
    write,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.printing.page import Page

GAP = 10.0
EDGE = 56.0
"""The margin at the sides."""
_TOP, _BOTTOM = 40.0, 24.0
"""The margins above the title and beneath the foot."""
_GUTTER = 32.0
_NUMBERS = 100.0
"""How much of the foot "page 10 of 46" takes."""
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True, kw_only=True)
class Surround:
    """The boxes of heading and foot, and what they leave to the body."""

    title: QRectF
    subtitle: QRectF
    status: QRectF
    body: QRectF
    foot: QRectF

    @property
    def rule(self) -> float:
        """Where the line under the heading runs."""
        return max(self.subtitle.bottom(), self.status.bottom()) + GAP * 0.7


def surround(page: Page, status: str) -> Surround:
    """The boxes of a page whose heading ends in a word on its status; empty where it has none."""
    left, width = EDGE, page.width - 2 * EDGE
    title = QRectF(left, _TOP, width, height_of(page.title, type_of(TITLE, bold=True), width))
    subtitle, stands = _beneath_title(page.subtitle, status, QRectF(left, title.bottom() + GAP / 2, width, 0))
    lines = height_of(page.source, type_of(SMALL), width - _NUMBERS)
    foot = QRectF(left, page.height - _BOTTOM - lines, width, lines)
    top = max(subtitle.bottom(), stands.bottom()) + 2 * GAP
    body = QRectF(left, top, width, foot.top() - 2 * GAP - top)
    return Surround(title=title, subtitle=subtitle, status=stands, body=body, foot=foot)


def _beneath_title(subtitle: str, status: str, place: QRectF) -> tuple[QRectF, QRectF]:
    """The subtitle at the left and the status at the right; one beneath the other where both are too long."""
    plain, strong = type_of(BODY), type_of(BODY, bold=True)
    width = place.width()
    status_width = min(width / 2, width_of(status, strong) + 2) if status else 0.0
    left_over = width - status_width - (_GUTTER if status else 0.0)
    beside = width_of(subtitle, plain) <= left_over
    if not beside:  # then each has a line of its own
        status_width = left_over = width
    first = QRectF(place.left(), place.top(), left_over, height_of(subtitle, plain, left_over))
    top = place.top() if beside else first.bottom() + GAP / 4
    height = height_of(status, strong, status_width) if status else 0.0
    return first, QRectF(place.right() - status_width, top, status_width, height)


def paint_surround(page: Page, status: str, painter: QPainter, boxes: Surround) -> None:
    """Set the heading and the foot of a page."""
    write(painter, boxes.title, page.title, type_of(TITLE, bold=True))
    write(painter, boxes.subtitle, page.subtitle, type_of(BODY), colour=QUIET)
    beside = boxes.status.top() == boxes.subtitle.top()
    side = _RIGHT if beside else Qt.AlignmentFlag.AlignLeft
    write(painter, boxes.status, status[:1].upper() + status[1:], type_of(BODY, bold=True), align=side)
    rule(painter, boxes.rule, boxes.body, ACCENT, 2.0)
    rule(painter, boxes.foot.top() - GAP / 2, boxes.body)
    source = QRectF(boxes.foot)
    source.setWidth(boxes.foot.width() - _NUMBERS)
    write(painter, source, page.source, type_of(SMALL), colour=QUIET)
    numbers = f"page {page.number} of {page.of}"
    write(painter, boxes.foot, numbers, type_of(SMALL), colour=QUIET, align=_RIGHT)


def rule(painter: QPainter, y: float, across: QRectF, colour: str = RULE, width: float = 1.0) -> None:
    """Draw a line as wide as a box."""
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLine(QLineF(across.left(), y, across.right(), y))
