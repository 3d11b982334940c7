"""A sheet's contents and edits after rows have changed: what reading the changed package anew would give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.row_edits import InsertRows
from desktop.workbook.shift_merges import handed, moved_area

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.formulas import Place
    from desktop.workbook.package import Package
    from desktop.workbook.row_shift import Shift
    from desktop.workbook.sheet import Row, Sheet


def shifted_cells(sheet: Sheet, shift: Shift, package: Package) -> Sheet:
    """The sheet as it is in the package after the change, with its edits at the rows where they are now."""
    scan = package.scan(sheet.name)
    if sheet.name != shift.sheet:
        return replace(sheet, package=package, scan=scan)
    origins = _Origins(sheet=sheet, shift=shift)
    filed = origins.rows(sheet.filed)
    rows = filed if sheet.rows is sheet.filed else origins.rows(sheet.rows)
    return replace(sheet, package=package, scan=scan, rows=rows, filed=filed, edits=origins.edits())


@dataclass(frozen=True)
class _Origins:
    """Where the content of each cell comes from."""

    sheet: Sheet
    shift: Shift

    @cached_property
    def by_row(self) -> Mapping[int, int]:
        """The row that each row was before; a copy's is the row that it copies; a blank row has none."""
        height = max(len(self.sheet.rows), len(self.sheet.filed))
        found = {new: row for row in range(1, height + 1) if (new := self.shift.row(row)) is not None}
        edit = self.shift.edit
        if isinstance(edit, InsertRows) and edit.filled:
            found |= {edit.at + index: edit.source(index) for index in range(edit.count)}
        return found

    @cached_property
    def by_cell(self) -> Mapping[Place, Place | None]:
        """The cell that others were before than their row has it; None for those that hold nothing."""
        found: dict[Place, Place | None] = {}
        merged, edit = self.sheet.scan.merged, self.shift.edit
        if isinstance(edit, InsertRows) and edit.filled:
            for box in (moved_area(box, self.shift) for box in merged):
                for new in range(edit.at, edit.at + edit.count):
                    if box and box[0] < new <= box[2]:
                        found |= {(new, column): None for column in range(box[1], box[3] + 1)}
        for piece in handed(merged, self.shift):
            for column in range(piece.left, piece.right + 1):
                found[piece.target, column] = piece.source, column
                left = self.shift.row(piece.source)
                if left is not None:
                    found[left, column] = None
        return found

    def rows(self, rows: Sequence[Row]) -> list[Row]:
        """The contents of the rows now."""
        blank: list[Content] = [""] * self.sheet.width
        given = (place[0] for place, origin in self.by_cell.items() if origin and origin[0] <= len(rows))
        height = max([*(new for new, row in self.by_row.items() if row <= len(rows)), *given], default=0)
        moved: list[Row] = []
        for new in range(1, height + 1):
            row = self.by_row.get(new, 0)
            moved.append(rows[row - 1] if 0 < row <= len(rows) else blank)
        for (new, column), origin in self.by_cell.items():
            if new <= height and column <= self.sheet.width:
                cells = list(moved[new - 1])
                cells[column - 1] = self._held(rows, origin)
                moved[new - 1] = cells
        return moved

    def edits(self) -> Mapping[Place, Content]:
        """The edits at the cells where they are now."""
        by_origin: dict[int, list[int]] = {}
        for new, row in self.by_row.items():
            by_origin.setdefault(row, []).append(new)
        found = {
            (new, column): content
            for (row, column), content in self.sheet.edits.items()
            for new in by_origin.get(row, ())
            if (new, column) not in self.by_cell
        }
        given = {
            place: self.sheet.edits[origin]
            for place, origin in self.by_cell.items()
            if origin in self.sheet.edits and origin is not None
        }
        return found | given

    @staticmethod
    def _held(rows: Sequence[Row], origin: Place | None) -> Content:
        if origin is None or origin[0] > len(rows) or origin[1] > len(rows[origin[0] - 1]):
            return ""
        return rows[origin[0] - 1][origin[1] - 1]
