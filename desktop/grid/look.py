"""The colours and measures of the grid, taken from the palette so that it is at home in light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from desktop.domain.findings import Severity
from desktop.grid.standing import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping


PADDING = 6
"""Pixels between a cell's edge and its text, left and right."""
LEADING = 5
"""Pixels above and below the text of a cell."""
MARK = 7
"""Pixels of the side of a finding's mark."""
_HALF = 128
_SMALL = 0.86
_STRIPE = 6
"""Of 255: every other record is that much darker, or lighter on a dark ground; its tint still shows."""

# Dark blue, dark crimson and a darker orange of the government's analysis palette; paler on a dark ground.
# Each has 3:1 to every ground that a cell can have, and the tones, which letters are written in, 4.5:1.
_LIGHT = {"outline": "#12436D", "error": "#B00020", "query": "#C2490A", "advice": "#5F6E7B"}
_DARK = {"outline": "#8CB8E0", "error": "#FF7286", "query": "#FFA066", "advice": "#AAB7C4"}
_LIGHT_TONES = {Tone.GOOD: "#0B5D33", Tone.CARE: "#7A4500", Tone.BAD: "#A8001C"}
_DARK_TONES = {Tone.GOOD: "#7ADBA4", Tone.CARE: "#FFBE73", Tone.BAD: "#FF9AA8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of one palette."""

    base: QColor
    text: QColor
    muted: QColor
    line: QColor
    edge: QColor
    banner: QColor
    header: QColor
    tint: QColor
    stripe: QColor
    selected: QColor
    outline: QColor
    severities: Mapping[Severity, QColor]
    tones: Mapping[Tone, QColor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The heights of rows and the widths of a character and of a verdict's badge, in pixels, for one font."""

    character: int
    badge: int
    line: int
    row: int
    banner: int


def measures_of(font: QFont, lines: int) -> Measures:
    """The measures of a grid whose cells show so many lines."""
    metrics = QFontMetrics(font)
    line = metrics.lineSpacing()
    return Measures(
        character=metrics.averageCharWidth(),
        badge=3 * metrics.averageCharWidth() + PADDING,
        line=line,
        row=line * lines + 2 * LEADING,
        banner=line + 2 * LEADING + 2,
    )


def smaller(font: QFont) -> QFont:
    """The font for what stands back: row numbers, and the second line of a title."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(round(font.pixelSize() * _SMALL))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def bold(font: QFont) -> QFont:
    """The font for what stands out: codes and titles."""
    strong = QFont(font)
    strong.setBold(True)
    return strong


def look_of(palette: QPalette) -> Look:
    """The grid's colours for a palette; light or dark shows in its base colour."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    dark = base.lightness() < _HALF
    named, tones = (_DARK, _DARK_TONES) if dark else (_LIGHT, _LIGHT_TONES)
    outline = QColor(named["outline"])
    return Look(
        base=base,
        text=text,
        muted=_between(base, text, 0.74),
        line=_between(base, text, 0.11),
        edge=_between(base, text, 0.32),
        banner=_between(base, text, 0.08),
        header=_between(base, text, 0.045),
        tint=_between(base, outline, 0.035),
        stripe=QColor(text.red(), text.green(), text.blue(), _STRIPE),
        selected=_between(base, outline, 0.17),
        outline=outline,
        severities={severity: QColor(named[severity.value]) for severity in Severity},
        tones={tone: QColor(tones.get(tone, outline)) for tone in Tone},
    )


def _between(first: QColor, second: QColor, share: float) -> QColor:
    """The first colour with a share of the second."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )
