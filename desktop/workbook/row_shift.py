"""Where rows are after whole rows were inserted, deleted or moved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.cells import MAX_ROW
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.row_edits import RowEdit

Rows = tuple[int, int]
"""First and last row."""


@dataclass(frozen=True)
class Shift:
    """The way from the rows before a change to those after it.

    Every change takes rows out, puts rows in, or both: a move puts in what it takes out.
    """

    edit: RowEdit

    @property
    def sheet(self) -> str:
        """The sheet whose rows change."""
        return self.edit.sheet

    @cached_property
    def taken(self) -> Rows | None:
        """The rows that are taken out, as they are counted before."""
        if isinstance(self.edit, InsertRows):
            return None
        return self.edit.first, self.edit.first + self.edit.count - 1

    @cached_property
    def put(self) -> Rows | None:
        """The rows that are put in, as they are counted after."""
        if isinstance(self.edit, DeleteRows):
            return None
        first = self.edit.at if isinstance(self.edit, InsertRows) else self.edit.before
        if isinstance(self.edit, MoveRows) and self.edit.before > self.edit.first:
            first -= self.edit.count
        return first, first + self.edit.count - 1

    @cached_property
    def window(self) -> Rows:
        """The rows, as they are counted before, outside which a move changes nothing; else from the first."""
        if isinstance(self.edit, MoveRows):
            first, last = self.edit.first, self.edit.first + self.edit.count - 1
            return min(first, self.edit.before), max(last, self.edit.before - 1)
        return (self.edit.at if isinstance(self.edit, InsertRows) else self.edit.first), MAX_ROW

    def row(self, row: int) -> int | None:
        """Where a row is now; None where it is gone."""
        span = self.span(row, row)
        return span[0] if span else None

    def span(self, first: int, last: int) -> Rows | None:
        """Where a range of rows is that formulas name; None where nothing of it is left.

        It keeps the rows that stay, and takes in what is put between them.
        """
        if (first <= 1 and last >= MAX_ROW) or last < self.window[0]:
            return first, last
        if isinstance(self.edit, MoveRows):
            if first > self.window[1] or (first <= self.window[0] and last >= self.window[1]):
                return first, last
            if self.edit.first <= first and last < self.edit.first + self.edit.count:
                delta = (self.put or self.window)[0] - self.edit.first
                return first + delta, last + delta
        rows = _without((first, last), self.taken)
        return rows and _with(rows, self.put)

    def joined(self, first: int, last: int) -> Rows | None:
        """Where a range of records is; a new one that looks like its last and stands beneath it joins it."""
        rows, edit = self.span(first, last), self.edit
        if rows and isinstance(edit, InsertRows) and edit.record and edit.at == last + 1:
            return (rows[0], last + edit.count) if edit.source(edit.count) == edit.at else rows
        return rows

    def look(self, first: int, last: int) -> tuple[Rows, ...]:
        """Where the rows of a format are, exactly; new rows have the format of those they look like."""
        if (first <= 1 and last >= MAX_ROW) or last < self.window[0] - 1:
            return ((first, last),)
        whole = self.span(first, last)
        if not isinstance(self.edit, MoveRows):
            return _joined([*((whole,) if whole else ()), *self._like(first, last)])
        low, high = self.window
        up = self.edit.before < self.edit.first
        middle = self.edit.first if up else self.edit.first + self.edit.count
        pieces = ((1, low - 1), (low, middle - 1), (middle, high), (high + 1, MAX_ROW))
        within = ((max(first, piece[0]), min(last, piece[1])) for piece in pieces)
        moved = (self.span(*piece) for piece in within if piece[0] <= piece[1])
        return _joined(piece for piece in moved if piece)

    def _like(self, first: int, last: int) -> Iterable[Rows]:
        edit = self.edit
        if isinstance(edit, InsertRows):
            for index in range(edit.count):
                if first <= edit.source(index) <= last:
                    yield edit.at + index, edit.at + index


def _without(rows: Rows, taken: Rows | None) -> Rows | None:
    if taken is None:
        return rows
    count = taken[1] - taken[0] + 1
    first = min(rows[0], max(taken[0], rows[0] - count))
    last = rows[1] if rows[1] < taken[0] else max(taken[0] - 1, rows[1] - count)
    return (first, last) if first <= last else None


def _with(rows: Rows, put: Rows | None) -> Rows | None:
    if put is None:
        return rows
    count = put[1] - put[0] + 1
    first, last = (row + count if row >= put[0] else row for row in rows)
    return (first, min(last, MAX_ROW)) if first <= MAX_ROW else None


def _joined(pieces: Iterable[Rows]) -> tuple[Rows, ...]:
    """The pieces from top to bottom, with those that meet as one."""
    joined: list[Rows] = []
    for first, last in sorted(pieces):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return tuple(joined)
