"""A plan as a ruled table: a title and lines above it, column headings, bands, and rows of texts."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from templates.examples.style import BAND, BODY, HEADER, SUBTITLE, TITLE, landscape, merge, put, widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from templates.examples.style import Look

_HIGHEST = 409.0  # points; no row of a workbook can be higher
_TITLE_HEIGHT, _GAP, _BAND_HEIGHT = 34.0, 6.0, 20.0
LINE = replace(SUBTITLE, indent=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledColumn:
    """One column: its heading, its width in characters, and how its cells look."""

    heading: str
    width: float
    look: "Look" = BODY


class RuledTable:
    """A sheet that is filled from top to bottom."""

    def __init__(self, sheet: "Worksheet", columns: "Sequence[RuledColumn]") -> None:
        """Set the widths; nothing is written yet."""
        self.sheet, self.columns, self.row = sheet, columns, 1
        self.last = get_column_letter(len(columns))
        self.width = sum(column.width for column in columns)
        widths(
            sheet, {get_column_letter(number): column.width for number, column in enumerate(columns, start=1)}
        )

    def head(self, title: str, lines: "Sequence[str]", *, room: int) -> None:
        """The title, its last `room` columns left to the mark, and the lines beneath it."""
        until = get_column_letter(len(self.columns) - room)
        put(self.sheet, f"A{self.row}", title, TITLE)
        merge(self.sheet, f"A{self.row}:{until}{self.row}", TITLE)
        self._end(_TITLE_HEIGHT)
        for line in lines:
            put(self.sheet, f"A{self.row}", line, LINE)
            merge(self.sheet, f"A{self.row}:{until}{self.row}", LINE)
            self._end(LINE.height(line, self.width - sum(one.width for one in self.columns[-room:])))
        self._end(_GAP)

    def headings(self) -> None:
        """The row that names the columns; it is repeated on every printed page and stays in view."""
        for letter, column in self._lettered():
            put(self.sheet, f"{letter}{self.row}", column.heading or None, HEADER)
        self.sheet.print_title_rows = f"{self.row}:{self.row}"
        self.sheet.freeze_panes = f"A{self.row + 1}"
        self._end(_BAND_HEIGHT)

    def band(self, text: str) -> None:
        """A text across the whole table."""
        put(self.sheet, f"A{self.row}", text, BAND)
        merge(self.sheet, f"A{self.row}:{self.last}{self.row}", BAND)
        self._end(_BAND_HEIGHT)

    def add(self, texts: "Sequence[str]") -> None:
        """One row; an empty text leaves its cell blank."""
        points = 0.0
        for (letter, column), text in zip(self._lettered(), texts, strict=True):
            put(self.sheet, f"{letter}{self.row}", text or None, column.look)
            points = max(points, column.look.height(text, column.width))
        self._end(min(_HIGHEST, points))

    def finish(self, footer: str) -> None:
        """Set the sheet up for print."""
        self.sheet.sheet_view.zoomScale = 90
        self.sheet.print_area = f"A1:{self.last}{self.row - 1}"
        landscape(self.sheet, repeat=self.sheet.print_title_rows, footer=footer)

    def _lettered(self) -> "list[tuple[str, RuledColumn]]":
        return [(get_column_letter(number), column) for number, column in enumerate(self.columns, start=1)]

    def _end(self, points: float) -> None:
        self.sheet.row_dimensions[self.row].height = points
        self.row += 1
