"""A sheet with a row to a record: targets, spends, or what a section says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.returns.cells import height, put, put_across
from desktop.returns.page import set_page
from desktop.returns.printed import as_printed
from desktop.returns.rows import set_widths
from desktop.workbook.formats import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.expenditure import Expenditure
    from desktop.domain.targets import Target
    from desktop.domain.values import Value
    from desktop.returns.cells import Held
    from desktop.returns.indicator_sheet import Letterhead
    from desktop.returns.layouts import Form, ListLayout

_TITLE_HEIGHT, _LETTERHEAD_HEIGHT, _GAP, _LEAST = 26.0, 18.0, 9.0, 16.0
_DATES = ("dd/mm/yyyy", "d/m/yyyy", "dd/mm/yy", "d/m/yy")


class Filled(NamedTuple):
    """What a cell of a list holds, its number format, and the text that it shows."""

    held: Held
    code: str
    text: str


def text_cell(text: str) -> Filled:
    """A text, or the whole number that it is."""
    return Filled(int(text) if text.isascii() and text.isdigit() else text or None, "", text)


def value_cell(value: Value | None, layout: ListLayout) -> Filled:
    """A value as the workbook shows it."""
    if value is None:
        return Filled(None, "", "")
    held, code = as_printed(value, layout.number_formats)
    return Filled(held, code, value.raw)


def target_cells(target: Target, layout: ListLayout) -> dict[str, Filled]:
    """What a target says, by field."""
    return {
        "indicator": text_cell(target.indicator),
        "value": value_cell(target.value, layout),
        "date": _date_cell(target),
        "set_by": text_cell(target.set_by),
        "where": text_cell(target.where),
        "words": text_cell(target.words),
    }


def _date_cell(target: Target) -> Filled:
    """A real date where a date is shown just as the workbook does, or the text as it stands."""
    raw = target.date_raw.strip()
    if target.date is not None:
        for code in _DATES:
            if shown(target.date, code) == raw:
                return Filled(target.date, code, raw)
    return text_cell(raw)


def spend_cells(spend: Expenditure, layout: ListLayout) -> dict[str, Filled]:
    """What is to be spent, by field."""
    return {
        "group": text_cell(spend.group),
        "area": text_cell(spend.area),
        "question": text_cell(spend.question),
        "amount": value_cell(spend.amount, layout),
    }


def fill_list(
    sheet: Worksheet,
    form: Form,
    layout: ListLayout,
    rows: Sequence[dict[str, Filled]],
    letterhead: Letterhead,
) -> None:
    """Fill a fresh sheet; without records it is the empty form, with one row to begin with."""
    header = begin(sheet, form, layout, letterhead)
    blank = {column.field: Filled(None, "", "") for column in layout.columns}
    for row, cells in enumerate(rows or (blank,), start=header + 1):
        fill_row(sheet, row, form, layout, cells)
    last = header + max(1, len(rows))
    sheet.auto_filter.ref = f"A{header}:{chr(ord('@') + len(layout.columns))}{last}"
    finish(sheet, form, layout, (header, last), letterhead)


def begin(sheet: Worksheet, form: Form, layout: ListLayout, letterhead: Letterhead) -> int:
    """Set the widths and fill the letterhead and the headers; the row of the headers."""
    set_widths(sheet, (column.width for column in layout.columns))
    put(sheet, 1, 1, layout.title, form.looks["title"])
    line = letterhead.lines[0] if letterhead.lines else None
    put_across(sheet, 2, (1, len(layout.columns)), line, form.looks["letterhead"])
    for row, points in enumerate((_TITLE_HEIGHT, _LETTERHEAD_HEIGHT, _GAP), start=1):
        sheet.row_dimensions[row].height = points
    points = _LEAST
    for number, column in enumerate(layout.columns, start=1):
        put(sheet, 4, number, column.header, form.looks["header"])
        points = max(points, height(column.header, column.width, form.looks["header"]))
    sheet.row_dimensions[4].height = points
    return 4


def fill_row(sheet: Worksheet, row: int, form: Form, layout: ListLayout, cells: dict[str, Filled]) -> None:
    """Fill one row, as high as its texts need."""
    points = _LEAST
    for number, column in enumerate(layout.columns, start=1):
        held, code, text = cells[column.field]
        look = form.looks[column.look]
        put(sheet, row, number, held, look, code)
        points = max(points, height(text, column.width, look))
    sheet.row_dimensions[row].height = points


def finish(
    sheet: Worksheet, form: Form, layout: ListLayout, rows: tuple[int, int], letterhead: Letterhead
) -> None:
    """Set the sheet up for print; `rows` are that of the headers and the last one."""
    header, last = rows
    area = (last, len(layout.columns))
    set_page(sheet, form.page, area=area, repeat=f"{header}:{header}", footer=letterhead.footer)
    sheet.freeze_panes = f"A{header + 1}"
