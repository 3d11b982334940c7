"""Rules that hold what was planned against what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.indicators import NOISE
from desktop.domain.ratings import Rag
from desktop.domain.values import figure
from desktop.projection.actuals import actuals, figures
from desktop.projection.baseline import predicted
from desktop.projection.status import judge
from desktop.projection.trajectory import ahead, planned
from desktop.rules.rule import Remark
from desktop.rules.words import held_against, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator


def off_trajectory(indicator: Indicator) -> Iterator[Remark]:
    """An actual has arrived for a date that has a planned value, and it is off trajectory (red).

    The reader of the return sees both and asks what was done about it.
    Example: 85.0 was planned for 31/3/01, and 78.2 was measured.
    """
    plan = {value.period.end: value for value in planned(indicator)}
    for value in actuals(indicator) if plan else ():
        meant = plan.get(value.period.end)
        if meant is None or value.value.number is None or meant.value.number is None:
            continue
        if judge(indicator.measure, value.value.number, meant.value.number) is Rag.RED:
            now, then = held_against(value, meant)
            yield Remark(
                value.cell,
                f"Off trajectory: {now} at {value.period.label}, where {then} was planned "
                f"({indicator.measure.polarity_words}). Explain why, and what is being done.",
            )


def out_of_reach(indicator: Indicator) -> Iterator[Remark]:
    """There are 5 or more actuals, and a planned value lies outside the baseline's 95 % prediction interval.

    If nothing changes, 19 of 20 values lie within it: a planned one outside needs a change that is named.
    Example: 90 planned where five years lead to between 71 and 80.
    """
    plan = ahead(indicator)
    points = predicted(indicator, tuple(value.period.end for value in plan))
    for value, (_, number), point in zip(plan, figures(plan), points, strict=False):
        if point.low is not None and point.high is not None and not _within(number, point.low, point.high):
            decimals = max(1, value.value.decimals)
            yield Remark(
                value.cell,
                f"{written(value)} is planned for {value.period.label}, but if nothing changes the value "
                f"will lie between {figure(point.low, decimals)} and {figure(point.high, decimals)} "
                "(95 % interval). "
                "Say what will change, or plan within reach.",
            )


def _within(number: float, low: float, high: float) -> bool:
    return low - NOISE <= number <= high + NOISE
