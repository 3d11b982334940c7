"""What an indicator's own values are read against: statuses, comparators, ranges and control limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.picture import Band, Comparator, Judgement
from desktop.domain.indicators import Polarity
from desktop.projection.actuals import actuals, figures
from desktop.projection.comparators import comparators
from desktop.projection.status import judge
from desktop.projection.trajectory import trajectory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.picture import Point
    from desktop.domain.indicators import Indicator, Measure

_MOST = 3
"""How many comparators one chart can tell apart."""


def judgements(indicator: Indicator, points: Sequence[Point]) -> tuple[Judgement, ...]:
    """The status of each actual value for whose date a value was planned."""
    planned = dict(trajectory(indicator))
    cells = {value.cell for value in actuals(indicator)}
    judged = (
        (point, judge(indicator.measure, point.value, planned[point.date]))
        for point in points
        if point.cell in cells and point.date in planned
    )
    return tuple(Judgement(point=point, rag=rag) for point, rag in judged if rag is not None)


def compared(indicator: Indicator, others: Sequence[Indicator]) -> tuple[Comparator, ...]:
    """The actual values of what the indicator is compared with, where it has any; three at the most."""
    lines = ((name, actuals(other)) for name, other in comparators(indicator, others))
    return tuple(
        Comparator(name=name, line=figures(known), end=known[-1].value.raw.strip())
        for name, known in lines
        if known
    )[:_MOST]


def band(measure: Measure) -> Band | None:
    """Where a range is best: its ideal with the tolerance, else its limits; None where none is set."""
    if measure.polarity is not Polarity.RANGE:
        return None
    if measure.ideal is not None and measure.tolerance:
        low, high = measure.ideal - measure.tolerance, measure.ideal + measure.tolerance
        return Band(low=low, high=high, text=f"within {measure.tolerance:g} of {measure.ideal:g}")
    if measure.ideal is None and measure.minimum is not None and measure.maximum is not None:
        low, high = measure.minimum, measure.maximum
        return Band(low=low, high=high, text=f"range from {low:g} to {high:g}")
    return None
