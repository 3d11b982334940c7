"""One look for every chart, light and dark: colours, dashes and widths.

The colours are those of the Government Analysis Function's categorical palette
(https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/); on a dark
ground lighter tints of the same hues. Every mark has a contrast of at least 3:1 to the ground, text 4.5:1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain.findings import Severity
from desktop.domain.ratings import Rag

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

DASHED = (5.0, 3.0)
"""The dashes of what is planned: on and off, in widths of the line."""
CHAINED = (6.0, 2.0, 1.0, 2.0)
"""The dashes of control limits and of what lies within bounds."""
DOTTED = (0.1, 2.4)
"""The dots of what is held, rounded by the pen's cap."""
LINE = 2.0
THIN = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as #rrggbb."""

    ground: str
    text: str
    quiet: str
    grid: str
    actual: str
    planned: str
    target: str
    baseline: str
    envelope: str
    compared: str
    band: str
    green: str
    amber: str
    red: str
    error: str
    query: str
    advice: str
    on_flag: str
    focus: str

    def status(self, rag: Rag) -> str:
        """The colour of a status, which its shape and letter always go with."""
        return {Rag.GREEN: self.green, Rag.AMBER: self.amber, Rag.RED: self.red}[rag]

    def of(self, severity: Severity) -> str:
        """The colour of a finding, which its letter or its number always goes with."""
        return {Severity.ERROR: self.error, Severity.QUERY: self.query, Severity.ADVICE: self.advice}[
            severity
        ]


LIGHT = Theme(
    ground="#ffffff",
    text="#1d1f21",
    quiet="#5a6570",
    grid="#e6e8ea",
    actual="#12436d",
    planned="#12436d",
    target="#801650",
    baseline="#5a6570",
    envelope="#e9edf1",
    compared="#1f877e",
    band="#e4f2f0",
    green="#00632f",
    amber="#8a5200",
    red="#a8003c",
    error="#a8003c",
    query="#b04a10",
    advice="#3d3d3d",
    on_flag="#ffffff",
    focus="#1f877e",
)
DARK = Theme(
    ground="#1e2124",
    text="#eceef0",
    quiet="#a9b3bc",
    grid="#363b40",
    actual="#7db4e6",
    planned="#7db4e6",
    target="#f08cc0",
    baseline="#a9b3bc",
    envelope="#2c333a",
    compared="#45c4b8",
    band="#20383a",
    green="#6fd39b",
    amber="#f2b861",
    red="#ff8aa5",
    error="#ff8aa5",
    query="#f79a6b",
    advice="#c4c9ce",
    on_flag="#1e2124",
    focus="#28a197",
)

_BLACK_OR_WHITE = 128
_STRONG = {LIGHT: "#000000", DARK: "#ffffff"}
"""The ink of charts where the system asks for high contrast."""
_BLACK = "#000000"
_MARK, _TEXT = 3.0, 4.5
"""The least contrast ratios (WCAG 2.2, success criteria 1.4.11 and 1.4.3)."""


def theme_for(palette: QPalette) -> Theme:
    """The theme that suits a widget's palette, which follows the system's light or dark setting.

    Its ground is the palette's own, so that a chart and what it lies in do not differ by a shade; where that
    would leave too little contrast it keeps its own. Where the system asks for high contrast, or the ground
    is plain black, all text and lines are as strong as can be.
    """
    ground = palette.color(palette.ColorRole.Base)
    theme = DARK if ground.lightness() < _BLACK_OR_WHITE else LIGHT
    return _on(theme, ground.name(), strong=_high_contrast() or ground.name() == _BLACK)


def _high_contrast() -> bool:
    """Whether the system asks for high contrast; Qt says so from 6.10 on."""
    hints = QGuiApplication.styleHints()
    asked = getattr(hints, "accessibility", None)
    return asked is not None and asked().contrastPreference() is Qt.ContrastPreference.HighContrast


@lru_cache(maxsize=16)
def _on(theme: Theme, ground: str, *, strong: bool) -> Theme:
    there = replace(theme, ground=ground)
    there = there if legible(there) else theme
    if not strong:
        return there
    ink = _STRONG[theme]
    grid = "#767676"  # 4.5:1 on white as on black
    return replace(there, text=ink, quiet=ink, baseline=ink, actual=ink, planned=ink, grid=grid)


def legible(theme: Theme) -> bool:
    """Whether every mark and every text can be told from the ground."""
    marks = (theme.actual, theme.planned, theme.baseline, theme.query, theme.advice, theme.focus)
    texts = (theme.text, theme.quiet, theme.target, theme.error, theme.green, theme.amber, theme.red)
    return all(contrast(mark, theme.ground) >= _MARK for mark in marks) and all(
        contrast(text, theme.ground) >= _TEXT for text in texts
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's constants
        for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
