"""One officer's copy of a workbook, seen from the workbook that it was copied from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from desktop.domain.edits import same_content
from desktop.progress.row_alignment import align
from desktop.progress.row_moves import RowMoves, placed
from desktop.workbook.references import Setting
from desktop.workbook.row_shift import Shift

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.edits import Content
    from desktop.domain.row_edits import RowEdit
    from desktop.progress.row_alignment import Alignment
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell holds: a formula, else a content."""

    content: Content = None
    formula: str | None = None

    def same(self, other: Cell) -> bool:
        """Whether both mean the same; what a formula came to is Excel's to say."""
        return self.formula == other.formula and (
            self.formula is not None or same_content(self.content, other.content)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A copy, how its sheets' rows go with those of the base, and how its row changes moved references."""

    workbook: Workbook
    rows: Mapping[str, Alignment]
    settings: tuple[Setting, ...]

    @classmethod
    def of(cls, workbook: Workbook, base: Workbook) -> Side:
        """The copy beside its base."""
        rows = {
            name: align(sheet, workbook.sheets[name])
            for name, sheet in base.sheets.items()
            if name in workbook.sheets
        }
        shifts = [Shift(edit) for name, found in rows.items() for edit in _moves(base, name, found)]
        return cls(
            workbook=workbook,
            rows=rows,
            settings=tuple(Setting(shift=shift, tabs=tuple(base.sheets)) for shift in shifts),
        )

    def read_here(self, cell: Cell, sheet: str) -> Cell:
        """A cell of the base as it reads in the copy, if nobody edited it: its references moved along."""
        if cell.formula is None or not self.settings:
            return cell
        text = reduce(lambda formula, setting: setting.formula(formula, sheet), self.settings, cell.formula)
        return Cell(formula=text)


def cell_in(sheet: Sheet, row: int | None, column: int) -> Cell:
    """A cell of a sheet; a blank one in no row."""
    if row is None:
        return Cell()
    formula = sheet.formula(row, column)
    return Cell(content=sheet.content(row, column)) if formula is None else Cell(formula=formula)


def width(sheet: Sheet) -> int:
    """The last column that holds anything, a formula that was never worked out among it."""
    return max(sheet.width, max((column for _, column in sheet.scan.formulas), default=0))


def _moves(base: Workbook, name: str, rows: Alignment) -> Iterator[RowEdit]:
    """The changes of rows that lead from the base's sheet to the copy's, rows that were moved left alone."""
    gone = [row for row in range(1, base.sheets[name].height + 1) if row not in rows.rows]
    moves = RowMoves(gone, placed(rows.added, {there: here for here, there in rows.rows.items()}))
    return moves.edits(name, {})
