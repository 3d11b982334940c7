"""The planned trajectory: planned values in date order, read off the straight line between two of them."""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.indicators import Polarity
from desktop.projection.actuals import actuals, figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.indicators import Indicator, IndicatorValue, Measure


def planned(indicator: Indicator) -> tuple[IndicatorValue, ...]:
    """The planned values in date order; where two columns end on the same date, the later column holds."""
    return tuple({value.period.end: value for value in indicator.planned}.values())


def trajectory(indicator: Indicator) -> tuple[tuple[dt.date, float], ...]:
    """Dates and planned values in date order, one for each date."""
    return figures(planned(indicator))


def ahead(indicator: Indicator) -> tuple[IndicatorValue, ...]:
    """The planned values after the last actual, in date order; all of them where there is no actual."""
    known = actuals(indicator)
    return tuple(
        value for value in planned(indicator) if not known or value.period.end > known[-1].period.end
    )


def reading(points: Sequence[tuple[dt.date, float]], on: dt.date) -> float | None:
    """The value on a day, by straight line between the points around it; None outside their span.

    The points are in date order, each date once.
    """
    if not points or not points[0][0] <= on <= points[-1][0]:
        return None
    for (start, first), (end, second) in pairwise(points):
        if on < end:
            return first + (second - first) * ((on - start) / (end - start))
    return points[-1][1]


def reached(measure: Measure, points: Sequence[tuple[dt.date, float]], value: float) -> dt.date | None:
    """The first day on which the trajectory is as good as a value; None where it never is.

    None also for a measure of which nobody may say what is better.
    """
    if not points or not measure.judged:
        return None
    if not measure.worse(points[0][1], value):
        return points[0][0]
    for (start, first), (end, second) in pairwise(points):
        part = _part(first, second, _threshold(measure, first, value))
        if part is not None:
            return start + dt.timedelta(days=math.ceil((end - start).days * part))
    return None


def _threshold(measure: Measure, start: float, value: float) -> float:
    """Where a line that starts at a worse value becomes as good as the value."""
    if measure.polarity is not Polarity.RANGE or measure.ideal is None:
        return value
    reach = abs(value - measure.ideal)
    return measure.ideal + math.copysign(reach, start - measure.ideal)


def _part(first: float, second: float, threshold: float) -> float | None:
    """The part of the way from first to second at which the threshold is met; None where it is not."""
    if first == second:
        return None
    part = (threshold - first) / (second - first)
    return min(part, 1.0) if 0 < part <= 1 + 1e-9 else None
