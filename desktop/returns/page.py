"""How a sheet of a return prints: one page wide, named and numbered at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.returns.layouts import Page

_INCH = 72.0
_PIXEL = 0.75  # points
_CHARACTER, _GUTTER = 7, 5  # pixels: a column's width counts characters between two gutters
_NEARLY = 0.96  # of the paper's height; printers differ a little


def set_page(sheet: Worksheet, page: Page, *, area: tuple[int, int], repeat: str, footer: str) -> None:
    """Set the sheet up for print; `area` is its last row and column, `repeat` the rows on every page."""
    last_row, last_column = area
    sheet.print_area = f"A1:{get_column_letter(last_column)}{last_row}"
    sheet.print_title_rows = repeat
    sheet.page_setup.orientation = page.orientation
    sheet.page_setup.paperSize = page.paper
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = page.side
    margins.top, margins.bottom = page.top, page.bottom
    margins.header = margins.footer = page.footer
    _foot(sheet, page, footer)
    sheet.sheet_view.showGridLines = False


def _foot(sheet: Worksheet, page: Page, footer: str) -> None:
    foot = HeaderFooterItem()
    foot.left.text = footer.replace("&", "&&")
    foot.center.text, foot.right.text = "&A", "Page &P of &N"
    for part in (foot.left, foot.center, foot.right):
        part.font, part.size = page.footer_font, page.footer_size
    sheet.HeaderFooter.oddFooter = foot


def page_room(page: Page, widths: tuple[float, ...], repeated: float) -> float:
    """Points of rows that one page takes below the repeated ones, shrunk as the widths demand."""
    across = sum(width * _CHARACTER + _GUTTER for width in widths) * _PIXEL
    scale = min(1.0, (page.width - 2 * page.side) * _INCH / across)
    return (page.height - page.top - page.bottom) * _INCH * _NEARLY / scale - repeated
