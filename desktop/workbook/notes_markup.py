"""The markup of a fresh sheet of notes: widths, a header that stays, and a page that it fits on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.workbook.notes_layout import ABOUT, HEADER_ROW, HEADERS, TEXT

if TYPE_CHECKING:
    from desktop.workbook.new_sheet import Setting

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (14, 34, 10, 18, 12, 60, 12, 12, 18, 24)
_WRAPPED = frozenset({ABOUT, TEXT})
_VIEW = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="{rows}" topLeftCell="A{first}" '
    'activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>'
)
_PAGE = (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
)


def notes_markup(setting: Setting) -> str:
    """A sheet that holds nothing yet, but for the looks of its title and its headers."""
    looks = setting.looks
    columns = "".join(
        f'<col min="{column}" max="{column}" width="{width}" '
        f'style="{looks.wrapped if header in _WRAPPED else looks.plain}" customWidth="1"/>'
        for column, (header, width) in enumerate(zip(HEADERS, _WIDTHS, strict=True), start=1)
    )
    heads = "".join(
        f'<c r="{column_letters(column)}{HEADER_ROW}" s="{looks.bold}"/>'
        for column in range(1, len(HEADERS) + 1)
    )
    view = _VIEW.format(rows=HEADER_ROW, first=HEADER_ROW + 1) if setting.has_view else ""
    return (
        f'{_DECLARATION}<worksheet xmlns="{setting.namespace}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_letters(len(HEADERS))}{HEADER_ROW}"/>{view}'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
        f'<row r="1"><c r="A1" s="{looks.bold}"/></row><row r="{HEADER_ROW}">{heads}</row></sheetData>'
        f"{_PAGE}</worksheet>"
    )
