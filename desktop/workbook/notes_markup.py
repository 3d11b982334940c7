"""The markup of a fresh sheet of notes: widths, a header that stays, and a page that it fits on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.workbook.notes_layout import HEADER_ROW, HEADERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.workbook.new_sheet import Setting
    from desktop.workbook.sheet import Sheet

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (14, 40, 10, 18, 12, 60, 12, 12, 18, 40)
_LINE = 15  # points
_HIGHEST = 409  # points: no row can be higher
_VIEW = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="{rows}" topLeftCell="A{first}" '
    'activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>'
)
_PAGE = (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
)


def notes_markup(setting: Setting, lines: Mapping[int, int] | None = None) -> str:
    """A sheet that holds nothing yet, but for the looks of its title and its headers.

    `lines` say how many the text of each row will take, for programs that do not see to that themselves.
    """
    looks = setting.looks
    columns = "".join(
        f'<col min="{column}" max="{column}" width="{width}" style="{looks.wrapped}" customWidth="1"/>'
        for column, width in enumerate(_WIDTHS, start=1)
    )
    heads = "".join(
        f'<c r="{column_letters(column)}{HEADER_ROW}" s="{looks.bold}"/>'
        for column in range(1, len(HEADERS) + 1)
    )
    rows = "".join(
        f'<row r="{row}" ht="{min(_LINE * number, _HIGHEST)}"/>'
        for row, number in sorted((lines or {}).items())
    )
    view = _VIEW.format(rows=HEADER_ROW, first=HEADER_ROW + 1) if setting.has_view else ""
    return (
        f'{_DECLARATION}<worksheet xmlns="{setting.namespace}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_letters(len(HEADERS))}{HEADER_ROW}"/>{view}'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
        f'<row r="1"><c r="A1" s="{looks.bold}"/></row><row r="{HEADER_ROW}">{heads}</row>'
        f"{rows}</sheetData>"
        f"{_PAGE}</worksheet>"
    )


def lines_of(sheet: Sheet) -> Mapping[int, int]:
    """About how many lines the text of each row of notes takes in columns of these widths."""
    return {
        row: max(_lines(text, width) for text, width in zip(sheet.texts(row), _WIDTHS, strict=False))
        for row in range(HEADER_ROW + 1, sheet.height + 1)
    }


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))
