"""Paints a report card, within a page that is already scaled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.printing.card_measures import (
    CURVE,
    PADDING,
    SIDE,
    cells_of,
    divide_card,
    line_font,
    line_height,
    part_height,
    standing_words,
)
from desktop.printing.surround import GAP, paint_surround, rule
from desktop.printing.typography import ACCENT, BODY, INK, QUIET, RULE, SMALL, height_of, type_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.printing.page import CardPage, Part

_GOES_ON = "continued on the next page →"
_CURVE = "The curve to turn"
_STANDING = ("Status against plan", "Direction of travel")


def paint_card(page: CardPage, painter: QPainter) -> None:
    """Set one page of a report card."""
    boxes = divide_card(page)
    paint_surround(page, "", painter, boxes.surround)
    if page.drawing is not None:
        _standing(page, painter, boxes.standing)
        curve = boxes.chart.adjusted(0, -CURVE, 0, 0)
        write(painter, curve, _CURVE, type_of(BODY, bold=True), colour=ACCENT)
        painter.setFont(type_of(BODY))
        page.drawing(painter, boxes.chart)
    top = boxes.parts.top()
    for part in page.parts:
        height = part_height(part, boxes.parts.width())
        rule(painter, top, boxes.parts)
        _part(part, painter, QRectF(boxes.parts.left(), top + GAP * 0.6, boxes.parts.width(), height))
        top += height
    if page.goes_on:
        foot = QRectF(boxes.surround.foot)
        foot.moveTop(foot.top() - GAP * 2.2)
        right = Qt.AlignmentFlag.AlignRight
        write(painter, foot, _GOES_ON, type_of(SMALL, bold=True), colour=QUIET, align=right)


def _standing(page: CardPage, painter: QPainter, box: QRectF) -> None:
    left = box.left()
    for label, (text, width) in zip(_STANDING, standing_words(page, box.width()), strict=True):
        frame = QRectF(left, box.top(), width, box.height())
        painter.setPen(QPen(QColor(RULE), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        words = frame.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        write(painter, words, label, type_of(SMALL), colour=QUIET)
        words.setTop(words.top() + height_of(label, type_of(SMALL), width))
        write(painter, words, text[:1].upper() + text[1:], type_of(BODY, bold=True))
        left += width + GAP


def _part(part: Part, painter: QPainter, box: QRectF) -> None:
    heading = type_of(BODY, bold=True)
    side = QRectF(box.left(), box.top(), SIDE - GAP, box.height())
    write(painter, side, part.heading, heading, colour=ACCENT)
    side.setTop(side.top() + height_of(part.heading, heading, side.width()))
    write(painter, side, part.remark, type_of(SMALL), colour=QUIET)
    place = QRectF(box.left() + SIDE, box.top(), box.width() - SIDE, 0.0)
    for line in part.lines:
        place.setHeight(line_height(line, place.width()))
        for text, cell in cells_of(line, place):
            write(painter, cell, text, line_font(line), colour=QUIET if line.quiet else INK)
        place.moveTop(place.bottom())
