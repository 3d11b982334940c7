"""Rows that came and went between two states of a sheet, as changes of rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.row_edits import DeleteRows, InsertRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.row_edits import RowEdit


@dataclass(frozen=True)
class RowMoves:
    """Rows of a sheet that go, and new ones after others: after row 0 is before the first.

    `inserted` names the new rows after each row by numbers of their own; all other rows are those before.
    """

    deleted: Sequence[int]
    inserted: Mapping[int, Sequence[int]]

    @cached_property
    def _deleted(self) -> list[int]:
        return sorted(self.deleted)

    def edits(self, sheet: str, like: Mapping[int, int]) -> Iterator[RowEdit]:
        """From the last row to the first, so that each counts rows as they are before all of them.

        `like` says which row the new ones after a row look like, if not that row.
        """
        gone, run = set(self.deleted), 0
        for row in sorted({*gone, *(after + 1 for after in self.inserted)}, reverse=True):
            run = run + 1 if row in gone else 0
            new = self.inserted.get(row - 1, ())
            if run and (new or row - 1 not in gone):
                yield DeleteRows(sheet=sheet, first=row, count=run)
                run = 0
            if new:
                yield InsertRows(sheet=sheet, at=row, count=len(new), like=like.get(row - 1))

    def now(self, row: int) -> int:
        """The number of a row afterwards; of one that goes, that of the row in its place."""
        above = sum(len(new) for after, new in self.inserted.items() if after < row)
        return row - bisect_left(self._deleted, row) + above

    def new_rows(self) -> Iterator[tuple[int, int]]:
        """The new rows by their own numbers, each with its number in the sheet afterwards."""
        for after, new in self.inserted.items():
            first = self.now(after + 1) - len(new)
            yield from ((number, first + place) for place, number in enumerate(new))


def placed(added: Sequence[int], known: Mapping[int, int]) -> Mapping[int, Sequence[int]]:
    """The added rows by the row that each stands after: that of the nearest known one above it, else 0."""
    anchors = sorted(known)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in added:
        place = bisect_left(anchors, number)
        groups[known[anchors[place - 1]] if place else 0].append(number)
    return groups
