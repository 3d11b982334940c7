"""The milestone trend: which due date was reported when, for every milestone of a plan, as plain values.

The chart is the milestone trend analysis of project control: report dates across, due dates upwards; a level
line keeps its date, a rising one slips. What a workbook says of a due date that was revised has no report
date of its own: such dates stand before the first report, in order, without a claim as to when.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.wording import counted
from desktop.progress.identity import pair_milestones

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.document.earlier import Version
    from desktop.domain.cells import CellRef
    from desktop.domain.due_dates import DueReading
    from desktop.domain.plan import Milestone

Reported: TypeAlias = "tuple[dt.date, dt.date]"
"""A report date, and the due date that stood in that report."""

UNKNOWN = "when these were set is not written in the workbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One milestone's due dates: those stated before the first report, in order, and those of each report."""

    cell: CellRef
    name: str
    status: str
    stated: tuple[dt.date, ...]
    reported: tuple[Reported, ...]
    overdue: bool

    @property
    def first(self) -> dt.date:
        """The first due date that is known."""
        return self.stated[0] if self.stated else self.reported[0][1]

    @property
    def last(self) -> dt.date:
        """The due date that stands now."""
        return self.reported[-1][1]

    @property
    def moved(self) -> int:
        """Days from the first due date to the one that stands; negative where it was brought forward."""
        return (self.last - self.first).days

    @property
    def movement(self) -> str:
        """How far it moved, in words."""
        days = counted(abs(self.moved), "day")
        if not self.moved:
            return f"due {self.last:%d/%m/%Y} · not moved"
        return f"due {self.last:%d/%m/%Y} · {'slipped' if self.moved > 0 else 'forward by'} {days}"

    @property
    def words(self) -> str:
        """Everything that is said of it."""
        stated = ", then ".join(f"{date:%d/%m/%Y}" for date in self.stated)
        lines = [self.name, f"{self.status} · {self.movement}"]
        lines += [f"Stated before: {stated} ({UNKNOWN})"] if stated else []
        lines += [f"Reported {on:%d/%m/%Y}: due {due:%d/%m/%Y}" for on, due in self.reported]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The courses, those that slipped most first; `unknown` is how many dates stand before the reports."""

    title: str
    subtitle: str
    courses: tuple[Course, ...]
    reports: tuple[dt.date, ...]
    unknown: int

    @property
    def as_at(self) -> dt.date:
        """The date of the last report: the workbook as it stands."""
        return self.reports[-1]

    @property
    def due(self) -> tuple[dt.date, dt.date]:
        """The earliest and the latest date that the chart must reach upwards."""
        dates = [date for course in self.courses for date in course.stated]
        dates += [due for course in self.courses for _, due in course.reported]
        dates.append(self.as_at)
        return min(dates), max(dates)

    @property
    def summary(self) -> str:
        """What is said of all of it, for those who can't see it."""
        told = (f"{course.name}: {course.movement}" for course in self.courses if course.moved)
        return ". ".join((self.title, self.subtitle, *told)) + "."


def trend(
    milestones: Iterable[Milestone],
    as_at: dt.date,
    earlier: Sequence[Version] = (),
    strand: str | None = None,
) -> Trend:
    """The milestone trend of a plan, or of one strand, with the reports of earlier versions.

    `earlier` are versions that reported before the as-at date, the oldest first.
    """
    now = [each for each in milestones if each.text.strip()]
    before = [_paired(version, now) for version in earlier]
    own = [each for each in now if strand in {None, each.strand}]
    reports = (*(version.reported for version in earlier), as_at)
    found = [_course([*((then.get(each.cell)) for then in before), each], reports, as_at) for each in own]
    courses = sorted((course for course in found if course is not None), key=lambda course: -course.moved)
    return Trend(
        title="Milestone trend" if strand is None else f"Milestone trend of {strand or 'no strand'}",
        subtitle=_subtitle(courses, len(own), len(earlier)),
        courses=tuple(courses),
        reports=reports,
        unknown=max((len(course.stated) for course in courses), default=0),
    )


def _paired(version: Version, now: Sequence[Milestone]) -> Mapping[CellRef, Milestone]:
    """What each milestone of the plan was in an earlier version."""
    then = [each for each in version.contents.milestones if each.text.strip()]
    return {new.cell: old for old, new in pair_milestones(then, now).both}


def _subtitle(courses: Sequence[Course], count: int, versions: int) -> str:
    slipped = sum(course.moved > 0 for course in courses)
    forward = sum(course.moved < 0 for course in courses)
    told = [f"{count} milestones" if count != 1 else "1 milestone", f"{slipped} slipped"]
    told += [f"{forward} brought forward"] if forward else []
    told += [f"{count - len(courses)} without a due date that can be read"] if count > len(courses) else []
    told += ["no earlier version to compare with" if not versions else f"{versions + 1} reports"]
    return " · ".join(told)


def _course(states: Sequence[Milestone | None], reports: Sequence[dt.date], as_at: dt.date) -> Course | None:
    """The course of a milestone through its states, one to a report; None where it has no due date now."""
    pairs = [(on, state) for on, state in zip(reports, states, strict=True) if state is not None]
    now = pairs[-1][1]
    if now.due.latest is None:
        return None
    status = now.status.status
    return Course(
        cell=now.cell,
        name=" ".join(f"{now.subject if now.subject != now.text else ''} {now.text}".split()),
        status=f"{status.mark} {status.value}" if status is not None else "no status",
        stated=_stated(pairs[0][1].due),
        reported=tuple((on, state.due.latest) for on, state in pairs if state.due.latest is not None),
        overdue=now.days_overdue(as_at) > 0,
    )


def _stated(due: DueReading) -> tuple[dt.date, ...]:
    """The dates that were given before the one that holds: the first, then its revisions by date."""
    dates = [due.due.date] if due.due is not None else []
    dates += sorted(revision.date for revision in due.revised)
    known = tuple(dict.fromkeys(dates))
    return known[:-1] if known and known[-1] == due.latest else known
