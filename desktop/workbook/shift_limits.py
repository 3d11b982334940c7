"""Which changes of rows can't be carried out without harm, each with its reason and the next step."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.cells import MAX_ROW
from desktop.domain.errors import EditRefused
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.markup import number
from desktop.workbook.patch_limits import check_signature
from desktop.workbook.patch_sheet import holds_nothing
from desktop.workbook.sheet_scan import parse_box
from desktop.workbook.spans import tags

if TYPE_CHECKING:
    from desktop.domain.row_edits import RowEdit
    from desktop.workbook.package import Package
    from desktop.workbook.row_shift import Rows, Shift
    from desktop.workbook.sheet_scan import SheetScan

_NUMBERS = re.compile(rb"<(?:row r=\"([0-9]+)|c r=\"([A-Z]+)([0-9]+))\"")
_TRUE = {"1", "true"}


def check_rows(package: Package, shift: Shift) -> None:
    """Raise EditRefused or WorkbookSigned where the change of rows would do harm."""
    edit = shift.edit
    if edit.sheet not in {sheet.name for sheet in package.sheets}:
        raise EditRefused(f"{package.path.name} has no sheet {edit.sheet}. Check the sheet's name.")
    check_signature(package)
    scan = package.scan(edit.sheet)
    _check_numbers(scan, edit)
    _check_order(scan, edit)
    _check_protection(scan, edit)
    _check_merged(scan, shift)
    _check_blocks(scan, shift)
    _check_objects(package, shift)


def _check_numbers(scan: SheetScan, edit: RowEdit) -> None:
    first = edit.at if isinstance(edit, InsertRows) else edit.first
    others = (edit.before,) if isinstance(edit, MoveRows) else ()
    if edit.count < 1 or not all(1 <= row <= MAX_ROW for row in (first, first + edit.count - 1, *others)):
        raise EditRefused(f"Sheet {edit.sheet} has rows 1 to {MAX_ROW:,}. Check the row's number.")
    if isinstance(edit, InsertRows):
        _check_room(scan, edit)
    if isinstance(edit, MoveRows) and edit.first <= edit.before <= edit.first + edit.count:
        raise EditRefused("The rows are where they would be moved to. Choose another place.")


def _check_room(scan: SheetScan, edit: InsertRows) -> None:
    """Rows that would leave the sheet at its end may do so only where they hold nothing."""
    for row in reversed(scan.row_index[0]):
        if row + edit.count <= MAX_ROW:
            return
        cells = (cell for span in scan.rows_numbered(row) for cell in scan.cells(span))
        if row >= edit.at and not all(holds_nothing(scan, cell) for cell in cells):
            raise EditRefused(
                f"Sheet {edit.sheet} is full: its last row is row {row:,}. Delete rows at its end first."
            )


def _check_order(scan: SheetScan, edit: RowEdit) -> None:
    """Rows and cells that contradict one another can't be numbered anew."""
    numbers = scan.row_index[0]
    if any(row >= following for row, following in pairwise(numbers)) or not _is_in_order(scan):
        raise EditRefused(
            f"Rows of sheet {edit.sheet} stand twice or in the wrong order in the file. Open the workbook "
            "in Excel, save it, then change the rows here."
        )


def _is_in_order(scan: SheetScan) -> bool:
    """Whether every cell says the number of the row that it stands in, or none, and stands there once."""
    if scan.is_numbered:
        row, seen = b"", set[bytes]()
        for number_of_row, column, number_of_cell in _NUMBERS.findall(scan.text, *scan.data_span):
            if number_of_row:
                row, seen = number_of_row, set()
            elif number_of_cell != row or column in seen:
                return False
            seen.add(column)
        return True
    for span in scan.rows():
        cells = scan.cells(span)
        if any(cell.row != span.number for cell in cells) or len({cell.column for cell in cells}) < len(
            cells
        ):
            return False
    return True


def _check_protection(scan: SheetScan, edit: RowEdit) -> None:
    """Excel lets rows of a protected sheet be changed only where that was allowed."""
    needed = [] if isinstance(edit, DeleteRows) else ["insertRows"]
    if not isinstance(edit, InsertRows):
        needed.append("deleteRows")
    for tag in tags(scan.surroundings[1], "sheetProtection"):
        locked = tag.attributes.get("sheet") in _TRUE
        if locked and any(tag.attributes.get(right, "1") in _TRUE for right in needed):
            raise EditRefused(
                f"Sheet {edit.sheet} is protected, so its rows can't change. Take the protection off in "
                "Excel (Review, Unprotect Sheet), then try again."
            )


def _check_merged(scan: SheetScan, shift: Shift) -> None:
    """A move may not take rows out of a merged area, nor put any into one."""
    for box in scan.merged:
        if isinstance(shift.edit, MoveRows) and _is_cut((box[0], box[2]), shift):
            first, last = box[0], box[2]
            raise EditRefused(
                f"Rows {first} to {last} of sheet {shift.sheet} share a merged cell. Move them all together."
            )


def _check_blocks(scan: SheetScan, shift: Shift) -> None:
    for formula in scan.formulas.values():
        box = parse_box(formula.area) if formula.kind in {"array", "dataTable"} else None
        if box is None:
            continue
        rows = box[0], box[2]
        if formula.kind == "dataTable" or _is_cut(rows, shift) or _is_copied_in_part(rows, shift):
            what = "a data table (What-If Analysis)" if formula.kind == "dataTable" else "one formula"
            raise EditRefused(
                f"Rows {box[0]} to {box[2]} of sheet {shift.sheet} are filled by {what}. Change the rows in "
                "Excel."
            )


def _check_objects(package: Package, shift: Shift) -> None:
    """Tables keep their heading, their totals and a row; pivot tables stay whole."""
    for link in package.relations(package.sheet(shift.sheet).part):
        if not package.has_part(link.target) or link.kind not in {"table", "pivotTable"}:
            continue
        markup = package.text(link.target)[0]
        for tag in tags(markup, "table" if link.kind == "table" else "location"):
            box = parse_box(tag.attributes.get("ref", ""))
            if box and link.kind == "table":
                _check_table((box[0], box[2]), tag.attributes, shift)
            elif box and _is_cut((box[0], box[2]), shift):
                raise EditRefused(
                    f"Rows {box[0]} to {box[2]} of sheet {shift.sheet} hold a pivot table. Change the data "
                    "that it is made from."
                )


def _check_table(rows: Rows, attributes: dict[str, str], shift: Shift) -> None:
    first, last = rows
    heads = number(attributes.get("headerRowCount", "1"))
    totals = number(attributes.get("totalsRowCount", ""))
    kept = [*range(first, first + heads), *range(last - totals + 1, last + 1)]
    span = shift.span(first, last)
    size = span[1] - span[0] + 1 if span else 0
    lost = any(shift.row(row) is None for row in kept) or size <= heads + totals
    parted = span and heads and shift.row(first) != span[0]
    parted = parted or (span and totals and shift.row(last) != span[1])
    if lost or parted or (heads and _splits(shift, first, heads)):
        raise EditRefused(
            f"The heading or the totals of the Excel table in rows {first} to {last} of sheet {shift.sheet} "
            "would be lost. Change the table in Excel."
        )


def _splits(shift: Shift, first: int, heads: int) -> bool:
    edit = shift.edit
    return isinstance(edit, InsertRows) and first < edit.at < first + heads


def _is_copied_in_part(rows: Rows, shift: Shift) -> bool:
    edit = shift.edit
    if not isinstance(edit, InsertRows) or not edit.filled or rows[0] == rows[1]:
        return False
    return any(rows[0] <= edit.source(index) <= rows[1] for index in range(edit.count))


def _is_cut(rows: Rows, shift: Shift) -> bool:
    """Whether rows that belong together would not stand together, in their order, after the change."""
    first, last = rows
    now = [shift.row(row) for row in range(first, last + 1)]
    whole = all(row is None for row in now)
    return not whole and now != [*range(now[0] or 0, (now[0] or 0) + len(now))]
