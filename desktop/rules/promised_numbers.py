"""A rule on the numbers that milestones promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.promises import promise_in
from desktop.rules.rule import Remark
from desktop.rules.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.plan import Milestone


def unlinked_promise(milestone: Milestone) -> Iterator[Remark]:
    """A milestone promises a number by a date, and no indicator is held against it.

    What is counted can be checked, and whoever reads the plan will: an indicator shows whether it is on the
    way there. Silent where the milestone is linked to one: the promise is then a target of the indicator's.
    Example: "650 vulnerable 2 year olds to be attending children's centres by 30/9/2012".
    """
    promise = None if milestone.indicator else promise_in(milestone.text)
    if promise is not None:
        yield Remark(
            milestone.cell,
            f"This milestone promises “{shortened(promise.words)}” by {promise.date.raw}, and no "
            "indicator shows whether it will be met. Link the milestone to an indicator if one counts it.",
        )
