"""The actual values that every projection and verdict stands on: one for each date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.periods import Kind

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.indicators import Indicator, IndicatorValue


def actuals(indicator: Indicator) -> tuple[IndicatorValue, ...]:
    """The measured values in date order, one for each date.

    Where two columns end on the same date, an outturn stands before a provisional value, which it
    finalises, and otherwise the later column before the earlier.
    """
    chosen: dict[dt.date, IndicatorValue] = {}
    for value in indicator.actuals:
        rival = chosen.get(value.period.end)
        if rival is None or _finality(value) >= _finality(rival):
            chosen[value.period.end] = value
    return tuple(chosen.values())


def figures(values: tuple[IndicatorValue, ...]) -> tuple[tuple[dt.date, float], ...]:
    """Dates and numbers of the values that can be read as numbers."""
    return tuple((value.period.end, value.value.number) for value in values if value.value.number is not None)


def _finality(value: IndicatorValue) -> bool:
    return value.period.kind is Kind.OUTTURN
