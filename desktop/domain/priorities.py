"""Priorities of a children's plan: under which outcome each stands, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """One priority; `obsession` names the one it is a starting point for, `cell` holds its words.

    A sponsor answers for it on the board, a lead delivers it.
    """

    table: str
    outcome: str
    number: str
    text: str
    obsession: str
    sponsor: str
    lead: str
    row: int
    cell: CellRef
