"""A rule that holds the planned trajectory against the targets promised elsewhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.indicators import Polarity
from desktop.domain.values import figure
from desktop.projection.actuals import figures
from desktop.projection.trajectory import planned, reached, reading
from desktop.rules.rule import Remark
from desktop.rules.words import apart, stated, when, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.targets import Target
    from desktop.rules.subjects import Promises

_Points: TypeAlias = tuple[tuple[dt.date, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Miss:
    """A target that the plan does not meet, the plan's reading there and the planned value it rests on."""

    indicator: Indicator
    target: Target
    points: _Points
    date: dt.date
    promised: float
    reads: float
    rests_on: IndicatorValue

    @property
    def gap(self) -> float:
        return self.indicator.measure.shortfall(self.reads, self.promised)


def falls_short(promises: Promises) -> Iterator[Remark]:
    """The trajectory, read at the target's date, is worse than the target.

    The plan and the promise can't both be right, and a board or an inspector will see both. Spoken once on
    the planned value at or next before the date, for the promise that is missed by most. Silent where
    the date lies outside the planned span.
    Example: 100 promised by 31/3/02 where 95.0 is planned.
    """
    missed: dict[object, list[_Miss]] = {}
    for miss in _misses(promises):
        missed.setdefault(miss.rests_on.cell, []).append(miss)
    for misses in missed.values():
        worst = max(misses, key=lambda miss: miss.gap)
        yield Remark(worst.rests_on.cell, f"{_sentence(worst)}{_others(len(misses) - 1)} {_step(worst)}")


def _misses(promises: Promises) -> Iterator[_Miss]:
    plan = planned(promises.indicator)
    points = figures(plan)
    for target in promises.targets:
        date, promised = target.date, target.value.number
        if date is None or promised is None or (reads := reading(points, date)) is None:
            continue
        if promises.indicator.measure.worse(reads, promised):
            yield _Miss(
                indicator=promises.indicator,
                target=target,
                points=points,
                date=date,
                promised=promised,
                reads=reads,
                rests_on=next(value for value in reversed(plan) if value.period.end <= date),
            )


def _sentence(miss: _Miss) -> str:
    source = miss.target.where.strip() or miss.target.set_by.strip() or "A target"
    decimals = _decimals(miss)
    return (
        f"{source} promises {miss.target.value.raw.strip()} by {when(miss.indicator, miss.date)}, "
        f"but the plan reads {figure(miss.reads, decimals)} there{_shown(miss)}, "
        f"{figure(miss.gap, decimals)} {miss.indicator.measure.short_words}, and {_reaches(miss)}."
    )


def _shown(miss: _Miss) -> str:
    """What the cell of that very date shows, where it rounds its figure."""
    cell = miss.rests_on
    rounds = cell.period.end == miss.date and stated(cell) != written(cell)
    return f" (shown as {written(cell)})" if rounds else ""


def _decimals(miss: _Miss) -> int:
    """As many decimals as are written, one more between two planned values, and enough to show the gap."""
    written = max(miss.rests_on.value.decimals, miss.target.value.decimals)
    between = miss.rests_on.period.end != miss.date
    return apart(miss.gap, 0, written + between)


def _reaches(miss: _Miss) -> str:
    measure, promised = miss.indicator.measure, miss.target.value.raw.strip()
    ahead = ((miss.date, miss.reads), *(point for point in miss.points if point[0] > miss.date))
    later = reached(measure, ahead, miss.promised)
    if later is not None:
        return f"reaches {promised} only by {when(miss.indicator, later)}"
    before = reached(measure, miss.points, miss.promised)
    return f"never reaches {promised}" if before is None else f"has fallen back from {promised} by then"


def _others(number: int) -> str:
    if number == 0:
        return ""
    return (
        " Another promise is missed here too." if number == 1 else f" {number} more promises are missed here."
    )


def _step(miss: _Miss) -> str:
    change = {Polarity.HIGHER: "Raise", Polarity.LOWER: "Lower"}.get(
        miss.indicator.measure.polarity, "Change"
    )
    return f"{change} the plan or correct the promise."
