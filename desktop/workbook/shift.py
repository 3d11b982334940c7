"""Rows inserted, deleted or moved: the package as it is then, with all that refers to rows following.

What can't follow without harm is refused, and then nothing was changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import EditRefused
from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.package import Package
from desktop.workbook.patch_book import without_calculation_chain
from desktop.workbook.references import Setting
from desktop.workbook.row_shift import Shift
from desktop.workbook.shift_limits import check_rows
from desktop.workbook.shift_parts import book_part, linked_parts
from desktop.workbook.shift_sheet import shifted_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.row_edits import RowEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStep:
    """A change of rows that was made: the package before and after it.

    `parts` names the parts that changed, None for one that went; their content is in `after`.
    """

    before: Package
    edit: RowEdit
    after: Package
    parts: Mapping[str, bytes | None]


def row_step(package: Package, edit: RowEdit) -> RowStep:
    """Make a change of rows; what it makes is not on disk.

    Raises EditRefused or WorkbookSigned.
    """
    try:
        parts = shifted_parts(package, edit)
    except Damaged as cause:
        raise EditRefused(
            f"{package.path.name} is damaged where rows would change. Open it in Excel, which may be able "
            "to repair it, save it, then change the rows here."
        ) from cause
    data = assembled(package.data, package.archive, parts)
    after = Package.of(package.path, data, package.mtime_ns)
    names = {name: None if content is None else b"" for name, content in parts.items()}
    return RowStep(before=package, edit=edit, after=after, parts=names)


def shifted(package: Package, edit: RowEdit) -> Package:
    """The package after a change of rows; raises as `row_step` does."""
    return row_step(package, edit).after


def shifted_parts(package: Package, edit: RowEdit) -> dict[str, bytes | None]:
    """The parts that change, None for one that goes; raises EditRefused, WorkbookSigned or Damaged."""
    shift = Shift(edit)
    check_rows(package, shift)
    setting = Setting(shift=shift, tabs=tuple(sheet.name for sheet in package.sheets))
    parts: dict[str, bytes | None] = {}
    for sheet in package.sheets:
        scan = package.scan(sheet.name)
        text = shifted_sheet(scan, sheet.name, setting)
        if text != scan.text:
            parts[sheet.part] = scan.encoding.encode(text)
    return (
        parts
        | linked_parts(package, setting)
        | book_part(package, setting)
        | without_calculation_chain(package)
    )
