"""Dates as officers write them: day first, months in words, quarters, terms and seasons.

A month means its last day, a financial quarter its last day, mid-month the 15th. School terms are read
as ending on 31 December (autumn), 31 March (spring) and 31 July (summer); seasons as ending with
November, February, May and August.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

_Year: TypeAlias = "Callable[[str], int]"


class Precision(StrEnum):
    """How exactly a date was given."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    SEASON = "season"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date found in a text: the day it means, how exactly it was given, its words and where they stand."""

    date: dt.date
    precision: Precision
    raw: str
    start: int
    end: int


MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
"""The numbers of the months by their names in lower case, whole and cut short."""
_MONTH_WORD = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:\d{4}|['’]?\d{2})(?!\d|st\b|nd\b|rd\b|th\b)"  # the 31 of "March 31st" is no year
TERM_ENDS = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31)}
"""The month and day on which a school term is taken to end."""
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_TWO_DIGITS = 2
_FIRST_YEAR = 1900  # of the calendar that Excel knows
NO_PIVOT = 100
"""No two-digit year reaches it: every one is 20yy, as due dates are written."""
QUARTER_ENDS = {1: 6, 2: 9, 3: 12, 4: 3}
"""The last month of each quarter of a financial year."""
_CALENDAR_YEAR_QUARTER = 4  # January to March fall in the second of the two years

_DIGIT = re.compile(r"\d")  # every date has one
_DATE = re.compile(
    r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!\d)"
    rf"|(?P<d>\d{{1,2}})\s*(?P<sep>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=sep)\s*(?P<y>{_YEAR})"
    rf"|(?P<wd>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<wm>{_MONTH_WORD})\b\.?,?[\s-]*(?P<wy>{_YEAR})"
    rf"|\b(?P<fm>{_MONTH_WORD})\b\.?\s+(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<fy>\d{{4}})(?!\d)"
    rf"|(?:\b(?P<part>mid|end|early|late)(?:[\s-]+of)?[\s-]+)?\b(?P<mm>{_MONTH_WORD})\b\.?,?[\s-]*(?P<my>{_YEAR})"
    r"|\bQ(?P<q>[1-4])\s*,?\s*(?P<qy>\d{4}|\d{2})\s*[/-]\s*(?:\d{4}|\d{2})(?!\d)"
    rf"|\b(?P<term>autumn|spring|summer)\s+term\s+(?P<ty>{_YEAR})"
    rf"|\b(?P<season>autumn|spring|summer|winter)\s+(?P<sy>{_YEAR})",
    re.IGNORECASE,
)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def full_year(text: str, pivot: int = NO_PIVOT) -> int:
    """A year of two or four digits, with or without an apostrophe; two digits from `pivot` on are 19yy."""
    digits = text.lstrip("'’")
    if len(digits) > _TWO_DIGITS:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= pivot else 2000)


@lru_cache(maxsize=8192)
def find_dates(text: str, pivot: int = NO_PIVOT) -> tuple[DateReading, ...]:
    """Every date in the text, in the order of the text; one outside the calendar is not among them.

    Two-digit years are 20yy, but those from `pivot` on are 19yy.
    """
    if _DIGIT.search(text) is None:
        return ()
    found = []
    for match in _DATE.finditer(text):
        if (match.start() and text[match.start() - 1].isdigit()) or (reading := _read(match, pivot)) is None:
            continue
        date, precision = reading
        if date.year < _FIRST_YEAR:
            continue
        found.append(
            DateReading(date=date, precision=precision, raw=match[0], start=match.start(), end=match.end())
        )
    return tuple(found)


def sole_date(text: str, pivot: int = NO_PIVOT) -> DateReading | None:
    """The one date that a text is from end to end; None where it is none, or says more than a date."""
    found = find_dates(text, pivot)
    return found[0] if len(found) == 1 and found[0].raw == text else None


def read_real_date(date: dt.date, shown: str) -> tuple[dt.date, Precision]:
    """What a cell means that holds a real date: the month, where that is all that it shows of it."""
    month = next((found for found in find_dates(shown) if found.precision is Precision.MONTH), None)
    if month is not None and month.date.month == date.month:
        return month_end(date.year, date.month), Precision.MONTH
    return date, Precision.DAY


def _read(match: re.Match[str], pivot: int) -> tuple[dt.date, Precision] | None:
    def year(group: str) -> int:
        return full_year(match[group], pivot)

    try:
        return (
            _day(match, year) or _month(match, year) or _quarter(match, year) or _term_or_season(match, year)
        )
    except ValueError:  # a day or year that the calendar does not have
        return None


def _day(match: re.Match[str], year: _Year) -> tuple[dt.date, Precision] | None:
    if match["iy"]:
        return dt.date(int(match["iy"]), int(match["im"]), int(match["id"])), Precision.DAY
    if match["d"]:
        return dt.date(year("y"), int(match["m"]), int(match["d"])), Precision.DAY
    if match["wd"]:
        return dt.date(year("wy"), MONTHS[match["wm"].lower()], int(match["wd"])), Precision.DAY
    if match["fm"]:  # April 18th 2011
        return dt.date(year("fy"), MONTHS[match["fm"].lower()], int(match["fd"])), Precision.DAY
    return None


def _month(match: re.Match[str], year: _Year) -> tuple[dt.date, Precision] | None:
    if not match["mm"]:
        return None
    month = MONTHS[match["mm"].lower()]
    middle = (match["part"] or "").lower() == "mid"
    end = dt.date(year("my"), month, 15) if middle else month_end(year("my"), month)
    return end, Precision.MONTH


def _quarter(match: re.Match[str], year: _Year) -> tuple[dt.date, Precision] | None:
    if not match["q"]:
        return None
    quarter = int(match["q"])
    in_next_year = quarter == _CALENDAR_YEAR_QUARTER
    return month_end(year("qy") + in_next_year, QUARTER_ENDS[quarter]), Precision.QUARTER


def _term_or_season(match: re.Match[str], year: _Year) -> tuple[dt.date, Precision]:
    if match["term"]:
        month, day = TERM_ENDS[match["term"].lower()]
        return dt.date(year("ty"), month, day), Precision.TERM
    season = match["season"].lower()
    ends_in_next_year = season == "winter"
    return month_end(year("sy") + ends_in_next_year, _SEASON_ENDS[season]), Precision.SEASON
