"""A progress report as a workbook: how strands and indicators stand, and each change since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.progress.tables import tables_of
from desktop.returns.cells import put
from desktop.returns.forms import read_form
from desktop.returns.fresh_file import fresh_workbook, write_fresh
from desktop.returns.page import set_page
from desktop.returns.rows import Rows, set_widths

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.progress.report import Progress
    from desktop.progress.tables import Held, ProgressTable
    from desktop.returns.forms import Form

_FORM = "map-indicators"
"""The form whose check sheet lends its looks."""
_TITLE, _LINE, _FIRST = 1, 2, 4  # rows
_HEIGHTS = {_TITLE: 26.0, _LINE: 18.0}
_COUNT = 12.0  # characters
_WIDTHS = {
    "Strands": (40.0, 14.0, 17.0),
    "Indicators": (16.0, 80.0, 14.0, 17.0, 20.0),
    "Changes": (12.0, 44.0, 20.0, 16.0, 26.0, 26.0, 24.0),
}
_LOOKS = {"G": "advice", "A": "query", "R": "error"}
"""The look of a verdict, by its letter."""


def write_progress(progress: Progress, out: Path) -> None:
    """Write the report to `out`, all of it or nothing; raises WorkbookInUse or SaveFailed."""
    form = read_form(_FORM)
    workbook = fresh_workbook(form.looks.values(), "Progress report")
    for table in tables_of(progress):
        _add(workbook, form, progress, table)
    write_fresh(workbook, out)


def _add(workbook: Workbook, form: Form, progress: Progress, table: ProgressTable) -> None:
    """A sheet with its title, what it is about, and the table."""
    sheet: Worksheet = workbook.create_sheet(table.name)
    named = _WIDTHS[table.name]
    set_widths(sheet, (*named, *(_COUNT for _ in table.headers[len(named) :])))
    for row, points in _HEIGHTS.items():
        sheet.row_dimensions[row].height = points
    put(sheet, _TITLE, 1, f"Progress report: {table.name.lower()}", form.looks["title"])
    for column in range(1, len(table.headers) + 1):
        put(sheet, _LINE, column, progress.line if column == 1 else None, form.looks["letterhead"])
    last = _fill(sheet, form, table)
    sheet.freeze_panes = f"A{_FIRST + 1}"
    area = (last, len(table.headers))
    set_page(sheet, form.page, area=area, repeat=f"{_FIRST}:{_FIRST}", footer=progress.name)


def _fill(sheet: Worksheet, form: Form, table: ProgressTable) -> int:
    """Fill the table in, and give its last row."""
    rows = Rows(sheet, first=_FIRST)
    rows.add(table.headers, form.looks["heading"])
    for number, row in enumerate(table.rows, start=1):
        total = table.totals and number == len(table.rows)
        rows.add(row, form.looks["code" if total else "finding"])
        for column in table.verdicts:
            _dress(sheet, form, rows.last, column + 1, row[column])
    if not table.rows:
        rows.add(["Nothing changed."], form.looks["note"])
    return rows.last


def _dress(sheet: Worksheet, form: Form, row: int, column: int, verdict: Held) -> None:
    look = _LOOKS.get(str(verdict)[:2].strip())
    if look is not None:
        put(sheet, row, column, verdict, form.looks[look])
