"""The type of the chart's labels, and how much room a text takes in it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.charts.label_requests import Role

_BOLD = {Role.FLAG, Role.NOTE, Role.STATUS, Role.VALUE, Role.READOUT}
_PADDING = 4.0


def lettering(font: QFont, role: Role) -> QFont:
    """The type of a label: figures and flags bold, all of the given size."""
    made = QFont(font)
    made.setBold(role in _BOLD)
    return made


def measure_in(font: QFont, text: str, role: Role) -> tuple[float, float]:
    """Width and height of a text in the type of its role, in the font's own units, with a little air."""
    metrics = QFontMetricsF(lettering(font, role))
    lines = text.split("\n")
    return max(map(metrics.horizontalAdvance, lines)) + _PADDING, metrics.height() * len(lines)
