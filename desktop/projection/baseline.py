"""The baseline, "if nothing changes": where the actual values alone would lead, and how sure that is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.wording import counted
from desktop.projection.actuals import actuals, figures
from desktop.projection.least_squares import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.indicators import Indicator, Measure

_Points: TypeAlias = tuple[tuple[dt.date, float], ...]

LEAST_FOR_INDICATIVE = 3
LEAST_FOR_TREND = 5
STEP = dt.timedelta(days=30)
"""How far apart the points are: close enough for a curved interval and for where it meets a limit."""
_YEAR = 365.25


class Shape(StrEnum):
    """How much the number of actual values allows to be said."""

    HELD = "held"
    INDICATIVE = "indicative"
    TREND = "trend"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselinePoint:
    """The projected value on a day; `low` and `high` bound it, None where no bounds are claimed."""

    date: dt.date
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A projection of `n` actual values, from the date of the last one, with the words that belong to it."""

    shape: Shape
    n: int
    points: tuple[BaselinePoint, ...]
    label: str


def baseline(indicator: Indicator, until: dt.date) -> Baseline | None:
    """The baseline of an indicator's actual values up to a day; None where it has none.

    One or two values are held. Three or four give a least-squares line, with an envelope of the last value
    plus the smallest and the largest yearly change seen. Five or more give the line with its 95 %
    prediction interval. All is clipped to the measure's limits. A day that is not after the last actual
    leaves the one point there.
    """
    known = figures(actuals(indicator))
    if not known:
        return None
    days = _days(known[-1][0], until)
    n = len(known)
    if n < LEAST_FOR_INDICATIVE:
        return _baseline(indicator.measure, Shape.HELD, n, _held(known, days))
    if n < LEAST_FOR_TREND:
        return _baseline(indicator.measure, Shape.INDICATIVE, n, _indicative(known, days))
    return _baseline(indicator.measure, Shape.TREND, n, _trend(known, days))


def predicted(indicator: Indicator, days: Sequence[dt.date]) -> tuple[BaselinePoint, ...]:
    """The trend of five or more actual values on these days with its 95 % prediction interval.

    Clipped to the measure's limits; empty where there are fewer values, which claim no such interval.
    """
    known = figures(actuals(indicator))
    if len(known) < LEAST_FOR_TREND:
        return ()
    return tuple(_clipped(indicator.measure, point) for point in _trend(known, tuple(days)))


def _baseline(measure: Measure, shape: Shape, n: int, points: tuple[BaselinePoint, ...]) -> Baseline:
    clipped = tuple(_clipped(measure, point) for point in points)
    return Baseline(shape=shape, n=n, points=clipped, label=_label(shape, n))


def _clipped(measure: Measure, point: BaselinePoint) -> BaselinePoint:
    return BaselinePoint(
        date=point.date,
        value=measure.clip(point.value),
        low=None if point.low is None else measure.clip(point.low),
        high=None if point.high is None else measure.clip(point.high),
    )


def _label(shape: Shape, n: int) -> str:
    values = counted(n, "value")
    return {
        Shape.HELD: f"if nothing changes ({values}, held)",
        Shape.INDICATIVE: f"indicative, {n} points",
        Shape.TREND: f"trend of {n} points, 95 % interval",
    }[shape]


def _days(start: dt.date, until: dt.date) -> tuple[dt.date, ...]:
    steps = max(0, -(-(until - start) // STEP))  # rounded up, so that the last step ends on the day
    return (start, *(min(start + number * STEP, until) for number in range(1, steps + 1)))


def _years(start: dt.date, day: dt.date) -> float:
    return (day - start).days / _YEAR


def _held(known: _Points, days: tuple[dt.date, ...]) -> tuple[BaselinePoint, ...]:
    ends = dict.fromkeys((days[0], days[-1]))
    return tuple(BaselinePoint(date=day, value=known[-1][1]) for day in ends)


def _indicative(known: _Points, days: tuple[dt.date, ...]) -> tuple[BaselinePoint, ...]:
    start, last = known[-1]
    line = fit([(_years(start, day), value) for day, value in known])
    changes = [
        (later - earlier) / _years(before, after) for (before, earlier), (after, later) in pairwise(known)
    ]
    return tuple(
        BaselinePoint(
            date=day,
            value=line.at(ahead),
            low=last + min(changes) * ahead,
            high=last + max(changes) * ahead,
        )
        for day in days
        for ahead in (_years(start, day),)
    )


def _trend(known: _Points, days: tuple[dt.date, ...]) -> tuple[BaselinePoint, ...]:
    start = known[-1][0]
    line = fit([(_years(start, day), value) for day, value in known])
    return tuple(
        BaselinePoint(date=day, value=value, low=value - margin, high=value + margin)
        for day in days
        for ahead in (_years(start, day),)
        for value, margin in ((line.at(ahead), line.margin(ahead)),)
    )
