"""Areas of focus of a plan: how each is rated, which way it goes, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef
    from desktop.domain.ratings import RagReading


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusArea:
    """One area of focus; `cell` holds its words, `rating_cell` the rating, alone or with the direction.

    A table may have a column of its own for the direction.
    """

    table: str
    area: str
    update: str
    rating: RagReading
    row: int
    cell: CellRef
    rating_cell: CellRef
