"""A comparison in an officer's words, one line to a change, under the headings of a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.cells import CellRef
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.domain.targets import Target
    from desktop.domain.values import Value
    from desktop.progress.changes import (
        Comparison,
        FieldChange,
        IndicatorChange,
        MilestoneChange,
        TargetChange,
        ValueChange,
    )

FIELD_WORDS = {
    "strand": "strand",
    "ref": "reference",
    "project": "project",
    "text": "wording",
    "status": "status",
    "due": "due date",
    "owner": "owner",
    "contributors": "contributors",
    "targeting": "targeting",
    "impact": "impact",
    "comments": "comments",
    "value": "value",
    "date": "date",
    "set_by": "set by",
}


class Became(StrEnum):
    """What became of a record."""

    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One change: of what kind of record, which, and where it stands now or, where dropped, stood.

    `what` names the field or period, `days` is how far a due date slipped.
    """

    kind: str
    change: Became = Became.CHANGED
    subject: str
    cell: CellRef
    what: str = ""
    before: str = ""
    after: str = ""
    note: str = ""
    days: int = 0

    @property
    def line(self) -> str:
        """All of it in one line."""
        if self.change is not Became.CHANGED:
            return f"{self.subject}: {self.change}"
        note = f" ({self.note})" if self.note else ""
        return f"{self.subject}: {self.what}: {_quoted(self.before)} → {_quoted(self.after)}{note}"


def told(comparison: Comparison) -> tuple[Told, ...]:
    """Every change: milestones, indicators, targets; of each kind those in both, new ones, dropped ones."""
    return (
        *(one for change in comparison.milestones for one in _milestone(change)),
        *(_milestone_whole(milestone, Became.NEW) for milestone in comparison.new_milestones),
        *(_milestone_whole(milestone, Became.DROPPED) for milestone in comparison.dropped_milestones),
        *(one for change in comparison.indicators for one in _indicator(change)),
        *(_indicator_whole(indicator, Became.NEW) for indicator in comparison.new_indicators),
        *(_indicator_whole(indicator, Became.DROPPED) for indicator in comparison.dropped_indicators),
        *(one for change in comparison.targets for one in _target(change)),
        *(_target_whole(target, Became.NEW) for target in comparison.new_targets),
        *(_target_whole(target, Became.DROPPED) for target in comparison.dropped_targets),
    )


def slip_words(days: int) -> str:
    """By how much a due date moved; empty where it did not."""
    if not days:
        return ""
    count = counted(abs(days), "day")
    return f"slipped {count}" if days > 0 else f"brought forward {count}"


def _milestone(change: MilestoneChange) -> Iterator[Told]:
    for field in change.fields:
        yield Told(
            kind="milestone",
            subject=_milestone_subject(change.new),
            cell=change.new.cell_of("milestone" if field.field == "text" else field.field) or change.new.cell,
            what=FIELD_WORDS[field.field],
            before=field.before,
            after=field.after,
            note=_milestone_note(change, field),
            days=change.slipped if field.field == "due" else 0,
        )


def _milestone_note(change: MilestoneChange, field: FieldChange) -> str:
    if field.field == "due":
        return slip_words(change.slipped)
    return "completed" if field.field == "status" and change.completed else ""


def _milestone_subject(milestone: Milestone) -> str:
    about = milestone.text or milestone.project
    subject = milestone.subject
    return about if subject == about else f"{subject} {about}".strip()


def _milestone_whole(milestone: Milestone, change: Became) -> Told:
    return Told(kind="milestone", subject=_milestone_subject(milestone), cell=milestone.cell, change=change)


def _indicator(change: IndicatorChange) -> Iterator[Told]:
    for value in change.values:
        yield Told(
            kind="indicator",
            subject=_indicator_subject(change.new),
            cell=change.cell_of(value),
            what=f"{value.period.label} {value.period.kind.value}",
            before=_written(value.before),
            after=_written(value.after),
            note=_value_note(change, value),
        )


def _value_note(change: IndicatorChange, value: ValueChange) -> str:
    was, now = change.statuses
    if was is not now and now is not None and value is change.values[-1]:
        before = "not judged" if was is None else f"{was.letter} {was.shape}"
        return f"status {before} → {now.letter} {now.shape}"
    return "arrived" if value.arrived else ""


def _indicator_subject(indicator: Indicator) -> str:
    return indicator.code or indicator.name


def _indicator_whole(indicator: Indicator, change: Became) -> Told:
    return Told(kind="indicator", subject=_indicator_subject(indicator), cell=indicator.cell, change=change)


def _target(change: TargetChange) -> Iterator[Told]:
    for field in change.fields:
        yield Told(
            kind="target",
            subject=_target_subject(change.new),
            cell=change.new.cell,
            what=FIELD_WORDS[field.field],
            before=field.before,
            after=field.after,
        )


def _target_whole(target: Target, change: Became) -> Told:
    return Told(kind="target", subject=_target_subject(target), cell=target.cell, change=change)


def _target_subject(target: Target) -> str:
    return f"{target.indicator}, {target.value.raw} by {target.date_raw}"


def _written(value: Value) -> str:
    return value.raw.strip() or "blank"


def _quoted(text: str) -> str:
    return " ".join(text.split()) or "blank"
