"""How the records of a table are arranged for the eye: filtered and sorted, the sheet left as it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.grid.column_facts import ColumnFacts, Sortable
    from desktop.grid.filters import Filter


class Sort(NamedTuple):
    """A column by its place in the grid, and the way it runs."""

    column: int
    descending: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """The filters by column, all of which a record meets, and the sorts, the one that decides first."""

    filters: tuple[tuple[int, Filter], ...] = ()
    sorts: tuple[Sort, ...] = ()

    @property
    def by_column(self) -> Mapping[int, Filter]:
        """The filter of each column that has one."""
        return dict(self.filters)

    @property
    def in_sheet_order(self) -> Arrangement:
        """Without the sorts."""
        return replace(self, sorts=())

    @property
    def unfiltered(self) -> Arrangement:
        """Without the filters."""
        return replace(self, filters=())

    def sort_of(self, column: int) -> Sort | None:
        """The sort by a column; None where it has no say."""
        return next((sort for sort in self.sorts if sort.column == column), None)

    def filtered(self, column: int, wanted: Filter | None) -> Arrangement:
        """With another filter of a column, or without any."""
        others = tuple(each for each in self.filters if each[0] != column)
        return replace(self, filters=others if wanted is None else (*others, (column, wanted)))

    def sorted_by(self, column: int, *, descending: bool) -> Arrangement:
        """Sorted by a column; what was sorted before decides between equals."""
        others = tuple(sort for sort in self.sorts if sort.column != column)
        return replace(self, sorts=(Sort(column, descending), *others))


AS_IN_SHEET = Arrangement()


def arranged(
    arrangement: Arrangement, facts: Callable[[int], ColumnFacts], count: int, *, without: int | None = None
) -> Sequence[int]:
    """The positions of the records that are shown, in the order in which they are.

    `count` is how many there are in the sheet; `facts` gives those of a column. The filter of the column
    `without` is left aside: what its own list offers does not shrink by what was chosen from it.
    """
    positions: Sequence[int] = range(count)
    for column, wanted in arrangement.filters:
        if column != without:
            positions = wanted.kept(facts(column), positions)
    for sort in reversed(arrangement.sorts):
        positions = ordered(positions, facts(sort.column).values, descending=sort.descending)
    return positions


def ordered(positions: Iterable[int], values: Sequence[Sortable], *, descending: bool) -> list[int]:
    """Positions by their values: numbers, dates, texts, or all backwards; blanks last; equals as before."""
    numbers: list[int] = []
    dates: list[int] = []
    texts: list[int] = []
    blanks: list[int] = []
    for position in positions:
        value = values[position]
        if isinstance(value, str):
            (texts if value else blanks).append(position)
        else:
            (dates if isinstance(value, dt.datetime) else numbers).append(position)
    kinds = (numbers, dates, texts)
    for kind in kinds:
        kind.sort(key=values.__getitem__, reverse=descending)
    return [each for kind in (reversed(kinds) if descending else kinds) for each in kind] + blanks
