"""What the grid wears: colours, measures and fonts, as the palette and the font are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.grid.columns import Emphasis
from desktop.grid.fitting import TextFitter
from desktop.grid.look import LEADING, bold, look_of, measures_of, smaller

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont, QPalette

    from desktop.grid.columns import GridColumn


class Dress:
    """The colours, measures and fonts that all parts share; `lines` is how many lines a row shows."""

    def __init__(self, font: QFont, palette: QPalette) -> None:
        """Wear this font and these colours, with one line to a row."""
        self.take_up(font, palette, 1)

    def take_up(self, font: QFont, palette: QPalette, lines: int) -> None:
        """Change into another font and palette, and another number of lines."""
        self.lines = lines
        self.look = look_of(palette)
        self.measures = measures_of(font, lines)
        self.plain, self.strong, self.small = map(TextFitter, (font, bold(font), smaller(font)))

    def fitter(self, column: GridColumn) -> TextFitter:
        """What fits the texts of a column."""
        return self.strong if column.emphasis is Emphasis.STRONG else self.plain

    def lines_in(self, column: GridColumn, height: int) -> int:
        """How many lines of a column's text there are in a row of a height, without its banner."""
        return max(1, (height - 2 * LEADING) // self.measures.line) if column.wraps else 1

    def body(self, rect: QRect, *, banner: bool) -> QRect:
        """The part of a row's rectangle that is not its banner's."""
        return rect.adjusted(0, self.measures.banner, 0, 0) if banner else rect
