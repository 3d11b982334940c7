"""What became of a workbook's records from an earlier state to a later one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.values import Value
from desktop.progress.identity import pair_indicators, pair_milestones, pair_targets
from desktop.projection.status import status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.periods import Kind, Period
    from desktop.domain.plan import Milestone
    from desktop.domain.ratings import Rag
    from desktop.domain.targets import Target

Periods: TypeAlias = "Mapping[tuple[dt.date, Kind], IndicatorValue]"

_TEXT_FIELDS = (
    "strand",
    "ref",
    "project",
    "text",
    "owner",
    "contributors",
    "targeting",
    "impact",
    "comments",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a record, as it was written and as it is."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneChange:
    """A milestone in both states, and what of it was changed."""

    old: Milestone
    new: Milestone
    fields: tuple[FieldChange, ...]

    @property
    def slipped(self) -> int:
        """Days by which the latest due date moved: negative where nearer, 0 where either is unread."""
        before, after = self.old.due.latest, self.new.due.latest
        return 0 if before is None or after is None else (after - before).days

    @property
    def completed(self) -> bool:
        """Whether it is complete now and was not."""
        return self.new.complete and not self.old.complete


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """A value of an indicator in both states; a period that one of them lacks is a blank there."""

    period: Period
    before: Value
    after: Value

    @property
    def arrived(self) -> bool:
        """Whether an actual stands where there was no number."""
        return self.period.kind.actual and self.before.number is None and self.after.number is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChange:
    """An indicator in both states, and which of its values were changed."""

    old: Indicator
    new: Indicator
    values: tuple[ValueChange, ...]

    def cell_of(self, change: ValueChange) -> CellRef:
        """Where a value stands now; the indicator's own cell where its period is gone."""
        held = self.new.by_period.get((change.period.end, change.period.kind))
        return self.new.cell if held is None else held.cell

    @property
    def statuses(self) -> tuple[Rag | None, Rag | None]:
        """Its status against plan before and after."""
        return status(self.old), status(self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """A target in both states."""

    old: Target
    new: Target
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that differs; `kept` are the records of both states, whether changed or not."""

    kept_milestones: tuple[tuple[Milestone, Milestone], ...] = ()
    milestones: tuple[MilestoneChange, ...] = ()
    new_milestones: tuple[Milestone, ...] = ()
    dropped_milestones: tuple[Milestone, ...] = ()
    kept_indicators: tuple[tuple[Indicator, Indicator], ...] = ()
    indicators: tuple[IndicatorChange, ...] = ()
    new_indicators: tuple[Indicator, ...] = ()
    dropped_indicators: tuple[Indicator, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    new_targets: tuple[Target, ...] = ()
    dropped_targets: tuple[Target, ...] = ()

    @property
    def different(self) -> bool:
        """Whether anything differs."""
        return any(
            (
                self.milestones,
                self.new_milestones,
                self.dropped_milestones,
                self.indicators,
                self.new_indicators,
                self.dropped_indicators,
                self.targets,
                self.new_targets,
                self.dropped_targets,
            )
        )


def compare(old: Contents, new: Contents) -> Comparison:
    """What became of the records; whatever was only moved or spaced anew is no change."""
    milestones = pair_milestones(old.milestones, new.milestones)
    indicators = pair_indicators(old.indicators, new.indicators)
    targets = pair_targets(old.targets, new.targets)
    return Comparison(
        kept_milestones=milestones.both,
        milestones=tuple(
            MilestoneChange(old=one, new=other, fields=fields)
            for one, other in milestones.both
            if (fields := tuple(_milestone_fields(one, other)))
        ),
        new_milestones=milestones.new,
        dropped_milestones=milestones.gone,
        kept_indicators=indicators.both,
        indicators=tuple(
            IndicatorChange(old=one, new=other, values=values)
            for one, other in indicators.both
            if (values := tuple(_values(one, other)))
        ),
        new_indicators=indicators.new,
        dropped_indicators=indicators.gone,
        targets=tuple(
            TargetChange(old=one, new=other, fields=fields)
            for one, other in targets.both
            if (fields := tuple(_target_fields(one, other)))
        ),
        new_targets=targets.new,
        dropped_targets=targets.gone,
    )


def _milestone_fields(old: Milestone, new: Milestone) -> Iterator[FieldChange]:
    yield from _field("status", old.status.raw, new.status.raw)
    yield from _field("due", old.due.raw, new.due.raw)
    for field in _TEXT_FIELDS:
        yield from _field(field, getattr(old, field), getattr(new, field))


def _target_fields(old: Target, new: Target) -> Iterator[FieldChange]:
    yield from _field("value", old.value.raw, new.value.raw)
    yield from _field("date", old.date_raw, new.date_raw)
    yield from _field("set_by", old.set_by, new.set_by)


def _field(name: str, before: str, after: str) -> Iterator[FieldChange]:
    if before.split() != after.split():
        yield FieldChange(field=name, before=before, after=after)


def _values(old: Indicator, new: Indicator) -> Iterator[ValueChange]:
    """The values that differ, in date order; the same date and kind of value are the same period."""
    before, after = old.by_period, new.by_period
    for key in sorted(before.keys() | after.keys()):
        was, now = _value(before, key), _value(after, key)
        if _read(was) != _read(now):
            yield ValueChange(period=(after.get(key) or before[key]).period, before=was, after=now)


def _value(values: Periods, key: tuple[dt.date, Kind]) -> Value:
    return values[key].value if key in values else Value(raw="")


def _read(value: Value) -> object:
    """What a value says: its number, else its words."""
    return value.raw.split() if value.number is None else value.number
