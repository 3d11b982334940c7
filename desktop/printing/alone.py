"""A chart to be pasted elsewhere: its title and its source, without the margins and the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.printing.typography import BODY, INK, QUIET, SMALL, TITLE, height_of, type_of, write

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

    from desktop.printing.page import ChartPage

_WIDTH, _HEIGHT = 960, 560
_EDGE, _GAP = 16.0, 8.0
_PIXELS = 2
"""Pixels of the image for each unit, so that it stays sharp on a slide."""


def chart_image(page: ChartPage) -> QImage:
    """The chart of a page on white, at twice the pixels of a plain screen."""
    image = QImage(QSize(_WIDTH, _HEIGHT) * _PIXELS, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    painter.scale(_PIXELS, _PIXELS)
    _paint(page, painter)
    painter.end()
    return image


def chart_svg(page: ChartPage) -> QByteArray:
    """The chart of a page as SVG, with its words as text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(page.title)
    generator.setSize(QSize(_WIDTH, _HEIGHT))
    generator.setViewBox(QRectF(0, 0, _WIDTH, _HEIGHT))
    painter = QPainter(generator)
    _paint(page, painter)
    painter.end()
    return buffer.data()


def _paint(page: ChartPage, painter: QPainter) -> None:
    """Title, what it is measured in and how it stands above the chart, its source beneath."""
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    width, top = _WIDTH - 2 * _EDGE, _EDGE
    above = (
        (page.title, type_of(TITLE, bold=True), INK),
        (page.subtitle, type_of(BODY), QUIET),
        (page.status[:1].upper() + page.status[1:], type_of(BODY, bold=True), INK),
    )
    for words, font, colour in above:
        height = height_of(words, font, width)
        box = QRectF(_EDGE, top, width, height)
        write(painter, box, words, font, colour=colour)
        top += height + _GAP / 2
    foot = height_of(page.source, type_of(SMALL), width)
    bottom = _HEIGHT - _EDGE - foot
    if page.drawing is not None:
        painter.setFont(type_of(BODY))
        page.drawing(painter, QRectF(_EDGE, top + _GAP, width, bottom - top - 2 * _GAP))
    write(painter, QRectF(_EDGE, bottom, width, foot), page.source, type_of(SMALL), colour=QUIET)
