"""A progress report: how strands and indicators stand, and what changed since an earlier version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.progress.changes import Comparison, compare
from desktop.progress.standing import direction, earlier_of, standings
from desktop.progress.telling import told
from desktop.projection import status as judged

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator
    from desktop.domain.ratings import Rag
    from desktop.progress.standing import Standing
    from desktop.progress.telling import Told
    from desktop.projection.status import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandProgress:
    """How a strand stands, and where it moved since the earlier version; None where that lacks it."""

    standing: Standing
    direction: Direction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorProgress:
    """An indicator's status now and in the earlier version, and where its actuals are going."""

    indicator: Indicator
    now: Rag | None
    before: Rag | None
    direction: Direction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The report. `since` names the earlier version, which may be none: then nothing is told of changes.

    Both versions are judged as at the same date, so that what was done moves a strand, not the calendar.
    """

    name: str
    since: str
    as_at: dt.date
    strands: tuple[StrandProgress, ...] = ()
    indicators: tuple[IndicatorProgress, ...] = ()
    changes: tuple[Told, ...] = ()

    @property
    def line(self) -> str:
        """What was judged, as at when, and against what."""
        since = f", set against {self.since}" if self.since else ""
        return f"{self.name}, judged as at {self.as_at:%d/%m/%Y}{since}"


def progress(
    new: Contents, *, name: str, as_at: dt.date, old: Contents | None = None, since: str = ""
) -> Progress:
    """The report of a version of a plan, against an earlier one where there is one."""
    comparison = Comparison() if old is None else compare(old, new)
    earlier = () if old is None else standings(old.milestones, as_at)
    return Progress(
        name=name,
        since=since,
        as_at=as_at,
        strands=tuple(
            StrandProgress(standing=one, direction=direction(one, earlier_of(one, earlier)))
            for one in standings(new.milestones, as_at)
        ),
        indicators=tuple(_indicators(new, comparison)),
        changes=told(comparison),
    )


def _indicators(new: Contents, comparison: Comparison) -> Iterator[IndicatorProgress]:
    earlier = {now.cell: then for then, now in comparison.kept_indicators}
    for indicator in new.indicators:
        before = earlier.get(indicator.cell)
        yield IndicatorProgress(
            indicator=indicator,
            now=judged.status(indicator),
            before=None if before is None else judged.status(before),
            direction=judged.direction(indicator),
        )
