"""Rules on the planned trajectory of one indicator."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.projection.actuals import actuals
from desktop.projection.trajectory import planned
from desktop.rules.rule import Remark
from desktop.rules.words import held_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue, Measure


def ends_worse(indicator: Indicator) -> Iterator[Remark]:
    """The last planned value is worse than the last actual.

    A plan that ends worse than where we are today needs a reason. Silent where the plan lies wholly in the
    past, and for neutral indicators.
    Example: adoptions 6.5 now and 6.0 planned at the end, where higher is better.
    """
    known, plan = actuals(indicator), planned(indicator)
    if not known or not plan or plan[-1].period.end <= known[-1].period.end:
        return
    if _worse(indicator.measure, plan[-1], known[-1]):
        yield _remark(indicator, "The plan ends worse than the last actual", plan[-1], known[-1])


def goes_back(indicator: Indicator) -> Iterator[Remark]:
    """A planned value is worse than the one before it; one finding for each such step.

    The first planned value is held against the last actual before it. A step back may be meant (a backlog
    is worked off), and then the return must say so.
    Example: 17.0 planned after 13.6 measured, where lower is better.
    """
    plan = planned(indicator)
    start = [value for value in actuals(indicator) if plan and value.period.end < plan[0].period.end]
    for before, after in pairwise((*start[-1:], *plan)):
        if _worse(indicator.measure, after, before):
            yield _remark(indicator, "The plan goes back", after, before)


def _worse(measure: Measure, value: IndicatorValue, reference: IndicatorValue) -> bool:
    numbers = value.value.number, reference.value.number
    return numbers[0] is not None and numbers[1] is not None and measure.worse(numbers[0], numbers[1])


def _remark(indicator: Indicator, what: str, later: IndicatorValue, earlier: IndicatorValue) -> Remark:
    new, old = held_against(later, earlier)
    return Remark(
        later.cell,
        f"{what}: {new} at {later.period.label} after {old} at {earlier.period.label} "
        f"({indicator.measure.polarity_words}). Explain why, or mend it.",
    )
