"""Type on paper: the sizes of letters, and how much room words take. One unit is a 96th of an inch on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

TITLE, BODY, SMALL = 20, 12, 10
INK, QUIET, RULE, ACCENT = "#1d1f21", "#5a6570", "#ccd1d6", "#12436d"
_ANYWHERE = 100_000.0
_MORE = "…"
_WRAP = Qt.TextFlag.TextWordWrap


def type_of(size: int, *, bold: bool = False) -> QFont:
    """The system's own sans serif; without hinting, so that words are as wide on every device."""
    font = QFont("sans-serif")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def height_of(text: str, font: QFont, width: float) -> float:
    """How high a text stands when it is broken into lines of a width."""
    room = QRectF(0, 0, width, _ANYWHERE)
    return QFontMetricsF(font).boundingRect(room, _WRAP, text).height()


def width_of(text: str, font: QFont) -> float:
    """How wide a text is in one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    *,
    colour: str = INK,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Sets a text from the top of a box, broken into lines that fit its width."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, align | Qt.AlignmentFlag.AlignTop | _WRAP | Qt.TextFlag.TextDontClip, text)


def cut(text: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """A text in two between words, each with a sign at the cut; the first is the longest that fits.

    At least one word stands in either, whatever fits; of a single word, or none, the second is empty.
    """
    words = text.split()
    if len(words) <= 1:
        return text, ""
    fitting, failing = 1, len(words)
    while failing - fitting > 1:
        middle = (fitting + failing) // 2
        if fits(f"{' '.join(words[:middle])} {_MORE}"):
            fitting = middle
        else:
            failing = middle
    return f"{' '.join(words[:fitting])} {_MORE}", f"{_MORE} {' '.join(words[fitting:])}"
