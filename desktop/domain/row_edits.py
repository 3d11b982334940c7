"""Changes of whole rows of a sheet; rows count from 1 and are those before the change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertRows:
    """New rows before the row `at`, which look like the row `like`: by default the row above.

    With `record` they stand for a record, so they look like as many rows from `like` on, have the same
    merged cells, and join a merged area that ends above them or begins beneath them. With `filled` they
    hold what those rows hold, too.
    """

    sheet: str
    at: int
    count: int = 1
    like: int | None = None
    record: bool = False
    filled: bool = False

    def source(self, index: int) -> int:
        """The row that the new row of an index, counted from 0, looks like; 0 for none."""
        like = self.at - 1 if self.like is None else self.like
        return like + index if self.record else like


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteRows:
    """Rows that go, `count` of them from `first` on."""

    sheet: str
    first: int
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRows:
    """Rows that go elsewhere in their sheet as they are: before the row `before`."""

    sheet: str
    first: int
    before: int
    count: int = 1


RowEdit: TypeAlias = InsertRows | DeleteRows | MoveRows
