"""A chart to be pasted elsewhere: its title, notes and source, without the margins and the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.printing.typography import BODY, INK, QUIET, SMALL, TITLE, height_of, type_of, write

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QFont

    from desktop.printing.page import ChartPage

_WIDTH, _HEIGHT = 960, 560
_LEAST_CHART = 320.0
"""The picture grows where long notes would leave the chart less."""
_EDGE, _GAP = 16.0, 8.0
_PIXELS = 2
"""Pixels of the image for each unit, so that it stays sharp on a slide."""


class _Words(NamedTuple):
    text: str
    font: QFont
    colour: str

    @property
    def height(self) -> float:
        """With the space beneath."""
        return height_of(self.text, self.font, _WIDTH - 2 * _EDGE) + _GAP / 2


def chart_image(page: ChartPage) -> QImage:
    """The chart of a page on white, at twice the pixels of a plain screen."""
    image = QImage(_size(page) * _PIXELS, QImage.Format.Format_RGB32)
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
    size = _size(page)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter(generator)
    _paint(page, painter)
    painter.end()
    return buffer.data()


def _above(page: ChartPage) -> list[_Words]:
    """The title, what is measured, and how it stands."""
    strong, status = type_of(BODY, bold=True), page.status[:1].upper() + page.status[1:]
    return [
        _Words(page.title, type_of(TITLE, bold=True), INK),
        _Words(page.subtitle, type_of(BODY), QUIET),
        _Words(status, strong, INK),
    ]


def _below(page: ChartPage) -> list[_Words]:
    """The notes under their flags, and the source."""
    notes = [_Words(f"{note.flag} {note.text}".strip(), type_of(BODY), INK) for note in page.notes]
    return [*notes, _Words(page.source, type_of(SMALL), QUIET)]


def _size(page: ChartPage) -> QSize:
    around = sum(words.height for words in (*_above(page), *_below(page))) + 2 * (_EDGE + _GAP)
    return QSize(_WIDTH, max(_HEIGHT, round(around + _LEAST_CHART)))


def _paint(page: ChartPage, painter: QPainter) -> None:
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    below = _below(page)
    bottom = _size(page).height() - _EDGE - sum(words.height for words in below)
    top = _set(_above(page), painter, _EDGE) + _GAP
    _set(below, painter, bottom)
    if page.drawing is not None:
        painter.setFont(type_of(BODY))
        page.drawing(painter, QRectF(_EDGE, top, _WIDTH - 2 * _EDGE, bottom - _GAP - top))


def _set(lines: list[_Words], painter: QPainter, top: float) -> float:
    """Set words one beneath the other, and give where they end."""
    for words in lines:
        box = QRectF(_EDGE, top, _WIDTH - 2 * _EDGE, words.height)
        write(painter, box, words.text, words.font, colour=words.colour)
        top += words.height
    return top
