"""Which records of a table are shown, and in which order."""

from __future__ import annotations

from functools import cached_property
from itertools import count, islice
from operator import lt
from typing import TYPE_CHECKING

from desktop.grid.rows import banners_of, positions_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.grid.rows import Record


class ShownRecords:
    """All records of a table, in the order of the sheet, and those of them that a grid shows."""

    def __init__(self, everything: tuple[Record, ...], places: Sequence[int] | None = None) -> None:
        """Show the records at these places of everything, in this order; all as they stand where None."""
        self.everything = everything
        self._places = places
        self.records = everything if places is None else tuple(map(everything.__getitem__, places))

    def renewed(self, everything: tuple[Record, ...]) -> ShownRecords:
        """The same places where the records stand as they did and only read otherwise."""
        return ShownRecords(everything, self._places)

    @property
    def places(self) -> Sequence[int]:
        """Where each shown record stands among all."""
        return range(len(self.everything)) if self._places is None else self._places

    @property
    def banners(self) -> Mapping[int, str]:
        """The headings above the records that begin a group; none where the order is not the sheet's."""
        return banners_of(self.records) if self._in_order else {}

    def positions_at(self, row: int) -> Iterator[int]:
        """The positions of the shown records that may have a cell in a row of the sheet."""
        places = positions_at(self.everything, row)
        if self._places is None:
            return places
        return (self._position_of[place] for place in places if place in self._position_of)

    @cached_property
    def _in_order(self) -> bool:
        places = self._places
        return places is None or all(map(lt, places, islice(places, 1, None)))

    @cached_property
    def _position_of(self) -> Mapping[int, int]:
        return dict(zip(self._places or (), count(), strict=False))
