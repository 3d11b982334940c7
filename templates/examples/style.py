"""How both examples look: Arial, two quiet fills, thin grey rules, and A4 landscape pages."""

import math
import textwrap
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Content = str | int | float | date | None

NAVY = "1F3A4D"
MIST = "E8EEF1"
SAND = "F7F4EC"
WHITE = "FFFFFF"
INK = "1A1A1A"
GREY = "A9B4BA"

# Arial sets about this many characters, times the column's width, over the type size: a little fewer than
# it really does, so that a row is rather a line too high than a line too low.
_CHARACTERS = 11.4
_BOLD_CHARACTERS = 10.2
_LEADING = 1.28
_PADDING = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The face of a cell; sizes in points, colours as RRGGBB."""

    size: float = 9
    bold: bool = False
    italic: bool = False
    ink: str = INK
    fill: str | None = None
    across: str = "left"
    down: str = "top"
    ruled: bool = True
    indent: int = 0

    def on(self, cell: "Cell", number_format: str | None = None) -> None:
        """Dress a cell; a number format where one is given."""
        cell.font = Font(name="Arial", size=self.size, bold=self.bold, italic=self.italic, color=self.ink)
        cell.alignment = Alignment(
            horizontal=self.across, vertical=self.down, wrap_text=True, indent=self.indent
        )
        if self.fill:
            cell.fill = PatternFill("solid", fgColor=self.fill)
        if self.ruled:
            side = Side(style="thin", color=GREY)
            cell.border = Border(left=side, right=side, top=side, bottom=side)
        if number_format:
            cell.number_format = number_format

    def height(self, text: str, width: float) -> float:
        """Points that a text needs in a column of this width (in Excel's character units)."""
        per_line = max(1, int(width * (_BOLD_CHARACTERS if self.bold else _CHARACTERS) / self.size))
        lines = sum(max(1, len(textwrap.wrap(part, per_line))) for part in text.split("\n"))
        return math.ceil(lines * self.size * _LEADING + _PADDING)


BODY = Look()
TITLE = Look(size=16, bold=True, ink=NAVY, down="center", ruled=False)
SUBTITLE = Look(size=10, ink=NAVY, down="center", ruled=False)
HEADER = Look(bold=True, fill=MIST, across="center", down="center")
BAND = Look(size=11, bold=True, ink=WHITE, fill=NAVY, down="center", indent=1)
CENTRED = replace(BODY, across="center")
STRONG = replace(BODY, bold=True)


def put(
    sheet: "Worksheet", where: str, value: Content, look: Look, number_format: str | None = None
) -> "Cell":
    """Write one value, dressed."""
    cell: Cell = sheet[where]
    cell.value = value
    look.on(cell, number_format)
    return cell


def merge(sheet: "Worksheet", area: str, look: Look) -> None:
    """Merge an area and dress every cell of it, so that its rules close all round."""
    for row in sheet[area]:
        for cell in row:
            look.on(cell)
    sheet.merge_cells(area)


def titles(sheet: "Worksheet", last: str, lines: "Sequence[str]") -> None:
    """Write the lines across the top, the first one large, and leave a thin gap below them."""
    for row, line in enumerate(lines, start=1):
        look = SUBTITLE if row > 1 else TITLE
        put(sheet, f"A{row}", line, look)
        merge(sheet, f"A{row}:{last}{row}", look)
        sheet.row_dimensions[row].height = math.ceil(look.size * 1.6)
    sheet.row_dimensions[len(lines) + 1].height = 6


def widths(sheet: "Worksheet", columns: dict[str, float]) -> None:
    """Set the columns' widths, and Arial for whatever is typed into them later."""
    for letter, width in columns.items():
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].font = Font(name="Arial", size=9)


def landscape(sheet: "Worksheet", *, repeat: str | None, footer: str) -> None:
    """A4 on its side, one page wide, with a footer and, where asked for, rows repeated on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.5, 0.65
    margins.header = margins.footer = 0.3
    sheet.print_title_rows = repeat
    foot = HeaderFooterItem()
    foot.left.text, foot.center.text, foot.right.text = footer, "&A", "Page &P of &N"
    for part in (foot.left, foot.center, foot.right):
        part.font, part.size = "Arial,Regular", 8
    sheet.HeaderFooter.oddFooter = foot
    sheet.sheet_view.showGridLines = False
