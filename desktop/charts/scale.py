"""Axes that read well: round steps between the values, within what the measure allows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.charts.picture import Scale
from desktop.domain.values import figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.picture import Picture

_INTERVALS = 5
_FROM_ZERO = 0.5
"""Below this share of the highest value the lowest is close enough to zero for the axis to start there."""
_TINY = 1e-9


def fitted(picture: Picture) -> Picture:
    """The picture with the value axis that holds all it shows."""
    return replace(
        picture,
        scale=scale_of(
            tuple(_reach(picture)), lowest=picture.lowest, highest=picture.highest, whole=picture.whole
        ),
    )


def _reach(picture: Picture) -> Iterator[float]:
    """Every value that the axis has to hold."""
    yield from (point.value for point in picture.points)
    yield from (promise.value for promise in picture.promises)
    lines = [comparator.line for comparator in picture.comparators]
    if picture.projection is not None:
        lines += [picture.projection.line, picture.projection.low, picture.projection.high]
    for line in (*lines, picture.proposed):
        yield from (value for _, value in line)
    yield from (each.value for each in picture.annotations if each.value is not None)
    for bounds in (picture.band, picture.limits):
        if bounds is not None and picture.points:
            yield from (bounds.low, bounds.high)


def scale_of(
    values: Sequence[float], *, lowest: float | None = None, highest: float | None = None, whole: bool = False
) -> Scale:
    """An axis of round steps that holds all values; it passes a limit only where a value does.

    `whole` keeps the steps whole, for counts. Without a value the axis runs from 0 to 1.
    """
    low, high = _span(values, lowest, highest)
    step = _round_step((high - low) / _INTERVALS)
    if whole:
        step = max(1.0, step)
    first = math.floor(low / step + _TINY)
    last = max(first + 1, math.ceil(high / step - _TINY))
    decimals = _decimals(step)
    ticks = tuple((number * step, figure(number * step, decimals)) for number in range(first, last + 1))
    return Scale(low=ticks[0][0], high=ticks[-1][0], ticks=ticks)


def _span(values: Sequence[float], lowest: float | None, highest: float | None) -> tuple[float, float]:
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    if 0 <= low < high * _FROM_ZERO:
        low = 0.0
    if high - low < abs(high) * 0.02 + _TINY:
        margin = abs(high) * 0.1 or 1.0
        low, high = _within(low - margin, low, lowest), -_within(-high - margin, -high, _negative(highest))
    return low, high


def _within(wanted: float, needed: float, limit: float | None) -> float:
    """The wanted lower end, raised to the limit unless a value lies beyond it."""
    return wanted if limit is None else min(needed, max(wanted, limit))


def _negative(limit: float | None) -> float | None:
    return None if limit is None else -limit


def _round_step(rough: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is at least the rough step."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= rough - _TINY * power)


def _decimals(step: float) -> int:
    return next((places for places in range(10) if math.isclose(round(step, places), step)), 10)
