"""One engine for every verdict: status against plan, and direction of travel."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.indicators import NOISE
from desktop.domain.ratings import Rag
from desktop.projection.actuals import actuals, figures
from desktop.projection.trajectory import trajectory

if TYPE_CHECKING:
    from desktop.domain.indicators import Indicator, IndicatorValue, Measure

AMBER_SHARE = 0.05
"""The share of a planned value by which an actual may be worse and still be amber."""
STEADY_SHARE = 0.01
"""The share of the earlier actual under which a change counts as none."""


class Direction(StrEnum):
    """Direction of travel from the actual before the last to the last."""

    IMPROVING = "improving"
    STEADY = "steady"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"


def judge(measure: Measure, actual: float, planned: float) -> Rag | None:
    """Green where as good or better, amber where worse by at most 5 % of the planned value, else red.

    None for a measure of which nobody may say what is better.
    """
    if not measure.judged:
        return None
    if not measure.worse(actual, planned):
        return Rag.GREEN
    over = measure.shortfall(actual, planned) - AMBER_SHARE * abs(planned)
    return Rag.RED if over > NOISE else Rag.AMBER


def judged(indicator: Indicator) -> IndicatorValue | None:
    """The latest actual that has a planned value for its date, or None."""
    planned = dict(trajectory(indicator))
    return next((value for value in reversed(actuals(indicator)) if value.period.end in planned), None)


def status(indicator: Indicator) -> Rag | None:
    """The status of the latest actual that has a planned value for its date; None where none can be given."""
    value = judged(indicator)
    if value is None or value.value.number is None:
        return None
    return judge(indicator.measure, value.value.number, dict(trajectory(indicator))[value.period.end])


def direction(indicator: Indicator) -> Direction | None:
    """The direction of travel; steady where the change is under 1 % of the earlier value.

    None with fewer than two actuals. Where nobody may say what is better: rising, steady or falling.
    """
    numbers = [number for _, number in figures(actuals(indicator))]
    if len(numbers) <= 1:
        return None
    earlier, last = numbers[-2:]
    if last == earlier or abs(last - earlier) < STEADY_SHARE * abs(earlier) - NOISE:
        return Direction.STEADY
    if not indicator.measure.judged:
        return Direction.RISING if last > earlier else Direction.FALLING
    return _verdict(indicator.measure, earlier, last)


def _verdict(measure: Measure, earlier: float, last: float) -> Direction:
    if measure.worse(last, earlier):
        return Direction.WORSENING
    return Direction.IMPROVING if measure.worse(earlier, last) else Direction.STEADY
