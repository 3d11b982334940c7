"""Bytes → sheets: the values of every sheet, read after the guard has passed the package."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from typing import TYPE_CHECKING, Any, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

from desktop.domain.cells import parse_a1
from desktop.workbook.formats import shown
from desktop.workbook.markup import attributes_of, unescaped
from desktop.workbook.sheet import Sheet
from desktop.workbook.staleness import stale_as_filed
from desktop.workbook.vetted import vetted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from python_calamine import CalamineSheet

    from desktop.domain.edits import Content
    from desktop.workbook.package import Package
    from desktop.workbook.sheet_scan import SheetScan

_Cells: TypeAlias = list[list[Any]]

_AS_READ = frozenset({str, float, int, bool, dt.date})
_MIDNIGHT = dt.time()
_MANY_CELLS = 500_000  # from here on texts that are held twice are felt
_ERROR_CELL = re.compile(
    rb"<(?:\w+:)?c(?=\s)([^>]*\st=[\"']e[\"'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]+)", re.DOTALL
)


def read_sheets(package: Package) -> tuple[Sheet, ...]:
    """Every worksheet of the package, in the order of its tabs; NotAWorkbook where one is damaged."""
    parts = vetted(package)
    try:
        cells = _fast_cells(package, parts)
    except CalamineError:  # a shape that the fast reader does not know: the slow one takes a second look
        cells = _careful_cells(package, parts)
    if not any(part.name in cells for part in package.sheets):
        raise package.damaged()
    return tuple(
        _sheet(package, part.name, cells[part.name]) for part in package.sheets if part.name in cells
    )


def _fast_cells(package: Package, parts: bytes) -> Mapping[str, _Cells]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(parts))
    wanted = {part.name for part in package.sheets}
    found: dict[str, _Cells] = {}
    for name in workbook.sheet_names:
        if name in wanted:
            found[name] = _cells(workbook.get_sheet_by_name(name))
            for row, column, error in _errors(package.scan(name)):
                if row <= len(found[name]) and column <= len(found[name][0]):
                    found[name][row - 1][column - 1] = error
    return found


def _cells(sheet: CalamineSheet) -> _Cells:
    """The cells of a sheet; in a large one, of texts that are alike one is kept."""
    cells = sheet.to_python(skip_empty_area=False)
    if sheet.height * sheet.width >= _MANY_CELLS:
        texts: dict[str, str] = {}
        for row in cells:
            row[:] = [texts.setdefault(held, held) if type(held) is str else held for held in row]
    return cells


def _errors(scan: SheetScan) -> Iterator[tuple[int, int, str]]:
    """The cells that hold an error, such as #REF!, which the fast reader takes for blank ones."""
    if b't="e"' in scan.text or b"t='e'" in scan.text:
        for tag, error in _ERROR_CELL.findall(scan.plain, *scan.data_span):
            place = parse_a1(attributes_of(tag).get("r", ""))
            if place is not None:
                yield *place, unescaped(error)


def _careful_cells(package: Package, parts: bytes) -> Mapping[str, _Cells]:
    try:
        return _slowly_read(parts)
    except Exception as cause:  # whatever it stumbles over, two readers have now failed on this workbook
        raise package.damaged() from cause


def _slowly_read(parts: bytes) -> Mapping[str, _Cells]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are for a programmer
        workbook = openpyxl.load_workbook(io.BytesIO(parts), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what a sheet says of its own size may leave out cells
        return {
            sheet.title: [
                ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
            ]
            for sheet in workbook.worksheets
        }


def _sheet(package: Package, name: str, cells: _Cells) -> Sheet:
    width = max(map(len, cells), default=0)
    rows = [_row(package, name, number, row, width) for number, row in enumerate(cells, start=1)]
    stale = stale_as_filed(package, name, rows)
    return Sheet(
        name=name,
        package=package,
        scan=package.scan(name),
        rows=rows,
        filed=rows,
        width=width,
        stale_filed=stale,
        stale_cells=stale,
    )


def _row(package: Package, name: str, number: int, held: list[Any], width: int) -> list[Content]:
    if len(held) < width:
        held.extend([""] * (width - len(held)))
    if not _AS_READ.issuperset(map(type, held)):
        for column, content in enumerate(held, start=1):
            if type(content) not in _AS_READ:
                style = package.scan(name).style_of(number, column)
                held[column - 1] = _plain(content, package.styles.number_format(style))
    return held


def _plain(held: object, code: str) -> Content:
    """A date with its time, or the text of what is never calculated with: a time of day, a length of time."""
    if isinstance(held, dt.datetime):
        return held.date() if held.time() == _MIDNIGHT else held
    return shown(held, code) if isinstance(held, dt.time | dt.timedelta) else str(held)
