"""Dates that go on by days, months or years, as real dates or as they are written in texts."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.dates import Precision, month_end, sole_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WRITTEN = re.compile(r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})")
_SHORT_YEAR = 2
_MONTHS = 12


def dates(seen: Sequence[dt.date]) -> Callable[[int], dt.date] | None:
    """By a day from a single date, else by the months or days between them; None where these differ.

    The last days of months are followed by the last days of months.
    """
    months = _steps([date.year * _MONTHS + date.month for date in seen])
    ends = all(date.day == month_end(date.year, date.month).day for date in seen)
    same_day = len({date.day for date in seen}) == 1
    if len(months) == 1 and 0 not in months and (ends or same_day):
        step = months.pop()
        return lambda at: _months_on(seen[0], step * at, to_end=ends)
    days = _steps([date.toordinal() for date in seen]) or {1}
    if len(days) > 1:
        return None
    step_in_days = dt.timedelta(days=days.pop())
    return lambda at: seen[0] + step_in_days * at


def written_dates(seen: Sequence[str]) -> Callable[[int], str] | None:
    """Texts that are days such as 31/3/02, each going on in the manner of the first."""
    manner = _WRITTEN.fullmatch(seen[0])
    read = [found.date for found in map(sole_date, seen) if found and found.precision is Precision.DAY]
    if manner is None or len(read) < len(seen):
        return None
    on = dates(read)
    return None if on is None else lambda at: _as_written(on(at), manner)


def _steps(numbers: Sequence[int]) -> set[int]:
    return {later - earlier for earlier, later in pairwise(numbers)}


def _months_on(date: dt.date, months: int, *, to_end: bool) -> dt.date:
    year, month = divmod(date.year * _MONTHS + date.month - 1 + months, _MONTHS)
    last = month_end(year, month + 1).day
    return date.replace(year=year, month=month + 1, day=last if to_end else min(date.day, last))


def _as_written(date: dt.date, manner: re.Match[str]) -> str:
    padded = manner["day"].startswith("0") or manner["month"].startswith("0")
    day, month = (f"{part:02}" if padded else f"{part}" for part in (date.day, date.month))
    year = f"{date:%y}" if len(manner["year"]) == _SHORT_YEAR else f"{date:%Y}"
    return manner["sep"].join((day, month, year))
