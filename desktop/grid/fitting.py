"""Texts fitted to cells: wrapped and shortened with an ellipsis, never cut without a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_MOST_KEPT = 20_000
_BREAK = "\u2028"


class TextFitter:
    """Fits texts in one font, and remembers how: a page that is painted again costs no measuring."""

    def __init__(self, font: QFont) -> None:
        """Fit texts in this font."""
        self.font = font
        self.metrics = QFontMetrics(font)
        self._fitted: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def fit(self, text: str, width: int, lines: int = 1) -> tuple[str, ...]:
        """The lines of a text that has so many pixels and lines of room."""
        key = (text, width, lines)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) >= _MOST_KEPT:
                self._fitted.clear()
            found = self._wrapped(text, width, lines) if lines > 1 else (self._shortened(text, width),)
            self._fitted[key] = found
        return found

    def _shortened(self, text: str, width: int) -> str:
        return self.metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)

    def _wrapped(self, text: str, width: int, lines: int) -> tuple[str, ...]:
        whole = _BREAK.join(text.strip().splitlines())
        layout = QTextLayout(whole, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if len(found) == lines - 1:
                found.append(self._last(whole[line.textStart() :], width))
                break
            found.append(whole[line.textStart() : line.textStart() + line.textLength()].strip(f" {_BREAK}"))
        layout.endLayout()
        return tuple(found)

    def _last(self, rest: str, width: int) -> str:
        first, broken, _ = rest.partition(_BREAK)
        return self._shortened(f"{first} …" if broken else first, width)
