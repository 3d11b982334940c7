"""When a milestone is due, and how that was revised."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.dates import find_dates, read_real_date

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.dates import DateReading, Precision


class FoundIn(StrEnum):
    """Where a revision was written."""

    DUE = "due"
    TEXT = "text"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A date by which something is promised, in its own words."""

    date: dt.date
    precision: Precision
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A later word on a due date, and where it was found."""

    date: dt.date
    precision: Precision
    raw: str
    found_in: FoundIn


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReading:
    """All that a milestone's cells say of its due date; `due` is None where no date can be read.

    `named` are the dates that stand in the milestone's own text, the earliest first, where the plan has no
    column for its due date. What they are dates of is not known, so that nothing is overdue by them.
    """

    raw: str
    due: DueDate | None = None
    revised: tuple[Revision, ...] = ()
    named: tuple[DueDate, ...] = ()

    def next_named(self, as_at: dt.date) -> DueDate | None:
        """The first date named in the text that has not passed; None where all have."""
        return next((found for found in self.named if found.date >= as_at), None)

    @property
    def latest(self) -> dt.date | None:
        """The latest of all the dates given, the one that overdue is judged by."""
        if not self.revised:  # as most are
            return None if self.due is None else self.due.date
        dates = [revision.date for revision in self.revised]
        if self.due is not None:
            dates.append(self.due.date)
        return max(dates)

    @property
    def slippage(self) -> int:
        """Days from the first due date to the latest; 0 where there is none to compare."""
        latest = self.latest
        return (latest - self.due.date).days if self.due is not None and latest is not None else 0


# Only a phrase that gives the date counts: "revised to allow …" is no revision.
_REVISED = re.compile(
    r"\b(?:revised\s+(?:(?:target\s+|due\s+)?date(?:\s+to)?|to)|rev\.(?:\s*to\b)?)\s*(?:[:-]\s*|is\s+)?\Z",
    re.IGNORECASE,
)


def read_due(raw: str, *, text: str = "", comments: str = "", date: dt.date | None = None) -> DueReading:
    """What the due column, the milestone's text and its comments say together.

    `date` is the real date that the due cell holds, where it holds one; `raw` is then how it is shown.
    """
    first = _read_alone(raw, date)
    places = ((FoundIn.DUE, raw), (FoundIn.TEXT, text), (FoundIn.COMMENTS, comments))
    mentions = [(place, words) for place, words in places if _mentions_revision(words.casefold())]
    revised = tuple(
        Revision(date=found.date, precision=found.precision, raw=found.raw, found_in=place)
        for place, words in mentions
        for found in find_dates(words)
        if _is_revision(words, found)
    )
    return replace(first, revised=revised) if revised else first


@lru_cache(maxsize=8192)
def named_dates(text: str) -> tuple[DueDate, ...]:
    """The dates that a text names, the earliest first, each once."""
    found = {
        one.date: DueDate(date=one.date, precision=one.precision, raw=one.raw) for one in find_dates(text)
    }
    return tuple(found[date] for date in sorted(found))


def _mentions_revision(words: str) -> bool:
    return "revised" in words or "rev." in words


@lru_cache(maxsize=8192)
def _read_alone(raw: str, date: dt.date | None) -> DueReading:
    """What the due column says of the first date."""
    if date is not None:
        day, precision = read_real_date(date, raw)
        return DueReading(raw=raw, due=DueDate(date=day, precision=precision, raw=raw))
    plain = (found for found in find_dates(raw) if not _is_revision(raw, found))
    due = next((DueDate(date=f.date, precision=f.precision, raw=f.raw) for f in plain), None)
    return DueReading(raw=raw, due=due)


def _is_revision(words: str, found: DateReading) -> bool:
    return _REVISED.search(words[: found.start]) is not None
