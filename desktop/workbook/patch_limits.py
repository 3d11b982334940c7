"""Which edits can't be carried out without harm, each with its reason and the next step."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from desktop.domain.cells import LONGEST_TEXT, MAX_COLUMN, MAX_ROW, CellRef
from desktop.domain.errors import EditRefused, WorkbookSigned
from desktop.workbook.archive import Damaged
from desktop.workbook.guard import can_reach
from desktop.workbook.markup import number
from desktop.workbook.sheet_scan import parse_box
from desktop.workbook.spans import tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.edits import Edit
    from desktop.workbook.formulas import Place
    from desktop.workbook.package import Package
    from desktop.workbook.sheet_scan import Box

_FIRST_DATE = {False: dt.date(1900, 1, 1), True: dt.date(1904, 1, 1)}
_SIGNATURES = "_xmlsignatures/"


def check_signature(package: Package) -> None:
    """Refuse any change of a signed workbook."""
    if any(name.casefold().startswith(_SIGNATURES) for name in package.part_names):
        raise WorkbookSigned(
            f"{package.path.name} bears a digital signature, which any change would break. Open it in "
            "Excel, save a copy without the signature (File, Info, View Signatures), and work on the copy."
        )


def check_contents(package: Package, edits: Iterable[Edit], new_sheet: str = "") -> None:
    """Refuse a content or a place that no cell of the workbook can have, or of a sheet that is to be made."""
    names = {*(sheet.name for sheet in package.sheets), new_sheet}
    for edit in edits:
        cell, content = edit.cell, edit.content
        if cell.sheet not in names:
            raise EditRefused(f"{package.path.name} has no sheet {cell.sheet}. Check the sheet's name.")
        if not (1 <= cell.row <= MAX_ROW and 1 <= cell.column <= MAX_COLUMN):
            raise EditRefused(f"{cell} is no cell that a sheet can have. Check its address.")
        if isinstance(content, str) and len(content) > LONGEST_TEXT:
            raise EditRefused(
                f"{cell}: a cell can hold {LONGEST_TEXT:,} characters and this text has {len(content):,}. "
                "Shorten it."
            )
        if isinstance(content, float) and not math.isfinite(content):
            raise EditRefused(f"{cell}: Excel can't hold this number. Put in an ordinary one.")
        if isinstance(content, dt.date) and _day(content) < _FIRST_DATE[package.date_1904]:
            first = _FIRST_DATE[package.date_1904]
            raise EditRefused(
                f"{cell}: this workbook can't hold dates before {first:%d/%m/%Y}. Put it in as text."
            )


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def check_places(package: Package, sheet: str, places: Iterable[Place]) -> None:
    """Refuse edits within what Excel keeps as a whole, such as merged areas, or too far from all others."""
    places = tuple(places)
    far = max(row for row, _ in places), max(column for _, column in places)
    if not can_reach(package.scan(sheet), *far):
        raise EditRefused(
            f"{CellRef(sheet=sheet, row=far[0], column=far[1])} lies too far from the other cells of its "
            "sheet, which could then not be opened again. Put it nearer to them."
        )
    try:
        blocks = tuple(_blocks(package, sheet))
        headings = package.headings.get(sheet, {})
    except Damaged as cause:
        raise damaged_there(package) from cause
    for row, column in places:
        if (row, column) in headings:
            continue
        for box, kept, reason in blocks:
            if box[0] <= row <= box[2] and box[1] <= column <= box[3] and (row, column) != kept:
                raise EditRefused(f"{CellRef(sheet=sheet, row=row, column=column)} {reason}")


def damaged_there(package: Package) -> EditRefused:
    """What is said where the workbook can't be read well enough to be changed."""
    return EditRefused(
        f"{package.path.name} is damaged where the change belongs. Open it in Excel, which may be able to "
        "repair it, save it, then make the change here."
    )


def _blocks(package: Package, sheet: str) -> Iterator[tuple[Box, Place | None, str]]:
    """Each area that can't be edited, the cell in it that can be, and why."""
    scan = package.scan(sheet)
    for box in scan.merged:
        yield box, (box[0], box[1]), "is hidden within a merged cell. Change the merged cell's first cell."
    for formula in scan.formulas.values():
        area = parse_box(formula.area) if formula.kind in _BLOCK_REASONS else None
        if area and area[:2] != area[2:]:
            yield area, None, _BLOCK_REASONS[formula.kind]
    for link in package.relations(package.sheet(sheet).part):
        if package.has_part(link.target) and link.kind in {"table", "pivotTable"}:
            markup = package.text(link.target)[0]
            yield from _table_blocks(markup) if link.kind == "table" else _pivot_blocks(markup)


_BLOCK_REASONS = {
    "array": "belongs to a formula that fills several cells at once. Change the formula in Excel.",
    "dataTable": "belongs to a data table (What-If Analysis). Change it in Excel.",
}


def _table_blocks(markup: bytes) -> Iterator[tuple[Box, None, str]]:
    for table in tags(markup, "table"):
        box = parse_box(table.attributes.get("ref", ""))
        if box is None:
            continue
        first, left, last, right = box
        heads = number(table.attributes.get("headerRowCount", "1"))
        totals = number(table.attributes.get("totalsRowCount", ""))
        if heads:
            reason = "is a heading of an Excel table. Change the heading in Excel."
            yield (first, left, first + heads - 1, right), None, reason
        if totals:
            reason = "is in the total row of an Excel table. Change it in Excel."
            yield (last - totals + 1, left, last, right), None, reason


def _pivot_blocks(markup: bytes) -> Iterator[tuple[Box, None, str]]:
    for location in tags(markup, "location"):
        box = parse_box(location.attributes.get("ref", ""))
        if box:
            yield box, None, "belongs to a pivot table. Change the data that the pivot table is made from."
