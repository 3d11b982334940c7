"""A planned trajectory stretched to meet a goal: straight, most of it early, or most of it late."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.periods import Kind
from desktop.projection.actuals import actuals, figures

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.indicators import Indicator, IndicatorValue


class Course(StrEnum):
    """How the way to a goal is spread over its time."""

    STRAIGHT = "straight"
    FRONT_LOADED = "front-loaded"
    BACK_LOADED = "back-loaded"

    def share(self, part: float) -> float:
        """The share of the way that is gone after a part of the time, both from 0 to 1.

        The loaded courses are parabolas: 1 − (1 − t)² and t², three quarters of the way in the half of the
        time that carries more.
        """
        if self is Course.FRONT_LOADED:
            return 1 - (1 - part) ** 2
        return part**2 if self is Course.BACK_LOADED else part


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A planned value and the number that is proposed for it."""

    value: IndicatorValue
    number: float


def plannable(indicator: Indicator) -> tuple[IndicatorValue, ...]:
    """The planned values after the last actual that hold a number or nothing yet, in date order.

    Where two columns end on the same date, the later column holds; what can't be read is left alone.
    """
    known = actuals(indicator)
    ahead = {
        value.period.end: value
        for value in indicator.values
        if value.period.kind is Kind.PLANNED
        and (value.value.number is not None or value.value.blank)
        and (not known or value.period.end > known[-1].period.end)
    }
    return tuple(ahead[day] for day in sorted(ahead))


def stretched(indicator: Indicator, by: dt.date, goal: float, course: Course) -> tuple[Step, ...]:
    """The planned values that lead from the last actual to a goal, at the precision of the indicator.

    The goal is met by the last planned date that is not after the day, or by the first planned date where
    the day lies before it. Without an actual the first planned value is where the way begins. Values after
    the goal stay where they are as good as it, and are the goal where they are not.
    """
    values = plannable(indicator)
    if not values:
        return ()
    days = [value.period.end for value in values]
    reached = max((day for day in days if day <= by), default=days[0])
    start, origin = _start(indicator, values, goal)

    def number(value: IndicatorValue) -> float:
        part = _part(start, value.period.end, reached)
        if part < 1:
            between = origin + (goal - origin) * course.share(part)
            return round(indicator.measure.clip(between), indicator.places)
        held = value.value.number
        if part > 1 and held is not None and not indicator.measure.worse(held, goal):
            return held
        return snapped(indicator, goal)

    return tuple(Step(value=value, number=number(value)) for value in values)


def _start(indicator: Indicator, values: tuple[IndicatorValue, ...], goal: float) -> tuple[dt.date, float]:
    """Where the way begins: at the last actual, else at the first planned value."""
    known = figures(actuals(indicator))
    if known:
        return known[-1]
    first = values[0].value.number
    return values[0].period.end, goal if first is None else first


def _part(start: dt.date, day: dt.date, reached: dt.date) -> float:
    """The part of the time to the goal that is gone on a day; more than 1 after it."""
    if day == reached:
        return 1.0
    return (day - start) / (reached - start) if reached != start else math.inf


def snapped(indicator: Indicator, goal: float) -> float:
    """The number at the indicator's precision that is nearest to a goal and not worse, within the limits."""
    measure, places = indicator.measure, indicator.places
    near = round(goal, places)
    if measure.worse(near, goal):
        unit = 10.0**-places
        beside = round(near + unit, places), round(near - unit, places)
        near = min(beside, key=lambda number: measure.shortfall(number, goal))
    return measure.clip(near)
