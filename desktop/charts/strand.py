"""What the timeline of a strand or a plan shows: milestones from first due date to latest, as values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from desktop.domain.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.cells import CellRef
    from desktop.domain.due_dates import DueReading
    from desktop.domain.plan import Milestone

_MONTHS = (1, 2, 3, 6, 12, 24, 60)
_MOST_TICKS = 6
_NEAR = dt.timedelta(days=366)
"""How far from the due dates the as-at date may lie to stand on the axis all the same."""
_TOLD = 20
"""Milestones before and after the chosen one that those hear of who can't see the timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A milestone: its name and text, its status and due date in words, its first and latest due date."""

    cell: CellRef
    subject: str
    text: str
    status: str
    first: dt.date | None
    latest: dt.date | None
    words: str
    late: bool

    @property
    def full(self) -> str:
        """Everything that is said of it."""
        return f"{self.subject} {self.text}\n{self.status} · {self.words}"


class Rows(Sequence[Row]):
    """The rows of a strand, each made when it is asked for: few of some thousands are ever in sight."""

    def __init__(self, milestones: Sequence[Milestone], as_at: dt.date, *, stranded: bool) -> None:
        self._milestones = milestones
        self._as_at = as_at
        self._stranded = stranded

    def __len__(self) -> int:
        """How many milestones the strand has."""
        return len(self._milestones)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, number: int | slice) -> Row | tuple[Row, ...]:
        """One row, or those of a slice."""
        if isinstance(number, slice):
            return tuple(self[each] for each in range(len(self))[number])
        return _row(self._milestones[number], self._as_at, stranded=self._stranded)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandPicture:
    """A strand's milestones in the order of the sheet, over a span of time with its ticks.

    `chosen` is the number of the row that it was asked for; 0 where it was asked for none. The span is that
    of the due dates; the as-at date lies outside where it is far from them. Without any due date it is not
    `dated`: there is no axis then.
    """

    title: str
    subtitle: str
    summary: str
    rows: Rows
    chosen: int
    as_at: dt.date
    dated: bool
    start: dt.date
    end: dt.date
    ticks: tuple[tuple[dt.date, str], ...]


def strand_picture(chosen: Milestone, milestones: Iterable[Milestone], as_at: dt.date) -> StrandPicture:
    """The timeline of the strand that a milestone belongs to, without rows that hold no milestone's text."""
    own = [each for each in milestones if _together(each, chosen) and (each.text.strip() or each is chosen)]
    place = next(number for number, each in enumerate(own) if each is chosen)
    title = chosen.strand.strip() or "Milestones without a strand"
    return _picture(title, own, as_at, place, stranded=False)


def plan_picture(milestones: Iterable[Milestone], as_at: dt.date, strand: str | None = None) -> StrandPicture:
    """The timeline of a whole plan, or of the strand of a name in all its tables."""
    own = [each for each in milestones if each.text.strip() and strand in {None, each.strand}]
    title = "The whole plan" if strand is None else strand.strip() or "Milestones without a strand"
    return _picture(title, own, as_at, 0, stranded=strand is None)


def _picture(
    title: str, own: Sequence[Milestone], as_at: dt.date, place: int, *, stranded: bool
) -> StrandPicture:
    rows = Rows(own, as_at, stranded=stranded)
    # Milestones with the same words share their reading, so that there are far fewer readings.
    readings = {id(each.due): each.due for each in own}
    dates = _dates(readings.values())
    start, end = _whole_months(*_span(dates, as_at))
    past = {key for key, due in readings.items() if due.latest is not None and due.latest < as_at}
    late = sum(each.days_overdue(as_at) > 0 for each in own if id(each.due) in past)
    count = counted(len(rows), "milestone")
    subtitle = f"{count} · {late} overdue · as at {as_at:%d/%m/%Y}"
    return StrandPicture(
        title=title,
        subtitle=subtitle,
        summary=_summary(f"{title}. {subtitle}", rows, place),
        rows=rows,
        chosen=place,
        as_at=as_at,
        dated=bool(dates),
        start=start,
        end=end,
        ticks=ticks_between(start, end) if dates else (),
    )


def _summary(heading: str, rows: Rows, place: int) -> str:
    near = rows[max(0, place - _TOLD) : place + _TOLD + 1]
    said = [heading] + [f"{row.subject} {row.text}: {row.status}, {row.words}" for row in near]
    if len(near) < len(rows):
        said.append(f"These are the {len(near)} milestones around the chosen one")
    return ". ".join(sentence.rstrip(". ") for sentence in said) + "."


def _together(one: Milestone, other: Milestone) -> bool:
    return one.strand == other.strand and (one.table is other.table or one.table.id == other.table.id)


def _dates(readings: Iterable[DueReading]) -> list[dt.date]:
    """All first and latest due dates."""
    return [date for due in readings for date in (_first(due), _last(due)) if date is not None]


def _span(dates: Sequence[dt.date], as_at: dt.date) -> tuple[dt.date, dt.date]:
    """The earliest and the latest date, and as far as the as-at date where that squeezes them little.

    An old plan judged today would stand at the edge of a wide empty axis.
    """
    if not dates:
        return as_at, as_at
    first, last = min(dates), max(dates)
    reach = max(_NEAR, (last - first) / 2)
    if first - as_at <= reach and as_at - last <= reach:
        return min(first, as_at), max(last, as_at)
    return first, last


def _first(due: DueReading) -> dt.date | None:
    """The first due date; a revision without one stands alone, and so do dates in the milestone's text."""
    if due.due is not None:
        return due.due.date
    return due.latest or (due.named[0].date if due.named else None)


def _last(due: DueReading) -> dt.date | None:
    """The latest due date, or the last that the milestone's text names."""
    return due.latest or (due.named[-1].date if due.named else None)


def _row(milestone: Milestone, as_at: dt.date, *, stranded: bool) -> Row:
    reading, status = milestone.due, milestone.status.status
    late = milestone.days_overdue(as_at) > 0
    strand = " ".join(milestone.strand.split()) if stranded else ""
    return Row(
        cell=milestone.cell,
        subject=milestone.subject if milestone.subject != milestone.text else "",
        text=" ".join(milestone.text.split()),
        status=(f"{status.mark} {status.value}" if status is not None else "no status")
        + (" · overdue" if late else "")
        + (f" · {strand}" if strand else ""),
        first=_first(reading),
        latest=_last(reading),
        words=_due_words(milestone, as_at),
        late=late,
    )


def _due_words(milestone: Milestone, as_at: dt.date) -> str:
    reading = milestone.due
    latest = reading.latest
    if latest is None and reading.named:
        coming = reading.next_named(as_at)
        return (
            f"next date {coming.date:%d/%m/%Y}" if coming else f"last date {reading.named[-1].date:%d/%m/%Y}"
        )
    if latest is None:
        raw = " ".join(reading.raw.split())
        return f"due “{raw}”: no date can be read" if raw else "no due date"
    words = [f"due {latest:%d/%m/%Y}"]
    days = reading.slippage
    if days:
        words.append(f"slipped {counted(days, 'day')}")
    return " · ".join(words)


def _whole_months(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The first day of the first month, and the first day after the last month, or the calendar's last."""
    start, end = first.replace(day=1), _months_on(last.replace(day=1), 1)
    return start, end if end > start else dt.date.max


def _months_on(date: dt.date, months: int) -> dt.date:
    """The first day of a month some months later; the calendar's last month where that lies beyond it."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return dt.date(year, month + 1, 1) if year <= dt.MAXYEAR else dt.date(dt.MAXYEAR, 12, 1)


def ticks_between(start: dt.date, end: dt.date) -> tuple[tuple[dt.date, str], ...]:
    """Some of the months between two days: evenly, from January where that is a year or more."""
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((each for each in _MONTHS if months // each <= _MOST_TICKS), _MONTHS[-1])
    first = start.replace(month=(start.month - 1) // min(step, 12) * min(step, 12) + 1)
    dates = [_months_on(first, step * number) for number in range(months // step + 2)]
    inside: Sequence[dt.date] = [date for date in dict.fromkeys(dates) if start <= date <= end]
    return tuple((date, f"{date:%b %Y}") for date in inside)
