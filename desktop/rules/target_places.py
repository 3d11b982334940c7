"""Rules on targets that the planned trajectory passes by, or does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.indicators import NOISE
from desktop.domain.values import figure
from desktop.domain.wording import day
from desktop.projection.actuals import figures
from desktop.projection.trajectory import planned, reading, trajectory
from desktop.rules.rule import Remark
from desktop.rules.words import apart, shortened, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.targets import Target
    from desktop.rules.subjects import Aim, Promises

SPARE_SHARE = 0.05
"""The share of a target by which the trajectory may be better and still be aimed at it."""


class _Spare(NamedTuple):
    """A target that the plan more than meets: by how much, what the plan reads, and where that stands."""

    gap: float
    reads: float
    promised: float
    target: Target
    rests_on: IndicatorValue


def surpasses(promises: Promises) -> Iterator[Remark]:
    """At the target's date the trajectory is better than the target by more than 5 % of the target.

    Either the promise is out of date and says too little, or the plan hopes for too much. Spoken once on the
    planned value at or next before the date, for the promise that is surpassed by most.
    Example: 15 promised nationally by 31/3/04 where 35.0 is planned.
    """
    widest: dict[object, _Spare] = {}
    for spare in _spares(promises):
        known = widest.setdefault(spare.rests_on.cell, spare)
        if spare.gap > known.gap:
            widest[spare.rests_on.cell] = spare
    for spare in widest.values():
        yield Remark(spare.rests_on.cell, _sentence(promises.indicator, spare))


def _spares(promises: Promises) -> Iterator[_Spare]:
    plan, measure = planned(promises.indicator), promises.indicator.measure
    points = figures(plan)
    for target in promises.targets:
        date, promised = target.date, target.value.number
        if date is None or promised is None or (reads := reading(points, date)) is None:
            continue
        gap = measure.shortfall(promised, reads)
        if gap > SPARE_SHARE * abs(promised) + NOISE:
            rests_on = next(value for value in reversed(plan) if value.period.end <= date)
            yield _Spare(gap, reads, promised, target, rests_on)


def _sentence(indicator: Indicator, spare: _Spare) -> str:
    target = spare.target
    source = target.where.strip() or target.set_by.strip() or "A target"
    decimals = max(spare.rests_on.value.decimals, target.value.decimals)
    decimals = apart(spare.reads, spare.promised, decimals)
    return (
        f"The plan reads {figure(spare.reads, decimals)} where {source} promises only "
        f"{target.value.raw.strip()} by {when(indicator, target.date) if target.date else target.date_raw} "
        f"({indicator.measure.polarity_words}). Check that both are up to date and measure the same."
    )


def out_of_place(aim: Aim) -> Iterator[Remark]:
    """A target names an indicator that the workbook lacks, or a date outside the trajectory's planned span.

    Nobody can tell whether such a promise will be kept. A target whose date or figure can't be read can't be
    told of either.
    Example: 100 promised by 31/3/2002 of PAF C25, which is planned up to 31/3/01 only.
    """
    target = aim.target
    if fault := _unread(target) or _unplaced(aim):
        yield Remark(target.cell, fault)


def _unread(target: Target) -> str:
    if not target.value.readable:
        raw = target.value.raw.strip()
        return f"The target “{shortened(raw)}” for {target.indicator} is no figure. Type the number alone."
    if target.date is None:
        said = target.date_raw.strip()
        trouble = f"has a date that can't be read, “{shortened(said)}”" if said else "has no date"
        return f"The target for {target.indicator} {trouble}. Type a day, such as 31/03/2004."
    return ""


def _unplaced(aim: Aim) -> str:
    target = aim.target
    if not aim.indicators:
        return (
            f"No indicator in this workbook has the code {target.indicator}. Correct the code, or add the "
            "indicator."
        )
    spans = [points for each in aim.indicators if (points := trajectory(each))]
    if not spans:
        return f"{target.indicator} has no planned values to hold the target against. Plan them."
    if target.date is None or any(points[0][0] <= target.date <= points[-1][0] for points in spans):
        return ""
    points, first = spans[0], aim.indicators[0]
    span = f"from {when(first, points[0][0])} to {when(first, points[-1][0])}"
    if len(points) == 1:
        span = f"for {when(first, points[0][0])} only"
    return (
        f"The target for {target.indicator} is due {day(target.date)}, but the indicator is planned {span}. "
        "Plan up to that date, or correct it."
    )
