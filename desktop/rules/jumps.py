"""Rules on how far an indicator's actual values jump."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.edits import Edit
from desktop.domain.findings import Fix, Severity
from desktop.domain.indicators import NOISE
from desktop.domain.values import figure
from desktop.projection.actuals import actuals, figures
from desktop.projection.trajectory import ahead
from desktop.rules.rule import Remark
from desktop.rules.words import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue, Measure

UNIT_FACTOR = 5
"""From this factor between two actuals on, the unit may have changed."""
MONTHS_IN_A_YEAR = 12
MONTHS_MARGIN = 1.5
"""How near a factor of 12 must come for months and years to be the likely reason."""
LEAST_CHANGE = 0.05
"""The share of the earlier value under which a change is no jump."""
STEPS = 3
"""A jump is larger than so many mean planned steps."""
SMALL_COUNT = 10
"""Counts that are both under it jump by chance."""
_TIMES = ("", "years", "months", "weeks", "days")


def unit_changed(indicator: Indicator) -> Iterator[Remark]:
    """Two consecutive actuals of what is no count differ by a factor of 5 or more: the unit may have changed.

    A plan in years after an outturn in months can't be compared with anything. Months and years are named
    where a factor of 12 explains the jump and the measure is, or may be, a time. Silent beside a zero.
    Example: 26.5 in 1998/99 and 2.1 in the year after.
    """
    for before, after in pairwise(actuals(indicator)):
        if (factor := _factor(indicator.measure, before, after)) >= UNIT_FACTOR - NOISE:
            yield Remark(
                after.cell,
                f"{_change(before, after)}: {_reason(indicator.measure, factor)} "
                "Correct the figure that is wrong, or explain the change.",
                _converted(indicator.measure, factor, before, after),
            )


def _change(before: IndicatorValue, after: IndicatorValue) -> str:
    return f"{written(before)} at {before.period.label} became {written(after)} at {after.period.label}"


def _factor(measure: Measure, before: IndicatorValue, after: IndicatorValue) -> float:
    """How many times the larger is the smaller; 0 for counts, beside a zero and across it."""
    one, other = before.value.number or 0.0, after.value.number or 0.0
    if measure.counts or one * other <= 0:
        return 0.0
    return max(one / other, other / one)


def _reason(measure: Measure, factor: float) -> str:
    if _is_about_a_year(factor) and measure.unit in _TIMES:
        return "have months become years?"
    return f"a factor of {figure(factor, 0)}. Has the unit or the definition changed?"


def _is_about_a_year(factor: float) -> bool:
    return MONTHS_IN_A_YEAR / MONTHS_MARGIN <= factor <= MONTHS_IN_A_YEAR * MONTHS_MARGIN


def _converted(measure: Measure, factor: float, before: IndicatorValue, after: IndicatorValue) -> Fix | None:
    """The value in the unit of its measure, years or months, where a factor of 12 explains the jump."""
    if not _is_about_a_year(factor) or measure.unit not in {"years", "months"}:
        return None
    low, high = sorted((before, after), key=lambda value: abs(value.value.number or 0.0))
    wrong, right, given = (high, low, "months") if measure.unit == "years" else (low, high, "years")
    times = 1 / MONTHS_IN_A_YEAR if measure.unit == "years" else MONTHS_IN_A_YEAR
    number = round((wrong.value.number or 0.0) * times, right.value.decimals)
    label = f"Change {written(wrong)} {given} to {figure(number, right.value.decimals)} {measure.unit}"
    return Fix(label=label, edits=(Edit(cell=wrong.cell, content=number),))


def jumped(indicator: Indicator) -> Iterator[Remark]:
    """The last change is more than 3 times the mean planned step, and 5 % or more of the earlier value.

    Either a figure is wrong, or something happened that the plan does not say. A planned step of nothing
    counts as a step. A query where the change is for the worse, or nobody may say; else advice.
    Example: repeat referrals 40.6 and 70.0, then planned steps of 7 on average.
    """
    known, plan = actuals(indicator)[-2:], ahead(indicator)
    if len(known) <= 1 or not plan:
        return
    (_, earlier), (_, last) = figures(known)
    numbers = [last, *(number for _, number in figures(plan))]
    mean = sum(abs(after - before) for before, after in pairwise(numbers)) / len(plan)
    change = abs(last - earlier)
    measure = indicator.measure
    if change <= STEPS * mean + NOISE or change < LEAST_CHANGE * abs(earlier) - NOISE:
        return
    if _factor(measure, *known) >= UNIT_FACTOR - NOISE or (
        measure.counts and max(last, earlier) < SMALL_COUNT
    ):
        return
    yield Remark(
        known[-1].cell,
        _jump(known, mean),
        severity=None if _doubtful(measure, earlier, last) else Severity.ADVICE,
    )


def _doubtful(measure: Measure, earlier: float, last: float) -> bool:
    return not measure.judged or measure.worse(last, earlier)


def _jump(known: tuple[IndicatorValue, ...], mean: float) -> str:
    before, after = known
    decimals = max(before.value.decimals, after.value.decimals)
    change = abs((after.value.number or 0.0) - (before.value.number or 0.0))
    planned = f"{figure(mean, decimals + 1)} a step on average" if mean else "no change at all"
    return (
        f"{_change(before, after)}, a change of {figure(change, decimals)}, "
        f"where the plan goes on with {planned}. Check both figures, or explain what happened."
    )
