"""The targets set for an indicator as the chart shows them, each with how far the plan is from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts import wording
from desktop.charts.picture import Promise
from desktop.projection.trajectory import reading, trajectory

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from desktop.domain.indicators import Indicator
    from desktop.domain.targets import Target


def promises(indicator: Indicator, own: Iterable[Target]) -> tuple[Promise, ...]:
    """The targets of the indicator, once each where several say the same."""
    told: dict[tuple[dt.date | None, float], list[Target]] = {}
    for target in own:
        if target.value.number is not None:
            told.setdefault((target.date, target.value.number), []).append(target)
    return tuple(
        _promise(indicator, date, value, same) for (date, value), same in sorted(told.items(), key=_by_date)
    )


def _by_date(told: tuple[tuple[dt.date | None, float], object]) -> tuple[bool, int, float]:
    (date, value), _ = told
    return date is None, 0 if date is None else date.toordinal(), value


def _promise(indicator: Indicator, date: dt.date | None, value: float, same: Sequence[Target]) -> Promise:
    said = reading(trajectory(indicator), date) if date is not None else None
    short = said is not None and indicator.measure.worse(said, value)
    text, brief = wording.promise(indicator, same)
    return Promise(
        date=date,
        value=value,
        text=text,
        short=brief,
        reading=said if short else None,
        gap=wording.gap(indicator, said, value) if said is not None and short else None,
    )
