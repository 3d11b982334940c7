"""One sheet of three workbooks: what the other changed goes into one's own, row by row and cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.progress.conflicts import Conflict, Matter
from desktop.progress.row_alignment import paired_rows
from desktop.progress.row_moves import RowMoves, placed
from desktop.progress.sides import cell_in, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.row_edits import RowEdit
    from desktop.progress.sides import Side
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.workbook import Workbook

_LETTER = 3
"""The most characters of a letter or number that only counts a row: what follows says more."""


@dataclass(frozen=True)
class SheetMerge:
    """A sheet of that name in the base and in both copies.

    Where its rows are `held`, none can be added or deleted in one's own.
    """

    name: str
    base: Workbook
    mine: Side
    theirs: Side
    held: bool = False

    @property
    def rows(self) -> tuple[RowEdit, ...]:
        """The rows that go and come, from the last to the first."""
        return tuple(self._moves.edits(self.name, self._like))

    @cached_property
    def added(self) -> int:
        """How many of the other's new rows come in."""
        return sum(map(len, self._moves.inserted.values()))

    @property
    def deleted(self) -> int:
        """How many rows go because the other deleted them."""
        return len(self._moves.deleted)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The contents that come in, in cells as they are counted after the rows."""
        return (*self._cells[0], *self._new_cells)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What has to be decided, cells as they are counted after the rows."""
        return (*self._cells[1], *self._deleted_there, *self._deleted_here, *self._not_added)

    @property
    def _sheets(self) -> tuple[Sheet, Sheet, Sheet]:
        """The base's, one's own, and the other's."""
        base, mine, theirs = self.base, self.mine.workbook, self.theirs.workbook
        return base.sheets[self.name], mine.sheets[self.name], theirs.sheets[self.name]

    @cached_property
    def _both(self) -> Mapping[int, tuple[int, int | None]]:
        """The other's rows that one's own sheet has too: its row, and that of the base if it had one."""
        mine, theirs = self.mine.rows[self.name], self.theirs.rows[self.name]
        _, own, other = self._sheets
        both: dict[int, tuple[int, int | None]] = {
            there: (mine.rows[row], row) for row, there in theirs.rows.items() if row in mine.rows
        }
        twins = paired_rows(other, theirs.added, own, mine.added)
        return both | {there: (here, None) for there, here in twins.items()}

    @cached_property
    def _moves(self) -> RowMoves:
        if self.held:
            return RowMoves([], {})
        known = {there: here for there, (here, _) in self._both.items()}
        return RowMoves([here for here, _ in self._droppable], placed(self._new, known))

    @cached_property
    def _new(self) -> list[int]:
        """The other's rows that neither the base nor one's own sheet has."""
        return [row for row in self.theirs.rows[self.name].added if row not in self._both]

    @cached_property
    def _gone(self) -> list[tuple[int, int]]:
        """One's own rows, each with that of the base, that the other deleted."""
        mine, theirs = self.mine.rows[self.name], self.theirs.rows[self.name]
        return [(here, row) for row, here in sorted(mine.rows.items()) if row not in theirs.rows]

    @cached_property
    def _droppable(self) -> list[tuple[int, int]]:
        """Those of them in which one changed nothing."""
        return [(here, row) for here, row in self._gone if not self._touched(self.mine, here, row)]

    @cached_property
    def _like(self) -> Mapping[int, int]:
        """The row that new ones look like: that above, or where a table begins there, the one below."""
        tables = [table for table in self.mine.workbook.contents.tables if table.sheet == self.name]
        return {
            after: after + 1
            for after in self._moves.inserted
            if after == 0 or any(table.header_row == after for table in tables)
        }

    @cached_property
    def _cells(self) -> tuple[list[Edit], list[Conflict]]:
        edits: list[Edit] = []
        conflicts: list[Conflict] = []
        for there, (here, row) in sorted(self._both.items(), key=lambda item: item[1][0]):
            for column in range(1, max(map(width, self._sheets)) + 1):
                found = self._cell(row, here, there, column)
                if isinstance(found, Edit):
                    edits.append(found)
                elif found is not None:
                    conflicts.append(found)
        return edits, conflicts

    def _cell(self, row: int | None, here: int, there: int, column: int) -> Edit | Conflict | None:
        """What to do about a cell: take the other's content, ask, or nothing."""
        base, own, other = self._sheets
        was, mine, theirs = (
            cell_in(base, row, column),
            cell_in(own, here, column),
            cell_in(other, there, column),
        )
        if theirs.same(self.theirs.read_here(was, self.name)) or theirs.same(mine):
            return None
        cell = CellRef(sheet=self.name, row=self._moves.now(here), column=column)
        if theirs.formula is None:
            edit = Edit(cell=cell, content=theirs.content)
            if mine.same(self.mine.read_here(was, self.name)):
                return edit
            return self._conflict(Matter.CELL, (row, here, there), column, cell=cell, edit=edit)
        return self._conflict(Matter.FORMULA, (row, here, there), column, cell=cell)

    @cached_property
    def _new_cells(self) -> tuple[Edit, ...]:
        """What the other's new rows hold; where that is a formula, what it came to."""
        other = self._sheets[2]
        return tuple(
            Edit(cell=CellRef(sheet=self.name, row=row, column=column), content=content)
            for there, row in self._moves.new_rows()
            for column, content in other.filled(there)
        )

    @property
    def _deleted_there(self) -> Iterator[Conflict]:
        for here, row in self._gone:
            if self.held or (here, row) not in self._droppable:
                matter = Matter.DELETED_THERE if self._touched(self.mine, here, row) else Matter.NOT_DELETED
                yield self._conflict(matter, (row, here, None))

    @property
    def _deleted_here(self) -> Iterator[Conflict]:
        mine, theirs = self.mine.rows[self.name], self.theirs.rows[self.name]
        for row, there in sorted(theirs.rows.items()):
            if row not in mine.rows and self._touched(self.theirs, there, row):
                yield self._conflict(Matter.DELETED_HERE, (row, None, there))

    @property
    def _not_added(self) -> Iterator[Conflict]:
        for there in self._new if self.held else ():
            yield self._conflict(Matter.NOT_ADDED, (None, None, there))

    def _touched(self, side: Side, here: int, row: int) -> bool:
        """Whether a copy changed anything in a row of the base."""
        base, sheet = self._sheets[0], side.workbook.sheets[self.name]
        return any(
            not cell_in(sheet, here, column).same(side.read_here(cell_in(base, row, column), self.name))
            for column in range(1, max(width(base), width(sheet)) + 1)
        )

    def _conflict(
        self,
        matter: Matter,
        rows: tuple[int | None, int | None, int | None],
        column: int = 0,
        *,
        cell: CellRef | None = None,
        edit: Edit | None = None,
    ) -> Conflict:
        """A conflict about a cell of these rows of the base, one's own and the other; column 0: all cells."""
        texts = [_text(sheet, row, column) for sheet, row in zip(self._sheets, rows, strict=True)]
        base, here, there = rows
        place = cell or CellRef(
            sheet=self.name, row=self._moves.now(here) if here else there or base or 1, column=1
        )
        return Conflict(
            matter=matter,
            cell=place,
            subject=self._subject(rows, column),
            base=texts[0],
            mine=texts[1],
            theirs=texts[2],
            edit=edit,
        )

    def _subject(self, rows: tuple[int | None, int | None, int | None], column: int) -> str:
        """What the row is about, and over a cell the header of its column."""
        books = (self.theirs.workbook, self.mine.workbook, self.base)
        book, row = next((book, row) for book, row in zip(books, rows[::-1], strict=True) if row is not None)
        texts = [text for text in book.sheets[self.name].texts(row) if text.strip()]
        name = next((text for text in texts if len(text) > _LETTER), texts[0] if texts else "")
        name = _code_above(book, self.name, row) or name
        headers = [
            known.header
            for table in self.base.contents.tables
            if table.sheet == self.name
            for known in table.columns
            if known.column == column
        ]
        return ", ".join(" ".join(text.split()) for text in (name, *headers[:1]) if text)


def _code_above(workbook: Workbook, sheet: str, row: int) -> str:
    """The code of the indicator whose values stand in a row of their own; empty for any other row."""
    return next(
        (
            indicator.code
            for indicator in workbook.contents.indicators
            if indicator.cell.sheet == sheet
            and indicator.row != row
            and any(value.cell.row == row for value in indicator.values)
        ),
        "",
    )


def _text(sheet: Sheet, row: int | None, column: int) -> str:
    """What stands in a cell, or for column 0 in all of its row; empty in no row."""
    if row is None:
        return ""
    if column:
        formula = sheet.formula(row, column)
        return sheet.text(row, column) if formula is None else f"={formula}"
    return " | ".join(text for text in sheet.texts(row) if text.strip())
