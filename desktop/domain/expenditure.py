"""Expenditure: what a plan says will be spent, of which total it is a part, and the grants it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef
    from desktop.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Expenditure:
    """One amount, in pounds. `part_of` is the question of the total it is a part of, or empty."""

    table: str
    group: str
    area: str
    question: str
    amount: Value
    part_of: str
    row: int
    cell: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A grant that a plan's spends come from, in pounds; `cell` holds its amount."""

    name: str
    amount: Value
    row: int
    cell: CellRef
