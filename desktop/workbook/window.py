"""A sheet as it is seen through a window: what stands outside is blank, every cell keeps its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Row, Sheet


def through_window(sheet: Sheet, *, rows: range, columns: range) -> Sheet:
    """The sheet with all cells blank but those in some rows and columns, which count from 1."""
    return replace(sheet, rows=_Window(sheet.rows, rows, columns))


@dataclass(frozen=True, slots=True)
class _Window(Sequence["Row"]):
    """The rows of a sheet; each is made when it is first asked for."""

    behind: Sequence[Row]
    rows: range
    columns: range
    made: dict[int, Row] = field(default_factory=dict)

    def __len__(self) -> int:
        return min(len(self.behind), self.rows.stop - 1)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        at = index if index >= 0 else len(self) + index
        found = self.made.get(at)
        if found is None:
            found = self.made[at] = self._seen(range(len(self))[at])
        return found

    def _seen(self, at: int) -> Row:
        row = self.behind[at]
        left, right = self.columns.start - 1, self.columns.stop - 1
        if at + 1 not in self.rows:
            left = right = 0
        blank: list[Content] = [""]
        return [*blank * left, *row[left:right], *blank * (len(row) - max(left, right))]
