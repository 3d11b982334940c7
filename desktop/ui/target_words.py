"""What a plan comes to at a target's date, in one sentence, while the target is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.values import figure
from desktop.domain.wording import day
from desktop.projection.trajectory import reached, reading, trajectory

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.indicators import Indicator

_MOST_DECIMALS = 6


def target_words(indicator: Indicator, value: float, date: dt.date) -> str:
    """What the plan reads on the date, how far that is from the value, and when it gets there.

    The trajectory is read off the straight line between two planned values, as the rules read it.
    """
    points = trajectory(indicator)
    if not points:
        return f"{indicator.code} has no planned values to hold the target against."
    reads = reading(points, date)
    if reads is None:
        first, last = day(points[0][0]), day(points[-1][0])
        span = f"from {first} to {last}" if first != last else f"for {first} only"
        return f"{indicator.code} is planned {span}: the plan says nothing of {day(date)}."
    there = f"The plan reads {_figure(indicator, reads)} on {day(date)}"
    if not indicator.measure.judged:
        return f"{there}; nobody may say which is better, so it is held against no target."
    gap = indicator.measure.shortfall(reads, value)
    if not indicator.measure.worse(reads, value):
        better = indicator.measure.worse(value, reads)
        return f"{there}: {f'{_figure(indicator, -gap)} better than the target' if better else 'on target'}."
    short = f"{_figure(indicator, gap)} {indicator.measure.short_words}"
    return f"{there}: {short}; {_arrives(indicator, value, date)}."


def _arrives(indicator: Indicator, value: float, date: dt.date) -> str:
    points, measure = trajectory(indicator), indicator.measure
    reads = reading(points, date)
    ahead = [point for point in points if point[0] > date]
    later = reached(measure, ((date, reads), *ahead) if reads is not None else ahead, value)
    if later is not None:
        return f"it gets there by {day(later)}"
    before = reached(measure, points, value)
    return "it never gets there" if before is None else f"it was there on {day(before)} and falls back"


def _figure(indicator: Indicator, number: float) -> str:
    """With the indicator's decimals, and more where the figure would look like none."""
    decimals = indicator.decimals
    while decimals < _MOST_DECIMALS and number and not round(number, decimals):
        decimals += 1
    return figure(number, decimals)
