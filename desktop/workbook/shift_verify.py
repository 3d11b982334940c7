"""The check of a change of rows: each cell is what it was, at the row where it is now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.row_edits import InsertRows
from desktop.workbook.archive import Damaged
from desktop.workbook.references import Setting
from desktop.workbook.row_shift import Shift
from desktop.workbook.shift_merges import handed
from desktop.workbook.verify import cells_of_row, check_parts, without_formula

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.workbook.formulas import Place
    from desktop.workbook.row_reading import Event, ReadRow
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.shift import RowStep

_NUMBER = re.compile(rb"(<(?:row|c) r=\"[A-Z]*)([0-9]+)")
_OF_THE_NUMBER = frozenset({"r", "spans"})


def check_shifted(step: RowStep) -> None:
    """Compare a package whose rows were changed with the one before; Damaged if more has changed."""
    old, new, shift = step.before, step.after, Shift(step.edit)
    check_parts(old, new, step.parts)
    setting = Setting(shift=shift, tabs=tuple(sheet.name for sheet in old.sheets))
    for sheet in old.sheets:
        if sheet.part in step.parts:
            check = _Check(old.scan(sheet.name), new.scan(sheet.name), sheet.name, setting)
            check.rows()
            check.formulas()


class _Check:
    """One sheet, before and after."""

    def __init__(self, before: SheetScan, after: SheetScan, sheet: str, setting: Setting) -> None:
        self._before = before
        self._after = after
        self._sheet = sheet
        self._setting = setting
        self._shift = setting.shift if sheet == setting.shift.sheet else None
        self._handed = tuple(handed(before.merged, self._shift)) if self._shift else ()

    def rows(self) -> None:
        """Every row that stays is there with its cells, and there is no other but the new ones."""
        kept = {}
        for row in self._before.row_index[0]:
            new = self._shift.row(row) if self._shift else row
            if new is not None:
                kept[new] = row
                self._compare(row, new)
        for new in self._after.row_index[0]:
            if new not in kept and not self._is_new(new):
                raise Damaged(f"row {new} of sheet {self._sheet} was not there")

    def formulas(self) -> None:
        """Every formula that stays reads as before, but for the rows that it names."""
        for row, column in self._before.formulas:
            place = self._now((row, column))
            text = self._before.formula_of(row, column) or ""
            if place is not None and self._after.formula_of(*place) != self._setting.formula(
                text, self._sheet
            ):
                raise Damaged(f"the formula of cell {place} of sheet {self._sheet} is not what it should be")

    def _now(self, place: Place) -> Place | None:
        row, column = place
        for piece in self._handed:
            if piece.source == row and piece.left <= column <= piece.right:
                return piece.target, column
            if self._shift and piece.target == self._shift.row(row) and piece.left <= column <= piece.right:
                return None
        new = self._shift.row(row) if self._shift else row
        return None if new is None else (new, column)

    def _compare(self, row: int, new: int) -> None:
        if self._is_plainly_the_same(row, new):
            return
        one, other = cells_of_row(self._before, row), cells_of_row(self._after, new)
        if _attributes(one) != _attributes(other):
            raise Damaged(f"row {new} of sheet {self._sheet} has changed")
        wanted, found = dict(one.cells), dict(other.cells)
        for piece in self._handed:
            columns = range(piece.left, piece.right + 1)
            if piece.target == new:
                given = cells_of_row(self._before, piece.source).cells
                wanted = _beside(wanted, columns) | {
                    key: cell for key, cell in given.items() if key in columns
                }
            elif piece.source == row:
                wanted, found = _beside(wanted, columns), _beside(found, columns)
        if _contents(wanted) != _contents(found):
            raise Damaged(f"a cell of row {new} of sheet {self._sheet} is not what it should be")

    def _is_plainly_the_same(self, row: int, new: int) -> bool:
        """Whether a row's markup says the same but for the number, found without parsing it."""
        if any(new == piece.target or row == piece.source for piece in self._handed):
            return False
        one, other = _markup(self._before, row), _markup(self._after, new)
        if row == new:
            return one == other
        if not (self._before.is_numbered and self._after.is_numbered):
            return False
        numbers = {found[2] for found in _NUMBER.finditer(other)}
        return numbers == {b"%d" % new} and _NUMBER.sub(rb"\1", one) == _NUMBER.sub(rb"\1", other)

    def _is_new(self, row: int) -> bool:
        put = self._shift.put if self._shift and isinstance(self._shift.edit, InsertRows) else None
        given = any(piece.target == row for piece in self._handed)
        return given or (put is not None and put[0] <= row <= put[1])


def _markup(scan: SheetScan, row: int) -> bytes:
    return b"".join(scan.text[span.start : span.end] for span in scan.rows_numbered(row))


def _attributes(row: ReadRow) -> dict[str, str]:
    return {key: value for key, value in row.attributes.items() if key not in _OF_THE_NUMBER}


def _beside(cells: Mapping[int, tuple[Event, ...]], columns: range) -> dict[int, tuple[Event, ...]]:
    return {column: cell for column, cell in cells.items() if column not in columns}


def _contents(cells: Mapping[int, tuple[Event, ...]]) -> dict[int, list[Event]]:
    return {column: without_formula(cell) for column, cell in cells.items()}
