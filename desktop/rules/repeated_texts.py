"""A rule on the texts of a plan that stand more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.rules.rule import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.rules.plan_parts import SameText


def text_repeated(same: SameText) -> Iterator[Remark]:
    """The same project or milestone text stands twice; spoken on each later one.

    One of the two may be a row copied and never changed, or one piece of work that is counted twice. A date
    alone, with nothing to be done by then, is no such text.
    Example: "Review placement policy" under strands 2 and 4.
    """
    first, *others = same.milestones
    for milestone in others:
        cell, there = milestone.cell_of(same.field), first.cell_of(same.field)
        if cell is not None and there is not None:
            yield Remark(
                cell,
                f"The same {same.field} stands at {there.a1} too. Remove one of the two, or say how they "
                "differ.",
                subject=milestone.subject,
            )
