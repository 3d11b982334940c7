"""Bytes → sheets: the values of every sheet, read after the guard has passed the package."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from desktop.workbook.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.workbook.package import Package


def read_sheets(package: Package) -> tuple[Sheet, ...]:
    """Every worksheet of the package, in the order of its tabs."""
    try:
        rows = _fast_rows(package)
    except CalamineError:  # a shape that the fast reader does not know: the slow one takes a second look
        rows = _careful_rows(package)
    return tuple(
        Sheet(name=name, package=package, rows=rows[name], columns=max(map(len, rows[name]), default=0))
        for name in (part.name for part in package.sheets)
        if name in rows
    )


def _fast_rows(package: Package) -> Mapping[str, Sequence[Sequence[object]]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(package.data))
    wanted = {part.name for part in package.sheets}
    return {
        name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in workbook.sheet_names
        if name in wanted
    }


def _careful_rows(package: Package) -> Mapping[str, Sequence[Sequence[object]]]:
    import openpyxl

    workbook = openpyxl.load_workbook(io.BytesIO(package.data), read_only=True, data_only=True)
    return {
        sheet.title: [
            ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in workbook.worksheets
    }
