"""Where the rows and columns in view stand."""

from __future__ import annotations

from typing import NamedTuple


class Strip(NamedTuple):
    """A row or a column in view: its number, where it begins and how much it takes, in pixels."""

    number: int
    start: int
    extent: int

    @property
    def last(self) -> int:
        """Its last pixel."""
        return self.start + self.extent - 1
