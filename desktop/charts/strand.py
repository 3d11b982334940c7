"""What the timeline of a strand shows: its milestones from first due date to latest, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.plan import Milestone

_MONTHS = (1, 2, 3, 6, 12, 24, 60)
_MOST_TICKS = 6


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
    chosen: bool

    @property
    def full(self) -> str:
        """Everything that is said of it."""
        return f"{self.subject} {self.text}\n{self.status} · {self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandPicture:
    """A strand's milestones in the order of the sheet, over a span of time with its ticks."""

    title: str
    subtitle: str
    summary: str
    rows: tuple[Row, ...]
    as_at: dt.date
    start: dt.date
    end: dt.date
    ticks: tuple[tuple[dt.date, str], ...]


def strand_picture(chosen: Milestone, milestones: Iterable[Milestone], as_at: dt.date) -> StrandPicture:
    """The timeline of the strand that a milestone belongs to, without rows that hold no milestone's text."""
    own = [each for each in milestones if _together(each, chosen) and (each.text.strip() or each is chosen)]
    rows = tuple(_row(each, as_at, chosen=each == chosen) for each in own)
    dates = [as_at, *(date for row in rows for date in (row.first, row.latest) if date is not None)]
    start, end = _whole_months(min(dates), max(dates))
    late = sum(row.late for row in rows)
    count = "1 milestone" if len(rows) == 1 else f"{len(rows)} milestones"
    subtitle = f"{count} · {late} overdue · as at {as_at:%d/%m/%Y}"
    title = chosen.strand.strip() or "Milestones without a strand"
    said = [f"{title}. {subtitle}"] + [f"{row.subject} {row.text}: {row.status}, {row.words}" for row in rows]
    return StrandPicture(
        title=title,
        subtitle=subtitle,
        summary=". ".join(sentence.rstrip(". ") for sentence in said) + ".",
        rows=rows,
        as_at=as_at,
        start=start,
        end=end,
        ticks=_ticks(start, end),
    )


def _together(one: Milestone, other: Milestone) -> bool:
    return one.strand == other.strand and one.table.id == other.table.id


def _row(milestone: Milestone, as_at: dt.date, *, chosen: bool) -> Row:
    reading, status = milestone.due, milestone.status.status
    latest = reading.latest
    first = reading.due.date if reading.due is not None else latest
    late = milestone.days_overdue(as_at) > 0
    return Row(
        cell=milestone.cell,
        subject=milestone.subject if milestone.subject != milestone.text else "",
        text=" ".join(milestone.text.split()),
        status=(f"{status.mark} {status.value}" if status is not None else "no status")
        + (" · overdue" if late else ""),
        first=first,
        latest=latest,
        words=_due_words(milestone),
        late=late,
        chosen=chosen,
    )


def _due_words(milestone: Milestone) -> str:
    reading = milestone.due
    latest = reading.latest
    if latest is None:
        raw = " ".join(reading.raw.split())
        return f"due “{raw}”: no date can be read" if raw else "no due date"
    words = [f"due {latest:%d/%m/%Y}"]
    days = reading.slippage
    if days:
        words.append("slipped 1 day" if days == 1 else f"slipped {days} days")
    return " · ".join(words)


def _whole_months(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The first day of the first month, and the first day after the last month."""
    return first.replace(day=1), _months_on(last.replace(day=1), 1)


def _months_on(date: dt.date, months: int) -> dt.date:
    """The first day of a month some months later; the calendar's last month where that lies beyond it."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return dt.date(year, month + 1, 1) if year <= dt.MAXYEAR else dt.date(dt.MAXYEAR, 12, 1)


def _ticks(start: dt.date, end: dt.date) -> tuple[tuple[dt.date, str], ...]:
    """Months at an even distance, from January where that is a year or more."""
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((each for each in _MONTHS if months // each <= _MOST_TICKS), _MONTHS[-1])
    first = start.replace(month=(start.month - 1) // min(step, 12) * min(step, 12) + 1)
    dates = [_months_on(first, step * number) for number in range(months // step + 2)]
    inside: Sequence[dt.date] = [date for date in dict.fromkeys(dates) if start <= date <= end]
    return tuple((date, f"{date:%b %Y}") for date in inside)
