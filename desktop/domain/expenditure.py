"""Expenditure: what a plan says will be spent, of which total it is a part, and the grants it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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


_MOST_GRANTS = 12  # of which every choice is tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """What is planned to be spent, in pounds, and the grants whose sum comes nearest to it."""

    planned: float
    grants: tuple[Grant, ...]

    @property
    def held(self) -> float:
        """What those grants come to, in pounds."""
        return sum(grant.amount.number or 0 for grant in self.grants)

    @property
    def over(self) -> float:
        """By how much more is planned than the grants come to, in pounds; negative where it is less."""
        return self.planned - self.held


def reconciled(spends: Sequence[Expenditure], grants: Sequence[Grant]) -> Reconciliation | None:
    """The planned spends against the grants they come from; None where an amount can't be read.

    Parts of totals are left out. The spends may come from some of the grants only: those that come nearest
    are taken, the most of them where several do.
    """
    wholes = [spend.amount.number for spend in spends if not spend.part_of]
    if None in wholes or any(grant.amount.number is None for grant in grants):
        return None
    planned = sum(number or 0 for number in wholes)
    return Reconciliation(planned=planned, grants=_nearest(planned, grants))


def _nearest(planned: float, grants: Sequence[Grant]) -> tuple[Grant, ...]:
    if not grants or len(grants) > _MOST_GRANTS:
        return tuple(grants)
    choices = (choice for count in range(len(grants), 0, -1) for choice in combinations(grants, count))
    return min(choices, key=lambda choice: abs(planned - sum(grant.amount.number or 0 for grant in choice)))
