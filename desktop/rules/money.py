"""Rules on what a plan says will be spent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.expenditure import reconciled
from desktop.domain.wording import listed
from desktop.rules.phrases import PART_OF_YEAR
from desktop.rules.rule import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.expenditure import Expenditure
    from desktop.rules.subjects import Budget, Total

MOST_APART = 50
"""Pounds by which the planned spends and the grants they come from may differ, as rounding makes them."""
_PART = re.compile(PART_OF_YEAR, re.IGNORECASE)


def grants_differ(budget: Budget) -> Iterator[Remark]:
    """The planned grant spends ("in total") and the grants they come from differ by more than £50.

    A grant that is not spent is claimed back, and what no grant covers has to be found elsewhere. The spends
    may come from some of the grants only: those that come nearest are taken.
    Example: £1,492,300 of spends in a plan with grants of £1,355,598 and £136,699.
    """
    found = reconciled(budget.spends, budget.grants)
    if found is not None and abs(found.over) > MOST_APART:
        names = listed(tuple(f"{grant.cell}" for grant in found.grants), "and")
        side = "more" if found.over > 0 else "less"
        yield Remark(
            budget.spends[0].cell,
            f"The planned spends come to £{found.planned:,.0f}, which is £{abs(found.over):,.0f} {side} than "
            f"the grants that come nearest, £{found.held:,.0f} ({names}). Correct the amounts, or add the "
            "grant that is missing.",
        )


def part_exceeds_total(total: Total) -> Iterator[Remark]:
    """An amount "of this total" is more than its total.

    A part can't be more than the whole, so one of the two amounts is wrong.
    Example: £463,950 in total, and £639,000 of this total on adoption.
    """
    whole = total.whole.amount.number
    for part in total.parts:
        number = part.amount.number
        if whole is not None and number is not None and number > whole:
            yield Remark(
                part.cell,
                f"{part.amount.raw.strip()} is said to be part of {total.whole.amount.raw.strip()} at "
                f"{total.whole.cell.a1}, but is more. Correct one of the two.",
            )


def part_of_year(amount: Expenditure) -> Iterator[Remark]:
    """An amount is for part of the year only.

    It can't be added to the others, or held against a grant for the whole year, as it stands.
    Example: "How much do you plan to spend on this in the first 6 months of 2001-2002?"
    """
    if amount.amount.number is not None and (found := _PART.search(amount.question)):
        yield Remark(
            amount.cell,
            f"{amount.amount.raw.strip()} is for the {found[0].casefold()} only. Say what is planned for the "
            "rest of the year before it is added to other amounts.",
        )
